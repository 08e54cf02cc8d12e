//! One question: its score, how many it rests on, and whether the team sees it differently.
//!
//! - *Divided*: the mean absolute deviation from the median exceeds a sixth of the points, an approximate limit of Burke &
//!   Dunlap (2002, Organizational Research Methods 5(2), 159-172), who compare it with answers that are all as likely. On two
//!   points the same limit is a convention of ours.
//! - *Some see it differently*: they lie two points or more from the median, and half of the scale's length where that is
//!   more, since two of eleven points are no other view; one on two points, which has no other. However many they are: three
//!   of eight got less of a remark than two while it was said of one or two only.
//! - A question that most find not applicable is neither: the few who gave a number are no team that is divided.
//! - *Thin*: fewer than half of those who took part gave a number. One of eight weighed like all eight otherwise, unseen.

use crate::{
    fraction::{Fraction, compare, fraction},
    questionnaire::{Question, Scale},
    tally::{Shared, Tally},
};

/// The computed side of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionScore {
    /// The score, or why there is none.
    pub outcome: Outcome,
    /// How many gave a number; none where a shared profile doesn't tell.
    pub numbers: u32,
    /// Whether the score rests on fewer than half of those who took part; never without a score.
    pub thin: bool,
    /// Whether the team sees it differently.
    pub spread: Spread,
    /// The middle of the numbers as they were given, if there are any.
    pub median: Option<Fraction>,
    /// The mean absolute deviation from the median, of three or more numbers to a question that applies.
    pub deviation: Option<Fraction>,
}

/// A question's score, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The mean of the numbers.
    Scored(Fraction),
    /// More than half of the voters say it doesn't apply.
    NotApplicable,
    /// Fewer than half of the rest gave a number.
    DontKnow,
    /// Nobody answered.
    Unanswered,
    /// Its element wasn't asked at this meeting.
    NotAsked,
}

/// Whether a team sees a question differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// No, or too few numbers to tell; or not divided, and more a shared profile doesn't tell.
    Agreed,
    /// So many numbers lie far from the median, from 1.
    SomeDiffer(u32),
    /// The numbers lie far apart.
    Divided,
}

impl Outcome {
    /// The word in files and JSON. A question that wasn't asked counts as an unanswered one; that it wasn't asked stands beside it.
    pub fn word(&self) -> &'static str {
        match self {
            Outcome::Scored(_) => "scored",
            Outcome::NotApplicable => "not-applicable",
            Outcome::DontKnow => "dont-know",
            Outcome::Unanswered | Outcome::NotAsked => "unanswered",
        }
    }

    /// The score, if there is one.
    pub fn score(&self) -> Option<&Fraction> {
        match self {
            Outcome::Scored(score) => Some(score),
            _ => None,
        }
    }
}

impl QuestionScore {
    /// One without any answer.
    pub(super) fn without(outcome: Outcome) -> QuestionScore {
        QuestionScore {
            outcome,
            numbers: 0,
            thin: false,
            spread: Spread::Agreed,
            median: None,
            deviation: None,
        }
    }

    /// Scores the answers to one question; `None` while there are none. Of `voters` people each gave an answer of their own;
    /// `None` where all gave one together.
    ///
    /// The score of a question where agreeing is bad lies as far from the highest point as the answers do from the lowest; the
    /// median, and how far they lie apart, are those of the answers as they were given.
    pub fn of(answer: Option<&Tally>, question: &Question, scale: &Scale, voters: Option<u32>) -> QuestionScore {
        let Some(tally) = answer.filter(|tally| tally.voters() > 0) else {
            return QuestionScore::without(Outcome::Unanswered);
        };
        let outcome = Outcome::of(tally, question, scale);
        let numbers = tally.numbers();
        let median = (numbers > 0).then(|| median(tally));
        let compared = median.filter(|_| numbers >= 3 && outcome != Outcome::NotApplicable);
        let apart = compared.map(|median| Apart::of(tally, median));
        let deviation = apart.as_ref().map(|apart| apart.deviation(numbers));
        QuestionScore {
            numbers,
            thin: outcome.score().is_some() && is_thin(numbers, voters),
            spread: match (apart, &deviation) {
                (Some(_), Some(deviation)) if compare(deviation, &QuestionScore::divided_limit(scale)).is_gt() => {
                    Spread::Divided
                }
                (Some(apart), _) => apart.differ(scale.points()),
                (None, _) => Spread::Agreed,
            },
            median: median.map(|median| fraction(median + 2 * u64::from(scale.first) - 2, 2)),
            deviation,
            outcome,
        }
    }

