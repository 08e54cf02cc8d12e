//! The page on which a team looks back at an agreement of an earlier meeting.

use super::{Brevity, Size, View, keys_at_bottom};
use crate::{
    agreement::AgreementState,
    prompt::{
        keys,
        screen::{
            editor::Editor,
            frame::{Cell, Line, Page, Parts, bold, cells, fit, paragraph},
        },
        words,
    },
};

impl View<'_> {
    /// The new day of an agreement that is still open.
    pub fn new_day(&self, index: usize, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let line = words::looked_back_at(lang, self.session, index, None);
        let mut body: Vec<Line> = (!size.is_low()).then(Line::blank).into_iter().collect();
        body.extend(bold(&line.what, margin, columns));
        body.extend(paragraph(&line.about(lang).join(" · "), margin, columns));
        let mut input: Vec<Line> = (!size.is_low()).then(Line::blank).into_iter().collect();
        input.extend(paragraph(&lang.new_day(), margin, columns));
        input.extend(typed.lines(&lang.new_day_label(), margin, columns));
        self.remark_lines(&mut input, size);
        let (number, total) = (index + 1, self.session.follow_ups());
        let parts = Parts {
            heading: self.top(
                &words::agreed_on(lang, self.session, index),
                &lang.agreement_of(number, total),
                (number, total),
                size,
            ),
            bodies: vec![body],
            input,
            keys: keys_at_bottom(keys::FOLLOW_UP_TEXT, None, lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// An agreement with how it can stand; once that is chosen, with the note that is being typed.
    /// `chosen` is that with the new day, if one was typed.
    pub fn follow_up(
        &self,
        index: usize,
        chosen: Option<(AgreementState, &str, &Editor)>,
        size: &mut Size<'_>,
    ) -> Page {
        let (lang, columns) = (self.lang, size.text_columns());
        let stands = chosen.map(|(state, day, _)| (state, day));
        let line = words::looked_back_at(lang, self.session, index, stands);
        let stands = stands.map(|(state, _)| state).or_else(|| {
            self.session
                .is_followed_up(index)
                .then(|| self.session.carried_over(index).state)
        });
        let states = keys::STATES.map(|(_, state)| state);
        let labels: Vec<Cell> = words::states(lang)
            .into_iter()
            .zip(states)
            .map(|(label, state)| {
                if stands == Some(state) {
                    (format!("▸{label}"), true)
                } else {
                    (label, false)
                }
            })
            .collect();
        // What was typed at this meeting is in the line to type in.
        let is_typed = chosen.is_some() && self.session.is_followed_up(index);
        let body = |brief: Brevity| {
            let margin = brief.margin(size);
            let mut body = brief.blanks();
            if brief == Brevity::Roomy && index == 0 && chosen.is_none() {
                body.extend(paragraph(&lang.follow_up_intro(), margin, columns));
                body.push(Line::blank());
            }
            body.extend(bold(&line.what, margin, columns));
            if brief < Brevity::Close {
                body.push(Line::blank());
            }
            body.extend(paragraph(&line.about(lang).join(" · "), margin, columns));
            if !is_typed && brief < Brevity::Close && !line.note.is_empty() {
                body.extend(paragraph(&lang.note_is(&line.note.join(" ")), margin, columns));
            }
            body.extend(brief.blanks());
            body.extend(cells(&labels, margin, columns));
            body
        };
        let mut input = Vec::new();
        if let Some((_, _, typed)) = chosen {
            input.extend((!size.is_low()).then(Line::blank));
            let asked = if is_typed {
                lang.follow_up_note()
            } else {
                words::follow_up_note(lang, self.session, index)
            };
            for sentence in [asked, lang.no_names()] {
                input.extend(paragraph(&sentence, size.margin(), columns));
            }
            input.extend(typed.lines(&lang.note_label(), size.margin(), columns));
        }
        self.remark_lines(&mut input, size);
        let keys = if chosen.is_some() {
            keys_at_bottom(keys::FOLLOW_UP_TEXT, None, lang, size)
        } else {
            let numbers = keys::STATES.map(|(key, _)| key.to_string()).join(" ");
            let lead = format!("{numbers} {}", lang.key_choose());
            let keys = keys::follow_up(self.session.is_followed_up(index));
            keys_at_bottom(keys, Some(&lead), lang, size)
        };
        let (number, total) = (index + 1, self.session.follow_ups());
        let parts = Parts {
            heading: self.top(
                &words::agreed_on(lang, self.session, index),
                &lang.agreement_of(number, total),
                (number, total),
                size,
            ),
            bodies: [Brevity::Roomy, Brevity::Ample, Brevity::Close].map(body).into(),
            input,
            keys,
        };
        fit(parts, size.rows, size.scroll)
    }
}
