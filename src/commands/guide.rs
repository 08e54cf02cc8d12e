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
        short: bool {
            nl: "Alleen het begin, dat op één vel past: de avond in het kort",
            en: "Only the beginning, which fits on one sheet: the evening in short",
        },
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
    let lang = context.lang;
    let mut page = Page::of_guide(guide(lang), lang);
    let mut about = String::new();
    if args.short {
        page = page.in_short();
        about = lang.short_guide_file();
    }
    match form {
        Some(form) => context.deliver(&form, &page, &args.output, &context.here(about)),
        None => context.show(&terminal::page(&page, context.look()), None),
    }
}
