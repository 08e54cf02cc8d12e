//! A page as a Word document: `WordprocessingML`, part by part.
//!
//! It is written here and not by a crate, because what makes a document good to edit and to read aloud is what the known
//! crate has no words for: a head that is repeated on each page, the language, the title, a picture's text, and styles in
//! the order of the schema. `maud` writes the elements and escapes every text. There is no clock and no chance in it: the
//! same page gives the same bytes.

mod package;
mod picture;
mod styles;
mod table;
mod typefaces;

use maud::{Markup, html};

use self::{package::Package, styles::Style};
use crate::{
    drawing,
    lang::Lang,
    page::{Block, FillIn, Item, Level, Page, Quote, TickQuestion},
};

/// What `w:` stands for.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// What `r:` stands for.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What `wp:` and `a:` stand for.
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const GRAPHIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// A4, and its margins beside and above the text, in twentieths of a point.
const PAPER: (usize, usize) = (11_906, 16_838);
const MARGINS: (usize, usize) = (1_247, 1_134);
/// Above and below the text of a page to write on, which should be two sheets at most.
const SHEET_MARGIN: usize = 720;

/// The width of the text.
const WIDTH: usize = PAPER.0 - 2 * MARGINS.0;

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
        // On a page to write on, what introduces something stays with it; and so it does before lines to type.
        let kept = is_sheet && !matches!(next, None | Some(Block::Heading(Level::Section, _)))
            || matches!(next, Some(Block::Code(_)));
        match block {
            Block::Heading(Level::Section, text) => body.push(paragraph(Style::Heading1, text)),
            Block::Heading(Level::Part, text) => body.push(paragraph(Style::Heading2, text)),
            Block::Text(text) => body.push(kept_paragraph(Style::Normal, text, kept)),
            Block::Small(text) => {
                // With a table it explains that table: heading and all, it goes along to its page.
                let kept = matches!(next, Some(Block::Table(_)));
                body.push(kept_paragraph(Style::Small, text, kept));
            }
            Block::Table(content) => {
                body.push(table::table(page, content));
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
            Block::Code(lines) => body.push(code(lines)),
            Block::Quote(quote) => body.push(self::quote(quote, page.lang)),
            Block::FillIn(line) => body.push(fill_in(line)),
            Block::Radar(radar) => body.extend(drawing::PNG.map(|png| picture::radar(radar, &mut package, png))),
            Block::LineCharts(charts) => match drawing::PNG {
                Some(png) => body.push(picture::side_by_side(charts, &mut package, png)),
                None => body.extend(charts.iter().map(|chart| item(&chart.into(), Style::Bullet))),
            },
            Block::Spreads(charts, legend) => match drawing::PNG {
                Some(png) => {
                    body.push(picture::below_each_other(charts, &mut package, png));
                    body.push(paragraph(Style::Small, legend));
                }
                None => body.extend(charts.iter().map(|chart| item(&chart.into(), Style::Bullet))),
            },
            Block::Dots(charts, legend) => match drawing::PNG {
                Some(png) => {
                    body.push(picture::below_each_other(charts, &mut package, png));
                    body.push(paragraph(Style::Small, legend));
                }
                None => body.extend(charts.iter().map(|chart| item(&chart.into(), Style::Bullet))),
            },
            Block::TickQuestion(question) => body.push(asked(question)),
        }
    }
    let margin = if is_sheet { SHEET_MARGIN } else { MARGINS.1 };
    let document = html! {
        w:document xmlns:w=(MAIN) xmlns:r=(RELATIONS) xmlns:wp=(DRAWING) xmlns:a=(GRAPHIC) xmlns:pic=(picture::NAMESPACE) {
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

/// Lines with a break between them.
fn broken_run(lines: &[String]) -> Markup {
    html! {
        w:r {
            @for (number, line) in lines.iter().enumerate() {
                @if number > 0 { w:br {} }
                w:t xml:space="preserve" { (line) }
            }
        }
    }
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
                (broken_run(&item.lines))
            }
        }
        @for below in &item.items { (self::item(below, Style::Bullet2)) }
    }
}

/// Lines to type, together on a page.
fn code(lines: &[String]) -> Markup {
    html! { w:p { w:pPr { (Style::Code.named()) } (broken_run(lines)) } }
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

/// A question with boxes to tick, and a line to write on; all on one page.
fn asked(asked: &TickQuestion) -> Markup {
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
