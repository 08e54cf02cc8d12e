//! The answers to one question as counts: how often each scale point was given, never who gave it.

mod typed;

use std::ops::RangeInclusive;

pub use typed::TallyError;

/// How a team answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The team agrees on one answer per question.
    Joint,
    /// Everyone shows a number; the counts are kept.
    Tally,
    /// Everyone fills in a sheet of paper; the counts are kept.
    Ballots,
    /// Everyone filled in a form beforehand; the counts are kept. No meeting answers so: `ips merge` makes it.
    Merged,
}

impl Mode {
    /// Those that a meeting can be held in.
    pub const OF_MEETINGS: [Mode; 3] = [Mode::Joint, Mode::Tally, Mode::Ballots];

    /// The word in files and in JSON.
    pub const WORDS: [(&'static str, Mode); 4] = [
        (Mode::Joint.word(), Mode::Joint),
        (Mode::Tally.word(), Mode::Tally),
        (Mode::Ballots.word(), Mode::Ballots),
        (Mode::Merged.word(), Mode::Merged),
    ];

    /// The mode of a meeting by a word, as people may type it.
    pub fn named(word: &str) -> Option<Mode> {
        match word {
            "joint" | "samen" | "together" => Some(Mode::Joint),
            "tally" | "tellen" | "count" => Some(Mode::Tally),
            "ballots" | "briefjes" | "vellen" | "sheets" => Some(Mode::Ballots),
            _ => None,
        }
    }

    /// The word of this mode.
    pub const fn word(self) -> &'static str {
        match self {
            Mode::Joint => "joint",
            Mode::Tally => "tally",
            Mode::Ballots => "ballots",
            Mode::Merged => "merged",
        }
    }

    /// Whether nobody saw who gave which answer.
    pub fn is_secret(self) -> bool {
        matches!(self, Mode::Ballots | Mode::Merged)
    }

    /// Whether everyone gives an answer, so that counts are kept.
    pub fn counts(self) -> bool {
        self != Mode::Joint
    }
}

/// The most participants of one meeting.
pub const MAX_PARTICIPANTS: u32 = 200;

/// Counts of the answers to one question. In joint mode there is one answer in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How often each scale point was given, lowest first; as long as the scale.
    pub votes: Vec<u32>,
    /// How many don't know.
    pub dont_know: u32,
    /// For how many the question doesn't apply (*n.v.t.*).
    pub not_applicable: u32,
}

/// What a shared profile tells instead of the counts of a question that few gave a number to: enough for its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The numbers that its score is the mean of.
    Sum {
        /// All of them together, as they were given, on the scale's own numbers.
        sum: u32,
        /// How many there are, from [`Shared::FEWEST`] and below [`Shared::COUNTED`].
        numbers: u32,
        /// Whether the team is divided on it.
        divided: bool,
    },
    /// There is no score, since too many don't know.
    DontKnow,
    /// There is no score, since most find it not applicable.
    NotApplicable,
}

impl Shared {
    /// As many have to take part in a meeting, give a number to a question that has a score, and answer one that has none: of
    /// fewer nothing is told.
    pub const FEWEST: u32 = 5;

    /// From so many numbers on the counts are told themselves.
    pub const COUNTED: u32 = 8;
}

/// The numbers of a scale's points, as people see and type them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    lowest: u32,
    highest: u32,
}

/// As many points as this, numbered from 1.
impl From<usize> for Numbers {
    fn from(points: usize) -> Numbers {
        Numbers::from(1..=u32::try_from(points).unwrap_or(u32::MAX))
    }
}

impl From<RangeInclusive<u32>> for Numbers {
    fn from(numbers: RangeInclusive<u32>) -> Numbers {
        let (lowest, highest) = numbers.into_inner();
        Numbers { lowest, highest }
    }
}

impl Numbers {
    /// How many points there are.
    pub fn points(self) -> usize {
        (self.highest + 1 - self.lowest) as usize
    }

    /// The number of the lowest point.
    pub fn lowest(self) -> u32 {
        self.lowest
    }

    /// The number of the highest point.
    pub fn highest(self) -> u32 {
        self.highest
    }

    /// The point with a number, from 1 at the lowest.
    pub fn point(self, number: u32) -> Option<u32> {
        (self.lowest..=self.highest)
            .contains(&number)
            .then(|| number + 1 - self.lowest)
    }

    /// What stands for ten where a character is an answer: the `0` where that is no number of the scale, else a `t`.
    pub fn ten(self) -> Option<char> {
        match (self.lowest, self.highest) {
            (1, 10) => Some('0'),
            (0, 10) => Some('t'),
            _ => None,
        }
    }
}

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A scale point, from 1 at the lowest whatever its number is.
    Point(u32),
    /// Don't know: `?`.
    DontKnow,
    /// Not applicable: `-`.
    NotApplicable,
}

impl Tally {
    /// No answers yet, on a scale of so many points.
    pub fn empty(points: usize) -> Self {
        Tally {
            votes: vec![0; points],
            dont_know: 0,
            not_applicable: 0,
        }
    }

    /// One answer, as in joint mode.
    pub fn one(answer: Answer, points: usize) -> Self {
        Self::of(&[answer], points)
    }

    /// The counts of these answers.
    pub fn of(answers: &[Answer], points: usize) -> Self {
        let mut tally = Self::empty(points);
        for answer in answers {
            match answer {
                Answer::Point(point) => tally.votes[*point as usize - 1] += 1,
                Answer::DontKnow => tally.dont_know += 1,
                Answer::NotApplicable => tally.not_applicable += 1,
            }
        }
        tally
    }

    /// How many gave a number.
    pub fn numbers(&self) -> u32 {
        self.votes.iter().sum()
    }

    /// All numbers together, on a scale whose lowest point has this number.
    pub fn sum(&self, first: u32) -> u32 {
        let numbers = (first..).zip(&self.votes);
        numbers.map(|(number, count)| number * count).sum()
    }

    /// How many answered at all.
    pub fn voters(&self) -> u32 {
        self.numbers() + self.dont_know + self.not_applicable
    }

    /// The answer, where exactly one was given.
    pub fn single(&self) -> Option<Answer> {
        if self.voters() != 1 {
            return None;
        }
        let point = self.votes.iter().position(|&count| count == 1);
        Some(match point.and_then(|index| u32::try_from(index + 1).ok()) {
            Some(point) => Answer::Point(point),
            None if self.dont_know == 1 => Answer::DontKnow,
            None => Answer::NotApplicable,
        })
    }
}
