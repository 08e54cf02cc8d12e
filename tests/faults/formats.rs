//! Everything that the program gives out, and what a real reader finds in it: the texts that went in, as text.
//!
//! A new form is a line in [`OUTPUTS`], and a reader in `common/parts.rs`.

use std::{fmt::Write as _, fs, path::Path};

use ips::{
    agreement::{Agreement, AgreementState},
    profile::Profile,
    questionnaire::Questionnaire,
    render::FORMATS,
    tally::Mode,
    text::{visible, visible_lines},
};
use serde_json::{Value, json};

use crate::{
    common::{
        self,
        parts::{self, Part},
    },
    program::{command, expect, folder, run},
    tries::{Harm, Tries},
};

/// Finds the parts of a format.
type Reader = fn(&[u8]) -> Vec<Part>;

/// Something that the program gives out.
pub struct Output {
    /// The command with its files.
    arguments: &'static [&'static str],
    /// The file that it is written to; standard output without one.
    file: Option<&'static str>,
    /// What a real reader of the format finds in it; nothing for a terminal, where texts are shortened.
    reader: Option<Reader>,
    /// How a text stands in it.
    form: Form,
}

/// How a text stands in an output.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Exactly as it was given.
    Exact,
    /// As the sanitiser makes it, without white space around it.
    Visible,
    /// The same, with an apostrophe before what a spreadsheet would take for a formula.
    Guarded,
    /// The same, and a note on one line.
    Tidy,
}

const fn shown(arguments: &'static [&'static str]) -> Output {
    Output {
        arguments,
        file: None,
        reader: None,
        form: Form::Visible,
    }
}

const fn json(arguments: &'static [&'static str]) -> Output {
    Output {
        reader: Some(json_parts),
        form: Form::Exact,
        ..shown(arguments)
    }
}

const fn markdown(arguments: &'static [&'static str], file: Option<&'static str>) -> Output {
    Output {
        reader: Some(parts::markdown),
        file,
        ..shown(arguments)
    }
}

const fn exported(reader: Reader, arguments: &'static [&'static str], file: &'static str) -> Output {
    Output {
        reader: Some(reader),
        file: Some(file),
        ..shown(arguments)
    }
}

const fn csv(reader: Reader, arguments: &'static [&'static str]) -> Output {
    Output {
        form: Form::Guarded,
        ..exported(reader, arguments, "vragen.csv")
    }
}

/// The cells of rows whose columns are named after what was asked, each behind its column's name.
fn rows_with_heads(bytes: &[u8]) -> Vec<Part> {
    let cells = parts::csv(bytes, b',').into_iter();
    let named = cells.flat_map(|(head, cell)| [("head".to_owned(), head), ("cell".to_owned(), cell)]);
    named.collect()
}

/// A page to fill in, without what its answers are kept by: that goes with its texts.
fn form_page(bytes: &[u8]) -> Vec<Part> {
    let mut parts = parts::html(bytes);
    parts.retain(|(kind, _)| !kind.ends_with("@data-key"));
    parts
}

/// The profile, an earlier one and the questionnaire that the outputs are made of.
pub const PROFILE: &str = "profiel.toml";
const EARLIER: &str = "eerder.toml";
const QUESTIONS: &str = "vragen.toml";

