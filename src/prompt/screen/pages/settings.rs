//! Who meets, when and how: the list, and one of them being changed.

use super::{Numbered, Size, View, keys_at_bottom};
use crate::{
    prompt::{
        keys,
        screen::{
            editor::Editor,
            frame::{Line, Page, Parts, bold, fit, hanging, paragraph},
        },
        words,
    },
    session::SettingKind,
    tally::Mode,
};

impl View<'_> {
    /// The settings with what they are now.
    pub fn settings(&self, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let mut body = vec![Line::blank()];
        body.extend(bold(&lang.settings_heading(), margin, columns));
        body.extend((!size.is_low()).then(Line::blank));
        for (number, kind) in (1..).zip(SettingKind::ALL) {
            let now = words::setting_now(lang, self.session, kind);
            let line = format!("{number}  {}: {now}", words::setting(lang, kind));
            body.extend(hanging(&line, margin, 3, columns));
        }
        let page = Numbered {
            heading: vec![self.title("", size)],
            body,
            label: &lang.number_label(),
            typed,
            keys: keys::SETTINGS_LIST,
            lead: &format!("{} {}", lang.key_number(), lang.key_change()),
        };
        let advice = words::better_together_than_now(lang, self.session.profile());
        self.saying(self.remark.or(advice.as_deref())).numbered(page, size)
    }

    /// One of the settings being changed.
    pub fn setting(&self, kind: SettingKind, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let mut body = vec![Line::blank(); if size.is_low() { 1 } else { 2 }];
        if kind == SettingKind::Mode {
            for (number, mode) in (1..).zip(Mode::OF_MEETINGS) {
                body.extend(hanging(
                    &format!("{number} {}", words::mode(lang, mode)),
                    margin,
                    2,
                    columns,
                ));
            }
            body.push(Line::blank());
        }
        if kind == SettingKind::Functions {
            body.extend(paragraph(&lang.no_names_of_anyone(), margin, columns));
            body.push(Line::blank());
        }
        let label = match kind {
            SettingKind::Participants => format!(
                "{}: ({})",
                words::setting(lang, kind),
                lang.now_so_many(self.session.profile().participants)
            ),
            _ => format!("{}:", words::setting(lang, kind)),
        };
        body.extend(typed.lines(&label, margin, columns));
        let mut input = Vec::new();
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: vec![self.title("", size)],
            bodies: vec![body],
            input,
            keys: keys_at_bottom(keys::SETTING_TEXT, None, lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }
}
