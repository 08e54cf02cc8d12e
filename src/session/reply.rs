//! What a team says, and what that leads to.

use chrono::NaiveDate;

use super::{Setting, Sheet};
use crate::{agreement::AgreementState, tally::Tally};

/// What a team says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// How an agreement of an earlier meeting stands now, and what the team says about it.
    FollowedUp {
        /// Done, still open or dropped.
        state: AgreementState,
        /// By when it will be done now, as it was typed; empty leaves the day as it was. Only of one that is still open.
        due: String,
        /// A note; an empty one takes the note away, and none leaves it as it was.
        note: Option<String>,
    },
    /// The answers to the question.
    Answer(Tally),
    /// A note to the question; an empty one takes the note away.
    Note(String),
    /// One member's answers.
    Sheet(Sheet),
    /// Past the question for now.
    Skip,
    /// A line of an agreement; an empty *what* agrees on nothing, or takes the agreement away.
    Line(String),
    /// A line of an agreement as far as it was typed: it is kept, and asked on.
    LineSoFar(String),
    /// On: from a page that only shows something; past a question or agreement that has an answer already; from the overview
    /// to the first open question, else to the profile; yes, where something is asked once more.
    Continue,
    /// To the question, line or page before; out of what was opened.
    Back,
    /// To the overview.
    Overview,
    /// On from the overview although questions are open.
    Finish,
    /// To the question, or to the element or agreement of a list, counted from 0.
    GoTo(usize),
    /// To the settings.
    Settings,
    /// A setting is another one.
    Set(Setting),
    /// Stop here and go on another time.
    Stop,
}

/// What a reply led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Step {
    /// The session is at [`Session::position`](super::Session::position); `changed` tells whether there is something to save.
    Go {
        /// Whether what the file holds is another one now.
        changed: bool,
    },
    /// The reply doesn't fit here; the session is where it was.
    Refused(Refusal),
    /// The team stops; what is saved stays.
    Stopped,
}

/// Why a reply was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A question has to be answered, or an agreement looked back at, before the team goes on.
    NothingAnswered,
    /// There is nothing before the first.
    AtFirst,
    /// There is nothing with this number in the list.
    NoSuchNumber,
    /// The note or line is longer than 2,000 characters.
    TooLong,
    /// What was typed looks like a day, but there is no such day.
    NoSuchDay,
    /// A team has a name.
    BlankTeam,
    /// The team's name is longer than [`TEAM_CHARS`](crate::profile::TEAM_CHARS).
    TeamTooLong,
    /// No number of participants that there can be.
    BadParticipants,
    /// Fewer participants than this many, who answered a question already.
    FewerThanVotes(u32),
    /// The word names no way of answering.
    NoSuchMode,
    /// With an answer given, the way of answering stays.
    ModeStays,
    /// What `ips merge` was told of the forms stays: the team, the day, how many there were.
    FormsStay,
    /// What each member is asked about themselves isn't answered by all together or with fingers.
    Personal,
    /// A sheet needs as many answers as there are questions: how many were typed.
    SheetLength(usize),
    /// Who answered on paper or by form isn't there to answer again.
    CountsStay,
    /// A profile can't hold one more agreement.
    TooManyAgreements,
    /// A later profile has this agreement: there it is changed.
    CarriedOn,
    /// Another round, of this day, would stand beside the meeting: both together give answers away.
    OtherRound(NaiveDate),
    /// The whole team would stand beside a group of it that answered on this day, or the other way round.
    MixedRound(NaiveDate),
    /// The reply has no meaning at this point.
    NotHere,
}
