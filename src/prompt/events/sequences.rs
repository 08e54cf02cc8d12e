//! Where an escape sequence begins and ends, in what comes from a terminal: ECMA-48's grammar, with what terminals add.
//!
//! Only a key that someone presses and a text that someone pastes count; whatever else a terminal says ends in here, however
//! late it comes, in pieces too. After a longer pause within a sequence only the rest of a string or a paste is known as such: a
//! letter that comes then may as well be a key. No library's parser does: crossterm 0.29 and termina 0.4 (of helix, which took
//! crossterm's) wait for ever for the end of what they don't know, and give the content of strings as keys; `vte` and `vtparse`
//! read what programs write to a terminal: they know nothing of SS3, X10's three bytes or a key behind ESC, let no one see
//! that a sequence isn't finished, and end a string in the middle of an `Ü` or run the Enter in a sequence.

/// A part of what came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// One character, or a control that is one key.
    Char(char),
    /// Esc by itself.
    Escape,
    /// A character behind ESC: with Alt.
    Alt(char),
    /// What stands between `ESC [` and the final character, and that.
    Csi { parameters: String, end: char, alt: bool },
    /// What is behind `ESC O`.
    Ss3 { end: char, modified: bool },
}

/// Reads characters, and knows whether a sequence isn't finished.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Ground,
    Escape(Before),
    /// Between ESC and its end: which character set, for instance.
    Between,
    Csi {
        parameters: String,
        alt: bool,
    },
    Ss3 {
        modified: bool,
    },
    /// OSC, DCS, APC, PM or SOS.
    String {
        bell_ends: bool,
    },
    /// So many characters that belong to what was before them, such as where the mouse is.
    Raw(usize),
}

/// What was before ESC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    /// Another one: Esc, or Alt with a key that is a sequence.
    Escape,
    /// What isn't a key, so that ESC by itself is none either.
    NoKey,
}

/// Longer than the parameters of any key.
const PARAMETERS: usize = 64;

impl Sequences {
    /// Takes a character; gives what it completes. Ctrl-C is always itself, also in the middle of something.
    pub(super) fn take(&mut self, c: char) -> Option<Piece> {
        match c {
            '\x03' => return Some(Piece::Char(c)),
            // A control of 8 bits is ESC and a letter.
            '\u{80}'..='\u{9f}' if !matches!(self.state, State::Raw(_)) => {
                let letter = char::from(u8::try_from(u32::from(c) - 0x40).unwrap_or_default());
                self.state = State::Escape(Before::NoKey);
                return self.take(letter).filter(|piece| !matches!(piece, Piece::Alt(_)));
            }
            _ => {}
        }
        match (std::mem::take(&mut self.state), c) {
            (State::Ground, '\x1b') => self.goes_to(State::Escape(Before::Nothing)),
            (State::Ground, c) => Some(Piece::Char(c)),
            (State::Escape(before), c) => self.behind_escape(before, c),
            (_, '\x1b') => self.goes_to(State::Escape(Before::NoKey)),
            (_, '\x18' | '\x1a') | (State::Between, '0'..='~') | (State::String { bell_ends: true }, '\x07') => None,
            (State::Csi { parameters, alt }, '@'..='~') => self.csi(parameters, c, alt),
            (State::Csi { mut parameters, alt }, ' '..='?') => {
                if parameters.len() < PARAMETERS {
                    parameters.push(c);
                }
                self.goes_to(State::Csi { parameters, alt })
            }
            (State::Ss3 { .. }, '0'..='9' | ';') => self.goes_to(State::Ss3 { modified: true }),
            (State::Ss3 { modified }, c) => Some(Piece::Ss3 { end: c, modified }),
            (State::Raw(more), _) if more <= 1 => None,
            (State::Raw(more), _) => self.goes_to(State::Raw(more - 1)),
            (state, _) => self.goes_to(state),
        }
    }

    fn goes_to(&mut self, state: State) -> Option<Piece> {
        self.state = state;
        None
    }

    fn behind_escape(&mut self, before: Before, c: char) -> Option<Piece> {
        let alt = before == Before::Escape;
        self.state = match c {
            '\x1b' if before == Before::Nothing => State::Escape(Before::Escape),
            '\x1b' => State::Escape(before),
            '[' => State::Csi {
                parameters: String::new(),
                alt,
            },
            'O' => State::Ss3 { modified: alt },
            // SS2, which no key has.
            'N' => State::Raw(1),
            ']' => State::String { bell_ends: true },
            'P' | 'X' | '^' | '_' => State::String { bell_ends: false },
            ' '..='/' => State::Between,
            _ => State::Ground,
        };
        match (before, &self.state) {
            (Before::Nothing, State::Ground) => Some(Piece::Alt(c)),
            // The first of two was a key.
            (Before::Escape, State::Csi { .. } | State::Ss3 { .. }) => None,
            (Before::Escape, _) => Some(Piece::Escape),
            _ => None,
        }
    }

    fn csi(&mut self, parameters: String, end: char, alt: bool) -> Option<Piece> {
        let behind = match end {
            _ if !parameters.is_empty() => 0,
            // The mouse, in three old ways; a key with F of Linux' own console.
            'M' => 3,
            't' => 2,
            'T' => 6,
            '[' => 1,
            _ => 0,
        };
        if behind > 0 {
            return self.goes_to(State::Raw(behind));
        }
        Some(Piece::Csi { parameters, end, alt })
    }

    /// Whether something isn't finished.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self.state, State::Ground)
    }

    /// Whether that is a string, whose rest would look like keys.
    pub(super) fn is_in_string(&self) -> bool {
        matches!(self.state, State::String { .. })
    }

    /// Begins within a string whose end is still to come.
    #[cfg(any(unix, test))]
    pub(super) fn in_string() -> Sequences {
        Sequences {
            state: State::String { bell_ends: true },
        }
    }

    /// Ends what isn't finished: nothing more comes. ESC by itself is a key.
    pub(super) fn lapse(&mut self) -> Option<Piece> {
        match std::mem::take(&mut self.state) {
            State::Escape(Before::Nothing | Before::Escape) => Some(Piece::Escape),
            _ => None,
        }
    }

    /// Lets ESC that waits be no key.
    pub(super) fn drop_escape(&mut self) {
        if let State::Escape(before) = &mut self.state {
            *before = Before::NoKey;
        }
    }
}

/// A line without the sequences that came along with it; one that isn't finished ends with the line.
pub(crate) fn without_sequences(line: &str) -> String {
    let mut sequences = Sequences::default();
    let each = line.chars().filter_map(|c| match sequences.take(c) {
        Some(Piece::Char(c)) => Some(c),
        _ => None,
    });
    each.collect()
}
