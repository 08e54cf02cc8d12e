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
    /// Whether it tells how something is done, to read and to look things up in.
    pub is_guide: bool,
}

impl Page {
    /// A page with a title and no blocks yet.
    pub fn new(lang: Lang, asked_in: Lang, title: String) -> Page {
        Page {
            lang,
            asked_in,
            title,
            blocks: Vec::new(),
            is_guide: false,
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

    /// What was agreed, and below it what was said about how it stands.
    fn agreements(&mut self, agreements: &[AgreementLine]) {
        if agreements.is_empty() {
            return;
        }
        let lang = self.lang;
        self.heading(Level::Section, lang.agreements_heading());
        self.table(
            [
                (lang.agreement_column(), Holds::Name),
                (lang.element_column(), Holds::Words),
                (lang.agreement_who_column(), Holds::Words),
                (lang.agreement_due_column(), Holds::Words),
                (lang.agreement_state_column(), Holds::Words),
            ],
            agreements.iter().map(|agreement| agreement_row(agreement, lang)),
        );
        let noted = agreements.iter().filter(|agreement| !agreement.note.is_empty());
        let noted = noted.map(|agreement| Item {
            text: agreement.what.clone(),
            strong: true,
            lines: agreement.note.clone(),
            ..Item::default()
        });
        let noted: Vec<Item> = noted.collect();
        if !noted.is_empty() {
            self.blocks.push(Block::List(noted));
        }
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

/// An agreement's cells; one whose day has passed is marked.
fn agreement_row(agreement: &AgreementLine, lang: Lang) -> Row {
    // Named one by one: a field more doesn't compile until it has a cell, or none.
    let AgreementLine {
        element_id: _,
        element,
        what,
        who,
        due,
        due_day: _,
        state_kind: _,
        overdue,
        state,
        made_day: _,
        made,
        // Below the table.
        note: _,
    } = agreement;
    let state = Cell {
        about: made.as_ref().map(|made| lang.made_on(made)),
        ..state.as_str().into()
    };
    let [element, who, due] = [Some(element), who.as_ref(), due.as_ref()].map(|text| text.map_or("", String::as_str));
    Row {
        cells: vec![what.as_str().into(), element.into(), who.into(), due.into(), state],
        total: false,
        marked: *overdue,
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
