use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::{
    lang::Lang,
    profile::State,
    tally::{Mode, Tally},
};

/// The questions that the rounds here are about.
const BENEFIT: &str = "shared-vision.benefit";
const TIME: &str = "shared-vision.time";
const TRUST: &str = "culture.trust";

/// A round of so many days later in which these questions have these votes.
fn round(days: u64, mode: Mode, answers: &[(&str, &str)]) -> Profile {
    let mut profile = Profile::unanswered(Lang::Nl, mode, 7, State::Complete);
    profile.date = profile.date + Days::new(days);
    for (id, typed) in answers {
        let at = profile.questionnaire.find(id).unwrap();
        profile.response_mut(at).tally = Some(Tally::parse(typed, Mode::Tally, 7, 5).unwrap());
    }
    profile
}

fn noted(mut profile: Profile, id: &str, note: &str) -> Profile {
    let at = profile.questionnaire.find(id).unwrap();
    profile.response_mut(at).note = Some(note.into());
    profile
}

fn note<'p>(profile: &'p Profile, id: &str) -> Option<&'p str> {
    let at = profile.questionnaire.find(id).unwrap();
    profile.response(at).note.as_deref()
}

#[test]
fn a_whole_team_and_a_group_of_it_are_never_in_one_round() {
    let of = |group: Option<&str>, days, mode| Profile {
        group: group.map(str::to_owned),
        ..round(days, mode, &[(BENEFIT, "333333")])
    };
    let whole = of(None, 0, Mode::Tally);
    for (other, mix) in [
        (of(Some("ouders"), 0, Mode::Tally), true),
        (of(Some("ouders"), 27, Mode::Merged), true),
        (of(Some("ouders"), 28, Mode::Tally), false),
        (of(Some("ouders"), 0, Mode::Joint), false),
        (of(None, 7, Mode::Tally), false),
    ] {
        assert_eq!((mixes(&whole, &other), mixes(&other, &whole)), (mix, mix), "{other:?}");
        assert!(!mixes(
            &of(Some("Bestuur"), 0, Mode::Tally),
            &of(Some("ouders"), 0, Mode::Tally)
        ));
    }
    // Neither replaces the other, and a group only its own.
    let parents = of(Some("ouders"), 0, Mode::Tally);
    for (group, days, close) in [
        (None, 7, false),
        (Some(" OUDERS"), 7, true),
        (Some("bestuur"), 7, false),
    ] {
        assert_eq!(are_close(&parents, &of(group, days, Mode::Tally)), close);
    }
    // Another team or questionnaire, and what has no answers, is of no matter.
    let team = Profile {
        team: "Zuid".into(),
        ..parents.clone()
    };
    let mut asked = parents.clone();
    asked.questionnaire.id = "trust".into();
    let empty = Profile {
        group: Some("ouders".into()),
        ..round(0, Mode::Tally, &[])
    };
    for other in [team, asked, empty] {
        assert!(!mixes(&whole, &other));
    }
}

#[test]
fn two_clash_when_one_can_be_subtracted_from_the_other() {
    let old = round(0, Mode::Tally, &[(BENEFIT, "333333")]);
    let again = &[(BENEFIT, "3333335")][..];
    let elsewhere = |change: fn(&mut Profile)| {
        let mut other = round(7, Mode::Ballots, again);
        change(&mut other);
        other
    };
    for (what, new, expected) in [
        ("a week later", round(7, Mode::Tally, again), true),
        ("on the same day", round(0, Mode::Tally, again), true),
        ("27 days later", round(27, Mode::Ballots, again), true),
        ("28 days later", round(28, Mode::Ballots, again), false),
        ("together", round(7, Mode::Joint, &[(BENEFIT, "3")]), false),
        ("the same counts", round(7, Mode::Tally, &[(BENEFIT, "333333")]), false),
        ("another question", round(7, Mode::Tally, &[(TIME, "3333335")]), false),
        ("another team", elsewhere(|other| other.team = "Zuid".into()), false),
        (
            "another list",
            elsewhere(|other| other.questionnaire.id = "own".into()),
            false,
        ),
        (
            "the team's name in capitals",
            elsewhere(|other| other.team = " NOORD".into()),
            true,
        ),
        (
            "another version",
            elsewhere(|other| other.questionnaire.version += 1),
            true,
        ),
    ] {
        assert_eq!(clash(&old, &new), expected, "{what}");
        assert_eq!(clash(&new, &old), expected, "{what}");
    }
}

#[test]
fn a_meeting_asks_again_what_has_an_answer_and_is_open() {
    let old = round(0, Mode::Tally, &[(TRUST, "333333")]);
    let draft = |elements: &[&str]| Profile {
        date: old.date + Days::new(7),
        ..Profile::draft(Mode::Tally, 7, elements)
    };
    assert!(asks_again(&draft(&[]), &old));
    assert!(asks_again(&draft(&["culture"]), &old));
    assert!(!asks_again(&draft(&["shared-vision"]), &old));
    let mut same = draft(&["culture"]);
    for at in same.asked() {
        same.response_mut(at).tally = old.response(at).tally.clone();
    }
    assert!(!asks_again(&same, &old), "it is the same round");
    let finished = |answers: &[(&str, &str)]| asks_again(&round(7, Mode::Tally, answers), &old);
    assert!(!finished(&[(BENEFIT, "3333335")]), "what it left open stays so");
    assert!(finished(&[(TRUST, "3333335")]));
}

