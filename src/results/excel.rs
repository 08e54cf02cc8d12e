//! The sheets of an Excel file. It is packed, so that a small file can be a large one: what comes out of it is counted first.

use std::{
    collections::BTreeMap,
    io::{self, Cursor, Read as _},
};

use calamine::{DataRef, Reader as _, Xlsx};
use zip::ZipArchive;

use super::{
    cell::Cell,
    table::{Row, Table},
};
use crate::lang::{Lang, Sentence};

/// The most bytes that come out of a file, and the most bytes of text in its cells: hundreds of times what a team answers.
const UNPACKED: u64 = 16 * 1024 * 1024;

/// The most cells.
const CELLS: usize = 100_000;

/// Reads every sheet of an Excel file.
///
/// # Errors
/// Why it can't be read, in words.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Table>, Sentence> {
    let mut unpacked = 0;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| not_excel())?;
    for place in 0..archive.len() {
        let packed = archive.by_index(place).map_err(|_| not_excel())?;
        // What the file says of its own size needn't be true.
        unpacked += io::copy(&mut packed.take(UNPACKED + 1 - unpacked), &mut io::sink()).map_err(|_| not_excel())?;
        if unpacked > UNPACKED {
            return Err(too_much());
        }
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| not_excel())?;
    let (mut cells, mut letters) = (CELLS, UNPACKED);
    let mut tables = Vec::new();
    for name in workbook.sheet_names() {
        // A sheet can also be a chart alone.
        let Ok(mut reader) = workbook.worksheet_cells_reader(&name) else {
            continue;
        };
        // One after the other, and only those that are there: a table of them all could be as large as its last one is far away.
        let mut rows: BTreeMap<u32, BTreeMap<usize, Cell>> = BTreeMap::new();
        while let Some(found) = reader.next_cell().map_err(|_| not_excel())? {
            let (row, column) = found.get_position();
            let Some(value) = cell(found.get_value()) else {
                continue;
            };
            if let Cell::Text(text) = &value {
                // Thousands of cells can share one text.
                letters = letters.checked_sub(text.len() as u64).ok_or_else(too_much)?;
            }
            cells = cells.checked_sub(1).ok_or_else(too_much)?;
            rows.entry(row).or_default().insert(column as usize, value);
        }
        let rows = rows.into_iter().map(|(row, cells)| Row {
            number: row as usize + 1,
            cells,
        });
        tables.push(Table { rows: rows.collect() });
    }
    Ok(tables)
}

fn cell(value: &DataRef<'_>) -> Option<Cell> {
    match value {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(i32::try_from(*number).map_or(Cell::Other, |number| Cell::Number(number.into()))),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(_)
        | DataRef::DateTime(_)
        | DataRef::DateTimeIso(_)
        | DataRef::DurationIso(_)
        | DataRef::Error(_) => Some(Cell::Other),
    }
}

fn not_excel() -> Sentence {
    Sentence::new(Lang::not_an_excel_file)
}

fn too_much() -> Sentence {
    Sentence::new(Lang::too_much_in_table)
}
