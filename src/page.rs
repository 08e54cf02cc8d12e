//! A report as a page: its headings, texts, tables, lists and charts in their order.
//!
//! What stands on the page, where, and under which words is decided here, once; the renderers of Markdown, HTML and Word
//! only give each block their form. Every text is safe to show and not yet escaped.

mod agenda;
mod meeting;
mod questions;
mod trend;

use self::meeting::{divided_items, talk_items};
use crate::{
    drawing::{line_chart::LineChart, radar::Radar},
    lang::Lang,
    report::{AgreementLine, changes::ChangeLine},
    tally::Tally,
};

/// A page, from the top.
#[derive(Clone, Debug)]
pub struct Page {
    /// The language of the sentences.
    pub lang: Lang,
    /// The language of the questions and, as far as one can tell, of what the team wrote.
    pub asked_in: Lang,
    /// The title.
    pub title: String,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// One thing on a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading.
    Heading(Level, String),
    /// A paragraph.
    Text(String),
    /// A paragraph in small print.
    Small(String),
    /// A table.
    Table(Table),
    /// A list.
    List(Vec<Item>),
    /// What to do, one after the other.
    Steps(Vec<Item>),
    /// What someone else wrote, word for word.
    Quote(Quote),
    /// A line to write on.
    FillIn(FillIn),
    /// A radar. The table below it says the same.
    Radar(Radar),
    /// How each element went, side by side. The tables below them say the same.
    LineCharts(Vec<LineChart>),
    /// A question to answer on paper.
    Asked(Asked),
}

/// How deep a heading stands, below the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A section of the page.
    Section,
    /// A part of a section.
    Part,
}

/// What someone else wrote, word for word.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Whose they are, and where they stand.
    pub by: String,
    /// The language of the words.
    pub lang: Lang,
}

/// Something to fill in by hand, or filled in already.
#[derive(Clone, Debug)]
pub struct FillIn {
    /// What is asked.
    pub label: String,
    /// What stands there already.
    pub filled: Option<String>,
    /// How many lines there are to write on where nothing does, from 1.
    pub lines: usize,
}

/// A question with its answers to tick, and a line to write on.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its number, from 1.
    pub number: usize,
    /// The question, word for word.
    pub text: String,
    /// What the answers are about, where the question itself can't be answered with them.
    pub scored: Option<String>,
    /// The points of the scale that can be ticked.
    pub points: Vec<String>,
    /// What else can be.
    pub others: [String; 2],
    /// What is to be written on the line.
    pub note: String,
}

/// A table with a head.
#[derive(Clone, Debug)]
pub struct Table {
    /// What its columns hold.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// What it holds.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// What the row is about.
    Name,
    /// Words.
    Words,
    /// Numbers, set to the right.
    Numbers,
    /// Nothing: room to write.
    Room,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Whether it is about all of the other rows.
    pub total: bool,
    /// Whether it is marked; a cell of it says so in words.
    pub marked: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What is said about it, for behind the text.
    pub about: Option<String>,
    /// What can be drawn beside the text; it adds nothing to it.
    pub drawing: Option<Drawing>,
}

/// A small drawing of what a text says.
#[derive(Clone, Debug)]
pub enum Drawing {
    /// A bar, as long as this share of the scale, from 0 to 1.
    Bar(f64),
    /// How often each answer was given.
    Tally(Tally),
}

/// An item of a list.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// Whether the text names what the rest of the item is about.
    pub strong: bool,
    /// What is said about it, for behind the text.
    pub about: Option<String>,
    /// A drawing of that.
    pub drawing: Option<Drawing>,
    /// A web address that the text leads to: one that needs no escaping, of the program itself and not of a profile.
    pub url: Option<String>,
    /// Lines below the text.
    pub lines: Vec<String>,
    /// Items below it.
    pub items: Vec<Item>,
}

impl Cell {
    fn drawn(text: &str, drawing: Option<Drawing>) -> Cell {
        Cell {
            text: text.to_owned(),
            about: None,
            drawing,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::drawn(text, None)
    }
}

impl Page {
    /// An empty page.
    pub fn new(lang: Lang, asked_in: Lang, title: String) -> Page {
        Page {
            lang,
            asked_in,
            title,
            blocks: Vec::new(),
        }
    }

    /// Whether it is one to print and to write on, and not only to read.
    pub fn is_sheet(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block, Block::FillIn(_) | Block::Asked(_)))
    }

    /// Whether it asks questions to answer on paper, many of which are to fit on a page.
    pub fn asks(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Asked(_)))
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

    fn agreements(&mut self, agreements: &[AgreementLine]) {
        if agreements.is_empty() {
            return;
        }
        self.heading(Level::Section, self.lang.agreements_heading());
        let items = agreements.iter().map(|agreement| agreement_item(agreement, self.lang));
        self.blocks.push(Block::List(items.collect()));
    }
}

/// What a line chart shows as an item of a list, for where there are no drawings.
pub fn in_words(chart: &LineChart) -> Item {
    Item {
        text: chart.title.clone(),
        strong: true,
        about: chart.verdict.clone(),
        lines: vec![chart.description()],
        ..Item::default()
    }
}

fn change_columns(first: String, lang: Lang) -> [(String, Holds); 5] {
    [
        (first, Holds::Name),
        (lang.then_heading(), Holds::Numbers),
        (lang.now_heading(), Holds::Numbers),
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
