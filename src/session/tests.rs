mod looking_back;
mod overview;
mod properties;
mod replacing;
mod settings;
mod sheets;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{agreeing::tests::any_line, *};
use crate::{
    agreement::{Agreement, AgreementState},
    profile::{NOTE_CHARS, TEAM_CHARS},
    tally::MAX_PARTICIPANTS,
};

pub(super) fn draft(mode: Mode, elements: &[&str]) -> Profile {
    Profile::draft(mode, 7, elements)
}

pub(super) fn begun(profile: Profile) -> Session {
    Session::new(profile, Past::default(), Pace::Pages)
}

pub(super) fn point(point: u32) -> Reply {
    Reply::Answer(Tally::one(Answer::Point(point), 5))
}

/// Everyone gives this number, so many of them.
fn all(count: u32, point: usize) -> Tally {
    let mut tally = Tally::empty(5);
    tally.votes[point - 1] = count;
    tally
}

pub(super) fn play(session: &mut Session, replies: impl IntoIterator<Item = Reply>) -> Vec<Step> {
    replies.into_iter().map(|reply| session.apply(reply)).collect()
}

/// A session in which the first so many questions are answered.
fn answered(count: usize) -> Session {
    let mut session = begun(draft(Mode::Joint, &[]));
    let _ = play(&mut session, std::iter::repeat_n(point(3), count));
    session
}

/// A finished profile of a team, so many weeks before the others.
fn earlier(team: &str, weeks: u64, what: &str) -> Profile {
    let mut profile = Profile::answered(crate::lang::Lang::Nl, 2, &[]);
    profile.team = team.into();
    profile.date = profile.date - Days::new(weeks * 7);
    profile.agreements = vec![Agreement::new("culture", what)];
    profile
}

#[test]
fn answers_lead_through_all_questions_to_the_overview_and_the_profile() {
    let mut session = begun(draft(Mode::Joint, &[]));
    for index in 0..24 {
        assert_eq!(session.position(), Position::Question(index));
        assert_eq!(session.apply(point(3)), Step::Go { changed: true });
    }
    assert_eq!((session.position(), session.waiting()), (Position::Overview, None));
    // Going on is what makes the profile complete; what follows is only looked at.
    assert_eq!(session.apply(Reply::Continue), Step::Go { changed: true });
    assert_eq!(
        (session.position(), session.profile().is_draft()),
        (Position::Profile, false)
    );
    let unchanged = Step::Go { changed: false };
    assert_eq!(
        play(&mut session, [Reply::Continue, Reply::Continue, Reply::Continue]),
        [unchanged; 3]
    );
    assert_eq!(session.position(), Position::Done);
}

/// A draft with two agreements of earlier meetings, one of this meeting between them.
pub(super) fn with_agreements(mut profile: Profile) -> Profile {
    let carried = |what: &str| Agreement {
        made: profile.date.pred_opt(),
        note: Some("vorige keer".into()),
        ..Agreement::new("culture", what)
    };
    profile.agreements = vec![carried("een"), Agreement::new("ecosystem", "nieuw"), carried("twee")];
    profile
}

pub(super) fn looks_back(state: AgreementState, note: &str) -> Reply {
    Reply::FollowedUp {
        state,
        due: String::new(),
        note: Some(note.into()),
    }
}

#[test]
fn everyones_answers_are_discussed_before_the_next_question_and_can_be_typed_again() {
    let mut session = begun(draft(Mode::Tally, &[]));
    let _ = session.apply(point(3));
    assert_eq!(session.position(), Position::Spread(0));
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), Position::Question(0));
    let _ = play(&mut session, [point(4), Reply::Note("verdeeld".into())]);
    assert_eq!(session.position(), Position::Spread(0));
    let _ = session.apply(Reply::Continue);
    assert_eq!(session.position(), Position::Question(1));
    let response = session.profile().response((0, 0));
    assert_eq!(
        (response.tally.as_ref(), response.note.as_deref()),
        (Some(&Tally::one(Answer::Point(4), 5)), Some("verdeeld"))
    );
}

#[test]
fn line_by_line_there_is_no_pause_after_everyones_answers() {
    let mut session = Session::new(draft(Mode::Tally, &[]), Past::default(), Pace::Lines);
    let _ = session.apply(point(3));
    assert_eq!(session.position(), Position::Question(1));
}

