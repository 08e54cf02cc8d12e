//! What one meeting left behind: who sat there, the answers as counts, the notes and the agreements.
//!
//! A profile carries its questionnaire, so it can be shown, compared and exported after that changed or got lost. A draft
//! is a profile that isn't finished. The scores are never stored as the truth: they are computed from the answers.

mod front;
mod read;
mod rewrite;
mod share;
mod whose;
mod write;

use std::borrow::Cow;

use chrono::NaiveDate;

pub use front::{Front, front};
pub(crate) use read::answer_of;
pub use read::{Loaded, looks_like_profile, read};
pub use rewrite::changed;
pub(crate) use whose::team_key;
pub use whose::{Key, Whose, same_team};

use crate::{
    agreement::Agreement,
    questionnaire::{At, Questionnaire},
    scoring::{QuestionScore, Scores},
    tally::{Mode, Shared, Tally},
};

/// The version of the profile format that this program reads and writes.
pub(crate) const FORMAT: u32 = 1;

/// The most characters of a team's name.
pub const TEAM_CHARS: usize = 200;

/// The most characters of a note.
pub const NOTE_CHARS: usize = crate::toml_file::TEXT_CHARS;

/// A team's answers at one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The team's name as it was typed.
    pub team: String,
    /// The group of the team whose answers these are (parents, managers), if it is one: never taken together with another's.
    pub group: Option<String>,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// The last day on which something in it was corrected after the meeting, if that was done.
    pub corrected: Option<NaiveDate>,
    /// Whether the team agreed on each answer or everyone gave one.
    pub mode: Mode,
    /// How many took part, from 1.
    pub participants: u32,
    /// Whether it was made to be shared outside the team: without what few said, and without notes and agreements.
    pub shared: bool,
    /// Who sat there, by function, if that was given.
    pub functions: Option<String>,
    /// What was asked, in the language of the meeting.
    pub questionnaire: Questionnaire,
    /// The ids of the elements that were asked, in the questionnaire's order; `None` where all were.
    pub asked_only: Option<Vec<String>>,
    /// Per element, per question, as many of each as the questionnaire has.
    pub responses: Vec<Vec<Response>>,
    /// What the team agreed, at this meeting and, carried over, at earlier ones.
    pub agreements: Vec<Agreement>,
    /// Whether it is finished, or a draft to go on with.
    pub state: State,
}

/// What a team answered to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The counts; `None` while unanswered, and where only a score of them is shared.
    pub tally: Option<Tally>,
    /// What a shared profile tells instead of the counts.
    pub shared: Option<Shared>,
    /// A note, at most 2,000 characters.
    pub note: Option<String>,
}

/// Whether a profile is finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The team went through to the end, or said that it was done.
    Complete,
    /// To go on with.
    Draft {
        /// How many of the agreements that were carried over the team has looked back at.
        followed_up: usize,
    },
}

impl State {
    /// A draft in which nothing has happened yet.
    pub fn draft() -> State {
        State::Draft { followed_up: 0 }
    }

    /// How many of the agreements that were carried over the team has looked back at; of a finished profile it is none.
    pub fn followed_up(&self) -> usize {
        match self {
            State::Draft { followed_up } => *followed_up,
            State::Complete => 0,
        }
    }
}

impl Response {
    /// Whether there is an answer.
    pub fn is_answered(&self) -> bool {
        self.tally.is_some() || self.shared.is_some()
    }
}

impl Profile {
    /// Responses for every question of a questionnaire, none of them given.
    pub fn no_responses(questionnaire: &Questionnaire) -> Vec<Vec<Response>> {
        questionnaire
            .elements
            .iter()
            .map(|element| vec![Response::default(); element.questions.len()])
            .collect()
    }

    /// The response to the question at a place.
    pub fn response(&self, (element, question): At) -> &Response {
        &self.responses[element][question]
    }

    /// The response to the question at a place, to change it.
    pub fn response_mut(&mut self, (element, question): At) -> &mut Response {
        &mut self.responses[element][question]
    }

    /// The scores of this profile, with so many weakest elements marked.
    pub fn scores(&self, weakest: usize) -> Scores {
        // An answer that someone wrote into the file counts, whatever was asked.
        let is_answered = |element: usize| self.responses[element].iter().any(Response::is_answered);
        let asked = |element: usize| self.asks(element) || is_answered(element);
        Scores::of(&self.questionnaire, |at| self.question_score(at), asked, weakest)
    }

    /// The score of the question at a place.
    fn question_score(&self, at: At) -> QuestionScore {
        let question = self.questionnaire.question(at);
        let (scale, voters) = (&self.questionnaire.scale, self.voters());
        match self.response(at) {
            Response {
                shared: Some(shared), ..
            } => QuestionScore::of_shared(*shared, question, scale, voters),
            Response { tally, .. } => QuestionScore::of(tally.as_ref(), question, scale, voters),
        }
    }

    /// The score of the question at a place with this answer, whether or not it was given yet.
    pub fn score_of(&self, at: At, answer: &Tally) -> QuestionScore {
        let question = self.questionnaire.question(at);
        QuestionScore::of(Some(answer), question, &self.questionnaire.scale, self.voters())
    }

