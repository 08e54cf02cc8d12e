//! What the flags left open is asked before the first question: on a terminal with menus, else line by line.

use std::{
    fmt,
    io::{ErrorKind, Write},
};

use dialoguer::{Input, theme::Theme};

use super::interrupt::ended_by_signal;
use crate::{
    commands::values::TEAM_CHARS,
    fault::{Fault, io_reason},
    lang::Lang,
    profile::{Profile, same_team},
    prompt::{LineReader, Lines, is_stopping, restore_terminal, terminal_size},
    render::terminal::DEFAULT_COLUMNS,
    tally::{MAX_PARTICIPANTS, Mode},
    text::{visible, wrap_hanging},
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
            let chosen = choose(&lang.ask_which_team(), &items, lang)?;
            if let Some(team) = known.get(chosen) {
                return Ok((*team).to_owned());
            }
        }
        let typed = self.text(Lang::ask_team, "--team", |lang, typed| match typed.trim() {
            "" => Err(lang.blank_team()),
            team if team.chars().count() > TEAM_CHARS => Err(lang.team_too_long(TEAM_CHARS)),
            team => Ok(team.to_owned()),
        })?;
        let known = known.iter().find(|team| same_team(team, &typed));
        Ok(known.map_or_else(|| typed.clone(), |team| (*team).to_owned()))
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
                let items = [lang.mode_joint_choice(), lang.mode_tally_choice()];
                let chosen = choose(&lang.ask_mode(), &items, *lang)?;
                Ok(if chosen == 0 { Mode::Joint } else { Mode::Tally })
            }
            Asker::Lines(lines) => {
                let lang = lines.lang();
                lines.say(&format!("1 {}", lang.mode_joint_choice()))?;
                lines.say(&format!("2 {}", lang.mode_tally_choice()))?;
                self.text(Lang::ask_mode, "--mode", |lang, typed| {
                    match typed.trim().to_lowercase().as_str() {
                        "1" => Ok(Mode::Joint),
                        "2" => Ok(Mode::Tally),
                        word => Mode::named(word).ok_or_else(|| lang.mode_help()),
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
                let asked = draft.asked();
                let answered = asked.iter().filter(|&&at| !draft.is_open(at)).count();
                let question = lang.ask_resume(&team, &lang.date(draft.date), answered, asked.len());
                Ok(choose(&question, &[lang.resume_yes(), lang.resume_no()], lang)? == 0)
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
                let typed = ask(&question(lang), |typed| read(lang, typed).map(drop))?;
                read(lang, &typed).map_err(|sentence| Fault::failed(|_| sentence.clone()))
            }
            Asker::Lines(lines) => {
                let lang = lines.lang();
                loop {
                    let typed = lines.ask(&question(lang))?;
                    if is_stopping() {
                        return Err(ended_by_signal());
                    }
                    let Some(typed) = typed else {
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

/// Lets the team choose by number. No arrow menu: that ends the program on a terminal of two lines.
fn choose(question: &str, items: &[String], lang: Lang) -> Result<usize, Fault> {
    let columns = terminal_size().map_or(DEFAULT_COLUMNS, |(columns, _)| columns);
    let mut lines = wrap_hanging(question, 1, 0, columns);
    for (number, item) in (1..).zip(items) {
        lines.extend(wrap_hanging(&format!("{number} {item}"), 3, 2, columns));
    }
    let _ = writeln!(std::io::stderr(), "{}", lines.join("\n"));
    let read = |typed: &str| {
        let number = typed.trim().parse().ok();
        number.filter(|number| (1..=items.len()).contains(number))
    };
    let typed = ask(&lang.review_number(), |typed| {
        read(typed).map(drop).ok_or_else(|| lang.no_such_question(items.len()))
    })?;
    Ok(read(&typed).map_or(0, |number| number - 1))
}

/// Lets the team type a line that is sound.
fn ask(prompt: &str, sound: impl Fn(&str) -> Result<(), String>) -> Result<String, Fault> {
    let input = Input::with_theme(&Plain)
        .with_prompt(prompt)
        .validate_with(|typed: &String| sound(typed));
    // In a single column the editing of the usual way divides by zero.
    let typed = if terminal_size().is_some_and(|(columns, _)| columns < 2) {
        input.interact()
    } else {
        input.interact_text()
    };
    typed.map_err(cannot_ask)
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

    fn format_error(&self, f: &mut dyn fmt::Write, error: &str) -> fmt::Result {
        write!(f, " {error}")
    }
}

fn cannot_ask(error: dialoguer::Error) -> Fault {
    let dialoguer::Error::IO(error) = error;
    // A terminal that is gone reads as its end.
    if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::UnexpectedEof) {
        return ended_by_signal();
    }
    restore_terminal();
    let reason = io_reason(&error);
    Fault::failed(|lang| lang.terminal_unusable(reason.text(lang)))
}
