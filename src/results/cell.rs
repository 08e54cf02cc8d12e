//! What stands in a cell, and which answer that is.

use std::collections::HashMap;

use super::heads::key;
use crate::{
    lang::Lang,
    questionnaire::{At, Questionnaire},
    tally::{Answer, Mode, Numbers, Tally},
};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
// In CSV everything is a text.
#[cfg_attr(not(feature = "office"), expect(dead_code))]
pub(super) enum Cell {
    Number(f64),
    Text(String),
    /// A day, yes or no, or an error: never an answer.
    Other,
}

impl Cell {
    /// A text; a blank one is nothing.
    pub(super) fn text(text: &str) -> Option<Cell> {
        let text = text.trim();
        (!text.is_empty()).then(|| Cell::Text(text.to_owned()))
    }
}

/// What people call don't know, and what doesn't apply, beside the words of this program.
const DONT_KNOW: [&str; 5] = [
    "weet ik niet",
    "ik weet het niet",
    "geen idee",
    "I don't know",
    "do not know",
];
const NOT_APPLICABLE: [&str; 3] = ["n.v.t.", "n/a", "geldt niet"];

/// What can be answered to one question, in all languages.
pub(super) struct Labels {
    numbers: Numbers,
    /// By its key; none where two points have it.
    points: HashMap<String, Option<Answer>>,
    /// The words of the points in the first language, lowest first.
    words: Vec<String>,
}

impl Labels {
    pub(super) fn of(asked: &[Questionnaire], at: At) -> Labels {
        let mut points: HashMap<String, Option<Answer>> = HashMap::new();
        for questionnaire in asked {
            for (label, point) in questionnaire.labels(at).iter().zip(1..) {
                let answer = Some(Answer::Point(point));
                if let Some(key) = label.as_deref().map(key).filter(|key| !key.is_empty()) {
                    let known = points.entry(key).or_insert(answer);
                    *known = known.filter(|known| Some(*known) == answer);
                }
            }
        }
        let ours = |word: fn(Lang) -> String| Lang::ALL.map(word).into_iter();
        let theirs = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        let words = [
            (
                Answer::DontKnow,
                ours(Lang::dont_know).chain(theirs(&DONT_KNOW)).collect::<Vec<_>>(),
            ),
            (
                Answer::NotApplicable,
                ours(Lang::not_applicable).chain(theirs(&NOT_APPLICABLE)).collect(),
            ),
        ];
        for (answer, words) in words {
            for word in words {
                // What a label says counts before.
                points.entry(key(&word)).or_insert(Some(answer));
            }
        }
        let first = asked.first().expect("a questionnaire in one language at least");
        Labels {
            numbers: first.scale.numbers().into(),
            points,
            words: first.labels(at).iter().flatten().cloned().collect(),
        }
    }

    /// Reads a cell: a number of the scale, a label, a number with its label behind it, `?`, `-`, or words for those two.
    pub(super) fn answer(&self, cell: &Cell) -> Option<Answer> {
        match cell {
            Cell::Number(number) => self.typed(&number.to_string()),
            Cell::Text(text) => self.text(text),
            Cell::Other => None,
        }
    }

    fn text(&self, text: &str) -> Option<Answer> {
        if let Some(answer) = self.points.get(&key(text)) {
            return *answer;
        }
        // A spreadsheet shows a number as 4,0 where it was told to.
        let whole = text.split_once(['.', ',']);
        let whole = whole.filter(|(_, behind)| !behind.is_empty() && behind.bytes().all(|digit| digit == b'0'));
        self.typed(whole.map_or(text, |(whole, _)| whole))
            .or_else(|| self.numbered(text))
    }

    fn typed(&self, text: &str) -> Option<Answer> {
        let tally = Tally::parse(text, Mode::Joint, 1, self.numbers).ok()?;
        tally.single()
    }

    /// A number with something behind it: nothing but marks, or the label of that number.
    fn numbered(&self, text: &str) -> Option<Answer> {
        let digits = text.find(|c: char| !c.is_ascii_digit())?;
        let (number, behind) = text.split_at(digits);
        let answer = self.typed(number)?;
        let is_apart = behind.starts_with(|c: char| !c.is_alphanumeric());
        let words = key(behind);
        let is_it = words.is_empty() || self.points.get(&words) == Some(&Some(answer));
        (is_apart && is_it).then_some(answer)
    }

    /// What can be answered, in words.
    pub(super) fn allowed(&self, lang: Lang) -> String {
        lang.allowed_in_cell(self.numbers.lowest(), self.numbers.highest(), &self.words.join(", "))
    }
}
