//! Sums that hold for who adds up the numbers as they are printed: what is rounded away before adding isn't there any more,
//! so a total is that of the printed numbers, and they get as many decimals as it takes to come to the printed mean.

use num_bigint::BigInt;

use crate::{
    fraction::{Fraction, mean, rounded, shown},
    lang::Lang,
};

/// The most decimals; where even those don't come to the printed mean, it says *about*.
const MOST: u32 = 4;

/// The fewest decimals, but no more than two, at which these numbers are shown as they are.
pub(super) fn own_decimals<'n>(numbers: impl IntoIterator<Item = &'n Fraction>) -> u32 {
    let numbers: Vec<&Fraction> = numbers.into_iter().collect();
    let shows = |&decimals: &u32| numbers.iter().all(|number| rounded(number, decimals) == **number);
    (0..2).find(shows).unwrap_or(2)
}

/// The fewest decimals from `least` on at which something holds; `otherwise` where it never does.
pub(super) fn decimals_from(least: u32, otherwise: u32, holds: impl Fn(u32) -> bool) -> u32 {
    (least..=MOST).find(|&decimals| holds(decimals)).unwrap_or(otherwise)
}

/// Numbers that are added up and divided by how many there are.
pub(super) struct Mean<'n> {
    terms: Vec<&'n Fraction>,
    mean: Fraction,
}

impl<'n> Mean<'n> {
    /// `None` of no numbers.
    pub(super) fn of(terms: impl IntoIterator<Item = &'n Fraction>) -> Option<Mean<'n>> {
        let terms: Vec<&Fraction> = terms.into_iter().collect();
        let mean = mean(terms.iter().copied())?;
        Some(Mean { terms, mean })
    }

    fn total(&self, decimals: u32) -> Fraction {
        self.terms.iter().map(|term| rounded(term, decimals)).sum()
    }

    /// What a calculator makes of the numbers as they are printed.
    pub(super) fn reckoned(&self, decimals: u32) -> Fraction {
        self.total(decimals) / BigInt::from(self.terms.len())
    }

    /// Whether the numbers with so many decimals come to the mean with so many.
    pub(super) fn holds(&self, decimals: u32, of_mean: u32) -> bool {
        rounded(&self.reckoned(decimals), of_mean) == rounded(&self.mean, of_mean)
    }

    /// The total, how many there are and the mean in words; the numbers themselves stand below.
    pub(super) fn words(&self, decimals: u32, of_mean: u32, lang: Lang) -> String {
        let mean = shown(&self.mean, of_mean, lang);
        let mean = if self.holds(decimals, of_mean) {
            mean
        } else {
            lang.about(&mean)
        };
        match self.terms.len() {
            1 => lang.explain_only_score(&mean),
            count => lang.explain_mean(count, &shown(&self.total(decimals), decimals, lang), &mean),
        }
    }
}
