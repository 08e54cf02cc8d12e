//! `ips show`: a profile on screen.

use super::{
    Context,
    args::{ProfileArgs, WeakestArgs},
    flags::{About, Example, Explained, flags},
};
use crate::{
    content::Material,
    fault::Fault,
    render::{json, terminal},
    report::{Report, explain},
};

flags! {
    pub struct ShowArgs {
        ..profile: ProfileArgs,
        ..weakest: WeakestArgs,
        #[arg(long, conflicts_with = "json")]
        explain: bool {
            nl: "Laat de som achter elk getal zien",
            en: "Show the sum behind each number",
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
        nl: "Laat een profiel zien: de score per element, met de laagste gemarkeerd",
        en: "Show a profile: the score per element, with the lowest marked",
        examples: [
            Example {
                line: "ips show",
                nl: "Het nieuwste profiel uit deze map",
                en: "The newest profile of this folder",
            },
            Example {
                line: "ips show --explain",
                nl: "Ook hoe elk getal is uitgerekend",
                en: "Also how each number is reckoned",
            },
        ],
    };
}

pub fn run(context: &Context, args: &ShowArgs) -> Result<(), Fault> {
    let stored = context.one_profile(&args.profile)?;
    let scores = stored.profile.scores(args.weakest.count);
    if args.json {
        return context.print(json::profile(&stored.profile, &scores));
    }
    let material = Material::to_ask(&stored.profile.questionnaire, context.lang);
    let report = Report::new(&stored.profile, &scores, context.lang).with_material(&material);
    let mut text = terminal::profile(&report, context.look());
    if args.explain {
        text.push('\n');
        let sums = explain::explain(&stored.profile, &scores, args.weakest.count, context.lang);
        text.push_str(&terminal::sums(&sums, context.width()));
    }
    context.print(&text)?;
    if context.columns.is_some() && !args.explain {
        context.tell(&format!("\n {}", context.lang.next_step_first()));
    }
    Ok(())
}
