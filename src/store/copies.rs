//! One meeting in several files: a folder that is kept the same on several computers makes copies of a profile under names of
//! its own, such as `noord-2026-11-19 (1).toml`, `…-LAPTOP.toml` and `… - Kopie.toml`. They are one meeting.

use std::{
    collections::{HashMap, hash_map::Entry},
    mem::take,
    path::Path,
};

use super::{Head, Stored, ends_in_date, is_profile_name, profile_name, shown_name};
use crate::{
    fault::Fault,
    overview::{Claim, Counting},
};

/// A profile of a meeting that another file has too.
#[derive(Debug)]
pub(crate) struct Copy {
    /// The file that doesn't count.
    pub(crate) head: Head,
    /// The file that counts instead of it.
    pub(crate) counts: Head,
}

/// Takes the copies out of the profiles, or the drafts, of a folder; what is left keeps its order.
///
/// Files are of one meeting when team, group, questionnaire and day are the same. Which of them count, [`Claim`] says.
pub(super) fn taken_out(heads: &mut Vec<Head>) -> Vec<Copy> {
    let claims: Vec<Claim> = heads.iter().map(claim).collect();
    if claims.iter().all(|claim| *claim == Claim::Named) {
        return Vec::new();
    }
    let mut meetings: HashMap<_, (Counting<usize>, Vec<usize>)> = HashMap::new();
    for (index, head) in heads.iter().enumerate() {
        match meetings.entry((head.date, &head.questionnaire, &head.key)) {
            Entry::Vacant(meeting) => {
                meeting.insert((Counting::new(claims[index], index), Vec::new()));
            }
            Entry::Occupied(mut meeting) => {
                let (counting, others) = meeting.get_mut();
                others.extend(counting.add(claims[index], index, |&index| name(&heads[index].path).into_owned()));
            }
        }
    }
    let mut counted_for: HashMap<usize, Head> = HashMap::new();
    for (counting, others) in meetings.into_values() {
        for other in others {
            let counting = counting.files().iter().map(|&index| &heads[index]);
            counted_for.insert(other, original(&heads[other], counting).clone());
        }
    }
    let mut copies = Vec::new();
    for (index, head) in take(heads).into_iter().enumerate() {
        match counted_for.remove(&index) {
            Some(counts) => copies.push(Copy { head, counts }),
            None => heads.push(head),
        }
    }
    copies
}

/// The copies among profiles that were named.
pub(crate) fn among<'s>(stored: impl IntoIterator<Item = &'s Stored>) -> Vec<Copy> {
    let mut heads = stored.into_iter().map(Stored::head).collect();
    taken_out(&mut heads)
}

fn claim(head: &Head) -> Claim {
    Claim::of(head.shared, has_own_name(&head.path))
}

/// Which of the files of a meeting that count a copy was made of: the one whose name is in its own, else the last.
fn original<'h>(copy: &Head, counting: impl Iterator<Item = &'h Head>) -> &'h Head {
    let name = name(&copy.path);
    let in_name = |head: &&Head| {
        let stem = head.path.file_stem().unwrap_or_default().to_string_lossy();
        if name.contains(&*stem) { stem.len() } else { 0 }
    };
    counting.max_by_key(in_name).expect("a meeting has a file that counts")
}

/// What is said of copies: of those that hold the same all at once, of each other one with what to do. What was made to be
/// shared is no copy that someone has to choose of.
pub(crate) fn told(copies: &[Copy]) -> Vec<Fault> {
    let mut same: Vec<(&Head, Vec<String>)> = Vec::new();
    let mut differing = Vec::new();
    for Copy { head, counts } in copies {
        if head.shared && !counts.shared {
            let (shared, counts) = (shown_name(&head.path), shown_name(&counts.path));
            differing.push(Fault::failed(|lang| lang.shared_left_out(&shared, &counts)));
            continue;
        }
        let is_same = match (head.load(), counts.load()) {
            (Ok(copy), Ok(counts)) => copy.profile == counts.profile,
            _ => false,
        };
        let copy = shown_name(&head.path);
        if !is_same {
            differing.push(differs(head, counts));
        } else if let Some((_, copies)) = same.iter_mut().find(|(known, _)| known.path == counts.path) {
            copies.push(copy);
        } else {
            same.push((counts, vec![copy]));
        }
    }
    let same = same.into_iter().map(|(counts, copies)| {
        let (copies, counts) = (copies.join(", "), shown_name(&counts.path));
        Fault::failed(|lang| lang.copies_left_out(&copies, &counts))
    });
    same.chain(differing).collect()
}

