//! How one element went over a team's meetings, as a small line chart.

use std::ops::RangeInclusive;

use maud::{Markup, html};

use super::svg;
use crate::{
    lang::Lang,
    report::{
        Figure,
        trend::{CourseLine, TrendReport},
    },
    text::width,
};

/// Where the lines begin, in pixels of the drawing.
const LEFT: f64 = 26.0;

/// How large a drawing is, and where the lines stand in it, in its pixels. Letters are as large in each.
#[derive(Clone, Copy, Debug)]
struct Frame {
    width: f64,
    height: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// On a page, where four stand beside each other: small, so that the letters are large.
const ON_PAGE: Frame = Frame {
    width: 220.0,
    height: 146.0,
    right: 206.0,
    top: 34.0,
    bottom: 120.0,
};

/// In a document, where two do.
#[cfg(feature = "office")]
const IN_DOCUMENT: Frame = Frame {
    width: 340.0,
    height: 180.0,
    right: 316.0,
    top: 38.0,
    bottom: 152.0,
};

impl Frame {
    /// How far to the right what lies so far along the time line stands.
    fn along(self, at: f64) -> f64 {
        LEFT + 14.0 + (self.right - LEFT - 28.0) * at
    }

    /// How far down what lies so far along the scale stands.
    fn height_of(self, share: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * share
    }
}

/// With more scores than these, not each of them is said.
const MANY: usize = 8;
/// How wide a character of a small text is at most, and how high.
const CHARACTER: (f64, f64) = (8.0, 10.0);
/// How far texts stand from each other.
const APART: f64 = 4.0;

/// One element over a team's meetings.
#[derive(Clone, Debug)]
pub struct LineChart {
    lang: Lang,
    /// What stands above the lines.
    pub title: String,
    /// What became of it from the first meeting to the last, in words.
    pub verdict: Option<String>,
    /// The numbers of the scale's points.
    pub numbers: RangeInclusive<u32>,
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
    /// The score, or a dash and a gap.
    pub score: Figure,
    /// `▲` or `▼` for a clear change, else nothing.
    pub arrow: &'static str,
    /// The numbers of the agreements about the element that were made then.
    pub agreed: Vec<usize>,
}

impl LineChart {
    /// One chart for each element, and one for all together.
    pub fn all(report: &TrendReport) -> Vec<LineChart> {
        let lines = report.elements.iter().chain([&report.overall]);
        lines.map(|line| LineChart::of(report, line)).collect()
    }

