//! How a text looks on a terminal, a report and a page of the interview alike: what stands out in it, and how wide it is.
//!
//! While a text is laid out an emphasis is two invisible characters of no width around the words, so that frames and tables
//! measure the words alone; at the end they become what a terminal understands, or nothing. No text from a file holds such
//! a character: [`safe`](crate::text::safe) makes it visible. Colour only repeats what a word or sign says.

use crossterm::style::{ContentStyle, Stylize as _};

/// Where a report is shown, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// How wide it may be; none where lines have no end, as in a pipe.
    pub columns: Option<usize>,
    /// Whether colour and bold can be seen there.
    pub colour: bool,
    /// Whether it is told in words, for who listens to it (see [`plain`](crate::render::plain)).
    pub plain: bool,
}

/// A width alone is one without colour.
impl From<usize> for Look {
    fn from(columns: usize) -> Look {
        Look {
            columns: Some(columns),
            colour: false,
            plain: false,
        }
    }
}

/// What stands out, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// What a reader looks for first: the team, a heading, the question, the chosen answer, *laagst*, *eerst bespreken*.
    Bold,
    /// What stays behind: the rest of a progress bar, a source.
    Quiet,
    /// Strong, or clearly higher.
    High,
    /// The bar of the lowest, or clearly lower.
    Low,
}

/// The invisible character that begins each emphasis.
const BEGINS: [(char, Emphasis); 4] = [
    ('\u{2061}', Emphasis::Bold),
    ('\u{2062}', Emphasis::High),
    ('\u{2063}', Emphasis::Low),
    ('\u{206A}', Emphasis::Quiet),
];

/// The one that ends any.
const END: char = '\u{2064}';

impl Emphasis {
    /// The same words with this emphasis. Mark lines that are wrapped already: a mark is for one line.
    pub fn of(self, words: &str) -> String {
        let begin = BEGINS.iter().find(|(_, style)| *style == self);
        match begin {
            Some((begin, _)) if !words.trim().is_empty() => format!("{begin}{words}{END}"),
            _ => words.to_owned(),
        }
    }

    /// Bold and dim work on every projector. Green and cyan are the two of the sixteen colours that can be read on white,
    /// on black and on the blue of an older Windows, and judge nobody.
    fn looks(self) -> ContentStyle {
        let plain = ContentStyle::new();
        match self {
            Emphasis::Bold => plain.bold(),
            Emphasis::Quiet => plain.dim(),
            Emphasis::High => plain.dark_green(),
            Emphasis::Low => plain.dark_cyan(),
        }
    }
}

/// Words about a change in the style of its arrow.
pub fn clear(arrow: &str, words: &str) -> String {
    match arrow {
        "▲" => Emphasis::High.of(words),
        "▼" => Emphasis::Low.of(words),
        _ => words.to_owned(),
    }
}

/// A laid out text with its styles as a terminal understands them, or without them. No style goes on over a line's end or
/// over the margin of the next line.
pub fn painted(text: &str, colour: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut words = String::new();
    let mut style: Option<Emphasis> = None;
    let flush = |out: &mut String, words: &mut String, style: Option<Emphasis>| {
        let margin = words.len() - words.trim_start().len();
        let (margin, rest) = words.split_at(margin);
        out.push_str(margin);
        match style {
            Some(style) if colour && !rest.is_empty() => out.push_str(&style.looks().apply(rest).to_string()),
            _ => out.push_str(rest),
        }
        words.clear();
    };
    for c in text.chars() {
        let begun = BEGINS.iter().find(|(begin, _)| *begin == c);
        if begun.is_none() && c != END && c != '\n' {
            words.push(c);
            continue;
        }
        flush(&mut out, &mut words, style);
        match begun {
            Some((_, begun)) => style = Some(*begun),
            None if c == END => style = None,
            None => out.push(c),
        }
    }
    flush(&mut out, &mut words, style);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{is_unsafe, width};

    #[test]
    fn a_style_takes_no_room_and_no_text_from_a_file_can_hold_one() {
        for (begin, style) in BEGINS {
            assert_eq!(width(&style.of("laagst")), 6);
            assert!(is_unsafe(begin) && is_unsafe(END));
        }
        assert_eq!(Emphasis::Low.of(" "), " ");
    }

    #[test]
    fn a_style_ends_at_the_end_of_a_line_and_begins_behind_the_margin() {
        let text = format!("een {} vier\n", Emphasis::Bold.of("twee\n   drie"));
        assert_eq!(painted(&text, false), "een twee\n   drie vier\n");
        let bold = |words: &str| ContentStyle::new().bold().apply(words).to_string();
        assert_eq!(
            painted(&text, true),
            format!("een {}\n   {} vier\n", bold("twee"), bold("drie"))
        );
    }
}
