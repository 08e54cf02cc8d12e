//! Where the forms are that came back, asked from the menu.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::choices::flags;
use crate::{
    fault::Fault,
    lang::Lang,
    profile::Whose,
    prompt::{Inquired, Inquiry},
    text::visible,
};

/// What was typed; kept until the forms are one profile.
#[derive(Debug, Default)]
pub struct Merging {
    place: String,
    team: String,
}

impl Merging {
    /// Asks where the forms are, from the folder of the team or from here, and for the team where it isn't known whose they are;
    /// gives what is typed behind `ips` to merge them, or nothing when it is broken off. A form doesn't tell whose it is, so the
    /// question does.
    pub fn ask(
        &mut self,
        whose: Option<&Whose>,
        dir: &Path,
        lang: Lang,
        mut inquire: impl FnMut(&Inquiry<'_>) -> Result<Inquired, Fault>,
    ) -> Result<Option<Vec<String>>, Fault> {
        let mut remark = None;
        let mut asks_team = false;
        loop {
            let (question, typed) = if asks_team {
                (lang.ask_team(), &mut self.team)
            } else {
                let of = |whose: &Whose| lang.ask_forms_of(&visible(&whose.to_string()));
                (whose.map_or_else(|| lang.ask_forms(), of), &mut self.place)
            };
            let inquired = inquire(&Inquiry {
                question: &question,
                choices: &[],
                remark: remark.as_deref(),
                typed,
                known: None,
                has_before: asks_team,
            })?;
            remark = None;
            match inquired {
                Inquired::Typed(line) => line.trim().clone_into(typed),
                Inquired::Back if asks_team => {
                    asks_team = false;
                    continue;
                }
                _ => return Ok(None),
            }
            if typed.is_empty() {
                return Ok(None);
            }
            match place(&self.place, dir) {
                None => remark = Some(lang.no_forms_there()),
                Some(place) if is_empty(&place) => remark = Some(lang.nothing_in_folder()),
                Some(_) if whose.is_none() && !asks_team => asks_team = true,
                Some(place) => {
                    // Of a folder all files.
                    let files = if place.is_dir() { place.join("*") } else { place };
                    let mut arguments = vec!["merge".to_owned()];
                    arguments.extend(flags(whose.unwrap_or(&Whose::team(&*self.team))));
                    arguments.extend(["--".to_owned(), files.display().to_string()]);
                    return Ok(Some(arguments));
                }
            }
        }
    }
}

/// The folder or the file that was typed, or dragged into the window.
fn place(typed: &str, dir: &Path) -> Option<PathBuf> {
    let dragged = dragged(typed);
    // Quotes with nothing in them are no folder, and not the team's own either.
    let typed = [typed, &dragged].into_iter().filter(|typed| !typed.is_empty());
    let mut places = typed.flat_map(|typed| [PathBuf::from(typed), dir.join(typed)]);
    places.find(|place| place.exists())
}

/// Whether it is a folder with nothing in it; what can't be listed is told when it is read.
fn is_empty(place: &Path) -> bool {
    fs::read_dir(place).is_ok_and(|mut inside| inside.next().is_none())
}

/// What is dragged into a window comes as a shell would have it: in quotes or, but on Windows, with a `\` before what is special.
fn dragged(typed: &str) -> String {
    if cfg!(windows) {
        return typed.trim_matches('"').to_owned();
    }
    let (mut path, mut quote) = (String::new(), None);
    let mut chars = typed.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' if quote != Some('\'') => path.extend(chars.next()),
            '"' | '\'' if quote.is_none() => quote = Some(c),
            _ if quote == Some(c) => quote = None,
            _ => path.push(c),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes of these lines, where `<` leads back, and how often was asked.
    fn typed(merging: &mut Merging, whose: Option<&Whose>, dir: &Path, lines: &[&str]) -> (Option<Vec<String>>, usize) {
        let mut asked = 0;
        let arguments = merging.ask(whose, dir, Lang::Nl, |inquiry| {
            let of = whose.map(|whose| format!("formulieren van {whose}?"));
            assert!(
                of.is_none_or(|of| inquiry.question.contains(&of)),
                "{}",
                inquiry.question
            );
            asked += 1;
            Ok(match lines.get(asked - 1) {
                None => Inquired::Stopped,
                Some(&"<") => Inquired::Back,
                Some(line) => Inquired::Typed((*line).to_owned()),
            })
        });
        (arguments.unwrap(), asked)
    }

    #[test]
    fn a_folder_stands_for_its_files_and_a_team_is_asked_for_once() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("-x 1");
        fs::create_dir(&folder).unwrap();
        let (all, list) = (folder.join("*").display().to_string(), folder.join("uitslag.xlsx"));
        fs::write(&list, "").unwrap();
        let mut merging = Merging::default();
        let quoted = format!("\"{}\"", folder.display());
        let noord = Whose::team("Noord");
        for (whose, lines, expected) in [
            (
                Some(Whose {
                    group: Some("ouders".into()),
                    ..noord.clone()
                }),
                vec!["nergens", "\"\"", &quoted],
                vec!["merge", "--team=Noord", "--group=ouders", "--", &all],
            ),
            (
                None,
                vec!["-x 1", "<", " -x 1 ", "--help"],
                vec!["merge", "--team=--help", "--", &all],
            ),
            (
                Some(noord.clone()),
                vec![list.to_str().unwrap()],
                vec!["merge", "--team=Noord", "--", list.to_str().unwrap()],
            ),
        ] {
            let (arguments, asked) = typed(&mut merging, whose.as_ref(), dir.path(), &lines);
            assert_eq!(arguments.unwrap(), expected);
            assert_eq!(asked, lines.len());
        }
    }

    #[test]
    fn what_is_dragged_into_a_window_is_found_as_each_system_writes_it() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["de map", "foto's", "leeg"] {
            fs::create_dir(dir.path().join(name)).unwrap();
        }
        fs::write(dir.path().join("de map/form.txt"), "").unwrap();
        fs::write(dir.path().join("foto's/form.txt"), "").unwrap();
        let found = |typed: &str| place(typed, dir.path());
        let folder = |name: &str| Some(dir.path().join(name));
        assert_eq!(found("\"de map\""), folder("de map"));
        assert_eq!(found("foto's"), folder("foto's"));
        if cfg!(unix) {
            assert_eq!(found("'de map'"), folder("de map"));
            assert_eq!(found("de\\ map"), folder("de map"));
            assert_eq!(found(r"'foto'\''s'"), folder("foto's"));
        }
        assert_eq!(
            typed(&mut Merging::default(), None, dir.path(), &["leeg", ""]),
            (None, 2)
        );
    }

    #[test]
    fn nothing_typed_is_nothing_to_merge_and_a_stop_keeps_what_was_typed() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("terug")).unwrap();
        fs::write(dir.path().join("terug/form.txt"), "").unwrap();
        let mut merging = Merging::default();
        assert_eq!(typed(&mut merging, None, dir.path(), &[" "]), (None, 1));
        assert_eq!(typed(&mut merging, None, dir.path(), &["terug", ""]), (None, 2));
        assert_eq!(typed(&mut merging, None, dir.path(), &["terug"]), (None, 2));
        assert_eq!(merging.place, "terug");
    }
}
