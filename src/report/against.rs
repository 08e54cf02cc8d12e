//! What is to be said about a team beside others: numbers to talk about, no mark and no place in an order.

use super::{
    Figure,
    figure::tells,
    overview::{SpreadLine, spread_with, told_with},
};
use crate::{
    fraction::{Fraction, decimals_where},
    lang::Lang,
    overview::{Against, Beside},
    profile::Profile,
    questionnaire::Element,
    text::safe,
};

/// Beside fewer others than these it says little.
const FEW: usize = 4;

/// What is to be said about a team beside others.
#[derive(Clone, Debug)]
pub struct AgainstReport {
    /// The language of the sentences.
    pub lang: Lang,
    /// Beside how many others.
    pub title: String,
    /// What it is and isn't, and that it says little where there are few.
    pub about: Vec<String>,
    /// One for each element.
    pub elements: Vec<BesideLine>,
}

/// What is to be said about one element beside that of others.
#[derive(Clone, Debug)]
pub struct BesideLine {
    /// What it is called.
    pub title: String,
    /// The team's own score, or a dash.
    pub own: Figure,
    /// How those of the others lie.
    pub others: SpreadLine,
    /// How many of them are lower, and how many higher; nothing without a score.
    pub lower_and_higher: Option<[usize; 2]>,
}

impl AgainstReport {
    /// Says everything about it, in one language.
    pub fn new(against: &Against, profile: &Profile, lang: Lang) -> AgainstReport {
        let scale = &profile.questionnaire.scale;
        let numbers = against.elements.iter().flat_map(|beside| {
            let others = &beside.others;
            [&beside.own, &others.q1, &others.median, &others.q3]
        });
        let numbers: Vec<&Fraction> = numbers.flatten().collect();
        let decimals = decimals_where(|decimals| {
            let mut numbers = numbers.iter();
            numbers.all(|number| tells(&[(number, false)], scale, decimals))
        });
        let elements = profile.questionnaire.elements.iter().zip(&against.elements);
        let line = |(element, beside): (&Element, &Beside)| BesideLine {
            title: safe(&element.title),
            own: told_with(decimals, beside.own.as_ref(), scale, lang),
            others: spread_with(decimals, &beside.others, scale, lang),
            lower_and_higher: beside.own.is_some().then_some([beside.lower, beside.higher]),
        };
        let few = (against.teams < FEW).then(|| lang.few_others(against.teams));
        AgainstReport {
            lang,
            title: lang.beside_others(&lang.other_teams(against.teams)),
            about: [lang.about_beside()].into_iter().chain(few).collect(),
            elements: elements.map(line).collect(),
        }
    }
}

impl BesideLine {
    /// The team's own score, where the others lie, and how many are lower and higher, in words.
    pub fn words(&self, lang: Lang) -> Vec<String> {
        let own = match self.own.value {
            Some(_) => lang.own_score_is(&self.own.text),
            None => lang.own_score_missing(),
        };
        let median = self.others.median().map(|median| lang.others_median_is(&median.text));
        let half = self.others.q1().zip(self.others.q3());
        let half = half.map(|(q1, q3)| lang.half_between(&q1.text, &q3.text));
        let counts = self.lower_and_higher;
        let counts = counts.map(|[lower, higher]| lang.lower_and_higher(lower, higher));
        [own].into_iter().chain(median).chain(half).chain(counts).collect()
    }
}
