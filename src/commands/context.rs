//! What every command has at hand: the outside world, read once, and the profiles and questionnaires in it.

use std::{
    cell::LazyCell,
    fs::Metadata,
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

use chrono::{DateTime, Local, NaiveDate};

use super::{
    args::{LineArgs, ProfileArgs, TeamArgs},
    named,
    values::TypedDay,
    wildcard,
};
use crate::{
    content::questionnaires,
    day::in_calendar,
    fault::{Fault, shown_path},
    lang::{Lang, Sentence},
    prompt::{Pastes, Screen},
    questionnaire::Questionnaire,
    render::terminal::{Look, Signs},
    store::{
        self, Asked, Disk, FileSystem as _, Folder, Head, Heads, Line, Stored, folder_in_words, folder_of,
        refuse_device,
    },
    text::{visible, wrap_lines},
};

/// The most profiles that are named to choose from.
const NAMED_PROFILES: usize = 8;

/// What the outside world is: read once by `main` and passed down.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "facts about the outside world, no states")]
pub struct Context {
    /// The language to speak.
    pub lang: Lang,
    /// What the clock says when a command first asks for the day: few need it, and the time zone's file is read for it.
    pub today: LazyCell<Result<NaiveDate, Fault>>,
    /// The folder when `--dir` isn't given.
    pub default_dir: PathBuf,
    /// Whether there is a terminal to ask on.
    pub can_ask: bool,
    /// Whether everything is told in words, line by line: the user's environment or a flag wants it.
    pub plain: bool,
    /// Whether the menu started this.
    pub in_menu: bool,
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
    /// Which signs can be seen on the terminal.
    pub signs: Signs,
    /// The whole command line in a language, for who describes it.
    pub command_line: fn(Lang) -> clap::Command,
}

/// The day here at a moment that the computer's clock tells. A clock counts from 1970; one that stands before that, or
/// behind the last year that a profile can have, is wrong.
///
/// # Errors
/// When it is.
pub fn day_at(moment: SystemTime) -> Result<NaiveDate, Fault> {
    let seconds = moment.duration_since(SystemTime::UNIX_EPOCH).ok();
    let seconds = seconds.and_then(|seconds| i64::try_from(seconds.as_secs()).ok());
    let moment = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    // Looked at before the time zone too: it may have no rule for such a year.
    let moment = moment.filter(|moment| in_calendar(moment.date_naive()).is_some());
    let day = moment.map(|moment| moment.with_timezone(&Local).date_naive());
    day.and_then(in_calendar)
        .ok_or_else(|| Fault::failed(Lang::wrong_clock))
}

impl Context {
    /// The day here.
    ///
    /// # Errors
    /// When the clock can't be right.
    pub(super) fn today(&self) -> Result<NaiveDate, Fault> {
        self.today.clone()
    }

    /// The day here, for who can give another one with `--date`.
    ///
    /// # Errors
    /// As [`Context::today`], and names that flag.
    pub(super) fn today_unless_given(&self) -> Result<NaiveDate, Fault> {
        let naming_flag =
            |fault: Fault| Fault::failed(|lang| format!("{} {}", fault.text(lang), lang.or_give_the_day()));
        self.today().map_err(naming_flag)
    }

    /// The day of a meeting: the one that was typed, as near as can be, or today.
    ///
    /// # Errors
    /// When the clock can't be right and counts, or when there is no such day.
    pub(super) fn day_of_meeting(&self, typed: Option<&TypedDay>) -> Result<NaiveDate, Fault> {
        match typed {
            Some(typed) => typed.nearest(|| self.today_unless_given()),
            None => self.today_unless_given(),
        }
    }

    /// Whether someone reads along who types the next command: in the menu it is chosen.
    pub(super) fn types_next(&self) -> bool {
        self.columns.is_some() && !self.in_menu
    }

    /// Tells something beside the result, on standard error.
    pub fn tell(&self, text: &str) {
        tell(text, self.error_columns);
    }

    /// Tells what is to be known of the files that were saved and of their disk, and wasn't told yet.
    pub fn tell_remarks(&self) {
        for remark in Disk::remarks() {
            self.tell(&remark.text(self.lang));
        }
    }

    /// A page at a time on the whole terminal.
    pub(super) fn screen(&self) -> Screen {
        Screen::new(self.lang, self.signs)
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
        args.folder.dir.as_deref().unwrap_or(&self.default_dir)
    }

    /// Tells what is wrong with files in a folder, as far as it wasn't told yet.
    pub(super) fn told_of(&self, folder: Folder) -> Folder {
        for remark in &folder.remarks {
            Disk.tell_once(remark.clone());
        }
        self.tell_remarks();
        folder
    }

    /// Reads what a folder has of a team or a group: of the named team, or of the only one there is.
    pub(super) fn folder(&self, args: &TeamArgs) -> Result<Folder, Fault> {
        let dir = self.dir(args);
        self.told_of(Heads::read(dir)?.asked(args.asked()))
            .of(dir, args.asked())
    }

    /// Reads one profile that was named, and tells what is odd about it. Where it is no file, the fault names the profiles that
    /// are at hand.
    pub(super) fn load(&self, path: &Path, args: &TeamArgs) -> Result<Stored, Fault> {
        let path = wildcard::only(path)?;
        self.refuse_no_file(&path, args)?;
        Ok(self.told(store::load(&path)?))
    }

    /// The same, where it may be a draft too.
    fn load_any(&self, path: &Path, args: &TeamArgs) -> Result<Stored, Fault> {
        let path = wildcard::only(path)?;
        self.refuse_no_file(&path, args)?;
        Ok(self.told(store::load_any(&path)?))
    }

    fn refuse_no_file(&self, path: &Path, args: &TeamArgs) -> Result<(), Fault> {
        refuse_device(path)?;
        let found = path.metadata();
        let is_folder = found.as_ref().is_ok_and(Metadata::is_dir);
        if let Some(error) = found.err().filter(|error| is_nowhere(error.kind())) {
            let folder = match folder_of(path) {
                folder if path.components().count() > 1 && folder.is_dir() => folder,
                _ => self.dir(args),
            };
            let fault = Fault::unreadable(path, &error);
            return Err(naming_profiles(&fault, folder, args.asked()));
        }
        if is_folder {
            let shown = shown_path(path);
            let fault = Fault::failed(|lang| lang.is_a_folder(&shown));
            return Err(naming_profiles(&fault, path, args.asked()));
        }
        Ok(())
    }

    fn told(&self, (stored, remarks): (Stored, Vec<Fault>)) -> Stored {
        for remark in remarks {
            self.tell(&remark.text(self.lang));
        }
        stored
    }

    /// Leaves the copies out of profiles that were named, as out of those of a folder: whoever types a `*` names them too.
    pub(super) fn without_copies(&self, mut named: Vec<Stored>) -> Vec<Stored> {
        let copies = store::copies_among(&named);
        for remark in store::copies_told(&copies) {
            self.tell(&remark.text(self.lang));
        }
        named.retain(|stored| !copies.iter().any(|copy| copy.head.path == stored.path));
        named
    }

    /// Tells that two profiles that were named to be compared are of one meeting.
    pub(super) fn tell_copies<'s>(&self, named: impl IntoIterator<Item = &'s Stored>) {
        for copy in store::copies_among(named) {
            let (copy, counts) = (shown_path(&copy.head.path), shown_path(&copy.counts.path));
            self.tell(&self.lang.copies_named(&copy, &counts));
        }
    }

    /// The profile that was named, or the newest of the folder; with its line, of which it is the only one when it was named.
    pub(super) fn one_profile(&self, args: &ProfileArgs, line: &LineArgs) -> Result<(Stored, Line), Fault> {
        self.one(args, line, Self::load)
    }

    /// The same, where a draft can be named too.
    pub(super) fn one_profile_or_draft(&self, args: &ProfileArgs, line: &LineArgs) -> Result<(Stored, Line), Fault> {
        self.one(args, line, Self::load_any)
    }

    fn one(
        &self,
        args: &ProfileArgs,
        line: &LineArgs,
        load: impl FnOnce(&Self, &Path, &TeamArgs) -> Result<Stored, Fault>,
    ) -> Result<(Stored, Line), Fault> {
        let Some(file) = &args.file else {
            let line = self.line(&args.team, line)?;
            return Ok((line.newest().load()?, line));
        };
        line.refuse_beside_files()?;
        let stored = load(self, file, &args.team)?;
        let line = Line::alone(&stored);
        Ok((stored, line))
    }

    /// A team's profiles of one questionnaire in the folder: the one that was named, or that of the newest profile.
    pub(super) fn line(&self, team: &TeamArgs, line: &LineArgs) -> Result<Line, Fault> {
        let profiles = self.folder(team)?.profiles;
        let Some(named) = &line.questions else {
            return Line::of(profiles, None);
        };
        // The questionnaire itself may be lost: the profiles carry it.
        let carried = |head: &&Head| named.as_os_str() == head.questionnaire.as_str();
        let id = match profiles.iter().find(carried) {
            Some(head) => head.questionnaire.clone(),
            None => self.questionnaire(Some(named))?.id,
        };
        Line::of(profiles, Some(&id))
    }

    /// Names the command for the newest profile of another questionnaire, where someone reads along and didn't choose.
    pub(super) fn tell_other(&self, command: &str, team: &TeamArgs, args: &LineArgs, line: &Line) {
        let didnt_choose = self.error_columns.is_some() && args.questions.is_none();
        if let Some(other) = line.newest_other().filter(|_| didnt_choose) {
            let command = with_questions(command, team, &other.questionnaire);
            self.tell(&format!(" {}", self.lang.other_questionnaire_too(&command)));
        }
    }

    /// The newest profile of a team in the folder, whatever it asked.
    pub(super) fn newest(&self, args: &TeamArgs) -> Result<Head, Fault> {
        let newest = self.folder(args)?.profiles.pop();
        Ok(newest.expect("a team's folder has at least one profile"))
    }

    /// A questionnaire by its built-in id or its file; the default one when none is named.
    pub(super) fn questionnaire(&self, named: Option<&Path>) -> Result<Questionnaire, Fault> {
        load_questionnaire(named.unwrap_or(Path::new(questionnaires::DEFAULT)), self.lang)
    }
}

