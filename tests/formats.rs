//! The same numbers, marks and sentences in every form that a report has.

use ips::{
    agreement::{Agreement, AgreementState},
    comparison::Comparison,
    content::questionnaires,
    drawing::radar::Radar,
    lang::Lang,
    page::{Block, Cell, Column, Drawing, FillIn, Holds, Item, Level, Page, Quote, Row, Table, TickQuestion},
    profile::Profile,
    questionnaire::Questionnaire,
    render::{Contents, Document, Format, Wanted, csv, html, json, markdown, terminal},
    report::{AgreementLine, ElementLine, Figure, QuestionLine, Report, changes::ChangeLine},
    scoring::{Band, Scores, WEAKEST},
    tally::Mode,
};
use serde_json::Value;

use crate::common::{
    self,
    parts::{self, Part},
};

/// What a reader of one form finds, in order, without empty texts.
pub struct Form {
    name: &'static str,
    texts: Vec<String>,
}

impl Form {
    pub fn new(name: &'static str, parts: Vec<Part>) -> Form {
        // Of HTML, attributes are parts too.
        let said = parts.into_iter().filter(|(kind, _)| !kind.contains('@'));
        // Word keeps an answer on its line.
        let texts = said.map(|(_, text)| text.trim().replace('\u{a0}', " "));
        Form {
            name,
            texts: texts.filter(|text| !text.is_empty()).collect(),
        }
    }

    /// That a sentence is there, whole.
    pub fn says(&self, sentence: &str) {
        let said = self.texts.iter().any(|text| text.contains(sentence));
        assert!(said, "{} doesn't say: {sentence}", self.name);
    }

    /// That these texts are there, each behind the one before.
    pub fn has_in_order(&self, headings: &[String]) {
        let mut rest = self.texts.iter();
        for heading in headings {
            assert!(rest.any(|text| text == heading), "{} has no {heading} there", self.name);
        }
    }

    /// That these texts stand behind each other. A text can go on with more in brackets, as a text of its own too, or after a
    /// comma.
    pub fn has_row(&self, row: &[&str]) {
        let row: Vec<&str> = row.iter().copied().filter(|text| !text.is_empty()).collect();
        let stands = |texts: &[String]| {
            texts.iter().zip(&row).all(|(text, expected)| {
                let rest = text.strip_prefix(expected);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
            })
        };
        let texts: Vec<String> = self
            .texts
            .iter()
            .filter(|text| !text.starts_with('('))
            .cloned()
            .collect();
        let found = texts.windows(row.len()).any(stands);
        assert!(found, "{} doesn't have {row:?} in {:#?}", self.name, self.texts);
    }
}

/// What finds the parts of a page in a form.
fn reader(form: &str) -> fn(&[u8]) -> Vec<Part> {
    match form {
        "html" => parts::html,
        "docx" => parts::word,
        "odt" => parts::open_text,
        "markdown" => parts::markdown,
        _ => panic!("nothing reads {form} yet: write what does in tests/common/parts.rs, and name it here"),
    }
}

/// A page in every form that is made from pages and that this build has.
fn forms(page: &Page) -> Vec<(&'static str, Vec<Part>)> {
    let document = Document::guide();
    let form = |format: Format| {
        let asked = Wanted {
            flag: Some(("--format", format.id)),
            ..Wanted::default()
        };
        let form = document.choose(asked).ok().flatten()?;
        let mut made = Vec::new();
        form.write(page, &mut made).unwrap();
        Some((format.id, reader(format.id)(&made)))
    };
    document.formats().filter_map(form).collect()
}

pub fn pages(page: &Page) -> Vec<Form> {
    let forms = forms(page).into_iter();
    forms.map(|(name, parts)| Form::new(name, parts)).collect()
}

