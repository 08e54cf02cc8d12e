//! Keys that nobody pressed: what a terminal says late, in pieces or broken off; keys with others held; pastes; and keys that
//! are pressed once and come twice.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use ips::tally::Mode::{self, Joint, Tally};

use crate::{
    Case,
    common::{DRAFT, PROFILE},
    evening::{
        ALL, ANSWERS, CTRL_C, ENTER, OVERVIEW, draft, given_back, holds, leave_draft, leave_draft_to_look_back, read,
        to_agreements,
    },
    program::folder,
    quick,
    tries::{Harm, Tries},
    window::{Terminal, ips},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("what a terminal says is no key on any page", replies),
        quick("what a terminal says, in pieces, before a key", pieces),
        quick("what a terminal says line by line", replies_line_by_line),
        quick("what a terminal says answers no yes or no", replies_to_yes_or_no),
        quick(
            "what a terminal says turns no page of a long text",
            replies_below_a_text,
        ),
        quick("what a terminal never finishes, then a key", unfinished),
        quick("Ctrl-C in the middle of anything, on any page", stops),
        quick("a digit with another key held is no answer", modifiers),
        quick("a paste is text or nothing, whatever is in it", pastes),
        quick("Enter pressed twice skips nothing", twice),
    ]
}

/// Scrolls up, as far as there is anything above: draws the same page once more.
const UP: &str = "\x1b[5~";

/// What a terminal says to whoever asked it something a moment ago; with `4`, `j`, `q` and line ends where they can be.
const REPLIES: &[&str] = &[
    "\x1b]11;rgb:4444/4444/4444\x07",
    "\x1b]11;rgb:4444/4444/4444\x1b\\",
    "\x1b]4;4;rgb:4c4c/4c4c/ffff\u{9c}",
    "\u{9d}10;rgb:ffff/ffff/ffff\u{9c}",
    "\x1b]52;c;j\rq\r4\x07",
    "\x1bP>|j(4)\x1b\\",
    "\x1bP1+r544e=\rj\r\x1b\\",
    "\x1bP4$rÜ4 q\u{9c}",
    "\x1b_Gi=4;j\x1b\\",
    "\x1b^j\r4\x1b\\",
    "\x1bXj\r4\x1b\\",
    "\u{9f}Gi=4;Ü4\u{9c}",
    "\x1b[?62;4;22c",
    "\x1b[>4;390;0c",
    "\u{9b}?62;4c",
    "\x1b[4;4R",
    "\x1b[1;4R",
    "\x1b[0n",
    "\x1b[?997;1n",
    "\x1b[?2026;2$y",
    "\x1b[4;2$y",
    "\x1b[8;24;80t",
    "\x1b[?4u",
    "\x1b[>4;2m",
    "\x1b[I",
    "\x1b[O",
    "\x1b[<0;44;4M\x1b[<0;44;4m",
    "\x1b[32;44;4M",
    "\x1b[M 44",
    "\x1b[M j4",
    "\x1b[[D",
    "\x1b[4 4p",
    "\x1b[4?4z",
    "\x1b[44;44~",
    "\x1b(4",
];

/// What isn't finished.
const UNFINISHED: &[&str] = &[
    "\x1b[",
    "\x1b[4;",
    "\x1b[?4",
    "\x1b[<4;4",
    "\x1b[200",
    "\x1b]11;rgb:4",
    "\x1b]",
    "\x1bP4",
    "\x1b_j",
    "\x1b^j",
    "\x1bXj",
    "\x1bO",
    "\x1b(",
    "\x1b[M",
    "\x1b[M4",
    "\u{9b}4",
    "\u{9d}4",
    "\x1b]4\x1b",
    "\x1b[200~4",
];

/// A page, how to get there, and what is seen on it.
struct Place {
    draft: Option<(Mode, usize, bool)>,
    steps: &'static [(&'static str, &'static str)],
    at: &'static str,
    text: bool,
}

