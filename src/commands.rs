//! One small file a command: what it takes, and what it does: load, call something pure, write.

pub(crate) mod agenda;
pub(crate) mod agreements;
pub(crate) mod args;
pub(crate) mod assess;
pub(crate) mod card;
pub(crate) mod check;
mod confirm;
mod context;
pub(crate) mod diff;
pub(crate) mod export;
pub(crate) mod flags;
pub(crate) mod questions;
pub(crate) mod show;
pub(crate) mod sources;
pub(crate) mod trend;
pub(crate) mod values;

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

pub use self::context::Context;
use self::context::load_questionnaire;
use crate::{
    cli::Format,
    fault::{Fault, shown_path},
    lang::Lang,
};

/// The form that an option asks for, or that the file's name ends in; nothing when neither is given. `unknown` names the
/// endings that there are.
fn asked_form(
    option: Option<Format>,
    path: Option<&Path>,
    unknown: impl Fn(Lang, &str) -> String,
) -> Result<Option<Format>, Fault> {
    match (option, path) {
        (Some(format), Some(path)) => refuse_other_form("--format", format, path).map(|()| Some(format)),
        (None, Some(path)) => Format::of_file(path).map(Some).ok_or_else(|| {
            let file = shown_path(path);
            Fault::wrong_use(|lang| unknown(lang, &file))
        }),
        (option, None) => Ok(option),
    }
}

/// Refuses a file whose name ends in another form than the one that an option asks for.
fn refuse_other_form(option: &str, format: Format, path: &Path) -> Result<(), Fault> {
    if Format::of_file(path).is_none_or(|named| named == format) {
        return Ok(());
    }
    let file = shown_path(path);
    Err(Fault::wrong_use(|lang| {
        lang.not_of_this_form(option, &file, format.ending())
    }))
}

/// Refuses to take one file for two meetings.
fn refuse_twice<'p>(files: impl IntoIterator<Item = &'p PathBuf>) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    // What isn't there gets its own sentence when it is read.
    let again = |file: &&PathBuf| file.canonicalize().is_ok_and(|place| !seen.insert(place));
    let Some(file) = files.into_iter().find(again) else {
        return Ok(());
    };
    let file = shown_path(file);
    Err(Fault::wrong_use(|lang| lang.same_profile_twice(&file)))
}
