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

/// A score with as many decimals as it takes to see its band, and to see it apart from the scores that are marked otherwise.
pub(crate) fn score_words(score: &Fraction, scale: &Scale, marked_otherwise: &[&Fraction], lang: Lang) -> String {
    let decimals = decimals_where(|decimals| {
        let round = rounded(score, decimals);
        let apart = marked_otherwise
            .iter()
            .all(|other| rounded(other, decimals) != round || *other == score);
        Band::of(&round, scale) == Band::of(score, scale) && apart
    });
    shown(score, decimals, lang)
}

/// An element's score, told apart from every element that is marked otherwise.
pub fn element_score(profile: &Profile, scores: &Scores, index: usize, lang: Lang) -> Option<Figure> {
    let score = scores.elements[index].score.as_ref()?;
    let marked = scores.is_weakest(index);
    let others: Vec<&Fraction> = (0..scores.elements.len())
        .filter(|&other| scores.is_weakest(other) != marked)
        .filter_map(|other| scores.elements[other].score.as_ref())
        .collect();
    let scale = &profile.questionnaire.scale;
    Some(Figure::mean(score_words(score, scale, &others, lang), score, scale))
}

/// The score of all elements together.
pub(crate) fn overall_score(scores: &Scores, scale: &Scale, lang: Lang) -> Option<Figure> {
    let score = scores.overall.as_ref()?;
    Some(Figure::mean(shown(score, 1, lang), score, scale))
}
