//! Another round that the meeting would replace.

use super::*;
use crate::{lang::Lang, rounds};

/// A round of the team, so many days before or after the meetings here, in which all six said 3 everywhere.
fn round(days: i64) -> Profile {
    let mut profile = Profile::unanswered(Lang::Nl, Mode::Tally, 6, State::Complete);
    profile.date += chrono::TimeDelta::days(days);
    for at in profile.questionnaire.clone().places() {
        profile.response_mut(at).tally = Some(all(6, 3));
    }
    let trust = profile.questionnaire.find("culture.trust").unwrap();
    profile.response_mut(trust).note = Some("Sinds de verhuizing.".into());
    profile.agreements = vec![Agreement::new("culture", "bellen")];
    profile
}

/// What is left of a round after one that was about culture only.
fn without_culture(round: &Profile) -> Profile {
    let mut later = draft(Mode::Tally, &["culture"]);
    for at in later.asked() {
        later.response_mut(at).tally = Some(all(6, 4));
    }
    rounds::replace(round, &mut later).expect("the other elements")
}

fn beside(rounds: Vec<Profile>, mode: Mode, elements: &[&str]) -> Session {
    let past = Past::new(true, move |_| rounds.clone());
    Session::new(draft(mode, elements), past, Pace::Lines)
}

fn set(setting: Setting) -> [Reply; 3] {
    [Reply::Settings, Reply::Set(setting), Reply::Back]
}

fn day(days: i64) -> NaiveDate {
    draft(Mode::Tally, &[]).date + chrono::TimeDelta::days(days)
}

const ASKED: Position = Position::Sure(Doubt::Replace);

#[test]
fn before_all_else_the_team_is_asked_whether_a_round_is_replaced() {
    let mut session = beside(vec![round(-7)], Mode::Tally, &[]);
    assert_eq!((session.position(), session.to_replace()), (ASKED, vec![&round(-7)]));
    assert!(session.replaced().is_empty());
    let _ = session.apply(Reply::Continue);
    assert_eq!(
        (session.position(), session.replaced()),
        (Position::FollowUp(0), &[round(-7)][..])
    );
    for (rounds, mode, elements) in [
        (vec![round(-28)], Mode::Tally, &[][..]),
        (vec![round(-7)], Mode::Joint, &[]),
        (vec![], Mode::Tally, &[]),
        (vec![without_culture(&round(-7))], Mode::Ballots, &["culture"]),
    ] {
        assert_ne!(
            beside(rounds, mode, elements).position(),
            ASKED,
            "{mode:?} {elements:?}"
        );
    }
}

#[test]
fn another_day_is_the_way_out_and_a_day_or_way_of_answering_that_needs_it_is_asked_again() {
    let mut session = beside(vec![round(-7)], Mode::Tally, &[]);
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), Position::Settings);
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), ASKED);
    let _ = play(
        &mut session,
        [Reply::Back, Reply::Set(Setting::Date(day(21))), Reply::Back],
    );
    assert_eq!(session.position(), Position::FollowUp(0));
    let _ = play(&mut session, set(Setting::Date(day(20))));
    assert_eq!(session.position(), ASKED);
    let _ = play(
        &mut session,
        [Reply::Back, Reply::Set(Setting::Mode(Mode::Joint)), Reply::Back],
    );
    assert_eq!(session.position(), Position::FollowUp(0));
    let _ = play(&mut session, set(Setting::Mode(Mode::Ballots)));
    assert_eq!(session.position(), ASKED);
    let _ = session.apply(Reply::Continue);
    assert_eq!(session.position(), Position::FollowUp(0));
}

#[test]
fn a_round_that_is_replaced_is_no_last_time() {
    let mut session = beside(vec![round(-70), round(-7)], Mode::Joint, &[]);
    let last = |session: &Session| session.last_time(0).map(|last| last.date);
    assert_eq!(last(&session), Some(day(-7)));
    let _ = play(&mut session, set(Setting::Mode(Mode::Ballots)));
    assert_eq!((session.position(), last(&session)), (ASKED, Some(day(-70))));
    let session = beside(vec![round(-7)], Mode::Tally, &[]);
    assert_eq!(last(&session), None);
}

#[test]
fn what_was_said_beforehand_is_not_asked() {
    let past = Past::new(false, |_| vec![round(-7)]).replacing(true);
    let session = Session::new(draft(Mode::Tally, &[]), past, Pace::Lines);
    assert_eq!(
        (session.position(), session.replaced().len()),
        (Position::Question(0), 1)
    );
}

