//! A picture of many teams as JSON. Its teams are written one after the other: there may be a hundred thousand.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::write;
use crate::{
    fraction::plain,
    lang::Lang,
    overview::{Distribution, Other, Overview, Skipped, Standing},
    questionnaire::At,
};

#[derive(Serialize)]
struct OverviewJson<'o> {
    questionnaire: &'o str,
    questionnaire_version: u32,
    title: &'o str,
    group: Option<&'o str>,
    anonymous: bool,
    from: Option<String>,
    to: Option<String>,
    teams: usize,
    profiles: usize,
    copies: usize,
    drafts: usize,
    skipped: Vec<SkippedJson<'o>>,
    others: Vec<OtherJson<'o>>,
    elements: Vec<ElementJson<'o>>,
    questions: Vec<QuestionJson<'o>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standings: Option<Standings<'o>>,
}

/// What can't be used; in an anonymous picture without its name.
#[derive(Serialize)]
struct SkippedJson<'o> {
    file: Option<&'o str>,
    reason: Option<&'o str>,
}

#[derive(Serialize)]
struct OtherJson<'o> {
    id: &'o str,
    version: u32,
    title: &'o str,
    profiles: usize,
}

#[derive(Serialize)]
struct ElementJson<'o> {
    id: &'o str,
    title: &'o str,
    #[serde(flatten)]
    distribution: DistributionJson,
    weakest: Option<usize>,
    bands: Option<BandsJson>,
    often_unknown: Option<usize>,
}

#[derive(Serialize)]
struct BandsJson {
    strong: usize,
    discuss: usize,
    discuss_first: usize,
}

#[derive(Serialize)]
struct QuestionJson<'o> {
    id: String,
    text: &'o str,
    #[serde(flatten)]
    distribution: DistributionJson,
    divided: Option<usize>,
}

#[derive(Serialize)]
struct DistributionJson {
    teams: usize,
    lowest: Option<f64>,
    q1: Option<f64>,
    median: Option<f64>,
    q3: Option<f64>,
    highest: Option<f64>,
}

/// The teams side by side, made while they are written.
struct Standings<'o>(&'o Overview);

#[derive(Serialize)]
struct StandingJson<'o> {
    team: &'o str,
    folder: Option<&'o str>,
    date: String,
    mode: &'static str,
    participants: u32,
    elements: Vec<StandingElementJson<'o>>,
}

#[derive(Serialize)]
struct StandingElementJson<'o> {
    id: &'o str,
    score: Option<f64>,
    band: Option<&'static str>,
    weakest: bool,
}

/// Writes a picture of many teams, as `ips overview --json` prints it.
///
/// # Errors
/// Those of `out`.
pub fn overview(out: &mut dyn Write, overview: &Overview, lang: Lang) -> io::Result<()> {
    let questionnaire = &overview.questionnaire;
    let elements = questionnaire.elements.iter().zip(&overview.elements);
    let elements = elements.map(|(element, picture)| ElementJson {
        id: &element.id,
        title: &element.title,
        distribution: distribution_json(&picture.distribution),
        weakest: picture.weakest,
        bands: picture.bands.map(|[strong, discuss, discuss_first]| BandsJson {
            strong,
            discuss,
            discuss_first,
        }),
        often_unknown: picture.often_unknown,
    });
    let json = OverviewJson {
        questionnaire: &questionnaire.id,
        questionnaire_version: questionnaire.version,
        title: &questionnaire.title,
        group: overview.group.as_deref(),
        anonymous: overview.anonymous,
        from: overview.from.map(|day| day.to_string()),
        to: overview.to.map(|day| day.to_string()),
        teams: overview.teams,
        profiles: overview.profiles,
        copies: overview.copies,
        drafts: overview.drafts,
        skipped: overview
            .skipped
            .iter()
            .map(|skipped| skipped_json(skipped, lang))
            .collect(),
        others: overview.others.iter().map(other_json).collect(),
        elements: elements.collect(),
        questions: questionnaire.places().map(|at| question_json(overview, at)).collect(),
        standings: (!overview.anonymous).then_some(Standings(overview)),
    };
    write(out, &json)
}

fn skipped_json(skipped: &Skipped, lang: Lang) -> SkippedJson<'_> {
    SkippedJson {
        file: skipped.file.as_deref(),
        reason: skipped.reason.as_ref().map(|reason| reason.text(lang)),
    }
}

fn other_json(other: &Other) -> OtherJson<'_> {
    OtherJson {
        id: &other.id,
        version: other.version,
        title: &other.title,
        profiles: other.profiles,
    }
}

fn question_json(overview: &Overview, at: At) -> QuestionJson<'_> {
    let picture = overview.question(at);
    QuestionJson {
        id: overview.questionnaire.full_id(at),
        text: &overview.questionnaire.question(at).text,
        distribution: distribution_json(&picture.distribution),
        divided: picture.divided,
    }
}

fn distribution_json(distribution: &Distribution) -> DistributionJson {
    let Distribution {
        teams,
        lowest,
        q1,
        median,
        q3,
        highest,
    } = distribution;
    let [lowest, q1, median, q3, highest] = [lowest, q1, median, q3, highest].map(|value| value.as_ref().map(plain));
    DistributionJson {
        teams: *teams,
        lowest,
        q1,
        median,
        q3,
        highest,
    }
}

impl Serialize for Standings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Standings(overview) = self;
        let standings = overview.standings.iter();
        serializer.collect_seq(standings.map(|standing| standing_json(overview, standing)))
    }
}

fn standing_json<'o>(overview: &'o Overview, standing: &'o Standing) -> StandingJson<'o> {
    let elements = overview.questionnaire.elements.iter().enumerate();
    StandingJson {
        team: &standing.team,
        folder: standing.folder.as_deref(),
        date: standing.date.to_string(),
        mode: standing.mode.word(),
        participants: standing.participants,
        elements: elements
            .map(|(index, element)| StandingElementJson {
                id: &element.id,
                score: standing.score(index).as_ref().map(plain),
                band: standing.band(index).map(crate::scoring::Band::word),
                weakest: standing.is_weakest(index),
            })
            .collect(),
    }
}
