//! Ways of working (*werkvormen*) for a meeting: what a team does, step by step, with the question that one of them brings in.
//!
//! They come with the program, from `data/activities.toml`; the file tells its own format.

use std::collections::BTreeMap;

use crate::{
    fault::Problem,
    lang::Lang,
    toml_file::{Document, Table, top_level_keys},
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
    /// Its name.
    pub title: String,
    /// What it is good for, in a line.
    pub purpose: String,
    /// What has to be there: paper, chairs.
    pub needs: String,
    /// Where it comes from.
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
    top_level_keys(text).iter().any(|key| key == "activities")
}

/// Reads a file with ways of working in one language; a text that lacks the language is taken in the other.
///
/// # Errors
/// Every problem in the file, each with its place.
pub fn read(name: &str, text: &str, lang: Lang) -> Result<Vec<Activity>, Vec<Problem>> {
    let document = Document::new(name, text);
    let activities = document
        .parse()
        .and_then(|parsed| document.root(&parsed).activities(lang));
    match activities {
        Some(activities) if document.is_sound() => Ok(activities),
        _ => Err(document.into_problems()),
    }
}

impl Table<'_> {
    fn activities(&self, lang: Lang) -> Option<Vec<Activity>> {
        let format = self.integer("format", 1..=u32::MAX);
        if format.is_some_and(|format| format > FORMAT) {
            self.document().problem(self.place_of("format"), Lang::newer_activities);
            return None;
        }
        let references = self.references(lang);
        let tables = self.tables("activities");
        Table::distinct_ids(&tables);
        let activities: Vec<Option<Activity>> = tables.iter().map(|table| table.activity(lang, &references)).collect();
        if activities.is_empty() {
            self.document()
                .problem(self.place_of("activities"), Lang::no_activities);
        }
        self.finish();
        activities.into_iter().collect()
    }

    fn activity(&self, lang: Lang, references: &BTreeMap<String, String>) -> Option<Activity> {
        let id = self.id("id");
        let title = self.localized("title", lang);
        let purpose = self.localized("purpose", lang);
        let needs = self.localized("needs", lang);
        let source = self.referenced(references);
        let own = self.optional_flag("own");
        let steps: Vec<Option<Step>> = self.tables("steps").iter().map(|step| step.step(lang)).collect();
        if steps.is_empty() {
            self.document()
                .problem(self.at(), |lang| lang.no_steps(&self.path_of("steps")));
        }
        self.finish();
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

    fn step(&self, lang: Lang) -> Option<Step> {
        let text = self.localized("text", lang);
        let minutes = self.integer("minutes", 1..=STEP_MINUTES);
        self.finish();
        Some(Step {
            text: text?,
            minutes: minutes?,
        })
    }
}
