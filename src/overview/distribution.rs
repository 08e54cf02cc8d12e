//! How scores lie among teams.

use std::collections::HashMap;

use super::ENOUGH_TEAMS;
use crate::fraction::{Fraction, fraction, rounded};

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

impl Distribution {
    /// How these scores lie.
    pub fn of(scores: impl IntoIterator<Item = Fraction>) -> Distribution {
        let mut counts: HashMap<Fraction, usize> = HashMap::new();
        for score in scores {
            *counts.entry(score).or_default() += 1;
        }
        Distribution::counted(counts)
    }

    /// How scores lie of which this many teams have each. Many teams share few scores, so those are put in order instead.
    pub(super) fn counted(counts: impl IntoIterator<Item = (Fraction, usize)>) -> Distribution {
        let mut scores: Vec<(Fraction, usize)> = counts.into_iter().collect();
        scores.sort_unstable();
        let teams = scores.iter().map(|(_, count)| count).sum();
        Distribution {
            teams,
            lowest: scores.first().map(|(score, _)| score.clone()),
            q1: quantile(&scores, teams, 1),
            median: quantile(&scores, teams, 2),
            q3: quantile(&scores, teams, 3),
            highest: scores.last().map(|(score, _)| score.clone()),
        }
    }

    /// What of it may be told of teams that nobody is to tell apart: no lowest and no highest, and the rest of enough teams, with
    /// one decimal.
    pub(super) fn anonymous(self) -> Distribution {
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

/// So many quarters of the way up scores in order, of which this many teams have each.
fn quantile(scores: &[(Fraction, usize)], teams: usize, quarters: usize) -> Option<Fraction> {
    let last = teams.checked_sub(1)?;
    let (below, rest) = (last * quarters / 4, last * quarters % 4);
    let low = at(scores, below)?;
    let high = at(scores, below + 1).unwrap_or(low);
    Some(low + (high - low) * fraction(rest as u64, 4))
}

/// The score at a place in the order, counted from 0.
fn at(scores: &[(Fraction, usize)], place: usize) -> Option<&Fraction> {
    let mut passed = 0;
    let reached = scores.iter().find(|(_, count)| {
        passed += count;
        passed > place
    });
    reached.map(|(score, _)| score)
}
