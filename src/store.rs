//! The folder with a team's profiles: which files are there, and how they are read, saved and guarded.

#[cfg(unix)]
mod access;
mod below;
mod change;
mod copies;
mod device;
mod disk;
mod draft;
mod folder;
mod head;
mod heads;
mod input;
mod kept;
mod leftovers;
mod line;
mod lock;
mod place;
mod poor;
mod rounds;
mod save;
mod temporary;
mod text;
mod whole;

use std::{
    ffi::OsStr,
    fs::DirEntry,
    io,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

pub use below::{Below, count as count_below};
pub use change::ProfileFile;
pub(crate) use copies::{Copy, among as copies_among, told as copies_told};
pub(crate) use device::refuse_device;
pub use disk::{Disk, FileSystem, Privacy, Remarks};
pub use draft::DraftFile;
pub(crate) use draft::save_complete;
pub use folder::{Asked, Folder};
pub use head::Head;
pub(crate) use head::{load_all, teams, teams_and_groups};
pub use heads::Heads;
pub(crate) use input::is_input;
pub use kept::Kept;
pub(crate) use line::{Line, earlier};
pub(crate) use place::{folder_of, refuse_link};
pub(crate) use rounds::{hold_rounds, let_go, refuse_mixed};
pub(crate) use save::finish_saving;
pub use save::{Contents, Saver};
pub use text::read_text;
pub(crate) use text::{FileText, read_bytes, read_file, read_to_rewrite, text_of};

use crate::{
    fault::{Fault, Problem, argument, shown_path},
    lang::Lang,
    profile::{self, Loaded, Profile, Whose},
};

/// The ending of a draft's file name.
const DRAFT: &str = ".draft.toml";

/// A profile with the file it came from.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The file, as it was named or found in a folder.
    pub path: PathBuf,
    /// What the file held when it was read.
    pub profile: Profile,
}

impl Stored {
    /// What profiles are put in order by, the older first: the day, and of one day the number in the file's name.
    pub(crate) fn age(&self) -> (NaiveDate, u32) {
        head::age(self.profile.date, &self.path)
    }

    /// What is kept of it in a folder.
    pub(crate) fn head(&self) -> Head {
        Head::of(&self.path, &self.profile)
    }
}

/// That what is looked for may be in a file that can't be read.
pub(crate) fn not_all_read(dir: &Path) -> Fault {
    Fault::failed(|lang| lang.not_all_read(&folder_in_words(dir, lang)))
}

/// The TOML files of a folder, in the order of their names. One that can't be listed to its end isn't listed at all.
pub(crate) fn toml_files(dir: &Path) -> Result<Vec<PathBuf>, Fault> {
    let entries = std::fs::read_dir(dir).map_err(|error| Fault::unreadable(dir, &error))?;
    let entries = entries.filter(|entry| !entry.as_ref().is_ok_and(|entry| is_second_name(entry, dir)));
    let paths: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths.map_err(|error| Fault::unreadable(dir, &error))?;
    paths.retain(|path| is_toml(path));
    // They are all of this folder, and whole paths take longer to hold against each other.
    paths.sort_by_cached_key(|path| path.file_name().map(OsStr::to_owned));
    Ok(paths)
}

/// Whether it is a link to a TOML file of the same folder: that is there itself, and would be a second meeting.
fn is_second_name(entry: &DirEntry, dir: &Path) -> bool {
    let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
    let target = is_link.then(|| entry.path().canonicalize().ok()).flatten();
    target.is_some_and(|target| is_toml(&target) && dir.canonicalize().is_ok_and(|dir| target.parent() == Some(&dir)))
}

/// Refuses a folder that isn't there, where something is to be saved in it.
pub(crate) fn refuse_no_folder(dir: &Path) -> Result<(), Fault> {
    let is_missing = |error: io::Error| error.kind() == io::ErrorKind::NotFound;
    if dir.metadata().is_err_and(is_missing) {
        let folder = shown_path(dir);
        return Err(Fault::failed(|lang| lang.no_such_folder(&folder)));
    }
    Ok(())
}

