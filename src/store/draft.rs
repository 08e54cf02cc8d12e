//! A draft on disk, guarded so that two programs never work on the same one.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    Disk, FileSystem, Privacy, Saver,
    lock::Lock,
    place::{folder_of, looked_at, refuse_link},
    poor, profile_name,
    rounds::Replaced,
    text::{MAX_BYTES, bytes_of, read_bytes},
};
use crate::{
    fault::{Fault, shown_path},
    lang::Lang,
    profile::{Profile, State, front},
};

/// A draft that this program works on, under its lock.
#[derive(Debug)]
pub struct DraftFile<F = Disk> {
    saver: Saver<F>,
    path: PathBuf,
    /// The file as it was last read or saved here.
    bytes: Vec<u8>,
    /// Whether the profile may have been saved before, by a program that was killed or when that failed at the very end.
    may_be_saved: bool,
    lock: Lock,
}

impl<F: FileSystem> DraftFile<F> {
    /// Makes and saves a new draft; this shows at once whether the folder can be written.
    ///
    /// # Errors
    /// When it can't be saved, or when another program is making the same one.
    pub fn create(files: &F, dir: &Path, profile: &Profile) -> Result<Self, Fault> {
        for number in 1.. {
            let path = dir.join(draft_name(profile, number));
            if looked_at(&path)?.is_some() {
                continue;
            }
            // A name that another program holds is taken, also when there is nothing under it yet.
            let Some(mut draft) = DraftFile::lock(files, path)? else {
                continue;
            };
            // Another program may have saved a draft under this name until a moment ago.
            let text = readable(profile, &draft.path)?;
            if draft.saver.save_unless_there(&draft.path, &text, Privacy::Private)? {
                draft.bytes = text.into_bytes();
                return Ok(draft);
            }
        }
        unreachable!("the numbers never end")
    }

    /// Takes an existing draft to go on with, and clears away what was left when its last program was killed.
    ///
    /// # Errors
    /// When the name is that of a link, when another program works on it, when the lock can't be made, or when it can't be read.
    pub fn open(files: &F, path: PathBuf) -> Result<Self, Fault> {
        refuse_link(&path)?;
        let draft = DraftFile::lock(files, path)?;
        let mut draft = draft.ok_or_else(|| Fault::failed(Lang::draft_in_use))?;
        draft.may_be_saved = true;
        draft.bytes = read_bytes(&draft.path)?;
        Ok(draft)
    }

    /// `None` when another program works on it.
    fn lock(files: &F, path: PathBuf) -> Result<Option<Self>, Fault> {
        let Some(lock) = Lock::take(files, &path)? else {
            return Ok(None);
        };
        let saver = Saver::new(files.clone());
        saver.sweep(folder_of(&path));
        Ok(Some(DraftFile {
            saver,
            path,
            bytes: Vec::new(),
            may_be_saved: false,
            lock,
        }))
    }

    /// Saves the draft; when this returns, it survives whatever happens next.
    ///
    /// # Errors
    /// When it can't be saved, or when another program that knows no lock changed it; what was saved before is still there.
    pub fn save(&mut self, profile: &Profile) -> Result<(), Fault> {
        let text = readable(profile, &self.path)?;
        match found(&self.path)? {
            // An earlier try failed when the file was in its place already.
            Some(found) if found == text.as_bytes() => self.saver.settle(&self.path)?,
            Some(found) if found != self.bytes => return Err(changed_meanwhile(&self.path)),
            _ => self.saver.save(&self.path, &text, Privacy::Private)?,
        }
        self.bytes = text.into_bytes();
        Ok(())
    }

    /// Saves the draft in another folder, from now on.
    ///
    /// # Errors
    /// When it can't be saved there either.
    pub(super) fn save_elsewhere(&mut self, dir: &Path, profile: &Profile) -> Result<(), Fault> {
        *self = DraftFile::create(self.saver.files(), dir, profile)?;
        Ok(())
    }

    /// Saves the finished profile beside the draft and the rounds that it replaces, which then go, and gives its place. The draft
    /// goes last: resumed after a kill, it lets the others go.
    ///
    /// # Errors
    /// When it can't be saved, or when another program that knows no lock changed the draft; the draft is still there.
    pub fn complete(&mut self, profile: &Profile, replaced: &[Profile]) -> Result<PathBuf, Fault> {
        if found(&self.path)?.is_some_and(|found| found != self.bytes) {
            return Err(changed_meanwhile(&self.path));
        }
        let complete = Profile {
            state: State::Complete,
            ..profile.clone()
        };
        if !replaced.is_empty() {
            // Resumed after a kill it is the same profile, also when what moved along is gone from where it was.
            let followed_up = profile.carried_over().len();
            self.save(&Profile {
                state: State::Draft { followed_up },
                ..profile.clone()
            })?;
        }
        let dir = folder_of(&self.path);
        let before = if self.may_be_saved {
            saved_before(dir, &complete)?
        } else {
            None
        };
        let saved = if let Some(path) = before {
            let rounds = Replaced::find(self.saver.files(), dir, Some(&path), &complete, replaced)?;
            self.saver.settle(&path)?;
            rounds.go();
            path
        } else {
            self.may_be_saved = true;
            save_complete(&self.saver, dir, &complete, replaced)?
        };
        // The profile is safe; of a draft that stays the meeting would be offered again.
        if self.saver.files().remove(&self.path).is_err() && self.path.is_file() {
            self.saver.files().tell_once(poor::draft_stays(&self.path));
        }
        Ok(saved)
    }

