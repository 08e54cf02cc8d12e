//! Hostile texts that are typed, given as an argument or as the name of a file.

use std::{fmt::Write as _, fs, path::Path};

use chrono::NaiveDate;
use ips::{
    agreement::{Agreement, Due},
    profile::{NOTE_CHARS, Profile, Whose},
    store::{Folder, Head, Stored, profile_name},
    toml_file::parse_date,
};
use serde_json::json;

use super::texts::{BLANK, texts};
use crate::{
    Case, alike, common, formats,
    program::{MEETING, command, expect, files, folder, run},
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    vec![
        quick("a hostile text as the name of a team and of its file", teams),
        quick("a hostile text that is typed in a meeting", meetings),
        quick("a hostile text behind every option", options),
        quick("a hostile text as the name of a file", file_names),
        quick("nothing where a text is asked for", nothing),
        alike("lines of a megabyte, typed and in files", long_lines),
        quick("a questionnaire whose profile is too large to be read", too_large),
    ]
}

/// Every so many of the hostile texts, where each takes starting the program.
pub fn some(tries: &Tries, each: usize) -> Vec<String> {
    let each = match tries.thorough {
        true => 1,
        false if cfg!(windows) => each * 15,
        false => each,
    };
    texts().into_iter().step_by(each).collect()
}

/// An argument can hold no NUL, and only so much.
fn as_argument(text: &str) -> String {
    text.replace('\0', "␀")
}

/// A line holds no line break.
fn typed(text: &str) -> String {
    text.replace('\n', " ")
}

/// Whether a name that the program made is one for every system.
fn is_safe_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let reserved = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    let numbered = stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
    name.len() <= 80
        && !stem.is_empty()
        && !reserved.contains(&stem)
        && !numbered
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c))
}

/// A questionnaire with this text in every place that a meeting shows.
fn questionnaire(text: &str) -> String {
    let mut elements = String::new();
    let text: String = text.chars().take(300).collect();
    let text = if text.trim().is_empty() { "x" } else { &text };
    let text = formats::quoted(text, false);
    for element in 1..=6 {
        let _ = write!(elements, "[[elements]]\nid = \"e{element}\"\ntitle = {text}\n");
        for question in 1..=4 {
            let own = format!("[[elements.questions]]\nid = \"q{question}\"\ntext = {text}\n");
            let _ = write!(elements, "{own}open = {text}\nscored = {text}\n");
        }
        let _ = write!(elements, "[[elements.suggestions]]\ntext = {text}\nreference = \"a\"\n");
    }
    let head = format!("format = 1\nid = \"x\"\nversion = 1\ntitle = {text}\nsource = {text}\n");
    format!(
        "{head}[references]\na = {text}\n[words.nl]\n{text} = {text}\n[scale]\nlabels = [{text}, {text}, {text}]\n{elements}"
    )
}

/// Every text as the name of a team, in a meeting that is done at once.
fn teams(tries: &mut Tries) {
    let day = common::profile(ips::tally::Mode::Joint, &[]).date;
    for text in texts() {
        tries.count();
        let team = Whose::team(&*text);
        let group = Whose {
            group: Some(text.clone()),
            ..team.clone()
        };
        for whose in [team, group] {
            let name = profile_name(&whose, day, 999).replace(".toml", ".draft.toml");
            tries.expect(is_safe_name(&name), Harm::Wrong, || name.clone());
        }
    }
    for text in some(tries, 2) {
        let team = as_argument(&text);
        if team.trim().chars().count() > 200 {
            continue;
        }
        tries.count();
        let outer = folder();
        let dir = outer.path().join("map");
        fs::create_dir(&dir).expect("a folder");
        let answers = "questionnaire = \"six-elements\"\n[answers]\n\"culture.trust\" = 3\n";
        fs::write(dir.join("antwoorden"), answers).expect("a file");
        let flags = [
            format!("--team={team}"),
            format!("--functions={team}"),
            "--answers=antwoorden".to_owned(),
        ];
        let ran = run(tries, command(&dir, &MEETING[..1]).args(&MEETING[3..]).args(&flags), "");
        expect(tries, &ran, 0, "");
        let mut made = files(&dir);
        made.retain(|name| name != "antwoorden");
        tries.expect(
            made.len() == 1 && is_safe_name(&made[0]) && files(outer.path()) == ["map"],
            Harm::Wrong,
            || format!("{text:?} makes {made:?} and {:?}", files(outer.path())),
        );
        let read = Folder::read(&dir).expect("a folder");
        let stored: Vec<Stored> = read.profiles.iter().filter_map(|head| head.load().ok()).collect();
        let names = stored
            .iter()
            .map(|stored| (&*stored.profile.team, stored.profile.functions.as_deref()));
        let names: Vec<(&str, Option<&str>)> = names.collect();
        tries.expect(names == [(team.trim(), Some(team.trim()))], Harm::Lost, || {
            format!("{text:?} becomes {names:?}")
        });
        // By its own name the team is found again.
        let ran = run(tries, &mut command(&dir, ["show", &flags[0]]), "");
        expect(tries, &ran, 0, "");
    }
}

