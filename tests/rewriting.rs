//! A change in a profile that people wrote in: what didn't change stays byte for byte.

use std::{collections::BTreeMap, ops::Range};

use ips::{
    agreement::{Agreement, AgreementState},
    profile::{self, Profile, State},
    tally::{Mode, Tally},
};
use proptest::{prelude::*, sample::Index};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{common, files::any_profile};

fn read(text: &str) -> Profile {
    let loaded = profile::read("profiel.toml", &text.replace("\r\n", "\n"));
    let problems = |problems: Vec<ips::fault::Problem>| panic!("{}\n{text}", problems[0].text(ips::lang::Lang::En));
    loaded.map_or_else(problems, |loaded| loaded.profile)
}

/// The text after a change in it.
fn changed(text: &str, change: impl FnOnce(&mut Profile)) -> String {
    let before = read(text);
    let mut after = before.clone();
    change(&mut after);
    let changed = profile::changed(text, &before, &after);
    assert_eq!(read(&changed), after);
    changed
}

/// A profile that a team lead wrote in: the beginning, and from the agreements on.
fn written() -> String {
    let mut profile = common::profile(Mode::Joint, &["4", "3", "2", "5"]);
    profile.functions = Some("IB'er".into());
    profile.response_mut((0, 1)).note = Some("Tijd".into());
    profile.agreements = vec![
        Agreement {
            who: Some("Sara".into()),
            ..Agreement::new("culture", "Samen lunchen")
        },
        Agreement::new("culture", "Terugbellen"),
    ];
    let text = profile.to_toml();
    let mut written = String::from("# Van ons allemaal\n");
    written += &text
        .replace("functions = \"IB'er\"", "  functions=\"IB'er\" # en de wijkagent?")
        .replace("answer = 3", "answer   = 3\t# na lang praten")
        .replace("note = \"Tijd\"", "note = 'Tijd' # zie verslag\n\n# Hier stond nog iets")
        .replace(
            "\n\n[[agreements]]\nelement = \"culture\"\nwhat = \"Samen",
            "\n\n# Vanaf hier: wat we afspraken\n\n[[agreements]] # eten\nwhat = \"Samen lunchen\" # elke maand\nelement = \"culture\"\nwhat2 = \"Samen",
        )
        .replace("what2 = \"Samen lunchen\"\n", "")
        .replace("who = \"Sara\"", "who = \"Sara\" # of Bo\n# due = volgt nog")
        .replace("\n\n[end]", "\n# Bellen, niet mailen\n\n\n# Niet weghalen:\n[end]");
    written
}

#[test]
fn each_change_changes_its_own_lines() {
    let written = written();
    for (name, change, old, new) in changes() {
        for text in [written.clone(), written.replace('\n', "\r\n"), format!("{written}\n\n")] {
            let [old, new] = [old, new].map(|piece| {
                if text.contains('\r') {
                    piece.replace('\n', "\r\n")
                } else {
                    piece.to_owned()
                }
            });
            assert_eq!(text.matches(&old).count(), 1, "{name}: {old}\n{text}");
            assert_eq!(changed(&text, change), text.replacen(&old, &new, 1), "{name}");
        }
    }
}

