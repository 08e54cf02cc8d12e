//! What is typed as everyone's answers in front of everyone: it is gone after Enter, and after whatever else ends it.

use std::{fs, path::Path, process::Command};

use ips::{tally::Mode::Tally, text::is_unsafe};

use crate::{
    Case,
    common::DRAFT,
    evening::{ALL, ANSWERS, CTRL_C, ENTER, given_back, holds, leave_draft},
    program::folder,
    quick,
    tries::{Harm, Tries},
    window::{Terminal, in_shell, ips},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("typed answers on the full screen are gone after it", full_screen),
        quick("typed answers on the full screen are gone at the end", full_screen_end),
        quick("typed answers line by line are never seen", lines),
        quick("typed answers line by line are never seen at the end", lines_end),
        quick("answers typed ahead are never seen", ahead),
        quick(
            "what is typed ahead of the review answers nothing after it",
            ahead_of_review,
        ),
        quick("answers after the program was stopped and gone on with", stopped),
        quick("a note typed line by line is shown as it is", notes),
        quick("a line without end is typed unseen", long),
    ]
}

/// Answers that nothing else on the screen looks like.
const VOTES: [&str; 2] = ["34?52", "3 4 ? 5 2"];

const TYPE: &str = "Typ alle antwoorden:";

/// What is typed, and what is then on the screen.
const TYPED: &[(&str, &str)] = &[
    ("34?52\r", "5 van 7 antwoorden"),
    ("3 4 ? 5 2\r", "5 van 7 antwoorden"),
    ("34?529\r", "Typ van iedereen het antwoord"),
    ("34?52x", "Typ van iedereen het antwoord"),
    ("34?5234?52\r", "Zijn jullie nu met"),
    ("34?52\x7f\r", "4 van 7 antwoorden"),
    ("34?52\x7f\x1b[D\x1b[D\x1bOQ\r", "4 van 7 antwoorden"),
    ("34?52\x15?\r", "7 van 7 antwoorden"),
    ("\x1b[200~3 4 ?\n5 2\n\x1b[201~\r", "5 van 7 antwoorden"),
];

fn start(dir: &Path, plain: bool) -> Terminal {
    leave_draft(dir, Tally, 4);
    let arguments = ["assess", "--resume", "--plain"];
    let mut terminal = Terminal::run(ips(dir, &arguments[..if plain { 3 } else { 2 }]));
    terminal.wait_for("vraag 5 van 24");
    terminal
}

/// Checks that the answers are nowhere: not on the screen, not above it, not on disk; and if `ever`, never were.
fn unseen(tries: &mut Tries, what: &str, dir: &Path, terminal: &mut Terminal, ever: bool) {
    let seen: String = terminal.everything().split_whitespace().collect();
    let printed = terminal.printed();
    // The first four are enough to tell who is the odd one out.
    let votes = &VOTES[0][..4];
    tries.expect(!seen.contains(votes), Harm::Wrong, || {
        format!("{what}: the answers can still be seen: {seen}")
    });
    tries.expect(!ever || !printed.contains(votes), Harm::Wrong, || {
        format!("{what}: the answers were printed: {printed}")
    });
    let draft = fs::read_to_string(dir.join(DRAFT)).expect("the draft");
    tries.expect(VOTES.iter().all(|votes| !draft.contains(votes)), Harm::Wrong, || {
        format!("{what}: the answers are in the draft")
    });
}

fn full_screen(tries: &mut Tries) {
    for (typed, then) in TYPED {
        for resizes in [false, true] {
            tries.count();
            let what = format!("{typed:?}, resized: {resizes}");
            let dir = folder();
            let mut terminal = start(dir.path(), false);
            // Shown while it is typed, so that a mistake is noticed.
            let end = typed.find(['\r', '\x1b', '\x7f', '\x15', 'x']).unwrap_or(typed.len());
            let (shown, rest) = typed.split_at(end);
            terminal.send(shown);
            terminal.wait_for(&format!("{TYPE} {shown}"));
            if resizes {
                terminal.resize(60, 18);
                terminal.resize(100, 30);
            }
            terminal.send(rest);
            if rest == "x" {
                // A letter is no answer: it says so, and what was typed before it stays to be corrected.
                terminal.wait_for("Er staan al antwoorden.");
                terminal.send("\x15");
                terminal.send_and_see("\x1b[B");
            } else {
                terminal.wait_for(then);
            }
            unseen(tries, &what, dir.path(), &mut terminal, false);
            terminal.send_again("q");
            terminal.exit_code();
            given_back(tries, &what, &mut terminal);
            unseen(tries, &what, dir.path(), &mut terminal, false);
        }
    }
}

type End = fn(&mut Terminal);

