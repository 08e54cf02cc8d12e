//! One team over many meetings in words: each element with a line for each meeting.

use super::Facts;
use crate::{
    lang::Lang,
    report::trend::{CourseLine, PointLine, TrendReport},
};

/// A team's course with the facts that `ips trend` shows, of every meeting.
pub fn trend(report: &TrendReport, columns: Option<usize>) -> String {
    let lang = report.lang;
    let mut facts = Facts::of(&report.team);
    match report.meetings.as_slice() {
        [first, .., last] => {
            facts.fact(&lang.meetings(report.meetings.len()));
            facts.sentences([lang.from_to(&first.date, &last.date)]);
        }
        _ => facts.sentences(&report.head),
    }
    facts.fact(&lang.scale_from_to(&report.scale[0], &report.scale[1]));
    for course in report.elements.iter().chain([&report.overall]) {
        facts.heading(&course.title);
        for (meeting, point) in report.meetings.iter().zip(&course.points) {
            let said = said_of_point(point, report.gaps, lang);
            facts.fact(&format!("{}: {}", meeting.date, said.join(", ")));
        }
        facts.facts(verdict(course, lang));
    }
    facts.blank();
    let sentences = [&report.one_only, &report.no_scores, &report.not_compared];
    facts.facts(sentences.into_iter().flatten().chain(&report.cautions));
    for meeting in &report.meetings {
        facts.agreements(&lang.agreed_on(&meeting.date), &meeting.agreements, lang);
    }
    facts.done(columns)
}

/// A score with what its signs mean.
fn said_of_point(point: &PointLine, gaps: bool, lang: Lang) -> Vec<String> {
    let score = match point.score.value {
        Some(_) => lang.score_is(&point.score.text),
        None => lang.no_score(),
    };
    let changed = match (point.arrow, gaps) {
        ("", _) => None,
        ("▲", false) => Some(lang.higher_than_before()),
        ("▲", true) => Some(lang.higher_than_before_with_score()),
        (_, false) => Some(lang.lower_than_before()),
        (_, true) => Some(lang.lower_than_before_with_score()),
    };
    let weakest = point.weakest.then(|| lang.weakest_that_time());
    [score].into_iter().chain(changed).chain(weakest).collect()
}

/// Whether the first and the last meeting clearly differ.
fn verdict(course: &CourseLine, lang: Lang) -> Option<String> {
    let whole = course.whole.as_ref()?;
    Some(lang.first_to_last_is(&whole.verdict))
}
