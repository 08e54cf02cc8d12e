//! Questionnaires as people have them, from the file to the reports.

use std::{collections::BTreeSet, fs, path::Path};

use ips::{content::questionnaires, lang::Lang, profile, tally::Mode};
use serde_json::Value;

use crate::{common, program::ips};

/// Every text of a questionnaire, with `BREAK` where a line can end.
const TEXTS: &str = r#"format = 1
id = "eigen"
version = 1
title = { nl = """BREAKOnze BREAK lijst""", en = "Our list" }
source = """Zelf BREAK gemaakt"""

[scale]
labels = ["""nee, BREAK nooit""", { nl = """ja, BREAK altijd""", en = "yes" }]

[references]
boek = """Een BREAK boekBREAK"""

[words.nl]
"de kern" = """waar BREAK het om gaat"""

[[elements]]
id = "een"
title = """Eerste BREAK deel"""

[[elements.questions]]
id = "a"
text = """
Zien we de BREAK kern BREAK BREAK van de zaak?
"""
open = """Welke BREAK kern?"""
scored = { nl = """we zien BREAK hem""" }

[[elements.suggestions]]
text = """Praat BREAK erover."""
reference = "boek"
"#;

#[test]
fn what_a_question_mirrors_has_the_form_of_a_full_id_and_is_named_where_it_has_not() {
    let mirroring = |mirrors: &str| {
        let text = TEXTS.replace("id = \"a\"", &format!("id = \"a\"\nmirrors = {mirrors}"));
        questionnaires::read("eigen.toml", &text.replace("BREAK", " "), Lang::Nl)
    };
    let read = mirroring("\"culture.roles\"").unwrap();
    assert_eq!(read.question((0, 0)).mirrors.as_deref(), Some("culture.roles"));
    let long = format!("\"culture.{}\"", "r".repeat(61));
    for wrong in [
        "\"roles\"",
        "\"culture.\"",
        "\".roles\"",
        "\"a.b.c\"",
        "\"Culture.roles\"",
        "\"culture roles\"",
        &long,
    ] {
        let problems = mirroring(wrong).unwrap_err();
        let said: Vec<String> = problems.iter().map(|problem| problem.text(Lang::Nl)).collect();
        let place = "eigen.toml, regel 22, kolom 11: elements[1].questions[1].mirrors moet de id van een element";
        assert!(
            matches!(said.as_slice(), [one] if one.starts_with(place)),
            "{wrong}: {said:?}"
        );
    }
    mirroring("1").unwrap_err();
}

#[test]
fn a_break_in_any_text_of_a_questionnaire_is_a_space() {
    let read = |text: &str| questionnaires::read("eigen.toml", text, Lang::Nl).unwrap();
    let of_spaces = TEXTS
        .replace(" BREAK BREAK ", " ")
        .replace(" BREAK ", " ")
        .replace("BREAK", "")
        .replace("text = \"\"\"\n", "text = \"\"\"")
        .replace("zaak?\n", "zaak?");
    let expected = read(&of_spaces);
    assert_eq!(expected.elements[0].questions[0].text, "Zien we de kern van de zaak?");
    assert_eq!(expected.words_of((0, 0)).len(), 1);
    for line_break in ["\n", "\r\n", "  \n\t", "\\n", "\\r\\n"] {
        assert_eq!(read(&TEXTS.replace("BREAK", line_break)), expected, "{line_break:?}");
    }
    // A whole file with Windows' line ends.
    let windows = TEXTS.replace("BREAK", "\n").replace('\n', "\r\n");
    assert_eq!(read(&windows), expected);
}

/// Profiles that were saved when texts still kept their breaks.
#[test]
fn a_break_in_a_text_of_a_profile_is_a_space_and_one_in_a_note_stays() {
    let mut expected = common::profile(Mode::Joint, &["4", "3"]);
    expected.response_mut((0, 0)).note = Some("Eerst dit.\nDan dat.".into());
    let text = expected.to_toml();
    let keys = ["title", "source", "text", "open", "scored"];
    let broken = text.lines().map(|line| match line.split_once(" = ") {
        Some((key, value)) if keys.contains(&key) => format!("{key} = {}\n", value.replacen(' ', " \\r\\n ", 1)),
        _ => format!("{line}\n").replace("eerder niet", "eerder\\nniet"),
    });
    let broken: String = broken.collect();
    assert!(broken.matches("\\r\\n").count() > 30, "{broken}");
    let read = profile::read("profiel.toml", &broken).unwrap();
    assert_eq!(read.profile, expected);
}

/// A questionnaire of `tests/questionnaires`, an answer to each of its questions from paper, everyone's line by line half a year
/// later, and the scores of its first two elements, before and after.
struct Shape {
    name: &'static str,
    paper: &'static [&'static str],
    fingers: &'static [&'static str],
    scores: [[f64; 2]; 2],
}

const SHAPES: [Shape; 5] = [
    // Agreeing that mistakes are held against you with 2 of 7 is as good as 6.
    Shape {
        name: "safety",
        paper: &["2", "6", "7", "4"],
        fingers: &["1 1 1", "7 7 7", "4 4 4", "5 5 5"],
        scores: [[6.0, 2.5], [7.0, 4.5]],
    },
    Shape {
        name: "energy",
        paper: &["0", "3", "6"],
        fingers: &["300", "336", "6 6 6"],
        scores: [[1.5, 6.0], [2.5, 6.0]],
    },
    Shape {
        name: "meeting",
        paper: &["10", "7"],
        fingers: &["10 9 8", "0 0 0"],
        scores: [[10.0, 7.0], [9.0, 10.0]],
    },
    Shape {
        name: "recommend",
        paper: &["0", "10"],
        fingers: &["10 0 2", "777"],
        scores: [[0.0, 10.0], [4.0, 7.0]],
    },
    Shape {
        name: "practices",
        paper: &["1", "2", "3"],
        fingers: &["444", "112", "3 3 3"],
        scores: [[1.5, 2.0], [8.0 / 3.0, 3.5]],
    },
];

