//! A day as people type it, in either language: `21-11-2026`, `21 nov`, `+6w`.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, Days, Months, NaiveDate};

/// The years that a day can be in, wherever it comes from: those that `YYYY-MM-DD` has room for.
const YEARS: RangeInclusive<i32> = 1..=9999;

/// The last day that there can be.
pub(crate) const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).expect("each year has this day");

/// The day, unless no file could hold it.
pub(crate) fn in_calendar(day: NaiveDate) -> Option<NaiveDate> {
    YEARS.contains(&day.year()).then_some(day)
}

/// What was typed looks like a day, but there is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDay;

/// Which day is meant where no year is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yearless {
    /// The first such day, as for something that is to be done.
    Next,
    /// The nearest such day, as for a meeting that was a while ago or comes soon; of two as near the earlier one.
    Nearest,
    /// The last such day, as for where a look back begins or ends.
    Last,
}

/// The months in Dutch and in English; any beginning of three letters or more is understood.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february"],
    &["maart", "mrt", "march"],
    &["april"],
    &["mei", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["augustus", "august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["december"],
];

/// The numbers from one to twelve in Dutch and in English.
const NUMBERS: [&[&str]; 12] = [
    &["een", "één", "a", "one"],
    &["twee", "two"],
    &["drie", "three"],
    &["vier", "four"],
    &["vijf", "five"],
    &["zes", "six"],
    &["zeven", "seven"],
    &["acht", "eight"],
    &["negen", "nine"],
    &["tien", "ten"],
    &["elf", "eleven"],
    &["twaalf", "twelve"],
];

/// The days of the week, which people put before a date, and the short forms of two letters.
const WEEKDAYS: [&[&str]; 7] = [
    &["maandag", "monday", "ma", "mo"],
    &["dinsdag", "tuesday", "di", "tu"],
    &["woensdag", "wednesday", "wo", "we"],
    &["donderdag", "thursday", "do", "th"],
    &["vrijdag", "friday", "vr", "fr"],
    &["zaterdag", "saturday", "za", "sa"],
    &["zondag", "sunday", "zo", "su"],
];

/// Understands a day: `2027-01-15`, `15-1-2027`, `15-1`, `15 jan`, `15 januari 2027`, also behind a day of the week (`vrijdag
/// 15 jan`), `+6w` (also `+10d`, `+2m`) or `over 6 weken`, counted `from` a day. The date counts, whatever the day of the week.
/// Anything else is `None`.
///
/// # Errors
/// When it has the shape of a day but no calendar has it: `31-2-2027`.
pub fn typed_day(text: &str, from: NaiveDate, yearless: Yearless) -> Option<Result<NaiveDate, NoSuchDay>> {
    let text = text.trim().to_lowercase();
    after(&text, from).or_else(|| calendar(&text, from, yearless))
}

/// `+6w`, `over 6 weken`, `over zes weken`, `6 weken`: counted from a day.
fn after(text: &str, from: NaiveDate) -> Option<Result<NaiveDate, NoSuchDay>> {
    let after_lead = ["+", "over ", "in "].iter().find_map(|lead| text.strip_prefix(lead));
    let rest = after_lead.unwrap_or(text).trim();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit): (u32, &str) = match (rest.split_at(digits), rest.split_once(' ')) {
        // Bare, `een week` is how long something takes.
        (("", _), Some((word, unit))) if after_lead.is_some() => (number_named(word)?, unit),
        ((number, unit), _) => (number.parse().ok()?, unit),
    };
    let day = match unit.trim() {
        // Bare, these two could begin the name of a day or a month.
        "d" | "m" if after_lead.is_none() => return None,
        "d" | "dag" | "dagen" | "day" | "days" => from.checked_add_days(Days::new(number.into())),
        "w" | "week" | "weken" | "weeks" => from.checked_add_days(Days::new(u64::from(number) * 7)),
        "m" | "maand" | "maanden" | "month" | "months" => from.checked_add_months(Months::new(number)),
        _ => return None,
    };
    Some(day.and_then(in_calendar).ok_or(NoSuchDay))
}

/// A small number by its name.
fn number_named(word: &str) -> Option<u32> {
    let index = NUMBERS.iter().position(|names| names.contains(&word))?;
    u32::try_from(index + 1).ok()
}