/// The ways to leave halfway.
const ENDS: [(&str, End); 6] = [
    ("Ctrl-C", |terminal| terminal.send(CTRL_C)),
    // Only when nothing is typed is a letter a key.
    ("q", |terminal| terminal.send("\x15q")),
    ("SIGINT", |terminal| terminal.signal("INT")),
    ("SIGTERM", |terminal| terminal.signal("TERM")),
    ("SIGHUP", |terminal| terminal.signal("HUP")),
    ("a new size and SIGTERM", |terminal| {
        terminal.resize(50, 20);
        terminal.signal("TERM");
    }),
];

fn full_screen_end(tries: &mut Tries) {
    for (name, end) in ENDS {
        for votes in VOTES {
            tries.count();
            let dir = folder();
            let mut terminal = start(dir.path(), false);
            terminal.send(votes);
            terminal.wait_for(&format!("{TYPE} {votes}"));
            end(&mut terminal);
            let code = terminal.exit_code();
            tries.expect(code == 130, Harm::Wrong, || format!("{name}: exit {code}"));
            given_back(tries, name, &mut terminal);
            unseen(tries, name, dir.path(), &mut terminal, false);
        }
    }
}

fn lines(tries: &mut Tries) {
    for (typed, then) in TYPED {
        for resizes in [false, true] {
            tries.count();
            let what = format!("{typed:?}, resized: {resizes}");
            let dir = folder();
            let mut terminal = start(dir.path(), true);
            let (most, last) = typed.split_at(typed.len() - 1);
            terminal.send(most);
            if resizes {
                terminal.set_size(60, 18);
                terminal.set_size(100, 30);
            }
            terminal.send(last);
            terminal.send(if last == ENTER { "" } else { ENTER });
            terminal.wait_for(then);
            unseen(tries, &what, dir.path(), &mut terminal, true);
            terminal.send("q\r");
            terminal.exit_code();
            given_back(tries, &what, &mut terminal);
            unseen(tries, &what, dir.path(), &mut terminal, true);
        }
    }
}

fn lines_end(tries: &mut Tries) {
    for (name, end) in ENDS {
        if name == "q" || name.starts_with("a new size") {
            continue;
        }
        for votes in VOTES {
            tries.count();
            let dir = folder();
            let mut terminal = start(dir.path(), true);
            terminal.send(votes);
            end(&mut terminal);
            let code = terminal.exit_code();
            tries.expect(code == 130, Harm::Wrong, || format!("{name}: exit {code}"));
            given_back(tries, name, &mut terminal);
            unseen(tries, name, dir.path(), &mut terminal, true);
        }
    }
}

/// Someone types on while the answer before is being saved.
fn ahead(tries: &mut Tries) {
    let dir = folder();
    let mut terminal = start(dir.path(), true);
    let last = if tries.thorough { 24 } else { 14 };
    for number in 5..last {
        tries.count();
        let next = format!("vraag {} van 24", number + 1);
        terminal.send("345?2\r");
        // One after the other without a pause, but fewer than a terminal takes in at once.
        for _ in 0..1000 {
            terminal.send("?");
        }
        terminal.wait_for(&next);
        terminal.send("\x15");
        unseen(tries, &next, dir.path(), &mut terminal, true);
        let printed = terminal.printed();
        tries.expect(!printed.contains("??"), Harm::Wrong, || {
            format!("{next}: what was typed ahead was printed: {printed}")
        });
    }
    terminal.send("q\r");
    terminal.exit_code();
    given_back(tries, "typed ahead", &mut terminal);
    unseen(tries, "typed ahead", dir.path(), &mut terminal, true);
}

/// A shell that sets the terminal to what it is used to when a program is stopped, and leaves it so when it goes on.
const SHELL: &str = "stty sane; set -m; sh -c 'echo $$ >\"$0\"; exec \"$@\"' \"$pid\" \"$@\";
    stty sane; echo onderbroken; read go; fg; exit $?";

