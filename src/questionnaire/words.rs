//! Words of a questionnaire that not everyone knows, explained.

use super::{At, Questionnaire};
use crate::{
    lang::Lang,
    text::folded,
    toml_file::{ENTRIES, Table, texts_in},
};

/// The lists of a file that hold what a team sees with a question, and the keys of its texts.
const LISTS: [&str; 2] = ["elements", "questions"];
const SEEN: [&str; 4] = ["title", "text", "open", "scored"];

/// A word that not everyone knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it stands in a text; a capital makes no difference.
    pub word: String,
    /// What it means, in easier words.
    pub means: String,
}

/// A text to find words in, or a word to find.
fn comparable(text: &str) -> String {
    folded(text).to_lowercase()
}

/// Whether a text has a word, as a word of its own; both [`comparable`].
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, found)| {
        let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let begins_amid = goes_on(text[..start].chars().next_back()) && goes_on(found.chars().next());
        let ends_amid = goes_on(text[start + found.len()..].chars().next()) && goes_on(found.chars().next_back());
        !begins_amid && !ends_amid
    })
}

impl Questionnaire {
    /// The words to explain of what is seen with a question: those of its texts, then those of what its element is called.
    pub fn words_of(&self, at: At) -> Vec<&Word> {
        let question = self.question(at);
        let texts = [Some(&question.text), question.scored.as_ref(), question.open.as_ref()];
        let texts: Vec<String> = texts.into_iter().flatten().map(|text| comparable(text)).collect();
        let title = comparable(&self.elements[at.0].title);
        let is_asked = |word: &Word| texts.iter().any(|text| has_word(text, &comparable(&word.word)));
        let (asked, rest): (Vec<&Word>, Vec<&Word>) = self.words.iter().partition(|word| is_asked(word));
        let titled = rest
            .into_iter()
            .filter(|word| has_word(&title, &comparable(&word.word)));
        asked.into_iter().chain(titled).collect()
    }
}

/// The file's table `words`: a table for each language, with the words and what they mean; those of the other language where
/// it lacks this one. A word that no text of its language has is a problem: nobody would see it explained.
pub(super) fn words(file: &Table<'_>, lang: Lang) -> Vec<Word> {
    let Some(table) = file.optional_table("words") else {
        return Vec::new();
    };
    let in_language = |lang: Lang| {
        let words = table.optional_table(lang.code())?;
        if words.keys().len() > ENTRIES {
            let path = table.path_of(lang.code());
            table.problem(lang.code(), |lang| lang.too_many_words(&path, ENTRIES));
            return None;
        }
        let texts = texts_in(file, &LISTS, &SEEN, lang);
        Some(explained(
            &words,
            &texts.into_iter().map(comparable).collect::<Vec<_>>(),
        ))
    };
    let [nl, en] = Lang::ALL.map(in_language);
    table.finish();
    let (own, other) = match lang {
        Lang::Nl => (nl, en),
        Lang::En => (en, nl),
    };
    own.or(other).unwrap_or_default()
}

fn explained(words: &Table<'_>, texts: &[String]) -> Vec<Word> {
    let words = words.keys().into_iter().filter_map(|key| {
        let means = words.line_of(&key.value, words.value(&key.value)?)?;
        let word = comparable(&key.value);
        if word.is_empty() || !texts.iter().any(|text| has_word(text, &word)) {
            let path = words.path_of(&key.value);
            words.document().problem(key.at, |lang| lang.word_not_in_text(&path));
            return None;
        }
        Some(Word { word: key.value, means })
    });
    words.collect()
}
