//! Saving without ever losing what was there: a temporary file beside it, synced, renamed over it, the folder synced.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    thread::sleep,
    time::Duration,
};

use tempfile::{Builder, NamedTempFile};

use crate::problem::{Fault, NotAFile};

/// What a new file may be read by; a file that exists keeps its mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only by its owner (0600): a draft.
    Private,
    /// By whom the user's umask says.
    Ordinary,
}

/// Held during a save, so that a signal can wait for it instead of leaving a temporary file behind.
static SAVING: Mutex<()> = Mutex::new(());

/// Waits for a save that is under way, and keeps others from starting while the guard lives.
pub fn finish_saving() -> MutexGuard<'static, ()> {
    SAVING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Saves a file, over an existing one.
///
/// # Errors
/// When any step fails; the old file is then as it was, and no temporary file is left.
pub fn save(path: &Path, text: &str, kind: Kind) -> Result<(), Fault> {
    replace(path, text, kind).map_err(|error| Fault::unwritable(path, &error))
}

/// Saves a file under the first of the names that isn't taken.
///
/// # Errors
/// When any step fails; nothing is then left behind.
pub fn save_new(names: impl Iterator<Item = PathBuf>, text: &str, kind: Kind) -> Result<PathBuf, Fault> {
    for path in names {
        match create(&path, text, kind) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Fault::unwritable(&path, &error)),
        }
    }
    unreachable!("the names never end")
}

/// Saves a file unless there is one; `false` when there is.
///
/// # Errors
/// When any step fails; nothing is then left behind.
pub fn save_unless_there(path: &Path, text: &str) -> Result<bool, Fault> {
    match create(path, text, Kind::Ordinary) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(Fault::unwritable(path, &error)),
    }
}

fn replace(path: &Path, text: &str, kind: Kind) -> io::Result<()> {
    let _saving = finish_saving();
    // Through a link, so that what it points to is replaced and not the link.
    let target = fs::canonicalize(path);
    let path = target.as_deref().unwrap_or(path);
    let existing = fs::metadata(path);
    if existing.as_ref().is_ok_and(fs::Metadata::is_dir) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if existing.as_ref().is_ok_and(|existing| !existing.is_file()) {
        return Err(io::Error::other(NotAFile));
    }
    let written = write_beside(path, text, kind)?;
    #[cfg(unix)]
    if let Ok(existing) = existing {
        written.as_file().set_permissions(existing.permissions())?;
    }
    persist(written, |file| file.persist(path))?;
    sync_folder(path)
}

fn create(path: &Path, text: &str, kind: Kind) -> io::Result<()> {
    let _saving = finish_saving();
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let written = write_beside(path, text, kind)?;
    persist(written, |file| file.persist_noclobber(path))?;
    sync_folder(path)
}

/// A synced temporary file in the folder of `path`; dropping it removes it.
fn write_beside(path: &Path, text: &str, kind: Kind) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".ips-").suffix(".tmp");
    #[cfg(unix)]
    if kind == Kind::Ordinary {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = kind;
    let mut file = builder.tempfile_in(folder_of(path))?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Renames the temporary file; on Windows tries again while a virus scanner holds the file.
fn persist(
    mut file: NamedTempFile,
    rename: impl Fn(NamedTempFile) -> Result<File, tempfile::PersistError>,
) -> io::Result<()> {
    for milliseconds in [10, 40, 150, 300, 500, 0] {
        match rename(file) {
            Ok(_) => return Ok(()),
            Err(failed) if milliseconds > 0 && is_held(&failed.error) => {
                sleep(Duration::from_millis(milliseconds));
                file = failed.file;
            }
            Err(failed) => return Err(failed.error),
        }
    }
    unreachable!("the last try returns")
}

/// Windows' "access denied" and "sharing violation": often gone in a moment.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32))
}

/// What a folder that can't be synced answers.
#[cfg(unix)]
const UNSYNCABLE: [io::ErrorKind; 3] = [
    io::ErrorKind::InvalidInput,
    io::ErrorKind::Unsupported,
    io::ErrorKind::PermissionDenied,
];

/// A rename is safe against a power cut only when the folder is synced; Windows has no such call.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match File::open(folder_of(path)).and_then(|folder| folder.sync_all()) {
        // Some network file systems can't sync a folder, and a folder can be closed to readers; the file is in place then.
        Err(error) if UNSYNCABLE.contains(&error.kind()) => Ok(()),
        synced => synced,
    }
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_file_takes_the_first_free_name_and_leaves_no_other() {
        let dir = tempfile::tempdir().unwrap();
        let free = || (1..).map(|n| dir.path().join(format!("{n}.toml")));
        assert_eq!(
            save_new(free(), "a", Kind::Ordinary).unwrap(),
            dir.path().join("1.toml")
        );
        assert_eq!(
            save_new(free(), "b", Kind::Ordinary).unwrap(),
            dir.path().join("2.toml")
        );
        assert_eq!(fs::read_to_string(dir.path().join("1.toml")).unwrap(), "a");
        assert_eq!(names(dir.path()), ["1.toml", "2.toml"]);
    }

    #[test]
    fn a_failed_save_leaves_a_sentence_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("folder.toml");
        fs::create_dir(&path).unwrap();
        assert!(save(&path, "a", Kind::Private).is_err());
        assert_eq!(names(dir.path()), ["folder.toml"]);
        assert!(save(&dir.path().join("none/a.toml"), "a", Kind::Private).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_draft_is_private_and_an_existing_file_keeps_its_mode() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let (draft, old) = (dir.path().join("a.draft.toml"), dir.path().join("b.toml"));
        save(&draft, "a", Kind::Private).unwrap();
        assert_eq!(mode(&draft), 0o600);
        fs::write(&old, "old").unwrap();
        fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).unwrap();
        save(&old, "new", Kind::Ordinary).unwrap();
        assert_eq!((mode(&old), fs::read_to_string(&old).unwrap().as_str()), (0o640, "new"));
    }
}
