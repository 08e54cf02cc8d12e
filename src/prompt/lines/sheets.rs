//! The sheets line by line: typed one by one, and looked at as counts.

use std::io::Write;

use super::{Heard, LineReader, Lines, questions::noted};
use crate::{
    fault::Fault,
    prompt::{
        keys::{self, Does},
        words,
    },
    session::{Reply, Session},
    tally::{Tally, TallyError},
};

impl<R: LineReader, W: Write> Lines<R, W> {
    /// The counts of a question that came on sheets.
    pub(super) fn counts(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        self.show_question(session, index)?;
        if let Some(tally) = session.answered(index) {
            self.say(&words::turnout(self.lang, session, index, tally))?;
        }
        if let Some(advice) = words::advice(self.lang, session, index) {
            self.say(&advice)?;
        }
        if let Some(last) = words::last_time(self.lang, session, index) {
            self.say(&last)?;
        }
        let prompt = self.keys(keys::VISITED_COUNTS);
        let unclear = |lines: &mut Self, line: &str| match line.split_once(' ') {
            Some((letter, note)) if letter.eq_ignore_ascii_case("n") => Ok(Some(vec![noted(note)])),
            _ => lines.say(&lines.lang.not_here()).map(|()| None),
        };
        self.choose(session, &prompt, keys::VISITED_COUNTS, unclear, vec![Reply::Back])
    }

    /// The sheet of one member.
    pub(super) fn ballot(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        self.hide(true)?;
        self.introduce(session)?;
        let lang = self.lang;
        let profile = session.profile();
        loop {
            let sheets = session.sheets();
            let next = if sheets < profile.participants as usize {
                lang.sheet_of(sheets + 1, profile.participants)
            } else {
                lang.plain_all_sheets_typed(sheets)
            };
            self.say(&format!("\n{next}"))?;
            let Heard::Line(line) = self.line(true)? else {
                return Ok(vec![Reply::Stop]);
            };
            match keys::typed(keys::BALLOT, &line) {
                Some(Does::Help) => self.help(session)?,
                Some(does) => return Ok(does.reply().into_iter().collect()),
                None => match Tally::sheet(&line, profile.questionnaire.scale.numbers()) {
                    Ok(sheet) => return Ok(vec![Reply::Sheet(sheet)]),
                    Err(TallyError::NotAnAnswer | TallyError::TooMany(_)) => {
                        self.say(&words::nothing_answered(lang, session))?;
                    }
                },
            }
        }
    }
}
