//! A page on a terminal: to read, so that what is drawn or written on is left to paper.

use super::{Look, Text};
use crate::{
    page::{Block, Item, Level, Page, Table},
    render::plain,
    text::width,
};

/// A page in text, with lines of code as they are.
pub fn page(page: &Page, look: impl Into<Look>) -> String {
    let look = look.into();
    if look.plain {
        return plain::page(page, look.columns);
    }
    let mut text = Text::new(look);
    text.bold(&page.title);
    for block in &page.blocks {
        text.blank();
        match block {
            Block::Heading(Level::Section, heading) => text.bold(heading),
            Block::Heading(Level::Part | Level::Element, heading) => text.bold_behind(heading, 3),
            Block::Text(words) | Block::Small(words) => text.paragraph(words, 3, 0),
            Block::Code(lines) => code(&mut text, lines),
            Block::Table(content) => table(&mut text, content),
            Block::List(list) => items(&mut text, list, 3),
            Block::Steps(steps) => {
                for (number, step) in (1..).zip(steps) {
                    text.paragraph(&format!("{number:>2}. {}", with_about(step)), 3, 4);
                }
            }
            Block::Quote(quote) => {
                text.paragraph(&quote.text, 5, 0);
                text.paragraph(&quote.by, 5, 0);
            }
            Block::FillIn(_)
            | Block::TickQuestion(_)
            | Block::Radar(_)
            | Block::LineCharts(_)
            | Block::Spreads(..)
            | Block::Dots(..) => {}
        }
    }
    text.done()
}

/// Lines as they are, further to the left if they would not fit.
fn code(text: &mut Text, lines: &[String]) {
    let widest = lines.iter().map(|line| width(line)).max().unwrap_or_default();
    let margin = text.columns.saturating_sub(widest).clamp(1, 5);
    for line in lines {
        text.line(&format!("{}{line}", " ".repeat(margin)));
    }
}

fn items(text: &mut Text, list: &[Item], margin: usize) {
    for item in list {
        text.paragraph(&format!("- {}", with_about(item)), margin, 2);
        text.lines_of(&item.lines, margin + 2);
        items(text, &item.items, margin + 2);
    }
}

fn with_about(item: &Item) -> String {
    match item.about.as_ref().or(item.url.as_ref()) {
        Some(about) => format!("{} ({about})", item.text),
        None => item.text.clone(),
    }
}

/// The least room for what stands beside a name.
const BESIDE: usize = 20;

/// Two columns beside each other; of more, and where there is no room for the second, a row's cells stand below what it is about.
fn table(text: &mut Text, table: &Table) {
    let rows = table.rows.iter().map(|row| &row.cells);
    let names = rows.clone().map(|cells| width(&cells[0].text));
    let names = names.chain(table.columns.first().map(|name| width(&name.title)));
    let room = names.max().unwrap_or_default() + 2;
    let has_room = text.columns >= 3 + room + BESIDE;
    if let [name, about] = table.columns.as_slice()
        && has_room
    {
        let line = |name: &str, about: &str| format!("{name}{}{about}", " ".repeat(room - width(name)));
        text.bold_behind(&line(&name.title, &about.title), 3);
        for cells in rows {
            text.paragraph(&line(&cells[0].text, &cells[1].text), 3, room);
        }
        return;
    }
    for cells in rows {
        text.paragraph(&cells[0].text, 3, 0);
        if let [_, cell] = cells.as_slice() {
            // Of two the second says itself what it is.
            text.paragraph(&cell.text, 5, 0);
            continue;
        }
        for (column, cell) in table.columns.iter().zip(cells).skip(1) {
            text.paragraph(&format!("{}: {}", column.title, cell.text), 5, 2);
        }
    }
}
