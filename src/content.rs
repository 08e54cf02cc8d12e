//! What ships with the program: questionnaires, ways of working, tools and literature. Parsed when asked for.

pub mod activities;
pub mod questionnaires;
pub mod sources;
