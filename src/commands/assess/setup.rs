//! What the flags left open is asked before the first question: on a terminal with menus, else line by line.

use std::{fmt, io::Write};

use dialoguer::{Input, Select, theme::Theme};

use crate::{
    cli::TEAM_CHARS,
    messages::Lang,
    problem::{Fault, io_reason},
    profile::Profile,
    prompt::{LineReader, Lines, restore_terminal},
    tally::{MAX_PARTICIPANTS, Mode},
    text::visible,
};

/// Who meets, and how they answer.
#[derive(Debug)]
pub struct Meeting {
    /// The team's name.
    pub team: String,
    /// How many take part.
    pub participants: u32,
    /// How they answer.
    pub mode: Mode,
}

/// Asks for what is missing.
pub enum Asker<'l, R, W> {
    /// On a terminal.
    Dialog(Lang),
    /// Line by line.
    Lines(&'l mut Lines<R, W>),
}

impl<R: LineReader, W: Write> Asker<'_, R, W> {
    /// The team's name; on a terminal one of the known ones can be chosen.
    pub fn team(&mut self, known: &[&str]) -> Result<String, Fault> {
        if let Asker::Dialog(lang) = *self
            && !known.is_empty()
        {
            let mut items: Vec<String> = known.iter().map(|team| visible(team).into_owned()).collect();
            items.push(lang.another_team());
            let chosen = select(&lang.ask_which_team(), &items)?;
            if let Some(team) = known.get(chosen) {
                return Ok((*team).to_owned());
            }
        }
        self.text(Lang::ask_team, "--team", |lang, typed| match typed.trim() {
            "" => Err(lang.blank_team()),
            team if team.chars().count() > TEAM_CHARS => Err(lang.team_too_long(TEAM_CHARS)),
            team => Ok(team.to_owned()),
        })
    }

    /// How many take part.
    pub fn participants(&mut self) -> Result<u32, Fault> {
        self.text(Lang::ask_participants, "--participants", |lang, typed| {
            let count = typed
                .trim()
                .parse()
                .ok()
                .filter(|count| (1..=MAX_PARTICIPANTS).contains(count));
            count.ok_or_else(|| lang.bad_participants(MAX_PARTICIPANTS))
        })
    }

    /// How the team answers.
    pub fn mode(&mut self) -> Result<Mode, Fault> {
        match self {
            Asker::Dialog(lang) => {
                let chosen = select(
                    &lang.ask_mode_menu(),
                    &[lang.mode_joint_choice(), lang.mode_tally_choice()],
                )?;
                Ok(if chosen == 0 { Mode::Joint } else { Mode::Tally })
            }
            Asker::Lines(lines) => {
                let lang = lines.lang();
                lines.say(&format!("1 {}", lang.mode_joint_choice()))?;
                lines.say(&format!("2 {}", lang.mode_tally_choice()))?;
                self.text(Lang::ask_mode, "--mode", |lang, typed| {
                    match typed.trim().to_lowercase().as_str() {
                        "1" | "joint" => Ok(Mode::Joint),
                        "2" | "tally" => Ok(Mode::Tally),
                        _ => Err(lang.mode_help()),
                    }
                })
            }
        }
    }

    /// Whether to go on with a draft. Lines can't ask that: what follows in a pipe was meant for something else.
    pub fn resumes(&mut self, lang: Lang, draft: &Profile) -> Result<bool, Fault> {
        let team = visible(&draft.team).into_owned();
        match self {
            Asker::Lines(_) => Err(Fault::failed(|lang| lang.draft_exists(&team))),
            Asker::Dialog(_) => {
                let question = lang.ask_resume(&team, &lang.date(draft.date), draft.given(), draft.questionnaire.len());
                Ok(select(&question, &[lang.resume_yes(), lang.resume_no()])? == 0)
            }
        }
    }

    /// Asks until the answer can be read.
    fn text<T>(
        &mut self,
        question: impl Fn(Lang) -> String,
        flag: &'static str,
        read: impl Fn(Lang, &str) -> Result<T, String>,
    ) -> Result<T, Fault> {
        match self {
            Asker::Dialog(lang) => {
                let lang = *lang;
                let typed: String = Input::with_theme(&Plain)
                    .with_prompt(question(lang))
                    .validate_with(|typed: &String| read(lang, typed).map(drop))
                    .interact_text()
                    .map_err(cannot_ask)?;
                read(lang, &typed).map_err(|sentence| Fault::failed(|_| sentence.clone()))
            }
            Asker::Lines(lines) => {
                let lang = lines.lang();
                loop {
                    let Some(typed) = lines.ask(&question(lang))? else {
                        return Err(Fault::wrong_use(|lang| lang.missing_flag(flag)));
                    };
                    match read(lang, &typed) {
                        Ok(value) => return Ok(value),
                        Err(sentence) => lines.say(&sentence)?,
                    }
                }
            }
        }
    }
}

fn select(question: &str, items: &[String]) -> Result<usize, Fault> {
    Select::with_theme(&Plain)
        .with_prompt(question)
        .items(items)
        .default(0)
        .interact()
        .map_err(cannot_ask)
}

/// Prompts that end as the question does, without a colon behind its question mark.
struct Plain;

impl Theme for Plain {
    fn format_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        write!(f, " {prompt}")
    }

    fn format_input_prompt(&self, f: &mut dyn fmt::Write, prompt: &str, _default: Option<&str>) -> fmt::Result {
        write!(f, " {prompt} ")
    }

    fn format_input_prompt_selection(&self, f: &mut dyn fmt::Write, prompt: &str, chosen: &str) -> fmt::Result {
        write!(f, " {prompt} {chosen}")
    }

    fn format_select_prompt_selection(&self, f: &mut dyn fmt::Write, prompt: &str, chosen: &str) -> fmt::Result {
        write!(f, " {prompt} {chosen}")
    }

    fn format_select_prompt_item(&self, f: &mut dyn fmt::Write, text: &str, active: bool) -> fmt::Result {
        write!(f, " {} {text}", if active { "▸" } else { " " })
    }

    fn format_error(&self, f: &mut dyn fmt::Write, error: &str) -> fmt::Result {
        write!(f, " {error}")
    }
}

fn cannot_ask(error: dialoguer::Error) -> Fault {
    let dialoguer::Error::IO(error) = error;
    // A menu hides the cursor, and leaves it hidden when it is interrupted; the signal's own handler may come too late.
    restore_terminal();
    if error.kind() == std::io::ErrorKind::Interrupted {
        return Fault::new(crate::problem::Exit::Interrupted, Lang::stopped_before_start);
    }
    let reason = io_reason(&error);
    Fault::failed(|lang| lang.terminal_unusable(reason.text(lang)))
}
