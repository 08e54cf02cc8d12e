//! Reads TOML files so that every problem is reported at once, with its place and what is allowed.
//!
//! `read` parses a text and hands its outermost table to a reader: a plain function over a `Table`, which stands with what it
//! reads. A table hands out typed values and remembers which keys were asked for, so that `Table::finish` can name the
//! unknown ones; its `Document` collects the problems. One reader serves both loading a file and `ips check`. The parser's
//! own error text is never shown: it quotes the file, and it is in English.

mod localized;
mod table;
#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};

use toml::{Spanned, de::DeTable};

pub(crate) use self::{
    localized::{References, localized, localized_value, optional_localized, referenced, references, texts_in},
    table::{ENTRIES, Table, distinct_ids, integer_of, shown_key},
};
pub use table::parse_date;

use crate::{
    fault::{Place, Problem},
    lang::{Lang, Sentence},
};

/// The most characters that one text in a file may have, a note among them.
pub(crate) const TEXT_CHARS: usize = 2_000;

/// The most problems that are listed for one file; the rest are counted.
const LISTED: usize = 100;

/// Reads a text as TOML with a reader that may make problems on its way.
///
/// # Errors
/// Every problem in the file, each with its place, in the order of the file.
pub(crate) fn read<T>(name: &str, text: &str, reader: impl FnOnce(&Table<'_>) -> Option<T>) -> Result<T, Vec<Problem>> {
    let document = Document::new(name, text);
    let found = document.parse().and_then(|parsed| reader(&document.root(&parsed)));
    match found {
        Some(found) if document.is_sound() => Ok(found),
        _ => Err(document.into_problems()),
    }
}

/// Whether a file's `format` is one that this program reads; a newer one becomes the problem that `newer` says.
pub(crate) fn is_known_format(table: &Table<'_>, known: u32, newer: impl Fn(Lang) -> String) -> bool {
    let format = table.integer("format", 1..=u32::MAX);
    let is_newer = format.is_some_and(|format| format > known);
    if is_newer {
        table.problem("format", newer);
    }
    !is_newer
}

/// A file's name and text, and the problems found in it so far.
pub(crate) struct Document<'t> {
    name: &'t str,
    text: &'t str,
    problems: RefCell<Vec<(usize, Problem)>>,
    unlisted: Cell<usize>,
}

impl<'t> Document<'t> {
    fn new(name: &'t str, text: &'t str) -> Self {
        Document {
            name,
            text,
            problems: RefCell::default(),
            unlisted: Cell::default(),
        }
    }

    /// Parses the text; where it is no TOML, every place where it isn't becomes a problem.
    fn parse(&self) -> Option<Spanned<DeTable<'t>>> {
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
    fn root<'d>(&'d self, parsed: &'d Spanned<DeTable<'d>>) -> Table<'d> {
        Table {
            document: self,
            entries: parsed.get_ref(),
            start: 0,
            path: String::new(),
            asked: RefCell::default(),
        }
    }

    /// Records a problem at a byte offset.
    pub(crate) fn problem(&self, at: usize, message: impl Fn(Lang) -> String) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() == LISTED {
            self.unlisted.set(self.unlisted.get() + 1);
            return;
        }
        problems.push((at, self.described(at, message)));
    }

    /// Describes a problem at a byte offset without recording it.
    pub(crate) fn described(&self, at: usize, message: impl Fn(Lang) -> String) -> Problem {
        Problem {
            file: Some(self.name.to_owned()),
            place: Some(self.place(at)),
            what: Sentence::new(message),
        }
    }

    /// The problems in the order of the file, each once.
    fn into_problems(self) -> Vec<Problem> {
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
    fn is_sound(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    fn place(&self, at: usize) -> Place {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        Place::after(&self.text[..at])
    }
}

/// Whether a text's outermost table has one of these keys, as far as it can be read: they tell what kind of file it is.
pub(crate) fn has_any_key(text: &str, keys: &[&str]) -> bool {
    let (table, _) = DeTable::parse_recoverable(text);
    keys.iter().any(|key| table.get_ref().contains_key(*key))
}
