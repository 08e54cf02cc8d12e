//! A profile on a terminal.

use comfy_table::Cell;

use super::{TABLE_COLUMNS, Text, agreements, right};
use crate::{
    report::{ElementLine, QuestionLine, Report},
    text::{shorten, width},
};

/// The least room for titles in a table; they stand on lines of their own where there is less.
const TITLE: usize = 30;

/// Eighths of a block, for bars that are finer than a character.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A profile as `ips show` shows it.
pub fn profile(report: &Report, columns: usize) -> String {
    let lang = report.lang;
    let mut text = Text::new(columns);
    let mut head = vec![report.team.clone(), report.date.clone()];
    head.extend(report.meeting.iter().cloned());
    text.paragraph(&head.join(" · "), 1, 0);
    if let Some(functions) = &report.functions {
        text.paragraph(&lang.there_were(functions), 1, 0);
    }
    text.blank();
    element_table(&mut text, report);
    if let Some(overall) = &report.overall {
        text.blank();
        text.paragraph(&format!("{}: {overall}", lang.all_elements()), 1, 0);
    }
    if let Some(sentence) = &report.no_weakest {
        text.blank();
        text.paragraph(sentence, 1, 0);
    }
    if !report.talk.is_empty() {
        text.heading(&lang.talk_heading());
        for topic in &report.talk {
            text.paragraph(&topic.title, 3, 2);
            for (question, score) in &topic.questions {
                text.question(&format!("{score}  "), question);
            }
        }
    }
    if !report.divided.is_empty() {
        text.heading(&lang.divided_heading());
        for QuestionLine {
            text: question, counts, ..
        } in &report.divided
        {
            text.question("", question);
            if let Some(counts) = counts {
                text.paragraph(counts, 7, 0);
            }
        }
    }
    agreements(&mut text, &lang.agreements_heading(), &report.agreements, lang);
    text.out
}

fn element_table(text: &mut Text, report: &Report) {
    let score = report
        .elements
        .iter()
        .map(|line| width(&line.score))
        .max()
        .unwrap_or(0)
        .max(4);
    // Margins of four columns, the score, and the words with the mark.
    let meaning = |line: &ElementLine| {
        let mark = if line.weakest {
            format!("◂ {}", report.lang.weakest())
        } else {
            String::new()
        };
        format!("{}  {mark}", line.band).trim().to_owned()
    };
    let words = |line: &ElementLine| {
        line.remark
            .iter()
            .map(|remark| width(remark))
            .chain([width(&meaning(line))])
            .max()
    };
    let widest = report.elements.iter().filter_map(words).max().unwrap_or(0).min(26);
    let room = text.columns.saturating_sub(score + widest + 8);
    if text.columns < TABLE_COLUMNS || room < TITLE {
        for line in &report.elements {
            text.paragraph(&line.title, 1, 2);
            text.paragraph(&format!("{}  {}", line.score, meaning(line)), 3, 0);
            if let Some(remark) = &line.remark {
                text.paragraph(remark, 3, 0);
            }
        }
        return;
    }
    let longest = report.elements.iter().map(|line| width(&line.title)).max().unwrap_or(0);
    let bar = match room {
        0..40 => 0,
        _ => (room / 3).clamp(12, 30),
    };
    let title = longest.min(room - bar);
    let rows = report.elements.iter().map(|line| {
        let mut cells = vec![Cell::new(shorten(&line.title, title)), right(&line.score)];
        if bar > 0 {
            cells.push(Cell::new(
                line.share.map(|share| bar_of(share, bar)).unwrap_or_default(),
            ));
        }
        let remark = line
            .remark
            .as_ref()
            .map(|remark| format!("\n{remark}"))
            .unwrap_or_default();
        cells.push(Cell::new(format!("{}{remark}", meaning(line)).trim_start().to_owned()));
        cells
    });
    let mut widths = vec![title, score];
    if bar > 0 {
        widths.push(bar);
    }
    widths.push(widest);
    text.table(rows.collect(), &widths);
}

/// A bar from the lowest point of the scale; one that would be empty keeps a sliver.
fn bar_of(share: f64, columns: usize) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a drawing"
    )]
    let eighths = ((share.clamp(0.0, 1.0) * (columns * 8) as f64).round() as usize).max(1);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}
