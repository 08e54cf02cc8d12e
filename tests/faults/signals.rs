//! Ctrl-C, SIGINT, SIGTERM, SIGHUP and a terminal that is closed, at every prompt of the evening.

use crate::Case;

#[cfg(not(unix))]
pub fn cases() -> Vec<Case> {
    Vec::new()
}

#[cfg(unix)]
pub fn cases() -> Vec<Case> {
    unix::cases()
}

#[cfg(unix)]
mod unix {
    use std::{
        fs,
        io::{BufRead as _, BufReader, Read as _, Write as _},
        os::unix::fs::OpenOptionsExt as _,
        path::Path,
        process::Command,
        sync::mpsc,
        thread,
        time::Duration,
    };

    use ips::tally::Mode::{self, Joint, Tally};

    use crate::{
        Case,
        common::{DRAFT, MEETING, PROFILE},
        evening::{
            ALL, ANSWERS, CTRL_C, ENTER, ENTER_AGAIN, ESC, OVERVIEW, draft, given_back, goes_on, holds, leave_draft,
            leave_draft_to_look_back, only, read, reopens, to_agreements,
        },
        program::{files, folder},
        quick,
        tries::{Harm, Tries},
        window::{Terminal, in_shell, ips},
    };

    pub fn cases() -> Vec<Case> {
        vec![
            quick("Ctrl-C at every prompt", |tries| {
                every_prompt(tries, |terminal| terminal.send(CTRL_C));
            }),
            quick("SIGINT at every prompt", |tries| {
                every_prompt(tries, |terminal| terminal.signal("INT"));
            }),
            quick("SIGTERM at every prompt", |tries| {
                every_prompt(tries, |terminal| terminal.signal("TERM"));
            }),
            quick("SIGHUP at every prompt", |tries| {
                every_prompt(tries, |terminal| terminal.signal("HUP"));
            }),
            quick("the terminal is closed at every prompt", closed),
            quick("a signal when nothing is asked any more", after_the_interview),
            quick("a signal where saving failed", where_saving_failed),
            quick("a signal after saving elsewhere", after_saving_elsewhere),
        ]
    }

