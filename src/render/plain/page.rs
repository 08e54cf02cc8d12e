//! A page in words: to read, so that what is drawn is left to other forms, whose texts say the same.

use super::{Facts, ended};
use crate::{
    lang::Lang,
    page::{Block, Cell, Column, FillIn, Holds, Item, Page, Row, Table, TickQuestion},
};

/// A page with all that its words say.
pub fn page(page: &Page, columns: Option<usize>) -> String {
    let lang = page.lang;
    let mut facts = Facts::of(&page.title);
    for block in &page.blocks {
        match block {
            Block::Heading(_, text) => facts.heading(&beside(text)),
            Block::Text(text) | Block::Small(text) => facts.fact(&beside(text)),
            Block::Table(table) => rows(&mut facts, table, lang),
            Block::List(list) => items(&mut facts, list, lang),
            Block::Steps(steps) => {
                for (number, step) in (1..).zip(steps) {
                    facts.said_of(&format!("{number}. {}", step.text), &said_of_item(step, lang));
                }
            }
            Block::Code(lines) => code(&mut facts, lines),
            Block::Quote(quote) => facts.facts([&quote.text, &quote.by]),
            Block::FillIn(line) => facts.fact(&filled_in(line, lang)),
            Block::TickQuestion(question) => asked(&mut facts, question),
            Block::LineCharts(charts) => items(&mut facts, &charts.iter().map(Item::from).collect::<Vec<_>>(), lang),
            Block::Spreads(charts, _) => items(&mut facts, &charts.iter().map(Item::from).collect::<Vec<_>>(), lang),
            Block::Dots(charts, _) => items(&mut facts, &charts.iter().map(Item::from).collect::<Vec<_>>(), lang),
            Block::Radar(_) => {}
        }
    }
    facts.done(columns)
}

/// Facts that stand beside each other, with what is heard between them.
fn beside(text: &str) -> String {
    text.replace(" · ", ", ")
}

/// Lines to type or to write as they are. Of a command with what it shows the command: asked for, it shows that in words.
fn code(facts: &mut Facts, lines: &[String]) {
    let is_command = |line: &&String| line.starts_with("ips ");
    let commands = lines.first().is_some_and(|first| is_command(&first));
    for line in lines.iter().filter(|line| !commands || is_command(line)) {
        facts.as_it_is(line);
    }
}

fn items(facts: &mut Facts, list: &[Item], lang: Lang) {
    for item in list {
        facts.said_of(&item.text, &said_of_item(item, lang));
        if let Some(url) = &item.url {
            facts.as_it_is(url);
        }
        for line in &item.lines {
            if line.is_empty() {
                facts.blank();
            } else {
                facts.fact(line);
            }
        }
        items(facts, &item.items, lang);
    }
}

/// What is said about an item; a number alone is a score.
fn said_of_item(item: &Item, lang: Lang) -> Vec<String> {
    let is_number = |about: &String| about.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let said = item.about.iter().map(|about| {
        if is_number(about) {
            lang.score_is(about)
        } else {
            about.clone()
        }
    });
    said.collect()
}

/// A row a line: what it is about, and each of its cells behind the name of its column.
fn rows(facts: &mut Facts, table: &Table, lang: Lang) {
    let is_room = |row: &Row| row.cells.iter().all(|cell| cell.text.is_empty());
    if table.rows.iter().all(is_room) {
        let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
        facts.fact(&lang.room_to_write(&titles.join(", ")));
        return;
    }
    for row in &table.rows {
        let Some((name, cells)) = row.cells.split_first() else {
            continue;
        };
        // Of two columns the second says itself what it is.
        if let ([_, _], [cell]) = (table.columns.as_slice(), cells) {
            facts.fact(&format!("{}: {}", name.text, with_about(cell)));
            continue;
        }
        let said = table.columns.iter().skip(1).zip(cells).filter_map(said_in);
        let said: Vec<String> = said.map(|words| ended(&words, ".")).collect();
        facts.fact(&format!("{} {}", ended(&name.text, "."), said.join(" ")));
    }
}

/// What a cell says, behind the name of its column.
fn said_in((column, cell): (&Column, &Cell)) -> Option<String> {
    let says = !cell.text.is_empty() && column.holds != Holds::Room;
    says.then(|| format!("{}: {}", column.title, with_about(cell)))
}

fn with_about(cell: &Cell) -> String {
    match &cell.about {
        Some(about) => format!("{}, {about}", cell.text),
        None => cell.text.clone(),
    }
}

fn filled_in(line: &FillIn, lang: Lang) -> String {
    match &line.filled {
        Some(text) => format!("{}: {text}", line.label),
        None => lang.room_to_write(&line.label),
    }
}

/// A question with the answers that it can have.
fn asked(facts: &mut Facts, question: &TickQuestion) {
    facts.fact(&format!("{}. {}", question.number, question.text));
    facts.facts(&question.scored);
    let answers = question.points.iter().chain(&question.others);
    facts.fact(&answers.cloned().collect::<Vec<_>>().join(", "));
    facts.fact(&question.note);
}
