//! A word of a file: what it can be part of, and what is wrong within it.

use toml::de::DeTable;
use toml_parser::lexer::TokenKind::{
    self, Atom, BasicString, Dot, LiteralString, MlBasicString, MlLiteralString, RightCurlyBracket, RightSquareBracket,
};

use super::Slip;
use crate::text::is_unsafe;

/// A word of a file as the lexer sees it, with the byte offset where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    pub(super) kind: TokenKind,
    pub(super) text: &'t str,
    pub(super) at: usize,
}

impl Word<'_> {
    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

pub(super) fn is_text(kind: TokenKind) -> bool {
    matches!(kind, BasicString | LiteralString | MlBasicString | MlLiteralString)
}

pub(super) fn is_name(kind: TokenKind) -> bool {
    matches!(kind, Atom | Dot | BasicString | LiteralString)
}

pub(super) fn ends_value(kind: TokenKind) -> bool {
    is_text(kind) || matches!(kind, Atom | RightSquareBracket | RightCurlyBracket)
}

/// What a name without quotes is made of.
pub(super) fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Whether the parser takes it for a value.
pub(super) fn is_value(bare: &str) -> bool {
    DeTable::parse(&format!("x = {bare}")).is_ok()
}

/// Whether a text has its closing quotes.
pub(super) fn is_closed(word: &Word<'_>) -> bool {
    let quotes = match word.kind {
        BasicString => "\"",
        LiteralString => "'",
        MlBasicString => "\"\"\"",
        _ => "'''",
    };
    let escapes = matches!(word.kind, BasicString | MlBasicString);
    let inside = word.text.get(quotes.len()..).and_then(|rest| rest.strip_suffix(quotes));
    inside.is_some_and(|inside| {
        let backslashes = inside.len() - inside.trim_end_matches('\\').len();
        !escapes || backslashes % 2 == 0
    })
}

/// Why a text doesn't close.
pub(super) fn open_text(word: &Word<'_>) -> Option<(usize, Slip)> {
    if is_closed(word) {
        return None;
    }
    let text = word.text.trim_end();
    let (rest, end) = text
        .char_indices()
        .next_back()
        .map_or((text, ' '), |(at, c)| (&text[..at], c));
    Some(match word.kind {
        MlBasicString | MlLiteralString => (word.at, Slip::OpenLongText),
        _ if is_curly(end) => (word.at + rest.len(), Slip::CurlyQuote),
        BasicString if rest.ends_with('\\') && end == '"' => (word.at + rest.len() - 1, Slip::Backslash),
        _ => (word.at, Slip::OpenQuote),
    })
}

/// The first character that an editor or a web page put in the place of another.
pub(super) fn odd_character(word: &Word<'_>) -> Option<(usize, Slip)> {
    word.text.char_indices().find_map(|(at, c)| {
        let slip = match c {
            '\u{2010}'..='\u{2015}' | '−' => Slip::LongDash,
            c if is_curly(c) => Slip::CurlyQuote,
            c if c.is_whitespace() || is_unsafe(c) => Slip::Unseen,
            _ => return None,
        };
        Some((word.at + at, slip))
    })
}

fn is_curly(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201F}' | '«' | '»' | '‹' | '›' | '´' | '`')
}
