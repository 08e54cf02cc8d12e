//! A page as a Word document: `WordprocessingML`, part by part.
//!
//! It is written here and not by a crate, because what makes a document good to edit and to read aloud is what the known
//! crate has no words for: a head that is repeated on each page, the language, the title, a picture's text, and styles in
//! the order of the schema. `maud` writes the elements and escapes every text. There is no clock and no chance in it: the
//! same page gives the same bytes.

mod package;
mod styles;

use maud::{Markup, html};

use self::{
    package::{Package, Picture},
    styles::Style,
};
use crate::{
    drawing::{self, colours::RULE, line_chart::LineChart},
    lang::Lang,
    page::{Asked, Block, Column, FillIn, Holds, Item, Level, Page, Quote, Row, Table, in_words},
    text::width,
};

/// What `w:` stands for.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// What `r:` stands for.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What `wp:`, `a:` and `pic:` stand for.
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const GRAPHIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// A4, and its margins beside and above the text, in twentieths of a point.
const PAPER: (usize, usize) = (11_906, 16_838);
const MARGINS: (usize, usize) = (1_247, 1_134);
/// Above and below the text of a page to write on, which should be two sheets at most.
const SHEET_MARGIN: usize = 720;

/// The width of the text.
const WIDTH: usize = PAPER.0 - 2 * MARGINS.0;

/// The width of a column of numbers.
const NUMBERS: usize = 1_150;

/// Columns of text get room by their longest cell, but for no fewer characters than these, and for no more: what a row is
/// about, and other words.
const LEAST: usize = 14;
const MOST: (usize, usize) = (60, 40);

/// Room to write: beside the weight of other columns, and high, in twentieths of a point.
const ROOM: (usize, usize) = (15, 480);

/// The width of a picture, in English Metric Units: 13 cm, and where two stand beside each other.
const PICTURE_WIDTH: u64 = 13 * 360_000;
const HALF_WIDTH: u64 = 8 * 360_000;

/// A page as a document that can be edited. Drawings beside texts are left out: the texts say what they show.
///
/// # Panics
/// When memory is short.
pub fn page(page: &Page) -> Vec<u8> {
    let mut package = Package::new(page);
    let is_sheet = page.is_sheet();
    let mut body = vec![paragraph(Style::Title, &page.title)];
    for (number, block) in page.blocks.iter().enumerate() {
        let next = page.blocks.get(number + 1);
        // On a page to write on, what introduces something stays with it.
        let kept = is_sheet && !matches!(next, None | Some(Block::Heading(Level::Section, _)));
        match block {
            Block::Heading(Level::Section, text) => body.push(paragraph(Style::Heading1, text)),
            Block::Heading(Level::Part, text) => body.push(paragraph(Style::Heading2, text)),
            Block::Text(text) => body.push(kept_paragraph(Style::Normal, text, kept)),
            Block::Small(text) => body.push(paragraph(Style::Small, text)),
            Block::Table(content) => {
                body.push(table(page, content));
                if matches!(next, None | Some(Block::Table(_))) {
                    // Two tables without a paragraph between them are one to Word, and after the last it wants one.
                    body.push(paragraph(Style::Normal, ""));
                }
            }
            Block::List(items) => body.extend(items.iter().map(|item| self::item(item, Style::Bullet))),
            Block::Steps(steps) => {
                // Neither the last step nor where it comes from stands alone on a page.
                let is_late = |number: usize| number + 2 >= steps.len();
                let steps = steps.iter().enumerate();
                body.extend(steps.map(|(number, step)| self::step(step, kept && is_late(number))));
            }
            Block::Quote(quote) => body.push(self::quote(quote, page.lang)),
            Block::FillIn(line) => body.push(fill_in(line)),
            Block::Radar(radar) => body.extend(drawing::PNG.map(|png| {
                let picture = package.picture(png(radar.untitled()));
                let picture = inline(&picture, ("Radar", PICTURE_WIDTH), &radar.title, &radar.description());
                html! { w:p { w:pPr { (Style::Figure.named()) } (picture) } }
            })),
            Block::LineCharts(charts) => match drawing::PNG {
                Some(png) => body.push(side_by_side(charts, &mut package, png)),
                None => body.extend(charts.iter().map(|chart| item(&in_words(chart), Style::Bullet))),
            },
            Block::Asked(question) => body.push(asked(question)),
        }
    }
    let margin = if is_sheet { SHEET_MARGIN } else { MARGINS.1 };
    let document = html! {
        w:document xmlns:w=(MAIN) xmlns:r=(RELATIONS) xmlns:wp=(DRAWING) xmlns:a=(GRAPHIC) xmlns:pic=(PICTURE) {
            w:body {
                @for block in &body { (block) }
                w:sectPr {
                    w:footerReference w:type="default" r:id=(package::FOOTER) {}
                    w:pgSz w:w=(PAPER.0) w:h=(PAPER.1) {}
                    w:pgMar w:top=(margin) w:right=(MARGINS.0) w:bottom=(margin) w:left=(MARGINS.0)
                        w:header="624" w:footer=(if is_sheet { 400 } else { 624 }) w:gutter="0" {}
                }
            }
        }
    };
    package.finished(&document)
}

