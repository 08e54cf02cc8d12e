//! The command line: which commands there are, the language, and what someone typed.

mod completing;
mod help;
mod quotes;

pub use self::{completing::Typed, help::localized as command_line};

use std::ffi::OsString;

use clap::{FromArgMatches as _, Parser, error::ErrorKind};

use crate::{
    commands::{self, Context, args::CommonArgs},
    content::questionnaires,
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

/// The commands, in the order of the help: each with its Dutch name. A module of [`commands`] has the name of its command.
macro_rules! commands {
    ($($command:ident $dutch:literal = $module:ident::$args:ident,)*) => {
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
                        let command = help::explained::<commands::$module::$args>(stringify!($module), $dutch, lang);
                        command.display_order(places.next())
                    });
                )*
                root
            }

            /// Lets every command be called by its Dutch name too.
            fn in_dutch(root: clap::Command) -> clap::Command {
                $(let root = root.mut_subcommand(stringify!($module), |command| help::in_dutch(command, $dutch));)*
                root
            }
        }
    };
}

commands! {
    Questions "vragen" = questions::QuestionsArgs,
    Form "formulier" = form::FormArgs,
    Merge "samenvoegen" = merge::MergeArgs,
    Assess "bijeenkomst" = assess::AssessArgs,
    Show "toon" = show::ShowArgs,
    Diff "verschil" = diff::DiffArgs,
    Trend "verloop" = trend::TrendArgs,
    Gap "naast-elkaar" = gap::GapArgs,
    Overview "overzicht" = overview::OverviewArgs,
    Agenda "agenda" = agenda::AgendaArgs,
    Export "verslag" = export::ExportArgs,
    Agreements "afspraken" = agreements::AgreementsArgs,
    Card "kaart" = card::CardArgs,
    Sources "bronnen" = sources::SourcesArgs,
    Check "controleer" = check::CheckArgs,
    Guide "handleiding" = guide::GuideArgs,
    Completions "aanvullen" = completions::CompletionsArgs,
    Man "naslag" = man::ManArgs,
}

/// What a command line asks for.
#[derive(Debug)]
pub enum Parsed {
    /// Run this.
    Command {
        /// What to do.
        command: Box<Command>,
        /// Whether to tell everything in words, line by line.
        plain: bool,
    },
    /// Only show this: the help or the version.
    Text(String),
    /// Nothing; without someone to choose, this is wrong.
    Nothing(Fault),
}

