//! The questionnaires that come with the program: the files in `data/`, in the program itself.

use crate::{
    fault::Problem,
    lang::Lang,
    questionnaire::{self, Questionnaire},
};

/// The ids of all built-in questionnaires, the default first.
const IDS: [&str; 4] = ["six-elements", "trust", "own-attitude", "boundary-crossing"];

/// Their files, in the same order.
const FILES: [&str; IDS.len()] = [
    include_str!("../../data/six-elements.toml"),
    include_str!("../../data/trust.toml"),
    include_str!("../../data/own-attitude.toml"),
    include_str!("../../data/boundary-crossing.toml"),
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

/// The questionnaire of a profile, with what a profile doesn't keep of it if it is a built-in one.
pub(crate) fn restored(own: &Questionnaire) -> Questionnaire {
    let mut restored = own.clone();
    if let Some(source) = questionnaire(&own.id, own.lang) {
        restored.restore_from(&source);
    }
    restored
}
