//! Files that were cut off, made by another program or an editor, or that are no files at all.

use std::{
    fs::{self, File},
    path::Path,
};

use ips::{
    messages::Lang,
    profile::{Agreement, AgreementState, Profile, State},
    store::{Folder, load},
    tally::Mode,
};

use crate::{
    Case, common,
    program::{DRAFT, PROFILE, folder},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![quick("every profile and draft, cut off after each byte", cut_off)]
}

/// Profiles and drafts with something in every place.
fn profiles() -> Vec<Profile> {
    let answers = ["4", "3", "?", "-", "", "5", "2", "1"];
    let mut joint = common::profile(Mode::Joint, &answers);
    joint.response_mut((0, 1)).note = Some("Zoë zei:\n\"dat weet ik niet\" — 'echt'".into());
    joint.functions = Some("IB'er, wijkagent".into());
    joint.agreements.push(Agreement {
        element: "culture".into(),
        what: "Elke maand bellen".into(),
        who: Some("de IB'er".into()),
        due: Some("2027-01-15".into()),
        state: AgreementState::Open,
    });
    let mut tally = common::profile(Mode::Tally, &["3 4 4 5 ? - 2", "444", "?", "-"]);
    tally.functions.clone_from(&joint.functions);
    let draft = |profile: &Profile| Profile {
        state: State::Draft {
            asked: vec!["culture".into(), "ecosystem".into()],
        },
        ..profile.clone()
    };
    vec![draft(&joint), draft(&tally), joint, tally]
}

fn cut_off(tries: &mut Tries) {
    let mut texts: Vec<String> = profiles().iter().map(Profile::to_toml).collect();
    for example in [
        "ips-groep-de-linde-2026-11-19.toml",
        "ips-groep-de-linde-2027-05-27.toml",
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example);
        texts.push(fs::read_to_string(path).expect("an example"));
    }
    for text in texts {
        let dir = folder();
        let is_draft = text.ends_with("end = \"draft\"");
        let path = dir.path().join(if is_draft { DRAFT } else { PROFILE });
        fs::write(&path, &text).expect("a file");
        let whole = Folder::read(dir.path()).expect("a folder");
        let found = if is_draft { whole.drafts } else { whole.profiles };
        tries.expect(found.len() == 1, Harm::Wrong, || {
            format!("{path:?} isn't read when whole")
        });
        let file = File::options().write(true).open(&path).expect("the file");
        for length in (0..text.len()).rev() {
            file.set_len(length as u64).expect("another length");
            tries.count();
            let Err(fault) = load(&path) else {
                tries.harm(
                    Harm::Lost,
                    format!("the first {length} bytes of {path:?} pass for a whole file"),
                );
                continue;
            };
            tries.expect(!fault.text(Lang::Nl).trim().is_empty(), Harm::Wrong, || {
                format!("no sentence at {length}")
            });
            let read = Folder::read(dir.path()).expect("a folder");
            let taken = read.profiles.len() + read.drafts.len();
            tries.expect(taken == 0, Harm::Lost, || {
                format!("{length} bytes are taken for a draft or profile")
            });
            tries.expect(read.remarks.len() == 1, Harm::Wrong, || {
                format!("{length} bytes are passed over silently")
            });
        }
    }
}
