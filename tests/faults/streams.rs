//! Standard input, output and error that are closed, full, or whose other side goes away.

use std::{
    fs, io,
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Output, Stdio},
};

use ips::{lang::Lang, profile::State, tally::Mode::Joint};

use crate::{
    Case,
    common::{self, DRAFT, MEETING, PROFILE},
    evening::{ALL, ANSWERS, draft, ends, given_back, goes_on, holds, leave_draft, only, to_agreements},
    program::{Ran, command, expect, folder, lines, looked_at, panicked, prepare, run},
    quick,
    tries::{Harm, Tries},
    window::{Terminal, in_shell},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("the reader of a result is gone", reader_gone),
        quick("a result that can't be written", full),
        quick("closed or full streams beside a result", beside),
        quick("closed or full streams while a profile is made", making),
        quick("the reader of the questions goes away", questions_unread),
        quick("closed or full output behind the full screen", behind_screen),
    ]
}

const OLDER: &str = "ips-groep-noord-2026-05-20.toml";

/// Every command that gives a result.
const RESULTS: &[&[&str]] = &[
    &["questions"],
    &["questions", "--json"],
    &["questions", "--format", "md"],
    &["show"],
    &["show", "--json"],
    &["show", "--explain"],
    &["diff"],
    &["diff", "--json"],
    &["trend"],
    &["trend", "--json"],
    &["agenda"],
    &["card"],
    &["sources"],
    &["guide"],
    &["export"],
    &["export", "--compare-with", OLDER],
    &["check", PROFILE, OLDER],
    &["--help"],
    &["--version"],
    &["assess", "--help"],
];

/// A folder with two profiles of one team.
fn profiles(dir: &Path) {
    let mut profile = draft(Joint, ALL);
    profile.state = State::Complete;
    fs::write(dir.join(PROFILE), profile.to_toml()).expect("a profile");
    profile.date = profile.date - chrono::Days::new(185);
    fs::write(dir.join(OLDER), profile.to_toml()).expect("a profile");
}

/// The program with what a shell does to its streams.
fn redirected(dir: &Path, redirection: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    prepare(&mut command, dir);
    command
        .args([
            "-c",
            &format!("exec \"$@\" {redirection}"),
            "sh",
            env!("CARGO_BIN_EXE_ips"),
        ])
        .args(arguments);
    command
}

fn unchanged(tries: &mut Tries, what: &str, dir: &Path) {
    only(tries, what, dir, &[OLDER, PROFILE]);
    holds(tries, what, dir, PROFILE, Joint, ALL);
    holds(tries, what, dir, OLDER, Joint, ALL);
}

/// With an output that nobody reads any more, from before the first byte.
fn unread(tries: &mut Tries, command: &mut Command) -> Ran {
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    let child = command
        .stdin(Stdio::null())
        .stdout(writer)
        .stderr(Stdio::piped())
        .spawn();
    let output = child.expect("it starts").wait_with_output().expect("it ends");
    looked_at(tries, command, output)
}

fn reader_gone(tries: &mut Tries) {
    let dir = folder();
    profiles(dir.path());
    for arguments in RESULTS {
        tries.count();
        let ran = unread(tries, &mut command(dir.path(), *arguments));
        expect(tries, &ran, 0, "");
        tries.expect(!ran.stderr.contains("schrijven"), Harm::Wrong, || ran.stderr.clone());

        tries.count();
        let mut command = command(dir.path(), *arguments);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let mut first = String::new();
        let mut reader = BufReader::with_capacity(1, child.stdout.take().expect("piped"));
        reader.read_line(&mut first).expect("a line");
        drop(reader);
        let ran = looked_at(tries, &command, child.wait_with_output().expect("it ends"));
        expect(tries, &ran, 0, "");
        unchanged(tries, &format!("{arguments:?}"), dir.path());
    }
}

fn full(tries: &mut Tries) {
    if !Path::new("/dev/full").exists() {
        return tries.impossible();
    }
    let dir = folder();
    profiles(dir.path());
    for arguments in RESULTS {
        tries.count();
        let ran = run(tries, &mut redirected(dir.path(), ">/dev/full", arguments), "");
        expect(tries, &ran, 1, &Lang::Nl.cannot_print(&Lang::Nl.reason_disk_full()));
        unchanged(tries, &format!("{arguments:?}"), dir.path());
    }
}

fn beside(tries: &mut Tries) {
    let dir = folder();
    profiles(dir.path());
    for arguments in RESULTS {
        let whole = run(tries, &mut command(dir.path(), *arguments), "");
        for redirection in [
            "2>/dev/full",
            "2>&-",
            "<&-",
            "<&- 2>&-",
            "<&- >&- 2>&-",
            ">&-",
            "<&- >&-",
        ] {
            if redirection.contains("/dev/full") && !Path::new("/dev/full").exists() {
                continue;
            }
            tries.count();
            let what = format!("{arguments:?} {redirection}");
            let mut command = redirected(dir.path(), redirection, arguments);
            let ran = run(tries, &mut command, "");
            // A closed output is given to programs as one that takes everything.
            tries.expect(ran.code == Some(0), Harm::Wrong, || format!("{what}: {ran:?}"));
            let closed = redirection.contains(">&-") && !redirection.ends_with("2>&-") || redirection.contains(" >&-");
            tries.expect(closed || ran.stdout == whole.stdout, Harm::Lost, || {
                format!("{what}: another result")
            });
            unchanged(tries, &what, dir.path());
        }
    }
}

