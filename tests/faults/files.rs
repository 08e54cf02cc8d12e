//! Files that were cut off, made by another program or an editor, or that are no files at all.

use std::{
    fs::{self, File},
    path::Path,
    time::{Duration, SystemTime},
};

use ips::{
    agreement::Agreement,
    lang::Lang,
    profile::{Profile, State},
    store::{Folder, load},
    tally::Mode,
};
use unicode_normalization::UnicodeNormalization as _;

use crate::{
    Case, common,
    program::{DRAFT, MEETING, PROFILE, command, expect, files, folder, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("every profile and draft, cut off after each byte", cut_off),
        quick(
            "files of a newer version, of another program, with unknown keys",
            newer_foreign_unknown,
        ),
        quick("files as Windows editors save them", windows_editors),
        #[cfg(target_os = "linux")]
        quick("a folder that can't be listed to its end", unlisted),
        quick("profiles that can't be read, and nothing beside them", none_read),
        quick("a clock that went backwards", clock_backwards),
        quick("one team's name as NFC and as NFD", composed_and_decomposed),
    ]
}

/// Profiles and drafts with something in every place.
pub fn profiles() -> Vec<Profile> {
    let answers = ["4", "3", "?", "-", "", "5", "2", "1"];
    let mut joint = common::profile(Mode::Joint, &answers);
    joint.response_mut((0, 1)).note = Some("Zoë zei:\n\"dat weet ik niet\" — 'echt'".into());
    joint.functions = Some("IB'er, wijkagent".into());
    joint.agreements.push(Agreement {
        who: Some("de IB'er".into()),
        due: Some("2027-01-15".into()),
        note: Some("bijna".into()),
        made: Some(joint.date),
        ..Agreement::new("culture", "Elke maand bellen")
    });
    let mut tally = common::profile(Mode::Tally, &["3 4 4 5 ? - 2", "444", "?", "-"]);
    tally.functions.clone_from(&joint.functions);
    let draft = |profile: &Profile| Profile {
        asked_only: Some(vec!["culture".into(), "ecosystem".into()]),
        state: State::Draft { followed_up: 1 },
        ..profile.clone()
    };
    vec![draft(&joint), draft(&tally), joint, tally]
}

