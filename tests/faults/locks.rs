//! What stands where a lock belongs, and locks that nobody holds any more.

use std::{
    fs::{self, File},
    path::Path,
};

use ips::store::{Disk, DraftFile, ProfileFile};

use crate::{
    Case,
    program::{DRAFT, MEETING, PROFILE, command, expect, files, folder, run},
    quick,
    team::{new_draft, saved_profile},
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a link, a pipe, a folder or a text where a lock belongs", in_its_place),
        quick("a complete evening whose profile can't be locked", complete_unlocked),
        quick(
            "locks that killed programs left, among those of living ones",
            left_locks,
        ),
    ]
}

/// What stands where a lock belongs, and whether the file can be locked all the same.
fn in_its_place(tries: &mut Tries) {
    type Plant = fn(&Path, &Path);
    let plants: &[(&str, Plant, bool)] = &[
        ("a folder", |lock, _| fs::create_dir(lock).expect("a folder"), false),
        ("a text", |lock, _| fs::write(lock, "van mij").expect("a text"), true),
        #[cfg(unix)]
        (
            "a link",
            |lock, target| std::os::unix::fs::symlink(target, lock).expect("a link"),
            false,
        ),
        #[cfg(unix)]
        (
            "a link to nothing",
            |lock, target| std::os::unix::fs::symlink(target.with_extension("niets"), lock).expect("a link"),
            false,
        ),
        #[cfg(unix)]
        ("a pipe", |lock, _| pipe(lock), false),
        #[cfg(unix)]
        (
            "a lock that may only be read",
            |lock, _| {
                use std::os::unix::fs::PermissionsExt as _;
                File::create(lock).expect("a lock");
                fs::set_permissions(lock, fs::Permissions::from_mode(0o444)).expect("its mode");
            },
            true,
        ),
    ];
    for (what, plant, works) in plants {
        for name in [DRAFT, PROFILE] {
            tries.count();
            let (dir, outside) = (folder(), folder());
            let target = outside.path().join("doel");
            fs::write(&target, "van een ander").expect("a target");
            let lock = dir.path().join(format!("{name}.lock"));
            plant(&lock, &target);
            let (text, arguments, ends): (_, &[&str], _) = match name {
                DRAFT => (
                    new_draft(&["culture"]).to_toml(),
                    &["assess", "--plain", "--resume"],
                    130,
                ),
                _ => (saved_profile().to_toml(), &["agreements", "--done=1"], 0),
            };
            fs::write(dir.path().join(name), text).expect("a draft or a profile");
            // Another process: one that waits for a pipe is ended.
            let ran = run(tries, &mut command(dir.path(), arguments), "");
            if *works {
                expect(tries, &ran, ends, "");
            } else {
                expect(tries, &ran, 1, "geen gewoon bestand. Op die plek maakt ips een slot");
            }
            let kept = fs::read_to_string(&target).unwrap_or_default() == "van een ander";
            let untouched = !matches!(*what, "a text") || fs::read_to_string(&lock).unwrap_or_default() == "van mij";
            let nothing_else = files(outside.path()) == ["doel"];
            tries.expect(kept && untouched && nothing_else, Harm::Lost, || {
                format!("{what} was followed, written or taken away")
            });
        }
    }
}

#[cfg(unix)]
fn pipe(path: &Path) {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
}

/// The profile is saved, so the evening goes on, and says so.
fn complete_unlocked(tries: &mut Tries) {
    tries.count();
    let dir = folder();
    fs::create_dir(dir.path().join(format!("{PROFILE}.lock"))).expect("a folder");
    let mut evening = command(dir.path(), MEETING);
    evening.args(["--plain", "--elements", "ecosystem"]);
    let ran = run(tries, &mut evening, "3\n4\n5\n\n6\nBellen\nIedereen\n\n\n");
    expect(tries, &ran, 0, "");
    let text = fs::read_to_string(dir.path().join(PROFILE)).unwrap_or_default();
    let said = String::from_utf8_lossy(&ran.stdout).contains("Bewaard");
    tries.expect(said && text.contains("Bellen"), Harm::Lost, || format!("{ran:?}"));
}

/// What nobody holds goes; what someone holds, or what is no lock, stays.
fn left_locks(tries: &mut Tries) {
    type Opens = fn(&Path) -> bool;
    let opens: [(&str, Opens); 3] = [
        ("a draft is begun", |dir| {
            DraftFile::create(&Disk, dir, &new_draft(&["culture"])).is_ok()
        }),
        ("a draft is gone on with", |dir| {
            DraftFile::open(&Disk, dir.join("team-2026-01-03.draft.toml")).is_ok()
        }),
        ("a profile is changed", |dir| {
            ProfileFile::open(&Disk, &dir.join("team-2026-01-04.toml")).is_ok()
        }),
    ];
    for (what, opens) in opens {
        tries.count();
        let dir = folder();
        let at = |name: &str| dir.path().join(name);
        let (draft, profile) = (new_draft(&["culture"]), saved_profile());
        for name in ["team-2026-01-01.draft.toml", "team-2026-01-03.draft.toml"] {
            fs::write(at(name), draft.to_toml()).expect("a draft");
        }
        for name in ["team-2026-01-02.toml", "team-2026-01-04.toml"] {
            fs::write(at(name), profile.to_toml()).expect("a profile");
        }
        let living = (
            DraftFile::open(&Disk, at("team-2026-01-01.draft.toml")).expect("a draft"),
            ProfileFile::open(&Disk, &at("team-2026-01-02.toml")).expect("a profile"),
        );
        for name in [
            "team-2026-01-03.draft.toml.lock",
            "team-2025-05-05.toml.lock",
            "team-2025-05-05-2.draft.toml.lock",
        ] {
            File::create(at(name)).expect("a lock");
        }
        File::create(at("Cargo.lock")).expect("another's file");
        fs::write(at("team-2025-05-06.toml.lock"), "tekst").expect("no lock");
        let opened = opens(dir.path());
        let mut found = files(dir.path());
        found.retain(|name| name.ends_with(".lock"));
        let expected = [
            "Cargo.lock",
            "team-2025-05-06.toml.lock",
            "team-2026-01-01.draft.toml.lock",
            "team-2026-01-02.toml.lock",
        ];
        tries.expect(opened && found == expected, Harm::Wrong, || {
            format!("when {what} ({opened}) there are {found:?}")
        });
        let held = DraftFile::open(&Disk, at("team-2026-01-01.draft.toml")).is_err();
        tries.expect(held, Harm::Lost, || {
            format!("when {what} a living program lost its lock")
        });
        drop(living);
    }
}