/// A paragraph of one text.
fn paragraph(style: Style, text: &str) -> Markup {
    kept_paragraph(style, text, false)
}

/// The same, on the same page as what follows or not.
fn kept_paragraph(style: Style, text: &str, kept: bool) -> Markup {
    html! { w:p { w:pPr { (style.named()) @if kept { w:keepNext {} } } @if !text.is_empty() { (run(text, false)) } } }
}

/// A text with its white space, in bold or not.
fn run(text: &str, bold: bool) -> Markup {
    html! { w:r { @if bold { w:rPr { w:b {} w:bCs {} } } w:t xml:space="preserve" { (text) } } }
}

/// A text, in bold or not, with what is said about it behind it.
fn with_about(text: &str, bold: bool, about: Option<&String>) -> Markup {
    html! {
        @if !text.is_empty() { (run(text, bold)) }
        @if let Some(about) = about { (run(&format!(" ({about})"), false)) }
    }
}

/// An item with what stands below it, on the same page where it fits.
fn item(item: &Item, style: Style) -> Markup {
    let leads = !item.lines.is_empty() || !item.items.is_empty();
    html! {
        w:p {
            w:pPr { (style.named()) @if leads { w:keepNext {} } }
            (with_about(&item.text, item.strong, item.about.as_ref().or(item.url.as_ref())))
        }
        @if !item.lines.is_empty() {
            w:p {
                w:pPr { (Style::Continued.named()) }
                w:r {
                    @for (number, line) in item.lines.iter().enumerate() {
                        @if number > 0 { w:br {} }
                        w:t xml:space="preserve" { (line) }
                    }
                }
            }
        }
        @for below in &item.items { (self::item(below, Style::Bullet2)) }
    }
}

/// A step with its time, on the same page as the next one or not.
fn step(step: &Item, kept: bool) -> Markup {
    html! {
        w:p {
            w:pPr { (Style::Number.named()) @if kept { w:keepNext {} } }
            (with_about(&step.text, false, step.about.as_ref()))
        }
    }
}

/// A quotation in its own language, and below it whose it is.
fn quote(quote: &Quote, lang: Lang) -> Markup {
    html! {
        w:p {
            w:pPr { (Style::Quote.named()) }
            w:r {
                @if quote.lang != lang { w:rPr { w:lang w:val=(styles::locale(quote.lang)) {} } }
                w:t xml:space="preserve" { (quote.text) }
            }
        }
        (paragraph(Style::Small, &quote.by))
    }
}

/// A label with what was filled in, or with lines that a tab stop draws.
fn fill_in(line: &FillIn) -> Markup {
    let label = format!("{}: ", line.label);
    html! {
        @if let Some(text) = &line.filled {
            w:p { w:pPr { (Style::FillIn.named()) } (run(&label, true)) (run(text, false)) }
        } @else {
            w:p { w:pPr { (Style::FillIn.named()) } (run(&label, true)) w:r { w:tab {} } }
            @for _ in 1..line.lines { w:p { w:pPr { (Style::FillIn.named()) } w:r { w:tab {} } } }
        }
    }
}

