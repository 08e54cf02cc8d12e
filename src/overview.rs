//! Many teams in one picture: how the scores of each element and each question lie among teams that were asked the same.
//!
//! A team counts once, by its newest meeting, unless every meeting is asked for. Nothing is weighed and no mean of means is
//! taken: the lowest, the quartiles and the highest are scores that teams have, or lie half way between two of them.

use chrono::NaiveDate;

use crate::{
    fraction::{Fraction, fraction, rounded},
    questionnaire::{At, Questionnaire},
    scoring::{Band, Scores, Spread},
    tally::Mode,
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
}

/// A team in the picture, as it stood at one meeting.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The team's name as it was typed.
    pub team: String,
    /// The folder that it was found in, where another has a team of that name too.
    pub folder: Option<String>,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// How many took part.
    pub participants: u32,
    /// How they answered.
    pub mode: Mode,
    scores: Scores,
}

/// One element over all teams.
#[derive(Clone, Debug)]
pub struct ElementPicture {
    /// How the teams' scores lie.
    pub distribution: Distribution,
    /// How many have it among their lowest.
    pub weakest: usize,
    /// How many have it in each band: strong, to discuss, to discuss first.
    pub bands: [usize; 3],
    /// How many often don't know.
    pub often_unknown: usize,
    /// One for each of its questions, in order.
    pub questions: Vec<QuestionPicture>,
}

/// One question over all teams.
#[derive(Clone, Debug)]
pub struct QuestionPicture {
    /// How the teams' scores lie.
    pub distribution: Distribution,
    /// How many teams are divided on it.
    pub divided: usize,
}

/// How scores lie, by linear interpolation between them, as `percentile_cont` does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// How many teams have a score.
    pub teams: usize,
    /// The lowest score.
    pub lowest: Option<Fraction>,
    /// A quarter of the way up.
    pub q1: Option<Fraction>,
    /// Half of the way up.
    pub median: Option<Fraction>,
    /// Three quarters of the way up.
    pub q3: Option<Fraction>,
    /// The highest score.
    pub highest: Option<Fraction>,
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

impl Standing {
    /// A team's standing by its scores.
    pub fn new(team: String, date: NaiveDate, participants: u32, mode: Mode, scores: Scores) -> Standing {
        Standing {
            team,
            folder: None,
            date,
            participants,
            mode,
            scores,
        }
    }

    /// The score of an element.
    pub fn score(&self, element: usize) -> Option<Fraction> {
        self.scores.elements[element].score.clone()
    }

    /// The band of an element.
    pub fn band(&self, element: usize) -> Option<Band> {
        self.scores.elements[element].band
    }

    /// Whether an element is among the team's lowest.
    pub fn is_weakest(&self, element: usize) -> bool {
        self.scores.is_weakest(element)
    }

    /// Whether the team often doesn't know of an element.
    pub fn is_often_unknown(&self, element: usize) -> bool {
        self.scores.elements[element].is_often_unknown()
    }

    /// The score of a question.
    pub fn question(&self, (element, question): At) -> Option<Fraction> {
        self.scores.elements[element].questions[question]
            .outcome
            .score()
            .cloned()
    }

    /// Whether the team is divided on a question.
    pub fn is_divided(&self, (element, question): At) -> bool {
        self.scores.elements[element].questions[question].spread == Spread::Divided
    }
}

impl Distribution {
    /// How these scores lie.
    pub fn of(mut scores: Vec<Fraction>) -> Distribution {
        scores.sort();
        Distribution {
            teams: scores.len(),
            lowest: scores.first().cloned(),
            q1: quantile(&scores, 1),
            median: quantile(&scores, 2),
            q3: quantile(&scores, 3),
            highest: scores.last().cloned(),
        }
    }

    /// What of it may be told of teams that nobody is to tell apart: no lowest and no highest, and the rest of enough teams, with
    /// one decimal.
    fn anonymous(self) -> Distribution {
        let told = |value: Option<Fraction>| {
            let value = value.filter(|_| self.teams >= ENOUGH_TEAMS);
            value.map(|value| rounded(&value, 1))
        };
        Distribution {
            teams: self.teams,
            lowest: None,
            q1: told(self.q1),
            median: told(self.median),
            q3: told(self.q3),
            highest: None,
        }
    }
}

/// So many quarters of the way up scores in order.
fn quantile(scores: &[Fraction], quarters: usize) -> Option<Fraction> {
    let last = scores.len().checked_sub(1)?;
    let (below, rest) = (last * quarters / 4, last * quarters % 4);
    let low = &scores[below];
    let high = scores.get(below + 1).unwrap_or(low);
    Some(low + (high - low) * fraction(rest as u64, 4))
}

impl Overview {
    /// The picture of these teams.
    pub fn of(questionnaire: Questionnaire, mut standings: Vec<Standing>) -> Overview {
        standings.sort_by_cached_key(|standing| (standing.team.to_lowercase(), standing.folder.clone(), standing.date));
        let elements = questionnaire.elements.iter().enumerate();
        let elements = elements.map(|(index, element)| {
            let count = |is: &dyn Fn(&Standing) -> bool| standings.iter().filter(|standing| is(standing)).count();
            let band = |band| count(&|standing| standing.band(index) == Some(band));
            let questions = (0..element.questions.len()).map(|question| QuestionPicture {
                distribution: Distribution::of(
                    standings
                        .iter()
                        .filter_map(|standing| standing.question((index, question)))
                        .collect(),
                ),
                divided: count(&|standing| standing.is_divided((index, question))),
            });
            ElementPicture {
                distribution: Distribution::of(standings.iter().filter_map(|standing| standing.score(index)).collect()),
                weakest: count(&|standing| standing.is_weakest(index)),
                bands: [Band::Strong, Band::Discuss, Band::DiscussFirst].map(band),
                often_unknown: count(&|standing| standing.is_often_unknown(index)),
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
            questionnaire,
            standings,
        }
    }

    /// The same without what could tell a team apart.
    #[must_use]
    pub fn without_names(mut self) -> Overview {
        self.standings.clear();
        self.anonymous = true;
        for element in &mut self.elements {
            element.distribution = std::mem::take(&mut element.distribution).anonymous();
            for question in &mut element.questions {
                question.distribution = std::mem::take(&mut question.distribution).anonymous();
            }
        }
        self
    }

    /// The places of up to so many questions with the lowest median, the lowest first; those without one are passed over.
    pub fn lowest_questions(&self, count: usize) -> Vec<At> {
        let median = |at: &At| self.question(*at).distribution.median.as_ref();
        let mut places: Vec<At> = self.questionnaire.places().filter(|at| median(at).is_some()).collect();
        places.sort_by_key(median);
        places.truncate(count);
        places
    }

    /// The places of up to so many questions that most teams are divided on, the most first.
    pub fn most_divided(&self, count: usize) -> Vec<At> {
        let divided = |at: &At| self.question(*at).divided;
        let mut places: Vec<At> = self.questionnaire.places().filter(|at| divided(at) > 0).collect();
        places.sort_by_key(|at| std::cmp::Reverse(divided(at)));
        places.truncate(count);
        places
    }

    /// The question at a place, over all teams.
    pub fn question(&self, (element, question): At) -> &QuestionPicture {
        &self.elements[element].questions[question]
    }
}
