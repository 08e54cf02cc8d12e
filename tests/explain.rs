//! What `--explain` tells: its words, and that its numbers add up as they are printed.

use chrono::Months;
use ips::{
    comparison::Comparison,
    fraction::{Fraction, fraction, parse_decimal, rounded},
    lang::Lang,
    profile::Profile,
    questionnaire::Scale,
    render::terminal::{self, Look},
    report::explain::Explanation,
    scoring::WEAKEST,
    tally::{Mode, Tally},
    trend::Trend,
};
use proptest::prelude::*;

use crate::common;

const PLAIN: Look = Look {
    columns: None,
    colour: false,
    plain: true,
};

/// What a pocket calculator is handed: a number as it is printed, and how many decimals it has.
fn number(text: &str) -> (Fraction, u32) {
    let text = text.trim_matches(|c: char| !c.is_ascii_digit());
    let decimals = text.split_once(',').map_or(0, |(_, decimals)| decimals.len());
    let number = parse_decimal(&text.replace(',', ".")).unwrap_or_else(|| panic!("no number: {text}"));
    (number, u32::try_from(decimals).unwrap())
}

/// The part of a line between two texts.
fn between<'l>(line: &'l str, before: &str, after: &str) -> Option<&'l str> {
    let (_, rest) = line.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

/// Asserts that a total divided by a count gives what is printed, or lies as near as *about* says.
fn assert_divided(total: &Fraction, count: usize, result: &str, line: &str) {
    let reckoned = total / fraction(count, 1).numer();
    let (printed, decimals) = number(result);
    if result.starts_with("ongeveer") {
        let unit = fraction(1, 10_u32.pow(decimals));
        let away = if reckoned > printed {
            &reckoned - &printed
        } else {
            &printed - &reckoned
        };
        assert!(away <= unit, "{line}");
    } else {
        assert_eq!(rounded(&reckoned, decimals), printed, "{line}");
    }
}

/// Adds up everything that a text says with numbers, and gives how many sums there were.
fn assert_adds_up(told: &str) -> usize {
    let mut sums = 0;
    for part in told.split("\n\n") {
        let lines: Vec<&str> = part.lines().collect();
        let numbers = |before: &str, after: &str| -> Vec<Fraction> {
            let rows = lines
                .iter()
                .filter(|line| line.contains(" Toen ") || line.contains(" Score "));
            let found = rows.filter_map(|line| between(line, before, after).map(|text| number(text).0));
            found.collect()
        };
        let (scores, then, now) = (
            numbers("? Score ", "."),
            numbers(" Toen ", ", nu "),
            numbers(", nu ", "."),
        );
        let titled = lines
            .iter()
            .filter_map(|line| Some(number(line.rsplit_once(". Score ")?.1).0));
        let scores: Vec<Fraction> = scores.into_iter().chain(titled).collect();
        for (place, line) in lines.iter().enumerate() {
            if let Some(total) = between(line, "zijn opgeteld ", ";") {
                let listed = match () {
                    () if line.starts_with("Toen. ") => &then,
                    () if line.starts_with("Nu. ") => &now,
                    () => &scores,
                };
                let total = number(total).0;
                assert_eq!(listed.iter().sum::<Fraction>(), total, "{part}");
                let (count, result) = line.split_once("gedeeld door ").unwrap().1.split_once(": ").unwrap();
                assert_eq!(count.parse(), Ok(listed.len()), "{part}");
                assert_divided(&total, listed.len(), result, line);
                sums += 1;
            }
            if let Some((answers, rest)) = line.split_once(" is samen ") {
                let answers = answers.replace(" en ", ", ");
                let answers: Vec<(u64, u64)> = answers
                    .split(", ")
                    .map(|answer| answer.split_once(" keer ").unwrap())
                    .map(|(count, point)| (count.parse().unwrap(), point.parse().unwrap()))
                    .collect();
                let total: u64 = answers.iter().map(|(count, point)| count * point).sum();
                let count: u64 = answers.iter().map(|(count, _)| count).sum();
                let (said, rest) = rest.split_once("; gedeeld door ").unwrap();
                let (by, result) = rest.split_once(": ").unwrap();
                assert_eq!((said.parse(), by.parse()), (Ok(total), Ok(count)), "{line}");
                assert_divided(&fraction(total, 1), usize::try_from(count).unwrap(), result, line);
                let reversed = lines.get(place + 1).is_some_and(|line| line.starts_with("Omgekeerd"));
                let score = lines[..place]
                    .iter()
                    .rev()
                    .find_map(|line| Some(number(line.rsplit_once("Score ")?.1).0));
                assert!(reversed || score == Some(number(result).0), "{part}");
                sums += 1;
            }
            if let Some(rest) = line.strip_prefix("Omgekeerd geteld: ") {
                let (low, rest) = rest.split_once(" plus ").unwrap();
                let (high, rest) = rest.split_once(" is ").unwrap();
                let (both, rest) = rest.split_once("; min ").unwrap();
                let (given, score) = rest.split_once(": ").unwrap();
                let [low, high, both, given] = [low, high, both, given].map(|text| number(text).0);
                assert_eq!(low + high, both, "{line}");
                let (score, decimals) = number(score);
                assert_eq!(rounded(&(both - given), decimals), score, "{line}");
                sums += 1;
            }
            if line.starts_with("Verdeeld: het") {
                let total = number(between(line, "samen ", " vandaan").unwrap()).0;
                let count = between(line, "Gedeeld door ", " ").unwrap().parse().unwrap();
                let distance = between(line, "is dat ", ":").unwrap();
                assert_divided(&total, count, distance, line);
                assert!(
                    number(distance).0 > number(line.rsplit_once(' ').unwrap().1).0,
                    "{line}"
                );
                sums += 1;
            }
            if let Some(rest) = line.strip_prefix("Het verschil: ")
                && let Some((high, rest)) = rest.split_once(" min ")
            {
                let (low, by) = rest.split_once(" is ").unwrap();
                assert_eq!(number(high).0 - number(low).0, number(by).0, "{line}");
                sums += 1;
            }
        }
    }
    sums
}

