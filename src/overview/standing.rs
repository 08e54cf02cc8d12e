//! A team in the picture, kept small: there may be a hundred thousand of them.

use chrono::NaiveDate;

use crate::{
    fraction::{Fraction, fraction, mean},
    questionnaire::At,
    scoring::{Band, QuestionScore, Scores, Spread},
    tally::Mode,
};

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
    elements: Box<[ElementMark]>,
    questions: Box<[Mark]>,
}

/// What was found of an element. Its score is reckoned again, exactly, from those of its questions.
#[derive(Clone, Copy, Debug)]
struct ElementMark {
    /// Where its questions end among all of them.
    end: u16,
    /// As often as there is a score.
    band: Option<Band>,
    is_weakest: bool,
    is_often_unknown: bool,
}

/// What was found of a question: its score is the sum divided by the numbers, and there is none without numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Mark {
    sum: u16,
    numbers: u8,
    pub(super) is_divided: bool,
}

impl Mark {
    fn of(question: &QuestionScore) -> Mark {
        let is_divided = question.spread == Spread::Divided;
        let (sum, numbers) = match question.outcome.score() {
            Some(score) => (score * fraction(question.numbers, 1), question.numbers),
            None => (fraction(0, 1), 0),
        };
        Mark {
            sum: u16::try_from(sum.to_integer()).expect("200 numbers up to 11"),
            numbers: u8::try_from(numbers).expect("at most 200 take part"),
            is_divided,
        }
    }

    /// The score, if there is one.
    pub(super) fn score(self) -> Option<Fraction> {
        (self.numbers > 0).then(|| fraction(self.sum, self.numbers))
    }
}

impl Standing {
    /// A team's standing by its scores.
    ///
    /// # Panics
    /// When the scores aren't those of at most 200 people and 65,535 questions, which no file can hold.
    pub fn new(team: String, date: NaiveDate, participants: u32, mode: Mode, scores: &Scores) -> Standing {
        let mut end = 0;
        let elements = scores.elements.iter().enumerate();
        let elements = elements.map(|(index, element)| {
            end += element.questions.len();
            ElementMark {
                end: u16::try_from(end).expect("a file holds fewer questions"),
                band: element.band,
                is_weakest: scores.is_weakest(index),
                is_often_unknown: element.is_often_unknown(),
            }
        });
        Standing {
            team,
            folder: None,
            date,
            participants,
            mode,
            elements: elements.collect(),
            questions: scores
                .elements
                .iter()
                .flat_map(|element| &element.questions)
                .map(Mark::of)
                .collect(),
        }
    }

    /// What was found of the questions of an element.
    fn marks(&self, element: usize) -> &[Mark] {
        let start = element.checked_sub(1).map_or(0, |before| self.elements[before].end);
        &self.questions[usize::from(start)..usize::from(self.elements[element].end)]
    }

    /// What was found of a question.
    pub(super) fn mark(&self, (element, question): At) -> Mark {
        self.marks(element)[question]
    }

    /// The score of an element.
    pub fn score(&self, element: usize) -> Option<Fraction> {
        self.elements[element].band?;
        let scores: Vec<Fraction> = self.marks(element).iter().filter_map(|mark| mark.score()).collect();
        mean(&scores)
    }

    /// The band of an element.
    pub fn band(&self, element: usize) -> Option<Band> {
        self.elements[element].band
    }

    /// Whether an element is among the team's lowest.
    pub fn is_weakest(&self, element: usize) -> bool {
        self.elements[element].is_weakest
    }

    /// Whether the team often doesn't know of an element.
    pub fn is_often_unknown(&self, element: usize) -> bool {
        self.elements[element].is_often_unknown
    }

    /// The score of a question.
    pub fn question(&self, at: At) -> Option<Fraction> {
        self.mark(at).score()
    }

    /// Whether the team is divided on a question.
    pub fn is_divided(&self, at: At) -> bool {
        self.mark(at).is_divided
    }
}
