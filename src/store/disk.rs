//! The calls that saving makes on the file system.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

use tempfile::{NamedTempFile, PersistError};

use super::temporary;

/// What a new file may be read by; a file that exists keeps its mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Only by its owner (0600): a draft.
    Private,
    /// By whom the user's umask says.
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
}
