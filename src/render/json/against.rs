//! A team beside others as JSON.

use serde::Serialize;

use crate::{fraction::plain, overview::Against, profile::Profile};

#[derive(Serialize)]
pub(super) struct AgainstJson<'p> {
    teams: usize,
    elements: Vec<BesideJson<'p>>,
}

#[derive(Serialize)]
struct BesideJson<'p> {
    id: &'p str,
    score: Option<f64>,
    teams: usize,
    q1: Option<f64>,
    median: Option<f64>,
    q3: Option<f64>,
    lower: Option<usize>,
    higher: Option<usize>,
}

pub(super) fn against_json<'p>(against: &Against, profile: &'p Profile) -> AgainstJson<'p> {
    let elements = profile.questionnaire.elements.iter().zip(&against.elements);
    AgainstJson {
        teams: against.teams,
        elements: elements
            .map(|(element, beside)| {
                let counted = |count: usize| beside.own.as_ref().map(|_| count);
                BesideJson {
                    id: &element.id,
                    score: beside.own.as_ref().map(plain),
                    teams: beside.others.teams,
                    q1: beside.others.q1.as_ref().map(plain),
                    median: beside.others.median.as_ref().map(plain),
                    q3: beside.others.q3.as_ref().map(plain),
                    lower: counted(beside.lower),
                    higher: counted(beside.higher),
                }
            })
            .collect(),
    }
}
