//! Keys that are held down and texts that are pasted, in a real pseudo terminal: each counts once.
//!
//! Holding a key takes the time that it takes. The times between its repeats are measured, and a hold that the machine broke
//! off is done once more, so that they decide nothing.

use std::{
    fs, thread,
    time::{Duration, Instant},
};

use ips::{
    agreement::Agreement,
    profile::State,
    tally::Mode::{self, Joint, Tally},
};
use tempfile::TempDir;

use crate::common::{
    self, ANSWERS, DRAFT, PROFILE, each,
    window::{self, Terminal},
};

const ENTER: &str = "\r";
const DOWN: &str = "\x1b[B";
const CTRL_C: &str = "\x03";
/// F2 before it, which means nothing, makes it no repeat of a held key.
const ENTER_AGAIN: &str = "\x1bOQ\r";
const OVERVIEW: &str = "24 van 24 beantwoord";
const AT_PROFILE: &str = "Enter gesprek";
const AT_TOPICS: &str = "Enter afspraken";
const AT_AGREEMENTS: &str = "Waarover is de volgende afspraak?";

const RESUME: &[&str] = &["assess", "--resume"];
const LINES: &[&str] = &["assess", "--resume", "--plain"];
const ALL: usize = ANSWERS.len();

/// A page, how to get there, and a key that is held down on it.
struct Held {
    /// How many answers the draft has; without one the evening has not begun.
    draft: Option<(Mode, usize)>,
    looks_back: bool,
    /// What is waited for and what is then typed, to get there.
    steps: &'static [(&'static str, &'static str)],
    at: &'static str,
    key: &'static str,
    /// What it leads to, once.
    then: &'static str,
    /// What it would lead to if it counted again.
    never: &'static str,
}

const HELD: Held = Held {
    draft: Some((Joint, 4)),
    looks_back: false,
    steps: &[],
    at: "vraag 5 van 24",
    key: "4",
    then: "vraag 6 van 24",
    never: "vraag 7 van 24",
};

