//! What the screen and the plain lines say in the same words.

use crate::{
    agreement::{AgreementField, AgreementState, Due},
    content::Material,
    fraction::{fraction, shown},
    lang::Lang,
    profile::{NOTE_CHARS, TEAM_CHARS},
    prompt::keys::{self, STATES},
    questionnaire::Scale,
    report::{AgreementLine, Report, counts, element_score, state_words},
    scoring::{Outcome, QuestionScore, Scores, Spread, WEAKEST},
    session::{About, Doubt, Position, Refusal, Session, SettingKind},
    tally::{Answer, MAX_PARTICIPANTS, Mode, Tally, TallyError},
    text::safe,
    toml_file::ENTRIES,
};

/// Why a reply was refused, and what to do.
pub fn refusal(lang: Lang, session: &Session, refusal: Refusal) -> String {
    match (refusal, session.position()) {
        (Refusal::NothingAnswered, Position::FollowUp(_)) => lang.choose_a_state(),
        (Refusal::NothingAnswered, Position::Ballot) => lang.type_a_sheet(),
        (Refusal::NothingAnswered, _) => nothing_answered(lang, session),
        (Refusal::AtFirst, Position::FollowUp(_)) => lang.at_first_agreement(),
        (Refusal::AtFirst, Position::Agreement { .. }) => lang.at_first_line(),
        (Refusal::AtFirst, Position::Ballot) => lang.no_sheet_yet(),
        (Refusal::AtFirst, _) => lang.at_first_question(),
        (Refusal::NoSuchNumber, Position::Agreements) => {
            let elements = session.profile().questionnaire.elements.len();
            lang.no_such_number(elements + session.made().len())
        }
        (Refusal::NoSuchNumber, _) => lang.no_such_number(session.total()),
        (Refusal::TooLong, Position::Question(_) | Position::Spread(_) | Position::FollowUp(_)) => {
            lang.note_too_long(NOTE_CHARS)
        }
        (Refusal::SheetLength(typed), _) => lang.sheet_length(typed, session.total()),
        (Refusal::CountsStay, _) => lang.counts_stay(),
        (Refusal::CarriedOn, _) => lang.carried_on(),
        (Refusal::NoSuchDay, Position::FollowUp(_) | Position::Agreement { .. }) => lang.no_such_day(),
        (Refusal::TooManyAgreements, _) => lang.no_more_agreements(ENTRIES),
        (refusal, _) => setting_refusal(lang, refusal),
    }
}

/// Why a setting can't be so.
pub(crate) fn setting_refusal(lang: Lang, refusal: Refusal) -> String {
    match refusal {
        Refusal::BlankTeam => lang.blank_team(),
        Refusal::TeamTooLong => lang.team_too_long(TEAM_CHARS),
        Refusal::BadParticipants => lang.bad_participants(MAX_PARTICIPANTS),
        Refusal::FewerThanVotes(most) => lang.fewer_than_votes(most),
        Refusal::NoSuchMode => lang.no_such_mode(),
        Refusal::ModeStays => lang.mode_stays(),
        Refusal::Personal => lang.personal_mode(),
        Refusal::NoSuchDay => lang.no_such_meeting_day(),
        Refusal::TooLong => lang.text_too_long_here(NOTE_CHARS),
        _ => lang.not_here(),
    }
}

/// What a setting is called.
pub(crate) fn setting(lang: Lang, kind: SettingKind) -> String {
    match kind {
        SettingKind::Team => lang.setting_team(),
        SettingKind::Date => lang.setting_date(),
        SettingKind::Participants => lang.setting_participants(),
        SettingKind::Mode => lang.setting_mode(),
        SettingKind::Functions => lang.setting_functions(),
    }
}

