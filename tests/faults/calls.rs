//! Each call of a save fails, is cut short, or is the last one before the program is killed.

use std::{
    fs::{self, File},
    io::ErrorKind,
    path::Path,
};

use ips::{
    interview::Ended,
    lang::Lang,
    profile::{self, Profile},
    prompt::SaveReply,
    store::{DraftFile, Privacy, Saver},
};

use crate::{
    Case,
    program::{DRAFT, PROFILE, files, folder},
    quick,
    team::{ELEMENTS, Team, saved_profile},
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
            "a call of a correction fails, and the team tries again",
            correction_fails,
        ),
        quick(
            "a correction is killed or given up at any call, and made again",
            correction_ends,
        ),
        quick(
            "a call of an export fails, over an old file and without one",
            export_fails,
        ),
    ]
}

/// What a disk can answer. Not as many as a save has calls, so that each call gets each answer in turn.
const REASONS: [ErrorKind; 7] = [
    ErrorKind::StorageFull,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::FileTooLarge,
    ErrorKind::NotFound,
    ErrorKind::Other,
    ErrorKind::PermissionDenied,
    ErrorKind::Unsupported,
];

/// The elements of a short evening, and of a whole one.
fn elements(tries: &Tries) -> &'static [&'static str] {
    match tries.thorough {
        true => &ELEMENTS,
        false if cfg!(windows) => &["shared-vision", "ecosystem"],
        false => &["shared-vision", "learning-cycle", "enabling-system", "ecosystem"],
    }
}

/// An evening on which nothing goes wrong.
struct Undisturbed {
    calls: Vec<Call>,
    /// How many calls the first save makes, before the first question.
    first_save: usize,
    /// The call that removes the draft; what comes after it is saved in the profile.
    removed: usize,
    /// Everything that was saved, in order.
    saved: Vec<String>,
    /// The profile's file.
    profile: String,
}

fn undisturbed(tries: &mut Tries, elements: &[&str]) -> Undisturbed {
    let (dir, files) = (folder(), Watched::default());
    let ended = Team::new(tries, &files, dir.path(), SaveReply::GiveUp).meet(elements);
    assert_eq!(ended, Ok(Ended::Complete));
    let mut calls = files.calls();
    let saved = texts(&calls);
    calls.retain(|call| !matches!(call, Call::Saved(..)));
    let removed = calls.iter().position(|call| matches!(call, Call::Remove(_)));
    let synced = calls.iter().position(|call| *call == Call::SyncFolder);
    let profile = fs::read_to_string(dir.path().join(PROFILE)).expect("the profile");
    assert!(
        profile.contains("Elke maand bellen") && profile.contains("gezellig"),
        "an agreement and a look back are among what is saved"
    );
    Undisturbed {
        first_save: 1 + synced.expect("a save"),
        removed: removed.expect("the draft's end"),
        calls,
        saved,
        profile,
    }
}

