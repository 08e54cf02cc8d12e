//! A prompter that plays a script and writes down what it was asked: for tests of the interview.

use std::collections::VecDeque;

use super::{Inquired, Inquiry, Prompter, SaveReply};
use crate::{
    agreement::AgreementField,
    fault::Fault,
    session::{Refusal, Reply, Session},
    tally::Tally,
};

/// Replies in the order in which they are given.
#[derive(Debug, Default)]
pub struct Scripted {
    /// What is typed before the first question; nothing more comes when it runs out.
    pub inquiries: VecDeque<Inquired>,
    /// What is replied in the interview.
    pub replies: VecDeque<Reply>,
    /// What is replied when saving fails; given up when it runs out.
    pub saves: VecDeque<SaveReply>,
    /// What was asked and replied, a line each.
    pub transcript: String,
}

impl Scripted {
    /// A script of replies.
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        Scripted {
            replies: replies.into_iter().collect(),
            ..Scripted::default()
        }
    }

    fn log(&mut self, line: &str) {
        self.transcript.push_str(line);
        self.transcript.push('\n');
    }

    fn next(&mut self, asked: &str) -> Result<Vec<Reply>, Fault> {
        let Some(reply) = self.replies.pop_front() else {
            return Err(Fault::failed(|_| format!("the script has no reply to: {asked}")));
        };
        let said = match &reply {
            Reply::Answer(tally) => counts(tally),
            other => format!("{other:?}"),
        };
        self.log(&format!("{asked} <- {said}"));
        Ok(vec![reply])
    }
}

impl Prompter for Scripted {
    fn inquire(&mut self, inquiry: &Inquiry<'_>) -> Result<Inquired, Fault> {
        let inquired = self.inquiries.pop_front().unwrap_or(Inquired::Ended);
        let Inquiry {
            question,
            choices,
            remark,
            typed,
        } = inquiry;
        self.log(&format!("{question} {choices:?} {remark:?} [{typed}] <- {inquired:?}"));
        Ok(inquired)
    }

    fn follow_up(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let agreement = session.carried_over(index);
        let note = agreement.note.as_ref().map(|note| format!(" ({note})"));
        self.next(&format!(
            "agreement {} {}: {} [{}]{}",
            index + 1,
            agreement.element,
            agreement.what,
            agreement.state.word(),
            note.unwrap_or_default()
        ))
    }

    fn question(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let profile = session.profile();
        let response = profile.response(session.at(index));
        let given = response.tally.as_ref().map(|tally| format!(" [{}]", counts(tally)));
        let note = response.note.as_ref().map(|note| format!(" ({note})"));
        let id = profile.questionnaire.full_id(session.at(index));
        self.next(&format!(
            "{} {id}{}{}",
            index + 1,
            given.unwrap_or_default(),
            note.unwrap_or_default()
        ))
    }

    fn spread(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        let id = session.profile().questionnaire.full_id(session.at(index));
        self.next(&format!("{} spread of {id}", index + 1))
    }

    fn review(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let open: Vec<String> = session.open().iter().map(|index| (index + 1).to_string()).collect();
        self.next(&format!("review, open: {}", open.join(" ")))
    }

    fn refused(&mut self, _session: &Session, refusal: Refusal) -> Result<(), Fault> {
        self.log(&format!("refused: {refusal:?}"));
        Ok(())
    }

    fn agreement(&mut self, session: &Session, element: usize, field: AgreementField) -> Result<Vec<Reply>, Fault> {
        let id = &session.profile().questionnaire.elements[element].id;
        let typed = session.typed(field);
        let typed = if typed.is_empty() {
            String::new()
        } else {
            format!(" [{typed}]")
        };
        self.next(&format!("agreement on {id}, {}{typed}", field.word()))
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        let reply = self.saves.pop_front().unwrap_or(SaveReply::GiveUp);
        self.log(&format!("cannot save ({fault}) <- {reply:?}"));
        Ok(reply)
    }
}

fn counts(tally: &Tally) -> String {
    let votes: Vec<String> = tally.votes.iter().map(u32::to_string).collect();
    format!("{} ?{} -{}", votes.join(" "), tally.dont_know, tally.not_applicable)
}
