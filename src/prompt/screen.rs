//! The full screen: one thing at a time, one key an answer.
//!
//! [`pages`] says what is seen and [`frame`] lays it out, [`filter`] decides which key presses count, [`terminal`] draws and
//! reads. This file connects them: it shows a page, takes a key, and turns it into a reply by the page's table of keys.

mod editor;
mod filter;
mod frame;
mod pages;
mod terminal;
mod typing;

use std::path::PathBuf;

pub use terminal::{knows_escapes, terminal_size};

use self::{
    editor::Editor,
    filter::Typing,
    frame::Page,
    pages::{Size, View},
    terminal::Terminal,
};
use super::{
    Inquired, Inquiry, Prompter, SaveReply,
    keys::{self, Does, Key, Keys},
    words,
};
use crate::{
    agreement::AgreementField,
    fault::Fault,
    lang::Lang,
    session::{Position, Refusal, Reply, Session},
    tally::{Mode, Tally},
};

/// Lines that a page key scrolls.
const PAGE: usize = 8;

/// Asks on the whole terminal, from the first thing that is asked on; it is given back when this is dropped.
#[derive(Debug)]
pub struct Screen {
    terminal: Option<Terminal>,
    lang: Lang,
    /// Said once, on the next page.
    remark: Option<String>,
    /// The line that was typed last: there to be mended if it is refused.
    typed: String,
}

/// What a key was at a question or at its spread.
enum Commanded {
    Replies(Vec<Reply>),
    /// Something was shown in between; the page is asked anew.
    Shown,
    /// A key without a meaning here.
    Unknown,
    /// A key that is none of our business.
    Nothing,
}

impl Screen {
    /// A screen that takes over the terminal once there is something to ask.
    pub fn new(lang: Lang) -> Screen {
        Screen {
            terminal: None,
            lang,
            remark: None,
            typed: String::new(),
        }
    }

    fn terminal(&mut self) -> Result<&mut Terminal, Fault> {
        if self.terminal.is_none() {
            self.terminal = Some(Terminal::open()?);
        }
        Ok(self.terminal.as_mut().expect("it was just opened"))
    }

    /// Shows a page until a key counts that doesn't only scroll.
    fn key(&mut self, page: impl Fn(&mut Size<'_>) -> Page, typing: Typing, fresh: bool) -> Result<Key, Fault> {
        let (mut scroll, mut fresh) = (0, fresh);
        loop {
            let shown = |columns, rows| {
                page(&mut Size {
                    columns,
                    rows,
                    scroll: &mut scroll,
                })
            };
            let key = self.terminal()?.key(shown, typing, fresh)?;
            fresh = false;
            match key {
                Key::Down => scroll += 1,
                Key::Up => scroll = scroll.saturating_sub(1),
                Key::PageDown => scroll += PAGE,
                Key::PageUp => scroll = scroll.saturating_sub(PAGE),
                key => return Ok(key),
            }
        }
    }

    /// The explanation, until a key closes it.
    fn help(&mut self, session: &Session, index: usize) -> Result<Commanded, Fault> {
        let view = View {
            session,
            lang: self.lang,
            remark: None,
        };
        let explained = match session.position() {
            Position::Spread(_) => keys::SPREAD,
            _ => keys::question(true),
        };
        let key = self.key(|size| view.help(index, explained, size), Typing::Keys, true)?;
        Ok(if key == Key::Stop {
            Commanded::Replies(vec![Reply::Stop])
        } else {
            Commanded::Shown
        })
    }

    /// What a key does at a question or at its spread.
    fn command(&mut self, session: &Session, index: usize, keys: Keys, key: Key) -> Result<Commanded, Fault> {
        if key == Key::Stop {
            return Ok(Commanded::Replies(vec![Reply::Stop]));
        }
        let Some(does) = keys::pressed(keys, key) else {
            return Ok(match key {
                Key::Char(_) | Key::Enter | Key::Esc => Commanded::Unknown,
                _ => Commanded::Nothing,
            });
        };
        Ok(match does {
            Does::Note => self.note(session, index)?.map_or(Commanded::Shown, Commanded::Replies),
            Does::Help => self.help(session, index)?,
            does => does
                .reply()
                .map_or(Commanded::Nothing, |reply| Commanded::Replies(vec![reply])),
        })
    }
}

impl Prompter for Screen {
    fn inquire(&mut self, inquiry: &Inquiry<'_>) -> Result<Inquired, Fault> {
        let lang = self.lang;
        let mut editor = Editor::new(inquiry.typed);
        let page = |editor: &Editor, size: &mut Size<'_>| pages::inquiry(lang, inquiry, editor, size);
        let ended = self.text(&mut editor, keys::INQUIRY, page)?;
        Ok(if ended == Does::Stop {
            Inquired::Stopped
        } else {
            Inquired::Typed(editor.text().to_owned())
        })
    }

