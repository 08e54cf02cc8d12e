use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::lang::Lang;

fn agreement(element: &str, what: &str) -> Agreement {
    Agreement::new(element, what)
}

/// A meeting so many weeks after the first, with what was made there and what was carried over to it.
fn meeting(weeks: u64, agreements: Vec<Agreement>) -> Profile {
    let mut profile = Profile::answered(Lang::Nl, 4, &[]);
    profile.date = profile.date + Days::new(weeks * 7);
    profile.agreements = agreements;
    profile
}

fn looked_back(mut carried: Vec<Agreement>, states: &[AgreementState]) -> Vec<Agreement> {
    for (agreement, state) in carried.iter_mut().zip(states) {
        agreement.state = *state;
    }
    carried
}

#[test]
fn an_agreement_is_listed_once_with_how_it_stands_at_the_newest_meeting_that_has_it() {
    let first = meeting(
        0,
        vec![agreement("culture", "Samen eten"), agreement("ecosystem", "Bellen")],
    );
    let carried = carried_over(&of([&first]), &first.questionnaire);
    assert!(
        carried
            .iter()
            .all(|agreement| agreement.made == Some(first.date) && agreement.title.is_none())
    );
    let mut again = looked_back(carried, &[AgreementState::Done, AgreementState::Open]);
    again.push(agreement("culture", "Samen eten"));
    let second = meeting(6, again);
    let profiles = [&first, &second];
    let entries = of(profiles);
    let stand: Vec<_> = entries
        .iter()
        .map(|entry| {
            (
                entry.number,
                entry.agreement.state.word(),
                entry.made,
                entry.first,
                entry.last,
            )
        })
        .collect();
    assert_eq!(
        stand,
        [
            (1, "done", first.date, 0, (1, 0)),
            (2, "open", first.date, 0, (1, 1)),
            (3, "open", second.date, 1, (1, 2)),
        ]
    );
    // What is open comes back a third time, with the day on which it was first made.
    let third = carried_over(&entries, &second.questionnaire);
    assert_eq!(
        third.iter().map(|agreement| agreement.made).collect::<Vec<_>>(),
        [Some(first.date), Some(second.date)]
    );
}

#[test]
fn an_agreement_stays_the_same_one_when_it_says_something_else_by_now() {
    let first = meeting(
        0,
        vec![agreement("culture", "Samen eten"), agreement("ecosystem", "Bellen")],
    );
    let mut carried = carried_over(&of([&first]), &first.questionnaire);
    carried[0] = Agreement {
        element: "shared-vision".into(),
        what: "Samen lunchen".into(),
        first_element: Some("culture".into()),
        first_what: Some("Samen  eten".into()),
        ..carried[0].clone()
    };
    let second = meeting(6, carried);
    let entries = of([&first, &second]);
    let third = meeting(12, carried_over(&entries, &second.questionnaire));
    let all = [&first, &second, &third];
    for (profiles, last) in [(&all[..2], 1), (&all[..], 2)] {
        let entries = of(profiles.iter().copied());
        assert_eq!(entries.len(), 2, "{entries:?}");
        let lunch = &entries[0];
        assert_eq!(
            (lunch.agreement.what.as_str(), lunch.last),
            ("Samen lunchen", (last, 0))
        );
        assert!(lunch.title.starts_with("Gedeelde visie"), "{}", lunch.title);
    }
}

#[test]
fn an_agreement_that_no_later_meeting_looked_back_at_is_still_open() {
    let first = meeting(0, vec![agreement("culture", "Samen eten")]);
    let second = meeting(6, Vec::new());
    let carried = carried_over(&of([&first, &second]), &second.questionnaire);
    assert_eq!(carried.len(), 1);
}

#[test]
fn an_agreement_about_an_element_of_another_questionnaire_brings_its_title() {
    let first = meeting(0, vec![agreement("culture", "Samen eten")]);
    let mut other = first.questionnaire.clone();
    other.elements.retain(|element| element.id != "culture");
    let carried = carried_over(&of([&first]), &other);
    assert_eq!(carried[0].title.as_deref(), Some("Cultuur van samenwerken"));
    let second = Profile {
        responses: Profile::no_responses(&other),
        questionnaire: other,
        ..meeting(6, carried)
    };
    let read = crate::profile::read("profiel.toml", &second.to_toml())
        .expect("sound")
        .profile;
    assert_eq!(read.agreements, second.agreements);
    assert_eq!(of([&first, &read])[0].title, "Cultuur van samenwerken");
}

#[test]
fn two_agreements_in_the_same_words_stay_two() {
    let twice = || vec![agreement("culture", "Samen  eten"), agreement("culture", "Samen eten")];
    let first = meeting(0, twice());
    let carried = carried_over(&of([&first]), &first.questionnaire);
    let second = meeting(6, looked_back(carried, &[AgreementState::Done, AgreementState::Open]));
    let states: Vec<_> = of([&first, &second])
        .iter()
        .map(|entry| entry.agreement.state.word())
        .collect();
    assert_eq!(states, ["done", "open"]);
}

#[test]
fn so_many_come_back_as_one_profile_can_hold_and_the_newest_of_them() {
    let many = (0..60)
        .map(|number| agreement("culture", &number.to_string()))
        .collect();
    let first = meeting(0, many);
    let carried = carried_over(&of([&first]), &first.questionnaire);
    assert_eq!((carried.len(), carried[0].what.as_str()), (50, "10"));
}

proptest! {
    #[test]
    fn over_any_meetings_nothing_is_lost_or_doubled(
        made in prop::collection::vec(0_usize..4, 1..8),
        closes in prop::collection::vec(0_usize..3, 40),
        reviews in prop::collection::vec(any::<bool>(), 8),
    ) {
        let mut profiles: Vec<Profile> = Vec::new();
        let mut closes = closes.into_iter();
        let (mut total, mut closed) = (0, 0);
        for (number, (&new, &review)) in made.iter().zip(&reviews).enumerate() {
            let entries = of(&profiles);
            let mut agreements = Vec::new();
            if review {
                agreements = carried_over(&entries, &Profile::answered(Lang::Nl, 4, &[]).questionnaire);
                for agreement in &mut agreements {
                    agreement.state = AgreementState::WORDS[closes.next().unwrap_or(0)].1;
                    closed += usize::from(agreement.state != AgreementState::Open);
                }
            }
            agreements.extend((0..new).map(|index| agreement("culture", &format!("{number} {index}"))));
            total += new;
            profiles.push(meeting(number as u64 * 6, agreements));
        }
        let entries = of(&profiles);
        prop_assert_eq!(entries.len(), total);
        prop_assert!(entries.iter().map(|entry| entry.number).eq(1..=total));
        prop_assert_eq!(entries.iter().filter(|entry| !entry.is_open()).count(), closed);
        for entry in &entries {
            prop_assert_eq!(&profiles[entry.last.0].agreements[entry.last.1], entry.agreement);
        }
    }
}