/// A day of the calendar, the year first or last or left out.
fn calendar(text: &str, from: NaiveDate, yearless: Yearless) -> Option<Result<NaiveDate, NoSuchDay>> {
    let mut parts: Vec<&str> = text
        .split(['-', '/', '.', ' ', ','])
        .filter(|part| !part.is_empty())
        .collect();
    if parts.first().is_some_and(|part| is_weekday(part)) {
        parts.remove(0);
    }
    let number = |part: &str| -> Option<u32> {
        let short = part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        short.then(|| part.parse().ok()).flatten()
    };
    // The year as two figures is one of this century.
    let year = |part: &str| match (part.len(), number(part)?) {
        (2, short) => i32::try_from(2000 + short).ok(),
        (4, year) => i32::try_from(year).ok(),
        _ => None,
    };
    let month = |part: &str| number(part).filter(|_| part.len() <= 2).or_else(|| month_named(part));
    let day = |part: &str| number(part).filter(|_| part.len() <= 2);
    let (year, month, day) = match parts.as_slice() {
        [first, second, third] if first.len() == 4 && number(first).is_some() => {
            (Some(year(first)?), month(second)?, day(third)?)
        }
        [first, second, third] => match (day(first), month_named(first)) {
            (Some(first), _) => (Some(year(third)?), month(second)?, first),
            (None, Some(named)) => (Some(year(third)?), named, day(second)?),
            (None, None) => return None,
        },
        [first, second] => match (day(first), month_named(first)) {
            (Some(first), _) => (None, month(second)?, first),
            (None, Some(named)) => (None, named, day(second)?),
            (None, None) => return None,
        },
        _ => return None,
    };
    let found = if let Some(year) = year {
        NaiveDate::from_ymd_opt(year, month, day)
    } else {
        // The 29th of February can be eight years away.
        let years = from.year().saturating_sub(8)..=from.year().saturating_add(8);
        let mut days = years
            .filter(|year| YEARS.contains(year))
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        match yearless {
            Yearless::Next => days.find(|day| *day >= from),
            Yearless::Last => days.filter(|day| *day <= from).max(),
            Yearless::Nearest => days.min_by_key(|day| day.signed_duration_since(from).num_days().abs()),
        }
    };
    Some(found.and_then(in_calendar).ok_or(NoSuchDay))
}

/// The number of a month by the beginning of its name.
fn month_named(text: &str) -> Option<u32> {
    let begins = |names: &&[&str]| text.len() >= 3 && names.iter().any(|name| name.starts_with(text));
    let index = MONTHS.iter().position(begins)?;
    u32::try_from(index + 1).ok()
}

/// Whether a text is a day of the week: whole, or the first two or three letters of it. `maa` is March.
fn is_weekday(text: &str) -> bool {
    let named = |name: &&str| *name == text || (text.len() == 3 && name.starts_with(text));
    month_named(text).is_none() && WEEKDAYS.iter().any(|names| names.iter().any(named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toml_file::parse_date;

    #[test]
    fn a_day_without_a_year_is_the_next_or_the_nearest_one() {
        let day = |text| parse_date(text).expect("a day");
        for (typed, from, next, nearest) in [
            ("21 nov", "2026-11-25", "2027-11-21", "2026-11-21"),
            ("21 nov", "2026-11-21", "2026-11-21", "2026-11-21"),
            ("21 nov", "2027-01-05", "2027-11-21", "2026-11-21"),
            ("2 december", "2026-11-25", "2026-12-02", "2026-12-02"),
            ("5-1", "2026-12-20", "2027-01-05", "2027-01-05"),
            // Half a year either way: such a meeting was.
            ("1 jul", "2027-01-01", "2027-07-01", "2027-07-01"),
            ("2 jul", "2027-01-01", "2027-07-02", "2027-07-02"),
            ("3 jul", "2027-01-01", "2027-07-03", "2026-07-03"),
            ("29 feb", "2026-03-01", "2028-02-29", "2028-02-29"),
            ("29 feb", "2026-02-27", "2028-02-29", "2024-02-29"),
            ("21-11-2026", "2027-11-25", "2026-11-21", "2026-11-21"),
            ("+2w", "2026-11-25", "2026-12-09", "2026-12-09"),
        ] {
            let typed_day = |yearless| typed_day(typed, day(from), yearless);
            assert_eq!(typed_day(Yearless::Next), Some(Ok(day(next))), "{typed}");
            assert_eq!(typed_day(Yearless::Nearest), Some(Ok(day(nearest))), "{typed}");
        }
        assert_eq!(
            typed_day("30 feb", day("2026-11-25"), Yearless::Nearest),
            Some(Err(NoSuchDay))
        );
        assert_eq!(typed_day("gisteren", day("2026-11-25"), Yearless::Nearest), None);
    }
}
