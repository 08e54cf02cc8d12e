//! Who asks the questions: the full screen, line by line, or a script in tests.

mod lines;
mod screen;
pub mod scripted;
mod stop;
mod words;

use std::path::PathBuf;

use chrono::NaiveDate;
pub use lines::{LineReader, Lines, PipedLines, TerminalLines};
pub use screen::{Screen, remember_terminal, restore_terminal, terminal_size};
pub use stop::{is_stopping, request_stop};

use crate::{
    agreement::Due,
    fault::Fault,
    profile::NOTE_CHARS,
    session::{Refusal, Reply, Session},
};

/// Asks a team one thing at a time. The same interview loop drives every implementation.
pub trait Prompter {
    /// Asks how an agreement of an earlier meeting (counted from 0) stands.
    ///
    /// # Errors
    /// As [`Prompter::question`].
    fn follow_up(&mut self, session: &Session, index: usize) -> Result<Reply, Fault>;

    /// Asks a question (counted from 0) and gives the reply.
    ///
    /// # Errors
    /// When nothing can be shown or read any more.
    fn question(&mut self, session: &Session, index: usize) -> Result<Reply, Fault>;

    /// Shows everyone's answers to a question until the team goes on.
    ///
    /// # Errors
    /// As [`Prompter::question`].
    fn spread(&mut self, session: &Session, index: usize) -> Result<Reply, Fault>;

    /// Lists what is open and lets the team go on or go to a question.
    ///
    /// # Errors
    /// As [`Prompter::question`].
    fn review(&mut self, session: &Session) -> Result<Reply, Fault>;

    /// Says why the last reply didn't fit; the same thing is asked again.
    ///
    /// # Errors
    /// As [`Prompter::question`].
    fn refused(&mut self, session: &Session, refusal: Refusal) -> Result<(), Fault>;

    /// Asks what the team agrees on one of its weakest elements.
    ///
    /// # Errors
    /// As [`Prompter::question`].
    fn agreement(&mut self, session: &Session, element: usize) -> Result<AgreementReply, Fault>;

    /// Tells that saving failed, and asks what to do.
    ///
    /// # Errors
    /// As [`Prompter::question`].
    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault>;
}

/// What a team agrees on one element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreementReply {
    /// An agreement.
    Agreed(Agreed),
    /// Nothing is agreed on this element.
    Skip,
    /// The team stops; the draft stays, with what was agreed so far on this element.
    Stop(Option<Agreed>),
}

/// An agreement as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// What will be done; not blank.
    pub what: String,
    /// Who will do it.
    pub who: Option<String>,
    /// By when.
    pub due: Option<Due>,
}

/// What to do when saving failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveReply {
    /// Try again.
    Again,
    /// Save in this folder from now on.
    Elsewhere(PathBuf),
    /// Stop with the error.
    GiveUp,
}

impl Agreed {
    /// An agreement of a meeting from up to three answers, in the order what, who, by when; `None` when *what* is missing or
    /// blank. A day that doesn't exist stays as it was said: nothing that was typed is lost.
    pub fn from_texts<T: AsRef<str>>(texts: &[T], meeting: NaiveDate) -> Option<Agreed> {
        let given = |index: usize| {
            let text = texts.get(index)?.as_ref().trim();
            (!text.is_empty()).then(|| text.chars().take(NOTE_CHARS).collect::<String>())
        };
        Some(Agreed {
            what: given(0)?,
            who: given(1),
            due: given(2).map(|text| Due::typed(&text, meeting).unwrap_or(Due::Words(text))),
        })
    }
}
