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

use ips::profile::{self, Profile, State};

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
        quick("killed 0 to 5 ms after a line of the end, and gone on with", at_the_end),
        quick(
            "killed 0 to 5 ms after a correction, and opened again",
            during_a_correction,
        ),
        quick(
            "killed 0 to 20 ms after a round replaced another, and gone on with",
            while_replacing,
        ),
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
    /// How much of it was waited for so far.
    heard: usize,
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
            heard: 0,
        }
    }

    /// Waits until it says this after what was waited for before.
    pub fn wait_next(&mut self, words: &str) {
        loop {
            if let Some(at) = self.text[self.heard..].find(words) {
                self.heard += at + words.len();
                return;
            }
            let said = self.said.recv_timeout(Duration::from_mins(1));
            let said = said.unwrap_or_else(|_| panic!("waited in vain for “{words}” in: {}", self.text));
            self.text.push_str(&String::from_utf8_lossy(&said));
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
    let rounds = tries.times(3, 20);
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
    for round in 0..tries.times(1, 10) {
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
    let times = tries.times(20, 400);
    for time in 0..times {
        tries.count();
        let dir = folder();
        let asking = Asking::start(dir.path(), &MEETING);
        thread::sleep(Duration::from_micros(time * 1_300 % 20_100));
        let said = asking.kill();
        resume(tries, dir.path(), acknowledged(&said), 0, "killed at the start");
    }
}

/// What is waited for and then typed from the overview on, and what it leaves in the profile.
const ENDING: [(&str, &str, &str); 8] = [
    ("Een nummer gaat naar die vraag.", "", ""),
    ("Wat spreken jullie af?", "Elke week", "what = \"Elke week\""),
    ("Wie doet het?", "IB'er", "who = \"IB'er\""),
    ("Wanneer is het klaar?", "15 jan", "due = \"2027-01-15\""),
    ("Afspraak over Faciliterend stelsel", "", ""),
    ("Waarover is de volgende afspraak?", "6", ""),
    ("Afspraak over Werken in één ecosysteem", "Bellen", "what = \"Bellen\""),
    ("6 Werken in één ecosysteem, 4,3, al een afspraak", "", ""),
];

/// A folder with a draft or profile that holds every answer.
fn answered(is_draft: bool) -> tempfile::TempDir {
    let dir = folder();
    let mut profile = common::profile(ips::tally::Mode::Joint, &each(ANSWERS));
    if is_draft {
        profile.state = State::draft();
    }
    let name = if is_draft { DRAFT } else { PROFILE };
    fs::write(dir.path().join(name), profile.to_toml()).expect("a file");
    dir
}

/// Plays some lines, kills the program a moment after the last, and gives how many of them it acknowledged.
fn killed_after(dir: &Path, arguments: &[&str], lines: &[(&str, &str, &str)], typed: usize, round: u64) -> usize {
    let mut asking = Asking::start(dir, arguments);
    for (prompt, line, _) in &lines[..typed] {
        asking.wait_next(prompt);
        asking.say(line);
    }
    thread::sleep(Duration::from_micros((round * 24 + typed as u64) * 1_300 % 5_100));
    let heard = asking.heard;
    let said = asking.kill();
    let next = lines
        .get(typed)
        .is_some_and(|(prompt, ..)| said[heard..].contains(prompt));
    typed - usize::from(!next)
}

/// Whether a profile holds all answers, and what so many lines left in it.
fn expect_kept(tries: &mut Tries, what: &str, dir: &Path, lines: &[(&str, &str, &str)]) {
    let text = fs::read_to_string(dir.join(PROFILE)).unwrap_or_default();
    let sound = profile::read(PROFILE, &text).is_ok();
    let lost: Vec<&str> = lines
        .iter()
        .map(|line| line.2)
        .filter(|left| !text.contains(left))
        .collect();
    tries.expect(sound && lost.is_empty(), Harm::Lost, || {
        format!("{what}: {lost:?} is not in {text}")
    });
}

fn at_the_end(tries: &mut Tries) {
    let rounds = tries.times(2, 20);
    for round in 0..rounds {
        for typed in 1..ENDING.len() {
            tries.count();
            let what = format!("killed after line {typed} of the end");
            let dir = answered(true);
            let acknowledged = killed_after(dir.path(), &["assess", "--resume"], &ENDING, typed, round);
            if acknowledged > 0 {
                expect_kept(tries, &what, dir.path(), &ENDING[..acknowledged]);
            }
            let goes_on: &[&str] = if dir.path().join(DRAFT).exists() {
                &["assess", "--plain", "--resume"]
            } else {
                &["assess", "--plain", "--reopen"]
            };
            let again = run(tries, &mut command(dir.path(), goes_on), "\nq\n");
            tries.expect(again.code == Some(0), Harm::Lost, || {
                format!("{what}: {}", again.stderr)
            });
            expect_kept(tries, &what, dir.path(), &ENDING[..acknowledged]);
            let text = fs::read_to_string(dir.path().join(PROFILE)).unwrap_or_default();
            let whole = profile::read(PROFILE, &text)
                .ok()
                .and_then(|read| answers_in(&read.profile));
            tries.expect(whole == Some(24), Harm::Lost, || {
                format!("{what}: the profile holds {whole:?}")
            });
            // Between the draft's end and that of its lock the lock stays, until the profile is opened again.
            let found = files(dir.path());
            tries.expect(found == [PROFILE], Harm::Wrong, || {
                format!("{what}: the folder holds {found:?}")
            });
        }
    }
}

/// The same in a saved profile that is opened again: an answer, a note, the roles, an agreement.
const CORRECTING: [(&str, &str, &str); 9] = [
    ("Een nummer gaat naar die vraag.", "3", ""),
    ("vraag 3 van 24", "n toch anders", "note = \"toch anders\""),
    ("Toelichting: toch anders", "1", "answer = 1\nnote = \"toch anders\""),
    ("Een nummer gaat naar die vraag.", "i", ""),
    ("Wie, wanneer en hoe", "5 wijkagent", "functions = \"wijkagent\""),
    ("5 Functies, zonder namen: wijkagent", "", ""),
    ("Een nummer gaat naar die vraag.", "", ""),
    ("Waarover is de volgende afspraak?", "2", ""),
    ("Afspraak over Cultuur", "Bellen", "what = \"Bellen\""),
];

fn during_a_correction(tries: &mut Tries) {
    let rounds = tries.times(2, 20);
    for round in 0..rounds {
        for typed in 1..CORRECTING.len() {
            tries.count();
            let what = format!("killed after line {typed} of a correction");
            let dir = answered(false);
            let acknowledged = killed_after(dir.path(), &["assess", "--reopen"], &CORRECTING, typed, round);
            expect_kept(tries, &what, dir.path(), &CORRECTING[..acknowledged]);
            let before = fs::read(dir.path().join(PROFILE)).unwrap_or_default();
            let again = run(
                tries,
                &mut command(dir.path(), ["assess", "--plain", "--reopen"]),
                "q\n",
            );
            let same = fs::read(dir.path().join(PROFILE)).is_ok_and(|after| after == before);
            tries.expect(again.code == Some(0) && same, Harm::Lost, || {
                format!("{what}: {}", again.stderr)
            });
            let found = files(dir.path());
            tries.expect(found == [PROFILE], Harm::Wrong, || {
                format!("{what}: the folder holds {found:?}")
            });
        }
    }
}

/// The round that is in the folder when another one begins, a week before it.
const EARLIER: &str = "ips-groep-noord-2026-11-14.toml";

/// A kill between the end of one round and that of another loses neither, and whoever goes on finds one of them.
fn while_replacing(tries: &mut Tries) {
    let mut earlier = common::profile(ips::tally::Mode::Tally, &["333333"; 24]);
    earlier.date = earlier.date - chrono::Days::new(7);
    earlier.participants = 6;
    let trust = earlier.questionnaire.find("culture.trust").expect("a question");
    earlier.response_mut(trust).note = Some("Sinds de verhuizing.".to_owned());
    let meeting = MEETING.map(|word| if word == "joint" { "tally" } else { word });
    let resume = ["assess", "--plain", "--resume", "--replace"];
    let times = tries.times(25, 400);
    for time in 0..times {
        tries.count();
        let dir = folder();
        fs::write(dir.path().join(EARLIER), earlier.to_toml()).expect("a file");
        let mut asking = Asking::start(dir.path(), &[&meeting[..], &["--replace"]].concat());
        for number in 1..=24 {
            asking.wait_for(&question(number));
            asking.say("3333335");
        }
        asking.wait_next("Een nummer gaat naar die vraag.");
        asking.say("");
        thread::sleep(Duration::from_micros(time * 1_300 % 20_100));
        asking.kill();
        let found = |name: &str| {
            let text = fs::read_to_string(dir.path().join(name)).ok()?;
            profile::read(name, &text).ok().map(|read| read.profile)
        };
        let whole = [DRAFT, PROFILE]
            .into_iter()
            .filter_map(found)
            .any(|round| round.given() == 24);
        let before = found(EARLIER).is_some_and(|round| round == earlier);
        tries.expect(whole && (before || found(PROFILE).is_some()), Harm::Lost, || {
            format!("killed while replacing: {:?}", files(dir.path()))
        });
        if dir.path().join(DRAFT).exists() {
            let again = run(tries, &mut command(dir.path(), resume), "");
            tries.expect(again.code == Some(0), Harm::Lost, || {
                format!("gone on with: {}", again.stderr)
            });
        }
        let mut left = files(dir.path());
        // A killed program's lock stays until the file is opened again.
        left.retain(|name| !name.ends_with(".lock"));
        let kept = found(PROFILE).is_some_and(|round| {
            round.given() == 24 && round.response(trust).note.as_deref() == Some("Sinds de verhuizing.")
        });
        tries.expect(left == [PROFILE] && kept, Harm::Wrong, || {
            format!("after going on the folder holds {left:?}")
        });
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
    for _ in 0..tries.times(5, 50) {
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
    for _ in 0..tries.times(5, 50) {
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
    for time in 0..tries.times(5, 50) {
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
