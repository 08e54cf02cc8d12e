//! The commands that give a team something to talk about.

use std::path::PathBuf;

use clap::Args;

use super::TeamArgs;

/// `ips card`
#[derive(Debug, Args)]
pub struct CardArgs {
    /// The profile; the newest of the folder without it.
    pub file: Option<PathBuf>,
    /// Which team, in which folder.
    #[command(flatten)]
    pub team: TeamArgs,
    /// Ask about this element.
    #[arg(long)]
    pub element: Option<String>,
    /// A built-in questionnaire or a file, for the element.
    #[arg(long, requires = "element", conflicts_with = "file")]
    pub questions: Option<PathBuf>,
    /// Not this question.
    #[arg(long)]
    pub not: Vec<String>,
}

/// `ips sources`
#[derive(Debug, Args)]
pub struct SourcesArgs {
    /// Only what helps with this element.
    #[arg(long)]
    pub element: Option<String>,
}
