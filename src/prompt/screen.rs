//! The full screen: one thing at a time, one key an answer.
//!
//! [`pages`] says what is seen and [`frame`] lays it out, [`filter`] decides which key presses count, [`terminal`] draws and
//! reads. This file connects them: it shows a page, takes a key, and turns it into a reply by the page's table of keys.

mod editor;
pub(super) mod filter;
mod frame;
mod lists;
mod menu;
mod pages;
mod questions;
mod terminal;
mod typing;

pub use terminal::{knows_escapes, terminal_size};

use self::{
    editor::Editor,
    filter::Typing,
    frame::{OPENING, Page},
    pages::{Size, View},
    terminal::Terminal,
};
use super::{
    Inquired, Inquiry, Prompter, SaveReply,
    keys::{self, Does, Key, Keys},
    words,
};
use crate::{
    fault::Fault,
    lang::Lang,
    render::terminal::Signs,
    session::{Position, Refusal, Reply, Session},
};

/// Lines that a page key scrolls.
const PAGE: usize = 8;

/// Asks on the whole terminal, from the first thing that is asked on; it is given back when this is dropped.
#[derive(Debug)]
pub struct Screen {
    terminal: Option<Terminal>,
    lang: Lang,
    signs: Signs,
    /// Said once, on the next page.
    remark: Option<String>,
    /// Whether the interview has begun: what is said of it was said on its first page.
    begun: bool,
    /// The line that was typed last: there to be mended if it is refused.
    typed: String,
    /// How far the page is scrolled.
    scroll: usize,
}

impl Screen {
    /// A screen that takes over the terminal once there is something to ask.
    pub fn new(lang: Lang, signs: Signs) -> Screen {
        Screen {
            terminal: None,
            lang,
            signs,
            remark: None,
            begun: false,
            typed: String::new(),
            scroll: OPENING,
        }
    }

    fn terminal(&mut self) -> Result<&mut Terminal, Fault> {
        if self.terminal.is_none() {
            self.terminal = Some(Terminal::open(self.signs)?);
        }
        Ok(self.terminal.as_mut().expect("it was just opened"))
    }

    /// Shows a page until a key counts that doesn't only scroll. A `fresh` page asks something new.
    fn key(&mut self, page: impl Fn(&mut Size<'_>) -> Page, typing: Typing, fresh: bool) -> Result<Key, Fault> {
        let mut scroll = if fresh { OPENING } else { self.scroll };
        let mut fresh = fresh;
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
                key => {
                    self.scroll = scroll;
                    return Ok(key);
                }
            }
        }
    }

    fn view<'s>(&self, session: &'s Session) -> View<'s> {
        View {
            session,
            lang: self.lang,
            remark: None,
        }
    }

    /// Shows a page until one of its keys is pressed.
    fn shown(&mut self, keys: Keys, page: impl Fn(Option<&str>, &mut Size<'_>) -> Page) -> Result<Does, Fault> {
        let mut fresh = true;
        let mut remark = self.remark.take();
        loop {
            let key = self.key(|size| page(remark.as_deref(), size), Typing::Keys, fresh)?;
            (fresh, remark) = (false, None);
            match keys::pressed(keys, key) {
                _ if key == Key::Stop => return Ok(Does::Stop),
                Some(does) => return Ok(does),
                None if matches!(key, Key::Char(_) | Key::Enter | Key::Esc) => remark = Some(self.lang.not_here()),
                None => {}
            }
        }
    }
}

impl Prompter for Screen {
    fn inquire(&mut self, inquiry: &Inquiry<'_>) -> Result<Inquired, Fault> {
        let lang = self.lang;
        let mut editor = Editor::new(inquiry.typed);
        if inquiry.remark.is_some() {
            editor.refuse();
        }
        let keys = keys::inquiry(inquiry.has_before);
        let page = |editor: &Editor, _: Option<&str>, size: &mut Size<'_>| pages::inquiry(lang, inquiry, editor, size);
        Ok(match self.text(&mut editor, keys, false, page)? {
            Does::Stop => Inquired::Stopped,
            Does::Back => Inquired::Back,
            _ if keys::typed(keys, editor.text()) == Some(Does::Back) => Inquired::Back,
            _ if editor.text().trim().is_empty() => Inquired::Typed(inquiry.known.unwrap_or_default().to_owned()),
            _ => Inquired::Typed(editor.text().to_owned()),
        })
    }

    fn ask(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        if !self.begun {
            self.begun = true;
            self.remark = words::better_together_than_now(self.lang, session.profile());
        }
        let view = self.view(session);
        let does = match session.position() {
            Position::FollowUp(index) => return self.follow_up(session, index),
            Position::Question(index) => return self.question(session, index),
            Position::Spread(index) => return self.spread(session, index),
            Position::Ballot => return self.ballot(session),
            Position::Overview => return self.overview(session),
            Position::Settings => return self.settings(session),
            Position::Agreements => return self.agreements(session),
            Position::Agreement { about, field } => return self.agreement(session, about, field),
            Position::Sure(doubt) => {
                self.shown(keys::sure(doubt), |remark, size| view.saying(remark).sure(doubt, size))?
            }
            Position::Profile => self.shown(keys::PROFILE, |remark, size| view.saying(remark).profile(size))?,
            Position::Topics => self.shown(keys::TOPICS, |remark, size| view.saying(remark).topics(size))?,
            Position::Done => Does::Stop,
        };
        Ok(does.reply().into_iter().collect())
    }

    fn refused(&mut self, session: &Session, refusal: Refusal) -> Result<(), Fault> {
        self.remark = Some(words::refusal(self.lang, session, refusal));
        Ok(())
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        let lang = self.lang;
        let reason = fault.text(lang);
        let mut editor = Editor::new("");
        let page =
            |editor: &Editor, _: Option<&str>, size: &mut Size<'_>| pages::cannot_save(lang, &reason, editor, size);
        let ended = self.text(&mut editor, keys::CANNOT_SAVE, false, page)?;
        let typed = editor.text().trim();
        Ok(match keys::typed(keys::CANNOT_SAVE, typed) {
            _ if ended == Does::Stop => SaveReply::GiveUp,
            Some(Does::Stop) => SaveReply::GiveUp,
            Some(_) => SaveReply::Again,
            None => SaveReply::to_folder(typed),
        })
    }
}
