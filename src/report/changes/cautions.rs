//! What makes a comparison less certain, in sentences.

use super::{
    few::thin,
    rounding::{looks_off, off_by, rounded_off},
    scope::{partial, with_scope},
};
use crate::{
    comparison::{Caution, Comparison},
    lang::Lang,
    profile::Profile,
    report::mode_words,
    text::safe,
};

/// All of them, that the numbers are over the compared questions only among them.
pub(super) fn cautions(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let (before, after) = (comparison.before, comparison.after);
    let mut cautions = Vec::new();
    cautions.extend(partial(comparison).then(|| lang.only_what_is_compared()));
    let is = |caution| comparison.cautions.contains(&caution);
    if [Caution::Participants, Caution::Functions, Caution::Kinds]
        .into_iter()
        .any(is)
    {
        let say = |profile: &Profile| {
            let people = lang.participants(profile.participants as usize);
            let functions = profile
                .functions
                .as_deref()
                .filter(|_| is(Caution::Functions))
                .map(safe);
            let people = with_scope(people, functions.as_deref());
            format!("{people}, {}", mode_words(lang, profile.mode))
        };
        cautions.push(lang.caution(&say(before), &say(after)));
    }
    let sentences = [
        (Caution::Kinds, lang.kinds_differ()),
        (Caution::Labels, lang.labels_differ()),
        (Caution::SameDay, lang.same_day()),
    ];
    let sentences = sentences.into_iter().filter(|(caution, _)| is(*caution));
    cautions.extend(sentences.map(|(_, sentence)| sentence));
    cautions.extend(thin(comparison, lang));
    let mut questions = comparison.elements.iter().flat_map(|element| &element.questions);
    // The questions have one decimal.
    if questions.any(|question| looks_off(&question.change.before, &question.change.after, 1)) {
        cautions.push(off_by(1, lang));
    } else {
        cautions.extend(rounded_off(comparison, lang));
    }
    cautions
}
