//! The answers of groups of a team, with the built program: where they stand, which are taken, and what is never side by side.

use std::{fs, path::Path};

use assert_cmd::assert::Assert;
use ips::{
    agreement::Agreement,
    fault::Fault,
    lang::Lang,
    profile::{self, Profile, State},
    store::{Disk, DraftFile, Kept, profile_name},
    tally::Mode,
};
use serde_json::Value;

use crate::{
    common::{self, DRAFT, PROFILE, files},
    program::ips,
};

/// The questions of the six elements.
const QUESTIONS: usize = 24;

/// What seven people say, a line a question.
const SEVEN: [&str; QUESTIONS] = ["3333335"; QUESTIONS];

/// The profile of a group on the same day as [`PROFILE`].
const PARENTS: &str = "ips-groep-noord-ouders-2026-11-21.toml";

/// A profile of the team, or of a group of it, so many days later.
fn of(group: Option<&str>, days: u64, mode: Mode, answer: &str) -> Profile {
    let mut profile = common::profile(mode, &[answer; QUESTIONS]);
    profile.group = group.map(str::to_owned);
    profile.date = profile.date + chrono::Days::new(days);
    profile
}

/// A folder with these profiles, saved under their own names.
fn folder(profiles: &[Profile]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for profile in profiles {
        let name = profile_name(&profile.whose(), profile.date, 1);
        fs::write(dir.path().join(name), profile.to_toml()).unwrap();
    }
    dir
}

fn run(dir: &Path, arguments: &[&str]) -> Assert {
    ips(dir).args(arguments).args(["--lang", "nl"]).assert()
}

fn out(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stdout).into_owned()
}

fn said(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

fn json(dir: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&out(&run(dir, &[arguments, &["--json"]].concat()).success())).unwrap()
}

/// `ips assess --plain` of seven people, with these flags and lines.
fn assess(dir: &Path, flags: &[&str], lines: &[&str]) -> Assert {
    let lines: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    let meeting = ["assess", "--plain", "--lang", "nl", "--date", "2026-11-21"];
    let who = ["--team", "IPS-groep Noord", "--participants", "7"];
    ips(dir).args(meeting).args(who).args(flags).write_stdin(lines).assert()
}

#[test]
fn a_group_stands_in_the_profile_and_in_its_name_and_is_picked_whatever_its_capitals() {
    let dir = folder(&[]);
    let done = assess(dir.path(), &["--mode", "tally", "--group", "Ouders"], &SEVEN).success();
    assert!(out(&done).contains("IPS-groep Noord (Ouders)"), "{}", out(&done));
    assert_eq!(files(dir.path()), [PARENTS]);
    let text = fs::read_to_string(dir.path().join(PARENTS)).unwrap();
    assert!(
        text.contains("team = \"IPS-groep Noord\"\ngroup = \"Ouders\"\n"),
        "{text}"
    );
    for group in ["ouders", " OUDERS "] {
        let shown = json(dir.path(), &["show", "--group", group]);
        assert_eq!(
            (&shown["team"], &shown["group"]),
            (&"IPS-groep Noord".into(), &"Ouders".into())
        );
    }
    assert_eq!(json(dir.path(), &["show", PARENTS])["group"], "Ouders");
    for command in ["show", "agenda", "agreements", "trend", "export", "card"] {
        let refused = run(dir.path(), &[command]).code(2);
        for words in ["“IPS-groep Noord”", "alleen profielen van groepen: Ouders", "--group"] {
            assert!(said(&refused).contains(words), "{command}: {}", said(&refused));
        }
    }
    let refused = run(dir.path(), &["show", "--group", "bestuur"]).code(1);
    assert!(said(&refused).contains("Wel van: Ouders."), "{}", said(&refused));
}

#[test]
fn a_name_that_is_too_long_or_blank_is_no_group() {
    let dir = folder(&[]);
    for group in ["", "  ", &"o".repeat(201)] {
        let refused = run(dir.path(), &["show", "--group", group]).code(2);
        assert!(said(&refused).contains("--group"), "{}", said(&refused));
    }
}

