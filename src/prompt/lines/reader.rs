//! Where lines come from: a pipe, or someone typing on a terminal, whose answers are not to stay on the screen.

use std::{
    io::{self, BufRead, Write as _},
    time::{Duration, Instant},
};

use crossterm::{
    event::{Event, KeyCode, KeyEventKind, KeyModifiers},
    terminal::{disable_raw_mode, enable_raw_mode},
};

use super::hidden::{HiddenLine, LINE_BYTES};
use crate::prompt::{
    events::{Input, LOOK, PASTED, raw_again, shows_typing, without_sequences},
    keys::Key,
    screen::{
        filter::{KeyFilter, LineEnds, Typing},
        terminal_size,
    },
    stop::{is_stopping, listen, mark_pastes, request_stop, stop_marking_pastes},
};

/// What came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line, without its end.
    Line(String),
    /// The input has ended.
    Ended,
    /// Ctrl-C, a signal, or a terminal that is gone.
    Stopped,
}

/// Where lines come from.
pub trait LineReader {
    /// Whether what is typed from now on stays off the screen, also what is typed before it is asked for.
    ///
    /// # Errors
    /// When the terminal doesn't let itself be used this way.
    fn hide(&mut self, _hides: bool) -> io::Result<()> {
        Ok(())
    }

    /// The next line. A secret one leaves no answers on the screen.
    ///
    /// # Errors
    /// When reading fails.
    fn line(&mut self, secret: bool) -> io::Result<Heard>;

    /// Whether someone is there who can answer a question that was not foreseen.
    fn is_attended(&self) -> bool;
}

/// Lines from a pipe or a file.
#[derive(Debug)]
pub struct PipedLines<R>(pub R);

/// Whether the terminal tells what is pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pastes {
    /// It marks their begin and end.
    Marked,
    /// They come as keys: a line end with more right behind it is no end.
    AsKeys,
}

/// Lines typed on a terminal, a key at a time: so a paste is one line, what is to stay unseen does, and a key that is held
/// down counts once, Enter too.
#[derive(Debug)]
pub struct TerminalLines {
    pastes: Pastes,
    input: Input,
    filter: KeyFilter,
    /// Whether keys come as they are typed, and nothing is shown that isn't printed.
    raw: bool,
    /// Whether the terminal showed what is typed before.
    shows: bool,
    hides: bool,
    /// Ctrl-C that was typed too early.
    stop: Option<Key>,
}

impl TerminalLines {
    /// Reads lines on a terminal that tells so of pastes.
    pub fn new(pastes: Pastes) -> Self {
        let line_ends = match pastes {
            Pastes::Marked => LineEnds::Count,
            Pastes::AsKeys => LineEnds::MayBePasted,
        };
        TerminalLines {
            pastes,
            input: Input::new(),
            filter: KeyFilter::new(Instant::now(), line_ends),
            raw: false,
            shows: true,
            hides: false,
            stop: None,
        }
    }

    /// Takes keys as they are typed, or leaves lines to the terminal.
    fn be_raw(&mut self, raw: bool) -> io::Result<()> {
        if self.raw == raw {
            if raw {
                self.raw_again();
            }
            return Ok(());
        }
        if !raw {
            self.raw = false;
            return disable_raw_mode();
        }
        // A signal that came before anyone listened gives the terminal back and ends the program: it stays as it is.
        if is_stopping() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.shows = shows_typing();
        enable_raw_mode()?;
        self.raw = true;
        keep_line_ends()?;
        if self.pastes == Pastes::Marked {
            mark_pastes();
        }
        Ok(())
    }

    /// The shell that went on with the program reads pastes its own way.
    fn raw_again(&self) {
        if raw_again() && self.pastes == Pastes::Marked {
            mark_pastes();
        }
    }

