//! Three meetings of one team, played from the files beside this one: agreements are made, looked back at, carried over and
//! closed, and every command tells how they stand.

use std::{fs, path::Path};

use serde_json::Value;

use crate::program::ips;

const FIRST: &str = "ips-groep-de-linde-2026-11-19.toml";
const SECOND: &str = "ips-groep-de-linde-2027-01-21.toml";
const THIRD: &str = "ips-groep-de-linde-2027-03-04.toml";

fn played(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cycle").join(file);
    fs::read_to_string(path).unwrap()
}

/// Runs a command in the team's folder, in Dutch.
fn run(dir: &Path, arguments: &[&str], stdin: &str) -> String {
    let assert = ips(dir)
        .args(arguments)
        .args(["--lang", "nl"])
        .write_stdin(stdin)
        .assert();
    String::from_utf8(assert.success().get_output().stdout.clone()).unwrap()
}

fn meet(dir: &Path, date: &str, more: &[&str], stdin: &str) -> String {
    let mut arguments = vec![
        "assess",
        "--team",
        "IPS-groep De Linde",
        "--mode",
        "joint",
        "--participants",
        "7",
    ];
    arguments.extend([
        "--functions",
        "IB'er, wijkagent, jeugdconsulent, pedagogisch coach",
        "--date",
        date,
    ]);
    arguments.extend(more);
    run(dir, &arguments, stdin)
}

/// What the team agreed according to a command, with how it stands and the day on which it was made.
fn agreements(dir: &Path, arguments: &[&str]) -> Vec<[String; 3]> {
    let json: Value = serde_json::from_str(&run(dir, arguments, "")).unwrap();
    let word = |agreement: &Value, key: &str| agreement[key].as_str().unwrap().to_owned();
    let agreements = json["agreements"].as_array().unwrap().iter();
    agreements
        .map(|agreement| ["what", "state", "agreed"].map(|key| word(agreement, key)))
        .collect()
}

const BOARD: &str = "Elke bijeenkomst één doel kiezen en op het bord zetten";
const VISITS: &str = "Bij elkaar op bezoek gaan";
const PARENTS: &str = "Ouders vragen wat zij merken van onze samenwerking";
const COUNCIL: &str = "De wethouder uitnodigen";

/// Plays the first meetings, as many as asked.
fn team(meetings: usize) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    if meetings > 0 {
        meet(at, "2026-11-19", &["--plain"], &played("eerste-bijeenkomst.txt"));
    }
    if meetings > 1 {
        meet(
            at,
            "2027-01-21",
            &["--plain", "--review"],
            &played("tweede-bijeenkomst.txt"),
        );
    }
    if meetings > 2 {
        let answers = at.join("derde.toml");
        fs::write(&answers, played("derde-bijeenkomst.toml")).unwrap();
        let answers = answers.to_str().unwrap();
        let looked_back = played("derde-bijeenkomst-terugblik.txt");
        meet(at, "2027-03-04", &["--answers", answers, "--review"], &looked_back);
    }
    dir
}

fn stands(what: &str, state: &str, made: &str) -> [String; 3] {
    [what, state, made].map(str::to_owned)
}

#[test]
fn agreements_are_made_looked_back_at_carried_over_and_closed() {
    let dir = team(1);
    assert_eq!(
        agreements(dir.path(), &["show", FIRST, "--json"]),
        [
            stands(BOARD, "open", "2026-11-19"),
            stands(VISITS, "open", "2026-11-19")
        ]
    );
    let dir = team(2);
    assert_eq!(
        agreements(dir.path(), &["show", SECOND, "--json"]),
        [
            stands(BOARD, "open", "2026-11-19"),
            stands(VISITS, "done", "2026-11-19"),
            stands(COUNCIL, "open", "2027-01-21"),
            stands(PARENTS, "open", "2027-01-21"),
        ]
    );
    let dir = team(3);
    assert_eq!(
        agreements(dir.path(), &["show", THIRD, "--json"]),
        [
            stands(BOARD, "done", "2026-11-19"),
            stands(COUNCIL, "dropped", "2027-01-21"),
            stands(PARENTS, "open", "2027-01-21"),
        ]
    );
    assert_eq!(
        agreements(dir.path(), &["diff", FIRST, THIRD, "--json"]),
        [
            stands(BOARD, "done", "2026-11-19"),
            stands(VISITS, "open", "2026-11-19"),
            stands(COUNCIL, "dropped", "2027-01-21"),
            stands(PARENTS, "open", "2027-01-21"),
        ]
    );
}