/// Everything that the program gives out.
pub const OUTPUTS: &[Output] = &[
    shown(&["show", PROFILE]),
    shown(&["show", PROFILE, "--explain"]),
    json(&["show", PROFILE, "--json"]),
    shown(&["diff", EARLIER, PROFILE]),
    json(&["diff", EARLIER, PROFILE, "--json"]),
    shown(&["trend", EARLIER, PROFILE]),
    json(&["trend", EARLIER, PROFILE, "--json"]),
    shown(&["agreements", "--date", "2026-12-01"]),
    shown(&["card", PROFILE]),
    shown(&["card", "--questions", QUESTIONS, "--element", "e0"]),
    Output {
        file: Some("formulier.txt"),
        ..shown(&["form", "--questions", QUESTIONS])
    },
    exported(form_page, &["form", "--questions", QUESTIONS], "formulier.html"),
    shown(&["questions", "--questions", QUESTIONS]),
    json(&["questions", "--questions", QUESTIONS, "--json"]),
    markdown(&["questions", "--questions", QUESTIONS, "--format", "md"], None),
    markdown(&["export", PROFILE], Some("verslag.md")),
    markdown(&["export", PROFILE, "--compare-with", EARLIER], Some("verschil.md")),
    exported(parts::html, &["export", PROFILE], "verslag.html"),
    exported(
        parts::html,
        &["export", PROFILE, "--compare-with", EARLIER],
        "verschil.html",
    ),
    markdown(&["agenda", PROFILE], None),
    exported(parts::html, &["agenda", PROFILE], "agenda.html"),
    exported(parts::word, &["agenda", PROFILE], "agenda.docx"),
    exported(parts::open_text, &["agenda", PROFILE], "agenda.odt"),
    exported(parts::svg, &["export", PROFILE], "radar.svg"),
    exported(
        parts::svg,
        &["export", PROFILE, "--compare-with", EARLIER],
        "verschil.svg",
    ),
    shown(&["gap", EARLIER, PROFILE]),
    shown(&["gap", EARLIER, PROFILE, "--explain"]),
    json(&["gap", EARLIER, PROFILE, "--json"]),
    exported(parts::html, &["gap", EARLIER, PROFILE], "naast-elkaar.html"),
    exported(parts::word, &["gap", EARLIER, PROFILE], "naast-elkaar.docx"),
    exported(parts::excel, &["gap", EARLIER, PROFILE], "naast-elkaar.xlsx"),
    exported(parts::open_text, &["gap", EARLIER, PROFILE], "naast-elkaar.odt"),
    exported(parts::spreadsheet, &["gap", EARLIER, PROFILE], "naast-elkaar.ods"),
    markdown(&["gap", EARLIER, PROFILE], Some("naast-elkaar.md")),
    Output {
        file: Some("naast-elkaar.csv"),
        ..csv(rows_with_heads, &["gap", EARLIER, PROFILE])
    },
    shown(&["overview", PROFILE, EARLIER, "--all"]),
    json(&["overview", PROFILE, "--json"]),
    exported(parts::html, &["overview", PROFILE, EARLIER, "--all"], "beeld.html"),
    exported(parts::word, &["overview", PROFILE], "beeld.docx"),
    exported(parts::excel, &["overview", PROFILE], "beeld.xlsx"),
    exported(parts::open_text, &["overview", PROFILE], "beeld.odt"),
    exported(parts::spreadsheet, &["overview", PROFILE], "beeld.ods"),
    markdown(&["overview", PROFILE], Some("beeld.md")),
    Output {
        file: Some("teams.csv"),
        ..csv(rows_with_heads, &["overview", PROFILE])
    },
    shown(&["show", PROFILE, "--against", "."]),
    csv(|bytes| parts::csv(bytes, b','), &["export", PROFILE]),
    csv(
        |bytes| parts::csv(bytes, b';'),
        &["export", PROFILE, "--excel-csv", "--force"],
    ),
    // Only the later one: the earlier one has a picture of its own, and which comes first is up to their texts.
    Output {
        form: Form::Tidy,
        ..exported(
            |bytes| parts::csv(bytes, b','),
            &["export", ".", "--from", "2026-11-21", "--with-notes"],
            "antwoorden.csv",
        )
    },
    json(&["export", PROFILE, "--compare-with", EARLIER, "--format", "json"]),
    exported(parts::word, &["export", PROFILE], "verslag.docx"),
    exported(
        parts::word,
        &["export", PROFILE, "--compare-with", EARLIER],
        "verschil.docx",
    ),
    exported(parts::open_text, &["export", PROFILE], "verslag.odt"),
    exported(
        parts::open_text,
        &["export", PROFILE, "--compare-with", EARLIER],
        "verschil.odt",
    ),
    exported(parts::excel, &["export", PROFILE], "verslag.xlsx"),
    exported(
        parts::excel,
        &["export", PROFILE, "--compare-with", EARLIER],
        "verschil.xlsx",
    ),
    exported(parts::spreadsheet, &["export", PROFILE], "verslag.ods"),
    exported(
        parts::spreadsheet,
        &["export", PROFILE, "--compare-with", EARLIER],
        "verschil.ods",
    ),
    Output {
        file: Some("radar.png"),
        ..shown(&["export", PROFILE])
    },
];

