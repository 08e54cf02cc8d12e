//! One line of text being typed.

use std::mem;

use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation as _;

use super::frame::Line;
use crate::{
    profile::NOTE_CHARS,
    prompt::keys::Key,
    render::terminal::Emphasis,
    text::{is_unsafe, masked, width, wrap},
};

/// A text with a cursor.
#[derive(Debug)]
pub struct Editor {
    input: Input,
    /// What was there before anything was typed.
    stored: String,
    /// Whether it was refused as it stands: a letter then takes the place of all of it, and any other key mends it.
    refused: bool,
}

impl Editor {
    /// Starts with a text, the cursor behind it.
    pub fn new(text: &str) -> Self {
        Editor {
            input: Input::new(text.to_owned()),
            stored: text.to_owned(),
            refused: false,
        }
    }

    /// What is typed so far.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Puts another text in place of what is typed.
    pub fn replace(&mut self, text: &str) {
        self.input = Input::new(text.to_owned());
    }

    /// Takes what stands there for refused: who then types it again needn't take it away first.
    pub fn refuse(&mut self) {
        self.refused = true;
    }

    /// Whether something else stands there than at first.
    pub fn changed(&self) -> bool {
        self.text().trim() != self.stored.trim()
    }

    /// Takes a key that edits. Characters that could act on a terminal are not taken, nor is more than a note can hold.
    pub(crate) fn press(&mut self, key: Key) {
        let request = match key {
            Key::Char(c) if is_unsafe(c) || self.input.value().chars().count() >= NOTE_CHARS => return,
            Key::Char(c) => InputRequest::InsertChar(c),
            Key::Clear => InputRequest::DeleteLine,
            Key::Backspace => InputRequest::DeletePrevChar,
            Key::Delete => InputRequest::DeleteNextChar,
            Key::Left => InputRequest::GoToPrevChar,
            Key::Right => InputRequest::GoToNextChar,
            Key::Home => InputRequest::GoToStart,
            Key::End => InputRequest::GoToEnd,
            Key::Enter | Key::Esc | Key::Stop | Key::Ended | Key::Up | Key::Down | Key::PageUp | Key::PageDown => {
                return;
            }
        };
        if mem::take(&mut self.refused) && matches!(request, InputRequest::InsertChar(_)) {
            self.input.reset();
        }
        self.input.handle(request);
    }

    /// The text wrapped at words behind `label`, with the cursor in it.
    pub fn lines(&self, label: &str, margin: usize, columns: usize) -> Vec<Line> {
        let room = columns.saturating_sub(margin + 1).clamp(1, 74);
        let label_room = width(label) + usize::from(!label.is_empty());
        if label_room > room {
            // It leaves no room beside it: what is typed stands below.
            let label = wrap(label, room).into_iter().map(|row| Emphasis::Bold.of(&row));
            let label = label.map(|row| Line::new(format!("{}{row}", " ".repeat(margin))));
            return label.chain(self.lines("", margin, columns)).collect();
        }
        let cursor = self.input.cursor();
        let mut rows = vec![(String::new(), label_room)];
        let mut place = (0, label_room);
        let mut taken = 0;
        for word in self.input.value().split_word_bounds() {
            if taken == cursor {
                place = (rows.len() - 1, rows[rows.len() - 1].1);
            }
            let blank = word.chars().all(char::is_whitespace);
            if !blank && width(word) <= room && rows[rows.len() - 1].1 + width(word) > room {
                rows.push((String::new(), 0));
                if taken == cursor {
                    place = (rows.len() - 1, 0);
                }
            }
            for grapheme in word.graphemes(true) {
                let shown = masked(grapheme);
                // A blank at the end of a row hangs over, so that no row begins with it.
                if rows[rows.len() - 1].1 + width(&shown) > room + usize::from(blank) {
                    rows.push((String::new(), 0));
                }
                if (taken..taken + grapheme.chars().count()).contains(&cursor) {
                    place = (rows.len() - 1, rows[rows.len() - 1].1);
                }
                let last = rows.len() - 1;
                rows[last].0.push_str(&shown);
                rows[last].1 += width(&shown);
                taken += grapheme.chars().count();
            }
        }
        if taken == cursor {
            place = (rows.len() - 1, rows[rows.len() - 1].1);
        }
        let indent = " ".repeat(margin);
        if self.refused {
            for (row, _) in &mut rows {
                *row = Emphasis::Quiet.of(row);
            }
        }
        if !label.is_empty() {
            rows[0].0.insert_str(0, &format!("{} ", Emphasis::Bold.of(label)));
        }
        let lines = rows.iter().map(|(row, _)| Line::new(format!("{indent}{row}")));
        let mut lines: Vec<Line> = lines.collect();
        lines[place.0].cursor = Some(margin + place.1);
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, keys: &[Key], columns: usize) -> (Vec<String>, usize, usize) {
        let mut editor = Editor::new(text);
        for key in keys {
            editor.press(*key);
        }
        let lines = editor.lines("", 0, columns);
        let row = lines.iter().position(|line| line.cursor.is_some()).unwrap();
        (lines.iter().map(Line::text).collect(), row, lines[row].cursor.unwrap())
    }

    #[test]
    fn text_wraps_at_words_and_the_cursor_follows() {
        let wrapped = |rows: &[&str]| rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>();
        assert_eq!(shown("een twee drie", &[], 10), (wrapped(&["een twee ", "drie"]), 1, 4));
        assert_eq!(
            shown("een twee drie", &[Key::Home], 10),
            (wrapped(&["een twee ", "drie"]), 0, 0)
        );
        assert_eq!(shown("", &[], 10), (wrapped(&[""]), 0, 0));
        assert_eq!(shown("abcdefghijkl", &[], 10).0, wrapped(&["abcdefghi", "jkl"]));
    }

    #[test]
    fn a_note_with_blank_lines_keeps_them_while_it_is_changed() {
        let mut editor = Editor::new("Eén.\n\nTwee");
        for key in [Key::Char('!'), Key::Home, Key::Char('-')] {
            editor.press(key);
        }
        assert_eq!(editor.text(), "-Eén.\n\nTwee!");
    }

    #[test]
    fn a_label_that_leaves_no_room_stands_whole_above_the_line() {
        let mut editor = Editor::new("");
        editor.press(Key::Char('7'));
        let lines = editor.lines("Met hoeveel mensen zijn jullie?", 1, 20);
        let shown: Vec<String> = lines.iter().map(Line::text).collect();
        assert_eq!(shown, [" Met hoeveel mensen", " zijn jullie?", " 7"]);
        assert_eq!(lines[2].cursor, Some(2));
    }

    #[test]
    fn what_was_refused_is_typed_over_or_mended() {
        let then = |keys: &[Key]| {
            let mut editor = Editor::new("30 feb");
            editor.refuse();
            for key in keys {
                editor.press(*key);
            }
            editor.text().to_owned()
        };
        assert_eq!(then(&[]), "30 feb");
        assert_eq!(then(&[Key::Char('\u{1b}'), Key::Char('1'), Key::Char('5')]), "15");
        assert_eq!(then(&[Key::Backspace, Key::Char('x')]), "30 fex");
        assert_eq!(then(&[Key::Home, Key::Delete, Key::Char('2')]), "20 feb");
    }

    #[test]
    fn characters_that_act_on_a_terminal_are_not_typed() {
        let mut editor = Editor::new("");
        for c in ['a', '\u{1b}', '\u{202E}', 'é'] {
            editor.press(Key::Char(c));
        }
        assert_eq!(editor.text(), "aé");
    }
}
