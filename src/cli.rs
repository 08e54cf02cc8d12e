//! The command line: which commands there are, the language, and what someone typed.

mod help;

use std::ffi::OsString;

use clap::{FromArgMatches as _, Parser, error::ErrorKind};

use crate::{
    commands::{self, Context, args::CommonArgs},
    fault::Fault,
    lang::Lang,
};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "ips", version, disable_version_flag = true, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    common: CommonArgs,
    #[command(subcommand)]
    command: Command,
}

/// The commands, in the order of the help. A module of [`commands`] has the name of its command.
macro_rules! commands {
    ($($command:ident = $module:ident::$args:ident,)*) => {
        /// What to do.
        #[derive(Debug, clap::Subcommand)]
        #[command(defer = true)]
        pub enum Command {
            $(
                #[doc = concat!("`ips ", stringify!($module), "`")]
                $command(commands::$module::$args),
            )*
        }

        impl Command {
            /// Runs the command.
            ///
            /// # Errors
            /// Everything that keeps it from doing what was asked.
            pub fn run(self, context: &Context) -> Result<(), Fault> {
                match self {
                    $(Self::$command(args) => commands::$module::run(context, &args),)*
                }
            }

            /// Puts every command, with its words, in the root of the command line.
            fn explained(root: clap::Command, lang: Lang) -> clap::Command {
                // A command that is made anew doesn't know its place in the list any more.
                let mut places = 0..;
                $(
                    let root = root.mut_subcommand(stringify!($module), |_| {
                        let command = help::explained::<commands::$module::$args>(stringify!($module), lang);
                        command.display_order(places.next())
                    });
                )*
                root
            }
        }
    };
}

commands! {
    Questions = questions::QuestionsArgs,
    Assess = assess::AssessArgs,
    Show = show::ShowArgs,
    Diff = diff::DiffArgs,
    Trend = trend::TrendArgs,
    Agenda = agenda::AgendaArgs,
    Export = export::ExportArgs,
    Agreements = agreements::AgreementsArgs,
    Card = card::CardArgs,
    Sources = sources::SourcesArgs,
    Check = check::CheckArgs,
    Guide = guide::GuideArgs,
}

/// What a command line asks for.
#[derive(Debug)]
pub enum Parsed {
    /// Run this.
    Command {
        /// What to do.
        command: Command,
        /// Whether to tell everything in words, line by line.
        plain: bool,
    },
    /// Only show this: the help or the version.
    Text(String),
}

impl From<Cli> for Parsed {
    fn from(cli: Cli) -> Parsed {
        Parsed::Command {
            command: cli.command,
            plain: cli.common.plain,
        }
    }
}

/// The language to speak: `--lang`, else `IPS_LANG`, else the locale, else Dutch.
pub fn language(arguments: &[OsString], ips_lang: Option<&str>, locales: impl IntoIterator<Item = String>) -> Lang {
    let arguments: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let flag = arguments
        .iter()
        .enumerate()
        .find_map(|(index, argument)| match argument.strip_prefix("--lang") {
            Some("") => arguments.get(index + 1).copied(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        });
    let first_locale = locales.into_iter().next();
    [flag, ips_lang, first_locale.as_deref()]
        .into_iter()
        .flatten()
        .find_map(Lang::from_locale)
        .unwrap_or(Lang::Nl)
}

/// Parses a command line; the first argument is the program's name.
///
/// # Errors
/// Wrong use, in words: never the library's own, which are English and quote what was typed.
pub fn parse(arguments: Vec<OsString>, lang: Lang) -> Result<Parsed, Fault> {
    // Asked alone, as scripts do, the version needs no command line to be made.
    if let [_, only] = arguments.as_slice()
        && (only == "--version" || only == "-V")
    {
        return Ok(Parsed::Text(concat!("ips ", env!("CARGO_PKG_VERSION")).to_owned()));
    }
    // Words are only put in for who will read them.
    if let Ok(matches) = help::shape().try_get_matches_from(&arguments)
        && let Ok(cli) = Cli::from_arg_matches(&matches)
    {
        return Ok(cli.into());
    }
    let error = match help::localized(lang).try_get_matches_from(arguments) {
        Ok(matches) => match Cli::from_arg_matches(&matches) {
            Ok(cli) => return Ok(cli.into()),
            Err(error) => error,
        },
        Err(error) => error,
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Parsed::Text(error.to_string())),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            let help = Lang::ALL.map(|lang| help::localized(lang).render_help().to_string());
            Err(Fault::wrong_use(|lang| lang.pick(help[0].clone(), help[1].clone())))
        }
        _ => Err(help::wrong_use(&error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn os(arguments: &[&str]) -> Vec<OsString> {
        arguments.iter().map(OsString::from).collect()
    }

    #[test]
    fn the_language_comes_from_the_flag_then_the_variable_then_the_locale_then_is_dutch() {
        let locale = |locale: &str| vec![locale.to_owned()];
        let of = |arguments: &[&str], ips_lang, locales| language(&os(arguments), ips_lang, locales);
        assert_eq!(of(&["ips", "--lang", "en"], Some("nl"), locale("nl-NL")), Lang::En);
        assert_eq!(of(&["ips", "show", "--lang=nl"], Some("en"), locale("en")), Lang::Nl);
        assert_eq!(of(&["ips"], Some("en"), locale("nl-NL")), Lang::En);
        assert_eq!(of(&["ips"], None, locale("en_GB.UTF-8")), Lang::En);
        assert_eq!(of(&["ips"], None, locale("de-DE")), Lang::Nl);
        assert_eq!(of(&["ips"], None, locale("C")), Lang::Nl);
        assert_eq!(of(&["ips"], None, Vec::new()), Lang::Nl);
    }
}
