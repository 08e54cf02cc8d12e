//! From bytes, or from the keys of a console, to whole keys and pastes.

use std::collections::VecDeque;
#[cfg(any(unix, test))]
use std::str;

use crossterm::event::Event;
#[cfg(any(not(unix), test))]
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::{
    keys::{Meaning, is_ctrl_c, meaning},
    sequences::{Piece, Sequences},
};

/// What is kept of a paste at most.
#[cfg(any(unix, test))]
const PASTE_BYTES: usize = 1024 * 1024;

/// What comes in one go and is longer than this was pressed by nobody.
#[cfg(any(unix, test))]
const KEY_BYTES: usize = 32;

/// Gives events for what is put in. It knows no time: who puts in tells when nothing more comes.
#[derive(Debug, Default)]
pub(super) struct Parser {
    /// The begin of a character.
    bytes: Vec<u8>,
    sequences: Sequences,
    paste: Option<Paste>,
    stalled: Option<Stalled>,
    /// The key of a console that was part of a sequence: its release isn't told either.
    #[cfg(any(not(unix), test))]
    part: Option<KeyCode>,
    events: VecDeque<Event>,
}

/// What is being pasted.
#[derive(Debug, Default)]
struct Paste {
    text: String,
    /// Where in it the sequence begins that may be its end.
    end: usize,
}

/// What broke off: its rest, should it come, is not typed either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stalled {
    Paste,
    String,
}

impl Parser {
    /// The next event that is whole.
    pub(super) fn next(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Whether something isn't finished.
    pub(super) fn is_open(&self) -> bool {
        self.sequences.is_open() || self.paste.is_some() || !self.bytes.is_empty()
    }

    /// Takes in bytes that were read in one go.
    #[cfg(any(unix, test))]
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        match self.stalled.take() {
            Some(Stalled::Paste) if bytes.len() > KEY_BYTES || ends_paste(bytes) => self.paste = Some(Paste::default()),
            Some(Stalled::String) if ends_string(bytes) => self.sequences = Sequences::in_string(),
            _ => {}
        }
        let mut rest = std::mem::take(&mut self.bytes);
        rest.extend_from_slice(bytes);
        let mut rest = rest.as_slice();
        loop {
            let (text, wrong) = match str::from_utf8(rest) {
                Ok(text) => (text, None),
                Err(error) => {
                    let text = str::from_utf8(&rest[..error.valid_up_to()]).unwrap_or_default();
                    (text, error.error_len())
                }
            };
            text.chars().for_each(|c| self.character(c));
            rest = &rest[text.len()..];
            let Some(wrong) = wrong else { break };
            // By itself it can be a control of 8 bits.
            let control = rest[0] < 0xa0;
            self.character(if control {
                char::from(rest[0])
            } else {
                char::REPLACEMENT_CHARACTER
            });
            rest = &rest[wrong..];
        }
        self.bytes = rest.to_vec();
    }

    #[cfg(any(unix, test))]
    fn character(&mut self, c: char) {
        if let Some(paste) = &mut self.paste
            && paste.text.len() < PASTE_BYTES
        {
            if !self.sequences.is_open() || matches!(c, '\x1b' | '\u{9b}') {
                paste.end = paste.text.len();
            }
            paste.text.push(c);
        }
        if let Some(piece) = self.sequences.take(c) {
            self.piece(piece);
        }
    }

    fn piece(&mut self, piece: Piece) {
        match (meaning(piece), &mut self.paste) {
            (Some(Meaning::PasteEnds), Some(paste)) => {
                paste.text.truncate(paste.end);
                self.end_paste();
            }
            (Some(Meaning::PasteBegins), None) => self.paste = Some(Paste::default()),
            (Some(Meaning::Key(key)), paste) if paste.is_none() || is_ctrl_c(key) => {
                self.events.push_back(Event::Key(key));
            }
            _ => {}
        }
    }

    fn end_paste(&mut self) {
        let paste = self.paste.take().unwrap_or_default();
        self.events.push_back(Event::Paste(paste.text));
    }

    /// Ends what isn't finished: nothing more came for a while.
    pub(super) fn lapse(&mut self) {
        self.bytes.clear();
        let in_string = self.sequences.is_in_string();
        let piece = self.sequences.lapse();
        if self.paste.is_some() {
            self.end_paste();
            self.stalled = Some(Stalled::Paste);
        } else if in_string {
            self.stalled = Some(Stalled::String);
        } else if let Some(piece) = piece {
            self.piece(piece);
        }
    }

    /// Lets Esc that was pressed just now be no key.
    pub(super) fn drop_escape(&mut self) {
        self.sequences.drop_escape();
    }

    /// Takes in what a console tells: there each character of what a terminal says is a key. A sequence is never one there.
    #[cfg(any(not(unix), test))]
    pub(super) fn see(&mut self, event: Event) {
        let key = match event {
            Event::Key(key) => key,
            event => return self.events.push_back(event),
        };
        let Some(c) = character_of(key) else {
            return self.events.push_back(event);
        };
        if key.kind == KeyEventKind::Release {
            if self.part != Some(key.code) {
                self.events.push_back(event);
            }
            return;
        }
        self.part = None;
        match self.sequences.take(c) {
            Some(Piece::Char(_)) => return self.events.push_back(event),
            Some(Piece::Escape) => self.piece(Piece::Escape),
            _ => {}
        }
        self.part = Some(key.code);
    }
}

/// The character that a key of a console is, if it can be one of what a terminal says.
#[cfg(any(not(unix), test))]
fn character_of(key: KeyEvent) -> Option<char> {
    match key.code {
        KeyCode::Char('[') if key.modifiers == KeyModifiers::CONTROL => Some('\x1b'),
        KeyCode::Char('g') if key.modifiers == KeyModifiers::CONTROL => Some('\x07'),
        _ if key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => None,
        KeyCode::Esc => Some('\x1b'),
        KeyCode::Enter => Some('\r'),
        KeyCode::Char(c) => Some(c),
        _ => None,
    }
}

#[cfg(any(unix, test))]
fn ends_paste(bytes: &[u8]) -> bool {
    bytes.windows(4).any(|four| four == b"201~")
}

/// Whether the end of a string is the first thing among bytes that no text has.
#[cfg(any(unix, test))]
fn ends_string(bytes: &[u8]) -> bool {
    let end = bytes.iter().position(|byte| matches!(byte, 0x07 | 0x1b));
    end.is_some_and(|end| bytes[end] == 0x07 || bytes.get(end + 1) == Some(&b'\\'))
}

#[cfg(test)]
mod tests;
