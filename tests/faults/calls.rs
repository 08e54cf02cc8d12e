//! Each call of a save fails, is cut short, or is the last one before the program is killed.

use std::{
    fs::{self, File},
    io::ErrorKind,
    path::Path,
};

use ips::{
    interview::Ended,
    profile,
    prompt::SaveReply,
    store::{DraftFile, Kind, Saver},
};

use crate::{
    Case,
    common::ANSWERS,
    program::{DRAFT, PROFILE, files, folder},
    quick,
    team::Team,
    tries::{Harm, Tries},
    watched::{Call, Fault, Watched},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a call of a save fails, and the team tries again", fails_once),
        quick("saving fails for good, and the team saves elsewhere", fails_for_good),
        quick("saving fails for good, and the team gives up", given_up),
        quick("a call of a save is cut short or interrupted", cut_short),
        quick("killed at a call of a save, and resumed", killed),
        quick(
            "a call of an export fails, over an old file and without one",
            export_fails,
        ),
    ]
}

/// What a disk can answer.
const REASONS: [ErrorKind; 5] = [
    ErrorKind::StorageFull,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::FileTooLarge,
    ErrorKind::NotFound,
    ErrorKind::Other,
];

/// The elements of a short evening, and of a whole one.
fn elements(tries: &Tries) -> &'static [&'static str] {
    if tries.thorough {
        &[
            "shared-vision",
            "culture",
            "direction",
            "learning-cycle",
            "enabling-system",
            "ecosystem",
        ]
    } else {
        &["shared-vision", "learning-cycle", "enabling-system", "ecosystem"]
    }
}

fn questions(elements: &[&str]) -> usize {
    if elements.len() == 4 { 14 } else { ANSWERS.len() }
}

/// How many calls an evening makes when nothing goes wrong.
fn calls_of(tries: &mut Tries, elements: &[&str]) -> usize {
    let (dir, files) = (folder(), Watched::default());
    let ended = Team::new(tries, &files, dir.path(), SaveReply::GiveUp).meet(elements);
    assert_eq!(ended, Ok(Ended::Complete(dir.path().join(PROFILE))));
    files.made()
}

/// Asserts that the folder holds the whole profile, and nothing but this.
fn expect_profile(tries: &mut Tries, dir: &Path, questions: usize, also: &[&str]) {
    let found = files(dir);
    let mut expected: Vec<&str> = vec![PROFILE];
    expected.extend(also);
    expected.sort_unstable();
    tries.expect(found == expected, Harm::Wrong, || format!("the folder holds {found:?}"));
    let text = fs::read_to_string(dir.join(PROFILE)).unwrap_or_default();
    let given = profile::read(PROFILE, &text).map(|read| (read.profile.given(), !read.profile.agreements.is_empty()));
    tries.expect(given == Ok((questions, true)), Harm::Lost, || {
        format!("the profile holds {given:?}")
    });
}

fn fails_once(tries: &mut Tries) {
    let elements = elements(tries);
    for call in 0..calls_of(tries, elements) {
        for reason in [REASONS[call % 5], REASONS[(call + 2) % 5]] {
            tries.count();
            let (dir, files) = (folder(), Watched::failing(call, Fault::Once(reason)));
            let mut team = Team::new(tries, &files, dir.path(), SaveReply::Again);
            let mut ended = team.meet(elements);
            let told = team.failed;
            if ended.is_err() && call < 5 {
                // Before the first question there is nothing to try again but the program itself.
                ended = Team::new(tries, &files, dir.path(), SaveReply::Again).meet(elements);
            }
            let harmless = matches!(files.failed(), Some(Call::Remove(_)));
            tries.expect(told || harmless, Harm::Lost, || {
                format!("{:?} failed and was called saved", files.failed())
            });
            let complete = Ok(Ended::Complete(dir.path().join(PROFILE)));
            tries.expect(ended == complete, Harm::Lost, || {
                format!("{call} {reason:?}: {ended:?}")
            });
            // A draft that can't be removed stays.
            let also: &[&str] = if harmless { &[DRAFT] } else { &[] };
            expect_profile(tries, dir.path(), questions(elements), also);
        }
    }
}

fn fails_for_good(tries: &mut Tries) {
    let elements = elements(tries);
    // Not the very first save: that one ends the program before the first question.
    for call in 5..calls_of(tries, elements) {
        tries.count();
        let (dir, other) = (folder(), folder());
        let files = Watched::failing(call, Fault::ForGood(ErrorKind::StorageFull));
        let mut team = Team::new(tries, &files, dir.path(), SaveReply::Elsewhere(other.path().to_owned()));
        let ended = team.meet(elements);
        let moved = team.failed;
        let home = if moved { other.path() } else { dir.path() };
        let complete = Ok(Ended::Complete(home.join(PROFILE)));
        tries.expect(ended == complete, Harm::Lost, || format!("{call}: {ended:?}"));
        let also: &[&str] = if moved { &[] } else { &[DRAFT] };
        expect_profile(tries, home, questions(elements), also);
    }
}

fn given_up(tries: &mut Tries) {
    let elements = elements(tries);
    for call in 0..calls_of(tries, elements) - 1 {
        tries.count();
        let dir = folder();
        let files = Watched::failing(call, Fault::ForGood(ErrorKind::StorageFull));
        let mut team = Team::new(tries, &files, dir.path(), SaveReply::GiveUp);
        let ended = team.meet(elements);
        let failed = team.failed;
        tries.expect(ended.is_err() && failed, Harm::Lost, || {
            format!("{call}: {ended:?} though nothing was saved")
        });
        let mut found = self::files(dir.path());
        if matches!(files.failed(), Some(Call::Remove(_))) {
            // A profile that was in place but not synced could not be taken back.
            found.retain(|name| name != PROFILE);
        }
        let allowed = found.is_empty() || found == [DRAFT];
        tries.expect(allowed, Harm::Wrong, || format!("{call}: the folder holds {found:?}"));
    }
}

