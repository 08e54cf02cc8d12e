//! Names with a `*` or a `?` in them: the shells of Windows hand them on as they were typed.

use std::path::{Path, PathBuf};

use crate::fault::{Fault, shown_path};

/// The files that are meant, where the last part of a name stands for several; a name of one file stays as it is.
///
/// # Errors
/// When no file has such a name, or the folder can't be read.
pub(super) fn expanded(named: &[PathBuf]) -> Result<Vec<PathBuf>, Fault> {
    let mut files = Vec::new();
    for path in named {
        match pattern(path) {
            Some(pattern) => files.extend(matching(path, pattern)?),
            None => files.push(path.clone()),
        }
    }
    Ok(files)
}

/// What the names have to be like, unless a file is called so itself.
fn pattern(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?;
    (name.contains(['*', '?']) && !path.exists()).then_some(name)
}

fn matching(path: &Path, pattern: &str) -> Result<Vec<PathBuf>, Fault> {
    let dir = path.parent().unwrap_or(Path::new(""));
    let listed = if dir.as_os_str().is_empty() {
        Path::new(".")
    } else {
        dir
    };
    let entries = std::fs::read_dir(listed).map_err(|error| Fault::unreadable(listed, &error))?;
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name()));
    let is_meant = |name: &str| is_like(name, pattern) && !name.starts_with('.');
    let meant = names.filter(|name| name.to_str().is_some_and(is_meant));
    // A folder of that name isn't a form that came back.
    let mut files: Vec<PathBuf> = meant.map(|name| dir.join(name)).filter(|file| !file.is_dir()).collect();
    files.sort();
    if files.is_empty() {
        let shown = shown_path(path);
        return Err(Fault::failed(|lang| lang.no_file_is_like(&shown)));
    }
    Ok(files)
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
    fn the_files_of_a_folder_are_named_at_once_but_folders_and_hidden_ones() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.txt", ".a.txt", "c.toml"] {
            std::fs::write(dir.path().join(name), "").unwrap();
        }
        std::fs::create_dir(dir.path().join("d.txt")).unwrap();
        let of = |pattern: &str| expanded(&[dir.path().join(pattern)]);
        let names = |files: Vec<PathBuf>| {
            files
                .iter()
                .map(|file| file.file_name().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(of("*.txt").unwrap()), ["a.txt", "b.txt"]);
        assert_eq!(names(of("c.toml").unwrap()), ["c.toml"]);
        assert_eq!(
            names(of("gone.toml").unwrap()),
            ["gone.toml"],
            "its reader tells that it is gone"
        );
        assert!(of("*.xlsx").is_err());
    }
}
