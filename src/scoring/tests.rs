use proptest::prelude::*;

use super::*;
use crate::{
    fraction::fraction,
    lang::Lang,
    questionnaire::{Element, Question},
    tally::{Answer, Tally},
};

/// A questionnaire with so many questions per element, on a scale of so many points.
pub(super) fn questionnaire(questions: &[usize], points: usize) -> Questionnaire {
    let (strong, discuss) = Scale::default_bands(1, points);
    let element = |(index, &count): (usize, &usize)| Element {
        id: format!("e{index}"),
        title: format!("Element {index}"),
        titles: Vec::new(),
        questions: (0..count)
            .map(|question| Question {
                id: format!("q{question}"),
                text: "Vraag?".into(),
                open: None,
                scored: None,
                reverse: false,
                labels: None,
                mirrors: None,
                own: false,
            })
            .collect(),
        suggestions: Vec::new(),
        deeper: None,
    };
    Questionnaire {
        id: "test".into(),
        version: 1,
        lang: Lang::Nl,
        title: "Test".into(),
        source: None,
        personal: false,
        words: Vec::new(),
        scale: Scale {
            first: 1,
            labels: (1..=points).map(|point| Some(point.to_string())).collect(),
            strong,
            discuss,
        },
        elements: questions.iter().enumerate().map(element).collect(),
    }
}

/// The score of one question with these answers on so many points.
fn score_of(tally: &Tally, points: usize) -> QuestionScore {
    let asked = questionnaire(&[1], points);
    QuestionScore::of(Some(tally), asked.question((0, 0)), &asked.scale, None)
}

/// Everyone's answers to one question as they are typed; nothing for unanswered.
fn typed(answers: &str, points: usize) -> Option<Tally> {
    let answers: Vec<Answer> = answers
        .chars()
        .map(|c| match c {
            '?' => Answer::DontKnow,
            '-' => Answer::NotApplicable,
            digit => Answer::Point(digit.to_digit(10).unwrap()),
        })
        .collect();
    (!answers.is_empty()).then(|| Tally::of(&answers, points))
}

/// The scores on five points of elements given as a list of typed answers per question.
fn scores(elements: &[&[&str]]) -> Scores {
    scores_with(elements, WEAKEST)
}

fn scores_with(elements: &[&[&str]], weakest: usize) -> Scores {
    let lengths: Vec<usize> = elements.iter().map(|questions| questions.len()).collect();
    let tallies: Vec<Vec<Option<Tally>>> = elements
        .iter()
        .map(|questions| questions.iter().map(|answers| typed(answers, 5)).collect())
        .collect();
    let asked = questionnaire(&lengths, 5);
    let score = |at: At| {
        let answer = tallies[at.0][at.1].as_ref();
        QuestionScore::of(answer, asked.question(at), &asked.scale, None)
    };
    Scores::of(&asked, score, |_| true, weakest)
}

fn question(answers: &str) -> QuestionScore {
    scores(&[&[answers]]).elements[0].questions[0].clone()
}

fn scored(numerator: u32, denominator: u32) -> Outcome {
    Outcome::Scored(fraction(numerator, denominator))
}

#[test]
fn a_question_is_the_mean_of_its_numbers() {
    assert_eq!(question("3").outcome, scored(3, 1));
    assert_eq!(question("34452").outcome, scored(18, 5));
}

#[test]
fn six_not_applicable_and_one_2_is_not_applicable_but_half_is_not_enough() {
    assert_eq!(question("------2").outcome, Outcome::NotApplicable);
    assert_eq!(question("--24").outcome, scored(3, 1), "exactly half");
    assert_eq!(question("---24").outcome, Outcome::NotApplicable);
    assert_eq!(question("-").outcome, Outcome::NotApplicable);
}