fn meetings(tries: &mut Tries) {
    let all = texts();
    let fits = |text: &&String| !typed(text).trim().is_empty() && text.chars().count() < 190;
    let short: Vec<&String> = all.iter().filter(fits).collect();
    for (turn, text) in some(tries, 12).iter().enumerate() {
        let turn = turn * 12;
        tries.count();
        let outer = folder();
        let dir = outer.path().join("map");
        fs::create_dir(&dir).expect("a folder");
        fs::write(dir.join("vragen.toml"), questionnaire(text)).expect("a file");
        // A day that doesn't exist is asked again; here the lines after it would answer that.
        let exists = |text: &String| Due::typed(text, meeting_day()).is_ok();
        let agreed = (0..6).map(|at| (at, typed(short[(turn + at) % short.len()])));
        let agreed: Vec<String> = agreed
            .map(|(at, text)| {
                if at % 3 == 2 && !exists(&text) {
                    "gauw".to_owned()
                } else {
                    text
                }
            })
            .collect();
        let notes: Vec<String> = (0..24).map(|at| typed(&all[(turn + at) % all.len()])).collect();
        let mut lines = String::new();
        for (at, note) in notes.iter().enumerate() {
            let answer = if at < 8 { 1 + at / 4 } else { 3 };
            let _ = write!(lines, "n {note}\n{answer}\n");
        }
        let _ = write!(lines, "\n{}\n", agreed.join("\n"));
        let team = as_argument(text);
        let flags = [
            format!("--team={team}"),
            format!("--functions={team}"),
            "--questions=vragen.toml".to_owned(),
        ];
        let given: Vec<&str> = ["assess", "--plain"]
            .into_iter()
            .chain(MEETING[3..].iter().copied())
            .chain(flags.iter().map(String::as_str))
            .collect();
        let ran = run(tries, &mut command(&dir, given), lines);
        tries.expect(files(outer.path()) == ["map"], Harm::Wrong, || {
            format!("{text:?} makes {:?} outside the folder", files(outer.path()))
        });
        if team.trim().chars().count() > 200 {
            expect(tries, &ran, 2, "--team");
            continue;
        }
        expect(tries, &ran, 0, "");
        let mut made = files(&dir);
        made.retain(|name| name != "vragen.toml");
        tries.expect(made.len() == 1 && is_safe_name(&made[0]), Harm::Wrong, || {
            format!("{text:?} makes {made:?}")
        });
        let read = Folder::read(&dir).expect("a folder");
        let Some(Ok(stored)) = read.profiles.first().map(Head::load) else {
            tries.harm(Harm::Lost, format!("the profile of {text:?} can't be read"));
            continue;
        };
        came_in(tries, &stored.profile, &team, &notes, &agreed);
    }
}

fn meeting_day() -> NaiveDate {
    parse_date(MEETING[8]).expect("a day")
}