    fn of(report: &TrendReport, line: &CourseLine) -> LineChart {
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
                arrow: point.arrow,
                agreed: about.map(|(_, number)| number).collect(),
            }
        });
        LineChart {
            lang: report.lang,
            title: line.title.clone(),
            verdict: line.whole.as_ref().map(|whole| {
                let verdict = format!("{} {}", whole.arrow, whole.verdict);
                let verdict = report.lang.first_to_last(verdict.trim());
                // Word has this in brackets.
                match &line.scope {
                    Some(scope) => format!("{verdict}; {scope}"),
                    None => verdict,
                }
            }),
            numbers: report.numbers.clone(),
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
            format!("{}: {}{}{agreed}", stop.date, stop.score.text, stop.arrow)
        });
        stops.collect::<Vec<_>>().join("; ")
    }

    /// The drawing on a page; `id` keeps it apart from other drawings there.
    pub(crate) fn on_page(&self, id: &str) -> Markup {
        let size = (ON_PAGE.width, ON_PAGE.height);
        svg::on_page(id, &self.title, &self.description(), size, &self.drawn(ON_PAGE))
    }

    /// The drawing as a picture for a page that names the element itself.
    #[cfg(feature = "office")]
    pub(crate) fn untitled(&self) -> String {
        let size = (IN_DOCUMENT.width, IN_DOCUMENT.height);
        svg::alone(&self.title, &self.description(), size, &self.drawn(IN_DOCUMENT))
    }

    fn drawn(&self, frame: Frame) -> Markup {
        html! {
            @for (number, share) in svg::rungs(&self.numbers) {
                @let y = frame.height_of(share);
                path class="grid" d=(svg::open([(LEFT, y), (frame.right, y)])) fill="none" stroke=(svg::GRID) {}
                @if [self.numbers.start(), self.numbers.end()].contains(&&number) {
                    (svg::text(LEFT - 8.0, y + 4.0, svg::Anchor::End, "point", &number.to_string()))
                }
            }
            (self.agreements(frame))
            // The line comes later: what keeps a score clear of the lines behind it must not hide any of it.
            @for label in self.labels(frame) { (label.drawn("small strong")) }
            (svg::line(&self.pairs(frame).map(svg::open).collect::<String>(), true))
            @for (_, (x, y)) in self.scored(frame) { (svg::dot(x, y, true)) }
            (self.days(frame))
        }
    }

    /// The meetings with a score, and where their dots stand.
    fn scored(&self, frame: Frame) -> impl Iterator<Item = (&Stop, (f64, f64))> {
        self.stops
            .iter()
            .filter_map(move |stop| Some((stop, stop.place(frame)?)))
    }

    /// The pieces of the line, each from a score to the next; a meeting without one leaves a gap.
    fn pairs(&self, frame: Frame) -> impl Iterator<Item = [(f64, f64); 2]> {
        let pairs = self.stops.windows(2);
        pairs.filter_map(move |two| Some([two[0].place(frame)?, two[1].place(frame)?]))
    }

    /// The scores in words, as far as they can be read: clear of the line, the dots and each other.
    fn labels(&self, frame: Frame) -> Vec<Label> {
        let scored: Vec<_> = self.scored(frame).collect();
        let mut labels: Vec<Label> = Vec::new();
        for index in telling(&scored) {
            let (stop, (x, y)) = scored[index];
            let text = format!("{}{}", stop.score.text, stop.arrow);
            let beside = Label::half(&text) + 3.0;
            let places = [
                (0.0, -9.0),
                (0.0, 19.0),
                (-beside, -6.0),
                (beside, -6.0),
                (-beside, 16.0),
                (beside, 16.0),
                (0.0, -22.0),
                (0.0, 32.0),
            ];
            let tried = places.into_iter().map(|(right, down)| Label {
                x: x + right,
                y: y + down,
                text: text.clone(),
            });
            let free = |label: &Label| {
                label.is_inside(frame)
                    && !self.pairs(frame).any(|pair| label.touches(pair, 2.5))
                    && !scored.iter().any(|(_, dot)| label.touches([*dot, *dot], 4.5))
                    && !labels.iter().any(|other| label.overlaps(other))
            };
            let found = tried.into_iter().find(free);
            labels.extend(found);
        }
        labels
    }

    /// The first and the last day, and a mark on the time line for each meeting.
    fn days(&self, frame: Frame) -> Markup {
        let ends = match self.stops.as_slice() {
            [first, .., last] if first.at < last.at => {
                vec![(LEFT, svg::Anchor::Start, first), (frame.right, svg::Anchor::End, last)]
            }
            [first, ..] => vec![(frame.along(first.at), svg::Anchor::Middle, first)],
            [] => Vec::new(),
        };
        html! {
            @for stop in &self.stops {
                @let x = frame.along(stop.at);
                path class="axis" d=(svg::open([(x, frame.bottom), (x, frame.bottom + 5.0)])) fill="none" stroke=(svg::GRID) {}
            }
            @for (x, anchor, stop) in ends {
                (svg::text(x, frame.bottom + 20.0, anchor, "point", &stop.short.join(" ")))
            }
        }
    }

    /// A dotted line for each meeting at which something was agreed about the element, with the agreements' numbers above
    /// it where there is room.
    fn agreements(&self, frame: Frame) -> Markup {
        let agreed = self.stops.iter().filter(|stop| !stop.agreed.is_empty());
        let mut labels: Vec<Label> = Vec::new();
        for stop in agreed.clone() {
            let text = format!("◆ {}", few(&stop.agreed));
            let half = Label::half(&text);
            let label = Label {
                x: frame.along(stop.at).clamp(half, frame.width - half),
                y: 13.0,
                text,
            };
            if labels.last().is_none_or(|before| !label.overlaps(before)) {
                labels.push(label);
            }
        }
        html! {
            @for stop in agreed {
                @let x = frame.along(stop.at);
                path class="agreed" d=(svg::open([(x, 17.0), (x, frame.bottom + 5.0)])) fill="none" stroke=(svg::THEN)
                    stroke-dasharray="2 4" {}
            }
            @for label in labels { (label.drawn("small")) }
        }
    }
}

