//! Drives the built program in a real pseudo terminal and looks at what is on its screen.
//!
//! Nothing here waits for time to pass: what was typed before a question is seen is dropped, so a test waits for the
//! question; a key held down is ignored, so neighbouring answers differ.

use std::{fs, path::Path, process::Command};

use ips::{agreement::Agreement, tally::Mode};
use serde_json::Value;
use tempfile::TempDir;

use crate::{
    common::{
        self, ANSWERS, DRAFT, MEETING, PROFILE, files,
        window::{self, Terminal},
    },
    program::ips,
};

const ENTER: &str = "\r";
const ESC: &str = "\x1b";
const DOWN: &str = "\x1b[B";
const CTRL_C: &str = "\x03";

/// Only the question itself shows these keys, not the note, the help or the overview.
const AT_QUESTION: &str = "o overzicht i groep";
const AT_NOTE: &str = "Enter bewaren";
const AT_PROFILE: &str = "Enter gesprek";
const AT_TOPICS: &str = "Enter afspraken";
const AT_AGREEMENTS: &str = "Waarover is de volgende afspraak?";
const NEW_DAY: &str = "Nieuwe dag:";
const EARLIER: &str = "ips-groep-noord-2026-10-10.toml";
const CHOOSE: &str = "Kies een antwoord: 1 tot en met 5, een vraagteken (?) of een streepje (-).";

#[test]
fn twenty_four_key_presses_give_the_profile() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    answer(&mut terminal, 1, ANSWERS);

    let overview = terminal.wait_for("24 van 24 beantwoord");
    assert!(
        overview.contains("Gedeelde visie en urgentie onderwijs-zorg-jeugd 3,5"),
        "{overview}"
    );
    terminal.send(ENTER);
    let profile = terminal.wait_for(AT_PROFILE);
    assert!(profile.contains("Lerende cyclus") && profile.contains('█'), "{profile}");
    assert_eq!(
        is_bold(&terminal, "laagst"),
        [true; 2],
        "the two that are lowest stand out"
    );
    assert!(!dir.path().join(DRAFT).exists(), "the profile took its place");
    assert_eq!(answers_shown(&show(dir.path())), ANSWERS);
    terminal.send_again(ENTER);
    let topics = terminal.wait_for(AT_TOPICS);
    assert!(topics.contains("Hier kan het gesprek over gaan"), "{topics}");
    terminal.send_again(ENTER);
    terminal.wait_for(AT_AGREEMENTS);
    // One of the lowest, and a strong one.
    terminal.send("4");
    terminal.wait_for("Nummer: 4");
    terminal.send_again(ENTER);
    terminal.wait_for("Afspraak over Lerende cyclus");
    terminal.send("Elke maand");
    terminal.wait_for("Wat spreken jullie af? (leeg: niets) Elke maand");
    terminal.send(ENTER);
    // Esc leads back to the line before, which is still there.
    terminal.wait_for("Wie doet het?");
    assert!(
        profile_text(dir.path()).contains("what = \"Elke maand\""),
        "saved line by line"
    );
    terminal.send("de");
    terminal.wait_for("voornaam) de");
    terminal.send(ESC);
    terminal.wait_until("the line before", |shown, _| !shown.contains("Wie doet het?"));
    for (label, typed) in [
        ("Wat spreken jullie af? (leeg: weghalen) Elke maand", " een half uur"),
        ("Wie doet het? (functie of voornaam) de", " IB'er"),
        ("Wanneer is het klaar?", "1 maart"),
    ] {
        terminal.wait_for(label);
        terminal.send(typed);
        terminal.wait_for(typed.trim());
        terminal.send(ENTER);
    }
    let list = terminal.wait_for(AT_AGREEMENTS);
    assert!(
        list.contains("al een afspraak") && list.contains("Elke maand een half uur: veranderen"),
        "{list}"
    );
    terminal.send("6");
    terminal.wait_for("Nummer: 6");
    terminal.send(ENTER);
    terminal.wait_for("Afspraak over Werken in één ecosysteem");
    terminal.send("Bellen");
    terminal.wait_for("niets) Bellen");
    // Out of the first line what was typed isn't thrown away without a question.
    terminal.send(ESC);
    terminal.wait_for("Nog niet bewaard.");
    terminal.send_again(ENTER);
    terminal.wait_for("Wie doet het?");
    terminal.send(CTRL_C);

    assert_eq!(terminal.exit_code(), 0);
    assert_given_back(&terminal);
    let said = terminal.words();
    assert!(
        said.starts_with(&format!("Bewaard: {PROFILE}")),
        "nothing but that and the next step: {said}"
    );
    assert!(said.contains("ips export"), "{said}");
    assert_eq!(files(dir.path()), [PROFILE], "no lock stays");
    let profile = show(dir.path());
    assert_eq!(answers_shown(&profile), ANSWERS);
    let agreements = profile["agreements"].as_array().expect("agreements");
    assert_eq!(agreements.len(), 2);
    assert_eq!(agreements[0]["element"], "learning-cycle");
    assert_eq!(agreements[0]["what"], "Elke maand een half uur");
    assert_eq!(agreements[0]["who"], "de IB'er");
    assert_eq!(agreements[0]["due"], "2027-03-01");
    assert_eq!(
        (&agreements[1]["element"], &agreements[1]["what"]),
        (&"ecosystem".into(), &"Bellen".into())
    );
}

