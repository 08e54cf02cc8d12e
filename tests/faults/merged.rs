//! Forms that came back, and what can happen while they are merged.

use std::{fmt::Write as _, fs, path::Path, process::Stdio, thread::sleep, time::Duration};

use ips::{
    profile::{self, Profile},
    rounds,
    tally::Mode,
};

use crate::{
    Case, common,
    kills::at_once,
    program::{PROFILE, command, expect, files, folder, run, start},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a merge killed 0 to 60 ms after its start, and done again", killed),
        quick("eight programs merge the same forms at once", same_at_once),
        quick("eight programs each merge other forms at once", others_at_once),
        quick("ten thousand forms that came back", ten_thousand),
        quick("a form of a newer version, cut off or damaged among ten", one_bad),
        quick("results of an online form, damaged", damaged_results),
    ]
}

/// The arguments of a merge of these files.
fn merge(named: &[&str], more: &[&str]) -> Vec<String> {
    let day = ["--date=2026-11-21", "--team", "IPS-groep Noord"];
    let all = ["merge"].into_iter().chain(named.iter().copied()).chain(day);
    all.chain(more.iter().copied()).map(str::to_owned).collect()
}

/// One member's form.
fn form(number: usize) -> String {
    let mut text = format!("questionnaire = \"six-elements\"\nform = \"{number}\"\n[answers]\n");
    for (place, id) in ["culture.trust", "culture.roles", "ecosystem.beyond-own"]
        .iter()
        .enumerate()
    {
        writeln!(text, "\"{id}\" = {}", 1 + (number >> place) % 5).expect("memory");
    }
    text
}

/// A folder with so many forms in a folder of their own.
fn returned(forms: usize) -> tempfile::TempDir {
    let dir = folder();
    fs::create_dir(dir.path().join("antwoorden")).expect("a folder");
    for number in 0..forms {
        let name = format!("antwoorden/{number:05}.toml");
        fs::write(dir.path().join(name), form(number)).expect("a form");
    }
    dir
}

fn read(path: &Path) -> Option<Profile> {
    let text = fs::read_to_string(path).ok()?;
    Some(profile::read(PROFILE, &text).ok()?.profile)
}

/// Whatever the moment, there is a whole profile or none, and the forms stay.
fn killed(tries: &mut Tries) {
    let rounds = tries.times(12, 120);
    for round in 0..rounds {
        tries.count();
        let dir = returned(7);
        let earlier = dir.path().join("ips-groep-noord-2026-11-14.toml");
        let round_before = common::profile(Mode::Tally, &["333333"; 24]).to_toml();
        fs::write(&earlier, round_before.replace("2026-11-21", "2026-11-14")).expect("a profile");
        let arguments = merge(&["antwoorden/*"], &["--replace"]);
        let mut merging = command(dir.path(), &arguments);
        let mut child = start(merging.stdout(Stdio::null()).stderr(Stdio::null()));
        sleep(Duration::from_millis(60 * round / rounds));
        let _ = child.kill();
        let _ = child.wait();
        let path = dir.path().join(PROFILE);
        tries.expect(!path.exists() || read(&path).is_some(), Harm::Lost, || {
            "half a profile".to_owned()
        });
        tries.expect(path.exists() || read(&earlier).is_some(), Harm::Lost, || {
            "neither round is there".to_owned()
        });
        tries.expect(files(&dir.path().join("antwoorden")).len() == 7, Harm::Lost, || {
            "a form is gone".to_owned()
        });
        let again = run(tries, &mut command(dir.path(), &arguments), "");
        let is_there = again.stderr.contains("al samengevoegd");
        tries.expect(again.code == Some(0) || is_there, Harm::Wrong, || again.stderr.clone());
        tries.expect(
            read(&path).is_some_and(|merged| merged.participants == 7),
            Harm::Lost,
            || "no profile".to_owned(),
        );
        // What these forms don't answer is left of the earlier round, and nothing that could be subtracted.
        let subtracted =
            read(&earlier).is_some_and(|round| read(&path).is_some_and(|merged| rounds::clash(&round, &merged)));
        tries.expect(!subtracted, Harm::Lost, || "two rounds stand side by side".to_owned());
        if again.code == Some(0) {
            let found = files(dir.path());
            tries.expect(found.len() == 3, Harm::Wrong, || format!("the folder holds {found:?}"));
        }
    }
}

