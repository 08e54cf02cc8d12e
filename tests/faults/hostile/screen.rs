//! Hostile texts on the full screen, which steers the terminal itself.

use std::fs;

use ips::{
    lang::Lang,
    text::{is_unsafe, safe},
};

use super::texts::texts;
use crate::{
    common::six_elements,
    evening::{AT_AGREEMENTS, AT_PROFILE, AT_TOPICS, ENTER_AGAIN, ESC, ends},
    formats::{questionnaire, unbroken},
    program::folder,
    tries::{Harm, Tries},
    window::Terminal,
};

/// Texts of so many characters fit on a page as a whole.
const FIT: usize = 150;

/// So many questions are asked in one evening.
const QUESTIONS: usize = 60;

/// Each text is an element, a question, what goes with it and a suggestion of one evening or another.
pub fn on_the_screen(tries: &mut Tries) {
    let mut texts = texts();
    texts.retain(|text| text.chars().count() <= FIT);
    for texts in texts.chunks(QUESTIONS) {
        let dir = folder();
        let mut asked = six_elements(Lang::Nl);
        let model = asked.elements[0].clone();
        asked.title.clone_from(&texts[0]);
        asked.scale.labels = texts[..5].iter().cloned().map(Some).collect();
        asked.elements.clear();
        for text in texts {
            let mut element = model.clone();
            element.title.clone_from(text);
            element.questions.truncate(1);
            let question = &mut element.questions[0];
            question.text.clone_from(text);
            question.open = Some(text.clone());
            question.scored = Some(text.clone());
            asked.elements.push(element);
        }
        fs::write(dir.path().join("vragen.toml"), questionnaire(&asked, true)).expect("a file");
        let (team, functions) = (texts[5].replace('\0', "0"), texts[6].replace('\0', "0"));
        let team = format!("--team={team}");
        let functions = format!("--functions={functions}");
        let mut arguments = vec!["assess", &team, &functions, "--participants=3", "--mode=joint"];
        arguments.extend(["--date=2026-11-21", "--questions=vragen.toml"]);
        let mut terminal = Terminal::start(dir.path(), &arguments);
        // The first two are lowest; a key that is pressed twice in a row counts once.
        for (index, answer) in ["1", "2"]
            .into_iter()
            .chain(["3", "4"].into_iter().cycle())
            .take(texts.len())
            .enumerate()
        {
            tries.count();
            terminal.wait_for(&format!("vraag {} van {}", index + 1, texts.len()));
            terminal.send(answer);
        }
        terminal.wait_for(&format!("{0} van {0} beantwoord", texts.len()));
        for page in [AT_PROFILE, AT_TOPICS] {
            terminal.send(ENTER_AGAIN);
            terminal.wait_for(page);
        }
        terminal.send(ENTER_AGAIN);
        terminal.wait_for(AT_AGREEMENTS);
        terminal.send("1");
        terminal.wait_for("Nummer: 1");
        terminal.send(ENTER_AGAIN);
        terminal.wait_for("Afspraak over");
        terminal.send_and_see(ESC);
        ends(&mut terminal);
        let code = terminal.exit_code();
        tries.expect(code == 0, Harm::Wrong, || format!("the evening ended with {code}"));
        let (rest, shown) = (without_steering(terminal.bytes()), terminal.printed());
        let acting: Vec<char> = rest
            .chars()
            .filter(|&c| is_unsafe(c) && !matches!(c, '\r' | '\n'))
            .collect();
        tries.expect(acting.is_empty(), Harm::Raw, || {
            format!("the screen was sent {acting:?}")
        });
        for text in texts {
            let wanted: String = safe(&unbroken(text)).split_whitespace().collect();
            tries.expect(shown.contains(&wanted), Harm::Wrong, || {
                format!("{wanted:?} was never on the screen")
            });
        }
    }
}

/// What was sent to the terminal but for the sequences by which the program places and styles its own words.
fn without_steering(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut pieces = text.split("\x1b[");
    let mut rest = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| !matches!(c, '0'..='9' | ';' | '?' | '<' | '>'));
        match end.map(|end| piece.split_at(end)) {
            Some((_, after)) if after.starts_with(['m', 'H', 'J', 'K', 'h', 'l', 'u']) => rest.push_str(&after[1..]),
            _ => {
                rest.push('\x1b');
                rest.push_str(piece);
            }
        }
    }
    rest
}
