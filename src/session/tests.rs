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

#[test]
fn enter_alone_answers_nothing_but_goes_on_past_an_answer() {
    let mut session = begun(draft(Mode::Joint, &[]));
    assert_eq!(session.apply(Reply::Continue), Step::Refused(Refusal::NothingAnswered));
    let _ = play(&mut session, [point(4), Reply::Back]);
    assert_eq!(session.position(), Position::Question(0));
    assert_eq!(session.apply(Reply::Continue), Step::Go { changed: false });
    assert_eq!(session.position(), Position::Question(1));
    assert_eq!(session.profile().given(), 1);
}

#[test]
fn back_leads_to_the_question_just_answered_and_then_backwards_and_on_to_the_open_one() {
    let mut session = answered(6);
    let _ = play(
        &mut session,
        [Reply::GoTo(3), Reply::Overview, Reply::GoTo(1), point(5)],
    );
    assert_eq!(
        (session.position(), session.just_answered()),
        (Position::Question(6), Some(1))
    );
    for back in [1, 0] {
        let _ = session.apply(Reply::Back);
        assert_eq!(session.position(), Position::Question(back));
    }
    assert_eq!(session.apply(Reply::Back), Step::Refused(Refusal::AtFirst));
    // On from an answered question comes the next open one, not the next.
    let _ = session.apply(Reply::Continue);
    assert_eq!(session.position(), Position::Question(6));
}

#[test]
fn back_from_the_overview_leads_to_the_question_just_answered_and_says_no_more_of_it() {
    let mut session = answered(24);
    let _ = play(&mut session, [Reply::GoTo(2), point(5), Reply::Back]);
    assert_eq!(
        (session.position(), session.just_answered()),
        (Position::Question(2), None)
    );
}

#[test]
fn one_of_ten_questions_ago_is_changed_and_the_team_is_back_where_it_was() {
    let mut session = answered(15);
    for leaves in [point(5), Reply::Continue, Reply::Back, Reply::Skip] {
        let changes = matches!(leaves, Reply::Answer(_));
        let _ = play(&mut session, [Reply::Overview, Reply::GoTo(4)]);
        assert!(session.visits() && session.waiting() == Some(15));
        let step = session.apply(leaves);
        assert_eq!(
            (step, session.position()),
            (Step::Go { changed: changes }, Position::Question(15))
        );
        assert!(!session.visits() && session.waiting().is_none());
    }
    assert_eq!(session.answered(4), Some(&Tally::one(Answer::Point(5), 5)));
    assert_eq!(session.apply(Reply::Overview), Step::Go { changed: false });
    assert_eq!(session.apply(Reply::GoTo(24)), Step::Refused(Refusal::NoSuchNumber));
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), Position::Question(15));
}

#[test]
fn a_question_chosen_on_the_overview_at_the_end_leads_back_to_it() {
    let mut session = answered(24);
    for leaves in [point(2), Reply::Continue, Reply::Back] {
        let _ = play(&mut session, [Reply::GoTo(9), leaves]);
        assert_eq!((session.position(), session.waiting()), (Position::Overview, None));
    }
    // Out of it the way leads to the question that was answered last.
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), Position::Question(9));
}

#[test]
fn a_skipped_question_stays_open_and_the_overview_leads_to_it() {
    let mut session = answered(2);
    assert_eq!(session.apply(Reply::Skip), Step::Go { changed: false });
    assert_eq!(session.position(), Position::Question(3));
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), Position::Question(2));
    let _ = session.apply(Reply::Skip);
    let _ = play(&mut session, std::iter::repeat_n(point(3), 21));
    assert_eq!((session.position(), session.open()), (Position::Overview, vec![2]));
    let _ = session.apply(Reply::Continue);
    assert_eq!(session.position(), Position::Question(2));
    let _ = session.apply(point(4));
    assert_eq!((session.position(), session.open()), (Position::Overview, vec![]));
}

#[test]
fn finishing_with_open_questions_is_asked_once_more_and_enter_never_does_it() {
    let mut session = answered(3);
    let _ = session.apply(Reply::Overview);
    let _ = session.apply(Reply::Continue);
    assert_eq!(
        session.position(),
        Position::Question(3),
        "Enter goes to the first open question"
    );
    let _ = play(&mut session, [Reply::Overview, Reply::Finish]);
    assert_eq!(session.position(), Position::Sure(Doubt::Finish));
    let _ = session.apply(Reply::Back);
    assert_eq!(
        (session.position(), session.profile().is_draft()),
        (Position::Overview, true)
    );
    let mut back = session.clone();
    let _ = back.apply(Reply::Back);
    assert_eq!(back.position(), Position::Question(3), "the question still waits");
    let steps = play(&mut session, [Reply::Finish, Reply::Continue]);
    assert_eq!(steps, [Step::Go { changed: false }, Step::Go { changed: true }]);
    assert_eq!(
        (session.position(), session.profile().is_draft()),
        (Position::Profile, false)
    );
    // From here on the team can still answer one of them: it stays complete.
    let _ = play(&mut session, [Reply::Back, Reply::GoTo(3), point(4)]);
    assert!(!session.profile().is_draft());
}

