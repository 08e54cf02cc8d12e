//! The questions line by line, and what the team steers them with.

use std::io::Write;

use super::{Heard, LineReader, Lines};
use crate::{
    fault::Fault,
    prompt::{
        keys::{self, Does},
        words,
    },
    report::scale,
    scoring::WEAKEST,
    session::{Doubt, Position, Reply, Session, SettingKind},
    tally::{Mode, Tally},
    text::{one_line, safe},
};

/// What one line means at a question.
enum Said {
    Reply(Reply),
    Help,
    Unclear(String),
}

/// A note; a dash alone takes it away, since an empty one can't be told from a letter alone.
pub(super) fn noted(text: &str) -> Reply {
    let text = text.trim();
    Reply::Note(if text == "-" { "" } else { text }.to_owned())
}

impl<R: LineReader, W: Write> Lines<R, W> {
    pub(super) fn introduce(&mut self, session: &Session) -> Result<(), Fault> {
        if self.introduced {
            return Ok(());
        }
        self.introduced = true;
        let title = safe(&session.profile().questionnaire.title);
        let end = if title.ends_with(['.', '?', '!']) { "" } else { "." };
        self.say(&format!(
            "{}. {title}{end}",
            safe(&session.profile().whose().to_string())
        ))?;
        self.explain(session)
    }

    /// What the question's hard words mean, and everything else.
    pub(super) fn help(&mut self, session: &Session) -> Result<(), Fault> {
        for line in words::explained(self.lang, session) {
            self.say(&line)?;
        }
        self.explain(session)
    }

    /// What the questions are for, and what can be typed.
    fn explain(&mut self, session: &Session) -> Result<(), Fault> {
        let lang = self.lang;
        self.say(&lang.purpose())?;
        self.say(&words::scale(lang, session).join(", "))?;
        if session.profile().mode == Mode::Tally {
            self.say(&words::how_to_tally(lang, session))?;
            self.say(&lang.hand_signs())?;
        }
        self.advise(session)?;
        match session.position() {
            Position::Question(index) => {
                let keys = keys::summary(keys::question(session, index), lang);
                self.say(&lang.plain_keys(&format!("{keys}, {}", lang.plain_participants())))?;
            }
            Position::Ballot => {
                self.say(&words::how_to_sheet(lang, session))?;
                self.say(&lang.sheets_stay_secret())?;
                let keys = self.keys(keys::BALLOT);
                self.say(&keys)?;
            }
            _ => {}
        }
        self.say(&lang.no_names())
    }

    /// The advice to answer together, where counts would tell who answered what.
    fn advise(&mut self, session: &Session) -> Result<(), Fault> {
        let advice = words::better_together_than_now(self.lang, session.profile());
        advice.map_or(Ok(()), |advice| self.say(&advice))
    }

    fn understand(&self, session: &Session, index: usize, line: &str) -> Said {
        let profile = session.profile();
        let keys = keys::question(session, index);
        let typed = line.trim();
        match keys::typed(keys, typed) {
            Some(Does::Help) => return Said::Help,
            Some(Does::Note) => return Said::Unclear(words::how_to_note(self.lang)),
            Some(does) => {
                if let Some(reply) = does.reply() {
                    return Said::Reply(reply);
                }
            }
            None => {}
        }
        if let Some((letter, rest)) = typed.split_once(' ') {
            if keys::typed(keys, letter) == Some(Does::Note) {
                return Said::Reply(noted(rest));
            }
            if letter.eq_ignore_ascii_case("p") {
                return match SettingKind::Participants.typed(rest, profile.date) {
                    Ok(setting) => Said::Reply(Reply::Set(setting)),
                    Err(refusal) => Said::Unclear(words::setting_refusal(self.lang, refusal)),
                };
            }
        }
        let numbers = profile.questionnaire.scale.numbers();
        match Tally::parse(typed, profile.mode, profile.participants, numbers) {
            Ok(tally) => Said::Reply(Reply::Answer(tally)),
            Err(error) => Said::Unclear(words::tally_error(self.lang, session, &error)),
        }
    }

    pub(super) fn show_question(&mut self, session: &Session, index: usize) -> Result<(), Fault> {
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
        // Those of the scale were said at the beginning.
        if let Some(labels) = &question.labels {
            self.say(&lang.own_labels(&scale::line(lang, &questionnaire.scale, labels)))?;
        }
        if let Some(open) = &question.open {
            self.say(&lang.invite_note(&safe(open)))?;
        }
        if let Some(tally) = session.answered(index) {
            self.say(&lang.answered_before(&words::given(lang, session, index, tally)))?;
        }
        if let Some(note) = &session.profile().response(at).note {
            self.say(&lang.note_is(&safe(&one_line(note))))?;
        }
        Ok(())
    }

