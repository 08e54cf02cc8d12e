//! Words that not everyone knows: explained at the question that has them, and checked as all else in a questionnaire.

use std::{path::Path, process::Command};

use ips::{
    content::questionnaires,
    lang::Lang,
    questionnaire::{At, Questionnaire},
};

use crate::common;

fn words_of(questionnaire: &Questionnaire, at: At) -> Vec<&str> {
    let words = questionnaire.words_of(at).into_iter();
    words.map(|word| word.word.as_str()).collect()
}

#[test]
fn a_question_has_the_words_of_its_text_and_of_its_element() {
    let questionnaire = common::six_elements(Lang::Nl);
    let of = |id: &str| words_of(&questionnaire, questionnaire.find(id).unwrap());
    let regie = ["regie", "niveaus van uitvoering, beleid en bestuur"];
    assert_eq!(of("direction.secure"), [&["borgen"], &regie[..]].concat());
    assert_eq!(of("direction.drivers"), [&["kartrekkers"], &regie[..]].concat());
    assert_eq!(of("direction.mandate"), [&["mandaat"], &regie[..]].concat());
    assert!(
        of("enabling-system.facilitate").contains(&"faciliteren"),
        "a capital makes no difference"
    );
    assert!(of("learning-cycle.perspectives").contains(&"(in)formeel netwerk"));
    assert!(of("ecosystem.all-parties").contains(&"informele"));
    let expectations = of("direction.expectations");
    assert!(
        expectations.contains(&"samenwerkingspartners") && !expectations.contains(&"partners"),
        "whole words only"
    );
}

#[test]
fn every_language_explains_its_own_words() {
    for id in questionnaires::ids() {
        let [nl, en] = Lang::ALL.map(|lang| questionnaires::questionnaire(id, lang).unwrap());
        for questionnaire in [&nl, &en] {
            assert!(questionnaire.words.len() >= 3, "{id}");
            for word in &questionnaire.words {
                let sounds = word.means.chars().next().is_some_and(char::is_lowercase) && !word.means.ends_with('.');
                assert!(sounds, "{}: {} goes on behind its colon", word.word, word.means);
                let seen = questionnaire
                    .places()
                    .any(|at| words_of(questionnaire, at).contains(&word.word.as_str()));
                assert!(seen, "{id}: {}", word.word);
            }
        }
        assert_ne!(nl.words, en.words, "{id}");
    }
}

fn problems(words: &str) -> Vec<String> {
    let text = format!(
        "format = 1\nid = \"x\"\nversion = 1\ntitle = \"X\"\n{words}\n[scale]\nlabels = [\"nee\", \"ja\"]\n\
         [[elements]]\nid = \"a\"\ntitle = \"Regie\"\n[[elements.questions]]\nid = \"q\"\n\
         text = {{ nl = \"Borgen we het?\", en = \"Do we keep it?\" }}\n"
    );
    match questionnaires::read("lijst.toml", &text, Lang::En) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|problem| problem.text(Lang::Nl)).collect(),
    }
}

#[test]
fn words_are_checked_with_their_places_in_both_languages() {
    assert_eq!(
        problems("[words.nl]\nborgen = \"vasthouden\"\nregie = \"sturen\"\n[words.en]\nkeep = \"hold\""),
        [""; 0]
    );
    assert_eq!(problems(""), [""; 0]);
    for (words, place, what) in [
        (
            "[words.nl]\nborg = \"x\"",
            "regel 6",
            "words.nl.borg staat in geen vraag",
        ),
        (
            "[words.nl]\nkeep = \"x\"",
            "regel 6",
            "words.nl.keep staat in geen vraag",
        ),
        (
            "[words.en]\nborgen = \"x\"",
            "regel 6",
            "words.en.borgen staat in geen vraag",
        ),
        ("[words.nl]\n\" \" = \"x\"", "regel 6", "staat in geen vraag"),
        ("[words.nl]\nborgen = 1", "regel 6", "words.nl.borgen"),
        ("[words.nl]\nborgen = \"\"", "regel 6", "words.nl.borgen"),
        ("[words.de]\nborgen = \"x\"", "regel 5", "words.de"),
        ("[words]\nnl = \"borgen\"", "regel 6", "words.nl"),
        ("words = \"borgen\"", "regel 5", "words"),
    ] {
        let said = problems(words);
        assert!(
            matches!(said.as_slice(), [one] if one.contains(place) && one.contains(what)),
            "{words}: {said:?}"
        );
    }
}

#[test]
fn a_hundred_words_are_enough() {
    let many = |count| {
        let words: Vec<String> = (1..=count).map(|number| format!("w{number} = \"x\"\n")).collect();
        words.concat()
    };
    assert_eq!(problems(&format!("[words.nl]\n{}", many(100))).len(), 100);
    let said = problems(&format!("[words.nl]\n{}", many(101)));
    assert!(
        matches!(said.as_slice(), [one] if one.contains("words.nl") && one.contains("100")),
        "{said:?}"
    );
}

#[test]
fn a_questionnaire_without_the_language_explains_in_the_other() {
    let text = questionnaires::text("trust").unwrap();
    let (head, rest) = text.split_once("[words.en]").unwrap();
    let rest = rest.split_once("# ---").unwrap().1;
    let read = questionnaires::read("x", &format!("{head}# ---{rest}"), Lang::En).unwrap();
    assert_eq!(read.words[0].word, "betrouwbaarheid");
}

/// What is said at lines that are typed, until a stop.
fn assessed(dir: &Path, more: &[&str], lines: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ips"));
    common::prepare(&mut command, dir);
    let mut command = assert_cmd::Command::from_std(command);
    let done = command
        .args(["assess", "--plain"])
        .args(more)
        .write_stdin(lines)
        .assert()
        .code(130);
    String::from_utf8(done.get_output().stderr.clone()).unwrap()
}

#[test]
fn h_explains_the_words_of_its_question_only_when_asked_and_also_in_a_draft_that_is_resumed() {
    let dir = tempfile::tempdir().unwrap();
    let meeting = [
        "--team",
        "Noord",
        "--participants",
        "7",
        "--mode",
        "joint",
        "--elements",
        "direction",
    ];
    let said = assessed(dir.path(), &meeting, "h\n3\n3\n3\n3\nq\n");
    assert_eq!(said.matches("Moeilijke woorden:").count(), 1, "{said}");
    assert!(
        said.contains("\nkartrekkers: mensen die") && !said.contains("borgen: "),
        "{said}"
    );
    let said = assessed(dir.path(), &["--resume", "--team", "Noord"], "h\nq\n");
    assert!(
        said.contains("\nborgen: zorgen dat iets blijft, ook als er mensen weggaan.\n")
            && !said.contains("kartrekkers: "),
        "{said}"
    );
    let english = assessed(
        dir.path(),
        &[
            "--new",
            "--lang",
            "en",
            "--team",
            "North",
            "--participants",
            "7",
            "--mode",
            "tally",
        ],
        "h\nq\n",
    );
    assert!(
        english.contains("Hard words:\nvision: ") && english.contains("Make a fist."),
        "{english}"
    );
}
