//! Two profiles on a terminal: what changed.

use comfy_table::Cell;

use super::{TABLE_COLUMNS, Text, agreements, right};
use crate::{
    messages::Lang,
    report::changes::{ChangeLine, Changes},
    text::{shorten, width},
};

/// The least room for titles beside two numbers and a difference; they stand on lines of their own where there is less.
const CHANGED_TITLE: usize = 24;

/// How many of the moved questions are named.
const MOVED: usize = 5;

/// A comparison as `ips diff` shows it.
pub fn changes(changes: &Changes, columns: usize) -> String {
    let lang = changes.lang;
    let mut text = Text::new(columns);
    text.paragraph(
        &format!("{} · {} → {}", changes.team, changes.before, changes.after),
        1,
        0,
    );
    text.blank();
    let lines: Vec<&ChangeLine> = changes.elements.iter().chain(&changes.overall).collect();
    change_table(&mut text, &lines, lang);
    if !changes.moved.is_empty() {
        text.heading(&lang.moved_heading());
        for line in changes.moved.iter().take(MOVED) {
            let sums = format!("{:>4}  {} → {}  ", line.difference, line.before, line.after);
            text.paragraph(&format!("{sums}{}", line.title), 3, width(&sums));
        }
    }
    if let Some(sentence) = &changes.not_compared {
        text.heading(sentence);
    }
    if !changes.cautions.is_empty() {
        text.blank();
    }
    for caution in &changes.cautions {
        text.paragraph(caution, 1, 0);
    }
    agreements(
        &mut text,
        &lang.agreed_on(&changes.before),
        &changes.agreed_before,
        lang,
    );
    agreements(&mut text, &lang.agreed_on(&changes.after), &changes.agreed_after, lang);
    text.out
}

fn change_table(text: &mut Text, lines: &[&ChangeLine], lang: Lang) {
    const VERDICT: usize = 23;
    let number = |side: fn(&ChangeLine) -> &str| lines.iter().map(|line| width(side(line))).max().unwrap_or(0).max(4);
    let numbers = [number(|line| &line.before), 1, number(|line| &line.after), 7];
    let room = text
        .columns
        .saturating_sub(numbers.iter().sum::<usize>() + VERDICT + 12);
    if text.columns < TABLE_COLUMNS || room < CHANGED_TITLE {
        for line in lines {
            text.paragraph(&line.title, 1, 2);
            let sums = format!("{} → {}  {} {}", line.before, line.after, line.arrow, line.difference);
            text.paragraph(&sums, 3, 0);
            for words in [&line.verdict]
                .into_iter()
                .chain(&line.remarks)
                .filter(|words| !words.is_empty())
            {
                text.paragraph(words, 3, 2);
            }
        }
        return;
    }
    let longest = lines.iter().map(|line| width(&line.title)).max().unwrap_or(0);
    let title = longest.min(room);
    let verdict = text
        .columns
        .saturating_sub(title + numbers.iter().sum::<usize>() + 12)
        .clamp(VERDICT, 60);
    let mut rows = vec![vec![
        Cell::new(""),
        right(&lang.then_heading()),
        Cell::new(""),
        right(&lang.now_heading()),
    ]];
    for line in lines {
        let words: Vec<&str> = [&line.verdict]
            .into_iter()
            .chain(&line.remarks)
            .map(String::as_str)
            .collect();
        rows.push(vec![
            Cell::new(shorten(&line.title, title)),
            right(&line.before),
            Cell::new("→"),
            right(&line.after),
            right(format!("{} {}", line.arrow, line.difference).trim()),
            Cell::new(words.join("\n")),
        ]);
    }
    let mut widths = vec![title];
    widths.extend(numbers);
    widths.push(verdict);
    text.table(rows, &widths);
}