const QUESTION: Place = Place {
    draft: Some((Joint, 4, false)),
    steps: &[],
    at: "vraag 5 van 24",
    text: false,
};

const PLACES: &[Place] = &[
    QUESTION,
    Place {
        draft: Some((Tally, 4, false)),
        at: "Typ alle antwoorden:",
        ..QUESTION
    },
    Place {
        steps: &[("vraag 5 van 24", "o")],
        at: "4 van 24 beantwoord",
        ..QUESTION
    },
    Place {
        steps: &[("vraag 5 van 24", "i")],
        at: "Wie, wanneer en hoe",
        ..QUESTION
    },
    Place {
        steps: &[("vraag 5 van 24", "h")],
        at: "Enter sluit de uitleg",
        ..QUESTION
    },
    Place {
        steps: &[("vraag 5 van 24", "n")],
        at: "Enter bewaren",
        text: true,
        ..QUESTION
    },
    Place {
        steps: &[("vraag 5 van 24", "o"), ("4 van 24 beantwoord", "f")],
        at: "Nu afronden?",
        ..QUESTION
    },
    Place {
        draft: Some((Joint, 4, true)),
        at: "afspraak 1 van 2",
        ..QUESTION
    },
    Place {
        draft: Some((Joint, 4, true)),
        steps: &[("afspraak 1 van 2", "2")],
        at: "Nieuwe dag:",
        text: true,
    },
    Place {
        draft: Some((Joint, ALL, false)),
        at: OVERVIEW,
        ..QUESTION
    },
    Place {
        draft: None,
        at: "Hoe heet jullie team?",
        text: true,
        ..QUESTION
    },
];

fn leave(dir: &Path, place: &Place) {
    match place.draft {
        Some((mode, answered, true)) => leave_draft_to_look_back(dir, mode, answered),
        Some((mode, answered, false)) => leave_draft(dir, mode, answered),
        None => {}
    }
}

/// The program on a page.
fn on(dir: &Path, place: &Place) -> Terminal {
    leave(dir, place);
    let arguments = if place.draft.is_some() {
        ["assess", "--resume"]
    } else {
        ["assess", "--date=2026-11-21"]
    };
    let mut terminal = Terminal::run(ips(dir, &arguments));
    for (shown, typed) in place.steps {
        terminal.wait_for(shown);
        terminal.send(typed);
    }
    terminal.wait_for(place.at);
    for _ in 0..4 {
        terminal.send_and_see(UP);
    }
    terminal
}

/// Sends this and scrolls, which draws the page once more; checks that it still is the same.
fn changes_nothing(tries: &mut Tries, terminal: &mut Terminal, place: &Place, what: &str, pieces: &[&str]) {
    tries.count();
    let before = terminal.words();
    for piece in pieces {
        terminal.send(piece);
        // Most are read by themselves so, which the program may not mind either way.
        thread::yield_now();
    }
    terminal.send_and_see(UP);
    let after = terminal.words();
    tries.expect(after == before, Harm::Wrong, || {
        format!("{what:?} at “{}”:\n{before}\n{after}", place.at)
    });
}

fn replies(tries: &mut Tries) {
    for place in PLACES {
        let dir = folder();
        let mut terminal = on(dir.path(), place);
        for reply in REPLIES {
            changes_nothing(tries, &mut terminal, place, reply, &[reply]);
        }
        let all = REPLIES.concat();
        changes_nothing(tries, &mut terminal, place, "all of them", &[&all, &all]);
        if place.text {
            // The letters between them are typed.
            let each: Vec<String> = REPLIES.iter().map(|reply| format!("e{reply}ë{reply}")).collect();
            let typed = "eë".repeat(REPLIES.len());
            terminal.send(&each.concat());
            let shown = |words: &str| words.replace(' ', "").contains(&typed);
            terminal.wait_until("the letters", |words, _| shown(words));
        }
        ends_by_ctrl_c(tries, place.at, &mut terminal, dir.path());
    }
}

