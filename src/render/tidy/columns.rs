//! The one table of columns: what each is called, what can stand in it, what it means, and how it is filled.

use super::{Row, guarded};
use crate::{
    fraction::{Fraction, plain},
    lang::Lang,
    scoring::{Band, Outcome, Spread},
};

/// The highest number that a scale can have: eleven points from one.
pub(super) const HIGHEST: u32 = 11;

/// One column of the rows.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What can stand in it.
    pub kind: Kind,
    /// Whether something stands in it in every row.
    pub always: bool,
    /// What it means.
    pub about: fn(Lang) -> String,
    cell: fn(&Row<'_>) -> String,
}

/// What can stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text, on one line.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A day, as 2026-11-21.
    Day,
    /// `true` or `false`.
    Truth,
    /// A whole number, from the lowest to the highest that it can be.
    Whole(u32, Option<u32>),
    /// A number of a scale or between two of them, with up to six decimals.
    Number,
}

use Kind::{Day, Number, Text, Truth, Whole, Word};

const MODES: &[&str] = &["joint", "tally", "ballots", "merged"];
const BANDS: &[&str] = &["strong", "discuss", "discuss-first"];
const OUTCOMES: &[&str] = &["scored", "not-applicable", "dont-know", "unanswered"];

/// The one column that not everyone is to have.
const NOTE: &str = "note";

const COLUMNS: [Column; 46] = [
    column("profile", Text, Lang::column_profile, |row| guarded(row.answered.file)),
    column("folder", Text, Lang::column_folder, |row| guarded(row.answered.folder)),
    column("team", Text, Lang::column_team, |row| guarded(&row.profile().team)),
    or_none("group", Text, Lang::column_group, |row| {
        guarded(row.profile().group.as_deref().unwrap_or_default())
    }),
    column("date", Day, Lang::column_date, |row| row.profile().date.to_string()),
    column("newest", Truth, Lang::column_newest, |row| {
        row.answered.newest.to_string()
    }),
    column("mode", Word(MODES), Lang::column_mode, |row| {
        row.profile().mode.word().to_owned()
    }),
    column("participants", Whole(1, None), Lang::column_participants, |row| {
        row.profile().participants.to_string()
    }),
    column("questionnaire", Text, Lang::column_questionnaire, |row| {
        guarded(&row.profile().questionnaire.id)
    }),
    column(
        "questionnaire_version",
        Whole(1, None),
        Lang::column_questionnaire_version,
        |row| row.profile().questionnaire.version.to_string(),
    ),
    column("picture", Whole(1, None), Lang::column_picture, |row| {
        row.answered.picture.to_string()
    }),
    column("language", Word(&["nl", "en"]), Lang::column_language, |row| {
        row.profile().questionnaire.lang.code().to_owned()
    }),
    column("scale_first", Whole(0, Some(1)), Lang::column_scale_first, |row| {
        row.profile().questionnaire.scale.first.to_string()
    }),
    column("scale_points", Whole(2, Some(11)), Lang::column_scale_points, |row| {
        row.profile().questionnaire.scale.points().to_string()
    }),
    column("element", Text, Lang::column_element, |row| {
        guarded(&row.profile().questionnaire.elements[row.at.0].id)
    }),
    or_none("element_title", Text, Lang::column_element_title, |row| {
        guarded(&row.profile().questionnaire.elements[row.at.0].title)
    }),
    or_none("element_score", Number, Lang::column_element_score, |row| {
        number(row.element.score.as_ref())
    }),
    or_none("element_band", Word(BANDS), Lang::column_element_band, |row| {
        row.element.band.map(Band::word).unwrap_or_default().to_owned()
    }),
    column("element_weakest", Truth, Lang::column_element_weakest, |row| {
        row.answered.scores.is_weakest(row.at.0).to_string()
    }),
    column(
        "element_often_unknown",
        Truth,
        Lang::column_element_often_unknown,
        |row| row.element.is_often_unknown().to_string(),
    ),
    column("question", Text, Lang::column_question, |row| {
        guarded(&row.profile().questionnaire.full_id(row.at))
    }),
    or_none("text", Text, Lang::column_text, |row| guarded(&row.asked.text)),
    column("reverse", Truth, Lang::column_reverse, |row| {
        row.asked.reverse.to_string()
    }),
    column("asked", Truth, Lang::column_asked, |row| {
        (row.question.outcome != Outcome::NotAsked).to_string()
    }),
    column("outcome", Word(OUTCOMES), Lang::column_outcome, |row| {
        row.question.outcome.word().to_owned()
    }),
    or_none("score", Number, Lang::column_score, |row| {
        number(row.question.outcome.score())
    }),
    or_none("numbers", Whole(0, None), Lang::column_numbers, |row| {
        count(row.profile().numbers(row.at, row.question))
    }),
    votes::<0>("votes_0"),
    votes::<1>("votes_1"),
    votes::<2>("votes_2"),
    votes::<3>("votes_3"),
    votes::<4>("votes_4"),
    votes::<5>("votes_5"),
    votes::<6>("votes_6"),
    votes::<7>("votes_7"),
    votes::<8>("votes_8"),
    votes::<9>("votes_9"),
    votes::<10>("votes_10"),
    votes::<HIGHEST>("votes_11"),
    or_none("dont_know", Whole(0, None), Lang::column_dont_know, |row| {
        count(row.counts.as_ref().map(|tally| tally.dont_know))
    }),
    or_none("not_applicable", Whole(0, None), Lang::column_not_applicable, |row| {
        count(row.counts.as_ref().map(|tally| tally.not_applicable))
    }),
    or_none("median", Number, Lang::column_median, |row| {
        number(row.question.median.as_ref())
    }),
    column("divided", Truth, Lang::column_divided, |row| {
        (row.question.spread == Spread::Divided).to_string()
    }),
    or_none("differ", Whole(0, None), Lang::column_differ, |row| {
        count(row.counts.as_ref().map(|_| row.question.differ()))
    }),
    column("thin", Truth, Lang::column_thin, |row| row.question.thin.to_string()),
    or_none(NOTE, Text, Lang::column_note, |row| {
        guarded(row.response.note.as_deref().unwrap_or_default())
    }),
];

