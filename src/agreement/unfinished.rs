//! An agreement that a team is still typing, line by line.

use chrono::NaiveDate;

use super::{Agreement, AgreementState, Due};

/// The lines in which an agreement is typed, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementField {
    /// What will be done.
    What,
    /// Who will do it.
    Who,
    /// By when.
    When,
}

impl AgreementField {
    /// The words in a draft's file.
    pub const WORDS: [(&'static str, AgreementField); 3] = [
        (AgreementField::What.word(), AgreementField::What),
        (AgreementField::Who.word(), AgreementField::Who),
        (AgreementField::When.word(), AgreementField::When),
    ];

    /// The word of this line.
    pub const fn word(self) -> &'static str {
        match self {
            AgreementField::What => "what",
            AgreementField::Who => "who",
            AgreementField::When => "due",
        }
    }

    /// The line after this one; `None` after the last.
    pub fn next(self) -> Option<AgreementField> {
        match self {
            AgreementField::What => Some(AgreementField::Who),
            AgreementField::Who => Some(AgreementField::When),
            AgreementField::When => None,
        }
    }

    /// The lines before this one, the first one first.
    pub fn before(self) -> impl Iterator<Item = AgreementField> {
        let lines = std::iter::successors(Some(AgreementField::What), |field| field.next());
        lines.take_while(move |field| *field != self)
    }
}

/// An agreement as far as it was typed. A draft holds it, so that a stop halfway loses nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The id of the element that it is about.
    pub element: String,
    /// The line that is being typed.
    pub field: AgreementField,
    /// What will be done, as it was typed; so for all of these, and empty where nothing was.
    pub what: String,
    /// Who will do it.
    pub who: String,
    /// By when.
    pub when: String,
}

impl Unfinished {
    /// An agreement about an element, with nothing typed yet.
    pub fn new(element: impl Into<String>) -> Unfinished {
        Unfinished {
            element: element.into(),
            field: AgreementField::What,
            what: String::new(),
            who: String::new(),
            when: String::new(),
        }
    }

    /// What was typed in a line.
    pub fn text(&self, field: AgreementField) -> &str {
        match field {
            AgreementField::What => &self.what,
            AgreementField::Who => &self.who,
            AgreementField::When => &self.when,
        }
    }

    /// Replaces what was typed in a line.
    pub fn set(&mut self, field: AgreementField, text: &str) {
        let typed = match field {
            AgreementField::What => &mut self.what,
            AgreementField::Who => &mut self.who,
            AgreementField::When => &mut self.when,
        };
        text.trim().clone_into(typed);
    }

    /// Whether nothing was typed in any line.
    pub fn is_empty(&self) -> bool {
        AgreementField::WORDS
            .iter()
            .all(|(_, field)| self.text(*field).is_empty())
    }

    /// The agreement that was typed at the meeting of this day. A day that doesn't exist stays as it was said.
    pub fn agreement(&self, meeting: NaiveDate) -> Agreement {
        let Unfinished {
            element,
            field: _,
            what,
            who,
            when,
        } = self;
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Agreement {
            element: element.clone(),
            title: None,
            what: what.clone(),
            who: given(who),
            due: given(when).map(|text| Due::typed(&text, meeting).unwrap_or(Due::Words(text))),
            state: AgreementState::Open,
            note: None,
            made: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_knows_each_line_that_is_asked() {
        let asked = std::iter::successors(Some(AgreementField::What), |field| field.next());
        let asked: Vec<_> = asked.map(|field| (field.word(), field)).collect();
        assert_eq!(
            AgreementField::WORDS,
            asked[..],
            "the list and the order of the lines differ"
        );
    }
}
