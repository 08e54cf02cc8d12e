//! The points of a scale, and the answers that were given, in words.

use crate::{
    lang::Lang,
    questionnaire::{Labels, Question, Scale, doubts::number_at_start},
    tally::Tally,
    text::safe,
};

/// A point with what it means, `1 nee`; its number alone where it has no label, and once where the label begins with it.
pub fn point(scale: &Scale, labels: &[Option<String>], point: usize) -> String {
    let number = scale.number(point);
    match &labels[point - 1] {
        Some(label) if number_at_start(label) == Some(number) => safe(label.trim_start()),
        Some(label) => format!("{number} {}", safe(label)),
        None => number.to_string(),
    }
}

/// Every point with what it means, lowest first.
pub fn points(scale: &Scale, labels: &[Option<String>]) -> Vec<String> {
    (1..=scale.points()).map(|place| point(scale, labels, place)).collect()
}

/// What the points of a scale mean, in one line: only the ends of one where only they have a label.
pub fn line(lang: Lang, scale: &Scale, labels: &[Option<String>]) -> String {
    let points = points(scale, labels);
    match points.as_slice() {
        [lowest, .., highest] if labels.contains(&None) => lang.lowest_to_highest(lowest, highest),
        points => points.join(", "),
    }
}

/// The same, a line for each point where each has a label.
pub fn list(lang: Lang, scale: &Scale, labels: &[Option<String>]) -> Vec<String> {
    if labels.contains(&None) {
        return vec![line(lang, scale, labels)];
    }
    points(scale, labels)
}

/// What is told of a question beside its texts: the labels of its own, and that agreeing is bad.
pub fn about(lang: Lang, scale: &Scale, question: &Question) -> Vec<String> {
    let labels = question.labels.as_ref();
    let labels = labels.map(|labels| lang.own_labels(&line(lang, scale, labels)));
    let reverse = question.reverse.then(|| lang.counts_in_reverse());
    labels.into_iter().chain(reverse).collect()
}

/// What is said of a question's score, with a word about it where agreeing is bad.
pub fn counted(lang: Lang, reverse: bool, score: String) -> String {
    if reverse {
        format!("{score} ({})", lang.counted_in_reverse())
    } else {
        score
    }
}

/// How often each answer was given: `1 keer 2, 3 keer 4, 1 keer weet niet`. An answer has its label where the question has
/// labels of its own: nothing else beside it says what they are.
pub fn counts(lang: Lang, scale: &Scale, own: Option<&Labels>, tally: &Tally) -> String {
    let numbers = (1_usize..).zip(&tally.votes).map(|(place, &count)| {
        let number = || scale.number(place).to_string();
        (own.map_or_else(number, |labels| point(scale, labels, place)), count)
    });
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_a_label_begins_with_stands_there_once() {
        let labels = ["0 nooit", "1. soms", " 2 = vaak", "3x per week", "5 altijd", "6", "1/2"];
        let labels: Labels = labels.map(|label| Some(label.to_owned())).into();
        let (strong, discuss) = Scale::default_bands(0, labels.len());
        let scale = Scale {
            first: 0,
            labels: labels.clone(),
            strong,
            discuss,
        };
        let told = [
            "0 nooit",
            "1. soms",
            "2 = vaak",
            "3 3x per week",
            "4 5 altijd",
            "5 6",
            "6 1/2",
        ];
        assert_eq!(points(&scale, &labels), told);
    }
}
