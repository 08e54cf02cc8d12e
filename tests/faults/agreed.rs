//! Agreements that are added and changed after a meeting: killed, refused by the disk, several at once, and hostile texts.

use std::{
    fs::{self, File},
    io::ErrorKind,
    path::{Path, PathBuf},
    process::Stdio,
    thread,
    time::Duration,
};

use ips::{
    agreement::{Agreement, AgreementState, Due},
    profile::{self, Profile},
    store::ProfileFile,
    tally::Mode,
};

use crate::{
    Case, common,
    hostile::some,
    kills::at_once,
    program::{PROFILE, command, expect, files, folder, run, start},
    quick,
    tries::{Harm, Tries},
    watched::{Call, Fault, Watched},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a call of a change in a profile fails, and it is tried again", fails),
        quick("killed at a call of a change in a profile", killed),
        quick("killed 0 to 20 ms after an agreement is added", killed_for_real),
        quick("eight programs change one team's agreements at once", many_at_once),
        quick("a hostile text in an agreement that is added or changed", texts),
    ]
}

/// A folder with a profile that has so many agreements.
fn team(agreements: usize) -> (tempfile::TempDir, PathBuf, Profile) {
    let dir = folder();
    let path = dir.path().join(PROFILE);
    let mut profile = common::profile(Mode::Joint, &["3"; 24]);
    let agreed = (1..=agreements).map(|number| Agreement::new("culture", format!("Afspraak {number}")));
    profile.agreements = agreed.collect();
    fs::write(&path, profile.to_toml()).expect("a profile");
    (dir, path, profile)
}

/// The same with one agreement more.
fn with_one_more(profile: &Profile) -> Profile {
    let mut more = profile.clone();
    more.agreements.push(Agreement::new("ecosystem", "Elke maand bellen"));
    more
}

fn read(path: &Path) -> Option<Profile> {
    let text = fs::read_to_string(path).ok()?;
    profile::read(PROFILE, &text).ok().map(|loaded| loaded.profile)
}

/// Checks that nothing but the profile is in the folder.
fn nothing_left(tries: &mut Tries, what: &str, dir: &Path) {
    let found = files(dir);
    tries.expect(found == [PROFILE], Harm::Wrong, || {
        format!("{what}: the folder holds {found:?}")
    });
}

fn fails(tries: &mut Tries) {
    for call in 0.. {
        let mut happened = false;
        for reason in [ErrorKind::StorageFull, ErrorKind::ReadOnlyFilesystem, ErrorKind::Other] {
            let (dir, path, before) = team(1);
            let files = Watched::failing(call, Fault::Once(reason));
            let (mut file, _) = ProfileFile::open(&files, &path).expect("it opens");
            let more = with_one_more(&before);
            let saved = file.save(&more);
            let Some(failed) = files.failed() else { continue };
            happened = true;
            tries.count();
            tries.expect(saved.is_err(), Harm::Lost, || {
                format!("{failed:?} failed and was called saved")
            });
            let found = fs::read_to_string(&path).unwrap_or_default();
            let only_unsynced = failed == Call::SyncFolder && found == more.to_toml();
            tries.expect(found == before.to_toml() || only_unsynced, Harm::Lost, || {
                format!("{failed:?} left {found:?}")
            });
            tries.expect(file.save(&more) == Ok(true), Harm::Wrong, || {
                format!("{failed:?}: not possible again")
            });
            drop(file);
            tries.expect(read(&path) == Some(more), Harm::Lost, || {
                format!("{failed:?}: not saved")
            });
            nothing_left(tries, "after a failure", dir.path());
        }
        if !happened {
            break;
        }
    }
}

fn killed(tries: &mut Tries) {
    for call in 0.. {
        let (dir, path, before) = team(1);
        let files = Watched::failing(call, Fault::Stop);
        let (mut file, _) = ProfileFile::open(&files, &path).expect("it opens");
        let more = with_one_more(&before);
        let _ = file.save(&more);
        drop(file);
        if !files.stopped() {
            break;
        }
        tries.count();
        files.leave_temporary_files();
        // A killed program leaves its lock, which nobody holds any more.
        File::create(path.with_extension("toml.lock")).expect("a lock");
        let found = read(&path);
        tries.expect(
            found.as_ref().is_some_and(|found| [&before, &more].contains(&found)),
            Harm::Lost,
            || format!("call {call}: the profile is {found:?}"),
        );
        let again = run(tries, &mut command(dir.path(), ["agreements", "--done=1"]), "");
        expect(tries, &again, 0, "Bewaard");
        nothing_left(tries, "after a kill", dir.path());
    }
}

