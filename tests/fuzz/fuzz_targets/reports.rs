//! Bytes as two profiles of one team: every report of each and of both.
#![no_main]

use ips::{
    agreement::Due,
    comparison::Comparison,
    page::Page,
    profile::{self, Profile, same_team},
    render::{json, markdown, terminal},
    report::{Report, changes::Changes, trend::TrendReport},
    scoring::WEAKEST,
    text::{visible, visible_lines},
    trend::Trend,
};
use ips_fuzz::{Meeting, assert_fits, assert_pages, assert_rows, assert_safe, assert_shown, in_plain_words};
use libfuzzer_sys::fuzz_target;
use num_traits::Zero as _;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};

fuzz_target!(|meeting: Meeting| {
    let Meeting {
        before,
        after,
        lang,
        weakest,
        columns,
    } = &meeting;
    for profile in [before, after] {
        assert_shown(profile, *weakest, *columns, *lang);
        comes_back(profile);
        json_says(profile, *weakest);
        unchanged(profile, &meeting);
    }
    changed(&meeting);
});

/// A profile that is saved is read again as the same.
fn comes_back(profile: &Profile) {
    let saved = profile.to_toml();
    let loaded = profile::read("x", &saved).expect("what is saved can be read");
    assert!(loaded.warnings.is_empty(), "{:?} of {saved}", loaded.warnings);
    assert_eq!(&loaded.profile, profile);
}

fn json_says(profile: &Profile, weakest: usize) {
    let json: Value = serde_json::from_str(&json::profile(profile, &profile.scores(weakest))).expect("JSON");
    assert_eq!(json["team"], profile.team);
    assert_eq!(json["functions"].as_str(), profile.functions.as_deref());
    let questionnaire = &profile.questionnaire;
    assert_eq!(json["questionnaire"], questionnaire.id);
    assert_eq!(json["scale"], json!(questionnaire.scale.labels));
    for (e, element) in questionnaire.elements.iter().enumerate() {
        assert_eq!(json["elements"][e]["title"], element.title);
        for (q, question) in element.questions.iter().enumerate() {
            let said = &json["elements"][e]["questions"][q];
            assert_eq!(said["text"], question.text);
            assert_eq!(said["note"].as_str(), profile.response((e, q)).note.as_deref());
        }
    }
    for (said, agreement) in json["agreements"]
        .as_array()
        .into_iter()
        .flatten()
        .zip(&profile.agreements)
    {
        assert_eq!(said["what"], agreement.what);
        assert_eq!(said["who"].as_str(), agreement.who.as_deref());
        assert_eq!(said["due"].as_str(), agreement.due.as_ref().map(Due::word).as_deref());
    }
}

/// A profile beside itself shows no change.
fn unchanged(profile: &Profile, meeting: &Meeting) {
    let comparison = Comparison::of(profile, profile, meeting.weakest).expect("one team");
    let elements = comparison.elements.iter().filter_map(|element| element.change.as_ref());
    let questions = comparison
        .elements
        .iter()
        .flat_map(|element| &element.questions)
        .map(|question| &question.change);
    for change in elements.chain(questions).chain(&comparison.overall) {
        assert!(change.difference().is_zero());
    }
    assert!(comparison.elements.iter().all(|element| !element.weighed.is_clear()));
    assert!(Changes::new(&comparison, meeting.lang).moved.is_empty());
}

/// The last step of two meetings is their difference.
fn followed(meeting: &Meeting, comparison: &Comparison<'_>) {
    let trend = Trend::of(&[&meeting.before, &meeting.after], meeting.weakest).expect("one team");
    for course in &trend.elements {
        let element = comparison.elements.iter().find(|element| element.id == course.id);
        let (element, step) = (element.expect("the same elements"), course.points[1].step.as_ref());
        assert_eq!(step.map(|step| &step.change), element.change.as_ref());
        assert_eq!(
            step.is_some_and(|step| step.weighed.is_clear()),
            element.weighed.is_clear()
        );
    }
    let columns = meeting.columns;
    assert_fits(
        &terminal::trend(&TrendReport::new(&trend, meeting.lang), columns),
        columns,
    );
    assert_safe(&json::trend(&trend), "\n");
}

