//! The questions on the full screen, everyone's answers, sheets, and the look back.

use super::{Screen, editor::Editor, filter::Typing, pages::Size};
use crate::{
    fault::Fault,
    prompt::{
        keys::{self, Does, Key, Keys},
        words,
    },
    session::{Position, Reply, Session},
    tally::{Mode, Numbers, Tally, TallyError},
};

/// Whether a character can be an answer or stand between answers; any other letter is a command.
fn answers(c: char, numbers: Numbers) -> bool {
    !c.is_alphabetic() || numbers.ten() == Some(c.to_ascii_lowercase())
}

/// What a key was at a question or at its spread.
pub(super) enum Commanded {
    Replies(Vec<Reply>),
    /// Something was shown in between; the page is asked anew.
    Shown,
    /// A key without a meaning here.
    Unknown,
    /// A key that is none of our business.
    Nothing,
}

impl Screen {
    pub(super) fn question(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let profile = session.profile();
        let (mode, numbers) = (profile.mode, Numbers::from(profile.questionnaire.scale.numbers()));
        let keys = keys::question(session, index);
        let mut editor = Editor::new("");
        let mut fresh = true;
        let mut remark = self.remark.take();
        loop {
            let view = self.view(session).saying(remark.as_deref());
            let typed = (mode == Mode::Tally).then_some(&editor);
            let typing = if mode == Mode::Tally {
                Typing::Answers
            } else {
                Typing::Keys
            };
            let key = self.key(|size| view.question(index, typed, size), typing, fresh)?;
            fresh = false;
            remark = None;
            let answered = match (mode, key) {
                (Mode::Joint, Key::Char(c)) if answers(c, numbers) => Some(Tally::parse(
                    c.encode_utf8(&mut [0; 4]),
                    mode,
                    profile.participants,
                    numbers,
                )),
                (Mode::Tally, Key::Enter) if !editor.text().trim().is_empty() => {
                    let answers = Tally::parse(editor.text(), mode, profile.participants, numbers);
                    editor = Editor::new("");
                    Some(answers)
                }
                _ => None,
            };
            match answered {
                // With too many the session asks whether the team has grown.
                Some(Ok(tally) | Err(TallyError::TooMany(tally))) => return Ok(vec![Reply::Answer(tally)]),
                Some(Err(error)) => {
                    remark = Some(words::tally_error(self.lang, session, &error));
                    continue;
                }
                None => {}
            }
            let types = match key {
                Key::Char(c) => mode == Mode::Tally && answers(c, numbers),
                Key::Enter | Key::Stop => false,
                Key::Esc => !editor.text().is_empty(),
                _ => mode == Mode::Tally,
            };
            if types && key == Key::Esc {
                editor = Editor::new("");
            } else if types {
                editor.press(key);
            } else if matches!(key, Key::Char(_)) && !editor.text().is_empty() {
                remark = Some(self.lang.typed_first());
            } else {
                match self.command(session, index, keys, key)? {
                    Commanded::Replies(replies) => return Ok(replies),
                    Commanded::Shown => fresh = true,
                    Commanded::Unknown if key == Key::Esc => remark = Some(self.lang.esc_does_nothing()),
                    Commanded::Unknown => remark = Some(words::nothing_answered(self.lang, session)),
                    Commanded::Nothing => {}
                }
            }
        }
    }

    pub(super) fn spread(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let mut remark = self.remark.take();
        let mut fresh = true;
        loop {
            let view = self.view(session).saying(remark.as_deref());
            let key = self.key(|size| view.spread(index, size), Typing::Keys, fresh)?;
            fresh = false;
            let keys = if session.counts_stay() {
                keys::COUNTS
            } else {
                keys::SPREAD
            };
            match self.command(session, index, keys, key)? {
                Commanded::Replies(replies) => return Ok(replies),
                Commanded::Shown => (remark, fresh) = (None, true),
                Commanded::Unknown if key == Key::Esc => remark = Some(self.lang.esc_does_nothing()),
                Commanded::Unknown => remark = Some(self.lang.not_here()),
                Commanded::Nothing => {}
            }
        }
    }

