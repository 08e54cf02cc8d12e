//! The words of the command line: help and errors in one language, instead of the library's own.

use clap::{
    Arg, ArgAction, Command as ClapCommand, CommandFactory as _,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::Cli;
use crate::{fault::Fault, lang::Lang, text::visible};

/// The command line with every word in one language.
pub fn localized(lang: Lang) -> ClapCommand {
    let mut root = Cli::command()
        .about(lang.help_text("ips", ""))
        .subcommand_help_heading(lang.commands_heading())
        .subcommand_value_name(lang.command_value())
        .max_term_width(100)
        .help_template(template(lang))
        .after_help(lang.help_text("ips", "after"))
        .arg(help_argument())
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version),
        );
    let names: Vec<String> = root
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect();
    root = localized_arguments(root, "ips", lang);
    for name in names {
        root = root.mut_subcommand(&name, |command| {
            let command = command
                .about(lang.help_text(&name, ""))
                .max_term_width(100)
                .help_template(template(lang))
                .disable_help_flag(true)
                .arg(help_argument());
            let command = localized_arguments(command, &name, lang);
            // Asked of a copy: a command that has rendered its usage takes no global arguments any more.
            let usage = command
                .clone()
                .render_usage()
                .to_string()
                .replace("Usage: ", "")
                .replace("[OPTIONS]", &lang.options_value());
            command.override_usage(format!("ips {usage}"))
        });
    }
    let usage = format!("ips {}", lang.command_value());
    root.override_usage(usage)
}

fn help_argument() -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help)
}

fn template(lang: Lang) -> String {
    format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n",
        lang.usage_heading()
    )
}

fn localized_arguments(command: ClapCommand, name: &str, lang: Lang) -> ClapCommand {
    command.mut_args(|argument| {
        let id = argument.get_id().as_str().to_owned();
        let heading = if argument.is_positional() {
            lang.arguments_heading()
        } else {
            lang.options_heading()
        };
        let value = argument.get_action().takes_values().then(|| lang.value_name(&id));
        let argument = argument.help(lang.help_text(name, &id)).help_heading(heading);
        match value {
            Some(value) => argument.value_name(value).hide_default_value(true),
            None => argument,
        }
    })
}

/// A sentence for what is wrong with a command line.
pub fn wrong_use(error: &clap::Error) -> Fault {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => visible(text).into_owned(),
        Some(ContextValue::Strings(texts)) => visible(&texts.join(", ")).into_owned(),
        Some(ContextValue::StyledStr(text)) => visible(&text.to_string()).into_owned(),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]
        .map(text)
        .concat();
    Fault::wrong_use(|lang| {
        let sentence = match error.kind() {
            ErrorKind::UnknownArgument => lang.unknown_argument(&argument),
            ErrorKind::InvalidSubcommand => lang.unknown_command(&text(ContextKind::InvalidSubcommand)),
            ErrorKind::MissingRequiredArgument => lang.missing_argument(argument.trim_end_matches('.')),
            ErrorKind::ArgumentConflict => match text(ContextKind::PriorArg) {
                prior if prior == argument => lang.given_twice(&argument),
                prior => lang.conflicting_arguments(&argument, &prior),
            },
            ErrorKind::InvalidValue | ErrorKind::ValueValidation if text(ContextKind::InvalidValue).is_empty() => {
                lang.missing_value(&argument)
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                let name = argument.split_whitespace().next().unwrap_or_default();
                let id = name.trim_start_matches('-').replace('-', "_");
                lang.bad_value(name, &lang.allowed_values(&id))
            }
            ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => lang.missing_value(&argument),
            ErrorKind::InvalidUtf8 => lang.not_utf8(),
            _ => lang.wrong_command_line(),
        };
        let hint = if suggested.is_empty() {
            lang.see_help()
        } else {
            lang.did_you_mean(&suggested)
        };
        format!("{sentence} {hint}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_a_help_text_in_both_languages() {
        for lang in Lang::ALL {
            let root = localized(lang);
            let commands: Vec<&ClapCommand> = std::iter::once(&root).chain(root.get_subcommands()).collect();
            for command in commands {
                assert!(
                    command.get_about().is_some_and(|about| !about.to_string().is_empty()),
                    "{}",
                    command.get_name()
                );
                for argument in command.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{} {}", command.get_name(), argument.get_id());
                }
            }
        }
    }

    #[test]
    fn the_dutch_help_has_no_english_words() {
        let mut root = localized(Lang::Nl);
        let names: Vec<String> = root
            .get_subcommands()
            .map(|command| command.get_name().to_owned())
            .collect();
        let mut texts = vec![root.render_long_help().to_string()];
        for name in names {
            texts.push(root.find_subcommand_mut(&name).unwrap().render_long_help().to_string());
        }
        for text in texts {
            for word in [
                "Usage",
                "Options",
                "OPTIONS",
                "Commands",
                "COMMAND",
                "Arguments",
                "FILE",
                "Print",
                "default",
            ] {
                assert!(!text.contains(word), "{word} in:\n{text}");
            }
        }
    }
}
