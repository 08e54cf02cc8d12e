//! Which profile a file holds, told by its front: it is what the whole file says.

use ips::{
    profile::{self, Front, Profile, State, front},
    tally::Mode,
};
use proptest::{prelude::*, sample::Index};

use crate::{
    common::{self, each},
    files::any_profile,
};

/// What the front of a file with this profile has to say.
fn front_of(profile: &Profile) -> Front {
    Front {
        team: profile.team.clone(),
        date: profile.date,
        mode: profile.mode,
        participants: profile.participants,
        questionnaire: profile.questionnaire.id.clone(),
        is_draft: Some(profile.is_draft()),
    }
}

/// Lines that begin or end something, or say once more what a file is.
const LINES: [&str; 20] = [
    "[questionnaire]",
    " [questionnaire]",
    "[result]",
    "[draft]",
    "asked = [\"culture\"]",
    "[",
    "[[elements]]",
    "[end]",
    "end = \"draft\"",
    "end = \"complete\"",
    "end = \"complete\" # draft",
    "functions = \"\"\"",
    "\"\"\"",
    "functions = '''",
    "'''",
    "weakest = [",
    "team = \"Zuid\"",
    "date = 2026-01-02",
    "format = 2",
    "# [questionnaire]",
];

/// What happens to a text: by its kind, the places where, and what is put there.
type Harm = (u8, Index, Index, usize, u8);

fn harmed(text: &str, (kind, one, other, line, byte): &Harm) -> Vec<u8> {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let mut bytes = text.as_bytes().to_vec();
    match kind {
        0 => bytes.truncate(one.index(text.len() + 1)),
        1 if !bytes.is_empty() => bytes[one.index(text.len())] = *byte,
        2 => {
            let moved = lines.remove(one.index(lines.len()));
            lines.insert(other.index(lines.len() + 1), moved);
        }
        3 => lines.insert(one.index(lines.len()), LINES[*line]),
        4 => {
            let at = one.index(lines.len());
            lines[at] = LINES[*line];
        }
        _ => {
            let (from, to) = (one.index(lines.len()), other.index(lines.len()));
            let before = from.min(to) / 2;
            let moved: Vec<&str> = lines.drain(from.min(to)..from.max(to)).collect();
            lines.splice(before..before, moved);
        }
    }
    if *kind < 2 {
        bytes
    } else {
        lines.join("\n").into_bytes()
    }
}

fn any_harm() -> impl Strategy<Value = Harm> {
    let line = 0..LINES.len();
    (0u8..6, any::<Index>(), any::<Index>(), line, any::<u8>())
}

/// What the front says of a text that can be read whole has to be true.
fn is_true(text: &str) -> Result<(), TestCaseError> {
    let (Some(told), Ok(whole)) = (front(text), profile::read("x", text)) else {
        return Ok(());
    };
    let whole = front_of(&whole.profile);
    let is_draft = told.is_draft.or(whole.is_draft);
    prop_assert_eq!(Front { is_draft, ..told }, whole, "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_front_of_every_profile_says_what_the_whole_does(profile in any_profile()) {
        prop_assert_eq!(front(&profile.to_toml()), Some(front_of(&profile)));
    }

    #[test]
    fn the_front_of_a_harmed_profile_says_what_the_whole_does_if_that_can_be_read(
        mut profile in any_profile(),
        functions in prop::collection::vec(prop::sample::select(&LINES[..]), 0..4),
        harms in prop::collection::vec(any_harm(), 1..4),
    ) {
        if !functions.is_empty() {
            profile.functions = Some(functions.join("\n"));
        }
        let mut text = profile.to_toml();
        for harm in harms {
            text = String::from_utf8_lossy(&harmed(&text, &harm)).into_owned();
            is_true(&text)?;
        }
    }
}

/// The line in which the front of such a text ends.
fn with_line(text: &str, before: &str, line: &str) -> String {
    let changed = text.replacen(before, &format!("{line}\n{before}"), 1);
    assert_ne!(changed, text, "{before}");
    changed
}

#[test]
fn by_hand_in_another_order_it_is_told_too_or_left_to_the_whole() {
    let mut profile = common::profile(Mode::Joint, &each(common::ANSWERS));
    let text = profile.to_toml();
    let whole = Some(front_of(&profile));
    let begin = text.find("[questionnaire]").unwrap();
    let behind = begin + text[begin..].find("[result]").unwrap();
    let end = text.find("[end]").unwrap();
    let moved = [&text[..begin], &text[behind..end], &text[begin..behind], &text[end..]].concat();
    assert_ne!(moved, text);
    assert!(profile::read("x", &moved).is_ok());
    assert_eq!(front(&moved), whole);
    for sound in [
        with_line(&text, "team = ", "# Van ons: [\"\"\""),
        text.replace('\n', "\r\n"),
        format!("{text}\n\n"),
        text.replacen("[questionnaire]", "[questionnaire] # zes", 1),
    ] {
        assert!(profile::read("x", &sound).is_ok());
        assert_eq!(front(&sound), whole, "{sound}");
    }
    for doubtful in [
        text.replacen("[questionnaire]", "[ questionnaire ]", 1),
        text.replacen("[questionnaire]", "[\"questionnaire\"]", 1),
        text.replacen("scale = [", "scale = [\n", 1)
            .replacen("[result]", "  [result]", 1),
    ] {
        assert!(profile::read("x", &doubtful).is_ok(), "{doubtful}");
        let told = front(&doubtful);
        assert!(told.is_none() || told == whole, "{told:?}");
    }
    // A text that holds what ends the front.
    profile.functions = Some("een\n[questionnaire]\n[result]\ntwee".to_owned());
    let text = profile.to_toml();
    assert!(text.contains("\n[questionnaire]\n[result]\ntwee"), "{text}");
    assert_eq!(front(&text), None);
}

#[test]
fn only_the_last_line_tells_whether_it_is_a_draft() {
    let mut profile = common::profile(Mode::Joint, &each(common::ANSWERS));
    profile.state = State::draft();
    let text = profile.to_toml();
    assert_eq!(front(&text).unwrap().is_draft, Some(true));
    let at = text.find("[draft]").unwrap();
    let until = at + text[at..].find("[questionnaire]").unwrap();
    let late = [&text[..at], &text[until..]].concat();
    let late = with_line(&late, "[end]", text[at..until].trim_end());
    assert!(profile::read("x", &late).unwrap().profile.is_draft());
    assert_eq!(front(&late).unwrap().is_draft, Some(true));
    for mark in ["end = 'draft'", "end = \"draft\" # complete", "end = \"dr", ""] {
        let text = text.replace("end = \"draft\"", mark);
        assert_eq!(front(&text).unwrap().is_draft, None, "{mark}");
    }
    assert_eq!(front(&text.replace("format = 1", "format = 2")), None);
}
