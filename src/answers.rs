//! Answer files: the answers of a team together or of one member, from paper, a script or a form; and what members send back:
//! such a file, or a form of text that they filled in, as it comes out of their mail.
//!
//! ```toml
//! questionnaire = "six-elements"
//! [answers]
//! "shared-vision.benefit" = 4          # or "?" or "-"
//! [notes]
//! "shared-vision.benefit" = "…"
//! ```

mod pasted;
mod reply;

use std::collections::BTreeMap;

pub(crate) use self::reply::{RULE, code, is_mark};

use toml::{Spanned, de::DeValue};

use crate::{
    fault::Problem,
    lang::Lang,
    profile::{Response, answer_of},
    questionnaire::{At, Questionnaire},
    tally::{Mode, Numbers, Tally},
    toml_file::{self, Table, has_any_key, shown_key},
};

/// Answers and notes by the place of their question; what was left out isn't in it.
pub type Answers = BTreeMap<At, Response>;

/// What one member sent back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// By which the form is known that was filled in: drawn at random by the form itself. A form of text has none.
    pub form: Option<String>,
    /// The group that the form was made for.
    pub group: Option<String>,
    /// The answers and notes. A form of text has at least one answer.
    pub answers: Answers,
}

/// Reads what one member sent back: an answer file, also from within a mail, or a form of text that was filled in.
///
/// # Errors
/// Every problem in it with its place: neither of the two, another questionnaire, an answer that can't be read.
pub fn returned(name: &str, text: &str, questionnaire: &Questionnaire) -> Result<Returned, Vec<Problem>> {
    let mended = pasted::mended(text);
    let file = mended.as_deref().unwrap_or(text);
    if looks_like_answers(file) {
        toml_file::read(name, file, |file| answer_file(file, questionnaire))
    } else {
        reply::read(name, text, questionnaire)
    }
}

/// Whether a text has the shape of an answer file, sound or not.
pub fn looks_like_answers(text: &str) -> bool {
    has_any_key(text, &["answers"])
}

/// The questionnaire that an answer file names, if it can be told.
pub(crate) fn questionnaire_of(name: &str, text: &str) -> Option<String> {
    toml_file::read(name, text, |file| file.id("questionnaire")).ok()
}

/// The questionnaire that an answer file or a form of text is for, if it tells.
pub(crate) fn questionnaire_returned(name: &str, text: &str) -> Option<String> {
    let mended = pasted::mended(text);
    let file = mended.as_deref().unwrap_or(text);
    if looks_like_answers(file) {
        questionnaire_of(name, file)
    } else {
        reply::questionnaire(text).map(str::to_owned)
    }
}

/// Reads the answers to a questionnaire.
///
/// # Errors
/// Every problem in the file with its place: another questionnaire, an unknown question, an answer outside the scale.
pub fn read(name: &str, text: &str, questionnaire: &Questionnaire) -> Result<Answers, Vec<Problem>> {
    let returned = toml_file::read(name, text, |file| answer_file(file, questionnaire))?;
    Ok(returned.answers)
}

fn answer_file(file: &Table<'_>, questionnaire: &Questionnaire) -> Option<Returned> {
    let id = file.id("questionnaire")?;
    if id != questionnaire.id {
        file.problem("questionnaire", |lang| {
            lang.other_questionnaire_in_answers(&id, &questionnaire.id)
        });
        return None;
    }
    let version = file.optional_integer("version", 1..=u32::MAX);
    if let Some(found) = version.filter(|found| *found != questionnaire.version) {
        file.problem("version", |lang| {
            lang.other_version_in_answers(found, questionnaire.version)
        });
        return None;
    }
    let form = file.optional_text("form");
    let group = file.optional_line("group");
    let expected = file.optional_integer("answered", 0..=10_000);
    let mut found = Answers::new();
    let answers = file.table("answers")?;
    each_question(&answers, questionnaire, |at, key, value| {
        let tally = answer(&answers, key, value, questionnaire.scale.numbers().into());
        found.entry(at).or_default().tally = tally;
    });
    if expected.is_some_and(|expected| expected as usize != answers.keys().len()) {
        file.problem("answered", Lang::answers_missing);
    }
    if let Some(notes) = file.optional_table("notes") {
        each_question(&notes, questionnaire, |at, key, value| {
            found.entry(at).or_default().note = notes.text_unless_blank(key, value);
        });
    }
    file.finish();
    Some(Returned {
        form,
        group,
        answers: found,
    })
}

/// Hands on each value of a table whose keys are full ids of questions; any other key becomes a problem.
fn each_question<'d>(
    table: &Table<'d>,
    questionnaire: &Questionnaire,
    mut take: impl FnMut(At, &str, &'d Spanned<DeValue<'d>>),
) {
    for key in table.keys() {
        if let (Some(at), Some(value)) = (questionnaire.find(&key.value), table.value(&key.value)) {
            take(at, &key.value, value);
        } else {
            let shown = shown_key(&key.value);
            table
                .document()
                .problem(key.at, |lang| lang.unknown_question(&shown, &questionnaire.id));
        }
    }
}

fn answer<'d>(answers: &Table<'d>, key: &str, value: &'d Spanned<DeValue<'d>>, numbers: Numbers) -> Option<Tally> {
    // One answer, of one person or of all together: in a text of two digits that is one number.
    let typed = value.get_ref().as_str();
    let typed = typed.and_then(|typed| Tally::parse(typed, Mode::Joint, 1, numbers).ok());
    let tally = typed.or_else(|| {
        let answer = answer_of(value.get_ref(), numbers)?;
        Some(Tally::one(answer, numbers.points()))
    });
    if tally.is_none() {
        let path = answers.path_of(key);
        answers.problem_at(value, |lang| {
            lang.not_an_answer(&path, numbers.lowest(), numbers.highest())
        });
    }
    tally
}
