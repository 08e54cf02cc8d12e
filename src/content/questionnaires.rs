//! The questionnaires that come with the program: the files in `data/`, in the program itself.

use crate::{
    lang::Lang,
    questionnaire::{Questionnaire, read},
};

/// Name and content of each built-in questionnaire; the first is the default.
const FILES: [(&str, &str); 4] = [
    ("six-elements", include_str!("../../data/six-elements.toml")),
    ("trust", include_str!("../../data/trust.toml")),
    ("own-attitude", include_str!("../../data/own-attitude.toml")),
    ("boundary-crossing", include_str!("../../data/boundary-crossing.toml")),
];

/// The id of the questionnaire that is used when none is named.
pub const DEFAULT: &str = FILES[0].0;

/// The ids of all built-in questionnaires, the default first.
pub fn ids() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(id, _)| *id)
}

/// The file of a built-in questionnaire.
pub fn text(id: &str) -> Option<&'static str> {
    FILES.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}

/// The questionnaire of a profile, with what a profile doesn't keep of it if it is a built-in one.
pub fn restored(own: &Questionnaire) -> Questionnaire {
    let mut restored = own.clone();
    if let Some(source) = questionnaire(&own.id, own.lang) {
        restored.restore_from(&source);
    }
    restored
}

/// A built-in questionnaire in one language.
pub fn questionnaire(id: &str, lang: Lang) -> Option<Questionnaire> {
    // A test holds that every built-in file is sound.
    read(id, text(id)?, lang).ok()
}
