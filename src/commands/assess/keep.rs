//! Keeps an interview in its file, and tells what a signal leaves behind.

use std::path::Path;

use super::interrupt;
use crate::{
    fault::Fault,
    interview::Keeper,
    profile::Profile,
    store::{FileSystem, Kept},
};

impl<F: FileSystem> Keeper for Kept<F> {
    fn keep(&mut self, profile: &Profile, replaced: &[Profile]) -> Result<(), Fault> {
        interrupt::keeping(self, |kept| kept.save(profile, replaced))
    }

    fn keep_elsewhere(&mut self, dir: &Path, profile: &Profile) -> Result<(), Fault> {
        interrupt::keeping(self, |kept| kept.save_elsewhere(dir, profile))
    }
}
