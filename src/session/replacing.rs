//! An earlier round that this meeting replaces: the team is asked before, and what the round says beside its answers moves along.

use super::{Doubt, Position, Refusal, Session};
use crate::{profile::Profile, rounds};

impl Session {
    /// The earlier rounds that this meeting replaces, without the team knowing it yet.
    pub fn to_replace(&self) -> Vec<&Profile> {
        let rounds = self.earlier.iter().filter(|round| !self.replaced.contains(round));
        rounds
            .filter(|round| self.profile.is_draft() && rounds::asks_again(&self.profile, round))
            .collect()
    }

    /// The rounds that the team lets go of, as they were saved.
    pub fn replaced(&self) -> &[Profile] {
        &self.replaced
    }

    /// On to this, unless the team is asked first whether a round is replaced.
    pub(super) fn unless_replacing(&mut self, position: Position) -> Position {
        if self.past.replaces {
            self.let_go();
        }
        if self.to_replace().is_empty() {
            position
        } else {
            Position::Sure(Doubt::Replace)
        }
    }

    /// The team lets go of the rounds that this meeting replaces.
    pub(super) fn let_go(&mut self) {
        let rounds: Vec<Profile> = self.to_replace().into_iter().cloned().collect();
        self.left.extend(rounds.iter().cloned());
        self.replaced.extend(rounds);
    }

    /// From the moment on at which the profile is complete it holds what the rounds that it replaces say beside their answers.
    pub(super) fn take_over(&mut self) {
        if self.profile.is_draft() {
            return;
        }
        let rounds = std::mem::take(&mut self.left);
        let left = rounds
            .iter()
            .filter_map(|round| rounds::replace(round, &mut self.profile));
        self.left = left.collect();
    }

    /// Refuses a change that would put the meeting beside one of these rounds, and that stays: one of a later day, or any once
    /// the profile is complete, since from then on the team isn't asked. Or beside those of `others`: a whole team and a group
    /// of it never answer in one round.
    pub(super) fn refuse_beside(
        &self,
        changed: &Profile,
        rounds: &[Profile],
        others: &[Profile],
    ) -> Result<(), Refusal> {
        let mixes = |other: &&Profile| rounds::mixes(changed, other) && !rounds::mixes(&self.profile, other);
        if let Some(other) = others.iter().find(mixes) {
            return Err(Refusal::MixedRound(other.date));
        }
        let stays = |round: &&Profile| {
            if changed.is_draft() {
                round.date > changed.date && rounds::asks_again(changed, round)
            } else {
                let is_new = !rounds::clash(&self.profile, round) && rounds::clash(changed, round);
                is_new && !self.replaced.contains(round)
            }
        };
        match rounds.iter().find(stays) {
            Some(round) => Err(Refusal::OtherRound(round.date)),
            None => Ok(()),
        }
    }
}
