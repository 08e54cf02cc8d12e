//! Which elements a meeting is about: those that `--elements` names, the lowest of last time, or all.

use crate::{
    fault::Fault, lang::Lang, profile::Profile, questionnaire::Questionnaire, scoring::WEAKEST, text::visible,
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
    pub(super) fn new(named: &[String], questionnaire: &Questionnaire) -> Result<Chosen, Fault> {
        let named = named.iter().map(|name| name.trim());
        let (lowest, ids): (Vec<&str>, Vec<&str>) =
            named.partition(|name| LOWEST.contains(&name.to_lowercase().as_str()));
        let unknown: Vec<&str> = ids
            .iter()
            .copied()
            .filter(|id| questionnaire.element(id).is_none())
            .collect();
        if !unknown.is_empty() {
            let (unknown, known) = (visible(&unknown.join(", ")).into_owned(), known(questionnaire));
            return Err(Fault::wrong_use(|lang| lang.unknown_elements(&unknown, &known)));
        }
        Ok(Chosen {
            ids: ids.into_iter().map(str::to_owned).collect(),
            lowest: !lowest.is_empty(),
        })
    }

    /// The ids of these elements, none where all are asked; `earlier` are the team's profiles before this meeting.
    pub(super) fn ids<'p>(
        mut self,
        questionnaire: &Questionnaire,
        earlier: impl DoubleEndedIterator<Item = &'p Profile>,
    ) -> Result<Vec<String>, Fault> {
        if self.lowest {
            self.ids.extend(lowest(questionnaire, earlier)?);
        }
        Ok(self.ids)
    }
}

/// The elements that were marked when the team last went through all of this questionnaire.
fn lowest<'p>(
    questionnaire: &Questionnaire,
    earlier: impl DoubleEndedIterator<Item = &'p Profile>,
) -> Result<Vec<String>, Fault> {
    let whole = |profile: &&Profile| profile.questionnaire.id == questionnaire.id && profile.asked_only.is_none();
    let Some(last) = earlier.rev().find(whole) else {
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
