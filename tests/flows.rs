//! Whole evenings with the built program: several steps in one folder, and everything that can be wrong with the input.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, ChildStderr, Stdio},
};

use assert_cmd::assert::Assert;
use ips::{lang::Lang, render::Document};
use serde_json::Value;

use crate::{
    common::{self, DRAFT, MEETING, each, files, panicked},
    program::ips,
};

const FILE: &str = "ips-groep-noord-2026-11-21.toml";
const ANSWERS: [&str; 24] = [
    "4", "3", "3", "4", "2", "3", "4", "3", "2", "4", "4", "5", "4", "3", "2", "2", "3", "3", "3", "?", "-", "4", "5",
    "4",
];

fn dir() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn words<'a>(words: &'a [&'a str], more: &'a [&'a str]) -> Vec<&'a str> {
    words.iter().chain(more).copied().collect()
}

/// Lines as they come in, each with its end.
fn typed(lines: &[&str]) -> String {
    lines.join("\n") + "\n"
}

/// `ips assess --plain` for one team with these lines.
fn assess(dir: &Path, more: &[&str], lines: &[&str]) -> Assert {
    let flags = ["assess", "--plain", "--lang", "nl", "--team", "IPS-groep Noord"];
    let lines = typed(lines);
    ips(dir).args(words(&flags, more)).write_stdin(lines).assert()
}

const JOINT: [&str; 6] = ["--mode", "joint", "--participants", "7", "--date", "2026-11-21"];

fn stdout(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

fn stderr(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

fn json(dir: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(&ips(dir).args(arguments).assert().success())).unwrap()
}

/// Asserts an exit code and a sentence on standard error, and that nothing looks like a crash.
fn refused(assert: Assert, code: i32, sentence: &str) {
    let assert = assert.code(code);
    let said = stderr(&assert);
    assert!(said.contains(sentence), "{sentence:?} in {said:?}");
    assert!(!panicked(&said) && !said.contains("backtrace"), "{said}");
}

/// The program with its lines from a pipe, once it has said this.
fn waiting(dir: &Path, arguments: &[&str], said: &str) -> (Child, BufReader<ChildStderr>) {
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("ips"))
        .args(arguments)
        .env("IPS_LANG", "nl")
        .current_dir(dir)
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut asked = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains(said) {
        line.clear();
        assert!(asked.read_line(&mut line).unwrap() > 0);
    }
    (child, asked)
}

#[test]
fn twenty_four_lines_give_a_profile_with_the_right_scores() {
    let dir = dir();
    let assert = assess(dir.path(), &JOINT, &ANSWERS).success();
    assert_eq!(files(dir.path()), [FILE]);
    assert!(stdout(&assert).contains(FILE));
    for number in 1..=24 {
        assert!(
            stderr(&assert).contains(&format!("\nvraag {number} van 24\n")),
            "{number}"
        );
    }
    let show = json(dir.path(), &["show", "--json"]);
    assert_eq!(show["team"], "IPS-groep Noord");
    assert_eq!(show["date"], "2026-11-21");
    assert_eq!(show["mode"], "joint");
    assert_eq!(show["participants"], 7);
    assert_eq!(show["questionnaire"], "six-elements");
    assert_eq!(show["weakest"], serde_json::json!(["learning-cycle", "culture"]));
    let scores: Vec<Option<f64>> = show["elements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|element| element["score"].as_f64())
        .collect();
    assert_eq!(
        scores,
        [Some(3.5), Some(2.8), Some(4.0), Some(2.5), Some(3.0), Some(4.333_333)]
    );
    let element = &show["elements"][4];
    assert_eq!(
        (element["answered"].as_u64(), element["asked"].as_u64()),
        (Some(1), Some(2))
    );
    assert_eq!(element["questions"][1]["score"], Value::Null);
    assert_eq!(element["questions"][1]["dont_know"], 1);
    assert_eq!(element["questions"][2]["not_applicable"], 1);
    assert_eq!(
        show["elements"][0]["questions"][0]["votes"],
        serde_json::json!([0, 0, 0, 1, 0])
    );
    assert_eq!(show["elements"][0]["questions"][0]["id"], "shared-vision.benefit");
    assert_eq!(show["elements"][3]["weakest"], true);
}

#[test]
fn the_next_meeting_is_compared_and_exported() {
    let dir = dir();
    let agreed = words(&ANSWERS, &["", "Doelen op het bord", "IB'er", "2027-01-15"]);
    assess(dir.path(), &JOINT, &agreed).success();
    let mut later = ANSWERS;
    (later[14], later[15], later[16]) = ("4", "3", "4");
    assess(
        dir.path(),
        &["--mode", "joint", "--participants", "7", "--date", "2027-05-30"],
        &later,
    )
    .success();
    let diff = json(dir.path(), &["diff", "--json"]);
    assert_eq!(
        (&diff["before"]["date"], &diff["after"]["date"]),
        (&"2026-11-21".into(), &"2027-05-30".into())
    );
    let element = &diff["elements"][3];
    assert_eq!(
        (element["id"].as_str(), element["change"].as_f64()),
        (Some("learning-cycle"), Some(1.0))
    );
    assert_eq!(
        (&element["clear"], &element["weakest_before"], &element["weakest_after"]),
        (&true.into(), &true.into(), &false.into())
    );
    assert_eq!(
        (element["score_before"].as_f64(), element["score_after"].as_f64()),
        (Some(2.5), Some(3.5))
    );
    assert_eq!(
        element["questions"][0],
        serde_json::json!({"id": "learning-cycle.baseline", "before": 2.0, "after": 4.0, "change": 2.0})
    );
    let told = ["limit", "compared", "up", "down"].map(|key| element[key].clone());
    assert_eq!(serde_json::json!(told), serde_json::json!([0.75, 4, 3, 0]));
    assert_eq!(diff["elements"][1]["clear"], false);
    assert_eq!(diff["agreements"][0]["what"], "Doelen op het bord");
    assert_eq!(diff["not_compared"].as_array().unwrap().len(), 2);
    // Named the other way round they are put in order.
    let named = json(dir.path(), &["diff", "ips-groep-noord-2027-05-30.toml", FILE, "--json"]);
    assert_eq!(named, diff);
    let text = stdout(&ips(dir.path()).arg("diff").assert().success());
    assert!(text.contains("duidelijk hoger") && text.contains("+1,0"), "{text}");
    ips(dir.path())
        .args(["export", "-o", "verslag.md", "--compare-with", FILE])
        .assert()
        .success();
    let report = fs::read_to_string(dir.path().join("verslag.md")).unwrap();
    assert!(
        report.contains("# Samenwerken: IPS-groep Noord") && report.contains("30 mei 2027"),
        "{report}"
    );
    assert!(
        report.contains("Doelen op het bord"),
        "what was agreed then is in the report"
    );
    refused(
        ips(dir.path()).args(["export", "-o", "verslag.md"]).assert(),
        1,
        "bestaat al",
    );
    assert_eq!(fs::read_to_string(dir.path().join("verslag.md")).unwrap(), report);
    ips(dir.path())
        .args(["export", "-o", "verslag.md", "--force"])
        .assert()
        .success();
}

#[test]
fn three_meetings_are_followed_whichever_way_their_files_are_named() {
    let dir = dir();
    let meeting = |date: &str, participants: &str, lines: &[&str]| {
        let flags = ["--mode", "joint", "--participants", participants, "--date", date];
        assess(dir.path(), &flags, lines).success();
    };
    meeting(
        "2026-11-21",
        "7",
        &words(&ANSWERS, &["", "Doelen op het bord", "IB'er", "2027-01-15"]),
    );
    let mut later = ANSWERS;
    later[14..18].copy_from_slice(&["?"; 4]);
    meeting("2027-01-15", "7", &later);
    later[14..18].copy_from_slice(&["4"; 4]);
    meeting("2027-05-30", "5", &later);
    let trend = json(dir.path(), &["trend", "--json"]);
    assert_eq!(
        (&trend["team"], &trend["questionnaire"]),
        (&"IPS-groep Noord".into(), &"six-elements".into())
    );
    let meetings = trend["meetings"].as_array().unwrap();
    let dates: Vec<&str> = meetings
        .iter()
        .map(|meeting| meeting["date"].as_str().unwrap())
        .collect();
    assert_eq!(dates, ["2026-11-21", "2027-01-15", "2027-05-30"]);
    let of = |meeting: usize| &meetings[meeting]["elements"][3];
    assert_eq!(
        (of(0)["id"].as_str(), of(0)["score"].as_f64()),
        (Some("learning-cycle"), Some(2.5))
    );
    assert_eq!((&of(0)["change"], &of(0)["weakest"]), (&Value::Null, &true.into()));
    assert_eq!(
        (&of(1)["score"], &of(1)["change"], &of(1)["clear"]),
        (&Value::Null, &Value::Null, &false.into())
    );
    assert_eq!(
        (of(2)["change"].as_f64(), &of(2)["clear"], of(2)["since"].as_str()),
        (Some(1.5), &true.into(), Some("2026-11-21"))
    );
    assert_eq!(trend["whole"]["elements"][3]["change"], 1.5);
    assert_eq!(meetings[0]["agreements"][0]["what"], "Doelen op het bord");
    // The last step of a trend of two is the difference between them.
    let [first, second, last] =
        ["2026-11-21", "2027-01-15", "2027-05-30"].map(|date| format!("ips-groep-noord-{date}.toml"));
    let diff = json(dir.path(), &["diff", &second, &last, "--json"]);
    let two = json(dir.path(), &["trend", &last, &second, "--json"]);
    for (element, step) in diff["elements"]
        .as_array()
        .unwrap()
        .iter()
        .zip(two["meetings"][1]["elements"].as_array().unwrap())
    {
        assert_eq!(
            (&element["change"], &element["clear"]),
            (&step["change"], &step["clear"]),
            "{}",
            element["id"]
        );
    }
    for files in [
        [&first, &last, &second],
        [&second, &first, &last],
        [&last, &second, &first],
    ] {
        assert_eq!(
            json(dir.path(), &["trend", files[0], files[1], files[2], "--json"]),
            trend
        );
    }
    let text = stdout(&ips(dir.path()).arg("trend").assert().success());
    for words in [
        "3 bijeenkomsten",
        "▄·▇",
        "▲ duidelijk hoger",
        "(5 tot 7)",
        "Doelen op het bord (afgesproken op 21 november 2026)",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn a_trend_leaves_other_questionnaires_of_the_folder_out_and_refuses_them_by_name() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/handover.toml");
    let other = [
        "--questions",
        file.to_str().unwrap(),
        "--date",
        "2026-12-01",
        "--mode",
        "joint",
        "--participants",
        "4",
    ];
    assess(dir.path(), &other, &["2"; 6]).success();
    let newest = words(&JOINT[..4], &["--date", "2027-05-30"]);
    assess(dir.path(), &newest, &ANSWERS).success();
    let assert = ips(dir.path()).args(["trend", "--json"]).assert().success();
    assert!(
        stderr(&assert).contains("ips-groep-noord-2026-12-01.toml"),
        "{}",
        stderr(&assert)
    );
    let trend: Value = serde_json::from_str(&stdout(&assert)).unwrap();
    assert_eq!(trend["meetings"].as_array().unwrap().len(), 2);
    let named = ["trend", FILE, "ips-groep-noord-2026-12-01.toml"];
    refused(ips(dir.path()).args(named).assert(), 1, "twee vragenlijsten");
    refused(ips(dir.path()).args(["trend", "--team", "Zuid"]).assert(), 1, "Zuid");
}

#[test]
fn a_second_meeting_on_one_day_gets_a_number_and_is_the_newest() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let mut again = ANSWERS;
    again[0] = "1";
    assess(dir.path(), &JOINT, &again).success();
    assert_eq!(files(dir.path()), ["ips-groep-noord-2026-11-21-2.toml", FILE]);
    assert_eq!(
        json(dir.path(), &["show", "--json"])["elements"][0]["questions"][0]["score"],
        1.0
    );
    assert_eq!(
        json(dir.path(), &["diff", "--json"])["elements"][0]["questions"][0]["change"],
        -3.0
    );
}

#[test]
fn a_stopped_meeting_goes_on_where_it_stopped() {
    let dir = dir();
    refused(assess(dir.path(), &JOINT, &ANSWERS[..10]), 130, "ips assess --resume");
    assert_eq!(files(dir.path()), [DRAFT]);
    refused(assess(dir.path(), &JOINT, &[]), 1, "--resume");
    refused(assess(dir.path(), &JOINT, &[]), 1, "--new");
    refused(
        assess(dir.path(), &["--resume", "--participants", "8"], &[]),
        2,
        "--participants",
    );
    refused(
        assess(dir.path(), &["--resume", "--date", "22 november"], &[]),
        2,
        "--date",
    );
    assess(dir.path(), &["--resume", "--date", "21 november"], &["q"]).code(130);
    refused(
        assess(dir.path(), &["--resume", "--mode", "tally"], &[]),
        2,
        "verander je dit met i",
    );
    refused(
        assess(dir.path(), &["--resume", "--elements", "2"], &[]),
        2,
        "--elements",
    );
    refused(
        assess(dir.path(), &["--resume", "--questions", "trust"], &[]),
        2,
        "--questions",
    );
    assess(dir.path(), &["--resume", "--questions", "zes"], &["q"]).code(130);
    let other_team = ["assess", "--plain", "--resume", "--team", "Zuid", "--lang", "nl"];
    refused(
        ips(dir.path()).args(other_team).assert(),
        2,
        "--team past niet bij het concept",
    );
    refused(ips(dir.path()).arg("show").assert(), 1, "concept");
    let lines = typed(&ANSWERS[10..]);
    let assert = ips(dir.path())
        .args(["assess", "--plain", "--resume"])
        .write_stdin(lines)
        .assert()
        .success();
    assert!(stderr(&assert).contains("\nvraag 11 van 24\n") && !stderr(&assert).contains("\nvraag 10 van 24\n"));
    assert_eq!(files(dir.path()), [FILE]);
    assert_eq!(json(dir.path(), &["show", "--json"])["overall"], 3.355_556);
}

#[test]
fn a_day_is_typed_in_a_flag_as_people_type_it() {
    for day in ["21-11-2026", "zaterdag 21 nov 2026", "November 21, 2026"] {
        let dir = dir();
        assess(dir.path(), &words(&JOINT[..4], &["--date", day]), &["3", "q"]).code(130);
        assert_eq!(files(dir.path()), [DRAFT], "{day}");
    }
    for no_day in ["30-2-2026", "gisteren", "+999999w", ""] {
        let assert = assess(dir().path(), &words(&JOINT[..4], &["--date", no_day]), &[]);
        refused(assert, 2, "--date");
    }
}

#[test]
fn a_draft_goes_on_with_the_questions_it_began_with_or_not_at_all() {
    let dir = dir();
    let file = dir.path().join("lijst.toml");
    let own = include_str!("../examples/handover.toml");
    fs::write(&file, own).unwrap();
    let flags = words(&JOINT, &["--questions", "lijst.toml"]);
    assess(dir.path(), &flags, &["3", "q"]).code(130);
    let resume = ["--resume", "--questions", "lijst.toml"];
    assess(dir.path(), &resume, &["q"]).code(130);
    let draft = files(dir.path())
        .into_iter()
        .find(|name| name.ends_with(".draft.toml"))
        .unwrap();
    let before = fs::read(dir.path().join(&draft)).unwrap();
    let version = own.replace("version = 1", "version = 2");
    let text = own.replacen("Vragen we ouders", "Vragen wij ouders", 1);
    for changed in [version, text] {
        assert_ne!(changed, own);
        fs::write(&file, changed).unwrap();
        refused(assess(dir.path(), &resume, &[]), 2, "de vragen waarmee het begon");
        assert_eq!(fs::read(dir.path().join(&draft)).unwrap(), before);
    }
    // Without the flag the draft has all that it needs.
    fs::remove_file(&file).unwrap();
    assess(dir.path(), &["--resume"], &["4", "q"]).code(130);
}

#[test]
fn from_the_overview_on_the_profile_is_saved_and_a_stop_is_no_loss() {
    let dir = dir();
    for (number, last) in [(1, "q"), (2, "Elke week")] {
        // The review, and then the first line of an agreement.
        assess(dir.path(), &words(&JOINT, &["--new"]), &words(&ANSWERS, &["", last])).success();
        assert_eq!(
            files(dir.path()).len(),
            number,
            "no draft stays: {:?}",
            files(dir.path())
        );
    }
    let agreements = |file: &str| json(dir.path(), &["show", "--json", file])["agreements"].clone();
    assert_eq!(agreements(FILE), serde_json::json!([]));
    assert_eq!(agreements("ips-groep-noord-2026-11-21-2.toml")[0]["what"], "Elke week");
}

#[test]
fn sheets_that_are_not_all_typed_are_nowhere_but_on_paper() {
    let dir = dir();
    let flags = ["--mode", "ballots", "--participants", "3", "--date", "2026-11-21"];
    let sheet = "3".repeat(24);
    let said = stderr(&assess(dir.path(), &flags, &[&sheet, &sheet, "q"]).code(130));
    assert!(said.contains("Houd ze bij elkaar"), "{said}");
    let draft = fs::read_to_string(dir.path().join(DRAFT)).unwrap();
    assert!(!draft.contains("votes"), "{draft}");
    // All of them typed are counts, whoever gave what.
    let sheet = sheet.as_str();
    assess(dir.path(), &["--resume"], &[sheet, sheet, sheet, "", "j", "", "", ""]).success();
    let profile = fs::read_to_string(dir.path().join(FILE)).unwrap();
    assert!(profile.contains("votes = [0, 0, 3, 0, 0]"), "{profile}");
}

/// `ips assess --plain --reopen` with these lines.
fn reopen(dir: &Path, more: &[&str], lines: &[&str]) -> Assert {
    let flags = ["assess", "--plain", "--lang", "nl", "--reopen"];
    ips(dir).args(words(&flags, more)).write_stdin(typed(lines)).assert()
}

#[test]
fn a_reopened_profile_keeps_its_bytes_without_a_change() {
    let dir = dir();
    assess(dir.path(), &JOINT, &words(&ANSWERS, &["", "Bellen"])).success();
    let path = dir.path().join(FILE);
    let written = format!("# Van ons\r\n{}\r\n", fs::read_to_string(&path).unwrap());
    fs::write(&path, &written).unwrap();
    for lines in [
        &["q"][..],
        &[],
        &["", "", ""],
        &["99", "x", "i", "3 7", "", "q"],
        &["3", "3", "3", "s", "3", "", "7", "", "", "", ""],
        &["", "7", "-", "", "q"],
    ] {
        for more in [&[][..], &[FILE]] {
            let said = stderr(&reopen(dir.path(), more, lines).success());
            assert!(
                said.contains(&format!("Er is niets veranderd in {FILE}")),
                "{lines:?}: {said}"
            );
            assert_eq!(fs::read_to_string(&path).unwrap(), written, "{lines:?}");
            assert_eq!(files(dir.path()), [FILE], "neither a draft nor a lock");
        }
    }
}

#[test]
fn a_reopened_profile_is_corrected_finished_and_agreed_on() {
    let dir = dir();
    // Of a day to come too: what is saved can be read again.
    for date in ["2026-11-21", "2999-01-01"] {
        let flags = ["--mode", "joint", "--participants", "7", "--date", date];
        assess(dir.path(), &flags, &words(&ANSWERS[..22], &["f"])).success();
        let file = format!("ips-groep-noord-{date}.toml");
        let before = json(dir.path(), &["show", "--json", &file]);
        assert_eq!(before["elements"][5]["answered"], 1);
        let lines = [
            "3",
            "n toch anders",
            "5",
            "23",
            "5",
            "24",
            "4",
            "i",
            "5 wijkagent",
            "",
            "",
            "1",
            "Bellen",
            "",
            "+2w",
        ];
        let assert = reopen(dir.path(), &[&file], &lines).success();
        assert!(stdout(&assert).contains(&file), "{}", stdout(&assert));
        let after = json(dir.path(), &["show", "--json", &file]);
        let question = &after["elements"][0]["questions"][2];
        assert_eq!(
            (&question["score"], &question["note"]),
            (&5.0.into(), &"toch anders".into())
        );
        assert_eq!(after["elements"][5]["answered"], 3);
        assert_eq!(after["functions"], "wijkagent");
        assert_eq!(after["agreements"][0]["what"], "Bellen");
        let text = fs::read_to_string(dir.path().join(&file)).unwrap();
        assert!(text.contains("\ncorrected = "), "{text}");
        ips(dir.path()).args(["check", &file]).assert().success();
    }
    assert_eq!(files(dir.path()).len(), 2);
}

#[test]
fn what_cannot_be_reopened_is_refused() {
    let dir = dir();
    refused(reopen(dir.path(), &[], &[]), 1, "profiel");
    assess(dir.path(), &JOINT, &["3", "q"]).code(130);
    let draft = fs::read_to_string(dir.path().join(DRAFT)).unwrap();
    refused(reopen(dir.path(), &[DRAFT], &["q"]), 1, "--resume");
    refused(reopen(dir.path(), &["weg.toml"], &["q"]), 1, "weg.toml");
    refused(reopen(dir.path(), &["--new"], &["q"]), 2, "--new");
    assert_eq!(fs::read_to_string(dir.path().join(DRAFT)).unwrap(), draft);
    assert_eq!(files(dir.path()), [DRAFT]);
}

#[test]
fn a_second_session_on_a_reopened_profile_is_refused() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let before = fs::read(dir.path().join(FILE)).unwrap();
    let (mut child, mut asked) = waiting(dir.path(), &["assess", "--plain", "--reopen"], "Overzicht");
    refused(reopen(dir.path(), &[], &["3", "5"]), 1, FILE);
    assert_eq!(fs::read(dir.path().join(FILE)).unwrap(), before);
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"3\n5\nq\n").unwrap();
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut asked, &mut rest).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{rest}");
    assert_eq!(
        json(dir.path(), &["show", "--json"])["elements"][0]["questions"][2]["score"],
        5.0
    );
}

