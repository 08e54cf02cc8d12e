//! Line by line, only ever adding lines: for screen readers, for pipes and for plain terminals.

mod hidden;
mod reader;

use std::{
    fmt::Write as _,
    io::{self, Write},
    path::PathBuf,
};

pub use reader::{Heard, LineReader, PipedLines, TerminalLines};

use super::{
    Inquired, Inquiry, Prompter, SaveReply,
    keys::{self, Does},
    stop::is_stopping,
    words,
};
use crate::{
    agreement::{AgreementField, Due},
    fault::{Exit, Fault},
    lang::Lang,
    report::counts,
    scoring::WEAKEST,
    session::{Position, Refusal, Reply, Session},
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
    /// The element on which an agreement is being made, once that is said.
    agreeing_on: Option<usize>,
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
            agreeing_on: None,
        }
    }

    /// Asks for one line of text.
    fn ask(&mut self, prompt: &str) -> Result<Heard, Fault> {
        self.hide(false)?;
        self.say(prompt)?;
        self.line(false)
    }

    fn say(&mut self, line: &str) -> Result<(), Fault> {
        writeln!(self.out, "{}", wrap_lines(line, self.columns))
            .and_then(|()| self.out.flush())
            .map_err(|error| gone(&error))
    }

    fn hide(&mut self, hides: bool) -> Result<(), Fault> {
        self.reader.hide(hides).map_err(|error| gone(&error))
    }

    fn line(&mut self, secret: bool) -> Result<Heard, Fault> {
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
        let answered = match session.position() {
            Position::Question(index) => session.profile().response(session.at(index)).tally.is_some(),
            _ => false,
        };
        self.say(&lang.plain_keys(&keys::summary(keys::question(answered), lang)))?;
        self.say(&lang.no_names())
    }

    fn understand(&mut self, session: &Session, index: usize, line: &str) -> Said {
        let profile = session.profile();
        let keys = keys::question(profile.response(session.at(index)).tally.is_some());
        let typed = line.trim();
        match keys::typed(keys, typed) {
            Some(Does::Help) => return Said::Help,
            Some(Does::Note) => return Said::Unclear(self.lang.note_on_one_line()),
            Some(does) => {
                if let Some(reply) = does.reply() {
                    return Said::Reply(reply);
                }
            }
            None => {}
        }
        if let Some((letter, note)) = typed.split_once(' ')
            && keys::typed(keys, letter) == Some(Does::Note)
        {
            return Said::Reply(Reply::Note(note.trim().to_owned()));
        }
        let points = profile.questionnaire.scale.points();
        match Tally::parse(typed, profile.mode, profile.participants, points) {
            Ok(tally) => Said::Reply(Reply::Answer(tally)),
            Err(error) => Said::Unclear(words::tally_error(self.lang, session, error)),
        }
    }

    /// What the agreement is about, and what was typed of it before a stop.
    fn introduce_agreement(&mut self, session: &Session, element: usize, field: AgreementField) -> Result<(), Fault> {
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
        let keys = keys::agreement(AgreementField::Who);
        self.say(&lang.plain_keys_here(&keys::summary(keys, lang)))?;
        for before in field.before() {
            let label = words::agreement_line(lang, before);
            self.say(&format!("{label} {}", safe(session.typed(before))))?;
        }
        Ok(())
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
    fn inquire(&mut self, inquiry: &Inquiry<'_>) -> Result<Inquired, Fault> {
        if let Some(remark) = inquiry.remark {
            self.say(remark)?;
        } else {
            for (number, choice) in (1..).zip(inquiry.choices) {
                self.say(&format!("{number} {choice}"))?;
            }
        }
        Ok(match self.ask(inquiry.question)? {
            Heard::Line(line) => Inquired::Typed(line),
            Heard::Ended => Inquired::Ended,
            Heard::Stopped => Inquired::Stopped,
        })
    }

    fn follow_up(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
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
        let keys = keys::follow_up(session.is_followed_up(index));
        let can_also = lang.plain_keys_here(&keys::summary(keys, lang));
        let prompt = format!("{}. {can_also}", words::states(lang).join(", "));
        loop {
            let Heard::Line(typed) = self.ask(&prompt)? else {
                return Ok(vec![Reply::Stop]);
            };
            if let Some(reply) = keys::typed(keys, &typed).and_then(Does::reply) {
                return Ok(vec![reply]);
            }
            let typed = typed.trim();
            let Some((_, state)) = keys::STATES.iter().find(|(key, _)| typed == key.to_string()) else {
                self.say(&lang.choose_a_state())?;
                continue;
            };
            let asked = words::follow_up_note(lang, session, index);
            let can_also = lang.plain_keys_here(&keys::summary(keys::FOLLOW_UP_TEXT, lang));
            let note = match self.ask(&format!("{asked} {can_also}"))? {
                Heard::Line(note) => note,
                Heard::Ended => String::new(),
                Heard::Stopped => return Ok(vec![Reply::Stop]),
            };
            match keys::typed(keys::FOLLOW_UP_TEXT, &note) {
                Some(Does::Stop) => return Ok(vec![Reply::Stop]),
                Some(Does::Back) => {}
                _ => {
                    let note = Some(note).filter(|note| !note.trim().is_empty());
                    return Ok(vec![Reply::FollowedUp { state: *state, note }]);
                }
            }
        }
    }

    fn question(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let tallies = session.profile().mode == Mode::Tally;
        self.hide(tallies)?;
        self.introduce(session)?;
        self.show_question(session, index)?;
        loop {
            let line = match self.line(tallies)? {
                Heard::Line(line) => line,
                // Back at the review the end of input means that nothing more is to come.
                Heard::Ended if session.came_from_review() => return Ok(vec![Reply::Back]),
                Heard::Ended | Heard::Stopped => return Ok(vec![Reply::Stop]),
            };
            match self.understand(session, index, &line) {
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
                    return Ok(vec![Reply::Answer(tally)]);
                }
                Said::Reply(reply) => return Ok(vec![reply]),
                Said::Help => self.help(session)?,
                Said::Unclear(sentence) => {
                    self.say(&sentence)?;
                    self.show_question(session, index)?;
                }
            }
        }
    }

    /// Lines have no pause between an answer and the next question; the spread was said after the answer.
    fn spread(&mut self, _session: &Session, _index: usize) -> Result<Vec<Reply>, Fault> {
        Ok(vec![Reply::Continue])
    }

    fn review(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
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
        // What Enter does is said by the sentence itself.
        let can_also = lang.plain_keys_here(&keys::summary(&keys::REVIEW[1..], lang));
        let prompt = format!("{} {can_also}", lang.review_prompt());
        loop {
            let line = match self.ask(&prompt)? {
                Heard::Line(line) => line,
                Heard::Ended => return Ok(vec![Reply::Continue]),
                Heard::Stopped => return Ok(vec![Reply::Stop]),
            };
            match keys::typed(keys::REVIEW, &line) {
                Some(Does::Help) => self.help(session)?,
                Some(does) => return Ok(does.reply().into_iter().collect()),
                None => match line.trim().parse::<usize>() {
                    Ok(number) => return Ok(vec![Reply::GoTo(number.wrapping_sub(1))]),
                    Err(_) => self.say(&lang.no_such_question(session.total()))?,
                },
            }
        }
    }

    fn refused(&mut self, session: &Session, refusal: Refusal) -> Result<(), Fault> {
        self.say(&words::refusal(self.lang, session, refusal))
    }

    fn agreement(&mut self, session: &Session, element: usize, field: AgreementField) -> Result<Vec<Reply>, Fault> {
        let lang = self.lang;
        let keys = keys::agreement(field);
        if self.agreeing_on.replace(element) != Some(element) {
            self.introduce_agreement(session, element, field)?;
        }
        let so_far = session.typed(field);
        let mut question = words::agreement_line(lang, field);
        if !so_far.is_empty() {
            let _ = write!(question, "\n{}", lang.line_so_far(&safe(so_far)));
        }
        loop {
            let line = match self.ask(&question)? {
                Heard::Line(line) => line,
                // Nothing more is to come: what there is counts.
                Heard::Ended => return Ok(vec![Reply::Continue]),
                Heard::Stopped => return Ok(vec![Reply::Stop]),
            };
            match keys::typed(keys, &line) {
                Some(Does::Help) => self.help(session)?,
                Some(does) => return Ok(does.reply().into_iter().collect()),
                None => {
                    let text = match line.trim() {
                        "" => so_far,
                        "-" if !so_far.is_empty() => "",
                        text => text,
                    };
                    if field == AgreementField::When
                        && let Ok(Due::Day(day)) = Due::typed(text, session.profile().date)
                    {
                        self.say(&lang.understood_day(&lang.date(day)))?;
                    }
                    return Ok(vec![Reply::Line(text.to_owned())]);
                }
            }
        }
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        // The next line of a pipe was meant as an answer, not as the name of a folder.
        if !self.reader.is_attended() {
            return Ok(SaveReply::GiveUp);
        }
        let lang = self.lang;
        self.say(&fault.text(lang))?;
        let Heard::Line(line) = self.ask(&words::save_again(lang))? else {
            return Ok(SaveReply::GiveUp);
        };
        Ok(match keys::typed(keys::CANNOT_SAVE, &line) {
            Some(Does::Stop) => SaveReply::GiveUp,
            Some(_) => SaveReply::Again,
            None => SaveReply::Elsewhere(PathBuf::from(line.trim())),
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