#[test]
fn enter_at_the_overview_never_ends_with_open_questions() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    answer(&mut terminal, 1, "34");
    terminal.wait_for(&question(3));
    terminal.send("s");
    terminal.wait_for(&question(4));
    terminal.send("o");
    let overview = terminal.wait_for("2 van 24 beantwoord");
    assert!(overview.contains("f afronden"), "{overview}");
    terminal.send(ENTER);
    terminal.wait_for(&question(3));
    // An answer of before is changed by way of the overview, and the team is back where it was.
    terminal.send("o");
    terminal.wait_for("2 van 24 beantwoord");
    terminal.send("1");
    terminal.wait_for("Nummer: 1");
    terminal.send(ENTER);
    terminal.wait_for(&question(1));
    terminal.send("5");
    terminal.wait_for(&question(3));
    assert_eq!(answers_in_draft(dir.path()), "54");
    // f is a key of the overview only, and asked once more.
    terminal.send("f");
    terminal.wait_for(CHOOSE);
    terminal.send("o");
    terminal.wait_for("2 van 24 beantwoord");
    terminal.send("f");
    let sure = terminal.wait_for("Nu afronden?");
    assert!(sure.contains("vragen open: 22"), "{sure}");
    terminal.send(ENTER);
    terminal.wait_for("Dat kan hier niet.");
    terminal.send(ESC);
    terminal.wait_for("2 van 24 beantwoord");
    assert!(!dir.path().join(PROFILE).exists());
    terminal.send("f");
    terminal.wait_for("Nu afronden?");
    terminal.send("j");
    terminal.wait_for(AT_PROFILE);
    assert_eq!(answers_shown(&show(dir.path())), "54");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    assert_given_back(&terminal);
    assert_eq!(files(dir.path()), [PROFILE]);

    // It isn't over for good: what is open can be answered another day.
    let mut terminal = Terminal::start(dir.path(), &["assess", "--reopen"]);
    terminal.wait_for("2 van 24 beantwoord");
    terminal.send(ENTER);
    terminal.wait_for(&question(3));
    terminal.send("3");
    terminal.wait_for(&question(4));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    assert_eq!(answers_shown(&show(dir.path())), "543");
    assert!(profile_text(dir.path()).contains("\ncorrected = "));
}

#[test]
fn a_wrong_name_and_a_latecomer_are_mended_on_the_way() {
    let dir = folder();
    let tally = MEETING.map(|word| if word == "joint" { "tally" } else { word });
    let mut terminal = Terminal::start(dir.path(), &tally);
    terminal.wait_for(&question(1));
    terminal.send("i");
    let settings = terminal.wait_for("Wie, wanneer en hoe");
    assert!(settings.contains("1 Team: IPS-groep Noord"), "{settings}");
    terminal.send("1");
    terminal.wait_for("Nummer: 1");
    terminal.send(ENTER);
    terminal.wait_for(AT_NOTE);
    terminal.send("west");
    terminal.wait_for("Team: IPS-groep Noordwest");
    // Esc asks before it throws something away.
    terminal.send(ESC);
    terminal.wait_for("Nog niet bewaard.");
    terminal.send(ENTER);
    terminal.wait_for("1 Team: IPS-groep Noordwest");
    assert!(draft(dir.path()).contains("team = \"IPS-groep Noordwest\""));
    terminal.send("3");
    terminal.wait_for("Nummer: 3");
    terminal.send_again(ENTER);
    terminal.wait_for("Aantal deelnemers: (nu 7)");
    terminal.send("0");
    terminal.wait_for("(nu 7) 0");
    terminal.send_again(ENTER);
    terminal.wait_for("Typ een aantal van 1");
    terminal.send(ESC);
    terminal.wait_for("Nog niet bewaard.");
    terminal.send_again(ESC);
    terminal.wait_for("3 Aantal deelnemers: 7");
    terminal.send("i");
    terminal.wait_for(&question(1));
    terminal.send("34343434");
    terminal.wait_for("Typ alle antwoorden: 34343434");
    terminal.send(ENTER);
    terminal.wait_for("Zijn jullie nu met 8?");
    assert!(
        !draft(dir.path()).contains("votes"),
        "nothing is counted before the team says so"
    );
    terminal.send_again(ENTER);
    terminal.wait_for("8 van 8");
    let kept = draft(dir.path());
    assert!(
        kept.contains("participants = 8\n") && kept.contains("votes = [0, 0, 4, 4, 0]"),
        "{kept}"
    );
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 130);
    assert_eq!(files(dir.path()), [DRAFT], "the draft's file keeps its name");
}

