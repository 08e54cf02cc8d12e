//! What a team can talk about: the lowest questions of the weakest elements, and which questionnaire goes deeper.

use super::{NAMED, question_line};
use crate::{
    fraction::Fraction,
    messages::Lang,
    profile::Profile,
    questionnaire::{Questionnaire, builtin},
    scoring::Scores,
    text::safe,
};

/// An element to talk about, with its lowest questions.
#[derive(Clone, Debug)]
pub struct Topic {
    /// The element's title.
    pub title: String,
    /// Its lowest questions with their scores.
    pub questions: Vec<(String, String)>,
    /// The questionnaire that goes deeper into it.
    pub deeper: Option<Deeper>,
}

/// A built-in questionnaire that goes deeper into an element.
#[derive(Clone, Debug)]
pub struct Deeper {
    /// Its name.
    pub title: String,
    /// How it is asked.
    pub command: String,
}

/// The weakest elements as topics, weakest first.
pub fn topics(profile: &Profile, scores: &Scores, lang: Lang) -> Vec<Topic> {
    let mut questionnaire = profile.questionnaire.clone();
    if let Some(source) = builtin::questionnaire(&questionnaire.id, questionnaire.lang) {
        questionnaire.restore_from(&source);
    }
    let topics = scores.weakest.iter().map(|&index| Topic {
        title: safe(&questionnaire.elements[index].title),
        questions: lowest(profile, scores, index, lang),
        deeper: deeper(&questionnaire, index, lang),
    });
    topics.collect()
}

/// The lowest questions of an element with their scores, in words.
fn lowest(profile: &Profile, scores: &Scores, index: usize, lang: Lang) -> Vec<(String, String)> {
    let questions = &scores.elements[index].questions;
    let mut lowest: Vec<(&Fraction, usize)> = questions
        .iter()
        .enumerate()
        .filter_map(|(question, score)| Some((score.outcome.score()?, question)))
        .collect();
    lowest.sort();
    let edge = lowest.first().map(|(score, _)| (*score).clone());
    lowest.retain(|(score, _)| Some(*score) == edge.as_ref());
    lowest.truncate(NAMED);
    let lines = lowest.into_iter().map(|(_, question)| {
        let line = question_line(profile, scores, (index, question), lang);
        (line.text, line.score)
    });
    lines.collect()
}

fn deeper(questionnaire: &Questionnaire, index: usize, lang: Lang) -> Option<Deeper> {
    let id = questionnaire.elements[index].deeper.as_deref()?;
    Some(Deeper {
        title: safe(&builtin::questionnaire(id, lang)?.title),
        command: format!("ips assess --questions {id}"),
    })
}