fn killed_for_real(tries: &mut Tries) {
    let times = tries.times(20, 400);
    for time in 0..times {
        tries.count();
        let (dir, path, before) = team(1);
        let arguments = [
            "agreements",
            "--date=2026-11-21",
            "--add=Elke maand bellen",
            "--element=6",
        ];
        let mut adding = command(dir.path(), arguments);
        adding.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = start(&mut adding);
        thread::sleep(Duration::from_micros(time * 1_300 % 20_100));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let found = read(&path);
        let whole = found == Some(before.clone()) || found == Some(with_one_more(&before));
        tries.expect(whole, Harm::Lost, || format!("the profile is {found:?}"));
        let again = run(tries, &mut command(dir.path(), ["agreements", "--done=1"]), "");
        expect(tries, &again, 0, "Bewaard");
        nothing_left(tries, "after a kill", dir.path());
    }
}

/// Four close an agreement and four add one: whoever was told that it is saved finds it there.
fn many_at_once(tries: &mut Tries) {
    for _ in 0..tries.times(5, 50) {
        tries.count();
        let (dir, path, _) = team(4);
        let arguments = |number: usize| {
            let words = match number {
                0..4 => format!("agreements --done={}", number + 1),
                _ => format!("agreements --element=6 --add=Erbij-{number}"),
            };
            words.split(' ').map(str::to_owned).collect()
        };
        let codes = at_once(dir.path(), arguments);
        let agreements = read(&path).map(|profile| profile.agreements).unwrap_or_default();
        for (number, code) in codes.into_iter().enumerate() {
            let is_there = match number {
                0..4 => agreements[number].state == AgreementState::Done,
                _ => agreements
                    .iter()
                    .any(|agreement| agreement.what == format!("Erbij-{number}")),
            };
            // One that waited in vain is refused.
            let told = matches!((code, is_there), (Some(0), true) | (Some(1), false));
            tries.expect(told, Harm::Lost, || {
                format!("number {number} ended with {code:?}; saved: {is_there}; {agreements:?}")
            });
        }
        nothing_left(tries, "after eight programs", dir.path());
    }
}

/// What is typed behind the flags is in the profile, exactly but for the white space around it, or is refused.
fn texts(tries: &mut Tries) {
    for text in some(tries, 4) {
        tries.count();
        let (dir, path, before) = team(1);
        // An argument can hold no NUL.
        let text = text.replace('\0', "␀");
        let flag = |flag: &str| format!("--{flag}={text}");
        let fits = (1..=profile::NOTE_CHARS).contains(&text.trim().chars().count());
        let due = Due::typed(&text, before.date);
        let code = if fits && due.is_ok() { 0 } else { 2 };
        let expected = Agreement {
            who: Some(text.trim().to_owned()),
            due: due.ok(),
            ..Agreement::new("culture", text.trim())
        };
        let words = ["agreements", "--date=2026-11-21", "--element=2"].map(str::to_owned);
        for which in ["add", "what"] {
            let mut adding = command(dir.path(), &words);
            adding.args([flag(which), flag("who"), flag("due")]);
            if which == "what" {
                adding.arg("--change=1");
            }
            let ran = run(tries, &mut adding, "");
            // The second says what the first made already.
            let code = if which == "what" && code == 0 { 1 } else { code };
            expect(tries, &ran, code, "");
        }
        let agreements = read(&path).map(|profile| profile.agreements);
        let added = if code == 0 { vec![expected] } else { Vec::new() };
        let expected = [before.agreements.clone(), added].concat();
        tries.expect(agreements == Some(expected), Harm::Lost, || {
            format!("{text:?} became {agreements:?}")
        });
        for which in ["element", "change", "done"] {
            let ran = run(
                tries,
                command(dir.path(), ["agreements", "--who=x"]).arg(flag(which)),
                "",
            );
            tries.expect(ran.code != Some(0), Harm::Wrong, || format!("--{which} {text:?}"));
        }
        nothing_left(tries, "after a hostile text", dir.path());
    }
}
