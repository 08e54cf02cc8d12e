//! Copies of a profile that a folder makes which is kept the same on several computers: each meeting counts once.

use std::{fs, path::Path};

use chrono::NaiveDate;
use ips::{
    agreement::Agreement,
    profile::{Profile, State},
    tally::Mode,
};

use crate::{
    common::{self, each, panicked},
    program::ips,
};

const COPY: &str = "ips-groep-noord-2027-05-27 - Kopie.toml";

/// Two meetings of a team, and a copy of the second, changed in this way.
fn folder(change: impl FnOnce(&mut Profile)) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut profile = common::profile(Mode::Joint, &each(common::ANSWERS));
    profile.agreements = vec![Agreement::new("culture", "Samen lunchen")];
    save(dir.path(), "ips-groep-noord-2026-11-21.toml", &profile);
    profile.agreements = vec![Agreement::new("culture", "Samen eten")];
    profile.date = NaiveDate::from_ymd_opt(2027, 5, 27).unwrap();
    save(dir.path(), "ips-groep-noord-2027-05-27.toml", &profile);
    change(&mut profile);
    save(dir.path(), COPY, &profile);
    dir
}

fn save(dir: &Path, name: &str, profile: &Profile) {
    fs::write(dir.join(name), profile.to_toml()).unwrap();
}

/// What a command that did what was asked says, and what it says beside that.
fn said(dir: &Path, arguments: &[&str]) -> (String, String) {
    let assert = ips(dir).args(arguments).assert().success();
    let [out, told] = [&assert.get_output().stdout, &assert.get_output().stderr];
    let [out, told] = [out, told].map(|bytes| String::from_utf8(bytes.clone()).unwrap());
    assert!(!panicked(&told), "{told}");
    (out, told)
}

#[test]
fn every_command_counts_the_meeting_once_and_names_the_copy_once() {
    let copied = folder(|_| {});
    let alone = folder(|_| {});
    fs::remove_file(alone.path().join(COPY)).unwrap();
    for arguments in [
        &["show"][..],
        &["show", "--json"],
        &["diff"],
        &["diff", "--json"],
        &["trend"],
        &["trend", "--json"],
        &["agreements", "--date", "2027-06-01"],
        &["agenda", "--date", "2027-06-01"],
        &["card"],
        &["card", "--element", "culture"],
        &["export"],
    ] {
        let (out, told) = said(copied.path(), arguments);
        let (out_alone, told_alone) = said(alone.path(), arguments);
        assert_eq!(out, out_alone, "{arguments:?}");
        let remark = format!("Kopie van ips-groep-noord-2027-05-27.toml, telt niet mee: {COPY}.\n");
        assert_eq!(told, format!("{remark}{told_alone}"), "{arguments:?}");
    }
}

#[test]
fn of_two_that_differ_both_are_named_and_the_own_name_counts() {
    let dir = folder(|profile| profile.agreements = vec![Agreement::new("culture", "Uit de kopie")]);
    let (list, told) = said(dir.path(), &["agreements", "--date", "2027-06-01"]);
    assert!(list.contains("Samen eten") && !list.contains("Uit de kopie"), "{list}");
    let named = format!("{COPY} en ips-groep-noord-2027-05-27.toml zijn van dezelfde bijeenkomst, maar verschillen.");
    assert!(told.contains(&named), "{told}");
    // It says how both would count.
    let name = "ips-groep-noord-2027-05-27-2.toml";
    assert!(told.contains(&format!("noem het eerste bestand dan {name}.")), "{told}");
    fs::rename(dir.path().join(COPY), dir.path().join(name)).unwrap();
    let (list, told) = said(dir.path(), &["agreements", "--date", "2027-06-01"]);
    assert!(list.contains("Uit de kopie") && told.is_empty(), "{list}{told}");
}

#[test]
fn several_copies_are_told_at_once() {
    let dir = folder(|_| {});
    let other = "ips-groep-noord-2027-05-27-LAPTOP.toml";
    fs::copy(dir.path().join(COPY), dir.path().join(other)).unwrap();
    let (_, told) = said(dir.path(), &["show"]);
    let remark = format!("Kopie van ips-groep-noord-2027-05-27.toml, telt niet mee: {COPY}, {other}.\n");
    assert_eq!(told, remark);
}

