//! How each part of it is said.

use std::cmp::Reverse;

use chrono::NaiveDate;
use num_traits::Zero as _;

use super::{
    super::{
        Figure,
        changes::{looks_off, off_by},
        figure::{exactly, tells},
        meeting_words, mode_words,
        overview::told_with,
        remarks::{coverage, thin_words},
        scale,
        trend::NO_SCORE,
    },
    ElementLine, GapReport, GroupLine, QuestionLine, UnknownLine, letter,
};
use crate::{
    fraction::{Fraction, decimals_where, plain, rounded, shown},
    gap::{Caution, ENOUGH, ElementGap, Gap, Pair, QuestionGap, Verdict, limit},
    lang::Lang,
    scoring::Outcome,
    text::{folded, safe},
};

/// How many of the questions that are furthest apart are named.
const NAMED: usize = 5;

impl GapReport {
    /// Says everything about groups side by side, in one language.
    pub fn new(gap: &Gap<'_>, lang: Lang) -> GapReport {
        let said = Said {
            gap,
            decimals: decimals(gap),
            lang,
        };
        let scale = &gap.asked.scale;
        let elements: Vec<ElementLine> = gap.elements.iter().map(|element| said.element(element)).collect();
        let groups: Vec<GroupLine> = (0..gap.groups.len()).map(|group| said.group(group)).collect();
        let team = gap.groups.first().map(|group| safe(&group.profile.team));
        let team = team.filter(|_| !gap.cautions.contains(&Caution::Teams));
        GapReport {
            lang,
            asked_in: gap.asked.lang,
            title: team.map_or_else(|| lang.gap_title(), |team| lang.gap_title_of(&team)),
            questionnaire: safe(&gap.asked.title),
            about: lang.gap_about(),
            mirrored: gap.is_mirrored.then(|| lang.gap_mirrored()),
            numbers: scale.numbers(),
            scale: scale::line(lang, scale, &scale.labels),
            clear: said.clear(&elements),
            apart: said.apart(&elements),
            unknown: (0..groups.len()).filter_map(|group| said.unknown(group)).collect(),
            cautions: said.cautions(),
            method: said.method(),
            source: gap.asked.source.as_deref().map(safe),
            newest: gap.groups.iter().map(|group| group.profile.date).max(),
            groups,
            elements,
        }
    }
}

/// Groups side by side, and with how many decimals their scores are said.
struct Said<'g, 'p> {
    gap: &'g Gap<'p>,
    decimals: u32,
    lang: Lang,
}

impl Said<'_, '_> {
    fn group(&self, group: usize) -> GroupLine {
        let (own, lang) = (&self.gap.groups[group], self.lang);
        // Among its groups the team's name says nothing.
        let is_whole_team = own.profile.group.is_none() && !self.gap.cautions.contains(&Caution::Teams);
        let name = if is_whole_team && own.name == own.profile.team {
            lang.gap_whole_team()
        } else {
            safe(&own.name)
        };
        GroupLine {
            letter: letter(group),
            name,
            day: own.profile.date,
            date: lang.date(own.profile.date),
            participants: own.profile.participants,
            mode_words: mode_words(lang, own.profile.mode),
            meeting: meeting_words(own.profile, lang),
        }
    }

    fn element(&self, line: &ElementGap<'_>) -> ElementLine {
        let lang = self.lang;
        let pair = line.pair.as_ref();
        let scores = line
            .own
            .iter()
            .enumerate()
            .map(|(group, own)| self.score(group, own.score.as_ref()));
        ElementLine {
            title: safe(&line.element.title),
            scores: scores.collect(),
            difference: difference(pair, self.decimals, lang),
            between: pair.map(|pair| pair.between),
            letters: pair.map(|pair| between(pair, lang)),
            is_clear: line.verdict == Verdict::Clear,
            verdict: match line.verdict {
                Verdict::Clear => lang.gap_clear(),
                Verdict::NotCompared => lang.too_few_to_compare(),
                Verdict::UnderLimit => lang.no_clear_difference(),
                Verdict::Joint => lang.gap_joint(),
                Verdict::Few => lang.gap_few(ENOUGH),
            },
            remarks: self.remarks(line),
            questions: line
                .questions
                .iter()
                .map(|question| self.question(line, question))
                .collect(),
        }
    }

    /// What each group's score rests on, and what the difference does where that isn't the same.
    fn remarks(&self, line: &ElementGap<'_>) -> Vec<String> {
        let lang = self.lang;
        let mut remarks = Vec::new();
        if let Some(pair) = line.pair.as_ref().filter(|pair| has_other_means(line, pair)) {
            let means = pair.between.iter().zip(&pair.means);
            let mut means: Vec<_> = means.collect();
            means.sort();
            let means = means
                .iter()
                .map(|(group, mean)| format!("{} {}", letter(**group), shown(mean, self.decimals, lang)));
            let means: Vec<String> = means.collect();
            remarks.push(lang.gap_over(pair.compared, &means.join(", ")));
        }
        for (group, own) in line.own.iter().enumerate() {
            let said = coverage(own, lang).map(|said| lang.gap_of_group(&letter(group), &said));
            let unknown = own.is_often_unknown().then(|| lang.gap_group_unknown(&letter(group)));
            remarks.extend(said.into_iter().chain(unknown));
        }
        remarks
    }

