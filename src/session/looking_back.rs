//! The look back: how the agreements of earlier meetings stand.

use super::{Position, Refusal, Reply, Session};
use crate::{
    agreement::{Agreement, AgreementState, Due},
    agreements,
    profile::{NOTE_CHARS, State},
};

impl Session {
    /// How many agreements of earlier meetings the team looks back at.
    pub fn follow_ups(&self) -> usize {
        self.profile.carried_over().len()
    }

    /// An agreement that the team looks back at.
    pub fn carried_over(&self, index: usize) -> &Agreement {
        &self.profile.agreements[self.profile.carried_over()[index]]
    }

    /// Whether the team has looked back at this agreement at this meeting.
    pub fn is_followed_up(&self, index: usize) -> bool {
        index < self.profile.state.followed_up()
    }

    /// Puts the open agreements of the team's earlier meetings in the draft. One that has them keeps them, unless they are
    /// taken `anew`, for another team or day.
    pub(super) fn take_carried_over(&mut self, anew: bool) {
        let carried = self.profile.carried_over();
        if !self.past.looks_back || !self.profile.is_draft() || !(anew || carried.is_empty()) {
            return;
        }
        let earlier = self.earlier.iter();
        let earlier = earlier.filter(|profile| profile.date <= self.profile.date);
        let mut carried = agreements::carried_over(&agreements::of(earlier), &self.profile.questionnaire);
        // What the team has said of one of them stays said, also when the day or the team changes and changes back.
        let places = self.profile.carried_over().into_iter();
        let places = places.take(self.profile.state.followed_up());
        self.said
            .extend(places.map(|place| self.profile.agreements[place].clone()));
        let (said, elsewhere) = std::mem::take(&mut self.said)
            .into_iter()
            .partition::<Vec<_>, _>(|said| carried.iter().any(|other| is_same(other, said)));
        self.said = elsewhere;
        carried.retain(|other| !said.iter().any(|said| is_same(other, said)));
        if let State::Draft { followed_up } = &mut self.profile.state {
            *followed_up = said.len();
        }
        self.profile.agreements.retain(|agreement| !agreement.is_carried_over());
        self.profile.agreements.splice(0..0, said.into_iter().chain(carried));
    }

    /// The first agreement that the team hasn't looked back at yet.
    pub(super) fn next_to_look_back_at(&self) -> Option<Position> {
        let next = self.profile.state.followed_up();
        (self.profile.is_draft() && next < self.follow_ups()).then_some(Position::FollowUp(next))
    }

    pub(super) fn last_looked_back_at(&self) -> Option<Position> {
        let last = self.follow_ups().checked_sub(1).filter(|_| self.profile.is_draft());
        last.map(Position::FollowUp)
    }

    pub(super) fn look_back(&mut self, index: usize, reply: Reply) -> Result<Position, Refusal> {
        match reply {
            Reply::FollowedUp { state, due, note } => self.follow_up(index, state, &due, note.as_deref()),
            Reply::Continue if self.is_followed_up(index) => Ok(self.after_follow_up(index)),
            Reply::Continue => Err(Refusal::NothingAnswered),
            Reply::Back => index.checked_sub(1).map(Position::FollowUp).ok_or(Refusal::AtFirst),
            _ => Err(Refusal::NotHere),
        }
    }

    fn follow_up(
        &mut self,
        index: usize,
        state: AgreementState,
        due: &str,
        note: Option<&str>,
    ) -> Result<Position, Refusal> {
        let note = note.map(str::trim);
        if [due, note.unwrap_or_default()]
            .iter()
            .any(|text| text.chars().count() > NOTE_CHARS)
        {
            return Err(Refusal::TooLong);
        }
        let due = Due::typed(due, self.profile.date).map_err(|_| Refusal::NoSuchDay)?;
        let place = self.profile.carried_over()[index];
        let agreement = &mut self.profile.agreements[place];
        agreement.now_stands(state, due);
        if let Some(note) = note {
            agreement.note = (!note.is_empty()).then(|| note.to_owned());
        }
        if let State::Draft { followed_up } = &mut self.profile.state {
            *followed_up = (*followed_up).max(index + 1);
        }
        Ok(self.after_follow_up(index))
    }

    fn after_follow_up(&self, index: usize) -> Position {
        if index + 1 < self.follow_ups() {
            return Position::FollowUp(index + 1);
        }
        self.first_question()
    }
}

/// Whether two are one agreement of an earlier meeting.
fn is_same(one: &Agreement, other: &Agreement) -> bool {
    one.made == other.made && agreements::is_same(one, other)
}
