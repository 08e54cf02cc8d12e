//! No command reaches another machine, or lets itself be reached: `strace` sees every call that could. Nor does one leave
//! anything in its user's home or among temporary files.
//!
//! What the program imports says less: it also asks the system directly, without a function that has a name.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Case,
    common::{ANSWERS, MEETING, prepare},
    program::{command, files, folder, lines, run},
    tries::{Harm, Tries},
    window::{Terminal, in_shell},
};

pub fn cases() -> Vec<Case> {
    vec![Case {
        name: "strace: no command opens a connection or leaves something at home",
        demanding: true,
        run: unconnected,
    }]
}

/// Every command and every form of a file, beside those of an evening. `@` is the folder with examples.
const COMMANDS: &[&[&str]] = &[
    &["--help"],
    &["--version", "--verbose"],
    &["questions", "-o", "vragen.html"],
    &["form", "-o", "formulier.html"],
    &["form", "--group", "ouders", "-o", "formulier.txt"],
    &[
        "merge",
        "@/../tests/merged/microsoft.xlsx",
        "--team",
        "Noord",
        "--date",
        "2026-11-21",
    ],
    &["show", "@/ips-groep-de-linde-2026-11-19.toml"],
    &["show", "@/ips-groep-de-linde-2026-11-19.toml", "--explain"],
    &[
        "diff",
        "@/ips-groep-de-linde-2026-11-19.toml",
        "@/ips-groep-de-linde-2027-05-27.toml",
    ],
    &[
        "trend",
        "--dir",
        "@",
        "--team",
        "IPS-groep De Linde",
        "-o",
        "verloop.html",
    ],
    &["gap", "--dir", "@/groepen", "-o", "naast-elkaar.docx"],
    &["overview", "@/netwerk", "-o", "beeld.xlsx"],
    &["agenda", "@/ips-groep-de-linde-2026-11-19.toml", "-o", "agenda.html"],
    &["export", "@/ips-groep-de-linde-2026-11-19.toml", "-o", "verslag.png"],
    &["export", "@/ips-groep-de-linde-2026-11-19.toml", "-o", "verslag.docx"],
    &["export", "@/netwerk", "-o", "antwoorden.csv"],
    &["agreements", "--dir", "@", "--team", "IPS-groep De Linde"],
    &["card", "@/ips-groep-de-linde-2026-11-19.toml"],
    &["sources"],
    &["sources", "--licences"],
    &["check", "@"],
    &["guide", "-o", "handleiding.odt"],
    &["completions", "bash"],
    &["man", "-o", "man"],
    &[
        "assess",
        "--plain",
        "--team",
        "Zuid",
        "--participants",
        "7",
        "--mode",
        "joint",
        "--date",
        "2026-11-21",
    ],
];

/// The program under `strace`, which notes each call to a network. Its own way to ask for work of the system is one too, since
/// a connection can be asked for by it.
const TRACE: [&str; 7] = [
    "strace",
    "-f",
    "-y",
    "-e",
    "trace=%network,io_uring_setup",
    "-o",
    "calls",
];

/// The calls that were made.
fn connections(dir: &Path) -> Vec<String> {
    let calls = fs::read_to_string(dir.join("calls")).expect("what strace saw");
    assert!(calls.contains("exited with"), "strace saw nothing: {calls}");
    calls
        .lines()
        .filter(|line| line.contains('('))
        .map(str::to_owned)
        .collect()
}

/// Lets a command find a home and a place for temporary files in this folder.
fn at_home(command: &mut Command, home: &Path) {
    command.env("HOME", home).env("TMPDIR", home);
    for name in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
        command.env_remove(name);
    }
}

fn expect_none(tries: &mut Tries, dir: &Path, what: &dyn std::fmt::Debug) {
    let found = connections(dir);
    tries.expect(found.is_empty(), Harm::Wrong, || format!("{what:?}: {found:#?}"));
}

fn unconnected(tries: &mut Tries) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let home = folder();
    for arguments in COMMANDS {
        tries.count();
        let dir = folder();
        let mut traced = Command::new(TRACE[0]);
        prepare(&mut traced, dir.path());
        at_home(&mut traced, home.path());
        traced.args(&TRACE[1..]).arg(env!("CARGO_BIN_EXE_ips"));
        traced.args(arguments.iter().map(|argument| match argument.strip_prefix('@') {
            Some(below) => PathBuf::from(format!("{}{below}", examples.display())),
            None => PathBuf::from(argument),
        }));
        let ran = run(tries, &mut traced, lines(ANSWERS));
        tries.expect(ran.code == Some(0), Harm::Wrong, || {
            format!("{arguments:?} ended with {:?}: {}", ran.code, ran.stderr)
        });
        expect_none(tries, dir.path(), arguments);
    }
    named(tries);
    in_terminal(tries, home.path());
    let left = files(home.path());
    tries.expect(left.is_empty(), Harm::Wrong, || format!("left at home: {left:?}"));
}

/// The help knows no command that isn't in the list.
fn named(tries: &mut Tries) {
    let help = run(tries, &mut command(Path::new("."), ["--help"]), "");
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    let list = help
        .split("Opdrachten:")
        .nth(1)
        .and_then(|rest| rest.split("Opties:").next());
    let offered: BTreeSet<&str> = list
        .expect("the list of commands")
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split([',', ' ']).next())
        .filter(|name| !name.is_empty())
        .collect();
    let tried = COMMANDS.iter().map(|arguments| arguments[0]).collect();
    let missing: Vec<_> = offered.difference(&tried).collect();
    tries.expect(missing.is_empty() && !offered.is_empty(), Harm::Wrong, || {
        format!("not tried: {missing:?}")
    });
}

/// The menu, and an evening on pages whose window changes its size.
fn in_terminal(tries: &mut Tries, home: &Path) {
    let traced = format!("stty sane && exec {} \"$@\"", TRACE.join(" "));
    let dir = folder();
    let start = |arguments: &[&str]| {
        let mut command = in_shell(dir.path(), &traced, arguments);
        at_home(&mut command, home);
        Terminal::run(command)
    };
    tries.count();
    let mut window = start(&[]);
    window.wait_for("stoppen");
    window.send("q");
    window.exit_code();
    expect_none(tries, dir.path(), &"the menu");

    tries.count();
    let mut window = start(&MEETING);
    window.wait_for("1 van 24");
    for (key, next) in ANSWERS.chars().take(5).zip(2..) {
        window.send(&key.to_string());
        window.wait_for(&format!("{next} van 24"));
    }
    window.resize(60, 20);
    window.send("q");
    window.exit_code();
    expect_none(tries, dir.path(), &"an evening");
}
