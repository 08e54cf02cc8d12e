//! Which key presses count, on every page alike: a key held down is one press, and so is an impatient double one; a line end
//! with more text right behind it was pasted, and belongs to that text.
//!
//! The time is told, never looked up. Where it takes the next few moments to know what a key was, it waits in here.

mod kind;

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use self::kind::{Kind, is_character, key_of, kind_of};
use crate::prompt::{
    events::{PASTED, one_line},
    keys::Key,
};

/// A same key within this time is no second decision.
const REPEAT: Duration = Duration::from_millis(250);

/// After this time at most a key that is held down comes for the second time.
const FIRST_REPEAT: Duration = Duration::from_millis(1200);

/// Within this time of each other it comes from then on; a little later where it is read late.
const NEXT_REPEAT: Duration = Duration::from_millis(120);

/// The same in a line that is typed, where nobody types a letter twice as fast.
const NEXT_IN_LINE: Duration = Duration::from_millis(100);

/// Within this time someone types the same twice in a line; no held key comes as soon.
const TYPED_TWICE: Duration = Duration::from_millis(150);

/// A release this soon is no finger: some terminals report one behind each character that they send.
const TAP: Duration = Duration::from_millis(20);

/// What is typed on a page, which decides what its keys are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// One key is one answer.
    Keys,
    /// A line of digits and signs; letters are keys.
    Answers,
    /// A line of text.
    Words,
}

/// What a line end is with more right behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnds {
    /// Enter: the terminal marks what is pasted.
    Count,
    /// Part of a text that was pasted, and that the terminal doesn't mark.
    MayBePasted,
}

/// The last key.
#[derive(Clone, Copy, Debug)]
struct Last {
    code: KeyCode,
    at: Instant,
    /// It was told to be up again.
    lifted: bool,
    /// It is known to be held down.
    held: bool,
}

/// A key that counts unless what comes next says otherwise.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    key: Key,
    code: KeyCode,
    /// It may be the key before it, held down.
    repeats: bool,
    /// That key was not told to be up again.
    unlifted: bool,
    /// When it may be the end of a pasted line, until when the rest of the paste comes.
    pasted: Option<Instant>,
    until: Instant,
}

/// Remembers the last key, and keeps what counts until it is asked for.
#[derive(Debug)]
pub struct KeyFilter {
    line_ends: LineEnds,
    /// Whether the terminal is asked to tell releases, if it can; Windows' console always does.
    asks_releases: bool,
    /// Whether a finger that was lifted was seen as such, so that a key that wasn't released is known to be held.
    tells_releases: bool,
    last: Option<Last>,
    /// Keys that were down still when another one came.
    down: Vec<KeyCode>,
    waiting: Option<Waiting>,
    counted: VecDeque<Key>,
}

impl KeyFilter {
    /// A filter for a terminal that is taken over now; the Enter that started the program may still be held down.
    pub fn new(now: Instant, line_ends: LineEnds) -> Self {
        let last = now.checked_sub(REPEAT).map(|at| Last {
            code: KeyCode::Enter,
            at,
            // Perhaps it was, before anyone looked.
            lifted: true,
            held: false,
        });
        KeyFilter {
            line_ends,
            asks_releases: cfg!(windows),
            tells_releases: false,
            last,
            down: Vec::new(),
            waiting: None,
            counted: VecDeque::new(),
        }
    }

    /// Takes in a key. Keys that were read together are told the same time.
    pub fn see(&mut self, event: KeyEvent, typing: Typing, now: Instant) {
        if event.kind == KeyEventKind::Release {
            self.see_release(event.code, now);
            return;
        }
        let key = key_of(event);
        let kind = key.map(|key| kind_of(key, typing));
        // A digit with Ctrl held is another key than the digit.
        let code = if key.is_some() { event.code } else { KeyCode::Null };
        if let Some(waiting) = self.waiting.take_if(|waiting| waiting.code != code) {
            let joins = kind == Some(Kind::Types) && waiting.pasted.is_some_and(|until| now <= until);
            self.counted.push_back(if joins { Key::Char(' ') } else { waiting.key });
        }
        let before = self.last.filter(|last| last.code == code);
        let held = kind != Some(Kind::Moves) && before.is_some_and(|last| self.is_held(last, event, kind, now));
        let repeats = before.is_some_and(|last| self.may_repeat(last, kind, now));
        self.down.retain(|down| *down != code);
        let other = self.last.filter(|last| last.code != code && !last.lifted);
        if self.tells_releases {
            self.down.extend(other.map(|other| other.code));
        }
        self.last = Some(Last {
            code,
            at: now,
            lifted: false,
            held,
        });
        let (Some(key), Some(kind)) = (key, kind) else { return };
        if held {
            // Lines of a paste may be empty: what only waits for more of it goes on doing so.
            self.waiting.take_if(|waiting| waiting.repeats);
            return;
        }
        self.counted.extend(self.waiting.take().map(|waiting| waiting.key));
        let patience = match kind {
            Kind::Acts if repeats => NEXT_REPEAT,
            Kind::Types if repeats => NEXT_IN_LINE,
            _ => Duration::ZERO,
        };
        let may_be_pasted = self.line_ends == LineEnds::MayBePasted && typing != Typing::Keys;
        let pasted = (key == Key::Enter && may_be_pasted).then_some(now + PASTED);
        let until = pasted.unwrap_or(now).max(now + patience);
        if until == now {
            self.counted.push_back(key);
        } else {
            self.waiting = Some(Waiting {
                key,
                code,
                repeats,
                unlifted: repeats && before.is_some_and(|last| !last.lifted),
                pasted,
                until,
            });
        }
    }

