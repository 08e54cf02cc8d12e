//! What the values of flags can be. Who refuses one says what is allowed, so that no list of it stands anywhere else.

use std::{fmt, ops::RangeInclusive};

use chrono::NaiveDate;

use crate::{
    day::{Yearless, typed_day},
    lang::{Lang, Sentence},
    profile::{NOTE_CHARS, TEAM_CHARS},
    tally::Mode,
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

/// A day as someone typed it, which exists; without a year it can be one of several.
#[derive(Clone, Debug)]
pub struct TypedDay(String);

impl TypedDay {
    /// The nearest such day: a meeting that is noted down was lately, or is soon.
    pub fn nearest(&self, today: NaiveDate) -> NaiveDate {
        self.day(today, Yearless::Nearest)
    }

    /// The first such day from the given one on.
    pub fn next(&self, from: NaiveDate) -> NaiveDate {
        self.day(from, Yearless::Next)
    }

    /// Whether this day can be meant.
    pub fn is(&self, day: NaiveDate) -> bool {
        self.nearest(day) == day
    }

    fn day(&self, from: NaiveDate, yearless: Yearless) -> NaiveDate {
        let day = typed_day(&self.0, from, yearless);
        // It was tried when it was typed.
        day.and_then(Result::ok).unwrap_or(from)
    }
}

pub fn day(text: &str) -> Result<TypedDay, NotAllowed> {
    // What is counted from a day shouldn't leave the calendar, whichever day that is.
    let late = NaiveDate::from_ymd_opt(9000, 1, 1).unwrap_or_default();
    let day = typed_day(text, late, Yearless::Nearest).and_then(Result::ok);
    allowed(day.map(|_| TypedDay(text.to_owned())), Lang::allowed_day)
}

pub fn mode(text: &str) -> Result<Mode, NotAllowed> {
    allowed(Mode::named(text), |lang| {
        lang.allowed_mode(Mode::Joint.word(), Mode::Tally.word(), Mode::Ballots.word())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toml_file::parse_date;

    #[test]
    fn a_typed_day_is_near_or_to_come_and_can_be_one_of_several() {
        let on = |text| parse_date(text).unwrap();
        let typed = day("21 nov").unwrap();
        assert_eq!(typed.nearest(on("2026-11-25")), on("2026-11-21"));
        assert_eq!(typed.next(on("2026-11-25")), on("2027-11-21"));
        assert!(typed.is(on("2019-11-21")) && !typed.is(on("2019-11-22")));
        let typed = day("21-11-2026").unwrap();
        assert!(typed.is(on("2026-11-21")) && !typed.is(on("2019-11-21")));
        assert_eq!(day("+6w").unwrap().nearest(on("2026-11-19")), on("2026-12-31"));
    }

    #[test]
    fn what_is_no_day_of_any_calendar_is_refused_with_what_is_one() {
        for no_day in ["", "30 feb", "31-2-2027", "volgende bijeenkomst", "+99999w"] {
            let refused = day(no_day).unwrap_err();
            assert!(refused.allowed.text(Lang::Nl).contains("21 nov"), "{no_day}");
        }
        assert!(day("29 feb").is_ok());
    }
}
