//! Which of a folder's profiles belong together: those of one team, and of one questionnaire in whichever version. A
//! questionnaire that goes deeper, asked in between, doesn't break the line of the others.

use chrono::NaiveDate;

use super::Stored;
use crate::{
    fault::Fault,
    profile::{Profile, same_team},
    text::visible,
};

/// A team's profiles, parted by whether they are of the questionnaire that is followed.
#[derive(Debug)]
pub(crate) struct Line {
    /// Those of this questionnaire, the oldest first; at least one.
    pub(crate) profiles: Vec<Stored>,
    /// Those of other ones, in the same order.
    pub(crate) others: Vec<Stored>,
}

impl Line {
    /// Follows the questionnaire with this id through a team's profiles, of which there is at least one, the oldest first; that
    /// of the newest when none is named.
    ///
    /// # Errors
    /// When no profile is of the questionnaire that was named.
    pub(crate) fn of(profiles: Vec<Stored>, id: Option<&str>) -> Result<Line, Fault> {
        let newest = profiles.last().map(|stored| stored.profile.questionnaire.id.clone());
        let id = id.map_or_else(|| newest.unwrap_or_default(), str::to_owned);
        let (profiles, others): (Vec<Stored>, Vec<Stored>) = profiles
            .into_iter()
            .partition(|stored| stored.profile.questionnaire.id == id);
        let line = Line { profiles, others };
        if line.profiles.is_empty() {
            let (id, known) = (
                visible(&id).into_owned(),
                visible(&line.other_ids().join(", ")).into_owned(),
            );
            return Err(Fault::failed(|lang| lang.no_profile_of_questionnaire(&id, &known)));
        }
        Ok(line)
    }

    /// The newest profile of this questionnaire.
    pub(crate) fn newest(&self) -> &Stored {
        self.profiles.last().expect("a line has at least one profile")
    }

    /// The same, without the others.
    pub(crate) fn into_newest(mut self) -> Stored {
        self.profiles.pop().expect("a line has at least one profile")
    }

    /// The newest profile of another questionnaire, if the team has one.
    pub(crate) fn newest_other(&self) -> Option<&Stored> {
        self.others.last()
    }

    /// Another questionnaire that can be compared over time, with how many profiles there are of it: the newest such.
    pub(crate) fn other_to_compare(&self) -> Option<(&str, usize)> {
        let count = |id: &str| {
            self.others
                .iter()
                .filter(|stored| stored.profile.questionnaire.id == id)
                .count()
        };
        let ids = self.other_ids().into_iter();
        ids.map(|id| (id, count(id))).find(|(_, count)| *count > 1)
    }

    /// All of the team's profiles, the oldest first.
    pub(crate) fn all(&self) -> Vec<&Stored> {
        let mut all: Vec<&Stored> = self.profiles.iter().chain(&self.others).collect();
        all.sort_by_key(|stored| stored.age());
        all
    }

    /// The ids of the other questionnaires, that of the newest profile first.
    fn other_ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for stored in self.others.iter().rev() {
            if !ids.contains(&stored.profile.questionnaire.id.as_str()) {
                ids.push(&stored.profile.questionnaire.id);
            }
        }
        ids
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    /// A profile for each questionnaire that is named, a day after the one before it.
    fn meetings(questionnaires: &[&str]) -> Vec<Stored> {
        let profile = Profile::answered(Lang::Nl, 3, &[]);
        let stored = |(day, id): (u64, &&str)| {
            let mut profile = profile.clone();
            profile.date = profile.date + chrono::Days::new(day);
            profile.questionnaire.id = (*id).to_owned();
            let path = format!("noord-{}.toml", profile.date).into();
            Stored { path, profile }
        };
        (0..).zip(questionnaires).map(stored).collect()
    }

    fn days(stored: &[Stored]) -> Vec<String> {
        stored.iter().map(|stored| stored.profile.date.to_string()).collect()
    }

    #[test]
    fn the_newest_questionnaire_is_followed_over_what_was_asked_in_between() {
        let line = Line::of(meetings(&["six", "trust", "six"]), None).unwrap();
        assert_eq!(days(&line.profiles), ["2026-11-21", "2026-11-23"]);
        assert_eq!(line.newest().profile.date.to_string(), "2026-11-23");
        assert_eq!(line.newest_other().unwrap().profile.questionnaire.id, "trust");
        assert_eq!(line.other_to_compare(), None);
        let all: Vec<String> = line
            .all()
            .iter()
            .map(|stored| stored.profile.date.to_string())
            .collect();
        assert_eq!(all, ["2026-11-21", "2026-11-22", "2026-11-23"]);
    }

    #[test]
    fn another_version_is_of_the_same_line() {
        let mut meetings = meetings(&["six", "six"]);
        meetings[1].profile.questionnaire.version += 1;
        assert_eq!(Line::of(meetings, None).unwrap().profiles.len(), 2);
    }

    #[test]
    fn a_named_one_is_followed_and_one_that_was_never_asked_is_refused() {
        let line = Line::of(meetings(&["six", "six", "trust"]), Some("six")).unwrap();
        assert_eq!(days(&line.profiles), ["2026-11-21", "2026-11-22"]);
        let fault = Line::of(meetings(&["six", "trust"]), Some("own")).unwrap_err();
        assert!(fault.to_string().contains("trust, six"), "{fault}");
    }

    #[test]
    fn the_newest_other_with_two_profiles_can_be_compared() {
        let line = Line::of(meetings(&["six", "own", "six", "own", "own", "trust"]), None).unwrap();
        assert_eq!(line.other_to_compare(), Some(("own", 3)));
        let line = Line::of(meetings(&["six", "own", "trust"]), None).unwrap();
        assert_eq!(line.other_to_compare(), None);
    }

    #[test]
    fn earlier_are_the_teams_own_up_to_that_day() {
        let mut meetings = meetings(&["six", "trust", "six", "six"]);
        meetings[0].profile.team = "Zuid".into();
        let dates = earlier(&meetings, " noord", meetings[2].profile.date).map(|profile| profile.date.to_string());
        assert_eq!(dates.collect::<Vec<_>>(), ["2026-11-22", "2026-11-23"]);
    }
}
