//! Where lines come from: a pipe, or someone typing on a terminal, whose answers are not to stay on the screen.

use std::io::{self, BufRead, Write as _};

use crossterm::{
    event::{Event, KeyCode, KeyEventKind, KeyModifiers, read},
    terminal::{disable_raw_mode, enable_raw_mode},
};

/// The longest line that is read whole, in bytes; of a longer one the rest is dropped.
const LINE_BYTES: usize = 64 * 1024;

/// Where lines come from.
pub trait LineReader {
    /// The next line without its end; `None` when the input has ended. A secret one leaves no answers on the screen.
    ///
    /// # Errors
    /// When reading fails.
    fn line(&mut self, secret: bool) -> io::Result<Option<String>>;

    /// Whether someone is there who can answer a question that was not foreseen.
    fn is_attended(&self) -> bool;
}

/// Lines from a pipe or a file.
#[derive(Debug)]
pub struct PipedLines<R>(pub R);

/// Lines typed on a terminal.
#[derive(Debug)]
pub struct TerminalLines;

impl<R: BufRead> LineReader for PipedLines<R> {
    fn is_attended(&self) -> bool {
        false
    }

    fn line(&mut self, _secret: bool) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        loop {
            let buffer = match self.0.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                buffer => buffer?,
            };
            if buffer.is_empty() {
                if line.is_empty() {
                    return Ok(None);
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
        Ok(Some(
            text.trim_end_matches('\r').trim_start_matches('\u{FEFF}').to_owned(),
        ))
    }
}

impl LineReader for TerminalLines {
    fn is_attended(&self) -> bool {
        true
    }

    fn line(&mut self, secret: bool) -> io::Result<Option<String>> {
        if secret {
            return silent_line();
        }
        PipedLines(io::stdin().lock()).line(false)
    }
}

/// Reads a line without showing it, unless it begins with a letter: then it is a command or a note, not an answer.
fn silent_line() -> io::Result<Option<String>> {
    enable_raw_mode()?;
    let line = typed_line();
    disable_raw_mode()?;
    let mut out = io::stderr().lock();
    out.write_all(b"\n")?;
    out.flush()?;
    line
}

fn typed_line() -> io::Result<Option<String>> {
    let mut line = String::new();
    let mut out = io::stderr().lock();
    loop {
        let Event::Key(key) = read()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        let shown = line.chars().next().is_some_and(char::is_alphabetic);
        match key.code {
            KeyCode::Char('c') if control => return Ok(Some("q".to_owned())),
            KeyCode::Char('d') if control && line.is_empty() => return Ok(None),
            KeyCode::Char('u') if control => line.clear(),
            KeyCode::Enter => return Ok(Some(line)),
            KeyCode::Esc => line.clear(),
            KeyCode::Backspace => {
                let erased = line.pop();
                if shown && erased.is_some() {
                    out.write_all(b"\x08 \x08")?;
                    out.flush()?;
                }
            }
            KeyCode::Char(c) if !control => {
                line.push(c);
                if shown || line.len() == c.len_utf8() && c.is_alphabetic() {
                    write!(out, "{c}")?;
                    out.flush()?;
                }
            }
            _ => {}
        }
    }
}
