use proptest::prelude::*;

use super::{agreeing::tests::any_line, *};
use crate::{agreement::Agreement, tally::Answer};

pub(super) fn draft(mode: Mode, elements: &[&str]) -> Profile {
    Profile::draft(mode, 7, elements)
}

pub(super) fn point(point: u32) -> Reply {
    Reply::Answer(Tally::one(Answer::Point(point), 5))
}

pub(super) fn play(session: &mut Session, replies: impl IntoIterator<Item = Reply>) -> Vec<Step> {
    replies.into_iter().map(|reply| session.apply(reply)).collect()
}

#[test]
fn answers_lead_through_all_questions_to_the_review_and_the_end() {
    let mut session = Session::new(draft(Mode::Joint, &[]), true);
    for index in 0..24 {
        assert_eq!(session.position(), Position::Question(index));
        assert_eq!(session.apply(point(3)), Step::Go { changed: true });
    }
    assert_eq!(session.position(), Position::Review(23));
    assert_eq!(session.apply(Reply::Continue), Step::Go { changed: false });
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
        note: Some(note.into()),
    }
}

#[test]
fn a_team_looks_back_at_each_agreement_of_earlier_meetings_before_the_first_question() {
    let mut session = Session::new(with_agreements(draft(Mode::Joint, &[])), true);
    assert_eq!((session.position(), session.follow_ups()), (Position::FollowUp(0), 2));
    let refused = play(&mut session, [Reply::Continue, Reply::Back, point(4), Reply::Finish]);
    assert_eq!(
        refused,
        [
            Refusal::NothingAnswered,
            Refusal::AtFirst,
            Refusal::NotHere,
            Refusal::NotHere
        ]
        .map(Step::Refused)
    );
    let step = session.apply(looks_back(AgreementState::Done, " gelukt "));
    assert_eq!(
        (step, session.position()),
        (Step::Go { changed: true }, Position::FollowUp(1))
    );
    // What was said stands there when the team comes back to it.
    let _ = session.apply(Reply::Back);
    assert!(session.is_followed_up(0) && !session.is_followed_up(1));
    let _ = play(&mut session, [Reply::Continue, looks_back(AgreementState::Open, "")]);
    assert_eq!(session.position(), Position::Question(0));
    let agreements: Vec<_> = session
        .profile()
        .agreements
        .iter()
        .map(|agreement| (agreement.state.word(), agreement.note.as_deref()))
        .collect();
    assert_eq!(agreements, [("done", Some("gelukt")), ("open", None), ("open", None)]);
    // Without a new note the one of before stays.
    let _ = session.apply(Reply::Back);
    let _ = session.apply(Reply::Back);
    let (state, note) = (AgreementState::Dropped, None);
    let _ = session.apply(Reply::FollowedUp { state, note });
    let first = session.carried_over(0);
    assert_eq!((first.state, first.note.as_deref()), (state, Some("gelukt")));
    let _ = session.apply(Reply::Continue);
    // From the first question the way back leads to the last agreement, and on to where the team was.
    let _ = play(&mut session, [point(4), Reply::Back, Reply::Back]);
    assert_eq!(session.position(), Position::FollowUp(1));
    let _ = session.apply(Reply::Continue);
    assert_eq!(session.position(), Position::Question(1));
}

#[test]
fn a_team_that_stopped_while_looking_back_goes_on_with_the_next_agreement() {
    let mut session = Session::new(with_agreements(draft(Mode::Joint, &[])), true);
    let _ = session.apply(looks_back(AgreementState::Dropped, ""));
    let saved = crate::profile::read("d.draft.toml", &session.profile().to_toml()).expect("a draft");
    let session = Session::new(saved.profile, true);
    assert_eq!(session.position(), Position::FollowUp(1));
    assert_eq!(session.carried_over(1).what, "twee");
}

#[test]
fn a_note_at_an_agreement_that_is_too_long_changes_nothing() {
    let mut session = Session::new(with_agreements(draft(Mode::Joint, &[])), true);
    let before = session.clone();
    let step = session.apply(looks_back(AgreementState::Done, &"x".repeat(NOTE_CHARS + 1)));
    assert_eq!((step, session), (Step::Refused(Refusal::TooLong), before));
}

#[test]
fn enter_alone_answers_nothing_but_goes_on_past_an_answer() {
    let mut session = Session::new(draft(Mode::Joint, &[]), true);
    assert_eq!(session.apply(Reply::Continue), Step::Refused(Refusal::NothingAnswered));
    let _ = play(&mut session, [point(4), Reply::Back]);
    assert_eq!(session.position(), Position::Question(0));
    assert_eq!(session.apply(Reply::Continue), Step::Go { changed: false });
    assert_eq!(session.position(), Position::Question(1));
    assert_eq!(session.profile().given(), 1);
}

