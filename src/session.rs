//! The whole interview as a pure state machine, from the look back to the last agreement: [`Session::apply`] takes a reply
//! and tells what comes next. Nobody changes a session in another way.

mod agreeing;
mod ballots;
mod looking_back;
mod replacing;
mod reply;
mod settings;
mod walk;

use std::{fmt, rc::Rc};

use chrono::NaiveDate;

pub use self::{
    reply::{Refusal, Reply, Step},
    settings::{Setting, SettingKind},
};
use crate::{
    agreement::{Agreement, AgreementField},
    last_time::{Earlier, LastTime},
    profile::{Profile, State, same_team},
    questionnaire::At,
    rounds,
    tally::{Answer, Mode, Tally},
};

/// A team on its way through the questions. Holds the profile as it will be saved: a draft until the team goes on from the
/// overview, then the profile itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    profile: Profile,
    asked: Vec<At>,
    past: Past,
    /// The profiles of the same team or group, oldest first; shared, since there can be many and a session is cloned to look ahead.
    earlier: Rc<Vec<Profile>>,
    /// Those of the same team's groups, or of the whole team where this is a group.
    beside: Rc<Vec<Profile>>,
    last: LastTime,
    pace: Pace,
    position: Position,
    /// The question that was answered just now: what is said about it stands above the next one, and back leads to it.
    just: Option<usize>,
    /// The question that waited when the overview was opened; none when it came by itself.
    waiting: Option<usize>,
    /// The question was chosen on the overview, and leads back to where that was opened.
    visits: bool,
    /// Where the settings were opened.
    opened_settings: Position,
    /// What waits for the team to say that it is larger now.
    pending: Option<Pending>,
    /// The sheets that were typed so far; on disk only once all of them are in, as counts.
    sheets: Vec<Sheet>,
    /// What the team said of agreements that the team or day as it is now doesn't look back at: a name may be typed wrong once.
    said: Vec<Agreement>,
    /// The weakest elements are walked through, one after the other.
    walks: bool,
    /// The day on which a saved profile is corrected.
    corrects: Option<NaiveDate>,
    /// The rounds that the team lets go of, as they are on disk.
    replaced: Vec<Profile>,
    /// What of them the profile hasn't taken over.
    left: Vec<Profile>,
}

/// Gets a team's profiles, oldest first.
type EarlierOf = dyn Fn(&str) -> Vec<Profile>;

/// What the folder knows of earlier meetings.
#[derive(Clone)]
pub struct Past {
    of_team: Rc<EarlierOf>,
    /// Whether the team looks back at its open agreements first.
    looks_back: bool,
    /// Whether it was said beforehand that an earlier round may be replaced.
    replaces: bool,
}

impl Past {
    /// What gets the profiles of a team, oldest first, whenever the team turns out to be another one.
    pub fn new(looks_back: bool, of_team: impl Fn(&str) -> Vec<Profile> + 'static) -> Past {
        let of_team = Rc::new(of_team);
        Past {
            of_team,
            looks_back,
            replaces: false,
        }
    }

    /// The same, where it was said beforehand whether an earlier round may be replaced.
    #[must_use]
    pub fn replacing(self, replaces: bool) -> Past {
        Past { replaces, ..self }
    }

    /// The earlier profiles of the same team or group as this one, oldest first, and those of its team that are of groups
    /// where this one isn't, or the other way round.
    fn of(&self, profile: &Profile) -> [Rc<Vec<Profile>>; 2] {
        let mut beside = (self.of_team)(&profile.team);
        beside.retain(|earlier| same_team(&earlier.team, &profile.team));
        let key = profile.whose().key();
        let (own, mut beside): (Vec<Profile>, Vec<Profile>) =
            beside.into_iter().partition(|earlier| earlier.whose().key() == key);
        beside.retain(|earlier| earlier.group.is_some() != profile.group.is_some());
        [Rc::new(own), Rc::new(beside)]
    }
}

impl Default for Past {
    /// Nothing is known.
    fn default() -> Past {
        Past::new(false, |_| Vec::new())
    }
}

impl fmt::Debug for Past {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut past = f.debug_struct("Past");
        past.field("looks_back", &self.looks_back).finish_non_exhaustive()
    }
}

impl PartialEq for Past {
    /// What is known of a team the session has itself.
    fn eq(&self, other: &Past) -> bool {
        (self.looks_back, self.replaces) == (other.looks_back, other.replaces)
    }
}

