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
    #[serde(skip_serializing_if = "Option::is_none")]
    first_element: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_what: Option<&'p str>,
}

impl<'p> From<&'p Agreement> for AgreementEntry<'p> {
    fn from(agreement: &'p Agreement) -> Self {
        // Named one by one: a field more doesn't compile until it is written too.
        let Agreement {
            element,
            title,
            what,
            who,
            due,
            state,
            note,
            made,
            first_element,
            first_what,
        } = agreement;
        AgreementEntry {
            element,
            title: title.as_deref(),
            what,
            who: who.as_deref(),
            due: due.as_ref().map(Due::word),
            state: state.word(),
            note: note.as_deref(),
            made: made.map(|day| day.to_string()),
            first_element: first_element.as_deref(),
            first_what: first_what.as_deref(),
        }
    }
}

/// Reads one of a profile's agreements.
pub(crate) fn read(table: &Table<'_>) -> Option<Agreement> {
    let element = table.text("element");
    let title = table.optional_line("title");
    let what = table.text("what");
    let who = table.optional_text("who");
    let due = match table.get("due") {
        Some(value) => match value.get_ref() {
            DeValue::Datetime(datetime) => Some(datetime.to_string()),
            _ => table.text_of("due", value),
        },
        None => None,
    };
    let state = table.choice("state", &AgreementState::WORDS);
    let note = table.get("note").and_then(|note| table.text_unless_blank("note", note));
    let made = table.optional_date("made");
    let first_element = table.optional_text("first_element");
    let first_what = table.optional_text("first_what");
    table.finish();
    Some(Agreement {
        element: element?,
        title,
        what: what?,
        who,
        due: due.as_deref().map(Due::stored),
        state: state?,
        note,
        made,
        first_element,
        first_what,
    })
}