fn ends_by_ctrl_c(tries: &mut Tries, what: &str, terminal: &mut Terminal, dir: &Path) {
    terminal.send(CTRL_C);
    let code = terminal.exit_code();
    let expected = if dir.join(PROFILE).exists() { 0 } else { 130 };
    tries.expect(code == expected, Harm::Wrong, || {
        format!("{what:?}: Ctrl-C gives {code}")
    });
    given_back(tries, what, terminal);
}

/// So long after each other two pieces come at most; a machine that held them up further apart tries again.
const TOGETHER: Duration = Duration::from_millis(60);

/// Every reply in two pieces, an answer right behind it, one question after the other.
fn pieces(tries: &mut Tries) {
    let step = if tries.thorough { 1 } else { 3 };
    let cut = |reply: &'static str| {
        let inside = reply.char_indices().map(|(at, _)| at).skip(1).step_by(step);
        inside.map(|at| reply.split_at(at)).collect::<Vec<_>>()
    };
    let cuts: Vec<(&str, &str)> = REPLIES.iter().flat_map(|reply| cut(reply)).collect();
    for evening in cuts.chunks(ALL) {
        let tried = (0..20).any(|_| in_pieces(tries, evening));
        assert!(tried, "this machine is too slow to send two pieces together");
    }
}

/// Answers questions so; `false` when the machine held it up.
fn in_pieces(tries: &mut Tries, evening: &[(&str, &str)]) -> bool {
    let dir = folder();
    leave_draft(dir.path(), Joint, 0);
    let mut terminal = Terminal::run(ips(dir.path(), &["assess", "--resume"]));
    for (number, ((begin, end), answer)) in (1..).zip(evening.iter().zip(ANSWERS.chars())) {
        terminal.wait_for(&format!("vraag {number} van 24"));
        let began = Instant::now();
        terminal.send(begin);
        terminal.take_in();
        terminal.send(&format!("{end}{answer}"));
        if began.elapsed() > TOGETHER {
            return false;
        }
        terminal.wait_while("the answer on disk", || read(dir.path(), DRAFT).given() < number);
    }
    for _ in evening {
        tries.count();
    }
    terminal.send_and_see(UP);
    holds(tries, "in pieces", dir.path(), DRAFT, Joint, evening.len());
    ends_by_ctrl_c(tries, "in pieces", &mut terminal, dir.path());
    true
}

fn replies_line_by_line(tries: &mut Tries) {
    for mode in [Joint, Tally] {
        for (replies, answers) in REPLIES.chunks(ALL).zip([ANSWERS; 2]) {
            let dir = folder();
            leave_draft(dir.path(), mode, 0);
            let mut terminal = Terminal::run(ips(dir.path(), &["assess", "--resume", "--plain"]));
            for (number, (reply, answer)) in (1..).zip(replies.iter().zip(answers.chars())) {
                tries.count();
                terminal.wait_printed(&format!("vraag {number} van 24"));
                terminal.send(&format!("{reply}{answer}{reply}\r"));
                terminal.wait_while("the answer on disk", || read(dir.path(), DRAFT).given() < number);
            }
            holds(tries, "line by line", dir.path(), DRAFT, mode, replies.len().min(ALL));
            terminal.send(CTRL_C);
            let code = terminal.exit_code();
            tries.expect(code == 130, Harm::Wrong, || format!("{mode:?}: exit {code}"));
            given_back(tries, "line by line", &mut terminal);
        }
    }
}

