//! Why a change is clear or isn't: the two means with their sums, the limit and how it came about, and how many questions moved
//! which way.

use num_traits::{Signed as _, Zero as _};

use super::{
    Explanation, Part, Row, method_part,
    sums::{Mean, decimals_from, own_decimals},
};
use crate::{
    comparison::{Change, Comparison, ElementChange, Limits, Verdict, Weighed},
    fraction::{Fraction, rounded, shown},
    lang::Lang,
    report::{
        changes::{decimals, element_line, not_compared, rule},
        figure::exactly,
        method, mode_words,
    },
    tally::Mode,
    text::safe,
};

impl Explanation {
    /// Explains every change between two profiles.
    pub fn of_changes(comparison: &Comparison<'_>, lang: Lang) -> Explanation {
        let (before, after) = (comparison.before, comparison.after);
        let method = method::of_comparison(comparison, lang);
        let parts = [limit(comparison, lang)].into_iter();
        let elements = comparison
            .elements
            .iter()
            .map(|element| self::element(comparison, element, lang));
        Explanation {
            lang,
            title: safe(&after.whose().to_string()),
            head: vec![lang.from_to(&lang.date(before.date), &lang.date(after.date))],
            parts: parts
                .chain(elements)
                .chain(overall(comparison, lang))
                .chain([method_part(method, lang)])
                .collect(),
        }
    }
}

/// How the limit between these two meetings came about.
pub(super) fn limit(comparison: &Comparison<'_>, lang: Lang) -> Part {
    let mut said = limit_words(comparison, lang);
    let left_out = not_compared(comparison, lang);
    said.extend(left_out.map(|(questions, reasons)| lang.not_compared(&questions, &reasons)));
    Part {
        title: lang.explain_limit_heading(),
        said,
        rows: Vec::new(),
    }
}

fn limit_words(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let limits = &comparison.limits;
    let points = comparison.after.questionnaire.scale.points();
    let eighth = Limits::eighth(&comparison.after.questionnaire.scale);
    let [base, limit, part] = [&limits.base, &limits.change, &eighth].map(|number| exactly(number, lang));
    let mut said = vec![rule(limits, lang)];
    said.push(if limits.base == eighth {
        lang.explain_base(points, points - 1, &base)
    } else {
        lang.explain_least_base(points, &part, &base)
    });
    let [then, now] = [comparison.before, comparison.after].map(|profile| mode_words(lang, profile.mode));
    if limits.kinds_differ {
        said.push(lang.explain_kinds_differ(&then, &now, &base, &limit));
    } else if comparison.after.mode == Mode::Joint {
        said.push(lang.explain_both_joint(&base, &limit));
    }
    said.extend((limits.lead > 0).then(|| lang.explain_lead()));
    said
}

/// Two means over the same questions, as they are printed.
struct Sides<'c> {
    change: &'c Change,
    before: Mean<'c>,
    after: Mean<'c>,
    /// Of the means, and of what they are the means of.
    decimals: (u32, u32),
}

