use proptest::prelude::*;

use super::{table::letters, *};
use crate::{content::questionnaires::six_elements, tally::Answer};

fn six() -> Vec<Questionnaire> {
    Lang::ALL.map(six_elements).into()
}

/// The questions of the first element, word for word.
fn questions(lang: Lang) -> Vec<String> {
    six_elements(lang).elements[0]
        .questions
        .iter()
        .map(|question| question.text.clone())
        .collect()
}

/// The lines of a CSV file.
fn lines(separator: &str, rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let lines = rows
        .iter()
        .map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(separator));
    lines.collect::<Vec<_>>().join("\r\n")
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|&cell| cell.to_owned()).collect()
}

/// The answers of the first form as they are typed, `.` where there is none.
fn first(results: &Results) -> String {
    let answer = |at: At| match results.forms[0]
        .1
        .get(&at)
        .and_then(|response| response.tally.as_ref()?.single())
    {
        Some(Answer::Point(point)) => point.to_string(),
        Some(Answer::DontKnow) => "?".into(),
        Some(Answer::NotApplicable) => "-".into(),
        None => ".".into(),
    };
    (0..questions(Lang::Nl).len())
        .map(|question| answer((0, question)))
        .collect()
}

fn said(result: Result<Results, Vec<Problem>>) -> Vec<String> {
    let problems = result.unwrap_err();
    problems.iter().map(|problem| problem.text(Lang::En)).collect()
}

#[test]
fn a_column_is_known_by_its_question_however_it_is_numbered_marked_or_broken() {
    let question = questions(Lang::Nl)[1].clone();
    let (first_words, last_word) = question.rsplit_once(' ').unwrap();
    let broken = |by: &str| format!("{first_words}{by}{last_word}");
    for head in [
        question.clone(),
        format!("2. {question}"),
        format!("Vraag 2: {question}"),
        format!("V2 {question}"),
        format!("{question}\u{A0}"),
        format!("{} *", question.to_uppercase()),
        broken("\n"),
        broken("\r\n  "),
        broken("_x000D_\n"),
        format!("Hoe staat het ervoor? [{question}]"),
        format!("\u{FEFF}{question}"),
        questions(Lang::En)[1].clone(),
        six()[0].full_id((0, 1)),
    ] {
        let text = lines(";", &[row(&["Id", &head]), row(&["1", "4"])]);
        let results = csv("x.csv", &text, &six()).unwrap_or_else(|problems| panic!("{head:?}: {problems:?}"));
        assert_eq!(first(&results)[..2], *".4", "{head:?}");
    }
}

#[test]
fn rows_columns_separators_and_titles_can_be_anything() {
    let asked = questions(Lang::Nl);
    for separator in [",", ";", "\t"] {
        let text = lines(
            separator,
            &[
                row(&["Uitslag, november"]),
                row(&["Tijdstempel", &asked[2], "Naam", &asked[0], "E-mail"]),
                row(&["", "", "", "", ""]),
                row(&["1-11-2026 09:30", "5", "Zoë; van", "1", "z@x.nl"]),
                row(&["", "", ""]),
                row(&["1-11-2026 09:31", "3", "", "?", ""]),
            ],
        );
        let results = csv("x.csv", &text, &six()).unwrap();
        assert_eq!(first(&results)[..3], *"1.5");
        let rows: Vec<usize> = results.forms.iter().map(|(row, _)| *row).collect();
        assert_eq!((rows, results.unused.as_str()), (vec![4, 6], "A, C, E"));
        assert_eq!(results.asked, BTreeSet::from([(0, 0), (0, 2)]));
    }
}

