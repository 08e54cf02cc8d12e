//! Reads a questionnaire file and reports everything that is wrong with it at once.

use super::{Element, Question, Questionnaire, Scale, Suggestion, labels, words::words};
use crate::{
    fault::Problem,
    lang::Lang,
    toml_file::{
        self, References, Table, distinct_ids, is_known_format, localized, localized_value, optional_localized,
        referenced, references,
    },
};

/// The version of the file format that this program reads.
const FORMAT: u32 = 1;

/// Reads a questionnaire file in one language; a text that lacks the language is taken in the other. An element can name one
/// of the `known` questionnaires, by its id, as the one that goes deeper into it.
///
/// # Errors
/// Every problem in the file, each with its place.
pub fn read(name: &str, text: &str, lang: Lang, known: &[&str]) -> Result<Questionnaire, Vec<Problem>> {
    toml_file::read(name, text, |file| questionnaire(file, lang, known))
}

fn questionnaire(file: &Table<'_>, lang: Lang, known: &[&str]) -> Option<Questionnaire> {
    if !is_known_format(file, FORMAT, Lang::newer_questionnaire) {
        return None;
    }
    let id = file.id("id");
    let version = file.integer("version", 1..=1_000_000);
    let title = localized(file, "title", lang);
    let source = optional_localized(file, "source", lang);
    let personal = file.optional_flag("personal");
    let scale = scale(file, lang);
    let points = scale.as_ref().map(Scale::points);
    let references = references(file, lang);
    let tables = file.tables("elements");
    distinct_ids(&tables);
    let elements: Vec<Option<Element>> = tables
        .iter()
        .map(|table| element(table, lang, points, &references, known))
        .collect();
    if elements.is_empty() {
        file.problem("elements", Lang::no_elements);
    }
    let words = words(file, lang);
    file.finish();
    Some(Questionnaire {
        id: id?,
        version: version?,
        lang,
        title: title?,
        source,
        personal,
        scale: scale?,
        elements: elements.into_iter().collect::<Option<_>>()?,
        words,
    })
}

fn scale(file: &Table<'_>, lang: Lang) -> Option<Scale> {
    let table = file.table("scale")?;
    let first = labels::first(&table);
    if !table.has("labels") {
        let path = table.path_of("labels");
        table.problem_here(|lang| lang.missing_key(&path));
    }
    let labels = labels::of_scale(&table, "labels", first.unwrap_or(0), texts(&table, lang));
    table.finish();
    let bands = file.optional_table("bands");
    let (strong, discuss) = match &bands {
        Some(bands) => {
            let (strong, discuss) = (bands.decimal("strong"), bands.decimal("discuss"));
            bands.finish();
            (strong?, discuss?)
        }
        None => Scale::default_bands(first?, labels.as_ref()?.len()),
    };
    let scale = Scale {
        first: first?,
        labels: labels?,
        strong,
        discuss,
    };
    if bands.is_some() && !scale.has_sound_bands() {
        let (lowest, highest) = scale.numbers().into_inner();
        file.problem("bands", |lang| lang.bands_outside_scale(lowest, highest));
    }
    Some(scale)
}

/// The labels of a table, in one language.
fn texts(table: &Table<'_>, lang: Lang) -> Option<Vec<String>> {
    let labels = table.array("labels")?.iter();
    let texts: Vec<Option<String>> = labels
        .map(|label| localized_value(table, "labels", label, lang))
        .collect();
    texts.into_iter().collect()
}

fn element(
    table: &Table<'_>,
    lang: Lang,
    points: Option<usize>,
    references: &References,
    known: &[&str],
) -> Option<Element> {
    let id = table.id("id");
    let titles = Lang::ALL.map(|lang| localized(table, "title", lang));
    let tables = table.tables("questions");
    distinct_ids(&tables);
    let questions: Vec<Option<Question>> = tables.iter().map(|table| question(table, lang, points)).collect();
    if questions.is_empty() {
        table.problem_here(|lang| lang.no_questions(&table.path_of("questions")));
    }
    let tables = table.tables("suggestions");
    let suggestions: Vec<Option<Suggestion>> = tables.iter().map(|table| suggestion(table, lang, references)).collect();
    let deeper = table.optional_text("deeper");
    if deeper.as_deref().is_some_and(|id| !known.contains(&id)) {
        let (path, known) = (table.path_of("deeper"), known.join(", "));
        table.problem("deeper", |lang| lang.not_a_choice(&path, &known));
    }
    table.finish();
    Some(Element {
        id: id?,
        title: lang.pick(&titles[0], &titles[1]).clone()?,
        titles: titles.into_iter().flatten().collect(),
        questions: questions.into_iter().collect::<Option<_>>()?,
        suggestions: suggestions.into_iter().collect::<Option<_>>()?,
        deeper,
    })
}

fn question(table: &Table<'_>, lang: Lang, points: Option<usize>) -> Option<Question> {
    let id = table.id("id");
    let text = localized(table, "text", lang);
    let open = optional_localized(table, "open", lang);
    let scored = optional_localized(table, "scored", lang);
    let reverse = table.optional_flag("reverse");
    let labels = table.has("labels").then(|| {
        let texts = texts(table, lang)?;
        labels::spread(table, "labels", points?, texts)
    });
    let mirrors = table.optional_full_id("mirrors");
    let own = table.optional_flag("own");
    table.finish();
    Some(Question {
        id: id?,
        text: text?,
        open,
        scored,
        reverse,
        labels: match labels {
            Some(labels) => Some(labels?),
            None => None,
        },
        mirrors,
        own,
    })
}

fn suggestion(table: &Table<'_>, lang: Lang, references: &References) -> Option<Suggestion> {
    let text = localized(table, "text", lang);
    let source = referenced(table, references);
    table.finish();
    Some(Suggestion {
        text: text?,
        source: source?,
    })
}
