//! What each member answered on paper.

use super::*;

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
