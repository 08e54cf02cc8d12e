//! `ips agreements` that adds an agreement to those of a team or changes one: in which profile, and what stays as it was.

use std::{fs, path::Path};

use ips::{
    agreement::{Agreement, AgreementState, Due},
    content::questionnaires,
    lang::Lang,
    profile::{self, Profile, State},
    store::{Disk, ProfileFile},
    tally::Mode,
};

use crate::{common, program::ips};

const FIRST: &str = "ips-groep-noord-2026-11-21.toml";
const SECOND: &str = "ips-groep-noord-2027-01-21.toml";

/// A folder with one meeting, at which two agreements were made.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut profile = common::profile(Mode::Joint, &["3"; 24]);
    profile.agreements = vec![
        Agreement::new("culture", "Samen eten"),
        Agreement {
            who: Some("de IB'er".into()),
            ..Agreement::new("ecosystem", "Kaart maken")
        },
    ];
    save(dir.path(), FIRST, &profile);
    dir
}

/// The same with a second meeting, to which the first agreement was carried over; it is given back.
fn two_meetings() -> (tempfile::TempDir, Profile) {
    let dir = folder();
    let first = read(dir.path(), FIRST);
    let second = Profile {
        date: "2027-01-21".parse().unwrap(),
        agreements: vec![Agreement {
            made: Some(first.date),
            ..first.agreements[0].clone()
        }],
        ..first
    };
    save(dir.path(), SECOND, &second);
    (dir, second)
}

fn save(dir: &Path, file: &str, profile: &Profile) {
    fs::write(dir.join(file), profile.to_toml()).unwrap();
}

fn read(dir: &Path, file: &str) -> Profile {
    let text = fs::read_to_string(dir.join(file)).unwrap();
    profile::read(file, &text).unwrap().profile
}

