//! What makes a comparison less certain.

use super::{Limits, comparable::plain_labels};
use crate::{profile::Profile, text::folded};

/// What makes a comparison of two meetings less certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// Another number of people took part.
    Participants,
    /// People with other functions sat there.
    Functions,
    /// They answered in another way, so that a change has to be twice as large.
    Kinds,
    /// A label of the scale is another one.
    Labels,
    /// Both are of the same day.
    SameDay,
    /// A compared question's score rests on few numbers, then or now.
    Thin,
}

impl Caution {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Caution::Participants => "participants",
            Caution::Functions => "functions",
            Caution::Kinds => "kinds",
            Caution::Labels => "labels",
            Caution::SameDay => "same-day",
            Caution::Thin => "thin",
        }
    }

    /// Those of two meetings before a question is looked at, in the order in which they are told.
    pub(super) fn between(before: &Profile, after: &Profile, limits: &Limits) -> Vec<Caution> {
        let all = [
            (Caution::Participants, before.participants != after.participants),
            (Caution::Functions, other_functions(before, after)),
            (Caution::Kinds, limits.kinds_differ),
            (Caution::Labels, other_labels(before, after)),
            (Caution::SameDay, before.date == after.date),
        ];
        all.into_iter()
            .filter_map(|(caution, is_so)| is_so.then_some(caution))
            .collect()
    }
}

/// Whether people with other functions sat there; it isn't known where a meeting doesn't tell.
pub(crate) fn other_functions(before: &Profile, after: &Profile) -> bool {
    let listed = |functions: &str| {
        let names = functions.split([',', ';']).map(|name| folded(name).to_lowercase());
        let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        names.sort();
        names
    };
    let functions = [before, after].map(|profile| profile.functions.as_deref().map(listed));
    matches!(functions, [Some(before), Some(after)] if before != after)
}

/// Whether a label of the scale is another one; in two languages all are.
pub(crate) fn other_labels(before: &Profile, after: &Profile) -> bool {
    let (before, after) = (&before.questionnaire, &after.questionnaire);
    before.lang == after.lang && plain_labels(&before.scale.labels) != plain_labels(&after.scale.labels)
}
