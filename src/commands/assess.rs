//! `ips assess`: walks a team through the questions and saves the profile.

mod args;
mod elements;
mod interrupt;
mod keep;
mod reopen;
mod resume;
mod setup;

use std::{
    io,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;

pub use self::args::AssessArgs;
use self::{
    elements::Chosen,
    resume::{draft_to_resume, drafts_of, reopen},
    setup::{Begins, Given, Known, Meeting, Setup},
};
use super::{Context, ending, replacing};
use crate::{
    answers,
    content::questionnaires,
    fault::{Exit, Fault, shown_path},
    interview::{self, Ended},
    lang::Lang,
    profile::{Profile, State},
    prompt::{LineReader, Lines, PipedLines, Prompter, TerminalLines, better_together_than_now, is_stopping},
    questionnaire::Questionnaire,
    rounds,
    session::{Pace, Past, Session},
    store::{
        Disk, DraftFile, FileSystem as _, Folder, Head, Heads, Kept, Saver, Stored, earlier, load, load_all, read_text,
        refuse_mixed, save_complete, teams,
    },
    tally::Mode,
};

pub fn run(context: &Context, args: &AssessArgs) -> Result<(), Fault> {
    interrupt::install(context.lang)?;
    if let Some(answers) = &args.answers {
        return from_answers(context, args, answers);
    }
    if !context.plain {
        if !context.can_ask {
            return Err(Fault::wrong_use(Lang::no_terminal));
        }
        let mut screen = context.screen();
        let meeting = prepare(context, args, &mut screen, Pace::Pages)?;
        return ask(context, args, meeting, screen);
    }
    if context.can_ask {
        return plain(context, args, TerminalLines::new(context.pastes));
    }
    plain(context, args, PipedLines(io::stdin().lock()))
}

fn plain(context: &Context, args: &AssessArgs, reader: impl LineReader) -> Result<(), Fault> {
    let mut lines = Lines::new(reader, io::stderr(), context.lang, context.error_columns);
    let meeting = prepare(context, args, &mut lines, Pace::Lines)?;
    ask(context, args, meeting, lines)
}

fn setup<'p, P: Prompter>(context: &Context, prompter: &'p mut P, pace: Pace) -> Setup<'p, P> {
    Setup {
        prompter,
        lang: context.lang,
        offers: pace == Pace::Pages,
        asked: 0,
    }
}

/// Opens the profile to correct, finds the draft to go on with, or makes a new one: then the folder is known to be writable.
fn prepare<P: Prompter>(
    context: &Context,
    args: &AssessArgs,
    prompter: &mut P,
    pace: Pace,
) -> Result<(Session, Kept), Fault> {
    if let Some(file) = &args.reopen {
        return reopen::profile(context, args, file.as_deref(), pace);
    }
    let dir = context.dir(&args.team);
    let heads = Heads::read(dir)?;
    let looks_back = pace == Pace::Pages || args.review;
    // On a terminal the team is asked.
    let may_replace = args.replace || context.can_ask;
    let begin = |mut draft: DraftFile, profile: Profile, own: &[Head], heads: Heads| {
        replacing::replaced(own, &profile, may_replace)?;
        let begun = profile.clone();
        // It reads them again: while the folder was read and the set-up was asked, another program may have changed them.
        let past = past(heads, looks_back).replacing(args.replace);
        let session = Session::new(profile, past, pace);
        if *session.profile() != begun {
            // From here on another program sees which agreements the team looks back at.
            draft.save(session.profile())?;
        }
        Ok((session, Kept::Draft(draft)))
    };
    // Of another team than the one that was named nothing is told.
    let found = context.told_of(match &args.team.folder.team {
        Some(team) => heads.of_team(team),
        None => heads.whole(|head| head.is_draft),
    });
    if args.resume {
        let draft = draft_to_resume(context, args, found, &heads)?;
        let (draft, profile, own) = reopen(args, &heads, draft.path)?;
        return begin(draft, profile, &own, heads);
    }
    let questionnaire = context.questionnaire(args.questions.as_deref())?;
    let chosen = Chosen::new(&args.elements, &questionnaire)?;
    let given = Given {
        team: args.team.folder.team.clone(),
        group: args.team.of.group.clone(),
        participants: args.participants,
        mode: decided_mode(args, &questionnaire)?,
        new: args.new,
    };
    let resumable = drafts_of(found.drafts, args)?;
    let known = Known {
        profiles: &heads.profiles,
        drafts: &resumable,
        teams: heads.teams(),
    };
    let date = context.day_of_meeting(args.date.as_ref())?;
    let meeting = match setup(context, prompter, pace).begins(&given, &known)? {
        Begins::Meeting(meeting) => meeting,
        Begins::Draft(stored) => {
            let (draft, profile, own) = reopen(args, &heads, stored.path.clone())?;
            return begin(draft, profile, &own, heads);
        }
    };
    let mut profile = new_profile(args, date, meeting, questionnaire, State::draft());
    let Folder {
        profiles: own, drafts, ..
    } = told(heads.of_team(&profile.team));
    // Once both have answers one of them couldn't be saved.
    refuse_mixed(&drafts, &profile)?;
    let asked = chosen.ids(&profile.questionnaire, earlier(&own, &profile.whose(), profile.date))?;
    if !asked.is_empty() {
        profile.ask_only(&asked);
    }
    replacing::replaced(&own, &profile, may_replace)?;
    let draft = DraftFile::create(&Disk, dir, &profile)?;
    begin(draft, profile, &own, heads)
}

