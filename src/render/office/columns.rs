//! How wide the columns of a table on a sheet of paper are, in twentieths of a point.

use super::WIDTH;
use crate::{
    page::{Block, Column, Holds, Page, Row, Table},
    text::width,
};

/// The width of a column of numbers at most and at least, and how much of one a character takes, beside the room between.
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

/// The width that a column of text has at least: what its longest word takes, but no less and no more than this.
const NARROWEST: (usize, usize) = (1_400, 2_100);

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
    let longest_word = |index: usize| {
        let cells = rows.iter().map(|row| row.cells[index].text.as_str());
        let words = cells
            .chain([table.columns[index].title.as_str()])
            .flat_map(str::split_whitespace);
        words.map(width).max().unwrap_or_default() * DIGIT + BETWEEN
    };
    let mut left = WIDTH - table.columns.iter().enumerate().map(fixed).sum::<usize>();
    let mut all: usize = weights.iter().sum();
    let narrow = |most: usize| -> Vec<Option<usize>> {
        let weights = weights.iter().enumerate();
        let least = weights.map(|(index, &weight)| {
            let least = longest_word(index).clamp(NARROWEST.0, most);
            (weight > 0 && left * weight < least * all).then_some(least)
        });
        least.collect()
    };
    let fits = |narrow: &Vec<Option<usize>>| {
        let texts = weights.iter().zip(narrow).filter(|(weight, _)| **weight > 0);
        texts.map(|(_, least)| least.unwrap_or(NARROWEST.0)).sum::<usize>() <= left
    };
    // With a long word in each of them all are narrow.
    let narrow = Some(narrow(NARROWEST.1))
        .filter(fits)
        .unwrap_or_else(|| narrow(NARROWEST.0));
    for (weight, least) in weights.iter().zip(&narrow) {
        let Some(least) = least else { continue };
        left = left.saturating_sub(*least);
        all -= weight;
    }
    let width = |((&weight, narrow), column)| match (weight, narrow) {
        (0, _) => fixed(column),
        (_, Some(least)) => least,
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
        let columns = [Holds::Name, Holds::Numbers, Holds::Words, Holds::Words, Holds::Words];
        let columns = columns.map(|holds| Column {
            title: "kop".to_owned(),
            holds,
        });
        let long = "woord ".repeat(20);
        let table = Table {
            columns: columns.into(),
            rows: vec![Row {
                cells: [
                    long.as_str(),
                    "3,3",
                    "bespreken",
                    "een jeugdverpleegkundige",
                    long.as_str(),
                ]
                .map(Into::into)
                .into(),
                ..Row::default()
            }],
        };
        let mut page = Page::new(Lang::Nl, Lang::Nl, String::new());
        page.blocks.push(Block::Table(table.clone()));
        let widths = super::widths(&page, &table);
        assert_eq!(widths[1..4], [NUMBERS.1, NARROWEST.0, 20 * DIGIT + BETWEEN]);
        let fits = |widths: &[usize]| (WIDTH - widths.len()..=WIDTH).contains(&widths.iter().sum());
        assert!(fits(&widths), "{widths:?}");
        let mut table = table;
        for cell in &mut table.rows[0].cells {
            cell.text = "samenwerkingsverbanden".to_owned();
        }
        page.blocks = vec![Block::Table(table.clone())];
        let widths = super::widths(&page, &table);
        assert!(fits(&widths), "{widths:?}");
    }
}
