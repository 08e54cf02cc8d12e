//! All questions with their answers, and what is asked once more.

use std::collections::BTreeSet;

use super::{Numbered, Size, View, keys_at_bottom};
use crate::{
    prompt::{
        keys,
        screen::{
            editor::Editor,
            frame::{Line, OPENING, Page, Parts, bold, both_ends, fit},
        },
        words,
    },
    render::terminal::Emphasis,
    scoring::{Scores, WEAKEST},
    session::{Doubt, Session},
    text::{safe, shorten_all, width},
};

/// From here on there is room for more than an element's score.
const WIDE: usize = 60;

/// How many columns stand behind an answer, for the sign that it has a note.
const NOTE: usize = 2;

/// The widest that the overview gets.
const COLUMNS: usize = 100;

impl View<'_> {
    /// All questions by element with their answers, and the scores so far; it opens at the first open one.
    pub fn overview(&self, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, session) = (self.lang, self.session);
        let (total, open) = (session.total(), session.open());
        let columns = size.text_columns().min(COLUMNS);
        let scores = session.profile().scores(WEAKEST);
        let asked: BTreeSet<usize> = (0..total).map(|index| session.at(index).0).collect();
        let mut standings: Vec<String> = asked
            .iter()
            .map(|&element| self.standing(element, &scores, columns))
            .collect();
        let mut answers: Vec<String> = (0..total).map(|index| words::in_a_sign(lang, session, index)).collect();
        line_up(standings.iter_mut().chain(&mut answers));
        let standings: Vec<_> = asked.into_iter().zip(standings).collect();
        let mut rows = element_rows(session, &standings, columns).into_iter();
        let mut body = Vec::new();
        let mut opens_at = 0;
        let mut last = None;
        for (index, answer) in answers.iter().enumerate() {
            let at = session.at(index);
            if last != Some(at.0) {
                last = Some(at.0);
                body.extend(rows.next());
            }
            if open.first() == Some(&index) {
                // What stands above it stays in sight.
                opens_at = body.len().saturating_sub(size.rows / 2);
            }
            body.push(self.question_row(index, answer, columns));
        }
        if *size.scroll == OPENING {
            *size.scroll = opens_at;
        }
        let lead = format!(
            "{} {}",
            lang.key_number(),
            if session.counts_stay() {
                lang.key_counts()
            } else {
                lang.key_that_question()
            }
        );
        let page = Numbered {
            heading: vec![self.title(&lang.answered_of(total - open.len(), total), size)],
            body,
            label: &lang.number_label(),
            typed,
            keys: keys::overview(session),
            lead: &lead,
        };
        self.numbered(page, size)
    }

    /// An element's score so far, or how much of it is open.
    fn standing(&self, element: usize, scores: &Scores, columns: usize) -> String {
        let places: Vec<usize> = (0..self.session.total())
            .filter(|&index| self.session.at(index).0 == element)
            .collect();
        let open = places
            .iter()
            .filter(|&&index| self.session.answered(index).is_none())
            .count();
        let mut so_far = words::element_so_far(self.lang, self.session, scores, element);
        if columns < WIDE {
            so_far.truncate(1);
        }
        match open {
            0 => so_far.join(", "),
            _ => self.lang.open_of(open, places.len()),
        }
    }

    /// A question behind its number, with its answer at the end, and where there is room that it counts in reverse; `n` where it
    /// has a note.
    fn question_row(&self, index: usize, answer: &str, columns: usize) -> Line {
        let session = self.session;
        let at = session.at(index);
        let question = session.profile().questionnaire.question(at);
        let text = safe(&question.text);
        let tells_reverse = question.reverse && columns >= WIDE && session.answered(index).is_some();
        let reverse = tells_reverse.then(|| format!("({}) ", self.lang.counted_in_reverse()));
        let note = if session.profile().response(at).note.is_some() {
            "n"
        } else {
            " "
        };
        let row = both_ends(
            &format!("{:>4}  {text}", index + 1),
            &format!("{}{answer} {note}", reverse.unwrap_or_default()),
            columns.saturating_sub(1),
        );
        if session.answered(index).is_none() {
            return Line::new(Emphasis::Bold.of(&row.marked));
        }
        row
    }

    /// Something that is asked once more before it happens.
    pub fn sure(&self, doubt: Doubt, size: &mut Size<'_>) -> Page {
        let (columns, margin) = (size.text_columns(), size.margin());
        let mut body = vec![Line::blank(); if size.is_low() { 1 } else { 3 }];
        body.extend(bold(&words::sure(self.lang, self.session, doubt), margin, columns));
        let mut input = Vec::new();
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: vec![self.title("", size)],
            bodies: vec![body],
            input,
            keys: keys_at_bottom(keys::sure(doubt), None, self.lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }
}

/// Puts the numbers of a column below each other by their decimal comma; `?` and `-` stand where a digit would.
fn line_up<'c>(cells: impl Iterator<Item = &'c mut String>) {
    let numbers: Vec<(usize, &mut String)> = cells.filter_map(|cell| Some((decimals(cell)?, cell))).collect();
    let most = numbers.iter().map(|(decimals, _)| *decimals).max().unwrap_or(0);
    for (decimals, cell) in numbers {
        cell.push_str(&" ".repeat(most - decimals));
    }
}

/// How many columns a number or a sign takes from its decimal comma on; `None` of other words.
fn decimals(cell: &str) -> Option<usize> {
    let (whole, rest) = cell.split_at(cell.find([',', '.']).unwrap_or(cell.len()));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (matches!(cell, "?" | "-") || digits(whole) && digits(rest.trim_start_matches([',', '.']))).then_some(rest.len())
}

/// The asked elements, each with how it stands at the end of its line, above the answers.
fn element_rows(session: &Session, asked: &[(usize, String)], columns: usize) -> Vec<Line> {
    let elements = &session.profile().questionnaire.elements;
    let titles: Vec<String> = asked
        .iter()
        .map(|(element, _)| safe(&elements[*element].title))
        .collect();
    let rows = asked.iter().enumerate().map(|(row, (_, standing))| {
        // Each title has the room that its own line leaves.
        let room = columns.saturating_sub(width(standing) + NOTE + 3).max(1);
        let title = &shorten_all(&titles, room)[row];
        let gap = columns.saturating_sub(width(title) + width(standing) + NOTE + 2).max(1);
        Line::new(format!(" {}{}{standing}", Emphasis::Bold.of(title), " ".repeat(gap)))
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_column_stand_below_each_other() {
        let mut cells = ["4", "3,75", "?", "10.0", "open", "2,0; 2 van 8", "3 van 4 open"].map(String::from);
        line_up(cells.iter_mut());
        let shown = ["4   ", "3,75", "?   ", "10.0 ", "open", "2,0; 2 van 8", "3 van 4 open"];
        assert_eq!(cells, shown);
    }
}