fn replies_to_yes_or_no(tries: &mut Tries) {
    let thorough = tries.thorough;
    // No terminal has a line end in what it says here: the prompt reads lines.
    let lines = REPLIES.iter().filter(|reply| !reply.contains('\r'));
    for reply in lines.filter(|reply| thorough || reply.contains('j')) {
        for ahead in [false, true] {
            tries.count();
            let dir = folder();
            fs::write(dir.path().join(PROFILE), finished()).expect("a profile");
            fs::write(dir.path().join("verslag.md"), "oud").expect("a report");
            let mut terminal = Terminal::run(ips(dir.path(), &["export", "-o", "verslag.md"]));
            if ahead {
                terminal.send(reply);
            }
            terminal.wait_for("(Enter is nee):");
            if !ahead {
                terminal.send(reply);
            }
            // A word that is neither, whatever stands before it; only the next line is an answer.
            terminal.send("x\r");
            terminal.wait_until("the question again", |words, _| {
                // Once more where the terminal itself showed what came before the program took over.
                words.matches("(Enter is nee):").count() >= 2
            });
            terminal.send(ENTER);
            let code = terminal.exit_code();
            let kept = fs::read_to_string(dir.path().join("verslag.md")).expect("a report");
            tries.expect(kept == "oud", Harm::Lost, || format!("{reply:?}: replaced"));
            tries.expect(code == 1, Harm::Wrong, || format!("{reply:?}: exit {code}"));
        }
    }
}

fn finished() -> String {
    let mut profile = draft(Joint, ALL);
    profile.state = ips::profile::State::Complete;
    profile.to_toml()
}

fn replies_below_a_text(tries: &mut Tries) {
    let dir = folder();
    let mut terminal = Terminal::run(ips(dir.path(), &["guide"]));
    terminal.wait_for("Enter verder");
    let before = terminal.words();
    for reply in REPLIES {
        tries.count();
        terminal.send(reply);
    }
    terminal.send("\x1b[200~q\r\x1b[201~");
    // A page further, and no more.
    terminal.send(ENTER);
    terminal.wait_gone(&before);
    let second = terminal.wait_for("Enter verder");
    terminal.send("q");
    let code = terminal.exit_code();
    tries.expect(
        code == 0 && terminal.words().len() <= second.len() + 80,
        Harm::Wrong,
        || format!("exit {code}: {second}\n{}", terminal.words()),
    );
    given_back(tries, "a long text", &mut terminal);
}

/// After this time at the latest what isn't finished is given up, also by a machine with more to do.
const GIVEN_UP: Duration = Duration::from_millis(150);

fn unfinished(tries: &mut Tries) {
    let dir = folder();
    leave_draft(dir.path(), Joint, 0);
    let mut terminal = Terminal::run(ips(dir.path(), &["assess", "--resume"]));
    for (number, (begun, answer)) in (1..).zip(UNFINISHED.iter().zip(ANSWERS.chars())) {
        tries.count();
        terminal.wait_for(&format!("vraag {number} van 24"));
        terminal.send(begun);
        // Once is enough, unless this machine read both at the same moment.
        let given = |dir: &Path| read(dir, DRAFT).given();
        for _ in 0..5 {
            thread::sleep(GIVEN_UP);
            if given(dir.path()) < number {
                terminal.send(&answer.to_string());
            }
            let late = Instant::now() + Duration::from_secs(1);
            while given(dir.path()) < number && Instant::now() < late {
                terminal.take_in();
            }
            if given(dir.path()) >= number {
                break;
            }
        }
        if given(dir.path()) != number {
            return tries.harm(Harm::Wrong, format!("{begun:?} makes deaf"));
        }
    }
    holds(tries, "what isn't finished", dir.path(), DRAFT, Joint, UNFINISHED.len());
    ends_by_ctrl_c(tries, "what isn't finished", &mut terminal, dir.path());
}

