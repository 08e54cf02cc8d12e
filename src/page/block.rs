//! What can stand on a page.

use crate::{
    drawing::{dots::DotChart, line_chart::LineChart, radar::Radar, spread::SpreadChart},
    lang::Lang,
    scoring::Band,
    tally::Tally,
};

/// One thing on a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// What the blocks behind it are about.
    Heading(Level, String),
    /// A paragraph.
    Text(String),
    /// A paragraph in small print.
    Small(String),
    /// Rows below a head.
    Table(Table),
    /// Points that could stand in another order.
    List(Vec<Item>),
    /// What to do, one after the other.
    Steps(Vec<Item>),
    /// Lines to type, or lines that a program shows.
    Code(Vec<String>),
    /// What someone else wrote, word for word.
    Quote(Quote),
    /// A line to write on.
    FillIn(FillIn),
    /// A radar. The table below it says the same.
    Radar(Radar),
    /// How each element went, side by side. The tables below them say the same.
    LineCharts(Vec<LineChart>),
    /// How the scores of many teams lie on each element, below each other; and what the drawings show, for who sees them.
    Spreads(Vec<SpreadChart>, String),
    /// The score of each group on each element; and what the drawings show, for who sees them. The table below says the same.
    Dots(Vec<DotChart>, String),
    /// A question to answer on paper.
    TickQuestion(TickQuestion),
}

/// How deep a heading stands, below the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A section of the page.
    Section,
    /// A part of a section.
    Part,
    /// The same, called what an element is: in the language of the questions.
    Element,
}

/// What someone else wrote, word for word.
#[derive(Clone, Debug)]
pub struct Quote {
    /// As they wrote it.
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
pub struct TickQuestion {
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
    /// What its cell in the table's head says.
    pub title: String,
    /// Decides how its cells are set.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// What the row is about.
    Name,
    /// Running text, set to the left.
    Words,
    /// Numbers, set to the right.
    Numbers,
    /// Scores with a shade of their band, as narrow as they can be.
    Scores,
    /// Nothing: room to write.
    Room,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// One for each of the columns, in their order.
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
    /// How often each answer was given, and the number of the lowest point.
    Tally(Tally, u32),
    /// A shade behind a score of this band.
    Shade(Band),
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
    pub(super) fn drawn(text: &str, drawing: Option<Drawing>) -> Cell {
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

/// What a line chart shows, for where there are no drawings.
impl From<&LineChart> for Item {
    fn from(chart: &LineChart) -> Item {
        Item {
            text: chart.title.clone(),
            strong: true,
            about: chart.verdict.clone(),
            lines: vec![chart.description()],
            ..Item::default()
        }
    }
}

/// What is drawn of an element of many teams, for where there are no drawings.
impl From<&SpreadChart> for Item {
    fn from(chart: &SpreadChart) -> Item {
        Item {
            text: format!("{} {}", chart.letter, chart.title),
            strong: true,
            about: Some(chart.about.clone()),
            lines: vec![chart.description()],
            ..Item::default()
        }
    }
}

/// What is drawn of an element of several groups, for where there are no drawings.
impl From<&DotChart> for Item {
    fn from(chart: &DotChart) -> Item {
        Item {
            text: chart.title.clone(),
            strong: true,
            about: Some(chart.about.clone()),
            lines: vec![chart.description()],
            ..Item::default()
        }
    }
}
