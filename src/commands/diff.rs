//! `ips diff`: two profiles; what really changed?

use std::path::PathBuf;

use super::{
    Context,
    args::{TeamArgs, WeakestArgs},
    flags::{About, Example, Explained, flags},
    refuse_twice,
};
use crate::{
    comparison::Comparison,
    fault::Fault,
    lang::Lang,
    render::{json, terminal},
    report::changes::Changes,
    store::Stored,
};

flags! {
    pub struct DiffArgs {
        files: Vec<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "Twee profielen; zonder: de twee nieuwste uit de map",
            en: "Two profiles; without: the two newest of the folder",
        },
        ..team: TeamArgs,
        ..weakest: WeakestArgs,
        #[arg(long)]
        json: bool {
            nl: "Als JSON, voor andere programma's",
            en: "As JSON, for other programs",
        },
    }
}

impl Explained for DiffArgs {
    const ABOUT: About = About {
        nl: "Vergelijk twee profielen: wat is er echt veranderd?",
        en: "Compare two profiles: what really changed?",
        examples: [
            Example {
                line: "ips diff",
                nl: "De twee nieuwste profielen uit deze map",
                en: "The two newest profiles of this folder",
            },
            Example {
                line: "ips diff noord-2026-11-21.toml noord-2027-05-27.toml",
                nl: "Deze twee, in welke volgorde dan ook",
                en: "These two, in whichever order",
            },
        ],
    };
}

pub fn run(context: &Context, args: &DiffArgs) -> Result<(), Fault> {
    let (before, after) = match args.files.as_slice() {
        [] => two_newest(context, &args.team)?,
        [one, other] => {
            refuse_twice([one, other])?;
            in_order(context.load(one)?, context.load(other)?)
        }
        _ => return Err(Fault::wrong_use(Lang::two_files_to_compare)),
    };
    let comparison = Comparison::of(&before.profile, &after.profile, args.weakest.count)?;
    if args.json {
        return context.print(json::changes(&comparison));
    }
    let changes = Changes::new(&comparison, context.lang);
    context.print(terminal::changes(&changes, context.look()))
}

/// The older one first; of one day the lower number, else as they were given.
pub(crate) fn in_order(one: Stored, other: Stored) -> (Stored, Stored) {
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
