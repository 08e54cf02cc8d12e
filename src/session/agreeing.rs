//! The end of the interview: an agreement on each weakest element, typed line by line.

use super::{Position, Refusal, Session, Step};
use crate::{
    agreement::{AgreementField, Due, Unfinished},
    profile::{NOTE_CHARS, State},
    scoring::WEAKEST,
};

impl Session {
    /// What was typed in a line of the agreement that is being made; empty where nothing was.
    pub fn typed(&self, field: AgreementField) -> &str {
        self.profile
            .state
            .unfinished()
            .map_or("", |unfinished| unfinished.text(field))
    }

    /// The line at which an agreement was being typed, if one was.
    pub(super) fn typing_at(&self) -> Option<Position> {
        let unfinished = self.profile.state.unfinished()?;
        let mut elements = self.profile.questionnaire.elements.iter();
        let element = elements.position(|element| element.id == unfinished.element)?;
        // Nothing is agreed without it, whatever else is there.
        let field = if unfinished.what.is_empty() {
            AgreementField::What
        } else {
            unfinished.field
        };
        Some(Position::Agreement { element, field })
    }

    /// On to the next weakest element without an agreement of this meeting, weakest first.
    pub(super) fn agree_after(&mut self, element: Option<usize>) -> Step {
        let weakest = self.profile.scores(WEAKEST).weakest;
        let passed = weakest.iter().position(|&index| Some(index) == element);
        let rest = &weakest[passed.map_or(0, |passed| passed + 1)..];
        let next = rest.iter().find(|&&index| !self.has_agreement(index));
        self.go(next.map_or(Position::Done, |&element| Position::Agreement {
            element,
            field: AgreementField::What,
        }))
    }

    fn has_agreement(&self, element: usize) -> bool {
        let id = &self.profile.questionnaire.elements[element].id;
        let mut agreements = self.profile.agreements.iter();
        agreements.any(|agreement| agreement.element == *id && !agreement.is_carried_over())
    }

    /// Takes a line, and after the last one the agreement.
    pub(super) fn line(&mut self, element: usize, field: AgreementField, text: &str) -> Step {
        if let Some(refusal) = self.refuses(field, text) {
            return Step::Refused(refusal);
        }
        let mut unfinished = self.unfinished(element);
        unfinished.set(field, text);
        if unfinished.what.is_empty() {
            return self.pass(element);
        }
        if let Some(next) = field.next() {
            return self.type_on(unfinished, element, next);
        }
        self.keep(Some(unfinished));
        self.agree(element)
    }

    /// Makes what was typed an agreement, as it is; without a *what* there is none.
    pub(super) fn agree(&mut self, element: usize) -> Step {
        let unfinished = self.unfinished(element);
        if !unfinished.what.is_empty() {
            self.profile.agreements.push(unfinished.agreement(self.profile.date));
        }
        self.pass(element)
    }

    /// On to the next element; nothing more is typed about this one.
    fn pass(&mut self, element: usize) -> Step {
        let changed = self.keep(None);
        let _ = self.agree_after(Some(element));
        Step::Go { changed }
    }

    fn refuses(&self, field: AgreementField, text: &str) -> Option<Refusal> {
        if text.trim().chars().count() > NOTE_CHARS {
            return Some(Refusal::TooLong);
        }
        let is_no_day = field == AgreementField::When && Due::typed(text, self.profile.date).is_err();
        is_no_day.then_some(Refusal::NoSuchDay)
    }

    pub(super) fn line_so_far(&mut self, element: usize, field: AgreementField, text: &str) -> Step {
        if text.trim().chars().count() > NOTE_CHARS {
            return Step::Refused(Refusal::TooLong);
        }
        let mut unfinished = self.unfinished(element);
        unfinished.set(field, text);
        self.type_on(unfinished, element, field)
    }

    pub(super) fn line_before(&mut self, element: usize, field: AgreementField) -> Step {
        match field.before().last() {
            Some(before) => self.type_on(self.unfinished(element), element, before),
            None => Step::Refused(Refusal::AtFirst),
        }
    }

    fn type_on(&mut self, unfinished: Unfinished, element: usize, field: AgreementField) -> Step {
        self.position = Position::Agreement { element, field };
        let unfinished = Unfinished { field, ..unfinished };
        let changed = self.keep((!unfinished.is_empty()).then_some(unfinished));
        Step::Go { changed }
    }

    /// What was typed so far of the agreement about this element.
    fn unfinished(&self, element: usize) -> Unfinished {
        let fresh = || Unfinished::new(self.profile.questionnaire.elements[element].id.as_str());
        self.profile.state.unfinished().cloned().unwrap_or_else(fresh)
    }

    /// Keeps in the draft what was typed; tells whether that changes it.
    fn keep(&mut self, typed: Option<Unfinished>) -> bool {
        let State::Draft { unfinished, .. } = &mut self.profile.state else {
            return false;
        };
        let changed = *unfinished != typed;
        *unfinished = typed;
        changed
    }
}

#[cfg(test)]
pub(super) mod tests;
