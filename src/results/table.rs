//! A table as a spreadsheet shows it: rows that count from 1, columns with letters.

use std::collections::BTreeMap;

use super::cell::Cell;

/// The rows of a sheet; those without anything in them may be left out.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

#[derive(Debug)]
pub(super) struct Row {
    /// Counted from 1.
    pub(super) number: usize,
    /// What is in it, by the column, counted from 0.
    pub(super) cells: BTreeMap<usize, Cell>,
}

impl Table {
    /// A text with a separator between its cells. No text is wrong: where a quote isn't closed the rest is one cell.
    pub(super) fn csv(text: &str, separator: u8) -> Table {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let records = reader.records().map_while(Result::ok);
        let rows = records.enumerate().map(|(place, record)| Row {
            number: place + 1,
            cells: (record.iter().enumerate())
                .filter_map(|(column, text)| Some((column, Cell::text(text)?)))
                .collect(),
        });
        Table { rows: rows.collect() }
    }
}

/// What a spreadsheet calls a column, counted from 0: A to Z, then AA.
pub(super) fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => letter.to_string(),
        more => letters(more - 1) + &letter.to_string(),
    }
}
