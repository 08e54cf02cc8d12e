//! Which of a folder's profiles a command takes, and what is said where they are of several questionnaires; and what there is
//! of a meeting that isn't finished.

use std::{fs, path::Path};

use assert_cmd::assert::Assert;
use ips::{
    profile::{Profile, State},
    tally::Mode,
};

use crate::{
    common::{self, DRAFT, each, panicked},
    program::ips,
};

const COMMANDS: [&str; 5] = ["show", "diff", "trend", "export", "agenda"];

fn dir() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Meetings of one team, a month apart, each with another id for what was asked.
fn meetings(dir: &Path, questionnaires: &[&str]) {
    for (month, id) in (1..).zip(questionnaires) {
        let mut profile = common::profile(Mode::Joint, &each(common::ANSWERS));
        profile.date = chrono::NaiveDate::from_ymd_opt(2027, month, 21).unwrap();
        (*id).clone_into(&mut profile.questionnaire.id);
        fs::write(dir.join(format!("noord-{}.toml", profile.date)), profile.to_toml()).unwrap();
    }
}

fn run(dir: &Path, arguments: &[&str]) -> Assert {
    ips(dir).args(arguments).assert()
}

fn output(assert: &Assert) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let output = assert.get_output();
    (text(&output.stdout), text(&output.stderr))
}

/// What a command that did what was asked says.
fn said(dir: &Path, arguments: &[&str]) -> String {
    output(&run(dir, arguments).success()).0
}

/// What a command that refuses says.
fn refused(dir: &Path, arguments: &[&str], code: i32) -> String {
    let (out, said) = output(&run(dir, arguments).code(code));
    assert!(out.is_empty() && !panicked(&said), "{out}{said}");
    said
}

#[test]
fn a_deeper_questionnaire_in_between_does_not_break_the_line() {
    let dir = dir();
    meetings(dir.path(), &["six-elements", "trust", "six-elements"]);
    assert!(said(dir.path(), &["show"]).contains("21 maart 2027"));
    assert!(said(dir.path(), &["show", "--questions", "trust"]).contains("21 februari 2027"));
    assert!(said(dir.path(), &["export"]).contains("21 maart 2027"));
    assert!(said(dir.path(), &["export", "--questions", "trust"]).contains("21 februari 2027"));
    assert!(said(dir.path(), &["diff"]).contains("21 januari 2027 → 21 maart 2027"));
    let trend = run(dir.path(), &["trend"]).success();
    let (trend, left_out) = output(&trend);
    assert!(trend.contains("21 januari 2027 → 21 maart 2027"), "{trend}");
    assert!(
        left_out.contains("noord-2027-02-21.toml") && !left_out.contains("--questions"),
        "{left_out}"
    );
    // The next meeting comes after the last one, also when the talk is about an earlier profile.
    let agenda = said(dir.path(), &["agenda", "--questions", "trust"]);
    assert!(
        agenda.contains("30 april 2027") && agenda.contains("21 februari 2027"),
        "{agenda}"
    );
}

#[test]
fn where_the_newest_stands_alone_the_questionnaire_that_can_be_followed_is_named() {
    let dir = dir();
    meetings(dir.path(), &["six-elements", "six-elements", "own-attitude", "trust"]);
    let diff = refused(dir.path(), &["diff"], 1);
    let command = "ips diff --questions six-elements";
    assert!(
        diff.contains("maar één profiel") && diff.contains("zijn er 2") && diff.contains(command),
        "{diff}"
    );
    assert!(said(dir.path(), &["diff", "--questions", "six-elements"]).contains("21 januari 2027 → 21 februari 2027"));
    let (trend, told) = output(&run(dir.path(), &["trend"]).success());
    assert!(trend.contains("1 bijeenkomst"), "{trend}");
    assert!(told.contains("ips trend --questions six-elements"), "{told}");
    // What has to be typed with it is part of it.
    let elsewhere = ["diff", "--team", "IPS-groep Noord", "--lang", "en"];
    let said = refused(dir.path(), &elsewhere, 1);
    assert!(
        said.contains("ips diff --questions six-elements --team \"IPS-groep Noord\""),
        "{said}"
    );

    let two = self::dir();
    meetings(two.path(), &["six-elements", "trust"]);
    let diff = refused(two.path(), &["diff"], 1);
    assert!(
        diff.contains("na de volgende bijeenkomst") && !diff.contains("--questions"),
        "{diff}"
    );
}

