//! What ships with the program: questionnaires, ways of working, tools and literature, the guide. Parsed when a command asks
//! for it, and handed on as values: nothing below or beside the commands looks in here by itself.
//!
//! Ways of working and sources have their reader here, since nobody else makes such files; a questionnaire's reader stands with
//! [`questionnaire`](crate::questionnaire), and is told which ones ship.

pub mod activities;
pub mod guide;
pub mod licences;
pub(crate) mod packed;
pub mod questionnaires;
pub mod sources;

use self::{questionnaires::Deeper, sources::Source};
use crate::{lang::Lang, questionnaire::Questionnaire};

/// What ships with the program for a team to go on with.
#[derive(Clone, Debug, Default)]
pub struct Material {
    /// What goes deeper into an element of their questionnaire.
    pub deeper: Vec<Deeper>,
    /// Tools and texts, for elements of any questionnaire.
    pub sources: Vec<Source>,
}

impl Material {
    /// Everything that there is for a questionnaire, in one language.
    pub fn of(questionnaire: &Questionnaire, lang: Lang) -> Material {
        Material {
            sources: sources::built_in(lang),
            ..Material::to_ask(questionnaire, lang)
        }
    }

    /// Only what can be asked, without anything to read.
    pub fn to_ask(questionnaire: &Questionnaire, lang: Lang) -> Material {
        Material {
            deeper: questionnaires::deeper(questionnaire, lang),
            sources: Vec::new(),
        }
    }
}
