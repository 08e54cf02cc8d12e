//! `ips questions`: what will be asked.

use std::path::PathBuf;

use super::{
    Context,
    args::OutputArgs,
    flags::{About, Example, Explained, flags},
    named_form,
};
use crate::{
    content::questionnaires,
    fault::Fault,
    lang::Lang,
    render::{Document, Questions, terminal},
    text::slug,
};

flags! {
    pub struct QuestionsArgs {
        #[arg(long)]
        questions: Option<PathBuf> {
            value: "ID|BESTAND" / "ID|FILE",
            nl: "De vragenlijst: een ingebouwde of een bestand",
            en: "The questionnaire: a built-in one or a file",
        },
        #[arg(long, conflicts_with = "format")]
        json: bool {
            nl: "Als JSON, voor andere programma's",
            en: "As JSON, for other programs",
        },
        #[arg(long)]
        format: Option<String> {
            value: "VORM" / "FORM",
            nl: "De vorm, als de naam van het bestand die niet zegt: {forms}",
            en: "The form, if the file's name doesn't tell: {forms}",
            forms: |lang: Lang| Document::questions().ids(lang),
        },
        ..output: OutputArgs,
    }
}

impl Explained for QuestionsArgs {
    const ABOUT: About = About {
        nl: "Laat zien wat er gevraagd wordt; ook om te printen",
        en: "Show what will be asked; also to print",
        examples: [
            Example {
                line: "ips questions --questions trust",
                nl: "De vragen van een andere ingebouwde vragenlijst",
                en: "The questions of another built-in questionnaire",
            },
            Example {
                line: "ips questions -o ips.docx",
                nl: "Een blad om te printen en in te vullen",
                en: "A sheet to print and to fill in",
            },
        ],
    };
}

pub fn run(context: &Context, args: &QuestionsArgs) -> Result<(), Fault> {
    let form = context.form(
        &Document::questions(),
        named_form(args.format.as_deref(), args.json),
        &args.output,
    )?;
    let questionnaire = context.questionnaire(args.questions.as_deref())?;
    if let Some(form) = form {
        let asked = Questions {
            questionnaire: &questionnaire,
            lang: context.lang,
        };
        let place = context.here(slug(&questionnaire.id));
        return context.deliver(&form, &asked, &args.output, &place);
    }
    let ids: Vec<&str> = questionnaires::ids().collect();
    let others = context.lang.built_in(&ids.join(", "));
    context.show(
        &terminal::questions(&questionnaire, context.lang, context.look()),
        Some(&others),
    )?;
    if context.columns.is_none() {
        context.tell(&format!("\n {others}"));
    }
    Ok(())
}
