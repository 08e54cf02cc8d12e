//! The menu: what can be done now, chosen by its number.

use super::{Screen, editor::Editor, filter::Typing, pages};
use crate::{
    fault::Fault,
    prompt::{
        Chosen, Menu,
        keys::{self, Does, Key},
    },
};

impl Screen {
    /// Asks what to do.
    ///
    /// # Errors
    /// When nothing can be shown or read any more.
    pub(crate) fn menu(&mut self, menu: &Menu<'_>) -> Result<Chosen, Fault> {
        let lang = self.lang;
        let mut remark = menu.remark.map(str::to_owned);
        let mut editor = Editor::new("");
        let mut fresh = true;
        loop {
            let page = |size: &mut pages::Size<'_>| pages::menu(lang, menu, remark.as_deref(), &editor, size);
            let key = self.key(page, Typing::Answers, fresh)?;
            fresh = false;
            match (keys::pressed(keys::MENU, key), key) {
                (_, Key::Stop) => return Ok(Chosen::Stopped),
                (Some(Does::Stop), _) => return Ok(Chosen::Left),
                // The window of a double click would vanish.
                (_, Key::Esc) if editor.text().is_empty() => remark = Some(lang.menu_esc()),
                (Some(_), _) => match menu.typed(editor.text()) {
                    Some(index) => return Ok(Chosen::Number(index)),
                    None => remark = Some(lang.menu_number(menu.choices.len())),
                },
                (None, Key::Char(c)) if !c.is_ascii_digit() => {
                    remark = Some(lang.menu_number(menu.choices.len()));
                    continue;
                }
                (None, Key::Esc) => {}
                (None, key) => {
                    remark = None;
                    editor.press(key);
                    continue;
                }
            }
            editor = Editor::new("");
        }
    }
}
