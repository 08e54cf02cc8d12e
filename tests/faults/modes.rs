//! Who may read a file while it is saved, and afterwards: never more people than it is for.

use std::{
    fs::{self, Permissions},
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    path::Path,
    process::Command,
};

use ips::{
    profile::{Profile, State},
    store::{DraftFile, Privacy, ProfileFile, Saver},
    tally::Mode,
};

use crate::{
    Case,
    common::{self, ANSWERS, each},
    program::{DRAFT, MEETING, PROFILE, Ran, expect, folder, lines, prepare, run},
    quick,
    tries::{Harm, Tries},
    watched::Watched,
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("the mode of a file at each call of its save", at_each_call),
        quick("new files under each umask", under_umasks),
        #[cfg(target_os = "linux")]
        quick(
            "a file that named people may read, in a folder for others",
            for_named_people,
        ),
        Case {
            name: "root: a colleague changes what is in a shared folder",
            demanding: true,
            run: of_a_colleague,
        },
    ]
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).map_or(0, |found| found.mode() & 0o7777)
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("its mode");
}

fn profile() -> Profile {
    common::profile(Mode::Joint, &each(ANSWERS))
}

fn at_each_call(tries: &mut Tries) {
    for given in [0o600, 0o400, 0o640, 0o660, 0o644, 0o664, 0o604, 0o444, 0o666, 0o6755] {
        for kind in ["profile", "report", "draft"] {
            tries.count();
            let (dir, files) = (folder(), Watched::default());
            let path = dir.path().join(if kind == "draft" { DRAFT } else { PROFILE });
            let mut profile = profile();
            if kind == "draft" {
                profile.state = State::draft();
            }
            fs::write(&path, profile.to_toml()).expect("a file");
            set_mode(&path, given);
            profile.functions = Some("IB'er".into());
            let saved = match kind {
                "profile" => ProfileFile::open(&files, &path).and_then(|(mut file, _)| file.save(&profile).map(drop)),
                "draft" => DraftFile::open(&files, path.clone()).and_then(|mut file| file.save(&profile)),
                _ => Saver::new(files.clone()).save(&path, profile.to_toml(), Privacy::Ordinary),
            };
            let wanted = if kind == "draft" { 0o600 } else { given & 0o777 };
            let found = mode(&path);
            tries.expect(saved.is_ok() && found == wanted, Harm::Lost, || {
                format!("a {kind} of {given:o} became {found:o}: {saved:?}")
            });
            // Its owner writes it before it is closed to them.
            let modes = files.modes();
            let wider: Vec<String> = modes
                .iter()
                .filter(|&&during| during & !(wanted | 0o600) != 0)
                .map(|during| format!("{during:o}"))
                .collect();
            tries.expect(modes.len() > 2 && wider.is_empty(), Harm::Lost, || {
                format!("a {kind} of {given:o} stood there as {wider:?}")
            });
        }
    }
}

fn under_umasks(tries: &mut Tries) {
    for umask in [0o000, 0o002, 0o022, 0o027, 0o077] {
        let dir = folder();
        let with_umask = |arguments: &[&str]| {
            let mut command = Command::new("sh");
            prepare(&mut command, dir.path());
            let script = format!("umask {umask:03o} && exec \"$@\"");
            command
                .args(["-c", &script, "sh", env!("CARGO_BIN_EXE_ips")])
                .args(arguments);
            command
        };
        let meeting: Vec<&str> = MEETING.into_iter().chain(["--plain"]).collect();
        let resume = ["assess", "--plain", "--resume"];
        for (arguments, typed, name, wanted) in [
            (&meeting[..], lines(&ANSWERS[..8]), DRAFT, 0o600),
            // Someone shared it in between.
            (&resume, lines(&ANSWERS[8..9]), DRAFT, 0o600),
            (&resume, lines(&ANSWERS[9..]) + "\n", PROFILE, 0o666 & !umask),
            (
                &["agreements", "--add=Bellen", "--element=6"],
                String::new(),
                PROFILE,
                0o666 & !umask,
            ),
            (
                &["export", "-o", "verslag.md"],
                String::new(),
                "verslag.md",
                0o666 & !umask,
            ),
        ] {
            tries.count();
            let ran = run(tries, &mut with_umask(arguments), typed);
            let path = dir.path().join(name);
            tries.expect(
                matches!(ran.code, Some(0 | 130)) && mode(&path) == wanted,
                Harm::Lost,
                || {
                    format!(
                        "{arguments:?} with umask {umask:o} left {name} as {:o}: {ran:?}",
                        mode(&path)
                    )
                },
            );
            if name == DRAFT {
                set_mode(&path, 0o666);
            }
        }
    }
}

