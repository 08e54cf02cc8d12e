//! A link under the name of a file that is written: planted before, or swapped for it meanwhile. Nothing is ever written,
//! made or removed where it leads. A link among the folders before a name is fine.

use std::{
    fs,
    os::unix::fs::{PermissionsExt as _, symlink},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use ips::{
    agreement::Agreement,
    profile::{Profile, State},
    store::{DraftFile, Privacy, ProfileFile, Saver},
    tally::Mode,
};

use crate::{
    Case,
    common::{self, ANSWERS, each},
    program::{DRAFT, MEETING, PROFILE, command, expect, files, folder, lines, run},
    quick,
    tries::{Harm, Tries},
    watched::Watched,
};

pub fn cases() -> Vec<Case> {
    vec![
        quick(
            "a link in place of a profile, a draft or a report, for each command",
            planted,
        ),
        quick("a link under each name that a new file could get", under_new_names),
        quick("a link among the folders before a name", among_the_folders),
        quick("a file that is swapped for a link and back while it is saved", swapped),
    ]
}

fn profile() -> Profile {
    let mut profile = common::profile(Mode::Joint, &each(ANSWERS));
    profile.agreements.push(Agreement::new("culture", "Samen eten"));
    profile
}

fn draft() -> Profile {
    Profile {
        state: State::draft(),
        ..common::profile(Mode::Joint, &each(&ANSWERS[..8]))
    }
}

/// Everything below a folder: names, where links lead, modes and bytes.
fn all(dir: &Path) -> Vec<(PathBuf, u32, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        let metadata = fs::symlink_metadata(&path).expect("it is there");
        let bytes = match metadata.file_type() {
            kind if kind.is_symlink() => fs::read_link(&path)
                .expect("a link")
                .into_os_string()
                .into_encoded_bytes(),
            kind if kind.is_dir() => {
                found.extend(all(&path));
                Vec::new()
            }
            _ => fs::read(&path).expect("a file"),
        };
        found.push((path, metadata.permissions().mode(), bytes));
    }
    found.sort();
    found
}

/// What a link leads to, as seen from the folder with the team's files.
#[derive(Clone, Copy, Debug)]
enum Leads {
    Outside,
    Absolute,
    Beside,
    ToALink,
    Nowhere,
}

impl Leads {
    const ALL: [Leads; 5] = [
        Leads::Outside,
        Leads::Absolute,
        Leads::Beside,
        Leads::ToALink,
        Leads::Nowhere,
    ];
}

/// A folder `team` with a link of this name beside a folder `elders`, and what the link leads to where that can be.
fn planted_link(name: &str, leads: Leads, contents: &str) -> (tempfile::TempDir, PathBuf) {
    let dir = folder();
    let (team, outside) = (dir.path().join("team"), dir.path().join("elders"));
    for folder in [&team, &outside] {
        fs::create_dir(folder).expect("a folder");
    }
    let victim = outside.join("slachtoffer");
    fs::write(&victim, contents).expect("a file");
    fs::set_permissions(&victim, fs::Permissions::from_mode(0o644)).expect("its mode");
    let target = match leads {
        Leads::Outside => "../elders/slachtoffer".into(),
        Leads::Absolute => victim,
        Leads::Beside => {
            fs::write(team.join("slachtoffer"), contents).expect("a file");
            "slachtoffer".into()
        }
        Leads::ToALink => {
            symlink("../elders/slachtoffer", team.join("nog een link")).expect("a link");
            "nog een link".into()
        }
        Leads::Nowhere => PathBuf::from("../elders/nergens"),
    };
    symlink(target, team.join(name)).expect("a link");
    (dir, team)
}

