//! The profiles that count, one by one: for who takes the answers themselves to another program.

use std::{collections::HashMap, mem::take, path::PathBuf};

use chrono::NaiveDate;

use super::{Counting, Gathered};
use crate::profile::Key;

/// A profile that counts, and how it stands among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The number of its folder.
    pub folder: u32,
    /// The name of its file in that folder.
    pub name: Box<str>,
    /// What its team, or the group of it, is known by.
    pub whose: Key,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// Which of the pictures it is in, from 1: the commonest first, as [`Gathered::overview`] takes it.
    pub picture: usize,
    /// Whether it is the newest of its team in that picture.
    pub newest: bool,
}

impl Gathered {
    /// All meetings, by folder, team, day and questionnaire. `folders` are those of the files, by their numbers.
    ///
    /// Only where all were wanted these are all there are.
    pub fn meetings(mut self, folders: &[PathBuf]) -> Vec<Counted> {
        for kept in take(&mut self.odd).into_values().flat_map(Counting::into_files) {
            self.keep(kept);
        }
        let mut pictures = self.pictures();
        pictures.sort_by_cached_key(|picture| self.rank(picture));
        let places = (1..).zip(&pictures);
        let picture: HashMap<u32, usize> = places
            .flat_map(|(place, picture)| picture.asked.iter().map(move |&asked| (asked, place)))
            .collect();
        let Gathered {
            mut kept, teams, asked, ..
        } = self;
        let mut by_number: Vec<(u32, (u32, Key))> = teams.into_iter().map(|(whose, number)| (number, whose)).collect();
        by_number.sort_unstable_by_key(|(number, _)| *number);
        let of = |asked: u32| picture[&asked];
        kept.sort_unstable_by(|one, other| {
            (one.team, of(one.asked), one.age()).cmp(&(other.team, of(other.asked), other.age()))
        });
        let mut meetings = Vec::with_capacity(kept.len());
        let mut kept = kept.into_iter().peekable();
        while let Some(one) = kept.next() {
            let is_same = |next: &super::Kept| (next.team, of(next.asked)) == (one.team, of(one.asked));
            let newest = !kept.peek().is_some_and(is_same);
            let (_, (folder, whose)) = by_number[one.team as usize].clone();
            let questionnaire = &asked[one.asked as usize].questionnaire.id;
            let meeting = Counted {
                folder,
                picture: of(one.asked),
                newest,
                whose,
                date: one.standing.date,
                name: one.name,
            };
            meetings.push((meeting, questionnaire, one.number));
        }
        meetings.sort_by(|(one, of_one, number), (other, of_other, other_number)| {
            let folders = folders[one.folder as usize].cmp(&folders[other.folder as usize]);
            folders
                .then_with(|| (&one.whose, one.date).cmp(&(&other.whose, other.date)))
                .then_with(|| (of_one, number, &one.name).cmp(&(of_other, other_number, &other.name)))
        });
        meetings.into_iter().map(|(meeting, ..)| meeting).collect()
    }
}
