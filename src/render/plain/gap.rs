//! Groups side by side in words: each element, and below it each group by its name.

use super::Facts;
use crate::report::{
    Figure,
    gap::{GapReport, QuestionLine},
};

/// Groups side by side with the facts that `ips gap` shows, and all questions.
pub fn gap(report: &GapReport, columns: Option<usize>) -> String {
    let lang = report.lang;
    let mut facts = Facts::of(&report.title);
    facts.fact(&report.questionnaire);
    facts.fact(&lang.scale_line(&report.scale));
    facts.fact(&report.about);
    facts.facts(&report.mirrored);
    facts.heading(&lang.gap_groups_heading());
    for group in &report.groups {
        let said = [lang.gap_letter_is(&group.letter), group.date.clone()];
        let said: Vec<String> = said.into_iter().chain(group.meeting.iter().cloned()).collect();
        facts.said_of(&group.name, &said);
    }
    facts.blank();
    facts.facts(&report.cautions);
    for line in &report.elements {
        facts.heading(&line.title);
        for (group, score) in line.scores.iter().enumerate() {
            facts.said_of(&report.groups[group].name, &[in_words(report, score)]);
        }
        facts.sentences(line.said(lang));
        facts.sentences(&line.remarks);
    }
    facts.heading(&lang.gap_talk_heading());
    if report.clear.is_empty() {
        facts.fact(&lang.gap_none_clear());
    } else {
        for line in &report.clear {
            facts.said_of(&line.title, &line.said(lang)[..1]);
        }
        facts.fact(&lang.gap_ask_each_other());
    }
    if !report.apart.is_empty() {
        facts.heading(&lang.gap_questions_apart_heading());
        for line in &report.apart {
            facts.said_of(&line.text, line.said(lang).as_slice());
        }
    }
    if !report.unknown.is_empty() {
        facts.heading(&lang.gap_unknown_heading());
        for line in &report.unknown {
            facts.said_of(&report.groups[line.group].name, report.often_unknown(line).as_slice());
            facts.facts(&line.questions);
        }
    }
    facts.heading(&lang.gap_all_questions_heading());
    for (number, line) in report
        .elements
        .iter()
        .flat_map(|element| &element.questions)
        .enumerate()
    {
        if number > 0 {
            facts.blank();
        }
        question(&mut facts, report, line);
    }
    facts.heading(&lang.how_heading());
    facts.facts(&report.method);
    facts.done(columns)
}

/// A question, what was asked instead, and what each group says.
fn question(facts: &mut Facts, report: &GapReport, line: &QuestionLine) {
    facts.fact(&line.text);
    for (group, score) in line.scores.iter().enumerate() {
        let name = &report.groups[group].name;
        let said = [in_words(report, score)].into_iter().chain(line.about[group].clone());
        facts.said_of(name, &said.collect::<Vec<_>>());
        let wording = line.wordings.iter().find(|(of, _)| *of == group);
        facts.facts(wording.map(|(_, text)| report.lang.gap_wording(name, text)));
    }
    facts.sentences(line.said(report.lang));
}

fn in_words(report: &GapReport, score: &Figure) -> String {
    match score.value {
        Some(_) => report.lang.score_is(&score.text),
        None if score.text.chars().any(char::is_alphabetic) => score.text.clone(),
        None => report.lang.no_score(),
    }
}
