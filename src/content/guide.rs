//! The guide for a team lead; it comes with the program, from `data/guide.nl.md` and `data/guide.en.md`.

use pulldown_cmark::Event;

use super::packed::unpacked;
use crate::lang::Lang;

/// The guide in one language, as what its Markdown is made of. Its first heading is its title.
///
/// # Panics
/// Never: `build.rs` writes what is read here.
pub fn guide(lang: Lang) -> Vec<Event<'static>> {
    let packed: &[u8] = lang.pick(
        include_bytes!(concat!(env!("OUT_DIR"), "/guide.nl.deflate")),
        include_bytes!(concat!(env!("OUT_DIR"), "/guide.en.deflate")),
    );
    serde_json::from_slice::<Vec<Event>>(&unpacked(packed))
        .expect("it was written when the program was built")
        .into_iter()
        .map(Event::into_static)
        .collect()
}
