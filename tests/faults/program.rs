//! Runs the built program; whatever it is given, some things always hold.

use std::{
    ffi::OsStr,
    io::{Read as _, Write as _},
    path::Path,
    process::{Child, Command, Output, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use ips::text::is_unsafe;

pub use crate::common::{DRAFT, MEETING, PROFILE, files, panicked, prepare};
use crate::tries::{Harm, Tries};

/// After so long a run hangs. Far more than any takes, also on a busy machine.
const LIMIT: Duration = Duration::from_mins(3);

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

/// Answers as lines, as `--plain` reads them.
pub fn lines(answers: &str) -> String {
    answers.chars().flat_map(|answer| [answer, '\n']).collect()
}

/// The program in a folder, speaking Dutch, without anything of this machine's environment that it reads.
pub fn command(dir: &Path, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ips"));
    prepare(&mut command, dir);
    command.args(arguments);
    command
}

/// Starts the program. Wine now and then can't (error 1359), and can a moment later.
pub fn start(command: &mut Command) -> Child {
    for wait in [10, 50, 250, 1000] {
        match command.spawn() {
            Err(error) if cfg!(windows) && error.raw_os_error() == Some(1359) => {
                thread::sleep(Duration::from_millis(wait));
            }
            started => return started.expect("the program starts"),
        }
    }
    command.spawn().expect("the program starts")
}

/// Runs the program with this input to its end, and checks what always holds. One that hangs is ended, which is a harm.
pub fn run(tries: &mut Tries, command: &mut Command, input: impl AsRef<[u8]> + Send) -> Ran {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = start(command);
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    // Each pipe at its own pace: the program may say much before it has read everything, or end before that.
    let (said, outputs) = mpsc::channel();
    let also_said = said.clone();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = stdout.expect("piped").read_to_end(&mut bytes);
        said.send((true, read.map(|_| bytes)))
    });
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = stderr.expect("piped").read_to_end(&mut bytes);
        also_said.send((false, read.map(|_| bytes)))
    });
    thread::scope(|threads| {
        threads.spawn(move || stdin.expect("piped").write_all(input.as_ref()));
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        for _ in 0..2 {
            match outputs.recv_timeout(LIMIT) {
                Ok((true, bytes)) => stdout = bytes.expect("its output can be read"),
                Ok((false, bytes)) => stderr = bytes.expect("its output can be read"),
                Err(_) => {
                    tries.harm(Harm::Panic, format!("{command:?} hangs"));
                    child.kill().expect("it can be ended");
                    break;
                }
            }
        }
        let status = child.wait().expect("the program ends");
        let output = Output { status, stdout, stderr };
        looked_at(tries, command, output)
    })
}

/// Checks what holds for every run: it ends as documented, without a panic, and nothing acts on a terminal.
pub fn looked_at(tries: &mut Tries, command: &Command, output: Output) -> Ran {
    let ran = Ran {
        code: output.status.code(),
        stdout: output.stdout,
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    };
    tries.expect(
        matches!(ran.code, Some(0 | 1 | 2 | 130)) && !panicked(&ran.stderr),
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
