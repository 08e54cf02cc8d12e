//! What went wrong where a text is no TOML: the slips that people make in an editor, each told once and at its cause.
//!
//! The parser names all that it can't read from there on, which is nine things for one conflict of a merge. Here the words of
//! its lexer are gone through line by line, up to the first on each that isn't as it should be; what only the parser sees is
//! told as well. Nothing of the text itself is said.

mod line;
#[cfg(test)]
mod tests;
mod word;

use std::{collections::BTreeMap, ops::Range};

use toml::de::Error;
use toml_parser::{Source, lexer::TokenKind};

use self::{
    line::{Line, Open},
    word::Word,
};
use crate::{lang::Lang, text::is_unsafe};

/// A sentence of `messages` without arguments.
type Said = fn(Lang) -> String;

/// What a person did, or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    Backslash,
    BadName,
    BehindValue,
    Colon,
    CurlyQuote,
    DecimalComma,
    DoubleKey,
    DoubleTable,
    ExtraBracket,
    HeaderBrackets,
    LongDash,
    NoComma,
    NoEquals,
    NoOpeningQuote,
    NoValue,
    NotAValue,
    NotToml,
    OpenBracket,
    OpenLongText,
    OpenQuote,
    QuotesInText,
    StrayComma,
    TwoVersions,
    Unseen,
}

impl Slip {
    fn said(self) -> Said {
        match self {
            Slip::Backslash => Lang::backslash,
            Slip::BadName => Lang::bad_name,
            Slip::BehindValue => Lang::behind_value,
            Slip::Colon => Lang::colon_for_equals,
            Slip::CurlyQuote => Lang::curly_quote,
            Slip::DecimalComma => Lang::decimal_comma,
            Slip::DoubleKey => Lang::double_key,
            Slip::DoubleTable => Lang::double_table,
            Slip::ExtraBracket => Lang::extra_bracket,
            Slip::HeaderBrackets => Lang::header_brackets,
            Slip::LongDash => Lang::long_dash,
            Slip::NoComma => Lang::no_comma,
            Slip::NoEquals => Lang::no_equals,
            Slip::NoOpeningQuote => Lang::no_opening_quote,
            Slip::NoValue => Lang::no_value,
            Slip::NotAValue => Lang::not_a_value,
            Slip::NotToml => Lang::not_toml,
            Slip::OpenBracket => Lang::open_bracket,
            Slip::OpenLongText => Lang::open_long_text,
            Slip::OpenQuote => Lang::open_quote,
            Slip::QuotesInText => Lang::quotes_in_text,
            Slip::StrayComma => Lang::stray_comma,
            Slip::TwoVersions => Lang::two_versions,
            Slip::Unseen => Lang::unseen_character,
        }
    }
}

/// A slip, and the part of the text about which nothing more is said.
struct Told {
    at: usize,
    slip: Slip,
    on: Range<usize>,
}

/// Every slip as what is said of it, with the byte offset where it stands: at most one a line, in the order of the file.
pub(super) fn slips(text: &str, errors: &[Error]) -> Vec<(usize, Said)> {
    let mut told = conflicts(text);
    if told.is_empty() {
        let words = words(text);
        let lost_from;
        (told, lost_from) = seen(text, &words);
        told.extend(seen_by_parser(text, &words, errors, lost_from, &told));
        told.sort_by_key(|told| told.at);
    }
    told.into_iter().map(|told| (told.at, told.slip.said())).collect()
}

fn words(text: &str) -> Vec<Word<'_>> {
    let tokens = Source::new(text).lex();
    let words = tokens.map(|token| {
        let span = token.span();
        Word {
            kind: token.kind(),
            text: text.get(span.start()..span.end()).unwrap_or_default(),
            at: span.start(),
        }
    });
    words.collect()
}

/// Whether a merge left two versions in a text.
pub(crate) fn has_two_versions(text: &str) -> bool {
    !conflicts(text).is_empty()
}

/// Where a merge left two versions: whatever else is wrong comes of having both.
fn conflicts(text: &str) -> Vec<Told> {
    let mut at = 0;
    let mut is_open = false;
    let mut conflicts = Vec::new();
    for line in text.split_inclusive('\n') {
        let (begins, ends) = (line.starts_with("<<<<<<<"), line.starts_with(">>>>>>>"));
        // An end that stands alone tells it too.
        if begins || ends && !is_open {
            conflicts.push(Told {
                at,
                slip: Slip::TwoVersions,
                on: at..at,
            });
        }
        is_open = begins || is_open && !ends;
        at += line.len();
    }
    conflicts
}

