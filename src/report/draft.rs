//! What is to be said about a draft: that it is one, what is still open, and how to go on.

use super::Report;
use crate::{lang::Lang, profile::Profile, questionnaire::At, scoring::Scores, text::safe};

/// What is to be said about a profile that isn't finished.
#[derive(Clone, Debug)]
pub struct DraftReport {
    /// That it is a draft, and how many of its questions have an answer.
    pub title: String,
    /// What is there so far.
    pub so_far: Report,
    /// The questions without an answer, behind their numbers in the interview.
    pub open: Vec<(usize, String)>,
    /// How to go on.
    pub next: String,
}

impl DraftReport {
    /// Says everything about a draft, in one language. `resume` is the command that goes on with it.
    pub fn new(draft: &Profile, scores: &Scores, lang: Lang, resume: &str) -> DraftReport {
        let asked = draft.asked();
        let text = |at: At| safe(&draft.questionnaire.question(at).text);
        let open: Vec<(usize, String)> = (1..)
            .zip(&asked)
            .filter(|(_, at)| draft.response(**at).tally.is_none())
            .map(|(number, &at)| (number, text(at)))
            .collect();
        DraftReport {
            title: title(draft, lang),
            so_far: Report::new(draft, scores, lang),
            open,
            next: lang.draft_goes_on(resume),
        }
    }
}

/// That a profile is a draft, and how many of its questions have an answer.
pub(super) fn title(draft: &Profile, lang: Lang) -> String {
    let asked = draft.asked();
    let answered = asked.iter().filter(|&&at| draft.response(at).tally.is_some());
    lang.draft_so_far(answered.count(), asked.len())
}
