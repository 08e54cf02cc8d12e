//! The one drawing of a radar, as SVG: on a page, in a document, as a file of its own.

use std::{f64::consts::TAU, ops::RangeInclusive};

use maud::{Markup, html};

use super::{super::svg, Axis, Radar, Series};
use crate::text::{shorten, width, wrap};

/// From one line of text to the next.
const LINE: f64 = 19.0;

/// The columns that a title has beside the radar, as many as its longest word asks for, and above or below it.
const TITLE_COLUMNS: RangeInclusive<usize> = 11..=16;
const CENTRED_COLUMNS: usize = 24;

/// The columns of a whole title: the table beside the radar has it in full.
const SHORT: usize = 32;

/// How wide a column is in the widest of its fonts, and how far from its axis a label stands.
const COLUMN: f64 = 9.6;
const APART: f64 = 16.0;

/// How far from the middle the letters stand that take the place of labels on a phone, and how much room one takes.
const LETTERS: f64 = 1.16;
const LETTER: f64 = 24.0;

/// The room for a meeting's name below the radar.
const KEY: f64 = 225.0;

/// With more axes the circle is larger and the titles are shorter, so that they stay clear of each other.
const MANY_AXES: usize = 8;

/// How far below the first meeting's name the second stands on a phone.
const KEY_BELOW: f64 = 28.0;

impl Radar {
    /// How far the highest point of the scale lies from the middle.
    fn radius(&self) -> f64 {
        if self.axes.len() > MANY_AXES { 190.0 } else { 160.0 }
    }

    /// The titles as they are drawn around the circle.
    fn labels(&self) -> Vec<String> {
        self.titles(if self.axes.len() > MANY_AXES { 26 } else { SHORT })
    }

    /// The columns beside the circle: none of its words is broken that isn't very long.
    fn columns(&self) -> usize {
        let labels = self.labels();
        let words = labels.iter().flat_map(|label| label.split_whitespace()).map(width);
        let longest = words.max().unwrap_or_default();
        longest.clamp(*TITLE_COLUMNS.start(), *TITLE_COLUMNS.end())
    }

    /// Where an axis points: to the right and down, from -1 to 1.
    fn direction(&self, axis: usize) -> (f64, f64) {
        let angle = TAU * svg::count(axis) / svg::count(self.axes.len());
        (angle.sin(), -angle.cos())
    }

    /// The drawing's width: beside the outermost axis there is room for a label.
    fn width(&self) -> f64 {
        let across = (0..self.axes.len()).map(|axis| self.direction(axis).0);
        let across = match self.missing() {
            None => across.fold(0.0, f64::max),
            Some(_) => 1.0,
        };
        2.0 * (self.radius() * across + APART + COLUMN * svg::count(self.columns()))
    }

    /// The drawing on a page, which names the team itself; `id` keeps it apart from other drawings there.
    pub(crate) fn on_page(&self, id: &str) -> Markup {
        let drawn = self.drawn(0.0);
        svg::on_page(
            id,
            &self.title,
            &self.description(),
            (self.width(), drawn.height),
            &drawn.body,
        )
    }

    /// Where the circle with its letters lies in that drawing, for a phone, which shows that alone: the style sheet's lengths
    /// are shares of the screen's width, and `--up` is how far the meetings' names move up.
    pub(crate) fn crop(&self) -> String {
        let drawn = self.drawn(0.0);
        let reach = self.radius() * LETTERS;
        let seen = 2.0 * (reach + LETTER);
        let lowest = (0..self.axes.len())
            .map(|axis| self.direction(axis).1)
            .fold(0.0, f64::max);
        let (top, end) = (drawn.middle - reach - LETTER, drawn.middle + reach * lowest + LETTER);
        let up = drawn.bottom - end;
        let below = if self.is_compared() {
            up - KEY_BELOW
        } else {
            drawn.height - end
        };
        let share = |length: f64| svg::number(length / seen * 100.0);
        format!(
            "--width:{}%;--side:{}%;--top:{}%;--bottom:{}%;--up:{}px",
            share(self.width()),
            share((seen - self.width()) / 2.0),
            share(-top),
            share(-below),
            svg::number(-up),
        )
    }

    /// The drawing as a picture for a page that names the team itself.
    #[cfg(feature = "office")]
    pub(crate) fn untitled(&self) -> String {
        let drawn = self.drawn(0.0);
        svg::alone(
            &self.title,
            &self.description(),
            (self.width(), drawn.height),
            &drawn.body,
        )
    }

