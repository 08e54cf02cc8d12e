//! What is asked before the first question: a text, or a choice from a list.

use super::{Size, keys_at_bottom};
use crate::{
    lang::Lang,
    prompt::{
        Inquiry, keys,
        screen::{
            editor::Editor,
            frame::{Line, Page, Parts, bold, fit, hanging},
        },
    },
};

/// A question with its choices, if there are any, and the line to type in.
pub fn inquiry(lang: Lang, inquiry: &Inquiry<'_>, typed: &Editor, size: &mut Size<'_>) -> Page {
    let (columns, margin) = (size.text_columns(), size.margin());
    let mut body = vec![Line::blank(); if size.is_low() { 1 } else { 2 }];
    let with_known = |label: &str| match inquiry.known {
        Some(known) => format!("{label} {}", lang.known(known)),
        None => label.to_owned(),
    };
    if inquiry.choices.is_empty() {
        body.extend(typed.lines(&with_known(inquiry.question), margin, columns));
    } else {
        body.extend(bold(inquiry.question, margin, columns));
        body.push(Line::blank());
        for (number, choice) in (1..).zip(inquiry.choices) {
            body.extend(hanging(&format!("{number} {choice}"), margin, 2, columns));
        }
        body.push(Line::blank());
        body.extend(typed.lines(&with_known(&lang.number_label()), margin, columns));
    }
    if let Some(remark) = inquiry.remark {
        body.push(Line::blank());
        body.extend(bold(remark, margin, columns));
    }
    let parts = Parts {
        heading: Vec::new(),
        bodies: vec![body],
        input: Vec::new(),
        keys: keys_at_bottom(keys::inquiry(inquiry.has_before), None, lang, size),
    };
    fit(parts, size.rows, size.scroll)
}
