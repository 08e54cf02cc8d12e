//! Mistakes in a file that holds something secret: everyone in the room reads what is said about them.

use std::fs;

use ips::{
    answers,
    content::{questionnaires, sources},
    fault::Problem,
    lang::Lang,
    profile::{self, Profile},
    questionnaire::Questionnaire,
    tally::{Mode, Tally},
};

use super::survives;
use crate::{
    Case, alike, common,
    program::{command, folder, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        alike(
            "a mistake at each character of a file that holds a secret",
            each_character,
        ),
        quick(
            "a mistake in a file that holds a secret, to every command",
            every_command,
        ),
    ]
}

/// Stands in every value and every comment, and in no key.
const SECRET: &str = "GEHEIM";

const QUESTIONNAIRE: &str = r#"# GEHEIM
format = 1
id = "vragen"
version = 1
title = { nl = "GEHEIM een", en = "GEHEIM" }
source = 'GEHEIM twee' # GEHEIM

[scale]
first = 0
points = 3
labels = ["GEHEIM", "GEHEIM drie"]

[bands]
strong = 1.5
discuss = 1.25

[references]
a = "GEHEIM"

[words.nl]
vijf = "GEHEIM zes"

[[elements]]
id = "een"
deeper = "trust"
title = """
GEHEIM vier
"""

[[elements.questions]]
id = "a"
text = "GEHEIM = \"vijf\""
open = '''GEHEIM
[GEHEIM]
GEHEIM = 1'''
own = true
reverse = true
labels = ["GEHEIM", "GEHEIM", "GEHEIM acht"]

[[elements.suggestions]]
text = "GEHEIM"
reference = "a"
"#;

const ANSWERS: &str = r#"# GEHEIM
questionnaire = "vragen"
form = "GEHEIM"
answered = 1

[answers]
"een.a" = 2 # GEHEIM

[notes]
"een.a" = "GEHEIM = GEHEIM"
"#;

const SOURCES: &str = r#"# GEHEIM
format = 1

[[sources]]
id = "een"
kind = "tool"
citation = "GEHEIM een"
url = "https://a.nl/" # GEHEIM
note = { nl = "GEHEIM twee", en = 'GEHEIM' }
helps = ["trust.reliability"]
"#;

fn questions() -> Questionnaire {
    questionnaires::read("vragen.toml", QUESTIONNAIRE, Lang::Nl).expect("it is sound")
}

fn filled(mode: Mode) -> String {
    let mut profile = common::profile(mode, &[]);
    profile.team = "GEHEIM zes".into();
    profile.functions = Some("GEHEIM\nGEHEIM = 2\n[GEHEIM]".to_owned());
    profile.questionnaire = questions();
    profile.responses = Profile::no_responses(&profile.questionnaire);
    let response = profile.response_mut((0, 0));
    response.tally = Some(Tally::parse("1", mode, 1, 0..=2).expect("an answer"));
    response.note = Some("GEHEIM \"zeven\"".to_owned());
    profile.agreements.push(ips::agreement::Agreement {
        title: Some("GEHEIM".to_owned()),
        who: Some("GEHEIM".to_owned()),
        due: Some("GEHEIM".into()),
        note: Some("GEHEIM".to_owned()),
        made: Some(profile.date),
        ..ips::agreement::Agreement::new("een", "GEHEIM")
    });
    profile.to_toml()
}

/// A file with one mistake at a time: each character left out or replaced, each line left out, twice or cut, each value
/// another one that nobody may see.
fn mistakes(text: &str, thorough: bool) -> Vec<String> {
    let mut changed = Vec::new();
    for (at, c) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        let others: &[&str] = if thorough {
            &[
                "", "\"", "'", "=", "[", "]", "{", "}", "#", "\n", ".", ",", "\\", "\0", "é", "\u{1b}",
            ]
        } else {
            &["", "\"", "=", "\n"]
        };
        changed.extend(others.iter().map(|other| format!("{before}{other}{after}")));
    }
    let lines: Vec<&str> = text.lines().collect();
    for at in 0..lines.len() {
        let (before, line, after) = (&lines[..at], lines[at], &lines[at + 1..]);
        let mut new = vec![
            vec![],
            vec![line, line],
            vec![SECRET],
            vec!["GEHEIM = "],
            vec!["= GEHEIM"],
            vec!["<<<<<<< GEHEIM", line],
        ];
        let settings: Vec<String> = line
            .split_once(" = ")
            .map(|(key, _)| key)
            .into_iter()
            .flat_map(|key| {
                let values = [
                    "\"GEHEIM\"",
                    "GEHEIM",
                    "[\"GEHEIM\"]",
                    "{ a = \"GEHEIM\" }",
                    "\"GEHEIM\\q\"",
                    "\"GEHEIM",
                    "\"GEHEIM\" GEHEIM",
                    "1 GEHEIM",
                ];
                values.map(|value| format!("{key} = {value}"))
            })
            .collect();
        new.extend(settings.iter().map(|setting| vec![setting.as_str()]));
        changed.extend(new.into_iter().map(|new| [before, &new, after].concat().join("\n")));
    }
    changed
}

