//! `ips guide`: how to use all this, for a team lead.

use super::{
    Context,
    args::OutputArgs,
    asked_form,
    flags::{About, Example, Explained, flags},
    values,
};
use crate::{
    cli::Format,
    content::guide::guide,
    fault::{Fault, shown_path},
    lang::Lang,
    page::Page,
    render::{html, markdown, terminal},
};

/// The forms that the guide can be asked for.
const FORMS: [Format; 3] = [Format::Markdown, Format::Html, Format::Word];

flags! {
    /// `ips guide`
    pub struct GuideArgs {
        #[arg(long, value_parser = values::format)]
        format: Option<Format> {
            value: "VORM" / "FORM",
            nl: "De vorm, als de naam van het bestand die niet zegt: {forms}",
            en: "The form, if the file's name doesn't tell: {forms}",
            forms: |lang: Lang| lang.one_of(&FORMS.map(Format::word)),
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
    let path = args.output.output.as_deref();
    let page = Page::of_guide(guide(context.lang), context.lang);
    let rendered = match asked_form(args.format, path, Lang::unknown_guide_format)? {
        None => terminal::page(&page, context.look()).into_bytes(),
        Some(Format::Markdown) => markdown::page(&page).into_bytes(),
        Some(Format::Html) => html::page(&page).into_bytes(),
        Some(Format::Word) if path.is_none() && context.columns.is_some() => {
            return Err(Fault::wrong_use(Lang::word_guide_on_terminal));
        }
        #[cfg(feature = "office")]
        Some(Format::Word) => crate::render::word::page(&page),
        #[cfg(not(feature = "office"))]
        Some(Format::Word) => return Err(Fault::wrong_use(Lang::not_in_this_build)),
        Some(other) => {
            let named = path.map_or_else(|| other.ending().to_owned(), shown_path);
            return Err(Fault::wrong_use(|lang| lang.unknown_guide_format(&named)));
        }
    };
    context.deliver(rendered, &args.output)
}
