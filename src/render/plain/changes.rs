//! Two profiles in words: what changed.

use super::Facts;
use crate::{
    lang::Lang,
    report::{
        Figure,
        changes::{ChangeLine, Changes},
    },
};

/// A comparison with the facts that `ips diff` shows.
pub fn changes(changes: &Changes, columns: Option<usize>) -> String {
    let lang = changes.lang;
    let mut facts = Facts::of(&changes.team);
    facts.fact(&lang.compared_days(&changes.before, &changes.after));
    facts.heading(&lang.scores_heading());
    facts.sentences(&changes.scope);
    add_changed(&mut facts, changes);
    facts.agreements(&lang.agreements_heading(), &changes.agreements, lang);
    facts.done(columns)
}

/// What changed, and what makes that less certain.
pub(super) fn add_changed(facts: &mut Facts, changes: &Changes) {
    let lang = changes.lang;
    for line in changes.elements.iter().chain(&changes.overall) {
        facts.said_of(&line.title, &said_of_change(line, lang));
    }
    if !changes.moved.is_empty() {
        facts.heading(&lang.moved_heading());
    }
    for line in &changes.moved {
        facts.said_of(&line.title, &said_of_change(line, lang));
    }
    facts.blank();
    facts.fact(&changes.rule);
    facts.facts(&changes.not_compared);
    facts.facts(&changes.cautions);
}

/// Then, now and the difference where they are compared; whether it is clear, and what else there is to know.
fn said_of_change(line: &ChangeLine, lang: Lang) -> Vec<String> {
    let numbers = [
        lang.then_is(&line.before.text),
        lang.now_is(&line.after.text),
        lang.difference_is(&signed(&line.difference, lang)),
    ];
    let numbers = numbers.into_iter().filter(|_| line.is_compared());
    let words = [&line.verdict].into_iter().chain(&line.remarks).cloned();
    numbers.chain(words).filter(|words| !words.is_empty()).collect()
}

/// A difference with its sign as a word: not every voice says a minus.
pub(super) fn signed(difference: &Figure, lang: Lang) -> String {
    let text = difference.text.as_str();
    if let Some(number) = text.strip_prefix('+') {
        return lang.plus(number);
    }
    match text.strip_prefix(['−', '-']) {
        Some(number) => lang.minus(number),
        None => text.to_owned(),
    }
}
