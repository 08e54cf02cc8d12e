//! What the computer around the program can be: its clock.

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use chrono::NaiveDate;
use ips::{agreement::Agreement, commands::day_at, tally::Mode, toml_file::parse_date};

use crate::{
    Case,
    common::{self, ANSWERS, each},
    hostile::survives,
    program::{command, expect, folder, lines, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        quick("a clock at any moment", any_moment),
        quick("meetings and typed days at both ends of the calendar", ends_of_calendar),
    ];
    #[cfg(target_os = "linux")]
    cases.push(Case {
        name: "faketime: every command before 1970 and from the year 10000 on",
        demanding: true,
        run: wrong_clock,
    });
    cases
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
            }
            // By when: counted from that meeting.
            tries.count();
            let due = ["agreements", "--change", "1", "--date", "9999-12-31", "--due", typed];
            run(tries, &mut command(dir.path(), due), "");
        }
        sound(tries, dir.path(), &day.to_string());
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
