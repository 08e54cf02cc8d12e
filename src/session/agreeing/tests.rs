use proptest::prelude::*;

use super::*;
use crate::{
    agreement::{Agreement, AgreementState},
    profile::Profile,
    session::{
        Reply,
        tests::{draft, looks_back, play, point, with_agreements},
    },
    tally::{Answer, Mode, Tally},
};

/// A draft at the review, all of whose questions are answered; the culture and the ecosystem are lowest, in that order.
fn at_the_review() -> Session {
    let mut profile = draft(Mode::Joint, &[]);
    for at in profile.questionnaire.places().collect::<Vec<_>>() {
        let number = match at.0 {
            1 => 1,
            5 => 2,
            _ => 4,
        };
        profile.response_mut(at).tally = Some(Tally::one(Answer::Point(number), 5));
    }
    Session::new(profile, true)
}

fn line(text: &str) -> Reply {
    Reply::Line(text.into())
}

fn agreeing(element: usize, field: AgreementField) -> Position {
    Position::Agreement { element, field }
}

/// What was saved of a session, gone on with.
fn resumed(session: &Session) -> Session {
    let saved = crate::profile::read("d.draft.toml", &session.profile().to_toml()).expect("a draft");
    assert!(saved.warnings.is_empty());
    Session::new(saved.profile, true)
}

#[test]
fn a_team_agrees_on_each_weakest_element_line_by_line_and_then_is_done() {
    use AgreementField::{What, When, Who};
    let mut session = at_the_review();
    let _ = session.apply(Reply::Continue);
    let changed = Step::Go { changed: true };
    for (at, text) in [
        (agreeing(1, What), " Bellen "),
        (agreeing(1, Who), ""),
        (agreeing(1, When), "15 jan"),
        (agreeing(5, What), "Eten"),
        (agreeing(5, Who), "Ria"),
        (agreeing(5, When), "ooit"),
    ] {
        assert_eq!(session.position(), at);
        assert_eq!(session.apply(line(text)), changed);
    }
    assert_eq!(session.position(), Position::Done);
    let agreements = [
        Agreement {
            due: Some("2027-01-15".into()),
            ..Agreement::new("culture", "Bellen")
        },
        Agreement {
            who: Some("Ria".into()),
            due: Some("ooit".into()),
            ..Agreement::new("ecosystem", "Eten")
        },
    ];
    assert_eq!(session.profile().agreements, agreements);
    assert_eq!(session.profile().state.unfinished(), None);
}

#[test]
fn an_empty_what_agrees_on_nothing_and_an_agreement_of_this_meeting_is_not_asked_again() {
    let mut session = at_the_review();
    let _ = play(&mut session, [Reply::Continue, line("Bellen"), Reply::Back]);
    assert_eq!(session.typed(AgreementField::What), "Bellen");
    assert_eq!(session.apply(line(" ")), Step::Go { changed: true });
    assert_eq!(session.position(), agreeing(5, AgreementField::What));
    assert_eq!(session.apply(line("")), Step::Go { changed: false });
    assert_eq!(session.position(), Position::Done);
    assert!(session.profile().agreements.is_empty());

    let mut session = at_the_review();
    let _ = play(&mut session, [Reply::Continue, line("Bellen"), line(""), line("")]);
    let mut again = resumed(&session);
    let _ = again.apply(Reply::Continue);
    assert_eq!(again.position(), agreeing(5, AgreementField::What));
}

#[test]
fn a_line_that_does_not_fit_changes_nothing() {
    let mut session = at_the_review();
    let _ = session.apply(Reply::Continue);
    let long = "x".repeat(NOTE_CHARS + 1);
    for (reply, refusal) in [
        (line(&long), Refusal::TooLong),
        (Reply::LineSoFar(long.clone()), Refusal::TooLong),
        (Reply::Back, Refusal::AtFirst),
        (Reply::Finish, Refusal::NotHere),
        (Reply::GoTo(3), Refusal::NotHere),
        (point(3), Refusal::NotHere),
    ] {
        let before = session.clone();
        assert_eq!(session.apply(reply), Step::Refused(refusal));
        assert_eq!(session, before);
    }
    let _ = play(&mut session, [line("Bellen"), line("Ria")]);
    let before = session.clone();
    assert_eq!(session.apply(line("31-2")), Step::Refused(Refusal::NoSuchDay));
    assert_eq!(session, before);
}

