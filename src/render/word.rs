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

use self::package::Package;
use crate::{
    drawing,
    lang::Lang,
    page::{Block, FillIn, Item, Level, Page, Quote, TickQuestion},
    render::office::{BETWEEN, Foreign, MARGINS, PAPER, SHEET_MARGIN, Style, foreign, locale, unbroken},
};

/// What `w:` stands for.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// What `r:` stands for.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What `wp:` and `a:` stand for.
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const GRAPHIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// A page as a document that can be edited. Drawings beside texts are left out: the texts say what they show.
///
/// # Panics
/// When memory is short.
pub fn page(page: &Page) -> Vec<u8> {
    let mut package = Package::new(page);
    let is_sheet = page.is_sheet();
    let margin = if is_sheet { SHEET_MARGIN } else { MARGINS.1 };
    let foreign = foreign(page);
    // What a page of questions is called, and its parts, comes from the questionnaire.
    let heading = |style: Style, text: &str| paragraph_in(foreign.filter(|_| page.asks()), style, text);
    let mut body = vec![heading(Style::Title, &page.title)];
    for (number, block) in page.blocks.iter().enumerate() {
        let next = page.blocks.get(number + 1);
        // On a page to write on, what introduces something stays with it; and so it does before lines to type.
        let kept = is_sheet && !matches!(next, None | Some(Block::Heading(Level::Section, _)))
            || matches!(next, Some(Block::Code(_)));
        match block {
            // The charts behind it stand in two columns: a table of them would have no head to read aloud.
            Block::Heading(Level::Section, text) if matches!(next, Some(Block::LineCharts(_))) => body.push(html! {
                w:p { w:pPr { (Style::Heading1.named()) (section(1, margin)) } (run(text, false)) }
            }),
            Block::Heading(Level::Section, text) => body.push(heading(Style::Heading1, text)),
            Block::Heading(Level::Part, text) => body.push(heading(Style::Heading2, text)),
            Block::Heading(Level::Element, text) => body.push(paragraph_in(foreign, Style::Heading2, text)),
            Block::Text(text) => body.push(kept_paragraph(Style::Normal, text, kept)),
            Block::Small(text) => {
                // With a table it explains that table: heading and all, it goes along to its page.
                let kept = matches!(next, Some(Block::Table(_)));
                body.push(kept_paragraph(Style::Small, text, kept));
            }
            Block::Table(content) => {
                body.push(table::table(page, content));
                if matches!(
                    next,
                    None | Some(Block::Table(_) | Block::Spreads(..) | Block::Dots(..))
                ) {
                    // Two tables without a paragraph between them are one to Word, and after the last it wants one.
                    body.push(paragraph(Style::Normal, ""));
                }
            }
            Block::List(items) => {
                body.extend(
                    items
                        .iter()
                        .map(|item| self::item(item, Style::Bullet, foreign, &mut package)),
                );
            }
            Block::Steps(steps) => {
                // Neither the last step nor where it comes from stands alone on a page.
                let is_late = |number: usize| number + 2 >= steps.len();
                let list = package.steps();
                let steps = steps.iter().enumerate();
                body.extend(steps.map(|(number, step)| self::step(step, &list, kept && is_late(number))));
            }
            Block::Code(lines) => body.push(code(lines)),
            Block::Quote(quote) => body.push(self::quote(quote, page.lang)),
            Block::FillIn(line) => body.push(fill_in(line)),
            Block::Radar(radar) => body.extend(drawing::PNG.map(|png| picture::radar(radar, &mut package, png))),
            Block::LineCharts(charts) => match drawing::PNG {
                Some(png) => body.push(picture::in_columns(charts, &mut package, png, &section(2, margin))),
                None => body.extend(
                    charts
                        .iter()
                        .map(|chart| item(&chart.into(), Style::Bullet, foreign, &mut package)),
                ),
            },
            Block::Spreads(charts, legend) => match drawing::PNG {
                Some(png) => {
                    body.push(picture::below_each_other(charts, &mut package, png));
                    body.push(paragraph(Style::Small, legend));
                }
                None => body.extend(
                    charts
                        .iter()
                        .map(|chart| item(&chart.into(), Style::Bullet, foreign, &mut package)),
                ),
            },
            Block::Dots(charts, legend) => match drawing::PNG {
                Some(png) => {
                    body.push(picture::below_each_other(charts, &mut package, png));
                    body.push(paragraph(Style::Small, legend));
                }
                None => body.extend(
                    charts
                        .iter()
                        .map(|chart| item(&chart.into(), Style::Bullet, foreign, &mut package)),
                ),
            },
            Block::TickQuestion(question) => body.push(asked(question, foreign)),
        }
    }
    let document = html! {
        w:document xmlns:w=(MAIN) xmlns:r=(RELATIONS) xmlns:wp=(DRAWING) xmlns:a=(GRAPHIC) xmlns:pic=(picture::NAMESPACE) {
            w:body {
                @for block in &body { (block) }
                (section(1, margin))
            }
        }
    };
    package.finished(&document)
}

/// How what ends here is printed: in so many columns, with so much room above and below it.
fn section(columns: usize, margin: usize) -> Markup {
    html! {
        w:sectPr {
            w:footerReference w:type="default" r:id=(package::FOOTER) {}
            w:type w:val="continuous" {}
            w:pgSz w:w=(PAPER.0) w:h=(PAPER.1) {}
            w:pgMar w:top=(margin) w:right=(MARGINS.0) w:bottom=(margin) w:left=(MARGINS.0)
                w:header="624" w:footer=(margin * 11 / 20) w:gutter="0" {}
            w:cols w:num=(columns) w:space=(BETWEEN) {}
        }
    }
}

