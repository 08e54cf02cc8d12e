//! Exact numbers: scores are compared and averaged as fractions, and rounded only to be shown.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::lang::Lang;

/// An exact score. Scores lie between the lowest and the highest number of the scale; a change may be negative.
pub type Fraction = BigRational;

/// `numerator / denominator`, exactly.
///
/// # Panics
/// When the denominator is zero.
pub fn fraction(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Fraction {
    Fraction::new(numerator.into(), denominator.into())
}

/// The unweighted mean; `None` of nothing.
pub fn mean<'a>(values: impl IntoIterator<Item = &'a Fraction>) -> Option<Fraction> {
    let mut sum = Fraction::zero();
    let mut count = 0_u64;
    for value in values {
        sum += value;
        count += 1;
    }
    (count > 0).then(|| sum / BigInt::from(count))
}

/// Reads a plain decimal such as `3.75` exactly; `None` for anything else (an exponent, `nan`, hexadecimal).
pub fn parse_decimal(text: &str) -> Option<Fraction> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.len() <= 18 && part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(decimals) {
        return None;
    }
    let numerator: BigInt = format!("{whole}{decimals}").parse().ok()?;
    let exponent = u32::try_from(decimals.len()).ok()?;
    Some(Fraction::new(numerator, BigInt::from(10).pow(exponent)))
}

/// Rounded to this many decimals, halves away from zero, as an exact fraction.
pub fn rounded(value: &Fraction, decimals: u32) -> Fraction {
    Fraction::new(in_last_decimals(value, decimals), BigInt::from(10).pow(decimals))
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

        #[test]
        fn a_rounded_number_is_whole_in_its_decimals_and_at_most_half_of_the_last_one_away(
            n in -5_000_i32..5_000, d in 1..700, decimals in 0_u32..7,
        ) {
            let (value, scale) = (fraction(n, d), BigInt::from(10).pow(decimals));
            let rounded = rounded(&value, decimals);
            prop_assert!((&rounded * &scale).is_integer());
            let away = (&value - &rounded).abs() * scale;
            prop_assert!(away < fraction(1, 2) || away == fraction(1, 2) && rounded.abs() > value.abs());
        }
    }
}
