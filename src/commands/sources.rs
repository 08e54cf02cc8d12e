//! `ips sources`: tools, literature and practice, and what they help with.

use super::{
    Context,
    flags::{About, Example, Explained, flags},
    named,
};
use crate::{
    content::{
        licences::licences,
        sources::{self, Source},
    },
    fault::Fault,
    render::terminal,
};

flags! {
    pub struct SourcesArgs {
        #[arg(long)]
        element: Option<String> {
            value: "ELEMENT" / "ELEMENT",
            nl: "Alleen wat bij dit element helpt, als culture of trust.reliability",
            en: "Only what helps with this element, as culture or trust.reliability",
        },
        #[arg(long, conflicts_with = "element")]
        licences: bool {
            nl: "De licenties van alles wat in het programma zit",
            en: "The licences of all that is in the program",
        },
    }
}

impl Explained for SourcesArgs {
    const ABOUT: About = About {
        nl: "Laat hulpmiddelen, literatuur en praktijk zien, en waar ze bij helpen",
        en: "Show tools, literature and practice, and what they help with",
        examples: [
            Example {
                line: "ips sources --element culture",
                nl: "Wat bij een element van de zes helpt",
                en: "What helps with one of the six elements",
            },
            Example {
                line: "ips sources --element trust.reliability",
                nl: "Bij een element van een andere vragenlijst",
                en: "With an element of another questionnaire",
            },
        ],
    };
}

pub fn run(context: &Context, args: &SourcesArgs) -> Result<(), Fault> {
    if args.licences {
        return context.show(&licences(), None);
    }
    let all = sources::built_in(context.lang);
    let named = args.element.as_deref();
    let named = named
        .map(|typed| named::element_of_any(typed, context.lang))
        .transpose()?;
    let helps = |source: &&Source| named.as_ref().is_none_or(|named| source.helps.contains(named));
    let chosen: Vec<&Source> = all.iter().filter(helps).collect();
    let next = named.is_none().then(|| context.lang.sources_of_one());
    context.show(
        &terminal::sources(&chosen, context.lang, context.look()),
        next.as_deref(),
    )
}