const PAGES: &[Held] = &[
    HELD,
    Held { key: "?", ..HELD },
    Held { key: "-", ..HELD },
    Held {
        key: "b",
        then: "vraag 4 van 24",
        never: "vraag 3 van 24",
        ..HELD
    },
    // An answered question, which Enter passes.
    Held {
        steps: &[("vraag 5 van 24", "b"), ("vraag 4 van 24", "\x1bOQb")],
        at: "vraag 3 van 24",
        key: ENTER,
        then: "vraag 5 van 24",
        never: "Kies een antwoord",
        ..HELD
    },
    // One chosen on the overview, and out of it.
    Held {
        steps: &[("vraag 5 van 24", "o"), ("Nummer:", "2"), ("Nummer: 2", ENTER)],
        at: "vraag 2 van 24",
        key: "5",
        then: "vraag 5 van 24",
        never: "vraag 6 van 24",
        ..HELD
    },
    // The keys that steer.
    Held { key: "s", ..HELD },
    Held {
        key: "o",
        then: "4 van 24 beantwoord",
        never: "Dat kan hier niet.",
        ..HELD
    },
    Held {
        key: "i",
        then: "Wie, wanneer en hoe",
        never: "vraag 5 van 24",
        ..HELD
    },
    Held {
        steps: &[("vraag 5 van 24", "o")],
        at: "4 van 24 beantwoord",
        key: ENTER,
        then: "vraag 5 van 24",
        never: "Kies een antwoord",
        ..HELD
    },
    Held {
        steps: &[("vraag 5 van 24", "o")],
        at: "4 van 24 beantwoord",
        key: "f",
        then: "Nu afronden?",
        never: "Dat kan hier niet.",
        ..HELD
    },
    Held {
        steps: &[("vraag 5 van 24", "o"), ("4 van 24 beantwoord", "f")],
        at: "Nu afronden?",
        key: ENTER,
        then: "Nu afronden?",
        never: AT_PROFILE,
        ..HELD
    },
    // The explanation.
    Held {
        steps: &[("vraag 5 van 24", "h")],
        at: "Enter sluit de uitleg",
        key: ENTER,
        then: "vraag 5 van 24",
        never: "Kies een antwoord",
        ..HELD
    },
    // A note.
    Held {
        steps: &[("vraag 5 van 24", "n")],
        at: "Enter bewaren",
        key: ENTER,
        then: "n toelichting",
        never: "Kies een antwoord",
        ..HELD
    },
    // Everyone's answers.
    Held {
        draft: Some((Tally, 4)),
        at: "Typ alle antwoorden:",
        key: "3",
        then: "antwoorden: 3",
        never: "antwoorden: 33",
        ..HELD
    },
    Held {
        draft: Some((Tally, 4)),
        steps: &[("Typ alle antwoorden:", "4")],
        at: "antwoorden: 4",
        key: ENTER,
        then: "1 van 7 antwoorden",
        never: "vraag 6 van 24",
        ..HELD
    },
    Held {
        draft: Some((Tally, 4)),
        steps: &[("Typ alle antwoorden:", "4"), ("antwoorden: 4", ENTER)],
        at: "1 van 7 antwoorden",
        key: ENTER,
        then: "vraag 6 van 24",
        never: "Typ van iedereen",
        ..HELD
    },
    // The overview, and what comes after it.
    Held {
        draft: Some((Joint, ALL)),
        at: OVERVIEW,
        key: ENTER,
        then: AT_PROFILE,
        never: AT_TOPICS,
        ..HELD
    },
    Held {
        draft: Some((Joint, ALL)),
        steps: &[(OVERVIEW, ENTER)],
        at: AT_PROFILE,
        key: ENTER,
        then: AT_TOPICS,
        never: AT_AGREEMENTS,
        ..HELD
    },
    Held {
        draft: Some((Joint, ALL)),
        steps: &[(OVERVIEW, ENTER), (AT_PROFILE, ENTER_AGAIN)],
        at: AT_TOPICS,
        key: ENTER,
        then: AT_AGREEMENTS,
        never: "Bewaard:",
        ..HELD
    },
    Held {
        draft: Some((Joint, ALL)),
        steps: &[
            (OVERVIEW, ENTER),
            (AT_PROFILE, ENTER_AGAIN),
            (AT_TOPICS, ENTER_AGAIN),
            (AT_AGREEMENTS, "4"),
        ],
        at: "Nummer: 4",
        key: ENTER,
        then: "Afspraak over Lerende cyclus",
        never: AT_AGREEMENTS,
        ..HELD
    },
    Held {
        draft: Some((Joint, ALL)),
        steps: &[
            (OVERVIEW, ENTER),
            (AT_PROFILE, ENTER_AGAIN),
            (AT_TOPICS, ENTER_AGAIN),
            (AT_AGREEMENTS, "4"),
            ("Nummer: 4", ENTER_AGAIN),
            ("Afspraak over", "Bellen"),
        ],
        at: "(leeg: niets) Bellen",
        key: ENTER,
        then: "Wie doet het?",
        never: "Wanneer is het klaar?",
        ..HELD
    },
    // Looking back.
    Held {
        looks_back: true,
        at: "afspraak 1 van 2",
        key: "1",
        then: "Wat hielp",
        never: "Toelichting: 1",
        ..HELD
    },
    Held {
        looks_back: true,
        steps: &[("afspraak 1 van 2", "1")],
        at: "Wat hielp",
        key: ENTER,
        then: "afspraak 2 van 2",
        never: "Kies 1, 2 of 3.",
        ..HELD
    },
    Held {
        looks_back: true,
        at: "afspraak 1 van 2",
        key: "2",
        then: "Nieuwe dag:",
        never: "dag: 2",
        ..HELD
    },
    Held {
        looks_back: true,
        steps: &[("afspraak 1 van 2", "2")],
        at: "Nieuwe dag:",
        key: ENTER,
        then: "Wat hielp",
        never: "afspraak 2 van 2",
        ..HELD
    },
    // Before the first question.
    Held {
        draft: None,
        steps: &[("Hoe heet jullie team?", "Noord")],
        at: "team? Noord",
        key: ENTER,
        then: "Met hoeveel mensen zijn jullie?",
        never: "Typ een aantal",
        ..HELD
    },
    Held {
        draft: None,
        steps: &[("Hoe heet jullie team?", "Noord"), ("team? Noord", ENTER)],
        at: "Met hoeveel mensen zijn jullie?",
        key: "7",
        then: "zijn jullie? 7",
        never: "zijn jullie? 77",
        ..HELD
    },
];

#[test]
fn a_key_held_down_counts_once_on_every_page() {
    let firsts = [200, 1000, 460].into_iter().cycle();
    for (page, first) in PAGES.iter().zip(firsts) {
        let tried = (0..20).any(|_| counts_once(page, first));
        assert!(tried, "this machine is too slow to hold a key down");
    }
}

