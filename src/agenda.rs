//! The agenda of a team's next meeting: its parts with their minutes, and whose turn it is among the ways of working.
//!
//! Nothing is remembered between two agendas. The day and the days of the team's profiles alone decide, so that an agenda
//! that is made again is the same one.

use std::{cmp::Reverse, collections::BTreeSet};

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use crate::{
    content::activities::Activity,
    day::{LAST_DAY, in_calendar},
};

/// How many weeks there are between two meetings when nothing else is said.
pub const WEEKS: u32 = 6;

/// How many minutes a meeting takes when nothing else is said.
pub const MINUTES: u32 = 90;

/// How long there is to talk about the questions that stand out, beside the other parts.
const TALK: u32 = 15;

/// What a meeting goes through, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who is there, who is new, who is missing.
    Welcome,
    /// The agreements that are still open.
    Agreements,
    /// The question that one of the group brings in.
    Question,
    /// A way of working with that question.
    Activity,
    /// The lowest and the most divided questions of the newest profile.
    Talk,
    /// New agreements, and the next meeting.
    Closing,
}

impl Part {
    /// Each part with how long it takes beside the others: of 90 minutes, about so many.
    const ALL: [(Part, u32); 6] = [
        (Part::Welcome, 8),
        (Part::Agreements, 10),
        (Part::Question, 12),
        (Part::Activity, 35),
        (Part::Talk, TALK),
        (Part::Closing, 10),
    ];
}

/// What an agenda is made for.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'o> {
    /// The days of the team's profiles.
    pub meetings: &'o [NaiveDate],
    /// The day of the meeting.
    pub date: NaiveDate,
    /// How many weeks there are between two meetings, from 1.
    pub weeks: u32,
    /// How many minutes the meeting takes, from 30.
    pub minutes: u32,
    /// The ids of the ways of working that the team doesn't want.
    pub skipped: &'o [String],
    /// Whether there are open agreements.
    pub agreed: bool,
    /// Whether the newest profile has questions that stand out.
    pub to_talk: bool,
}

/// A meeting's parts, way of working and next day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The day of the meeting.
    pub date: NaiveDate,
    /// The day of the meeting after it.
    pub next: NaiveDate,
    /// How many minutes the meeting takes.
    pub minutes: u32,
    /// Its parts with their minutes, which add up to that. A part without anything to do has none.
    pub parts: Vec<(Part, u32)>,
    /// The way of working. Its steps have the minutes that they take at this meeting, which add up to those of its part.
    pub activity: Activity,
}

impl Agenda {
    /// Plans a meeting; `None` when every way of working is skipped.
    pub fn of(occasion: &Occasion<'_>, activities: &[Activity]) -> Option<Agenda> {
        let number = meeting_number(occasion.meetings, occasion.date, occasion.weeks);
        let mut activity = turn(number, activities, occasion.skipped)?.clone();
        let weight = |part: Part, weight: u32| match part {
            Part::Agreements if !occasion.agreed => 0,
            Part::Talk if !occasion.to_talk => 0,
            // Without anything that stands out, the question that is brought in gets that time.
            Part::Question if !occasion.to_talk => weight + TALK,
            _ => weight,
        };
        let weights = Part::ALL.map(|(part, of_90)| weight(part, of_90));
        let minutes = shared(occasion.minutes, &weights.map(Weight::of));
        let parts: Vec<(Part, u32)> = Part::ALL.iter().map(|(part, _)| *part).zip(minutes).collect();
        let steps = activity.steps.iter().map(|step| Weight {
            turned: step.turned,
            ..Weight::of(step.minutes)
        });
        let steps: Vec<Weight> = steps.collect();
        let whole = parts.iter().find(|(part, _)| *part == Part::Activity);
        let steps = shared(whole.map_or(0, |(_, minutes)| *minutes), &steps);
        for (step, minutes) in activity.steps.iter_mut().zip(steps) {
            step.minutes = minutes;
        }
        Some(Agenda {
            date: occasion.date,
            next: in_weeks(occasion.date, occasion.weeks),
            minutes: occasion.minutes,
            parts,
            activity,
        })
    }
}