/// A profile with these answers, a question's behind the other's, on a scale with so many points.
fn profile(mode: Mode, (first, points): (u32, usize), answers: &[(Vec<u32>, u32, u32, bool)]) -> Profile {
    let mut profile = common::profile(mode, &[]);
    let labels: Vec<Option<String>> = (0..points).map(|point| Some(format!("punt {point}"))).collect();
    let (strong, discuss) = Scale::default_bands(first, points);
    profile.participants = 40;
    profile.questionnaire.scale = Scale {
        first,
        labels,
        strong,
        discuss,
    };
    let places: Vec<_> = profile.questionnaire.places().collect();
    for (at, (votes, dont_know, not_applicable, reverse)) in places.into_iter().zip(answers) {
        profile.questionnaire.elements[at.0].questions[at.1].reverse = *reverse;
        let mut tally = Tally::empty(points);
        for vote in votes.iter().take(if mode == Mode::Joint { 1 } else { votes.len() }) {
            tally.votes[*vote as usize % points] += 1;
        }
        if mode != Mode::Joint || votes.is_empty() {
            (tally.dont_know, tally.not_applicable) = (*dont_know, *not_applicable);
        }
        if mode == Mode::Joint && votes.is_empty() {
            (tally.dont_know, tally.not_applicable) = (dont_know % 2, 1 - dont_know % 2);
        }
        profile.response_mut(at).tally = Some(tally);
    }
    profile
}

fn answers() -> impl Strategy<Value = Vec<(Vec<u32>, u32, u32, bool)>> {
    let votes = prop::collection::vec(0u32..11, 0..13);
    prop::collection::vec((votes, 0u32..3, 0u32..3, prop::bool::weighted(0.2)), 0..=24)
}