fn cut_off(tries: &mut Tries) {
    let mut texts: Vec<String> = profiles().iter().map(Profile::to_toml).collect();
    let examples: &[&str] = if tries.thorough {
        &[
            "ips-groep-de-linde-2026-11-19.toml",
            "ips-groep-de-linde-2027-05-27.toml",
        ]
    } else {
        &[]
    };
    for example in examples {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example);
        texts.push(fs::read_to_string(path).expect("an example"));
    }
    for (number, text) in texts.into_iter().enumerate() {
        let dir = folder();
        let is_draft = text.ends_with("end = \"draft\"");
        let path = dir.path().join(if is_draft { DRAFT } else { PROFILE });
        fs::write(&path, &text).expect("a file");
        let whole = Folder::read(dir.path()).expect("a folder");
        let found = if is_draft { whole.drafts } else { whole.profiles };
        tries.expect(found.len() == 1, Harm::Wrong, || {
            format!("{} isn't read when whole", path.display())
        });
        let file = File::options().write(true).open(&path).expect("the file");
        for length in (0..text.len()).rev().step_by(if cfg!(windows) { 5 } else { 1 }) {
            file.set_len(length as u64).expect("another length");
            tries.count();
            let Err(fault) = load(&path) else {
                tries.harm(
                    Harm::Lost,
                    format!("the first {length} bytes of {} pass for a whole file", path.display()),
                );
                continue;
            };
            tries.expect(!fault.text(Lang::Nl).trim().is_empty(), Harm::Wrong, || {
                format!("no sentence at {length}")
            });
            // The same reader does it in a folder, so that is looked at less often.
            if !tries.thorough && length % 16 != number {
                continue;
            }
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

/// A folder with a finished meeting and a draft of the next one.
fn two_meetings(dir: &Path) -> (String, String) {
    let profiles = profiles();
    let (draft, profile) = (profiles[0].to_toml(), profiles[2].to_toml());
    fs::write(dir.join(DRAFT), &draft).expect("a file");
    fs::write(dir.join(PROFILE), &profile).expect("a file");
    (draft, profile)
}

/// Every command that reads a profile or a draft.
const READING: [&[&str]; 16] = [
    &["show", PROFILE],
    &["card", PROFILE],
    &["card"],
    &["show", "--json", PROFILE],
    &["diff", PROFILE, DRAFT],
    &["export", PROFILE],
    &["check", PROFILE],
    &["show"],
    &["diff"],
    &["trend", PROFILE],
    &["trend"],
    &["agenda", PROFILE],
    &["agenda"],
    &["export"],
    &["check", "."],
    &["assess", "--plain", "--resume"],
];

fn newer_foreign_unknown(tries: &mut Tries) {
    let dir = folder();
    let (draft, profile) = two_meetings(dir.path());
    let newer = |text: &str, format: &str| text.replacen("format = 1", &format!("format = {format}"), 1);
    let mut bad: Vec<(String, String, &str)> = ["2", "4294967295", "99999999999999999999", "-1", "1.0", "\"1\""]
        .into_iter()
        .map(|format| (newer(&draft, format), newer(&profile, format), ""))
        .collect();
    bad[0].2 = "nieuwere versie van ips";
    for foreign in [
        "[package]\nname = \"x\"\n",
        "a = 1\n",
        "{\"team\": 1}",
        "team,score\nx,3\n",
        "",
    ] {
        bad.push((foreign.to_owned(), foreign.to_owned(), ""));
    }
    // In each table, the first and the last of each kind.
    let headers: Vec<usize> = profile.match_indices("]\n").map(|(at, _)| at + 2).collect();
    for at in headers {
        let mut unknown = profile.clone();
        unknown.insert_str(at, "kleur = \"rood\"\n");
        let line = unknown[..at].lines().count() + 1;
        if unknown[..at].ends_with("[end]\n") {
            continue;
        }
        tries.count();
        let Err(problems) = ips::profile::read("x", &unknown) else {
            tries.harm(Harm::Lost, format!("an unknown key in line {line} is dropped silently"));
            continue;
        };
        let said: Vec<String> = problems.iter().map(|problem| problem.text(Lang::Nl)).collect();
        let told = said[0].contains("kleur") && said[0].contains(&format!("regel {line},"));
        tries.expect(told, Harm::Wrong, || format!("line {line} is told as {said:?}"));
    }
    for (draft, profile, words) in bad {
        fs::write(dir.path().join(DRAFT), &draft).expect("a file");
        fs::write(dir.path().join(PROFILE), &profile).expect("a file");
        for arguments in READING {
            tries.count();
            let ran = run(tries, &mut command(dir.path(), arguments), "4\n3\n");
            expect(tries, &ran, 1, words);
        }
        let made = run(tries, command(dir.path(), MEETING).args(["--plain", "--new"]), "4\n");
        expect(tries, &made, 130, "-2.draft.toml");
        fs::remove_file(dir.path().join(DRAFT.replace(".draft", "-2.draft"))).expect("the new draft");
        for (name, text) in [(DRAFT, &draft), (PROFILE, &profile)] {
            let same = fs::read_to_string(dir.path().join(name)).is_ok_and(|found| found == *text);
            tries.expect(same, Harm::Lost, || format!("{name} was changed"));
        }
    }
}

/// How an editor saves a text.
pub type Encoding = fn(&str) -> Vec<u8>;

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{FEFF}{text}").encode_utf16().flat_map(bytes).collect()
}

fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

/// A text in the code that has no mark to know it by.
pub fn windows_1252(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lossy);
    bytes.into_owned()
}

/// As editors save a text; the last two are those that have to be guessed.
pub const ENCODINGS: [Encoding; 9] = [
    |text| text.as_bytes().to_owned(),
    |text| format!("\u{FEFF}{text}").into_bytes(),
    |text| crlf(text).into_bytes(),
    |text| format!("\u{FEFF}{}\r\n", crlf(text)).into_bytes(),
    |text| utf16(text, u16::to_le_bytes),
    |text| utf16(&crlf(text), u16::to_le_bytes),
    |text| utf16(text, u16::to_be_bytes),
    windows_1252,
    |text| windows_1252(&crlf(text)),
];

