//! What the values of flags can be. Why one can't be is said by the one sentence for wrong use, so errors here are empty.

use chrono::NaiveDate;

use super::Format;
use crate::{lang::Lang, tally::Mode, toml_file::parse_date};

/// The most characters of a team's name.
pub const TEAM_CHARS: usize = 200;

pub(super) fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::ALL
        .into_iter()
        .find(|lang| lang.code() == text)
        .ok_or_else(String::new)
}

pub(super) fn parse_team(text: &str) -> Result<String, String> {
    let team = text.trim();
    let sound = !team.is_empty() && team.chars().count() <= TEAM_CHARS;
    sound.then(|| team.to_owned()).ok_or_else(String::new)
}

pub(super) fn parse_words(text: &str) -> Result<String, String> {
    let text = text.trim();
    let sound = !text.is_empty() && text.chars().count() <= crate::profile::NOTE_CHARS;
    sound.then(|| text.to_owned()).ok_or_else(String::new)
}

pub(super) fn parse_day(text: &str) -> Result<NaiveDate, String> {
    parse_date(text).ok_or_else(String::new)
}

pub(super) fn parse_mode(text: &str) -> Result<Mode, String> {
    Mode::named(text).ok_or_else(String::new)
}

pub(super) fn parse_format(text: &str) -> Result<Format, String> {
    Format::named(text).ok_or_else(String::new)
}

pub(super) fn parse_number(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|number| *number > 0).ok_or_else(String::new)
}

pub(super) fn parse_weakest(text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|count| (1..=100).contains(count))
        .ok_or_else(String::new)
}
