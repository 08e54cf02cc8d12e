//! Profiles on disk: they come back as they were, and whatever is wrong with one is said with its place.

use ips::{
    agreement::{Agreement, AgreementState, Due},
    answers,
    content::questionnaires,
    lang::Lang,
    profile::{self, Profile, State},
    tally::{Mode, Tally},
};
use proptest::prelude::*;

use crate::common;

fn read(text: &str) -> Result<profile::Loaded, String> {
    profile::read("profiel.toml", text).map_err(|problems| {
        problems
            .iter()
            .map(|problem| problem.text(Lang::Nl))
            .collect::<Vec<_>>()
            .join("\n")
    })
}

fn full_profile() -> Profile {
    let mut profile = common::profile(Mode::Tally, &["3 4 4 5 ? - 2", "444", "", "?", "-", "1 5 1 5 3 3 3"]);
    profile.response_mut((0, 0)).note = Some("Tijd: \"te weinig\"\nen ' of \\ ook".into());
    profile.functions = Some("IB'er, wijkagent".into());
    profile.corrected = profile.date.succ_opt();
    profile.agreements.push(Agreement {
        who: Some("de IB'er".into()),
        due: Some("2027-01-15".into()),
        state: AgreementState::Open,
        ..Agreement::new("culture", "Bellen")
    });
    profile.agreements.push(Agreement {
        title: Some("Betrouwbaarheid".into()),
        due: Some("volgende keer".into()),
        state: AgreementState::Done,
        note: Some("Ja, gelukt \"op tijd\"".into()),
        made: profile.date.pred_opt(),
        first_element: Some("benevolence".into()),
        first_what: Some("Bellen \"of zo\"".into()),
        ..Agreement::new("reliability", "Terugbellen")
    });
    profile
}

#[test]
fn a_profile_is_made_to_be_read_by_people() {
    insta::assert_snapshot!(full_profile().to_toml());
}

#[test]
fn every_prefix_of_a_profile_is_refused() {
    let text = full_profile().to_toml();
    assert!(read(&text).is_ok());
    for length in (0..text.len()).filter(|&length| text.is_char_boundary(length)) {
        assert!(read(&text[..length]).is_err(), "the first {length} bytes");
    }
}

#[test]
fn a_line_break_at_the_end_and_windows_line_ends_are_fine() {
    let profile = full_profile();
    let text = profile.to_toml();
    assert_eq!(read(&format!("{text}\n\n")).unwrap().profile, profile);
    // Inside a text the line break itself may differ; there is none in this profile's single-line strings.
    let mut simple = profile;
    simple.response_mut((0, 0)).note = None;
    assert_eq!(read(&simple.to_toml().replace('\n', "\r\n")).unwrap().profile, simple);
}

#[test]
fn a_newer_format_is_refused_with_advice() {
    let text = full_profile().to_toml();
    let newer = text.replacen("format = 1", "format = 2", 1);
    assert!(read(&newer).unwrap_err().contains("nieuwere versie van ips"));
    let other_end = newer.replace("end = \"complete\"", "done = true");
    assert!(read(&other_end).unwrap_err().contains("nieuwere versie van ips"));
}

#[test]
fn an_edited_answer_is_a_warning_and_the_recomputed_score_counts() {
    let text = common::profile(Mode::Joint, &["4", "4", "4", "4"]).to_toml();
    let edited = text.replacen("answer = 4", "answer = 2", 1);
    let loaded = read(&edited).unwrap();
    let warned: Vec<String> = loaded.warnings.iter().map(|warning| warning.text(Lang::Nl)).collect();
    assert!(
        warned[0].contains("regel 25") && warned[0].contains("opnieuw berekende"),
        "{warned:?}"
    );
    assert_eq!(
        loaded.profile.to_toml(),
        edited
            .replacen("score = 4.0", "score = 3.5", 1)
            .replacen("band = \"strong\"", "band = \"discuss\"", 1)
    );
    assert!(read(&text).unwrap().warnings.is_empty());
}

#[test]
fn an_edited_note_survives_a_rewrite() {
    let text = full_profile().to_toml();
    let edited = text.replacen("what = \"Bellen\"", "what = \"Bellen én mailen\"", 1);
    assert!(read(&edited).unwrap().profile.to_toml().contains("Bellen én mailen"));
}