fn windows_editors(tries: &mut Tries) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = |name: &str| fs::read_to_string(examples.join(name)).expect("an example");
    let (answers, questionnaire) = (file("examples/answers.toml"), file("examples/handover.toml"));
    let dir = folder();
    let (draft, profile) = two_meetings(dir.path());
    let everything = |tries: &mut Tries| {
        let mut outputs = Vec::new();
        for arguments in [
            &["show", "--json", PROFILE][..],
            &["export", PROFILE],
            &["check", "."],
            &["questions", "--json", "--questions", "vragen.toml"],
            &["assess", "--plain", "--resume", "--dir", "ander"],
            &[
                "assess",
                "--answers",
                "antwoorden.toml",
                "--team",
                "Zuid",
                "--participants",
                "3",
                "--dir",
                "ander",
            ],
            &["show", "--json", "--team", "Zuid", "--dir", "ander"],
        ] {
            let ran = run(tries, &mut command(dir.path(), arguments), "q\n");
            outputs.push((ran.code, ran.stdout, ran.stderr));
        }
        outputs
    };
    let mut plain = None;
    for (number, encoded) in ENCODINGS.into_iter().enumerate() {
        tries.count();
        let other = dir.path().join("ander");
        let _ = fs::remove_dir_all(&other);
        fs::create_dir(&other).expect("a folder");
        for (name, text) in [
            (PROFILE, &profile),
            ("antwoorden.toml", &answers),
            ("vragen.toml", &questionnaire),
            (&format!("ander/{DRAFT}"), &draft),
        ] {
            fs::write(dir.path().join(name), encoded(text)).expect("a file");
        }
        let outputs = everything(tries);
        let plain = plain.get_or_insert_with(|| outputs.clone());
        for (command, (output, plain)) in outputs.iter().zip(plain).enumerate() {
            let (mut output, is_guessed) = (output.clone(), number >= 7);
            if is_guessed && command == 2 {
                // `check` says so of the profile and of the questionnaire; the answers have no letter beyond ASCII.
                let lines = String::from_utf8_lossy(&output.1).into_owned();
                let (told, lines): (Vec<&str>, Vec<&str>) =
                    lines.lines().partition(|line| line.contains("Windows-1252"));
                tries.expect(told.len() == 2, Harm::Wrong, || {
                    format!("encoding {number} is told as {told:?}")
                });
                output.1 = lines
                    .into_iter()
                    .flat_map(|line| [line, "\n"])
                    .collect::<String>()
                    .into_bytes();
            }
            let same = if is_guessed && command == 4 {
                // A draft is rewritten, so this one isn't gone on with.
                output.0 == Some(1) && output.2.contains("Windows-1252")
            } else {
                output == *plain
            };
            tries.expect(same, Harm::Lost, || format!("encoding {number}: {output:?}"));
        }
    }
    let codes: Vec<_> = plain.into_iter().flatten().map(|(code, ..)| code).collect();
    let expected = [0, 0, 0, 0, 130, 0, 0].map(Some);
    tries.expect(codes == expected, Harm::Wrong, || format!("they end with {codes:?}"));
    // What can't be told apart from another encoding is explained.
    let unmarked: Vec<u8> = profile.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        unmarked,
        profile.replace('\n', "\r").into_bytes(),
        vec![0xFF, 0xFE],
        vec![0xEF, 0xBB, 0xBF],
    ] {
        tries.count();
        fs::write(dir.path().join(PROFILE), bytes).expect("a file");
        let ran = run(tries, &mut command(dir.path(), ["show", PROFILE]), "");
        expect(tries, &ran, 1, PROFILE);
    }
}

