//! `ips diff`: two profiles; what really changed?

use std::{borrow::Borrow, path::PathBuf};

use super::{
    Context,
    args::{LineArgs, TeamArgs, WeakestArgs},
    context::only_one,
    flags::{About, Example, Explained, flags},
    refuse_twice,
    wildcard::{self, MayBe},
};
use crate::{
    comparison::Comparison,
    fault::Fault,
    lang::Lang,
    render::{json, terminal},
    report::{changes::Changes, explain::Explanation},
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
        ..line: LineArgs,
        ..weakest: WeakestArgs,
        #[arg(long, conflicts_with = "json")]
        explain: bool {
            nl: "Vertel hoe elk verschil is uitgerekend en waarom het duidelijk is",
            en: "Tell how each difference was reckoned and why it is clear",
        },
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
    let files = wildcard::expanded(&args.files, MayBe::Files)?;
    let (before, after) = match files.as_slice() {
        [] => two_newest(context, args)?,
        [one, other] => {
            args.line.refuse_beside_files()?;
            refuse_twice([one, other], Lang::same_profile_twice)?;
            let (one, other) = (context.load(one, &args.team)?, context.load(other, &args.team)?);
            context.tell_copies([&one, &other]);
            in_order(one, other)
        }
        _ => return Err(Fault::wrong_use(Lang::two_files_to_compare)),
    };
    let comparison = Comparison::of(&before.profile, &after.profile, args.weakest.count)?;
    if args.json {
        return context.print(json::changes(&comparison));
    }
    if args.explain {
        let explanation = Explanation::of_changes(&comparison, context.lang);
        return context.show(&terminal::explanation(&explanation, context.look()), None);
    }
    let changes = Changes::new(&comparison, context.lang);
    context.show(&terminal::changes(&changes, context.look()), None)
}

/// The older one first; of one day the lower number, else as they were given.
pub(crate) fn in_order<S: Borrow<Stored>>(one: S, other: S) -> (S, S) {
    if other.borrow().age() < one.borrow().age() {
        (other, one)
    } else {
        (one, other)
    }
}

/// The two newest profiles of one questionnaire in the folder.
fn two_newest(context: &Context, args: &DiffArgs) -> Result<(Stored, Stored), Fault> {
    let mut line = context.line(&args.team, &args.line)?;
    let after = line.profiles.pop().expect("a line has at least one profile");
    match line.profiles.pop() {
        Some(before) => Ok((before.load()?, after.load()?)),
        None => Err(match only_one("diff", &after, &line, &args.team) {
            Some(sentence) => Fault::failed(|lang| sentence.text(lang).to_owned()),
            None => Fault::failed(Lang::one_profile_only),
        }),
    }
}
