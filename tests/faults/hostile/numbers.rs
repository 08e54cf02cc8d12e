//! Numbers and days that can't be, wherever a file or a flag has one.

use std::collections::BTreeSet;

use ips::{
    agreement::{Agreement, AgreementState},
    answers,
    content::questionnaires,
    lang::Lang,
    profile, questionnaire,
    tally::Mode,
};

use super::{look_at, survives};
use crate::{
    Case, alike, common,
    program::{command, folder, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        alike("numbers and days that can't be, in every field of a file", in_files),
        quick("numbers and days that can't be, behind every flag", in_flags),
    ]
}

const VALUES: &[&str] = &[
    "0",
    "-0",
    "1",
    "-1",
    "+1",
    "11",
    "99",
    "65536",
    "1000001",
    "2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "99999999999999999999999999999999999999",
    "0x7fffffffffffffff",
    "0xFFFFFFFFFFFFFFFFFF",
    "0o7",
    "0b1",
    "1_000",
    "1.0",
    "3.5",
    "0.1",
    "-0.0",
    "5.0000001",
    "4.000000000000000000000000000001",
    "1e400",
    "-1e400",
    "1e-400",
    "1e99999999999999999999",
    "5e0",
    "nan",
    "-nan",
    "inf",
    "-inf",
    "true",
    "\"4\"",
    "\"?\"",
    "\"-\"",
    "\"3 3 3\"",
    "\"99999999999999999999\"",
    "\"\"",
    "[]",
    "[1]",
    "[[1]]",
    "{}",
    "{ a = 1 }",
    "[0, 0, 0, 0, 0]",
    "[4294967295, 4294967295, 4294967295, 4294967295, 4294967295]",
    "[9223372036854775807, 1, 1, 1, 1]",
    "[1.5, nan, -1, 1e400, \"1\"]",
    "0000-00-00",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "\"99999-01-01\"",
    "\"-0001-01-01\"",
    "\"+2026-01-01\"",
    "2026-02-29",
    "2024-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-11-21T00:00:00Z",
    "2026-11-21T23:59:60-12:00",
    "2026-11-21 00:00:00",
    "23:59:60",
    "\"21-11-2026\"",
    "\"2026-11-21T00:00:00\"",
    "\"２０２６-11-21\"",
];

/// The lines that say the same as an earlier one does but for its value, such as the answer to another question, are left
/// out unless `all`.
fn changed<'t>(text: &'t str, value: &'t str, all: bool) -> impl Iterator<Item = (&'t str, String)> {
    let mut seen = BTreeSet::new();
    let lines: Vec<&str> = text.lines().collect();
    let settings: Vec<(usize, &str)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, line.split_once(" = ")?.0)))
        .filter(|(_, key)| seen.insert(key.trim()) || all)
        .collect();
    settings.into_iter().map(move |(at, key)| {
        let setting = format!("{key} = {value}");
        let changed = [&lines[..at], &[&setting], &lines[at + 1..]].concat();
        (key, changed.join("\n"))
    })
}

/// From 0 to 10, with labels for the ends only.
const SCALE: &str = include_str!("../../cmd/scales.in/rapport.toml");

const ANSWERS: &str = r#"questionnaire = "six-elements"
form = "a1"
answered = 2
[answers]
"shared-vision.benefit" = 4
"culture.trust" = "?"
[notes]
"culture.trust" = "x"
"#;

fn in_files(tries: &mut Tries) {
    let mut joint = common::profile(Mode::Joint, &["4", "?", "-", "", "5", "2"]);
    joint.agreements.push(Agreement {
        due: Some("2027-01-15".into()),
        state: AgreementState::Done,
        made: Some(joint.date),
        ..Agreement::new("culture", "Bellen")
    });
    let tally = common::profile(Mode::Tally, &["3 4 4 5 ? - 2", "444", "", "?", "-"]);
    let six = questionnaires::text(questionnaires::DEFAULT).expect("built in");
    let questions = common::six_elements(Lang::Nl);
    let profiles = [joint.to_toml(), tally.to_toml()];
    let all = tries.thorough;
    for value in VALUES {
        for text in &profiles {
            for (key, text) in changed(text, value, all) {
                tries.count();
                let what = format!("a profile with {key} = {value}");
                let read = survives(tries, &what, || profile::read("x", &text));
                if let Some(Ok(loaded)) = read {
                    look_at(tries, &loaded.profile, &what);
                }
            }
        }
        for (key, text) in [six, SCALE].into_iter().flat_map(|text| changed(text, value, false)) {
            tries.count();
            let what = format!("a questionnaire with {key} = {value}");
            survives(tries, &what, || {
                let read = questionnaires::read("x", &text, Lang::Nl);
                read.is_ok_and(|asked| !questionnaire::doubts("x", &text, &asked.scale.numbers()).is_empty())
            });
        }
        for (key, text) in changed(ANSWERS, value, true) {
            tries.count();
            let what = format!("an answer file with {key} = {value}");
            let read = survives(tries, &what, || answers::read("x", &text, &questions));
            let Some(Ok(found)) = read else { continue };
            for mode in [Mode::Joint, Mode::Tally] {
                let mut profile = common::profile(mode, &[]);
                profile.participants = 1;
                for (at, response) in found.clone() {
                    *profile.response_mut(at) = response;
                }
                look_at(tries, &profile, &what);
            }
        }
    }
}

fn in_flags(tries: &mut Tries) {
    let dir = folder();
    let flags: [(&str, &[&str]); 5] = [
        (
            "--participants",
            &["assess", "--plain", "--team", "x", "--mode", "joint"],
        ),
        (
            "--date",
            &[
                "assess",
                "--plain",
                "--team",
                "x",
                "--mode",
                "joint",
                "--participants",
                "1",
            ],
        ),
        ("--weakest", &["show"]),
        ("--done", &["agreements"]),
        ("--date", &["agreements"]),
    ];
    for (index, value) in VALUES.iter().enumerate() {
        for (flag, words) in flags {
            if cfg!(windows) && index % 10 != 0 {
                continue;
            }
            tries.count();
            let value = format!("{flag}={}", value.trim_matches('"'));
            let ran = run(tries, command(dir.path(), words).arg(&value), "");
            // Either it is wrong use, or the program goes on and finds no answers or no profiles.
            tries.expect(ran.code != Some(0), Harm::Wrong, || format!("{value} is accepted"));
            for entry in std::fs::read_dir(dir.path()).expect("a folder").flatten() {
                let loaded = ips::store::Folder::read(dir.path()).expect("a folder");
                tries.expect(loaded.remarks.is_empty(), Harm::Lost, || {
                    format!("{value} makes a draft that can't be read")
                });
                std::fs::remove_file(entry.path()).expect("it goes away");
            }
        }
    }
}
