//! One evening in a real terminal: how long an answer takes, from the key to the next question on the screen, saved.

use std::{
    fs,
    io::{Read as _, Write as _},
    os::unix::fs::MetadataExt as _,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use expectrl::process::{
    Process as _,
    unix::{PtyStream, UnixProcess},
};

/// How many questions are asked.
const QUESTIONS: usize = 24;

/// How long each answer took, and each bare save of the same bytes.
#[derive(Default)]
pub struct Times {
    /// Key, save, next question.
    pub answers: Vec<Duration>,
    /// A file written beside, synced, renamed, and its folder synced.
    pub saves: Vec<Duration>,
}

/// Holds an evening in a folder.
pub fn held(program: &str, dir: &Path) -> Times {
    let mut command = Command::new(program);
    let words = "assess --team Noord --participants 7 --mode joint --date 2026-11-21 --lang nl --dir";
    command.args(words.split(' ')).arg(dir).env("TERM", "xterm-256color");
    let mut process = UnixProcess::spawn_command(command).expect("a pseudo terminal");
    process.set_window_size(80, 24).expect("a size");
    let mut terminal = process.open_stream().expect("the terminal");
    wait_for(&mut terminal, "vraag 1 van 24");
    let draft = dir.join("noord-2026-11-21.draft.toml");
    let which = || fs::metadata(&draft).map(|found| found.ino()).ok();
    let mut times = Times::default();
    for question in 1..=QUESTIONS {
        let shown_next = match question {
            QUESTIONS => "24 van 24 beantwoord".to_owned(),
            _ => format!("vraag {} van 24", question + 1),
        };
        let before = which();
        // A key that comes twice is taken for one that is held down.
        let key = if question % 2 == 0 { b"3" } else { b"4" };
        let start = Instant::now();
        terminal.write_all(key).expect("it reads keys");
        wait_for(&mut terminal, &shown_next);
        while which() == before {}
        times.answers.push(start.elapsed());
        let bytes = fs::read(&draft).expect("the draft");
        let start = Instant::now();
        save(dir, &bytes).expect("room on the disk");
        times.saves.push(start.elapsed());
    }
    // Ctrl-C keeps what there is and ends; the next evening begins anew.
    terminal.write_all(b"\x03").expect("it reads keys");
    while terminal.read(&mut [0; 4096]).is_ok_and(|count| count > 0) {}
    process.wait().expect("it ends");
    fs::remove_file(draft).expect("the draft");
    times
}

/// Waits until a text was drawn and the page that it is on is whole.
fn wait_for(terminal: &mut PtyStream, text: &str) {
    const END_OF_PAGE: &str = "\x1b[?2026l";
    let mut drawn = Vec::new();
    let mut bytes = [0; 4096];
    loop {
        let count = terminal.read(&mut bytes).expect("it goes on");
        drawn.extend_from_slice(&bytes[..count]);
        let shown = String::from_utf8_lossy(&drawn);
        if shown
            .split_once(text)
            .is_some_and(|(_, rest)| rest.contains(END_OF_PAGE))
        {
            return;
        }
    }
}

/// The least that keeps bytes through a power cut.
fn save(dir: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(dir)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(dir.join("beside"))?;
    fs::File::open(dir)?.sync_all()
}
