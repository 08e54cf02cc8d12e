//! The files of a folder that a command uses.

use std::path::Path;

use super::{
    Copy, Head, Heads, copies, folder_in_words,
    head::{sort, teams_and_groups},
    not_all_read,
};
use crate::{
    fault::{Fault, argument},
    lang::Lang,
    profile::{Whose, same_team},
    text::visible,
};

/// Which profiles of a folder are asked for, by flags for one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'n> {
    /// The team; without, the only one there is.
    pub team: Option<&'n str>,
    /// The group of it; without, the team as a whole.
    pub group: Option<&'n str>,
}

/// What was found in a folder, of one team or of several: of each file only which it is, since a folder may hold many. Each was
/// read whole and is sound; what a command really uses it loads.
#[derive(Debug, Default)]
pub struct Folder {
    /// Finished profiles, oldest first; of one day the lowest number first.
    pub profiles: Vec<Head>,
    /// Drafts, in the same order.
    pub drafts: Vec<Head>,
    /// Copies of these: other files of the same meeting, which don't count.
    pub(crate) copies: Vec<Copy>,
    /// The teams with a profile in the whole folder and their groups, in alphabetical order: a team before its groups.
    pub(crate) known: Vec<Whose>,
    /// Files that are meant as profiles but can't be used, differences that were found, and copies: for stderr.
    pub remarks: Vec<Fault>,
    /// Whether some of those files can't be used: then nothing is certain not to be there.
    pub has_unread: bool,
}

impl Folder {
    /// Reads every profile and draft of a folder. Other files are passed over.
    ///
    /// # Errors
    /// When the folder itself can't be read; a broken file in it becomes a remark.
    pub fn read(dir: &Path) -> Result<Folder, Fault> {
        Ok(Heads::read(dir)?.whole(|_| true))
    }

    pub(super) fn take(&mut self, head: Head, remark: Option<Fault>) {
        let list = if head.is_draft {
            &mut self.drafts
        } else {
            &mut self.profiles
        };
        list.push(head);
        self.remarks.extend(remark);
    }

    pub(super) fn pass_over(&mut self, fault: Fault) {
        self.remarks.push(fault);
        self.has_unread = true;
    }

    /// Puts what was taken in order, and leaves the copies out; beside it the folder has these others.
    pub(super) fn finish(&mut self, others: &[&Head]) {
        for list in [&mut self.profiles, &mut self.drafts] {
            sort(list);
            self.copies.extend(copies::taken_out(list));
        }
        self.remarks.extend(copies::told(&self.copies));
        let others = others.iter().filter(|head| !head.is_draft);
        self.known = teams_and_groups(self.profiles.iter().chain(others.copied()));
    }

    /// The teams with a profile in the whole folder, in alphabetical order.
    pub(crate) fn teams(&self) -> Vec<&str> {
        let mut teams: Vec<&Whose> = self.known.iter().collect();
        teams.dedup_by_key(|whose| whose.key().team);
        teams.into_iter().map(|whose| whose.team.as_str()).collect()
    }

    /// The profiles of one team or group, as they were asked for: of the named team, or of the only one there is.
    ///
    /// # Errors
    /// When there are several teams and none was named, or when what was asked for has no profile: then with what there is.
    pub fn of(mut self, dir: &Path, asked: Asked<'_>) -> Result<Folder, Fault> {
        let teams = self.teams();
        let known = visible(&teams.join(", ")).into_owned();
        if asked.team.is_none() && teams.len() > 1 {
            return Err(Fault::wrong_use(|lang| lang.several_teams(&known)));
        }
        if !self.profiles.is_empty() {
            return Ok(self);
        }
        let folder = |lang| folder_in_words(dir, lang);
        let unread = self.has_unread;
        let unless_unread = |fault: Fault| {
            if unread {
                fault.advising(|lang| lang.not_all_read(&folder(lang)))
            } else {
                fault
            }
        };
        Err(match (asked.team.or(teams.first().copied()), self.drafts.is_empty()) {
            (Some(team), true) if self.known.iter().any(|whose| same_team(&whose.team, team)) => {
                unless_unread(self.other_groups(team, asked.group))
            }
            (Some(team), true) if !known.is_empty() => {
                let team = visible(team);
                unless_unread(Fault::failed(|lang| {
                    lang.no_profile_of_team(&team, &folder(lang), &known)
                }))
            }
            (_, false) if self.has_unread => not_all_read(dir),
            (_, false) => {
                let newest = self.drafts.pop().map(|draft| argument(&draft.path));
                Fault::failed(|lang| lang.only_a_draft(newest.as_deref().unwrap_or_default()))
            }
            (_, true) if self.has_unread => {
                let path = argument(dir);
                Fault::failed(|lang| lang.no_readable_profile(&folder(lang), &path))
            }
            (_, true) => Fault::failed(|lang| lang.no_profile(&folder(lang))),
        })
    }

    /// That a team has no profile of this group, or none of the whole team, with the groups that it has.
    fn other_groups(&self, team: &str, group: Option<&str>) -> Fault {
        let own = self.known.iter().filter(|whose| same_team(&whose.team, team));
        let groups: Vec<Option<&str>> = own.map(|whose| whose.group.as_deref()).collect();
        let team = visible(team);
        let list = |lang: Lang| {
            let named = groups.iter().map(|group| match group {
                Some(group) => visible(group).into_owned(),
                None => lang.whole_team(),
            });
            named.collect::<Vec<_>>().join(", ")
        };
        match group.map(visible) {
            Some(group) => Fault::failed(|lang| lang.no_profile_of_group(&group, &team, &list(lang))),
            None => Fault::wrong_use(|lang| lang.only_groups(&team, &list(lang))),
        }
    }
}
