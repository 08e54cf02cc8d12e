//! What the values of flags can be. Who refuses one says what is allowed, so that no list of it stands anywhere else.

use std::{fmt, ops::RangeInclusive};

use chrono::NaiveDate;

use crate::{
    lang::{Lang, Sentence},
    profile::{NOTE_CHARS, TEAM_CHARS},
    tally::Mode,
    toml_file::parse_date,
};

/// A value that can't be, and what can: the end of "Give …".
#[derive(Debug)]
pub struct NotAllowed {
    pub allowed: Sentence,
}

impl fmt::Display for NotAllowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.allowed.text(Lang::En))
    }
}

impl std::error::Error for NotAllowed {}

/// The value, or else what would be one.
fn allowed<T>(value: Option<T>, allowed: impl Fn(Lang) -> String) -> Result<T, NotAllowed> {
    value.ok_or_else(|| NotAllowed {
        allowed: Sentence::new(allowed),
    })
}

pub fn language(text: &str) -> Result<Lang, NotAllowed> {
    let lang = Lang::ALL.into_iter().find(|lang| lang.code() == text);
    allowed(lang, languages)
}

/// The languages as someone would sum them up.
pub fn languages(lang: Lang) -> String {
    lang.one_of(&Lang::ALL.map(Lang::code))
}

pub fn team(text: &str) -> Result<String, NotAllowed> {
    allowed(text_up_to(text, TEAM_CHARS), |lang| lang.allowed_name(TEAM_CHARS))
}

/// Some words, about as long as a note.
pub fn words(text: &str) -> Result<String, NotAllowed> {
    allowed(text_up_to(text, NOTE_CHARS), |lang| lang.allowed_text(NOTE_CHARS))
}

fn text_up_to(text: &str, limit: usize) -> Option<String> {
    let text = text.trim();
    (1..=limit).contains(&text.chars().count()).then(|| text.to_owned())
}

pub fn day(text: &str) -> Result<NaiveDate, NotAllowed> {
    allowed(parse_date(text), Lang::allowed_day)
}

pub fn mode(text: &str) -> Result<Mode, NotAllowed> {
    allowed(Mode::named(text), |lang| {
        lang.allowed_mode(Mode::Joint.word(), Mode::Tally.word())
    })
}

/// The number of an agreement in the list, from 1.
pub fn agreement(text: &str) -> Result<usize, NotAllowed> {
    let number = text.parse().ok().filter(|number| *number > 0);
    allowed(number, Lang::allowed_agreement)
}

/// How many elements are marked as lowest.
pub fn weakest(text: &str) -> Result<usize, NotAllowed> {
    let weakest = number(1..=100)(text)?;
    Ok(usize::try_from(weakest).unwrap_or(usize::MAX))
}

/// A whole number within limits.
pub fn number(limits: RangeInclusive<u32>) -> impl Fn(&str) -> Result<u32, NotAllowed> + Clone + Send + Sync + 'static {
    move |text| {
        let number = text.parse().ok().filter(|number| limits.contains(number));
        allowed(number, |lang| lang.allowed_number(*limits.start(), *limits.end()))
    }
}
