//! What every command has at hand: the outside world, read once, and the ways in and out of it.

use std::{
    cell::LazyCell,
    fs::Metadata,
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

use super::{
    args::{LineArgs, OutputArgs, ProfileArgs, TeamArgs},
    confirm::{self, end_on_signal},
    named,
};
use crate::{
    content::questionnaires,
    fault::{Exit, Fault, io_reason, shown_path},
    lang::{Lang, Sentence},
    profile::same_team,
    prompt::{Pager, Pastes, Reading},
    questionnaire::Questionnaire,
    render::{
        Document, Form, Wanted,
        terminal::{DEFAULT_COLUMNS, Look},
    },
    store::{self, Folder, Line, Privacy, Saver, Stored, folder_in_words, folder_of},
    text::{height, visible, wrap_lines},
};

/// The most profiles that are named to choose from.
const NAMED_PROFILES: usize = 8;

/// What the outside world is: read once by `main` and passed down.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "facts about the outside world, no states")]
pub struct Context {
    /// The language to speak.
    pub lang: Lang,
    /// The day here when a command first asks for it: few need it, and the time zone's file is read for it.
    pub today: LazyCell<NaiveDate>,
    /// The folder when `--dir` isn't given.
    pub default_dir: PathBuf,
    /// Whether there is a terminal to ask on.
    pub can_ask: bool,
    /// Whether everything is told in words, line by line: the user's environment or a flag wants it.
    pub plain: bool,
    /// The terminal's width; `None` when standard output is something else.
    pub columns: Option<usize>,
    /// Whether someone reads standard output on a terminal and can press keys there.
    pub can_page: bool,
    /// Whether colour can be seen on standard output, and is wanted.
    pub colour: bool,
    /// The same for standard error.
    pub error_columns: Option<usize>,
    /// Whether the terminal tells what is pasted.
    pub pastes: Pastes,
}

impl Context {
    /// Prints a result on standard output.
    ///
    /// # Errors
    /// When it can't be written; silently when the reader went away.
    pub fn print(&self, result: impl AsRef<[u8]>) -> Result<(), Fault> {
        print(|out| out.write_all(result.as_ref()))
    }

    /// Shows a text to read, and at its end what is good to know next: to whoever sits at a terminal a screen at a time, else
    /// the text alone.
    ///
    /// # Errors
    /// As [`Context::print`]; silently when Ctrl-C ends the reading.
    pub(super) fn show(&self, text: &str, next: Option<&str>) -> Result<(), Fault> {
        let next = next.filter(|_| self.columns.is_some()).map(|next| format!("\n {next}"));
        if self.can_page && !self.plain {
            end_on_signal();
            let follow: Vec<&str> = next.iter().flat_map(|next| next.lines()).collect();
            let mut pager = Pager::new(self.lang.pager_keys(), self.colour);
            match pager
                .show(text, height(&follow, self.columns.unwrap_or(DEFAULT_COLUMNS)))
                .map_err(|error| cannot_print(&error))?
            {
                Reading::Whole => {}
                Reading::Left => return Ok(()),
                Reading::Interrupted => return Err(Fault::silent(Exit::Interrupted)),
            }
        } else {
            self.print(text)?;
        }
        if let Some(next) = next {
            self.tell(&next);
        }
        Ok(())
    }

    /// Tells something beside the result, on standard error.
    pub fn tell(&self, text: &str) {
        // A remark that nobody can read is no reason to stop.
        let _ = writeln!(io::stderr(), "{}", wrap_lines(text, self.error_columns));
    }

    /// How a report looks on standard output.
    pub fn look(&self) -> Look {
        Look {
            columns: self.columns,
            colour: self.colour,
            plain: self.plain,
        }
    }

    pub(super) fn dir<'a>(&'a self, args: &'a TeamArgs) -> &'a Path {
        args.dir.as_deref().unwrap_or(&self.default_dir)
    }

    /// Where a document goes that is about no team.
    pub(super) fn here(&self, about: String) -> Place<'_> {
        Place {
            folder: &self.default_dir,
            about,
        }
    }

    /// Reads a folder and tells what is wrong with files in it.
    pub(super) fn folder(&self, dir: &Path) -> Result<Folder, Fault> {
        let folder = Folder::read(dir)?;
        for remark in &folder.remarks {
            self.tell(&remark.text(self.lang));
        }
        Ok(folder)
    }

    /// Reads one profile that was named, and tells what is odd about it. Where it is no file, the fault names the profiles that
    /// are at hand.
    pub(super) fn load(&self, path: &Path, args: &TeamArgs) -> Result<Stored, Fault> {
        self.refuse_no_file(path, args)?;
        Ok(self.told(store::load(path)?))
    }

    /// The same, where it may be a draft too.
    pub(super) fn load_any(&self, path: &Path, args: &TeamArgs) -> Result<Stored, Fault> {
        self.refuse_no_file(path, args)?;
        Ok(self.told(store::load_any(path)?))
    }

    fn refuse_no_file(&self, path: &Path, args: &TeamArgs) -> Result<(), Fault> {
        let found = path.metadata();
        let is_folder = found.as_ref().is_ok_and(Metadata::is_dir);
        if let Some(error) = found.err().filter(|error| is_nowhere(error.kind())) {
            let folder = match folder_of(path) {
                folder if path.components().count() > 1 && folder.is_dir() => folder,
                _ => self.dir(args),
            };
            let fault = Fault::unreadable(path, &error);
            return Err(naming_profiles(&fault, folder, args.team.as_deref()));
        }
        if is_folder {
            let shown = shown_path(path);
            let fault = Fault::failed(|lang| lang.is_a_folder(&shown));
            return Err(naming_profiles(&fault, path, args.team.as_deref()));
        }
        Ok(())
    }

    fn told(&self, (stored, remarks): (Stored, Vec<Fault>)) -> Stored {
        for remark in remarks {
            self.tell(&remark.text(self.lang));
        }
        stored
    }

    /// The profile that was named, or the newest of the folder; with its line, of which it is the only one when it was named.
    pub(super) fn one_profile(&self, args: &ProfileArgs, line: &LineArgs) -> Result<Line, Fault> {
        match &args.file {
            Some(file) => {
                line.refuse_beside_files()?;
                Line::of(vec![self.load(file, &args.team)?], None)
            }
            None => self.line(&args.team, line),
        }
    }

    /// A team's profiles of one questionnaire in the folder: the one that was named, or that of the newest profile.
    pub(super) fn line(&self, team: &TeamArgs, line: &LineArgs) -> Result<Line, Fault> {
        let dir = self.dir(team);
        let profiles = self.folder(dir)?.team(dir, team.team.as_deref())?.profiles;
        let Some(named) = &line.questions else {
            return Line::of(profiles, None);
        };
        // The questionnaire itself may be lost: the profiles carry it.
        let carried = |stored: &Stored| named.as_os_str() == stored.profile.questionnaire.id.as_str();
        let id = match profiles.iter().find(|stored| carried(stored)) {
            Some(stored) => stored.profile.questionnaire.id.clone(),
            None => self.questionnaire(Some(named))?.id,
        };
        Line::of(profiles, Some(&id))
    }

    /// Names the command for the newest profile of another questionnaire, where someone reads along and didn't choose.
    pub(super) fn tell_other(&self, command: &str, team: &TeamArgs, args: &LineArgs, line: &Line) {
        let didnt_choose = self.error_columns.is_some() && args.questions.is_none();
        if let Some(other) = line.newest_other().filter(|_| didnt_choose) {
            let command = with_questions(command, team, &other.profile.questionnaire.id);
            self.tell(&format!(" {}", self.lang.other_questionnaire_too(&command)));
        }
    }

    /// The newest profile of a team in the folder, whatever it asked.
    pub(super) fn newest(&self, args: &TeamArgs) -> Result<Stored, Fault> {
        let dir = self.dir(args);
        let mut folder = self.folder(dir)?.team(dir, args.team.as_deref())?;
        Ok(folder.profiles.pop().expect("a team's folder has at least one profile"))
    }

    /// A questionnaire by its built-in id or its file; the default one when none is named.
    pub(super) fn questionnaire(&self, named: Option<&Path>) -> Result<Questionnaire, Fault> {
        load_questionnaire(named.unwrap_or(Path::new(questionnaires::DEFAULT)), self.lang)
    }

    /// The form that a flag and its word ask for, as `--format html`, or the name of the file; nothing when neither does.
    pub(super) fn form<C>(
        &self,
        document: &Document<C>,
        flag: Option<(&str, &str)>,
        output: &OutputArgs,
    ) -> Result<Option<Form<C>>, Fault> {
        if output.open && output.output.is_none() && flag.is_none() {
            return Ok(Some(document.usual("html")));
        }
        document.choose(Wanted {
            flag,
            path: output.output.as_deref(),
            to_terminal: self.columns.is_some() && !output.open,
        })
    }

    /// Prints a document, or saves it in the file that was named; over another one only when that is said, or agreed to. One
    /// that is only opened gets a name of its own.
    pub(super) fn deliver<C>(
        &self,
        form: &Form<C>,
        content: &C,
        output: &OutputArgs,
        place: &Place<'_>,
    ) -> Result<(), Fault> {
        if output.output.is_none() && !output.open {
            return print(|out| form.write(content, out));
        }
        let mut result = Vec::new();
        form.write(content, &mut result).expect("memory takes a whole document");
        let path = match &output.output {
            Some(path) => {
                self.save(path, &result, output.force)?;
                path.clone()
            }
            None => place.save(&result, |number| form.file_name(self.lang, &place.about, number))?,
        };
        self.tell(&self.lang.saved_as(&shown_path(&path)));
        if output.open { open(&path) } else { Ok(()) }
    }

    fn save(&self, path: &Path, result: &[u8], force: bool) -> Result<(), Fault> {
        let shown = shown_path(path);
        let folder = folder_of(path);
        if folder
            .metadata()
            .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        {
            let folder = shown_path(folder);
            return Err(Fault::failed(|lang| lang.no_such_folder(&folder)));
        }
        let saver = Saver::default();
        if force {
            saver.save(path, result, Privacy::Ordinary)?;
        } else if !saver.save_unless_there(path, result, Privacy::Ordinary)? {
            // A device or a folder isn't replaced, whatever someone says.
            if !(self.can_ask && path.is_file() && confirm::replaces(self, &shown)?) {
                return Err(Fault::failed(|lang| lang.file_exists(&shown)));
            }
            saver.save(path, result, Privacy::Ordinary)?;
        }
        Ok(())
    }
}

