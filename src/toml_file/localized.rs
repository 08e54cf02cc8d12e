//! Texts in two languages, and where they come from.

use std::collections::BTreeMap;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::Table;
use crate::lang::Lang;

/// Where things in a file come from, by the keys that they name.
pub(crate) type References = BTreeMap<String, String>;

/// A text on one line that has to be there, in one language or for both; one that lacks the language is taken in the other.
pub(crate) fn localized(table: &Table<'_>, key: &'static str, lang: Lang) -> Option<String> {
    if !table.has(key) {
        return table.text(key);
    }
    optional_localized(table, key, lang)
}

/// The same, of a text that may be missing.
pub(crate) fn optional_localized(table: &Table<'_>, key: &'static str, lang: Lang) -> Option<String> {
    let value = table.get(key)?;
    localized_value(table, key, value, lang)
}

/// The same, of a value under any key.
pub(crate) fn localized_value<'d>(
    table: &Table<'d>,
    key: &str,
    value: &'d Spanned<DeValue<'d>>,
    lang: Lang,
) -> Option<String> {
    if value.get_ref().as_str().is_some() {
        return table.line_of(key, value);
    }
    let texts = table.table_of(key, value)?;
    let (nl, en) = (texts.optional_line("nl"), texts.optional_line("en"));
    if !texts.has("nl") && !texts.has("en") {
        let path = table.path_of(key);
        table.problem_at(value, |lang| lang.no_language(&path));
    }
    texts.finish();
    let (own, other) = lang.pick((nl.clone(), en.clone()), (en, nl));
    own.or(other)
}

/// The file's table `references`, in one language; none where it is missing.
pub(crate) fn references(table: &Table<'_>, lang: Lang) -> References {
    let Some(table) = table.optional_table("references") else {
        return References::new();
    };
    let texts = table.keys().into_iter().filter_map(|key| {
        let value = table.value(&key.value)?;
        let text = localized_value(&table, &key.value, value, lang)?;
        Some((key.value, text))
    });
    texts.collect()
}

/// Where the thing that a table tells of comes from: the text of the key under its `reference`.
pub(crate) fn referenced(table: &Table<'_>, references: &References) -> Option<String> {
    let key = table.text("reference")?;
    let source = references.get(&key).cloned();
    if source.is_none() {
        table.problem("reference", Lang::unknown_reference);
    }
    source
}

/// The texts of these keys in every table of these lists, and of such lists inside them, in one language. What is wrong with
/// one is said where it is read.
pub(crate) fn texts_in<'d>(table: &Table<'d>, lists: &[&str], keys: &[&str], lang: Lang) -> Vec<&'d str> {
    let mut texts = Vec::new();
    add_texts(table.entries, lists, keys, lang, &mut texts);
    texts
}

fn add_texts<'d>(table: &'d DeTable<'d>, lists: &[&str], keys: &[&str], lang: Lang, texts: &mut Vec<&'d str>) {
    for array in lists.iter().filter_map(|list| table.get(*list)?.get_ref().as_array()) {
        for inner in array.iter().filter_map(|value| value.get_ref().as_table()) {
            let values = keys.iter().filter_map(|key| inner.get(*key));
            texts.extend(values.filter_map(|value| match value.get_ref() {
                DeValue::Table(both) => both.get(lang.code())?.get_ref().as_str(),
                one => one.as_str(),
            }));
            add_texts(inner, lists, keys, lang, texts);
        }
    }
}
