//! `ips questions`: what will be asked.

use std::path::PathBuf;

use super::{
    Context,
    args::OutputArgs,
    flags::{About, Example, Explained, flags},
    refuse_other_form,
};
use crate::{
    cli::Format,
    content::questionnaires,
    fault::Fault,
    render::{json, markdown, terminal},
};

flags! {
    /// `ips questions`
    pub struct QuestionsArgs {
        #[arg(long)]
        questions: Option<PathBuf> {
            value: "ID|BESTAND" / "ID|FILE",
            nl: "De vragenlijst: een ingebouwde of een bestand",
            en: "The questionnaire: a built-in one or a file",
        },
        #[arg(long, conflicts_with = "json")]
        markdown: bool {
            nl: "Als Markdown, om te printen",
            en: "As Markdown, to print",
        },
        #[arg(long)]
        json: bool {
            nl: "Als JSON, voor andere programma's",
            en: "As JSON, for other programs",
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
                line: "ips questions --markdown -o ips.md",
                nl: "De vragen in een bestand, om te printen",
                en: "The questions in a file, to print",
            },
        ],
    };
}

pub fn run(context: &Context, args: &QuestionsArgs) -> Result<(), Fault> {
    if let Some(path) = args.output.output.as_deref() {
        if args.json {
            refuse_other_form("--json", Format::Json, path)?;
        } else if args.markdown {
            refuse_other_form("--markdown", Format::Markdown, path)?;
        }
    }
    let questionnaire = context.questionnaire(args.questions.as_deref())?;
    let named = args.output.output.as_deref().and_then(Format::of_file);
    if args.json {
        return context.deliver(json::questionnaire(&questionnaire), &args.output);
    }
    if args.markdown || named == Some(Format::Markdown) {
        return context.deliver(markdown::questions(&questionnaire, context.lang), &args.output);
    }
    context.deliver(
        terminal::questions(&questionnaire, context.lang, context.width()),
        &args.output,
    )?;
    let ids: Vec<&str> = questionnaires::ids().collect();
    context.tell(&format!("\n {}", context.lang.built_in(&ids.join(", "))));
    Ok(())
}
