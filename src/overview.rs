//! Many teams in one picture: how the scores of each element and each question lie among teams that were asked the same.
//!
//! A team counts once, by its newest meeting, unless every meeting is asked for. Nothing is weighed and no mean of means is
//! taken: the lowest, the quartiles and the highest are scores that teams have, or lie half way between two of them.

mod against;
mod counting;
mod distribution;
mod gathered;
mod standing;

use std::{cmp::Reverse, collections::HashMap};

use chrono::NaiveDate;

use self::standing::Mark;
pub use self::{
    against::{Against, Beside},
    counting::{Claim, Counting},
    distribution::Distribution,
    gathered::{Choice, Counted, Found, Gathered, Groups, Wanted},
    standing::Standing,
};
use crate::{
    lang::Sentence,
    profile::team_key,
    questionnaire::{At, Questionnaire},
    scoring::Band,
};

/// From so many teams on an anonymous picture tells the quartiles: fewer could be told apart by who knows some of them.
pub const ENOUGH_TEAMS: usize = 8;

/// The picture of the teams that were asked one questionnaire.
#[derive(Clone, Debug)]
pub struct Overview {
    /// What they were asked.
    pub questionnaire: Questionnaire,
    /// One for each team, or each meeting where all were asked for, in the order of their names; none in an anonymous picture.
    pub standings: Vec<Standing>,
    /// One for each element of the questionnaire, in its order.
    pub elements: Vec<ElementPicture>,
    /// How many teams (or meetings) it is of.
    pub teams: usize,
    /// How many profiles of this questionnaire were found, copies not counted.
    pub profiles: usize,
    /// How many files were copies of others.
    pub copies: usize,
    /// The other questionnaires that profiles were found of, the commonest first.
    pub others: Vec<Other>,
    /// Whether no team is to be told apart.
    pub anonymous: bool,
    /// The first day of the meetings that were asked for.
    pub from: Option<NaiveDate>,
    /// The last day of the meetings that were asked for.
    pub to: Option<NaiveDate>,
    /// How many drafts were passed over.
    pub drafts: usize,
    /// The group of each team that it is of; none where it is of whole teams.
    pub group: Option<String>,
    /// How many profiles are of other groups, or of the whole team where this is of groups.
    pub other_groups: usize,
    /// What can't be used, in the order of its names.
    pub skipped: Vec<Skipped>,
}

/// A file or folder that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its name, as it was reached; none in an anonymous picture.
    pub file: Option<String>,
    /// Why, in a sentence that names it.
    pub reason: Option<Sentence>,
}

/// One element over all teams.
#[derive(Clone, Debug)]
pub struct ElementPicture {
    /// How the teams' scores lie.
    pub distribution: Distribution,
    /// How many have it among their lowest. Of few teams an anonymous picture tells none of these numbers.
    pub weakest: Option<usize>,
    /// How many have it in each band: strong, to discuss, to discuss first.
    pub bands: Option<[usize; 3]>,
    /// How many often don't know.
    pub often_unknown: Option<usize>,
    /// One for each of its questions, in order.
    pub questions: Vec<QuestionPicture>,
}

/// One question over all teams.
#[derive(Clone, Debug)]
pub struct QuestionPicture {
    /// How the teams' scores lie.
    pub distribution: Distribution,
    /// How many teams are divided on it, where that is told.
    pub divided: Option<usize>,
}

/// Another questionnaire that profiles were found of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// How many profiles.
    pub profiles: usize,
}