/// What a setting is now, in words.
pub(crate) fn setting_now(lang: Lang, session: &Session, kind: SettingKind) -> String {
    let profile = session.profile();
    match kind {
        SettingKind::Team => safe(&profile.team),
        SettingKind::Date => lang.date(profile.date),
        SettingKind::Participants => profile.participants.to_string(),
        SettingKind::Mode => mode(lang, profile.mode),
        SettingKind::Functions => profile.functions.as_deref().map_or_else(|| lang.setting_none(), safe),
    }
}

/// What a setting is now, as it can be mended.
pub(crate) fn setting_typed(session: &Session, kind: SettingKind) -> String {
    let profile = session.profile();
    match kind {
        SettingKind::Team => profile.team.clone(),
        SettingKind::Date => profile.date.to_string(),
        // A number is typed anew.
        SettingKind::Participants | SettingKind::Mode => String::new(),
        SettingKind::Functions => profile.functions.clone().unwrap_or_default(),
    }
}

/// A way of answering, as it is chosen.
pub(crate) fn mode(lang: Lang, mode: Mode) -> String {
    match mode {
        Mode::Joint => lang.mode_joint_choice(),
        Mode::Tally => lang.mode_tally_choice(),
        Mode::Ballots => lang.mode_ballots_choice(),
    }
}

/// What is asked once more.
pub(crate) fn sure(lang: Lang, session: &Session, doubt: Doubt) -> String {
    match doubt {
        Doubt::Finish => lang.sure_finish(session.open().len()),
        Doubt::Grown => lang.sure_grown(session.grown()),
        Doubt::Remove(place) => {
            let what = safe(&session.profile().agreements[place].what);
            format!("{} {what}", lang.sure_remove())
        }
        Doubt::AllSheets => lang.sure_all_sheets(session.sheets(), session.profile().participants),
    }
}

/// What was answered to a question just now, and last time.
pub(crate) fn answer_again(lang: Lang, session: &Session, index: usize) -> Option<String> {
    let tally = session.answered(index)?;
    Some(lang.answer_of(index + 1, &in_short(lang, session, tally)))
}

/// An answer in a few words: the one that was given, or the mean of everyone's.
pub(crate) fn in_short(lang: Lang, session: &Session, tally: &Tally) -> String {
    let profile = session.profile();
    if let Some(single) = tally.single().filter(|_| !profile.mode.counts()) {
        return answer(lang, &profile.questionnaire.scale, single);
    }
    match QuestionScore::of(Some(tally), profile.questionnaire.scale.points()).outcome {
        Outcome::Scored(mean) => lang.mean_short(&shown(&mean, 1, lang)),
        Outcome::NotApplicable => lang.not_applicable(),
        Outcome::DontKnow | Outcome::Unanswered | Outcome::NotAsked => lang.dont_know(),
    }
}

/// An answer in a column of the overview: a number, a mean or a sign.
pub(crate) fn in_a_sign(lang: Lang, session: &Session, index: usize) -> String {
    let Some(tally) = session.answered(index) else {
        return lang.open_question();
    };
    let decimals = u32::from(session.profile().mode.counts());
    match QuestionScore::of(Some(tally), session.profile().questionnaire.scale.points()).outcome {
        Outcome::Scored(mean) => shown(&mean, decimals, lang),
        Outcome::NotApplicable => "-".to_owned(),
        Outcome::DontKnow | Outcome::Unanswered | Outcome::NotAsked => "?".to_owned(),
    }
}

