//! `ips show`: a profile on screen.

use std::{
    path::{Path, PathBuf},
    slice::from_ref,
};

use super::{
    Context,
    args::{LineArgs, ProfileArgs, WeakestArgs, beside},
    flags::{About, Example, Explained, flags},
    overview::tell_skipped,
};
use crate::{
    content::Material,
    fault::{Fault, shown_path},
    lang::Lang,
    overview::{Against, Choice, Groups, Wanted},
    profile::Profile,
    render::{json, terminal},
    report::{Report, against::AgainstReport, draft::DraftReport, explain::Explanation},
    scoring::Scores,
    store::{Asked, Below, Stored},
};

flags! {
    pub struct ShowArgs {
        ..profile: ProfileArgs,
        ..line: LineArgs,
        ..weakest: WeakestArgs,
        #[arg(long, conflicts_with = "explain")]
        against: Option<PathBuf> {
            value: "MAP" / "FOLDER",
            nl: "Zet het team naast de andere teams in deze map en alles wat eronder staat",
            en: "See the team beside the other teams in this folder and all that is below it",
        },
        #[arg(long, conflicts_with = "json")]
        explain: bool {
            nl: "Vertel hoe elk getal is uitgerekend en waarom iets gemarkeerd is",
            en: "Tell how each number was reckoned and why something is marked",
        },
        #[arg(long)]
        json: bool {
            nl: "Als JSON, voor andere programma's",
            en: "As JSON, for other programs",
        },
    }
}

impl Explained for ShowArgs {
    const ABOUT: About = About {
        nl: "Laat een profiel of een concept zien: de scores, met de laagste gemarkeerd",
        en: "Show a profile or a draft: the scores, with the lowest marked",
        examples: [
            Example {
                line: "ips show",
                nl: "Het nieuwste profiel uit deze map",
                en: "The newest profile of this folder",
            },
            Example {
                line: "ips show --explain",
                nl: "Hoe elk getal is uitgerekend",
                en: "How each number is reckoned",
            },
        ],
    };
}

pub fn run(context: &Context, args: &ShowArgs) -> Result<(), Fault> {
    let (stored, line) = context.one_profile_or_draft(&args.profile, &args.line)?;
    let Stored { path, profile } = &stored;
    let scores = profile.scores(args.weakest.count);
    if args.json && profile.is_draft() {
        return Err(Fault::failed(Lang::draft_without_json));
    }
    if args.against.is_some() && profile.is_draft() {
        return Err(Fault::failed(Lang::draft_without_against));
    }
    let against = match &args.against {
        Some(dir) => beside_others(context, dir, profile, &scores)?,
        None => None,
    };
    if args.json {
        return context.print(json::beside(profile, &scores, against.as_ref()));
    }
    if args.explain {
        let explanation = Explanation::of(profile, &scores, context.lang);
        context.show(&terminal::explanation(&explanation, context.look()), None)?;
        context.tell_other("show", &args.profile.team, &args.line, &line);
        return Ok(());
    }
    let mut next = None;
    let text = if profile.is_draft() {
        let report = DraftReport::new(profile, &scores, context.lang, &resume(path, profile));
        terminal::draft(&report, context.look())
    } else {
        let material = Material::to_ask(&profile.questionnaire, context.lang);
        let mut report = Report::new(profile, &scores, context.lang).with_material(&material);
        next = next_steps(context, &mut report);
        let others = against.map(|against| AgainstReport::new(&against, profile, context.lang));
        let others = others.map(|report| terminal::against(&report, context.look()));
        terminal::profile(&report, context.look()) + &others.unwrap_or_default()
    };
    context.show(&text, next.as_deref())?;
    context.tell_other("show", &args.profile.team, &args.line, &line);
    Ok(())
}

/// The team beside the others below a folder; it tells where there are none.
fn beside_others(
    context: &Context,
    dir: &PathBuf,
    profile: &Profile,
    scores: &Scores,
) -> Result<Option<Against>, Fault> {
    let wanted = Wanted {
        groups: Groups::One(profile.group.clone()),
        ..Wanted::default()
    };
    let Below {
        gathered,
        folders,
        skipped,
    } = Below::read(from_ref(dir), &wanted, &|| {})?;
    tell_skipped(context, &skipped, true, false)?;
    let choice = Choice {
        id: profile.questionnaire.id.clone(),
        version: Some(profile.questionnaire.version),
    };
    let overview = gathered.overview(Some(&choice), context.lang, &folders);
    let against = overview.and_then(|overview| Against::of(profile, scores, &overview));
    if against.is_none() {
        context.tell(&context.lang.no_others(&shown_path(dir)));
    }
    Ok(against)
}

/// What to type next. On a terminal all commands stand in one place, at the end.
fn next_steps(context: &Context, report: &mut Report) -> Option<String> {
    if !context.types_next() {
        return None;
    }
    let deeper = report.take_deeper().into_iter();
    let deeper = deeper.map(|deeper| context.lang.more_questions(&deeper.command));
    let steps = [context.lang.next_step_first()].into_iter().chain(deeper);
    Some(steps.collect::<Vec<_>>().join("\n "))
}

/// The command that goes on with a draft.
fn resume(draft: &Path, profile: &Profile) -> String {
    let whose = Asked {
        team: Some(&profile.team),
        group: profile.group.as_deref(),
    };
    format!("ips assess --resume{}", beside(draft, whose))
}
