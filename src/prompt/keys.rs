//! The keys of every page, a table each, in the order in which they are shown.
//!
//! What a page and the plain lines listen to, the keys at the bottom of a page, the explanation and the sentence that sums
//! them up line by line are all made from these tables. So a key that works is shown, and one more key is one more row.

mod binding;

pub(crate) use binding::{Binding, Does, Key, Keys, explanations, footer, pressed, summary, typed};

use self::binding::{key, plain};
use crate::{
    agreement::{AgreementField, AgreementState},
    lang::Lang,
};

const GO_ON: Binding = key(Key::Enter, Does::GoOn, Lang::key_go_on)
    .explained(Lang::explained_go_on)
    .plain("", Lang::plain_go_on);
const NOTE: Binding = key(Key::Char('n'), Does::Note, Lang::key_note)
    .explained(Lang::explained_note)
    .plain("n", Lang::plain_note);
const BACK: Binding = key(Key::Char('b'), Does::Back, Lang::key_back)
    .explained(Lang::explained_back)
    .plain("b", Lang::key_back);
const HELP: Binding = key(Key::Char('h'), Does::Help, Lang::key_help).plain("h", Lang::key_help);
const FINISH: Binding = key(Key::Char('f'), Does::Finish, Lang::key_finish)
    .explained(Lang::explained_finish)
    .plain("f", Lang::key_finish);
const STOP: Binding = key(Key::Char('q'), Does::Stop, Lang::key_stop)
    .brief(Lang::key_stop_brief)
    .explained(Lang::explained_stop)
    .plain("q", Lang::key_stop);
/// Where letters are text.
const STOP_TYPING: Binding = key(Key::Stop, Does::Stop, Lang::key_stop)
    .brief(Lang::key_stop_word)
    .plain("q", Lang::key_stop);

const QUESTION: Keys = &[GO_ON, NOTE, BACK, HELP, FINISH, STOP];

/// A question; only one with an answer can be passed.
pub fn question(answered: bool) -> Keys {
    if answered { QUESTION } else { &QUESTION[1..] }
}

/// Everyone's answers.
pub(crate) const SPREAD: Keys = &[
    GO_ON,
    NOTE,
    key(Key::Char('b'), Does::Back, Lang::key_type_again).explained(Lang::explained_type_again),
    HELP,
    STOP,
];

/// The explanation: any key closes it.
pub(crate) const EXPLANATION: Keys = &[key(Key::Enter, Does::GoOn, Lang::key_closes_help)];

/// What works on every page, and is told in the explanation only.
pub(crate) const EVERYWHERE: Keys = &[
    key(Key::Up, Does::GoOn, Lang::key_scroll).explained(Lang::explained_scroll),
    key(Key::Stop, Does::Stop, Lang::key_stop).explained(Lang::explained_stop_anywhere),
];

/// How an agreement can stand when a team looks back at it, by the key that says so.
pub(crate) const STATES: [(char, AgreementState); 3] = [
    ('1', AgreementState::Done),
    ('2', AgreementState::Open),
    ('3', AgreementState::Dropped),
];

const FOLLOW_UP: Keys = &[GO_ON, BACK, STOP];

/// An agreement that the team looks back at; only one at which it has done so can be passed.
pub fn follow_up(looked_back: bool) -> Keys {
    if looked_back { FOLLOW_UP } else { &FOLLOW_UP[1..] }
}

/// A note to a question.
pub(crate) const NOTE_TEXT: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_save),
    key(Key::Esc, Does::Back, Lang::key_close),
];

/// A note to an agreement that the team looks back at.
pub(crate) const FOLLOW_UP_TEXT: Keys = &[
    // The question itself says what an empty line does.
    key(Key::Enter, Does::GoOn, Lang::key_go_on),
    key(Key::Esc, Does::Back, Lang::key_choose_again).plain("b", Lang::key_choose_again),
    plain("q", Does::Stop, Lang::key_stop),
];

pub(crate) const REVIEW: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_finish).plain("", Lang::key_finish),
    BACK,
    plain("h", Does::Help, Lang::key_help),
    STOP,
];