#[test]
fn every_command_takes_the_team_or_the_group_and_never_both() {
    let mut whole = [of(None, 0, Mode::Joint, "2"), of(None, 30, Mode::Joint, "3")];
    whole[0].agreements = vec![Agreement::new("culture", "Samen lunchen")];
    let mut parents = [
        of(Some("ouders"), 0, Mode::Joint, "4"),
        of(Some("ouders"), 60, Mode::Joint, "5"),
    ];
    parents[0].agreements = vec![Agreement::new("culture", "Een ouderavond")];
    let dir = folder(&[&whole[..], &parents[..]].concat());
    for (group, scores, agreed, days) in [
        (&[][..], [2.0, 3.0], "Samen lunchen", ["2026-11-21", "2026-12-21"]),
        (
            &["--group", "ouders"][..],
            [4.0, 5.0],
            "Een ouderavond",
            ["2026-11-21", "2027-01-20"],
        ),
    ] {
        let with = |command: &[&'static str]| json(dir.path(), &[command, group].concat());
        assert_eq!(with(&["show"])["overall"], scores[1]);
        let diff = with(&["diff"]);
        assert_eq!(
            (&diff["overall"]["before"], &diff["overall"]["after"]),
            (&scores[0].into(), &scores[1].into())
        );
        let named = if group.is_empty() { Value::Null } else { "ouders".into() };
        assert_eq!((&diff["before"]["group"], &diff["after"]["group"]), (&named, &named));
        let trend = with(&["trend"]);
        let meetings = trend["meetings"].as_array().unwrap().iter();
        assert_eq!(
            meetings
                .map(|meeting| meeting["date"].as_str().unwrap())
                .collect::<Vec<_>>(),
            days
        );
        assert_eq!(trend["group"], named);
        for command in ["agreements", "agenda"] {
            let list = out(&run(dir.path(), &[&[command][..], group].concat()).success());
            let other = if agreed == "Samen lunchen" {
                "Een ouderavond"
            } else {
                "Samen lunchen"
            };
            assert!(list.contains(agreed) && !list.contains(other), "{command}: {list}");
        }
    }
    // A file that is named says itself whose it is, and two groups are no change over time.
    assert_eq!(json(dir.path(), &["show", PARENTS])["overall"], 4.0);
    for command in [
        &["diff", PROFILE, PARENTS][..],
        &["trend", PROFILE, PARENTS],
        &["export", PROFILE, "--compare-with", PARENTS],
    ] {
        let refused = run(dir.path(), command).code(1);
        assert!(
            said(&refused).contains("IPS-groep Noord (ouders)") && said(&refused).contains("ips gap"),
            "{}",
            said(&refused)
        );
    }
}

#[test]
fn last_time_and_the_lowest_are_those_of_the_same_group() {
    let mut whole = of(None, 0, Mode::Joint, "2");
    whole.date = "2026-09-01".parse().unwrap();
    let dir = folder(&[whole]);
    let refused = assess(
        dir.path(),
        &["--mode", "joint", "--group", "ouders", "--elements", "lowest"],
        &["3"],
    )
    .failure();
    assert!(
        said(&refused).contains("nog geen eerdere bijeenkomst"),
        "{}",
        said(&refused)
    );
    let began = assess(dir.path(), &["--mode", "joint", "--group", "ouders"], &["3"]).code(130);
    assert!(!said(&began).contains("Vorige keer"), "{}", said(&began));
}

#[test]
fn a_draft_of_a_group_stands_beside_that_of_the_team_and_is_gone_on_with_by_name() {
    let dir = folder(&[]);
    let parents = DRAFT.replace("noord-", "noord-ouders-");
    let stopped = assess(dir.path(), &["--mode", "joint", "--group", "ouders"], &["3"]).code(130);
    let again = "ips assess --resume --group \"ouders\"";
    assert!(said(&stopped).contains(again), "{}", said(&stopped));
    // The draft of another one is no reason to ask whether to go on.
    assess(dir.path(), &["--mode", "joint"], &["4", "4"]).code(130);
    assert_eq!(files(dir.path()), [DRAFT.to_owned(), parents.clone()]);
    let shown = out(&run(dir.path(), &["show", &parents]).success());
    assert!(
        shown.contains("--team \"IPS-groep Noord\" --group \"ouders\""),
        "{shown}"
    );
    let resume = |flags: &[&str]| {
        let mut resumed = ips(dir.path());
        resumed
            .args(["assess", "--plain", "--lang", "nl", "--resume"])
            .args(flags);
        said(&resumed.write_stdin("").assert().code(130))
    };
    assert!(resume(&["--group", "Ouders"]).contains("raag 2 van 24"));
    assert!(resume(&[]).contains("raag 3 van 24"));
    let other = ips(dir.path())
        .args(["assess", "--plain", "--resume", "--group", "bestuur"])
        .assert()
        .code(2);
    assert!(said(&other).contains("--group"));
    // The only one there is needn't be named.
    fs::remove_file(dir.path().join(DRAFT)).unwrap();
    assert!(resume(&[]).contains("raag 2 van 24"));
}

#[test]
fn a_whole_team_and_a_group_of_it_never_stand_in_one_round() {
    let group = &["--group", "ouders"][..];
    for (there, flags, file) in [
        (None, group, PROFILE),
        (Some("bestuur"), &[][..], "ips-groep-noord-bestuur-2026-11-21.toml"),
    ] {
        let dir = folder(&[of(there, 0, Mode::Tally, "333333")]);
        for mode in ["tally", "ballots"] {
            let refused = assess(dir.path(), &[&["--mode", mode, "--replace"], flags].concat(), &SEVEN).code(1);
            for words in [file, "21 november 2026", "--date", "Het hele team naast een groep"] {
                assert!(said(&refused).contains(words), "{words:?} in {}", said(&refused));
            }
            assert!(!said(&refused).contains("raag 1 van"), "{}", said(&refused));
            assert_eq!(files(dir.path()), [file]);
        }
        // What all answer together gives nobody away.
        assess(dir.path(), &[&["--mode", "joint"], flags].concat(), &["3"; QUESTIONS]).success();
    }
    // Groups stand beside each other, and four weeks later it is another round.
    let dir = folder(&[
        of(Some("bestuur"), 0, Mode::Tally, "333333"),
        of(None, 28, Mode::Tally, "333333"),
    ]);
    assess(dir.path(), &["--mode", "tally", "--group", "ouders"], &SEVEN).success();
}

#[test]
fn what_was_saved_meanwhile_is_found_when_a_round_is_saved() {
    let dir = folder(&[]);
    assess(dir.path(), &["--mode", "tally"], &SEVEN[1..]).code(130);
    let whole = fs::read(dir.path().join(DRAFT)).unwrap();
    // A draft with answers counts before another one begins: only one of them could be saved.
    let refused = assess(dir.path(), &["--mode", "tally", "--group", "ouders"], &SEVEN).code(1);
    assert!(said(&refused).contains(DRAFT), "{}", said(&refused));
    fs::write(
        dir.path().join(PARENTS),
        of(Some("ouders"), 0, Mode::Merged, "333333").to_toml(),
    )
    .unwrap();
    let resumed = ips(dir.path())
        .args(["assess", "--plain", "--lang", "nl", "--resume"])
        .write_stdin("333333\n")
        .assert();
    let refused = resumed.code(1);
    assert!(said(&refused).contains(PARENTS), "{}", said(&refused));
    assert_eq!(fs::read(dir.path().join(DRAFT)).unwrap(), whole);
    // An answer file is saved in one go.
    let answers = "questionnaire = \"six-elements\"\n[answers]\n\"culture.trust\" = 3\n";
    fs::write(dir.path().join("antwoorden"), answers).unwrap();
    let of_one = [
        "assess",
        "--answers",
        "antwoorden",
        "--team",
        "IPS-groep Noord",
        "--participants",
        "1",
        "--mode",
        "tally",
    ];
    let refused = run(dir.path(), &[&of_one[..], &["--date", "2026-11-21"]].concat()).code(1);
    assert!(said(&refused).contains(PARENTS), "{}", said(&refused));
    assert_eq!(files(dir.path()).len(), 3);
}

#[test]
fn beside_what_came_meanwhile_nothing_is_saved_and_the_draft_stays() {
    let dir = folder(&[]);
    let mut now = of(None, 0, Mode::Tally, "3333335");
    now.state = State::draft();
    let mut draft = DraftFile::create(&Disk, dir.path(), &now).unwrap();
    now.state = State::Complete;
    let parents = folder(&[of(Some("ouders"), 3, Mode::Ballots, "333333")]);
    let name = "ips-groep-noord-ouders-2026-11-24.toml";
    let refused = |fault: Fault| assert!(fault.text(Lang::Nl).contains(name), "{}", fault.text(Lang::Nl));
    fs::copy(parents.path().join(name), dir.path().join(name)).unwrap();
    refused(draft.complete(&now, &[]).unwrap_err());
    let is_there = |file: &str| dir.path().join(file).exists();
    assert!(is_there(DRAFT) && !is_there(PROFILE));
    fs::remove_file(dir.path().join(name)).unwrap();
    // Nor in another folder.
    let mut kept = Kept::Draft(draft);
    refused(kept.save_elsewhere(parents.path(), &now).unwrap_err());
    assert_eq!(files(parents.path()), [name]);
    kept.save(&now, &[]).unwrap();
    drop(kept);
    assert_eq!(files(dir.path()), [PROFILE]);
}

#[test]
fn a_copy_is_of_the_same_group() {
    let dir = folder(&[of(None, 0, Mode::Joint, "2"), of(Some("ouders"), 0, Mode::Joint, "4")]);
    let copied = |from: &str, to: &str| fs::copy(dir.path().join(from), dir.path().join(to)).unwrap();
    copied(PARENTS, "ouders kopie.toml");
    let shown = run(dir.path(), &["show", "--group", "ouders"]).success();
    assert!(said(&shown).contains("ouders kopie.toml"), "{}", said(&shown));
    // Beside the team's own profile it is no copy of that.
    fs::remove_file(dir.path().join(PARENTS)).unwrap();
    assert_eq!(json(dir.path(), &["show"])["overall"], 2.0);
    assert_eq!(json(dir.path(), &["show", "--group", "ouders"])["overall"], 4.0);
}

#[test]
fn an_overview_is_of_whole_teams_or_of_one_group() {
    let dir = folder(&[
        of(None, 0, Mode::Joint, "2"),
        of(Some("Ouders"), 0, Mode::Joint, "4"),
        of(Some("bestuur"), 9, Mode::Joint, "5"),
    ]);
    for (flags, group, median, told) in [
        (&[][..], Value::Null, 2.0, "2 profielen zijn van groepen"),
        (
            &["--group", "ouders"][..],
            "ouders".into(),
            4.0,
            "2 profielen zijn van andere groepen of van hele teams",
        ),
    ] {
        let run = run(dir.path(), &[&["overview", "--json"], flags].concat()).success();
        let overview: Value = serde_json::from_str(&out(&run)).unwrap();
        assert_eq!((&overview["group"], &overview["teams"]), (&group, &1.into()));
        assert_eq!(overview["elements"][0]["median"], median);
        assert!(said(&run).contains(told), "{}", said(&run));
    }
    let refused = run(dir.path(), &["overview", "--group", "jongeren"]).code(1);
    assert!(said(&refused).contains("bestuur, ouders"), "{}", said(&refused));
    fs::remove_file(dir.path().join(PROFILE)).unwrap();
    let refused = run(dir.path(), &["overview"]).code(1);
    assert!(said(&refused).contains("bestuur, ouders"), "{}", said(&refused));
}

#[test]
fn in_the_rows_of_a_folder_each_group_has_its_own_newest() {
    let dir = folder(&[
        of(None, 0, Mode::Joint, "2"),
        of(Some("ouders"), 0, Mode::Joint, "4"),
        of(Some("ouders"), 40, Mode::Joint, "5"),
    ]);
    let rows = out(&run(dir.path(), &["export", "."]).success());
    let rows: Vec<Vec<&str>> = rows.lines().map(|line| line.split(',').collect()).collect();
    let place = |name: &str| rows[0].iter().position(|column| *column == name).unwrap();
    let (group, date, newest) = (place("group"), place("date"), place("newest"));
    let mut told: Vec<[&str; 3]> = rows[1..]
        .iter()
        .map(|row| [row[group], row[date], row[newest]])
        .collect();
    told.dedup();
    assert_eq!(
        told,
        [
            ["", "2026-11-21", "true"],
            ["ouders", "2026-11-21", "false"],
            ["ouders", "2026-12-31", "true"]
        ]
    );
    let refused = run(dir.path(), &["export", ".", "--group", "ouders"]).code(2);
    assert!(said(&refused).contains("--group"));
}

#[test]
fn a_corrected_profile_of_a_group_stays_one() {
    let dir = folder(&[of(None, 0, Mode::Joint, "2"), of(Some("ouders"), 0, Mode::Joint, "4")]);
    let before = fs::read(dir.path().join(PROFILE)).unwrap();
    let lines = ["1", "5", "", ""];
    ips(dir.path())
        .args(["assess", "--plain", "--lang", "nl", "--reopen", "--group", "ouders"])
        .write_stdin(lines.map(|line| format!("{line}\n")).concat())
        .assert()
        .success();
    assert_eq!(fs::read(dir.path().join(PROFILE)).unwrap(), before);
    let text = fs::read_to_string(dir.path().join(PARENTS)).unwrap();
    let corrected = profile::read(PARENTS, &text).unwrap().profile;
    assert_eq!(corrected.group.as_deref(), Some("ouders"));
    assert!(corrected.corrected.is_some() && text.contains("answer = 5"));
}
