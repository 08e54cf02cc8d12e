//! A profile that is read whole, or why it can't be.

use std::{io, path::Path};

use super::{
    is_profile_name,
    text::{bytes_of, text_of, unread},
};
use crate::{
    fault::Fault,
    lang::Sentence,
    profile::{self, Loaded, looks_like_profile},
};

/// The profile that a file holds, or why it can't be used; `None` where it is something else. Sentences call the file `shown`
/// where it is meant as a whole, and `name` where a place in it is.
pub(super) fn read_whole(path: &Path, shown: &Path, name: &str) -> Option<Result<Loaded, Fault>> {
    match text_in(path, shown)? {
        Ok(text) => profile_in(path, name, &text),
        Err(fault) => Some(Err(fault)),
    }
}

/// The text of a file that may hold a profile, or why it can't be read where it is meant as one.
pub(super) fn text_in(path: &Path, shown: &Path) -> Option<Result<String, Fault>> {
    let is_named = is_profile_name(path);
    let bytes = match bytes_of(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            // What the system keeps back may be a profile; what went away meanwhile, or is no ordinary file, is none.
            let is_kept_back = error.raw_os_error().is_some() && error.kind() != io::ErrorKind::NotFound;
            return (is_named || is_kept_back).then(|| Err(unread(shown, &error)));
        }
    };
    match text_of(shown, &bytes) {
        Ok(found) => Some(Ok(found.text)),
        Err(fault) => (is_named || looks_like_profile(&String::from_utf8_lossy(&bytes))).then_some(Err(fault)),
    }
}

/// The profile that a text is, or the first thing that is wrong with it; `None` where it is something else.
pub(super) fn profile_in(path: &Path, name: &str, text: &str) -> Option<Result<Loaded, Fault>> {
    if !is_profile_name(path) && !looks_like_profile(text) {
        return None;
    }
    Some(profile::read(name, text).map_err(|mut problems| {
        let more = problems.len().saturating_sub(1);
        problems.truncate(1);
        if let Some(problem) = problems.first_mut().filter(|_| more > 0) {
            let first = problem.what.clone();
            problem.what = Sentence::new(|lang| format!("{} {}", first.text(lang), lang.more_with_check(more, name)));
        }
        Fault::in_file(problems)
    }))
}
