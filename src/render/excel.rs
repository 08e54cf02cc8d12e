//! Reports as Excel workbooks: what all of them have alike.
//!
//! Numbers have up to six decimals, as in JSON, and show as many as the report's words do; every text is a string and never a
//! formula. The only date of making that is written is a meeting's day, so that the same profiles give the same file on any
//! day.

mod chart;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::{Contents, sheets::Book};
use crate::report::Report;

/// A report of one meeting as a workbook.
///
/// # Panics
/// When memory is short.
pub fn workbook(report: &Report) -> Vec<u8> {
    of(&Contents::Report(report))
}

/// What is reported as a workbook.
///
/// # Panics
/// When memory is short.
pub fn of(contents: &Contents<'_>) -> Vec<u8> {
    let book = Book::of(contents);
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_title(&book.title).set_author("ips");
    // Years that Excel has no date for are those of a mistyped file.
    let made = book
        .day
        .and_then(sheet::date)
        .or(ExcelDateTime::from_ymd(1980, 1, 1).ok());
    if let Some(made) = &made {
        properties = properties.set_creation_datetime(made);
    }
    workbook.set_properties(&properties);
    for (number, content) in book.sheets.iter().enumerate() {
        let written = workbook.add_worksheet();
        sheet::write(content, written, &book.title, book.lang);
        if let (Contents::Report(report), 0) = (contents, number) {
            chart::draw(written, content, report);
        }
    }
    workbook.save_to_buffer().expect("memory takes a workbook")
}