/// A name, what is read there, a command that would write there, and what is typed.
type Written = (&'static str, fn() -> Profile, &'static [&'static str], &'static str);

const WRITTEN: [Written; 14] = [
    (PROFILE, profile, &["agreements", "--done=1"], ""),
    (PROFILE, profile, &["agreements", "--dropped=1", "--note=nee"], ""),
    (PROFILE, profile, &["agreements", "--open=1"], ""),
    (PROFILE, profile, &["agreements", "--change=1", "--who=IB'er"], ""),
    (PROFILE, profile, &["agreements", "--add=Bellen", "--element=6"], ""),
    (PROFILE, profile, &["assess", "--plain", "--reopen"], "3\n1\n"),
    (PROFILE, profile, &["assess", "--plain", "--reopen", PROFILE], "3\n1\n"),
    (DRAFT, draft, &["assess", "--plain", "--resume"], "1\n1\n"),
    ("verslag.md", profile, &["export", "bron.toml", "-o", "verslag.md"], ""),
    (
        "verslag.png",
        profile,
        &["export", "bron.toml", "--force", "-o", "verslag.png"],
        "",
    ),
    (
        "agenda.html",
        profile,
        &["agenda", "bron.toml", "--force", "-o", "agenda.html"],
        "",
    ),
    (
        "vragen.json",
        profile,
        &["questions", "--force", "-o", "vragen.json"],
        "",
    ),
    ("gids.md", profile, &["guide", "--force", "-o", "gids.md"], ""),
    (
        "./lijn.json",
        profile,
        &["trend", "bron.toml", "ander.toml", "--force", "-o", "./lijn.json"],
        "",
    ),
];

fn planted(tries: &mut Tries) {
    for (name, read, arguments, typed) in WRITTEN {
        for leads in Leads::ALL {
            // What leads nowhere can't be read, so that nothing comes of it; a report is only written.
            let is_read = [PROFILE, DRAFT].contains(&name);
            if is_read && matches!(leads, Leads::Nowhere) {
                continue;
            }
            tries.count();
            let text = read().to_toml();
            // A report in the place of what the program works with is refused before it is looked at as a link.
            let contents = if is_read { &text } else { "van iemand anders\n" };
            let (dir, team) = planted_link(name, leads, contents);
            if !is_read {
                fs::write(team.join("bron.toml"), &text).expect("a profile");
                let mut other = profile();
                other.date = other.date.succ_opt().expect("a day");
                fs::write(team.join("ander.toml"), other.to_toml()).expect("a profile");
            }
            let before = all(dir.path());
            let ran = run(tries, &mut command(&team, arguments), typed);
            let words = format!("{} is een koppeling (link) naar ", name.trim_start_matches("./"));
            expect(tries, &ran, 1, &words);
            let asked = ran.stderr.contains("vraag ") || ran.stderr.contains("Overzicht");
            tries.expect(!asked, Harm::Wrong, || {
                format!("{arguments:?} asks before it refuses: {}", ran.stderr)
            });
            tries.expect(all(dir.path()) == before, Harm::Lost, || {
                format!("{arguments:?} with a link {leads:?} changed {:?}", all(dir.path()))
            });
            // Reading through it is fine.
            if is_read && name == PROFILE {
                let shown = run(tries, &mut command(&team, ["show", name]), "");
                expect(tries, &shown, 0, "");
            }
        }
    }
}

/// A new draft, the profile that it becomes and one from paper get another name.
fn under_new_names(tries: &mut Tries) {
    for leads in Leads::ALL {
        for (name, arguments, typed, expected) in [
            (DRAFT, &["--plain"][..], "1\n", DRAFT.replace(".draft", "-2.draft")),
            (PROFILE, &["--plain"], ANSWERS, PROFILE.replace(".toml", "-2.toml")),
            (
                PROFILE,
                &["--answers", "papier.toml"],
                "",
                PROFILE.replace(".toml", "-2.toml"),
            ),
        ] {
            tries.count();
            let (dir, team) = planted_link(name, leads, "van iemand anders\n");
            let paper = "questionnaire = \"six-elements\"\n[answers]\n\"culture.trust\" = 4\n";
            fs::write(team.join("papier.toml"), paper).expect("a file");
            let before = all(dir.path());
            let ran = run(tries, command(&team, MEETING).args(arguments), lines(typed));
            let code = if name == DRAFT { 130 } else { 0 };
            tries.expect(ran.code == Some(code), Harm::Wrong, || format!("{leads:?}: {ran:?}"));
            let made = fs::read_to_string(team.join(&expected)).unwrap_or_default();
            tries.expect(made.contains("IPS-groep Noord"), Harm::Lost, || {
                format!("{name} {leads:?}: {:?}", files(&team))
            });
            let _ = fs::remove_file(team.join(&expected));
            tries.expect(all(dir.path()) == before, Harm::Lost, || {
                format!("{name} {leads:?}: changed to {:?}", all(dir.path()))
            });
        }
    }
}

fn among_the_folders(tries: &mut Tries) {
    let dir = folder();
    let (real, link) = (dir.path().join("echt"), dir.path().join("OneDrive"));
    fs::create_dir(&real).expect("a folder");
    symlink("echt", &link).expect("a link");
    let meeting: Vec<&str> = MEETING.into_iter().chain(["--plain", "--dir", "OneDrive"]).collect();
    for (arguments, typed, code) in [
        (&meeting[..], lines(&ANSWERS[..8]), 130),
        (
            &["assess", "--plain", "--dir", "OneDrive", "--resume"],
            lines(&ANSWERS[8..]) + "\n",
            0,
        ),
        (
            &["agreements", "--dir", "OneDrive", "--add=Bellen", "--element=6"],
            String::new(),
            0,
        ),
        (
            &["assess", "--plain", "--dir", "OneDrive", "--reopen"],
            "3\n1\n\nq\n".to_owned(),
            0,
        ),
        (
            &["export", "--dir", "OneDrive", "-o", "OneDrive/verslag.md"],
            String::new(),
            0,
        ),
        (
            &["export", "--dir", "OneDrive", "-o", "OneDrive/verslag.md", "--force"],
            String::new(),
            0,
        ),
    ] {
        tries.count();
        let ran = run(tries, &mut command(dir.path(), arguments), typed);
        tries.expect(ran.code == Some(code), Harm::Wrong, || {
            format!("{arguments:?}: {ran:?}")
        });
    }
    let found = files(&real);
    tries.expect(found == [PROFILE, "verslag.md"], Harm::Lost, || format!("{found:?}"));
    let text = fs::read_to_string(real.join(PROFILE)).unwrap_or_default();
    tries.expect(text.contains("Bellen"), Harm::Lost, || text.clone());
    let is_link = fs::symlink_metadata(&link).is_ok_and(|found| found.is_symlink());
    tries.expect(is_link, Harm::Lost, || "the folder's link is gone".to_owned());
}

/// Whether a save was refused, if it can be tried.
type Save<'s> = dyn FnMut(usize) -> Result<(), String> + 's;

/// Swaps the file for a link to a victim and back without a pause while it is saved many times.
fn while_swapped(tries: &mut Tries, path: &Path, of_another: &str, save: &mut Save<'_>) {
    let outside = folder();
    let (victim, aside) = (outside.path().join("slachtoffer"), outside.path().join("opzij"));
    fs::write(&victim, of_another).expect("a file");
    fs::set_permissions(&victim, fs::Permissions::from_mode(0o646)).expect("its mode");
    let before = all(outside.path());
    let ended = AtomicBool::new(false);
    let (mut saved, mut refused) = (0, 0);
    thread::scope(|threads| {
        threads.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                // The link takes the name in one go, as does the file that comes back.
                if fs::hard_link(path, &aside).is_err() {
                    // It was replaced at this very moment.
                    continue;
                }
                let link = outside.path().join("link");
                symlink(&victim, &link).expect("a link");
                fs::rename(&link, path).expect("the link takes the name");
                fs::rename(&aside, path).expect("the file is back");
            }
        });
        let times = if tries.thorough { 5_000 } else { 400 };
        for number in 0.. {
            // On a busy machine the other thread may stand still with the link in place, or without it.
            if number >= times && (saved > 0 && refused > 0 || number >= 1_000 * times) {
                break;
            }
            if number >= times {
                thread::yield_now();
            }
            tries.count();
            match save(number) {
                Ok(()) => saved += 1,
                Err(said) => {
                    refused += 1;
                    tries.expect(
                        said.contains("is a link to") || said.contains("was changed"),
                        Harm::Wrong,
                        || said,
                    );
                }
            }
        }
        ended.store(true, Ordering::Relaxed);
    });
    tries.expect(saved > 0 && refused > 0, Harm::Wrong, || {
        format!("{saved} saves and {refused} refusals are no race")
    });
    tries.expect(all(outside.path()) == before, Harm::Lost, || {
        format!("a victim changed: {:?}", all(outside.path()))
    });
}