type Change = (&'static str, fn(&mut Profile), &'static str, &'static str);

/// Changes in what [`written`] holds, with the piece of its text that each replaces and by what.
fn changes() -> Vec<Change> {
    vec![
        ("nothing", |_| {}, "# Van ons allemaal\n", "# Van ons allemaal\n"),
        (
            "another team",
            |profile| profile.team = "Zuid".into(),
            "team = \"IPS-groep Noord\"",
            "team = \"Zuid\"",
        ),
        (
            "a remark stays behind what changes",
            |profile| profile.functions = Some("wijkagent".into()),
            "  functions=\"IB'er\" # en de wijkagent?",
            "  functions=\"wijkagent\" # en de wijkagent?",
        ),
        (
            "a remark stays where its line goes",
            |profile| profile.functions = None,
            "  functions=\"IB'er\" # en de wijkagent?",
            "  # en de wijkagent?",
        ),
        (
            "a day",
            |profile| profile.corrected = profile.date.succ_opt(),
            "date = 2026-11-21\n",
            "date = 2026-11-21\ncorrected = 2026-11-22\n",
        ),
        (
            "a note",
            |profile| profile.response_mut((0, 1)).note = Some("Tijd\nen geld".into()),
            "note = 'Tijd' # zie verslag",
            "note = \"\"\"\nTijd\nen geld\"\"\" # zie verslag",
        ),
        (
            "a first note",
            |profile| profile.response_mut((0, 0)).note = Some("Ja".into()),
            "answer = 4\n",
            "answer = 4\nnote = \"Ja\"\n",
        ),
        (
            "no note any more",
            |profile| profile.response_mut((0, 1)).note = None,
            "note = 'Tijd' # zie verslag",
            "# zie verslag",
        ),
        (
            "one that is done",
            |profile| profile.agreements[0].state = AgreementState::Done,
            "# due = volgt nog\nstate = \"open\"",
            "# due = volgt nog\nstate = \"done\"",
        ),
        (
            "by when, below who does it",
            |profile| profile.agreements[0].due = Some("2027-01-15".into()),
            "who = \"Sara\" # of Bo\n",
            "who = \"Sara\" # of Bo\ndue = \"2027-01-15\"\n",
        ),
        (
            "nobody any more",
            |profile| profile.agreements[0].who = None,
            "who = \"Sara\" # of Bo\n",
            "# of Bo\n",
        ),
        (
            "one more, below what was remarked on the last",
            |profile| profile.agreements.push(Agreement::new("culture", "Wandelen")),
            "# Bellen, niet mailen\n",
            "# Bellen, niet mailen\n\n[[agreements]]\nelement = \"culture\"\nwhat = \"Wandelen\"\nstate = \"open\"\n",
        ),
        (
            "the last one goes, its remark stays",
            |profile| drop(profile.agreements.pop()),
            "\n\n[[agreements]]\nelement = \"culture\"\nwhat = \"Terugbellen\"\nstate = \"open\"\n# Bellen",
            "\n# Bellen",
        ),
        (
            "the first one goes, its remarks stay",
            |profile| drop(profile.agreements.remove(0)),
            "[[agreements]] # eten\nwhat = \"Samen lunchen\" # elke maand\nelement = \"culture\"\nwho = \"Sara\" # of Bo\n# due = volgt nog\nstate = \"open\"\n",
            "# eten\n# elke maand\n# of Bo\n# due = volgt nog\n",
        ),
    ]
}

#[test]
fn an_answer_changes_what_is_reckoned_from_it_and_nothing_else() {
    let text = written();
    let after = changed(&text, |profile| {
        profile.response_mut((0, 1)).tally = Some(Tally::parse("1", Mode::Joint, 7, 5).unwrap());
    });
    let differ: Vec<_> = text
        .lines()
        .zip(after.lines())
        .filter(|(old, new)| old != new)
        .collect();
    let (old, new): (Vec<_>, Vec<_>) = differ.into_iter().unzip();
    assert!(old.contains(&"answer   = 3\t# na lang praten") && new.contains(&"answer   = 1\t# na lang praten"));
    assert_eq!(text.lines().count(), after.lines().count());
    assert!(
        old.iter()
            .all(|line| ["answer", "score", "band"].iter().any(|key| line.starts_with(key)))
    );
}

#[test]
fn what_no_longer_fits_the_answers_is_set_right_with_the_next_change() {
    let text = written();
    let stale = text.replace("answered = 4\n", "answered = 3 # of meer\n");
    assert_ne!(stale, text);
    let set_right = text.replace("answered = 4\n", "answered = 4 # of meer\n");
    let after = changed(&stale, |profile| profile.team = "Zuid".into());
    assert_eq!(after, set_right.replace("IPS-groep Noord", "Zuid"));
}

#[test]
fn what_people_write_in_another_way_stays_their_way() {
    let text = written()
        .replace("date = 2026-11-21", "date = \"2026-11-21\"")
        .replace("participants = 7", "participants = 0b111")
        .replace("mode = \"joint\"", "'mode' = '''joint'''")
        .replace("# due = volgt nog", "due = 2027-01-15 # zonder aanhalingstekens");
    let after = changed(&text, |profile| profile.agreements[1].state = AgreementState::Dropped);
    assert_eq!(after.lines().count(), text.lines().count());
    let differ = text.lines().zip(after.lines()).filter(|(old, new)| old != new);
    assert_eq!(
        differ.collect::<Vec<_>>(),
        [("state = \"open\"", "state = \"dropped\"")]
    );
    // Counts that are nothing can be left out, and each count can have a line with a remark.
    let mut profile = common::profile(Mode::Tally, &["3 4 4", "? 5 5"]);
    let counts = "votes = [0, 0, 1, 2, 0]\ndont_know = 0\nnot_applicable = 0\n";
    let text = profile.to_toml();
    assert!(text.contains(counts), "{text}");
    let by_hand = "votes = [\n  0, 0,\n  1, # Bo\n  2,\n  0 ]\n";
    let text = text.replacen(counts, by_hand, 1);
    profile.response_mut((0, 0)).tally = Some(Tally::parse("3 3 4", Mode::Tally, 7, 5).unwrap());
    let after = changed(&text, |now| *now = profile.clone());
    assert!(
        after.contains("votes = [\n  0, 0,\n  2, # Bo\n  1,\n  0 ]\n"),
        "{after}"
    );
}

#[test]
fn a_shape_that_no_change_fits_in_is_written_anew() {
    let text = written();
    let agreements = text.find("\n[[agreements]]").unwrap()..text.find("\n[end]").unwrap();
    let on_one_line = "agreements = [{ element = \"culture\", what = \"Bellen\", state = \"open\" }]\n";
    let mut text = [&text[..agreements.start], &text[agreements.end..]].concat();
    text = text.replacen("[questionnaire]", &format!("{on_one_line}[questionnaire]"), 1);
    let done = changed(&text, |profile| profile.agreements[0].state = AgreementState::Done);
    assert_eq!(done, text.replace("state = \"open\"", "state = \"done\""));
    // What people remarked stays all the same, above it; a `#` in what the profile says is none.
    text = text.replace("\"Bellen\"", "\"Bellen # elke week\"");
    let mut after = read(&text);
    after.agreements.push(Agreement::new("culture", "Wandelen"));
    let remarks = [
        "# Van ons allemaal",
        "# en de wijkagent?",
        "# na lang praten",
        "# zie verslag",
        "# Hier stond nog iets",
        "# Vanaf hier: wat we afspraken",
    ];
    let anew = format!("{}\n{}", remarks.join("\n"), after.to_toml());
    for line_end in ["\n", "\r\n"] {
        let text = text.replace('\n', line_end);
        assert_eq!(
            changed(&text, |profile| *profile = after.clone()),
            anew.replace('\n', line_end)
        );
    }
}

/// The values of a text that take several lines, and where their lines end.
fn several_lines(text: &str) -> Vec<Range<usize>> {
    fn collect(value: &Spanned<DeValue<'_>>, text: &str, found: &mut Vec<Range<usize>>) {
        match value.get_ref() {
            DeValue::Table(table) => table.values().for_each(|value| collect(value, text, found)),
            DeValue::Array(array) => array.iter().for_each(|value| collect(value, text, found)),
            _ if text[value.span()].contains('\n') => found.push(value.span()),
            _ => {}
        }
    }
    let mut found = Vec::new();
    let table = DeTable::parse(text).unwrap();
    table
        .get_ref()
        .values()
        .for_each(|value| collect(value, text, &mut found));
    found
}

/// The lines of a profile as the program writes it that are a key with its value, by the table that they are in: how many
/// tables come before it.
fn keys(text: &str) -> BTreeMap<(usize, &str), &str> {
    let inside = several_lines(text);
    let (mut table, mut at, mut keys) = (0, 0, BTreeMap::new());
    for line in text.split_inclusive('\n') {
        let is_inside = inside
            .iter()
            .any(|value| value.start < at + line.len() && at < value.end);
        if !is_inside && line.starts_with('[') {
            table += 1;
        } else if !is_inside && let Some((key, _)) = line.split_once(" = ") {
            keys.insert((table, key), line.trim_end());
        }
        at += line.len();
    }
    keys
}

/// A profile's text as people may have left it: with remarks, blank lines, other spaces and another order. Each key that stands
/// on one line has a remark of its own behind it, which tells which it is.
fn scribbled(text: &str, scribbles: &[Index]) -> String {
    let inside = several_lines(text);
    let mut scribbles = (0..)
        .zip(scribbles.iter().cycle())
        .map(|(at, index)| (index.index(1 << 16) >> (at % 7)) % 11);
    let mut scribble = || scribbles.next().unwrap();
    let (mut table, mut at, mut lines) = (0, 0, Vec::<String>::new());
    for line in text.lines() {
        let span = at..at + line.len();
        at = span.end + 1;
        if inside
            .iter()
            .any(|value| value.start < span.end && span.start < value.end)
        {
            lines.push(line.to_owned());
            continue;
        }
        let is_header = line.starts_with('[');
        table += usize::from(is_header);
        let mut scribbled = line.to_owned();
        if let Some((key, value)) = line.split_once(" = ").filter(|_| at < text.len()) {
            let equals = ["=", " = ", "\t= "][scribble() % 3];
            scribbled = format!(
                "{}{key}{equals}{value} # regel {table} {key}",
                ["", "  "][scribble() % 2]
            );
        }
        match scribble() {
            0 => lines.push("# los".to_owned()),
            1 => lines.push(String::new()),
            2 => lines.extend([String::new(), "  # los".to_owned(), String::new()]),
            3 if !is_header && lines.last().is_some_and(|last| last.contains("# regel")) => {
                let last = lines.pop().unwrap();
                lines.push(scribbled);
                scribbled = last;
            }
            _ => {}
        }
        lines.push(scribbled);
    }
    lines.join("\n")
}

/// One change that a command or a correction makes.
fn change(profile: &mut Profile, kind: usize, place: Index, words: &str) {
    let places: Vec<_> = profile.questionnaire.places().collect();
    let at = places[place.index(places.len())];
    let (mode, points) = (profile.mode, profile.questionnaire.scale.points());
    let agreement = (!profile.agreements.is_empty()).then(|| place.index(profile.agreements.len().max(1)));
    match (kind, agreement) {
        (0, _) => words.clone_into(&mut profile.team),
        (1, _) => profile.functions = Some(words.to_owned()),
        (2, _) => profile.functions = None,
        (3, _) => profile.corrected = profile.date.succ_opt(),
        (4, _) => profile.response_mut(at).note = Some(words.to_owned()),
        (5, _) => profile.response_mut(at).note = None,
        (6, _) => profile.response_mut(at).tally = None,
        (7, _) => profile.response_mut(at).tally = Some(Tally::parse("2", mode, profile.participants, points).unwrap()),
        (8, Some(index)) => profile.agreements[index].state = AgreementState::Open,
        (9, Some(index)) => profile.agreements[index].note = Some(words.to_owned()),
        (10, Some(index)) => words.clone_into(&mut profile.agreements[index].what),
        (11, Some(index)) => profile.agreements[index].due = None,
        (12, Some(index)) => drop(profile.agreements.remove(index)),
        _ => profile.agreements.push(Agreement::new("culture", words)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_change_leaves_all_else_as_people_left_it(
        profile in any_profile(),
        scribbles in prop::collection::vec(any::<Index>(), 40),
        crlf in any::<bool>(),
        kind in 0usize..14,
        place in any::<Index>(),
        words in "[a-z]{1,9}( [a-z]{1,9}|\n[a-z]{1,9})?",
    ) {
        let before = Profile { state: State::Complete, ..profile };
        let canonical = before.to_toml();
        let mut text = scribbled(&canonical, &scribbles);
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        prop_assert_eq!(&read(&text), &before);
        prop_assert_eq!(&profile::changed(&text, &before, &before), &text);

        let mut after = before.clone();
        change(&mut after, kind, place, &words);
        let changed = profile::changed(&text, &before, &after);
        prop_assert_eq!(&read(&changed), &after);
        prop_assert_eq!(profile::changed(&canonical, &before, &after), after.to_toml());

        prop_assert_eq!(text.matches("# los").count(), changed.matches("# los").count());
        if crlf {
            prop_assert_eq!(changed.matches('\n').count(), changed.matches("\r\n").count());
        }
        let after_text = after.to_toml();
        let (before_keys, after_keys) = (keys(&canonical), keys(&after_text));
        let lines: Vec<&str> = changed.lines().collect();
        for line in text.lines() {
            let Some((_, which)) = line.split_once("# regel ") else { continue };
            let (table, key) = which.split_once(' ').unwrap();
            let table: usize = table.parse().unwrap();
            let remark = format!("# regel {which}");
            let now = lines.iter().find(|now| now.ends_with(&remark));
            prop_assert!(now.is_some(), "{} went", line);
            let same = before_keys.get(&(table, key)) == after_keys.get(&(table, key));
            // Where an agreement went the others have other numbers.
            if same && after.agreements.len() >= before.agreements.len() {
                prop_assert_eq!(now, Some(&line));
            }
        }
    }
}
