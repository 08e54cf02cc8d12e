//! What is typed on the full screen in words: a note, and what is said about an agreement.

use super::{
    Screen,
    editor::{Edited, Editor},
    frame::Page,
    keys::Typing,
    pages::{Size, View},
};
use crate::{
    agreement::AgreementState,
    fault::Fault,
    prompt::stop::request_stop,
    session::{Reply, Session},
};

/// How typing a text ended.
pub(super) enum Typed {
    Done,
    Closed,
    Stopped,
}

impl Screen {
    /// Shows a page with a text to type.
    pub(super) fn text(
        &mut self,
        editor: &mut Editor,
        page: impl Fn(&Editor, &mut Size<'_>) -> Page,
    ) -> Result<Typed, Fault> {
        let mut fresh = true;
        loop {
            let key = self.key(|size| page(editor, size), Typing::Words, fresh)?;
            fresh = false;
            match editor.press(key) {
                Edited::Typing => {}
                Edited::Done => return Ok(Typed::Done),
                Edited::Closed => return Ok(Typed::Closed),
                Edited::Stopped => return Ok(Typed::Stopped),
            }
        }
    }

    /// A note to a question; `None` when it is closed without a change.
    pub(super) fn note(&mut self, session: &Session, index: usize) -> Result<Option<Reply>, Fault> {
        let lang = self.lang;
        let old = session
            .profile()
            .response(session.at(index))
            .note
            .clone()
            .unwrap_or_default();
        let view = View {
            session,
            lang,
            remark: None,
        };
        let mut editor = Editor::new(&old);
        let typed = self.text(&mut editor, |editor, size| view.note(index, editor, size))?;
        Ok(match typed {
            Typed::Done => Some(Reply::Note(editor.text().to_owned())),
            Typed::Closed => None,
            Typed::Stopped => {
                // What was typed is kept first; the next page then stops.
                request_stop();
                Some(Reply::Note(editor.text().to_owned()))
            }
        })
    }

    /// What the team says about an agreement that stands so; `None` when it chooses again.
    pub(super) fn follow_up_note(
        &mut self,
        session: &Session,
        index: usize,
        state: AgreementState,
    ) -> Result<Option<Reply>, Fault> {
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
        let typed = self.text(&mut editor, |editor, size| {
            view.follow_up(index, Some((state, editor)), size)
        })?;
        if matches!(typed, Typed::Closed) {
            return Ok(None);
        }
        if matches!(typed, Typed::Stopped) {
            // What was typed is kept first; the next page then stops.
            request_stop();
        }
        let note = Some(editor.text().to_owned()).filter(|note| again || !note.trim().is_empty());
        Ok(Some(Reply::FollowedUp { state, note }))
    }
}
