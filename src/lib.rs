//! `ips` helps a team of professionals around children look at how they work together, talk about it, agree on something,
//! and see next time whether it moved.
//!
//! # The way of the data
//! A questionnaire is asked in a session, which leaves a profile; scores, a comparison or a trend are reckoned from profiles;
//! a report says in words what they mean; a page lays those words out as blocks; a renderer gives the page a form:
//!
//! questionnaire → session → profile → scores → report → page → render
//!
//! # The rooms
//! From the ground up. A room takes only from rooms above it in this list, so none of them knows who uses it, and no two use
//! each other (a test holds that). Below [`commands`] nothing reads the clock, the environment or the terminal, or
//! prints: what is asked of the outside world is read once in `main.rs` and passed down.
//!
//! The ground:
//! - [`lang`]: the two languages, and a sentence in both
//! - [`text`]: untrusted text made safe to show, and wrapped at words
//! - [`tally`]: how often each answer to a question was given
//! - [`messages`]: every sentence a person reads, by subject; a missing language doesn't compile
//! - [`fraction`]: exact numbers, and how they are shown
//! - [`day`]: a day as people type it
//! - [`fault`]: what went wrong, where, and the exit code
//! - [`toml_file`]: reads TOML so that every problem is told at once, with its place
//!
//! What the files hold, and what ships:
//! - [`questionnaire`]: elements, questions, a scale and hard words, and how a file of them is read
//! - [`agreement`]: what a team agreed, by when, and how it is written
//! - [`content`]: what comes with the program: questionnaires, ways of working, tools and literature, the guide, licences
//! - [`scoring`]: the scores of a profile's answers: questions, elements, the lowest, the divided
//! - [`profile`]: what a team answered at one meeting, as it is read and written
//! - [`answers`]: a file with answers from paper, a script or a form, and a form of text that comes back by mail
//! - [`results`]: the table of answers that an online form leaves: Excel or CSV
//!
//! What is reckoned from profiles, without a word:
//! - [`agreements`]: everything a team agreed over its meetings, as it stands
//! - [`rounds`]: which meetings would give answers away side by side, and what the later one takes over
//! - [`merging`]: the forms of many members become one profile
//! - [`agenda`]: the next meeting in parts and minutes
//! - [`comparison`]: two profiles, and what really changed
//! - [`last_time`]: what a question was the last time before a meeting
//! - [`trend`]: one team over all of its meetings
//! - [`gap`]: several groups side by side, and where one sees what another doesn't
//! - [`overview`]: many teams that were asked the same, in one picture
//!
//! What is said, and in which form:
//! - [`report`]: what is said about one profile, two, or many: words and numbers, no layout
//! - [`drawing`]: the radar, the line charts, and a drawing as dots
//! - [`page`]: a document as blocks: report, trend, agenda, questions, guide
//! - [`render`]: the one door: which forms a document can have; a file a form
//!
//! The interview:
//! - [`session`]: the whole interview as a state machine: look back, questions, sheets, overview, settings, agreements
//! - [`prompt`]: who asks: the screen, line by line, a script; the menu, long texts; the keys of every page in one table
//! - [`interview`]: one loop for a session, someone who asks and something that keeps
//!
//! The outside:
//! - [`store`]: the folder: profiles and drafts told apart by their first lines, loaded, saved safely, changed under a lock
//! - [`commands`]: a file a command: its flags with their help, load, one pure call, write; the menu that starts them
//! - [`cli`]: the command line: its list of commands, its language, its own words
//!
//! Where a new thing goes, and what tells that a part of it was forgotten, stands in `CONTRIBUTING.md`.

pub mod agenda;
pub mod agreement;
pub mod agreements;
pub mod answers;
pub mod cli;
pub mod commands;
pub mod comparison;
pub mod content;
pub mod day;
pub mod drawing;
pub mod fault;
pub mod fraction;
pub mod gap;
pub mod interview;
pub mod lang;
pub mod last_time;
pub mod merging;
pub mod messages;
pub mod overview;
pub mod page;
pub mod profile;
pub mod prompt;
pub mod questionnaire;
pub mod render;
pub mod report;
pub mod results;
pub mod rounds;
pub mod scoring;
pub mod session;
pub mod store;
pub mod tally;
pub mod text;
pub mod toml_file;
pub mod trend;
