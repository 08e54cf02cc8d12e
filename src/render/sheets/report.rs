//! What stands on the sheets of a report of one meeting.
//!
//! The sheets are always the same, so that a formula of one's own can rely on them, and only one with the differences comes
//! with an earlier meeting.

use super::{Book, Column, DAY, LONG, MEAN, NAME, NOTE, NUMBER, Row, SHORT_NAME, Sheet, Value, WORDS};
use crate::{
    report::{
        AgreementLine, ElementLine, QuestionLine, Report,
        changes::{ChangeLine, Changes, with_scope},
    },
    tally::Tally,
};

/// The sheets of a report; the elements are on the first.
pub fn book(report: &Report) -> Book {
    let changes = report.changes.as_ref().map(differences);
    let sheets = [elements(report), questions(report), agreements(report), notes(report)];
    Book {
        title: report.lang.report_title(&report.team),
        lang: report.lang,
        day: Some(report.day),
        sheets: sheets.into_iter().chain(changes).chain([about(report)]).collect(),
    }
}

/// How many columns every sheet of elements has, whatever it is compared with.
const SCORED: usize = 6;

fn elements(report: &Report) -> Sheet {
    let lang = report.lang;
    let mut columns = vec![
        Column::new(lang.element_column(), NAME),
        Column::numbers(lang.score_column(), NUMBER),
        Column::new(lang.meaning_column(), WORDS),
        Column::new(lang.remark_column(), WORDS),
        Column::numbers(lang.scored_column(), NUMBER),
        Column::numbers(lang.questions_column(), NUMBER),
    ];
    let beside = beside_scores(report);
    if let Some(changes) = &report.changes {
        columns.extend(then_and_now(changes, changes.scope.as_deref()).into_iter().take(beside));
    }
    let row = |(index, line): (usize, &ElementLine)| {
        let mut cells = vec![
            Value::words(&line.title),
            Value::number(&line.score),
            Value::words(&line.band),
            Value::words(&line.remarks(lang)),
            Value::Count(line.answered),
            Value::Count(line.asked),
        ];
        if let Some(changes) = &report.changes {
            cells.extend(means(&changes.elements[index]).into_iter().take(beside));
        }
        Row {
            cells,
            strong: line.weakest,
        }
    };
    let total = report.overall.as_ref().map(|overall| {
        let mut cells = vec![Value::words(&lang.all_elements()), Value::number(overall)];
        if let Some(line) = report.changes.as_ref().and_then(|changes| changes.overall.as_ref()) {
            cells.resize_with(SCORED, || Value::Empty);
            cells.extend(means(line).into_iter().take(beside));
        }
        Row::strong(cells)
    });
    Sheet {
        name: lang.elements_sheet(),
        columns,
        rows: report.elements.iter().enumerate().map(row).collect(),
        below: total.into_iter().collect(),
    }
}

