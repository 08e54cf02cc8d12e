//! The pages after the questions: the review, an agreement, and what is shown when saving fails.

use super::{HEADING_COLUMNS, Size, View, keys_at_bottom};
use crate::{
    agreement::AgreementField,
    lang::Lang,
    prompt::{
        keys,
        screen::{
            editor::Editor,
            frame::{Line, Page, Parts, bold, first_line, fit, hanging, paragraph},
        },
        words,
    },
    render::terminal::Emphasis,
    scoring::WEAKEST,
    text::{safe, shorten, visible, width},
};

impl View<'_> {
    /// What is still open, before the end.
    pub fn review(&self, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let open = self.session.open();
        let total = self.session.total();
        let mut heading = self.heading(None, size);
        let summary = lang.review_summary(total - open.len(), total);
        heading.extend(bold(&summary, 1, columns));
        let mut body = vec![Line::blank()];
        for index in &open {
            let at = self.session.at(*index);
            let state = words::why_open(lang, self.session, *index);
            let text = safe(&self.session.profile().questionnaire.question(at).text);
            let number = index + 1;
            if size.is_wide() {
                let room = columns.min(HEADING_COLUMNS).saturating_sub(margin + 6 + width(&state));
                let text = shorten(&text, room);
                let gap = " ".repeat(room - width(&text));
                body.push(Line::new(format!(
                    "{}{number:>2}  {text}{gap}  {state}",
                    " ".repeat(margin)
                )));
            } else {
                body.extend(hanging(&format!("{number:>2}  {text} ({state})"), margin, 4, columns));
            }
        }
        let mut input: Vec<Line> = (!size.is_low()).then(Line::blank).into_iter().collect();
        input.extend(paragraph(&lang.review_prompt(), margin, columns));
        input.extend(typed.lines(&lang.review_number(), margin, columns));
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading,
            bodies: vec![body],
            input,
            keys: keys_at_bottom(keys::REVIEW, None, lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// An agreement on one element, one of whose lines is being typed.
    pub fn agreement(&self, element: usize, field: AgreementField, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let scores = self.session.profile().scores(WEAKEST);
        let heading = words::element_heading(lang, self.session, &scores, element);
        let suggestions = &self.session.profile().questionnaire.elements[element].suggestions;
        let still_agreed = words::still_agreed(lang, self.session, element);
        // All ideas with their sources, else as many as fit without.
        let body = |ideas: usize, sources: bool| {
            let mut body = vec![Line::blank()];
            body.extend(bold(&lang.agreement_on(&heading), margin, columns));
            for agreed in &still_agreed {
                body.extend(paragraph(agreed, margin, columns));
            }
            if ideas > 0 {
                body.push(Line::blank());
                body.extend(paragraph(&lang.ideas(), margin, columns));
                let mut last = "";
                for suggestion in &suggestions[..ideas] {
                    body.extend(hanging(&format!("· {}", safe(&suggestion.text)), margin, 2, columns));
                    if sources && suggestion.source != last {
                        last = &suggestion.source;
                        let source =
                            first_line(&visible(last), columns.min(HEADING_COLUMNS).saturating_sub(margin + 2));
                        let source = Emphasis::Quiet.of(&source);
                        body.push(Line::new(format!("{}{source}", " ".repeat(margin + 2))));
                    }
                }
            }
            body
        };
        let mut input = vec![Line::blank()];
        for before in field.before() {
            let label = words::agreement_line(lang, before);
            let given = format!("{label} {}", visible(self.session.typed(before)));
            input.extend(paragraph(&given, margin, columns));
        }
        input.extend(typed.lines(&words::agreement_line(lang, field), margin, columns));
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: self.heading(None, size),
            bodies: std::iter::once(body(suggestions.len(), true))
                .chain((0..=suggestions.len()).rev().map(|ideas| body(ideas, false)))
                .collect(),
            input,
            keys: keys_at_bottom(keys::agreement(field), None, lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }
}

/// A failed save: the reason, and a line for another folder.
pub fn cannot_save(lang: Lang, reason: &str, typed: &Editor, size: &mut Size<'_>) -> Page {
    let (columns, margin) = (size.text_columns(), size.margin());
    let mut body = vec![Line::blank()];
    body.extend(bold(reason, margin, columns));
    body.push(Line::blank());
    body.extend(paragraph(&words::save_again(lang), margin, columns));
    body.extend(typed.lines(&lang.folder_label(), margin, columns));
    let parts = Parts {
        heading: Vec::new(),
        bodies: vec![body],
        input: Vec::new(),
        keys: Vec::new(),
    };
    fit(parts, size.rows, size.scroll)
}
