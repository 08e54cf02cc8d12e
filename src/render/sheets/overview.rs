//! What stands on the sheets of many teams in one picture: the elements, the teams side by side, and the questions. A sheet or column of what
//! isn't told is not there.

use super::{Book, Column, DAY, LONG, MEAN, NAME, NOTE, NUMBER, Row, SHORT_NAME, Sheet, Value, WORDS};
use crate::{
    lang::Lang,
    report::overview::{ElementLine, OverviewReport, QuestionLine, SpreadLine, TeamLine},
};

/// The sheets of many teams.
pub fn book(report: &OverviewReport) -> Book {
    let teams = (!report.standings.is_empty()).then(|| teams(report));
    let sheets = [elements(report)].into_iter().chain(teams);
    Book {
        title: report.title.clone(),
        lang: report.lang,
        day: report.newest,
        sheets: sheets.chain([questions(report), about(report)]).collect(),
    }
}

/// The places of a spread that are told somewhere.
fn told(spreads: &[&SpreadLine]) -> Vec<usize> {
    let is_told = |place: &usize| spreads.iter().any(|spread| spread.five[*place].value.is_some());
    (0..5).filter(is_told).collect()
}

fn spread_columns(told: &[usize], lang: Lang) -> impl Iterator<Item = Column> {
    let titles = [
        lang.lowest_column(),
        lang.quarter_column(),
        lang.median_column(),
        lang.three_quarters_column(),
        lang.highest_column(),
    ];
    told.iter()
        .map(move |&place| Column::numbers(titles[place].clone(), MEAN))
}

fn elements(report: &OverviewReport) -> Sheet {
    let lang = report.lang;
    let told = told(&report.elements.iter().map(|line| &line.spread).collect::<Vec<_>>());
    let has_bands = report.tells_bands();
    let bands = [lang.band_discuss_first(), lang.band_discuss(), lang.band_strong()];
    let mut columns = vec![
        Column::new(lang.element_column(), NAME),
        Column::numbers(lang.teams_with_score_column(), NUMBER),
    ];
    columns.extend(spread_columns(&told, lang));
    if report.tells_weakest() {
        columns.push(Column::numbers(lang.weakest_column(), NUMBER));
    }
    if has_bands {
        columns.extend(bands.map(|band| Column::numbers(band, NUMBER)));
    }
    let tells_unknown = report.elements.iter().any(|line| line.often_unknown.is_some());
    if tells_unknown {
        columns.push(Column::numbers(lang.unknown_column(), MEAN));
    }
    let row = |line: &ElementLine| {
        let mut cells = vec![Value::words(&line.title), Value::Count(line.spread.teams)];
        cells.extend(told.iter().map(|&place| Value::number(&line.spread.five[place])));
        if report.tells_weakest() {
            cells.push(count(line.weakest));
        }
        if has_bands {
            match line.bands {
                Some(bands) => cells.extend(bands.map(Value::Count)),
                None => cells.extend([Value::Empty, Value::Empty, Value::Empty]),
            }
        }
        if tells_unknown {
            cells.push(count(line.often_unknown));
        }
        Row::new(cells)
    };
    Sheet {
        name: lang.picture_sheet(),
        columns,
        rows: report.elements.iter().map(row).collect(),
        below: Vec::new(),
    }
}

/// A number of teams; nothing where that isn't told.
fn count(teams: Option<usize>) -> Value {
    teams.map_or(Value::Empty, Value::Count)
}

/// The teams by their names, with the colour of its band behind each score.
fn teams(report: &OverviewReport) -> Sheet {
    let lang = report.lang;
    let has_folders = report.standings.iter().any(|team| team.folder.is_some());
    let mut columns = vec![Column::new(lang.team_column(), NAME)];
    if has_folders {
        columns.push(Column::new(lang.folder_column(), WORDS));
    }
    columns.extend([
        Column::new(lang.date_column(), DAY),
        Column::numbers(lang.participants_column(), MEAN),
        Column::new(lang.mode_column(), WORDS),
    ]);
    let titles = report.elements.iter().map(|line| line.title.clone());
    columns.extend(titles.map(|title| Column::numbers(title, MEAN)));
    let row = |team: &TeamLine| {
        let mut cells = vec![Value::words(&team.team)];
        if has_folders {
            cells.push(Value::words(team.folder.as_deref().unwrap_or_default()));
        }
        cells.extend([
            Value::day(team.day, &team.date),
            Value::Count(team.participants as usize),
            Value::words(&team.mode_words),
        ]);
        cells.extend(team.scores.iter().map(|line| Value::score(&line.score, line.band)));
        Row::new(cells)
    };
    Sheet {
        name: lang.teams_sheet(),
        columns,
        rows: report.standings.iter().map(row).collect(),
        below: Vec::new(),
    }
}

fn questions(report: &OverviewReport) -> Sheet {
    let lang = report.lang;
    let lines = || report.elements.iter().flat_map(|element| &element.questions);
    let told = told(&lines().map(|line| &line.spread).collect::<Vec<_>>());
    let mut columns = vec![
        Column::new(lang.element_column(), SHORT_NAME),
        Column::new(lang.question_column(), LONG),
        Column::new(lang.about_score_column(), SHORT_NAME),
        Column::numbers(lang.teams_with_score_column(), NUMBER),
    ];
    columns.extend(spread_columns(&told, lang));
    let tells_divided = lines().any(|line| line.divided.is_some());
    if tells_divided {
        columns.push(Column::numbers(lang.divided_column(), NUMBER));
    }
    let row = |line: &QuestionLine| {
        let mut cells = vec![
            Value::words(&line.element),
            Value::words(&line.text),
            Value::words(line.scored.as_deref().unwrap_or_default()),
            Value::Count(line.spread.teams),
        ];
        cells.extend(told.iter().map(|&place| Value::number(&line.spread.five[place])));
        if tells_divided {
            cells.push(count(line.divided));
        }
        Row::new(cells)
    };
    Sheet {
        name: lang.questions_sheet(),
        columns,
        rows: lines().map(row).collect(),
        below: Vec::new(),
    }
}

/// What the rest of the workbook is about, and what to know when reading it.
fn about(report: &OverviewReport) -> Sheet {
    let lang = report.lang;
    let words = |about: String, text: &str| Row::new(vec![Value::Words(about), Value::words(text)]);
    let mut rows = vec![words(lang.about_column(), &report.title)];
    rows.extend(report.head.iter().map(|days| words(lang.day_row(), days)));
    rows.push(words(lang.questionnaire_row(), &report.questionnaire));
    rows.extend(report.source.iter().map(|source| words(lang.source_row(), source)));
    rows.push(words(lang.scale_row(), &report.scale));
    let sentences = [&report.about].into_iter().chain(&report.left_out);
    let sentences = sentences.chain(&report.cautions).chain(&report.others);
    rows.extend(sentences.map(|sentence| words(lang.remark_column(), sentence)));
    rows.extend(report.method.iter().map(|line| words(lang.how_heading(), line)));
    Sheet {
        name: lang.about_picture_sheet(),
        columns: vec![
            Column::new(lang.about_column(), WORDS),
            Column::new(lang.content_column(), NOTE),
        ],
        // Nothing to filter.
        rows: Vec::new(),
        below: rows,
    }
}
