//! Several groups side by side: where one sees what another doesn't.
//!
//! Each group keeps its own scores. The difference between two of them is over the questions that both have a score for, where
//! those are at least half of the applicable ones of either; of all pairs the furthest apart counts. It is *clear* for an element
//! only, from a quarter of the scale's length and at least 0.8 (1.0 on five points: one step for each answer on average), and
//! between groups of at least five people who each gave an answer of their own: what one person or one shared answer tips is no
//! clear difference. The limit is twice that of a change, since these are other people and not the same ones once more; it is a
//! convention of this project and no statistics. On another scale there is no difference.
//!
//! Groups that were asked something else stand side by side where their questions say which of the others' they mirror: "we
//! think" beside "they notice". Then only mirrored questions count, for every group.

mod names;
mod rows;

use self::rows::{Row, Rows};
use crate::{
    comparison::{Limits, other_labels, other_question},
    fault::Fault,
    fraction::{Fraction, fraction, mean},
    profile::{Profile, same_team},
    questionnaire::{At, Element, Question, Questionnaire, Scale},
    scoring::{ElementScore, QuestionScore, Scores, WEAKEST, is_half},
    tally::Mode,
};

/// The most groups that stand side by side: each has a letter, and more can't be told apart on a scale.
pub const MOST: usize = 8;

/// From so many people on a group can differ clearly from another.
pub const ENOUGH: u32 = 5;

/// From so many days between the first and the last of them the groups may have spoken of another time.
const FAR_APART: i64 = 93;

/// Groups side by side.
#[derive(Clone, Debug)]
pub struct Gap<'p> {
    /// The groups, in the order in which they were given.
    pub groups: Vec<Group<'p>>,
    /// Whose elements and questions the others stand beside.
    pub asked: &'p Questionnaire,
    /// Whether some were asked something else, so that only mirrored questions stand here.
    pub is_mirrored: bool,
    /// The elements of which a question stands here, in their order.
    pub elements: Vec<ElementGap<'p>>,
    /// What to keep in mind.
    pub cautions: Vec<Caution>,
}

/// A group with its answers.
#[derive(Clone, Debug)]
pub struct Group<'p> {
    /// What it is called, unlike the others.
    pub name: String,
    /// Its answers.
    pub profile: &'p Profile,
    scores: Scores,
}

/// An element of the groups.
#[derive(Clone, Debug)]
pub struct ElementGap<'p> {
    /// Whose title and id it has.
    pub element: &'p Element,
    /// Each group's own score, over the questions that stand here.
    pub own: Vec<ElementScore>,
    /// The two that are furthest apart.
    pub pair: Option<Pair>,
    /// Whether that is clear.
    pub verdict: Verdict,
    /// Its questions that stand here, in their order.
    pub questions: Vec<QuestionGap<'p>>,
}

/// A question of the groups.
#[derive(Clone, Debug)]
pub struct QuestionGap<'p> {
    /// Its full id, of the questionnaire that others stand beside.
    pub id: String,
    /// The question there.
    pub question: &'p Question,
    /// Where each group was asked it, or what mirrors it.
    pub at: Vec<Option<At>>,
    /// The two that are furthest apart. It is never called clear.
    pub pair: Option<Pair>,
}

/// Two groups, over the questions that both have a score for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The places of the two: the lower first; of two that are equal the first.
    pub between: [usize; 2],
    /// The mean of each, in points of the scale.
    pub means: [Fraction; 2],
    /// Over how many questions.
    pub compared: usize,
}

/// Whether a difference of an element is clear; if not, the first of the reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Clear,
    /// No two groups have a score for enough of the same questions.
    NotCompared,
    /// It is less than the limit.
    UnderLimit,
    /// One of the two gave its answers together.
    Joint,
    /// One of the two is of too few people.
    Few,
}

/// What to keep in mind where groups stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// They are of several teams.
    Teams,
    /// They answered in different ways.
    Kinds,
    /// Some answered together, so that they differ clearly from none.
    Joint,
    /// Some are of too few people to differ clearly from any.
    Few,
    /// There is much time between the first and the last.
    FarApart,
    /// Some answered on another scale.
    Scale,
    /// A label of the scale is another one.
    Labels,
    /// A score rests on few numbers.
    Thin,
}

