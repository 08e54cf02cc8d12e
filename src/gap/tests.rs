use chrono::Datelike as _;
use proptest::prelude::*;

use super::*;
use crate::{
    lang::Lang,
    profile::State,
    questionnaire::Labels,
    tally::{Mode, Tally},
};

/// A group in which everyone gave these answers to the five questions about culture, one character each; the others have none.
fn culture(mode: Mode, participants: u32, answers: &str) -> Profile {
    let mut profile = Profile::unanswered(Lang::Nl, mode, participants, State::Complete);
    let each = if mode == Mode::Joint { 1 } else { participants };
    for (question, answer) in answers.chars().enumerate() {
        let mut tally = Tally::empty(5);
        match answer.to_digit(10) {
            Some(number) => tally.votes[number as usize - 1] = each,
            None if answer == '?' => tally.dont_know = each,
            None if answer == '-' => tally.not_applicable = each,
            None => continue,
        }
        profile.response_mut((1, question)).tally = Some(tally);
    }
    profile
}

fn side_by_side(profiles: &[Profile]) -> Gap<'_> {
    let named: Vec<_> = profiles.iter().map(|profile| (profile, "bestand".to_owned())).collect();
    Gap::of(&named).unwrap()
}

/// The element about culture.
fn of_culture<'g, 'p>(gap: &'g Gap<'p>) -> &'g ElementGap<'p> {
    gap.elements.iter().find(|line| line.element.id == "culture").unwrap()
}

#[test]
fn which_differences_are_clear_and_why_the_others_are_not() {
    use Mode::{Ballots, Joint, Merged, Tally};
    use Verdict::{Clear, Few, NotCompared, UnderLimit};
    let joint = Verdict::Joint;
    for (one, other, verdict) in [
        ((Tally, 5, "44444"), (Tally, 5, "33333"), Clear),
        ((Merged, 5, "44444"), (Ballots, 9, "33333"), Clear),
        ((Tally, 5, "44443"), (Tally, 5, "33333"), UnderLimit),
        ((Tally, 4, "44444"), (Tally, 5, "33333"), Few),
        ((Tally, 5, "55555"), (Joint, 9, "11111"), joint),
        ((Joint, 4, "44444"), (Joint, 4, "43333"), UnderLimit),
        // Half of the applicable questions of each; don't know and unanswered are among those.
        ((Tally, 5, "55???"), (Tally, 5, "33333"), NotCompared),
        ((Tally, 5, "555??"), (Tally, 5, "33333"), Clear),
        ((Tally, 5, "55--?"), (Tally, 5, "33333"), NotCompared),
        ((Tally, 5, "55--?"), (Tally, 5, "33??-"), Clear),
        ((Tally, 5, "555  "), (Tally, 5, "  555"), NotCompared),
    ] {
        for [one, other] in [[one, other], [other, one]] {
            let profiles = [one, other].map(|(mode, people, answers)| culture(mode, people, answers));
            assert_eq!(
                of_culture(&side_by_side(&profiles)).verdict,
                verdict,
                "{one:?} {other:?}"
            );
        }
    }
}

#[test]
fn the_limit_is_a_quarter_of_the_scale_and_at_least_four_fifths() {
    let scale = |points| {
        let (strong, discuss) = Scale::default_bands(1, points);
        let labels: Labels = vec![None; points];
        Scale {
            first: 1,
            labels,
            strong,
            discuss,
        }
    };
    for (points, numerator, denominator) in [(2, 4, 5), (4, 4, 5), (5, 1, 1), (10, 9, 4), (11, 5, 2)] {
        assert_eq!(limit(&scale(points)), fraction(numerator, denominator));
    }
}

#[test]
fn the_pair_that_is_furthest_apart_counts_over_its_own_questions() {
    let groups = [
        culture(Mode::Tally, 5, "4444?"),
        culture(Mode::Tally, 5, "3333 "),
        culture(Mode::Tally, 5, "22222"),
    ];
    let gap = side_by_side(&groups);
    let line = of_culture(&gap);
    let pair = line.pair.as_ref().unwrap();
    // The lower one first.
    assert_eq!((pair.between, pair.compared), ([2, 0], 4));
    assert_eq!(pair.means, [fraction(2, 1), fraction(4, 1)]);
    assert_eq!(line.questions[4].pair, None);
    assert_eq!(line.questions[0].pair.as_ref().unwrap().between, [2, 0]);
}

