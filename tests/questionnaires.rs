//! Questionnaires as people have them, from the file to the reports.

use ips::{content::questionnaires, lang::Lang, profile, tally::Mode};

use crate::common;

/// Every text of a questionnaire, with `BREAK` where a line can end.
const TEXTS: &str = r#"format = 1
id = "eigen"
version = 1
title = { nl = """BREAKOnze BREAK lijst""", en = "Our list" }
source = """Zelf BREAK gemaakt"""

[scale]
labels = ["""nee, BREAK nooit""", { nl = """ja, BREAK altijd""", en = "yes" }]

[references]
boek = """Een BREAK boekBREAK"""

[words.nl]
"de kern" = """waar BREAK het om gaat"""

[[elements]]
id = "een"
title = """Eerste BREAK deel"""

[[elements.questions]]
id = "a"
text = """
Zien we de BREAK kern BREAK BREAK van de zaak?
"""
open = """Welke BREAK kern?"""
scored = { nl = """we zien BREAK hem""" }

[[elements.suggestions]]
text = """Praat BREAK erover."""
reference = "boek"
"#;

#[test]
fn a_break_in_any_text_of_a_questionnaire_is_a_space() {
    let read = |text: &str| questionnaires::read("eigen.toml", text, Lang::Nl).unwrap();
    let of_spaces = TEXTS
        .replace(" BREAK BREAK ", " ")
        .replace(" BREAK ", " ")
        .replace("BREAK", "")
        .replace("text = \"\"\"\n", "text = \"\"\"")
        .replace("zaak?\n", "zaak?");
    let expected = read(&of_spaces);
    assert_eq!(expected.elements[0].questions[0].text, "Zien we de kern van de zaak?");
    assert_eq!(expected.words_of((0, 0)).len(), 1);
    for line_break in ["\n", "\r\n", "  \n\t", "\\n", "\\r\\n"] {
        assert_eq!(read(&TEXTS.replace("BREAK", line_break)), expected, "{line_break:?}");
    }
    // A whole file with Windows' line ends.
    let windows = TEXTS.replace("BREAK", "\n").replace('\n', "\r\n");
    assert_eq!(read(&windows), expected);
}

/// Profiles that were saved when texts still kept their breaks.
#[test]
fn a_break_in_a_text_of_a_profile_is_a_space_and_one_in_a_note_stays() {
    let mut expected = common::profile(Mode::Joint, &["4", "3"]);
    expected.response_mut((0, 0)).note = Some("Eerst dit.\nDan dat.".into());
    let text = expected.to_toml();
    let keys = ["title", "source", "text", "open", "scored"];
    let broken = text.lines().map(|line| match line.split_once(" = ") {
        Some((key, value)) if keys.contains(&key) => format!("{key} = {}\n", value.replacen(' ', " \\r\\n ", 1)),
        _ => format!("{line}\n").replace("eerder niet", "eerder\\nniet"),
    });
    let broken: String = broken.collect();
    assert!(broken.matches("\\r\\n").count() > 30, "{broken}");
    let read = profile::read("profiel.toml", &broken).unwrap();
    assert_eq!(read.profile, expected);
}
