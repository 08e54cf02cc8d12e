//! Two programs on one team at once: what one is told to be saved, no other one undoes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ips::{
    agreement::{Agreement, AgreementState},
    profile::{self, Profile},
    tally::Mode,
};

use crate::{
    Case, common,
    kills::{Asking, at_once},
    program::{PROFILE, command, expect, files, folder, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick(
            "eight programs at once change and close the same agreements",
            changed_and_closed,
        ),
        quick("eight programs at once each close one agreement", each_closed),
        quick(
            "an agreement is closed while a profile is corrected",
            during_a_correction,
        ),
        quick(
            "an agreement is closed while the team looks back at it",
            during_a_look_back,
        ),
        quick(
            "an agreement is closed while answers from paper are looked back with",
            during_answers,
        ),
    ]
}

/// A folder with a profile that has so many agreements.
fn team(agreements: usize) -> (tempfile::TempDir, PathBuf) {
    let dir = folder();
    let path = dir.path().join(PROFILE);
    let mut profile = common::profile(Mode::Joint, &["3"; 24]);
    let agreed = (1..=agreements).map(|number| Agreement::new("culture", format!("Afspraak {number}")));
    profile.agreements = agreed.collect();
    fs::write(&path, profile.to_toml()).expect("a profile");
    (dir, path)
}

fn read(path: &Path) -> Profile {
    let text = fs::read_to_string(path).expect("a profile");
    profile::read(PROFILE, &text).expect("a whole profile").profile
}

fn words(words: &str) -> Vec<String> {
    words.split(' ').map(str::to_owned).collect()
}

/// Where all are refused nothing is lost either, but nobody can work.
fn someone_saved(tries: &mut Tries, codes: &[Option<i32>]) {
    tries.expect(codes.contains(&Some(0)), Harm::Wrong, || {
        format!("nobody saved: {codes:?}")
    });
}

/// Four change an agreement, four others close the same: what each saved is there.
fn changed_and_closed(tries: &mut Tries) {
    for _ in 0..tries.times(5, 50) {
        tries.count();
        let (dir, path) = team(4);
        let codes = at_once(dir.path(), |number| match number {
            0..4 => words(&format!("agreements --change={} --who=Ria", number + 1)),
            _ => words(&format!("agreements --done={}", number - 3)),
        });
        let agreements = read(&path).agreements;
        someone_saved(tries, &codes);
        for (number, code) in codes.into_iter().enumerate() {
            let agreement = &agreements[number % 4];
            let is_there = match number {
                0..4 => agreement.who.as_deref() == Some("Ria"),
                _ => agreement.state == AgreementState::Done,
            };
            // One that waited in vain is refused.
            let told = matches!((code, is_there), (Some(0), true) | (Some(1), false));
            tries.expect(told, Harm::Lost, || {
                format!("number {number} ended with {code:?}; saved: {is_there}; {agreements:?}")
            });
        }
        let found = files(dir.path());
        tries.expect(found == [PROFILE], Harm::Wrong, || {
            format!("the folder holds {found:?}")
        });
    }
}

fn each_closed(tries: &mut Tries) {
    for _ in 0..tries.times(10, 200) {
        tries.count();
        let (dir, path) = team(8);
        let codes = at_once(dir.path(), |number| words(&format!("agreements --done={}", number + 1)));
        let agreements = read(&path).agreements;
        someone_saved(tries, &codes);
        let told = codes.iter().zip(&agreements).all(|(code, agreement)| {
            let is_done = agreement.state == AgreementState::Done;
            matches!((code, is_done), (Some(0), true) | (Some(1), false))
        });
        tries.expect(told, Harm::Lost, || {
            format!("they ended with {codes:?}: {agreements:?}")
        });
    }
}

