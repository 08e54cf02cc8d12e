//! Reports as Excel workbooks: what all of them have alike.
//!
//! Numbers have up to six decimals, as in JSON, and show as many as the report's words do; every text is a string and never a
//! formula. The only date of making that is written is a meeting's day, so that the same profiles give the same file on any
//! day.

mod chart;
mod gap;
mod overview;
mod report;
mod sheet;

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use self::sheet::Sheet;
pub use self::{gap::gap, overview::overview, report::workbook};
use crate::{lang::Lang, render::Contents};

/// The widths of columns, in characters.
const NAME: usize = 46;
const SHORT_NAME: usize = 28;
const LONG: usize = 52;
const NOTE: usize = 84;
const WORDS: usize = 24;
const DAY: usize = 19;
const MEAN: usize = 12;
const NUMBER: usize = 9;

/// What is reported as a workbook.
///
/// # Panics
/// When memory is short.
pub fn of(contents: &Contents<'_>) -> Vec<u8> {
    match contents {
        Contents::Report(report) => workbook(report),
        Contents::Overview(report) => overview(report),
        Contents::Gap(report) => gap(report),
    }
}

/// A workbook that is put together sheet by sheet.
struct Book {
    title: String,
    lang: Lang,
    workbook: Workbook,
}

impl Book {
    /// Begins one about what happened on a day.
    fn new(title: String, lang: Lang, day: Option<NaiveDate>) -> Book {
        let mut workbook = Workbook::new();
        let mut properties = DocProperties::new().set_title(&title).set_author("ips");
        // Years that Excel has no date for are those of a mistyped file.
        let made = day.and_then(sheet::date).or(ExcelDateTime::from_ymd(1980, 1, 1).ok());
        if let Some(made) = &made {
            properties = properties.set_creation_datetime(made);
        }
        workbook.set_properties(&properties);
        Book { title, lang, workbook }
    }

    fn add(&mut self, sheet: &Sheet) -> &mut Worksheet {
        let written = self.workbook.add_worksheet();
        sheet.write(written, &self.title, self.lang);
        written
    }

    fn finished(mut self) -> Vec<u8> {
        self.workbook.save_to_buffer().expect("memory takes a workbook")
    }
}
