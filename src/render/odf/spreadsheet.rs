//! Sheets with numbers to reckon with as an `OpenDocument` spreadsheet: the same as in Excel, without its chart.
//!
//! Every text is a string and never a formula, whatever it begins with.

mod looks;

use std::fmt::Display;

use maud::{Markup, html};

use self::looks::Looked;
use super::{Package, points, words};
use crate::{
    drawing::colours::RULE,
    render::{
        Contents,
        odf::language,
        office::{FONT, PAPER},
        sheets::{Book, Column, OWN_ROWS, Row, Sheet, Value},
    },
    text::shorten,
};

/// The paper's margins, in twentieths of a point.
const MARGIN: usize = 1_000;

/// What is reported as a spreadsheet.
///
/// # Panics
/// When memory is short.
pub fn of(contents: &Contents<'_>) -> Vec<u8> {
    let book = Book::of(contents);
    let mut looked = Looked::default();
    let tables: Vec<Markup> = book.sheets.iter().map(|sheet| table(sheet, &mut looked)).collect();
    let content = html! {
        office:automatic-styles { (looked.styles(book.lang)) (columns(&book)) (rows_and_sheets()) }
        office:body { office:spreadsheet {
            @for table in &tables { (table) }
            (filters(&book))
        } }
    };
    let package = Package {
        kind: "spreadsheet",
        title: &book.title,
        lang: book.lang,
        content,
        styles: styles(&book),
        settings: Some(settings(&book)),
        pictures: Vec::new(),
    };
    package.finished()
}

/// A sheet. Its head stands on each printed page; of one without rows only one's own rows are printed.
fn table(sheet: &Sheet, looked: &mut Looked) -> Markup {
    let printed = sheet.is_empty().then(|| area(sheet, 2, OWN_ROWS + 1));
    let rows: Vec<Markup> = sheet
        .rows
        .iter()
        .chain(&sheet.below)
        .map(|content| row(content, looked))
        .collect();
    html! {
        table:table table:name=(sheet.name) table:style-name="Sheet" table:print-ranges=[printed] {
            @for column in &sheet.columns { table:table-column table:style-name=(column_style(column)) {} }
            table:table-header-rows {
                table:table-row table:style-name="Row" {
                    @for column in &sheet.columns {
                        table:table-cell table:style-name=(looked.head(column.numbers, !sheet.rows.is_empty())) office:value-type="string" { (lines(&column.title)) }
                    }
                }
            }
            @for row in &rows { (row) }
        }
    }
}

fn row(row: &Row, looked: &mut Looked) -> Markup {
    html! {
        table:table-row table:style-name="Row" {
            @for value in &row.cells {
                @let style = looked.of(value, row.strong);
                @match value {
                    Value::Empty => table:table-cell {},
                    Value::Words(text) => table:table-cell table:style-name=(style) office:value-type="string" { (lines(text)) },
                    Value::Count(count) => table:table-cell table:style-name=(style) office:value-type="float" office:value=(count) {},
                    Value::Number(number, _) | Value::Score(number, ..) => {
                        table:table-cell table:style-name=(style) office:value-type="float" office:value=(number) {}
                    },
                    Value::Day(day) => table:table-cell table:style-name=(style) office:value-type="date" office:date-value=(day) {},
                }
            }
            // A row has a cell at least.
            @if row.cells.is_empty() { table:table-cell {} }
        }
    }
}

/// A text in a cell: a paragraph for each of its lines.
fn lines(text: &str) -> Markup {
    html! { @for line in text.split('\n') { text:p { (words(line)) } } }
}

/// The style of a column as wide as so many digits of the letters that Excel reckons with.
fn column_style(column: &Column) -> String {
    format!("Column.{}", column.width)
}

fn columns(book: &Book) -> Markup {
    let mut widths: Vec<&Column> = book.sheets.iter().flat_map(|sheet| &sheet.columns).collect();
    widths.sort_by_key(|column| column.width);
    widths.dedup_by_key(|column| column.width);
    html! {
        @for column in widths {
            style:style style:name=(column_style(column)) style:family="table-column" {
                style:table-column-properties style:column-width=(points((7 * column.width + 5) * 15)) {}
            }
        }
    }
}

