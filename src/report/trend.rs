//! What is to be said about one team over many meetings.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use num_traits::ToPrimitive as _;

use super::{
    AgreementLine, Figure,
    changes::{ChangeLine, arrow, element_line, has_other_means, is_partial, not_compared, rounded_off, scope, thin},
    figure::{marked, score_with, tells},
    meeting_words, method, scale,
};
use crate::{
    agreements::{self, Entry},
    comparison::{other_functions, other_labels},
    fraction::decimals_where,
    lang::Lang,
    profile::Profile,
    questionnaire::Scale,
    text::safe,
    trend::{Course, Meeting, Point, Trend},
};

/// What stands for a score that a meeting doesn't have.
pub(crate) const NO_SCORE: &str = "–";

/// What is to be said about a team's meetings, the oldest first.
#[derive(Clone, Debug)]
pub struct TrendReport {
    /// The language of the sentences.
    pub lang: Lang,
    /// The language of the newest meeting's questions.
    pub asked_in: Lang,
    /// What the team calls itself, safe to show.
    pub team: String,
    /// How many meetings there were, and when; of a single one also how many took part, and how they answered.
    pub head: Vec<String>,
    /// That there is one meeting only.
    pub one_only: Option<String>,
    /// That there is no score at all.
    pub no_scores: Option<String>,
    /// One for each meeting.
    pub meetings: Vec<MeetingLine>,
    /// The numbers of the scale's points.
    pub numbers: RangeInclusive<u32>,
    /// The lowest and the highest of them: `1 nee`, `5 ja`.
    pub scale: [String; 2],
    /// One for each element of any meeting.
    pub elements: Vec<CourseLine>,
    /// All elements together.
    pub overall: CourseLine,
    /// Whether an element had no score at some meeting.
    pub gaps: bool,
    /// What the signs beside the scores mean, those that are used.
    pub signs: Vec<String>,
    /// That the numbers of then and now, of the first and the last meeting, are not all those of the meetings themselves.
    pub scope: Option<String>,
    /// How many questions of the first and the last meeting are not compared, and why.
    pub not_compared: Option<String>,
    /// What makes the comparisons less certain.
    pub cautions: Vec<String>,
    /// Where the questions come from.
    pub source: Option<String>,
    /// How the numbers came about, a line each.
    pub method: Vec<String>,
}

/// What is to be said about one meeting.
#[derive(Clone, Debug)]
pub struct MeetingLine {
    /// The day in words.
    pub date: String,
    /// How far it lies along the time line, from 0 to 1.
    pub at: f64,
    /// The day and the month, in short.
    pub day: String,
    /// In four digits.
    pub year: String,
    /// How many took part, and how they answered.
    pub meeting: Vec<String>,
    /// What the team agreed then, as it stands at the newest meeting.
    pub agreements: Vec<AgreementLine>,
}

/// What is to be said about one element over all meetings.
#[derive(Clone, Debug)]
pub struct CourseLine {
    /// Its id; empty for all elements together.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// One for each meeting.
    pub points: Vec<PointLine>,
    /// The change from the first meeting to the last, if there are two.
    pub whole: Option<ChangeLine>,
    /// That this change is over other questions than the scores of those meetings.
    pub scope: Option<String>,
}

/// What is to be said about one element at one meeting.
#[derive(Clone, Debug)]
pub struct PointLine {
    /// Its score, or a dash.
    pub score: Figure,
    /// Whether it is among the weakest of that meeting.
    pub weakest: bool,
    /// `▲` or `▼` for a clear change since the meeting before, else nothing.
    pub arrow: &'static str,
}

