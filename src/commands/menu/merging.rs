//! Where the forms are that came back, asked from the menu.

use std::path::{Path, PathBuf};

use crate::{
    fault::Fault,
    lang::Lang,
    prompt::{Inquired, Inquiry},
};

/// What was typed; kept until the forms are one profile.
#[derive(Debug, Default)]
pub struct Merging {
    place: String,
    team: String,
}

impl Merging {
    /// Asks where the forms are, from the folder of the team or from here, and for the team where it isn't `named` by these flags;
    /// gives what is typed behind `ips` to merge them, or nothing when it is broken off.
    pub fn ask(
        &mut self,
        named: &[String],
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
                (lang.ask_forms(), &mut self.place)
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
                // A folder that is dragged into the window comes in quotes.
                Inquired::Typed(line) => line.trim().trim_matches('"').clone_into(typed),
                Inquired::Back if asks_team => {
                    asks_team = false;
                    continue;
                }
                _ => return Ok(None),
            }
            if typed.is_empty() {
                return Ok(None);
            }
            match files(&self.place, dir) {
                None => remark = Some(lang.no_forms_there()),
                Some(_) if named.is_empty() && !asks_team => asks_team = true,
                Some(files) => {
                    let mut arguments = vec!["merge".to_owned()];
                    if named.is_empty() {
                        arguments.push(format!("--team={}", self.team));
                    }
                    arguments.extend_from_slice(named);
                    arguments.extend(["--".to_owned(), files.display().to_string()]);
                    return Ok(Some(arguments));
                }
            }
        }
    }
}

/// All files of the folder that was typed, or the file.
fn files(typed: &str, dir: &Path) -> Option<PathBuf> {
    let places = [PathBuf::from(typed), dir.join(typed)];
    let place = places.into_iter().find(|place| place.exists())?;
    Some(if place.is_dir() { place.join("*") } else { place })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// What comes of these lines, where `<` leads back, and how often was asked.
    fn typed(merging: &mut Merging, named: &[&str], dir: &Path, lines: &[&str]) -> (Option<Vec<String>>, usize) {
        let named: Vec<String> = named.iter().map(|&flag| flag.to_owned()).collect();
        let mut asked = 0;
        let arguments = merging.ask(&named, dir, Lang::Nl, |_| {
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
        for (named, lines, expected) in [
            (
                vec!["--team=Noord", "--group=ouders"],
                vec!["nergens", &quoted],
                vec!["merge", "--team=Noord", "--group=ouders", "--", &all],
            ),
            (
                vec![],
                vec!["-x 1", "<", " -x 1 ", "--help"],
                vec!["merge", "--team=--help", "--", &all],
            ),
            (
                vec!["--team=Noord"],
                vec![list.to_str().unwrap()],
                vec!["merge", "--team=Noord", "--", list.to_str().unwrap()],
            ),
        ] {
            let (arguments, asked) = typed(&mut merging, &named, dir.path(), &lines);
            assert_eq!(arguments.unwrap(), expected);
            assert_eq!(asked, lines.len());
        }
    }

    #[test]
    fn nothing_typed_is_nothing_to_merge_and_a_stop_keeps_what_was_typed() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("terug")).unwrap();
        let mut merging = Merging::default();
        assert_eq!(typed(&mut merging, &[], dir.path(), &[" "]), (None, 1));
        assert_eq!(typed(&mut merging, &[], dir.path(), &["terug", ""]), (None, 2));
        assert_eq!(typed(&mut merging, &[], dir.path(), &["terug"]), (None, 2));
        assert_eq!(merging.place, "terug");
    }
}
