//! A lock on a draft or a profile, so that two programs never change the same one.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

use super::{FileSystem, is_profile_name, is_toml, poor};
use crate::fault::{Fault, NotAFile, is_not_a_file, shown_path};

/// The ending of a lock's name, behind the name of the file that it guards.
const ENDING: &str = "lock";

/// How often a lock is tried at most. What may be in the way for a moment: its last owner removes it, or another program
/// looks whether it was left behind.
const TRIES: u32 = 100;

/// How often a lock that another program made is tried: it is most likely held.
const TRIES_OF_ANOTHERS: u32 = 5;

/// How long it is waited between two tries.
const PAUSE: Duration = Duration::from_millis(2);

/// A lock that this program holds. It is a file beside the one that it guards: Windows would not let a locked file be replaced.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// `None` on a disk that knows no locks.
    file: Option<File>,
}

impl Lock {
    /// Locks a file, which needn't be there yet; `None` when another program holds its lock. On a disk that knows no locks it
    /// goes on without, and tells so once: what is saved is then still held against what was read.
    ///
    /// # Errors
    /// When the lock can't be made, or something else stands in its place.
    pub(super) fn take(files: &impl FileSystem, guarded: &Path) -> Result<Option<Lock>, Fault> {
        let mut path = guarded.as_os_str().to_owned();
        path.push(".");
        path.push(ENDING);
        let path = PathBuf::from(path);
        let mut made = false;
        for tried in 1..=TRIES {
            let opened = open(&path).or_else(|error| match tried {
                ..TRIES if is_passing(&error) => Ok(None),
                _ => Err(unusable(guarded, &path, &error)),
            })?;
            if let Some((file, is_new)) = opened {
                made |= is_new;
                match files.lock(&file) {
                    Ok(()) if is_current(&file, &path) => return Ok(Some(Lock { path, file: Some(file) })),
                    Ok(()) => continue,
                    Err(TryLockError::WouldBlock) if !made && tried >= TRIES_OF_ANOTHERS => return Ok(None),
                    Err(TryLockError::WouldBlock) => {}
                    Err(TryLockError::Error(error)) if poor::knows_no_locks(&error) => {
                        if is_new {
                            let _ = fs::remove_file(&path);
                        }
                        files.tell_once(poor::no_locks());
                        return Ok(Some(Lock { path, file: None }));
                    }
                    Err(TryLockError::Error(error)) => return Err(Fault::unwritable(&path, &error)),
                }
            }
            sleep(PAUSE);
        }
        Ok(None)
    }

    /// No lock, as on a disk that knows none.
    pub(super) fn none(guarded: &Path) -> Lock {
        Lock {
            path: guarded.to_owned(),
            file: None,
        }
    }

    /// The lock's own file, where there is one.
    pub(super) fn path(&self) -> Option<&Path> {
        self.file.is_some().then_some(&*self.path)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked here, so nobody else can be relying on it; left behind, it does no harm.
        if let Some(file) = &self.file {
            remove(file, &self.path);
        }
    }
}

/// Whether a file is named as the lock of a profile or a draft. One that has a name of its own is there beside its lock.
pub(super) fn is_name(path: &Path) -> bool {
    let guarded = path.with_extension("");
    let is_lock = path.extension().is_some_and(|ending| ending == ENDING);
    is_lock && (is_profile_name(&guarded) || is_toml(&guarded) && guarded.is_file())
}

/// Removes a lock that a killed program left. Who holds one is alive, and keeps it.
pub(super) fn clear(files: &impl FileSystem, path: &Path) {
    if let Ok(file) = open_existing(path)
        && files.lock(&file).is_ok()
    {
        remove(&file, path);
    }
}

/// Removes a lock that is held here; a file with something in it is no lock, however it is called.
fn remove(lock: &File, path: &Path) {
    if lock.metadata().is_ok_and(|found| found.len() == 0) && is_current(lock, path) {
        let _ = fs::remove_file(path);
    }
}

/// Opens a lock, and tells whether it was made for that; `None` when it went between two looks.
fn open(path: &Path) -> io::Result<Option<(File, bool)>> {
    // A name that is taken, by a link too, is never opened here.
    match File::create_new(path) {
        Ok(file) => {
            let_all_lock(&file);
            Ok(Some((file, true)))
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match open_existing(path) {
            Ok(file) => Ok(Some((file, false))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    }
}

/// Opens a lock that is there: no link, and nothing that isn't a file.
fn open_existing(path: &Path) -> io::Result<File> {
    // Opening a device may already do something.
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::other(NotAFile));
    }
    let open = |options: &mut OpenOptions| at_itself(options).open(path);
    let file = match open(File::options().write(true)) {
        // That of a colleague, in a shared folder.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => open(File::options().read(true))?,
        opened => opened?,
    };
    // Something else may have come in its place since.
    if !file.metadata()?.is_file() {
        return Err(io::Error::other(NotAFile));
    }
    Ok(file)
}

/// Opens what has the name, never what a link leads to, and waits for nobody.
#[cfg(unix)]
fn at_itself(options: &mut OpenOptions) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    options.custom_flags(flags.bits().cast_signed())
}

/// Opens what has the name, never what a link leads to.
#[cfg(windows)]
fn at_itself(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::windows::fs::OpenOptionsExt as _;
    const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;
    options.custom_flags(FILE_FLAG_OPEN_REPARSE_POINT)
}

/// Lets a colleague in a shared folder use a lock that a killed program left. There is nothing in it.
#[cfg(unix)]
fn let_all_lock(file: &File) {
    use std::os::unix::fs::PermissionsExt as _;
    let _ = file.set_permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(windows)]
fn let_all_lock(_file: &File) {}

/// Whether what is in the way may be gone in a moment: Windows refuses a name that it is just removing.
fn is_passing(error: &io::Error) -> bool {
    cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied
}

/// Why a file can't be locked.
fn unusable(guarded: &Path, lock: &Path, error: &io::Error) -> Fault {
    if is_not_a_file(error) {
        let lock = shown_path(lock);
        return Fault::failed(|lang| lang.not_a_lock(&lock));
    }
    if error.kind() == io::ErrorKind::PermissionDenied && lock.is_file() {
        let lock = shown_path(lock);
        return Fault::failed(|lang| lang.lock_of_another(&lock));
    }
    Fault::unwritable(guarded, error)
}

/// Whether the locked file is the one that others will find: its last owner may have removed it in the meantime.
#[cfg(unix)]
fn is_current(lock: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (lock.metadata(), fs::symlink_metadata(path)) {
        (Ok(locked), Ok(found)) => locked.ino() == found.ino() && locked.dev() == found.dev(),
        _ => false,
    }
}

/// Whether the locked file is the one that others will find: its last owner may have removed it in the meantime.
#[cfg(windows)]
fn is_current(lock: &File, path: &Path) -> bool {
    use same_file::Handle;
    let locked = lock.try_clone().and_then(Handle::from_file);
    matches!((locked, Handle::from_path(path)), (Ok(locked), Ok(found)) if locked == found)
}