/// Has what is wrong with files in a folder told, what of them was told already not again.
fn told(folder: Folder) -> Folder {
    for remark in &folder.remarks {
        Disk.tell_once(remark.clone());
    }
    folder
}

/// What a folder says about earlier meetings.
fn past(heads: Heads, looks_back: bool) -> Past {
    Past::new(looks_back, move |team| loaded(&told(heads.of_team(team)).profiles))
}

/// These profiles. One that broke or went away since is told and passed over, as when the folder is read.
fn loaded(heads: &[Head]) -> Vec<Profile> {
    let loaded = heads.iter().map(Head::load);
    let loaded = loaded.filter_map(|stored| stored.map_err(|fault| Disk.tell_once(fault)).ok());
    loaded.map(|stored| stored.profile).collect()
}

/// How the team answers, as far as that needs no question: a flag says it, an answer file is of all together, and what each
/// member is asked about themselves they answer each on their own.
fn decided_mode(args: &AssessArgs, questionnaire: &Questionnaire) -> Result<Option<Mode>, Fault> {
    match args.mode.or(args.answers.as_ref().map(|_| Mode::Joint)) {
        Some(Mode::Joint | Mode::Tally) if questionnaire.personal => Err(Fault::wrong_use(Lang::not_together)),
        None if questionnaire.personal => Ok(Some(Mode::Ballots)),
        mode => Ok(mode),
    }
}

fn new_profile(
    args: &AssessArgs,
    date: NaiveDate,
    meeting: Meeting,
    questionnaire: Questionnaire,
    state: State,
) -> Profile {
    Profile {
        team: meeting.team,
        group: args.team.of.group.clone(),
        date,
        corrected: None,
        asked_only: None,
        mode: meeting.mode,
        participants: meeting.participants,
        shared: false,
        functions: args.functions.clone(),
        responses: Profile::no_responses(&questionnaire),
        questionnaire,
        agreements: Vec::new(),
        state,
    }
}

/// Runs the interview and says what comes next.
fn ask(
    context: &Context,
    args: &AssessArgs,
    (mut session, mut kept): (Session, Kept),
    mut prompter: impl Prompter,
) -> Result<(), Fault> {
    context.tell_remarks();
    interrupt::kept_in(&kept);
    let opened = session.profile().clone();
    let ended = interview::run(&mut session, &mut prompter, &mut kept);
    // The terminal is given back before anything is said.
    drop(prompter);
    let ended = ended?;
    if let Kept::Draft(draft) = &kept
        && ended == Ended::Stopped
    {
        let stopped = interrupt::stopped(draft);
        drop(kept);
        interrupt::ends_here();
        return Err(Fault::new(Exit::Interrupted, |lang| {
            let but = (session.sheets() > 0).then(|| lang.sheets_are_typed_again());
            let said = std::iter::once(stopped.text(lang).to_owned()).chain(but);
            said.collect::<Vec<_>>().join("\n")
        }));
    }
    let path = kept.path().to_owned();
    interrupt::profile_was(&path);
    drop(kept);
    let profile = session.profile();
    if args.reopen.is_some() && *profile == opened {
        let file = shown_path(&path);
        context.tell(&format!(" {}", context.lang.nothing_changed(&file)));
        return Ok(());
    }
    ending::show(context, &args.team, profile, &path, context.columns.is_none())
}