/// A list of access: what the owner, a named person, the group, all others and at most any of those between may do.
#[cfg(target_os = "linux")]
fn list(owner: u16, named: (u32, u16), group: u16, most: u16, others: u16) -> Vec<u8> {
    const NOBODY: u32 = u32::MAX;
    let entries = [
        (1, owner, NOBODY),
        (2, named.1, named.0),
        (4, group, NOBODY),
        (16, most, NOBODY),
        (32, others, NOBODY),
    ];
    let entry =
        |(kind, may, who): (u16, u16, u32)| [&kind.to_le_bytes()[..], &may.to_le_bytes(), &who.to_le_bytes()].concat();
    [2_u32.to_le_bytes().to_vec()]
        .into_iter()
        .chain(entries.map(entry))
        .collect::<Vec<_>>()
        .concat()
}

#[cfg(target_os = "linux")]
fn for_named_people(tries: &mut Tries) {
    use rustix::fs::{XattrFlags, getxattr, setxattr};
    const ACCESS: &str = "system.posix_acl_access";
    let set = |path: &Path, name: &str, list: &[u8]| setxattr(path, name, list, XattrFlags::empty()).is_ok();
    let read = |path: &Path| {
        let mut list = [0; 1024];
        getxattr(path, ACCESS, &mut list).map_or(Vec::new(), |length| list[..length].to_vec())
    };
    for is_open_folder in [false, true] {
        for own in [
            None,
            Some(list(6, (COLLEAGUE, 4), 0, 4, 0)),
            Some(list(6, (COLLEAGUE, 6), 4, 4, 4)),
        ] {
            let (dir, files) = (folder(), Watched::default());
            let path = dir.path().join(PROFILE);
            fs::write(&path, profile().to_toml()).expect("a profile");
            set_mode(&path, 0o640);
            // All that is made in it from now on is for someone else too.
            let can = (!is_open_folder || set(dir.path(), "system.posix_acl_default", &list(7, (LEAD, 7), 7, 7, 7)))
                && own.as_ref().is_none_or(|own| set(&path, ACCESS, own));
            if !can {
                return tries.impossible();
            }
            tries.count();
            let (list, given) = (read(&path), mode(&path));
            let saved = Saver::new(files.clone()).save(&path, "verslag", Privacy::Ordinary);
            let found = (read(&path), mode(&path));
            tries.expect(saved.is_ok() && found == (list, given), Harm::Lost, || {
                format!("{given:o} {own:?} became {:o} {:?}: {saved:?}", found.1, found.0)
            });
        }
    }
}

/// The team's lead and a colleague, their own groups, and the group that they share.
const LEAD: u32 = 61_001;
const COLLEAGUE: u32 = 61_002;
const SHARED: u32 = 61_100;

