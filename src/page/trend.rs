//! A team over its meetings as a page.

use super::{Block, Cell, Holds, Level, Page, Row, change_columns, change_row};
use crate::{
    drawing::line_chart::LineChart,
    report::{
        AgreementLine,
        trend::{CourseLine, NO_SCORE, PointLine, TrendReport},
    },
};

/// How many meetings' scores stand in one table; more would not fit on paper.
const IN_ONE_TABLE: usize = 8;

impl Page {
    /// A team's course as `ips trend` lays it out.
    pub fn of_trend(report: &TrendReport) -> Page {
        let lang = report.lang;
        let mut page = Page::new(lang, report.asked_in, lang.trend_title(&report.team));
        page.text(report.head.join(" · "));
        page.texts(report.one_only.clone());
        page.blocks.push(Block::Small(lang.meant_for_talk()));
        page.heading(Level::Section, lang.courses_heading());
        if let Some(sentence) = &report.no_scores {
            page.text(sentence.clone());
        } else {
            page.blocks.push(Block::LineCharts(LineChart::all(report)));
            if report.meetings.iter().any(|meeting| !meeting.agreements.is_empty()) {
                page.blocks.push(Block::Small(lang.courses_legend()));
            }
        }
        page.whole(report);
        page.scores(report);
        // Numbered as in the charts.
        let agreed = (1..).zip(report.agreements()).map(|(number, agreement)| AgreementLine {
            what: format!("{number}. {}", agreement.what),
            ..agreement
        });
        page.agreements(&agreed.collect::<Vec<_>>());
        page.method(&report.method, report.source.as_ref());
        page
    }

    /// From the first meeting to the last.
    fn whole(&mut self, report: &TrendReport) {
        let ([first, .., last], lang) = (report.meetings.as_slice(), self.lang) else {
            return;
        };
        self.heading(Level::Section, lang.changes_heading(&first.date, &last.date));
        let rows = report.elements.iter().filter_map(|course| {
            let change = course.whole.as_ref()?;
            let mut row = change_row(change);
            row.cells[0] = course.title.as_str().into();
            Some(row)
        });
        self.table(
            change_columns(lang.element_column(), report.scope.as_deref(), lang),
            rows,
        );
        self.texts(report.not_compared.clone());
        self.texts(report.cautions.iter().cloned());
    }

    /// Every score, so many meetings at a time.
    fn scores(&mut self, report: &TrendReport) {
        let lang = self.lang;
        self.heading(Level::Section, lang.scores_by_meeting_heading());
        let gap = report.gaps.then(|| lang.gap_legend(NO_SCORE));
        let signs = report.signs.iter().cloned().chain(gap);
        let signs = signs.collect::<Vec<_>>().join("; ");
        if !signs.is_empty() {
            self.blocks.push(Block::Small(signs));
        }
        let tables = report.meetings.len().div_ceil(IN_ONE_TABLE);
        for table in 0..tables {
            // As many in each as in the others, so that their columns stand below each other.
            let [start, end] = [table, table + 1].map(|table| report.meetings.len() * table / tables);
            let days = report.meetings[start..end]
                .iter()
                .map(|meeting| format!("{} {}", meeting.day, meeting.year));
            let days: Vec<String> = days.collect();
            if let ([first, .., last], true) = (days.as_slice(), tables > 1) {
                self.heading(Level::Part, format!("{first} → {last}"));
            }
            let days = days.into_iter().map(|day| (day, Holds::Numbers));
            let columns = [(lang.element_column(), Holds::Name)].into_iter().chain(days);
            let row = |course: &CourseLine, total: bool| {
                let cells = course.points[start..end].iter().map(score_cell);
                Row {
                    cells: [course.title.as_str().into()].into_iter().chain(cells).collect(),
                    total,
                    marked: false,
                }
            };
            let rows = report.elements.iter().map(|course| row(course, false));
            self.table(columns, rows.chain([row(&report.overall, true)]));
        }
    }
}

/// A score behind its signs, so that the numbers of a column end below each other.
fn score_cell(point: &PointLine) -> Cell {
    let weakest = if point.weakest { "◂" } else { "" };
    let words = [weakest, point.arrow, &point.score.text];
    let words = words.into_iter().filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").as_str().into()
}
