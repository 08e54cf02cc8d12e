//! Every agreement of a team over its meetings, each once, as it stands now.
//!
//! A profile keeps the agreements of its own meeting and those that were carried over to it. An agreement is the same one when
//! it was made on the same day, about the same element, in the same words; the newest profile that has it says how it stands,
//! and what it says now.

use chrono::NaiveDate;

use crate::{
    agreement::{Agreement, AgreementState},
    profile::Profile,
    questionnaire::Questionnaire,
    text::folded,
};

/// The most agreements that come back at a meeting, the newest ones: with those of the meeting itself they have to fit in one
/// profile. Older ones stay open where they are.
const MOST_CARRIED_OVER: usize = 50;

/// One agreement of a team.
#[derive(Clone, Debug)]
pub struct Entry<'p> {
    /// Its number, from 1, in the order in which the agreements were made: it stays the same whatever becomes of them.
    pub number: usize,
    /// The agreement as it stands now.
    pub agreement: &'p Agreement,
    /// The day on which it was made.
    pub made: NaiveDate,
    /// The title of the element that it is about.
    pub title: &'p str,
    /// The profile that has it first, counted from 0.
    pub first: usize,
    /// The profile that says how it stands now, and the agreement's place in it.
    pub last: (usize, usize),
}

impl Entry<'_> {
    /// Whether it is still to be done.
    pub(crate) fn is_open(&self) -> bool {
        self.agreement.state == AgreementState::Open
    }
}

/// All agreements of one team's profiles, which come with the oldest first.
pub fn of<'p>(profiles: impl IntoIterator<Item = &'p Profile>) -> Vec<Entry<'p>> {
    let mut entries: Vec<Entry<'p>> = Vec::new();
    for (place, profile) in profiles.into_iter().enumerate() {
        for (index, agreement) in profile.agreements.iter().enumerate() {
            let made = agreement.made.unwrap_or(profile.date);
            let same = |entry: &&mut Entry<'p>| {
                entry.made == made
                    && is_same(entry.agreement, agreement)
                    // Two in the same words at one meeting are two.
                    && entry.last.0 != place
            };
            if let Some(entry) = entries.iter_mut().find(same) {
                if entry.agreement.element != agreement.element {
                    entry.title = profile.title_of(agreement);
                }
                entry.agreement = agreement;
                entry.last = (place, index);
            } else {
                entries.push(Entry {
                    number: entries.len() + 1,
                    agreement,
                    made,
                    title: profile.title_of(agreement),
                    first: place,
                    last: (place, index),
                });
            }
        }
    }
    entries
}

/// Whether two agreements of one day were made about the same element, in the same words.
pub(crate) fn is_same(one: &Agreement, other: &Agreement) -> bool {
    let ((one_element, one_what), (other_element, other_what)) = (one.as_made(), other.as_made());
    one_element == other_element && folded(one_what) == folded(other_what)
}

/// The agreements that are still open, for the next meeting to look back at, in the order in which they were made.
pub fn carried_over(entries: &[Entry<'_>], questionnaire: &Questionnaire) -> Vec<Agreement> {
    let asked = |id: &str| questionnaire.elements.iter().any(|element| element.id == id);
    let open: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.is_open()).collect();
    let newest = open.len().saturating_sub(MOST_CARRIED_OVER);
    let carried = open[newest..].iter().map(|entry| Agreement {
        title: (!asked(&entry.agreement.element)).then(|| entry.title.to_owned()),
        made: Some(entry.made),
        ..entry.agreement.clone()
    });
    carried.collect()
}

#[cfg(test)]
mod tests;
