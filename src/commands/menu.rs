//! `ips` alone on a terminal: what makes sense now in this folder, until nothing more is chosen.
//!
//! Each choice is a command like any other, run as a process of its own; this only asks.

mod agreeing;
mod choices;
mod merging;

use std::{
    io::{self, Write as _},
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
};

use chrono::NaiveDate;

use self::{
    agreeing::Agreeing,
    choices::{Choice, Next, choices, sections},
    merging::Merging,
};
use super::{Context, output::cannot_print};
use crate::{
    fault::{Exit, Fault, io_reason},
    lang::Lang,
    profile::{TEAM_CHARS, Whose, same_team},
    prompt::{
        Chosen, Inquired, Inquiry, Lines, Menu, Pager, Prompter as _, Reading, TerminalLines, on_signal, request_stop,
        restore_terminal,
    },
    questionnaire::Questionnaire,
    store::{Folder, Head, Heads},
    text::visible,
};

/// The variable of the environment by which a command knows that the menu started it.
pub const IN_MENU: &str = "IPS_IN_MENU";

/// Whether a command runs, which then minds Ctrl-C itself.
static RUNS: AtomicBool = AtomicBool::new(false);

/// Asks what to do and does it, until whoever sits there has done enough.
///
/// # Errors
/// When the terminal can't be used; silently at Ctrl-C.
pub fn run(context: &Context) -> Result<(), Fault> {
    // Where the system has no handlers a signal ends the program all the same.
    let _ = on_signal(|| {
        if !RUNS.load(Ordering::SeqCst) && !request_stop() {
            restore_terminal();
            let _ = writeln!(io::stderr());
            std::process::exit(i32::from(Exit::Interrupted.code()));
        }
    });
    let (mut whose, mut reads) = (None, false);
    let (mut agreeing, mut merging) = (Agreeing::default(), Merging::default());
    loop {
        let mut page = if reads {
            Page::of_guide(context.lang, whose.as_ref())
        } else {
            Page::of(context, whose.as_ref())
        };
        let next = match page.ask(context)? {
            Chosen::Number(index) => page.choices.swap_remove(index).next,
            Chosen::Left => return Ok(()),
            Chosen::Stopped => return Err(Fault::silent(Exit::Interrupted)),
        };
        match next {
            Next::Guide => reads = true,
            Next::NewTeam => {
                if let Some(team) = new_team(context)? {
                    run_command(context, &["assess".to_owned(), format!("--team={team}")])?;
                }
            }
            Next::Team(chosen) => {
                // What is typed of one team is never taken for another's.
                (agreeing, merging) = (Agreeing::default(), Merging::default());
                (whose, reads) = (chosen, false);
            }
            Next::Run(arguments) => {
                run_command(context, &arguments)?;
            }
            Next::Agree(of_team) => {
                let arguments = page.agreement(context, &mut agreeing)?;
                if let Some(arguments) = arguments
                    // What couldn't be saved is there to be mended.
                    && run_command(context, &[arguments, of_team].concat())?
                {
                    agreeing = Agreeing::default();
                }
            }
            Next::Merge(whose) => {
                let arguments = asking(context, |inquire| {
                    merging.ask(whose.as_ref(), &context.default_dir, context.lang, inquire)
                })?;
                if let Some(arguments) = arguments
                    && run_command(context, &arguments)?
                {
                    merging = Merging::default();
                }
            }
        }
    }
}

/// What the menu says now.
struct Page {
    heading: [String; 2],
    question: [String; 2],
    choices: Vec<Choice>,
    remark: Option<String>,
    /// What the newest profile asked.
    questionnaire: Option<Questionnaire>,
}

impl Page {
    /// Reads the folder anew: what was chosen before may have changed it. Of several teams or groups one has to be chosen first.
    fn of(context: &Context, chosen: Option<&Whose>) -> Page {
        let lang = context.lang;
        let today = context.today();
        let wrong_clock = today.as_ref().err().map(|fault| fault.text(lang));
        let today = today.ok();
        let heads = match Heads::read(&context.default_dir) {
            Ok(heads) => heads,
            // The window stays, and what needs no folder can be chosen.
            Err(fault) => {
                let mut page = Page::of_team(&Folder::default(), None, today, lang, Some(fault.text(lang)));
                page.heading[1] = lang.folder_not_read();
                return page;
            }
        };
        let known = heads.teams_and_groups();
        let chosen = chosen.filter(|chosen| known.iter().any(|known| known.key() == chosen.key()));
        let is_chosen = known.len() < 2 || chosen.is_some();
        let folder = heads.whole(|head| is_chosen && chosen.is_none_or(|chosen| head.is_of(chosen)));
        let remark = wrong_clock.or_else(|| folder.remarks.first().map(|remark| remark.text(lang)));
        if !is_chosen {
            return Page::of_teams(&known, lang, remark);
        }
        if known.len() < 2 {
            // The only team there is needn't be named, but its group has to be.
            let only = known.first().filter(|only| only.group.is_some());
            return Page::of_team(&folder, only, today, lang, remark);
        }
        let mut page = Page::of_team(&folder, chosen, today, lang, remark);
        let own = known
            .iter()
            .filter(|whose| chosen.is_some_and(|chosen| same_team(&whose.team, &chosen.team)));
        page.choices.extend(side_by_side(own, lang));
        page.choices.push(Choice {
            words: if has_groups(&known) {
                lang.choice_other_group()
            } else {
                lang.choice_other_team()
            },
            next: Next::Team(None),
        });
        page
    }