#[test]
fn an_answer_is_a_number_a_label_or_both_in_either_language() {
    let heads = questions(Lang::Nl);
    for (typed, answer) in [
        ("4", "4"),
        (" 4 ", "4"),
        ("4,0", "4"),
        ("4.00", "4"),
        ("eerder wel", "4"),
        ("Eerder wel.", "4"),
        ("mostly", "4"),
        ("4 - eerder wel", "4"),
        ("4: Mostly", "4"),
        ("4 (eerder wel)", "4"),
        ("4 ★", "4"),
        ("?", "?"),
        ("weet niet", "?"),
        ("Weet ik niet", "?"),
        ("I don’t know", "?"),
        ("-", "-"),
        ("–", "-"),
        ("n.v.t.", "-"),
        ("Niet van toepassing", "-"),
        ("not applicable", "-"),
        ("", "."),
        ("  ", "."),
    ] {
        let text = lines(";", &[row(&["Id", &heads[0]]), row(&["1", typed])]);
        let results = csv("x.csv", &text, &six()).unwrap_or_else(|problems| panic!("{typed}: {problems:?}"));
        assert_eq!(first(&results)[..1], *answer, "{typed}");
    }
    for typed in [
        "0", "6", "-3", "3.5", "4,5", "3 4", "1-2", "4 - ja", "4ja", "04", "soms", "WAAR", "44", "4 of 5", "½",
    ] {
        let text = lines(";", &[row(&["Id", &heads[0]]), row(&["1", typed])]);
        let said = said(csv("x.csv", &text, &six()));
        assert!(
            said.len() == 1 && said[0].contains("row 2, column B"),
            "{typed}: {said:?}"
        );
    }
}

#[test]
fn everything_that_cannot_be_matched_is_named_at_once_with_row_and_column() {
    let asked = questions(Lang::Nl);
    let almost = asked[1].replacen("we", "wij", 1).replacen("ee", "e", 1);
    let mut rows = vec![row(&["Id", &asked[0], &almost, &asked[2], &asked[0]])];
    rows.extend((1..=5).map(|id| row(&[&id.to_string(), "soms", "3", if id == 2 { "9" } else { "4" }, ""])));
    let said = said(csv("uitslag.csv", &lines(",", &rows), &six()));
    let begin = [
        "uitslag.csv: row 1, column C: this is almost the question shared-vision.",
        "uitslag.csv: row 1, column E: the question shared-vision.",
        "uitslag.csv: row 2, 3, 4 (and 2 more), column B (shared-vision.",
        "uitslag.csv: row 3, column D (shared-vision.",
    ];
    assert_eq!(said.len(), begin.len(), "{said:#?}");
    for (said, begin) in said.iter().zip(begin) {
        assert!(said.starts_with(begin), "{said}");
    }
    assert!(
        said[2].contains("a number from 1 to 5, or one of these words: nee, eerder niet, deels, eerder wel, ja. Or ?")
    );
    assert!(!said.concat().contains("soms"), "nothing of a file is shown");
}

#[test]
fn a_table_without_questions_says_what_belongs_there() {
    for text in ["", "\n\n", "Id,Naam\n1,Zoë\n", "\"", "\u{0}"] {
        let said = said(csv("x.csv", text, &six()));
        assert!(
            said.len() == 1 && said[0].contains("six-elements"),
            "{text:?}: {said:?}"
        );
    }
}

#[test]
fn columns_have_the_letters_of_a_spreadsheet() {
    let names = [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
        (16_383, "XFD"),
    ];
    for (column, name) in names {
        assert_eq!(letters(column), name);
    }
    assert_eq!(columns_in_words(&[0, 1, 2, 4, 6, 7]), "A-C, E, G-H");
}

proptest! {
    #[test]
    fn no_text_makes_it_stop(text in "(\"|;|,|\t|\n|[a-z0-9 ]|_x000D_|_x|[\\[\\]]|é|\u{A0}){0,60}", ended in any::<bool>()) {
        let head = if ended { questions(Lang::Nl)[0].clone() } else { String::new() };
        let six = six();
        let _ = csv("x.csv", &format!("{head}{text}"), &six);
        let _ = csv("x.csv", &format!("{text}\n{head}\n{text}"), &six);
    }
}

#[cfg(feature = "office")]
mod in_excel {
    use std::cell::Cell;

    use rust_xlsxwriter::{ExcelDateTime, Formula, IntoExcelData, Workbook};

    use super::*;

    fn saved(mut workbook: Workbook) -> Vec<u8> {
        workbook.save_to_buffer().unwrap()
    }

    /// A sheet with one question in B2 and what stands below it.
    fn with(write: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write(1, 0, "ID").unwrap();
        sheet.write(1, 1, &questions(Lang::Nl)[0]).unwrap();
        sheet.write(2, 0, 1).unwrap();
        write(sheet);
        saved(workbook)
    }

