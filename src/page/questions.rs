//! A questionnaire as a page: a sheet to fill in on paper.

use super::{Block, Level, Page, TickQuestion};
use crate::{
    lang::Lang,
    questionnaire::Questionnaire,
    report::{own_marks, scale},
    text::safe,
};

impl Page {
    /// A questionnaire as `ips questions` lays it out.
    pub fn of_questions(questionnaire: &Questionnaire, lang: Lang) -> Page {
        let mut page = Page::new(lang, questionnaire.lang, safe(&questionnaire.title));
        page.text([lang.purpose(), lang.how_to_fill_in(), lang.no_names()].join(" "));
        page.fill_in(lang.team_and_date());
        let (mark, about_own) = own_marks(questionnaire, lang);
        let mut numbers = 1..;
        for element in &questionnaire.elements {
            page.heading(Level::Section, safe(&element.title));
            for (question, number) in element.questions.iter().zip(&mut numbers) {
                let labels = question.labels.as_ref().unwrap_or(&questionnaire.scale.labels);
                let open = question.open.as_deref().map(safe);
                page.blocks.push(Block::TickQuestion(TickQuestion {
                    number,
                    text: format!("{}{}", safe(&question.text), if question.own { mark } else { "" }),
                    scored: question.scored.as_deref().map(safe),
                    points: scale::points(&questionnaire.scale, labels),
                    others: [lang.dont_know(), lang.not_applicable_in_short()],
                    note: open.unwrap_or_else(|| format!("{}:", lang.note_column())),
                }));
            }
        }
        let source = questionnaire.source.as_deref();
        let source = source.map(|source| lang.source_line(&safe(source)));
        let small = about_own.into_iter().chain(source);
        page.blocks.extend(small.map(Block::Small));
        page
    }
}
