//! What is to be said about one profile, about two, or about many of one team: decided once, in words, and rendered in several forms.
//!
//! Every text in a report is safe to show (see [`safe`]); renderers only lay it out and escape it.

pub mod against;
pub mod agenda;
mod agreements;
pub mod card;
pub mod changes;
pub mod draft;
pub mod explain;
mod figure;
pub mod gap;
mod method;
pub mod overview;
mod remarks;
pub mod scale;
mod topics;
pub mod trend;

use std::{borrow::Cow, ops::RangeInclusive};

use chrono::NaiveDate;

pub use self::{
    agreements::{AgreementLine, AgreementList},
    figure::{Figure, element_score},
    topics::Topic,
};
pub(crate) use self::{
    agreements::{agreement_lines, entry_lines, state_words},
    remarks::{thin_words, with_few},
};
use self::{
    changes::{ChangeLine, Changes},
    figure::{element_decimals, score_with},
    scale::counts,
};
use crate::{
    comparison::Comparison,
    fraction::{Fraction, shown},
    lang::Lang,
    profile::{Profile, Response},
    questionnaire::{At, Questionnaire},
    scoring::{Band, Outcome, Scores, Spread},
    tally::{Answer, Mode, Shared, Tally},
    text::{safe, visible_lines},
};

/// How many questions of one weak element, or of the divided ones, are named to talk about.
const NAMED: usize = 3;

/// What is to be said about one profile, and about what changed since an earlier one.
#[derive(Clone, Debug)]
pub struct Report {
    /// The language of the sentences.
    pub lang: Lang,
    /// The language of the questions.
    pub asked_in: Lang,
    /// What the team calls itself, safe to show.
    pub team: String,
    /// The day of the meeting.
    pub day: NaiveDate,
    /// The day in words.
    pub date: String,
    /// How the team answered.
    pub mode: Mode,
    /// How many took part, how they answered, and when that was corrected, in words.
    pub meeting: Vec<String>,
    /// Who sat there, by function.
    pub functions: Option<String>,
    /// By which other programs know what was asked.
    pub questionnaire_id: String,
    /// What was asked, by its title.
    pub questionnaire: String,
    /// Where the questions come from.
    pub source: Option<String>,
    /// What the scale points mean: `1 nee`, …
    pub scale: Vec<String>,
    /// The same in one line.
    pub scale_line: String,
    /// The numbers of the scale points.
    pub numbers: RangeInclusive<u32>,
    /// Over all elements together; `None` where too few have a score.
    pub overall: Option<Figure>,
    /// One for each element.
    pub elements: Vec<ElementLine>,
    /// Which elements hardly differ from the weakest; or that none stands out and which are equally low, or that there is too
    /// little to tell.
    pub about_weakest: Option<String>,
    /// What to talk about: the elements that the team often doesn't know, then the weakest, weakest first.
    pub talk: Vec<Topic>,
    /// The most divided questions, most divided first.
    pub divided: Vec<QuestionLine>,
    /// What the team agreed, open ones first; with an earlier meeting, at both of them.
    pub agreements: Vec<AgreementLine>,
    /// What changed since an earlier meeting, when that was asked.
    pub changes: Option<Changes>,
    /// How the numbers came about, a line each.
    pub method: Vec<String>,
}

/// What is to be said about one element.
#[derive(Clone, Debug)]
pub struct ElementLine {
    /// What it is called, in the language that was asked in.
    pub title: String,
    /// Its score, or a dash.
    pub score: Figure,
    /// Its band; none without a score.
    pub band_kind: Option<Band>,
    /// Its band in words; empty without a score.
    pub band: String,
    /// How many of its questions have a score.
    pub answered: usize,
    /// How many of its questions were asked and apply.
    pub asked: usize,
    /// Whether it was left out of what the team was asked.
    pub not_asked: bool,
    /// Whether it is among the weakest.
    pub weakest: bool,
    /// How many have a score, where not all have; and that the team often doesn't know.
    pub about: Vec<String>,
    /// In the order in which they were asked.
    pub questions: Vec<QuestionLine>,
}

impl ElementLine {
    /// Whether it is among the weakest, and what else there is to know about its score, in words.
    pub fn remarks(&self, lang: Lang) -> String {
        let mark = self.weakest.then(|| lang.weakest());
        let remarks: Vec<String> = mark.into_iter().chain(self.about.clone()).collect();
        remarks.join(", ")
    }
}