    fn follow_up(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let lang = self.lang;
        let keys = keys::follow_up(session.is_followed_up(index));
        let mut remark = self.remark.take();
        let mut fresh = true;
        loop {
            let view = View {
                session,
                lang,
                remark: remark.as_deref(),
            };
            let key = self.key(|size| view.follow_up(index, None, size), Typing::Keys, fresh)?;
            fresh = false;
            if key == Key::Stop {
                return Ok(vec![Reply::Stop]);
            }
            if let Some(reply) = keys::pressed(keys, key).and_then(Does::reply) {
                return Ok(vec![reply]);
            }
            let chosen = keys::STATES.iter().find(|(known, _)| Key::Char(*known) == key);
            if let Some((_, state)) = chosen {
                if let Some(replies) = self.follow_up_note(session, index, *state)? {
                    return Ok(replies);
                }
                (remark, fresh) = (None, true);
            } else {
                match key {
                    Key::Esc => remark = Some(lang.esc_does_nothing()),
                    Key::Char(_) | Key::Enter => remark = Some(lang.choose_a_state()),
                    _ => {}
                }
            }
        }
    }

    fn question(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let profile = session.profile();
        let (mode, points) = (profile.mode, profile.questionnaire.scale.points());
        let keys = keys::question(profile.response(session.at(index)).tally.is_some());
        let mut editor = Editor::new("");
        let mut fresh = true;
        let mut remark = self.remark.take();
        loop {
            let view = View {
                session,
                lang: self.lang,
                remark: remark.as_deref(),
            };
            let typed = (mode == Mode::Tally).then_some(&editor);
            let typing = if mode == Mode::Tally {
                Typing::Answers
            } else {
                Typing::Keys
            };
            let key = self.key(|size| view.question(index, typed, size), typing, fresh)?;
            fresh = false;
            remark = None;
            let answered = match (mode, key) {
                (Mode::Joint, Key::Char(c)) if !c.is_alphabetic() => Some(Tally::parse(
                    c.encode_utf8(&mut [0; 4]),
                    mode,
                    profile.participants,
                    points,
                )),
                (Mode::Tally, Key::Enter) if !editor.text().trim().is_empty() => {
                    let answers = Tally::parse(editor.text(), mode, profile.participants, points);
                    editor = Editor::new("");
                    Some(answers)
                }
                _ => None,
            };
            match answered {
                Some(Ok(tally)) => return Ok(vec![Reply::Answer(tally)]),
                Some(Err(error)) => {
                    remark = Some(words::tally_error(self.lang, session, error));
                    continue;
                }
                None => {}
            }
            let types = match key {
                Key::Char(c) => mode == Mode::Tally && !c.is_alphabetic(),
                Key::Enter | Key::Stop => false,
                Key::Esc => !editor.text().is_empty(),
                _ => mode == Mode::Tally,
            };
            if types && key == Key::Esc {
                editor = Editor::new("");
            } else if types {
                editor.press(key);
            } else {
                match self.command(session, index, keys, key)? {
                    Commanded::Replies(replies) => return Ok(replies),
                    Commanded::Shown => fresh = true,
                    Commanded::Unknown if key == Key::Esc => remark = Some(self.lang.esc_does_nothing()),
                    Commanded::Unknown => remark = Some(words::nothing_answered(self.lang, session)),
                    Commanded::Nothing => {}
                }
            }
        }
    }

