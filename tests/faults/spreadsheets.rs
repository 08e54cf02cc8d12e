//! Rows that another program splits in its own way: no text in them becomes a formula.

use ips::{
    comparison::Comparison,
    profile::Profile,
    render::csv::{self, Dialect},
    scoring::{Scores, WEAKEST},
    tally::Mode,
};

use crate::{
    Case, common,
    hostile::texts,
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![quick("formulas in CSV, read with every separator", formulas)]
}

/// What a text can be made of that a spreadsheet makes a formula of.
const PARTS: [char; 8] = [';', ',', '\n', '"', ' ', '=', '-', 'a'];

/// How a reader takes quotes.
#[derive(Clone, Copy, Debug)]
enum Quotes {
    /// Where a cell begins, as Excel and `LibreOffice` do.
    AtTheBeginning,
    /// Wherever they stand.
    Anywhere,
    /// As any other character.
    Never,
}

/// Every text of a few parts, and the hostile ones.
fn formulas(tries: &mut Tries) {
    let mut longest = vec![String::new()];
    let mut given = texts();
    for _ in 0..4 {
        let longer = longest
            .iter()
            .flat_map(|text| PARTS.map(|part| format!("{text}{part}")));
        longest = longer.collect();
        given.extend(longest.iter().filter(|text| text.contains(['=', '-'])).cloned());
    }
    let answers: Vec<&str> = ["3 4 4 5 2", "111", "5 1 1 5"].into_iter().cycle().take(24).collect();
    let mut profile = common::profile(Mode::Tally, &answers);
    let mut earlier = common::profile(Mode::Tally, &["4 4 5"; 24]);
    earlier.date = earlier.date.pred_opt().expect("a day");
    let scores = profile.scores(WEAKEST);
    for texts in given.chunks(24) {
        for (response, text) in profile.responses.iter_mut().flatten().zip(texts) {
            tries.count();
            response.note = Some(text.clone());
        }
        profile.team.clone_from(&texts[0]);
        profile.questionnaire.elements[0].title.clone_from(&texts[0]);
        profile.questionnaire.elements[0].questions[0]
            .text
            .clone_from(&texts[0]);
        earlier.team.clone_from(&texts[0]);
        read(tries, &profile, &scores, &earlier);
    }
}

/// Reads the rows of both dialects as every program could.
fn read(tries: &mut Tries, profile: &Profile, scores: &Scores, earlier: &Profile) {
    let comparison = Comparison::of(earlier, profile, WEAKEST).expect("the same questions");
    for dialect in [Dialect::Plain, Dialect::DutchExcel] {
        let mut rows = Vec::new();
        csv::questions(&mut rows, profile, scores, Some(&comparison), dialect).expect("memory takes every row");
        let rows = String::from_utf8(rows).expect("UTF-8");
        for separator in [',', ';', '\t'] {
            for quotes in [Quotes::AtTheBeginning, Quotes::Anywhere, Quotes::Never] {
                for cell in cells(&rows, separator, quotes) {
                    let blank = |c: char| c.is_whitespace() || matches!(c, '"' | '\u{feff}');
                    let begins = cell.trim_start_matches(blank);
                    tries.expect(
                        !begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || is_number(&cell),
                        Harm::Wrong,
                        || format!("{dialect:?} split at {separator:?}, quotes {quotes:?}: a cell has {cell:?}"),
                    );
                }
            }
        }
    }
}

/// A number below zero is no formula.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or_default();
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.replace(',', ".").parse::<f64>().is_ok()
}

fn cells(rows: &str, separator: char, quotes: Quotes) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut begins = true;
    let mut chars = rows.chars().peekable();
    while let Some(c) = chars.next() {
        let cell = cells.last_mut().expect("one at least");
        let opens = match quotes {
            Quotes::AtTheBeginning => begins,
            Quotes::Anywhere => true,
            Quotes::Never => false,
        };
        begins = false;
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted || opens => quoted = !quoted,
            _ if !quoted && (c == separator || matches!(c, '\r' | '\n')) => {
                cells.push(String::new());
                begins = true;
            }
            _ => cell.push(c),
        }
    }
    cells
}
