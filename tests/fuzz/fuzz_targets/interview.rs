//! Bytes as lines that a team types with `--plain`, on a disk that may fill up.
//!
//! The first four bytes choose how the team answers or whether it corrects, who is asked what, the window and when saving
//! fails.
#![no_main]

use std::{
    cell::{Cell, RefCell},
    io::{self, BufRead, Read},
    path::Path,
    rc::Rc,
};

use chrono::NaiveDate;
use ips::{
    agreement::Agreement,
    fault::Fault,
    interview::{self, Ended, Keeper},
    lang::Lang,
    profile::{self, Profile, State},
    prompt::{Inquired, Inquiry, Lines, PipedLines, Prompter, SaveReply},
    questionnaire::{Element, Question, Questionnaire, Scale},
    session::{Pace, Past, Position, Refusal, Reply, Session},
    tally::Mode,
};
use ips_fuzz::assert_safe;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&[how, which, window, disk], lines)) = bytes.split_first_chunk() else {
        return;
    };
    let setting = Setting {
        lang: Lang::ALL[usize::from(how & 1)],
        pace: if how & 4 != 0 { Pace::Pages } else { Pace::Lines },
        reopens: how & 32 != 0,
        columns: (window & 1 != 0).then_some(usize::from(window)),
        fails_at: (disk & 3 == 3).then_some(usize::from(disk >> 2)),
    };
    let mode = match (how & 2 != 0, how & 16 != 0) {
        (false, false) => Mode::Joint,
        (true, false) => Mode::Tally,
        (_, true) => Mode::Ballots,
    };
    let mut start = draft(mode, which);
    if setting.reopens {
        start.state = State::Complete;
    }
    if how & 8 != 0 {
        start.agreements = carried_over(&start);
    }
    let run = setting.run(&start, lines);
    if setting.fails_at.is_none() {
        setting.resume(&run, lines);
    }
});

/// Keeps drafts in memory, and fails once when the disk is full.
#[derive(Default)]
struct Memory {
    kept: Vec<Profile>,
    fails_at: Option<usize>,
}

impl Memory {
    fn room(&self) -> Result<(), Fault> {
        match self.fails_at {
            Some(at) if at == self.kept.len() => Err(Fault::failed(|_| "the disk is full".to_owned())),
            _ => Ok(()),
        }
    }
}

/// The memory, seen from the interview and from the one who asks.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Memory>>);

impl Keeper for Shared {
    fn keep(&mut self, draft: &Profile, _replaced: &[Profile]) -> Result<(), Fault> {
        self.0.borrow().room()?;
        self.0.borrow_mut().kept.push(draft.clone());
        Ok(())
    }

    fn keep_elsewhere(&mut self, _dir: &Path, _draft: &Profile) -> Result<(), Fault> {
        unreachable!("nobody is there to name a folder")
    }
}

/// Typed lines that tell how many bytes were read.
struct Typed<'a> {
    rest: &'a [u8],
    used: Rc<Cell<usize>>,
}

impl Read for Typed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.rest.read(buffer)?;
        self.used.set(self.used.get() + count);
        Ok(count)
    }
}

impl BufRead for Typed<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(self.rest)
    }

    fn consume(&mut self, count: usize) {
        self.rest = &self.rest[count..];
        self.used.set(self.used.get() + count);
    }
}

/// Asks line by line, and first makes sure that everything answered so far is kept.
struct Watched<P> {
    lines: P,
    start: Profile,
    memory: Shared,
    used: Rc<Cell<usize>>,
    /// Each moment at which something was asked, with how many bytes were typed until then.
    moments: Vec<(usize, Session)>,
}

impl<P> Watched<P> {
    fn look(&mut self, session: &Session) {
        let memory = self.memory.0.borrow();
        let kept = memory.kept.last().unwrap_or(&self.start);
        assert_eq!(session.profile(), kept, "something is asked before the answer is kept");
        self.moments.push((self.used.get(), session.clone()));
    }
}

impl<P: Prompter> Prompter for Watched<P> {
    fn inquire(&mut self, inquiry: &Inquiry<'_>) -> Result<Inquired, Fault> {
        self.lines.inquire(inquiry)
    }

    fn ask(&mut self, session: &Session) -> Result<Vec<Reply>, Fault> {
        self.look(session);
        self.lines.ask(session)
    }

    fn refused(&mut self, session: &Session, refusal: Refusal) -> Result<(), Fault> {
        self.lines.refused(session, refusal)
    }

    fn cannot_save(&mut self, fault: &Fault) -> Result<SaveReply, Fault> {
        self.lines.cannot_save(fault)
    }
}

struct Setting {
    lang: Lang,
    pace: Pace,
    /// Whether the profile is complete, and opened to be corrected.
    reopens: bool,
    columns: Option<usize>,
    fails_at: Option<usize>,
}

/// How an interview went.
struct Run {
    last: Profile,
    moments: Vec<(usize, Session)>,
}

impl Setting {
    /// The session of a team whose earlier meetings aren't in the folder.
    fn session(&self, start: &Profile) -> Session {
        let past = Past::new(true, |_| Vec::new());
        if self.reopens {
            Session::reopened(start.clone(), past, self.pace, start.date)
        } else {
            Session::new(start.clone(), past, self.pace)
        }
    }

