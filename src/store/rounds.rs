//! The rounds in a folder that a profile replaces.

use std::path::Path;

use super::{Disk, FileSystem, Folder, Head, ProfileFile, poor};
use crate::{
    fault::{Fault, shown_path},
    profile::Profile,
    rounds,
};

/// They are there and locked until the profile that replaces them is saved, each with what is left of it then.
#[derive(Debug)]
pub(super) struct Replaced<F = Disk>(Vec<(ProfileFile<F>, Option<Profile>)>);

impl<F: FileSystem> Replaced<F> {
    /// Finds and locks what a profile replaces in this folder, where it may be in a file itself. The team lets go of the `known`
    /// ones.
    ///
    /// # Errors
    /// When there is another one, when one is a link, or when another program works on one.
    pub(super) fn find(
        files: &F,
        dir: &Path,
        own: Option<&Path>,
        profile: &Profile,
        known: &[Profile],
    ) -> Result<Self, Fault> {
        let mut found = Vec::new();
        // What can't be listed, nobody reads either.
        let folder = profile.mode.counts().then(|| Folder::read(dir).unwrap_or_default());
        for head in folder.unwrap_or_default().profiles {
            let is_own = own.is_some_and(|own| own.file_name() == head.path.file_name());
            let may_be = !is_own && head.mode.counts() && head.is_of(&profile.team);
            let clashes = |head: &Head| {
                let round = head.load();
                round.is_ok_and(|round| rounds::clash(profile, &round.profile))
            };
            if !may_be || !clashes(&head) {
                continue;
            }
            let (file, _) = ProfileFile::open(files, &head.path)?;
            if !known.iter().any(|round| rounds::is_left_of(file.profile(), round)) {
                let file = shown_path(&head.path);
                return Err(Fault::failed(|lang| lang.round_meanwhile(&file)));
            }
            let left = rounds::replace(file.profile(), &mut profile.clone());
            found.push((file, left));
        }
        Ok(Replaced(found))
    }

    /// The profile is saved: they go.
    pub(super) fn go(self) {
        for (mut file, left) in self.0 {
            let gone = match left {
                Some(left) => file.save(&left).map(drop),
                None => file.remove(),
            };
            if gone.is_err() {
                file.files().tell_once(poor::round_stays(file.path()));
            }
        }
    }
}
