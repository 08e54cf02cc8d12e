//! Many teams in one picture as a page: two sheets of paper for whoever decides about them.

use super::{Block, Cell, Column, Drawing, Holds, Item, Level, Page, Row, Table};
use crate::{
    drawing::spread::SpreadChart,
    report::{
        overview::{ElementLine, OverviewReport, QuestionLine, ScoreLine, TeamLine},
        trend::NO_SCORE,
    },
};

/// How many teams fit on a sheet of paper.
const ON_PAPER: usize = 40;

impl Page {
    /// Many teams as `ips overview` lays them out.
    pub fn of_overview(report: &OverviewReport) -> Page {
        let lang = report.lang;
        let mut page = Page::new(lang, report.asked_in, report.title.clone());
        let head: Vec<&str> = [&report.questionnaire]
            .into_iter()
            .chain(&report.head)
            .map(String::as_str)
            .collect();
        page.text(head.join(" · "));
        page.text(report.about.clone());
        page.texts(report.left_out.iter().cloned());
        if report.tells_spread() {
            page.heading(Level::Section, lang.spread_heading());
            let legend = if report.anonymous {
                lang.spread_legend_unnamed()
            } else {
                lang.spread_legend()
            };
            page.blocks.push(Block::Spreads(SpreadChart::all(report), legend));
        }
        page.texts(report.cautions.iter().chain(&report.others).cloned());
        page.questions_to_discuss(report);
        page.numbers(report);
        page.teams(report);
        page.method(&report.method, report.source.as_ref());
        page
    }

    /// The questions that are low everywhere, and those that teams are divided on.
    fn questions_to_discuss(&mut self, report: &OverviewReport) {
        let lang = self.lang;
        let item = |line: &QuestionLine, about: String| Item {
            text: line.text.clone(),
            about: Some(about),
            ..Item::default()
        };
        let low = report.lowest.iter().filter_map(|line| {
            let median = line.spread.median()?;
            Some(item(line, lang.median_is(&median.text)))
        });
        let divided = report
            .divided
            .iter()
            .filter_map(|line| Some(item(line, line.divided_words(report.teams, lang)?)));
        let lists: [(String, Vec<Item>); 2] = [
            (lang.lowest_questions_heading(), low.collect()),
            (lang.divided_questions_heading(), divided.collect()),
        ];
        for (heading, items) in lists {
            if !items.is_empty() {
                self.heading(Level::Section, heading);
                self.blocks.push(Block::List(items));
            }
        }
    }

    /// Where the scores of each element lie, those places that are told.
    fn numbers(&mut self, report: &OverviewReport) {
        let lang = self.lang;
        let columns = [
            lang.lowest_column(),
            lang.quarter_column(),
            lang.median_column(),
            lang.three_quarters_column(),
            lang.highest_column(),
        ];
        let is_told = |place: usize| {
            let mut elements = report.elements.iter();
            elements.any(|line| line.spread.five[place].value.is_some())
        };
        let told: Vec<usize> = (0..columns.len()).filter(|&place| is_told(place)).collect();
        let numbers = told.iter().map(|&place| (columns[place].clone(), Holds::Numbers));
        let weakest = (report.tells_weakest()).then(|| (lang.weakest_column(), Holds::Numbers));
        if told.is_empty() && weakest.is_none() {
            return;
        }
        let columns = [(lang.element_column(), Holds::Name)]
            .into_iter()
            .chain(numbers)
            .chain(weakest);
        let row = |line: &ElementLine| {
            let figures = told.iter().map(|&place| line.spread.five[place].text.clone());
            let weakest = || line.weakest.map_or("–".to_owned(), |count| count.to_string());
            let weakest = report.tells_weakest().then(weakest);
            let texts = [lettered(line)].into_iter().chain(figures).chain(weakest);
            Row {
                cells: texts.map(|text| Cell::from(text.as_str())).collect(),
                ..Row::default()
            }
        };
        self.heading(Level::Section, lang.numbers_heading());
        self.table(columns, report.elements.iter().map(row));
    }

    /// Every team with its scores; of more than fit on paper where they stand.
    fn teams(&mut self, report: &OverviewReport) {
        let lang = self.lang;
        if report.standings.is_empty() {
            return;
        }
        self.heading(Level::Section, lang.teams_heading());
        if report.standings.len() > ON_PAPER {
            self.text(lang.no_teams_on_page(report.standings.len()));
            return;
        }
        self.blocks.push(Block::Small(lang.map_legend(NO_SCORE)));
        let row = |team: &TeamLine| Row {
            cells: [team.name.as_str().into(), team.short_date.as_str().into()]
                .into_iter()
                .chain(team.scores.iter().map(score_cell))
                .collect(),
            ..Row::default()
        };
        let scores = report.elements.iter().map(|line| (line.letter.clone(), Holds::Scores));
        let columns = [(lang.team_column(), Holds::Name), (lang.date_column(), Holds::Words)];
        let columns = columns.into_iter().chain(scores);
        let columns = columns.map(|(title, holds)| Column { title, holds });
        self.blocks.push(Block::Table(Table {
            columns: columns.collect(),
            rows: report.standings.iter().map(row).collect(),
        }));
    }
}

fn lettered(line: &ElementLine) -> String {
    format!("{} {}", line.letter, line.title)
}

fn score_cell(line: &ScoreLine) -> Cell {
    Cell::drawn(&line.score.text, line.band.map(Drawing::Shade))
}