/// The texts that the team counts on, in order.
fn texts(calls: &[Call]) -> Vec<String> {
    let texts = calls.iter().filter_map(|call| match call {
        Call::Saved(_, text) => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

/// Asserts that the folder holds the same profile as without faults, and nothing but this.
fn expect_profile(tries: &mut Tries, dir: &Path, profile: &str, also: &[&str]) {
    let found = files(dir);
    let mut expected: Vec<&str> = vec![PROFILE];
    expected.extend(also);
    expected.sort_unstable();
    tries.expect(found == expected, Harm::Wrong, || format!("the folder holds {found:?}"));
    let text = fs::read_to_string(dir.join(PROFILE)).unwrap_or_default();
    tries.expect(text == profile, Harm::Lost, || format!("the profile is {text:?}"));
}

/// Whether some disks answer so to a call that they can do without.
fn goes_on_without(call: &Call, reason: ErrorKind) -> bool {
    let denied = reason == ErrorKind::PermissionDenied;
    match call {
        Call::Sync(_) => reason == ErrorKind::Unsupported,
        Call::Mode | Call::SyncFolder => denied || reason == ErrorKind::Unsupported,
        Call::Place(..) => cfg!(unix) && (denied || reason == ErrorKind::Unsupported),
        _ => false,
    }
}

fn fails_once(tries: &mut Tries) {
    let elements = elements(tries);
    let whole = undisturbed(tries, elements);
    for call in 0..whole.calls.len() {
        for reason in [REASONS[call % 7], REASONS[(call + 3) % 7]] {
            tries.count();
            let (dir, files) = (folder(), Watched::failing(call, Fault::Once(reason)));
            let mut team = Team::new(tries, &files, dir.path(), SaveReply::Again);
            let mut ended = team.meet(elements);
            let told = team.failed;
            if ended.is_err() && call < whole.first_save {
                // Before the first question there is nothing to try again but the program itself.
                ended = Team::new(tries, &files, dir.path(), SaveReply::Again).meet(elements);
            }
            let stays = matches!(files.failed(), Some(Call::Remove(_)));
            let goes_on = files.failed().is_some_and(|call| goes_on_without(&call, reason));
            let harmless = stays || goes_on;
            let remarks = files.remarks();
            tries.expect(remarks.len() == usize::from(harmless), Harm::Wrong, || {
                format!("{:?} {reason:?} is told as {remarks:?}", files.failed())
            });
            tries.expect(told != harmless, Harm::Lost, || {
                format!("{:?} {reason:?}: told is {told}", files.failed())
            });
            tries.expect(ended == Ok(Ended::Complete), Harm::Lost, || {
                format!("{call} {reason:?}: {ended:?}")
            });
            // A draft that can't be removed stays.
            expect_profile(tries, dir.path(), &whole.profile, if stays { &[DRAFT] } else { &[] });
        }
    }
}

fn fails_for_good(tries: &mut Tries) {
    let elements = elements(tries);
    let whole = undisturbed(tries, elements);
    // The very first save ends the program before the first question.
    for call in whole.first_save..whole.calls.len() {
        tries.count();
        let (dir, other) = (folder(), folder());
        let files = Watched::failing(call, Fault::ForGood(ErrorKind::StorageFull));
        let mut team = Team::new(tries, &files, dir.path(), SaveReply::Elsewhere(other.path().to_owned()));
        let ended = team.meet(elements);
        let (moved, kept) = (team.failed, team.kept);
        let complete = ended == Ok(Ended::Complete) && moved && kept == other.path().join(PROFILE);
        let remarks = files.remarks();
        let said = remarks.iter().map(|remark| remark.text(Lang::Nl)).collect::<String>();
        let left = if call < whole.removed { DRAFT } else { PROFILE };
        let left = format!("staat ook nog in {}", dir.path().join(left).display());
        // A draft that can't be removed is told too.
        let told = 1 + usize::from(call == whole.removed);
        tries.expect(remarks.len() == told && said.contains(&left), Harm::Wrong, || {
            format!("{call}: of what stays is told {said:?}")
        });
        tries.expect(complete, Harm::Lost, || format!("{call}: {ended:?} in {kept:?}"));
        expect_profile(tries, other.path(), &whole.profile, &[]);
    }
}

fn given_up(tries: &mut Tries) {
    let elements = elements(tries);
    let whole = undisturbed(tries, elements);
    for call in 0..whole.calls.len() {
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
        let not_taken_back = matches!(files.failed(), Some(Call::Remove(_)));
        if not_taken_back {
            // The profile was in place but not synced, and could not be removed.
            found.retain(|name| name != PROFILE);
        }
        let expected: &[&str] = match call {
            _ if call < whole.first_save && !not_taken_back => &[],
            _ if call < whole.removed => &[DRAFT],
            // A draft that can't be removed stays.
            _ if call == whole.removed => &[DRAFT, PROFILE],
            _ => &[PROFILE],
        };
        tries.expect(found == expected, Harm::Wrong, || {
            format!("{call}: the folder holds {found:?}")
        });
    }
}

fn cut_short(tries: &mut Tries) {
    let elements = elements(tries);
    let whole = undisturbed(tries, elements);
    let writes = (0..)
        .zip(&whole.calls)
        .filter(|(_, call)| matches!(call, Call::Write(..)));
    for (call, _) in writes {
        for fault in [Fault::Short, Fault::Once(ErrorKind::Interrupted)] {
            tries.count();
            let (dir, files) = (folder(), Watched::failing(call, fault));
            let mut team = Team::new(tries, &files, dir.path(), SaveReply::GiveUp);
            let ended = team.meet(elements);
            let happened = matches!(files.failed(), Some(Call::Write(..)));
            tries.expect(happened, Harm::Wrong, || format!("{call} {fault:?} didn't happen"));
            tries.expect(ended == Ok(Ended::Complete), Harm::Lost, || {
                format!("{call} {fault:?}: {ended:?}")
            });
            expect_profile(tries, dir.path(), &whole.profile, &[]);
        }
    }
}

fn killed(tries: &mut Tries) {
    let elements = elements(tries);
    let whole = undisturbed(tries, elements);
    for call in 0..whole.calls.len() {
        tries.count();
        let (dir, files) = (folder(), Watched::failing(call, Fault::Stop));
        let ended = Team::new(tries, &files, dir.path(), SaveReply::GiveUp).meet(elements);
        files.leave_temporary_files();
        let (draft, profile) = (dir.path().join(DRAFT), dir.path().join(PROFILE));
        let acknowledged = texts(&files.calls()).pop();
        let again = Watched::default();
        let mut team = Team::new(tries, &again, dir.path(), SaveReply::GiveUp);
        if draft.exists() {
            // A killed program leaves its lock, which nobody holds any more.
            File::create(draft.with_extension("toml.lock")).expect("a lock");
            let text = fs::read_to_string(&draft).expect("the draft");
            let file = DraftFile::open(&again, draft).expect("nobody holds it");
            let left = self::files(dir.path());
            let read = profile::read(DRAFT, &text).expect("a whole draft").profile;
            let resumed = team.go_on(file, read.clone());
            tries.expect(!left.iter().any(|name| name.ends_with(".tmp")), Harm::Wrong, || {
                format!("{call}: {left:?} stays")
            });
            if let Some(acknowledged) = acknowledged {
                let before = profile::read(DRAFT, &acknowledged).expect("a draft").profile;
                tries.expect(holds(&read, &before), Harm::Lost, || {
                    format!("{call}: something acknowledged is gone")
                });
            }
            tries.expect(resumed == Ok(Ended::Complete), Harm::Lost, || {
                format!("{call}: {ended:?}, then {resumed:?}")
            });
            expect_profile(tries, dir.path(), &whole.profile, &[]);
        } else if profile.exists() {
            File::create(profile.with_extension("toml.lock")).expect("a lock");
            let found = fs::read_to_string(&profile).expect("the profile");
            let place = |text: &String| whole.saved.iter().position(|saved| saved == text);
            let kept = place(&found).is_some_and(|found| Some(found) >= acknowledged.as_ref().and_then(place));
            let reopened = team.reopen();
            tries.expect(kept && reopened == Ok(Ended::Complete), Harm::Lost, || {
                format!("{call}: {reopened:?}, and before it {found:?}")
            });
            // What was left halfway is made whole; that it was corrected since is said.
            let said = format!("corrected = {}\n", saved_profile().date);
            let text = fs::read_to_string(&profile).unwrap_or_default().replacen(&said, "", 1);
            tries.expect(text == whole.profile, Harm::Lost, || format!("{call}: {text:?}"));
            let left = self::files(dir.path());
            tries.expect(left == [PROFILE], Harm::Wrong, || format!("{call}: {left:?} stays"));
        } else {
            let nothing = acknowledged.is_none();
            let _ = team.meet(elements).expect("another evening");
            tries.expect(nothing, Harm::Lost, || format!("{call}: the draft is gone"));
            expect_profile(tries, dir.path(), &whole.profile, &[]);
        }
    }
}

/// A folder with a saved profile, which a team opens again on this file system.
fn corrected(
    tries: &mut Tries,
    files: &Watched,
    reply: SaveReply,
) -> (tempfile::TempDir, Result<Ended, ips::fault::Fault>, bool) {
    let dir = folder();
    fs::write(dir.path().join(PROFILE), saved_profile().to_toml()).expect("a profile");
    let mut team = Team::new(tries, files, dir.path(), reply);
    let ended = team.reopen();
    let failed = team.failed;
    (dir, ended, failed)
}

/// A correction on which nothing goes wrong: its calls, and everything that was saved, in order.
fn undisturbed_correction(tries: &mut Tries) -> (usize, Vec<String>) {
    let files = Watched::default();
    let (dir, ended, _) = corrected(tries, &files, SaveReply::GiveUp);
    assert_eq!(ended, Ok(Ended::Complete));
    expect_profile(tries, dir.path(), &files.last_saved(), &[]);
    let mut calls = files.calls();
    let saved = texts(&calls);
    calls.retain(|call| !matches!(call, Call::Saved(..)));
    assert!(saved.len() > 8 && saved[0] == saved_profile().to_toml());
    (calls.len(), saved)
}

fn correction_fails(tries: &mut Tries) {
    let (calls, saved) = undisturbed_correction(tries);
    let whole = saved.last().expect("a profile");
    for call in 0..calls {
        for fault in [
            Fault::Once(REASONS[call % 5]),
            Fault::Once(ErrorKind::PermissionDenied),
            Fault::Short,
        ] {
            tries.count();
            let files = Watched::failing(call, fault);
            let (dir, ended, told) = corrected(tries, &files, SaveReply::Again);
            let harmless = match fault {
                Fault::Once(reason) => files.failed().is_some_and(|call| goes_on_without(&call, reason)),
                _ => true,
            };
            tries.expect(told != harmless && ended == Ok(Ended::Complete), Harm::Lost, || {
                format!("{call} {fault:?}: {ended:?}, told is {told}")
            });
            expect_profile(tries, dir.path(), whole, &[]);
        }
    }
}

/// Before or after a change, but whole; and what is left to correct is corrected then.
fn correction_ends(tries: &mut Tries) {
    let (calls, saved) = undisturbed_correction(tries);
    let place = |text: &String| saved.iter().position(|known| known == text);
    for call in 0..calls {
        for fault in [Fault::Stop, Fault::ForGood(ErrorKind::StorageFull)] {
            tries.count();
            let files = Watched::failing(call, fault);
            let (dir, ended, _) = corrected(tries, &files, SaveReply::GiveUp);
            tries.expect(ended.is_err(), Harm::Lost, || format!("{call} {fault:?}: {ended:?}"));
            files.leave_temporary_files();
            let path = dir.path().join(PROFILE);
            let found = fs::read_to_string(&path).unwrap_or_default();
            let acknowledged = texts(&files.calls()).pop().as_ref().and_then(place);
            let kept = place(&found).is_some_and(|found| Some(found) >= acknowledged);
            tries.expect(kept, Harm::Lost, || format!("{call} {fault:?}: {found:?}"));
            File::create(path.with_extension("toml.lock")).expect("a lock");
            let again = Team::new(tries, &Watched::default(), dir.path(), SaveReply::GiveUp).reopen();
            tries.expect(again == Ok(Ended::Complete), Harm::Lost, || {
                format!("{call}: {again:?}")
            });
            expect_profile(tries, dir.path(), saved.last().expect("a profile"), &[]);
        }
    }
}

/// Whether a draft has everything that an earlier one has.
fn holds(later: &Profile, earlier: &Profile) -> bool {
    let mut places = earlier.questionnaire.places();
    let kept = places.all(|at| {
        let (before, after) = (earlier.response(at), later.response(at));
        (before.tally.is_none() || before.tally == after.tally) && (before.note.is_none() || before.note == after.note)
    });
    // An agreement of an earlier evening changes when the team looks back at it.
    let looked_back = earlier.state.followed_up();
    let agreed = earlier.agreements.iter().zip(&later.agreements).enumerate();
    let kept = kept && earlier.agreements.len() <= later.agreements.len();
    kept && agreed.into_iter().all(|(index, (before, after))| {
        before == after || index >= looked_back && before.is_carried_over() && before.what == after.what
    })
}

fn export_fails(tries: &mut Tries) {
    let (old, new) = ("# Oud verslag\n", "# Nieuw verslag\n\nmeer\n");
    for over in [false, true] {
        for call in 0..6 {
            for reason in &REASONS[..5] {
                let (dir, files) = (folder(), Watched::failing(call, Fault::Once(*reason)));
                let path = dir.path().join("verslag.md");
                if over {
                    fs::write(&path, old).expect("an old file");
                }
                let saver = Saver::new(files.clone());
                let save = || {
                    if over {
                        saver.save(&path, new, Privacy::Ordinary).map(|()| true)
                    } else {
                        saver.save_unless_there(&path, new, Privacy::Ordinary)
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