#[test]
fn a_new_draft_leaves_the_old_one_alone() {
    let dir = dir();
    assess(dir.path(), &JOINT, &["3", "q"]).code(130);
    assess(dir.path(), &words(&JOINT, &["--new"]), &["4", "4", "q"]).code(130);
    assert_eq!(
        files(dir.path()),
        [
            "ips-groep-noord-2026-11-21-2.draft.toml",
            "ips-groep-noord-2026-11-21.draft.toml"
        ]
    );
    let assert = assess(dir.path(), &["--resume"], &[]).code(130);
    assert!(stderr(&assert).contains("\nvraag 3 van 24\n"), "the newest one goes on");
}

#[test]
fn what_flags_leave_open_is_asked_in_order() {
    let dir = dir();
    let lines = "\nIPS-groep Noord\nveel\n7\n4\n1\n4\nq\n";
    let assert = ips(dir.path())
        .args(["assess", "--plain", "--date", "2026-11-21"])
        .write_stdin(lines)
        .assert()
        .code(130);
    let said = stderr(&assert);
    let places = ["Hoe heet", "Met hoeveel", "Hoe antwoorden", "vraag 1 van 24"].map(|words| said.find(words).unwrap());
    assert!(places.is_sorted());
    let draft = fs::read_to_string(dir.path().join(DRAFT)).unwrap();
    assert!(draft.contains("participants = 7") && draft.contains("mode = \"joint\"") && draft.contains("answer = 4"));
    refused(
        ips(dir.path())
            .args(["assess", "--plain", "--team", "Zuid"])
            .write_stdin("")
            .assert(),
        2,
        "--participants",
    );
}

