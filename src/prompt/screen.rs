//! The full screen: one thing at a time, one key an answer.
//!
//! [`pages`] says what is seen and [`frame`] lays it out, [`filter`] decides which key presses count, [`terminal`] draws and
//! reads. This file connects them: it shows a page, takes a key, and turns it into a reply by the page's table of keys.

mod editor;
pub(super) mod filter;
mod frame;
mod menu;
mod pages;
mod terminal;
mod typing;

use std::path::PathBuf;

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
    session::{Position, Refusal, Reply, Session, SettingKind},
    tally::{Mode, Tally, TallyError},
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
    /// How far the page is scrolled.
    scroll: usize,
}

/// What was chosen on a page with a list.
enum Chosen {
    Number(usize),
    Does(Does),
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
            scroll: OPENING,
        }
    }

    fn terminal(&mut self) -> Result<&mut Terminal, Fault> {
        if self.terminal.is_none() {
            self.terminal = Some(Terminal::open()?);
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

    /// The explanation, until a key closes it.
    fn help(&mut self, session: &Session) -> Result<Commanded, Fault> {
        let view = self.view(session);
        let explained = match session.position() {
            Position::Spread(_) if session.counts_stay() => keys::COUNTS,
            Position::Spread(_) => keys::SPREAD,
            Position::Ballot => keys::BALLOT,
            Position::Question(index) => keys::question(session, index),
            _ => keys::overview(session),
        };
        let key = self.key(|size| view.help(explained, size), Typing::Keys, true)?;
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
            Does::Help => self.help(session)?,
            does => does
                .reply()
                .map_or(Commanded::Nothing, |reply| Commanded::Replies(vec![reply])),
        })
    }

    /// Shows a page with a number to type until the number or one of the keys is given.
    fn listed(
        &mut self,
        keys: Keys,
        page: impl Fn(&Editor, Option<&str>, &mut Size<'_>) -> Page,
    ) -> Result<Chosen, Fault> {
        let mut editor = Editor::new("");
        let mut fresh = true;
        let mut remark = self.remark.take();
        loop {
            let key = self.key(|size| page(&editor, remark.as_deref(), size), Typing::Answers, fresh)?;
            (fresh, remark) = (false, None);
            match key {
                Key::Stop => return Ok(Chosen::Does(Does::Stop)),
                Key::Enter if !editor.text().is_empty() => {
                    let number = editor.text().parse::<usize>().unwrap_or(0);
                    return Ok(Chosen::Number(number.wrapping_sub(1)));
                }
                Key::Esc if !editor.text().is_empty() => editor = Editor::new(""),
                key => match keys::pressed(keys, key) {
                    Some(does) => return Ok(Chosen::Does(does)),
                    None if key == Key::Esc => remark = Some(self.lang.esc_does_nothing()),
                    None if matches!(key, Key::Char(c) if !c.is_ascii_digit()) => remark = Some(self.lang.not_here()),
                    None => editor.press(key),
                },
            }
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

    fn overview(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let keys = keys::overview(session);
        let view = self.view(session);
        loop {
            match self.listed(keys, |editor, remark, size| view.saying(remark).overview(editor, size))? {
                Chosen::Number(index) => return Ok(vec![Reply::GoTo(index)]),
                Chosen::Does(Does::Help) => {
                    if let Commanded::Replies(replies) = self.help(session)? {
                        return Ok(replies);
                    }
                }
                Chosen::Does(does) => return Ok(does.reply().into_iter().collect()),
            }
        }
    }

    fn settings(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let view = self.view(session);
        loop {
            match self.listed(keys::SETTINGS_LIST, |editor, remark, size| {
                view.saying(remark).settings(editor, size)
            })? {
                Chosen::Number(index) => match SettingKind::ALL.get(index) {
                    Some(kind) => {
                        if let Some(replies) = self.setting(session, *kind)? {
                            return Ok(replies);
                        }
                    }
                    None => self.remark = Some(self.lang.no_such_number(SettingKind::ALL.len())),
                },
                Chosen::Does(does) => return Ok(does.reply().into_iter().collect()),
            }
        }
    }

    fn agreements(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let view = self.view(session);
        let chosen = self.listed(keys::AGREEMENTS, |editor, remark, size| {
            view.saying(remark).agreements(editor, size)
        })?;
        Ok(match chosen {
            Chosen::Number(index) => vec![Reply::GoTo(index)],
            Chosen::Does(does) => does.reply().into_iter().collect(),
        })
    }

    /// The sheet of one member.
    fn ballot(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let mut editor = Editor::new("");
        let view = self.view(session);
        let mut fresh = true;
        let mut remark = self.remark.take();
        loop {
            let page = |size: &mut Size<'_>| view.saying(remark.as_deref()).ballot(&editor, size);
            let key = self.key(page, Typing::Answers, fresh)?;
            (fresh, remark) = (false, None);
            match key {
                Key::Stop => return Ok(vec![Reply::Stop]),
                Key::Enter if !editor.text().trim().is_empty() => {
                    let points = session.profile().questionnaire.scale.points();
                    match Tally::sheet(editor.text(), points) {
                        Ok(sheet) if sheet.len() == session.total() => return Ok(vec![Reply::Sheet(sheet)]),
                        // It stays there to be mended.
                        Ok(sheet) => remark = Some(self.lang.sheet_length(sheet.len(), session.total())),
                        Err(_) => remark = Some(words::nothing_answered(self.lang, session)),
                    }
                }
                Key::Esc if !editor.text().is_empty() => editor = Editor::new(""),
                Key::Char(c) if c.is_alphabetic() && !editor.text().is_empty() => {
                    remark = Some(self.lang.typed_first());
                }
                key => match keys::pressed(keys::BALLOT, key) {
                    Some(Does::Help) => {
                        if let Commanded::Replies(replies) = self.help(session)? {
                            return Ok(replies);
                        }
                        fresh = true;
                    }
                    Some(does) => return Ok(does.reply().into_iter().collect()),
                    None if matches!(key, Key::Char(c) if c.is_alphabetic()) => remark = Some(self.lang.not_here()),
                    None => editor.press(key),
                },
            }
        }
    }

    fn follow_up(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let lang = self.lang;
        let keys = keys::follow_up(session.is_followed_up(index));
        let mut remark = self.remark.take();
        let mut fresh = true;
        loop {
            let view = self.view(session).saying(remark.as_deref());
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
                if let Some(replies) = self.follow_up_texts(session, index, *state)? {
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
        let keys = keys::question(session, index);
        let mut editor = Editor::new("");
        let mut fresh = true;
        let mut remark = self.remark.take();
        loop {
            let view = self.view(session).saying(remark.as_deref());
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
                // With too many the session asks whether the team has grown.
                Some(Ok(tally) | Err(TallyError::TooMany(tally))) => return Ok(vec![Reply::Answer(tally)]),
                Some(Err(error)) => {
                    remark = Some(words::tally_error(self.lang, session, &error));
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
            } else if matches!(key, Key::Char(_)) && !editor.text().is_empty() {
                remark = Some(self.lang.typed_first());
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
            let view = self.view(session).saying(remark.as_deref());
            let key = self.key(|size| view.spread(index, size), Typing::Keys, fresh)?;
            fresh = false;
            let keys = if session.counts_stay() {
                keys::COUNTS
            } else {
                keys::SPREAD
            };
            match self.command(session, index, keys, key)? {
                Commanded::Replies(replies) => return Ok(replies),
                Commanded::Shown => (remark, fresh) = (None, true),
                Commanded::Unknown if key == Key::Esc => remark = Some(self.lang.esc_does_nothing()),
                Commanded::Unknown => remark = Some(self.lang.not_here()),
                Commanded::Nothing => {}
            }
        }
    }
}

impl Prompter for Screen {
    fn inquire(&mut self, inquiry: &Inquiry<'_>) -> Result<Inquired, Fault> {
        let lang = self.lang;
        let mut editor = Editor::new(inquiry.typed);
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
            None => SaveReply::Elsewhere(PathBuf::from(typed)),
        })
    }
}
