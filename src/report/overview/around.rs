//! What is said around the numbers of a picture: of how many teams it is, what it doesn't tell, and what to mind.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    lang::Lang,
    overview::{ENOUGH_TEAMS, Other, Overview},
    report::{method, mode_words},
    tally::Mode,
    text::safe,
};

/// Fewer teams than these are few: each makes much of the picture.
const FEW: usize = 5;

/// From so many days on meetings lie far apart.
const FAR_APART: i64 = 183;

/// How long a month is in days, on average.
const MONTH: f64 = 30.44;

/// How many teams there are, where that is known, whatever their meetings.
fn names(overview: &Overview) -> usize {
    let names = overview.standings.iter();
    let names: BTreeSet<_> = names.map(|standing| (&standing.team, &standing.folder)).collect();
    names.len()
}

/// Whether a team can have more than one meeting in it.
fn has_meetings(overview: &Overview) -> bool {
    !overview.standings.is_empty() && names(overview) < overview.teams
}

pub(super) fn of_how_many(overview: &Overview, lang: Lang) -> String {
    let counted = if has_meetings(overview) {
        lang.meetings_of_teams(&lang.meetings(overview.teams), &lang.teams(names(overview)))
    } else {
        lang.teams(overview.teams)
    };
    match &overview.group {
        Some(group) => format!("{counted} ({})", safe(group)),
        None => counted,
    }
}

pub(super) fn head(first: Option<NaiveDate>, newest: Option<NaiveDate>, lang: Lang) -> Vec<String> {
    match (first, newest) {
        (Some(first), Some(newest)) if first < newest => {
            vec![format!("{} → {}", lang.date(first), lang.date(newest))]
        }
        (Some(only), _) => vec![lang.date(only)],
        _ => Vec::new(),
    }
}

pub(super) fn left_out(overview: &Overview, lang: Lang) -> Vec<String> {
    if !overview.anonymous {
        return Vec::new();
    }
    let elements = overview.elements.iter();
    let mut all = elements.flat_map(|picture| {
        let questions = picture.questions.iter().map(|question| &question.distribution);
        questions.chain([&picture.distribution])
    });
    let few = all.any(|distribution| distribution.teams < ENOUGH_TEAMS);
    let few = few.then(|| lang.unnamed_and_few(ENOUGH_TEAMS));
    [lang.unnamed_picture()].into_iter().chain(few).collect()
}

pub(super) fn cautions(overview: &Overview, days: Option<(NaiveDate, NaiveDate)>, lang: Lang) -> Vec<String> {
    let mut cautions = Vec::new();
    let mut elements = overview.elements.iter();
    if elements.all(|picture| picture.distribution.teams == 0) {
        cautions.push(lang.no_teams_scored());
    }
    if overview.teams < FEW {
        cautions.push(lang.few_teams(overview.teams));
    }
    let modes = Mode::WORDS.iter().filter_map(|&(_, mode)| {
        let of_mode = overview.standings.iter().filter(|standing| standing.mode == mode);
        let count = of_mode.count();
        (count > 0).then(|| lang.mode_of_teams(count, &mode_words(lang, mode)))
    });
    let modes: Vec<String> = modes.collect();
    if modes.len() > 1 {
        cautions.push(lang.modes_between(&modes.join(", ")));
    }
    if let Some((first, last)) = days {
        let apart = (last - first).num_days();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "months of a life"
        )]
        let months = (apart as f64 / MONTH).round() as usize;
        if apart >= FAR_APART {
            cautions.push(lang.far_apart(months));
        }
    }
    cautions
}

pub(super) fn others(overview: &Overview, lang: Lang) -> Option<String> {
    let own = &overview.questionnaire;
    let told = |other: &Other| {
        let (title, profiles) = (safe(&other.title), lang.profiles_counted(other.profiles));
        if other.id == own.id {
            lang.profiles_of_version(&title, other.version, &profiles)
        } else {
            lang.profiles_of(&title, &profiles)
        }
    };
    let others: Vec<String> = overview.others.iter().map(told).collect();
    (!others.is_empty()).then(|| lang.other_questionnaires(&others.join(", ")))
}

pub(super) fn method(overview: &Overview, lang: Lang) -> Vec<String> {
    let scale = &overview.questionnaire.scale;
    let tells_weakest = overview.elements.iter().any(|element| element.weakest.is_some());
    vec![
        if has_meetings(overview) {
            lang.how_meetings_count()
        } else {
            lang.how_teams_count()
        },
        lang.how_quartiles(),
        lang.how_elements(),
        if tells_weakest {
            [lang.how_weakest_in(), method::bands(scale, lang)].join(" ")
        } else {
            method::bands(scale, lang)
        },
        method::divided(scale, lang),
    ]
}