fn changed(meeting: &Meeting) {
    let Meeting {
        before,
        after,
        lang,
        weakest,
        columns,
    } = meeting;
    assert!(same_team(&before.team, &after.team));
    let Ok(comparison) = Comparison::of(before, after, *weakest) else {
        panic!("one team with one questionnaire can be compared");
    };
    let back = Comparison::of(after, before, *weakest).expect("the other way round too");
    assert_eq!(comparison.not_compared.len(), back.not_compared.len());
    assert_eq!(comparison.overall.is_some(), back.overall.is_some());
    for element in &comparison.elements {
        let other = back
            .elements
            .iter()
            .find(|other| other.id == element.id)
            .expect("the same elements");
        assert_eq!(element.weighed.is_clear(), other.weighed.is_clear());
        assert_eq!(element.change.is_some(), other.change.is_some());
        if let (Some(change), Some(other)) = (&element.change, &other.change) {
            assert_eq!(change.difference(), -other.difference());
        }
    }
    let changes = Changes::new(&comparison, *lang);
    assert_fits(&terminal::changes(&changes, *columns), *columns);
    let json = json::changes(&comparison);
    assert_safe(&json, "\n");
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["after"]["team"], after.team);
    followed(meeting, &comparison);

    let compared = Report::compared(&comparison, *lang);
    assert_pages(&compared);
    assert_rows(after, &comparison.after_scores, Some(&comparison));
    let report = markdown::page(&Page::of(&compared));
    let (plain_before, plain_after) = in_plain_words(before, after);
    let plain = Comparison::of(&plain_before, &plain_after, *weakest).expect("the same in plain words");
    let (_, plain_parts) = parsed(&markdown::page(&Page::of(&Report::compared(&plain, *lang))));
    let (blocks, parts) = parsed(&report);
    assert_eq!(parts, plain_parts, "{report}");
    for text in texts(after) {
        assert!(
            blocks.iter().any(|block| block.contains(&text)),
            "{text:?} is not in {report}"
        );
    }
}

/// Every text of a profile that a report in Markdown holds, as it is shown.
fn texts(profile: &Profile) -> Vec<String> {
    let questionnaire = &profile.questionnaire;
    let scores = profile.scores(WEAKEST);
    let elements = questionnaire.elements.iter().zip(&scores.elements);
    let asked = elements.flat_map(|(element, score)| {
        let questions = element.questions.iter().filter(|_| !score.is_not_asked());
        questions.map(|question| &question.text).chain([&element.title])
    });
    let agreed = profile
        .agreements
        .iter()
        .flat_map(|agreement| [&agreement.what].into_iter().chain(&agreement.who));
    let shown = asked
        .chain(agreed)
        .chain([&profile.team])
        .chain(&profile.functions)
        .chain(&questionnaire.source)
        .chain(questionnaire.scale.labels.iter().flatten())
        .map(|text| visible(text.trim()).into_owned());
    let notes = profile
        .responses
        .iter()
        .flatten()
        .filter_map(|response| response.note.as_deref());
    let noted = notes.flat_map(visible_lines).filter(|line| !line.is_empty());
    shown.chain(noted).collect()
}

/// The text of each block of a Markdown document, and its parts.
fn parsed(markdown: &str) -> (Vec<String>, Vec<String>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    let (mut blocks, mut parts) = (vec![String::new()], Vec::new());
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => blocks.last_mut().expect("never empty").push_str(&text),
            Event::Start(tag) => {
                parts.push(format!("{tag:?}"));
                if !matches!(tag, Tag::Strong) {
                    blocks.push(String::new());
                }
            }
            Event::End(TagEnd::Strong) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => blocks.push(String::new()),
            other => parts.push(format!("{other:?}")),
        }
    }
    (blocks, parts)
}
