use proptest::prelude::*;

use super::*;
use crate::{
    fraction::fraction,
    lang::Lang,
    profile::State,
    questionnaire::Labels,
    tally::{Mode, Tally},
};

fn profile(lang: Lang, everywhere: u32, but: &[(&str, &str)]) -> Profile {
    Profile::answered(lang, everywhere, but)
}

fn compare<'p>(before: &'p Profile, after: &'p Profile) -> Comparison<'p> {
    Comparison::of(before, after, 2).unwrap()
}

fn change(comparison: &Comparison<'_>, id: &str) -> (Option<Fraction>, bool) {
    let element = comparison.elements.iter().find(|element| element.id == id).unwrap();
    (
        element.change.as_ref().map(Change::difference),
        element.weighed.is_clear(),
    )
}

/// A profile in which the five questions about culture have these answers, one character each; the others have none.
fn culture(mode: Mode, answers: &str) -> Profile {
    let mut profile = Profile::unanswered(Lang::Nl, mode, 1, State::Complete);
    for (question, answer) in answers.chars().enumerate() {
        let tally = Tally::parse(&answer.to_string(), mode, 1, 5).expect("an answer");
        profile.response_mut((1, question)).tally = Some(tally);
    }
    profile
}

/// What becomes of culture from one meeting to the next.
fn weighed(before: &Profile, after: &Profile) -> Weighed {
    compare(before, after).elements[1].weighed.clone()
}

#[test]
fn which_changes_are_clear_and_why_the_others_are_not() {
    use Mode::{Ballots, Joint, Tally};
    use Verdict::{Clear, NoLead, NotCompared, OneQuestion, UnderLimit};
    for (before, after, verdict, (up, down)) in [
        // Counted both times in one way: half a point, and two questions or the only one.
        ((Tally, "3333-"), (Tally, "4433-"), Clear, (2, 0)),
        ((Tally, "33333"), (Tally, "44333"), UnderLimit, (2, 0)),
        ((Tally, "3333-"), (Tally, "5333-"), OneQuestion, (1, 0)),
        ((Tally, "333--"), (Tally, "551--"), Clear, (2, 1)),
        ((Tally, "3333-"), (Tally, "5511-"), UnderLimit, (2, 2)),
        ((Tally, "3333-"), (Tally, "5222-"), UnderLimit, (1, 3)),
        ((Tally, "3----"), (Tally, "4----"), Clear, (1, 0)),
        ((Tally, "33333"), (Tally, "33333"), UnderLimit, (0, 0)),
        ((Tally, "33???"), (Tally, "55???"), NotCompared, (2, 0)),
        ((Ballots, "3333-"), (Ballots, "4433-"), Clear, (2, 0)),
        ((Ballots, "33333"), (Ballots, "44333"), UnderLimit, (2, 0)),
        ((Ballots, "3333-"), (Ballots, "5333-"), OneQuestion, (1, 0)),
        // Together both times: three quarters of a point, and three questions more one way than the other.
        ((Joint, "3333-"), (Joint, "4443-"), Clear, (3, 0)),
        ((Joint, "33333"), (Joint, "44443"), Clear, (4, 0)),
        ((Joint, "33333"), (Joint, "44433"), UnderLimit, (3, 0)),
        ((Joint, "33333"), (Joint, "55542"), Clear, (4, 1)),
        ((Joint, "33333"), (Joint, "55522"), NoLead, (3, 2)),
        ((Joint, "33333"), (Joint, "55333"), NoLead, (2, 0)),
        ((Joint, "11111"), (Joint, "51111"), OneQuestion, (1, 0)),
        ((Joint, "333--"), (Joint, "444--"), Clear, (3, 0)),
        ((Joint, "33---"), (Joint, "55---"), NoLead, (2, 0)),
        ((Joint, "3----"), (Joint, "5----"), NoLead, (1, 0)),
        // Not in the same way: a whole point.
        ((Joint, "33333"), (Tally, "44444"), Clear, (5, 0)),
        ((Joint, "33333"), (Tally, "44443"), UnderLimit, (4, 0)),
        ((Joint, "33333"), (Ballots, "55532"), NoLead, (3, 1)),
        ((Joint, "33333"), (Ballots, "55543"), Clear, (4, 0)),
        ((Tally, "3333-"), (Ballots, "5533-"), Clear, (2, 0)),
        ((Tally, "33333"), (Ballots, "55333"), UnderLimit, (2, 0)),
        ((Tally, "33---"), (Ballots, "53---"), OneQuestion, (1, 0)),
    ] {
        let (old, new) = (culture(before.0, before.1), culture(after.0, after.1));
        let (there, back) = (weighed(&old, &new), weighed(&new, &old));
        let told = |weighed: &Weighed| (weighed.verdict, weighed.up, weighed.down);
        assert_eq!(told(&there), (verdict, up, down), "{before:?} -> {after:?}");
        assert_eq!(told(&back), (verdict, down, up), "{after:?} -> {before:?}");
        assert_eq!(there.is_clear(), verdict == Clear);
    }
}

