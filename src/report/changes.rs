//! What is to be said about two profiles.

mod cautions;
mod few;
mod left_out;
mod rounding;
mod scope;

use chrono::NaiveDate;
use num_traits::{Signed as _, Zero as _};

pub(crate) use self::scope::with_scope;
use self::{
    cautions::cautions,
    few::told_with_few,
    left_out::{reason_words, text_of},
    scope::{over_elements, partial},
};
pub(super) use self::{
    few::thin,
    left_out::not_compared,
    rounding::{decimals, looks_off, off_by, rounded_off},
    scope::{has_other_means, is_partial, scope},
};
use super::{AgreementLine, Figure, entry_lines, figure::exactly, scale};
use crate::{
    agreements,
    comparison::{Change, Comparison, ElementChange, Limits, Verdict, Weighed},
    fraction::{plain, shown, shown_change},
    lang::Lang,
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
            team: safe(&after.whose().to_string()),
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
    let weighed = &element.weighed;
    if let Some(why) = why_not_clear(weighed, change, lang) {
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
fn why_not_clear(weighed: &Weighed, change: &Change, lang: Lang) -> Option<String> {
    let (along, against) = weighed.along_and_against(change);
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
