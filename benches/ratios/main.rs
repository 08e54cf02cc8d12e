//! What whole commands take, each beside the least that it could: `cargo bench --bench ratios`.
//!
//! Each round runs every command and what it stands beside once, so that whatever else the machine does falls on all of them; the
//! medians are compared. The table is one of Markdown, for the README. Ends with 1 where a goal isn't met; without `--bench`, as
//! `cargo test` starts it, only for goals that a busy machine doesn't touch.
//!
//! ```sh
//! cargo bench --bench ratios                                   # 5,000 profiles, some minutes
//! cargo bench --bench ratios -- --profiles 100000 --builds     # the table of the README, a quarter of an hour
//! cargo bench --bench ratios -- --make 100000 --teams 20000 DIR    # only makes profiles to try something on; --folders by municipality
//! ```

#[cfg(unix)]
mod evening;
#[cfg(unix)]
mod floor;
mod many;
#[cfg(unix)]
mod measure;
#[cfg(unix)]
mod process;
#[cfg(unix)]
mod table;

use std::{env, path::Path, process::ExitCode, str::FromStr};

use many::Many;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    if words.iter().any(|word| word == "--make") {
        return make(&words);
    }
    #[cfg(unix)]
    return match words.first().map(String::as_str) {
        Some("--watch") => process::watch(&words[1..]),
        Some("--floor") => floor::run(&words[1], Path::new(&words[2])),
        _ => measure::all(&measure::Wanted {
            profiles: after(&words, "--profiles").unwrap_or(5_000),
            program: after(&words, "--program").unwrap_or_else(|| env!("CARGO_BIN_EXE_ips").to_owned()),
            builds: words.iter().any(|word| word == "--builds"),
            are_times_judged: words.iter().any(|word| word == "--bench"),
        }),
    };
    #[cfg(not(unix))]
    {
        println!("What a program took is asked of Unix.");
        ExitCode::SUCCESS
    }
}

/// Only makes profiles, in a folder that is named last.
fn make(words: &[String]) -> ExitCode {
    let words: Vec<String> = words.iter().filter(|word| *word != "--bench").cloned().collect();
    let profiles = after(&words, "--make").expect("how many profiles");
    let many = Many {
        profiles,
        teams: after(&words, "--teams").unwrap_or(profiles.div_ceil(5)),
        by_municipality: words.iter().any(|word| word == "--folders"),
    };
    let dir = words.last().expect("a folder");
    let beside = many.make(Path::new(dir)).expect("room on the disk");
    println!(
        "{profiles} profiles of {} teams, and beside them {beside:?}",
        many.teams
    );
    ExitCode::SUCCESS
}

/// The value after a flag.
fn after<T: FromStr>(words: &[String], flag: &str) -> Option<T> {
    let place = words.iter().position(|word| word == flag)?;
    words.get(place + 1)?.parse().ok()
}
