//! `ips check`: is this questionnaire, profile or answer file sound? Every problem of every file at once.

use std::path::{Path, PathBuf};

use super::{Context, load_questionnaire};
use crate::{
    answers::{self, Counting},
    cli::CheckArgs,
    problem::{Exit, Fault, Problem, shown_path},
    profile,
    questionnaire::{self, builtin},
    store::read_text,
};

pub fn run(context: &Context, args: &CheckArgs) -> Result<(), Fault> {
    let mut problems: Vec<Problem> = Vec::new();
    for file in files(&args.files)? {
        match check(context, &file, args.questions.as_deref()) {
            Ok(sentence) => context.print(&format!("{sentence}\n"))?,
            Err(fault) => problems.extend(fault.problems),
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    Err(Fault {
        exit: Exit::Failed,
        problems,
    })
}

/// The named files, and the TOML files of the named folders.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Fault> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = std::fs::read_dir(path).map_err(|error| Fault::unreadable(path, &error))?;
        let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        inside.retain(|path| {
            path.extension()
                .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
        });
        if inside.is_empty() {
            let dir = shown_path(path);
            return Err(Fault::failed(|lang| lang.nothing_to_check(&dir)));
        }
        inside.sort();
        files.extend(inside);
    }
    Ok(files)
}

fn check(context: &Context, path: &Path, questions: Option<&Path>) -> Result<String, Fault> {
    let lang = context.lang;
    let name = shown_path(path);
    let text = read_text(path)?;
    if profile::looks_like_profile(&text) {
        let loaded = profile::read(&name, &text).map_err(Fault::in_file)?;
        if let Some(warning) = loaded.warnings.first() {
            return Err(Fault::failed(|lang| format!("{name}: {}", warning.text(lang))));
        }
        let draft = loaded.profile.is_draft();
        return Ok(if draft {
            lang.sound_draft(&name)
        } else {
            lang.sound_profile(&name)
        });
    }
    if answers::looks_like_answers(&text) {
        let questionnaire = match (questions, answers::questionnaire_of(&name, &text)) {
            (Some(questions), _) => load_questionnaire(questions, lang)?,
            (None, Some(id)) if builtin::text(&id).is_none() => {
                let id = crate::text::visible(&id).into_owned();
                return Err(Fault::failed(|lang| {
                    format!("{name}: {}", lang.check_needs_questionnaire(&id))
                }));
            }
            (None, id) => load_questionnaire(Path::new(id.as_deref().unwrap_or(builtin::DEFAULT)), lang)?,
        };
        answers::read(&name, &text, &questionnaire, Counting::ANY).map_err(Fault::in_file)?;
        return Ok(lang.sound_answers(&name));
    }
    questionnaire::read(&name, &text, lang).map_err(Fault::in_file)?;
    Ok(lang.sound_questionnaire(&name))
}