#[test]
fn notes_agreements_and_functions_move_along() {
    let mut old = noted(round(0, Mode::Tally, &[(BENEFIT, "333")]), BENEFIT, "Voor wie?");
    old = noted(old, TIME, "Geen tijd.");
    old.functions = Some("wijkagent".into());
    old.agreements = vec![
        Agreement::new("culture", "bellen"),
        Agreement::new("culture", "lunchen"),
        Agreement {
            made: Some(old.date - Days::new(70)),
            ..Agreement::new("culture", "eten")
        },
    ];
    let mut new = noted(round(7, Mode::Ballots, &[(BENEFIT, "3334")]), BENEFIT, "Voor ouders.");
    let mut looked_back = Agreement::new("culture", "bellen");
    looked_back.made = Some(old.date);
    looked_back.note = Some("gelukt".into());
    // In the words of one that was made then, but of this meeting.
    let again = Agreement::new("culture", "lunchen");
    new.agreements = vec![looked_back.clone(), Agreement::new("direction", "mailen"), again];
    assert_eq!(replace(&old, &mut new), None);
    assert_eq!(note(&new, BENEFIT), Some("Voor ouders.\nVoor wie?"));
    assert_eq!(note(&new, TIME), Some("Geen tijd."));
    assert_eq!(new.functions.as_deref(), Some("wijkagent"));
    let agreed: Vec<(&str, Option<_>)> = new.agreements.iter().map(|a| (a.what.as_str(), a.made)).collect();
    assert_eq!(
        agreed,
        [
            ("bellen", Some(old.date)),
            ("lunchen", Some(old.date)),
            ("eten", Some(old.date - Days::new(70))),
            ("mailen", None),
            ("lunchen", None),
        ]
    );
    assert_eq!(new.agreements[0], looked_back);
    let once = new.clone();
    assert_eq!(replace(&old, &mut new), None);
    assert_eq!(new, once, "twice is once");
    new.functions = Some("leerkracht".into());
    assert_eq!(replace(&old, &mut new), None);
    assert_eq!(new.functions.as_deref(), Some("leerkracht"), "who sat there now");
}

#[test]
fn an_agreement_about_what_is_no_longer_asked_keeps_its_title() {
    let mut old = round(0, Mode::Tally, &[(BENEFIT, "333")]);
    old.agreements = vec![Agreement::new("culture", "bellen")];
    let title = old.title_of(&old.agreements[0]).to_owned();
    let mut new = round(7, Mode::Tally, &[(BENEFIT, "3334")]);
    let place = new
        .questionnaire
        .elements
        .iter()
        .position(|e| e.id == "culture")
        .unwrap();
    new.questionnaire.elements.remove(place);
    new.responses.remove(place);
    assert_eq!(replace(&old, &mut new), None);
    assert_eq!(new.agreements[0].title, Some(title));
}

#[test]
fn only_the_same_answers_of_the_same_day_are_left_of_a_round() {
    let whole = round(0, Mode::Tally, &[(BENEFIT, "333"), (TIME, "444")]);
    for (what, found, expected) in [
        ("itself", whole.clone(), true),
        ("a part", round(0, Mode::Tally, &[(TIME, "444")]), true),
        ("another answer", round(0, Mode::Tally, &[(TIME, "445")]), false),
        (
            "one answer more",
            round(0, Mode::Tally, &[(TIME, "444"), (TRUST, "5")]),
            false,
        ),
        ("another day", round(1, Mode::Tally, &[(TIME, "444")]), false),
    ] {
        assert_eq!(is_left_of(&found, &whole), expected, "{what}");
    }
}

