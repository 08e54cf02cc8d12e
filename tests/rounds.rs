//! A second round of a team within four weeks, with the built program: what is asked for, what goes, what stays.

use std::{fs, path::Path};

use assert_cmd::assert::Assert;
use ips::{
    agreement::{Agreement, AgreementState},
    profile::{self, Profile},
    tally::{Mode, Tally},
};

use crate::{
    common::{self, DRAFT, PROFILE, files},
    program::ips,
};

/// The round that is in the folder: seven days before [`PROFILE`], of six people who all said 3.
const EARLIER: &str = "ips-groep-noord-2026-11-14.toml";

/// What each of the elements has.
const QUESTIONS: usize = 24;

fn earlier() -> Profile {
    let mut profile = common::profile(Mode::Tally, &["333333"; QUESTIONS]);
    profile.date = profile.date - chrono::Days::new(7);
    profile.participants = 6;
    profile.functions = Some("IB'er, wijkagent".into());
    profile.agreements = vec![Agreement::new("culture", "Bij elkaar op bezoek gaan")];
    let trust = profile.questionnaire.find("culture.trust").unwrap();
    profile.response_mut(trust).note = Some("Sinds de verhuizing.".into());
    profile
}

fn folder(profile: &Profile) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(EARLIER), profile.to_toml()).unwrap();
    dir
}

fn read(dir: &Path, file: &str) -> Profile {
    let text = fs::read_to_string(dir.join(file)).unwrap();
    profile::read(file, &text).unwrap().profile
}

/// `ips assess --plain` with these flags and lines.
fn assess(dir: &Path, flags: &[&str], lines: &[&str]) -> Assert {
    let lines: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    ips(dir)
        .args(["assess", "--plain", "--lang", "nl"])
        .args(flags)
        .write_stdin(lines)
        .assert()
}

/// Seven people, each on their own.
fn round(dir: &Path, date: &str, mode: &str, more: &[&str], lines: &[&str]) -> Assert {
    let flags = [
        "--team",
        "IPS-groep Noord",
        "--participants",
        "7",
        "--date",
        date,
        "--mode",
        mode,
    ];
    assess(dir, &[&flags[..], more].concat(), lines)
}

