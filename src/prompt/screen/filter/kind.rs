//! Which key a press is, and what it does on a page.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Typing;
use crate::prompt::keys::Key;

/// What a key does on a page, which decides how often it may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It decides something.
    Acts,
    /// It is a character in a line that is seen and can be mended.
    Types,
    /// It scrolls or mends; held down it does so on and on.
    Moves,
}

/// Whether a key is one that types.
pub(super) fn is_character(code: KeyCode) -> bool {
    matches!(code, KeyCode::Char(_))
}

/// What a key does where this is typed.
pub(super) fn kind_of(key: Key, typing: Typing) -> Kind {
    match (key, typing) {
        (Key::Char(c), Typing::Answers) if !c.is_alphabetic() => Kind::Types,
        (Key::Char(_), Typing::Words) => Kind::Types,
        (Key::Char(_) | Key::Enter | Key::Esc, _) => Kind::Acts,
        _ => Kind::Moves,
    }
}

/// The key that a press is, if it is one that the program knows.
pub(super) fn key_of(event: KeyEvent) -> Option<Key> {
    let others = KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
    if event.modifiers.intersects(others) {
        return None;
    }
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    // Windows reports AltGr as Ctrl and Alt together: that types a character.
    let plain = !control && !alt || cfg!(windows) && control && alt;
    Some(match event.code {
        KeyCode::Char('c' | 'C') if control && !alt => Key::Stop,
        KeyCode::Char('u' | 'U') if control && !alt => Key::Clear,
        KeyCode::Char('d' | 'D') if control && !alt => Key::Ended,
        KeyCode::Char(c) if plain => Key::Char(c),
        _ if control || alt => return None,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}
