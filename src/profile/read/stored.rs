//! The results that stand in a profile, held against those of its answers.

use crate::{
    fault::Problem,
    fraction::{Fraction, hardly_differ},
    lang::Lang,
    profile::Profile,
    scoring::{Band, Scores},
    toml_file::{Table, integer_of},
};

/// Compares the stored results with the recomputed ones; someone may have edited an answer.
pub(super) fn compare(result: &Table<'_>, profile: &Profile, scores: &Scores, elements: &[Table<'_>]) -> Vec<Problem> {
    // Each is looked at, also after a difference: a key that nobody asked for would count as unknown.
    let mut found = vec![
        (result, "score", same_score(result, scores.overall.as_ref())),
        (result, "answered", same_count(result, "answered", scores.answered())),
        (result, "asked", same_count(result, "asked", scores.asked())),
        (result, "weakest", same_weakest(result, profile, scores)),
    ];
    result.finish();
    for (table, element) in elements.iter().zip(&scores.elements) {
        let band = table.value("band").and_then(|band| band.get_ref().as_str());
        found.extend([
            (table, "score", same_score(table, element.score.as_ref())),
            (table, "band", band == element.band.map(Band::word)),
            (table, "answered", same_count(table, "answered", element.answered)),
            (table, "asked", same_count(table, "asked", element.asked)),
        ]);
    }
    let differing = found.into_iter().filter(|(.., same)| !same);
    differing
        .map(|(table, key, _)| table.document().described(table.place_of(key), Lang::recomputed))
        .collect()
}

fn same_score(table: &Table<'_>, computed: Option<&Fraction>) -> bool {
    let stored = if table.has("score") {
        table.decimal("score")
    } else {
        None
    };
    match (stored, computed) {
        (None, None) => true,
        (Some(stored), Some(computed)) => hardly_differ(&stored, computed, 3),
        _ => false,
    }
}

fn same_count(table: &Table<'_>, key: &'static str, computed: usize) -> bool {
    let stored = table.get(key).and_then(|value| integer_of(value.get_ref()));
    stored.is_some_and(|stored| stored as usize == computed)
}

fn same_weakest(result: &Table<'_>, profile: &Profile, scores: &Scores) -> bool {
    let stored = result.array("weakest").into_iter().flat_map(|ids| ids.iter());
    let stored = stored.filter_map(|id| id.get_ref().as_str());
    let computed = scores.weakest.iter();
    stored.eq(computed.map(|&index| profile.questionnaire.elements[index].id.as_str()))
}