impl TrendReport {
    /// What was agreed at any of the meetings, in their order, each with the day on which it was made.
    pub(crate) fn agreements(&self) -> impl Iterator<Item = AgreementLine> + '_ {
        self.meetings.iter().flat_map(|meeting| {
            let lines = meeting.agreements.iter();
            lines.map(|line| AgreementLine {
                made: line.made.clone().or_else(|| Some(meeting.date.clone())),
                ..line.clone()
            })
        })
    }

    /// Says everything about a trend, in one language.
    pub fn new(trend: &Trend<'_>, lang: Lang) -> TrendReport {
        let newest = trend.meetings.last().map(|meeting| meeting.profile);
        let scale = newest.map(|profile| &profile.questionnaire.scale);
        let end = |end: fn(&Scale) -> usize| {
            scale.map_or_else(String::new, |scale| scale::point(scale, &scale.labels, end(scale)))
        };
        let decimals = decimals(trend);
        let entries = agreements::of(trend.meetings.iter().map(|meeting| meeting.profile));
        let meetings: Vec<MeetingLine> = (0..trend.meetings.len())
            .map(|index| meeting_line(trend, index, &entries, lang))
            .collect();
        let elements: Vec<CourseLine> = trend
            .elements
            .iter()
            .map(|course| course_line(trend, course, decimals, lang))
            .collect();
        let scores = || elements.iter().flat_map(|line| &line.points);
        let gaps = scores().any(|point| point.score.value.is_none());
        TrendReport {
            lang,
            asked_in: newest.map_or(lang, |profile| profile.questionnaire.lang),
            team: newest
                .map(|profile| safe(&profile.whose().to_string()))
                .unwrap_or_default(),
            head: head(&meetings, lang),
            one_only: (trend.meetings.len() == 1).then(|| lang.one_meeting_only()),
            no_scores: scores()
                .all(|point| point.score.value.is_none())
                .then(|| lang.trend_no_scores()),
            numbers: scale.map_or(1..=1, Scale::numbers),
            scale: [end(|_| 1), end(Scale::points)],
            overall: overall_line(trend, decimals, lang),
            gaps,
            signs: signs(scores, gaps, lang),
            meetings,
            elements,
            scope: trend.whole.as_ref().and_then(|whole| scope(whole, lang)),
            not_compared: trend
                .whole
                .as_ref()
                .and_then(|whole| not_compared(whole, lang))
                .map(|(questions, reasons)| lang.first_and_last_not_compared(&questions, &reasons)),
            cautions: cautions(trend, lang),
            source: newest.and_then(|profile| profile.questionnaire.source.as_deref().map(safe)),
            method: method::of_trend(trend, lang),
        }
    }
}

fn head(meetings: &[MeetingLine], lang: Lang) -> Vec<String> {
    let mut head = vec![lang.meetings(meetings.len())];
    match meetings {
        [] => {}
        [only] => {
            head.push(only.date.clone());
            head.extend(only.meeting.iter().cloned());
        }
        [first, .., last] => head.push(format!("{} → {}", first.date, last.date)),
    }
    head
}

fn signs<'l, L: Iterator<Item = &'l PointLine>>(scores: impl Fn() -> L, gaps: bool, lang: Lang) -> Vec<String> {
    let mut signs = Vec::new();
    if scores().any(|point| !point.arrow.is_empty()) {
        signs.push(if gaps {
            lang.arrows_over_gaps_legend()
        } else {
            lang.arrows_legend()
        });
    }
    if scores().any(|point| point.weakest) {
        signs.push(lang.weakest_legend());
    }
    signs
}

fn meeting_line(trend: &Trend<'_>, index: usize, entries: &[Entry<'_>], lang: Lang) -> MeetingLine {
    let profile = trend.meetings[index].profile;
    let newest = trend.meetings[trend.meetings.len() - 1].profile.date;
    let agreed = entries
        .iter()
        .filter(|entry| entry.first == index)
        .map(|entry| AgreementLine {
            made: (entry.made != profile.date).then(|| lang.date(entry.made)),
            ..AgreementLine::of(entry, newest, lang)
        });
    let first = trend.meetings[0].profile.date;
    let days = |date: NaiveDate| (date - first).num_days().to_f64().unwrap_or_default();
    let whole = trend.meetings.last().map_or(0.0, |last| days(last.profile.date));
    let (day, year) = lang.short_date(profile.date);
    MeetingLine {
        date: lang.date(profile.date),
        at: if whole > 0.0 { days(profile.date) / whole } else { 0.5 },
        day,
        year,
        meeting: meeting_words(profile, lang),
        agreements: agreed.collect(),
    }
}

/// With how many decimals all of the scores are shown.
fn decimals(trend: &Trend<'_>) -> u32 {
    let meetings = trend.meetings.iter();
    let meetings = meetings.map(|meeting| (marked(&meeting.scores), &meeting.profile.questionnaire.scale));
    let meetings: Vec<_> = meetings.collect();
    decimals_where(|decimals| meetings.iter().all(|(marked, scale)| tells(marked, scale, decimals)))
}

