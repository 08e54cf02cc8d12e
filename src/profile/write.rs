//! Writes a profile: TOML in a fixed order with one fact a line, so that people can read it and git shows what changed.

use serde::Serialize;

use super::{FORMAT, Profile, Response, State};
use crate::{
    agreement::AgreementEntry,
    fraction::plain,
    questionnaire::{self, At, Question, Questionnaire, Scale, labels},
    scoring::{Band, ElementScore, Scores, WEAKEST},
    tally::{Answer, Mode, Shared, Tally},
};

#[derive(Serialize)]
struct File<'p> {
    format: u32,
    team: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'p str>,
    date: toml::value::Datetime,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<toml::value::Datetime>,
    mode: &'static str,
    participants: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    functions: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<&'p [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<Draft<'p>>,
    questionnaire: Head<'p>,
    result: Totals<'p>,
    elements: Vec<Element<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    agreements: Vec<AgreementEntry<'p>>,
    end: End,
}

#[derive(Serialize)]
struct Draft<'p> {
    asked: Vec<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    followed_up: Option<usize>,
}

#[derive(Serialize)]
struct Head<'p> {
    id: &'p str,
    version: u32,
    language: &'static str,
    title: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<usize>,
    scale: Vec<&'p str>,
    strong: f64,
    discuss: f64,
}

#[derive(Serialize)]
struct Totals<'p> {
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    answered: usize,
    asked: usize,
    weakest: Vec<&'p str>,
}

#[derive(Serialize)]
struct Element<'p> {
    id: &'p str,
    title: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<&'static str>,
    answered: usize,
    asked: usize,
    questions: Vec<QuestionEntry<'p>>,
}

#[derive(Serialize)]
struct QuestionEntry<'p> {
    id: &'p str,
    text: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scored: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reverse: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<Vec<&'p str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mirrors: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<SingleAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    votes: Option<&'p [u32]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dont_know: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_applicable: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    numbers: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    divided: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'p str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum SingleAnswer {
    Number(u32),
    Sign(&'static str),
}

#[derive(Serialize)]
struct End {
    end: &'static str,
}

impl Profile {
    /// The profile as the text of its file.
    ///
    /// It ends with the end mark's closing quote, without a line break: so every cut-off piece of it can be told from it.
    ///
    /// # Panics
    /// Never: every field is one that TOML can hold.
    pub fn to_toml(&self) -> String {
        let scores = self.scores(WEAKEST);
        // Named one by one: a field more doesn't compile until it is written too.
        let Profile {
            team,
            group,
            date,
            corrected,
            mode,
            participants,
            shared,
            functions,
            questionnaire,
            asked_only,
            responses: _,
            agreements,
            state,
        } = self;
        let file = File {
            format: FORMAT,
            team,
            group: group.as_deref(),
            date: toml_date(*date),
            corrected: corrected.map(toml_date),
            mode: mode.word(),
            participants: *participants,
            shared: shared.then_some(true),
            functions: functions.as_deref(),
            asked: asked_only.as_deref().filter(|_| !self.is_draft()),
            draft: match state {
                State::Complete => None,
                State::Draft { followed_up } => Some(Draft {
                    asked: match asked_only {
                        Some(ids) => ids.iter().map(String::as_str).collect(),
                        None => questionnaire
                            .elements
                            .iter()
                            .map(|element| element.id.as_str())
                            .collect(),
                    },
                    followed_up: (!self.carried_over().is_empty()).then_some(*followed_up),
                }),
            },
            questionnaire: head(questionnaire),
            result: self.totals(&scores),
            elements: (0..questionnaire.elements.len())
                .map(|index| self.element_entry(index, &scores.elements[index]))
                .collect(),
            agreements: agreements.iter().map(AgreementEntry::from).collect(),
            end: End {
                end: if self.is_draft() { "draft" } else { "complete" },
            },
        };
        let text = toml::to_string(&file).expect("a profile has only values that TOML can hold");
        text.trim_end().to_owned()
    }

