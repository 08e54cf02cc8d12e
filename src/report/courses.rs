//! How one element went over a team's meetings, as a small line chart.

use maud::{Markup, html};

use super::{
    svg,
    trend::{CourseLine, TrendReport},
};
use crate::messages::Lang;

/// The drawing's size.
const SIZE: (f64, f64) = (340.0, 190.0);
/// Where the lines stand in it: left, right, top, bottom.
const LEFT: f64 = 26.0;
const RIGHT: f64 = 316.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 140.0;

/// How close to each other, along the time line, two scores can stand and both be read.
const APART: f64 = 34.0;

/// One element over a team's meetings.
#[derive(Clone, Debug)]
pub struct Course {
    lang: Lang,
    /// The element's title.
    pub title: String,
    /// What became of it from the first meeting to the last, in words.
    pub verdict: Option<String>,
    /// The points of the scale.
    pub points: usize,
    /// One for each meeting, in order.
    pub stops: Vec<Stop>,
}

/// One meeting on the time line.
#[derive(Clone, Debug)]
pub struct Stop {
    /// The day in words.
    pub date: String,
    /// The day and the month, and the year, in short.
    pub short: [String; 2],
    /// How far along the time line, from 0 to 1.
    pub at: f64,
    /// The score in words, or a dash.
    pub score: String,
    /// How far the score lies along the scale, from 0 to 1; a gap without one.
    pub share: Option<f64>,
    /// `▲` or `▼` for a clear change, else nothing.
    pub arrow: &'static str,
    /// The numbers of the agreements about the element that were made then.
    pub agreed: Vec<usize>,
}

impl Course {
    /// One chart for each element, and one for all together.
    pub fn all(report: &TrendReport) -> Vec<Course> {
        let lines = report.elements.iter().chain([&report.overall]);
        lines.map(|line| Course::of(report, line)).collect()
    }

    fn of(report: &TrendReport, line: &CourseLine) -> Course {
        // Agreements are numbered through, as in the list of them.
        let mut numbers = 1..;
        let stops = report.meetings.iter().zip(&line.points).map(|(meeting, point)| {
            let numbered = meeting.agreements.iter().zip(&mut numbers);
            let about = numbered.filter(|(agreement, _)| agreement.element_id == line.id);
            Stop {
                date: meeting.date.clone(),
                short: [meeting.day.clone(), meeting.year.clone()],
                at: meeting.at,
                score: point.score.clone(),
                share: point.share,
                arrow: point.arrow,
                agreed: about.map(|(_, number)| number).collect(),
            }
        });
        Course {
            lang: report.lang,
            title: line.title.clone(),
            verdict: line
                .whole
                .as_ref()
                .map(|whole| format!("{} {}", whole.arrow, whole.verdict).trim().to_owned()),
            points: report.points,
            stops: stops.collect(),
        }
    }

    /// Everything that it shows, in words.
    pub fn description(&self) -> String {
        let stops = self.stops.iter().map(|stop| {
            let agreed: Vec<String> = stop.agreed.iter().map(usize::to_string).collect();
            let agreed = match agreed.as_slice() {
                [] => String::new(),
                numbers => format!(" ({})", self.lang.agreements_numbered(&numbers.join(", "))),
            };
            format!("{}: {}{}{agreed}", stop.date, stop.score, stop.arrow)
        });
        stops.collect::<Vec<_>>().join("; ")
    }

    /// The drawing on a page; `id` keeps it apart from other drawings there.
    pub fn on_page(&self, id: &str) -> Markup {
        let body = html! {
            @for point in 1..=self.points {
                @let y = height(svg::count(point - 1) / svg::count(self.points - 1));
                path class="grid" d=(svg::open([(LEFT, y), (RIGHT, y)])) fill="none" stroke=(svg::GRID) {}
                @if point == 1 || point == self.points {
                    (svg::text(LEFT - 8.0, y + 4.0, svg::Anchor::End, "point", &point.to_string()))
                }
            }
            (self.agreements())
            (svg::line(&self.line(), true))
            (self.scores())
            (self.days())
        };
        svg::on_page(id, &self.title, &self.description(), SIZE, &body)
    }

