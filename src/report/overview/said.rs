//! How each part of it is said.

use std::collections::BTreeSet;

use super::{
    super::{
        Figure,
        figure::{score_with, tells},
        mode_words, scale,
        trend::NO_SCORE,
    },
    ElementLine, OverviewReport, QuestionLine, ScoreLine, SpreadLine, TeamLine, around,
};
use crate::{
    fraction::{Fraction, decimals_where},
    lang::Lang,
    overview::{Distribution, Overview, Standing},
    questionnaire::{At, Scale},
    text::safe,
};

/// How many questions are named that are low everywhere, and how many that teams are divided on.
const NAMED: usize = 5;

impl OverviewReport {
    /// Says everything about a picture, in one language.
    pub fn new(overview: &Overview, lang: Lang) -> OverviewReport {
        let questionnaire = &overview.questionnaire;
        let scale = &questionnaire.scale;
        let said = Said::of(overview, lang);
        let elements: Vec<ElementLine> = (0..questionnaire.elements.len())
            .map(|index| said.element(index))
            .collect();
        let named = |places: Vec<At>| places.into_iter().map(|at| said.question(at)).collect();
        let days = || overview.standings.iter().map(|standing| standing.date);
        let (first, newest) = (days().min(), days().max());
        OverviewReport {
            lang,
            asked_in: questionnaire.lang,
            title: lang.overview_title(&around::of_how_many(overview, lang)),
            questionnaire: safe(&questionnaire.title),
            head: around::head(first, newest, lang),
            about: if overview.anonymous {
                lang.overview_about_unnamed()
            } else {
                lang.overview_about()
            },
            left_out: around::left_out(overview, lang),
            teams: overview.teams,
            numbers: scale.numbers(),
            scale: scale::line(lang, scale, &scale.labels),
            limits: [&scale.discuss, &scale.strong].map(|limit| scale.share(limit)),
            lowest: named(overview.lowest_questions(NAMED)),
            divided: named(overview.most_divided(NAMED)),
            standings: overview
                .standings
                .iter()
                .map(|standing| said.standing(standing))
                .collect(),
            cautions: around::cautions(overview, first.zip(newest), lang),
            others: around::others(overview, lang),
            method: around::method(overview, lang),
            source: questionnaire.source.as_deref().map(safe),
            newest,
            anonymous: overview.anonymous,
            elements,
        }
    }
}

/// An overview, and with how many decimals its numbers are said.
struct Said<'o> {
    overview: &'o Overview,
    decimals: u32,
    lang: Lang,
}

impl Said<'_> {
    fn of(overview: &Overview, lang: Lang) -> Said<'_> {
        let scale = &overview.questionnaire.scale;
        // Those of an anonymous picture are rounded already.
        let decimals = if overview.anonymous {
            1
        } else {
            decimals(overview, scale)
        };
        Said {
            overview,
            decimals,
            lang,
        }
    }

    fn element(&self, index: usize) -> ElementLine {
        let picture = &self.overview.elements[index];
        ElementLine {
            letter: letter(index, self.overview.elements.len()),
            title: safe(&self.overview.questionnaire.elements[index].title),
            spread: self.spread(&picture.distribution),
            weakest: picture.weakest,
            bands: picture.bands.map(|[strong, discuss, first]| [first, discuss, strong]),
            often_unknown: picture.often_unknown,
            questions: (0..picture.questions.len())
                .map(|question| self.question((index, question)))
                .collect(),
        }
    }

    fn question(&self, at: At) -> QuestionLine {
        let questionnaire = &self.overview.questionnaire;
        let (asked, picture) = (questionnaire.question(at), self.overview.question(at));
        QuestionLine {
            element: safe(&questionnaire.elements[at.0].title),
            text: safe(&asked.text),
            scored: asked.scored.as_deref().map(safe),
            spread: self.spread(&picture.distribution),
            divided: picture.divided,
        }
    }

    fn spread(&self, distribution: &Distribution) -> SpreadLine {
        spread_with(
            self.decimals,
            distribution,
            &self.overview.questionnaire.scale,
            self.lang,
        )
    }

    fn standing(&self, standing: &Standing) -> TeamLine {
        let team = safe(&standing.team);
        let folder = standing.folder.as_deref().map(safe);
        let (day, year) = self.lang.short_date(standing.date);
        let scores = (0..self.overview.elements.len()).map(|element| ScoreLine {
            score: self.figure(standing.score(element).as_ref()),
            band: standing.band(element),
        });
        TeamLine {
            name: match &folder {
                Some(folder) => format!("{team} ({folder})"),
                None => team.clone(),
            },
            team,
            folder,
            day: standing.date,
            date: self.lang.date(standing.date),
            short_date: format!("{day} {year}"),
            participants: standing.participants,
            mode: standing.mode,
            mode_words: mode_words(self.lang, standing.mode),
            scores: scores.collect(),
        }
    }

    fn figure(&self, value: Option<&Fraction>) -> Figure {
        told_with(self.decimals, value, &self.overview.questionnaire.scale, self.lang)
    }
}

/// How scores lie, with so many decimals.
pub(in crate::report) fn spread_with(
    decimals: u32,
    distribution: &Distribution,
    scale: &Scale,
    lang: Lang,
) -> SpreadLine {
    let Distribution {
        teams,
        lowest,
        q1,
        median,
        q3,
        highest,
    } = distribution;
    SpreadLine {
        teams: *teams,
        five: [lowest, q1, median, q3, highest].map(|value| told_with(decimals, value.as_ref(), scale, lang)),
    }
}

/// A number with so many decimals, or a dash.
pub(in crate::report) fn told_with(decimals: u32, value: Option<&Fraction>, scale: &Scale, lang: Lang) -> Figure {
    score_with(decimals, value, scale, lang).unwrap_or_else(|| Figure::none(NO_SCORE.to_owned()))
}

/// With how many decimals all of the numbers are said: as many as it takes to see the band of each.
fn decimals(overview: &Overview, scale: &Scale) -> u32 {
    let elements = 0..overview.elements.len();
    let scores = overview
        .standings
        .iter()
        .flat_map(|standing| elements.clone().filter_map(|element| standing.score(element)));
    let spreads = overview.elements.iter().flat_map(|picture| {
        let Distribution { q1, median, q3, .. } = &picture.distribution;
        [q1, median, q3].into_iter().flatten().cloned()
    });
    // Many teams have the same score.
    let numbers: BTreeSet<Fraction> = scores.chain(spreads).collect();
    decimals_where(|decimals| {
        let mut numbers = numbers.iter();
        numbers.all(|number| tells(&[(number, false)], scale, decimals))
    })
}

/// A letter, or a number where there are more than letters.
fn letter(index: usize, all: usize) -> String {
    let letter = ('A'..='Z').nth(index).filter(|_| all <= 26);
    letter.map_or_else(|| (index + 1).to_string(), String::from)
}
