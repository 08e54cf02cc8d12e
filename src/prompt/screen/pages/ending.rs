//! The pages after the questions: the profile, what to talk about, the agreements, and what is shown when saving fails.

use super::{HEADING_COLUMNS, Numbered, Size, View, keys_at_bottom};
use crate::{
    agreement::AgreementField,
    lang::Lang,
    prompt::{
        keys::{self, Keys},
        screen::{
            editor::Editor,
            frame::{Line, Page, Parts, bold, both_ends, first_line, fit, hanging, paragraph},
        },
        words,
    },
    render::terminal::{self, Emphasis},
    scoring::WEAKEST,
    session::About,
    text::{safe, shorten_all, visible, width, wrap_hanging},
};

impl View<'_> {
    /// The scores, and the lowest.
    pub fn profile(&self, size: &mut Size<'_>) -> Page {
        let lines = terminal::scores(&words::report(self.lang, self.session), size.text_columns());
        self.reported(lines, keys::PROFILE, size)
    }

    /// What to talk about.
    pub fn topics(&self, size: &mut Size<'_>) -> Page {
        let (lang, columns) = (self.lang, size.text_columns());
        let mut report = words::report(lang, self.session);
        // What is told about commands stands below what the team talks about.
        let deeper = report.take_deeper();
        let mut lines = terminal::topics(&report, columns);
        lines.extend((!deeper.is_empty()).then(String::new));
        for deeper in deeper {
            lines.extend(wrap_hanging(&lang.more_questions(&deeper.command), 1, 2, columns));
        }
        self.reported(lines, keys::TOPICS, size)
    }

    /// Lines of a report, which scroll where they don't fit.
    fn reported(&self, lines: Vec<String>, keys: Keys, size: &mut Size<'_>) -> Page {
        let mut body: Vec<Line> = (!size.is_low()).then(Line::blank).into_iter().collect();
        body.extend(lines.into_iter().map(Line::new));
        let mut input = Vec::new();
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: Vec::new(),
            bodies: vec![body],
            input,
            keys: keys_at_bottom(keys, None, self.lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// The elements, and the agreements made so far, to choose from.
    pub fn agreements(&self, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let made = self.session.made().len();
        let mut body: Vec<Line> = (!size.is_low()).then(Line::blank).into_iter().collect();
        body.extend(bold(&lang.what_is_next_about(), margin.min(1), columns));
        let choices = words::agreement_choices(lang, self.session);
        let remarks = |choice: &words::Choice| {
            let mark = if choice.lowest { "◂ " } else { "" };
            format!("{mark}{}", choice.remarks.join(", "))
        };
        let widest = choices.iter().map(|choice| width(&remarks(choice))).max().unwrap_or(0);
        let longest = choices.iter().map(|choice| width(&choice.title)).max().unwrap_or(0);
        // The number, the score, and what is between the columns.
        let room = longest.min(columns.min(HEADING_COLUMNS).saturating_sub(widest + 16));
        let titles: Vec<&str> = choices.iter().map(|choice| choice.title.as_str()).collect();
        let alone = shorten_all(&titles, columns.saturating_sub(7));
        let beside = shorten_all(&titles, room);
        for (index, choice) in choices.iter().enumerate() {
            let number = index + 1;
            if size.is_wide() && choice.score.is_empty() && choice.remarks.is_empty() {
                let title = &alone[index];
                body.push(Line::new(format!(" {number:>3}  {title}")));
            } else if size.is_wide() {
                let title = &beside[index];
                let gap = " ".repeat(room - width(title));
                let remarks = Emphasis::Bold.of(&remarks(choice));
                let line = format!(" {number:>3}  {title}{gap}  {:>4}   {remarks}", choice.score);
                body.push(Line::new(line.trim_end()));
            } else {
                body.extend(hanging(&format!("{number}  {}", choice.in_words()), margin, 3, columns));
            }
        }
        let page = Numbered {
            heading: vec![both_ends(
                &format!(" {}", lang.agreements_title()),
                &lang.made_so_far(made),
                columns.min(HEADING_COLUMNS),
            )],
            body,
            label: &lang.number_label(),
            typed,
            keys: keys::AGREEMENTS,
            lead: &format!("{} {}", lang.key_number(), lang.key_choose()),
        };
        self.numbered(page, size)
    }

    /// An agreement on one element, one of whose lines is being typed.
    pub fn agreement(&self, about: About, field: AgreementField, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let element = self.session.element_of(about);
        let scores = self.session.profile().scores(WEAKEST);
        let heading = words::element_heading(lang, self.session, &scores, element);
        let heading = words::agreement_heading(lang, about, field, &heading);
        let suggestions = &self.session.profile().questionnaire.elements[element].suggestions;
        let still_agreed = words::still_agreed(lang, self.session, element);
        // All ideas with their sources, else as many as fit without.
        let body = |ideas: usize, sources: bool| {
            let mut body = vec![Line::blank()];
            body.extend(bold(&heading, margin, columns));
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
            let given = format!("{label} {}", visible(&self.session.typed(about, before)));
            input.extend(paragraph(&given, margin, columns));
        }
        input.extend(typed.lines(&words::agreement_asked(lang, about, field), margin, columns));
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: vec![self.title(&lang.agreements_title(), size)],
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
