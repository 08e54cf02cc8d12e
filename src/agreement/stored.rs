//! An agreement as it stands in a profile's file.

use serde::Serialize;
use toml::de::DeValue;

use super::{Agreement, AgreementState, Due};
use crate::toml_file::Table;

/// An agreement with its keys in the order of the file.
#[derive(Serialize)]
pub(crate) struct AgreementEntry<'p> {
    element: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'p str>,
    what: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    made: Option<String>,
}

impl<'p> From<&'p Agreement> for AgreementEntry<'p> {
    fn from(agreement: &'p Agreement) -> Self {
        AgreementEntry {
            element: &agreement.element,
            title: agreement.title.as_deref(),
            what: &agreement.what,
            who: agreement.who.as_deref(),
            due: agreement.due.as_ref().map(Due::word),
            state: agreement.state.word(),
            note: agreement.note.as_deref(),
            made: agreement.made.map(|day| day.to_string()),
        }
    }
}

impl Table<'_> {
    /// Reads one of a profile's agreements.
    pub(crate) fn agreement(&self) -> Option<Agreement> {
        let element = self.text("element");
        let title = self.optional_text("title");
        let what = self.text("what");
        let who = self.optional_text("who");
        let due = match self.get("due") {
            Some(value) => match value.get_ref() {
                DeValue::Datetime(datetime) => Some(datetime.to_string()),
                _ => self.text_of("due", value),
            },
            None => None,
        };
        let state = self.choice("state", &AgreementState::WORDS);
        let note = self.get("note").and_then(|note| self.note_of("note", note));
        let made = if self.has("made") { self.date("made") } else { None };
        self.finish();
        Some(Agreement {
            element: element?,
            title,
            what: what?,
            who,
            due: due.as_deref().map(Due::stored),
            state: state?,
            note,
            made,
        })
    }
}
