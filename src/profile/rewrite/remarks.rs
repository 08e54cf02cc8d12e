//! What people remarked in a text, behind a `#`.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::Value;

/// The remarks of a text that can be read, in its order.
pub(super) fn of(text: &str) -> Vec<&str> {
    let Ok(table) = DeTable::parse(text) else {
        return Vec::new();
    };
    let mut said = Vec::new();
    in_table(table.get_ref(), &mut said);
    said.sort_by_key(|said: &Range<usize>| said.start);
    let is_said = |at: usize| {
        let before = said.partition_point(|said| said.start <= at);
        before > 0 && said[before - 1].contains(&at)
    };
    let mut start = 0;
    let lines = text.split_inclusive('\n').filter_map(|line| {
        let at = line.match_indices('#').find(|(at, _)| !is_said(start + at));
        start += line.len();
        at.map(|(at, _)| line[at..].trim_end())
    });
    lines.collect()
}

/// Where keys and values stand, in which a `#` is a part of what they say.
fn in_table(table: &DeTable<'_>, said: &mut Vec<Range<usize>>) {
    for (key, value) in table {
        said.push(key.span());
        in_value(value, said);
    }
}

fn in_value(value: &Value<'_>, said: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::Table(table) => in_table(table, said),
        DeValue::Array(array) => array.iter().for_each(|value| in_value(value, said)),
        _ => said.push(value.span()),
    }
}