#[test]
fn the_limit_goes_with_the_length_of_the_scale_and_with_the_ways_of_answering() {
    use Mode::{Ballots, Joint, Tally};
    for (points, [counted, together, differently]) in [
        (2, [(2, 5), (3, 5), (4, 5)]),
        (3, [(2, 5), (3, 5), (4, 5)]),
        (4, [(2, 5), (3, 5), (4, 5)]),
        (5, [(1, 2), (3, 4), (1, 1)]),
        (7, [(3, 4), (9, 8), (3, 2)]),
        (10, [(9, 8), (27, 16), (9, 4)]),
    ] {
        let mut scale = profile(Lang::Nl, 3, &[]).questionnaire.scale;
        scale.labels.resize(points, None);
        let limit = |before, after| {
            let limits = Limits::between(before, after, &scale);
            (limits.change, limits.lead, limits.kinds_differ)
        };
        let of = |(numerator, denominator): (u64, u64)| fraction(numerator, denominator);
        for mode in [Tally, Ballots] {
            assert_eq!(limit(mode, mode), (of(counted), 0, false), "{points}");
            assert_eq!(limit(Joint, mode), (of(differently), 3, true), "{points}");
            assert_eq!(limit(mode, Joint), (of(differently), 3, true), "{points}");
        }
        assert_eq!(limit(Joint, Joint), (of(together), 3, false), "{points}");
        assert_eq!(limit(Tally, Ballots), (of(differently), 0, true), "{points}");
        assert_eq!(limit(Ballots, Tally), (of(differently), 0, true), "{points}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_rises_one_way_falls_the_other_and_a_profile_beside_itself_never_changed(
        modes in [prop::sample::select(Mode::WORDS.to_vec()), prop::sample::select(Mode::WORDS.to_vec())],
        answers in ["[1-5?-]{5}", "[1-5?-]{5}"],
    ) {
        let (before, after) = (culture(modes[0].1, &answers[0]), culture(modes[1].1, &answers[1]));
        let (there, back) = (weighed(&before, &after), weighed(&after, &before));
        prop_assert_eq!((there.up, there.down), (back.down, back.up));
        prop_assert_eq!((&there.limit, there.compared, there.verdict), (&back.limit, back.compared, back.verdict));
        prop_assert!(there.up + there.down <= there.compared);
        for profile in [&before, &after] {
            let same = weighed(profile, profile);
            prop_assert!(!same.is_clear());
            prop_assert_eq!((same.up, same.down), (0, 0));
        }
    }
}

#[test]
fn only_questions_that_were_scored_both_times_count() {
    let before = profile(
        Lang::Nl,
        3,
        &[("shared-vision.benefit", "1"), ("shared-vision.time", "?")],
    );
    let after = profile(
        Lang::Nl,
        3,
        &[("shared-vision.benefit", "?"), ("shared-vision.important", "5")],
    );
    let comparison = compare(&before, &after);
    let element = &comparison.elements[0];
    assert_eq!(element.questions.len(), 2);
    assert_eq!(
        element.change,
        Some(Change {
            before: fraction(3, 1),
            after: fraction(4, 1)
        }),
        "not the profiles' own means"
    );
    assert_eq!(
        comparison.not_compared,
        [
            ("shared-vision.benefit".to_owned(), Reason::ScoredOnlyBefore),
            ("shared-vision.time".to_owned(), Reason::ScoredOnlyAfter),
        ]
    );
}

#[test]
fn too_few_compared_questions_give_no_change() {
    let before = profile(
        Lang::Nl,
        3,
        &[("shared-vision.benefit", ""), ("shared-vision.time", "")],
    );
    let after = profile(Lang::Nl, 5, &[("shared-vision.important", "")]);
    let comparison = compare(&before, &after);
    assert_eq!(comparison.elements[0].questions.len(), 1);
    assert_eq!(change(&comparison, "shared-vision"), (None, false));
    assert_eq!(
        comparison.overall,
        Some(Change {
            before: fraction(3, 1),
            after: fraction(5, 1)
        }),
        "of the other five"
    );
}

#[test]
fn a_changed_text_is_not_compared_but_other_white_space_and_normal_forms_are_the_same() {
    let before = profile(Lang::Nl, 3, &[]);
    let mut after = profile(Lang::Nl, 4, &[]);
    after.questionnaire.elements[0].questions[0].text = "Weten we iets anders?".into();
    after.questionnaire.elements[0].questions[1].text =
        " Cree\u{308}ren we voldoende tijd  en ruimte\nom te investeren in samenwerken?".into();
    let comparison = compare(&before, &after);
    assert_eq!(
        comparison.not_compared,
        [("shared-vision.benefit".to_owned(), Reason::TextChanged)]
    );
}

#[test]
fn a_dutch_and_an_english_profile_of_one_version_are_compared_and_of_two_versions_not() {
    let before = profile(Lang::Nl, 3, &[]);
    let mut after = profile(Lang::En, 4, &[]);
    assert!(compare(&before, &after).not_compared.is_empty());
    after.questionnaire.version = 2;
    assert_eq!(compare(&before, &after).not_compared.len(), 24);
}

#[test]
fn elements_and_questions_that_came_or_went_are_listed_apart() {
    let before = profile(Lang::Nl, 3, &[]);
    let mut after = profile(Lang::Nl, 4, &[]);
    after.questionnaire.elements[0].questions[0].id = "nieuw".into();
    after.questionnaire.elements[5].id = "anders".into();
    let comparison = compare(&before, &after);
    let reasons: Vec<Reason> = comparison.not_compared.iter().map(|(_, reason)| *reason).collect();
    assert_eq!(reasons.iter().filter(|reason| **reason == Reason::OnlyAfter).count(), 4);
    assert_eq!(
        reasons.iter().filter(|reason| **reason == Reason::OnlyBefore).count(),
        4
    );
    let ids: Vec<&str> = comparison.elements.iter().map(|element| element.id.as_str()).collect();
    assert_eq!(ids[5..], ["anders", "ecosystem"]);
}

#[test]
fn a_question_whose_answers_mean_something_else_is_not_compared() {
    let labels = |last: &str| -> Option<Labels> {
        let words = ["nooit", "zelden", "soms", "vaak", last];
        Some(words.map(|word| Some(word.to_owned())).to_vec())
    };
    let with = |reverse: bool, labels: Option<Labels>| {
        let mut profile = profile(Lang::Nl, 3, &[]);
        let question = &mut profile.questionnaire.elements[0].questions[0];
        (question.reverse, question.labels) = (reverse, labels);
        profile
    };
    for (before, after, reason) in [
        (with(false, None), with(true, None), Some(Reason::ReverseChanged)),
        (
            with(false, None),
            with(false, labels("altijd")),
            Some(Reason::LabelsChanged),
        ),
        (
            with(true, labels("altijd")),
            with(true, labels("steeds")),
            Some(Reason::LabelsChanged),
        ),
        (with(true, labels("altijd")), with(true, labels(" altijd ")), None),
    ] {
        for (one, other) in [(&before, &after), (&after, &before)] {
            let comparison = compare(one, other);
            let reasons: Vec<Reason> = comparison.not_compared.iter().map(|(_, reason)| *reason).collect();
            assert_eq!(reasons, Vec::from_iter(reason));
        }
    }
    // In another language own labels are other words for the same.
    let mut english = profile(Lang::En, 3, &[]);
    english.questionnaire.elements[0].questions[0].labels = labels("always");
    assert!(
        compare(&with(false, labels("altijd")), &english)
            .not_compared
            .is_empty()
    );
}

#[test]
fn another_team_questionnaire_or_scale_is_an_error() {
    let before = profile(Lang::Nl, 3, &[]);
    let refused = |change: &dyn Fn(&mut Profile)| {
        let mut after = profile(Lang::Nl, 3, &[]);
        change(&mut after);
        Comparison::of(&before, &after, 2).is_err()
    };
    assert!(refused(&|after| after.team = "Zuid".into()));
    assert!(refused(&|after| after.questionnaire.id = "trust".into()));
    assert!(refused(&|after| after.questionnaire.scale.labels.push(None)));
    assert!(refused(&|after| after.questionnaire.scale.first = 0));
    assert!(!refused(&|after| after.questionnaire.scale.labels[0] = None));
    assert!(!refused(&|after| after.team = " Noord ".into()));
    assert!(!refused(&|after| after.questionnaire.version = 2));
}

#[test]
fn a_compared_question_to_which_few_gave_a_number_is_told() {
    let answered = |first: &str| {
        let mut profile = Profile::unanswered(Lang::Nl, Mode::Tally, 8, State::Complete);
        for (question, typed) in ["3 3 3 3", first].into_iter().enumerate() {
            let tally = Tally::parse(typed, Mode::Tally, 8, 5);
            profile.response_mut((2, question)).tally = tally.ok();
        }
        profile
    };
    for (before, after, thin) in [
        ("3 3 3 3", "4 4 4 4", false),
        ("3 3 3 3", "4 4 4", true),
        ("3", "4 4 4 4", true),
        ("3", "?", false),
    ] {
        let (before, after) = (answered(before), answered(after));
        let comparison = compare(&before, &after);
        assert_eq!(comparison.cautions.contains(&Caution::Thin), thin);
        assert_eq!(comparison.thin().count(), usize::from(thin));
    }
}

#[test]
fn what_makes_a_comparison_less_certain_is_told() {
    use Caution::{Functions, Kinds, Labels, Participants, SameDay, Thin};
    type Change = fn(&mut Profile);
    let none: Change = |_| {};
    let cases: [(Change, Change, &[Caution]); 10] = [
        (none, none, &[]),
        (none, |after| after.participants = 5, &[Participants]),
        (none, |after| after.mode = Mode::Tally, &[Kinds, Thin]),
        (none, |after| after.functions = Some("wijkagent".into()), &[]),
        (
            |before| before.functions = Some("IB'er,  Wijkagent".into()),
            |after| after.functions = Some("wijkagent; ib'er,".into()),
            &[],
        ),
        (
            |before| before.functions = Some("IB'er, wijkagent".into()),
            |after| after.functions = Some("IB'er".into()),
            &[Functions],
        ),
        (
            none,
            |after| after.questionnaire.scale.labels[4] = Some("altijd".into()),
            &[Labels],
        ),
        (none, |after| after.questionnaire.lang = Lang::En, &[]),
        (
            none,
            |after| {
                after.questionnaire.lang = Lang::En;
                after.questionnaire.scale.labels[4] = Some("yes".into());
            },
            &[],
        ),
        (none, |after| after.date = after.date.pred_opt().unwrap(), &[SameDay]),
    ];
    for (change_before, change_after, cautions) in cases {
        let (mut before, mut after) = (profile(Lang::Nl, 3, &[]), profile(Lang::Nl, 3, &[]));
        after.date = after.date.succ_opt().unwrap();
        change_before(&mut before);
        change_after(&mut after);
        assert_eq!(compare(&before, &after).cautions, cautions);
    }
}
