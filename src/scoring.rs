//! From answers to scores: pure, exact, and the only place where a score, a band or a mark is decided.
//!
//! - A question's score is the mean of its numbers, counted from the other end where agreeing is bad: lowest plus highest
//!   less the mean. *Not applicable* from more than half of the voters makes the question not applicable, otherwise those
//!   answers leave the count. *Don't know* stays in it: with fewer than half of the rest a number, the question has no score.
//! - An element's score is the unweighted mean of its scored questions, if at least half of its applicable ones are
//!   scored. Don't know and unanswered count as applicable; where don't know leaves half of them without a score, and at
//!   least two, the team often doesn't know, which is told.
//! - The overall score is the mean of the scored elements, if at least half of the elements are scored.
//! - The weakest are the two lowest elements and what ties with the last of them, at most half of the scored ones; if
//!   the tie reaches beyond half, only what lies below it. What hardly differs from them is told, and where none is
//!   weakest, which tie.
//! - A question that applies is divided, or some see it differently, by how far three or more numbers lie from their median;
//!   and its score is thin where fewer than half of those who took part gave a number.

mod lowest;
mod question;

pub use question::{Outcome, QuestionScore, Spread};

use self::lowest::Lowest;
use crate::{
    fraction::{Fraction, compare, mean},
    questionnaire::{At, Questionnaire, Scale},
};

/// How many elements are marked as weakest when nothing else is asked.
pub const WEAKEST: usize = 2;

/// Everything that is computed from one profile's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// The mean of the scored elements; between the lowest and the highest number of the scale.
    pub overall: Option<Fraction>,
    /// One for each element of the questionnaire, in its order.
    pub elements: Vec<ElementScore>,
    /// The indexes of the weakest elements, weakest first.
    pub weakest: Vec<usize>,
    /// Those of the elements that hardly differ from the last of the weakest and aren't among them, lowest first.
    pub nearly_weakest: Vec<usize>,
    /// Where none is weakest: those of the elements that tie for the lowest place, in their order.
    pub equally_low: Vec<usize>,
    /// How many are marked as weakest where nothing ties.
    pub marks: usize,
}

/// The computed side of one element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementScore {
    /// The mean of the scored questions, if enough of them are scored.
    pub score: Option<Fraction>,
    /// What the score means in words; as often as there is a score.
    pub band: Option<Band>,
    /// How many questions have a score.
    pub answered: usize,
    /// How many questions were asked and apply.
    pub asked: usize,
    /// One for each question of the element, in its order.
    pub questions: Vec<QuestionScore>,
}

/// What an element's score means for the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// *Sterk*.
    Strong,
    /// *Bespreken*.
    Discuss,
    /// *Eerst bespreken*.
    DiscussFirst,
}

impl Band {
    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Band::Strong => "strong",
            Band::Discuss => "discuss",
            Band::DiscussFirst => "discuss-first",
        }
    }

    /// The band of an unrounded mean.
    pub fn of(score: &Fraction, scale: &Scale) -> Band {
        if compare(score, &scale.strong).is_ge() {
            Band::Strong
        } else if compare(score, &scale.discuss).is_ge() {
            Band::Discuss
        } else {
            Band::DiscussFirst
        }
    }
}

impl Scores {
    /// Scores a questionnaire of which each question is scored by itself.
    ///
    /// `asked` says which elements were asked; the others count as unanswered. `weakest` is how many elements are marked when
    /// nothing ties.
    pub fn of(
        questionnaire: &Questionnaire,
        question: impl Fn(At) -> QuestionScore,
        asked: impl Fn(usize) -> bool,
        weakest: usize,
    ) -> Scores {
        let elements: Vec<ElementScore> = (questionnaire.elements.iter().enumerate())
            .map(|(index, element)| {
                let count = element.questions.len();
                if asked(index) {
                    let questions = (0..count).map(|place| question((index, place)));
                    ElementScore::of(questions.collect(), &questionnaire.scale)
                } else {
                    ElementScore::not_asked(count, &questionnaire.scale)
                }
            })
            .collect();
        let scored: Vec<&Fraction> = elements.iter().filter_map(|element| element.score.as_ref()).collect();
        let enough = is_half(scored.len(), elements.len());
        let own = elements.iter().map(|element| element.score.as_ref());
        let Lowest { marked, nearly, equal } = Lowest::of(own, weakest, questionnaire.scale.points());
        Scores {
            overall: if enough { mean(scored) } else { None },
            weakest: marked,
            nearly_weakest: nearly,
            equally_low: equal,
            marks: weakest,
            elements,
        }
    }

