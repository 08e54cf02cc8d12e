//! A report of one meeting, and of what changed since an earlier one, as a page.

use super::{Block, Cell, Drawing, Holds, Item, Level, Page, Row, change_columns, change_row};
use crate::{
    drawing::radar::Radar,
    lang::Lang,
    report::{ElementLine, QuestionLine, Report, Topic, changes::Changes},
};

impl Page {
    /// A report as `ips export` lays it out.
    pub fn of(report: &Report) -> Page {
        let lang = report.lang;
        let mut page = Page::new(lang, report.asked_in, lang.report_title(&report.team));
        let mut head = vec![report.date.clone()];
        head.extend(report.meeting.iter().cloned());
        page.text(head.join(" · "));
        page.texts(report.functions.iter().map(|functions| lang.there_were(functions)));
        page.blocks.push(Block::Small(lang.meant_for_talk()));
        page.elements(report);
        page.talk(report);
        page.agreements(&report.agreements);
        if let Some(changes) = &report.changes {
            page.changes(changes);
        }
        page.questions(report);
        page.notes(report);
        page.sources(report);
        page.method(&report.method, report.source.as_ref());
        page
    }

    fn elements(&mut self, report: &Report) {
        let lang = report.lang;
        self.heading(Level::Section, lang.scores_heading());
        let radar = Radar::of(report);
        if let Some(sentence) = radar.missing() {
            self.text(sentence);
        } else {
            let partial = report.changes.iter().filter_map(|changes| changes.partial.clone());
            let partial: Vec<Block> = partial.filter(|_| radar.is_compared()).map(Block::Small).collect();
            self.blocks.push(Block::Radar(radar));
            self.blocks.extend(partial);
        }
        let overall = report.overall.iter().map(|overall| Row {
            cells: [&lang.all_elements(), overall.text.as_str(), "", ""]
                .map(Cell::from)
                .into(),
            total: true,
            marked: false,
        });
        self.table(
            [
                (lang.element_column(), Holds::Name),
                (lang.score_column(), Holds::Numbers),
                (lang.meaning_column(), Holds::Words),
                (lang.remark_column(), Holds::Words),
            ],
            report
                .elements
                .iter()
                .map(|line| element_row(line, lang))
                .chain(overall),
        );
        self.blocks.push(Block::Small(lang.scale_line(&report.scale_line)));
        self.texts(report.about_weakest.clone());
    }

    fn talk(&mut self, report: &Report) {
        let lang = report.lang;
        if !report.talk.is_empty() {
            self.heading(Level::Section, lang.talk_heading());
            self.blocks.push(Block::List(talk_items(&report.talk)));
        }
        if !report.divided.is_empty() {
            self.heading(Level::Section, lang.divided_heading());
            self.blocks.push(Block::List(divided_items(&report.divided)));
        }
    }

    fn changes(&mut self, changes: &Changes) {
        let lang = changes.lang;
        self.heading(Level::Section, lang.changes_heading(&changes.before, &changes.after));
        let overall = changes.overall.iter().map(|line| Row {
            total: true,
            ..change_row(line)
        });
        self.table(
            change_columns(lang.element_column(), changes.scope.as_deref(), lang),
            changes.elements.iter().map(change_row).chain(overall),
        );
        self.texts(changes.cautions.iter().cloned());
        if !changes.moved.is_empty() {
            self.heading(Level::Part, lang.moved_heading());
            let [question, before, after, difference, _] = change_columns(lang.question_column(), None, lang);
            let rows = changes.moved.iter().map(|line| Row {
                cells: change_row(line).cells.drain(..4).collect(),
                ..Row::default()
            });
            self.table([question, before, after, difference], rows);
        }
        if !changes.left_out.is_empty() {
            self.heading(Level::Part, lang.not_compared_heading());
            let items = changes.left_out.iter().map(|(question, reason)| Item {
                text: question.clone(),
                about: Some(reason.clone()),
                ..Item::default()
            });
            self.blocks.push(Block::List(items.collect()));
        }
    }

