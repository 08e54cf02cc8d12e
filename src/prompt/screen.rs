//! The full screen: one thing at a time, one key an answer.
//!
//! [`pages`] says what is seen and [`frame`] lays it out, [`keys`] decides which key presses count, [`terminal`] draws and
//! reads. This file connects them: it shows a page, takes a key, and turns it into a reply.

mod editor;
mod frame;
mod keys;
mod pages;
mod terminal;
mod typing;

use std::path::PathBuf;

pub use terminal::{remember_terminal, restore_terminal, terminal_size};

use self::{
    editor::Editor,
    frame::Page,
    keys::{Key, Typing},
    pages::{Size, View},
    terminal::Terminal,
    typing::Typed,
};
use super::{Agreed, AgreementReply, Prompter, SaveReply, words};
use crate::{
    agreement::Due,
    fault::Fault,
    lang::Lang,
    session::{Refusal, Reply, Session},
    tally::{Mode, Tally},
};

/// Lines that a page key scrolls.
const PAGE: usize = 8;

/// Asks on the whole terminal; it is given back when this is dropped.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal,
    lang: Lang,
    /// Said once, on the next page.
    remark: Option<String>,
}

/// What a key was at a question or at its spread.
enum Commanded {
    /// A reply.
    Reply(Reply),
    /// Something was shown in between; the page is asked anew.
    Shown,
    /// A character without a meaning.
    Unknown,
    /// A key that is none of our business.
    Nothing,
}

impl Screen {
    /// Takes over the terminal.
    ///
    /// # Errors
    /// When the terminal can't be used this way.
    pub fn open(lang: Lang) -> Result<Screen, Fault> {
        Ok(Screen {
            terminal: Terminal::open()?,
            lang,
            remark: None,
        })
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
            let key = self.terminal.key(shown, typing, fresh)?;
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

    /// The explanation, until a key closes it; Ctrl-C stops from here too.
    fn help(&mut self, session: &Session, index: usize) -> Result<Commanded, Fault> {
        let view = View {
            session,
            lang: self.lang,
            remark: None,
        };
        let key = self.key(|size| view.help(index, size), Typing::Keys, true)?;
        Ok(if key == Key::Stop {
            Commanded::Reply(Reply::Stop)
        } else {
            Commanded::Shown
        })
    }

    /// A key that is the same command at a question and at its spread.
    fn command(&mut self, session: &Session, index: usize, key: Key) -> Result<Commanded, Fault> {
        let letter = match key {
            Key::Stop | Key::Esc => return Ok(Commanded::Reply(Reply::Stop)),
            Key::Enter => return Ok(Commanded::Reply(Reply::Continue)),
            Key::Char(c) => c.to_ascii_lowercase(),
            _ => return Ok(Commanded::Nothing),
        };
        Ok(match letter {
            'n' => self.note(session, index)?.map_or(Commanded::Shown, Commanded::Reply),
            'b' => Commanded::Reply(Reply::Back),
            'f' => Commanded::Reply(Reply::Finish),
            'q' => Commanded::Reply(Reply::Stop),
            'h' => self.help(session, index)?,
            _ => Commanded::Unknown,
        })
    }
}

impl Prompter for Screen {
    fn follow_up(&mut self, session: &Session, index: usize) -> Result<Reply, Fault> {
        let mut remark = self.remark.take();
        let mut fresh = true;
        loop {
            let view = View {
                session,
                lang: self.lang,
                remark: remark.as_deref(),
            };
            let key = self.key(|size| view.follow_up(index, None, size), Typing::Keys, fresh)?;
            fresh = false;
            let chosen = match key {
                Key::Stop | Key::Esc | Key::Char('q' | 'Q') => return Ok(Reply::Stop),
                Key::Enter => return Ok(Reply::Continue),
                Key::Char('b' | 'B') => return Ok(Reply::Back),
                Key::Char(key) => words::STATES.iter().find(|(known, _)| *known == key),
                _ => continue,
            };
            let Some((_, state)) = chosen else {
                remark = Some(self.lang.choose_a_state());
                continue;
            };
            if let Some(reply) = self.follow_up_note(session, index, *state)? {
                return Ok(reply);
            }
            (remark, fresh) = (None, true);
        }
    }

