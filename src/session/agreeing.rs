//! The end of the interview: agreements about any element, typed line by line.
//!
//! An agreement is in the profile from its first line on, so that nothing that was typed waits for the last one.

use super::{About, Doubt, Pace, Position, Refusal, Reply, Session};
use crate::{
    agreement::{Agreement, AgreementField, Due},
    agreements,
    profile::NOTE_CHARS,
    scoring::WEAKEST,
    toml_file::ENTRIES,
};

impl Session {
    /// The places among the agreements of those that were made at this meeting.
    pub fn made(&self) -> Vec<usize> {
        let places = 0..self.profile.agreements.len();
        places
            // What was added after the meeting was made on a later day.
            .filter(|&place| {
                self.profile.agreements[place]
                    .made
                    .is_none_or(|made| made > self.profile.date)
            })
            .collect()
    }

    /// The place in the questionnaire of the element that an agreement is about.
    pub fn element_of(&self, about: About) -> usize {
        match about {
            About::New(element) => element,
            About::Made(place) => {
                let id = &self.profile.agreements[place].element;
                let mut elements = self.profile.questionnaire.elements.iter();
                elements.position(|element| element.id == *id).unwrap_or(0)
            }
        }
    }

    /// What stands in a line of an agreement; empty where nothing does.
    pub fn typed(&self, about: About, field: AgreementField) -> String {
        let About::Made(place) = about else {
            return String::new();
        };
        let agreement = &self.profile.agreements[place];
        match field {
            AgreementField::What => agreement.what.clone(),
            AgreementField::Who => agreement.who.clone().unwrap_or_default(),
            AgreementField::When => agreement.due.as_ref().map(Due::word).unwrap_or_default(),
        }
    }

    /// Where agreements begin: line by line with the weakest element, else with the list to choose from.
    pub(super) fn first_agreement(&mut self) -> Position {
        self.walks = self.pace == Pace::Lines && self.corrects.is_none();
        self.next_agreement(None)
    }

    /// Where the team goes on after an agreement about this element.
    fn next_agreement(&mut self, after: Option<usize>) -> Position {
        let weakest = self.profile.scores(WEAKEST).weakest;
        let passed = weakest.iter().position(|&index| Some(index) == after);
        let mut rest = weakest[passed.map_or(0, |passed| passed + 1)..].iter();
        let next = rest.find(|&&element| self.made_about(element).is_none());
        if let Some(&element) = next.filter(|_| self.walks) {
            return typing(About::New(element), AgreementField::What);
        }
        self.walks = false;
        Position::Agreements
    }

    /// The last agreement of this meeting about an element.
    fn made_about(&self, element: usize) -> Option<usize> {
        let id = &self.profile.questionnaire.elements[element].id;
        let mut made = self.made().into_iter().rev();
        made.find(|&place| self.profile.agreements[place].element == *id)
    }

    pub(super) fn choose_agreement(&mut self, reply: &Reply) -> Result<Position, Refusal> {
        let elements = self.profile.questionnaire.elements.len();
        let about = match reply {
            Reply::Continue => return Ok(Position::Done),
            Reply::GoTo(index) if *index < elements => About::New(*index),
            Reply::GoTo(index) => match self.made().get(index - elements) {
                Some(&place) => About::Made(place),
                None => return Err(Refusal::NoSuchNumber),
            },
            _ => return Err(Refusal::NotHere),
        };
        if let About::Made(place) = about
            && self.is_carried_on(place)
        {
            return Err(Refusal::CarriedOn);
        }
        Ok(typing(about, AgreementField::What))
    }

    /// Whether a later profile has this agreement too, and so says how it stands.
    fn is_carried_on(&self, place: usize) -> bool {
        let agreement = &self.profile.agreements[place];
        let made = agreement.made.unwrap_or(self.profile.date);
        let later = self.earlier.iter();
        let mut later = later.filter(|later| later.date > self.profile.date);
        later.any(|later| {
            later
                .agreements
                .iter()
                .any(|other| other.made == Some(made) && agreements::is_same(other, agreement))
        })
    }

