//! The reports in `examples`, one for each format: made again from the profiles there, without a difference.
//!
//! After a change that is meant: `EXAMPLES=overwrite cargo test --test it examples::`.

use std::{fs, path::Path};

use crate::program::ips;

const BEFORE: &str = "ips-groep-de-linde-2026-11-19.toml";
const AFTER: &str = "ips-groep-de-linde-2027-05-27.toml";

/// Makes a report in an empty folder and holds it against the one of that name in `examples`.
fn check(command: &[&str], report: &str) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(report);
    ips(&examples).args(command).arg("-o").arg(&file).assert().success();
    let made = fs::read(&file).expect("the report");
    if std::env::var_os("EXAMPLES").is_some_and(|what| what == "overwrite") {
        fs::write(examples.join(report), made).expect("the example");
    } else if fs::read(examples.join(report)).ok() != Some(made) {
        panic!(
            "{report} is made differently now; if that is meant: EXAMPLES=overwrite cargo test --test it examples::"
        );
    }
}

fn check_report(report: &str) {
    check(&["export", AFTER, "--compare-with", BEFORE], report);
}

#[test]
fn the_reports_of_text_are_made_as_they_are() {
    for report in ["verslag.md", "verslag.html", "verslag.csv", "verslag.json", "radar.svg"] {
        check_report(report);
    }
    check(&["export", AFTER, "--excel-csv"], "verslag-voor-excel.csv");
}

#[test]
fn the_trend_is_made_as_it_is() {
    check(&["trend", BEFORE, AFTER], "verloop.html");
}

#[test]
fn the_picture_of_many_teams_is_made_as_it_is() {
    check(&["overview", "netwerk"], "beeld.html");
}

#[test]
fn the_groups_side_by_side_are_made_as_they_are() {
    check(&["gap", "--dir", "groepen"], "naast-elkaar.html");
}

/// A drawing is a figure with words; around it there is none without.
#[test]
fn no_drawing_of_the_pages_stands_in_another() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for (page, drawings) in [("verslag", 1), ("verloop", 7), ("beeld", 6), ("naast-elkaar", 5)] {
        let text = fs::read_to_string(folder.join(format!("{page}.html"))).expect("the page");
        let counts = ["role=\"img\"", "<figure role=", "<figure"].map(|what| text.matches(what).count());
        assert_eq!(counts, [drawings; 3], "{page}");
    }
}

/// Every team of the example counts, by a sound profile.
#[test]
fn the_teams_of_the_example_of_many_are_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/netwerk");
    let names = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("a file").file_name());
    let names: Vec<_> = names.collect();
    ips(&folder).arg("check").args(&names).assert().success().stderr("");
    let ran = ips(&folder)
        .args(["overview", "--strict", "--json"])
        .assert()
        .success()
        .stderr("");
    let picture: serde_json::Value = serde_json::from_slice(&ran.get_output().stdout).expect("JSON");
    assert_eq!(
        (&picture["teams"], &picture["copies"]),
        (&names.len().into(), &0.into())
    );
}

#[test]
fn the_agenda_is_made_as_it_is() {
    for agenda in ["agenda.html", "agenda.md"] {
        check(&["agenda"], agenda);
    }
}

#[test]
fn the_sheet_to_fill_in_is_made_as_it_is() {
    check(&["questions"], "vragen.html");
}

#[test]
fn the_guide_is_made_as_it_is() {
    check(&["guide"], "handleiding.html");
}

#[cfg(feature = "charts")]
#[test]
fn the_picture_is_made_as_it_is() {
    check_report("radar.png");
}

// Their archive says on which kind of system it was packed, so they are of one system.
#[cfg(all(feature = "office", unix))]
#[test]
fn the_office_files_are_made_as_they_are() {
    for report in ["verslag.docx", "verslag.xlsx"] {
        check_report(report);
    }
    check_report("verslag.ods");
    check(&["agenda"], "agenda.docx");
    check(&["agenda"], "agenda.odt");
    check(&["overview", "netwerk"], "beeld.xlsx");
    check(&["gap", "--dir", "groepen"], "naast-elkaar.docx");
    check(&["gap", "--dir", "groepen"], "naast-elkaar.xlsx");
}
