//! Exact numbers: scores are compared and averaged as fractions, and rounded only to be shown.
//!
//! A fraction has no limits, but nearly all are small, and a common divisor of small numbers is found far quicker. So what is
//! made or summed here is reckoned in 64 bits where that is exact, and without limits where it isn't.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::{CheckedAdd as _, CheckedDiv as _, Signed, ToPrimitive, Zero};

use crate::lang::Lang;

/// An exact score. Scores lie between the lowest and the highest number of the scale; a change may be negative.
pub type Fraction = BigRational;

/// `numerator / denominator`, exactly.
///
/// # Panics
/// When the denominator is zero.
pub fn fraction(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Fraction {
    reduced(numerator.into(), denominator.into())
}

/// A fraction in its lowest terms.
fn reduced(numerator: BigInt, denominator: BigInt) -> Fraction {
    match (numerator.to_i64(), denominator.to_i64()) {
        // The lowest number of all has no opposite, which finding the divisor may need.
        (Some(small), Some(divisor)) if small > i64::MIN && divisor > i64::MIN => whole(Ratio::new(small, divisor)),
        _ => Fraction::new(numerator, denominator),
    }
}

/// The sum of two.
pub(crate) fn sum(one: &Fraction, other: &Fraction) -> Fraction {
    let in_64_bits = || small(one)?.checked_add(&small(other)?);
    in_64_bits().map_or_else(|| one + other, whole)
}

/// The same number in 64 bits, where it fits.
fn small(value: &Fraction) -> Option<Ratio<i64>> {
    Some(Ratio::new_raw(value.numer().to_i64()?, value.denom().to_i64()?))
}

/// The same number without limits.
fn whole(small: Ratio<i64>) -> Fraction {
    let (numerator, denominator) = small.into_raw();
    Fraction::new_raw(numerator.into(), denominator.into())
}

/// The unweighted mean; `None` of nothing.
pub fn mean<'a>(values: impl IntoIterator<Item = &'a Fraction, IntoIter: Clone>) -> Option<Fraction> {
    let values = values.into_iter();
    small_mean(values.clone()).or_else(|| {
        let sum: Fraction = values.clone().sum();
        let count = values.count();
        (count > 0).then(|| sum / BigInt::from(count))
    })
}

/// The mean where it and every sum on the way fit in 64 bits; `None` where they don't, and of nothing.
fn small_mean<'a>(values: impl Iterator<Item = &'a Fraction>) -> Option<Fraction> {
    let (mut sum, mut count) = (Ratio::zero(), 0_i64);
    for value in values {
        sum = sum.checked_add(&small(value)?)?;
        count += 1;
    }
    sum.checked_div(&count.into()).map(whole)
}

/// Reads a plain decimal such as `3.75` exactly; `None` for anything else (an exponent, `nan`, hexadecimal).
pub fn parse_decimal(text: &str) -> Option<Fraction> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.len() <= 18 && part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(decimals) {
        return None;
    }
    // Each part has so few digits that it fits.
    let number = |part: &str| {
        part.bytes()
            .fold(0, |number: u64, digit| 10 * number + u64::from(digit - b'0'))
    };
    let scale = 10_u64.pow(u32::try_from(decimals.len()).ok()?);
    Some(fraction(BigInt::from(number(whole)) * scale + number(decimals), scale))
}

/// Rounded to this many decimals, halves away from zero, as an exact fraction.
pub fn rounded(value: &Fraction, decimals: u32) -> Fraction {
    reduced(in_last_decimals(value, decimals), BigInt::from(10).pow(decimals))
}

/// How two numbers compare: as their own order does, but without dividing anything.
pub fn compare(one: &Fraction, other: &Fraction) -> Ordering {
    (one.numer() * other.denom()).cmp(&(other.numer() * one.denom()))
}

/// Whether a number has no more than so many decimals.
pub(crate) fn has_at_most(value: &Fraction, decimals: u32) -> bool {
    (BigInt::from(10).pow(decimals) % value.denom()).is_zero()
}

/// Whether two numbers differ by less than half of the last of so many decimals. Their difference isn't made: that needs
/// common divisors.
pub(crate) fn hardly_differ(one: &Fraction, other: &Fraction, decimals: u32) -> bool {
    let apart: BigInt = one.numer() * other.denom() - other.numer() * one.denom();
    apart.abs() * 2 * BigInt::from(10).pow(decimals) < one.denom() * other.denom()
}

/// How often the last of so many decimals goes into a value, halves away from zero. Whole numbers need no common divisor,
/// and looking for one is what costs.
fn in_last_decimals(value: &Fraction, decimals: u32) -> BigInt {
    let scaled = value.numer() * BigInt::from(10).pow(decimals);
    let size: BigInt = (scaled.abs() * 2 + value.denom()) / (value.denom() * 2);
    if value.is_negative() { -size } else { size }
}

/// A number for files and JSON, rounded to six decimals. What counts is computed again from the answers.
pub fn plain(value: &Fraction) -> f64 {
    quotient(&in_last_decimals(value, 6), &BigInt::from(1_000_000))
}

/// Two whole numbers divided, to draw or to write with.
pub(crate) fn quotient(numerator: &BigInt, denominator: &BigInt) -> f64 {
    numerator.to_f64().unwrap_or_default() / denominator.to_f64().unwrap_or_default()
}

