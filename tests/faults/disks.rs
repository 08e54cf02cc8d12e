//! Disks that are full, closed or failing, for real: a small one in memory, a limit on file sizes, and system calls that
//! `strace` lets fail or be the last.

use crate::Case;

#[cfg(not(unix))]
pub fn cases() -> Vec<Case> {
    Vec::new()
}

#[cfg(unix)]
pub use unix::cases;

#[cfg(unix)]
mod unix {
    use std::{
        fmt::Display,
        fs,
        path::Path,
        process::{Command, Stdio},
    };

    use super::Case;
    use crate::{
        common::ANSWERS,
        kills::{acknowledged, resume},
        program::{DRAFT, MEETING, PROFILE, Ran, command, expect, files, folder, lines, panicked, prepare, run},
        quick,
        tries::{Harm, Tries},
        window::Terminal,
    };

    pub fn cases() -> Vec<Case> {
        let mut cases = vec![quick(
            "a limit on file sizes during an evening and an export",
            file_size_limit,
        )];
        cases.push(quick(
            "the folder goes, and another one is typed in quotes",
            typed_elsewhere,
        ));
        #[cfg(target_os = "linux")]
        {
            let demanding = |name, run| Case {
                name,
                demanding: true,
                run,
            };
            cases.extend([
                demanding("a full disk during an evening and an export", full_disk),
                demanding("a disk that became read-only", read_only),
                demanding(
                    "strace: killed at each system call of an evening",
                    killed_at_system_calls,
                ),
                demanding("strace: each system call of an evening fails", failing_system_calls),
                demanding("strace: what stands in the folder can't be looked at", unseen),
                demanding("strace: a change can't see what it replaces", unseen_change),
                demanding("strace: a resumed meeting can't see that it was saved", unseen_saved),
                demanding("strace: a disk that lacks a system call", lacking_system_calls),
            ]);
        }
        cases
    }

    /// A whole evening, typed beforehand; two elements are lowest, and nothing is agreed.
    fn typed(from: usize) -> String {
        lines(&ANSWERS[from..])
    }

    /// What is to hold when a save failed: old files byte for byte, no temporary one, a sentence.
    fn expect_failed(tries: &mut Tries, ran: &Ran, reason: &str, dir: &Path) {
        expect(tries, ran, 1, reason);
        let says = String::from_utf8_lossy(&ran.stdout).contains("Bewaard") || ran.stderr.contains("Bewaard");
        tries.expect(!says, Harm::Lost, || "a failed save is called saved".to_owned());
        let left: Vec<String> = files(dir).into_iter().filter(|name| name.ends_with(".tmp")).collect();
        tries.expect(left.is_empty(), Harm::Wrong, || format!("{left:?} stays"));
    }

    /// Holds an evening where saving fails at some moment, then one that goes on where it is possible again.
    fn evening_that_fails(tries: &mut Tries, dir: &Path, ran: &Ran, reason: &str, possible_again: impl FnOnce()) {
        expect_failed(tries, ran, reason, dir);
        let acknowledged = acknowledged(&ran.stderr);
        // The save after which no question was asked has failed, so that answer is not expected.
        possible_again();
        if dir.join(DRAFT).exists() {
            resume(tries, dir, acknowledged, acknowledged, reason);
        } else {
            tries.expect(acknowledged == 0, Harm::Lost, || format!("{reason}: the draft is gone"));
        }
    }

