//! Forms as mail programs and people give them back.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::{
    answers::returned,
    content::questionnaires,
    tally::Answer::{self, DontKnow, NotApplicable, Point},
};

fn asked() -> Questionnaire {
    static ASKED: LazyLock<Questionnaire> =
        LazyLock::new(|| questionnaires::questionnaire("six-elements", Lang::Nl).expect("it ships"));
    ASKED.clone()
}

/// A form with three of its questions, as it was sent.
fn form(answers: [&str; 3], notes: [&str; 3]) -> String {
    format!(
        "Formulier\nCode: {}\n\n=== Gedeelde visie en urgentie ===\n\n\
         [1 van 24] Weten we wat beter samenwerken oplevert voor jeugdigen en\nonszelf?\n\
         Antwoord 1: {}\nToelichting 1: {}\n\n\
         [2 van 24] Creëren we voldoende tijd?\nAntwoord 2: {}\nToelichting 2: {}\n\n\
         === Cultuur ===\n\n[3 van 24] Is het urgent?\nAntwoord 3: {}\nToelichting 3: {}\n\n\
         === Einde van het formulier ===\n",
        code(&asked()),
        answers[0],
        notes[0],
        answers[1],
        notes[1],
        answers[2],
        notes[2],
    )
}

/// A text with a sign before each line.
fn quoted(text: &str, sign: &str) -> String {
    let lines = text.lines().map(|line| [sign, line, "\n"].concat());
    lines.collect()
}

/// What is read in it: the answer and the note to each question that has one.
fn read(text: &str) -> Vec<(usize, Option<Answer>, Option<String>)> {
    let questionnaire = asked();
    let places: Vec<At> = questionnaire.places().collect();
    let returned = returned("x.txt", text, &questionnaire).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    let number = |at| places.iter().position(|place| *place == at).expect("a question") + 1;
    let found = returned.answers.into_iter();
    found
        .map(|(at, response)| {
            (
                number(at),
                response.tally.and_then(|tally| tally.single()),
                response.note,
            )
        })
        .collect()
}

/// What is said of it, in English.
fn refusals(text: &str) -> Vec<String> {
    let problems = returned("x.txt", text, &asked()).expect_err("a refusal");
    problems.iter().map(|problem| problem.text(Lang::En)).collect()
}

fn given() -> Vec<(usize, Option<Answer>, Option<String>)> {
    vec![
        (1, Some(Point(4)), None),
        (
            2,
            Some(DontKnow),
            Some("Er is weinig tijd: dat komt door de drukte.".to_owned()),
        ),
        (3, Some(NotApplicable), None),
    ]
}

fn sent_back() -> String {
    form(["4", "?", "-"], ["", "Er is weinig tijd: dat komt door de drukte.", ""])
}

#[test]
fn a_form_is_read_however_a_mail_program_gives_it_back() {
    let plain = sent_back();
    let quoted = |sign: &str| quoted(&plain, sign);
    let wrapped = plain.replace("dat komt door", "dat komt\ndoor");
    for text in [
        plain.clone(),
        plain.replace('\n', "\r\n"),
        quoted("> "),
        quoted(">"),
        quoted("> > "),
        quoted(">> "),
        quoted("\u{A0}> \u{A0}"),
        format!("\u{FEFF}{plain}"),
        plain
            .replace(": ", ":\u{A0}")
            .replace("Antwoord ", "Antwoord\u{A0}")
            .replace("tijd:\u{A0}", "tijd: "),
        plain.replace("Antwoord 1: 4", "*Antwoord 1:* 4"),
        plain.replace("Antwoord 1: 4", "Antwoord 1:\n\n4\n"),
        plain.replace("Antwoord 1: 4", "> Antwoord 1:\n4"),
        plain
            .replace("Antwoord", "Answer")
            .replace("Toelichting", "Note")
            .replace(" van 24", " of 24"),
        wrapped.clone(),
        wrapped.replace("\ndoor", "\n> door"),
        format!(
            "Hoi,\n\nHierbij.\n\nGroet, Kim\n\nOp 3 nov. 2026 schreef Ali:\n{}",
            quoted("> ")
        ),
        format!("{plain}\n-- \nKim de Wit\nGroep: 8\n06-12345678\n"),
        // The form as it was sent stands below.
        format!("{plain}\n\nVan: Ali\n\n{}", form(["", "", ""], ["", "", ""])),
    ] {
        assert_eq!(read(&text), given(), "{text}");
    }
}

