use super::*;
use crate::{
    profile::Profile,
    session::{Pace, Past, Refusal, Reply, Step},
    tally::{Mode, Tally},
};

fn pages() -> Vec<Keys> {
    let lines = AgreementField::ALL.map(agreement);
    let doubts = [
        Doubt::Finish,
        Doubt::Grown,
        Doubt::Remove(0),
        Doubt::AllSheets,
        Doubt::Replace,
    ]
    .map(sure);
    let others = [
        UNANSWERED,
        ANSWERED,
        VISITED,
        SPREAD,
        COUNTS,
        VISITED_COUNTS,
        BALLOT,
        EXPLANATION,
        follow_up(true),
        follow_up(false),
        NOTE_TEXT,
        FOLLOW_UP_TEXT,
        OVERVIEW_OPEN,
        OVERVIEW_DONE,
        PEEK,
        REVIEW,
        SETTINGS_LIST,
        SETTING_TEXT,
        PROFILE,
        TOPICS,
        AGREEMENTS,
        CANNOT_SAVE,
        FIRST_INQUIRY,
        INQUIRY,
        MENU,
    ];
    [&others[..], &lines, &doubts].concat()
}

#[test]
fn no_page_gives_a_key_or_a_letter_two_meanings() {
    for page in pages() {
        for (index, binding) in page.iter().enumerate() {
            let keys = |binding: &Binding| {
                binding
                    .key
                    .into_iter()
                    .chain(binding.also.iter().copied())
                    .collect::<Vec<_>>()
            };
            for other in &page[index + 1..] {
                assert!(
                    keys(binding).iter().all(|key| !keys(other).contains(key)),
                    "{binding:?} {other:?}"
                );
                let letter = |binding: &Binding| binding.plain.map(|(letter, _)| letter);
                assert!(
                    letter(binding).is_none() || letter(binding) != letter(other),
                    "{binding:?}"
                );
            }
        }
    }
}

/// A session that these replies led to.
fn at(mode: Mode, replies: impl IntoIterator<Item = Reply>) -> Session {
    let mut session = Session::new(Profile::draft(mode, 8, &["ecosystem"]), Past::default(), Pace::Pages);
    for reply in replies {
        let _ = session.apply(reply);
    }
    session
}

#[test]
fn the_session_has_a_rule_for_every_key_of_every_page() {
    let answer = || Reply::Answer(Tally::parse("3 4", Mode::Tally, 8, 5).unwrap());
    let sheet = || Reply::Sheet(Tally::sheet("345", 5).unwrap());
    let ending = [Reply::Overview, Reply::Finish, Reply::Continue];
    let agreements = || ending.clone().into_iter().chain([Reply::Continue, Reply::Continue]);
    let pages = [
        (UNANSWERED, at(Mode::Tally, [])),
        (ANSWERED, at(Mode::Tally, [answer(), Reply::Back])),
        (VISITED, at(Mode::Tally, [Reply::Overview, Reply::GoTo(1)])),
        (SPREAD, at(Mode::Tally, [answer()])),
        (BALLOT, at(Mode::Ballots, [sheet()])),
        (
            COUNTS,
            at(
                Mode::Ballots,
                [sheet(), Reply::Continue, Reply::Continue, Reply::GoTo(0)],
            ),
        ),
        (OVERVIEW_OPEN, at(Mode::Tally, [Reply::Overview])),
        (
            OVERVIEW_DONE,
            at(Mode::Ballots, [sheet(), Reply::Continue, Reply::Continue]),
        ),
        (SETTINGS_LIST, at(Mode::Tally, [Reply::Settings])),
        (SURE_FINISH, at(Mode::Tally, [Reply::Overview, Reply::Finish])),
        (PROFILE, at(Mode::Tally, ending.clone())),
        (
            TOPICS,
            at(Mode::Tally, ending.clone().into_iter().chain([Reply::Continue])),
        ),
        (AGREEMENTS, at(Mode::Tally, agreements())),
        (AGREEMENT_WHAT, at(Mode::Tally, agreements().chain([Reply::GoTo(0)]))),
        (
            AGREEMENT_LINE,
            at(
                Mode::Tally,
                agreements().chain([Reply::GoTo(0), Reply::Line("x".into())]),
            ),
        ),
    ];
    for (keys, session) in pages {
        for binding in keys {
            if let Some(reply) = binding.does.reply() {
                let step = session.clone().apply(reply);
                assert_ne!(
                    step,
                    Step::Refused(Refusal::NotHere),
                    "{binding:?} has no rule at {:?}",
                    session.position()
                );
            }
        }
    }
}

#[test]
fn every_key_of_every_page_is_shown_wherever_it_works() {
    for lang in Lang::ALL {
        for keys in pages() {
            for columns in [77, 38] {
                let footer = footer(keys, None, lang, columns, columns > 60);
                for name in keys.iter().filter_map(Binding::name) {
                    assert!(footer.contains(&name.replace(' ', "\u{a0}")), "{name}: {footer}");
                }
            }
            let summary = summary(keys, lang);
            for (letter, words) in keys.iter().filter_map(|binding| binding.plain) {
                assert!(
                    summary.contains(format!("{letter} {}", words(lang)).trim_start()),
                    "{summary}"
                );
            }
        }
    }
}

#[test]
fn a_page_with_an_explanation_explains_all_of_its_keys() {
    let has_help = |page: &Keys| page.iter().any(|one| one.does == Does::Help && one.key.is_some());
    for page in pages().into_iter().filter(has_help) {
        let said = explanations(&[page], Lang::Nl);
        let others = page.iter().filter(|binding| binding.does != Does::Help);
        for name in others.filter_map(Binding::name) {
            assert!(said.iter().any(|(key, _)| *key == name), "{name}: {said:?}");
        }
    }
}

#[test]
fn the_keys_at_the_bottom_take_the_room_that_there_is() {
    let seen = |keys, columns| footer(keys, None, Lang::Nl, columns, columns > 60).replace('\u{a0}', " ");
    assert_eq!(
        seen(UNANSWERED, 77),
        "n toelichting  b terug  s later  o overzicht  i groep  h uitleg  q stoppen"
    );
    assert_eq!(seen(UNANSWERED, 38), "n b s o i h q        h = uitleg");
    assert_eq!(seen(ANSWERED, 38), "Enter verder   n b o i h q");
    assert_eq!(pressed(SPREAD, Key::Char('f')), None, "it isn't shown there");
    assert_eq!(pressed(UNANSWERED, Key::Enter), None);
    assert_eq!(pressed(OVERVIEW_OPEN, Key::Char('F')), Some(Does::Finish));
    assert_eq!(pressed(SURE_FINISH, Key::Char('y')), Some(Does::GoOn));
}

/// The letters of an evening; what a question asks for is told where it is asked.
#[test]
fn the_guide_names_every_letter_of_a_question_and_of_the_overview() {
    for guide in [
        include_str!("../../../data/guide.nl.md"),
        include_str!("../../../data/guide.en.md"),
    ] {
        for binding in [UNANSWERED, ANSWERED, VISITED, OVERVIEW_OPEN].concat() {
            if let Some(Key::Char(letter)) = binding.key {
                let is_told = guide.contains(&format!("| {letter} |")) || guide.contains(&format!("`{letter}`"));
                assert!(is_told, "{letter}");
            }
        }
    }
}
