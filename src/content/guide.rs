//! The guide for a team lead; it comes with the program, from `data/guide.nl.md` and `data/guide.en.md`.

use pulldown_cmark::Event;

use crate::lang::Lang;

/// The guide in one language, as what its Markdown is made of. Its first heading is its title.
///
/// # Panics
/// Never: `build.rs` writes what is read here.
pub fn guide(lang: Lang) -> Vec<Event<'static>> {
    let read = lang.pick(
        include_str!(concat!(env!("OUT_DIR"), "/guide.nl.json")),
        include_str!(concat!(env!("OUT_DIR"), "/guide.en.json")),
    );
    serde_json::from_str(read).expect("it was written when the program was built")
}
