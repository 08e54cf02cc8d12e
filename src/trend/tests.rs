use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::{
    fraction::fraction,
    lang::Lang,
    profile::State,
    scoring::WEAKEST,
    tally::{Mode, Tally},
};

const ALL_OF_ENABLING: [&str; 3] = [
    "enabling-system.know-needs",
    "enabling-system.facilitate",
    "enabling-system.initiatives",
];

fn profile(everywhere: u32, but: &[(&str, &str)]) -> Profile {
    Profile::answered(Lang::Nl, everywhere, but)
}

/// A profile in which nobody answered about the enabling system.
fn with_gap(everywhere: u32) -> Profile {
    profile(everywhere, &ALL_OF_ENABLING.map(|id| (id, "")))
}

/// The trend of these, a week between them.
fn follow(profiles: &mut [Profile]) -> Trend<'_> {
    for (week, profile) in (0..).zip(&mut *profiles) {
        profile.date = profile.date + Days::new(7 * week);
    }
    let profiles: Vec<&Profile> = profiles.iter().collect();
    Trend::of(&profiles, WEAKEST).unwrap()
}

fn course<'t>(trend: &'t Trend<'_>, id: &str) -> &'t Course {
    trend.elements.iter().find(|course| course.id == id).unwrap()
}

#[test]
fn a_meeting_without_answers_is_a_gap_and_never_a_zero() {
    let mut profiles = [profile(2, &[]), with_gap(3), profile(4, &[])];
    let trend = follow(&mut profiles);
    let scores: Vec<Option<Fraction>> = course(&trend, "enabling-system")
        .points
        .iter()
        .map(|point| point.score.clone())
        .collect();
    assert_eq!(scores, [Some(fraction(2, 1)), None, Some(fraction(4, 1))]);
    assert_eq!(course(&trend, "enabling-system").points[1].step, None);
}

#[test]
fn a_step_is_measured_from_the_latest_earlier_meeting_that_can_be_compared() {
    let mut profiles = [profile(1, &[]), profile(2, &[]), with_gap(3), profile(4, &[])];
    let trend = follow(&mut profiles);
    let steps = |id: &str| -> Vec<Option<usize>> {
        let points = &course(&trend, id).points;
        points
            .iter()
            .map(|point| point.step.as_ref().map(|step| step.since))
            .collect()
    };
    assert_eq!(steps("enabling-system"), [None, Some(0), None, Some(1)]);
    assert_eq!(steps("culture"), [None, Some(0), Some(1), Some(2)]);
    let step = course(&trend, "enabling-system").points[3].step.as_ref().unwrap();
    assert_eq!(
        (step.change.difference(), step.weighed.is_clear()),
        (fraction(2, 1), true)
    );
}

#[test]
fn questions_with_another_text_are_passed_over_to_the_meeting_that_had_the_same() {
    let mut profiles = [profile(2, &[]), profile(3, &[]), profile(4, &[])];
    for question in &mut profiles[1].questionnaire.elements[0].questions {
        question.text = format!("Anders: {}", question.text);
    }
    let trend = follow(&mut profiles);
    let points = &course(&trend, "shared-vision").points;
    assert_eq!(points[1].step, None);
    assert_eq!(points[1].score, Some(fraction(3, 1)), "its own score stays");
    assert_eq!(points[2].step.as_ref().unwrap().since, 0);
}

#[test]
fn the_newest_meetings_elements_come_first_and_then_those_that_went() {
    let mut profiles = [profile(2, &[]), profile(3, &[]), profile(4, &[])];
    profiles[0].questionnaire.elements[1].id = "vroeger".into();
    profiles[2].questionnaire.elements.swap(0, 5);
    profiles[2].responses.swap(0, 5);
    let trend = follow(&mut profiles);
    let ids: Vec<&str> = trend.elements.iter().map(|course| course.id.as_str()).collect();
    assert_eq!((ids[0], ids[5], ids[6]), ("ecosystem", "shared-vision", "vroeger"));
    let gone = course(&trend, "vroeger");
    assert_eq!((gone.points[0].place, gone.points[2].place), (Some(1), None));
    assert_eq!(trend.title(gone), "Cultuur van samenwerken");
}