    /// The drawing as a file of its own. Where a radar can't be drawn it has bars, and says why.
    pub fn alone(&self) -> String {
        let missing = self.missing();
        let title = wrap(&shorten(&self.title, 140), 36);
        let dates: Vec<&str> = self.series.iter().map(|series| series.name.as_str()).collect();
        let under = match &missing {
            Some(missing) => format!("{missing} {}", self.lang.radar_bars()),
            None => dates.join(" → "),
        };
        let under = wrap(&under, 54);
        let top = 28.0 + LINE * 1.4 * svg::count(title.len());
        let head = html! {
            @for (number, line) in title.iter().enumerate() {
                (svg::text(self.width() / 2.0, 40.0 + LINE * 1.4 * svg::count(number), svg::Anchor::Middle, "title", line))
            }
            @for (number, line) in under.iter().enumerate() {
                (svg::text(self.width() / 2.0, top + 14.0 + LINE * svg::count(number), svg::Anchor::Middle, "under", line))
            }
        };
        let top = top + LINE * svg::count(under.len() - 1);
        let (body, height) = match missing {
            None => {
                let drawn = self.drawn(top + 24.0);
                (drawn.body, drawn.height)
            }
            Some(_) => self.bars(top + 50.0),
        };
        let body = html! { (head) (body) };
        svg::alone(&self.title, &self.description(), (self.width(), height), &body)
    }

    /// The radar below `top`.
    fn drawn(&self, top: f64) -> Drawn {
        let (count, radius) = (self.axes.len(), self.radius());
        let (titles, beside) = (self.labels(), self.columns());
        let lines = |(index, axis): (usize, &Axis)| {
            // With more axes the neighbours come too near.
            let wide = count <= 6 && (index == 0 || 2 * index == count);
            let drawn = self.series.iter().any(|series| series.shares[index].is_some());
            let columns = if wide { CENTRED_COLUMNS } else { beside };
            label(axis, &titles[index], drawn, columns)
        };
        let labels: Vec<Vec<(&str, String)>> = self.axes.iter().enumerate().map(lines).collect();
        // Titles above and below the circle need as much room as the longest there has.
        let room = svg::count(labels[0].len()) * LINE + 14.0;
        let centre = (self.width() / 2.0, top + room + radius + 10.0);
        let at = |axis: usize, share: f64| {
            let (right, down) = self.direction(axis);
            (centre.0 + radius * share * right, centre.1 + radius * share * down)
        };
        let ring = |share: f64| svg::closed((0..count).map(|axis| at(axis, share)));
        let lowest = labels.iter().enumerate().map(|(axis, lines)| {
            let (_, y) = label_at(at(axis, 1.0), centre, radius, lines.len());
            y + svg::count(lines.len()) * LINE
        });
        let bottom = lowest.fold(centre.1 + radius, f64::max) + 6.0;
        let legend = self.is_compared();
        let body = html! {
            @for (_, share) in svg::rungs(&self.numbers).skip(1) {
                path class="grid" d=(ring(share)) fill="none" stroke=(svg::GRID) {}
            }
            @for axis in 0..count {
                path class="grid" d=(svg::open([centre, at(axis, 1.0)])) fill="none" stroke=(svg::GRID) {}
            }
            @for (number, series) in self.series.iter().enumerate() {
                (self.shape(series, number, &at))
            }
            @for (number, share) in svg::rungs(&self.numbers) {
                @let (x, y) = at(0, share);
                (svg::text(x - 7.0, y + 4.0, svg::Anchor::End, "point", &number.to_string()))
            }
            @for (axis, lines) in labels.iter().enumerate() {
                @let (x, y) = label_at(at(axis, 1.0), centre, radius, lines.len());
                @let anchor = anchor(x, centre.0);
                @for (number, (class, line)) in lines.iter().enumerate() {
                    (svg::text(x, y + LINE * (svg::count(number) + 0.78), anchor, class, line))
                }
                (svg::letter(at(axis, LETTERS), axis))
            }
            @if legend { (self.legend(bottom + 20.0)) }
        };
        Drawn {
            body,
            middle: centre.1,
            bottom,
            height: bottom + if legend { 44.0 + self.scope_height() } else { 8.0 },
        }
    }

    /// One meeting's line, with a dot on each axis that has a score. Neighbours without a score leave a gap.
    fn shape(&self, series: &Series, number: usize, at: &impl Fn(usize, f64) -> (f64, f64)) -> Markup {
        let newest = number + 1 == self.series.len();
        let spots: Vec<Option<(f64, f64)>> = (0..)
            .zip(&series.shares)
            .map(|(axis, share)| share.map(|share| at(axis, share)))
            .collect();
        let all: Option<Vec<(f64, f64)>> = spots.iter().copied().collect();
        let line = all.as_ref().map_or_else(
            || {
                let next = spots.iter().cycle().skip(1);
                let sides = spots
                    .iter()
                    .zip(next)
                    .filter_map(|(one, other)| Some([(*one)?, (*other)?]));
                sides.map(svg::open).collect::<String>()
            },
            |all| svg::closed(all.iter().copied()),
        );
        html! {
            @if newest && all.is_some() { path class="area" d=(line) fill=(svg::NOW) fill-opacity="0.14" {} }
            (svg::line(&line, newest))
            @for (x, y) in spots.into_iter().flatten() { (svg::dot(x, y, newest)) }
        }
    }

