//! The answers of many profiles as tidy data for a database: a row for each question of each profile, and nothing to reckon
//! again but what goes over several profiles.
//!
//! The columns are one table, which the description beside the rows ([`package`]) and `examples/many-teams.md` are held to. A row is one
//! line of the file: a break in a text is shown as `↵`. A text can't become a formula, and numbers have a point.

mod columns;
pub mod package;

use std::{
    borrow::Cow,
    io::{self, Write},
};

use csv::{Terminator, WriterBuilder};

pub use self::columns::{Column, Kind, columns};
use super::csv::guarded;
use crate::{
    profile::{Profile, Response},
    questionnaire::{At, Question},
    scoring::{ElementScore, QuestionScore, Scores},
    tally::Tally,
};

/// A profile with what only its place among the others tells.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'p> {
    /// What was answered.
    pub profile: &'p Profile,
    /// The scores of these answers.
    pub scores: &'p Scores,
    /// Its file, from the folder that was named; safe to show.
    pub file: &'p str,
    /// The folder of that file, from the folder that was named, which is a dot itself; safe to show.
    pub folder: &'p str,
    /// Whether it is the newest of its team in its picture.
    pub newest: bool,
    /// The picture of many teams that it is in, which holds who was asked the same; from 1, the commonest.
    pub picture: usize,
}

/// Makes the rows of a profile.
pub type RowsOf<'d> = dyn Fn(&Answered<'_>) -> Vec<u8> + Sync + 'd;

/// Takes the rows of one profile after another.
pub type Taker<'d> = dyn FnMut(&[u8]) -> io::Result<()> + 'd;

/// The answers of many profiles, which are read while they are written: all of them would fill the memory.
pub struct Answers<'d> {
    /// Makes rows of each profile, on as many threads as it likes, and hands them over in the order of the profiles.
    pub each: &'d dyn Fn(&RowsOf<'_>, &mut Taker<'_>) -> io::Result<()>,
    /// Whether the notes go along.
    pub with_notes: bool,
}

/// One question of a profile.
struct Row<'r> {
    answered: &'r Answered<'r>,
    at: At,
    asked: &'r Question,
    response: &'r Response,
    /// How often each answer was given, where that is told.
    counts: Option<Cow<'r, Tally>>,
    element: &'r ElementScore,
    question: &'r QuestionScore,
}

impl Row<'_> {
    fn profile(&self) -> &Profile {
        self.answered.profile
    }
}

/// Writes the names of the columns, then every question of every profile.
///
/// # Errors
/// Those of `out`, and those of the profiles' source.
pub fn table(answers: &Answers<'_>, out: &mut dyn Write) -> io::Result<()> {
    let columns: Vec<Column> = columns(answers.with_notes).collect();
    out.write_all(&lines([columns.iter().map(|column| column.name)]))?;
    let rows =
        |answered: &Answered<'_>| lines(rows(answered).map(|row| columns.iter().map(move |column| column.of(&row))));
    (answers.each)(&rows, &mut |rows| out.write_all(rows))
}

fn rows<'r>(answered: &'r Answered<'r>) -> impl Iterator<Item = Row<'r>> {
    let (profile, scores) = (answered.profile, answered.scores);
    profile.questionnaire.places().map(move |at| Row {
        answered,
        at,
        asked: profile.questionnaire.question(at),
        response: profile.response(at),
        counts: profile.counts(at),
        element: &scores.elements[at.0],
        question: &scores.elements[at.0].questions[at.1],
    })
}

fn lines<C: AsRef<[u8]>>(rows: impl IntoIterator<Item = impl IntoIterator<Item = C>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("memory takes every row");
    }
    writer.into_inner().expect("memory takes every row")
}
