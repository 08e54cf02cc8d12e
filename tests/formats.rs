//! The same numbers, marks and sentences in every form that a report has.

mod common;

use common::parts::{self, Part};
use ips::{
    comparison::Comparison,
    messages::Lang,
    profile::{Agreement, AgreementState, Profile},
    report::{
        AgreementLine, ElementLine, QuestionLine, Report, changes::ChangeLine, csv, html, json, markdown, page::Page,
        radar::Radar, terminal,
    },
    scoring::WEAKEST,
    tally::Mode,
};
use serde_json::Value;

/// What a reader of one form finds, in order, without empty texts.
struct Form {
    name: &'static str,
    texts: Vec<String>,
}

impl Form {
    fn new(name: &'static str, parts: Vec<Part>) -> Form {
        // Of HTML, attributes are parts too.
        let said = parts.into_iter().filter(|(kind, _)| !kind.contains('@'));
        let texts = said.map(|(_, text)| text.trim().to_owned());
        Form {
            name,
            texts: texts.filter(|text| !text.is_empty()).collect(),
        }
    }

    /// That a sentence is there, whole.
    fn says(&self, sentence: &str) {
        let said = self.texts.iter().any(|text| text.contains(sentence));
        assert!(said, "{} doesn't say: {sentence}", self.name);
    }

    /// That these texts stand behind each other. A text can go on with more in brackets, or after a comma.
    fn has_row(&self, row: &[&str]) {
        let row: Vec<&str> = row.iter().copied().filter(|text| !text.is_empty()).collect();
        let stands = |texts: &[String]| {
            texts.iter().zip(&row).all(|(text, expected)| {
                let rest = text.strip_prefix(expected);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
            })
        };
        let found = self.texts.windows(row.len()).any(stands);
        assert!(found, "{} doesn't have {row:?} in {:#?}", self.name, self.texts);
    }
}

/// The forms that people read: pages, and a wide terminal.
fn pages(report: &Report) -> Vec<Form> {
    let page = Page::of(report);
    let forms = [
        Form::new("Markdown", parts::markdown(markdown::page(&page).as_bytes())),
        Form::new("HTML", parts::html(html::page(&page).as_bytes())),
        #[cfg(feature = "office")]
        Form::new("Word", parts::word(&ips::report::word::page(&page))),
    ];
    forms.into()
}

fn profile(answers: &str) -> Profile {
    let mut profile = common::profile(Mode::Tally, &answers.split(' ').collect::<Vec<_>>());
    profile.functions = Some("IB'er, wijkagent".into());
    profile.response_mut((0, 1)).note = Some("Een opmerking.".into());
    for (element, what, due, state) in [
        (1, "Samen eten", "2027-01-14", AgreementState::Open),
        (3, "Bellen", "gauw", AgreementState::Done),
    ] {
        profile.agreements.push(Agreement {
            element: profile.questionnaire.elements[element].id.clone(),
            what: what.into(),
            who: Some("de voorzitter".into()),
            due: Some(due.into()),
            state,
        });
    }
    profile
}

/// Reports with everything that a report can have: divided questions, gaps, marks, none of them, and changes.
fn reports() -> Vec<Report> {
    let ordinary = profile("333? 3432 15151 4 444- 24 34 ? 5 5 3 4 3 3 2 2 2 3 4 4 4 ? ? ?");
    let level = profile(&["3"; 24].join(" "));
    let empty = profile(&["?"; 24].join(" "));
    let mut earlier = profile("355 333 111 5 444 25 3 3 5 4 3 2 3 3 2 2 2 3 ? ? 4 4 4 4");
    earlier.date = earlier.date.pred_opt().unwrap();
    earlier.participants = 6;
    let mut reports = Vec::new();
    for lang in Lang::ALL {
        for profile in [&ordinary, &level, &empty] {
            reports.push(Report::new(profile, &profile.scores(WEAKEST), lang));
        }
        let comparison = Comparison::of(&earlier, &ordinary, WEAKEST).unwrap();
        reports.push(Report::compared(&comparison, lang));
    }
    reports
}

#[test]
fn every_page_has_the_same_numbers_marks_and_sentences() {
    for report in reports() {
        for form in pages(&report) {
            form.says(&report.team);
            form.says(&report.date);
            for sentence in report.meeting.iter().chain(&report.no_weakest).chain(&report.source) {
                form.says(sentence);
            }
            for line in &report.elements {
                let mark = if line.weakest {
                    report.lang.weakest()
                } else {
                    String::new()
                };
                form.has_row(&[&line.title, &line.score, &line.band, &mark]);
                line.remark.iter().for_each(|remark| form.says(remark));
            }
            for line in report.elements.iter().flat_map(|element| &element.questions) {
                form.has_row(&[&line.text, &line.score]);
                line.counts.iter().for_each(|counts| form.says(counts));
                line.spread.iter().chain(&line.note).for_each(|words| form.says(words));
            }
            for (question, score) in report.talk.iter().flat_map(|topic| &topic.questions) {
                form.says(question);
                form.says(&format!("({score})"));
            }
            report.agreements.iter().for_each(|line| has_agreement(&form, line));
            if let Some(changes) = &report.changes {
                changes.agreed_before.iter().for_each(|line| has_agreement(&form, line));
                changes.cautions.iter().for_each(|caution| form.says(caution));
                for ChangeLine {
                    title,
                    before,
                    after,
                    difference,
                    arrow,
                    verdict,
                    ..
                } in &changes.elements
                {
                    let difference = format!("{arrow} {difference}");
                    form.has_row(&[title, before, after, difference.trim(), verdict]);
                }
            }
        }
    }
}

