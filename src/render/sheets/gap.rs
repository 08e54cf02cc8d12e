//! What stands on the sheets of groups side by side: the elements, the questions, and what they are of.

use super::{Book, Column, DAY, LONG, MEAN, NAME, NOTE, NUMBER, Row, SHORT_NAME, Sheet, Value, WORDS};
use crate::{
    lang::Lang,
    report::gap::{ElementLine, GapReport, GroupLine, QuestionLine},
};

/// The sheets of groups side by side.
pub fn book(report: &GapReport) -> Book {
    Book {
        title: report.title.clone(),
        lang: report.lang,
        day: report.newest,
        sheets: vec![elements(report), questions(report), groups(report), about(report)],
    }
}

/// A column for each group, by its letter and name.
fn group_columns(report: &GapReport) -> impl Iterator<Item = Column> {
    (0..report.groups.len()).map(|group| Column::numbers(report.named(group), MEAN))
}

fn elements(report: &GapReport) -> Sheet {
    let lang = report.lang;
    let mut columns = vec![Column::new(lang.element_column(), NAME)];
    columns.extend(group_columns(report));
    columns.extend([
        Column::numbers(lang.difference_column(), MEAN),
        Column::new(lang.gap_between_column(), WORDS),
        Column::new(lang.gap_clear_column(), WORDS),
        Column::new(lang.remark_column(), LONG),
    ]);
    let row = |line: &ElementLine| {
        let mut cells = vec![Value::words(&line.title)];
        cells.extend(line.scores.iter().map(Value::number));
        cells.extend([
            Value::number(&line.difference),
            Value::words(line.letters.as_deref().unwrap_or_default()),
            Value::words(&line.verdict),
            Value::words(&line.remarks.join("; ")),
        ]);
        if line.is_clear {
            Row::strong(cells)
        } else {
            Row::new(cells)
        }
    };
    Sheet {
        name: lang.gap_elements_sheet(),
        columns,
        rows: report.elements.iter().map(row).collect(),
        below: Vec::new(),
    }
}

fn questions(report: &GapReport) -> Sheet {
    let lang = report.lang;
    let lines = || report.elements.iter().flat_map(|element| &element.questions);
    // Whoever was asked something else has a column for it.
    let is_asked_otherwise = |group: &usize| lines().any(|line| wording(line, *group).is_some());
    let others: Vec<usize> = (0..report.groups.len()).filter(is_asked_otherwise).collect();
    let mut columns = vec![
        Column::new(lang.element_column(), SHORT_NAME),
        Column::new(lang.question_column(), LONG),
    ];
    let letter = |group: &usize| report.groups[*group].letter.as_str();
    columns.extend(
        others
            .iter()
            .map(|group| Column::new(lang.gap_wording_column(letter(group)), LONG)),
    );
    columns.extend(group_columns(report));
    columns.extend([
        Column::numbers(lang.difference_column(), MEAN),
        Column::new(lang.gap_between_column(), WORDS),
        Column::new(lang.remark_column(), WORDS),
    ]);
    let row = |line: &QuestionLine| {
        let mut cells = vec![Value::words(&line.element), Value::words(&line.text)];
        cells.extend(
            others
                .iter()
                .map(|&group| Value::words(wording(line, group).unwrap_or_default())),
        );
        cells.extend(line.scores.iter().map(|score| match score.value {
            Some(_) => Value::number(score),
            None => Value::words(&score.text),
        }));
        cells.extend([
            Value::number(&line.difference),
            Value::words(line.letters.as_deref().unwrap_or_default()),
            Value::words(&remarks(report, line).join("; ")),
        ]);
        Row::new(cells)
    };
    Sheet {
        name: lang.questions_sheet(),
        columns,
        rows: lines().map(row).collect(),
        below: Vec::new(),
    }
}

/// What is said of each group's score.
fn remarks(report: &GapReport, line: &QuestionLine) -> Vec<String> {
    let said = report.groups.iter().zip(&line.about);
    let said = said.filter_map(|(group, about)| Some(report.lang.gap_of_group(&group.letter, about.as_ref()?)));
    said.collect()
}

/// What a group was asked instead of the question, if it was.
fn wording(line: &QuestionLine, group: usize) -> Option<&str> {
    let mut wordings = line.wordings.iter();
    wordings.find(|(of, _)| *of == group).map(|(_, text)| text.as_str())
}

fn groups(report: &GapReport) -> Sheet {
    let lang = report.lang;
    let row = |group: &GroupLine| {
        Row::new(vec![
            Value::words(&group.letter),
            Value::words(&group.name),
            Value::day(group.day, &group.date),
            Value::Count(group.participants as usize),
            Value::words(&group.mode_words),
        ])
    };
    Sheet {
        name: lang.gap_groups_heading(),
        columns: vec![
            Column::new(lang.gap_letter_column(), NUMBER),
            Column::new(lang.gap_group_column(), NAME),
            Column::new(lang.date_column(), DAY),
            Column::numbers(lang.participants_column(), MEAN),
            Column::new(lang.mode_column(), WORDS),
        ],
        rows: report.groups.iter().map(row).collect(),
        below: Vec::new(),
    }
}

/// What the rest of the workbook is about, and what to know when reading it.
fn about(report: &GapReport) -> Sheet {
    let lang: Lang = report.lang;
    let words = |about: String, text: &str| Row::new(vec![Value::Words(about), Value::words(text)]);
    let mut rows = vec![
        words(lang.about_column(), &report.title),
        words(lang.questionnaire_row(), &report.questionnaire),
        words(lang.scale_row(), &report.scale),
    ];
    rows.extend(report.source.iter().map(|source| words(lang.source_row(), source)));
    let sentences = [&report.about]
        .into_iter()
        .chain(&report.mirrored)
        .chain(&report.cautions);
    rows.extend(sentences.map(|sentence| words(lang.remark_column(), sentence)));
    rows.extend(report.method.iter().map(|line| words(lang.how_heading(), line)));
    Sheet {
        name: lang.gap_about_sheet(),
        columns: vec![
            Column::new(lang.about_column(), WORDS),
            Column::new(lang.content_column(), NOTE),
        ],
        // Nothing to filter.
        rows: Vec::new(),
        below: rows,
    }
}
