use proptest::prelude::*;

use super::*;
use crate::{
    agreement::Agreement,
    lang::Lang,
    profile::{State, read},
    scoring::WEAKEST,
    tally::Mode,
};

/// A profile of the six elements with these answers, a question each; every third question counts in reverse.
fn answered(answers: &[String], participants: u32, first: u32) -> Profile {
    let mut profile = Profile::unanswered(Lang::Nl, Mode::Tally, participants, State::Complete);
    profile.questionnaire = profile.questionnaire.as_kept();
    profile.functions = Some("wijkagent".into());
    profile.agreements = vec![Agreement::new("culture", "Samen lunchen")];
    profile.questionnaire.scale.first = first;
    if first == 0 {
        for band in [
            &mut profile.questionnaire.scale.strong,
            &mut profile.questionnaire.scale.discuss,
        ] {
            *band -= crate::fraction::fraction(1, 1);
        }
    }
    for element in &mut profile.questionnaire.elements {
        for question in element.questions.iter_mut().step_by(3) {
            question.reverse = true;
        }
    }
    let places: Vec<At> = profile.questionnaire.places().collect();
    for (at, answers) in places.into_iter().zip(answers) {
        let mut tally = Tally::empty(5);
        for answer in answers.chars() {
            match answer {
                '?' => tally.dont_know += 1,
                '-' => tally.not_applicable += 1,
                number => tally.votes[number as usize - '1' as usize] += 1,
            }
        }
        let response = profile.response_mut(at);
        response.tally = (tally.voters() > 0).then_some(tally);
        response.note = Some("Dat zei de wijkagent".into());
    }
    profile
}

/// What an answered question of a team of twelve becomes.
fn told(answers: &str) -> Response {
    let shared = answered(&[answers.to_owned()], 12, 1).to_share();
    shared.expect("twelve are enough").response((0, 0)).clone()
}

#[test]
fn what_is_told_of_a_question_depends_on_how_many_answered_it() {
    let sum = |sum, numbers, divided| Some(Shared::Sum { sum, numbers, divided });
    for (answers, shared) in [
        ("", None),
        ("1", None),
        ("3333", None),
        ("3333?", None),
        ("33333", sum(15, 5, false)),
        ("11555", sum(17, 5, true)),
        ("3333333", sum(21, 7, false)),
        ("11155??-", sum(13, 5, true)),
        // No score: what is told is why, not of how many.
        ("????", None),
        ("?????", Some(Shared::DontKnow)),
        ("3????", Some(Shared::DontKnow)),
        ("33333??????", Some(Shared::DontKnow)),
        ("----", None),
        ("3----", Some(Shared::NotApplicable)),
        ("33333------", Some(Shared::NotApplicable)),
    ] {
        let response = told(answers);
        assert_eq!((response.tally, response.shared), (None, shared), "{answers}");
    }
    let many = told("33333333?");
    assert_eq!((many.tally.map(|tally| tally.voters()), many.shared), (Some(9), None));
}

#[test]
fn from_five_people_on_a_profile_can_be_shared_and_one_that_is_agreed_on_always() {
    let profile = |mode, participants| Profile {
        mode,
        ..answered(&[], participants, 1)
    };
    for mode in [Mode::Tally, Mode::Ballots, Mode::Merged] {
        assert_eq!(profile(mode, 4).to_share(), None);
        assert!(profile(mode, 5).to_share().is_some());
    }
    let mut joint = Profile::answered(Lang::Nl, 3, &[("culture.trust", "?"), ("culture.roles", "-")]);
    joint.participants = 2;
    let shared = joint.to_share().expect("nobody's own answers");
    assert_eq!(shared.responses, joint.responses);
}

#[test]
fn what_no_shared_profile_says_is_refused() {
    let shared = answered(&["33333".into(), "?????".into(), "333333333".into()], 12, 1).to_share();
    let text = shared.expect("twelve are enough").to_toml();
    let problems = |from: &str, to: &str| {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        read("x.toml", &changed).err().map_or(0, |problems| problems.len())
    };
    assert_eq!(problems("mode = \"tally\"", "mode = \"ballots\""), 0);
    for (from, to) in [
        ("shared = true\n", ""),
        ("shared = true", "shared = false"),
        ("shared = true", "shared = \"ja\""),
        ("mode = \"tally\"", "mode = \"joint\""),
        ("sum = 15", "sum = 4"),
        ("sum = 15", "sum = 26"),
        ("sum = 15", "sum = 4294967296"),
        ("sum = 15\n", ""),
        ("numbers = 5", "numbers = 4"),
        ("numbers = 5", "numbers = 8"),
        ("numbers = 5\n", ""),
        ("divided = false", "divided = 0"),
        ("participants = 12", "participants = 4"),
        ("numbers = 5", "numbers = 5\ndont_know = 1"),
        ("numbers = 5", "numbers = 5\nanswer = \"?\""),
        ("answer = \"?\"", "answer = 3"),
        ("answer = \"?\"", "answer = \"\""),
        ("votes = [", "sum = 20\nvotes = ["),
        ("votes = [", "answer = \"-\"\nvotes = ["),
        ("end = \"complete\"", "end = \"draft\""),
    ] {
        assert!(problems(from, to) > 0, "{from} → {to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_is_shared_scores_the_same_and_tells_nothing_of_few(
        answers in prop::collection::vec("[1-5]{0,9}[?]{0,7}[-]{0,7}", 24),
        participants in 23_u32..40,
        first in 0_u32..2,
    ) {
        let profile = answered(&answers, participants, first);
        let shared = profile.to_share().expect("so many are enough");
        prop_assert!(shared.shared && shared.functions.is_none() && shared.agreements.is_empty());
        prop_assert_eq!(shared.to_share(), Some(shared.clone()), "shared once more");
        let loaded = read("x.toml", &shared.to_toml()).expect("it is read again");
        prop_assert!(loaded.warnings.is_empty());
        prop_assert_eq!(&loaded.profile, &shared);
        for at in profile.questionnaire.places() {
            let (was, response) = (profile.question_score(at), shared.response(at));
            let score = shared.question_score(at);
            prop_assert_eq!(&response.note, &None);
            if let Some(tally) = &response.tally {
                prop_assert!(tally.numbers() >= 8);
                prop_assert_eq!(&score, &was);
            }
            match &score.outcome {
                Outcome::Scored(_) => {
                    prop_assert!(score.numbers >= 5);
                    prop_assert_eq!(&score.outcome, &was.outcome);
                    prop_assert_eq!((score.numbers, score.thin), (was.numbers, was.thin));
                    prop_assert_eq!(score.spread == Spread::Divided, was.spread == Spread::Divided);
                }
                Outcome::DontKnow | Outcome::NotApplicable => prop_assert_eq!(&score.outcome, &was.outcome),
                Outcome::Unanswered => prop_assert!(was.numbers < 5),
                Outcome::NotAsked => prop_assert_eq!(&was.outcome, &Outcome::NotAsked),
            }
        }
        let elements = shared.scores(WEAKEST).elements;
        for (now, was) in elements.iter().zip(&profile.scores(WEAKEST).elements) {
            let same = now.questions.iter().zip(&was.questions).all(|(now, was)| now.outcome == was.outcome);
            prop_assert!(!same || now.score == was.score);
        }
    }
}
