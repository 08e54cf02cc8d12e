//! What comes with the program: the Dutch texts are the source's, everything is in both languages and sound.

use std::{fs, path::Path};

use ips::{
    answers,
    content::{
        activities, questionnaires,
        sources::{self, Kind},
    },
    lang::Lang,
    profile,
};

use crate::common;

#[test]
fn the_dutch_titles_and_questions_are_the_sources_character_for_character() {
    let source = include_str!("source/six-elements.nl.txt");
    let questionnaire = common::six_elements(Lang::Nl);
    let mut lines = Vec::new();
    for element in &questionnaire.elements {
        lines.push(element.title.clone());
        lines.extend(element.questions.iter().map(|question| format!("- {}", question.text)));
    }
    assert_eq!(lines.join("\n"), source.trim_end());
    assert_eq!((questionnaire.elements.len(), questionnaire.question_count()), (6, 24));
}

#[test]
fn every_question_is_found_by_its_full_id_and_no_other_text_finds_one() {
    let mut questionnaire = common::six_elements(Lang::Nl);
    // Ids that begin like another's, or like another's with a question.
    questionnaire.elements[0].id = "a".into();
    questionnaire.elements[1].id = "ab".into();
    questionnaire.elements[2].id = "a.b".into();
    for at in questionnaire.places() {
        assert_eq!(questionnaire.find(&questionnaire.full_id(at)), Some(at));
    }
    for unknown in [
        "",
        ".",
        "a",
        "a.",
        "abenefit",
        "a.b",
        "ab.benefit",
        ".benefit",
        "b.benefit",
    ] {
        assert_eq!(questionnaire.find(unknown), None, "{unknown}");
    }
}

#[test]
fn the_questions_about_motivation_are_the_sources_and_all_others_say_that_they_are_not() {
    let quoted = include_str!("source/own-attitude.nl.txt");
    let six = common::six_elements(Lang::Nl).question_count();
    for (id, verbatim) in [
        ("six-elements", six),
        ("trust", 0),
        ("own-attitude", 4),
        ("boundary-crossing", 0),
        ("family", 0),
    ] {
        for lang in Lang::ALL {
            let questionnaire = questionnaires::questionnaire(id, lang).unwrap();
            let questions = questionnaire.elements.iter().flat_map(|element| &element.questions);
            let texts: Vec<&str> = questions
                .filter(|question| !question.own)
                .map(|question| question.text.as_str())
                .collect();
            assert_eq!(texts.len(), verbatim, "{id}");
            if (id, lang) == ("own-attitude", Lang::Nl) {
                assert_eq!(texts.join("\n"), quoted.trim_end());
            }
            // Profiles and reports have no other place to say it.
            let source = questionnaire.source.unwrap();
            let says = source.contains(lang.pick("eigen vragen van ips", "by ips itself"));
            assert_eq!(
                says,
                verbatim
                    < questionnaire
                        .elements
                        .iter()
                        .map(|element| element.questions.len())
                        .sum(),
                "{source}"
            );
        }
    }
}

#[test]
fn the_deeper_questionnaires_are_short_and_have_suggestions_with_their_source() {
    for id in questionnaires::ids().filter(|id| *id != questionnaires::DEFAULT) {
        let questionnaire = questionnaires::questionnaire(id, Lang::Nl).unwrap();
        assert_eq!(questionnaire.personal, ["own-attitude", "family"].contains(&id));
        assert_eq!(questionnaire.scale, common::six_elements(Lang::Nl).scale, "{id}");
        for element in questionnaire.elements {
            assert!((3..=5).contains(&element.questions.len()), "{id}.{}", element.id);
            assert!((2..=4).contains(&element.suggestions.len()), "{id}.{}", element.id);
            assert_eq!(element.deeper, None);
        }
    }
}

#[test]
fn each_element_leads_to_the_questionnaire_that_goes_deeper() {
    let deeper = common::six_elements(Lang::Nl).elements;
    let deeper: Vec<Option<&str>> = deeper.iter().map(|element| element.deeper.as_deref()).collect();
    let [trust, own, boundary] = ["trust", "own-attitude", "boundary-crossing"].map(Some);
    assert_eq!(deeper, [own, trust, None, boundary, None, boundary]);
}

#[test]
fn what_a_family_is_asked_mirrors_questions_of_the_six_elements_each_once() {
    let six = common::six_elements(Lang::Nl);
    for lang in Lang::ALL {
        let family = questionnaires::questionnaire("family", lang).unwrap();
        assert!((8..=12).contains(&family.question_count()));
        let mut mirrored: Vec<&str> = Vec::new();
        for at in family.places() {
            let question = family.question(at);
            let mirrors = question.mirrors.as_deref().unwrap();
            assert!(six.find(mirrors).is_some(), "{mirrors}");
            assert!(question.own && !mirrored.contains(&mirrors), "{mirrors}");
            // Short, and spoken to the reader.
            assert!(question.text.split(' ').count() <= 14, "{}", question.text);
            mirrored.push(mirrors);
        }
    }
}

#[test]
fn what_a_built_in_questionnaire_mirrors_exists() {
    let read = |id| questionnaires::questionnaire(id, Lang::Nl).unwrap();
    let all: Vec<_> = questionnaires::ids().map(read).collect();
    for (questionnaire, at) in all.iter().flat_map(|one| one.places().map(move |at| (one, at))) {
        let Some(mirrors) = &questionnaire.question(at).mirrors else {
            continue;
        };
        let others = all.iter().filter(|other| other.id != questionnaire.id);
        let found = others.filter(|other| other.find(mirrors).is_some()).count();
        assert_eq!(found, 1, "{} mirrors {mirrors}", questionnaire.full_id(at));
    }
}

