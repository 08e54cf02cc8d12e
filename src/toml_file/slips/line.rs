//! One line of a file: the first of its words that isn't as it should be.

use std::ops::Range;

use toml_parser::lexer::TokenKind::{
    self, Atom, BasicString, Comma, Comment, Dot, Eof, Equals, LeftCurlyBracket, LeftSquareBracket, LiteralString,
    MlBasicString, MlLiteralString, Newline, RightCurlyBracket, RightSquareBracket, Whitespace,
};

use super::{
    Slip,
    word::{Word, ends_value, is_bare, is_closed, is_name, is_text, is_value, odd_character, open_text},
};

/// A bracket that wasn't closed yet.
#[derive(Clone, Copy)]
pub(super) struct Open {
    kind: TokenKind,
    /// Its byte offset.
    pub(super) at: usize,
}

/// A line, where a text over several lines is part of the one that it begins on.
pub(super) struct Line<'w, 't> {
    text: &'t str,
    words: &'w [Word<'t>],
    /// The words without what stands between and behind them.
    read: Vec<Word<'t>>,
    /// The last such word of the lines before.
    before: Option<Word<'t>>,
}

/// What can come next on a line.
#[derive(Clone, Copy)]
enum Next {
    /// The name of something, or more of it.
    Key,
    Value,
    /// A comma, a bracket or the end.
    Behind,
}

type Found = Option<(usize, Slip)>;

impl<'w, 't> Line<'w, 't> {
    pub(super) fn new(text: &'t str, words: &'w [Word<'t>], before: Option<Word<'t>>) -> Self {
        let is_read = |word: &&Word<'_>| !matches!(word.kind, Whitespace | Newline | Comment | Eof);
        let read = words.iter().filter(is_read).copied().collect();
        Line {
            text,
            words,
            read,
            before,
        }
    }

    /// The line that an offset is on, with its break; the last one reaches past the end of the text.
    pub(super) fn around(text: &str, at: usize) -> Range<usize> {
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
        start..end + 1
    }

    pub(super) fn range(&self) -> Range<usize> {
        let start = self.words.first().map_or(0, |word| word.at);
        let last = self.words.last().map_or(0, Word::end);
        start..last + usize::from(last == self.text.len())
    }

    /// Whether it has nothing but space and a comment.
    pub(super) fn is_empty(&self) -> bool {
        self.read.is_empty()
    }

    pub(super) fn last(&self) -> Option<Word<'t>> {
        self.read.last().copied()
    }

    /// Whether something new begins here though a bracket is still open: `name =` in a list, or `[name]`.
    pub(super) fn begins_statement(&self, open: &[Open]) -> bool {
        let names = self.read.iter().take_while(|word| is_name(word.kind)).count();
        if names > 0 && self.read.get(names).is_some_and(|word| word.kind == Equals) {
            let goes_on = self
                .before
                .is_none_or(|word| matches!(word.kind, Comma | LeftCurlyBracket));
            return !(goes_on && open.last().is_some_and(|open| open.kind == LeftCurlyBracket));
        }
        let name = self.read.iter().find(|word| word.kind != LeftSquareBracket);
        let named = name.is_some_and(|word| {
            word.kind == Atom && word.text.starts_with(|c: char| c.is_alphabetic()) && !is_value(word.text)
        });
        let [first, .., last] = self.read.as_slice() else {
            return false;
        };
        named && first.kind == LeftSquareBracket && last.kind == RightSquareBracket
    }

    /// Opens and closes brackets as the line does.
    pub(super) fn follow_brackets(&self, open: &mut Vec<Open>) {
        follow(&self.read, open);
    }

    /// The first slip on the line, which opens and closes brackets.
    pub(super) fn slip(&self, open: &mut Vec<Open>) -> Found {
        if open.is_empty() && self.read.first().is_some_and(|word| word.kind == LeftSquareBracket) {
            return self.header();
        }
        let mut next = match (open.last(), self.before) {
            (None, _) => Next::Key,
            (Some(_), Some(word)) if ends_value(word.kind) => Next::Behind,
            (Some(open), Some(word)) if open.kind == LeftCurlyBracket && word.kind != Equals => Next::Key,
            (Some(_), _) => Next::Value,
        };
        let mut name: Vec<Word<'_>> = Vec::new();
        let mut at = 0;
        while let Some(word) = self.read.get(at) {
            let used = match next {
                Next::Key => self.key(at, open, &mut name, &mut next),
                Next::Value => self.value(at, open, &mut next),
                Next::Behind => self.behind(at, open, &mut next),
            };
            match used {
                Ok(used) => {
                    let used = used.max(1);
                    follow(&self.read[at..at + used], open);
                    at += used;
                }
                Err(slip) => {
                    follow(&self.read[at..], open);
                    return slip;
                }
            }
            if word.kind == Comma || word.kind == LeftCurlyBracket {
                name.clear();
            }
        }
        let end = self.read.last().map(Word::end)?;
        match next {
            Next::Key if open.is_empty() => Some((name.first()?.end(), Slip::NoEquals)),
            Next::Value if open.is_empty() => Some((end, Slip::NoValue)),
            _ => None,
        }
    }

