//! What a team can talk about: the questions of the elements that it often can't answer, and the lowest ones of the weakest
//! elements; which questionnaire goes deeper, and what there is to use and to read.

use super::{NAMED, Report, question_line};
use crate::{
    content::{
        Material,
        sources::{Kind, Source},
    },
    fraction::Fraction,
    lang::Lang,
    profile::Profile,
    questionnaire::At,
    scoring::{ElementScore, Outcome, Scores},
    text::safe,
};

/// An element to talk about, with the questions that lead to it.
#[derive(Clone, Debug)]
pub struct Topic {
    /// The element's id, by which what ships is found.
    pub element: String,
    /// What the element is called.
    pub title: String,
    /// That the team often doesn't know, where that is why.
    pub why: Option<String>,
    /// The questions that the team can't answer, where that is why; and the lowest ones, where the element is among the weakest.
    pub questions: Vec<TopicLine>,
    /// The questionnaire that goes deeper into it.
    pub deeper: Option<Deeper>,
    /// What can help with it: tools, then literature; nothing that an element before it has already.
    pub sources: Vec<Cited>,
}

/// A question to talk about.
#[derive(Clone, Debug)]
pub struct TopicLine {
    /// The question, word for word.
    pub text: String,
    /// Its score with how many it rests on where those are few, or why there is none.
    pub score: String,
    /// Whether it has a score.
    pub scored: bool,
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

/// The elements to talk about as topics, still without what there is to go on with.
pub(super) fn topics(profile: &Profile, scores: &Scores, lang: Lang) -> Vec<Topic> {
    let elements = &profile.questionnaire.elements;
    let topics = scores.to_talk_about().into_iter().map(|index| {
        let element = &scores.elements[index];
        let unknown = element.is_often_unknown();
        let mut questions = if unknown { unknown_of(element) } else { Vec::new() };
        if scores.is_weakest(index) {
            questions.extend(lowest_of(element));
        }
        Topic {
            element: safe(&elements[index].id),
            title: safe(&elements[index].title),
            why: unknown.then(|| lang.often_unknown()),
            questions: questions
                .into_iter()
                .map(|question| topic_line(profile, scores, (index, question), lang))
                .collect(),
            deeper: None,
            sources: Vec::new(),
        }
    });
    topics.collect()
}

impl Report {
    /// Takes from the topics what goes deeper, each questionnaire once: on a terminal commands stand in one place.
    pub fn take_deeper(&mut self) -> Vec<Deeper> {
        let mut taken: Vec<Deeper> = Vec::new();
        for deeper in self.talk.iter_mut().filter_map(|topic| topic.deeper.take()) {
            if taken.iter().all(|other| other.command != deeper.command) {
                taken.push(deeper);
            }
        }
        taken
    }

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

/// The first questions of an element that the team can't answer.
fn unknown_of(element: &ElementScore) -> Vec<usize> {
    let places = 0..element.questions.len();
    let unknown = places.filter(|&question| element.questions[question].outcome == Outcome::DontKnow);
    unknown.take(NAMED).collect()
}

/// The lowest questions of an element.
fn lowest_of(element: &ElementScore) -> Vec<usize> {
    let questions = element.questions.iter().enumerate();
    let mut lowest: Vec<(&Fraction, usize)> = questions
        .filter_map(|(question, score)| Some((score.outcome.score()?, question)))
        .collect();
    lowest.sort();
    let edge = lowest.first().map(|(score, _)| *score);
    let lowest = lowest.iter().take_while(|(score, _)| Some(*score) == edge);
    lowest.map(|(_, question)| *question).take(NAMED).collect()
}

fn topic_line(profile: &Profile, scores: &Scores, at: At, lang: Lang) -> TopicLine {
    let line = question_line(profile, scores, at, lang);
    TopicLine {
        score: line.score_words(),
        scored: line.score.value.is_some(),
        text: line.text,
    }
}
