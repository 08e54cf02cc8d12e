//! A prompter that plays a script and writes down what it was asked: for tests of the interview.

use std::collections::VecDeque;

use super::{Inquired, Inquiry, Prompter, SaveReply};
use crate::{
    fault::Fault,
    session::{About, Position, Refusal, Reply, Session},
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
            known,
            has_before,
        } = inquiry;
        let before = if *has_before { "(before) " } else { "" };
        let typed = known.filter(|_| typed.is_empty()).unwrap_or(typed);
        self.log(&format!(
            "{before}{question} {choices:?} {remark:?} [{typed}] <- {inquired:?}"
        ));
        Ok(inquired)
    }

    fn ask(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        let asked = asked(session);
        self.next(&asked)
    }

    fn refused(&mut self, _session: &Session, refusal: Refusal) -> Result<(), Fault> {
        self.log(&format!("refused: {refusal:?}"));
        Ok(())
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        let reply = self.saves.pop_front().unwrap_or(SaveReply::GiveUp);
        self.log(&format!("cannot save ({fault}) <- {reply:?}"));
        Ok(reply)
    }
}

/// What the session is at, in a line.
fn asked(session: &Session) -> String {
    let profile = session.profile();
    let id = |index| profile.questionnaire.full_id(session.at(index));
    let aside = |text: Option<String>| text.map(|text| format!(" ({text})")).unwrap_or_default();
    match session.position() {
        Position::FollowUp(index) => {
            let agreement = session.carried_over(index);
            format!(
                "agreement {} {}: {} [{}]{}",
                index + 1,
                agreement.element,
                agreement.what,
                agreement.state.word(),
                aside(agreement.note.clone())
            )
        }
        Position::Question(index) => {
            let given = session.answered(index).map(|tally| format!(" [{}]", counts(tally)));
            let note = aside(profile.response(session.at(index)).note.clone());
            format!("{} {}{}{note}", index + 1, id(index), given.unwrap_or_default())
        }
        Position::Spread(index) => format!("{} spread of {}", index + 1, id(index)),
        Position::Ballot => format!("sheet {}", session.sheets() + 1),
        Position::Overview => {
            let open: Vec<String> = session.open().iter().map(|index| (index + 1).to_string()).collect();
            format!("overview, open: {}", open.join(" "))
        }
        Position::Agreements => format!("agreements, made: {}", session.made().len()),
        Position::Agreement { about, field } => {
            let element = &profile.questionnaire.elements[session.element_of(about)].id;
            let which = match about {
                About::New(_) => "new agreement",
                About::Made(_) => "agreement",
            };
            let typed = session.typed(about, field);
            let typed = if typed.is_empty() { typed } else { format!(" [{typed}]") };
            format!("{which} on {element}, {}{typed}", field.word())
        }
        other => format!("{other:?}"),
    }
}

fn counts(tally: &Tally) -> String {
    let votes: Vec<String> = tally.votes.iter().map(u32::to_string).collect();
    format!("{} ?{} -{}", votes.join(" "), tally.dont_know, tally.not_applicable)
}
