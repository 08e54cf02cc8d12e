//! `ips questions`: what will be asked.

use super::{Context, refuse_other_form};
use crate::{
    cli::{Format, QuestionsArgs},
    content::questionnaires,
    fault::Fault,
    render::{json, markdown, terminal},
};

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
