//! What is asked: elements with their questions, and the scale they are answered on.
//!
//! A [`Questionnaire`] is in one language and complete in itself, so that a profile can carry it. The file it comes from
//! holds both languages and is read by [`read`].

pub(crate) mod doubts;
pub(crate) mod labels;
mod read;
mod words;

pub use self::{doubts::doubts, read::read, words::Word};

use std::ops::RangeInclusive;

use crate::{
    fraction::{Fraction, fraction, quotient},
    lang::Lang,
};

/// What a team is asked, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    /// Small letters, digits and hyphens; the same for all versions and languages.
    pub id: String,
    /// Raised when a question changes; from 1.
    pub version: u32,
    /// The language of the texts.
    pub lang: Lang,
    /// Its name, as reports print it.
    pub title: String,
    /// Where the questions come from.
    pub source: Option<String>,
    /// Whether each member is asked about themselves, so that a team can't answer it together. Like the suggestions it isn't
    /// kept in a profile.
    pub personal: bool,
    /// The answers that can be given.
    pub scale: Scale,
    /// The parts that get a score, at least one.
    pub elements: Vec<Element>,
    /// Words that not everyone knows; a profile doesn't keep them.
    pub words: Vec<Word>,
}

/// What each point of a scale means, lowest first; only the ends of a long scale may have a label. As long as the scale.
pub type Labels = Vec<Option<String>>;

/// A scale of 2 to 11 points, numbered from 1 or from 0.
///
/// An answer and its counts know a point by its place, from the lowest; [`Scale::number`] is what people see and type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The number of the lowest point: 0 or 1.
    pub first: u32,
    /// What its points mean.
    pub labels: Labels,
    /// Means from here up are strong.
    pub strong: Fraction,
    /// Means from here up, below strong, are to discuss; lower ones are to discuss first.
    pub discuss: Fraction,
}

/// A part of the questionnaire that gets a score of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Unique in the questionnaire; files and flags name the element by it.
    pub id: String,
    /// Its name, as in the source.
    pub title: String,
    /// Its name in each language, for who types the beginning of it; empty in a questionnaire that was read back from a profile.
    pub titles: Vec<String>,
    /// At least one, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// What a team can do; empty in a questionnaire that was read back from a profile.
    pub suggestions: Vec<Suggestion>,
    /// The id of the built-in questionnaire that goes deeper into it; a profile doesn't keep that either.
    pub deeper: Option<String>,
}

/// A question that is answered with a point of the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Unique in its element; `element.question` is its full id.
    pub id: String,
    /// The question, word for word.
    pub text: String,
    /// A part that asks for words instead of a number.
    pub open: Option<String>,
    /// What the number stands for, where the question itself can't be answered with the labels.
    pub scored: Option<String>,
    /// Whether agreeing is bad: answers stay as they are given, the score counts from the other end.
    pub reverse: bool,
    /// What the points mean for this question, where the labels of the scale don't fit it.
    pub labels: Option<Labels>,
    /// The full id of the question of another questionnaire that asks the same of others, so that the two can stand side by side.
    pub mirrors: Option<String>,
    /// Whether the wording is this project's own and not that of the source; a profile keeps the source instead.
    pub own: bool,
}

/// Something that a team can do about an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to do, in a sentence or two.
    pub text: String,
    /// The text that it comes from, as it is cited.
    pub source: String,
}

impl Scale {
    /// The number of points, from 2 to 11.
    pub fn points(&self) -> usize {
        self.labels.len()
    }

    /// The number that people see and type for a point, which counts from 1 at the lowest.
    pub fn number(&self, point: usize) -> u32 {
        self.first + u32::try_from(point).unwrap_or(u32::MAX) - 1
    }

    /// The numbers of all points, lowest to highest.
    pub fn numbers(&self) -> RangeInclusive<u32> {
        self.first..=self.number(self.points())
    }

    /// The bands of a scale that doesn't set its own: strong from three quarters of the way from the lowest point to the
    /// highest, discuss from half way (4.0 and 3.0 on five points from 1).
    pub fn default_bands(first: u32, points: usize) -> (Fraction, Fraction) {
        let steps = points.saturating_sub(1) as u64;
        let from_first = |quarters: u64| fraction(first, 1) + fraction(quarters * steps, 4);
        (from_first(3), from_first(2))
    }

    /// Whether the bands lie on the scale, in their order.
    pub(crate) fn has_sound_bands(&self) -> bool {
        let (lowest, highest) = self.numbers().into_inner();
        let (lowest, highest) = (fraction(lowest, 1), fraction(highest, 1));
        lowest <= self.discuss && self.discuss <= self.strong && self.strong <= highest
    }

    /// How far a mean lies along the scale, 0 at the lowest point and 1 at the highest; a number to draw with.
    pub(crate) fn share(&self, mean: &Fraction) -> f64 {
        let steps = self.points() as u64 - 1;
        quotient(&(mean.numer() - mean.denom() * self.first), &(mean.denom() * steps))
    }
}

/// Where a question stands: its element's and its own index.
pub type At = (usize, usize);

impl Questionnaire {
    /// Every question's place, in the order in which they are asked.
    pub fn places(&self) -> impl Iterator<Item = At> + '_ {
        self.elements
            .iter()
            .enumerate()
            .flat_map(|(e, element)| (0..element.questions.len()).map(move |q| (e, q)))
    }

    /// The question at a place.
    pub fn question(&self, (element, question): At) -> &Question {
        &self.elements[element].questions[question]
    }

    /// What the points mean for the question at a place: its own labels, or those of the scale.
    pub fn labels(&self, at: At) -> &[Option<String>] {
        self.question(at).labels.as_ref().unwrap_or(&self.scale.labels)
    }

    /// The id by which files name the question at a place: `element.question`.
    pub fn full_id(&self, at: At) -> String {
        format!("{}.{}", self.elements[at.0].id, self.question(at).id)
    }

    /// The place of a full id.
    pub fn find(&self, full_id: &str) -> Option<At> {
        self.elements.iter().enumerate().find_map(|(index, element)| {
            let id = full_id.strip_prefix(&element.id)?.strip_prefix('.')?;
            let question = element.questions.iter().position(|question| question.id == id)?;
            Some((index, question))
        })
    }

    /// The element of this id.
    pub fn element(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.id == id)
    }

    /// Takes over what a profile doesn't keep of it, if this is another copy of the same questionnaire.
    pub(crate) fn restore_from(&mut self, source: &Questionnaire) {
        if source.id != self.id {
            return;
        }
        self.personal = source.personal;
        self.words.clone_from(&source.words);
        for element in &mut self.elements {
            if let Some(known) = source.element(&element.id) {
                element.titles.clone_from(&known.titles);
                element.suggestions.clone_from(&known.suggestions);
                element.deeper.clone_from(&known.deeper);
            }
        }
    }

    /// As a profile keeps it: in one language, and without what is only of use beside it.
    #[must_use]
    pub fn as_kept(mut self) -> Questionnaire {
        self.personal = false;
        self.words.clear();
        for element in &mut self.elements {
            element.titles.clear();
            element.suggestions.clear();
            element.deeper = None;
            for question in &mut element.questions {
                question.own = false;
            }
        }
        self
    }

    /// How many questions its elements have together: one or more.
    pub fn question_count(&self) -> usize {
        self.elements.iter().map(|element| element.questions.len()).sum()
    }
}
