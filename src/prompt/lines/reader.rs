//! Where lines come from: a pipe, or someone typing on a terminal, whose answers are not to stay on the screen.

use std::{
    io::{self, BufRead, BufReader, Read, Write as _},
    time::Duration,
};

use crossterm::{
    event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, read},
    terminal::{disable_raw_mode, enable_raw_mode},
};

use super::hidden::{HiddenLine, LINE_BYTES};
use crate::prompt::{
    events::{LOOK, event_within, input_within, raw_again},
    screen::terminal_size,
    stop::{is_stopping, listen, request_stop},
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

/// Lines typed on a terminal.
#[derive(Debug)]
pub struct TerminalLines {
    lines: PipedLines<BufReader<Keyboard>>,
    hides: bool,
    /// Whether Ctrl-C was among what was typed too early.
    stops: bool,
}

/// What is typed on the terminal, while nobody asks for the end.
#[derive(Debug)]
struct Keyboard;

impl Default for TerminalLines {
    fn default() -> Self {
        TerminalLines {
            lines: PipedLines(BufReader::new(Keyboard)),
            hides: false,
            stops: false,
        }
    }
}

impl Drop for TerminalLines {
    fn drop(&mut self) {
        let _ = self.hide(false);
        listen(false);
    }
}

impl Read for Keyboard {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if is_stopping() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            if input_within(LOOK)? {
                return io::stdin().read(buffer);
            }
        }
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
        let text = String::from_utf8_lossy(&line);
        Ok(Heard::Line(
            text.trim_end_matches('\r').trim_start_matches('\u{FEFF}').to_owned(),
        ))
    }
}

impl LineReader for TerminalLines {
    fn hide(&mut self, hides: bool) -> io::Result<()> {
        if self.hides == hides {
            if hides {
                raw_again();
            }
            return Ok(());
        }
        self.hides = hides;
        if !hides {
            // It was typed for a question, and what comes now is none. A terminal that is gone shows at the next line.
            self.stops |= matches!(drop_queued(), Ok(true));
            return disable_raw_mode();
        }
        // A signal that came before anyone listened gives the terminal back and ends the program: it stays as it is.
        if is_stopping() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        enable_raw_mode()?;
        keep_line_ends()
    }

    fn is_attended(&self) -> bool {
        true
    }

    fn line(&mut self, secret: bool) -> io::Result<Heard> {
        // Elsewhere a line that is shown is read in one go, and only who handles the signal can end the program.
        listen(cfg!(unix) || secret);
        let line = match self.hide(secret) {
            Ok(()) if self.stops => Ok(Heard::Stopped),
            Ok(()) if secret => silent_line(),
            Ok(()) => self.lines.line(false),
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

/// Reads away what is queued; `true` when Ctrl-C was among it.
fn drop_queued() -> io::Result<bool> {
    let mut stops = false;
    while event_within(Duration::ZERO)? {
        if let Event::Key(key) = read()? {
            stops |= key.kind != KeyEventKind::Release && key.code == KeyCode::Char('c') && is_control(key);
        }
    }
    Ok(stops)
}

/// Whether Ctrl is held; Windows reports `AltGr` as Ctrl and Alt together.
fn is_control(key: KeyEvent) -> bool {
    key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT)
}

/// Reads a line without showing it, unless it begins with a letter: then it is a command or a note, not an answer.
fn silent_line() -> io::Result<Heard> {
    let line = typed_line()?;
    io::stderr().write_all(b"\n")?;
    Ok(line)
}

fn typed_line() -> io::Result<Heard> {
    let columns = terminal_size().map_or(80, |(columns, _)| columns);
    // Not locked: who handles a signal meanwhile writes there too.
    let mut typed = HiddenLine::new(io::stderr(), columns);
    loop {
        while !event_within(LOOK)? {
            if is_stopping() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            raw_again();
        }
        let Event::Key(key) = read()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        let control = is_control(key);
        match key.code {
            KeyCode::Char('c') if control => return Ok(Heard::Stopped),
            KeyCode::Char('d') if control && typed.is_empty() => return Ok(Heard::Ended),
            KeyCode::Char('u') if control => typed.clear()?,
            KeyCode::Enter => return Ok(Heard::Line(typed.into_line())),
            // Enter that was typed before the terminal could hide it.
            KeyCode::Char('j') if control => return Ok(Heard::Line(typed.into_line())),
            KeyCode::Esc => typed.clear()?,
            KeyCode::Backspace => typed.pop()?,
            KeyCode::Tab => typed.push(' ')?,
            KeyCode::Char(c) if !control => typed.push(c)?,
            _ => {}
        }
    }
}
