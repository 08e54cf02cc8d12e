//! The forms that a report can have, by words and by the endings of file names.

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
    /// Every form, in the order in which they are summed up.
    pub const ALL: [Format; 8] = [
        Format::Markdown,
        Format::Html,
        Format::Word,
        Format::Excel,
        Format::Csv,
        Format::Json,
        Format::Svg,
        Format::Png,
    ];

    /// The words after `--format`.
    const WORDS: [(&'static str, Format); 11] = [
        ("markdown", Format::Markdown),
        ("md", Format::Markdown),
        ("html", Format::Html),
        ("docx", Format::Word),
        ("word", Format::Word),
        ("xlsx", Format::Excel),
        ("excel", Format::Excel),
        ("csv", Format::Csv),
        ("json", Format::Json),
        ("svg", Format::Svg),
        ("png", Format::Png),
    ];

    /// The endings of file names; of one format the one to name first.
    const ENDINGS: [(&'static str, Format); 9] = [
        ("md", Format::Markdown),
        ("html", Format::Html),
        ("htm", Format::Html),
        ("docx", Format::Word),
        ("xlsx", Format::Excel),
        ("csv", Format::Csv),
        ("json", Format::Json),
        ("svg", Format::Svg),
        ("png", Format::Png),
    ];

    /// The format that a word after `--format` stands for.
    pub fn named(word: &str) -> Option<Format> {
        of(&Self::WORDS, word)
    }

    /// The word after `--format` to name first.
    pub fn word(self) -> &'static str {
        let known = Self::WORDS.iter().find(|(_, format)| *format == self);
        known.map_or("", |(word, _)| word)
    }

    /// The format that a file's name ends in.
    pub fn of_file(path: &Path) -> Option<Format> {
        of(&Self::ENDINGS, path.extension()?.to_str()?)
    }

    /// The ending of its files' names.
    pub fn ending(self) -> &'static str {
        let known = Self::ENDINGS.iter().find(|(_, format)| *format == self);
        known.map_or("", |(ending, _)| ending)
    }

    /// Whether it is text, which a terminal can show.
    pub fn is_text(self) -> bool {
        !matches!(self, Format::Word | Format::Excel | Format::Png)
    }
}

fn of(known: &[(&str, Format)], word: &str) -> Option<Format> {
    known
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(word))
        .map(|(_, format)| *format)
}
