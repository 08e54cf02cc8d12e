//! Which of a folder's profiles belong together.

use chrono::NaiveDate;

use super::Stored;
use crate::profile::{Profile, same_team};

/// A team's profiles up to a meeting on a day, the oldest first: those of that day were made before it. The profiles come in
/// their order in the folder; of a meeting that is in it already, give those before it.
pub(crate) fn earlier<'s>(
    profiles: &'s [Stored],
    team: &str,
    date: NaiveDate,
) -> impl DoubleEndedIterator<Item = &'s Profile> {
    let profiles = profiles.iter().map(|stored| &stored.profile);
    profiles.filter(move |profile| profile.date <= date && same_team(&profile.team, team))
}
