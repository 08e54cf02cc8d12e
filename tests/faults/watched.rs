//! The computer's file system, but each call of a save can be failed, shortened or stopped, and is written down.

use std::{
    fmt,
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard},
};

use ips::{
    fault,
    store::{Disk, FileSystem, Privacy, Remarks},
};
use tempfile::{NamedTempFile, PersistError};

/// A call that was made, with what a power cut could undo of it.
#[derive(Clone, PartialEq, Eq)]
pub enum Call {
    Create(PathBuf),
    Write(PathBuf, Vec<u8>),
    Mode,
    Sync(PathBuf),
    Rename(PathBuf, PathBuf),
    /// A rename that is refused where something has the name.
    Place(PathBuf, PathBuf),
    SyncFolder,
    /// Not counted: nothing is written by it.
    Lock,
    Remove(PathBuf),
    /// No call: from here on the team counts on it that this text is saved under this name.
    Saved(PathBuf, String),
}

impl fmt::Debug for Call {
    /// The call alone: what is written would fill the screen.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Call::Create(_) => "create",
            Call::Write(..) => "write",
            Call::Mode => "set the mode",
            Call::Sync(_) => "sync",
            Call::Rename(..) => "rename",
            Call::Place(..) => "place",
            Call::SyncFolder => "sync the folder",
            Call::Lock => "lock",
            Call::Remove(_) => "remove",
            Call::Saved(..) => "saved",
        })
    }
}

/// Some calls, and the code of the system that they are answered with.
pub type Lacking = (fn(&Call) -> bool, i32);

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The call fails with this reason, and works at the next try.
    Once(io::ErrorKind),
    /// This call and all later ones in the same folder fail.
    ForGood(io::ErrorKind),
    /// A write takes one byte only; at other calls nothing goes wrong.
    Short,
    /// The program is killed just before the call.
    Stop,
}

/// The file system; all copies share what they know.
#[derive(Clone, Debug, Default)]
pub struct Watched(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    calls: Vec<Call>,
    /// Calls made, failed ones too.
    made: usize,
    /// The number of the call at which something goes wrong, from 0.
    plan: Option<(usize, Fault)>,
    broken_folder: Option<PathBuf>,
    /// The calls that the disk doesn't know, with the code that it answers.
    lacking: Vec<Lacking>,
    stopped: bool,
    last: Option<Call>,
    /// The modes that a temporary file with something in it had at each call.
    #[cfg(unix)]
    modes: Vec<u32>,
    /// What was saved last, from its first call to its last.
    renamed: PathBuf,
    saved: String,
    /// What the user is told.
    remarks: Remarks,
    /// Copies of temporary files that a killed program leaves, with the names they have then.
    left: Vec<(PathBuf, PathBuf)>,
}

impl Watched {
    /// Lets something go wrong at a call, counted from 0.
    pub fn failing(at: usize, fault: Fault) -> Self {
        let watched = Watched::default();
        watched.state().plan = Some((at, fault));
        watched
    }

    /// A disk that answers some calls with a code of the system, each time.
    pub fn lacking(calls: &[Lacking]) -> Self {
        let watched = Watched::default();
        watched.state().lacking = calls.to_vec();
        watched
    }

    /// The calls that were made and didn't fail.
    pub fn calls(&self) -> Vec<Call> {
        self.state().calls.clone()
    }

    /// Whether the program counts as killed.
    pub fn stopped(&self) -> bool {
        self.state().stopped
    }

    /// The call that failed last.
    pub fn failed(&self) -> Option<Call> {
        self.state().last.clone()
    }

    /// What is to be told and wasn't yet.
    pub fn remarks(&self) -> Vec<fault::Fault> {
        self.state().remarks.tell()
    }

    /// The text of the last save that was not interrupted.
    pub fn last_saved(&self) -> String {
        self.state().saved.clone()
    }

    /// Writes down what the team now counts on.
    pub fn saved(&self, path: &Path, text: &str) {
        self.state().calls.push(Call::Saved(path.to_owned(), text.to_owned()));
    }

    /// The modes that the temporary files had while something stood in them, at each call.
    #[cfg(unix)]
    pub fn modes(&self) -> Vec<u32> {
        self.state().modes.clone()
    }