#[test]
fn one_meeting_is_a_trend_without_changes() {
    let mut profiles = [profile(2, &[])];
    let trend = follow(&mut profiles);
    assert!(trend.whole.is_none());
    assert!(
        trend
            .elements
            .iter()
            .all(|course| course.points.len() == 1 && course.points[0].step.is_none())
    );
}

#[test]
fn another_team_questionnaire_or_scale_is_an_error() {
    let refused = |change: &dyn Fn(&mut Profile)| {
        let mut other = profile(3, &[]);
        change(&mut other);
        Trend::of(&[&profile(3, &[]), &other, &profile(3, &[])], WEAKEST).is_err()
    };
    assert!(refused(&|other| other.team = "Zuid".into()));
    assert!(refused(&|other| other.questionnaire.id = "trust".into()));
    assert!(refused(&|other| other
        .questionnaire
        .scale
        .labels
        .push(Some("helemaal".into()))));
    assert!(!refused(&|other| other.team = " noord ".into()));
}

/// Answers to every question, and whether its text is another one.
fn meeting() -> impl Strategy<Value = Vec<(&'static str, bool)>> {
    let answers = prop::sample::select(vec!["1", "2", "3", "4", "5", "5", "4", "?", "-", ""]);
    prop::collection::vec((answers, prop::bool::weighted(0.1)), 24)
}

fn made_of(answers: &[(&str, bool)]) -> Profile {
    let mut profile = Profile::unanswered(Lang::Nl, Mode::Joint, 7, State::Complete);
    let places: Vec<_> = profile.questionnaire.places().collect();
    for (at, (answer, other)) in places.into_iter().zip(answers) {
        profile.response_mut(at).tally = Tally::parse(answer, Mode::Joint, 7, 5)
            .ok()
            .filter(|_| !answer.is_empty());
        if *other {
            profile.questionnaire.elements[at.0].questions[at.1]
                .text
                .push_str(" Echt?");
        }
    }
    profile
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_last_step_of_two_meetings_is_their_difference(before in meeting(), after in meeting()) {
        let (before, after) = (made_of(&before), made_of(&after));
        let trend = Trend::of(&[&before, &after], WEAKEST).unwrap();
        let comparison = Comparison::of(&before, &after, WEAKEST).unwrap();
        for course in &trend.elements {
            let element = comparison.elements.iter().find(|element| element.id == course.id).unwrap();
            let step = course.points[1].step.as_ref();
            prop_assert_eq!(step.map(|step| &step.change), element.change.as_ref());
            prop_assert!(step.is_none_or(|step| step.weighed == element.weighed));
            let whole = trend.whole_of(course).unwrap();
            prop_assert_eq!((&whole.change, &whole.weighed), (&element.change, &element.weighed));
        }
    }

    #[test]
    fn every_point_is_that_meetings_own_score_and_every_step_the_latest_that_can_be_told(
        meetings in prop::collection::vec(meeting(), 1..6),
    ) {
        let mut profiles: Vec<Profile> = meetings.iter().map(|answers| made_of(answers)).collect();
        let trend = follow(&mut profiles);
        for course in &trend.elements {
            for (index, (meeting, point)) in trend.meetings.iter().zip(&course.points).enumerate() {
                let place = point.place.unwrap();
                prop_assert_eq!(&point.score, &meeting.scores.elements[place].score);
                prop_assert!(point.score.as_ref().is_none_or(|score| *score >= fraction(1, 1)));
                prop_assert_eq!(point.weakest, meeting.scores.is_weakest(place));
                let told = (0..index).rev().find_map(|since| {
                    let comparison = Comparison::of(trend.meetings[since].profile, meeting.profile, WEAKEST).unwrap();
                    let element = comparison.elements.iter().find(|element| element.id == course.id).unwrap();
                    Some(Step { since, change: element.change.clone()?, weighed: element.weighed.clone() })
                });
                prop_assert_eq!(&point.step, &told);
            }
        }
    }
}
