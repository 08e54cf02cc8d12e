//! The points of a scale, and the answers that were given, in words.

use crate::{lang::Lang, questionnaire::Scale, tally::Tally, text::safe};

/// A point with what it means, `1 nee`; its number alone where it has no label.
pub fn point(scale: &Scale, labels: &[Option<String>], point: usize) -> String {
    let number = scale.number(point);
    match &labels[point - 1] {
        Some(label) => format!("{number} {}", safe(label)),
        None => number.to_string(),
    }
}

/// Every point with what it means, lowest first.
pub fn points(scale: &Scale, labels: &[Option<String>]) -> Vec<String> {
    (1..=scale.points()).map(|place| point(scale, labels, place)).collect()
}

/// What is said of a question's score, with a word about it where agreeing is bad.
pub fn counted(lang: Lang, reverse: bool, score: String) -> String {
    if reverse {
        format!("{score} ({})", lang.counted_in_reverse())
    } else {
        score
    }
}

/// How often each answer was given: `1 keer 2, 3 keer 4, 1 keer weet niet`.
pub fn counts(lang: Lang, scale: &Scale, tally: &Tally) -> String {
    let numbers = (1_usize..)
        .zip(&tally.votes)
        .map(|(point, &count)| (scale.number(point).to_string(), count));
    let rest = [
        (lang.dont_know(), tally.dont_know),
        (lang.not_applicable(), tally.not_applicable),
    ];
    let parts: Vec<String> = numbers
        .chain(rest)
        .filter(|(_, count)| *count > 0)
        .map(|(answer, count)| lang.times(count, &answer))
        .collect();
    parts.join(", ")
}
