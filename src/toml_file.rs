//! Reads TOML files so that every problem is reported at once, with its place and what is allowed.
//!
//! A [`Document`] collects the problems; a [`Table`] hands out typed values and remembers which keys were asked for, so
//! that [`Table::finish`] can name the unknown ones. One reader serves both loading a file and `ips check`. The parser's
//! own error text is never shown: it quotes the file, and it is in English.

mod table;

use std::cell::{Cell, RefCell};

pub use table::{Located, Table, integer_of, parse_date, shown_key};
use toml::{Spanned, de::DeTable};

use crate::{
    fault::{Place, Problem},
    lang::{Lang, Sentence},
};

/// The most characters that one text in a file may have, a note among them.
pub const TEXT_CHARS: usize = 2_000;

/// The most problems that are listed for one file; the rest are counted.
const LISTED: usize = 100;

/// A file's name and text, and the problems found in it so far.
pub struct Document<'t> {
    name: &'t str,
    text: &'t str,
    problems: RefCell<Vec<(usize, Problem)>>,
    unlisted: Cell<usize>,
}

impl<'t> Document<'t> {
    /// A document that was read from the file `name`.
    pub fn new(name: &'t str, text: &'t str) -> Self {
        Document {
            name,
            text,
            problems: RefCell::default(),
            unlisted: Cell::default(),
        }
    }

    /// Parses the text; where it is no TOML, every place where it isn't becomes a problem.
    pub fn parse(&self) -> Option<Spanned<DeTable<'t>>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        if errors.is_empty() {
            return Some(table);
        }
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            if error.message().contains("duplicate key") {
                self.problem(at, Lang::double_key);
            } else {
                self.problem(at, Lang::not_toml);
            }
        }
        None
    }

    /// The outermost table of a parsed document.
    pub fn root<'d>(&'d self, parsed: &'d Spanned<DeTable<'d>>) -> Table<'d> {
        Table {
            document: self,
            entries: parsed.get_ref(),
            start: 0,
            path: String::new(),
            asked: RefCell::default(),
        }
    }

    /// Records a problem at a byte offset.
    pub fn problem(&self, at: usize, message: impl Fn(Lang) -> String) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() == LISTED {
            self.unlisted.set(self.unlisted.get() + 1);
            return;
        }
        problems.push((at, self.described(at, message)));
    }

    /// Describes a problem at a byte offset without recording it.
    pub fn described(&self, at: usize, message: impl Fn(Lang) -> String) -> Problem {
        Problem {
            file: Some(self.name.to_owned()),
            place: Some(self.place(at)),
            what: Sentence::new(message),
        }
    }

    /// The problems in the order of the file, each once.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|(at, _)| *at);
        problems.dedup();
        let mut problems: Vec<Problem> = problems.into_iter().map(|(_, problem)| problem).collect();
        let unlisted = self.unlisted.get();
        if unlisted > 0 {
            problems.push(Problem {
                file: Some(self.name.to_owned()),
                place: None,
                what: Sentence::new(|lang| lang.more_problems(unlisted)),
            });
        }
        problems
    }

    /// Whether nothing was wrong so far.
    pub fn is_sound(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    fn place(&self, at: usize) -> Place {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let before = &self.text[..at];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// The keys of a text's outermost table, as far as it can be read: they tell what kind of file it is.
pub fn top_level_keys(text: &str) -> Vec<String> {
    let (table, _) = DeTable::parse_recoverable(text);
    table.get_ref().keys().map(|key| key.get_ref().to_string()).collect()
}
