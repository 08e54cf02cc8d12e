//! Profiles as they are found, in whatever order, until all of them are: what is kept of each is small, and most of it goes
//! when a newer one of its team comes.

mod counted;
mod pictures;

use std::{
    collections::{BTreeSet, HashMap, HashSet, hash_map::Entry},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use chrono::NaiveDate;

pub use self::{counted::Counted, pictures::Choice};
use super::{Claim, Counting, Standing};
use crate::{
    profile::{Key, Profile, team_key},
    questionnaire::Questionnaire,
};

/// Whose profiles count: answers of several groups are never taken together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Groups {
    /// Those of whole teams, or of the group of each that is called so.
    One(Option<String>),
    /// All of them, for who keeps them apart.
    Apart,
}

impl Default for Groups {
    fn default() -> Groups {
        Groups::One(None)
    }
}

/// Which profiles count.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of which groups.
    pub groups: Groups,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// Whether every meeting of a team counts, and not only its newest.
    pub all: bool,
    /// How many elements count as a team's lowest.
    pub weakest: usize,
}

/// A file with a profile.
#[derive(Clone, Copy, Debug)]
pub struct Found<'f> {
    /// The number of its folder.
    pub folder: u32,
    /// Its name in that folder.
    pub name: &'f str,
    /// What it says for itself where others are of its meeting.
    pub claim: Claim,
    /// What the name tells of several meetings of one day, from 1.
    pub number: u32,
}

/// What is known of the profiles that were found so far.
#[derive(Debug, Default)]
pub struct Gathered {
    wanted: Wanted,
    asked: Vec<Asked>,
    by_words: HashMap<u64, Vec<u32>>,
    /// The number of each id of a questionnaire.
    ids: HashMap<String, u32>,
    /// How many copies there are of profiles of each of them.
    copies: Vec<usize>,
    /// The number of each team, or group of one, by its folder and what it is known by.
    teams: HashMap<(u32, Key), u32>,
    /// The meetings that a file is of which the program named.
    named: HashSet<Meeting>,
    /// Of each other meeting the files that count as long as there is no such file.
    odd: HashMap<Meeting, Counting<Kept>>,
    /// The places among what is kept of each team's newest meeting, by what was asked.
    newest: HashMap<(u32, u32), u32>,
    kept: Vec<Kept>,
    drafts: usize,
    /// How many profiles are of groups that aren't wanted.
    other_groups: usize,
    /// What the groups are known by that were found, wanted or not.
    groups: BTreeSet<String>,
}

/// A questionnaire as some profiles carry it, word for word.
#[derive(Debug)]
struct Asked {
    questionnaire: Questionnaire,
    /// The number of its id.
    id: u32,
    profiles: usize,
}

/// Files of one team, one day and one questionnaire in a folder are of one meeting, unless the program named them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Meeting {
    team: u32,
    id: u32,
    date: NaiveDate,
}

/// What is kept of a profile.
#[derive(Debug)]
struct Kept {
    team: u32,
    asked: u32,
    number: u32,
    name: Box<str>,
    standing: Standing,
}

impl Kept {
    /// What the meetings of a team are put in order by, the older first, as those of a folder are.
    fn age(&self) -> (NaiveDate, u32, &str) {
        (self.standing.date, self.number, &self.name)
    }
}

impl Gathered {
    /// Nothing yet.
    pub fn new(wanted: Wanted) -> Gathered {
        Gathered {
            wanted,
            ..Gathered::default()
        }
    }

    /// Adds a profile. The order in which they come makes no difference.
    pub fn add(&mut self, found: Found<'_>, profile: &Profile, standing: Standing) {
        let key = profile.whose().key();
        if let Some(group) = &key.group
            && !self.groups.contains(group)
        {
            self.groups.insert(group.clone());
        }
        if let Groups::One(group) = &self.wanted.groups
            && key.group != group.as_deref().map(team_key)
        {
            self.other_groups += 1;
            return;
        }
        let asked = self.number_of(&profile.questionnaire);
        let team = self.team(found.folder, key);
        let id = self.asked[asked as usize].id;
        let date = profile.date;
        let meeting = Meeting { team, id, date };
        let kept = Kept {
            team,
            asked,
            number: found.number,
            name: found.name.into(),
            standing,
        };
        // Nearly all are named by the program: what can't be a copy any more isn't held.
        if found.claim == Claim::Named {
            self.named.insert(meeting);
            let copies = self.odd.remove(&meeting);
            self.copies[id as usize] += copies.map_or(0, |copies| copies.files().len());
            self.keep(kept);
        } else if self.named.contains(&meeting) {
            self.copies[id as usize] += 1;
        } else {
            match self.odd.entry(meeting) {
                Entry::Vacant(place) => {
                    place.insert(Counting::new(found.claim, kept));
                }
                Entry::Occupied(mut others) => {
                    let copies = others.get_mut().add(found.claim, kept, |kept| kept.name.to_string());
                    self.copies[id as usize] += copies.len();
                }
            }
        }
    }

    /// Adds a draft, which doesn't count.
    pub fn add_draft(&mut self) {
        self.drafts += 1;
    }

    /// Counts a meeting that is no copy, and keeps it if it is wanted.
    fn keep(&mut self, kept: Kept) {
        self.asked[kept.asked as usize].profiles += 1;
        let next = u32::try_from(self.kept.len()).expect("no disk holds as many");
        if !self.wanted.all {
            match self.newest.entry((kept.team, kept.asked)) {
                Entry::Occupied(place) => {
                    let known = &mut self.kept[*place.get() as usize];
                    if kept.age() > known.age() {
                        *known = kept;
                    }
                    return;
                }
                Entry::Vacant(place) => {
                    place.insert(next);
                }
            }
        }
        self.kept.push(kept);
    }

    fn team(&mut self, folder: u32, key: Key) -> u32 {
        let next = u32::try_from(self.teams.len()).expect("no disk holds as many");
        *self.teams.entry((folder, key)).or_insert(next)
    }

    fn number_of(&mut self, questionnaire: &Questionnaire) -> u32 {
        let alike = self.by_words.entry(words(questionnaire)).or_default();
        let same = |number: &&u32| self.asked[**number as usize].questionnaire == *questionnaire;
        if let Some(number) = alike.iter().find(same) {
            return *number;
        }
        let next = u32::try_from(self.asked.len()).expect("no disk holds as many");
        alike.push(next);
        let new_id = u32::try_from(self.ids.len()).expect("no disk holds as many");
        let id = *self.ids.entry(questionnaire.id.clone()).or_insert(new_id);
        self.copies.resize(self.ids.len(), 0);
        self.asked.push(Asked {
            questionnaire: questionnaire.clone(),
            id,
            profiles: 0,
        });
        next
    }
}

/// A number that is the same for questionnaires that are the same, and mostly another one for others.
fn words(questionnaire: &Questionnaire) -> u64 {
    let mut hasher = DefaultHasher::new();
    let Questionnaire { id, version, title, .. } = questionnaire;
    (id, version, questionnaire.lang.code(), title).hash(&mut hasher);
    for element in &questionnaire.elements {
        (&element.id, &element.title).hash(&mut hasher);
        for question in &element.questions {
            (&question.id, &question.text).hash(&mut hasher);
        }
    }
    hasher.finish()
}

#[cfg(test)]
mod tests;