/// Runs `ips agreements` and gives what it says on standard output and standard error.
fn run(dir: &Path, flags: &[&str], code: i32) -> (String, String) {
    let assert = ips(dir).arg("agreements").args(flags).assert().code(code);
    let output = assert.get_output();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn an_agreement_is_added_to_the_newest_profile_with_the_day_on_which_it_was_made() {
    for (day, element, due, made) in [
        ("2027-02-01", "learning-cycle", "+6w", Some("2027-02-01")),
        ("2027-02-01", "4", "over 6 weken", Some("2027-02-01")),
        ("2027-01-21", "lerende", "vrijdag 15 mrt", None),
        ("2027-01-21", "A learning", "volgende keer", None),
    ] {
        let (dir, second) = two_meetings();
        let before = fs::read(dir.path().join(FIRST)).unwrap();
        let mut flags = vec!["--date", day, "--add", " Doelen op het bord ", "--element", element];
        flags.extend(["--who", "Ank", "--due", due]);
        let (list, told) = run(dir.path(), &flags, 0);
        assert!(list.contains("3  Doelen op het bord"), "{list}");
        assert!(
            told.contains("Afspraak 3 is gemaakt") && told.contains(SECOND),
            "{told}"
        );
        let day = day.parse().unwrap();
        let made_it = Agreement {
            who: Some("Ank".into()),
            due: Some(Due::typed(due, day).unwrap()),
            made: made.map(|day| day.parse().unwrap()),
            ..Agreement::new("learning-cycle", "Doelen op het bord")
        };
        let mut agreements = second.agreements.clone();
        agreements.push(made_it);
        assert_eq!(read(dir.path(), SECOND), Profile { agreements, ..second });
        assert_eq!(fs::read(dir.path().join(FIRST)).unwrap(), before);
        assert_eq!(common::files(dir.path()), [FIRST, SECOND]);
    }
}

#[test]
fn an_agreement_is_changed_in_the_newest_profile_that_has_it_and_stays_the_same_one() {
    let (dir, second) = two_meetings();
    let before = fs::read(dir.path().join(FIRST)).unwrap();
    let change = [
        "--what",
        "Samen lunchen",
        "--who",
        "Ank",
        "--due",
        "15 mrt",
        "--element",
        "1",
    ];
    let flags = [&["--date", "2027-02-01", "--change", "1"], &change[..]].concat();
    let (list, told) = run(dir.path(), &flags, 0);
    assert!(told.contains(SECOND), "{told}");
    assert!(
        list.contains("1  Samen lunchen") && list.contains("Gedeelde visie") && !list.contains("Samen eten"),
        "{list}"
    );
    let changed = Agreement {
        who: Some("Ank".into()),
        due: Some("2027-03-15".into()),
        made: second.agreements[0].made,
        first_element: Some("culture".into()),
        first_what: Some("Samen eten".into()),
        ..Agreement::new("shared-vision", "Samen lunchen")
    };
    assert_eq!(read(dir.path(), SECOND).agreements, [changed]);
    assert_eq!(fs::read(dir.path().join(FIRST)).unwrap(), before);
    // The other one is in the first profile only: nothing has to remember what it said.
    run(dir.path(), &["--change", "2", "--what", "Kaart van de wijk maken"], 0);
    let mut other = read(dir.path(), FIRST).agreements.remove(1);
    assert_eq!(
        (other.what.as_str(), &other.first_what),
        ("Kaart van de wijk maken", &None)
    );
    other.what = "Kaart maken".into();
    assert_eq!(other.who.as_deref(), Some("de IB'er"));
    // Changed back, it is as it was.
    run(
        dir.path(),
        &["--change", "1", "--what", "samen eten", "--element", "culture"],
        0,
    );
    let back = read(dir.path(), SECOND).agreements.remove(0);
    assert_eq!((back.first_element, back.first_what), (None, Some("Samen eten".into())));
}

#[test]
fn an_agreement_that_an_unfinished_meeting_has_too_is_known_again_there() {
    let (dir, second) = two_meetings();
    let draft = Profile {
        date: "2027-03-01".parse().unwrap(),
        state: State::draft(),
        ..second
    };
    save(dir.path(), "ips-groep-noord-2027-03-01.draft.toml", &draft);
    fs::remove_file(dir.path().join(FIRST)).unwrap();
    let (_, told) = run(dir.path(), &["--change", "1", "--what", "Samen lunchen"], 0);
    assert!(told.contains("2027-03-01.draft.toml"), "{told}");
    let done = Profile {
        state: State::Complete,
        ..draft
    };
    save(dir.path(), "ips-groep-noord-2027-03-01.toml", &done);
    let (list, _) = run(dir.path(), &[], 0);
    assert!(list.contains("1  Samen eten") && !list.contains("2  "), "{list}");
}

#[test]
fn the_same_agreement_is_not_made_twice_on_one_day() {
    let dir = folder();
    let before = fs::read(dir.path().join(FIRST)).unwrap();
    for (flags, number) in [
        (["--add", " samen  eten", "--element", "culture"], 1),
        (["--add", "Kaart maken", "--element", "Working"], 2),
    ] {
        let (_, told) = run(dir.path(), &[&["--date", "2026-11-21"], &flags[..]].concat(), 1);
        let sentence = format!("Die afspraak is er al: nummer {number}.");
        assert!(told.contains(&sentence), "{flags:?}: {told}");
    }
    let like_the_first = ["--change", "2", "--what", "Samen eten", "--element", "2"];
    let (_, told) = run(dir.path(), &like_the_first, 1);
    assert!(told.contains("nummer 1"), "{told}");
    assert_eq!(fs::read(dir.path().join(FIRST)).unwrap(), before);
    // On another day it is another one.
    let again = ["--date", "2026-11-22", "--add", "Samen eten", "--element", "culture"];
    let (list, _) = run(dir.path(), &again, 0);
    assert!(list.contains("3  Samen eten"), "{list}");
}

#[test]
fn what_does_not_go_together_is_wrong_use_and_changes_nothing() {
    let dir = folder();
    let before = fs::read(dir.path().join(FIRST)).unwrap();
    for (flags, nl, en) in [
        (
            &["--add", "Bellen"] as &[&str],
            "Waar gaat de afspraak over?",
            "What is the agreement about?",
        ),
        (
            &["--add", "Bellen", "--element", "7"],
            "Dit element is er niet",
            "There is no such element",
        ),
        (
            &["--add", "Bellen", "--element", "2", "--note", "x"],
            "--note hoort bij --done, --dropped of --open.",
            "--note belongs to --done, --dropped or --open.",
        ),
        (
            &["--add", "Bellen", "--element", "2", "--what", "x"],
            "--what hoort bij --change.",
            "--what belongs to --change.",
        ),
        (
            &["--add", "Bellen", "--element", "2", "--change", "1"],
            "gaan niet samen",
            "don't go together",
        ),
        (
            &["--change", "1"],
            "Wat verandert er aan de afspraak?",
            "What changes about the agreement?",
        ),
        (
            &["--change", "3", "--who", "Ank"],
            "Afspraak 3 is er niet.",
            "There is no agreement 3.",
        ),
        (
            &["--change", "1", "--done", "1"],
            "gaan niet samen",
            "don't go together",
        ),
        (
            &["--change", "1", "--due", "31-2"],
            "Die dag bestaat niet.",
            "There is no such day.",
        ),
        (
            &["--who", "Ank"],
            "--who hoort bij --add of --change.",
            "--who belongs to --add or --change.",
        ),
        (
            &["--done", "1", "--element", "2"],
            "--element hoort bij --add of --change.",
            "--element belongs to --add or --change.",
        ),
    ] {
        for (lang, sentence) in [("nl", nl), ("en", en)] {
            let (list, told) = run(dir.path(), &[flags, &["--lang", lang]].concat(), 2);
            assert!(told.contains(sentence) && list.is_empty(), "{flags:?}: {told}");
        }
    }
    assert_eq!(fs::read(dir.path().join(FIRST)).unwrap(), before);
    assert_eq!(common::files(dir.path()), [FIRST]);
}

#[test]
fn without_a_change_the_file_stays_as_people_wrote_it() {
    let dir = folder();
    let path = dir.path().join(FIRST);
    let written = format!("# Van ons\n{}\n", fs::read_to_string(&path).unwrap());
    fs::write(&path, &written).unwrap();
    for flags in [
        &["--open", "1"] as &[&str],
        &[
            "--change",
            "2",
            "--who",
            "de IB'er",
            "--what",
            "Kaart maken",
            "--element",
            "6",
        ],
    ] {
        let (_, told) = run(dir.path(), flags, 0);
        assert!(told.contains("was al zo"), "{told}");
        assert_eq!(fs::read_to_string(&path).unwrap(), written);
    }
}

#[test]
fn an_agreement_about_an_element_of_an_earlier_questionnaire_goes_in_the_newest_profile() {
    let dir = folder();
    let trust = questionnaires::questionnaire("trust", Lang::Nl).unwrap();
    let newest = Profile {
        date: "2027-01-21".parse().unwrap(),
        responses: Profile::no_responses(&trust),
        agreements: Vec::new(),
        questionnaire: trust,
        ..read(dir.path(), FIRST)
    };
    save(dir.path(), SECOND, &newest);
    let (list, _) = run(dir.path(), &["--add", "Bellen", "--element", "cultuur"], 0);
    assert!(
        list.contains("3  Bellen") && list.contains("Cultuur van samenwerken"),
        "{list}"
    );
    let made = read(dir.path(), SECOND).agreements.remove(0);
    assert_eq!(
        (made.element.as_str(), made.title.as_deref()),
        ("culture", Some("Cultuur van samenwerken"))
    );
    // A number is one of the newest questionnaire's list.
    run(dir.path(), &["--add", "Bellen", "--element", "6"], 2);
    run(dir.path(), &["--change", "3", "--element", "1"], 0);
    let moved = read(dir.path(), SECOND).agreements.remove(0);
    assert_eq!((moved.title, moved.element == "culture"), (None, false));
}

#[test]
fn a_profile_that_is_full_takes_no_more() {
    let dir = folder();
    let mut full = read(dir.path(), FIRST);
    full.agreements = (0..100)
        .map(|number| Agreement {
            state: AgreementState::Done,
            ..Agreement::new("culture", format!("Afspraak {number}"))
        })
        .collect();
    save(dir.path(), FIRST, &full);
    let (_, told) = run(dir.path(), &["--add", "Bellen", "--element", "2"], 1);
    assert!(told.contains("Er staan al 100 afspraken in"), "{told}");
    assert_eq!(read(dir.path(), FIRST), full);
}

#[test]
fn a_profile_that_another_window_is_working_on_is_named_and_stays_as_it_is() {
    let dir = folder();
    let path = dir.path().join(FIRST);
    let before = fs::read(&path).unwrap();
    let held = ProfileFile::open(&Disk, &path).unwrap();
    let (_, told) = run(dir.path(), &["--done", "1"], 1);
    assert!(
        told.contains(&format!("Een ander venster werkt aan {FIRST}.")),
        "{told}"
    );
    let (list, _) = run(dir.path(), &[], 0);
    assert!(list.contains("Samen eten"), "looking is always possible: {list}");
    drop(held);
    assert_eq!(fs::read(&path).unwrap(), before);
    run(dir.path(), &["--done", "1"], 0);
    assert_eq!(common::files(dir.path()), [FIRST]);
}