/// A paragraph of one text.
fn paragraph(style: Style, text: &str) -> Markup {
    kept_paragraph(style, text, false)
}

/// The same in a language.
fn paragraph_in(lang: Foreign, style: Style, text: &str) -> Markup {
    html! { w:p { w:pPr { (style.named()) } (run_in(lang, text, false)) } }
}

/// The same, on the same page as what follows or not.
fn kept_paragraph(style: Style, text: &str, kept: bool) -> Markup {
    html! { w:p { w:pPr { (style.named()) @if kept { w:keepNext {} } } @if !text.is_empty() { (run(text, false)) } } }
}

/// A text with its white space, in bold or not.
fn run(text: &str, bold: bool) -> Markup {
    run_in(None, text, bold)
}

/// The same in a language.
fn run_in(lang: Foreign, text: &str, bold: bool) -> Markup {
    html! {
        w:r {
            @if bold || lang.is_some() {
                w:rPr { @if bold { w:b {} w:bCs {} } @if let Some(lang) = lang { w:lang w:val=(locale(lang)) {} } }
            }
            w:t xml:space="preserve" { (text) }
        }
    }
}

/// Lines with a break between them, in a language.
fn broken_run(lines: &[String], lang: Foreign) -> Markup {
    html! {
        w:r {
            @if let Some(lang) = lang { w:rPr { w:lang w:val=(locale(lang)) {} } }
            @for (number, line) in lines.iter().enumerate() {
                @if number > 0 { w:br {} }
                w:t xml:space="preserve" { (line) }
            }
        }
    }
}

/// A text in a language, in bold or not, with what is said about it behind it.
fn with_about(lang: Foreign, text: &str, bold: bool, about: Option<&String>) -> Markup {
    html! {
        @if !text.is_empty() { (run_in(lang, text, bold)) }
        @if let Some(about) = about { (run(&format!(" ({})", unbroken(about)), false)) }
    }
}

/// An item with what stands below it, on the same page where it fits.
fn item(item: &Item, style: Style, foreign: Foreign, package: &mut Package<'_>) -> Markup {
    let leads = !item.lines.is_empty() || !item.items.is_empty();
    let link = item.url.as_ref().and_then(|url| Some((package.link(url)?, url)));
    let below = item
        .items
        .iter()
        .map(|below| self::item(below, Style::Bullet2, foreign, package));
    let below: Vec<Markup> = below.collect();
    html! {
        w:p {
            w:pPr { (style.named()) @if leads { w:keepNext {} } }
            @match link {
                // On paper the address is read, and not followed.
                Some((relation, url)) => w:hyperlink r:id=(relation) w:history="1" {
                    w:r {
                        w:rPr {
                            w:rStyle w:val=(styles::LINK) {}
                            @if let Some(lang) = foreign { w:lang w:val=(locale(lang)) {} }
                        }
                        w:t { (item.text) }
                    }
                    (run(&format!(" ({url})"), false))
                },
                None => (with_about(foreign, &item.text, item.strong, item.about.as_ref().or(item.url.as_ref()))),
            }
        }
        @if !item.lines.is_empty() {
            w:p {
                w:pPr { (Style::Continued.named()) }
                (broken_run(&item.lines, foreign))
            }
        }
        @for below in &below { (below) }
    }
}

/// Lines to type, together on a page.
fn code(lines: &[String]) -> Markup {
    html! { w:p { w:pPr { (Style::Code.named()) } (broken_run(lines, None)) } }
}

/// A step of a list with its time, on the same page as the next one or not.
fn step(step: &Item, list: &str, kept: bool) -> Markup {
    html! {
        w:p {
            w:pPr { (Style::Number.named()) @if kept { w:keepNext {} } w:numPr { w:ilvl w:val="0" {} w:numId w:val=(list) {} } }
            (with_about(None, &step.text, false, step.about.as_ref()))
        }
    }
}

/// A quotation in its own language, and below it whose it is.
fn quote(quote: &Quote, lang: Lang) -> Markup {
    html! {
        (paragraph_in(Some(quote.lang).filter(|own| *own != lang), Style::Quote, &quote.text))
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
fn asked(asked: &TickQuestion, foreign: Foreign) -> Markup {
    let points = asked.points.iter().map(|point| (point, foreign));
    let answers = points.chain(asked.others.iter().map(|other| (other, None)));
    html! {
        w:p {
            w:pPr { (Style::Question.named()) }
            (run(&format!("{}.", asked.number), true))
            w:r { w:tab {} }
            (run_in(foreign, &asked.text, false))
        }
        @if let Some(scored) = &asked.scored { (paragraph_in(foreign, Style::Answers, scored)) }
        w:p {
            w:pPr { (Style::Answers.named()) }
            @for (number, (answer, lang)) in answers.enumerate() {
                @if number > 0 { (run("\u{2003} ", false)) }
                (styles::tick_box())
                // An answer stays on its line, where that is long enough.
                (run_in(lang, &format!("\u{a0}{}", answer.replace(' ', "\u{a0}")), false))
            }
        }
        w:p { w:pPr { (Style::Note.named()) } (run(&format!("{} ", asked.note), false)) w:r { w:tab {} } }
    }
}
