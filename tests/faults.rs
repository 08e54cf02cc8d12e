//! Faults and hostile input, as many as there are, and a table of what came of them.
//!
//! `cargo test --test faults` tries what is quick; `-- --include-ignored` tries everything, also what needs root (other
//! disks) or `strace`, and more rounds of what is quick. Every case counts what it tried and the harm that was done.
#![allow(
    clippy::unnecessary_debug_formatting,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "paths are told quoted, and the endings are the program's own"
)]

mod common;

mod faults {
    pub mod agreed;
    #[cfg(unix)]
    pub mod below;
    pub mod bytes;
    pub mod calls;
    pub mod corpora;
    pub mod disks;
    #[cfg(unix)]
    pub mod evening;
    pub mod files;
    pub mod folders;
    pub mod formats;
    pub mod hostile;
    #[cfg(unix)]
    pub mod keys;
    pub mod kills;
    pub mod leftovers;
    #[cfg(unix)]
    pub mod links;
    pub mod locks;
    pub mod merged;
    #[cfg(unix)]
    pub mod modes;
    #[cfg(unix)]
    pub mod network;
    pub mod outside;
    pub mod poor;
    pub mod power;
    pub mod program;
    #[cfg(unix)]
    pub mod projector;
    pub mod remarks;
    pub mod signals;
    pub mod spreadsheets;
    #[cfg(unix)]
    pub mod streams;
    pub mod team;
    pub mod terminals;
    pub mod together;
    pub mod tries;
    pub mod watched;
    #[cfg(unix)]
    pub mod window;
}

use std::{
    env,
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
    sync::{Arc, Mutex},
    thread,
};

use libtest_mimic::{Arguments, Trial};

use self::faults::{
    agreed, bytes, calls, corpora, disks, files, folders, formats, hostile, kills, leftovers, locks, merged, outside,
    poor, power, program, remarks, signals, spreadsheets, team, terminals, together,
    tries::{self, Harm, Tries, table},
    watched,
};
#[cfg(unix)]
use self::faults::{below, evening, keys, links, modes, network, projector, streams, window};

/// One kind of fault or hostile input.
struct Case {
    /// What is done, as the table says it.
    name: &'static str,
    /// Whether it needs root, another program or minutes, so that `cargo test` leaves it out.
    demanding: bool,
    run: fn(&mut Tries),
}

const fn quick(name: &'static str, run: fn(&mut Tries)) -> Case {
    Case {
        name,
        demanding: false,
        run,
    }
}

/// One that every system does alike. Wine takes minutes for these, so there they are left out as the demanding ones are.
const fn alike(name: &'static str, run: fn(&mut Tries)) -> Case {
    Case {
        demanding: cfg!(windows),
        ..quick(name, run)
    }
}

fn cases() -> Vec<Case> {
    #[cfg(unix)]
    let on_unix = [
        below::cases(),
        streams::cases(),
        projector::cases(),
        keys::cases(),
        links::cases(),
        modes::cases(),
        network::cases(),
    ];
    #[cfg(not(unix))]
    let on_unix: [Vec<Case>; 0] = [];
    let groups = [
        calls::cases(),
        power::cases(),
        poor::cases(),
        locks::cases(),
        kills::cases(),
        leftovers::cases(),
        agreed::cases(),
        remarks::cases(),
        together::cases(),
        merged::cases(),
        disks::cases(),
        bytes::cases(),
        files::cases(),
        folders::cases(),
        outside::cases(),
        signals::cases(),
        terminals::cases(),
        hostile::cases(),
        corpora::cases(),
        spreadsheets::cases(),
    ];
    groups.into_iter().chain(on_unix).flatten().collect()
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    if arguments.test_threads.is_none() {
        // As tests without a `main` of their own do; but two for each core, since half the time one waits for a program.
        arguments.test_threads = env::var("RUST_TEST_THREADS")
            .ok()
            .and_then(|number| number.parse().ok())
            .or_else(|| thread::available_parallelism().ok().map(|cores| 2 * cores.get()));
    }
    let thorough = arguments.include_ignored || arguments.ignored;
    let mut rows = Vec::new();
    let mut trials = Vec::new();
    for case in cases() {
        let tries = Arc::new(Mutex::new(Tries::new(thorough)));
        rows.push((case.name, tries.clone()));
        let trial = Trial::test(case.name, move || {
            let mut tries = tries.lock().expect("one case");
            let ended = catch_unwind(AssertUnwindSafe(|| (case.run)(&mut tries)));
            if let Err(panic) = ended {
                let said = panic.downcast_ref::<String>().map(String::as_str);
                let said = said
                    .or_else(|| panic.downcast_ref::<&str>().copied())
                    .unwrap_or_default();
                tries.harm(Harm::Panic, said);
            }
            tries.verdict().map_err(Into::into)
        });
        trials.push(trial.with_ignored_flag(case.demanding));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !arguments.list {
        println!("{}", table(&rows));
        // Again below the table: the end of a log is what is kept of it.
        for (name, tries) in &rows {
            if let Some(harm) = tries.lock().expect("the cases have ended").harm_done() {
                println!("{name}: {harm}");
            }
        }
    }
    conclusion.exit_code()
}