    /// The file as it was last read or saved here.
    pub(super) fn last_saved(&self) -> &[u8] {
        &self.bytes
    }

    /// The group whose answers it holds, as it was last read or saved here.
    pub(crate) fn group(&self) -> Option<String> {
        front(&String::from_utf8_lossy(&self.bytes))?.group
    }

    /// What it saves on.
    pub(super) fn files(&self) -> &F {
        self.saver.files()
    }

    /// Where the lock is, if there is one; a program that ends without dropping its draft removes it.
    pub(crate) fn lock_path(&self) -> Option<&Path> {
        self.lock.path()
    }

    /// The draft's file, which is there as long as the meeting isn't finished.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Saves a finished profile under the first free name of its team and day; then the rounds go that it replaces.
///
/// # Errors
/// When any step fails; nothing is then left behind, and nothing is gone.
pub(crate) fn save_complete<F: FileSystem>(
    saver: &Saver<F>,
    dir: &Path,
    profile: &Profile,
    replaced: &[Profile],
) -> Result<PathBuf, Fault> {
    let text = readable(profile, &dir.join(profile_name(&profile.whose(), profile.date, 1)))?;
    let rounds = Replaced::find(saver.files(), dir, None, profile, replaced)?;
    let saved = saver.save_new(names(dir, profile), &text, Privacy::Ordinary)?;
    rounds.go();
    Ok(saved)
}

/// Saves what a profile's file holds, with all that people wrote in it, under the first free name of its team and day.
///
/// # Errors
/// When any step fails; nothing is then left behind.
pub(super) fn save_as_it_is<F: FileSystem>(
    saver: &Saver<F>,
    dir: &Path,
    profile: &Profile,
    contents: &[u8],
) -> Result<PathBuf, Fault> {
    refuse_too_large(contents, &dir.join(profile_name(&profile.whose(), profile.date, 1)))?;
    // There it may be a round too many.
    Replaced::find(saver.files(), dir, None, profile, &[])?;
    saver.save_new(names(dir, profile), contents, Privacy::Ordinary)
}

/// A profile as the text of its file, unless that would be refused when it is read again.
pub(super) fn readable(profile: &Profile, path: &Path) -> Result<String, Fault> {
    let text = profile.to_toml();
    refuse_too_large(text.as_bytes(), path)?;
    Ok(text)
}

/// Refuses to save what would be refused when it is read again.
pub(super) fn refuse_too_large(contents: &[u8], path: &Path) -> Result<(), Fault> {
    if contents.len() as u64 > MAX_BYTES {
        return Err(Fault::unwritable(path, &io::ErrorKind::FileTooLarge.into()));
    }
    Ok(())
}

/// What is in a file that is to be saved now, if there is one.
pub(super) fn found(path: &Path) -> Result<Option<Vec<u8>>, Fault> {
    match bytes_of(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        found => found.map(Some).map_err(|error| Fault::unwritable(path, &error)),
    }
}

/// Another program wrote in a file that this one holds.
pub(super) fn changed_meanwhile(path: &Path) -> Fault {
    let file = shown_path(path);
    Fault::failed(|lang| lang.changed_meanwhile(&file))
}

/// Where this very profile was saved before, in a file that is as it was saved then.
///
/// # Errors
/// When that can't be told: else one meeting could become two.
fn saved_before(dir: &Path, profile: &Profile) -> Result<Option<PathBuf>, Fault> {
    let text = profile.to_toml();
    for path in names(dir, profile) {
        let Some(existing) = looked_at(&path)? else {
            return Ok(None);
        };
        // Another meeting's may be closed to this user, which is no reason to stop.
        let may_be = existing.is_file() && existing.len() == text.len() as u64;
        if may_be && found(&path)?.is_some_and(|found| found == text.as_bytes()) {
            return Ok(Some(path));
        }
    }
    unreachable!("the names never end")
}

/// The names that a profile can have, the first choice first.
fn names(dir: &Path, profile: &Profile) -> impl Iterator<Item = PathBuf> {
    (1..).map(move |number| dir.join(profile_name(&profile.whose(), profile.date, number)))
}

fn draft_name(profile: &Profile, number: u32) -> String {
    let name = profile_name(&profile.whose(), profile.date, number);
    name.replace(".toml", super::DRAFT)
}
