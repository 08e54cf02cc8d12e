//! What is kept of a profile in a folder until it is loaded: enough to tell which it is.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use rayon::prelude::*;

use super::{DRAFT, Stored, load_any, named_number};
use crate::{
    fault::Fault,
    profile::{Front, Profile, team_key},
    tally::Mode,
};

/// So many files are read as soon as others can be asked to help: these come to life in about the time that this many take.
const FEW: usize = 32;

/// Which profile or draft a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The file, as it was found in a folder.
    pub path: PathBuf,
    /// The team's name.
    pub team: String,
    /// What the team is known by in it: compared with that of every other file.
    pub(crate) team_key: String,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// How many took part.
    pub participants: u32,
    /// How they answered.
    pub mode: Mode,
    /// The id of the questionnaire that was asked.
    pub questionnaire: String,
    /// Whether it is a draft.
    pub is_draft: bool,
}

impl Head {
    /// What is kept of a profile in this file.
    pub(crate) fn of(path: &Path, profile: &Profile) -> Head {
        Head {
            path: path.to_owned(),
            team: profile.team.clone(),
            team_key: team_key(&profile.team),
            date: profile.date,
            participants: profile.participants,
            mode: profile.mode,
            questionnaire: profile.questionnaire.id.clone(),
            is_draft: profile.is_draft(),
        }
    }

    /// What the front of this file tells; where that isn't certain, its name tells whether it is a draft.
    pub(super) fn of_front(path: &Path, front: Front) -> Head {
        let is_named_draft = || path.to_string_lossy().to_ascii_lowercase().ends_with(DRAFT);
        Head {
            path: path.to_owned(),
            team_key: team_key(&front.team),
            team: front.team,
            date: front.date,
            participants: front.participants,
            mode: front.mode,
            questionnaire: front.questionnaire,
            is_draft: front.is_draft.unwrap_or_else(is_named_draft),
        }
    }

    /// What profiles are put in order by, the older first: the day, and of one day the number in the file's name.
    pub(crate) fn age(&self) -> (NaiveDate, u32) {
        age(self.date, &self.path)
    }

    /// Whether it is of a team.
    pub(crate) fn is_of(&self, team: &str) -> bool {
        self.team_key == team_key(team)
    }

    /// Reads the whole file again. What is odd about it was told when its folder was read.
    ///
    /// # Errors
    /// When it can't be read any more.
    pub fn load(&self) -> Result<Stored, Fault> {
        Ok(load_any(&self.path)?.0)
    }
}

#[cfg(test)]
impl Head {
    /// The same of another team.
    pub(super) fn of_team(self, team: &str) -> Head {
        Head {
            team: team.to_owned(),
            team_key: team_key(team),
            ..self
        }
    }
}

/// The age of a profile of a day in this file.
pub(super) fn age(date: NaiveDate, path: &Path) -> (NaiveDate, u32) {
    (date, named_number(path).unwrap_or(1))
}

/// Puts those of a folder in their order: the oldest first, and of one day the lowest number.
pub(super) fn sort(heads: &mut [Head]) {
    heads.sort_by_cached_key(|head| (head.age(), head.path.clone()));
}

/// The names of the teams that these are of, each once as it comes first, in alphabetical order.
pub(crate) fn teams<'h>(heads: impl IntoIterator<Item = &'h Head>) -> Vec<&'h str> {
    let mut known = HashSet::new();
    let first = heads.into_iter().filter(|head| known.insert(&head.team_key));
    let mut teams: Vec<&str> = first.map(|head| head.team.as_str()).collect();
    teams.sort_by_cached_key(|team| team.to_lowercase());
    teams
}

/// Loads all of these.
pub(crate) fn load_all<'h>(heads: impl IntoIterator<Item = &'h Head>) -> Result<Vec<Stored>, Fault> {
    let heads: Vec<&Head> = heads.into_iter().collect();
    each(&heads, |head| head.load()).into_iter().collect()
}

/// Does something with each of these, where there are many side by side; what comes of it is in their order.
pub(super) fn each<T: Sync, R: Send>(all: &[T], done: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    if all.len() < FEW {
        return all.iter().map(done).collect();
    }
    all.par_iter().map(done).collect()
}
