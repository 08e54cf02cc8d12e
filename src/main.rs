//! Parses, runs, prints one error.

use std::{
    cell::LazyCell,
    io::{self, IsTerminal as _},
    panic,
    process::{self, ExitCode},
    time::SystemTime,
};

use ips::{
    cli,
    commands::{Context, day_at, menu},
    fault::Fault,
    lang::Lang,
    prompt::{self, Pastes},
    render::terminal::Signs,
    text::visible,
};

fn main() -> ExitCode {
    prompt::ignore_file_size_signal();
    let arguments: Vec<_> = std::env::args_os().collect();
    let lang = cli::language(
        &arguments,
        std::env::var("IPS_LANG").ok().as_deref(),
        sys_locale::get_locales(),
    );
    end_on_mistake(lang);
    if let Some(place) = asked_place() {
        return complete(arguments, place, lang);
    }
    let mut context = context(lang);
    let ended = run(&mut context, arguments);
    context.tell_remarks();
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report(&context, &error),
    }
}

/// Has a mistake in the program give the terminal back and end it with a sentence. Nothing unwinds, which keeps the program
/// small; a lock that stays is cleared away as a killed program's is.
fn end_on_mistake(lang: Lang) {
    let in_rust = panic::take_hook();
    panic::set_hook(Box::new(move |mistake| {
        prompt::restore_terminal();
        // Its place in the source is for who works on the program, and asks for it.
        if is_set("RUST_BACKTRACE") {
            in_rust(mistake);
        }
        report(&context(lang), &Fault::failed(Lang::mistake_in_program).into());
        process::exit(1);
    }));
}

/// Which word someone pressed Tab behind, if a shell's script asks for that.
fn asked_place() -> Option<usize> {
    std::env::var("IPS_COMPLETE").ok()?.parse().ok()
}

/// Tells a shell what can stand there. Whatever goes wrong, nobody is asking for a sentence on it.
fn complete(words: Vec<std::ffi::OsString>, place: usize, lang: Lang) -> ExitCode {
    let default_dir = default_dir();
    let home = std::env::home_dir();
    let typed = cli::Typed {
        words,
        place,
        lang,
        default_dir,
        home,
    };
    match context(lang).print(typed.candidates()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// The folder with the profiles, where no flag tells.
fn default_dir() -> std::path::PathBuf {
    let named = std::env::var_os("IPS_DIR").filter(|dir| !dir.is_empty());
    named.unwrap_or_else(|| ".".into()).into()
}

/// Whether a variable of the environment says yes.
fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0")
}

/// Reads the outside world, once.
fn context(lang: Lang) -> Context {
    // A terminal that doesn't know its size is an ordinary one.
    let columns = |is_terminal: bool| is_terminal.then(|| prompt::terminal_size().map_or(80, |(columns, _)| columns));
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let escapes = prompt::knows_escapes() && !dumb;
    Context {
        lang,
        today: LazyCell::new(|| day_at(SystemTime::now())),
        default_dir: default_dir(),
        can_ask: io::stdin().is_terminal() && io::stderr().is_terminal(),
        plain: is_set("ACCESSIBLE") || dumb,
        in_menu: is_set(menu::IN_MENU),
        columns: columns(io::stdout().is_terminal()),
        can_page: io::stdin().is_terminal() && io::stdout().is_terminal() && !dumb,
        colour: io::stdout().is_terminal() && wants_colour() && escapes,
        error_columns: columns(io::stderr().is_terminal()),
        // Windows tells it only to who reads its keyboard as that of another system.
        pastes: if escapes && cfg!(unix) {
            Pastes::Marked
        } else {
            Pastes::AsKeys
        },
        // Windows Terminal, which has all of them, says that it is there.
        signs: if cfg!(windows) && std::env::var_os("WT_SESSION").is_none() {
            Signs::OfConsole
        } else {
            Signs::All
        },
        command_line: cli::command_line,
    }
}

/// Whether the user wants colour (no-color.org).
fn wants_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Whatever ends the program comes together here: a [`Fault`], in both languages, or anything else with what led to it.
fn run(context: &mut Context, arguments: Vec<std::ffi::OsString>) -> anyhow::Result<()> {
    match cli::parse(arguments, context.lang)? {
        cli::Parsed::Text(text) => context.print(format!("{}\n", text.trim_end()))?,
        cli::Parsed::Nothing(_) if context.can_ask && context.columns.is_some() => menu::run(context)?,
        cli::Parsed::Nothing(help) => return Err(help.into()),
        cli::Parsed::Command { command, plain } => {
            context.plain |= plain;
            command.run(context)?;
        }
    }
    Ok(())
}

/// Prints the one error, in the user's language, and gives its exit code.
fn report(context: &Context, error: &anyhow::Error) -> ExitCode {
    let (text, code) = match error.downcast_ref::<Fault>() {
        Some(fault) => (fault.text(context.lang), fault.exit.code()),
        None => (visible(&format!("{error:#}")).into_owned(), 1),
    };
    if !text.is_empty() {
        context.tell(&text);
    }
    ExitCode::from(code)
}
