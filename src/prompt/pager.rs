//! A long text a screen at a time. The screen isn't taken over: what was shown stays where it was printed.

use std::{
    io::{self, Write as _},
    time::Instant,
};

use crossterm::{event::Event, terminal::enable_raw_mode};

use super::{
    events::{Input, LOOK, raw_again},
    keys::Key,
    screen::{
        filter::{KeyFilter, LineEnds, Typing},
        terminal_size,
    },
    stop::{is_stopping, mark_pastes, restore_terminal},
};
use crate::{
    render::terminal::{Emphasis, painted},
    text::{first_screen, height, width},
};

/// How reading ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Everything was shown.
    Whole,
    /// The reader had seen enough.
    Left,
    /// Ctrl-C, or the terminal is gone.
    Interrupted,
}

/// Waits for a key below a text, with what the keys do on the last line as long as it waits.
#[derive(Debug)]
pub(crate) struct Pager {
    input: Input,
    filter: KeyFilter,
    keys: String,
    colour: bool,
}

impl Pager {
    /// A pager that shows which keys there are.
    pub(crate) fn new(keys: String, colour: bool) -> Pager {
        Pager {
            input: Input::new(),
            filter: KeyFilter::new(Instant::now(), LineEnds::Count),
            keys,
            colour,
        }
    }

    /// Shows a text on standard output, leaving room below its end for so many lines that follow.
    ///
    /// # Errors
    /// When it can't be written.
    pub(crate) fn show(&mut self, text: &str, follow: usize) -> io::Result<Reading> {
        let lines: Vec<&str> = text.lines().collect();
        let mut rest = lines.as_slice();
        loop {
            let (columns, high) = terminal_size().unwrap_or((80, 24));
            // A line for the keys, or for what the shell asks after the end.
            let room = high.saturating_sub(1).max(1);
            let left = height(rest, columns);
            let count = if left + follow <= room {
                rest.len()
            } else if left <= room {
                first_screen(rest, columns, room.saturating_sub(follow).max(1))
            } else {
                first_screen(rest, columns, room)
            };
            let (screen, after) = rest.split_at(count);
            let mut out = io::stdout().lock();
            for line in screen {
                writeln!(out, "{line}")?;
            }
            out.flush()?;
            drop(out);
            if after.is_empty() {
                return Ok(Reading::Whole);
            }
            match self.wait()? {
                Reading::Whole => rest = after,
                ended => return Ok(ended),
            }
        }
    }

    /// Waits until the reader goes on or stops.
    ///
    /// # Errors
    /// When the terminal doesn't let itself be used this way.
    pub(crate) fn wait(&mut self) -> io::Result<Reading> {
        // Before the keys are seen, so that none is typed too early. Where no single key can be read all is shown at once.
        if enable_raw_mode().is_err() {
            return Ok(Reading::Whole);
        }
        // A paste turns no pages.
        mark_pastes();
        let mut out = io::stdout();
        let shown = write!(out, "{}", painted(&Emphasis::Quiet.of(&self.keys), self.colour)).and_then(|()| out.flush());
        let ended = shown.and_then(|()| self.key());
        restore_terminal();
        write!(out, "\r{}\r", " ".repeat(width(&self.keys)))?;
        out.flush()?;
        ended
    }

    fn key(&mut self) -> io::Result<Reading> {
        loop {
            if is_stopping() {
                return Ok(Reading::Interrupted);
            }
            match self.filter.next() {
                Some(Key::Enter | Key::Char(' ') | Key::PageDown) => return Ok(Reading::Whole),
                Some(Key::Char('q' | 'Q') | Key::Esc) => return Ok(Reading::Left),
                Some(Key::Stop) => return Ok(Reading::Interrupted),
                _ => {}
            }
            let patience = self.filter.patience(Instant::now());
            match self.input.within(patience.map_or(LOOK, |patience| patience.min(LOOK))) {
                // A terminal that is gone.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Reading::Interrupted),
                Ok(None) => {
                    self.filter.quiet(Instant::now());
                    if raw_again() {
                        mark_pastes();
                    }
                }
                Ok(Some(Event::Key(event))) => self.filter.see(event, Typing::Keys, Instant::now()),
                Ok(Some(_)) => {}
                Err(error) => return Err(error),
            }
        }
    }
}
