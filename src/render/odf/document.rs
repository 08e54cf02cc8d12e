//! A page as an `OpenDocument` text.

mod picture;
mod styles;
mod table;

use std::collections::BTreeSet;

use maud::{Markup, html};

use self::styles::{BULLETS, LINK, STEPS, STRONG};
use super::{Package, words};
use crate::{
    drawing,
    page::{Block, FillIn, Item, Level, Page, Quote, TickQuestion},
    render::office::{Foreign, Style, foreign, is_safe, unbroken},
};

/// A page as a document that can be edited. Drawings beside texts are left out: the texts say what they show.
///
/// # Panics
/// When memory is short.
pub fn page(page: &Page) -> Vec<u8> {
    let mut text = Text::new(page);
    // What a page of questions is called, and its parts, comes from the questionnaire.
    let title = in_language(foreign(page).filter(|_| page.asks()), &page.title);
    let body: Vec<Markup> = page
        .blocks
        .iter()
        .enumerate()
        .map(|(number, block)| text.block(block, page.blocks.get(number + 1)))
        .collect();
    let content = html! {
        office:automatic-styles { (styles::of_this_text(&text.widths)) }
        office:body { office:text {
            (paragraph(Style::Title, &title))
            @for block in &body { (block) }
        } }
    };
    let package = Package {
        kind: "text",
        title: &page.title,
        lang: page.lang,
        content,
        styles: styles::styles(page),
        settings: None,
        pictures: text.pictures,
    };
    package.finished()
}

/// A text on the way.
struct Text<'p> {
    page: &'p Page,
    pictures: Vec<Vec<u8>>,
    tables: usize,
    /// The widths that columns have so far, in twentieths of a point.
    widths: BTreeSet<usize>,
}

impl<'p> Text<'p> {
    fn new(page: &'p Page) -> Text<'p> {
        Text {
            page,
            pictures: Vec::new(),
            tables: 0,
            widths: BTreeSet::new(),
        }
    }

    /// A block, and what follows it.
    fn block(&mut self, block: &Block, next: Option<&Block>) -> Markup {
        let is_sheet = self.page.is_sheet();
        // On a page to write on, what introduces something stays with it; and so it does before lines to type.
        let kept = is_sheet && !matches!(next, None | Some(Block::Heading(Level::Section, _)))
            || matches!(next, Some(Block::Code(_)));
        // The parts of a page of questions are called what the questionnaire's are.
        let of_asked = foreign(self.page).filter(|_| self.page.asks());
        match block {
            Block::Heading(Level::Section, text) => heading(Style::Heading1, of_asked, text),
            Block::Heading(Level::Part, text) => heading(Style::Heading2, of_asked, text),
            Block::Heading(Level::Element, text) => heading(Style::Heading2, foreign(self.page), text),
            Block::Text(text) => kept_paragraph(Style::Normal, &words(text), kept),
            // With a table it explains that table: heading and all, it goes along to its page.
            Block::Small(text) => kept_paragraph(Style::Small, &words(text), matches!(next, Some(Block::Table(_)))),
            Block::Table(content) => self.table(content),
            Block::List(items) => self.list(items, Style::Bullet),
            // Neither the last step nor where it comes from stands alone on a page.
            Block::Steps(steps) => steps_of(steps, kept),
            Block::Code(lines) => paragraph(Style::Code, &words(&lines.join("\n"))),
            Block::Quote(quote) => self.quote(quote),
            Block::FillIn(line) => fill_in(line),
            Block::Radar(radar) => html! { @if let Some(png) = drawing::PNG { (self.radar(radar, png)) } },
            Block::LineCharts(charts) => match drawing::PNG {
                Some(png) => self.in_columns(charts, png),
                None => self.in_words(charts),
            },
            Block::Spreads(charts, legend) => match drawing::PNG {
                Some(png) => self.below_each_other(charts, legend, png),
                None => self.in_words(charts),
            },
            Block::Dots(charts, legend) => match drawing::PNG {
                Some(png) => self.below_each_other(charts, legend, png),
                None => self.in_words(charts),
            },
            Block::TickQuestion(question) => self.asked(question),
        }
    }

    /// What a team was asked or wrote, in its language.
    fn asked_words(&self, text: &str) -> Markup {
        in_language(foreign(self.page), text)
    }

    /// Charts as a list of what they show.
    fn in_words<'c, C>(&self, charts: &'c [C]) -> Markup
    where
        Item: From<&'c C>,
    {
        let items: Vec<Item> = charts.iter().map(Item::from).collect();
        self.list(&items, Style::Bullet)
    }

