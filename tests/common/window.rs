//! A real pseudo terminal around the program: keys go in, and what is on its screen can be asked for.

use std::{
    ffi::OsStr,
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

use super::prepare;

/// Long enough for a loaded machine; only a failing test waits this long.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Lines that stay above the screen: more than any evening prints.
const SCROLLBACK: usize = 10_000;

/// The program in a terminal of 80x24.
pub struct Terminal {
    pub process: UnixProcess,
    keyboard: PtyStream,
    output: Receiver<Vec<u8>>,
    parser: Parser<Frames>,
    printed: Vec<u8>,
}

/// Counts what the program draws in one go, so that nobody looks at half a page.
#[derive(Default)]
pub struct Frames {
    drawing: bool,
    pub drawn: usize,
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
        Terminal::run(ips(dir, arguments))
    }

    /// Runs a command, usually one of [`ips`].
    pub fn run(command: Command) -> Terminal {
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
        let parser = Parser::new_with_callbacks(lines(24), lines(80), SCROLLBACK, Frames::default());
        Terminal {
            process,
            keyboard,
            output,
            parser,
            printed: Vec::new(),
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
        // In a terminal that doesn't know its size the program takes it for an ordinary one.
        let (seen_columns, seen_rows) = if columns == 0 || rows == 0 {
            (80, 24)
        } else {
            (columns, rows)
        };
        self.parser.set_size(lines(seen_rows), lines(seen_columns));
        self.process.set_window_size(columns, rows).expect("another size");
    }

    /// Changes the size and waits until the program has drawn for it.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let drawn = self.parser.callbacks().drawn;
        self.set_size(columns, rows);
        self.wait_until(&format!("a page of {columns}x{rows}"), |_, frames| frames.drawn > drawn);
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

    /// Everything that was ever sent to the terminal.
    pub fn bytes(&self) -> &[u8] {
        &self.printed
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let id = self.process.pid().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().expect("kill");
        assert!(sent.success(), "kill -s {name}");
    }

    /// Waits until this was printed in one piece, wherever lines broke and on however small a screen.
    pub fn wait_printed(&mut self, text: &str) {
        let wanted: String = text.split_whitespace().collect();
        let deadline = Instant::now() + PATIENCE;
        while !self.printed().contains(&wanted) {
            let printing = self.read(deadline);
            assert!(printing, "waited in vain for {text} among {:?}", self.printed());
        }
    }

    /// Everything that was ever printed, without blanks and without what only steers the terminal.
    pub fn printed(&self) -> String {
        let text = String::from_utf8_lossy(self.bytes());
        let mut characters = text.chars();
        let mut printed = String::new();
        while let Some(c) = characters.next() {
            if c == '\x1b' {
                if characters.next() == Some('[') {
                    characters.by_ref().find(|c| ('@'..='~').contains(c));
                }
            } else if !c.is_whitespace() && !c.is_control() {
                printed.push(c);
            }
        }
        printed
    }

    /// Everything that can be seen by scrolling back, and the screen itself.
    pub fn everything(&mut self) -> String {
        let screen = self.parser.screen_mut();
        let rows = usize::from(screen.size().0.get());
        screen.set_scrollback(usize::MAX);
        let mut above = screen.scrollback();
        let mut text = String::new();
        loop {
            screen.set_scrollback(above);
            text.push_str(&screen.contents());
            text.push('\n');
            if above == 0 {
                return text;
            }
            above = above.saturating_sub(rows);
        }
    }

    /// Waits until this holds of the words on the screen and of what was drawn, and gives those words.
    pub fn wait_until(&mut self, wanted: &str, holds: impl Fn(&str, &Frames) -> bool) -> String {
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
    pub fn read(&mut self, deadline: Instant) -> bool {
        let patience = deadline.saturating_duration_since(Instant::now());
        let printed = self.output.recv_timeout(patience);
        if let Ok(bytes) = &printed {
            self.parser.process(bytes);
            self.printed.extend_from_slice(bytes);
        }
        printed.is_ok()
    }
}

/// The program for a terminal that shows what is typed, as the ones that people use do; a new pseudo terminal doesn't.
pub fn ips<A: AsRef<OsStr>>(dir: &Path, arguments: &[A]) -> Command {
    in_shell(dir, "stty sane && exec \"$@\"", arguments)
}

/// The same with what a shell does around the program, which is its `"$@"`.
pub fn in_shell<A: AsRef<OsStr>>(dir: &Path, script: &str, arguments: &[A]) -> Command {
    let mut command = Command::new("sh");
    prepare(&mut command, dir);
    command
        .args(["-c", script, "sh", env!("CARGO_BIN_EXE_ips")])
        .args(arguments)
        .env("TERM", "xterm-256color");
    command
}

fn lines(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a size above nothing")
}