fn mode() -> impl Strategy<Value = Mode> {
    prop_oneof![Just(Mode::Joint), Just(Mode::Tally), Just(Mode::Ballots)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn printed_numbers_of_a_profile_add_up_to_the_printed_results(
        mode in mode(), scale in (0u32..2, 2usize..=11), answers in answers(), weakest in 1usize..4,
    ) {
        let profile = profile(mode, scale, &answers);
        let explanation = Explanation::of(&profile, &profile.scores(weakest), Lang::Nl);
        assert_adds_up(&terminal::explanation(&explanation, PLAIN));
    }

    #[test]
    fn printed_numbers_of_changes_add_up_too(
        modes in (mode(), mode()), scale in (0u32..2, 2usize..=11), then in answers(), now in answers(),
    ) {
        let before = profile(modes.0, scale, &then);
        let mut after = profile(modes.1, scale, &now);
        for (element, other) in after.questionnaire.elements.iter_mut().zip(&before.questionnaire.elements) {
            for (question, other) in element.questions.iter_mut().zip(&other.questions) {
                question.reverse = other.reverse;
            }
        }
        after.date = before.date.checked_add_months(Months::new(6)).unwrap();
        let comparison = Comparison::of(&before, &after, WEAKEST).unwrap();
        assert_adds_up(&terminal::explanation(&Explanation::of_changes(&comparison, Lang::Nl), PLAIN));
        let trend = Trend::of(&[&before, &after], WEAKEST).unwrap();
        assert_adds_up(&terminal::explanation(&Explanation::of_trend(&trend, Lang::Nl), PLAIN));
    }
}

#[test]
fn an_ordinary_profile_has_a_sum_behind_each_question_each_element_and_all_together() {
    let profile = common::profile(Mode::Tally, &["1 2 2 3 5 5 5"; 24]);
    let explanation = Explanation::of(&profile, &profile.scores(WEAKEST), Lang::Nl);
    let sums = assert_adds_up(&terminal::explanation(&explanation, PLAIN));
    assert_eq!(
        sums,
        24 + 24 + 6 + 1,
        "each question's mean and distance, the elements, all together"
    );
}

/// A team that answered with fingers, with everything that can be said of a question and of an element.
fn of_every_kind() -> Profile {
    let mut profile = common::profile(
        Mode::Tally,
        &[
            "2 2 2 3",
            "2 3 3 3",
            "? ? ? ? 3 3",
            "3 3 3",
            "1 1 1 5 5 5",
            "1 3 3 3 3 3 5",
            "3 3 3 3 1 1 5",
            "3 4",
            "",
            "? ? ? ? 3",
            "? ? ? ? ? 1",
            "3 3 3 3",
            "4 4 4 4",
            "5 5 4 4",
            "- - - - 3",
            "4 4 4 4 3",
            "4 4 4 4 3",
            "4 4",
            "3 3 3 3 4 4",
            "4 4 4 3 3 3",
            "2 2 3 4 4",
            "2 3 3 4 4",
            "4 4 4",
            "3 3 4",
        ],
    );
    profile.questionnaire.elements[0].questions[1].reverse = true;
    profile
}

#[test]
fn a_profile_is_explained_in_words() {
    let profile = of_every_kind();
    let explanation = Explanation::of(&profile, &profile.scores(WEAKEST), Lang::Nl);
    insta::assert_snapshot!("profile_explained", terminal::explanation(&explanation, 80));
    let explanation = Explanation::of(&profile, &profile.scores(WEAKEST), Lang::En);
    insta::assert_snapshot!("profile_explained_en_40", terminal::explanation(&explanation, 40));
}

#[test]
fn changes_are_explained_in_words() {
    let before = common::profile(Mode::Joint, &["3"; 24]);
    let answers = [
        ["4", "4", "4", "4"].as_slice(),
        &["5", "4", "4", "3", "2"],
        &["3", "3", "3", "3", "5"],
        &["5", "3", "3", "3"],
        &["?", "3", "-"],
        &["2", "2", "2"],
    ];
    let mut after = common::profile(Mode::Joint, &answers.concat());
    after.date = before.date.checked_add_months(Months::new(6)).unwrap();
    let comparison = Comparison::of(&before, &after, WEAKEST).unwrap();
    let explanation = Explanation::of_changes(&comparison, Lang::Nl);
    insta::assert_snapshot!("changes_explained", terminal::explanation(&explanation, 80));
    let mut fingers = of_every_kind();
    fingers.questionnaire.elements[0].questions[1].reverse = false;
    fingers.date = after.date.checked_add_months(Months::new(6)).unwrap();
    let trend = Trend::of(&[&before, &after, &fingers], WEAKEST).unwrap();
    let explanation = Explanation::of_trend(&trend, Lang::En);
    insta::assert_snapshot!("trend_explained_en", terminal::explanation(&explanation, 80));
}
