//! A sheet in Excel: its cells and how they look, on the screen and on paper.

use chrono::{Datelike as _, NaiveDate};
use num_traits::ToPrimitive as _;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{
    drawing::colours::{self, NOW, RULE},
    lang::Lang,
    render::sheets::{Looks, OWN_ROWS, Row, Sheet, Value},
    text::wrap,
};

/// The most that a cell holds, and a footer beside its own codes, in UTF-16.
const CELL: usize = 32_767;
const FOOTER: usize = 100;

/// The height of a line in points, and the most lines that a row can be high.
const LINE: f64 = 15.0;
const LINES: usize = 27;

/// The number of A4 among Excel's paper sizes.
const A4: u8 = 9;

/// A day as Excel has it, from 1900.
pub fn date(day: NaiveDate) -> Option<ExcelDateTime> {
    let (month, date) = (day.month().to_u8()?, day.day().to_u8()?);
    ExcelDateTime::from_ymd(day.year().to_u16()?, month, date).ok()
}

/// The number format with so many decimals.
fn digits(decimals: usize) -> String {
    match decimals {
        0 => "0".to_owned(),
        _ => format!("0.{}", "0".repeat(decimals)),
    }
}

/// The number format of what looks so.
fn number_format(looks: Looks) -> String {
    let digits = digits(looks.decimals);
    let Some(signs) = looks.signs else {
        return digits;
    };
    let [up, down] = if signs.clear { ["\"▲ \"", "\"▼ \""] } else { [""; 2] };
    if signs.rounded {
        let half = looks.half();
        format!("[>={half}]{up}+{digits};[<=-{half}]{down}−{digits};{digits}")
    } else {
        format!("{up}+{digits};{down}−{digits};{digits}")
    }
}

/// Writes a sheet's table with its head, and below it the title of the workbook. Every text is a string, never a formula or a
/// link.
pub fn write(table: &Sheet, sheet: &mut Worksheet, title: &str, lang: Lang) {
    const FITS: &str = "a small table fits on a sheet";
    sheet.set_name(&table.name).expect("a short name");
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Bottom)
        .set_font_color(NOW)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(RULE);
    // Beside each other, a head on the right and one on the left would touch.
    let left = head.clone().set_align(FormatAlign::Left).set_indent(1);
    let right = head.set_align(FormatAlign::Right).set_indent(1);
    for (at, column) in (0..).zip(&table.columns) {
        let width = column.width.to_f64().unwrap_or_default();
        sheet.set_column_width(at, width).expect(FITS);
        sheet
            .write_string_with_format(0, at, cell(&column.title), if column.numbers { &right } else { &left })
            .expect(FITS);
    }
    let titles = table.columns.iter().map(|column| Value::words(&column.title));
    // The buttons of a filter stand on the right below the titles.
    let buttons = if table.rows.is_empty() { 0.0 } else { LINE };
    let high = height(table, &Row::strong(titles.collect())) + buttons;
    sheet.set_row_height(0, high).expect(FITS);
    for (row, content) in (1..).zip(table.rows.iter().chain(&table.below)) {
        // Excel finds the height of a row by itself; others take what stands in the file.
        sheet.set_row_height(row, height(table, content)).expect(FITS);
        for (at, value) in (0..).zip(&content.cells) {
            let format = format(value, content.strong, lang);
            match value {
                Value::Empty => continue,
                Value::Words(text) => sheet.write_string_with_format(row, at, cell(text), &format),
                Value::Count(count) => {
                    sheet.write_number_with_format(row, at, count.to_f64().unwrap_or_default(), &format)
                }
                Value::Number(number, _) | Value::Score(number, ..) => {
                    sheet.write_number_with_format(row, at, *number, &format)
                }
                Value::Day(day) => {
                    sheet.write_datetime_with_format(row, at, date(*day).expect("a year from 1900 on"), &format)
                }
            }
            .expect(FITS);
        }
    }
    let last_row = table.rows.len().to_u32().expect(FITS);
    let last_column = (table.columns.len() - 1).to_u16().expect(FITS);
    if last_row > 0 {
        sheet.autofilter(0, 0, last_row, last_column).expect(FITS);
    }
    sheet.set_freeze_panes(1, 0).expect(FITS);
    if table.is_empty() {
        // A page without content isn't printed; one's own rows are.
        sheet.set_print_area(1, 0, OWN_ROWS, last_column).expect(FITS);
    } else {
        sheet.set_repeat_rows(0, 0).expect(FITS);
    }
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    // In a footer `&` begins a code.
    let title = fit(title, FOOTER).replace('&', "&&");
    sheet.set_footer(format!("&L{title}&C&A&R&P / &N"));
}

