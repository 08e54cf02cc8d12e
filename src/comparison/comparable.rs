//! What can be compared: two meetings of which the numbers mean the same, and two questions that ask the same.

use super::Reason;
use crate::{
    fault::Fault,
    lang::Lang,
    profile::{Profile, same_team},
    questionnaire::{Question, Questionnaire},
    text::{folded, visible},
};

/// Why two questions with one id don't ask the same; nothing where they do: in the same words, or in another language in the
/// same version, with the same answers that count the same way.
pub(crate) fn other_question(
    (before, old): (&Questionnaire, &Question),
    (after, new): (&Questionnaire, &Question),
) -> Option<Reason> {
    let one_language = before.lang == after.lang;
    let same_text = old.text == new.text || folded(&old.text) == folded(&new.text);
    if !same_text && (one_language || before.version != after.version) {
        Some(Reason::TextChanged)
    } else if old.reverse != new.reverse {
        Some(Reason::ReverseChanged)
    } else if one_language && old.labels.as_deref().map(plain_labels) != new.labels.as_deref().map(plain_labels) {
        Some(Reason::LabelsChanged)
    } else {
        None
    }
}

/// Labels without what people can't see apart.
pub(super) fn plain_labels(labels: &[Option<String>]) -> Vec<Option<String>> {
    labels.iter().map(|label| label.as_deref().map(folded)).collect()
}

/// Refuses two profiles whose numbers mean different things.
///
/// # Errors
/// When they are of two teams or groups, of two questionnaires, or on scales with other numbers.
pub(crate) fn refuse_other(before: &Profile, after: &Profile) -> Result<(), Fault> {
    if !same_team(&before.team, &after.team) {
        let (before, after) = (visible(&before.team), visible(&after.team));
        return Err(Fault::failed(|lang: Lang| lang.other_team(&before, &after)));
    }
    let whose = [before.whose(), after.whose()];
    if whose[0].key() != whose[1].key() {
        let [before, after] = whose.map(|whose| visible(&whose.to_string()).into_owned());
        return Err(Fault::failed(|lang: Lang| lang.other_group(&before, &after)));
    }
    let (old, new) = (&before.questionnaire, &after.questionnaire);
    if old.id != new.id {
        let (old, new) = (visible(&old.id), visible(&new.id));
        return Err(Fault::failed(|lang: Lang| lang.other_questionnaire(&old, &new)));
    }
    if old.scale.numbers() != new.scale.numbers() {
        return Err(Fault::failed(Lang::other_scale));
    }
    Ok(())
}
