//! Files that are something else than they are taken for, or no files at all, to every command that reads one.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    Case, common,
    program::{command, files, folder, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a file that is something else, to every command", something_else),
        quick("a file as large and as deep as it may be, to every command", large),
    ]
}

/// How a file is made under a name.
type Make = fn(&Path);

fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::write(path, bytes).expect("a file");
}

fn profile() -> String {
    common::profile(ips::tally::Mode::Joint, &["3"; 24]).to_toml()
}

const STRANGE: &[(&str, Make)] = &[
    ("empty", |path| write(path, "")),
    ("one line break", |path| write(path, "\n")),
    ("only a byte order mark", |path| write(path, b"\xef\xbb\xbf")),
    ("only half a byte order mark", |path| write(path, b"\xef\xbb")),
    ("only a UTF-16 mark", |path| write(path, b"\xff\xfe")),
    ("UTF-16 of odd length", |path| write(path, b"\xff\xfea\0=\0x")),
    ("UTF-16 without a mark", |path| write(path, b"a\0=\x001\0")),
    ("invalid UTF-8", |path| {
        write(path, b"team = \"\xff\xfe\xc0\x80\xed\xa0\x80\"\n");
    }),
    ("a NUL", |path| write(path, b"team = \"a\0b\"\n")),
    ("control characters", |path| {
        write(path, "team = \"\u{1b}]0;x\u{7}\u{9b}31m\"\n\u{8}\r\r");
    }),
    ("git conflict markers", |path| {
        let text = profile();
        let (before, after) = text.split_at(text.find("[result]").expect("a table"));
        let conflict = "<<<<<<< HEAD\nteam = \"a\"\n=======\nteam = \"b\"\n>>>>>>> ander\n";
        write(path, format!("{before}{conflict}{after}"));
    }),
    ("a diff", |path| {
        write(path, "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a = 1\n+a = 2\n");
    }),
    ("HTML", |path| {
        write(path, "<!DOCTYPE html>\n<html><script>alert(1)</script></html>\n");
    }),
    ("JSON", |path| {
        write(path, "{\"team\": \"x\", \"end\": {\"end\": \"complete\"}}\n");
    }),
    ("YAML", |path| write(path, "---\nteam: x\nend: complete\n")),
    ("CSV", |path| write(path, "team;datum\r\nx;2026-11-21\r\n")),
    ("a Word file", |path| {
        write(path, b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml");
    }),
    ("an old Word file", |path| {
        write(path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    }),
    ("a picture", |path| write(path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")),
    ("a PDF", |path| write(path, "%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj\n")),
    ("a program", |path| write(path, b"\x7fELF\x02\x01\x01")),
    ("a key twice", |path| {
        write(path, "team = \"a\"\nteam = \"b\"\n[end]\nend = \"complete\"");
    }),
    ("a table twice", |path| write(path, "[end]\n[end]\nend = \"complete\"")),
    ("a value that is a table too", |path| {
        write(path, "end = 1\n[end]\nend = \"complete\"");
    }),
    ("an array that grows", |path| {
        write(path, "elements = []\n[[elements]]\n[end]\nend = \"complete\"");
    }),
    ("a questionnaire without anything", |path| write(path, "format = 1\n")),
    ("a newer questionnaire", |path| write(path, "format = 99\nx = 1\n")),
    ("a newer profile", |path| {
        write(path, profile().replacen("format = 1", "format = 4294967295", 1));
    }),
    ("a profile twice", |path| write(path, profile() + "\n" + &profile())),
    ("half a profile", |path| write(path, &profile()[..2000])),
    ("only the end", |path| write(path, "[end]\nend = \"complete\"")),
    ("a draft of nothing", |path| {
        let draft = profile().replace("\"complete\"", "\"draft\"");
        write(
            path,
            draft.replacen("[questionnaire]", "[draft]\nasked = [\"nergens\"]\n[questionnaire]", 1),
        );
    }),
    ("a folder", |path| fs::create_dir(path).expect("a folder")),
    #[cfg(unix)]
    ("a pipe", |path| {
        pipe(path);
    }),
    #[cfg(unix)]
    ("a socket", |path| {
        drop(std::os::unix::net::UnixListener::bind(path).expect("a socket"));
    }),
    #[cfg(unix)]
    ("a link to itself", |path| link(path.file_name().expect("a name"), path)),
    #[cfg(unix)]
    ("a link to nothing", |path| link("nergens.toml", path)),
    #[cfg(unix)]
    ("a link to its folder", |path| link(".", path)),
    #[cfg(unix)]
    ("a link to /dev/zero", |path| link("/dev/zero", path)),
    #[cfg(unix)]
    ("a link to /dev/null", |path| link("/dev/null", path)),
    #[cfg(unix)]
    ("a link to a secret", |path| link("/etc/passwd", path)),
];

#[cfg(unix)]
fn link(to: impl AsRef<Path>, path: &Path) {
    std::os::unix::fs::symlink(to, path).expect("a link");
}

const LIMIT: usize = 1024 * 1024;

const LARGE: &[(&str, Make)] = &[
    ("as large as it may be", |path| {
        let text = profile();
        let filler = "#".repeat(LIMIT - text.len() - 1);
        write(path, format!("{filler}\n{text}"));
    }),
    ("a byte larger", |path| {
        let text = profile();
        let filler = "#".repeat(LIMIT - text.len());
        write(path, format!("{filler}\n{text}"));
    }),
    ("50 MB", |path| {
        let file = fs::File::create(path).expect("a file");
        file.set_len(50_000_000).expect("a length");
    }),
    ("lists in lists", |path| {
        write(path, nested("a = ", "[", "", "]", 20_000));
    }),
    ("lists in lists, not closed", |path| {
        write(path, nested("a = ", "[", "", "", 200_000));
    }),
    ("tables in tables", |path| {
        write(path, nested("a = ", "{a=", "1", "}", 20_000));
    }),
    ("a dotted key", |path| {
        write(path, nested("", "a.", "a = 1", "", 20_000));
    }),
    ("a dotted table", |path| {
        write(path, nested("[", "a.", "a]\nb = 1", "", 20_000));
    }),
    ("a dotted list", |path| {
        write(path, nested("[[", "elements.", "elements]]\nb = 1", "", 20_000));
    }),
    ("deep elements", |path| {
        write(
            path,
            nested(
                "[end]\n[[elements]]\n[[elements.questions]]\nid = ",
                "[",
                "",
                "]",
                20_000,
            ),
        );
    }),
    ("as many keys as fit", |path| write(path, many("k", " = 1\n"))),
    ("as many tables as fit", |path| write(path, many("[k", "]\n"))),
    ("as many elements as fit", |path| {
        write(path, "[[elements]]\n".repeat(LIMIT / 13));
    }),
    ("as many unknown answers as fit", |path| {
        write(
            path,
            "questionnaire = \"six-elements\"\n[answers]\n".to_owned() + &many("k", " = 1\n")[70..],
        );
    }),
    ("as many quotes as fit", |path| write(path, "\"".repeat(LIMIT))),
    ("as many brackets as fit", |path| write(path, "]".repeat(LIMIT))),
    ("as many line breaks as fit", |path| write(path, "\n".repeat(LIMIT))),
    ("as many carriage returns as fit", |path| {
        write(path, "\r".repeat(LIMIT));
    }),
    ("as many faulty lines as fit", |path| {
        write(path, "=\n".repeat(LIMIT / 2));
    }),
    ("a million digits", |path| {
        write(path, format!("format = {}\n", "9".repeat(1_000_000)));
    }),
    ("a number with a million digits", |path| {
        write(
            path,
            profile().replacen("strong = 4.0", &format!("strong = 4.{}", "1".repeat(1_000_000)), 1),
        );
    }),
    ("a profile of as many elements as fit", |path| write(path, questions(1))),
    ("a profile of as many questions as fit", |path| {
        write(path, questions(70));
    }),
    ("a questionnaire of as many questions as fit", |path| {
        let mut text =
            "format = 1\nid = \"x\"\nversion = 1\ntitle = \"X\"\n[scale]\nlabels = [\"n\", \"j\"]\n".to_owned();
        for number in 0..6_000 {
            let _ = writeln!(
                text,
                "[[elements]]\nid = \"e{number}\"\ntitle = \"E\"\n[[elements.questions]]\nid = \"q\"\ntext = \"V\""
            );
        }
        write(path, text);
    }),
];

/// A profile of 7,000 questions, so many in each element.
fn questions(each: usize) -> String {
    let text = profile();
    let (head, _) = text.split_once("[[elements]]").expect("elements");
    let mut text = head.to_owned();
    for number in 0..7_000 {
        if number % each == 0 {
            let _ = writeln!(text, "[[elements]]\nid = \"e{number}\"\ntitle = \"E\"");
        }
        let answer = 1 + number % 5;
        let _ = writeln!(
            text,
            "[[elements.questions]]\nid = \"q{number}\"\ntext = \"V\"\nanswer = {answer}"
        );
    }
    text + "[end]\nend = \"complete\""
}

fn nested(start: &str, open: &str, within: &str, close: &str, levels: usize) -> String {
    format!("{start}{}{within}{}\n", open.repeat(levels), close.repeat(levels))
}

/// As many different lines as fit in a file.
fn many(before: &str, after: &str) -> String {
    let mut text = String::new();
    for number in 0.. {
        let _ = write!(text, "{before}{number}{after}");
        if text.len() > LIMIT - 30 {
            break;
        }
    }
    text
}

/// The name that the file has, which says that it is a profile.
const NAME: &str = "x-2026-01-01.toml";

/// Every command that reads a file, or the folder that it lies in.
const COMMANDS: &[&[&str]] = &[
    &["show", NAME],
    &["show", NAME, "--explain"],
    &["show", NAME, "--json"],
    &["diff", "goed.toml", NAME],
    &["diff", NAME, "goed.toml", "--json"],
    &["trend", "goed.toml", NAME],
    &["card", NAME],
    &["card", "--element", "culture", "--questions", NAME],
    &["export", NAME],
    &["export", NAME, "-o", "verslag.md"],
    &["export", "goed.toml", "--compare-with", NAME],
    &["check", NAME],
    &["check", "."],
    &["check", "goed.toml", "--questions", NAME],
    &["questions", "--questions", NAME],
    &["questions", "--questions", NAME, "--json"],
    &["questions", "--questions", NAME, "--format", "md"],
    &["assess", "--team=y", "--participants=1", "--answers", NAME],
    &[
        "assess",
        "--plain",
        "--team=y",
        "--participants=1",
        "--mode=joint",
        "--questions",
        NAME,
    ],
    &["assess", "--plain", "--team=y", "--participants=1", "--mode=joint"],
    &["assess", "--plain", "--resume"],
    &["show"],
    &["diff"],
    &["trend"],
    &["agenda"],
    &["export", "--dir", "."],
];

fn something_else(tries: &mut Tries) {
    let step = match tries.thorough {
        true => 1,
        false if cfg!(windows) => COMMANDS.len(),
        false => 2,
    };
    every_command(tries, STRANGE, step, true);
    devices(tries);
    #[cfg(unix)]
    pipe_in_the_way(tries);
}

fn large(tries: &mut Tries) {
    let step = match tries.thorough {
        true => 1,
        false if cfg!(windows) => COMMANDS.len(),
        false => 11,
    };
    every_command(tries, LARGE, step, false);
    // The first three: one that just fits, and two that don't.
    for (at, words) in [(0, ""), (1, "groter dan 1 MB"), (2, "groter dan 1 MB")] {
        let dir = folder();
        let (name, make) = LARGE[at];
        make(&dir.path().join(NAME));
        for command_words in [["show", NAME], ["check", NAME]] {
            let ran = run(tries, &mut command(dir.path(), command_words), "");
            let code = i32::from(!words.is_empty());
            tries.expect(
                ran.code == Some(code) && ran.stderr.contains(words),
                Harm::Wrong,
                || format!("{command_words:?} of a file {name}: {:?} {}", ran.code, ran.stderr),
            );
        }
    }
}

/// Gives each file to every command, or in turn to each so many of them.
fn every_command(tries: &mut Tries, strange: &[(&str, Make)], step: usize, all_refused: bool) {
    for (turn, (name, make)) in strange.iter().enumerate() {
        for words in COMMANDS.iter().skip(turn % step).step_by(step) {
            tries.count();
            let outer = folder();
            let dir = outer.path().join("map");
            fs::create_dir(&dir).expect("a folder");
            write(&dir.join("goed.toml"), profile());
            make(&dir.join(NAME));
            let before = held(&dir);
            let ran = run(tries, &mut command(&dir, *words), "");
            let refused = all_refused && words.contains(&NAME);
            tries.expect(!refused || ran.code != Some(0), Harm::Wrong, || {
                format!("{words:?} takes a file that is {name}")
            });
            let kept = held(&dir);
            tries.expect(before.iter().all(|file| kept.contains(file)), Harm::Lost, || {
                format!("{words:?} changes a file that is {name}")
            });
            tries.expect(files(outer.path()) == ["map"], Harm::Wrong, || {
                format!("{words:?} of {name} makes {:?}", files(outer.path()))
            });
            let said = String::from_utf8_lossy(&ran.stdout) + &*ran.stderr;
            tries.expect(!said.contains("root:"), Harm::Wrong, || {
                format!("{words:?} shows {name}")
            });
        }
    }
}

/// The ordinary files of a folder with what they hold.
fn held(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(dir).expect("a folder").flatten();
    let ordinary = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let paths = ordinary.map(|entry| entry.path());
    paths
        .map(|path| (path.clone(), fs::read(path).unwrap_or_default()))
        .collect()
}

#[cfg(unix)]
fn pipe(path: &Path) {
    let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
    rustix::fs::mkfifoat(rustix::fs::CWD, path, mode).expect("a pipe");
}

/// Where the profile of a resumed meeting would go there is a pipe: it goes beside it, and nobody waits for the pipe.
#[cfg(unix)]
fn pipe_in_the_way(tries: &mut Tries) {
    tries.count();
    let dir = folder();
    let mut draft = common::profile(ips::tally::Mode::Joint, &common::each(common::ANSWERS));
    draft.state = ips::profile::State::draft();
    write(&dir.path().join(common::DRAFT), draft.to_toml());
    pipe(&dir.path().join(common::PROFILE));
    let ran = run(tries, &mut command(dir.path(), ["assess", "--plain", "--resume"]), "");
    crate::program::expect(tries, &ran, 0, "");
    let beside = common::PROFILE.replace(".toml", "-2.toml");
    let found = files(dir.path());
    tries.expect(found == [beside.as_str(), common::PROFILE], Harm::Lost, || {
        format!("the folder holds {found:?}")
    });
}

/// What the system has under a name of its own.
fn devices(tries: &mut Tries) {
    let names: &[&str] = if cfg!(windows) {
        &["NUL", "CON", "COM1", "\\\\.\\nergens", "C:\\"]
    } else {
        &[
            "/dev/zero",
            "/dev/null",
            "/dev/stdin",
            "/dev/full",
            "/dev/tty",
            "/proc/self/mem",
            "/proc/self/cmdline",
            "/",
        ]
    };
    let dir = folder();
    for name in names {
        for words in [
            &["show"] as &[&str],
            &["check"],
            &["diff", "goed.toml"],
            &["questions", "--questions"],
            &["export", "--compare-with"],
            &["assess", "--team=y", "--participants=1", "--answers"],
            &["show", "--dir"],
            &[
                "assess",
                "--plain",
                "--team=y",
                "--participants=1",
                "--mode=joint",
                "--dir",
            ],
        ] {
            if words[0] == "assess" && words.ends_with(&["--dir"]) && ["/", "C:\\"].contains(name) {
                continue;
            }
            tries.count();
            write(&dir.path().join("goed.toml"), profile());
            let ran = run(tries, command(dir.path(), words).arg(name), "");
            tries.expect(ran.code != Some(0), Harm::Wrong, || {
                format!("{words:?} takes {name} for a file")
            });
        }
    }
}