/// A score as people read it, with a decimal comma in Dutch.
pub fn shown(value: &Fraction, decimals: u32, lang: Lang) -> String {
    let scaled = in_last_decimals(value, decimals);
    let digits = format!("{:0>width$}", scaled.magnitude(), width = decimals as usize + 1);
    let (whole, rest) = digits.split_at(digits.len() - decimals as usize);
    let sign = if scaled.is_negative() { "−" } else { "" };
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}{}{rest}", lang.pick(',', '.')),
    }
}

/// A change as people read it, with its sign: `+0,5`, `−0,3`, and `0,0` for none.
pub(crate) fn shown_change(value: &Fraction, decimals: u32, lang: Lang) -> String {
    let sign = if in_last_decimals(value, decimals).is_positive() {
        "+"
    } else {
        ""
    };
    format!("{sign}{}", shown(value, decimals, lang))
}

/// The fewest decimals, from one to four, at which `same` holds for the rounded numbers.
pub(crate) fn decimals_where(same: impl Fn(u32) -> bool) -> u32 {
    (1..4).find(|&decimals| same(decimals)).unwrap_or(4)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn halves_round_away_from_zero_and_dutch_has_a_comma() {
        assert_eq!(shown(&fraction(13, 4), 1, Lang::Nl), "3,3");
        assert_eq!(shown(&fraction(13, 4), 1, Lang::En), "3.3");
        assert_eq!(shown(&fraction(13, 4), 2, Lang::Nl), "3,25");
        assert_eq!(shown_change(&fraction(-1, 4), 1, Lang::Nl), "−0,3");
        assert_eq!(shown_change(&fraction(1, 4), 1, Lang::Nl), "+0,3");
        assert_eq!(shown_change(&fraction(-1, 100), 1, Lang::Nl), "0,0");
        assert_eq!(shown(&fraction(10, 1), 1, Lang::En), "10.0");
    }

    #[test]
    fn only_plain_decimals_are_read() {
        assert_eq!(parse_decimal("4.0"), Some(fraction(4, 1)));
        assert_eq!(parse_decimal("2.95"), Some(fraction(59, 20)));
        let longest = "999999999999999999";
        let read = parse_decimal(&format!("{longest}.{longest}")).unwrap();
        assert_eq!(
            read,
            longest.parse::<Fraction>().unwrap() * fraction(10_i64.pow(18) + 1, 10_i64.pow(18))
        );
        for bad in ["", ".5", "1e3", "nan", "inf", "-1", "0x1", "1_000", "+2"] {
            assert_eq!(parse_decimal(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn a_mean_lies_between_its_lowest_and_highest_number(values in prop::collection::vec((1u32..=10, 1u32..=20), 1..30)) {
            let values: Vec<Fraction> = values.into_iter().map(|(n, d)| fraction(n, d)).collect();
            let mean = mean(&values).unwrap();
            prop_assert!(values.iter().min().unwrap() <= &mean && &mean <= values.iter().max().unwrap());
        }

        // Scores of up to 100 questions that up to 200 answered on a scale to 10: among them sums that fit in no 64 bits.
        #[test]
        fn a_mean_is_that_of_a_reckoning_without_limits(
            answers in prop::collection::vec((1_i64..=200, 0_i64..=2_000), 1..=100), changes in any::<bool>(),
        ) {
            let score = |(count, sum): (i64, i64)| {
                let sum = sum.min(10 * count) - if changes { 5 * count } else { 0 };
                Fraction::new(sum.into(), count.into())
            };
            let scores: Vec<Fraction> = answers.into_iter().map(score).collect();
            let sum: Fraction = scores.iter().sum();
            prop_assert_eq!(mean(&scores), Some(sum / BigInt::from(scores.len())));
        }

        #[test]
        fn a_fraction_is_in_its_lowest_terms_however_large(
            numerator in prop_oneof![any::<i64>(), -60_i64..60, Just(i64::MIN), Just(i64::MAX)],
            denominator in prop_oneof![any::<i64>(), -60_i64..60, Just(i64::MIN)].prop_filter("not zero", |&d| d != 0),
            times in prop_oneof![Just(1_u64), any::<u64>().prop_map(|n| n | 1)],
        ) {
            let made = fraction(numerator * BigInt::from(times), denominator * BigInt::from(times));
            let unlimited = Fraction::new(numerator.into(), denominator.into());
            prop_assert_eq!((made.numer(), made.denom()), (unlimited.numer(), unlimited.denom()));
        }

        #[test]
        fn two_numbers_compare_and_hardly_differ_as_their_difference_tells(
            one in (-5_000_i32..5_000, 1..700), by in (-40_i32..40, 1_i32..40), decimals in 0_u32..4,
        ) {
            let one = fraction(one.0, one.1);
            let other = &one + fraction(by.0, by.1 * 10_i32.pow(decimals));
            prop_assert_eq!(compare(&one, &other), one.cmp(&other));
            prop_assert_eq!(hardly_differ(&one, &other, decimals), rounded(&(&one - &other), decimals).is_zero());
        }

        #[test]
        fn a_rounded_number_is_whole_in_its_decimals_and_at_most_half_of_the_last_one_away(
            n in -5_000_i32..5_000, d in 1..700, decimals in 0_u32..7,
        ) {
            let (value, scale) = (fraction(n, d), BigInt::from(10).pow(decimals));
            let rounded = rounded(&value, decimals);
            prop_assert!((&rounded * &scale).is_integer());
            prop_assert_eq!(has_at_most(&value, decimals), rounded == value);
            let away = (&value - &rounded).abs() * scale;
            prop_assert!(away < fraction(1, 2) || away == fraction(1, 2) && rounded.abs() > value.abs());
        }
    }
}
