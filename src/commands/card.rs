//! `ips card`: one question to open a conversation with.

use std::path::PathBuf;

use super::{
    Context,
    args::{LineArgs, ProfileArgs},
    flags::{About, Example, Explained, flags},
    named,
};
use crate::{
    content::questionnaires,
    fault::Fault,
    lang::Lang,
    profile::Profile,
    questionnaire::Questionnaire,
    render::terminal,
    report::card::{Card, order},
    store::{Asked, Heads, teams},
    text::visible,
};

flags! {
    pub struct CardArgs {
        ..profile: ProfileArgs,
        #[arg(long)]
        element: Option<String> {
            value: "ELEMENT" / "ELEMENT",
            nl: "Een vraag bij dit element, als culture of 2; zonder: bij het laagste",
            en: "A question on this element, as culture or 2; without: on the lowest",
        },
        #[arg(long, requires = "element", conflicts_with = "file")]
        questions: Option<PathBuf> {
            value: "ID|BESTAND" / "ID|FILE",
            nl: "De vragenlijst: een ingebouwde of een bestand",
            en: "The questionnaire: a built-in one or a file",
        },
        #[arg(long)]
        not: Vec<String> {
            value: "ID" / "ID",
            nl: "Niet deze vraag, als culture.trust; mag vaker",
            en: "Not this question, as culture.trust; can be given again",
        },
    }
}

impl Explained for CardArgs {
    const ABOUT: About = About {
        nl: "Laat één vraag zien om het gesprek te openen",
        en: "Show one question to open the conversation",
        examples: [
            Example {
                line: "ips card",
                nl: "Een vraag bij het laagste element van het nieuwste profiel",
                en: "A question on the lowest element of the newest profile",
            },
            Example {
                line: "ips card --element culture --not culture.trust",
                nl: "Een andere vraag dan deze, bij een element dat je kiest",
                en: "Another question than this one, on an element that you choose",
            },
        ],
    };
}

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
    let next = context.lang.another_question(&visible(id));
    context.show(&terminal::card(&card, context.look()), Some(&next))
}

/// The questions that a card can have, by their full ids in order, with their questionnaire.
fn candidates(context: &Context, args: &CardArgs) -> Result<(Questionnaire, Vec<String>), Fault> {
    let Some(typed) = args.element.as_deref() else {
        let (stored, _) = context.one_profile(&args.profile, &LineArgs { questions: None })?;
        let profile = stored.profile;
        return Ok((questionnaires::restored(&profile.questionnaire), order(&profile)));
    };
    let (questionnaire, profile) = if let Some(file) = &args.profile.file {
        let profile = context.load(file, &args.profile.team)?.profile;
        (questionnaires::restored(&profile.questionnaire), Some(profile))
    } else {
        let questionnaire = context.questionnaire(args.questions.as_deref())?;
        let profile = newest_of(context, args, &questionnaire)?;
        (questionnaire, profile)
    };
    let element = named::element(&questionnaire, typed)?;
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
    let team = &args.profile.team;
    let mut profiles = if team.folder.team.is_some() || team.of.group.is_some() {
        context.folder(team)?.profiles
    } else {
        let mut heads = Heads::read(context.dir(team))?;
        heads.profiles.retain(|head| head.questionnaire == questionnaire.id);
        context.told_of(heads.asked(Asked::default())).profiles
    };
    profiles.retain(|head| head.questionnaire == questionnaire.id);
    let of_one_team = teams(&profiles).len() == 1;
    let newest = profiles.pop().filter(|_| of_one_team);
    newest.map(|head| Ok(head.load()?.profile)).transpose()
}
