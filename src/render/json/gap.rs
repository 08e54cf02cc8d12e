//! Groups side by side as JSON.

use serde::Serialize;

use super::to_text;
use crate::{
    fraction::plain,
    gap::{Caution, ElementGap, Gap, Pair, QuestionGap, Verdict},
    scoring::{ElementScore, Outcome},
};

#[derive(Serialize)]
struct GapJson<'p> {
    questionnaire: &'p str,
    mirrored: bool,
    groups: Vec<GroupJson<'p>>,
    elements: Vec<ElementJson<'p>>,
    cautions: Vec<&'static str>,
}

#[derive(Serialize)]
struct GroupJson<'p> {
    name: &'p str,
    team: &'p str,
    group: Option<&'p str>,
    date: String,
    mode: &'static str,
    participants: u32,
    questionnaire: &'p str,
}

#[derive(Serialize)]
struct ElementJson<'p> {
    id: &'p str,
    title: &'p str,
    scores: Vec<Option<f64>>,
    difference: Option<f64>,
    between: Option<[usize; 2]>,
    means: Option<[f64; 2]>,
    compared: usize,
    clear: bool,
    often_unknown: Vec<bool>,
    questions: Vec<QuestionJson<'p>>,
}

#[derive(Serialize)]
struct QuestionJson<'p> {
    id: &'p str,
    text: &'p str,
    texts: Vec<Option<&'p str>>,
    scores: Vec<Option<f64>>,
    outcomes: Vec<Option<&'static str>>,
    thin: Vec<bool>,
    difference: Option<f64>,
    between: Option<[usize; 2]>,
}

/// Groups side by side, as `ips gap --json` prints them.
pub fn gap(gap: &Gap<'_>) -> String {
    let groups = gap.groups.iter().map(|group| GroupJson {
        name: &group.name,
        team: &group.profile.team,
        group: group.profile.group.as_deref(),
        date: group.profile.date.to_string(),
        mode: group.profile.mode.word(),
        participants: group.profile.participants,
        questionnaire: &group.profile.questionnaire.id,
    });
    to_text(&GapJson {
        questionnaire: &gap.asked.id,
        mirrored: gap.is_mirrored,
        groups: groups.collect(),
        elements: gap.elements.iter().map(|element| element_json(gap, element)).collect(),
        cautions: gap.cautions.iter().copied().map(Caution::word).collect(),
    })
}

fn element_json<'g>(gap: &'g Gap<'_>, line: &'g ElementGap<'_>) -> ElementJson<'g> {
    let pair = line.pair.as_ref();
    ElementJson {
        id: &line.element.id,
        title: &line.element.title,
        scores: line.own.iter().map(|own| own.score.as_ref().map(plain)).collect(),
        difference: difference(pair),
        between: pair.map(|pair| pair.between),
        means: pair.map(|pair| [plain(&pair.means[0]), plain(&pair.means[1])]),
        compared: pair.map_or(0, |pair| pair.compared),
        clear: line.verdict == Verdict::Clear,
        often_unknown: line.own.iter().map(ElementScore::is_often_unknown).collect(),
        questions: line
            .questions
            .iter()
            .map(|question| question_json(gap, question))
            .collect(),
    }
}

fn question_json<'g>(gap: &'g Gap<'_>, line: &'g QuestionGap<'_>) -> QuestionJson<'g> {
    let groups = 0..gap.groups.len();
    let scores = || groups.clone().map(|group| gap.score(line, group));
    let pair = line.pair.as_ref();
    QuestionJson {
        id: &line.id,
        text: &line.question.text,
        texts: groups
            .clone()
            .map(|group| gap.asked_of(line, group).map(|asked| asked.text.as_str()))
            .collect(),
        scores: scores()
            .map(|score| score.and_then(|score| score.outcome.score()).map(plain))
            .collect(),
        outcomes: scores()
            .map(|score| score.map(|score| Outcome::word(&score.outcome)))
            .collect(),
        thin: scores().map(|score| score.is_some_and(|score| score.thin)).collect(),
        difference: difference(pair),
        between: pair.map(|pair| pair.between),
    }
}

fn difference(pair: Option<&Pair>) -> Option<f64> {
    pair.map(|pair| plain(&pair.difference()))
}