    fn question(&mut self, session: &Session, index: usize) -> Result<Reply, Fault> {
        let profile = session.profile();
        let (mode, points) = (profile.mode, profile.questionnaire.scale.points());
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
                Some(Ok(tally)) => return Ok(Reply::Answer(tally)),
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
                let _ = editor.press(key);
            } else {
                match self.command(session, index, key)? {
                    Commanded::Reply(reply) => return Ok(reply),
                    Commanded::Shown => fresh = true,
                    Commanded::Unknown => remark = Some(words::nothing_answered(self.lang, session)),
                    Commanded::Nothing => {}
                }
            }
        }
    }

    fn spread(&mut self, session: &Session, index: usize) -> Result<Reply, Fault> {
        let remark = self.remark.take();
        let mut fresh = true;
        loop {
            let view = View {
                session,
                lang: self.lang,
                remark: remark.as_deref(),
            };
            let key = self.key(|size| view.spread(index, size), Typing::Keys, fresh)?;
            match self.command(session, index, key)? {
                Commanded::Reply(reply) => return Ok(reply),
                Commanded::Shown => fresh = true,
                Commanded::Unknown | Commanded::Nothing => fresh = false,
            }
        }
    }

    fn review(&mut self, session: &Session) -> Result<Reply, Fault> {
        let mut editor = Editor::new("");
        let mut fresh = true;
        let remark = self.remark.take();
        loop {
            let view = View {
                session,
                lang: self.lang,
                remark: remark.as_deref(),
            };
            let key = self.key(|size| view.review(&editor, size), Typing::Answers, fresh)?;
            fresh = false;
            match key {
                Key::Enter if editor.text().is_empty() => return Ok(Reply::Continue),
                Key::Enter => {
                    let number = editor.text().parse::<usize>().unwrap_or(0);
                    return Ok(Reply::GoTo(number.wrapping_sub(1)));
                }
                Key::Esc if !editor.text().is_empty() => editor = Editor::new(""),
                Key::Stop | Key::Esc | Key::Char('q' | 'Q') => return Ok(Reply::Stop),
                Key::Char('b' | 'B') => return Ok(Reply::Back),
                Key::Char(c) if !c.is_ascii_digit() => {}
                key => {
                    let _ = editor.press(key);
                }
            }
        }
    }

    fn refused(&mut self, session: &Session, refusal: Refusal) -> Result<(), Fault> {
        self.remark = Some(words::refusal(self.lang, session, refusal));
        Ok(())
    }

    fn agreement(&mut self, session: &Session, element: usize) -> Result<AgreementReply, Fault> {
        let lang = self.lang;
        let meeting = session.profile().date;
        let labels = [lang.agreement_what(), lang.agreement_who(), lang.agreement_due()];
        let no_such_day = lang.no_such_day();
        let mut texts = labels.each_ref().map(|_| String::new());
        let (mut index, mut remark) = (0, None);
        while index < labels.len() {
            let view = View {
                session,
                lang,
                remark: remark.take(),
            };
            let mut editor = Editor::new(&texts[index]);
            let given = labels[..index].iter().zip(&texts);
            let given: Vec<(&str, &str)> = given.map(|(label, text)| (label.as_str(), text.as_str())).collect();
            let label = &labels[index];
            let page = |editor: &Editor, size: &mut Size<'_>| view.agreement(element, &given, label, editor, size);
            let typed = self.text(&mut editor, page)?;
            editor.text().clone_into(&mut texts[index]);
            let asks_day = index == labels.len() - 1;
            match typed {
                Typed::Stopped => return Ok(AgreementReply::Stop(Agreed::from_texts(&texts, meeting))),
                Typed::Closed if index == 0 => return Ok(AgreementReply::Skip),
                Typed::Closed => index -= 1,
                Typed::Done if texts[0].trim().is_empty() => return Ok(AgreementReply::Skip),
                Typed::Done if asks_day && Due::typed(&texts[index], meeting).is_err() => {
                    remark = Some(&*no_such_day);
                }
                Typed::Done => index += 1,
            }
        }
        Ok(Agreed::from_texts(&texts, meeting).map_or(AgreementReply::Skip, AgreementReply::Agreed))
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        let lang = self.lang;
        let reason = fault.text(lang);
        let mut editor = Editor::new("");
        let page = |editor: &Editor, size: &mut Size<'_>| pages::cannot_save(lang, &reason, editor, size);
        let typed = self.text(&mut editor, page)?;
        Ok(match (typed, editor.text().trim()) {
            (Typed::Closed | Typed::Stopped, _) | (Typed::Done, "q" | "Q") => SaveReply::GiveUp,
            (Typed::Done, "") => SaveReply::Again,
            (Typed::Done, dir) => SaveReply::Elsewhere(PathBuf::from(dir)),
        })
    }
}
