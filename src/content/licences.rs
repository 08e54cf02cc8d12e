//! The licences of all that is built into the program; they come with it, from `data/licences.txt`.

/// Every notice, in the language that it is in.
pub fn licences() -> &'static str {
    include_str!("../../data/licences.txt")
}
