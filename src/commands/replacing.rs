//! The rounds that a meeting would replace: where nobody can be asked, a flag says whether it may.

use crate::{
    fault::{Fault, shown_path},
    lang::Lang,
    profile::Profile,
    rounds,
    store::{Disk, FileSystem as _, Head, refuse_mixed},
};

/// The rounds among these profiles of a team and its groups that a meeting asks about again.
///
/// # Errors
/// When one is of the whole team and the meeting of a group of it, or the other way round. When one of them is of a later day:
/// that one stays. When the meeting may replace none: nobody can be asked, and no flag says so.
pub(super) fn replaced(profiles: &[Head], meeting: &Profile, may: bool) -> Result<Vec<Profile>, Fault> {
    if !meeting.mode.counts() {
        return Ok(Vec::new());
    }
    refuse_mixed(profiles, meeting)?;
    let mut found = Vec::new();
    let whose = meeting.whose();
    for head in profiles.iter().filter(|head| head.mode.counts() && head.is_of(&whose)) {
        // One that broke or went away since is told and passed over, as when the folder is read.
        let round = match head.load() {
            Ok(stored) => stored.profile,
            Err(fault) => {
                Disk.tell_once(fault);
                continue;
            }
        };
        if !rounds::asks_again(meeting, &round) {
            continue;
        }
        if round.date > meeting.date {
            let file = shown_path(&head.path);
            return Err(Fault::failed(|lang| lang.later_round(&file, &lang.date(round.date))));
        }
        found.push(round);
    }
    if !found.is_empty() && !may {
        let days = |lang: Lang| found.iter().map(|round| lang.date(round.date)).collect::<Vec<_>>();
        return Err(Fault::failed(|lang| lang.replaces_rounds(&days(lang).join(", "))));
    }
    Ok(found)
}
