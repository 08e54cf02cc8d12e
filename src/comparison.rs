//! What really changed between two profiles of one team: only over questions that were scored both times.
//!
//! A question is compared when it has the same id and the same text (NFC, white space folded), or, in another language,
//! when it belongs to the same questionnaire in the same version; and when its answers are the same and count the same way.
//! An element has a change when the compared questions are at least half of its applicable ones, then and now. A change is
//! *clear* when
//! - it is at least an eighth of the scale's length and at least 0.4: 0.5 on five points; between two meetings that answered
//!   together one and a half times that, between two ways of answering (together; with fingers; on sheets that nobody sees)
//!   twice;
//! - at least two compared questions moved that way, or the only one that is compared;
//! - and, if either meeting answered together, at least three more of them moved that way than the other way.
//!
//! Why, is told where it is decided: in `weighed.rs`.

mod cautions;
mod comparable;
mod weighed;

pub use self::cautions::Caution;
pub use self::weighed::{Limits, Verdict, Weighed};
pub(crate) use self::{
    cautions::{other_functions, other_labels},
    comparable::{other_question, refuse_other},
};
use crate::{
    fault::Fault,
    fraction::{Fraction, mean},
    profile::Profile,
    questionnaire::{At, Question},
    scoring::{Outcome, QuestionScore, Scores, is_half},
};

/// Two profiles, the older first, with everything that changed.
#[derive(Clone, Debug)]
pub struct Comparison<'p> {
    /// The older profile.
    pub before: &'p Profile,
    /// The newer profile.
    pub after: &'p Profile,
    /// The older profile's own scores.
    pub before_scores: Scores,
    /// The newer profile's own scores.
    pub after_scores: Scores,
    /// What a change has to be, to be clear.
    pub limits: Limits,
    /// The mean over the elements with a change.
    pub overall: Option<Change>,
    /// The newer profile's elements in order, then those that only the older one has.
    pub elements: Vec<ElementChange>,
    /// The questions that are not compared, with the reason, in the order of the elements.
    pub not_compared: Vec<(String, Reason)>,
    /// What makes it less certain.
    pub cautions: Vec<Caution>,
}

/// Two means over the same questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The older mean, in points of the scale.
    pub before: Fraction,
    /// The newer mean, in points of the scale.
    pub after: Fraction,
}

/// One element, then and now.
#[derive(Clone, Debug)]
pub struct ElementChange {
    /// Its id, the same in both profiles.
    pub id: String,
    /// Its place in the older profile.
    pub before: Option<usize>,
    /// Its place in the newer profile.
    pub after: Option<usize>,
    /// The means over the compared questions, if those are enough.
    pub change: Option<Change>,
    /// Whether that change is clear, and what tells so.
    pub weighed: Weighed,
    /// Those that had a score both times, with the same text.
    pub questions: Vec<QuestionChange>,
}

/// One compared question.
#[derive(Clone, Debug)]
pub struct QuestionChange {
    /// The element's id, a dot, and its own.
    pub id: String,
    /// Its place in the newer profile.
    pub at: At,
    /// Its place in the older profile.
    pub was: At,
    /// Its score in either profile.
    pub change: Change,
}

/// Why a question is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The text is another one now.
    TextChanged,
    /// Its answers count the other way round now.
    ReverseChanged,
    /// It has other answers to choose from now.
    LabelsChanged,
    /// Only the older meeting asked the question.
    OnlyBefore,
    /// Only the newer meeting asked the question.
    OnlyAfter,
    /// Neither meeting asked about its element.
    NeverAsked,
    /// It had a score then and has none now.
    ScoredOnlyBefore,
    /// It has a score now and had none then.
    ScoredOnlyAfter,
    /// It had no score either time.
    NeverScored,
}

impl Reason {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Reason::TextChanged => "text-changed",
            Reason::ReverseChanged => "reverse-changed",
            Reason::LabelsChanged => "labels-changed",
            Reason::OnlyBefore => "only-before",
            Reason::OnlyAfter => "only-after",
            Reason::NeverAsked => "never-asked",
            Reason::ScoredOnlyBefore => "scored-only-before",
            Reason::ScoredOnlyAfter => "scored-only-after",
            Reason::NeverScored => "never-scored",
        }
    }
}

impl Change {
    /// What it rose, in points of the scale; below zero when it fell.
    pub fn difference(&self) -> Fraction {
        &self.after - &self.before
    }
}