/// Tells something on standard error, which is a terminal of so many columns.
pub(super) fn tell(text: &str, columns: Option<usize>) {
    // A remark that nobody can read is no reason to stop.
    let _ = writeln!(io::stderr(), "{}", wrap_lines(text, columns));
}

/// That a team has only one profile of a questionnaire, where there are more of another one; with the command that takes those.
pub(super) fn only_one(command: &str, only: &Head, line: &Line, team: &TeamArgs) -> Option<Sentence> {
    let (other, count) = line.other_to_compare()?;
    let command = with_questions(command, team, other);
    let id = visible(&only.questionnaire).into_owned();
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

/// A fault that also names the profiles of a folder, the newest first, or says why there are none.
fn naming_profiles(fault: &Fault, dir: &Path, asked: Asked<'_>) -> Fault {
    let with = |more: &Fault, between| Fault::failed(|lang| fault.text(lang) + between + &more.text(lang));
    let heads = match Heads::read(dir) {
        Ok(heads) => heads,
        Err(unreadable) => return with(&unreadable, "\n"),
    };
    let folder = heads.named(asked);
    let profiles = &folder.profiles;
    let newest = profiles.iter().rev().take(NAMED_PROFILES);
    let lines: Vec<String> = newest.map(|head| format!("\n   {}", shown_path(&head.path))).collect();
    let list = lines.concat();
    let more = profiles.len().saturating_sub(NAMED_PROFILES);
    if profiles.is_empty()
        && let Err(none) = folder.of(dir, asked)
    {
        return with(&none, " ");
    }
    let at_hand = |lang| {
        let folder = folder_in_words(dir, lang);
        if more > 0 {
            lang.newest_profiles_at_hand(&folder, &list, more)
        } else {
            lang.profiles_at_hand(&folder, &list)
        }
    };
    with(&Fault::failed(at_hand), " ")
}

/// A questionnaire that is built in, or its file. A file that is there counts before what a built-in one is called beside its id.
pub(super) fn load_questionnaire(named: &Path, lang: Lang) -> Result<Questionnaire, Fault> {
    let shown = shown_path(named);
    let typed = named.to_string_lossy();
    let is_there = !named.metadata().is_err_and(|error| is_nowhere(error.kind()));
    let is_file = questionnaires::text(&typed).is_none() && (is_there || named.extension().is_some());
    if is_file || named.components().count() > 1 {
        let text = store::read_text(named)?;
        return questionnaires::read(&shown, &text, lang).map_err(Fault::in_file);
    }
    let id = named::questionnaire(&typed, lang)?;
    let text = questionnaires::text(id).expect("a built-in one has a file");
    questionnaires::read(id, text, lang).map_err(Fault::in_file)
}