    fn totals(&self, scores: &Scores) -> Totals<'_> {
        Totals {
            score: scores.overall.as_ref().map(plain),
            answered: scores.answered(),
            asked: scores.asked(),
            weakest: scores
                .weakest
                .iter()
                .map(|&index| self.questionnaire.elements[index].id.as_str())
                .collect(),
        }
    }

    fn element_entry(&self, index: usize, score: &ElementScore) -> Element<'_> {
        let questionnaire::Element {
            id,
            title,
            titles: _,
            questions,
            suggestions: _,
            deeper: _,
        } = &self.questionnaire.elements[index];
        let places = (0..questions.len()).map(|question| (index, question));
        Element {
            id,
            title,
            score: score.score.as_ref().map(plain),
            band: score.band.map(Band::word),
            answered: score.answered,
            asked: score.asked,
            questions: places.map(|at| self.question_entry(at)).collect(),
        }
    }

    fn question_entry(&self, at: At) -> QuestionEntry<'_> {
        let Question {
            id,
            text,
            open,
            scored,
            reverse,
            labels,
            mirrors,
            own: _,
        } = self.questionnaire.question(at);
        let Response { tally, shared, note } = self.response(at);
        let counts = tally.as_ref().filter(|_| self.mode.counts());
        let single = tally.as_ref().filter(|_| self.mode == Mode::Joint);
        let alone = match shared {
            Some(Shared::DontKnow) => Some(Answer::DontKnow),
            Some(Shared::NotApplicable) => Some(Answer::NotApplicable),
            Some(Shared::Sum { .. }) | None => single.and_then(Tally::single),
        };
        let (sum, numbers, divided) = match *shared {
            Some(Shared::Sum { sum, numbers, divided }) => (Some(sum), Some(numbers), Some(divided)),
            _ => (None, None, None),
        };
        QuestionEntry {
            id,
            text,
            open: open.as_deref(),
            scored: scored.as_deref(),
            reverse: reverse.then_some(true),
            labels: labels.as_ref().map(labels::in_file),
            mirrors: mirrors.as_deref(),
            answer: alone.map(|answer| match answer {
                Answer::Point(point) => SingleAnswer::Number(self.questionnaire.scale.number(point as usize)),
                Answer::DontKnow => SingleAnswer::Sign("?"),
                Answer::NotApplicable => SingleAnswer::Sign("-"),
            }),
            votes: counts.map(|tally| tally.votes.as_slice()),
            dont_know: counts.map(|tally| tally.dont_know),
            not_applicable: counts.map(|tally| tally.not_applicable),
            sum,
            numbers,
            divided,
            note: note.as_deref(),
        }
    }
}

fn head(questionnaire: &Questionnaire) -> Head<'_> {
    let Questionnaire {
        id,
        version,
        lang,
        title,
        source,
        personal: _,
        words: _,
        scale,
        elements: _,
    } = questionnaire;
    let Scale {
        first,
        labels,
        strong,
        discuss,
    } = scale;
    Head {
        id,
        version: *version,
        language: lang.code(),
        title,
        source: source.as_deref(),
        // As a scale from 1 with a label for each point has always been written.
        first: (*first != 1).then_some(*first),
        points: labels.contains(&None).then_some(labels.len()),
        scale: labels::in_file(labels),
        strong: plain(strong),
        discuss: plain(discuss),
    }
}

fn toml_date(date: chrono::NaiveDate) -> toml::value::Datetime {
    use chrono::Datelike;
    toml::value::Datetime {
        date: Some(toml::value::Date {
            year: u16::try_from(date.year()).unwrap_or_default(),
            month: u8::try_from(date.month()).unwrap_or_default(),
            day: u8::try_from(date.day()).unwrap_or_default(),
        }),
        time: None,
        offset: None,
    }
}
