//! Over which questions the numbers of then and now are, where those are not all that the meetings scored.

use crate::{
    comparison::{Change, Comparison, ElementChange},
    fraction::Fraction,
    lang::Lang,
    scoring::Scores,
};

/// Whether an element, or all together, has another mean over the compared questions than its own score.
pub(super) fn partial(comparison: &Comparison<'_>) -> bool {
    let (then, now) = (&comparison.before_scores, &comparison.after_scores);
    let overall = comparison.overall.as_ref();
    comparison
        .elements
        .iter()
        .any(|element| is_partial(comparison, element))
        || overall.is_some_and(|change| has_other_means(change, then.overall.as_ref(), now.overall.as_ref()))
}

/// The same of one element.
pub(in crate::report) fn is_partial(comparison: &Comparison<'_>, element: &ElementChange) -> bool {
    fn own(scores: &Scores, index: Option<usize>) -> Option<&Fraction> {
        scores.elements[index?].score.as_ref()
    }
    let then = own(&comparison.before_scores, element.before);
    let now = own(&comparison.after_scores, element.after);
    element
        .change
        .as_ref()
        .is_some_and(|change| has_other_means(change, then, now))
}

/// Whether the means of a change are others than the profiles' own, as far as there are any.
pub(in crate::report) fn has_other_means(change: &Change, then: Option<&Fraction>, now: Option<&Fraction>) -> bool {
    let other = |own: Option<&Fraction>, compared| own.is_some_and(|own| own != compared);
    other(then, &change.before) || other(now, &change.after)
}

/// What stands beside the numbers of then and now, where they are not all those of the profiles themselves.
pub(in crate::report) fn scope(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    partial(comparison).then(|| lang.only_compared())
}

/// A heading or a verdict, and over which questions its numbers are, where that has to be said.
pub(crate) fn with_scope(what: String, scope: Option<&str>) -> String {
    match scope {
        Some(scope) => format!("{what} ({scope})"),
        None => what,
    }
}

/// How many elements the overall change is over, where that is not all of them.
pub(super) fn over_elements(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let all = comparison.elements.len();
    let compared = comparison
        .elements
        .iter()
        .filter(|element| element.change.is_some())
        .count();
    (compared < all).then(|| lang.over_elements(compared, all))
}
