//! What is typed and pasted, with an eye on a terminal that is gone.
//!
//! On Unix the bytes are read here, and [`sequences`] says why no library reads them. A console of Windows tells whole keys,
//! which crossterm reads; what a terminal says comes among them a character at a time, and is dropped by the same rules.

mod keys;
mod parser;
mod sequences;

use std::{
    io,
    time::{Duration, Instant},
};

use crossterm::event::Event;

use self::parser::Parser;
pub(crate) use self::sequences::without_sequences;

/// How often who waits looks whether the end was asked for.
pub const LOOK: Duration = Duration::from_millis(50);

/// How close behind each other the keys of a paste come.
pub const PASTED: Duration = Duration::from_millis(20);

/// After this time without anything more, what isn't finished never will be; and Esc was a key.
const UNFINISHED: Duration = Duration::from_millis(100);

/// Longer than this nobody reads on without a look up, when it never stops: the end may be asked for.
pub const FLOOD: Duration = Duration::from_millis(300);

/// The one door through which everything comes that is typed on a terminal.
#[derive(Debug)]
pub(crate) struct Input {
    parser: Parser,
    /// When something was read last.
    at: Instant,
}

impl Input {
    /// Reads from here on.
    pub(crate) fn new() -> Input {
        Input {
            parser: Parser::default(),
            at: Instant::now(),
        }
    }

    /// The next event, if there is one or it comes within this time; none too where what comes never stops and is no event.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(crate) fn within(&mut self, patience: Duration) -> io::Result<Option<Event>> {
        let deadline = Instant::now() + patience;
        loop {
            if let Some(event) = self.parser.next() {
                return Ok(Some(event));
            }
            let lapses = self.parser.is_open().then(|| self.at + UNFINISHED);
            let until = lapses.map_or(deadline, |lapses| lapses.min(deadline));
            // What is there to be read came before the time was over, however late it is looked at.
            if input_within(until.saturating_duration_since(Instant::now()))? {
                self.read()?;
                self.at = Instant::now();
                if self.at < deadline + FLOOD {
                    continue;
                }
                return Ok(self.parser.next());
            }
            let now = Instant::now();
            if lapses.is_some_and(|lapses| now >= lapses) {
                self.parser.lapse();
            } else if now >= deadline {
                return Ok(None);
            }
        }
    }

    /// Lets Esc that was pressed just now be no key.
    pub(crate) fn drop_escape(&mut self) {
        self.parser.drop_escape();
    }

    #[cfg(unix)]
    fn read(&mut self) -> io::Result<()> {
        // A program that was stopped before it could read would wait for what the shell took meanwhile.
        if !input_within(Duration::ZERO)? {
            return Ok(());
        }
        let mut bytes = [0; 4096];
        match rustix::io::read(rustix::stdio::stdin(), &mut bytes) {
            Ok(0) => Err(io::ErrorKind::BrokenPipe.into()),
            Ok(count) => {
                self.parser.feed(&bytes[..count]);
                Ok(())
            }
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    #[cfg(not(unix))]
    fn read(&mut self) -> io::Result<()> {
        self.parser.see(crossterm::event::read()?);
        Ok(())
    }
}

/// Drops what was typed until now: it was meant for something else.
pub(crate) fn drop_typed() {
    #[cfg(unix)]
    let _ = rustix::termios::tcflush(rustix::stdio::stdin(), rustix::termios::QueueSelector::IFlush);
    #[cfg(not(unix))]
    while crossterm::event::poll(Duration::ZERO).is_ok_and(|more| more) && crossterm::event::read().is_ok() {}
}

/// Whether the terminal is still there.
pub(crate) fn is_gone() -> bool {
    input_within(Duration::ZERO).is_err()
}

/// What was pasted, on one line: a space for each line end, also where lines are empty.
pub(crate) fn one_line(pasted: &str) -> String {
    let lines = pasted
        .split(['\r', '\n'])
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let line = lines.map(without_sequences).collect::<Vec<_>>().join(" ");
    line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Raw mode again, where it is meant to be on; `true` when it was off. crossterm believes that it still is on, but the
/// shell that goes on with a stopped program sets the terminal as it was before. What a line end does on the screen stays.
///
/// A terminal that is gone doesn't let itself be set: whoever waits for a key notices that.
#[cfg(unix)]
pub(crate) fn raw_again() -> bool {
    use rustix::termios::{LocalModes, OptionalActions, OutputModes, tcgetattr, tcsetattr};
    let Ok(mut settings) = tcgetattr(rustix::stdio::stdin()) else {
        return false;
    };
    if !settings.local_modes.intersects(LocalModes::ECHO | LocalModes::ICANON) {
        return false;
    }
    settings.make_raw();
    settings.output_modes |= OutputModes::OPOST;
    tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &settings).is_ok()
}

/// Whether the terminal shows of its own accord what is typed; some windows around a program do it for the terminal.
#[cfg(unix)]
pub(crate) fn shows_typing() -> bool {
    use rustix::termios::{LocalModes, tcgetattr};
    tcgetattr(rustix::stdio::stdin()).is_ok_and(|settings| settings.local_modes.contains(LocalModes::ECHO))
}

/// Elsewhere it always does.
#[cfg(not(unix))]
pub(crate) fn shows_typing() -> bool {
    true
}

/// Elsewhere no program is stopped and gone on with.
#[cfg(not(unix))]
pub(crate) fn raw_again() -> bool {
    false
}

/// Whether the terminal has something to read, or gets it within this time.
///
/// # Errors
/// When the terminal is gone.
#[cfg(unix)]
fn input_within(patience: Duration) -> io::Result<bool> {
    use rustix::event::{PollFd, PollFlags, Timespec};
    let stdin = rustix::stdio::stdin();
    let mut waited = [PollFd::new(&stdin, PollFlags::IN)];
    let patience = Timespec::try_from(patience).map_err(io::Error::other)?;
    match rustix::event::poll(&mut waited, Some(&patience)) {
        Ok(_) if waited[0].revents().contains(PollFlags::HUP) => Err(io::ErrorKind::BrokenPipe.into()),
        Ok(ready) => Ok(ready > 0),
        Err(rustix::io::Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Whether a console tells something, or does so within this time. It doesn't go away while a program lives.
#[cfg(not(unix))]
fn input_within(patience: Duration) -> io::Result<bool> {
    crossterm::event::poll(patience)
}
