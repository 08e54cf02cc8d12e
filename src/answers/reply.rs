//! A form of text that someone filled in, as it comes out of their mail: quoted, wrapped, with text above it and below.
//!
//! ```text
//! Code: six-elements 1 5e0f2c9a
//! === Gedeelde visie en urgentie ===
//! [1 van 24] Weten we wat beter samenwerken oplevert voor jeugdigen en onszelf?
//! Antwoord 1: 4
//! Toelichting 1: Dat weten we sinds kort.
//! === Einde van het formulier ===
//! ```
//!
//! What is typed stands behind its mark, or on the lines below it up to the next one. Nothing is guessed: what is no answer is
//! told with its line, and so are two answers to one question.

#[cfg(test)]
mod tests;
mod typed;

use std::collections::{BTreeMap, btree_map::Entry};

use self::typed::answer;
use super::{Answers, Returned};
use crate::{
    fault::Problem,
    lang::Lang,
    questionnaire::{At, Questionnaire},
    tally::Tally,
    text::{fingerprint, folded, one_line},
    toml_file::{Document, TEXT_CHARS, read_document},
};

/// What a heading begins with, and what stands below the last question.
pub(crate) const RULE: &str = "===";

/// Reads a form of text that was filled in.
///
/// # Errors
/// Every problem in it with its place.
pub(super) fn read(name: &str, text: &str, questionnaire: &Questionnaire) -> Result<Returned, Vec<Problem>> {
    read_document(name, text, |document| filled_in(document, text, questionnaire))
}

/// The questionnaire that the code of a form names.
pub(super) fn questionnaire(text: &str) -> Option<&str> {
    let code = text.lines().find_map(|line| match Line::of(line) {
        Line::Code(code) => Some(code),
        _ => None,
    });
    code?.split_whitespace().next()
}

/// What tells forms apart: the questionnaire, its version, and what an answer is found by, the order of its questions and their
/// scale; the same in each language.
pub(crate) fn code(questionnaire: &Questionnaire) -> String {
    let ids = questionnaire.places().map(|at| questionnaire.full_id(at));
    let scale = questionnaire.scale.numbers();
    let order = format!("{scale:?} {}", ids.collect::<Vec<_>>().join(" "));
    format!("{} {} {}", questionnaire.id, questionnaire.version, fingerprint(&order))
}

/// A line without the signs of quoting before it, and without what can't be seen around it.
pub(super) fn unquoted(line: &str) -> &str {
    line.trim_start_matches(|c| c == '>' || is_blank(c))
        .trim_end_matches(is_blank)
}

/// White space, the kind that doesn't break and those that have no width too.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a line says something to the reader of a form, whoever wrote it.
pub(crate) fn is_mark(line: &str) -> bool {
    !matches!(Line::of(line), Line::Other)
}

/// What a line is.
enum Line<'t> {
    /// `Code: …`
    Code(&'t str),
    /// `Groep: …`
    Group(&'t str),
    /// `Antwoord 3: …`, with the question's number.
    Answer(usize, &'t str),
    /// `Toelichting 3: …`
    Note(usize, &'t str),
    /// A heading, or a question.
    Asked,
    /// Anything else: what was typed, if a mark stands above it.
    Other,
}

impl Line<'_> {
    fn of(line: &str) -> Line<'_> {
        // A mail program writes bold letters so.
        let marked = unquoted(line).trim_start_matches(['*', '_']);
        let found = Lang::ALL.into_iter().find_map(|lang| {
            let question = |(number, value)| Line::Answer(number, value);
            let note = |(number, value)| Line::Note(number, value);
            None.or_else(|| numbered(marked, &lang.answer_mark()).map(question))
                .or_else(|| numbered(marked, &lang.note_mark()).map(note))
                .or_else(|| value(marked, &lang.code_mark()).map(Line::Code))
                .or_else(|| value(marked, &lang.group_mark()).map(Line::Group))
                .or_else(|| is_question(marked, &lang.of_all()).then_some(Line::Asked))
        });
        match found {
            Some(found) => found,
            None if marked.starts_with(RULE) => Line::Asked,
            None => Line::Other,
        }
    }
}

/// What stands behind a mark and its colon.
fn value<'t>(line: &'t str, mark: &str) -> Option<&'t str> {
    behind_colon(line.strip_prefix(mark)?)
}

fn behind_colon(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(is_blank).strip_prefix([':', '：'])?;
    Some(rest.trim_start_matches(|c| is_blank(c) || c == '*' || c == '_'))
}

/// What stands behind a mark with the number of a question.
fn numbered<'t>(line: &'t str, mark: &str) -> Option<(usize, &'t str)> {
    let (number, rest) = number(line.strip_prefix(mark)?.trim_start_matches(is_blank))?;
    Some((number, behind_colon(rest)?))
}

fn number(text: &str) -> Option<(usize, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text[..text.len() - rest.len()].parse().ok()?;
    Some((number, rest))
}

/// Whether a line begins as `[3 van 24]`.
fn is_question(line: &str, of: &str) -> bool {
    let inside = line.strip_prefix('[').and_then(|line| line.split_once(']'));
    let words = inside.map(|(inside, _)| inside.split_whitespace().collect::<Vec<_>>());
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    words.is_some_and(|words| matches!(*words, [one, word, all] if is_number(one) && word == of && is_number(all)))
}

/// What was typed at a mark.
struct Typed<'t> {
    /// Where it begins, in bytes from the start of the text.
    at: usize,
    lines: Vec<&'t str>,
}

impl<'t> Typed<'t> {
    fn new(at: usize) -> Self {
        Typed { at, lines: Vec::new() }
    }