/// A page with a text in every kind of block.
fn page_of(text: &str) -> Page {
    let said = || text.to_owned();
    let item = |strong| Item {
        text: said(),
        strong,
        about: Some(said()),
        lines: vec![said(), said()],
        items: vec![Item {
            text: said(),
            ..Item::default()
        }],
        ..Item::default()
    };
    let cell = || Cell {
        text: said(),
        about: Some(said()),
        drawing: None,
    };
    let score = Cell {
        text: said(),
        about: None,
        drawing: Some(Drawing::Shade(Band::Discuss)),
    };
    let column = |holds| Column { title: said(), holds };
    let fill_in = |filled| FillIn {
        label: said(),
        filled,
        lines: 2,
    };
    Page {
        blocks: vec![
            Block::Heading(Level::Section, said()),
            Block::Heading(Level::Part, said()),
            Block::Text(said()),
            Block::Small(said()),
            Block::Table(Table {
                columns: vec![column(Holds::Name), column(Holds::Words)],
                rows: vec![Row {
                    cells: vec![cell(), cell()],
                    ..Row::default()
                }],
            }),
            Block::Table(Table {
                columns: vec![column(Holds::Name), column(Holds::Scores)],
                rows: vec![Row {
                    cells: vec![text.into(), score],
                    ..Row::default()
                }],
            }),
            Block::List(vec![item(true), item(false)]),
            Block::Steps(vec![item(false)]),
            Block::Code(vec![said(), said()]),
            Block::Quote(Quote {
                text: said(),
                by: said(),
                lang: Lang::Nl,
            }),
            Block::FillIn(fill_in(Some(said()))),
            Block::FillIn(fill_in(None)),
            Block::TickQuestion(TickQuestion {
                number: 1,
                text: said(),
                scored: Some(said()),
                points: vec![said(), said()],
                others: [said(), said()],
                note: said(),
            }),
        ],
        ..Page::new(Lang::Nl, Lang::Nl, said())
    }
}

#[test]
fn any_text_stays_text_in_every_form_of_a_page() {
    const WORD: &str = "Gewoontekst";
    let ordinary = forms(&page_of(WORD));
    let signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    let each = signs
        .chars()
        .flat_map(|sign| [format!("{sign} woord"), format!("{sign}{sign}woord{sign}{sign}")]);
    let more = [
        signs,
        "1. woord",
        "<b>woord</b>",
        "[woord](x)",
        "|===",
        "----",
        "&amp; &#42;",
        "{woord}",
    ];
    for text in each.chain(more.map(str::to_owned)) {
        for ((form, found), (_, plain)) in forms(&page_of(&text)).into_iter().zip(&ordinary) {
            // A form may hold words together, and leaves out white space around a text.
            let alike = |words: &str| words.replace('\u{a0}', " ").trim().to_owned();
            let found: Vec<Part> = found.into_iter().map(|(kind, words)| (kind, alike(&words))).collect();
            let filled_in = plain
                .iter()
                .map(|(kind, words)| (kind.clone(), alike(&words.replace(WORD, &text))));
            for (expected, found) in filled_in.zip(&found) {
                assert_eq!(*found, expected, "{form} makes more than text of {text:?}");
            }
            assert_eq!(found.len(), plain.len(), "{form} makes other parts of {text:?}");
        }
    }
}

fn profile(answers: &str) -> Profile {
    let mut profile = common::profile(Mode::Tally, &answers.split(' ').collect::<Vec<_>>());
    profile.functions = Some("IB'er, wijkagent".into());
    profile.corrected = profile.date.succ_opt();
    profile.response_mut((0, 1)).note = Some("Een opmerking.".into());
    for (element, what, due, state) in [
        (1, "Samen eten", "2027-01-14", AgreementState::Open),
        (3, "Bellen", "gauw", AgreementState::Done),
    ] {
        profile.agreements.push(Agreement {
            who: Some("de voorzitter".into()),
            due: Some(due.into()),
            state,
            ..Agreement::new(profile.questionnaire.elements[element].id.clone(), what)
        });
    }
    profile.agreements.push(Agreement {
        due: Some("2026-10-01".into()),
        note: Some("De helft staat erop.".into()),
        made: Some(profile.date - chrono::Days::new(142)),
        ..Agreement::new(profile.questionnaire.elements[5].id.clone(), "Kaart maken")
    });
    profile
}

/// Reports with everything that a report can have: divided questions, gaps, marks, none of them, and changes.
fn reports() -> Vec<Report> {
    reports_and_rows().into_iter().map(|(report, _)| report).collect()
}

