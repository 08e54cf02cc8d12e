//! One small file a command: load, call something pure, write.

mod agenda;
mod agreements;
mod assess;
mod card;
mod check;
mod diff;
mod export;
mod questions;
mod show;
mod sources;
mod trend;

use std::{
    collections::HashSet,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

use crate::{
    cli::{Command, Format, OutputArgs, TeamArgs},
    content::questionnaires,
    fault::{Exit, Fault, io_reason, shown_path},
    lang::Lang,
    questionnaire::{self, Questionnaire},
    render::terminal::{DEFAULT_COLUMNS, Look},
    store::{self, Folder, Kind, Saver, Stored, folder_of},
    text::wrap_lines,
};

/// What the outside world is: read once by `main` and passed down.
#[derive(Clone, Debug)]
pub struct Context {
    /// The language to speak.
    pub lang: Lang,
    /// Today.
    pub today: NaiveDate,
    /// The folder when `--dir` isn't given.
    pub default_dir: PathBuf,
    /// Whether there is a terminal to ask on.
    pub can_ask: bool,
    /// Whether the user's environment wants plain lines.
    pub plain: bool,
    /// The terminal's width; `None` when standard output is something else.
    pub columns: Option<usize>,
    /// Whether colour can be seen on standard output, and is wanted.
    pub colour: bool,
    /// The same for standard error.
    pub error_columns: Option<usize>,
}

/// Runs a command.
///
/// # Errors
/// Everything that keeps it from doing what was asked.
pub fn run(context: &Context, command: Command) -> Result<(), Fault> {
    match command {
        Command::Questions(args) => questions::run(context, &args),
        Command::Agreements(args) => agreements::run(context, &args),
        Command::Assess(args) => assess::run(context, &args),
        Command::Show(args) => show::run(context, &args),
        Command::Diff(args) => diff::run(context, &args),
        Command::Trend(args) => trend::run(context, &args),
        Command::Agenda(args) => agenda::run(context, &args),
        Command::Export(args) => export::run(context, &args),
        Command::Card(args) => card::run(context, &args),
        Command::Sources(args) => sources::run(context, &args),
        Command::Check(args) => check::run(context, &args),
    }
}

impl Context {
    /// Prints a result on standard output.
    ///
    /// # Errors
    /// When it can't be written; silently when the reader went away.
    pub fn print(&self, result: impl AsRef<[u8]>) -> Result<(), Fault> {
        let mut out = io::stdout().lock();
        let printed = out.write_all(result.as_ref()).and_then(|()| out.flush());
        printed.map_err(|error| {
            if error.kind() == io::ErrorKind::BrokenPipe {
                return Fault::silent(Exit::ReaderGone);
            }
            let reason = io_reason(&error);
            Fault::failed(|lang| lang.cannot_print(reason.text(lang)))
        })
    }

    /// Tells something beside the result, on standard error.
    pub fn tell(&self, text: &str) {
        // A remark that nobody can read is no reason to stop.
        let _ = writeln!(io::stderr(), "{}", wrap_lines(text, self.error_columns));
    }

    /// How wide text may be.
    pub fn width(&self) -> usize {
        self.columns.unwrap_or(DEFAULT_COLUMNS)
    }

    /// How a report looks on standard output.
    pub fn look(&self) -> Look {
        Look {
            columns: self.width(),
            colour: self.colour,
        }
    }

    fn dir<'a>(&'a self, args: &'a TeamArgs) -> &'a Path {
        args.dir.as_deref().unwrap_or(&self.default_dir)
    }

    /// Reads a folder and tells what is wrong with files in it.
    fn folder(&self, dir: &Path) -> Result<Folder, Fault> {
        let folder = Folder::read(dir)?;
        for remark in &folder.remarks {
            self.tell(&remark.text(self.lang));
        }
        Ok(folder)
    }

    /// Reads one profile that was named, and tells what is odd about it.
    fn load(&self, path: &Path) -> Result<Stored, Fault> {
        let (stored, remarks) = store::load(path)?;
        for remark in remarks {
            self.tell(&remark.text(self.lang));
        }
        Ok(stored)
    }

    /// The profile that was named, or the newest of the folder.
    fn one_profile(&self, file: Option<&Path>, args: &TeamArgs) -> Result<Stored, Fault> {
        if let Some(file) = file {
            return self.load(file);
        }
        let dir = self.dir(args);
        let mut folder = self.folder(dir)?.team(dir, args.team.as_deref())?;
        Ok(folder.profiles.pop().expect("a team's folder has at least one profile"))
    }

    /// A questionnaire by its built-in id or its file; the default one when none is named.
    fn questionnaire(&self, named: Option<&Path>) -> Result<Questionnaire, Fault> {
        load_questionnaire(named.unwrap_or(Path::new(questionnaires::DEFAULT)), self.lang)
    }

    /// Prints a result, or saves it in the file that was named.
    fn deliver(&self, result: impl AsRef<[u8]>, output: &OutputArgs) -> Result<(), Fault> {
        let Some(path) = &output.output else {
            return self.print(result);
        };
        let shown = shown_path(path);
        let folder = folder_of(path);
        if folder
            .metadata()
            .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        {
            let folder = shown_path(folder);
            return Err(Fault::failed(|lang| lang.no_such_folder(&folder)));
        }
        if output.force {
            Saver::default().save(path, result, Kind::Ordinary)?;
        } else if !Saver::default().save_unless_there(path, result, Kind::Ordinary)? {
            return Err(Fault::failed(|lang| lang.file_exists(&shown)));
        }
        self.tell(&self.lang.saved_as(&shown));
        Ok(())
    }
}

/// The form that an option asks for, or that the file's name ends in; nothing when neither is given. `unknown` names the
/// endings that there are.
fn asked_form(
    option: Option<Format>,
    path: Option<&Path>,
    unknown: impl Fn(Lang, &str) -> String,
) -> Result<Option<Format>, Fault> {
    match (option, path) {
        (Some(format), Some(path)) => refuse_other_form("--format", format, path).map(|()| Some(format)),
        (None, Some(path)) => Format::of_file(path).map(Some).ok_or_else(|| {
            let file = shown_path(path);
            Fault::wrong_use(|lang| unknown(lang, &file))
        }),
        (option, None) => Ok(option),
    }
}

/// Refuses a file whose name ends in another form than the one that an option asks for.
fn refuse_other_form(option: &str, format: Format, path: &Path) -> Result<(), Fault> {
    if Format::of_file(path).is_none_or(|named| named == format) {
        return Ok(());
    }
    let file = shown_path(path);
    Err(Fault::wrong_use(|lang| {
        lang.not_of_this_form(option, &file, format.ending())
    }))
}

/// Refuses to take one file for two meetings.
fn refuse_twice<'p>(files: impl IntoIterator<Item = &'p PathBuf>) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    // What isn't there gets its own sentence when it is read.
    let again = |file: &&PathBuf| file.canonicalize().is_ok_and(|place| !seen.insert(place));
    let Some(file) = files.into_iter().find(again) else {
        return Ok(());
    };
    let file = shown_path(file);
    Err(Fault::wrong_use(|lang| lang.same_profile_twice(&file)))
}

/// A questionnaire by its built-in id or its file.
fn load_questionnaire(named: &Path, lang: Lang) -> Result<Questionnaire, Fault> {
    let id = shown_path(named);
    if let Some(text) = named.to_str().and_then(questionnaires::text) {
        return questionnaire::read(&id, text, lang).map_err(Fault::in_file);
    }
    let looks_like_id = named.extension().is_none() && named.components().count() == 1;
    if looks_like_id && !named.exists() {
        let known: Vec<&str> = questionnaires::ids().collect();
        return Err(Fault::wrong_use(|lang| {
            lang.unknown_questionnaire(&id, &known.join(", "))
        }));
    }
    let text = store::read_text(named)?;
    questionnaire::read(&id, &text, lang).map_err(Fault::in_file)
}
