//! The walk through the questions: answers, skipping, back, and the overview.

use super::{Doubt, Pending, Position, Refusal, Reply, Session};
use crate::{profile::NOTE_CHARS, questionnaire::At, tally::Tally};

impl Session {
    /// How many questions are asked.
    pub fn total(&self) -> usize {
        self.asked.len()
    }

    /// The place of an asked question in the questionnaire.
    pub fn at(&self, index: usize) -> At {
        self.asked[index]
    }

    /// The answers to an asked question.
    pub fn answered(&self, index: usize) -> Option<&Tally> {
        self.profile.response(self.asked[index]).tally.as_ref()
    }

    /// The question that was answered just now.
    pub fn just_answered(&self) -> Option<usize> {
        self.just
    }

    /// The question that waits for the team to come back from the overview or from a question that was chosen there.
    pub fn waiting(&self) -> Option<usize> {
        self.waiting
    }

    /// Whether the question was chosen on the overview.
    pub fn visits(&self) -> bool {
        self.visits
    }

    /// The numbers (from 0) of the asked questions that have no answer; that one doesn't know is an answer.
    pub fn open(&self) -> Vec<usize> {
        (0..self.asked.len())
            .filter(|&index| self.answered(index).is_none())
            .collect()
    }

    /// The first open question from `from` on.
    fn next_open(&self, from: usize) -> Option<usize> {
        (from..self.asked.len()).find(|&index| self.answered(index).is_none())
    }

    /// The first thing that is asked after the look back.
    pub(super) fn first_question(&self) -> Position {
        match self.next_open(0) {
            // Of a profile that is complete the sheets are gone.
            Some(_) if self.counts_stay() && self.profile.is_draft() && self.profile.given() == 0 => Position::Ballot,
            Some(index) if !self.counts_stay() => Position::Question(index),
            _ => Position::Overview,
        }
    }

    pub(super) fn at_question(&mut self, index: usize, reply: Reply) -> Result<Position, Refusal> {
        match reply {
            Reply::Answer(tally) => self.answer(index, tally),
            Reply::Note(note) => self.note(index, &note),
            Reply::Skip if self.visits => Ok(self.leave()),
            Reply::Skip => {
                self.just = None;
                Ok(self.after(index))
            }
            Reply::Continue if self.answered(index).is_some() => Ok(self.passed(index)),
            Reply::Continue | Reply::Back if self.visits => Ok(self.leave()),
            Reply::Continue => Err(Refusal::NothingAnswered),
            Reply::Back => self.before(index),
            Reply::Finish => {
                (self.waiting, self.visits) = (None, false);
                Ok(Position::Overview)
            }
            Reply::Overview => {
                if !self.visits {
                    self.waiting = Some(index);
                }
                self.visits = false;
                Ok(Position::Overview)
            }
            _ => Err(Refusal::NotHere),
        }
    }

    pub(super) fn at_spread(&mut self, index: usize, reply: Reply) -> Result<Position, Refusal> {
        match reply {
            Reply::Continue => Ok(self.passed(index)),
            Reply::Note(note) => self.note(index, &note),
            // Whoever filled in the sheets isn't asked again.
            Reply::Back if self.counts_stay() => Ok(self.leave()),
            Reply::Back => Ok(Position::Question(index)),
            _ => Err(Refusal::NotHere),
        }
    }

    pub(super) fn at_overview(&mut self, reply: &Reply) -> Result<Position, Refusal> {
        match reply {
            Reply::GoTo(index) if *index < self.asked.len() => {
                self.visits = true;
                Ok(self.question_or_counts(*index))
            }
            Reply::GoTo(_) => Err(Refusal::NoSuchNumber),
            Reply::Continue => {
                self.waiting = None;
                self.just = None;
                let open = self.next_open(0).filter(|_| !self.counts_stay());
                Ok(open.map_or_else(|| self.finish(), Position::Question))
            }
            Reply::Finish if self.profile.is_draft() && self.next_open(0).is_some() => {
                Ok(Position::Sure(Doubt::Finish))
            }
            Reply::Finish => Ok(self.finish()),
            Reply::Back => Ok(if let Some(index) = self.waiting.take() {
                Position::Question(index)
            } else {
                let just = self.just.take();
                self.question_or_counts(just.unwrap_or(self.asked.len().saturating_sub(1)))
            }),
            _ => Err(Refusal::NotHere),
        }
    }

    /// A question is asked, unless its answers came on sheets: those are shown.
    fn question_or_counts(&mut self, index: usize) -> Position {
        if self.counts_stay() {
            self.visits = true;
            return Position::Spread(index);
        }
        Position::Question(index)
    }

    fn answer(&mut self, index: usize, tally: Tally) -> Result<Position, Refusal> {
        if self.counts_stay() {
            return Err(Refusal::CountsStay);
        }
        if tally.voters() == 0 || !self.profile.mode.counts() && tally.voters() > 1 {
            return Err(Refusal::NotHere);
        }
        if tally.voters() > self.profile.participants {
            self.pending = Some(Pending::Votes(index, tally));
            return Ok(Position::Sure(Doubt::Grown));
        }
        let is_new = self.answered(index).is_none();
        let mut changed = self.profile.clone();
        changed.response_mut(self.asked[index]).tally = Some(tally);
        if is_new && !changed.is_draft() {
            self.refuse_beside(&changed, &self.earlier, &self.beside)?;
        }
        self.profile = changed;
        if self.discusses() {
            return Ok(Position::Spread(index));
        }
        Ok(self.passed(index))
    }

    fn note(&mut self, index: usize, note: &str) -> Result<Position, Refusal> {
        let note = note.trim();
        if note.chars().count() > NOTE_CHARS {
            return Err(Refusal::TooLong);
        }
        self.profile.response_mut(self.asked[index]).note = (!note.is_empty()).then(|| note.to_owned());
        Ok(self.position)
    }

    /// On from a question that has its answer.
    fn passed(&mut self, index: usize) -> Position {
        self.just = Some(index);
        if self.visits { self.leave() } else { self.after(index) }
    }

    /// On to the next open question, in order; after the last one comes the overview.
    fn after(&mut self, index: usize) -> Position {
        self.waiting = None;
        self.next_open(index + 1).map_or(Position::Overview, Position::Question)
    }

    /// From a question that was chosen on the overview back to where that was opened.
    fn leave(&mut self) -> Position {
        self.visits = false;
        self.waiting.take().map_or(Position::Overview, Position::Question)
    }

    /// To the question that was answered just now, then backwards in order, and from the first to the look back.
    fn before(&mut self, index: usize) -> Result<Position, Refusal> {
        let just = self.just.filter(|&just| just != index);
        let before = just.or(index.checked_sub(1)).map(Position::Question);
        let before = before.or_else(|| self.last_looked_back_at()).ok_or(Refusal::AtFirst)?;
        self.just = None;
        Ok(before)
    }
}