fn stops(tries: &mut Tries) {
    let everywhere = PLACES.iter().zip(UNFINISHED.iter().rev().cycle().step_by(2));
    let here = UNFINISHED.iter().map(|begun| (&QUESTION, begun));
    for (place, begun) in everywhere.chain(here) {
        tries.count();
        let dir = folder();
        let mut terminal = on(dir.path(), place);
        terminal.send(begun);
        ends_by_ctrl_c(tries, begun, &mut terminal, dir.path());
    }
    // On a keyboard of another script, as a terminal tells it that tells keys.
    for ctrl_c in ["\x1b[99;5u", "\x1b[1089::99;5u", "\x1b[968::99;133u"] {
        tries.count();
        let dir = folder();
        let mut terminal = on(dir.path(), &QUESTION);
        terminal.send(ctrl_c);
        let code = terminal.exit_code();
        tries.expect(code == 130, Harm::Wrong, || format!("{ctrl_c:?} gives {code}"));
    }
    for mode in [Joint, Tally] {
        for begun in ["\x1b]4", "\x1b[200~4", "\x1b[M"] {
            tries.count();
            let dir = folder();
            leave_draft(dir.path(), mode, 4);
            let mut terminal = Terminal::run(ips(dir.path(), &["assess", "--resume", "--plain"]));
            terminal.wait_printed("vraag 5 van 24");
            terminal.wait_unseen();
            terminal.send(begun);
            ends_by_ctrl_c(tries, begun, &mut terminal, dir.path());
        }
    }
}

fn modifiers(tries: &mut Tries) {
    let dir = folder();
    let mut terminal = on(dir.path(), &QUESTION);
    for modified in [
        "\x1b4",
        "\x1b[52;3u",
        "\x1b[52;5u",
        "\x1b[52;7:1u",
        "\x1b[52;9u",
        "\x1b[52;17u",
        "\x1b[52;33u",
        "\x1b[52;13u",
        "\x1b[52;1:4u",
        "\x1b[27;3;52~",
        "\x1b[27;5;52~",
        "\x1b[57403;9u",
        "\x1b[1;5D",
        "\x1b[1;3C",
        "\x1b\x1b[D",
        "\x1bO5D",
        "\x1b\r",
    ] {
        changes_nothing(tries, &mut terminal, &QUESTION, modified, &[modified]);
    }
    // Shift, and the locks, take nothing away.
    for (number, key) in (6..).zip(["\x1b[47:63;2u", "\x1b[52;129u", "\x1b[51;65:1u", "\x1b[57401u"]) {
        tries.count();
        terminal.send(key);
        terminal.wait_for(&format!("vraag {number} van 24"));
    }
    ends_by_ctrl_c(tries, "modifiers", &mut terminal, dir.path());
}

fn pastes(tries: &mut Tries) {
    let long = "een twee drie ".repeat(5000);
    let pasted = [
        "4",
        "j\rq\r4",
        "\x1b",
        "\x1b[A\x1b]4;\x07\r",
        "\x1b[200~4",
        "\x1b[31mrood\x1b[0m huis",
        "\x1b]11;rgb:4/4/4",
        long.as_str(),
    ];
    for place in PLACES.iter().filter(|place| !place.text) {
        let dir = folder();
        let mut terminal = on(dir.path(), place);
        for text in pasted {
            // A digit is one of everyone's answers, and a number of a list.
            if place.at == "vraag 5 van 24" || text.contains(char::is_alphabetic) {
                let what = &text[..text.len().min(20)];
                changes_nothing(tries, &mut terminal, place, what, &["\x1b[200~", text, "\x1b[201~"]);
            }
        }
        ends_by_ctrl_c(tries, place.at, &mut terminal, dir.path());
    }
    for (text, typed) in [
        ("een\r\ntwee\r", "een twee"),
        ("\x1b[31mrood\x1b[0m\r\nhuis\x1b", "rood huis"),
        ("\x1b]4\x07vier", "vier"),
    ] {
        for plain in [false, true] {
            tries.count();
            let dir = folder();
            leave_draft(dir.path(), Joint, 4);
            let arguments = ["assess", "--resume", "--plain"];
            let mut terminal = Terminal::run(ips(dir.path(), &arguments[..if plain { 3 } else { 2 }]));
            terminal.wait_printed("vraag 5 van 24");
            if plain {
                terminal.wait_unseen();
                terminal.send("n ");
            } else {
                terminal.send("n");
                terminal.wait_for("Enter bewaren");
            }
            terminal.send(&format!("\x1b[200~{text}\x1b[201~"));
            terminal.wait_for(typed);
            terminal.send(ENTER);
            let note = || {
                let draft = read(dir.path(), DRAFT);
                let at = draft.questionnaire.places().nth(4).expect("a question");
                draft.response(at).note.clone()
            };
            terminal.wait_while("the note on disk", || note().is_none());
            tries.expect(note().as_deref() == Some(typed), Harm::Wrong, || {
                format!("{text:?}: {:?}", note())
            });
            ends_by_ctrl_c(tries, text, &mut terminal, dir.path());
        }
    }
}

