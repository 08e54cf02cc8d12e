//! Which of a folder's profiles belong together: those of one team, and of one questionnaire in whichever version. A
//! questionnaire that goes deeper, asked in between, doesn't break the line of the others.

use chrono::NaiveDate;

use super::{Head, Stored};
use crate::{fault::Fault, profile::Whose, text::visible};

/// A team's profiles, parted by whether they are of the questionnaire that is followed.
#[derive(Debug)]
pub(crate) struct Line {
    /// Those of this questionnaire, the oldest first; at least one.
    pub(crate) profiles: Vec<Head>,
    /// Those of other ones, in the same order.
    pub(crate) others: Vec<Head>,
}

impl Line {
    /// Follows the questionnaire with this id through a team's profiles, of which there is at least one, the oldest first; that
    /// of the newest when none is named.
    ///
    /// # Errors
    /// When no profile is of the questionnaire that was named.
    pub(crate) fn of(profiles: Vec<Head>, id: Option<&str>) -> Result<Line, Fault> {
        let newest = profiles.last().map(|head| head.questionnaire.clone());
        let id = id.map_or_else(|| newest.unwrap_or_default(), str::to_owned);
        let (profiles, others): (Vec<Head>, Vec<Head>) =
            profiles.into_iter().partition(|head| head.questionnaire == id);
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

    /// A profile alone, without others beside it.
    pub(crate) fn alone(stored: &Stored) -> Line {
        Line {
            profiles: vec![stored.head()],
            others: Vec::new(),
        }
    }

    /// The newest profile of this questionnaire.
    pub(crate) fn newest(&self) -> &Head {
        self.profiles.last().expect("a line has at least one profile")
    }

    /// The newest profile of another questionnaire, if the team has one.
    pub(crate) fn newest_other(&self) -> Option<&Head> {
        self.others.last()
    }

    /// Another questionnaire that can be compared over time, with how many profiles there are of it: the newest such.
    pub(crate) fn other_to_compare(&self) -> Option<(&str, usize)> {
        let count = |id: &str| self.others.iter().filter(|head| head.questionnaire == id).count();
        let ids = self.other_ids().into_iter();
        ids.map(|id| (id, count(id))).find(|(_, count)| *count > 1)
    }

    /// All of the team's profiles, the oldest first.
    pub(crate) fn all(&self) -> Vec<&Head> {
        let mut all: Vec<&Head> = self.profiles.iter().chain(&self.others).collect();
        all.sort_by_key(|head| head.age());
        all
    }

    /// The ids of the other questionnaires, that of the newest profile first.
    fn other_ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for head in self.others.iter().rev() {
            if !ids.contains(&head.questionnaire.as_str()) {
                ids.push(&head.questionnaire);
            }
        }
        ids
    }
}

/// The profiles of a team, or of a group, up to a meeting on a day, the oldest first: those of that day were made before it. The profiles come in
/// their order in the folder; of a meeting that is in it already, give those before it.
pub(crate) fn earlier<'h>(
    profiles: &'h [Head],
    whose: &Whose,
    date: NaiveDate,
) -> impl DoubleEndedIterator<Item = &'h Head> + use<'h> {
    let key = whose.key();
    profiles.iter().filter(move |head| head.date <= date && head.key == key)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{lang::Lang, profile::Profile};

    /// A profile for each questionnaire that is named, a day after the one before it.
    fn meetings(questionnaires: &[&str]) -> Vec<Head> {
        let head = Head::of(Path::new(""), &Profile::answered(Lang::Nl, 3, &[]));
        let meeting = |(day, id): (u64, &&str)| {
            let date = head.date + chrono::Days::new(day);
            Head {
                path: format!("noord-{date}.toml").into(),
                date,
                questionnaire: (*id).to_owned(),
                ..head.clone()
            }
        };
        (0..).zip(questionnaires).map(meeting).collect()
    }

    fn days<'h>(heads: impl IntoIterator<Item = &'h Head>) -> Vec<String> {
        heads.into_iter().map(|head| head.date.to_string()).collect()
    }

    #[test]
    fn the_newest_questionnaire_is_followed_over_what_was_asked_in_between() {
        let line = Line::of(meetings(&["six", "trust", "six"]), None).unwrap();
        assert_eq!(days(&line.profiles), ["2026-11-21", "2026-11-23"]);
        assert_eq!(line.newest().date.to_string(), "2026-11-23");
        assert_eq!(line.newest_other().unwrap().questionnaire, "trust");
        assert_eq!(line.other_to_compare(), None);
        assert_eq!(days(line.all()), ["2026-11-21", "2026-11-22", "2026-11-23"]);
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
        meetings[0] = meetings[0].clone().of_other("Zuid", None);
        let of = |group: Option<&str>| Whose {
            group: group.map(str::to_owned),
            ..Whose::team(" noord")
        };
        assert_eq!(
            days(earlier(&meetings, &of(None), meetings[2].date)),
            ["2026-11-22", "2026-11-23"]
        );
        meetings[1] = meetings[1].clone().of_other("Noord", Some("Ouders"));
        assert_eq!(days(earlier(&meetings, &of(None), meetings[2].date)), ["2026-11-23"]);
        assert_eq!(
            days(earlier(&meetings, &of(Some("ouders")), meetings[2].date)),
            ["2026-11-22"]
        );
    }
}
