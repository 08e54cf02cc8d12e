//! One interview loop for the screen, for `--plain` and for tests: a [`Session`], someone who asks, something that keeps.

use std::path::Path;

use crate::{
    fault::Fault,
    profile::Profile,
    prompt::{Prompter, SaveReply},
    session::{Position, Session, Step},
};

/// Keeps a draft safe during the interview, and the profile from the moment on at which it is complete.
pub trait Keeper {
    /// Saves the draft or the profile; when this returns, it survives whatever happens next. Of the rounds that the team lets go
    /// of, those go that the profile replaces, once it is complete and saved.
    ///
    /// # Errors
    /// When it can't be saved; what was saved before is still there.
    fn keep(&mut self, profile: &Profile, replaced: &[Profile]) -> Result<(), Fault>;

    /// Saves it in another folder, from now on.
    ///
    /// # Errors
    /// When it can't be saved there either.
    fn keep_elsewhere(&mut self, dir: &Path, profile: &Profile) -> Result<(), Fault>;
}

/// How an interview ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Ended {
    /// The profile is complete and saved.
    Complete,
    /// The team stopped; the draft is saved.
    Stopped,
}

/// Asks everything that is still open, to the last agreement, saving before each next question.
///
/// # Errors
/// When nothing more can be asked or shown, or when saving failed and the team gave up. What was saved last is still there.
pub fn run<P: Prompter>(session: &mut Session, prompter: &mut P, keeper: &mut impl Keeper) -> Result<Ended, Fault> {
    let goes_on = |position| position != Position::Done;
    ask(session, prompter, goes_on, |session, prompter| {
        insist(session, prompter, keeper)
    })?;
    Ok(if session.profile().is_draft() {
        Ended::Stopped
    } else {
        Ended::Complete
    })
}

/// Looks back at the agreements of earlier meetings, and at nothing else. What the team leaves out stays as it was.
///
/// # Errors
/// When nothing more can be asked or shown.
pub fn follow_up(session: &mut Session, prompter: &mut impl Prompter) -> Result<(), Fault> {
    let goes_on = |position| matches!(position, Position::FollowUp(_) | Position::Settings);
    ask(session, prompter, goes_on, |_, _| Ok(()))
}

/// Asks while the session is where it `goes_on`, and saves each change before the next question.
fn ask<P: Prompter>(
    session: &mut Session,
    prompter: &mut P,
    goes_on: impl Fn(Position) -> bool,
    mut save: impl FnMut(&Session, &mut P) -> Result<(), Fault>,
) -> Result<(), Fault> {
    while goes_on(session.position()) {
        for reply in prompter.ask(session)? {
            match session.apply(reply) {
                Step::Go { changed: true } => save(session, prompter)?,
                Step::Go { changed: false } => {}
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
fn insist(session: &Session, prompter: &mut impl Prompter, keeper: &mut impl Keeper) -> Result<(), Fault> {
    let (profile, replaced) = (session.profile(), session.replaced());
    let Err(mut fault) = keeper.keep(profile, replaced) else {
        return Ok(());
    };
    loop {
        // What can be done here is what the prompter says itself.
        let problem = Fault {
            next: None,
            ..fault.clone()
        };
        let kept = match prompter.cannot_save(&problem)? {
            SaveReply::Again => keeper.keep(profile, replaced),
            SaveReply::Elsewhere(dir) => keeper.keep_elsewhere(&dir, profile),
            SaveReply::GiveUp => return Err(fault),
        };
        match kept {
            Ok(()) => return Ok(()),
            Err(other) => fault = other,
        }
    }
}
