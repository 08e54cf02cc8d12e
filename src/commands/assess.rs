//! `ips assess`: walks a team through the questions and saves the profile.

mod args;
mod elements;
mod interrupt;
mod keep;
mod resume;
mod setup;

use std::{
    io,
    path::{Path, PathBuf},
};

pub use self::args::AssessArgs;
use self::{
    elements::Chosen,
    resume::{draft_to_resume, drafts_of, reopen},
    setup::{Meeting, Setup},
};
use super::Context;
use crate::{
    agreement::Agreement,
    agreements,
    answers::{self, Answers, Counting},
    content::{Material, questionnaires},
    fault::{Exit, Fault, shown_path},
    interview::{self, Ended},
    lang::Lang,
    profile::{Profile, State},
    prompt::{LineReader, Lines, PipedLines, Prompter, Screen, TerminalLines, is_stopping, terminal_size},
    questionnaire::Questionnaire,
    render::terminal,
    report::Report,
    scoring::WEAKEST,
    session::Session,
    store::{Disk, DraftFile, Saver, Stored, earlier, read_text, save_complete, teams},
    tally::Mode,
};

pub fn run(context: &Context, args: &AssessArgs) -> Result<(), Fault> {
    interrupt::install(context.lang)?;
    if let Some(answers) = &args.answers {
        return from_answers(context, args, answers);
    }
    if !(args.plain || context.plain) {
        if !context.can_ask {
            return Err(Fault::wrong_use(Lang::no_terminal));
        }
        let mut screen = Screen::new(context.lang);
        let (draft, profile) = prepare(context, args, &mut setup(context, &mut screen, true), true)?;
        return ask(context, draft, profile, true, screen);
    }
    if context.can_ask {
        return plain(context, args, TerminalLines::default());
    }
    plain(context, args, PipedLines(io::stdin().lock()))
}

fn plain(context: &Context, args: &AssessArgs, reader: impl LineReader) -> Result<(), Fault> {
    let mut lines = Lines::new(reader, io::stderr(), context.lang, context.error_columns);
    let (draft, profile) = prepare(context, args, &mut setup(context, &mut lines, false), args.review)?;
    ask(context, draft, profile, false, lines)
}

fn setup<'p, P: Prompter>(context: &Context, prompter: &'p mut P, offers: bool) -> Setup<'p, P> {
    Setup {
        prompter,
        lang: context.lang,
        offers,
    }
}

/// Finds the draft to go on with, or makes a new one. The folder is known to be writable afterwards.
fn prepare<P: Prompter>(
    context: &Context,
    args: &AssessArgs,
    setup: &mut Setup<'_, P>,
    looks_back: bool,
) -> Result<(DraftFile, Profile), Fault> {
    let dir = context.dir(&args.team);
    let folder = context.folder(dir)?;
    let looking_back = |mut profile: Profile| {
        // A draft that was begun without looking back has none yet.
        if looks_back && profile.carried_over().is_empty() {
            let carried_over = carried_over(&folder.profiles, &profile);
            profile.agreements.splice(0..0, carried_over);
        }
        profile
    };
    let reopened = |path| reopen(args, &folder.profiles, path).map(|(draft, profile)| (draft, looking_back(profile)));
    if args.resume {
        let draft = draft_to_resume(context, args, folder.drafts)?;
        return reopened(draft.path);
    }
    let questionnaire = context.questionnaire(args.questions.as_deref())?;
    let mode = decided_mode(args, &questionnaire)?;
    let chosen = Chosen::new(&args.elements, &questionnaire)?;
    let team = match &args.team.team {
        Some(team) => team.clone(),
        None => setup.team(&teams(folder.profiles.iter().chain(&folder.drafts)))?,
    };
    if !args.new {
        let draft = drafts_of(folder.drafts, Some(&team), args)?.pop();
        if let Some(Stored { path, profile }) = draft
            && setup.resumes(&profile)?
        {
            return reopened(path);
        }
    }
    let date = args.date.unwrap_or_else(|| *context.today);
    let asked = chosen.ids(&questionnaire, earlier(&folder.profiles, &team, date))?;
    let meeting = Meeting {
        team,
        participants: match args.participants {
            Some(participants) => participants,
            None => setup.participants()?,
        },
        mode: match mode {
            Some(mode) => mode,
            None => setup.mode()?,
        },
    };
    let mut profile = new_profile(context, args, meeting, questionnaire, State::draft());
    if !asked.is_empty() {
        profile.ask_only(&asked);
    }
    let profile = looking_back(profile);
    let draft = DraftFile::create(&Disk, dir, &profile)?;
    Ok((draft, profile))
}

/// How the team answers, as far as that needs no question: a flag says it, an answer file is of all together, and what each
/// member is asked about themselves they answer each on their own.
fn decided_mode(args: &AssessArgs, questionnaire: &Questionnaire) -> Result<Option<Mode>, Fault> {
    match args.mode.or(args.answers.as_ref().map(|_| Mode::Joint)) {
        Some(Mode::Joint) if questionnaire.personal => Err(Fault::wrong_use(Lang::not_together)),
        None if questionnaire.personal => Ok(Some(Mode::Tally)),
        mode => Ok(mode),
    }
}