#[test]
fn a_questionnaire_that_no_profile_has_is_refused_and_one_that_got_lost_is_found() {
    let dir = dir();
    meetings(dir.path(), &["six-elements", "onze-eigen", "onze-eigen"]);
    for command in COMMANDS {
        let lost = run(dir.path(), &[command, "--questions", "onze-eigen"]).success();
        assert!(output(&lost).0.contains("21 maart 2027"), "{command}");
        let never = refused(dir.path(), &[command, "--questions", "trust"], 1);
        assert!(
            never.contains("met vragenlijst trust. Wel met: onze-eigen, six-elements."),
            "{never}"
        );
        let unknown = refused(dir.path(), &[command, "--questions", "niets"], 2);
        assert!(
            unknown.contains("niets") && unknown.contains("boundary-crossing"),
            "{unknown}"
        );
        let mut beside = vec![command, "noord-2027-02-21.toml", "--questions", "onze-eigen"];
        if command == "diff" {
            beside.push("noord-2027-03-21.toml");
        }
        assert!(
            refused(dir.path(), &beside, 2).contains("--questions kiest uit"),
            "{command}"
        );
    }
    // A file of a questionnaire stands for its id.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/six-elements.toml");
    let own = said(dir.path(), &["show", "--questions", file.to_str().unwrap()]);
    assert!(own.contains("21 januari 2027"), "{own}");
}

/// A meeting that stopped after these answers.
fn draft(answers: &[&str]) -> Profile {
    let mut draft = common::profile(Mode::Joint, answers);
    draft.state = State::draft();
    draft
}

#[test]
fn a_draft_says_that_it_is_one_and_what_is_open() {
    let dir = dir();
    let mut draft = draft(&["4", "3", "?", "-", "5"]);
    draft.ask_only(&["shared-vision".into(), "culture".into()]);
    fs::write(dir.path().join(DRAFT), draft.to_toml()).unwrap();
    let before = fs::read(dir.path().join(DRAFT)).unwrap();
    let shown = said(dir.path(), &["show", DRAFT]);
    assert!(
        shown.starts_with(" CONCEPT, nog niet af: 5 van 9 vragen beantwoord\n"),
        "{shown}"
    );
    let open = shown.split(" Nog open\n").nth(1).unwrap();
    let numbers: Vec<&str> = open
        .lines()
        .take(4)
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    assert_eq!(numbers, ["6", "7", "8", "9"], "{open}");
    assert!(
        open.contains("Kennen we elkaars taken") && !open.contains("Bouwen we aan"),
        "{open}"
    );
    assert!(
        open.ends_with("\n Verder gaan: ips assess --resume --team \"IPS-groep Noord\"\n"),
        "{open}"
    );
    assert!(shown.contains("niet gevraagd"), "{shown}");
    let english = said(dir.path(), &["show", DRAFT, "--explain", "--lang", "en"]);
    assert!(
        english.contains("DRAFT, not finished: 5 of 9 questions answered"),
        "{english}"
    );

    assert!(refused(dir.path(), &["show", DRAFT, "--json"], 1).contains("ips assess --resume"));
    for arguments in [
        &["export", DRAFT][..],
        &["diff", DRAFT, DRAFT],
        &["trend", DRAFT],
        &["agenda", DRAFT],
    ] {
        let said = refused(dir.path(), arguments, if arguments[0] == "diff" { 2 } else { 1 });
        assert!(
            arguments[0] == "diff" || said.contains(&format!("ips show {DRAFT}")),
            "{said}"
        );
    }
    assert_eq!(fs::read(dir.path().join(DRAFT)).unwrap(), before);
}

#[test]
fn a_folder_with_only_a_draft_names_both_ways_on() {
    let dir = dir();
    let place = dir.path().join("een map");
    fs::create_dir(&place).unwrap();
    fs::write(place.join(DRAFT), draft(&["4"]).to_toml()).unwrap();
    for command in COMMANDS {
        let said = refused(dir.path(), &[command, "--dir", "een map"], 1);
        let file = Path::new("een map").join(DRAFT);
        assert!(said.contains("ips assess --resume"), "{said}");
        assert!(said.contains(&format!("ips show \"{}\"", file.display())), "{said}");
    }
    let finished = draft(&each(common::ANSWERS)).to_toml();
    fs::write(place.join(DRAFT), finished).unwrap();
    let path = format!("een map/{DRAFT}");
    let shown = said(dir.path(), &["show", &path]);
    assert!(shown.contains("24 van 24") && !shown.contains("Nog open"), "{shown}");
    assert!(shown.contains("--dir \"een map\""), "{shown}");
}