/// A place for a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Its lines become one.
    Line,
    /// A note, which keeps its lines.
    Note,
    /// A text of the questionnaire, in which a break is a space.
    Asked,
    /// The beginning of an element's id.
    Element,
    /// The beginning of a question's id, which stands behind the element's.
    Question,
}

/// Where a text stands in the outputs as long as no hostile one does: an ordinary word, another in each place.
fn word(place: usize) -> String {
    format!("Wq{place:03}w")
}

/// The outputs with an ordinary word in each place, as a real reader sees them.
pub struct Plain {
    places: Vec<Place>,
    outputs: Vec<Vec<Part>>,
}

impl Plain {
    /// Makes the outputs of ordinary words.
    pub fn new(tries: &mut Tries) -> Self {
        for format in FORMATS {
            let ending = format!(".{}", format.ending());
            let given = OUTPUTS.iter().any(|output| {
                output.file.is_some_and(|file| file.ends_with(&ending)) || output.arguments.contains(&format.id)
            });
            tries.expect(given, Harm::Wrong, || {
                format!("no file on {ending} in OUTPUTS in tests/faults/formats.rs")
            });
        }
        let mut places = Vec::new();
        let made = filled(|place| {
            places.push(place);
            word(places.len() - 1)
        });
        let outputs = outputs(tries, &made, false);
        let outputs: Vec<Vec<Part>> = OUTPUTS
            .iter()
            .zip(&outputs)
            .map(|(output, bytes)| output.reader.map(|read| read(bytes)).unwrap_or_default())
            .collect();
        for (output, parts) in OUTPUTS.iter().zip(&outputs) {
            let found: usize = parts.iter().map(|(_, text)| text.matches("Wq").count()).sum();
            tries.expect(output.reader.is_none() || found > 6, Harm::Wrong, || {
                format!("{:?} shows {found} texts", output.arguments)
            });
        }
        Plain { places, outputs }
    }

    /// How many places there are.
    pub fn places(&self) -> usize {
        self.places.len()
    }

    /// Puts these texts in the places, in turn, and checks that every output has the same parts as with ordinary words,
    /// with these texts in their places. `escaped` writes the files with an escape for every character.
    pub fn check<'t>(&self, tries: &mut Tries, texts: impl IntoIterator<Item = &'t str>, escaped: bool) {
        let mut texts = texts.into_iter();
        let mut given = Vec::new();
        let made = filled(|_| {
            tries.count();
            given.push(texts.next().expect("as many texts as places"));
            given[given.len() - 1].to_owned()
        });
        let outputs = outputs(tries, &made, escaped);
        for ((output, plain), bytes) in OUTPUTS.iter().zip(&self.outputs).zip(outputs) {
            let Some(read) = output.reader else { continue };
            let mut found = read(&bytes);
            // Only hostile texts have letters that a picture lacks, which Word then says below it.
            found.retain(|(_, text)| !text.starts_with("Deze tekens kan het plaatje niet laten zien: "));
            let filled_in = plain
                .iter()
                .map(|(kind, text)| (kind.clone(), self.filled_in(text, &given, output.form)));
            for (expected, found) in filled_in.zip(&found) {
                // A form may hold words together.
                let alike = |(kind, text): &Part| (kind.clone(), text.replace('\u{a0}', " "));
                tries.expect(alike(&expected) == alike(found), Harm::Wrong, || {
                    format!("{:?}: expected {expected:?}, found {found:?}", output.arguments)
                });
            }
            tries.expect(plain.len() == found.len(), Harm::Wrong, || {
                format!(
                    "{:?} has {} parts instead of {}",
                    output.arguments,
                    found.len(),
                    plain.len()
                )
            });
        }
    }

    /// A text of the plain outputs with what stands now in the places of its words.
    fn filled_in(&self, plain: &str, given: &[&str], form: Form) -> String {
        let mut pieces = plain.split("Wq");
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (number, rest) = piece.split_once('w').expect("a word ends so");
            let place: usize = number.parse().expect("a word has a number");
            match (form, self.places[place]) {
                (Form::Exact, Place::Asked) => text.push_str(&unbroken(given[place])),
                (Form::Exact, _) => text.push_str(given[place]),
                (_, Place::Asked) => text.push_str(&visible(unbroken(given[place]).trim())),
                (_, Place::Element) => text.push_str(&visible(given[place].trim_start())),
                (_, Place::Question) => text.push_str(&visible(given[place])),
                (_, Place::Line) | (Form::Tidy, Place::Note) => text.push_str(&visible(given[place].trim())),
                (_, Place::Note) => text.push_str(&visible_lines(given[place]).join("\n")),
            }
            text.push_str(rest);
        }
        match form {
            Form::Guarded | Form::Tidy => guarded(&text),
            Form::Exact | Form::Visible => text,
        }
    }
}

