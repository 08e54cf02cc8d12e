//! What is said beside a score: how much it rests on, how far the team is of one mind, and which elements are lowest by a hair
//! or not at all.

use crate::{
    lang::Lang,
    profile::Profile,
    scoring::{ElementScore, QuestionScore, Scores, Spread},
    text::safe,
};

/// How many questions an element's score rests on, where that is not all of them; and that the team often doesn't know.
pub(super) fn about_element(element: &ElementScore, lang: Lang) -> Vec<String> {
    let unknown = element.is_often_unknown().then(|| lang.often_unknown());
    coverage(element, lang).into_iter().chain(unknown).collect()
}

/// How many questions an element's score rests on, where that is not all of them.
pub(super) fn coverage(element: &ElementScore, lang: Lang) -> Option<String> {
    if element.is_not_asked() {
        Some(lang.not_asked())
    } else if element.asked == 0 {
        Some(lang.not_applicable())
    } else if element.answered < element.asked {
        Some(lang.scored_of(element.answered, element.asked))
    } else {
        element.rests_on_one().then(|| lang.rests_on_one())
    }
}

/// How many gave a number of how many took part, where the score rests on few of them: `1 van 8`.
pub(crate) fn thin_words(lang: Lang, profile: &Profile, question: &QuestionScore) -> Option<String> {
    let words = || lang.numbers_of(question.numbers, profile.participants);
    question.thin.then(words)
}

/// A score with how many it rests on, where those are few.
pub(crate) fn with_few(score: &str, few: Option<&str>) -> String {
    few.map_or_else(|| score.to_owned(), |few| format!("{score}; {few}"))
}

/// That a team is divided, or how many see it differently. One and two are told together: nobody is to be pointed at.
pub(super) fn spread_words(lang: Lang, spread: Spread) -> Option<String> {
    match spread {
        Spread::Agreed => None,
        Spread::SomeDiffer(1 | 2) => Some(lang.few_differ()),
        Spread::SomeDiffer(count) => Some(lang.some_differ(count)),
        Spread::Divided => Some(lang.divided()),
    }
}

/// Which elements hardly differ from the weakest; or that none stands out and which are equally low, or that there is too little to
/// tell.
pub(super) fn about_weakest(profile: &Profile, scores: &Scores, lang: Lang) -> Option<String> {
    let titles = |places: &[usize]| {
        let titles = places
            .iter()
            .map(|&index| safe(&profile.questionnaire.elements[index].title));
        let titles: Vec<String> = titles.collect();
        lang.all_of(&titles.iter().map(String::as_str).collect::<Vec<_>>())
    };
    if let Some(&marked) = scores.weakest.last() {
        let score = |index: usize| scores.elements[index].score.as_ref();
        let mut last = scores.weakest.clone();
        last.retain(|&index| score(index) == score(marked));
        let [nearly, last] = [&scores.nearly_weakest, &last].map(|places| titles(places));
        return match scores.nearly_weakest.len() {
            0 => None,
            1 => Some(lang.nearly_weakest(&nearly, &last)),
            _ => Some(lang.all_nearly_weakest(&nearly, &last)),
        };
    }
    Some(match (scores.equally_low.len(), scores.scored()) {
        (0, 0 | 1) if scores.elements.iter().any(ElementScore::is_not_asked) => lang.too_few_asked(),
        (0, 0 | 1) => lang.too_few_elements(),
        (0, _) => lang.nothing_stands_out(),
        (equal, scored) if equal == scored => lang.all_equally_low(),
        _ => lang.equally_low(&titles(&scores.equally_low)),
    })
}
