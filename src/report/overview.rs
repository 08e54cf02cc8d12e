//! What is to be said about many teams in one picture: words that open a conversation, and no order of teams but that of names.

mod around;
mod said;

use std::ops::RangeInclusive;

use chrono::NaiveDate;

pub(super) use self::said::{spread_with, told_with};
use super::Figure;
use crate::{lang::Lang, scoring::Band, tally::Mode};

/// What is to be said about many teams.
#[derive(Clone, Debug)]
pub struct OverviewReport {
    /// The language of the sentences.
    pub lang: Lang,
    /// The language of the questions.
    pub asked_in: Lang,
    /// What the picture is called: it says of how many teams.
    pub title: String,
    /// What was asked, by its title.
    pub questionnaire: String,
    /// Of how many meetings where that isn't one for each team, and when those were.
    pub head: Vec<String>,
    /// What the picture is, and that it is no ranking.
    pub about: String,
    /// What an anonymous picture leaves out.
    pub left_out: Vec<String>,
    /// How many teams, or meetings, it is of.
    pub teams: usize,
    /// The numbers of the scale's points.
    pub numbers: RangeInclusive<u32>,
    /// What the scale points mean, in one line.
    pub scale: String,
    /// How far along the scale the bands *bespreken* and *sterk* begin, from 0 to 1.
    pub limits: [f64; 2],
    /// One for each element.
    pub elements: Vec<ElementLine>,
    /// The questions with the lowest middle.
    pub lowest: Vec<QuestionLine>,
    /// The questions that most teams are divided on.
    pub divided: Vec<QuestionLine>,
    /// The teams by their names; none where they have none.
    pub standings: Vec<TeamLine>,
    /// What makes the picture less certain.
    pub cautions: Vec<String>,
    /// Which other questionnaires were left out.
    pub others: Option<String>,
    /// How the numbers came about, a line each.
    pub method: Vec<String>,
    /// Where the questions come from.
    pub source: Option<String>,
    /// The day of the newest meeting, where that is told.
    pub newest: Option<NaiveDate>,
    /// Whether no team is to be told apart.
    pub anonymous: bool,
}

/// What is to be said about one element over all teams.
#[derive(Clone, Debug)]
pub struct ElementLine {
    /// What stands for it where there is little room: `A`.
    pub letter: String,
    /// What it is called.
    pub title: String,
    /// How the scores lie.
    pub spread: SpreadLine,
    /// In how many teams it is among the lowest, where that is told.
    pub weakest: Option<usize>,
    /// In how many teams it is *eerst bespreken*, *bespreken* and *sterk*, where that is told.
    pub bands: Option<[usize; 3]>,
    /// How many teams often don't know, where that is told.
    pub often_unknown: Option<usize>,
    /// One for each of its questions.
    pub questions: Vec<QuestionLine>,
}

/// What is to be said about one question over all teams.
#[derive(Clone, Debug)]
pub struct QuestionLine {
    /// The element that it belongs to.
    pub element: String,
    /// The question.
    pub text: String,
    /// What its score is about, where the question itself can't be answered with a number.
    pub scored: Option<String>,
    /// How the scores lie.
    pub spread: SpreadLine,
    /// How many teams are divided on it, where that is told.
    pub divided: Option<usize>,
}

/// How scores lie: what isn't told is a dash without a number.
#[derive(Clone, Debug)]
pub struct SpreadLine {
    /// How many teams have a score.
    pub teams: usize,
    /// The lowest, a quarter, half and three quarters of the way up, and the highest.
    pub five: [Figure; 5],
}

/// What is to be said about one team at one meeting.
#[derive(Clone, Debug)]
pub struct TeamLine {
    /// What the team calls itself, with its folder where another has that name too.
    pub name: String,
    /// What the team calls itself.
    pub team: String,
    /// The folder, where another has that name too.
    pub folder: Option<String>,
    /// The day of the meeting.
    pub day: NaiveDate,
    /// The day in words.
    pub date: String,
    /// The day in short.
    pub short_date: String,
    /// How many took part.
    pub participants: u32,
    /// How they answered.
    pub mode: Mode,
    /// The same in words.
    pub mode_words: String,
    /// One for each element.
    pub scores: Vec<ScoreLine>,
}