/// Someone stops the program and goes on with it: what is typed is as unseen as before, and a key counts without Enter.
fn stopped(tries: &mut Tries) {
    for (plain, half) in [(false, ""), (true, ""), (true, "34")] {
        tries.count();
        let what = format!("stopped, plain: {plain}, behind {half:?}");
        let (dir, beside) = (folder(), folder());
        let pid = beside.path().join("pid");
        leave_draft(dir.path(), Tally, 4);
        let arguments = ["assess", "--resume", "--plain"];
        let script = SHELL.replace("$pid", &pid.to_string_lossy());
        let mut terminal = Terminal::run(in_shell(dir.path(), &script, &arguments[..if plain { 3 } else { 2 }]));
        terminal.wait_for("vraag 5 van 24");
        terminal.send(half);
        let id = fs::read_to_string(&pid).expect("the program's number");
        let stopped = Command::new("kill").args(["-s", "STOP", id.trim()]).status();
        assert!(stopped.expect("kill").success());
        terminal.wait_for("onderbroken");
        assert!(terminal.echoes());
        terminal.send("\n");
        terminal.wait_unseen();
        if plain {
            terminal.send(&format!("{}\r", VOTES[0]));
            terminal.wait_for("van 7 antwoorden");
            terminal.wait_for("vraag 6 van 24");
            terminal.send("q\r");
        } else {
            terminal.send(VOTES[0]);
            let page = terminal.wait_for(&format!("{TYPE} {}", VOTES[0]));
            tries.expect(!page.contains("onderbroken"), Harm::Wrong, || format!("{what}: {page}"));
            // The shell may have taken that away.
            let asks_releases = terminal.bytes().windows(6).filter(|bytes| bytes == b"\x1b[>15u");
            let asked = asks_releases.count();
            tries.expect(asked == 2, Harm::Wrong, || {
                format!("{what}: asks for releases {asked} times")
            });
            terminal.send(ENTER);
            terminal.wait_for("5 van 7 antwoorden");
            terminal.send("q");
        }
        let code = terminal.exit_code();
        tries.expect(code == 130, Harm::Wrong, || format!("{what}: exit {code}"));
        given_back(tries, &what, &mut terminal);
        unseen(tries, &what, dir.path(), &mut terminal, plain);
    }
}

/// Someone types more lines than there are questions left, and then goes to a question from the review.
fn ahead_of_review(tries: &mut Tries) {
    let last = &ANSWERS[ALL - 1..];
    for more in ["1 1 1 1 1\r", "1 1 1 1 1\r2 2\rhalf", ENTER, "b\r", CTRL_C] {
        tries.count();
        let what = format!("{more:?} ahead of the review");
        let dir = folder();
        leave_draft(dir.path(), Tally, ALL - 1);
        let mut terminal = Terminal::run(ips(dir.path(), &["assess", "--resume", "--plain"]));
        terminal.wait_for("vraag 24 van 24");
        terminal.send(&format!("{last}\r{more}"));
        if more != CTRL_C {
            terminal.wait_for("Een nummer gaat naar die vraag.");
            terminal.send("2\r");
            terminal.wait_for("vraag 2 van 24");
            terminal.send("q\r");
        }
        let code = terminal.exit_code();
        tries.expect(code == 130, Harm::Wrong, || format!("{what}: exit {code}"));
        given_back(tries, &what, &mut terminal);
        let reviews = terminal.printed().matches("Overzicht").count();
        tries.expect(reviews == 1, Harm::Wrong, || {
            format!("{what}: the question gone to isn't waited for")
        });
        holds(tries, &what, dir.path(), DRAFT, Tally, ALL);
    }
}

/// What is typed in a note and mended there, and how the line then looks.
const NOTES: &[(&str, &str)] = &[
    ("n a\u{9b}2Jb\u{202e}c\u{200b}", "n ab‹U+202E›c‹U+200B›"),
    ("n een\x15n twee", "n twee"),
    ("n een\x15f\x7fn twee", "n twee"),
    ("n zo\u{1F600}e\u{301}\x7f\x7fe", "n zoe"),
    ("n \u{6f22}\u{5b57}\x7fx", "n \u{6f22}x"),
    ("n \u{202e}\x7fx", "n x"),
    ("n een\ttwee", "n een twee"),
];

fn notes(tries: &mut Tries) {
    for (typed, shown) in NOTES {
        tries.count();
        let dir = folder();
        let mut terminal = start(dir.path(), true);
        terminal.send(typed);
        // The key that is seen last is a letter behind all the others.
        terminal.send("!");
        let words = terminal.wait_for("!");
        let line = terminal.screen().contents();
        let line = line.lines().last().unwrap_or_default().trim_end();
        tries.expect(line == format!("{shown}!"), Harm::Wrong, || {
            format!("{typed:?} is shown as {line:?}: {words}")
        });
        // Pastes are asked to be marked.
        let printed = String::from_utf8_lossy(terminal.bytes()).replace("\x1b[?2004h", "");
        let acting = printed
            .chars()
            .find(|&c| is_unsafe(c) && !matches!(c, '\r' | '\n' | '\x08'));
        tries.expect(acting.is_none(), Harm::Raw, || {
            format!("{typed:?}: the terminal was sent {acting:?}")
        });
        terminal.send(CTRL_C);
        terminal.exit_code();
        given_back(tries, "a note", &mut terminal);
    }
}

/// As from a pipe, of such a line only so much is kept.
fn long(tries: &mut Tries) {
    tries.count();
    let dir = folder();
    let mut terminal = start(dir.path(), true);
    for _ in 0..70 {
        terminal.send(&"4".repeat(1000));
    }
    terminal.send(ENTER);
    let said = terminal.wait_for("en dan de antwoorden opnieuw.");
    tries.expect(said.contains("Typ p 65536"), Harm::Wrong, || said);
    terminal.send("q\r");
    terminal.exit_code();
    given_back(tries, "a long line", &mut terminal);
}
