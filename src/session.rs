//! The whole interview as a pure state machine, from the look back to the last agreement: [`Session::apply`] takes a reply
//! and tells what comes next. Nobody changes a session in another way.

mod agreeing;

use crate::{
    agreement::{Agreement, AgreementField, AgreementState},
    profile::{NOTE_CHARS, Profile, State},
    questionnaire::At,
    tally::{Mode, Tally},
};

/// A team on its way through the questions. Holds the draft as it will be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    profile: Profile,
    asked: Vec<At>,
    /// The places of the agreements that were carried over, to look back at first.
    carried_over: Vec<usize>,
    position: Position,
    /// The question was chosen at the review, and answering it leads back there.
    from_review: bool,
    /// Where the walk through the questions was left for the review; back leads there.
    left_at: usize,
    discusses: bool,
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
    /// What is open is listed before the end; the review was opened at this question.
    Review(usize),
    /// The team agrees on something about one of its weakest elements.
    Agreement {
        /// The place of the element in the questionnaire.
        element: usize,
        /// The line that is being typed.
        field: AgreementField,
    },
    /// Nothing more is asked.
    Done,
}

/// What a team says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// How an agreement of an earlier meeting stands now, and what the team says about it.
    FollowedUp {
        /// Done, still open or dropped.
        state: AgreementState,
        /// A note; an empty one takes the note away, and none leaves it as it was.
        note: Option<String>,
    },
    /// The answers to the question.
    Answer(Tally),
    /// A note to the question; an empty one takes the note away.
    Note(String),
    /// A line of an agreement; an empty *what* agrees on nothing about this element.
    Line(String),
    /// A line of an agreement as far as it was typed: it is kept, and asked on.
    LineSoFar(String),
    /// On: from the spread, from the review, or past a question or agreement that has an answer already; from an agreement
    /// that is being made with what was typed of it, as it is.
    Continue,
    /// To the question or line before, or from the spread to type again.
    Back,
    /// To the review, without the rest of the questions.
    Finish,
    /// From the review to a question, counted from 0.
    GoTo(usize),
    /// Stop here and go on another time.
    Stop,
}

/// What a reply led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Step {
    /// The session is at [`Session::position`]; `changed` tells whether there is something to save.
    Go {
        /// Whether what a draft holds is another one now.
        changed: bool,
    },
    /// The reply doesn't fit here; the session is where it was.
    Refused(Refusal),
    /// The team stops; the draft stays.
    Stopped,
}

/// Why a reply was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A question has to be answered, or an agreement looked back at, before the team goes on.
    NothingAnswered,
    /// There is nothing before the first.
    AtFirst,
    /// There is no question with this number.
    NoSuchQuestion,
    /// The note or line is longer than 2,000 characters.
    TooLong,
    /// What was typed looks like a day, but there is no such day.
    NoSuchDay,
    /// The reply has no meaning at this point.
    NotHere,
}

impl Session {
    /// Starts or resumes a draft at the first agreement to look back at, else at the agreement that was still being typed, else
    /// at its first unanswered question. A profile that is complete already has no room for an agreement typed halfway.
    ///
    /// `discusses` says whether everyone's answers are shown before the next question (tally mode on a screen).
    pub fn new(profile: Profile, discusses: bool) -> Session {
        let asked = profile.asked();
        let carried_over = profile.carried_over();
        let followed_up = profile.state.followed_up();
        let left_at = asked.len().saturating_sub(1);
        let mut session = Session {
            discusses: discusses && profile.mode == Mode::Tally,
            profile,
            asked,
            carried_over,
            position: Position::FollowUp(followed_up),
            from_review: false,
            left_at,
        };
        if followed_up >= session.carried_over.len() {
            session.position = session.after_looking_back();
        }
        session
    }

    /// Where the team goes on when it has looked back.
    fn after_looking_back(&self) -> Position {
        if let Some(position) = self.typing_at() {
            return position;
        }
        let mut asked = self.asked.iter();
        match asked.position(|&at| self.profile.response(at).tally.is_none()) {
            Some(index) => Position::Question(index),
            None => Position::Review(self.left_at),
        }
    }

    /// Where the session is.
    pub fn position(&self) -> Position {
        self.position
    }

    /// How many questions are asked.
    pub(crate) fn total(&self) -> usize {
        self.asked.len()
    }

    /// The place of an asked question in the questionnaire.
    pub fn at(&self, index: usize) -> At {
        self.asked[index]
    }

    /// How many agreements of earlier meetings the team looks back at.
    pub fn follow_ups(&self) -> usize {
        self.carried_over.len()
    }

    /// An agreement that the team looks back at.
    pub fn carried_over(&self, index: usize) -> &Agreement {
        &self.profile.agreements[self.carried_over[index]]
    }

    /// Whether the team has looked back at this agreement at this meeting.
    pub(crate) fn is_followed_up(&self, index: usize) -> bool {
        index < self.profile.state.followed_up()
    }

    /// The draft with everything answered so far.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Whether the question was chosen at the review.
    pub fn came_from_review(&self) -> bool {
        self.from_review
    }