#[test]
fn the_letters_that_go_back_and_stop_work_before_the_first_question_too() {
    let dir = dir();
    for (lines, code) in [("q\n", 130), ("Noord\nb\nZuid\n7\nq\n", 130), ("Noord\n7\nb\n8\n", 2)] {
        let assert = ips(dir.path())
            .args(["assess", "--plain"])
            .write_stdin(lines)
            .assert()
            .code(code);
        let said = stderr(&assert);
        assert_eq!(
            said.contains("Verder kan: b terug, q stoppen."),
            lines.len() > 2,
            "{said}"
        );
        assert_eq!(
            said.contains("Gestopt. Er was nog niets te bewaren."),
            code == 130,
            "{said}"
        );
        assert_eq!(files(dir.path()), [""; 0]);
    }
}

#[test]
fn at_the_review_the_end_of_input_completes_the_profile() {
    let dir = dir();
    // To question 3 and no further: the team was at the review already.
    assess(dir.path(), &JOINT, &["3", "4", "f", "3"]).success();
    assert_eq!(files(dir.path()), [FILE]);
}

#[test]
fn a_failed_save_in_a_pipe_never_takes_an_answer_for_a_folder() {
    let dir = dir();
    assess(dir.path(), &JOINT, &["3", "q"]).code(130);
    let draft = dir.path().join(DRAFT);
    let other = tempfile::tempdir().unwrap();
    fs::create_dir(other.path().join("4")).unwrap();
    // A folder where the temporary file has to be renamed to: no user can save over it.
    let resume = ["assess", "--plain", "--resume", "--dir", dir.path().to_str().unwrap()];
    let (mut child, mut asked) = waiting(other.path(), &resume, "vraag 2 van 24");
    fs::remove_file(&draft).unwrap();
    fs::create_dir(&draft).unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"2\n4\n1\n").unwrap();
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut asked, &mut rest).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(rest.contains("kan niet bewaard worden"), "{rest}");
    assert_eq!(fs::read_dir(other.path().join("4")).unwrap().count(), 0);
}

