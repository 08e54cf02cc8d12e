//! The pages after the questions: the review, an agreement, and what is shown when saving fails.

use super::{Size, View, keys_at_bottom};
use crate::{
    messages::Lang,
    prompt::{
        screen::{
            editor::Editor,
            frame::{Line, Page, Parts, Style, fit, hanging, paragraph},
        },
        wording,
    },
    scoring::WEAKEST,
    text::visible,
};

impl View<'_> {
    /// What is still open, before the end.
    pub fn review(&self, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let open = self.session.open();
        let total = self.session.total();
        let mut body = vec![Line::blank()];
        body.extend(paragraph(
            &lang.review_summary(total - open.len(), total),
            margin,
            columns,
            Style::Strong,
        ));
        body.push(Line::blank());
        for index in open {
            let at = self.session.at(index);
            let state = match self.session.profile().response(at).tally {
                Some(_) => lang.dont_know(),
                None => lang.not_answered(),
            };
            let text = visible(&self.session.profile().questionnaire.question(at).text).into_owned();
            body.extend(hanging(
                &format!("{:>2}  {text} ({state})", index + 1),
                margin,
                4,
                columns,
            ));
        }
        body.push(Line::blank());
        body.extend(paragraph(&lang.review_prompt(), margin, columns, Style::Plain));
        body.extend(typed.lines(&lang.review_number(), margin, columns));
        self.remark_lines(&mut body, margin, columns);
        let parts = Parts {
            heading: self.heading(None, size),
            bodies: vec![body],
            keys: keys_at_bottom(&lang.keys_review(), &lang.keys_review_short(), size),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// An agreement on one element, one of whose three lines is being typed.
    pub fn agreement(
        &self,
        element: usize,
        given: &[(String, String)],
        label: &str,
        typed: &Editor,
        size: &mut Size<'_>,
    ) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let scores = self.session.profile().scores(WEAKEST);
        let heading = wording::element_heading(lang, self.session, &scores, element);
        let suggestions = &self.session.profile().questionnaire.elements[element].suggestions;
        let body = |brief: bool| {
            let mut body = vec![Line::blank()];
            body.extend(paragraph(&lang.agreement_on(&heading), margin, columns, Style::Strong));
            body.push(Line::blank());
            for suggestion in suggestions.iter().filter(|_| !brief) {
                body.extend(hanging(&format!("· {}", visible(&suggestion.text)), margin, 2, columns));
                body.extend(paragraph(
                    &visible(&suggestion.source),
                    margin + 2,
                    columns,
                    Style::Quiet,
                ));
            }
            if !brief && !suggestions.is_empty() {
                body.push(Line::blank());
            }
            for (label, text) in given {
                body.extend(paragraph(
                    &format!("{label} {}", visible(text)),
                    margin,
                    columns,
                    Style::Plain,
                ));
            }
            body.extend(typed.lines(label, margin, columns));
            body
        };
        let parts = Parts {
            heading: self.heading(None, size),
            bodies: vec![body(false), body(true)],
            keys: keys_at_bottom(&lang.keys_agreement(), &lang.keys_agreement_short(), size),
        };
        fit(parts, size.rows, size.scroll)
    }
}

/// A failed save: the reason, and a line for another folder.
pub fn cannot_save(lang: Lang, reason: &str, typed: &Editor, size: &mut Size<'_>) -> Page {
    let (columns, margin) = (size.text_columns(), size.margin());
    let mut body = vec![Line::blank()];
    body.extend(paragraph(reason, margin, columns, Style::Strong));
    body.push(Line::blank());
    body.extend(paragraph(&lang.save_again(), margin, columns, Style::Plain));
    body.extend(typed.lines(&lang.folder_label(), margin, columns));
    let parts = Parts {
        heading: Vec::new(),
        bodies: vec![body],
        keys: Vec::new(),
    };
    fit(parts, size.rows, size.scroll)
}
