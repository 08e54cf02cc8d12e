//! The files of a folder that a command uses.

use std::path::Path;

use super::{
    Copy, Head, Heads, copies, folder_in_words,
    head::{sort, teams},
    not_all_read,
};
use crate::{
    fault::{Fault, argument},
    text::visible,
};

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
    /// The teams with a profile in the whole folder, in alphabetical order.
    pub(crate) teams: Vec<String>,
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
        let teams = teams(self.profiles.iter().chain(others.copied()));
        self.teams = teams.into_iter().map(str::to_owned).collect();
    }

    /// The profiles of one team, as they were asked for: the named one, or the only one there is.
    ///
    /// # Errors
    /// When there are several teams and none was named, or when the named one has no profile.
    pub fn team(mut self, dir: &Path, team: Option<&str>) -> Result<Folder, Fault> {
        let known = self.teams.join(", ");
        if team.is_none() && self.teams.len() > 1 {
            let list = visible(&known).into_owned();
            return Err(Fault::wrong_use(|lang| lang.several_teams(&list)));
        }
        if !self.profiles.is_empty() {
            return Ok(self);
        }
        let folder = |lang| folder_in_words(dir, lang);
        Err(match (team, self.drafts.is_empty()) {
            (Some(team), true) if !known.is_empty() => {
                let (team, known) = (visible(team), visible(&known).into_owned());
                let fault = Fault::failed(|lang| lang.no_profile_of_team(&team, &folder(lang), &known));
                if self.has_unread {
                    fault.advising(|lang| lang.not_all_read(&folder(lang)))
                } else {
                    fault
                }
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
}
