//! `ips guide`: how to use all this, for a team lead.

use super::{
    Context,
    args::OutputArgs,
    flags::{About, Example, Explained, flags},
    named, named_form,
};
use crate::{
    content::guide::guide,
    fault::Fault,
    lang::Lang,
    page::Page,
    render::{Document, terminal},
    text::slug,
};

flags! {
    pub struct GuideArgs {
        section: Option<String> {
            value: "DEEL" / "PART",
            nl: "Alleen dit deel: het nummer of het begin van de titel, zoals privacy",
            en: "Only this part: its number or the beginning of its title, such as privacy",
        },
        #[arg(long, conflicts_with = "section")]
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
                line: "ips guide privacy -o privacy.docx",
                nl: "Eén deel, om te mailen of te printen; zonder privacy is het de hele handleiding",
                en: "One part, to mail or to print; without privacy it is the whole guide",
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
    let whole = Page::of_guide(guide(lang), lang);
    let (page, about) = match &args.section {
        Some(typed) => {
            let titles: Vec<&str> = whole.sections().into_iter().map(|(_, title)| title).collect();
            let number = named::section(&titles, typed)?;
            let about = slug(titles[number]);
            (whole.section(number), about)
        }
        None if args.short => (whole.in_short(), lang.short_guide_file()),
        // A browser and Word lead to the sections themselves.
        None if form.is_none() => (whole.with_contents(), String::new()),
        None => (whole, String::new()),
    };
    match form {
        Some(form) => context.deliver(&form, &page, &args.output, &context.here(about)),
        None => context.show(&terminal::page(&page, context.look()), None),
    }
}