impl Caution {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Caution::Teams => "teams",
            Caution::Kinds => "kinds",
            Caution::Joint => "joint",
            Caution::Few => "few",
            Caution::FarApart => "far-apart",
            Caution::Scale => "scale",
            Caution::Labels => "labels",
            Caution::Thin => "thin",
        }
    }
}

impl Pair {
    /// How far the two are apart, in points of the scale; never below zero.
    pub fn difference(&self) -> Fraction {
        &self.means[1] - &self.means[0]
    }

    fn of(between: [usize; 2], means: [Fraction; 2], compared: usize) -> Pair {
        let ([one, other], [first, second]) = (between, means);
        if second < first {
            return Pair {
                between: [other, one],
                means: [second, first],
                compared,
            };
        }
        Pair {
            between,
            means: [first, second],
            compared,
        }
    }
}

impl<'p> Gap<'p> {
    /// Puts profiles side by side, each with the name of its file.
    ///
    /// # Errors
    /// When they were asked something else, and none of it mirrors the questions of the others.
    pub fn of(profiles: &[(&'p Profile, String)]) -> Result<Gap<'p>, Fault> {
        let names = names::distinct(profiles);
        let groups = profiles.iter().zip(names).map(|((profile, _), name)| Group {
            name,
            profile,
            scores: profile.scores(WEAKEST),
        });
        let groups: Vec<Group<'p>> = groups.collect();
        let Rows {
            asked,
            is_mirrored,
            elements,
        } = rows::of(profiles)?;
        let mut gap = Gap {
            groups,
            asked,
            is_mirrored,
            elements: Vec::new(),
            cautions: Vec::new(),
        };
        for (element, rows) in elements {
            let element = gap.element(element, rows);
            gap.elements.push(element);
        }
        gap.cautions = gap.cautions();
        Ok(gap)
    }

    /// What a group's answers to a question give; nothing where it wasn't asked it.
    pub fn score(&self, question: &QuestionGap<'_>, group: usize) -> Option<&QuestionScore> {
        let (element, place) = question.at[group]?;
        Some(&self.groups[group].scores.elements[element].questions[place])
    }

    /// The question as a group was asked it.
    pub fn asked_of(&self, question: &QuestionGap<'_>, group: usize) -> Option<&'p Question> {
        question.at[group].map(|at| self.groups[group].profile.questionnaire.question(at))
    }

    /// Whether a group's scores lie on the scale that is shown.
    pub fn is_on_scale(&self, group: usize) -> bool {
        self.groups[group].profile.questionnaire.scale.numbers() == self.asked.scale.numbers()
    }

    fn element(&self, element: &'p Element, rows: Vec<Row<'p>>) -> ElementGap<'p> {
        let questions = rows.into_iter().map(|row| {
            let mut question = QuestionGap {
                id: row.id,
                question: row.question,
                at: row.at,
                pair: None,
            };
            question.pair = self.furthest(|pair| {
                let means = self.compared(&question, pair)?.map(Clone::clone);
                Some(Pair::of(pair, means, 1))
            });
            question
        });
        let questions: Vec<QuestionGap<'p>> = questions.collect();
        let own = (0..self.groups.len()).map(|group| {
            let scores = questions.iter().filter_map(|question| self.score(question, group));
            ElementScore::of(
                scores.cloned().collect(),
                &self.groups[group].profile.questionnaire.scale,
            )
        });
        let own: Vec<ElementScore> = own.collect();
        let pair = self.furthest(|pair| self.pair(&questions, &own, pair));
        ElementGap {
            element,
            verdict: pair.as_ref().map_or(Verdict::NotCompared, |pair| self.verdict(pair)),
            own,
            pair,
            questions,
        }
    }

    /// Of all pairs of groups the two that are furthest apart; of several that are, one that can be clear.
    fn furthest(&self, of: impl Fn([usize; 2]) -> Option<Pair>) -> Option<Pair> {
        let groups = 0..self.groups.len();
        let pairs = groups
            .clone()
            .flat_map(|one| groups.clone().skip(one + 1).map(move |other| [one, other]));
        let weight = |pair: &Pair| (pair.difference(), self.can_be_clear(pair.between));
        // The first of those that are alike.
        let further = |one: Pair, other: Pair| if weight(&other) > weight(&one) { other } else { one };
        pairs.filter_map(of).reduce(further)
    }

    /// The scores of two groups for a question, where they were asked the same and both have one.
    pub(crate) fn compared<'s>(&'s self, question: &QuestionGap<'_>, pair: [usize; 2]) -> Option<[&'s Fraction; 2]> {
        let [one, other] = pair.map(|group| &self.groups[group].profile.questionnaire);
        if one.scale.numbers() != other.scale.numbers() {
            return None;
        }
        let [asked, also_asked] = pair.map(|group| self.asked_of(question, group));
        // What mirrors a question has other words, and is meant to.
        if one.id == other.id && other_question((one, asked?), (other, also_asked?)).is_some() {
            return None;
        }
        let [first, second] = pair.map(|group| self.score(question, group)?.outcome.score());
        Some([first?, second?])
    }

    /// Two groups over the questions of an element that they both have a score for, if those are enough of either.
    fn pair(&self, questions: &[QuestionGap<'_>], own: &[ElementScore], pair: [usize; 2]) -> Option<Pair> {
        let compared = questions.iter().filter_map(|question| self.compared(question, pair));
        let compared: Vec<[&Fraction; 2]> = compared.collect();
        let enough = pair.iter().all(|&group| is_half(compared.len(), own[group].asked));
        let means = [0, 1].map(|side| mean(compared.iter().map(|scores| scores[side])));
        let [Some(first), Some(second)] = means else {
            return None;
        };
        enough.then(|| Pair::of(pair, [first, second], compared.len()))
    }

    fn verdict(&self, pair: &Pair) -> Verdict {
        let groups = pair.between.map(|group| self.groups[group].profile);
        if pair.difference() < limit(&groups[0].questionnaire.scale) {
            Verdict::UnderLimit
        } else if groups.iter().any(|group| group.mode == Mode::Joint) {
            Verdict::Joint
        } else if groups.iter().any(|group| group.participants < ENOUGH) {
            Verdict::Few
        } else {
            Verdict::Clear
        }
    }

    fn can_be_clear(&self, pair: [usize; 2]) -> bool {
        let counts = |group: usize| {
            let profile = self.groups[group].profile;
            profile.mode.counts() && profile.participants >= ENOUGH
        };
        pair.into_iter().all(counts)
    }

    fn cautions(&self) -> Vec<Caution> {
        let profiles = || self.groups.iter().map(|group| group.profile);
        let any_two = |differ: &dyn Fn(&Profile, &Profile) -> bool| {
            profiles().any(|one| profiles().any(|other| differ(one, other)))
        };
        let scores = self.elements.iter().flat_map(|element| &element.own);
        let mut scores = scores.flat_map(|element| &element.questions);
        let days = profiles().map(|profile| profile.date);
        let apart = days.clone().max().zip(days.min());
        let same_numbers = |one: &Scale, other: &Scale| one.numbers() == other.numbers();
        let all = [
            (
                Caution::Teams,
                any_two(&|one, other| !same_team(&one.team, &other.team)),
            ),
            (
                Caution::Kinds,
                any_two(&|one, other| Limits::between(one.mode, other.mode, &self.asked.scale).kinds_differ),
            ),
            (Caution::Joint, profiles().any(|profile| profile.mode == Mode::Joint)),
            (
                Caution::Few,
                profiles().any(|profile| profile.mode.counts() && profile.participants < ENOUGH),
            ),
            (
                Caution::FarApart,
                apart.is_some_and(|(last, first)| (last - first).num_days() >= FAR_APART),
            ),
            (
                Caution::Scale,
                any_two(&|one, other| !same_numbers(&one.questionnaire.scale, &other.questionnaire.scale)),
            ),
            (
                Caution::Labels,
                any_two(&|one, other| {
                    same_numbers(&one.questionnaire.scale, &other.questionnaire.scale) && other_labels(one, other)
                }),
            ),
            (Caution::Thin, scores.any(|question| question.thin)),
        ];
        all.into_iter()
            .filter_map(|(caution, is_so)| is_so.then_some(caution))
            .collect()
    }
}

/// The smallest difference of an element that can be clear: a quarter of the scale's length, and at least 0.8.
pub fn limit(scale: &Scale) -> Fraction {
    fraction(scale.points() as u64 - 1, 4).max(fraction(4, 5))
}

#[cfg(test)]
mod tests;
