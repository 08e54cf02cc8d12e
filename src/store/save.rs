//! Saving without ever losing what was there: a temporary file beside it, synced, renamed over it, the folder synced.

#[cfg(unix)]
use std::os::unix::fs::PermissionsExt as _;
use std::{
    cell::RefCell,
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    thread::sleep,
    time::Duration,
};

use tempfile::{NamedTempFile, PersistError};

#[cfg(unix)]
use super::access;
use super::{
    Disk, FileSystem, Privacy, leftovers,
    place::{folder_of, refuse_link, standing},
    poor,
};
use crate::fault::{Fault, NotAFile};

/// Held during a save, so that a signal can wait for it instead of leaving a temporary file behind.
static SAVING: Mutex<()> = Mutex::new(());

/// Waits for a save that is under way, and keeps others from starting while the guard lives.
pub(crate) fn finish_saving() -> MutexGuard<'static, ()> {
    SAVING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes what a file is to hold, piece by piece.
pub type Contents<'c> = &'c dyn Fn(&mut dyn io::Write) -> io::Result<()>;

/// Saves files, each whole or not at all.
#[derive(Debug)]
pub struct Saver<F = Disk> {
    files: F,
    /// The folder in which it looked for what a killed program left.
    swept: RefCell<PathBuf>,
}

impl Default for Saver {
    fn default() -> Self {
        Saver::new(Disk)
    }
}

impl<F: FileSystem> Saver<F> {
    /// Saves on this file system.
    pub fn new(files: F) -> Self {
        Saver {
            files,
            swept: RefCell::default(),
        }
    }

    /// What it saves on.
    pub(super) fn files(&self) -> &F {
        &self.files
    }

    /// Saves a file, over an existing one.
    ///
    /// # Errors
    /// When the name is that of a link, or when any step fails. No temporary file is left, and the old file is as it was; only
    /// when the very last step fails, syncing the folder, the new one stands in its place, whole, but a power cut could still
    /// undo that: so it is told.
    pub fn save(&self, path: &Path, contents: impl AsRef<[u8]>, privacy: Privacy) -> Result<(), Fault> {
        self.save_written(path, &|out| out.write_all(contents.as_ref()), privacy)
    }

    /// The same of contents that are written piece by piece.
    ///
    /// # Errors
    /// As [`Saver::save`], and when the writing itself stops.
    pub fn save_written(&self, path: &Path, contents: Contents<'_>, privacy: Privacy) -> Result<(), Fault> {
        refuse_link(path)?;
        let _saving = finish_saving();
        self.over(path, contents, privacy)
            .map_err(|error| Fault::unwritable(path, &error))?;
        self.settled(path)
    }

    /// Saves a file under the first of the names that isn't taken.
    ///
    /// # Errors
    /// When any step fails; nothing is then left behind.
    pub(crate) fn save_new(
        &self,
        names: impl Iterator<Item = PathBuf>,
        contents: impl AsRef<[u8]>,
        privacy: Privacy,
    ) -> Result<PathBuf, Fault> {
        for path in names {
            if self.save_unless_there(&path, contents.as_ref(), privacy)? {
                return Ok(path);
            }
        }
        unreachable!("the names never end")
    }

    /// Saves a file unless there is one; `false` when there is.
    ///
    /// # Errors
    /// When any step fails; nothing is then left behind, or it is told what is.
    pub fn save_unless_there(&self, path: &Path, contents: impl AsRef<[u8]>, privacy: Privacy) -> Result<bool, Fault> {
        self.write_unless_there(path, &|out| out.write_all(contents.as_ref()), privacy)
    }

