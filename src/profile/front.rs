//! What tells which profile a file holds, read from its front: a folder may hold thousands, of which a command needs a few.
//!
//! A header begins a line, and nothing goes on over it but a text or a list, which isn't closed before it. So what stands before
//! the first table behind `[questionnaire]` either is TOML by itself, with what the whole file says there, or it can't be read,
//! and then the whole file has to be. What comes behind can't change it: TOML gives no key twice. Only the last line tells
//! whether the profile is finished.

use chrono::NaiveDate;

use super::FORMAT;
use crate::{
    lang::Lang,
    tally::{MAX_PARTICIPANTS, Mode},
    toml_file::{self, Table, is_known_format},
};

/// The table that the front ends with.
const LAST: &str = "\n[questionnaire]";

/// What a file says of itself before its first answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Front {
    /// The team's name as it was typed.
    pub team: String,
    /// The group of it whose answers these are, if it is one.
    pub group: Option<String>,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// Whether the team agreed on each answer or everyone gave one.
    pub mode: Mode,
    /// How many took part, from 1.
    pub participants: u32,
    /// Whether it was made to be shared outside the team.
    pub shared: bool,
    /// The id of the questionnaire that was asked.
    pub questionnaire: String,
    /// Whether it is a draft; `None` where the last line isn't as the program writes it.
    pub is_draft: Option<bool>,
}

/// The front of a profile or a draft, where it is as the program writes it; `None` means that only the whole file tells. What
/// stands behind the front may be broken.
pub fn front(text: &str) -> Option<Front> {
    let last = text.find(LAST)? + LAST.len();
    let end = last + text[last..].find("\n[")?;
    let is_draft = match text.trim_end().lines().next_back() {
        Some("end = \"complete\"") => Some(false),
        Some("end = \"draft\"") => Some(true),
        _ => None,
    };
    // Its problems are told when the whole file is read.
    toml_file::read("", &text[..=end], |file| said(file, is_draft)).ok()
}

fn said(file: &Table<'_>, is_draft: Option<bool>) -> Option<Front> {
    if !is_known_format(file, FORMAT, Lang::newer_profile) {
        return None;
    }
    Some(Front {
        team: file.text("team")?,
        group: file.optional_text("group"),
        date: file.date("date")?,
        mode: file.choice("mode", &Mode::WORDS)?,
        participants: file.integer("participants", 1..=MAX_PARTICIPANTS)?,
        shared: file.optional_flag("shared"),
        questionnaire: file.table("questionnaire")?.text("id")?,
        is_draft,
    })
}
