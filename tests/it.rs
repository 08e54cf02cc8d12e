//! Every test of the program from outside, in one program: a module a subject, which is built and linked once.
//!
//! One subject: `cargo test --test it agenda::`. `faults` is a program of its own, with the same helpers in `common`.

mod agenda;
mod agreements;
#[cfg(feature = "office")]
mod alike;
mod asked;
mod attack;
mod card;
mod commands;
mod common;
mod compared;
mod completing;
mod content;
mod copies;
mod cycle;
mod deeper;
mod drawn;
mod examples;
mod explain;
mod files;
mod flows;
mod formats;
mod forms;
mod groups;
mod guide;
mod heads;
#[cfg(unix)]
mod held;
mod house;
mod interview;
// Cargo is not there under wine.
#[cfg(unix)]
mod licences;
mod line;
mod markdown;
#[cfg(target_os = "linux")]
mod menu;
mod merging;
mod notes;
#[cfg(feature = "office")]
mod office;
#[cfg(feature = "office")]
mod opendocument;
#[cfg(target_os = "linux")]
mod opening;
mod pictures;
mod plain;
mod program;
mod questionnaires;
#[cfg(unix)]
mod reading;
mod readme;
mod remarks;
mod report;
mod rewriting;
mod rounds;
mod saving;
mod scales;
mod share;
mod shells;
mod teams;
#[cfg(unix)]
mod terminal;
mod tidy;
mod trend;
mod words;

use std::{fs, path::Path};

/// Cargo runs these two programs only, so a file that neither names would be forgotten.
#[test]
fn every_file_of_tests_is_a_module() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for (folder, named) in [("", include_str!("it.rs")), ("faults", include_str!("faults.rs"))] {
        for entry in fs::read_dir(tests.join(folder)).expect("a folder") {
            let file = entry.expect("an entry").path();
            let name = file.file_stem().and_then(|name| name.to_str()).expect("a name");
            let program = folder.is_empty() && ["it", "faults"].contains(&name);
            if file.extension().is_some_and(|ending| ending == "rs") && !program {
                assert!(
                    named.contains(&format!("mod {name};")),
                    "{} is in no program",
                    file.display()
                );
            }
        }
    }
}
