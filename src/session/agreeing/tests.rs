use proptest::prelude::*;

use super::*;
use crate::{
    agreement::Agreement,
    session::{
        Past, Step,
        tests::{begun, draft, play, point},
    },
    tally::{Answer, Mode, Tally},
};

/// A draft all of whose questions are answered; the culture and the ecosystem are lowest, in that order.
fn at_the_overview(pace: Pace) -> Session {
    let mut profile = draft(Mode::Joint, &[]);
    for at in profile.questionnaire.places().collect::<Vec<_>>() {
        let number = match at.0 {
            1 => 1,
            5 => 2,
            _ => 4,
        };
        profile.response_mut(at).tally = Some(Tally::one(Answer::Point(number), 5));
    }
    Session::new(profile, Past::default(), pace)
}

/// Past the profile and what to talk about.
fn agreeing(pace: Pace) -> Session {
    let mut session = at_the_overview(pace);
    let _ = play(&mut session, [Reply::Continue, Reply::Continue, Reply::Continue]);
    session
}

fn line(text: &str) -> Reply {
    Reply::Line(text.into())
}

fn new(element: usize, field: AgreementField) -> Position {
    typing(About::New(element), field)
}

fn made(place: usize, field: AgreementField) -> Position {
    typing(About::Made(place), field)
}

#[test]
fn line_by_line_a_team_agrees_on_each_weakest_element_and_then_on_what_it_chooses() {
    use AgreementField::{What, When, Who};
    let mut session = agreeing(Pace::Lines);
    let changed = Step::Go { changed: true };
    let unchanged = Step::Go { changed: false };
    for (at, text, step) in [
        (new(1, What), " Bellen ", changed),
        (made(0, Who), "", unchanged),
        (made(0, When), "15 jan", changed),
        (new(5, What), "Eten", changed),
        (made(1, Who), "Ria", changed),
        (made(1, When), "ooit", changed),
    ] {
        assert_eq!(session.position(), at);
        assert_eq!(session.apply(line(text)), step);
    }
    assert_eq!(session.position(), Position::Agreements);
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
    // A strong element after that, and an end.
    let _ = play(&mut session, [Reply::GoTo(2), line("Zo houden"), line(""), line("")]);
    assert_eq!(
        (session.position(), session.profile().agreements.len()),
        (Position::Agreements, 3)
    );
    let _ = session.apply(Reply::Continue);
    assert_eq!(session.position(), Position::Done);
}

#[test]
fn page_by_page_a_team_chooses_what_it_agrees_on_as_often_as_it_wants() {
    use AgreementField::What;
    let mut session = agreeing(Pace::Pages);
    assert_eq!(session.position(), Position::Agreements);
    for what in ["een", "twee"] {
        let _ = session.apply(Reply::GoTo(2));
        assert_eq!(session.position(), new(2, What));
        let _ = play(&mut session, [line(what), line(""), line("")]);
        assert_eq!(session.position(), Position::Agreements);
    }
    assert_eq!(session.made(), [0, 1]);
    // Those that are made are numbered on.
    let _ = session.apply(Reply::GoTo(7));
    assert_eq!(session.position(), made(1, What));
    assert_eq!(session.typed(About::Made(1), What), "twee");
    let _ = play(&mut session, [line("drie"), line("Ria"), line("")]);
    assert_eq!(session.apply(Reply::GoTo(8)), Step::Refused(Refusal::NoSuchNumber));
    let told: Vec<_> = session
        .profile()
        .agreements
        .iter()
        .map(|made| made.what.as_str())
        .collect();
    assert_eq!(told, ["een", "drie"]);
}

#[test]
fn an_agreement_is_taken_away_only_after_it_was_asked() {
    let mut session = agreeing(Pace::Pages);
    let _ = play(&mut session, [Reply::GoTo(1), line("Bellen"), line(""), line("")]);
    let _ = play(&mut session, [Reply::GoTo(6), line("")]);
    assert_eq!(session.position(), Position::Sure(Doubt::Remove(0)));
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), made(0, AgreementField::What));
    let steps = play(&mut session, [line(" "), Reply::Continue]);
    assert_eq!(steps[1], Step::Go { changed: true });
    assert_eq!(
        (session.position(), session.profile().agreements.len()),
        (Position::Agreements, 0)
    );
}

#[test]
fn an_empty_what_agrees_on_nothing_and_back_leads_to_the_agreement_before() {
    let mut session = agreeing(Pace::Lines);
    assert_eq!(session.apply(line("")), Step::Go { changed: false });
    assert_eq!(session.position(), new(5, AgreementField::What));
    // To the element that was passed, and from there no further.
    let _ = session.apply(Reply::Back);
    assert_eq!(session.position(), new(1, AgreementField::What));
    assert_eq!(session.apply(Reply::Back), Step::Refused(Refusal::AtFirst));
    let _ = play(&mut session, [line("Bellen"), line(""), line(""), Reply::Back]);
    assert_eq!(session.position(), made(0, AgreementField::What));
    let _ = play(&mut session, [line("Mailen"), line(""), line(""), line("")]);
    assert_eq!(session.position(), Position::Agreements);
    assert_eq!(session.profile().agreements, [Agreement::new("culture", "Mailen")]);
}

