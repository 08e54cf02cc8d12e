//! The scores as a radar: what it shows, and in words.
//!
//! The drawing carries its own colours, for slides, and a class on each part, so that a page's style sheet can give it
//! others. What a colour says, a word, a line style or a weight says too.

mod drawn;

use std::ops::RangeInclusive;

use crate::{
    lang::Lang,
    report::{Report, changes::with_scope},
    text::shorten_all,
};

/// With fewer axes there is no shape to see, with more the titles no longer fit around it.
const AXES: RangeInclusive<usize> = 3..=12;

/// One or two meetings' scores, an axis for each element.
#[derive(Clone, Debug)]
pub struct Radar {
    lang: Lang,
    /// Whose scores they are.
    pub title: String,
    /// The numbers of the scale's points.
    pub numbers: RangeInclusive<u32>,
    /// One for each element.
    pub axes: Vec<Axis>,
    /// The meetings, older first.
    pub series: Vec<Series>,
    /// That two meetings' scores are over the compared questions, where that makes a difference.
    pub scope: Option<String>,
}

/// One element.
#[derive(Clone, Debug)]
pub struct Axis {
    /// What stands at its end.
    pub title: String,
    /// Its scores in words, `3,2`, or `3,2 → 3,7`; without one a dash, or why it isn't compared.
    pub score: String,
    /// What marks it, in words: that it is among the weakest.
    pub mark: Option<String>,
}

/// One meeting.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its day, in words.
    pub name: String,
    /// For each element how far its score lies along the scale, from 0 to 1.
    pub shares: Vec<Option<f64>>,
}

impl Radar {
    /// The radar of a report, with the earlier meeting if it is compared with one.
    ///
    /// Both lines are over the questions that were compared, so that a question which came or went doesn't look like a
    /// change; an element that can't be compared isn't drawn. Where nothing can be compared, it is the radar of now alone.
    pub fn of(report: &Report) -> Radar {
        let numbers = report.numbers.clone();
        let lang = report.lang;
        let mark = |weakest: bool| weakest.then(|| lang.weakest());
        let Some(changes) = report.changes.as_ref().filter(|changes| changes.is_any()) else {
            let elements = &report.elements;
            return Radar {
                lang,
                title: lang.radar_title(&report.team),
                numbers,
                axes: elements
                    .iter()
                    .map(|line| Axis {
                        title: line.title.clone(),
                        score: line.score.text.clone(),
                        mark: mark(line.weakest),
                    })
                    .collect(),
                series: vec![Series {
                    name: report.date.clone(),
                    shares: elements.iter().map(|line| line.score.share).collect(),
                }],
                scope: None,
            };
        };
        // The newer profile's elements come first in a comparison, in their order.
        let lines = || report.elements.iter().zip(&changes.elements);
        let then = lines().map(|(_, change)| change.before.share).collect();
        let now = lines().map(|(_, change)| change.after.share).collect();
        Radar {
            lang,
            title: lang.radar_title(&report.team),
            numbers,
            axes: lines()
                .map(|(line, change)| Axis {
                    title: line.title.clone(),
                    score: if change.is_compared() {
                        format!("{} → {}", change.before.text, change.after.text)
                    } else {
                        change.verdict.clone()
                    },
                    mark: mark(line.weakest),
                })
                .collect(),
            series: [(&changes.before, then), (&changes.after, now)]
                .map(|(name, shares)| Series {
                    name: name.clone(),
                    shares,
                })
                .into(),
            scope: changes.scope.clone(),
        }
    }

    /// Whether it shows two meetings.
    pub fn is_compared(&self) -> bool {
        self.series.len() > 1
    }

    /// Whether there is a score to draw.
    pub fn scored(&self) -> bool {
        let mut shares = self.series.iter().flat_map(|series| &series.shares);
        shares.any(Option::is_some)
    }

    /// Why there is no radar, when there is none.
    pub fn missing(&self) -> Option<String> {
        if self.axes.len() < *AXES.start() {
            Some(self.lang.radar_too_few())
        } else if self.axes.len() > *AXES.end() {
            Some(self.lang.radar_too_many())
        } else {
            (!self.scored()).then(|| self.lang.radar_no_scores())
        }
    }

    /// Everything that it shows, in words.
    pub fn description(&self) -> String {
        let dates: Vec<&str> = self.series.iter().map(|series| series.name.as_str()).collect();
        let axes = self.axes.iter().map(|axis| {
            let mark = axis.mark.iter().map(|mark| format!(" ({mark})"));
            format!("{}: {}{}", axis.title, axis.score, mark.collect::<String>())
        });
        let dates = with_scope(dates.join(" → "), self.scope.as_deref());
        format!("{dates}. {}.", axes.collect::<Vec<_>>().join("; "))
    }

    /// What stands at each axis, in so many columns.
    fn titles(&self, columns: usize) -> Vec<String> {
        let titles: Vec<&str> = self.axes.iter().map(|axis| axis.title.as_str()).collect();
        shorten_all(&titles, columns)
    }

    /// With short titles, for words that have to be few.
    #[cfg(feature = "office")]
    pub(crate) fn in_short(mut self, columns: usize) -> Radar {
        let titles = self.titles(columns);
        for (axis, title) in self.axes.iter_mut().zip(titles) {
            axis.title = title;
        }
        self
    }
}
