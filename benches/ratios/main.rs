//! How long whole commands take, held against a program that does nothing: `cargo bench --bench ratios`.
//!
//! Each round runs every command once, so that whatever else the machine does falls on all of them; the medians are compared.
//! Ends with 1 where a goal isn't met.

mod many;

use std::{
    process::{Command, ExitCode, Stdio},
    time::{Duration, Instant},
};

/// The program that does nothing.
const NOTHING: &str = "/bin/true";

const IPS: &str = env!("CARGO_BIN_EXE_ips");
const PROFILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/examples/ips-groep-de-linde-2027-05-27.toml"
);

/// What is run, and the most times as long as nothing that it may take.
const COMMANDS: [(&[&str], Option<f64>); 4] = [
    (&[NOTHING], None),
    (&[IPS, "--version"], Some(1.8)),
    (&[IPS, "show", PROFILE], Some(3.0)),
    (&[IPS, "show", "--json", PROFILE], None),
];

const ROUNDS: usize = 400;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let ["--make", profiles, "--teams", teams, dir] = words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        let number = |word: &str| word.parse().expect("a number");
        let many = many::Many {
            profiles: number(profiles),
            teams: number(teams),
            by_municipality: false,
        };
        println!("{:?}", many.make(std::path::Path::new(dir)));
        return ExitCode::SUCCESS;
    }
    if !std::path::Path::new(NOTHING).exists() {
        println!("There is no {NOTHING} here to hold the commands against.");
        return ExitCode::SUCCESS;
    }
    let mut times: [Vec<Duration>; COMMANDS.len()] = Default::default();
    for _ in 0..ROUNDS {
        for ((command, _), times) in COMMANDS.iter().zip(&mut times) {
            times.push(run(command));
        }
    }
    let medians = times.map(|mut times| {
        times.sort_unstable();
        times[ROUNDS / 2]
    });
    println!("{:<18} {:>9} {:>6}  goal", "command", "median", "ratio");
    let mut all_met = true;
    for ((command, goal), median) in COMMANDS.iter().zip(medians) {
        let ratio = median.as_secs_f64() / medians[0].as_secs_f64();
        let met = goal.is_none_or(|goal| ratio <= goal);
        all_met &= met;
        let words: Vec<&str> = command.iter().map(|word| short(word)).collect();
        let goal = goal.map(|goal| format!("{goal:.1}, {}", if met { "met" } else { "not met" }));
        println!(
            "{:<18} {:>6} µs {ratio:>6.2}  {}",
            words.join(" "),
            median.as_micros(),
            goal.unwrap_or_default()
        );
    }
    if all_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(command: &[&str]) -> Duration {
    let mut program = Command::new(command[0]);
    program
        .args(&command[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let start = Instant::now();
    let status = program.status().expect("the program runs");
    let taken = start.elapsed();
    assert!(status.success(), "{command:?}");
    taken
}

/// A word of a command line as the table shows it.
fn short(word: &str) -> &str {
    match word {
        IPS => "ips",
        PROFILE => "FILE",
        other => other,
    }
}
