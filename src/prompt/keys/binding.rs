//! A row of a table of keys: what a key does and how that is said; and all that is made from such a table.

use crate::{lang::Lang, session::Reply, text::width};

/// A key on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Char(char),
    Enter,
    Esc,
    /// Ctrl-C, or a signal: stops on every page, keeping what is being typed.
    Stop,
    /// Ctrl-U: the whole line away.
    Clear,
    /// Ctrl-D: the end of what is typed, line by line.
    Ended,
    Backspace,
    Delete,
    Left,
    Right,
    Home,
    End,
    Up,
    Down,
    PageUp,
    PageDown,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Goes on; in a text: done with it.
    GoOn,
    /// Goes back; out of a text: without it.
    Back,
    /// Past the question for now.
    Skip,
    /// To the overview.
    Overview,
    /// To the settings.
    Settings,
    /// Goes on although questions are open.
    Finish,
    Stop,
    Note,
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
            Does::Skip => Some(Reply::Skip),
            Does::Overview => Some(Reply::Overview),
            Does::Settings => Some(Reply::Settings),
            Does::Note | Does::Help => None,
        }
    }
}

type Words = fn(Lang) -> String;

/// A key, what it does, and how that is said.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The key on the screen, if there is one.
    pub(super) key: Option<Key>,
    /// Keys that do the same, and that people press anyway: not shown.
    pub(super) also: &'static [Key],
    pub(super) does: Does,
    /// What it does, at the bottom of a page.
    label: Words,
    /// The same where there is little room.
    brief: Words,
    /// The same in the explanation.
    explained: Option<Words>,
    /// What is typed line by line instead of the key, and what that is called.
    pub(super) plain: Option<(&'static str, Words)>,
}

/// A page's keys, in the order in which they are shown.
pub type Keys = &'static [Binding];

/// A key on the screen.
pub(super) const fn key(key: Key, does: Does, label: Words) -> Binding {
    Binding {
        key: Some(key),
        also: &[],
        does,
        label,
        brief: label,
        explained: None,
        plain: None,
    }
}

/// What can only be typed line by line.
pub(super) const fn plain(letter: &'static str, does: Does, label: Words) -> Binding {
    Binding {
        key: None,
        ..key(Key::Enter, does, label).plain(letter, label)
    }
}

impl Binding {
    pub(super) const fn also(self, also: &'static [Key]) -> Binding {
        Binding { also, ..self }
    }

    pub(super) const fn brief(self, brief: Words) -> Binding {
        Binding { brief, ..self }
    }

    pub(super) const fn explained(self, explained: Words) -> Binding {
        Binding {
            explained: Some(explained),
            ..self
        }
    }

    pub(super) const fn plain(self, letter: &'static str, words: Words) -> Binding {
        Binding {
            plain: Some((letter, words)),
            ..self
        }
    }

    /// The key and what it does: `Enter goes on`.
    pub fn said(&self, lang: Lang) -> String {
        format!("{} {}", self.name().unwrap_or_default(), (self.label)(lang))
    }

    /// What stands on the key; nothing where it can only be typed line by line.
    pub(super) fn name(&self) -> Option<String> {
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

/// What a key of a page does; capitals are no other letters.
pub fn pressed(keys: Keys, pressed: Key) -> Option<Does> {
    let pressed = match pressed {
        Key::Char(c) => Key::Char(c.to_ascii_lowercase()),
        key => key,
    };
    keys.iter()
        .find(|binding| binding.key == Some(pressed) || binding.also.contains(&pressed))
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
        // A key and its word stay together.
        let each = shown().map(|(binding, name)| format!("{name} {}", words(binding)(lang)).replace(' ', "\u{a0}"));
        let parts: Vec<String> = lead.map(str::to_owned).into_iter().chain(each).collect();
        parts.join(gap)
    };
    let mut forms = vec![
        with(|binding| binding.label, "   "),
        with(|binding| binding.brief, "   "),
        with(|binding| binding.brief, "  "),
    ];
    if !wide && shown().any(|(binding, _)| binding.does == Does::Help) {
        let letters = letters(keys, lang);
        let helped = format!("{letters}        h = {}", lang.key_help());
        let led = lead.map(|lead| format!("{lead}   {letters}   h = {}", lang.key_help()));
        forms.extend(led.into_iter().chain([helped, letters]));
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

/// What the keys of some tables do, in full: a key and its explanation each.
pub(crate) fn explanations(tables: &[Keys], lang: Lang) -> Vec<(String, String)> {
    let bindings = tables.iter().copied().flatten();
    bindings
        .filter_map(|binding| Some((binding.name()?, binding.explained?(lang))))
        .collect()
}

/// What can be typed line by line in place of keys, in one list.
pub(crate) fn summary(keys: Keys, lang: Lang) -> String {
    let each = keys.iter().filter_map(|binding| {
        let (letter, words) = binding.plain?;
        Some(format!("{letter} {}", words(lang)).trim_start().to_owned())
    });
    each.collect::<Vec<_>>().join(", ")
}
