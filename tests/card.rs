//! One question to open a conversation with: which one, and what stands with it.

use std::{fs, path::Path};

use ips::{
    content::questionnaires,
    lang::Lang,
    profile::Profile,
    render::terminal,
    report::card::{Card, order},
    tally::Mode,
    text::width,
};

use crate::{common, program::ips};

/// Elements of 4, 5, 5, 4, 3 and 3 questions, each answered as it is typed: culture is lowest, then direction.
fn profile() -> Profile {
    let answers = "4 4 4 4  3 1 - ? 1  2 2 2 2 2  5 5 5 5  ? ? ?  4 4 4";
    common::profile(Mode::Joint, &answers.split_whitespace().collect::<Vec<_>>())
}

/// Runs `ips card` and gives its exit code and what it prints, on standard output or as an error.
fn card(dir: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let assert = ips(dir).arg("card").args(arguments).assert();
    let output = assert.get_output();
    let code = output.status.code();
    let said = if code == Some(0) {
        &output.stdout
    } else {
        &output.stderr
    };
    (code, String::from_utf8(said.clone()).unwrap())
}

/// A folder with that profile.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(common::PROFILE), profile().to_toml()).unwrap();
    dir
}

fn text(id: &str) -> String {
    let questionnaire = common::six_elements(Lang::Nl);
    questionnaire.question(questionnaire.find(id).unwrap()).text.clone()
}

/// That the question of this id stands on the card, whole.
fn is_on(id: &str, card: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    words(card).contains(&words(&text(id)))
}

#[test]
fn the_lowest_question_of_the_lowest_element_comes_first() {
    let order = order(&profile());
    // What has no score comes behind it, and what doesn't apply last; what ties stays in its order.
    assert_eq!(
        order[..6],
        [
            "culture.roles",
            "culture.reflection",
            "culture.trust",
            "culture.starting-point",
            "culture.language",
            "direction.drivers",
        ]
    );
    // Two elements with one score aren't mixed, and one without a score is last.
    assert_eq!(
        [&order[10], &order[13], &order[14]],
        [
            "shared-vision.benefit",
            "shared-vision.important",
            "ecosystem.beyond-own"
        ]
    );
    assert_eq!(
        order[21..],
        [
            "enabling-system.know-needs",
            "enabling-system.facilitate",
            "enabling-system.initiatives"
        ]
    );
    assert_eq!(order.len(), 24);
}

#[test]
fn each_not_gives_the_next_and_after_the_last_it_says_so() {
    let dir = folder();
    let mut flags: Vec<String> = Vec::new();
    for id in order(&profile()) {
        let (code, shown) = card(dir.path(), &flags.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(code, Some(0));
        assert!(is_on(&id, &shown), "{id} {shown}");
        flags.extend(["--not".to_owned(), id]);
    }
    let (code, said) = card(dir.path(), &flags.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(code, Some(2));
    assert!(
        said.contains("geen andere vraag") && said.contains("--element"),
        "{said}"
    );
}

#[test]
fn an_element_needs_no_profile_and_takes_its_order_from_one_that_is_there() {
    let empty = tempfile::tempdir().unwrap();
    let culture = ["--element", "culture"];
    assert!(is_on("culture.trust", &card(empty.path(), &culture).1));
    let dir = folder();
    assert!(is_on("culture.roles", &card(dir.path(), &culture).1));
    // Another questionnaire has nothing to do with that profile.
    let trust = ["--questions", "trust", "--element", "reliability"];
    let (_, shown) = card(dir.path(), &trust);
    assert!(shown.contains("Doen we wat we met elkaar afspreken?"), "{shown}");
    assert!(shown.contains("Bron van de vraag: eigen vragen van ips"), "{shown}");
    // Of two teams it isn't known which one is meant.
    let mut other = profile();
    other.team = "Zuid".into();
    other.responses[1].swap(0, 1);
    fs::write(dir.path().join("zuid-2026-11-22.toml"), other.to_toml()).unwrap();
    assert!(is_on("culture.trust", &card(dir.path(), &culture).1));
    assert!(is_on(
        "culture.roles",
        &card(dir.path(), &["--element", "culture", "--team", "IPS-groep Noord"]).1
    ));
    assert!(is_on(
        "culture.roles",
        &card(dir.path(), &["--element", "culture", common::PROFILE]).1
    ));
    assert_eq!(card(dir.path(), &[]).0, Some(2), "which team?");
    assert!(is_on("culture.trust", &card(dir.path(), &["zuid-2026-11-22.toml"]).1));
}

#[test]
fn what_is_unknown_is_wrong_use_and_says_what_there_is() {
    let dir = folder();
    for (arguments, sentence) in [
        (
            &["--not", "culture.nergens"][..],
            "culture.nergens is geen vraag van six-elements",
        ),
        (&["--not", "trust"], "trust is geen vraag van six-elements"),
        (&["--element", "trust"], "Dit element is er niet: trust. Kies er een"),
        (&["--questions", "trust"], "--element"),
        (
            &["--questions", "trust", "--element", "reliability", common::PROFILE],
            "gaan niet samen",
        ),
    ] {
        let (code, said) = card(dir.path(), arguments);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(sentence), "{said}");
    }
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(card(empty.path(), &[]).0, Some(1));
}

#[test]
fn every_card_has_its_question_a_way_to_begin_and_both_sources_at_any_width() {
    for id in questionnaires::ids() {
        for lang in Lang::ALL {
            let questionnaire = questionnaires::questionnaire(id, lang).unwrap();
            for at in questionnaire.places() {
                let card = Card::new(&questionnaire, at, lang);
                let (start, source) = card.start.clone().unwrap();
                let question = questionnaire.question(at);
                for columns in [40, 80, 200] {
                    let shown = terminal::card(&card, columns);
                    assert!(shown.lines().all(|line| width(line) <= columns), "{shown}");
                    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
                    let said = [&question.text, &start, &source, questionnaire.source.as_ref().unwrap()];
                    for text in said.into_iter().chain(&question.open) {
                        assert!(shown.contains(text.as_str()), "{text}: {shown}");
                    }
                }
            }
            // Two questions that follow each other begin differently.
            let starts = [0, 1].map(|question| Card::new(&questionnaire, (0, question), lang).start);
            assert_ne!(starts[0], starts[1]);
        }
    }
}

#[test]
fn a_card_at_80_and_at_40_columns() {
    let questionnaire = common::six_elements(Lang::Nl);
    let card = Card::new(
        &questionnaire,
        questionnaire.find("culture.language").unwrap(),
        Lang::Nl,
    );
    insta::assert_snapshot!(format!(
        "{}\n=====\n{}",
        terminal::card(&card, 80),
        terminal::card(&card, 40)
    ));
}
