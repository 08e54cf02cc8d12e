//! What has to hold for every profile: its scores, and every report of it.

use std::sync::LazyLock;

use ips::{
    comparison::Comparison,
    content::{
        Material,
        sources::{self, Source},
    },
    drawing::radar::Radar,
    fraction::{Fraction, fraction},
    lang::Lang,
    page::Page,
    profile::Profile,
    render::{
        csv::{self, Dialect},
        html, json, markdown, plain, terminal,
    },
    report::{Report, explain::Explanation},
    scoring::{Outcome, Scores},
};

use crate::{assert_safe, width};

/// The sources in both languages, read once.
static SOURCES: LazyLock<[Vec<Source>; 2]> = LazyLock::new(|| Lang::ALL.map(sources::built_in));

/// Asserts that every mean lies among its numbers, and that the marks are where the rule puts them.
pub fn assert_scores(profile: &Profile, scores: &Scores) {
    let questionnaire = &profile.questionnaire;
    let (first, last) = questionnaire.scale.numbers().into_inner();
    let (lowest, highest) = (fraction(first, 1), fraction(last, 1));
    for (at, element) in scores.elements.iter().enumerate() {
        let asked = questionnaire.elements[at].questions.iter().zip(&profile.responses[at]);
        let mut means = Vec::new();
        for (question, (asked, response)) in element.questions.iter().zip(asked) {
            if let Outcome::Scored(mean) = &question.outcome {
                let votes = &response.tally.as_ref().expect("a score comes from answers").votes;
                let mut given: Vec<Fraction> = (first..)
                    .zip(votes)
                    .filter(|(_, count)| **count > 0)
                    .map(|(number, _)| fraction(if asked.reverse { first + last - number } else { number }, 1))
                    .collect();
                given.sort();
                assert!(
                    given.first() <= Some(mean) && Some(mean) <= given.last(),
                    "{mean} of {votes:?}"
                );
                means.push(mean);
            }
        }
        assert_eq!(element.answered, means.len());
        assert!(element.answered <= element.asked && element.asked <= element.questions.len());
        assert_eq!(
            element.score.is_some(),
            !means.is_empty() && 2 * means.len() >= element.asked
        );
        assert_eq!(element.score.is_some(), element.band.is_some());
        if let Some(score) = &element.score {
            assert!(means.iter().min() <= Some(&score) && Some(&score) <= means.iter().max());
        }
    }
    let scored: Vec<&Fraction> = scores
        .elements
        .iter()
        .filter_map(|element| element.score.as_ref())
        .collect();
    assert_eq!(
        scores.overall.is_some(),
        !scored.is_empty() && 2 * scored.len() >= scores.elements.len()
    );
    if let Some(overall) = &scores.overall {
        assert!(lowest <= *overall && *overall <= highest);
        assert!(scored.iter().min() <= Some(&overall) && Some(&overall) <= scored.iter().max());
    }
    assert!(
        2 * scores.weakest.len() <= scored.len(),
        "{} of {} are marked",
        scores.weakest.len(),
        scored.len()
    );
    for (index, element) in scores.elements.iter().enumerate() {
        for &weakest in &scores.weakest {
            let weakest = scores.elements[weakest]
                .score
                .as_ref()
                .expect("only a scored element is marked");
            let stronger = element.score.as_ref().is_none_or(|score| score > weakest);
            assert!(
                scores.is_weakest(index) || stronger,
                "an element that is as weak is not marked"
            );
        }
    }
}

/// Asserts that every report of a profile can be made, is safe to show and keeps to its width.
pub fn assert_shown(profile: &Profile, weakest: usize, columns: usize, lang: Lang) {
    let scores = profile.scores(weakest);
    assert_scores(profile, &scores);
    let [nl, en] = &*SOURCES;
    let material = Material {
        sources: lang.pick(nl, en).clone(),
        ..Material::to_ask(&profile.questionnaire, lang)
    };
    let report = Report::new(profile, &scores, lang).with_material(&material);
    let explanation = Explanation::of(profile, &scores, lang);
    assert_fits(&terminal::explanation(&explanation, columns), columns);
    assert_fits(&terminal::profile(&report, columns), columns);
    assert_fits(&terminal::questions(&profile.questionnaire, lang, columns), columns);
    let in_words = terminal::Look {
        columns: None,
        colour: false,
        plain: true,
    };
    assert_safe(&terminal::explanation(&explanation, in_words), "\n");
    assert_safe(&terminal::profile(&report, in_words), "\n");
    assert_safe(&plain::report(&report, None), "\n");
    assert_pages(&report);
    assert_rows(profile, &scores, None);
    let asked = Page::of_questions(&profile.questionnaire, lang);
    assert_safe(&markdown::page(&asked), "\n");
    assert_safe(&html::page(&asked), "\n");
    for json in [
        json::profile(profile, &scores),
        json::questionnaire(&profile.questionnaire),
    ] {
        assert_safe(&json, "\n");
        assert!(!json.contains('\u{200D}'));
    }
}

/// Asserts that every file that a report is written to is safe, and what its kind of file has to be.
pub fn assert_pages(report: &Report) {
    let page = Page::of(report);
    assert_safe(&markdown::page(&page), "\n");
    let html = html::page(&page);
    assert_safe(&html, "\n");
    assert!(!html.contains("<script"));
    let drawing = Radar::of(report).alone();
    assert_safe(&drawing, "\n");
    roxmltree::Document::parse(&drawing).expect("a drawing is XML");
}

/// Asserts that the rows of a profile can be made and are safe to show.
pub fn assert_rows(profile: &Profile, scores: &Scores, comparison: Option<&Comparison<'_>>) {
    for dialect in [Dialect::Plain, Dialect::DutchExcel] {
        let mut rows = Vec::new();
        csv::questions(&mut rows, profile, scores, comparison, dialect).expect("memory takes every row");
        assert_safe(&String::from_utf8(rows).expect("UTF-8"), "\r\n\u{FEFF}");
    }
}

/// Asserts that a text for a terminal is safe and no line of it is wider.
pub fn assert_fits(text: &str, columns: usize) {
    assert_safe(text, "\n");
    for line in text.lines() {
        assert!(
            width(line) <= columns,
            "{} columns, not {columns}: {line:?}",
            width(line)
        );
    }
}
