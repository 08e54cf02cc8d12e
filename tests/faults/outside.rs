//! What the computer around the program can be: its clock, the programs on its search path, and what stands where a report
//! is to go.

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use chrono::NaiveDate;
use ips::{agreement::Agreement, commands::day_at, profile::State, tally::Mode, toml_file::parse_date};

use crate::{
    Case, alike,
    common::{self, ANSWERS, each},
    hostile::survives,
    program::{command, expect, folder, lines, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a clock at any moment", any_moment),
        alike("meetings and typed days at both ends of the calendar", ends_of_calendar),
        quick(
            "a report in the place of a file that the program works with",
            over_input,
        ),
        #[cfg(unix)]
        quick(
            "other programs on the search path: none is started",
            programs::none_started,
        ),
        #[cfg(target_os = "linux")]
        Case {
            name: "faketime: every command before 1970 and from the year 10000 on",
            demanding: true,
            run: wrong_clock,
        },
        #[cfg(target_os = "linux")]
        Case {
            name: "strace: no command starts another program",
            demanding: true,
            run: programs::none_in_calls,
        },
    ]
}

/// A finished meeting of a team on a day, with an agreement about an element.
fn meeting(dir: &Path, day: NaiveDate) {
    let mut profile = common::profile(Mode::Joint, &each(ANSWERS));
    profile.date = day;
    profile.agreements.push(Agreement {
        due: Some("volgende keer".into()),
        made: Some(day),
        ..Agreement::new("culture", "Elke maand bellen")
    });
    fs::write(dir.join(format!("noord-{day}.toml")), profile.to_toml()).expect("a profile");
}

/// The folder holds nothing that the program would refuse.
fn sound(tries: &mut Tries, dir: &Path, after: &str) {
    let checked = run(tries, &mut command(dir, ["check", "."]), "");
    tries.expect(checked.code == Some(0), Harm::Lost, || {
        format!("after {after}: {}", checked.stderr)
    });
}

fn any_moment(tries: &mut Tries) {
    let last_second = 253_402_300_799;
    let powers = (0..64).map(|power| 1_u64 << power);
    let near = |second: u64| {
        [0, 1, 3600, 14 * 3600, 86_400].map(|more| [second.saturating_add(more), second.saturating_sub(more)])
    };
    let seconds: Vec<u64> = powers
        .chain(near(last_second).into_iter().flatten())
        .chain([0, u64::MAX])
        .collect();
    for second in seconds {
        let moved = Duration::from_secs(second);
        let moments = [
            SystemTime::UNIX_EPOCH.checked_add(moved),
            SystemTime::UNIX_EPOCH.checked_sub(moved),
        ];
        for (before, moment) in [false, true].into_iter().zip(moments) {
            // The system itself has no such moment.
            let Some(moment) = moment else { continue };
            tries.count();
            let Some(day) = survives(tries, &format!("{moment:?}"), || day_at(moment)) else {
                continue;
            };
            let can_be = if before { second == 0 } else { second <= last_second };
            // Elsewhere it may be another year.
            let near_end = second.abs_diff(last_second) <= 86_400;
            tries.expect(near_end || day.is_ok() == can_be, Harm::Wrong, || {
                format!("{moment:?} is {day:?}")
            });
            let kept = day
                .as_ref()
                .map_or(Some(NaiveDate::default()), |day| parse_date(&day.to_string()));
            tries.expect(kept.is_some(), Harm::Lost, || {
                format!("{moment:?} is {day:?}, which no file holds")
            });
        }
    }
}

/// Nothing tells of a day in the year 10000, in words or as it would be written.
fn in_calendar(tries: &mut Tries, said: &[u8]) {
    let said = String::from_utf8_lossy(said);
    let beyond = said.contains("+10000-") || said.contains("i 10000");
    tries.expect(!beyond, Harm::Wrong, || said.into_owned());
}