/// The same, each with the rows of what was answered.
fn reports_and_rows() -> Vec<(Report, Vec<u8>)> {
    let ordinary = profile("333? 3432 15151 4 444- 24 34 ? 5 5 3 4 3 3 2 2 2 3 4 4 4 ? ? ?");
    let level = profile(&["3"; 24].join(" "));
    let empty = profile(&["?"; 24].join(" "));
    let mut partly = level.clone();
    partly.ask_only(&["shared-vision".into(), "culture".into()]);
    partly.responses[2..]
        .iter_mut()
        .flatten()
        .for_each(|response| response.tally = None);
    // Equally low but for one, and one lowest by a hair; three of eight see it differently.
    let [equal, hair] = [([0, 3, 0, 5, 0], 0), ([0, 1, 7, 0, 0], 1)].map(|(votes, element)| {
        let mut profile = level.clone();
        profile.participants = 8;
        profile.response_mut((element, 0)).tally.as_mut().unwrap().votes = votes.to_vec();
        profile
    });
    let mut earlier = profile("355 333 111 5 444 25 3 3 5 4 3 2 3 3 2 2 2 3 ? ? 4 4 4 4");
    earlier.date = earlier.date.pred_opt().unwrap();
    earlier.participants = 6;
    let mut reports = Vec::new();
    for lang in Lang::ALL {
        for profile in [&ordinary, &level, &empty, &partly, &equal, &hair] {
            let rows = rows(profile, &profile.scores(WEAKEST), None);
            reports.push((common::report(profile, lang), rows));
        }
        let comparison = Comparison::of(&earlier, &ordinary, WEAKEST).unwrap();
        let rows = rows(&ordinary, &comparison.after_scores, Some(&comparison));
        let material = common::material(&ordinary, lang);
        reports.push((Report::compared(&comparison, lang).with_material(&material), rows));
    }
    reports
}

fn rows(profile: &Profile, scores: &Scores, comparison: Option<&Comparison<'_>>) -> Vec<u8> {
    let mut out = Vec::new();
    csv::questions(&mut out, profile, scores, comparison, csv::Dialect::Plain).unwrap();
    out
}

#[test]
fn every_page_has_the_same_numbers_marks_and_sentences() {
    let topics: Vec<_> = reports().into_iter().flat_map(|report| report.talk).collect();
    assert!(topics.iter().any(|topic| topic.deeper.is_some()));
    for report in reports() {
        for form in pages(&Page::of(&report)) {
            form.says(&report.team);
            form.says(&report.date);
            let sentences = report.meeting.iter().chain(&report.functions);
            for sentence in sentences.chain(&report.about_weakest).chain(&report.source) {
                form.says(sentence);
            }
            form.has_in_order(&headings(&report));
            if let Some(overall) = &report.overall {
                form.has_row(&[&report.lang.all_elements(), &overall.text]);
            }
            has_divided(&form, &report);
            for line in &report.elements {
                let mark = if line.weakest {
                    report.lang.weakest()
                } else {
                    String::new()
                };
                form.has_row(&[&line.title, &line.score.text, &line.band, &mark]);
                line.about.iter().for_each(|about| form.says(about));
            }
            let asked = report.elements.iter().filter(|element| !element.not_asked);
            for line in asked.flat_map(|element| &element.questions) {
                form.has_row(&[&line.text, &line.score_words()]);
                line.scored.iter().for_each(|scored| form.says(&format!("({scored})")));
                line.counts.iter().for_each(|counts| form.says(counts));
                line.spread.iter().chain(&line.note).for_each(|words| form.says(words));
            }
            for topic in &report.talk {
                topic.why.iter().for_each(|why| has_about(&form, &topic.title, why));
                for question in &topic.questions {
                    form.says(&question.text);
                    form.says(&format!("({})", question.score));
                }
            }
            for deeper in report.talk.iter().filter_map(|topic| topic.deeper.as_ref()) {
                has_about(&form, &report.lang.more_questions(&deeper.title), &deeper.command);
            }
            for source in report.talk.iter().flat_map(|topic| &topic.sources) {
                form.says(&source.citation);
            }
            report.agreements.iter().for_each(|line| has_agreement(&form, line));
            if let Some(changes) = &report.changes {
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
                    let difference = format!("{arrow} {}", difference.text);
                    form.has_row(&[title, &before.text, &after.text, difference.trim(), verdict]);
                }
                for line in changes.overall.iter().chain(&changes.moved) {
                    form.has_row(&[&line.title, &line.before.text, &line.after.text, &line.difference.text]);
                }
                for (question, reason) in &changes.left_out {
                    has_about(&form, question, reason);
                }
            }
        }
    }
}

