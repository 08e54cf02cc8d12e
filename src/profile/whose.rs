//! Whose answers a profile holds: those of a team, or of one group of it. Answers of two groups are never taken together.

use std::fmt;

use super::Profile;
use crate::text::{folded, slug, slug_of_part};

/// A team, or one group of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The team's name as it was typed.
    pub team: String,
    /// The group, if it is one.
    pub group: Option<String>,
}

/// What a team, or one group of it, is known by: two ways to write one name are the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub(crate) team: String,
    pub(crate) group: Option<String>,
}

impl Whose {
    /// A team as a whole.
    pub fn team(name: impl Into<String>) -> Whose {
        Whose {
            team: name.into(),
            group: None,
        }
    }

    /// What it is known by.
    pub(crate) fn key(&self) -> Key {
        Key {
            team: team_key(&self.team),
            group: self.group.as_deref().map(team_key),
        }
    }

    /// What its files are called by.
    pub(crate) fn slug(&self) -> String {
        match &self.group {
            None => slug(&self.team),
            Some(group) => slug_of_part(&self.team, group),
        }
    }
}

/// As people call it: a group behind its team.
impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.group {
            None => f.write_str(&self.team),
            Some(group) => write!(f, "{} ({group})", self.team),
        }
    }
}

impl Profile {
    /// Whose answers these are.
    pub fn whose(&self) -> Whose {
        Whose {
            team: self.team.clone(),
            group: self.group.clone(),
        }
    }
}

/// What a team is known by in its name: NFC, with white space folded, in small letters. A group is known in the same way.
pub(crate) fn team_key(name: &str) -> String {
    folded(name).to_lowercase()
}

/// Whether two names are one team's: equal in NFC, with white space folded, capitals or not.
pub fn same_team(one: &str, other: &str) -> bool {
    team_key(one) == team_key(other)
}