#[test]
fn a_copy_that_differs_isnt_told_to_take_a_name_that_is_there() {
    let dir = folder(|profile| profile.participants = 6);
    let [own, second] = ["ips-groep-noord-2027-05-27.toml", "ips-groep-noord-2027-05-27-2.toml"];
    fs::copy(dir.path().join(own), dir.path().join(second)).unwrap();
    let (_, told) = said(dir.path(), &["show"]);
    assert!(
        told.contains("noem het eerste bestand dan ips-groep-noord-2027-05-27-3.toml."),
        "{told}"
    );
}

#[test]
fn a_change_goes_to_the_file_that_counts() {
    let dir = folder(|_| {});
    let copy = fs::read(dir.path().join(COPY)).unwrap();
    said(dir.path(), &["agreements", "--done", "2", "--date", "2027-06-01"]);
    assert_eq!(fs::read(dir.path().join(COPY)).unwrap(), copy);
    let own = fs::read_to_string(dir.path().join("ips-groep-noord-2027-05-27.toml")).unwrap();
    assert!(own.contains("state = \"done\""), "{own}");
}

#[test]
fn what_is_left_of_a_meeting_counts_whatever_it_is_called() {
    let dir = folder(|_| {});
    fs::remove_file(dir.path().join("ips-groep-noord-2027-05-27.toml")).unwrap();
    let (shown, told) = said(dir.path(), &["show"]);
    assert!(shown.contains("27 mei 2027") && told.is_empty(), "{shown}{told}");
}

#[test]
fn who_compares_both_sees_both_and_is_told() {
    let dir = folder(|_| {});
    let own = "ips-groep-noord-2027-05-27.toml";
    for arguments in [&["diff", own, COPY][..], &["export", own, "--compare-with", COPY]] {
        let (_, told) = said(dir.path(), arguments);
        assert!(
            told.contains("Je noemt ze allebei, dus je ziet ze naast elkaar."),
            "{told}"
        );
    }
    let (_, told) = said(dir.path(), &["diff", "ips-groep-noord-2026-11-21.toml", COPY]);
    assert!(told.is_empty(), "{told}");
}

#[test]
fn a_copy_that_a_star_named_too_is_no_second_meeting() {
    let dir = folder(|_| {});
    let [first, own] = ["ips-groep-noord-2026-11-21.toml", "ips-groep-noord-2027-05-27.toml"];
    let (trend, told) = said(dir.path(), &["trend", first, COPY, own]);
    assert_eq!(trend, said(dir.path(), &["trend", first, own]).0);
    assert!(
        told.starts_with(&format!("Kopie van {own}, telt niet mee: {COPY}.")),
        "{told}"
    );
    let (alone, told) = said(dir.path(), &["trend", first, COPY]);
    assert!(alone.contains("2 bijeenkomsten") && told.is_empty(), "{alone}{told}");
}

#[test]
fn a_copy_of_a_draft_is_not_another_one_to_go_on_with() {
    let dir = folder(|profile| profile.state = State::draft());
    fs::rename(
        dir.path().join(COPY),
        dir.path().join("ips-groep-noord-2027-05-28.draft.toml"),
    )
    .unwrap();
    let [draft, copy] = [
        "ips-groep-noord-2027-05-28.draft.toml",
        "ips-groep-noord-2027-05-28.draft (1).toml",
    ];
    fs::copy(dir.path().join(draft), dir.path().join(copy)).unwrap();
    let mut command = ips(dir.path());
    command.args(["assess", "--resume", "--plain"]).write_stdin("q\n");
    let told = String::from_utf8(command.assert().get_output().stderr.clone()).unwrap();
    assert!(
        told.contains(&format!("Kopie van {draft}, telt niet mee: {copy}.")),
        "{told}"
    );
    assert!(!told.contains("meer concepten"), "{told}");
}
