//! What can be done now, with whose it is at the top.

use super::{Size, keys_at_bottom};
use crate::{
    lang::Lang,
    prompt::{
        Menu, keys,
        screen::{
            editor::Editor,
            frame::{Line, Page, Parts, TEXT_COLUMNS, bold, both_ends, fit, hanging, paragraph},
        },
    },
    text::{shorten, width},
};

/// The choices below each other, and the line to type a number in; without blank lines where there is no room for them.
pub(crate) fn menu(lang: Lang, menu: &Menu<'_>, remark: Option<&str>, typed: &Editor, size: &mut Size<'_>) -> Page {
    let (columns, margin) = (size.text_columns(), size.margin());
    let [whose, last] = menu.heading;
    let room = columns.min(TEXT_COLUMNS).saturating_sub(1);
    let heading = if width(whose) + width(last) + 2 <= room {
        vec![both_ends(&format!(" {whose}"), last, room + 1)]
    } else {
        [whose, last]
            .map(|text| Line::new(format!(" {}", shorten(text, room))))
            .into()
    };
    let digits = width(&menu.choices.len().to_string());
    let body = |blank: bool| {
        let blank = || vec![Line::blank(); usize::from(blank)];
        let mut body = blank();
        body.extend(bold(menu.question, 1, columns));
        body.extend(blank());
        for (number, choice) in (1..).zip(menu.choices) {
            body.extend(hanging(
                &format!("{number:>digits$}  {choice}"),
                margin,
                digits + 2,
                columns,
            ));
        }
        body
    };
    let mut input = vec![Line::blank(); usize::from(!size.is_low())];
    if let Some(remark) = remark {
        input.extend(paragraph(remark, 1, columns));
    }
    input.extend(typed.lines(&lang.number_label(), 1, columns));
    let parts = Parts {
        heading,
        bodies: vec![body(true), body(false)],
        input,
        keys: keys_at_bottom(keys::MENU, None, lang, size),
    };
    fit(parts, size.rows, size.scroll)
}
