//! What several tests need: profiles made in memory, and the built program.

pub mod parts;
#[cfg(unix)]
pub mod window;

use std::{fs, path::Path, process::Command, sync::LazyLock};

use chrono::NaiveDate;
use ips::{
    content::{
        Material, questionnaires,
        sources::{self, Source},
    },
    lang::Lang,
    profile::{Profile, State},
    questionnaire::Questionnaire,
    report::Report,
    scoring::WEAKEST,
    tally::{Mode, Tally},
};

/// An answer to each question, a key each: never the same twice in a row, and two elements are lowest.
pub const ANSWERS: &str = "34?-45434345431212313454";

/// Answers one by one.
pub fn each(answers: &str) -> Vec<&str> {
    answers.split_inclusive(|_: char| true).collect()
}

/// The six elements in a language. Read once: unoptimised that takes longer than most of what is done with them.
pub fn six_elements(lang: Lang) -> Questionnaire {
    static DUTCH: LazyLock<Questionnaire> = LazyLock::new(|| read_six_elements(Lang::Nl));
    static ENGLISH: LazyLock<Questionnaire> = LazyLock::new(|| read_six_elements(Lang::En));
    match lang {
        Lang::Nl => DUTCH.clone(),
        Lang::En => ENGLISH.clone(),
    }
}

fn read_six_elements(lang: Lang) -> Questionnaire {
    questionnaires::questionnaire(questionnaires::DEFAULT, lang).unwrap()
}

/// A finished profile of seven participants; `answers` are typed per question, nothing for unanswered.
pub fn profile(mode: Mode, answers: &[&str]) -> Profile {
    profile_of(six_elements(Lang::Nl), mode, answers)
}

/// The same of any questionnaire.
pub fn profile_of(questionnaire: Questionnaire, mode: Mode, answers: &[&str]) -> Profile {
    let questionnaire = questionnaire.as_kept();
    let points = questionnaire.scale.points();
    let mut profile = Profile {
        team: "IPS-groep Noord".into(),
        group: None,
        date: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        corrected: None,
        mode,
        participants: 7,
        shared: false,
        functions: None,
        responses: Profile::no_responses(&questionnaire),
        questionnaire,
        asked_only: None,
        agreements: Vec::new(),
        state: State::Complete,
    };
    let places: Vec<_> = profile.questionnaire.places().collect();
    for (at, typed) in places.into_iter().zip(answers) {
        if !typed.is_empty() {
            profile.response_mut(at).tally = Some(Tally::parse(typed, mode, 7, points).unwrap());
        }
    }
    profile
}

/// The meeting of most tests: a team, seven participants, one answer a question, one day; neither the clock nor a menu
/// takes part.
pub const MEETING: [&str; 9] = [
    "assess",
    "--team",
    "IPS-groep Noord",
    "--participants",
    "7",
    "--mode",
    "joint",
    "--date",
    "2026-11-21",
];

/// The draft of that meeting.
pub const DRAFT: &str = "ips-groep-noord-2026-11-21.draft.toml";

/// The profile of that meeting.
pub const PROFILE: &str = "ips-groep-noord-2026-11-21.toml";

/// Gives a command this folder, Dutch, and an environment without surprises.
pub fn prepare(command: &mut Command, dir: &Path) {
    for (name, _) in std::env::vars_os() {
        if name
            .to_str()
            .is_some_and(|name| name.starts_with("LC_") || name.starts_with("LANG"))
        {
            command.env_remove(&name);
        }
    }
    for name in ["IPS_DIR", "ACCESSIBLE", "TERM", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.current_dir(dir).env("IPS_LANG", "nl");
}

/// Whether the program said that it panicked: as Rust says it, or in its own words, however they are wrapped.
pub fn panicked(said: &str) -> bool {
    let squeezed = |text: &str| -> String { text.split_whitespace().collect() };
    let own = Lang::ALL.map(Lang::mistake_in_program);
    let words = own.iter().map(String::as_str).chain(["panicked at"]);
    let said = squeezed(said);
    words.map(squeezed).any(|words| said.contains(&words))
}

/// The names of the files in a folder, in order.
pub fn files(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// A report with everything that `ips export` puts in it. The sources are read once, as the six elements are.
pub fn report(profile: &Profile, lang: Lang) -> Report {
    Report::new(profile, &profile.scores(WEAKEST), lang).with_material(&material(profile, lang))
}

/// What ships with the program for a profile's report.
pub fn material(profile: &Profile, lang: Lang) -> Material {
    static SOURCES: LazyLock<[Vec<Source>; 2]> = LazyLock::new(|| Lang::ALL.map(sources::built_in));
    let [nl, en] = &*SOURCES;
    Material {
        sources: lang.pick(nl, en).clone(),
        ..Material::to_ask(&profile.questionnaire, lang)
    }
}
