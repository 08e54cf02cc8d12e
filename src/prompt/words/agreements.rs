//! What is said of agreements: the look back, the list to choose from, and the lines in which one is typed.

use crate::{
    agreement::{AgreementField, AgreementState, Due},
    lang::Lang,
    prompt::keys::STATES,
    report::{AgreementLine, element_score, state_words},
    scoring::{Scores, WEAKEST},
    session::{About, Session},
    text::safe,
};

/// How an agreement can stand when a team looks back at it, each behind its key.
pub(crate) fn states(lang: Lang) -> [String; 3] {
    STATES.map(|(key, state)| match state {
        AgreementState::Open => format!("{key} {}", lang.still_open()),
        state => format!("{key} {}", state_words(lang, state)),
    })
}

/// An agreement of an earlier meeting that a team looks back at, as it stands with what is chosen and the new day that is
/// typed.
pub(crate) fn looked_back_at(
    lang: Lang,
    session: &Session,
    index: usize,
    chosen: Option<(AgreementState, &str)>,
) -> AgreementLine {
    let (profile, mut agreement) = (session.profile(), session.carried_over(index).clone());
    if let Some((state, due)) = chosen
        && let Ok(due) = Due::typed(due, profile.date)
    {
        agreement.now_stands(state, due);
    }
    // When it was made stands above it.
    AgreementLine {
        made: None,
        ..AgreementLine::new(
            &agreement,
            profile.title_of(&agreement),
            profile.date,
            profile.date,
            lang,
        )
    }
}

/// What is asked about how that agreement stands.
pub(crate) fn follow_up_note(lang: Lang, session: &Session, index: usize) -> String {
    if session.carried_over(index).note.is_some() {
        lang.follow_up_note_again()
    } else {
        lang.follow_up_note()
    }
}

/// When that agreement was made.
pub(crate) fn agreed_on(lang: Lang, session: &Session, index: usize) -> String {
    let made = session.carried_over(index).made.unwrap_or(session.profile().date);
    lang.agreed_on(&lang.date(made))
}

/// The agreements about an element that are still open after looking back.
pub(crate) fn still_agreed(lang: Lang, session: &Session, element: usize) -> Vec<String> {
    let id = &session.profile().questionnaire.elements[element].id;
    let agreements = session.profile().agreements.iter();
    let open = agreements.filter(|agreement| {
        agreement.is_carried_over() && agreement.state == AgreementState::Open && agreement.element == *id
    });
    open.map(|agreement| lang.still_agreed(&safe(&agreement.what)))
        .collect()
}

/// An element's title with its score, as the heading above its agreement.
pub(crate) fn element_heading(lang: Lang, session: &Session, scores: &Scores, element: usize) -> String {
    let title = safe(&session.profile().questionnaire.elements[element].title);
    match element_score(session.profile(), scores, element, lang) {
        Some(score) => format!("{title} ({})", score.text),
        None => title,
    }
}

/// What stands above an agreement: that it is changed where it begins anew at its first line.
pub(crate) fn agreement_heading(lang: Lang, about: About, field: AgreementField, element: &str) -> String {
    match (about, field) {
        (About::Made(_), AgreementField::What) => lang.agreement_changed(element),
        _ => lang.agreement_on(element),
    }
}

/// Something that the next agreement can be about, or an agreement that can be changed.
pub(crate) struct Choice {
    /// The element's title, or what was agreed.
    pub title: String,
    /// The element's score.
    pub score: String,
    /// That it is among the lowest, that it has an agreement.
    pub remarks: Vec<String>,
    /// Whether it is among the lowest.
    pub lowest: bool,
}

impl Choice {
    /// All of it in one line of words.
    pub fn in_words(&self) -> String {
        let parts = [&self.title, &self.score].into_iter().chain(&self.remarks);
        let parts: Vec<&str> = parts.map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}

/// The elements in their order, then the agreements of this meeting.
pub(crate) fn agreement_choices(lang: Lang, session: &Session) -> Vec<Choice> {
    let profile = session.profile();
    let scores = profile.scores(WEAKEST);
    let made = session.made();
    let elements = profile
        .questionnaire
        .elements
        .iter()
        .enumerate()
        .map(|(index, element)| {
            let lowest = scores.weakest.contains(&index);
            let has = made
                .iter()
                .any(|&place| profile.agreements[place].element == element.id);
            let remarks = [(lowest, lang.weakest()), (has, lang.has_agreement())];
            Choice {
                title: safe(&element.title),
                score: element_score(profile, &scores, index, lang).map_or_else(String::new, |score| score.text),
                remarks: remarks
                    .into_iter()
                    .filter(|(is, _)| *is)
                    .map(|(_, words)| words)
                    .collect(),
                lowest,
            }
        });
    let made = made.iter().map(|&place| Choice {
        title: lang.change_agreement(safe(&profile.agreements[place].what).trim_end_matches('.')),
        score: String::new(),
        remarks: Vec::new(),
        lowest: false,
    });
    elements.chain(made).collect()
}

/// What a line of an agreement is about.
pub(crate) fn agreement_line(lang: Lang, field: AgreementField) -> String {
    match field {
        AgreementField::What => lang.agreement_what(),
        AgreementField::Who => lang.agreement_who(),
        AgreementField::When => lang.agreement_due(),
    }
}

/// What a line of an agreement asks, and what an empty first one does.
pub(crate) fn agreement_asked(lang: Lang, about: About, field: AgreementField) -> String {
    match (about, field) {
        (About::New(_), AgreementField::What) => lang.agreement_what_new(),
        (About::Made(_), AgreementField::What) => lang.agreement_what_made(),
        _ => agreement_line(lang, field),
    }
}
