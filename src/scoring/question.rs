//! One question: its score, and whether the team sees it differently.

use crate::{
    fraction::{Fraction, fraction},
    questionnaire::{Question, Scale},
    tally::Tally,
};

/// The computed side of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionScore {
    /// The score, or why there is none.
    pub outcome: Outcome,
    /// Whether the team sees it differently.
    pub spread: Spread,
    /// The mean absolute deviation from the median, with three or more numbers.
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
    /// No, or too few numbers to tell.
    Agreed,
    /// One or two numbers lie two or more points from the median.
    FewDiffer,
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
            spread: Spread::Agreed,
            deviation: None,
        }
    }

    /// Scores the answers to one question; `None` while there are none. The score of a question where agreeing is bad lies as
    /// far from the highest point as the answers do from the lowest; how far they lie apart is the same both ways.
    pub fn of(answer: Option<&Tally>, question: &Question, scale: &Scale) -> QuestionScore {
        let Some(tally) = answer.filter(|tally| tally.voters() > 0) else {
            return QuestionScore::without(Outcome::Unanswered);
        };
        let (voters, numbers) = (tally.voters(), tally.numbers());
        let outcome = if 2 * tally.not_applicable > voters {
            Outcome::NotApplicable
        } else if 2 * numbers < voters - tally.not_applicable || numbers == 0 {
            Outcome::DontKnow
        } else {
            let sum: u64 = (u64::from(scale.first)..)
                .zip(&tally.votes)
                .map(|(number, &count)| number * u64::from(count))
                .sum();
            let mean = fraction(sum, numbers);
            let (lowest, highest) = scale.numbers().into_inner();
            Outcome::Scored(if question.reverse {
                fraction(lowest + highest, 1) - mean
            } else {
                mean
            })
        };
        let median = (numbers >= 3).then(|| median(tally));
        let total =
            median.map(|median| -> u64 { distances(tally, median).map(|(distance, count)| distance * count).sum() });
        let deviation = total.map(|total| fraction(total, 2 * numbers));
        // Over a sixth of the points, in whole numbers.
        let divided = total.is_some_and(|total| 3 * total > scale.points() as u64 * u64::from(numbers));
        let far: u64 = median
            .into_iter()
            .flat_map(|median| distances(tally, median))
            .filter(|(distance, _)| *distance >= 4)
            .map(|(_, count)| count)
            .sum();
        let spread = if divided {
            Spread::Divided
        } else if (1..=2).contains(&far) {
            Spread::FewDiffer
        } else {
            Spread::Agreed
        };
        QuestionScore {
            outcome,
            spread,
            deviation,
        }
    }
}

/// How far each scale point lies from the median, with how often it was given; both in half points, so that they are whole.
fn distances(tally: &Tally, median: u64) -> impl Iterator<Item = (u64, u64)> {
    (1_u64..)
        .zip(&tally.votes)
        .map(move |(point, &count)| ((2 * point).abs_diff(median), u64::from(count)))
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
mod tests {
    use super::*;
    use crate::tally::Answer;

    #[test]
    fn the_median_of_an_even_count_lies_half_way() {
        let tally = |points: &[u32]| {
            let answers: Vec<Answer> = points.iter().map(|&point| Answer::Point(point)).collect();
            Tally::of(&answers, 5)
        };
        assert_eq!(median(&tally(&[1, 2, 4, 5])), 6);
        assert_eq!(median(&tally(&[1, 3, 4, 5])), 7);
        assert_eq!(median(&tally(&[1, 3, 5])), 6);
    }
}