    /// The sheet of one member.
    pub(super) fn ballot(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let numbers = Numbers::from(session.profile().questionnaire.scale.numbers());
        let mut editor = Editor::new("");
        let view = self.view(session);
        let mut fresh = true;
        let mut remark = self.remark.take();
        loop {
            let page = |size: &mut Size<'_>| view.saying(remark.as_deref()).ballot(&editor, size);
            let key = self.key(page, Typing::Answers, fresh)?;
            (fresh, remark) = (false, None);
            match key {
                Key::Stop => return Ok(vec![Reply::Stop]),
                Key::Enter if !editor.text().trim().is_empty() => {
                    match Tally::sheet(editor.text(), numbers) {
                        Ok(sheet) if sheet.len() == session.total() => return Ok(vec![Reply::Sheet(sheet)]),
                        // It stays there to be mended.
                        Ok(sheet) => remark = Some(self.lang.sheet_length(sheet.len(), session.total())),
                        Err(_) => remark = Some(words::nothing_answered(self.lang, session)),
                    }
                }
                Key::Esc if !editor.text().is_empty() => editor = Editor::new(""),
                Key::Char(c) if !answers(c, numbers) && !editor.text().is_empty() => {
                    remark = Some(self.lang.typed_first());
                }
                key => match keys::pressed(keys::BALLOT, key) {
                    Some(Does::Help) => {
                        if let Commanded::Replies(replies) = self.help(session)? {
                            return Ok(replies);
                        }
                        fresh = true;
                    }
                    Some(does) => return Ok(does.reply().into_iter().collect()),
                    None if matches!(key, Key::Char(c) if !answers(c, numbers)) => remark = Some(self.lang.not_here()),
                    None => editor.press(key),
                },
            }
        }
    }

    pub(super) fn follow_up(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let lang = self.lang;
        let keys = keys::follow_up(session.is_followed_up(index));
        let mut remark = self.remark.take();
        let mut fresh = true;
        loop {
            let view = self.view(session).saying(remark.as_deref());
            let key = self.key(|size| view.follow_up(index, None, size), Typing::Keys, fresh)?;
            fresh = false;
            if key == Key::Stop {
                return Ok(vec![Reply::Stop]);
            }
            if let Some(reply) = keys::pressed(keys, key).and_then(Does::reply) {
                return Ok(vec![reply]);
            }
            let chosen = keys::STATES.iter().find(|(known, _)| Key::Char(*known) == key);
            if let Some((_, state)) = chosen {
                if let Some(replies) = self.follow_up_texts(session, index, *state)? {
                    return Ok(replies);
                }
                (remark, fresh) = (None, true);
            } else {
                match key {
                    Key::Esc => remark = Some(lang.esc_does_nothing()),
                    Key::Char(_) | Key::Enter => remark = Some(lang.choose_a_state()),
                    _ => {}
                }
            }
        }
    }

    /// What a key does at a question or at its spread.
    fn command(&mut self, session: &Session, index: usize, keys: Keys, key: Key) -> Result<Commanded, Fault> {
        if key == Key::Stop {
            return Ok(Commanded::Replies(vec![Reply::Stop]));
        }
        let Some(does) = keys::pressed(keys, key) else {
            return Ok(match key {
                Key::Char(_) | Key::Enter | Key::Esc => Commanded::Unknown,
                _ => Commanded::Nothing,
            });
        };
        Ok(match does {
            Does::Note => self.note(session, index)?.map_or(Commanded::Shown, Commanded::Replies),
            Does::Help => self.help(session)?,
            does => does
                .reply()
                .map_or(Commanded::Nothing, |reply| Commanded::Replies(vec![reply])),
        })
    }

    /// The explanation, until a key closes it.
    pub(super) fn help(&mut self, session: &Session) -> Result<Commanded, Fault> {
        let view = self.view(session);
        let explained = match session.position() {
            Position::Spread(_) if session.counts_stay() => keys::COUNTS,
            Position::Spread(_) => keys::SPREAD,
            Position::Ballot => keys::BALLOT,
            Position::Question(index) => keys::question(session, index),
            _ => keys::overview(session),
        };
        let key = self.key(|size| view.help(explained, size), Typing::Keys, true)?;
        Ok(if key == Key::Stop {
            Commanded::Replies(vec![Reply::Stop])
        } else {
            Commanded::Shown
        })
    }
}