    /// The room below the legend for what the scores are over.
    fn scope_height(&self) -> f64 {
        if self.scope.is_some() { LINE + 4.0 } else { 0.0 }
    }

    fn legend(&self, y: f64) -> Markup {
        html! {
            @if let Some(scope) = &self.scope {
                g class="legend last" {
                    (svg::text(self.width() / 2.0, y + 5.0 + LINE, svg::Anchor::Middle, "under", scope))
                }
            }
            @for (number, series) in self.series.iter().enumerate() {
                @let newest = number + 1 == self.series.len();
                @let x = 20.0 + self.width() / 2.0 + KEY * (svg::count(number) - svg::count(self.series.len()) / 2.0);
                g class=(if newest { "legend now" } else { "legend then" }) {
                    (svg::line(&svg::open([(x, y), (x + 44.0, y)]), newest))
                    (svg::dot(x + 22.0, y, newest))
                    (svg::text(x + 54.0, y + 5.0, svg::Anchor::Start, "label key", &series.name))
                }
            }
        }
    }

    /// The scores as bars, in place of a radar, and how far down they reach.
    fn bars(&self, top: f64) -> (Markup, f64) {
        const START: f64 = 220.0;
        const LENGTH: f64 = 200.0;
        const ROW: f64 = 58.0;
        let titles = self.titles(48);
        let body = html! {
            @for (row, axis) in self.axes.iter().enumerate() {
                @let y = top + ROW * svg::count(row);
                @for (number, line) in wrap(&titles[row], 24).iter().enumerate() {
                    (svg::text(START - 16.0, y + LINE * svg::count(number), svg::Anchor::End, "label", line))
                }
                @for (number, series) in self.series.iter().enumerate() {
                    @let newest = number + 1 == self.series.len();
                    @let y = y - 12.0 + 14.0 * svg::count(number);
                    @if let Some(share) = series.shares[row] {
                        rect class=(if newest { "bar now" } else { "bar then" }) x=(svg::number(START))
                            y=(svg::number(y)) width=(svg::number(LENGTH * share + 2.0)) height="11"
                            fill=(if newest { svg::NOW } else { svg::THEN }) {}
                    }
                }
                (svg::text(START + LENGTH + 16.0, y, svg::Anchor::Start, "score", &axis.score))
                @if let Some(mark) = &axis.mark {
                    (svg::text(START + LENGTH + 16.0, y + LINE, svg::Anchor::Start, "score mark", mark))
                }
            }
        };
        let bottom = top + ROW * svg::count(self.axes.len());
        let legend = self.is_compared();
        let body = html! { (body) @if legend { (self.legend(bottom)) } };
        (body, bottom + if legend { 30.0 + self.scope_height() } else { 0.0 })
    }
}

/// A radar as it is drawn, with places that are counted from the top.
struct Drawn {
    body: Markup,
    /// Where its middle lies.
    middle: f64,
    /// Where its labels end.
    bottom: f64,
    height: f64,
}

/// The lines beside an axis with their classes: its title, its score or why it has none that is drawn, and its mark.
fn label(axis: &Axis, title: &str, drawn: bool, columns: usize) -> Vec<(&'static str, String)> {
    let mut lines: Vec<_> = wrap(title, columns).into_iter().map(|line| ("label", line)).collect();
    let class = if drawn { "score" } else { "under unscored" };
    lines.extend(wrap(&axis.score, columns).into_iter().map(|line| (class, line)));
    lines.extend(axis.mark.iter().map(|mark| ("score mark", mark.clone())));
    lines
}

/// Where the lines beside an axis begin, from the axis' end: away from the middle.
fn label_at((x, y): (f64, f64), centre: (f64, f64), radius: f64, lines: usize) -> (f64, f64) {
    let (right, down) = ((x - centre.0) / radius, (y - centre.1) / radius);
    let height = svg::count(lines) * LINE;
    (x + APART * right, y + 8.0 * down + height * (down - 1.0) / 2.0)
}

/// On which side of a place its text stands, so that it stays clear of the radar.
fn anchor(x: f64, middle: f64) -> svg::Anchor {
    if (x - middle).abs() < 1.0 {
        svg::Anchor::Middle
    } else if x < middle {
        svg::Anchor::End
    } else {
        svg::Anchor::Start
    }
}
