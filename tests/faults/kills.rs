//! The program is killed for real, at moments that nobody chose, and resumed; and two programs work on one team.

use std::{
    fs,
    io::{Read as _, Write as _},
    path::Path,
    process::{Child, ChildStdin, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use ips::profile::{self, Profile};

use crate::{
    Case,
    common::{self, ANSWERS, each},
    program::{DRAFT, MEETING, PROFILE, command, expect, files, folder, lines, run, start},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("killed 0 to 5 ms after an answer, and resumed", after_an_answer),
        #[cfg(unix)]
        quick(
            "killed 0 to 5 ms after a key on the full screen, and resumed",
            after_a_key,
        ),
        quick("killed 0 to 20 ms after the program's start", after_the_start),
        quick("eight programs begin a meeting at once", many_begin_at_once),
        quick("two programs on one draft", two_on_one_draft),
        quick("eight programs save for one team at once", many_at_once),
        quick("eight programs export to one file at once", many_exports_at_once),
    ]
}

/// A program that asks line by line.
pub struct Asking {
    child: Child,
    lines: ChildStdin,
    said: mpsc::Receiver<Vec<u8>>,
    text: String,
}

impl Asking {
    pub fn start(dir: &Path, arguments: &[&str]) -> Self {
        let mut command = command(dir, arguments);
        command
            .arg("--plain")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = start(&mut command);
        let lines = child.stdin.take().expect("piped");
        let mut stderr = child.stderr.take().expect("piped");
        let (sender, said) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = stderr.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Asking {
            child,
            lines,
            said,
            text: String::new(),
        }
    }

    /// Waits until it has said this.
    pub fn wait_for(&mut self, words: &str) {
        while !self.text.contains(words) {
            let said = self.said.recv_timeout(Duration::from_mins(1));
            let said = said.unwrap_or_else(|_| panic!("waited in vain for “{words}” in: {}", self.text));
            self.text.push_str(&String::from_utf8_lossy(&said));
        }
    }

    /// Types a line.
    pub fn say(&mut self, line: &str) {
        writeln!(self.lines, "{line}").expect("the program reads");
    }

    /// Kills it (SIGKILL), and gives everything that it had said.
    pub fn kill(mut self) -> String {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
        while let Ok(said) = self.said.recv() {
            self.text.push_str(&String::from_utf8_lossy(&said));
        }
        self.text
    }

    /// Ends the input, and gives the exit code.
    pub fn end(mut self) -> Option<i32> {
        drop(self.lines);
        self.child.wait().expect("it ends").code()
    }
}

/// What the questions of the evening begin with.
fn question(number: usize) -> String {
    format!("vraag {number} van 24")
}

/// How many of [`ANSWERS`] a profile holds, from the first on; `None` when it holds others.
fn answers_in(profile: &Profile) -> Option<usize> {
    let whole = common::profile(profile.mode, &each(ANSWERS));
    let places: Vec<_> = profile.questionnaire.places().collect();
    let given = profile.given();
    let as_given = (0..places.len()).all(|index| {
        let expected = whole.response(places[index]).tally.as_ref().filter(|_| index < given);
        profile.response(places[index]).tally.as_ref() == expected
    });
    as_given.then_some(given)
}

/// Resumes what a killed program left, and goes on to the end; every acknowledged answer has to be there.
pub fn resume(tries: &mut Tries, dir: &Path, acknowledged: usize, typed: usize, when: &str) {
    let path = dir.join(DRAFT);
    let given = if path.exists() {
        let text = fs::read_to_string(&path).expect("the draft");
        let read = profile::read(DRAFT, &text);
        let Some(given) = read.ok().and_then(|read| answers_in(&read.profile)) else {
            return tries.harm(Harm::Lost, format!("{when}: the draft is damaged"));
        };
        given
    } else if acknowledged == 0 && typed == 0 {
        // It was killed before it made a draft.
        let made = run(tries, command(dir, MEETING).arg("--plain").arg("--new"), "");
        expect(tries, &made, 130, DRAFT);
        0
    } else {
        return tries.harm(Harm::Lost, format!("{when}: the draft is gone"));
    };
    tries.expect((acknowledged..=typed).contains(&given), Harm::Lost, || {
        format!("{when}: {given} answers of {acknowledged} acknowledged and {typed} typed ones")
    });
    let rest = lines(&ANSWERS[given.min(24)..]) + "\n";
    let resumed = run(tries, &mut command(dir, ["assess", "--plain", "--resume"]), rest);
    tries.expect(resumed.code == Some(0), Harm::Lost, || {
        format!("{when}: not resumed: {}", resumed.stderr)
    });
    let found = files(dir);
    tries.expect(found == [PROFILE], Harm::Wrong, || {
        format!("{when}: the folder holds {found:?}")
    });
    let text = fs::read_to_string(dir.join(PROFILE)).unwrap_or_default();
    let whole = profile::read(PROFILE, &text)
        .ok()
        .and_then(|read| answers_in(&read.profile));
    tries.expect(whole == Some(24), Harm::Lost, || {
        format!("{when}: the profile holds {whole:?}")
    });
}

/// How often the questions "vraag N van 24" were asked, the first one aside: so many answers are acknowledged.
pub fn acknowledged(said: &str) -> usize {
    let highest = (1..=24).rev().find(|&number| said.contains(&question(number)));
    // Line by line it is called so, on the full screen it says how many are answered.
    if said.contains("Overzicht") || said.contains("24 van 24 beantwoord") {
        24
    } else {
        highest.map_or(0, |number| number - 1)
    }
}

fn after_an_answer(tries: &mut Tries) {
    let rounds = match (tries.thorough, cfg!(windows)) {
        (true, _) => 20,
        (false, true) => 1,
        (false, false) => 3,
    };
    for round in 0..rounds {
        for typed in 1..=24 {
            tries.count();
            let dir = folder();
            let mut asking = Asking::start(dir.path(), &MEETING);
            for number in 1..=typed {
                asking.wait_for(&question(number));
                asking.say(&ANSWERS[number - 1..number]);
            }
            // Every moment from 0 to 5 ms, in steps of 0.1 ms that come by in another order.
            thread::sleep(Duration::from_micros((round * 24 + typed as u64) * 1_300 % 5_100));
            let said = asking.kill();
            resume(
                tries,
                dir.path(),
                acknowledged(&said),
                typed,
                &format!("killed after answer {typed}"),
            );
        }
    }
}

#[cfg(unix)]
fn after_a_key(tries: &mut Tries) {
    use crate::window::Terminal;
    for round in 0..if tries.thorough { 10 } else { 1 } {
        for typed in 1..=24 {
            tries.count();
            let dir = folder();
            let mut terminal = Terminal::start(dir.path(), &MEETING);
            for number in 1..=typed {
                terminal.wait_for(&question(number));
                terminal.send(&ANSWERS[number - 1..number]);
            }
            thread::sleep(Duration::from_micros((round * 24 + typed as u64) * 1_300 % 5_100));
            let shown = terminal.kill();
            resume(
                tries,
                dir.path(),
                acknowledged(&shown),
                typed,
                &format!("killed after key {typed}"),
            );
        }
    }
}

fn after_the_start(tries: &mut Tries) {
    let times = if tries.thorough { 400 } else { 20 };
    for time in 0..times {
        tries.count();
        let dir = folder();
        let asking = Asking::start(dir.path(), &MEETING);
        thread::sleep(Duration::from_micros(time * 1_300 % 20_100));
        let said = asking.kill();
        resume(tries, dir.path(), acknowledged(&said), 0, "killed at the start");
    }
}

fn two_on_one_draft(tries: &mut Tries) {
    for typed in [1, 12, 23] {
        tries.count();
        let dir = folder();
        let mut first = Asking::start(dir.path(), &MEETING);
        for number in 1..=typed {
            first.wait_for(&question(number));
            first.say(&ANSWERS[number - 1..number]);
        }
        first.wait_for(&question(typed + 1));
        let before = fs::read(dir.path().join(DRAFT)).expect("the draft");
        let second = run(
            tries,
            &mut command(dir.path(), ["assess", "--plain", "--resume"]),
            "1\n1\n",
        );
        expect(tries, &second, 1, "Een ander venster");
        let same = fs::read(dir.path().join(DRAFT)).expect("the draft") == before;
        tries.expect(same, Harm::Lost, || "the refused program changed the draft".to_owned());
        // A new meeting of that day is another draft, and takes nothing from the first.
        let other = run(tries, command(dir.path(), MEETING).args(["--plain", "--new"]), "1\n1\n");
        expect(tries, &other, 130, ".draft.toml");
        for answer in each(&ANSWERS[typed..]) {
            first.say(answer);
        }
        tries.expect(first.end() == Some(0), Harm::Lost, || {
            "the first program didn't end well".to_owned()
        });
        let text = fs::read_to_string(dir.path().join(PROFILE)).unwrap_or_default();
        let whole = profile::read(PROFILE, &text)
            .ok()
            .and_then(|read| answers_in(&read.profile));
        tries.expect(whole == Some(24), Harm::Lost, || {
            format!("the first team's profile holds {whole:?}")
        });
        let found = files(dir.path());
        tries.expect(found.len() == 2, Harm::Wrong, || format!("the folder holds {found:?}"));
    }
}

/// Starts the same command several times at once, and gives the exit codes.
pub fn at_once(dir: &Path, arguments: impl Fn(usize) -> Vec<String>) -> Vec<Option<i32>> {
    let begin = |number| {
        let mut command = command(dir, arguments(number));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        start(&mut command)
    };
    let started: Vec<Child> = (0..8).map(begin).collect();
    started
        .into_iter()
        .map(|mut child| child.wait().expect("it ends").code())
        .collect()
}

fn many_begin_at_once(tries: &mut Tries) {
    for _ in 0..if tries.thorough { 50 } else { 5 } {
        tries.count();
        let dir = folder();
        let arguments = |_| {
            MEETING
                .into_iter()
                .chain(["--plain", "--new"])
                .map(str::to_owned)
                .collect()
        };
        let codes = at_once(dir.path(), arguments);
        // Their input ends at once, so each leaves its draft.
        tries.expect(codes == [Some(130); 8], Harm::Lost, || {
            format!("they ended with {codes:?}")
        });
        let found = files(dir.path());
        let numbered = (2..=8).map(|number| DRAFT.replace(".draft", &format!("-{number}.draft")));
        let mut expected: Vec<String> = numbered.chain([DRAFT.to_owned()]).collect();
        expected.sort();
        tries.expect(found == expected, Harm::Lost, || format!("eight drafts are {found:?}"));
    }
}

const PAPER: &str = "questionnaire = \"six-elements\"\n[answers]\n\"culture.trust\" = 4\n";

fn many_at_once(tries: &mut Tries) {
    for _ in 0..if tries.thorough { 50 } else { 5 } {
        tries.count();
        let dir = folder();
        let paper = dir.path().join("antwoorden.toml");
        fs::write(&paper, PAPER).expect("a file");
        let arguments = |_| {
            let mut arguments = MEETING.to_vec();
            arguments.extend(["--answers", "antwoorden.toml"]);
            arguments.into_iter().map(str::to_owned).collect()
        };
        let codes = at_once(dir.path(), arguments);
        tries.expect(codes == [Some(0); 8], Harm::Lost, || {
            format!("they ended with {codes:?}")
        });
        let found = files(dir.path());
        let made = (2..=8).map(|number| PROFILE.replace(".toml", &format!("-{number}.toml")));
        let mut expected: Vec<String> = made.chain([PROFILE.to_owned(), "antwoorden.toml".to_owned()]).collect();
        expected.sort();
        tries.expect(found == expected, Harm::Lost, || {
            format!("eight saved profiles are {found:?}")
        });
        let mut check = vec!["check".to_owned()];
        check.extend(found);
        let checked = run(tries, &mut command(dir.path(), check), "");
        tries.expect(checked.code == Some(0), Harm::Lost, || checked.stderr.clone());
    }
}

fn many_exports_at_once(tries: &mut Tries) {
    let dir = folder();
    fs::write(
        dir.path().join(PROFILE),
        common::profile(ips::tally::Mode::Joint, &each(ANSWERS)).to_toml(),
    )
    .expect("it");
    for time in 0..if tries.thorough { 50 } else { 5 } {
        tries.count();
        let name = format!("verslag-{time}.md");
        let codes = at_once(dir.path(), |_| ["export", "-o", &name].map(str::to_owned).to_vec());
        let won = codes.iter().filter(|code| **code == Some(0)).count();
        let refused = codes.iter().filter(|code| **code == Some(1)).count();
        tries.expect((won, refused) == (1, 7), Harm::Lost, || {
            format!("without --force they ended with {codes:?}")
        });
        let first = fs::read(dir.path().join(&name)).unwrap_or_default();
        let codes = at_once(dir.path(), |_| {
            ["export", "--force", "-o", &name].map(str::to_owned).to_vec()
        });
        tries.expect(codes == [Some(0); 8], Harm::Wrong, || {
            format!("with --force they ended with {codes:?}")
        });
        let last = fs::read(dir.path().join(&name)).unwrap_or_default();
        tries.expect(!first.is_empty() && first == last, Harm::Lost, || {
            "the report is not whole".to_owned()
        });
        let left: Vec<String> = files(dir.path())
            .into_iter()
            .filter(|name| name.ends_with(".tmp"))
            .collect();
        tries.expect(left.is_empty(), Harm::Wrong, || format!("{left:?} stays"));
    }
}
