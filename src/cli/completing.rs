//! What can stand where someone presses Tab. The scripts in `data/completions` ask for it, a library finds out which flag or
//! value it is about, and here stands what the values can be.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf, is_separator},
};

use clap::{Arg, Command};
use clap_complete::engine::{
    self, ArgValueCandidates, ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter as _,
};

use super::help;
use crate::{
    commands::{completions, named},
    content::{activities, questionnaires},
    lang::Lang,
    questionnaire::Questionnaire,
    render::Document,
    store::{Head, Heads, is_toml},
    tally::Mode,
    text::{is_unsafe, visible},
};

/// What is known where someone presses Tab.
#[derive(Clone, Debug)]
pub struct Typed {
    /// The words of the command line, the program's name first.
    pub words: Vec<OsString>,
    /// Which of them is typed now; it may be one further than there are.
    pub place: usize,
    /// The language to speak.
    pub lang: Lang,
    /// The folder when `--dir` isn't given.
    pub default_dir: PathBuf,
    /// The folder that `~` stands for.
    pub home: Option<PathBuf>,
}

impl Typed {
    /// What can stand there: a line each, and behind a tab what it is.
    pub fn candidates(mut self) -> String {
        if self.place > self.words.len() {
            return String::new();
        }
        // Windows' older PowerShell leaves out a word that is empty.
        self.words.resize(self.place + 1, OsString::new());
        let mut command_line = self.asked();
        let (words, place) = (self.words, self.place);
        let found = engine::complete(&mut command_line, words, place, Some(Path::new("."))).unwrap_or_default();
        let is_flag = |one: &&CompletionCandidate| one.get_value().to_string_lossy().starts_with('-');
        let (flags, values): (Vec<_>, Vec<_>) = found.iter().partition(is_flag);
        // Flags are many: they come where nothing else can stand, or where one was begun.
        let shown = if values.is_empty() { flags } else { values };
        shown.into_iter().filter_map(line).collect()
    }

    /// The command line, whose flags know what their values can be.
    fn asked(&self) -> Command {
        let all = help::localized(self.lang).mut_args(|flag| self.with_values("", flag));
        let names: Vec<String> = all.get_subcommands().map(|one| one.get_name().to_owned()).collect();
        names.iter().fold(all, |all, name| {
            all.mut_subcommand(name, |one| one.mut_args(|flag| self.with_values(name, flag)))
        })
    }

    fn with_values(&self, command: &str, flag: Arg) -> Arg {
        let lang = self.lang;
        let known = |values: fn(&Typed) -> Vec<CompletionCandidate>| {
            let typed = self.clone();
            ArgValueCandidates::new(move || values(&typed))
        };
        let flag_name = flag.get_id().as_str().to_owned();
        match (command, flag_name.as_str()) {
            (_, "lang") => flag.add(ArgValueCandidates::new(|| {
                Lang::ALL.map(|lang| lang.code().into()).into()
            })),
            (_, "dir" | "dirs" | "against") | ("man", "output") => {
                flag.add(ArgValueCompleter::new(here(PathCompleter::dir())))
            }
            (_, "team") => flag.add(known(teams)),
            (_, "group") => flag.add(known(groups)),
            // These take files of other kinds too, as every flag with a file does of itself.
            ("check" | "merge", "files") => flag,
            (_, "file" | "files" | "more" | "compare_with" | "reopen") => {
                let typed = self.clone();
                flag.add(ArgValueCompleter::new(move |begun: &OsStr| typed.profiles(begun)))
            }
            (_, "questions") => flag.add(ArgValueCompleter::new(move |begun: &OsStr| questions(begun, lang))),
            (_, "answers") => flag.add(ArgValueCompleter::new(toml_files())),
            ("assess", "elements") => flag.add(known(|typed| {
                let lowest = CompletionCandidate::new("lowest");
                elements(typed).into_iter().chain([lowest]).collect()
            })),
            ("sources", "element") => flag.add(known(|typed| named_with(named::elements_of_all(typed.lang)))),
            (_, "element") => flag.add(known(elements)),
            ("card", "not") => flag.add(known(question_ids)),
            ("agenda", "not") => flag.add(known(|typed| {
                let all = activities::built_in(typed.lang).into_iter();
                named_with(all.map(|activity| (activity.id, activity.title)))
            })),
            (_, "mode") => flag.add(ArgValueCandidates::new(|| {
                [Mode::Joint, Mode::Tally, Mode::Ballots]
                    .map(|mode| mode.word().into())
                    .into()
            })),
            (command, "format") => {
                let forms = forms(command);
                flag.add(ArgValueCandidates::new(move || forms.iter().map(Into::into).collect()))
            }
            ("man", "command") => flag.add(known(|typed| {
                let all = help::localized(typed.lang);
                let about = |one: &Command| one.get_about().map(ToString::to_string).unwrap_or_default();
                named_with(all.get_subcommands().map(|one| (one.get_name().to_owned(), about(one))))
            })),
            ("completions", "shell") => flag.add(ArgValueCandidates::new(|| {
                completions::SHELLS.iter().map(|(name, _)| name.into()).collect()
            })),
            _ => flag,
        }
    }