    /// A place where the program waits for someone.
    struct Prompt {
        name: &'static str,
        arguments: &'static [&'static str],
        /// The answers in the draft that is there before, if any.
        draft: Option<(Mode, usize)>,
        /// Whether the team has yet to look back at two agreements.
        looks_back: bool,
        /// What is waited for and what is then typed, to get there.
        steps: &'static [(&'static str, &'static str)],
        /// What is to be seen there.
        at: &'static str,
        /// What is typed there, without Enter.
        half: &'static str,
        /// What is to be seen of that; nothing when it is typed unseen: it takes the place of `at`, to show that it was read.
        shown: &'static str,
        /// How many more answers were acknowledged on the way.
        more: usize,
        /// What else has to be in the file afterwards.
        kept: &'static [&'static str],
        /// Whether the team went on from the overview: then the profile is saved, and the steps begin at the agreements.
        agrees: bool,
    }

    const SCREEN: &[&str] = &["assess", "--resume"];
    const LINES: &[&str] = &["assess", "--resume", "--plain"];
    const ANSWER_FILE: &str = "antwoorden.toml";

    const PROMPT: Prompt = Prompt {
        name: "",
        arguments: SCREEN,
        draft: None,
        looks_back: false,
        steps: &[],
        at: "",
        half: "",
        shown: "",
        more: 0,
        kept: &[],
        agrees: false,
    };

    const WHAT: &str = "Wat spreken jullie af?";
    const WHO: &str = "Wie doet het?";
    const DUE: &str = "Wanneer is het klaar?";

    /// Before the first question; nothing is made yet.
    const BEFORE: &[Prompt] = &[
        Prompt {
            name: "go on with the draft?",
            arguments: &MEETING,
            draft: Some((Joint, 4)),
            at: "het concept blijft staan) Nummer:",
            half: "1",
            shown: "Nummer: (Enter: 1) 1",
            ..PROMPT
        },
        Prompt {
            name: "which team?",
            arguments: &["assess"],
            draft: Some((Joint, 4)),
            at: "een ander team Nummer:",
            ..PROMPT
        },
        Prompt {
            name: "another team's name",
            arguments: &["assess"],
            draft: Some((Joint, 4)),
            steps: &[("een ander team Nummer:", "2\r")],
            at: "Hoe heet jullie team?",
            half: "IPS-groep Zu",
            shown: "team? IPS-groep Zu",
            ..PROMPT
        },
        Prompt {
            name: "the team's name",
            arguments: &["assess"],
            at: "Hoe heet jullie team?",
            ..PROMPT
        },
        Prompt {
            name: "how many participants?",
            arguments: &["assess", "--team", "Noord"],
            at: "Met hoeveel mensen zijn jullie?",
            half: "1",
            shown: "jullie? 1",
            ..PROMPT
        },
        Prompt {
            name: "a number of participants that was refused",
            arguments: &["assess", "--team", "Noord"],
            steps: &[("Met hoeveel mensen zijn jullie?", "0\r")],
            at: "Typ een aantal van 1",
            ..PROMPT
        },
        Prompt {
            name: "which mode?",
            arguments: &["assess", "--team", "Noord", "--participants", "7"],
            at: "typ je daarna over Nummer:",
            ..PROMPT
        },
        Prompt {
            name: "the team of an answer file",
            arguments: &["assess", "--answers", ANSWER_FILE],
            at: "Hoe heet jullie team?",
            ..PROMPT
        },
        Prompt {
            name: "the participants of an answer file",
            arguments: &["assess", "--answers", ANSWER_FILE, "--team", "Noord"],
            at: "Met hoeveel mensen zijn jullie?",
            half: "1",
            shown: "jullie? 1",
            ..PROMPT
        },
        Prompt {
            name: "the team's name, line by line",
            arguments: &["assess", "--plain"],
            at: "Hoe heet jullie team?",
            half: "Noo",
            shown: "Noo",
            ..PROMPT
        },
        Prompt {
            name: "the participants, line by line",
            arguments: &["assess", "--plain", "--team", "Noord"],
            at: "Met hoeveel mensen zijn jullie?",
            ..PROMPT
        },
        Prompt {
            name: "the mode, line by line",
            arguments: &["assess", "--plain", "--team", "Noord", "--participants", "7"],
            at: "Hoe antwoorden jullie?",
            half: "222",
            shown: "222",
            ..PROMPT
        },
    ];

    const DURING: &[Prompt] = &[
        Prompt {
            name: "an agreement of an earlier meeting",
            draft: Some((Joint, 0)),
            looks_back: true,
            at: "afspraak 1 van 2",
            kept: &["followed_up = 0"],
            ..PROMPT
        },
        Prompt {
            name: "how an agreement went, half typed",
            draft: Some((Joint, 4)),
            looks_back: true,
            steps: &[
                ("afspraak 1 van 2", "3"),
                ("Wat hielp", ENTER),
                ("afspraak 2 van 2", "1"),
            ],
            at: "Wat hielp",
            half: "halve noot",
            shown: "Toelichting: halve noot",
            kept: &["followed_up = 2", "state = \"dropped\"", "note = \"halve noot\""],
            ..PROMPT
        },
        Prompt {
            name: "an agreement of an earlier meeting, line by line",
            arguments: LINES,
            draft: Some((Tally, 4)),
            looks_back: true,
            steps: &[("afspraak 1 van 2", "1\r"), ("Wat hielp", "gezellig\r")],
            at: "afspraak 2 van 2",
            half: "333",
            shown: "333",
            kept: &["followed_up = 1", "note = \"gezellig\""],
            ..PROMPT
        },
        Prompt {
            name: "how an agreement went, half typed in a line",
            arguments: LINES,
            draft: Some((Joint, 4)),
            looks_back: true,
            steps: &[("afspraak 1 van 2", "1\r")],
            at: "Wat hielp",
            half: "halve noot",
            shown: "halve noot",
            ..PROMPT
        },
        Prompt {
            name: "a joint question",
            draft: Some((Joint, 4)),
            at: "vraag 5 van 24",
            ..PROMPT
        },
        Prompt {
            name: "a tally question, half typed",
            draft: Some((Tally, 4)),
            at: "Typ alle antwoorden:",
            half: "35?",
            shown: "antwoorden: 35?",
            ..PROMPT
        },
        Prompt {
            name: "a note, half typed",
            draft: Some((Joint, 4)),
            steps: &[("vraag 5 van 24", "n")],
            at: "Enter bewaren",
            half: "halve noot",
            shown: "Toelichting: halve noot",
            kept: &["note = \"halve noot\""],
            ..PROMPT
        },
        Prompt {
            name: "the help",
            draft: Some((Joint, 4)),
            steps: &[("vraag 5 van 24", "h")],
            at: "Enter sluit de uitleg",
            ..PROMPT
        },
        Prompt {
            name: "the spread of an answer",
            draft: Some((Tally, 4)),
            steps: &[("Typ alle antwoorden:", "4"), ("antwoorden: 4", ENTER)],
            at: "1 van 7 antwoorden",
            more: 1,
            ..PROMPT
        },
        Prompt {
            name: "a note at the spread",
            draft: Some((Tally, 4)),
            steps: &[
                ("Typ alle antwoorden:", "4"),
                ("antwoorden: 4", ENTER),
                ("1 van 7 antwoorden", "n"),
            ],
            at: "Enter bewaren",
            half: "halve noot",
            shown: "Toelichting: halve noot",
            more: 1,
            kept: &["note = \"halve noot\""],
            ..PROMPT
        },
        Prompt {
            name: "a new day of an agreement, half typed",
            draft: Some((Joint, 4)),
            looks_back: true,
            steps: &[("afspraak 1 van 2", "2")],
            at: "Nieuwe dag:",
            half: "15 ja",
            shown: "dag: 15 ja",
            ..PROMPT
        },
        Prompt {
            name: "the settings",
            draft: Some((Joint, 4)),
            steps: &[("vraag 5 van 24", "i")],
            at: "Wie, wanneer en hoe",
            half: "3",
            shown: "Nummer: 3",
            ..PROMPT
        },
        Prompt {
            name: "a name, half typed, after the roles",
            draft: Some((Tally, 4)),
            steps: &[
                ("vraag 5 van 24", "i"),
                ("Wie, wanneer en hoe", "5"),
                ("Nummer: 5", ENTER),
                ("geen namen", "wijkagent"),
                ("namen: wijkagent", ENTER_AGAIN),
                ("5 Functies, zonder namen: wijkagent", "1"),
                ("Nummer: 1", ENTER_AGAIN),
            ],
            at: "Enter bewaren",
            half: "w",
            shown: "Noordw",
            kept: &["functions = \"wijkagent\"", "team = \"IPS-groep Noord\""],
            ..PROMPT
        },
        Prompt {
            name: "whether the team has grown",
            draft: Some((Tally, 4)),
            steps: &[("Typ alle antwoorden:", "44444444"), ("antwoorden: 44444444", ENTER)],
            at: "Zijn jullie nu met 8?",
            kept: &["participants = 7"],
            ..PROMPT
        },
        Prompt {
            name: "the overview of open questions",
            draft: Some((Joint, 4)),
            steps: &[("vraag 5 van 24", "s"), ("vraag 6 van 24", "o")],
            at: "4 van 24 beantwoord",
            ..PROMPT
        },
        Prompt {
            name: "whether to finish with open questions",
            draft: Some((Joint, 4)),
            steps: &[("vraag 5 van 24", "o"), ("4 van 24 beantwoord", "f")],
            at: "Nu afronden?",
            ..PROMPT
        },
        Prompt {
            name: "the overview",
            draft: Some((Joint, ALL)),
            at: OVERVIEW,
            ..PROMPT
        },
        Prompt {
            name: "a number at the overview, half typed",
            draft: Some((Joint, ALL)),
            at: "Nummer:",
            half: "2",
            shown: "Nummer: 2",
            ..PROMPT
        },
        Prompt {
            name: "a question gone to from the overview",
            draft: Some((Joint, ALL)),
            steps: &[("Nummer:", "2"), ("Nummer: 2", ENTER)],
            at: "vraag 2 van 24",
            ..PROMPT
        },
        Prompt {
            name: "the agreements",
            draft: Some((Joint, ALL)),
            agrees: true,
            at: "Nummer:",
            half: "2",
            shown: "Nummer: 2",
            ..PROMPT
        },
        Prompt {
            name: "the profile, gone back to",
            draft: Some((Joint, ALL)),
            agrees: true,
            steps: &[("Nummer:", ESC), ("Enter afspraken", "b")],
            at: "Enter gesprek",
            ..PROMPT
        },
        Prompt {
            name: "what is agreed, half typed",
            draft: Some((Joint, ALL)),
            agrees: true,
            steps: &[("Nummer:", "4"), ("Nummer: 4", ENTER_AGAIN)],
            at: WHAT,
            half: "Elke week",
            shown: "Elke week",
            kept: &["what = \"Elke week\""],
            ..PROMPT
        },
        Prompt {
            name: "who does it, half typed",
            draft: Some((Joint, ALL)),
            agrees: true,
            steps: &[
                ("Nummer:", "4"),
                ("Nummer: 4", ENTER_AGAIN),
                (WHAT, "Bellen"),
                ("Bellen", ENTER_AGAIN),
            ],
            at: WHO,
            half: "de wij",
            shown: "de wij",
            kept: &["what = \"Bellen\"", "who = \"de wij\""],
            ..PROMPT
        },
        Prompt {
            name: "by when, after going back to what is agreed",
            draft: Some((Joint, ALL)),
            agrees: true,
            steps: &[
                ("Nummer:", "4"),
                ("Nummer: 4", ENTER_AGAIN),
                (WHAT, "Bellen"),
                ("Bellen", ENTER_AGAIN),
                (WHO, "Ria"),
                ("Ria", ESC),
                ("Enter volgende regel", ENTER),
                ("voornaam) Ria", ENTER_AGAIN),
            ],
            at: DUE,
            half: "31-2",
            shown: "31-2",
            kept: &["what = \"Bellen\"", "who = \"Ria\"", "due = \"31-2\""],
            ..PROMPT
        },
        Prompt {
            name: "whether an agreement goes",
            draft: Some((Joint, ALL)),
            agrees: true,
            steps: &[
                ("Nummer:", "4"),
                ("Nummer: 4", ENTER_AGAIN),
                (WHAT, "Bellen"),
                ("Bellen", ENTER_AGAIN),
                (WHO, ESC),
                ("Enter volgende regel", "\x15"),
                ("weghalen) E", ENTER),
            ],
            at: "Deze afspraak weghalen?",
            kept: &["what = \"Bellen\""],
            ..PROMPT
        },
        Prompt {
            name: "a joint question, line by line",
            arguments: LINES,
            draft: Some((Joint, 4)),
            at: "vraag 5 van 24",
            half: "555",
            shown: "555",
            ..PROMPT
        },
        Prompt {
            name: "a tally question, half typed unseen",
            arguments: LINES,
            draft: Some((Tally, 4)),
            steps: &[("vraag 5 van 24", "n weg ermee")],
            at: "n weg ermee",
            half: "\x1535?",
            ..PROMPT
        },
        Prompt {
            name: "a tally question after an invalid line",
            arguments: LINES,
            draft: Some((Tally, 4)),
            steps: &[("vraag 5 van 24", "9\r")],
            at: "Typ van iedereen het antwoord",
            ..PROMPT
        },
        Prompt {
            name: "a note, half typed in a line",
            arguments: LINES,
            draft: Some((Tally, 4)),
            at: "vraag 5 van 24",
            half: "n halve noot",
            shown: "n halve noot",
            ..PROMPT
        },
        Prompt {
            name: "the question after an answer, line by line",
            arguments: LINES,
            draft: Some((Tally, 4)),
            steps: &[("vraag 5 van 24", "4\r")],
            at: "vraag 6 van 24",
            more: 1,
            ..PROMPT
        },
        Prompt {
            name: "the settings, line by line",
            arguments: LINES,
            draft: Some((Tally, 4)),
            steps: &[("vraag 5 van 24", "i\r"), ("Wie, wanneer en hoe", "5 wijkagent\r")],
            at: "zonder namen: wijkagent",
            half: "3 9",
            shown: "3 9",
            kept: &["functions = \"wijkagent\"", "participants = 7"],
            ..PROMPT
        },
        Prompt {
            name: "the overview, line by line",
            arguments: LINES,
            draft: Some((Tally, 4)),
            steps: &[("vraag 5 van 24", "o\r")],
            at: "Nummer: naar die vraag.",
            half: "222",
            shown: "222",
            ..PROMPT
        },
        Prompt {
            name: "the review, line by line",
            arguments: LINES,
            draft: Some((Tally, ALL)),
            at: "Een nummer gaat naar die vraag.",
            half: "222",
            shown: "222",
            ..PROMPT
        },
        Prompt {
            name: "what is agreed, line by line",
            arguments: LINES,
            draft: Some((Joint, ALL)),
            agrees: true,
            at: WHAT,
            half: "Elke week",
            shown: "Elke week",
            ..PROMPT
        },
        Prompt {
            name: "who does it, line by line",
            arguments: LINES,
            draft: Some((Joint, ALL)),
            agrees: true,
            steps: &[(WHAT, "Bellen\r")],
            at: WHO,
            kept: &["what = \"Bellen\""],
            ..PROMPT
        },
        Prompt {
            name: "by when, line by line",
            arguments: LINES,
            draft: Some((Joint, ALL)),
            agrees: true,
            steps: &[(WHAT, "Bellen\r"), (WHO, "Ria\r")],
            at: DUE,
            half: "1 ma",
            shown: "1 ma",
            kept: &["what = \"Bellen\"", "who = \"Ria\""],
            ..PROMPT
        },
    ];

    impl Prompt {
        /// What is in the folder before, and what stays in it.
        fn files(&self, dir: &Path) -> Vec<&'static str> {
            let mut files = Vec::new();
            if self.arguments.contains(&ANSWER_FILE) {
                fs::write(dir.join(ANSWER_FILE), "[answers]\n").expect("an answer file");
                files.push(ANSWER_FILE);
            }
            if let Some((mode, answered)) = self.draft {
                let leave = if self.looks_back {
                    leave_draft_to_look_back
                } else {
                    leave_draft
                };
                leave(dir, mode, answered);
                files.push(DRAFT);
            }
            files
        }

        fn go_there(&self, terminal: &mut Terminal) {
            if self.agrees && self.arguments == LINES {
                terminal.wait_for("Een nummer gaat naar die vraag.");
                terminal.send(ENTER);
            } else if self.agrees {
                to_agreements(terminal);
            }
            for (shown, typed) in self.steps {
                terminal.wait_for(shown);
                terminal.send(typed);
            }
            terminal.wait_for(self.at);
            if !self.half.is_empty() {
                terminal.send(self.half);
                if self.shown.is_empty() {
                    terminal.wait_gone(self.at);
                } else {
                    terminal.wait_for(self.shown);
                }
            }
        }

        /// What has to hold afterwards, whatever the terminal still shows.
        fn look(&self, tries: &mut Tries, dir: &Path, files: &[&str]) {
            let file = if self.agrees { PROFILE } else { DRAFT };
            only(tries, self.name, dir, if self.agrees { &[PROFILE] } else { files });
            let Some((mode, answered)) = self.draft else { return };
            let answered = answered + self.more;
            holds(tries, self.name, dir, file, mode, answered);
            let text = fs::read_to_string(dir.join(file)).expect("the file");
            let lost: Vec<_> = self.kept.iter().filter(|kept| !text.contains(**kept)).collect();
            tries.expect(lost.is_empty(), Harm::Lost, || {
                format!("{}: {lost:?} is not in {file}", self.name)
            });
            if self.agrees {
                reopens(tries, self.name, dir);
            } else {
                goes_on(tries, self.name, dir, mode, answered);
            }
        }
    }

    /// Several times, because the page and whoever handles the signal both give the terminal back.
    fn every_prompt(tries: &mut Tries, stop: fn(&mut Terminal)) {
        let rounds = tries.times(3, 12);
        for prompt in BEFORE {
            for _ in 0..rounds {
                stopped_at(tries, prompt, stop, "Gestopt. Er was nog niets te bewaren.");
            }
        }
        for prompt in DURING {
            for _ in 0..rounds / 3 {
                let said = if prompt.agrees {
                    "Bewaard"
                } else {
                    "Gestopt. Alles is bewaard in"
                };
                stopped_at(
                    tries,
                    prompt,
                    stop,
                    &format!("{said}: ips-groep-noord").replace("in:", "in"),
                );
            }
        }
    }

    fn stopped_at(tries: &mut Tries, prompt: &Prompt, stop: fn(&mut Terminal), sentence: &str) {
        tries.count();
        let dir = folder();
        let files = prompt.files(dir.path());
        let mut terminal = Terminal::run(ips(dir.path(), prompt.arguments));
        prompt.go_there(&mut terminal);
        stop(&mut terminal);
        let code = terminal.exit_code();
        // Where all is saved already, it doesn't matter whether the page or the signal ends it.
        let ended = code == 130 || prompt.agrees && code == 0;
        tries.expect(ended, Harm::Wrong, || format!("{}: exit {code}", prompt.name));
        given_back(tries, prompt.name, &mut terminal);
        let said = terminal.words();
        tries.expect(said.contains(sentence), Harm::Wrong, || {
            format!("{}: no word of “{sentence}” in {said}", prompt.name)
        });
        prompt.look(tries, dir.path(), &files);
    }

    /// The shell that the terminal belongs to is killed: the system then closes the terminal under the program.
    fn closed(tries: &mut Tries) {
        for prompt in BEFORE.iter().chain(DURING) {
            tries.count();
            let dir = folder();
            let files = prompt.files(dir.path());
            let beside = folder();
            let alive = beside.path().join("alive");
            let made = Command::new("mkfifo").arg(&alive).status().expect("mkfifo");
            assert!(made.success());
            // Whoever holds the pipe open is alive; the first line says which process the program is.
            let script = "stty sane; sh -c 'echo $$ >&3; exec \"$@\"' sh \"$@\" 3>\"$pipe\"; :";
            let script = script.replace("$pipe", &alive.to_string_lossy());
            let command = in_shell(dir.path(), &script, prompt.arguments);
            let (sender, ended) = mpsc::channel();
            thread::spawn(move || {
                let mut pipe = BufReader::new(fs::File::open(alive).expect("the pipe"));
                let mut id = String::new();
                let _ = pipe.read_line(&mut id);
                let _ = sender.send(id.trim().to_owned());
                let _ = pipe.read_to_string(&mut String::new());
                let _ = sender.send(String::new());
            });
            let mut terminal = Terminal::run(command);
            let patience = Duration::from_secs(30);
            let id = ended.recv_timeout(patience).expect("the program starts");
            prompt.go_there(&mut terminal);
            terminal.signal("KILL");
            if ended.recv_timeout(patience).is_err() {
                tries.harm(Harm::Panic, format!("{}: doesn't end without a terminal", prompt.name));
                let _ = Command::new("kill").args(["-s", "KILL", &id]).status();
                continue;
            }
            prompt.look(tries, dir.path(), &files);
        }
    }

    /// A pipe that takes nothing more.
    fn full_pipe(path: &Path) -> fs::File {
        let made = Command::new("mkfifo").arg(path).status().expect("mkfifo");
        assert!(made.success());
        let flags = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
        let mut options = fs::OpenOptions::new();
        options.read(true).write(true).custom_flags(flags);
        let mut pipe = options.open(path).expect("the pipe");
        for piece in [&[0; 4096][..], &[0]] {
            while pipe.write(piece).is_ok() {}
        }
        pipe
    }

    /// Nobody reads the profile that is shown at the end, so that only a signal ends it: it says that the profile is saved.
    fn after_the_interview(tries: &mut Tries) {
        for (arguments, mode) in [(SCREEN, Joint), (LINES, Joint), (LINES, Tally)] {
            tries.count();
            let what = format!("after {arguments:?}, {mode:?}");
            let (dir, beside) = (folder(), folder());
            leave_draft(dir.path(), mode, ALL);
            let pipe = beside.path().join("pipe");
            let _full = full_pipe(&pipe);
            let script = "stty sane && exec \"$@\" >\"$pipe\"".replace("$pipe", &pipe.to_string_lossy());
            let mut terminal = Terminal::run(in_shell(dir.path(), &script, arguments));
            if arguments == SCREEN {
                to_agreements(&mut terminal);
                terminal.send(ENTER_AGAIN);
            } else {
                for prompt in [
                    OVERVIEW,
                    "Afspraak over Lerende cyclus",
                    "Afspraak over Faciliterend stelsel",
                ] {
                    terminal.wait_for(prompt);
                    terminal.send(ENTER_AGAIN);
                }
                terminal.wait_for("Waarover is de volgende afspraak?");
                terminal.send(ENTER_AGAIN);
            }
            let leftovers = || files(dir.path()) != [PROFILE];
            terminal.wait_while("the profile", leftovers);
            terminal.signal("TERM");
            let code = terminal.exit_code();
            let said = terminal.words();
            tries.expect(
                code == 130 && said.contains(&format!("Bewaard: {PROFILE}")),
                Harm::Wrong,
                || format!("{what}: exit {code}, {said}"),
            );
            given_back(tries, &what, &mut terminal);
            holds(tries, &what, dir.path(), PROFILE, mode, ALL);
        }
    }

    /// The limit on the size of files lets nothing larger than the draft be saved, and a long note makes it larger.
    fn where_saving_failed(tries: &mut Tries) {
        let limit = draft(Joint, 6).to_toml().len().div_ceil(512);
        let note = "x".repeat(1500);
        let stops: [fn(&mut Terminal); 4] = [
            |terminal| terminal.send(CTRL_C),
            |terminal| terminal.signal("INT"),
            |terminal| terminal.signal("TERM"),
            |terminal| terminal.signal("HUP"),
        ];
        for (arguments, mode, typed) in [
            (
                SCREEN,
                Joint,
                vec!["n".to_owned(), format!("\x1b[200~{note}\x1b[201~{ENTER}")],
            ),
            (LINES, Joint, vec![format!("n {note}\r")]),
            (LINES, Tally, vec![format!("n {note}\r")]),
        ] {
            for stop in stops {
                tries.count();
                let what = format!("saving failed in {arguments:?}, {mode:?}");
                let dir = folder();
                leave_draft(dir.path(), mode, 4);
                let script = format!("stty sane && ulimit -f {limit} && exec \"$@\"");
                let mut terminal = Terminal::run(in_shell(dir.path(), &script, arguments));
                terminal.wait_for("vraag 5 van 24");
                for keys in &typed {
                    if keys.starts_with(ESC) {
                        terminal.wait_for("Enter bewaren");
                    }
                    terminal.send(keys);
                }
                terminal.wait_for("Enter probeert het opnieuw.");
                let before = terminal.printed().chars().count();
                stop(&mut terminal);
                let code = terminal.exit_code();
                tries.expect(code == 1, Harm::Wrong, || format!("{what}: exit {code}"));
                given_back(tries, &what, &mut terminal);
                let said = terminal.words();
                tries.expect(!said.contains("Alles is bewaard"), Harm::Lost, || {
                    format!("{what}: says that everything is saved")
                });
                // It said so before too, when there was still something to choose.
                let after: String = terminal.printed().chars().skip(before).collect();
                tries.expect(after.contains("nietbewaardworden"), Harm::Lost, || {
                    format!("{what}: ends without a word of it: {after}")
                });
                only(tries, &what, dir.path(), &[DRAFT]);
                holds(tries, &what, dir.path(), DRAFT, mode, 4);
                goes_on(tries, &what, dir.path(), mode, 4);
            }
        }
    }

    /// The folder is gone when an answer is saved, as a stick that is pulled out; the team chooses another one.
    fn after_saving_elsewhere(tries: &mut Tries) {
        for (arguments, mode) in [(SCREEN, Joint), (LINES, Joint), (LINES, Tally)] {
            for signal in ["INT", "TERM", "HUP"] {
                tries.count();
                let what = format!("elsewhere in {arguments:?}, {mode:?}, {signal}");
                let dir = folder();
                let (first, gone, other) = (dir.path().join("a"), dir.path().join("weg"), dir.path().join("b"));
                fs::create_dir(&first).expect("a folder");
                fs::create_dir(&other).expect("a folder");
                leave_draft(&first, mode, 4);
                let mut terminal = Terminal::run(ips(dir.path(), &[arguments, &["--dir", "a"]].concat()));
                terminal.wait_for("vraag 5 van 24");
                fs::rename(&first, &gone).expect("another name");
                let answer = &ANSWERS[4..5];
                let enter = if arguments == SCREEN { "" } else { ENTER };
                terminal.send(&format!("{answer}{enter}"));
                terminal.wait_for("Enter probeert het opnieuw.");
                terminal.send("b");
                terminal.send(ENTER);
                terminal.wait_for("vraag 6 van 24");
                terminal.signal(signal);
                let code = terminal.exit_code();
                tries.expect(code == 130, Harm::Wrong, || format!("{what}: exit {code}"));
                given_back(tries, &what, &mut terminal);
                let said = terminal.words();
                let place = format!("Alles is bewaard in b/{DRAFT}");
                tries.expect(said.contains(&place), Harm::Lost, || format!("{what}: {said}"));
                only(tries, &what, &other, &[DRAFT]);
                holds(tries, &what, &other, DRAFT, mode, 5);
                goes_on(tries, &what, &other, mode, 5);
                let profile = read(&other, PROFILE);
                tries.expect(!profile.is_draft(), Harm::Wrong, || format!("{what}: still a draft"));
            }
        }
    }
}
