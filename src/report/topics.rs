//! What a team can talk about: the lowest questions of the weakest elements, which questionnaire goes deeper, and what there
//! is to use and to read.

use super::{NAMED, Report, question_line};
use crate::{
    content::{
        Material,
        sources::{Kind, Source},
    },
    fraction::Fraction,
    lang::Lang,
    profile::Profile,
    scoring::Scores,
    text::safe,
};

/// An element to talk about, with its lowest questions.
#[derive(Clone, Debug)]
pub struct Topic {
    /// The element's id, by which what ships is found.
    pub element: String,
    /// What the element is called.
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
    /// Its name, in the language of the report.
    pub title: String,
    /// The command that asks it.
    pub command: String,
}

/// The weakest elements as topics, weakest first, still without what there is to go on with.
pub(super) fn topics(profile: &Profile, scores: &Scores, lang: Lang) -> Vec<Topic> {
    let elements = &profile.questionnaire.elements;
    let topics = scores.weakest.iter().map(|&index| Topic {
        element: safe(&elements[index].id),
        title: safe(&elements[index].title),
        questions: lowest(profile, scores, index, lang),
        deeper: None,
        sources: Vec::new(),
    });
    topics.collect()
}

impl Report {
    /// Names with each topic what there is to go on with: what goes deeper, and what can help.
    #[must_use]
    pub fn with_material(mut self, material: &Material) -> Report {
        let mut named = Vec::new();
        for topic in &mut self.talk {
            let deeper = material.deeper.iter().find(|deeper| deeper.element == topic.element);
            topic.deeper = deeper.map(|deeper| Deeper {
                title: safe(&deeper.title),
                command: format!("ips assess --questions {}", deeper.id),
            });
            let id = format!("{}.{}", self.questionnaire_id, topic.element);
            topic.sources = helping(&id, &material.sources, &mut named);
        }
        self
    }
}

/// What can help with an element and isn't named yet.
fn helping<'m>(element: &str, sources: &'m [Source], named: &mut Vec<&'m str>) -> Vec<Cited> {
    let of_kind = |kind: Kind| sources.iter().filter(move |source| source.kind == kind);
    let helping = of_kind(Kind::Tool).chain(of_kind(Kind::Literature));
    let helping = helping.filter(|source| source.helps.iter().any(|helped| helped.is_named(element)));
    let fresh: Vec<&Source> = helping
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
        (line.text, line.score.text)
    });
    lines.collect()
}
