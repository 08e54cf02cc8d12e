//! No terminal, odd terminals, odd sizes, odd locales, and file names that are no text.

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
        ffi::{OsStr, OsString},
        fs::{self, File},
        os::unix::ffi::OsStringExt as _,
        path::Path,
        process::Stdio,
    };

    use ips::{
        profile::State,
        tally::Mode::{self, Joint, Tally},
    };

    use crate::{
        Case,
        common::{DRAFT, MEETING, PROFILE},
        evening::{
            ALL, ANSWERS, AT_AGREEMENTS, AT_PROFILE, AT_TOPICS, ENTER, ENTER_AGAIN, OVERVIEW, draft, ends, given_back,
            goes_on, holds, leave_draft, only, read, to_agreements,
        },
        program::{command, expect, files, folder, lines, looked_at, run},
        quick,
        tries::{Harm, Tries},
        window::{Terminal, in_shell, ips},
    };

    pub fn cases() -> Vec<Case> {
        vec![
            quick("nothing to ask on", nothing_to_ask_on),
            quick("a terminal of another kind, or of none", kinds),
            quick("an evening on a terminal of no size to speak of", tiny),
            quick("an evening line by line on such a terminal", tiny_lines),
            quick("a storm of new sizes", storm),
            quick("a locale that is odd or missing", locales),
            quick("a file name or argument that is no text", names),
        ]
    }

    fn nothing_to_ask_on(tries: &mut Tries) {
        let sources: [fn() -> Stdio; 2] = [Stdio::null, Stdio::piped];
        for stdin in sources {
            for stdout in sources {
                for stderr in sources {
                    for arguments in [&MEETING[..], &["assess"], &["assess", "--resume"]] {
                        tries.count();
                        let dir = folder();
                        let mut command = command(dir.path(), arguments);
                        command.stdin(stdin()).stdout(stdout()).stderr(stderr());
                        let mut child = command.spawn().expect("it starts");
                        drop(child.stdin.take());
                        let heard = child.stderr.is_some();
                        let output = child.wait_with_output().expect("it ends");
                        let what = format!("{arguments:?}: {output:?}");
                        tries.expect(output.status.code() == Some(2), Harm::Wrong, || what.clone());
                        if heard {
                            let ran = looked_at(tries, &command, output);
                            expect(tries, &ran, 2, "--plain");
                        }
                        only(tries, &what, dir.path(), &[]);
                    }
                }
            }
        }
        for redirection in ["</dev/null", "2>/dev/null", "2>log", "<log"] {
            tries.count();
            let (dir, beside) = (folder(), folder());
            let log = beside.path().join("log");
            File::create(&log).expect("a file");
            let redirection = redirection.replace("log", &log.to_string_lossy());
            let script = format!("stty sane && exec \"$@\" {redirection}");
            let mut terminal = Terminal::run(in_shell(dir.path(), &script, &MEETING));
            let code = terminal.exit_code();
            tries.expect(code == 2, Harm::Wrong, || format!("{redirection}: exit {code}"));
            let said = format!("{} {}", terminal.words(), fs::read_to_string(&log).expect("the file"));
            let silent = redirection.ends_with("2>/dev/null");
            tries.expect(silent || said.contains("--plain"), Harm::Wrong, || {
                format!("{redirection}: {said}")
            });
            given_back(tries, &redirection, &mut terminal);
            only(tries, &redirection, dir.path(), &[]);
        }
    }

    fn kinds(tries: &mut Tries) {
        for kind in [
            None,
            Some("dumb"),
            Some("nonsense"),
            Some(""),
            Some("vt52"),
            Some("xterm\u{1b}]0;"),
        ] {
            for mode in [Joint, Tally] {
                tries.count();
                let dir = folder();
                leave_draft(dir.path(), mode, 22);
                let mut command = ips(dir.path(), &["assess", "--resume"]);
                match kind {
                    Some(kind) => command.env("TERM", kind),
                    None => command.env_remove("TERM"),
                };
                let lines = kind == Some("dumb");
                let what = format!("TERM {kind:?}, {mode:?}");
                let mut terminal = Terminal::run(command);
                for number in 23..=24 {
                    terminal.wait_for(&format!("vraag {number} van 24"));
                    tries.expect(terminal.screen().alternate_screen() != lines, Harm::Wrong, || {
                        format!("{what}: the wrong way of asking")
                    });
                    terminal.send(&ANSWERS[number - 1..number]);
                    if lines || mode == Tally {
                        terminal.send(ENTER);
                    }
                    if !lines && mode == Tally {
                        terminal.wait_for("1 van 7 antwoorden");
                        terminal.send_again(ENTER);
                    }
                }
                if lines {
                    terminal.wait_for(OVERVIEW);
                    terminal.send(ENTER_AGAIN);
                    for element in ["Lerende cyclus", "Faciliterend stelsel"] {
                        terminal.wait_for(&format!("Afspraak over {element}"));
                        terminal.send(ENTER_AGAIN);
                    }
                } else {
                    to_agreements(&mut terminal);
                }
                ends(&mut terminal);
                ends_whole(tries, &what, &mut terminal, dir.path(), mode);
            }
        }
    }

    fn ends_whole(tries: &mut Tries, what: &str, terminal: &mut Terminal, dir: &Path, mode: Mode) {
        let code = terminal.exit_code();
        tries.expect(code == 0, Harm::Wrong, || {
            format!("{what}: exit {code}: {}", terminal.words())
        });
        given_back(tries, what, terminal);
        only(tries, what, dir, &[PROFILE]);
        holds(tries, what, dir, PROFILE, mode, ALL);
    }

    const SIZES: [(u16, u16); 8] = [(1, 1), (2, 2), (0, 0), (1, 24), (80, 1), (3, 2), (0, 24), (5, 5)];

    /// The program starts when the terminal has this size.
    fn of_size(dir: &Path, (columns, rows): (u16, u16), arguments: &[&str]) -> Terminal {
        let script = "stty sane && read go && stty size && exec \"$@\"";
        let mut terminal = Terminal::run(in_shell(dir, script, arguments));
        terminal.set_size(columns, rows);
        terminal.send(ENTER);
        // Rows first, and so that the size of a terminal before it is told doesn't count.
        terminal.wait_printed(&format!("{rows} {columns}"));
        terminal
    }

    /// From the team's name to the last agreement, one key after the other.
    fn tiny(tries: &mut Tries) {
        for (size, mode) in SIZES
            .into_iter()
            .map(|size| (size, Joint))
            .chain([((1, 1), Tally), ((2, 2), Tally)])
        {
            tries.count();
            let what = format!("{size:?}, {mode:?}");
            let dir = folder();
            let mut terminal = of_size(dir.path(), size, &["assess", "--date", "2026-11-21"]);
            terminal.wait_for_page();
            let type_out = |terminal: &mut Terminal, text: &str| {
                for key in text.chars() {
                    terminal.send_and_see(&key.to_string());
                }
            };
            type_out(&mut terminal, "IPS-groep Noordd\x7f\r70\x7f\r");
            type_out(&mut terminal, if mode == Joint { "1\r" } else { "2\r" });
            for (index, key) in ANSWERS.char_indices() {
                if index == 2 {
                    type_out(&mut terminal, "nnoot\r");
                }
                type_out(&mut terminal, &key.to_string());
                if mode == Tally {
                    terminal.send_and_see(ENTER);
                    terminal.send_and_see("\x1bOQ\r");
                }
            }
            // The overview, the profile, what to talk about; then an agreement, and the end.
            for _ in 0..3 {
                terminal.send_and_see("\x1bOQ\r");
            }
            terminal.send_and_see("4");
            terminal.send_and_see(ENTER);
            for text in ["Bellen", "Ria", "1 maart"] {
                type_out(&mut terminal, text);
                terminal.send_and_see("\x1bOQ\r");
            }
            terminal.send("\x1bOQ\r");
            ends_whole(tries, &what, &mut terminal, dir.path(), mode);
            let text = fs::read_to_string(dir.path().join(PROFILE)).expect("the profile");
            for kept in [
                "note = \"noot\"",
                "what = \"Bellen\"",
                "who = \"Ria\"",
                "due = \"2027-03-01\"",
            ] {
                tries.expect(text.contains(kept), Harm::Lost, || format!("{what}: without {kept}"));
            }
        }
    }

    fn tiny_lines(tries: &mut Tries) {
        for size in SIZES {
            for mode in [Joint, Tally] {
                tries.count();
                let what = format!("{size:?}, {mode:?}");
                let dir = folder();
                leave_draft(dir.path(), mode, 20);
                let mut terminal = of_size(dir.path(), size, &["assess", "--resume", "--plain"]);
                for number in 21..=24 {
                    terminal.wait_printed(&format!("vraag {number} van 24"));
                    terminal.send(&format!("{}\r", &ANSWERS[number - 1..number]));
                }
                terminal.wait_printed("Een nummer gaat naar die vraag.");
                terminal.send(ENTER_AGAIN);
                for element in ["Lerende cyclus", "Faciliterend stelsel"] {
                    terminal.wait_printed(&format!("Afspraak over {element}"));
                    terminal.send(ENTER_AGAIN);
                }
                terminal.wait_printed(AT_AGREEMENTS);
                terminal.send(ENTER_AGAIN);
                ends_whole(tries, &what, &mut terminal, dir.path(), mode);
            }
        }
    }

    /// Sizes without a pattern, the same every time.
    struct Sizes(u64);

    impl Sizes {
        fn next(&mut self) -> (u16, u16) {
            let mut below = |limit: u64| {
                self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                u16::try_from((self.0 >> 33) % limit + 1).expect("a small number")
            };
            (below(300), below(100))
        }
    }

    fn storm(tries: &mut Tries) {
        let rounds = tries.times(1, 10);
        for round in 0..rounds {
            for mode in [Joint, Tally] {
                let what = format!("storm {round}, {mode:?}");
                let dir = folder();
                let mut sizes = Sizes(round);
                // What is on the screen afterwards is looked at by who waits for it.
                let mut blow = |terminal: &mut Terminal, tries: &mut Tries| {
                    tries.count();
                    for _ in 0..6 {
                        let (columns, rows) = sizes.next();
                        terminal.set_size(columns, rows);
                    }
                };
                leave_draft(dir.path(), mode, 0);
                let mut terminal = Terminal::run(ips(dir.path(), &["assess", "--resume"]));
                for (number, key) in (1..).zip(ANSWERS.chars()) {
                    blow(&mut terminal, tries);
                    terminal.set_size(80, 24);
                    terminal.wait_for(&format!("vraag {number} van 24"));
                    blow(&mut terminal, tries);
                    terminal.send(&key.to_string());
                    if mode == Tally {
                        blow(&mut terminal, tries);
                        terminal.set_size(80, 24);
                        terminal.wait_for(&format!("Typ alle antwoorden: {key}"));
                        terminal.send(ENTER);
                        blow(&mut terminal, tries);
                        terminal.set_size(80, 24);
                        terminal.wait_for(" van 7 antwoorden");
                        terminal.send_again(ENTER);
                    }
                    let given = || read(dir.path(), DRAFT).given();
                    terminal.wait_while("the answer on disk", || given() < number);
                }
                blow(&mut terminal, tries);
                terminal.set_size(80, 24);
                for page in [OVERVIEW, AT_PROFILE, AT_TOPICS, AT_AGREEMENTS] {
                    terminal.set_size(80, 24);
                    terminal.wait_for(page);
                    blow(&mut terminal, tries);
                    if page == AT_AGREEMENTS {
                        terminal.send("4");
                    }
                    terminal.send(ENTER_AGAIN);
                }
                for (label, text) in [
                    ("Wat spreken jullie af?", "Bellen"),
                    ("Wie doet het?", "Ria"),
                    ("Wanneer is het klaar?", "1 maart"),
                ] {
                    terminal.set_size(80, 24);
                    terminal.wait_for(label);
                    blow(&mut terminal, tries);
                    terminal.send(text);
                    terminal.set_size(80, 24);
                    terminal.wait_for(text);
                    blow(&mut terminal, tries);
                    terminal.send(ENTER);
                }
                blow(&mut terminal, tries);
                terminal.set_size(80, 24);
                terminal.wait_for(AT_AGREEMENTS);
                terminal.send(ENTER_AGAIN);
                ends_whole(tries, &what, &mut terminal, dir.path(), mode);
            }
        }
    }

    /// A finished profile with something in it that isn't ASCII.
    fn leave_profile(dir: &Path, file: impl AsRef<Path>) {
        let mut profile = draft(Joint, ALL);
        profile.state = State::Complete;
        profile.response_mut((0, 0)).note = Some("Zoë zei: één ‘ja’ — 😀".into());
        fs::write(dir.join(file), profile.to_toml()).expect("a profile");
    }

    fn locales(tries: &mut Tries) {
        let dir = folder();
        leave_profile(dir.path(), PROFILE);
        for arguments in [
            &["show"][..],
            &["export"],
            &["questions"],
            &["--help"],
            &["show", "--json"],
        ] {
            let dutch = run(tries, &mut command(dir.path(), arguments), "");
            tries.expect(dutch.code == Some(0), Harm::Wrong, || {
                format!("{arguments:?}: {dutch:?}")
            });
            for name in ["LC_ALL", "LANG", "LANGUAGE", "LC_MESSAGES", "LC_CTYPE"] {
                for value in [
                    "C",
                    "POSIX",
                    "",
                    "nonsense",
                    "tlh_KL.KOI8-R",
                    "nl_NL",
                    "nl",
                    "\u{1b}[31m",
                    "C.UTF-8",
                ] {
                    tries.count();
                    let mut command = command(dir.path(), arguments);
                    command.env_remove("IPS_LANG").env(name, value);
                    let ran = run(tries, &mut command, "");
                    tries.expect(ran.stdout == dutch.stdout && ran.code == Some(0), Harm::Wrong, || {
                        format!("{arguments:?} with {name}={value:?} isn't the same: {ran:?}")
                    });
                }
                tries.count();
                let mut command = command(dir.path(), arguments);
                let odd = OsString::from_vec(b"nl\xff".to_vec());
                command.env_remove("IPS_LANG").env(name, odd);
                let ran = run(tries, &mut command, "");
                tries.expect(ran.stdout == dutch.stdout, Harm::Wrong, || {
                    format!("{name} is no text: {ran:?}")
                });
            }
        }
    }

    /// Not on every file system can a file have such a name.
    #[expect(clippy::too_many_lines, reason = "one list of command lines")]
    fn names(tries: &mut Tries) {
        let odd = |ending: &str| OsString::from_vec([b"caf\xe9\xff", ending.as_bytes()].concat());
        let (dir, other) = (folder(), folder());
        let (toml, markdown, inner) = (odd(".toml"), odd(".md"), odd(""));
        if File::create(other.path().join(&toml)).is_err() {
            return tries.impossible();
        }
        let place = dir.path();
        leave_profile(place, &toml);
        let questionnaire = ips::content::questionnaires::text("six-elements").expect("built in");
        let (questions, answers) = (odd("-q.toml"), odd("-a.toml"));
        fs::write(place.join(&questions), questionnaire).expect("a questionnaire");
        fs::write(
            place.join(&answers),
            "questionnaire = \"six-elements\"\n[answers]\n\"shared-vision.benefit\" = 4\n",
        )
        .expect("an answer file");
        fs::create_dir(place.join(&inner)).expect("a folder");
        leave_profile(&place.join(&inner), PROFILE);
        let later = Path::new(&inner).join(PROFILE).into_os_string();
        let word = OsStr::new;
        let meeting: Vec<&OsStr> = MEETING.into_iter().map(word).collect();
        let good: Vec<Vec<&OsStr>> = vec![
            vec![word("show")],
            vec![word("show"), &toml],
            vec![word("show"), word("--json"), &toml],
            vec![word("export"), &toml, word("-o"), &markdown],
            vec![word("diff"), &toml, &later],
            vec![word("export"), &toml, word("--compare-with"), &later],
            vec![word("check"), &toml, &questions, &answers],
            vec![word("check"), word(".")],
            vec![word("show"), word("--dir"), &inner],
            vec![word("questions"), word("--questions"), &questions],
            [&meeting[..], &[word("--answers"), &answers, word("--dir"), &inner]].concat(),
            [
                &meeting[..],
                &[word("--plain"), word("--questions"), &questions, word("--dir"), &inner],
            ]
            .concat(),
        ];
        let lines = lines(ANSWERS);
        for arguments in good {
            tries.count();
            let mut command = command(place, &arguments);
            let ran = run(tries, &mut command, &lines);
            tries.expect(ran.code == Some(0), Harm::Wrong, || {
                format!("{arguments:?}: {}", ran.stderr)
            });
        }
        tries.count();
        let ran = run(tries, command(place, ["show"]).env("IPS_DIR", place.join(&inner)), "");
        expect(tries, &ran, 0, "");
        let made = files(&place.join(&inner));
        tries.expect(made.len() == 3, Harm::Wrong, || {
            format!("not two more profiles: {made:?}")
        });

        // Where only text can stand, and where nothing of that name is.
        let missing = odd("-weg.toml");
        let bad: Vec<(i32, Vec<&OsStr>)> = vec![
            (2, vec![&missing]),
            (2, vec![word("show"), word("--team"), &inner]),
            (2, vec![word("show"), word("--weakest"), &inner]),
            (2, vec![word("--lang"), &inner, word("show")]),
            (
                2,
                [&meeting[..], &[word("--plain"), word("--elements"), &inner]].concat(),
            ),
            (
                2,
                [&meeting[..], &[word("--plain"), word("--functions"), &inner]].concat(),
            ),
            (2, vec![word("assess"), word("--plain"), word("--team"), &inner]),
            (2, vec![word("assess"), word("--plain"), word("--date"), &inner]),
            (2, vec![word("assess"), word("--plain"), word("--mode"), &inner]),
            (2, vec![word("export"), word("--format"), &inner, &toml]),
            (2, vec![word("export"), &toml, word("-o"), &toml]),
            (1, vec![word("show"), &missing]),
            (1, vec![word("check"), &missing]),
            (1, vec![word("show"), word("--dir"), &missing]),
            (1, vec![word("questions"), word("--questions"), &missing]),
            (1, [&meeting[..], &[word("--answers"), &missing]].concat()),
            (1, vec![word("export"), &toml, word("-o"), &markdown]),
        ];
        let before = files(place);
        for (code, arguments) in bad {
            tries.count();
            let ran = run(tries, &mut command(place, &arguments), "");
            expect(tries, &ran, code, "");
            tries.expect(!ran.stderr.trim().is_empty(), Harm::Wrong, || {
                format!("{arguments:?}: no word")
            });
            tries.expect(files(place) == before, Harm::Wrong, || {
                format!("{arguments:?} left something")
            });
        }
        // A draft beside it is found and gone on with.
        tries.count();
        let folder = place.join(&inner);
        leave_draft(&folder, Joint, 5);
        let mut command = command(
            place,
            [word("assess"), word("--plain"), word("--resume"), word("--dir"), &inner],
        );
        let ran = run(tries, &mut command, "4\nq\n");
        expect(tries, &ran, 130, "--dir");
        goes_on(tries, "a folder with an odd name", &folder, Joint, 6);
    }
}
