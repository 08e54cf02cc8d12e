//! The parts of a drawing in SVG: lines, dots and texts in one style.
//!
//! `maud` escapes every text. Elements are closed with an end tag, which holds in a page and in a file of its own.

use std::{fmt::Write as _, ops::RangeInclusive};

use maud::{Markup, PreEscaped, html};
use num_traits::ToPrimitive as _;

pub(crate) use super::colours::{GRID, NOW, THEN};
use super::colours::{INK, MARK, QUIET, WHITE};

/// The first that a reader has is used; they are alike in width.
const FONTS: &str = "'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', sans-serif";

/// On which side of its place a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// A count to draw with.
pub fn count(count: usize) -> f64 {
    count.to_f64().unwrap_or_default()
}

/// The numbers of a scale, each with how far it lies along the scale, from 0 to 1.
pub fn rungs(numbers: &RangeInclusive<u32>) -> impl Iterator<Item = (u32, f64)> + use<> {
    let (first, last) = numbers.clone().into_inner();
    (first..=last).map(move |number| (number, f64::from(number - first) / f64::from((last - first).max(1))))
}

/// A coordinate, with one decimal.
pub fn number(value: f64) -> String {
    let shown = format!("{value:.1}");
    if shown == "-0.0" { "0.0".to_owned() } else { shown }
}

/// The path of a line along these places.
pub fn open(places: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    for (index, (x, y)) in places.into_iter().enumerate() {
        let _ = write!(
            path,
            "{}{},{}",
            if index == 0 { 'M' } else { 'L' },
            number(x),
            number(y)
        );
    }
    path
}

/// The path of a line around these places.
pub fn closed(places: impl IntoIterator<Item = (f64, f64)>) -> String {
    open(places) + "Z"
}

/// A meeting's line: drawn through for the newest, dashed for an older one.
pub fn line(path: &str, newest: bool) -> Markup {
    html! {
        @if newest {
            path class="line now" d=(path) fill="none" stroke=(NOW) stroke-width="2.6" stroke-linejoin="round" {}
        } @else {
            path class="line then" d=(path) fill="none" stroke=(THEN) stroke-width="2" stroke-dasharray="7 5" {}
        }
    }
}

/// A score's dot: filled for the newest meeting, hollow for an older one.
pub fn dot(x: f64, y: f64, newest: bool) -> Markup {
    let (x, y) = (number(x), number(y));
    html! {
        @if newest {
            circle class="dot now" cx=(x) cy=(y) r="4.2" fill=(NOW) {}
        } @else {
            circle class="dot then" cx=(x) cy=(y) r="4" fill=(WHITE) stroke=(THEN) stroke-width="2" {}
        }
    }
}

/// A line of text. Its classes give its size, weight and colour.
pub fn text(x: f64, y: f64, anchor: Anchor, class: &str, text: &str) -> Markup {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let has = |name: &str| class.split(' ').any(|word| word == name);
    let size = match () {
        () if has("title") => "20",
        () if has("point") => "12",
        () if has("small") => "13",
        () => "15",
    };
    let weight = has("title") || has("score") || has("strong");
    let colour = match () {
        () if has("mark") => MARK,
        () if has("point") || has("under") => QUIET,
        () => INK,
    };
    // What stands on lines keeps clear of them.
    let halo = (has("point") || has("small")) && !has("bare");
    html! {
        text class=(class) x=(number(x)) y=(number(y)) text-anchor=(anchor) font-size=(size)
            font-weight=(if weight { "bold" } else { "normal" }) fill=(colour) stroke=[halo.then_some(WHITE)]
            stroke-width=[halo.then_some("4")] paint-order=[halo.then_some("stroke")] { (text) }
    }
}

/// A letter that stands for an axis' title. Only a page's style sheet shows it, where a title would be too small to read.
pub fn letter((x, y): (f64, f64), number: usize) -> Markup {
    let letter = ('A'..='Z').nth(number).map(String::from).unwrap_or_default();
    html! {
        text class="letter" x=(self::number(x)) y=(self::number(y + 9.0)) text-anchor="middle" font-size="26" font-weight="bold"
            fill=(INK) display="none" { (letter) }
    }
}

/// A drawing on a page, which gives it its font and background.
pub(crate) fn on_page(id: &str, title: &str, description: &str, (width, height): (f64, f64), body: &Markup) -> Markup {
    html! {
        svg viewBox={ "0 0 " (number(width)) " " (number(height)) } role="img" aria-labelledby={ (id) "-title " (id) "-text" } {
            title id={ (id) "-title" } { (title) }
            desc id={ (id) "-text" } { (description) }
            (body)
        }
    }
}

/// A drawing as a file of its own, on white.
pub fn alone(title: &str, description: &str, (width, height): (f64, f64), body: &Markup) -> String {
    let (width, height) = (number(width), number(height + 24.0));
    let drawing = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) }
            role="img" aria-labelledby="title text" font-family=(FONTS) {
            title id="title" { (title) }
            desc id="text" { (description) }
            rect width=(width) height=(height) fill=(WHITE) {}
            (body)
        }
    };
    drawing.into_string() + "\n"
}
