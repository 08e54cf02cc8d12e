//! The forms that a report can have, by their names and by the endings of file names.

use std::path::Path;

/// A form that a report can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// One HTML file, for a browser or to print.
    Html,
    /// A Word document.
    Word,
    /// An Excel workbook.
    Excel,
    /// A row for each question.
    Csv,
    /// As `ips show --json`.
    Json,
    /// The radar as a drawing.
    Svg,
    /// The radar as a picture.
    Png,
}

impl Format {
    /// The words after `--format` and the endings of file names, the one to name first.
    pub const WORDS: [(&'static str, Format); 11] = [
        ("markdown", Format::Markdown),
        ("html", Format::Html),
        ("docx", Format::Word),
        ("xlsx", Format::Excel),
        ("csv", Format::Csv),
        ("json", Format::Json),
        ("svg", Format::Svg),
        ("png", Format::Png),
        ("md", Format::Markdown),
        ("word", Format::Word),
        ("excel", Format::Excel),
    ];

    /// The format that a file's name ends in.
    pub fn of_file(path: &Path) -> Option<Format> {
        path.extension()?.to_str().and_then(Format::named)
    }

    /// The format that a word stands for.
    pub fn named(word: &str) -> Option<Format> {
        Self::WORDS
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(word))
            .map(|(_, format)| *format)
    }

    /// Whether it is text, which a terminal can show.
    pub fn is_text(self) -> bool {
        !matches!(self, Format::Word | Format::Excel | Format::Png)
    }
}