fn questions(report: &Report) -> Sheet {
    let lang = report.lang;
    let mut columns = vec![
        Column::new(lang.element_column(), SHORT_NAME),
        Column::new(lang.question_column(), NAME),
        Column::new(lang.about_score_column(), WORDS),
        Column::numbers(lang.score_column(), NUMBER),
        Column::new(lang.remark_column(), DAY),
    ];
    if let Some(changes) = &report.changes {
        columns.push(Column::numbers(changes.before.clone(), MEAN));
        columns.push(Column::numbers(lang.difference_column(), NUMBER));
    }
    let counted = report.mode.counts();
    if counted {
        let mut lines = report.elements.iter().flat_map(|element| &element.questions);
        let numbers = report.numbers.clone().map(|number| number.to_string());
        // A head with a label would be wrong for a question with labels of its own; what they are is remarked.
        let answers: Vec<String> = if lines.any(|line| line.labels.is_some()) {
            numbers.collect()
        } else {
            report.scale.clone()
        };
        let answers = answers.into_iter().chain([lang.dont_know(), lang.not_applicable()]);
        columns.extend(answers.map(|answer| Column::numbers(answer, NUMBER)));
    }
    let row = |element: &ElementLine, line: &QuestionLine| {
        let unscored = line.score.value.is_none().then(|| line.score.text.clone());
        let reverse = line.reverse.then(|| lang.counted_in_reverse());
        let remarks = unscored.into_iter().chain(line.thin.clone()).chain(line.spread.clone());
        let remarks: Vec<String> = remarks.chain(reverse).chain(line.labels.clone()).collect();
        let mut cells = vec![
            Value::words(&element.title),
            Value::words(&line.text),
            Value::words(line.scored.as_deref().unwrap_or_default()),
            Value::number(&line.score),
            Value::words(&remarks.join(", ")),
        ];
        if report.changes.is_some() {
            match &line.change {
                Some(change) => cells.extend([Value::number(&change.before), difference(change)]),
                None => cells.extend([Value::Empty, Value::Empty]),
            }
        }
        if counted {
            match &line.tally {
                Some(tally) => cells.extend(counts(tally)),
                None => cells.extend((0..report.scale.len() + 2).map(|_| Value::Empty)),
            }
        }
        Row { cells, strong: false }
    };
    let rows = report
        .elements
        .iter()
        .flat_map(|element| element.questions.iter().map(move |line| row(element, line)));
    Sheet {
        name: lang.questions_sheet(),
        columns,
        rows: rows.collect(),
        below: Vec::new(),
    }
}

fn notes(report: &Report) -> Sheet {
    let lang = report.lang;
    let noted = report
        .elements
        .iter()
        .flat_map(|element| element.questions.iter().map(move |line| (element, line)))
        .filter(|(_, line)| !line.note.is_empty());
    Sheet {
        name: lang.notes_heading(),
        columns: vec![
            Column::new(lang.element_column(), SHORT_NAME),
            Column::new(lang.question_column(), LONG),
            Column::new(lang.note_column(), NOTE),
        ],
        rows: noted
            .map(|(element, line)| {
                Row::new(vec![
                    Value::words(&element.title),
                    Value::words(&line.text),
                    Value::words(&line.note.join("\n")),
                ])
            })
            .collect(),
        below: Vec::new(),
    }
}

/// What was agreed at this meeting and at earlier ones.
fn agreements(report: &Report) -> Sheet {
    let lang = report.lang;
    let row = |agreement: &AgreementLine| {
        // Named one by one: a field more doesn't compile until it has a column, or none.
        let AgreementLine {
            element_id: _,
            element,
            what,
            who,
            due,
            due_day,
            state_kind: _,
            overdue: _,
            state,
            made_day,
            made: _,
            note,
        } = agreement;
        let due = due.as_deref().unwrap_or_default();
        Row::new(vec![
            Value::day(*made_day, &lang.date(*made_day)),
            Value::words(element),
            Value::words(what),
            Value::words(who.as_deref().unwrap_or_default()),
            due_day.map_or_else(|| Value::words(due), |day| Value::day(day, due)),
            Value::words(state),
            Value::words(&note.join("\n")),
        ])
    };
    Sheet {
        name: lang.agreements_heading(),
        columns: vec![
            Column::new(lang.agreed_column(), DAY),
            Column::new(lang.element_column(), SHORT_NAME),
            Column::new(lang.what_column(), LONG),
            Column::new(lang.who_column(), WORDS),
            Column::new(lang.due_column(), DAY),
            Column::new(lang.agreement_state_column(), SHORT_NAME),
            Column::new(lang.note_column(), LONG),
        ],
        rows: report.agreements.iter().map(row).collect(),
        below: Vec::new(),
    }
}