/// That a team has only one profile of a questionnaire, where there are more of another one; with the command that takes those.
pub(super) fn only_one(command: &str, only: &Stored, line: &Line, team: &TeamArgs) -> Option<Sentence> {
    let (other, count) = line.other_to_compare()?;
    let command = with_questions(command, team, other);
    let id = visible(&only.profile.questionnaire.id).into_owned();
    let other = visible(other).into_owned();
    Some(Sentence::new(|lang| {
        lang.one_profile_of_this_one(&id, count, &other, &command)
    }))
}

/// A command that takes the profiles of another questionnaire.
fn with_questions(command: &str, team: &TeamArgs, id: &str) -> String {
    let flags = team.again();
    format!("ips {command} --questions {}{flags}", visible(id))
}

/// Whether a name leads nowhere: Windows says of one with a `*` that it can't be.
fn is_nowhere(kind: io::ErrorKind) -> bool {
    use io::ErrorKind::{InvalidFilename, NotADirectory, NotFound};
    matches!(kind, NotFound | InvalidFilename | NotADirectory)
}

/// A fault that also names the profiles of a folder, the newest first.
fn naming_profiles(fault: &Fault, dir: &Path, team: Option<&str>) -> Fault {
    let mut profiles = Folder::read(dir).unwrap_or_default().profiles;
    profiles.retain(|stored| team.is_none_or(|team| same_team(&stored.profile.team, team)));
    let newest = profiles.iter().rev().take(NAMED_PROFILES);
    let lines: Vec<String> = newest
        .map(|stored| format!("\n   {}", shown_path(&stored.path)))
        .collect();
    let list = lines.concat();
    let more = profiles.len().saturating_sub(NAMED_PROFILES);
    Fault::failed(|lang| {
        let folder = folder_in_words(dir, lang);
        let next = match profiles.len() {
            0 => lang.no_profile(&folder),
            _ if more > 0 => lang.newest_profiles_at_hand(&folder, &list, more),
            _ => lang.profiles_at_hand(&folder, &list),
        };
        format!("{} {next}", fault.text(lang))
    })
}

