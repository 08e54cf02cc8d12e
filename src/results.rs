//! What members answered on an online form: the table that Microsoft Forms or Google Forms gives of it, as Excel or CSV.
//!
//! A column is known by the question at its head, word for word but for its numbering, marks and capitals; a row below is one
//! member's form. Whatever else there is, days and names among it, is passed over and kept nowhere.

mod cell;
#[cfg(feature = "office")]
mod excel;
mod heads;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use self::{
    heads::{Heads, columns_in_words},
    table::Table,
};
use crate::{
    answers::Answers,
    fault::Problem,
    lang::{Lang, Sentence},
    profile::Response,
    questionnaire::{At, Questionnaire},
    tally::Tally,
};

/// How many rows are looked at for the questions: above them there can be a title.
const ROWS_TO_HEADS: usize = 20;

/// The most rows that are named for one problem.
const ROWS: usize = 3;

/// The forms in a table.
#[derive(Debug, PartialEq, Eq)]
pub struct Results {
    /// The rows with their numbers, counted from 1 as a spreadsheet shows them.
    pub forms: Vec<(usize, Answers)>,
    /// The questions that have a column.
    pub asked: BTreeSet<At>,
    /// What has no question at its head, as a spreadsheet names its columns.
    pub unused: String,
}

/// Whether a file is one that spreadsheets and word processors pack their documents in.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads the text of a CSV file; its separator is told from the questions.
///
/// # Errors
/// Every column and row that can't be understood.
pub fn csv(name: &str, text: &str, asked: &[Questionnaire]) -> Result<Results, Vec<Problem>> {
    let heads = Heads::of(asked);
    let tables = [b',', b';', b'\t'].map(|separator| Table::csv(text, separator));
    let most = tables.iter().rev().max_by_key(|table| head(table, &heads).1);
    most.map_or_else(|| Err(Vec::new()), |table| read(name, table, &heads, asked))
}

/// Reads an Excel file. One of its sheets has the questions.
///
/// # Errors
/// When it is no Excel file or far larger than results are, and every column and row that can't be understood.
#[cfg(feature = "office")]
pub fn excel(name: &str, bytes: &[u8], asked: &[Questionnaire]) -> Result<Results, Vec<Problem>> {
    let sheets = excel::sheets(bytes).map_err(|unread| vec![problem(name, |lang| unread.text(lang).to_owned())])?;
    let heads = Heads::of(asked);
    let mut found = sheets.iter().filter(|sheet| head(sheet, &heads).1 > 0);
    match (found.next(), found.next()) {
        (Some(sheet), None) => read(name, sheet, &heads, asked),
        (Some(_), Some(_)) => Err(vec![problem(name, Lang::results_on_two_sheets)]),
        (None, _) => Err(vec![no_questions(name, asked)]),
    }
}

/// The row that has the questions, by its place, and how many.
fn head(table: &Table, heads: &Heads) -> (usize, usize) {
    let rows = table.rows.iter().take(ROWS_TO_HEADS).enumerate();
    let counted = rows.map(|(place, row)| (place, row.cells.values().filter(|cell| heads.is_question(cell)).count()));
    // Of several the first.
    counted.rev().max_by_key(|(_, count)| *count).unwrap_or_default()
}

fn no_questions(name: &str, asked: &[Questionnaire]) -> Problem {
    let id = asked.first().map(|asked| asked.id.clone()).unwrap_or_default();
    problem(name, |lang| lang.no_questions_in_table(&id))
}

fn problem(name: &str, what: impl Fn(Lang) -> String) -> Problem {
    Problem {
        file: Some(name.to_owned()),
        place: None,
        more_lines: Vec::new(),
        what: Sentence::new(what),
    }
}

/// Reads the rows below the questions. The texts of the questionnaires are those of one in several languages.
fn read(name: &str, table: &Table, heads: &Heads, asked: &[Questionnaire]) -> Result<Results, Vec<Problem>> {
    let (place, count) = head(table, heads);
    let (Some(of), true) = (asked.first(), count > 0) else {
        return Err(vec![no_questions(name, asked)]);
    };
    let columns = heads.columns(&table.rows[place]);
    let mut problems: Vec<Problem> = (columns.wrong.iter())
        .map(|wrong| {
            let what = wrong.clone();
            problem(name, |lang| what.text(lang).to_owned())
        })
        .collect();
    let labels: BTreeMap<At, cell::Labels> = (columns.questions.values())
        .map(|&at| (at, cell::Labels::of(asked, at)))
        .collect();
    let mut forms = Vec::new();
    let mut not_understood: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for row in &table.rows[place + 1..] {
        let mut answers = Answers::new();
        for (column, cell) in &row.cells {
            let Some(at) = columns.questions.get(column) else {
                continue;
            };
            if let Some(answer) = labels[at].answer(cell) {
                let tally = Some(Tally::one(answer, of.scale.points()));
                answers.insert(
                    *at,
                    Response {
                        tally,
                        ..Response::default()
                    },
                );
            } else {
                not_understood.entry(*column).or_default().push(row.number);
            }
        }
        if !row.cells.is_empty() {
            forms.push((row.number, answers));
        }
    }
    problems.extend(not_understood.into_iter().map(|(column, rows)| {
        let at = columns.questions[&column];
        let (column, id) = (table::letters(column), of.full_id(at));
        problem(name, |lang| {
            let rows = in_words(&rows, lang);
            lang.cells_are_no_answers(&rows, &column, &id, &labels[&at].allowed(lang))
        })
    }));
    if problems.is_empty() {
        return Ok(Results {
            forms,
            asked: columns.questions.values().copied().collect(),
            unused: columns_in_words(&columns.unused),
        });
    }
    Err(problems)
}

/// The first few rows, and how many more there are.
fn in_words(rows: &[usize], lang: Lang) -> String {
    let named: Vec<String> = rows.iter().take(ROWS).map(usize::to_string).collect();
    let more = rows.len() - named.len();
    let named = named.join(", ");
    if more == 0 {
        named
    } else {
        named + &lang.and_more_lines(more)
    }
}

#[cfg(test)]
mod tests;