/// The height that a row's texts need, rather a little more than less.
fn height(table: &Sheet, row: &Row) -> f64 {
    // Columns are as wide as so many digits, and letters are narrower; bold ones hardly.
    let room = |width: usize| if row.strong { width } else { width * 11 / 10 };
    let lines = row.cells.iter().zip(&table.columns).map(|(cell, column)| match cell {
        // What is beyond the most lines needs no reckoning.
        Value::Words(text) => fit(text, LINES * 2 * room(column.width))
            .lines()
            .map(|line| wrap(line, room(column.width)).len())
            .sum(),
        _ => 1,
    });
    let lines = lines.max().unwrap_or(1).clamp(1, LINES);
    LINE * lines.to_f64().unwrap_or_default()
}

fn format(value: &Value, strong: bool, lang: Lang) -> Format {
    let mut format = Format::new().set_align(FormatAlign::Top).set_indent(1);
    if strong {
        format = format.set_bold();
    }
    let (left, right) = (FormatAlign::Left, FormatAlign::Right);
    match value {
        Value::Empty => format,
        Value::Words(_) => format.set_text_wrap().set_align(left),
        Value::Count(_) => format.set_num_format("0").set_align(right),
        Value::Number(_, looks) => format.set_num_format(number_format(*looks)).set_align(right),
        Value::Score(_, looks, band) => format
            .set_num_format(number_format(*looks))
            .set_align(right)
            .set_background_color(colours::band(*band)),
        // The months are in the report's language, whatever Excel's own is.
        Value::Day(_) => format
            .set_num_format(lang.pick("[$-413]d mmmm yyyy", "[$-809]d mmmm yyyy"))
            .set_align(left),
    }
}

/// A text as a cell holds it. Excel takes `_x0041_` for an escaped character, so its underscore is escaped.
fn cell(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_escape =
            |code: &[u8]| code[0] == b'x' && code[1..5].iter().all(u8::is_ascii_hexdigit) && code[5] == b'_';
        if c == '_' && text.as_bytes().get(at + 1..at + 7).is_some_and(is_escape) {
            escaped.push_str("_x005F");
        }
        escaped.push(c);
    }
    fit(&escaped, CELL)
}

/// A text of at most so many units of UTF-16, cut off after a whole character with `…`.
pub fn fit(text: &str, units: usize) -> String {
    if text.encode_utf16().count() <= units {
        return text.to_owned();
    }
    let mut used = 1;
    let kept = text.graphemes(true).take_while(|grapheme| {
        used += grapheme.encode_utf16().count();
        used <= units
    });
    kept.collect::<String>() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Figure;

    #[test]
    fn a_difference_has_the_sign_of_the_number_in_its_cell() {
        let signed = |value, words: &str, clear| {
            let figure = Figure {
                value: Some(value),
                text: words.to_owned(),
                share: None,
            };
            match Value::difference(&figure, clear) {
                Value::Number(_, looks) => number_format(looks),
                _ => panic!("no number"),
            }
        };
        assert_eq!(signed(0.53, "+0,53", true), r#""▲ "+0.00;"▼ "−0.00;0.00"#);
        assert_eq!(signed(-0.2, "−0.2", false), "+0.0;−0.0;0.0");
        assert_eq!(signed(0.0, "0,0", false), "+0.0;−0.0;0.0");
        for value in [-0.04, 0.04] {
            assert_eq!(signed(value, "0,0", false), "[>=0.05]+0.0;[<=-0.05]−0.0;0.0");
        }
        assert_eq!(signed(-0.4, "0", false), "[>=0.5]+0;[<=-0.5]−0;0");
    }
}
