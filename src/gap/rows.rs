//! Which questions stand side by side.

use crate::{
    fault::Fault,
    lang::Lang,
    profile::Profile,
    questionnaire::{At, Element, Question, Questionnaire},
    text::visible,
};

/// The questions that stand side by side, below their elements.
pub(super) struct Rows<'p> {
    /// Whose elements they are.
    pub asked: &'p Questionnaire,
    /// Whether only mirrored ones are there.
    pub is_mirrored: bool,
    pub elements: Vec<(&'p Element, Vec<Row<'p>>)>,
}

/// A question, and where each group was asked it.
pub(super) struct Row<'p> {
    pub id: String,
    pub question: &'p Question,
    pub at: Vec<Option<At>>,
}

/// Those of these profiles.
pub(super) fn of<'p>(profiles: &[(&'p Profile, String)]) -> Result<Rows<'p>, Fault> {
    let asked_of_all = || profiles.iter().map(|(profile, _)| &profile.questionnaire);
    let mut ids: Vec<&str> = asked_of_all().map(|asked| asked.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let is_base = |id: &&str| {
        let mut others = asked_of_all().filter(|asked| asked.id != **id);
        others.all(|other| asked_of_all().any(|asked| asked.id == **id && mirrors(other, asked)))
    };
    let Some(base) = ids.iter().find(|id| is_base(id)) else {
        let ids: Vec<String> = ids.iter().map(|id| visible(id).into_owned()).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        return Err(Fault::failed(|lang: Lang| lang.nothing_mirrors(&lang.all_of(&ids))));
    };
    let is_mirrored = ids.len() > 1;
    // The newest version first: its order and words count. What only others asked comes behind it.
    let mut bases: Vec<&Questionnaire> = asked_of_all().filter(|asked| asked.id == *base).collect();
    bases.sort_by_key(|asked| std::cmp::Reverse(asked.version));
    let mut elements: Vec<(&'p Element, Vec<Row<'p>>)> = Vec::new();
    for place in bases
        .iter()
        .flat_map(|asked| asked.places().map(move |at| (*asked, at)))
    {
        let (asked, (element, question)) = place;
        let element = &asked.elements[element];
        let known = elements.iter().position(|(known, _)| known.id == element.id);
        let known = known.unwrap_or_else(|| {
            elements.push((element, Vec::new()));
            elements.len() - 1
        });
        let rows = &mut elements[known].1;
        let question = &element.questions[question];
        if rows.iter().any(|row| row.question.id == question.id) {
            continue;
        }
        let id = format!("{}.{}", element.id, question.id);
        let at = asked_of_all().map(|asked| {
            if asked.id == *base {
                return asked.find(&id);
            }
            let is_mirror = |at: &At| asked.question(*at).mirrors.as_ref() == Some(&id);
            asked.places().find(is_mirror)
        });
        let at: Vec<Option<At>> = at.collect();
        let is_in_mirror = asked_of_all()
            .zip(&at)
            .any(|(asked, at)| asked.id != *base && at.is_some());
        if !is_mirrored || is_in_mirror {
            rows.push(Row { id, question, at });
        }
    }
    elements.retain(|(_, rows)| !rows.is_empty());
    Ok(Rows {
        asked: bases[0],
        is_mirrored,
        elements,
    })
}

/// Whether a question of one mirrors a question of the other.
fn mirrors(one: &Questionnaire, other: &Questionnaire) -> bool {
    let mut mirrored = one.places().filter_map(|at| one.question(at).mirrors.as_deref());
    mirrored.any(|id| other.find(id).is_some())
}