/// Holds the key on the page; `false` when the machine held it up.
fn counts_once(page: &Held, first: u64) -> bool {
    let dir = tempfile::tempdir().expect("a folder");
    let mut arguments = RESUME;
    match page.draft {
        Some((mode, answered)) => leave_draft(&dir, mode, answered, page.looks_back),
        None => arguments = &["assess", "--date", "2026-11-21"],
    }
    let mut terminal = Terminal::start(dir.path(), arguments);
    for (shown, typed) in page.steps {
        terminal.wait_for(shown);
        terminal.send(typed);
    }
    terminal.wait_for(page.at);
    if !hold(&mut terminal, page.key, first) {
        return false;
    }
    terminal.wait_for(page.then);
    // Scrolling draws the page once more, when all that was typed before is dealt with.
    terminal.send_and_see(DOWN);
    let shown = terminal.wait_for(page.then);
    assert!(
        !shown.contains(page.never),
        "{:?} held at “{}” counts again:\n{shown}",
        page.key,
        page.at
    );
    terminal.send(CTRL_C);
    // Once the profile is saved, a stop is no loss.
    let saved = dir.path().join(PROFILE).exists();
    assert_eq!(terminal.exit_code(), if saved { 0 } else { 130 });
    true
}

/// Holds a key down, with its first repeat after so many milliseconds; `false` when the repeats came too late to be any.
fn hold(terminal: &mut Terminal, key: &str, first: u64) -> bool {
    // F2 means nothing; with it this is no repeat of the key before.
    terminal.send_again(key);
    let mut at = Instant::now();
    let mut held = true;
    for gap in [first, 90, 30, 60, 33, 90] {
        thread::sleep(Duration::from_millis(gap));
        terminal.send(key);
        let late = at.elapsed().saturating_sub(Duration::from_millis(gap));
        held &= late < Duration::from_millis(10);
        at = Instant::now();
    }
    held
}

#[test]
fn a_terminal_that_tells_releases_is_asked_to_and_believed() {
    let dir = tempfile::tempdir().expect("a folder");
    leave_draft(&dir, Joint, 4, false);
    let mut terminal = Terminal::start(dir.path(), RESUME);
    terminal.wait_for("vraag 5 van 24");
    let asked = |terminal: &Terminal, what: &str| terminal.bytes().windows(what.len()).any(|w| w == what.as_bytes());
    assert!(asked(&terminal, "\x1b[>15u"));
    // 4 pressed, repeated and released.
    terminal.send("\x1b[52;1:1u\x1b[52;1:2u");
    terminal.wait_for("vraag 6 van 24");
    terminal.send("\x1b[52;1:2u\x1b[52;1:3u");
    terminal.send_and_see(DOWN);
    terminal.wait_for("vraag 6 van 24");
    // The sign that Shift gives; and a digit with a key that makes it none.
    terminal.send("\x1b[47:63;2:1u");
    terminal.wait_for("vraag 7 van 24");
    terminal.send("\x1b[53;9:1u");
    terminal.send_and_see(DOWN);
    terminal.wait_for("vraag 7 van 24");
    // A note is text: every letter that a keyboard has comes as such.
    assert!(!asked(&terminal, "\x1b[<1u"));
    terminal.send("\x1b[110u");
    terminal.wait_for("Enter bewaren");
    assert!(asked(&terminal, "\x1b[<1u"));
    terminal.send("\u{eb}\x1b");
    terminal.wait_for("Nog niet bewaard.");
    terminal.send_again("\x1b");
    terminal.wait_for("n toelichting");
    terminal.send("\x1b[99;5u");
    assert_eq!(terminal.exit_code(), 130);
    let last = |what: &str| String::from_utf8_lossy(terminal.bytes()).rfind(what);
    assert!(last("\x1b[<1u") > last("\x1b[>15u"), "it is given back");
}

#[test]
fn releases_are_told_too_where_everyones_answers_are_typed() {
    let dir = tempfile::tempdir().expect("a folder");
    leave_draft(&dir, Tally, 4, false);
    let mut terminal = Terminal::start(dir.path(), RESUME);
    terminal.wait_for("Typ alle antwoorden:");
    assert!(terminal.bytes().windows(6).any(|bytes| bytes == b"\x1b[>15u"));
    // Twice, with a finger that was lifted in between; and once, held.
    terminal.send("\x1b[52;1:1u\x1b[52;1:3u\x1b[52;1:1u\x1b[52;1:3u\x1b[51;1:1u\x1b[51;1:2u\x1b[51;1:3u");
    terminal.wait_for("antwoorden: 443");
    terminal.send("\x1b[13;1:1u\x1b[13;1:2u\x1b[13;1:3u");
    terminal.wait_for("3 van 7 antwoorden");
    terminal.send("\x1b[99;5u");
    assert_eq!(terminal.exit_code(), 130);
}

