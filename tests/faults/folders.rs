//! A folder full of other things than a team's profiles, and one that changes while it is read.

use std::{
    fs::{self, File},
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use ips::{
    profile::{Profile, State, Whose},
    store::{Folder, Heads},
    tally::Mode,
};

use crate::{
    Case,
    common::{self, ANSWERS, each},
    program::{command, expect, folder, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a folder full of files that are no profiles", full_of_others),
        quick(
            "files that come, go, break and change team while a folder is read",
            changing,
        ),
    ]
}

/// A meeting of a team.
fn meeting(team: &str) -> Profile {
    let mut profile = common::profile(Mode::Joint, &each(ANSWERS));
    team.clone_into(&mut profile.team);
    profile
}

/// What other programs and people leave in a folder.
const OTHERS: [&[u8]; 5] = [
    b"[package]\nname = \"x\"\n",
    b"",
    &[0, 1, 2, 255],
    b"melk\nbrood\n",
    b"a = [[[[[[[[[[[[[[[[[[",
];

fn full_of_others(tries: &mut Tries) {
    let dir = folder();
    let at = |name: &str| dir.path().join(name);
    fs::write(at("noord-2026-11-21.toml"), meeting("Noord").to_toml()).expect("a file");
    let mut zuid = meeting("Zuid").to_toml();
    zuid = zuid.replacen("answered = ", "answered ", 1);
    fs::write(at("zuid-2026-11-21.toml"), zuid).expect("a file");
    let many = if tries.thorough { 20_000 } else { 400 };
    for number in 0..many {
        fs::write(at(&format!("bestand {number}.toml")), OTHERS[number % OTHERS.len()]).expect("a file");
    }
    fs::create_dir(at("map-2026-11-21.toml")).expect("a folder");
    let large = File::create(at("groot-2026-11-21.toml")).expect("a file");
    large.set_len(50 << 20).expect("it needs no room");
    let named = ["groot-2026-11-21.toml", "map-2026-11-21.toml"];
    #[cfg(unix)]
    let named = {
        use std::os::unix::fs::symlink;
        symlink("b-2026-11-21.toml", at("a-2026-11-21.toml")).expect("a link");
        symlink("a-2026-11-21.toml", at("b-2026-11-21.toml")).expect("a link");
        symlink(".", at("zelf")).expect("a link");
        symlink("nergens", at("nergens.toml")).expect("a link");
        symlink("/dev/zero", at("nul-2026-11-21.toml")).expect("a link");
        let [large, folder] = named;
        [
            "a-2026-11-21.toml",
            "b-2026-11-21.toml",
            large,
            folder,
            "nul-2026-11-21.toml",
        ]
    };
    #[cfg(target_os = "linux")]
    {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};
        let nameless = OsStr::from_bytes(b"zuid-\xFF-2026-11-21.toml");
        fs::write(dir.path().join(nameless), meeting("Zuid").to_toml()).expect("a file");
    }
    for arguments in ["show", "trend", "agreements", "agenda", "diff", "export", "card"] {
        tries.count();
        let ran = run(tries, &mut command(dir.path(), [arguments, "--team", "noord"]), "");
        if arguments != "trend" && arguments != "diff" {
            expect(tries, &ran, 0, "");
        }
        let told: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("21.toml")).collect();
        let as_named = told.len() == named.len() && told.iter().zip(&named).all(|(told, name)| told.contains(name));
        tries.expect(as_named, Harm::Wrong, || format!("{arguments} tells {told:?}"));
    }
}

/// A file as it is for a moment.
fn becomes(path: &Path, turn: usize) {
    let draft = Profile {
        state: State::draft(),
        ..meeting("Noord")
    };
    let text = match turn % 6 {
        0 => meeting("Noord").to_toml(),
        1 => meeting("Zuid").to_toml(),
        2 => meeting("Noord").to_toml().replacen("answered = ", "answered ", 1),
        3 => draft.to_toml(),
        4 => String::from_utf8_lossy(OTHERS[turn % OTHERS.len()]).into_owned(),
        _ => {
            let _ = fs::remove_file(path);
            return;
        }
    };
    // Windows gives no new file the name of one that goes while someone reads it.
    let _ = fs::write(path, text);
}

fn changing(tries: &mut Tries) {
    let dir = folder();
    let path = |number: usize| dir.path().join(format!("noord-{number}-2026-11-21.toml"));
    for number in 0..40 {
        fs::write(path(number), meeting("Noord").to_toml()).expect("a file");
    }
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut turn = 0;
            while !is_done.load(Ordering::Relaxed) {
                // The others stay.
                becomes(&path(turn % 20), turn * 7 / 3);
                turn += 1;
            }
        });
        for _ in 0..tries.times(40, 400) {
            tries.count();
            let read = Heads::read(dir.path()).map(|heads| heads.of(&Whose::team("Noord")));
            let Folder { profiles, drafts, .. } = read.unwrap_or_default();
            let found = profiles.iter().chain(&drafts);
            let is_own = found.clone().all(|head| head.team == "Noord");
            tries.expect(is_own, Harm::Wrong, || {
                "another team's is taken for one of its own".to_owned()
            });
            let is_there = |number| profiles.iter().any(|head| head.path == path(number));
            tries.expect((20..40).all(is_there), Harm::Lost, || {
                "one that stays isn't found".to_owned()
            });
        }
        is_done.store(true, Ordering::Relaxed);
    });
}
