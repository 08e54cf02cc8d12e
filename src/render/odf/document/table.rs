//! A table in a text.

use maud::{Markup, html};

use super::{Text, behind, paragraph_of, strong, styles, words};
use crate::{
    page::{Drawing, Holds, Row, Table},
    render::office::{Style, columns},
    scoring::Band,
};

impl Text<'_> {
    /// A table of a page. Its head comes again on each page.
    pub(super) fn table(&mut self, table: &Table) -> Markup {
        let columns = self.columns(&columns::widths(self.page, table));
        let to_write_on = table.columns.iter().any(|column| column.holds == Holds::Room);
        let row_style = if to_write_on {
            styles::ROW_TO_WRITE_ON
        } else {
            styles::ROW
        };
        html! {
            table:table table:name=(self.table_name()) table:style-name=(styles::TABLE) {
                (columns)
                table:table-header-rows {
                    table:table-row table:style-name=(styles::ROW) {
                        @for column in &table.columns {
                            table:table-cell table:style-name=(styles::HEAD_CELL) office:value-type="string" {
                                (paragraph_of(&styles::in_cell(Style::TableHead, column.holds), &words(&column.title)))
                            }
                        }
                    }
                }
                @for (number, row) in (1..).zip(&table.rows) {
                    table:table-row table:style-name=(row_style) { (self.cells(table, row, number == table.rows.len())) }
                }
            }
        }
    }

    fn cells(&self, table: &Table, row: &Row, is_last: bool) -> Markup {
        html! {
            @for (cell, column) in row.cells.iter().zip(&table.columns) {
                @let shade = match cell.drawing { Some(Drawing::Shade(band)) => Some(band), _ => None };
                table:table-cell table:style-name=(Cell { total: row.total, is_last, shade }.name()) office:value-type="string" {
                    @let text = if column.holds == Holds::Name && !row.total {
                        self.asked_words(&cell.text)
                    } else {
                        words(&cell.text)
                    };
                    @let text = if (row.total || row.marked) && !cell.text.is_empty() { strong(&text) } else { text };
                    (paragraph_of(
                        &styles::in_cell(Style::TableText, column.holds),
                        &html! { (text) (behind(cell.about.as_ref())) },
                    ))
                }
            }
        }
    }

    /// The columns of a table, so wide in twentieths of a point.
    pub(super) fn columns(&mut self, widths: &[usize]) -> Markup {
        self.widths.extend(widths);
        html! { @for width in widths { table:table-column table:style-name=(styles::of_width(*width)) {} } }
    }

    /// A name for the next table.
    pub(super) fn table_name(&mut self) -> String {
        self.tables += 1;
        format!("Table {}", self.tables)
    }
}

/// What a cell's rules and ground depend on.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    /// Whether it is about all of the rows above it.
    pub total: bool,
    /// Whether it is in the table's last row.
    pub is_last: bool,
    pub shade: Option<Band>,
}

impl Cell {
    /// All that there can be.
    pub fn all() -> impl Iterator<Item = Cell> {
        let shades = [None, Some(Band::DiscussFirst), Some(Band::Discuss), Some(Band::Strong)];
        shades.into_iter().flat_map(|shade| {
            [(false, false), (false, true), (true, false), (true, true)].map(|(total, is_last)| Cell {
                total,
                is_last,
                shade,
            })
        })
    }

    /// The name of its style.
    pub fn name(self) -> String {
        let shade = match self.shade {
            None => "",
            Some(Band::DiscussFirst) => ".first",
            Some(Band::Discuss) => ".talk",
            Some(Band::Strong) => ".strong",
        };
        let total = if self.total { ".total" } else { "" };
        let last = if self.is_last { ".last" } else { "" };
        format!("Cell{shade}{total}{last}")
    }
}