    fn question(&self, element: &ElementGap<'_>, line: &QuestionGap<'_>) -> QuestionLine {
        let lang = self.lang;
        let groups = 0..self.gap.groups.len();
        let wordings = groups.clone().filter_map(|group| {
            let own = &self.gap.asked_of(line, group)?.text;
            (folded(own) != folded(&line.question.text)).then(|| (group, safe(own)))
        });
        let about = groups.clone().map(|group| {
            let score = self
                .gap
                .score(line, group)
                .filter(|score| score.outcome.score().is_some())?;
            let few = thin_words(lang, self.gap.groups[group].profile, score);
            let asked = self.gap.asked_of(line, group)?;
            let reverse = asked.reverse.then(|| lang.counted_in_reverse());
            let said: Vec<String> = few.into_iter().chain(reverse).collect();
            (!said.is_empty()).then(|| said.join(", "))
        });
        QuestionLine {
            element: safe(&element.element.title),
            text: safe(&line.question.text),
            wordings: wordings.collect(),
            scores: groups.clone().map(|group| self.answer(line, group)).collect(),
            about: about.collect(),
            difference: difference(line.pair.as_ref(), 1, lang),
            letters: line.pair.as_ref().map(|pair| between(pair, lang)),
        }
    }

    /// A group's score for a question, else that it doesn't know; a dash where it wasn't asked or didn't answer.
    fn answer(&self, line: &QuestionGap<'_>, group: usize) -> Figure {
        let Some(score) = self.gap.score(line, group) else {
            return Figure::none(NO_SCORE.to_owned());
        };
        let profile = self.gap.groups[group].profile;
        match &score.outcome {
            Outcome::Scored(score) => {
                let decimals = u32::from(profile.mode.counts());
                let scale = &profile.questionnaire.scale;
                told_with(decimals, Some(score), scale, self.lang)
            }
            Outcome::DontKnow => Figure::none(self.lang.dont_know()),
            Outcome::NotApplicable => Figure::none(self.lang.not_applicable()),
            Outcome::Unanswered | Outcome::NotAsked => Figure::none(NO_SCORE.to_owned()),
        }
    }

    /// A group's score, which only lies on the scale that is shown if it is one of that.
    fn score(&self, group: usize, score: Option<&Fraction>) -> Figure {
        let scale = &self.gap.groups[group].profile.questionnaire.scale;
        let figure = told_with(self.decimals, score, scale, self.lang);
        Figure {
            share: figure.share.filter(|_| self.gap.is_on_scale(group)),
            ..figure
        }
    }

    fn clear(&self, lines: &[ElementLine]) -> Vec<ElementLine> {
        let clear = self.gap.elements.iter().zip(lines).filter(|(_, line)| line.is_clear);
        let mut clear: Vec<_> = clear.collect();
        clear.sort_by_key(|(element, _)| Reverse(element.pair.as_ref().map(Pair::difference)));
        clear.into_iter().map(|(_, line)| line.clone()).collect()
    }

    /// The questions that are furthest apart; of those that tie for the last place all or none.
    fn apart(&self, lines: &[ElementLine]) -> Vec<QuestionLine> {
        let questions = self.gap.elements.iter().flat_map(|element| &element.questions);
        let told = lines.iter().flat_map(|element| &element.questions);
        let apart = questions.zip(told).filter_map(|(question, line)| {
            let difference = question.pair.as_ref()?.difference();
            (!difference.is_zero()).then_some((difference, line))
        });
        let mut apart: Vec<(Fraction, &QuestionLine)> = apart.collect();
        apart.sort_by(|one, other| other.0.cmp(&one.0));
        if let Some((next, _)) = apart.get(NAMED) {
            let next = next.clone();
            let above = apart.iter().filter(|(difference, _)| *difference > next).count();
            // Where all tie, the first ones stand for them.
            apart.truncate(if above == 0 { NAMED } else { above });
        }
        apart.into_iter().map(|(_, line)| line.clone()).collect()
    }