#[test]
fn a_source_leads_to_its_address_and_word_says_it() {
    let mut addresses = 0;
    for report in reports() {
        let page = Page::of(&report);
        let (markdown, html) = (markdown::page(&page), html::page(&page));
        let links = [markdown.matches("](").count(), html.matches("<a ").count()];
        let sources: Vec<_> = report.talk.iter().flat_map(|topic| &topic.sources).collect();
        let urls: Vec<&String> = sources.iter().filter_map(|source| source.url.as_ref()).collect();
        assert_eq!(links, [urls.len(); 2], "nothing else is a link");
        for url in &urls {
            assert!(markdown.contains(&format!("]({url})")), "{markdown}");
            assert!(
                html.contains(&format!("<a href=\"{url}\" rel=\"noreferrer\"")),
                "{html}"
            );
        }
        #[cfg(feature = "office")]
        for url in &urls {
            Form::new("Word", parts::word(&ips::render::word::page(&page))).says(&format!("({url})"));
        }
        // Nothing is named twice, tools come first, and it is not much.
        let mut citations: Vec<&String> = sources.iter().map(|source| &source.citation).collect();
        citations.sort();
        citations.dedup();
        assert_eq!(citations.len(), sources.len());
        for topic in &report.talk {
            assert!((1..=2).contains(&topic.sources.len()), "{topic:?}");
        }
        addresses += urls.len();
    }
    assert!(addresses > 0);
}

/// The headings of a page's sections, in order.
fn headings(report: &Report) -> Vec<String> {
    let lang = report.lang;
    let mut headings = vec![lang.report_title(&report.team), lang.scores_heading()];
    let mut add = |there: bool, heading: String| headings.extend(there.then_some(heading));
    add(!report.talk.is_empty(), lang.talk_heading());
    add(!report.divided.is_empty(), lang.divided_heading());
    add(true, lang.agreements_heading());
    if let Some(changes) = &report.changes {
        add(true, lang.changes_heading(&changes.before, &changes.after));
        add(!changes.moved.is_empty(), lang.moved_heading());
        add(!changes.left_out.is_empty(), lang.not_compared_heading());
    }
    add(true, lang.questions_heading());
    add(true, lang.notes_heading());
    add(!report.talk.is_empty(), lang.sources_heading());
    headings
}

/// The divided questions with their counts, between their heading and the next.
fn has_divided(form: &Form, report: &Report) {
    let Some(start) = form
        .texts
        .iter()
        .position(|text| *text == report.lang.divided_heading())
    else {
        assert!(report.divided.is_empty(), "{} has no divided questions", form.name);
        return;
    };
    let all = form.texts[start..].iter();
    let section = Form {
        name: form.name,
        texts: all
            .take_while(|text| **text != report.lang.agreements_heading())
            .cloned()
            .collect(),
    };
    for line in &report.divided {
        has_about(&section, &line.text, line.counts.as_deref().unwrap_or_default());
    }
}

/// That an item of a list says what it is about and, in the same text or the next, what is said about it.
fn has_about(form: &Form, text: &str, about: &str) {
    let texts = &form.texts;
    let found = (0..texts.len()).any(|at| {
        let behind = texts.get(at + 1).map_or("", String::as_str);
        texts[at].starts_with(text) && format!("{}{behind}", texts[at]).contains(about)
    });
    assert!(
        found,
        "{} doesn't say {about} about {text}: {:#?}",
        form.name, form.texts
    );
}

fn has_agreement(form: &Form, line: &AgreementLine) {
    form.says(&line.what);
    form.says(&line.state);
    line.who
        .iter()
        .chain(&line.due)
        .chain(&line.made)
        .chain(&line.note)
        .for_each(|words| form.says(words));
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
            for words in [&line.score.text, &line.band, &mark] {
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
    for (report, table) in reports_and_rows() {
        let table = parts::csv(&table, b',');
        let rows: Vec<&[Part]> = table.chunk_by(|_, (column, _)| column != "team").collect();
        let questions = report
            .elements
            .iter()
            .flat_map(|element| element.questions.iter().map(move |line| (element, line)));
        assert_eq!(rows.len(), questions.clone().count());
        for (row, (element, question)) in rows.into_iter().zip(questions) {
            check_row(&report, row, element, question);
            check_counts(&report, row, question);
        }
    }
}

fn check_row(report: &Report, row: &[Part], element: &ElementLine, question: &QuestionLine) {
    let cell = |column: &str| {
        row.iter()
            .find(|(name, _)| name == column)
            .map(|(_, cell)| cell.as_str())
    };
    assert_eq!(cell("corrected"), Some("2026-11-22"));
    assert_eq!(cell("element_title"), Some(element.title.as_str()));
    assert_eq!(cell("text"), Some(question.text.as_str()));
    assert_eq!(cell("scored"), Some(question.scored.as_deref().unwrap_or_default()));
    assert_eq!(
        cell("element_weakest"),
        Some(if element.weakest { "true" } else { "false" })
    );
    for (column, figure) in [("element_score", &element.score), ("score", &question.score)] {
        let number = cell(column)
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.parse::<f64>().unwrap());
        assert_eq!(number, figure.value);
        if let Some(number) = number {
            assert_eq!(in_words(number, &figure.text, report.lang), figure.text);
        }
    }
}

