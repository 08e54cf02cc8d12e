//! `-o` with a folder, with the built program: each document gets its own name there, and all rules of a file that was named
//! hold for it.

use std::{fs, path::Path};

use crate::{common::files, program::ips};

const MEETING: &str = "ips-groep-de-linde-2027-05-27";

/// A folder with the examples' folders of teams, a questionnaire of one's own, and an empty folder.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for name in [format!("{MEETING}.toml"), "ips-groep-de-linde-2026-11-19.toml".into()] {
        fs::copy(examples.join(&name), dir.path().join(name)).expect("a profile");
    }
    for (folder, kept) in [("groepen", 3), ("netwerk", 8)] {
        let (from, to) = (examples.join(folder), dir.path().join(folder));
        fs::create_dir(&to).expect("a folder");
        let names = files(&from);
        assert_eq!(names.len(), kept);
        for name in names {
            fs::copy(from.join(&name), to.join(&name)).expect("a profile");
        }
    }
    fs::create_dir(dir.path().join("map")).expect("a folder");
    dir
}

#[test]
fn in_a_folder_every_document_gets_a_name_of_its_own() {
    let dir = folder();
    let place = dir.path().join("map");
    for (arguments, names) in [
        (&["export"][..], &["verslag-ips-groep-de-linde-2027-05-27.html"][..]),
        (&["export", "--plain"], &["verslag-ips-groep-de-linde-2027-05-27.html"]),
        (
            &["export", "--format", "md"],
            &["verslag-ips-groep-de-linde-2027-05-27.md"],
        ),
        (
            &["export", "--excel-csv"],
            &["verslag-ips-groep-de-linde-2027-05-27.csv"],
        ),
        (&["export", "--share"], &["ips-groep-de-linde-2027-05-27-gedeeld.toml"]),
        (&["export", "netwerk"], &["antwoorden.csv", "datapackage.json"]),
        (
            &["agenda", "--date", "2027-07-08"],
            &["agenda-ips-groep-de-linde-2027-07-08.html"],
        ),
        (&["trend"], &["verloop-ips-groep-de-linde-2027-05-27.html"]),
        (&["trend", "--json"], &["verloop-ips-groep-de-linde-2027-05-27.json"]),
        (&["gap", "--dir", "groepen"], &["naast-elkaar-ips-groep-de-linde.html"]),
        (&["overview", "netwerk"], &["overzicht.html"]),
        (&["form", "--group", "ouders"], &["formulier-six-elements-ouders.txt"]),
        (&["form", "--format", "html"], &["formulier-six-elements.html"]),
        (&["questions", "--questions", "trust"], &["vragen-trust.html"]),
        (&["guide"], &["handleiding.html"]),
    ] {
        for (named, flags, code) in [("map", &[][..], 0), ("map/", &[], 1), ("map/", &["--force"], 0)] {
            let ran = ips(dir.path()).args(arguments).args(["-o", named]).args(flags).assert();
            let output = ran.get_output();
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(
                output.status.code(),
                Some(code),
                "{arguments:?} {named} {flags:?}: {said}"
            );
            assert!(output.stdout.is_empty(), "{arguments:?}");
            let told = format!("map{}{}", std::path::MAIN_SEPARATOR, names[0]);
            assert!(
                said.replace('/', std::path::MAIN_SEPARATOR_STR).contains(&told),
                "{said}"
            );
        }
        assert_eq!(files(&place), names, "{arguments:?}");
        for name in names {
            fs::remove_file(place.join(name)).expect("a document");
        }
    }
}

#[test]
fn a_folder_that_is_not_there_is_told_and_not_made() {
    let dir = folder();
    for arguments in [
        &["export"][..],
        &["export", "--share"],
        &["export", "netwerk"],
        &["guide"],
    ] {
        let ran = ips(dir.path()).args(arguments).args(["-o", "nergens/"]).assert();
        let output = ran.get_output();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.contains("nergens") && said.contains("Maak"), "{said}");
    }
    assert!(!dir.path().join("nergens").exists());
}