    /// The score of a question of which only that is shared. Its median, and how many see it differently, aren't known then.
    pub fn of_shared(shared: Shared, question: &Question, scale: &Scale, voters: Option<u32>) -> QuestionScore {
        match shared {
            Shared::Sum { sum, numbers, divided } => QuestionScore {
                outcome: Outcome::Scored(counted(fraction(sum, numbers), question, scale)),
                numbers,
                thin: is_thin(numbers, voters),
                spread: if divided { Spread::Divided } else { Spread::Agreed },
                median: None,
                deviation: None,
            },
            Shared::DontKnow => QuestionScore::without(Outcome::DontKnow),
            Shared::NotApplicable => QuestionScore::without(Outcome::NotApplicable),
        }
    }

    /// How far from the median the numbers lie on average where a team is divided: further than this, in points of the scale.
    pub fn divided_limit(scale: &Scale) -> Fraction {
        fraction(scale.points() as u64, 6)
    }

    /// How far from the median a number lies at least, of who sees it differently; in points of the scale.
    pub fn far(scale: &Scale) -> Fraction {
        fraction(far(scale.points()), 2)
    }

    /// How many see it differently; none where the team is divided.
    pub fn differ(&self) -> u32 {
        match self.spread {
            Spread::SomeDiffer(count) => count,
            Spread::Agreed | Spread::Divided => 0,
        }
    }
}

impl Outcome {
    /// What the answers of at least one voter come to.
    fn of(tally: &Tally, question: &Question, scale: &Scale) -> Outcome {
        let (voters, numbers) = (tally.voters(), tally.numbers());
        if 2 * tally.not_applicable > voters {
            Outcome::NotApplicable
        } else if 2 * numbers < voters - tally.not_applicable || numbers == 0 {
            Outcome::DontKnow
        } else {
            let mean = fraction(tally.sum(scale.first), numbers);
            Outcome::Scored(counted(mean, question, scale))
        }
    }
}

/// The score that a mean is: counted from the other end where agreeing is bad.
fn counted(mean: Fraction, question: &Question, scale: &Scale) -> Fraction {
    let (lowest, highest) = scale.numbers().into_inner();
    if question.reverse {
        fraction(lowest + highest, 1) - mean
    } else {
        mean
    }
}

/// Whether so few numbers are fewer than half of those who each gave an answer.
fn is_thin(numbers: u32, voters: Option<u32>) -> bool {
    voters.is_some_and(|voters| 2 * numbers < voters)
}

/// How far numbers lie from their median: a distance in half points, so that it is whole, and how many lie that far.
struct Apart(Vec<(u64, u32)>);

impl Apart {
    fn of(tally: &Tally, median: u64) -> Apart {
        let points = (1_u64..).zip(&tally.votes);
        Apart(
            points
                .map(|(point, &count)| ((2 * point).abs_diff(median), count))
                .collect(),
        )
    }

    /// The mean of the distances of so many numbers, in points of the scale.
    fn deviation(&self, numbers: u32) -> Fraction {
        let distances = self.0.iter().map(|(distance, count)| distance * u64::from(*count));
        fraction(distances.sum::<u64>(), 2 * numbers)
    }

    /// How many see it differently, in a team that isn't divided.
    fn differ(&self, points: usize) -> Spread {
        let far = self.0.iter().filter(|(distance, _)| *distance >= far(points));
        match far.map(|(_, count)| count).sum() {
            0 => Spread::Agreed,
            count => Spread::SomeDiffer(count),
        }
    }
}

/// From which distance to the median, in half points, a number is another view.
fn far(points: usize) -> u64 {
    match points {
        ..=2 => 2,
        _ => 4.max(points as u64 - 1),
    }
}

/// The middle number, or half way between the two middle ones, in half points. Needs at least one number.
fn median(tally: &Tally) -> u64 {
    let numbers = tally.numbers();
    let at = |rank: u32| {
        let mut seen = 0;
        let point = tally.votes.iter().position(|&count| {
            seen += count;
            seen > rank
        });
        point.unwrap_or_default() as u64 + 1
    };
    at((numbers - 1) / 2) + at(numbers / 2)
}

#[cfg(test)]
mod tests;