#[test]
fn a_line_that_does_not_fit_changes_nothing() {
    let mut session = agreeing(Pace::Lines);
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
fn what_was_typed_when_the_team_stops_is_an_agreement_as_far_as_it_goes() {
    use AgreementField::{What, When, Who};
    for (lines, so_far, wanted) in [
        (&[][..], "Bel", Agreement::new("culture", "Bel")),
        (
            &["Bellen"],
            "de wij",
            Agreement {
                who: Some("de wij".into()),
                ..Agreement::new("culture", "Bellen")
            },
        ),
        (
            &["Bellen", "Ria"],
            "31-2",
            Agreement {
                who: Some("Ria".into()),
                due: Some(Due::Words("31-2".into())),
                ..Agreement::new("culture", "Bellen")
            },
        ),
    ] {
        let mut session = agreeing(Pace::Pages);
        let _ = session.apply(Reply::GoTo(1));
        let _ = play(&mut session, lines.iter().map(|text| line(text)));
        assert_eq!(
            session.apply(Reply::LineSoFar(so_far.into())),
            Step::Go { changed: true }
        );
        assert_eq!(session.position(), made(0, [What, Who, When][lines.len()]));
        assert_eq!(session.profile().agreements, [wanted]);
    }
    // Nothing typed is no agreement.
    let mut session = agreeing(Pace::Pages);
    let _ = session.apply(Reply::GoTo(1));
    assert_eq!(session.apply(Reply::LineSoFar(" ".into())), Step::Go { changed: false });
    assert!(session.profile().agreements.is_empty());
}

#[test]
fn the_end_of_the_input_keeps_what_there_is_and_ends() {
    let mut session = agreeing(Pace::Lines);
    let _ = session.apply(line("Bellen"));
    let _ = play(&mut session, [Reply::Continue, Reply::Continue, Reply::Continue]);
    assert_eq!(session.position(), Position::Done);
    assert_eq!(session.profile().agreements, [Agreement::new("culture", "Bellen")]);
}

#[test]
fn where_nothing_stands_out_every_element_can_still_be_chosen() {
    for pace in [Pace::Lines, Pace::Pages] {
        let mut session = begun(draft(Mode::Joint, &[]));
        session.pace = pace;
        let _ = play(
            &mut session,
            [
                Reply::Overview,
                Reply::Finish,
                Reply::Continue,
                Reply::Continue,
                Reply::Continue,
            ],
        );
        assert_eq!(session.position(), Position::Agreements);
        let _ = session.apply(Reply::GoTo(3));
        assert_eq!(session.position(), new(3, AgreementField::What));
    }
}

#[test]
fn no_more_agreements_are_made_than_can_be_read_again() {
    let mut session = agreeing(Pace::Pages);
    session.profile.agreements = vec![Agreement::new("culture", "bellen"); ENTRIES];
    for typed in [line("eten"), Reply::LineSoFar("eten".into())] {
        let steps = play(&mut session, [Reply::GoTo(1), typed, Reply::Back]);
        assert_eq!(steps[1], Step::Refused(Refusal::TooManyAgreements));
    }
    let steps = play(&mut session, [Reply::GoTo(6), line("eten")]);
    assert_eq!(steps[1], Step::Go { changed: true }, "one that is there can be changed");
}

pub(in crate::session) fn any_line() -> impl Strategy<Value = Reply> {
    prop_oneof![
        4 => "[a-z ]{0,5}".prop_map(Reply::Line),
        1 => Just(line("31-2")),
        2 => "[a-z ]{0,5}".prop_map(Reply::LineSoFar),
        2 => Just(Reply::Back),
        1 => Just(Reply::Stop),
        1 => Just(Reply::Continue),
        1 => (0usize..9).prop_map(Reply::GoTo),
    ]
}

proptest! {
    #[test]
    fn back_and_then_the_same_line_changes_nothing(replies in prop::collection::vec(any_line(), 0..20), text in "[a-z]{1,5}") {
        let mut session = agreeing(Pace::Pages);
        let _ = play(&mut session, replies);
        if session.position() == Position::Agreements {
            let _ = session.apply(Reply::GoTo(1));
        }
        prop_assume!(matches!(session.position(), Position::Agreement { field, .. } if field != AgreementField::When));
        let _ = session.apply(line(&text));
        let once = session.clone();
        let _ = play(&mut session, [Reply::Back, line(&text)]);
        prop_assert_eq!(session, once);
    }

    #[test]
    fn no_agreement_is_ever_without_what_is_agreed(replies in prop::collection::vec(any_line(), 0..40)) {
        let mut session = agreeing(Pace::Lines);
        for reply in replies {
            let _ = session.apply(reply);
            prop_assert!(session.profile().agreements.iter().all(|agreement| !agreement.what.trim().is_empty()));
        }
    }
}
