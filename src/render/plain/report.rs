//! A whole report in words, for where a document is printed and no form of it is asked for.

use super::{Facts, changes, profile};
use crate::{
    lang::Lang,
    report::{QuestionLine, Report},
};

/// A report with all that `ips export` puts in it.
pub fn report(report: &Report, columns: Option<usize>) -> String {
    let lang = report.lang;
    let mut facts = profile::facts_of(report);
    if let Some(changes) = &report.changes {
        facts.heading(&lang.changes_since(&changes.before));
        changes::add_changed(&mut facts, changes);
        if !changes.left_out.is_empty() {
            facts.heading(&lang.not_compared_heading());
        }
        for (question, reason) in &changes.left_out {
            facts.said_of(question, std::slice::from_ref(reason));
        }
    }
    facts.heading(&lang.questions_heading());
    for (index, element) in report.elements.iter().enumerate() {
        if index > 0 {
            facts.blank();
        }
        facts.fact(&element.title);
        for question in &element.questions {
            facts.said_of(&question.text, &said_of_question(question, lang));
            facts.facts(&question.scored);
            facts.note(&question.note, lang);
        }
    }
    sources(&mut facts, report);
    facts.heading(&lang.how_heading());
    facts.facts(&report.method);
    facts.blank();
    facts.facts(report.source.as_ref().map(|source| lang.source_line(source)));
    facts.fact(&lang.meant_for_talk());
    facts.done(columns)
}

/// The answer, or why there is no score; how often each was given, what changed, and whether the team sees it differently.
fn said_of_question(line: &QuestionLine, lang: Lang) -> Vec<String> {
    let answer = match line.score.value {
        Some(_) => lang.score_is(&line.score_words()),
        None => line.score.text.clone(),
    };
    let change = line.change.as_ref().filter(|change| change.is_compared());
    let change = change.map(|change| lang.difference_is(&changes::signed(&change.difference, lang)));
    let more = [line.counts.clone(), change, line.spread.clone()];
    [answer].into_iter().chain(more.into_iter().flatten()).collect()
}

/// What goes deeper into the lowest elements was said with them; here is what there is to use and to read.
fn sources(facts: &mut Facts, report: &Report) {
    let mut topics = report.talk.iter().filter(|topic| !topic.sources.is_empty()).peekable();
    if topics.peek().is_some() {
        facts.heading(&report.lang.sources_heading());
    }
    for topic in topics {
        facts.fact(&topic.title);
        for source in &topic.sources {
            facts.fact(&source.citation);
            if let Some(url) = &source.url {
                facts.as_it_is(url);
            }
        }
    }
}