#[test]
fn everyones_answers_are_discussed_before_the_next_question_and_can_be_typed_again() {
    let mut session = Session::new(draft(Mode::Tally, &[]), true);
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
    let mut session = Session::new(draft(Mode::Tally, &[]), false);
    let _ = session.apply(point(3));
    assert_eq!(session.position(), Position::Question(1));
}

#[test]
fn a_question_chosen_at_the_review_leads_back_to_it() {
    let mut session = Session::new(draft(Mode::Joint, &[]), true);
    let _ = play(&mut session, [point(3), Reply::Finish]);
    assert_eq!(session.position(), Position::Review(1));
    let _ = session.apply(Reply::GoTo(9));
    assert_eq!(session.position(), Position::Question(9));
    let _ = session.apply(point(2));
    assert_eq!(session.position(), Position::Review(1));
    let _ = play(&mut session, [Reply::GoTo(5), Reply::Back]);
    assert_eq!(session.position(), Position::Review(1));
    assert_eq!(session.apply(Reply::GoTo(24)), Step::Refused(Refusal::NoSuchQuestion));
}

#[test]
fn back_from_the_review_goes_on_with_the_questions() {
    let mut session = Session::new(draft(Mode::Joint, &[]), true);
    let _ = play(
        &mut session,
        [point(3), point(3), Reply::Finish, Reply::GoTo(9), point(2), Reply::Back],
    );
    assert_eq!(
        session.position(),
        Position::Question(2),
        "where the questions were left, not the chosen one"
    );
    let _ = session.apply(point(4));
    assert_eq!(session.position(), Position::Question(3));
}

#[test]
fn only_the_chosen_elements_are_asked() {
    let session = Session::new(draft(Mode::Joint, &["culture", "ecosystem"]), true);
    assert_eq!(session.total(), 8);
    assert_eq!((session.at(0), session.at(5)), ((1, 0), (5, 0)));
}

#[test]
fn the_review_lists_what_is_unanswered_or_unknown_but_not_what_does_not_apply() {
    let mut session = Session::new(draft(Mode::Joint, &["culture"]), true);
    let sign = |answer| Reply::Answer(Tally::one(answer, 5));
    let _ = play(
        &mut session,
        [
            point(3),
            sign(Answer::DontKnow),
            sign(Answer::NotApplicable),
            Reply::Finish,
        ],
    );
    assert_eq!(session.open(), [1, 3, 4]);
}

#[test]
fn a_resumed_draft_starts_at_its_first_unanswered_question() {
    let mut session = Session::new(draft(Mode::Joint, &[]), true);
    let _ = play(&mut session, [point(3), point(3), Reply::Back, Reply::Back]);
    let resumed = Session::new(session.profile().clone(), true);
    assert_eq!(resumed.position(), Position::Question(2));
    let all = play(&mut session, std::iter::repeat_n(point(3), 24));
    assert_eq!(all.len(), 24);
    assert_eq!(
        Session::new(session.profile().clone(), true).position(),
        Position::Review(23)
    );
}

#[test]
fn a_note_is_trimmed_limited_and_taken_away_when_empty() {
    let mut session = Session::new(draft(Mode::Joint, &[]), true);
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

fn any_reply() -> impl Strategy<Value = Reply> {
    prop_oneof![
        2 => any_line(),
        5 => (1u32..=5).prop_map(point),
        1 => "[a-z ]{0,5}".prop_map(Reply::Note),
        1 => Just(Reply::Continue),
        2 => Just(Reply::Back),
        1 => Just(Reply::Finish),
        1 => (0usize..30).prop_map(Reply::GoTo),
        1 => Just(Reply::Stop),
    ]
}

proptest! {
    #[test]
    fn back_and_then_the_same_answer_changes_nothing(replies in prop::collection::vec(any_reply(), 0..40), number in 1u32..=5) {
        let mut session = Session::new(draft(Mode::Joint, &[]), true);
        let _ = play(&mut session, replies);
        prop_assume!(matches!(session.position(), Position::Question(_)));
        let _ = session.apply(point(number));
        let once = session.clone();
        prop_assume!(matches!(once.position(), Position::Question(_)));
        let _ = play(&mut session, [Reply::Back, point(number)]);
        prop_assert_eq!(session, once);
    }

    #[test]
    fn stopping_keeps_every_answer(replies in prop::collection::vec(any_reply(), 0..40)) {
        let mut session = Session::new(draft(Mode::Joint, &[]), true);
        let _ = play(&mut session, replies);
        let before = session.profile().clone();
        prop_assert_eq!(session.apply(Reply::Stop), Step::Stopped);
        prop_assert_eq!(session.profile(), &before);
    }

    #[test]
    fn only_an_answer_or_a_note_changes_the_draft(replies in prop::collection::vec(any_reply(), 0..60)) {
        let mut session = Session::new(draft(Mode::Tally, &[]), true);
        for reply in replies {
            let before = session.profile().clone();
            if session.apply(reply) != (Step::Go { changed: true }) {
                prop_assert_eq!(session.profile(), &before);
            }
        }
    }
}