    /// Exports over a report and beside it where saving fails, then where it is possible again.
    fn export_that_fails(
        tries: &mut Tries,
        dir: &Path,
        reason: &str,
        fails: impl Fn(&mut Tries, &[&str]) -> Ran,
        possible_again: impl FnOnce(),
    ) {
        let old = "# Oud verslag\n";
        let report = dir.join("verslag.md");
        for arguments in [
            &["export", "-o", "nieuw.md"][..],
            &["export", "--force", "-o", "verslag.md"],
        ] {
            tries.count();
            let ran = fails(tries, arguments);
            expect_failed(tries, &ran, reason, dir);
            tries.expect(!dir.join("nieuw.md").exists(), Harm::Wrong, || {
                "half a report stays".to_owned()
            });
            let found = fs::read_to_string(&report).unwrap_or_default();
            tries.expect(found == old, Harm::Lost, || {
                format!("{reason}: the old report is {found:?}")
            });
        }
        possible_again();
        let again = run(tries, &mut command(dir, ["export", "--force", "-o", "verslag.md"]), "");
        let written = fs::read_to_string(&report).unwrap_or_default();
        let whole = again.code == Some(0) && written.contains("Lerende cyclus");
        tries.expect(whole, Harm::Lost, || {
            format!("{reason}: not possible again: {}", again.stderr)
        });
    }

    /// Makes an agreement in a profile where saving fails.
    fn agreement_that_fails(tries: &mut Tries, dir: &Path, reason: &str, fails: impl Fn(&mut Tries, &[&str]) -> Ran) {
        tries.count();
        let (names, before) = (files(dir), fs::read(dir.join(PROFILE)).expect("the profile"));
        let ran = fails(tries, &["agreements", "--add=Bellen", "--element=6"]);
        expect_failed(tries, &ran, reason, dir);
        let same = fs::read(dir.join(PROFILE)).expect("the profile") == before && files(dir) == names;
        tries.expect(same, Harm::Lost, || {
            format!("{reason}: the profile or the folder changed")
        });
    }

    /// A folder with a finished evening and an old report.
    fn finished(tries: &mut Tries, dir: &Path) {
        let made = run(tries, command(dir, MEETING).arg("--plain"), typed(0));
        assert_eq!(made.code, Some(0), "{}", made.stderr);
        fs::write(dir.join("verslag.md"), "# Oud verslag\n").expect("a report");
    }

    /// What is told at the end holds where the evening ended.
    fn typed_elsewhere(tries: &mut Tries) {
        for goes in [true, false] {
            tries.count();
            let dir = folder();
            let at = |name: &str| dir.path().join(name);
            for name in ["oud", "nieuw"] {
                fs::create_dir(at(name)).expect("a folder");
            }
            let more = ["--plain", "--elements", "ecosystem", "--dir", "oud"];
            let arguments: Vec<&str> = MEETING.into_iter().chain(more).collect();
            let mut terminal = Terminal::start(dir.path(), &arguments);
            terminal.wait_for("vraag 1 van 3");
            terminal.send("3\r");
            terminal.wait_for("vraag 2 van 3");
            if goes {
                fs::rename(at("oud"), at("weg")).expect("it goes");
            } else {
                fs::write(at("oud").join(DRAFT), "van een ander").expect("it changes");
            }
            terminal.send("4\r");
            let asked = terminal.wait_for("andere map");
            tries.expect(!asked.contains("is er nog"), Harm::Wrong, || asked.clone());
            terminal.send("\"nieuw\"\r");
            terminal.wait_for("vraag 3 van 3");
            terminal.send("5\r");
            terminal.wait_for("Overzicht");
            terminal.send_again("\r");
            terminal.wait_for("Waarover");
            terminal.send_again("\r");
            terminal.wait_for("--dir nieuw");
            let code = terminal.exit_code();
            let told = terminal.words();
            tries.expect(code == 0, Harm::Wrong, || told.clone());
            tries.expect(!told.contains("staat ook nog in"), Harm::Wrong, || told.clone());
            let found = files(&at("nieuw"));
            tries.expect(found == [PROFILE], Harm::Lost, || format!("the folder holds {found:?}"));
        }
    }