    /// What the first form answers where this stands in B3.
    fn answered(value: impl IntoExcelData) -> Result<String, Vec<Problem>> {
        let value = Cell::new(Some(value));
        let bytes = with(|sheet| {
            sheet.write(2, 1, value.take().unwrap()).unwrap();
        });
        excel("x.xlsx", &bytes, &six()).map(|results| first(&results)[..1].to_owned())
    }

    #[test]
    fn numbers_texts_and_formulas_are_answers_and_days_and_truths_are_none() {
        assert_eq!(answered(4).unwrap(), "4");
        assert_eq!(answered("4").unwrap(), "4");
        assert_eq!(answered("ja").unwrap(), "5");
        assert_eq!(answered(Formula::new("=1+1").set_result("2")).unwrap(), "2");
        let day = ExcelDateTime::from_ymd(2026, 11, 21).unwrap();
        for refused in [answered(true), answered(3.5), answered(1e300), answered(&day)] {
            let problems = refused.unwrap_err();
            assert!(problems[0].text(Lang::En).starts_with("x.xlsx: row 3, column B"));
        }
    }

    #[test]
    fn the_sheet_that_has_the_questions_is_read() {
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write(0, 0, "Toelichting").unwrap();
        for row in 0..2 {
            let sheet = workbook.add_worksheet();
            sheet.write(0, 0, &questions(Lang::Nl)[0]).unwrap();
            sheet.write(1, 0, 3).unwrap();
            if row == 0 {
                assert_eq!(
                    excel("x.xlsx", &workbook.save_to_buffer().unwrap(), &six())
                        .unwrap()
                        .forms
                        .len(),
                    1
                );
            }
        }
        assert!(said(excel("x.xlsx", &saved(workbook), &six()))[0].contains("more than one sheet"));
    }

    #[test]
    fn a_cell_as_far_away_as_can_be_takes_no_room() {
        let bytes = with(|sheet| {
            sheet.write(1_048_575, 16_383, 1).unwrap();
        });
        let results = excel("x.xlsx", &bytes, &six()).unwrap();
        assert_eq!(results.forms.last().map(|(row, _)| *row), Some(1_048_576));
    }

    #[test]
    fn what_is_far_larger_unpacked_is_refused() {
        let packed = |text: &str, times: usize| {
            let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
            for part in 0..times {
                let options = zip::write::SimpleFileOptions::default();
                zip.start_file(format!("xl/{part}.xml"), options).unwrap();
                std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
            }
            zip.finish().unwrap().into_inner()
        };
        let large = " ".repeat(1024 * 1024);
        for (bytes, words) in [
            (packed(&large, 17), "far more in it"),
            (packed(&large, 15), "no Excel file"),
            (b"PK\x03\x04".to_vec(), "no Excel file"),
            (Vec::new(), "no Excel file"),
        ] {
            let said = said(excel("x.xlsx", &bytes, &six()));
            assert!(said[0].contains(words), "{said:?}");
        }
        let many = with(|sheet| {
            for cell in 0..=100_000 {
                sheet
                    .write(3 + cell / 100, (cell % 100).try_into().unwrap(), 1)
                    .unwrap();
            }
        });
        assert!(said(excel("x.xlsx", &many, &six()))[0].contains("far more in it"));
        let shared = with(|sheet| {
            for row in 0..600 {
                sheet.write(3 + row, 3, "x".repeat(30_000)).unwrap();
            }
        });
        assert!(shared.len() < 1024 * 1024, "a small file");
        assert!(said(excel("x.xlsx", &shared, &six()))[0].contains("far more in it"));
    }

    #[test]
    fn a_damaged_file_is_refused_wherever_it_is_damaged() {
        let sound = with(|sheet| {
            sheet.write(2, 1, "eerder wel").unwrap();
        });
        let six = six();
        for place in (0..sound.len()).step_by(29) {
            let mut damaged = sound.clone();
            damaged[place] ^= 0x55;
            let _ = excel("x.xlsx", &damaged, &six);
            let _ = excel("x.xlsx", &sound[..place], &six);
        }
    }
}
