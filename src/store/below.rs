//! Every profile below folders: found, read in parallel, and forgotten again but for what a picture of many teams needs.
//!
//! A folder counts once, however often it is named and by however many links it is reached: links are followed last, so that
//! what they lead to counts where it is. Hidden folders are passed over: programs keep what was deleted or replaced in them.

use std::{
    collections::{HashMap, HashSet},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use rayon::iter::{ParallelBridge as _, ParallelIterator as _};
use walkdir::{DirEntry, WalkDir};

use super::{copies::has_own_name, folder_of, is_profile_name, is_toml, named_number, whole::read_whole};
use crate::{
    fault::{Fault, shown_path},
    lang::Sentence,
    overview::{Claim, Found, Gathered, Skipped, Standing, Wanted},
    profile::Loaded,
    scoring::WEAKEST,
};

/// What was found below folders.
#[derive(Debug)]
pub struct Below {
    /// The profiles.
    pub gathered: Gathered,
    /// Where they were, by the numbers of the folders.
    pub folders: Vec<PathBuf>,
    /// What can't be used, in the order of its names.
    pub skipped: Vec<Skipped>,
}

/// A folder to look below, or a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Start {
    /// What it is called in sentences.
    shown: PathBuf,
    /// Where it really is.
    real: PathBuf,
}

impl Start {
    /// What something below it is called in sentences.
    fn shown(&self, path: &Path) -> PathBuf {
        match path.strip_prefix(&self.real) {
            Ok(rest) if rest.as_os_str().is_empty() => self.shown.clone(),
            Ok(rest) => self.shown.join(rest),
            Err(_) => path.to_owned(),
        }
    }
}

/// A file to read.
struct File {
    path: PathBuf,
    shown: PathBuf,
    folder: u32,
}

/// What comes of looking below folders.
enum Step {
    Read(File),
    Skip(PathBuf, Fault),
}

/// The places that were looked at.
#[derive(Default)]
struct Places {
    /// The numbers of the folders, by where they really are.
    folders: HashMap<PathBuf, u32>,
    /// The links that were found, with what they are called.
    links: Vec<PathBuf>,
}

impl Below {
    /// Reads every profile below these folders, and these files; `each` is called for each file that was looked at.
    ///
    /// # Errors
    /// When one of them isn't there. What is wrong below them is skipped.
    pub fn read(named: &[PathBuf], wanted: &Wanted, each: &(dyn Fn() + Sync)) -> Result<Below, Fault> {
        let mut starts = Vec::new();
        for shown in named {
            let real = shown.canonicalize().map_err(|error| Fault::unreadable(shown, &error))?;
            let shown = shown.clone();
            starts.push(Start { shown, real });
        }
        starts.sort();
        let below = Mutex::new((Gathered::new(wanted.clone()), Vec::new()));
        let mut places = Places::default();
        let mut files: Vec<Start> = Vec::new();
        while !starts.is_empty() {
            let (folders, new_files): (Vec<Start>, Vec<Start>) =
                starts.into_iter().partition(|start| start.real.is_dir());
            files.extend(new_files);
            for start in folders {
                let steps = steps(&start, &mut places);
                steps.par_bridge().for_each(|step| take(step, wanted, &below, each));
            }
            starts = Vec::new();
            for shown in places.links.drain(..) {
                match shown.canonicalize() {
                    Ok(real) => starts.push(Start { shown, real }),
                    // A link may well lead nowhere; one that is named as a profile is missed.
                    Err(error) if error.kind() == io::ErrorKind::NotFound && !is_profile_name(&shown) => {}
                    Err(error) => {
                        let fault = Fault::unreadable(&shown, &error);
                        take(Step::Skip(shown, fault), wanted, &below, each);
                    }
                }
            }
            starts.sort();
        }
        let files = alone(files, &mut places);
        files
            .into_iter()
            .par_bridge()
            .for_each(|file| take(Step::Read(file), wanted, &below, each));
        let (gathered, mut skipped) = below.into_inner().unwrap_or_else(PoisonError::into_inner);
        skipped.sort_by(|one: &(PathBuf, Fault), other| one.0.cmp(&other.0));
        let skipped = skipped.into_iter().map(|(path, fault)| Skipped {
            file: Some(shown_path(&path)),
            reason: Some(Sentence::new(|lang| fault.text(lang))),
        });
        let mut folders: Vec<(PathBuf, u32)> = places.folders.into_iter().collect();
        folders.sort_unstable_by_key(|(_, number)| *number);
        Ok(Below {
            gathered,
            folders: folders.into_iter().map(|(folder, _)| folder).collect(),
            skipped: skipped.collect(),
        })
    }
}

