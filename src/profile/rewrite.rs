//! Writes a change into the text of a profile that people may have written in: what didn't change stays as it is, byte for
//! byte, with its comments, order, blank lines and line ends.
//!
//! Three texts are laid side by side: the file's, and the profile as the program writes it before and after the change. Where
//! those two differ, that piece of the file's text is replaced; so what someone wrote in another way (a day as a text, a number
//! left out that is nothing) stays. `toml_edit` would write the whole text again, with line ends of one kind.

mod remarks;

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};

use super::{Profile, read, read::COMPUTED};

/// A value with its place in its text.
type Value<'t> = Spanned<DeValue<'t>>;

/// The text of a profile after a change, made from the text that was read as what it was `before`. The text may have any line
/// ends, which stay; what comes in gets those of the file.
///
/// A text in a shape that no change fits in (a table written on one line, for one) is written anew, below its remarks.
pub fn changed(text: &str, before: &Profile, after: &Profile) -> String {
    let (before, after) = (before.to_toml(), after.to_toml());
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let spliced = spliced(text, &before, &after, line_end);
    let reads_as_meant = |text: &String| {
        let read = |text: &str| read("", &text.replace("\r\n", "\n")).ok().map(|loaded| loaded.profile);
        read(text).is_some_and(|found| Some(found) == read(&after))
    };
    spliced.filter(reads_as_meant).unwrap_or_else(|| {
        let lines = remarks::of(text).into_iter().chain(after.split('\n'));
        lines.collect::<Vec<_>>().join(line_end)
    })
}

fn spliced(text: &str, before: &str, after: &str, line_end: &'static str) -> Option<String> {
    let [old, before, new] = [text, before, after].map(|text| DeTable::parse(text).ok());
    let mut splices = Splices {
        text,
        new: after,
        line_end,
        pieces: Vec::new(),
    };
    splices.table("", 0, old?.get_ref(), before?.get_ref(), new?.get_ref());
    splices.applied()
}

/// What is to be replaced in a text.
struct Splices<'t> {
    /// The text of the file.
    text: &'t str,
    /// The profile as the program writes it after the change.
    new: &'t str,
    line_end: &'static str,
    /// In no order; nothing is replaced twice.
    pieces: Vec<(Range<usize>, String)>,
}

impl Splices<'_> {
    /// A table under a name, whose header ends at a place in the text.
    fn table(&mut self, name: &str, header: usize, old: &DeTable<'_>, before: &DeTable<'_>, new: &DeTable<'_>) {
        // A key that comes in goes below the one that it follows in the program's own order.
        let (mut single, mut whole) = (header, header);
        // In the order of the text: a table has its keys by their names.
        let mut keys: Vec<_> = new.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in keys {
            let found = old.get(key.get_ref().as_ref());
            let was = if is_computed(name, key.get_ref()) {
                found
            } else {
                before.get(key.get_ref().as_ref())
            };
            match (found, was) {
                (Some(found), Some(was)) => self.value(key.get_ref(), found, was, value),
                (Some(found), None) => self.replace(found, value),
                (None, Some(was)) if same(was, value) => {}
                (None, _) => match tables(value) {
                    Some(tables) => tables.iter().for_each(|table| self.insert_table(whole, table)),
                    None => self.insert(single, key.span().start..value.span().end),
                },
            }
            if let Some(found) = found {
                whole = end(found);
                if tables(found).is_none() && found.get_ref().as_table().is_none() {
                    single = whole;
                }
            }
        }
        for (key, found) in old {
            let is_gone = before.contains_key(key.get_ref().as_ref()) || is_computed(name, key.get_ref());
            if !new.contains_key(key.get_ref().as_ref()) && is_gone {
                match tables(found) {
                    Some(tables) => tables.iter().for_each(|table| self.remove_table(table)),
                    None => self.remove(key.span().start..end(found), 1),
                }
            }
        }
    }

    fn value(&mut self, name: &str, old: &Value<'_>, before: &Value<'_>, new: &Value<'_>) {
        match (old.get_ref(), before.get_ref(), new.get_ref()) {
            (DeValue::Table(inner), DeValue::Table(before), DeValue::Table(new)) => {
                self.table(name, old.span().end, inner, before, new);
            }
            (DeValue::Array(old), DeValue::Array(inner), DeValue::Array(new)) if tables(before).is_some() => {
                self.tables(name, old, inner, new);
            }
            // Someone may have written a remark behind one of the numbers.
            (DeValue::Array(old), DeValue::Array(before), DeValue::Array(new))
                if old.len() == new.len() && before.len() == new.len() =>
            {
                for ((old, before), new) in old.iter().zip(before.iter()).zip(new.iter()) {
                    self.value(name, old, before, new);
                }
            }
            _ if same(before, new) => {}
            _ => self.replace(old, new),
        }
    }

    /// Tables of a kind: what was read from the file is in its order.
    fn tables(&mut self, name: &str, old: &DeArray<'_>, before: &DeArray<'_>, new: &DeArray<'_>) {
        if old.len() != before.len() {
            // Then it can't be told which is which.
            return;
        }
        let partners = partners(before, new);
        let mut last = old.iter().map(end).max().unwrap_or(0);
        for (new, partner) in new.iter().zip(&partners) {
            match partner {
                Some(index) => {
                    self.value(name, &old[*index], &before[*index], new);
                    last = end(&old[*index]);
                }
                None => self.insert_table(last, new),
            }
        }
        let gone = old
            .iter()
            .enumerate()
            .filter(|(index, _)| !partners.contains(&Some(*index)));
        gone.for_each(|(_, table)| self.remove_table(table));
    }

    fn replace(&mut self, old: &Value<'_>, new: &Value<'_>) {
        let new = self.with_line_ends(&self.new[new.span()]);
        self.pieces.push((old.span(), new));
    }

    /// Puts a piece of the new text on a line below the one with this place.
    fn insert(&mut self, place: usize, piece: Range<usize>) {
        let place = self.line_end(place);
        let line = self.with_line_ends(&format!("\n{}", &self.new[piece]));
        self.pieces.push((place..place, line));
    }

    /// Puts a table of the new text below the line with this place.
    fn insert_table(&mut self, place: usize, new: &Value<'_>) {
        let place = self.below_remarks(self.line_end(place));
        let table = self.with_line_ends(&format!("\n\n{}", &self.new[new.span().start..end(new)]));
        self.pieces.push((place..place, table));
    }

    /// The end of the remarks below the line that ends here, if a blank line parts them from what comes next: else they are
    /// about that.
    fn below_remarks(&self, line_end: usize) -> usize {
        let mut below = line_end;
        while let Some(newline) = self.text[below..].find('\n') {
            let start = below + newline + 1;
            let end = self.line_end(start);
            match self.text[start..end].trim() {
                "" => return below,
                remark if remark.starts_with('#') => below = end,
                _ => return line_end,
            }
        }
        below
    }

    /// Takes a table away, with the blank line above it.
    fn remove_table(&mut self, table: &Value<'_>) {
        self.remove(table.span(), 2);
        for (key, value) in table.get_ref().as_table().into_iter().flatten() {
            self.remove(key.span().start..end(value), 1);
        }
    }

    /// Takes away what stands on lines of its own, with at most so many line breaks before it; a remark behind it stays.
    fn remove(&mut self, piece: Range<usize>, breaks: usize) {
        let line_end = self.line_end(piece.end);
        let behind = &self.text[piece.end..line_end];
        let remark = behind.trim_start();
        if !remark.is_empty() {
            self.pieces.push((piece.start..line_end - remark.len(), String::new()));
            return;
        }
        let mut kept = &self.text[..piece.start];
        for _ in 0..breaks {
            let Some(above) = kept.trim_end_matches([' ', '\t']).strip_suffix('\n') else {
                break;
            };
            kept = above.strip_suffix('\r').unwrap_or(above);
        }
        self.pieces.push((kept.len()..line_end, String::new()));
    }

    /// The end of the line with this place, before its line break.
    fn line_end(&self, place: usize) -> usize {
        let rest = &self.text[place..];
        let line = rest.split('\n').next().unwrap_or_default();
        place + line.strip_suffix('\r').unwrap_or(line).len()
    }

    fn with_line_ends(&self, text: &str) -> String {
        text.replace('\n', self.line_end)
    }

    /// The text with everything replaced; `None` where two pieces overlap.
    fn applied(mut self) -> Option<String> {
        // What comes in at the beginning of a piece stands before what comes instead of it.
        self.pieces.sort_by_key(|(piece, _)| (piece.start, piece.end));
        let (mut text, mut at) = (String::new(), 0);
        for (piece, instead) in self.pieces {
            text += self.text.get(at..piece.start)?;
            text += &instead;
            at = piece.end;
        }
        Some(text + &self.text[at..])
    }
}

