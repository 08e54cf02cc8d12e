//! The questions at the heads of columns.

use std::collections::{BTreeMap, HashMap};

use unicode_normalization::UnicodeNormalization as _;

use super::{
    cell::Cell,
    table::{Row, letters},
};
use crate::{
    lang::{Lang, Sentence},
    questionnaire::{At, Questionnaire},
};

/// From here on a head is so much like a question that it was meant to be that, on a scale to 1.
const ALIKE: f64 = 0.8;

/// So many columns without a question are held against the questions.
const COLUMNS: usize = 100;

/// What stands before the number of a question.
const NUMBERED: [&str; 4] = ["vraag", "question", "v", "q"];

/// The heads that the questions of a questionnaire can have.
pub(super) struct Heads {
    /// By their keys; several where the questionnaire asks the same twice.
    questions: HashMap<String, Vec<At>>,
    /// How files name them.
    ids: BTreeMap<At, String>,
}

/// What the columns of a table are.
pub(super) struct Columns {
    /// The question of each column.
    pub(super) questions: BTreeMap<usize, At>,
    /// Those that have no question.
    pub(super) unused: Vec<usize>,
    /// What can't be right.
    pub(super) wrong: Vec<Sentence>,
}

impl Heads {
    /// The heads of a questionnaire in several languages: the question, with or without what a sheet of paper says below it; or
    /// how files name it.
    pub(super) fn of(asked: &[Questionnaire]) -> Heads {
        let mut questions: HashMap<String, Vec<At>> = HashMap::new();
        let mut ids = BTreeMap::new();
        for questionnaire in asked {
            for at in questionnaire.places() {
                let question = questionnaire.question(at);
                let below = |text: &Option<String>| text.as_deref().map(key).unwrap_or_default();
                let (text, open, scored) = (key(&question.text), below(&question.open), below(&question.scored));
                ids.insert(at, questionnaire.full_id(at));
                for key in [
                    key(&questionnaire.full_id(at)),
                    text.clone() + &open,
                    text.clone() + &scored,
                    text.clone() + &open + &scored,
                    text.clone() + &scored + &open,
                    text,
                ] {
                    let known = questions.entry(key).or_default();
                    if !known.contains(&at) {
                        known.push(at);
                    }
                }
            }
        }
        Heads { questions, ids }
    }

    /// Whether a cell has a question.
    pub(super) fn is_question(&self, cell: &Cell) -> bool {
        matches!(cell, Cell::Text(text) if self.named(text).is_some())
    }

    /// The questions that a text can be.
    fn named(&self, text: &str) -> Option<&[At]> {
        readings(text)
            .find_map(|key| self.questions.get(&key))
            .map(Vec::as_slice)
    }

    /// What the columns are that have these heads.
    pub(super) fn columns(&self, heads: &Row) -> Columns {
        let mut columns = Columns {
            questions: BTreeMap::new(),
            unused: Vec::new(),
            wrong: Vec::new(),
        };
        for (&column, cell) in &heads.cells {
            let text = match cell {
                Cell::Text(text) => text,
                Cell::Number(_) | Cell::Other => "",
            };
            let Some(places) = self.named(text) else {
                columns.unused.push(column);
                // Holding texts against each other takes time, and no form has so many columns.
                if columns.unused.len() > COLUMNS {
                    continue;
                }
                if let Some(id) = self.alike(text) {
                    let (row, column) = (heads.number, letters(column));
                    let said = |lang: Lang| lang.head_is_almost_a_question(row, &column, &id);
                    columns.wrong.push(Sentence::new(said));
                }
                continue;
            };
            let is_free = |at: &&At| !columns.questions.values().any(|taken| taken == *at);
            if let Some(&at) = places.iter().find(is_free) {
                columns.questions.insert(column, at);
            } else {
                let first = columns.questions.iter().find(|(_, at)| places.contains(at));
                let first = first.map(|(&column, _)| letters(column)).unwrap_or_default();
                let (row, column, id) = (heads.number, letters(column), &self.ids[&places[0]]);
                let said = |lang: Lang| lang.question_has_two_columns(row, &first, &column, id);
                columns.wrong.push(Sentence::new(said));
            }
        }
        columns
    }

    /// The question that a head is almost, by its name in files.
    fn alike(&self, text: &str) -> Option<String> {
        let likeness = |key: &String| {
            let of_readings = readings(text).map(|reading| likeness(&reading, key));
            of_readings.fold(0.0, f64::max)
        };
        let alike = self.questions.iter().map(|(key, places)| (likeness(key), places[0]));
        let most = alike.filter(|(likeness, _)| *likeness >= ALIKE);
        let most = most.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)));
        most.map(|(_, at)| self.ids[&at].clone())
    }
}

/// How much two keys are alike, up to 1; long ones of which one can't be nearly as long aren't looked at further.
fn likeness(one: &str, other: &str) -> f64 {
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    if long > 1000 || short * 10 < long * 8 {
        return 0.0;
    }
    strsim::normalized_levenshtein(one, other)
}

/// The keys that the text of a head can have: as it is, without its numbering, and the row of a grid that Google puts in brackets
/// behind the grid's title.
fn readings(text: &str) -> impl Iterator<Item = String> {
    let row = text.trim_end().strip_suffix(']').and_then(|text| text.rsplit_once('['));
    let texts = [Some(text), row.map(|(_, row)| row)];
    let keys = texts.into_iter().flatten().map(key);
    keys.flat_map(|key| {
        let without = without_number(&key).to_owned();
        [key, without]
    })
    .filter(|key| !key.is_empty())
}

/// A key without a number at its beginning, and what stands before that.
fn without_number(key: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit();
    let words = NUMBERED.iter().filter_map(|word| key.strip_prefix(word));
    let behind_word = words
        .filter(|rest| rest.starts_with(is_digit))
        .min_by_key(|rest| rest.len());
    behind_word.unwrap_or(key).trim_start_matches(is_digit)
}

/// What makes a text the same to people: its letters and figures, whatever their size, without the marks between them. A
/// spreadsheet writes some marks as `_x000D_`.
pub(super) fn key(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let code = rest.get(at..at + 7).filter(|code| code.ends_with('_'));
        let is_code = code.is_some_and(|code| code[2..6].bytes().all(|digit| digit.is_ascii_hexdigit()));
        let until = at + if is_code { 7 } else { 2 };
        plain.push(' ');
        rest = &rest[until..];
    }
    plain.push_str(rest);
    let letters = plain.nfkc().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Columns by their letters, those beside each other as from and to.
pub(super) fn columns_in_words(columns: &[usize]) -> String {
    let runs = columns.chunk_by(|one, next| one + 1 == *next);
    let words = runs.map(|run| match run {
        [first, .., last] => format!("{}-{}", letters(*first), letters(*last)),
        [only] => letters(*only),
        [] => String::new(),
    });
    words.collect::<Vec<_>>().join(", ")
}