#[test]
fn of_pairs_that_are_as_far_apart_one_that_can_be_clear_counts() {
    let groups = [
        culture(Mode::Joint, 5, "44444"),
        culture(Mode::Tally, 5, "33333"),
        culture(Mode::Tally, 5, "44444"),
    ];
    let gap = side_by_side(&groups);
    let line = of_culture(&gap);
    assert_eq!(
        (line.pair.as_ref().unwrap().between, line.verdict),
        ([1, 2], Verdict::Clear)
    );
}

#[test]
fn on_another_scale_there_is_no_difference() {
    let mut groups = [culture(Mode::Tally, 5, "55555"), culture(Mode::Tally, 5, "33333")];
    let scale = &mut groups[1].questionnaire.scale;
    *scale = Scale {
        first: 0,
        ..scale.clone()
    };
    let gap = side_by_side(&groups);
    let line = of_culture(&gap);
    assert_eq!((&line.pair, line.verdict), (&None, Verdict::NotCompared));
    assert!(line.own.iter().all(|own| own.score.is_some()));
    assert!(line.questions.iter().all(|question| question.pair.is_none()));
    assert!(gap.cautions.contains(&Caution::Scale) && !gap.is_on_scale(1));
}

#[test]
fn a_question_with_another_text_is_not_compared() {
    let mut groups = [culture(Mode::Tally, 5, "55555"), culture(Mode::Tally, 5, "33333")];
    groups[1].questionnaire.elements[1].questions[0].text = "Iets anders?".into();
    let gap = side_by_side(&groups);
    let line = of_culture(&gap);
    assert_eq!(line.questions[0].pair, None);
    assert_eq!(line.pair.as_ref().unwrap().compared, 4);
}

/// Parents, asked the first and the third question about culture in their own words, below another element.
fn mirroring(answers: [u32; 2]) -> Profile {
    let mut profile = culture(Mode::Merged, 6, "");
    let asked = &mut profile.questionnaire;
    asked.id = "mirror".into();
    asked.elements.truncate(1);
    let element = &mut asked.elements[0];
    element.id = "voice".into();
    element.questions.truncate(2);
    let mirrored = ["culture", "culture"].iter().zip([0, 2]);
    let own = culture(Mode::Joint, 1, "").questionnaire;
    for (question, (id, place)) in element.questions.iter_mut().zip(mirrored) {
        question.text = format!("Merk je dat? {place}");
        question.mirrors = Some(format!("{id}.{}", own.elements[1].questions[place].id));
    }
    profile.responses = Profile::no_responses(&profile.questionnaire);
    for (place, number) in answers.into_iter().enumerate() {
        let mut tally = Tally::empty(5);
        tally.votes[number as usize - 1] = 6;
        profile.response_mut((0, place)).tally = Some(tally);
    }
    profile
}

#[test]
fn only_mirrored_questions_stand_beside_what_they_mirror() {
    let groups = [
        mirroring([2, 2]),
        culture(Mode::Tally, 5, "51411"),
        culture(Mode::Tally, 5, "33333"),
    ];
    for order in [[0, 1, 2], [2, 0, 1]] {
        let groups = order.map(|group| groups[group].clone());
        let gap = side_by_side(&groups);
        assert!(gap.is_mirrored);
        let [line] = gap.elements.as_slice() else {
            panic!("one element")
        };
        let ids: Vec<&str> = line.questions.iter().map(|question| question.id.as_str()).collect();
        assert_eq!(ids, ["culture.trust", "culture.language"], "{ids:?}");
        let score = |of: usize| {
            let group = order.iter().position(|&group| group == of).unwrap();
            line.own[group].score.clone().unwrap()
        };
        // Everyone's score is over the mirrored questions alone.
        assert_eq!([0, 1, 2].map(score), [fraction(2, 1), fraction(9, 2), fraction(3, 1)]);
        assert_eq!(
            (line.pair.as_ref().unwrap().difference(), line.verdict),
            (fraction(5, 2), Verdict::Clear)
        );
    }
}

