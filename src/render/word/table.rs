//! A table in a Word document, with columns as wide as what stands in them asks for.

use maud::{Markup, html};

use super::{
    WIDTH, foreign,
    styles::{self, Style},
    with_about,
};
use crate::{
    drawing::colours::{RULE, band},
    page::{Block, Column, Drawing, Holds, Page, Row, Table},
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
const MOST: (usize, usize) = (60, 40);

/// The width that a column of text has at least: a long word of a few letters more than `LEAST` doesn't break.
const NARROWEST: usize = 1_400;

/// Room to write: beside the weight of other columns, and high, in twentieths of a point.
const ROOM: (usize, usize) = (15, 480);

/// A table of a page.
pub fn table(page: &Page, table: &Table) -> Markup {
    let to_write_on = table.columns.iter().any(|column| column.holds == Holds::Room);
    let widths = widths(page, table);
    let foreign = foreign(page);
    let cells = |row: &Row, style: Style| -> Markup {
        let is_head = style == Style::TableHead;
        html! {
            @for ((cell, column), width) in row.cells.iter().zip(&table.columns).zip(&widths) {
                w:tc {
                    w:tcPr {
                        w:tcW w:w=(width) w:type="dxa" {}
                        @if row.total {
                            w:tcBorders { w:top w:val="single" w:sz="8" w:space="0" w:color=(styles::hex(RULE)) {} }
                        }
                        @if let Some(Drawing::Shade(shade)) = &cell.drawing {
                            w:shd w:val="clear" w:color="auto" w:fill=(styles::hex(band(*shade))) {}
                        }
                    }
                    w:p {
                        w:pPr { (style.named()) (jc(column.holds)) }
                        (with_about(
                            foreign.filter(|_| !is_head && !row.total && column.holds == Holds::Name),
                            &cell.text, row.total || row.marked, cell.about.as_ref(),
                        ))
                    }
                }
            }
        }
    };
    let head = Row {
        cells: table
            .columns
            .iter()
            .map(|column| column.title.as_str().into())
            .collect(),
        ..Row::default()
    };
    // What a row is about stands in its first cell.
    let (has_names, look) = match table.columns.first().map(|column| column.holds) {
        Some(Holds::Name) => ("1", "06A0"),
        _ => ("0", "0620"),
    };
    html! {
        w:tbl {
            w:tblPr {
                w:tblStyle w:val=(styles::TABLE) {}
                w:tblW w:w=(WIDTH) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblLook w:val=(look) w:firstRow="1" w:lastRow="0" w:firstColumn=(has_names) w:lastColumn="0" w:noHBand="1" w:noVBand="1" {}
            }
            w:tblGrid { @for width in &widths { w:gridCol w:w=(width) {} } }
            w:tr { w:trPr { w:cantSplit {} w:tblHeader {} } (cells(&head, Style::TableHead)) }
            @for row in &table.rows {
                w:tr {
                    w:trPr { w:cantSplit {} @if to_write_on { w:trHeight w:val=(ROOM.1) w:hRule="atLeast" {} } }
                    (cells(row, Style::TableText))
                }
            }
        }
    }
}

/// How wide a table's columns are: numbers are alike, and the others share what is left by what stands in them. Tables with
/// the same head look alike.
fn widths(page: &Page, table: &Table) -> Vec<usize> {
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
            Holds::Room if index == 0 => 2 * ROOM.0,
            Holds::Room => ROOM.0,
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

fn jc(holds: Holds) -> Markup {
    html! {
        @match holds {
            Holds::Numbers => w:jc w:val="right" {},
            Holds::Scores => w:jc w:val="center" {},
            Holds::Name | Holds::Words | Holds::Room => {},
        }
    }
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
