//! One interview loop for the screen, for `--plain` and for tests: a [`Session`], someone who asks, something that keeps.

use std::path::{Path, PathBuf};

use crate::{
    fault::Fault,
    profile::Profile,
    prompt::{Prompter, SaveReply},
    session::{Position, Session, Step},
};

/// Keeps a draft safe during the interview, and makes it a profile at the end.
pub trait Keeper {
    /// Saves the draft; when this returns, it survives whatever happens next.
    ///
    /// # Errors
    /// When it can't be saved; what was saved before is still there.
    fn keep(&mut self, draft: &Profile) -> Result<(), Fault>;

    /// Saves the draft in another folder, from now on.
    ///
    /// # Errors
    /// When it can't be saved there either.
    fn keep_elsewhere(&mut self, dir: &Path, draft: &Profile) -> Result<(), Fault>;

    /// Saves the finished profile and gives its place.
    ///
    /// # Errors
    /// When it can't be saved; the draft is still there.
    fn complete(&mut self, draft: &Profile) -> Result<PathBuf, Fault>;
}

/// How an interview ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Ended {
    /// The profile is complete and saved here.
    Complete(PathBuf),
    /// The team stopped; the draft is saved.
    Stopped,
}

/// Asks everything that is still open, to the last agreement, saving before each next question.
///
/// # Errors
/// When nothing more can be asked or shown, or when saving failed and the team gave up. The draft of the last successful
/// save is still there.
pub fn run(session: &mut Session, prompter: &mut impl Prompter, keeper: &mut impl Keeper) -> Result<Ended, Fault> {
    loop {
        let replies = match session.position() {
            Position::FollowUp(index) => prompter.follow_up(session, index)?,
            Position::Question(index) => prompter.question(session, index)?,
            Position::Spread(index) => prompter.spread(session, index)?,
            Position::Review(_) => prompter.review(session)?,
            Position::Agreement { element, field } => prompter.agreement(session, element, field)?,
            Position::Done => {
                return insist(session.profile(), prompter, keeper, Keeper::complete).map(Ended::Complete);
            }
        };
        for reply in replies {
            match session.apply(reply) {
                Step::Go { changed: true } => insist(session.profile(), prompter, keeper, Keeper::keep)?,
                Step::Go { changed: false } => {}
                Step::Refused(refusal) => {
                    prompter.refused(session, refusal)?;
                    break;
                }
                Step::Stopped => return Ok(Ended::Stopped),
            }
        }
    }
}

/// Looks back at the agreements of earlier meetings, and at nothing else. What the team leaves out stays as it was.
///
/// # Errors
/// When nothing more can be asked or shown.
pub fn follow_up(session: &mut Session, prompter: &mut impl Prompter) -> Result<(), Fault> {
    while let Position::FollowUp(index) = session.position() {
        for reply in prompter.follow_up(session, index)? {
            match session.apply(reply) {
                Step::Go { .. } => {}
                Step::Refused(refusal) => {
                    prompter.refused(session, refusal)?;
                    break;
                }
                Step::Stopped => return Ok(()),
            }
        }
    }
    Ok(())
}

/// Saves, and while that fails lets the team try again, choose another folder, or give up.
fn insist<K: Keeper, T>(
    draft: &Profile,
    prompter: &mut impl Prompter,
    keeper: &mut K,
    save: impl Fn(&mut K, &Profile) -> Result<T, Fault>,
) -> Result<T, Fault> {
    loop {
        let mut fault = match save(keeper, draft) {
            Ok(saved) => return Ok(saved),
            Err(fault) => fault,
        };
        loop {
            match prompter.cannot_save(&fault)? {
                SaveReply::Again => break,
                SaveReply::Elsewhere(dir) => match keeper.keep_elsewhere(&dir, draft) {
                    Ok(()) => break,
                    Err(other) => fault = other,
                },
                SaveReply::GiveUp => return Err(fault),
            }
        }
    }
}
