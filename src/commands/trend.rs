//! `ips trend`: one team over many meetings.

use std::path::PathBuf;

use super::{
    Context,
    args::{OutputArgs, TeamArgs, WeakestArgs},
    flags::{About, Example, Explained, flags},
    refuse_other_form, refuse_twice,
};
use crate::{
    cli::Format,
    comparison::refuse_other,
    fault::{Fault, shown_path},
    page::Page,
    render::{html, json, markdown, terminal},
    report::trend::TrendReport,
    store::{Stored, shown_name},
    trend::Trend,
};

flags! {
    /// `ips trend`
    pub struct TrendArgs {
        files: Vec<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "De profielen; zonder: alle uit de map",
            en: "The profiles; without: all of the folder",
        },
        ..team: TeamArgs,
        ..weakest: WeakestArgs,
        #[arg(long)]
        json: bool {
            nl: "Als JSON, voor andere programma's",
            en: "As JSON, for other programs",
        },
        ..output: OutputArgs,
    }
}

impl Explained for TrendArgs {
    const ABOUT: About = About {
        nl: "Volg een team over alle bijeenkomsten, element voor element",
        en: "Follow a team over all its meetings, element by element",
        examples: [
            Example {
                line: "ips trend",
                nl: "Alle profielen uit deze map, op het scherm",
                en: "All profiles of this folder, on the screen",
            },
            Example {
                line: "ips trend -o trend.html",
                nl: "Met grafieken, voor de browser of om te printen",
                en: "With charts, for a browser or to print",
            },
        ],
    };
}

pub fn run(context: &Context, args: &TrendArgs) -> Result<(), Fault> {
    if let Some(path) = args.output.output.as_deref().filter(|_| args.json) {
        refuse_other_form("--json", Format::Json, path)?;
    }
    let stored = if args.files.is_empty() {
        all_of_one_questionnaire(context, &args.team)?
    } else {
        named(context, args)?
    };
    let profiles: Vec<_> = stored.iter().map(|stored| &stored.profile).collect();
    let trend = Trend::of(&profiles, args.weakest.count)?;
    if args.json {
        return context.deliver(json::trend(&trend), &args.output);
    }
    let report = TrendReport::new(&trend, context.lang);
    let Some(path) = args.output.output.as_deref() else {
        return context.print(terminal::trend(&report, context.look()));
    };
    let page = match Format::of_file(path) {
        Some(Format::Html) => html::page(&Page::of_trend(&report)),
        Some(Format::Markdown) => markdown::page(&Page::of_trend(&report)),
        Some(Format::Json) => json::trend(&trend),
        _ => {
            let file = shown_path(path);
            return Err(Fault::wrong_use(|lang| lang.unknown_trend_format(&file)));
        }
    };
    context.deliver(page, &args.output)
}

/// The profiles that were named, the oldest first; of one age as they were given.
fn named(context: &Context, args: &TrendArgs) -> Result<Vec<Stored>, Fault> {
    refuse_twice(&args.files)?;
    let mut stored = Vec::new();
    for file in &args.files {
        stored.push(context.load(file)?);
    }
    stored.sort_by_key(Stored::age);
    Ok(stored)
}

/// The profiles of the folder that the newest can be compared with; it tells which others there are.
fn all_of_one_questionnaire(context: &Context, args: &TeamArgs) -> Result<Vec<Stored>, Fault> {
    let dir = context.dir(args);
    let mut profiles = context.folder(dir)?.team(dir, args.team.as_deref())?.profiles;
    let newest = profiles.pop().expect("a team's folder has at least one profile");
    let comparable = |stored: &Stored| refuse_other(&stored.profile, &newest.profile).is_ok();
    let (mut stored, others): (Vec<Stored>, Vec<Stored>) = profiles.into_iter().partition(comparable);
    if !others.is_empty() {
        let files: Vec<String> = others.iter().map(|other| shown_name(&other.path)).collect();
        context.tell(&context.lang.left_out_of_trend(&files.join(", ")));
    }
    stored.push(newest);
    Ok(stored)
}
