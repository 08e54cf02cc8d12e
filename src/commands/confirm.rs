//! Yes or no, before something is replaced.

use std::{
    io::{self, Write as _},
    time::Duration,
};

use dialoguer::Input;

use super::Context;
use crate::{
    fault::{Exit, Fault},
    lang::Lang,
    prompt::{drop_typed, on_signal, request_stop, restore_terminal, without_sequences},
    store::finish_saving,
};

/// Asks whether a file may be replaced; who can't be asked doesn't say yes, and what was typed before isn't an answer.
///
/// # Errors
/// When Ctrl-C or another signal ends the asking: the file stays as it is.
pub(crate) fn replaces(context: &Context, file: &str) -> Result<bool, Fault> {
    agrees(context, &context.lang.ask_replace(file), |lang| {
        lang.stays_as_it_is(file)
    })
}

/// Asks for a yes to anything; `stays` is said where a signal ends the asking.
///
/// # Errors
/// When it does.
pub(super) fn agrees(context: &Context, question: &str, stays: impl Fn(Lang) -> String) -> Result<bool, Fault> {
    end_on_signal();
    drop_typed();
    context.tell(question);
    loop {
        match typed(context, &context.lang.yes_or_no()) {
            Ok(typed) => match typed.trim().to_lowercase().as_str() {
                "j" | "ja" | "y" | "yes" => return Ok(true),
                "" | "n" | "nee" | "no" => return Ok(false),
                _ => {}
            },
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                restore_terminal();
                return Err(Fault::new(Exit::Interrupted, |lang| format!("\n{}", stays(lang))));
            }
            Err(_) => return Ok(false),
        }
    }
}

/// A line that is typed; a terminal that knows no escapes gets none.
fn typed(context: &Context, prompt: &str) -> io::Result<String> {
    if !context.plain {
        let input = Input::new().with_prompt(prompt).allow_empty(true);
        return input.interact().map_err(|dialoguer::Error::IO(error)| error);
    }
    write!(io::stderr(), "{prompt}: ")?;
    let mut typed = String::new();
    io::stdin().read_line(&mut typed)?;
    Ok(without_sequences(&typed))
}

/// How long an interrupted prompt takes at most to end the program itself.
const PROMPT_ENDS: Duration = Duration::from_millis(50);

/// Lets a signal end the program with the terminal as it was, and a save that is under way finished.
pub(super) fn end_on_signal() {
    end_on_signal_after(|| {});
}

/// The same, once `clear` took away what stands on the line of the terminal.
pub(super) fn end_on_signal_after(clear: impl Fn() + Send + 'static) {
    // Where the system has no handlers a signal ends the program all the same.
    let _ = on_signal(move || {
        clear();
        // Who waits for a key no longer takes the terminal then.
        request_stop();
        std::thread::sleep(PROMPT_ENDS);
        let _saving = finish_saving();
        restore_terminal();
        let _ = writeln!(io::stderr());
        std::process::exit(i32::from(Exit::Interrupted.code()));
    });
}
