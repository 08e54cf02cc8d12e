//! Bytes as a file that someone made anywhere: as a profile, as a questionnaire and as answers.
#![no_main]

use std::{path::PathBuf, sync::LazyLock};

use ips::{
    answers,
    content::{questionnaires, sources},
    fault::{Fault, Problem},
    lang::Lang,
    profile::{self, Profile},
    questionnaire::Questionnaire,
    scoring::WEAKEST,
    store::read_text,
};
use ips_fuzz::{assert_safe, assert_shown};
use libfuzzer_sys::fuzz_target;

static FILE: LazyLock<PathBuf> =
    LazyLock::new(|| std::env::temp_dir().join(format!("ips-fuzz-{}.toml", std::process::id())));

static QUESTIONS: LazyLock<Questionnaire> = LazyLock::new(|| {
    let text = questionnaires::text(questionnaires::DEFAULT).expect("it is built in");
    questionnaires::read(questionnaires::DEFAULT, text, Lang::Nl).expect("it is sound")
});

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*FILE, bytes).expect("the temporary folder can be written");
    let read = read_text(&FILE);
    std::fs::remove_file(&*FILE).expect("and nobody else removes the file");
    match read {
        Ok(text) => every_kind(&text),
        Err(Fault { problems, .. }) => assert_explained(&problems, ""),
    }
});

fn every_kind(text: &str) {
    match profile::read("file.toml", text) {
        Ok(loaded) => {
            assert_explained(&loaded.warnings, text);
            front_is_true(text, &loaded.profile);
            comes_back(&loaded.profile, text.len());
            assert_shown(
                &loaded.profile,
                WEAKEST,
                40 + text.len() % 120,
                Lang::ALL[text.len() % 2],
            );
        }
        Err(problems) => assert_refused(&problems, text),
    }
    for lang in Lang::ALL {
        match questionnaires::read("file.toml", text, lang) {
            Ok(questionnaire) => assert_eq!(questionnaire.places().count(), questionnaire.question_count()),
            Err(problems) => assert_refused(&problems, text),
        }
    }
    if let Err(problems) = sources::read("file.toml", text, Lang::ALL[text.len() % 2]) {
        assert_refused(&problems, text);
    }
    if let Err(problems) = answers::read("file.toml", text, &QUESTIONS) {
        assert_refused(&problems, text);
    }
    if let Err(problems) = answers::returned("file.txt", text, &QUESTIONS) {
        assert_refused(&problems, text);
    }
}

/// What the front of a file tells, where it does, is what the whole file says.
fn front_is_true(text: &str, whole: &Profile) {
    let Some(told) = profile::front(text) else { return };
    assert_eq!(told.team, whole.team);
    assert_eq!((told.date, told.mode), (whole.date, whole.mode));
    assert_eq!(told.participants, whole.participants);
    assert_eq!(told.questionnaire, whole.questionnaire.id);
    assert!(told.is_draft.is_none_or(|is_draft| is_draft == whole.is_draft()));
}

/// What was read is saved and read as the same, and no part of the saved file passes for a whole one.
fn comes_back(profile: &Profile, seed: usize) {
    let saved = profile.to_toml();
    let loaded = profile::read("file.toml", &saved).expect("what is saved can be read");
    assert!(loaded.warnings.is_empty());
    assert_eq!(&loaded.profile, profile);
    assert_eq!(loaded.profile.to_toml(), saved);
    let anywhere = (1..4_usize).map(|times| seed.wrapping_mul(7_919 * times) % saved.len());
    let at_an_end = saved.match_indices("end").map(|(at, found)| at + found.len()).take(4);
    for at in anywhere.chain(at_an_end).chain([0, saved.len() - 1]) {
        if saved.is_char_boundary(at) {
            assert!(
                profile::read("file.toml", &saved[..at]).is_err(),
                "cut off at {at} it passes for whole: {saved}"
            );
        }
    }
}

fn assert_refused(problems: &[Problem], text: &str) {
    assert!(!problems.is_empty(), "refused without a reason");
    assert_explained(problems, text);
}

/// Each problem is a sentence on one line in both languages, and holds no line of the file. A key may be named.
///
/// Lines with a § count, which no sentence of the program has: libFuzzer learns those and writes them into files.
fn assert_explained(problems: &[Problem], text: &str) {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_prose = |line: &&&str| line.chars().count() >= 16 && line.contains('§');
    for problem in problems {
        for lang in Lang::ALL {
            assert!(!problem.what.text(lang).trim().is_empty());
            let said = problem.text(lang);
            assert_safe(&said, "");
            let leak = lines.iter().filter(is_prose).find(|line| said.contains(**line));
            assert_eq!(leak, None, "a line of the file is in: {said}");
        }
    }
}
