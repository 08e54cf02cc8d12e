//! `--plain`: every command in words, a fact a line, for who listens to it.

use std::{collections::BTreeSet, path::Path};

use assert_cmd::Command;
use ips::{
    agreements,
    comparison::Comparison,
    content::{questionnaires, sources},
    lang::Lang,
    render::terminal::{self, Look},
    report::{AgreementList, Report, changes::Changes, explain::Explanation, trend::TrendReport},
    scoring::WEAKEST,
    tally::Mode,
    trend::Trend,
};

use crate::common;

/// In words, without an end to its lines.
const PLAIN: Look = Look {
    columns: None,
    colour: false,
    plain: true,
};

/// Signs that a voice leaves out, spells, or can't make sense of: arrows, lines, blocks, shapes, and what stands between facts.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2500}'..='\u{25FF}' | '\u{2800}'..='\u{28FF}' | '·' | '×' | '−' | '–' | '|' | '\t')
}

/// Asserts that a text can be listened to, line by line.
fn assert_plain(text: &str) {
    for line in text.lines() {
        assert!(!line.contains(is_sign), "a sign in {line:?}");
        assert!(!line.contains("  "), "columns in {line:?}");
        assert_eq!(line.trim(), line, "{line:?} is indented");
        assert!(!line.ends_with('…'), "{line:?} is cut");
    }
    assert!(!text.contains("\n\n\n"), "{text}");
    assert!(
        !text.starts_with('\n') && text.ends_with('\n') && !text.ends_with("\n\n"),
        "{text:?}"
    );
}

/// Every number that a text says, without its sign.
fn numbers(text: &str) -> BTreeSet<&str> {
    let parts = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')));
    let numbers = parts.map(|part| part.trim_matches([',', '.']));
    numbers.filter(|number| !number.is_empty()).collect()
}

/// Asserts that what is told in words has every number of what is seen, and no other.
fn assert_same_numbers(told: &str, seen: &str) {
    assert_plain(told);
    assert_eq!(numbers(told), numbers(seen), "{told}\n{seen}");
}

fn profiles() -> [ips::profile::Profile; 3] {
    let mut first = common::profile(
        Mode::Tally,
        &"333? 3432 15151 4 444- 24 34 ? 5 5 3 4 3 3 2 2 2 3 4 4 4 ? ? ?"
            .split(' ')
            .collect::<Vec<_>>(),
    );
    let agreement = ips::agreement::Agreement {
        who: Some("de voorzitter".into()),
        due: Some("2026-10-01".into()),
        note: Some("De helft staat erop.".into()),
        ..ips::agreement::Agreement::new("culture", "Samen eten")
    };
    first.agreements.push(agreement);
    first.functions = Some("IB'er, wijkagent".into());
    let mut second = common::profile(
        Mode::Tally,
        &"355 333 111 5 444 25 3 3 5 4 3 2 3 3 2 2 2 3 ? ? 4 4 4 4"
            .split(' ')
            .collect::<Vec<_>>(),
    );
    second.date = first.date + chrono::Days::new(60);
    second.participants = 6;
    let mut third = common::profile(Mode::Joint, &common::each(common::ANSWERS));
    third.date = first.date + chrono::Days::new(120);
    [first, second, third]
}

#[test]
fn a_profile_says_the_same_numbers_as_it_shows() {
    for (profile, lang) in profiles()
        .iter()
        .flat_map(|profile| Lang::ALL.map(|lang| (profile, lang)))
    {
        let report = common::report(profile, lang);
        let told = terminal::profile(&report, PLAIN);
        assert_same_numbers(&told, &terminal::profile(&report, 200));
        for element in &report.elements {
            let line = told
                .lines()
                .find(|line| line.starts_with(&format!("{}. ", element.title)));
            let line = line.unwrap_or_else(|| panic!("{} in {told}", element.title));
            assert!(
                line.contains(&element.score.text) || element.score.value.is_none(),
                "{line}"
            );
            assert!(
                line.contains(&element.band) && line.contains(&element.remarks(lang)),
                "{line}"
            );
        }
    }
}

#[test]
fn what_changed_and_the_course_say_the_same_numbers_as_they_show() {
    let profiles = profiles();
    let [first, second, third] = &profiles;
    for (lang, [before, after]) in Lang::ALL
        .into_iter()
        .flat_map(|lang| [(lang, [first, second]), (lang, [second, third])])
    {
        let comparison = Comparison::of(before, after, WEAKEST).unwrap();
        let changes = Changes::new(&comparison, lang);
        assert_same_numbers(&terminal::changes(&changes, PLAIN), &terminal::changes(&changes, 200));
        let trend = Trend::of(&[first, second, third], WEAKEST).unwrap();
        let report = TrendReport::new(&trend, lang);
        let told = terminal::trend(&report, PLAIN);
        assert_same_numbers(&told, &terminal::trend(&report, 200));
        let said = [lang.weakest_that_time(), lang.no_score()];
        assert!(said.iter().all(|said| told.contains(said)), "{told}");
    }
}

