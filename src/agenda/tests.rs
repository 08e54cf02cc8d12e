use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::{content::activities::built_in, lang::Lang};

static ACTIVITIES: LazyLock<Vec<Activity>> = LazyLock::new(|| built_in(Lang::Nl));

fn day(number: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::TimeDelta::days(number)
}

fn agenda(meetings: &[NaiveDate], date: NaiveDate, weeks: u32, skipped: &[String]) -> Agenda {
    let occasion = Occasion {
        meetings,
        date,
        weeks,
        minutes: MINUTES,
        skipped,
        agreed: true,
        to_talk: true,
    };
    Agenda::of(&occasion, &ACTIVITIES).expect("a way of working is left")
}

fn chosen(meetings: &[NaiveDate], date: NaiveDate, weeks: u32, skipped: &[String]) -> String {
    agenda(meetings, date, weeks, skipped).activity.id
}

#[test]
fn ninety_minutes_are_divided_in_fives() {
    let agenda = agenda(&[day(0)], day(42), WEEKS, &[]);
    let minutes: Vec<u32> = agenda.parts.iter().map(|(_, minutes)| *minutes).collect();
    assert_eq!(minutes, [10, 10, 10, 35, 15, 10]);
    let own = &ACTIVITIES[1];
    assert_eq!(
        agenda.activity, *own,
        "the second meeting has the second way of working"
    );
    for activity in &*ACTIVITIES {
        let all: u32 = activity.steps.iter().map(|step| step.minutes).sum();
        assert_eq!(all, 35, "{}", activity.id);
    }
}

#[test]
fn what_rounding_leaves_goes_to_the_largest_remainders() {
    let minutes = |all: u32| -> Vec<u32> {
        let meetings = [day(0)];
        let occasion = Occasion {
            meetings: &meetings,
            date: day(42),
            weeks: WEEKS,
            minutes: all,
            skipped: &[],
            agreed: true,
            to_talk: true,
        };
        let agenda = Agenda::of(&occasion, &ACTIVITIES).unwrap();
        agenda.parts.iter().map(|(_, minutes)| *minutes).collect()
    };
    assert_eq!(minutes(60), [5, 5, 10, 25, 10, 5]);
    assert_eq!(minutes(120), [10, 15, 15, 45, 20, 15]);
    // Too short for fives, and not in fives.
    assert_eq!(minutes(30), [3, 3, 4, 12, 5, 3]);
    assert_eq!(minutes(61), [5, 7, 8, 24, 10, 7]);
}

#[test]
fn both_halves_of_a_pair_take_as_long_however_long_the_meeting_is() {
    let weights = |minutes: &[u32], turned: &[usize]| -> Vec<Weight> {
        let weights = minutes.iter().enumerate();
        weights
            .map(|(place, &minutes)| Weight {
                minutes,
                turned: turned.contains(&place),
            })
            .collect()
    };
    let through_eyes = weights(&[5, 10, 10, 10], &[2]);
    for (minutes, expected) in [
        (12, [2, 3, 3, 4]),
        (25, [5, 5, 5, 10]),
        (35, [5, 10, 10, 10]),
        (45, [5, 15, 15, 10]),
    ] {
        assert_eq!(shared(minutes, &through_eyes), expected);
    }
    // Without the pair the first of equal ones would get more.
    assert_eq!(shared(25, &weights(&[5, 10, 10, 10], &[])), [5, 10, 5, 5]);
    // Nothing else to give an odd minute to.
    assert_eq!(shared(7, &weights(&[1, 1], &[1])), [4, 3]);
    let pairs: usize = ACTIVITIES
        .iter()
        .flat_map(|activity| &activity.steps)
        .filter(|step| step.turned)
        .count();
    assert_eq!(pairs, 1);
    for minutes in 30..=480 {
        for pair in ACTIVITIES.iter().map(|activity| &activity.steps) {
            let weights: Vec<Weight> = pair
                .iter()
                .map(|step| Weight {
                    minutes: step.minutes,
                    turned: step.turned,
                })
                .collect();
            let shares = shared(minutes, &weights);
            assert_eq!(shares.iter().sum::<u32>(), minutes);
            for (place, step) in pair.iter().enumerate() {
                assert!(
                    !step.turned || shares[place] == shares[place - 1],
                    "{minutes}: {shares:?}"
                );
            }
        }
    }
}

#[test]
fn a_day_that_is_proposed_is_a_working_day() {
    // The 1st of January 2026 is a Thursday.
    for (last, expected) in [(0, 42), (1, 43), (2, 43), (3, 43), (4, 46)] {
        assert_eq!(proposed(day(last), WEEKS), day(expected));
    }
}

