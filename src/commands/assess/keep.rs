//! Where an interview is kept: in its draft, and from the moment it is complete in the profile.

use std::path::{Path, PathBuf};

use super::interrupt;
use crate::{
    fault::Fault,
    interview::Keeper,
    profile::Profile,
    store::{Disk, DraftFile, ProfileFile, Saver, save_complete},
};

/// The file of an interview, under its lock.
#[derive(Debug)]
pub enum Kept {
    Draft(DraftFile),
    Profile(ProfileFile),
}

impl Kept {
    /// The file's place.
    pub fn path(&self) -> &Path {
        match self {
            Kept::Draft(draft) => draft.path(),
            Kept::Profile(file) => file.path(),
        }
    }

    /// Goes on in a profile that was just saved.
    fn go_on_in(&mut self, path: &Path) -> Result<(), Fault> {
        let (file, _) = ProfileFile::open(&Disk, path)?;
        interrupt::profile_is(&file);
        *self = Kept::Profile(file);
        Ok(())
    }
}

impl Keeper for Kept {
    fn keep(&mut self, profile: &Profile) -> Result<(), Fault> {
        match self {
            Kept::Draft(draft) if profile.is_draft() => draft.save(profile),
            Kept::Draft(draft) => {
                let path: PathBuf = draft.complete(profile)?;
                self.go_on_in(&path)
            }
            Kept::Profile(file) => file.save(profile).map(drop),
        }
    }

    fn keep_elsewhere(&mut self, dir: &Path, profile: &Profile) -> Result<(), Fault> {
        match self {
            Kept::Draft(draft) if profile.is_draft() => draft.save_elsewhere(dir, profile),
            Kept::Draft(_) | Kept::Profile(_) => {
                let path = save_complete(&Saver::default(), dir, profile)?;
                self.go_on_in(&path)
            }
        }
    }
}
