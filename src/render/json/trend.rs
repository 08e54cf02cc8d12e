//! A trend as JSON.

use serde::Serialize;

use super::{
    AgreementJson, agreement_json,
    changes::{ChangeJson, change_json},
    to_text,
};
use crate::{
    comparison::Change,
    fraction::plain,
    trend::{Course, Meeting, Trend},
};

#[derive(Serialize)]
struct TrendJson<'p> {
    team: &'p str,
    group: Option<&'p str>,
    questionnaire: &'p str,
    meetings: Vec<MeetingJson<'p>>,
    whole: Option<WholeJson<'p>>,
}

#[derive(Serialize)]
struct MeetingJson<'p> {
    date: String,
    mode: &'static str,
    participants: u32,
    overall: Option<f64>,
    elements: Vec<PointJson<'p>>,
    agreements: Vec<AgreementJson<'p>>,
}

#[derive(Serialize)]
struct PointJson<'p> {
    id: &'p str,
    title: &'p str,
    score: Option<f64>,
    weakest: bool,
    change: Option<f64>,
    clear: bool,
    since: Option<String>,
}

/// From the first meeting to the last.
#[derive(Serialize)]
struct WholeJson<'p> {
    overall: ChangeJson,
    elements: Vec<WholeElementJson<'p>>,
}

#[derive(Serialize)]
struct WholeElementJson<'p> {
    id: &'p str,
    #[serde(flatten)]
    change: ChangeJson,
    clear: bool,
}

/// A trend, as `ips trend --json` prints it.
pub fn trend(trend: &Trend<'_>) -> String {
    let newest = trend.meetings.last().map(|meeting| meeting.profile);
    to_text(&TrendJson {
        team: newest.map_or("", |profile| &profile.team),
        group: newest.and_then(|profile| profile.group.as_deref()),
        questionnaire: newest.map_or("", |profile| &profile.questionnaire.id),
        meetings: (0..trend.meetings.len())
            .map(|index| meeting_json(trend, index))
            .collect(),
        whole: trend.whole.as_ref().map(|whole| WholeJson {
            overall: change_json(whole.overall.as_ref()),
            elements: trend.elements.iter().map(|course| whole_json(trend, course)).collect(),
        }),
    })
}

fn meeting_json<'t>(trend: &'t Trend<'_>, index: usize) -> MeetingJson<'t> {
    let Meeting { profile, scores } = &trend.meetings[index];
    let point_json = |course: &'t Course| {
        let point = &course.points[index];
        let step = point.step.as_ref();
        PointJson {
            id: &course.id,
            title: trend.title(course),
            score: point.score.as_ref().map(plain),
            weakest: point.weakest,
            change: step.map(|step| plain(&step.change.difference())),
            clear: step.is_some_and(|step| step.weighed.is_clear()),
            since: step.map(|step| trend.meetings[step.since].profile.date.to_string()),
        }
    };
    MeetingJson {
        date: profile.date.to_string(),
        mode: profile.mode.word(),
        participants: profile.participants,
        overall: scores.overall.as_ref().map(plain),
        elements: trend.elements.iter().map(point_json).collect(),
        agreements: profile
            .agreements
            .iter()
            .map(|agreement| agreement_json(agreement, agreement.made.unwrap_or(profile.date)))
            .collect(),
    }
}

fn whole_json<'t>(trend: &'t Trend<'_>, course: &'t Course) -> WholeElementJson<'t> {
    let whole = trend.whole_of(course);
    let change: Option<&Change> = whole.and_then(|element| element.change.as_ref());
    WholeElementJson {
        id: &course.id,
        change: change_json(change),
        clear: whole.is_some_and(|element| element.weighed.is_clear()),
    }
}
