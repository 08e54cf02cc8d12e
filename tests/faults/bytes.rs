//! Files in another code than UTF-8, or with a wrong byte in it: read as they are or refused, and never rewritten on a guess.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ips::{
    profile::{self, Profile},
    store::{Disk, Folder, ProfileFile, load},
};

use crate::{
    Case,
    files::{ENCODINGS, Encoding, profiles, windows_1252},
    program::{DRAFT, MEETING, PROFILE, command, expect, folder, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a wrong byte in any letter of a profile, and a change", wrong_byte),
        quick(
            "a profile in each code, and each command that changes one",
            changed_in_each_code,
        ),
        quick("a file that stops within a letter, or has one of no code", no_letter),
        quick("lines of a pipe in another code: none is guessed", piped_lines),
    ]
}

/// The profiles that come with the program, by their names.
fn examples() -> Vec<(String, String)> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let entries = fs::read_dir(examples).expect("the examples");
    let paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an example").path()).collect();
    let mut found = Vec::new();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
    {
        let text = fs::read_to_string(path).expect("an example");
        if profile::looks_like_profile(&text) {
            let name = path.file_name().expect("a name").to_string_lossy();
            found.push((name.into_owned(), text));
        }
    }
    found.sort();
    assert!(found.len() > 1, "there are profiles among the examples");
    found
}

/// Where a wrong byte stands, as it is told.
fn place(bytes: &[u8], at: usize) -> String {
    let before = std::str::from_utf8(&bytes[..at]).expect("sound before it");
    let line = before.split('\n').next_back().unwrap_or_default();
    format!(
        "regel {}, kolom {}: ",
        before.matches('\n').count() + 1,
        line.chars().count() + 1
    )
}

fn wrong_byte(tries: &mut Tries) {
    let made = profiles().into_iter().map(|profile| {
        let name = if profile.is_draft() { DRAFT } else { PROFILE };
        (name.to_owned(), profile.to_toml())
    });
    for (name, text) in examples().into_iter().chain(made) {
        let dir = folder();
        let path = dir.path().join(&name);
        let letters = text.char_indices().filter(|(_, letter)| !letter.is_ascii());
        let letters: Vec<(usize, char)> = letters.collect();
        // With one letter alone a broken one can't be told from another code.
        assert!(letters.len() > 1, "{name} has letters beyond ASCII");
        for (number, &(at, letter)) in letters.iter().enumerate() {
            // As an editor of another code writes it, and each byte of it with a bit turned over.
            let mut broken = vec![
                [
                    &text.as_bytes()[..at],
                    b"\xEB",
                    &text.as_bytes()[at + letter.len_utf8()..],
                ]
                .concat(),
            ];
            for (byte, bit) in (at..at + letter.len_utf8()).flat_map(|byte| (0..8).map(move |bit| (byte, bit))) {
                let mut bytes = text.clone().into_bytes();
                bytes[byte] ^= 1 << bit;
                broken.push(bytes);
            }
            for (kind, bytes) in broken.iter().enumerate() {
                let Err(wrong) = std::str::from_utf8(bytes) else {
                    // Another letter than it was: nobody can tell.
                    continue;
                };
                tries.count();
                fs::write(&path, bytes).expect("a file");
                let told = if bytes.contains(&0) {
                    "geen tekstbestand".to_owned()
                } else {
                    place(bytes, wrong.valid_up_to())
                };
                let refusals = [
                    load(&path).map(drop).err(),
                    ProfileFile::open(&Disk, &path).map(drop).err(),
                    Folder::read(dir.path()).expect("a folder").remarks.pop(),
                ];
                for refusal in refusals {
                    let said = refusal.map(|fault| fault.text(ips::lang::Lang::Nl)).unwrap_or_default();
                    tries.expect(said.contains(&told), Harm::Lost, || {
                        format!("{name}, {told}is told as {said:?}")
                    });
                }
                // Each command does it alike.
                if number == 0 && (tries.thorough || kind % 8 == 0) {
                    for arguments in [
                        &["agreements", "--done", "1"][..],
                        &["assess", "--plain", "--reopen", &name],
                        &["check", &name],
                        &["show", &name],
                    ] {
                        let ran = run(tries, &mut command(dir.path(), arguments), "");
                        expect(tries, &ran, 1, &told);
                    }
                }
                let same = fs::read(&path).is_ok_and(|found| found == *bytes);
                tries.expect(same, Harm::Lost, || {
                    format!("{name} with a wrong byte at {told} was rewritten")
                });
            }
        }
    }
}

/// A profile that stands before all the others in its name, with an open agreement.
fn rewritten(tries: &mut Tries, name: &str, text: &str, encoded: Encoding, arguments: &[&str]) {
    tries.count();
    let dir = folder();
    let path = dir.path().join(name);
    let before = encoded(text);
    fs::write(&path, &before).expect("a file");
    let is_guessed = ENCODINGS[7..].iter().any(|guessed| guessed(text) == before);
    let ran = run(tries, &mut command(dir.path(), arguments), "");
    let after = fs::read(&path).unwrap_or_default();
    if is_guessed {
        expect(tries, &ran, 1, "Windows-1252");
        tries.expect(after == before, Harm::Lost, || {
            format!("{name} was guessed and rewritten by {arguments:?}")
        });
        return;
    }
    expect(tries, &ran, 0, "");
    let was = profile::read(name, text).map(|loaded| loaded.profile);
    let is = load(&path).map(|(stored, _)| stored.profile);
    let (Ok(was), Ok(is)) = (was, is) else {
        tries.harm(Harm::Lost, format!("{name} can't be read after {arguments:?}"));
        return;
    };
    // Nothing but the agreements was asked to change.
    let same = Profile {
        agreements: was.agreements.clone(),
        ..is.clone()
    } == was;
    tries.expect(same, Harm::Lost, || {
        format!("{name} is another one after {arguments:?}")
    });
    let changed = is.agreements != was.agreements;
    tries.expect(changed, Harm::Lost, || {
        format!("{name} is as it was after {arguments:?}")
    });
}

