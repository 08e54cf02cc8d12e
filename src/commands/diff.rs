//! `ips diff`: two profiles; what really changed?

use super::{Context, refuse_twice};
use crate::{
    cli::{DiffArgs, TeamArgs},
    comparison::Comparison,
    fault::Fault,
    lang::Lang,
    render::{json, terminal},
    report::changes::Changes,
    store::Stored,
};

pub fn run(context: &Context, args: &DiffArgs) -> Result<(), Fault> {
    let (before, after) = match args.files.as_slice() {
        [] => two_newest(context, &args.team)?,
        [one, other] => {
            refuse_twice([one, other])?;
            in_order(context.load(one)?, context.load(other)?)
        }
        _ => return Err(Fault::wrong_use(Lang::two_files_to_compare)),
    };
    let comparison = Comparison::of(&before.profile, &after.profile, args.weakest)?;
    if args.json {
        return context.print(json::changes(&comparison));
    }
    let changes = Changes::new(&comparison, context.lang);
    context.print(terminal::changes(&changes, context.look()))
}

/// The older one first; of one day the lower number, else as they were given.
pub fn in_order(one: Stored, other: Stored) -> (Stored, Stored) {
    if other.age() < one.age() {
        (other, one)
    } else {
        (one, other)
    }
}

/// The newest profile of the folder and the newest before it with the same questionnaire.
fn two_newest(context: &Context, args: &TeamArgs) -> Result<(Stored, Stored), Fault> {
    let dir = context.dir(args);
    let mut profiles = context.folder(dir)?.team(dir, args.team.as_deref())?.profiles;
    let after = profiles.pop().expect("a team's folder has at least one profile");
    let id = after.profile.questionnaire.id.clone();
    profiles.retain(|stored| stored.profile.questionnaire.id == id);
    match profiles.pop() {
        Some(before) => Ok((before, after)),
        None => Err(Fault::failed(Lang::one_profile_only)),
    }
}
