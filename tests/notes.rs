//! What people write and every form has to keep: the blank lines of a note, and characters that a picture has no letters for.

use std::fs;

use ips::{agreement::Agreement, profile::Profile, tally::Mode};

use crate::{
    common::{self, parts, parts::Part},
    program,
};

/// As it is typed in the file, and as it is shown.
const TYPED: &str = "\n\nEerst *dit* | dat.\nDan = verder.\n\n# Tweede deel\n   \n\nDerde.  \n\n";
const SHOWN: &str = "Eerst *dit* | dat.\nDan = verder.\n\n# Tweede deel\n\n\nDerde.";

/// A profile with that note at a question and at an agreement, saved and edited.
fn noted() -> Profile {
    let mut profile = common::profile(Mode::Joint, &["3"; 21]);
    profile.response_mut((0, 0)).note = Some("Een notitie".to_owned());
    profile.agreements.push(Agreement {
        note: Some("Een notitie".to_owned()),
        made: Some(profile.date),
        ..Agreement::new(profile.questionnaire.elements[0].id.clone(), "Samen eten")
    });
    let edited = profile
        .to_toml()
        .replace("\"Een notitie\"", &format!("\"\"\"{TYPED}\"\"\""));
    ips::profile::read("x.toml", &edited).expect("a sound profile").profile
}

/// How often the note is there whole.
fn whole(parts: &[Part]) -> usize {
    parts.iter().filter(|(_, text)| text.trim().ends_with(SHOWN)).count()
}

#[test]
fn blank_lines_in_a_note_are_in_every_form() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("x.toml"), noted().to_toml()).expect("a file");
    let made = |arguments: &[&str]| {
        let ran = program::ips(dir.path()).args(arguments).assert().success();
        ran.get_output().stdout.clone()
    };
    let export = |format: &str| made(&["export", "x.toml", "--format", format]);
    assert_eq!(whole(&parts::markdown(&export("markdown"))), 2, "Markdown");
    assert_eq!(whole(&parts::html(&export("html"))), 2, "HTML");
    assert_eq!(
        whole(&parts::csv(&export("csv"), b',')),
        1,
        "CSV has the questions alone"
    );
    assert_eq!(
        whole(&parts::csv(&made(&["export", "x.toml", "--excel-csv"]), b';')),
        1,
        "CSV for Excel"
    );
    if cfg!(feature = "office") {
        assert_eq!(whole(&parts::word(&export("docx"))), 2, "Word");
        assert_eq!(whole(&parts::excel(&export("xlsx"))), 2, "Excel");
    }
    let json: serde_json::Value = serde_json::from_slice(&export("json")).expect("JSON");
    let note = json["elements"][0]["questions"][0]["note"].as_str().expect("a note");
    assert_eq!(note.trim().replace("   ", ""), SHOWN, "JSON has it as it was typed");
}

#[test]
fn blank_lines_in_a_note_are_told_in_plain_words() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("x.toml"), noted().to_toml()).expect("a file");
    let told = "Toelichting: Eerst *dit* | dat. Dan = verder.\n\n# Tweede deel.\n\n\nDerde.\n";
    for arguments in [&["export", "x.toml", "--plain"][..], &["agreements", "--plain"]] {
        let ran = program::ips(dir.path()).args(arguments).assert().success();
        let said = String::from_utf8_lossy(&ran.get_output().stdout).replace("\r\n", "\n");
        let questions = usize::from(arguments[0] == "export");
        assert_eq!(said.matches(told).count(), 1 + questions, "{arguments:?}: {said}");
    }
}

#[test]
#[cfg(feature = "charts")]
fn what_a_picture_has_no_letters_for_is_named_with_what_shows_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut profile = common::profile(Mode::Joint, &["3"; 21]);
    let mut told = |team: &str, file: &str| {
        profile.team = team.to_owned();
        fs::write(dir.path().join("x.toml"), profile.to_toml()).expect("a file");
        let mut command = program::ips(dir.path());
        let ran = command
            .args(["export", "x.toml", "--force", "-o", file])
            .assert()
            .success();
        String::from_utf8_lossy(&ran.get_output().stderr).replace("\r\n", "\n")
    };
    let named = "Deze tekens kan het plaatje niet laten zien: 学 校 🙂. Een SVG of HTML kan dat wel.\n";
    assert_eq!(told("学校 Noord 🙂", "x.png"), format!("Bewaard: x.png\n{named}"));
    assert_eq!(told("学校 Noord 🙂", "x.svg"), "Bewaard: x.svg\n");
    assert_eq!(told("Één → Noord", "x.png"), "Bewaard: x.png\n");
}
