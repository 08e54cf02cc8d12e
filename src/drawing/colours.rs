//! The colours of drawings, Word and Excel. The style sheet of a page, `page.css`, has the same and those for the dark.

/// The newest meeting, and headings.
pub const NOW: &str = "#0b6074";
/// An older meeting.
pub const THEN: &str = "#96660c";
/// A grid.
pub const GRID: &str = "#cdd5da";
/// Texts.
pub const INK: &str = "#18252d";
/// What is said less loudly.
pub const QUIET: &str = "#4d5c66";
/// What is marked.
pub const MARK: &str = "#a33c0b";
/// Behind everything.
pub const WHITE: &str = "#ffffff";
/// A strong rule in a table.
#[cfg(feature = "office")]
pub const RULE: &str = "#8496a0";
/// A thin one.
#[cfg(feature = "office")]
pub const THIN_RULE: &str = "#d5dce0";