/// Whether what was typed is in the profile, exactly but for the white space around it.
fn came_in(tries: &mut Tries, profile: &Profile, team: &str, notes: &[String], agreed: &[String]) {
    // A dash takes a note away.
    let is_note = |note: &&str| !note.is_empty() && *note != "-" && note.chars().count() <= NOTE_CHARS;
    let expected = json!({
        "team": team.trim(),
        "functions": team.trim(),
        "notes": notes.iter().map(|note| Some(note.trim()).filter(is_note)).collect::<Vec<_>>(),
        // A byte order mark at the start of a line is taken for what a pipe adds.
        "agreed": agreed.iter().enumerate().map(|(at, text)| {
            let text = text.trim_start_matches('\u{feff}').trim();
            // By when is kept as the day that it is, where it is one.
            let due = Due::typed(text, profile.date).map_or_else(|_| text.to_owned(), |due| due.word());
            if at % 3 == 2 { due } else { text.to_owned() }
        }).collect::<Vec<_>>(),
    });
    let responses = profile.responses.iter().flatten();
    let agreements = profile.agreements.iter();
    let found = json!({
        "team": profile.team,
        "functions": profile.functions,
        "notes": responses.map(|response| response.note.as_ref()).collect::<Vec<_>>(),
        "agreed": agreements
            .flat_map(|agreement| {
                let due = agreement.due.as_ref().map(Due::word);
                [Some(agreement.what.clone()), agreement.who.clone(), due]
            })
            .collect::<Vec<_>>(),
    });
    tries.expect(expected == found, Harm::Lost, || {
        format!("typed {expected} and saved {found}")
    });
}

/// Every option, and a command that it belongs to; the text comes behind it.
const OPTIONS: &[&[&str]] = &[
    &["show", "--lang"],
    &["show", "--team"],
    &["show", "--dir"],
    &["show", "--weakest"],
    &["show", "--"],
    &["show"],
    &["diff", formats::PROFILE],
    &["diff", "--dir"],
    &["trend"],
    &["agenda"],
    &["agenda", "--question"],
    &["agenda", "--not"],
    &["agenda", "--date"],
    &["agenda", "--format"],
    &["export", "--format"],
    &["export", "-o"],
    &["export", "--compare-with"],
    &["questions", "--questions"],
    &["questions", "-o"],
    &["agreements", "--done"],
    &["agreements", "--done=1", "--note"],
    &["agreements", "--open=1", "--due"],
    &["agreements", "--element=2", "--add"],
    &["agreements", "--change=1", "--what"],
    &["agreements", "--change=1", "--who"],
    &["agreements", "--change=1", "--due"],
    &["agreements", "--change=1", "--element"],
    &["agreements", "--who=x", "--change"],
    &["agreements", "--date"],
    &["agreements", "--dir"],
    &["card", "--element"],
    &["card", "--not"],
    &["card", "--element=culture", "--questions"],
    &["sources", "--element"],
    &["guide", "--format"],
    &["guide", "-o"],
    &["check"],
    &["check", formats::PROFILE, "--questions"],
    &["assess", "--plain", "--team=x", "--date"],
    &["assess", "--plain", "--team=x", "--participants"],
    &["assess", "--plain", "--team=x", "--mode"],
    &["assess", "--plain", "--team=x", "--elements"],
    &["assess", "--plain", "--team=x", "--questions"],
    &["assess", "--plain", "--functions"],
    &["assess", "--team=x", "--participants=1", "--answers"],
    &["assess", "--plain", "--resume", "--dir"],
    &[],
];

