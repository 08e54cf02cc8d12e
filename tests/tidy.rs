//! The answers of many teams as rows: every column is documented, and the rows don't depend on who makes them.

use std::{fmt::Write as _, fs, path::Path};

use ips::{
    lang::Lang,
    profile::Profile,
    render::tidy::{Column, Kind, columns},
    tally::Mode,
};
use tempfile::TempDir;

use crate::{common, program::ips};

#[test]
fn the_text_about_many_teams_has_every_column_as_the_program_has_it() {
    let mut table = String::from("| Column | Type | What it is |\n| --- | --- | --- |\n");
    for column in columns(true) {
        writeln!(
            table,
            "| `{}` | {} | {} |",
            column.name,
            kind(&column),
            (column.about)(Lang::En)
        )
        .expect("memory");
    }
    let told = include_str!("../examples/many-teams.md").replace("\r\n", "\n");
    let (_, rest) = told.split_once("<!-- columns -->\n").expect("where they begin");
    let (written, _) = rest.split_once("<!-- /columns -->").expect("where they end");
    assert_eq!(
        written.trim(),
        table.trim(),
        "this is what examples/many-teams.md should have:\n\n{table}"
    );
}

/// What can stand in a column, in words.
fn kind(column: &Column) -> String {
    let kind = match column.kind {
        Kind::Word(words) => words.join(", "),
        Kind::Text | Kind::Day | Kind::Truth | Kind::Whole(..) | Kind::Number => column.kind.word().to_owned(),
    };
    if column.always { kind } else { kind + "; or empty" }
}

/// Teams in two folders, in an order in which they aren't to come out.
fn teams() -> TempDir {
    let dir = TempDir::new().expect("a folder");
    for (folder, name, team, day) in [
        ("zuid", "b-2026-11-21", "Bijen", "2026-11-21"),
        ("zuid", "a-2026-11-21", "appels", "2026-11-21"),
        ("zuid", "a-2026-05-01", "Appels", "2026-05-01"),
        ("zuid", "a-2026-11-21 (1)", "Appels", "2026-11-21"),
        ("noord", "z-2026-11-21", "Appels", "2026-11-21"),
    ] {
        let profile = Profile {
            team: team.into(),
            date: day.parse().expect("a day"),
            ..common::profile(Mode::Tally, &["3 4 4", "5 1 1 5"])
        };
        save(dir.path(), folder, &format!("{name}.toml"), &profile.to_toml());
    }
    save(dir.path(), "noord", "kapot-2026-11-21.toml", "format = 1\nteam = [");
    dir
}

fn save(dir: &Path, folder: &str, name: &str, text: &str) {
    fs::create_dir_all(dir.join(folder)).expect("a folder");
    fs::write(dir.join(folder).join(name), text).expect("a file");
}

#[test]
fn rows_come_in_one_order_whatever_the_number_of_threads() {
    let dir = teams();
    let made = |threads: &str| {
        let mut command = ips(dir.path());
        command.args(["export", "."]).env("RAYON_NUM_THREADS", threads);
        String::from_utf8(command.assert().success().get_output().stdout.clone()).expect("UTF-8")
    };
    let rows = made("1");
    assert_eq!(rows, made("4"));
    let first_cells = |row: &str| {
        row.split(',')
            .take(6)
            .filter(|cell| !cell.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut profiles: Vec<String> = rows.lines().skip(1).map(first_cells).collect();
    assert_eq!(profiles.len(), 4 * 24);
    profiles.dedup();
    assert_eq!(
        profiles,
        [
            "noord/z-2026-11-21.toml noord Appels 2026-11-21 true",
            "zuid/a-2026-05-01.toml zuid Appels 2026-05-01 false",
            "zuid/a-2026-11-21.toml zuid appels 2026-11-21 true",
            "zuid/b-2026-11-21.toml zuid Bijen 2026-11-21 true",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_left_out_and_with_strict_nothing_is_saved() {
    let dir = teams();
    let export = |flags: &[&str]| {
        let mut command = ips(dir.path());
        command.args(["export", "noord", "zuid", "-o", "rijen.csv"]).args(flags);
        let ran = command.assert();
        let output = ran.get_output();
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let is_there = |name: &str| dir.path().join(name).exists();
    let (code, said) = export(&["--strict"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("kapot-2026-11-21.toml"), "{said}");
    assert!(!is_there("rijen.csv") && !is_there("rijen.datapackage.json"));
    let (code, said) = export(&[]);
    assert_eq!(code, Some(0));
    assert!(said.contains("kapot-2026-11-21.toml"), "{said}");
    assert!(is_there("rijen.csv") && is_there("rijen.datapackage.json"));
}

#[test]
fn another_description_is_never_replaced_without_being_asked() {
    let dir = teams();
    let other = dir.path().join("datapackage.json");
    fs::write(&other, "{}").expect("a file");
    let export = |flags: &[&str]| {
        let mut command = ips(dir.path());
        command.args(["export", "zuid", "-o", "answers.csv"]).args(flags);
        command.assert().get_output().clone()
    };
    let refused = export(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("datapackage.json"));
    assert_eq!(fs::read_to_string(&other).expect("a file"), "{}");
    assert!(!dir.path().join("answers.csv").exists());
    assert!(export(&["--force"]).status.success());
    let described: serde_json::Value = serde_json::from_slice(&fs::read(&other).expect("a file")).expect("JSON");
    let fields = described["resources"][0]["schema"]["fields"]
        .as_array()
        .expect("fields");
    assert_eq!(fields.len(), columns(false).count());
}
