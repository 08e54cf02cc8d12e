//! A report as a page: its headings, texts, tables, lists and charts in their order.
//!
//! What stands on the page, where, and under which words is decided here, once; the renderers of Markdown, HTML and Word
//! only give each block their form. Every text is safe to show and not yet escaped.

mod trend;

use super::{
    AgreementLine, ElementLine, QuestionLine, Report,
    changes::{ChangeLine, Changes},
    courses::Course,
    radar::Radar,
};
use crate::{messages::Lang, tally::Tally};

/// How many of the moved questions are named; each stands with its difference among the questions anyway.
const MOVED: usize = 5;

/// A page, from the top.
#[derive(Clone, Debug)]
pub struct Page {
    /// The language of the sentences.
    pub lang: Lang,
    /// The title.
    pub title: String,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// One thing on a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading.
    Heading(Level, String),
    /// A paragraph.
    Text(String),
    /// A paragraph in small print.
    Small(String),
    /// A table.
    Table(Table),
    /// A list.
    List(Vec<Item>),
    /// A radar. The table below it says the same.
    Radar(Radar),
    /// How each element went, side by side. The tables below them say the same.
    Courses(Vec<Course>),
}

/// How deep a heading stands, below the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A section of the page.
    Section,
    /// A part of a section.
    Part,
}

/// A table with a head.
#[derive(Clone, Debug)]
pub struct Table {
    /// What its columns hold.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// What it holds.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// What the row is about.
    Name,
    /// Words.
    Words,
    /// Numbers, set to the right.
    Numbers,
}

/// A row of a table.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Whether it is about all of the other rows.
    pub total: bool,
    /// Whether it is marked; a cell of it says so in words.
    pub marked: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What is said about it, for behind the text.
    pub about: Option<String>,
    /// What can be drawn beside the text; it adds nothing to it.
    pub drawing: Option<Drawing>,
}

/// A small drawing of what a text says.
#[derive(Clone, Debug)]
pub enum Drawing {
    /// A bar, as long as this share of the scale, from 0 to 1.
    Bar(f64),
    /// How often each answer was given.
    Tally(Tally),
}

/// An item of a list.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// Whether the text names what the rest of the item is about.
    pub strong: bool,
    /// What is said about it, for behind the text.
    pub about: Option<String>,
    /// A drawing of that.
    pub drawing: Option<Drawing>,
    /// Lines below the text.
    pub lines: Vec<String>,
    /// Items below it.
    pub items: Vec<Item>,
}

impl Cell {
    fn drawn(text: &str, drawing: Option<Drawing>) -> Cell {
        Cell {
            text: text.to_owned(),
            about: None,
            drawing,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::drawn(text, None)
    }
}

impl Page {
    /// An empty page.
    pub fn new(lang: Lang, title: String) -> Page {
        Page {
            lang,
            title,
            blocks: Vec::new(),
        }
    }

    /// A report as `ips export` lays it out.
    pub fn of(report: &Report) -> Page {
        let lang = report.lang;
        let mut page = Page::new(lang, lang.report_title(&report.team));
        let mut head = vec![report.date.clone()];
        head.extend(report.meeting.iter().cloned());
        page.text(head.join(" · "));
        page.texts(report.functions.iter().map(|functions| lang.there_were(functions)));
        page.blocks.push(Block::Small(lang.meant_for_talk()));
        page.elements(report);
        page.talk(report);
        page.agreements(lang.agreements_heading(), &report.agreements);
        if let Some(changes) = &report.changes {
            page.agreements(lang.agreed_on(&changes.before), &changes.agreed_before);
            page.changes(changes);
        }
        page.questions(report);
        page.notes(report);
        let source = report.source.iter().map(|source| lang.source_line(source));
        page.blocks.extend(source.map(Block::Small));
        page
    }

    fn heading(&mut self, level: Level, text: String) {
        self.blocks.push(Block::Heading(level, text));
    }

    fn text(&mut self, text: String) {
        self.blocks.push(Block::Text(text));
    }

    fn texts(&mut self, texts: impl IntoIterator<Item = String>) {
        self.blocks.extend(texts.into_iter().map(Block::Text));
    }

    fn table(&mut self, columns: impl IntoIterator<Item = (String, Holds)>, rows: impl IntoIterator<Item = Row>) {
        let columns = columns.into_iter().map(|(title, holds)| Column { title, holds });
        self.blocks.push(Block::Table(Table {
            columns: columns.collect(),
            rows: rows.into_iter().collect(),
        }));
    }