fn has_agreement(form: &Form, line: &AgreementLine) {
    form.says(&line.what);
    form.says(&line.state);
    line.who.iter().chain(&line.due).for_each(|words| form.says(words));
}

#[test]
fn a_wide_terminal_shows_what_the_pages_say() {
    for report in reports() {
        let shown = terminal::profile(&report, 200);
        let line_with = |words: &str| {
            shown
                .lines()
                .find(|line| line.contains(words))
                .unwrap_or_else(|| panic!("{words}"))
        };
        for line in &report.elements {
            let row = line_with(&line.title);
            let mark = if line.weakest {
                report.lang.weakest()
            } else {
                String::new()
            };
            for words in [&line.score, &line.band, &mark] {
                assert!(row.contains(words), "{words} in {row}");
            }
            assert_eq!(row.contains(&report.lang.weakest()), line.weakest, "{row}");
        }
        for words in report.agreements.iter().flat_map(|line| [&line.what, &line.state]) {
            line_with(words);
        }
    }
}

#[test]
fn csv_has_the_numbers_behind_the_words() {
    for report in reports() {
        let table = parts::csv(&csv::questions(&report, false), b',');
        let rows = table.split(|(column, _)| column == "note");
        let questions = report
            .elements
            .iter()
            .flat_map(|element| element.questions.iter().map(move |line| (element, line)));
        for (row, (element, question)) in rows.zip(questions) {
            check_row(&report, row, element, question);
        }
    }
}

fn check_row(report: &Report, row: &[Part], element: &ElementLine, question: &QuestionLine) {
    let cell = |column: &str| {
        row.iter()
            .find(|(name, _)| name == column)
            .map(|(_, cell)| cell.as_str())
    };
    assert_eq!(cell("element_title"), Some(element.title.as_str()));
    assert_eq!(cell("text"), Some(question.text.as_str()));
    assert_eq!(
        cell("element_weakest"),
        Some(if element.weakest { "true" } else { "false" })
    );
    for (column, words, value) in [
        ("element_score", &element.score, element.value),
        ("score", &question.score, question.value),
    ] {
        let number = cell(column)
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.parse::<f64>().unwrap());
        assert_eq!(number, value);
        if let Some(number) = number {
            assert_eq!(&in_words(number, words, report.lang), words);
        }
    }
}

/// A number with as many decimals as its words have. Halves are rounded up, as in the words.
fn in_words(number: f64, words: &str, lang: Lang) -> String {
    let decimals = words.split_once([',', '.']).map_or(0, |(_, decimals)| decimals.len());
    format!("{:.decimals$}", number + 1e-9).replace('.', lang.pick(",", "."))
}

#[test]
fn the_radar_says_every_score_and_mark() {
    for report in reports() {
        let drawing = parts::svg(Radar::of(&report).alone().as_bytes());
        let (_, said) = drawing.iter().find(|(kind, _)| kind == "desc").expect("a description");
        for (index, line) in report.elements.iter().enumerate() {
            let change = report.changes.as_ref().map(|changes| &changes.elements[index]);
            let score = match change.filter(|change| change.values.is_some()) {
                Some(change) => format!("{} → {}", change.before, change.after),
                None => line.score.clone(),
            };
            let mark = if line.weakest {
                format!(" ({})", report.lang.weakest())
            } else {
                String::new()
            };
            let words = format!("{}: {score}{mark}", line.title);
            assert!(said.contains(&words), "{words} in {said}");
        }
    }
}

#[test]
fn json_of_an_export_is_that_of_show_with_the_changes_of_diff() {
    let (before, after) = (profile(&["3"; 24].join(" ")), profile(&["4"; 24].join(" ")));
    let comparison = Comparison::of(&before, &after, WEAKEST).unwrap();
    let scores = after.scores(WEAKEST);
    let report = Report::compared(&comparison, Lang::Nl);
    let parsed = |text: String| serde_json::from_str::<Value>(&text).unwrap();
    let mut exported = parsed(json::report(&after, &scores, Some(&comparison)));
    let changes = exported.as_object_mut().unwrap().remove("changes");
    assert_eq!(changes, Some(parsed(json::changes(&comparison))));
    assert_eq!(exported, parsed(json::profile(&after, &scores)));
    for (line, element) in report.elements.iter().zip(exported["elements"].as_array().unwrap()) {
        assert_eq!(
            (element["title"].as_str(), element["score"].as_f64()),
            (Some(line.title.as_str()), line.value)
        );
        assert_eq!(element["weakest"].as_bool(), Some(line.weakest));
    }
}

#[cfg(feature = "office")]
#[test]
fn excel_has_the_numbers_behind_the_words_and_the_same_marks() {
    for report in reports() {
        let form = Form::new("Excel", parts::excel(&ips::report::excel::workbook(&report)));
        form.says(&report.team);
        for line in &report.elements {
            let value = line.value.map(|value| value.to_string()).unwrap_or_default();
            let mark = if line.weakest {
                report.lang.weakest()
            } else {
                String::new()
            };
            let row = [line.title.as_str(), &value, &line.band, &mark];
            form.has_row(&row);
            line.remark.iter().for_each(|remark| form.says(remark));
        }
        for line in report.elements.iter().flat_map(|element| &element.questions) {
            let value = line.value.map_or_else(|| line.score.clone(), |value| value.to_string());
            form.has_row(&[&line.text, &value]);
            line.note.iter().for_each(|note| form.says(note));
        }
        for line in &report.agreements {
            form.says(&line.what);
            form.says(&line.state);
        }
    }
}
