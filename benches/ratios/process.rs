//! Runs whole programs, on two cores however many there are.

use std::{
    env, io,
    process::{Command, ExitCode, Stdio},
    time::{Duration, Instant},
};

use nix::sys::resource::{UsageWho, getrusage};

/// A command line; its first word is the program.
pub type Words = Vec<String>;

/// What a program took of the machine.
#[derive(Clone, Copy)]
pub struct Usage {
    /// Of all its threads together, in its own code and in the system's.
    pub cpu: Duration,
    /// The most memory that it had at one moment, in bytes.
    pub peak: u64,
}

fn command(words: &[String]) -> Command {
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).stdin(Stdio::null());
    command.env("RAYON_NUM_THREADS", "2").env_remove("IPS_DIR");
    command
}

/// Runs a program and gives how long it took.
///
/// # Panics
/// When it doesn't end well: what isn't done takes no time.
pub fn timed(words: &[String]) -> Duration {
    let mut command = command(words);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().expect("the program runs");
    let taken = start.elapsed();
    assert!(status.success(), "{words:?}");
    taken
}

/// Runs a program and gives what it took. A system tells that of all of one's children together, so it is done by a process that
/// has no other.
pub fn watched(words: &[String]) -> Usage {
    let watcher = myself("--watch").chain(words.iter().cloned()).collect::<Words>();
    let told = command(&watcher).stderr(Stdio::null()).output().expect("it runs");
    assert!(told.status.success(), "{words:?}");
    let told = String::from_utf8(told.stdout).expect("two numbers");
    let mut numbers = told.split_whitespace().map(|number| number.parse().expect("a number"));
    let mut next = || numbers.next().expect("two numbers");
    Usage {
        cpu: Duration::from_micros(next()),
        peak: next(),
    }
}

/// What the watching process does.
pub fn watch(words: &[String]) -> ExitCode {
    timed(words);
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("Unix has it");
    let cpu = usage.user_time() + usage.system_time();
    // Linux counts in KiB.
    println!(
        "{} {}",
        cpu.tv_sec() * 1_000_000 + cpu.tv_usec(),
        usage.max_rss() * 1024
    );
    ExitCode::SUCCESS
}

/// This program with a task of its own.
pub fn myself(task: &str) -> impl Iterator<Item = String> {
    let program = env::current_exe().expect("it was started from a file");
    [program.to_string_lossy().into_owned(), task.to_owned()].into_iter()
}

/// Runs each of these once a round, so that whatever else the machine does falls on all, and gives the median of each. With several
/// rounds the first, which finds nothing in the caches, doesn't count.
pub fn in_turns<const N: usize>(rounds: usize, commands: &[Words; N]) -> [Duration; N] {
    let mut times = commands.each_ref().map(|_| Vec::new());
    for round in 0..=rounds {
        for (words, times) in commands.iter().zip(&mut times) {
            let taken = timed(words);
            if round > 0 || rounds == 0 {
                times.push(taken);
            }
        }
    }
    times.map(median)
}

/// The middle one; of an even number the higher of the two.
pub fn median<T: Ord + Copy>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    values[values.len() / 2]
}

/// Whether a program can be run here and ends well.
pub fn is_there(words: &[&str]) -> bool {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).stdout(Stdio::null()).stderr(Stdio::null());
    let status: io::Result<_> = command.status();
    status.is_ok_and(|status| status.success())
}