/// The columns, in their order; that of the notes only if they go along.
pub fn columns(with_notes: bool) -> impl Iterator<Item = Column> {
    COLUMNS
        .into_iter()
        .filter(move |column| with_notes || column.name != NOTE)
}

impl Column {
    pub(super) fn of(&self, row: &Row<'_>) -> String {
        (self.cell)(row)
    }
}

const fn column(name: &'static str, kind: Kind, about: fn(Lang) -> String, cell: fn(&Row<'_>) -> String) -> Column {
    Column {
        name,
        kind,
        always: true,
        about,
        cell,
    }
}

/// One that can be empty.
const fn or_none(name: &'static str, kind: Kind, about: fn(Lang) -> String, cell: fn(&Row<'_>) -> String) -> Column {
    Column {
        always: false,
        ..column(name, kind, about, cell)
    }
}

/// How often a number was given; empty where the scale hasn't got it, or where that isn't told.
const fn votes<const NUMBER: u32>(name: &'static str) -> Column {
    let about = |lang: Lang| lang.column_votes(NUMBER);
    or_none(name, Whole(0, None), about, |row| {
        let scale = &row.profile().questionnaire.scale;
        if !scale.numbers().contains(&NUMBER) {
            return String::new();
        }
        let place = (NUMBER - scale.first) as usize;
        count(row.counts.as_ref().map(|tally| tally.votes[place]))
    })
}

/// A whole number; nothing where a shared profile doesn't tell it.
fn count(value: Option<u32>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A number with up to six decimals; nothing without one.
fn number(value: Option<&Fraction>) -> String {
    value.map(|value| plain(value).to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fraction::fraction, tally::Mode};

    #[test]
    fn every_word_that_a_cell_can_have_is_in_its_column() {
        assert_eq!(MODES, Mode::WORDS.map(|(word, _)| word));
        assert_eq!(BANDS, [Band::Strong, Band::Discuss, Band::DiscussFirst].map(Band::word));
        for outcome in [
            Outcome::Scored(fraction(1, 1)),
            Outcome::NotApplicable,
            Outcome::DontKnow,
            Outcome::Unanswered,
            Outcome::NotAsked,
        ] {
            assert!(OUTCOMES.contains(&outcome.word()), "{outcome:?}");
        }
    }

    #[test]
    fn every_column_has_a_name_of_its_own_and_says_what_it_is() {
        let mut names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COLUMNS.len());
        for column in COLUMNS {
            for lang in Lang::ALL {
                let about = (column.about)(lang);
                assert!(!about.is_empty() && !about.contains('|'), "{}", column.name);
            }
        }
    }
}
