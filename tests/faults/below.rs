//! Folders with many teams, as they are on a shared disk: links in a circle, files that are no profiles or only look like one,
//! and files that change while they are read. Each is named and counted, and none stops the picture.

use std::{
    ffi::OsStr,
    fs::{self, File},
    os::unix::{ffi::OsStrExt as _, fs::symlink},
    path::Path,
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crate::{
    Case,
    common::{self, ANSWERS, each},
    hostile,
    program::{command, expect, folder, prepare, run},
    quick,
    tries::{Harm, Tries},
};
use ips::tally::Mode;

pub fn cases() -> Vec<Case> {
    vec![
        quick(
            "many teams: what is no profile, can't be read or leads in a circle",
            strange_files,
        ),
        quick(
            "many teams: files that come, go and change while they are read",
            changing,
        ),
        quick("many teams: hostile names of teams, in every form", hostile_names),
        #[cfg(target_os = "linux")]
        Case {
            name: "strace: many teams: a folder or a file can't be opened or listed",
            demanding: true,
            run: kept_back,
        },
    ]
}

fn profile(team: &str) -> String {
    let mut profile = common::profile(Mode::Joint, &each(ANSWERS));
    team.clone_into(&mut profile.team);
    profile.to_toml()
}

/// Two teams in two folders.
fn two_teams(dir: &Path) {
    for team in ["noord", "zuid"] {
        fs::create_dir_all(dir.join(team)).expect("a folder");
        fs::write(dir.join(team).join(format!("{team}-2026-11-21.toml")), profile(team)).expect("a file");
    }
}

/// Writes down harm unless the picture is of so many teams, and as many files and folders don't count.
fn expect_picture(tries: &mut Tries, json: &[u8], teams: usize, skipped: usize) {
    let json = String::from_utf8_lossy(json);
    let named = json.matches("\"reason\": \"").count();
    let is_so = json.contains(&format!("\n  \"teams\": {teams},")) && named == skipped;
    tries.expect(is_so, Harm::Wrong, || {
        format!(
            "expected {teams} teams and {skipped} skipped: {}",
            &json[..json.len().min(4_000)]
        )
    });
}

fn strange_files(tries: &mut Tries) {
    let dir = folder();
    two_teams(dir.path());
    let noord = dir.path().join("noord");
    let at = |name: &str| noord.join(name);
    symlink("..", at("terug")).expect("a link");
    symlink("../zuid", at("ook zuid")).expect("a link");
    symlink("../zuid/zuid-2026-11-21.toml", at("zuid-2026-11-21.toml")).expect("a link");
    symlink("nergens", at("weg")).expect("a link");
    fs::create_dir(at(".prullenbak")).expect("a folder");
    fs::write(at(".prullenbak/weg-2026-11-21.toml"), profile("weg")).expect("a file");
    for number in 0..if tries.thorough { 20_000 } else { 500 } {
        fs::write(at(&format!("instelling {number}.toml")), "kleur = 1\n").expect("a file");
    }
    let sound = run(
        tries,
        &mut command(dir.path(), ["overview", "--strict", "--json", "."]),
        "",
    );
    tries.count();
    expect(tries, &sound, 0, "");
    expect_picture(tries, &sound.stdout, 2, 0);

    symlink("rond-2026-11-21.toml", at("rond-2026-11-21.toml")).expect("a link");
    symlink("nergens.toml", at("weg-2026-11-21.toml")).expect("a link");
    let large = File::create(at("groot-2026-11-21.toml")).expect("a file");
    large.set_len(50 * 1024 * 1024).expect("a long file");
    let pipe = Command::new("mkfifo").arg(at("pijp-2026-11-21.toml")).status();
    assert!(pipe.is_ok_and(|made| made.success()), "mkfifo: this test needs it");
    fs::write(at("stuk-2026-11-21.toml"), &profile("stuk")[..900]).expect("a file");
    fs::write(at("leeg-2026-11-21.toml"), "").expect("a file");
    fs::write(at("beeld-2026-11-21.toml"), [0, 159, 146, 150, 255, 254, 0]).expect("a file");
    fs::create_dir(at("map-2026-11-21.toml")).expect("a folder");
    let mut skipped = 7;
    // Some file systems know no such names.
    let strange = noord.join(OsStr::from_bytes(b"no\xffrd-2026-11-22.toml"));
    skipped += usize::from(fs::write(strange, profile("vreemd")).is_ok());
    for flags in [&["--json"][..], &["--json", "--all"], &["--json", "--lang", "en"]] {
        tries.count();
        let ran = run(tries, command(dir.path(), ["overview", "."]).args(flags), "");
        expect(tries, &ran, 0, "groot-2026-11-21.toml");
        expect_picture(tries, &ran.stdout, 2, skipped);
    }
    tries.count();
    let strict = run(
        tries,
        &mut command(dir.path(), ["overview", "--strict", "--json", "."]),
        "",
    );
    expect(tries, &strict, 1, "rond-2026-11-21.toml");
    tries.expect(strict.stdout.is_empty(), Harm::Wrong, || {
        "--strict told a picture".to_owned()
    });
    tries.count();
    let anonymous = run(
        tries,
        &mut command(dir.path(), ["overview", "--anonymous", "--json", "."]),
        "",
    );
    let told = String::from_utf8_lossy(&anonymous.stdout) + &*anonymous.stderr;
    let named = ["noord", "zuid", "groot-2026", "rond-2026"]
        .into_iter()
        .find(|name| told.contains(name));
    tries.expect(named.is_none(), Harm::Wrong, || {
        format!("without names it names {named:?}")
    });
}

fn changing(tries: &mut Tries) {
    let dir = folder();
    two_teams(dir.path());
    let (whole, half) = (profile("west"), profile("west")[..800].to_owned());
    let stop = AtomicBool::new(false);
    let west = dir.path().join("west");
    thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                let _ = fs::create_dir(&west);
                for number in 0..20 {
                    let file = west.join(format!("west-2026-11-21-{}.toml", number + 2));
                    let _ = fs::write(&file, &half);
                    let _ = fs::write(&file, &whole);
                }
                let _ = fs::remove_dir_all(&west);
            }
        });
        for _ in 0..tries.times(10, 200) {
            tries.count();
            let ran = run(tries, &mut command(dir.path(), ["overview", "--json", "."]), "");
            expect(tries, &ran, 0, "");
            let told = String::from_utf8_lossy(&ran.stdout);
            let teams = [2, 3]
                .into_iter()
                .any(|teams| told.contains(&format!("\n  \"teams\": {teams},")));
            tries.expect(teams, Harm::Wrong, || told.into_owned());
        }
        stop.store(true, Ordering::Relaxed);
    });
}

