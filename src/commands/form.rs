//! `ips form`: a form that each member fills in alone, beforehand.

use std::path::PathBuf;

use super::{
    Context,
    args::{GroupArgs, OutputArgs},
    flags::{About, Example, Explained, flags},
    named_form,
};
use crate::{
    fault::Fault,
    lang::Lang,
    render::{Document, MemberForm, reply},
    text::slug,
};

flags! {
    pub struct FormArgs {
        #[arg(long)]
        questions: Option<PathBuf> {
            value: "ID|BESTAND" / "ID|FILE",
            nl: "De vragenlijst: een ingebouwde of een bestand",
            en: "The questionnaire: a built-in one or a file",
        },
        ..group: GroupArgs,
        #[arg(long)]
        format: Option<String> {
            value: "VORM" / "FORM",
            nl: "De vorm, als de naam van het bestand die niet zegt: {forms}",
            en: "The form, if the file's name doesn't tell: {forms}",
            forms: |lang: Lang| Document::form_for_members().ids(lang),
        },
        ..output: OutputArgs,
    }
}

impl Explained for FormArgs {
    const ABOUT: About = About {
        nl: "Maak een formulier dat ieder vooraf alleen invult",
        en: "Make a form that everyone fills in alone, beforehand",
        examples: [
            Example {
                line: "ips form -o formulier.txt",
                nl: "Een formulier om in een mail te plakken; ieder antwoordt op die mail",
                en: "A form to paste into a mail; everyone replies to that mail",
            },
            Example {
                line: "ips form --group ouders -o formulier.html",
                nl: "Een formulier voor één groep, om in een browser in te vullen",
                en: "A form for one group, to fill in in a browser",
            },
        ],
    };
}

pub fn run(context: &Context, args: &FormArgs) -> Result<(), Fault> {
    let form = context.form(
        &Document::form_for_members(),
        named_form(args.format.as_deref(), false),
        &args.output,
    )?;
    let questionnaire = context.questionnaire(args.questions.as_deref())?;
    let asked = MemberForm {
        questionnaire: &questionnaire,
        lang: context.lang,
        group: args.group.group.as_deref(),
    };
    let Some(form) = form else {
        return context.show(&reply::form(&asked), Some(&context.lang.form_goes_into_a_mail()));
    };
    let about = asked.group.map_or_else(
        || slug(&questionnaire.id),
        |group| format!("{}-{}", slug(&questionnaire.id), slug(group)),
    );
    context.deliver(&form, &asked, &args.output, &context.here(about))
}
