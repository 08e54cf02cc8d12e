//! The way through the questions: on, back, to the overview and from it.

use super::*;

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