#[test]
fn the_list_of_agreements_tells_how_each_stands_on_a_day() {
    let dir = team(2);
    let list = |date: &str, more: &[&str]| run(dir.path(), &[&["agreements", "--date", date], more].concat(), "");
    insta::assert_snapshot!("cycle_list", list("2027-03-02", &[]));
    assert!(
        !list("2027-01-15", &[]).contains("datum voorbij"),
        "due that day is not past it"
    );
    // An agreement keeps its number when another one is closed.
    let closed = list("2027-03-02", &["--done", "3", "--note", "Zij waren blij met de vraag."]);
    insta::assert_snapshot!("cycle_list_after_closing_one", closed);
    let moved = list("2027-03-02", &["--open", "1", "--due", "+2w"]);
    assert!(moved.contains("16 maart 2027"), "{moved}");
    let later = run(
        dir.path(),
        &[
            "assess",
            "--plain",
            "--review",
            "--team",
            "IPS-groep De Linde",
            "--mode",
            "joint",
            "--participants",
            "7",
            "--date",
            "2027-03-04",
            "--elements",
            "ecosystem",
        ],
        "1\n\n1\n\n3\n4\n5\n\n",
    );
    assert!(
        later.contains("Bewaard:"),
        "two are left to look back at, and no more: {later}"
    );
}

#[test]
fn every_report_tells_how_the_agreements_stand() {
    let dir = team(3);
    insta::assert_snapshot!("cycle_diff", run(dir.path(), &["diff"], ""));
    insta::assert_snapshot!("cycle_trend", run(dir.path(), &["trend"], ""));
    let markdown = run(dir.path(), &["export", "--compare-with", SECOND], "");
    let agreed = markdown.split("## ").find(|part| part.starts_with("Afspraken"));
    insta::assert_snapshot!("cycle_export", agreed.unwrap());
}

#[test]
fn without_review_the_agreements_stay_as_they_are_and_come_back_the_next_time() {
    let dir = team(1);
    let answers = dir.path().join("antwoorden.toml");
    fs::write(&answers, played("derde-bijeenkomst.toml")).unwrap();
    let answers = answers.to_str().unwrap();
    meet(dir.path(), "2027-01-21", &["--answers", answers], "1\n\n1\n\n");
    assert_eq!(
        agreements(dir.path(), &["show", SECOND, "--json"]),
        [] as [[String; 3]; 0]
    );
    // What the lines leave out stays open.
    meet(
        dir.path(),
        "2027-03-04",
        &["--answers", answers, "--review"],
        "1\ngelukt\n",
    );
    assert_eq!(
        agreements(dir.path(), &["show", THIRD, "--json"]),
        [
            stands(BOARD, "done", "2026-11-19"),
            stands(VISITS, "open", "2026-11-19")
        ]
    );
}

#[test]
fn who_looks_at_the_settings_while_looking_back_goes_on_looking_back() {
    let dir = team(1);
    let answers = dir.path().join("antwoorden.toml");
    fs::write(&answers, played("derde-bijeenkomst.toml")).unwrap();
    meet(
        dir.path(),
        "2027-01-21",
        &["--answers", answers.to_str().unwrap(), "--review"],
        "i\n\n1\ngelukt\n",
    );
    let states = agreements(dir.path(), &["show", SECOND, "--json"]);
    assert_eq!(states[0], stands(BOARD, "done", "2026-11-19"));
}

#[test]
fn an_agreement_about_another_questionnaire_comes_back_with_its_title() {
    let dir = team(1);
    let other = include_str!("../data/six-elements.toml")
        .replace("id = \"six-elements\"", "id = \"own\"")
        .replace("id = \"learning-cycle\"", "id = \"learning\"");
    let file = dir.path().join("eigen.toml");
    fs::write(&file, other).unwrap();
    let file = file.to_str().unwrap();
    let lines = "2\n\n2\n\n".to_owned() + &"4\n".repeat(24);
    let shown = meet(
        dir.path(),
        "2027-01-21",
        &["--plain", "--review", "--questions", file],
        &lines,
    );
    assert!(shown.contains("Lerende cyclus"), "{shown}");
    let saved = fs::read_to_string(dir.path().join(SECOND)).unwrap();
    assert!(
        saved.contains("title = \"Lerende cyclus: zicht op de vooruitgang\""),
        "{saved}"
    );
    ips(dir.path()).args(["check", SECOND]).assert().success();
}

