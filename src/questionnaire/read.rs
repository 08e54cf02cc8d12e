//! Reads a questionnaire file and reports everything that is wrong with it at once.

use std::collections::BTreeMap;

use toml::{Spanned, de::DeValue};

use super::{Element, Question, Questionnaire, Scale, Suggestion};
use crate::content::questionnaires;
use crate::{
    fault::Problem,
    lang::Lang,
    toml_file::{Document, Table},
};

/// The version of the file format that this program reads.
const FORMAT: u32 = 1;

/// Reads a questionnaire file in one language; a text that lacks the language is taken in the other.
///
/// # Errors
/// Every problem in the file, each with its place.
pub fn read(name: &str, text: &str, lang: Lang) -> Result<Questionnaire, Vec<Problem>> {
    let document = Document::new(name, text);
    let questionnaire = document
        .parse()
        .and_then(|parsed| document.root(&parsed).questionnaire(lang));
    match questionnaire {
        Some(questionnaire) if document.is_sound() => Ok(questionnaire),
        _ => Err(document.into_problems()),
    }
}

impl<'d> Table<'d> {
    fn questionnaire(&self, lang: Lang) -> Option<Questionnaire> {
        let format = self.integer("format", 1..=u32::MAX);
        if format.is_some_and(|format| format > FORMAT) {
            self.document()
                .problem(self.place_of("format"), Lang::newer_questionnaire);
            return None;
        }
        let id = self.id("id");
        let version = self.integer("version", 1..=1_000_000);
        let title = self.localized("title", lang);
        let source = self.optional_localized("source", lang);
        let personal = self.optional_flag("personal");
        let scale = self.scale(lang);
        let references = self.references(lang);
        let tables = self.tables("elements");
        Table::distinct_ids(&tables);
        let elements: Vec<Option<Element>> = tables
            .iter()
            .map(|element| element.element(lang, &references))
            .collect();
        if elements.is_empty() {
            self.document().problem(self.place_of("elements"), Lang::no_elements);
        }
        self.finish();
        Some(Questionnaire {
            id: id?,
            version: version?,
            lang,
            title: title?,
            source,
            personal,
            scale: scale?,
            elements: elements.into_iter().collect::<Option<_>>()?,
        })
    }

    fn scale(&self, lang: Lang) -> Option<Scale> {
        let table = self.table("scale")?;
        let labels = table.labels(lang);
        table.finish();
        let points = labels.as_ref().map_or(0, Vec::len);
        let bands = self.optional_table("bands");
        let (strong, discuss) = match &bands {
            Some(bands) => {
                let (strong, discuss) = (bands.decimal("strong"), bands.decimal("discuss"));
                bands.finish();
                (strong?, discuss?)
            }
            None => Scale::default_bands(points),
        };
        let scale = Scale {
            labels: labels?,
            strong,
            discuss,
        };
        if let Some(bands) = bands.filter(|_| !scale.has_sound_bands()) {
            self.document()
                .problem(bands.at(), |lang| lang.bands_outside_scale(points));
        }
        Some(scale)
    }

    fn labels(&self, lang: Lang) -> Option<Vec<String>> {
        let array = self.array("labels");
        let labels = array.map(|array| {
            let texts = array.iter().map(|label| self.localized_value("labels", label, lang));
            texts.collect::<Vec<_>>()
        });
        let Some(labels) = labels.filter(|labels| (2..=10).contains(&labels.len())) else {
            self.document().problem(self.place_of("labels"), Lang::scale_size);
            return None;
        };
        labels.into_iter().collect()
    }

    /// Where things in the file come from, by the keys that they name.
    pub(crate) fn references(&self, lang: Lang) -> BTreeMap<String, String> {
        let Some(table) = self.optional_table("references") else {
            return BTreeMap::new();
        };
        let mut references = BTreeMap::new();
        for key in table.keys() {
            if let Some(text) = table
                .value(&key.value)
                .and_then(|value| table.localized_value(&key.value, value, lang))
            {
                references.insert(key.value, text);
            }
        }
        references
    }

    fn element(&self, lang: Lang, references: &BTreeMap<String, String>) -> Option<Element> {
        let id = self.id("id");
        let title = self.localized("title", lang);
        let tables = self.tables("questions");
        Table::distinct_ids(&tables);
        let questions: Vec<Option<Question>> = tables.iter().map(|question| question.question(lang)).collect();
        if questions.is_empty() {
            self.document()
                .problem(self.at(), |lang| lang.no_questions(&self.path_of("questions")));
        }
        let suggestions: Vec<Option<Suggestion>> = self
            .tables("suggestions")
            .iter()
            .map(|suggestion| suggestion.suggestion(lang, references))
            .collect();
        let deeper = self.optional_text("deeper");
        if deeper.as_deref().is_some_and(|id| questionnaires::text(id).is_none()) {
            let known: Vec<&str> = questionnaires::ids().collect();
            let (path, known) = (self.path_of("deeper"), known.join(", "));
            self.document()
                .problem(self.place_of("deeper"), |lang| lang.not_a_choice(&path, &known));
        }
        self.finish();
        Some(Element {
            id: id?,
            title: title?,
            questions: questions.into_iter().collect::<Option<_>>()?,
            suggestions: suggestions.into_iter().collect::<Option<_>>()?,
            deeper,
        })
    }

    fn question(&self, lang: Lang) -> Option<Question> {
        let id = self.id("id");
        let text = self.localized("text", lang);
        let open = self.optional_localized("open", lang);
        let scored = self.optional_localized("scored", lang);
        let own = self.optional_flag("own");
        self.finish();
        Some(Question {
            id: id?,
            text: text?,
            open,
            scored,
            own,
        })
    }

    fn suggestion(&self, lang: Lang, references: &BTreeMap<String, String>) -> Option<Suggestion> {
        let text = self.localized("text", lang);
        let source = self.referenced(references);
        self.finish();
        Some(Suggestion {
            text: text?,
            source: source?,
        })
    }

    /// Where this comes from: the text of the key under `reference`.
    pub(crate) fn referenced(&self, references: &BTreeMap<String, String>) -> Option<String> {
        let key = self.text("reference")?;
        let source = references.get(&key).cloned();
        if source.is_none() {
            self.document()
                .problem(self.place_of("reference"), Lang::unknown_reference);
        }
        source
    }

    /// A text that has to be there, in one language or for both.
    pub(crate) fn localized(&self, key: &'static str, lang: Lang) -> Option<String> {
        if !self.has(key) {
            return self.text(key);
        }
        self.optional_localized(key, lang)
    }

    fn optional_localized(&self, key: &'static str, lang: Lang) -> Option<String> {
        let value = self.get(key)?;
        self.localized_value(key, value, lang)
    }

    fn localized_value(&self, key: &str, value: &'d Spanned<DeValue<'d>>, lang: Lang) -> Option<String> {
        if value.get_ref().as_str().is_some() {
            return self.text_of(key, value);
        }
        let table = self.table_of(self.path_of(key), value)?;
        let (nl, en) = (table.optional_text("nl"), table.optional_text("en"));
        if !table.has("nl") && !table.has("en") {
            let path = self.path_of(key);
            self.problem_at(value, |lang| lang.no_language(&path));
        }
        table.finish();
        let (own, other) = lang.pick((nl.clone(), en.clone()), (en, nl));
        own.or(other)
    }
}
