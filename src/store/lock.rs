//! A lock on a draft or a profile, so that two programs never change the same one.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use crate::fault::{Fault, NotAFile};

/// A lock that this program holds. It is a file beside the one that it guards: Windows would not let a locked file be replaced.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Locks a file, which needn't be there yet; `None` when another program holds its lock.
    ///
    /// # Errors
    /// When the lock can't be made, or the disk knows no locks.
    pub(super) fn take(guarded: &Path) -> Result<Option<Lock>, Fault> {
        let mut path = guarded.as_os_str().to_owned();
        path.push(".lock");
        let path = PathBuf::from(path);
        // Opening a pipe would wait for ever.
        if fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(Fault::unwritable(&path, &io::Error::other(NotAFile)));
        }
        loop {
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
                .map_err(|error| Fault::unwritable(guarded, &error))?;
            match file.try_lock() {
                Ok(()) if is_current(&file, &path) => return Ok(Some(Lock { path, _file: file })),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(Fault::unwritable(&path, &error)),
            }
        }
    }

    /// The lock's own file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked here, so nobody else can be relying on it; left behind, it does no harm.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether the locked file is the one that others will find: its last owner may have removed it in the meantime.
#[cfg(unix)]
fn is_current(lock: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (lock.metadata(), fs::metadata(path)) {
        (Ok(locked), Ok(found)) => locked.ino() == found.ino() && locked.dev() == found.dev(),
        _ => false,
    }
}

/// Windows refuses to open a file that is being removed.
#[cfg(not(unix))]
fn is_current(_lock: &File, _path: &Path) -> bool {
    true
}
