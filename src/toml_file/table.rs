//! One table of a document: typed values by their keys, and a problem for each that is missing or wrong.

use std::{cell::RefCell, collections::BTreeSet, ops::RangeInclusive};

use chrono::NaiveDate;
use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};

use super::{Document, TEXT_CHARS};
use crate::{
    day::in_calendar,
    fraction::{Fraction, has_at_most, parse_decimal},
    lang::Lang,
    text::{one_line, shorten, visible},
};

/// The most entries in one list: far more than a meeting can go through, and few enough to compare each with each.
pub(crate) const ENTRIES: usize = 100;

/// The most of a key that a problem names, in columns.
const KEY_COLUMNS: usize = 60;

/// One table of a document.
pub(crate) struct Table<'d> {
    document: &'d Document<'d>,
    pub(super) entries: &'d DeTable<'d>,
    start: usize,
    position: Position<'d>,
    /// The keys that are there and were asked for, each once.
    asked: RefCell<Vec<&'static str>>,
}

/// Where a table stands. Its path is made of that for a problem only: nearly every table is sound.
enum Position<'d> {
    /// It is the outermost one.
    Root,
    /// Under a key of the table around it.
    Under(&'d Table<'d>, &'d str),
    /// In a list there, counted from 1.
    Listed(&'d Table<'d>, &'d str, usize),
}

/// A value with the place where it stands.
pub(crate) struct Located<T> {
    pub(crate) value: T,
    /// Its byte offset in the document.
    pub(crate) at: usize,
}

impl<'d> Table<'d> {
    /// The outermost table of a document.
    pub(super) fn root(document: &'d Document<'d>, entries: &'d DeTable<'d>) -> Table<'d> {
        Table::new(document, entries, 0, Position::Root)
    }

    fn new(document: &'d Document<'d>, entries: &'d DeTable<'d>, start: usize, position: Position<'d>) -> Table<'d> {
        Table {
            document,
            entries,
            start,
            position,
            asked: RefCell::new(Vec::with_capacity(entries.len())),
        }
    }

    /// The document that the table stands in.
    pub(crate) fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// Whether the key is there, without asking for it.
    pub(crate) fn has(&self, key: &str) -> bool {
        #[cfg(test)]
        super::tests::remember(&self.path(), key);
        self.entries.contains_key(key)
    }

    /// The offset of a key's value, or of the table where the key is missing.
    pub(crate) fn place_of(&self, key: &str) -> usize {
        self.entries.get(key).map_or(self.start, |value| value.span().start)
    }

    /// Every key with its offset, in the order of the file.
    pub(crate) fn keys(&self) -> Vec<Located<String>> {
        let mut keys: Vec<Located<String>> = self
            .entries
            .keys()
            .map(|key| Located {
                value: key.get_ref().to_string(),
                at: key.span().start,
            })
            .collect();
        keys.sort_by_key(|key| key.at);
        keys
    }

    /// Any value by a key that isn't known beforehand, as in a table of answers.
    pub(crate) fn value(&self, key: &str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.entries.get(key)
    }

    /// A text that has to be there and not be blank.
    pub(crate) fn text(&self, key: &'static str) -> Option<String> {
        self.required(key, Self::optional_text)
    }

    /// A text, not blank and of at most 2,000 characters, that may be missing.
    pub(crate) fn optional_text(&self, key: &'static str) -> Option<String> {
        let value = self.get(key)?;
        self.text_of(key, value)
    }

    /// A text on one line that has to be there: a break in it is a space.
    pub(crate) fn line(&self, key: &'static str) -> Option<String> {
        self.text(key).map(one_line)
    }

    /// The same, of one that may be missing.
    pub(crate) fn optional_line(&self, key: &'static str) -> Option<String> {
        self.optional_text(key).map(one_line)
    }

    /// An id that has to be there: small letters, digits and hyphens.
    pub(crate) fn id(&self, key: &'static str) -> Option<String> {
        let id = self.text(key)?;
        if !is_id(&id) {
            let path = self.path_of(key);
            self.problem(key, |lang| lang.bad_id(&path));
        }
        is_id(&id).then_some(id)
    }

    /// The full id of a question, which is that of its element and its own with a dot between them, that may be missing.
    pub(crate) fn optional_full_id(&self, key: &'static str) -> Option<String> {
        let full_id = self.optional_text(key)?;
        let parts = full_id.split_once('.');
        let is_sound = parts.is_some_and(|(element, question)| is_id(element) && is_id(question));
        if !is_sound {
            let path = self.path_of(key);
            self.problem(key, |lang| lang.bad_full_id(&path));
        }
        is_sound.then_some(full_id)
    }

    /// A whole number in a range that has to be there.
    pub(crate) fn integer(&self, key: &'static str, allowed: RangeInclusive<u32>) -> Option<u32> {
        self.required(key, |table, key| table.optional_integer(key, allowed.clone()))
    }

    /// A whole number in a range that may be missing.
    pub(crate) fn optional_integer(&self, key: &'static str, allowed: RangeInclusive<u32>) -> Option<u32> {
        let value = self.get(key)?;
        let number = integer_of(value.get_ref()).filter(|number| allowed.contains(number));
        if number.is_none() {
            let (low, high) = (*allowed.start(), *allowed.end());
            let path = self.path_of(key);
            self.problem_at(value, |lang| lang.not_an_integer(&path, low, high));
        }
        number
    }

    /// `true` or `false`; a missing one is `false`.
    pub(crate) fn optional_flag(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            let path = self.path_of(key);
            self.problem_at(value, |lang| lang.not_a_flag(&path));
        }
        flag.unwrap_or_default()
    }

    /// A decimal number that has to be there.
    pub(crate) fn decimal(&self, key: &'static str) -> Option<Fraction> {
        let value = self.required(key, Self::get)?;
        let number = match value.get_ref() {
            DeValue::Float(float) => parse_decimal(float.as_str()),
            other => integer_of(other).map(|number| Fraction::from_integer(number.into())),
        };
        // More decimals would not survive being written in a profile.
        let number = number.filter(|number| has_at_most(number, 6));
        if number.is_none() {
            let path = self.path_of(key);
            self.problem_at(value, |lang| lang.not_a_decimal(&path));
        }
        number
    }

    /// A day, as a TOML date or a text `YYYY-MM-DD`, that has to be there.
    pub(crate) fn date(&self, key: &'static str) -> Option<NaiveDate> {
        self.required(key, Self::optional_date)
    }

    /// A day that may be missing.
    pub(crate) fn optional_date(&self, key: &'static str) -> Option<NaiveDate> {
        let value = self.get(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(datetime) => parse_date(&datetime.to_string()),
            DeValue::String(text) => parse_date(text),
            _ => None,
        };
        if date.is_none() {
            let path = self.path_of(key);
            self.problem_at(value, |lang| lang.not_a_date(&path));
        }
        date
    }

    /// One of a few words that has to be there.
    pub(crate) fn choice<T>(&self, key: &'static str, choices: &[(&str, T)]) -> Option<T>
    where
        T: Copy,
    {
        let value = self.required(key, Self::get)?;
        let found = match value.get_ref() {
            DeValue::String(text) => choices.iter().find(|(word, _)| word == text).map(|(_, choice)| *choice),
            _ => None,
        };
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let (path, words) = (self.path_of(key), words.join(", "));
            self.problem_at(value, |lang| lang.not_a_choice(&path, &words));
        }
        found
    }

    /// A table that has to be there.
    pub(crate) fn table(&self, key: &'static str) -> Option<Table<'_>> {
        if self.is_missing(key) {
            return None;
        }
        self.optional_table(key)
    }

    /// A table that may be missing.
    pub(crate) fn optional_table(&self, key: &'static str) -> Option<Table<'_>> {
        let value = self.get(key)?;
        self.table_of(key, value)
    }

    /// A list of tables (`[[key]]`); a missing one is empty.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Table<'_>> {
        let array = self.array(key);
        if array.is_some_and(|array| array.len() > ENTRIES) {
            let path = self.path_of(key);
            self.problem(key, |lang| lang.too_many_entries(&path, ENTRIES));
        }
        let entries = array.into_iter().flat_map(|array| array.iter()).take(ENTRIES);
        let tables = (1..)
            .zip(entries)
            .filter_map(|(number, value)| self.table_at(Position::Listed(self, key, number), value));
        tables.collect()
    }

    /// A list of values; a missing one is `None`.
    pub(crate) fn array(&self, key: &'static str) -> Option<&'d DeArray<'d>> {
        let value = self.get(key)?;
        let array = value.get_ref().as_array();
        if array.is_none() {
            let path = self.path_of(key);
            self.problem_at(value, |lang| lang.not_a_list(&path));
        }
        array
    }

    /// A list of whole numbers; a missing one is `None`.
    pub(crate) fn integers(&self, key: &'static str, allowed: RangeInclusive<u32>) -> Option<Vec<u32>> {
        let array = self.array(key)?;
        let mut numbers = Vec::with_capacity(array.len());
        for value in array {
            let number = integer_of(value.get_ref()).filter(|number| allowed.contains(number));
            if number.is_none() {
                let (path, low, high) = (self.path_of(key), *allowed.start(), *allowed.end());
                self.problem_at(value, |lang| lang.not_an_integer(&path, low, high));
            }
            numbers.push(number.unwrap_or(*allowed.start()));
        }
        Some(numbers)
    }

    /// Makes a problem of every key that nobody asked for.
    pub(crate) fn finish(&self) {
        if self.asked.borrow().len() == self.entries.len() {
            return;
        }
        for key in self.keys() {
            if !self.asked.borrow().contains(&key.value.as_str()) {
                let path = self.path_of(&key.value);
                self.document.problem(key.at, |lang| lang.unknown_key(&path));
            }
        }
    }

    /// A text value under any key: not blank, not too long.
    pub(crate) fn text_of(&self, key: &str, value: &'d Spanned<DeValue<'d>>) -> Option<String> {
        // Only a problem needs the path: nearly every text is sound.
        let path = || self.path_of(key);
        let Some(text) = value.get_ref().as_str() else {
            self.problem_at(value, |lang| lang.not_a_text(&path()));
            return None;
        };
        if text.trim().is_empty() {
            self.problem_at(value, |lang| lang.blank_text(&path()));
            return None;
        }
        // No text has more characters than bytes.
        if text.len() > TEXT_CHARS && text.chars().count() > TEXT_CHARS {
            self.problem_at(value, |lang| lang.text_too_long(&path(), TEXT_CHARS));
            return None;
        }
        Some(text.to_owned())
    }

    /// A text value under any key, on one line.
    pub(crate) fn line_of(&self, key: &str, value: &'d Spanned<DeValue<'d>>) -> Option<String> {
        self.text_of(key, value).map(one_line)
    }

    /// A table value under any key.
    pub(crate) fn table_of<'t>(&'t self, key: &'t str, value: &'t Spanned<DeValue<'t>>) -> Option<Table<'t>> {
        self.table_at(Position::Under(self, key), value)
    }

    fn table_at<'t>(&'t self, position: Position<'t>, value: &'t Spanned<DeValue<'t>>) -> Option<Table<'t>> {
        let Some(entries) = value.get_ref().as_table() else {
            self.problem_at(value, |lang| lang.not_a_table(&position.path()));
            return None;
        };
        Some(Table::new(self.document, entries, value.span().start, position))
    }

    /// A text value under any key, where a blank one is none; as a note is.
    pub(crate) fn text_unless_blank(&self, key: &str, value: &'d Spanned<DeValue<'d>>) -> Option<String> {
        let blank = value.get_ref().as_str().is_some_and(|text| text.trim().is_empty());
        if blank { None } else { self.text_of(key, value) }
    }

    /// Records a problem at the table as a whole.
    pub(crate) fn problem_here(&self, message: impl Fn(Lang) -> String) {
        self.document.problem(self.start, message);
    }

    /// Records a problem at a key's value, or at the table where the key is missing.
    pub(crate) fn problem(&self, key: &str, message: impl Fn(Lang) -> String) {
        self.document.problem(self.place_of(key), message);
    }

    /// Records a problem at a value.
    pub(crate) fn problem_at(&self, value: &Spanned<DeValue<'_>>, message: impl Fn(Lang) -> String) {
        self.document.problem(value.span().start, message);
    }

    /// A value by its key, remembered as known.
    pub(crate) fn get(&self, key: &'static str) -> Option<&'d Spanned<DeValue<'d>>> {
        #[cfg(test)]
        super::tests::remember(&self.path(), key);
        let value = self.entries.get(key)?;
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&key) {
            asked.push(key);
        }
        Some(value)
    }

    /// The key with the tables around it, as problems name it: shortened, since a file may have anything for a key.
    pub(crate) fn path_of(&self, key: &str) -> String {
        let key = shown_key(key);
        match self.path().as_str() {
            "" => key,
            path => format!("{path}.{key}"),
        }
    }

    fn path(&self) -> String {
        self.position.path()
    }

    fn required<T>(&self, key: &'static str, read: impl Fn(&Self, &'static str) -> Option<T>) -> Option<T> {
        if self.is_missing(key) {
            return None;
        }
        read(self, key)
    }

    /// Whether a key that has to be there isn't, which is a problem.
    fn is_missing(&self, key: &'static str) -> bool {
        let is_missing = !self.has(key);
        if is_missing {
            self.document
                .problem(self.start, |lang| lang.missing_key(&self.path_of(key)));
        }
        is_missing
    }
}