    fn file_size_limit(tries: &mut Tries) {
        let limited = |dir: &Path, kilobytes: usize, arguments: &[&str]| {
            let mut command = Command::new("bash");
            prepare(&mut command, dir);
            let script = format!("ulimit -f {kilobytes} && exec \"$@\"");
            command
                .args(["-c", &script, "bash", env!("CARGO_BIN_EXE_ips")])
                .args(arguments);
            command
        };
        let reason = "te groot";
        for kilobytes in 0..=9 {
            let dir = folder();
            let mut arguments = MEETING.to_vec();
            arguments.push("--plain");
            let ran = run(tries, &mut limited(dir.path(), kilobytes, &arguments), typed(0));
            // A draft takes about 6 kB, and so much fits from some limit on.
            tries.expect(kilobytes > 4 || ran.code != Some(0), Harm::Wrong, || {
                format!("{kilobytes} kB hold a whole evening")
            });
            if ran.code == Some(0) {
                continue;
            }
            tries.count();
            evening_that_fails(tries, dir.path(), &ran, reason, || {});
        }
        let dir = folder();
        finished(tries, dir.path());
        let fails = |tries: &mut Tries, arguments: &[&str]| run(tries, &mut limited(dir.path(), 1, arguments), "");
        agreement_that_fails(tries, dir.path(), reason, fails);
        export_that_fails(tries, dir.path(), reason, fails, || {});
    }

    /// Another disk at a folder, which goes when this is dropped.
    #[cfg(target_os = "linux")]
    struct Disk(tempfile::TempDir);

    #[cfg(target_os = "linux")]
    impl Disk {
        fn new(kilobytes: usize) -> Self {
            let at = folder();
            mount(
                &["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "tmpfs"],
                at.path(),
            );
            Disk(at)
        }

        fn path(&self) -> &Path {
            self.0.path()
        }

        /// Makes a file that leaves no more than this.
        fn fill(&self, leaving: usize) {
            let filler = self.path().join("vol");
            // The system says how much still fits by refusing the rest.
            let _ = fs::write(&filler, vec![0; 1 << 20]);
            let size = fs::metadata(&filler).expect("the filler").len();
            let file = fs::File::options().write(true).open(&filler).expect("the filler");
            file.set_len(size.saturating_sub(leaving as u64 * 1024))
                .expect("a shorter filler");
        }

        fn empty(&self) {
            fs::remove_file(self.path().join("vol")).expect("the filler");
        }
    }

    #[cfg(target_os = "linux")]
    impl Drop for Disk {
        fn drop(&mut self) {
            let _ = Command::new("umount").arg(self.path()).status();
        }
    }

    #[cfg(target_os = "linux")]
    fn mount(arguments: &[&str], at: &Path) {
        let mounted = Command::new("mount").args(arguments).arg(at).status();
        let mounted = mounted.is_ok_and(|status| status.success());
        assert!(mounted, "another disk could not be mounted: this test needs root");
    }

    #[cfg(target_os = "linux")]
    fn full_disk(tries: &mut Tries) {
        let reason = "schijf is vol";
        for leaving in (0..=24).step_by(4) {
            for answered in [0, 1, 8, 23] {
                let disk = Disk::new(64);
                let dir = disk.path();
                if answered > 0 {
                    let typed = lines(&ANSWERS[..answered]);
                    let begun = run(tries, command(dir, MEETING).arg("--plain"), typed);
                    assert_eq!(begun.code, Some(130), "{}", begun.stderr);
                }
                disk.fill(leaving);
                let arguments: Vec<&str> = if answered > 0 {
                    vec!["assess", "--plain", "--resume"]
                } else {
                    MEETING.into_iter().chain(["--plain"]).collect()
                };
                let before = fs::read(dir.join(DRAFT)).unwrap_or_default();
                let ran = run(tries, &mut command(dir, &arguments), typed(answered));
                tries.expect(leaving > 4 || ran.code != Some(0), Harm::Wrong, || {
                    format!("{leaving} kB hold two drafts")
                });
                if ran.code == Some(0) {
                    let found = files(dir);
                    tries.expect(found == [PROFILE, "vol"], Harm::Wrong, || {
                        format!("the folder holds {found:?}")
                    });
                    continue;
                }
                tries.count();
                if answered > 0 && acknowledged(&ran.stderr) == answered {
                    let same = fs::read(dir.join(DRAFT)).unwrap_or_default() == before;
                    tries.expect(same, Harm::Lost, || "the draft changed on a full disk".to_owned());
                }
                evening_that_fails(tries, dir, &ran, reason, || disk.empty());
            }
        }
        on_the_screen(tries, reason);
        let disk = Disk::new(64);
        finished(tries, disk.path());
        disk.fill(0);
        let fails = |tries: &mut Tries, arguments: &[&str]| run(tries, &mut command(disk.path(), arguments), "");
        agreement_that_fails(tries, disk.path(), reason, fails);
        export_that_fails(tries, disk.path(), reason, fails, || disk.empty());
        for leaving in 0..4 {
            tries.count();
            let out = Disk::new(16);
            out.fill(leaving);
            let file = fs::File::create(out.path().join("uit.txt")).expect("a file");
            let arguments = ["show", "--json"];
            let shown = command(disk.path(), arguments)
                .stdout(file)
                .stderr(Stdio::piped())
                .output()
                .expect("it runs");
            let told = shown.status.code() == Some(1) && String::from_utf8_lossy(&shown.stderr).contains(reason);
            tries.expect(told || leaving == 3 && shown.status.success(), Harm::Wrong, || {
                format!("{shown:?}")
            });
        }
    }

