use proptest::prelude::*;

use super::*;
use crate::{
    profile::{Response, State},
    tally::{Answer, Mode},
};

const RULES: Rules = Rules {
    at_least: AT_LEAST,
    allow_same: false,
    with_notes: false,
};

fn empty() -> Profile {
    Profile::unanswered(Lang::Nl, Mode::Merged, 1, State::Complete)
}

/// A form with these answers to the first questions: a number, `?`, `-`, or `.` for none.
fn form(file: &str, id: Option<&str>, answers: &str) -> Form {
    let places = empty().questionnaire.places().collect::<Vec<_>>();
    let typed = Tally::sheet(answers, 5).unwrap();
    let answered = places.into_iter().zip(typed).map(|(at, answer)| {
        let tally = answer.map(|answer| Tally::one(answer, 5));
        (
            at,
            Response {
                tally,
                ..Response::default()
            },
        )
    });
    Form {
        file: file.into(),
        row: None,
        id: id.map(Into::into),
        group: None,
        answers: answered.collect(),
    }
}

fn five() -> Vec<Form> {
    let answers = ["1234", "2345", "3??-", "4..5", "5551"];
    let forms = answers.iter().zip(["a", "b", "c", "d", "e"]);
    forms.map(|(answers, name)| form(name, None, answers)).collect()
}

/// What is said of forms that can't be merged, a line each.
fn refused(forms: &[Form], rules: Rules) -> Vec<String> {
    let problems = merge(empty(), forms, rules).unwrap_err();
    problems.iter().map(|problem| problem.text(Lang::En)).collect()
}

#[test]
fn the_answers_of_all_forms_are_counted() {
    let profile = merge(empty(), &five(), RULES).unwrap();
    assert_eq!(profile.participants, 5);
    let tally = |question| profile.response((0, question)).tally.clone().unwrap();
    assert_eq!(tally(0).votes, [1, 1, 1, 1, 1]);
    assert_eq!((tally(1).votes, tally(1).dont_know), (vec![0, 1, 1, 0, 1], 1));
    assert_eq!(tally(3).not_applicable, 1);
    assert_eq!(profile.given(), 4);
}

#[test]
fn four_are_too_few_unless_that_was_chosen() {
    let four = &five()[..4];
    assert!(refused(four, RULES)[0].starts_with("Number of forms: 4. At least 5"));
    let chosen = |at_least| Rules { at_least, ..RULES };
    assert!(merge(empty(), four, chosen(4)).is_ok());
    assert!(merge(empty(), &four[..3], chosen(AT_LEAST_CHOSEN)).is_ok());
    assert!(merge(empty(), &four[..2], chosen(AT_LEAST_CHOSEN)).is_err());
}

#[test]
fn more_forms_than_a_meeting_has_people_are_too_many() {
    let one = form("a", None, "3");
    let many: Vec<Form> = (0..10_000)
        .map(|row| Form {
            row: Some(row),
            ..one.clone()
        })
        .collect();
    let said = refused(&many, RULES);
    assert_eq!(said, ["Number of forms: 10000. There can be 200 at most."]);
}

#[test]
fn one_form_twice_is_named_with_the_first() {
    let again = |id: Option<&str>, other: Option<&str>, answers: [&str; 2]| {
        let mut forms = five();
        forms.push(form("z.toml", other, answers[1]));
        forms.push(form("y.toml", id, answers[0]));
        merge(empty(), &forms, RULES).map_err(|problems| problems[0].text(Lang::En))
    };
    let is = |result: &Result<Profile, String>, words: &str| result.as_ref().unwrap_err().contains(words);
    assert!(is(
        &again(Some("1"), Some("1"), ["2222", "2222"]),
        "z.toml: this is the same form as y.toml"
    ));
    assert!(is(&again(Some("1"), Some("1"), ["2222", "2223"]), "in y.toml too"));
    assert!(is(
        &again(None, None, ["2222", "2222"]),
        "z.toml: the same answers as y.toml"
    ));
    assert!(is(&again(Some("1"), None, ["2222", "2222"]), "the same answers"));
    assert!(
        again(Some("1"), Some("2"), ["2222", "2222"]).is_ok(),
        "two forms say that they are two"
    );
    assert!(again(None, None, ["2222", "2223"]).is_ok());
}

#[test]
fn members_may_answer_alike_where_that_was_said() {
    let mut forms = five();
    forms.push(form("f", None, "1234"));
    let allowed = Rules {
        allow_same: true,
        ..RULES
    };
    assert_eq!(merge(empty(), &forms, allowed).unwrap().participants, 6);
    forms[0].id = Some("1".into());
    forms[5].id = Some("1".into());
    assert!(merge(empty(), &forms, allowed).is_err(), "one form is never two");
}

