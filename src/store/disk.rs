//! The calls that saving makes on the file system.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::Path,
    sync::{Mutex, PoisonError},
};

use tempfile::{NamedTempFile, PersistError};

#[cfg(unix)]
use super::access;
use super::temporary;
use crate::fault::Fault;

/// What a file may be read by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Only by its owner (0600), whatever it was before: a draft.
    Private,
    /// By whom the user's umask says; one that exists by whom it was for.
    Ordinary,
}

/// The calls of a save, one by one, so that a test can fail, shorten, stop or write down any of them.
pub trait FileSystem: Clone {
    /// Makes an empty file in a folder, with a name of its own. Dropping it removes it.
    ///
    /// # Errors
    /// As the system says; so for all of these.
    fn temporary(&self, folder: &Path, privacy: Privacy) -> io::Result<NamedTempFile>;

    /// Writes the bytes, or the first of them, and tells how many.
    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<usize>;

    /// Gives the file to the owner and the group of the file that it will replace, as far as this user can, and to the people
    /// who are named there; tells whether a mode means the same people then.
    #[cfg(unix)]
    fn give(&self, file: &NamedTempFile, path: &Path, existing: &fs::Metadata) -> bool;

    /// Gives the file the mode of the file that it will replace.
    fn set_permissions(&self, file: &NamedTempFile, permissions: fs::Permissions) -> io::Result<()>;

    /// Waits until what was written is on the disk.
    fn sync(&self, file: &NamedTempFile) -> io::Result<()>;

    /// Renames the file, over whatever has that name.
    fn replace(&self, file: NamedTempFile, path: &Path) -> Result<(), PersistError>;

    /// Renames the file, unless something has that name.
    fn place(&self, file: NamedTempFile, path: &Path) -> Result<(), PersistError>;

    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Takes a file out of its folder.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes an empty file, unless something has that name.
    fn reserve(&self, path: &Path) -> io::Result<()>;

    /// Locks a file, unless another program has.
    ///
    /// # Errors
    /// When another program has, or as the system says.
    fn lock(&self, file: &File) -> Result<(), TryLockError>;

    /// Keeps what the user is to know of these files, such as what their disk can't do. However often it comes, it is told once.
    fn tell_once(&self, remark: Fault);
}

/// What is to be told once, in the order in which it came.
#[derive(Debug, Default)]
pub struct Remarks {
    all: Vec<Fault>,
    told: usize,
}

impl Remarks {
    /// None yet.
    pub const fn new() -> Self {
        Remarks {
            all: Vec::new(),
            told: 0,
        }
    }

    /// Keeps a remark, unless it is an earlier one again.
    pub fn add(&mut self, remark: Fault) {
        if !self.all.contains(&remark) {
            self.all.push(remark);
        }
    }

    /// What wasn't told yet; from here on it was.
    pub fn tell(&mut self) -> Vec<Fault> {
        let untold = self.all[self.told..].to_vec();
        self.told = self.all.len();
        untold
    }
}

/// What came of the computer's own file system: there is one, and a run of the program tells it once.
static REMARKS: Mutex<Remarks> = Mutex::new(Remarks::new());

impl Disk {
    /// What is to be told of the computer's file system and wasn't yet.
    pub fn remarks() -> Vec<Fault> {
        REMARKS.lock().unwrap_or_else(PoisonError::into_inner).tell()
    }
}

/// The computer's own file system; tests hand in others that fail.
#[derive(Clone, Copy, Debug)]
pub struct Disk;

impl FileSystem for Disk {
    fn temporary(&self, folder: &Path, privacy: Privacy) -> io::Result<NamedTempFile> {
        temporary::make(folder, privacy)
    }

    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<usize> {
        file.write(bytes)
    }

    #[cfg(unix)]
    fn give(&self, file: &NamedTempFile, path: &Path, existing: &fs::Metadata) -> bool {
        access::give(file.as_file(), path, existing)
    }

    fn set_permissions(&self, file: &NamedTempFile, permissions: fs::Permissions) -> io::Result<()> {
        file.as_file().set_permissions(permissions)
    }

    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        file.as_file().sync_all()
    }

    fn replace(&self, file: NamedTempFile, path: &Path) -> Result<(), PersistError> {
        file.persist(path).map(drop)
    }

    fn place(&self, file: NamedTempFile, path: &Path) -> Result<(), PersistError> {
        file.persist_noclobber(path).map(drop)
    }

    /// Windows has no such call.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(windows) {
            return Ok(());
        }
        File::open(folder)?.sync_all()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn reserve(&self, path: &Path) -> io::Result<()> {
        File::create_new(path).map(drop)
    }

    fn lock(&self, file: &File) -> Result<(), TryLockError> {
        file.try_lock()
    }

    fn tell_once(&self, remark: Fault) {
        REMARKS.lock().unwrap_or_else(PoisonError::into_inner).add(remark);
    }
}
