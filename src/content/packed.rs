//! What `build.rs` packs, since few evenings need it.

use std::io::Read as _;

use flate2::read::DeflateDecoder;

/// What was packed when the program was built.
///
/// # Panics
/// Never, of that.
pub(crate) fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let unpacked = DeflateDecoder::new(packed).read_to_end(&mut bytes);
    unpacked.expect("it was packed when the program was built");
    bytes
}
