//! The questionnaires that come with the program: the files in `data/`, in the program itself.

use std::collections::BTreeMap;

use crate::{
    fault::Problem,
    lang::Lang,
    questionnaire::{self, Questionnaire},
    toml_file::{self, Table, localized},
};

/// A built-in questionnaire that goes deeper into an element of another one.
#[derive(Clone, Debug)]
pub struct Deeper {
    /// The id of the element.
    pub element: String,
    /// The id of the questionnaire.
    pub id: String,
    /// Its name, in the language that was asked for.
    pub title: String,
}

/// The ids of all built-in questionnaires, the default first.
const IDS: [&str; 5] = ["six-elements", "trust", "own-attitude", "boundary-crossing", "family"];

/// Their files, in the same order.
const FILES: [&str; IDS.len()] = [
    include_str!("../../data/six-elements.toml"),
    include_str!("../../data/trust.toml"),
    include_str!("../../data/own-attitude.toml"),
    include_str!("../../data/boundary-crossing.toml"),
    include_str!("../../data/family.toml"),
];

/// The id of the questionnaire that is used when none is named.
pub const DEFAULT: &str = IDS[0];

/// The ids of all built-in questionnaires, the default first.
pub fn ids() -> impl Iterator<Item = &'static str> {
    IDS.into_iter()
}

/// The file of a built-in questionnaire.
pub fn text(id: &str) -> Option<&'static str> {
    IDS.iter().position(|known| *known == id).map(|index| FILES[index])
}

/// Reads a questionnaire file in one language; its elements can name a built-in questionnaire that goes deeper.
///
/// # Errors
/// Every problem in the file, each with its place.
pub fn read(name: &str, text: &str, lang: Lang) -> Result<Questionnaire, Vec<Problem>> {
    questionnaire::read(name, text, lang, &IDS)
}

/// A built-in questionnaire in one language.
pub fn questionnaire(id: &str, lang: Lang) -> Option<Questionnaire> {
    // A test holds that every built-in file is sound.
    read(id, text(id)?, lang).ok()
}

/// What goes deeper into the elements of a questionnaire, which can be one that was read back from a profile.
pub(crate) fn deeper(own: &Questionnaire, lang: Lang) -> Vec<Deeper> {
    let shipped = text(&own.id).map(deeper_by_element).unwrap_or_default();
    let deeper = own.elements.iter().filter_map(|element| {
        let id = shipped.get(&element.id).unwrap_or(&element.deeper).clone()?;
        Some(Deeper {
            title: title(&id, lang)?,
            element: element.id.clone(),
            id,
        })
    });
    deeper.collect()
}

/// What the elements of a built-in file name as going deeper, by their ids.
fn deeper_by_element(text: &str) -> BTreeMap<String, Option<String>> {
    let elements = text.split("\n[[elements]]").skip(1);
    let named = elements.filter_map(|element| {
        let read = |table: &Table<'_>| Some((table.id("id")?, table.optional_text("deeper")));
        toml_file::read("", head(element), read).ok()
    });
    named.collect()
}

/// The name of a built-in questionnaire.
pub(crate) fn title(id: &str, lang: Lang) -> Option<String> {
    toml_file::read(id, head(text(id)?), |file| localized(file, "title", lang)).ok()
}

/// What stands above the first table of a file, or of a part of it: a file in itself, and quickly read.
fn head(text: &str) -> &str {
    text.split_once("\n[").map_or(text, |(head, _)| head)
}

/// The questionnaire of a profile, with what a profile doesn't keep of it if it is a built-in one.
pub(crate) fn restored(own: &Questionnaire) -> Questionnaire {
    let mut restored = own.clone();
    if let Some(source) = questionnaire(&own.id, own.lang) {
        restored.restore_from(&source);
    }
    restored
}

/// The six elements, for the tests of every module. Read once: unoptimised that takes longer than what most do with them.
#[cfg(test)]
pub(crate) fn six_elements(lang: Lang) -> Questionnaire {
    use std::sync::LazyLock;
    static ASKED: LazyLock<[Questionnaire; 2]> =
        LazyLock::new(|| Lang::ALL.map(|lang| questionnaire(DEFAULT, lang).expect("it is built in")));
    let [nl, en] = &*ASKED;
    lang.pick(nl, en).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_quickly_is_what_the_whole_file_says() {
        for (id, lang) in IDS.iter().flat_map(|id| Lang::ALL.map(|lang| (id, lang))) {
            let whole = questionnaire(id, lang).unwrap();
            assert_eq!(title(id, lang).as_ref(), Some(&whole.title));
            let named: Vec<(String, Option<String>)> = deeper_by_element(text(id).unwrap()).into_iter().collect();
            let mut elements: Vec<_> = whole
                .elements
                .into_iter()
                .map(|element| (element.id, element.deeper))
                .collect();
            elements.sort();
            assert_eq!(named, elements);
        }
    }

    #[test]
    fn what_a_questionnaire_of_ones_own_names_goes_deeper_too() {
        let mut own = questionnaire(DEFAULT, Lang::Nl).unwrap();
        own.id = "own".into();
        own.elements[0].deeper = Some("trust".into());
        let deeper = deeper(&own, Lang::En);
        let of_first = &deeper[0];
        assert_eq!(of_first.element, own.elements[0].id);
        assert_eq!(
            Some(&of_first.title),
            questionnaire("trust", Lang::En).map(|trust| trust.title).as_ref()
        );
    }
}
