//! Reads the forms, whatever they are: text from a mail, answer files, or a table of an online form's results.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use crate::{
    answers::{self, Answers},
    commands::{Context, load_questionnaire},
    content::questionnaires,
    fault::{Fault, Problem, shown_path},
    lang::{Lang, Sentence},
    merging::Form,
    profile::looks_like_profile,
    questionnaire::Questionnaire,
    results::{self, Results},
    store::{read_bytes, text_of},
};

/// What all files hold together.
pub(super) struct Returned {
    pub(super) questionnaire: Questionnaire,
    /// The elements that were asked in one of them, by their ids.
    pub(super) elements: Vec<String>,
    pub(super) forms: Vec<Form>,
    /// What was passed over.
    pub(super) remarks: Vec<Sentence>,
}

/// A form without an answer to every question: left open by the member, or cut off on its way.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Incomplete {
    file: String,
    answered: usize,
    asked: usize,
}

impl Incomplete {
    fn of(file: &str, answers: &Answers, questionnaire: &Questionnaire) -> Option<Incomplete> {
        let answered = answers.values().filter(|response| response.tally.is_some()).count();
        let asked = questionnaire.places().count();
        (answered < asked).then(|| Incomplete {
            file: file.to_owned(),
            answered,
            asked,
        })
    }

    fn words(&self, lang: Lang) -> String {
        format!("{} ({})", self.file, lang.some_of(self.answered, self.asked))
    }
}

/// A file that was read, by what it looks like.
enum Content {
    Text(String),
    Table(String),
    Excel(Vec<u8>),
}

/// Reads all files.
///
/// # Errors
/// Every problem of every file.
pub(super) fn forms(context: &Context, files: &[PathBuf], questions: Option<&Path>) -> Result<Returned, Fault> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut contents = Vec::new();
    for path in files {
        match content(path) {
            Ok(content) => contents.push((shown_path(path), content)),
            Err(fault) => problems.extend(fault.problems),
        }
    }
    let named = questions.map(Path::to_owned).or_else(|| questionnaire_of(&contents));
    let named = named.unwrap_or_else(|| questionnaires::DEFAULT.into());
    let mut asked = vec![load_questionnaire(&named, context.lang)?];
    for other in Lang::ALL.into_iter().filter(|lang| *lang != context.lang) {
        asked.push(load_questionnaire(&named, other)?);
    }
    let mut returned = Returned {
        questionnaire: asked[0].clone(),
        elements: Vec::new(),
        forms: Vec::new(),
        remarks: Vec::new(),
    };
    let mut elements = BTreeSet::new();
    let mut incomplete = Vec::new();
    for (name, content) in contents {
        let taken = match content {
            Content::Text(text) => answers::returned(&name, &text, &asked[0]).map(|form| {
                elements.extend(0..asked[0].elements.len());
                incomplete.extend(Incomplete::of(&name, &form.answers, &asked[0]));
                returned.forms.push(Form {
                    file: name,
                    row: None,
                    id: form.form,
                    group: form.group,
                    answers: form.answers,
                });
            }),
            Content::Table(text) => results::csv(&name, &text, &asked).map(|found| {
                elements.extend(found.asked.iter().map(|(element, _)| *element));
                returned.take(&name, found);
            }),
            Content::Excel(bytes) => excel(&name, &bytes, &asked).map(|found| {
                elements.extend(found.asked.iter().map(|(element, _)| *element));
                returned.take(&name, found);
            }),
        };
        problems.extend(taken.err().into_iter().flatten());
    }
    if !problems.is_empty() {
        return Err(nothing_merged(problems));
    }
    if !incomplete.is_empty() {
        incomplete.sort();
        returned.remarks.push(Sentence::new(|lang| {
            let forms: Vec<String> = incomplete.iter().map(|form| form.words(lang)).collect();
            lang.forms_incomplete(&forms.join(", "))
        }));
    }
    let ids = elements
        .into_iter()
        .map(|element| asked[0].elements[element].id.clone());
    returned.elements = ids.collect();
    Ok(returned)
}

