//! Each configuration as it can be read: how many points the scale has, how many took part (`–` where they answered together),
//! everyone's answers, the score or why there is none, the median, and what is said of the question.

use proptest::prelude::*;

use super::*;
use crate::{fraction::parse_decimal, scoring::tests::questionnaire, tally::Answer};

const CONFIGURATIONS: &str = "
 5 7 | 2 2 2 4 4              | 2.8            | 2   | some differ 2
 5 5 | 1 1 5 5 5              | 3.4            | 5   | divided
 5 8 | 3 3 3 3 3 3 3 3        | 3              | 3   |
 5 7 | 4 4 4 4 4 4 3          | 3.857142857143 | 4   |
 5 7 | 4 4 4 4 4 4 2          | 3.714285714286 | 4   | some differ 1
 5 8 | 4 4 4 4 4 4 2 2        | 3.5            | 4   | some differ 2
 5 8 | 4 4 4 4 4 2 2 2        | 3.25           | 4   | some differ 3
 5 8 | 4 4 4 4 2 2 2 2        | 3              | 3   | divided
 5 13 | 4 4 4 4 4 4 4 4 4 2 2 2 2 | 3.384615384615 | 4 | some differ 4
 5 6 | 1 3 4 5 5 5            | 3.833333333333 | 4.5 | divided
 5 8 | 2 2 2 2 3 3 3 5        | 2.75           | 2.5 | some differ 1
 5 4 | 1 1 3 5                | 2.5            | 2   | divided
 6 4 | 2 2 4 4                | 3              | 3   |
 6 5 | 2 2 2 4 4              | 2.8            | 2   |
 5 2 | 1 5                    | 3              | 3   |
 5 4 | 1 5 ? ?                | 3              | 3   |
 5 8 | 1 1 5 ? ? ? ? ?        | dont-know      | 1   | divided
 5 9 | 1 1 5 - - - - - -      | not-applicable | 1   |
 5 9 | 4 4 2 - - - - - -      | not-applicable | 4   |
 5 8 | 4 4 4 2 - - - -        | 3.5            | 4   | some differ 1
 2 4 | 1 2 2 2                | 1.75           | 2   | some differ 1
 2 3 | 1 2 2                  | 1.666666666667 | 2   | some differ 1
 2 4 | 1 1 2 2                | 1.5            | 1.5 | divided
 2 5 | 1 1 2 2 2              | 1.6            | 2   | divided
 3 5 | 1 3 3 3 3              | 2.6            | 3   | some differ 1
 3 5 | 1 1 2 2 2              | 1.6            | 2   |
 4 5 | 2 4 4 4 4              | 3.6            | 4   | some differ 1
 6 6 | 3 5 5 5 5 5            | 4.666666666667 | 5   |
 6 6 | 2 5 5 5 5 5            | 4.5            | 5   | some differ 1
 7 6 | 3 5 5 5 5 5            | 4.666666666667 | 5   |
 7 6 | 2 5 5 5 5 5            | 4.5            | 5   | some differ 1
10 6 | 4 8 8 8 8 8            | 7.333333333333 | 8   |
10 6 | 3 8 8 8 8 8            | 7.166666666667 | 8   | some differ 1
11 6 | 5 10 10 10 10 10       | 9.166666666667 | 10  | some differ 1
11 6 | 6 10 10 10 10 10       | 9.333333333333 | 10  |
 5 8 | 3                      | 3              | 3   | thin
 5 8 | 3 4 4                  | 3.666666666667 | 4   | thin
 5 8 | 3 4 4 5                | 4              | 4   |
 5 7 | 3 4 4                  | 3.666666666667 | 4   | thin
 5 7 | 3 4 4 5                | 4              | 4   |
 5 8 | 3 4 - - - - ? -        | not-applicable | 3.5 |
 5 8 | 3 4 4 - - - - ?        | 3.666666666667 | 4   | thin
 5 8 | 3 ? ?                  | dont-know      | 3   |
 5 8 | 1 5 5 5 ?              | 4              | 5   | divided
 5 8 | 1 5 5                  | 3.666666666667 | 5   | divided, thin
 5 1 | 3                      | 3              | 3   |
 5 2 | 3                      | 3              | 3   |
 5 3 | 3                      | 3              | 3   | thin
 5 – | 3                      | 3              | 3   |
 5 – | ?                      | dont-know      | –   |
 5 – | -                      | not-applicable | –   |
 5 8 | - - - ? ? ?            | dont-know      | –   |
 5 8 |                        | unanswered     | –   |
";

fn score(answers: &str, points: usize, voters: Option<u32>) -> QuestionScore {
    let answers: Vec<Answer> = answers
        .split_whitespace()
        .map(|token| match token {
            "?" => Answer::DontKnow,
            "-" => Answer::NotApplicable,
            number => Answer::Point(number.parse().unwrap()),
        })
        .collect();
    let asked = questionnaire(&[1], points);
    let answer = Tally::of(&answers, points);
    QuestionScore::of(Some(&answer), asked.question((0, 0)), &asked.scale, voters)
}