/// How an agreement can stand when a team looks back at it, each behind its key.
pub fn states(lang: Lang) -> [String; 3] {
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

/// What can be answered, in one sentence.
pub(crate) fn nothing_answered(lang: Lang, session: &Session) -> String {
    let points = session.profile().questionnaire.scale.points();
    match session.profile().mode {
        Mode::Joint => lang.choose_an_answer(points),
        Mode::Tally => lang.type_all_answers(points, &example(points).0),
        Mode::Ballots if points == TEN => format!("{} {}", lang.sheet_letters(points), lang.ten_is_zero()),
        Mode::Ballots => lang.sheet_letters(points),
    }
}

/// The points of a scale of which the last takes two characters.
const TEN: usize = 10;

/// How the answers of one sheet are typed.
pub(crate) fn how_to_sheet(lang: Lang, session: &Session) -> String {
    let how = lang.how_to_sheet(session.total());
    if session.profile().questionnaire.scale.points() == TEN {
        format!("{how} {}", lang.ten_is_zero())
    } else {
        how
    }
}

/// How everyone's answers are typed.
pub(crate) fn how_to_tally(lang: Lang, session: &Session) -> String {
    let (spaced, joined) = example(session.profile().questionnaire.scale.points());
    lang.how_to_tally(&spaced, &joined)
}

/// The hard words of a question with what they mean, a line each below a heading; none where it has none.
pub(crate) fn explained(lang: Lang, session: &Session) -> Vec<String> {
    let (Position::Question(index) | Position::Spread(index)) = session.position() else {
        return Vec::new();
    };
    let words = session.profile().questionnaire.words_of(session.at(index));
    let heading = (!words.is_empty()).then(|| lang.words_heading());
    let lines = words
        .iter()
        .map(|word| lang.word_means(&safe(&word.word), safe(&word.means).trim_end_matches('.')));
    heading.into_iter().chain(lines).collect()
}

/// Answers of four people that fit the scale, with spaces (that don't wrap) and without.
fn example(points: usize) -> (String, String) {
    let numbers = [points.div_ceil(2), points, points - 1].map(|point| point.to_string());
    let [middle, highest, below] = &numbers;
    let joined = format!("{middle}{highest}?{below}").replace("10", "0");
    (format!("{middle}\u{a0}{highest}\u{a0}?\u{a0}{below}"), joined)
}

/// Why a line of answers can't be counted, and what to do.
pub(crate) fn tally_error(lang: Lang, session: &Session, error: &TallyError) -> String {
    match error {
        TallyError::NotAnAnswer => nothing_answered(lang, session),
        TallyError::TooMany(tally) => lang.say_how_many(session.profile().participants, tally.voters()),
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
    match tally.single().filter(|_| !session.profile().mode.counts()) {
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

/// What is said about the profile of this meeting.
pub(crate) fn report(lang: Lang, session: &Session) -> Report {
    let profile = session.profile();
    let material = Material::to_ask(&profile.questionnaire, lang);
    Report::new(profile, &profile.scores(WEAKEST), lang).with_material(&material)
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

/// What a question was last time: the answer that all gave together, or the mean.
pub(crate) fn last_time(lang: Lang, session: &Session, index: usize) -> Option<String> {
    let earlier = session.last_time(index)?;
    let scale = &session.profile().questionnaire.scale;
    let given =
        (1..=u32::try_from(scale.points()).unwrap_or(10)).find(|&point| earlier.score == fraction(u64::from(point), 1));
    Some(match given.filter(|_| !earlier.mode.counts()) {
        Some(point) => lang.last_time(&answer(lang, scale, Answer::Point(point))),
        None => lang.last_time_mean(&shown(&earlier.score, 1, lang)),
    })
}

/// The answer that was given just now, and what it was last time.
pub(crate) fn just_answered(lang: Lang, session: &Session) -> Option<String> {
    // Back leads from a chosen question to where the overview was opened, not to the one that was answered just now.
    let index = session.just_answered().filter(|_| !session.visits())?;
    let again = answer_again(lang, session, index)?;
    let last = last_time(lang, session, index);
    Some([again].into_iter().chain(last).collect::<Vec<_>>().join(" · "))
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

/// What can be done when saving failed.
pub(crate) fn save_again(lang: Lang) -> String {
    let [again, stop] = [0, 1].map(|index| keys::CANNOT_SAVE[index].said(lang));
    format!("{again}. {} {stop}.", lang.or_another_folder())
}