fn new_profile(
    context: &Context,
    args: &AssessArgs,
    meeting: Meeting,
    questionnaire: Questionnaire,
    state: State,
) -> Profile {
    Profile {
        team: meeting.team,
        date: args.date.unwrap_or_else(|| *context.today),
        mode: meeting.mode,
        participants: meeting.participants,
        functions: args.functions.clone(),
        responses: Profile::no_responses(&questionnaire),
        questionnaire,
        asked_only: None,
        agreements: Vec::new(),
        state,
    }
}

/// The agreements of a team that were open when it met, from its earlier meetings, whatever they asked about.
fn carried_over(profiles: &[Stored], meeting: &Profile) -> Vec<Agreement> {
    let earlier = earlier(profiles, &meeting.team, meeting.date);
    agreements::carried_over(&agreements::of(earlier), &meeting.questionnaire)
}

/// Runs the interview and shows what it led to.
fn ask(
    context: &Context,
    mut draft: DraftFile,
    profile: Profile,
    discusses: bool,
    mut prompter: impl Prompter,
) -> Result<(), Fault> {
    interrupt::draft_is(&draft);
    let mut session = Session::new(profile, discusses);
    let ended = interview::run(&mut session, &mut prompter, &mut draft);
    // The terminal is given back before anything is said.
    drop(prompter);
    let ended = ended?;
    let stopped = interrupt::stopped(&draft);
    if let Ended::Complete(path) = &ended {
        interrupt::profile_is(path);
    }
    drop(draft);
    match ended {
        Ended::Stopped => {
            interrupt::ends_here();
            Err(Fault::new(Exit::Interrupted, |lang| stopped.text(lang).to_owned()))
        }
        Ended::Complete(path) => show(context, session.profile(), &path),
    }
}

fn show(context: &Context, profile: &Profile, path: &Path) -> Result<(), Fault> {
    let material = Material::to_ask(&profile.questionnaire, context.lang);
    let report = Report::new(profile, &profile.scores(WEAKEST), context.lang).with_material(&material);
    let saved = context.lang.saved_as(&shown_path(path));
    // The window may have another size than when the evening began.
    let now = terminal_size().filter(|_| context.columns.is_some());
    let mut look = context.look();
    look.columns = now.map_or(look.columns, |(columns, _)| columns);
    context.print(format!("{}\n {saved}\n", terminal::profile(&report, look)))?;
    if context.columns.is_some() {
        context.tell(&format!(" {}", context.lang.next_step_first()));
    }
    Ok(())
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
    let meeting = meeting_of_answers(context, args, mode.unwrap_or(Mode::Joint))?;
    let counting = Counting {
        mode: meeting.mode,
        participants: meeting.participants,
    };
    let answers = answers::read(&name, &text, &questionnaire, counting).map_err(Fault::in_file)?;
    let mut profile = new_profile(context, args, meeting, questionnaire, State::Complete);
    if args.review {
        profile = looked_back(context, args, profile)?;
    }
    take_answers(context, &mut profile, answers);
    let saved = save_complete(&Saver::default(), context.dir(&args.team), &profile)?;
    interrupt::profile_is(&saved);
    show(context, &profile, &saved)
}

/// Looks back at the open agreements, line by line; what the lines leave out stays open.
fn looked_back(context: &Context, args: &AssessArgs, profile: Profile) -> Result<Profile, Fault> {
    if context.can_ask {
        return looked_back_by(context, args, profile, TerminalLines::default());
    }
    looked_back_by(context, args, profile, PipedLines(io::stdin().lock()))
}

fn looked_back_by(
    context: &Context,
    args: &AssessArgs,
    mut profile: Profile,
    reader: impl LineReader,
) -> Result<Profile, Fault> {
    let folder = context.folder(context.dir(&args.team))?;
    profile.agreements = carried_over(&folder.profiles, &profile);
    profile.state = State::draft();
    let mut session = Session::new(profile, false);
    let mut lines = Lines::new(reader, io::stderr(), context.lang, context.error_columns);
    interview::follow_up(&mut session, &mut lines)?;
    if is_stopping() {
        return Err(interrupt::ended_by_signal());
    }
    Ok(Profile {
        state: State::Complete,
        ..session.profile().clone()
    })
}

fn meeting_of_answers(context: &Context, args: &AssessArgs, mode: Mode) -> Result<Meeting, Fault> {
    let missing = |flag: &'static str| Fault::wrong_use(move |lang| lang.missing_flag(flag));
    let mut screen = Screen::new(context.lang);
    let mut setup = setup(context, &mut screen, true);
    let may_ask = context.can_ask && !context.plain && !args.plain;
    Ok(Meeting {
        team: match &args.team.team {
            Some(team) => team.clone(),
            None if may_ask => setup.team(&teams(&context.folder(context.dir(&args.team))?.profiles))?,
            None => return Err(missing("--team")),
        },
        participants: match args.participants {
            Some(participants) => participants,
            None if may_ask => setup.participants()?,
            None => return Err(missing("--participants")),
        },
        mode,
    })
}

/// Puts the answers in a profile and tells which questions have none.
fn take_answers(context: &Context, profile: &mut Profile, answers: Answers) {
    for (at, response) in answers {
        *profile.response_mut(at) = response;
    }
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
