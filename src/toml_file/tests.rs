//! The keys that the readers ask for, held against the JSON Schemas in `data/schema`: a key that is new in one of them and not
//! in the other is named.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use proptest::prelude::*;
use serde_json::Value;

use super::{has_any_key, says_any_key};
use crate::{
    agreement::Agreement,
    answers,
    content::questionnaires::{self, DEFAULT},
    lang::Lang,
    profile::{self, Profile, State},
    tally::Mode,
};

/// For each kind of table, by its path without numbers, its keys.
type Keys = BTreeMap<String, BTreeSet<String>>;

thread_local! {
    static ASKED: RefCell<Keys> = RefCell::default();
}

/// Remembers that a key was asked for in the table of a path.
pub(super) fn remember(path: &str, key: &str) {
    let parts = path.split('[');
    let path = parts
        .map(|part| part.split_once(']').map_or(part, |(_, rest)| rest))
        .collect();
    ASKED.with_borrow_mut(|asked| asked.entry(path).or_default().insert(key.to_owned()));
}

/// What was asked of all tables that `read` reads.
fn asked(read: impl FnOnce()) -> Keys {
    ASKED.take();
    read();
    without_texts(ASKED.take())
}

/// The keys of a schema and of what it has below them.
fn described(schema: &str) -> Keys {
    let schema: Value = serde_json::from_str(schema).expect("a schema is JSON");
    let mut keys = Keys::new();
    describe(&schema, &schema, "", &mut keys);
    without_texts(keys)
}

fn describe(root: &Value, part: &Value, path: &str, keys: &mut Keys) {
    if let Some(name) = part["$ref"].as_str().and_then(|to| to.strip_prefix("#/$defs/")) {
        describe(root, &root["$defs"][name], path, keys);
    }
    if part["items"].is_object() {
        describe(root, &part["items"], path, keys);
    }
    for (key, inner) in part["properties"].as_object().into_iter().flatten() {
        keys.entry(path.to_owned()).or_default().insert(key.clone());
        let below = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        describe(root, inner, &below, keys);
    }
}

/// A text in two languages is the same everywhere.
fn without_texts(mut keys: Keys) -> Keys {
    keys.retain(|_, keys| !keys.iter().eq(["en", "nl"]));
    keys
}

#[test]
fn the_schema_of_a_questionnaire_has_the_readers_keys() {
    let text = include_str!("../../data/six-elements.toml");
    let read = || drop(questionnaires::read("x.toml", text, Lang::Nl).expect("a sound questionnaire"));
    assert_eq!(
        described(include_str!("../../data/schema/questionnaire.json")),
        asked(read)
    );
}

#[test]
fn the_schema_of_a_profile_has_the_readers_keys() {
    let mut joint = Profile::draft(Mode::Joint, 7, &[]);
    joint.agreements.push(Agreement::new("culture", "Bellen"));
    let tally = Profile::draft(Mode::Tally, 7, &["culture"]);
    let complete = Profile::answered(Lang::Nl, 4, &[]);
    let unanswered = Profile::unanswered(Lang::Nl, Mode::Tally, 7, State::Complete);
    let shared = unanswered.to_share().expect("seven are enough");
    let read = || {
        for profile in [&joint, &tally, &complete, &shared] {
            profile::read("x.toml", &profile.to_toml()).expect("a sound profile");
        }
    };
    assert_eq!(described(include_str!("../../data/schema/profile.json")), asked(read));
}

#[test]
fn the_schema_of_an_answer_file_has_the_readers_keys() {
    let questionnaire = questionnaires::questionnaire(DEFAULT, Lang::Nl).expect("it is built in");
    let text = include_str!("../../examples/answers.toml");
    let read = || drop(answers::read("x.toml", text, &questionnaire).expect("sound answers"));
    assert_eq!(described(include_str!("../../data/schema/answers.json")), asked(read));
}

/// Lines that begin or end something, or name a key.
const LINES: [&str; 17] = [
    "team = \"Zuid\"",
    "team = \"\"\"",
    "\"\"\"",
    "note = '''",
    "'''",
    "[team]",
    "[draft]",
    "[[draft]]",
    "[",
    "]",
    "weakest = [",
    "labels = { a = 1,",
    "}",
    "team",
    "participants = ",
    "\"team",
    "1, 2,",
];

proptest! {
    #[test]
    fn the_front_of_a_text_has_no_key_that_the_whole_has_not(
        lines in prop::collection::vec(prop::sample::select(&LINES[..]), 0..9),
        cut in any::<prop::sample::Index>(),
    ) {
        let text = lines.join("\n");
        for text in [&text[..], &text[..cut.index(text.len() + 1)]] {
            for key in ["team", "participants", "note", "draft"] {
                prop_assert_eq!(has_any_key(text, &[key]), says_any_key(text, &[key]), "{}: {:?}", key, text);
            }
        }
    }
}