#[test]
fn a_group_comes_not_beside_its_whole_team_by_another_day_mode_or_name() {
    let mut others = [round(-7), round(-30)];
    others[0].group = Some("ouders".into());
    others[1].group = Some("bestuur".into());
    let past = || {
        let others = others.to_vec();
        Past::new(false, move |_| others.clone())
    };
    let refused = |days| Step::Refused(Refusal::MixedRound(day(days)));
    let mut session = Session::new(draft(Mode::Joint, &[]), past(), Pace::Lines);
    assert_eq!(play(&mut session, set(Setting::Mode(Mode::Tally)))[1], refused(-7));
    let _ = play(&mut session, set(Setting::Date(day(21))));
    assert!(!play(&mut session, set(Setting::Mode(Mode::Tally))).contains(&refused(-7)));
    assert_eq!(play(&mut session, set(Setting::Date(day(-1))))[1], refused(-7));
    assert_eq!(play(&mut session, set(Setting::Date(day(-35))))[1], refused(-30));
    // Of another team it was none of its business.
    let mut elsewhere = draft(Mode::Tally, &[]);
    elsewhere.team = "Zuid".into();
    let mut session = Session::new(elsewhere, past(), Pace::Lines);
    assert_eq!(play(&mut session, set(Setting::Team("noord".into())))[1], refused(-7));
    // A group stands beside another one.
    let mut group = draft(Mode::Tally, &[]);
    group.group = Some("jongeren".into());
    let mut session = Session::new(group, past(), Pace::Lines);
    assert_eq!(
        play(&mut session, set(Setting::Date(day(-7))))[1],
        Step::Go { changed: true }
    );
    assert!(session.to_replace().is_empty());
}

#[test]
fn a_group_looks_back_at_its_own_agreements_and_last_time() {
    let mut group = draft(Mode::Joint, &[]);
    group.group = Some("ouders".into());
    let known = |group: Option<&str>| {
        let group = group.map(str::to_owned);
        Past::new(true, move |_| {
            vec![Profile {
                group: group.clone(),
                ..round(-70)
            }]
        })
    };
    let session = Session::new(group.clone(), known(None), Pace::Lines);
    assert_eq!(
        (session.position(), session.last_time(0)),
        (Position::Question(0), None)
    );
    let session = Session::new(group, known(Some("Ouders")), Pace::Lines);
    assert_eq!(session.position(), Position::FollowUp(0));
    assert!(session.last_time(0).is_some());
}

#[test]
fn a_day_before_a_round_is_refused() {
    let mut session = beside(vec![round(7)], Mode::Joint, &[]);
    let refused = Step::Refused(Refusal::OtherRound(day(7)));
    assert_eq!(play(&mut session, set(Setting::Mode(Mode::Tally)))[1], refused);
    let _ = play(&mut session, set(Setting::Date(day(8))));
    let _ = play(&mut session, set(Setting::Mode(Mode::Tally)));
    assert_eq!(session.position(), ASKED);
    let _ = session.apply(Reply::Back);
    assert_eq!(session.apply(Reply::Set(Setting::Date(day(6)))), refused);
}

#[test]
fn the_complete_profile_holds_what_the_round_said_beside_its_answers() {
    let mut session = beside(vec![round(-7)], Mode::Tally, &["culture"]);
    let _ = play(
        &mut session,
        [Reply::Continue, looks_back(AgreementState::Done, "gelukt")],
    );
    let answers = std::iter::repeat_n(Reply::Answer(all(7, 4)), 5);
    let _ = play(&mut session, answers.chain([Reply::Continue]));
    assert_eq!(session.position(), Position::Profile);
    let trust = session.profile().questionnaire.find("culture.trust").unwrap();
    assert_eq!(
        session.profile().response(trust).note.as_deref(),
        Some("Sinds de verhuizing.")
    );
    assert_eq!(session.profile().agreements.len(), 1);
    // Taken away afterwards it doesn't come back.
    let _ = play(
        &mut session,
        [
            Reply::Back,
            Reply::GoTo(0),
            Reply::Note(String::new()),
            Reply::Continue,
            Reply::Continue,
        ],
    );
    assert_eq!(
        (session.position(), session.profile().response(trust).note.as_deref()),
        (Position::Profile, None)
    );
}