#[test]
fn a_team_looks_back_at_its_open_agreements_before_the_first_question() {
    let dir = folder();
    let mut earlier = common::profile(Mode::Joint, &[]);
    earlier.date = earlier.date - chrono::Days::new(42);
    earlier.agreements = ["Samen eten", "Kaart maken"]
        .map(|what| Agreement {
            note: Some("het plan is er".into()),
            ..Agreement::new("culture", what)
        })
        .into();
    fs::write(dir.path().join(EARLIER), earlier.to_toml()).expect("an earlier profile");

    let mut terminal = Terminal::start(dir.path(), &MEETING);
    terminal.wait_for("afspraak 1 van 2");
    terminal.send("7");
    terminal.wait_for("Kies 1, 2 of 3.");
    terminal.send("1");
    let asked = terminal.wait_for("(leeg: de toelichting blijft)");
    assert!(
        asked.contains("het plan is er"),
        "what was said before is seen: {asked}"
    );
    terminal.send(ENTER);
    terminal.wait_for("afspraak 2 van 2");
    assert!(
        draft(dir.path()).contains("\"done\""),
        "it is on disk before the next one"
    );
    terminal.send("3");
    terminal.wait_for("Wat hielp, of wat zat in de weg?");
    terminal.send(ESC);
    let again = terminal.wait_for("b terug");
    assert!(!again.contains("▸"), "closed, so nothing is chosen: {again}");
    // What stays open gets a new day.
    terminal.send("2");
    terminal.wait_for(NEW_DAY);
    terminal.send("31-2");
    terminal.wait_for("31-2");
    terminal.send(ENTER);
    terminal.wait_for("Die dag bestaat niet.");
    // What was refused is typed again, without taking it away first.
    terminal.send("15 jan");
    terminal.wait_for("Nieuwe dag: 15 jan");
    terminal.send(ENTER);
    // The new day is seen; Esc leads back to it with what was typed.
    let note = terminal.wait_for("Wat hielp, of wat zat in de weg?");
    assert!(note.contains("klaar: 15 januari 2027"), "{note}");
    terminal.send(ESC);
    terminal.wait_for("Nieuwe dag: 15 jan");
    terminal.send_again(ENTER);
    // Ctrl-C while a note is typed keeps it, and the draft goes on after it.
    terminal.wait_for("Wat hielp, of wat zat in de weg?");
    terminal.send("bijna");
    terminal.wait_for("Toelichting: bijna");
    terminal.send(CTRL_C);
    assert_eq!(terminal.exit_code(), 130);
    assert_given_back(&terminal);

    let mut terminal = Terminal::start(dir.path(), &["assess", "--resume"]);
    answer(&mut terminal, 1, ANSWERS);
    finish(&mut terminal);
    let profile = show(dir.path());
    let stand = |index: usize| {
        let agreement = &profile["agreements"][index];
        ["what", "state", "note", "agreed", "due"].map(|key| agreement[key].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(stand(0), ["Samen eten", "done", "het plan is er", "2026-10-10", ""]);
    assert_eq!(stand(1), ["Kaart maken", "open", "bijna", "2026-10-10", "2027-01-15"]);
}

#[test]
fn an_agenda_for_a_day_that_has_passed_says_so_unless_that_day_was_asked_for() {
    let dir = folder();
    let mut long_ago = common::profile(Mode::Joint, &[]);
    long_ago.date = chrono::NaiveDate::from_ymd_opt(2001, 1, 1).expect("a day");
    fs::write(dir.path().join("ips-groep-noord-2001-01-01.toml"), long_ago.to_toml()).expect("a profile");
    for (arguments, warned) in [
        (&["agenda", "-o", "a.md"] as &[&str], true),
        (&["agenda", "-o", "b.md", "--date", "2001-02-12"], false),
    ] {
        let mut terminal = Terminal::start(dir.path(), arguments);
        assert_eq!(terminal.exit_code(), 0);
        let words = terminal.words();
        assert_eq!(words.contains("12 februari 2001 is al geweest."), warned, "{words}");
    }
}

#[test]
fn colour_is_shown_on_a_terminal_unless_it_is_not_wanted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let commands: [&[&str]; 3] = [
        &["show", "--dir", "examples"],
        &["diff", "--dir", "examples"],
        &["trend", "--dir", "examples"],
    ];
    for arguments in commands {
        let shown = |name: &str, value: &str| {
            let mut command = in_high_window(root, arguments);
            command.env(name, value);
            let mut terminal = run_high(command);
            assert_eq!(terminal.exit_code(), 0);
            (terminal.everything(), terminal.bytes().contains(&b'\x1b'))
        };
        let (text, coloured) = shown("NO_COLOR", "");
        assert!(coloured, "{arguments:?}: an empty variable means nothing");
        for (name, value) in [("NO_COLOR", "1"), ("NO_COLOR", "0")] {
            assert_eq!(
                shown(name, value),
                (text.clone(), false),
                "{arguments:?} with {name}={value}"
            );
        }
        let (in_words, coloured) = shown("TERM", "dumb");
        assert!(!coloured && in_words.starts_with("IPS-groep De Linde.\n"), "{in_words}");
    }
}

#[test]
fn what_to_do_next_is_told_to_a_person_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (arguments, hint) in [
        (
            &["card", "--element", "culture"][..],
            "met --not culture.trust erachter",
        ),
        (&["sources"], "ips sources --element culture"),
        (
            &["agreements", "--dir", "examples", "--team", "IPS-groep De Linde"],
            "--team \"IPS-groep De Linde\" --dir examples",
        ),
    ] {
        let mut terminal = run_high(in_high_window(root, arguments));
        assert_eq!(terminal.exit_code(), 0);
        let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(folded(&terminal.everything()).contains(hint));
        let piped = ips(root).args(arguments).assert().success();
        let said = [&piped.get_output().stdout, &piped.get_output().stderr]
            .map(|said| String::from_utf8_lossy(said).into_owned());
        assert!(!folded(&said.concat()).contains(hint), "{said:?}");
    }
}

#[test]
fn every_answer_is_on_disk_before_the_next_question_shows() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    for number in 1..=6 {
        terminal.wait_for(&question(number));
        assert_eq!(answers_in_draft(dir.path()), ANSWERS[..number - 1]);
        terminal.send(&ANSWERS[number - 1..number]);
    }
}

#[test]
fn going_back_shows_what_was_given_and_keeps_it() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    type_note(&mut terminal, 1, "Ouders merken het verschil");
    terminal.send(ENTER);
    let noted = terminal.wait_for(AT_QUESTION);
    assert!(noted.contains("Toelichting: Ouders merken het verschil"), "{noted}");
    assert!(!noted.contains('▸'), "nothing is chosen beforehand: {noted}");
    answer(&mut terminal, 1, "34");

    terminal.wait_for(&question(3));
    terminal.send("b");
    let second = terminal.wait_for("▸4 eerder wel");
    assert!(second.contains(&question(2)), "{second}");
    terminal.send_again("b");
    let first = terminal.wait_for(&question(1));
    assert!(first.contains("▸3 deels"), "{first}");
    assert!(first.contains("Toelichting: Ouders merken het verschil"), "{first}");
    assert_eq!(first.matches('▸').count(), 1, "{first}");

    // On to the open question; the answers in between stay.
    terminal.send(ENTER);
    terminal.wait_for(&question(3));
    assert_eq!(answers_in_draft(dir.path()), "34");
    terminal.send("b");
    terminal.wait_for(&question(1));
    terminal.send("5");
    terminal.wait_for(&question(3));
    assert_eq!(answers_in_draft(dir.path()), "54");
    assert!(draft(dir.path()).contains("Ouders merken het verschil"));
}

