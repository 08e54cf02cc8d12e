//! With how many decimals a comparison is shown, and what rounding does to it.

use num_traits::Signed as _;

use crate::{
    comparison::{Change, Comparison, ElementChange},
    fraction::{Fraction, decimals_where, fraction, rounded, shown},
    lang::Lang,
    report::figure::tells,
};

/// With how many decimals all means and differences of a comparison are shown: as many as it takes to see on which side of
/// the limit each difference lies, and the marked elements apart from the others.
pub(in crate::report) fn decimals(comparison: &Comparison<'_>) -> u32 {
    let limit = &comparison.limits.change;
    let sides = [Side::Before, Side::After].map(|which| {
        let elements = comparison.elements.iter();
        elements
            .filter_map(|element| side(comparison, element, which))
            .collect::<Vec<_>>()
    });
    let changes = comparison.elements.iter().filter_map(|element| element.change.as_ref());
    let differences: Vec<Fraction> = changes.chain(&comparison.overall).map(Change::difference).collect();
    decimals_where(|decimals| {
        let shows = |value: &Fraction| (rounded(value, decimals).abs() >= *limit) == (value.abs() >= *limit);
        let scale = &comparison.after.questionnaire.scale;
        differences.iter().all(shows) && sides.iter().all(|side| tells(side, scale, decimals))
    })
}

/// Then or now.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

/// An element's mean on one side, and whether it is among the weakest there.
fn side<'c>(comparison: &Comparison<'_>, element: &'c ElementChange, side: Side) -> Option<(&'c Fraction, bool)> {
    let change = element.change.as_ref()?;
    let (mean, index, scores) = match side {
        Side::Before => (&change.before, element.before, &comparison.before_scores),
        Side::After => (&change.after, element.after, &comparison.after_scores),
    };
    Some((mean, index.is_some_and(|index| scores.is_weakest(index))))
}

/// Whether rounding two numbers to so many decimals makes them look as if their difference didn't add up.
pub(in crate::report) fn looks_off(one: &Fraction, other: &Fraction, decimals: u32) -> bool {
    let round = |value: &Fraction| rounded(value, decimals);
    round(other) - round(one) != round(&(other - one))
}

/// That rounding makes a row of elements look so, and by how much.
pub(in crate::report) fn rounded_off(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let decimals = decimals(comparison);
    let elements = comparison.elements.iter().filter_map(|element| element.change.as_ref());
    let mut changes = elements.chain(&comparison.overall);
    changes
        .any(|change| looks_off(&change.before, &change.after, decimals))
        .then(|| off_by(decimals, lang))
}

/// That a difference can look off by a unit of the last of so many decimals.
pub(in crate::report) fn off_by(decimals: u32, lang: Lang) -> String {
    let last = fraction(1, 10_u32.pow(decimals));
    lang.rounded_off(&shown(&last, decimals, lang))
}
