//! How an element went from meeting to meeting, and why an arrow stands there or doesn't.

use super::{Explanation, Part, Row, change, method_part, sums::own_decimals};
use crate::{
    fraction::shown,
    lang::Lang,
    report::{changes::verdict_words, figure::exactly, method, trend::NO_SCORE},
    text::safe,
    trend::{Course, Step, Trend},
};

impl Explanation {
    /// Explains every change of a trend: each meeting beside the one before, and the last beside the first.
    pub fn of_trend(trend: &Trend<'_>, lang: Lang) -> Explanation {
        let dates = trend.meetings.iter().map(|meeting| lang.date(meeting.profile.date));
        let dates: Vec<String> = dates.collect();
        let head = match dates.as_slice() {
            [first, .., last] => vec![lang.from_to(first, last)],
            dates => dates.to_vec(),
        };
        let whole = trend.whole.as_ref();
        let mut parts: Vec<Part> = whole.map(|whole| change::limit(whole, lang)).into_iter().collect();
        for course in &trend.elements {
            parts.push(meetings(trend, course, &dates, lang));
            if let (Some(whole), Some(element)) = (whole, trend.whole_of(course)) {
                let part = change::element(whole, element, lang);
                let title = format!("{}: {}", part.title, head.concat());
                parts.push(Part { title, ..part });
            }
        }
        parts.push(method_part(method::of_trend(trend, lang), lang));
        Explanation {
            lang,
            title: trend
                .meetings
                .last()
                .map(|meeting| safe(&meeting.profile.whose().to_string()))
                .unwrap_or_default(),
            head,
            parts,
        }
    }
}

/// An element's score at each meeting, and what that was compared with.
fn meetings(trend: &Trend<'_>, course: &Course, dates: &[String], lang: Lang) -> Part {
    let decimals = own_decimals(course.points.iter().filter_map(|point| point.score.as_ref()));
    // Of two meetings the one step is the whole, which comes behind this.
    let steps = dates.len() > 2;
    let rows = course.points.iter().zip(dates).map(|(point, date)| Row {
        numbers: vec![
            point
                .score
                .as_ref()
                .map_or(NO_SCORE.to_owned(), |score| shown(score, decimals, lang)),
        ],
        text: date.clone(),
        said: point
            .step
            .iter()
            .filter(|_| steps)
            .map(|step| step_words(step, &dates[step.since], lang))
            .collect(),
    });
    Part {
        title: safe(trend.title(course)),
        said: Vec::new(),
        rows: rows.collect(),
    }
}

fn step_words(step: &Step, since: &str, lang: Lang) -> String {
    let (change, weighed) = (&step.change, &step.weighed);
    let decimals = own_decimals([&change.before, &change.after]);
    let [before, after] = [&change.before, &change.after].map(|mean| shown(mean, decimals, lang));
    let moves = lang.explain_moves(weighed.compared, weighed.up, weighed.down);
    let verdict = lang.explain_step(&exactly(&weighed.limit, lang), &verdict_words(weighed, change, lang));
    format!("{} {moves} {verdict}", lang.explain_since(since, &before, &after))
}
