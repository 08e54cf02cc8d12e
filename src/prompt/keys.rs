//! The keys of every page, a table each: what a key does, and how that is said.
//!
//! What a page and the plain lines listen to, the keys at the bottom of a page, the explanation and the sentence that sums
//! them up line by line are all made from these tables. So a key that works is shown, and one more key is one more row.

use crate::{
    agreement::{AgreementField, AgreementState},
    lang::Lang,
    session::Reply,
    text::width,
};

/// A key on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Ctrl-C, or a signal: stops on every page, keeping what is being typed.
    Stop,
    /// Ctrl-U: the whole line away.
    Clear,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// To the start.
    Home,
    /// To the end.
    End,
    /// A line up.
    Up,
    /// A line down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Goes on; in a text: done with it.
    GoOn,
    /// Goes back; out of a text: without it.
    Back,
    /// Leaves out what is asked.
    Skip,
    /// Goes to the review.
    Finish,
    /// Stops.
    Stop,
    /// Opens a note.
    Note,
    /// Shows the explanation.
    Help,
}

impl Does {
    /// The reply that it is by itself, where it is one.
    pub fn reply(self) -> Option<Reply> {
        match self {
            Does::GoOn => Some(Reply::Continue),
            Does::Back => Some(Reply::Back),
            Does::Finish => Some(Reply::Finish),
            Does::Stop => Some(Reply::Stop),
            Does::Skip | Does::Note | Does::Help => None,
        }
    }
}

type Words = fn(Lang) -> String;

/// A key, what it does, and how that is said.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The key on the screen, if there is one.
    key: Option<Key>,
    does: Does,
    /// What it does, at the bottom of a page.
    label: Words,
    /// The same where there is little room.
    brief: Words,
    /// The same in the explanation.
    explained: Option<Words>,
    /// What is typed line by line instead of the key, and what that is called.
    plain: Option<(&'static str, Words)>,
}

/// A page's keys, in the order in which they are shown.
pub type Keys = &'static [Binding];

const fn key(key: Key, does: Does, label: Words) -> Binding {
    Binding {
        key: Some(key),
        does,
        label,
        brief: label,
        explained: None,
        plain: None,
    }
}

/// What can only be typed line by line.
const fn plain(letter: &'static str, does: Does, label: Words) -> Binding {
    Binding {
        key: None,
        ..key(Key::Enter, does, label).plain(letter, label)
    }
}

impl Binding {
    const fn brief(self, brief: Words) -> Binding {
        Binding { brief, ..self }
    }

    const fn explained(self, explained: Words) -> Binding {
        Binding {
            explained: Some(explained),
            ..self
        }
    }

    const fn plain(self, letter: &'static str, words: Words) -> Binding {
        Binding {
            plain: Some((letter, words)),
            ..self
        }
    }

    /// What stands on the key.
    fn name(&self) -> Option<String> {
        Some(match self.key? {
            Key::Char(c) => c.to_string(),
            Key::Enter => "Enter".to_owned(),
            Key::Esc => "Esc".to_owned(),
            Key::Stop => "Ctrl-C".to_owned(),
            Key::Up => "↑ ↓".to_owned(),
            key => format!("{key:?}"),
        })
    }
}

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
pub const SPREAD: Keys = &[
    GO_ON,
    NOTE,
    key(Key::Char('b'), Does::Back, Lang::key_type_again).explained(Lang::explained_type_again),
    HELP,
    STOP,
];

/// The explanation: any key closes it.
pub const EXPLANATION: Keys = &[key(Key::Enter, Does::GoOn, Lang::key_closes_help)];

/// What works on every page, and is told in the explanation only.
pub const EVERYWHERE: Keys = &[
    key(Key::Up, Does::GoOn, Lang::key_scroll).explained(Lang::explained_scroll),
    key(Key::Stop, Does::Stop, Lang::key_stop).explained(Lang::explained_stop_anywhere),
];

/// How an agreement can stand when a team looks back at it, by the key that says so.
pub const STATES: [(char, AgreementState); 3] = [
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
pub const NOTE_TEXT: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_save),
    key(Key::Esc, Does::Back, Lang::key_close),
];

/// A note to an agreement that the team looks back at.
pub const FOLLOW_UP_TEXT: Keys = &[
    // The question itself says what an empty line does.
    key(Key::Enter, Does::GoOn, Lang::key_go_on),
    key(Key::Esc, Does::Back, Lang::key_choose_again).plain("b", Lang::key_choose_again),
    plain("q", Does::Stop, Lang::key_stop),
];

/// The review.
pub const REVIEW: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_finish).plain("", Lang::key_finish),
    BACK,
    plain("h", Does::Help, Lang::key_help),
    STOP,
];

