//! Whether a change is clear: the only place where that is decided.
//!
//! A change is weighed by its size and by how many compared questions made it. The numbers are conventions of this project and
//! no statistics: on five points half a point, half a step for each answer on average. They were tried on teams, made up by
//! the thousand, in which nothing changes but how people happen to answer that day (`cargo bench --bench rates` says how, and
//! prints the figures again):
//! - Counted answers are those of many people, and hardly move by themselves: at most 1 in 100 of these teams had a clear
//!   change. Where all gave one answer together, it was 32 to 63 in 100. So with such answers more questions have to go one
//!   way, and between two such meetings the limit is one and a half times as high: 3 to 12 in 100.
//! - One answer of all together, fingers that all can see and a sheet that nobody sees measure differently: a team that only
//!   goes from one to the other seems to change. So there the limit is twice as high.
//! - On scales of two and three points an eighth of the scale is hardly anything: up to 61 and 9 in 100. So the limit is never
//!   lower than 0.4.

use num_traits::{Signed, Zero as _};

use super::{Change, QuestionChange};
use crate::{
    fraction::{Fraction, fraction},
    questionnaire::Scale,
    tally::Mode,
};

/// What a change between two meetings has to be, to be clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The smallest change between counted answers, in points of the scale.
    pub base: Fraction,
    /// The smallest change between these two, in points of the scale.
    pub change: Fraction,
    /// How many more compared questions have to move that way than the other way. It is 0 where both teams' answers were
    /// counted.
    pub lead: usize,
    /// Whether the two meetings were measured in different ways.
    pub kinds_differ: bool,
}

/// A change of an element beside the limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The smallest change that can be clear, in points of the scale.
    pub limit: Fraction,
    /// How many of its questions are compared.
    pub compared: usize,
    /// How many of those are higher now.
    pub up: usize,
    /// How many of those are lower now.
    pub down: usize,
    /// Whether the change is clear, and if not, why.
    pub verdict: Verdict,
}

/// Whether a change is clear; if not, the first of the reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Clear,
    /// Fewer than half of the questions are compared: there is no change to weigh.
    NotCompared,
    /// It is less than the limit.
    UnderLimit,
    /// Of several compared questions only one moved that way.
    OneQuestion,
    /// It isn't enough more questions that moved that way than the other way.
    NoLead,
}

/// In which way a meeting measures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One answer of all together.
    Shared,
    /// Numbers that all could see.
    Shown,
    /// Answers that nobody saw.
    Secret,
}

impl Kind {
    fn of(mode: Mode) -> Kind {
        match mode {
            Mode::Joint => Kind::Shared,
            Mode::Tally => Kind::Shown,
            Mode::Ballots | Mode::Merged => Kind::Secret,
        }
    }
}

impl Limits {
    /// Those between meetings that answered in these ways on this scale, in whichever order.
    pub fn between(before: Mode, after: Mode, scale: &Scale) -> Limits {
        let kinds = [before, after].map(Kind::of);
        let kinds_differ = kinds[0] != kinds[1];
        let shared = kinds.contains(&Kind::Shared);
        let times = match (kinds_differ, shared) {
            (true, _) => fraction(2, 1),
            (false, true) => fraction(3, 2),
            (false, false) => fraction(1, 1),
        };
        let base = Limits::eighth(scale).max(fraction(2, 5));
        Limits {
            change: &base * times,
            base,
            lead: if shared { 3 } else { 0 },
            kinds_differ,
        }
    }

    /// An eighth of a scale's length: half a step on five points.
    pub fn eighth(scale: &Scale) -> Fraction {
        fraction(scale.points() as u64 - 1, 8)
    }

    /// Weighs a change over these questions; there is none where too few of them are compared.
    pub(super) fn weigh(&self, change: Option<&Change>, questions: &[QuestionChange]) -> Weighed {
        let moved = || questions.iter().map(|question| question.change.difference());
        let mut weighed = Weighed {
            limit: self.change.clone(),
            compared: questions.len(),
            up: moved().filter(Signed::is_positive).count(),
            down: moved().filter(Signed::is_negative).count(),
            verdict: Verdict::NotCompared,
        };
        if let Some(change) = change {
            weighed.verdict = self.verdict(change, &weighed);
        }
        weighed
    }

    fn verdict(&self, change: &Change, weighed: &Weighed) -> Verdict {
        let difference = change.difference();
        let (along, against) = weighed.along_and_against(change);
        if difference.is_zero() || difference.abs() < self.change {
            Verdict::UnderLimit
        } else if along < weighed.least_along() {
            Verdict::OneQuestion
        } else if along < against + self.lead {
            Verdict::NoLead
        } else {
            Verdict::Clear
        }
    }
}

impl Weighed {
    /// Whether the change is clear.
    pub fn is_clear(&self) -> bool {
        self.verdict == Verdict::Clear
    }

    /// How many of its questions moved the way of the change, and how many the other way.
    pub fn along_and_against(&self, change: &Change) -> (usize, usize) {
        if change.difference().is_negative() {
            (self.down, self.up)
        } else {
            (self.up, self.down)
        }
    }

    /// How many of its questions have to move the way of a clear change.
    pub fn least_along(&self) -> usize {
        self.compared.min(2)
    }
}
