//! One small file a command: what it takes, and what it does: load, call something pure, write.

pub(crate) mod agenda;
pub(crate) mod agreements;
pub(crate) mod args;
pub(crate) mod assess;
pub(crate) mod card;
pub(crate) mod check;
pub(crate) mod completions;
mod confirm;
mod context;
pub(crate) mod diff;
mod ending;
pub(crate) mod export;
pub(crate) mod flags;
pub(crate) mod form;
pub(crate) mod gap;
pub(crate) mod guide;
pub(crate) mod man;
pub mod menu;
pub(crate) mod merge;
pub(crate) mod named;
mod output;
pub(crate) mod overview;
mod progress;
pub(crate) mod questions;
mod replacing;
pub(crate) mod show;
pub(crate) mod sources;
pub(crate) mod trend;
pub(crate) mod values;
mod wildcard;

use std::{collections::HashSet, path::PathBuf};

pub use self::context::{Context, day_at};
use self::{context::load_questionnaire, output::Place};
use crate::{
    fault::{Fault, shown_path},
    lang::Lang,
};

/// A flag that names a form, and its word; `--json` is short for one of them.
fn named_form(format: Option<&str>, json: bool) -> Option<(&str, &str)> {
    if json {
        return Some(("--json", "json"));
    }
    format.map(|word| ("--format", word))
}

/// Refuses to take one file for two, and says so.
fn refuse_twice<'p>(files: impl IntoIterator<Item = &'p PathBuf>, said: fn(Lang, &str) -> String) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    // What isn't there gets its own sentence when it is read.
    let again = |file: &&PathBuf| file.canonicalize().is_ok_and(|place| !seen.insert(place));
    let Some(file) = files.into_iter().find(again) else {
        return Ok(());
    };
    let file = shown_path(file);
    Err(Fault::wrong_use(|lang| said(lang, &file)))
}
