//! Yes or no, before a file is replaced.

use std::{
    io::{self, Write as _},
    time::Duration,
};

use super::Context;
use crate::{
    fault::{Exit, Fault},
    prompt::{Heard, LineReader as _, TerminalLines, on_signal, request_stop, restore_terminal},
    store::finish_saving,
};

/// Asks whether a file may be replaced; who can't be asked doesn't say yes, and what was typed before isn't an answer.
///
/// # Errors
/// When Ctrl-C or another signal ends the asking: the file stays as it is.
pub(crate) fn replaces(context: &Context, file: &str) -> Result<bool, Fault> {
    let lang = context.lang;
    end_on_signal();
    let mut reader = TerminalLines::new(context.pastes);
    if reader.hide(false).and_then(|()| reader.drop_queued()).is_err() {
        return Ok(false);
    }
    context.tell(&lang.ask_replace(file));
    loop {
        let asked = write!(io::stderr(), "{}: ", lang.yes_or_no()).and_then(|()| reader.line(false));
        match asked {
            Ok(Heard::Line(typed)) => match typed.trim().to_lowercase().as_str() {
                "j" | "ja" | "y" | "yes" => return Ok(true),
                "" | "n" | "nee" | "no" => return Ok(false),
                _ => {}
            },
            Ok(Heard::Stopped) => {
                restore_terminal();
                return Err(Fault::new(Exit::Interrupted, |lang| lang.stays_as_it_is(file)));
            }
            Ok(Heard::Ended) | Err(_) => return Ok(false),
        }
    }
}

/// How long an interrupted prompt takes at most to end the program itself.
const PROMPT_ENDS: Duration = Duration::from_millis(250);

/// Lets a signal end the program with the terminal as it was, and a save that is under way finished.
pub(super) fn end_on_signal() {
    // Where the system has no handlers a signal ends the program all the same.
    let _ = on_signal(|| {
        // Who waits for a key no longer takes the terminal then.
        request_stop();
        std::thread::sleep(PROMPT_ENDS);
        let _saving = finish_saving();
        restore_terminal();
        let _ = writeln!(io::stderr());
        std::process::exit(i32::from(Exit::Interrupted.code()));
    });
}
