//! The questionnaires that come with the program: the files in `data/`, in the program itself.

/// Name and content of each built-in questionnaire; the first is the default.
const FILES: [(&str, &str); 1] = [("six-elements", include_str!("../../data/six-elements.toml"))];

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