impl Overview {
    /// The picture of these teams.
    pub fn of(questionnaire: Questionnaire, mut standings: Vec<Standing>) -> Overview {
        standings.sort_by_cached_key(|standing| (team_key(&standing.team), standing.folder.clone(), standing.date));
        let elements = questionnaire.elements.iter().enumerate();
        let elements = elements.map(|(index, element)| {
            let count = |is: &dyn Fn(&Standing) -> bool| standings.iter().filter(|standing| is(standing)).count();
            let band = |band| count(&|standing| standing.band(index) == Some(band));
            let questions = (0..element.questions.len()).map(|question| {
                let marks = || standings.iter().map(|standing| standing.mark((index, question)));
                QuestionPicture {
                    distribution: of_marks(marks()),
                    divided: Some(marks().filter(|mark| mark.is_divided).count()),
                }
            });
            ElementPicture {
                distribution: Distribution::of(standings.iter().filter_map(|standing| standing.score(index))),
                weakest: Some(count(&|standing| standing.is_weakest(index))),
                bands: Some([Band::Strong, Band::Discuss, Band::DiscussFirst].map(band)),
                often_unknown: Some(count(&|standing| standing.is_often_unknown(index))),
                questions: questions.collect(),
            }
        });
        Overview {
            elements: elements.collect(),
            teams: standings.len(),
            profiles: standings.len(),
            copies: 0,
            others: Vec::new(),
            anonymous: false,
            from: None,
            to: None,
            drafts: 0,
            group: None,
            other_groups: 0,
            skipped: Vec::new(),
            questionnaire,
            standings,
        }
    }

    /// The same without what could tell a team apart.
    #[must_use]
    pub fn without_names(mut self) -> Overview {
        self.standings = Vec::new();
        self.anonymous = true;
        for skipped in &mut self.skipped {
            (skipped.file, skipped.reason) = (None, None);
        }
        for element in &mut self.elements {
            if element.distribution.teams < ENOUGH_TEAMS {
                (element.weakest, element.bands) = (None, None);
            }
            if self.teams < ENOUGH_TEAMS {
                // Who often doesn't know has no score.
                element.often_unknown = None;
            }
            element.distribution = std::mem::take(&mut element.distribution).anonymous();
            for question in &mut element.questions {
                if question.distribution.teams < ENOUGH_TEAMS {
                    question.divided = None;
                }
                question.distribution = std::mem::take(&mut question.distribution).anonymous();
            }
        }
        self
    }

    /// The places of up to so many questions with the lowest median, the lowest first; those without one are passed over. Of
    /// several that tie all are named or none.
    pub fn lowest_questions(&self, count: usize) -> Vec<At> {
        let median = |at: &At| self.question(*at).distribution.median.clone();
        let places = self.questionnaire.places().filter(|at| median(at).is_some());
        first(places, count, median)
    }

    /// The places of up to so many questions that most teams are divided on, the most first. Of several that tie all are named
    /// or none.
    pub fn most_divided(&self, count: usize) -> Vec<At> {
        let divided = |at: &At| Reverse(self.question(*at).divided.unwrap_or(0));
        let places = self.questionnaire.places().filter(|at| divided(at).0 > 0);
        first(places, count, divided)
    }

    /// The question at a place, over all teams.
    pub fn question(&self, (element, question): At) -> &QuestionPicture {
        &self.elements[element].questions[question]
    }
}

/// How the scores of a question lie. They are few, and only put in order once counted.
fn of_marks(marks: impl Iterator<Item = Mark>) -> Distribution {
    let mut counts: HashMap<Mark, usize> = HashMap::new();
    for mark in marks {
        *counts.entry(mark).or_default() += 1;
    }
    let scores = counts.into_iter();
    Distribution::counted(scores.filter_map(|(mark, count)| Some((mark.score()?, count))))
}

/// Up to so many places, in the order of what they are put in order by: a cut never goes through what ties, which would leave it to
/// the order of the questionnaire.
fn first<K: Ord>(places: impl Iterator<Item = At>, count: usize, key: impl Fn(&At) -> K) -> Vec<At> {
    let mut places: Vec<At> = places.collect();
    places.sort_by_key(&key);
    if let Some(next) = places.get(count).map(&key) {
        let below = places.partition_point(|at| key(at) < next);
        places.truncate(below);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ties_is_named_whole_or_not_at_all() {
        let named = |keys: &[u32], count| {
            let places = first((0..keys.len()).map(|place| (0, place)), count, |at| keys[at.1]);
            places.into_iter().map(|(_, place)| place).collect::<Vec<_>>()
        };
        assert_eq!(named(&[3, 1, 2], 2), [1, 2]);
        assert_eq!(named(&[3, 1, 1, 2], 2), [1, 2]);
        assert_eq!(named(&[2, 1, 2, 2], 2), [1]);
        assert_eq!(named(&[1, 1, 1], 2), [0; 0]);
        assert_eq!(named(&[1, 1], 2), [0, 1]);
    }
}
