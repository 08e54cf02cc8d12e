//! A profile in words.

use super::Facts;
use crate::{
    lang::Lang,
    report::{ElementLine, Report, draft::DraftReport},
};

/// A profile with the facts that `ips show` shows.
pub fn profile(report: &Report, columns: Option<usize>) -> String {
    facts_of(report).done(columns)
}

/// A draft with what is there so far, and what is open.
pub fn draft(report: &DraftReport, columns: Option<usize>) -> String {
    let mut facts = facts_of(&report.so_far);
    facts.blank();
    facts.fact(&report.title);
    if !report.open.is_empty() {
        facts.heading(&report.so_far.lang.draft_open_heading());
    }
    facts.facts(report.open.iter().map(|(number, text)| format!("{number}. {text}")));
    facts.as_it_is(&report.next);
    facts.done(columns)
}

/// The scores and the lowest.
pub fn scores(report: &Report, columns: Option<usize>) -> String {
    scores_of(report).done(columns)
}

/// What to talk about; nothing where nothing stands out.
pub fn topics(report: &Report, columns: Option<usize>) -> String {
    let mut facts = Facts { out: String::new() };
    to_talk_about(&mut facts, report);
    facts.done(columns)
}

/// A profile, for what more is to be said of it.
pub(super) fn facts_of(report: &Report) -> Facts {
    let mut facts = scores_of(report);
    to_talk_about(&mut facts, report);
    facts.agreements(&report.lang.agreements_heading(), &report.agreements, report.lang);
    facts
}

fn scores_of(report: &Report) -> Facts {
    let lang = report.lang;
    let mut facts = Facts::of(&report.team);
    facts.fact(&report.date);
    facts.sentences(&report.meeting);
    facts.facts(report.functions.as_ref().map(|functions| lang.there_were(functions)));
    facts.heading(&lang.scores_heading());
    for line in &report.elements {
        facts.said_of(&line.title, &said_of_element(line, lang));
    }
    let overall = report.overall.iter();
    facts.facts(overall.map(|overall| format!("{}: {}", lang.all_elements(), lang.score_is(&overall.text))));
    facts.facts(&report.about_weakest);
    facts
}

fn to_talk_about(facts: &mut Facts, report: &Report) {
    let lang = report.lang;
    if !report.talk.is_empty() {
        facts.heading(&lang.talk_heading());
    }
    for topic in &report.talk {
        facts.said_of(&topic.title, topic.why.as_slice());
        for question in &topic.questions {
            let score = if question.scored {
                lang.score_is(&question.score)
            } else {
                question.score.clone()
            };
            facts.said_of(&question.text, &[score]);
        }
        if let Some(deeper) = &topic.deeper {
            facts.as_it_is(&lang.more_questions(&deeper.command));
        }
    }
    if !report.divided.is_empty() {
        facts.heading(&lang.divided_heading());
    }
    for line in &report.divided {
        let counts: Vec<String> = line.counts.iter().cloned().collect();
        facts.said_of(&line.text, &counts);
    }
}

/// The score of an element, what it means, and what else there is to know.
fn said_of_element(line: &ElementLine, lang: Lang) -> Vec<String> {
    let score = match line.score.value {
        Some(_) => lang.score_is(&line.score.text),
        // The remark says so.
        None if line.not_asked => String::new(),
        None => lang.no_score(),
    };
    let said = [score, line.band.clone(), line.remarks(lang)];
    said.into_iter().filter(|words| !words.is_empty()).collect()
}