    fn of_guide(lang: Lang, whose: Option<&Whose>) -> Page {
        Page {
            heading: ["ips".to_owned(), lang.guide_in_parts()],
            question: [lang.menu_section(), lang.menu_section_plain()],
            choices: sections(whose, lang),
            remark: None,
            questionnaire: None,
        }
    }

    fn of_teams(known: &[Whose], lang: Lang, remark: Option<String>) -> Page {
        let team = |whose: &Whose| Choice {
            words: visible(&whose.to_string()).into_owned(),
            next: Next::Team(Some(whose.clone())),
        };
        let new = Choice {
            words: lang.choice_new_team(),
            next: Next::NewTeam,
        };
        let (several, question) = if has_groups(known) {
            (lang.several_groups_here(), [lang.menu_group(), lang.menu_group_plain()])
        } else {
            (lang.several_teams_here(), [lang.menu_team(), lang.menu_team_plain()])
        };
        Page {
            heading: ["ips".to_owned(), several],
            question,
            choices: known
                .iter()
                .map(team)
                .chain(side_by_side(known, lang))
                .chain([new])
                .collect(),
            remark,
            questionnaire: None,
        }
    }

    /// The choices of one of several teams or groups, or of the only one, or of none yet.
    fn of_team(
        folder: &Folder,
        named: Option<&Whose>,
        today: Option<NaiveDate>,
        lang: Lang,
        mut remark: Option<String>,
    ) -> Page {
        let (newest, draft) = (folder.profiles.last(), folder.drafts.last());
        let whose = newest
            .or(draft)
            .map(|head| visible(&head.whose().to_string()).into_owned());
        let last = match (newest, draft) {
            (Some(newest), _) => lang.last_meeting(&lang.date(newest.date)),
            (None, Some(_)) => lang.first_meeting_open(),
            (None, None) if !folder.has_unread => lang.nothing_here_yet(),
            (None, None) => lang.nothing_readable_here(),
        };
        // One that went away just now is told, and nothing is offered that needs it.
        let mut load = |head: Option<&Head>| {
            let loaded = head.map(Head::load).transpose();
            loaded.unwrap_or_else(|fault| {
                remark.get_or_insert(fault.text(lang));
                None
            })
        };
        let (newest, draft) = (load(newest), load(draft));
        let draft = draft.map(|stored| stored.profile);
        Page {
            heading: [whose.unwrap_or_else(|| "ips".to_owned()), last],
            question: [lang.menu_question(), lang.menu_question_plain()],
            choices: choices(&folder.profiles, draft.as_ref(), named, today, lang),
            remark,
            questionnaire: newest.map(|stored| stored.profile.questionnaire),
        }
    }

    /// Asks for one of the choices, on a page of its own or line by line.
    fn ask(&self, context: &Context) -> Result<Chosen, Fault> {
        let words: Vec<String> = self.choices.iter().map(|choice| choice.words.clone()).collect();
        let [question, question_plain] = &self.question;
        let menu = Menu {
            heading: self.heading.each_ref().map(String::as_str),
            question,
            choices: &words,
            remark: self.remark.as_deref(),
        };
        if !context.plain {
            return context.screen().menu(&menu);
        }
        let mut lines = lines(context);
        let head = [Some(self.heading.join(", ")), self.remark.clone()];
        let head: Vec<String> = head.into_iter().flatten().collect();
        context.tell(&format!("\n{}", head.join("\n")));
        let mut remark = None;
        loop {
            let inquiry = Inquiry {
                question: question_plain,
                choices: &words,
                remark: remark.as_deref(),
                typed: "",
                known: None,
                has_before: false,
            };
            match lines.inquire(&inquiry)? {
                Inquired::Typed(typed) => match menu.typed(&typed) {
                    Some(index) => return Ok(Chosen::Number(index)),
                    None => remark = Some(context.lang.menu_number(words.len())),
                },
                Inquired::Ended | Inquired::Back | Inquired::Left => return Ok(Chosen::Left),
                Inquired::Stopped => return Ok(Chosen::Stopped),
            }
        }
    }