    /// Items with what stands below them, on the same page where it fits.
    fn list(&self, items: &[Item], style: Style) -> Markup {
        html! {
            text:list text:style-name=[(style == Style::Bullet).then_some(BULLETS)] {
                @for item in items {
                    text:list-item {
                        (kept_paragraph(style, &self.item(item), !item.lines.is_empty() || !item.items.is_empty()))
                        @if !item.lines.is_empty() {
                            (paragraph(Style::Continued, &self.asked_words(&item.lines.join("\n"))))
                        }
                        @if !item.items.is_empty() { (self.list(&item.items, Style::Bullet2)) }
                    }
                }
            }
        }
    }

    fn item(&self, item: &Item) -> Markup {
        let text = self.asked_words(&item.text);
        html! {
            @match &item.url {
                _ if item.strong => (strong(&text)),
                Some(url) if is_safe(url) => text:a xlink:type="simple" xlink:href=(url) text:style-name=(LINK) text:visited-style-name=(LINK) { (text) },
                _ => (text),
            }
            (behind(item.about.as_ref().or(item.url.as_ref())))
        }
    }

    /// A quotation in its own language, and below it whose it is.
    fn quote(&self, quote: &Quote) -> Markup {
        html! {
            (paragraph(Style::Quote, &in_language(Some(quote.lang).filter(|own| *own != self.page.lang), &quote.text)))
            (paragraph(Style::Small, &words(&quote.by)))
        }
    }

    /// A question with boxes to tick, and a line to write on; all on one page.
    fn asked(&self, asked: &TickQuestion) -> Markup {
        let points = asked.points.iter().map(|point| self.asked_words(&bound(point)));
        let answers: Vec<Markup> = points
            .chain(asked.others.iter().map(|other| words(&bound(other))))
            .collect();
        let number = strong(&html! { (asked.number) "." });
        html! {
            (paragraph(Style::Question, &html! { (number) text:tab {} (self.asked_words(&asked.text)) }))
            @if let Some(scored) = &asked.scored { (paragraph(Style::Answers, &self.asked_words(scored))) }
            (paragraph(Style::Answers, &html! {
                @for (number, answer) in answers.iter().enumerate() {
                    @if number > 0 { "\u{2003} " }
                    (styles::tick_box()) (answer)
                }
            }))
            (paragraph(Style::Note, &html! { (words(&format!("{} ", asked.note))) text:tab {} }))
        }
    }
}

/// An answer that stays on its line, behind its box, where that is long enough.
fn bound(answer: &str) -> String {
    format!("\u{a0}{}", answer.replace(' ', "\u{a0}"))
}

/// A heading in another language than the page's or not.
fn heading(style: Style, lang: Foreign, text: &str) -> Markup {
    html! {
        text:h text:style-name=(style.in_odf()) text:outline-level=[style.outline()] { (in_language(lang, text)) }
    }
}

fn paragraph(style: Style, inside: &Markup) -> Markup {
    kept_paragraph(style, inside, false)
}

/// A paragraph on the same page as what follows, or not.
fn kept_paragraph(style: Style, inside: &Markup, kept: bool) -> Markup {
    if kept {
        paragraph_of(&style.kept(), inside)
    } else {
        paragraph_of(style.in_odf(), inside)
    }
}

fn paragraph_of(style: &str, inside: &Markup) -> Markup {
    html! { text:p text:style-name=(style) { (inside) } }
}

fn strong(inside: &Markup) -> Markup {
    html! { text:span text:style-name=(STRONG) { (inside) } }
}

/// A text, in another language than the page's or not.
fn in_language(lang: Foreign, text: &str) -> Markup {
    html! {
        @match lang {
            Some(lang) => text:span text:style-name=(styles::of_language(lang)) { (words(text)) },
            None => (words(text)),
        }
    }
}

/// What is said about a text, behind it.
fn behind(about: Option<&String>) -> Markup {
    html! { @if let Some(about) = about { (words(&format!(" ({})", unbroken(about)))) } }
}

/// Steps with their times; the last ones on the same page as what follows, or not.
fn steps_of(steps: &[Item], kept: bool) -> Markup {
    html! {
        text:list text:style-name=(STEPS) {
            @for (number, step) in steps.iter().enumerate() {
                text:list-item {
                    (kept_paragraph(
                        Style::Number,
                        &html! { (words(&step.text)) (behind(step.about.as_ref())) },
                        kept && number + 2 >= steps.len(),
                    ))
                }
            }
        }
    }
}

/// A label with what was filled in, or with lines that a tab stop draws.
fn fill_in(line: &FillIn) -> Markup {
    let label = strong(&words(&format!("{}: ", line.label)));
    let line_to_write_on = html! { text:tab {} };
    html! {
        @if let Some(text) = &line.filled {
            (paragraph(Style::FillIn, &html! { (label) (words(text)) }))
        } @else {
            (paragraph(Style::FillIn, &html! { (label) (line_to_write_on) }))
            @for _ in 1..line.lines { (paragraph(Style::FillIn, &line_to_write_on)) }
        }
    }
}
