//! Reports as JSON for other programs. Keys are stable; new ones may be added. Numbers have up to six decimals.

mod against;
mod changes;
mod gap;
mod overview;
mod questionnaire;
mod trend;

use std::io::{self, Write};

use chrono::NaiveDate;
use serde::Serialize;

pub use self::{changes::changes, gap::gap, overview::overview, questionnaire::questionnaire, trend::trend};

use self::{
    against::{AgainstJson, against_json},
    changes::{ChangesJson, changes_json},
};
use crate::{
    agreement::{Agreement, Due},
    comparison::Comparison,
    fraction::plain,
    overview::Against,
    profile::Profile,
    questionnaire::At,
    scoring::{Outcome, Scores, Spread},
    text::{depends_on_neighbours, is_unsafe},
};

#[derive(Serialize)]
struct ProfileJson<'p> {
    team: &'p str,
    group: Option<&'p str>,
    date: String,
    corrected: Option<String>,
    mode: &'static str,
    participants: u32,
    shared: bool,
    functions: Option<&'p str>,
    questionnaire: &'p str,
    questionnaire_version: u32,
    language: &'static str,
    first: u32,
    scale: &'p [Option<String>],
    overall: Option<f64>,
    weakest: Vec<&'p str>,
    nearly_weakest: Vec<&'p str>,
    equally_low: Vec<&'p str>,
    elements: Vec<ElementJson<'p>>,
    agreements: Vec<AgreementJson<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<ChangesJson<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<AgainstJson<'p>>,
}

#[derive(Serialize)]
struct ElementJson<'p> {
    id: &'p str,
    title: &'p str,
    score: Option<f64>,
    band: Option<&'static str>,
    answered: usize,
    asked: usize,
    not_asked: bool,
    often_unknown: bool,
    weakest: bool,
    questions: Vec<QuestionJson<'p>>,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact that other programs read")]
struct QuestionJson<'p> {
    id: String,
    text: &'p str,
    scored: Option<&'p str>,
    reverse: bool,
    labels: Option<&'p [Option<String>]>,
    score: Option<f64>,
    outcome: &'static str,
    not_asked: bool,
    votes: Option<Vec<u32>>,
    dont_know: Option<u32>,
    not_applicable: Option<u32>,
    numbers: Option<u32>,
    thin: bool,
    median: Option<f64>,
    divided: bool,
    differ: Option<u32>,
    note: Option<&'p str>,
}

#[derive(Serialize)]
struct AgreementJson<'p> {
    element: &'p str,
    what: &'p str,
    who: Option<&'p str>,
    due: Option<String>,
    state: &'static str,
    agreed: String,
    note: Option<&'p str>,
}

/// A profile, as `ips show --json` prints it.
pub fn profile(profile: &Profile, scores: &Scores) -> String {
    whole(profile, scores, None, None)
}

/// The same with `against`: the team beside others.
pub fn beside(profile: &Profile, scores: &Scores, against: Option<&Against>) -> String {
    whole(profile, scores, None, against)
}

/// The same with `changes`, as `ips diff --json` prints them, when it is compared with an earlier profile.
pub fn report(profile: &Profile, scores: &Scores, comparison: Option<&Comparison<'_>>) -> String {
    whole(profile, scores, comparison, None)
}

fn whole(profile: &Profile, scores: &Scores, comparison: Option<&Comparison<'_>>, against: Option<&Against>) -> String {
    let questionnaire = &profile.questionnaire;
    let element = |index: usize| {
        let score = &scores.elements[index];
        ElementJson {
            id: &questionnaire.elements[index].id,
            title: &questionnaire.elements[index].title,
            score: score.score.as_ref().map(plain),
            band: score.band.map(crate::scoring::Band::word),
            answered: score.answered,
            asked: score.asked,
            not_asked: score.is_not_asked(),
            often_unknown: score.is_often_unknown(),
            weakest: scores.is_weakest(index),
            questions: (0..score.questions.len())
                .map(|question| question_json(profile, scores, (index, question)))
                .collect(),
        }
    };
    let id = |&index: &usize| questionnaire.elements[index].id.as_str();
    let ids = |places: &[usize]| places.iter().map(id).collect();
    to_text(&ProfileJson {
        team: &profile.team,
        group: profile.group.as_deref(),
        date: profile.date.to_string(),
        corrected: profile.corrected.map(|day| day.to_string()),
        mode: profile.mode.word(),
        participants: profile.participants,
        shared: profile.shared,
        functions: profile.functions.as_deref(),
        questionnaire: &questionnaire.id,
        questionnaire_version: questionnaire.version,
        language: questionnaire.lang.code(),
        first: questionnaire.scale.first,
        scale: &questionnaire.scale.labels,
        overall: scores.overall.as_ref().map(plain),
        weakest: ids(&scores.weakest),
        nearly_weakest: ids(&scores.nearly_weakest),
        equally_low: ids(&scores.equally_low),
        elements: (0..questionnaire.elements.len()).map(element).collect(),
        agreements: profile
            .agreements
            .iter()
            .map(|agreement| agreement_json(agreement, agreement.made.unwrap_or(profile.date)))
            .collect(),
        changes: comparison.map(changes_json),
        against: against.map(|against| against_json(against, profile)),
    })
}