#[test]
fn only_the_chosen_elements_are_asked() {
    let dir = dir();
    assess(dir.path(), &words(&JOINT, &["--elements", "6,cultuur"]), &["4"; 8]).success();
    let show = json(dir.path(), &["show", "--json"]);
    assert_eq!(
        (
            show["elements"][1]["answered"].as_u64(),
            show["elements"][0]["answered"].as_u64()
        ),
        (Some(5), Some(0))
    );
    assert_eq!(show["overall"], Value::Null);
    refused(
        assess(dir.path(), &words(&JOINT, &["--elements", "vriendschap"]), &[]),
        2,
        "(culture)",
    );
}

#[test]
fn everyones_answers_are_kept_as_counts_only() {
    let dir = dir();
    let flags = [
        "--mode",
        "tally",
        "--participants",
        "7",
        "--date",
        "2026-11-21",
        "--functions",
        "IB'er, wijkagent",
    ];
    let mut lines = ["5 1 4 1 5 2 ?"; 24];
    lines[1] = "33";
    assess(dir.path(), &flags, &lines).success();
    let text = fs::read_to_string(dir.path().join(FILE)).unwrap();
    assert!(!text.contains("5 1 4 1 5"));
    let show = json(dir.path(), &["show", "--json"]);
    let question = &show["elements"][0]["questions"][0];
    assert_eq!(
        (&question["votes"], &question["dont_know"], &question["divided"]),
        (&serde_json::json!([2, 1, 0, 1, 2]), &1.into(), &true.into())
    );
    assert_eq!(show["functions"], "IB'er, wijkagent");
}