/// A folder that the system opens but doesn't list: the network of a program that has ended and that nobody has asked about.
#[cfg(target_os = "linux")]
fn unlisted(tries: &mut Tries) {
    let ended = std::process::Command::new("true").spawn();
    let Ok(mut ended) = ended else {
        return tries.impossible();
    };
    let folder_of_ended = format!("/proc/{}/net", ended.id());
    let unlisted = Path::new(&folder_of_ended);
    let fails = || fs::read_dir(unlisted).is_ok_and(|mut entries| entries.any(|entry| entry.is_err()));
    let deadline = std::time::Instant::now() + Duration::from_secs(10);
    while !fails() {
        if std::time::Instant::now() > deadline {
            return tries.impossible();
        }
        std::thread::yield_now();
    }
    for arguments in [
        &["show"][..],
        &["show", "--team", "Noord"],
        &["show", "er-is-niets.toml"],
        &["card"],
        &["diff"],
        &["trend"],
        &["agenda"],
        &["export"],
        &["agreements"],
        &["agreements", "--done", "1"],
        &["check", "."],
        &[
            "assess",
            "--plain",
            "--new",
            "--team",
            "Noord",
            "--mode",
            "joint",
            "--participants",
            "3",
        ],
        &["assess", "--plain", "--resume"],
        &["assess", "--plain", "--reopen"],
    ] {
        tries.count();
        let mut arguments = arguments.to_vec();
        match arguments.last_mut() {
            Some(last) if *last == "." => *last = &folder_of_ended,
            _ => arguments.extend(["--dir", &folder_of_ended]),
        }
        let elsewhere = folder();
        let ran = run(tries, &mut command(elsewhere.path(), &arguments), "4\n");
        expect(tries, &ran, 1, &format!("{folder_of_ended} kan niet gelezen worden"));
        let silent = !["geen profiel", "geen concept", "niets om"]
            .iter()
            .any(|none| ran.stderr.contains(none));
        tries.expect(silent, Harm::Lost, || format!("{arguments:?} says: {}", ran.stderr));
    }
    ended.wait().expect("it has ended");
}

/// Of what can't be read nobody says that it isn't there.
fn none_read(tries: &mut Tries) {
    let whole = profiles().pop().expect("a profile").to_toml();
    let wrong_byte = [whole.as_bytes(), b"# Zo\xEB\n"].concat();
    for broken in [b"kapot".to_vec(), vec![b' '; 2 << 20], wrong_byte] {
        for arguments in [
            &["show"][..],
            &["show", "--team", "Noord"],
            &["show", "er-is-niets.toml"],
            &["diff"],
            &["trend"],
            &["agenda"],
            &["export"],
            &["agreements", "--done", "1"],
            &["assess", "--plain", "--resume"],
            &["assess", "--plain", "--reopen"],
        ] {
            tries.count();
            let dir = folder();
            fs::write(dir.path().join(PROFILE), &broken).expect("a profile");
            let ran = run(tries, &mut command(dir.path(), arguments), "");
            expect(tries, &ran, 1, "");
            let said = [
                "Geen bestand in deze map is als profiel te lezen",
                "Niet elk bestand in deze map",
            ];
            let said = said.iter().any(|said| ran.stderr.contains(said));
            tries.expect(said, Harm::Wrong, || format!("{arguments:?} says: {}", ran.stderr));
            let denies = ["geen profiel", "geen concept", "alleen een concept"];
            let denies = denies.iter().any(|none| ran.stderr.contains(none));
            tries.expect(!denies, Harm::Lost, || format!("{arguments:?} says: {}", ran.stderr));
        }
    }
}

fn clock_backwards(tries: &mut Tries) {
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1);
    let far_ahead = SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000);
    let dates = ["2026-11-21", "2026-11-20", "2001-01-01", "2099-12-31", "2026-11-21"];
    let dir = folder();
    for (number, date) in dates.into_iter().enumerate() {
        tries.count();
        let arguments = [
            "assess",
            "--plain",
            "--team",
            "Noord",
            "--mode",
            "joint",
            "--participants",
            "3",
            "--date",
            date,
        ];
        let made = run(tries, &mut command(dir.path(), arguments), "4\n".repeat(24));
        expect(tries, &made, 0, "");
        for name in files(dir.path()) {
            let file = File::options()
                .write(true)
                .open(dir.path().join(name))
                .expect("a profile");
            file.set_modified(if number % 2 == 0 { long_ago } else { far_ahead })
                .expect("a time");
        }
        let newest = dates[..=number].iter().max().expect("a date");
        let shown = run(tries, &mut command(dir.path(), ["show", "--json"]), "");
        let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap_or_default();
        tries.expect(shown["date"] == *newest, Harm::Lost, || {
            format!("the newest of {date} is {}", shown["date"])
        });
    }
    let found = files(dir.path());
    tries.expect(found.len() == dates.len(), Harm::Lost, || {
        format!("five meetings are {found:?}")
    });
    let compared = run(tries, &mut command(dir.path(), ["diff", "--json"]), "");
    let compared: serde_json::Value = serde_json::from_slice(&compared.stdout).unwrap_or_default();
    let order = [&compared["before"]["date"], &compared["after"]["date"]];
    tries.expect(order == ["2026-11-21", "2099-12-31"], Harm::Wrong, || {
        format!("compared are {order:?}")
    });
    #[cfg(unix)]
    another_day(tries);
    // A draft keeps the date that it began with.
    let begun = [
        "assess",
        "--plain",
        "--team",
        "Noord",
        "--mode",
        "joint",
        "--participants",
        "3",
        "--date",
        "2098-01-01",
    ];
    let begun = run(tries, &mut command(dir.path(), begun), "4\n");
    expect(tries, &begun, 130, "noord-2098-01-01.draft.toml");
    let resumed = run(
        tries,
        &mut command(dir.path(), ["assess", "--plain", "--resume"]),
        "4\n".repeat(23),
    );
    expect(tries, &resumed, 0, "");
    let kept = dir.path().join("noord-2098-01-01.toml").exists();
    tries.expect(kept, Harm::Lost, || "the resumed meeting has another date".to_owned());
}

