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
    session::{About, Pace, Past, Position, Refusal, Reply, Session},
    store::{DraftFile, Kept, ProfileFile},
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

/// The profile that a team opens again: whole, with an agreement of its own and one of an earlier evening.
pub fn saved_profile() -> Profile {
    let mut profile = Profile {
        state: State::Complete,
        ..new_draft(&ELEMENTS)
    };
    let answered = common::profile(Mode::Joint, &each(ANSWERS));
    profile.responses = answered.responses;
    profile.agreements.push(Agreement::new("ecosystem", "Samen fietsen"));
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
    /// The profile that was opened again, as it was then.
    opened: String,
    /// Where the evening was kept at its end.
    pub kept: PathBuf,
}

impl<'e> Team<'e> {
    pub fn new(tries: &'e mut Tries, files: &Watched, dir: &Path, when_failing: SaveReply) -> Self {
        Team {
            files: files.clone(),
            tries,
            dir: dir.to_owned(),
            when_failing,
            failed: false,
            opened: String::new(),
            kept: PathBuf::new(),
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
    pub fn go_on(&mut self, draft: DraftFile<Watched>, profile: Profile) -> Result<Ended, Fault> {
        let past = Past::new(true, |_| Vec::new());
        self.evening(Kept::Draft(draft), Session::new(profile, past, Pace::Pages))
    }

    /// Opens the saved profile again, for what was left halfway or for a correction.
    pub fn reopen(&mut self) -> Result<Ended, Fault> {
        let (file, _) = ProfileFile::open(&self.files, &self.dir.join(PROFILE))?;
        let profile = file.profile().clone();
        self.opened = profile.to_toml();
        let day = profile.date;
        let session = Session::reopened(profile, Past::default(), Pace::Pages, day);
        self.evening(Kept::Profile(Box::new(file)), session)
    }

    fn evening(&mut self, mut kept: Kept<Watched>, mut session: Session) -> Result<Ended, Fault> {
        let ended = interview::run(&mut session, self, &mut kept)?;
        kept.path().clone_into(&mut self.kept);
        let text = session.profile().to_toml();
        self.files.saved(kept.path(), &text);
        self.expect_on_disk(kept.path(), &text);
        Ok(ended)
    }

    /// Whether the profile is opened again for a correction.
    fn corrects(session: &Session) -> bool {
        session
            .profile()
            .agreements
            .iter()
            .any(|agreement| agreement.what == "Samen fietsen")
    }

    /// The next thing is asked: everything so far has to be on disk.
    fn is_asked(&mut self, session: &Session) {
        let text = session.profile().to_toml();
        let name = if session.profile().is_draft() { DRAFT } else { PROFILE };
        let path = self.dir.join(name);
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
        let saved = self.files.last_saved();
        let last = if saved.is_empty() { &self.opened } else { &saved };
        let own = if last.ends_with("end = \"complete\"") {
            PROFILE
        } else {
            DRAFT
        };
        let found = fs::read_to_string(self.dir.join(own)).unwrap_or_default();
        let at_the_end = matches!(call, Some(Call::SyncFolder | Call::Remove(_)));
        for lang in [Lang::Nl, Lang::En] {
            let said = fault.text(lang);
            let unsaved = said.contains("bewaard worden: ") || said.contains("can't be saved: ");
            let unsettled = said.contains("niet zeker") || said.contains("not certain");
            let known = match call {
                // Perhaps it was a new file that couldn't be taken away again.
                Some(Call::Remove(_)) => unsaved || unsettled,
                // When only the folder could not be synced, the new file is there, whole.
                Some(Call::SyncFolder) if found != *last => unsettled,
                _ => unsaved,
            };
            self.tries
                .expect(known, Harm::Wrong, || format!("{call:?} is told as {said:?}"));
        }
        if at_the_end {
            return;
        }
        self.tries.expect(found == *last, Harm::Lost, || {
            format!("{own} changed as {call:?} failed")
        });
        let others = files(&self.dir);
        let others: Vec<&String> = others
            .iter()
            .filter(|name| name.ends_with(".tmp") || *name == PROFILE && own == DRAFT)
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

    fn ask(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        self.is_asked(session);
        if Team::corrects(session) {
            return Ok(vec![correction(session)]);
        }
        Ok(vec![match session.position() {
            Position::FollowUp(_) => Reply::FollowedUp {
                state: AgreementState::Open,
                due: "15 jan".to_owned(),
                note: Some("gezellig".to_owned()),
            },
            Position::Question(1) if session.profile().response(session.at(1)).note.is_none() => {
                Reply::Note("Zoë: \"meer tijd\"\nvoor elkaar".to_owned())
            }
            Position::Question(index) => {
                Reply::Answer(Tally::parse(each(ANSWERS)[index], Mode::Joint, 7, 5).expect("an answer"))
            }
            // Of a profile that is complete what wasn't asked stays so.
            Position::Overview if !session.profile().is_draft() => Reply::Finish,
            Position::Agreements if session.made().is_empty() => Reply::GoTo(3),
            // One that a killed program left halfway is typed to its end.
            Position::Agreements
                if session
                    .profile()
                    .agreements
                    .iter()
                    .any(|made| made.what == "Elke maand") =>
            {
                Reply::GoTo(6)
            }
            Position::Agreement { about, field } => Reply::Line(
                match (field, about) {
                    (AgreementField::What, About::New(_)) => "Elke maand",
                    (AgreementField::What, About::Made(_)) => "Elke maand bellen",
                    (AgreementField::Who, _) => "de IB'er",
                    (AgreementField::When, _) => "+6w",
                }
                .to_owned(),
            ),
            _ => Reply::Continue,
        }])
    }

    fn refused(&mut self, _: &Session, refusal: Refusal) -> Result<(), Fault> {
        panic!("refused: {refusal:?}");
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

/// What the team says where it corrects a profile: always the same wherever it begins anew.
fn correction(session: &Session) -> Reply {
    let profile = session.profile();
    let due = |what: &str| {
        let made = profile.agreements.iter().find(|made| made.what == what)?;
        Some(made.due.as_ref())
    };
    let first = profile.response(session.at(0));
    let corrected = first.tally.as_ref().is_some_and(|tally| tally.votes[4] == 1);
    match session.position() {
        Position::Overview if !corrected || first.note.is_none() => Reply::GoTo(0),
        Position::Question(0) if first.note.is_none() => Reply::Note("toch anders".to_owned()),
        Position::Question(_) => Reply::Answer(Tally::parse("5", Mode::Joint, 7, 5).expect("an answer")),
        Position::Agreements => match ["Samen fietsen", "Elke week"].map(due) {
            [Some(None), _] => Reply::GoTo(6),
            [_, None] => Reply::GoTo(1),
            [_, Some(None)] => Reply::GoTo(7),
            _ => Reply::Continue,
        },
        Position::Agreement { about, field } => Reply::Line(match (field, about) {
            (AgreementField::What, About::New(_)) => "Elke week".to_owned(),
            (AgreementField::What, made) => session.typed(made, field),
            (AgreementField::Who, _) => "de IB'er".to_owned(),
            (AgreementField::When, _) => "volgende keer".to_owned(),
        }),
        _ => Reply::Continue,
    }
}
