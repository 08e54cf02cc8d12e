//! How each number came about and why something is marked, in words that ask for no calculator, as `--explain` tells it.
//!
//! Made once, as parts with rows; a terminal and the plain lines lay it out. The lowest element comes first, since it is what
//! a team asks about. Numbers stand where their sum refers to them, and add up as they are printed.

mod change;
mod gap;
mod question;
mod sums;
mod trend;

use self::sums::{Mean, decimals_from, own_decimals};
use super::{
    band_words, draft,
    figure::{element_decimals, exactly},
    meeting_words, method, remarks,
};
use crate::{
    fraction::{Fraction, shown},
    lang::Lang,
    profile::Profile,
    scoring::{Band, ElementScore, Outcome, Scores},
    text::safe,
};

/// Everything that is explained, the lowest first.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The language of the sentences.
    pub lang: Lang,
    /// What the team calls itself, safe to show.
    pub title: String,
    /// Of when the numbers are.
    pub head: Vec<String>,
    /// What is explained.
    pub parts: Vec<Part>,
}

/// One thing that is explained: the order of the elements, an element, how numbers are reckoned.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// What it is about.
    pub title: String,
    /// A fact a line.
    pub said: Vec<String>,
    /// The numbers that the facts speak of.
    pub rows: Vec<Row>,
}

/// A number, or several of one kind, with what they are about.
#[derive(Clone, Debug)]
pub struct Row {
    /// As they are printed; a dash where there is none.
    pub numbers: Vec<String>,
    /// An element's title, a question, a day.
    pub text: String,
    /// How they came about, a fact a line.
    pub said: Vec<String>,
}

impl Explanation {
    /// Explains every number of a profile.
    pub fn of(profile: &Profile, scores: &Scores, lang: Lang) -> Explanation {
        let mut head = vec![lang.date(profile.date)];
        head.extend(meeting_words(profile, lang));
        head.extend(profile.is_draft().then(|| draft::title(profile, lang)));
        let order = Order::of(profile, scores, lang);
        let elements = order.places.iter().map(|&index| order.element(index));
        let parts = [order.ranking()].into_iter().chain(elements);
        Explanation {
            lang,
            title: safe(&profile.whose().to_string()),
            head,
            parts: parts
                .chain([method_part(method::of_profile(profile, scores, lang), lang)])
                .collect(),
        }
    }
}

fn method_part(said: Vec<String>, lang: Lang) -> Part {
    Part {
        title: lang.how_heading(),
        said,
        rows: Vec::new(),
    }
}

/// The elements from low to high, then those without a score.
struct Order<'p> {
    profile: &'p Profile,
    scores: &'p Scores,
    lang: Lang,
    places: Vec<usize>,
    /// All elements together.
    overall: Option<Mean<'p>>,
    /// The decimals of every element's score.
    decimals: u32,
}