fn said(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

/// What seven people say, a line a question.
const SEVEN: [&str; QUESTIONS] = ["3333335"; QUESTIONS];

#[test]
fn off_a_terminal_a_round_is_replaced_only_when_a_flag_says_so() {
    let dir = folder(&earlier());
    let before = fs::read(dir.path().join(EARLIER)).unwrap();
    for mode in ["tally", "ballots"] {
        let refused = round(dir.path(), "2026-11-21", mode, &[], &SEVEN).code(1);
        for words in ["14 november 2026", "--replace", "--date"] {
            assert!(said(&refused).contains(words), "{words:?} in {}", said(&refused));
        }
        assert_eq!(files(dir.path()), [EARLIER]);
        assert_eq!(fs::read(dir.path().join(EARLIER)).unwrap(), before);
    }
    round(dir.path(), "2026-11-21", "tally", &["--replace"], &SEVEN).success();
    assert_eq!(files(dir.path()), [PROFILE]);
    let now = read(dir.path(), PROFILE);
    assert_eq!((now.given(), now.participants), (QUESTIONS, 7));
    let trust = now.response(now.questionnaire.find("culture.trust").unwrap());
    assert_eq!(trust.note.as_deref(), Some("Sinds de verhuizing."));
    assert_eq!(now.functions.as_deref(), Some("IB'er, wijkagent"));
    let listed = ips(dir.path()).args(["agreements", "--lang", "nl"]).assert().success();
    let listed = String::from_utf8_lossy(&listed.get_output().stdout).into_owned();
    assert!(
        listed.contains("Bij elkaar op bezoek gaan") && listed.contains("14 november 2026"),
        "{listed}"
    );
}

#[test]
fn a_copy_of_a_round_goes_with_it() {
    let dir = folder(&earlier());
    let copy = dir.path().join("ips-groep-noord-2026-11-14 (1).toml");
    fs::copy(dir.path().join(EARLIER), &copy).unwrap();
    round(dir.path(), "2026-11-21", "tally", &["--replace"], &SEVEN).success();
    assert_eq!(files(dir.path()), [PROFILE]);
    // A copy of the round itself isn't one more.
    fs::copy(
        dir.path().join(PROFILE),
        dir.path().join("ips-groep-noord-2026-11-21 (1).toml"),
    )
    .unwrap();
    let corrected = assess(dir.path(), &["--reopen"], &["1", "3333334", "", "", "", ""]).success();
    assert!(said(&corrected).contains(PROFILE), "{}", said(&corrected));
    assert_eq!(
        read(dir.path(), PROFILE).responses[0][0].tally.as_ref().unwrap().votes[3],
        1
    );
}

#[test]
fn a_copy_with_other_answers_loses_them_too_and_nothing_else() {
    let dir = folder(&earlier());
    let copy = "ips-groep-noord-2026-11-14 (1).toml";
    let mut other = earlier();
    let benefit = other.questionnaire.find("shared-vision.benefit").unwrap();
    other.response_mut(benefit).tally = Tally::parse("333334", Mode::Tally, 6, 5).ok();
    other.response_mut(benefit).note = Some("Alleen in deze.".into());
    fs::write(dir.path().join(copy), other.to_toml()).unwrap();
    let saved = round(dir.path(), "2026-11-21", "tally", &["--replace"], &SEVEN).success();
    assert!(
        said(&saved).contains(&format!("In {copy} stonden andere antwoorden")),
        "{}",
        said(&saved)
    );
    assert_eq!(files(dir.path()), [copy, PROFILE]);
    let left = read(dir.path(), copy);
    assert_eq!(left.given(), 0);
    assert_eq!(left.response(benefit).note.as_deref(), Some("Alleen in deze."));
    assert_eq!(left.agreements, other.agreements);
    // One that says nothing more goes.
    let dir = folder(&earlier());
    other.response_mut(benefit).note = None;
    fs::write(dir.path().join(copy), other.to_toml()).unwrap();
    round(dir.path(), "2026-11-21", "tally", &["--replace"], &SEVEN).success();
    assert_eq!(files(dir.path()), [PROFILE]);
}

#[test]
fn rounds_four_weeks_apart_and_answers_of_all_together_stand_beside_each_other() {
    for (date, mode, lines, code) in [
        ("2026-12-11", "tally", SEVEN, 1),
        ("2026-12-12", "tally", SEVEN, 0),
        ("2026-11-14", "tally", SEVEN, 1),
        ("2026-11-15", "joint", ["3"; QUESTIONS], 0),
    ] {
        let dir = folder(&earlier());
        round(dir.path(), date, mode, &[], &lines).code(code);
        assert_eq!(files(dir.path()).len(), if code == 0 { 2 } else { 1 }, "{date} {mode}");
    }
    let dir = folder(&earlier());
    round(dir.path(), "2026-11-14", "tally", &["--replace"], &SEVEN).success();
    assert_eq!(
        files(dir.path()),
        [EARLIER.replace(".toml", "-2.toml")],
        "one of the same day"
    );
}

#[test]
fn beside_a_round_of_a_later_day_no_earlier_one_is_kept() {
    let dir = folder(&earlier());
    let refused = round(dir.path(), "2026-11-10", "tally", &["--replace"], &SEVEN).code(1);
    assert!(
        said(&refused).contains(EARLIER) && said(&refused).contains("--date"),
        "{}",
        said(&refused)
    );
    assert_eq!(files(dir.path()), [EARLIER]);
}

#[test]
fn answers_to_what_is_not_asked_again_stay() {
    let dir = folder(&earlier());
    let flags = ["--elements", "culture", "--replace"];
    round(dir.path(), "2026-11-21", "tally", &flags, &SEVEN[..5]).success();
    assert_eq!(files(dir.path()), [EARLIER, PROFILE]);
    let (left, now) = (read(dir.path(), EARLIER), read(dir.path(), PROFILE));
    assert_eq!((left.given(), now.given()), (QUESTIONS - 5, 5));
    assert!(!ips::rounds::clash(&left, &now));
    assert_eq!((left.agreements.len(), now.agreements.len()), (1, 0));
    let trust = |profile: &Profile| {
        let at = profile.questionnaire.find("culture.trust").unwrap();
        profile.response(at).note.clone()
    };
    assert_eq!((trust(&left), trust(&now)), (None, Some("Sinds de verhuizing.".into())));
    // What is left counts as not asked, not as not answered.
    ips(dir.path()).args(["show", EARLIER]).assert().success();
    let asked = left.asked_only.unwrap();
    assert!(asked.len() == 5 && !asked.contains(&"culture".to_owned()), "{asked:?}");
    // A third round of the rest takes that too.
    let flags = ["--elements", "1,3,4,5,6", "--replace"];
    round(
        dir.path(),
        "2026-11-28",
        "ballots",
        &flags,
        &[&"3".repeat(19), &"5".repeat(19), "", "j", "", "", ""],
    )
    .success();
    assert_eq!(files(dir.path()), [PROFILE, "ips-groep-noord-2026-11-28.toml"]);
}

#[test]
fn a_stop_and_a_kill_lose_neither_round_and_going_on_replaces_it() {
    let dir = folder(&earlier());
    round(dir.path(), "2026-11-21", "tally", &["--replace"], &SEVEN[..3]).code(130);
    assert_eq!(files(dir.path()), [EARLIER, DRAFT]);
    let refused = assess(dir.path(), &["--resume"], &SEVEN[3..]).code(1);
    assert!(said(&refused).contains("--replace"), "{}", said(&refused));
    let draft = fs::read(dir.path().join(DRAFT)).unwrap();
    assess(dir.path(), &["--resume", "--replace"], &SEVEN[3..]).success();
    assert_eq!(files(dir.path()), [PROFILE]);
    // As a kill leaves it between the profile and what goes after it.
    let whole = fs::read(dir.path().join(PROFILE)).unwrap();
    fs::write(dir.path().join(DRAFT), draft).unwrap();
    fs::write(dir.path().join(EARLIER), earlier().to_toml()).unwrap();
    fs::write(dir.path().join(PROFILE), &whole).unwrap();
    assess(dir.path(), &["--resume", "--replace"], &SEVEN[3..]).success();
    assert_eq!(files(dir.path()), [PROFILE]);
    assert_eq!(fs::read(dir.path().join(PROFILE)).unwrap(), whole);
}

#[test]
fn the_same_counts_are_one_round() {
    let mut same = earlier();
    same.participants = 7;
    let dir = folder(&same);
    round(
        dir.path(),
        "2026-11-21",
        "tally",
        &["--replace"],
        &["333333"; QUESTIONS],
    )
    .success();
    assert_eq!(files(dir.path()), [EARLIER, PROFILE]);
}

#[test]
fn a_draft_with_other_answers_is_named() {
    let dir = folder(&earlier());
    let begun = &["222222"; 3];
    round(dir.path(), "2026-11-21", "tally", &["--replace"], begun).code(130);
    let more = ["--replace", "--new"];
    let saved = round(dir.path(), "2026-11-22", "tally", &more, &SEVEN).success();
    assert!(
        said(&saved).contains(&format!("{DRAFT} is een concept")),
        "{}",
        said(&saved)
    );
    assert_eq!(files(dir.path()), [DRAFT, "ips-groep-noord-2026-11-22.toml"]);
    // Gone on with, it would stand before the later round.
    let refused = assess(dir.path(), &["--resume", "--replace"], &SEVEN[3..]).code(1);
    assert!(
        said(&refused).contains("ips-groep-noord-2026-11-22.toml"),
        "{}",
        said(&refused)
    );
}

/// One person's answers to everything, as a file.
const ONE: &str = "questionnaire = \"six-elements\"\n[answers]\n\"shared-vision.benefit\" = 4\n";

/// `ips assess` with an answer file, these flags and the lines that are typed beside it.
fn from_file(dir: &Path, more: &[&str], lines: &[&str]) -> Assert {
    let flags = [
        "--team",
        "IPS-groep Noord",
        "--date",
        "2026-11-21",
        "--answers",
        "a.toml",
    ];
    assess(dir, &[&flags[..], more].concat(), lines)
}

#[test]
fn an_answer_file_is_of_all_together_or_of_one_person() {
    let dir = folder(&earlier());
    fs::write(dir.path().join("a.toml"), ONE).unwrap();
    let answers = |mode: &str, participants: &str, more: &[&str]| {
        let more = [&["--mode", mode, "--participants", participants], more].concat();
        from_file(dir.path(), &more, &[])
    };
    for mode in ["tally", "ballots"] {
        let refused = answers(mode, "7", &["--replace"]).code(2);
        assert!(said(&refused).contains("--mode samen"), "{}", said(&refused));
        assert!(said(&answers(mode, "1", &[]).code(1)).contains("--replace"));
    }
    assert_eq!(files(dir.path()), ["a.toml", EARLIER]);
    let one = answers("tally", "1", &["--replace"]).success();
    assert!(said(&one).contains("liever samen"), "{}", said(&one));
    assert_eq!(files(dir.path()), ["a.toml", EARLIER, PROFILE]);
    assert_eq!(
        (read(dir.path(), EARLIER).given(), read(dir.path(), PROFILE).given()),
        (QUESTIONS - 1, 1)
    );
    answers("joint", "7", &[]).success();
}

#[test]
fn beside_other_answers_an_answer_file_looks_back_without_a_word_about_the_round() {
    let mut other = earlier();
    let trust = other.questionnaire.find("culture.trust").unwrap();
    let places: Vec<_> = other.questionnaire.places().filter(|&at| at != trust).collect();
    for at in places {
        other.response_mut(at).tally = None;
    }
    let dir = folder(&other);
    fs::write(dir.path().join("a.toml"), ONE).unwrap();
    let flags = ["--mode", "tally", "--participants", "1", "--review"];
    from_file(dir.path(), &flags, &["1", "gelukt"]).success();
    assert_eq!(files(dir.path()), ["a.toml", EARLIER, PROFILE]);
    let now = read(dir.path(), PROFILE);
    assert_eq!((read(dir.path(), EARLIER).given(), now.given()), (1, 1));
    assert_eq!(now.agreements[0].state, AgreementState::Done);
}

#[test]
fn with_one_or_two_people_it_is_advised_to_answer_together() {
    let advice = "Antwoord dan liever samen";
    for (participants, mode, advised) in [
        ("1", "tally", true),
        ("2", "ballots", true),
        ("2", "joint", false),
        ("3", "tally", false),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let flags = [
            "--team",
            "Noord",
            "--date",
            "2026-11-21",
            "--participants",
            participants,
            "--mode",
            mode,
        ];
        let asked = assess(dir.path(), &flags, &["q"]).code(130);
        let words = said(&asked).replace('\n', " ");
        assert_eq!(words.contains("liever samen"), advised, "{advice}: {words}");
    }
    let dir = tempfile::tempdir().unwrap();
    let asked = assess(
        dir.path(),
        &["--team", "Noord", "--date", "2026-11-21"],
        &["2", "joint", "i", "4 2", "q"],
    );
    let words = said(&asked.code(130));
    assert_eq!(
        words.matches("liever samen").count(),
        2,
        "before the choice and at the settings: {words}"
    );
}

#[test]
fn another_window_that_works_on_the_earlier_round_is_left_alone() {
    let dir = folder(&earlier());
    let (file, _) = ips::store::ProfileFile::open(&ips::store::Disk, &dir.path().join(EARLIER)).unwrap();
    let refused = round(dir.path(), "2026-11-21", "tally", &["--replace"], &SEVEN).code(1);
    assert!(said(&refused).contains("Een ander venster"), "{}", said(&refused));
    drop(file);
    assert_eq!(files(dir.path()), [EARLIER, DRAFT]);
    assert_eq!(read(dir.path(), DRAFT).given(), QUESTIONS);
    assess(dir.path(), &["--resume", "--replace"], &[]).success();
    assert_eq!(files(dir.path()), [PROFILE]);
}

#[test]
fn a_round_that_came_meanwhile_stays_and_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let mut now = common::profile(Mode::Tally, &SEVEN);
    now.state = ips::profile::State::draft();
    let mut draft = ips::store::DraftFile::create(&ips::store::Disk, dir.path(), &now).unwrap();
    now.state = ips::profile::State::Complete;
    fs::write(dir.path().join(EARLIER), earlier().to_toml()).unwrap();
    let refused = draft.complete(&now, &[]).unwrap_err();
    let said = refused.text(ips::lang::Lang::Nl);
    assert!(said.contains(EARLIER), "{said}");
    // Other answers than those that the team let go of aren't let go of either.
    let mut known = earlier();
    known.response_mut((0, 0)).tally = now.response((0, 0)).tally.clone();
    draft.complete(&now, &[known]).unwrap_err();
    assert_eq!(read(dir.path(), EARLIER), earlier());
    assert_eq!(ips::rounds::replace(&earlier(), &mut now), None);
    draft.complete(&now, &[earlier()]).unwrap();
    drop(draft);
    assert_eq!(files(dir.path()), [PROFILE]);
}
