//! A real pseudo terminal around the program: keys go in, and what is on its screen can be asked for.

use std::{
    io::{Read as _, Write as _},
    num::NonZeroU16,
    path::Path,
    process::Command,
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use expectrl::process::{
    Process as _,
    unix::{PtyStream, UnixProcess, WaitStatus},
};
use vt100::{Callbacks, Parser, Screen};

/// Long enough for a loaded machine; only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// The questions of one team on one day, so that neither the clock nor a menu takes part.
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

/// The program in a terminal of 80x24.
pub struct Terminal {
    process: UnixProcess,
    keyboard: PtyStream,
    output: Receiver<Vec<u8>>,
    parser: Parser<Frames>,
}

/// Counts what the program draws in one go, so that nobody looks at half a page.
#[derive(Default)]
struct Frames {
    drawing: bool,
    drawn: usize,
}

impl Callbacks for Frames {
    fn unhandled_csi(&mut self, _: &mut Screen, mark: Option<u8>, _: Option<u8>, params: &[&[u16]], c: char) {
        match (mark, params, c) {
            (Some(b'?'), [[2026]], 'h') => self.drawing = true,
            (Some(b'?'), [[2026]], 'l') => {
                self.drawing = false;
                self.drawn += 1;
            }
            _ => {}
        }
    }
}

impl Terminal {
    /// Starts the program in a folder.
    pub fn start(dir: &Path, arguments: &[&str]) -> Terminal {
        // A new pseudo terminal shows no echo of what is typed; the ones that people use do.
        let mut command = clean(Command::new("sh"), dir);
        command
            .args([
                "-c",
                "stty sane && exec \"$@\"",
                "sh",
                env!("CARGO_BIN_EXE_ips"),
                "--lang",
                "nl",
            ])
            .args(arguments)
            .env("TERM", "xterm-256color");
        let mut process = UnixProcess::spawn_command(command).expect("a pseudo terminal");
        let keyboard = process.open_stream().expect("the keyboard");
        let mut printed = process.open_stream().expect("what is printed");
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // Linux reports the end as an error.
            while let Ok(count @ 1..) = printed.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let parser = Parser::new_with_callbacks(lines(24), lines(80), 0, Frames::default());
        Terminal {
            process,
            keyboard,
            output,
            parser,
        }
    }

    /// Presses keys, all at once.
    pub fn send(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the program reads");
        self.keyboard.flush().expect("the program reads");
    }

    /// Presses a key that was also the last one. F2 before it, which means nothing, makes it no repeat of a held key.
    pub fn send_again(&mut self, key: &str) {
        self.send(&format!("\x1bOQ{key}"));
    }

    /// Presses keys that change what is on the screen, or draw the same once more, and waits for that.
    pub fn send_and_see(&mut self, keys: &str) {
        let drawn = self.parser.callbacks().drawn;
        self.send(keys);
        self.wait_until("another page", |_, frames| frames.drawn > drawn);
    }

    /// Waits until this text is on the screen, and gives everything that is on it.
    pub fn wait_for(&mut self, text: &str) -> String {
        self.wait_until(&format!("“{text}”"), |shown, _| shown.contains(text))
    }

    /// Changes the size. A menu draws for it at the next key.
    pub fn set_size(&mut self, columns: u16, rows: u16) {
        self.parser.set_size(lines(rows), lines(columns));
        self.process.set_window_size(columns, rows).expect("another size");
    }

    /// Changes the size and waits until the program has drawn for it.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let drawn = self.parser.callbacks().drawn;
        self.set_size(columns, rows);
        self.wait_until(&format!("a page of {columns}x{rows}"), |_, frames| frames.drawn > drawn);
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let id = self.process.pid().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().expect("kill");
        assert!(sent.success(), "kill -s {name}");
    }

    /// Waits until the program ends, and gives its exit code.
    pub fn exit_code(&mut self) -> i32 {
        let deadline = Instant::now() + PATIENCE;
        while self.read(deadline) {}
        assert!(
            Instant::now() < deadline,
            "the program doesn't end:\n{}",
            self.screen().contents()
        );
        match self.process.wait().expect("the program's end") {
            WaitStatus::Exited(_, code) => code,
            other => panic!("the program ended by {other:?}:\n{}", self.screen().contents()),
        }
    }

    /// Whether what is typed is shown by the terminal itself, as it is before and after the program.
    pub fn echoes(&self) -> bool {
        self.process.get_echo().expect("the terminal's settings")
    }

    /// The terminal's screen.
    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// The words on the screen, so that it doesn't matter where lines break.
    pub fn words(&self) -> String {
        self.screen()
            .contents()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn wait_until(&mut self, wanted: &str, holds: impl Fn(&str, &Frames) -> bool) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let words = self.words();
            let frames = self.parser.callbacks();
            if !frames.drawing && holds(&words, frames) {
                return words;
            }
            assert!(
                self.read(deadline),
                "waited in vain for {wanted}; on the screen is:\n{}",
                self.screen().contents()
            );
        }
    }

    /// Takes in what was printed; `false` when the program ended or the time is over.
    fn read(&mut self, deadline: Instant) -> bool {
        let patience = deadline.saturating_duration_since(Instant::now());
        let printed = self.output.recv_timeout(patience);
        if let Ok(bytes) = &printed {
            self.parser.process(bytes);
        }
        printed.is_ok()
    }
}

/// Keeps out what differs from one machine to the next.
fn clean(mut command: Command, dir: &Path) -> Command {
    for (name, _) in std::env::vars_os() {
        if name
            .to_str()
            .is_some_and(|name| name.starts_with("LC_") || name.starts_with("LANG"))
        {
            command.env_remove(&name);
        }
    }
    for name in ["IPS_LANG", "IPS_DIR", "ACCESSIBLE", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.current_dir(dir);
    command
}

fn lines(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a size above nothing")
}