#[test]
fn every_citation_stands_as_it_is_printed() {
    let printed = include_str!("source/literature.nl.txt");
    let sources = sources::built_in(Lang::Nl);
    let practice = sources.iter().filter(|source| source.kind == Kind::Practice).count();
    let mut lines = 0;
    for line in printed.lines().map(|line| line.replace('*', "")) {
        let line = line.trim_start_matches("- ");
        let found = sources.iter().filter(|source| line.starts_with(&source.citation));
        let found: Vec<_> = found.collect();
        assert_eq!(found.len(), 1, "{line}");
        let rest = line[found[0].citation.len()..].trim_start_matches('.').trim();
        let address = rest.split(" (geraadpleegd").next().unwrap_or_default();
        let address = address.trim_start_matches('<').trim_end_matches('>');
        // The one address that is printed wrongly is none.
        let address = Some(address).filter(|address| !address.is_empty() && !address.contains("netwerketandereogen"));
        assert_eq!(found[0].url.as_deref(), address, "{line}");
        lines += 1;
    }
    // All but the practice, and the one text whose year and pages are printed wrongly.
    assert_eq!((lines, practice), (sources.len() - practice - 1, 4));
}

#[test]
fn what_a_questionnaire_refers_to_is_a_source_that_helps_with_something_of_it() {
    let sources = sources::built_in(Lang::Nl);
    for id in questionnaires::ids() {
        let questionnaire = questionnaires::questionnaire(id, Lang::Nl).unwrap();
        for suggestion in questionnaire.elements.iter().flat_map(|element| &element.suggestions) {
            let all = sources.iter();
            let named = all.filter(|source| source.citation == suggestion.source).count();
            assert_eq!(named, 1, "{}", suggestion.source);
        }
        for element in &questionnaire.elements {
            let full = format!("{id}.{}", element.id);
            let all = sources.iter();
            let helping = all.filter(|source| source.helps.iter().any(|helped| helped.is_named(&full)));
            // Something to use or to read, for the reports.
            let kinds: Vec<Kind> = helping.map(|source| source.kind).collect();
            assert!(kinds.iter().any(|kind| *kind != Kind::Practice), "{full}");
            assert!(kinds.len() >= 2, "{full}");
        }
    }
}

#[test]
fn every_note_on_a_source_is_in_both_languages() {
    let [nl, en] = Lang::ALL.map(sources::built_in);
    assert_eq!(nl.len(), en.len());
    for (one, other) in nl.iter().zip(&en) {
        assert_eq!((&one.id, &one.citation), (&other.id, &other.citation));
        assert_ne!(one.note, other.note);
    }
}

#[test]
fn every_text_of_a_built_in_questionnaire_differs_between_the_languages() {
    for id in questionnaires::ids() {
        let [nl, en] = Lang::ALL.map(|lang| questionnaires::read(id, questionnaires::text(id).unwrap(), lang).unwrap());
        assert_eq!(nl.id, id);
        assert_ne!(nl.title, en.title);
        for (one, other) in nl.elements.iter().zip(&en.elements) {
            assert_ne!(one.title, other.title);
            for (one, other) in one.questions.iter().zip(&other.questions) {
                assert_ne!(one.text, other.text);
                for (one, other) in [(&one.open, &other.open), (&one.scored, &other.scored)] {
                    assert_eq!(one.is_some(), other.is_some());
                    assert!(one.is_none() || one != other);
                }
            }
            for (one, other) in one.suggestions.iter().zip(&other.suggestions) {
                assert_ne!(one.text, other.text);
            }
        }
    }
}

#[test]
fn every_element_has_three_suggestions_with_their_source() {
    for element in common::six_elements(Lang::Nl).elements {
        assert!(element.suggestions.len() >= 3, "{}", element.id);
        assert!(
            element
                .suggestions
                .iter()
                .all(|suggestion| !suggestion.source.is_empty())
        );
    }
}

#[test]
fn a_question_that_asks_who_what_or_which_says_what_is_scored() {
    let all = questionnaires::ids().map(|id| questionnaires::questionnaire(id, Lang::Nl).unwrap());
    for element in all.flat_map(|questionnaire| questionnaire.elements) {
        for question in element.questions {
            let asks = question.text.starts_with("Wie ")
                || question.text.starts_with("Wat ")
                || question.text.matches(['?', ';']).count() > 1;
            assert_eq!(question.scored.is_some(), asks, "{}", question.text);
            assert_eq!(question.open.is_some(), asks, "{}", question.text);
        }
    }
}

#[test]
fn everything_in_data_and_examples_is_sound() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in ["data", "examples"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|ending| ending != "toml") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let name = path.to_string_lossy();
            if profile::looks_like_profile(&text) {
                let loaded = profile::read(&name, &text).unwrap();
                assert!(loaded.warnings.is_empty(), "{name}");
                // Named by hand: a profile that is saved may be anywhere.
                let schema = "#:schema ../data/schema/profile.json\n";
                assert_eq!(
                    format!("{schema}{}", loaded.profile.to_toml()),
                    text.trim_end(),
                    "{name} is as the program writes it, behind its schema"
                );
            } else if answers::looks_like_answers(&text) {
                answers::read(&name, &text, &common::six_elements(Lang::Nl)).unwrap();
            } else if activities::looks_like_activities(&text) {
                activities::read(&name, &text, Lang::Nl).unwrap();
            } else if sources::looks_like_sources(&text) {
                sources::read(&name, &text, Lang::Nl).unwrap();
            } else {
                questionnaires::read(&name, &text, Lang::Nl).unwrap();
            }
            seen += 1;
        }
    }
    assert!(seen >= 5, "only {seen} files found");
}
