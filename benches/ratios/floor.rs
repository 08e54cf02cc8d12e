//! The least that some commands could cost. Each is a process of its own: this program, started again with the name of one.

use std::{
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    process::ExitCode,
};

use rayon::prelude::*;
use serde::Deserialize;
use walkdir::WalkDir;

/// What a picture of many teams needs of a profile; the rest is passed over.
#[derive(Deserialize)]
struct Bare<'t> {
    team: &'t str,
    date: toml::value::Datetime,
    participants: u32,
    questionnaire: Head<'t>,
    elements: Vec<Element<'t>>,
}

#[derive(Deserialize)]
struct Head<'t> {
    id: &'t str,
    version: u32,
}

#[derive(Deserialize)]
struct Element<'t> {
    id: &'t str,
    questions: Vec<Question<'t>>,
}

#[derive(Deserialize)]
struct Question<'t> {
    id: &'t str,
    votes: Option<Vec<u32>>,
    answer: Option<toml::Value>,
    dont_know: Option<u32>,
    not_applicable: Option<u32>,
}

/// Does what one of the floors is.
pub fn run(floor: &str, dir: &Path) -> ExitCode {
    let files = WalkDir::new(dir).into_iter().filter_map(Result::ok);
    let files = files.map(walkdir::DirEntry::into_path);
    let files: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    let told = match floor {
        "bare" => files.par_iter().filter_map(|path| bare(path)).sum::<u64>(),
        "whole" => files.iter().filter_map(|path| whole(path)).sum(),
        "reader" => files.iter().filter_map(|path| reader(path)).sum(),
        _ => panic!("there is no floor {floor}"),
    };
    println!("{told}");
    ExitCode::SUCCESS
}

/// Reads a file and parses it into what is needed of it.
fn bare(path: &Path) -> Option<u64> {
    let text = fs::read_to_string(path).ok()?;
    let profile: Bare<'_> = toml::from_str(&text).ok()?;
    black_box((profile.team, profile.date, profile.participants));
    black_box((profile.questionnaire.id, profile.questionnaire.version));
    let questions = profile.elements.iter().flat_map(|element| {
        black_box(element.id);
        &element.questions
    });
    let counts = questions.map(|question| {
        black_box((question.id, &question.answer));
        let votes = question.votes.iter().flatten().copied();
        votes
            .chain(question.dont_know)
            .chain(question.not_applicable)
            .map(u64::from)
            .sum::<u64>()
    });
    Some(counts.sum())
}

/// Reads a file and parses all that is in it, with the place of everything: what looking into a folder once cost at the least.
fn whole(path: &Path) -> Option<u64> {
    let text = fs::read_to_string(path).ok()?;
    let table = toml::de::DeTable::parse(&text).ok()?;
    Some(table.get_ref().len() as u64)
}

/// The library's own reader.
fn reader(path: &Path) -> Option<u64> {
    let profile = ips::store::load(path).ok()?.0.profile;
    Some(profile.given() as u64)
}