fn hostile_names(tries: &mut Tries) {
    for text in hostile::some(tries, 12) {
        let dir = folder();
        two_teams(dir.path());
        let name: String = text.chars().filter(|&c| c != '\n').take(200).collect();
        for folder in ["west", "oost"] {
            fs::create_dir(dir.path().join(folder)).expect("a folder");
            fs::write(dir.path().join(folder).join("x-2026-11-21.toml"), profile(&name)).expect("a file");
        }
        for flags in [
            &[][..],
            &["--plain"],
            &["--json"],
            &["--format", "html"],
            &["--format", "markdown"],
        ] {
            tries.count();
            let ran = run(tries, command(dir.path(), ["overview", "."]).args(flags), "");
            expect(tries, &ran, 0, "");
        }
        // Rows end as spreadsheets have it, so a terminal isn't where they go.
        tries.count();
        let saved = run(
            tries,
            &mut command(dir.path(), ["overview", ".", "-o", "rijen.csv"]),
            "",
        );
        expect(tries, &saved, 0, "rijen.csv");
        let rows = fs::read_to_string(dir.path().join("rijen.csv")).unwrap_or_default();
        let acts = ['=', '+', '-', '@'].into_iter().find(|sign| {
            let starts = [format!("\n{sign}"), format!(",{sign}"), format!(",\"{sign}")];
            rows.lines().count() < 5 || starts.iter().any(|start| rows.contains(start))
        });
        tries.expect(acts.is_none(), Harm::Wrong, || {
            format!("{text:?} is a formula in {rows}")
        });
    }
}

/// Root may open everything, so the system refuses by the hand of `strace`.
#[cfg(target_os = "linux")]
fn kept_back(tries: &mut Tries) {
    for (place, call) in [
        ("zuid", "openat:error=EACCES"),
        ("zuid", "getdents64:error=EIO"),
        ("zuid/zuid-2026-11-21.toml", "openat:error=EACCES"),
        ("zuid/zuid-2026-11-21.toml", "read:error=EIO"),
    ] {
        let dir = folder();
        two_teams(dir.path());
        let real = dir.path().canonicalize().expect("a folder").join(place);
        let calls = call.split(':').next().unwrap_or_default();
        let mut command = Command::new("strace");
        prepare(&mut command, dir.path());
        command.args(["-f", "-o", "/dev/null", "-P"]).arg(real);
        command.args(["-e", &format!("trace={calls}"), "-e", &format!("inject={call}")]);
        command.arg(env!("CARGO_BIN_EXE_ips")).args(["overview", "--json", "."]);
        tries.count();
        let ran = run(tries, &mut command, "");
        expect(tries, &ran, 0, place);
        expect_picture(tries, &ran.stdout, 1, 1);
    }
}
