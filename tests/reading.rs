//! A long text in a real terminal: a screen at a time, and nowhere else.

use std::{path::Path, time::Instant};

use crate::{
    common::window::{PATIENCE, Terminal, in_shell, ips},
    program,
};

const ENTER: &str = "\r";
const ESC: &str = "\x1b";
const CTRL_C: &str = "\x03";

/// Only there as long as the program waits for a key.
const KEYS: &str = "Enter verder q stoppen";

const SHOW: [&str; 3] = ["show", "--dir", "examples"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a shell does so that the program begins in a window of this size, once somebody gives it: a new pseudo terminal gets
/// its own size at about the same time, and a size that the shell itself sets could be undone by that.
pub fn once_sized(columns: u16, rows: u16) -> String {
    format!("stty sane; until [ \"$(stty size)\" = '{rows} {columns}' ]; do :; done; exec \"$@\"")
}

/// A command in a window of this size from its start.
fn in_window(columns: u16, rows: u16, arguments: &[&str]) -> Terminal {
    let mut terminal = Terminal::run(in_shell(root(), &once_sized(columns, rows), arguments));
    terminal.set_size(columns, rows);
    terminal
}

fn assert_given_back(terminal: &Terminal) {
    assert!(!terminal.screen().hide_cursor(), "the cursor can be seen");
    assert!(terminal.echoes(), "what is typed can be seen");
    assert!(
        !terminal.screen().contents().contains("Enter verder"),
        "no keys are left"
    );
}

fn piped(arguments: &[&str]) -> String {
    let piped = program::ips(root()).args(arguments).assert().success();
    String::from_utf8_lossy(&piped.get_output().stdout).into_owned()
}

#[test]
fn the_first_screen_of_a_profile_has_every_element_and_the_lowest_and_the_last_line_what_to_do() {
    for (columns, rows) in [(80, 24), (120, 30)] {
        let mut terminal = in_window(columns, rows, &SHOW);
        let first = terminal.wait_for(KEYS);
        for title in [
            "Gedeelde visie en urgentie",
            "Cultuur van samenwerken",
            "Regie op de samenwerking",
            "Lerende cyclus",
            "Faciliterend stelsel",
            "Werken in één ecosysteem",
        ] {
            assert!(first.contains(title), "{title} in {columns}x{rows}: {first}");
        }
        assert_eq!(first.matches("◂ laagst").count(), 2, "{first}");
        assert!(!first.contains("Elke bijeenkomst één doel"), "{first}");
        assert!(!first.contains("ips "), "commands come last: {first}");
        terminal.send(ENTER);
        // What was agreed has a screen of its own where lines are few.
        if waits(&mut terminal, 2) {
            terminal.send(" ");
        }
        assert_eq!(terminal.exit_code(), 0);
        assert_given_back(&terminal);
        let last = terminal.words();
        assert!(last.contains("Elke bijeenkomst één doel"), "{last}");
        assert!(
            last.ends_with(
                "Volgende stap: ips export -o verslag.html Meer vragen: ips assess --questions boundary-crossing"
            ),
            "{last}"
        );
    }
}

/// Waits for the keys once more; `false` when the program has ended.
fn waits(terminal: &mut Terminal, times: usize) -> bool {
    let keys: String = KEYS.split_whitespace().collect();
    let deadline = Instant::now() + PATIENCE;
    while terminal.printed().matches(&keys).count() < times {
        if !terminal.read(deadline) {
            return false;
        }
    }
    true
}

#[test]
fn everything_is_shown_just_as_a_pipe_gets_it_however_small_the_window() {
    for arguments in [
        &["diff", "--dir", "examples"][..],
        &["trend", "--dir", "examples"],
        &["agreements", "--dir", "examples"],
        &["guide"],
    ] {
        for rows in [1, 2, 9] {
            let mut terminal = in_window(80, rows, arguments);
            let mut screens = 0;
            while waits(&mut terminal, screens + 1) {
                screens += 1;
                // Two keys by turns, since one that is held is no second press.
                terminal.send(if screens % 2 == 0 { " " } else { ENTER });
            }
            assert_eq!(terminal.exit_code(), 0);
            assert!(screens > 1, "{arguments:?} in {rows} rows: {screens} screens");
            let keys: String = KEYS.split_whitespace().collect();
            let shown = terminal.printed().replace(&keys, "");
            let piped: String = piped(arguments).split_whitespace().collect();
            assert!(shown.starts_with(&piped), "{arguments:?} in {rows} rows: {shown}");
        }
    }
}

#[test]
fn who_has_seen_enough_stops_and_the_terminal_is_as_it_was() {
    for (stop, code) in [
        ("q", 0),
        (ESC, 0),
        (CTRL_C, 130),
        ("INT", 130),
        ("TERM", 130),
        ("HUP", 130),
    ] {
        let mut terminal = in_window(80, 24, &SHOW);
        terminal.wait_for(KEYS);
        // Keys without a meaning change nothing.
        terminal.send("x4\x1b[1;5D");
        if stop.len() > 1 {
            terminal.signal(stop);
        } else {
            terminal.send(stop);
        }
        assert_eq!(terminal.exit_code(), code, "{stop:?}");
        let words = terminal.words();
        assert!(
            words.contains("Dat scheelt bijna niets"),
            "what was shown stays: {words}"
        );
        assert!(!words.contains("Volgende stap"), "{words}");
        if stop.len() == 1 {
            assert_given_back(&terminal);
        }
        assert!(terminal.echoes(), "{stop:?}");
    }
}

#[test]
fn the_next_screen_is_as_high_as_the_window_is_then() {
    let mut terminal = in_window(80, 24, &SHOW);
    terminal.wait_for(KEYS);
    terminal.set_size(40, 15);
    terminal.send(ENTER);
    assert!(waits(&mut terminal, 2));
    let rows = terminal.screen().contents();
    assert!(
        rows.contains("Hier denken jullie"),
        "the first line of this screen is seen: {rows}"
    );
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn nobody_is_asked_to_go_on_who_reads_no_screens() {
    let accessible = {
        let mut command = ips(root(), &SHOW);
        command.env("ACCESSIBLE", "1");
        command
    };
    let json = ips(root(), &[&SHOW[..], &["--json"]].concat());
    let into_pipe = in_shell(root(), "stty sane && \"$@\" | cat", &SHOW);
    let from_pipe = in_shell(root(), "stty sane && true | \"$@\"", &SHOW);
    for command in [accessible, json, into_pipe, from_pipe] {
        let named = format!("{command:?}");
        let mut terminal = Terminal::run(command);
        assert_eq!(terminal.exit_code(), 0, "{named}");
        assert!(!terminal.printed().contains("Enterverder"), "{named}");
    }
}
