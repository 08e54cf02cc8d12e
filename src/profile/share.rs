//! A profile to share with who brings many teams together: the scores, and little else.
//!
//! Who gave which answer can't be told from the counts of many, but of few it could be guessed. So below eight numbers a
//! question tells what its score needs and no more: their sum, how many there are and whether the team is divided. Below five it
//! tells nothing. *Don't know* and *not applicable* are told as counts only beside counts: a single one often points at a
//! function. Where they leave a question without a score that is told, if five or more answered: else an element that the team
//! often doesn't know would look as if nobody had answered, and what doesn't apply would weigh as unanswered.
//!
//! An element's score is that of the questions that are told, as always: with its own one, the score of what isn't told could be
//! reckoned back.

use super::{Profile, Response};
use crate::{
    questionnaire::At,
    scoring::{Outcome, Spread},
    tally::{Shared, Tally},
};

impl Profile {
    /// This profile as it can be shared. One that the team answered together keeps its answers: they are nobody's own. `None`
    /// where fewer than [`Shared::FEWEST`] people each gave an answer. Sharing what is shared changes nothing.
    pub fn to_share(&self) -> Option<Profile> {
        let enough = !self.mode.counts() || self.participants >= Shared::FEWEST;
        if !enough {
            return None;
        }
        let mut shared = self.clone();
        shared.shared = true;
        shared.functions = None;
        shared.agreements = Vec::new();
        for at in self.questionnaire.places() {
            *shared.response_mut(at) = self.reduced_response(at);
        }
        Some(shared)
    }

    /// What is shared of the question at a place.
    pub(crate) fn reduced_response(&self, at: At) -> Response {
        let Response { tally, shared, note: _ } = self.response(at);
        let (tally, shared) = match tally {
            Some(tally) if self.mode.counts() && tally.numbers() < Shared::COUNTED => (None, self.told(at, tally)),
            tally => (tally.clone(), *shared),
        };
        Response {
            tally,
            shared,
            note: None,
        }
    }

    /// What is told of a question that few gave a number to.
    fn told(&self, at: At, tally: &Tally) -> Option<Shared> {
        let score = self.question_score(at);
        let enough = |count: u32| count >= Shared::FEWEST;
        match score.outcome {
            Outcome::Scored(_) if enough(score.numbers) => Some(Shared::Sum {
                sum: tally.sum(self.questionnaire.scale.first),
                numbers: score.numbers,
                divided: score.spread == Spread::Divided,
            }),
            Outcome::DontKnow if enough(tally.voters()) => Some(Shared::DontKnow),
            Outcome::NotApplicable if enough(tally.voters()) => Some(Shared::NotApplicable),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
