//! Which questions are not compared, and why.

use std::collections::BTreeMap;

use crate::{
    comparison::{Comparison, Reason},
    lang::Lang,
    profile::Profile,
    text::safe,
};

/// How many questions are not compared, and why: `2 vragen`, `1 tekst veranderd, 1 alleen toen gevraagd`.
pub(in crate::report) fn not_compared(comparison: &Comparison<'_>, lang: Lang) -> Option<(String, String)> {
    let mut counts = BTreeMap::new();
    for (_, reason) in &comparison.not_compared {
        *counts.entry(*reason).or_insert(0) += 1;
    }
    let parts = counts.into_iter();
    let parts: Vec<String> = parts
        .map(|(reason, count)| format!("{count} {}", reason_words(lang, reason)))
        .collect();
    let total = comparison.not_compared.len();
    (total > 0).then(|| (lang.questions(total), parts.join(", ")))
}

/// Why a question is not compared, in words.
pub(super) fn reason_words(lang: Lang, reason: Reason) -> String {
    match reason {
        Reason::TextChanged => lang.reason_text_changed(),
        Reason::ReverseChanged => lang.reason_reverse_changed(),
        Reason::LabelsChanged => lang.reason_labels_changed(),
        Reason::OnlyBefore => lang.reason_only_before(),
        Reason::OnlyAfter => lang.reason_only_after(),
        Reason::NeverAsked => lang.reason_never_asked(),
        Reason::ScoredOnlyBefore => lang.reason_scored_before(),
        Reason::ScoredOnlyAfter => lang.reason_scored_after(),
        Reason::NeverScored => lang.reason_never_scored(),
    }
}

/// The text of a question that either profile has.
pub(super) fn text_of(comparison: &Comparison<'_>, full_id: &str) -> String {
    let in_profile = |profile: &Profile| {
        profile
            .questionnaire
            .find(full_id)
            .map(|at| profile.questionnaire.question(at).text.clone())
    };
    let text = in_profile(comparison.after).or_else(|| in_profile(comparison.before));
    safe(&text.unwrap_or_else(|| full_id.to_owned()))
}