    /// What was given with a flag before the word that is typed now.
    fn given(&self, flag: &str) -> Option<&str> {
        let before = &self.words[..self.place];
        let mut values =
            before
                .iter()
                .enumerate()
                .filter_map(|(place, word)| match word.to_str()?.strip_prefix(flag)? {
                    "" => before.get(place + 1)?.to_str(),
                    rest => rest.strip_prefix('='),
                });
        values.next_back()
    }

    /// Where a path leads, as a shell would take it.
    fn place_of(&self, path: &str) -> PathBuf {
        match (
            path.strip_prefix('~').and_then(|rest| rest.strip_prefix(is_separator)),
            &self.home,
        ) {
            (Some(rest), Some(home)) => home.join(rest),
            _ if path.is_empty() => ".".into(),
            _ => path.into(),
        }
    }

    /// The profiles in the team's folder.
    fn heads(&self) -> Heads {
        let folder = self
            .given("--dir")
            .map_or(self.default_dir.clone(), |dir| self.place_of(dir));
        Heads::read(&folder).unwrap_or_default()
    }

    /// The profiles and drafts that a path can lead to, the newest first, and the folders on its way.
    fn profiles(&self, begun: &OsStr) -> Vec<CompletionCandidate> {
        let begun_text = begun.to_string_lossy();
        let (folder, name) = begun_text.split_at(begun_text.rfind(is_separator).map_or(0, |last| last + 1));
        let heads = Heads::read(&self.place_of(folder)).unwrap_or_default();
        let newest_first = heads.profiles.iter().rev().chain(heads.drafts.iter().rev());
        let files = newest_first.filter_map(|head: &Head| {
            let file = head.path.file_name()?.to_str()?;
            let whose = head
                .group
                .as_ref()
                .map_or(head.team.clone(), |group| format!("{}, {group}", head.team));
            file.starts_with(name).then(|| {
                candidate(
                    format!("{folder}{file}"),
                    &format!("{whose}, {}", self.lang.date(head.date)),
                )
            })
        });
        let folders = here(PathCompleter::dir()).complete(begun).into_iter();
        files
            .chain(folders.filter(|folder| folder.get_value() != "."))
            .collect()
    }

    /// The questionnaire that is asked: the one that was named, if it ships.
    fn questionnaire(&self) -> Option<Questionnaire> {
        let named = self.given("--questions").unwrap_or(questionnaires::DEFAULT);
        questionnaires::questionnaire(named, self.lang)
    }
}

/// A line for the shell; nothing for what a line or a screen can't show as it is.
fn line(found: &CompletionCandidate) -> Option<String> {
    let value = found.get_value().to_str().filter(|value| !value.contains(is_unsafe))?;
    let help = found.get_help().map(ToString::to_string).unwrap_or_default();
    Some(format!("{value}\t{}\n", help.lines().next().unwrap_or_default()))
}

fn candidate(value: impl Into<OsString>, help: &str) -> CompletionCandidate {
    CompletionCandidate::new(value).help(Some(visible(help).into_owned().into()))
}

fn named_with(all: impl IntoIterator<Item = (String, String)>) -> Vec<CompletionCandidate> {
    all.into_iter().map(|(id, title)| candidate(id, &title)).collect()
}

/// Paths from the folder that one is in.
fn here(paths: PathCompleter) -> PathCompleter {
    paths.current_dir(".")
}

fn toml_files() -> PathCompleter {
    here(PathCompleter::any().filter(is_toml))
}

fn teams(typed: &Typed) -> Vec<CompletionCandidate> {
    typed.heads().teams().into_iter().map(Into::into).collect()
}

fn groups(typed: &Typed) -> Vec<CompletionCandidate> {
    let all = typed.heads().teams_and_groups();
    let groups = all
        .into_iter()
        .filter_map(|whose| Some(candidate(whose.group?, &whose.team)));
    groups.collect()
}

fn questions(begun: &OsStr, lang: Lang) -> Vec<CompletionCandidate> {
    let all = questionnaires::ids().filter(|id| id.starts_with(&*begun.to_string_lossy()));
    let built_in = all.map(|id| candidate(id, &questionnaires::title(id, lang).unwrap_or_default()));
    built_in.chain(toml_files().complete(begun)).collect()
}

fn elements(typed: &Typed) -> Vec<CompletionCandidate> {
    let all = typed.questionnaire().map(|asks| asks.elements).unwrap_or_default();
    named_with(all.into_iter().map(|element| (element.id, element.title)))
}

fn question_ids(typed: &Typed) -> Vec<CompletionCandidate> {
    let all = typed.questionnaire().map(|asks| asks.elements).unwrap_or_default();
    let questions = all.into_iter().flat_map(|element| {
        let full = move |id: &str| format!("{}.{id}", element.id);
        element
            .questions
            .into_iter()
            .map(move |question| (full(&question.id), question.text))
    });
    named_with(questions)
}

/// The forms that a command makes.
fn forms(command: &str) -> Vec<&'static str> {
    match command {
        "questions" => Document::questions().form_ids(),
        "form" => Document::form_for_members().form_ids(),
        "trend" => Document::trend().form_ids(),
        "gap" => Document::gap().form_ids(),
        "overview" => Document::overview().form_ids(),
        "agenda" => Document::agenda().form_ids(),
        "export" => Document::report().form_ids(),
        "guide" => Document::guide().form_ids(),
        _ => Vec::new(),
    }
}