/// The first line of an agreement: without it there is none.
const AGREEMENT_WHAT: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_next_line).brief(Lang::key_go_on),
    key(Key::Esc, Does::Skip, Lang::key_skip).brief(Lang::key_skip_brief),
    plain("b", Does::Back, Lang::key_line_before),
    plain("h", Does::Help, Lang::key_help),
    STOP_TYPING,
];

/// The other lines of an agreement.
const AGREEMENT_LINE: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_go_on_empty).brief(Lang::key_go_on),
    key(Key::Esc, Does::Back, Lang::key_back).plain("b", Lang::key_line_before),
    plain("h", Does::Help, Lang::key_help),
    STOP_TYPING,
];

/// A line of an agreement.
pub fn agreement(field: AgreementField) -> Keys {
    match field {
        AgreementField::What => AGREEMENT_WHAT,
        AgreementField::Who | AgreementField::When => AGREEMENT_LINE,
    }
}

/// Saving failed; what is typed otherwise is a folder.
pub(crate) const CANNOT_SAVE: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_save_again).plain("", Lang::key_save_again),
    key(Key::Char('q'), Does::Stop, Lang::key_stops).plain("q", Lang::key_stops),
];

/// What is asked before the first question.
pub(crate) const INQUIRY: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_go_on),
    key(Key::Stop, Does::Stop, Lang::key_stop_brief),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        profile::Profile,
        session::{Refusal, Reply, Session, Step},
        tally::{Mode, Tally},
        text::width,
    };

    fn pages() -> Vec<Keys> {
        let lines = AgreementField::WORDS.map(|(_, field)| agreement(field));
        let others = [
            question(true),
            question(false),
            SPREAD,
            EXPLANATION,
            follow_up(true),
            follow_up(false),
            NOTE_TEXT,
            FOLLOW_UP_TEXT,
            REVIEW,
            CANNOT_SAVE,
            INQUIRY,
        ];
        [&others[..], &lines].concat()
    }

    #[test]
    fn no_page_gives_a_key_or_a_letter_two_meanings() {
        for keys in pages() {
            for (index, binding) in keys.iter().enumerate() {
                for other in &keys[index + 1..] {
                    assert!(binding.key.is_none() || binding.key != other.key, "{binding:?}");
                    let letter = |binding: &Binding| binding.plain.map(|(letter, _)| letter);
                    assert!(
                        letter(binding).is_none() || letter(binding) != letter(other),
                        "{binding:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_session_has_a_rule_for_every_key_of_a_question() {
        let mut session = Session::new(Profile::draft(Mode::Tally, 8, &[]), true);
        let answer = Tally::parse("3 4", Mode::Tally, 8, 5).unwrap();
        let unanswered = session.clone();
        let _ = session.apply(Reply::Answer(answer));
        let spread = session.clone();
        let _ = session.apply(Reply::Back);
        for (keys, session) in [
            (question(false), unanswered),
            (question(true), session),
            (SPREAD, spread),
        ] {
            for binding in keys {
                if let Some(reply) = binding.does.reply() {
                    let step = session.clone().apply(reply);
                    assert_ne!(
                        step,
                        Step::Refused(Refusal::NotHere),
                        "{binding:?} has no rule in src/session.rs"
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
                    assert!(columns > 60 || width(&footer) <= columns, "{footer}");
                    for name in keys.iter().filter_map(Binding::name) {
                        assert!(footer.split_whitespace().any(|word| word == name), "{name}: {footer}");
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
    fn the_keys_at_the_bottom_take_the_room_that_there_is() {
        let seen = |keys, columns| footer(keys, None, Lang::Nl, columns, columns > 60);
        assert_eq!(
            seen(question(false), 77),
            "n toelichting   b terug   h uitleg   f afronden   q bewaren en stoppen"
        );
        assert_eq!(
            seen(question(true), 77),
            "Enter verder   n toelichting   b terug   h uitleg   f afronden   q stoppen"
        );
        assert_eq!(seen(question(false), 38), "n b h f q        h = uitleg");
        assert_eq!(seen(question(true), 38), "Enter verder   n b h f q");
        assert_eq!(seen(REVIEW, 38), "Enter afronden   b terug   q stoppen");
        assert_eq!(pressed(SPREAD, Key::Char('f')), None, "it isn't shown there");
        assert_eq!(pressed(question(false), Key::Enter), None);
        assert_eq!(pressed(question(false), Key::Char('F')), Some(Does::Finish));
    }
}
