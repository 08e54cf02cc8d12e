//! The sum behind each number, as `ips show --explain` prints it.

use std::fmt::Write as _;

use super::{band_words, element_score, outcome_words};
use crate::{
    fraction::{Fraction, decimals_where, fraction, rounded, shown},
    lang::Lang,
    profile::Profile,
    scoring::{Band, ElementScore, Outcome, QuestionScore, Scores},
    tally::Tally,
    text::safe,
};

/// How a sum is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sums {
    /// As on paper, in exact fractions: `(2×3 + 5×4) / 7 = 26/7 = 3,71`.
    InSigns,
    /// As it is said, for who listens to it: `3,71: 2 keer 3, plus 5 keer 4, samen gedeeld door 7`.
    InWords,
}

/// Every sum of a profile, with so many weakest elements marked.
pub fn explain(profile: &Profile, scores: &Scores, weakest: usize, sums: Sums, lang: Lang) -> String {
    let mut out = String::new();
    for (index, element) in scores.elements.iter().enumerate() {
        let title = safe(&profile.questionnaire.elements[index].title);
        let _ = writeln!(out, " {title}");
        if element.is_not_asked() {
            let _ = writeln!(out, "   {}\n", lang.not_asked());
            continue;
        }
        for (place, question) in element.questions.iter().enumerate() {
            let text = safe(&profile.questionnaire.question((index, place)).text);
            let _ = writeln!(out, "   {text}");
            if let Some(scored) = &profile.questionnaire.question((index, place)).scored {
                let _ = writeln!(out, "   {}", safe(scored));
            }
            let tally = profile.response((index, place)).tally.as_ref();
            let _ = writeln!(out, "     {}", question_sum(profile, question, tally, sums, lang));
        }
        element_sum(&mut out, profile, scores, index, sums, lang);
        out.push('\n');
    }
    let all: Vec<&Fraction> = scores
        .elements
        .iter()
        .filter_map(|element| element.score.as_ref())
        .collect();
    match &scores.overall {
        Some(overall) => {
            let _ = writeln!(out, " {}: {}", lang.all_elements(), mean_sum(&all, overall, sums, lang));
        }
        None => {
            let _ = writeln!(out, " {}", lang.explain_overall_missing());
        }
    }
    let most = scores.scored() / 2;
    if most > 0 {
        let rule = match weakest.min(most) {
            1 => lang.explain_weakest_rule_one(most),
            count => lang.explain_weakest_rule(count, most),
        };
        let _ = writeln!(out, " {rule}");
        if scores.weakest.is_empty() {
            let _ = writeln!(out, " {}", lang.explain_ties());
        }
    }
    out
}

fn question_sum(profile: &Profile, question: &QuestionScore, tally: Option<&Tally>, sums: Sums, lang: Lang) -> String {
    let words = outcome_words(lang, profile, &question.outcome);
    let (Outcome::Scored(score), Some(tally), true) = (&question.outcome, tally, profile.mode.counts()) else {
        return words;
    };
    let scale = &profile.questionnaire.scale;
    let products: Vec<String> = (scale.first..)
        .zip(&tally.votes)
        .filter(|(_, count)| **count > 0)
        .map(|(number, count)| match sums {
            Sums::InSigns => format!("{count}×{number}"),
            Sums::InWords => lang.times(*count, &number.to_string()),
        })
        .collect();
    let mut sum = mean_of(&products, tally.numbers() as usize, score, sums, lang);
    if let Some(deviation) = &question.deviation {
        let bound = fraction(scale.points() as u64, 6);
        let _ = write!(
            sum,
            "; {}",
            lang.explain_deviation(&shown(deviation, 2, lang), &shown(&bound, 2, lang))
        );
    }
    sum
}

fn element_sum(out: &mut String, profile: &Profile, scores: &Scores, index: usize, sums: Sums, lang: Lang) {
    let element: &ElementScore = &scores.elements[index];
    let scored: Vec<&Fraction> = element
        .questions
        .iter()
        .filter_map(|question| question.outcome.score())
        .collect();
    let _ = writeln!(out, "   {}", lang.explain_coverage(element.answered, element.asked));
    let (Some(score), Some(band)) = (&element.score, element.band) else {
        let _ = writeln!(out, "   {}", lang.explain_no_score());
        return;
    };
    let _ = writeln!(out, "   {}", mean_sum(&scored, score, sums, lang));
    let scale = &profile.questionnaire.scale;
    // A bound is shown as it is: rounded, it would seem to hold where it doesn't.
    let bound = |bound: &Fraction| {
        shown(
            bound,
            decimals_where(|decimals| rounded(bound, decimals) == *bound),
            lang,
        )
    };
    let (strong, discuss) = (bound(&scale.strong), bound(&scale.discuss));
    let rule = match band {
        Band::Strong => lang.explain_strong(&strong),
        Band::Discuss => lang.explain_discuss(&discuss, &strong),
        Band::DiscussFirst => lang.explain_discuss_first(&discuss),
    };
    let shown = element_score(profile, scores, index, lang).unwrap_or_default().text;
    let _ = writeln!(out, "   {shown} {} ({rule})", band_words(lang, band));
    let mark = if scores.is_weakest(index) {
        lang.explain_weakest()
    } else {
        lang.explain_not_weakest()
    };
    let _ = writeln!(out, "   {mark}");
}

fn mean_sum(values: &[&Fraction], mean: &Fraction, sums: Sums, lang: Lang) -> String {
    let terms = values.iter().map(|value| match sums {
        Sums::InSigns => exact(value),
        Sums::InWords => shown(value, 2, lang),
    });
    mean_of(&terms.collect::<Vec<_>>(), values.len(), mean, sums, lang)
}

/// The mean of terms that stand for so many numbers.
fn mean_of(terms: &[String], count: usize, mean: &Fraction, sums: Sums, lang: Lang) -> String {
    let rounded = shown(mean, 2, lang);
    match sums {
        Sums::InSigns => lang.explain_mean(&terms.join(" + "), count, &exact(mean), &rounded),
        Sums::InWords => lang.explain_mean_in_words(&terms.join(", plus "), count, &rounded),
    }
}

/// A fraction in lowest terms; a whole number without a denominator.
fn exact(value: &Fraction) -> String {
    value.to_string()
}