/// The counts and the change of a question's row in CSV.
fn check_counts(report: &Report, row: &[Part], question: &QuestionLine) {
    let cell = |column: &str| {
        let found = row.iter().find(|(name, _)| name == column);
        found.map(|(_, cell)| cell.as_str())
    };
    let tally = question.tally.as_ref().expect("it isn't shared");
    let counts = [("dont_know", tally.dont_know), ("not_applicable", tally.not_applicable)];
    assert_eq!(cell("first"), Some(question.first.to_string().as_str()));
    assert_eq!(cell("reverse"), Some(question.reverse.to_string().as_str()));
    let votes = (question.first..).zip(&tally.votes);
    let votes = votes.map(|(number, &count)| (format!("votes_{number}"), count));
    for (column, count) in votes.chain(counts.map(|(column, count)| (column.to_owned(), count))) {
        assert_eq!(cell(&column), Some(count.to_string().as_str()), "{column}");
    }
    let divided = question.spread == Some(report.lang.divided());
    assert_eq!(cell("divided"), Some(divided.to_string().as_str()));
    let differ = match cell("differ").and_then(|cell| cell.parse().ok()) {
        Some(0) => None,
        Some(1 | 2) => Some(report.lang.few_differ()),
        Some(count) => Some(report.lang.some_differ(count)),
        None => panic!("no count: {row:?}"),
    };
    assert_eq!(differ, question.spread.clone().filter(|_| !divided));
    assert_eq!(cell("note"), Some(question.note.join("\n").as_str()));
    let change = question.change.as_ref();
    let numbers = change.map(|change| [&change.before, &change.after, &change.difference].map(value));
    for (at, column) in ["before", "after", "change"].into_iter().enumerate() {
        let expected = numbers.map_or(String::new(), |numbers| numbers[at].to_string());
        let expected = report.changes.is_some().then_some(expected);
        assert_eq!(cell(column).map(str::to_owned), expected, "{column}");
    }
}

/// The number of a figure that has one.
fn value(figure: &Figure) -> f64 {
    figure.value.expect("a number")
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
            let score = match change {
                Some(change) if change.is_compared() => format!("{} → {}", change.before.text, change.after.text),
                Some(change) => change.verdict.clone(),
                None => line.score.text.clone(),
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
            (Some(line.title.as_str()), line.score.value)
        );
        assert_eq!(element["weakest"].as_bool(), Some(line.weakest));
    }
}

#[cfg(feature = "office")]
#[test]
fn spreadsheets_have_the_numbers_behind_the_words_and_the_same_marks() {
    // Excel counts days from 1900.
    let start = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    let since_start = move |day: chrono::NaiveDate| (day - start).num_days().to_string();
    for report in reports() {
        let excel = parts::excel(&ips::render::excel::workbook(&report));
        let open = parts::spreadsheet(&ips::render::odf::spreadsheet::of(&Contents::Report(&report)));
        has_numbers(&Form::new("Excel", excel), &report, &since_start);
        has_numbers(&Form::new("OpenDocument", open), &report, &|day| day.to_string());
    }
}