/// Where a document goes that no file was named for.
#[derive(Debug)]
pub(super) struct Place<'p> {
    pub folder: &'p Path,
    /// What it is about, as part of a file name.
    pub about: String,
}

impl Place<'_> {
    /// Beside a profile, and named as it is.
    pub(super) fn of(stored: &Stored) -> Place<'_> {
        let name = stored.path.file_stem().unwrap_or_default();
        Place {
            folder: folder_of(&stored.path),
            about: name.to_string_lossy().into_owned(),
        }
    }

    /// Saves under the first name that is free, and never over another file; the same document made again is there already.
    fn save(&self, result: &[u8], name: impl Fn(u32) -> String) -> Result<PathBuf, Fault> {
        for number in 1.. {
            let path = self.folder.join(name(number));
            let as_long = path.metadata().is_ok_and(|found| found.len() == result.len() as u64);
            let is_same = as_long && std::fs::read(&path).is_ok_and(|found| found == result);
            if is_same || Saver::default().save_unless_there(&path, result, Privacy::Ordinary)? {
                return Ok(path);
            }
        }
        unreachable!("the numbers never end")
    }
}

/// Opens a saved file with the program that the user has for it.
fn open(path: &Path) -> Result<(), Fault> {
    // Whole, so that no name is taken for an option or an address.
    let place = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    opener::open(&place).map_err(|_| {
        let place = shown_path(&place);
        Fault::failed(|lang| lang.cannot_open(&place))
    })
}

/// Writes a result on standard output.
fn print(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<(), Fault> {
    let mut out = BufWriter::new(io::stdout().lock());
    let printed = write(&mut out).and_then(|()| out.flush());
    printed.map_err(|error| cannot_print(&error))
}

pub(super) fn cannot_print(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Fault::silent(Exit::ReaderGone);
    }
    let reason = io_reason(error);
    Fault::failed(|lang| lang.cannot_print(reason.text(lang)))
}

/// A questionnaire that is built in, or its file. A file that is there counts before what a built-in one is called beside its id.
pub(super) fn load_questionnaire(named: &Path, lang: Lang) -> Result<Questionnaire, Fault> {
    let shown = shown_path(named);
    let typed = named.to_string_lossy();
    let is_file = questionnaires::text(&typed).is_none() && (named.exists() || named.extension().is_some());
    if is_file || named.components().count() > 1 {
        let text = store::read_text(named)?;
        return questionnaires::read(&shown, &text, lang).map_err(Fault::in_file);
    }
    let id = named::questionnaire(&typed, lang)?;
    let text = questionnaires::text(id).expect("a built-in one has a file");
    questionnaires::read(id, text, lang).map_err(Fault::in_file)
}
