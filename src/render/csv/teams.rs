//! The teams of a picture side by side in CSV: one row for each, with a score for each element.

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::guarded;
use crate::{fraction::plain, overview::Overview};

/// Writes every team of a picture. The element columns have the names of the elements' ids.
///
/// # Errors
/// Those of `out`.
pub fn teams(out: &mut dyn Write, overview: &Overview) -> io::Result<()> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    let head = ["team", "folder", "date", "mode", "participants"].map(str::to_owned);
    let elements = overview.questionnaire.elements.iter();
    writer.write_record(head.into_iter().chain(elements.map(|element| guarded(&element.id))))?;
    for standing in &overview.standings {
        let about = [
            guarded(&standing.team),
            guarded(standing.folder.as_deref().unwrap_or_default()),
            standing.date.to_string(),
            standing.mode.word().to_owned(),
            standing.participants.to_string(),
        ];
        let scores = (0..overview.elements.len()).map(|element| {
            let score = standing.score(element);
            score.map(|score| plain(&score).to_string()).unwrap_or_default()
        });
        writer.write_record(about.into_iter().chain(scores))?;
    }
    writer.flush()
}
