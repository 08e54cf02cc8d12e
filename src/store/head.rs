//! What is kept of a profile in a folder until it is loaded: enough to tell which it is.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Stored, load_any, named_number};
use crate::{
    fault::Fault,
    profile::{Profile, same_team},
    tally::Mode,
};

/// Which profile or draft a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The file, as it was found in a folder.
    pub path: PathBuf,
    /// The team's name.
    pub team: String,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// How many took part.
    pub participants: u32,
    /// How they answered.
    pub mode: Mode,
    /// The id of the questionnaire that was asked.
    pub questionnaire: String,
}

impl Head {
    /// What is kept of a profile in this file.
    pub(crate) fn of(path: &Path, profile: &Profile) -> Head {
        Head {
            path: path.to_owned(),
            team: profile.team.clone(),
            date: profile.date,
            participants: profile.participants,
            mode: profile.mode,
            questionnaire: profile.questionnaire.id.clone(),
        }
    }

    /// What profiles are put in order by, the older first: the day, and of one day the number in the file's name.
    pub(crate) fn age(&self) -> (NaiveDate, u32) {
        age(self.date, &self.path)
    }

    /// Whether it is of a team.
    pub(crate) fn is_of(&self, team: &str) -> bool {
        same_team(&self.team, team)
    }

    /// Reads the whole file again. What is odd about it was told when its folder was read.
    ///
    /// # Errors
    /// When it can't be read any more.
    pub fn load(&self) -> Result<Stored, Fault> {
        Ok(load_any(&self.path)?.0)
    }
}

/// The age of a profile of a day in this file.
pub(super) fn age(date: NaiveDate, path: &Path) -> (NaiveDate, u32) {
    (date, named_number(path).unwrap_or(1))
}

/// Loads all of these.
pub(crate) fn load_all<'h>(heads: impl IntoIterator<Item = &'h Head>) -> Result<Vec<Stored>, Fault> {
    heads.into_iter().map(Head::load).collect()
}