impl Eq for Past {}

/// How the team is led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// A page at a time: everyone's answers are talked about before the next question, and the team chooses what it agrees on.
    Pages,
    /// Line after line, without a pause: the weakest elements are asked about one by one.
    Lines,
}

/// One member's answers, a question each; none where a question was left open.
pub type Sheet = Vec<Option<Answer>>;

/// What more people gave than there are participants.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pending {
    Votes(usize, Tally),
    Sheet(Sheet),
}

/// Where a session is. Numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// The team looks back at an agreement of an earlier meeting.
    FollowUp(usize),
    /// A question waits for an answer.
    Question(usize),
    /// Everyone's answers to a question are shown, for the team to talk about.
    Spread(usize),
    /// The sheet of the next member is typed.
    Ballot,
    /// All questions with their answers, what is open, and the scores so far.
    Overview,
    /// Team, day, participants, mode, functions.
    Settings,
    /// Something is asked once more before it happens.
    Sure(Doubt),
    /// The scores and the lowest.
    Profile,
    /// What to talk about.
    Topics,
    /// What the next agreement is about, or which one is changed.
    Agreements,
    /// A line of an agreement is typed.
    Agreement {
        /// The agreement.
        about: About,
        /// The line.
        field: AgreementField,
    },
    /// Nothing more is asked.
    Done,
}

/// Which agreement is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A new one, about the element at this place in the questionnaire.
    New(usize),
    /// One that is made already, by its place among the agreements of the profile.
    Made(usize),
}

/// What is asked once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Whether the team is done although questions are open.
    Finish,
    /// Whether more people take part than at first.
    Grown,
    /// Whether the agreement at this place goes.
    Remove(usize),
    /// Whether those were all the sheets.
    AllSheets,
    /// Whether an earlier round is replaced.
    Replace,
}

impl Session {
    /// Starts or resumes a draft: where it would replace an earlier round at the question whether it may, else at the first agreement to look back at, else at its first unanswered question, else at the
    /// overview.
    pub fn new(profile: Profile, past: Past, pace: Pace) -> Session {
        let mut session = Session::begun(profile, past, pace);
        session.take_carried_over(false);
        session.opened_settings = session
            .next_to_look_back_at()
            .unwrap_or_else(|| session.first_question());
        session.position = session.unless_replacing(session.opened_settings);
        session
    }

    /// Opens a profile that is complete at its overview; `day` is the day on which it is corrected.
    pub fn reopened(profile: Profile, past: Past, pace: Pace, day: NaiveDate) -> Session {
        Session {
            corrects: Some(day),
            ..Session::begun(profile, past, pace)
        }
    }

    fn begun(profile: Profile, past: Past, pace: Pace) -> Session {
        let [earlier, beside] = past.of(&profile);
        Session {
            asked: profile.asked(),
            last: last_time(&profile, &earlier),
            profile,
            past,
            earlier,
            beside,
            pace,
            position: Position::Overview,
            just: None,
            waiting: None,
            visits: false,
            opened_settings: Position::Overview,
            pending: None,
            sheets: Vec::new(),
            said: Vec::new(),
            walks: false,
            corrects: None,
            replaced: Vec::new(),
            left: Vec::new(),
        }
    }

    /// What an asked question was last time.
    pub fn last_time(&self, index: usize) -> Option<&Earlier> {
        self.last.at(self.asked[index])
    }

    /// Where the session is.
    pub fn position(&self) -> Position {
        self.position
    }

    /// The profile with everything answered so far.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Takes what was said, moves on, and says what that asks of the caller.
    pub fn apply(&mut self, reply: Reply) -> Step {
        if reply == Reply::Stop {
            return Step::Stopped;
        }
        let before = self.profile.clone();
        match self.take(reply) {
            Ok(position) => self.position = position,
            Err(refusal) => return Step::Refused(refusal),
        }
        self.take_over();
        let changed = self.profile != before;
        if changed && self.corrects.is_some() {
            self.profile.corrected = self.corrects;
        }
        Step::Go { changed }
    }

