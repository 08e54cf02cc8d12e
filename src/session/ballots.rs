//! Sheets that each member filled in, typed one by one. The paper is the draft: only the counts are saved, once all are in.

use super::{Doubt, Pending, Position, Refusal, Reply, Session};
use crate::tally::Tally;

impl Session {
    /// How many sheets were typed.
    pub fn sheets(&self) -> usize {
        self.sheets.len()
    }

    /// Whether the answers came from people who aren't there to answer again.
    pub fn counts_stay(&self) -> bool {
        self.profile.mode.is_secret()
    }

    pub(super) fn at_ballot(&mut self, reply: Reply) -> Result<Position, Refusal> {
        match reply {
            Reply::Sheet(sheet) if sheet.len() != self.asked.len() => Err(Refusal::SheetLength(sheet.len())),
            Reply::Sheet(sheet) if self.sheets.len() >= self.profile.participants as usize => {
                self.pending = Some(Pending::Sheet(sheet));
                Ok(Position::Sure(Doubt::Grown))
            }
            Reply::Sheet(sheet) => {
                self.sheets.push(sheet);
                Ok(Position::Ballot)
            }
            Reply::Back => match self.sheets.pop() {
                Some(_) => Ok(Position::Ballot),
                None => self.last_looked_back_at().ok_or(Refusal::AtFirst),
            },
            Reply::Continue if self.sheets.is_empty() => Err(Refusal::NothingAnswered),
            Reply::Continue => Ok(Position::Sure(Doubt::AllSheets)),
            _ => Err(Refusal::NotHere),
        }
    }

    /// Counts the sheets, and forgets them. A question that all left open stays open.
    pub(super) fn count_sheets(&mut self) -> Position {
        let points = self.profile.questionnaire.scale.points();
        for (index, &at) in self.asked.iter().enumerate() {
            let answers: Vec<_> = self.sheets.iter().filter_map(|sheet| sheet[index]).collect();
            self.profile.response_mut(at).tally = (!answers.is_empty()).then(|| Tally::of(&answers, points));
        }
        self.sheets.clear();
        Position::Overview
    }
}
