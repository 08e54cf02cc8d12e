//! The look back at agreements of earlier meetings.

use super::*;

#[test]
fn a_team_looks_back_at_each_agreement_of_earlier_meetings_before_the_first_question() {
    let mut session = begun(with_agreements(draft(Mode::Joint, &[])));
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
    let _ = play(&mut session, [Reply::Back, Reply::Back]);
    let state = AgreementState::Dropped;
    let _ = session.apply(Reply::FollowedUp {
        state,
        due: String::new(),
        note: None,
    });
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
fn what_stays_open_gets_a_new_day_and_what_is_done_keeps_its_own() {
    let dated = |state, due: &str| {
        let mut session = begun(with_agreements(draft(Mode::Joint, &[])));
        let before = session.carried_over(0).clone();
        let due = due.to_owned();
        let step = session.apply(Reply::FollowedUp { state, due, note: None });
        (step, before, session.carried_over(0).clone())
    };
    let (_, _, after) = dated(AgreementState::Open, "15 jan");
    assert_eq!(after.due, Some("2027-01-15".into()));
    for (state, due) in [(AgreementState::Open, ""), (AgreementState::Done, "15 jan")] {
        let (_, before, after) = dated(state, due);
        assert_eq!(after.due, before.due);
    }
    let (step, before, after) = dated(AgreementState::Open, "31-2");
    assert_eq!((step, after), (Step::Refused(Refusal::NoSuchDay), before));
}

#[test]
fn a_team_that_stopped_while_looking_back_goes_on_with_the_next_agreement() {
    let mut session = begun(with_agreements(draft(Mode::Joint, &[])));
    let _ = session.apply(looks_back(AgreementState::Dropped, ""));
    let saved = crate::profile::read("d.draft.toml", &session.profile().to_toml()).expect("a draft");
    let session = begun(saved.profile);
    assert_eq!(session.position(), Position::FollowUp(1));
    assert_eq!(session.carried_over(1).what, "twee");
}

#[test]
fn a_note_at_an_agreement_that_is_too_long_changes_nothing() {
    let mut session = begun(with_agreements(draft(Mode::Joint, &[])));
    let before = session.clone();
    let step = session.apply(looks_back(AgreementState::Done, &"x".repeat(NOTE_CHARS + 1)));
    assert_eq!((step, session), (Step::Refused(Refusal::TooLong), before));
}
