//! A card: one question to open a conversation with.

use crate::{
    fraction::Fraction,
    lang::Lang,
    profile::Profile,
    questionnaire::{At, Questionnaire},
    scoring::{Outcome, QuestionScore, WEAKEST},
    text::safe,
};

/// What stands on a card.
#[derive(Clone, Debug)]
pub struct Card {
    /// The language of the sentences.
    pub lang: Lang,
    /// What the element of the question is called.
    pub element: String,
    /// The question, word for word.
    pub question: String,
    /// A part that asks for words.
    pub open: Option<String>,
    /// A way to begin, and where it comes from.
    pub start: Option<(String, String)>,
    /// Where the question comes from.
    pub source: Option<String>,
}

impl Card {
    /// The card of the question at a place. Another question of the element has another way to begin, as long as there are
    /// enough.
    pub fn new(questionnaire: &Questionnaire, at: At, lang: Lang) -> Card {
        let element = &questionnaire.elements[at.0];
        let question = questionnaire.question(at);
        let start = element.suggestions.iter().cycle().nth(at.1);
        Card {
            lang,
            element: safe(&element.title),
            question: safe(&question.text),
            open: question.open.as_deref().map(safe),
            start: start.map(|start| (safe(&start.text), safe(&start.source))),
            source: questionnaire.source.as_deref().map(safe),
        }
    }
}

/// The full ids of all questions of a profile, the one to open a conversation with first: of the element with the lowest score
/// the question with the lowest score. Without a score an element or question comes later, and a question that doesn't apply
/// last; what ties stays in the order of the questionnaire.
pub fn order(profile: &Profile) -> Vec<String> {
    let scores = profile.scores(WEAKEST);
    let mut places: Vec<At> = profile.questionnaire.places().collect();
    places.sort_by_key(|&(index, question)| {
        let element = &scores.elements[index];
        let lowest_first = (element.score.is_none(), element.score.clone(), index);
        (lowest_first, rank(&element.questions[question]))
    });
    let ids = places.into_iter().map(|at| profile.questionnaire.full_id(at));
    ids.collect()
}

fn rank(score: &QuestionScore) -> (u8, Option<Fraction>) {
    match &score.outcome {
        Outcome::Scored(score) => (0, Some(score.clone())),
        Outcome::DontKnow | Outcome::Unanswered | Outcome::NotAsked => (1, None),
        Outcome::NotApplicable => (2, None),
    }
}
