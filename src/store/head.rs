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
    profile::{Front, Key, Profile, Whose},
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
    /// The group of it whose answers these are, if it is one.
    pub group: Option<String>,
    /// What they are known by: compared with that of every other file.
    pub(crate) key: Key,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// How many took part.
    pub participants: u32,
    /// How they answered.
    pub mode: Mode,
    /// Whether it was made to be shared outside the team.
    pub shared: bool,
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
            group: profile.group.clone(),
            key: profile.whose().key(),
            date: profile.date,
            participants: profile.participants,
            mode: profile.mode,
            shared: profile.shared,
            questionnaire: profile.questionnaire.id.clone(),
            is_draft: profile.is_draft(),
        }
    }

    /// What the front of this file tells; where that isn't certain, its name tells whether it is a draft.
    pub(super) fn of_front(path: &Path, front: Front) -> Head {
        let is_named_draft = || path.to_string_lossy().to_ascii_lowercase().ends_with(DRAFT);
        let Front { team, group, .. } = front;
        let whose = Whose { team, group };
        Head {
            path: path.to_owned(),
            key: whose.key(),
            team: whose.team,
            group: whose.group,
            date: front.date,
            participants: front.participants,
            mode: front.mode,
            shared: front.shared,
            questionnaire: front.questionnaire,
            is_draft: front.is_draft.unwrap_or_else(is_named_draft),
        }
    }

    /// What profiles are put in order by, the older first: the day, and of one day the number in the file's name.
    pub(crate) fn age(&self) -> (NaiveDate, u32) {
        age(self.date, &self.path)
    }

    /// Whose answers it holds.
    pub(crate) fn whose(&self) -> Whose {
        Whose {
            team: self.team.clone(),
            group: self.group.clone(),
        }
    }

    /// Whether it is of a team, or of one group of it.
    pub(crate) fn is_of(&self, whose: &Whose) -> bool {
        self.key == whose.key()
    }

    /// Whether it is of a group with this key, or of a whole team where there is none.
    pub(crate) fn is_of_group(&self, group: Option<&str>) -> bool {
        self.key.group.as_deref() == group
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
    /// The same of another team, or of a group.
    pub(super) fn of_other(self, team: &str, group: Option<&str>) -> Head {
        let (team, group) = (team.to_owned(), group.map(str::to_owned));
        let whose = Whose { team, group };
        Head {
            key: whose.key(),
            team: whose.team,
            group: whose.group,
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
    let first = heads.into_iter().filter(|head| known.insert(&head.key.team));
    let mut teams: Vec<&str> = first.map(|head| head.team.as_str()).collect();
    teams.sort_by_cached_key(|team| team.to_lowercase());
    teams
}

/// The teams that these are of and their groups, each once as it comes first, in alphabetical order: a team before its groups.
pub(crate) fn teams_and_groups<'h>(heads: impl IntoIterator<Item = &'h Head>) -> Vec<Whose> {
    let mut known = HashSet::new();
    let first = heads.into_iter().filter(|head| known.insert(&head.key));
    let mut all: Vec<Whose> = first.map(Head::whose).collect();
    all.sort_by_cached_key(Whose::key);
    all
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