#[test]
fn a_meeting_that_was_begun_without_looking_back_can_still_do_so() {
    let dir = team(1);
    let at_line = |arguments: &[&str], stdin: &'static str| {
        let mut command = ips(dir.path());
        let assert = command
            .args(arguments)
            .args(["--lang", "nl"])
            .write_stdin(stdin)
            .assert();
        String::from_utf8(assert.code(130).get_output().stderr.clone()).unwrap()
    };
    let meeting = ["assess", "--plain", "--team", "IPS-groep De Linde", "--mode", "joint"];
    let rest = ["--participants", "7", "--date", "2027-01-21"];
    at_line(&[&meeting[..], &rest].concat(), "4\nq\n");
    let resumed = at_line(&["assess", "--plain", "--resume"], "q\n");
    assert!(resumed.contains("vraag 2 van 24"), "{resumed}");
    let looked_back = at_line(&["assess", "--plain", "--resume", "--review"], "1\ngelukt\n1\n\nq\n");
    assert!(looked_back.contains("afspraak 1 van 2"), "{looked_back}");
    assert!(looked_back.contains("vraag 2 van 24"), "{looked_back}");
    let again = at_line(&["assess", "--plain", "--resume", "--review"], "q\n");
    assert!(!again.contains("afspraak 1 van"), "once is enough: {again}");

    let new = [&meeting[..], &rest, &["--review", "--new"]].concat();
    assert!(at_line(&new, "q\n").contains("afspraak 1 van 2"));
    let resumed = at_line(&["assess", "--plain", "--resume", "--review"], "q\n");
    assert!(
        resumed.contains("afspraak 1 van 2"),
        "they come back once each: {resumed}"
    );
}

#[test]
fn a_change_that_an_unfinished_meeting_can_undo_says_so() {
    let dir = team(1);
    let said = |arguments: &[&str], stdin: &'static str, code: i32| {
        let mut command = ips(dir.path());
        let assert = command
            .args(arguments)
            .args(["--lang", "nl"])
            .write_stdin(stdin)
            .assert();
        String::from_utf8(assert.code(code).get_output().stderr.clone()).unwrap()
    };
    let begun = |more: &[&str], stdin| {
        let meeting = ["assess", "--plain", "--team", "IPS-groep De Linde", "--mode", "joint"];
        let rest = ["--participants", "7", "--date", "2027-01-21"];
        said(&[&meeting[..], &rest, more].concat(), stdin, 130);
    };
    let warns = |state| said(&["agreements", state, "1"], "", 0).contains("2027-01-21.draft.toml");
    assert!(!warns("--done") && !warns("--open"));
    begun(&[], "q\n");
    assert!(!warns("--done") && !warns("--open"), "it doesn't look back");
    begun(&["--review", "--new"], "2\nnog niet\nq\n");
    assert!(said(&["agreements", "--done", "1"], "", 0).contains("2027-01-21-2.draft.toml"));
}

#[test]
fn wrong_use_changes_nothing() {
    let dir = team(1);
    let before = fs::read(dir.path().join(FIRST)).unwrap();
    for (flags, sentence) in [
        (&["--done", "9"] as &[&str], "Afspraak 9 is er niet."),
        (&["--done", "0"], "het nummer van een afspraak"),
        (&["--done", "een"], "het nummer van een afspraak"),
        (&["--done", "1", "--open", "2"], "gaan niet samen"),
        (&["--note", "gelukt"], "--note hoort bij --done, --dropped of --open."),
        (
            &["--done", "1", "--due", "+6w"],
            "--due hoort bij --add, --change of --open.",
        ),
        (&["--open", "1", "--due", "31-2-2027"], "Die dag bestaat niet."),
        (&["--open", "1", "--note", ""], "Bij --note <TEKST> hoort een waarde"),
        (&["--date", "gisteren"], "een bestaande dag"),
    ] {
        let assert = ips(dir.path())
            .args(["agreements", "--lang", "nl"])
            .args(flags)
            .assert()
            .code(2);
        let said = String::from_utf8(assert.get_output().stderr.clone()).unwrap();
        assert!(said.contains(sentence), "{flags:?}: {said}");
    }
    assert_eq!(fs::read(dir.path().join(FIRST)).unwrap(), before);
}

#[test]
fn the_agenda_of_the_third_meeting_has_what_the_first_two_left() {
    let dir = team(2);
    let agenda = run(
        dir.path(),
        &[
            "agenda",
            "--question",
            "Hoe houden we contact met een gezin dat verhuist?",
        ],
        "",
    );
    insta::assert_snapshot!("cycle_agenda", agenda);
    // Six weeks after the second meeting, with another way of working than on the agenda of the second.
    assert!(agenda.contains("Donderdag 4 maart 2027 · 90"), "{agenda}");
    let activity = |agenda: &str| {
        agenda
            .lines()
            .find(|line| line.contains("Werkvorm:"))
            .unwrap()
            .to_owned()
    };
    let earlier = run(team(1).path(), &["agenda", "--date", "2027-01-21"], "");
    assert_ne!(activity(&agenda), activity(&earlier));
    // What was closed meanwhile is no longer on it.
    run(dir.path(), &["agreements", "--done", "1"], "");
    assert!(agenda.contains(BOARD) && !run(dir.path(), &["agenda"], "").contains(BOARD));
    assert!(!agenda.contains(VISITS), "done at the second meeting");
}