    /// The same of contents that are written piece by piece: none of it where there is a file.
    ///
    /// # Errors
    /// As [`Saver::save_unless_there`], and when the writing itself stops.
    pub fn write_unless_there(&self, path: &Path, contents: Contents<'_>, privacy: Privacy) -> Result<bool, Fault> {
        let _saving = finish_saving();
        match self.beside_others(path, contents, privacy) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
            Err(error) => return Err(Fault::unwritable(path, &error)),
        }
        let Err(error) = self.sync_folder(path) else {
            return Ok(true);
        };
        // Else a second try would find its own file in the way.
        Err(match self.files.remove(path) {
            Ok(()) => Fault::unwritable(path, &error),
            Err(_) => Fault::unsettled(path, &error),
        })
    }

    /// Makes sure that a file that is in its place stays there, whatever happens.
    ///
    /// # Errors
    /// When the folder can't be synced.
    pub(super) fn settle(&self, path: &Path) -> Result<(), Fault> {
        let _saving = finish_saving();
        self.settled(path)
    }

    fn settled(&self, path: &Path) -> Result<(), Fault> {
        self.sync_folder(path).map_err(|error| Fault::unsettled(path, &error))
    }

    /// Removes a file that is no longer needed; one that can't be removed does no harm.
    pub(super) fn remove(&self, path: &Path) {
        let _ = self.files.remove(path);
    }

    /// Clears away what killed programs left. A folder is listed once: it may be a large one.
    pub(super) fn sweep(&self, folder: &Path) {
        if *self.swept.borrow() != folder {
            leftovers::sweep(&self.files, folder);
            folder.clone_into(&mut self.swept.borrow_mut());
        }
    }

    /// All of a save but syncing the folder.
    fn over(&self, path: &Path, contents: Contents<'_>, privacy: Privacy) -> io::Result<()> {
        let existing = standing(path)?;
        // Should the name have become a link by now, the link itself is replaced, and nothing is taken from where it leads.
        let leads_to = existing.as_ref().and_then(|_| fs::metadata(path).ok());
        if leads_to.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if leads_to.is_some_and(|found| !found.is_file()) {
            return Err(io::Error::other(NotAFile));
        }
        let existing = existing.filter(fs::Metadata::is_file);
        let written = self.write_beside(path, contents, privacy, existing.as_ref())?;
        persist(written, |file| self.files.replace(file, path))
    }

    /// All of it but syncing the folder.
    fn beside_others(&self, path: &Path, contents: Contents<'_>, privacy: Privacy) -> io::Result<()> {
        if standing(path)?.is_some() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let written = self.write_beside(path, contents, privacy, None)?;
        persist(written, |file| self.place(file, path))
    }

    /// A synced temporary file in the folder of `path`, for the same people as the file that it replaces, but a draft only for
    /// its owner. Dropping it removes it.
    fn write_beside(
        &self,
        path: &Path,
        contents: Contents<'_>,
        privacy: Privacy,
        existing: Option<&fs::Metadata>,
    ) -> io::Result<NamedTempFile> {
        let folder = folder_of(path);
        self.sweep(folder);
        // Until it has the mode of that file nobody else may read along.
        let until_then = existing.map_or(privacy, |_| Privacy::Private);
        let mut file = self.files.temporary(folder, until_then)?;
        contents(&mut Writing {
            files: &self.files,
            file: &mut file,
        })?;
        if let Some(existing) = existing {
            self.give_access(&file, path, privacy, existing)?;
        }
        self.sync(&file)?;
        Ok(file)
    }

    /// Gives the file to whom the one that it replaces was for.
    #[cfg(unix)]
    fn give_access(
        &self,
        file: &NamedTempFile,
        path: &Path,
        privacy: Privacy,
        existing: &fs::Metadata,
    ) -> io::Result<()> {
        let means_the_same = self.files.give(file, path, existing);
        let mode = access::mode(privacy, means_the_same, existing);
        if access::is_lost(mode, &file.as_file().metadata()?, existing) {
            let shown = crate::fault::shown_path(path);
            self.files
                .tell_once(Fault::failed(|lang| lang.owner_may_not_read(&shown)));
        }
        match privacy {
            // That is how it was made.
            Privacy::Private => Ok(()),
            Privacy::Ordinary => self.set_mode(file, mode),
        }
    }

    /// Windows gives a new file the access of its folder; and a read-only one couldn't be replaced next time.
    #[cfg(not(unix))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as on Unix")]
    fn give_access(&self, _: &NamedTempFile, _: &Path, _: Privacy, _: &fs::Metadata) -> io::Result<()> {
        Ok(())
    }

    /// On a disk that has no modes the file has the one that it was made with.
    #[cfg(unix)]
    fn set_mode(&self, file: &NamedTempFile, mode: u32) -> io::Result<()> {
        let set = self.files.set_permissions(file, fs::Permissions::from_mode(mode));
        self.goes_without(poor::knows_no_modes, poor::no_modes, set)
    }

    /// Where a disk can't sync, the file is left to it.
    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        self.goes_without(poor::is_unknown, poor::no_sync, self.files.sync(file))
    }

    /// Goes on where a disk has no such call, and tells so once.
    fn goes_without(
        &self,
        lacks: impl Fn(&io::Error) -> bool,
        remark: impl Fn() -> Fault,
        done: io::Result<()>,
    ) -> io::Result<()> {
        match done {
            Err(error) if lacks(&error) => {
                self.files.tell_once(remark());
                Ok(())
            }
            done => done,
        }
    }

    /// Renames the file, unless something has that name. A disk that can't in one step is given an empty file first: whoever
    /// makes that has the name.
    fn place(&self, file: NamedTempFile, path: &Path) -> Result<(), PersistError> {
        let file = match self.files.place(file, path) {
            Err(failed) if poor::places_nothing(&failed.error) && self.may_remove(folder_of(path)) => failed.file,
            placed => return placed,
        };
        if let Err(error) = self.files.reserve(path) {
            return Err(PersistError { error, file });
        }
        self.files.tell_once(poor::no_place());
        self.files.replace(file, path).inspect_err(|_| self.remove(path))
    }

    /// Whether files can be taken out of a folder again: where they can't, an empty one would stay.
    fn may_remove(&self, folder: &Path) -> bool {
        let tried = self.files.temporary(folder, Privacy::Private);
        tried.is_ok_and(|file| self.files.remove(file.path()).is_ok())
    }

    /// A rename is safe against a power cut only when the folder is synced.
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        let synced = self.files.sync_folder(folder_of(path));
        self.goes_without(poor::syncs_no_folder, poor::no_sync, synced)
    }
}

