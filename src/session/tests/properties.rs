//! What holds after any replies.

use super::*;

fn any_setting() -> impl Strategy<Value = Setting> {
    prop_oneof![
        "[a-z]{1,4}".prop_map(Setting::Team),
        (0u64..40).prop_map(|days| Setting::Date(NaiveDate::from_ymd_opt(2026, 11, 1).unwrap() + Days::new(days))),
        (0u32..12).prop_map(Setting::Participants),
        prop::sample::select(vec![Mode::Joint, Mode::Tally, Mode::Ballots]).prop_map(Setting::Mode),
        "[a-z]{0,4}".prop_map(Setting::Functions),
    ]
}

fn any_reply() -> impl Strategy<Value = Reply> {
    prop_oneof![
        3 => any_line(),
        6 => (1u32..=5).prop_map(point),
        1 => (0u32..9, 1usize..=5).prop_map(|(count, point)| Reply::Answer(all(count.max(1), point))),
        1 => "[a-z ]{0,5}".prop_map(Reply::Note),
        4 => Just(Reply::Continue),
        2 => Just(Reply::Back),
        1 => Just(Reply::Skip),
        1 => Just(Reply::Overview),
        1 => Just(Reply::Finish),
        1 => Just(Reply::Settings),
        1 => any_setting().prop_map(Reply::Set),
        2 => "[1-5?.-]{3}".prop_map(|typed| Reply::Sheet(Tally::sheet(&typed, 5).unwrap())),
        1 => Just(looks_back(AgreementState::Open, "")),
        2 => (0usize..30).prop_map(Reply::GoTo),
        1 => Just(Reply::Stop),
    ]
}

/// Sessions of every kind.
fn any_session() -> impl Strategy<Value = Session> {
    let mode = prop::sample::select(vec![Mode::Joint, Mode::Tally, Mode::Ballots]);
    let pace = prop::sample::select(vec![Pace::Pages, Pace::Lines]);
    (mode, pace, 0..3).prop_map(|(mode, pace, kind)| {
        let past = Past::new(kind == 1, |_| {
            vec![earlier("a", 12, "iets"), earlier("Noord", 6, "Bellen")]
        });
        let mut profile = draft(mode, &["culture", "ecosystem"][usize::from(mode == Mode::Ballots)..]);
        if kind < 2 {
            return Session::new(profile, past, pace);
        }
        profile.state = crate::profile::State::Complete;
        let day = profile.date;
        Session::reopened(profile, past, pace, day)
    })
}

proptest! {
    #[test]
    fn back_and_then_the_same_answer_changes_nothing(replies in prop::collection::vec(any_reply(), 0..40), number in 1u32..=5) {
        let mut session = begun(draft(Mode::Joint, &[]));
        let _ = play(&mut session, replies);
        prop_assume!(session.profile().mode == Mode::Joint);
        prop_assume!(matches!(session.position(), Position::Question(_)) && !session.visits());
        let _ = session.apply(point(number));
        let once = session.clone();
        prop_assume!(matches!(once.position(), Position::Question(_)));
        let _ = play(&mut session, [Reply::Back, point(number)]);
        prop_assert_eq!(session, once);
    }

    #[test]
    fn stopping_keeps_everything(session in any_session(), replies in prop::collection::vec(any_reply(), 0..40)) {
        let mut session = session;
        let _ = play(&mut session, replies);
        let before = session.clone();
        prop_assert_eq!(session.apply(Reply::Stop), Step::Stopped);
        prop_assert_eq!(session, before);
    }

    #[test]
    fn a_change_is_told_and_a_refused_reply_leaves_everything_as_it_was(
        session in any_session(),
        replies in prop::collection::vec(any_reply(), 0..60),
    ) {
        let mut session = session;
        for reply in replies {
            let before = session.clone();
            match session.apply(reply) {
                Step::Go { changed } => prop_assert_eq!(session.profile() != before.profile(), changed),
                Step::Refused(_) | Step::Stopped => prop_assert_eq!(&session, &before),
            }
        }
    }
}

proptest! {
    // Each of them reads some thirty files.
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_is_kept_can_be_read_again_and_never_turns_into_a_draft(
        session in any_session(),
        replies in prop::collection::vec(any_reply(), 0..60),
    ) {
        let mut session = session;
        let mut complete = !session.profile().is_draft();
        for reply in replies {
            let _ = session.apply(reply);
            prop_assert!(!(complete && session.profile().is_draft()));
            complete = !session.profile().is_draft();
            let saved = crate::profile::read("p.toml", &session.profile().to_toml());
            let saved = saved.expect("what is kept can be read");
            prop_assert!(saved.warnings.is_empty());
            prop_assert_eq!(&saved.profile.state, &session.profile().state);
        }
    }
}
