//! Forms that each member filled in alone become one profile: of the answers the counts, and of a form nothing else.

use std::collections::BTreeMap;

use crate::{
    answers::Answers,
    fault::Problem,
    lang::{Lang, Sentence},
    profile::{NOTE_CHARS, Profile, same_team},
    questionnaire::At,
    tally::{MAX_PARTICIPANTS, Tally},
};

/// So many forms there are at least, where nobody chose: of fewer, each can guess who answered what.
pub const AT_LEAST: usize = 5;

/// So many at least, where a group is small and that was chosen.
pub const AT_LEAST_CHOSEN: usize = 3;

/// A form that came back.
#[derive(Clone, Debug)]
pub struct Form {
    /// The file that it was read from, as it was named.
    pub file: String,
    /// Its row, where the file is a table of forms.
    pub row: Option<usize>,
    /// What the form calls itself, if it does: no two forms are called the same.
    pub id: Option<String>,
    /// The group that it was made for, if it says so.
    pub group: Option<String>,
    /// What the member answered.
    pub answers: Answers,
}

/// What was chosen.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// So many forms there have to be.
    pub at_least: usize,
    /// Whether two members may have answered everything alike.
    pub allow_same: bool,
    /// Whether the notes are kept.
    pub with_notes: bool,
}

/// Counts the answers of all forms in a profile without any. Which form comes first makes no difference.
///
/// # Errors
/// Everything that is wrong with the forms: too few or too many, one twice, one without an answer, notes that are too long
/// together.
pub fn merge(mut profile: Profile, forms: &[Form], rules: Rules) -> Result<Profile, Vec<Problem>> {
    let mut forms: Vec<&Form> = forms.iter().collect();
    forms.sort_by_key(|form| (&form.file, form.row));
    if forms.len() > MAX_PARTICIPANTS as usize {
        let count = forms.len();
        return Err(vec![of_all(|lang| lang.too_many_forms(count, MAX_PARTICIPANTS))]);
    }
    let mut problems = Vec::new();
    problems.extend(
        forms
            .iter()
            .filter(|form| is_empty(form))
            .map(|form| form.problem(Lang::form_has_no_answer)),
    );
    problems.extend(of_other_groups(&forms, profile.group.as_deref()));
    problems.extend(twice(&forms, rules.allow_same));
    if forms.len() < rules.at_least {
        let count = forms.len();
        problems.push(of_all(|lang| lang.too_few_forms(count, rules.at_least)));
    }
    let points = profile.questionnaire.scale.points();
    for at in profile.questionnaire.places().collect::<Vec<At>>() {
        let responses = || forms.iter().filter_map(|form| form.answers.get(&at));
        let given: Vec<_> = responses()
            .filter_map(|response| response.tally.as_ref()?.single())
            .collect();
        let response = profile.response_mut(at);
        response.tally = (!given.is_empty()).then(|| Tally::of(&given, points));
        if rules.with_notes {
            let mut notes: Vec<&str> = responses().filter_map(|response| response.note.as_deref()).collect();
            notes.sort_unstable();
            let notes = notes.join("\n");
            let length = notes.chars().count();
            response.note = (!notes.is_empty()).then_some(notes);
            if length > NOTE_CHARS {
                let id = profile.questionnaire.full_id(at);
                problems.push(of_all(|lang| lang.notes_too_long(&id, length, NOTE_CHARS)));
            }
        }
    }
    profile.participants = u32::try_from(forms.len()).unwrap_or(MAX_PARTICIPANTS);
    if problems.is_empty() {
        Ok(profile)
    } else {
        Err(problems)
    }
}

/// Whether two profiles count the same forms: of one day, with the same answers to everything.
pub fn is_of_same_forms(one: &Profile, other: &Profile) -> bool {
    let counts = |profile: &Profile| {
        let responses = profile.responses.iter().flatten();
        responses.map(|response| response.tally.clone()).collect::<Vec<_>>()
    };
    one.date == other.date && one.questionnaire.id == other.questionnaire.id && counts(one) == counts(other)
}

/// How many forms say something beside their answers.
pub fn with_notes(forms: &[Form]) -> usize {
    let has_note = |form: &&Form| form.answers.values().any(|response| response.note.is_some());
    forms.iter().filter(has_note).count()
}

fn is_empty(form: &Form) -> bool {
    form.answers.values().all(|response| response.tally.is_none())
}

/// The forms that were made for another group than the one whose answers these are.
fn of_other_groups(forms: &[&Form], group: Option<&str>) -> Vec<Problem> {
    let other = |form: &&Form| {
        let made_for = form.group.as_deref()?;
        let is_it = group.is_some_and(|group| same_team(group, made_for));
        (!is_it).then(|| form.problem(|lang| lang.form_of_other_group(made_for)))
    };
    forms.iter().filter_map(other).collect()
}

/// The forms that are there before: the same form, or one that can't be told from it.
fn twice(forms: &[&Form], allow_same: bool) -> Vec<Problem> {
    let mut by_id: BTreeMap<&str, &Form> = BTreeMap::new();
    let mut problems = Vec::new();
    for form in forms {
        let Some(id) = form.id.as_deref() else { continue };
        if let Some(first) = by_id.get(id) {
            let same = first.answers == form.answers;
            let first = first.place();
            problems.push(form.problem(|lang| {
                let first = first.text(lang);
                if same {
                    lang.form_twice(first)
                } else {
                    lang.form_changed(first)
                }
            }));
        } else {
            by_id.insert(id, form);
        }
    }
    if allow_same {
        return problems;
    }
    for (place, form) in forms.iter().enumerate() {
        let is_same = |first: &&&Form| {
            let are_known = first.id.is_some() && form.id.is_some();
            !are_known && !is_empty(form) && first.answers == form.answers
        };
        if let Some(first) = forms[..place].iter().find(is_same) {
            let first = first.place();
            problems.push(form.problem(|lang| lang.forms_are_the_same(first.text(lang))));
        }
    }
    problems
}

impl Form {
    /// Where it is, in words.
    fn place(&self) -> Sentence {
        Sentence::new(|lang| match self.row {
            Some(row) => lang.row_of_file(&self.file, row),
            None => self.file.clone(),
        })
    }

    fn problem(&self, what: impl Fn(Lang) -> String) -> Problem {
        Problem {
            file: Some(self.file.clone()),
            place: None,
            more_lines: Vec::new(),
            what: Sentence::new(|lang| match self.row {
                Some(row) => lang.in_row(row, &what(lang)),
                None => what(lang),
            }),
        }
    }
}

/// What no single file is to blame for.
fn of_all(what: impl Fn(Lang) -> String) -> Problem {
    Problem {
        file: None,
        place: None,
        more_lines: Vec::new(),
        what: Sentence::new(what),
    }
}

#[cfg(test)]
mod tests;