    /// The disk is full in the middle of an evening; the team tries again, makes room, and tries again.
    #[cfg(target_os = "linux")]
    fn on_the_screen(tries: &mut Tries, reason: &str) {
        tries.count();
        let disk = Disk::new(64);
        let draft = || fs::read(disk.path().join(DRAFT)).expect("the draft");
        let mut terminal = Terminal::start(disk.path(), &MEETING);
        terminal.wait_for("vraag 1 van 24");
        terminal.send("3");
        terminal.wait_for("vraag 2 van 24");
        let before = draft();
        disk.fill(0);
        terminal.send("4");
        terminal.wait_for(reason);
        terminal.send_and_see("\x1bOQ\r");
        let shown = terminal.wait_for(reason);
        tries.expect(draft() == before, Harm::Lost, || format!("the draft changed: {shown}"));
        disk.empty();
        terminal.send_again("\r");
        terminal.wait_for("vraag 3 van 24");
        let said = terminal.kill();
        resume(tries, disk.path(), 2, 2, &said);
    }

    #[cfg(target_os = "linux")]
    fn read_only(tries: &mut Tries) {
        let reason = "alleen om te lezen";
        let disk = Disk::new(256);
        let dir = disk.path();
        finished(tries, dir);
        let begun = run(tries, command(dir, MEETING).args(["--plain", "--new"]), "4\n3\n");
        assert_eq!(begun.code, Some(130), "{}", begun.stderr);
        let before = files(dir);
        mount(&["-o", "remount,ro"], dir);
        for arguments in [
            &["show"][..],
            &["show", "--json"],
            &["export"],
            &["questions"],
            &["check", "."],
        ] {
            tries.count();
            let ran = run(tries, &mut command(dir, arguments), "");
            let shown = ran.code == Some(0) && !ran.stdout.is_empty();
            tries.expect(shown, Harm::Wrong, || format!("{arguments:?}: {ran:?}"));
        }
        let new: Vec<&str> = MEETING.into_iter().chain(["--plain", "--new"]).collect();
        for arguments in [
            &["assess", "--plain", "--resume"][..],
            &new,
            &["export", "-o", "nieuw.md"],
            &["agreements", "--add=Bellen", "--element=6"],
        ] {
            tries.count();
            let ran = run(tries, &mut command(dir, arguments), typed(0));
            expect_failed(tries, &ran, reason, dir);
            let asked = acknowledged(&ran.stderr);
            tries.expect(asked == 0, Harm::Wrong, || {
                format!("{asked} questions were asked before it was found out")
            });
        }
        tries.expect(files(dir) == before, Harm::Lost, || "the folder changed".to_owned());
        mount(&["-o", "remount,rw"], dir);
        fs::remove_file(dir.join(PROFILE)).expect("the first profile");
        let resumed = run(tries, &mut command(dir, ["assess", "--plain", "--resume"]), typed(2));
        tries.expect(resumed.code == Some(0), Harm::Lost, || resumed.stderr.clone());
    }

