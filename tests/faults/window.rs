//! What only faults do to a terminal and wait for in it.

use std::time::{Duration, Instant};

use expectrl::process::unix::WaitStatus;

use crate::common::window::PATIENCE;
pub use crate::common::window::{Terminal, in_shell, ips};

/// How often something outside the terminal is looked at.
const LOOK: Duration = Duration::from_millis(5);

impl Terminal {
    /// Waits until this text is no longer on the screen.
    pub fn wait_gone(&mut self, text: &str) {
        self.wait_until(&format!("no “{text}”"), |shown, _| !shown.contains(text));
    }

    /// Kills the program, and gives the words that were on the screen.
    pub fn kill(&mut self) -> String {
        self.signal("KILL");
        while self.read(Instant::now() + PATIENCE) {}
        let ended = self.process.wait().expect("the program's end");
        assert!(matches!(ended, WaitStatus::Signaled(..)), "it ended by {ended:?}");
        self.words()
    }

    /// Waits until the terminal no longer shows by itself what is typed.
    pub fn wait_unseen(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while self.echoes() {
            assert!(Instant::now() < deadline, "what is typed is shown");
            self.take_in();
        }
    }

    /// Waits until something outside the terminal holds, and meanwhile takes in what is printed.
    pub fn wait_while(&mut self, wanted: &str, waits: impl Fn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while waits() {
            assert!(Instant::now() < deadline, "waited in vain for {wanted}");
            self.take_in();
        }
    }

    /// Takes in what is printed at this moment.
    pub fn take_in(&mut self) {
        self.read(Instant::now() + LOOK);
    }

    /// Waits until the program has drawn its first page, however little of it fits.
    pub fn wait_for_page(&mut self) {
        self.wait_until("a page", |_, frames| frames.drawn > 0);
    }
}
