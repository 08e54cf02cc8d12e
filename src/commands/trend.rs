//! `ips trend`: one team over many meetings.

use std::path::PathBuf;

use super::{
    Context, Place,
    args::{LineArgs, OutputArgs, TeamArgs, WeakestArgs},
    context::only_one,
    flags::{About, Example, Explained, flags},
    named_form, refuse_twice,
    wildcard::{self, MayBe},
};
use crate::{
    comparison::refuse_other,
    fault::Fault,
    lang::Lang,
    render::{Document, ManyMeetings, terminal},
    report::{explain::Explanation, trend::TrendReport},
    store::{Head, Stored, load_all, shown_name},
    trend::Trend,
};

flags! {
    pub struct TrendArgs {
        files: Vec<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "De profielen; zonder: alle uit de map",
            en: "The profiles; without: all of the folder",
        },
        ..team: TeamArgs,
        ..line: LineArgs,
        ..weakest: WeakestArgs,
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
            forms: |lang: Lang| Document::trend().ids(lang),
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
    let form = context.form(
        &Document::trend(),
        named_form(args.format.as_deref(), args.json),
        &args.output,
    )?;
    let stored = if args.files.is_empty() {
        all_of_one_questionnaire(context, args)?
    } else {
        named(context, args)?
    };
    let profiles: Vec<_> = stored.iter().map(|stored| &stored.profile).collect();
    let trend = Trend::of(&profiles, args.weakest.count)?;
    if args.explain {
        let explanation = Explanation::of_trend(&trend, context.lang);
        return context.show(&terminal::explanation(&explanation, context.look()), None);
    }
    let report = TrendReport::new(&trend, context.lang);
    let Some(form) = form else {
        return context.show(&terminal::trend(&report, context.look()), None);
    };
    let meetings = ManyMeetings {
        trend: &trend,
        report: &report,
    };
    let newest = stored.last().expect("a trend has at least one meeting");
    context.deliver(&form, &meetings, &args.output, &Place::of(newest))
}

/// The profiles that were named, the oldest first; of one age as they were given.
fn named(context: &Context, args: &TrendArgs) -> Result<Vec<Stored>, Fault> {
    args.line.refuse_beside_files()?;
    let files = wildcard::expanded(&args.files, MayBe::Files)?;
    refuse_twice(&files, Lang::same_profile_twice)?;
    let mut stored = Vec::new();
    for file in &files {
        stored.push(context.load(file, &args.team)?);
    }
    stored = context.without_copies(stored);
    stored.sort_by_key(Stored::age);
    Ok(stored)
}

/// The profiles of one questionnaire in the folder that the newest of them can be compared with; it tells which others there
/// are, and how to follow those where this one can't be followed.
fn all_of_one_questionnaire(context: &Context, args: &TrendArgs) -> Result<Vec<Stored>, Fault> {
    let line = context.line(&args.team, &args.line)?;
    let mut stored = load_all(&line.profiles)?;
    let newest = stored.pop().expect("a line has at least one profile");
    let comparable = |stored: &Stored| refuse_other(&stored.profile, &newest.profile).is_ok();
    let (mut stored, scales): (Vec<Stored>, Vec<Stored>) = stored.into_iter().partition(comparable);
    let mut others: Vec<Head> = scales.iter().map(Stored::head).chain(line.others.clone()).collect();
    others.sort_by_key(Head::age);
    if !others.is_empty() {
        let files: Vec<String> = others.iter().map(|other| shown_name(&other.path)).collect();
        context.tell(&context.lang.left_out_of_trend(&files.join(", ")));
    }
    if stored.is_empty()
        && let Some(sentence) = only_one("trend", &newest.head(), &line, &args.team)
    {
        context.tell(sentence.text(context.lang));
    }
    stored.push(newest);
    Ok(stored)
}