    /// The calls that an evening makes on files; each has names that differ between processors.
    #[cfg(target_os = "linux")]
    const SYSTEM_CALLS: [&str; 9] = [
        "openat",
        "write",
        "fsync",
        "fchmod",
        "flock",
        "?rename,renameat,renameat2",
        "?link,linkat",
        "?unlink,unlinkat",
        "?stat,?lstat,newfstatat,statx",
    ];

    /// An evening of three questions and an agreement, typed beforehand.
    #[cfg(target_os = "linux")]
    const EVENING: (&[&str], &str) = (
        &["--plain", "--elements", "ecosystem"],
        "3\n4\n5\n\n6\nBellen\nIedereen\n\n\n",
    );

    /// Runs that evening under `strace`, where something happens at a system call.
    #[cfg(target_os = "linux")]
    fn traced(tries: &mut Tries, dir: &Path, calls: &str, what: &str, when: impl Display) -> (Ran, Option<String>) {
        let (arguments, typed) = EVENING;
        let arguments: Vec<&str> = MEETING.into_iter().chain(arguments.iter().copied()).collect();
        traced_at(
            tries,
            dir,
            &[],
            &format!("{calls}:{what}:when={when}"),
            &arguments,
            typed,
        )
    }

    /// Runs a command under `strace`, where something happens at a system call on these files, or on any. Gives the call.
    #[cfg(target_os = "linux")]
    fn traced_at(
        tries: &mut Tries,
        dir: &Path,
        files: &[&str],
        inject: &str,
        arguments: &[&str],
        typed: &str,
    ) -> (Ran, Option<String>) {
        let mut command = Command::new("strace");
        prepare(&mut command, dir);
        let log = folder();
        let log = log.path().join("log");
        command.arg("-fy").arg("-o").arg(&log);
        for file in files {
            command.arg("-P").arg(file);
        }
        let calls = inject.split(':').next().unwrap_or_default();
        command.args(["-e", &format!("trace={calls}"), "-e", &format!("inject={inject}")]);
        command.arg(env!("CARGO_BIN_EXE_ips")).args(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("strace: this test needs it");
        {
            use std::io::Write as _;
            let _ = child.stdin.take().expect("piped").write_all(typed.as_bytes());
        }
        let output = child.wait_with_output().expect("it ends");
        let log = fs::read_to_string(&log).unwrap_or_default();
        let mut happened = log
            .lines()
            .filter(|line| line.contains("(INJECTED)") || line.contains("killed by SIGKILL"));
        let happened = happened.next().map(str::to_owned);
        let ran = Ran {
            code: output.status.code(),
            stdout: output.stdout,
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        };
        tries.expect(!panicked(&ran.stderr), Harm::Panic, || {
            format!("{inject}: {}", ran.stderr)
        });
        (ran, happened)
    }

    #[cfg(target_os = "linux")]
    fn acknowledged_of_three(said: &str) -> usize {
        if said.contains("Overzicht") {
            3
        } else {
            (1..=3)
                .rev()
                .find(|n| said.contains(&format!("vraag {n} van 3")))
                .unwrap_or(1)
                - 1
        }
    }

    /// Goes on after an evening of three questions ended early, and gives the profile's answers.
    #[cfg(target_os = "linux")]
    fn go_on(tries: &mut Tries, dir: &Path, acknowledged: usize, when: &str) {
        if !dir.join(DRAFT).exists() {
            let done = dir.join(PROFILE).exists();
            tries.expect(done || acknowledged == 0, Harm::Lost, || {
                format!("{when}: the draft is gone")
            });
            return;
        }
        let text = fs::read_to_string(dir.join(DRAFT)).expect("the draft");
        let given = ips::profile::read(DRAFT, &text).map_or(usize::MAX, |read| read.profile.given());
        tries.expect((acknowledged..=3).contains(&given), Harm::Lost, || {
            format!("{when}: {given} answers of {acknowledged} acknowledged ones")
        });
        let rest = ["3\n", "4\n", "5\n"][given.min(3)..].concat();
        let resumed = run(tries, &mut command(dir, ["assess", "--plain", "--resume"]), rest + "\n");
        tries.expect(resumed.code == Some(0), Harm::Lost, || {
            format!("{when}: not resumed: {}", resumed.stderr)
        });
        let left: Vec<String> = files(dir).into_iter().filter(|name| name != PROFILE).collect();
        tries.expect(left.is_empty(), Harm::Wrong, || format!("{when}: {left:?} stays"));
    }

    #[cfg(target_os = "linux")]
    fn killed_at_system_calls(tries: &mut Tries) {
        for calls in SYSTEM_CALLS {
            for when in 1.. {
                let dir = folder();
                let (ran, happened) = traced(tries, dir.path(), calls, "signal=KILL", when);
                if happened.is_none() {
                    tries.expect(ran.code == Some(0), Harm::Wrong, || format!("{calls} {when}: {ran:?}"));
                    break;
                }
                tries.count();
                go_on(
                    tries,
                    dir.path(),
                    acknowledged_of_three(&ran.stderr),
                    &format!("killed at {calls} {when}"),
                );
            }
        }
    }

    #[cfg(target_os = "linux")]
    fn failing_system_calls(tries: &mut Tries) {
        for calls in ["fsync", "fchmod", "?rename,renameat,renameat2", "?link,linkat"] {
            for error in ["EIO", "ENOSPC"] {
                for when in 1.. {
                    let dir = folder();
                    let (ran, happened) = traced(tries, dir.path(), calls, &format!("error={error}"), when);
                    // A lock guards with whichever mode.
                    let harmless = happened.as_ref().is_none_or(|call| call.contains(".lock>"));
                    if harmless {
                        tries.expect(ran.code == Some(0), Harm::Wrong, || format!("{calls} {when}: {ran:?}"));
                    }
                    if happened.is_none() {
                        break;
                    }
                    tries.count();
                    if harmless {
                        continue;
                    }
                    let what = format!("{calls} {when} {error}");
                    // Where only the folder could not be synced, the file is in its place.
                    let unsettled = ran.stderr.contains("is bewaard, maar het is niet zeker");
                    let reason = if unsettled {
                        "niet zeker"
                    } else {
                        "kan niet bewaard worden"
                    };
                    expect_failed(tries, &ran, reason, dir.path());
                    go_on(tries, dir.path(), acknowledged_of_three(&ran.stderr), &what);
                }
            }
        }
    }

    /// What looks at the files of a folder fails: nothing that was acknowledged gets lost, and one meeting stays one.
    #[cfg(target_os = "linux")]
    fn unseen(tries: &mut Tries) {
        let lock = |name: &str| format!("./{name}.lock");
        let (draft, profile) = (format!("./{DRAFT}"), format!("./{PROFILE}"));
        let names = [".", &draft, &profile, &lock(DRAFT), &lock(PROFILE)];
        let (arguments, typed) = EVENING;
        let arguments: Vec<&str> = MEETING.into_iter().chain(arguments.iter().copied()).collect();
        for calls in [
            "?stat,?lstat,newfstatat,statx",
            "openat",
            "read",
            "getdents64",
            "flock",
            "?unlink,unlinkat",
        ] {
            for error in ["EIO", "EACCES"] {
                for when in 1.. {
                    let dir = folder();
                    let inject = format!("{calls}:error={error}:when={when}");
                    let (ran, happened) = traced_at(tries, dir.path(), &names, &inject, &arguments, typed);
                    if happened.is_none() {
                        tries.expect(ran.code == Some(0), Harm::Wrong, || format!("{inject}: {ran:?}"));
                        break;
                    }
                    tries.count();
                    if ran.stderr.contains("gooi dit concept zelf weg") {
                        continue;
                    }
                    let ended = matches!(ran.code, Some(0 | 1)) && !ran.stderr.contains("iets mis in ips zelf");
                    tries.expect(ended, Harm::Wrong, || format!("{inject}: {ran:?}"));
                    go_on(tries, dir.path(), acknowledged_of_three(&ran.stderr), &inject);
                }
            }
        }
    }

    /// A program was killed between the profile and the end of its draft: gone on with, it stays one meeting.
    #[cfg(target_os = "linux")]
    fn unseen_saved(tries: &mut Tries) {
        let resume = ["assess", "--plain", "--resume"];
        let profile = format!("./{PROFILE}");
        for calls in ["?stat,?lstat,newfstatat,statx", "openat", "read"] {
            for when in 1.. {
                let dir = folder();
                let begun: Vec<&str> = MEETING.into_iter().chain(EVENING.0.iter().copied()).collect();
                let killed = "?unlink,unlinkat:signal=KILL:when=1";
                traced_at(tries, dir.path(), &[], killed, &begun, "3\n4\n5\n\n");
                let inject = format!("{calls}:error=EIO:when={when}");
                let (_, happened) = traced_at(tries, dir.path(), &[&profile], &inject, &resume, "\n");
                if happened.is_none() {
                    break;
                }
                tries.count();
                if dir.path().join(DRAFT).exists() {
                    let again = run(tries, &mut command(dir.path(), resume), "\n");
                    tries.expect(again.code == Some(0), Harm::Lost, || format!("{inject}: {again:?}"));
                }
                let found = files(dir.path());
                tries.expect(found == [PROFILE], Harm::Wrong, || format!("{inject}: {found:?}"));
            }
        }
    }

    /// A change of a private profile that can't see what it replaces: the profile is changed or not, and stays private.
    #[cfg(target_os = "linux")]
    fn unseen_change(tries: &mut Tries) {
        use std::os::unix::fs::PermissionsExt as _;
        let arguments = ["agreements", "--add=Bellen", "--element=6"];
        for error in ["EIO", "EACCES"] {
            for when in 1.. {
                let dir = folder();
                let path = dir.path().join(PROFILE);
                finished(tries, dir.path());
                fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("its mode");
                let before = fs::read(&path).expect("the profile");
                let inject = format!("?stat,?lstat,newfstatat,statx:error={error}:when={when}");
                let profile = format!("./{PROFILE}");
                let (ran, happened) = traced_at(tries, dir.path(), &[&profile], &inject, &arguments, "");
                let mode = fs::metadata(&path).expect("the profile").permissions().mode() & 0o777;
                tries.expect(mode == 0o600, Harm::Wrong, || format!("{inject}: its mode is {mode:o}"));
                let changed = fs::read(&path).expect("the profile") != before;
                tries.expect(changed == (ran.code == Some(0)), Harm::Lost, || {
                    format!("{inject}: {ran:?}")
                });
                if happened.is_none() {
                    break;
                }
                tries.count();
            }
        }
    }

    /// The whole evening goes on without the call, and what is lacking is told once.
    #[cfg(target_os = "linux")]
    fn lacking_system_calls(tries: &mut Tries) {
        let place = "?renameat2,?link,linkat";
        for (calls, errors, told) in [
            ("flock", &["ENOLCK", "ENOSYS", "EOPNOTSUPP"][..], "niet op slot zetten"),
            ("fsync", &["EINVAL", "ENOSYS", "EOPNOTSUPP"], "zegt niet wanneer"),
            ("fchmod", &["EPERM", "EOPNOTSUPP"], "niet instellen wie"),
            (place, &["EPERM", "EINVAL", "ENOSYS", "EOPNOTSUPP"], "niet in één keer"),
        ] {
            for error in errors {
                tries.count();
                let dir = folder();
                let (ran, happened) = traced(tries, dir.path(), calls, &format!("error={error}"), "1+");
                let once = ran.stderr.matches(told).count() == 1;
                tries.expect(happened.is_some() && once && ran.code == Some(0), Harm::Lost, || {
                    format!("{calls} {error}: {ran:?}")
                });
                let found = files(dir.path());
                tries.expect(found == [PROFILE], Harm::Wrong, || {
                    format!("{calls} {error}: the folder holds {found:?}")
                });
            }
        }
    }
}
