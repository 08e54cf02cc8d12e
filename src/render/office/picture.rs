//! Drawings as pictures of dots, and what stands beside them.

use crate::drawing::{dots::DotChart, spread::SpreadChart};

/// How wide pictures are on paper, in millimetres: one alone, one of two beside each other, of which eight fit on a page, and
/// one beside its title.
pub const ALONE: u64 = 130;
pub const BESIDE_ANOTHER: u64 = 70;
pub const BESIDE_TITLE: u64 = 84;

/// Makes a picture of a drawing in SVG.
pub type MakePng = fn(String) -> Vec<u8>;

/// The width and height of a picture in PNG, in dots: its header has them at a fixed place.
pub fn size_of(png: &[u8]) -> (u64, u64) {
    let side = |at: usize| {
        png[at..at + 4]
            .iter()
            .fold(0, |size, byte| size << 8 | u64::from(*byte))
    };
    (side(16), side(20))
}

/// A drawing of an element, and what stands beside it.
pub struct OfElement<'c> {
    pub heading: String,
    pub about: &'c str,
    pub title: &'c str,
    pub description: String,
    pub drawing: String,
}

impl<'c> From<&'c SpreadChart> for OfElement<'c> {
    fn from(chart: &'c SpreadChart) -> OfElement<'c> {
        OfElement {
            heading: format!("{} {}", chart.letter, chart.title),
            about: &chart.about,
            title: &chart.title,
            description: chart.description(),
            drawing: chart.untitled(),
        }
    }
}

impl<'c> From<&'c DotChart> for OfElement<'c> {
    fn from(chart: &'c DotChart) -> OfElement<'c> {
        OfElement {
            heading: chart.title.clone(),
            about: &chart.about,
            title: &chart.title,
            description: chart.description(),
            drawing: chart.untitled(),
        }
    }
}