/// The profile is held as long as it is open, so the second is refused.
fn during_a_correction(tries: &mut Tries) {
    for change in ["--done=1", "--change=1 --who=Ria", "--add=Bellen --element=6"] {
        tries.count();
        let (dir, path) = team(1);
        let mut correcting = Asking::start(dir.path(), &["assess", "--reopen"]);
        correcting.wait_for("Een nummer gaat naar die vraag.");
        let before = fs::read(&path).expect("a profile");
        let arguments = words(&format!("agreements {change}"));
        let refused = run(tries, &mut command(dir.path(), &arguments), "");
        expect(tries, &refused, 1, "Een ander venster werkt aan");
        tries.expect(fs::read(&path).is_ok_and(|found| found == before), Harm::Lost, || {
            format!("{change} was refused and saved")
        });
        tries.expect(correcting.end() == Some(0), Harm::Wrong, || {
            "the correction didn't end well".to_owned()
        });
        let again = run(tries, &mut command(dir.path(), &arguments), "");
        tries.expect(again.code == Some(0), Harm::Wrong, || again.stderr.clone());
    }
}

/// A later evening of the team, that looks back.
const LATER: [&str; 8] = [
    "assess",
    "--team",
    "IPS-groep Noord",
    "--mode=joint",
    "--participants=7",
    "--date=2027-03-04",
    "--review",
    "--new",
];

/// Both are saved, and who closes it is told that what the team then says counts.
fn during_a_look_back(tries: &mut Tries) {
    for change in ["--done=1", "--dropped=1 --note=klaar"] {
        tries.count();
        let (dir, path) = team(2);
        let mut evening = Asking::start(dir.path(), &LATER);
        evening.wait_for("Afspraak 1");
        let arguments = words(&format!("agreements {change}"));
        let changed = run(tries, &mut command(dir.path(), &arguments), "");
        expect(tries, &changed, 0, "deze afspraak staat ook in");
        for line in ["1", ""] {
            evening.say(line);
        }
        evening.wait_for("Afspraak 2");
        let _ = evening.kill();
        let closed = read(&path).agreements[0].state;
        tries.expect(closed != AgreementState::Open, Harm::Lost, || {
            format!("{change} was called saved and is {closed:?}")
        });
        let draft = files(dir.path()).into_iter().find(|name| name.ends_with(".draft.toml"));
        let draft = draft.map(|name| read(&dir.path().join(name)).agreements);
        let said = draft
            .as_ref()
            .is_some_and(|agreements| agreements[0].state == AgreementState::Done);
        tries.expect(said, Harm::Lost, || format!("the look back is {draft:?}"));
    }
}

/// There is no draft in which it could be seen: the one that ends last is refused, and can be done again.
fn during_answers(tries: &mut Tries) {
    tries.count();
    let (dir, path) = team(1);
    let paper = "questionnaire = \"six-elements\"\n[answers]\n\"culture.trust\" = 4\n";
    fs::write(dir.path().join("antwoorden.toml"), paper).expect("a file");
    let arguments: Vec<&str> = LATER[..7]
        .iter()
        .copied()
        .chain(["--answers=antwoorden.toml"])
        .collect();
    let mut looking_back = Asking::start(dir.path(), &arguments);
    looking_back.wait_for("Afspraak 1");
    let closed = run(tries, &mut command(dir.path(), ["agreements", "--done=1"]), "");
    expect(tries, &closed, 0, "Bewaard");
    looking_back.say("2");
    let ended = looking_back.end();
    let found = files(dir.path());
    tries.expect(
        ended == Some(1) && found == ["antwoorden.toml", PROFILE],
        Harm::Lost,
        || format!("it ended with {ended:?}, and the folder holds {found:?}"),
    );
    tries.expect(
        read(&path).agreements[0].state == AgreementState::Done,
        Harm::Lost,
        || "what was closed is open".to_owned(),
    );
    let again = run(tries, command(dir.path(), &arguments).arg("--plain"), "");
    tries.expect(again.code == Some(0), Harm::Wrong, || again.stderr.clone());
}