#[test]
fn esc_closes_a_note_without_keeping_it_and_without_stopping() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    type_note(&mut terminal, 1, "Dit mag weg");
    // Once it asks; again throws it away.
    terminal.send(ESC);
    terminal.wait_for("Nog niet bewaard.");
    terminal.send_again(ESC);
    let closed = terminal.wait_for(AT_QUESTION);
    assert!(
        closed.contains(&question(1)) && !closed.contains("Dit mag weg"),
        "{closed}"
    );

    type_note(&mut terminal, 1, "Dit blijft");
    terminal.send(ENTER);
    terminal.wait_for(AT_QUESTION);
    terminal.send("n");
    terminal.wait_for(AT_NOTE);
    terminal.send(" toch niet");
    terminal.wait_for("Dit blijft toch niet");
    terminal.send(ESC);
    terminal.wait_for("Nog niet bewaard.");
    terminal.send_again(ESC);
    let closed = terminal.wait_for(AT_QUESTION);
    assert!(
        closed.contains("Toelichting: Dit blijft") && !closed.contains("toch niet"),
        "{closed}"
    );

    terminal.send("3");
    terminal.wait_for(&question(2));
    let draft = draft(dir.path());
    assert!(
        draft.contains("Dit blijft") && !draft.contains("toch niet") && !draft.contains("Dit mag weg"),
        "{draft}"
    );
}

#[test]
fn a_question_is_drawn_again_when_the_size_changes() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    answer(&mut terminal, 1, "343434");
    let whole = "Spreken we dezelfde taal? Welk vakjargon vraagt om verduidelijking?";
    let wide = terminal.wait_for(&question(7));
    assert!(wide.contains(whole), "{wide}");

    terminal.resize(40, 15);
    let small = terminal.wait_for("7/24");
    assert!(!small.contains(&question(7)), "{small}");
    assert!(small.contains(whole), "{small}");
    for label in [
        "1 nee",
        "2 eerder niet",
        "3 deels",
        "4 eerder wel",
        "5 ja",
        "? weet niet",
        "- niet van toepassing",
    ] {
        assert!(small.contains(label), "{label}: {small}");
    }

    for (columns, rows) in [(80, 24), (2, 2), (1, 1), (80, 24), (200, 60), (80, 24)] {
        terminal.resize(columns, rows);
    }
    assert_eq!(terminal.wait_for(&question(7)), wide, "the same page as before");
    terminal.send("3");
    terminal.wait_for(&question(8));
    assert_eq!(answers_in_draft(dir.path()), "3434343");
}

#[test]
fn a_window_that_is_as_large_as_before_again_is_drawn_again() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    let page = terminal.wait_for(&question(1));
    terminal.set_size(10, 2);
    terminal.resize(80, 24);
    assert_eq!(terminal.wait_for(&question(1)), page);
}

#[test]
fn every_page_of_the_end_is_drawn_for_the_window_as_it_is() {
    let dir = folder();
    let arguments = [&MEETING[..], &["--elements", "ecosystem"]].concat();
    let mut terminal = Terminal::start(dir.path(), &arguments);
    for (number, key) in [(1, "4"), (2, "3"), (3, "5")] {
        terminal.wait_for(&format!("vraag {number} van 3"));
        terminal.send(key);
    }
    terminal.wait_for("3 van 3 beantwoord");
    terminal.send(ENTER);
    for page in [AT_PROFILE, AT_TOPICS, AT_AGREEMENTS] {
        terminal.wait_for(page);
        for (columns, rows) in [(60, 20), (40, 15), (2, 2), (1, 1), (50, 30)] {
            terminal.resize(columns, rows);
            let shown = terminal.screen().contents();
            assert!(
                !(0..rows).any(|row| terminal.screen().row_wrapped(row)),
                "{columns}x{rows}: {shown}"
            );
        }
        if page == AT_PROFILE {
            let shown = terminal.screen().contents();
            assert!(shown.contains("4,0"), "{shown}");
        }
        terminal.resize(80, 24);
        terminal.wait_for(page);
        terminal.send_again(ENTER);
    }
    assert_eq!(terminal.exit_code(), 0);
    assert_given_back(&terminal);
}

#[test]
fn ctrl_c_gives_the_terminal_back_and_keeps_the_draft() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    answer(&mut terminal, 1, &ANSWERS[..4]);
    terminal.wait_for(&question(5));
    assert!(terminal.screen().alternate_screen() && terminal.screen().hide_cursor() && !terminal.echoes());

    terminal.send(CTRL_C);
    assert_eq!(terminal.exit_code(), 130);
    assert_given_back(&terminal);
    let said = terminal.words();
    assert!(said.contains(DRAFT) && said.contains("ips assess --resume"), "{said}");
    assert_eq!(answers_in_draft(dir.path()), ANSWERS[..4]);

    let mut terminal = Terminal::start(dir.path(), &["assess", "--resume"]);
    answer(&mut terminal, 5, &ANSWERS[4..]);
    finish(&mut terminal);
    assert_eq!(answers_shown(&show(dir.path())), ANSWERS);
    assert_eq!(files(dir.path()), [PROFILE]);
}

#[test]
fn keys_that_arrive_as_several_bytes_are_not_answers() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    terminal.wait_for(&question(1));
    // Both show their sentence at the first question, in turn; so each tells that the key before it was dealt with.
    let mut said = [("b", "Dit is de eerste vraag."), (ENTER, CHOOSE)].into_iter().cycle();
    for key in [
        "\x1b[1;5D",  // Ctrl+Left
        "\x1b[1;2A",  // Shift+Up
        "\x1b[1;3C",  // Alt+Right
        "\x1bOQ",     // F2
        "\x1b[12~",   // F2 of other terminals
        "\x1b[15;2~", // Shift+F5
        "\x1b[A",     // Up
        "\x1b[B",     // Down
        "\x1b[C",     // Right
        "\x1b[D",     // Left
        "\x1bOA",     // Up of a keypad
        "\x1b[3~",    // Delete
        "\x1b[5~",    // Page up
        "\x1b4",      // Alt+4
    ] {
        // Down redraws the page whatever the key before it did, so that what is sent next is not too early.
        terminal.send_and_see(&format!("{key}{DOWN}"));
        let (next, sentence) = said.next().expect("two that take turns");
        terminal.send(next);
        let shown = terminal.wait_for(sentence);
        assert!(shown.contains(&question(1)), "{key:?}: {shown}");
    }
    assert_eq!(answers_in_draft(dir.path()), "");
    answer(&mut terminal, 1, "3");
    terminal.wait_for(&question(2));
}

