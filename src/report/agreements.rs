//! What is to be said about what a team agreed.

use chrono::NaiveDate;

use crate::{
    messages::Lang,
    profile::{Agreement, Profile},
    text::safe,
};

/// What is to be said about one agreement.
#[derive(Clone, Debug)]
pub struct AgreementLine {
    /// The element's id.
    pub element_id: String,
    /// The element's title.
    pub element: String,
    /// What will be done.
    pub what: String,
    /// Who will do it.
    pub who: Option<String>,
    /// By when.
    pub due: Option<String>,
    /// The same as a day, where it is one.
    pub due_day: Option<NaiveDate>,
    /// How it stands, in words.
    pub state: String,
}

impl AgreementLine {
    /// What is said about it, in parts: the element, who does it, by when, and how it stands.
    pub fn about(&self, lang: Lang) -> Vec<String> {
        let mut about = vec![self.element.clone()];
        about.extend(self.who.as_ref().map(|who| lang.who_does(who)));
        about.extend(self.due.as_ref().map(|due| lang.done_by(due)));
        about.push(self.state.clone());
        about
    }
}

/// What a profile's team agreed.
pub fn agreement_lines(profile: &Profile, lang: Lang) -> Vec<AgreementLine> {
    let title = |agreement: &Agreement| {
        let elements = &profile.questionnaire.elements;
        let element = elements.iter().find(|element| element.id == agreement.element);
        safe(element.map_or(&agreement.element, |element| &element.title))
    };
    let due_day = |agreement: &Agreement| crate::document::parse_date(agreement.due.as_ref()?);
    let lines = profile.agreements.iter().map(|agreement| AgreementLine {
        element_id: safe(&agreement.element),
        element: title(agreement),
        what: safe(&agreement.what),
        who: agreement.who.as_deref().map(safe),
        due: match due_day(agreement) {
            Some(day) => Some(lang.date(day)),
            None => agreement.due.as_deref().map(safe),
        },
        due_day: due_day(agreement),
        state: match agreement.state {
            crate::profile::AgreementState::Open => lang.state_open(),
            crate::profile::AgreementState::Done => lang.state_done(),
            crate::profile::AgreementState::Dropped => lang.state_dropped(),
        },
    });
    lines.collect()
}