/// That a spreadsheet, which tells days in its way, has a report's numbers and marks.
#[cfg(feature = "office")]
fn has_numbers(form: &Form, report: &Report, in_cell: &dyn Fn(chrono::NaiveDate) -> String) {
    form.says(&report.team);
    for line in &report.elements {
        let value = line.score.value.map(|value| value.to_string()).unwrap_or_default();
        let mark = if line.weakest {
            report.lang.weakest()
        } else {
            String::new()
        };
        let row = [line.title.as_str(), &value, &line.band, &mark];
        form.has_row(&row);
        line.about.iter().for_each(|about| form.says(about));
    }
    for line in report.elements.iter().flat_map(|element| &element.questions) {
        let score = &line.score;
        let value = score
            .value
            .map_or_else(|| score.text.clone(), |value| value.to_string());
        form.has_row(&[&line.text, line.scored.as_deref().unwrap_or_default(), &value]);
        line.note.iter().for_each(|note| form.says(note));
    }
    report.about_weakest.iter().for_each(|sentence| form.says(sentence));
    if let Some(overall) = &report.overall {
        form.has_row(&[&report.lang.all_elements(), &value(overall).to_string()]);
    }
    report
        .agreements
        .iter()
        .for_each(|line| has_agreed(form, line, in_cell));
    if let Some(changes) = &report.changes {
        changes.cautions.iter().for_each(|caution| form.says(caution));
        for line in changes.elements.iter().chain(&changes.overall) {
            let numbers = line
                .is_compared()
                .then(|| [&line.before, &line.after, &line.difference].map(|figure| value(figure).to_string()));
            let mut row = vec![line.title.as_str()];
            row.extend(numbers.iter().flatten().map(String::as_str));
            row.push(&line.verdict);
            form.has_row(&row);
            line.remarks.iter().for_each(|remark| form.says(remark));
        }
        for (question, reason) in &changes.left_out {
            form.has_row(&[question, reason]);
        }
    }
}

/// An agreement's cells; what is due on a day is a day there.
#[cfg(feature = "office")]
fn has_agreed(form: &Form, line: &AgreementLine, in_cell: &dyn Fn(chrono::NaiveDate) -> String) {
    let due = match line.due_day {
        Some(day) => in_cell(day),
        None => line.due.clone().unwrap_or_default(),
    };
    let who = line.who.as_deref().unwrap_or_default();
    let made = in_cell(line.made_day);
    let note = line.note.join("\n");
    form.has_row(&[&made, &line.element, &line.what, who, &due, &line.state, &note]);
}

#[test]
fn the_readme_and_the_guides_name_every_form_in_one_place() {
    let endings = ips::render::FORMATS.map(|format| format!(".{}", format.ending()));
    for (file, text) in [
        ("README.md", include_str!("../README.md")),
        ("data/guide.nl.md", include_str!("../data/guide.nl.md")),
        ("data/guide.en.md", include_str!("../data/guide.en.md")),
    ] {
        let named = text.split("\n#").map(|section| {
            let missing = endings.iter().filter(|ending| !section.contains(ending.as_str()));
            missing.cloned().collect::<Vec<_>>()
        });
        let fewest = named.min_by_key(Vec::len).unwrap();
        assert!(
            fewest.is_empty(),
            "the section about forms in {file} doesn't name {fewest:?}"
        );
    }
}

/// The built-in questionnaires, and one with the most points and with hostile texts.
fn asked(lang: Lang) -> Vec<Questionnaire> {
    let built_in = questionnaires::ids().map(|id| questionnaires::questionnaire(id, lang).unwrap());
    let mut asked: Vec<Questionnaire> = built_in.collect();
    let mut odd = asked[0].clone();
    odd.scale.labels = (1..=10)
        .map(|point| Some(format!("1. *punt* <{point}> & meer")))
        .collect();
    "- geen lijst # | ok".clone_into(&mut odd.elements[0].questions[0].text);
    asked.push(odd);
    asked
}

#[test]
fn a_sheet_to_fill_in_asks_every_question_with_every_answer_in_every_form() {
    for lang in Lang::ALL {
        for questionnaire in asked(lang) {
            for form in pages(&Page::of_questions(&questionnaire, lang)) {
                let all = form.texts.join(" ").replace('\u{a0}', " ");
                let mut rest = all.as_str();
                let mut next = |text: &str| {
                    let at = rest.find(text);
                    let at = at.unwrap_or_else(|| panic!("{}: {text} isn't behind what is before it", form.name));
                    rest = &rest[at + text.len()..];
                };
                next(&lang.team_and_date());
                for element in &questionnaire.elements {
                    next(&element.title);
                    for question in &element.questions {
                        next(&question.text);
                        question.scored.iter().for_each(|scored| next(scored));
                        for (point, label) in (1..).zip(questionnaire.scale.labels.iter().flatten()) {
                            let numbered = label.starts_with(&format!("{point}."));
                            next(&if numbered {
                                label.clone()
                            } else {
                                format!("{point} {label}")
                            });
                        }
                        next(&lang.dont_know());
                        next(&lang.not_applicable_in_short());
                        next(question.open.as_ref().unwrap_or(&lang.note_column()));
                    }
                }
                next(questionnaire.source.as_ref().unwrap());
            }
        }
    }
}
