//! The rounds in a folder that a profile replaces.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Disk, FileSystem, Head, Heads, ProfileFile, Stored, folder_of, lock::Lock, poor, profile_name};
use crate::{
    fault::{Fault, shown_path},
    profile::{Profile, Whose},
    rounds,
    text::visible,
};

/// Refuses a round of a whole team where one of these is of a group of it, and the other way round.
///
/// # Errors
/// When there is one, with its file.
pub(crate) fn refuse_mixed<'h>(heads: impl IntoIterator<Item = &'h Head>, profile: &Profile) -> Result<(), Fault> {
    let mixes = |head: &&Head| {
        head.group.is_some() != profile.group.is_some()
            && (head.load()).is_ok_and(|round| rounds::mixes(profile, &round.profile))
    };
    let Some(head) = heads.into_iter().find(mixes) else {
        return Ok(());
    };
    let (file, whose) = (shown_path(&head.path), head.whose().to_string());
    let whose = visible(&whose).into_owned();
    Err(Fault::failed(|lang| {
        lang.mixes_groups(&file, &whose, &lang.date(head.date))
    }))
}

/// Keeps other programs from saving a round of a team that is made at once, without a draft.
#[derive(Debug)]
pub(crate) struct HeldRounds {
    _lock: Lock,
}

/// Waits for no one: who saves a round of this team in this folder goes first.
///
/// # Errors
/// When another program does, or when the lock can't be made.
pub(crate) fn hold_rounds(dir: &Path, team: &str) -> Result<HeldRounds, Fault> {
    // No meeting was on that day; a lock of that name is cleared away when one was left.
    let name = profile_name(&Whose::team(team), NaiveDate::default(), 1);
    let lock = Lock::take(&Disk, &dir.join(name))?;
    let lock = lock.ok_or_else(|| Fault::failed(|lang| lang.rounds_in_use(team)))?;
    Ok(HeldRounds { _lock: lock })
}

/// Lets go of the rounds that a profile replaces which was saved before: the program was killed in between.
///
/// # Errors
/// As when the profile is saved.
pub(crate) fn let_go(profile: &Stored, replaced: &[Profile]) -> Result<(), Fault> {
    let (dir, own) = (folder_of(&profile.path), Some(&*profile.path));
    Replaced::find(&Disk, dir, own, &profile.profile, replaced)?.go();
    Ok(())
}

/// They are there and locked until the profile that replaces them is saved.
#[derive(Debug)]
pub(super) struct Replaced<F = Disk> {
    files: F,
    rounds: Vec<Round<F>>,
    /// Meetings that weren't finished: whoever stopped one decides what becomes of it.
    drafts: Vec<PathBuf>,
}

/// A round, or a copy of it.
#[derive(Debug)]
struct Round<F> {
    file: ProfileFile<F>,
    /// What is left of it beside the profile.
    left: Option<Profile>,
    /// Whether it is a copy with other answers than the round, which the team never saw.
    differs: bool,
}

impl<F: FileSystem> Round<F> {
    fn of(file: ProfileFile<F>, profile: &Profile, differs: bool) -> Self {
        let left = rounds::left_beside(file.profile(), profile);
        Round { file, left, differs }
    }
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
        let heads = profile.mode.counts().then(|| Heads::read(dir).unwrap_or_default());
        let key = profile.whose().key();
        let heads = heads.unwrap_or_default();
        let folder = heads.whole(|head| head.mode.counts() && head.key.team == key.team);
        refuse_mixed(&folder.profiles, profile)?;
        let clashes = |head: &Head| (head.load()).is_ok_and(|round| rounds::clash(profile, &round.profile));
        let is_own = |head: &Head| own.is_some_and(|own| own.file_name() == head.path.file_name());
        let mut rounds: Vec<Round<F>> = Vec::new();
        for head in folder.profiles.iter().filter(|head| !is_own(head) && clashes(head)) {
            let (file, _) = ProfileFile::open_any(files, &head.path)?;
            if !known.iter().any(|round| rounds::is_left_of(file.profile(), round)) {
                let file = shown_path(&head.path);
                return Err(Fault::failed(|lang| lang.round_meanwhile(&file)));
            }
            rounds.push(Round::of(file, profile, false));
        }
        // Without the file that it was made of a copy would count, whatever it says.
        for copy in &folder.copies {
            let original = rounds.iter().find(|round| round.file.path() == copy.counts.path);
            let Some(original) = original.filter(|_| clashes(&copy.head)) else {
                continue;
            };
            let (file, _) = ProfileFile::open_any(files, &copy.head.path)?;
            let differs = !rounds::is_left_of(file.profile(), original.file.profile());
            rounds.push(Round::of(file, profile, differs));
        }
        let drafts = folder.drafts.iter().filter(|head| clashes(head));
        Ok(Replaced {
            files: files.clone(),
            drafts: drafts.map(|head| head.path.clone()).collect(),
            rounds,
        })
    }

    /// The profile is saved: they go. A copy goes before the round: left alone by a kill, it would count.
    pub(super) fn go(self) {
        for Round {
            mut file,
            left,
            differs,
        } in self.rounds.into_iter().rev()
        {
            let gone = match left {
                Some(left) => file.save(&left).map(drop),
                None => file.remove(),
            };
            if gone.is_err() {
                self.files.tell_once(poor::round_stays(file.path()));
            } else if differs {
                self.files.tell_once(poor::copy_of_round(file.path()));
            }
        }
        for draft in &self.drafts {
            self.files.tell_once(poor::draft_of_round(draft));
        }
    }
}
