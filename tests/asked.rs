//! Meetings about some of the elements: what wasn't asked is told apart from what wasn't answered, everywhere.

use std::{fs, path::Path};

use assert_cmd::assert::Assert;
use ips::{
    comparison::{Comparison, Reason},
    content::Material,
    lang::Lang,
    page::Page,
    profile::{self, Profile, Response},
    render::terminal,
    report::{Report, changes::Changes, explain::Explanation},
    scoring::{Outcome, Scores, WEAKEST},
    tally::Mode,
    trend::Trend,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    common::{self, MEETING, each, files},
    program::ips,
};

/// An answer for each question: the culture and the learning cycle are lowest.
const CULTURE_AND_LEARNING_LOWEST: &str = "444433333444442222444444";

/// A finished meeting about these elements, all answered with `point`.
fn about(elements: &[&str], point: &str) -> Profile {
    let mut profile = common::profile(Mode::Joint, &[point; 24]);
    profile.ask_only(&elements.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
    for (element, responses) in profile.questionnaire.elements.iter().zip(&mut profile.responses) {
        if !elements.contains(&element.id.as_str()) {
            responses.fill(Response::default());
        }
    }
    profile
}

fn dir() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn output(assert: &Assert) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let output = assert.get_output();
    (text(&output.stdout), text(&output.stderr))
}

/// `ips assess --plain` on a day, with these flags and lines; agreements are left out.
fn assess(dir: &Path, date: &str, more: &[&str], lines: &[&str]) -> Assert {
    let mut flags = MEETING.to_vec();
    *flags.last_mut().unwrap() = date;
    flags.push("--plain");
    flags.extend(more);
    ips(dir).args(flags).write_stdin(lines.join("\n") + "\n").assert()
}

#[test]
fn the_file_names_the_elements_that_were_asked_and_is_checked() {
    let profile = about(&["culture", "ecosystem"], "4");
    let text = profile.to_toml();
    assert!(text.contains("\nasked = [\"culture\", \"ecosystem\"]\n"), "{text}");
    assert_eq!(profile::read("x", &text).unwrap().profile, profile);
    assert!(!common::profile(Mode::Joint, &["4"]).to_toml().contains("\nasked = ["));
    for (asked, problem) in [
        ("[\"culture\", \"cultuur\"]", "asked noemt een element dat er niet is."),
        ("[]", "asked noemt geen element."),
        ("\"culture\"", "asked moet een lijst zijn"),
        ("[4]", "asked moet een tekst"),
    ] {
        let wrong = text.replace("[\"culture\", \"ecosystem\"]", asked);
        let problems = profile::read("x", &wrong).unwrap_err();
        let said: Vec<String> = problems.iter().map(|problem| problem.text(Lang::Nl)).collect();
        assert!(said.join("\n").contains(problem), "{said:?}");
    }
}

#[test]
fn an_answer_that_someone_wrote_in_the_file_counts_whatever_was_asked() {
    let mut profile = about(&["culture"], "4");
    let whole = common::profile(Mode::Joint, &["4"; 24]);
    profile.responses[5].clone_from(&whole.responses[5]);
    let read = profile::read("x", &profile.to_toml()).unwrap();
    assert!(read.warnings.is_empty());
    let scores = read.profile.scores(WEAKEST);
    assert!(scores.elements[5].score.is_some() && !scores.elements[5].is_not_asked());
    assert!(scores.elements[0].is_not_asked());
}

#[test]
fn what_was_not_asked_is_said_in_every_report_and_never_as_unanswered() {
    let profile = about(&["culture", "ecosystem"], "4");
    for lang in Lang::ALL {
        let scores = profile.scores(WEAKEST);
        let report =
            Report::new(&profile, &scores, lang).with_material(&Material::to_ask(&profile.questionnaire, lang));
        let page = format!("{:?}", Page::of(&report));
        let explained = terminal::explanation(&Explanation::of(&profile, &scores, lang), 100);
        for text in [terminal::profile(&report, 100), explained, page] {
            assert!(text.contains(&lang.not_asked()), "{text}");
            for wrong in [lang.not_answered(), lang.answered_of(0, 4), lang.not_applicable()] {
                assert!(!text.contains(&wrong), "{wrong}: {text}");
            }
        }
    }
}

#[test]
fn one_element_has_no_lowest_because_too_little_was_asked() {
    let profile = about(&["culture"], "2");
    let report = Report::new(&profile, &profile.scores(WEAKEST), Lang::Nl);
    assert_eq!(report.about_weakest, Some(Lang::Nl.too_few_asked()));
    let unanswered = common::profile(Mode::Joint, &["2"; 4]);
    let report = Report::new(&unanswered, &unanswered.scores(WEAKEST), Lang::Nl);
    assert_eq!(report.about_weakest, Some(Lang::Nl.too_few_elements()));
}

#[test]
fn two_meetings_about_other_elements_say_why_nothing_is_compared() {
    let (before, after) = (
        about(&["culture", "direction"], "2"),
        about(&["culture", "ecosystem"], "4"),
    );
    let comparison = Comparison::of(&before, &after, WEAKEST).unwrap();
    let reason = |id: &str| {
        let found = comparison.not_compared.iter().find(|(other, _)| other.starts_with(id));
        found.map(|(_, reason)| *reason)
    };
    assert_eq!(
        ["culture.", "direction.", "ecosystem.", "shared-vision."].map(reason),
        [
            None,
            Some(Reason::OnlyBefore),
            Some(Reason::OnlyAfter),
            Some(Reason::NeverAsked)
        ]
    );
    let lang = Lang::Nl;
    let verdicts: Vec<String> = Changes::new(&comparison, lang)
        .elements
        .into_iter()
        .map(|line| line.verdict)
        .collect();
    assert_eq!(
        verdicts,
        [
            lang.not_asked(),
            lang.clearly_higher(),
            lang.only_asked_then(),
            lang.not_asked(),
            lang.not_asked(),
            lang.only_asked_now(),
        ]
    );
    let trend = Trend::of(&[&before, &after], WEAKEST).unwrap();
    assert!(trend.elements[0].points.iter().all(|point| point.score.is_none()));
}