#[test]
fn questionnaires_that_mirror_nothing_are_refused() {
    let mut other = mirroring([2, 2]);
    for question in &mut other.questionnaire.elements[0].questions {
        question.mirrors = Some("culture.nothing".into());
    }
    let own = culture(Mode::Tally, 5, "33333");
    let named = [(&own, String::new()), (&other, String::new())];
    let text = Gap::of(&named).unwrap_err().text(Lang::En);
    assert!(text.contains("mirror and six-elements"), "{text}");
}

#[test]
fn two_groups_that_were_asked_what_mirrors_are_compared_in_their_own_words() {
    let groups = [mirroring([2, 2]), mirroring([4, 4])];
    let gap = side_by_side(&groups);
    assert!(!gap.is_mirrored);
    assert_eq!(gap.elements[0].element.id, "voice");
    assert_eq!(gap.elements[0].pair.as_ref().unwrap().difference(), fraction(2, 1));
}

#[test]
fn every_group_has_a_name_of_its_own() {
    let named = |group: Option<&str>, team: &str, day: u32| {
        let mut profile = culture(Mode::Tally, 5, "");
        profile.group = group.map(str::to_owned);
        profile.team = team.to_owned();
        profile.date = profile.date.with_day(day).unwrap();
        profile
    };
    let names = |profiles: &[Profile]| {
        let named = profiles
            .iter()
            .zip(["a", "b", "c"])
            .map(|(profile, file)| (profile, file.to_owned()));
        let named: Vec<_> = named.collect();
        names::distinct(&named)
    };
    assert_eq!(
        names(&[named(Some("ouders"), "Noord", 1), named(None, "Noord", 1)]),
        ["ouders", "Noord"]
    );
    assert_eq!(
        names(&[
            named(Some("ouders"), "Noord", 1),
            named(Some("Ouders "), "Zuid", 1),
            named(None, "Oost", 1)
        ]),
        ["ouders, Noord", "Ouders , Zuid", "Oost"]
    );
    assert_eq!(
        names(&[named(None, "Noord", 1), named(Some("ouders"), "Zuid", 1)]),
        ["Noord", "ouders, Zuid"],
        "whose parents?"
    );
    assert_eq!(
        names(&[named(None, "Noord", 1), named(None, "Noord", 2)]),
        ["Noord, 2026-11-01", "Noord, 2026-11-02"]
    );
    assert_eq!(
        names(&[named(None, "Noord", 1), named(None, "Noord", 1), named(None, "Zuid", 1)]),
        ["Noord, 2026-11-01, a", "Noord, 2026-11-01, b", "Zuid"]
    );
}

#[test]
fn what_to_keep_in_mind_is_told() {
    let of = |change: fn(&mut [Profile; 2])| {
        let mut groups = [culture(Mode::Tally, 5, "33333"), culture(Mode::Tally, 5, "33333")];
        change(&mut groups);
        side_by_side(&groups).cautions
    };
    assert_eq!(of(|_| {}), []);
    assert_eq!(of(|groups| groups[0].team = "Zuid".into()), [Caution::Teams]);
    assert_eq!(of(|groups| groups[0].mode = Mode::Merged), [Caution::Kinds]);
    assert_eq!(
        of(|groups| groups[0].mode = Mode::Joint),
        [Caution::Kinds, Caution::Joint]
    );
    assert_eq!(of(|groups| groups[0].participants = 4), [Caution::Few]);
    assert_eq!(of(|groups| groups[0].participants = 11), [Caution::Thin]);
    let later = |days| move |groups: &mut [Profile; 2]| groups[1].date = groups[0].date + chrono::Days::new(days);
    let far = |days| {
        let mut groups = [culture(Mode::Tally, 5, "33333"), culture(Mode::Tally, 5, "33333")];
        later(days)(&mut groups);
        side_by_side(&groups).cautions
    };
    assert_eq!((far(92), far(93)), (vec![], vec![Caution::FarApart]));
    assert_eq!(
        of(|groups| groups[0].questionnaire.scale.labels[0] = Some("nooit".into())),
        [Caution::Labels]
    );
}

