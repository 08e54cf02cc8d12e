//! One team beside the others of a picture: never in an order, and never as a mark.

use super::{Distribution, Overview, Standing};
use crate::{
    fraction::Fraction,
    profile::{Profile, same_team},
    questionnaire::Element,
    scoring::Scores,
};

/// A team beside the others that were asked the same.
#[derive(Clone, Debug)]
pub struct Against {
    /// How many others there are.
    pub teams: usize,
    /// One for each element of the team's own questionnaire.
    pub elements: Vec<Beside>,
}

/// An element of a team beside that of the others.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The team's own score.
    pub own: Option<Fraction>,
    /// How those of the others lie.
    pub others: Distribution,
    /// How many of them have a lower score; none where the team has none.
    pub lower: usize,
    /// How many of them have a higher score; none where the team has none.
    pub higher: usize,
}

impl Against {
    /// A profile beside the other teams of a picture, those of its name left out; nothing where there are none that were
    /// asked the same on the same scale.
    pub fn of(profile: &Profile, scores: &Scores, overview: &Overview) -> Option<Against> {
        let (own, asked) = (&profile.questionnaire, &overview.questionnaire);
        let ids = |elements: &[Element]| -> Vec<String> { elements.iter().map(|element| element.id.clone()).collect() };
        let alike = own.id == asked.id
            && own.scale.numbers() == asked.scale.numbers()
            && ids(&own.elements) == ids(&asked.elements);
        let others = overview.standings.iter();
        let others = others.filter(|standing| !same_team(&standing.team, &profile.team));
        let others: Vec<&Standing> = others.collect();
        (alike && !others.is_empty()).then(|| Against {
            teams: others.len(),
            elements: (0..own.elements.len())
                .map(|index| beside(scores.elements[index].score.clone(), index, &others))
                .collect(),
        })
    }
}

fn beside(own: Option<Fraction>, element: usize, others: &[&Standing]) -> Beside {
    let scores = || others.iter().filter_map(|standing| standing.score(element));
    let count = |is: fn(&Fraction, &Fraction) -> bool| {
        let own = own.as_ref();
        own.map_or(0, |own| scores().filter(|score| is(score, own)).count())
    };
    Beside {
        others: Distribution::of(scores()),
        lower: count(|score, own| score < own),
        higher: count(|score, own| score > own),
        own,
    }
}