    /// The line from score to score; a meeting without one leaves a gap.
    fn line(&self) -> String {
        let pairs = self.stops.windows(2).filter_map(|two| {
            let place = |stop: &Stop| Some((along(stop.at), height(stop.share?)));
            Some(svg::open([place(&two[0])?, place(&two[1])?]))
        });
        pairs.collect()
    }

    /// A dot for each score, and the score in words where there is room.
    fn scores(&self) -> Markup {
        let scored = self
            .stops
            .iter()
            .filter_map(|stop| Some((stop, along(stop.at), height(stop.share?))));
        let scored: Vec<_> = scored.collect();
        let places: Vec<f64> = scored.iter().map(|(_, x, _)| *x).collect();
        html! {
            @for ((stop, x, y), said) in scored.iter().zip(readable(&places)) {
                (svg::dot(*x, *y, true))
                @if said {
                    @let score = format!("{}{}", stop.score, stop.arrow);
                    (svg::text(*x, y - 9.0, svg::Anchor::Middle, "small strong", &score))
                }
            }
        }
    }

    /// The first and the last day, and a mark on the time line for each meeting.
    fn days(&self) -> Markup {
        let ends = [self.stops.first(), self.stops.last().filter(|_| self.stops.len() > 1)];
        html! {
            @for stop in &self.stops {
                @let x = along(stop.at);
                path class="axis" d=(svg::open([(x, BOTTOM), (x, BOTTOM + 5.0)])) fill="none" stroke=(svg::GRID) {}
            }
            @for (stop, anchor) in ends.into_iter().flatten().zip([svg::Anchor::Start, svg::Anchor::End]) {
                @let x = if anchor == svg::Anchor::Start { LEFT } else { RIGHT };
                (svg::text(x, BOTTOM + 20.0, anchor, "point", &stop.short.join(" ")))
            }
        }
    }

    /// A dashed line for each meeting at which something was agreed about the element, with the agreements' numbers.
    fn agreements(&self) -> Markup {
        let agreed: Vec<&Stop> = self.stops.iter().filter(|stop| !stop.agreed.is_empty()).collect();
        let places: Vec<f64> = agreed.iter().map(|stop| along(stop.at)).collect();
        html! {
            @for ((stop, &x), said) in agreed.iter().zip(&places).zip(readable(&places)) {
                path class="agreed" d=(svg::open([(x, TOP - 12.0), (x, BOTTOM + 28.0)])) fill="none" stroke=(svg::THEN)
                    stroke-dasharray="2 4" {}
                @if said {
                    (svg::text(x, BOTTOM + 42.0, svg::Anchor::Middle, "small", &format!("◆ {}", few(&stop.agreed))))
                }
            }
        }
    }
}

/// The first numbers, as many as have room below a meeting.
fn few(numbers: &[usize]) -> String {
    let shown: Vec<String> = numbers.iter().take(2).map(usize::to_string).collect();
    let more = if numbers.len() > shown.len() { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// Which of these places along the time line can have a text without one running into another: the first and the last, and
/// what is far enough from both.
fn readable(places: &[f64]) -> Vec<bool> {
    let last = places.last().copied().unwrap_or_default();
    let mut free = f64::MIN;
    let readable = places.iter().enumerate().map(|(index, &place)| {
        let is_last = index + 1 == places.len();
        let said = is_last || place >= free && (index == 0 || place <= last - APART);
        if said {
            free = place + APART;
        }
        said
    });
    readable.collect()
}

fn along(at: f64) -> f64 {
    LEFT + 14.0 + (RIGHT - LEFT - 28.0) * at
}

fn height(share: f64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * share
}