    pub(super) fn question(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let tallies = session.profile().mode == Mode::Tally;
        self.hide(tallies)?;
        self.introduce(session)?;
        self.show_question(session, index)?;
        loop {
            let line = match self.line(tallies)? {
                Heard::Line(line) => line,
                // Back at the overview the end of input means that nothing more is to come.
                Heard::Ended if session.visits() => return Ok(vec![Reply::Back]),
                Heard::Ended | Heard::Stopped => return Ok(vec![Reply::Stop]),
            };
            match self.understand(session, index, &line) {
                Said::Reply(Reply::Answer(tally)) => {
                    self.say_answer(session, index, &tally)?;
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

    /// What was made of an answer: everyone's as counts, and what to do with them; and what it was last time.
    fn say_answer(&mut self, session: &Session, index: usize, tally: &Tally) -> Result<(), Fault> {
        if session.profile().mode.counts() {
            let mut said = session.clone();
            let _ = said.apply(Reply::Answer(tally.clone()));
            self.say(&format!(
                "{}. {}",
                words::given(self.lang, session, index, tally),
                words::turnout(self.lang, session, index, tally)
            ))?;
            if let Some(advice) = words::advice(self.lang, &said, index) {
                self.say(&advice)?;
            }
        }
        if let Some(last) = words::last_time(self.lang, session, index) {
            self.say(&last)?;
        }
        Ok(())
    }

    /// All questions with their answers when a question waits; else what is open, before the end.
    pub(super) fn overview(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        // Before anything is said: a line end that is typed while lines are hidden is none afterwards.
        self.hide(false)?;
        let lang = self.lang;
        let peeks = session.waiting().is_some();
        let open = session.open();
        let summary = lang.review_summary(session.total() - open.len(), session.total());
        self.say(&format!("\n{summary}"))?;
        let scores = session.profile().scores(WEAKEST);
        let mut last = None;
        for index in 0..session.total() {
            let at = session.at(index);
            if last != Some(at.0) {
                last = Some(at.0);
                let title = safe(&session.profile().questionnaire.elements[at.0].title);
                let so_far = words::element_so_far(lang, session, &scores, at.0);
                self.say(&format!("{title}: {}", so_far.join(", ")))?;
            }
            let answer = words::in_a_sign(lang, session, index);
            if peeks || open.contains(&index) || answer == "?" {
                let text = safe(&session.profile().questionnaire.question(at).text);
                let answer = session
                    .answered(index)
                    .map(|tally| words::in_short(lang, session, index, tally));
                let answer = answer.unwrap_or_else(|| lang.open_question());
                self.say(&format!("{}: {text} ({answer})", index + 1))?;
            }
        }
        let keys = if peeks { keys::PEEK } else { keys::REVIEW };
        // What no sheet has an answer to stays open.
        let lead = match (peeks, open.is_empty() || session.counts_stay()) {
            (true, _) => lang.number_to_question(),
            (false, true) => lang.review_prompt(),
            (false, false) => lang.review_prompt_open(),
        };
        let prompt = format!("{lead} {}", self.keys(&keys[1..]));
        let at_the_end = if peeks { Reply::Stop } else { Reply::Finish };
        let total = session.total();
        let number = |lines: &mut Self, line: &str| match line.parse::<usize>() {
            Ok(number) => Ok(Some(vec![Reply::GoTo(number.wrapping_sub(1))])),
            Err(_) => lines.say(&lines.lang.no_such_number(total)).map(|()| None),
        };
        let mut replies = self.choose(session, &prompt, keys, number, vec![at_the_end])?;
        // It was said that open questions stay open so.
        if replies == [Reply::Finish] && session.profile().is_draft() && !open.is_empty() {
            replies.push(Reply::Continue);
        }
        Ok(replies)
    }

    pub(super) fn settings(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        self.hide(false)?;
        let lang = self.lang;
        self.say(&format!("\n{}", lang.settings_heading()))?;
        for (number, kind) in (1..).zip(SettingKind::ALL) {
            let now = words::setting_now(lang, session, kind);
            self.say(&format!("{number} {}: {now}", words::setting(lang, kind)))?;
        }
        self.advise(session)?;
        let prompt = format!("{} {}", lang.settings_prompt(), self.keys(keys::SETTINGS_LIST));
        let date = session.profile().date;
        let change = |lines: &mut Self, line: &str| {
            let (number, text) = line.split_once(' ').unwrap_or((line, ""));
            let number: Option<usize> = number.parse().ok();
            let kind = number.and_then(|number| SettingKind::ALL.get(number.wrapping_sub(1)));
            let Some(kind) = kind else {
                return lines
                    .say(&lines.lang.no_such_number(SettingKind::ALL.len()))
                    .map(|()| None);
            };
            match kind.typed(text, date) {
                Ok(setting) => Ok(Some(vec![Reply::Set(setting)])),
                Err(refusal) => lines.say(&words::setting_refusal(lines.lang, refusal)).map(|()| None),
            }
        };
        self.choose(session, &prompt, keys::SETTINGS_LIST, change, vec![Reply::Back])
    }

    pub(super) fn sure(&mut self, session: &Session, doubt: Doubt) -> Result<Vec<Reply>, Fault> {
        let keys = keys::sure(doubt);
        let prompt = format!("\n{} {}", words::sure(self.lang, session, doubt), self.keys(keys));
        let unclear = |lines: &mut Self, _: &str| lines.say(&lines.lang.not_here()).map(|()| None);
        let at_the_end = match doubt {
            Doubt::Finish => Reply::Continue,
            Doubt::Remove(_) => Reply::Back,
            Doubt::Grown | Doubt::AllSheets | Doubt::Replace => Reply::Stop,
        };
        self.choose(session, &prompt, keys, unclear, vec![at_the_end])
    }
}