#[test]
fn what_is_not_answered_again_and_what_does_not_fit_stays() {
    let mut old = round(0, Mode::Tally, &[(BENEFIT, "333"), (TIME, "444"), (TRUST, "555")]);
    old.agreements = vec![Agreement::new("culture", "bellen")];
    let mut new = round(7, Mode::Tally, &[(BENEFIT, "3334"), (TRUST, "5554")]);
    let left = replace(&noted(old.clone(), TRUST, "Waarom?"), &mut new).unwrap();
    assert_eq!(left.given(), 1);
    assert!(!clash(&left, &new));
    assert!(is_left_of(&left, &old));
    assert_eq!((left.agreements.len(), new.agreements.len()), (1, 0));
    assert_eq!((note(&left, TRUST), note(&new, TRUST)), (None, Some("Waarom?")));
    assert!(
        !left.asked().contains(&left.questionnaire.find(TRUST).unwrap()),
        "culture was asked again"
    );
    assert!(
        left.asked().contains(&left.questionnaire.find(BENEFIT).unwrap()),
        "of this a question is left"
    );
    assert!(
        left.questionnaire
            .places()
            .any(|at| left.questionnaire.full_id(at).starts_with("direction.") && left.asked().contains(&at)),
        "nobody answered this, then or now"
    );

    let mut new = noted(
        round(7, Mode::Tally, &[(BENEFIT, "3334")]),
        BENEFIT,
        &"n".repeat(NOTE_CHARS),
    );
    let old = noted(round(0, Mode::Tally, &[(BENEFIT, "333")]), BENEFIT, "Voor wie?");
    let left = replace(&old, &mut new).unwrap();
    assert_eq!((left.given(), note(&left, BENEFIT)), (0, Some("Voor wie?")));

    let mut old = round(0, Mode::Tally, &[(BENEFIT, "333")]);
    old.agreements = vec![Agreement::new("culture", "bellen"); 2];
    let mut new = round(7, Mode::Tally, &[(BENEFIT, "3334")]);
    new.agreements = vec![Agreement::new("culture", "mailen"); ENTRIES - 1];
    assert_eq!(replace(&old, &mut new).unwrap().agreements.len(), 2);
    assert_eq!(new.agreements.len(), ENTRIES - 1);
}

#[test]
fn what_was_written_in_a_round_since_it_was_taken_over_stays_there() {
    let old = noted(round(0, Mode::Tally, &[(BENEFIT, "333")]), BENEFIT, "Voor wie?");
    let mut new = round(7, Mode::Tally, &[(BENEFIT, "3334")]);
    assert_eq!(replace(&old, &mut new), None);
    assert_eq!(left_beside(&old, &new), None);
    let mut agreed = old.clone();
    agreed.agreements = vec![Agreement::new("culture", "bellen")];
    for since in [noted(old.clone(), TIME, "Geen tijd."), agreed] {
        let left = left_beside(&since, &new).unwrap();
        assert_eq!(left.given(), 0);
        assert_eq!(note(&left, BENEFIT), Some("Voor wie?"));
        assert_eq!(note(&left, TIME), note(&since, TIME));
        assert_eq!(left.agreements, since.agreements);
    }
}

proptest! {
    #[test]
    fn after_it_nothing_can_be_subtracted_and_no_word_is_lost(
        [old, new] in prop::array::uniform2(prop::collection::vec(("[1-5?]{0,3}", "[a-c]{0,2}"), 24)),
        days in 0_u64..40,
    ) {
        let meeting = |days: u64, all: &[(String, String)]| {
            let mut profile = round(days, Mode::Tally, &[]);
            for (at, (typed, note)) in profile.questionnaire.clone().places().zip(all) {
                let response = profile.response_mut(at);
                response.tally = Tally::parse(typed, Mode::Tally, 7, 5).ok();
                response.note = (!note.is_empty()).then(|| note.clone());
            }
            profile
        };
        let (old, mut new) = (meeting(0, &old), meeting(days, &new));
        let before = new.clone();
        if clash(&old, &new) {
            let left = replace(&old, &mut new);
            for at in old.questionnaire.places() {
                prop_assert_eq!(&new.response(at).tally, &before.response(at).tally);
                let kept = left.as_ref().map(|left| left.response(at));
                let both = kept.is_some_and(|kept| kept.tally.is_some()) && new.response(at).tally.is_some();
                prop_assert!(!both);
                if let Some(note) = &old.response(at).note {
                    let known = [kept, Some(new.response(at))].into_iter().flatten();
                    prop_assert!(known.filter_map(|response| response.note.as_ref()).any(|known| known.contains(note)));
                }
            }
            if let Some(left) = left {
                prop_assert!(is_left_of(&left, &old));
                prop_assert!(!clash(&left, &new));
            }
        }
    }
}

#[test]
fn beside_what_was_shared_of_it_a_round_can_stand_and_another_one_not() {
    let five = round(0, Mode::Tally, &[(BENEFIT, "33344")]);
    let shared = five.to_share().expect("seven are enough");
    for (other, clashes) in [
        (round(0, Mode::Tally, &[(BENEFIT, "33344")]), false),
        // One more answer: its number is the difference of the sums.
        (round(7, Mode::Tally, &[(BENEFIT, "333444")]), true),
        (round(28, Mode::Tally, &[(BENEFIT, "333444")]), false),
        (round(7, Mode::Tally, &[(TIME, "333444")]), false),
        // Of it nothing would be shared, and yet the difference is someone's number.
        (round(7, Mode::Tally, &[(BENEFIT, "3334")]), true),
    ] {
        assert_eq!(clash(&shared, &other), clashes, "{:?}", other.response((0, 0)));
        assert_eq!(clash(&other, &shared), clashes, "{:?}", other.response((0, 0)));
    }
    let late = round(7, Mode::Tally, &[(BENEFIT, "333444")]);
    assert_eq!(left_beside(&shared, &late), None);
    assert!(is_left_of(&shared, &five));
    assert!(!is_left_of(&shared, &late));
}
