//! A comparison, and what it has in common with a trend.

use serde::Serialize;

use super::{AgreementJson, agreement_json, to_text};
use crate::{
    agreements,
    comparison::{Change, Comparison, Weighed},
    fraction::plain,
    profile::Profile,
};

#[derive(Serialize)]
pub(super) struct ChangesJson<'p> {
    before: MeetingJson<'p>,
    after: MeetingJson<'p>,
    overall: ChangeJson,
    elements: Vec<ElementChangeJson<'p>>,
    not_compared: Vec<LeftOutJson<'p>>,
    agreements: Vec<AgreementJson<'p>>,
    cautions: Vec<&'static str>,
}

#[derive(Serialize)]
struct MeetingJson<'p> {
    team: &'p str,
    group: Option<&'p str>,
    date: String,
    mode: &'static str,
    participants: u32,
}

#[derive(Serialize)]
pub(super) struct ChangeJson {
    before: Option<f64>,
    after: Option<f64>,
    change: Option<f64>,
}

#[derive(Serialize)]
struct WeighedJson {
    clear: bool,
    limit: f64,
    compared: usize,
    up: usize,
    down: usize,
}

#[derive(Serialize)]
struct ElementChangeJson<'p> {
    id: &'p str,
    title: &'p str,
    #[serde(flatten)]
    change: ChangeJson,
    #[serde(flatten)]
    weighed: WeighedJson,
    weakest_before: bool,
    weakest_after: bool,
    score_before: Option<f64>,
    score_after: Option<f64>,
    questions: Vec<QuestionChangeJson<'p>>,
}

#[derive(Serialize)]
struct QuestionChangeJson<'p> {
    id: &'p str,
    #[serde(flatten)]
    change: ChangeJson,
}

#[derive(Serialize)]
struct LeftOutJson<'p> {
    id: &'p str,
    reason: &'static str,
}

/// A comparison, as `ips diff --json` prints it.
pub fn changes(comparison: &Comparison<'_>) -> String {
    to_text(&changes_json(comparison))
}

pub(super) fn changes_json<'p>(comparison: &'p Comparison<'_>) -> ChangesJson<'p> {
    let (before, after) = (comparison.before, comparison.after);
    let elements = comparison.elements.iter().map(|element| ElementChangeJson {
        id: &element.id,
        title: match (element.after, element.before) {
            (Some(index), _) => &after.questionnaire.elements[index].title,
            (None, Some(index)) => &before.questionnaire.elements[index].title,
            (None, None) => "",
        },
        change: change_json(element.change.as_ref()),
        weighed: weighed_json(&element.weighed),
        weakest_before: element
            .before
            .is_some_and(|index| comparison.before_scores.is_weakest(index)),
        weakest_after: element
            .after
            .is_some_and(|index| comparison.after_scores.is_weakest(index)),
        score_before: element
            .before
            .and_then(|index| comparison.before_scores.elements[index].score.as_ref().map(plain)),
        score_after: element
            .after
            .and_then(|index| comparison.after_scores.elements[index].score.as_ref().map(plain)),
        questions: element
            .questions
            .iter()
            .map(|question| QuestionChangeJson {
                id: &question.id,
                change: change_json(Some(&question.change)),
            })
            .collect(),
    });
    let entries = agreements::of([before, after]);
    let agreements = entries.iter().map(|entry| agreement_json(entry.agreement, entry.made));
    ChangesJson {
        before: meeting_json(before),
        after: meeting_json(after),
        overall: change_json(comparison.overall.as_ref()),
        elements: elements.collect(),
        not_compared: comparison
            .not_compared
            .iter()
            .map(|(id, reason)| LeftOutJson {
                id,
                reason: reason.word(),
            })
            .collect(),
        agreements: agreements.collect(),
        cautions: comparison.cautions.iter().map(|caution| caution.word()).collect(),
    }
}

fn meeting_json(profile: &Profile) -> MeetingJson<'_> {
    MeetingJson {
        team: &profile.team,
        group: profile.group.as_deref(),
        date: profile.date.to_string(),
        mode: profile.mode.word(),
        participants: profile.participants,
    }
}

pub(super) fn change_json(change: Option<&Change>) -> ChangeJson {
    ChangeJson {
        before: change.map(|change| plain(&change.before)),
        after: change.map(|change| plain(&change.after)),
        change: change.map(|change| plain(&change.difference())),
    }
}

fn weighed_json(weighed: &Weighed) -> WeighedJson {
    let Weighed {
        limit,
        compared,
        up,
        down,
        verdict: _,
    } = weighed;
    WeighedJson {
        clear: weighed.is_clear(),
        limit: plain(limit),
        compared: *compared,
        up: *up,
        down: *down,
    }
}
