//! How the scores of many teams lie on one element: a box with the middle half, on the bands and with how many teams lie in each.

use std::ops::RangeInclusive;

use maud::{Markup, html};

use super::{
    colours::{FIRST, GRID, INK, STRONG, TALK, WHITE},
    svg,
};
use crate::{
    lang::Lang,
    report::{
        Figure,
        overview::{ElementLine, OverviewReport, SpreadLine},
    },
    text::width,
};

/// Width and height, in pixels of the drawing.
const SIZE: (f64, f64) = (460.0, 66.0);
/// Where the scale begins and ends, and the lower edge of the bands.
const LEFT: f64 = 16.0;
const RIGHT: f64 = 444.0;
const BOTTOM: f64 = 50.0;
/// The middle of the box, and half of its height.
const MIDDLE: f64 = 40.0;
const HALF: f64 = 7.0;
/// How wide a character of a text is at most.
const CHARACTER: f64 = 7.4;

/// How the scores of an element lie.
#[derive(Clone, Debug)]
pub struct SpreadChart {
    lang: Lang,
    /// What stands for the element in tables.
    pub letter: String,
    /// What stands above the drawing.
    pub title: String,
    /// In how many teams it is among the lowest, in words; and who often doesn't know or has no score.
    pub about: String,
    numbers: RangeInclusive<u32>,
    limits: [f64; 2],
    /// How many teams lie in each band, and the same in words.
    bands: Option<[usize; 3]>,
    band_words: Option<[String; 3]>,
    spread: SpreadLine,
}

impl SpreadChart {
    /// One for each element.
    pub fn all(report: &OverviewReport) -> Vec<SpreadChart> {
        let elements = report.elements.iter();
        elements.map(|line| SpreadChart::of(report, line)).collect()
    }

    fn of(report: &OverviewReport, line: &ElementLine) -> SpreadChart {
        SpreadChart {
            lang: report.lang,
            letter: line.letter.clone(),
            title: line.title.clone(),
            about: line.about(report.teams, report.lang).join("; "),
            numbers: report.numbers.clone(),
            limits: report.limits,
            bands: line.bands,
            band_words: line.band_words(report.lang),
            spread: line.spread.clone(),
        }
    }

    /// Everything that it shows, in words.
    pub fn description(&self) -> String {
        let words = self.spread.words(self.lang).into_iter();
        let words: Vec<String> = words.chain(self.band_words.iter().flatten().cloned()).collect();
        if words.is_empty() {
            return self.lang.spread_not_told();
        }
        words.join("; ")
    }

    /// The bands: where they begin and end along the scale, what they are called in the style sheet, and their colour.
    fn zones(&self) -> [(f64, f64, &'static str, &'static str); 3] {
        let [discuss, strong] = self.limits;
        [
            (0.0, discuss, "first", FIRST),
            (discuss, strong, "talk", TALK),
            (strong, 1.0, "high", STRONG),
        ]
    }

    /// The drawing on a page; `id` keeps it apart from other drawings there.
    pub(crate) fn on_page(&self, id: &str) -> Markup {
        svg::on_page(id, &self.title, &self.description(), SIZE, &self.drawn())
    }

    /// The drawing as a picture for a page that names the element itself.
    #[cfg(feature = "office")]
    pub(crate) fn untitled(&self) -> String {
        svg::alone(&self.title, &self.description(), SIZE, &self.drawn())
    }

    fn drawn(&self) -> Markup {
        html! {
            @for (place, (start, end, class, colour)) in self.zones().into_iter().enumerate() {
                @let (left, right) = (along(start), along(end));
                @if right > left {
                    rect class={ "band " (class) } x=(svg::number(left)) y="0" width=(svg::number(right - left))
                        height=(svg::number(BOTTOM)) fill=(colour) {}
                    @if let Some((words, counts)) = self.band_words.as_ref().zip(self.bands) {
                        @let said = fitting(&words[place], counts[place], right - left);
                        (svg::text(f64::midpoint(left, right), 12.0, svg::Anchor::Middle, "point bare", &said))
                    }
                }
            }
            @for (number, share) in svg::rungs(&self.numbers) {
                @let x = along(share);
                path class="grid" d=(svg::open([(x, BOTTOM), (x, BOTTOM + 4.0)])) fill="none" stroke=(GRID) {}
                (svg::text(x, BOTTOM + 15.0, svg::Anchor::Middle, "point bare", &number.to_string()))
            }
            (self.lines())
            @for (x, text, class) in self.labels() { (svg::text(x, 28.0, svg::Anchor::Middle, class, &text)) }
        }
    }

    /// The line, the box and the middle, those that are told.
    fn lines(&self) -> Markup {
        let share = |figure: Option<&Figure>| figure.and_then(|figure| figure.share).map(along);
        let spread = &self.spread;
        let whiskers = share(spread.lowest()).zip(share(spread.highest()));
        let half = share(spread.q1()).zip(share(spread.q3()));
        html! {
            @if let Some((lowest, highest)) = whiskers {
                path class="whisker" d=(svg::open([(lowest, MIDDLE), (highest, MIDDLE)])) fill="none" stroke=(INK) stroke-width="1.6" {}
                @for end in [lowest, highest] {
                    path class="whisker" d=(svg::open([(end, MIDDLE - 4.0), (end, MIDDLE + 4.0)])) fill="none" stroke=(INK) stroke-width="1.6" {}
                }
            }
            @if let Some((q1, q3)) = half {
                rect class="box" x=(svg::number(q1)) y=(svg::number(MIDDLE - HALF)) width=(svg::number((q3 - q1).max(2.0)))
                    height=(svg::number(2.0 * HALF)) fill=(svg::NOW) stroke=(INK) {}
            }
            @if let Some(median) = share(spread.median()) {
                rect class="median" x=(svg::number(median - 3.5)) y=(svg::number(MIDDLE - HALF - 2.0)) width="7"
                    height=(svg::number(2.0 * HALF + 4.0)) fill=(WHITE) stroke=(INK) stroke-width="1.6" {}
            }
        }
    }

    /// The middle, and the lowest and the highest where they stand clear of it.
    fn labels(&self) -> Vec<(f64, String, &'static str)> {
        let place = |figure: &Figure| {
            let half = svg::count(width(&figure.text)) * CHARACTER / 2.0;
            let x = along(figure.share?);
            Some((x.clamp(half, SIZE.0 - half), half, figure.text.clone()))
        };
        let spread = &self.spread;
        let median = spread.median().and_then(place);
        let clear = |(x, half, _): &(f64, f64, String)| {
            let middle = median.as_ref();
            middle.is_none_or(|(at, wide, _)| (x - at).abs() > half + wide + 4.0)
        };
        let ends = [spread.lowest(), spread.highest()].into_iter().flatten();
        let ends: Vec<_> = ends.filter_map(place).filter(clear).collect();
        let middle = median.clone().map(|(x, _, text)| (x, text, "small strong bare"));
        let ends = ends.into_iter().map(|(x, _, text)| (x, text, "point bare"));
        ends.chain(middle).collect()
    }
}

/// The words where they have room, else the number alone.
fn fitting(words: &str, count: usize, room: f64) -> String {
    if svg::count(width(words)) * CHARACTER <= room {
        words.to_owned()
    } else {
        count.to_string()
    }
}

fn along(share: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * share
}
