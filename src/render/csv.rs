//! What was answered as a table for other programs: one row for each question, in CSV.
//!
//! The columns have the names of the keys in JSON. What a cell says of an element or the meeting is said in each row. A text
//! can't become a formula, whichever separator its reader is set to; numbers are as they are, below zero too.

mod groups;
mod teams;

use std::{
    collections::HashMap,
    io::{self, Write},
};

use csv::{Terminator, WriterBuilder};

pub use self::{groups::groups, teams::teams};
use crate::{
    comparison::{Change, Comparison},
    fraction::{Fraction, plain},
    profile::Profile,
    questionnaire::At,
    report::scale,
    scoring::{Band, Outcome, Scores, Spread},
    text::{safe, visible_lines},
};

/// The mark that tells Excel that a file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Who is to read the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Any program: as RFC 4180 has it.
    Plain,
    /// A Dutch Excel: semicolons, decimal commas and a byte order mark.
    DutchExcel,
}

/// Writes every question of a profile, with what changed since an earlier one.
///
/// # Errors
/// Those of `out`.
pub fn questions(
    out: &mut dyn Write,
    profile: &Profile,
    scores: &Scores,
    comparison: Option<&Comparison<'_>>,
    dialect: Dialect,
) -> io::Result<()> {
    if dialect == Dialect::DutchExcel {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    let mut writer = WriterBuilder::new()
        .delimiter(match dialect {
            Dialect::Plain => b',',
            Dialect::DutchExcel => b';',
        })
        .terminator(Terminator::CRLF)
        .from_writer(out);
    writer.write_record(head(profile, comparison.is_some()))?;
    let rows = Rows {
        profile,
        scores,
        changes: comparison.map(by_place),
        dialect,
    };
    for at in profile.questionnaire.places() {
        writer.write_record(rows.row(at))?;
    }
    writer.flush()
}

type Changes<'c> = HashMap<At, &'c Change>;

fn by_place<'c>(comparison: &'c Comparison<'_>) -> Changes<'c> {
    let questions = comparison.elements.iter().flat_map(|element| &element.questions);
    questions.map(|question| (question.at, &question.change)).collect()
}

fn head(profile: &Profile, compared: bool) -> Vec<String> {
    let fixed = [
        "team",
        "group",
        "date",
        "mode",
        "participants",
        "questionnaire",
        "element",
        "element_title",
        "element_score",
        "element_band",
        "element_weakest",
        "element_nearly_weakest",
        "element_equally_low",
        "element_often_unknown",
        "question",
        "text",
        "scored",
        "score",
        "outcome",
        "not_asked",
    ];
    let mut head: Vec<String> = fixed.map(str::to_owned).into();
    head.extend(
        profile
            .questionnaire
            .scale
            .numbers()
            .map(|number| format!("votes_{number}")),
    );
    let counted = [
        "dont_know",
        "not_applicable",
        "numbers",
        "thin",
        "median",
        "divided",
        "differ",
    ];
    head.extend(counted.map(str::to_owned));
    if compared {
        head.extend(["before", "after", "change"].map(str::to_owned));
    }
    head.extend(["note", "corrected", "first", "reverse", "labels"].map(str::to_owned));
    head
}

/// What the rows are made from, and how their numbers are written.
struct Rows<'r> {
    profile: &'r Profile,
    scores: &'r Scores,
    changes: Option<Changes<'r>>,
    dialect: Dialect,
}

