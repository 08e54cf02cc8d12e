//! What people wrote in a profile themselves, in their own editor: each command that changes something leaves the rest alone.

use std::{fs, path::Path};

use ips::{profile, profile::Profile};

use crate::{
    Case,
    files::profiles,
    program::{PROFILE, command, folder, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![quick(
        "each change in a profile with remarks, as editors save it",
        remarks,
    )]
}

/// A command that changes a profile.
struct Change {
    arguments: &'static [&'static str],
    typed: &'static str,
    /// The keys whose lines may change; everything that is reckoned may, where `answers` do.
    keys: &'static [&'static str],
}

const REOPEN: &[&str] = &["assess", "--plain", "--reopen"];

const CHANGES: [Change; 9] = [
    Change {
        arguments: &["agreements", "--done", "1"],
        typed: "",
        keys: &["state"],
    },
    Change {
        arguments: &["agreements", "--dropped", "1", "--note", "Niet nodig"],
        typed: "",
        keys: &["state", "note"],
    },
    Change {
        arguments: &["agreements", "--open", "1", "--due", "1-3-2027"],
        typed: "",
        keys: &["due"],
    },
    Change {
        arguments: &[
            "agreements",
            "--change",
            "1",
            "--what",
            "Appen",
            "--who",
            "Bo",
            "--element",
            "1",
        ],
        typed: "",
        keys: &["what", "who", "element"],
    },
    Change {
        arguments: &["agreements", "--add", "Wandelen", "--element", "1"],
        typed: "",
        keys: &[],
    },
    Change {
        arguments: REOPEN,
        typed: "2\nn Nog een keer\n1\n",
        keys: &["answer", "note", "score", "band", "weakest"],
    },
    Change {
        arguments: REOPEN,
        typed: "i\n5 schoolleider\n1 Zuid\n\nq\n",
        keys: &["functions", "team"],
    },
    Change {
        arguments: REOPEN,
        typed: "\n1\nWandelen\n\n\n\n",
        keys: &[],
    },
    Change {
        arguments: REOPEN,
        typed: "1\n-\n",
        keys: &["answer", "answered", "asked", "score", "band", "weakest"],
    },
];

/// The text of a profile in which each line has a remark that is like no other; below it a note on the whole.
fn remarked(profile: &Profile) -> String {
    let mut lines = vec!["# Bewaren tot juni".to_owned()];
    let text = profile.to_toml();
    let last = text.lines().count();
    let mut within = false;
    for (number, line) in (1..).zip(text.lines()) {
        let quotes = line.matches("\"\"\"").count() + line.matches("'''").count();
        let whole = !within && quotes != 1;
        within ^= quotes == 1;
        if whole && !line.is_empty() && number < last {
            lines.push(format!("{line}   # {number}"));
        } else {
            lines.push(line.to_owned());
        }
        if line.starts_with("title") {
            lines.extend([String::new(), "  # Hier begon het gesprek".to_owned(), String::new()]);
        }
    }
    lines.join("\n")
}

/// The text as editors save it.
fn saved(text: &str) -> [(&'static str, Vec<u8>); 5] {
    let windows = text.replace('\n', "\r\n");
    let marked = format!("\u{FEFF}{windows}");
    [
        ("plain", text.as_bytes().to_vec()),
        ("with a last line break", format!("{text}\n").into_bytes()),
        ("of Windows", windows.into_bytes()),
        ("of Windows, with a mark", marked.clone().into_bytes()),
        ("in UTF-16", marked.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ]
}

/// The text in these bytes, with the line ends that it has.
fn text_of(bytes: &[u8]) -> String {
    if !bytes.starts_with(b"\xFF\xFE") {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let units = bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or('?')).collect()
}

fn read(text: &str) -> Option<Profile> {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
    profile::read(PROFILE, &text).ok().map(|loaded| loaded.profile)
}

fn change(tries: &mut Tries, change: &Change, dir: &Path) -> Option<Vec<u8>> {
    let mut command = command(dir, change.arguments);
    if change.arguments != REOPEN {
        command.args(["--date", "2027-02-01"]);
    }
    let ran = run(tries, &mut command, change.typed);
    let is_done = ran.code == Some(0);
    tries.expect(is_done, Harm::Wrong, || {
        format!("{:?}: {}", change.arguments, ran.stderr)
    });
    fs::read(dir.join(PROFILE)).ok()
}

fn remarks(tries: &mut Tries) {
    let kept = profiles().into_iter().filter(|profile| !profile.is_draft());
    let mut profile = kept.into_iter().next().expect("a finished one");
    // A text of several lines stays where another question changes.
    let note = profile.response_mut((0, 1)).note.replace("Tijd".into());
    profile.response_mut((0, 2)).note = note;
    for asked in &CHANGES {
        let plain = folder();
        fs::write(plain.path().join(PROFILE), profile.to_toml()).expect("a profile");
        let meant = change(tries, asked, plain.path()).and_then(|bytes| read(&text_of(&bytes)));
        for (how, before) in saved(&remarked(&profile)) {
            tries.count();
            let dir = folder();
            fs::write(dir.path().join(PROFILE), &before).expect("a profile");
            let after = change(tries, asked, dir.path()).unwrap_or_default();
            let what = || format!("{:?} {:?} in a file {how}", asked.arguments, asked.typed);
            let (before, after) = (text_of(&before), text_of(&after));
            tries.expect(before != after, Harm::Wrong, || format!("{}: nothing changed", what()));
            tries.expect(meant.is_some() && read(&after) == meant, Harm::Lost, || {
                format!("{} became another profile", what())
            });
            let ends = |text: &str| {
                (
                    text.starts_with('\u{FEFF}'),
                    text.ends_with('\n'),
                    text.contains("\r\n"),
                )
            };
            let mixed = after.contains("\r\n") && after.matches('\n').count() != after.matches("\r\n").count();
            tries.expect(ends(&before) == ends(&after) && !mixed, Harm::Lost, || {
                format!("{}: other line ends or another mark", what())
            });
            let mut left: Vec<&str> = after.split('\n').collect();
            for line in before.split('\n') {
                if let Some(at) = left.iter().position(|found| *found == line) {
                    left.remove(at);
                    continue;
                }
                let key = line.split(" = ").next().unwrap_or_default();
                let remark = line.rfind("# ").map(|at| &line[at..]);
                let stays = remark.is_some_and(|remark| left.iter().any(|found| found.ends_with(remark)));
                let may_change = asked.keys.contains(&key);
                tries.expect(may_change && stays, Harm::Lost, || format!("{}: {line:?} went", what()));
            }
        }
    }
}
