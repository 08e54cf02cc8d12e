//! The agenda of a meeting as a page: to read beforehand, and to write on.

use super::{Block, Cell, FillIn, Holds, Item, Level, Page, Quote, Row, divided_items, talk_items};
use crate::{
    agenda::Part,
    lang::Lang,
    report::{AgreementLine, agenda::AgendaReport},
};

/// How many new agreements there is room for.
const NEW_AGREEMENTS: usize = 4;

/// How many lines there are for a question that isn't known yet.
const QUESTION_LINES: usize = 2;

impl Page {
    /// An agenda as `ips agenda` lays it out.
    pub fn of_agenda(report: &AgendaReport) -> Page {
        let lang = report.lang;
        let mut page = Page::new(lang, report.asked_in, lang.agenda_title(&report.team));
        page.text(report.head.join(" · "));
        page.fill_in(lang.time_and_place());
        for line in &report.parts {
            page.heading(Level::Section, line.title.clone());
            match line.part {
                Part::Welcome => page.welcome(report),
                Part::Agreements => page.open_agreements(&report.agreements),
                Part::Question => page.question(report),
                Part::Activity => page.activity(report),
                Part::Talk => page.talk_about(report),
                Part::Closing => page.closing(report),
            }
        }
        let source = report.source.iter().filter(|_| report.to_talk);
        page.blocks
            .extend(source.map(|source| Block::Small(lang.source_line(source))));
        page
    }

    fn welcome(&mut self, report: &AgendaReport) {
        let lang = self.lang;
        self.text(lang.welcome_new());
        let functions = report.functions.iter();
        self.texts(functions.map(|functions| lang.there_were_on(&report.profile_date, functions)));
        self.text(lang.who_is_missing());
        self.fill_in(lang.new_people());
        self.fill_in(lang.missing_people());
    }

    fn open_agreements(&mut self, agreements: &[AgreementLine]) {
        let lang = self.lang;
        if agreements.is_empty() {
            return self.text(lang.no_open_agreements());
        }
        self.text(lang.go_through_agreements());
        self.table(
            [
                (lang.agreement_column(), Holds::Name),
                (lang.agreement_who_column(), Holds::Words),
                (lang.agreement_due_column(), Holds::Words),
                (lang.how_it_stands_column(), Holds::Room),
            ],
            agreements.iter().map(|agreement| row_to_go_through(agreement, lang)),
        );
    }

    fn question(&mut self, report: &AgendaReport) {
        let lang = self.lang;
        self.text(lang.around_the_question());
        self.blocks.push(Block::Quote(Quote {
            text: Lang::Nl.central_question(),
            by: lang.central_question_source(),
            lang: Lang::Nl,
        }));
        if lang != Lang::Nl {
            self.text(lang.in_translation(&lang.central_question()));
        }
        self.blocks.push(Block::FillIn(FillIn {
            label: lang.todays_question(),
            filled: report.question.clone(),
            lines: QUESTION_LINES,
        }));
        self.fill_in(lang.brought_in_by());
        self.text(lang.how_to_bring_in());
    }

    fn activity(&mut self, report: &AgendaReport) {
        let activity = &report.activity;
        self.text(activity.purpose.clone());
        self.text(activity.needs.clone());
        let steps = activity.steps.iter().map(|(text, minutes)| Item {
            text: text.clone(),
            about: Some(minutes.clone()),
            ..Item::default()
        });
        self.blocks.push(Block::Steps(steps.collect()));
        self.blocks.push(Block::Small(activity.source.clone()));
    }

    fn talk_about(&mut self, report: &AgendaReport) {
        let lang = self.lang;
        if report.to_talk {
            self.texts(report.about_weakest.clone());
            self.text(lang.choose_one_question(&report.profile_date));
        } else {
            self.text(lang.time_to_the_question(&report.profile_date));
        }
        if !report.talk.is_empty() {
            self.heading(Level::Part, lang.talk_heading());
            self.blocks.push(Block::List(talk_items(&report.talk)));
        }
        if !report.divided.is_empty() {
            self.heading(Level::Part, lang.divided_heading());
            self.blocks.push(Block::List(divided_items(&report.divided)));
        }
        self.heading(Level::Part, lang.advice_heading());
        let advice = [lang.slow_down(), lang.look_for_need()].map(|text| Item {
            text,
            ..Item::default()
        });
        self.blocks.push(Block::List(advice.into()));
        self.blocks.push(Block::Small(lang.taken_from(&lang.advice_source())));
    }

    fn closing(&mut self, report: &AgendaReport) {
        let lang = self.lang;
        let columns = [
            lang.agreement_to_make_column(),
            lang.agreement_who_column(),
            lang.agreement_due_column(),
        ];
        let empty = Row {
            cells: vec![Cell::default(); columns.len()],
            ..Row::default()
        };
        self.table(columns.map(|title| (title, Holds::Room)), vec![empty; NEW_AGREEMENTS]);
        self.text(lang.next_meeting(&report.next));
        self.fill_in(lang.next_question());
    }
}

/// An agreement to look back at; one whose day has passed is marked.
fn row_to_go_through(line: &AgreementLine, lang: Lang) -> Row {
    let due = Cell {
        text: line.due.clone().unwrap_or_default(),
        about: line.overdue.then(|| lang.past_its_date()),
        drawing: None,
    };
    let who = line.who.as_deref().unwrap_or_default();
    Row {
        cells: vec![line.what.as_str().into(), who.into(), due, Cell::default()],
        total: false,
        marked: line.overdue,
    }
}
