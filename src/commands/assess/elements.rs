//! Which elements a meeting is about: those that `--elements` names, the lowest of last time, or all.

use crate::{
    commands::named,
    fault::Fault,
    lang::Lang,
    questionnaire::Questionnaire,
    scoring::WEAKEST,
    store::{Head, Stored},
    text::visible,
};

/// What stands for the lowest elements of last time, in either language.
const LOWEST: [&str; 3] = ["lowest", "laagste", "laagst"];

/// The elements that someone chose.
pub(super) struct Chosen {
    /// By their ids; none and no [`lowest`](Chosen::lowest) means all.
    ids: Vec<String>,
    /// Whether the lowest of last time are among them.
    lowest: bool,
}

impl Chosen {
    /// Reads what `--elements` names.
    pub(super) fn new(typed: &[String], questionnaire: &Questionnaire) -> Result<Chosen, Fault> {
        let is_lowest = |name: &&String| LOWEST.contains(&name.trim().to_lowercase().as_str());
        let (lowest, typed): (Vec<&String>, Vec<&String>) = typed.iter().partition(is_lowest);
        let ids = typed
            .into_iter()
            .map(|typed| Ok(named::element(questionnaire, typed)?.id.clone()));
        Ok(Chosen {
            ids: ids.collect::<Result<_, Fault>>()?,
            lowest: !lowest.is_empty(),
        })
    }

    /// The ids of these elements, none where all are asked; `earlier` are the team's profiles before this meeting.
    pub(super) fn ids<'h>(
        mut self,
        questionnaire: &Questionnaire,
        earlier: impl DoubleEndedIterator<Item = &'h Head>,
    ) -> Result<Vec<String>, Fault> {
        if self.lowest {
            self.ids.extend(lowest(questionnaire, earlier)?);
        }
        Ok(self.ids)
    }
}

/// The elements that were marked when the team last went through all of this questionnaire.
fn lowest<'h>(
    questionnaire: &Questionnaire,
    earlier: impl DoubleEndedIterator<Item = &'h Head>,
) -> Result<Vec<String>, Fault> {
    let mut of_this = earlier.rev().filter(|head| head.questionnaire == questionnaire.id);
    let last = of_this.find_map(|head| match head.load() {
        Ok(stored) if stored.profile.asked_only.is_some() => None,
        loaded => Some(loaded),
    });
    let Some(Stored { profile: last, .. }) = last.transpose()? else {
        let known = known(questionnaire);
        return Err(Fault::wrong_use(|lang| lang.no_lowest_yet(&known)));
    };
    let marked = last.scores(WEAKEST).weakest.into_iter();
    let ids: Vec<String> = marked
        .map(|index| last.questionnaire.elements[index].id.clone())
        .filter(|id| questionnaire.element(id).is_some())
        .collect();
    if ids.is_empty() {
        let known = known(questionnaire);
        return Err(Fault::wrong_use(|lang: Lang| {
            lang.no_lowest_then(&lang.date(last.date), &known)
        }));
    }
    Ok(ids)
}

/// The ids of all elements, to choose from.
fn known(questionnaire: &Questionnaire) -> String {
    let ids: Vec<&str> = questionnaire
        .elements
        .iter()
        .map(|element| element.id.as_str())
        .collect();
    visible(&ids.join(", ")).into_owned()
}
