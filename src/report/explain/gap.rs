//! Why groups clearly differ or don't: the two means with their sums, and the limit with how it came about.

use num_traits::ToPrimitive as _;

use super::{
    Explanation, Part, Row, method_part,
    sums::{Mean, decimals_from, own_decimals},
};
use crate::{
    fraction::{Fraction, fraction, rounded, shown},
    gap::{ENOUGH, ElementGap, Gap, Pair, Verdict, limit},
    lang::Lang,
    report::{
        figure::exactly,
        gap::{GapReport, decimals, letter},
    },
    text::safe,
};

impl Explanation {
    /// Explains every difference between groups.
    pub fn of_gap(gap: &Gap<'_>, lang: Lang) -> Explanation {
        let report = GapReport::new(gap, lang);
        let elements = gap.elements.iter().map(|line| element(gap, &report, line));
        let parts = [limit_part(gap, lang)].into_iter().chain(elements);
        Explanation {
            lang,
            title: report.title.clone(),
            head: (0..report.groups.len()).map(|group| report.named(group)).collect(),
            parts: parts.chain([method_part(report.method.clone(), lang)]).collect(),
        }
    }
}

/// How the limit came about, and what to keep in mind.
fn limit_part(gap: &Gap<'_>, lang: Lang) -> Part {
    let scale = &gap.asked.scale;
    let steps = scale.points() - 1;
    let quarter = fraction(steps.to_u64().unwrap_or_default(), 4);
    let [part, least] = [&quarter, &limit(scale)].map(|number| exactly(number, lang));
    Part {
        title: lang.explain_limit_heading(),
        said: vec![if limit(scale) == quarter {
            lang.explain_gap_limit(scale.points(), steps, &least)
        } else {
            lang.explain_gap_least_limit(scale.points(), &part, &least)
        }],
        rows: Vec::new(),
    }
}

/// An element: the sums of the two that are furthest apart, and whether that is clear.
fn element(gap: &Gap<'_>, report: &GapReport, line: &ElementGap<'_>) -> Part {
    let lang = report.lang;
    let title = safe(&line.element.title);
    let Some(pair) = &line.pair else {
        return Part {
            title,
            said: vec![lang.explain_gap_not_compared()],
            rows: Vec::new(),
        };
    };
    // The rows below have the two groups in their order.
    let mut between = pair.between;
    between.sort_unstable();
    let compared: Vec<(String, [&Fraction; 2])> = line
        .questions
        .iter()
        .filter_map(|question| Some((safe(&question.question.text), gap.compared(question, between)?)))
        .collect();
    let terms = |side: usize| compared.iter().map(move |(_, scores)| scores[side]);
    let sides = [Mean::of(terms(0)), Mean::of(terms(1))];
    let of_means = decimals_of_means(gap, pair);
    let own = own_decimals(compared.iter().flat_map(|(_, scores)| *scores));
    let of_terms = decimals_from(own, own.max(of_means), |decimals| {
        sides.iter().flatten().all(|side| side.holds(decimals, of_means))
    });
    let [one, other] = between.map(|group| report.named(group));
    let mut said = vec![lang.explain_gap_furthest(&one, &other)];
    said.extend(between.iter().zip(&sides).filter_map(|(&group, side)| {
        let sum = side.as_ref()?.words(of_terms, of_means, lang);
        Some(lang.explain_gap_side(&letter(group), &sum))
    }));
    let [low, high] = [&pair.means[0], &pair.means[1]].map(|mean| rounded(mean, of_means));
    let by = &high - &low;
    let [low, high, by] = [low, high, by].map(|number| shown(&number, of_means, lang));
    said.push(lang.explain_gap_difference(&high, &low, &by));
    let limit = exactly(&limit(&gap.groups[between[0]].profile.questionnaire.scale), lang);
    said.push(match line.verdict {
        Verdict::Clear => lang.explain_gap_clear(&limit),
        Verdict::UnderLimit | Verdict::NotCompared => lang.explain_gap_under(&limit),
        Verdict::Joint => lang.explain_gap_joint(),
        Verdict::Few => lang.explain_gap_few(ENOUGH),
    });
    let rows = compared.iter().map(|(text, scores)| {
        let scores = between.iter().zip(scores);
        let scores = scores.map(|(&group, score)| format!("{} {}", letter(group), shown(score, of_terms, lang)));
        Row {
            numbers: vec![scores.collect::<Vec<_>>().join("  ")],
            text: text.clone(),
            said: Vec::new(),
        }
    });
    Part {
        title,
        said,
        rows: rows.collect(),
    }
}

/// The fewest decimals at which the two means as they are printed come to the difference in the table, and lie on the same side
/// of the limit.
fn decimals_of_means(gap: &Gap<'_>, pair: &Pair) -> u32 {
    let (difference, limit) = (pair.difference(), limit(&gap.asked.scale));
    let in_table = decimals(gap);
    let means = own_decimals(&pair.means);
    decimals_from(means, means, |decimals| {
        let printed = rounded(&pair.means[1], decimals) - rounded(&pair.means[0], decimals);
        (printed >= limit) == (difference >= limit) && rounded(&printed, in_table) == rounded(&difference, in_table)
    })
}
