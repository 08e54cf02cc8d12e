//! Who asks the questions: the full screen, line by line, or a script in tests.

mod events;
mod keys;
mod lines;
mod pager;
mod screen;
pub mod scripted;
mod stop;
mod words;

use std::path::PathBuf;

pub(crate) use events::{drop_typed, without_sequences};
pub(crate) use lines::{LineReader, TerminalLines};
pub use lines::{Lines, Pastes, PipedLines};
pub(crate) use pager::{Pager, Reading};
pub(crate) use screen::Screen;
pub use screen::{knows_escapes, terminal_size};
pub(crate) use stop::{fold_lines, is_stopping, on_signal, request_stop, unfold_lines};
pub use stop::{ignore_file_size_signal, restore_terminal};
pub(crate) use words::{better_together, better_together_than_now, mode as mode_choice, setting_refusal};

use crate::{
    fault::Fault,
    session::{Refusal, Reply, Session},
};

/// Asks a team one thing at a time. The same interview loop drives every implementation.
///
/// What a team says is mostly one reply. A text that is broken off to go back or to stop is a reply of its own before that.
pub trait Prompter {
    /// Asks something before there is a session: a text, or a choice.
    ///
    /// # Errors
    /// As [`Prompter::ask`].
    fn inquire(&mut self, inquiry: &Inquiry<'_>) -> Result<Inquired, Fault>;

    /// Asks for what the session is at, or shows it, and gives the reply.
    ///
    /// # Errors
    /// When nothing can be shown or read any more.
    fn ask(&mut self, session: &Session) -> Result<Vec<Reply>, Fault>;

    /// Says why the last reply didn't fit; the same thing is asked again.
    ///
    /// # Errors
    /// As [`Prompter::ask`].
    fn refused(&mut self, session: &Session, refusal: Refusal) -> Result<(), Fault>;

    /// Tells that saving failed, and asks what to do.
    ///
    /// # Errors
    /// As [`Prompter::ask`].
    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault>;
}

/// Something that is asked before the first question.
#[derive(Clone, Copy, Debug)]
pub struct Inquiry<'i> {
    /// What is asked, in the team's language.
    pub question: &'i str,
    /// What can be chosen, by its number from 1; none where a text is asked.
    pub choices: &'i [String],
    /// What was wrong with what was typed before.
    pub remark: Option<&'i str>,
    /// What was typed before and can be mended.
    pub typed: &'i str,
    /// What Enter alone takes, if anything is known.
    pub known: Option<&'i str>,
    /// Whether something was asked before this.
    pub has_before: bool,
}

/// What can be done now, to choose from by number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Menu<'m> {
    /// Whose it is, and when they met.
    pub heading: [&'m str; 2],
    /// What is asked.
    pub question: &'m str,
    /// What can be chosen, by its number from 1.
    pub choices: &'m [String],
    /// What has to be said first, if anything.
    pub remark: Option<&'m str>,
}

/// What came of a [`Menu`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chosen {
    /// This one, counted from 0.
    Number(usize),
    /// None of them: done.
    Left,
    /// Ctrl-C or a signal.
    Stopped,
}

impl Menu<'_> {
    /// The choice that was typed; nothing stands for the first.
    pub(crate) fn typed(&self, typed: &str) -> Option<usize> {
        let number = match typed.trim() {
            "" => 1,
            typed => typed.parse().ok()?,
        };
        (1..=self.choices.len()).contains(&number).then(|| number - 1)
    }
}

/// What came of an [`Inquiry`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inquired {
    /// What was typed, or what is known.
    Typed(String),
    /// To what was asked before.
    Back,
    /// A letter that stops, line by line.
    Left,
    /// The input has ended.
    Ended,
    /// Ctrl-C or a signal.
    Stopped,
}

/// What to do when saving failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveReply {
    /// What came can't be an answer: the same is asked again.
    Again,
    /// Save in this folder from now on.
    Elsewhere(PathBuf),
    /// Stop with the error.
    GiveUp,
}

impl SaveReply {
    /// The folder that was typed, or pasted between quotes as Windows copies a path.
    fn to_folder(typed: &str) -> Self {
        let typed = typed.trim();
        let bare = typed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        SaveReply::Elsewhere(PathBuf::from(bare.unwrap_or(typed)))
    }
}
