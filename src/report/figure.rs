//! Numbers as they are said, beside the numbers themselves.

use crate::{
    fraction::{Fraction, decimals_where, plain, rounded, shown},
    lang::Lang,
    profile::Profile,
    questionnaire::Scale,
    scoring::{Band, Scores},
};

/// A number as it is said, to reckon with and to draw; only said where words stand for a number that isn't there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The number in words, with as many decimals as it needs; or why there is none.
    pub text: String,
    /// The number, with up to six decimals.
    pub value: Option<f64>,
    /// How far it lies along the scale, from 0 to 1; a difference doesn't.
    pub share: Option<f64>,
}

impl Figure {
    /// Words instead of a number.
    pub fn none(text: String) -> Figure {
        Figure {
            text,
            ..Figure::default()
        }
    }

    /// A mean on a scale, in these words.
    pub fn mean(text: String, mean: &Fraction, scale: &Scale) -> Figure {
        Figure {
            text,
            value: Some(plain(mean)),
            share: Some(scale.share(mean)),
        }
    }
}

/// A limit as it is: rounded, it would seem to hold where it doesn't.
pub(super) fn exactly(limit: &Fraction, lang: Lang) -> String {
    shown(
        limit,
        decimals_where(|decimals| rounded(limit, decimals) == *limit),
        lang,
    )
}

/// Whether each of these numbers, of which some are marked, shows its band with so many decimals, and lies apart from those
/// that are marked otherwise.
pub(super) fn tells(numbers: &[(&Fraction, bool)], scale: &Scale, decimals: u32) -> bool {
    let round: Vec<Fraction> = numbers.iter().map(|(number, _)| rounded(number, decimals)).collect();
    let all = || numbers.iter().zip(&round);
    let apart = |(number, mark): (&Fraction, bool), round: &Fraction| {
        all().all(|((other, other_mark), other_round)| *other_mark == mark || *other == number || other_round != round)
    };
    all().all(|(&(number, mark), round)| {
        Band::of(round, scale) == Band::of(number, scale) && apart((number, mark), round)
    })
}

/// The scores of all elements that have one, and whether each is among the weakest.
pub(super) fn marked(scores: &Scores) -> Vec<(&Fraction, bool)> {
    let elements = scores.elements.iter().enumerate();
    let scored = elements.filter_map(|(index, element)| Some((element.score.as_ref()?, scores.is_weakest(index))));
    scored.collect()
}

/// With how many decimals the scores of a profile's elements are shown: all alike, so that they line up, and as many as it
/// takes to see the band of each, and to see the marked ones apart from the others.
pub(super) fn element_decimals(scores: &Scores, scale: &Scale) -> u32 {
    let marked = marked(scores);
    decimals_where(|decimals| tells(&marked, scale, decimals))
}

/// An element's score, with as many decimals as those of the other elements.
pub fn element_score(profile: &Profile, scores: &Scores, index: usize, lang: Lang) -> Option<Figure> {
    let scale = &profile.questionnaire.scale;
    score_with(
        element_decimals(scores, scale),
        scores.elements[index].score.as_ref(),
        scale,
        lang,
    )
}

/// A score with so many decimals.
pub(super) fn score_with(decimals: u32, score: Option<&Fraction>, scale: &Scale, lang: Lang) -> Option<Figure> {
    score.map(|score| Figure::mean(shown(score, decimals, lang), score, scale))
}
