//! What is worth a second look in a sound questionnaire file: labels that seem to count for another number than they say.

use std::ops::RangeInclusive;

use toml::de::DeArray;

use crate::{
    fault::Problem,
    lang::Lang,
    toml_file::{self, Table},
};

/// What to look at again in a questionnaire file that can be read, whose points have these numbers.
pub fn doubts(name: &str, text: &str, numbers: &RangeInclusive<u32>) -> Vec<Problem> {
    let found = toml_file::read(name, text, |file| {
        if let Some(scale) = file.optional_table("scale") {
            labels(&scale, numbers);
        }
        for element in file.tables("elements") {
            for question in element.tables("questions") {
                labels(&question, numbers);
            }
        }
        Some(())
    });
    found.err().unwrap_or_default()
}

/// Doubts the labels of a table as a whole where they go down, else the first that begins with another number than its own.
fn labels(table: &Table<'_>, numbers: &RangeInclusive<u32>) {
    let Some(list) = table.array("labels") else {
        return;
    };
    let (lowest, highest) = numbers.clone().into_inner();
    let own: Vec<u32> = if list.len() == numbers.clone().count() {
        numbers.clone().collect()
    } else {
        vec![lowest, highest]
    };
    let said = numbers_of(list);
    let path = table.path_of("labels");
    let goes_down = said.iter().all(Option::is_some) && said.is_sorted_by(|one, next| one > next);
    if let ([Some(first), .., Some(last)], true) = (said.as_slice(), goes_down) {
        table.problem("labels", |lang| lang.labels_go_down(&path, *first, *last, lowest));
        return;
    }
    let mut labels = list.iter().zip(said).zip(own);
    // One is enough: where one label is a place too far, most are.
    let other = labels.find_map(|((label, said), own)| Some((label, said.filter(|said| *said != own)?, own)));
    if let Some((label, said, own)) = other {
        table.problem_at(label, |lang| lang.label_says_otherwise(&path, said, own));
    }
}

/// The numbers that labels begin with, in whichever language.
fn numbers_of(labels: &DeArray<'_>) -> Vec<Option<u32>> {
    let texts = labels.iter().map(|label| match label.get_ref().as_table() {
        Some(both) => {
            let texts = Lang::ALL
                .iter()
                .filter_map(|lang| both.get(lang.code())?.get_ref().as_str());
            texts.collect()
        }
        None => Vec::from_iter(label.get_ref().as_str()),
    });
    texts.map(|texts| texts.into_iter().find_map(number_at_start)).collect()
}

/// The number that a label begins with; not the beginning of a word (`2e`), a decimal or a share (`1/2`).
pub(crate) fn number_at_start(label: &str) -> Option<u32> {
    let label = label.trim_start();
    let rest = label.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut behind = rest.chars();
    let goes_on = match behind.next() {
        Some(',' | '.' | '/') => behind.next().is_some_and(|c| c.is_ascii_digit()),
        next => next.is_some_and(|c| c.is_alphanumeric() || c == '%'),
    };
    if goes_on {
        return None;
    }
    label[..label.len() - rest.len()].parse().ok()
}
