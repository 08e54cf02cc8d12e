//! The command line: its shape, and its words in both languages.

mod format;
mod talk;
mod values;
mod words;

use std::{ffi::OsString, path::PathBuf};

use chrono::NaiveDate;
use clap::{Args, FromArgMatches as _, Parser, Subcommand, error::ErrorKind};

pub use self::{
    format::Format,
    talk::{CardArgs, SourcesArgs},
    values::TEAM_CHARS,
};
use self::{
    values::{parse_day, parse_format, parse_lang, parse_mode, parse_number, parse_team, parse_weakest, parse_words},
    words::{localized, wrong_use},
};
use crate::{
    fault::Fault,
    lang::Lang,
    tally::{MAX_PARTICIPANTS, Mode},
};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "ips",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
struct Cli {
    #[arg(long, global = true, value_parser = parse_lang)]
    lang: Option<Lang>,
    #[command(subcommand)]
    command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
#[non_exhaustive]
pub enum Command {
    /// What will be asked.
    Questions(QuestionsArgs),
    /// Walk the team through the questions.
    Assess(AssessArgs),
    /// A profile on screen.
    Show(ShowArgs),
    /// Two profiles.
    Diff(DiffArgs),
    /// One team over many meetings.
    Trend(TrendArgs),
    /// The next meeting.
    Agenda(AgendaArgs),
    /// A summary.
    Export(ExportArgs),
    /// What a team agreed.
    Agreements(AgreementsArgs),
    /// One question.
    Card(CardArgs),
    /// Tools and literature.
    Sources(SourcesArgs),
    /// Whether files are sound.
    Check(CheckArgs),
}

/// Which team's profiles.
#[derive(Debug, Args)]
pub struct TeamArgs {
    /// The folder with the profiles.
    #[arg(long)]
    pub dir: Option<PathBuf>,
    /// The team's name.
    #[arg(long, value_parser = parse_team)]
    pub team: Option<String>,
}

/// Where a result goes.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// The file; standard output without it.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// Replace an existing file.
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// `ips questions`
#[derive(Debug, Args)]
pub struct QuestionsArgs {
    /// A built-in questionnaire or a file.
    #[arg(long)]
    pub questions: Option<PathBuf>,
    /// As Markdown, to print.
    #[arg(long, conflicts_with = "json")]
    pub markdown: bool,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
    /// Where it goes.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `ips assess`
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "one for each flag")]
pub struct AssessArgs {
    /// Which team, in which folder.
    #[command(flatten)]
    pub team: TeamArgs,
    /// The day of the meeting.
    #[arg(long, value_parser = parse_day)]
    pub date: Option<NaiveDate>,
    /// How many take part.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=i64::from(MAX_PARTICIPANTS)))]
    pub participants: Option<u32>,
    /// How the team answers.
    #[arg(long, value_parser = parse_mode)]
    pub mode: Option<Mode>,
    /// Who sits there, by function.
    #[arg(long, value_parser = parse_words)]
    pub functions: Option<String>,
    /// A built-in questionnaire or a file.
    #[arg(long)]
    pub questions: Option<PathBuf>,
    /// Ask only these elements.
    #[arg(long, value_delimiter = ',')]
    pub elements: Vec<String>,
    /// Line by line.
    #[arg(long)]
    pub plain: bool,
    /// Look back at the open agreements, also line by line or with answers from a file.
    #[arg(long)]
    pub review: bool,
    /// Take the answers from a file.
    #[arg(long, conflicts_with_all = ["resume", "new", "elements"])]
    pub answers: Option<PathBuf>,
    /// Go on with the draft.
    #[arg(long, conflicts_with = "new")]
    pub resume: bool,
    /// Start another.
    #[arg(long)]
    pub new: bool,
}

/// `ips show`
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// The profile; the newest of the folder without it.
    pub file: Option<PathBuf>,
    /// Which team, in which folder.
    #[command(flatten)]
    pub team: TeamArgs,
    /// How many elements are marked as lowest.
    #[arg(long, default_value_t = crate::scoring::WEAKEST, value_parser = parse_weakest)]
    pub weakest: usize,
    /// The sum behind each number.
    #[arg(long, conflicts_with = "json")]
    pub explain: bool,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// `ips diff`
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// Two profiles; the two newest of the folder without them.
    pub files: Vec<PathBuf>,
    /// Which team, in which folder.
    #[command(flatten)]
    pub team: TeamArgs,
    /// How many elements are marked as lowest.
    #[arg(long, default_value_t = crate::scoring::WEAKEST, value_parser = parse_weakest)]
    pub weakest: usize,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// `ips trend`