impl<'p> Order<'p> {
    fn of(profile: &'p Profile, scores: &'p Scores, lang: Lang) -> Order<'p> {
        let score = |index: usize| scores.elements[index].score.as_ref();
        let mut places: Vec<usize> = (0..scores.elements.len()).collect();
        places.sort_by_key(|&index| (score(index).is_none(), score(index)));
        let scored = || scores.elements.iter().filter_map(|element| element.score.as_ref());
        let overall = Mean::of(scored()).filter(|_| scores.overall.is_some());
        let least = own_decimals(scored()).max(element_decimals(scores, &profile.questionnaire.scale));
        let decimals = decimals_from(least, least, |decimals| {
            decimals <= 3 && overall.as_ref().is_none_or(|overall| overall.holds(decimals, decimals))
        });
        Order {
            profile,
            scores,
            lang,
            places,
            overall,
            decimals,
        }
    }

    fn score(&self, index: usize) -> Option<&'p Fraction> {
        self.scores.elements[index].score.as_ref()
    }

    fn title(&self, index: usize) -> String {
        safe(&self.profile.questionnaire.elements[index].title)
    }

    /// How many elements are strictly lower, and how many exactly as high.
    fn lower_and_equal(&self, score: &Fraction) -> (usize, usize) {
        let all = || self.places.iter().filter_map(|&index| self.score(index));
        (
            all().filter(|other| *other < score).count(),
            all().filter(|other| *other == score).count(),
        )
    }

    /// The elements with a score from low to high, and why some are lowest.
    fn ranking(&self) -> Part {
        let lang = self.lang;
        let scored = self
            .places
            .iter()
            .filter_map(|&index| Some((index, self.score(index)?)));
        let rows = scored.map(|(index, score)| Row {
            numbers: vec![shown(score, self.decimals, lang)],
            text: format!("{}. {}", self.lower_and_equal(score).0 + 1, self.title(index)),
            said: self
                .scores
                .is_weakest(index)
                .then(|| lang.weakest())
                .into_iter()
                .collect(),
        });
        let overall = self
            .overall
            .as_ref()
            .map(|overall| overall.words(self.decimals, self.decimals, lang));
        let overall = overall.unwrap_or_else(|| lang.explain_overall_missing());
        let mut said = vec![self.why_lowest()];
        let nearly = remarks::about_weakest(self.profile, self.scores, lang);
        said.extend(nearly.filter(|nearly| *nearly != said[0]));
        said.push(format!("{}. {}", lang.all_elements(), overall));
        Part {
            title: lang.explain_order_heading(),
            said,
            rows: rows.collect(),
        }
    }

    fn why_lowest(&self) -> String {
        let (scores, lang) = (self.scores, self.lang);
        let scored = scores.scored();
        let Some(last) = scores.last_place() else {
            return remarks::about_weakest(self.profile, scores, lang).unwrap_or_default();
        };
        let edge = self.score(self.places[last]).expect("those with a score come first");
        let (lower, equal) = self.lower_and_equal(edge);
        match scores.weakest.len() {
            0 => lang.explain_none_lowest(equal, lower + 1, scored),
            marked if marked == lower => lang.explain_tie_left_out(equal, lower + 1, scored),
            1 => lang.explain_one_lowest(scored),
            marked => lang.explain_lowest(marked, last + 1, scored),
        }
    }

    fn element(&self, index: usize) -> Part {
        let (lang, element) = (self.lang, &self.scores.elements[index]);
        let scored = || element.questions.iter().filter_map(|question| question.outcome.score());
        let sum = Mean::of(scored()).filter(|_| element.score.is_some());
        let own = own_decimals(scored());
        let decimals = decimals_from(own, own.max(self.decimals), |decimals| {
            sum.as_ref().is_none_or(|sum| sum.holds(decimals, self.decimals))
        });
        let mut said = Vec::new();
        said.extend(coverage(element, lang));
        let unknown = element
            .questions
            .iter()
            .filter(|question| question.outcome == Outcome::DontKnow);
        let unknown = unknown.count();
        said.extend(
            element
                .is_often_unknown()
                .then(|| lang.explain_often_unknown(unknown, element.asked)),
        );
        if let (Some(score), Some(band), Some(sum)) = (&element.score, element.band, sum) {
            said.insert(0, self.place(index, score));
            said.push(sum.words(decimals, self.decimals, lang));
            said.push(self.meaning(score, band));
        }
        let rows = element.questions.iter().enumerate().filter(|_| !element.is_not_asked());
        let rows = rows.map(|(place, question)| question::row(self.profile, question, (index, place), decimals, lang));
        Part {
            title: self.title(index),
            said,
            rows: rows.collect(),
        }
    }

    /// The place from low to high, and whether that makes it lowest.
    fn place(&self, index: usize, score: &Fraction) -> String {
        let lang = self.lang;
        if self.scores.scored() == 1 {
            return lang.explain_only_element();
        }
        let (lower, equal) = self.lower_and_equal(score);
        let nth = lang.nth(lower + 1);
        let place = if equal > 1 {
            lang.explain_shared_place(&nth, self.scores.scored())
        } else {
            lang.explain_place(&nth, self.scores.scored())
        };
        let mark = if self.scores.is_weakest(index) {
            lang.weakest()
        } else if self.scores.nearly_weakest.contains(&index) {
            lang.explain_nearly_lowest()
        } else {
            lang.explain_not_lowest()
        };
        format!("{place}: {mark}.")
    }

    fn meaning(&self, score: &Fraction, band: Band) -> String {
        let (lang, scale) = (self.lang, &self.profile.questionnaire.scale);
        let score = shown(score, self.decimals, lang);
        let [discuss, strong] = [&scale.discuss, &scale.strong].map(|limit| exactly(limit, lang));
        let why = match band {
            Band::Strong => lang.explain_strong(&score, &strong),
            Band::Discuss => lang.explain_discuss(&score, &discuss, &strong),
            Band::DiscussFirst => lang.explain_discuss_first(&score, &discuss),
        };
        format!("{why}: {}.", band_words(lang, band))
    }
}

/// Whether enough questions have a score, where not all do.
fn coverage(element: &ElementScore, lang: Lang) -> Option<String> {
    let (answered, asked) = (element.answered, element.asked);
    if element.is_not_asked() {
        Some(lang.explain_not_asked())
    } else if asked == 0 {
        Some(lang.explain_none_applicable())
    } else if element.score.is_none() {
        Some(lang.explain_too_few_scores(answered, asked))
    } else {
        (answered < asked).then(|| lang.explain_enough_scores(answered, asked))
    }
}
