//! Line by line, only ever adding lines: for screen readers, for pipes and for plain terminals.

mod agreements;
mod hidden;
mod questions;
mod reader;
mod sheets;

use std::io::{self, Write};

pub use reader::{Heard, LineReader, Pastes, PipedLines, TerminalLines};

use super::{
    Inquired, Inquiry, Prompter, SaveReply,
    keys::{self, Does, Keys},
    stop::is_stopping,
    words,
};
use crate::{
    fault::{Exit, Fault},
    lang::Lang,
    session::{Position, Refusal, Reply, Session},
    text::wrap_lines,
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
    /// The agreement that is being made or changed, by its element, once that is said.
    agreeing_on: Option<usize>,
}

/// What comes of a line: the replies that it means, or nothing yet.
type Meant = Option<Vec<Reply>>;

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
    fn ask_line(&mut self, prompt: &str) -> Result<Heard, Fault> {
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

    /// Asks until a line means something: one of these keys, or what `read` makes of it.
    fn choose(
        &mut self,
        session: &Session,
        prompt: &str,
        keys: Keys,
        mut read: impl FnMut(&mut Self, &str) -> Result<Meant, Fault>,
        at_the_end: Vec<Reply>,
    ) -> Result<Vec<Reply>, Fault> {
        loop {
            let line = match self.ask_line(prompt)? {
                Heard::Line(line) => line,
                Heard::Ended => return Ok(at_the_end),
                Heard::Stopped => return Ok(vec![Reply::Stop]),
            };
            match keys::typed(keys, &line) {
                Some(Does::Help) => self.help(session)?,
                Some(Does::Note) => self.say(&words::how_to_note(self.lang))?,
                Some(does) => {
                    if let Some(reply) = does.reply() {
                        return Ok(vec![reply]);
                    }
                }
                None => {
                    if let Some(replies) = read(self, line.trim())? {
                        return Ok(replies);
                    }
                }
            }
        }
    }

    /// The keys of a page as one sentence.
    fn keys(&self, keys: Keys) -> String {
        self.lang.plain_keys_here(&keys::summary(keys, self.lang))
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
        let keys = keys::inquiry(inquiry.has_before);
        let known = inquiry.known.map(|known| self.lang.known(known));
        let can_also = inquiry.has_before.then(|| self.keys(keys));
        let question = [Some(inquiry.question.to_owned()), known, can_also];
        let question: Vec<_> = question.into_iter().flatten().collect();
        Ok(match self.ask_line(&question.join(" "))? {
            Heard::Line(line) => match keys::typed(keys, &line) {
                Some(Does::Back) => Inquired::Back,
                Some(Does::Stop) => Inquired::Left,
                _ if line.trim().is_empty() => Inquired::Typed(inquiry.known.unwrap_or("").to_owned()),
                _ => Inquired::Typed(line),
            },
            Heard::Ended => Inquired::Ended,
            Heard::Stopped => Inquired::Stopped,
        })
    }

    fn ask(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        match session.position() {
            Position::FollowUp(index) => self.follow_up(session, index),
            Position::Question(index) => self.question(session, index),
            Position::Spread(index) => self.counts(session, index),
            Position::Ballot => self.ballot(session),
            Position::Overview => self.overview(session),
            Position::Settings => self.settings(session),
            Position::Sure(doubt) => self.sure(session, doubt),
            Position::Profile => self.profile(session),
            // The talk is the team's own; lines have no pause for it.
            Position::Topics => self.topics(session),
            Position::Agreements => self.agreements(session),
            Position::Agreement { about, field } => self.agreement(session, about, field),
            Position::Done => Ok(vec![Reply::Stop]),
        }
    }

    fn refused(&mut self, session: &Session, refusal: Refusal) -> Result<(), Fault> {
        self.say(&words::refusal(self.lang, session, refusal))
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        // The next line of a pipe was meant as an answer, not as the name of a folder.
        if !self.reader.is_attended() {
            return Ok(SaveReply::GiveUp);
        }
        let lang = self.lang;
        self.say(&fault.text(lang))?;
        let Heard::Line(line) = self.ask_line(&words::save_again(lang))? else {
            return Ok(SaveReply::GiveUp);
        };
        Ok(match keys::typed(keys::CANNOT_SAVE, &line) {
            Some(Does::Stop) => SaveReply::GiveUp,
            Some(_) => SaveReply::Again,
            None => SaveReply::to_folder(&line),
        })
    }
}

/// There is nobody left to ask: the other side went away, or sends what is no text.
fn gone(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::BrokenPipe || is_stopping() {
        return Fault::silent(Exit::Interrupted);
    }
    if error.kind() == io::ErrorKind::InvalidData {
        return Fault::failed(Lang::line_not_utf8);
    }
    let reason = crate::fault::io_reason(error);
    Fault::failed(|lang| lang.cannot_ask(reason.text(lang)))
}
