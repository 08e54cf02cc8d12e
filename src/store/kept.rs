//! Where an interview is kept: in its draft, and from the moment on at which it is complete in the profile.

use std::path::{Path, PathBuf};

use super::{
    Disk, DraftFile, FileSystem, ProfileFile, Saver, draft::save_as_it_is, folder_of, poor, refuse_no_folder,
    rounds::Replaced, text::bytes_of,
};
use crate::{fault::Fault, profile::Profile};

/// The file of an interview, under its lock.
#[derive(Debug)]
pub enum Kept<F = Disk> {
    /// The interview goes on in its draft.
    Draft(DraftFile<F>),
    /// The profile is complete; what is still agreed or corrected is saved in it.
    Profile(Box<ProfileFile<F>>),
}

impl<F: FileSystem> Kept<F> {
    /// The file's place.
    pub fn path(&self) -> &Path {
        match self {
            Kept::Draft(draft) => draft.path(),
            Kept::Profile(file) => file.path(),
        }
    }

    /// Saves the interview; once it is complete, the profile takes the place of the draft, and of the rounds that it replaces.
    ///
    /// # Errors
    /// When it can't be saved; what was saved before is still there.
    pub fn save(&mut self, profile: &Profile, replaced: &[Profile]) -> Result<(), Fault> {
        match self {
            Kept::Draft(draft) if profile.is_draft() => draft.save(profile),
            Kept::Draft(draft) => {
                let path = draft.complete(profile, replaced)?;
                self.go_on_in(path, profile, profile.to_toml().into_bytes());
                Ok(())
            }
            Kept::Profile(file) if replaced.is_empty() => file.save(profile).map(drop),
            Kept::Profile(file) => {
                let (dir, own) = (folder_of(file.path()), Some(file.path()));
                let rounds = Replaced::find(file.files(), dir, own, profile, replaced)?;
                file.save(profile)?;
                rounds.go();
                Ok(())
            }
        }
    }

    /// Saves the interview in another folder, from now on; what stays in the first one is told at the end.
    ///
    /// # Errors
    /// When there is no such folder, or it can't be saved there either.
    pub fn save_elsewhere(&mut self, dir: &Path, profile: &Profile) -> Result<(), Fault> {
        refuse_no_folder(dir)?;
        let (old, last) = (self.path().to_owned(), self.last_saved().to_owned());
        let contents = match self {
            Kept::Draft(_) => profile.to_toml().into_bytes(),
            Kept::Profile(file) => file.bytes_of(profile),
        };
        match self {
            Kept::Draft(draft) if profile.is_draft() => draft.save_elsewhere(dir, profile)?,
            Kept::Draft(_) | Kept::Profile(_) => {
                let saver = Saver::new(self.files().clone());
                let path = save_as_it_is(&saver, dir, profile, &contents)?;
                self.go_on_in(path, profile, contents.clone());
            }
        }
        if bytes_of(&old).is_ok_and(|found| found == last || found == contents) {
            self.files().tell_once(poor::left_behind(&old));
        }
        Ok(())
    }

    fn last_saved(&self) -> &[u8] {
        match self {
            Kept::Draft(draft) => draft.last_saved(),
            Kept::Profile(file) => file.last_saved(),
        }
    }

    fn files(&self) -> &F {
        match self {
            Kept::Draft(draft) => draft.files(),
            Kept::Profile(file) => file.files(),
        }
    }

    /// Goes on in a profile that was just saved.
    fn go_on_in(&mut self, path: PathBuf, profile: &Profile, bytes: Vec<u8>) {
        *self = Kept::Profile(Box::new(ProfileFile::just_saved(self.files(), path, profile, bytes)));
    }
}
