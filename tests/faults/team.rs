//! An evening of a team on a watched file system: what is on disk is looked at before each next question, and when a save
//! fails.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ips::{
    agreement::{Agreement, AgreementField, AgreementState},
    fault::Fault,
    interview::{self, Ended},
    lang::Lang,
    profile::{Profile, State},
    prompt::{Inquired, Inquiry, Prompter, SaveReply},
    session::{Refusal, Reply, Session},
    store::DraftFile,
    tally::{Mode, Tally},
};

use crate::{
    common::{self, ANSWERS, each},
    program::{DRAFT, PROFILE, files},
    tries::{Harm, Tries},
    watched::{Call, Watched},
};

/// The elements of a whole evening.
pub const ELEMENTS: [&str; 6] = [
    "shared-vision",
    "culture",
    "direction",
    "learning-cycle",
    "enabling-system",
    "ecosystem",
];

/// The draft of an evening about these elements, before the team looks back at an agreement of an earlier one.
pub fn new_draft(elements: &[&str]) -> Profile {
    let mut profile = common::profile(Mode::Joint, &[]);
    profile.state = State::draft();
    profile.ask_only(&elements.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
    profile.agreements.push(Agreement {
        made: profile.date.pred_opt(),
        ..Agreement::new("culture", "Samen eten")
    });
    profile
}

/// The team in front of the screen.
pub struct Team<'e> {
    files: Watched,
    tries: &'e mut Tries,
    dir: PathBuf,
    /// What it does when a save fails.
    when_failing: SaveReply,
    /// Whether a save failed.
    pub failed: bool,
}

impl<'e> Team<'e> {
    pub fn new(tries: &'e mut Tries, files: &Watched, dir: &Path, when_failing: SaveReply) -> Self {
        Team {
            files: files.clone(),
            tries,
            dir: dir.to_owned(),
            when_failing,
            failed: false,
        }
    }

    /// Makes a draft and holds the evening to its end, or until a save failed and the team gave up.
    pub fn meet(&mut self, elements: &[&str]) -> Result<Ended, Fault> {
        let profile = new_draft(elements);
        let draft = DraftFile::create(&self.files, &self.dir, &profile);
        let draft = draft.inspect_err(|fault| self.look_at_failure(fault))?;
        self.go_on(draft, profile)
    }

    /// Goes on with a draft.
    pub fn go_on(&mut self, mut draft: DraftFile<Watched>, profile: Profile) -> Result<Ended, Fault> {
        let mut session = Session::new(profile, true);
        let ended = interview::run(&mut session, self, &mut draft)?;
        if let Ended::Complete(path) = &ended {
            let complete = Profile {
                state: State::Complete,
                ..session.profile().clone()
            };
            let text = complete.to_toml();
            self.files.saved(path, &text);
            self.expect_on_disk(path, &text);
        }
        Ok(ended)
    }

    /// The next thing is asked: everything so far has to be on disk.
    fn is_asked(&mut self, session: &Session) {
        let text = session.profile().to_toml();
        let path = self.dir.join(DRAFT);
        self.files.saved(&path, &text);
        self.expect_on_disk(&path, &text);
    }

    fn expect_on_disk(&mut self, path: &Path, text: &str) {
        let found = fs::read_to_string(path).unwrap_or_default();
        self.tries.expect(found == text, Harm::Lost, || {
            format!("{path:?} doesn't hold what was called saved")
        });
    }

    /// A save failed: what was there is still there, nothing else is, and it is said.
    fn look_at_failure(&mut self, fault: &Fault) {
        self.failed = true;
        if self.files.stopped() {
            return;
        }
        let call = self.files.failed();
        for lang in [Lang::Nl, Lang::En] {
            let said = fault.text(lang);
            let tells = said.contains("bewaard worden: ") || said.contains("can't be saved: ");
            self.tries
                .expect(tells, Harm::Wrong, || format!("{call:?} is told as {said:?}"));
        }
        // When only the folder could not be synced (and then nothing removed either), the new file may be there, whole.
        if !matches!(call, Some(Call::SyncFolder | Call::Remove(_))) {
            let found = fs::read_to_string(self.dir.join(DRAFT)).unwrap_or_default();
            self.tries.expect(found == self.files.last_saved(), Harm::Lost, || {
                format!("the draft changed as {call:?} failed")
            });
        }
        let others: Vec<String> = files(&self.dir);
        let others: Vec<&String> = others
            .iter()
            .filter(|name| name.ends_with(".tmp") || *name == PROFILE && !matches!(call, Some(Call::Remove(_))))
            .collect();
        self.tries.expect(others.is_empty(), Harm::Wrong, || {
            format!("{call:?} failed and left {others:?}")
        });
    }
}

impl Prompter for Team<'_> {
    fn inquire(&mut self, inquiry: &Inquiry<'_>) -> Result<Inquired, Fault> {
        unreachable!("nothing is asked before: {inquiry:?}")
    }

    fn follow_up(&mut self, session: &Session, _: usize) -> Result<Vec<Reply>, Fault> {
        self.is_asked(session);
        Ok(vec![Reply::FollowedUp {
            state: AgreementState::Done,
            note: Some("gezellig".to_owned()),
        }])
    }

    fn question(&mut self, session: &Session, index: usize) -> Result<Vec<Reply>, Fault> {
        self.is_asked(session);
        if index == 1 && session.profile().response(session.at(index)).note.is_none() {
            return Ok(vec![Reply::Note("Zoë: \"meer tijd\"\nvoor elkaar".to_owned())]);
        }
        Ok(vec![Reply::Answer(
            Tally::parse(each(ANSWERS)[index], Mode::Joint, 7, 5).expect("an answer"),
        )])
    }

    fn spread(&mut self, _: &Session, _: usize) -> Result<Vec<Reply>, Fault> {
        Ok(vec![Reply::Continue])
    }

    fn review(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        self.is_asked(session);
        Ok(vec![Reply::Continue])
    }

    fn refused(&mut self, _: &Session, refusal: Refusal) -> Result<(), Fault> {
        panic!("refused: {refusal:?}");
    }

    fn agreement(&mut self, session: &Session, _: usize, field: AgreementField) -> Result<Vec<Reply>, Fault> {
        self.is_asked(session);
        let line = match field {
            AgreementField::What => "Elke maand bellen",
            AgreementField::Who => "de IB'er",
            AgreementField::When => "",
        };
        Ok(vec![Reply::Line(line.to_owned())])
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        self.look_at_failure(fault);
        let reply = self.when_failing.clone();
        if let SaveReply::Elsewhere(dir) = &reply {
            self.dir.clone_from(dir);
        }
        Ok(reply)
    }
}