#[test]
fn answers_come_from_a_file() {
    let dir = dir();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/answers.toml");
    let file = file.to_str().unwrap();
    let flags = [
        "assess",
        "--answers",
        file,
        "--team",
        "IPS-groep Noord",
        "--date",
        "2026-11-21",
    ];
    refused(ips(dir.path()).args(flags).assert(), 2, "--participants");
    let assert = ips(dir.path())
        .args(flags)
        .args(["--participants", "6"])
        .assert()
        .success();
    assert!(stderr(&assert).contains("24 van 24 beantwoord"));
    let show = json(dir.path(), &["show", "--json"]);
    assert_eq!(
        show["elements"][1]["questions"][2]["note"],
        "OPP, MDO en zorgplan: ieder bedoelt iets anders."
    );
    assert_eq!(show["weakest"][0], "learning-cycle");
    let fewer = fs::read_to_string(file).unwrap().replace("\"culture.trust\" = 4\n", "");
    fs::write(dir.path().join("minder.toml"), fewer).unwrap();
    let assert = ips(dir.path())
        .args([
            "assess",
            "--answers",
            "minder.toml",
            "--team",
            "Zuid",
            "--participants",
            "6",
        ])
        .assert()
        .success();
    assert!(stderr(&assert).contains("23 van 24 beantwoord") && stderr(&assert).contains("culture.trust"));
}

#[test]
fn a_questionnaire_of_ones_own_goes_the_whole_way() {
    let dir = dir();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/handover.toml");
    let file = file.to_str().unwrap();
    for (date, answer) in [("2026-11-21", "2"), ("2027-11-21", "4")] {
        let flags = [
            "--questions",
            file,
            "--mode",
            "joint",
            "--participants",
            "4",
            "--date",
            date,
        ];
        assess(dir.path(), &flags, &[answer; 6]).success();
    }
    let diff = json(dir.path(), &["diff", "--json"]);
    assert_eq!(
        (diff["overall"]["change"].as_f64(), &diff["elements"][0]["up"]),
        (Some(2.0), &2.into())
    );
    let mut answers = vec!["5"];
    answers.extend(["4"; 6]);
    let flags = [
        "--questions",
        file,
        "--mode",
        "joint",
        "--participants",
        "4",
        "--date",
        "2028-01-01",
    ];
    let assert = assess(dir.path(), &flags, &answers).success();
    assert!(stderr(&assert).contains("1 tot en met 4"));
}

#[test]
fn the_newest_meeting_is_compared_with_the_newest_of_the_same_questionnaire() {
    let dir = dir();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/handover.toml");
    assess(dir.path(), &JOINT, &ANSWERS).success();
    refused(ips(dir.path()).arg("diff").assert(), 1, "maar één profiel");
    let flags = [
        "--questions",
        file.to_str().unwrap(),
        "--mode",
        "joint",
        "--participants",
        "4",
        "--date",
        "2026-12-01",
    ];
    assess(dir.path(), &flags, &["3"; 6]).success();
    assess(
        dir.path(),
        &["--mode", "joint", "--participants", "7", "--date", "2027-01-01"],
        &ANSWERS,
    )
    .success();
    assert_eq!(json(dir.path(), &["diff", "--json"])["before"]["date"], "2026-11-21");
    refused(
        ips(dir.path())
            .args(["diff", FILE, "ips-groep-noord-2026-12-01.toml"])
            .assert(),
        1,
        "twee vragenlijsten",
    );
}

#[test]
fn several_teams_in_a_folder_are_told_apart_by_the_name_in_the_file() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let lines = typed(&ANSWERS);
    let other = [
        "assess",
        "--plain",
        "--team",
        "IPS groep (noord)",
        "--mode",
        "joint",
        "--participants",
        "5",
        "--date",
        "2026-11-21",
    ];
    ips(dir.path()).args(other).write_stdin(lines).assert().success();
    assert_eq!(
        files(dir.path()),
        ["ips-groep-noord-2026-11-21-2.toml", FILE],
        "both have the same slug"
    );
    refused(ips(dir.path()).arg("show").assert(), 2, "IPS groep (noord)");
    assert_eq!(
        json(dir.path(), &["show", "--json", "--team", "IPS-groep  Noord"])["participants"],
        7
    );
    assert_eq!(
        json(dir.path(), &["show", "--json", "--team", "IPS groep (noord)"])["participants"],
        5
    );
    refused(
        ips(dir.path()).args(["show", "--team", "Zuid"]).assert(),
        1,
        "Wel van: IPS groep (noord), IPS-groep Noord",
    );
    refused(
        ips(dir.path())
            .args(["diff", FILE, "ips-groep-noord-2026-11-21-2.toml"])
            .assert(),
        1,
        "twee teams",
    );
}