/// Two times Enter at most so far apart are one; a machine that held them up further apart tries again.
const ONCE: Duration = Duration::from_millis(230);

fn twice(tries: &mut Tries) {
    for plain in [false, true] {
        for gap in [0, 30, 100, 150] {
            let gap = Duration::from_millis(gap);
            let tried = (0..20).any(|_| twice_at_an_agreement(tries, plain, gap))
                && (plain || (0..20).any(|_| twice_at_the_review(tries, gap)));
            assert!(tried, "this machine is too slow to press a key twice");
        }
    }
}

/// Presses Enter twice; `false` when the machine held it up.
fn press_twice(terminal: &mut Terminal, gap: Duration) -> bool {
    let began = Instant::now();
    terminal.send(ENTER);
    thread::sleep(gap);
    terminal.send(ENTER);
    began.elapsed() < ONCE
}

/// At the day of an agreement that is still open: what comes next is what the team says of it.
fn twice_at_the_review(tries: &mut Tries, gap: Duration) -> bool {
    let dir = folder();
    let place = PLACES.iter().find(|place| place.at == "Nieuwe dag:").expect("a day");
    let mut terminal = on(dir.path(), place);
    if !press_twice(&mut terminal, gap) {
        return false;
    }
    tries.count();
    terminal.wait_for("Wat hielp");
    terminal.send_and_see(UP);
    let shown = terminal.words();
    tries.expect(shown.contains("Wat hielp"), Harm::Wrong, || {
        format!("{gap:?} apart: {shown}")
    });
    ends_by_ctrl_c(tries, "Enter twice", &mut terminal, dir.path());
    true
}

/// Behind the first line of an agreement, and once behind the others.
fn twice_at_an_agreement(tries: &mut Tries, plain: bool, gap: Duration) -> bool {
    let dir = folder();
    leave_draft(dir.path(), Joint, ALL);
    let arguments = ["assess", "--resume", "--plain"];
    let mut terminal = Terminal::run(ips(dir.path(), &arguments[..if plain { 3 } else { 2 }]));
    if plain {
        terminal.wait_for("Een nummer gaat naar die vraag.");
        terminal.send(ENTER);
    } else {
        to_agreements(&mut terminal);
        terminal.send("4");
        terminal.wait_for("Nummer: 4");
        terminal.send(ENTER);
    }
    terminal.wait_for("Wat spreken jullie af?");
    terminal.send("Bellen");
    terminal.wait_for("Bellen");
    if !press_twice(&mut terminal, gap) {
        return false;
    }
    tries.count();
    terminal.wait_for("Wie doet het?");
    for (text, next) in [("Ria", "Wanneer is het klaar?"), ("1 maart", "fspra")] {
        terminal.send(text);
        terminal.wait_for(text);
        terminal.send(ENTER);
        terminal.wait_for(next);
    }
    let kept = || fs::read_to_string(dir.path().join(PROFILE)).expect("the profile");
    terminal.wait_while("the day on disk", || !kept().contains("due = "));
    let agreement = ["what = \"Bellen\"", "who = \"Ria\"", "due = \"2027-03-01\""];
    tries.expect(agreement.iter().all(|line| kept().contains(line)), Harm::Wrong, || {
        format!("{gap:?} apart, plain {plain}: {}", kept())
    });
    terminal.send(CTRL_C);
    terminal.exit_code();
    given_back(tries, "Enter twice", &mut terminal);
    true
}