    /// How many questions have a score.
    pub fn answered(&self) -> usize {
        self.elements.iter().map(|element| element.answered).sum()
    }

    /// How many questions were asked and apply.
    pub fn asked(&self) -> usize {
        self.elements.iter().map(|element| element.asked).sum()
    }

    /// Whether an element is among the weakest.
    pub fn is_weakest(&self, element: usize) -> bool {
        self.weakest.contains(&element)
    }

    /// The elements to talk about, each once: those that the team often doesn't know in their order, then the weakest.
    pub fn to_talk_about(&self) -> Vec<usize> {
        let unknown = |index: &usize| self.elements[*index].is_often_unknown();
        let often_unknown = (0..self.elements.len()).filter(unknown);
        let weakest = self.weakest.iter().copied().filter(|index| !unknown(index));
        often_unknown.chain(weakest).collect()
    }

    /// The place from low to high, counted from 0, of the last element that is marked where nothing ties; `None` where too few
    /// have a score to mark one.
    pub fn last_place(&self) -> Option<usize> {
        lowest::last_place(self.scored(), self.marks)
    }

    /// How many elements have a score.
    pub fn scored(&self) -> usize {
        self.elements.iter().filter(|element| element.score.is_some()).count()
    }
}

impl ElementScore {
    /// That of these questions: all of an element, or those of them that can stand beside another group's.
    pub(crate) fn of(questions: Vec<QuestionScore>, scale: &Scale) -> ElementScore {
        let count = |outcome: Outcome| questions.iter().filter(|question| question.outcome == outcome).count();
        let asked = match questions.len() {
            all if count(Outcome::NotAsked) == all => 0,
            all => all - count(Outcome::NotApplicable),
        };
        let scored: Vec<&Fraction> = questions
            .iter()
            .filter_map(|question| question.outcome.score())
            .collect();
        let answered = scored.len();
        let score = if is_half(answered, asked) { mean(scored) } else { None };
        ElementScore {
            band: score.as_ref().map(|score| Band::of(score, scale)),
            score,
            answered,
            asked,
            questions,
        }
    }

    fn not_asked(questions: usize, scale: &Scale) -> ElementScore {
        ElementScore::of(vec![QuestionScore::without(Outcome::NotAsked); questions], scale)
    }

    /// Whether it was left out of what the team was asked.
    pub fn is_not_asked(&self) -> bool {
        self.questions
            .iter()
            .all(|question| question.outcome == Outcome::NotAsked)
    }

    /// Whether the team often doesn't know: don't know leaves at least two of its applicable questions, and at least half,
    /// without a score. That is not the same as not answered, and more to talk about than a low score.
    pub fn is_often_unknown(&self) -> bool {
        let unknown = self.questions.iter();
        let unknown = unknown.filter(|question| question.outcome == Outcome::DontKnow).count();
        unknown >= 2 && is_half(unknown, self.asked)
    }

    /// Whether the score rests on one question while the element has several.
    pub fn rests_on_one(&self) -> bool {
        self.score.is_some() && self.answered == 1 && self.questions.len() > 1
    }
}

/// Whether a part is at least half of a whole that isn't nothing.
pub fn is_half(part: usize, whole: usize) -> bool {
    part > 0 && 2 * part >= whole
}

#[cfg(test)]
mod tests;
