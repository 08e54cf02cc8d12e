//! A form of text, to fill in within a mail. What comes back is read by `answers::returned`, which knows the same marks.

use super::MemberForm;
use crate::{
    answers::{RULE, code, is_mark},
    report::{own_marks, scale},
    text::{safe, wrap, wrap_hanging},
};

/// As wide as mail programs leave lines whole.
const COLUMNS: usize = 72;

/// The form that a member answers by mail.
pub fn form(asked: &MemberForm<'_>) -> String {
    let MemberForm {
        questionnaire,
        lang,
        group,
    } = *asked;
    let mut form = Lines::default();
    form.text(&lang.form_title(&safe(&questionnaire.title)));
    if let Some(group) = group {
        form.line(&format!("{}: {}", lang.group_mark(), safe(group)));
    }
    form.line(&format!("{}: {}", lang.code_mark(), code(questionnaire)));
    form.paragraph(&lang.purpose());
    form.paragraph(&lang.how_to_reply());
    for point in scale::list(lang, &questionnaire.scale, &questionnaire.scale.labels) {
        form.hanging(&point);
    }
    form.hanging(&format!("? {}", lang.dont_know()));
    form.hanging(&format!("- {}", lang.not_applicable()));
    form.paragraph(&format!("{} {}", lang.note_in_reply(), lang.no_names()));
    form.paragraph(&lang.what_becomes_of_answers());
    let (mark, about_own) = own_marks(questionnaire, lang);
    let count = questionnaire.question_count();
    let mut numbers = 1..;
    for element in &questionnaire.elements {
        form.paragraph(&rule(&safe(&element.title)));
        for (question, number) in element.questions.iter().zip(&mut numbers) {
            let own = if question.own { mark } else { "" };
            form.paragraph(&format!(
                "[{number} {} {count}] {}{own}",
                lang.of_all(),
                safe(&question.text)
            ));
            if let Some(scored) = &question.scored {
                form.text(&format!("({})", safe(scored)));
            }
            if let Some(labels) = &question.labels {
                form.text(&lang.own_labels(&scale::line(lang, &questionnaire.scale, labels)));
            }
            if let Some(open) = &question.open {
                form.text(&lang.in_the_note(&safe(open)));
            }
            form.line(&format!("{} {number}: ", lang.answer_mark()));
            form.line(&format!("{} {number}: ", lang.note_mark()));
        }
    }
    form.paragraph(&rule(&lang.end_of_form()));
    let source = questionnaire.source.as_deref();
    let source = source.map(|source| lang.source_line(&safe(source)));
    for small in about_own.into_iter().chain(source) {
        form.paragraph(&small);
    }
    form.out
}

/// A heading, which ends the note above it.
fn rule(title: &str) -> String {
    format!("{RULE} {title} {RULE}")
}

/// Lines of text, put together from the top.
#[derive(Default)]
struct Lines {
    out: String,
}

impl Lines {
    /// A line as it is.
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// A text in lines. Only the first can be a mark: what a file says that looks like one gets a sign before it.
    fn text(&mut self, text: &str) {
        for (index, line) in wrap(text, COLUMNS).iter().enumerate() {
            let sign = if index > 0 && is_mark(line) { "· " } else { "" };
            self.line(&format!("{sign}{line}"));
        }
    }

    fn hanging(&mut self, text: &str) {
        for line in wrap_hanging(text, 2, 2, COLUMNS) {
            self.line(&line);
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.line("");
        self.text(text);
    }
}