fn swapped(tries: &mut Tries) {
    let files = Watched::default();
    let dir = folder();
    let draft = draft();
    let mut file = DraftFile::create(&files, dir.path(), &draft).expect("a draft");
    let path = file.path().to_owned();
    while_swapped(tries, &path, "van iemand anders", &mut |_| {
        file.save(&draft).map_err(|fault| fault.to_string())
    });
    drop(file);

    let dir = folder();
    let path = dir.path().join("verslag.md");
    fs::write(&path, "oud").expect("a report");
    let saver = Saver::new(files.clone());
    while_swapped(tries, &path, "van iemand anders", &mut |number| {
        let saved = saver.save(&path, number.to_string(), Privacy::Ordinary);
        saved.map_err(|fault| fault.to_string())
    });

    let dir = folder();
    let path = dir.path().join(PROFILE);
    let text = profile().to_toml();
    fs::write(&path, &text).expect("a profile");
    while_swapped(tries, &path, &text, &mut |number| {
        let change = || {
            let (mut file, _) = ProfileFile::open(&files, &path)?;
            let functions = Some(format!("functie {number}"));
            let profile = Profile {
                functions,
                ..file.profile().clone()
            };
            file.save(&profile).map(drop)
        };
        change().map_err(|fault: ips::fault::Fault| fault.to_string())
    });
}