#[test]
fn broken_files_in_a_folder_are_named_and_passed_over() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let text = fs::read_to_string(dir.path().join(FILE)).unwrap();
    fs::write(
        dir.path().join("ips-groep-noord-2027-01-01.toml"),
        &text[..text.len() / 2],
    )
    .unwrap();
    fs::write(dir.path().join("iets-anders.toml"), "[package]\nname = \"x\"\n").unwrap();
    let assert = ips(dir.path()).args(["show", "--json"]).assert().success();
    let said = stderr(&assert);
    assert!(
        said.contains("ips-groep-noord-2027-01-01.toml") && said.contains("niet compleet"),
        "{said}"
    );
    assert!(!said.contains("iets-anders"), "{said}");
}

#[test]
fn a_folder_with_only_a_broken_profile_is_not_said_to_be_empty() {
    let dir = dir();
    fs::write(dir.path().join(FILE), "kapot").unwrap();
    for arguments in [
        &["show"][..],
        &["show", "noord"],
        &["export"],
        &["agreements", "--team", "Noord"],
    ] {
        let assert = ips(dir.path()).args(arguments).args(["--lang", "nl"]).assert().code(1);
        let said = stderr(&assert);
        assert!(said.contains("ips check .") && !said.contains("nog geen"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_profile_of_the_same_folder_is_no_second_one() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    std::os::unix::fs::symlink(FILE, dir.path().join("zie-ook.toml")).unwrap();
    let arguments = ["agreements", "--add", "Bellen", "--element", "culture"];
    let assert = ips(dir.path()).args(arguments).assert().success();
    assert!(!stderr(&assert).contains("zie-ook"), "{}", stderr(&assert));
    refused(ips(dir.path()).arg("diff").assert(), 1, "");
}

#[test]
fn of_many_profiles_the_newest_are_named_where_a_name_is_no_file() {
    let dir = dir();
    let text = include_str!("../examples/ips-groep-de-linde-2026-11-19.toml");
    for month in 1..=10 {
        let date = format!("2026-{month:02}-19");
        let text = text.replace("2026-11-19", &date);
        fs::write(dir.path().join(format!("linde-{date}.toml")), text).unwrap();
    }
    let assert = ips(dir.path()).args(["show", "noord", "--lang", "nl"]).assert().code(1);
    let said = stderr(&assert);
    let named: Vec<&str> = said
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("linde-"))
        .collect();
    assert_eq!(named.len(), 8, "{said}");
    assert_eq!((named[0], named[7]), ("linde-2026-10-19.toml", "linde-2026-03-19.toml"));
    assert!(said.trim_end().ends_with("en nog 2"), "{said}");
}

#[test]
fn a_document_that_cannot_be_saved_goes_to_another_place() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let below_a_file = format!("{FILE}/verslag.md");
    for command in ["export", "questions", "guide"] {
        refused(
            ips(dir.path()).args([command, "-o", &below_a_file]).assert(),
            1,
            "Kies een andere plek met -o.",
        );
    }
}

#[test]
fn bad_input_gets_a_sentence_with_place_and_next_step() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let path = dir.path();
    let text = fs::read_to_string(path.join(FILE)).unwrap();
    let write = |name: &str, text: &str| fs::write(path.join(name), text).unwrap();
    write("kapot.toml", "team = \"x\"\ndate = = 3\n");
    write("nieuwer.toml", &text.replace("format = 1", "format = 7"));
    write("half.toml", &text[..text.len() - 40]);
    write("vreemd.toml", "a = 1\n");
    write("buiten.toml", &text.replacen("answer = 4", "answer = 9", 1));
    write("leeg.toml", "");
    fs::write(path.join("beeld.toml"), b"\x89PNG\x00\x00").unwrap();
    fs::write(path.join("groot.toml"), vec![b'#'; 1024 * 1024 + 1]).unwrap();
    let show = |file: &str| ips(path).args(["show", file]).assert();
    refused(
        show("weg.toml"),
        1,
        "weg.toml kan niet gelezen worden: het bestaat niet",
    );
    refused(show("kapot.toml"), 1, "niet compleet");
    refused(show("nieuwer.toml"), 1, "nieuwere versie van ips");
    refused(show("half.toml"), 1, "het stopt na regel");
    refused(show("vreemd.toml"), 1, "geen profiel van ips");
    refused(show("buiten.toml"), 1, "getal zijn van 1 tot en met 5");
    refused(show("buiten.toml"), 1, "regel 34, kolom 10");
    refused(show("leeg.toml"), 1, "niet compleet");
    refused(show("beeld.toml"), 1, "geen tekstbestand");
    refused(show("groot.toml"), 1, "groter dan 1 MB");
    refused(show("."), 1, ". is een map.");
    refused(ips(path).args(["show", "--dir", "nergens"]).assert(), 1, "nergens");
    refused(
        ips(path)
            .args(["assess", "--plain", "--dir", "nergens", "--team", "x"])
            .assert(),
        1,
        "nergens",
    );
    refused(ips(path).args(["diff", FILE]).assert(), 2, "twee profielen");
    refused(ips(path).args(["assess", "--team", "x"]).assert(), 2, "--plain");
    refused(
        ips(path).args(["assess", "--plain", "--questions", "nergens"]).assert(),
        2,
        "six-elements",
    );
    refused(
        ips(path).args(["questions", "--questions", "nergens.toml"]).assert(),
        1,
        "nergens.toml",
    );
    refused(ips(path).args(["export", "-o", "verslag.pdf"]).assert(), 2, ".md");
    refused(
        ips(path).args(["export", "-o", "nergens/verslag.md"]).assert(),
        1,
        "De map nergens bestaat niet. Maak die map, of kies een andere plek met -o.",
    );
    refused(
        ips(path)
            .args(["trend", "-o", "nergens/verloop.html", "--force", "--lang", "en"])
            .assert(),
        1,
        "The folder nergens doesn't exist.",
    );
    refused(
        ips(path).args(["trend", "-o", "verloop.png", "--lang", "en"]).assert(),
        2,
        "ips can't make the trend as verloop.png. Choose .html",
    );
    refused(ips(path).args(["show", "--team", ""]).assert(), 2, "--team");
    refused(
        ips(path)
            .args(["assess", "--plain", "--team", "x", "--date", "2026-02-30"])
            .assert(),
        2,
        "--date",
    );
    refused(
        ips(path)
            .args(["assess", "--plain", "--team", "x", "--participants", "0"])
            .assert(),
        2,
        "--participants",
    );
    refused(ips(path).args(["show", "--lang", "de"]).assert(), 2, "nl of en");
    refused(ips(path).arg("shwo").assert(), 2, "show");
    refused(ips(path).assert(), 2, "Gebruik");
    write(
        "antwoorden.toml",
        "questionnaire = \"six-elements\"\n[answers]\n\"culture.x\" = 3\n\"culture.trust\" = 6\n",
    );
    let answers = [
        "assess",
        "--answers",
        "antwoorden.toml",
        "--team",
        "x",
        "--participants",
        "3",
    ];
    refused(ips(path).args(answers).assert(), 1, "regel 3, kolom 1: culture.x");
    refused(ips(path).args(answers).assert(), 1, "regel 4, kolom 19");
}