    /// Where a reply leads. A refused one has changed nothing.
    fn take(&mut self, reply: Reply) -> Result<Position, Refusal> {
        match (self.position, reply) {
            (Position::Settings | Position::Question(_) | Position::Overview, Reply::Set(setting)) => {
                self.set(setting)?;
                Ok(self.position)
            }
            (
                Position::FollowUp(_)
                | Position::Question(_)
                | Position::Spread(_)
                | Position::Ballot
                | Position::Overview
                | Position::Profile
                | Position::Agreements,
                Reply::Settings,
            ) => {
                self.opened_settings = self.position;
                Ok(Position::Settings)
            }
            (Position::Settings, Reply::Back | Reply::Continue) => Ok(self.after_settings()),
            (Position::FollowUp(index), reply) => self.look_back(index, reply),
            (Position::Question(index), reply) => self.at_question(index, reply),
            (Position::Spread(index), reply) => self.at_spread(index, reply),
            (Position::Ballot, reply) => self.at_ballot(reply),
            (Position::Overview, reply) => self.at_overview(&reply),
            (Position::Sure(doubt), reply) => self.decide(doubt, &reply),
            (Position::Profile, Reply::Back | Reply::Overview) => Ok(Position::Overview),
            (Position::Profile, Reply::Continue) | (Position::Agreements, Reply::Back) => Ok(Position::Topics),
            (Position::Topics, Reply::Back) => Ok(Position::Profile),
            (Position::Topics, Reply::Continue) => Ok(self.first_agreement()),
            (Position::Agreements, reply) => self.choose_agreement(&reply),
            (Position::Agreement { about, field }, reply) => self.agree(about, field, reply),
            _ => Err(Refusal::NotHere),
        }
    }

    /// What comes of something that was asked once more.
    fn decide(&mut self, doubt: Doubt, reply: &Reply) -> Result<Position, Refusal> {
        match (doubt, reply) {
            (Doubt::Finish, Reply::Continue) => Ok(self.finish()),
            (Doubt::Finish, Reply::Back) => Ok(Position::Overview),
            (Doubt::Grown, Reply::Continue) => self.grow(),
            (Doubt::Grown, Reply::Back) => Ok(match self.pending.take() {
                Some(Pending::Votes(index, _)) => Position::Question(index),
                _ => Position::Ballot,
            }),
            (Doubt::Remove(place), Reply::Continue) => Ok(self.remove(place)),
            (Doubt::Remove(place), Reply::Back) => Ok(Position::Agreement {
                about: About::Made(place),
                field: AgreementField::What,
            }),
            (Doubt::AllSheets, Reply::Continue) => Ok(self.count_sheets()),
            (Doubt::AllSheets, Reply::Back) => Ok(Position::Ballot),
            (Doubt::Replace, Reply::Continue) => {
                self.let_go();
                Ok(self.after_settings())
            }
            (Doubt::Replace, Reply::Back) => Ok(Position::Settings),
            _ => Err(Refusal::NotHere),
        }
    }

    /// The team is as large as the answers that wait for that.
    fn grow(&mut self) -> Result<Position, Refusal> {
        self.set(Setting::Participants(self.grown()))?;
        match self.pending.take() {
            Some(Pending::Votes(index, tally)) => self.at_question(index, Reply::Answer(tally)),
            Some(Pending::Sheet(sheet)) => self.at_ballot(Reply::Sheet(sheet)),
            None => Err(Refusal::NotHere),
        }
    }

    /// How many take part where the team says that it has grown.
    pub fn grown(&self) -> u32 {
        match &self.pending {
            Some(Pending::Votes(_, tally)) => tally.voters(),
            _ => u32::try_from(self.sheets.len() + 1).unwrap_or(u32::MAX),
        }
    }

    /// Goes on from the overview: from here on the profile is complete, and all that follows is saved in it.
    fn finish(&mut self) -> Position {
        self.waiting = None;
        if let asked @ Position::Sure(_) = self.unless_replacing(Position::Profile) {
            self.opened_settings = Position::Overview;
            return asked;
        }
        self.profile.state = State::Complete;
        Position::Profile
    }

    /// Whether everyone's answers are counted on the spot, and talked about.
    fn discusses(&self) -> bool {
        self.pace == Pace::Pages && self.profile.mode == Mode::Tally
    }
}

/// What the questions of a meeting were last time. Beside a mean of a few weeks ago a new one can give an answer away.
fn last_time(profile: &Profile, earlier: &[Profile]) -> LastTime {
    let counts = |earlier: &&Profile| earlier.date <= profile.date && !rounds::are_close(profile, earlier);
    LastTime::of(profile, earlier.iter().rev().filter(counts))
}

#[cfg(test)]
mod tests;
