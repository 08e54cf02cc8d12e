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

/// Every sum of a profile, with so many weakest elements marked.
pub fn explain(profile: &Profile, scores: &Scores, weakest: usize, lang: Lang) -> String {
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
            let tally = profile.response((index, place)).tally.as_ref();
            let _ = writeln!(out, "     {}", question_sum(profile, question, tally, lang));
        }
        element_sum(&mut out, profile, scores, index, lang);
        out.push('\n');
    }
    let all: Vec<&Fraction> = scores
        .elements
        .iter()
        .filter_map(|element| element.score.as_ref())
        .collect();
    match &scores.overall {
        Some(overall) => {
            let _ = writeln!(out, " {}: {}", lang.all_elements(), mean_sum(&all, overall, lang));
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

fn question_sum(profile: &Profile, question: &QuestionScore, tally: Option<&Tally>, lang: Lang) -> String {
    let words = outcome_words(lang, profile, &question.outcome);
    let (Outcome::Scored(score), Some(tally), true) = (&question.outcome, tally, profile.mode.counts()) else {
        return words;
    };
    let products: Vec<String> = (1_u32..)
        .zip(&tally.votes)
        .filter(|(_, count)| **count > 0)
        .map(|(point, count)| format!("{count}×{point}"))
        .collect();
    let mut sum = lang.explain_mean(
        &products.join(" + "),
        tally.numbers() as usize,
        &exact(score),
        &shown(score, 2, lang),
    );
    if let Some(deviation) = &question.deviation {
        let bound = fraction(profile.questionnaire.scale.points() as u64, 6);
        let _ = write!(
            sum,
            "; {}",
            lang.explain_deviation(&shown(deviation, 2, lang), &shown(&bound, 2, lang))
        );
    }
    sum
}

fn element_sum(out: &mut String, profile: &Profile, scores: &Scores, index: usize, lang: Lang) {
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
    let _ = writeln!(out, "   {}", mean_sum(&scored, score, lang));
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

fn mean_sum(values: &[&Fraction], mean: &Fraction, lang: Lang) -> String {
    let terms: Vec<String> = values.iter().map(|value| exact(value)).collect();
    lang.explain_mean(&terms.join(" + "), values.len(), &exact(mean), &shown(mean, 2, lang))
}

/// A fraction in lowest terms; a whole number without a denominator.
fn exact(value: &Fraction) -> String {
    value.to_string()
}