    fn spread(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let mut remark = self.remark.take();
        let mut fresh = true;
        loop {
            let view = View {
                session,
                lang: self.lang,
                remark: remark.as_deref(),
            };
            let key = self.key(|size| view.spread(index, size), Typing::Keys, fresh)?;
            fresh = false;
            match self.command(session, index, keys::SPREAD, key)? {
                Commanded::Replies(replies) => return Ok(replies),
                Commanded::Shown => (remark, fresh) = (None, true),
                Commanded::Unknown if key == Key::Esc => remark = Some(self.lang.esc_does_nothing()),
                Commanded::Unknown => remark = Some(self.lang.not_here()),
                Commanded::Nothing => {}
            }
        }
    }

    fn review(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let mut editor = Editor::new("");
        let mut fresh = true;
        let mut remark = self.remark.take();
        loop {
            let view = View {
                session,
                lang: self.lang,
                remark: remark.as_deref(),
            };
            let key = self.key(|size| view.review(&editor, size), Typing::Answers, fresh)?;
            (fresh, remark) = (false, None);
            match key {
                Key::Stop => return Ok(vec![Reply::Stop]),
                Key::Enter if !editor.text().is_empty() => {
                    let number = editor.text().parse::<usize>().unwrap_or(0);
                    return Ok(vec![Reply::GoTo(number.wrapping_sub(1))]);
                }
                Key::Esc if !editor.text().is_empty() => editor = Editor::new(""),
                key => match keys::pressed(keys::REVIEW, key).and_then(Does::reply) {
                    Some(reply) => return Ok(vec![reply]),
                    None if key == Key::Esc => remark = Some(self.lang.esc_does_nothing()),
                    None if matches!(key, Key::Char(c) if !c.is_ascii_digit()) => {}
                    None => editor.press(key),
                },
            }
        }
    }

    fn agreement(&mut self, session: &Session, element: usize, field: AgreementField) -> Result<Vec<Reply>, Fault> {
        let remark = self.remark.take();
        let mut editor = Editor::new(match remark {
            Some(_) => &self.typed,
            None => session.typed(field),
        });
        let view = View {
            session,
            lang: self.lang,
            remark: remark.as_deref(),
        };
        let keys = keys::agreement(field);
        let ended = self.text(&mut editor, keys, |editor, size| {
            view.agreement(element, field, editor, size)
        })?;
        let text = editor.text().to_owned();
        self.typed.clone_from(&text);
        Ok(match ended {
            Does::Skip => vec![Reply::Line(String::new())],
            Does::Back => vec![Reply::LineSoFar(text), Reply::Back],
            Does::Stop => vec![Reply::LineSoFar(text), Reply::Stop],
            _ => vec![Reply::Line(text)],
        })
    }

    fn refused(&mut self, session: &Session, refusal: Refusal) -> Result<(), Fault> {
        self.remark = Some(words::refusal(self.lang, session, refusal));
        Ok(())
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        let lang = self.lang;
        let reason = fault.text(lang);
        let mut editor = Editor::new("");
        let page = |editor: &Editor, size: &mut Size<'_>| pages::cannot_save(lang, &reason, editor, size);
        let ended = self.text(&mut editor, keys::CANNOT_SAVE, page)?;
        let typed = editor.text().trim();
        Ok(match keys::typed(keys::CANNOT_SAVE, typed) {
            _ if ended == Does::Stop => SaveReply::GiveUp,
            Some(Does::Stop) => SaveReply::GiveUp,
            Some(_) => SaveReply::Again,
            None => SaveReply::Elsewhere(PathBuf::from(typed)),
        })
    }
}
