//! What is to be said about two profiles.

mod few;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use num_traits::{Signed as _, Zero as _};

pub(super) use self::few::thin;
use self::few::told_with_few;
use super::{
    AgreementLine, Figure, entry_lines,
    figure::{exactly, tells},
    mode_words, scale,
};
use crate::{
    agreements,
    comparison::{Caution, Change, Comparison, ElementChange, Limits, Reason, Verdict, Weighed},
    fraction::{Fraction, decimals_where, fraction, plain, rounded, shown, shown_change},
    lang::Lang,
    profile::Profile,
    questionnaire::Scale,
    scoring::Scores,
    text::safe,
};

/// How many of the moved questions are named.
const MOVED: usize = 5;

/// What is to be said about the change between two meetings.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The language of the sentences.
    pub lang: Lang,
    /// What the team calls itself, safe to show.
    pub team: String,
    /// The day of the older profile.
    pub before_day: NaiveDate,
    /// The same in words.
    pub before: String,
    /// The day of the newer profile.
    pub after: String,
    /// The overall change, over the elements with one.
    pub overall: Option<ChangeLine>,
    /// One for each element of either profile.
    pub elements: Vec<ChangeLine>,
    /// The questions that moved most, the furthest first.
    pub moved: Vec<ChangeLine>,
    /// How many questions are not compared, and why.
    pub not_compared: Option<String>,
    /// Each question that is not compared, with the reason.
    pub left_out: Vec<(String, String)>,
    /// That the numbers of then and now are not all those of the profiles themselves.
    pub partial: Option<String>,
    /// The same in a few words, for beside each number and picture of then and now.
    pub scope: Option<String>,
    /// What a change of an element has to be, to be clear.
    pub rule: String,
    /// What makes the comparison less certain, `partial` among it.
    pub cautions: Vec<String>,
    /// What was agreed at either meeting, as it stands at the newer one.
    pub agreements: Vec<AgreementLine>,
}

/// One thing, then and now.
#[derive(Clone, Debug, Default)]
pub struct ChangeLine {
    /// An element's title or a question's text.
    pub title: String,
    /// Then, or a dash.
    pub before: Figure,
    /// Now, or a dash.
    pub after: Figure,
    /// The difference with its sign, or nothing.
    pub difference: Figure,
    /// `▲`, `▼`, or nothing when it isn't clear.
    pub arrow: &'static str,
    /// Whether it is a clear change, in words.
    pub verdict: String,
    /// What else to know.
    pub remarks: Vec<String>,
}

impl ChangeLine {
    /// Whether then and now can be compared.
    pub fn is_compared(&self) -> bool {
        self.difference.value.is_some()
    }

    /// The difference, behind its arrow where it is clear.
    pub(crate) fn signed(&self) -> String {
        format!("{} {}", self.arrow, self.difference.text).trim().to_owned()
    }
}

impl Changes {
    /// Whether there is anything to compare.
    pub fn is_any(&self) -> bool {
        self.elements.iter().any(ChangeLine::is_compared)
    }

    /// Says everything about a comparison, in one language.
    pub fn new(comparison: &Comparison<'_>, lang: Lang) -> Changes {
        let (before, after) = (comparison.before, comparison.after);
        Changes {
            lang,
            team: safe(&after.team),
            before_day: before.date,
            before: lang.date(before.date),
            after: lang.date(after.date),
            overall: comparison.overall.as_ref().map(|change| ChangeLine {
                remarks: over_elements(comparison, lang).into_iter().collect(),
                ..line(
                    lang.all_elements(),
                    change,
                    decimals(comparison),
                    scale(comparison),
                    lang,
                )
            }),
            elements: comparison
                .elements
                .iter()
                .map(|element| element_line(comparison, element, lang))
                .collect(),
            moved: moved(comparison, lang),
            not_compared: not_compared(comparison, lang)
                .map(|(questions, reasons)| lang.not_compared(&questions, &reasons)),
            left_out: comparison
                .not_compared
                .iter()
                .map(|(id, reason)| (text_of(comparison, id), reason_words(lang, *reason)))
                .collect(),
            partial: partial(comparison).then(|| lang.only_what_is_compared()),
            scope: scope(comparison, lang),
            rule: rule(&comparison.limits, lang),
            cautions: cautions(comparison, lang),
            agreements: entry_lines(&agreements::of([before, after]), after.date, lang),
        }
    }
}

