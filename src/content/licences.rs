//! The licences of all that is built into the program; they come with it, from `data/licences.txt`.

use super::packed::unpacked;

/// Every notice, in the language that it is in.
pub fn licences() -> String {
    let bytes = unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/licences.deflate")));
    String::from_utf8_lossy(&bytes).into_owned()
}