impl<'c> Sides<'c> {
    /// The difference as it is printed here comes to the one in the table, with so many decimals.
    fn of(change: &'c Change, terms: &[&'c Change], limit: &Fraction, in_table: u32) -> Option<Sides<'c>> {
        let before = Mean::of(terms.iter().map(|term| &term.before))?;
        let after = Mean::of(terms.iter().map(|term| &term.after))?;
        let difference = change.difference();
        let means = own_decimals([&change.before, &change.after]);
        let of_means = decimals_from(means, means, |decimals| {
            let printed = rounded(&change.after, decimals) - rounded(&change.before, decimals);
            let side = |difference: &Fraction| difference.abs() >= *limit;
            let looks = rounded(&printed, in_table) == rounded(&difference, in_table)
                && printed.is_zero() == difference.is_zero();
            side(&printed) == side(&difference) && looks
        });
        let own = own_decimals(terms.iter().flat_map(|term| [&term.before, &term.after]));
        let of_terms = decimals_from(own, own.max(of_means), |decimals| {
            let moves = |term: &&&Change| {
                let moved = rounded(&term.before, decimals) != rounded(&term.after, decimals);
                moved != term.difference().is_zero()
            };
            let holds = before.holds(decimals, of_means) && after.holds(decimals, of_means);
            holds && terms.iter().all(|term| moves(&term))
        });
        Some(Sides {
            change,
            before,
            after,
            decimals: (of_means, of_terms),
        })
    }

    /// The sum of each side, and the difference between the two as they are printed.
    fn said(&self, lang: Lang) -> Vec<String> {
        let (means, terms) = self.decimals;
        let [before, after] = [&self.change.before, &self.change.after].map(|mean| rounded(mean, means));
        let difference = &after - &before;
        let [low, high] = if difference.is_negative() {
            [&after, &before]
        } else {
            [&before, &after]
        };
        let [low, high, by] = [low, high, &difference.abs()].map(|number| shown(number, means, lang));
        let difference = if difference.is_zero() {
            lang.explain_no_difference(&low)
        } else if difference.is_positive() {
            lang.explain_higher(&high, &low, &by)
        } else {
            lang.explain_lower(&high, &low, &by)
        };
        vec![
            lang.explain_then(&self.before.words(terms, means, lang)),
            lang.explain_now(&self.after.words(terms, means, lang)),
            difference,
        ]
    }

    fn row(&self, text: String, change: &Change, lang: Lang) -> Row {
        Row {
            numbers: [&change.before, &change.after]
                .map(|number| shown(number, self.decimals.1, lang))
                .into(),
            text,
            said: Vec::new(),
        }
    }
}

/// An element: whether its change is clear, and why.
pub(super) fn element(comparison: &Comparison<'_>, element: &ElementChange, lang: Lang) -> Part {
    let told = element_line(comparison, element, lang);
    let (weighed, limits) = (&element.weighed, &comparison.limits);
    let changes: Vec<&Change> = element.questions.iter().map(|question| &question.change).collect();
    let sides = element
        .change
        .as_ref()
        .and_then(|change| Sides::of(change, &changes, &limits.change, decimals(comparison)));
    let Some(sides) = sides else {
        // What was asked only once needs no count of questions.
        let few = (told.verdict == lang.too_few_to_compare()).then(|| lang.explain_too_few_compared(weighed.compared));
        return Part {
            title: told.title,
            said: std::iter::once(lang.explain_verdict(&told.verdict))
                .chain(few)
                .collect(),
            rows: Vec::new(),
        };
    };
    let mut said = vec![lang.explain_verdict(&told.verdict)];
    said.extend(sides.said(lang));
    said.push(lang.explain_moves(weighed.compared, weighed.up, weighed.down));
    said.push(why(weighed, limits, sides.change, lang));
    let rows = element.questions.iter().map(|question| {
        let text = &comparison.after.questionnaire.question(question.at).text;
        sides.row(safe(text), &question.change, lang)
    });
    Part {
        title: told.title.clone(),
        said,
        rows: rows.collect(),
    }
}

/// Whether a difference is large enough, and whether enough questions made it.
fn why(weighed: &Weighed, limits: &Limits, change: &Change, lang: Lang) -> String {
    let limit = exactly(&weighed.limit, lang);
    let needed = weighed.least_along();
    let (along, against) = weighed.along_and_against(change);
    match weighed.verdict {
        Verdict::Clear if limits.lead > 0 => lang.explain_clear_lead(&limit, along, against, limits.lead),
        Verdict::Clear => lang.explain_clear(&limit, along, needed),
        Verdict::OneQuestion => lang.explain_one_question(&limit, needed),
        Verdict::NoLead => lang.explain_no_lead(&limit, along, against, limits.lead),
        Verdict::UnderLimit | Verdict::NotCompared => lang.explain_under_limit(&limit),
    }
}

/// All elements together, over those with a change.
fn overall(comparison: &Comparison<'_>, lang: Lang) -> Option<Part> {
    let overall = comparison.overall.as_ref()?;
    let compared = comparison
        .elements
        .iter()
        .filter_map(|element| Some((element, element.change.as_ref()?)));
    let changes: Vec<&Change> = compared.clone().map(|(_, change)| change).collect();
    let sides = Sides::of(overall, &changes, &comparison.limits.change, decimals(comparison))?;
    let rows = compared.map(|(element, change)| sides.row(element_line(comparison, element, lang).title, change, lang));
    Some(Part {
        title: lang.all_elements(),
        said: sides.said(lang),
        rows: rows.collect(),
    })
}