fn options(tries: &mut Tries) {
    let outer = folder();
    let dir = outer.path().join("map");
    let before = |dir: &Path| {
        fs::create_dir(dir).expect("a folder");
        let mut profile = common::profile(ips::tally::Mode::Joint, &["3"; 24]);
        profile.agreements.push(Agreement::new("culture", "Samen eten"));
        fs::write(dir.join(formats::PROFILE), profile.to_toml()).expect("a file");
    };
    before(&dir);
    for (index, text) in some(tries, 1).iter().enumerate() {
        // A path that leads elsewhere is the user's own choice; here nothing is to be written there.
        let leads_away = text.contains(['/', '\\', ':', '~']);
        for (at, words) in OPTIONS.iter().enumerate() {
            // Every option meets a good part of the texts, and every text some of the options.
            let chosen = (at + index) % OPTIONS.len() < if tries.thorough { OPTIONS.len() / 3 } else { 2 };
            let writes = words.ends_with(&["-o"]);
            if !chosen || writes && (leads_away || cfg!(windows)) {
                continue;
            }
            tries.count();
            let text = as_argument(text);
            run(tries, command(&dir, *words).arg(&text), "");
            if let Some((last, rest)) = words
                .split_last()
                .filter(|(last, _)| last.starts_with("--") && last.len() > 2)
            {
                run(tries, command(&dir, rest).arg(format!("{last}={text}")), "");
            }
            tries.expect(files(outer.path()) == ["map"], Harm::Wrong, || {
                format!("{words:?} {text:?} makes {:?}", files(outer.path()))
            });
            let kept = fs::read(dir.join(formats::PROFILE)).unwrap_or_default();
            tries.expect(kept.ends_with(b"\"complete\""), Harm::Lost, || {
                format!("{words:?} {text:?} destroys the profile")
            });
        }
        fs::remove_dir_all(&dir).expect("it goes away");
        before(&dir);
    }
}

/// Names that this system can give a file.
fn file_names(tries: &mut Tries) {
    for text in some(tries, 3) {
        let name = format!("{}.toml", text.replace(['/', '\0'], "_"));
        if name.len() > 255 || cfg!(windows) && name.contains(|c: char| c.is_control() || "\\:*?\"<>| ".contains(c)) {
            continue;
        }
        let outer = folder();
        let dir = outer.path().join("map");
        fs::create_dir(&dir).expect("a folder");
        let profile = common::profile(ips::tally::Mode::Joint, &["3"; 24]).to_toml();
        if fs::write(dir.join(&name), &profile).is_err() {
            continue;
        }
        tries.count();
        let report = format!("./{name}.md");
        let given = format!("./{name}");
        for (words, code) in [
            (vec!["show", "--", &given], 0),
            (vec!["show"], 0),
            (vec!["export", "-o", &report], 0),
            (vec!["export", "-o", &report], 1),
            (vec!["questions", "--questions", &given], 1),
            (vec!["check", "."], 0),
        ] {
            let ran = run(tries, &mut command(&dir, words), "");
            expect(tries, &ran, code, "");
        }
        // As a profile that was cut off: it is named, and nothing else happens.
        let broken = format!("{}-2026-01-01.toml", name.trim_end_matches(".toml"));
        if fs::write(dir.join(&broken), &profile[..profile.len() / 2]).is_ok() {
            let ran = run(tries, &mut command(&dir, ["show"]), "");
            expect(tries, &ran, 0, "niet compleet");
        }
        tries.expect(files(outer.path()) == ["map"], Harm::Wrong, || {
            format!("{name:?} makes {:?}", files(outer.path()))
        });
    }
}

/// Blank texts are refused with a sentence, or are no note at all.
fn nothing(tries: &mut Tries) {
    let dir = folder();
    for blank in BLANK {
        tries.count();
        for words in [
            ["show", "--team"],
            ["assess", "--functions"],
            ["show", "--dir"],
            ["check", ""],
            ["", ""],
        ] {
            let ran = run(tries, command(dir.path(), words).arg(as_argument(blank)), "");
            tries.expect(ran.code != Some(0), Harm::Wrong, || format!("{words:?} {blank:?}"));
        }
        let mut profile = common::profile(ips::tally::Mode::Joint, &["3"; 24]);
        profile.response_mut((0, 0)).note = Some((*blank).to_owned());
        let read = ips::profile::read("x", &profile.to_toml());
        let note = read.map(|loaded| loaded.profile.responses[0][0].note.clone());
        tries.expect(note == Ok(None), Harm::Wrong, || {
            format!("the note {blank:?} is {note:?}")
        });
        profile.team = (*blank).into();
        let text = profile.to_toml();
        tries.expect(ips::profile::read("x", &text).is_err(), Harm::Wrong, || {
            format!("a team is called {blank:?}")
        });
        let lines = format!("{blank}\nx\n{blank}\n1\n{blank}\njoint\nn {blank}\nq\n");
        let ran = run(tries, &mut command(dir.path(), ["assess", "--plain", "--new"]), lines);
        expect(tries, &ran, 130, "");
    }
}