/// Enter on a terminal that tells releases, after a pause that is too short for a key to be known as another press.
fn press_and_release(terminal: &mut Terminal, release: Duration) {
    thread::sleep(Duration::from_millis(400));
    terminal.send("\x1b[13u");
    thread::sleep(release);
    terminal.send("\x1b[13;1:3u");
}

#[test]
fn a_key_that_was_released_is_pressed_again_on_the_next_page() {
    for release in [0, 40].map(Duration::from_millis) {
        let dir = tempfile::tempdir().expect("a folder");
        leave_draft(&dir, Joint, ALL, false);
        let mut terminal = Terminal::start(dir.path(), RESUME);
        for page in [OVERVIEW, AT_PROFILE, AT_TOPICS, AT_AGREEMENTS] {
            terminal.wait_for(page);
            press_and_release(&mut terminal, release);
        }
        assert_eq!(terminal.exit_code(), 0, "the release {release:?} behind it");
    }
}

#[test]
fn a_key_that_was_pressed_in_a_text_is_pressed_again_behind_it() {
    let dir = tempfile::tempdir().expect("a folder");
    leave_draft(&dir, Joint, ALL, false);
    let mut terminal = Terminal::start(dir.path(), RESUME);
    for page in [OVERVIEW, AT_PROFILE, AT_TOPICS] {
        terminal.wait_for(page);
        press_and_release(&mut terminal, Duration::from_millis(40));
    }
    terminal.wait_for(AT_AGREEMENTS);
    terminal.send("4\x1bOQ\r");
    for (asked, line) in [
        ("Wat spreken jullie af?", "Bellen"),
        ("Wie doet het?", "Ria"),
        ("Wanneer is", "1 maart"),
    ] {
        terminal.wait_for(asked);
        terminal.send(line);
        terminal.wait_for(line);
        // Here the terminal tells no releases.
        terminal.send(ENTER);
    }
    terminal.wait_for(AT_AGREEMENTS);
    press_and_release(&mut terminal, Duration::from_millis(40));
    assert_eq!(terminal.exit_code(), 0);
    assert!(profile(&dir).contains("who = \"Ria\""), "{}", profile(&dir));
}

#[test]
fn enter_held_down_line_by_line_skips_nothing() {
    let skips_nothing = |first| {
        let dir = tempfile::tempdir().expect("a folder");
        leave_draft(&dir, Joint, ALL, false);
        let mut terminal = Terminal::start(dir.path(), LINES);
        terminal.wait_for("Een nummer gaat naar die vraag.");
        terminal.send(ENTER);
        terminal.wait_for("Wat spreken jullie af?");
        terminal.send("Bellen");
        terminal.wait_for("Bellen");
        if !hold(&mut terminal, ENTER, first) {
            return false;
        }
        terminal.wait_for("Wie doet het?");
        terminal.send("Ria");
        terminal.wait_for("Ria");
        terminal.send(ENTER);
        terminal.wait_for("Wanneer is het klaar?");
        terminal.send(CTRL_C);
        terminal.exit_code();
        assert!(profile(&dir).contains("who = \"Ria\""), "{}", profile(&dir));
        true
    };
    for first in [200, 460, 1000] {
        assert!(
            (0..20).any(|_| skips_nothing(first)),
            "this machine is too slow to hold a key down"
        );
    }
}

/// A text of three lines, as a terminal marks it and as one that doesn't types it.
const MARKED: &str = "\x1b[200~een\r\n\r\ntwee\ndrie\n\x1b[201~";
const UNMARKED: &str = "een\r\rtwee\rdrie";

#[test]
fn a_paste_of_several_lines_is_one_text_on_the_screen() {
    for paste in [MARKED, UNMARKED] {
        let dir = tempfile::tempdir().expect("a folder");
        leave_draft(&dir, Joint, ALL, false);
        let mut terminal = Terminal::start(dir.path(), RESUME);
        for page in [OVERVIEW, AT_PROFILE, AT_TOPICS] {
            terminal.wait_for(page);
            terminal.send(ENTER_AGAIN);
        }
        terminal.wait_for(AT_AGREEMENTS);
        terminal.send("4");
        terminal.wait_for("Nummer: 4");
        terminal.send(ENTER_AGAIN);
        terminal.wait_for("Afspraak over Lerende cyclus");
        terminal.send(paste);
        terminal.wait_for("(leeg: niets) een twee drie");
        terminal.send(ENTER);
        let next = terminal.wait_for("Wie doet het?");
        assert!(!next.contains("Wanneer is het klaar?"), "{next}");
        terminal.send(CTRL_C);
        assert_eq!(terminal.exit_code(), 0);
        assert!(profile(&dir).contains("what = \"een twee drie\""));
    }
}