impl Stop {
    /// Where its dot stands.
    fn place(&self, frame: Frame) -> Option<(f64, f64)> {
        Some((frame.along(self.at), frame.height_of(self.score.share?)))
    }
}

/// A small text in the drawing, around a place on its base line.
struct Label {
    x: f64,
    y: f64,
    text: String,
}

impl Label {
    /// Half of a text's width.
    fn half(text: &str) -> f64 {
        svg::count(width(text)) * CHARACTER.0 / 2.0
    }

    fn drawn(&self, class: &str) -> Markup {
        svg::text(self.x, self.y, svg::Anchor::Middle, class, &self.text)
    }

    /// Its left, right, upper and lower edge.
    fn edges(&self) -> [f64; 4] {
        let half = Label::half(&self.text);
        [self.x - half, self.x + half, self.y - CHARACTER.1, self.y + 1.0]
    }

    /// Whether it stands beside the scale's numbers, below those of agreements, and above the days.
    fn is_inside(&self, frame: Frame) -> bool {
        let [left, right, top, bottom] = self.edges();
        left >= LEFT - APART && right <= frame.width && top >= 15.0 && bottom <= frame.bottom
    }

    fn overlaps(&self, other: &Label) -> bool {
        let [left, right, top, bottom] = self.edges();
        let [start, end, upper, lower] = other.edges();
        left < end + APART && start < right + APART && top < lower && upper < bottom
    }

    /// Whether a piece of the line, from left to right, comes so close.
    fn touches(&self, [from, to]: [(f64, f64); 2], close: f64) -> bool {
        let [left, right, top, bottom] = self.edges();
        let (start, end) = (from.0.max(left - close), to.0.min(right + close));
        if start > end {
            return false;
        }
        let at = |x: f64| from.1 + (to.1 - from.1) * (x - from.0) / (to.0 - from.0);
        let (one, other) = if to.0 > from.0 {
            (at(start), at(end))
        } else {
            (from.1, to.1)
        };
        one.min(other) < bottom + close && one.max(other) > top - close
    }
}

/// Which scores are said, those that tell the most first: the first, the last, the lowest, the highest and each that clearly
/// changed; then the others, unless there are many.
fn telling(scored: &[(&Stop, (f64, f64))]) -> Vec<usize> {
    let lower = |&one: &usize, &other: &usize| scored[one].0.score.share < scored[other].0.score.share;
    let all = 0..scored.len();
    let lowest = all
        .clone()
        .reduce(|found, next| if lower(&next, &found) { next } else { found });
    let highest = all
        .clone()
        .reduce(|found, next| if lower(&found, &next) { next } else { found });
    let mut told: Vec<usize> = Vec::new();
    let changed = all.clone().filter(|&index| !scored[index].0.arrow.is_empty());
    let others = all.clone().filter(|_| scored.len() <= MANY);
    let first_and_last = [all.clone().next(), all.clone().last(), lowest, highest];
    for index in first_and_last.into_iter().flatten().chain(changed).chain(others) {
        if !told.contains(&index) {
            told.push(index);
        }
    }
    told
}

/// The first numbers, as many as have room below a meeting.
fn few(numbers: &[usize]) -> String {
    let shown: Vec<String> = numbers.iter().take(2).map(usize::to_string).collect();
    let more = if numbers.len() > shown.len() { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