    pub(super) fn agree(&mut self, about: About, field: AgreementField, reply: Reply) -> Result<Position, Refusal> {
        match reply {
            Reply::Line(text) => self.line(about, field, text.trim()),
            Reply::LineSoFar(text) => {
                let text = text.trim();
                if text.chars().count() > NOTE_CHARS {
                    return Err(Refusal::TooLong);
                }
                // An agreement stays one: without its first line there is none.
                if field == AgreementField::What && text.is_empty() {
                    return Ok(self.position);
                }
                let due = Due::typed(text, self.profile.date).unwrap_or_else(|_| Due::Words(text.to_owned()));
                Ok(typing(About::Made(self.put(about, field, text, due)?), field))
            }
            Reply::Continue => Ok(self.next_agreement(Some(self.element_of(about)))),
            Reply::Back => match field.before().last() {
                Some(before) => Ok(typing(about, before)),
                None if self.walks => self.agreement_before(self.element_of(about)),
                None => Ok(Position::Agreements),
            },
            _ => Err(Refusal::NotHere),
        }
    }

    /// Takes a line, and after the last one goes on.
    fn line(&mut self, about: About, field: AgreementField, text: &str) -> Result<Position, Refusal> {
        if text.chars().count() > NOTE_CHARS {
            return Err(Refusal::TooLong);
        }
        let due = Due::typed(text, self.profile.date);
        if field == AgreementField::When && due.is_err() {
            return Err(Refusal::NoSuchDay);
        }
        if field == AgreementField::What && text.is_empty() {
            return Ok(match about {
                About::New(element) => self.next_agreement(Some(element)),
                About::Made(place) => Position::Sure(Doubt::Remove(place)),
            });
        }
        let due = due.unwrap_or_else(|_| Due::Words(text.to_owned()));
        let about = About::Made(self.put(about, field, text, due)?);
        Ok(match field.next() {
            Some(next) => typing(about, next),
            None => self.next_agreement(Some(self.element_of(about))),
        })
    }

    /// Puts a line in its agreement, which is made where there is none yet; gives its place.
    fn put(&mut self, about: About, field: AgreementField, text: &str, due: Due) -> Result<usize, Refusal> {
        let place = match about {
            About::Made(place) => place,
            // One that can't be read again would cost all of them.
            About::New(_) if self.profile.agreements.len() >= ENTRIES => return Err(Refusal::TooManyAgreements),
            About::New(element) => {
                let id = self.profile.questionnaire.elements[element].id.as_str();
                self.profile.agreements.push(Agreement::new(id, text));
                self.profile.agreements.len() - 1
            }
        };
        let agreement = &mut self.profile.agreements[place];
        match field {
            AgreementField::What => text.clone_into(&mut agreement.what),
            AgreementField::Who => agreement.who = (!text.is_empty()).then(|| text.to_owned()),
            AgreementField::When => agreement.due = (!text.is_empty()).then_some(due),
        }
        Ok(place)
    }

    /// Takes an agreement away.
    pub(super) fn remove(&mut self, place: usize) -> Position {
        let element = self.element_of(About::Made(place));
        self.profile.agreements.remove(place);
        self.next_agreement(Some(element))
    }

    /// Back in the walk: to the first line about the weakest element before this one.
    fn agreement_before(&self, element: usize) -> Result<Position, Refusal> {
        let weakest = self.profile.scores(WEAKEST).weakest;
        let here = weakest.iter().position(|&index| index == element);
        let before = here.and_then(|here| here.checked_sub(1)).ok_or(Refusal::AtFirst)?;
        let before = weakest[before];
        let about = self.made_about(before).map_or(About::New(before), About::Made);
        Ok(typing(about, AgreementField::What))
    }
}

fn typing(about: About, field: AgreementField) -> Position {
    Position::Agreement { about, field }
}

#[cfg(test)]
pub(super) mod tests;