    /// How many people each gave an answer of their own; `None` where they gave one together.
    fn voters(&self) -> Option<u32> {
        self.mode.counts().then_some(self.participants)
    }

    /// Whether this is a draft.
    pub fn is_draft(&self) -> bool {
        matches!(self.state, State::Draft { .. })
    }

    /// Asks these elements only, by their ids; those that aren't there are passed over.
    pub fn ask_only(&mut self, ids: &[String]) {
        let all = self.questionnaire.elements.iter().map(|element| &element.id);
        let asked: Vec<String> = all.filter(|id| ids.contains(id)).cloned().collect();
        self.asked_only = (asked.len() < self.questionnaire.elements.len()).then_some(asked);
    }

    /// Whether an element is asked.
    fn asks(&self, element: usize) -> bool {
        let chosen = |ids: &Vec<String>| ids.contains(&self.questionnaire.elements[element].id);
        self.asked_only.as_ref().is_none_or(chosen)
    }

    /// The places of the questions that are asked.
    pub(crate) fn asked(&self) -> Vec<At> {
        let places = self.questionnaire.places();
        places.filter(|&(element, _)| self.asks(element)).collect()
    }

    /// The places among the agreements of those that were carried over from earlier meetings.
    pub fn carried_over(&self) -> Vec<usize> {
        let places = 0..self.agreements.len();
        places
            .filter(|&index| self.agreements[index].is_carried_over())
            .collect()
    }

    /// The title of the element that an agreement is about; its id where no title is known.
    pub(crate) fn title_of<'p>(&'p self, agreement: &'p Agreement) -> &'p str {
        let mut elements = self.questionnaire.elements.iter();
        let own = elements.find(|element| element.id == agreement.element);
        let title = own.map(|element| &element.title).or(agreement.title.as_ref());
        title.unwrap_or(&agreement.element)
    }

    /// How many questions have an answer of any kind.
    pub fn given(&self) -> usize {
        self.responses
            .iter()
            .flatten()
            .filter(|response| response.is_answered())
            .count()
    }

    /// How often each answer to the question at a place was given, nothing but noughts without an answer; `None` where a shared
    /// profile doesn't tell.
    pub fn counts(&self, at: At) -> Option<Cow<'_, Tally>> {
        let none = || Cow::Owned(Tally::empty(self.questionnaire.scale.points()));
        let tally = self.response(at).tally.as_ref().map(Cow::Borrowed);
        tally.or_else(|| (!self.keeps_back()).then(none))
    }

    /// How many gave a number to the question at a place, by its score; `None` where a shared profile doesn't tell.
    pub fn numbers(&self, at: At, score: &QuestionScore) -> Option<u32> {
        let is_told = self.counts(at).is_some() || score.numbers > 0;
        is_told.then_some(score.numbers)
    }

    /// Whether there may be answers that it doesn't tell.
    pub fn keeps_back(&self) -> bool {
        self.shared && self.mode.counts()
    }
}

#[cfg(test)]
impl Profile {
    /// A profile of the six elements without any answer, for the tests of other modules.
    pub(crate) fn unanswered(lang: crate::lang::Lang, mode: Mode, participants: u32, state: State) -> Profile {
        let questionnaire = crate::content::questionnaires::six_elements(lang);
        Profile {
            team: "Noord".into(),
            group: None,
            date: NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day that exists"),
            corrected: None,
            mode,
            participants,
            shared: false,
            functions: None,
            responses: Profile::no_responses(&questionnaire),
            questionnaire,
            asked_only: None,
            agreements: Vec::new(),
            state,
        }
    }

    /// A profile of the six elements whose questions are all answered `everywhere`, but for the ones that are named: with a
    /// number, `?`, `-` or nothing.
    pub(crate) fn answered(lang: crate::lang::Lang, everywhere: u32, but: &[(&str, &str)]) -> Profile {
        use crate::tally::Answer;
        let mut profile = Profile::unanswered(lang, Mode::Joint, 7, State::Complete);
        for at in profile.questionnaire.places().collect::<Vec<_>>() {
            profile.response_mut(at).tally = Some(Tally::one(Answer::Point(everywhere), 5));
        }
        for (id, answer) in but {
            let at = profile.questionnaire.find(id).expect("a question of the six elements");
            profile.response_mut(at).tally = match *answer {
                "" => None,
                "?" => Some(Tally::one(Answer::DontKnow, 5)),
                "-" => Some(Tally::one(Answer::NotApplicable, 5)),
                number => Some(Tally::one(Answer::Point(number.parse().expect("a number")), 5)),
            };
        }
        profile
    }

    /// A draft of the six elements in Dutch without any answer; these elements are asked, or all if none is named.
    pub(crate) fn draft(mode: Mode, participants: u32, elements: &[&str]) -> Profile {
        let mut draft = Profile::unanswered(crate::lang::Lang::Nl, mode, participants, State::draft());
        if !elements.is_empty() {
            draft.ask_only(&elements.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
        }
        draft
    }
}
