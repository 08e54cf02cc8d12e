//! Names with a `*` or a `?` in them: the shells of Windows hand them on as they were typed.

use std::path::{Path, PathBuf};

use crate::{
    fault::{Fault, shown_path},
    lang::Lang,
    store::folder_of,
};

/// What a name with a star can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MayBe {
    /// Files alone.
    Files,
    /// Folders alone.
    Folders,
    /// Either.
    Any,
}

impl MayBe {
    fn takes(self, path: &Path) -> bool {
        match self {
            MayBe::Files => !path.is_dir(),
            MayBe::Folders => path.is_dir(),
            MayBe::Any => true,
        }
    }
}

/// What is meant, where the last part of a name stands for several; a name without a star stays as it is.
///
/// # Errors
/// When nothing has such a name, or the folder can't be read.
pub(super) fn expanded(named: &[PathBuf], may_be: MayBe) -> Result<Vec<PathBuf>, Fault> {
    let mut found = Vec::new();
    for path in named {
        match pattern(path) {
            Some(pattern) => found.extend(matching(path, pattern, may_be)?),
            None => found.push(path.clone()),
        }
    }
    Ok(found)
}

/// The one file that is meant.
///
/// # Errors
/// As [`expanded`], and when several files have such a name.
pub(super) fn only(named: &Path) -> Result<PathBuf, Fault> {
    let mut found = expanded(&[named.to_owned()], MayBe::Files)?;
    match found.pop() {
        Some(file) if found.is_empty() => Ok(file),
        _ => {
            let shown = shown_path(named);
            Err(Fault::wrong_use(|lang| {
                lang.several_files_are_like(&shown, found.len() + 1)
            }))
        }
    }
}

/// What the names have to be like, unless a file is called so itself.
fn pattern(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?;
    (name.contains(['*', '?']) && !path.exists()).then_some(name)
}

fn matching(path: &Path, pattern: &str, may_be: MayBe) -> Result<Vec<PathBuf>, Fault> {
    let (dir, listed) = (path.parent().unwrap_or(Path::new("")), folder_of(path));
    let entries = std::fs::read_dir(listed).map_err(|error| Fault::unreadable(listed, &error))?;
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name()));
    let is_meant = |name: &str| is_like(name, pattern) && !name.starts_with('.');
    let meant = names.filter(|name| name.to_str().is_some_and(is_meant));
    let mut found: Vec<PathBuf> = meant
        .map(|name| dir.join(name))
        .filter(|path| may_be.takes(path))
        .collect();
    found.sort();
    if found.is_empty() {
        let shown = shown_path(path);
        let none = match may_be {
            MayBe::Folders => Lang::no_folder_is_like,
            MayBe::Files | MayBe::Any => Lang::no_file_is_like,
        };
        return Err(Fault::failed(|lang| none(lang, &shown)));
    }
    Ok(found)
}

/// Whether a name is like a pattern: `*` stands for any letters, `?` for one; capitals make no difference, as on Windows.
fn is_like(name: &str, pattern: &str) -> bool {
    let lower = |text: &str| text.to_lowercase().chars().collect::<Vec<char>>();
    let (name, pattern) = (lower(name), lower(pattern));
    // Whether the first letters of the name are like the pattern so far, for each number of letters.
    let mut fits: Vec<bool> = (0..=name.len()).map(|letters| letters == 0).collect();
    for wanted in pattern {
        let mut next = vec![false; fits.len()];
        for letters in 0..fits.len() {
            next[letters] = match wanted {
                '*' => fits[letters] || letters > 0 && next[letters - 1],
                _ => letters > 0 && fits[letters - 1] && (wanted == '?' || wanted == name[letters - 1]),
            };
        }
        fits = next;
    }
    fits[name.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_letters_and_a_question_mark_for_one() {
        for (name, pattern, is) in [
            ("antwoorden.toml", "*.toml", true),
            ("antwoorden.TOML", "*.toml", true),
            ("antwoorden.txt", "*.toml", false),
            ("a.toml", "a*.toml", true),
            ("a.toml", "?.toml", true),
            ("ab.toml", "?.toml", false),
            ("Zoë.txt", "zo?.txt", true),
            ("aaab", "*a*b*", true),
            ("aaab", "*a*c*", false),
            ("", "*", true),
            ("", "?", false),
        ] {
            assert_eq!(is_like(name, pattern), is, "{name} {pattern}");
        }
    }

    #[test]
    fn a_star_names_what_is_asked_for_but_what_is_hidden() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.txt", ".a.txt", "c.toml"] {
            std::fs::write(dir.path().join(name), "").unwrap();
        }
        std::fs::create_dir(dir.path().join("d.txt")).unwrap();
        let of = |pattern: &str, may_be| expanded(&[dir.path().join(pattern)], may_be);
        let names = |found: Result<Vec<PathBuf>, Fault>| -> Vec<String> {
            let name = |path: PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
            found.unwrap().into_iter().map(name).collect()
        };
        assert_eq!(names(of("*.txt", MayBe::Files)), ["a.txt", "b.txt"]);
        assert_eq!(names(of("*.txt", MayBe::Folders)), ["d.txt"]);
        assert_eq!(names(of("*.txt", MayBe::Any)), ["a.txt", "b.txt", "d.txt"]);
        assert_eq!(names(of("c.toml", MayBe::Files)), ["c.toml"]);
        let gone = names(of("gone.toml", MayBe::Files));
        assert_eq!(gone, ["gone.toml"], "its reader tells that it is gone");
        for (pattern, may_be, says) in [
            ("*.xlsx", MayBe::Files, "No file is called as"),
            ("*.toml", MayBe::Folders, "No folder is called as"),
        ] {
            let fault = of(pattern, may_be).unwrap_err().to_string();
            assert!(fault.starts_with(says), "{fault}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_called_so_is_meant_itself() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["*.txt", "a.txt"] {
            std::fs::write(dir.path().join(name), "").unwrap();
        }
        let named = [dir.path().join("*.txt")];
        assert_eq!(expanded(&named, MayBe::Files), Ok(named.to_vec()));
    }

    #[test]
    fn where_one_file_is_asked_for_a_star_stands_for_one() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.txt", "c.toml"] {
            std::fs::write(dir.path().join(name), "").unwrap();
        }
        assert_eq!(only(&dir.path().join("*.toml")), Ok(dir.path().join("c.toml")));
        let fault = only(&dir.path().join("?.txt")).unwrap_err();
        assert!(fault.to_string().contains("2 files are called as"), "{fault}");
    }
}