/// A text with a space for each break in it and the white space around that.
pub fn unbroken(text: &str) -> String {
    if !text.contains(['\n', '\r']) {
        return text.to_owned();
    }
    let lines = text.split(['\n', '\r']).map(str::trim);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text with an apostrophe before each sign of a formula that stands at the beginning or behind a separator.
fn guarded(text: &str) -> String {
    let mut guarded = text.to_owned();
    for (at, _) in text.rmatch_indices(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        let before = text[..at].trim_end_matches(|c: char| c == '"' || c != '\n' && c.is_whitespace());
        if before.is_empty() || before.ends_with([';', ',', '\n']) {
            guarded.insert(at, '\'');
        }
    }
    guarded
}

/// What each output gives for a profile, an earlier one and their questions.
fn outputs(tries: &mut Tries, (profile, earlier): &(Profile, Profile), escaped: bool) -> Vec<Vec<u8>> {
    let dir = folder();
    let write = |name: &str, text: String| fs::write(dir.path().join(name), text).expect("a file");
    for (name, profile) in [(PROFILE, profile), (EARLIER, earlier)] {
        let text = profile.to_toml();
        write(name, if escaped { all_escaped(&text) } else { text });
    }
    write(QUESTIONS, questionnaire(&profile.questionnaire, escaped));
    OUTPUTS
        .iter()
        .map(|output| given_out(tries, dir.path(), output))
        .collect()
}

fn given_out(tries: &mut Tries, dir: &Path, output: &Output) -> Vec<u8> {
    let named = output.file.iter().flat_map(|file| ["-o", file]);
    let mut command = command(dir, output.arguments.iter().copied().chain(named));
    let ran = run(tries, &mut command, "");
    expect(tries, &ran, 0, "");
    let Some(file) = output.file else { return ran.stdout };
    fs::read(dir.join(file)).unwrap_or_default()
}

/// A profile with a text in every place, and one of an earlier meeting. `text` is called once for each place.
fn filled(mut text: impl FnMut(Place) -> String) -> (Profile, Profile) {
    let answers = ["3 4 4 5 ? - 2", "111", "5 1 1 5", "", "-", "2 2 3", "?", "4"];
    let answers: Vec<&str> = answers.into_iter().cycle().take(24).collect();
    let mut profile = common::profile(Mode::Tally, &answers);
    profile.team = text(Place::Line);
    for (number, element) in profile.questionnaire.elements.iter_mut().enumerate() {
        // An id stands once in its list.
        element.id = format!("{}{number}", text(Place::Element));
        for (number, question) in element.questions.iter_mut().enumerate() {
            question.id = format!("{}{number}", text(Place::Question));
        }
    }
    profile.functions = Some(text(Place::Line));
    let questionnaire = &mut profile.questionnaire;
    questionnaire.id = text(Place::Line);
    let mut asked = || text(Place::Asked);
    questionnaire.title = asked();
    questionnaire.source = Some(asked());
    questionnaire.scale.labels.fill_with(|| Some(asked()));
    for element in &mut questionnaire.elements {
        element.title = asked();
        for question in &mut element.questions {
            question.text = asked();
            question.open = Some(asked());
            question.scored = Some(asked());
        }
    }
    let mut line = || text(Place::Line);
    for (number, (_, state)) in AgreementState::WORDS.into_iter().cycle().take(9).enumerate() {
        profile.agreements.push(Agreement {
            who: Some(line()),
            due: Some(line().as_str().into()),
            state,
            ..Agreement::new(
                questionnaire.elements[number % questionnaire.elements.len()].id.clone(),
                line(),
            )
        });
    }
    for response in profile.responses.iter_mut().flatten() {
        response.note = Some(text(Place::Note));
    }
    for agreement in &mut profile.agreements {
        agreement.note = Some(text(Place::Note));
    }
    let mut earlier = profile.clone();
    earlier.date = earlier.date.pred_opt().expect("a day");
    for (element, question) in [(2, 0), (5, 1)] {
        earlier.questionnaire.elements[element].questions[question].text = "Wat vroeger gevraagd werd?".into();
    }
    let other = profile.response((0, 0)).tally.clone();
    earlier.response_mut((1, 0)).tally = other;
    (profile, earlier)
}

/// The questions of a profile as a questionnaire file. Its ids are other ones: they are of letters and digits only.
pub fn questionnaire(asked: &Questionnaire, escaped: bool) -> String {
    let elements = asked.elements.iter().enumerate().map(|(number, element)| {
        let questions = element.questions.iter().enumerate().map(|(number, question)| {
            json!({
                "id": format!("q{number}"),
                "text": { "nl": question.text, "en": "?" },
                "open": question.open,
                "scored": { "en": question.scored },
                "own": number == 0,
            })
        });
        json!({
            "id": format!("e{number}"),
            "title": element.title,
            "deeper": "trust",
            "questions": questions.collect::<Vec<_>>(),
            "suggestions": [{ "text": element.title, "reference": "a" }],
        })
    });
    let file = json!({
        "format": 1,
        "id": "eigen",
        "version": 1,
        "title": asked.title,
        "source": asked.source,
        "scale": { "labels": asked.scale.labels },
        "references": { "a": asked.title },
        "elements": elements.collect::<Vec<_>>(),
    });
    let table = toml::Table::try_from(file).expect("what TOML can hold");
    lines(&table, escaped)
}

/// A profile's file with an escape for every character of its texts.
fn all_escaped(text: &str) -> String {
    let mut table: toml::Table = text.parse().expect("a profile is TOML");
    table.remove("end");
    lines(&table, true) + "[end]\nend = \"complete\""
}

fn lines(table: &toml::Table, escaped: bool) -> String {
    let mut lines = String::new();
    for (key, value) in table {
        let _ = writeln!(lines, "{key} = {}", inline(value, escaped));
    }
    lines
}

fn inline(value: &toml::Value, escaped: bool) -> String {
    match value {
        toml::Value::String(text) => quoted(text, escaped),
        toml::Value::Array(values) => {
            let values: Vec<String> = values.iter().map(|value| inline(value, escaped)).collect();
            format!("[{}]", values.join(", "))
        }
        toml::Value::Table(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| format!("{key} = {}", inline(value, escaped)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// A text in quotes: what can stand there raw does, or every character is an escape.
pub fn quoted(text: &str, escaped: bool) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        if escaped || matches!(c, '"' | '\\' | '\u{0}'..='\u{8}' | '\u{A}'..='\u{1F}' | '\u{7F}') {
            let _ = write!(quoted, "\\U{:08X}", u32::from(c));
        } else {
            quoted.push(c);
        }
    }
    quoted + "\""
}

/// Every value of a JSON document with its path, texts as they are.
fn json_parts(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    match serde_json::from_slice(bytes) {
        Ok(value) => values("", &value, &mut parts),
        Err(error) => parts.push(("no JSON".to_owned(), error.to_string())),
    }
    parts
}

fn values(path: &str, value: &Value, parts: &mut Vec<Part>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                values(&format!("{path}/{key}"), value, parts);
            }
        }
        Value::Array(entries) => {
            parts.push((path.to_owned(), format!("{} entries", entries.len())));
            for (index, value) in entries.iter().enumerate() {
                values(&format!("{path}/{index}"), value, parts);
            }
        }
        Value::String(text) => parts.push((path.to_owned(), text.clone())),
        other => parts.push((path.to_owned(), other.to_string())),
    }
}