/// That a copy isn't what it was made of any more, and how both would count.
fn differs(copy: &Head, counts: &Head) -> Fault {
    let folder = counts.path.parent().unwrap_or(Path::new(""));
    let names = (2..).map(|number| profile_name(&counts.whose(), counts.date, number));
    let free = { names }.find(|name| !folder.join(name).exists());
    let (free, copy, counts) = (
        free.unwrap_or_default(),
        shown_name(&copy.path),
        shown_name(&counts.path),
    );
    Fault::failed(|lang| lang.copy_differs(&copy, &counts, &free))
}

/// Whether a file has a name as the program gives it: only small letters, digits and hyphens, then the day and perhaps a number
/// from 2. It needn't be that of its own team and day, which can be corrected afterwards.
pub(super) fn has_own_name(path: &Path) -> bool {
    let name = name(path);
    let Some(stem) = name.strip_suffix(super::DRAFT).or_else(|| name.strip_suffix(".toml")) else {
        return false;
    };
    let is_slug = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-');
    let is_numbered = || {
        let (_, number) = stem.rsplit_once('-').unwrap_or_default();
        !number.starts_with('0') && number != "1"
    };
    stem.chars().all(is_slug) && is_profile_name(path) && (ends_in_date(stem) || is_numbered())
}

fn name(path: &Path) -> std::borrow::Cow<'_, str> {
    path.file_name().unwrap_or_default().to_string_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lang::Lang, profile::Profile};

    /// Which of these names of one meeting count, and for each other one what counts instead of it.
    fn parted(names: &[&str]) -> (Vec<String>, Vec<(String, String)>) {
        let profile = Profile::answered(Lang::Nl, 3, &[]);
        let mut heads = names
            .iter()
            .map(|name| Head::of(&Path::new("map").join(name), &profile))
            .collect();
        let copies = taken_out(&mut heads);
        let names = |head: &Head| shown_name(&head.path);
        let copies = copies.iter().map(|copy| (names(&copy.head), names(&copy.counts)));
        let mut copies: Vec<_> = copies.collect();
        copies.sort();
        (heads.iter().map(names).collect(), copies)
    }

    #[test]
    fn a_copy_counts_for_the_file_that_it_was_made_of() {
        for copy in [
            "noord-2026-11-21 (1).toml",
            "noord-2026-11-21(1).toml",
            "noord-2026-11-21-LAPTOP.toml",
            "noord-2026-11-21-LAPTOP-4.toml",
            "noord-2026-11-21 - Kopie.toml",
            "noord-2026-11-21 - Kopie (2).toml",
            "noord-2026-11-21 kopie.toml",
            "noord-2026-11-21 2.toml",
            "noord-2026-11-21-1.toml",
            "noord-2026-11-21-02.toml",
            "noord-2026-11-21 (Anna's conflicted copy 2026-11-22).toml",
            "noord-2026-11-21.sync-conflict-20261122-090000-ABCDEFG.toml",
            "Kopie van noord-2026-11-21.toml",
            "Copy of noord-2026-11-21.toml",
            "NOORD-2026-11-21.TOML",
            "onze avond.toml",
        ] {
            for names in [["noord-2026-11-21.toml", copy], [copy, "noord-2026-11-21.toml"]] {
                let own = "noord-2026-11-21.toml".to_owned();
                assert_eq!(parted(&names), (vec![own.clone()], vec![(copy.to_owned(), own)]));
            }
        }
    }

    #[test]
    fn a_second_meeting_of_a_day_is_one_and_its_copy_is_its_own() {
        let second = "noord-2026-11-21-2.toml";
        let names = [
            "noord-2026-11-21-2 (1).toml",
            second,
            "noord-2026-11-21 (1).toml",
            "noord-2026-11-21.toml",
        ];
        let (counting, copies) = parted(&names);
        assert_eq!(counting, [second, "noord-2026-11-21.toml"]);
        let of = |copy: &str, counts: &str| (copy.to_owned(), counts.to_owned());
        let first = of("noord-2026-11-21 (1).toml", "noord-2026-11-21.toml");
        assert_eq!(copies, [first, of("noord-2026-11-21-2 (1).toml", second)]);
        // The day of a meeting and the name of a team can be corrected, and the file keeps its name.
        let corrected = ["noord-2026-11-20.toml", "noord-2026-11-21.toml", "oost-2026-11-21.toml"];
        assert_eq!(parted(&corrected).0, corrected);
        let drafts = ["noord-2026-11-21-2.draft.toml", "noord-2026-11-21.draft.toml"];
        assert_eq!(parted(&drafts).0, drafts);
    }

    #[test]
    fn without_an_own_name_the_shortest_counts_in_whichever_order() {
        assert_eq!(parted(&["onze avond.toml"]).0, ["onze avond.toml"]);
        for names in [
            ["x (1).toml", "x (2).toml", "x (10).toml"],
            ["x (10).toml", "x (2).toml", "x (1).toml"],
            ["Kopie van x (1).toml", "Kopie van x.toml", "x (1).toml"],
        ] {
            let (counting, copies) = parted(&names);
            assert_eq!(counting, ["x (1).toml"]);
            assert_eq!(copies.len(), 2);
            assert!(copies.iter().all(|(_, counts)| counts == "x (1).toml"));
        }
    }

    /// Which of these names count, where those with a `*` before them are shared.
    fn counting(names: &[&str]) -> Vec<String> {
        let mut profile = Profile::answered(Lang::Nl, 3, &[]);
        let heads = names.iter().map(|name| {
            profile.shared = name.starts_with('*');
            Head::of(Path::new(name.trim_start_matches('*')), &profile)
        });
        let mut heads = heads.collect();
        taken_out(&mut heads);
        heads.iter().map(|head| shown_name(&head.path)).collect()
    }

    #[test]
    fn what_is_shared_counts_only_where_what_it_was_made_of_is_not() {
        let own = "noord-2026-11-21.toml";
        for shared in [
            "*deel.toml",
            "*a.toml",
            "*noord-2026-11-21-2.toml",
            "*noord-2026-11-21 (1).toml",
        ] {
            assert_eq!(counting(&[own, shared]), [own], "{shared}");
            assert_eq!(counting(&[shared, "onze avond.toml"]), ["onze avond.toml"], "{shared}");
            assert_eq!(counting(&[shared]), [&shared[1..]], "{shared}");
        }
        // Without it they are told apart as profiles are.
        assert_eq!(counting(&["*deel (1).toml", "*deel.toml"]), ["deel.toml"]);
        let second = "noord-2026-11-21-2.toml";
        assert_eq!(
            counting(&["*noord-2026-11-21-2.toml", "*noord-2026-11-21.toml", "*x.toml"]),
            [second, own]
        );
    }

    #[test]
    fn another_team_group_day_or_questionnaire_is_another_meeting() {
        let own = Head::of(Path::new("noord-2026-11-21.toml"), &Profile::answered(Lang::Nl, 3, &[]));
        let copy = Head {
            path: "x.toml".into(),
            ..own.clone()
        };
        let same_team = copy.clone().of_other(" NOORD", None);
        assert_eq!(taken_out(&mut vec![own.clone(), same_team]).len(), 1);
        for other in [
            copy.clone().of_other("Zuid", None),
            copy.clone().of_other("Noord", Some("ouders")),
            Head {
                date: own.date + chrono::Days::new(1),
                ..copy.clone()
            },
            Head {
                questionnaire: "trust".into(),
                ..copy
            },
        ] {
            let mut heads = vec![own.clone(), other];
            assert_eq!(taken_out(&mut heads).len(), 0);
            assert_eq!(heads.len(), 2);
        }
    }
}