#[test]
fn a_form_that_contradicts_the_name_of_its_file_is_refused() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let run = |arguments: &str| ips(dir.path()).args(arguments.split(' ')).assert();
    // A form more stands in these lists by itself; the cases of the commands have them written out.
    let trend = Document::trend().endings(Lang::Nl);
    let questions = Document::questions().endings(Lang::En);
    let agenda = Document::agenda().endings(Lang::Nl);
    for (arguments, sentence) in [
        (
            "export --format html -o v.csv",
            "--format past niet bij v.csv. Laat --format weg, of geef het bestand een naam op .html.",
        ),
        ("export --format word -o v.md", "een naam op .docx."),
        (
            "export --format html -o v.csv --lang en",
            "--format doesn't fit v.csv. Leave --format out, or give the file a name that ends in .html.",
        ),
        ("trend --json -o v.html", "--json past niet bij v.html."),
        ("questions --json -o v.md", "--json past niet bij v.md."),
        ("questions --format md -o v.json", "--format past niet bij v.json."),
        (
            "trend --format csv",
            &format!("Het verloop als csv kan ips niet maken. Kies {trend}: -o verloop.html"),
        ),
        (
            "questions --format foo --lang en",
            &format!("ips can't make the questions as foo. Choose {questions}: -o questions.html"),
        ),
        ("questions -o v.txt", "De vragen als v.txt kan ips niet maken."),
        ("questions -o v.xlsx", "De vragen als v.xlsx kan ips niet maken."),
        ("questions -o v.png", "De vragen als v.png kan ips niet maken."),
        (
            "agenda --format foo",
            &format!("De agenda als foo kan ips niet maken. Kies {agenda}: -o agenda.html"),
        ),
        // Words for a form are no endings.
        ("export -o v.word", ".docx"),
        ("export -o v.excel", ".xlsx"),
        ("export -o v.markdown", ".md"),
        ("trend -o v.markdown", ".md"),
    ] {
        refused(run(arguments), 2, sentence);
    }
    assert_eq!(files(dir.path()), [FILE]);
    for arguments in [
        "export --format html -o v.HTM",
        "export -o w.htm",
        "trend -o x.htm",
        "export --format html -o verslag",
        "export --format md -o v.txt",
        "trend --json -o trend.txt",
        "questions --json -o v.json",
    ] {
        run(arguments).success();
    }
    for page in ["v.HTM", "w.htm", "x.htm", "verslag"] {
        let page = fs::read_to_string(dir.path().join(page)).unwrap();
        assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    }
}

#[test]
fn one_file_is_not_taken_for_two_meetings() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    fs::create_dir(dir.path().join("map")).unwrap();
    let other = format!("map/../{FILE}");
    let path = dir.path().join(FILE);
    for arguments in [
        ["diff", FILE, FILE].as_slice(),
        &["diff", FILE, &other],
        &["diff", path.to_str().unwrap(), FILE],
        &["trend", FILE, FILE],
        &["trend", FILE, &other, "--json"],
        &["export", FILE, "--compare-with", FILE],
        &["export", "--compare-with", &other],
    ] {
        refused(
            ips(dir.path()).args(arguments).assert(),
            2,
            "twee keer hetzelfde profiel",
        );
    }
    let english = ["diff", FILE, FILE, "--lang", "en"];
    refused(ips(dir.path()).args(english).assert(), 2, "the same profile twice");
    // A copy is a file of its own.
    fs::copy(path, dir.path().join("kopie.toml")).unwrap();
    ips(dir.path()).args(["diff", FILE, "kopie.toml"]).assert().success();
    ips(dir.path()).args(["trend", FILE]).assert().success();
}

