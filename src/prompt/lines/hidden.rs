//! A line that is typed where the terminal shows nothing of its own accord.

use std::io::{self, Write};

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::{visible, width};

/// The longest line that is read whole, in bytes; of a longer one the rest is dropped.
pub(crate) const LINE_BYTES: usize = 64 * 1024;

/// What is typed so far, and what of it is on the screen: all of it, or nothing unless it begins with a letter. Then it is a
/// command or a note, not an answer.
#[derive(Debug)]
pub struct HiddenLine<W> {
    line: String,
    shown: String,
    out: W,
    columns: usize,
    /// Whether answers are shown too.
    shows: bool,
}

impl<W: Write> HiddenLine<W> {
    /// An empty line at the left edge of a terminal of so many columns.
    pub fn new(out: W, columns: usize, shows: bool) -> Self {
        HiddenLine {
            line: String::new(),
            shown: String::new(),
            out,
            columns,
            shows,
        }
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.line.is_empty()
    }

    /// What was typed, without what was taken back.
    pub(crate) fn into_line(self) -> String {
        self.line
    }

    /// Types a character, unless the line is full.
    ///
    /// # Errors
    /// When it can't be shown.
    pub fn push(&mut self, c: char) -> io::Result<()> {
        if self.line.len() + c.len_utf8() > LINE_BYTES {
            return Ok(());
        }
        let last = self.last();
        let end = format!("{}{c}", &self.line[last..]);
        self.end_with(last, &end)
    }

    /// Types a text.
    ///
    /// # Errors
    /// When it can't be shown.
    pub(crate) fn push_all(&mut self, text: &str) -> io::Result<()> {
        text.chars().try_for_each(|c| self.push(c))
    }

    /// Takes back what looks like one character.
    ///
    /// # Errors
    /// When it can't be shown.
    pub(crate) fn pop(&mut self) -> io::Result<()> {
        self.end_with(self.last(), "")
    }

    /// Takes everything back.
    ///
    /// # Errors
    /// When it can't be shown.
    pub fn clear(&mut self) -> io::Result<()> {
        self.end_with(0, "")
    }

    /// Where what looks like the last character begins.
    fn last(&self) -> usize {
        self.line
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(start, _)| start)
    }

    /// Replaces what is typed from here on.
    fn end_with(&mut self, start: usize, end: &str) -> io::Result<()> {
        let stays = self.shown.len() - self.show(&self.line[start..]).len();
        self.line.truncate(start);
        self.line.push_str(end);
        let end = self.show(end);
        let same = self.shown[stays..]
            .chars()
            .zip(end.chars())
            .take_while(|(before, after)| before == after)
            .map(|(c, _)| c.len_utf8())
            .sum::<usize>();
        let stays = stays + same;
        if stays < self.shown.len() {
            self.erase_from(stays)?;
        }
        write!(self.out, "{}", &end[same..])?;
        self.shown.replace_range(stays.., &end[same..]);
        self.out.flush()
    }

    /// Takes off the screen what is shown from here on.
    fn erase_from(&mut self, stays: usize) -> io::Result<()> {
        let (row, column) = self.place(&self.shown);
        let (first_row, first_column) = self.place(&self.shown[..stays]);
        if row > first_row || column >= self.columns {
            // Nothing goes back over the edge of a terminal that is only ever added to: the line starts again below.
            return write!(self.out, "\n{}", &self.shown[..stays]);
        }
        write!(self.out, "{}", "\x08 \x08".repeat(column - first_column))
    }

    /// What is shown of a part of the line, one character after the other, so that each can be taken back by itself.
    fn show(&self, part: &str) -> String {
        if !self.shows && !self.line.starts_with(char::is_alphabetic) {
            return String::new();
        }
        part.graphemes(true).map(visible).collect()
    }

    /// The row and column in which a text ends; past the last column it is still on that row.
    fn place(&self, shown: &str) -> (usize, usize) {
        shown.graphemes(true).fold((0, 0), |(row, column), grapheme| {
            let room = width(grapheme);
            if column + room > self.columns {
                (row + 1, room)
            } else {
                (row, column + room)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is in the line and on the screen after keys, of which `<` is Backspace and `|` takes everything back.
    fn typed(keys: &str, columns: usize) -> (String, String) {
        typed_in(keys, columns, false)
    }

    fn typed_in(keys: &str, columns: usize, shows: bool) -> (String, String) {
        let mut out = Vec::new();
        let mut typed = HiddenLine::new(&mut out, columns, shows);
        for key in keys.chars() {
            match key {
                '<' => typed.pop(),
                '|' => typed.clear(),
                c => typed.push(c),
            }
            .unwrap();
        }
        let line = typed.into_line();
        let mut screen = vt100::Parser::new(
            5.try_into().unwrap(),
            u16::try_from(columns).unwrap().try_into().unwrap(),
            0,
        );
        screen.process(String::from_utf8(out).unwrap().replace('\n', "\r\n").as_bytes());
        let rows: Vec<_> = screen
            .screen()
            .contents()
            .lines()
            .map(|row| row.trim_end().to_owned())
            .collect();
        (line, rows.join("\n"))
    }

    #[test]
    fn what_is_typed_is_what_is_shown() {
        for (keys, line) in [
            ("n noot", "n noot"),
            ("n ab<<c", "n c"),
            ("n zoe\u{301}<", "n zo"),
            ("n 😀!<<a", "n a"),
            ("n 漢字<x", "n 漢x"),
            ("n weg|f", "f"),
            ("345|n a", "n a"),
            ("n<<<n a", "n a"),
        ] {
            assert_eq!(typed(keys, 80), (line.to_owned(), line.to_owned()), "{keys}");
        }
    }

    #[test]
    fn an_answer_is_not_shown() {
        for keys in ["34?52", "34<|5", "n|345", "n<<345", "3n 4"] {
            assert_eq!(typed(keys, 80).1, "", "{keys}");
        }
        // Unless the team gives it together.
        for (keys, line) in [("34?", "34?"), ("34<|5", "5"), ("3n 4<5", "3n 5")] {
            assert_eq!(typed_in(keys, 80, true), (line.to_owned(), line.to_owned()), "{keys}");
        }
    }

    #[test]
    fn what_acts_on_a_terminal_is_shown_as_a_mark() {
        assert_eq!(typed("n a\u{9B}2Jb\u{202E}", 80).1, "n a‹U+009B›2Jb‹U+202E›");
        assert_eq!(typed("n a\u{9B}<b\u{202E}<c", 80).1, "n abc");
    }

    #[test]
    fn a_line_that_wrapped_starts_again_below() {
        assert_eq!(typed("n abcdefgh<", 8).1, "n abcdefg");
        assert_eq!(typed("n abcdefg<", 8).1, "n abcdefg\nn abcdef");
        assert_eq!(typed("n abcdef<", 8).1, "n abcdef\nn abcde");
        assert_eq!(typed("n abcdefgh|f", 8).1, "n abcdefgh\nf");
    }
}
