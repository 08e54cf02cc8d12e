//! Answer files: the answers of a team together or of one member, from paper, a script or a form.
//!
//! ```toml
//! questionnaire = "six-elements"
//! [answers]
//! "shared-vision.benefit" = 4          # or "?" or "-"
//! [notes]
//! "shared-vision.benefit" = "…"
//! ```

use std::collections::BTreeMap;

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

/// Whether a text has the shape of an answer file, sound or not.
pub fn looks_like_answers(text: &str) -> bool {
    has_any_key(text, &["answers"])
}

/// The questionnaire that an answer file names, if it can be told.
pub(crate) fn questionnaire_of(name: &str, text: &str) -> Option<String> {
    toml_file::read(name, text, |file| file.id("questionnaire")).ok()
}

/// Reads the answers to a questionnaire.
///
/// # Errors
/// Every problem in the file with its place: another questionnaire, an unknown question, an answer outside the scale.
pub fn read(name: &str, text: &str, questionnaire: &Questionnaire) -> Result<Answers, Vec<Problem>> {
    toml_file::read(name, text, |file| answer_file(file, questionnaire))
}

fn answer_file(file: &Table<'_>, questionnaire: &Questionnaire) -> Option<Answers> {
    let id = file.id("questionnaire")?;
    if id != questionnaire.id {
        file.problem("questionnaire", |lang| {
            lang.other_questionnaire_in_answers(&id, &questionnaire.id)
        });
        return None;
    }
    file.optional_text("form");
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
    Some(found)
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
