//! The licences in `data/licences.txt`: those of every package that can be built in, of the font and of the questions.
//!
//! After a change of packages: `LICENCES=overwrite cargo test --test it licences::`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
    process::Command,
};

use ips::{content::licences::licences, text::is_unsafe};
use serde_json::Value;

use crate::program::ips;

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// What is built in beside packages.
const HEAD: &str = "\
ips is under MIT or Apache 2.0, at your choice. This is what is built into it,
on one system or another, with the licences that the parts are used under.

The Dutch titles and questions of six-elements are quoted from \"Houvast bij
het versterken van samenwerken\", Met Andere Ogen; the four questions about
motivation of own-attitude from \"Interprofessioneel samenwerken in onderwijs
en jeugdhulp\". The central question of the agenda is quoted from Schuman
(2023). The rights stay with their authors.";

fn read(path: impl AsRef<Path>) -> String {
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.as_ref().display()));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Every package that the program is made with on some system, also those that only write code for others, and what `build.rs`
/// packs into it.
fn packages() -> Vec<Value> {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1"])
        .current_dir(PROJECT)
        .output()
        .expect("cargo runs");
    assert!(
        metadata.status.success(),
        "{}",
        String::from_utf8_lossy(&metadata.stderr)
    );
    let metadata: Value = serde_json::from_slice(&metadata.stdout).expect("JSON");
    let list = |value: &Value| value.as_array().cloned().expect("a list");
    let nodes = list(&metadata["resolve"]["nodes"]);
    let mut found = BTreeSet::new();
    let mut next = vec![metadata["resolve"]["root"].clone()];
    while let Some(id) = next.pop() {
        if found.insert(id.to_string()) {
            let node = nodes.iter().find(|node| node["id"] == id).expect("a node");
            let is_ours = id == metadata["resolve"]["root"];
            let is_in = |kind: &Value| kind["kind"].is_null() || is_ours && kind["kind"] == "build";
            let built_in = |of: &Value| list(&of["dep_kinds"]).iter().any(is_in);
            next.extend(
                list(&node["deps"])
                    .iter()
                    .filter(|of| built_in(of))
                    .map(|of| of["pkg"].clone()),
            );
        }
    }
    found.remove(&metadata["resolve"]["root"].to_string());
    let mut packages = list(&metadata["packages"]);
    packages.retain(|package| found.contains(&package["id"].to_string()));
    packages
}

/// The texts that a package is used under: its own but for that of Apache where it gives a choice, else that of MIT.
fn texts(package: &Value) -> Vec<String> {
    let expression = package["license"].as_str().unwrap_or_default();
    let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
    let mut files: Vec<_> = fs::read_dir(manifest.parent().expect("a folder"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
            let is_notice = ["LICEN", "UNLICEN", "COPYING", "COPYRIGHT", "NOTICE"].iter();
            path.is_file() && is_notice.into_iter().any(|begin| name.starts_with(begin))
        })
        .collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(read).collect();
    let is_apache = |text: &&String| text.contains("Apache License") && text.contains("TERMS AND CONDITIONS");
    let others: Vec<String> = texts.iter().filter(|text| !is_apache(text)).cloned().collect();
    if !others.is_empty() && (expression.contains(" OR ") || expression.contains('/')) {
        return others;
    }
    if texts.is_empty() {
        assert!(
            expression.contains("MIT"),
            "{}: no licence that is known here",
            package["name"]
        );
        let authors = package["authors"].as_array().expect("a list").iter();
        let authors: Vec<&str> = authors.filter_map(Value::as_str).collect();
        let authors = if authors.is_empty() {
            "its authors".to_owned()
        } else {
            authors.join(", ")
        };
        return vec![format!("Copyright (c) {authors}\n\n{}", mit())];
    }
    texts
}

/// What MIT says below the line with whose it is.
fn mit() -> String {
    let own = read(Path::new(PROJECT).join("LICENSE-MIT"));
    own.split_once("\n\n").expect("a line and the terms").1.to_owned()
}

/// A text without what a screen can't show, at a width that it has.
fn tidy(text: &str) -> String {
    let shown = text
        .replace('\t', "    ")
        .replace(|c: char| c != '\n' && is_unsafe(c), "");
    let lines: Vec<String> = shown.lines().map(|line| textwrap::fill(line.trim_end(), 78)).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn made() -> String {
    let mut used: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    let mut list = BTreeSet::new();
    let mut add = |name: &str, text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (_, names) = used
            .entry(words.join(" "))
            .or_insert_with(|| (tidy(text), BTreeSet::new()));
        names.insert(name.to_owned());
    };
    add("ips", &read(Path::new(PROJECT).join("LICENSE-MIT")));
    add(
        "DejaVu Sans, the letters in pictures",
        &read(Path::new(PROJECT).join("LICENSE-DEJAVU")),
    );
    let rust = format!("Copyright (c) The Rust Project Contributors\n\n{}", mit());
    add("Rust's standard library", &rust);
    for package in packages() {
        let of = |key: &str| package[key].as_str().unwrap_or_default();
        let name = format!("{} {}", of("name"), of("version"));
        list.insert(format!("{name}: {}", of("license")));
        for text in texts(&package) {
            add(&name, &text);
        }
    }
    let mut made = format!("{HEAD}\n\n");
    for line in list {
        let _ = writeln!(made, "{line}");
    }
    let mut sections: Vec<(Vec<String>, String)> = used
        .into_values()
        .map(|(text, names)| (names.into_iter().collect(), text))
        .collect();
    sections.sort();
    for (names, text) in sections {
        let _ = write!(made, "\n{}\n{}\n\n{text}\n", "=".repeat(78), names.join("\n"));
    }
    made
}

#[test]
fn the_licences_are_those_of_all_that_is_built_in() {
    let made = made();
    if std::env::var_os("LICENCES").is_some_and(|what| what == "overwrite") {
        fs::write(Path::new(PROJECT).join("data/licences.txt"), made).expect("the licences");
    } else if made != licences() {
        let missing: Vec<&str> = made.lines().filter(|line| !licences().contains(line)).take(9).collect();
        panic!("other packages are built in: {missing:#?}; LICENCES=overwrite cargo test --test it licences::");
    }
}

#[test]
fn the_program_tells_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = ips(folder.path()).args(["sources", "--licences"]).assert().success();
    assert_eq!(String::from_utf8_lossy(&told.get_output().stdout), licences());
    assert!(!licences().chars().any(|c| c != '\n' && is_unsafe(c)));
}