impl Position<'_> {
    fn path(&self) -> String {
        match self {
            Position::Root => String::new(),
            Position::Under(table, key) => table.path_of(key),
            Position::Listed(table, key, number) => format!("{}[{number}]", table.path_of(key)),
        }
    }
}

/// From 1 to 60 small letters, digits and hyphens.
fn is_id(text: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=60).contains(&text.len()) && text.bytes().all(sound)
}

/// Makes a problem of every `id` that an earlier table of the list has too.
pub(crate) fn distinct_ids(tables: &[Table<'_>]) {
    let mut seen = BTreeSet::new();
    for table in tables {
        let id = table.value("id").and_then(|id| id.get_ref().as_str());
        if id.is_some_and(|id| !seen.insert(id)) {
            let path = table.path_of("id");
            table.problem("id", |lang| lang.double_id(&path));
        }
    }
}

/// A key as problems name it: on one line and not long, since in quotes it can be any text.
pub(crate) fn shown_key(key: &str) -> String {
    shorten(&visible(key), KEY_COLUMNS)
}

/// A plain whole number that fits; `None` for anything else.
pub(crate) fn integer_of(value: &DeValue<'_>) -> Option<u32> {
    let integer = value.as_integer()?;
    u32::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Reads `YYYY-MM-DD`, a day that exists, in the years 1 to 9999.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| {
            if i == 4 || i == 7 {
                b == b'-'
            } else {
                b.is_ascii_digit()
            }
        });
    if !shape {
        return None;
    }
    let (year, month, day) = (text[..4].parse(), text[5..7].parse(), text[8..].parse());
    NaiveDate::from_ymd_opt(year.ok()?, month.ok()?, day.ok()?).and_then(in_calendar)
}