fn same_at_once(tries: &mut Tries) {
    for _ in 0..tries.times(3, 30) {
        tries.count();
        let dir = returned(7);
        let codes = at_once(dir.path(), |_| merge(&["antwoorden/*"], &[]));
        let saved = codes.iter().filter(|code| **code == Some(0)).count();
        let found = files(dir.path());
        tries.expect(saved == 1 && found == ["antwoorden", PROFILE], Harm::Wrong, || {
            format!("they ended with {codes:?}; the folder holds {found:?}")
        });
    }
}

/// Of two rounds side by side the one could be subtracted from the other.
fn others_at_once(tries: &mut Tries) {
    for _ in 0..tries.times(3, 30) {
        tries.count();
        let dir = returned(13);
        let names: Vec<String> = (0..13).map(|number| format!("antwoorden/{number:05}.toml")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let codes = at_once(dir.path(), |number| merge(&names[..5 + number], &[]));
        let saved = codes.iter().filter(|code| **code == Some(0)).count();
        let found = files(dir.path());
        tries.expect(saved == 1 && found == ["antwoorden", PROFILE], Harm::Wrong, || {
            format!("they ended with {codes:?}; the folder holds {found:?}")
        });
    }
}

fn ten_thousand(tries: &mut Tries) {
    tries.count();
    let dir = returned(if tries.thorough { 10_000 } else { 1_000 });
    let ran = run(tries, &mut command(dir.path(), merge(&["antwoorden/*"], &[])), "");
    expect(tries, &ran, 1, "Dat kunnen er hooguit 200 zijn");
    let mut table = String::from("culture.trust\n");
    table.push_str(&"3\n".repeat(100_000));
    fs::write(dir.path().join("uitslag.csv"), table).expect("a table");
    let ran = run(tries, &mut command(dir.path(), merge(&["uitslag.csv"], &[])), "");
    expect(tries, &ran, 1, "Dat kunnen er hooguit 200 zijn");
}

fn one_bad(tries: &mut Tries) {
    let sound = form(99);
    let cut = (1..sound.len()).step_by(if tries.thorough { 1 } else { 23 });
    let mut bad: Vec<Vec<u8>> = cut.map(|length| sound.as_bytes()[..length].to_vec()).collect();
    bad.extend([
        sound.replacen("form =", "version = 2\nform =", 1).into_bytes(),
        sound.replacen("form =", "shape = 1\nform =", 1).into_bytes(),
        vec![0; 100],
        vec![b'x'; 1024 * 1024 + 1],
        b"\xFF\xFE\0".to_vec(),
        Vec::new(),
    ]);
    let dir = returned(9);
    for bytes in bad {
        tries.count();
        fs::write(dir.path().join("antwoorden/slecht.toml"), &bytes).expect("a file");
        let ran = run(tries, &mut command(dir.path(), merge(&["antwoorden/*"], &[])), "");
        // Cut off behind a whole line it is a form with fewer answers.
        if ran.code == Some(0) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            tries.expect(text.contains("[answers]\n\"culture.trust\" = "), Harm::Wrong, || text);
            fs::remove_file(dir.path().join(PROFILE)).expect("the profile");
        } else {
            expect(tries, &ran, 1, "slecht.toml");
            tries.expect(files(dir.path()) == ["antwoorden"], Harm::Wrong, || {
                "something was saved".to_owned()
            });
        }
    }
}

fn damaged_results(tries: &mut Tries) {
    let merged = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/merged");
    for name in ["microsoft.xlsx", "google-libreoffice.xlsx", "google.csv"] {
        let sound = fs::read(merged.join(name)).expect("results");
        let step = sound.len() / if tries.thorough { 400 } else { 8 };
        for place in (0..sound.len()).step_by(step.max(1)) {
            tries.count();
            let dir = folder();
            let mut damaged = sound.clone();
            damaged[place] ^= 0x55;
            if place % 2 == 0 {
                damaged.truncate(place);
            }
            fs::write(dir.path().join(name), damaged).expect("a file");
            let ran = run(tries, &mut command(dir.path(), merge(&[name], &[])), "");
            let saved = read(&dir.path().join(PROFILE));
            tries.expect((ran.code == Some(0)) == saved.is_some(), Harm::Lost, || {
                ran.stderr.clone()
            });
        }
    }
}
