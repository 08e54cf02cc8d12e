//! `ips sources`: tools, literature and practice, and what they help with.

use super::{
    Context,
    flags::{About, Example, Explained, flags},
};
use crate::{
    content::{
        questionnaires,
        sources::{self, Source},
    },
    fault::Fault,
    lang::Lang,
    render::terminal,
    text::visible,
};

flags! {
    pub struct SourcesArgs {
        #[arg(long)]
        element: Option<String> {
            value: "ELEMENT" / "ELEMENT",
            nl: "Alleen wat bij dit element helpt, als culture of trust.reliability",
            en: "Only what helps with this element, as culture or trust.reliability",
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
    let all = sources::built_in(context.lang);
    let named = args.element.as_deref().map(str::trim);
    let helps = |source: &&Source| named.is_none_or(|named| source.helps.iter().any(|helped| helped.is_named(named)));
    let chosen: Vec<&Source> = all.iter().filter(helps).collect();
    if let Some(named) = named.filter(|_| chosen.is_empty()) {
        return Err(unknown(named, context.lang));
    }
    context.print(terminal::sources(&chosen, context.lang, context.look()))?;
    if context.columns.is_some() && named.is_none() {
        context.tell(&format!("\n {}", context.lang.sources_of_one()));
    }
    Ok(())
}

/// Every element of the built-in questionnaires has a source, so one without is none.
fn unknown(named: &str, lang: Lang) -> Fault {
    let questionnaires = questionnaires::ids().filter_map(|id| questionnaires::questionnaire(id, lang));
    let known = questionnaires.flat_map(|questionnaire| {
        let ids = questionnaire.elements.iter();
        let ids = ids.map(|element| sources::short_id(&questionnaire.id, &element.id));
        ids.collect::<Vec<_>>()
    });
    let (named, known) = (visible(named).into_owned(), known.collect::<Vec<_>>().join(", "));
    Fault::wrong_use(|lang| lang.unknown_elements(&named, &known))
}
