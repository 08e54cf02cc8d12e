use super::*;

fn profile(lang: Lang, everywhere: u32, but: &[(&str, &str)]) -> Profile {
    Profile::answered(lang, everywhere, but)
}

fn compare<'p>(before: &'p Profile, after: &'p Profile) -> Comparison<'p> {
    Comparison::of(before, after, 2).unwrap()
}

fn change(comparison: &Comparison<'_>, id: &str) -> (Option<Fraction>, bool) {
    let element = comparison.elements.iter().find(|element| element.id == id).unwrap();
    (element.change.as_ref().map(Change::difference), element.clear)
}

#[test]
fn two_questions_moving_half_a_point_together_are_a_clear_change() {
    let before = profile(Lang::Nl, 3, &[]);
    let after = profile(
        Lang::Nl,
        3,
        &[("shared-vision.benefit", "4"), ("shared-vision.time", "4")],
    );
    assert_eq!(
        change(&compare(&before, &after), "shared-vision"),
        (Some(fraction(1, 2)), true)
    );
    assert_eq!(
        change(&compare(&after, &before), "shared-vision"),
        (Some(fraction(-1, 2)), true)
    );
}

#[test]
fn one_question_moving_is_no_clear_change() {
    let before = profile(Lang::Nl, 3, &[]);
    let after = profile(Lang::Nl, 3, &[("shared-vision.benefit", "5")]);
    assert_eq!(
        change(&compare(&before, &after), "shared-vision"),
        (Some(fraction(1, 2)), false)
    );
}

#[test]
fn questions_that_moved_the_other_way_do_not_help() {
    let before = profile(Lang::Nl, 3, &[]);
    let after = profile(
        Lang::Nl,
        3,
        &[
            ("enabling-system.know-needs", "5"),
            ("enabling-system.facilitate", "5"),
            ("enabling-system.initiatives", "1"),
        ],
    );
    assert_eq!(
        change(&compare(&before, &after), "enabling-system"),
        (Some(fraction(2, 3)), true)
    );
    let mixed = profile(
        Lang::Nl,
        3,
        &[
            ("shared-vision.benefit", "5"),
            ("shared-vision.time", "5"),
            ("shared-vision.important", "1"),
        ],
    );
    assert_eq!(
        change(&compare(&before, &mixed), "shared-vision"),
        (Some(fraction(1, 2)), true)
    );
    let mostly_down = profile(Lang::Nl, 2, &[("shared-vision.benefit", "5")]);
    let up = profile(Lang::Nl, 1, &[("shared-vision.benefit", "5")]);
    assert!(!change(&compare(&up, &profile(Lang::Nl, 1, &[])), "shared-vision").1);
    assert_eq!(
        change(&compare(&mostly_down, &up), "shared-vision"),
        (Some(fraction(-3, 4)), true)
    );
}

#[test]
fn less_than_an_eighth_of_the_scale_is_no_clear_change() {
    let before = profile(Lang::Nl, 3, &[]);
    let after = profile(Lang::Nl, 3, &[("culture.trust", "4"), ("culture.roles", "4")]);
    assert_eq!(
        change(&compare(&before, &after), "culture"),
        (Some(fraction(2, 5)), false)
    );
}

#[test]
fn the_only_compared_question_may_move_alone() {
    let but = [
        ("enabling-system.facilitate", "-"),
        ("enabling-system.initiatives", "-"),
    ];
    let before = profile(Lang::Nl, 3, &but);
    let after = profile(Lang::Nl, 4, &but);
    assert_eq!(
        change(&compare(&before, &after), "enabling-system"),
        (Some(fraction(1, 1)), true)
    );
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
fn another_team_questionnaire_or_scale_is_an_error() {
    let before = profile(Lang::Nl, 3, &[]);
    let refused = |change: &dyn Fn(&mut Profile)| {
        let mut after = profile(Lang::Nl, 3, &[]);
        change(&mut after);
        Comparison::of(&before, &after, 2).is_err()
    };
    assert!(refused(&|after| after.team = "Zuid".into()));
    assert!(refused(&|after| after.questionnaire.id = "trust".into()));
    assert!(refused(&|after| after
        .questionnaire
        .scale
        .labels
        .push("helemaal".into())));
    assert!(!refused(&|after| after.team = " Noord ".into()));
    assert!(!refused(&|after| after.questionnaire.version = 2));
}
