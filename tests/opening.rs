//! `--open`: a document is saved and then opened, here by a stand-in for the program that opens files on Linux.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Output},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::common::{files, prepare, window::PATIENCE};

const FIRST: &str = "ips-groep-de-linde-2026-11-19.toml";
const SECOND: &str = "ips-groep-de-linde-2027-05-27.toml";

/// A folder with two profiles, and beside it a program that writes down what it is asked to open.
fn folder() -> (TempDir, TempDir) {
    let (dir, beside) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for profile in [FIRST, SECOND] {
        fs::copy(examples.join(profile), dir.path().join(profile)).expect("a profile");
    }
    let opens = beside.path().join("xdg-open");
    let script =
        "#!/bin/sh\nprintf '%s\\n' \"$1\" >\"${0%/*}/writing\" && /bin/mv \"${0%/*}/writing\" \"${0%/*}/opened\"\n";
    fs::write(&opens, script).expect("a program");
    fs::set_permissions(&opens, fs::Permissions::from_mode(0o755)).expect("a program");
    (dir, beside)
}

fn run(dir: &Path, path: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ips"));
    prepare(&mut command, dir);
    command.args(arguments).env("PATH", path).output().expect("the program")
}

/// What was opened; the program that opens files isn't waited for.
fn opened(beside: &Path) -> String {
    let file = beside.join("opened");
    let deadline = Instant::now() + PATIENCE;
    while !file.exists() {
        assert!(Instant::now() < deadline, "nothing was opened");
        thread::sleep(Duration::from_millis(5));
    }
    let opened = fs::read_to_string(&file).expect("what was opened");
    fs::remove_file(&file).expect("what was opened");
    opened.trim_end().to_owned()
}

#[test]
fn every_document_can_be_opened_and_gets_a_name_where_none_is_given() {
    let (dir, beside) = folder();
    for (arguments, name) in [
        (&["export"][..], "verslag-ips-groep-de-linde-2027-05-27.html"),
        (&["export", FIRST], "verslag-ips-groep-de-linde-2026-11-19.html"),
        (
            &["export", "--format", "word"],
            "verslag-ips-groep-de-linde-2027-05-27.docx",
        ),
        (&["export", "--excel-csv"], "verslag-ips-groep-de-linde-2027-05-27.csv"),
        (&["export", "--output=-x.md"], "-x.md"),
        (&["agenda"], "agenda-ips-groep-de-linde-2027-07-08.html"),
        (
            &["agenda", "--date", "2027-06-01"],
            "agenda-ips-groep-de-linde-2027-06-01.html",
        ),
        (&["trend"], "verloop-ips-groep-de-linde-2027-05-27.html"),
        (&["questions", "--questions", "trust"], "vragen-trust.html"),
        (&["guide"], "handleiding.html"),
    ] {
        if cfg!(not(feature = "office")) && arguments.contains(&"word") {
            continue;
        }
        let ran = run(dir.path(), beside.path(), &[arguments, &["--open"]].concat());
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success() && ran.stdout.is_empty(), "{arguments:?}: {said}");
        assert!(said.contains(&format!("Bewaard: {name}")), "{said}");
        let place = dir.path().join(name);
        assert_eq!(Path::new(&opened(beside.path())), place);
        assert!(place.is_file());
    }
}

#[test]
fn a_name_of_its_own_is_beside_the_profile_and_never_that_of_another_file() {
    let (dir, beside) = folder();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let folder = dir.path().to_str().expect("a plain path");
    let ran = || run(elsewhere.path(), beside.path(), &["export", "--dir", folder, "--open"]);
    let name = |number: &str| format!("verslag-ips-groep-de-linde-2027-05-27{number}.html");
    assert!(ran().status.success());
    let report = fs::read(opened(beside.path())).expect("the report");
    assert!(ran().status.success());
    assert_eq!(
        Path::new(&opened(beside.path())),
        dir.path().join(name("")),
        "the same needs no second file"
    );

    fs::write(dir.path().join(name("")), "eigen woorden").expect("a changed report");
    assert!(ran().status.success());
    assert_eq!(fs::read(opened(beside.path())).expect("the report"), report);
    assert_eq!(files(dir.path()), [FIRST, SECOND, &name("-2"), &name("")]);
    let kept = fs::read_to_string(dir.path().join(name(""))).expect("the changed report");
    assert_eq!(kept, "eigen woorden");
    assert!(files(elsewhere.path()).is_empty());
}

#[test]
fn what_cannot_be_opened_stays_and_its_place_is_told() {
    let (dir, nothing) = (folder().0, tempfile::tempdir().expect("a folder"));
    for (arguments, name) in [
        (&["export", "-o", "verslag.html", "--open"][..], "verslag.html"),
        (&["guide", "--open"], "handleiding.html"),
    ] {
        let ran = run(dir.path(), nothing.path(), arguments);
        assert_eq!(ran.status.code(), Some(1));
        let said = String::from_utf8_lossy(&ran.stderr)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let place = dir.path().join(name);
        assert!(said.contains(&format!("Bewaard: {name}")), "{said}");
        assert!(said.contains(&format!("Open het zelf: {}", place.display())), "{said}");
        assert!(place.is_file());
    }
}
