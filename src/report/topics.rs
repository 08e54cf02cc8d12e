//! What a team can talk about: the lowest questions of the weakest elements, which questionnaire goes deeper, and what there
//! is to use and to read.

use super::{NAMED, question_line};
use crate::{
    content::{
        questionnaires,
        sources::{self, Kind},
    },
    fraction::Fraction,
    lang::Lang,
    profile::Profile,
    questionnaire::Questionnaire,
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
    /// What can help with it: tools, then literature; nothing that a weaker element has already.
    pub sources: Vec<Cited>,
}

/// A tool or a text.
#[derive(Clone, Debug)]
pub struct Cited {
    /// What it is called, who made it and when, as printed.
    pub citation: String,
    /// Where it can be found.
    pub url: Option<String>,
}

/// The most tools and texts that are named with one element: the report of an ordinary team stays on two sheets of paper.
const SOURCES: usize = 2;

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
    let questionnaire = questionnaires::restored(&profile.questionnaire);
    let mut named = Vec::new();
    let topics = scores.weakest.iter().map(|&index| Topic {
        title: safe(&questionnaire.elements[index].title),
        questions: lowest(profile, scores, index, lang),
        deeper: deeper(&questionnaire, index, lang),
        sources: helping(&questionnaire, index, lang, &mut named),
    });
    topics.collect()
}

/// What can help with an element and isn't named yet.
fn helping(questionnaire: &Questionnaire, index: usize, lang: Lang, named: &mut Vec<&'static str>) -> Vec<Cited> {
    let id = format!("{}.{}", questionnaire.id, questionnaire.elements[index].id);
    let of_kind = |kind: Kind| {
        let all = sources::built_in(lang).iter();
        all.filter(move |source| source.kind == kind)
    };
    let helping = of_kind(Kind::Tool).chain(of_kind(Kind::Literature));
    let helping = helping.filter(|source| source.helps.iter().any(|helped| helped.is_named(&id)));
    let fresh: Vec<_> = helping
        .filter(|source| !named.contains(&source.id.as_str()))
        .take(SOURCES)
        .collect();
    named.extend(fresh.iter().map(|source| source.id.as_str()));
    let cited = fresh.into_iter().map(|source| Cited {
        citation: safe(&source.citation),
        url: source.url.clone(),
    });
    cited.collect()
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
        title: safe(&questionnaires::questionnaire(id, lang)?.title),
        command: format!("ips assess --questions {id}"),
    })
}
