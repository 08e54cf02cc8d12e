//! What signals touch: whether one asks for the end, and the terminal that it has to give back.
//!
//! A signal can only leave word here; who waits for a key or a line looks, and what was being typed then travels up as a reply
//! like any other. What a signal leaves behind of an evening is said by the command.

use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use crossterm::{
    cursor::Show,
    event::{DisableBracketedPaste, EnableBracketedPaste, PopKeyboardEnhancementFlags},
    execute, queue,
    terminal::{DisableLineWrap, EnableLineWrap, LeaveAlternateScreen, disable_raw_mode},
};

/// Whether a signal, or a terminal that is gone, asks for the end.
static STOP: AtomicBool = AtomicBool::new(false);

/// Whether someone looks at [`STOP`].
static LISTENS: AtomicBool = AtomicBool::new(false);

/// Whether the alternate screen is up, so that a signal gives back just what was taken.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the terminal marks what is pasted.
static MARKS_PASTES: AtomicBool = AtomicBool::new(false);

/// Whether lines that are full don't go on below.
static UNFOLDED: AtomicBool = AtomicBool::new(false);

/// Held while the terminal is given back: who comes second writes only when the page is gone.
static GIVING_BACK: Mutex<()> = Mutex::new(());

/// How the terminal was before anything was asked.
#[cfg(unix)]
static BEFORE: std::sync::OnceLock<rustix::termios::Termios> = std::sync::OnceLock::new();

/// Lets what waits for a key or a line, or does so next, stop as Ctrl-C would; `false` when nothing would notice.
pub(crate) fn request_stop() -> bool {
    STOP.store(true, Ordering::SeqCst);
    LISTENS.load(Ordering::SeqCst)
}

/// Whether the end was asked for.
pub(crate) fn is_stopping() -> bool {
    STOP.load(Ordering::SeqCst)
}

/// Promises to look at [`is_stopping`] from now on, or no longer.
pub fn listen(listens: bool) {
    LISTENS.store(listens, Ordering::SeqCst);
}

/// Runs this on Ctrl-C, SIGTERM and SIGHUP, on a thread of its own, and remembers how the terminal is.
///
/// # Errors
/// When the system doesn't allow it.
pub(crate) fn on_signal(end: impl FnMut() + Send + 'static) -> Result<(), ctrlc::Error> {
    #[cfg(unix)]
    if let Ok(before) = rustix::termios::tcgetattr(rustix::stdio::stdin()) {
        let _ = BEFORE.set(before);
    }
    ctrlc::set_handler(end)
}

/// At a file size limit a write then fails with an error that can be told, instead of ending the program.
pub fn ignore_file_size_signal() {
    #[cfg(unix)]
    {
        let unused = std::sync::Arc::new(AtomicBool::new(false));
        // Only forbidden signals can't be registered, and this is none of them.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, unused);
    }
}

/// Whether the window changed since this was asked last: when it is as large as before again, what it cut is still gone.
#[cfg(unix)]
pub(crate) fn window_changed() -> bool {
    static CHANGED: std::sync::OnceLock<std::sync::Arc<AtomicBool>> = std::sync::OnceLock::new();
    let changed = CHANGED.get_or_init(|| {
        let changed = std::sync::Arc::default();
        // Only forbidden signals can't be registered, and this is none of them.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGWINCH, std::sync::Arc::clone(&changed));
        changed
    });
    changed.swap(false, Ordering::SeqCst)
}

/// A console elsewhere keeps what it doesn't show.
#[cfg(not(unix))]
pub(crate) fn window_changed() -> bool {
    false
}

/// Tells that the whole terminal is taken over from here on.
pub(crate) fn take_terminal() {
    TAKEN.store(true, Ordering::SeqCst);
    listen(true);
}

/// Lets the terminal mark what is pasted. On Windows nobody would read the marks: there a paste comes as keys.
pub(crate) fn mark_pastes() {
    if cfg!(unix) {
        MARKS_PASTES.store(true, Ordering::SeqCst);
        let _ = execute!(io::stderr(), EnableBracketedPaste);
    }
}

/// Lets it do so no longer.
pub(crate) fn stop_marking_pastes() {
    if MARKS_PASTES.swap(false, Ordering::SeqCst) {
        let _ = execute!(io::stderr(), DisableBracketedPaste);
    }
}

/// Lets a line that is full go on nowhere: a ^C that is shown there would push what stands before it to the line above. Windows
/// shows no ^C.
pub(crate) fn unfold_lines() {
    if cfg!(unix) {
        UNFOLDED.store(true, Ordering::SeqCst);
        let _ = execute!(io::stderr(), DisableLineWrap);
    }
}

/// Lets it go on below again.
pub(crate) fn fold_lines() {
    if UNFOLDED.swap(false, Ordering::SeqCst) {
        let _ = execute!(io::stderr(), EnableLineWrap);
    }
}

/// Gives the terminal back: from a signal, or when the screen is dropped. Does no harm twice.
pub fn restore_terminal() {
    let _giving_back = GIVING_BACK.lock().unwrap_or_else(PoisonError::into_inner);
    // Also on without the alternate screen: line by line, from the first question of a tally to the review.
    let _ = disable_raw_mode();
    // A prompt outside the interview has a raw mode of its own, which only this ends when a signal comes while it waits.
    #[cfg(unix)]
    if let Some(before) = BEFORE.get() {
        let _ = rustix::termios::tcsetattr(rustix::stdio::stdin(), rustix::termios::OptionalActions::Now, before);
    }
    stop_marking_pastes();
    fold_lines();
    let mut out = io::stderr();
    if TAKEN.swap(false, Ordering::SeqCst) {
        listen(false);
        // The screen that is left has reports of its own; the one before it had none.
        let _ = queue!(out, PopKeyboardEnhancementFlags);
        let _ = queue!(out, LeaveAlternateScreen, Show);
    } else if out.is_terminal() {
        // A prompt hides the cursor too.
        let _ = queue!(out, Show);
    }
    let _ = out.flush();
}