/// What is to be said about one question.
#[derive(Clone, Debug)]
pub struct QuestionLine {
    /// The question, word for word.
    pub text: String,
    /// What its score stands for, where the question itself can't be answered with the labels.
    pub scored: Option<String>,
    /// Its score, or why there is none.
    pub score: Figure,
    /// How often each answer was given, nothing but noughts without an answer; none where a shared profile doesn't tell.
    pub tally: Option<Tally>,
    /// Whether agreeing is bad, so that the score counts from the other end; its words say so too.
    pub reverse: bool,
    /// What the points mean for it, where it has labels of its own, in one line.
    pub labels: Option<String>,
    /// The number of the lowest point that was counted.
    pub first: u32,
    /// How many gave a number of how many took part, where those are few.
    pub thin: Option<String>,
    /// How often each answer was given in words, where everyone gave one.
    pub counts: Option<String>,
    /// That the team sees it differently.
    pub spread: Option<String>,
    /// The note, a line each.
    pub note: Vec<String>,
    /// What changed since the earlier meeting, when it is compared.
    pub change: Option<ChangeLine>,
}

impl QuestionLine {
    /// The score, with how many it rests on where those are few: `3,5; 1 van 8`.
    pub fn score_words(&self) -> String {
        with_few(&self.score.text, self.thin.as_deref())
    }
}

impl Report {
    /// Says everything about the newer of two profiles, and what changed since the older one.
    pub fn compared(comparison: &Comparison<'_>, lang: Lang) -> Report {
        let mut report = Report::new(comparison.after, &comparison.after_scores, lang);
        for question in comparison.elements.iter().flat_map(|element| &element.questions) {
            let (element, place) = question.at;
            let line = &mut report.elements[element].questions[place];
            let scale = &comparison.after.questionnaire.scale;
            line.change = Some(changes::line(line.text.clone(), &question.change, 1, scale, lang));
        }
        let changes = Changes::new(comparison, lang);
        report.agreements.clone_from(&changes.agreements);
        report.changes = Some(changes);
        report.method = method::of_comparison(comparison, lang);
        report
    }

    /// Says everything about a profile, in one language.
    pub fn new(profile: &Profile, scores: &Scores, lang: Lang) -> Report {
        let questionnaire = &profile.questionnaire;
        let decimals = element_decimals(scores, &questionnaire.scale);
        Report {
            lang,
            asked_in: questionnaire.lang,
            team: safe(&profile.whose().to_string()),
            day: profile.date,
            date: lang.date(profile.date),
            mode: profile.mode,
            meeting: meeting_words(profile, lang),
            functions: profile.functions.as_deref().map(safe),
            questionnaire_id: safe(&questionnaire.id),
            questionnaire: safe(&questionnaire.title),
            source: questionnaire.source.as_deref().map(safe),
            numbers: questionnaire.scale.numbers(),
            scale: scale::points(&questionnaire.scale, &questionnaire.scale.labels),
            scale_line: scale::line(lang, &questionnaire.scale, &questionnaire.scale.labels),
            overall: score_with(decimals, scores.overall.as_ref(), &questionnaire.scale, lang),
            elements: (0..questionnaire.elements.len())
                .map(|index| element_line(profile, scores, index, decimals, lang))
                .collect(),
            about_weakest: remarks::about_weakest(profile, scores, lang),
            talk: topics::topics(profile, scores, lang),
            divided: divided(profile, scores, lang),
            agreements: agreement_lines(profile, lang),
            changes: None,
            method: method::of_profile(profile, scores, lang),
        }
    }
}

/// How many took part in a meeting, how they answered, and when that was corrected, in words.
pub(crate) fn meeting_words(profile: &Profile, lang: Lang) -> Vec<String> {
    let mut words = vec![
        lang.participants(profile.participants as usize),
        mode_words(lang, profile.mode),
    ];
    words.extend(profile.corrected.map(|day| lang.corrected_on(&lang.date(day))));
    words.extend(profile.shared.then(|| lang.shared_profile()));
    words
}

/// How a team answered, in words.
pub(crate) fn mode_words(lang: Lang, mode: Mode) -> String {
    match mode {
        Mode::Joint => lang.answered_jointly(),
        Mode::Tally => lang.answered_by_tally(),
        Mode::Ballots => lang.answered_on_sheets(),
        Mode::Merged => lang.answered_on_forms(),
    }
}

/// A sign for behind the questions whose wording is this project's own, and the sentence about them. Where all are, the
/// sentence says it alone.
pub(crate) fn own_marks(questionnaire: &Questionnaire, lang: Lang) -> (&'static str, Option<String>) {
    let own = questionnaire.places().filter(|&at| questionnaire.question(at).own);
    match own.count() {
        0 => ("", None),
        count if count == questionnaire.question_count() => ("", Some(lang.all_own_questions())),
        _ => (" *", Some(lang.own_questions("*"))),
    }
}

