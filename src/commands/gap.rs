//! `ips gap`: several groups side by side.

use std::{collections::HashSet, path::PathBuf};

use super::{
    Context, Place,
    args::{FolderArgs, OutputArgs, TeamArgs},
    flags::{About, Example, Explained, flags},
    named_form, refuse_twice,
    wildcard::{self, MayBe},
};
use crate::{
    fault::Fault,
    gap::{Gap, MOST},
    lang::Lang,
    profile::Profile,
    render::{Document, Groups, terminal},
    report::{explain::Explanation, gap::GapReport},
    store::{Head, Heads, Stored, folder_of, load_all, shown_name},
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
    let profiles = named_by_file(&stored);
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
    let files = wildcard::expanded(&args.files, MayBe::Files)?;
    refuse_twice(&files, Lang::same_group_twice)?;
    refuse_other_counts(files.len())?;
    let mut stored = Vec::new();
    for file in &files {
        stored.push(context.load(file, team)?);
    }
    context.tell_copies(&stored);
    Ok(stored)
}

/// The newest profile of each group of a team in the folder: of the team as a whole first, then by their names.
fn newest_of_each(context: &Context, team: &TeamArgs) -> Result<Vec<Stored>, Fault> {
    let (dir, asked) = (context.dir(team), team.asked());
    let heads = newest(context.told_of(Heads::read(dir)?.named(asked)).of(dir, asked)?.profiles);
    refuse_other_counts(heads.len())?;
    load_all(&heads)
}

/// The newest of each group, of profiles from the oldest on.
fn newest(mut heads: Vec<Head>) -> Vec<Head> {
    let mut known = HashSet::new();
    heads.reverse();
    heads.retain(|head| known.insert(head.whose().key()));
    heads.sort_by_cached_key(|head| head.whose().key());
    heads
}

/// Whether the newest of each group among these profiles of a team can stand side by side.
pub(super) fn can_stand_beside(heads: Vec<Head>) -> bool {
    let heads = newest(heads);
    let stored = refuse_other_counts(heads.len()).and_then(|()| load_all(&heads));
    stored.is_ok_and(|stored| Gap::of(&named_by_file(&stored)).is_ok())
}

/// Each profile with the name of its file.
fn named_by_file(stored: &[Stored]) -> Vec<(&Profile, String)> {
    let named = stored.iter().map(|stored| (&stored.profile, shown_name(&stored.path)));
    named.collect()
}

/// Refuses fewer groups than two, and more than fit.
fn refuse_other_counts(groups: usize) -> Result<(), Fault> {
    match groups {
        0 | 1 => Err(Fault::wrong_use(Lang::gap_needs_two)),
        2..=MOST => Ok(()),
        _ => Err(Fault::wrong_use(|lang| lang.gap_has_too_many(MOST))),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::{
        profile::State,
        tally::{Mode, Tally},
    };

    #[test]
    fn groups_stand_beside_each_other_from_two_on_that_were_asked_the_same() {
        let dir = tempfile::tempdir().unwrap();
        let head = |group: &str, days: u64, id: &str| {
            let mut profile = Profile::unanswered(Lang::Nl, Mode::Merged, 5, State::Complete);
            let first = profile.questionnaire.places().next().unwrap();
            profile.response_mut(first).tally = Some(Tally::parse("33333", Mode::Tally, 5, 5).unwrap());
            profile.group = Some(group.to_owned());
            profile.date = profile.date + chrono::Days::new(days);
            profile.questionnaire.id = id.to_owned();
            let path = dir.path().join(format!("{group}-{days}.toml"));
            fs::write(&path, profile.to_toml()).unwrap();
            Head::of(&path, &profile)
        };
        let same = "six-elements";
        assert!(!can_stand_beside(vec![head("ouders", 0, same)]));
        assert!(!can_stand_beside(vec![
            head("ouders", 0, same),
            head("ouders", 60, same)
        ]));
        assert!(can_stand_beside(vec![
            head("ouders", 0, same),
            head("bestuur", 1, same)
        ]));
        assert!(!can_stand_beside(vec![
            head("ouders", 0, same),
            head("bestuur", 1, "own")
        ]));
        let many: Vec<Head> = (0..=MOST)
            .map(|number| head(&format!("groep {number}"), 0, same))
            .collect();
        assert!(can_stand_beside(many[1..].to_vec()));
        assert!(!can_stand_beside(many));
    }
}
