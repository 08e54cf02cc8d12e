//! What is typed on the full screen in words: notes, settings, days, agreements.

use super::{Screen, editor::Editor, filter::Typing, frame::Page, pages::Size};
use crate::{
    agreement::{AgreementField, AgreementState, Due},
    fault::Fault,
    prompt::{
        keys::{self, Does, Key, Keys},
        words,
    },
    session::{About, Reply, Session, SettingKind},
};

impl Screen {
    /// Shows a page with a text to type, until a key of the page that is no letter ends it. A page that `guards` what was typed
    /// asks once before Esc throws it away.
    pub(super) fn text(
        &mut self,
        editor: &mut Editor,
        keys: Keys,
        guards: bool,
        page: impl Fn(&Editor, Option<&str>, &mut Size<'_>) -> Page,
    ) -> Result<Does, Fault> {
        let mut fresh = true;
        let mut remark = self.remark.take();
        let mut warned = false;
        loop {
            let key = self.key(|size| page(editor, remark.as_deref(), size), Typing::Words, fresh)?;
            fresh = false;
            match key {
                Key::Stop => return Ok(Does::Stop),
                Key::Char(_) => editor.press(key),
                key => match keys::pressed(keys, key) {
                    Some(Does::Back) if guards && editor.changed() && !warned => {
                        remark = Some(self.lang.not_kept_yet());
                        warned = true;
                        continue;
                    }
                    Some(does) => return Ok(does),
                    None => editor.press(key),
                },
            }
            (remark, warned) = (None, false);
        }
    }

    /// A note to a question; `None` when it is closed without a change.
    pub(super) fn note(&mut self, session: &Session, index: usize) -> Result<Option<Vec<Reply>>, Fault> {
        let old = session.profile().response(session.at(index)).note.clone();
        let view = self.view(session);
        let mut editor = Editor::new(&old.unwrap_or_default());
        let ended = self.text(&mut editor, keys::NOTE_TEXT, true, |editor, remark, size| {
            view.saying(remark).note(index, editor, size)
        })?;
        Ok(replies(ended, Reply::Note(editor.text().to_owned())))
    }

    /// What the team says about an agreement that stands so, and when it will be done if it is still open; `None` when it
    /// chooses again.
    pub(super) fn follow_up_texts(
        &mut self,
        session: &Session,
        index: usize,
        state: AgreementState,
    ) -> Result<Option<Vec<Reply>>, Fault> {
        let view = self.view(session);
        let mut due = Editor::new("");
        // A note of an earlier meeting is about how it stood then: it is shown, and stays unless there is a new one. Only
        // what was typed at this meeting can be changed.
        let again = session.is_followed_up(index);
        let given = session.carried_over(index).note.as_deref();
        let mut editor = Editor::new(given.filter(|_| again).unwrap_or_default());
        let asks_day = state == AgreementState::Open;
        let ended = loop {
            if asks_day {
                let ended = self.text(&mut due, keys::FOLLOW_UP_TEXT, true, |editor, remark, size| {
                    view.saying(remark).new_day(index, editor, size)
                })?;
                match ended {
                    Does::Back => return Ok(None),
                    Does::Stop => return Ok(Some(vec![Reply::Stop])),
                    _ if Due::typed(due.text(), session.profile().date).is_ok() => {}
                    _ => {
                        self.remark = Some(self.lang.no_such_day());
                        due.refuse();
                        continue;
                    }
                }
            }
            let day = due.text();
            let ended = self.text(&mut editor, keys::FOLLOW_UP_TEXT, true, |editor, remark, size| {
                view.saying(remark).follow_up(index, Some((state, day, editor)), size)
            })?;
            // A line back is the day that was typed.
            if !(asks_day && ended == Does::Back) {
                break ended;
            }
        };
        let note = Some(editor.text().to_owned()).filter(|note| again || !note.trim().is_empty());
        let due = due.text().to_owned();
        Ok(replies(ended, Reply::FollowedUp { state, due, note }))
    }

    /// A setting to be changed; nothing when it stays as it is.
    pub(super) fn setting(&mut self, session: &Session, kind: SettingKind) -> Result<Option<Vec<Reply>>, Fault> {
        let view = self.view(session);
        let mut editor = Editor::new(&words::setting_typed(session, kind));
        loop {
            let ended = self.text(&mut editor, keys::SETTING_TEXT, true, |editor, remark, size| {
                view.saying(remark).setting(kind, editor, size)
            })?;
            match ended {
                Does::Back => return Ok(None),
                Does::Stop => return Ok(Some(vec![Reply::Stop])),
                _ if !editor.changed() => return Ok(None),
                _ => {}
            }
            match kind.typed(editor.text(), session.profile().date) {
                Ok(setting) => return Ok(Some(vec![Reply::Set(setting)])),
                Err(refusal) => self.remark = Some(words::setting_refusal(self.lang, refusal)),
            }
            editor.refuse();
        }
    }

    /// A line of an agreement.
    pub(super) fn agreement(
        &mut self,
        session: &Session,
        about: About,
        field: AgreementField,
    ) -> Result<Vec<Reply>, Fault> {
        let mut editor = Editor::new(&session.typed(about, field));
        if self.remark.is_some() {
            editor.replace(&self.typed);
            editor.refuse();
        }
        let view = self.view(session);
        let keys = keys::agreement(field);
        // Going a line back keeps what was typed; out of the first one it would be gone.
        let guards = field == AgreementField::What;
        let ended = self.text(&mut editor, keys, guards, |editor, remark, size| {
            view.saying(remark).agreement(about, field, editor, size)
        })?;
        let text = editor.text().to_owned();
        self.typed.clone_from(&text);
        Ok(match ended {
            Does::Back if guards => vec![Reply::Back],
            Does::Back => vec![Reply::LineSoFar(text), Reply::Back],
            Does::Stop => vec![Reply::LineSoFar(text), Reply::Stop],
            _ => vec![Reply::Line(text)],
        })
    }
}

/// What was typed as replies: none where it was closed, and kept first where the team stops.
fn replies(ended: Does, typed: Reply) -> Option<Vec<Reply>> {
    match ended {
        Does::Back => None,
        Does::Stop => Some(vec![typed, Reply::Stop]),
        _ => Some(vec![typed]),
    }
}