#[test]
fn agreements_sums_and_lists_are_in_words_too() {
    let [first, second, _] = profiles();
    for lang in Lang::ALL {
        let entries = agreements::of([&first, &second]);
        let list = AgreementList::new(&entries, &first.team, second.date, lang);
        assert_same_numbers(
            &terminal::agreement_list(&list, PLAIN),
            &terminal::agreement_list(&list, 200),
        );
        let scores = first.scores(WEAKEST);
        let explanation = Explanation::of(&first, &scores, lang);
        assert_plain(&terminal::explanation(&explanation, PLAIN));
        for id in questionnaires::ids() {
            let questionnaire = questionnaires::questionnaire(id, lang).unwrap();
            let told = terminal::questions(&questionnaire, lang, PLAIN);
            assert_plain(&told);
            assert_eq!(
                numbers(&told),
                numbers(&terminal::questions(&questionnaire, lang, 200)),
                "{told}"
            );
        }
        let all = sources::built_in(lang);
        let all: Vec<_> = all.iter().collect();
        assert_plain(&terminal::sources(&all, lang, PLAIN));
    }
}

/// What a command prints, in a folder and an environment without surprises.
fn printed(arguments: &[&str], lang: Lang, accessible: Option<(&str, &str)>) -> String {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ips"));
    common::prepare(&mut command, &examples);
    command.args(arguments).env("IPS_LANG", lang.code()).envs(accessible);
    let done = Command::from(command).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

#[test]
fn every_command_tells_it_in_words_when_a_flag_or_the_environment_asks_for_that() {
    let commands: [&[&str]; 16] = [
        &["show"],
        &["show", "--explain"],
        &["diff"],
        &["diff", "--explain"],
        &["trend"],
        &["trend", "--explain"],
        &["agreements", "--date", "2027-06-01"],
        &["agenda"],
        &["export"],
        &["export", "--compare-with", "ips-groep-de-linde-2026-11-19.toml"],
        &["card"],
        &["sources"],
        &["questions"],
        &["questions", "--questions", "own-attitude"],
        &["guide"],
        &["check", "answers.toml"],
    ];
    for (command, lang) in commands
        .iter()
        .flat_map(|command| Lang::ALL.map(|lang| (command, lang)))
    {
        let told = printed(&[*command, &["--plain"]].concat(), lang, None);
        assert_plain(&told);
        assert_eq!(told, printed(command, lang, Some(("ACCESSIBLE", "1"))), "{command:?}");
        assert_eq!(told, printed(command, lang, Some(("TERM", "dumb"))), "{command:?}");
    }
}

#[test]
fn the_profile_at_the_end_of_a_meeting_is_told_in_words_too() {
    let dir = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ips"));
    common::prepare(&mut command, dir.path());
    command
        .args(common::MEETING)
        .args(["--plain", "--elements", "ecosystem,culture"]);
    let done = Command::from(command).write_stdin("3\n".repeat(8)).assert().success();
    let told = String::from_utf8(done.get_output().stdout.clone()).unwrap();
    assert!(
        told.contains("\nWerken in één ecosysteem. Score 3,0, bespreken"),
        "{told}"
    );
    // The profile; behind it stands where it is saved.
    let profile = told.rsplit_once("\n\n").unwrap().0;
    assert_plain(&format!("{profile}\n"));
}

#[test]
fn what_other_programs_read_and_what_is_saved_stays_as_it_is() {
    for command in [
        &["show", "--json"][..],
        &["trend", "--format", "markdown"],
        &["export", "--format", "md"],
        &["export", "--excel-csv"],
    ] {
        let plain = printed(&[command, &["--plain"]].concat(), Lang::Nl, None);
        assert_eq!(plain, printed(command, Lang::Nl, None), "{command:?}");
    }
}

#[test]
fn on_a_terminal_a_line_is_wrapped_at_words_and_in_a_pipe_it_is_one() {
    let [first, ..] = profiles();
    let report: Report = common::report(&first, Lang::Nl);
    let narrow = terminal::profile(
        &report,
        Look {
            columns: Some(40),
            ..PLAIN
        },
    );
    let wide = terminal::profile(&report, PLAIN);
    assert!(narrow.lines().all(|line| line.chars().count() <= 40), "{narrow}");
    assert_eq!(
        narrow.split_whitespace().collect::<Vec<_>>(),
        wide.split_whitespace().collect::<Vec<_>>()
    );
}
