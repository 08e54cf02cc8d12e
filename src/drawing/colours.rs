//! The colours of drawings and of documents for an office. The style sheet of a page, `page.css`, has the same and those for the dark.

#[cfg(feature = "office")]
use crate::scoring::Band;

/// The newest meeting, and headings.
pub(crate) const NOW: &str = "#0b6074";
/// An older meeting.
pub(crate) const THEN: &str = "#96660c";
pub(crate) const GRID: &str = "#cdd5da";
/// Texts.
pub(crate) const INK: &str = "#18252d";
/// What is said less loudly.
pub(crate) const QUIET: &str = "#4d5c66";
/// What is marked.
pub(crate) const MARK: &str = "#a33c0b";
/// Behind scores to discuss first, to discuss, and those that are strong: three steps that a grey print keeps apart.
pub(crate) const FIRST: &str = "#ecd09a";
pub(crate) const TALK: &str = "#f6ead0";
pub(crate) const STRONG: &str = "#eaf4f6";
/// Behind everything.
pub(crate) const WHITE: &str = "#ffffff";
/// A strong rule in a table.
#[cfg(feature = "office")]
pub(crate) const RULE: &str = "#8496a0";
/// A thin one.
#[cfg(feature = "office")]
pub(crate) const THIN_RULE: &str = "#d5dce0";

/// What stands behind a score of a band.
#[cfg(feature = "office")]
pub(crate) fn band(band: Band) -> &'static str {
    match band {
        Band::DiscussFirst => FIRST,
        Band::Discuss => TALK,
        Band::Strong => STRONG,
    }
}
