//! The score of each group on one element: a dot with the group's letter, each on a line of its own, so that none hides another.

use std::ops::RangeInclusive;

use maud::{Markup, html};

use super::{
    colours::{GRID, NOW, TALK, WHITE},
    svg,
};
use crate::report::gap::{ElementLine, GapReport};

/// The width, in pixels of the drawing, and where the scale begins and ends.
const WIDTH: f64 = 460.0;
const LEFT: f64 = 18.0;
const RIGHT: f64 = 406.0;
/// How high a group's line is, and what stands below all of them.
const LANE: f64 = 25.0;
const BELOW: f64 = 20.0;
/// Half of the width of a dot.
const DOT: f64 = 10.5;

/// An element with a dot for each group.
#[derive(Clone, Debug)]
pub struct DotChart {
    /// What stands above the drawing.
    pub title: String,
    /// The difference, and whether it is clear.
    pub about: String,
    numbers: RangeInclusive<u32>,
    lanes: Vec<Lane>,
    /// Where a clear difference begins and ends along the scale.
    clear: Option<[f64; 2]>,
}

#[derive(Clone, Debug)]
struct Lane {
    letter: String,
    name: String,
    score: String,
    share: Option<f64>,
}

impl DotChart {
    /// One for each element.
    pub fn all(report: &GapReport) -> Vec<DotChart> {
        report.elements.iter().map(|line| DotChart::of(report, line)).collect()
    }

    fn of(report: &GapReport, line: &ElementLine) -> DotChart {
        let lanes = report.groups.iter().zip(&line.scores).map(|(group, score)| Lane {
            letter: group.letter.clone(),
            name: group.name.clone(),
            score: match score.value {
                Some(_) => score.text.clone(),
                None => report.lang.no_score(),
            },
            share: score.share,
        });
        let share = |group: usize| line.scores[group].share;
        let between = line.between.filter(|_| line.is_clear);
        DotChart {
            title: line.title.clone(),
            about: line.said(report.lang).join(": "),
            numbers: report.numbers.clone(),
            lanes: lanes.collect(),
            clear: between.and_then(|[low, high]| Some([share(low)?, share(high)?])),
        }
    }

    /// Everything that it shows, in words.
    pub fn description(&self) -> String {
        let lanes = self.lanes.iter();
        let lanes = lanes.map(|lane| format!("{} {}: {}", lane.letter, lane.name, lane.score));
        lanes.collect::<Vec<_>>().join("; ")
    }

    fn size(&self) -> (f64, f64) {
        (WIDTH, self.bottom() + BELOW)
    }

    fn bottom(&self) -> f64 {
        LANE * svg::count(self.lanes.len())
    }

    /// The drawing on a page; `id` keeps it apart from other drawings there.
    pub(crate) fn on_page(&self, id: &str) -> Markup {
        svg::on_page(id, &self.title, &self.description(), self.size(), &self.drawn())
    }

    /// The drawing as a picture for a page that names the element itself.
    #[cfg(feature = "office")]
    pub(crate) fn untitled(&self) -> String {
        svg::alone(&self.title, &self.description(), self.size(), &self.drawn())
    }

    fn drawn(&self) -> Markup {
        let bottom = self.bottom();
        html! {
            @if let Some([low, high]) = self.clear.map(|ends| ends.map(along)) {
                rect class="apart" x=(svg::number(low.min(high))) y="0" width=(svg::number((high - low).abs()))
                    height=(svg::number(bottom)) fill=(TALK) {}
            }
            @for (number, share) in svg::rungs(&self.numbers) {
                @let x = along(share);
                path class="grid" d=(svg::open([(x, 0.0), (x, bottom + 3.0)])) fill="none" stroke=(GRID) {}
                (svg::text(x, bottom + 16.0, svg::Anchor::Middle, "point bare", &number.to_string()))
            }
            @for (place, lane) in self.lanes.iter().enumerate() {
                @let y = LANE * (svg::count(place) + 0.5);
                path class="grid" d=(svg::open([(LEFT, y), (RIGHT, y)])) fill="none" stroke=(GRID) {}
                (lane.drawn(y))
            }
        }
    }
}

impl Lane {
    /// The dot with its letter, and the score behind it; where there is no dot, both at the beginning of the line.
    fn drawn(&self, y: f64) -> Markup {
        let x = self.share.map_or(LEFT, along);
        html! {
            @if self.share.is_some() {
                circle class="dot now" cx=(svg::number(x)) cy=(svg::number(y)) r=(svg::number(DOT)) fill=(NOW) {}
                text class="on-dot" x=(svg::number(x)) y=(svg::number(y + 4.8)) text-anchor="middle" font-size="13.5"
                    font-weight="bold" fill=(WHITE) { (self.letter) }
                (svg::text(x + DOT + 5.0, y + 4.8, svg::Anchor::Start, "small strong", &self.score))
            } @else {
                (svg::text(LEFT, y + 4.8, svg::Anchor::Start, "small", &format!("{}  {}", self.letter, self.score)))
            }
        }
    }
}

fn along(share: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * share
}
