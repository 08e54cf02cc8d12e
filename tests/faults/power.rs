//! The power goes at any call. What a disk may then have kept is worked out from the calls, as pessimistically as file
//! systems are allowed to be: names that weren't synced each kept or not, data that wasn't synced dropped, cut or zeroed.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use ips::{
    agreement::Agreement,
    interview::Ended,
    prompt::SaveReply,
    store::{Privacy, ProfileFile, Saver},
    tally::Mode,
};

use crate::{
    Case, common,
    program::{PROFILE, folder},
    quick,
    team::{ELEMENTS, Team, saved_profile},
    tries::{Harm, Tries},
    watched::{Call, Watched},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("the power goes at any call of an evening", evening),
        quick("the power goes at any call of a correction", correction),
        quick("the power goes at any call of an export", export),
        quick("the power goes at any call of a change in a profile", change),
        quick(
            "saving made unsafe on purpose: without sync, without rename",
            made_unsafe,
        ),
    ]
}

/// A file's data: what is surely on the disk, and all that was written.
#[derive(Clone, Debug, Default)]
struct Data {
    synced: Vec<u8>,
    written: Vec<u8>,
}

/// A change of names that may not have reached the disk yet.
#[derive(Clone, Debug)]
enum Change {
    Set(PathBuf, usize),
    Move(PathBuf, PathBuf, usize),
    Unset(PathBuf),
}

/// What the cut does to data that wasn't synced.
#[derive(Clone, Copy, Debug)]
enum Unsynced {
    Dropped,
    Half,
    Zeroed,
    Kept,
}

impl Unsynced {
    const ALL: [Unsynced; 4] = [Unsynced::Dropped, Unsynced::Half, Unsynced::Zeroed, Unsynced::Kept];

    fn left(self, data: &Data) -> Vec<u8> {
        match self {
            _ if data.synced == data.written => data.synced.clone(),
            Unsynced::Dropped => data.synced.clone(),
            Unsynced::Half => data.written[..data.written.len() / 2].to_owned(),
            Unsynced::Zeroed => vec![0; data.written.len()],
            Unsynced::Kept => data.written.clone(),
        }
    }
}

/// So many changes of names are each kept or not in every combination.
const CHOSEN: usize = 6;

/// A disk on its way through the calls.
#[derive(Debug, Default)]
struct Model {
    data: Vec<Data>,
    /// The names as programs see them.
    seen: BTreeMap<PathBuf, usize>,
    /// The names that are surely on the disk.
    kept: BTreeMap<PathBuf, usize>,
    pending: Vec<Change>,
    /// Every text that was written under a name, in order; only whole ones are any good.
    texts: Vec<Vec<u8>>,
    /// The last of them that the team counts on.
    counted_on: Option<usize>,
}

impl Model {
    fn make(&mut self, call: &Call) {
        match call {
            Call::Create(path) => {
                self.data.push(Data::default());
                let file = self.data.len() - 1;
                self.seen.insert(path.clone(), file);
                self.pending.push(Change::Set(path.clone(), file));
            }
            Call::Write(path, bytes) => self.data[self.seen[path]].written.extend(bytes),
            Call::Sync(path) => {
                let data = &mut self.data[self.seen[path]];
                data.synced.clone_from(&data.written);
            }
            Call::Rename(from, to) | Call::Place(from, to) => {
                let file = self.seen.remove(from).expect("a file to rename");
                self.seen.insert(to.clone(), file);
                self.pending.push(Change::Move(from.clone(), to.clone(), file));
            }
            Call::SyncFolder => {
                let pending = std::mem::take(&mut self.pending);
                apply(&mut self.kept, &pending);
            }
            Call::Remove(path) => {
                self.seen.remove(path);
                self.pending.push(Change::Unset(path.clone()));
            }
            Call::Mode | Call::Lock => {}
            Call::Saved(_, text) => self.counted_on = self.texts.iter().rposition(|known| known == text.as_bytes()),
        }
        // What stands under its own name now is whole.
        for (path, &file) in self.seen.iter().filter(|(path, _)| is_own_name(path)) {
            let text = &self.data[file].written;
            if !self.texts.contains(text) && !matches!(call, Call::Create(made) if made == path) {
                self.texts.push(text.clone());
            }
        }
    }

    /// Every way the disk can look after a cut now: the files under their own names.
    fn after_cut(&self) -> BTreeSet<BTreeMap<&Path, Vec<u8>>> {
        let mut states = BTreeSet::new();
        // Every choice of the last few changes; older ones are all kept or all gone.
        let (older, last) = self.pending.split_at(self.pending.len().saturating_sub(CHOSEN));
        for choice in 0..2_usize << last.len() {
            let older = if choice & 1 == 1 { older } else { &[] };
            let last = (1..).zip(last).filter(|(bit, _)| choice >> bit & 1 == 1);
            let kept_changes: Vec<Change> = older.iter().chain(last.map(|(_, change)| change)).cloned().collect();
            let mut names = self.kept.clone();
            apply(&mut names, &kept_changes);
            for unsynced in Unsynced::ALL {
                let own = self
                    .kept
                    .keys()
                    .chain(self.seen.keys())
                    .filter(|path| is_own_name(path));
                let own: BTreeSet<&PathBuf> = own.collect();
                let found = own
                    .into_iter()
                    .filter_map(|path| Some((path.as_path(), *names.get(path)?)));
                states.insert(
                    found
                        .map(|(path, file)| (path, unsynced.left(&self.data[file])))
                        .collect(),
                );
            }
        }
        states
    }