/// Whether a file is named as TOML.
pub(crate) fn is_toml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// A folder as a sentence calls it.
pub(crate) fn folder_in_words(dir: &Path, lang: Lang) -> String {
    match shown_path(dir).as_str() {
        "." => lang.this_folder(),
        folder => lang.folder(folder),
    }
}

/// Reads one profile that the user named. A draft is refused with advice.
///
/// # Errors
/// When the file can't be read or isn't a finished profile.
pub fn load(path: &Path) -> Result<(Stored, Vec<Fault>), Fault> {
    let (stored, remarks) = load_any(path)?;
    refuse_draft(&stored)?;
    Ok((stored, remarks))
}

/// Reads one profile or draft that the user named.
///
/// # Errors
/// When the file can't be read or is neither.
pub(crate) fn load_any(path: &Path) -> Result<(Stored, Vec<Fault>), Fault> {
    any_profile_of(path, &read_text(path)?)
}

fn refuse_draft(stored: &Stored) -> Result<(), Fault> {
    if stored.profile.is_draft() {
        let name = argument(&stored.path);
        return Err(Fault::failed(|lang| lang.is_a_draft(&name)));
    }
    Ok(())
}

/// The finished profile that a file's text is.
fn profile_of(path: &Path, text: &str) -> Result<(Stored, Vec<Fault>), Fault> {
    let (stored, remarks) = any_profile_of(path, text)?;
    refuse_draft(&stored)?;
    Ok((stored, remarks))
}

/// The profile or draft that a file's text is.
fn any_profile_of(path: &Path, text: &str) -> Result<(Stored, Vec<Fault>), Fault> {
    let name = shown_path(path);
    if !is_profile_name(path) && !text.trim().is_empty() && !profile::looks_like_profile(text) {
        return Err(Fault::failed(|lang| lang.not_a_profile(&name)));
    }
    let Loaded { profile, warnings, .. } = profile::read(&name, text).map_err(Fault::in_file)?;
    let remarks = first_of(warnings).into_iter().collect();
    let path = path.to_owned();
    Ok((Stored { path, profile }, remarks))
}

/// The name that a new profile of a team or a group gets; a second one of that day gets a number.
pub fn profile_name(whose: &Whose, date: NaiveDate, number: u32) -> String {
    let (slug, date) = (whose.slug(), date.format("%Y-%m-%d"));
    match number {
        1 => format!("{slug}-{date}.toml"),
        _ => format!("{slug}-{date}-{number}.toml"),
    }
}

/// Whether a file is named as profiles and drafts are.
pub(crate) fn is_profile_name(path: &Path) -> bool {
    named_number(path).is_some()
}

/// Looks for `…-YYYY-MM-DD.toml` or `…-YYYY-MM-DD-N.toml` (or a draft's), and gives the number, 1 where there is none.
fn named_number(path: &Path) -> Option<u32> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let stem = name.strip_suffix(DRAFT).or_else(|| name.strip_suffix(".toml"))?;
    if ends_in_date(stem) {
        return Some(1);
    }
    let (stem, number) = stem.rsplit_once('-')?;
    let number = number.parse().ok()?;
    ends_in_date(stem).then_some(number)
}

/// Whether a name without its ending is `…-YYYY-MM-DD`.
fn ends_in_date(stem: &str) -> bool {
    stem.len() > 11
        && stem.is_char_boundary(stem.len() - 11)
        && stem.as_bytes()[stem.len() - 11] == b'-'
        && crate::toml_file::parse_date(&stem[stem.len() - 10..]).is_some()
}

/// A file's name without its folder, as it is shown.
pub(crate) fn shown_name(path: &Path) -> String {
    path.file_name()
        .map(|name| shown_path(Path::new(name)))
        .unwrap_or_default()
}

/// One edited answer changes several results: one remark is enough.
fn first_of(warnings: Vec<Problem>) -> Option<Fault> {
    let first = warnings.into_iter().next()?;
    Some(Fault::in_file(vec![first]))
}
