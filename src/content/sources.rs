//! The tools, the literature and the practice that the questionnaires come from, and the elements that each can help with.
//!
//! They come from `data/sources.toml`, which is in the program itself and is the documentation of the format.

use crate::{
    content::questionnaires,
    fault::Problem,
    lang::Lang,
    questionnaire::Questionnaire,
    toml_file::{self, Table, distinct_ids, has_any_key, is_known_format, localized},
};

/// The version of the file format that this program reads.
const FORMAT: u32 = 1;

/// The file in the program itself.
const BUILT_IN: &str = include_str!("../../data/sources.toml");

/// Something to use, to read or to learn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Small letters, digits and hyphens.
    pub id: String,
    /// To use, to read, or told from practice; lists are ordered by it.
    pub kind: Kind,
    /// What it is called, who made it and when, as printed.
    pub citation: String,
    /// Where it can be found: an address that needs no escaping in any format.
    pub url: Option<String>,
    /// What it helps with, in a sentence or two.
    pub note: String,
    /// The elements that it can help with.
    pub helps: Vec<Helped>,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something to use.
    Tool,
    /// Something to read.
    Literature,
    /// What professionals tell about their practice.
    Practice,
}

impl Kind {
    /// The kinds in the order in which they are listed, as files name them.
    pub const WORDS: [(&'static str, Kind); 3] = [
        ("tool", Kind::Tool),
        ("literature", Kind::Literature),
        ("practice", Kind::Practice),
    ];
}

/// An element that a source can help with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helped {
    /// The id of its questionnaire, a built-in one.
    pub questionnaire: String,
    /// Its id, unique in that questionnaire.
    pub element: String,
    /// Its title, in the language of the sources.
    pub title: String,
}

impl Helped {
    /// The shortest id that names it.
    pub fn id(&self) -> String {
        short_id(&self.questionnaire, &self.element)
    }

    /// Whether someone means this element: by its own id, or with that of its questionnaire.
    pub fn is_named(&self, named: &str) -> bool {
        match named.split_once('.') {
            Some((questionnaire, element)) => questionnaire == self.questionnaire && element == self.element,
            None => named == self.element,
        }
    }
}

/// The shortest id that names an element: its own in the default questionnaire, else with that of its questionnaire.
pub(crate) fn short_id(questionnaire: &str, element: &str) -> String {
    if questionnaire == questionnaires::DEFAULT {
        element.to_owned()
    } else {
        format!("{questionnaire}.{element}")
    }
}

/// The sources that come with the program, in the order of their file.
pub fn built_in(lang: Lang) -> Vec<Source> {
    // A test holds that the file is sound.
    read("sources.toml", BUILT_IN, lang).unwrap_or_default()
}

/// Whether a text has the shape of a file of sources, sound or not.
pub fn looks_like_sources(text: &str) -> bool {
    has_any_key(text, &["sources"])
}

/// Reads a file of sources in one language; a text that lacks the language is taken in the other.
///
/// # Errors
/// Every problem in the file, each with its place.
pub fn read(name: &str, text: &str, lang: Lang) -> Result<Vec<Source>, Vec<Problem>> {
    let known: Vec<Questionnaire> = questionnaires::ids()
        .filter_map(|id| questionnaires::questionnaire(id, lang))
        .collect();
    toml_file::read(name, text, |file| sources(file, lang, &known))
}

fn sources(file: &Table<'_>, lang: Lang, known: &[Questionnaire]) -> Option<Vec<Source>> {
    if !is_known_format(file, FORMAT, Lang::newer_sources) {
        return None;
    }
    let tables = file.tables("sources");
    distinct_ids(&tables);
    let sources: Vec<Option<Source>> = tables.iter().map(|table| source(table, lang, known)).collect();
    file.finish();
    sources.into_iter().collect()
}

fn source(table: &Table<'_>, lang: Lang, known: &[Questionnaire]) -> Option<Source> {
    let id = table.id("id");
    let kind = table.choice("kind", &Kind::WORDS);
    let citation = table.text("citation");
    let url = table.optional_text("url");
    if url.as_deref().is_some_and(|url| !is_plain_address(url)) {
        let path = table.path_of("url");
        table.problem("url", |lang| lang.not_an_address(&path));
    }
    let note = localized(table, "note", lang);
    let helps = helps(table, known);
    table.finish();
    Some(Source {
        id: id?,
        kind: kind?,
        citation: citation?,
        url,
        note: note?,
        helps,
    })
}

fn helps(table: &Table<'_>, known: &[Questionnaire]) -> Vec<Helped> {
    let mut helps = Vec::new();
    for value in table.array("helps").into_iter().flat_map(|array| array.iter()) {
        let Some(id) = table.text_of("helps", value) else {
            continue;
        };
        let helped = known.iter().find_map(|questionnaire| {
            let element = id.strip_prefix(&questionnaire.id)?.strip_prefix('.')?;
            Some(Helped {
                questionnaire: questionnaire.id.clone(),
                element: element.to_owned(),
                title: questionnaire.element(element)?.title.clone(),
            })
        });
        if helped.is_none() {
            let path = table.path_of("helps");
            table.problem_at(value, |lang| lang.unknown_helped(&path));
        }
        helps.extend(helped);
    }
    helps
}

/// Whether a text is a web address without anything that a format would have to escape, or that could hide where it leads.
fn is_plain_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split('/').next().unwrap_or_default());
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/?#+,=%".contains(c);
    host.is_some_and(|host| host.contains('.') && !host.starts_with('.'))
        && rest.is_some_and(|rest| rest.chars().all(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_plain_or_none() {
        for url in [
            "https://monitoraoj.nl/",
            "http://a.nl/b_c-d.pdf?e=f#g",
            "https://www.nji.nl",
        ] {
            assert!(is_plain_address(url), "{url}");
        }
        for url in [
            "www.nji.nl",
            "javascript:alert(1)",
            "https://",
            "https://nji",
            "https://.nl",
            "https://a.nl/b c",
            "https://a.nl/(b)",
            "https://nji.nl@elders.nl/",
            "https://a.nl/\"onclick=",
            "https://a.nl/<b>",
            "https://é.nl/",
        ] {
            assert!(!is_plain_address(url), "{url}");
        }
    }
}