    /// `[name]` or `[[name]]`.
    fn header(&self) -> Found {
        let count = |kind| self.read.iter().filter(|word| word.kind == kind).count();
        let (opened, closed) = (count(LeftSquareBracket), count(RightSquareBracket));
        let odd = self
            .read
            .iter()
            .filter(|word| word.kind == Atom)
            .find_map(odd_character);
        let behind = self
            .read
            .iter()
            .rev()
            .take_while(|word| word.kind != RightSquareBracket)
            .last();
        let first = self.read.first()?.at;
        match behind {
            _ if odd.is_some() => odd,
            Some(word) if opened == closed => Some((word.at, Slip::BehindValue)),
            _ if opened != closed || opened > 2 => Some((first, Slip::HeaderBrackets)),
            _ => None,
        }
    }

    /// A word where a name is expected; how many words were used.
    fn key(&self, at: usize, open: &[Open], name: &mut Vec<Word<'t>>, next: &mut Next) -> Result<usize, Found> {
        let word = self.read[at];
        let no_equals = |name: &[Word<'_>]| Err(name.first().map(|name| (name.end(), Slip::NoEquals)));
        // A name goes on behind a point alone.
        let follows = name.last().is_some_and(|last| last.kind != Dot);
        match word.kind {
            Atom => {
                let is_dash = follows && word.text.chars().count() == 1;
                if let Some(odd) = odd_character(&word).filter(|(_, slip)| !is_dash || *slip != Slip::LongDash) {
                    return Err(Some(odd));
                }
                if let Some(colon) = word.text.find(':').filter(|_| !word.text.contains("://")) {
                    return Err(Some((word.at + colon, Slip::Colon)));
                }
                name.push(word);
            }
            BasicString | LiteralString | MlBasicString | MlLiteralString => {
                if follows {
                    return no_equals(name);
                }
                if !is_closed(&word) {
                    return Err(Some((word.at, Slip::OpenQuote)));
                }
                name.push(word);
            }
            Dot => name.push(word),
            Equals => {
                let junk = name.iter().enumerate().find(|(index, word)| {
                    let is_second = *index > 0 && word.kind != Dot && name[index - 1].kind != Dot;
                    is_second || word.kind == Atom && !word.text.bytes().all(is_bare)
                });
                if let Some((_, word)) = junk {
                    return Err(Some((word.at, Slip::BadName)));
                }
                if name.is_empty() {
                    return Err(None);
                }
                *next = Next::Value;
            }
            Comma if name.is_empty() && !open.is_empty() => return Err(Some((word.at, Slip::StrayComma))),
            RightCurlyBracket if name.is_empty() && !open.is_empty() => *next = Next::Behind,
            RightSquareBracket | RightCurlyBracket if name.is_empty() => {
                return Err(Some((word.at, Slip::ExtraBracket)));
            }
            _ => return no_equals(name),
        }
        Ok(1)
    }

    /// A word where a value is expected; how many words were used.
    fn value(&self, at: usize, open: &[Open], next: &mut Next) -> Result<usize, Found> {
        let word = self.read[at];
        let around = open.last().map(|open| open.kind);
        match word.kind {
            BasicString | LiteralString | MlBasicString | MlLiteralString => {
                if let Some(slip) = open_text(&word) {
                    return Err(Some(slip));
                }
            }
            Atom | Dot => {
                let used = self.bare(at);
                let words = &self.read[at..at + used];
                *next = Next::Behind;
                return self
                    .bare_slip(words, at, around)
                    .map_or(Ok(used), |slip| Err(Some(slip)));
            }
            LeftSquareBracket => return Ok(1),
            LeftCurlyBracket => {
                *next = Next::Key;
                return Ok(1);
            }
            RightSquareBracket if around == Some(LeftSquareBracket) => {}
            RightSquareBracket | RightCurlyBracket if around.is_none() => {
                return Err(Some((word.at, Slip::ExtraBracket)));
            }
            RightCurlyBracket if around == Some(LeftCurlyBracket) => return Err(Some((word.at, Slip::NoValue))),
            Comma => return Err(Some((word.at, Slip::StrayComma))),
            _ => return Err(None),
        }
        *next = Next::Behind;
        Ok(1)
    }

    /// A word behind a value; how many words were used.
    fn behind(&self, at: usize, open: &[Open], next: &mut Next) -> Result<usize, Found> {
        let word = self.read[at];
        let before = if at > 0 { Some(self.read[at - 1]) } else { self.before };
        let around = open.last().map(|open| open.kind);
        match word.kind {
            Comma => {
                let is_decimal = around != Some(LeftSquareBracket)
                    && before
                        .is_some_and(|word| word.kind == Atom && word.text.ends_with(|c: char| c.is_ascii_digit()))
                    && self
                        .read
                        .get(at + 1)
                        .is_some_and(|word| word.kind == Atom && word.text.bytes().all(|byte| byte.is_ascii_digit()))
                    && self
                        .read
                        .get(at + 2)
                        .is_none_or(|word| !matches!(word.kind, Equals | Dot));
                match around {
                    _ if is_decimal => return Err(Some((word.at, Slip::DecimalComma))),
                    None => return Err(Some((word.at, Slip::StrayComma))),
                    Some(LeftSquareBracket) => *next = Next::Value,
                    Some(_) => *next = Next::Key,
                }
            }
            RightSquareBracket if around == Some(LeftSquareBracket) => {}
            RightCurlyBracket if around == Some(LeftCurlyBracket) => {}
            RightSquareBracket | RightCurlyBracket => return Err(Some((word.at, Slip::ExtraBracket))),
            Equals | Newline | Eof | Whitespace | Comment => return Err(None),
            _ => return Err(Some(self.follows_value(at, before, around))),
        }
        Ok(1)
    }

    /// What it is when another value, or part of one, follows a value at once.
    fn follows_value(&self, at: usize, before: Option<Word<'t>>, around: Option<TokenKind>) -> (usize, Slip) {
        let word = self.read[at];
        if let Some(odd) = odd_character(&word).filter(|_| word.kind == Atom) {
            return odd;
        }
        let stands_apart = before.is_none_or(|before| before.end() < word.at);
        let begins_pair = is_name(word.kind)
            && self
                .read
                .get(at + 1)
                .is_some_and(|next| matches!(next.kind, Equals | Dot));
        let is_whole = match word.kind {
            Atom | Dot => is_value(word.text),
            BasicString | LiteralString | MlBasicString | MlLiteralString => is_closed(&word),
            _ => true,
        };
        if around.is_some() && (begins_pair || stands_apart && is_whole) {
            return (word.at, Slip::NoComma);
        }
        let has_quote = self.read[at..].iter().any(|word| word.text.contains(['"', '\'']));
        match before.filter(|before| is_text(before.kind)) {
            // `"one, "two"`: what closes the first text was to open the second.
            Some(before) if has_quote && before.text.trim_matches(['"', '\'', ' ']).ends_with(',') => {
                (before.at, Slip::OpenQuote)
            }
            Some(before) if has_quote => (before.end() - 1, Slip::QuotesInText),
            _ => (word.at, Slip::BehindValue),
        }
    }

    /// How many words a value without quotes has: numbers have points in them, and a time stands behind its day.
    fn bare(&self, at: usize) -> usize {
        self.read[at..]
            .iter()
            .take_while(|word| matches!(word.kind, Atom | Dot))
            .count()
    }

    /// What is wrong with a value without quotes.
    fn bare_slip(&self, words: &[Word<'t>], at: usize, around: Option<TokenKind>) -> Found {
        let (first, last) = (words.first()?, words.last()?);
        if let Some(odd) = words.iter().find_map(odd_character) {
            return Some(odd);
        }
        let bare = &self.text[first.at..last.end()];
        if is_value(bare) {
            return None;
        }
        let behind = self.read.get(at + words.len()).is_some_and(|word| is_text(word.kind));
        if bare.contains(['"', '\'']) || behind {
            return Some((first.at, Slip::NoOpeningQuote));
        }
        let parts = || bare.split_whitespace();
        let second = words
            .iter()
            .find(|word| self.text[..word.at].ends_with([' ', '\t']) && word.at > first.at);
        match second {
            Some(second) if around.is_some() && parts().all(is_value) => Some((second.at, Slip::NoComma)),
            Some(second) if parts().next().is_some_and(is_value) => Some((second.at, Slip::BehindValue)),
            _ => Some((first.at, Slip::NotAValue)),
        }
    }
}

/// Opens and closes brackets as these words do.
fn follow(words: &[Word<'_>], open: &mut Vec<Open>) {
    for word in words {
        match word.kind {
            LeftSquareBracket | LeftCurlyBracket => open.push(Open {
                kind: word.kind,
                at: word.at,
            }),
            RightSquareBracket | RightCurlyBracket => drop(open.pop()),
            _ => {}
        }
    }
}
