//! What is typed on the full screen in words: a note, and what is said about an agreement.

use super::{
    Screen,
    editor::Editor,
    filter::Typing,
    frame::Page,
    pages::{Size, View},
};
use crate::{
    agreement::AgreementState,
    fault::Fault,
    prompt::keys::{self, Does, Key, Keys},
    session::{Reply, Session},
};

impl Screen {
    /// Shows a page with a text to type, until a key of the page that is no letter ends it.
    pub(super) fn text(
        &mut self,
        editor: &mut Editor,
        keys: Keys,
        page: impl Fn(&Editor, &mut Size<'_>) -> Page,
    ) -> Result<Does, Fault> {
        let mut fresh = true;
        loop {
            let key = self.key(|size| page(editor, size), Typing::Words, fresh)?;
            fresh = false;
            match key {
                Key::Stop => return Ok(Does::Stop),
                Key::Char(_) => editor.press(key),
                key => match keys::pressed(keys, key) {
                    Some(does) => return Ok(does),
                    None => editor.press(key),
                },
            }
        }
    }

    /// A note to a question; `None` when it is closed without a change.
    pub(super) fn note(&mut self, session: &Session, index: usize) -> Result<Option<Vec<Reply>>, Fault> {
        let old = session.profile().response(session.at(index)).note.clone();
        let view = View {
            session,
            lang: self.lang,
            remark: None,
        };
        let mut editor = Editor::new(&old.unwrap_or_default());
        let ended = self.text(&mut editor, keys::NOTE_TEXT, |editor, size| {
            view.note(index, editor, size)
        })?;
        Ok(replies(ended, Reply::Note(editor.text().to_owned())))
    }

    /// What the team says about an agreement that stands so; `None` when it chooses again.
    pub(super) fn follow_up_note(
        &mut self,
        session: &Session,
        index: usize,
        state: AgreementState,
    ) -> Result<Option<Vec<Reply>>, Fault> {
        let view = View {
            session,
            lang: self.lang,
            remark: None,
        };
        // A note of an earlier meeting is about how it stood then: it is shown, and stays unless there is a new one. Only
        // what was typed at this meeting can be changed.
        let again = session.is_followed_up(index);
        let given = session.carried_over(index).note.as_deref();
        let mut editor = Editor::new(given.filter(|_| again).unwrap_or_default());
        let ended = self.text(&mut editor, keys::FOLLOW_UP_TEXT, |editor, size| {
            view.follow_up(index, Some((state, editor)), size)
        })?;
        let note = Some(editor.text().to_owned()).filter(|note| again || !note.trim().is_empty());
        Ok(replies(ended, Reply::FollowedUp { state, note }))
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