/// One thing's means then and now, without a verdict.
pub(super) fn line(title: String, change: &Change, decimals: u32, scale: &Scale, lang: Lang) -> ChangeLine {
    ChangeLine {
        title,
        before: Figure::mean(shown(&change.before, decimals, lang), &change.before, scale),
        after: Figure::mean(shown(&change.after, decimals, lang), &change.after, scale),
        difference: difference(shown_change(&change.difference(), decimals, lang), change),
        arrow: "",
        verdict: String::new(),
        remarks: Vec::new(),
    }
}

fn scale<'p>(comparison: &Comparison<'p>) -> &'p Scale {
    &comparison.after.questionnaire.scale
}

/// A difference in these words.
fn difference(text: String, change: &Change) -> Figure {
    Figure {
        text,
        value: Some(plain(&change.difference())),
        share: None,
    }
}

/// With how many decimals all means and differences of a comparison are shown: as many as it takes to see on which side of
/// the limit each difference lies, and the marked elements apart from the others.
pub(super) fn decimals(comparison: &Comparison<'_>) -> u32 {
    let limit = &comparison.limits.change;
    let sides = [Side::Before, Side::After].map(|which| {
        let elements = comparison.elements.iter();
        elements
            .filter_map(|element| side(comparison, element, which))
            .collect::<Vec<_>>()
    });
    let changes = comparison.elements.iter().filter_map(|element| element.change.as_ref());
    let differences: Vec<Fraction> = changes.chain(&comparison.overall).map(Change::difference).collect();
    decimals_where(|decimals| {
        let shows = |value: &Fraction| (rounded(value, decimals).abs() >= *limit) == (value.abs() >= *limit);
        let scale = scale(comparison);
        differences.iter().all(shows) && sides.iter().all(|side| tells(side, scale, decimals))
    })
}

/// What is to be said about one element of a comparison.
pub(super) fn element_line(comparison: &Comparison<'_>, element: &ElementChange, lang: Lang) -> ChangeLine {
    let title = match (element.after, element.before) {
        (Some(index), _) => &comparison.after.questionnaire.elements[index].title,
        (None, Some(index)) => &comparison.before.questionnaire.elements[index].title,
        (None, None) => &element.id,
    };
    let title = safe(title);
    let mut remarks = Vec::new();
    let was = element
        .before
        .is_some_and(|index| comparison.before_scores.is_weakest(index));
    let is = element
        .after
        .is_some_and(|index| comparison.after_scores.is_weakest(index));
    match (was, is) {
        (true, true) => remarks.push(lang.weakest_both()),
        (true, false) => remarks.push(lang.weakest_before()),
        (false, true) => remarks.push(lang.weakest_after()),
        (false, false) => {}
    }
    let Some(change) = &element.change else {
        let asked =
            |index: Option<usize>, scores: &Scores| index.is_some_and(|index| !scores.elements[index].is_not_asked());
        let then = asked(element.before, &comparison.before_scores);
        let now = asked(element.after, &comparison.after_scores);
        let verdict = match (then, now) {
            (false, true) => lang.only_asked_now(),
            (true, false) => lang.only_asked_then(),
            (false, false) => lang.not_asked(),
            (true, true) => lang.too_few_to_compare(),
        };
        return ChangeLine {
            title,
            before: Figure::none("–".to_owned()),
            after: Figure::none("–".to_owned()),
            verdict,
            remarks,
            ..ChangeLine::default()
        };
    };
    let rises = change.difference().is_positive();
    let weighed = &element.weighed;
    if let Some(why) = why_not_clear(weighed, rises, lang) {
        remarks.insert(0, why);
    }
    let asked = element
        .after
        .map_or(0, |index| comparison.after_scores.elements[index].asked);
    if weighed.compared < asked {
        remarks.push(lang.over_questions(weighed.compared, asked));
    }
    let arrow = if weighed.is_clear() { arrow(change) } else { "" };
    ChangeLine {
        arrow,
        verdict: verdict_words(weighed, change, lang),
        remarks,
        ..line(title, change, decimals(comparison), scale(comparison), lang)
    }
}

/// Whether a change is clear, in words.
pub(super) fn verdict_words(weighed: &Weighed, change: &Change, lang: Lang) -> String {
    match (weighed.is_clear(), change.difference().is_positive()) {
        (true, true) => lang.clearly_higher(),
        (true, false) => lang.clearly_lower(),
        (false, _) => lang.no_clear_difference(),
    }
}