fn ends_of_calendar(tries: &mut Tries) {
    let days: &[&str] = if tries.thorough {
        &["0001-01-01", "0001-12-31", "1899-12-31", "9999-01-01", "9999-12-31"]
    } else {
        &["0001-01-01", "9999-12-31"]
    };
    for day in days {
        let day = parse_date(day).expect("a day");
        let dir = folder();
        meeting(dir.path(), day);
        for arguments in [
            &["show"][..],
            &["show", "--json"],
            &["trend"],
            &["card"],
            &["agenda"],
            &["agenda", "--weeks", "52"],
            &["agreements", "--date", "9999-12-31"],
            &["export", "-o", "verslag.html", "--force"],
            &["export", "-o", "verslag.docx", "--force"],
            &["export", "-o", "verslag.xlsx", "--force"],
            &["export", "-o", "verslag.png", "--force"],
            &["trend", "-o", "verloop.html", "--force"],
        ] {
            tries.count();
            let ran = run(tries, &mut command(dir.path(), arguments), "");
            expect(tries, &ran, 0, "");
            in_calendar(tries, &ran.stdout);
        }
        for typed in [
            "0000-12-31",
            "0001-01-01",
            "9999-12-31",
            "10000-01-01",
            "31-12-10000",
            "29 feb",
            "31 dec",
            "+1d",
            "+52w",
            "+99999999w",
            "over 4294967295 maanden",
        ] {
            for arguments in [
                &["agenda", "--date"][..],
                &["agreements", "--add", "Samen lunchen", "--element", "2", "--date"],
            ] {
                tries.count();
                let ran = run(tries, command(dir.path(), arguments).arg(typed), "");
                tries.expect(matches!(ran.code, Some(0 | 2)), Harm::Wrong, || {
                    format!("{arguments:?} {typed} from {day}: {}", ran.stderr)
                });
                in_calendar(tries, &ran.stdout);
            }
            // By when: counted from that meeting.
            tries.count();
            let due = ["agreements", "--change", "1", "--date", "9999-12-31", "--due", typed];
            run(tries, &mut command(dir.path(), due), "");
        }
        sound(tries, dir.path(), &day.to_string());
        let kept = fs::read(dir.path().join(format!("noord-{day}.toml"))).expect("the profile");
        in_calendar(tries, &kept);
    }
    // And a meeting that is typed there.
    for typed in ["0001-01-01", "9999-12-31"] {
        let dir = folder();
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
            typed,
        ];
        let ran = run(
            tries,
            &mut command(dir.path(), arguments),
            lines(ANSWERS) + "Bellen\nallen\n+6w\n",
        );
        expect(tries, &ran, 0, "");
        sound(tries, dir.path(), typed);
    }
}

/// Every command that saves a document.
const SAVING: [&[&str]; 5] = [&["export"], &["trend"], &["agenda"], &["questions"], &["guide"]];