/// What is to be said about one element of one team.
#[derive(Clone, Debug)]
pub struct ScoreLine {
    /// Its score, or a dash.
    pub score: Figure,
    /// Its band; none without a score.
    pub band: Option<Band>,
}

impl ElementLine {
    /// In how many teams it is among the lowest, and what else there is to know.
    pub fn about(&self, teams: usize, lang: Lang) -> Vec<String> {
        let weakest = self.weakest.map(|weakest| lang.weakest_in(weakest, teams));
        weakest.into_iter().chain(self.coverage(teams, lang)).collect()
    }

    /// How many have a score where not all have, and how many often don't know.
    pub fn coverage(&self, teams: usize, lang: Lang) -> Vec<String> {
        let scored = (self.spread.teams < teams).then(|| lang.scored_by(self.spread.teams, teams));
        let unknown = self.often_unknown.filter(|&unknown| unknown > 0);
        let unknown = unknown.map(|unknown| lang.unknown_in(unknown));
        scored.into_iter().chain(unknown).collect()
    }

    /// How many teams lie in each band, in words, where that is told.
    pub fn band_words(&self, lang: Lang) -> Option<[String; 3]> {
        let [first, discuss, strong] = self.bands?;
        Some([
            lang.teams_in_band(first, &lang.band_discuss_first()),
            lang.teams_in_band(discuss, &lang.band_discuss()),
            lang.teams_in_band(strong, &lang.band_strong()),
        ])
    }
}

impl QuestionLine {
    /// In how many teams it divides them, in words, where that is told.
    pub fn divided_words(&self, teams: usize, lang: Lang) -> Option<String> {
        self.divided.map(|divided| lang.divided_in(divided, teams))
    }
}

impl SpreadLine {
    /// The figures in these five places that are told.
    pub fn lowest(&self) -> Option<&Figure> {
        self.told(0)
    }

    /// A quarter of the way up.
    pub fn q1(&self) -> Option<&Figure> {
        self.told(1)
    }

    /// Half of the way up.
    pub fn median(&self) -> Option<&Figure> {
        self.told(2)
    }

    /// Three quarters of the way up.
    pub fn q3(&self) -> Option<&Figure> {
        self.told(3)
    }

    /// The highest.
    pub fn highest(&self) -> Option<&Figure> {
        self.told(4)
    }

    fn told(&self, place: usize) -> Option<&Figure> {
        let figure = &self.five[place];
        figure.value.is_some().then_some(figure)
    }

    /// The middle, the middle half and all, in words; nothing of what isn't told.
    pub fn words(&self, lang: Lang) -> Vec<String> {
        let median = self.median().map(|median| lang.median_is(&median.text));
        let half = self.q1().zip(self.q3());
        let half = half.map(|(q1, q3)| lang.half_between(&q1.text, &q3.text));
        let all = self.lowest().zip(self.highest());
        let all = all.map(|(lowest, highest)| lang.all_between(&lowest.text, &highest.text));
        median.into_iter().chain(half).chain(all).collect()
    }
}

impl OverviewReport {
    /// Whether it tells where the scores of any element lie: an anonymous picture of few teams doesn't.
    pub fn tells_spread(&self) -> bool {
        let mut elements = self.elements.iter();
        elements.any(|line| line.spread.median().is_some())
    }

    /// Whether it tells in how many teams any element is among the lowest.
    pub fn tells_weakest(&self) -> bool {
        let mut elements = self.elements.iter();
        elements.any(|line| line.weakest.is_some())
    }

    /// Whether it tells how many teams lie in the bands of any element.
    pub fn tells_bands(&self) -> bool {
        let mut elements = self.elements.iter();
        elements.any(|line| line.bands.is_some())
    }
}