#[test]
fn every_problem_is_reported_at_once_with_its_line() {
    let text = full_profile()
        .to_toml()
        .replacen("participants = 7", "participants = 0", 1)
        .replacen("date = 2026-11-21", "date = \"2026-02-30\"", 1)
        .replacen("mode = \"tally\"", "mode = \"stemmen\"", 1)
        .replacen("state = \"open\"", "state = \"vaag\"\nkleur = \"rood\"", 1);
    insta::assert_snapshot!(read(&text).unwrap_err());
}

#[test]
fn counts_that_cannot_be_are_refused() {
    let text = full_profile().to_toml();
    for (old, new, sentence) in [
        ("votes = [0, 1, 1, 2, 1]", "votes = [0, 1, 1, 2]", "5 aantallen"),
        (
            "votes = [0, 1, 1, 2, 1]",
            "votes = [0, 7, 1, 2, 1]",
            "meer antwoorden dan de 7 deelnemers",
        ),
        ("votes = [0, 1, 1, 2, 1]", "votes = [0, -1, 1, 2, 1]", "heel getal"),
        (
            "votes = [0, 1, 1, 2, 1]",
            "votes = [0, 99999999999999999999, 1, 2, 1]",
            "heel getal",
        ),
    ] {
        let problems = read(&text.replacen(old, new, 1)).unwrap_err();
        assert!(problems.contains(sentence), "{new}: {problems}");
    }
}

#[test]
fn a_day_of_correction_is_a_day_whichever() {
    let text = full_profile().to_toml();
    assert!(text.contains("date = 2026-11-21\ncorrected = 2026-11-22\n"), "{text}");
    let corrected = |day: &str| text.replacen("corrected = 2026-11-22", &format!("corrected = {day}"), 1);
    // The meeting of a day to come can be corrected before it.
    for (day, kept) in [
        ("\"2026-11-21\"", Some(full_profile().date)),
        ("2026-11-20", full_profile().date.pred_opt()),
    ] {
        assert_eq!(read(&corrected(day)).unwrap().profile.corrected, kept);
    }
    let problems = read(&corrected("7")).unwrap_err();
    assert!(
        problems.contains("regel 4") && problems.contains("bestaande dag"),
        "{problems}"
    );
}

#[test]
fn no_problem_shows_a_line_of_the_file() {
    let secret = "GEHEIM";
    let text = full_profile().to_toml();
    for broken in [
        text.replacen("Bellen", &format!("{secret}\\q"), 1),
        text.replacen("mode = \"tally\"", &format!("mode = \"{secret}\""), 1),
        text.replacen("what = \"Bellen\"", &format!("what = {secret}"), 1),
        text.replacen("[questionnaire]", &format!("team = \"{secret}\"\n[questionnaire]"), 1),
    ] {
        let problems = read(&broken).unwrap_err();
        assert!(!problems.contains(secret), "{problems}");
        assert!(problems.contains("regel"), "{problems}");
    }
}

#[test]
fn a_key_is_named_on_one_line_and_not_in_full_when_it_is_long() {
    let long = "dit heeft iemand in vertrouwen gezegd ".repeat(9);
    let text = format!(
        "[draft]\n\"x = 1\\nander.toml, regel 2, kolom 1: alles goed\" = 1\n\"{long}\" = 2\n[end]\nend = \"draft\""
    );
    let said = read(&text).unwrap_err();
    assert!(!said.lines().any(|line| line.starts_with("ander.toml")), "{said}");
    assert!(!said.contains(&long) && said.contains("dit heeft iemand"), "{said}");
}

#[test]
fn an_answer_file_names_its_questionnaire_by_an_id_and_not_by_any_text() {
    let text = "questionnaire = \"\"\"\ndit heeft iemand gezegd\n\"\"\"\n[answers]\n";
    let problems = answers::read("a.toml", text, &common::six_elements(Lang::Nl)).unwrap_err();
    let said = problems[0].text(Lang::Nl);
    assert!(said.contains("questionnaire") && !said.contains("iemand"), "{said}");
}

