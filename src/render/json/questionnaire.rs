//! A questionnaire.

use serde::Serialize;

use super::to_text;
use crate::questionnaire::Questionnaire;

#[derive(Serialize)]
struct QuestionnaireJson<'q> {
    id: &'q str,
    version: u32,
    title: &'q str,
    language: &'static str,
    source: Option<&'q str>,
    first: u32,
    scale: &'q [Option<String>],
    elements: Vec<AskedElementJson<'q>>,
}

#[derive(Serialize)]
struct AskedElementJson<'q> {
    id: &'q str,
    title: &'q str,
    questions: Vec<AskedQuestionJson<'q>>,
}

#[derive(Serialize)]
struct AskedQuestionJson<'q> {
    id: String,
    text: &'q str,
    open: Option<&'q str>,
    scored: Option<&'q str>,
    reverse: bool,
    labels: Option<&'q [Option<String>]>,
    mirrors: Option<&'q str>,
    own: bool,
}

/// A questionnaire, as `ips questions --json` prints it.
pub fn questionnaire(questionnaire: &Questionnaire) -> String {
    let elements = questionnaire
        .elements
        .iter()
        .enumerate()
        .map(|(index, element)| AskedElementJson {
            id: &element.id,
            title: &element.title,
            questions: element
                .questions
                .iter()
                .enumerate()
                .map(|(place, question)| AskedQuestionJson {
                    id: questionnaire.full_id((index, place)),
                    text: &question.text,
                    open: question.open.as_deref(),
                    scored: question.scored.as_deref(),
                    reverse: question.reverse,
                    labels: question.labels.as_deref(),
                    mirrors: question.mirrors.as_deref(),
                    own: question.own,
                })
                .collect(),
        });
    to_text(&QuestionnaireJson {
        id: &questionnaire.id,
        version: questionnaire.version,
        title: &questionnaire.title,
        language: questionnaire.lang.code(),
        source: questionnaire.source.as_deref(),
        first: questionnaire.scale.first,
        scale: &questionnaire.scale.labels,
        elements: elements.collect(),
    })
}