/// A group with any answers to any of the questions.
fn group() -> impl Strategy<Value = Profile> {
    let answer = prop_oneof![
        1 => Just(None),
        8 => (prop::collection::vec(0_u32..3, 5), 0_u32..4, 0_u32..4).prop_map(Some),
    ];
    let mode = prop_oneof![Just(Mode::Tally), Just(Mode::Merged), Just(Mode::Joint)];
    (prop::collection::vec(answer, 24), mode, 3_u32..8).prop_map(|(answers, mode, participants)| {
        let mut profile = Profile::unanswered(Lang::Nl, mode, participants, State::Complete);
        let places: Vec<At> = profile.questionnaire.places().collect();
        for (at, answer) in places.into_iter().zip(answers) {
            profile.response_mut(at).tally = answer.map(|(votes, dont_know, not_applicable)| Tally {
                votes,
                dont_know,
                not_applicable,
            });
        }
        profile
    })
}

/// The difference of an element by a plain reckoning, over all pairs.
fn reckoned(groups: &[Profile], element: usize) -> Option<Fraction> {
    let scores: Vec<ElementScore> = groups
        .iter()
        .map(|group| group.scores(2).elements[element].clone())
        .collect();
    let mut largest: Option<Fraction> = None;
    for one in &scores {
        for other in &scores {
            let both: Vec<(Fraction, Fraction)> = one
                .questions
                .iter()
                .zip(&other.questions)
                .filter_map(|(one, other)| Some((one.outcome.score()?.clone(), other.outcome.score()?.clone())))
                .collect();
            if std::ptr::eq(one, other) || 2 * both.len() < one.asked.max(other.asked) || both.is_empty() {
                continue;
            }
            let sum: Fraction = both.iter().map(|(one, other)| one - other).sum();
            let difference = sum / fraction(both.len() as u64, 1);
            largest = largest.max(Some(difference));
        }
    }
    largest
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_the_groups_only_permutes(groups in prop::collection::vec(group(), 2..4), turn in 0_usize..4) {
        let turn = turn % groups.len();
        let mut turned = groups.clone();
        turned.rotate_left(turn);
        turned.swap(0, 1);
        let mut places: Vec<usize> = (0..groups.len()).collect();
        places.rotate_left(turn);
        places.swap(0, 1);
        let (gap, other) = (side_by_side(&groups), side_by_side(&turned));
        prop_assert_eq!(&gap.cautions, &other.cautions);
        for (line, other) in gap.elements.iter().zip(&other.elements) {
            prop_assert_eq!(line.element.id.as_str(), other.element.id.as_str());
            prop_assert_eq!(line.pair.as_ref().map(Pair::difference), other.pair.as_ref().map(Pair::difference));
            prop_assert_eq!(line.verdict == Verdict::Clear, other.verdict == Verdict::Clear);
            let own: Vec<_> = places.iter().map(|&group| &line.own[group]).collect();
            prop_assert_eq!(own, other.own.iter().collect::<Vec<_>>());
            for (question, other) in line.questions.iter().zip(&other.questions) {
                prop_assert_eq!(question.pair.as_ref().map(Pair::difference), other.pair.as_ref().map(Pair::difference));
            }
        }
    }

    #[test]
    fn two_equal_groups_differ_by_nothing(group in group()) {
        let groups = [group.clone(), group];
        for line in &side_by_side(&groups).elements {
            let differences = line.questions.iter().map(|question| &question.pair).chain([&line.pair]);
            for pair in differences.flatten() {
                prop_assert_eq!(pair.difference(), fraction(0, 1));
            }
            prop_assert!(line.verdict != Verdict::Clear);
        }
    }

    #[test]
    fn it_agrees_with_a_plain_reckoning(groups in prop::collection::vec(group(), 2..4)) {
        let gap = side_by_side(&groups);
        for (place, line) in gap.elements.iter().enumerate() {
            prop_assert_eq!(line.pair.as_ref().map(Pair::difference), reckoned(&groups, place));
            for (group, own) in groups.iter().zip(&line.own) {
                prop_assert_eq!(own, &group.scores(2).elements[place]);
            }
        }
    }
}