fn changed_in_each_code(tries: &mut Tries) {
    let examples = examples();
    let (name, text) = examples.last().expect("an example");
    for encoded in ENCODINGS {
        for arguments in [
            &["agreements", "--done", "1", "--note", "Creëren"][..],
            &["agreements", "--change", "1", "--who", "Zoë"],
            &["agreements", "--add", "Één keer", "--element", "1"],
        ] {
            rewritten(tries, name, text, encoded, arguments);
        }
    }
    // What would go on in the file itself is refused before the first question.
    let old = windows_1252(text);
    let draft = text.replace("end = \"complete\"", "end = \"draft\"");
    let draft = draft.replacen(
        "[questionnaire]",
        "[draft]\nasked = [\"shared-vision\"]\n\n[questionnaire]",
        1,
    );
    let draft = windows_1252(&draft);
    let name_of_draft = name.replace(".toml", ".draft.toml");
    for (name, bytes, arguments) in [
        (name, &old, ["assess", "--plain", "--reopen"]),
        (&name_of_draft, &draft, ["assess", "--plain", "--resume"]),
    ] {
        tries.count();
        let dir = folder();
        let path = dir.path().join(name);
        fs::write(&path, bytes).expect("a file");
        let ran = run(tries, &mut command(dir.path(), arguments), "4\n");
        expect(tries, &ran, 1, "Windows-1252");
        let checked = run(tries, &mut command(dir.path(), ["check", "."]), "");
        expect(tries, &checked, 0, "");
        let told = String::from_utf8_lossy(&checked.stdout).contains("bewaar het met codering UTF-8");
        tries.expect(told, Harm::Wrong, || {
            format!("check says nothing of the code of {name}")
        });
        let same = fs::read(&path).is_ok_and(|found| found == *bytes);
        tries.expect(same, Harm::Lost, || format!("{name} was rewritten"));
    }
}

fn no_letter(tries: &mut Tries) {
    let (name, text) = examples().pop().expect("an example");
    let dir = folder();
    let path = dir.path().join(&name);
    let mut letters = text.char_indices().filter(|(_, letter)| !letter.is_ascii());
    let (at, _) = letters.next_back().expect("a letter beyond ASCII");
    let lone = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mut units: Vec<u16> = "\u{FEFF}team = \"Zo\"".encode_utf16().collect();
        units.insert(units.len() - 1, 0xD83D);
        units.into_iter().flat_map(bytes).collect()
    };
    let mut odd = "\u{FEFF}team = \"Zo"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect::<Vec<u8>>();
    odd.push(b'e');
    let undefined = [0x81, 0x8D, 0x8F, 0x90, 0x9D].map(|byte| [&b"team = \"Zo"[..], &[byte], b"\""].concat());
    let others = [lone(u16::to_le_bytes), lone(u16::to_be_bytes), odd];
    let mut cases: Vec<(Vec<u8>, String)> = others
        .into_iter()
        .chain(undefined)
        .map(|bytes| (bytes, "regel 1, kolom 11: Hier staat een letter".to_owned()))
        .collect();
    let stops = place(text.as_bytes(), at) + "Het bestand houdt hier op";
    cases.push((text.as_bytes()[..=at].to_vec(), stops));
    for (bytes, words) in cases {
        fs::write(&path, &bytes).expect("a file");
        for arguments in [
            &["show"][..],
            &["check", "."],
            &["agreements", "--done", "1"],
            &["assess", "--plain", "--reopen"],
        ] {
            tries.count();
            let ran = run(tries, &mut command(dir.path(), arguments), "");
            expect(tries, &ran, 1, &words);
            let same = fs::read(&path).is_ok_and(|found| found == bytes);
            tries.expect(same, Harm::Lost, || format!("{name} was rewritten by {arguments:?}"));
        }
    }
}

/// Two answers, a note in another code, and more: the answers are kept, and nothing behind them is taken for the note.
fn piped_lines(tries: &mut Tries) {
    let assess = |dir: &Path| command(dir, [&MEETING[..], &["--plain"]].concat());
    for note in [&b"n Cre\xebren"[..], b"n \xc3", b"n \xff\xfee\0", b"\xeb"] {
        tries.count();
        let dir = folder();
        let lines = [b"4\n5\n", note, b"\n3\n3\n"].concat();
        let ran = run(tries, &mut assess(dir.path()), &lines);
        expect(tries, &ran, 1, "niet als UTF-8 bewaard");
        let kept = fs::read_to_string(dir.path().join(DRAFT)).expect("a draft");
        let draft = profile::read(DRAFT, &kept).expect("a draft").profile;
        let responses = draft.responses.iter().flatten();
        let given = responses.filter(|response| response.tally.is_some()).count();
        tries.expect(given == 2 && !kept.contains("note ="), Harm::Wrong, || {
            format!("{note:?}: {kept}")
        });
    }
    // A line that is cut because it is too long is cut between letters.
    tries.count();
    let dir = folder();
    let lines = format!("4\nn {}\n5\n", "\u{eb}".repeat(70_000));
    let ran = run(tries, &mut assess(dir.path()), lines);
    expect(tries, &ran, 130, "vraag 3 van 24");
}