/// A temporary file that is being written by the calls of its file system.
struct Writing<'w, F> {
    files: &'w F,
    file: &'w mut NamedTempFile,
}

impl<F: FileSystem> io::Write for Writing<'_, F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.files.write(self.file, bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Renames the temporary file; on Windows tries again while a virus scanner holds the file.
fn persist(mut file: NamedTempFile, rename: impl Fn(NamedTempFile) -> Result<(), PersistError>) -> io::Result<()> {
    for milliseconds in [10, 40, 150, 300, 500, 0] {
        match rename(file) {
            Ok(()) => return Ok(()),
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
            Saver::default().save_new(free(), "a", Privacy::Ordinary).unwrap(),
            dir.path().join("1.toml")
        );
        assert_eq!(
            Saver::default().save_new(free(), "b", Privacy::Ordinary).unwrap(),
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
        assert!(Saver::default().save(&path, "a", Privacy::Private).is_err());
        assert_eq!(names(dir.path()), ["folder.toml"]);
        assert!(
            Saver::default()
                .save(&dir.path().join("none/a.toml"), "a", Privacy::Private)
                .is_err()
        );
    }

    #[test]
    fn a_writing_that_stops_half_way_leaves_what_was_there() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.csv");
        let stops: Contents<'_> = &|out| {
            out.write_all(b"half")?;
            Err(io::Error::other("stopped"))
        };
        let saver = Saver::default();
        assert!(saver.write_unless_there(&path, stops, Privacy::Ordinary).is_err());
        assert_eq!(names(dir.path()), [""; 0]);
        fs::write(&path, "old").unwrap();
        assert!(saver.save_written(&path, stops, Privacy::Ordinary).is_err());
        let never: Contents<'_> = &|_| panic!("nothing is written where there is a file");
        assert_eq!(saver.write_unless_there(&path, never, Privacy::Ordinary), Ok(false));
        assert_eq!(
            (names(dir.path()), fs::read_to_string(&path).unwrap()),
            (vec!["a.csv".to_owned()], "old".to_owned())
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_draft_is_private_and_an_existing_file_keeps_its_mode() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let (draft, old) = (dir.path().join("a.draft.toml"), dir.path().join("b.toml"));
        Saver::default().save(&draft, "a", Privacy::Private).unwrap();
        assert_eq!(mode(&draft), 0o600);
        fs::write(&old, "old").unwrap();
        fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).unwrap();
        Saver::default().save(&old, "new", Privacy::Ordinary).unwrap();
        assert_eq!((mode(&old), fs::read_to_string(&old).unwrap().as_str()), (0o640, "new"));
    }
}