/// Whatever it is called, and whatever someone says.
fn over_input(tries: &mut Tries) {
    let dir = folder();
    for day in ["2026-05-20", "2026-11-21"] {
        meeting(dir.path(), parse_date(day).expect("a day"));
    }
    let project = |name: &str| fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("a file");
    let profile = fs::read(dir.path().join("noord-2026-11-21.toml")).expect("a profile");
    let mut draft = common::profile(Mode::Joint, &["4", "3"]);
    draft.state = State::draft();
    let text = format!("\u{FEFF}{}", String::from_utf8_lossy(&profile));
    let kinds = [
        profile.clone(),
        profile[..profile.len() / 2].to_vec(),
        // A letter of another code, and what is no text.
        [&profile[..], b"# Zo\xEB\n"].concat(),
        [&profile[..], b"\0"].concat(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        draft.to_toml().into_bytes(),
        project("examples/handover.toml"),
        [project("examples/handover.toml"), b"\n[[elements\n".to_vec()].concat(),
        project("examples/answers.toml"),
        project("data/activities.toml"),
        project("data/sources.toml"),
    ];
    let refused = |tries: &mut Tries, name: &str, saving: &[&str], more: &[&str]| {
        tries.count();
        let before = fs::read(dir.path().join(name)).expect("a file");
        let ran = run(tries, command(dir.path(), saving).args(["-o", name]).args(more), "j\n");
        expect(tries, &ran, 1, "een bestand waar ips mee werkt");
        let after = fs::read(dir.path().join(name)).unwrap_or_default();
        tries.expect(before == after, Harm::Lost, || format!("{saving:?} -o {name} {more:?}"));
    };
    for (number, kind) in kinds.iter().enumerate() {
        let names = ["verslag.md", "verslag.html", "verslag", "kopie.TOML"];
        let some = if tries.thorough || number == 0 {
            0..4
        } else {
            number % 3..number % 3 + 1
        };
        for name in &names[some] {
            fs::write(dir.path().join(name), kind).expect("a file");
            // Every kind with one command, one kind and the thorough test with each.
            let each = tries.thorough || number == 0;
            let some = if each { 0..5 } else { number % 5..number % 5 + 1 };
            for saving in &SAVING[some] {
                let form = if *name == "verslag.html" { "html" } else { "md" };
                refused(tries, name, saving, &["--format", form, "--force"]);
            }
            refused(
                tries,
                name,
                SAVING[0],
                if name.contains(".T") || *name == "verslag" {
                    &["--format", "md"]
                } else {
                    &[]
                },
            );
            fs::remove_file(dir.path().join(name)).expect("it is there");
        }
    }
    // What stands beside a file that is worked on, and one that doesn't read as anything any more.
    for name in [
        "noord-2026-11-21.toml.lock",
        ".noord-2026-11-21.toml-a1b2c3.tmp",
        "kapot.toml",
    ] {
        fs::write(dir.path().join(name), "x").expect("a file");
        for saving in SAVING {
            refused(tries, name, saving, &["--format", "md", "--force"]);
        }
        fs::remove_file(dir.path().join(name)).expect("it is there");
    }
    fs::hard_link(dir.path().join("noord-2026-11-21.toml"), dir.path().join("ook.md")).expect("a second name");
    refused(tries, "ook.md", SAVING[0], &["--force"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("noord-2026-11-21.toml", dir.path().join("link.md")).expect("a link");
        refused(tries, "link.md", SAVING[0], &["--force"]);
    }
    // A document that was made before is replaced, also one that tells what such files look like.
    for saving in SAVING {
        for name in ["verslag.html", "verslag.md", "verslag.docx"] {
            for more in [&[][..], &["--force"]] {
                tries.count();
                let ran = run(tries, command(dir.path(), saving).args(["-o", name]).args(more), "");
                expect(tries, &ran, 0, "");
            }
            fs::remove_file(dir.path().join(name)).expect("a document");
        }
    }
    for (saving, name) in [
        ("export", "verslag.json"),
        ("export", "verslag.csv"),
        ("export", "verslag.svg"),
        ("trend", "verloop.json"),
    ] {
        for more in [&[][..], &["--force"]] {
            tries.count();
            let ran = run(tries, command(dir.path(), [saving, "-o", name]).args(more), "");
            expect(tries, &ran, 0, "");
        }
    }
    sound(tries, dir.path(), "all of these");
}

/// With the clock of the whole process set elsewhere.
#[cfg(target_os = "linux")]
fn wrong_clock(tries: &mut Tries) {
    use std::process::Command;

    use crate::{
        common::MEETING,
        program::{Ran, prepare},
        window::{Terminal, in_shell},
    };

    let meeting_day = parse_date("2026-11-21").expect("a day");
    for moved in ["-100y", "-3000y", "+8500y", "+300000y"] {
        let dir = folder();
        meeting(dir.path(), meeting_day);
        let ran = |tries: &mut Tries, arguments: &[&str], input: &str| -> Ran {
            tries.count();
            let mut command = Command::new("faketime");
            prepare(&mut command, dir.path());
            command.args(["-f", moved, env!("CARGO_BIN_EXE_ips")]).args(arguments);
            run(tries, &mut command, input)
        };
        for arguments in [
            &["show"][..],
            &["show", "--json"],
            &["trend"],
            &["card"],
            &["agenda"],
            &["agenda", "--date", "15-1-2027"],
            &["agreements", "--date", "15-1-2027"],
            &["agreements", "--done", "1", "--date", "15-1-2027"],
            &["questions"],
            &["sources"],
            &["guide"],
            &["check", "."],
            &["export", "-o", "verslag.html"],
            &["export", "-o", "verslag.docx"],
            &["export", "-o", "verslag.csv"],
        ] {
            let ended = ran(tries, arguments, "");
            expect(tries, &ended, 0, "");
        }
        let typed = lines(ANSWERS);
        let with_day = ran(tries, &[&MEETING[..], &["--plain", "--new"]].concat(), &typed);
        expect(tries, &with_day, 0, "");
        let without = &MEETING[..MEETING.len() - 2];
        for arguments in [
            &[without, &["--plain", "--new"]].concat()[..],
            &[without, &["--plain", "--new", "--date", "21 nov"]].concat(),
            &["assess", "--plain", "--reopen"],
            &["agreements"],
            &["agreements", "--done", "1"],
            &["agenda", "--date", "+6w"],
            &["export", "-o", "verslag.xlsx"],
        ] {
            let ended = ran(tries, arguments, &typed);
            expect(tries, &ended, 1, "De klok van deze computer");
        }
        sound(tries, dir.path(), moved);
        // The menu stays.
        tries.count();
        let script = format!("stty sane && exec faketime -f {moved} \"$@\"");
        let mut menu = Terminal::run(in_shell::<&str>(dir.path(), &script, &[]));
        menu.wait_for("De klok van deze computer");
        menu.send("q");
        let code = menu.exit_code();
        tries.expect(code == 0, Harm::Wrong, || format!("the menu ends with {code}"));
    }
}

/// No program that happens to be on the search path is started, whatever the streams are: it could be anyone's.
#[cfg(unix)]
mod programs {
    use std::{
        fs,
        os::unix::fs::PermissionsExt as _,
        path::{Path, PathBuf},
        time::{Duration, Instant},
    };

    use super::meeting;
    use crate::{
        common::{ANSWERS, window::PATIENCE},
        program::{MEETING, folder, panicked},
        tries::{Harm, Tries},
        window::{Terminal, in_shell},
    };

    /// What a program asks for the size of its terminal, how it is set, its pages, its language or an answer.
    const NAMES: [&str; 24] = [
        "tput", "stty", "tset", "resize", "infocmp", "clear", "reset", "tty", "sh", "bash", "env", "less", "more",
        "man", "vi", "nano", "xdg-open", "wslview", "open", "which", "locale", "defaults", "uname", "ips",
    ];

    /// Leaves a page. F2, which means nothing, keeps one that is typed again from being a key that is held down.
    const LEAVE: &str = "\x1bOQq";

    /// Every command, with what is typed at it in a terminal.
    const COMMANDS: &[(&[&str], &str)] = &[
        (&[], LEAVE),
        (&["--help"], ""),
        (&["--version"], ""),
        (&["show"], LEAVE),
        (&["show", "--json"], ""),
        (&["trend"], LEAVE),
        (&["card"], ""),
        (&["agenda"], ""),
        (&["agreements"], ""),
        (&["agreements", "--done", "1"], ""),
        (&["questions"], LEAVE),
        (&["sources"], LEAVE),
        (&["guide"], LEAVE),
        (&["check", "."], ""),
        (&["export", "--plain"], ""),
        (&["export", "-o", "verslag.docx", "--force"], ""),
        (&["export", "-o", "verslag.html"], "n\n"),
        (&["assess", "--nonsense"], ""),
    ];

    /// The streams that a shell can give a program: a terminal, one that isn't its own, none, and closed ones.
    const STREAMS: [&str; 6] = [
        "exec \"$@\"",
        "exec \"$@\" </dev/null",
        "exec \"$@\" >uitvoer.txt",
        "exec \"$@\" </dev/null >/dev/null 2>&1",
        "exec \"$@\" <&- >&- 2>&-",
        // No terminal of its own, though some streams are one.
        #[cfg(target_os = "linux")]
        "exec \"$setsid\" -w \"$@\" </dev/null >uitvoer.txt",
        #[cfg(not(target_os = "linux"))]
        "exec \"$@\" </dev/null",
    ];

    /// A search path on which each program leaves its name in the file beside it.
    fn stand_ins(dir: &Path) -> (PathBuf, PathBuf) {
        let (folder, started) = (dir.join("programs"), dir.join("started"));
        fs::create_dir(&folder).expect("a folder");
        for name in NAMES {
            let path = folder.join(name);
            fs::write(&path, format!("#!/bin/sh\necho {name} >>'{}'\n", started.display())).expect("a program");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
        }
        (folder, started)
    }

    /// Runs a command in a terminal, as the shell's script says, and types until it ends.
    fn run(tries: &mut Tries, dir: &Path, script: &str, (arguments, keys): (&[&str], &str)) {
        tries.count();
        let mut window = Terminal::run(in_shell(dir, script, arguments));
        let deadline = Instant::now() + PATIENCE;
        // What is typed before a page can be seen is dropped, so it is typed again.
        while Instant::now() < deadline {
            let until = Instant::now() + Duration::from_millis(100);
            while window.read(until) {}
            if Instant::now() < until {
                break;
            }
            window.send(keys);
        }
        window.exit_code();
        tries.expect(!panicked(&window.printed()), Harm::Panic, || {
            format!("{arguments:?}: {}", window.printed())
        });
    }

    pub fn none_started(tries: &mut Tries) {
        let dir = folder();
        meeting(dir.path(), "2026-11-21".parse().expect("a day"));
        let (programs, started) = stand_ins(dir.path());
        let before = format!(
            "stty sane; setsid=$(command -v setsid); export PATH='{}';",
            programs.display()
        );
        for streams in STREAMS {
            for command in COMMANDS {
                run(tries, dir.path(), &format!("{before} {streams}"), *command);
                let names = fs::read_to_string(&started).unwrap_or_default();
                tries.expect(names.is_empty(), Harm::Wrong, || {
                    format!("{:?} with {streams} started {names:?}", command.0)
                });
                let _ = fs::remove_file(&started);
            }
        }
        // An evening on pages, whose window changes its size and then goes.
        tries.count();
        let mut window = Terminal::run(in_shell(dir.path(), &format!("{before} exec \"$@\""), &MEETING));
        window.wait_for("1 van 24");
        for (key, next) in ANSWERS.chars().take(5).zip(2..) {
            window.send(&key.to_string());
            window.wait_for(&format!("{next} van 24"));
        }
        window.resize(60, 20);
        window.set_size(0, 0);
        window.set_size(80, 24);
        window.signal("WINCH");
        drop(window);
        let names = fs::read_to_string(&started).unwrap_or_default();
        tries.expect(names.is_empty(), Harm::Wrong, || {
            format!("an evening started {names:?}")
        });
    }

    #[cfg(target_os = "linux")]
    pub fn none_in_calls(tries: &mut Tries) {
        let dir = folder();
        meeting(dir.path(), "2026-11-21".parse().expect("a day"));
        let calls = dir.path().join("calls");
        for streams in STREAMS {
            for command in COMMANDS {
                // The menu starts the program itself for what is chosen; here nothing is.
                let traced = streams.replacen("\"$@\"", "strace -f -qq -e trace=execve,execveat -o calls \"$@\"", 1);
                run(
                    tries,
                    dir.path(),
                    &format!("stty sane; setsid=setsid; {traced}"),
                    *command,
                );
                let calls = fs::read_to_string(&calls).expect("what strace saw");
                let started: Vec<&str> = calls.lines().filter(|line| line.contains("exec")).collect();
                tries.expect(started.len() == 1, Harm::Wrong, || {
                    format!("{:?} with {streams}: {started:?}", command.0)
                });
            }
        }
    }
}