    fn elements(&mut self, report: &Report) {
        let lang = report.lang;
        self.heading(Level::Section, lang.scores_heading());
        let radar = Radar::of(report);
        match radar.missing() {
            Some(sentence) => self.text(sentence),
            None => self.blocks.push(Block::Radar(radar)),
        }
        let overall = report.overall.iter().map(|overall| Row {
            cells: [&lang.all_elements(), overall, "", ""].map(Cell::from).into(),
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
        self.blocks
            .push(Block::Small(lang.scale_line(&report.scale.join(", "))));
        self.texts(report.no_weakest.clone());
    }

    fn talk(&mut self, report: &Report) {
        let lang = report.lang;
        if !report.talk.is_empty() {
            self.heading(Level::Section, lang.talk_heading());
            let topics = report.talk.iter().map(|topic| Item {
                text: topic.title.clone(),
                strong: true,
                items: topic
                    .questions
                    .iter()
                    .map(|(question, score)| Item {
                        text: question.clone(),
                        about: Some(score.clone()),
                        ..Item::default()
                    })
                    .collect(),
                ..Item::default()
            });
            self.blocks.push(Block::List(topics.collect()));
        }
        if !report.divided.is_empty() {
            self.heading(Level::Section, lang.divided_heading());
            let divided = report.divided.iter().map(|question| Item {
                text: question.text.clone(),
                about: question.counts.clone(),
                drawing: drawn_tally(question),
                ..Item::default()
            });
            self.blocks.push(Block::List(divided.collect()));
        }
    }

    fn agreements(&mut self, heading: String, agreements: &[AgreementLine]) {
        if agreements.is_empty() {
            return;
        }
        self.heading(Level::Section, heading);
        let items = agreements.iter().map(|agreement| agreement_item(agreement, self.lang));
        self.blocks.push(Block::List(items.collect()));
    }

    fn changes(&mut self, changes: &Changes) {
        let lang = changes.lang;
        self.heading(Level::Section, lang.changes_heading(&changes.before, &changes.after));
        let columns = |first| change_columns(first, lang);
        let overall = changes.overall.iter().map(|line| Row {
            total: true,
            ..change_row(line)
        });
        self.table(
            columns(lang.element_column()),
            changes.elements.iter().map(change_row).chain(overall),
        );
        self.texts(changes.cautions.iter().cloned());
        if !changes.moved.is_empty() {
            self.heading(Level::Part, lang.moved_heading());
            let [question, before, after, difference, _] = columns(lang.question_column());
            let rows = changes.moved.iter().take(MOVED).map(|line| Row {
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
        for element in &report.elements {
            self.heading(Level::Part, element.title.clone());
            let [question, answer, remark] = [
                (lang.question_column(), Holds::Name),
                (lang.answer_column(), Holds::Words),
                (lang.remark_column(), Holds::Words),
            ];
            if report.changes.is_some() {
                let rows = element.questions.iter().map(|line| {
                    let difference = line.change.as_ref().map_or("–", |change| &change.difference);
                    let mut row = question_row(line);
                    row.cells.insert(2, difference.into());
                    row
                });
                let difference = (lang.difference_column(), Holds::Numbers);
                self.table([question, answer, difference, remark], rows);
            } else {
                self.table([question, answer, remark], element.questions.iter().map(question_row));
            }
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

fn change_columns(first: String, lang: Lang) -> [(String, Holds); 5] {
    [
        (first, Holds::Name),
        (lang.then_heading(), Holds::Numbers),
        (lang.now_heading(), Holds::Numbers),
        (lang.difference_column(), Holds::Numbers),
        (lang.remark_column(), Holds::Words),
    ]
}

fn element_row(line: &ElementLine, lang: Lang) -> Row {
    let mark = line.weakest.then(|| lang.weakest());
    let remarks: Vec<String> = mark.into_iter().chain(line.remark.clone()).collect();
    Row {
        cells: vec![
            line.title.as_str().into(),
            Cell::drawn(&line.score, line.share.map(Drawing::Bar)),
            line.band.as_str().into(),
            remarks.join(", ").as_str().into(),
        ],
        total: false,
        marked: line.weakest,
    }
}

fn agreement_item(agreement: &AgreementLine, lang: Lang) -> Item {
    let mut about = vec![agreement.element.clone()];
    about.extend(agreement.who.as_ref().map(|who| lang.who_does(who)));
    about.extend(agreement.due.as_ref().map(|due| lang.done_by(due)));
    about.push(agreement.state.clone());
    Item {
        text: agreement.what.clone(),
        strong: true,
        about: Some(about.join("; ")),
        ..Item::default()
    }
}

fn change_row(line: &ChangeLine) -> Row {
    let words: Vec<&str> = [&line.verdict]
        .into_iter()
        .chain(&line.remarks)
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect();
    let difference = format!("{} {}", line.arrow, line.difference);
    Row {
        cells: [
            &line.title,
            &line.before,
            &line.after,
            difference.trim(),
            &words.join(", "),
        ]
        .map(Cell::from)
        .into(),
        total: false,
        marked: !line.arrow.is_empty(),
    }
}

fn question_row(line: &QuestionLine) -> Row {
    let answer = Cell {
        text: line.score.clone(),
        about: line.counts.clone(),
        drawing: drawn_tally(line),
    };
    Row {
        cells: vec![
            line.text.as_str().into(),
            answer,
            line.spread.as_deref().unwrap_or_default().into(),
        ],
        ..Row::default()
    }
}

/// The answers to draw, where there are several.
fn drawn_tally(line: &QuestionLine) -> Option<Drawing> {
    line.counts.as_ref().map(|_| Drawing::Tally(line.tally.clone()))
}