#[test]
fn nothing_quoted_from_a_file_or_an_argument_acts_on_the_terminal() {
    let dir = dir();
    let hostile = "\u{1b}]0;x\u{7}\u{1b}[31m\u{9b}2J\u{202e}\u{200b}naam\r";
    let escaped: String = hostile
        .chars()
        .map(|c| format!("\\u{:04x}", u32::from(c)))
        .collect::<Vec<_>>()
        .concat();
    let questionnaire =
        format!("format = 1\nid = \"x\"\n\"{escaped}\" = 1\n[references]\n\"{escaped}\" = 3\n\"a{escaped}\" = {{}}\n");
    fs::write(dir.path().join("vragen.toml"), questionnaire).unwrap();
    let answers =
        format!("questionnaire = \"six-elements\"\n[answers]\n\"{escaped}\" = 1\n[notes]\n\"{escaped}\" = 1\n");
    fs::write(dir.path().join("antwoorden.toml"), answers).unwrap();
    let mut lines = ANSWERS.to_vec();
    let note = format!("n {hostile}");
    lines.insert(3, &note);
    let team = ["--team", hostile, "--functions", hostile];
    let flags = [
        "assess",
        "--plain",
        "--mode",
        "joint",
        "--participants",
        "7",
        "--date",
        "2026-11-21",
    ];
    let made = ips(dir.path())
        .args(words(&flags, &team))
        .write_stdin(typed(&lines))
        .assert()
        .success();
    let mut outputs = vec![made];
    for arguments in [
        &["show"] as &[&str],
        &["show", "--json"],
        &["show", "--explain"],
        &["export"],
        &["diff"],
        &["trend"],
        &["trend", "--json"],
        &["show", "--team", hostile],
        &["show", "--team", "Zuid"],
        &["show", hostile],
        &[hostile],
        &["show", &note],
        &["questions", "--questions", "vragen.toml"],
        &["questions", "--questions", hostile],
        &["check", "vragen.toml", "antwoorden.toml", hostile],
        &["assess", "--plain", "--elements", hostile],
        &["export", "-o", hostile, "--format", "markdown", "--dir", hostile],
    ] {
        outputs.push(ips(dir.path()).args(arguments).assert());
    }
    for output in &outputs {
        let said = stdout(output) + &stderr(output);
        let acting: Vec<char> = said.chars().filter(|&c| c != '\n' && ips::text::is_unsafe(c)).collect();
        assert!(acting.is_empty(), "{acting:?} in {said:?}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_found_before_the_first_question() {
    let dir = dir();
    // Where a draft would be there is a folder: that fails for every user, also for one whom no mode stops.
    fs::create_dir(dir.path().join("ips-groep-noord-2026-11-21.draft.toml.lock")).unwrap();
    let assert = assess(dir.path(), &JOINT, &ANSWERS).code(1);
    assert!(!stderr(&assert).contains("vraag 1 van 24"), "{}", stderr(&assert));
    assert!(stderr(&assert).contains("Op die plek maakt ips een slot"));
    assert_eq!(files(dir.path()).len(), 1);
}

#[test]
fn check_reports_every_problem_of_every_file_and_says_what_is_sound() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    fs::write(dir.path().join("vragen.toml"), "format = 1\nid = \"X\"\n").unwrap();
    fs::write(
        dir.path().join("antwoorden.toml"),
        "questionnaire = \"six-elements\"\n[answers]\n\"culture.trust\" = 0\n",
    )
    .unwrap();
    let assert = ips(dir.path()).args(["check", "."]).assert().code(1);
    assert!(stdout(&assert).contains("profiel in orde"), "{}", stdout(&assert));
    let said = stderr(&assert);
    for problem in [
        "antwoorden.toml, regel 3",
        "vragen.toml, regel 2",
        "title ontbreekt",
        "scale ontbreekt",
    ] {
        assert!(said.contains(problem), "{problem} in {said}");
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    ips(root).args(["check", "data", "examples"]).assert().success();
    let text = fs::read_to_string(dir.path().join(FILE)).unwrap();
    fs::write(dir.path().join(FILE), text.replacen("answer = 4", "answer = 2", 1)).unwrap();
    refused(ips(dir.path()).args(["check", FILE]).assert(), 1, "opnieuw berekende");
}

#[test]
fn everything_is_said_in_english_too() {
    let dir = dir();
    let flags = [
        "assess",
        "--plain",
        "--lang",
        "en",
        "--team",
        "North",
        "--mode",
        "tally",
        "--participants",
        "4",
        "--date",
        "2026-11-21",
    ];
    let mut lines = String::from("9\n1155\n44\nn Time\n");
    for _ in 0..21 {
        lines += "3 4 4\n";
    }
    lines += "?\n\nMeet more\nteacher\n\n";
    let assert = ips(dir.path()).args(flags).write_stdin(lines).assert().success();
    let all = format!("{}{}", stdout(&assert), stderr(&assert));
    let report = stdout(&ips(dir.path()).args(["export", "--lang", "en"]).assert().success());
    let explain = stdout(
        &ips(dir.path())
            .args(["show", "--explain", "--lang", "en"])
            .assert()
            .success(),
    );
    assert!(all.contains("question 1 of 24") && report.contains("21 November 2026") && explain.contains("together"));
    for dutch in [
        "vraag",
        "antwoord",
        "bespreken",
        "laagst",
        "geteld",
        "deelnemers",
        "afspraak",
        "weet niet",
        "bewaard",
    ] {
        for text in [&all, &report, &explain] {
            assert!(!text.contains(dutch), "{dutch} in {text}");
        }
    }
    assert_eq!(json(dir.path(), &["show", "--json"])["language"], "en");
}

#[test]
fn a_dutch_and_an_english_meeting_are_compared() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let lines = typed(&ANSWERS);
    let english = [
        "assess",
        "--plain",
        "--lang",
        "en",
        "--team",
        "IPS-groep Noord",
        "--mode",
        "joint",
        "--participants",
        "7",
        "--date",
        "2027-01-01",
    ];
    ips(dir.path()).args(english).write_stdin(lines).assert().success();
    let diff = json(dir.path(), &["diff", "--json"]);
    assert_eq!(diff["overall"]["change"], 0.0);
    assert_eq!(
        diff["not_compared"].as_array().unwrap().len(),
        2,
        "only the two without a number"
    );
}

#[test]
fn windows_line_ends_come_in_as_answers_too() {
    let dir = dir();
    let lines = typed(&each(common::ANSWERS)).replace('\n', "\r\n");
    ips(dir.path())
        .args(MEETING)
        .arg("--plain")
        .write_stdin(lines)
        .assert()
        .success();
    assert_eq!(json(dir.path(), &["show", "--json"])["overall"], 3.244_444);
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_a_draft() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = dir();
    assess(dir.path(), &JOINT, &["3", "4"]).code(130);
    let draft = fs::metadata(dir.path().join(DRAFT)).unwrap();
    assert_eq!(draft.permissions().mode() & 0o777, 0o600);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_output_is_told_and_a_closed_one_ends_quietly() {
    let dir = dir();
    assess(dir.path(), &JOINT, &ANSWERS).success();
    let program = assert_cmd::cargo::cargo_bin("ips");
    let run = |redirection: &str| {
        let script = format!("'{}' show {redirection}", program.display());
        std::process::Command::new("bash")
            .args(["-o", "pipefail", "-c", &script])
            .current_dir(dir.path())
            .env("IPS_LANG", "nl")
            .output()
            .unwrap()
    };
    let full = run("> /dev/full");
    assert_eq!(
        (
            full.status.code(),
            String::from_utf8_lossy(&full.stderr).contains("schijf is vol")
        ),
        (Some(1), true)
    );
    let closed = run("| true");
    assert_eq!((closed.status.code(), closed.stderr.len()), (Some(0), 0), "{closed:?}");
}
