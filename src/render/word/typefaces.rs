//! The letters of a Word document, and what is like them elsewhere.

use maud::{Markup, html};

use super::MAIN;
use crate::render::office::{CODE_FONT, FONT};

/// Typefaces of the same widths, for programs that don't have those.
const LIKE_FONT: &str = "Carlito";
const LIKE_CODE_FONT: &str = "DejaVu Sans Mono";

/// What to take where the typeface isn't there.
pub(super) fn fonts() -> Markup {
    html! {
        w:fonts xmlns:w=(MAIN) {
            w:font w:name=(FONT) {
                w:altName w:val=(LIKE_FONT) {}
                w:panose1 w:val="020F0502020204030204" {}
                w:charset w:val="00" {}
                w:family w:val="swiss" {}
                w:pitch w:val="variable" {}
            }
            w:font w:name=(CODE_FONT) {
                w:altName w:val=(LIKE_CODE_FONT) {}
                w:panose1 w:val="020B0609020204030204" {}
                w:charset w:val="00" {}
                w:family w:val="modern" {}
                w:pitch w:val="fixed" {}
            }
        }
    }
}