    /// Why this is a loss, if it is one: half a file, or nothing that is as new as what the team counts on.
    fn loss(&self, state: &BTreeMap<&Path, Vec<u8>>) -> Option<String> {
        let mut newest = None;
        for (path, text) in state {
            match self.texts.iter().rposition(|known| known == text) {
                Some(version) => newest = newest.max(Some(version)),
                None => return Some(format!("{path:?} is neither old nor new: {} bytes", text.len())),
            }
        }
        (newest < self.counted_on).then(|| format!("version {newest:?} is left of {:?}", self.counted_on))
    }
}

fn is_own_name(path: &Path) -> bool {
    path.extension().is_none_or(|ending| ending != "tmp")
}

fn apply(names: &mut BTreeMap<PathBuf, usize>, changes: &[Change]) {
    for change in changes {
        match change {
            Change::Set(path, file) => drop(names.insert(path.clone(), *file)),
            Change::Move(from, to, file) => {
                names.remove(from);
                names.insert(to.clone(), *file);
            }
            Change::Unset(path) => drop(names.remove(path)),
        }
    }
}

/// Cuts the power after each call, in every way that makes a difference; gives the number of ways and what was lost.
fn cut_everywhere(calls: &[Call]) -> (usize, Vec<String>) {
    let (mut model, mut ways, mut losses) = (Model::default(), 0, Vec::new());
    for (number, call) in calls.iter().enumerate() {
        model.make(call);
        for state in model.after_cut() {
            ways += 1;
            losses.extend(
                model
                    .loss(&state)
                    .map(|loss| format!("after call {number}, {call:?}: {loss}")),
            );
        }
    }
    (ways, losses)
}

fn calls_of_an_evening(tries: &mut Tries) -> Vec<Call> {
    let (dir, files) = (folder(), Watched::default());
    let ended = Team::new(tries, &files, dir.path(), SaveReply::GiveUp).meet(&ELEMENTS);
    assert_eq!(ended, Ok(Ended::Complete));
    files.calls()
}

fn evening(tries: &mut Tries) {
    let calls = calls_of_an_evening(tries);
    expect_no_loss(tries, &calls);
}

fn correction(tries: &mut Tries) {
    let (dir, files) = (folder(), Watched::default());
    let path = dir.path().join(PROFILE);
    let text = saved_profile().to_toml();
    // As the evening before saved it.
    let saver = Saver::new(files.clone());
    assert_eq!(saver.save(&path, &text, Privacy::Ordinary), Ok(()));
    files.saved(&path, &text);
    let ended = Team::new(tries, &files, dir.path(), SaveReply::GiveUp).reopen();
    assert_eq!(ended, Ok(Ended::Complete));
    expect_no_loss(tries, &files.calls());
}

fn export(tries: &mut Tries) {
    let (dir, files) = (folder(), Watched::default());
    let path = dir.path().join("verslag.md");
    let saver = Saver::new(files.clone());
    assert_eq!(
        saver.save_unless_there(&path, "# Eerste verslag\n", Privacy::Ordinary),
        Ok(true)
    );
    files.saved(&path, "# Eerste verslag\n");
    for text in ["# Tweede verslag\n", "# Derde verslag, langer\n"] {
        assert_eq!(saver.save(&path, text, Privacy::Ordinary), Ok(()));
        files.saved(&path, text);
    }
    expect_no_loss(tries, &files.calls());
}

fn change(tries: &mut Tries) {
    let (dir, files) = (folder(), Watched::default());
    let path = dir.path().join(PROFILE);
    let mut profile = common::profile(Mode::Joint, &["3"; 24]);
    let saver = Saver::new(files.clone());
    assert_eq!(saver.save(&path, profile.to_toml(), Privacy::Ordinary), Ok(()));
    files.saved(&path, &profile.to_toml());
    let (mut file, _) = ProfileFile::open(&files, &path).expect("it opens");
    for what in ["Elke maand bellen", "Samen eten"] {
        profile.agreements.push(Agreement::new("culture", what));
        assert_eq!(file.save(&profile), Ok(true));
        files.saved(&path, &profile.to_toml());
    }
    expect_no_loss(tries, &files.calls());
}

fn expect_no_loss(tries: &mut Tries, calls: &[Call]) {
    let (ways, losses) = cut_everywhere(calls);
    for _ in 0..ways {
        tries.count();
    }
    for loss in losses {
        tries.harm(Harm::Lost, loss);
    }
}

/// Leaves out what makes saving safe, and expects that the model notices: else it proves nothing.
fn made_unsafe(tries: &mut Tries) {
    let calls = calls_of_an_evening(tries);
    let without = |left_out: fn(&Call) -> bool| calls.iter().filter(|call| !left_out(call)).cloned().collect();
    let no_sync: Vec<Call> = without(|call| matches!(call, Call::Sync(_)));
    let no_folder_sync: Vec<Call> = without(|call| matches!(call, Call::SyncFolder));
    let mut in_place: Vec<Call> = without(|call| matches!(call, Call::Rename(..) | Call::Place(..)));
    for call in &calls {
        // Every save writes straight into the file that it is for.
        let (Call::Rename(from, to) | Call::Place(from, to)) = call else {
            continue;
        };
        for path in in_place.iter_mut().filter_map(|call| match call {
            Call::Create(path) | Call::Write(path, _) | Call::Sync(path) => Some(path),
            _ => None,
        }) {
            if path == from {
                path.clone_from(to);
            }
        }
    }
    for (what, calls) in [
        ("no sync", no_sync),
        ("no folder sync", no_folder_sync),
        ("no rename", in_place),
    ] {
        tries.count();
        let (ways, losses) = cut_everywhere(&calls);
        tries.expect(!losses.is_empty(), Harm::Wrong, || {
            format!("{what}: nothing is lost in {ways} ways")
        });
    }
}