#[test]
fn a_round_with_the_same_counts_keeps_what_it_says() {
    let mut session = beside(vec![round(-7)], Mode::Tally, &["culture"]);
    let _ = play(&mut session, [Reply::Continue, looks_back(AgreementState::Done, "")]);
    let answers = std::iter::repeat_n(Reply::Answer(all(6, 3)), 5);
    let _ = play(&mut session, answers.chain([Reply::Continue]));
    assert_eq!(session.position(), Position::Profile);
    let trust = session.profile().questionnaire.find("culture.trust").unwrap();
    assert_eq!(session.profile().response(trust).note, None);
}

#[test]
fn what_is_left_open_replaces_nothing() {
    let mut session = beside(vec![round(-7)], Mode::Tally, &["culture"]);
    let _ = play(&mut session, [Reply::Continue, looks_back(AgreementState::Done, "")]);
    let _ = play(&mut session, [Reply::Finish, Reply::Finish, Reply::Continue]);
    assert_eq!(session.position(), Position::Profile);
    assert!(!rounds::clash(session.profile(), &round(-7)));
    // Answered after all, it does.
    let again = [Reply::Back, Reply::GoTo(0), Reply::Answer(all(7, 4))];
    let _ = play(&mut session, again);
    let trust = session.profile().questionnaire.find("culture.trust").unwrap();
    assert_eq!(
        session.profile().response(trust).note.as_deref(),
        Some("Sinds de verhuizing.")
    );
}

#[test]
fn a_reopened_round_takes_no_answer_and_no_day_that_another_one_stands_in_the_way_of() {
    let mut first = round(-40);
    first.response_mut((0, 0)).tally = None;
    let reopened = |day| {
        let past = Past::new(false, |_| vec![round(-7)]);
        Session::reopened(first.clone(), past, Pace::Lines, day)
    };
    let mut session = reopened(day(0));
    let _ = session.apply(Reply::GoTo(0));
    assert!(matches!(
        session.apply(Reply::Answer(all(6, 2))),
        Step::Go { changed: true }
    ));
    let mut session = reopened(day(0));
    let other = Step::Refused(Refusal::OtherRound(day(-7)));
    assert_eq!(
        session.apply(Reply::Set(Setting::Date(day(-20)))),
        Step::Go { changed: true },
        "the same counts"
    );
    assert!(session.to_replace().is_empty(), "it takes the place of none any more");
    let _ = session.apply(Reply::GoTo(0));
    assert_eq!(session.apply(Reply::Answer(all(6, 2))), other);
    assert_eq!(session.apply(Reply::Answer(all(6, 3))), Step::Go { changed: true });
    let mut session = reopened(day(0));
    let _ = play(&mut session, [Reply::GoTo(1), Reply::Answer(all(6, 2))]);
    assert_eq!(play(&mut session, set(Setting::Date(day(-20))))[1], other);
    // Two that clash already can still be corrected.
    first.date = day(-20);
    first.response_mut((0, 0)).tally = Some(all(6, 2));
    let past = Past::new(false, |_| vec![round(-7)]);
    let mut session = Session::reopened(first, past, Pace::Lines, day(0));
    assert_eq!(
        play(&mut session, set(Setting::Date(day(-21))))[1],
        Step::Go { changed: true }
    );
}

#[test]
fn a_reopened_profile_from_paper_takes_no_sheets_and_no_answers() {
    let empty = Profile::unanswered(Lang::Nl, Mode::Ballots, 7, State::Complete);
    for profile in [
        empty.clone(),
        Profile {
            mode: Mode::Ballots,
            ..round(0)
        },
    ] {
        let sheets = vec![
            Reply::Settings,
            Reply::Back,
            Reply::Sheet(vec![Some(Answer::Point(1)); 24]),
            Reply::Continue,
            Reply::Continue,
        ];
        let answer = vec![
            Reply::GoTo(0),
            Reply::Answer(all(7, 1)),
            Reply::Note("Goed gesprek.".into()),
        ];
        for replies in [sheets, answer] {
            let mut session = Session::reopened(profile.clone(), Past::default(), Pace::Lines, day(0));
            let _ = play(&mut session, replies);
            let counts = |profile: &Profile| {
                let responses = profile.responses.concat().into_iter();
                responses.map(|response| response.tally).collect::<Vec<_>>()
            };
            assert_eq!(counts(session.profile()), counts(&profile));
        }
    }
}