    fn run(&self, start: &Profile, lines: &[u8]) -> Run {
        let mut session = self.session(start);
        let mut memory = Shared::default();
        memory.0.borrow_mut().fails_at = self.fails_at;
        let used = Rc::new(Cell::new(0));
        let typed = Typed {
            rest: lines,
            used: Rc::clone(&used),
        };
        let mut said = Vec::new();
        let mut prompter = Watched {
            lines: Lines::new(PipedLines(typed), &mut said, self.lang, self.columns),
            start: start.clone(),
            memory: memory.clone(),
            used,
            moments: Vec::new(),
        };
        let ended = interview::run(&mut session, &mut prompter, &mut memory);
        let moments = prompter.moments;
        assert_safe(&String::from_utf8(said).expect("what is said is text"), "\n");
        let memory = memory.0.take();
        let last = memory.kept.last().unwrap_or(start).clone();
        match ended {
            Ok(Ended::Complete) => assert!(!last.is_draft()),
            Ok(Ended::Stopped) => assert!(last.is_draft()),
            // The first line that is no text ends it; what was answered until there is kept.
            Err(fault) if fault.to_string().contains("UTF-8") => assert!(std::str::from_utf8(lines).is_err()),
            Err(fault) => {
                assert_eq!(self.fails_at, Some(memory.kept.len()), "{fault}");
                assert!(fault.to_string().contains("the disk is full"));
            }
        }
        if self.fails_at.is_none() {
            assert_eq!(session.profile(), &last, "something that was answered is not kept");
        }
        // Once it is complete it stays so.
        assert!(
            memory
                .kept
                .windows(2)
                .all(|two| two[0].is_draft() || !two[1].is_draft())
        );
        Run {
            last: comes_back(&last),
            moments,
        }
    }

    /// Stopped anywhere and gone on with, the rest of the lines lead to the same profile.
    ///
    /// A file doesn't say where the team was: a draft is gone on with at the first open question, a profile at the overview.
    /// So this holds where the team was there too, and hadn't come from elsewhere.
    fn resume(&self, run: &Run, lines: &[u8]) {
        let step = run.moments.len().div_ceil(2).max(1);
        for (used, session) in run.moments.iter().step_by(step) {
            let draft = comes_back(session.profile());
            let resumed = self.session(&draft);
            let elsewhere = session.just_answered().is_some() || session.waiting().is_some() || session.visits();
            let same = resumed.position() == session.position() && !elsewhere && session.sheets() == 0;
            // Which elements were asked is known of a draft only.
            if !same
                || draft.is_draft() == self.reopens
                || matches!(session.position(), Position::Overview) && !self.reopens
            {
                continue;
            }
            let again = self.run(&draft, &lines[*used..]);
            assert_eq!(again.last, run.last);
        }
    }
}

/// What is saved is read as the same.
fn comes_back(profile: &Profile) -> Profile {
    let loaded = profile::read("draft.toml", &profile.to_toml()).expect("what is saved can be read");
    assert!(loaded.warnings.is_empty());
    assert_eq!(&loaded.profile, profile);
    loaded.profile
}

/// A draft of three elements with two questions each, full of characters that are not to reach a terminal.
fn draft(mode: Mode, which: u8) -> Profile {
    // A break in a text of a questionnaire is a space, so that none is in it once it is read.
    let text = |name: &str| format!("{name} \u{1b}[2J\u{202E} \u{9b}x");
    let points = if which & 8 != 0 { 10 } else { 5 };
    let (strong, discuss) = Scale::default_bands(1, points);
    let question = |id: &str| Question {
        id: id.to_owned(),
        text: text(id),
        open: Some(text("open")),
        scored: (id == "first").then(|| text("scored")),
        reverse: false,
        labels: None,
        mirrors: None,
        own: false,
    };
    let elements: Vec<Element> = ["one", "two", "three"]
        .map(|id| Element {
            id: id.to_owned(),
            title: text(id),
            titles: Vec::new(),
            questions: vec![question("first"), question("second")],
            suggestions: Vec::new(),
            deeper: None,
        })
        .into();
    let chosen = elements.iter().enumerate().filter(|(index, _)| which >> index & 1 == 0);
    let asked: Vec<String> = chosen.map(|(_, element)| element.id.clone()).collect();
    let one = ["one".to_owned()];
    let questionnaire = Questionnaire {
        id: "questions".to_owned(),
        version: 1,
        lang: Lang::Nl,
        title: text("title"),
        source: None,
        personal: false,
        words: Vec::new(),
        scale: Scale {
            first: 1,
            labels: (1..=points).map(|point| Some(text(&point.to_string()))).collect(),
            strong,
            discuss,
        },
        elements,
    };
    let mut draft = Profile {
        team: "team \u{1b}[2J\u{202E}\r\n\u{9b}x".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day that exists"),
        corrected: None,
        mode,
        participants: 7,
        group: None,
        shared: false,
        functions: None,
        responses: Profile::no_responses(&questionnaire),
        state: State::draft(),
        questionnaire,
        asked_only: None,
        agreements: Vec::new(),
    };
    draft.ask_only(if asked.is_empty() { &one } else { &asked });
    draft
}

/// Two agreements of an earlier meeting, one about an element that isn't asked about any more.
fn carried_over(draft: &Profile) -> Vec<Agreement> {
    let carried = |element: &str, title: Option<&str>| Agreement {
        title: title.map(str::to_owned),
        due: Some("2026-11-01".into()),
        note: Some("earlier".to_owned()),
        made: draft.date.pred_opt(),
        ..Agreement::new(element, "what was agreed")
    };
    vec![
        carried(&draft.questionnaire.elements[0].id, None),
        carried("gone", Some("an element of another questionnaire")),
    ]
}
