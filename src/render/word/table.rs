//! A table in a Word document, with columns as wide as what stands in them asks for.

use maud::{Markup, html};

use super::{styles, with_about};
use crate::{
    drawing::colours::{RULE, band},
    page::{Drawing, Holds, Page, Row, Table},
    render::office::{Style, WIDTH, columns, foreign},
};

/// The height of a row to write in, in twentieths of a point.
const ROOM: usize = 480;

/// A table of a page.
pub fn table(page: &Page, table: &Table) -> Markup {
    let to_write_on = table.columns.iter().any(|column| column.holds == Holds::Room);
    let widths = columns::widths(page, table);
    let foreign = foreign(page);
    let cells = |row: &Row, style: Style, kept: bool| -> Markup {
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
                        w:pPr { (style.named()) @if kept { w:keepNext {} } (jc(column.holds)) }
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
            w:tr { w:trPr { w:cantSplit {} w:tblHeader {} } (cells(&head, Style::TableHead, false)) }
            @for (number, row) in (1..).zip(&table.rows) {
                // The first row doesn't stand alone below its head.
                @let kept = number == 1 && table.rows.len() > 1;
                w:tr {
                    w:trPr { w:cantSplit {} @if to_write_on { w:trHeight w:val=(ROOM) w:hRule="atLeast" {} } }
                    (cells(row, Style::TableText, kept))
                }
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lang::Lang, page::Column};

    #[test]
    fn the_first_row_stays_with_the_second_where_there_is_one() {
        let page = Page::new(Lang::Nl, Lang::Nl, String::new());
        let kept = |rows: usize| {
            let made = Table {
                columns: vec![Column {
                    title: "kop".to_owned(),
                    holds: Holds::Name,
                }],
                rows: vec![
                    Row {
                        cells: vec!["woord".into()],
                        ..Row::default()
                    };
                    rows
                ],
            };
            table(&page, &made).into_string().matches("<w:keepNext>").count()
        };
        assert_eq!([1, 2, 3].map(kept), [0, 1, 1]);
    }
}
