//! A report as a page: its headings, texts, tables, lists and charts in their order.
//!
//! What stands on the page, where, and under which words is decided here, once; the renderers of Markdown, HTML, Word
//! and `OpenDocument` only give each block their form. Every text is safe to show and not yet escaped.

mod agenda;
mod block;
mod gap;
mod guide;
mod meeting;
mod overview;
mod questions;
mod trend;

pub use self::block::{Block, Cell, Column, Drawing, FillIn, Holds, Item, Level, Quote, Row, Table, TickQuestion};
use self::meeting::{divided_items, talk_items};
use crate::{
    lang::Lang,
    report::{
        AgreementLine,
        changes::{ChangeLine, with_scope},
    },
};

/// A page, from the top.
#[derive(Clone, Debug)]
pub struct Page {
    /// The language of the sentences.
    pub lang: Lang,
    /// The language of the questions and, as far as one can tell, of what the team wrote.
    pub asked_in: Lang,
    /// What the document is called, without markup: its heading, and its name in a window.
    pub title: String,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

impl Page {
    /// A page with a title and no blocks yet.
    pub fn new(lang: Lang, asked_in: Lang, title: String) -> Page {
        Page {
            lang,
            asked_in,
            title,
            blocks: Vec::new(),
        }
    }

    /// Whether it is one to print and to write on, and not only to read.
    pub(crate) fn is_sheet(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block, Block::FillIn(_) | Block::TickQuestion(_)))
    }

    /// Whether it asks questions to answer on paper, many of which are to fit on a page.
    pub fn asks(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::TickQuestion(_)))
    }

    /// Its sections, each by the place of its heading among the blocks, and its title.
    pub fn sections(&self) -> Vec<(usize, &str)> {
        let sections = self.blocks.iter().enumerate().filter_map(|(place, block)| match block {
            Block::Heading(Level::Section, title) => Some((place, title.as_str())),
            _ => None,
        });
        sections.collect()
    }

    fn heading(&mut self, level: Level, text: String) {
        self.blocks.push(Block::Heading(level, text));
    }

    fn text(&mut self, text: String) {
        self.blocks.push(Block::Text(text));
    }

    fn texts(&mut self, texts: impl IntoIterator<Item = String>) {
        self.blocks.extend(texts.into_iter().map(Block::Text));
    }

    fn fill_in(&mut self, label: String) {
        self.blocks.push(Block::FillIn(FillIn {
            label,
            filled: None,
            lines: 1,
        }));
    }

    fn table(&mut self, columns: impl IntoIterator<Item = (String, Holds)>, rows: impl IntoIterator<Item = Row>) {
        let columns = columns.into_iter().map(|(title, holds)| Column { title, holds });
        self.blocks.push(Block::Table(Table {
            columns: columns.collect(),
            rows: rows.into_iter().collect(),
        }));
    }

    /// How the numbers came about, and where the questions come from: the small print at the end.
    fn method(&mut self, method: &[String], source: Option<&String>) {
        self.heading(Level::Section, self.lang.how_heading());
        let source = source.map(|source| self.lang.source_line(source));
        let lines = method.iter().cloned().chain(source);
        self.blocks.extend(lines.map(Block::Small));
    }

    fn agreements(&mut self, agreements: &[AgreementLine]) {
        if agreements.is_empty() {
            return;
        }
        self.heading(Level::Section, self.lang.agreements_heading());
        let items = agreements.iter().map(|agreement| agreement_item(agreement, self.lang));
        self.blocks.push(Block::List(items.collect()));
    }
}

/// The columns of then and now, which say over which questions their numbers are, where that isn't all of them.
fn change_columns(first: String, scope: Option<&str>, lang: Lang) -> [(String, Holds); 5] {
    [
        (first, Holds::Name),
        (with_scope(lang.then_heading(), scope), Holds::Numbers),
        (with_scope(lang.now_heading(), scope), Holds::Numbers),
        (lang.difference_column(), Holds::Numbers),
        (lang.remark_column(), Holds::Words),
    ]
}

fn agreement_item(agreement: &AgreementLine, lang: Lang) -> Item {
    Item {
        text: agreement.what.clone(),
        strong: true,
        about: Some(agreement.about(lang).join("; ")),
        lines: agreement.note.clone(),
        ..Item::default()
    }
}

fn change_row(line: &ChangeLine) -> Row {
    let words: Vec<&str> = [&line.verdict]
        .into_iter()
        .chain(&line.remarks)
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect();
    Row {
        cells: [
            &line.title,
            &line.before.text,
            &line.after.text,
            line.signed().as_str(),
            &words.join(", "),
        ]
        .map(Cell::from)
        .into(),
        total: false,
        marked: !line.arrow.is_empty(),
    }
}
