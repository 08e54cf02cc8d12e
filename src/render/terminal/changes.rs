//! Two profiles on a terminal: what changed.

use comfy_table::Cell;

use super::{Look, TABLE_COLUMNS, Text, agreements, right, style::clear};
use crate::{
    lang::Lang,
    render::plain,
    report::changes::{ChangeLine, Changes, with_scope},
    text::{shorten_all, width},
};

/// The least room for titles beside two numbers and a difference; they stand above them where there is less.
const CHANGED_TITLE: usize = 24;

/// A comparison as `ips diff` shows it.
pub fn changes(changes: &Changes, look: impl Into<Look>) -> String {
    let lang = changes.lang;
    let look = look.into();
    if look.plain {
        return plain::changes(changes, look.columns);
    }
    let elements = changes.elements.iter().map(|line| &line.title);
    let agreed = changes.agreements.iter().map(|line| &line.element);
    let mut text = Text::new(look).naming(elements.chain(agreed));
    text.bold(&format!("{} · {} → {}", changes.team, changes.before, changes.after));
    text.blank();
    let lines: Vec<&ChangeLine> = changes.elements.iter().chain(&changes.overall).collect();
    if changes.scope.is_some() {
        let then_and_now = format!("{} → {}", lang.then_heading(), lang.now_heading());
        text.paragraph(&with_scope(then_and_now, changes.scope.as_deref()), 1, 0);
    }
    change_table(&mut text, &lines, lang);
    text.blank();
    text.paragraph(&changes.rule, 1, 0);
    if !changes.moved.is_empty() {
        text.heading(&lang.moved_heading());
        for line in &changes.moved {
            let sums = format!(
                "{:>4}  {} → {}  ",
                line.difference.text, line.before.text, line.after.text
            );
            text.paragraph(&format!("{sums}{}", line.title), 3, width(&sums));
        }
    }
    if let Some(sentence) = &changes.not_compared {
        text.blank();
        text.paragraph(sentence, 1, 0);
    }
    if !changes.cautions.is_empty() {
        text.blank();
    }
    for caution in &changes.cautions {
        text.paragraph(caution, 1, 0);
    }
    agreements(&mut text, &lang.agreements_heading(), &changes.agreements, lang);
    text.done()
}

fn change_table(text: &mut Text, lines: &[&ChangeLine], lang: Lang) {
    const VERDICT: usize = 23;
    let number = |side: fn(&ChangeLine) -> &str| lines.iter().map(|line| width(side(line))).max().unwrap_or(0).max(4);
    let numbers = [number(|line| &line.before.text), 1, number(|line| &line.after.text), 7];
    let room = text
        .columns
        .saturating_sub(numbers.iter().sum::<usize>() + VERDICT + 12);
    let cells = |line: &ChangeLine| {
        vec![
            right(&line.before.text),
            Cell::new("→"),
            right(&line.after.text),
            right(&moved(line)),
            Cell::new(words(line).join("\n")),
        ]
    };
    let verdict = |title: usize| {
        let room = text.columns.saturating_sub(title + numbers.iter().sum::<usize>() + 12);
        room.clamp(VERDICT, 60)
    };
    let mut widths = numbers.to_vec();
    if text.columns < TABLE_COLUMNS {
        for line in lines {
            text.paragraph(&line.title, 1, 2);
            let sums = format!("{} → {}  {}", line.before.text, line.after.text, moved(line));
            text.paragraph(&sums, 3, 0);
            for words in words(line).iter().filter(|words| !words.is_empty()) {
                text.paragraph(words, 3, 2);
            }
        }
    } else if room < CHANGED_TITLE {
        widths.push(verdict(0));
        for line in lines {
            text.titled_row(&line.title, cells(line), &widths);
        }
    } else {
        let longest = lines.iter().map(|line| width(&line.title)).max().unwrap_or(0);
        let title = longest.min(room);
        widths.insert(0, title);
        widths.push(verdict(title));
        let heads = [lang.then_heading(), String::new(), lang.now_heading()].map(|head| right(&head));
        let mut rows = vec![vec![Cell::new("")]];
        rows[0].extend(heads);
        let titles: Vec<&str> = lines.iter().map(|line| line.title.as_str()).collect();
        rows.extend(lines.iter().zip(shorten_all(&titles, title)).map(|(line, title)| {
            let mut row = vec![Cell::new(title)];
            row.extend(cells(line));
            row
        }));
        text.table(rows, &widths);
    }
}

/// The difference, behind its arrow where it is clear.
fn moved(line: &ChangeLine) -> String {
    clear(line.arrow, &line.signed())
}

/// Whether the change is clear, and what else to know, a line each.
fn words(line: &ChangeLine) -> Vec<String> {
    let verdict = clear(line.arrow, &line.verdict);
    [verdict].into_iter().chain(line.remarks.iter().cloned()).collect()
}
