//! What the screen and the plain lines say in the same words.

mod agreements;
mod settings;

pub(crate) use self::{
    agreements::{
        Choice, agreed_on, agreement_asked, agreement_choices, agreement_heading, agreement_line, element_heading,
        follow_up_note, looked_back_at, states, still_agreed,
    },
    settings::{better_together, better_together_than_now, mode, setting, setting_now, setting_refusal, setting_typed},
};
use crate::{
    content::Material,
    fraction::{Fraction, fraction, shown},
    lang::Lang,
    profile::NOTE_CHARS,
    prompt::keys,
    questionnaire::{At, Questionnaire, Scale},
    report::{
        Report, element_score,
        scale::{self, counts},
        thin_words, with_few,
    },
    scoring::{Outcome, QuestionScore, Scores, Spread, WEAKEST},
    session::{Doubt, Position, Refusal, Session},
    tally::{Answer, Mode, Numbers, Tally, TallyError},
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

/// What is asked once more.
pub(crate) fn sure(lang: Lang, session: &Session, doubt: Doubt) -> String {
    match doubt {
        Doubt::Finish => lang.sure_finish(session.open().len()),
        Doubt::Grown => lang.sure_grown(session.grown()),
        Doubt::Remove(place) => {
            let what = safe(&session.profile().agreements[place].what);
            format!("{} {what}", lang.sure_remove())
        }
        Doubt::Replace => {
            let days = session.to_replace().into_iter().map(|round| lang.date(round.date));
            lang.sure_replace(&days.collect::<Vec<_>>().join(", "))
        }
        Doubt::AllSheets => lang.sure_all_sheets(session.sheets(), session.profile().participants),
    }
}

/// What was answered to a question just now, and last time.
pub(crate) fn answer_again(lang: Lang, session: &Session, index: usize) -> Option<String> {
    let tally = session.answered(index)?;
    Some(lang.answer_of(index + 1, &in_short(lang, session, index, tally)))
}

/// An answer in a few words: the one that was given, or the mean of everyone's.
pub(crate) fn in_short(lang: Lang, session: &Session, index: usize, tally: &Tally) -> String {
    let profile = session.profile();
    if let Some(single) = tally.single().filter(|_| !profile.mode.counts()) {
        return answer(lang, &profile.questionnaire, Some(session.at(index)), single);
    }
    let score = score(session, index, tally);
    match &score.outcome {
        Outcome::Scored(mean) => {
            let mean = lang.mean_short(&mean_words(lang, session, &score, mean, 1));
            scale::counted(lang, is_reverse(session, index), mean)
        }
        Outcome::NotApplicable => lang.not_applicable(),
        Outcome::DontKnow | Outcome::Unanswered | Outcome::NotAsked => lang.dont_know(),
    }
}

/// What an answer makes of a question.
fn score(session: &Session, index: usize, tally: &Tally) -> QuestionScore {
    session.profile().score_of(session.at(index), tally)
}

/// The mean of everyone's answers, with how many it rests on where those are few.
fn mean_words(lang: Lang, session: &Session, score: &QuestionScore, mean: &Fraction, decimals: u32) -> String {
    let few = thin_words(lang, session.profile(), score);
    with_few(&shown(mean, decimals, lang), few.as_deref())
}

/// Whether a question is one where agreeing is bad.
fn is_reverse(session: &Session, index: usize) -> bool {
    session.profile().questionnaire.question(session.at(index)).reverse
}

/// An answer in a column of the overview: a number, a mean or a sign.
pub(crate) fn in_a_sign(lang: Lang, session: &Session, index: usize) -> String {
    let Some(tally) = session.answered(index) else {
        return lang.open_question();
    };
    let (profile, score) = (session.profile(), score(session, index, tally));
    if let Some(Answer::Point(point)) = tally.single().filter(|_| !profile.mode.counts()) {
        return profile.questionnaire.scale.number(point as usize).to_string();
    }
    match &score.outcome {
        Outcome::Scored(mean) => mean_words(lang, session, &score, mean, 1),
        Outcome::NotApplicable => "-".to_owned(),
        Outcome::DontKnow | Outcome::Unanswered | Outcome::NotAsked => "?".to_owned(),
    }
}

/// What can be answered, in one sentence.
pub(crate) fn nothing_answered(lang: Lang, session: &Session) -> String {
    let scale = &session.profile().questionnaire.scale;
    let (lowest, highest) = scale.numbers().into_inner();
    match session.profile().mode {
        Mode::Joint => lang.choose_an_answer(lowest, highest),
        Mode::Tally => lang.type_all_answers(lowest, highest, &example(scale).0),
        // Nobody answers on forms here.
        Mode::Ballots | Mode::Merged => with_ten(lang, scale, lang.sheet_letters(lowest, highest), Lang::ten_is),
    }
}

/// What is said of how something is typed, with what stands for ten where a character is an answer.
fn with_ten(lang: Lang, scale: &Scale, how: String, said: fn(Lang, char) -> String) -> String {
    match Numbers::from(scale.numbers()).ten() {
        Some(ten) => format!("{how} {}", said(lang, ten)),
        None => how,
    }
}

/// What stands for ten where one key is an answer, for among the keys: `t = 10`.
pub(crate) fn ten_key(session: &Session) -> Option<String> {
    let ten = Numbers::from(session.profile().questionnaire.scale.numbers()).ten()?;
    Some(format!("{ten}\u{a0}=\u{a0}10"))
}

/// How a note is typed line by line, and what doesn't belong in one.
pub(crate) fn how_to_note(lang: Lang) -> String {
    format!("{} {}", lang.note_on_one_line(), lang.no_names())
}

/// How the answers of one sheet are typed.
pub(crate) fn how_to_sheet(lang: Lang, session: &Session) -> String {
    let scale = &session.profile().questionnaire.scale;
    with_ten(lang, scale, lang.how_to_sheet(session.total()), Lang::ten_is)
}

/// How an answer is chosen on the screen, where one key is one.
pub(crate) fn how_to_answer(lang: Lang, session: &Session) -> String {
    let profile = session.profile();
    match profile.mode {
        Mode::Joint => with_ten(lang, &profile.questionnaire.scale, lang.how_to_answer(), Lang::ten_is),
        Mode::Tally | Mode::Ballots | Mode::Merged => lang.how_to_answer(),
    }
}

/// How everyone's answers are typed.
pub(crate) fn how_to_tally(lang: Lang, session: &Session) -> String {
    let scale = &session.profile().questionnaire.scale;
    let (spaced, joined) = example(scale);
    with_ten(lang, scale, lang.how_to_tally(&spaced, &joined), Lang::ten_unspaced)
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
fn example(scale: &Scale) -> (String, String) {
    let points = scale.points();
    let numbers = [points.div_ceil(2), points, points - 1].map(|point| scale.number(point).to_string());
    let [middle, highest, below] = &numbers;
    let ten = Numbers::from(scale.numbers())
        .ten()
        .map_or_else(String::new, String::from);
    let joined = format!("{middle}{highest}?{below}").replace("10", &ten);
    (format!("{middle}\u{a0}{highest}\u{a0}?\u{a0}{below}"), joined)
}

/// Why a line of answers can't be counted, and what to do.
pub(crate) fn tally_error(lang: Lang, session: &Session, error: &TallyError) -> String {
    match error {
        TallyError::NotAnAnswer => nothing_answered(lang, session),
        TallyError::TooMany(tally) => lang.say_how_many(session.profile().participants, tally.voters()),
    }
}

/// The question that is on the screen.
pub(crate) fn asked_at(session: &Session) -> Option<At> {
    match session.position() {
        Position::Question(index) | Position::Spread(index) => Some(session.at(index)),
        _ => None,
    }
}

/// The points of a scale, lowest first.
pub(crate) fn points(scale: &Scale) -> impl Iterator<Item = u32> + use<> {
    (1_u32..).take(scale.points())
}

/// A scale point with what it means, for a question or for all, or the sign of an answer with its meaning.
pub fn answer(lang: Lang, questionnaire: &Questionnaire, at: Option<At>, answer: Answer) -> String {
    let scale = &questionnaire.scale;
    let labels = at.map_or(scale.labels.as_slice(), |at| questionnaire.labels(at));
    match answer {
        Answer::Point(point) => scale::point(scale, labels, point as usize),
        Answer::DontKnow => format!("? {}", lang.dont_know()),
        Answer::NotApplicable => format!("- {}", lang.not_applicable()),
    }
}

/// Every answer that can be given, numbers first.
pub fn scale(lang: Lang, session: &Session) -> Vec<String> {
    let (questionnaire, at) = (&session.profile().questionnaire, asked_at(session));
    points(&questionnaire.scale)
        .map(Answer::Point)
        .chain([Answer::DontKnow, Answer::NotApplicable])
        .map(|each| answer(lang, questionnaire, at, each))
        .collect()
}

/// What was answered: the one answer with its label, or everyone's as counts.
pub fn given(lang: Lang, session: &Session, index: usize, tally: &Tally) -> String {
    let questionnaire = &session.profile().questionnaire;
    if let Some(single) = tally.single().filter(|_| !session.profile().mode.counts()) {
        return answer(lang, questionnaire, Some(session.at(index)), single);
    }
    let labels = questionnaire.question(session.at(index)).labels.as_ref();
    counts(lang, &questionnaire.scale, labels, tally)
}

/// How many answered and what that makes: `7 van 8 antwoorden, gemiddeld 3,1`, or why it makes no score.
pub(crate) fn turnout(lang: Lang, session: &Session, index: usize, tally: &Tally) -> String {
    let profile = session.profile();
    let voters = lang.of_participants(tally.voters(), profile.participants);
    let score = score(session, index, tally);
    let counted = |mean: String| scale::counted(lang, is_reverse(session, index), lang.mean_is(&mean));
    let result = match &score.outcome {
        // Where all who answered gave a number, it has just been said how many.
        Outcome::Scored(mean) if score.numbers == tally.voters() => counted(shown(mean, 1, lang)),
        Outcome::Scored(mean) => counted(mean_words(lang, session, &score, mean, 1)),
        Outcome::NotApplicable => lang.no_score_not_applicable(),
        Outcome::DontKnow | Outcome::Unanswered | Outcome::NotAsked => lang.no_score_dont_know(),
    };
    format!("{voters}, {result}")
}

/// The score of an element so far, and that the team often doesn't know.
pub(crate) fn element_so_far(lang: Lang, session: &Session, scores: &Scores, element: usize) -> Vec<String> {
    let score = element_score(session.profile(), scores, element, lang).map(|score| score.text);
    let unknown = scores.elements[element].is_often_unknown();
    let unknown = unknown.then(|| lang.often_unknown());
    let said: Vec<String> = score.into_iter().chain(unknown).collect();
    if said.is_empty() {
        vec![lang.no_score_yet()]
    } else {
        said
    }
}

/// What a team can do with the spread of an answered question.
pub(crate) fn advice(lang: Lang, session: &Session, index: usize) -> Option<String> {
    let (element, question) = session.at(index);
    let scores = session.profile().scores(WEAKEST);
    match scores.elements[element].questions[question].spread {
        Spread::Agreed => None,
        Spread::SomeDiffer(1 | 2) => Some(lang.advice_few_differ()),
        Spread::SomeDiffer(count) => Some(lang.advice_some_differ(count)),
        Spread::Divided => Some(lang.advice_divided()),
    }
}

/// What is said about the profile of this meeting.
pub(crate) fn report(lang: Lang, session: &Session) -> Report {
    let profile = session.profile();
    let material = Material::to_ask(&profile.questionnaire, lang);
    Report::new(profile, &profile.scores(WEAKEST), lang).with_material(&material)
}

/// What a question was last time: the answer that all gave together, or the mean.
pub(crate) fn last_time(lang: Lang, session: &Session, index: usize) -> Option<String> {
    let earlier = session.last_time(index)?;
    let (questionnaire, at) = (&session.profile().questionnaire, session.at(index));
    let scale = &questionnaire.scale;
    let reverse = questionnaire.question(at).reverse;
    let (lowest, highest) = scale.numbers().into_inner();
    // The answer that was given, not what it counts for.
    let number = if reverse {
        fraction(lowest + highest, 1) - &earlier.score
    } else {
        earlier.score.clone()
    };
    let given = points(scale).find(|&point| number == fraction(scale.number(point as usize), 1));
    if let Some(point) = given.filter(|_| !earlier.mode.counts()) {
        return Some(lang.last_time(&answer(lang, questionnaire, Some(at), Answer::Point(point))));
    }
    let few = earlier.few.map(|(numbers, of)| lang.numbers_of(numbers, of));
    let mean = with_few(&shown(&earlier.score, 1, lang), few.as_deref());
    Some(scale::counted(lang, reverse, lang.last_time_mean(&mean)))
}

/// The answer that was given just now, and what it was last time.
pub(crate) fn just_answered(lang: Lang, session: &Session) -> Option<String> {
    // Back leads from a chosen question to where the overview was opened, not to the one that was answered just now.
    let index = session.just_answered().filter(|_| !session.visits())?;
    let again = answer_again(lang, session, index)?;
    let last = last_time(lang, session, index);
    Some([again].into_iter().chain(last).collect::<Vec<_>>().join(" · "))
}

/// What can be done when saving failed.
pub(crate) fn save_again(lang: Lang) -> String {
    let [again, stop] = [0, 1].map(|index| keys::CANNOT_SAVE[index].said(lang));
    format!("{again}. {} {stop}.", lang.or_another_folder())
}