/// The first line of an agreement: without it there is none.
const AGREEMENT_WHAT: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_next_line).brief(Lang::key_go_on),
    key(Key::Esc, Does::Skip, Lang::key_skip),
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
pub const CANNOT_SAVE: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_save_again).plain("", Lang::key_save_again),
    key(Key::Char('q'), Does::Stop, Lang::key_stops).plain("q", Lang::key_stops),
];

/// The keys of [`CANNOT_SAVE`] with what they do, as parts of a sentence.
pub fn save_choices(lang: Lang) -> [String; 2] {
    let said = |binding: &Binding| format!("{} {}", binding.name().unwrap_or_default(), (binding.label)(lang));
    [said(&CANNOT_SAVE[0]), said(&CANNOT_SAVE[1])]
}

/// What is asked before the first question.
pub const INQUIRY: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_go_on),
    key(Key::Stop, Does::Stop, Lang::key_stop_brief),
];

/// What a key of a page does; capitals are no other letters.
pub fn pressed(keys: Keys, pressed: Key) -> Option<Does> {
    let pressed = match pressed {
        Key::Char(c) => Key::Char(c.to_ascii_lowercase()),
        key => key,
    };
    keys.iter()
        .find(|binding| binding.key == Some(pressed))
        .map(|binding| binding.does)
}

/// What a whole line means in place of a key.
pub fn typed(keys: Keys, line: &str) -> Option<Does> {
    let line = line.trim().to_lowercase();
    keys.iter()
        .find(|binding| binding.plain.is_some_and(|(letter, _)| letter == line))
        .map(|binding| binding.does)
}

/// The keys for the bottom of a page, behind `lead`: as much as fits on a line of so many columns. A `wide` page has a word
/// for each key, also where that takes two lines.
pub fn footer(keys: Keys, lead: Option<&str>, lang: Lang, columns: usize, wide: bool) -> String {
    let shown = || keys.iter().filter_map(|binding| Some((binding, binding.name()?)));
    let with = |words: fn(&Binding) -> Words, gap: &str| {
        let each = shown().map(|(binding, name)| format!("{name} {}", words(binding)(lang)));
        let parts: Vec<String> = lead.map(str::to_owned).into_iter().chain(each).collect();
        parts.join(gap)
    };
    let mut forms = vec![
        with(|binding| binding.label, "   "),
        with(|binding| binding.brief, "   "),
    ];
    if !wide && shown().any(|(binding, _)| binding.does == Does::Help) {
        let letters = letters(keys, lang);
        forms.extend([format!("{letters}        h = {}", lang.key_help()), letters]);
    } else if !wide {
        forms.push(with(|binding| binding.brief, "  "));
    }
    let fitting = forms.iter().position(|form| width(form) <= columns);
    forms.swap_remove(fitting.unwrap_or(forms.len() - 1))
}

/// The keys in the least room: letters without a word.
fn letters(keys: Keys, lang: Lang) -> String {
    let (letters, named): (Vec<&Binding>, Vec<&Binding>) = keys
        .iter()
        .filter(|binding| binding.key.is_some())
        .partition(|binding| matches!(binding.key, Some(Key::Char(_))));
    let names = |bindings: &[&Binding]| bindings.iter().filter_map(|binding| binding.name()).collect::<Vec<_>>();
    let mut parts: Vec<String> = named
        .iter()
        .filter_map(|binding| Some(format!("{} {}", binding.name()?, (binding.brief)(lang))))
        .collect();
    parts.push(names(&letters).join(" "));
    parts.join("   ")
}

/// What the keys do, in full: a key and its explanation each.
pub fn explanations(keys: Keys, lang: Lang) -> Vec<(String, String)> {
    keys.iter()
        .chain(EVERYWHERE)
        .filter_map(|binding| Some((binding.name()?, binding.explained?(lang))))
        .collect()
}

/// What can be typed line by line in place of keys, in one list.
pub fn summary(keys: Keys, lang: Lang) -> String {
    let each = keys.iter().filter_map(|binding| {
        let (letter, words) = binding.plain?;
        Some(format!("{letter} {}", words(lang)).trim_start().to_owned())
    });
    each.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: [Keys; 11] = [
        QUESTION,
        SPREAD,
        EXPLANATION,
        FOLLOW_UP,
        NOTE_TEXT,
        FOLLOW_UP_TEXT,
        REVIEW,
        AGREEMENT_WHAT,
        AGREEMENT_LINE,
        CANNOT_SAVE,
        INQUIRY,
    ];

    #[test]
    fn no_page_gives_a_key_or_a_letter_two_meanings() {
        for keys in PAGES {
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
    fn every_key_of_every_page_is_shown_wherever_it_works() {
        for lang in Lang::ALL {
            for keys in PAGES {
                for columns in [77, 38] {
                    let footer = footer(keys, None, lang, columns, columns > 60);
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