/// The same moment is another day on either side of the date line, so that for the program the day before comes next.
#[cfg(unix)]
fn another_day(tries: &mut Tries) {
    tries.count();
    let dir = folder();
    let mut dates = Vec::new();
    for zone in ["EAST-14", "WEST+12"] {
        let arguments = [
            "assess",
            "--plain",
            "--new",
            "--team",
            "Noord",
            "--mode",
            "joint",
            "--participants",
            "3",
        ];
        let mut command = command(dir.path(), arguments);
        let made = run(tries, command.env("TZ", zone), "4\n".repeat(24));
        expect(tries, &made, 0, "");
        let shown = run(tries, &mut self::command(dir.path(), ["show", "--json"]), "");
        let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap_or_default();
        dates.push(shown["date"].to_string());
    }
    let found = files(dir.path());
    let two_days = found.len() == 2 && !found.iter().any(|name| name.ends_with("-2.toml"));
    tries.expect(two_days, Harm::Lost, || {
        format!("two meetings on two days are {found:?}")
    });
    tries.expect(dates[0] == dates[1], Harm::Wrong, || {
        format!("the newest are {dates:?}")
    });
}

fn composed_and_decomposed(tries: &mut Tries) {
    for name in ["Zoë & René", "Ångström", "Groep Één", "Ťeam Ǆ ﬁ", "각하 Tiếng Việt"] {
        let composed: String = name.nfc().collect();
        let decomposed: String = name.nfd().collect();
        for (first, second) in [(&composed, &decomposed), (&decomposed, &composed)] {
            tries.count();
            let dir = folder();
            let mut assess = |team: &str, more: &[&str], lines: usize| {
                let arguments = ["assess", "--plain", "--team", team];
                run(tries, command(dir.path(), arguments).args(more), "4\n".repeat(lines))
            };
            let meeting = ["--mode", "joint", "--participants", "3", "--date"];
            let made = assess(first, &[&meeting[..], &["2026-11-20"]].concat(), 24);
            let begun = assess(second, &[&meeting[..], &["2026-11-21"]].concat(), 5);
            let refused = assess(first, &[&meeting[..], &["2026-11-21"]].concat(), 24);
            let resumed = assess(first, &["--resume"], 19);
            let codes = [made.code, begun.code, refused.code, resumed.code].map(|code| code.unwrap_or(-1));
            tries.expect(codes == [0, 130, 1, 0], Harm::Lost, || {
                format!("{name}: they end with {codes:?}")
            });
            let compared = run(tries, &mut command(dir.path(), ["diff", "--team", second]), "");
            expect(tries, &compared, 0, "");
            let shown = run(tries, &mut command(dir.path(), ["show"]), "");
            expect(tries, &shown, 0, "");
            let found = files(dir.path());
            let same = found.len() == 2 && found[0].replace("20.toml", "21.toml") == found[1];
            tries.expect(same, Harm::Wrong, || format!("{name} gives {found:?}"));
        }
    }
}