/// The slips that are seen in the words, and the offset of a bracket that never closes: behind it the parser is no witness.
fn seen(text: &str, words: &[Word<'_>]) -> (Vec<Told>, usize) {
    let mut told: Vec<Told> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut lost_from = usize::MAX;
    let mut before = None;
    let mut is_torn = false;
    for words in words.split_inclusive(|word| matches!(word.kind, TokenKind::Newline | TokenKind::Eof)) {
        let line = Line::new(text, words, before);
        let begins = line.begins_statement(&open);
        if let Some(opened) = open.first().filter(|_| begins) {
            lost_from = lost_from.min(opened.at);
            never_closes(&mut told, opened.at);
            open.clear();
        }
        is_torn &= !begins && !line.is_empty();
        let range = line.range();
        let goes_on = !open.is_empty();
        if is_torn {
            // The rest of a text that was broken over lines.
            line.follow_brackets(&mut open);
            told.last_mut().expect("a torn text was told").on.end = range.end;
        } else if let Some((at, slip)) = line.slip(&mut open) {
            is_torn = slip == Slip::OpenQuote && open.is_empty();
            told.push(Told { at, slip, on: range });
        } else if let Some(last) = told.last_mut().filter(|last| goes_on && last.on.end == range.start) {
            // What follows in brackets that the parser took for something else.
            last.on.end = range.end;
        }
        before = line.last().or(before);
    }
    if let Some(opened) = open.first() {
        lost_from = lost_from.min(opened.at);
        never_closes(&mut told, opened.at);
    }
    (told, lost_from)
}

/// A bracket that never closes, unless a slip behind it tells why.
fn never_closes(told: &mut Vec<Told>, opened: usize) {
    if told.last().is_none_or(|told| told.at < opened) {
        told.push(Told {
            at: opened,
            slip: Slip::OpenBracket,
            on: opened..opened,
        });
    }
}

/// The slips that the parser alone sees.
fn seen_by_parser(text: &str, words: &[Word<'_>], errors: &[Error], lost_from: usize, told: &[Told]) -> Vec<Told> {
    let mut covered: BTreeMap<usize, usize> = told.iter().map(|told| (told.on.start, told.on.end)).collect();
    let mut errors: Vec<(usize, &Error)> = errors
        .iter()
        .map(|error| {
            (
                text.floor_char_boundary(error.span().map_or(0, |span| span.start)),
                error,
            )
        })
        .filter(|(at, _)| *at < lost_from)
        .collect();
    errors.sort_by_key(|(at, _)| *at);
    let mut told = Vec::new();
    for (at, error) in errors {
        if covered.range(..=at).next_back().is_none_or(|(_, end)| *end <= at) {
            let new = seen_at(text, words, at, error.message().contains("duplicate key"));
            covered.insert(new.on.start, new.on.end);
            told.push(new);
        }
    }
    told
}

fn seen_at(text: &str, words: &[Word<'_>], at: usize, is_double: bool) -> Told {
    let mut on = Line::around(text, at);
    let is_header = text[on.start..].trim_start_matches([' ', '\t']).starts_with('[');
    let behind = words.partition_point(|word| word.at < at);
    let escape = words[..behind]
        .last()
        .filter(|word| matches!(word.kind, TokenKind::BasicString | TokenKind::MlBasicString) && at <= word.end())
        .and_then(|word| text[word.at..at].rfind('\\').map(|within| word.at + within))
        // No escape is longer: \U0001F642.
        .filter(|backslash| at - backslash <= 10);
    let (at, slip) = match escape {
        _ if is_double && is_header => (at, Slip::DoubleTable),
        _ if is_double => (at, Slip::DoubleKey),
        Some(backslash) => (backslash, Slip::Backslash),
        None if text[at..].starts_with(|c| c != '\n' && is_unsafe(c)) => (at, Slip::Unseen),
        None if is_header => (at, Slip::BadName),
        None => (at, Slip::NotToml),
    };
    if slip == Slip::DoubleTable {
        // All that stands in it may be there twice.
        let behind = &text[on.end.min(text.len())..];
        on.end += behind.find("\n[").map_or(behind.len() + 1, |next| next + 1);
    }
    Told { at, slip, on }
}
