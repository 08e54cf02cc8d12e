//! By when something is to be done: a day, as people type it, or words such as "next meeting".

use chrono::NaiveDate;

use crate::{
    day::{NoSuchDay, Yearless, typed_day},
    toml_file::parse_date,
};

/// By when something is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// On this day at the latest.
    Day(NaiveDate),
    /// As the team said it, where that is no day.
    Words(String),
}

impl Due {
    /// Understands what was typed at the meeting of this day, as [`typed_day`] does: `2027-01-15`, `15 jan`, `vrijdag 15 jan`, `+6w`,
    /// `over zes weken`. Without a year it is the first such day from the meeting on. Anything else stays as it was said.
    ///
    /// # Errors
    /// When it has the shape of a day but no calendar has it: `31-2-2027`.
    pub fn typed(text: &str, meeting: NaiveDate) -> Result<Due, NoSuchDay> {
        let text = text.trim();
        let day = typed_day(text, meeting, Yearless::Next).transpose()?;
        Ok(day.map_or_else(|| Due::Words(text.to_owned()), Due::Day))
    }

    /// As it stands in a file: a day is `YYYY-MM-DD`.
    pub fn stored(text: &str) -> Due {
        parse_date(text).map_or_else(|| Due::Words(text.to_owned()), Due::Day)
    }

    /// As it is written in files and JSON.
    pub fn word(&self) -> String {
        match self {
            Due::Day(day) => day.to_string(),
            Due::Words(words) => words.clone(),
        }
    }

    /// The day, where it is one.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Due::Day(day) => Some(*day),
            Due::Words(_) => None,
        }
    }
}

impl From<&str> for Due {
    fn from(text: &str) -> Self {
        Due::stored(text)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike as _, Days};
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).expect("a day")
    }

    #[test]
    fn days_are_understood_as_people_type_them() {
        let meeting = day("2026-11-19");
        for (typed, due) in [
            ("2027-01-15", "2027-01-15"),
            ("15-1-2027", "2027-01-15"),
            ("15-01-27", "2027-01-15"),
            ("15/1/2027", "2027-01-15"),
            ("15.1.2027", "2027-01-15"),
            (" 15 jan ", "2027-01-15"),
            ("15 Januari 2027", "2027-01-15"),
            ("Jan 15, 2027", "2027-01-15"),
            ("januari 15", "2027-01-15"),
            ("15-1", "2027-01-15"),
            ("20 nov", "2026-11-20"),
            ("19 nov", "2026-11-19"),
            ("18 nov", "2027-11-18"),
            ("1 mrt", "2027-03-01"),
            ("1 maart", "2027-03-01"),
            ("maa 1", "2027-03-01"),
            ("29 feb", "2028-02-29"),
            ("+6w", "2026-12-31"),
            ("+ 6 w", "2026-12-31"),
            ("+10d", "2026-11-29"),
            ("+2m", "2027-01-19"),
            ("over 6 weken", "2026-12-31"),
            ("6 weken", "2026-12-31"),
            ("6w", "2026-12-31"),
            ("over 1 week", "2026-11-26"),
            ("over zes weken", "2026-12-31"),
            ("Over een week", "2026-11-26"),
            ("in two months", "2027-01-19"),
            ("in 2 months", "2027-01-19"),
            ("vrijdag 15 januari", "2027-01-15"),
            ("vr. 15 jan", "2027-01-15"),
            ("don 14-1-2027", "2027-01-14"),
            ("Friday, January 15, 2027", "2027-01-15"),
            // The 15th of January 2027 is no Monday; the date is what the team wrote down.
            ("maandag 15 jan", "2027-01-15"),
        ] {
            assert_eq!(Due::typed(typed, meeting), Ok(Due::Day(day(due))), "{typed}");
        }
    }

    #[test]
    fn what_is_no_day_stays_as_it_was_said_and_an_impossible_day_is_refused() {
        let meeting = day("2026-11-19");
        for words in [
            "volgende bijeenkomst",
            "voor de zomer",
            "week 5",
            "in januari",
            "over een tijdje",
            "over zes",
            "een week",
            "half maart",
            "15",
            "ma 3",
            "vrijdag",
            "ma, di 3 jan",
            "zo 3 of 4",
            "zomer 2027",
            "3 of 4",
            "2027",
            "+6",
            "over 3 vergaderingen",
            "15 jan of later",
            "3 m",
            "5d",
        ] {
            assert_eq!(Due::typed(words, meeting), Ok(Due::Words(words.into())), "{words}");
        }
        for impossible in [
            "31-2-2027",
            "2027-02-30",
            "32 jan",
            "15-13-2027",
            "0-1-2027",
            "30 feb",
            "zondag 30 feb",
            "+99999999w",
        ] {
            assert_eq!(Due::typed(impossible, meeting), Err(NoSuchDay), "{impossible}");
        }
    }

    proptest! {
        #[test]
        fn a_day_is_itself_again_from_a_file_and_in_each_way_of_typing(offset in 0_u64..100_000, from in 0_u64..100_000) {
            let start = day("1990-01-01");
            let (meeting, due) = (start + Days::new(from), start + Days::new(offset));
            prop_assert_eq!(Due::stored(&due.to_string()), Due::Day(due));
            for form in ["%Y-%m-%d", "%-d-%-m-%Y", "%d/%m/%Y", "%-d %b %Y", "%B %-d, %Y"] {
                let typed = due.format(form).to_string();
                prop_assert_eq!(Due::typed(&typed, meeting), Ok(Due::Day(due)), "{}", typed);
            }
            let without_year = Due::typed(&due.format("%-d %b").to_string(), meeting).expect("a day that comes round");
            let day = without_year.day().expect("a day");
            prop_assert!(day >= meeting && (day.day(), day.month()) == (due.day(), due.month()));
            let longest = if (due.day(), due.month()) == (29, 2) { 8 * 366 } else { 366 };
            prop_assert!(day.signed_duration_since(meeting).num_days() <= longest);
        }

        #[test]
        fn any_text_is_a_day_or_words_or_no_such_day(text in ".{0,30}", from in 0_u64..100_000) {
            if let Ok(Due::Words(words)) = Due::typed(&text, day("1990-01-01") + Days::new(from)) {
                prop_assert_eq!(words, text.trim());
            }
        }
    }
}