impl Rows<'_> {
    fn row(&self, at: At) -> Vec<String> {
        let (profile, questionnaire) = (self.profile, &self.profile.questionnaire);
        let element = &self.scores.elements[at.0];
        let question = &element.questions[at.1];
        let response = profile.response(at);
        let tally = profile.counts(at);
        let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
        let mut row = vec![
            guarded(&profile.team),
            guarded(profile.group.as_deref().unwrap_or_default()),
            profile.date.to_string(),
            profile.mode.word().to_owned(),
            profile.participants.to_string(),
            guarded(&questionnaire.id),
            guarded(&questionnaire.elements[at.0].id),
            guarded(&questionnaire.elements[at.0].title),
            self.number(element.score.as_ref()),
            element.band.map(Band::word).unwrap_or_default().to_owned(),
            self.scores.is_weakest(at.0).to_string(),
            self.scores.nearly_weakest.contains(&at.0).to_string(),
            self.scores.equally_low.contains(&at.0).to_string(),
            element.is_often_unknown().to_string(),
            guarded(&questionnaire.full_id(at)),
            guarded(&questionnaire.question(at).text),
            guarded(questionnaire.question(at).scored.as_deref().unwrap_or_default()),
            self.number(question.outcome.score()),
            question.outcome.word().to_owned(),
            (question.outcome == Outcome::NotAsked).to_string(),
        ];
        let places = 0..questionnaire.scale.points();
        row.extend(places.map(|place| count(tally.as_ref().map(|tally| tally.votes[place]))));
        row.push(count(tally.as_ref().map(|tally| tally.dont_know)));
        row.push(count(tally.as_ref().map(|tally| tally.not_applicable)));
        row.push(count(profile.numbers(at, question)));
        row.push(question.thin.to_string());
        row.push(self.number(question.median.as_ref()));
        row.push((question.spread == Spread::Divided).to_string());
        row.push(count(tally.as_ref().map(|_| question.differ())));
        if let Some(changes) = &self.changes {
            let change = changes.get(&at);
            row.push(self.number(change.map(|change| &change.before)));
            row.push(self.number(change.map(|change| &change.after)));
            row.push(self.number(change.map(|change| change.difference()).as_ref()));
        }
        let note = response.note.as_deref().map(visible_lines).unwrap_or_default();
        row.push(not_a_formula(&note.join("\n")));
        row.push(profile.corrected.map(|day| day.to_string()).unwrap_or_default());
        let asked = questionnaire.question(at);
        row.push(questionnaire.scale.first.to_string());
        row.push(asked.reverse.to_string());
        let labels = asked.labels.as_deref();
        let labels = labels.map(|labels| scale::points(&questionnaire.scale, labels).join(" | "));
        row.push(not_a_formula(&labels.unwrap_or_default()));
        row
    }

    /// A number with up to six decimals; nothing without one.
    fn number(&self, value: Option<&Fraction>) -> String {
        let number = value.map(|value| plain(value).to_string()).unwrap_or_default();
        match self.dialect {
            Dialect::Plain => number,
            Dialect::DutchExcel => number.replace('.', ","),
        }
    }
}

/// A text that is safe to show and that no spreadsheet takes for a formula.
pub(super) fn guarded(text: &str) -> String {
    not_a_formula(&safe(text))
}

/// What a formula begins with in a spreadsheet, also in the width of an East Asian one.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text with an apostrophe before each sign that a spreadsheet could take for the beginning of a formula.
///
/// A cell begins where its program thinks so: one that is set to the other separator splits at what is text here, and takes
/// no notice of quotes within what it splits. So a sign behind a semicolon, a comma or the end of a line counts as one at
/// the beginning, also behind quotes and blanks. A tab is none here: a text that is safe to show has a space instead.
fn not_a_formula(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for c in text.chars() {
        if begins && SIGNS.contains(&c) {
            guarded.push('\'');
        }
        begins = matches!(c, ';' | ',' | '\n') || begins && (c == '"' || c.is_whitespace());
        guarded.push(c);
    }
    guarded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_has_an_apostrophe_only_where_a_cell_could_begin() {
        for (text, there) in [
            ("=1+1", "'=1+1"),
            ("a;=1+1", "a;'=1+1"),
            ("a, -1", "a, '-1"),
            ("a\";\"=1", "a\";\"'=1"),
            ("\"=1\"", "\"'=1\""),
            ("- een\n- twee", "'- een\n'- twee"),
            ("a;;@b", "a;;'@b"),
            ("a=b, onderwijs-zorg; 1+1 @ x", "a=b, onderwijs-zorg; 1+1 @ x"),
            ("'=1", "'=1"),
        ] {
            assert_eq!(not_a_formula(text), there);
        }
    }
}
