//! A profile that is shared outside the team, with the built program: how it is made, what reads it, and that it is no meeting
//! of the team beside what it was made of.

use std::{fs, path::Path};

use ips::{
    profile::{self, Profile},
    render::Document,
    tally::Mode,
};

use crate::{
    common::{self, PROFILE, files, panicked},
    program::ips,
};

const SHARED: &str = "deel.toml";

/// Answers of every kind: with many numbers, with few, with too few, and without a score.
const ANSWERS: [&str; 7] = ["3445234", "344?5-4", "1115555", "?????34", "----333", "3333", "4444444"];

fn own() -> Profile {
    let answers: Vec<&str> = ANSWERS.into_iter().cycle().take(24).collect();
    let mut profile = common::profile(Mode::Ballots, &answers);
    profile.functions = Some("wijkagent".into());
    profile.response_mut((0, 0)).note = Some("Dat vond de wijkagent".into());
    profile
}

/// A folder with the team's own profile, and what was made of it to be shared.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(PROFILE), own().to_toml()).unwrap();
    said(dir.path(), &["export", "--share", "-o", SHARED]);
    dir
}

/// What a command that did what was asked says, and what it says beside that.
fn said(dir: &Path, arguments: &[&str]) -> (String, String) {
    let assert = ips(dir).args(arguments).assert().success();
    let output = assert.get_output();
    let [out, told] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert!(!panicked(&told), "{told}");
    (out, told)
}

/// Why a command refuses.
fn refused(dir: &Path, arguments: &[&str]) -> String {
    let assert = ips(dir).args(arguments).assert().failure();
    let told = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    assert!(!panicked(&told), "{told}");
    told
}

#[test]
fn it_is_what_is_shared_of_the_profile_and_the_profile_stays() {
    let dir = folder();
    let text = fs::read_to_string(dir.path().join(SHARED)).unwrap();
    assert_eq!(text, own().to_share().unwrap().to_toml());
    assert!(!text.contains("wijkagent") && !text.contains("votes"), "{text}");
    assert_eq!(fs::read_to_string(dir.path().join(PROFILE)).unwrap(), own().to_toml());
    // Once more it is the same, also made of itself.
    said(dir.path(), &["export", "--share", "-o", SHARED, "--force"]);
    said(dir.path(), &["export", SHARED, "--share", "-o", "nog-een.toml"]);
    for name in [SHARED, "nog-een.toml"] {
        assert_eq!(fs::read_to_string(dir.path().join(name)).unwrap(), text);
    }
}

#[test]
fn every_command_reads_it_alone_and_none_counts_it_beside_its_profile() {
    let dir = folder();
    let alone = tempfile::tempdir().unwrap();
    fs::copy(dir.path().join(SHARED), alone.path().join(SHARED)).unwrap();
    let without = tempfile::tempdir().unwrap();
    fs::copy(dir.path().join(PROFILE), without.path().join(PROFILE)).unwrap();
    let forms = Document::report().ids(ips::lang::Lang::Nl);
    let forms = forms.split(|c: char| !c.is_ascii_alphanumeric()).filter(|form| {
        let binary = ["png", "docx", "odt", "xlsx", "ods"];
        ips(alone.path())
            .args(["export", "--format", form])
            .output()
            .is_ok_and(|output| output.status.success() && !binary.contains(form))
    });
    let mut commands: Vec<Vec<&str>> = forms.map(|form| vec!["export", "--format", form]).collect();
    assert!(commands.len() >= 5, "{commands:?}");
    commands.extend(
        [
            &["show"][..],
            &["show", "--explain"],
            &["show", "--plain"],
            &["show", "--json"],
            &["trend"],
            &["trend", "--json"],
            &["agenda", "--date", "2027-06-01"],
            &["card"],
            &["overview", "--json"],
            &["overview", "."],
            &["export", "."],
        ]
        .map(<[&str]>::to_vec),
    );
    for arguments in commands {
        let (out, told) = said(alone.path(), &arguments);
        assert!(!out.is_empty() && told.is_empty(), "{arguments:?}: {told}");
        let (out, _) = said(without.path(), &arguments);
        let (out_beside, told) = said(dir.path(), &arguments);
        let copies = |text: &str| text.replace("\"copies\": 1", "\"copies\": 0");
        assert_eq!(copies(&out_beside), out, "{arguments:?}");
        assert!(told.lines().count() <= 1, "{arguments:?}: {told}");
    }
    said(dir.path(), &["diff", PROFILE, SHARED, "--explain"]);
    let (sound, _) = said(dir.path(), &["check", SHARED]);
    assert!(sound.contains("in orde"), "{sound}");
    let (told, _) = said(alone.path(), &["show", "--plain"]);
    assert!(told.contains("Gedeeld profiel"), "{told}");
    let (rows, _) = said(alone.path(), &["export", "."]);
    let row = rows.lines().nth(1).unwrap();
    assert!(row.contains(",scored,3.571429,7,,,,,,,,,,,,,,,,false,,false"), "{row}");
}

