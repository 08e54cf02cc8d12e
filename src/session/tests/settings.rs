//! The settings of a meeting, and what another team or day changes.

use super::*;

#[test]
fn settings_change_at_once_and_lead_back_to_where_they_were_opened() {
    let mut session = answered(3);
    let _ = session.apply(Reply::Settings);
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    for setting in [
        Setting::Team("Zuid".into()),
        Setting::Date(day),
        Setting::Participants(9),
        Setting::Functions("wijkagent".into()),
    ] {
        assert_eq!(session.apply(Reply::Set(setting)), Step::Go { changed: true });
        assert_eq!(session.position(), Position::Settings);
    }
    let profile = session.profile();
    assert_eq!(
        (
            profile.team.as_str(),
            profile.date,
            profile.participants,
            profile.functions.as_deref()
        ),
        ("Zuid", day, 9, Some("wijkagent"))
    );
    assert_eq!(
        session.apply(Reply::Set(Setting::Mode(Mode::Tally))),
        Step::Refused(Refusal::ModeStays)
    );
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), Position::Question(3));
    // Line by line the number of participants is said at a question.
    assert_eq!(
        session.apply(Reply::Set(Setting::Participants(8))),
        Step::Go { changed: true }
    );
    assert_eq!(session.position(), Position::Question(3));
}

#[test]
fn the_way_of_answering_changes_only_before_the_first_answer_and_participants_never_below_the_votes() {
    let mut session = begun(draft(Mode::Tally, &[]));
    let _ = play(
        &mut session,
        [Reply::Settings, Reply::Set(Setting::Mode(Mode::Ballots)), Reply::Back],
    );
    assert_eq!(session.position(), Position::Ballot);
    let _ = play(
        &mut session,
        [Reply::Settings, Reply::Set(Setting::Mode(Mode::Tally)), Reply::Back],
    );
    assert_eq!(session.position(), Position::Question(0));
    let _ = play(&mut session, [Reply::Answer(all(6, 2)), Reply::Settings]);
    assert_eq!(
        session.apply(Reply::Set(Setting::Participants(5))),
        Step::Refused(Refusal::FewerThanVotes(6))
    );
    assert_eq!(
        session.apply(Reply::Set(Setting::Participants(6))),
        Step::Go { changed: true }
    );
}

#[test]
fn typed_settings_are_understood_or_refused_with_the_reason() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let long = "n".repeat(TEAM_CHARS + 1);
    for (kind, typed, wanted) in [
        (SettingKind::Team, " Noord ", Ok(Setting::Team("Noord".into()))),
        (SettingKind::Team, " ", Err(Refusal::BlankTeam)),
        (SettingKind::Team, long.as_str(), Err(Refusal::TeamTooLong)),
        (SettingKind::Participants, "8", Ok(Setting::Participants(8))),
        (SettingKind::Participants, "0", Err(Refusal::BadParticipants)),
        (SettingKind::Participants, "acht", Err(Refusal::BadParticipants)),
        (SettingKind::Mode, "2", Ok(Setting::Mode(Mode::Tally))),
        (SettingKind::Mode, "samen", Ok(Setting::Mode(Mode::Joint))),
        (SettingKind::Mode, "4", Err(Refusal::NoSuchMode)),
        (SettingKind::Date, "31-2-2027", Err(Refusal::NoSuchDay)),
        (SettingKind::Date, "gisteren of zo", Err(Refusal::NoSuchDay)),
        (SettingKind::Functions, "", Ok(Setting::Functions(String::new()))),
    ] {
        assert_eq!(kind.typed(typed, day), wanted, "{typed}");
    }
}

#[test]
fn another_team_has_another_last_time_and_other_agreements_to_look_back_at() {
    let past = Past::new(true, |_| {
        vec![earlier("Zuid", 12, "van zuid"), earlier("Noord", 6, "van noord")]
    });
    let mut session = Session::new(draft(Mode::Joint, &[]), past, Pace::Pages);
    assert_eq!(session.carried_over(0).what, "van noord");
    let last = |session: &Session| session.last_time(0).map(|earlier| earlier.date);
    let noord = last(&session);
    assert!(noord.is_some());
    let _ = play(
        &mut session,
        [Reply::Settings, Reply::Set(Setting::Team("zuid".into()))],
    );
    assert_eq!(session.follow_ups(), 1);
    assert_eq!(session.carried_over(0).what, "van zuid");
    assert!(last(&session) < noord);
    let _ = play(&mut session, [Reply::Set(Setting::Team("West".into())), Reply::Back]);
    assert_eq!((session.position(), session.follow_ups()), (Position::Question(0), 0));
    assert_eq!(last(&session), None);
}

#[test]
fn what_was_said_of_an_agreement_is_there_again_when_a_wrong_name_is_put_right() {
    let past = Past::new(true, |_| {
        vec![earlier("Noord", 6, "bellen"), earlier("Noord", 3, "eten")]
    });
    let mut session = Session::new(draft(Mode::Joint, &[]), past, Pace::Pages);
    let _ = session.apply(looks_back(AgreementState::Done, "gelukt"));
    let wrong = [Reply::Settings, Reply::Set(Setting::Team("Norod".into())), Reply::Back];
    let _ = play(&mut session, wrong);
    assert_eq!((session.position(), session.follow_ups()), (Position::Question(0), 0));
    let right = [Reply::Settings, Reply::Set(Setting::Team("Noord".into())), Reply::Back];
    let _ = play(&mut session, right);
    assert_eq!((session.position(), session.follow_ups()), (Position::FollowUp(1), 2));
    let said = session.carried_over(0);
    assert_eq!(
        (said.state, said.note.as_deref()),
        (AgreementState::Done, Some("gelukt"))
    );
    assert_eq!(session.carried_over(1).what, "eten");
}

#[test]
fn from_an_agreement_that_was_looked_back_at_the_settings_lead_back_to_it() {
    let mut session = begun(with_agreements(draft(Mode::Joint, &[])));
    let both = [
        looks_back(AgreementState::Done, ""),
        looks_back(AgreementState::Open, ""),
    ];
    let _ = play(&mut session, both);
    let _ = play(&mut session, [Reply::Back, Reply::Back, Reply::Settings, Reply::Back]);
    assert_eq!(session.position(), Position::FollowUp(0));
}
