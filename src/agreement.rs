//! What a team agreed to do: who, by when, and how it stands.

mod due;
mod stored;

use chrono::NaiveDate;

pub use due::Due;
pub(crate) use stored::{AgreementEntry, read};

/// Something that a team agreed to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The id of the element that it is about.
    pub element: String,
    /// The element's title, when the questionnaire of the profile doesn't have that element: the agreement came from a meeting
    /// with another one.
    pub title: Option<String>,
    /// What will be done.
    pub what: String,
    /// Who will do it: a role or a first name.
    pub who: Option<String>,
    /// By when: a day, or words such as "next meeting".
    pub due: Option<Due>,
    /// How it stands.
    pub state: AgreementState,
    /// What the team said about how it stands.
    pub note: Option<String>,
    /// The day that it was made on; `None` when it was made at the meeting of the profile.
    pub made: Option<NaiveDate>,
    /// The element that it was about first, where another profile has it so.
    pub first_element: Option<String>,
    /// What it said first, where another profile has it so.
    pub first_what: Option<String>,
}

/// How an agreement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreementState {
    /// Still to be done.
    Open,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

impl AgreementState {
    /// The words in files and JSON, in the order in which they are offered and listed.
    pub const WORDS: [(&'static str, AgreementState); 3] = [
        (AgreementState::Open.word(), AgreementState::Open),
        (AgreementState::Done.word(), AgreementState::Done),
        (AgreementState::Dropped.word(), AgreementState::Dropped),
    ];

    /// The word of this state.
    pub const fn word(self) -> &'static str {
        match self {
            AgreementState::Open => "open",
            AgreementState::Done => "done",
            AgreementState::Dropped => "dropped",
        }
    }
}

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
    /// In the order in which they are asked.
    pub const ALL: [AgreementField; 3] = [AgreementField::What, AgreementField::Who, AgreementField::When];

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

impl Agreement {
    /// An open agreement of the meeting itself, without who or when.
    pub fn new(element: impl Into<String>, what: impl Into<String>) -> Agreement {
        Agreement {
            element: element.into(),
            title: None,
            what: what.into(),
            who: None,
            due: None,
            state: AgreementState::Open,
            note: None,
            made: None,
            first_element: None,
            first_what: None,
        }
    }

    /// Takes how it stands after a look back. Only what is still open has a new day; an empty one leaves the day as it was.
    pub(crate) fn now_stands(&mut self, state: AgreementState, due: Due) {
        self.state = state;
        if state == AgreementState::Open && !due.word().is_empty() {
            self.due = Some(due);
        }
    }

    /// What it was about and what it said when it was made: that stays, whatever becomes of it, and tells it from others.
    pub(crate) fn as_made(&self) -> (&str, &str) {
        let element = self.first_element.as_ref().unwrap_or(&self.element);
        let what = self.first_what.as_ref().unwrap_or(&self.what);
        (element, what)
    }

    /// Whether it was made at an earlier meeting than that of the profile.
    pub fn is_carried_over(&self) -> bool {
        self.made.is_some()
    }

    /// Whether it should have been done before this day and is not. What is due on the day itself is not overdue.
    pub(crate) fn is_overdue(&self, day: NaiveDate) -> bool {
        self.state == AgreementState::Open && matches!(self.due, Some(Due::Day(due)) if due < day)
    }
}
