//! What is to be said about groups side by side: words that make them curious about each other, and no word on who is right.

mod said;

use std::ops::RangeInclusive;

use chrono::NaiveDate;

pub(super) use said::decimals;

use super::Figure;
use crate::lang::Lang;

/// What is to be said about groups side by side.
#[derive(Clone, Debug)]
pub struct GapReport {
    /// The language of the sentences.
    pub lang: Lang,
    /// The language of the questions.
    pub asked_in: Lang,
    /// What it is called: it names the team, where all are of one.
    pub title: String,
    /// What was asked, by its title.
    pub questionnaire: String,
    /// That a difference is a reason to talk.
    pub about: String,
    /// That only mirrored questions stand here, where they do.
    pub mirrored: Option<String>,
    /// The groups, in their order.
    pub groups: Vec<GroupLine>,
    /// The numbers of the scale's points.
    pub numbers: RangeInclusive<u32>,
    /// What the scale points mean, in one line.
    pub scale: String,
    /// One for each element of which a question stands here.
    pub elements: Vec<ElementLine>,
    /// The elements with a clear difference, the largest first.
    pub clear: Vec<ElementLine>,
    /// The questions that are furthest apart, the furthest first.
    pub apart: Vec<QuestionLine>,
    /// What each group doesn't know while another has a score for it.
    pub unknown: Vec<UnknownLine>,
    /// What to keep in mind.
    pub cautions: Vec<String>,
    /// How the numbers came about, a line each.
    pub method: Vec<String>,
    /// Where the questions come from.
    pub source: Option<String>,
    /// The day of the newest profile.
    pub newest: Option<NaiveDate>,
}

/// A group.
#[derive(Clone, Debug)]
pub struct GroupLine {
    /// What stands for it: `A`.
    pub letter: String,
    /// What it is called.
    pub name: String,
    /// Its day.
    pub day: NaiveDate,
    /// The same in words.
    pub date: String,
    /// How many took part.
    pub participants: u32,
    /// How they answered.
    pub mode_words: String,
    /// How many took part, and how they answered.
    pub meeting: Vec<String>,
}

/// An element of the groups.
#[derive(Clone, Debug)]
pub struct ElementLine {
    /// What it is called.
    pub title: String,
    /// Each group's score, or a dash.
    pub scores: Vec<Figure>,
    /// The largest difference of two of them, or a dash.
    pub difference: Figure,
    /// Which two those are, if any.
    pub between: Option<[usize; 2]>,
    /// The same in their letters.
    pub letters: Option<String>,
    /// Whether it is clear.
    pub is_clear: bool,
    /// The same in words.
    pub verdict: String,
    /// What else to know.
    pub remarks: Vec<String>,
    /// Its questions.
    pub questions: Vec<QuestionLine>,
}

/// A question of the groups.
#[derive(Clone, Debug)]
pub struct QuestionLine {
    /// The element that it belongs to.
    pub element: String,
    /// The question.
    pub text: String,
    /// What was asked instead, of whom: the group's place and its own words.
    pub wordings: Vec<(usize, String)>,
    /// Each group's score; else that it doesn't know, or a dash.
    pub scores: Vec<Figure>,
    /// What is said of each score.
    pub about: Vec<Option<String>>,
    /// The largest difference of two of them, or a dash.
    pub difference: Figure,
    /// Which two those are, in their letters.
    pub letters: Option<String>,
}

/// What a group doesn't know.
#[derive(Clone, Debug)]
pub struct UnknownLine {
    /// The group's place.
    pub group: usize,
    /// The elements that it often doesn't know, by their titles.
    pub elements: Vec<String>,
    /// The questions that it doesn't know, while another group has a score for them.
    pub questions: Vec<String>,
}

impl ElementLine {
    /// The difference with the two that it is between, and whether it is clear.
    pub fn said(&self, lang: Lang) -> Vec<String> {
        let difference = self
            .letters
            .as_ref()
            .map(|letters| lang.gap_difference_is(&self.difference.text, letters));
        difference.into_iter().chain([self.verdict.clone()]).collect()
    }
}

impl QuestionLine {
    /// The difference with the two that it is between.
    pub fn said(&self, lang: Lang) -> Option<String> {
        let letters = self.letters.as_ref()?;
        Some(lang.gap_difference_is(&self.difference.text, letters))
    }
}

impl GapReport {
    /// A group by its letter and name.
    pub fn named(&self, group: usize) -> String {
        let GroupLine { letter, name, .. } = &self.groups[group];
        format!("{letter} {name}")
    }

    /// What each group was asked where that isn't the question itself: `question to C: …`.
    pub fn wordings(&self, line: &QuestionLine) -> Vec<String> {
        let wordings = line.wordings.iter();
        let wordings = wordings.map(|(group, text)| self.lang.gap_wording(&self.groups[*group].letter, text));
        wordings.collect()
    }

    /// The scores of a question on a line, and what was asked instead below them.
    pub fn beside(&self, line: &QuestionLine) -> Vec<String> {
        let scores = self.lettered(&line.scores).collect::<Vec<_>>().join(" · ");
        [scores].into_iter().chain(self.wordings(line)).collect()
    }

    /// Which elements a group often doesn't know, if any.
    pub fn often_unknown(&self, line: &UnknownLine) -> Option<String> {
        let elements: Vec<&str> = line.elements.iter().map(String::as_str).collect();
        (!elements.is_empty()).then(|| self.lang.gap_often_unknown(&self.lang.all_of(&elements)))
    }

    /// All scores with their letters: `A 3,2`.
    pub fn lettered<'l>(&'l self, scores: &'l [Figure]) -> impl Iterator<Item = String> + 'l {
        let scores = self.groups.iter().zip(scores);
        scores.map(|(group, score)| format!("{}\u{a0}{}", group.letter, score.text))
    }
}

/// What stands for a group.
pub(super) fn letter(group: usize) -> String {
    ('A'..='Z')
        .nth(group)
        .map_or_else(|| (group + 1).to_string(), String::from)
}