#[test]
fn a_signature_is_no_note_where_the_end_was_cut_off() {
    let text = sent_back().replace("=== Einde van het formulier ===", "Met vriendelijke groet,\nKim");
    assert_eq!(read(&text), given());
    let text = text.replace("Toelichting 3: ", "Toelichting 3:\nDit speelt\nhier niet.");
    assert_eq!(read(&text)[2].2.as_deref(), Some("Dit speelt hier niet."));
}

#[test]
fn the_paragraphs_of_a_note_stay_apart_and_its_words_are_no_marks() {
    let text = form(["1", "2", "3"], ["", "Eén ding:\n> lang\n\nCode: rood. Groep: 8", ""]);
    let text = text.replace("Code: rood. ", "Code: rood\n");
    assert_eq!(read(&text)[1].2.as_deref(), Some("Eén ding: lang\nCode: rood Groep: 8"));
}

#[test]
fn an_answer_is_a_number_a_label_or_both_and_nothing_that_could_be_another() {
    for (typed, expected) in [
        ("4", Point(4)),
        (" 4. ", Point(4)),
        ("(4)", Point(4)),
        ("4 - eerder wel", Point(4)),
        ("4 – Eerder wel", Point(4)),
        ("4 = eerder wel!", Point(4)),
        ("4 eerder\n> wel", Point(4)),
        ("eerder wel", Point(4)),
        ("Eerder wel (4)", Point(4)),
        ("*4*", Point(4)),
        ("Ja", Point(5)),
        ("nee", Point(1)),
        ("?", DontKnow),
        ("??", DontKnow),
        ("weet niet", DontKnow),
        ("Weet ik niet.", DontKnow),
        ("I don’t know", DontKnow),
        ("-", NotApplicable),
        ("–", NotApplicable),
        ("n.v.t.", NotApplicable),
        ("NVT", NotApplicable),
        ("n/a", NotApplicable),
        ("niet van toepassing", NotApplicable),
    ] {
        assert_eq!(
            read(&form([typed, "", ""], ["", "", ""]))[0].1,
            Some(expected),
            "{typed}"
        );
    }
    for typed in [
        "0",
        "6",
        "10",
        "04",
        "3,5",
        "4.0",
        "4 of 5",
        "4/5",
        "4-5",
        "3½",
        "4+",
        "-4",
        "4?",
        "? 4",
        "4 nee",
        "nee 4",
        "wel",
        "eerder",
        "4 omdat het beter gaat",
        "vier",
        "ja nee",
        "44",
        "４",
        "x",
        "...",
        "!",
    ] {
        let text = form([typed, "3", ""], ["", "", ""]);
        let line = text
            .lines()
            .position(|line| line.starts_with("Antwoord 1"))
            .expect("a line")
            + 1;
        assert_eq!(
            refusals(&text),
            [format!(
                "x.txt, line {line}, column 13: The answer to question 1 can’t be read. Type one number from 1 to 5, \
                 ? (don’t know) or - (not applicable). An explanation goes behind “Note 1:”."
            )],
            "{typed}"
        );
    }
}

#[test]
fn a_label_that_is_the_number_of_another_point_is_not_guessed_at() {
    let mut questionnaire = asked();
    for (label, number) in questionnaire
        .scale
        .labels
        .iter_mut()
        .zip(["2", "1", "3", "soms", "soms"])
    {
        *label = Some(number.to_owned());
    }
    let scale = &questionnaire.scale;
    for typed in ["1", "2", "1 2", "soms"] {
        assert_eq!(answer(typed, scale, &scale.labels), None, "{typed}");
    }
    for (typed, point) in [("3", 3), ("4 soms", 4), ("5", 5)] {
        assert_eq!(answer(typed, scale, &scale.labels), Some(Point(point)), "{typed}");
    }
}

