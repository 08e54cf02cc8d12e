//! The rounds in a folder that a profile replaces.

use std::path::{Path, PathBuf};

use super::{Disk, FileSystem, Folder, Head, ProfileFile, poor};
use crate::{
    fault::{Fault, shown_path},
    profile::Profile,
    rounds,
};

/// They are there and locked until the profile that replaces them is saved.
#[derive(Debug)]
pub(super) struct Replaced<F = Disk> {
    files: F,
    /// Each with what is left of it then.
    rounds: Vec<(ProfileFile<F>, Option<Profile>)>,
    /// Meetings that weren't finished: whoever stopped one decides what becomes of it.
    drafts: Vec<PathBuf>,
}

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
        // What can't be listed, nobody reads either.
        let folder = profile.mode.counts().then(|| Folder::read(dir).unwrap_or_default());
        let folder = folder.unwrap_or_default();
        let clashes = |head: &Head| {
            let may_be = head.mode.counts() && head.is_of(&profile.team);
            may_be && (head.load()).is_ok_and(|round| rounds::clash(profile, &round.profile))
        };
        let is_own = |head: &Head| own.is_some_and(|own| own.file_name() == head.path.file_name());
        // A copy that stays would count once the file that it was made of is gone.
        let copies = folder.copies.iter().filter(|copy| !is_own(&copy.counts));
        let copies = copies.map(|copy| (&copy.head, true));
        let profiles = folder.profiles.iter().map(|head| (head, false));
        let mut rounds = Vec::new();
        for (head, is_copy) in profiles.chain(copies) {
            if is_own(head) || !clashes(head) {
                continue;
            }
            let (file, _) = ProfileFile::open(files, &head.path)?;
            if !known.iter().any(|round| rounds::is_left_of(file.profile(), round)) {
                if is_copy {
                    // One that differs didn't count, which was told.
                    continue;
                }
                let file = shown_path(&head.path);
                return Err(Fault::failed(|lang| lang.round_meanwhile(&file)));
            }
            let left = rounds::replace(file.profile(), &mut profile.clone());
            rounds.push((file, left));
        }
        let drafts = folder.drafts.iter().filter(|head| clashes(head));
        Ok(Replaced {
            files: files.clone(),
            drafts: drafts.map(|head| head.path.clone()).collect(),
            rounds,
        })
    }

    /// The profile is saved: they go.
    pub(super) fn go(self) {
        for (mut file, left) in self.rounds {
            let gone = match left {
                Some(left) => file.save(&left).map(drop),
                None => file.remove(),
            };
            if gone.is_err() {
                self.files.tell_once(poor::round_stays(file.path()));
            }
        }
        for draft in &self.drafts {
            self.files.tell_once(poor::draft_of_round(draft));
        }
    }
}