#[test]
fn the_lowest_of_last_time_are_asked_and_nothing_else() {
    let dir = dir();
    let dir = dir.path();
    // Nothing to go by yet.
    let refused = assess(dir, "2026-11-21", &["--elements", "lowest"], &[]).code(2);
    let (_, said) = output(&refused);
    assert!(
        said.contains("nog geen eerdere bijeenkomst") && said.contains("shared-vision, culture"),
        "{said}"
    );
    assert!(files(dir).is_empty());

    assess(dir, "2026-11-21", &[], &each(CULTURE_AND_LEARNING_LOWEST)).success();
    for (date, word) in [
        ("2027-01-15", "lowest"),
        ("2027-02-15", "Laagste"),
        ("2027-03-15", "laagst,learning-cycle"),
    ] {
        let meeting = assess(dir, date, &["--elements", word], &["5"; 9]).success();
        let (_, said) = output(&meeting);
        assert!(
            said.contains("vraag 9 van 9") && !said.contains("niet beantwoord"),
            "{said}"
        );
        let profile = fs::read_to_string(dir.join(format!("ips-groep-noord-{date}.toml"))).unwrap();
        // Not those of the meeting in between, which was about some elements only.
        assert!(
            profile.contains("\nasked = [\"culture\", \"learning-cycle\"]\n"),
            "{profile}"
        );
    }
    let show: Value = serde_json::from_str(&output(&ips(dir).args(["show", "--json"]).assert().success()).0).unwrap();
    let element = |index: usize| {
        let element = &show["elements"][index];
        (
            element["not_asked"].clone(),
            element["asked"].clone(),
            element["questions"][0]["not_asked"].clone(),
            element["questions"][0]["outcome"].clone(),
        )
    };
    assert_eq!(element(0), (true.into(), 0.into(), true.into(), "unanswered".into()));
    assert_eq!(element(1), (false.into(), 5.into(), false.into(), "scored".into()));
    let (rows, _) = output(&ips(dir).args(["export", "--format", "csv"]).assert().success());
    let head: Vec<&str> = rows.lines().next().unwrap().split(',').collect();
    assert!(head.contains(&"not_asked"), "{head:?}");
    assert_eq!(rows.matches(",unanswered,true,").count(), 15, "{rows}");
}

#[test]
fn a_level_team_and_another_questionnaire_have_no_lowest_and_a_draft_goes_on_with_the_same_words() {
    let dir = dir();
    let dir = dir.path();
    assess(dir, "2026-11-21", &[], &["4"; 24]).success();
    let level = assess(dir, "2027-01-15", &["--elements", "lowest"], &[]).code(2);
    let (_, said) = output(&level);
    assert!(
        said.contains("Op 21 november 2026 sprong er geen element uit."),
        "{said}"
    );
    let deeper = ["--questions", "trust", "--elements", "lowest"];
    let (_, said) = output(&assess(dir, "2027-01-15", &deeper, &[]).code(2));
    assert!(said.contains("nog geen eerdere bijeenkomst"), "{said}");

    assess(dir, "2026-12-21", &[], &each(CULTURE_AND_LEARNING_LOWEST)).success();
    assess(dir, "2027-01-15", &["--elements", "lowest"], &["5", "5"]).code(130);
    // The same command again, with the word that goes on: it means the same elements.
    let on = assess(dir, "2027-01-15", &["--elements", "lowest", "--resume"], &["5"; 7]).success();
    assert!(output(&on).1.contains("vraag 9 van 9"), "{}", output(&on).1);
    assess(dir, "2027-02-15", &["--elements", "culture"], &["5"]).code(130);
    let other = assess(dir, "2027-02-15", &["--elements", "lowest", "--resume"], &[]).code(2);
    assert!(output(&other).1.contains("--elements"), "{}", output(&other).1);
}

proptest! {
    #[test]
    fn what_was_not_asked_changes_no_score(
        answers in prop::collection::vec("[1-5?-]|", 24),
        asked in prop::collection::vec(any::<bool>(), 6),
    ) {
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        let mut unanswered = common::profile(Mode::Joint, &answers);
        for (responses, asked) in unanswered.responses.iter_mut().zip(&asked) {
            if !asked {
                responses.fill(Response::default());
            }
        }
        let mut partial = unanswered.clone();
        let elements = partial.questionnaire.elements.iter().zip(&asked);
        let ids: Vec<String> = elements.filter(|(_, asked)| **asked).map(|(element, _)| element.id.clone()).collect();
        partial.ask_only(&ids);
        let (one, other): (Scores, Scores) = (partial.scores(WEAKEST), unanswered.scores(WEAKEST));
        prop_assert_eq!((&one.overall, &one.weakest), (&other.overall, &other.weakest));
        for (index, (one, other)) in one.elements.iter().zip(&other.elements).enumerate() {
            prop_assert_eq!((&one.score, one.band, one.answered), (&other.score, other.band, other.answered));
            prop_assert_eq!(one.is_not_asked(), !asked[index]);
            prop_assert_eq!(one.asked, if asked[index] { other.asked } else { 0 });
            prop_assert!(one.questions.iter().all(|question| (question.outcome == Outcome::NotAsked) != asked[index]));
        }
    }
}
