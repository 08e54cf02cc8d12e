//! The colours of drawings, Word and Excel. The style sheet of a page, `page.css`, has the same and those for the dark.

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
/// Behind everything.
pub(crate) const WHITE: &str = "#ffffff";
/// A strong rule in a table.
#[cfg(feature = "office")]
pub(crate) const RULE: &str = "#8496a0";
/// A thin one.
#[cfg(feature = "office")]
pub(crate) const THIN_RULE: &str = "#d5dce0";