/// A line that no one would type, and a file of one line.
fn long_lines(tries: &mut Tries) {
    let dir = folder();
    let megabyte = "GEHEIM".repeat(170_000);
    for line in [
        format!("{megabyte}\n"),
        format!("n {megabyte}\n"),
        format!("n{megabyte}"),
        format!("n {}\n", "\u{301}".repeat(500_000)),
        format!("{}\n", "3 ".repeat(500_000)),
        format!("{}\n", "9".repeat(1_000_000)),
        "\r".repeat(1_000_000),
        "\0".repeat(1_000_000),
        "\n".repeat(5_000),
        "b\n".repeat(2_000),
        "3\nb\n".repeat(20),
        "\u{feff}".repeat(100_000),
    ] {
        for mode in ["joint", "tally"] {
            tries.count();
            let words = [
                "assess",
                "--plain",
                "--new",
                "--team",
                "x",
                "--participants",
                "3",
                "--mode",
                mode,
            ];
            let ran = run(tries, &mut command(dir.path(), words), &line);
            expect(tries, &ran, 130, "");
            tries.expect(!ran.stderr.contains("GEHEIM"), Harm::Wrong, || {
                "a line is repeated".to_owned()
            });
        }
    }
    for text in [
        format!("\"{megabyte}\" = 1"),
        format!("team = \"{megabyte}\""),
        format!("[{megabyte}]"),
        megabyte.clone(),
        format!("# {megabyte}"),
        format!("questionnaire = \"{megabyte}\"\n[answers]\n"),
        format!("questionnaire = \"six-elements\"\n[answers]\n\"{megabyte}\" = 1\n"),
        format!("questionnaire = \"six-elements\"\n[answers]\n\"culture.trust\" = \"{megabyte}\"\n"),
    ] {
        tries.count();
        fs::write(dir.path().join("lang.toml"), &text).expect("a file");
        for words in [
            &["check", "lang.toml"] as &[&str],
            &["show", "lang.toml"],
            &["questions", "--questions", "lang.toml"],
            &["assess", "--team=x", "--participants=1", "--answers", "lang.toml"],
        ] {
            let ran = run(tries, &mut command(dir.path(), words), "");
            expect(tries, &ran, 1, "");
            tries.expect(ran.stderr.len() < 2_000, Harm::Wrong, || {
                format!("{words:?} of {} bytes says {} bytes", text.len(), ran.stderr.len())
            });
        }
    }
}

/// In Windows-1252 a letter with an accent takes one byte, in a profile two.
fn too_large(tries: &mut Tries) {
    let mut text = "format = 1\nid = \"x\"\nversion = 1\ntitle = \"X\"\n[scale]\nlabels = [\"n\", \"j\"]\n".to_owned();
    let long = "e".repeat(1_900);
    for number in 0..90 {
        let _ = write!(text, "[[elements]]\nid = \"e{number}\"\ntitle = \"X{long}\"\n");
        for question in 0..4 {
            let _ = write!(
                text,
                "[[elements.questions]]\nid = \"q{question}\"\ntext = \"X{long}\"\n"
            );
        }
    }
    let accents = text.replace(&long, &"\u{1}".repeat(1_900)).into_bytes();
    let accents: Vec<u8> = accents
        .into_iter()
        .map(|byte| if byte == 1 { 0xe9 } else { byte })
        .collect();
    let answers = "questionnaire = \"x\"\n[answers]\n\"e1.q1\" = 2\n";
    for words in [&["--plain"] as &[&str], &["--answers", "antwoorden"]] {
        tries.count();
        let dir = folder();
        fs::write(dir.path().join("vragen.toml"), &accents).expect("a file");
        fs::write(dir.path().join("antwoorden"), answers).expect("a file");
        let command = &mut command(dir.path(), MEETING);
        let ran = run(tries, command.args(words).arg("--questions=vragen.toml"), "2\nq\n");
        expect(tries, &ran, 1, "te groot");
        let made = files(dir.path());
        tries.expect(made == ["antwoorden", "vragen.toml"], Harm::Lost, || {
            format!("{words:?} makes {made:?}, which can't be read again")
        });
    }
}