fn rows_and_sheets() -> Markup {
    html! {
        style:style style:name="Row" style:family="table-row" {
            style:table-row-properties style:use-optimal-row-height="true" {}
        }
        style:style style:name="Sheet" style:family="table" style:master-page-name="Default" {
            style:table-properties table:display="true" {}
        }
    }
}

/// What can be filtered and sorted on each sheet.
fn filters(book: &Book) -> Markup {
    let filtered = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
    html! {
        table:database-ranges {
            @for (number, sheet) in filtered.enumerate() {
                table:database-range table:name={ "__Anonymous_Sheet_DB__" (number) } table:display-filter-buttons="true"
                    table:target-range-address=(area(sheet, 1, sheet.rows.len() + 1)) {}
            }
        }
    }
}

/// The cells of a sheet in the rows from a first to a last one, counted from 1.
fn area(sheet: &Sheet, first: impl Display, last: impl Display) -> String {
    let (name, columns) = (sheet.name.replace('\'', "''"), letters(sheet.columns.len()));
    format!("'{name}'.A{first}:'{name}'.{columns}{last}")
}

/// The letters of a column, counted from 1.
fn letters(mut column: usize) -> String {
    let mut letters = String::new();
    while column > 0 {
        column -= 1;
        letters.insert(0, char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        column /= 26;
    }
    letters
}

/// The letters of every cell, and the paper: its width is that of a sheet, and its foot tells which page it is.
fn styles(book: &Book) -> Markup {
    let (language, country) = language(book.lang);
    html! {
        office:font-face-decls {
            style:font-face style:name=(FONT) svg:font-family=(FONT) style:font-family-generic="swiss" style:font-pitch="variable" {}
        }
        office:styles {
            style:default-style style:family="table-cell" {
                style:text-properties style:font-name=(FONT) fo:font-size="11pt" style:font-size-asian="11pt"
                    style:font-size-complex="11pt" fo:language=(language) fo:country=(country) {}
            }
            style:style style:name="Default" style:family="table-cell" {
                style:table-cell-properties style:vertical-align="top" fo:padding-top="1.5pt" fo:padding-bottom="1.5pt"
                    fo:padding-left="5pt" fo:padding-right="5pt" {}
            }
        }
        office:automatic-styles {
            style:page-layout style:name="A4" {
                style:page-layout-properties fo:page-width=(points(PAPER.1)) fo:page-height=(points(PAPER.0))
                    style:print-orientation="landscape" fo:margin=(points(MARGIN)) style:scale-to-X="1" {}
                style:footer-style {
                    style:header-footer-properties fo:min-height="20pt" fo:margin-top="8pt" {}
                }
            }
        }
        office:master-styles {
            style:master-page style:name="Default" style:page-layout-name="A4" {
                style:header style:display="false" {}
                style:footer {
                    style:region-left { text:p { (words(&shorten(&book.title, 80))) } }
                    style:region-center { text:p { text:sheet-name { "?" } } }
                    style:region-right { text:p { text:page-number { "1" } " / " text:page-count { "1" } } }
                }
            }
        }
    }
}

/// The head of each sheet stays on the screen.
fn settings(book: &Book) -> Markup {
    let item = |name: &str, kind: &str, value: &str| {
        html! { config:config-item config:name=(name) config:type=(kind) { (value) } }
    };
    html! {
        office:settings {
            config:config-item-set config:name="ooo:view-settings" {
                config:config-item-map-indexed config:name="Views" {
                    config:config-item-map-entry {
                        config:config-item-map-named config:name="Tables" {
                            @for sheet in &book.sheets {
                                config:config-item-map-entry config:name=(sheet.name) {
                                    (item("VerticalSplitMode", "short", "2"))
                                    (item("VerticalSplitPosition", "int", "1"))
                                    (item("ActiveSplitRange", "short", "2"))
                                    (item("PositionBottom", "int", "1"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_in_the_name_of_a_sheet_is_doubled() {
        let sheet = Sheet {
            name: "Noord's".into(),
            columns: vec![Column::new(String::new(), 9)],
            rows: Vec::new(),
            below: Vec::new(),
        };
        assert_eq!(area(&sheet, 1, 9), "'Noord''s'.A1:'Noord''s'.A9");
    }

    #[test]
    fn columns_go_on_behind_z() {
        let expected = [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (703, "AAA")];
        for (column, expected) in expected {
            assert_eq!(letters(column), expected);
        }
    }
}