#[test]
fn enter_alone_answers_nothing() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    terminal.wait_for(&question(1));
    terminal.send(ENTER);
    let shown = terminal.wait_for(CHOOSE);
    assert!(shown.contains(&question(1)), "{shown}");
    assert_eq!(answers_in_draft(dir.path()), "");
}

#[test]
fn a_number_outside_the_scale_shows_a_sentence() {
    for key in ["6", "0", "+"] {
        unknown_key_shows_a_sentence(key);
    }
}

#[test]
fn a_letter_that_means_nothing_shows_a_sentence() {
    unknown_key_shows_a_sentence("x");
}

#[test]
fn a_key_held_down_answers_one_question() {
    types_one_answer("4444444444", "▸4 eerder wel");
}

#[test]
fn what_is_typed_before_a_question_is_seen_does_not_answer_it() {
    types_one_answer("345345", "▸3 deels");
}

#[test]
fn a_tally_shows_the_spread_and_keeps_only_counts() {
    let dir = folder();
    let mut terminal = Terminal::start(
        dir.path(),
        &MEETING.map(|word| if word == "joint" { "tally" } else { word }),
    );
    terminal.wait_for(&question(1));
    terminal.send("34343434");
    terminal.wait_for("Typ alle antwoorden: 34343434");
    terminal.send(ENTER);
    let asked = terminal.wait_for("Zijn jullie nu met 8?");
    assert!(!asked.contains("34343434"), "{asked}");
    terminal.send("b");
    let again = terminal.wait_for("Typ alle antwoorden:");
    assert!(!again.contains("34343434"), "{again}");

    terminal.send("3 4 ? 5 2");
    terminal.wait_for("Typ alle antwoorden: 3 4 ? 5 2");
    terminal.send(ENTER);
    let spread = terminal.wait_for("5 van 7");
    assert!(
        spread.contains("1 nee 2 eerder niet ● 3 deels ● 4 eerder wel ● 5 ja ● ? weet niet ●"),
        "{spread}"
    );
    assert!(spread.contains("Verdeeld."), "{spread}");
    assert!(!spread.contains("3 4 ? 5 2"), "{spread}");
    let draft = draft(dir.path());
    assert!(
        draft.contains("votes = [0, 1, 1, 1, 1]\ndont_know = 1\nnot_applicable = 0\n"),
        "{draft}"
    );
    assert!(!draft.contains("3 4 ? 5 2"), "{draft}");

    terminal.send_again(ENTER);
    let next = terminal.wait_for(&question(2));
    assert!(!next.contains("3 4 ? 5 2"), "{next}");
    terminal.send("b");
    let back = terminal.wait_for("Jullie antwoord: 1 keer 2, 1 keer 3, 1 keer 4, 1 keer 5, 1 keer weet niet");
    assert!(!back.contains("3 4 ? 5 2"), "{back}");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 130);
    assert!(!terminal.words().contains("3 4 ? 5 2"), "{}", terminal.words());
}

#[test]
fn a_draft_is_offered_again_and_goes_on_where_it_stopped() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    answer(&mut terminal, 1, "34q");
    assert_eq!(terminal.exit_code(), 130);
    assert_given_back(&terminal);

    let mut terminal = Terminal::start(dir.path(), &MEETING);
    terminal.wait_for("Er is een concept van IPS-groep Noord van 21 november 2026: 2 van 24 beantwoord. Verdergaan?");
    terminal.wait_for("1 ja, ga verder met het concept");
    terminal.send("1\r");
    answer(&mut terminal, 3, "?q");
    assert_eq!(terminal.exit_code(), 130);
    assert_eq!(answers_in_draft(dir.path()), "34?");
    assert_given_back(&terminal);

    let mut terminal = Terminal::start(dir.path(), &MEETING);
    terminal.wait_for("3 van 24");
    terminal.wait_for("2 nee, begin een nieuwe");
    terminal.send("7\r");
    terminal.wait_for("Typ een nummer van 1 tot en met 2.");
    terminal.send("2\r");
    answer(&mut terminal, 1, "5q");
    assert_eq!(terminal.exit_code(), 130);
    assert_eq!(answers_in_draft(dir.path()), "34?", "the first draft stays");
    assert_eq!(files(dir.path()), ["ips-groep-noord-2026-11-21-2.draft.toml", DRAFT]);
}

#[test]
fn what_the_flags_leave_open_is_asked_first() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &["assess", "--date", "2026-11-21"]);
    terminal.wait_for("Hoe heet jullie team?");
    terminal.send("IPS-groep Noord\r");
    terminal.wait_for("Met hoeveel mensen zijn jullie?");
    terminal.send("7\r");
    terminal.wait_for("2 ieder voor zich: vingers opsteken");
    terminal.send("2\r");
    let shown = terminal.wait_for("Typ alle antwoorden:");
    assert!(
        shown.contains("IPS-groep Noord") && shown.contains(&question(1)),
        "{shown}"
    );
    terminal.send(CTRL_C);
    assert_eq!(terminal.exit_code(), 130);
    let draft = draft(dir.path());
    assert!(draft.contains("mode = \"tally\"\nparticipants = 7\n"), "{draft}");
}

