//! Who meets, when and how they answer: asked before the first question, changed at any time.

use chrono::NaiveDate;

use super::{Position, Refusal, Session};
use crate::{
    day::{Yearless, typed_day},
    profile::{NOTE_CHARS, Profile, TEAM_CHARS},
    tally::{MAX_PARTICIPANTS, Mode, Tally},
};

/// One of the settings, with what it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The team's name.
    Team(String),
    /// The day of the meeting.
    Date(NaiveDate),
    /// How many take part, from 1.
    Participants(u32),
    /// How the team answers.
    Mode(Mode),
    /// Who sits there, by function; empty for nothing about that.
    Functions(String),
}

/// Which setting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingKind {
    /// See [`Setting::Team`].
    Team,
    /// See [`Setting::Date`].
    Date,
    /// See [`Setting::Participants`].
    Participants,
    /// See [`Setting::Mode`].
    Mode,
    /// See [`Setting::Functions`].
    Functions,
}

impl SettingKind {
    /// In the order in which they are listed.
    pub const ALL: [SettingKind; 5] = [
        SettingKind::Team,
        SettingKind::Date,
        SettingKind::Participants,
        SettingKind::Mode,
        SettingKind::Functions,
    ];

    /// Understands what was typed for this setting. `day` is the day from which a day without a year is counted.
    ///
    /// # Errors
    /// When it can't be that.
    pub fn typed(self, text: &str, day: NaiveDate) -> Result<Setting, Refusal> {
        let text = text.trim();
        match self {
            SettingKind::Team if text.is_empty() => Err(Refusal::BlankTeam),
            SettingKind::Team if text.chars().count() > TEAM_CHARS => Err(Refusal::TeamTooLong),
            SettingKind::Team => Ok(Setting::Team(text.to_owned())),
            SettingKind::Date => match typed_day(text, day, Yearless::Nearest) {
                Some(Ok(day)) => Ok(Setting::Date(day)),
                _ => Err(Refusal::NoSuchDay),
            },
            SettingKind::Participants => {
                let count = text.parse().ok();
                let count = count.filter(|count| (1..=MAX_PARTICIPANTS).contains(count));
                count.map(Setting::Participants).ok_or(Refusal::BadParticipants)
            }
            SettingKind::Mode => {
                let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                let by_number = number.and_then(|place| Mode::OF_MEETINGS.get(place)).copied();
                let mode = by_number.or_else(|| Mode::named(&text.to_lowercase()));
                mode.map(Setting::Mode).ok_or(Refusal::NoSuchMode)
            }
            SettingKind::Functions if text.chars().count() > NOTE_CHARS => Err(Refusal::TooLong),
            SettingKind::Functions => Ok(Setting::Functions(text.to_owned())),
        }
    }
}

impl Session {
    pub(super) fn set(&mut self, setting: Setting) -> Result<(), Refusal> {
        match setting {
            Setting::Functions(functions) => self.profile.functions = Some(functions).filter(|text| !text.is_empty()),
            // Nobody here saw who filled in the forms, for which team and when: `ips merge` was told.
            _ if self.profile.mode == Mode::Merged => return Err(Refusal::FormsStay),
            Setting::Team(team) => {
                let changed = Profile {
                    team,
                    ..self.profile.clone()
                };
                let [earlier, beside] = self.past.of(&changed);
                self.refuse_beside(&changed, &earlier, &beside)?;
                (self.profile, self.earlier, self.beside) = (changed, earlier, beside);
                self.look_up();
            }
            Setting::Date(date) => {
                let changed = Profile {
                    date,
                    ..self.profile.clone()
                };
                self.refuse_beside(&changed, &self.earlier, &self.beside)?;
                self.profile = changed;
                self.look_up();
            }
            Setting::Participants(participants) => {
                let most = most_votes(&self.profile).max(u32::try_from(self.sheets.len()).unwrap_or(0));
                if !(1..=MAX_PARTICIPANTS).contains(&participants) {
                    return Err(Refusal::BadParticipants);
                }
                if participants < most {
                    return Err(Refusal::FewerThanVotes(most));
                }
                self.profile.participants = participants;
            }
            Setting::Mode(mode) if mode == self.profile.mode => {}
            Setting::Mode(_) if self.profile.given() > 0 || !self.sheets.is_empty() => return Err(Refusal::ModeStays),
            Setting::Mode(mode) if mode != Mode::Ballots && self.profile.questionnaire.personal => {
                return Err(Refusal::Personal);
            }
            Setting::Mode(mode) => {
                let changed = Profile {
                    mode,
                    ..self.profile.clone()
                };
                self.refuse_beside(&changed, &self.earlier, &self.beside)?;
                self.profile = changed;
                self.look_up();
            }
        }
        Ok(())
    }

    /// Another team or day has another last time.
    fn look_up(&mut self) {
        self.take_carried_over(true);
        self.last = super::last_time(&self.profile, &self.earlier);
    }

    /// Back from the settings: to where they were opened, unless another team, day or mode asks for something else first, or
    /// would replace another round.
    pub(super) fn after_settings(&mut self) -> Position {
        let leads_to = self.asked_after_settings();
        if leads_to != self.opened_settings {
            (self.just, self.waiting, self.visits) = (None, None, false);
        }
        self.unless_replacing(leads_to)
    }

    fn asked_after_settings(&self) -> Position {
        let not_begun = self.profile.given() == 0 && self.sheets.is_empty();
        match (self.opened_settings, self.next_to_look_back_at()) {
            (Position::FollowUp(index), _) if self.is_followed_up(index) => self.opened_settings,
            (Position::FollowUp(_), next) => next.unwrap_or_else(|| self.first_question()),
            (_, Some(next)) if not_begun => next,
            // Sheets are typed, not asked question by question.
            (Position::Question(_) | Position::Overview, _) if not_begun && self.counts_stay() => self.first_question(),
            (Position::Ballot, _) if !self.counts_stay() => self.first_question(),
            (opened, _) => opened,
        }
    }
}

/// The most answers to one question.
fn most_votes(profile: &Profile) -> u32 {
    let responses = profile.responses.iter().flatten();
    responses
        .filter_map(|response| response.tally.as_ref())
        .map(Tally::voters)
        .max()
        .unwrap_or(0)
}