/// What the program prints when it is asked this.
fn said(dir: &Path, arguments: &[&str]) -> String {
    let done = ips(dir).args(arguments).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

fn json(dir: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&said(dir, arguments)).unwrap()
}

/// The texts under a key of every question, whole ids for one.
fn of_questions(asked: &Value, key: &str) -> Vec<String> {
    let elements = asked["elements"].as_array().unwrap().iter();
    let questions = elements.flat_map(|element| element["questions"].as_array().unwrap());
    questions
        .map(|question| question[key].as_str().unwrap_or_default().to_owned())
        .collect()
}

fn first_scores(profile: &Value) -> [f64; 2] {
    [0, 1].map(|index| profile["elements"][index]["score"].as_f64().unwrap())
}

/// The whole way of a questionnaire, from its file to what changed.
fn whole_way(shape: &Shape) {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/questionnaires/{}.toml", shape.name));
    let file = file.to_str().unwrap();
    said(dir, &["check", file]);

    let asked = json(dir, &["questions", "--questions", file, "--json"]);
    let (ids, texts) = (of_questions(&asked, "id"), of_questions(&asked, "text"));
    let told = said(dir, &["questions", "--questions", file, "--plain"]);
    assert!(ids.iter().all(|id| told.contains(&format!("Id: {id}\n"))), "{told}");

    let answer = |answers: &'static [&'static str]| ids.iter().zip(answers.iter().cycle());
    let paper: Vec<String> = answer(shape.paper)
        .map(|(id, answer)| format!("\"{id}\" = {answer}"))
        .collect();
    let paper = paper.join("\n");
    fs::write(
        dir.join("papier.toml"),
        format!("questionnaire = \"{}\"\n[answers]\n{paper}", shape.name),
    )
    .unwrap();
    let meeting = ["assess", "--team", "Noord", "--participants", "3", "--questions", file];
    let [from_paper, by_hand] = [
        ["--mode", "joint", "--date", "2026-11-21", "--answers", "papier.toml"].as_slice(),
        ["--mode", "tally", "--date", "2027-05-21", "--plain"].as_slice(),
    ];
    ips(dir).args(meeting).args(from_paper).assert().success();
    let typed: Vec<&str> = answer(shape.fingers).map(|(_, answers)| *answers).collect();
    let typed = format!("{}\n", typed.join("\n"));
    ips(dir)
        .args(meeting)
        .args(by_hand)
        .write_stdin(typed)
        .assert()
        .success();

    let [before, after] = ["noord-2026-11-21.toml", "noord-2027-05-21.toml"];
    said(dir, &["check", before, after]);
    for (profile, expected) in [before, after].iter().zip(shape.scores) {
        let scores = first_scores(&json(dir, &["show", profile, "--json"]));
        let close = scores
            .iter()
            .zip(expected)
            .all(|(score, expected)| (score - expected).abs() < 1e-5);
        assert!(close, "{}: {scores:?} is not {expected:?}", shape.name);
        said(dir, &["show", profile, "--explain"]);
    }
    assert_eq!(of_questions(&json(dir, &["show", after, "--json"]), "text"), texts);

    for ending in ["md", "html", "csv", "json", "docx", "xlsx"] {
        if cfg!(feature = "office") || !matches!(ending, "docx" | "xlsx") {
            let report = format!("verslag.{ending}");
            said(dir, &["export", after, "--compare-with", before, "-o", &report]);
            let made = fs::read(dir.join(report)).unwrap();
            let made = String::from_utf8_lossy(&made);
            let scored = of_questions(&asked, "scored");
            let lines = texts
                .iter()
                .chain(&scored)
                .filter(|_| !matches!(ending, "docx" | "xlsx"));
            for line in lines {
                assert!(made.contains(line.as_str()), "{}: no {line} in {ending}", shape.name);
            }
        }
    }
    let changes = json(dir, &["diff", before, after, "--json"]);
    let first = &changes["elements"][0];
    assert!((first["change"].as_f64().unwrap() - (shape.scores[1][0] - shape.scores[0][0])).abs() < 1e-5);
}

#[test]
fn questionnaires_of_other_shapes_go_the_whole_way() {
    SHAPES.iter().for_each(whole_way);
}

/// Each of the fifteen is named in every window: as no other is.
#[test]
fn fifteen_titles_that_begin_alike_stay_apart_where_they_are_shortened() {
    let text = include_str!("questionnaires/practices.toml");
    let questionnaire = questionnaires::read("practices.toml", text, Lang::Nl).unwrap();
    let titles: Vec<&str> = questionnaire
        .elements
        .iter()
        .map(|element| element.title.as_str())
        .collect();
    for columns in 5..50 {
        let short = ips::text::shorten_all(&titles, columns);
        assert_eq!(short.iter().collect::<BTreeSet<_>>().len(), 15, "{short:?}");
    }
    assert_eq!(
        ips::text::shorten_all(&titles, 30)[..3],
        [
            "Besturen: doelen kiezen…",
            "Besturen: regels kennen…",
            "Besturen: leren en begeleiden"
        ]
    );
}