impl From<Cli> for Parsed {
    fn from(cli: Cli) -> Parsed {
        Parsed::Command {
            command: cli.command.into(),
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

/// A command line with a flag for a word that asks the same: `ips help show` is `ips show --help`.
fn with_flags_for_words(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let is_one_of = |argument: &OsString, words: [&str; 2]| words.iter().any(|word| argument == word);
    let Some(place) = command_place(&arguments, 1) else {
        return arguments;
    };
    if is_one_of(&arguments[place], ["version", "versie"]) {
        arguments[place] = "--version".into();
    } else if is_one_of(&arguments[place], ["help", "hulp"]) {
        arguments.remove(place);
        // Help about help is all there is.
        if let Some(again) = command_place(&arguments, place)
            && is_one_of(&arguments[again], ["help", "hulp"])
        {
            arguments.remove(again);
        }
        let behind = command_place(&arguments, place).map_or(arguments.len(), |place| place + 1);
        arguments.insert(behind, "--help".into());
    }
    arguments
}

/// Where the command stands: the first argument from here on that is no flag, and no language of one.
fn command_place(arguments: &[OsString], from: usize) -> Option<usize> {
    let is_flag = |place: usize| arguments[place].to_str().is_some_and(|text| text.starts_with('-'));
    (from..arguments.len()).find(|&place| !is_flag(place) && arguments[place - 1] != "--lang")
}

const VERSION: &str = concat!("ips ", env!("CARGO_PKG_VERSION"));

/// The version with what it was made for and what is in it, and where the licences of that are. Nothing of the day or the
/// machine that built it: two builds are the same.
fn version_in_full(lang: Lang) -> String {
    let parts = [
        ("charts", cfg!(feature = "charts")),
        ("office", cfg!(feature = "office")),
    ];
    let parts: Vec<&str> = parts
        .iter()
        .filter(|(_, is_in)| *is_in)
        .map(|(part, _)| *part)
        .collect();
    let parts = if parts.is_empty() {
        "-".to_owned()
    } else {
        parts.join(", ")
    };
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let questionnaires = questionnaires::ids().filter_map(|id| questionnaires::questionnaire(id, lang));
    let questionnaires: Vec<String> = questionnaires
        .map(|asks| format!("{} {}", asks.id, asks.version))
        .collect();
    format!(
        "{VERSION}\n{}",
        lang.version_details(&system, &parts, &questionnaires.join(", "))
    )
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
        return Ok(Parsed::Text(VERSION.to_owned()));
    }
    let arguments = if cfg!(windows) {
        quotes::mended(arguments)?
    } else {
        arguments
    };
    let mut arguments = with_flags_for_words(arguments);
    let verbose = arguments
        .iter()
        .any(|argument| argument == "--version" || argument == "-V")
        && arguments.iter().any(|argument| argument == "--verbose");
    arguments.retain(|argument| !verbose || argument != "--verbose");
    // Words are only put in for who will read them.
    if let Ok(matches) = help::shape().try_get_matches_from(&arguments)
        && let Ok(cli) = Cli::from_arg_matches(&matches)
    {
        return Ok(cli.into());
    }
    let error = match help::localized(lang).try_get_matches_from(&arguments) {
        Ok(matches) => match Cli::from_arg_matches(&matches) {
            Ok(cli) => return Ok(cli.into()),
            Err(error) => error,
        },
        Err(error) => error,
    };
    match error.kind() {
        ErrorKind::DisplayVersion if verbose => Ok(Parsed::Text(version_in_full(lang))),
        ErrorKind::DisplayVersion => Ok(Parsed::Text(VERSION.to_owned())),
        ErrorKind::DisplayHelp => {
            let help = help::to_read(lang).try_get_matches_from(arguments);
            Ok(Parsed::Text(help.err().unwrap_or(error).to_string()))
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            let help = Lang::ALL.map(|lang| help::to_read(lang).render_help().to_string());
            let help = Fault::wrong_use(|lang| lang.pick(help[0].clone(), help[1].clone()));
            Ok(Parsed::Nothing(help))
        }
        _ => {
            let shape = help::shape();
            let command = command_place(&arguments, 1).and_then(|place| shape.find_subcommand(&arguments[place]));
            Err(help::wrong_use(&error, command.map(clap::Command::get_name)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn os(arguments: &[&str]) -> Vec<OsString> {
        arguments.iter().map(OsString::from).collect()
    }

    #[test]
    fn a_word_asks_for_help_and_for_the_version_as_a_flag_does() {
        for (typed, same) in [
            (&["help"][..], &["--help"][..]),
            (&["hulp"], &["--help"]),
            (&["hulp", "help"], &["--help"]),
            (&["help", "show"], &["show", "--help"]),
            (&["hulp", "toon"], &["show", "--help"]),
            (&["--lang", "en", "help", "--lang", "en", "show"], &["show", "--help"]),
            (
                &["help", "--lang=en", "agreements", "--json"],
                &["agreements", "--help"],
            ),
            (&["version"], &["--version"]),
            (&["--lang", "nl", "versie"], &["--version"]),
            (&["--verbose", "-V"], &["version", "--verbose"]),
        ] {
            let text = |arguments: &[&str]| match parse(os(&[&["ips"], arguments].concat()), Lang::En) {
                Ok(Parsed::Text(text)) => text.trim_end().to_owned(),
                other => panic!("{arguments:?}: {other:?}"),
            };
            assert_eq!(text(typed), text(same), "{typed:?}");
        }
        for unknown in [&["ips", "help", "hel"][..], &["ips", "--lang", "help"]] {
            assert!(parse(os(unknown), Lang::Nl).is_err(), "{unknown:?}");
        }
    }

    #[test]
    fn the_version_in_full_tells_the_system_and_what_is_built_in() {
        let typed = parse(os(&["ips", "--version", "--verbose"]), Lang::En);
        let Ok(Parsed::Text(text)) = typed else {
            panic!("{typed:?}");
        };
        let charts = cfg!(feature = "charts").then_some("charts");
        let office = cfg!(feature = "office").then_some("office");
        let parts: Vec<&str> = charts.into_iter().chain(office).collect();
        let parts = if parts.is_empty() {
            "-".to_owned()
        } else {
            parts.join(", ")
        };
        let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
        assert!(text.contains(&format!("System: {system}. Parts: {parts}.\n")), "{text}");
        // What isn't about the version takes no such flag.
        assert!(parse(os(&["ips", "show", "--verbose"]), Lang::En).is_err());
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
