//! Which profile each file of a folder holds, told by what stands first in it: a folder may hold thousands, of which a command
//! needs those of one team. Only those are read whole.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    Folder, Head, first_of,
    head::{each, sort, teams},
    shown_name, toml_files,
    whole::{profile_in, read_whole, text_in},
};
use crate::{
    fault::Fault,
    profile::{front, team_key},
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

    /// Reads the files of a team whole: of the named one, or of the only one that has a profile. Where there are several, none
    /// is read, and [`Folder::team`] says so.
    pub fn asked(&self, team: Option<&str>) -> Folder {
        match team {
            Some(team) => self.of(team),
            None if self.has_several_teams() => self.whole(|_| false),
            None => self.whole(|_| true),
        }
    }

    /// Reads the files of a team whole.
    pub fn of(&self, team: &str) -> Folder {
        let key = team_key(team);
        self.whole(|head| head.team_key == key)
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
            let is_other = first != Some(&head.team_key);
            is_other && head.load().is_ok() && first.replace(&head.team_key).is_some()
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
