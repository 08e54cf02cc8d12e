//! Reads TOML files so that every problem is reported at once, with its place and what is allowed.
//!
//! `read` parses a text and hands its outermost table to a reader: a plain function over a `Table`, which stands with what it
//! reads. A table hands out typed values and remembers which keys were asked for, so that `Table::finish` can name the
//! unknown ones; its `Document` collects the problems. One reader serves both loading a file and `ips check`. The parser's
//! own error text is never shown: it quotes the file, and it is in English.

mod localized;
mod slips;
mod table;
#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};

use toml::{Spanned, de::DeTable};

pub(crate) use self::{
    localized::{References, localized, localized_value, optional_localized, referenced, references, texts_in},
    slips::has_two_versions,
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
    read_document(name, text, |document| {
        let parsed = document.parse()?;
        reader(&Table::root(document, parsed.get_ref()))
    })
}

/// Reads a text of any kind with a reader that may make problems on its way.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_document<T>(
    name: &str,
    text: &str,
    reader: impl FnOnce(&Document<'_>) -> Option<T>,
) -> Result<T, Vec<Problem>> {
    let document = Document::new(name, text);
    match reader(&document) {
        Some(found) if document.is_sound() => Ok(found),
        _ => Err(document.into_problems()),
    }
}

/// Whether a text is TOML without a slip.
pub(crate) fn is_toml(text: &str) -> bool {
    DeTable::parse(text).is_ok()
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
    problems: RefCell<Vec<Found>>,
    unlisted: Cell<usize>,
}

/// A problem, with every byte offset where it is.
struct Found {
    at: Vec<usize>,
    what: Sentence,
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

    /// Parses the text; where it is no TOML, every slip in it becomes a problem.
    fn parse(&self) -> Option<Spanned<DeTable<'t>>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        if errors.is_empty() {
            return Some(table);
        }
        for (at, said) in slips::slips(self.text, &errors) {
            self.problem(at, said);
        }
        None
    }

    /// Records a problem at a byte offset. The same one elsewhere is a place more.
    pub(crate) fn problem(&self, at: usize, message: impl Fn(Lang) -> String) {
        let what = Sentence::new(message);
        let mut problems = self.problems.borrow_mut();
        if let Some(known) = problems.iter_mut().find(|known| known.what == what) {
            known.at.push(at);
        } else if problems.len() == LISTED {
            self.unlisted.set(self.unlisted.get() + 1);
        } else {
            problems.push(Found { at: vec![at], what });
        }
    }

    /// Describes a problem at a byte offset without recording it.
    pub(crate) fn described(&self, at: usize, message: impl Fn(Lang) -> String) -> Problem {
        Problem {
            file: Some(self.name.to_owned()),
            place: Some(self.place(at)),
            more_lines: Vec::new(),
            what: Sentence::new(message),
        }
    }

    /// The problems in the order of the file, each once with all of its lines.
    fn into_problems(self) -> Vec<Problem> {
        let mut found = self.problems.take();
        for found in &mut found {
            found.at.sort_unstable();
        }
        found.sort_by_key(|found| found.at[0]);
        let placed = found.into_iter().map(|Found { at, what }| {
            let mut lines: Vec<usize> = self.lines_of(&at);
            lines.dedup();
            Problem {
                file: Some(self.name.to_owned()),
                place: Some(self.place(at[0])),
                more_lines: lines.split_off(1),
                what,
            }
        });
        let mut problems: Vec<Problem> = placed.collect();
        let unlisted = self.unlisted.get();
        if unlisted > 0 {
            problems.push(Problem {
                file: Some(self.name.to_owned()),
                place: None,
                more_lines: Vec::new(),
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
        Place::after(&self.text[..self.text.floor_char_boundary(at)])
    }

    /// The lines of offsets that go up, from 1.
    fn lines_of(&self, at: &[usize]) -> Vec<usize> {
        let (mut line, mut until) = (1, 0);
        let lines = at.iter().map(|&at| {
            let at = self.text.floor_char_boundary(at);
            line += self.text[until..at].matches('\n').count();
            until = at;
            line
        });
        lines.collect()
    }
}

/// Whether a text's outermost table has one of these keys, as far as it can be read: they tell what kind of file it is.
pub(crate) fn has_any_key(text: &str, keys: &[&str]) -> bool {
    // What stands before the first table is TOML by itself, where it has no slip, and mostly tells.
    let front = text.find("\n[").map(|end| DeTable::parse_recoverable(&text[..=end]));
    let sound = front.filter(|(_, errors)| errors.is_empty());
    sound.is_some_and(|(front, _)| has(front.get_ref(), keys)) || says_any_key(text, keys)
}

/// The same, from the whole text.
fn says_any_key(text: &str, keys: &[&str]) -> bool {
    has(DeTable::parse_recoverable(text).0.get_ref(), keys)
}

fn has(table: &DeTable<'_>, keys: &[&str]) -> bool {
    keys.iter().any(|key| table.contains_key(*key))
}
