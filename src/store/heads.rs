//! Which profile each file of a folder holds, told by what stands first in it: a folder may hold thousands, of which a command
//! needs those of one team. Only those are read whole.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    Folder, Head, first_of,
    folder::Asked,
    head::{each, sort, teams, teams_and_groups},
    shown_name, toml_files,
    whole::{profile_in, read_whole, text_in},
};
use crate::{
    fault::Fault,
    profile::{Whose, front, team_key},
};

/// The profiles and drafts of a folder, of one team or of several, each told by its head. What stands behind that may be broken.
#[derive(Debug, Default)]
pub struct Heads {
    /// Finished profiles, oldest first; of one day the lowest number first.
    pub(crate) profiles: Vec<Head>,
    /// Drafts, in the same order.
    pub(crate) drafts: Vec<Head>,
    refused: Vec<Refused>,
}

/// A file that is meant as a profile and can't be used.
#[derive(Debug)]
struct Refused {
    path: PathBuf,
    /// Which profile it was, as far as it still tells.
    head: Option<Head>,
    why: Fault,
}

impl Heads {
    /// Looks at the files of a folder. Those that are no profiles are passed over.
    ///
    /// # Errors
    /// When the folder itself can't be read.
    pub fn read(dir: &Path) -> Result<Heads, Fault> {
        if dir.is_file() {
            return Err(Fault::unreadable(dir, &io::ErrorKind::NotADirectory.into()));
        }
        let mut heads = Heads::default();
        for told in each(&toml_files(dir)?, |path| told(path)).into_iter().flatten() {
            match told {
                Ok(head) if head.is_draft => heads.drafts.push(head),
                Ok(head) => heads.profiles.push(head),
                Err(refused) => heads.refused.push(refused),
            }
        }
        sort(&mut heads.profiles);
        sort(&mut heads.drafts);
        Ok(heads)
    }

    /// The names of all teams in the folder, each once, in alphabetical order.
    pub(crate) fn teams(&self) -> Vec<&str> {
        teams(self.profiles.iter().chain(&self.drafts))
    }

    /// All teams in the folder and their groups, each once, in alphabetical order: a team before its groups.
    pub(crate) fn teams_and_groups(&self) -> Vec<Whose> {
        teams_and_groups(self.profiles.iter().chain(&self.drafts))
    }

    /// Reads the files of a team whole, or of one group of it: of the named team, or of the only one that has a profile. Where
    /// there are several, none is read, and [`Folder::of`] says so.
    pub fn asked(&self, asked: Asked<'_>) -> Folder {
        if asked.team.is_none() && self.has_several_teams() {
            return self.whole(|_| false);
        }
        let (team, group) = (asked.team.map(team_key), asked.group.map(team_key));
        let is_asked = |head: &Head| team.as_ref().is_none_or(|team| head.key.team == *team) && head.key.group == group;
        self.whole(is_asked)
    }

    /// Reads the files whole that have what was named: all of them where nothing was, also those of groups.
    pub(crate) fn named(&self, asked: Asked<'_>) -> Folder {
        let (team, group) = (asked.team.map(team_key), asked.group.map(team_key));
        let is_named = |head: &Head| {
            let is_group = group.is_none() || head.key.group == group;
            is_group && team.as_ref().is_none_or(|team| head.key.team == *team)
        };
        self.whole(is_named)
    }

    /// Reads the files of a team whole, without those of its groups; or those of one group.
    pub fn of(&self, whose: &Whose) -> Folder {
        let key = whose.key();
        self.whole(|head| head.key == key)
    }

    /// Reads the files of a team whole, with those of all of its groups.
    pub fn of_team(&self, team: &str) -> Folder {
        let key = team_key(team);
        self.whole(|head| head.key.team == key)
    }

    /// Reads the files that count whole, and tells what is wrong with them and with those of which nobody can tell.
    pub(crate) fn whole(&self, counts: impl Fn(&Head) -> bool + Sync) -> Folder {
        let (wanted, others): (Vec<&Head>, Vec<&Head>) =
            self.profiles.iter().chain(&self.drafts).partition(|head| counts(head));
        let refused = self
            .refused
            .iter()
            .filter(|file| file.head.as_ref().is_none_or(&counts));
        let mut files: Vec<(&Path, Option<&Refused>)> = wanted.into_iter().map(|head| (&*head.path, None)).collect();
        files.extend(refused.map(|file| (&*file.path, Some(file))));
        files.sort_by_key(|(path, _)| *path);
        let read = each(&files, |&(path, refused)| match refused {
            Some(file) => Some(Err(file.why.clone())),
            None => read_whole(path, path, &shown_name(path))
                .map(|read| read.map(|loaded| (Head::of(path, &loaded.profile), first_of(loaded.warnings)))),
        });
        let mut folder = Folder::default();
        for file in read.into_iter().flatten() {
            match file {
                // Meanwhile it can have become another one's.
                Ok((head, _)) if !counts(&head) => {}
                Ok((head, remark)) => folder.take(head, remark),
                Err(fault) => folder.pass_over(fault),
            }
        }
        folder.finish(&others);
        folder
    }

    /// Whether two teams have a profile that can be read whole.
    fn has_several_teams(&self) -> bool {
        let mut first: Option<&str> = None;
        self.profiles.iter().any(|head| {
            let is_other = first != Some(&head.key.team);
            is_other && head.load().is_ok() && first.replace(&head.key.team).is_some()
        })
    }
}

/// What a file's head tells: which profile it holds, or that it can't be used; `None` where it is something else.
fn told(path: &Path) -> Option<Result<Head, Refused>> {
    let refused = |why, head| Refused {
        path: path.to_owned(),
        head,
        why,
    };
    let text = match text_in(path, path)? {
        Ok(text) => text,
        Err(why) => return Some(Err(refused(why, None))),
    };
    let front = front(&text);
    let is_certain = front.as_ref().is_some_and(|front| front.is_draft.is_some());
    let head = front.map(|front| Head::of_front(path, front));
    if let Some(head) = head.clone().filter(|_| is_certain) {
        return Some(Ok(head));
    }
    let read = profile_in(path, &shown_name(path), &text)?;
    Some(
        read.map(|loaded| Head::of(path, &loaded.profile))
            .map_err(|why| refused(why, head)),
    )
}