fn of_a_colleague(tries: &mut Tries) {
    let program = folder();
    set_mode(program.path(), 0o755);
    let ips = program.path().join("ips");
    fs::copy(env!("CARGO_BIN_EXE_ips"), &ips).expect("a program that everyone may run");
    let run_as = |tries: &mut Tries, dir: &Path, user: u32, groups: &str, arguments: &[&str], typed: &str| -> Ran {
        let mut command = Command::new("setpriv");
        prepare(&mut command, dir);
        command
            .args([
                "--reuid",
                &user.to_string(),
                "--regid",
                &user.to_string(),
                "--groups",
                groups,
            ])
            .arg(&ips)
            .args(arguments);
        run(tries, &mut command, typed)
    };
    let shared = SHARED.to_string();
    let none = COLLEAGUE.to_string();
    let add = ["agreements", "--add=Bellen", "--element=6"];
    let unsaid = "misschien niet meer lezen";
    // As it was; the colleague's groups; who has it then, and as what.
    for (given, groups, owner, group, wanted) in [
        (0o640, &shared, COLLEAGUE, SHARED, 0o640),
        (0o660, &shared, COLLEAGUE, SHARED, 0o660),
        (0o664, &shared, COLLEAGUE, SHARED, 0o664),
        (0o440, &shared, COLLEAGUE, SHARED, 0o440),
        (0o664, &none, COLLEAGUE, COLLEAGUE, 0o644),
        (0o644, &none, COLLEAGUE, COLLEAGUE, 0o644),
        (0o606, &none, COLLEAGUE, COLLEAGUE, 0o606),
    ] {
        tries.count();
        let dir = folder();
        chown(dir.path(), Some(LEAD), Some(SHARED)).expect("this test needs root");
        set_mode(dir.path(), 0o777);
        let path = dir.path().join(PROFILE);
        fs::write(&path, profile().to_toml()).expect("a profile");
        chown(&path, Some(LEAD), Some(SHARED)).expect("this test needs root");
        set_mode(&path, given);
        let ran = run_as(tries, dir.path(), COLLEAGUE, groups, &add, "");
        expect(tries, &ran, 0, "Afspraak 1 is gemaakt");
        let found = fs::metadata(&path).expect("it is there");
        let has = (found.uid(), found.gid(), mode(&path));
        tries.expect(has == (owner, group, wanted), Harm::Lost, || {
            format!("{given:o} in {groups} became {} {} {:o}", has.0, has.1, has.2)
        });
        tries.expect(!ran.stderr.contains(unsaid), Harm::Wrong, || ran.stderr.clone());
        // The lead has the same group, and goes on with it.
        let back = run_as(tries, dir.path(), LEAD, &shared, &["agreements", "--done=1"], "");
        expect(tries, &back, 0, "");
    }
    // A lock that only its owner may use is named.
    tries.count();
    let dir = folder();
    set_mode(dir.path(), 0o777);
    fs::write(dir.path().join(PROFILE), profile().to_toml()).expect("a profile");
    let lock = dir.path().join(format!("{PROFILE}.lock"));
    fs::write(&lock, "").expect("a lock");
    chown(&lock, Some(LEAD), Some(SHARED)).expect("this test needs root");
    set_mode(&lock, 0o600);
    let ran = run_as(tries, dir.path(), COLLEAGUE, &none, &add, "");
    expect(tries, &ran, 1, &format!("{PROFILE}.lock is het slot van iemand anders"));
    // An administrator leaves it to its owner, and a draft too.
    for (name, state, arguments) in [
        (PROFILE, State::Complete, &add[..]),
        (DRAFT, State::draft(), &["assess", "--plain", "--resume"]),
    ] {
        tries.count();
        let dir = folder();
        set_mode(dir.path(), 0o777);
        let path = dir.path().join(name);
        let text = Profile {
            state,
            ..common::profile(Mode::Joint, &each(&ANSWERS[..8]))
        };
        fs::write(&path, text.to_toml()).expect("a file");
        chown(&path, Some(LEAD), Some(SHARED)).expect("this test needs root");
        set_mode(&path, 0o600);
        let ran = run_as(tries, dir.path(), 0, "0", arguments, "3\n");
        let found = fs::metadata(&path).expect("it is there");
        let has = (found.uid(), found.gid(), mode(&path));
        let kept = matches!(ran.code, Some(0 | 130)) && has == (LEAD, SHARED, 0o600);
        tries.expect(kept, Harm::Lost, || format!("{name}: {has:?}, {ran:?}"));
    }
    // A draft is its owner's alone, also when that is another one now: said.
    tries.count();
    let dir = folder();
    set_mode(dir.path(), 0o777);
    let path = dir.path().join(DRAFT);
    let draft = Profile {
        state: State::draft(),
        ..common::profile(Mode::Joint, &each(&ANSWERS[..8]))
    };
    fs::write(&path, draft.to_toml()).expect("a draft");
    chown(&path, Some(LEAD), Some(SHARED)).expect("this test needs root");
    set_mode(&path, 0o664);
    let resume = ["assess", "--plain", "--resume"];
    let ran = run_as(tries, dir.path(), COLLEAGUE, &shared, &resume, "3\n1\n");
    expect(tries, &ran, 130, unsaid);
    let found = fs::metadata(&path).expect("it is there");
    let has = (found.uid(), found.gid(), mode(&path));
    tries.expect(has == (COLLEAGUE, SHARED, 0o600), Harm::Lost, || format!("{has:?}"));
}