fn each_character(tries: &mut Tries) {
    let questions = questions();
    let thorough = tries.thorough;
    for text in [filled(Mode::Joint), filled(Mode::Tally)] {
        for text in mistakes(&text, thorough) {
            let read = survives(tries, &text, || profile::read("x.toml", &text));
            says_no_secret(
                tries,
                &text,
                read.map(|read| read.map_or_else(|problems| problems, |loaded| loaded.warnings)),
            );
        }
    }
    for text in mistakes(QUESTIONNAIRE, thorough) {
        let read = survives(tries, &text, || questionnaires::read("x.toml", &text, Lang::Nl));
        says_no_secret(tries, &text, read.map(|read| read.err().unwrap_or_default()));
    }
    for text in mistakes(SOURCES, thorough) {
        let read = survives(tries, &text, || sources::read("x.toml", &text, Lang::Nl));
        says_no_secret(tries, &text, read.map(|read| read.err().unwrap_or_default()));
    }
    for text in mistakes(ANSWERS, thorough) {
        let read = survives(tries, &text, || answers::read("x.toml", &text, &questions));
        says_no_secret(tries, &text, read.map(|read| read.err().unwrap_or_default()));
    }
}

fn says_no_secret(tries: &mut Tries, text: &str, problems: Option<Vec<Problem>>) {
    tries.count();
    for problem in problems.unwrap_or_default() {
        for lang in Lang::ALL {
            let said = problem.text(lang);
            // A key may be named, and the mistake may have made one of it.
            let named = said.contains(SECRET) && !is_key(text);
            tries.expect(!named && !said.trim().is_empty(), Harm::Wrong, || {
                format!("about {text:?} it says {said:?}")
            });
        }
    }
}

/// Whether the word has become a key of a file that otherwise is TOML.
fn is_key(text: &str) -> bool {
    fn holds(table: &toml::Table) -> bool {
        table.iter().any(|(key, value)| {
            let deeper = match value {
                toml::Value::Table(table) => holds(table),
                toml::Value::Array(values) => values.iter().filter_map(toml::Value::as_table).any(holds),
                _ => false,
            };
            key.contains(SECRET) || deeper
        })
    }
    text.parse().is_ok_and(|table| holds(&table))
}

/// A few of the mistakes, through the program, to each command that reads the file.
fn every_command(tries: &mut Tries) {
    let dir = folder();
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).expect("a file");
    write("vragen.toml", QUESTIONNAIRE);
    let profile = filled(Mode::Joint);
    // A sound profile shows what it holds; one that is broken is only told about.
    let kinds: [(&str, &[&[&str]]); 3] = [
        (
            &profile,
            &[
                &["show", "x.toml"],
                &["diff", "x.toml", "vragen.toml"],
                &["trend", "x.toml"],
                &["export", "x.toml"],
                &["check", "x.toml"],
                &["card", "x.toml"],
                &["show"],
                &["assess", "--plain", "--resume"],
            ],
        ),
        (
            QUESTIONNAIRE,
            &[
                &["questions", "--questions", "x.toml"],
                &["check", "x.toml"],
                &["assess", "--plain", "--questions", "x.toml"],
                &["check", "--questions", "x.toml", "x.toml"],
            ],
        ),
        (
            ANSWERS,
            &[
                &["check", "--questions", "vragen.toml", "x.toml"],
                &["check", "x.toml"],
                &[
                    "assess",
                    "--questions=vragen.toml",
                    "--team=x",
                    "--participants=1",
                    "--answers=x.toml",
                ],
            ],
        ),
    ];
    for (sound, commands) in kinds {
        let mistakes = mistakes(sound, tries.thorough);
        let step = match tries.thorough {
            true => 7,
            false if cfg!(windows) => mistakes.len() / 3,
            false => mistakes.len() / 30,
        };
        for (turn, text) in mistakes.iter().step_by(step).enumerate() {
            let read = profile::read("x", text).is_ok()
                || questionnaires::read("x", text, Lang::Nl).is_ok()
                || answers::read("x", text, &questions()).is_ok();
            if read || is_key(text) {
                continue;
            }
            write("x.toml", text);
            let words = commands[turn % commands.len()];
            tries.count();
            let ran = run(tries, &mut command(dir.path(), words), "");
            let said = String::from_utf8_lossy(&ran.stdout) + &*ran.stderr;
            tries.expect(!said.contains(SECRET), Harm::Wrong, || {
                format!("{words:?} says {said:?} about {text:?}")
            });
        }
    }
}