    fn questions(&mut self, report: &Report) {
        let lang = report.lang;
        self.heading(Level::Section, lang.questions_heading());
        let compared = report.changes.is_some();
        let mut lines = report.elements.iter().flat_map(|element| &element.questions);
        let remarked = lines.any(|line| line.spread.is_some());
        for element in &report.elements {
            self.heading(Level::Element, element.title.clone());
            if element.not_asked {
                self.text(lang.not_asked());
                continue;
            }
            let columns = [
                Some((lang.question_column(), Holds::Name)),
                Some((lang.answer_column(), Holds::Words)),
                compared.then(|| (lang.difference_column(), Holds::Numbers)),
                remarked.then(|| (lang.remark_column(), Holds::Words)),
            ];
            let rows = element
                .questions
                .iter()
                .map(|line| question_row(line, compared, remarked));
            self.table(columns.into_iter().flatten(), rows);
        }
    }

    /// What there is to ask, to use and to read about the lowest elements.
    fn sources(&mut self, report: &Report) {
        let topics = report.talk.iter().map(|topic| Item {
            text: topic.title.clone(),
            strong: true,
            items: topic_sources(topic, report.lang),
            ..Item::default()
        });
        let topics: Vec<Item> = topics.filter(|topic| !topic.items.is_empty()).collect();
        if !topics.is_empty() {
            self.heading(Level::Section, report.lang.sources_heading());
            self.blocks.push(Block::List(topics));
        }
    }

    fn notes(&mut self, report: &Report) {
        let questions = report.elements.iter().flat_map(|element| &element.questions);
        let noted = questions
            .filter(|question| !question.note.is_empty())
            .map(|question| Item {
                text: question.text.clone(),
                strong: true,
                lines: question.note.clone(),
                ..Item::default()
            });
        let noted: Vec<Item> = noted.collect();
        if !noted.is_empty() {
            self.heading(Level::Section, report.lang.notes_heading());
            self.blocks.push(Block::List(noted));
        }
    }
}

/// The elements to talk about, with their questions below them.
pub(super) fn talk_items(talk: &[Topic]) -> Vec<Item> {
    let topics = talk.iter().map(|topic| Item {
        text: topic.title.clone(),
        strong: true,
        items: topic
            .questions
            .iter()
            .map(|question| Item {
                text: question.text.clone(),
                about: Some(question.score.clone()),
                ..Item::default()
            })
            .collect(),
        about: topic.why.clone(),
        ..Item::default()
    });
    topics.collect()
}

/// The divided questions with the answers that were given.
pub(super) fn divided_items(divided: &[QuestionLine]) -> Vec<Item> {
    let items = divided.iter().map(|question| Item {
        text: question.text.clone(),
        about: question.counts.clone(),
        drawing: drawn_tally(question),
        ..Item::default()
    });
    items.collect()
}

/// The questionnaire that has more about an element, then tools and literature.
fn topic_sources(topic: &Topic, lang: Lang) -> Vec<Item> {
    let deeper = topic.deeper.iter().map(|deeper| Item {
        text: lang.more_questions(&deeper.title),
        about: Some(deeper.command.clone()),
        ..Item::default()
    });
    let sources = topic.sources.iter().map(|source| Item {
        text: source.citation.clone(),
        url: source.url.clone(),
        ..Item::default()
    });
    deeper.chain(sources).collect()
}

fn element_row(line: &ElementLine, lang: Lang) -> Row {
    Row {
        cells: vec![
            line.title.as_str().into(),
            Cell::drawn(&line.score.text, line.score.share.map(Drawing::Bar)),
            line.band.as_str().into(),
            line.remarks(lang).as_str().into(),
        ],
        total: false,
        marked: line.weakest,
    }
}

fn question_row(line: &QuestionLine, compared: bool, remarked: bool) -> Row {
    let answer = Cell {
        text: line.score_words(),
        about: line.counts.clone(),
        drawing: drawn_tally(line),
    };
    let difference = || {
        line.change
            .as_ref()
            .map_or("–", |change| &change.difference.text)
            .into()
    };
    let remark = || line.spread.as_deref().unwrap_or_default().into();
    let question = Cell {
        text: line.text.clone(),
        about: line.scored.clone(),
        drawing: None,
    };
    let cells = [
        Some(question),
        Some(answer),
        compared.then(difference),
        remarked.then(remark),
    ];
    Row {
        cells: cells.into_iter().flatten().collect(),
        ..Row::default()
    }
}

/// The answers to draw, where there are several.
fn drawn_tally(line: &QuestionLine) -> Option<Drawing> {
    line.counts.as_ref()?;
    let tally = line.tally.clone()?;
    Some(Drawing::Tally(tally, line.first))
}