fn making(tries: &mut Tries) {
    let plain = [&MEETING[..], &["--plain"]].concat();
    let file = [&MEETING[..], &["--answers", "a.toml"]].concat();
    let answers = |dir: &Path| {
        let questionnaire = common::six_elements(Lang::Nl);
        let given: Vec<String> = questionnaire
            .places()
            .zip(ANSWERS.chars())
            .map(|(at, answer)| {
                let answer = if answer.is_ascii_digit() {
                    answer.to_string()
                } else {
                    format!("\"{answer}\"")
                };
                format!("\"{}\" = {answer}\n", questionnaire.full_id(at))
            })
            .collect();
        fs::write(
            dir.join("a.toml"),
            format!("questionnaire = \"six-elements\"\n[answers]\n{}", given.concat()),
        )
        .expect("an answer file");
    };
    // The redirection, the exit code of lines and of an answer file.
    for (redirection, of_lines, of_file) in [
        (">/dev/full", 1, 1),
        ("2>/dev/full", 1, 0),
        (">/dev/full 2>/dev/full", 1, 1),
        (">&-", 0, 0),
        ("2>&-", 0, 0),
        (">&- 2>&-", 0, 0),
        ("<&-", 130, 0),
        ("<&- >&- 2>&-", 130, 0),
    ] {
        if redirection.contains("/dev/full") && !Path::new("/dev/full").exists() {
            continue;
        }
        for (arguments, code) in [(&plain, of_lines), (&file, of_file)] {
            tries.count();
            let what = format!("{arguments:?} {redirection}");
            let dir = folder();
            answers(dir.path());
            let mut command = redirected(dir.path(), redirection, arguments);
            command
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
            let mut child = command.spawn().expect("it starts");
            let _ = child.stdin.take().expect("piped").write_all(lines(ANSWERS).as_bytes());
            let Output { status, stderr, .. } = child.wait_with_output().expect("it ends");
            let said = String::from_utf8_lossy(&stderr);
            tries.expect(status.code() == Some(code) && !panicked(&said), Harm::Panic, || {
                format!("{what}: {status}: {said}")
            });
            if dir.path().join(PROFILE).exists() {
                only(tries, &what, dir.path(), &["a.toml", PROFILE]);
                holds(tries, &what, dir.path(), PROFILE, Joint, ALL);
                tries.expect(code != 130, Harm::Wrong, || {
                    format!("{what}: a profile without an answer")
                });
            } else {
                only(tries, &what, dir.path(), &["a.toml", DRAFT]);
                // Nothing was asked, so nothing was answered.
                tries.expect(code != 0, Harm::Lost, || format!("{what}: no profile"));
                goes_on(tries, &what, dir.path(), Joint, 0);
            }
        }
    }
    tries.count();
    let dir = folder();
    answers(dir.path());
    let ran = unread(tries, &mut command(dir.path(), &file));
    expect(tries, &ran, 0, "24 van 24 beantwoord");
    holds(tries, "unread", dir.path(), PROFILE, Joint, ALL);
}

/// Nobody reads the questions any more, after each of them.
fn questions_unread(tries: &mut Tries) {
    for answered in 0..ALL {
        tries.count();
        let what = format!("unread after {answered} answers");
        let dir = folder();
        let mut command = command(dir.path(), [&MEETING[..], &["--plain"]].concat());
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let mut keyboard = child.stdin.take().expect("piped");
        let mut questions = BufReader::new(child.stderr.take().expect("piped"));
        keyboard
            .write_all(&lines(ANSWERS).as_bytes()[..2 * answered])
            .expect("it reads");
        let mut line = String::new();
        while !line.starts_with(&format!("vraag {} van 24", answered + 1)) {
            line.clear();
            assert!(
                questions.read_line(&mut line).expect("lines") > 0,
                "{what}: no question"
            );
        }
        drop(questions);
        // It may be gone already.
        let _ = keyboard.write_all(&lines(ANSWERS).as_bytes()[2 * answered..]);
        drop(keyboard);
        let output = child.wait_with_output().expect("it ends");
        tries.expect(output.status.code() == Some(130), Harm::Wrong, || {
            format!("{what}: {}", output.status)
        });
        only(tries, &what, dir.path(), &[DRAFT]);
        let kept = (answered..=ALL).find(|&kept| {
            let kept = draft(Joint, kept).responses;
            kept == crate::evening::read(dir.path(), DRAFT).responses
        });
        match kept {
            Some(kept) => goes_on(tries, &what, dir.path(), Joint, kept),
            None => tries.harm(Harm::Lost, format!("{what}: answers are gone")),
        }
    }
}

/// The result is printed when the screen is closed; the profile is safe by then.
fn behind_screen(tries: &mut Tries) {
    for (redirection, code) in [
        (">/dev/full", 1),
        (">&-", 0),
        ("</dev/null", 2),
        ("2>/dev/null", 2),
        ("2>&-", 2),
    ] {
        if redirection.contains("/dev/full") && !Path::new("/dev/full").exists() {
            continue;
        }
        tries.count();
        let dir = folder();
        leave_draft(dir.path(), Joint, ALL);
        let script = format!("stty sane && exec \"$@\" {redirection}");
        let mut terminal = Terminal::run(in_shell(dir.path(), &script, &["assess", "--resume"]));
        if code != 2 {
            to_agreements(&mut terminal);
            ends(&mut terminal);
        }
        let ended = terminal.exit_code();
        tries.expect(ended == code, Harm::Wrong, || {
            format!("{redirection}: exit {ended}: {}", terminal.words())
        });
        given_back(tries, redirection, &mut terminal);
        let file = if code == 2 { DRAFT } else { PROFILE };
        only(tries, redirection, dir.path(), &[file]);
        holds(tries, redirection, dir.path(), file, Joint, ALL);
    }
}
