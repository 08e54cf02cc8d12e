//! Each configuration as it can be read: a score an element, with `<` behind one that is marked, `~` behind one that hardly
//! differs from it, `=` behind those that tie for the lowest place where none is marked; `–` has no score.

use proptest::prelude::*;

use super::*;
use crate::fraction::parse_decimal;

/// How many points the scale has, how many are marked where nothing ties, the configuration, and what it is.
const CONFIGURATIONS: &str = "
 5 2 | 1.7< 3.0 3.0 3.0 3.0 3.0                      | one outlier
 5 2 | 3.0 3.0 3.0 1.7< 3.0 3.0                      | one outlier in the middle
 5 2 | 2.95< 3.0~ 3.0~ 3.0~ 3.0~ 3.0~                | one outlier by a hair
 5 2 | 3.0= 3.0= 3.0= 3.0= 3.0= 4.3                  | one outlier upwards
 5 2 | 4.0 3.0< 5.0 2.0< 4.5 4.75                    | all different
 5 2 | 5.0 4.0< 5.0 4.5< 5.0 5.0                     | all strong: there is a lowest still
 5 2 | 3.0= 3.0= 3.0= 3.0= 3.0= 3.0=                 | all equal
 5 2 | 5.0= 5.0= 5.0= 5.0= 5.0= 5.0=                 | all equal and at the top
 5 2 | 1.0= 1.0= 1.0= 1.0= 1.0= 1.0=                 | all equal and at the bottom
 5 2 | 2.0< 2.0< 3.0 3.5 4.0 4.0                     | two tie for the first place
 5 2 | 1.0< 2.0< 2.0< 3.0 4.0 4.0                    | two tie for the second place
 5 2 | 3.0< 3.0< 3.0< 4.0 4.0 4.0                    | three tie for the first place
 5 2 | 2.0< 3.0 3.0 3.0 4.0 4.0                      | three tie for the second place: too many, the first stays
 5 2 | 3.0= 3.0= 3.0= 3.0= 4.0 4.0                   | four tie for the first place
 5 2 | 2.0< 3.0 3.0 3.0 3.0 4.0                      | four tie for the second place
 5 2 | 3.0= 3.0= 3.0= 3.0= 3.0= 4.0                  | five tie for the first place
 5 2 | 2.0< 3.0 3.0 3.0 3.0 3.0                      | five tie for the second place
 5 2 | 2.0 1.0< 3.0                                  | three elements
 5 2 | 2.0= 2.0= 3.0                                 | three elements, two tie
 5 2 | 2.0< 1.0< 3.0 4.0                             | four elements
 5 2 | 1.0< 2.0 2.0 4.0                              | four elements, two tie for the second place
 5 2 | 2.0< 1.0< 3.0 4.0 5.0                         | five elements
 5 2 | 2.0< 2.0< 2.0< 3.0 4.0 4.0 5.0                | seven elements, three tie for the first place
 5 2 | 1.0< 2.0 2.0 2.0 4.0 4.0 5.0                  | seven elements, three tie for the second place
 5 2 | 1.0< – 2.0 – – 3.0                            | elements without a score don't count
 5 2 | 1.0< – 2.0 – – –                              | two scored
 5 2 | – – 2.0 – – –                                 | one scored: there is nothing to be lower than
 5 2 | – – – – – –                                   | none scored
 5 2 | 3.17< 3.1715873~ 2.0< 4.0 4.0 5.0             | a 630th apart
 5 2 | 3.3333333331< 3.3333333332< 3.3333333333~ 5.0 | a hair apart is no tie
 5 2 | 3.0< 3.1 2.0< 3.0999~ 4.0 5.0                 | a tenth is a difference, less hardly is
 2 2 | 1.0< 2.0 2.0 2.0                              | two points
 2 2 | 1.0< 1.0< 2.0 2.0                             | two points, two tie
 2 2 | 1.0= 1.0= 1.0= 2.0                            | two points, three tie
 2 2 | 1.0< 1.5< 1.525 1.524~                        | two points, a fortieth apart
10 2 | 4.0< 5.0< 5.225 5.224~                        | ten points, nine fortieths apart
11 2 | 0.0< 2.0< 2.2~ 2.25 9.0                       | eleven points from zero
 5 1 | 1.0< 2.0 3.0 4.0 5.0 5.0                      | one to mark
 5 1 | 1.0< 1.0< 3.0 4.0 5.0 5.0                     | one to mark, two tie
 5 1 | 1.0= 1.0= 1.0= 1.0= 5.0 5.0                   | one to mark, four tie
 5 3 | 1.0< 2.0< 3.0< 4.0 5.0 5.0                    | three to mark
 5 3 | 1.0< 2.0< 3.0 3.0 5.0 5.0                     | three to mark, two tie for the third place
 5 3 | 1.0< 2.0< 2.0< 4.0 5.0 5.0                    | three to mark, two tie for the second place
 5 3 | 1.0< 2.0 2.0 2.0 5.0 5.0                      | three to mark, three tie for the second place
 5 5 | 1.0< 2.0< 3.0< 4.0 5.0 5.0                    | more to mark than half
 5 0 | 1.0 2.0 3.0 4.0 5.0 5.0                       | none to mark
";