#[test]
fn whoever_few_took_part_hear_why_and_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let few = Profile {
        participants: 4,
        ..common::profile(Mode::Tally, &["3333"; 24])
    };
    fs::write(dir.path().join(PROFILE), few.to_toml()).unwrap();
    let told = refused(dir.path(), &["export", "--share", "-o", SHARED]);
    assert!(told.contains("4 deelnemers. Delen kan vanaf 5"), "{told}");
    assert_eq!(files(dir.path()), [PROFILE]);
    let joint = Profile {
        participants: 2,
        ..common::profile(Mode::Joint, &["3"; 24])
    };
    fs::write(dir.path().join(PROFILE), joint.to_toml()).unwrap();
    let (_, told) = said(dir.path(), &["export", "--share", "-o", SHARED]);
    assert_eq!(told, "Bewaard: deel.toml\n");
    let text = fs::read_to_string(dir.path().join(SHARED)).unwrap();
    assert_eq!(
        profile::read("x.toml", &text).unwrap().profile.responses,
        joint.responses
    );
}

#[test]
fn its_name_is_none_of_the_teams_own_and_it_takes_the_place_of_nothing_else() {
    let dir = folder();
    let answers = "questionnaire = \"six-elements\"\n[answers]\n";
    fs::write(dir.path().join("antwoorden.toml"), answers).unwrap();
    fs::write(dir.path().join("onze avond.toml"), own().to_toml()).unwrap();
    let before = files(dir.path());
    for (name, why) in [
        (PROFILE, "naam voor een profiel van het team zelf"),
        (
            "ips-groep-noord-2026-11-21-2.toml",
            "ips-groep-noord-2026-11-21-2-gedeeld.toml",
        ),
        ("Noord-2026-01-01.TOML", "naam voor een profiel"),
        ("noord-2026-11-21.draft.toml", "naam voor een profiel"),
        ("deel.html", "eindigt"),
        ("deel", "eindigt"),
        ("antwoorden.toml", "waar ips mee werkt"),
        ("onze avond.toml", "waar ips mee werkt"),
    ] {
        let told = refused(dir.path(), &["export", "--share", "-o", name, "--force"]);
        assert!(told.contains(why), "{name}: {told}");
    }
    refused(dir.path(), &["export", "--share", "-o", SHARED]);
    for flags in [
        &["--format", "html"][..],
        &["--compare-with", PROFILE],
        &["--excel-csv"],
        &["--open"],
    ] {
        refused(dir.path(), &[&["export", "--share", "-o", "x.toml"], flags].concat());
    }
    refused(dir.path(), &["export", "--share"]);
    refused(dir.path(), &["export", ".", "--share", "-o", "x.toml"]);
    assert_eq!(files(dir.path()), before);
    assert_eq!(fs::read_to_string(dir.path().join("antwoorden.toml")).unwrap(), answers);
    assert_eq!(
        fs::read_to_string(dir.path().join("onze avond.toml")).unwrap(),
        own().to_toml()
    );
}

#[test]
fn nothing_changes_in_it() {
    let dir = folder();
    fs::remove_file(dir.path().join(PROFILE)).unwrap();
    let before = fs::read(dir.path().join(SHARED)).unwrap();
    for arguments in [
        &["agreements", "--add", "Samen lunchen", "--element", "culture"][..],
        &["assess", "--plain", "--reopen"],
        &["assess", "--plain", "--reopen", SHARED],
    ] {
        let told = refused(dir.path(), arguments);
        assert!(told.contains("is een gedeeld profiel"), "{arguments:?}: {told}");
    }
    assert_eq!(fs::read(dir.path().join(SHARED)).unwrap(), before);
    assert_eq!(files(dir.path()), [SHARED]);
}

/// The sum of six beside the counts of seven tells what the seventh answered.
#[test]
fn it_goes_with_the_round_that_it_was_made_of() {
    let dir = folder();
    let flags = ["--team", "IPS-groep Noord", "--participants", "7", "--mode", "tally"];
    let again = ["assess", "--plain", "--date", "2026-11-28", "--replace"];
    ips(dir.path())
        .args([&again[..], &flags].concat())
        .write_stdin("4444444\n".repeat(24))
        .assert()
        .success();
    assert_eq!(files(dir.path()), ["ips-groep-noord-2026-11-28.toml"]);
}
