//! The words of the command line: help and errors in one language, instead of the library's own.

use std::error::Error as _;

use clap::{
    Arg, ArgAction, Command as ClapCommand, CommandFactory as _,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{Cli, Command};
use crate::{
    commands::{
        args::CommonArgs,
        flags::{About, Explained, Flags as _},
        values::NotAllowed,
    },
    fault::Fault,
    lang::Lang,
    text::visible,
};

/// How wide the help is at most.
const COLUMNS: usize = 100;

/// Where the help of a command tells how to get it: behind all else.
const LAST: usize = 999;

/// The command line, as it is in any language. A command gets its flags when it is asked for.
pub fn shape() -> ClapCommand {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .display_order(LAST)
        .action(ArgAction::Version);
    Command::in_dutch(with_help(Cli::command()).arg(version).mut_subcommands(with_help))
}

fn with_help(command: ClapCommand) -> ClapCommand {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .display_order(LAST)
        .action(ArgAction::Help);
    command.disable_help_flag(true).arg(help)
}

/// The command line with every word in one language.
pub fn localized(lang: Lang) -> ClapCommand {
    let root = CommonArgs::explained(shape(), lang)
        .about(lang.about_ips())
        .subcommand_help_heading(lang.commands_heading())
        .subcommand_value_name(lang.command_value())
        .mut_arg("version", |version| version.help(lang.help_version()))
        .after_help(lang.evening())
        .override_usage(format!("ips {}", lang.command_value()));
    Command::explained(in_general(root, lang), lang)
}

/// The same, only to be read: where the language has another name for a command, it stands beside the English one.
pub(crate) fn to_read(lang: Lang) -> ClapCommand {
    let root = localized(lang);
    let names: Vec<String> = root
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect();
    names.into_iter().fold(root, |root, name| {
        root.mut_subcommand(&name, |command| match (lang, dutch_name(&command)) {
            (Lang::Nl, Some(dutch)) => command.name(format!("{name}, {dutch}")).alias(&name),
            _ => command,
        })
    })
}

/// Lets a command be called by its Dutch name too.
pub(crate) fn in_dutch(command: ClapCommand, dutch: &'static str) -> ClapCommand {
    // Some names are the same in both.
    if command.get_name() == dutch {
        command
    } else {
        command.alias(dutch)
    }
}

/// The Dutch name of a command, where it has another one.
fn dutch_name(command: &ClapCommand) -> Option<String> {
    command.get_all_aliases().next().map(str::to_owned)
}

/// A command with its words in one language.
pub fn explained<A: Explained>(name: &'static str, dutch: &'static str, lang: Lang) -> ClapCommand {
    let command = in_dutch(with_help(A::augment_args(ClapCommand::new(name))), dutch);
    let command = in_general(A::explained(command, lang), lang)
        .about(lang.pick(A::ABOUT.nl, A::ABOUT.en))
        .after_help(examples(&A::ABOUT, lang));
    // Asked of a copy: a command that has rendered its usage takes no global arguments any more.
    let usage = command
        .clone()
        .render_usage()
        .to_string()
        .replace("Usage: ", "")
        .replace("[OPTIONS]", &lang.options_value());
    let also = match (lang, dutch_name(&command)) {
        (Lang::Nl, Some(dutch)) => format!(" (of: ips {dutch})"),
        _ => String::new(),
    };
    command.override_usage(format!("ips {usage}{also}"))
}

fn examples(about: &About, lang: Lang) -> String {
    let examples = about.examples.each_ref().map(|example| {
        let words = lang.pick(example.nl, example.en);
        format!("\n  {}\n      {words}", example.line)
    });
    format!("{}:{}", lang.examples_heading(), examples.concat())
}

/// What is the same in the help of every command.
fn in_general(command: ClapCommand, lang: Lang) -> ClapCommand {
    let usage = lang.usage_heading();
    command
        .max_term_width(COLUMNS)
        .help_template(format!(
            "{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}\n"
        ))
        .mut_arg("help", |help| help.help(lang.help_help()))
        .mut_args(|argument| {
            let heading = if argument.is_positional() {
                lang.arguments_heading()
            } else {
                lang.options_heading()
            };
            // The words of a flag say themselves what is chosen without it.
            let has_value = argument.get_action().takes_values();
            argument.help_heading(heading).hide_default_value(has_value)
        })
}

/// A sentence for what is wrong with a command line, of the command that it names if it does.
pub(crate) fn wrong_use(error: &clap::Error, command: Option<&str>) -> Fault {
    let texts = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![visible(text).into_owned()],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| visible(text).into_owned()).collect(),
        Some(ContextValue::StyledStr(text)) => vec![visible(&text.to_string()).into_owned()],
        _ => Vec::new(),
    };
    let text = |kind| texts(kind).join(", ");
    let argument = text(ContextKind::InvalidArg);
    let (typed, suggested) = match error.kind() {
        ErrorKind::InvalidSubcommand => (
            text(ContextKind::InvalidSubcommand),
            texts(ContextKind::SuggestedSubcommand),
        ),
        _ => (argument.clone(), texts(ContextKind::SuggestedArg)),
    };
    let suggested: Vec<&str> = suggested
        .iter()
        .map(String::as_str)
        .filter(|name| is_close(&typed, name))
        .collect();
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
                let not_allowed = error.source().and_then(|source| source.downcast_ref::<NotAllowed>());
                let allowed = not_allowed.map(|not_allowed| not_allowed.allowed.text(lang).to_owned());
                lang.bad_value(name, &allowed.unwrap_or_else(|| lang.allowed_other()))
            }
            ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => lang.missing_value(&argument),
            ErrorKind::InvalidUtf8 => lang.not_utf8(),
            _ => lang.wrong_command_line(),
        };
        let hint = if suggested.is_empty() {
            lang.see_help(&command.map_or_else(|| "ips --help".to_owned(), |command| format!("ips help {command}")))
        } else {
            lang.did_you_mean(&lang.one_of(&suggested))
        };
        format!("{sentence} {hint}")
    })
}

