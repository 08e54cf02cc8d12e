//! Line by line, only ever adding lines: for screen readers, for pipes and for plain terminals.

mod hidden;
mod reader;

use std::{
    io::{self, Write},
    path::PathBuf,
};

pub use reader::{LineReader, PipedLines, TerminalLines};

use super::{Agreed, AgreementReply, Prompter, SaveReply, stop::is_stopping, words};
use crate::{
    agreement::Due,
    fault::{Exit, Fault},
    lang::Lang,
    profile::NOTE_CHARS,
    report::counts,
    scoring::WEAKEST,
    session::{Refusal, Reply, Session},
    tally::{Mode, Tally},
    text::{safe, visible_lines, wrap_lines},
};

/// Asks line by line.
#[derive(Debug)]
pub struct Lines<R, W> {
    reader: R,
    out: W,
    lang: Lang,
    /// The width to wrap at; none where every sentence is to stay on one line.
    columns: Option<usize>,
    introduced: bool,
    /// Whether it was said that the team looks back first.
    looking_back: bool,
}

/// What one line means at a question.
enum Said {
    Reply(Reply),
    Help,
    Unclear(String),
}

impl<R: LineReader, W: Write> Lines<R, W> {
    /// Asks on `out` in this language, wrapping at words on a terminal of so many columns.
    pub fn new(reader: R, out: W, lang: Lang, columns: Option<usize>) -> Self {
        Lines {
            reader,
            out,
            lang,
            columns,
            introduced: false,
            looking_back: false,
        }
    }

    /// The language that is spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Asks for one line of text; `None` when the input has ended.
    ///
    /// # Errors
    /// When nothing can be shown or read any more.
    pub fn ask(&mut self, prompt: &str) -> Result<Option<String>, Fault> {
        self.hide(false)?;
        self.say(prompt)?;
        self.line(false)
    }

    /// Says one line.
    ///
    /// # Errors
    /// When nothing can be shown any more.
    pub fn say(&mut self, line: &str) -> Result<(), Fault> {
        writeln!(self.out, "{}", wrap_lines(line, self.columns))
            .and_then(|()| self.out.flush())
            .map_err(|error| gone(&error))
    }

    fn hide(&mut self, hides: bool) -> Result<(), Fault> {
        self.reader.hide(hides).map_err(|error| gone(&error))
    }

    fn line(&mut self, secret: bool) -> Result<Option<String>, Fault> {
        self.reader.line(secret).map_err(|error| gone(&error))
    }

    fn introduce(&mut self, session: &Session) -> Result<(), Fault> {
        if self.introduced {
            return Ok(());
        }
        self.introduced = true;
        let title = safe(&session.profile().questionnaire.title);
        self.say(&format!("{}. {title}.", safe(&session.profile().team)))?;
        self.help(session)
    }

    fn help(&mut self, session: &Session) -> Result<(), Fault> {
        let lang = self.lang;
        self.say(&lang.purpose())?;
        self.say(&words::scale(lang, &session.profile().questionnaire.scale).join(", "))?;
        if session.profile().mode == Mode::Tally {
            self.say(&words::how_to_tally(lang, session))?;
        }
        self.say(&lang.plain_keys())?;
        self.say(&lang.no_names())
    }

    fn understand(&mut self, session: &Session, line: &str) -> Said {
        let typed = line.trim();
        let lower = typed.to_lowercase();
        match lower.as_str() {
            "" => Said::Reply(Reply::Continue),
            "b" => Said::Reply(Reply::Back),
            "f" => Said::Reply(Reply::Finish),
            "q" => Said::Reply(Reply::Stop),
            "h" => Said::Help,
            "n" => Said::Unclear(self.lang.note_on_one_line()),
            _ if lower.starts_with("n ") => Said::Reply(Reply::Note(typed[2..].trim().to_owned())),
            _ => {
                let profile = session.profile();
                let points = profile.questionnaire.scale.points();
                match Tally::parse(typed, profile.mode, profile.participants, points) {
                    Ok(tally) => Said::Reply(Reply::Answer(tally)),
                    Err(error) => Said::Unclear(words::tally_error(self.lang, session, error)),
                }
            }
        }
    }

