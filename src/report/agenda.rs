//! What the agenda of a meeting says: its parts in words, with what the newest profile gives to talk about.

use super::{AgreementLine, QuestionLine, Report, Topic};
use crate::{
    agenda::{Agenda, Part},
    content::activities::{Activity, Step},
    lang::Lang,
    text::safe,
};

/// What is to be said on an agenda.
#[derive(Clone, Debug)]
pub struct AgendaReport {
    /// The language of the sentences.
    pub lang: Lang,
    /// The language of the questions.
    pub asked_in: Lang,
    /// What the team calls itself, safe to show.
    pub team: String,
    /// The day of the meeting in words, and how long it takes.
    pub head: Vec<String>,
    /// The parts in their order.
    pub parts: Vec<PartLine>,
    /// The day of the newest profile in words.
    pub profile_date: String,
    /// Who sat there at that profile, by function.
    pub functions: Option<String>,
    /// The open agreements, as they stand on that day.
    pub agreements: Vec<AgreementLine>,
    /// The question that is brought in, where it is known.
    pub question: Option<String>,
    /// The way of working.
    pub activity: ActivityLine,
    /// Which elements hardly differ from the weakest; or that none stands out, or that there is too little to tell.
    pub about_weakest: Option<String>,
    /// Whether the newest profile has questions that stand out: these.
    pub to_talk: bool,
    /// What to talk about: the elements that the team often doesn't know, then the weakest.
    pub talk: Vec<Topic>,
    /// The most divided questions.
    pub divided: Vec<QuestionLine>,
    /// The day of the meeting after this one, in words.
    pub next: String,
    /// Where the questions come from.
    pub source: Option<String>,
}

/// A part of the meeting.
#[derive(Clone, Debug)]
pub struct PartLine {
    /// Which it is.
    pub part: Part,
    /// Its number, name and time: `1. Welkom · 10 minuten`.
    pub title: String,
}

/// The way of working of a meeting.
#[derive(Clone, Debug)]
pub struct ActivityLine {
    /// What it is good for.
    pub purpose: String,
    /// What has to be there.
    pub needs: String,
    /// What to do, with the minutes that it takes.
    pub steps: Vec<(String, String)>,
    /// Where it comes from.
    pub source: String,
}

impl AgendaReport {
    /// Says everything on an agenda. `report` is that of the newest profile; `open` are the agreements that are
    /// still open, as they stand on the day of the meeting.
    pub fn new(agenda: &Agenda, report: Report, open: Vec<AgreementLine>, question: Option<&str>) -> AgendaReport {
        let lang = report.lang;
        let to_talk = AgendaReport::has_talk(&report);
        let parts = (1..).zip(&agenda.parts).map(|(number, (part, minutes))| {
            let name = format!("{number}. {}", part_name(*part, &agenda.activity, lang));
            PartLine {
                part: *part,
                title: match minutes {
                    0 => name,
                    minutes => format!("{name} · {}", lang.minutes(*minutes as usize)),
                },
            }
        });
        AgendaReport {
            lang,
            asked_in: report.asked_in,
            team: report.team,
            head: vec![
                capitalized(&lang.weekday_date(agenda.date)),
                lang.minutes(agenda.minutes as usize),
            ],
            parts: parts.collect(),
            profile_date: report.date,
            functions: report.functions,
            agreements: open,
            question: question.map(safe),
            activity: activity_line(&agenda.activity, lang),
            to_talk,
            about_weakest: report.about_weakest,
            talk: report.talk,
            divided: report.divided,
            next: lang.weekday_date(agenda.next),
            source: report.source,
        }
    }

    /// Whether the newest profile has questions that stand out.
    pub fn has_talk(report: &Report) -> bool {
        !report.talk.is_empty() || !report.divided.is_empty()
    }
}

fn part_name(part: Part, activity: &Activity, lang: Lang) -> String {
    match part {
        Part::Welcome => lang.welcome_part(),
        Part::Agreements => lang.agreements_part(),
        Part::Question => lang.question_part(),
        Part::Activity => lang.activity_part(&safe(&activity.title)),
        Part::Talk => lang.talk_part(),
        Part::Closing => lang.closing_part(),
    }
}

fn activity_line(activity: &Activity, lang: Lang) -> ActivityLine {
    let source = safe(&activity.source);
    let step = |step: &Step| (safe(&step.text), lang.minutes(step.minutes as usize));
    ActivityLine {
        purpose: safe(&activity.purpose),
        needs: lang.needed(&safe(&activity.needs)),
        steps: activity.steps.iter().map(step).collect(),
        source: if activity.own {
            lang.idea_from(&source)
        } else {
            lang.taken_from(&source)
        },
    }
}

/// With a capital at the start; for words of our own.
fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.collect::<String>() + rest.as_str()
}
