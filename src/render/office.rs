//! What a Word document and an `OpenDocument` one have alike: their paper, typefaces and styles, how wide columns are, and the
//! archive around them.

pub mod archive;
pub mod columns;
pub mod picture;
mod style;

pub use self::style::{Density, Style};
use crate::{lang::Lang, page::Page, text::width};

/// A4, and its margins beside and above the text, in twentieths of a point.
pub const PAPER: (usize, usize) = (11_906, 16_838);
pub const MARGINS: (usize, usize) = (1_247, 1_134);
/// Above and below the text of a page to write on, which should be two sheets at most.
pub const SHEET_MARGIN: usize = 720;

/// The room between two columns.
pub const BETWEEN: usize = 340;

/// The width of the text.
pub const WIDTH: usize = PAPER.0 - 2 * MARGINS.0;

/// The typeface: every Word has it, and other programs have one of the same widths.
pub const FONT: &str = "Calibri";

/// The one for signs, where there is it.
pub const SIGNS: &str = "Segoe UI Symbol";

/// The same for lines to type.
pub const CODE_FONT: &str = "Consolas";

/// The colour behind lines to type.
pub const CODE_GROUND: &str = "#f3f0e8";

/// What a link may lead to: pages and mail, and nothing that runs or opens a file.
const SAFE: [&str; 3] = ["https://", "http://", "mailto:"];

/// Whether a link may lead there.
pub fn is_safe(url: &str) -> bool {
    SAFE.iter().any(|scheme| url.starts_with(scheme))
}

/// The language that a spelling checker takes.
pub fn locale(lang: Lang) -> &'static str {
    lang.pick("nl-NL", "en-GB")
}

/// The language of what a team was asked and wrote, when the page's is another one: for the voice of a screen reader, for
/// hyphens and for the spelling checker.
pub type Foreign = Option<Lang>;

/// The one of a page.
pub fn foreign(page: &Page) -> Foreign {
    (page.asked_in != page.lang).then_some(page.asked_in)
}

/// A text whose short parts each stay on a line: how often an answer was given, and the answer.
pub fn unbroken(text: &str) -> String {
    const SHORT: usize = 12;
    let parts = text.split(", ").map(|part| match width(part) {
        0..=SHORT => part.replace(' ', "\u{a0}"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join(", ")
}