#[test]
fn what_is_wrong_with_a_form_is_told_all_at_once() {
    let text = form(["7", "2", "x"], ["", &"a".repeat(2001), ""]);
    let said = refusals(&text);
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(
        said[1].contains("line 13, column 16: The note to question 2 is too long"),
        "{said:?}"
    );
    let text = sent_back();
    let twice = format!("{text}\n{}", form(["5", "?", "-"], ["", "Anders", ""]));
    let said = refusals(&twice);
    assert!(
        said[0].ends_with("Question 1 has another answer here, and it differs. Leave one."),
        "{said:?}"
    );
    assert!(
        said[1].ends_with("Question 2 has another note here, and it differs. Leave one."),
        "{said:?}"
    );
    let said = refusals(&text.replace("Antwoord 3", "Antwoord 25"));
    assert!(
        said[0].contains("There is no question 25: the questionnaire has 24 questions."),
        "{said:?}"
    );
    let said = refusals(&text.replace("Antwoord 3", "Antwoord 0"));
    assert!(said[0].contains("There is no question 0"), "{said:?}");
}

#[test]
fn a_form_of_another_questionnaire_is_refused_and_so_is_what_is_no_form() {
    let text = sent_back();
    let code = code(&asked());
    let said = refusals(&text.replace(&code, "trust 1 00000000"));
    assert!(
        said[0].starts_with("x.txt, line 2, column 7: This form belongs to another"),
        "{said:?}"
    );
    let said = refusals(&text.replace(&format!("Code: {code}"), ""));
    assert_eq!(said.len(), 1);
    assert!(
        said[0].ends_with(&format!("put “Code: {code}” at the top.")),
        "{said:?}"
    );
    assert!(refusals(&form(["", "", ""], ["", "Een woord", ""]))[0].contains("No question is answered"));
    for text in ["", "Hoi!", "[a", "a = 1"] {
        assert!(
            refusals(text)[0].contains("This is no form that was filled in"),
            "{text}"
        );
    }
}

#[test]
fn the_code_is_of_the_order_and_the_scale_and_the_same_in_each_language() {
    let dutch = asked();
    assert_eq!(code(&dutch), "six-elements 1 88766175");
    let english = questionnaires::questionnaire("six-elements", Lang::En).expect("it ships");
    assert_eq!(code(&dutch), code(&english));
    let changes: [fn(&mut Questionnaire); 4] = [
        |asked| asked.version = 2,
        |asked| asked.elements[1].questions.swap(0, 1),
        |asked| asked.scale.first = 0,
        |asked| drop(asked.scale.labels.pop()),
    ];
    for change in changes {
        let mut other = asked();
        change(&mut other);
        assert_ne!(code(&other), code(&dutch));
    }
}

#[test]
fn the_group_that_a_form_was_made_for_is_read() {
    let text = sent_back().replace("Formulier\n", "Formulier\nGroep: ouders\n");
    let returned = returned("x.txt", &text, &asked()).expect("a form");
    assert_eq!((returned.group.as_deref(), returned.form), (Some("ouders"), None));
}

/// An answer file as the page of a form writes it.
fn file() -> String {
    "questionnaire = \"six-elements\"\nversion = 1\nform = \"0f1e2d\"\ngroup = \"ouders\"\nanswered = 3\n\n[answers]\n\
     \"shared-vision.benefit\" = 4\n\"shared-vision.time\" = \"?\"\n\"culture.trust\" = \"-\"\n\n[notes]\n\
     \"culture.trust\" = \"Een \\\"lange\\\" \\u201Ctoelichting\\u201D, met = en [haken], die niet op een regel past.\\nEn nog een.\"\n\n# einde\n"
        .to_owned()
}

