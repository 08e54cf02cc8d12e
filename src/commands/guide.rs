//! `ips guide`: how to use all this, for a team lead.

use super::{
    Context,
    args::OutputArgs,
    flags::{About, Example, Explained, flags},
    named_form,
};
use crate::{
    content::guide::guide,
    fault::Fault,
    lang::Lang,
    page::Page,
    render::{Document, terminal},
};

flags! {
    pub struct GuideArgs {
        #[arg(long)]
        format: Option<String> {
            value: "VORM" / "FORM",
            nl: "De vorm, als de naam van het bestand die niet zegt: {forms}",
            en: "The form, if the file's name doesn't tell: {forms}",
            forms: |lang: Lang| Document::guide().ids(lang),
        },
        ..output: OutputArgs,
    }
}

impl Explained for GuideArgs {
    const ABOUT: About = About {
        nl: "Lees hoe je dit alles gebruikt, als gespreksleider",
        en: "Read how to use all this, as a team lead",
        examples: [
            Example {
                line: "ips guide",
                nl: "De handleiding op het scherm",
                en: "The guide on the screen",
            },
            Example {
                line: "ips guide -o guide.html",
                nl: "Om in een browser te lezen, te mailen of te printen",
                en: "To read in a browser, to mail or to print",
            },
        ],
    };
}

pub fn run(context: &Context, args: &GuideArgs) -> Result<(), Fault> {
    let form = context.form(
        &Document::guide(),
        named_form(args.format.as_deref(), false),
        &args.output,
    )?;
    let page = Page::of_guide(guide(context.lang), context.lang);
    match form {
        Some(form) => context.deliver(&form, &page, &args.output, &context.here(String::new())),
        None => context.show(&terminal::page(&page, context.look()), None),
    }
}