/// What is said of a question beside its score, as the table has it.
fn said(score: &QuestionScore) -> String {
    let spread = match score.spread {
        Spread::Agreed => None,
        Spread::SomeDiffer(count) => Some(format!("some differ {count}")),
        Spread::Divided => Some("divided".to_owned()),
    };
    let thin = score.thin.then(|| "thin".to_owned());
    spread.into_iter().chain(thin).collect::<Vec<_>>().join(", ")
}

/// Whether an exact number is the one in the table, which has twelve decimals at most.
fn is(value: Option<&Fraction>, written: &str) -> bool {
    let close = |value: &Fraction, written: Fraction| {
        let apart = if *value < written {
            written - value
        } else {
            value - written
        };
        apart < fraction(1, 1_000_000_000_000_u64)
    };
    match (value, parse_decimal(written)) {
        (Some(value), Some(written)) => close(value, written),
        (value, written) => value.is_none() && written.is_none(),
    }
}

#[test]
fn each_configuration_has_its_score_and_what_is_said_of_it() {
    for line in CONFIGURATIONS.trim().lines() {
        let [numbers, answers, result, median, remarks] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("not five columns: {line}");
        };
        let (points, took_part) = numbers.split_once(' ').unwrap();
        let score = score(answers, points.parse().unwrap(), took_part.parse().ok());
        match score.outcome.score() {
            Some(mean) => assert!(is(Some(mean), result), "{mean}: {line}"),
            None => assert_eq!(score.outcome.word(), result, "{line}"),
        }
        assert!(is(score.median.as_ref(), median), "{:?}: {line}", score.median);
        assert_eq!(said(&score), remarks, "{line}");
        let given = answers.split_whitespace().filter(|token| token.parse::<u32>().is_ok());
        assert_eq!(score.numbers as usize, given.count(), "{line}");
    }
}

#[test]
fn a_deviation_is_exact() {
    assert_eq!(score("2 2 2 4 4", 5, Some(5)).deviation, Some(fraction(4, 5)));
    assert_eq!(score("1 1 5 5 5", 5, Some(5)).deviation, Some(fraction(8, 5)));
    assert_eq!(score("1 5", 5, Some(2)).deviation, None, "two tell nothing");
    assert_eq!(score("1 1 5 - - - -", 5, Some(7)).deviation, None, "it doesn't apply");
}

/// Answers to one question on seven points, as they are typed.
fn any_answers() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[1-7?-]", 0..14)
}

proptest! {
    #[test]
    fn the_order_of_answers_changes_nothing(mut answers in any_answers(), voters in 1_u32..16) {
        let before = score(&answers.join(" "), 7, Some(voters));
        answers.sort();
        prop_assert_eq!(before, score(&answers.join(" "), 7, Some(voters)));
    }

    #[test]
    fn a_point_more_from_everyone_moves_the_score_and_the_median_alone(answers in prop::collection::vec(1_u32..=6, 0..14)) {
        let typed = |more: u32| {
            let answers: Vec<String> = answers.iter().map(|answer| (answer + more).to_string()).collect();
            score(&answers.join(" "), 7, Some(14))
        };
        let (low, high) = (typed(0), typed(1));
        let more = |value: Option<&Fraction>| value.map(|value| value + fraction(1, 1));
        prop_assert_eq!(more(low.outcome.score()), high.outcome.score().cloned());
        prop_assert_eq!(more(low.median.as_ref()), high.median);
        prop_assert_eq!((low.numbers, low.thin, low.spread), (high.numbers, high.thin, high.spread));
    }

    #[test]
    fn on_a_long_scale_fewer_see_it_differently(answers in prop::collection::vec(1_u32..=5, 3..14)) {
        let typed: Vec<String> = answers.iter().map(u32::to_string).collect();
        let on = |points| score(&typed.join(" "), points, None);
        if on(5).spread != Spread::Divided {
            prop_assert!(on(11).differ() <= on(7).differ() && on(7).differ() <= on(5).differ());
        }
    }

    #[test]
    fn only_a_score_is_thin_and_nothing_that_doesnt_apply_is_divided(answers in any_answers(), voters in 1_u32..16) {
        let question = score(&answers.join(" "), 7, Some(voters));
        let scored = question.outcome.score().is_some();
        prop_assert_eq!(question.thin, scored && 2 * question.numbers < voters);
        if question.numbers < 3 || question.outcome == Outcome::NotApplicable {
            prop_assert_eq!((question.spread, question.deviation), (Spread::Agreed, None));
        }
        prop_assert!(!score(&answers.join(" "), 7, None).thin, "an answer of all together is one answer");
    }
}