#[test]
fn dont_know_stays_in_the_count_and_not_applicable_leaves_it() {
    assert_eq!(question("??34").outcome, scored(7, 2), "half know");
    assert_eq!(question("???34").outcome, Outcome::DontKnow);
    assert_eq!(
        question("--?34").outcome,
        scored(7, 2),
        "two of the remaining three know"
    );
    assert_eq!(
        question("--??4").outcome,
        Outcome::DontKnow,
        "one of the remaining three knows"
    );
    assert_eq!(question("?").outcome, Outcome::DontKnow);
    assert_eq!(question("-?").outcome, Outcome::DontKnow, "nobody gave a number");
    assert_eq!(question("").outcome, Outcome::Unanswered);
}

#[test]
fn an_element_is_the_unweighted_mean_of_its_scored_questions() {
    let element = &scores(&[&["5", "11111", "3", ""]]).elements[0];
    assert_eq!(element.score, Some(fraction(3, 1)), "many voters weigh as much as one");
    assert_eq!((element.answered, element.asked), (3, 4));
}

#[test]
fn two_of_five_answered_has_no_score_band_or_mark() {
    let all = scores(&[&["1", "1", "", "", ""], &["4"], &["4"], &["3"], &["5"]]);
    let element = &all.elements[0];
    assert_eq!((element.score.clone(), element.band), (None, None));
    assert_eq!((element.answered, element.asked), (2, 5));
    assert!(!all.is_weakest(0));
    assert!(scores(&[&["1", "1", "1", "", ""]]).elements[0].score.is_some());
    assert!(
        scores(&[&["1", "1", "", ""]]).elements[0].score.is_some(),
        "half is enough"
    );
}

#[test]
fn not_applicable_leaves_the_denominator_and_dont_know_does_not() {
    let element = |answers: &[&str]| scores(&[answers]).elements[0].clone();
    let without = element(&["2", "4", "-", "-", "-"]);
    assert_eq!(
        (without.score, without.answered, without.asked),
        (Some(fraction(3, 1)), 2, 2)
    );
    let with = element(&["2", "4", "?", "?", "?"]);
    assert_eq!((with.score, with.answered, with.asked), (None, 2, 5));
    let nothing = element(&["-", "-"]);
    assert_eq!((nothing.score, nothing.answered, nothing.asked), (None, 0, 0));
}

#[test]
fn a_score_that_rests_on_one_question_of_several_says_so() {
    assert!(scores(&[&["2", ""]]).elements[0].rests_on_one());
    assert!(scores(&[&["2", "-", "-"]]).elements[0].rests_on_one());
    assert!(!scores(&[&["2"]]).elements[0].rests_on_one(), "there is only one");
    assert!(!scores(&[&["2", "3", ""]]).elements[0].rests_on_one());
}

#[test]
fn a_team_often_doesnt_know_where_half_of_what_applies_and_at_least_two_are_unknown() {
    for (answers, often) in [
        (&["?", "?", "?", "?"][..], true),
        (&["?", "?", "3", "4"], true),
        (&["?", "3", "4", "4"], false),
        (&["?", "?", "3", "4", "4"], false),
        (&["?", "?", "-", "4", "4"], true),
        (&["?", "?", "", "4", "4"], false),
        (&["?", "?", "", ""], true),
        (&["", "", "", ""], false),
        (&["?", "3"], false),
        (&["?"], false),
        (&["?", "?"], true),
        (&["-", "-", "?"], false),
        (&["???33", "???44", "55555", "55555"], true),
        (&["??333", "??444", "55555", "55555"], false),
    ] {
        assert_eq!(scores(&[answers]).elements[0].is_often_unknown(), often, "{answers:?}");
    }
    let not_asked = ElementScore::not_asked(4, &questionnaire(&[4], 5).scale);
    assert!(not_asked.is_not_asked() && !not_asked.is_often_unknown());
}

#[test]
fn overall_is_the_mean_of_the_scored_elements_if_half_of_them_are_scored() {
    assert_eq!(
        scores(&[&["1"], &["2", "4", "3"], &[""], &[""]]).overall,
        Some(fraction(2, 1))
    );
    assert_eq!(scores(&[&["1"], &[""], &[""]]).overall, None);
    assert_eq!(scores(&[&[""]]).overall, None);
}