    fn unknown(&self, group: usize) -> Option<UnknownLine> {
        let elements = self.gap.elements.iter();
        let often = elements.filter(|element| element.own[group].is_often_unknown());
        let elements: Vec<String> = often.map(|element| safe(&element.element.title)).collect();
        let outcome =
            |question: &QuestionGap<'_>, group| self.gap.score(question, group).map(|score| score.outcome.clone());
        let questions = self.gap.elements.iter().flat_map(|element| &element.questions);
        let unknown = questions.filter(|question| {
            let mut others = 0..self.gap.groups.len();
            outcome(question, group) == Some(Outcome::DontKnow)
                && others.any(|other| matches!(outcome(question, other), Some(Outcome::Scored(_))))
        });
        let questions: Vec<String> = unknown
            .filter_map(|question| self.gap.asked_of(question, group))
            .map(|question| safe(&question.text))
            .collect();
        (!(elements.is_empty() && questions.is_empty())).then_some(UnknownLine {
            group,
            elements,
            questions,
        })
    }

    fn cautions(&self) -> Vec<String> {
        let (gap, lang) = (self.gap, self.lang);
        let named = |is: &dyn Fn(usize) -> bool| {
            let groups = (0..gap.groups.len()).filter(|&group| is(group)).map(letter);
            let groups: Vec<String> = groups.collect();
            lang.all_of(&groups.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let profile = |group: usize| gap.groups[group].profile;
        let days = || gap.groups.iter().map(|group| group.profile.date);
        let day = |day: Option<NaiveDate>| day.map(|day| lang.date(day)).unwrap_or_default();
        let said = gap.cautions.iter().map(|caution| match caution {
            Caution::Teams => lang.gap_caution_teams(),
            Caution::Kinds => lang.gap_caution_kinds(),
            Caution::Joint => lang.gap_caution_joint(&named(&|group| !profile(group).mode.counts())),
            Caution::Few => lang.gap_caution_few(
                &named(&|group| profile(group).mode.counts() && profile(group).participants < ENOUGH),
                ENOUGH,
            ),
            Caution::FarApart => lang.gap_caution_far_apart(&day(days().min()), &day(days().max())),
            Caution::Scale => lang.gap_caution_scale(&named(&|group| !gap.is_on_scale(group))),
            Caution::Labels => lang.gap_caution_labels(),
            Caution::Thin => lang.gap_caution_thin(),
        });
        said.chain(self.rounded_off()).collect()
    }

    /// That rounding makes a difference look off, where it does.
    fn rounded_off(&self) -> Option<String> {
        let is_off = |pair: Option<&Pair>, decimals| {
            pair.is_some_and(|pair| looks_off(&pair.means[0], &pair.means[1], decimals))
        };
        let mut questions = self.gap.elements.iter().flat_map(|element| &element.questions);
        let mut elements = self.gap.elements.iter();
        if questions.any(|question| is_off(question.pair.as_ref(), 1)) {
            Some(off_by(1, self.lang))
        } else {
            let is_any = elements.any(|element| is_off(element.pair.as_ref(), self.decimals));
            is_any.then(|| off_by(self.decimals, self.lang))
        }
    }

    fn method(&self) -> Vec<String> {
        let lang = self.lang;
        vec![
            lang.gap_how_scores(),
            lang.gap_how_difference(),
            lang.gap_how_clear(&exactly(&limit(&self.gap.asked.scale), lang), ENOUGH),
        ]
    }
}

/// Whether the two means aren't the groups' own scores, since they are over other questions.
fn has_other_means(line: &ElementGap<'_>, pair: &Pair) -> bool {
    let sides = pair.between.iter().zip(&pair.means);
    sides
        .into_iter()
        .any(|(&group, mean)| line.own[group].score.as_ref() != Some(mean))
}

fn difference(pair: Option<&Pair>, decimals: u32, lang: Lang) -> Figure {
    pair.map_or_else(
        || Figure::none(NO_SCORE.to_owned()),
        |pair| Figure {
            text: shown(&pair.difference(), decimals, lang),
            value: Some(plain(&pair.difference())),
            share: None,
        },
    )
}

/// The two groups by their letters, in the order of the groups.
fn between(pair: &Pair, lang: Lang) -> String {
    let mut between = pair.between;
    between.sort_unstable();
    let [one, other] = between.map(letter);
    lang.gap_between(&one, &other)
}

/// With how many decimals all of the scores are said: as many as it takes to see the band of each, and which difference is
/// as large as a clear one.
pub(in crate::report) fn decimals(gap: &Gap<'_>) -> u32 {
    let limit = limit(&gap.asked.scale);
    let differences = gap.elements.iter().filter_map(|element| element.pair.as_ref());
    let differences: Vec<Fraction> = differences.map(Pair::difference).collect();
    decimals_where(|decimals| {
        let mut scores = gap.elements.iter().flat_map(|element| element.own.iter().enumerate());
        let shows = scores.all(|(group, own)| {
            let scale = &gap.groups[group].profile.questionnaire.scale;
            own.score
                .as_ref()
                .is_none_or(|score| tells(&[(score, false)], scale, decimals))
        });
        shows
            && differences
                .iter()
                .all(|by| (rounded(by, decimals) >= limit) == (*by >= limit))
    })
}