#[derive(Debug, Args)]
pub struct TrendArgs {
    /// The profiles; all of the folder without them.
    pub files: Vec<PathBuf>,
    /// Which team, in which folder.
    #[command(flatten)]
    pub team: TeamArgs,
    /// How many elements are marked as lowest.
    #[arg(long, default_value_t = crate::scoring::WEAKEST, value_parser = parse_weakest)]
    pub weakest: usize,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
    /// Where it goes.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `ips agenda`
#[derive(Debug, Args)]
pub struct AgendaArgs {
    /// The newest profile; that of the folder without it.
    pub file: Option<PathBuf>,
    /// Which team, in which folder.
    #[command(flatten)]
    pub team: TeamArgs,
    /// The question that is brought in.
    #[arg(long, value_parser = parse_words)]
    pub question: Option<String>,
    /// Ways of working to skip.
    #[arg(long)]
    pub not: Vec<String>,
    /// The day of the meeting.
    #[arg(long, value_parser = parse_day)]
    pub date: Option<NaiveDate>,
    /// How many weeks there are between two meetings.
    #[arg(long, default_value_t = crate::agenda::WEEKS, value_parser = clap::value_parser!(u32).range(1..=52))]
    pub weeks: u32,
    /// How long the meeting takes.
    #[arg(long, default_value_t = crate::agenda::MINUTES, value_parser = clap::value_parser!(u32).range(30..=480))]
    pub minutes: u32,
    /// The form of the agenda.
    #[arg(long, value_parser = parse_format)]
    pub format: Option<Format>,
    /// Where it goes.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `ips export`
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The profile; the newest of the folder without it.
    pub file: Option<PathBuf>,
    /// Which team, in which folder.
    #[command(flatten)]
    pub team: TeamArgs,
    /// An older profile to compare with.
    #[arg(long)]
    pub compare_with: Option<PathBuf>,
    /// How many elements are marked as lowest.
    #[arg(long, default_value_t = crate::scoring::WEAKEST, value_parser = parse_weakest)]
    pub weakest: usize,
    /// The form of the summary.
    #[arg(long, value_parser = parse_format)]
    pub format: Option<Format>,
    /// CSV as Excel reads it in Dutch.
    #[arg(long)]
    pub excel_csv: bool,
    /// Where it goes.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// `ips agreements`
#[derive(Debug, Args)]
pub struct AgreementsArgs {
    /// Which team, in which folder.
    #[command(flatten)]
    pub team: TeamArgs,
    /// The day that tells which are past their date.
    #[arg(long, value_parser = parse_day)]
    pub date: Option<NaiveDate>,
    /// The number of the agreement that is done.
    #[arg(long, value_parser = parse_number, conflicts_with_all = ["dropped", "open"])]
    pub done: Option<usize>,
    /// The number of the agreement that is given up.
    #[arg(long, value_parser = parse_number, conflicts_with = "open")]
    pub dropped: Option<usize>,
    /// The number of the agreement that is open again or still.
    #[arg(long, value_parser = parse_number)]
    pub open: Option<usize>,
    /// What the team says about it.
    #[arg(long, value_parser = parse_words)]
    pub note: Option<String>,
    /// By when it will be done now.
    #[arg(long, value_parser = parse_words)]
    pub due: Option<String>,
}

/// `ips check`
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files or folders.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The questionnaire that answer files belong to.
    #[arg(long)]
    pub questions: Option<PathBuf>,
}

/// What a command line asks for.
#[derive(Debug)]
pub enum Parsed {
    /// Run this.
    Command(Command),
    /// Only show this: the help or the version.
    Text(String),
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
    let mut command = localized(lang);
    match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => match Cli::from_arg_matches(&matches) {
            Ok(cli) => Ok(Parsed::Command(cli.command)),
            Err(error) => Err(wrong_use(&error)),
        },
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Parsed::Text(error.to_string())),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
                let help = Lang::ALL.map(|lang| localized(lang).render_help().to_string());
                Err(Fault::wrong_use(|lang| lang.pick(help[0].clone(), help[1].clone())))
            }
            _ => Err(wrong_use(&error)),
        },
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