/// Reads a configuration: its scores, and which of them are marked with a sign.
fn read(configuration: &str) -> (Vec<Option<Fraction>>, impl Fn(char) -> Vec<usize>) {
    let elements: Vec<&str> = configuration.split(' ').collect();
    let score = |element: &&str| parse_decimal(element.trim_end_matches(['<', '~', '=']));
    let scores = elements.iter().map(score).collect();
    let with = move |sign| {
        (0..elements.len())
            .filter(|&index| elements[index].ends_with(sign))
            .collect()
    };
    (scores, with)
}

fn lowest(scores: &[Option<Fraction>], count: usize, points: usize) -> Lowest {
    Lowest::of(scores.iter().map(Option::as_ref), count, points)
}

#[test]
fn each_configuration_has_its_marks() {
    for line in CONFIGURATIONS.trim().lines() {
        let [numbers, configuration, name] = line.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}");
        };
        let (points, count) = numbers.trim().split_once(' ').unwrap();
        let (points, count) = (points.parse().unwrap(), count.parse().unwrap());
        let (scores, with) = read(configuration.trim());
        let mut lowest = lowest(&scores, count, points);
        for places in [&lowest.marked, &lowest.nearly, &lowest.equal] {
            assert!(places.is_sorted_by_key(|&place| &scores[place]), "{name}: lowest first");
        }
        lowest.marked.sort_unstable();
        lowest.nearly.sort_unstable();
        let Lowest { marked, nearly, equal } = lowest;
        assert_eq!((marked, nearly, equal), (with('<'), with('~'), with('=')), "{line}");
    }
}

/// Scores on five points in quarters, so that many tie, and some that are missing.
fn any_scores() -> impl Strategy<Value = Vec<Option<Fraction>>> {
    let score = prop::option::weighted(0.9, (4_u32..=20).prop_map(|quarters| fraction(quarters, 4)));
    prop::collection::vec(score, 0..9)
}

proptest! {
    #[test]
    fn at_most_half_is_marked_and_all_of_it_lies_strictly_below_the_rest(scores in any_scores(), count in 0_usize..6) {
        let found = lowest(&scores, count, 5);
        prop_assert!(2 * found.marked.len() <= scores.iter().flatten().count());
        let rest = (0..scores.len()).filter(|index| !found.marked.contains(index));
        let lowest_of_rest = rest.filter_map(|index| scores[index].clone()).min();
        for &index in &found.marked {
            prop_assert!(scores[index].is_some() && scores[index] < lowest_of_rest);
        }
    }

    #[test]
    fn as_many_as_asked_are_marked_unless_a_tie_or_half_forbids_it(scores in any_scores(), count in 1_usize..6) {
        let found = lowest(&scores, count, 5);
        let most = scores.iter().flatten().count() / 2;
        if found.marked.len() < count.min(most) {
            // Then the next ones tie, and reach beyond half.
            let mut sorted: Vec<_> = scores.iter().flatten().collect();
            sorted.sort();
            prop_assert_eq!(sorted[found.marked.len()], sorted[most]);
        }
    }

    #[test]
    fn those_that_tie_are_named_only_where_none_is_marked(scores in any_scores(), count in 1_usize..6) {
        let found = lowest(&scores, count, 5);
        let scored = scores.iter().flatten().count();
        prop_assert_eq!(found.equal.is_empty(), !found.marked.is_empty() || scored < 2);
        prop_assert!(found.equal.is_empty() || found.nearly.is_empty() && 2 * found.equal.len() > scored);
        let least = scores.iter().flatten().min();
        prop_assert!(found.equal.iter().all(|&index| scores[index].as_ref() == least));
    }

    #[test]
    fn what_hardly_differs_is_unmarked_and_close(scores in any_scores(), count in 1_usize..6) {
        // Quarters are far apart on five points and close on eleven and more.
        for points in [5, 11, 41] {
            let found = lowest(&scores, count, points);
            let Some(last) = found.marked.last().map(|&index| scores[index].clone().unwrap()) else {
                continue;
            };
            for (index, score) in scores.iter().enumerate() {
                let close = score.as_ref().is_some_and(|score| score - &last < hardly(points));
                prop_assert_eq!(found.nearly.contains(&index), close && !found.marked.contains(&index));
            }
        }
    }

    #[test]
    fn adding_the_same_to_all_changes_nothing(scores in any_scores(), count in 0_usize..6, more in 0_u32..9) {
        let higher: Vec<_> = scores.iter().map(|score| score.as_ref().map(|score| score + fraction(more, 3))).collect();
        prop_assert_eq!(lowest(&scores, count, 5), lowest(&higher, count, 5));
    }

    #[test]
    fn the_order_of_the_elements_changes_nothing(scores in any_scores(), count in 0_usize..6) {
        let mut backwards = scores.clone();
        backwards.reverse();
        let there = |places: &[usize]| -> Vec<usize> {
            let mut there: Vec<usize> = places.iter().map(|place| scores.len() - 1 - place).collect();
            there.sort_unstable();
            there
        };
        let sorted = |mut places: Vec<usize>| { places.sort_unstable(); places };
        let (one, other) = (lowest(&scores, count, 5), lowest(&backwards, count, 5));
        prop_assert_eq!(there(&one.marked), sorted(other.marked));
        prop_assert_eq!(there(&one.nearly), sorted(other.nearly));
        prop_assert_eq!(there(&one.equal), sorted(other.equal));
    }

    #[test]
    fn an_element_without_a_score_changes_nothing(scores in any_scores(), count in 0_usize..6) {
        let mut more = scores.clone();
        more.push(None);
        prop_assert_eq!(lowest(&scores, count, 5), lowest(&more, count, 5));
    }
}
