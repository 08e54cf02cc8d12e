//! Runs the built program; whatever it is given, some things always hold.

use std::{
    ffi::OsStr,
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

use ips::text::is_unsafe;

use crate::tries::{Harm, Tries};

/// The meeting that most cases hold: a team, seven participants, one answer a question.
pub const MEETING: [&str; 9] = [
    "assess",
    "--team",
    "IPS-groep Noord",
    "--participants",
    "7",
    "--mode",
    "joint",
    "--date",
    "2026-11-21",
];

/// The draft of that meeting.
pub const DRAFT: &str = "ips-groep-noord-2026-11-21.draft.toml";

/// The profile of that meeting.
pub const PROFILE: &str = "ips-groep-noord-2026-11-21.toml";

/// What a run of the program gave.
#[derive(Debug)]
pub struct Ran {
    /// The exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// Standard output, exactly.
    pub stdout: Vec<u8>,
    /// Standard error.
    pub stderr: String,
}

/// The program in a folder, speaking Dutch, without anything of this machine's environment that it reads.
pub fn command(dir: &Path, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ips"));
    prepare(&mut command, dir);
    command.args(arguments);
    command
}

/// Gives a command this folder and an environment without surprises.
pub fn prepare(command: &mut Command, dir: &Path) {
    command.current_dir(dir).env("IPS_LANG", "nl");
    for name in ["IPS_DIR", "ACCESSIBLE", "TERM", "NO_COLOR"] {
        command.env_remove(name);
    }
}

/// Runs the program with this input to its end, and checks what always holds.
pub fn run(tries: &mut Tries, command: &mut Command, input: impl AsRef<[u8]>) -> Ran {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    // It may end before it has read everything.
    let _ = stdin.write_all(input.as_ref());
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    looked_at(tries, command, output)
}

/// Checks what holds for every run: it ends as documented, without a panic, and nothing acts on a terminal.
pub fn looked_at(tries: &mut Tries, command: &Command, output: Output) -> Ran {
    let ran = Ran {
        code: output.status.code(),
        stdout: output.stdout,
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    };
    tries.expect(
        matches!(ran.code, Some(0 | 1 | 2 | 130)) && !ran.stderr.contains("panicked at"),
        Harm::Panic,
        || format!("{command:?} ended with {}: {}", output.status, ran.stderr),
    );
    let stdout = String::from_utf8_lossy(&ran.stdout);
    for said in [&*stdout, &ran.stderr] {
        let acting: Vec<char> = said.chars().filter(|&c| c != '\n' && is_unsafe(c)).collect();
        tries.expect(acting.is_empty(), Harm::Raw, || format!("{command:?} said {acting:?}"));
    }
    let said = !ran.stderr.trim().is_empty();
    tries.expect(said || ran.code == Some(0), Harm::Wrong, || {
        format!("{command:?} failed without a word")
    });
    ran
}

/// What a run must have ended as, with a sentence that holds these words.
pub fn expect(tries: &mut Tries, ran: &Ran, code: i32, words: &str) {
    tries.expect(
        ran.code == Some(code) && ran.stderr.contains(words),
        Harm::Wrong,
        || {
            format!(
                "expected exit {code} and “{words}”, got {:?} and: {}",
                ran.code, ran.stderr
            )
        },
    );
}

/// An empty folder.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// The names of the files in a folder, in order.
pub fn files(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