#[test]
fn bands_outside_the_scale_would_not_come_back_and_are_refused() {
    let text = full_profile().to_toml();
    for strong in ["123456789012345678.0", "5.1", "2.9"] {
        let said = read(&text.replace("strong = 4.0", &format!("strong = {strong}"))).unwrap_err();
        assert!(said.contains("1, discuss, strong, 5"), "{said}");
    }
}

#[test]
fn an_answer_file_reports_unknown_questions_and_answers_outside_the_scale() {
    let text = "questionnaire = \"six-elements\"\nextra = 1\n[answers]\n\"culture.trust\" = 6\n\"culture.nope\" = 3\n\"culture.roles\" = 4\n[notes]\n\"culture.trust\" = 3\n";
    let problems = answers::read("antwoorden.toml", text, &common::six_elements(Lang::Nl)).unwrap_err();
    let problems: Vec<String> = problems.iter().map(|problem| problem.text(Lang::Nl)).collect();
    insta::assert_snapshot!(problems.join("\n"));
}

#[test]
fn a_questionnaire_reports_everything_that_is_wrong_with_it() {
    let text = r#"
format = 1
id = "Mijn lijst"
version = 0
title = { de = "Titel" }
kleur = "rood"

[scale]
labels = ["nee"]

[bands]
strong = 2.0
discuss = "veel"

[[elements]]
id = "een"
title = "Een"

[[elements]]
id = "een"
title = ""

[[elements.questions]]
id = "a"
text = "Werkt het?"

[[elements.questions]]
id = "a"

[[elements.suggestions]]
text = "Praat erover."
reference = "nergens"
"#;
    let problems = questionnaires::read("vragen.toml", text, Lang::Nl).unwrap_err();
    let problems: Vec<String> = problems.iter().map(|problem| problem.text(Lang::Nl)).collect();
    insta::assert_snapshot!(problems.join("\n"));
}

#[test]
fn a_questionnaire_of_any_size_in_one_language_is_read() {
    for points in [2, 10] {
        let labels: Vec<String> = (1..=points).map(|point| format!("\"label {point}\"")).collect();
        let mut text = format!(
            "format = 1\nid = \"x\"\nversion = 3\ntitle = \"X\"\n[scale]\nlabels = [{}]\n",
            labels.join(", ")
        );
        for element in 0..30 {
            let head = format!("[[elements]]\nid = \"e{element}\"\ntitle = \"E\"\n");
            text.push_str(&head);
            text.push_str("[[elements.questions]]\nid = \"q\"\ntext = { en = \"Only English?\" }\n");
        }
        let questionnaire = questionnaires::read("x.toml", &text, Lang::Nl).unwrap();
        assert_eq!(
            (questionnaire.scale.points(), questionnaire.question_count()),
            (points, 30)
        );
        assert_eq!(questionnaire.elements[29].questions[0].text, "Only English?");
    }
}

#[test]
fn a_million_mistakes_are_counted_and_not_listed() {
    let text: Vec<String> = (0..20_000).map(|n| format!("k{n} = 1")).collect();
    let text = text.join("\n");
    let problems = questionnaires::read("x.toml", &text, Lang::Nl).unwrap_err();
    assert_eq!(problems.len(), 101);
    assert!(problems[100].text(Lang::Nl).contains("En nog"));
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{1,30}",
        "[\\x00-\\x20\"'\\\\\u{80}-\u{9f}\u{202e}a-z=\\[\\]\n]{1,20}",
        ".{1,20}"
    ]
    .prop_filter("not blank", |text: &String| !text.trim().is_empty())
}

