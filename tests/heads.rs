//! Which profile a file holds, told by its front: it is what the whole file says. Only the files of the team that is asked for
//! are read whole.

use std::{fs, path::Path};

use ips::{
    profile::{self, Front, Profile, State, Whose, front},
    store::{Heads, Stored, load},
    tally::Mode,
};
use proptest::{prelude::*, sample::Index};

use crate::{
    common::{self, each, panicked},
    files::any_profile,
    program::ips,
};

/// What the front of a file with this profile has to say.
fn front_of(profile: &Profile) -> Front {
    Front {
        team: profile.team.clone(),
        group: profile.group.clone(),
        date: profile.date,
        mode: profile.mode,
        participants: profile.participants,
        shared: profile.shared,
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

fn save(dir: &Path, name: &str, team: &str) -> Profile {
    let mut profile = common::profile(Mode::Joint, &each(common::ANSWERS));
    team.clone_into(&mut profile.team);
    let day = &name.strip_suffix(".toml").unwrap()[name.len() - 15..];
    profile.date = day.parse().unwrap();
    fs::write(dir.join(name), profile.to_toml()).unwrap();
    profile
}

/// Breaks a file behind its front.
fn break_body(dir: &Path, name: &str) {
    let text = fs::read_to_string(dir.join(name)).unwrap();
    fs::write(dir.join(name), text.replacen("answered = ", "answered ", 1)).unwrap();
}

/// What a command says beside its result, and whether it did what was asked.
fn told(dir: &Path, arguments: &[&str]) -> (bool, String) {
    let output = ips(dir).args(arguments).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!panicked(&told), "{told}");
    (output.status.success(), told)
}

#[test]
fn of_a_team_that_is_asked_for_what_is_broken_is_named_and_of_another_only_what_nobody_can_tell() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    save(dir, "noord-2026-11-21.toml", "Noord");
    save(dir, "noord-2027-05-27.toml", "Noord");
    save(dir, "zuid-2026-11-21.toml", "Zuid");
    break_body(dir, "noord-2027-05-27.toml");
    break_body(dir, "zuid-2026-11-21.toml");
    fs::write(dir.join("west-2026-11-21.toml"), "team = \"West\"\n").unwrap();
    let cut = fs::read_to_string(dir.join("noord-2026-11-21.toml")).unwrap();
    let cut = cut.replace("Noord", "Oost").replace("end = \"complete\"", "");
    fs::write(dir.join("oost-2026-11-21.toml"), cut).unwrap();
    let names = |told: &str| {
        let all = [
            "noord-2026-11-21",
            "noord-2027-05-27",
            "oost-2026",
            "west-2026",
            "zuid-2026",
        ];
        all.into_iter().filter(|name| told.contains(name)).collect::<Vec<_>>()
    };
    for command in ["show", "trend", "agreements", "agenda", "export", "diff", "card"] {
        let (_, told) = told(dir, &[command, "--team", "noord"]);
        let told = told.split("week").next().unwrap();
        assert_eq!(names(told)[..], ["noord-2027-05-27", "west-2026"], "{command}: {told}");
    }
    let (done, said) = told(dir, &["show", "--team", "Zuid"]);
    assert!(!done);
    assert_eq!(names(&said)[..], ["west-2026", "zuid-2026"], "{said}");
    // Only one team has anything to show.
    let (done, said) = told(dir, &["show"]);
    assert!(done, "{said}");
    assert_eq!(
        names(&said)[..],
        ["noord-2027-05-27", "oost-2026", "west-2026", "zuid-2026"],
        "{said}"
    );
    save(dir, "zuid-2027-05-27.toml", "Zuid");
    let (done, said) = told(dir, &["show"]);
    assert!(!done && said.contains("Noord, Zuid"), "{said}");
    assert_eq!(names(&said)[..], ["west-2026"], "{said}");
}

#[test]
fn a_broken_meeting_of_the_team_stops_no_new_one_and_is_told_once() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    for name in ["noord-2026-11-21.toml", "noord-2026-11-22.toml", "zuid-2026-11-21.toml"] {
        save(dir, name, if name.starts_with('n') { "Noord" } else { "Zuid" });
    }
    break_body(dir, "noord-2026-11-22.toml");
    break_body(dir, "zuid-2026-11-21.toml");
    let flags = "assess --plain --participants 3 --mode joint --date 2027-05-27 --elements lowest";
    for team in [&["--team", "Noord"][..], &[]] {
        let mut command = ips(dir);
        command.args(flags.split(' ')).args(team).write_stdin("Noord\n3\n");
        let said = String::from_utf8(command.output().unwrap().stderr).unwrap();
        assert_eq!(said.matches("noord-2026-11-22.toml").count(), 1, "{said}");
        assert!(!said.contains("zuid-2026-11-21.toml"), "{said}");
        let draft = dir.join("noord-2027-05-27.draft.toml");
        assert!(fs::read_to_string(&draft).unwrap().contains("answer = "), "{said}");
        fs::remove_file(draft).unwrap();
    }
}

#[test]
fn what_changes_between_the_look_and_the_reading_is_as_it_is_then() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    for day in 10..16 {
        save(dir, &format!("noord-2026-11-{day}.toml"), "Noord");
    }
    save(dir, "onze avond 2026-11-16.toml", "Noord");
    let heads = Heads::read(dir).unwrap();
    fs::remove_file(dir.join("noord-2026-11-10.toml")).unwrap();
    save(dir, "noord-2026-11-11.toml", "Zuid");
    break_body(dir, "noord-2026-11-12.toml");
    let mut draft = save(dir, "noord-2026-11-13.toml", "Noord");
    draft.state = State::draft();
    fs::write(dir.join("noord-2026-11-13.toml"), draft.to_toml()).unwrap();
    fs::write(dir.join("noord-2026-11-14.toml"), [0; 100]).unwrap();
    fs::write(dir.join("onze avond 2026-11-16.toml"), "boodschappen = 3").unwrap();
    let folder = heads.of(&Whose::team("NOORD"));
    let days = |heads: &[ips::store::Head]| heads.iter().map(|head| head.date.to_string()).collect::<Vec<_>>();
    assert_eq!(days(&folder.profiles), ["2026-11-15"]);
    assert_eq!(days(&folder.drafts), ["2026-11-13"]);
    let said: Vec<String> = folder.remarks.iter().map(ToString::to_string).collect();
    let places = [10, 12, 14].map(|day| format!("noord-2026-11-{day}.toml"));
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(
        places.iter().zip(&said).all(|(name, said)| said.contains(name)),
        "{said:?}"
    );
    fs::remove_dir_all(dir).unwrap();
    assert!(heads.of(&Whose::team("Noord")).profiles.is_empty());
}

#[test]
fn many_files_are_told_in_the_order_of_their_names() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let mut broken = Vec::new();
    for number in 10..90 {
        let name = format!("noord-{number}-2026-11-21.toml");
        save(dir, &name, "Noord");
        if number % 3 == 0 {
            break_body(dir, &name);
            broken.push(name);
        }
    }
    let (_, said) = told(dir, &["show", "--team", "Noord"]);
    let named: Vec<&str> = said
        .lines()
        .filter_map(|line| line.split_once(", regel"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(named, broken);
    let newest: Stored = load(&dir.join("noord-89-2026-11-21.toml")).unwrap().0;
    assert_eq!(newest.profile.team, "Noord");
}