/// Why a change that is large enough isn't clear, in a few words. That it is too small stands below the table, once.
fn why_not_clear(weighed: &Weighed, rises: bool, lang: Lang) -> Option<String> {
    let (along, against) = if rises {
        (weighed.up, weighed.down)
    } else {
        (weighed.down, weighed.up)
    };
    match weighed.verdict {
        Verdict::OneQuestion => Some(lang.one_question_moved()),
        Verdict::NoLead => Some(lang.no_lead(along, against)),
        Verdict::Clear | Verdict::UnderLimit | Verdict::NotCompared => None,
    }
}

/// What a change has to be, to be clear.
pub(super) fn rule(limits: &Limits, lang: Lang) -> String {
    let limit = exactly(&limits.change, lang);
    match limits.lead {
        0 => lang.clear_from(&limit),
        lead => lang.clear_from_with_lead(&limit, lead),
    }
}

/// The sign of a clear change.
pub(super) fn arrow(change: &Change) -> &'static str {
    if change.difference().is_positive() {
        "▲"
    } else {
        "▼"
    }
}

/// Then or now.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

/// An element's mean on one side, and whether it is among the weakest there.
fn side<'c>(comparison: &Comparison<'_>, element: &'c ElementChange, side: Side) -> Option<(&'c Fraction, bool)> {
    let change = element.change.as_ref()?;
    let (mean, index, scores) = match side {
        Side::Before => (&change.before, element.before, &comparison.before_scores),
        Side::After => (&change.after, element.after, &comparison.after_scores),
    };
    Some((mean, index.is_some_and(|index| scores.is_weakest(index))))
}

/// Whether rounding to so many decimals makes a row look as if it didn't add up.
fn looks_off(change: &Change, decimals: u32) -> bool {
    let round = |value: &Fraction| rounded(value, decimals);
    round(&change.after) - round(&change.before) != round(&change.difference())
}

/// That rounding makes a row of elements look so, and by how much.
pub(super) fn rounded_off(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let decimals = decimals(comparison);
    let elements = comparison.elements.iter().filter_map(|element| element.change.as_ref());
    let mut changes = elements.chain(&comparison.overall);
    changes
        .any(|change| looks_off(change, decimals))
        .then(|| off_by(decimals, lang))
}

fn off_by(decimals: u32, lang: Lang) -> String {
    let last = fraction(1, 10_u32.pow(decimals));
    lang.rounded_off(&shown(&last, decimals, lang))
}

fn moved(comparison: &Comparison<'_>, lang: Lang) -> Vec<ChangeLine> {
    let mut questions: Vec<_> = comparison
        .elements
        .iter()
        .flat_map(|element| &element.questions)
        .map(|question| (question.change.difference(), question))
        .filter(|(difference, _)| !difference.is_zero())
        .collect();
    questions.sort_by(|one, other| other.0.abs().cmp(&one.0.abs()).then(one.1.at.cmp(&other.1.at)));
    questions
        .into_iter()
        .take(MOVED)
        .map(|(_, question)| {
            let asked = comparison.after.questionnaire.question(question.at);
            let title = scale::counted(lang, asked.reverse, told_with_few(comparison, question, lang));
            line(title, &question.change, 1, scale(comparison), lang)
        })
        .collect()
}

/// How many questions are not compared, and why: `2 vragen`, `1 tekst veranderd, 1 alleen toen gevraagd`.
pub(super) fn not_compared(comparison: &Comparison<'_>, lang: Lang) -> Option<(String, String)> {
    let mut counts = BTreeMap::new();
    for (_, reason) in &comparison.not_compared {
        *counts.entry(*reason).or_insert(0) += 1;
    }
    let parts = counts.into_iter();
    let parts: Vec<String> = parts
        .map(|(reason, count)| format!("{count} {}", reason_words(lang, reason)))
        .collect();
    let total = comparison.not_compared.len();
    (total > 0).then(|| (lang.questions(total), parts.join(", ")))
}