#[test]
fn going_on_agrees_on_what_was_typed_as_it_is() {
    let mut session = at_the_review();
    let replies = [
        Reply::Continue,
        line("Bellen"),
        line("Ria"),
        Reply::LineSoFar("31-2".into()),
    ];
    let _ = play(&mut session, replies);
    assert_eq!(session.apply(Reply::Continue), Step::Go { changed: true });
    assert_eq!(session.position(), agreeing(5, AgreementField::What));
    assert_eq!(session.apply(Reply::Continue), Step::Go { changed: false });
    assert_eq!(session.position(), Position::Done);
    let agreed = Agreement {
        who: Some("Ria".into()),
        due: Some(Due::Words("31-2".into())),
        ..Agreement::new("culture", "Bellen")
    };
    assert_eq!(session.profile().agreements, [agreed]);
}

#[test]
fn a_stop_at_every_line_keeps_what_was_typed_and_shows_it_again() {
    use AgreementField::{What, When, Who};
    let lines = [(What, "Bel"), (Who, "de wij"), (When, "31-2")];
    for stops in 0..lines.len() {
        let mut session = at_the_review();
        let _ = session.apply(Reply::Continue);
        for (_, text) in &lines[..stops] {
            let _ = session.apply(line(text));
        }
        let (field, text) = lines[stops];
        assert_eq!(session.apply(Reply::LineSoFar(text.into())), Step::Go { changed: true });
        assert_eq!(session.apply(Reply::Stop), Step::Stopped);
        let again = resumed(&session);
        assert_eq!(again.position(), agreeing(1, field));
        for (field, text) in &lines[..=stops] {
            assert_eq!(again.typed(*field), *text);
        }
        assert!(again.profile().agreements.is_empty());
    }
    // Nothing typed is nothing kept; and without a *what* that line comes first.
    let mut session = at_the_review();
    let _ = session.apply(Reply::Continue);
    assert_eq!(
        session.apply(Reply::LineSoFar("  ".into())),
        Step::Go { changed: false }
    );
    let _ = play(
        &mut session,
        [
            line("Bel"),
            line("Ria"),
            Reply::Back,
            Reply::Back,
            Reply::LineSoFar(String::new()),
        ],
    );
    let again = resumed(&session);
    assert_eq!((again.position(), again.typed(Who)), (agreeing(1, What), "Ria"));
}

#[test]
fn a_team_looks_back_before_it_goes_on_with_an_agreement_typed_halfway() {
    let mut session = at_the_review();
    let _ = play(&mut session, [Reply::Continue, Reply::LineSoFar("Bel".into())]);
    let session = Session::new(with_agreements_before(session.profile().clone()), true);
    assert_eq!(session.position(), Position::FollowUp(0));
    let mut session = session;
    let _ = play(
        &mut session,
        [
            looks_back(AgreementState::Done, ""),
            looks_back(AgreementState::Open, ""),
        ],
    );
    assert_eq!(session.position(), agreeing(1, AgreementField::What));
    assert_eq!(session.typed(AgreementField::What), "Bel");
}

/// The same draft with agreements of earlier meetings.
fn with_agreements_before(profile: Profile) -> Profile {
    let mut with = with_agreements(profile);
    with.agreements.remove(1);
    with
}

pub(in crate::session) fn any_line() -> impl Strategy<Value = Reply> {
    prop_oneof![
        4 => "[a-z ]{0,5}".prop_map(Reply::Line),
        1 => Just(line("31-2")),
        2 => "[a-z ]{0,5}".prop_map(Reply::LineSoFar),
        2 => Just(Reply::Back),
        1 => Just(Reply::Stop),
        1 => Just(Reply::Continue),
    ]
}

proptest! {
    #[test]
    fn back_and_then_the_same_line_changes_nothing(replies in prop::collection::vec(any_line(), 0..20), text in "[a-z]{1,5}") {
        let mut session = at_the_review();
        let _ = session.apply(Reply::Continue);
        let _ = play(&mut session, replies);
        prop_assume!(matches!(session.position(), Position::Agreement { field, .. } if field != AgreementField::When));
        let _ = session.apply(line(&text));
        let once = session.clone();
        let _ = play(&mut session, [Reply::Back, line(&text)]);
        prop_assert_eq!(session, once);
    }

    #[test]
    fn a_draft_goes_on_at_the_line_at_which_it_stopped(replies in prop::collection::vec(any_line(), 0..20)) {
        let mut session = at_the_review();
        let _ = session.apply(Reply::Continue);
        let _ = play(&mut session, replies);
        prop_assume!(session.profile().state.unfinished().is_some_and(|unfinished| !unfinished.what.is_empty()));
        prop_assert_eq!(resumed(&session).position(), session.position());
    }

    #[test]
    fn only_what_changes_the_draft_says_so_at_the_agreements(replies in prop::collection::vec(any_line(), 0..20)) {
        let mut session = at_the_review();
        let _ = session.apply(Reply::Continue);
        for reply in replies {
            let before = session.profile().clone();
            let changed = session.apply(reply) == (Step::Go { changed: true });
            prop_assert_eq!(session.profile() != &before, changed);
        }
    }
}