fn differences(changes: &Changes) -> Sheet {
    let lang = changes.lang;
    let [then, now] = then_and_now(changes, changes.scope.as_deref());
    let row = |line: &ChangeLine| {
        let [before, after] = means(line);
        Row {
            cells: vec![
                Value::words(&line.title),
                before,
                after,
                difference(line),
                Value::words(&line.verdict),
                Value::words(&line.remarks.join(", ")),
            ],
            strong: !line.arrow.is_empty(),
        }
    };
    let mut below: Vec<Row> = changes
        .overall
        .iter()
        .map(|line| Row {
            strong: true,
            ..row(line)
        })
        .collect();
    if !changes.left_out.is_empty() {
        below.push(Row::new(Vec::new()));
        below.push(Row::strong(vec![Value::words(&lang.not_compared_heading())]));
        below.extend(changes.left_out.iter().map(|(question, reason)| {
            let mut cells = vec![Value::words(question)];
            cells.extend([Value::Empty, Value::Empty, Value::Empty]);
            cells.push(Value::words(reason));
            Row::new(cells)
        }));
    }
    Sheet {
        name: lang.difference_column(),
        columns: vec![
            Column::new(lang.element_column(), NAME),
            then,
            now,
            Column::numbers(lang.difference_column(), NUMBER),
            Column::new(lang.meaning_column(), WORDS),
            Column::new(lang.remark_column(), LONG),
        ],
        rows: changes.elements.iter().map(row).collect(),
        below,
    }
}

/// What the rest of the workbook is about, and what to know when reading it.
fn about(report: &Report) -> Sheet {
    let lang = report.lang;
    let words = |about: String, text: &str| Row::new(vec![Value::Words(about), Value::words(text)]);
    let mut rows = vec![
        words(lang.team_row(), &report.team),
        Row::new(vec![Value::Words(lang.day_row()), Value::day(report.day, &report.date)]),
        words(lang.meeting_row(), &report.meeting.join(" · ")),
    ];
    rows.extend(
        report
            .functions
            .iter()
            .map(|functions| words(lang.present_row(), functions)),
    );
    if let Some(changes) = &report.changes {
        rows.push(Row::new(vec![
            Value::Words(lang.compared_row()),
            Value::day(changes.before_day, &changes.before),
        ]));
    }
    rows.push(words(lang.questionnaire_row(), &report.questionnaire));
    rows.extend(report.source.iter().map(|source| words(lang.source_row(), source)));
    rows.push(words(lang.scale_row(), &report.scale_line));
    let cautions = report
        .changes
        .iter()
        .flat_map(|changes| changes.cautions.iter().cloned());
    let sentences = report
        .about_weakest
        .iter()
        .cloned()
        .chain(cautions)
        .chain([lang.meant_for_talk()]);
    rows.extend(sentences.map(|sentence| words(lang.remark_column(), &sentence)));
    rows.extend(report.method.iter().map(|line| words(lang.how_heading(), line)));
    Sheet {
        name: lang.about_sheet(),
        columns: vec![
            Column::new(lang.about_column(), WORDS),
            Column::new(lang.content_column(), NOTE),
        ],
        // Nothing to filter.
        rows: Vec::new(),
        below: rows,
    }
}

/// The columns of two meetings, and over which questions their numbers are, where that isn't all of them.
fn then_and_now(changes: &Changes, scope: Option<&str>) -> [Column; 2] {
    [&changes.before, &changes.after].map(|date| Column::numbers(with_scope(date.clone(), scope), MEAN))
}

/// How many columns stand beside the scores of now: that of then; and both, where not every score of now is compared as it
/// is, since nothing else is drawn.
fn beside_scores(report: &Report) -> usize {
    let same = |changes: &Changes| {
        let mut pairs = report.elements.iter().zip(&changes.elements);
        changes.scope.is_none() && pairs.all(|(line, change)| line.score.value == change.after.value)
    };
    match &report.changes {
        Some(changes) if same(changes) => 1,
        _ => 2,
    }
}

/// What was scored then and now.
fn means(line: &ChangeLine) -> [Value; 2] {
    [Value::number(&line.before), Value::number(&line.after)]
}

fn difference(line: &ChangeLine) -> Value {
    Value::difference(&line.difference, !line.arrow.is_empty())
}

/// How often each answer was given.
fn counts(tally: &Tally) -> impl Iterator<Item = Value> {
    let all = tally.votes.iter().chain([&tally.dont_know, &tally.not_applicable]);
    all.map(|count| Value::Count(*count as usize))
}
