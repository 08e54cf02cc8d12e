//! Groups side by side on a terminal.

use super::{Look, Text, style::Emphasis};
use crate::{
    render::plain,
    report::gap::{ElementLine, GapReport},
    text::width,
};

/// How wide the scale is at most.
const STRIP: usize = 61;

/// Groups side by side as `ips gap` shows them.
pub fn gap(report: &GapReport, look: impl Into<Look>) -> String {
    let look = look.into();
    if look.plain {
        return plain::gap(report, look.columns);
    }
    let lang = report.lang;
    let mut text = Text::new(look);
    text.bold(&report.title);
    text.paragraph(&report.questionnaire, 1, 0);
    text.blank();
    text.paragraph(&report.about, 1, 0);
    if let Some(sentence) = &report.mirrored {
        text.paragraph(sentence, 1, 0);
    }
    text.heading(&lang.gap_groups_heading());
    for group in &report.groups {
        let said: Vec<&str> = [&group.name, &group.date]
            .into_iter()
            .chain(&group.meeting)
            .map(String::as_str)
            .collect();
        text.paragraph(
            &format!("{}  {}", Emphasis::Bold.of(&group.letter), said.join(" · ")),
            3,
            3,
        );
    }
    text.heading(&lang.gap_elements_heading());
    for line in &report.elements {
        element(&mut text, report, line);
    }
    text.paragraph(&lang.scale_line(&report.scale), 1, 0);
    text.paragraph(&lang.gap_strip_legend(), 1, 0);
    for sentence in &report.cautions {
        text.blank();
        text.paragraph(sentence, 1, 0);
    }
    to_talk_about(&mut text, report);
    text.done()
}

/// An element: its scale with a letter for each group, their scores, and the difference.
fn element(text: &mut Text, report: &GapReport, line: &ElementLine) {
    text.paragraph(&line.title, 1, 2);
    let [first, last] = [report.numbers.start(), report.numbers.end()].map(u32::to_string);
    let ends = width(&first) + width(&last) + 2;
    let wide = text.columns.saturating_sub(4 + ends).min(STRIP);
    for (number, strip) in strips(report, line, wide).iter().enumerate() {
        if number == 0 {
            text.line(&format!("   {first} {strip} {last}"));
        } else {
            text.line(&format!("   {} {strip}", " ".repeat(width(&first))));
        }
    }
    text.paragraph(&report.lettered(&line.scores).collect::<Vec<_>>().join("   "), 3, 0);
    let said = line.said(report.lang).join(": ");
    let said = if line.is_clear { Emphasis::Bold.of(&said) } else { said };
    text.paragraph(&said, 3, 0);
    for remark in &line.remarks {
        text.paragraph(remark, 3, 2);
    }
    text.blank();
}

/// The scale with each group's letter at its score; those that would stand on another's stand below it.
fn strips(report: &GapReport, line: &ElementLine, wide: usize) -> Vec<String> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a drawing"
    )]
    let place = |share: f64| ((share.clamp(0.0, 1.0) * (wide - 1) as f64).round() as usize).min(wide - 1);
    let mut rows = vec![vec!["·"; wide]];
    for (group, score) in report.groups.iter().zip(&line.scores) {
        let Some(at) = score.share.map(place) else { continue };
        let free = rows.iter().position(|row| matches!(row[at], "·" | " "));
        let row = free.unwrap_or_else(|| {
            rows.push(vec![" "; wide]);
            rows.len() - 1
        });
        rows[row][at] = &group.letter;
    }
    rows.into_iter().map(|row| row.concat()).collect()
}

/// Where they clearly differ, which questions are furthest apart, and what a group doesn't know.
fn to_talk_about(text: &mut Text, report: &GapReport) {
    let lang = report.lang;
    text.heading(&lang.gap_talk_heading());
    if report.clear.is_empty() {
        text.paragraph(&lang.gap_none_clear(), 3, 0);
    }
    for line in &report.clear {
        let said = line.said(lang);
        text.paragraph(&format!("{}: {}", line.title, said[0]), 3, 2);
    }
    if !report.clear.is_empty() {
        text.paragraph(&lang.gap_ask_each_other(), 3, 0);
    }
    if !report.apart.is_empty() {
        text.heading(&lang.gap_questions_apart_heading());
        for line in &report.apart {
            text.question(&format!("{}  ", line.difference.text), &line.text);
            for said in report.beside(line) {
                text.paragraph(&said, 10, 0);
            }
        }
    }
    if !report.unknown.is_empty() {
        text.heading(&lang.gap_unknown_heading());
        for line in &report.unknown {
            let said = [report.named(line.group)].into_iter().chain(report.often_unknown(line));
            text.paragraph(&said.collect::<Vec<_>>().join(": "), 3, 2);
            for question in &line.questions {
                text.paragraph(question, 5, 2);
            }
        }
    }
}