    fn see_release(&mut self, code: KeyCode, now: Instant) {
        // One that was on its way still when the terminal was told to stop: the next ones won't come.
        if !self.asks_releases {
            return;
        }
        if let Some(last) = self.last.as_mut().filter(|last| last.code == code) {
            last.lifted = true;
            self.tells_releases = now.duration_since(last.at) >= TAP;
            // If it had been another press, the one before it would have been told to be up.
            self.waiting.take_if(|waiting| waiting.unlifted);
        } else if let Some(other) = self.down.iter().position(|down| *down == code) {
            self.down.remove(other);
        } else if let Some(last) = self
            .last
            .as_mut()
            .filter(|last| is_character(last.code) && is_character(code))
        {
            // Nobody pressed this one: where Shift is let go first, `?` goes up as another character.
            last.lifted = true;
        }
    }

    /// Whether a finger was lifted since this key.
    fn is_released(&self, last: Last) -> bool {
        self.tells_releases && last.lifted
    }

    /// Whether this is still the press that came before.
    fn is_held(&self, last: Last, event: KeyEvent, kind: Option<Kind>, now: Instant) -> bool {
        let gap = now.duration_since(last.at);
        let reported = event.kind == KeyEventKind::Repeat
            // A release can get lost, when another window came up meanwhile.
            || self.tells_releases && !last.lifted && gap < FIRST_REPEAT;
        // What still waits would have counted by now if this weren't right behind it, whatever the clock says.
        let behind = self.waiting.is_some_and(|waiting| waiting.repeats);
        reported
            || match kind {
                Some(Kind::Acts) => gap < REPEAT || behind,
                Some(Kind::Types) => !self.is_released(last) && (behind || last.held && gap <= NEXT_REPEAT),
                Some(Kind::Moves) | None => false,
            }
    }

    /// Whether only the next moments tell if this is still the press that came before.
    fn may_repeat(&self, last: Last, kind: Option<Kind>, now: Instant) -> bool {
        let soonest = match kind {
            Some(Kind::Acts) => REPEAT,
            Some(Kind::Types) => TYPED_TWICE,
            Some(Kind::Moves) | None => return false,
        };
        !self.is_released(last) && (soonest..FIRST_REPEAT).contains(&now.duration_since(last.at))
    }

    /// How long to wait at most for the next key before [`KeyFilter::quiet`] is due.
    pub fn patience(&self, now: Instant) -> Option<Duration> {
        self.waiting.map(|waiting| waiting.until.saturating_duration_since(now))
    }

    /// Tells that nothing more came until now: what waited long enough counts.
    pub fn quiet(&mut self, now: Instant) {
        if let Some(waiting) = self.waiting.take_if(|waiting| now >= waiting.until) {
            self.counted.push_back(waiting.key);
        }
    }

    /// Types what was pasted on a page, if text is typed there. A paste is never a key; its lines are one.
    pub fn paste(&mut self, text: &str, typing: Typing) {
        let line = one_line(text);
        let fits = match typing {
            Typing::Keys => false,
            // A `t` is no key of a question, and ten where it counts.
            Typing::Answers => !line.contains(|typed: char| typed.is_alphabetic() && typed != 't'),
            Typing::Words => true,
        };
        self.counted.extend(self.waiting.take().map(|waiting| waiting.key));
        // Whatever was held down before isn't any more.
        self.last = None;
        if fits {
            self.counted.extend(line.chars().map(Key::Char));
        }
    }

    /// The next key that counts.
    pub fn next(&mut self) -> Option<Key> {
        self.counted.pop_front()
    }

    /// Drops all that is not asked for yet, and tells whether Ctrl-C was among it. The last key stays known.
    pub fn drop_all(&mut self) -> bool {
        self.waiting = None;
        self.counted.drain(..).any(|key| key == Key::Stop)
    }

    /// Tells whether the terminal is asked to tell releases from now on.
    pub fn ask_releases(&mut self, asks: bool) {
        self.asks_releases = asks;
        self.tells_releases = false;
        self.down.clear();
        // The last key is lifted, or was, without a word.
        if let Some(last) = &mut self.last {
            last.lifted = true;
        }
    }
}

#[cfg(test)]
mod tests;
