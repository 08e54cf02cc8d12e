//! `ips card`: one question to open a conversation with.

use super::Context;
use crate::{
    cli::CardArgs,
    content::questionnaires,
    fault::Fault,
    lang::Lang,
    profile::Profile,
    questionnaire::Questionnaire,
    render::terminal,
    report::card::{Card, order},
    store::teams,
    text::visible,
};

pub fn run(context: &Context, args: &CardArgs) -> Result<(), Fault> {
    let (questionnaire, ids) = candidates(context, args)?;
    let not: Vec<&str> = args.not.iter().map(|id| id.trim()).collect();
    if let Some(unknown) = not.iter().find(|id| questionnaire.find(id).is_none()) {
        let (unknown, id) = (visible(unknown).into_owned(), visible(&questionnaire.id).into_owned());
        return Err(Fault::wrong_use(|lang| lang.unknown_question(&unknown, &id)));
    }
    let mut left = ids.iter().filter(|id| !not.contains(&id.as_str()));
    let chosen = left.find_map(|id| Some((id, questionnaire.find(id)?)));
    let Some((id, at)) = chosen else {
        return Err(Fault::wrong_use(Lang::no_other_question));
    };
    let card = Card::new(&questionnaire, at, context.lang);
    context.print(terminal::card(&card, context.look()))?;
    if context.columns.is_some() {
        context.tell(&format!("\n {}", context.lang.another_question(&visible(id))));
    }
    Ok(())
}

/// The questions that a card can have, by their full ids in order, with their questionnaire.
fn candidates(context: &Context, args: &CardArgs) -> Result<(Questionnaire, Vec<String>), Fault> {
    let Some(named) = args.element.as_deref().map(str::trim) else {
        let profile = context.one_profile(args.file.as_deref(), &args.team)?.profile;
        return Ok((questionnaires::restored(&profile.questionnaire), order(&profile)));
    };
    let (questionnaire, profile) = if let Some(file) = &args.file {
        let profile = context.load(file)?.profile;
        (questionnaires::restored(&profile.questionnaire), Some(profile))
    } else {
        let questionnaire = context.questionnaire(args.questions.as_deref())?;
        let profile = newest_of(context, args, &questionnaire)?;
        (questionnaire, profile)
    };
    let Some(element) = questionnaire.element(named) else {
        let known: Vec<&str> = questionnaire
            .elements
            .iter()
            .map(|element| element.id.as_str())
            .collect();
        let (named, known) = (visible(named).into_owned(), visible(&known.join(", ")).into_owned());
        return Err(Fault::wrong_use(|lang| lang.unknown_elements(&named, &known)));
    };
    let full_id = |question: &str| format!("{}.{question}", element.id);
    let mut ids: Vec<String> = element.questions.iter().map(|question| full_id(&question.id)).collect();
    if let Some(order) = profile.as_ref().map(order) {
        // A question that the profile doesn't have comes last.
        ids.sort_by_key(|id| order.iter().position(|known| known == id).unwrap_or(order.len()));
    }
    Ok((questionnaire, ids))
}

/// The newest profile of the folder with this questionnaire: of the named team, or of the only one. None is needed.
fn newest_of(context: &Context, args: &CardArgs, questionnaire: &Questionnaire) -> Result<Option<Profile>, Fault> {
    let dir = context.dir(&args.team);
    let mut folder = context.folder(dir)?;
    if args.team.team.is_some() {
        folder = folder.team(dir, args.team.team.as_deref())?;
    }
    let mut profiles = folder.profiles;
    profiles.retain(|stored| stored.profile.questionnaire.id == questionnaire.id);
    let of_one_team = teams(&profiles).len() == 1;
    Ok(profiles.pop().filter(|_| of_one_team).map(|stored| stored.profile))
}
