//! Disks that can't do everything: no locks, no modes, no sync, no rename that leaves what is there. The evening goes on, and
//! each such thing is told once.

use std::fs;

use ips::{
    agreement::Agreement,
    interview::Ended,
    lang::Lang,
    profile::Profile,
    prompt::SaveReply,
    store::{DraftFile, Privacy, ProfileFile, Saver},
};

use crate::{
    Case,
    program::{DRAFT, PROFILE, files, folder},
    quick,
    team::{Team, new_draft, saved_profile},
    tries::{Harm, Tries},
    watched::{Call, Lacking, Watched},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a disk without locks, modes, sync or exclusive names", goes_on),
        quick("two programs on one file, and the disk knows no locks", without_locks),
        #[cfg(unix)]
        quick("a name that is taken on a disk without exclusive names", taken_name),
        #[cfg(unix)]
        quick(
            "a folder where files can be made, but not renamed or removed",
            only_made,
        ),
    ]
}

/// What a disk can lack: the call, what it answers, and what is told in Dutch and in English.
struct Lack {
    call: fn(&Call) -> bool,
    codes: &'static [i32],
    told: [&'static str; 2],
}

#[cfg(unix)]
mod codes {
    use rustix::io::Errno;

    /// What says that there is no such call.
    const fn unknown() -> [i32; 3] {
        [
            Errno::INVAL.raw_os_error(),
            Errno::NOSYS.raw_os_error(),
            Errno::OPNOTSUPP.raw_os_error(),
        ]
    }
    pub const UNKNOWN: &[i32] = &unknown();
    pub const LOCKS: &[i32] = &[
        Errno::NOLCK.raw_os_error(),
        Errno::NOSYS.raw_os_error(),
        Errno::OPNOTSUPP.raw_os_error(),
    ];
    pub const MODES: &[i32] = &[Errno::PERM.raw_os_error(), Errno::OPNOTSUPP.raw_os_error()];
    pub const PLACES: &[i32] = &[
        Errno::PERM.raw_os_error(),
        Errno::OPNOTSUPP.raw_os_error(),
        Errno::NOSYS.raw_os_error(),
        Errno::INVAL.raw_os_error(),
        Errno::MLINK.raw_os_error(),
    ];
}

#[cfg(windows)]
mod codes {
    /// "Incorrect function" and "not supported".
    pub const UNKNOWN: &[i32] = &[1, 50];
    pub const LOCKS: &[i32] = UNKNOWN;
}

const LACKS: &[Lack] = &[
    Lack {
        call: |call| *call == Call::Lock,
        codes: codes::LOCKS,
        told: ["niet op slot zetten", "can't lock a file"],
    },
    Lack {
        call: |call| matches!(call, Call::Sync(_)),
        codes: codes::UNKNOWN,
        told: ["zegt niet wanneer", "doesn't say when"],
    },
    Lack {
        call: |call| *call == Call::SyncFolder,
        codes: codes::UNKNOWN,
        told: ["zegt niet wanneer", "doesn't say when"],
    },
    // Windows has no modes, and can always rename so.
    #[cfg(unix)]
    Lack {
        call: |call| *call == Call::Mode,
        codes: codes::MODES,
        told: ["niet instellen wie", "can't set who"],
    },
    #[cfg(unix)]
    Lack {
        call: |call| matches!(call, Call::Place(..)),
        codes: codes::PLACES,
        told: ["niet in één keer", "in one step"],
    },
];

/// Everything that a run of the program does: an evening, a correction of it, a report. What was lacking is told once.
fn goes_on(tries: &mut Tries) {
    for lack in LACKS {
        for &code in lack.codes {
            works_without(tries, &[(lack.call, code)], &[lack.told]);
        }
    }
    let all: Vec<_> = LACKS.iter().map(|lack| (lack.call, lack.codes[0])).collect();
    let mut told: Vec<_> = LACKS.iter().map(|lack| lack.told).collect();
    // The two kinds of sync are one thing to the user.
    told.dedup();
    works_without(tries, &all, &told);
}

fn works_without(tries: &mut Tries, lacking: &[Lacking], told: &[[&str; 2]]) {
    tries.count();
    let codes: Vec<i32> = lacking.iter().map(|(_, code)| *code).collect();
    let (dir, disk) = (folder(), Watched::lacking(lacking));
    let mut team = Team::new(tries, &disk, dir.path(), SaveReply::GiveUp);
    let ended = team.meet(&["culture", "ecosystem"]);
    let failed = team.failed;
    tries.expect(ended == Ok(Ended::Complete) && !failed, Harm::Lost, || {
        format!("without {told:?} ({codes:?}) the evening ends with {ended:?}")
    });
    fs::write(dir.path().join(PROFILE), saved_profile().to_toml()).expect("a profile");
    let ended = Team::new(tries, &disk, dir.path(), SaveReply::GiveUp).reopen();
    tries.expect(ended == Ok(Ended::Complete), Harm::Lost, || {
        format!("without {told:?} ({codes:?}) the correction ends with {ended:?}")
    });
    let report = dir.path().join("verslag.md");
    let saver = Saver::new(disk.clone());
    let made = saver.save_unless_there(&report, "# Een\n", Privacy::Ordinary);
    let again = saver.save_unless_there(&report, "# Twee\n", Privacy::Ordinary);
    tries.expect(made == Ok(true) && again == Ok(false), Harm::Lost, || {
        format!("without {told:?} ({codes:?}) a report is {made:?}, then {again:?}")
    });
    let over = saver.save(&report, "# Drie\n", Privacy::Ordinary);
    let found = fs::read_to_string(&report).unwrap_or_default();
    tries.expect(over == Ok(()) && found == "# Drie\n", Harm::Lost, || {
        format!("without {told:?} ({codes:?}) the report is {found:?}: {over:?}")
    });
    let remarks = disk.remarks();
    for (lang, place) in [(Lang::Nl, 0), (Lang::En, 1)] {
        let said: Vec<String> = remarks.iter().map(|remark| remark.text(lang)).collect();
        let each = told
            .iter()
            .all(|words| said.iter().filter(|said| said.contains(words[place])).count() == 1);
        tries.expect(each && said.len() == told.len(), Harm::Wrong, || {
            format!("without {told:?} ({codes:?}) it says {said:?}")
        });
    }
    let found = files(dir.path());
    tries.expect(found == [PROFILE, "verslag.md"], Harm::Wrong, || {
        format!("without {told:?} ({codes:?}) the folder holds {found:?}")
    });
}

/// The profile with other functions.
fn with_functions(profile: &Profile, functions: &str) -> Profile {
    Profile {
        functions: Some(functions.to_owned()),
        ..profile.clone()
    }
}

/// Both may open the file, but what the first saved is never overwritten by the second.
fn without_locks(tries: &mut Tries) {
    for &code in codes::LOCKS {
        tries.count();
        let (dir, disk) = (folder(), Watched::lacking(&[(LACKS[0].call, code)]));
        let path = dir.path().join(DRAFT);
        let begun = new_draft(&["culture"]);
        drop(DraftFile::create(&disk, dir.path(), &begun).expect("a draft"));
        let open = || DraftFile::open(&disk, path.clone()).expect("nobody is seen to hold it");
        let (mut first, mut second) = (open(), open());
        let (one, other) = (with_functions(&begun, "IB'er"), with_functions(&begun, "wijkagent"));
        tries.expect(first.save(&one) == Ok(()), Harm::Lost, || {
            "the first can't save".to_owned()
        });
        let refused = [second.save(&other).is_err(), second.complete(&other, &[]).is_err()];
        let found = fs::read_to_string(&path).unwrap_or_default();
        tries.expect(refused == [true; 2] && found == one.to_toml(), Harm::Lost, || {
            format!("{code}: the second is refused: {refused:?}; the draft is {found:?}")
        });
        let completed = first.complete(&one, &[]);
        tries.expect(completed == Ok(dir.path().join(PROFILE)), Harm::Lost, || {
            format!("{code}: the first ends with {completed:?}")
        });

        tries.count();
        let path = dir.path().join(PROFILE);
        let open = || ProfileFile::open(&disk, &path).expect("nobody is seen to hold it").0;
        let (mut first, mut second) = (open(), open());
        let agreed = |what: &str| {
            let mut profile = first.profile().clone();
            profile.agreements.push(Agreement::new("culture", what));
            profile
        };
        let (one, other) = (agreed("Bellen"), agreed("Mailen"));
        let saved = [first.save(&one).is_ok(), second.save(&other).is_ok()];
        let found = fs::read_to_string(&path).unwrap_or_default();
        tries.expect(saved == [true, false] && found == one.to_toml(), Harm::Lost, || {
            format!("{code}: saved are {saved:?}; the profile is {found:?}")
        });
        drop((first, second));
        let (found, remarks) = (files(dir.path()), disk.remarks());
        tries.expect(found == [PROFILE] && remarks.len() == 1, Harm::Wrong, || {
            format!("{code}: the folder holds {found:?}; told is {remarks:?}")
        });
    }
}

/// The empty file that keeps a name free is only ever made where there is none, and doesn't stay.
#[cfg(unix)]
fn taken_name(tries: &mut Tries) {
    let place: fn(&Call) -> bool = |call| matches!(call, Call::Place(..));
    let rename: fn(&Call) -> bool = |call| matches!(call, Call::Rename(..));
    for &code in codes::PLACES {
        tries.count();
        let (dir, disk) = (folder(), Watched::lacking(&[(place, code)]));
        let profile = saved_profile();
        let mine = DraftFile::create(&disk, dir.path(), &profile).and_then(|mut draft| draft.complete(&profile, &[]));
        let next = DraftFile::create(&disk, dir.path(), &profile).and_then(|mut draft| draft.complete(&profile, &[]));
        let both = mine == Ok(dir.path().join(PROFILE)) && next.is_ok() && next != mine;
        tries.expect(both && files(dir.path()).len() == 2, Harm::Lost, || {
            format!("{code}: saved are {mine:?} and {next:?}")
        });
        let disk = Watched::lacking(&[(place, code), (rename, 5)]);
        let path = dir.path().join("verslag.md");
        let refused = Saver::new(disk).save_unless_there(&path, "# Een\n", Privacy::Ordinary);
        tries.expect(refused.is_err() && !path.exists(), Harm::Wrong, || {
            format!("{code}: {refused:?}, and an empty file stays")
        });
    }
}

/// Nothing stands under the name then, and nothing is told of the disk.
#[cfg(unix)]
fn only_made(tries: &mut Tries) {
    for code in [1, 13] {
        tries.count();
        let dir = folder();
        let refused: fn(&Call) -> bool = |call| matches!(call, Call::Place(..) | Call::Rename(..) | Call::Remove(_));
        let files = Watched::lacking(&[(refused, code)]);
        let path = dir.path().join("verslag.md");
        let saved = Saver::new(files.clone()).save_unless_there(&path, "verslag", Privacy::Ordinary);
        tries.expect(saved.is_err() && !path.exists(), Harm::Wrong, || {
            format!("{saved:?}, and something stands there")
        });
        let remarks = files.remarks();
        tries.expect(remarks.is_empty(), Harm::Wrong, || format!("it tells {remarks:?}"));
    }
}
