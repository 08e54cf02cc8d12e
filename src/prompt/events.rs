//! Waiting for what is typed, with an eye on a terminal that is gone.

use std::{io, time::Duration};

use crossterm::event::poll;

/// How often who waits looks whether the end was asked for.
pub const LOOK: Duration = Duration::from_millis(50);

/// How close behind each other the keys of a paste come.
pub const PASTED: Duration = Duration::from_millis(20);

/// Whether an event can be read, or comes within this time.
///
/// # Errors
/// When the terminal is gone: crossterm would look for ever, and never return.
pub(crate) fn event_within(patience: Duration) -> io::Result<bool> {
    input_within(Duration::ZERO)?;
    if cfg!(not(unix)) || poll(Duration::ZERO)? {
        return poll(patience);
    }
    if !input_within(patience)? || poll(Duration::ZERO)? {
        return poll(Duration::ZERO);
    }
    notice_rest();
    poll(patience)
}

/// What was pasted, on one line: a space for each line end, also where lines are empty.
pub(crate) fn one_line(pasted: &str) -> String {
    let lines = pasted
        .split(['\r', '\n'])
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let line = lines.collect::<Vec<_>>().join(" ");
    line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// crossterm reads a piece of what was pasted and is told of the rest only with the next key. To the system a terminal
/// whose settings are set has news, so that it tells of the rest too.
fn notice_rest() {
    #[cfg(unix)]
    if let Ok(settings) = rustix::termios::tcgetattr(rustix::stdio::stdin()) {
        let _ = rustix::termios::tcsetattr(rustix::stdio::stdin(), rustix::termios::OptionalActions::Now, &settings);
    }
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
pub(crate) fn input_within(patience: Duration) -> io::Result<bool> {
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

/// A console can't be asked, but doesn't go away while a program lives either.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it can fail elsewhere")]
pub(crate) fn input_within(_patience: Duration) -> io::Result<bool> {
    Ok(true)
}
