//! A temporary file beside the one that is saved, and what a killed program left of such files.
//!
//! A program holds its own until it is renamed, so that another one that tidies up sees that it is still being written.

use std::{ffi::OsStr, fs, io, path::Path};

use tempfile::{Builder, NamedTempFile};

use super::{FileSystem, Privacy};

/// What the names begin and end with, and how many letters and digits stand between.
const BEGIN: &str = ".ips-";
const END: &str = ".tmp";
const RANDOM: usize = 6;

/// Makes an empty one, which is always a file of its own: what has the name already is neither opened nor followed.
pub(super) fn make(folder: &Path, privacy: Privacy) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(BEGIN).suffix(END).rand_bytes(RANDOM);
    #[cfg(unix)]
    if privacy == Privacy::Ordinary {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = privacy;
    held::make(|| builder.tempfile_in(folder))
}

/// Whether a file has a name as these get, and no other.
pub(super) fn is_name(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str);
    let between = name.and_then(|name| name.strip_prefix(BEGIN)?.strip_suffix(END));
    between.is_some_and(|random| random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Removes one that no program writes any more.
pub(super) fn clear(files: &impl FileSystem, path: &Path) {
    let is_file = fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    if let Some(_held) = is_file.then(|| held::left(path)).flatten() {
        let _ = files.remove(path);
    }
}

/// By a lock, which ends with the program. On a disk that knows no locks nothing is known, and all of them stay.
#[cfg(unix)]
mod held {
    use std::{
        fs::{self, File, TryLockError},
        io,
        os::unix::fs::{MetadataExt as _, OpenOptionsExt as _},
        path::Path,
    };

    use rustix::fs::OFlags;
    use tempfile::NamedTempFile;

    /// How often another program may take one for left, in the moment before it is held.
    const TRIES: usize = 8;

    pub(super) fn make(make: impl Fn() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
        for _ in 0..TRIES {
            let file = make()?;
            match file.as_file().try_lock() {
                Ok(()) if !is_same(file.as_file(), file.path()) => {}
                Err(TryLockError::WouldBlock) => {}
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(file),
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// The file, held so that nobody else takes it for left too.
    pub(super) fn left(path: &Path) -> Option<File> {
        // Should it have become a link or a pipe by now, this doesn't follow or wait.
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
        let open = |write| {
            let mut options = File::options();
            options.read(true).write(write).custom_flags(flags).open(path)
        };
        // Over a network only who may write can hold a file.
        let file = open(true).or_else(|_| open(false)).ok()?;
        (file.try_lock().is_ok() && is_same(&file, path)).then_some(file)
    }

    /// Whether a name still is that of the open file.
    fn is_same(file: &File, path: &Path) -> bool {
        match (file.metadata(), fs::symlink_metadata(path)) {
            (Ok(open), Ok(named)) => (open.ino(), open.dev()) == (named.ino(), named.dev()),
            _ => false,
        }
    }
}

/// By having it open: Windows gives nobody a file for themselves alone as long as another program has it.
#[cfg(windows)]
mod held {
    use std::{fs::File, io, os::windows::fs::OpenOptionsExt as _, path::Path};

    use tempfile::NamedTempFile;

    /// Opens a link itself, not what it leads to.
    const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;

    pub(super) fn make(make: impl Fn() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
        make()
    }

    /// Whether it could be had alone. It is given back at once: what is open can't be removed.
    pub(super) fn left(path: &Path) -> Option<()> {
        let mut options = File::options();
        let options = options
            .read(true)
            .share_mode(0)
            .custom_flags(FILE_FLAG_OPEN_REPARSE_POINT);
        options.open(path).map(drop).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Disk, leftovers};

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn swept(folder: &Path) -> Vec<String> {
        leftovers::sweep(&Disk, folder);
        names(folder)
    }

    #[test]
    fn one_that_is_written_stays_and_one_that_was_left_goes() {
        let dir = tempfile::tempdir().unwrap();
        let living = make(dir.path(), Privacy::Private).unwrap();
        let (_, left) = make(dir.path(), Privacy::Ordinary).unwrap().keep().unwrap();
        assert!(is_name(&left), "{left:?}");
        let living = living.path().file_name().unwrap().to_str().unwrap();
        assert_eq!(names(dir.path()).len(), 2);
        assert_eq!(swept(dir.path()), [living]);
    }

    #[cfg(unix)]
    #[test]
    fn one_that_is_taken_for_left_before_it_is_held_is_made_again() {
        let dir = tempfile::tempdir().unwrap();
        let made = std::cell::Cell::new(0);
        let elsewhere = std::cell::RefCell::new(Vec::new());
        let file = held::make(|| {
            let file = Builder::new().tempfile_in(dir.path())?;
            made.set(made.get() + 1);
            match made.get() {
                1 => fs::remove_file(file.path())?,
                2 => {
                    let other = fs::File::open(file.path())?;
                    other.try_lock().unwrap();
                    elsewhere.borrow_mut().push(other);
                }
                _ => {}
            }
            Ok(file)
        });
        assert!(file.unwrap().path().exists());
        assert_eq!(made.get(), 3);
    }

    #[test]
    fn what_only_looks_like_one_stays() {
        let dir = tempfile::tempdir().unwrap();
        let mut others = [
            ".ips-.tmp",
            ".ips-abcde.tmp",
            ".ips-abcdefg.tmp",
            ".ips-abc-ef.tmp",
            ".ips-abcde\u{EB}.tmp",
            ".ips-abcdef.tmp.toml",
            "ips-abcdef.tmp",
            ".noord-2026-11-21.toml-abcdef.tmp",
        ]
        .map(str::to_owned);
        for name in &others {
            fs::write(dir.path().join(name), "van iemand anders").unwrap();
        }
        others.sort();
        fs::write(dir.path().join(".ips-abcdef.tmp"), "half").unwrap();
        assert_eq!(swept(dir.path()), others);
        fs::create_dir(dir.path().join(".ips-folder.tmp")).unwrap();
        assert_eq!(swept(dir.path()).len(), others.len() + 1);
    }
}
