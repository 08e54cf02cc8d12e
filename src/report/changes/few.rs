//! Compared questions whose scores rest on few numbers.

use super::scope::with_scope;
use crate::{
    comparison::{Comparison, QuestionChange},
    lang::Lang,
    report::thin_words,
    text::safe,
};

/// How many of them are named.
const NAMED: usize = 5;

/// A compared question, and on how many numbers its scores rest where those are few: `Vraag? (toen 1 van 8)`.
pub(super) fn told_with_few(comparison: &Comparison<'_>, question: &QuestionChange, lang: Lang) -> String {
    with_scope(
        text_of(comparison, question),
        few(comparison, question, lang).as_deref(),
    )
}

/// Which compared questions have scores that rest on few numbers.
pub(in crate::report) fn thin(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let told = comparison.thin().map(|question| {
        let quoted = format!("“{}”", text_of(comparison, question));
        with_scope(quoted, few(comparison, question, lang).as_deref())
    });
    let mut questions: Vec<String> = told.collect();
    let more = questions.len().saturating_sub(NAMED);
    questions.truncate(NAMED);
    questions.extend((more > 0).then(|| lang.and_more_of_these(more)));
    (!questions.is_empty()).then(|| lang.thin_compared(&questions.join("; ")))
}

fn text_of(comparison: &Comparison<'_>, question: &QuestionChange) -> String {
    safe(&comparison.after.questionnaire.question(question.at).text)
}

fn few(comparison: &Comparison<'_>, question: &QuestionChange, lang: Lang) -> Option<String> {
    let [then, now] = comparison.scores_of(question);
    let then = thin_words(lang, comparison.before, then).map(|few| lang.then_is(&few));
    let now = thin_words(lang, comparison.after, now).map(|few| lang.now_is(&few));
    let few: Vec<String> = then.into_iter().chain(now).collect();
    (!few.is_empty()).then(|| few.join(", "))
}