fn reason_words(lang: Lang, reason: Reason) -> String {
    match reason {
        Reason::TextChanged => lang.reason_text_changed(),
        Reason::ReverseChanged => lang.reason_reverse_changed(),
        Reason::LabelsChanged => lang.reason_labels_changed(),
        Reason::OnlyBefore => lang.reason_only_before(),
        Reason::OnlyAfter => lang.reason_only_after(),
        Reason::NeverAsked => lang.reason_never_asked(),
        Reason::ScoredOnlyBefore => lang.reason_scored_before(),
        Reason::ScoredOnlyAfter => lang.reason_scored_after(),
        Reason::NeverScored => lang.reason_never_scored(),
    }
}

fn text_of(comparison: &Comparison<'_>, full_id: &str) -> String {
    let in_profile = |profile: &Profile| {
        profile
            .questionnaire
            .find(full_id)
            .map(|at| profile.questionnaire.question(at).text.clone())
    };
    let text = in_profile(comparison.after).or_else(|| in_profile(comparison.before));
    safe(&text.unwrap_or_else(|| full_id.to_owned()))
}

/// Whether an element, or all together, has another mean over the compared questions than its own score.
fn partial(comparison: &Comparison<'_>) -> bool {
    let (then, now) = (&comparison.before_scores, &comparison.after_scores);
    let overall = comparison.overall.as_ref();
    comparison
        .elements
        .iter()
        .any(|element| is_partial(comparison, element))
        || overall.is_some_and(|change| has_other_means(change, then.overall.as_ref(), now.overall.as_ref()))
}

/// The same of one element.
pub(super) fn is_partial(comparison: &Comparison<'_>, element: &ElementChange) -> bool {
    fn own(scores: &Scores, index: Option<usize>) -> Option<&Fraction> {
        scores.elements[index?].score.as_ref()
    }
    let then = own(&comparison.before_scores, element.before);
    let now = own(&comparison.after_scores, element.after);
    element
        .change
        .as_ref()
        .is_some_and(|change| has_other_means(change, then, now))
}

/// Whether the means of a change are others than the profiles' own, as far as there are any.
pub(super) fn has_other_means(change: &Change, then: Option<&Fraction>, now: Option<&Fraction>) -> bool {
    let other = |own: Option<&Fraction>, compared| own.is_some_and(|own| own != compared);
    other(then, &change.before) || other(now, &change.after)
}

/// What stands beside the numbers of then and now, where they are not all those of the profiles themselves.
pub(super) fn scope(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    partial(comparison).then(|| lang.only_compared())
}

/// A heading or a verdict, and over which questions its numbers are, where that has to be said.
pub(crate) fn with_scope(what: String, scope: Option<&str>) -> String {
    match scope {
        Some(scope) => format!("{what} ({scope})"),
        None => what,
    }
}

/// How many elements the overall change is over, where that is not all of them.
fn over_elements(comparison: &Comparison<'_>, lang: Lang) -> Option<String> {
    let all = comparison.elements.len();
    let compared = comparison
        .elements
        .iter()
        .filter(|element| element.change.is_some())
        .count();
    (compared < all).then(|| lang.over_elements(compared, all))
}

fn cautions(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let (before, after) = (comparison.before, comparison.after);
    let mut cautions = Vec::new();
    cautions.extend(partial(comparison).then(|| lang.only_what_is_compared()));
    let is = |caution| comparison.cautions.contains(&caution);
    if [Caution::Participants, Caution::Functions, Caution::Kinds]
        .into_iter()
        .any(is)
    {
        let say = |profile: &Profile| {
            let people = lang.participants(profile.participants as usize);
            let functions = profile
                .functions
                .as_deref()
                .filter(|_| is(Caution::Functions))
                .map(safe);
            let people = with_scope(people, functions.as_deref());
            format!("{people}, {}", mode_words(lang, profile.mode))
        };
        cautions.push(lang.caution(&say(before), &say(after)));
    }
    let sentences = [
        (Caution::Kinds, lang.kinds_differ()),
        (Caution::Labels, lang.labels_differ()),
        (Caution::SameDay, lang.same_day()),
    ];
    let sentences = sentences.into_iter().filter(|(caution, _)| is(*caution));
    cautions.extend(sentences.map(|(_, sentence)| sentence));
    cautions.extend(thin(comparison, lang));
    let mut questions = comparison.elements.iter().flat_map(|element| &element.questions);
    // The questions have one decimal.
    if questions.any(|question| looks_off(&question.change, 1)) {
        cautions.push(off_by(1, lang));
    } else {
        cautions.extend(rounded_off(comparison, lang));
    }
    cautions
}