fn question_json<'p>(profile: &'p Profile, scores: &Scores, at: At) -> QuestionJson<'p> {
    let score = &scores.elements[at.0].questions[at.1];
    let response = profile.response(at);
    let tally = profile.counts(at);
    let question = profile.questionnaire.question(at);
    QuestionJson {
        id: profile.questionnaire.full_id(at),
        text: &question.text,
        scored: question.scored.as_deref(),
        reverse: question.reverse,
        labels: question.labels.as_deref(),
        score: score.outcome.score().map(plain),
        outcome: score.outcome.word(),
        not_asked: score.outcome == Outcome::NotAsked,
        dont_know: tally.as_ref().map(|tally| tally.dont_know),
        not_applicable: tally.as_ref().map(|tally| tally.not_applicable),
        differ: tally.as_ref().map(|_| score.differ()),
        votes: tally.map(|tally| tally.into_owned().votes),
        numbers: profile.numbers(at, score),
        thin: score.thin,
        median: score.median.as_ref().map(plain),
        divided: score.spread == Spread::Divided,
        note: response.note.as_deref(),
    }
}

fn agreement_json(agreement: &Agreement, made: NaiveDate) -> AgreementJson<'_> {
    // Named one by one: a field more doesn't compile until it is written too.
    let Agreement {
        element,
        title: _,
        what,
        who,
        due,
        state,
        note,
        made: _,
        first_element: _,
        first_what: _,
    } = agreement;
    AgreementJson {
        element,
        what,
        who: who.as_deref(),
        due: due.as_ref().map(Due::word),
        state: state.word(),
        agreed: made.to_string(),
        note: note.as_deref(),
    }
}

/// JSON text that a terminal can't be harmed by: unsafe characters, and joiners and selectors without a
/// look at their neighbours, only occur inside strings: they are `\u` escapes.
fn to_text(value: &impl Serialize) -> String {
    let mut text = Vec::new();
    write(&mut text, value).expect("memory takes it");
    String::from_utf8(text).expect("JSON is text")
}

/// Writes that text bit by bit.
fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut out = Harmless(out);
    serde_json::to_writer_pretty(&mut out, value)?;
    out.write_all(b"\n")
}

/// Escapes what could harm a terminal in what passes through. It comes in whole characters, since JSON is made of texts.
struct Harmless<'w>(&'w mut dyn Write);

impl Write for Harmless<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        let is_harmful = |c: char| c != '\n' && (is_unsafe(c) || depends_on_neighbours(c));
        let mut rest = text;
        while let Some((before, harmful)) = rest.find(is_harmful).map(|place| rest.split_at(place)) {
            self.0.write_all(before.as_bytes())?;
            let mut chars = harmful.chars();
            for unit in chars.next().unwrap_or_default().encode_utf16(&mut [0; 2]) {
                write!(self.0, "\\u{unit:04x}")?;
            }
            rest = chars.as_str();
        }
        self.0.write_all(rest.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_characters_are_escaped_and_come_back() {
        let texts = ["a\u{1b}[31m\u{9b}\u{202E}\u{200B}\u{200D}\u{E0041}", "gewoon é 👩‍👩‍👧"];
        let json = to_text(&texts);
        assert!(!json.chars().any(|c| c != '\n' && is_unsafe(c)), "{json}");
        assert_eq!(serde_json::from_str::<[String; 2]>(&json).unwrap(), texts);
    }
}