impl<'p> Comparison<'p> {
    /// Compares two profiles of one team, the older first, with so many weakest elements marked in each.
    ///
    /// # Errors
    /// When they are of two teams, of two questionnaires, or on two scales.
    pub fn of(before: &'p Profile, after: &'p Profile, weakest: usize) -> Result<Comparison<'p>, Fault> {
        Comparison::scored((before, before.scores(weakest)), (after, after.scores(weakest)))
    }

    /// The same of two profiles whose scores are known.
    ///
    /// # Errors
    /// As of [`Comparison::of`].
    pub fn scored(
        (before, before_scores): (&'p Profile, Scores),
        (after, after_scores): (&'p Profile, Scores),
    ) -> Result<Comparison<'p>, Fault> {
        refuse_other(before, after)?;
        let old = |id: &str| {
            before
                .questionnaire
                .elements
                .iter()
                .position(|element| element.id == id)
        };
        let new = |id: &str| after.questionnaire.elements.iter().position(|element| element.id == id);
        let limits = Limits::between(before.mode, after.mode, &after.questionnaire.scale);
        let mut comparison = Comparison {
            cautions: Caution::between(before, after, &limits),
            limits,
            before,
            after,
            before_scores,
            after_scores,
            overall: None,
            elements: Vec::new(),
            not_compared: Vec::new(),
        };
        for (index, element) in after.questionnaire.elements.iter().enumerate() {
            comparison.add_element(&element.id, old(&element.id), Some(index));
        }
        for (index, element) in before.questionnaire.elements.iter().enumerate() {
            if new(&element.id).is_none() {
                comparison.add_element(&element.id, Some(index), None);
            }
        }
        let changes = || comparison.elements.iter().filter_map(|element| element.change.as_ref());
        comparison.overall = mean(changes().map(|change| &change.before))
            .zip(mean(changes().map(|change| &change.after)))
            .map(|(before, after)| Change { before, after });
        let thin = comparison.thin().next().is_some();
        comparison.cautions.extend(thin.then_some(Caution::Thin));
        Ok(comparison)
    }

    /// The compared questions whose score rests on few numbers, then or now.
    pub fn thin(&self) -> impl Iterator<Item = &QuestionChange> {
        let questions = self.elements.iter().flat_map(|element| &element.questions);
        questions.filter(|question| {
            let [before, after] = self.scores_of(question);
            before.thin || after.thin
        })
    }

    /// What either profile's answers to a compared question give, the older first.
    pub(crate) fn scores_of(&self, question: &QuestionChange) -> [&QuestionScore; 2] {
        [(&self.before_scores, question.was), (&self.after_scores, question.at)]
            .map(|(scores, at)| &scores.elements[at.0].questions[at.1])
    }

    fn add_element(&mut self, id: &str, before: Option<usize>, after: Option<usize>) {
        let mut questions = Vec::new();
        let list = |profile: &'p Profile, index: Option<usize>| -> &'p [Question] {
            index.map_or(&[], |index| &profile.questionnaire.elements[index].questions)
        };
        let (old, new) = (list(self.before, before), list(self.after, after));
        for (place, question) in new.iter().enumerate() {
            let full_id = format!("{id}.{}", question.id);
            let was = old.iter().position(|other| other.id == question.id);
            let (Some(was), Some(element), Some(old_element)) = (was, after, before) else {
                self.not_compared.push((full_id, Reason::OnlyAfter));
                continue;
            };
            let scores = (
                &self.before_scores.elements[old_element].questions[was].outcome,
                &self.after_scores.elements[element].questions[place].outcome,
            );
            let asks_otherwise = other_question(
                (&self.before.questionnaire, &old[was]),
                (&self.after.questionnaire, question),
            );
            let reason = match scores {
                (Outcome::NotAsked, Outcome::NotAsked) => Reason::NeverAsked,
                (_, Outcome::NotAsked) => Reason::OnlyBefore,
                (Outcome::NotAsked, _) => Reason::OnlyAfter,
                (Outcome::Scored(before), Outcome::Scored(after)) if asks_otherwise.is_none() => {
                    questions.push(QuestionChange {
                        id: full_id,
                        at: (element, place),
                        was: (old_element, was),
                        change: Change {
                            before: before.clone(),
                            after: after.clone(),
                        },
                    });
                    continue;
                }
                (before, after) => asks_otherwise.unwrap_or(match (before, after) {
                    (Outcome::Scored(_), _) => Reason::ScoredOnlyBefore,
                    (_, Outcome::Scored(_)) => Reason::ScoredOnlyAfter,
                    _ => Reason::NeverScored,
                }),
            };
            self.not_compared.push((full_id, reason));
        }
        for question in old {
            if !new.iter().any(|other| other.id == question.id) {
                self.not_compared
                    .push((format!("{id}.{}", question.id), Reason::OnlyBefore));
            }
        }
        let asked = |scores: &Scores, index: Option<usize>| index.map_or(0, |index| scores.elements[index].asked);
        let enough = is_half(questions.len(), asked(&self.before_scores, before))
            && is_half(questions.len(), asked(&self.after_scores, after));
        let means = mean(questions.iter().map(|question| &question.change.before))
            .zip(mean(questions.iter().map(|question| &question.change.after)));
        let change = means.filter(|_| enough).map(|(before, after)| Change { before, after });
        let weighed = self.limits.weigh(change.as_ref(), &questions);
        self.elements.push(ElementChange {
            id: id.to_owned(),
            before,
            after,
            change,
            weighed,
            questions,
        });
    }
}

#[cfg(test)]
mod tests;
