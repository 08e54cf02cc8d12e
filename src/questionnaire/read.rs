//! Reads a questionnaire file and reports everything that is wrong with it at once.

use super::{Element, Labels, Question, Questionnaire, Scale, Suggestion, words::words};
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
    let references = references(file, lang);
    let tables = file.tables("elements");
    distinct_ids(&tables);
    let elements: Vec<Option<Element>> = tables
        .iter()
        .map(|table| element(table, lang, &references, known))
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
    let labels = labels(&table, lang);
    table.finish();
    let points = labels.as_ref().map_or(0, Vec::len);
    let bands = file.optional_table("bands");
    let (strong, discuss) = match &bands {
        Some(bands) => {
            let (strong, discuss) = (bands.decimal("strong"), bands.decimal("discuss"));
            bands.finish();
            (strong?, discuss?)
        }
        None => Scale::default_bands(1, points),
    };
    let scale = Scale {
        first: 1,
        labels: labels?,
        strong,
        discuss,
    };
    if bands.is_some() && !scale.has_sound_bands() {
        file.problem("bands", |lang| lang.bands_outside_scale(points));
    }
    Some(scale)
}

fn labels(scale: &Table<'_>, lang: Lang) -> Option<Labels> {
    let array = scale.array("labels");
    let labels = array.map(|array| {
        let texts = array.iter().map(|label| localized_value(scale, "labels", label, lang));
        texts.collect::<Vec<_>>()
    });
    let Some(labels) = labels.filter(|labels| (2..=10).contains(&labels.len())) else {
        scale.problem("labels", Lang::scale_size);
        return None;
    };
    labels.into_iter().map(|label| label.map(Some)).collect()
}

fn element(table: &Table<'_>, lang: Lang, references: &References, known: &[&str]) -> Option<Element> {
    let id = table.id("id");
    let titles = Lang::ALL.map(|lang| localized(table, "title", lang));
    let tables = table.tables("questions");
    distinct_ids(&tables);
    let questions: Vec<Option<Question>> = tables.iter().map(|table| question(table, lang)).collect();
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

fn question(table: &Table<'_>, lang: Lang) -> Option<Question> {
    let id = table.id("id");
    let text = localized(table, "text", lang);
    let open = optional_localized(table, "open", lang);
    let scored = optional_localized(table, "scored", lang);
    let own = table.optional_flag("own");
    table.finish();
    Some(Question {
        id: id?,
        text: text?,
        open,
        scored,
        reverse: false,
        labels: None,
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
