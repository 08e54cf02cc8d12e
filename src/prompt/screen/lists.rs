//! Pages on which a number is typed: the overview, the settings, the list of agreements.

use super::{Screen, editor::Editor, filter::Typing, frame::Page, pages::Size, questions::Commanded};
use crate::{
    fault::Fault,
    prompt::keys::{self, Does, Key, Keys},
    session::{Reply, Session, SettingKind},
};

/// What was chosen on a page with a list.
enum Chosen {
    Number(usize),
    Does(Does),
}

impl Screen {
    /// Shows a page with a number to type until the number or one of the keys is given.
    fn listed(
        &mut self,
        keys: Keys,
        page: impl Fn(&Editor, Option<&str>, &mut Size<'_>) -> Page,
    ) -> Result<Chosen, Fault> {
        let mut editor = Editor::new("");
        let mut fresh = true;
        let mut remark = self.remark.take();
        loop {
            let key = self.key(|size| page(&editor, remark.as_deref(), size), Typing::Answers, fresh)?;
            (fresh, remark) = (false, None);
            match key {
                Key::Stop => return Ok(Chosen::Does(Does::Stop)),
                Key::Enter if !editor.text().is_empty() => {
                    let number = editor.text().parse::<usize>().unwrap_or(0);
                    return Ok(Chosen::Number(number.wrapping_sub(1)));
                }
                Key::Esc if !editor.text().is_empty() => editor = Editor::new(""),
                key => match keys::pressed(keys, key) {
                    Some(does) => return Ok(Chosen::Does(does)),
                    None if key == Key::Esc => remark = Some(self.lang.esc_does_nothing()),
                    None if matches!(key, Key::Char(c) if !c.is_ascii_digit()) => remark = Some(self.lang.not_here()),
                    None => editor.press(key),
                },
            }
        }
    }

    pub(super) fn overview(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let keys = keys::overview(session);
        let view = self.view(session);
        loop {
            match self.listed(keys, |editor, remark, size| view.saying(remark).overview(editor, size))? {
                Chosen::Number(index) => return Ok(vec![Reply::GoTo(index)]),
                Chosen::Does(Does::Help) => {
                    if let Commanded::Replies(replies) = self.help(session)? {
                        return Ok(replies);
                    }
                }
                Chosen::Does(does) => return Ok(does.reply().into_iter().collect()),
            }
        }
    }

    pub(super) fn settings(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let view = self.view(session);
        loop {
            match self.listed(keys::SETTINGS_LIST, |editor, remark, size| {
                view.saying(remark).settings(editor, size)
            })? {
                Chosen::Number(index) => match SettingKind::ALL.get(index) {
                    Some(kind) => {
                        if let Some(replies) = self.setting(session, *kind)? {
                            return Ok(replies);
                        }
                    }
                    None => self.remark = Some(self.lang.no_such_number(SettingKind::ALL.len())),
                },
                Chosen::Does(does) => return Ok(does.reply().into_iter().collect()),
            }
        }
    }

    pub(super) fn agreements(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let view = self.view(session);
        let chosen = self.listed(keys::AGREEMENTS, |editor, remark, size| {
            view.saying(remark).agreements(editor, size)
        })?;
        Ok(match chosen {
            Chosen::Number(index) => vec![Reply::GoTo(index)],
            Chosen::Does(does) => does.reply().into_iter().collect(),
        })
    }
}
