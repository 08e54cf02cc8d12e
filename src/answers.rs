//! Answer files: a team's or a member's answers typed on paper, by a script or in a form.
//!
//! ```toml
//! questionnaire = "six-elements"
//! [answers]
//! "shared-vision.benefit" = 4          # or "?" or "-"; in tally mode also everyone's: "3 4 4 ?"
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
    tally::{MAX_PARTICIPANTS, Mode, Tally},
    toml_file::{Document, Table, shown_key, top_level_keys},
};

/// Answers and notes by the place of their question; what was left out isn't in it.
pub type Answers = BTreeMap<At, Response>;

/// How the answers of a file are to be counted.
#[derive(Clone, Copy, Debug)]
pub struct Counting {
    /// Joint or tally.
    pub mode: Mode,
    /// At most so many answers per question.
    pub participants: u32,
}

impl Counting {
    /// Accepts whatever any meeting could have answered, for checking a file on its own.
    pub const ANY: Counting = Counting {
        mode: Mode::Tally,
        participants: MAX_PARTICIPANTS,
    };
}

/// Whether a text has the shape of an answer file, sound or not.
pub fn looks_like_answers(text: &str) -> bool {
    top_level_keys(text).iter().any(|key| key == "answers")
}

/// The questionnaire that an answer file names, if it can be told.
pub fn questionnaire_of(name: &str, text: &str) -> Option<String> {
    let document = Document::new(name, text);
    document
        .parse()
        .and_then(|parsed| document.root(&parsed).id("questionnaire"))
}

/// Reads the answers to a questionnaire.
///
/// # Errors
/// Every problem in the file with its place: another questionnaire, an unknown question, an answer outside the scale.
pub fn read(
    name: &str,
    text: &str,
    questionnaire: &Questionnaire,
    counting: Counting,
) -> Result<Answers, Vec<Problem>> {
    let document = Document::new(name, text);
    let answers = document
        .parse()
        .and_then(|parsed| document.root(&parsed).answer_file(questionnaire, counting));
    match answers {
        Some(answers) if document.is_sound() => Ok(answers),
        _ => Err(document.into_problems()),
    }
}

impl<'d> Table<'d> {
    fn answer_file(&self, questionnaire: &Questionnaire, counting: Counting) -> Option<Answers> {
        let id = self.id("questionnaire")?;
        if id != questionnaire.id {
            self.document().problem(self.place_of("questionnaire"), |lang| {
                lang.other_questionnaire_in_answers(&id, &questionnaire.id)
            });
            return None;
        }
        self.optional_text("form");
        let expected = self.optional_integer("answered", 0..=10_000);
        let mut found = Answers::new();
        let answers = self.table("answers")?;
        answers.each_question(questionnaire, |at, key, value| {
            let tally = answers.answer(key, value, counting, questionnaire.scale.points());
            found.entry(at).or_default().tally = tally;
        });
        if expected.is_some_and(|expected| expected as usize != answers.keys().len()) {
            self.document()
                .problem(self.place_of("answered"), Lang::answers_missing);
        }
        if let Some(notes) = self.optional_table("notes") {
            notes.each_question(questionnaire, |at, key, value| {
                found.entry(at).or_default().note = notes.note_of(key, value);
            });
        }
        self.finish();
        Some(found)
    }

    fn each_question(&self, questionnaire: &Questionnaire, mut take: impl FnMut(At, &str, &'d Spanned<DeValue<'d>>)) {
        for key in self.keys() {
            if let (Some(at), Some(value)) = (questionnaire.find(&key.value), self.value(&key.value)) {
                take(at, &key.value, value);
            } else {
                let shown = shown_key(&key.value);
                self.document()
                    .problem(key.at, |lang| lang.unknown_question(&shown, &questionnaire.id));
            }
        }
    }

    fn answer(&self, key: &str, value: &'d Spanned<DeValue<'d>>, counting: Counting, points: usize) -> Option<Tally> {
        let everyone = value
            .get_ref()
            .as_str()
            .and_then(|typed| Tally::parse(typed, counting.mode, counting.participants, points).ok());
        let tally = everyone.or_else(|| answer_of(value.get_ref(), points).map(|answer| Tally::one(answer, points)));
        if tally.is_none() {
            let path = self.path_of(key);
            self.problem_at(value, |lang| lang.not_an_answer(&path, points));
        }
        tally
    }
}