#[test]
fn a_paste_answers_no_question_but_is_one_line_of_everyones_answers() {
    let dir = tempfile::tempdir().expect("a folder");
    leave_draft(&dir, Joint, 4, false);
    let mut terminal = Terminal::start(dir.path(), RESUME);
    terminal.wait_for("vraag 5 van 24");
    terminal.send("\x1b[200~3\n4\n\x1b[201~");
    terminal.send_and_see(DOWN);
    terminal.wait_for("vraag 5 van 24");
    terminal.send(CTRL_C);
    assert_eq!(terminal.exit_code(), 130);

    for paste in ["\x1b[200~3 4\n5\n\x1b[201~", "3 4\r5"] {
        let dir = tempfile::tempdir().expect("a folder");
        leave_draft(&dir, Tally, 4, false);
        let mut terminal = Terminal::start(dir.path(), RESUME);
        terminal.wait_for("vraag 5 van 24");
        // A letter would be a key.
        terminal.send("\x1b[200~q\n\x1b[201~");
        terminal.send_and_see(DOWN);
        terminal.send(paste);
        terminal.wait_for("antwoorden: 3 4 5");
        terminal.send(ENTER);
        terminal.wait_for("3 van 7 antwoorden");
        terminal.send(CTRL_C);
        assert_eq!(terminal.exit_code(), 130);
    }
}

#[test]
fn a_paste_of_several_lines_is_one_text_line_by_line() {
    for (paste, term) in [(MARKED, "xterm"), (UNMARKED, "dumb")] {
        let dir = tempfile::tempdir().expect("a folder");
        leave_draft(&dir, Joint, ALL, false);
        let mut command = window::ips(dir.path(), LINES);
        command.env("TERM", term);
        let mut terminal = Terminal::run(command);
        terminal.wait_for("Een nummer gaat naar die vraag.");
        terminal.send(ENTER);
        terminal.wait_for("Wat spreken jullie af?");
        terminal.send(paste);
        terminal.wait_for("een twee drie");
        terminal.send(" en vier\r");
        let next = terminal.wait_for("Wie doet het?");
        assert!(!next.contains("Wanneer is het klaar?"), "{next}");
        assert_eq!(
            term == "dumb",
            !terminal.bytes().contains(&b'\x1b'),
            "escapes on {term}"
        );
        terminal.send(CTRL_C);
        let code = terminal.exit_code();
        assert!(
            code == 0 || code == 130,
            "all is saved already, whoever ends it: {code}"
        );
        assert!(
            profile(&dir).contains("what = \"een twee drie en vier\""),
            "{}",
            profile(&dir)
        );
        assert!(terminal.echoes() && !terminal.screen().bracketed_paste());
    }
}

#[test]
fn a_paste_of_several_lines_answers_one_question_line_by_line() {
    for (mode, paste, said) in [
        (Joint, "\x1b[200~3\n4\n5\x1b[201~\r", "Kies een antwoord"),
        (Tally, "\x1b[200~3 4\n5\n\x1b[201~\r", "3 van 7 antwoorden"),
    ] {
        let dir = tempfile::tempdir().expect("a folder");
        leave_draft(&dir, mode, ALL - 1, false);
        let mut terminal = Terminal::start(dir.path(), LINES);
        terminal.wait_for("vraag 24 van 24");
        terminal.send(paste);
        terminal.wait_for(said);
        if mode == Joint {
            terminal.send("4\r");
        }
        terminal.wait_for("Een nummer gaat naar die vraag.");
        terminal.send("q\r");
        assert_eq!(terminal.exit_code(), 130);
        assert!(!dir.path().join(PROFILE).exists());
    }
}

/// Puts the first answers in the folder as a draft, of a team that has two agreements to look back at or none.
fn leave_draft(dir: &TempDir, mode: Mode, answered: usize, looks_back: bool) {
    let mut draft = common::profile(mode, &each(&ANSWERS[..answered]));
    draft.state = State::draft();
    if looks_back {
        draft.agreements = ["Samen eten", "Kaart maken"]
            .map(|what| Agreement {
                made: draft.date.pred_opt(),
                ..Agreement::new("culture", what)
            })
            .into();
    }
    fs::write(dir.path().join(DRAFT), draft.to_toml()).expect("a draft");
}

fn profile(dir: &TempDir) -> String {
    fs::read_to_string(dir.path().join(PROFILE)).expect("the profile")
}
