//! How wide the columns of a table on a sheet of paper are, in twentieths of a point.

use super::WIDTH;
use crate::{
    page::{Block, Column, Holds, Page, Row, Table},
    text::width,
};

/// The width of a column of numbers at most and at least, and how much of it a character takes, beside the room between.
const NUMBERS: (usize, usize) = (1_150, 700);
const DIGIT: usize = 95;
const BETWEEN: usize = 200;

/// The width of a column of scores, and how much all of them have together at most.
const SCORES: usize = 620;
const ALL_SCORES: usize = 6_200;

/// Columns of text get room by their longest cell, but for no fewer characters than these, and for no more: what a row is
/// about, and other words.
const LEAST: usize = 14;
const MOST: (usize, usize) = (60, 48);

/// The width that a column of text has at least: a long word of a few letters more than `LEAST` doesn't break.
const NARROWEST: usize = 1_400;

/// The weight of a column to write in, beside others.
const ROOM: usize = 15;

/// How wide a table's columns are: numbers are alike, and the others share what is left by what stands in them. Tables with
/// the same head look alike.
pub fn widths(page: &Page, table: &Table) -> Vec<usize> {
    let alike = page.blocks.iter().filter_map(|block| match block {
        Block::Table(other) if same_head(other, table) => Some(other),
        _ => None,
    });
    let rows: Vec<&Row> = alike.flat_map(|table| &table.rows).collect();
    let longest = |index: usize| {
        let cells = rows.iter().map(|row| &row.cells[index]);
        let cells = cells.map(|cell| width(&cell.text) + cell.about.as_ref().map_or(0, |about| width(about) + 3));
        cells
            .chain([width(&table.columns[index].title)])
            .max()
            .unwrap_or_default()
    };
    let weight = |(index, column): (usize, &Column)| {
        let longest = longest(index);
        match column.holds {
            Holds::Numbers | Holds::Scores => 0,
            Holds::Name => longest.clamp(LEAST, MOST.0),
            Holds::Words => longest.clamp(LEAST, MOST.1),
            // The first of several is for what the others are about.
            Holds::Room if index == 0 => 2 * ROOM,
            Holds::Room => ROOM,
        }
    };
    let weights: Vec<usize> = table.columns.iter().enumerate().map(weight).collect();
    let all_scores = table.columns.iter().filter(|column| column.holds == Holds::Scores);
    let scores = SCORES.min(ALL_SCORES / all_scores.count().max(1));
    let fixed = |(index, column): (usize, &Column)| match column.holds {
        Holds::Numbers => (longest(index) * DIGIT + BETWEEN).clamp(NUMBERS.1, NUMBERS.0),
        Holds::Scores => scores,
        _ => 0,
    };
    let mut left = WIDTH - table.columns.iter().enumerate().map(fixed).sum::<usize>();
    let mut all: usize = weights.iter().sum();
    let narrow = |weight: usize| weight > 0 && left * weight < NARROWEST * all;
    let narrow: Vec<bool> = weights.iter().map(|&weight| narrow(weight)).collect();
    for (weight, _) in weights.iter().zip(&narrow).filter(|(_, narrow)| **narrow) {
        left = left.saturating_sub(NARROWEST);
        all -= weight;
    }
    let width = |((&weight, narrow), column)| match weight {
        0 => fixed(column),
        _ if narrow => NARROWEST,
        _ => left * weight / all,
    };
    let columns = table.columns.iter().enumerate();
    weights.iter().zip(narrow).zip(columns).map(width).collect()
}

fn same_head(one: &Table, other: &Table) -> bool {
    let titles = one.columns.iter().map(|column| &column.title);
    titles.eq(other.columns.iter().map(|column| &column.title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn a_short_word_beside_long_texts_keeps_the_room_that_it_needs() {
        let columns = [Holds::Name, Holds::Numbers, Holds::Words, Holds::Words];
        let columns = columns.map(|holds| Column {
            title: "kop".to_owned(),
            holds,
        });
        let long = "woord ".repeat(20);
        let table = Table {
            columns: columns.into(),
            rows: vec![Row {
                cells: [long.as_str(), "3,3", "bespreken", long.as_str()]
                    .map(Into::into)
                    .into(),
                ..Row::default()
            }],
        };
        let mut page = Page::new(Lang::Nl, Lang::Nl, String::new());
        page.blocks.push(Block::Table(table.clone()));
        let widths = widths(&page, &table);
        assert_eq!(widths[1..3], [NUMBERS.1, NARROWEST]);
        let all: usize = widths.iter().sum();
        assert!((WIDTH - widths.len()..=WIDTH).contains(&all), "{widths:?}");
    }
}