#[test]
fn more_answers_than_participants_ask_whether_the_team_has_grown() {
    let mut session = begun(draft(Mode::Tally, &[]));
    let before = session.profile().clone();
    assert_eq!(session.apply(Reply::Answer(all(8, 4))), Step::Go { changed: false });
    assert_eq!((session.position(), session.grown()), (Position::Sure(Doubt::Grown), 8));
    let _ = session.apply(Reply::Back);
    assert_eq!(
        (session.position(), session.profile()),
        (Position::Question(0), &before)
    );
    let steps = play(&mut session, [Reply::Answer(all(8, 4)), Reply::Continue]);
    assert_eq!(steps[1], Step::Go { changed: true });
    assert_eq!(
        (session.position(), session.profile().participants),
        (Position::Spread(0), 8)
    );
    // More than there can ever be stay out.
    let _ = play(&mut session, [Reply::Back, Reply::Answer(all(MAX_PARTICIPANTS + 1, 4))]);
    assert_eq!(session.apply(Reply::Continue), Step::Refused(Refusal::BadParticipants));
    assert_eq!(session.profile().participants, 8);
}

#[test]
fn a_reopened_profile_says_when_it_was_corrected_and_only_then() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let profile = Profile::answered(crate::lang::Lang::Nl, 4, &[("culture.trust", "")]);
    let mut session = Session::reopened(profile.clone(), Past::default(), Pace::Pages, day);
    assert_eq!(session.position(), Position::Overview);
    let looked = [
        Reply::GoTo(0),
        point(4),
        Reply::Finish,
        Reply::Continue,
        Reply::Continue,
        Reply::Continue,
    ];
    assert_eq!(play(&mut session, looked), [Step::Go { changed: false }; 6]);
    assert_eq!((session.position(), session.profile()), (Position::Done, &profile));
    let mut session = Session::reopened(profile, Past::default(), Pace::Pages, day);
    let steps = play(&mut session, [Reply::GoTo(0), Reply::Note("Bij nader inzien".into())]);
    assert_eq!(steps[1], Step::Go { changed: true });
    assert_eq!(session.profile().corrected, Some(day));
    assert!(!session.profile().is_draft());
}

#[test]
fn an_agreement_that_a_later_profile_carries_is_changed_there() {
    let first = earlier("Noord", 6, "Bellen");
    let mut later = earlier("Noord", 0, "iets anders");
    later.agreements.push(Agreement {
        made: Some(first.date),
        ..Agreement::new("culture", "Bellen")
    });
    let past = Past::new(false, move |_| vec![later.clone()]);
    let day = first.date;
    let mut session = Session::reopened(first, past, Pace::Pages, day);
    let _ = play(&mut session, [Reply::Continue, Reply::Continue, Reply::Continue]);
    assert_eq!(session.position(), Position::Agreements);
    assert_eq!(session.apply(Reply::GoTo(6)), Step::Refused(Refusal::CarriedOn));
}

#[test]
fn only_the_chosen_elements_are_asked() {
    let session = begun(draft(Mode::Joint, &["culture", "ecosystem"]));
    assert_eq!(session.total(), 8);
    assert_eq!((session.at(0), session.at(5)), ((1, 0), (5, 0)));
}

#[test]
fn what_has_no_answer_is_open_and_not_knowing_is_an_answer() {
    let mut session = begun(draft(Mode::Joint, &["culture"]));
    let sign = |answer| Reply::Answer(Tally::one(answer, 5));
    let _ = play(
        &mut session,
        [point(3), sign(Answer::DontKnow), sign(Answer::NotApplicable)],
    );
    assert_eq!(session.open(), [3, 4]);
}

#[test]
fn a_resumed_draft_starts_at_its_first_unanswered_question() {
    let mut session = answered(2);
    let _ = play(&mut session, [Reply::Back, Reply::Back]);
    assert_eq!(begun(session.profile().clone()).position(), Position::Question(2));
    assert_eq!(begun(answered(24).profile().clone()).position(), Position::Overview);
}

#[test]
fn a_note_is_trimmed_limited_and_taken_away_when_empty() {
    let mut session = begun(draft(Mode::Joint, &[]));
    let _ = session.apply(Reply::Note("  tijd  ".into()));
    assert_eq!(session.profile().response((0, 0)).note.as_deref(), Some("tijd"));
    assert_eq!(
        session.apply(Reply::Note("x".repeat(NOTE_CHARS + 1))),
        Step::Refused(Refusal::TooLong)
    );
    assert_eq!(session.profile().response((0, 0)).note.as_deref(), Some("tijd"));
    let _ = session.apply(Reply::Note(String::new()));
    assert_eq!(session.profile().response((0, 0)).note, None);
}