#[test]
fn a_team_that_does_not_finish_after_all_comes_back_to_the_question_that_waited() {
    let mut session = answered(3);
    let _ = play(
        &mut session,
        [Reply::Skip, Reply::Overview, Reply::Finish, Reply::Back, Reply::Back],
    );
    assert_eq!(session.position(), Position::Question(4));
    let _ = play(
        &mut session,
        [Reply::Overview, Reply::Finish, Reply::Continue, Reply::Back],
    );
    assert_eq!((session.position(), session.waiting()), (Position::Overview, None));
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

/// A finished profile of a team, so many weeks before the others.
fn earlier(team: &str, weeks: u64, what: &str) -> Profile {
    let mut profile = Profile::answered(crate::lang::Lang::Nl, 2, &[]);
    profile.team = team.into();
    profile.date = profile.date - Days::new(weeks * 7);
    profile.agreements = vec![Agreement::new("culture", what)];
    profile
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

#[test]
fn sheets_are_typed_from_wherever_they_are_chosen_and_no_question_waits_any_more() {
    let ballots = || [Reply::Settings, Reply::Set(Setting::Mode(Mode::Ballots)), Reply::Back];
    for opened in [
        vec![],
        vec![Reply::Overview],
        vec![Reply::Skip, Reply::Overview, Reply::GoTo(3)],
    ] {
        let mut session = begun(draft(Mode::Tally, &["ecosystem"]));
        let _ = play(&mut session, opened.into_iter().chain(ballots()));
        assert_eq!(session.position(), Position::Ballot);
        assert_eq!((session.waiting(), session.visits()), (None, false));
        let joint = [Reply::Settings, Reply::Set(Setting::Mode(Mode::Joint)), Reply::Back];
        let _ = play(&mut session, joint);
        assert_eq!(session.position(), Position::Question(0));
    }
}

#[test]
fn sheets_are_counted_once_all_are_in_and_nothing_of_them_is_kept_before() {
    let mut session = begun(draft(Mode::Ballots, &["ecosystem"]));
    let before = session.profile().clone();
    let sheet = |typed: &str| Reply::Sheet(Tally::sheet(typed, 5).unwrap());
    assert_eq!(session.apply(Reply::Continue), Step::Refused(Refusal::NothingAnswered));
    assert_eq!(session.apply(sheet("45")), Step::Refused(Refusal::SheetLength(2)));
    let typed = ["4?3", "55.", "1-."].map(sheet);
    let _ = play(&mut session, typed);
    // The last sheet is taken back and typed again.
    let _ = play(&mut session, [Reply::Back, sheet("2-.")]);
    assert_eq!((session.sheets(), session.profile()), (3, &before));
    assert_eq!(
        session.apply(Reply::Set(Setting::Mode(Mode::Joint))),
        Step::Refused(Refusal::NotHere)
    );
    let _ = session.apply(Reply::Continue);
    assert_eq!(session.position(), Position::Sure(Doubt::AllSheets));
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), Position::Ballot);
    let steps = play(&mut session, [Reply::Continue, Reply::Continue]);
    assert_eq!(steps[1], Step::Go { changed: true });
    assert_eq!((session.position(), session.sheets()), (Position::Overview, 0));
    let counts = |votes: [u32; 5], dont_know, not_applicable| Tally {
        votes: votes.to_vec(),
        dont_know,
        not_applicable,
    };
    assert_eq!(session.answered(0), Some(&counts([0, 1, 0, 1, 1], 0, 0)));
    assert_eq!(session.answered(1), Some(&counts([0, 0, 0, 0, 1], 1, 1)));
    assert_eq!(session.answered(2), Some(&counts([0, 0, 1, 0, 0], 0, 0)));
    // A number shows a question's spread; nobody can be asked again.
    let _ = session.apply(Reply::GoTo(1));
    assert_eq!(session.position(), Position::Spread(1));
    let _ = session.apply(Reply::Continue);
    assert_eq!(session.position(), Position::Overview);
    let _ = session.apply(Reply::Continue);
    assert_eq!(session.position(), Position::Profile);
}

#[test]
fn one_sheet_more_than_participants_asks_whether_the_team_has_grown() {
    let mut profile = draft(Mode::Ballots, &["ecosystem"]);
    profile.participants = 1;
    let mut session = begun(profile);
    let sheet = || Reply::Sheet(Tally::sheet("333", 5).unwrap());
    let _ = play(&mut session, [sheet(), sheet()]);
    assert_eq!((session.position(), session.grown()), (Position::Sure(Doubt::Grown), 2));
    let _ = session.apply(Reply::Continue);
    assert_eq!((session.position(), session.sheets()), (Position::Ballot, 2));
    assert_eq!(session.profile().participants, 2);
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
