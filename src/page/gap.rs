//! Groups side by side as a page.

use super::{Block, Cell, Holds, Item, Level, Page, Row};
use crate::{
    drawing::dots::DotChart,
    report::gap::{ElementLine, GapReport, GroupLine, QuestionLine},
};

impl Page {
    /// Groups side by side as `ips gap` lays them out.
    pub fn of_gap(report: &GapReport) -> Page {
        let lang = report.lang;
        let mut page = Page::new(lang, report.asked_in, report.title.clone());
        page.text(report.questionnaire.clone());
        page.text(report.about.clone());
        page.texts(report.mirrored.clone());
        page.heading(Level::Section, lang.gap_groups_heading());
        page.groups(report);
        page.heading(Level::Section, lang.gap_elements_heading());
        page.blocks
            .push(Block::Dots(DotChart::all(report), lang.gap_dots_legend()));
        page.blocks.push(Block::Small(lang.scale_line(&report.scale)));
        page.texts(report.cautions.iter().cloned());
        page.differences(report);
        page.elements_side_by_side(report);
        page.questions_side_by_side(report);
        page.method(&report.method, report.source.as_ref());
        page
    }

    fn groups(&mut self, report: &GapReport) {
        let lang = self.lang;
        let columns = [
            (lang.gap_group_column(), Holds::Name),
            (lang.date_column(), Holds::Words),
            (lang.participants_column(), Holds::Numbers),
            (lang.mode_column(), Holds::Words),
        ];
        let row = |group: &GroupLine| Row {
            cells: [
                format!("{} {}", group.letter, group.name).as_str(),
                &group.date,
                &group.participants.to_string(),
                &group.mode_words,
            ]
            .map(Cell::from)
            .into(),
            ..Row::default()
        };
        self.table(columns, report.groups.iter().map(row));
    }

    /// Where they clearly differ, which questions are furthest apart, and what a group doesn't know.
    fn differences(&mut self, report: &GapReport) {
        let lang = self.lang;
        self.heading(Level::Section, lang.gap_talk_heading());
        if report.clear.is_empty() {
            self.text(lang.gap_none_clear());
        } else {
            let item = |line: &ElementLine| Item {
                text: line.title.clone(),
                strong: true,
                about: line.said(lang).first().cloned(),
                lines: vec![report.lettered(&line.scores).collect::<Vec<_>>().join(" · ")],
                ..Item::default()
            };
            self.blocks.push(Block::List(report.clear.iter().map(item).collect()));
            self.text(lang.gap_ask_each_other());
        }
        if !report.apart.is_empty() {
            self.heading(Level::Section, lang.gap_questions_apart_heading());
            let item = |line: &QuestionLine| Item {
                text: line.text.clone(),
                about: line.said(lang),
                lines: report.beside(line),
                ..Item::default()
            };
            self.blocks.push(Block::List(report.apart.iter().map(item).collect()));
        }
        if !report.unknown.is_empty() {
            self.heading(Level::Section, lang.gap_unknown_heading());
            let items = report.unknown.iter().map(|line| Item {
                text: report.named(line.group),
                strong: true,
                about: report.often_unknown(line),
                lines: line.questions.clone(),
                ..Item::default()
            });
            self.blocks.push(Block::List(items.collect()));
        }
    }

    fn elements_side_by_side(&mut self, report: &GapReport) {
        let lang = self.lang;
        self.heading(Level::Section, lang.numbers_heading());
        let scores = report.groups.iter().map(|group| (group.letter.clone(), Holds::Numbers));
        let columns = [(lang.element_column(), Holds::Name)].into_iter().chain(scores).chain([
            (lang.difference_column(), Holds::Numbers),
            (lang.remark_column(), Holds::Words),
        ]);
        let row = |line: &ElementLine| {
            let said: Vec<String> = line
                .letters
                .iter()
                .chain([&line.verdict])
                .chain(&line.remarks)
                .cloned()
                .collect();
            let texts = [&line.title]
                .into_iter()
                .chain(line.scores.iter().map(|score| &score.text))
                .chain([&line.difference.text])
                .cloned()
                .chain([said.join("; ")]);
            Row {
                cells: texts.map(|text| Cell::from(text.as_str())).collect(),
                total: false,
                marked: line.is_clear,
            }
        };
        self.table(columns, report.elements.iter().map(row));
    }

    fn questions_side_by_side(&mut self, report: &GapReport) {
        let lang = self.lang;
        self.heading(Level::Section, lang.gap_all_questions_heading());
        self.blocks.push(Block::Small(lang.gap_signs()));
        for element in &report.elements {
            self.heading(Level::Element, element.title.clone());
            let scores = report.groups.iter().map(|group| (group.letter.clone(), Holds::Numbers));
            let columns = [(lang.question_column(), Holds::Name)]
                .into_iter()
                .chain(scores)
                .chain([(lang.difference_column(), Holds::Numbers)]);
            let row = |line: &QuestionLine| {
                let wordings = report.wordings(line);
                let question = Cell {
                    text: line.text.clone(),
                    about: (!wordings.is_empty()).then(|| wordings.join("; ")),
                    drawing: None,
                };
                let scores = line.scores.iter().zip(&line.about).map(|(score, about)| Cell {
                    text: score.text.clone(),
                    about: about.clone(),
                    drawing: None,
                });
                let cells = [question].into_iter().chain(scores);
                Row {
                    cells: cells.chain([line.difference.text.as_str().into()]).collect(),
                    ..Row::default()
                }
            };
            self.table(columns, element.questions.iter().map(row));
        }
    }
}