#[test]
fn keys_and_replies_of_the_terminal_are_no_part_of_a_name() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &["assess", "--date", "2026-11-21"]);
    let begun = terminal.wait_for("Hoe heet jullie team?");
    assert!(begun.contains("Ctrl-C stoppen"), "{begun}");
    terminal.send("Noord");
    terminal.wait_for("Hoe heet jullie team? Noord");
    for sent in [
        "\x1b[1;5D",                        // Ctrl+Left
        "\x1bOQ",                           // F2
        "\x1b[12~",                         // F2 of other terminals
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",   // A late answer: the colour of the background
        "\x1b]10;rgb:ffff/ffff/ffff\x1b\\", // The same, ended another way
    ] {
        terminal.send(sent);
    }
    terminal.send("west");
    terminal.wait_for("Hoe heet jullie team? Noordwest");
    for (columns, rows) in [(40, 15), (2, 2), (1, 1), (80, 24)] {
        terminal.resize(columns, rows);
    }
    terminal.wait_for("Hoe heet jullie team? Noordwest");
    terminal.send(ENTER);
    terminal.wait_for("Met hoeveel mensen zijn jullie?");
    terminal.send("0\r");
    terminal.wait_for("Typ een aantal van 1");
    terminal.send("7\r");
    terminal.wait_for("2 ieder voor zich: vingers opsteken");
    terminal.send("1\r");
    terminal.wait_for(&question(1));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 130);
    assert_given_back(&terminal);
    assert_eq!(files(dir.path()), ["noordwest-2026-11-21.draft.toml"]);
}

#[test]
fn ctrl_c_before_the_first_question_leaves_nothing() {
    for arguments in [&["assess"][..], &["assess", "--team", "Noord"]] {
        let dir = folder();
        let mut terminal = Terminal::start(dir.path(), arguments);
        terminal.wait_for("Ctrl-C stoppen");
        terminal.send(CTRL_C);
        assert_eq!(terminal.exit_code(), 130);
        assert_given_back(&terminal);
        assert!(terminal.words().contains("Gestopt. Er was nog niets te bewaren."));
        assert!(files(dir.path()).is_empty());
    }
}

#[test]
fn an_agreement_typed_halfway_is_in_the_profile_and_changed_in_the_reopened_one() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    answer(&mut terminal, 1, ANSWERS);
    to_agreements(&mut terminal);
    terminal.send("4");
    terminal.wait_for("Nummer: 4");
    terminal.send_again(ENTER);
    for (label, typed, end) in [
        ("Wat spreken jullie af?", "Bellen", ENTER),
        ("Wie doet het?", "de wij", CTRL_C),
    ] {
        terminal.wait_for(label);
        terminal.send(typed);
        terminal.wait_for(typed);
        terminal.send(end);
    }
    assert_eq!(terminal.exit_code(), 0, "the profile is complete");
    assert_given_back(&terminal);

    let mut terminal = Terminal::start(dir.path(), &["assess", "--reopen"]);
    to_agreements(&mut terminal);
    terminal.send("7");
    terminal.wait_for("Nummer: 7");
    terminal.send_again(ENTER);
    terminal.wait_for("(leeg: weghalen) Bellen");
    terminal.send_again(ENTER);
    let shown = terminal.wait_for("Wie doet het? (functie of voornaam) de wij");
    assert!(shown.contains("Wat spreken jullie af? Bellen"), "{shown}");
    terminal.send("kagent");
    terminal.wait_for("de wijkagent");
    terminal.send(ENTER);
    terminal.wait_for("Wanneer is het klaar?");
    terminal.send("31-2");
    terminal.wait_for("jan) 31-2");
    terminal.send(ENTER);
    let refused = terminal.wait_for("Die dag bestaat niet.");
    assert!(
        refused.contains("jan) 31-2"),
        "what was typed is there to be mended: {refused}"
    );
    terminal.send("\x7f3");
    terminal.wait_for("jan) 31-3");
    terminal.send(ENTER);
    terminal.wait_for(AT_AGREEMENTS);
    terminal.send_again(ENTER);
    assert_eq!(terminal.exit_code(), 0);
    let agreement = &show(dir.path())["agreements"][0];
    assert_eq!(
        [&agreement["what"], &agreement["who"], &agreement["due"]],
        ["Bellen", "de wijkagent", "2027-03-31"]
    );
}

#[test]
fn esc_on_a_question_says_what_stops_and_f_is_no_key_of_the_spread() {
    let dir = folder();
    let tally = MEETING.map(|word| if word == "joint" { "tally" } else { word });
    let mut terminal = Terminal::start(dir.path(), &tally);
    terminal.wait_for(&question(1));
    terminal.send(ESC);
    terminal.wait_for("q bewaart en stopt.");
    terminal.send("4");
    terminal.wait_for("antwoorden: 4");
    terminal.send(ENTER);
    terminal.wait_for("1 van 7 antwoorden");
    terminal.send("f");
    let spread = terminal.wait_for("Dat kan hier niet.");
    assert!(spread.contains("1 van 7 antwoorden"), "{spread}");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 130);
}

#[test]
fn a_second_session_on_a_draft_is_refused_and_the_first_goes_on() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    answer(&mut terminal, 1, "34");
    terminal.wait_for(&question(3));
    for _ in 0..2 {
        let second = ips(dir.path())
            .args(["assess", "--plain", "--resume"])
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&second.stderr);
        assert_eq!(second.status.code(), Some(1), "{said}");
        assert!(said.contains("Een ander venster werkt al aan dit concept."), "{said}");
    }
    answer(&mut terminal, 3, &ANSWERS[2..]);
    finish(&mut terminal);
    assert_eq!(answers_shown(&show(dir.path())), ANSWERS);
    assert_eq!(files(dir.path()), [PROFILE]);
}

