//! The real terminal: taken over, drawn on, read from, and given back.

use std::{
    io::{self, Write as _},
    time::{Duration, Instant},
};

use crossterm::{
    cursor::{Hide, MoveTo, Show},
    event::{Event, KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags},
    execute, queue,
    style::Print,
    terminal::{
        BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, enable_raw_mode,
    },
};

use super::{
    filter::{KeyFilter, LineEnds, Typing},
    frame::Page,
};
use crate::{
    fault::{Fault, io_reason},
    prompt::{
        events::{FLOOD, Input, LOOK, is_gone, raw_again},
        keys::Key,
        stop::{is_stopping, mark_pastes, restore_terminal, take_terminal, window_changed},
    },
    render::terminal::{Signs, painted},
    text::width,
};

/// The terminal while it is taken over.
#[derive(Debug)]
pub struct Terminal {
    input: Input,
    filter: KeyFilter,
    signs: Signs,
    /// Whether the terminal was asked to tell when a key is released.
    asks_releases: bool,
    /// The columns and rows that the page was last drawn for.
    drawn_for: (usize, usize),
}

/// The terminal's columns and rows; `None` where there is no terminal, or one that doesn't know its size.
pub fn terminal_size() -> Option<(usize, usize)> {
    let (columns, rows) = size_told()?;
    (columns > 0 && rows > 0).then_some((columns.into(), rows.into()))
}

/// The system is asked, and nobody else: where it doesn't know, crossterm starts the first `tput` on the search path.
#[cfg(unix)]
fn size_told() -> Option<(u16, u16)> {
    use rustix::stdio::{stderr, stdin, stdout};
    let mut streams = [stderr(), stdout(), stdin()].into_iter();
    let size = streams.find_map(|stream| rustix::termios::tcgetwinsize(stream).ok())?;
    Some((size.ws_col, size.ws_row))
}

/// Here it asks the console alone.
#[cfg(not(unix))]
fn size_told() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}

/// Whether the terminal understands escapes: Windows' old console has to be told first, and an even older one never does.
#[cfg(windows)]
pub fn knows_escapes() -> bool {
    crossterm::ansi_support::supports_ansi()
}

/// Whether the terminal understands escapes: only one of Windows may not.
#[cfg(not(windows))]
pub fn knows_escapes() -> bool {
    true
}

/// The size to draw for: a terminal that doesn't know its size is an ordinary one.
fn columns_and_rows() -> (usize, usize) {
    terminal_size().unwrap_or((80, 24))
}

impl Terminal {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When it doesn't let itself be used this way.
    pub fn open(signs: Signs) -> Result<Terminal, Fault> {
        enable_raw_mode().map_err(|error| unusable(&error))?;
        take_terminal();
        window_changed();
        let terminal = Terminal {
            input: Input::new(),
            filter: KeyFilter::new(Instant::now(), LineEnds::MayBePasted),
            signs,
            asks_releases: false,
            drawn_for: (0, 0),
        };
        let mut out = io::stderr().lock();
        queue!(out, EnterAlternateScreen, Hide)
            .and_then(|()| out.flush())
            .map_err(|error| unusable(&error))?;
        drop(out);
        mark_pastes();
        Ok(terminal)
    }

