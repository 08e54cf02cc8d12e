//! What the screen and the plain lines say in the same words.

use crate::{
    agreement::{AgreementField, AgreementState},
    fraction::shown,
    lang::Lang,
    profile::NOTE_CHARS,
    prompt::keys::{self, STATES},
    questionnaire::Scale,
    report::{AgreementLine, counts, element_score, state_words},
    scoring::{Outcome, QuestionScore, Scores, Spread, WEAKEST},
    session::{Position, Refusal, Session},
    tally::{Answer, Mode, Tally, TallyError},
    text::safe,
};

/// Why a reply was refused, and what to do.
pub fn refusal(lang: Lang, session: &Session, refusal: Refusal) -> String {
    match (refusal, session.position()) {
        (Refusal::NothingAnswered, Position::FollowUp(_)) => lang.choose_a_state(),
        (Refusal::NothingAnswered, _) => nothing_answered(lang, session),
        (Refusal::AtFirst, Position::FollowUp(_)) => lang.at_first_agreement(),
        (Refusal::AtFirst, Position::Agreement { .. }) => lang.at_first_line(),
        (Refusal::AtFirst, _) => lang.at_first_question(),
        (Refusal::NoSuchQuestion, _) => lang.no_such_question(session.total()),
        (Refusal::TooLong, Position::Agreement { .. }) => lang.text_too_long_here(NOTE_CHARS),
        (Refusal::TooLong, _) => lang.note_too_long(NOTE_CHARS),
        (Refusal::NoSuchDay, _) => lang.no_such_day(),
        (Refusal::NotHere, _) => lang.not_here(),
    }
}

/// How an agreement can stand when a team looks back at it, each behind its key.
pub fn states(lang: Lang) -> [String; 3] {
    STATES.map(|(key, state)| match state {
        AgreementState::Open => format!("{key} {}", lang.still_open()),
        state => format!("{key} {}", state_words(lang, state)),
    })
}

/// An agreement of an earlier meeting that a team looks back at.
pub(crate) fn looked_back_at(lang: Lang, session: &Session, index: usize) -> AgreementLine {
    let (profile, agreement) = (session.profile(), session.carried_over(index));
    // When it was made stands above it.
    AgreementLine {
        made: None,
        ..AgreementLine::new(agreement, profile.title_of(agreement), profile.date, profile.date, lang)
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

/// What can be answered, in one sentence.
pub(crate) fn nothing_answered(lang: Lang, session: &Session) -> String {
    let points = session.profile().questionnaire.scale.points();
    match session.profile().mode {
        Mode::Joint => lang.choose_an_answer(points),
        Mode::Tally => lang.type_all_answers(points, &example(points).0),
    }
}

/// Why a question is listed at the review.
pub(crate) fn why_open(lang: Lang, session: &Session, index: usize) -> String {
    match session.profile().response(session.at(index)).tally {
        Some(_) => lang.dont_know(),
        None => lang.not_answered(),
    }
}

/// How everyone's answers are typed.
pub(crate) fn how_to_tally(lang: Lang, session: &Session) -> String {
    let (spaced, joined) = example(session.profile().questionnaire.scale.points());
    lang.how_to_tally(&spaced, &joined)
}

/// Answers of four people that fit the scale, with spaces (that don't wrap) and without.
fn example(points: usize) -> (String, String) {
    let numbers = [points.div_ceil(2), points, points - 1].map(|point| point.to_string());
    let [middle, highest, below] = &numbers;
    let joined = format!("{middle}{highest}?{below}").replace("10", "0");
    (format!("{middle}\u{a0}{highest}\u{a0}?\u{a0}{below}"), joined)
}

/// Why a line of answers can't be counted, and what to do.
pub(crate) fn tally_error(lang: Lang, session: &Session, error: TallyError) -> String {
    match error {
        TallyError::NotAnAnswer => nothing_answered(lang, session),
        TallyError::TooMany { given } => lang.too_many_answers(given, session.profile().participants as usize),
    }
}

/// A scale point with its label, or the sign of an answer with its meaning.
pub fn answer(lang: Lang, scale: &Scale, answer: Answer) -> String {
    match answer {
        Answer::Point(point) => format!("{point} {}", safe(&scale.labels[point as usize - 1])),
        Answer::DontKnow => format!("? {}", lang.dont_know()),
        Answer::NotApplicable => format!("- {}", lang.not_applicable()),
    }
}

/// Every answer that can be given, numbers first.
pub fn scale(lang: Lang, scale: &Scale) -> Vec<String> {
    let points = 1..=u32::try_from(scale.points()).unwrap_or(10);
    points
        .map(Answer::Point)
        .chain([Answer::DontKnow, Answer::NotApplicable])
        .map(|each| answer(lang, scale, each))
        .collect()
}

/// What was answered: the one answer with its label, or everyone's as counts.
pub fn given(lang: Lang, session: &Session, tally: &Tally) -> String {
    let scale = &session.profile().questionnaire.scale;
    match tally.single().filter(|_| session.profile().mode == Mode::Joint) {
        Some(single) => answer(lang, scale, single),
        None => counts(lang, tally),
    }
}

/// How many answered and what that makes: `7 van 8 antwoorden, gemiddeld 3,1`, or why it makes no score.
pub(crate) fn turnout(lang: Lang, session: &Session, tally: &Tally) -> String {
    let profile = session.profile();
    let voters = lang.of_participants(tally.voters(), profile.participants);
    let outcome = QuestionScore::of(Some(tally), profile.questionnaire.scale.points()).outcome;
    let result = match &outcome {
        Outcome::Scored(mean) => lang.mean_is(&shown(mean, 1, lang)),
        Outcome::NotApplicable => lang.no_score_not_applicable(),
        Outcome::DontKnow | Outcome::Unanswered | Outcome::NotAsked => lang.no_score_dont_know(),
    };
    format!("{voters}, {result}")
}

/// What a team can do with the spread of an answered question.
pub(crate) fn advice(lang: Lang, session: &Session, index: usize) -> Option<String> {
    let (element, question) = session.at(index);
    let scores = session.profile().scores(WEAKEST);
    match scores.elements[element].questions[question].spread {
        Spread::Divided => Some(lang.advice_divided()),
        Spread::FewDiffer => Some(lang.advice_few_differ()),
        Spread::Agreed => None,
    }
}

/// An element's title with its score, as the heading above its agreement.
pub(crate) fn element_heading(lang: Lang, session: &Session, scores: &Scores, element: usize) -> String {
    let title = safe(&session.profile().questionnaire.elements[element].title);
    match element_score(session.profile(), scores, element, lang) {
        Some(score) => format!("{title} ({})", score.text),
        None => title,
    }
}

/// What a line of an agreement asks.
pub(crate) fn agreement_line(lang: Lang, field: AgreementField) -> String {
    match field {
        AgreementField::What => lang.agreement_what(),
        AgreementField::Who => lang.agreement_who(),
        AgreementField::When => lang.agreement_due(),
    }
}

/// What can be done when saving failed.
pub(crate) fn save_again(lang: Lang) -> String {
    let [again, stop] = [0, 1].map(|index| keys::CANNOT_SAVE[index].said(lang));
    format!("{again}. {} {stop}.", lang.or_another_folder())
}
