//! Agreements line by line: the look back, what to talk about, and what the team agrees on.

use std::io::Write;

use super::{Heard, LineReader, Lines, gone};
use crate::{
    agreement::{AgreementField, AgreementState, Due},
    fault::Fault,
    prompt::{
        keys::{self, Does},
        words,
    },
    render::plain,
    scoring::WEAKEST,
    session::{About, Reply, Session},
    text::safe,
};

impl<R: LineReader, W: Write> Lines<R, W> {
    pub(super) fn follow_up(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let lang = self.lang;
        if !self.looking_back {
            self.looking_back = true;
            self.say(&format!("\n{}", lang.follow_up_intro()))?;
            self.say(&lang.no_names())?;
        }
        let line = words::looked_back_at(lang, session, index, None);
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
        let prompt = format!(
            "{}, {}. {can_also}",
            words::states(lang).join(", "),
            lang.open_with_day()
        );
        loop {
            let Heard::Line(typed) = self.ask_line(&prompt)? else {
                return Ok(vec![Reply::Stop]);
            };
            if let Some(reply) = keys::typed(keys, &typed).and_then(Does::reply) {
                return Ok(vec![reply]);
            }
            let (typed, due) = typed.trim().split_once(' ').unwrap_or((typed.trim(), ""));
            let state = keys::STATES.iter().find(|(key, _)| typed == key.to_string());
            let Some((_, state)) = state.filter(|(_, state)| due.is_empty() || *state == AgreementState::Open) else {
                self.say(&lang.choose_a_state())?;
                continue;
            };
            match Due::typed(due, session.profile().date) {
                Ok(Due::Day(day)) => self.say(&lang.understood_day(&lang.date(day)))?,
                Ok(Due::Words(_)) => {}
                Err(_) => {
                    self.say(&lang.no_such_day())?;
                    continue;
                }
            }
            let asked = words::follow_up_note(lang, session, index);
            let can_also = lang.plain_keys_here(&keys::summary(keys::FOLLOW_UP_TEXT, lang));
            let note = match self.ask_line(&format!("{asked} {can_also}"))? {
                Heard::Line(note) => note,
                Heard::Ended => String::new(),
                Heard::Stopped => return Ok(vec![Reply::Stop]),
            };
            match keys::typed(keys::FOLLOW_UP_TEXT, &note) {
                Some(Does::Stop) => return Ok(vec![Reply::Stop]),
                Some(Does::Back) => {}
                _ => {
                    let note = Some(note).filter(|note| !note.trim().is_empty());
                    let due = due.to_owned();
                    return Ok(vec![Reply::FollowedUp {
                        state: *state,
                        due,
                        note,
                    }]);
                }
            }
        }
    }

    /// What the agreement is about, and what there is of it already.
    fn introduce_agreement(&mut self, session: &Session, about: About, field: AgreementField) -> Result<(), Fault> {
        let lang = self.lang;
        let element = session.element_of(about);
        let scores = session.profile().scores(WEAKEST);
        let heading = words::element_heading(lang, session, &scores, element);
        self.say(&format!("\n{}", words::agreement_heading(lang, about, field, &heading)))?;
        for agreed in words::still_agreed(lang, session, element) {
            self.say(&agreed)?;
        }
        for suggestion in &session.profile().questionnaire.elements[element].suggestions {
            self.say(&format!("- {} ({})", safe(&suggestion.text), safe(&suggestion.source)))?;
        }
        let keys = self.keys(keys::agreement(AgreementField::Who));
        self.say(&keys)?;
        for before in field.before() {
            let label = words::agreement_line(lang, before);
            self.say(&format!("{label} {}", safe(&session.typed(about, before))))?;
        }
        Ok(())
    }

    /// The scores and the lowest, without a pause: the lines stay where they are.
    pub(super) fn profile(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        self.hide(false)?;
        self.tell(&plain::scores(&words::report(self.lang, session), self.columns))
    }

    /// What to talk about.
    pub(super) fn topics(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        self.tell(&plain::topics(&words::report(self.lang, session), self.columns))
    }

    fn tell(&mut self, text: &str) -> Result<Vec<Reply>, Fault> {
        if !text.trim().is_empty() {
            // It is wrapped already.
            write!(self.out, "\n{}", text.trim_start_matches('\n'))
                .and_then(|()| self.out.flush())
                .map_err(|error| gone(&error))?;
        }
        Ok(vec![Reply::Continue])
    }

    /// The list of elements, and of the agreements that are made, to choose from.
    pub(super) fn agreements(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        self.hide(false)?;
        self.agreeing_on = None;
        let lang = self.lang;
        self.say(&format!("\n{}", lang.what_is_next_about()))?;
        let choices = words::agreement_choices(lang, session);
        for (number, choice) in (1..).zip(&choices) {
            self.say(&format!("{number} {}", choice.in_words()))?;
        }
        let prompt = format!("{} {}", lang.number_agrees(), self.keys(keys::AGREEMENTS));
        let number = |lines: &mut Self, line: &str| match line.parse::<usize>() {
            Ok(number) => Ok(Some(vec![Reply::GoTo(number.wrapping_sub(1))])),
            Err(_) => lines.say(&lines.lang.no_such_number(choices.len())).map(|()| None),
        };
        self.choose(session, &prompt, keys::AGREEMENTS, number, vec![Reply::Continue])
    }

    pub(super) fn agreement(
        &mut self,
        session: &Session,
        about: About,
        field: AgreementField,
    ) -> Result<Vec<Reply>, Fault> {
        let lang = self.lang;
        let keys = keys::agreement(field);
        if self.agreeing_on.replace(session.element_of(about)) != Some(session.element_of(about)) {
            self.introduce_agreement(session, about, field)?;
        }
        let so_far = session.typed(about, field);
        let question = if so_far.is_empty() {
            words::agreement_asked(lang, about, field)
        } else {
            let asked = words::agreement_line(lang, field);
            format!("{asked}\n{}", lang.line_so_far(&safe(&so_far)))
        };
        loop {
            let line = match self.ask_line(&question)? {
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
                        "" => so_far.as_str(),
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
}
