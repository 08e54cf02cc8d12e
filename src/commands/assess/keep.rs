//! Keeps an interview in the draft of its folder.

use std::path::{Path, PathBuf};

use crate::{
    fault::Fault,
    interview::Keeper,
    profile::Profile,
    store::{DraftFile, FileSystem},
};

impl<F: FileSystem> Keeper for DraftFile<F> {
    fn keep(&mut self, draft: &Profile) -> Result<(), Fault> {
        self.save(draft)
    }

    fn keep_elsewhere(&mut self, dir: &Path, draft: &Profile) -> Result<(), Fault> {
        self.save_elsewhere(dir, draft)
    }

    fn complete(&mut self, draft: &Profile) -> Result<PathBuf, Fault> {
        DraftFile::complete(self, draft)
    }
}
