//! The guide for a team lead, in Markdown; it comes with the program, from `data/guide.nl.md` and `data/guide.en.md`.

use crate::lang::Lang;

/// The guide in one language. Its first heading is its title.
pub fn guide(lang: Lang) -> &'static str {
    lang.pick(
        include_str!("../../data/guide.nl.md"),
        include_str!("../../data/guide.en.md"),
    )
}