#[test]
fn an_answer_file_is_read_from_within_a_mail() {
    let read =
        |text: &str| returned("x.toml", text, &asked()).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    let plain = file();
    let expected = read(&plain);
    assert_eq!(expected.form.as_deref(), Some("0f1e2d"));
    assert_eq!(expected.group.as_deref(), Some("ouders"));
    let note = expected.answers.values().find_map(|response| response.note.as_deref());
    let note = note.expect("a note");
    assert_eq!(
        note,
        "Een \"lange\" “toelichting”, met = en [haken], die niet op een regel past.\nEn nog een."
    );
    let quoted = |text: &str| quoted(text, "> ");
    let curled = plain.replace("\\\"", "\\”").replace(" \"", " “").replace('"', "”");
    let wrapped = plain
        .replace("met =", "met\n=")
        .replace("[haken], die", "[haken],\n die");
    for text in [
        quoted(&plain),
        quoted(&quoted(&plain)),
        curled.clone(),
        wrapped.clone(),
        quoted(&wrapped),
        wrapped.replace("\n=", "\n> ="),
        quoted(&curled).replace('\n', "\r\n"),
        plain.replace("\"shared-vision.time\" = ", "\"shared-vision.time\" =\n"),
        plain.replace(" = ", "\u{A0}= "),
        format!(
            "Hoi Ali,\n\nHier is het.\n\n{}\n\nGroet,\nKim = hoofd\n-- \nKim",
            quoted(&plain)
        ),
    ] {
        assert_eq!(read(&text), expected, "{text}");
    }
    assert!(
        refusals(&quoted(&plain).replace("> \"shared-vision.time\" = \"?\"\n", ""))[0].contains("something got lost")
    );
    let wrong = quoted(&wrapped)
        .replace("-\"", "x\"")
        .replace("> \"culture.trust\" = \"E", "> \"nergens\" = \"E");
    let said = refusals(&wrong);
    assert!(said[0].starts_with("x.txt, line 10, column 19"), "{said:?}");
    assert!(said[1].starts_with("x.txt, line 13, column "), "{said:?}");
    // Behind an entry that was cut the next ones keep their lines.
    let cut = plain
        .replace("time\" = ", "time\" =\n")
        .replace("trust\" = \"-\"", "trust\" = \"x\"");
    assert!(
        refusals(&cut)[0].starts_with("x.txt, line 11, column 19"),
        "{:?}",
        refusals(&cut)
    );
    let said = refusals(&plain.replace("version = 1", "version = 2"));
    assert!(
        said[0].contains("belong to version 2 of the questionnaire, not to version 1"),
        "{said:?}"
    );
}

proptest! {
    #[test]
    fn whatever_comes_back_is_read_or_refused(text in "(Antwoord [0-9]{1,3}: ?|Toelichting 1:|Code: |===|\n|> |[ -~“”]|\\PC){0,40}") {
        let _ = returned("x.txt", &text, &asked());
        let _ = returned("x.txt", &format!("answered = 1\n{text}"), &asked());
    }

    #[test]
    fn what_was_typed_is_what_is_read(
        answers in prop::array::uniform3(prop::sample::select(vec!["1", "2", "3", "4", "5", "?", "-"])),
        note in "[A-Za-zé0-9,.?!:=\\[\\]\"'“”-]{1,12}( [A-Za-zé0-9,.?!:=\\[\\]\"'“”-]{1,12}){0,30}",
        width in 13_usize..80,
        depth in 0_usize..3,
    ) {
        prop_assume!(!note.starts_with(RULE) && !note.contains(" ===") && !note.contains("Antwoord") && !note.contains("Toelichting"));
        let text = form(answers, ["", &note, ""]);
        let text = text.replace(&note, &crate::text::wrap(&note, width).join("\n"));
        let text = quoted(&text, &"> ".repeat(depth));
        let found = read(&text);
        for (index, typed) in answers.iter().enumerate() {
            let expected = match *typed { "?" => DontKnow, "-" => NotApplicable, number => Point(number.parse().expect("a number")) };
            prop_assert_eq!(found[index].1, Some(expected));
        }
        prop_assert_eq!(found[1].2.as_deref(), Some(note.as_str()));
    }
}