/// Takes the answers from a file: nothing is asked but what the flags left open, and that only on a terminal.
fn from_answers(context: &Context, args: &AssessArgs, path: &Path) -> Result<(), Fault> {
    let name = shown_path(path);
    let text = read_text(path)?;
    let named = match &args.questions {
        Some(named) => Some(named.clone()),
        None => answers::questionnaire_of(&name, &text)
            .filter(|id| questionnaires::text(id).is_some())
            .map(PathBuf::from),
    };
    let questionnaire = context.questionnaire(named.as_deref())?;
    let mode = decided_mode(args, &questionnaire)?;
    let date = context.day_of_meeting(args.date.as_ref())?;
    let meeting = meeting_of_answers(context, args, mode.unwrap_or(Mode::Joint))?;
    if meeting.mode.counts() && meeting.participants > 1 {
        return Err(Fault::wrong_use(Lang::answers_are_of_one));
    }
    let answers = answers::read(&name, &text, &questionnaire).map_err(Fault::in_file)?;
    let mut profile = new_profile(args, date, meeting, questionnaire, State::Complete);
    for (at, response) in answers {
        *profile.response_mut(at) = response;
    }
    let heads = Heads::read(context.dir(&args.team))?;
    let own = context.told_of(heads.of_team(&profile.team)).profiles;
    let replaced = replacing::replaced(&own, &profile, args.replace)?;
    if args.review {
        profile = looked_back(context, profile, heads)?;
    }
    tell_answers(context, &profile);
    for round in &replaced {
        // What is left of it stays in its file.
        let _ = rounds::replace(round, &mut profile);
    }
    if let Some(advice) = better_together_than_now(context.lang, &profile) {
        context.tell(&advice);
    }
    let saved = save_complete(&Saver::default(), context.dir(&args.team), &profile, &replaced)?;
    interrupt::profile_was(&saved);
    ending::show(context, &args.team, &profile, &saved, true)
}

/// Looks back at the open agreements, line by line; what the lines leave out stays open.
fn looked_back(context: &Context, profile: Profile, heads: Heads) -> Result<Profile, Fault> {
    if context.can_ask {
        return looked_back_by(context, profile, heads, TerminalLines::new(context.pastes));
    }
    looked_back_by(context, profile, heads, PipedLines(io::stdin().lock()))
}

fn looked_back_by(
    context: &Context,
    mut profile: Profile,
    heads: Heads,
    reader: impl LineReader,
) -> Result<Profile, Fault> {
    profile.state = State::draft();
    let before = load_all(&heads.of(&profile.whose()).profiles)?;
    // Which rounds go was decided by the answers; here nobody gives another.
    let mut session = Session::new(profile, past(heads, true).replacing(true), Pace::Lines);
    let mut lines = Lines::new(reader, io::stderr(), context.lang, context.error_columns);
    interview::follow_up(&mut session, &mut lines)?;
    if is_stopping() {
        return Err(interrupt::ended_by_signal());
    }
    // There is no draft in which another program could have seen what the team looks back at.
    let stands = |stored: &Stored| load(&stored.path).is_ok_and(|(now, _)| now.profile == stored.profile);
    if let Some(changed) = before.iter().find(|stored| !stands(stored)) {
        let file = shown_path(&changed.path);
        return Err(Fault::failed(|lang| lang.changed_meanwhile(&file)));
    }
    Ok(Profile {
        state: State::Complete,
        ..session.profile().clone()
    })
}

fn meeting_of_answers(context: &Context, args: &AssessArgs, mode: Mode) -> Result<Meeting, Fault> {
    let missing = |flag: &'static str| Fault::wrong_use(move |lang| lang.missing_flag(flag));
    let mut screen = context.screen();
    let mut setup = setup(context, &mut screen, Pace::Pages);
    let may_ask = context.can_ask && !context.plain;
    Ok(Meeting {
        team: match &args.team.folder.team {
            Some(team) => team.clone(),
            None if may_ask => {
                let heads = Heads::read(context.dir(&args.team))?;
                let known = Known {
                    profiles: &heads.profiles,
                    drafts: &[],
                    teams: teams(&heads.profiles),
                };
                setup.team(&known)?.ok_or_else(|| missing("--team"))?
            }
            None => return Err(missing("--team")),
        },
        participants: match args.participants {
            Some(participants) => participants,
            None if may_ask => setup.participants(None)?.ok_or_else(|| missing("--participants"))?,
            None => return Err(missing("--participants")),
        },
        mode,
    })
}

/// Tells how many answers a file gave, and which questions have none.
fn tell_answers(context: &Context, profile: &Profile) {
    let total = profile.questionnaire.question_count();
    context.tell(&context.lang.answers_taken(profile.given(), total));
    let open: Vec<String> = profile
        .questionnaire
        .places()
        .filter(|&at| profile.response(at).tally.is_none())
        .map(|at| context.lang.not_given(&profile.questionnaire.full_id(at)))
        .collect();
    if !open.is_empty() {
        context.tell(&open.join("\n"));
    }
}
