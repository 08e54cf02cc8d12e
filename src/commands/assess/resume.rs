//! Going on with a draft: which one, whether the flags agree with it, and what it doesn't carry itself.

use std::path::PathBuf;

use super::{args::AssessArgs, elements::Chosen, told};
use crate::{
    commands::{Context, load_questionnaire},
    content::questionnaires,
    fault::{Fault, shown_path},
    lang::Lang,
    profile::{self, Profile, Whose, same_team, team_key},
    store::{Disk, DraftFile, Folder, Head, Heads, earlier, not_all_read, read_to_rewrite, teams_and_groups},
    text::visible,
};

/// The drafts of the questionnaire that was named, if one was, oldest first.
pub(super) fn drafts_of(mut drafts: Vec<Head>, args: &AssessArgs) -> Result<Vec<Head>, Fault> {
    if let Some(named) = &args.questions {
        let id = load_questionnaire(named, Lang::Nl)?.id;
        drafts.retain(|draft| draft.questionnaire == id);
    }
    Ok(drafts)
}

/// The newest of the drafts that were found, of the only team that has one or of the named one. A flag picks among the drafts of
/// the folder; one that fits none of them contradicts what is there.
pub(super) fn draft_to_resume(
    context: &Context,
    args: &AssessArgs,
    found: Folder,
    heads: &Heads,
) -> Result<Head, Fault> {
    if found.drafts.is_empty() {
        let team = args.team.folder.team.as_deref();
        let is_others = |team| heads.drafts.iter().any(|draft| !same_team(&draft.team, team));
        refuse_if(team.is_some_and(is_others), "--team")?;
        if found.has_unread {
            return Err(not_all_read(context.dir(&args.team)));
        }
        return Err(Fault::failed(Lang::no_draft));
    }
    let mut drafts = drafts_of(found.drafts, args)?;
    if drafts.is_empty() {
        return Err(asks_something_else("--questions"));
    }
    // Going on mixes nothing: without a draft of the whole team that of its only group will do.
    let group = args.team.of.group.as_deref().map(team_key);
    if group.is_some() || drafts.iter().any(|draft| draft.group.is_none()) {
        drafts.retain(|draft| draft.is_of_group(group.as_deref()));
        if drafts.is_empty() {
            return Err(Fault::wrong_use(Lang::draft_of_other_group));
        }
    }
    if let Some(date) = &args.date {
        drafts.retain(|draft| date.is(draft.date));
        refuse_if(drafts.is_empty(), "--date")?;
    }
    let whose = teams_and_groups(&drafts);
    if whose.len() > 1 {
        let names: Vec<String> = whose.iter().map(Whose::to_string).collect();
        let list = visible(&names.join(", ")).into_owned();
        return Err(Fault::wrong_use(|lang| lang.drafts_of_several_teams(&list)));
    }
    let several = drafts.len() > 1;
    let draft = drafts.pop().expect("every flag fits one of them");
    if several {
        context.tell(&context.lang.several_drafts(&shown_path(&draft.path)));
    }
    Ok(draft)
}

/// Locks a draft and reads it again: another program may have worked on it until a moment ago. Beside it come its team's profiles.
pub(super) fn reopen(
    args: &AssessArgs,
    heads: &Heads,
    path: PathBuf,
) -> Result<(DraftFile, Profile, Vec<Head>), Fault> {
    let draft = DraftFile::open(&Disk, path)?;
    let text = read_to_rewrite(draft.path())?;
    let mut profile = profile::read(&shown_path(draft.path()), &text)
        .map_err(Fault::in_file)?
        .profile;
    let own = told(heads.of_team(&profile.team)).profiles;
    refuse_contradiction(args, &own, &profile)?;
    restore_from_source(args, &mut profile)?;
    Ok((draft, profile, own))
}

/// A resumed draft keeps its settings; a flag that says something else is wrong use.
fn refuse_contradiction(args: &AssessArgs, profiles: &[Head], draft: &Profile) -> Result<(), Fault> {
    if !draft.is_draft() {
        return Ok(());
    }
    let is_other = |participants| participants != draft.participants;
    refuse_if(args.date.as_ref().is_some_and(|date| !date.is(draft.date)), "--date")?;
    refuse_if(args.participants.is_some_and(is_other), "--participants")?;
    refuse_if(args.mode.is_some_and(|mode| mode != draft.mode), "--mode")?;
    refuse_if(
        args.functions.is_some() && args.functions != draft.functions,
        "--functions",
    )?;
    let earlier = earlier(profiles, &draft.whose(), draft.date);
    let chosen = Chosen::new(&args.elements, &draft.questionnaire)?.ids(&draft.questionnaire, earlier)?;
    let mut asked = draft.clone();
    asked.ask_only(&chosen);
    if !chosen.is_empty() && asked.asked_only != draft.asked_only {
        return Err(asks_something_else("--elements"));
    }
    Ok(())
}

/// Refuses a flag that contradicts a setting of the draft.
fn refuse_if(contradicts: bool, flag: &'static str) -> Result<(), Fault> {
    if contradicts {
        return Err(Fault::wrong_use(|lang| lang.contradicts_draft(flag)));
    }
    Ok(())
}

/// A flag that would ask something else than the draft does: that no meeting can change.
fn asks_something_else(flag: &'static str) -> Fault {
    Fault::wrong_use(|lang| lang.asks_something_else(flag))
}

/// A draft carries its questions, but neither the suggestions nor what hard words mean: those come from the questionnaire, if it
/// is still the same. One that was named has to be: the team answered the questions of the draft.
pub(super) fn restore_from_source(args: &AssessArgs, draft: &mut Profile) -> Result<(), Fault> {
    let own = &mut draft.questionnaire;
    let source = match &args.questions {
        Some(named) => {
            let source = load_questionnaire(named, own.lang)?;
            if source.clone().as_kept() != own.clone().as_kept() {
                return Err(asks_something_else("--questions"));
            }
            Some(source)
        }
        None => questionnaires::questionnaire(&own.id, own.lang),
    };
    if let Some(source) = source {
        own.restore_from(&source);
    }
    Ok(())
}