impl Places {
    /// The number of a folder.
    fn number(&mut self, folder: &Path) -> u32 {
        if let Some(number) = self.folders.get(folder) {
            return *number;
        }
        let next = u32::try_from(self.folders.len()).expect("no disk holds as many");
        self.folders.insert(folder.to_owned(), next);
        next
    }
}

/// The files that may be profiles below a folder, and what can't be looked at.
fn steps<'p>(start: &'p Start, places: &'p mut Places) -> impl Iterator<Item = Step> + Send + 'p {
    let mut entries = WalkDir::new(&start.real).into_iter();
    // The folders from the start to where it looks now.
    let mut inside: Vec<PathBuf> = Vec::new();
    std::iter::from_fn(move || {
        loop {
            let entry = match entries.next()? {
                Ok(entry) => entry,
                Err(error) => {
                    // Of a list that breaks off it isn't told which folder's it is.
                    let listed = error.depth().checked_sub(1).and_then(|depth| inside.get(depth));
                    let path = error.path().or(listed.map(PathBuf::as_path));
                    let path = start.shown(path.unwrap_or(&start.real));
                    let error = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
                    let fault = Fault::unreadable(&path, &error);
                    return Some(Step::Skip(path, fault));
                }
            };
            let kind = entry.file_type();
            if kind.is_dir() {
                let is_known = places.folders.contains_key(entry.path());
                if is_known || (entry.depth() > 0 && is_hidden(&entry)) {
                    entries.skip_current_dir();
                } else {
                    places.number(entry.path());
                    inside.truncate(entry.depth());
                    inside.push(entry.path().to_owned());
                }
            } else if kind.is_symlink() {
                places.links.push(start.shown(entry.path()));
            } else if is_toml(entry.path()) {
                let folder = places.number(folder_of(entry.path()));
                let (shown, path) = (start.shown(entry.path()), entry.into_path());
                return Some(Step::Read(File { path, shown, folder }));
            }
        }
    })
}

/// Whether a folder is no one's to look in: hidden, or the bin of Windows.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().as_encoded_bytes();
    name.starts_with(b".") || name == b"$RECYCLE.BIN"
}

/// The files that were named, or that links lead to, and that weren't found where they are; each once.
fn alone(files: Vec<Start>, places: &mut Places) -> Vec<File> {
    let mut seen = HashSet::new();
    let mut alone = Vec::new();
    for Start { shown, real } in files {
        let folder = folder_of(&real);
        let was_found = places.folders.contains_key(folder) && is_toml(&real);
        if !was_found && is_toml(&shown) && seen.insert(real.clone()) {
            let folder = places.number(folder);
            alone.push(File {
                path: real,
                shown,
                folder,
            });
        }
    }
    alone
}

type Taking = Mutex<(Gathered, Vec<(PathBuf, Fault)>)>;

/// Reads a file and keeps what counts of it.
fn take(step: Step, wanted: &Wanted, below: &Taking, each: &(dyn Fn() + Sync)) {
    let locked = || below.lock().unwrap_or_else(PoisonError::into_inner);
    let File { path, shown, folder } = match step {
        Step::Read(file) => file,
        Step::Skip(path, fault) => {
            locked().1.push((path, fault));
            return;
        }
    };
    let name = path.file_name().and_then(|name| name.to_str());
    let read = read_whole(&path, &shown, &shown_path(&shown));
    each();
    match (read, name) {
        (None, _) => {}
        (Some(Err(fault)), _) => locked().1.push((shown, fault)),
        (Some(Ok(_)), None) => {
            let file = shown_path(&shown);
            let fault = Fault::failed(|lang| lang.name_not_readable(&file));
            locked().1.push((shown, fault));
        }
        (Some(Ok(Loaded { profile, scores, .. })), Some(name)) => {
            let is_early = wanted.from.is_some_and(|from| profile.date < from);
            let is_late = wanted.to.is_some_and(|to| profile.date > to);
            if is_early || is_late {
                return;
            }
            if profile.is_draft() {
                locked().0.add_draft();
                return;
            }
            let scores = if wanted.weakest == WEAKEST {
                scores
            } else {
                profile.scores(wanted.weakest)
            };
            let (team, mode) = (profile.team.clone(), profile.mode);
            let standing = Standing::new(team, profile.date, profile.participants, mode, &scores);
            let found = Found {
                folder,
                name,
                claim: Claim::of(profile.shared, has_own_name(&path)),
                number: named_number(&path).unwrap_or(1),
            };
            locked().0.add(found, &profile, standing);
        }
    }
}

/// How many files there are below these folders that may be profiles: about, since links aren't followed.
pub fn count(named: &[PathBuf]) -> u64 {
    let entries = named.iter().flat_map(|named| WalkDir::new(named).into_iter().flatten());
    entries.filter(|entry| is_toml(entry.path())).count() as u64
}
