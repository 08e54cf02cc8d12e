//! What is reported as sheets with numbers to reckon with: which there are, and what stands on each. Excel and `OpenDocument`
//! write the same.

mod gap;
mod overview;
mod report;

use chrono::{Datelike as _, NaiveDate};

use crate::{lang::Lang, render::Contents, report::Figure, scoring::Band, text};

/// The widths of columns, in characters.
const NAME: usize = 46;
const SHORT_NAME: usize = 28;
const LONG: usize = 52;
const NOTE: usize = 84;
const WORDS: usize = 24;
const DAY: usize = 19;
const MEAN: usize = 12;
const NUMBER: usize = 9;

/// The room beside a word in a cell, and the most that a column of numbers is widened for one.
const INDENT: usize = 3;
const WIDEST: usize = 18;

/// How many rows of one's own are printed of a sheet that was empty.
pub const OWN_ROWS: u32 = 1_000;

/// All sheets of a document.
pub struct Book {
    /// What the document is called.
    pub title: String,
    pub lang: Lang,
    /// The day that it is about, if there is one.
    pub day: Option<NaiveDate>,
    /// In order; none of them is empty of columns.
    pub sheets: Vec<Sheet>,
}

impl Book {
    /// What is reported.
    pub fn of(contents: &Contents<'_>) -> Book {
        match contents {
            Contents::Report(report) => report::book(report),
            Contents::Overview(report) => overview::book(report),
            Contents::Gap(report) => gap::book(report),
        }
    }
}

/// A sheet with one table.
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    pub columns: Vec<Column>,
    /// What can be filtered and sorted.
    pub rows: Vec<Row>,
    /// What stands below that.
    pub below: Vec<Row>,
}

/// A column of a table.
pub struct Column {
    pub title: String,
    /// In characters.
    pub width: usize,
    /// Whether it holds numbers.
    pub numbers: bool,
}

/// A row of a table; missing cells at its end are empty.
pub struct Row {
    pub cells: Vec<Value>,
    /// Whether it is marked, or about all of the other rows.
    pub strong: bool,
}

/// What a cell holds.
pub enum Value {
    Empty,
    Words(String),
    Count(usize),
    /// A number, and how it is to look.
    Number(f64, Looks),
    /// A score on the colour of its band, and how it is to look.
    Score(f64, Looks, Band),
    Day(NaiveDate),
}

/// How a number looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks {
    pub decimals: usize,
    /// Those of a difference.
    pub signs: Option<Signs>,
}

/// The signs before a difference. They are those of the number that is in the cell, also once someone has changed that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Whether an arrow stands before them.
    pub clear: bool,
    /// Whether the number is rounded to nought: then only one that isn't has a sign.
    pub rounded: bool,
}

impl Looks {
    /// Whole.
    pub const COUNT: Looks = Looks {
        decimals: 0,
        signs: None,
    };

    /// With the decimals of its words.
    fn of(words: &str) -> Looks {
        Looks {
            decimals: decimals(words),
            signs: None,
        }
    }

    fn signed(value: f64, words: &str, clear: bool) -> Looks {
        let rounded = value != 0.0 && words.starts_with(|c: char| c.is_ascii_digit());
        Looks {
            signs: Some(Signs { clear, rounded }),
            ..Looks::of(words)
        }
    }

    /// The least number that isn't rounded to nought.
    pub fn half(self) -> String {
        format!("0.{}5", "0".repeat(self.decimals))
    }
}

impl Sheet {
    /// Whether nothing stands below its head.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.below.is_empty()
    }
}

impl Column {
    pub fn new(title: String, width: usize) -> Self {
        Column {
            title,
            width,
            numbers: false,
        }
    }

    /// A column of numbers; its title stands above them, to the right, and a word of it breaks only where it is very long.
    pub fn numbers(title: String, width: usize) -> Self {
        let words = title.split([' ', '-']).map(|word| text::width(word) + INDENT);
        let longest = words.max().unwrap_or_default().min(WIDEST);
        Column {
            numbers: true,
            ..Column::new(title, width.max(longest))
        }
    }
}

impl Row {
    pub fn new(cells: Vec<Value>) -> Self {
        Row { cells, strong: false }
    }

    pub fn strong(cells: Vec<Value>) -> Self {
        Row { cells, strong: true }
    }
}

impl Value {
    pub fn words(text: &str) -> Self {
        if text.is_empty() {
            Value::Empty
        } else {
            Value::Words(text.to_owned())
        }
    }

    /// A number that looks as its words do; without one the cell is empty, which a chart shows as a gap.
    pub fn number(figure: &Figure) -> Self {
        let value = figure.value;
        value.map_or(Value::Empty, |value| Value::Number(value, Looks::of(&figure.text)))
    }

    /// A score that looks as its words do, on the colour of its band.
    pub fn score(figure: &Figure, band: Option<Band>) -> Self {
        match (Value::number(figure), band) {
            (Value::Number(value, looks), Some(band)) => Value::Score(value, looks, band),
            (value, _) => value,
        }
    }

    /// A difference with its sign, and with an arrow where it is clear.
    pub fn difference(figure: &Figure, clear: bool) -> Self {
        let value = figure.value;
        value.map_or(Value::Empty, |value| {
            Value::Number(value, Looks::signed(value, &figure.text, clear))
        })
    }

    /// A day; in words where spreadsheets have no date for it.
    pub fn day(day: NaiveDate, shown: &str) -> Self {
        if (1900..=9999).contains(&day.year()) {
            Value::Day(day)
        } else {
            Value::words(shown)
        }
    }
}

/// With how many decimals a number is in words, before other words.
fn decimals(words: &str) -> usize {
    let behind = words.trim_start_matches(|c: char| !c.is_ascii_digit());
    let behind = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let decimals = behind.strip_prefix([',', '.']).unwrap_or_default();
    decimals.chars().take_while(char::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_behind_a_number_are_no_decimals() {
        for (words, expected) in [
            ("3,4; omgekeerd geteld", 1),
            ("3.25 (2 of 8)", 2),
            ("3", 0),
            ("4 (1 van 2, 3)", 0),
        ] {
            assert_eq!(decimals(words), expected, "{words}");
        }
    }
}
