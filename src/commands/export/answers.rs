//! The answers of all profiles below folders: read once to know which count, and again to write their rows, so that the memory
//! holds a few of them at a time.

use std::{
    cell::RefCell,
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::ExportArgs;
use crate::{
    commands::{Context, confirm, named_form, output::elsewhere, overview::tell_skipped, progress::Progress},
    fault::{Exit, Fault, shown_path},
    lang::{Lang, Sentence},
    overview::{Counted, Groups, Skipped, Wanted},
    prompt::is_stopping,
    render::{
        Document,
        tidy::{Answered, Answers, RowsOf, Taker, package},
    },
    store::{self, Below, refuse_link},
};

/// So many profiles are read at a time.
const AT_ONCE: usize = 512;

/// The names of a file of rows that is all there is to describe in its folder.
const USUAL: [&str; 2] = ["answers.csv", "antwoorden.csv"];

pub(super) fn run(context: &Context, args: &ExportArgs, dirs: &[PathBuf]) -> Result<(), Fault> {
    refuse_profile_flags(args)?;
    let document = Document::answers();
    let form = context.form(&document, named_form(args.format.as_deref(), false), &args.output)?;
    let form = form.unwrap_or_else(|| document.first());
    let place = context.here(String::new());
    let description = args
        .output
        .path(|| form.file_name(context.lang, &place.about, 1))
        .map(|path| Description::of(&path, args.with_notes, context.lang));
    if let Some(description) = &description {
        description.refuse_other(context, args.output.force)?;
    }
    let found = Found::below(context, args, dirs)?;
    let stopped = RefCell::new(None);
    let answers = Answers {
        each: &|rows, take| found.each(rows, take, &stopped),
        with_notes: args.with_notes,
    };
    let delivered = context.deliver(&form, &answers, &args.output, &place);
    if let Some(fault) = stopped.take() {
        return Err(fault);
    }
    delivered?;
    tell_skipped(context, &found.gone(), true, args.strict)?;
    match description {
        Some(description) => description.save(context),
        None => Ok(()),
    }
}

/// Refuses what only goes with one profile.
fn refuse_profile_flags(args: &ExportArgs) -> Result<(), Fault> {
    let team = &args.profile.team;
    let given = [
        ("--compare-with", args.compare_with.is_some()),
        ("--excel-csv", args.excel_csv),
        ("--share", args.share),
        ("--questions", args.line.questions.is_some()),
        ("--dir", team.folder.dir.is_some()),
        ("--team", team.folder.team.is_some()),
        ("--group", team.of.group.is_some()),
    ];
    if let Some((flag, _)) = given.into_iter().find(|(_, given)| *given) {
        return Err(Fault::wrong_use(|lang| lang.not_of_folder(flag)));
    }
    if let Some(file) = args.more.iter().find(|file| file.is_file()) {
        let file = shown_path(file);
        return Err(Fault::wrong_use(|lang| lang.not_a_folder_too(&file)));
    }
    if args.output.open && args.output.output.is_none() {
        return Err(Fault::wrong_use(Lang::opens_what_is_saved));
    }
    Ok(())
}

/// The profiles that count, and where they are.
struct Found {
    meetings: Vec<Counted>,
    folders: Vec<PathBuf>,
    /// What each folder is called in the rows.
    shown: Vec<PathBuf>,
    weakest: usize,
    strict: bool,
    /// What couldn't be read any more when its rows were to be made.
    gone: Mutex<Vec<Skipped>>,
}

impl Found {
    fn below(context: &Context, args: &ExportArgs, named: &[PathBuf]) -> Result<Found, Fault> {
        let (from, to) = args.period.days(context)?;
        let wanted = Wanted {
            groups: Groups::Apart,
            from,
            to,
            all: true,
            weakest: args.weakest.count,
        };
        let Below {
            gathered,
            folders,
            skipped,
        } = {
            let progress = Progress::below(context, named);
            Below::read(named, &wanted, &|| progress.one_more())?
        };
        tell_skipped(context, &skipped, true, args.strict)?;
        let meetings = gathered.meetings(&folders);
        if meetings.is_empty() {
            let named: Vec<String> = named.iter().map(|dir| shown_path(dir)).collect();
            return Err(args.period.nothing_below(&named.join(", ")));
        }
        Ok(Found {
            shown: folders.iter().map(|folder| called(folder, named)).collect(),
            meetings,
            folders,
            weakest: args.weakest.count,
            strict: args.strict,
            gone: Mutex::default(),
        })
    }

    /// Makes the rows of all of them, and hands them over in order.
    fn each(&self, rows: &RowsOf<'_>, take: &mut Taker<'_>, stopped: &RefCell<Option<Fault>>) -> io::Result<()> {
        let stop = |fault| {
            stopped.replace(Some(fault));
            Err(io::Error::other("stopped"))
        };
        for meetings in self.meetings.chunks(AT_ONCE) {
            if is_stopping() {
                return stop(Fault::silent(Exit::Interrupted));
            }
            let made: Vec<Result<Vec<u8>, Fault>> =
                meetings.par_iter().map(|meeting| self.rows_of(meeting, rows)).collect();
            for (meeting, made) in meetings.iter().zip(made) {
                match made {
                    Ok(rows) => take(&rows)?,
                    Err(fault) if self.strict => return stop(fault),
                    Err(fault) => self.gone().push(Skipped {
                        file: Some(shown_path(&self.path(meeting))),
                        reason: Some(Sentence::new(|lang| fault.text(lang))),
                    }),
                }
            }
        }
        Ok(())
    }

    fn gone(&self) -> MutexGuard<'_, Vec<Skipped>> {
        self.gone.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn path(&self, meeting: &Counted) -> PathBuf {
        self.folders[meeting.folder as usize].join(&*meeting.name)
    }

    fn rows_of(&self, meeting: &Counted, rows: &RowsOf<'_>) -> Result<Vec<u8>, Fault> {
        let path = self.path(meeting);
        let profile = store::load(&path)?.0.profile;
        if (profile.whose().key(), profile.date) != (meeting.whose.clone(), meeting.date) {
            let file = shown_path(&path);
            return Err(Fault::failed(|lang| lang.changed_while_reading(&file)));
        }
        let folder = &self.shown[meeting.folder as usize];
        Ok(rows(&Answered {
            profile: &profile,
            scores: &profile.scores(self.weakest),
            file: &in_rows(&folder.join(&*meeting.name)),
            folder: &in_rows(folder),
            newest: meeting.newest,
            picture: meeting.picture,
        }))
    }
}

/// What a folder is called in the rows: its way from the folder that was named, behind the name of that one where there are
/// several. One that only a link leads to has its whole name.
fn called(folder: &Path, named: &[PathBuf]) -> PathBuf {
    let below = named.iter().filter_map(|named| {
        let real = named.canonicalize().ok()?;
        let rest = folder.strip_prefix(real).ok()?;
        Some((named, rest))
    });
    match below.min_by_key(|(_, rest)| rest.components().count()) {
        Some((_, rest)) if named.len() == 1 => rest.to_owned(),
        Some((named, rest)) => named.join(rest),
        None => folder.to_owned(),
    }
}

/// A path as the rows have it: the same on every system.
fn in_rows(path: &Path) -> String {
    if path.as_os_str().is_empty() {
        return ".".to_owned();
    }
    let shown = shown_path(path);
    if cfg!(windows) { shown.replace('\\', "/") } else { shown }
}

/// What describes the rows, beside them.
struct Description {
    path: PathBuf,
    text: String,
}

impl Description {
    /// `datapackage.json`, as other programs look for it; beside rows of another name with that name before it.
    fn of(rows: &Path, with_notes: bool, lang: Lang) -> Description {
        let name = rows.file_name().unwrap_or_default().to_string_lossy();
        let path = if USUAL.contains(&&*name) {
            rows.with_file_name("datapackage.json")
        } else {
            rows.with_extension("datapackage.json")
        };
        Description {
            path,
            text: package::describe(&name, with_notes, lang),
        }
    }

    fn is_there(&self) -> bool {
        fs::read(&self.path).is_ok_and(|found| found == self.text.as_bytes())
    }

    /// Refuses to write over another one before any work is done.
    fn refuse_other(&self, context: &Context, force: bool) -> Result<(), Fault> {
        refuse_link(&self.path).map_err(elsewhere)?;
        if force || self.is_there() || fs::symlink_metadata(&self.path).is_err() {
            return Ok(());
        }
        let shown = shown_path(&self.path);
        if context.can_ask && self.path.is_file() && confirm::replaces(context, &shown)? {
            return Ok(());
        }
        Err(Fault::failed(|lang| lang.file_exists(&shown)))
    }

    fn save(&self, context: &Context) -> Result<(), Fault> {
        if !self.is_there() {
            context.save(&self.path, &|out| out.write_all(self.text.as_bytes()), true)?;
        }
        context.tell(&context.lang.saved_as(&shown_path(&self.path)));
        Ok(())
    }
}