/// Whether the program reckons this itself: then the file may say something else.
fn is_computed(table: &str, key: &str) -> bool {
    table == "result" || table == "elements" && COMPUTED.contains(&key)
}

/// The tables under a key, if that is what stands there.
fn tables<'v, 't>(value: &'v Value<'t>) -> Option<&'v DeArray<'t>> {
    let array = value.get_ref().as_array()?;
    array.first()?.get_ref().as_table().and(Some(array))
}

/// Which of the tables from before each one is: the one with the same id, or of agreements the one about the same; of those
/// between two such the first that is left.
fn partners(before: &DeArray<'_>, new: &DeArray<'_>) -> Vec<Option<usize>> {
    let mut next = 0;
    let mut partners: Vec<Option<usize>> = Vec::new();
    for table in new {
        let partner = (next..before.len()).find(|&index| is_same_thing(&before[index], table));
        next = partner.map_or(next, |index| index + 1);
        partners.push(partner);
    }
    let mut free = 0;
    for index in 0..partners.len() {
        let taken = partners[index..].iter().flatten().next();
        if partners[index].is_none() && free < taken.copied().unwrap_or(before.len()) {
            partners[index] = Some(free);
        }
        free = partners[index].map_or(free, |partner| partner + 1);
    }
    partners
}

fn is_same_thing(one: &Value<'_>, other: &Value<'_>) -> bool {
    let [one, other] = [one, other].map(|table| {
        let text = |key| table.get_ref().get(key).and_then(|value| value.get_ref().as_str());
        ["id", "element", "what"].map(text)
    });
    one == other
}

/// Whether two values that are no tables say the same, in whichever way.
fn same(one: &Value<'_>, other: &Value<'_>) -> bool {
    match (one.get_ref(), other.get_ref()) {
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one == other,
        (DeValue::Array(one), DeValue::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other.iter()).all(|(one, other)| same(one, other))
        }
        (one, other) => number(one).is_some() && number(one) == number(other),
    }
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) => number.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    }
}

/// Where a value ends, with all that is in it, wherever that stands.
fn end(value: &Value<'_>) -> usize {
    let inner = match value.get_ref() {
        DeValue::Table(table) => table.values().map(end).max(),
        DeValue::Array(array) => array.iter().map(end).max(),
        _ => None,
    };
    value.span().end.max(inner.unwrap_or(0))
}