/// Why nothing came of it.
pub(super) fn nothing_merged(problems: Vec<Problem>) -> Fault {
    Fault::in_file(problems).advising(Lang::nothing_merged)
}

impl Returned {
    /// Takes the forms of a table, and tells what in it is no question and which question isn't in it.
    fn take(&mut self, name: &str, found: Results) {
        let questionnaire = &self.questionnaire;
        let is_missing = |at: &_| !found.asked.contains(at);
        let missing = questionnaire
            .places()
            .filter(is_missing)
            .map(|at| questionnaire.full_id(at));
        let missing: Vec<String> = missing.collect();
        if !missing.is_empty() {
            let missing = missing.join(", ");
            self.remarks.push(Sentence::new(|lang| {
                let missing = lang.questions_without_column(name, &missing);
                // One of those could be a question that is written otherwise.
                match found.unused.as_str() {
                    "" => missing,
                    unused => format!("{missing} {}", lang.columns_not_used(unused)),
                }
            }));
        }
        self.forms.extend(found.forms.into_iter().map(|(row, answers)| Form {
            file: name.to_owned(),
            row: Some(row),
            id: None,
            group: None,
            answers,
        }));
    }
}

fn content(path: &Path) -> Result<Content, Fault> {
    if path.is_dir() {
        let dir = shown_path(path);
        let all = shown_path(&path.join("*"));
        return Err(Fault::failed(|lang| lang.folder_of_forms(&dir, &all)));
    }
    let ending = path.extension().unwrap_or_default();
    let ends_in = |endings: &[&str]| endings.iter().any(|known| ending.eq_ignore_ascii_case(known));
    let bytes = read_bytes(path)?;
    // What a member may send instead of the answers: the empty form, or a mail or form that was saved by another program.
    if ends_in(&["html", "htm"]) {
        return Err(Fault::failed(|lang| lang.page_is_no_form(&shown_path(path))));
    }
    let no_plain_text = || Fault::failed(|lang| lang.document_is_no_form(&shown_path(path)));
    if ends_in(&["docx", "doc", "odt", "rtf", "pdf", "msg"]) {
        return Err(no_plain_text());
    }
    if results::is_packed(&bytes) {
        return Ok(Content::Excel(bytes));
    }
    let text = text_of(path, &bytes)?.text;
    if is_encoded_mail(&text) {
        return Err(no_plain_text());
    }
    if looks_like_profile(&text) {
        let file = shown_path(path);
        return Err(Fault::failed(|lang| lang.profile_is_no_form(&file)));
    }
    Ok(if ends_in(&["csv", "tsv"]) {
        Content::Table(text)
    } else {
        Content::Text(text)
    })
}

/// Whether a text is a whole mail (.eml) whose letters are written as codes: some of its answers could be read, others wrongly.
fn is_encoded_mail(text: &str) -> bool {
    let mut headers = text.lines().filter_map(|line| line.split_once(':'));
    headers.any(|(name, value)| {
        let codes = ["base64", "quoted-printable"];
        name.eq_ignore_ascii_case("content-transfer-encoding")
            && codes.iter().any(|code| value.trim().eq_ignore_ascii_case(code))
    })
}

/// The built-in questionnaire that most forms name: those that name another are then told.
fn questionnaire_of(contents: &[(String, Content)]) -> Option<PathBuf> {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for (name, content) in contents {
        if let Content::Text(text) = content
            && let Some(id) = answers::questionnaire_returned(name, text)
            && questionnaires::text(&id).is_some()
        {
            *counted.entry(id).or_default() += 1;
        }
    }
    // Of as many the first in the order of their names, whatever the order of the files.
    let most = counted.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map(|(id, _)| id.into())
}

#[cfg(feature = "office")]
fn excel(name: &str, bytes: &[u8], asked: &[Questionnaire]) -> Result<Results, Vec<Problem>> {
    results::excel(name, bytes, asked)
}

#[cfg(not(feature = "office"))]
fn excel(name: &str, _: &[u8], _: &[Questionnaire]) -> Result<Results, Vec<Problem>> {
    Err(Fault::failed(|lang| format!("{name}: {}", lang.no_excel_in_this_build())).problems)
}