/// The day so many weeks later, or the last day that there is.
pub fn in_weeks(date: NaiveDate, weeks: u32) -> NaiveDate {
    let later = date.checked_add_days(Days::new(7 * u64::from(weeks)));
    later.and_then(in_calendar).unwrap_or(LAST_DAY)
}

/// The day that is proposed for the meeting after another: so many weeks later. In a weekend it is the Friday before, which
/// is still within those weeks.
pub fn proposed(last: NaiveDate, weeks: u32) -> NaiveDate {
    let day = in_weeks(last, weeks);
    let early = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    day - Days::new(early)
}

/// How many meetings there have been by a day, with that day's own: one for each of the team's profiles, and one for each
/// `weeks` or part of them that lie between two profiles, or between the last one and the day.
///
/// A part counts as a whole: so the number is another one `weeks` later, whether a profile was saved at this meeting or not.
fn meeting_number(meetings: &[NaiveDate], date: NaiveDate, weeks: u32) -> usize {
    let days: BTreeSet<NaiveDate> = meetings.iter().copied().chain([date]).collect();
    let days: Vec<NaiveDate> = days.into_iter().collect();
    let between = days.windows(2).map(|two| {
        let days = (two[1] - two[0]).num_days().unsigned_abs();
        days.div_ceil(7 * u64::from(weeks))
    });
    usize::try_from(1 + between.sum::<u64>()).unwrap_or(usize::MAX)
}

/// The way of working whose turn it is at the meeting of this number, from 1.
///
/// For one that is skipped, comes the one whose own turn is as far away as can be, before and after: so it isn't that of
/// the last meeting or the next one, and all others keep their turn.
fn turn<'a>(number: usize, activities: &'a [Activity], skipped: &[String]) -> Option<&'a Activity> {
    activities.first()?;
    let count = activities.len();
    let mut away: Vec<usize> = (1..count).collect();
    away.sort_by_key(|&away| Reverse(away.min(count - away)));
    let order = std::iter::once(0).chain(away);
    let mut candidates = order.map(|away| &activities[(number - 1 + away) % count]);
    candidates.find(|activity| !skipped.contains(&activity.id))
}

/// How long something takes beside the rest.
#[derive(Clone, Copy)]
struct Weight {
    minutes: u32,
    /// Whether it takes as long as what stands before it.
    turned: bool,
}

impl Weight {
    fn of(minutes: u32) -> Weight {
        Weight { minutes, turned: false }
    }
}

/// Divides minutes in proportion to weights; what rounding leaves goes to the largest remainders, the first of equal ones
/// first. In fives where that leaves something for every weight, since people plan so.
fn shared(minutes: u32, weights: &[Weight]) -> Vec<u32> {
    let fives = in_proportion(minutes / 5, weights);
    let mut served = fives.iter().zip(weights);
    if minutes.is_multiple_of(5) && served.all(|(five, weight)| *five > 0 || weight.minutes == 0) {
        return fives.into_iter().map(|five| 5 * five).collect();
    }
    in_proportion(minutes, weights)
}

fn in_proportion(units: u32, weights: &[Weight]) -> Vec<u32> {
    let all: u32 = weights.iter().map(|weight| weight.minutes).sum();
    let mut shares: Vec<u32> = weights.iter().map(|weight| units * weight.minutes / all).collect();
    let mut left = units - shares.iter().sum::<u32>();
    let mut places: Vec<usize> = (0..weights.len()).filter(|&place| !weights[place].turned).collect();
    places.sort_by_key(|&place| Reverse(units * weights[place].minutes % all));
    // Both halves of a pair get one more, or neither does: then the next place gets it, from the first one again if need be.
    let halves = |place: usize| 1 + u32::from(weights.get(place + 1).is_some_and(|next| next.turned));
    let order: Vec<usize> = places.iter().chain(&places).copied().collect();
    for place in order {
        let taken = halves(place).min(left);
        if taken == halves(place) {
            for share in &mut shares[place..place + taken as usize] {
                *share += 1;
            }
            left -= taken;
        }
    }
    // Nothing but pairs, and an odd one left.
    shares[0] += left;
    shares
}

#[cfg(test)]
mod tests;
