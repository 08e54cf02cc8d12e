//! Which key presses count: a held key or an impatient double press never answers the next question.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::prompt::keys::Key;

/// A same key within this time of its last event is a repeat.
const REPEAT: Duration = Duration::from_millis(250);

/// What is typed, which decides what counts as a repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// One key is one answer: every key is held against repeats.
    Keys,
    /// Answers of everyone: digits and signs may follow each other fast.
    Answers,
    Words,
}

/// Remembers the last key.
#[derive(Debug)]
pub struct KeyFilter {
    reports_releases: bool,
    last: Option<(KeyCode, Instant)>,
    held: Option<KeyCode>,
}

impl KeyFilter {
    /// A filter for a terminal that is known to report releases or not; one that turns out to is believed.
    pub fn new(reports_releases: bool) -> Self {
        KeyFilter {
            reports_releases,
            last: None,
            held: None,
        }
    }

    /// The key of an event, if it counts.
    pub fn take(&mut self, event: KeyEvent, typing: Typing, now: Instant) -> Option<Key> {
        if event.kind == KeyEventKind::Release {
            self.reports_releases = true;
            if self.held == Some(event.code) {
                self.held = None;
            }
            return None;
        }
        let repeated = event.kind == KeyEventKind::Repeat
            || if self.reports_releases {
                self.held == Some(event.code)
            } else {
                self.last
                    .is_some_and(|(code, at)| code == event.code && now.duration_since(at) < REPEAT)
            };
        self.last = Some((event.code, now));
        self.held = Some(event.code);
        let key = key_of(event)?;
        let may_repeat = match (typing, key) {
            (Typing::Answers, Key::Char(c)) => !c.is_alphabetic(),
            (Typing::Keys | Typing::Answers, Key::Char(_) | Key::Enter | Key::Esc) => false,
            _ => true,
        };
        (may_repeat || !repeated).then_some(key)
    }
}

fn key_of(event: KeyEvent) -> Option<Key> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    // Windows reports AltGr as Ctrl and Alt together: that types a character.
    let plain = control == alt;
    Some(match event.code {
        KeyCode::Char('c' | 'C') if control && !alt => Key::Stop,
        KeyCode::Char('u' | 'U') if control && !alt => Key::Clear,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    #[test]
    fn the_same_key_counts_again_after_a_quarter_of_a_second() {
        let (mut filter, start) = (KeyFilter::new(false), Instant::now());
        let mut at = |c, ms| filter.take(press(KeyCode::Char(c)), Typing::Keys, start + Duration::from_millis(ms));
        assert_eq!(at('4', 0), Some(Key::Char('4')));
        assert_eq!(at('4', 200), None);
        assert_eq!(
            at('4', 400),
            None,
            "the time runs from the last event, also an ignored one"
        );
        assert_eq!(at('4', 650), Some(Key::Char('4')));
        assert_eq!(at('3', 660), Some(Key::Char('3')));
    }

    #[test]
    fn where_releases_are_reported_a_key_counts_again_only_after_its_release() {
        let (mut filter, start) = (KeyFilter::new(true), Instant::now());
        let release = KeyEvent::new_with_kind(KeyCode::Char('4'), KeyModifiers::NONE, KeyEventKind::Release);
        let later = start + Duration::from_secs(3);
        assert_eq!(
            filter.take(press(KeyCode::Char('4')), Typing::Keys, start),
            Some(Key::Char('4'))
        );
        assert_eq!(filter.take(press(KeyCode::Char('4')), Typing::Keys, later), None);
        assert_eq!(filter.take(release, Typing::Keys, later), None);
        assert_eq!(
            filter.take(press(KeyCode::Char('4')), Typing::Keys, later),
            Some(Key::Char('4'))
        );
    }

    #[test]
    fn everyones_answers_may_be_typed_fast_but_enter_may_not() {
        let (mut filter, now) = (KeyFilter::new(false), Instant::now());
        for _ in 0..3 {
            assert_eq!(
                filter.take(press(KeyCode::Char('4')), Typing::Answers, now),
                Some(Key::Char('4'))
            );
        }
        assert_eq!(
            filter.take(press(KeyCode::Enter), Typing::Answers, now),
            Some(Key::Enter)
        );
        assert_eq!(filter.take(press(KeyCode::Enter), Typing::Keys, now), None);
    }

    #[test]
    fn a_control_combination_is_never_an_answer() {
        let (mut filter, now) = (KeyFilter::new(false), Instant::now());
        let mut with = |code, modifiers| filter.take(KeyEvent::new(code, modifiers), Typing::Keys, now);
        assert_eq!(with(KeyCode::Char('5'), KeyModifiers::CONTROL), None);
        assert_eq!(with(KeyCode::Left, KeyModifiers::CONTROL), None);
        assert_eq!(with(KeyCode::F(2), KeyModifiers::NONE), None);
        assert_eq!(with(KeyCode::Char('c'), KeyModifiers::CONTROL), Some(Key::Stop));
        assert_eq!(with(KeyCode::Char('?'), KeyModifiers::SHIFT), Some(Key::Char('?')));
    }
}