    fn show_question(&mut self, session: &Session, index: usize) -> Result<(), Fault> {
        let lang = self.lang;
        let at = session.at(index);
        let questionnaire = &session.profile().questionnaire;
        let question = questionnaire.question(at);
        self.say(&format!("\n{}", lang.question_of(index + 1, session.total())))?;
        self.say(&safe(&questionnaire.elements[at.0].title))?;
        self.say(&safe(&question.text))?;
        if let Some(scored) = &question.scored {
            self.say(&safe(scored))?;
        }
        if let Some(open) = &question.open {
            self.say(&lang.invite_note(&safe(open)))?;
        }
        let response = session.profile().response(at);
        if let Some(tally) = &response.tally {
            self.say(&lang.answered_before(&words::given(lang, session, tally)))?;
        }
        if let Some(note) = &response.note {
            self.say(&lang.note_is(&visible_lines(note).join(" ")))?;
        }
        Ok(())
    }
}

impl<R: LineReader, W: Write> Prompter for Lines<R, W> {
    fn follow_up(&mut self, session: &Session, index: usize) -> Result<Reply, Fault> {
        let lang = self.lang;
        if !self.looking_back {
            self.looking_back = true;
            self.say(&format!("\n{}", lang.follow_up_intro()))?;
            self.say(&lang.no_names())?;
        }
        let line = words::looked_back_at(lang, session, index);
        let number = lang.agreement_of(index + 1, session.follow_ups());
        self.say(&format!("\n{number}"))?;
        self.say(&words::agreed_on(lang, session, index))?;
        self.say(&line.what)?;
        self.say(&line.about(lang).join(", "))?;
        if !line.note.is_empty() {
            self.say(&lang.note_is(&line.note.join(" ")))?;
        }
        let keys = format!("{}. {}", words::states(lang).join(", "), lang.plain_follow_up_keys());
        loop {
            let Some(typed) = self.ask(&keys)? else {
                return Ok(Reply::Stop);
            };
            let typed = typed.trim().to_lowercase();
            let state = words::STATES.iter().find(|(key, _)| typed == key.to_string());
            match (typed.as_str(), state) {
                ("", _) => return Ok(Reply::Continue),
                ("b", _) => return Ok(Reply::Back),
                ("q", _) => return Ok(Reply::Stop),
                (_, None) => self.say(&lang.choose_a_state())?,
                (_, Some((_, state))) => {
                    let asked = words::follow_up_note(lang, session, index);
                    let note = self.ask(&asked)?.unwrap_or_default();
                    match note.trim().to_lowercase().as_str() {
                        "q" => return Ok(Reply::Stop),
                        "b" => {}
                        _ => {
                            let note = Some(note).filter(|note| !note.trim().is_empty());
                            return Ok(Reply::FollowedUp { state: *state, note });
                        }
                    }
                }
            }
        }
    }

    fn question(&mut self, session: &Session, index: usize) -> Result<Reply, Fault> {
        let tallies = session.profile().mode == Mode::Tally;
        self.hide(tallies)?;
        self.introduce(session)?;
        self.show_question(session, index)?;
        loop {
            let Some(line) = self.line(tallies)? else {
                // Back at the review the end of input means that nothing more is to come.
                return Ok(if session.came_from_review() {
                    Reply::Back
                } else {
                    Reply::Stop
                });
            };
            match self.understand(session, &line) {
                Said::Reply(Reply::Answer(tally)) => {
                    if tallies {
                        let mut said = session.clone();
                        let _ = said.apply(Reply::Answer(tally.clone()));
                        self.say(&format!(
                            "{}. {}",
                            counts(self.lang, &tally),
                            words::turnout(self.lang, session, &tally)
                        ))?;
                        if let Some(advice) = words::advice(self.lang, &said, index) {
                            self.say(&advice)?;
                        }
                    }
                    return Ok(Reply::Answer(tally));
                }
                Said::Reply(reply) => return Ok(reply),
                Said::Help => self.help(session)?,
                Said::Unclear(sentence) => {
                    self.say(&sentence)?;
                    self.show_question(session, index)?;
                }
            }
        }
    }

    /// Lines have no pause between an answer and the next question; the spread was said after the answer.
    fn spread(&mut self, _session: &Session, _index: usize) -> Result<Reply, Fault> {
        Ok(Reply::Continue)
    }