    /// Shows a page and waits for a key that counts, drawing again when the size changes.
    ///
    /// A `fresh` page asks something new: what was typed before it could be seen is dropped.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn key(
        &mut self,
        mut page: impl FnMut(usize, usize) -> Page,
        typing: Typing,
        fresh: bool,
    ) -> Result<Key, Fault> {
        match self.wait(&mut page, typing, fresh) {
            // Without a terminal, or after a signal that often means the same, what was typed so far is what counts.
            Err(_) if is_stopping() || is_gone() => Ok(Key::Stop),
            key => key.map_err(|error| unusable(&error)),
        }
    }

    fn wait(&mut self, page: &mut impl FnMut(usize, usize) -> Page, typing: Typing, fresh: bool) -> io::Result<Key> {
        // What was typed in one go needs no look at the page in between.
        let typed = if fresh { None } else { self.filter.next() };
        if let Some(key) = typed {
            return Ok(key);
        }
        self.ask_releases(typing != Typing::Words);
        if self.draw(page, typing, fresh)? {
            return Ok(Key::Stop);
        }
        loop {
            if is_stopping() {
                return Ok(Key::Stop);
            }
            let patience = self.filter.patience(Instant::now());
            if let Some(event) = self
                .input
                .within(patience.map_or(LOOK, |patience| patience.min(LOOK)))?
            {
                let now = Instant::now();
                self.see(event, typing, now);
                self.take_in(typing, now)?;
            } else {
                self.filter.quiet(Instant::now());
                if raw_again() {
                    // The shell wrote on the page meanwhile, and reads pastes and keys its own way.
                    mark_pastes();
                    self.asks_releases = false;
                    self.ask_releases(typing != Typing::Words);
                    self.drawn_for = (0, 0);
                }
            }
            if window_changed() || columns_and_rows() != self.drawn_for {
                self.draw(page, typing, false)?;
            }
            if let Some(key) = self.filter.next() {
                return Ok(key);
            }
        }
    }

    /// Asks a terminal that can to tell when a key is released, or no longer. Then it tells keys, not letters: where text is
    /// typed an accent could get lost. One that can't doesn't mind; Windows tells it always.
    fn ask_releases(&mut self, asks: bool) {
        if self.asks_releases == asks {
            return;
        }
        self.asks_releases = asks;
        let _ = if asks {
            execute!(
                io::stderr(),
                PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::all())
            )
        } else {
            execute!(io::stderr(), PopKeyboardEnhancementFlags)
        };
        if cfg!(unix) {
            self.filter.ask_releases(asks);
        }
    }

    /// Draws a page; `true` when Ctrl-C was among what was typed before it could be seen.
    fn draw(&mut self, page: &mut impl FnMut(usize, usize) -> Page, typing: Typing, fresh: bool) -> io::Result<bool> {
        self.drawn_for = columns_and_rows();
        let (columns, rows) = self.drawn_for;
        let page = page(columns, rows);
        // The filter sees it all, so that a held key stays held.
        let stops = fresh && {
            self.take_in(typing, Instant::now())?;
            self.input.drop_escape();
            self.filter.drop_all()
        };
        paint(io::stderr().lock(), &page, columns, self.signs)?;
        Ok(stops)
    }

    /// Takes in all that is there by now.
    fn take_in(&mut self, typing: Typing, now: Instant) -> io::Result<()> {
        while let Some(event) = self.input.within(Duration::ZERO)? {
            self.see(event, typing, now);
            if now.elapsed() > FLOOD {
                break;
            }
        }
        Ok(())
    }

    fn see(&mut self, event: Event, typing: Typing, now: Instant) {
        match event {
            Event::Key(event) => self.filter.see(event, typing, now),
            Event::Paste(text) => self.filter.paste(&text, typing),
            // The size is looked at anyway.
            _ => {}
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore_terminal();
    }
}

fn paint(out: impl io::Write, page: &Page, columns: usize, signs: Signs) -> io::Result<()> {
    let mut out = io::BufWriter::new(out);
    queue!(out, BeginSynchronizedUpdate, Hide)?;
    let mut cursor = None;
    for (row, line) in (0..).zip(&page.lines) {
        let text = clip(&line.marked, columns);
        queue!(out, MoveTo(0, row), Print(painted(&signs.of(text), knows_escapes())))?;
        if width(text) < columns {
            queue!(out, Clear(ClearType::UntilNewLine))?;
        }
        if let Some(column) = line.cursor {
            cursor = Some((u16::try_from(column.min(columns.saturating_sub(1))).unwrap_or(0), row));
        }
    }
    queue!(
        out,
        MoveTo(0, u16::try_from(page.lines.len()).unwrap_or(u16::MAX).saturating_sub(1))
    )?;
    if let Some((column, row)) = cursor {
        queue!(out, MoveTo(column, row), Show)?;
    }
    queue!(out, EndSynchronizedUpdate)?;
    out.flush()
}

/// The part of a text that fits in so many columns.
fn clip(text: &str, room: usize) -> &str {
    if width(text) <= room {
        return text;
    }
    let end = text
        .char_indices()
        .map(|(index, _)| index)
        .take_while(|&index| width(&text[..index]) <= room)
        .last();
    &text[..end.unwrap_or(0)]
}

fn unusable(error: &io::Error) -> Fault {
    let reason = io_reason(error);
    Fault::failed(|lang| lang.terminal_unusable(reason.text(lang)))
}

// Windows asks its console what is drawn, and here there is none.
#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::prompt::screen::frame::Line;

    #[test]
    fn a_page_has_the_signs_that_can_be_seen() {
        let line = Line {
            marked: "▸4 eerder wel".into(),
            ..Line::default()
        };
        let page = Page { lines: vec![line] };
        for (signs, seen) in [(Signs::All, "▸4 eerder wel"), (Signs::OfConsole, "►4 eerder wel")] {
            let mut out = Vec::new();
            paint(&mut out, &page, 80, signs).expect("memory takes a page");
            let out = String::from_utf8(out).expect("text");
            assert!(out.contains(seen), "{out:?}");
        }
    }
}