prop_compose! {
    pub(crate) fn any_profile()(
        tally in any::<bool>(),
        participants in 1u32..=200,
        team in any_text(),
        (group, functions) in (prop::option::of(any_text()), prop::option::of(any_text())),
        corrected in prop::option::of(0u64..=1000),
        answers in prop::collection::vec((prop::option::of(prop::collection::vec(0u32..8, 7)), prop::option::of(any_text())), 24),
        agreements in prop::collection::vec((any_text(), prop::option::of(any_text()), prop::option::of(any_text())), 0..3),
        only in prop::option::of(0usize..6),
        draft in any::<bool>(),
    ) -> Profile {
        let mut profile = common::profile(if tally { Mode::Tally } else { Mode::Joint }, &[]);
        profile.participants = if tally { participants.max(56) } else { participants };
        profile.team = team;
        (profile.group, profile.functions) = (group, functions);
        profile.corrected = corrected.map(|days| profile.date + chrono::Days::new(days));
        let places: Vec<_> = profile.questionnaire.places().collect();
        for (at, (counts, note)) in places.into_iter().zip(answers) {
            let response = profile.response_mut(at);
            response.note = note;
            response.tally = counts.filter(|counts| counts.iter().sum::<u32>() > 0).map(|counts| if tally {
                Tally { votes: counts[..5].to_vec(), dont_know: counts[5], not_applicable: counts[6] }
            } else {
                let mut one = Tally::empty(5);
                match counts[0] { 5 => one.dont_know = 1, 6 | 7 => one.not_applicable = 1, point => one.votes[point as usize] = 1 }
                one
            });
        }
        profile.agreements = agreements.into_iter().map(|(what, who, due)| Agreement {
            who, due: due.as_deref().map(Due::stored), state: AgreementState::Dropped, ..Agreement::new("ecosystem", what)
        }).collect();
        if let Some(only) = only {
            profile.ask_only(&[profile.questionnaire.elements[only].id.clone()]);
        }
        if draft {
            profile.state = State::draft();
        }
        profile
    }
}

#[test]
fn a_draft_has_no_place_of_its_own_for_an_agreement() {
    let mut profile = full_profile();
    profile.ask_only(&["culture".into()]);
    profile = Profile {
        state: State::draft(),
        ..profile
    };
    let text = profile.to_toml();
    assert_eq!(read(&text).unwrap().profile, profile);
    let halfway = text.replacen("[end]", "[draft.agreement]\nelement = \"culture\"\n\n[end]", 1);
    assert_ne!(halfway, text);
    let said = read(&halfway).unwrap_err();
    assert!(said.contains("draft.agreement"), "{said}");
}

proptest! {
    #[test]
    fn whatever_a_profile_holds_comes_back(profile in any_profile()) {
        let text = profile.to_toml();
        let loaded = read(&text).unwrap();
        prop_assert!(loaded.warnings.is_empty());
        prop_assert_eq!(&loaded.profile, &profile);
        prop_assert_eq!(loaded.profile.to_toml(), text);
    }

    #[test]
    fn nothing_that_is_read_makes_it_panic(text in "[a-z\\[\\]\"=. \n0-9{}#']{0,200}|.{0,100}") {
        let _ = profile::read("x", &text);
        let _ = questionnaires::read("x", &text, Lang::En);
        let _ = answers::read("x", &text, &common::six_elements(Lang::Nl));
    }

    #[test]
    fn damage_to_a_profile_is_a_problem_or_another_profile_but_never_a_panic(at in 0usize..4000, byte in 0x20u8..0x7f) {
        let mut bytes = full_profile().to_toml().into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_slip_in_the_end_mark_is_told_and_a_file_that_was_cut_off_is() {
    let text = full_profile().to_toml();
    let sound = "end = \"complete\"";
    for (mark, told) in [
        ("end = “complete”", Lang::Nl.curly_quote()),
        ("end: \"complete\"", Lang::Nl.colon_for_equals()),
        ("end \"complete\"", Lang::Nl.no_equals()),
    ] {
        let told_of = read(&text.replace(sound, mark)).unwrap_err();
        assert!(
            told_of.ends_with(&told) && told_of.lines().count() == 1,
            "{mark}: {told_of}"
        );
    }
    let versions = format!("<<<<<<< HEAD\n{text}\n=======\n{text}\n>>>>>>> noord");
    assert_eq!(
        read(&versions).unwrap_err(),
        format!("profiel.toml, regel 1, kolom 1: {}", Lang::Nl.two_versions())
    );
    for cut in ["end = \"complete", "end = ", "en", ""] {
        let told_of = read(&text.replace(sound, cut)).unwrap_err();
        assert!(told_of.contains("niet compleet"), "{cut}: {told_of}");
    }
}