    fn review(&mut self, session: &Session) -> Result<Reply, Fault> {
        // Before anything is said: a line end that is typed while lines are hidden is none afterwards.
        self.hide(false)?;
        let lang = self.lang;
        let open = session.open();
        let summary = lang.review_summary(session.total() - open.len(), session.total());
        self.say(&format!("\n{summary}"))?;
        for index in open {
            let at = session.at(index);
            let text = safe(&session.profile().questionnaire.question(at).text);
            let state = words::why_open(lang, session, index);
            self.say(&format!("{}: {text} ({state})", index + 1))?;
        }
        loop {
            let Some(line) = self.ask(&lang.review_prompt())? else {
                return Ok(Reply::Continue);
            };
            match line.trim().to_lowercase().as_str() {
                "" => return Ok(Reply::Continue),
                "b" => return Ok(Reply::Back),
                "q" => return Ok(Reply::Stop),
                "h" => self.help(session)?,
                typed => match typed.parse::<usize>() {
                    Ok(number) => return Ok(Reply::GoTo(number.wrapping_sub(1))),
                    Err(_) => self.say(&lang.no_such_question(session.total()))?,
                },
            }
        }
    }

    fn refused(&mut self, session: &Session, refusal: Refusal) -> Result<(), Fault> {
        self.say(&words::refusal(self.lang, session, refusal))
    }

    fn agreement(&mut self, session: &Session, element: usize) -> Result<AgreementReply, Fault> {
        let lang = self.lang;
        let scores = session.profile().scores(WEAKEST);
        let heading = words::element_heading(lang, session, &scores, element);
        self.say(&format!("\n{}", lang.agreement_on(&heading)))?;
        for agreed in words::still_agreed(lang, session, element) {
            self.say(&agreed)?;
        }
        for suggestion in &session.profile().questionnaire.elements[element].suggestions {
            self.say(&format!("- {} ({})", safe(&suggestion.text), safe(&suggestion.source)))?;
        }
        self.say(&lang.plain_agreement_keys())?;
        let meeting = session.profile().date;
        let questions = [lang.agreement_what(), lang.agreement_who(), lang.agreement_due()];
        let mut texts: Vec<String> = Vec::new();
        while texts.len() < questions.len() {
            let asks_day = texts.len() == questions.len() - 1;
            let text = self.ask(&questions[texts.len()])?.unwrap_or_default();
            match text.trim().to_lowercase().as_str() {
                "h" => self.help(session)?,
                "q" => return Ok(AgreementReply::Stop(Agreed::from_texts(&texts, meeting))),
                // Before the first line there is nothing to go back to; it is asked again.
                "b" => drop(texts.pop()),
                "" if texts.is_empty() => return Ok(AgreementReply::Skip),
                _ if text.chars().count() > NOTE_CHARS => self.say(&lang.text_too_long_here(NOTE_CHARS))?,
                _ if asks_day && Due::typed(&text, meeting).is_err() => self.say(&lang.no_such_day())?,
                _ => texts.push(text),
            }
        }
        let agreed = Agreed::from_texts(&texts, meeting);
        if let Some(day) = agreed.as_ref().and_then(|agreed| agreed.due.as_ref()?.day()) {
            self.say(&lang.understood_day(&lang.date(day)))?;
        }
        Ok(agreed.map_or(AgreementReply::Skip, AgreementReply::Agreed))
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        // The next line of a pipe was meant as an answer, not as the name of a folder.
        if !self.reader.is_attended() {
            return Ok(SaveReply::GiveUp);
        }
        let lang = self.lang;
        self.say(&fault.text(lang))?;
        let Some(line) = self.ask(&lang.save_again())? else {
            return Ok(SaveReply::GiveUp);
        };
        Ok(match line.trim() {
            "" => SaveReply::Again,
            "q" | "Q" => SaveReply::GiveUp,
            dir => SaveReply::Elsewhere(PathBuf::from(dir)),
        })
    }
}

/// The other side went away: there is nobody left to ask.
fn gone(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::BrokenPipe || is_stopping() {
        return Fault::silent(Exit::Interrupted);
    }
    let reason = crate::fault::io_reason(error);
    Fault::failed(|lang| lang.cannot_ask(reason.text(lang)))
}
