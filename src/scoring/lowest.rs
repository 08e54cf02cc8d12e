//! Which elements are the lowest of their profile, which are so by a hair, and which tie where none is.
//!
//! Only the order counts, never a distance: a strong element can be among the lowest. At most half of the scored elements
//! are, since lowest of most helps nobody to choose. A tie doesn't hide a clear lowest: where too many tie for the last
//! place, what lies below them is marked still. (It was none once: a team with 21 threes and 2, 2, 1 read that nothing
//! stands out.) And a mark doesn't say more than it knows: where 3.17 is marked and 3.18 isn't, that it hardly differs is said
//! too, below a fortieth of the scale's length: 0.1 on five points, a convention of ours.

use crate::fraction::{Fraction, compare, fraction, sum};

/// The lowest of some scores, by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lowest {
    /// The lowest ones, lowest first.
    pub(super) marked: Vec<usize>,
    /// The unmarked ones that hardly differ from the last marked one, lowest first.
    pub(super) nearly: Vec<usize>,
    /// Where none is marked: those that tie for the lowest place, in their order.
    pub(super) equal: Vec<usize>,
}

impl Lowest {
    /// The `count` lowest, at most half of the scored ones, and what ties with the last of them. If that is more than
    /// half, those strictly below the tie. `points` is how many the scale has.
    pub(super) fn of<'s>(
        scores: impl IntoIterator<Item = Option<&'s Fraction>>,
        count: usize,
        points: usize,
    ) -> Lowest {
        let all = (0..).zip(scores);
        let mut scored: Vec<(&Fraction, usize)> = all.filter_map(|(index, score)| Some((score?, index))).collect();
        // Of equal ones the order of the elements stays.
        scored.sort_by(|(one, _), (other, _)| compare(one, other));
        let most = scored.len() / 2;
        let Some(last) = last_place(scored.len(), count) else {
            return Lowest::default();
        };
        let edge = scored[last].0;
        let below = scored.partition_point(|(score, _)| compare(score, edge).is_lt());
        let with_ties = scored.partition_point(|(score, _)| compare(score, edge).is_le());
        let places = |scored: &[(&Fraction, usize)]| scored.iter().map(|(_, index)| *index).collect();
        let marked = if with_ties <= most { with_ties } else { below };
        let Some(highest) = marked.checked_sub(1).map(|last| scored[last].0) else {
            return Lowest {
                equal: places(&scored[..with_ties]),
                ..Lowest::default()
            };
        };
        let bound = sum(highest, &hardly(points));
        let nearly = scored.partition_point(|(score, _)| compare(score, &bound).is_lt());
        Lowest {
            marked: places(&scored[..marked]),
            nearly: places(&scored[marked..nearly]),
            equal: Vec::new(),
        }
    }
}

/// The place from low to high, counted from 0, of the last that is marked where nothing ties: at most half of the scored are.
pub(super) fn last_place(scored: usize, count: usize) -> Option<usize> {
    count.min(scored / 2).checked_sub(1)
}

/// The difference below which two scores hardly differ: a fortieth of the scale's length.
fn hardly(points: usize) -> Fraction {
    fraction(points.saturating_sub(1) as u64, 40)
}

#[cfg(test)]
mod tests;
