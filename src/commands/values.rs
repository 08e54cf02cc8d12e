//! What the values of flags can be. Who refuses one says what is allowed, so that no list of it stands anywhere else.

use std::{fmt, ops::RangeInclusive};

use chrono::NaiveDate;

use crate::{
    day::{Yearless, typed_day},
    fault::Fault,
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

/// A group of a team is called as a team is.
pub fn group(text: &str) -> Result<String, NotAllowed> {
    team(text)
}

/// Some words, about as long as a note.
pub fn words(text: &str) -> Result<String, NotAllowed> {
    allowed(text_up_to(text, NOTE_CHARS), |lang| lang.allowed_text(NOTE_CHARS))
}

fn text_up_to(text: &str, limit: usize) -> Option<String> {
    let text = text.trim();
    (1..=limit).contains(&text.chars().count()).then(|| text.to_owned())
}

/// A day as someone typed it.
#[derive(Clone, Debug)]
pub enum TypedDay {
    /// One that no other day is needed for.
    Whole(NaiveDate),
    /// Without a year, or counted from a day: one of several, and perhaps none.
    From(String),
}

impl TypedDay {
    /// The nearest such day: a meeting that is noted down was lately, or is soon.
    ///
    /// # Errors
    /// When there is no such day, or today isn't known and counts.
    pub fn nearest(&self, today: impl FnOnce() -> Result<NaiveDate, Fault>) -> Result<NaiveDate, Fault> {
        self.day(today, Yearless::Nearest)
    }

    /// The first such day from the given one on.
    ///
    /// # Errors
    /// As [`TypedDay::nearest`].
    pub fn next(&self, from: impl FnOnce() -> Result<NaiveDate, Fault>) -> Result<NaiveDate, Fault> {
        self.day(from, Yearless::Next)
    }

    /// The last such day up to the given one.
    ///
    /// # Errors
    /// As [`TypedDay::nearest`].
    pub fn last(&self, until: impl FnOnce() -> Result<NaiveDate, Fault>) -> Result<NaiveDate, Fault> {
        self.day(until, Yearless::Last)
    }

    /// Whether this day can be meant.
    pub fn is(&self, day: NaiveDate) -> bool {
        self.nearest(|| Ok(day)) == Ok(day)
    }

    fn day(&self, from: impl FnOnce() -> Result<NaiveDate, Fault>, yearless: Yearless) -> Result<NaiveDate, Fault> {
        match self {
            TypedDay::Whole(day) => Ok(*day),
            TypedDay::From(text) => {
                let day = typed_day(text, from()?, yearless).and_then(Result::ok);
                day.ok_or_else(|| Fault::wrong_use(Lang::no_such_day))
            }
        }
    }
}

pub fn day(text: &str) -> Result<TypedDay, NotAllowed> {
    // Far enough apart that no day is the nearest one to both; a leap year, and far enough from the end to count from.
    let [early, late] = [2000, 9000].map(|year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default());
    let counted = |from| typed_day(text, from, Yearless::Nearest).and_then(Result::ok);
    let typed = counted(late).map(|day| match counted(early) {
        Some(same) if same == day => TypedDay::Whole(day),
        _ => TypedDay::From(text.to_owned()),
    });
    allowed(typed, Lang::allowed_day)
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
        assert_eq!(typed.nearest(|| Ok(on("2026-11-25"))), Ok(on("2026-11-21")));
        assert_eq!(typed.next(|| Ok(on("2026-11-25"))), Ok(on("2027-11-21")));
        assert!(typed.is(on("2019-11-21")) && !typed.is(on("2019-11-22")));
        let typed = day("21-11-2026").unwrap();
        assert!(typed.is(on("2026-11-21")) && !typed.is(on("2019-11-21")));
        let typed = day("+6w").unwrap();
        assert_eq!(typed.nearest(|| Ok(on("2026-11-19"))), Ok(on("2026-12-31")));
    }

    #[test]
    fn only_a_day_without_a_year_needs_another_day() {
        let no_day = Fault::failed(Lang::no_such_day);
        for (typed, needs) in [
            ("21-11-2026", false),
            ("2026-11-21", false),
            ("za 21 nov 2026", false),
            ("1-1-0001", false),
            ("31-12-9999", false),
            ("21 nov", true),
            ("29 feb", true),
            ("+6w", true),
            ("over zes weken", true),
        ] {
            let found = day(typed).unwrap().nearest(|| Err(no_day.clone()));
            assert_eq!(found == Err(no_day.clone()), needs, "{typed}");
        }
        // Beyond the last day there is none to take instead.
        let last = || Ok(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap());
        assert!(day("+6w").unwrap().nearest(last).is_err() && day("1 jan").unwrap().next(last).is_err());
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