#[test]
fn zero_is_ten_on_ten_points() {
    let dir = folder();
    let labels = (1..=10)
        .map(|point| format!("\"cijfer {point}\""))
        .collect::<Vec<_>>()
        .join(", ");
    let questionnaire = format!(
        r#"
        format = 1
        id = "ten-points"
        version = 1
        title = "Tien punten"
        source = "Een test"
        [scale]
        labels = [{labels}]
        [[elements]]
        id = "only"
        title = "Het enige element"
        [[elements.questions]]
        id = "first"
        text = "De eerste vraag?"
        [[elements.questions]]
        id = "second"
        text = "De tweede vraag?"
        "#
    );
    fs::write(dir.path().join("ten.toml"), questionnaire).expect("a questionnaire");
    let mut terminal = Terminal::start(dir.path(), &[&MEETING[..], &["--questions", "ten.toml"]].concat());
    terminal.wait_for("vraag 1 van 2");
    terminal.send("0");
    terminal.wait_for("vraag 2 van 2");
    terminal.send("b");
    let first = terminal.wait_for("vraag 1 van 2");
    assert!(first.contains("▸10 cijfer 10"), "{first}");
    terminal.send(ENTER);
    terminal.wait_for("vraag 2 van 2");
    terminal.send("1");
    terminal.wait_for("2 van 2 beantwoord");
    terminal.send(ENTER);
    terminal.wait_for(AT_PROFILE);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);

    let shown = show(dir.path());
    let votes = |index: usize| &shown["elements"][0]["questions"][index]["votes"];
    assert_eq!(*votes(0), serde_json::json!([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
    assert_eq!(*votes(1), serde_json::json!([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
}

/// At the second question, so that nothing but this key can have led to the sentence.
fn unknown_key_shows_a_sentence(key: &str) {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    answer(&mut terminal, 1, "3");
    let before = terminal.wait_for(&question(2));
    assert!(!before.contains(CHOOSE), "{before}");
    terminal.send(key);
    let shown = terminal.wait_for(CHOOSE);
    assert!(shown.contains(&question(2)), "{shown}");
    assert_eq!(answers_in_draft(dir.path()), "3");
}

/// Lines of a window that is high enough for any text.
const HIGH: u16 = 500;

fn in_high_window(dir: &Path, arguments: &[&str]) -> Command {
    window::in_shell(dir, &crate::reading::once_sized(80, HIGH), arguments)
}

/// Runs such a command; what it prints is seen as it goes by.
fn run_high(command: Command) -> Terminal {
    let mut terminal = Terminal::run(command);
    terminal.process.set_window_size(80, HIGH).expect("a high window");
    terminal
}

/// What is asked before a file is replaced.
const REPLACE: &str = "verslag.md bestaat al. Vervangen?";
const YES_OR_NO: &str = "j of n (Enter is nee):";

#[test]
fn a_file_is_replaced_by_who_says_yes_in_either_language_and_by_nobody_else() {
    for (lang, question, keys, replaced) in [
        ("nl", REPLACE, "j\r", true),
        ("nl", REPLACE, "Yes\r", true),
        ("nl", REPLACE, "\r", false),
        ("nl", REPLACE, "nee\r", false),
        ("en", "verslag.md exists already. Replace it?", "n\r", false),
        ("en", "verslag.md exists already. Replace it?", "J\r", true),
    ] {
        let dir = with_report();
        let mut terminal = Terminal::start(dir.path(), &["export", "-o", "verslag.md", "--lang", lang]);
        terminal.wait_for(question);
        terminal.wait_for("n (Enter");
        terminal.send(keys);
        assert_eq!(terminal.exit_code(), i32::from(!replaced), "{keys:?}");
        assert_given_back(&terminal);
        let report = fs::read_to_string(dir.path().join("verslag.md")).expect("the report");
        assert_eq!(report != OLD, replaced, "{keys:?} in {lang}");
        if !replaced {
            assert!(terminal.words().contains("--force"), "{}", terminal.words());
        }
    }
}

#[test]
fn what_is_neither_yes_nor_no_is_asked_again_however_small_or_simple_the_terminal() {
    for (columns, rows, term) in [(80, 24, "xterm"), (80, 24, "dumb"), (20, 2, "xterm"), (1, 1, "xterm")] {
        let dir = with_report();
        let mut command = window::ips(dir.path(), &["export", "-o", "verslag.md"]);
        command.env("TERM", term);
        let mut terminal = Terminal::run(command);
        terminal.set_size(columns, rows);
        terminal.wait_printed(YES_OR_NO);
        // Ctrl+Left is no letter.
        terminal.send("\x1b[1;5Dmisschien\r");
        terminal.wait_printed(&format!("misschien{YES_OR_NO}"));
        terminal.send("ja\r");
        assert_eq!(terminal.exit_code(), 0, "{columns}x{rows} {term}");
        assert_given_back(&terminal);
        let report = fs::read_to_string(dir.path().join("verslag.md")).expect("the report");
        assert!(report.starts_with('#'), "{report}");
        let asked = String::from_utf8_lossy(terminal.bytes()).replace("\x1b[?25h", "");
        assert!(term != "dumb" || !asked.contains('\x1b'), "{asked:?}");
    }
}

#[test]
fn a_stop_at_that_question_leaves_file_and_terminal_as_they_were() {
    for stop in [CTRL_C, "INT", "TERM", "HUP"] {
        let dir = with_report();
        let mut terminal = Terminal::start(dir.path(), &["export", "-o", "verslag.md"]);
        terminal.wait_for(YES_OR_NO);
        terminal.send("j");
        terminal.wait_for(&format!("{YES_OR_NO} j"));
        if stop == CTRL_C {
            terminal.send(stop);
        } else {
            terminal.signal(stop);
        }
        assert_eq!(terminal.exit_code(), 130, "{stop}");
        assert_given_back(&terminal);
        assert_eq!(files(dir.path()), [PROFILE, "verslag.md"]);
        let report = fs::read_to_string(dir.path().join("verslag.md")).expect("the report");
        assert_eq!(report, OLD);
    }
}

#[test]
fn nobody_is_asked_about_a_folder_or_a_device() {
    let dir = with_report();
    // So a report would be called in the folder `map`.
    let inside = "map/verslag-ips-groep-noord-2026-11-21.html";
    fs::create_dir_all(dir.path().join(inside)).expect("a folder");
    std::os::unix::fs::symlink("/dev/null", dir.path().join("niets.md")).expect("a link");
    for (place, named) in [("map", inside), ("niets.md", "niets.md")] {
        let mut terminal = Terminal::start(dir.path(), &["export", "-o", place]);
        assert_eq!(terminal.exit_code(), 1, "{place}");
        let words = terminal.words();
        assert!(words.contains(&format!("{named} bestaat al")), "{words}");
        assert!(!words.contains("Vervangen"), "{words}");
    }
}

/// What is in the report that is there already.
const OLD: &str = "oud";

/// A folder with a profile and a report.
fn with_report() -> TempDir {
    let dir = folder();
    let profile = common::profile(Mode::Joint, &["4"; 24]);
    fs::write(dir.path().join(PROFILE), profile.to_toml()).expect("a profile");
    fs::write(dir.path().join("verslag.md"), OLD).expect("a report");
    dir
}

/// Sends keys at once and sees only the first of them as an answer. Going back comes after all of them.
fn types_one_answer(keys: &str, chosen: &str) {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    terminal.wait_for(&question(1));
    terminal.send(keys);
    terminal.wait_for(&question(2));
    terminal.send("b");
    let first = terminal.wait_for(&question(1));
    assert!(first.contains(chosen), "{first}");
    assert_eq!(answers_in_draft(dir.path()), keys[..1]);
}

/// Answers questions from this number on, a key each.
fn answer(terminal: &mut Terminal, first: usize, keys: &str) {
    for (number, key) in (first..).zip(keys.chars()) {
        terminal.wait_for(&question(number));
        terminal.send(&key.to_string());
    }
}

/// From the last of [`ANSWERS`] to the list of agreements.
fn to_agreements(terminal: &mut Terminal) {
    terminal.wait_for("24 van 24 beantwoord");
    terminal.send(ENTER);
    for page in [AT_PROFILE, AT_TOPICS] {
        terminal.wait_for(page);
        terminal.send_again(ENTER);
    }
    terminal.wait_for(AT_AGREEMENTS);
}

/// From the last of [`ANSWERS`] to the end, without agreements.
fn finish(terminal: &mut Terminal) {
    to_agreements(terminal);
    terminal.send_again(ENTER);
    assert_eq!(terminal.exit_code(), 0);
    assert_given_back(terminal);
}

fn type_note(terminal: &mut Terminal, number: usize, note: &str) {
    terminal.wait_for(&question(number));
    terminal.send("n");
    terminal.wait_for(AT_NOTE);
    terminal.send(note);
    terminal.wait_for(&format!("Toelichting: {note}"));
}

fn assert_given_back(terminal: &Terminal) {
    assert!(
        !terminal.screen().alternate_screen(),
        "the screen before the program is back"
    );
    assert!(!terminal.screen().hide_cursor(), "the cursor can be seen");
    assert!(terminal.echoes(), "what is typed can be seen");
}

fn question(number: usize) -> String {
    format!("vraag {number} van 24")
}

/// Whether a word is bold, for each place on the screen where it is.
fn is_bold(terminal: &Terminal, word: &str) -> Vec<bool> {
    let screen = terminal.screen();
    let (rows, columns) = screen.size();
    let mut bold = Vec::new();
    for row in 0..rows.get() {
        let cells: Vec<_> = (0..columns.get())
            .filter_map(|column| screen.cell(row, column))
            .collect();
        let letters: Vec<&str> = cells.iter().map(|cell| cell.contents()).collect();
        for (column, cell) in cells.iter().enumerate() {
            if letters[column..].concat().starts_with(word) {
                bold.push(cell.bold());
            }
        }
    }
    bold
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn profile_text(dir: &Path) -> String {
    fs::read_to_string(dir.join(PROFILE)).expect("the profile")
}

fn draft(dir: &Path) -> String {
    fs::read_to_string(dir.join(DRAFT)).expect("the draft")
}

/// The keys of the answers in the draft, up to the last one; a space where there is none.
fn answers_in_draft(dir: &Path) -> String {
    let draft: toml::Table = draft(dir).parse().expect("TOML");
    let elements = draft["elements"].as_array().expect("elements");
    let questions = elements
        .iter()
        .flat_map(|element| element["questions"].as_array().expect("questions"));
    let answers: String = questions
        .map(|question| match question.get("answer") {
            Some(toml::Value::Integer(point)) => point.to_string(),
            Some(sign) => sign.as_str().expect("? or -").to_owned(),
            None => " ".to_owned(),
        })
        .collect();
    answers.trim_end().to_owned()
}

/// The profile as `ips show` gives it to other programs.
fn show(dir: &Path) -> Value {
    let output = ips(dir).args(["show", "--json", PROFILE]).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The keys of the answers in a profile that was made jointly, up to the last one; a space where there is none.
fn answers_shown(profile: &Value) -> String {
    let elements = profile["elements"].as_array().expect("elements");
    let questions = elements
        .iter()
        .flat_map(|element| element["questions"].as_array().expect("questions"));
    let answers: String = questions
        .map(|question| {
            let votes = question["votes"].as_array().expect("votes");
            let counts = votes
                .iter()
                .chain([&question["dont_know"], &question["not_applicable"]]);
            let given: Vec<usize> = (0..)
                .zip(counts)
                .filter(|(_, count)| **count == 1)
                .map(|(index, _)| index)
                .collect();
            match given.as_slice() {
                [5] => "?".to_owned(),
                [6] => "-".to_owned(),
                [index] => (index + 1).to_string(),
                [] => " ".to_owned(),
                other => panic!("one answer to a question, not {other:?}"),
            }
        })
        .collect();
    answers.trim_end().to_owned()
}

#[test]
fn where_saving_fails_only_what_can_be_done_there_is_said() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    answer(&mut terminal, 1, "43");
    terminal.wait_for(&question(3));
    fs::remove_file(dir.path().join(DRAFT)).expect("a draft");
    fs::create_dir(dir.path().join(DRAFT)).expect("a folder");
    terminal.send("5");
    let said = terminal.wait_for("Enter probeert het opnieuw.");
    assert!(!said.contains("--dir"), "{said}");
    terminal.send("nergens\r");
    let said = terminal.wait_for("De map nergens bestaat niet.");
    assert!(
        said.contains("Of typ een andere map.") && !said.contains("-o"),
        "{said}"
    );
}
