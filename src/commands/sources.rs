//! `ips sources`: tools, literature and practice, and what they help with.

use super::Context;
use crate::{
    cli::SourcesArgs,
    content::{
        questionnaires,
        sources::{self, Source},
    },
    fault::Fault,
    lang::Lang,
    render::terminal,
    text::visible,
};

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