    /// Asks for an agreement, and gives what adds it.
    fn agreement(&self, context: &Context, agreeing: &mut Agreeing) -> Result<Option<Vec<String>>, Fault> {
        let Some(questionnaire) = &self.questionnaire else {
            return Ok(None);
        };
        // The menu itself tells what is wrong with the clock.
        let Ok(today) = context.today() else {
            return Ok(None);
        };
        asking(context, |inquire| {
            agreeing.ask(questionnaire, today, context.lang, inquire)
        })
    }
}

/// Asks with what asks a line: on a page of its own, or line by line.
fn asking<T>(
    context: &Context,
    ask: impl FnOnce(&mut dyn FnMut(&Inquiry<'_>) -> Result<Inquired, Fault>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    if context.plain {
        let mut lines = lines(context);
        return ask(&mut |inquiry| lines.inquire(inquiry));
    }
    let mut screen = context.screen();
    ask(&mut |inquiry| screen.inquire(inquiry))
}

/// Asks what a team is called, and spells it as it is known here; nothing where it is broken off.
fn new_team(context: &Context) -> Result<Option<String>, Fault> {
    let question = context.lang.ask_team();
    let (mut typed, mut remark) = (String::new(), None);
    loop {
        let inquiry = Inquiry {
            question: &question,
            choices: &[],
            remark: remark.as_deref(),
            typed: &typed,
            known: None,
            has_before: false,
        };
        match asking(context, |inquire| inquire(&inquiry))? {
            Inquired::Typed(team) if !team.trim().is_empty() => team.trim().clone_into(&mut typed),
            _ => return Ok(None),
        }
        if typed.chars().count() > TEAM_CHARS {
            remark = Some(context.lang.team_too_long(TEAM_CHARS));
            continue;
        }
        // What can't be read is told by the meeting.
        let known = Heads::read(&context.default_dir).map(|heads| heads.teams_and_groups());
        let mut known = known.unwrap_or_default().into_iter();
        let known = known.find(|whose| same_team(&whose.team, &typed));
        return Ok(Some(known.map_or(typed, |whose| whose.team)));
    }
}

/// For each team with several groups to put them side by side.
fn side_by_side<'w>(known: impl IntoIterator<Item = &'w Whose>, lang: Lang) -> Vec<Choice> {
    let known: Vec<&Whose> = known.into_iter().collect();
    let teams = known.chunk_by(|one, other| same_team(&one.team, &other.team));
    let teams = teams.filter(|groups| groups.len() > 1);
    let choice = |team: &str| Choice {
        words: lang.choice_gap(&visible(team)),
        next: Next::Run(vec!["gap".to_owned(), format!("--team={team}"), "--open".to_owned()]),
    };
    teams.map(|groups| choice(&groups[0].team)).collect()
}

/// Whether some of these are groups.
fn has_groups(known: &[Whose]) -> bool {
    known.iter().any(|whose| whose.group.is_some())
}

fn lines(context: &Context) -> Lines<TerminalLines, io::Stderr> {
    Lines::new(
        TerminalLines::new(context.pastes),
        io::stderr(),
        context.lang,
        context.error_columns,
    )
}

/// Runs a command in the same folder and language, and waits until what it said is read; whether it did what
/// was asked.
fn run_command(context: &Context, arguments: &[String]) -> Result<bool, Fault> {
    RUNS.store(true, Ordering::SeqCst);
    let ended = std::env::current_exe().and_then(|program| {
        let mut command = Command::new(program);
        command.args(arguments);
        command
            .env("IPS_DIR", &context.default_dir)
            .env("IPS_LANG", context.lang.code())
            .env(IN_MENU, "1");
        command.status()
    });
    // One that was killed leaves the terminal as it had it.
    restore_terminal();
    RUNS.store(false, Ordering::SeqCst);
    if let Err(error) = &ended {
        let reason = io_reason(error);
        context.tell(&context.lang.cannot_start(reason.text(context.lang)));
    }
    let done = ended.is_ok_and(|status| status.success());
    if context.plain {
        return Ok(done);
    }
    context.tell("");
    match Pager::new(context.lang.keys_to_menu(), context.colour).wait() {
        Ok(Reading::Whole | Reading::Left) => Ok(done),
        Ok(Reading::Interrupted) => Err(Fault::silent(Exit::Interrupted)),
        Err(error) => Err(cannot_print(&error)),
    }
}