/// Whether a name is likely to be what someone meant: the library finds `questions` in `version`.
fn is_close(typed: &str, name: &str) -> bool {
    let begins = typed.chars().count() >= 3 && name.starts_with(typed);
    begins || strsim::osa_distance(typed, name) <= (name.trim_start_matches('-').chars().count() / 3).max(1)
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;
    use crate::cli::{Parsed, parse};

    /// The help of everything together and of each command, by its name, as a window of 80 columns shows it: whatever the
    /// width of the terminal that the tests run in.
    fn helps(lang: Lang) -> Vec<(String, String)> {
        let mut root = localized(lang).term_width(80);
        let names: Vec<String> = root
            .get_subcommands()
            .map(|command| command.get_name().to_owned())
            .collect();
        let mut helps = vec![("ips".to_owned(), root.render_long_help().to_string())];
        for name in names {
            let help = root.find_subcommand_mut(&name).unwrap().render_long_help();
            helps.push((name, help.to_string()));
        }
        helps
    }

    /// The arguments of a command line as a shell gives them.
    fn typed(line: &str) -> Vec<OsString> {
        let mut quoted = false;
        let words = line.split(|c| {
            quoted ^= c == '"';
            c == ' ' && !quoted
        });
        words.map(|word| word.replace('"', "").into()).collect()
    }

    #[test]
    fn every_example_can_be_typed_and_each_command_has_two() {
        for lang in Lang::ALL {
            for (name, help) in helps(lang) {
                let lines = help.lines().filter_map(|line| line.strip_prefix("  "));
                let examples: Vec<&str> = lines.filter(|line| line.starts_with("ips ")).collect();
                assert!(examples.len() >= 2, "{help}");
                for example in examples {
                    // In the evening the words stand behind the command.
                    let line = example.split("  ").next().unwrap();
                    let parsed = parse(typed(line), lang);
                    assert!(matches!(parsed, Ok(Parsed::Command { .. })), "{line}: {parsed:?}");
                    assert!(name == "ips" || line.starts_with(&format!("ips {name}")), "{line}");
                }
            }
        }
    }

    #[test]
    fn the_examples_are_the_same_in_both_languages() {
        let [nl, en] = Lang::ALL.map(|lang| helps(lang).into_iter().skip(1));
        for ((name, nl), (_, en)) in nl.zip(en) {
            let lines = |help: &str| -> Vec<String> {
                let lines = help.lines().filter(|line| line.starts_with("  ips "));
                lines.map(str::to_owned).collect()
            };
            assert_eq!(lines(&nl), lines(&en), "{name}");
        }
    }

    #[test]
    fn every_command_is_called_by_its_dutch_name_too_and_the_dutch_help_says_so() {
        let text = |words: &[&str], lang| {
            let arguments = ["ips"].iter().chain(words).map(OsString::from);
            match parse(arguments.collect(), lang) {
                Ok(Parsed::Text(text)) => text,
                other => panic!("{words:?}: {other:?}"),
            }
        };
        let [list, english] = Lang::ALL.map(|lang| text(&["help"], lang));
        // In a narrow terminal the words stand below the name.
        let is_listed = |list: &str, names: &str| {
            let mut rests = list
                .lines()
                .filter_map(|line| line.strip_prefix("  ")?.strip_prefix(names));
            rests.any(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        for command in shape().get_subcommands() {
            let name = command.get_name();
            let dutch = dutch_name(command).unwrap_or_else(|| name.to_owned());
            let called = |name| text(&[name, "--help"], Lang::Nl);
            assert_eq!(called(&dutch), called(name));
            let beside = if dutch == name {
                name.to_owned()
            } else {
                format!("{name}, {dutch}")
            };
            assert!(is_listed(&list, &beside), "{beside} in:\n{list}");
            assert!(is_listed(&english, name), "{name} in:\n{english}");
        }
    }

    #[test]
    fn only_a_name_that_is_close_is_suggested() {
        let suggested = |typed: &str| {
            let fault = parse(vec!["ips".into(), typed.into()], Lang::Nl).unwrap_err();
            let text = fault.text(Lang::Nl);
            text.split_once("Bedoel je ")
                .map(|(_, rest)| rest.trim_end_matches('?').to_owned())
        };
        for (typed, name) in [
            ("shwo", "show"),
            ("ques", "questions"),
            ("vershil", "verschil"),
            ("afspraak", "afspraken"),
            ("--lnag", "--lang"),
        ] {
            assert_eq!(suggested(typed).as_deref(), Some(name), "{typed}");
        }
        for typed in ["versions", "quit", "vergaderen", "--verbose", "x"] {
            assert_eq!(suggested(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_value_has_a_name_of_ours() {
        let root = localized(Lang::Nl);
        for command in root.get_subcommands() {
            let valued = |argument: &&Arg| argument.get_action().takes_values();
            for argument in command.get_arguments().filter(valued) {
                let id = argument.get_id().as_str();
                let names: Vec<&str> = argument
                    .get_value_names()
                    .into_iter()
                    .flatten()
                    .map(AsRef::as_ref)
                    .collect();
                // The one word that is the same in Dutch as in the program.
                let ours = id == "element" || names != [id.to_uppercase()];
                assert!(ours && names.len() == 1, "{} {id}: {names:?}", command.get_name());
            }
        }
    }

    #[test]
    fn the_dutch_help_has_no_english_words() {
        for (_, text) in helps(Lang::Nl) {
            for word in [
                "Usage",
                "Options",
                "OPTIONS",
                "Commands",
                "COMMAND",
                "Arguments",
                "FILE",
                "Print",
                "Examples",
                "default",
            ] {
                assert!(!text.contains(word), "{word} in:\n{text}");
            }
        }
    }
}
