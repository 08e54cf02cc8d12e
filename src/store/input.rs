//! The files that the program works with itself: no report may take the place of one, whatever is asked.

use std::path::Path;

use super::text::{bytes_of, text_of};
use crate::{profile::looks_like_profile, toml_file::has_any_key};

/// What their names end in: they themselves, and what stands beside one while it is worked on.
const ENDINGS: [&str; 3] = ["toml", "lock", "tmp"];

/// A key of each: what most begin with, and what makes them questionnaires, answers, ways of working or sources.
const KEYS: [&str; 5] = ["format", "elements", "answers", "activities", "sources"];

/// Whether a file is there that the program works with: by its name or that of the file it leads to, else by what is in it.
pub(crate) fn is_input(path: &Path) -> bool {
    let Ok(found) = path.canonicalize() else {
        return false;
    };
    // A folder or a device has a sentence of its own.
    found.is_file() && (has_such_name(path) || has_such_name(&found) || reads_as_one(&found))
}

fn has_such_name(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

fn reads_as_one(path: &Path) -> bool {
    let Ok(bytes) = bytes_of(path) else {
        return false;
    };
    match text_of(path, &bytes) {
        // Also one that was cut off or mistyped, as far as it can be read.
        Ok(found) => has_any_key(&found.text, &KEYS),
        Err(_) => looks_like_profile(&String::from_utf8_lossy(&bytes)),
    }
}