fn course_line(trend: &Trend<'_>, course: &Course, decimals: u32, lang: Lang) -> CourseLine {
    let points = trend.meetings.iter().zip(&course.points);
    let comparison = trend.whole.as_ref().zip(trend.whole_of(course));
    let whole = trend.whole.as_ref().map(|whole| match trend.whole_of(course) {
        Some(element) => element_line(whole, element, lang),
        // Only meetings between the first and the last asked about it.
        None => ChangeLine {
            verdict: lang.too_few_to_compare(),
            ..ChangeLine::default()
        },
    });
    CourseLine {
        id: safe(&course.id),
        title: safe(trend.title(course)),
        points: points
            .map(|(meeting, point)| point_line(meeting, point, decimals, lang))
            .collect(),
        whole,
        scope: comparison
            .filter(|(whole, element)| is_partial(whole, element))
            .map(|_| lang.only_compared()),
    }
}

fn point_line(meeting: &Meeting<'_>, point: &Point, decimals: u32, lang: Lang) -> PointLine {
    let score = score_with(
        decimals,
        point.score.as_ref(),
        &meeting.profile.questionnaire.scale,
        lang,
    );
    let step = point.step.as_ref().filter(|step| step.weighed.is_clear());
    PointLine {
        score: score.unwrap_or_else(no_score),
        weakest: point.weakest,
        arrow: step.map_or("", |step| arrow(&step.change)),
    }
}

fn overall_line(trend: &Trend<'_>, decimals: u32, lang: Lang) -> CourseLine {
    let points = trend.meetings.iter().map(|meeting| {
        let scale = &meeting.profile.questionnaire.scale;
        PointLine {
            score: score_with(decimals, meeting.scores.overall.as_ref(), scale, lang).unwrap_or_else(no_score),
            weakest: false,
            arrow: "",
        }
    });
    CourseLine {
        id: String::new(),
        title: lang.all_elements(),
        points: points.collect(),
        whole: None,
        scope: None,
    }
}

fn no_score() -> Figure {
    Figure::none(NO_SCORE.to_owned())
}

/// Whether a change is over other questions than the scores of its meetings.
fn has_other_scope(trend: &Trend<'_>) -> bool {
    let mut steps = trend.elements.iter().flat_map(|course| {
        let own = |meeting: usize| course.points[meeting].score.as_ref();
        let steps = course.points.iter().enumerate();
        steps.filter_map(move |(index, point)| {
            let step = point.step.as_ref()?;
            Some(has_other_means(&step.change, own(step.since), own(index)))
        })
    });
    let mut whole = trend.whole.iter().flat_map(|whole| {
        let elements = whole.elements.iter();
        elements.map(move |element| is_partial(whole, element))
    });
    steps.any(|other| other) || whole.any(|partial| partial)
}

fn cautions(trend: &Trend<'_>, lang: Lang) -> Vec<String> {
    let profiles = || trend.meetings.iter().map(|meeting| meeting.profile);
    let mut changed = Vec::new();
    let participants = || profiles().map(|profile| profile.participants);
    if let (Some(fewest), Some(most)) = (participants().min(), participants().max())
        && fewest < most
    {
        changed.push(lang.participants_varied(fewest, most));
    }
    let any = |differ: fn(&Profile, &Profile) -> bool| {
        let mut pairs = trend.meetings.windows(2);
        pairs.any(|two| differ(two[0].profile, two[1].profile))
    };
    let modes_differ = any(|before, after| before.mode != after.mode);
    if modes_differ {
        changed.push(lang.mode_varied());
    }
    if any(other_functions) {
        changed.push(lang.functions_varied());
    }
    let mut cautions = Vec::new();
    let changed = changed.into_iter().reduce(|one, other| lang.both_varied(&one, &other));
    cautions.extend(changed.map(|changed| lang.meetings_differ(&changed)));
    cautions.extend(modes_differ.then(|| lang.kinds_varied()));
    cautions.extend(any(other_labels).then(|| lang.labels_differ()));
    cautions.extend(trend.whole.as_ref().and_then(|whole| thin(whole, lang)));
    if any(|before, after| before.date == after.date) {
        cautions.push(lang.some_on_one_day());
    }
    if has_other_scope(trend) {
        cautions.push(lang.steps_are_over_compared());
    }
    cautions.extend(trend.whole.as_ref().and_then(|whole| rounded_off(whole, lang)));
    cautions
}