    /// The numbers (from 0) of the asked questions that are unanswered, or to which too many don't know the answer.
    pub fn open(&self) -> Vec<usize> {
        (0..self.asked.len())
            .filter(|&index| self.profile.is_open(self.asked[index]))
            .collect()
    }

    /// Takes what was said, moves on, and says what that asks of the caller.
    pub fn apply(&mut self, reply: Reply) -> Step {
        match (self.position, reply) {
            (_, Reply::Stop) => Step::Stopped,
            (Position::FollowUp(index), Reply::FollowedUp { state, note }) => {
                self.follow_up(index, state, note.as_deref())
            }
            (Position::FollowUp(index), Reply::Continue) if self.is_followed_up(index) => self.after_follow_up(index),
            (Position::FollowUp(_), Reply::Continue) => Step::Refused(Refusal::NothingAnswered),
            (Position::FollowUp(0), Reply::Back) => Step::Refused(Refusal::AtFirst),
            (Position::FollowUp(index), Reply::Back) => self.go(Position::FollowUp(index - 1)),
            (Position::Question(index), Reply::Answer(tally)) => self.answer(index, tally),
            (Position::Question(index) | Position::Spread(index), Reply::Note(note)) => self.note(index, &note),
            (Position::Question(index), Reply::Continue) => {
                if self.profile.response(self.asked[index]).tally.is_none() {
                    return Step::Refused(Refusal::NothingAnswered);
                }
                self.advance(index)
            }
            (Position::Spread(index), Reply::Continue) => self.advance(index),
            (Position::Question(_), Reply::Back) if self.from_review => self.go(Position::Review(self.left_at)),
            (Position::Question(0), Reply::Back) => match self.carried_over.len() {
                0 => Step::Refused(Refusal::AtFirst),
                follow_ups => self.go(Position::FollowUp(follow_ups - 1)),
            },
            (Position::Question(index), Reply::Back) => self.go(Position::Question(index - 1)),
            (Position::Spread(index), Reply::Back) => self.go(Position::Question(index)),
            (Position::Question(index) | Position::Spread(index), Reply::Finish) => self.review(index),
            (Position::Review(_), Reply::Continue) => self.agree_after(None),
            (Position::Review(index), Reply::Back) => {
                self.from_review = false;
                self.go(Position::Question(index))
            }
            (Position::Review(_), Reply::GoTo(index)) if index < self.asked.len() => {
                self.from_review = true;
                self.go(Position::Question(index))
            }
            (Position::Review(_), Reply::GoTo(_)) => Step::Refused(Refusal::NoSuchQuestion),
            (Position::Agreement { element, field }, Reply::Line(text)) => self.line(element, field, &text),
            (Position::Agreement { element, field }, Reply::LineSoFar(text)) => self.line_so_far(element, field, &text),
            (Position::Agreement { element, .. }, Reply::Continue) => self.agree(element),
            (Position::Agreement { element, field }, Reply::Back) => self.line_before(element, field),
            _ => Step::Refused(Refusal::NotHere),
        }
    }

    fn follow_up(&mut self, index: usize, state: AgreementState, note: Option<&str>) -> Step {
        let note = note.map(str::trim);
        if note.is_some_and(|note| note.chars().count() > NOTE_CHARS) {
            return Step::Refused(Refusal::TooLong);
        }
        let agreement = &mut self.profile.agreements[self.carried_over[index]];
        agreement.state = state;
        if let Some(note) = note {
            agreement.note = (!note.is_empty()).then(|| note.to_owned());
        }
        if let State::Draft { followed_up, .. } = &mut self.profile.state {
            *followed_up = (*followed_up).max(index + 1);
        }
        let _ = self.after_follow_up(index);
        Step::Go { changed: true }
    }

    fn after_follow_up(&mut self, index: usize) -> Step {
        if index + 1 < self.carried_over.len() {
            return self.go(Position::FollowUp(index + 1));
        }
        self.go(self.after_looking_back())
    }

    fn answer(&mut self, index: usize, tally: Tally) -> Step {
        self.profile.response_mut(self.asked[index]).tally = Some(tally);
        if self.discusses {
            self.position = Position::Spread(index);
        } else {
            let _ = self.advance(index);
        }
        Step::Go { changed: true }
    }

    fn note(&mut self, index: usize, note: &str) -> Step {
        let note = note.trim();
        if note.chars().count() > NOTE_CHARS {
            return Step::Refused(Refusal::TooLong);
        }
        self.profile.response_mut(self.asked[index]).note = (!note.is_empty()).then(|| note.to_owned());
        Step::Go { changed: true }
    }

    fn advance(&mut self, index: usize) -> Step {
        let next = index + 1;
        if self.from_review || next == self.asked.len() {
            return self.review(index);
        }
        self.go(Position::Question(next))
    }

    fn review(&mut self, index: usize) -> Step {
        if !self.from_review {
            self.left_at = index;
        }
        self.go(Position::Review(self.left_at))
    }

    fn go(&mut self, position: Position) -> Step {
        self.position = position;
        Step::Go { changed: false }
    }
}

#[cfg(test)]
mod tests;