    /// Takes a line more, which begins there.
    fn take(&mut self, at: usize, line: &'t str) {
        if self.is_blank() && !line.is_empty() {
            self.at = at;
        }
        self.lines.push(line);
    }

    fn is_blank(&self) -> bool {
        self.lines.iter().all(|line| line.is_empty())
    }

    /// Lets go of what stands below the first blank line: a signature, if the end of the form was cut off.
    fn cut(&mut self) {
        let below = self.lines.iter().skip(1).position(|line| line.is_empty());
        self.lines.truncate(below.map_or(self.lines.len(), |below| below + 1));
    }

    /// As one text: lines that were wrapped are one again, a blank line is a break.
    fn text(&self) -> String {
        let paragraphs = self.lines.split(|line| line.is_empty());
        let paragraphs = paragraphs
            .filter(|lines| !lines.is_empty())
            .map(|lines| lines.join(" "));
        paragraphs.collect::<Vec<_>>().join("\n")
    }
}

/// What stands in a form, by the number of the question.
#[derive(Default)]
struct Found<'t> {
    codes: Vec<(usize, &'t str)>,
    groups: Vec<&'t str>,
    answers: Vec<(usize, Typed<'t>)>,
    notes: Vec<(usize, Typed<'t>)>,
}

impl<'t> Found<'t> {
    fn in_text(text: &'t str) -> Self {
        let mut found = Found::default();
        let mut open: Option<&mut Typed> = None;
        let mut start = 0;
        for whole in text.split_inclusive('\n') {
            let place = |part: &str| start + part.as_ptr().addr() - whole.as_ptr().addr();
            match Line::of(whole) {
                // In a note these are words like any other.
                Line::Code(value) if open.is_none() => found.codes.push((place(value), value)),
                Line::Group(value) if open.is_none() => found.groups.push(value),
                Line::Answer(number, value) => open = Some(begun(&mut found.answers, number, place(value), value)),
                Line::Note(number, value) => open = Some(begun(&mut found.notes, number, place(value), value)),
                Line::Asked => open = None,
                Line::Code(_) | Line::Group(_) | Line::Other => {
                    let line = unquoted(whole);
                    if let Some(typed) = &mut open {
                        typed.take(place(line), line);
                    }
                }
            }
            start += whole.len();
        }
        if let Some(typed) = open {
            typed.cut();
        }
        found
    }
}

fn begun<'f, 't>(all: &'f mut Vec<(usize, Typed<'t>)>, number: usize, at: usize, value: &'t str) -> &'f mut Typed<'t> {
    let mut typed = Typed::new(at);
    typed.take(at, value);
    all.push((number, typed));
    &mut all.last_mut().expect("one was added").1
}

fn filled_in(document: &Document<'_>, text: &str, questionnaire: &Questionnaire) -> Option<Returned> {
    let found = Found::in_text(text);
    if found.answers.is_empty() {
        document.problem(0, Lang::no_form);
        return None;
    }
    let code = code(questionnaire);
    if found.codes.is_empty() {
        document.problem(0, |lang| lang.no_code(&lang.code_mark(), &code));
        return None;
    }
    for (at, other) in &found.codes {
        if folded(other) != code {
            document.problem(*at, |lang| lang.other_form(&code));
            return None;
        }
    }
    let places: Vec<At> = questionnaire.places().collect();
    let mut answers = Answers::new();
    let (lowest, highest) = questionnaire.scale.numbers().into_inner();
    let tallies = each(
        document,
        &found.answers,
        &places,
        Lang::two_answers,
        |number, at, typed| {
            let answer = answer(&typed.text(), &questionnaire.scale, questionnaire.labels(at));
            if answer.is_none() {
                document.problem(typed.at, |lang| lang.unreadable_answer(number, lowest, highest));
            }
            answer.map(|answer| Tally::one(answer, questionnaire.scale.points()))
        },
    );
    for (at, tally) in tallies {
        answers.entry(at).or_default().tally = Some(tally);
    }
    let notes = each(document, &found.notes, &places, Lang::two_notes, |number, _, typed| {
        let note = typed.text();
        let is_short = note.chars().count() <= TEXT_CHARS;
        if !is_short {
            document.problem(typed.at, |lang| lang.note_of_question_too_long(number, TEXT_CHARS));
        }
        is_short.then_some(note)
    });
    for (at, note) in notes {
        answers.entry(at).or_default().note = Some(note);
    }
    if answers.values().all(|response| response.tally.is_none()) {
        document.problem(found.answers[0].1.at, Lang::nothing_filled_in);
    }
    let group = found.groups.iter().find(|group| !group.is_empty());
    Some(Returned {
        form: None,
        group: group.map(|group| one_line(*group)),
        answers,
    })
}

/// What was typed for each question, read. The same twice is one: a mail can hold the form that was sent below the one that came
/// back.
fn each<T: PartialEq>(
    document: &Document<'_>,
    all: &[(usize, Typed<'_>)],
    places: &[At],
    two: fn(Lang, usize) -> String,
    read: impl Fn(usize, At, &Typed<'_>) -> Option<T>,
) -> BTreeMap<At, T> {
    let mut found = BTreeMap::new();
    for (number, typed) in all.iter().filter(|(_, typed)| !typed.is_blank()) {
        let Some(&at) = number.checked_sub(1).and_then(|index| places.get(index)) else {
            document.problem(typed.at, |lang| lang.no_such_question(*number, places.len()));
            continue;
        };
        let Some(value) = read(*number, at, typed) else {
            continue;
        };
        match found.entry(at) {
            Entry::Vacant(entry) => {
                entry.insert(value);
            }
            Entry::Occupied(entry) if *entry.get() == value => {}
            Entry::Occupied(_) => document.problem(typed.at, |lang| two(lang, *number)),
        }
    }
    found
}
