//! Many teams in one picture in words.

use super::Facts;
use crate::report::{
    against::AgainstReport,
    overview::{OverviewReport, QuestionLine, TeamLine},
};

/// Many teams with the facts that `ips overview` shows.
pub fn overview(report: &OverviewReport, columns: Option<usize>) -> String {
    let lang = report.lang;
    let mut facts = Facts::of(&report.title);
    facts.fact(&report.questionnaire);
    facts.sentences(
        report
            .head
            .iter()
            .map(|days| days.replace(" → ", lang.pick(" tot ", " to "))),
    );
    facts.facts([&report.about].into_iter().chain(&report.left_out));
    facts.fact(&lang.scale_line(&report.scale));
    facts.facts(report.cautions.iter().chain(&report.others));
    for line in &report.elements {
        let bands = line.band_words(lang).into_iter().flatten();
        let about = line.about(report.teams, lang).into_iter().chain(bands);
        let said: Vec<String> = line.spread.words(lang).into_iter().chain(about).collect();
        if !said.is_empty() {
            facts.heading(&line.title);
            facts.sentences(said);
        }
    }
    let low = report.lowest.iter().filter_map(|line| {
        let median = line.spread.median()?;
        Some((line, lang.median_is(&median.text)))
    });
    let divided = report
        .divided
        .iter()
        .filter_map(|line| Some((line, line.divided_words(report.teams, lang)?)));
    questions(&mut facts, &lang.lowest_questions_heading(), low);
    questions(&mut facts, &lang.divided_questions_heading(), divided);
    if !report.standings.is_empty() {
        facts.heading(&lang.teams_heading());
        for team in &report.standings {
            facts.said_of(&team.name, &scores(team, report));
        }
    }
    facts.heading(&lang.how_heading());
    facts.facts(&report.method);
    facts.done(columns)
}

/// A team beside others with the facts that `ips show --against` adds.
pub fn against(report: &AgainstReport, columns: Option<usize>) -> String {
    let mut facts = Facts { out: String::new() };
    facts.heading(&report.title);
    facts.facts(&report.about);
    for line in &report.elements {
        facts.said_of(&line.title, &line.words(report.lang));
    }
    format!("\n{}", facts.done(columns).trim_start())
}

fn questions<'l>(facts: &mut Facts, heading: &str, lines: impl Iterator<Item = (&'l QuestionLine, String)>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        facts.heading(heading);
    }
    for (line, said) in lines {
        facts.said_of(&line.text, &[said]);
    }
}

/// The day, and each element with its score.
fn scores(team: &TeamLine, report: &OverviewReport) -> Vec<String> {
    let lang = report.lang;
    let scores = report
        .elements
        .iter()
        .zip(&team.scores)
        .map(|(line, score)| match score.score.value {
            Some(_) => format!("{} {}", line.title, score.score.text),
            None => format!("{} {}", line.title, lang.no_score()),
        });
    [team.date.clone()].into_iter().chain(scores).collect()
}