    /// Puts the temporary files of a killed program where it would have left them.
    pub fn leave_temporary_files(&self) {
        for (copy, name) in self.state().left.drain(..) {
            fs::rename(copy, name).expect("a copy");
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no call panics")
    }

    /// What the disk answers if it doesn't know the call.
    fn lacks(&self, call: &Call) -> io::Result<()> {
        let lacking = self.state().lacking.iter().find(|(lacks, _)| lacks(call)).copied();
        lacking.map_or(Ok(()), |(_, code)| Err(io::Error::from_raw_os_error(code)))
    }

    /// Lets the call go wrong, or writes it down. `Ok(true)` means: only one byte of it.
    fn step(&self, call: Call, folder: &Path, temporary: Option<&Path>) -> io::Result<bool> {
        // Windows has two names for one folder.
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        self.lacks(&call)?;
        let mut state = self.state();
        if state.stopped {
            return Err(io::Error::other("stopped"));
        }
        #[cfg(unix)]
        if let Some(found) = temporary.and_then(|temporary| temporary.metadata().ok()) {
            use std::os::unix::fs::PermissionsExt as _;
            state.modes.push(found.permissions().mode() & 0o7777);
        }
        let number = state.made;
        state.made += 1;
        let planned = state.plan.filter(|(at, _)| *at == number).map(|(_, fault)| fault);
        match planned {
            Some(Fault::Short) => {
                state.last = Some(call);
                return Ok(true);
            }
            Some(Fault::Stop) => {
                state.stopped = true;
                if let Some(temporary) = temporary {
                    let copy = temporary.with_extension("left");
                    fs::copy(temporary, &copy)?;
                    state.left.push((copy, temporary.to_owned()));
                }
                return Err(io::Error::other("stopped"));
            }
            Some(Fault::ForGood(_)) => state.broken_folder = Some(folder.clone()),
            Some(Fault::Once(_)) | None => {}
        }
        let breaks = planned.is_some() || state.broken_folder.as_deref() == Some(&*folder);
        if let (true, Some((_, Fault::Once(kind) | Fault::ForGood(kind)))) = (breaks, state.plan) {
            state.last = Some(call);
            return Err(kind.into());
        }
        state.calls.push(call);
        Ok(false)
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().expect("a file in a folder")
}

impl FileSystem for Watched {
    fn temporary(&self, folder: &Path, privacy: Privacy) -> io::Result<NamedTempFile> {
        // Its name is known only afterwards.
        let file = Disk.temporary(folder, privacy)?;
        self.step(Call::Create(file.path().to_owned()), folder, None)?;
        Ok(file)
    }

    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<usize> {
        let path = file.path().to_owned();
        let one = self.step(
            Call::Write(path.clone(), bytes.to_owned()),
            folder_of(&path),
            Some(&path),
        )?;
        if one {
            self.state().calls.push(Call::Write(path, bytes[..1].to_owned()));
        }
        Disk.write(file, if one { &bytes[..1] } else { bytes })
    }

    #[cfg(unix)]
    fn give(&self, file: &NamedTempFile, path: &Path, existing: &fs::Metadata) -> bool {
        Disk.give(file, path, existing)
    }

    fn set_permissions(&self, file: &NamedTempFile, permissions: fs::Permissions) -> io::Result<()> {
        self.step(Call::Mode, folder_of(file.path()), Some(file.path()))?;
        Disk.set_permissions(file, permissions)
    }

    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        let path = file.path();
        // Not for real: nobody pulls the plug of this computer, and it takes long.
        self.step(Call::Sync(path.to_owned()), folder_of(path), Some(path))
            .map(drop)
    }

    fn replace(&self, file: NamedTempFile, path: &Path) -> Result<(), PersistError> {
        let call = Call::Rename(file.path().to_owned(), path.to_owned());
        self.rename(call, file, path, |file| Disk.replace(file, path))
    }

    fn place(&self, file: NamedTempFile, path: &Path) -> Result<(), PersistError> {
        let call = Call::Place(file.path().to_owned(), path.to_owned());
        self.rename(call, file, path, |file| Disk.place(file, path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(Call::SyncFolder, folder, None)?;
        let mut state = self.state();
        if !state.renamed.as_os_str().is_empty() {
            state.saved = fs::read_to_string(&state.renamed)?;
        }
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(Call::Remove(path.to_owned()), folder_of(path), None)?;
        Disk.remove(path)
    }

    fn reserve(&self, path: &Path) -> io::Result<()> {
        self.step(Call::Create(path.to_owned()), folder_of(path), None)?;
        Disk.reserve(path)
    }

    fn lock(&self, file: &File) -> Result<(), TryLockError> {
        self.lacks(&Call::Lock).map_err(TryLockError::Error)?;
        Disk.lock(file)
    }

    fn tell_once(&self, remark: fault::Fault) {
        self.state().remarks.add(remark);
    }
}

impl Watched {
    fn rename(
        &self,
        call: Call,
        file: NamedTempFile,
        path: &Path,
        rename: impl FnOnce(NamedTempFile) -> Result<(), PersistError>,
    ) -> Result<(), PersistError> {
        match self.step(call, folder_of(path), Some(file.path())) {
            Ok(_) => {
                path.clone_into(&mut self.state().renamed);
                rename(file)
            }
            Err(error) => Err(PersistError { error, file }),
        }
    }
}