    /// Reads away what was typed until now, but not Ctrl-C.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(crate) fn drop_queued(&mut self) -> io::Result<()> {
        while let Some(event) = self.input.within(Duration::ZERO)? {
            self.see(event);
        }
        self.input.drop_escape();
        self.drop_keys();
        Ok(())
    }

    fn drop_keys(&mut self) {
        if self.filter.drop_all() {
            self.stop = Some(Key::Stop);
        }
    }

    fn see(&mut self, event: Event) {
        match event {
            Event::Key(mut key) => {
                match key.code {
                    KeyCode::Tab => key.code = KeyCode::Char(' '),
                    // Enter that was typed before the terminal could hide it.
                    KeyCode::Char('j') if key.modifiers == KeyModifiers::CONTROL => {
                        (key.code, key.modifiers) = (KeyCode::Enter, KeyModifiers::NONE);
                    }
                    _ => {}
                }
                self.filter.see(key, Typing::Words, Instant::now());
            }
            Event::Paste(text) => self.filter.paste(&text, Typing::Words),
            _ => {}
        }
    }

    /// The next key that counts.
    fn key(&mut self) -> io::Result<Key> {
        loop {
            if let Some(key) = self.stop.take().or_else(|| self.filter.next()) {
                return Ok(key);
            }
            if is_stopping() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            let patience = self.filter.patience(Instant::now());
            if let Some(event) = self
                .input
                .within(patience.map_or(LOOK, |patience| patience.min(LOOK)))?
            {
                self.see(event);
            } else {
                self.filter.quiet(Instant::now());
                self.raw_again();
            }
        }
    }

    /// Whether a line end was pasted: there is more right behind it.
    fn goes_on(&mut self) -> io::Result<bool> {
        if self.pastes == Pastes::Marked {
            return Ok(false);
        }
        while let Some(event) = self.input.within(PASTED)? {
            let typed = matches!(event, Event::Key(key) if key.kind != KeyEventKind::Release
                && matches!(key.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab)
                && !key.modifiers.contains(KeyModifiers::CONTROL));
            self.see(event);
            if typed {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A line that the terminal shows and lets mend, as far as it knows where it ends.
    fn shown_line(&mut self) -> io::Result<Heard> {
        let line = loop {
            let Heard::Line(line) = PipedLines(io::stdin().lock()).line(false)? else {
                return Ok(Heard::Ended);
            };
            // Its end may be one within a paste, or Enter that is held down still.
            self.see(Event::Key(KeyCode::Enter.into()));
            if !line.is_empty() || self.filter.patience(Instant::now()).is_some() {
                break without_sequences(&line);
            }
        };
        if !self.goes_on()? {
            self.drop_keys();
            return Ok(Heard::Line(line));
        }
        self.be_raw(true)?;
        let whole = self.typed_line(true, &line);
        self.be_raw(false)?;
        whole
    }

    /// Reads a line, behind what there is of it, and shows what is typed. A secret one is shown only if it begins with a
    /// letter: then it is a command or a note, not an answer.
    fn typed_line(&mut self, shown: bool, begun: &str) -> io::Result<Heard> {
        let columns = terminal_size().map_or(80, |(columns, _)| columns);
        // Not locked: who handles a signal meanwhile writes there too.
        let mut typed = HiddenLine::new(io::stderr(), columns, shown && self.shows);
        typed.push_all(begun)?;
        let heard = loop {
            match self.key()? {
                Key::Stop => break Heard::Stopped,
                Key::Ended if typed.is_empty() => break Heard::Ended,
                Key::Enter => break Heard::Line(typed.into_line()),
                Key::Clear | Key::Esc => typed.clear()?,
                Key::Backspace => typed.pop()?,
                Key::Char(c) => typed.push(c)?,
                _ => {}
            }
        };
        io::stderr().write_all(b"\n")?;
        Ok(heard)
    }
}

impl Drop for TerminalLines {
    fn drop(&mut self) {
        if self.hides {
            let _ = self.drop_queued();
        }
        let _ = self.be_raw(false);
        stop_marking_pastes();
        listen(false);
    }
}

impl<R: BufRead> LineReader for PipedLines<R> {
    fn is_attended(&self) -> bool {
        false
    }

    fn line(&mut self, _secret: bool) -> io::Result<Heard> {
        let mut line = Vec::new();
        loop {
            let buffer = match self.0.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                buffer => buffer?,
            };
            if buffer.is_empty() {
                if line.is_empty() {
                    return Ok(Heard::Ended);
                }
                break;
            }
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let piece = &buffer[..end.unwrap_or(buffer.len())];
            let room = LINE_BYTES.saturating_sub(line.len());
            line.extend_from_slice(&piece[..piece.len().min(room)]);
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.0.consume(used);
            if end.is_some() {
                break;
            }
        }
        let text = match str::from_utf8(&line) {
            Ok(text) => text,
            // A line that was cut, within a letter.
            Err(error) if line.len() == LINE_BYTES && error.error_len().is_none() => {
                str::from_utf8(&line[..error.valid_up_to()]).unwrap_or_default()
            }
            // Without it the next line would be taken for this one: nothing is guessed, and nothing more is read.
            Err(_) => return Err(io::ErrorKind::InvalidData.into()),
        };
        Ok(Heard::Line(
            text.trim_end_matches('\r').trim_start_matches('\u{FEFF}').to_owned(),
        ))
    }
}

impl LineReader for TerminalLines {
    fn hide(&mut self, hides: bool) -> io::Result<()> {
        if self.hides && !hides {
            // It was typed for a question, and what comes now is none. A terminal that is gone shows at the next line.
            let _ = self.drop_queued();
        }
        self.hides = hides;
        self.be_raw(hides || cfg!(unix))
    }

    fn is_attended(&self) -> bool {
        true
    }

    fn line(&mut self, secret: bool) -> io::Result<Heard> {
        // Elsewhere a line that is shown is read in one go, and only who handles the signal can end the program.
        listen(cfg!(unix) || secret);
        let line = match self.hide(secret) {
            Ok(()) if self.raw || self.stop.is_some() => self.typed_line(!secret, ""),
            Ok(()) => self.shown_line(),
            Err(error) => Err(error),
        };
        match line {
            Err(error) if is_stopping() || error.kind() == io::ErrorKind::BrokenPipe => {
                // A terminal that is gone is as a signal.
                request_stop();
                // What is said next doesn't stand behind what was half typed.
                let _ = writeln!(io::stderr());
                Ok(Heard::Stopped)
            }
            line => line,
        }
    }
}

/// Raw mode also changes what a line end does on the screen; that stays as it was.
#[cfg(unix)]
fn keep_line_ends() -> io::Result<()> {
    use rustix::termios::{OptionalActions, OutputModes, tcgetattr, tcsetattr};
    let mut settings = tcgetattr(rustix::stdio::stdin())?;
    settings.output_modes |= OutputModes::OPOST;
    Ok(tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &settings)?)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it can fail elsewhere")]
fn keep_line_ends() -> io::Result<()> {
    Ok(())
}
