//! `ips gap`: several groups side by side.

use std::{collections::HashSet, path::PathBuf};

use super::{
    Context, Place,
    args::{FolderArgs, OutputArgs, TeamArgs},
    flags::{About, Example, Explained, flags},
    named_form, refuse_twice,
};
use crate::{
    fault::Fault,
    gap::{Gap, MOST},
    lang::Lang,
    render::{Document, Groups, terminal},
    report::{explain::Explanation, gap::GapReport},
    store::{Heads, Stored, folder_of, load_all, shown_name},
    text::slug,
};

flags! {
    pub struct GapArgs {
        files: Vec<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "De profielen, zo naast elkaar; zonder: van elke groep uit de map het nieuwste",
            en: "The profiles, side by side like this; without: the newest of each group of the folder",
        },
        ..folder: FolderArgs,
        #[arg(long, conflicts_with_all = ["json", "format", "output", "open"])]
        explain: bool {
            nl: "Vertel hoe elk verschil is uitgerekend en waarom het duidelijk is",
            en: "Tell how each difference was reckoned and why it is clear",
        },
        #[arg(long, conflicts_with = "format")]
        json: bool {
            nl: "Als JSON, voor andere programma's",
            en: "As JSON, for other programs",
        },
        #[arg(long)]
        format: Option<String> {
            value: "VORM" / "FORM",
            nl: "De vorm, als de naam van het bestand die niet zegt: {forms}",
            en: "The form, if the file's name doesn't tell: {forms}",
            forms: |lang: Lang| Document::gap().ids(lang),
        },
        ..output: OutputArgs,
    }
}

impl Explained for GapArgs {
    const ABOUT: About = About {
        nl: "Zet groepen naast elkaar: medewerkers, leiding, ouders",
        en: "Put groups side by side: workers, managers, parents",
        examples: [
            Example {
                line: "ips gap medewerkers.toml leiding.toml ouders.toml",
                nl: "Drie groepen, op het scherm",
                en: "Three groups, on the screen",
            },
            Example {
                line: "ips gap -o naast-elkaar.html",
                nl: "Alle groepen uit deze map, met stippen per element, voor de browser of om te printen",
                en: "All groups of this folder, with dots for each element, for a browser or to print",
            },
        ],
    };
}

pub fn run(context: &Context, args: &GapArgs) -> Result<(), Fault> {
    let form = context.form(
        &Document::gap(),
        named_form(args.format.as_deref(), args.json),
        &args.output,
    )?;
    let team = args.folder.of_whole_team();
    let stored = if args.files.is_empty() {
        newest_of_each(context, &team)?
    } else {
        named(context, args, &team)?
    };
    let profiles: Vec<_> = stored
        .iter()
        .map(|stored| (&stored.profile, shown_name(&stored.path)))
        .collect();
    let gap = Gap::of(&profiles)?;
    if args.explain {
        let explanation = Explanation::of_gap(&gap, context.lang);
        return context.show(&terminal::explanation(&explanation, context.look()), None);
    }
    let report = GapReport::new(&gap, context.lang);
    let Some(form) = form else {
        return context.show(&terminal::gap(&report, context.look()), None);
    };
    let groups = Groups {
        gap: &gap,
        report: &report,
    };
    let place = Place {
        folder: folder_of(&stored[0].path),
        about: slug(&stored[0].profile.team),
    };
    context.deliver(&form, &groups, &args.output, &place)
}

/// The profiles that were named, in their order.
fn named(context: &Context, args: &GapArgs, team: &TeamArgs) -> Result<Vec<Stored>, Fault> {
    refuse_twice(&args.files, Lang::same_group_twice)?;
    refuse_other_counts(args.files.len())?;
    let mut stored = Vec::new();
    for file in &args.files {
        stored.push(context.load(file, team)?);
    }
    context.tell_copies(&stored);
    Ok(stored)
}

/// The newest profile of each group of a team in the folder: of the team as a whole first, then by their names.
fn newest_of_each(context: &Context, team: &TeamArgs) -> Result<Vec<Stored>, Fault> {
    let (dir, asked) = (context.dir(team), team.asked());
    let mut heads = context.told_of(Heads::read(dir)?.named(asked)).of(dir, asked)?.profiles;
    let mut known = HashSet::new();
    heads.reverse();
    heads.retain(|head| known.insert(head.whose().key()));
    heads.sort_by_cached_key(|head| head.whose().key());
    refuse_other_counts(heads.len())?;
    load_all(&heads)
}

/// Refuses fewer groups than two, and more than fit.
fn refuse_other_counts(groups: usize) -> Result<(), Fault> {
    match groups {
        0 | 1 => Err(Fault::wrong_use(Lang::gap_needs_two)),
        2..=MOST => Ok(()),
        _ => Err(Fault::wrong_use(|lang| lang.gap_has_too_many(MOST))),
    }
}
