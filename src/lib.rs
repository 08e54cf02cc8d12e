//! `ips` helps a team of professionals around children look at how they work together, talk about it, agree on something,
//! and see next time whether it moved.
//!
//! Data flows one way: questionnaire → session → profile → scores → report. Below [`commands`] nothing reads the clock,
//! the environment or the terminal, or prints; only the prompters of [`prompt`] talk to a team, and they are handed in.

pub mod agenda;
pub mod agreement;
pub mod agreements;
pub mod answers;
pub mod cli;
pub mod commands;
pub mod comparison;
pub mod content;
pub mod drawing;
pub mod fault;
pub mod fraction;
pub mod interview;
pub mod lang;
pub mod messages;
pub mod page;
pub mod profile;
pub mod prompt;
pub mod questionnaire;
pub mod render;
pub mod report;
pub mod scoring;
pub mod session;
pub mod store;
pub mod tally;
pub mod text;
pub mod toml_file;
pub mod trend;