fn cut_short(tries: &mut Tries) {
    let elements = elements(tries);
    for call in 0..calls_of(tries, elements) {
        for fault in [Fault::Short, Fault::Once(ErrorKind::Interrupted)] {
            let (dir, files) = (folder(), Watched::failing(call, fault));
            let mut team = Team::new(tries, &files, dir.path(), SaveReply::Again);
            let ended = team.meet(elements);
            if fault != Fault::Short && !matches!(files.failed(), Some(Call::Write(..))) {
                // Only a write may be tried again without a word.
                continue;
            }
            let told = team.failed;
            tries.count();
            let complete = Ok(Ended::Complete(dir.path().join(PROFILE)));
            tries.expect(ended == complete && !told, Harm::Lost, || {
                format!("{call} {fault:?}: {ended:?}")
            });
            expect_profile(tries, dir.path(), questions(elements), &[]);
        }
    }
}

fn killed(tries: &mut Tries) {
    let elements = elements(tries);
    for call in 0..calls_of(tries, elements) {
        tries.count();
        let (dir, files) = (folder(), Watched::failing(call, Fault::Stop));
        let ended = Team::new(tries, &files, dir.path(), SaveReply::GiveUp).meet(elements);
        files.leave_temporary_files();
        let path = dir.path().join(DRAFT);
        // A killed program leaves its lock, which nobody holds any more.
        File::create(path.with_extension("lock")).expect("a lock");
        let acknowledged = files.calls().into_iter().rev().find_map(|call| match call {
            Call::Saved(_, text) => Some(text),
            _ => None,
        });
        let again = Watched::default();
        let mut team = Team::new(tries, &again, dir.path(), SaveReply::GiveUp);
        if path.exists() {
            let text = fs::read_to_string(&path).expect("the draft");
            let draft = DraftFile::open(&again, path).expect("nobody holds it");
            let left = self::files(dir.path());
            let read = profile::read(DRAFT, &text).expect("a whole draft").profile;
            let resumed = team.go_on(draft, read.clone());
            tries.expect(!left.iter().any(|name| name.ends_with(".tmp")), Harm::Wrong, || {
                format!("{call}: {left:?} stays")
            });
            if let Some(acknowledged) = acknowledged {
                let before = profile::read(DRAFT, &acknowledged).expect("a draft").profile;
                let kept = before.given() <= read.given() && before.agreements.len() <= read.agreements.len();
                tries.expect(kept, Harm::Lost, || format!("{call}: an answer is gone"));
            }
            let complete = matches!(&resumed, Ok(Ended::Complete(_)));
            tries.expect(complete, Harm::Lost, || format!("{call}: {ended:?}, then {resumed:?}"));
        } else {
            let nothing = acknowledged.is_none();
            let _ = team.meet(elements).expect("another evening");
            tries.expect(nothing, Harm::Lost, || format!("{call}: the draft is gone"));
        }
        let found = self::files(dir.path());
        tries.expect(found == [PROFILE], Harm::Wrong, || {
            format!("{call}: the folder holds {found:?}")
        });
        expect_answers(tries, &dir.path().join(PROFILE), questions(elements));
    }
}

fn expect_answers(tries: &mut Tries, path: &Path, questions: usize) {
    let text = fs::read_to_string(path).unwrap_or_default();
    let given = profile::read(PROFILE, &text).map(|read| read.profile.given());
    tries.expect(given == Ok(questions), Harm::Lost, || {
        format!("{path:?} holds {given:?}")
    });
}

fn export_fails(tries: &mut Tries) {
    let (old, new) = ("# Oud verslag\n", "# Nieuw verslag\n\nmeer\n");
    for over in [false, true] {
        for call in 0..6 {
            for reason in REASONS {
                let (dir, files) = (folder(), Watched::failing(call, Fault::Once(reason)));
                let path = dir.path().join("verslag.md");
                if over {
                    fs::write(&path, old).expect("an old file");
                }
                let saver = Saver::new(files.clone());
                let save = || {
                    if over {
                        saver.save(&path, new, Kind::Ordinary).map(|()| true)
                    } else {
                        saver.save_unless_there(&path, new, Kind::Ordinary)
                    }
                };
                let saved = save();
                let Some(failed) = files.failed() else { continue };
                tries.count();
                tries.expect(saved.is_err(), Harm::Lost, || {
                    format!("{failed:?} failed and was called saved")
                });
                let found = fs::read_to_string(&path).unwrap_or_default();
                let as_it_was = found == if over { old } else { "" };
                let only_unsynced = over && failed == Call::SyncFolder && found == new;
                tries.expect(as_it_was || only_unsynced, Harm::Lost, || {
                    format!("{failed:?} left {found:?}")
                });
                let names = self::files(dir.path());
                let clean = names.iter().all(|name| name == "verslag.md");
                tries.expect(clean, Harm::Wrong, || format!("{failed:?} left {names:?}"));
                let again = save();
                let found = fs::read_to_string(&path).unwrap_or_default();
                tries.expect(again == Ok(true) && found == new, Harm::Wrong, || {
                    format!("{failed:?}: {again:?} again")
                });
            }
        }
    }
}