fn table(page: &Page, table: &Table) -> Markup {
    let to_write_on = table.columns.iter().any(|column| column.holds == Holds::Room);
    let widths = widths(page, table);
    let cells = |row: &Row, style: Style| -> Markup {
        html! {
            @for ((cell, column), width) in row.cells.iter().zip(&table.columns).zip(&widths) {
                w:tc {
                    w:tcPr {
                        w:tcW w:w=(width) w:type="dxa" {}
                        @if row.total {
                            w:tcBorders { w:top w:val="single" w:sz="8" w:space="0" w:color=(styles::hex(RULE)) {} }
                        }
                    }
                    w:p {
                        w:pPr { (style.named()) @if column.holds == Holds::Numbers { w:jc w:val="right" {} } }
                        (with_about(&cell.text, row.total || row.marked, cell.about.as_ref()))
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
    html! {
        w:tbl {
            w:tblPr {
                w:tblStyle w:val=(styles::TABLE) {}
                w:tblW w:w=(WIDTH) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1" {}
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
    let weight = |(index, column): (usize, &Column)| {
        let cells = rows.iter().map(|row| &row.cells[index]);
        let cells = cells.map(|cell| width(&cell.text) + cell.about.as_ref().map_or(0, |about| width(about) + 3));
        let longest = cells.chain([width(&column.title)]).max().unwrap_or_default();
        match column.holds {
            Holds::Numbers => 0,
            Holds::Name => longest.clamp(LEAST, MOST.0),
            Holds::Words => longest.clamp(LEAST, MOST.1),
            // The first of several is for what the others are about.
            Holds::Room if index == 0 => 2 * ROOM.0,
            Holds::Room => ROOM.0,
        }
    };
    let weights: Vec<usize> = table.columns.iter().enumerate().map(weight).collect();
    let numbers = weights.iter().filter(|weight| **weight == 0).count();
    let left = WIDTH - numbers * NUMBERS;
    let all: usize = weights.iter().sum();
    weights
        .into_iter()
        .map(|weight| if weight == 0 { NUMBERS } else { left * weight / all })
        .collect()
}

fn same_head(one: &Table, other: &Table) -> bool {
    let titles = one.columns.iter().map(|column| &column.title);
    titles.eq(other.columns.iter().map(|column| &column.title))
}

/// How each element went, two beside each other, each below its title.
fn side_by_side(charts: &[LineChart], package: &mut Package<'_>, png: fn(String) -> Vec<u8>) -> Markup {
    let width = WIDTH / 2;
    let mut cell = |chart: &LineChart| {
        let picture = package.picture(png(chart.untitled()));
        html! {
            w:tc {
                w:tcPr { w:tcW w:w=(width) w:type="dxa" {} }
                w:p {
                    w:pPr { (Style::TableText.named()) }
                    (run(&chart.title, true))
                    @if let Some(verdict) = &chart.verdict { (run(&format!(" ({verdict})"), false)) }
                }
                w:p {
                    w:pPr { (Style::TableText.named()) }
                    (inline(&picture, ("Chart", HALF_WIDTH), &chart.title, &chart.description()))
                }
            }
        }
    };
    let rows: Vec<Markup> = charts
        .chunks(2)
        .map(|pair| {
            html! {
                w:tr {
                    w:trPr { w:cantSplit {} }
                    @for chart in pair { (cell(chart)) }
                    @if pair.len() == 1 { w:tc { w:tcPr { w:tcW w:w=(width) w:type="dxa" {} } (paragraph(Style::TableText, "")) } }
                }
            }
        })
        .collect();
    html! {
        w:tbl {
            w:tblPr {
                w:tblW w:w=(WIDTH) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblCellMar { w:left w:w="0" w:type="dxa" {} w:right w:w="170" w:type="dxa" {} }
            }
            w:tblGrid { w:gridCol w:w=(width) {} w:gridCol w:w=(width) {} }
            @for row in &rows { (row) }
        }
        // Whatever follows, a table among it, stands apart.
        (paragraph(Style::Small, ""))
    }
}

/// A question with boxes to tick, and a line to write on; all on one page.
fn asked(asked: &Asked) -> Markup {
    let answers = asked.points.iter().chain(&asked.others);
    html! {
        w:p {
            w:pPr { (Style::Question.named()) }
            (run(&format!("{}.", asked.number), true))
            w:r { w:tab {} }
            (run(&asked.text, false))
        }
        @if let Some(scored) = &asked.scored { (paragraph(Style::Answers, scored)) }
        w:p {
            w:pPr { (Style::Answers.named()) }
            @for (number, answer) in answers.enumerate() {
                @if number > 0 { (run("\u{2003} ", false)) }
                (styles::tick_box())
                // An answer stays on its line, where that is long enough.
                (run(&format!("\u{a0}{}", answer.replace(' ', "\u{a0}")), false))
            }
        }
        w:p { w:pPr { (Style::Note.named()) } (run(&format!("{} ", asked.note), false)) w:r { w:tab {} } }
    }
}

/// A picture of a kind, so wide in English Metric Units, with its text equivalent.
fn inline(picture: &Picture, (kind, width): (&str, u64), title: &str, description: &str) -> Markup {
    let height = width * picture.height / picture.width;
    let name = format!("{kind} {}", picture.number);
    html! {
        w:r { w:drawing {
            wp:inline distT="0" distB="0" distL="0" distR="0" {
                wp:extent cx=(width) cy=(height) {}
                wp:docPr id=(picture.number) name=(name) descr=(description) title=(title) {}
                wp:cNvGraphicFramePr { a:graphicFrameLocks noChangeAspect="1" {} }
                a:graphic { a:graphicData uri=(PICTURE) {
                    pic:pic {
                        pic:nvPicPr { pic:cNvPr id=(picture.number) name=(name) {} pic:cNvPicPr {} }
                        pic:blipFill { a:blip r:embed=(picture.relation) {} a:stretch { a:fillRect {} } }
                        pic:spPr {
                            a:xfrm { a:off x="0" y="0" {} a:ext cx=(width) cy=(height) {} }
                            a:prstGeom prst="rect" { a:avLst {} }
                        }
                    }
                } }
            }
        } }
    }
}
