//! `ips check`: is this questionnaire, profile or answer file sound? Every problem of every file at once.

use std::path::{Path, PathBuf};

use super::{
    Context,
    flags::{About, Example, Explained, flags},
    load_questionnaire,
    wildcard::{self, MayBe},
};
use crate::{
    answers,
    content::{activities, questionnaires, sources},
    fault::{Fault, Problem, shown_path},
    profile,
    questionnaire::{self, Labels, Questionnaire},
    report::scale,
    store::{FileText, is_profile_name, read_file, toml_files},
};

flags! {
    pub struct CheckArgs {
        #[arg(required = true)]
        files: Vec<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "Bestanden, of mappen met bestanden",
            en: "Files, or folders with files",
        },
        #[arg(long)]
        questions: Option<PathBuf> {
            value: "ID|BESTAND" / "ID|FILE",
            nl: "De vragenlijst waar antwoorden bij horen: een ingebouwde of een bestand",
            en: "The questionnaire that answers belong to: a built-in one or a file",
        },
    }
}

impl Explained for CheckArgs {
    const ABOUT: About = About {
        nl: "Kijk of vragenlijsten, profielen, antwoorden en werkvormen in orde zijn",
        en: "Check whether questionnaires, profiles, answers and ways of working are sound",
        examples: [
            Example {
                line: "ips check .",
                nl: "Alles in deze map",
                en: "Everything in this folder",
            },
            Example {
                line: "ips check answers.toml --questions trust",
                nl: "Antwoorden op een vragenlijst die je noemt",
                en: "Answers to a questionnaire that you name",
            },
        ],
    };
}

pub fn run(context: &Context, args: &CheckArgs) -> Result<(), Fault> {
    let questionnaire = match &args.questions {
        Some(named) => Some(load_questionnaire(named, context.lang)?),
        None => None,
    };
    let mut problems: Vec<Problem> = Vec::new();
    for named in wildcard::expanded(&args.files, MayBe::Any)? {
        for file in files(&named) {
            match file.and_then(|file| check(context, &file, questionnaire.as_ref())) {
                Ok(sentence) => context.print(format!("{sentence}\n"))?,
                Err(fault) => problems.extend(fault.problems),
            }
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    Err(Fault::in_file(problems))
}

/// A named file, or the TOML files of a named folder.
fn files(named: &Path) -> Vec<Result<PathBuf, Fault>> {
    if !named.is_dir() {
        return vec![Ok(named.to_owned())];
    }
    match toml_files(named) {
        Ok(inside) if inside.is_empty() => {
            let dir = shown_path(named);
            vec![Err(Fault::failed(|lang| lang.nothing_to_check(&dir)))]
        }
        Ok(inside) => inside.into_iter().map(Ok).collect(),
        Err(fault) => vec![Err(fault)],
    }
}

/// Checks one file, and says what it is.
fn check(context: &Context, path: &Path, questions: Option<&Questionnaire>) -> Result<String, Fault> {
    let FileText { text, is_guessed } = read_file(path)?;
    let mut sentence = sound(context, path, &text, questions)?;
    if is_guessed {
        sentence.push('\n');
        sentence.push_str(&context.lang.old_code(&shown_path(path)));
    }
    Ok(sentence)
}

/// What a text is, if it is sound.
fn sound(context: &Context, path: &Path, text: &str, questions: Option<&Questionnaire>) -> Result<String, Fault> {
    let lang = context.lang;
    let name = shown_path(path);
    if is_profile_name(path) || profile::looks_like_profile(text) {
        let loaded = profile::read(&name, text).map_err(Fault::in_file)?;
        if !loaded.warnings.is_empty() {
            return Err(Fault::in_file(loaded.warnings));
        }
        let draft = loaded.profile.is_draft();
        return Ok(if draft {
            lang.sound_draft(&name)
        } else {
            lang.sound_profile(&name)
        });
    }
    let returned = answers::questionnaire_returned(&name, text);
    let is_answer_file = answers::looks_like_answers(text);
    if is_answer_file || returned.is_some() {
        let questionnaire = match (questions, returned) {
            (Some(questionnaire), _) => questionnaire.clone(),
            (None, Some(id)) if questionnaires::text(&id).is_none() => {
                return Err(Fault::failed(|lang| {
                    format!("{name}: {}", lang.check_needs_questionnaire(&id))
                }));
            }
            (None, id) => load_questionnaire(Path::new(id.as_deref().unwrap_or(questionnaires::DEFAULT)), lang)?,
        };
        // A form out of a mail is read as `ips merge` does.
        if is_answer_file {
            answers::read(&name, text, &questionnaire).map_err(Fault::in_file)?;
        } else {
            answers::returned(&name, text, &questionnaire).map_err(Fault::in_file)?;
        }
        return Ok(lang.sound_answers(&name));
    }
    if activities::looks_like_activities(text) {
        activities::read(&name, text, lang).map_err(Fault::in_file)?;
        return Ok(lang.sound_activities(&name));
    }
    if sources::looks_like_sources(text) {
        sources::read(&name, text, lang).map_err(Fault::in_file)?;
        return Ok(lang.sound_sources(&name));
    }
    let asked = questionnaires::read(&name, text, lang).map_err(Fault::in_file)?;
    for doubt in questionnaire::doubts(&name, text, &asked.scale.numbers()) {
        context.tell(&doubt.text(lang));
    }
    let ends = |labels: &Labels, reverse: bool| {
        let points = scale::points(&asked.scale, labels);
        let (first, last) = (&points[0], &points[points.len() - 1]);
        if reverse {
            lang.lowest_label(last, &scale::counted(lang, reverse, first.clone()))
        } else {
            lang.lowest_label(first, last)
        }
    };
    let sound = lang.sound_questionnaire(&name, &ends(&asked.scale.labels, false));
    let own = asked.places().filter_map(|at| {
        let question = asked.question(at);
        let labels = question.labels.as_ref();
        let labels = labels.or_else(|| question.reverse.then_some(&asked.scale.labels))?;
        Some(format!("  {}: {}", asked.full_id(at), ends(labels, question.reverse)))
    });
    Ok([sound].into_iter().chain(own).collect::<Vec<_>>().join("\n"))
}
