//! *Hoe we rekenen*: five lines under each report, with the limits of its own scale and where they come from.

use super::{changes::rule, figure::exactly, scale::point};
use crate::{
    comparison::Comparison,
    fraction::shown,
    lang::Lang,
    profile::Profile,
    questionnaire::Scale,
    scoring::{QuestionScore, Scores},
    tally::{Mode, Shared},
    trend::Trend,
};

/// Those of one meeting.
pub(super) fn of_profile(profile: &Profile, scores: &Scores, lang: Lang) -> Vec<String> {
    vec![
        questions(profile, lang),
        lang.how_elements(),
        lowest(scores, lang),
        bands(&profile.questionnaire.scale, lang),
        spread(profile, lang),
    ]
}

/// Those of a meeting and what changed since an earlier one.
pub(super) fn of_comparison(comparison: &Comparison<'_>, lang: Lang) -> Vec<String> {
    let profile = comparison.after;
    vec![
        questions(profile, lang),
        lang.how_elements(),
        [
            lowest(&comparison.after_scores, lang),
            bands(&profile.questionnaire.scale, lang),
        ]
        .join(" "),
        spread(profile, lang),
        change(comparison, lang),
    ]
}

/// Those of many meetings; none without one.
pub(super) fn of_trend(trend: &Trend<'_>, lang: Lang) -> Vec<String> {
    let Some(newest) = trend.meetings.last() else {
        return Vec::new();
    };
    let head = [
        questions(newest.profile, lang),
        lang.how_elements(),
        lowest(&newest.scores, lang),
        bands(&newest.profile.questionnaire.scale, lang),
    ];
    let change = trend.whole.iter().map(|whole| change(whole, lang));
    head.into_iter().chain(change).collect()
}

fn questions(profile: &Profile, lang: Lang) -> String {
    let questionnaire = &profile.questionnaire;
    let scale = &questionnaire.scale;
    let [lowest, highest] = [1, scale.points()].map(|end| point(scale, &scale.labels, end));
    let rule = if profile.mode == Mode::Joint {
        lang.how_joint_questions(&lowest, &highest)
    } else {
        lang.how_counted_questions(&lowest, &highest)
    };
    let ends = scale.number(1) + scale.number(scale.points());
    let reversed = questionnaire.places().any(|at| questionnaire.question(at).reverse);
    let reversed = reversed.then(|| lang.how_reversed(ends));
    let shared = profile.keeps_back();
    let shared = shared.then(|| lang.how_shared(Shared::COUNTED, Shared::FEWEST));
    let rules: Vec<String> = [rule].into_iter().chain(reversed).chain(shared).collect();
    rules.join(" ")
}

fn lowest(scores: &Scores, lang: Lang) -> String {
    let scored = scores.elements.iter().filter(|element| element.score.is_some()).count();
    // At most half of them are marked.
    match scores.marks.min(scored / 2).max(1) {
        1 => lang.how_lowest_one(),
        count => lang.how_lowest(count),
    }
}

pub(super) fn bands(scale: &Scale, lang: Lang) -> String {
    let limits = lang.how_bands(&exactly(&scale.discuss, lang), &exactly(&scale.strong, lang));
    let ours = Scale::default_bands(scale.first, scale.points());
    let source = if ours == (scale.strong.clone(), scale.discuss.clone()) {
        lang.how_bands_by_us()
    } else {
        lang.how_bands_by_questionnaire()
    };
    [limits, source].join(" ")
}

fn spread(profile: &Profile, lang: Lang) -> String {
    if !profile.mode.counts() {
        return lang.how_together();
    }
    divided(&profile.questionnaire.scale, lang)
}

pub(super) fn divided(scale: &Scale, lang: Lang) -> String {
    let limit = shown(&QuestionScore::divided_limit(scale), 2, lang);
    match scale.points() {
        2 => lang.how_divided_on_two_points(&limit),
        _ => lang.how_divided(&limit),
    }
}

fn change(comparison: &Comparison<'_>, lang: Lang) -> String {
    [rule(&comparison.limits, lang), lang.how_change_is_ours()].join(" ")
}