#[test]
fn every_way_of_working_gets_its_turn_however_far_meetings_lie_apart() {
    let count = ACTIVITIES.len();
    for apart in 1..100_i64 {
        let mut meetings = vec![day(0)];
        let mut seen = BTreeSet::new();
        for number in 1..=i64::try_from(count).unwrap() {
            seen.insert(chosen(&meetings, day(number * apart), WEEKS, &[]));
            meetings.push(day(number * apart));
        }
        // All of them, or as many as a step of a whole round leaves.
        assert_eq!(
            seen.len(),
            if apart.unsigned_abs().div_ceil(42) % 7 == 0 {
                1
            } else {
                count
            }
        );
    }
}

#[test]
fn the_evening_itself_has_the_same_agenda_before_and_after_its_profile_is_saved() {
    let before = agenda(&[day(0)], day(40), WEEKS, &[]);
    assert_eq!(agenda(&[day(0), day(40)], day(40), WEEKS, &[]), before);
    assert_eq!(agenda(&[day(0), day(40), day(40)], day(40), WEEKS, &[]), before);
}

#[test]
fn with_all_of_them_skipped_there_is_no_agenda() {
    let activities = &*ACTIVITIES;
    let skipped: Vec<String> = activities.iter().map(|activity| activity.id.clone()).collect();
    assert_eq!(turn(1, activities, &skipped), None);
    for left in 0..skipped.len() {
        let mut skipped = skipped.clone();
        let id = skipped.remove(left);
        assert_eq!(turn(1, activities, &skipped).unwrap().id, id);
    }
}

#[test]
fn skipping_one_or_two_leaves_the_others_their_turn_and_gives_no_way_of_working_twice_in_a_row() {
    let activities = &*ACTIVITIES;
    let ids: Vec<&String> = activities.iter().map(|activity| &activity.id).collect();
    for (one, other, number) in
        (0..7).flat_map(|one| (0..7).flat_map(move |other| (1..=7).map(move |n| (one, other, n))))
    {
        let skipped = [ids[one].clone(), ids[other].clone()];
        let of = |number, skipped| &turn(number, activities, skipped).unwrap().id;
        let (now, next) = (of(number, &skipped), of(number + 1, &skipped));
        assert!(!skipped.contains(now));
        assert_ne!(now, next, "skipped every time: {skipped:?}");
        assert_ne!(now, of(number + 1, &[]), "skipped this time: {skipped:?}");
        assert_ne!(of(number, &[]), next, "skipped next time: {skipped:?}");
        let own = of(number, &[]);
        assert!(skipped.contains(own) || now == own, "the others keep their turn");
    }
}

proptest! {
    #[test]
    fn minutes_add_up_and_everything_that_is_done_takes_some(
        minutes in 30..=480_u32, agreed: bool, to_talk: bool, date in 1..600_i64,
    ) {
        let meetings = [day(0)];
        let occasion = Occasion { meetings: &meetings, date: day(date), weeks: WEEKS, minutes, skipped: &[], agreed, to_talk };
        let agenda = Agenda::of(&occasion, &ACTIVITIES).unwrap();
        prop_assert_eq!(agenda.parts.iter().map(|(_, minutes)| minutes).sum::<u32>(), minutes);
        for (part, minutes) in &agenda.parts {
            let is_done = match part {
                Part::Agreements => agreed,
                Part::Talk => to_talk,
                _ => true,
            };
            prop_assert_eq!(*minutes > 0, is_done, "{:?}", part);
        }
        let steps = agenda.activity.steps.iter().map(|step| step.minutes);
        prop_assert!(steps.clone().all(|minutes| minutes > 0));
        let (_, whole) = agenda.parts.iter().find(|(part, _)| *part == Part::Activity).unwrap();
        prop_assert_eq!(steps.sum::<u32>(), *whole);
    }

    #[test]
    fn the_next_meeting_gets_another_way_of_working(
        apart in prop::collection::vec(0..200_i64, 0..6), date in 0..400_i64, weeks in 1..=52_u32, skip in 0..7_usize, skips: bool,
    ) {
        let mut meetings = vec![day(0)];
        for days in apart {
            meetings.push(meetings[meetings.len() - 1] + chrono::TimeDelta::days(days));
        }
        let date = meetings[meetings.len() - 1] + chrono::TimeDelta::days(date);
        let skipped: Vec<String> = skips.then(|| ACTIVITIES[skip].id.clone()).into_iter().collect();
        let now = chosen(&meetings, date, weeks, &skipped);
        let next = in_weeks(date, weeks);
        prop_assert_ne!(&now, &chosen(&meetings, next, weeks, &skipped));
        prop_assert_ne!(&now, &chosen(&meetings, next, weeks, &[]));
        meetings.push(date);
        prop_assert_ne!(&now, &chosen(&meetings, next, weeks, &skipped));
    }
}
