//! Temporary files that a killed program left in a folder where something is saved; those of a living one, and what only looks
//! like them.

use std::{fs, path::Path};

use ips::{
    agreement::Agreement,
    profile::{Profile, State},
    store::{Disk, FileSystem as _, Privacy, Saver},
    tally::Mode,
};

use crate::{
    Case,
    common::{self, ANSWERS, each},
    kills::at_once,
    program::{DRAFT, MEETING, PROFILE, command, files, folder, run},
    quick,
    tries::{Harm, Tries},
    watched::{Fault, Watched},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick(
            "what a killed program left, what a living one writes, and look-alikes",
            beside_each_save,
        ),
        quick("an export is killed at any call, and made again", killed_exports),
        quick("many programs save and tidy up in one folder", many_tidy_up),
    ]
}

/// Names that are no temporary file's.
const OTHERS: [&str; 12] = [
    ".ips-.tmp",
    ".ips-abcde.tmp",
    ".ips-abcdefg.tmp",
    ".ips-ab-def.tmp",
    ".ips-ab def.tmp",
    ".ips-abcd\u{EB}.tmp",
    ".ips-abcdef.tmp.txt",
    ".ips-abcdef.tm",
    "ips-abcdef.tmp",
    "kopie van .ips-abcdef.tmp",
    ".IPS-abcdef.tmp",
    ".verslag.md-abcdef.tmp",
];

fn profile() -> Profile {
    let mut profile = common::profile(Mode::Joint, &each(ANSWERS));
    profile.agreements.push(Agreement::new("culture", "Samen eten"));
    profile
}

fn beside_each_save(tries: &mut Tries) {
    let meeting: Vec<&str> = MEETING.into_iter().chain(["--plain", "--new"]).collect();
    let paper: Vec<&str> = MEETING.into_iter().chain(["--answers", "papier.toml"]).collect();
    for (arguments, typed) in [
        (&meeting[..], "3\n"),
        (&paper, ""),
        (&["assess", "--plain", "--resume"], "3\n"),
        (&["assess", "--plain", "--reopen"], "3\n1\n"),
        (&["agreements", "--done=1"], ""),
        (&["agreements", "--add=Bellen", "--element=6"], ""),
        (&["export", "-o", "nieuw.md"], ""),
        (&["export", "-o", "oud.md", "--force"], ""),
        (&["agenda", "-o", "agenda.html"], ""),
    ] {
        tries.count();
        let dir = folder();
        let at = |name: &str| dir.path().join(name);
        let draft = Profile {
            state: State::draft(),
            ..common::profile(Mode::Joint, &each(&ANSWERS[..8]))
        };
        fs::write(at(PROFILE), profile().to_toml()).expect("a profile");
        fs::write(at(DRAFT), draft.to_toml()).expect("a draft");
        fs::write(at("oud.md"), "oud").expect("a report");
        let answers = "questionnaire = \"six-elements\"\n[answers]\n\"culture.trust\" = 4\n";
        fs::write(at("papier.toml"), answers).expect("answers");
        for name in OTHERS {
            fs::write(at(name), "van iemand anders").expect("a file");
        }
        fs::create_dir(at(".ips-aFolde.tmp")).expect("a folder");
        fs::write(at(".ips-aFolde.tmp").join("brief"), "van iemand anders").expect("a file");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("oud.md", at(".ips-a1Link.tmp")).expect("a link");
            std::os::unix::fs::symlink("nergens", at(".ips-noLink.tmp")).expect("a link");
            rustix::fs::mkfifoat(rustix::fs::CWD, at(".ips-a1Pipe.tmp"), rustix::fs::Mode::RWXU).expect("a pipe");
        }
        let others = files(dir.path());
        for name in [".ips-abcdef.tmp", ".ips-Zz0019.tmp"] {
            fs::write(at(name), "half een prof").expect("what was left");
        }
        // Also that of a profile with a name of its own, and none that guards something else.
        fs::write(at("eigen.toml"), profile().to_toml()).expect("a profile");
        for name in [
            "eigen.toml.lock",
            "noord-2026-01-01.toml.lock",
            "weg.toml.lock",
            "Cargo.lock",
        ] {
            fs::write(at(name), "").expect("a lock");
        }
        let mut living = Disk.temporary(dir.path(), Privacy::Private).expect("a temporary file");
        Disk.write(&mut living, b"nog bezig").expect("it is written");
        let ran = run(tries, &mut command(dir.path(), arguments), typed);
        tries.expect(matches!(ran.code, Some(0 | 130)), Harm::Wrong, || {
            format!("{arguments:?}: {ran:?}")
        });
        let found = files(dir.path());
        let gone: Vec<&String> = others.iter().filter(|name| !found.contains(name)).collect();
        tries.expect(gone.is_empty(), Harm::Lost, || {
            format!("{arguments:?} removed {gone:?}")
        });
        let stays = fs::read(living.path()).is_ok_and(|found| found == b"nog bezig");
        tries.expect(stays, Harm::Lost, || {
            format!("{arguments:?} removed what another program writes")
        });
        let own = living
            .path()
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let left = |name: &&String| {
            name.starts_with(".ips-") && name.ends_with(".tmp") && !others.contains(name) && Some(*name) != own.as_ref()
        };
        let mut left: Vec<&String> = found.iter().filter(left).collect();
        left.extend(found.iter().filter(|name| name.ends_with(".lock")));
        left.retain(|name| !matches!(&***name, "Cargo.lock" | "weg.toml.lock"));
        tries.expect(left.is_empty(), Harm::Wrong, || {
            format!("{arguments:?}: {left:?} stays")
        });
        let whole = living.persist(at("bewaard")).is_ok();
        tries.expect(whole, Harm::Lost, || "the other program can't save any more".to_owned());
    }
}

fn killed_exports(tries: &mut Tries) {
    for over in [false, true] {
        for call in 0..8 {
            let (dir, files) = (folder(), Watched::failing(call, Fault::Stop));
            let path = dir.path().join("verslag.md");
            let save = |files: &Watched, path: &Path| {
                let saver = Saver::new(files.clone());
                if over {
                    saver.save(path, "verslag", Privacy::Ordinary)
                } else {
                    saver.save_unless_there(path, "verslag", Privacy::Ordinary).map(drop)
                }
            };
            if over {
                fs::write(&path, "oud").expect("a report");
            }
            let _ = save(&files, &path);
            if !files.stopped() {
                break;
            }
            tries.count();
            files.leave_temporary_files();
            // The next one is another report.
            let again = save(&Watched::default(), &dir.path().join("ander.md"));
            let mut found = self::files(dir.path());
            found.retain(|name| name != "verslag.md");
            tries.expect(again.is_ok() && found == ["ander.md"], Harm::Wrong, || {
                format!("killed at call {call}: {again:?}, {found:?}")
            });
        }
    }
}

/// None takes for left what another has only just made.
fn many_tidy_up(tries: &mut Tries) {
    let dir = folder();
    for round in 0..tries.times(6, 100) {
        tries.count();
        let arguments = |number| {
            ["questions", "--force", "-o", &format!("{number}.json")]
                .map(str::to_owned)
                .to_vec()
        };
        let codes = at_once(dir.path(), arguments);
        tries.expect(codes == [Some(0); 8], Harm::Lost, || {
            format!("round {round}: they ended with {codes:?}")
        });
        let found = files(dir.path());
        tries.expect(found.len() == 8, Harm::Wrong, || format!("the folder holds {found:?}"));
    }
}