#[test]
fn a_form_of_another_group_is_named() {
    let mut forms = five();
    forms[1].group = Some(" OUDERS".into());
    assert!(refused(&forms, RULES)[0].starts_with("b: this form was made for group  OUDERS."));
    let of = |group: &str| Profile {
        group: Some(group.into()),
        ..empty()
    };
    assert!(merge(of("ouders"), &forms, RULES).is_ok());
    assert!(merge(of("bestuur"), &forms, RULES).is_err());
    assert!(
        merge(of("bestuur"), &five(), RULES).is_ok(),
        "a form needn't say its group"
    );
}

#[test]
fn every_problem_is_named_at_once() {
    let mut forms = five();
    forms.truncate(2);
    forms.push(form("b.toml", None, "...."));
    forms.push(Form {
        row: Some(7),
        ..form("a", None, "1234")
    });
    let said = refused(&forms, RULES);
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("b.toml: there is no answer here"));
    assert!(said[1].starts_with("a: row 7: the same answers as a."));
    assert!(said[2].starts_with("Number of forms: 4."));
}

#[test]
fn notes_are_left_out_unless_wanted_and_then_stand_in_an_order_of_their_own() {
    let mut forms = five();
    for (form, note) in forms.iter_mut().zip(["zo", "bijna", "ja"]) {
        form.answers.get_mut(&(0, 0)).unwrap().note = Some(note.into());
    }
    assert_eq!(with_notes(&forms), 3);
    assert_eq!(merge(empty(), &forms, RULES).unwrap().response((0, 0)).note, None);
    let wanted = Rules {
        with_notes: true,
        ..RULES
    };
    let note = |forms: &[Form]| merge(empty(), forms, wanted).unwrap().response((0, 0)).note.clone();
    assert_eq!(note(&forms).as_deref(), Some("bijna\nja\nzo"));
    forms[4].answers.get_mut(&(0, 0)).unwrap().note = Some("x".repeat(NOTE_CHARS - 12));
    assert!(note(&forms).is_some());
    forms[4].answers.get_mut(&(0, 0)).unwrap().note = Some("x".repeat(NOTE_CHARS - 11));
    assert!(refused(&forms, wanted)[0].starts_with("The notes on shared-vision.benefit have 2001 characters"));
}

/// A form with any answers, so that no two are alike.
fn any_forms() -> impl Strategy<Value = Vec<Form>> {
    prop::collection::btree_set("[1-5?.-]{3}", 5..12).prop_map(|sheets| {
        let sheets = sheets.into_iter().enumerate();
        sheets
            .map(|(number, sheet)| form(&number.to_string(), None, &format!("3{sheet}")))
            .collect()
    })
}

proptest! {
    #[test]
    fn neither_the_order_nor_the_names_of_the_files_make_a_difference(
        forms in any_forms(),
        order in any::<prop::sample::Index>(),
        names in prop::collection::vec("[a-z]{1,5}", 12),
    ) {
        let wanted = Rules { with_notes: true, ..RULES };
        let mut forms = forms;
        for (number, form) in forms.iter_mut().enumerate() {
            form.answers.get_mut(&(0, 1)).unwrap().note = Some(format!("toelichting {number}"));
        }
        let merged = merge(empty(), &forms, wanted).unwrap();
        let middle = order.index(forms.len());
        forms.rotate_left(middle);
        for (form, name) in forms.iter_mut().zip(names) {
            form.file = name;
        }
        prop_assert_eq!(merge(empty(), &forms, wanted).unwrap().to_toml(), merged.to_toml());
    }

    #[test]
    fn every_answer_is_counted_once(forms in any_forms()) {
        let merged = merge(empty(), &forms, RULES).unwrap();
        for at in merged.questionnaire.places() {
            let given = |form: &&Form| form.answers.get(&at).is_some_and(|response| response.tally.is_some());
            let counted = merged.response(at).tally.as_ref().map_or(0, Tally::voters);
            prop_assert_eq!(counted as usize, forms.iter().filter(given).count());
        }
    }
}

#[test]
fn what_is_counted_is_one_answer_of_each() {
    let mut forms = five();
    forms[0].answers.get_mut(&(0, 0)).unwrap().tally = Some(Tally::of(&[Answer::Point(1), Answer::Point(2)], 5));
    let merged = merge(empty(), &forms, RULES).unwrap();
    assert_eq!(merged.response((0, 0)).tally.as_ref().unwrap().voters(), 4);
}
