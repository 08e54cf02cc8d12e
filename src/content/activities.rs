//! Ways of working (*werkvormen*) for a meeting: what a team does, step by step, with the question that one of them brings in.
//!
//! They come with the program, from `data/activities.toml`; the file tells its own format.

use crate::{
    fault::Problem,
    lang::Lang,
    toml_file::{
        self, References, Table, distinct_ids, has_any_key, is_known_format, localized, referenced, references,
    },
};

/// The version of the file format that this program reads.
const FORMAT: u32 = 1;

/// The file in the program itself.
const BUILT_IN: &str = include_str!("../../data/activities.toml");

/// The longest that one step takes in the file, in minutes.
const STEP_MINUTES: u32 = 480;

/// A way of working, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Small letters, digits and hyphens; unique.
    pub id: String,
    /// What it is called, as in its source.
    pub title: String,
    /// What it is good for, in a line.
    pub purpose: String,
    /// What has to be there: paper, chairs.
    pub needs: String,
    /// The text or the meeting that it comes from, as it is cited.
    pub source: String,
    /// Whether the source only names it, and the steps are this project's own.
    pub own: bool,
    /// What to do, at least one step.
    pub steps: Vec<Step>,
}

/// One step of a way of working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Who does what, and what to say.
    pub text: String,
    /// How long it takes beside the other steps, from 1.
    pub minutes: u32,
    /// Whether it is the step before it with the roles turned, so that both take as long.
    pub turned: bool,
}

/// The ways of working that come with the program, in the order of their turns.
///
/// # Panics
/// Never: a test reads them in both languages.
pub fn built_in(lang: Lang) -> Vec<Activity> {
    read("activities.toml", BUILT_IN, lang).expect("the built-in file is sound")
}

/// Whether a text has the shape of a file with ways of working, sound or not.
pub fn looks_like_activities(text: &str) -> bool {
    has_any_key(text, &["activities"])
}

/// Reads a file with ways of working in one language; a text that lacks the language is taken in the other.
///
/// # Errors
/// Every problem in the file, each with its place.
pub fn read(name: &str, text: &str, lang: Lang) -> Result<Vec<Activity>, Vec<Problem>> {
    toml_file::read(name, text, |file| activities(file, lang))
}

fn activities(file: &Table<'_>, lang: Lang) -> Option<Vec<Activity>> {
    if !is_known_format(file, FORMAT, Lang::newer_activities) {
        return None;
    }
    let references = references(file, lang);
    let tables = file.tables("activities");
    distinct_ids(&tables);
    let activities: Vec<Option<Activity>> = tables.iter().map(|table| activity(table, lang, &references)).collect();
    if activities.is_empty() {
        file.problem("activities", Lang::no_activities);
    }
    file.finish();
    activities.into_iter().collect()
}

fn activity(table: &Table<'_>, lang: Lang, references: &References) -> Option<Activity> {
    let id = table.id("id");
    let title = localized(table, "title", lang);
    let purpose = localized(table, "purpose", lang);
    let needs = localized(table, "needs", lang);
    let source = referenced(table, references);
    let own = table.optional_flag("own");
    let steps: Vec<Option<Step>> = table.tables("steps").iter().map(|table| step(table, lang)).collect();
    if steps.is_empty() {
        table.problem_here(|lang| lang.no_steps(&table.path_of("steps")));
    }
    table.finish();
    Some(Activity {
        id: id?,
        title: title?,
        purpose: purpose?,
        needs: needs?,
        source: source?,
        own,
        steps: steps.into_iter().collect::<Option<_>>()?,
    })
}

fn step(table: &Table<'_>, lang: Lang) -> Option<Step> {
    let text = localized(table, "text", lang);
    let minutes = table.integer("minutes", 1..=STEP_MINUTES);
    let turned = table.optional_flag("turned");
    table.finish();
    Some(Step {
        text: text?,
        minutes: minutes?,
        turned,
    })
}