#[test]
fn the_band_is_of_the_unrounded_value() {
    // 2.95 shows as 3.0 on one decimal but is below it.
    let below = scores(&[&["33333333333333333332"]]).elements[0].clone();
    assert_eq!(
        (below.score, below.band),
        (Some(fraction(59, 20)), Some(Band::DiscussFirst))
    );
    let band = |answers| scores(&[&[answers]]).elements[0].band;
    assert_eq!(band("3"), Some(Band::Discuss));
    assert_eq!(band("44443"), Some(Band::Discuss));
    assert_eq!(band("4"), Some(Band::Strong));
}

#[test]
fn default_bands_lie_at_half_and_three_quarters_of_the_scale() {
    assert_eq!(Scale::default_bands(1, 5), (fraction(4, 1), fraction(3, 1)));
    assert_eq!(Scale::default_bands(1, 10), (fraction(31, 4), fraction(11, 2)));
    assert_eq!(Scale::default_bands(1, 2), (fraction(7, 4), fraction(3, 2)));
    assert_eq!(Scale::default_bands(0, 11), (fraction(15, 2), fraction(5, 1)));
}

#[test]
fn equal_scores_from_other_numbers_tie() {
    // 3.25 is 13/4 and 26/8.
    let all = scores(&[&["3334"], &["33333344"], &["5"], &["5"], &["5"], &["1"]]);
    assert_eq!(all.elements[0].score, all.elements[1].score);
    assert_eq!(all.weakest, [5, 0, 1], "a tie with the second marks three");
}

#[test]
fn twenty_one_threes_and_2_2_1_leave_one_element_below_a_tie() {
    let threes: &[&str] = &["3", "3", "3", "3"];
    let all = scores(&[threes, threes, &["2", "3", "2", "1"], threes, threes, threes]);
    assert_eq!(all.weakest, [2]);
    assert_eq!((all.nearly_weakest, all.equally_low), (vec![], vec![]));
}

proptest! {
    #[test]
    fn a_score_lies_between_its_lowest_and_highest_number(votes in prop::collection::vec(1u32..=5, 1..12)) {
        let tally = Tally::of(&votes.iter().map(|&point| Answer::Point(point)).collect::<Vec<_>>(), 5);
        let score = score_of(&tally, 5);
        let mean = score.outcome.score().unwrap().clone();
        prop_assert!(mean >= fraction(*votes.iter().min().unwrap(), 1));
        prop_assert!(mean <= fraction(*votes.iter().max().unwrap(), 1));
    }

    #[test]
    fn counted_from_the_other_end_and_from_nought_nothing_but_the_score_moves(
        votes in prop::collection::vec(1u32..=11, 1..12),
    ) {
        let tally = Tally::of(&votes.iter().map(|&point| Answer::Point(point)).collect::<Vec<_>>(), 11);
        let mut asked = questionnaire(&[1], 11);
        asked.scale.first = 0;
        let straight = QuestionScore::of(Some(&tally), asked.question((0, 0)), &asked.scale, None);
        asked.elements[0].questions[0].reverse = true;
        let reversed = QuestionScore::of(Some(&tally), asked.question((0, 0)), &asked.scale, None);
        let sum = straight.outcome.score().unwrap() + reversed.outcome.score().unwrap();
        prop_assert_eq!(sum, fraction(10, 1));
        let from_one = score_of(&tally, 11).outcome.score().unwrap().clone();
        prop_assert_eq!(straight.outcome.score().unwrap() + fraction(1, 1), from_one);
        prop_assert_eq!(&straight.median, &reversed.median);
        prop_assert_eq!(straight.median.map(|median| median + fraction(1, 1)), score_of(&tally, 11).median);
        prop_assert_eq!((straight.spread, straight.deviation), (reversed.spread, reversed.deviation));
    }
}