/// A band in words.
pub(crate) fn band_words(lang: Lang, band: Band) -> String {
    match band {
        Band::Strong => lang.band_strong(),
        Band::Discuss => lang.band_discuss(),
        Band::DiscussFirst => lang.band_discuss_first(),
    }
}

/// A question's score in words: a number, or why there is none.
pub(crate) fn outcome_words(lang: Lang, profile: &Profile, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Scored(score) if profile.mode == Mode::Joint => shown(score, 0, lang),
        Outcome::Scored(score) => shown(score, 1, lang),
        Outcome::NotApplicable => lang.not_applicable(),
        Outcome::DontKnow if profile.mode == Mode::Joint => lang.dont_know(),
        Outcome::DontKnow => lang.mostly_dont_know(),
        Outcome::Unanswered if profile.keeps_back() => lang.too_few_to_share(Shared::FEWEST),
        Outcome::Unanswered => lang.not_answered(),
        Outcome::NotAsked => lang.not_asked(),
    }
}

fn element_line(profile: &Profile, scores: &Scores, index: usize, decimals: u32, lang: Lang) -> ElementLine {
    let element = &scores.elements[index];
    let score = score_with(decimals, element.score.as_ref(), &profile.questionnaire.scale, lang);
    ElementLine {
        title: safe(&profile.questionnaire.elements[index].title),
        score: score.unwrap_or_else(|| Figure::none("–".to_owned())),
        band_kind: element.band,
        answered: element.answered,
        asked: element.asked,
        not_asked: element.is_not_asked(),
        band: element.band.map(|band| band_words(lang, band)).unwrap_or_default(),
        weakest: scores.is_weakest(index),
        about: remarks::about_element(element, lang),
        questions: (0..element.questions.len())
            .map(|question| question_line(profile, scores, (index, question), lang))
            .collect(),
    }
}

/// A question's score, with what else is to be known of it: that it counts in reverse; and which answer a team gave together,
/// where that answer is one of the question's own.
fn answer_words(lang: Lang, profile: &Profile, at: At, score: String) -> String {
    let (question, scale) = (profile.questionnaire.question(at), &profile.questionnaire.scale);
    let together = profile.response(at).tally.as_ref().filter(|_| !profile.mode.counts());
    let answer = match (&question.labels, together.and_then(Tally::single)) {
        (Some(labels), Some(Answer::Point(point))) => Some(scale::point(scale, labels, point as usize)),
        _ => None,
    };
    match answer {
        Some(answer) if question.reverse => format!("{score}; {answer}, {}", lang.counted_in_reverse()),
        Some(answer) => answer,
        // Often in brackets itself, or before the answers in brackets.
        None if question.reverse => format!("{score}; {}", lang.counted_in_reverse()),
        None => score,
    }
}

fn question_line(profile: &Profile, scores: &Scores, at: At, lang: Lang) -> QuestionLine {
    let score = &scores.elements[at.0].questions[at.1];
    let response = profile.response(at);
    let (question, scale) = (profile.questionnaire.question(at), &profile.questionnaire.scale);
    QuestionLine {
        text: safe(&question.text),
        scored: question.scored.as_deref().map(safe),
        score: {
            let text = outcome_words(lang, profile, &score.outcome);
            match score.outcome.score() {
                Some(mean) => Figure::mean(answer_words(lang, profile, at, text), mean, scale),
                None => Figure::none(text),
            }
        },
        reverse: question.reverse,
        labels: question.labels.as_ref().map(|labels| scale::line(lang, scale, labels)),
        thin: thin_words(lang, profile, score),
        tally: profile.counts(at).map(Cow::into_owned),
        counts: match response {
            Response { tally: Some(tally), .. } if profile.mode.counts() => {
                Some(counts(lang, scale, question.labels.as_ref(), tally))
            }
            Response {
                shared: Some(Shared::Sum { numbers, .. }),
                ..
            } => Some(lang.gave_a_number(*numbers)),
            _ => None,
        },
        first: scale.first,
        spread: remarks::spread_words(lang, score.spread),
        note: response.note.as_deref().map(visible_lines).unwrap_or_default(),
        change: None,
    }
}

fn divided(profile: &Profile, scores: &Scores, lang: Lang) -> Vec<QuestionLine> {
    // A shared profile doesn't tell how far they lie apart: those come last.
    let mut divided: Vec<(Option<&Fraction>, At)> = profile
        .questionnaire
        .places()
        .filter_map(|at| {
            let question = &scores.elements[at.0].questions[at.1];
            (question.spread == Spread::Divided).then_some((question.deviation.as_ref(), at))
        })
        .collect();
    divided.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    divided.truncate(NAMED);
    divided
        .into_iter()
        .map(|(_, at)| question_line(profile, scores, at, lang))
        .collect()
}
