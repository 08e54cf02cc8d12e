//! The interview as one loop: what is asked in which order, what is kept when, and what happens when saving fails.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use ips::{
    agreement::{Agreement, AgreementState},
    fault::Fault,
    interview::{self, Ended, Keeper},
    profile::{Profile, State},
    prompt::{Lines, PipedLines, SaveReply, scripted::Scripted},
    session::{Reply, Session},
    store::{Disk, DraftFile},
    tally::{Mode, Tally},
};

use crate::common;

/// Keeps drafts in memory; fails as often as it is told to.
#[derive(Default)]
struct Memory {
    kept: Vec<Profile>,
    completed: Option<Profile>,
    failures: usize,
    moved_to: Option<PathBuf>,
}

impl Memory {
    fn fail(&mut self) -> Result<(), Fault> {
        if self.failures == 0 {
            return Ok(());
        }
        self.failures -= 1;
        Err(Fault::failed(|_| "the disk is full".into()))
    }
}

impl Keeper for Memory {
    fn keep(&mut self, draft: &Profile) -> Result<(), Fault> {
        self.fail()?;
        self.kept.push(draft.clone());
        Ok(())
    }

    fn keep_elsewhere(&mut self, dir: &Path, draft: &Profile) -> Result<(), Fault> {
        self.moved_to = Some(dir.to_owned());
        self.keep(draft)
    }

    fn complete(&mut self, draft: &Profile) -> Result<PathBuf, Fault> {
        self.fail()?;
        self.completed = Some(draft.clone());
        Ok(PathBuf::from("profiel.toml"))
    }
}

fn draft(mode: Mode, elements: &[&str]) -> Profile {
    let mut draft = common::profile(mode, &[]);
    draft.state = State::draft();
    draft.ask_only(&elements.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
    draft
}

fn answer(typed: &str, mode: Mode) -> Reply {
    Reply::Answer(Tally::parse(typed, mode, 7, 5).unwrap())
}

fn joint(typed: &str) -> Reply {
    answer(typed, Mode::Joint)
}

fn line(text: &str) -> Reply {
    Reply::Line(text.into())
}

#[test]
fn a_team_goes_back_notes_finishes_early_and_agrees() {
    let mut session = Session::new(draft(Mode::Joint, &["culture", "enabling-system", "ecosystem"]), true);
    let mut replies: Vec<Reply> = ["2", "3", "?", "4", "3", "4", "5"].map(joint).into();
    replies.splice(
        1..1,
        [
            Reply::Note("vertrouwen".into()),
            joint("3"),
            Reply::Back,
            Reply::Continue,
        ],
    );
    replies.extend([
        Reply::Finish,
        Reply::GoTo(9),
        joint("4"),
        Reply::GoTo(99),
        Reply::Continue,
        line(" Elke maand "),
        Reply::Back,
        line("Elke maand bellen"),
        line(""),
        line("31-2"),
        line("voor de zomer"),
    ]);
    let mut prompter = Scripted::new(replies);
    let mut memory = Memory::default();
    let ended = interview::run(&mut session, &mut prompter, &mut memory).unwrap();
    assert_eq!(ended, Ended::Complete("profiel.toml".into()));
    insta::assert_snapshot!(format!(
        "{}\n{}",
        prompter.transcript,
        memory.completed.unwrap().to_toml()
    ));
}

#[test]
fn every_answer_and_note_is_kept_before_the_next_thing_is_asked() {
    let mut session = Session::new(draft(Mode::Joint, &["ecosystem"]), true);
    let mut prompter = Scripted::new([joint("3"), Reply::Note("b".into()), joint("4"), Reply::Stop]);
    let mut memory = Memory::default();
    assert_eq!(
        interview::run(&mut session, &mut prompter, &mut memory).unwrap(),
        Ended::Stopped
    );
    let given: Vec<usize> = memory.kept.iter().map(Profile::given).collect();
    assert_eq!(given, [1, 1, 2]);
    assert_eq!(memory.kept.last(), Some(session.profile()));
    assert_eq!(memory.completed, None);
}

/// A draft about one element, with two agreements of the meeting six weeks before.
fn with_agreements() -> Profile {
    let mut draft = draft(Mode::Joint, &["ecosystem"]);
    let made = draft.date - chrono::Days::new(42);
    draft.agreements = vec![
        Agreement {
            who: Some("wijkagent".into()),
            due: Some("2026-11-01".into()),
            made: Some(made),
            ..Agreement::new("ecosystem", "Samen eten")
        },
        Agreement {
            note: Some("nog geen tijd gehad".into()),
            made: Some(made),
            ..Agreement::new("ecosystem", "Kaart maken")
        },
    ];
    draft
}

/// Answers all other elements, one of them low: a single low one would not stand out.
fn answer_the_rest(draft: &mut Profile, asked: usize) {
    for at in draft.questionnaire.places().collect::<Vec<_>>() {
        let answer = if at.0 == 0 { "1" } else { "4" };
        if at.0 != asked {
            draft.response_mut(at).tally = Some(Tally::parse(answer, Mode::Joint, 7, 5).unwrap());
        }
    }
}

#[test]
fn looking_back_is_kept_before_the_next_agreement_and_new_agreements_stand_beside_the_open_ones() {
    let mut draft = with_agreements();
    answer_the_rest(&mut draft, 5);
    let mut session = Session::new(draft, true);
    let looks_back = |state, note: &str| Reply::FollowedUp {
        state,
        note: Some(note.into()),
    };
    let mut prompter = Scripted::new([
        looks_back(AgreementState::Done, "gezellig"),
        Reply::Back,
        Reply::Continue,
        looks_back(AgreementState::Open, ""),
        joint("1"),
        joint("2"),
        joint("1"),
        Reply::Continue,
        line(""),
        line("Nieuwe kaart"),
        line(""),
        line("+6w"),
    ]);
    let mut memory = Memory::default();
    let _ = interview::run(&mut session, &mut prompter, &mut memory).unwrap();
    let done: Vec<usize> = memory.kept.iter().map(|draft| draft.state.followed_up()).collect();
    assert_eq!(done[..3], [1, 2, 2]);
    assert_eq!(memory.kept[0].agreements[0].note.as_deref(), Some("gezellig"));
    let stands: Vec<_> = memory
        .completed
        .unwrap()
        .agreements
        .iter()
        .map(|agreement| (agreement.what.clone(), agreement.state.word(), agreement.note.clone()))
        .collect();
    let stand = |what: &str, state, note: Option<&str>| (what.to_owned(), state, note.map(str::to_owned));
    assert_eq!(
        stands,
        [
            stand("Samen eten", "done", Some("gezellig")),
            stand("Kaart maken", "open", None),
            stand("Nieuwe kaart", "open", None),
        ]
    );
    insta::assert_snapshot!(prompter.transcript);
}

#[test]
fn line_by_line_a_team_looks_back_first() {
    let lines = "b\n\n9\n3\nb\n1\ngezellig\nb\n\n2\n\n3\n4\n5\n\n";
    insta::assert_snapshot!(plainly(with_agreements(), lines).0);
}

#[test]
fn line_by_line_an_empty_line_keeps_the_note_of_an_earlier_meeting() {
    let (_, _, memory) = plainly(with_agreements(), "1\n\n2\n\n3\n4\n5\n\n");
    let agreements = memory.completed.unwrap().agreements;
    let notes: Vec<_> = agreements.iter().map(|agreement| agreement.note.as_deref()).collect();
    assert_eq!(notes, [None, Some("nog geen tijd gehad")]);
}

#[test]
fn line_by_line_the_end_of_input_while_looking_back_is_a_stop() {
    let (_, ended, memory) = plainly(with_agreements(), "1\ngezellig\n2");
    assert_eq!(ended, Ended::Stopped);
    let last = memory.kept.last().unwrap();
    assert_eq!((last.state.followed_up(), last.given()), (2, 0));
    for stops in ["q\n", "1\nq\n"] {
        let (_, ended, memory) = plainly(with_agreements(), stops);
        assert_eq!((ended, memory.kept.len()), (Ended::Stopped, 0), "{stops}");
    }
}

#[test]
fn line_by_line_an_agreement_can_be_mended_and_a_day_that_does_not_exist_is_asked_again() {
    let mut draft = draft(Mode::Joint, &["culture"]);
    answer_the_rest(&mut draft, 1);
    for question in 0..5 {
        draft.response_mut((1, question)).tally = Some(Tally::parse("1", Mode::Joint, 7, 5).unwrap());
    }
    // A b goes back a line, at the first one to nowhere.
    let (said, _, memory) = plainly(draft, "\n\nb\nBelen\nb\nBellen\nIB\n31-2\nb\nIB'er\n15 jan\n");
    assert!(
        said.contains("Die dag bestaat niet.") && said.contains("Klaar: 15 januari 2027."),
        "{said}"
    );
    assert!(said.contains("b vorige regel"), "{said}");
    let agreed = memory.completed.unwrap().agreements.remove(0);
    let who = agreed.who.as_deref();
    assert_eq!((agreed.what.as_str(), who), ("Bellen", Some("IB'er")));
    assert_eq!(agreed.due, Some("2027-01-15".into()));
}

/// Two elements are low, and on one of them the team has agreed on something already.
fn one_to_agree_on() -> Profile {
    let mut draft = draft(Mode::Joint, &["culture"]);
    for at in draft.questionnaire.places().collect::<Vec<_>>() {
        let answer = if matches!(at.0, 1 | 5) { "1" } else { "4" };
        draft.response_mut(at).tally = Some(Tally::parse(answer, Mode::Joint, 7, 5).unwrap());
    }
    draft.agreements = vec![Agreement::new("ecosystem", "Eten")];
    draft
}

#[test]
fn an_agreement_is_kept_line_by_line() {
    let mut session = Session::new(one_to_agree_on(), true);
    let lines = [
        Reply::Continue,
        line("Bellen"),
        line("IB"),
        Reply::LineSoFar("1 ma".into()),
        Reply::Stop,
    ];
    let mut memory = Memory::default();
    let ended = interview::run(&mut session, &mut Scripted::new(lines), &mut memory).unwrap();
    assert_eq!(ended, Ended::Stopped);
    let kept: Vec<_> = memory
        .kept
        .iter()
        .map(|draft| draft.state.unfinished().unwrap().clone())
        .collect();
    let typed: Vec<_> = kept.iter().map(|kept| [&*kept.what, &kept.who, &kept.when]).collect();
    assert_eq!(
        typed,
        [["Bellen", "", ""], ["Bellen", "IB", ""], ["Bellen", "IB", "1 ma"]]
    );
    assert!(memory.kept.iter().all(|draft| draft.agreements.len() == 1));
}

#[test]
fn line_by_line_a_resumed_agreement_says_what_was_typed_and_an_empty_line_leaves_it_so() {
    let mut stopped = Session::new(one_to_agree_on(), true);
    for reply in [Reply::Continue, line("Bellen"), Reply::LineSoFar("de wij".into())] {
        let _ = stopped.apply(reply);
    }
    let agreed = |lines: &str| {
        let (said, ended, memory) = plainly(stopped.profile().clone(), lines);
        assert!(matches!(ended, Ended::Complete(_)), "{said}");
        let agreed = memory.completed.unwrap().agreements.into_iter().nth(1);
        (
            said,
            agreed.map(|agreed| (agreed.what, agreed.who, agreed.due.map(|due| due.word()))),
        )
    };
    let given = |what: &str, who: &str, due: Option<&str>| {
        let who = Some(who.to_owned()).filter(|who| !who.is_empty());
        Some((what.to_owned(), who, due.map(str::to_owned)))
    };
    let (said, kept) = agreed("");
    assert_eq!(kept, given("Bellen", "de wij", None), "{said}");
    assert!(said.contains("Wat spreken jullie af? (leeg: niets) Bellen\n"), "{said}");
    assert!(
        said.contains("Jullie typten: de wij. Een lege regel laat dat zo"),
        "{said}"
    );
    assert_eq!(
        agreed("de wijkagent\n15 jan\n").1,
        given("Bellen", "de wijkagent", Some("2027-01-15"))
    );
    assert_eq!(agreed("-\n\n").1, given("Bellen", "", None));
    assert_eq!(agreed("b\nMailen\n\n\n").1, given("Mailen", "de wij", None));
    assert_eq!(agreed("b\n-\n").1, None, "nothing is agreed after all");
}

#[test]
fn line_by_line_the_end_of_input_takes_a_day_that_does_not_exist_as_it_was_typed() {
    let mut stopped = Session::new(one_to_agree_on(), true);
    for reply in [
        Reply::Continue,
        line("Bellen"),
        line(""),
        Reply::LineSoFar("31-2".into()),
    ] {
        let _ = stopped.apply(reply);
    }
    let (said, _, memory) = plainly(stopped.profile().clone(), "\n");
    assert!(said.contains("Die dag bestaat niet."), "{said}");
    let agreed = memory.completed.unwrap().agreements.into_iter().nth(1).unwrap();
    assert_eq!((&*agreed.what, agreed.due), ("Bellen", Some("31-2".into())));
}

#[test]
fn line_by_line_there_is_nothing_before_the_first_line_of_an_agreement() {
    let (said, _, memory) = plainly(one_to_agree_on(), "\nb\nBellen\n\n\n");
    assert!(said.contains("Dit is de eerste regel."), "{said}");
    assert_eq!(memory.completed.unwrap().agreements[1].what, "Bellen");
}

#[test]
fn a_script_that_is_too_short_names_the_question() {
    let mut session = Session::new(draft(Mode::Joint, &["ecosystem"]), true);
    let fault = interview::run(&mut session, &mut Scripted::new([joint("3")]), &mut Memory::default()).unwrap_err();
    assert!(fault.to_string().contains("2 ecosystem.all-parties"), "{fault}");
}

#[test]
fn a_failed_save_can_be_tried_again_or_moved_elsewhere_without_losing_the_answer() {
    let mut session = Session::new(draft(Mode::Joint, &["ecosystem"]), true);
    let mut prompter = Scripted::new([joint("3"), joint("4"), Reply::Stop]);
    prompter.saves = [SaveReply::Again, SaveReply::Elsewhere("usb".into())].into();
    let mut memory = Memory {
        failures: 2,
        ..Memory::default()
    };
    assert_eq!(
        interview::run(&mut session, &mut prompter, &mut memory).unwrap(),
        Ended::Stopped
    );
    assert_eq!(memory.moved_to, Some("usb".into()));
    assert_eq!(memory.kept.last().unwrap().given(), 2);
}

#[test]
fn giving_up_on_a_failed_save_ends_with_its_reason() {
    let mut session = Session::new(draft(Mode::Joint, &["ecosystem"]), true);
    let mut prompter = Scripted::new([joint("3")]);
    let mut memory = Memory {
        failures: 9,
        ..Memory::default()
    };
    let fault = interview::run(&mut session, &mut prompter, &mut memory).unwrap_err();
    assert!(fault.to_string().contains("the disk is full"));
    assert!(memory.kept.is_empty());
}

#[test]
fn the_profile_is_saved_beside_the_draft_which_then_goes() {
    let dir = tempfile::tempdir().unwrap();
    let profile = draft(Mode::Joint, &["ecosystem"]);
    let mut file = DraftFile::create(&Disk, dir.path(), &profile).unwrap();
    let mut session = Session::new(profile, true);
    let replies = [joint("3"), joint("4"), joint("2"), Reply::Continue];
    let ended = interview::run(&mut session, &mut Scripted::new(replies), &mut file).unwrap();
    drop(file);
    assert_eq!(
        ended,
        Ended::Complete(dir.path().join("ips-groep-noord-2026-11-21.toml"))
    );
    assert_eq!(
        std::fs::read_dir(dir.path()).unwrap().count(),
        1,
        "no draft, no lock, no temporary file"
    );
}

#[test]
fn two_programs_never_work_on_one_draft() {
    let dir = tempfile::tempdir().unwrap();
    let profile = draft(Mode::Joint, &["ecosystem"]);
    let first = DraftFile::create(&Disk, dir.path(), &profile).unwrap();
    let path = first.path().to_owned();
    assert!(DraftFile::open(&Disk, path.clone()).is_err());
    assert_ne!(
        DraftFile::create(&Disk, dir.path(), &profile).unwrap().path(),
        path,
        "another draft gets another name"
    );
    drop(first);
    assert!(DraftFile::open(&Disk, path).is_ok());
}

/// What `--plain` says when these lines come in.
fn plain(mode: Mode, elements: &[&str], lines: &str) -> (String, Ended, Memory) {
    plainly(draft(mode, elements), lines)
}

fn plainly(draft: Profile, lines: &str) -> (String, Ended, Memory) {
    let mut session = Session::new(draft, false);
    let mut out = Vec::new();
    let mut memory = Memory::default();
    let mut prompter = Lines::new(PipedLines(lines.as_bytes()), &mut out, ips::lang::Lang::Nl, None);
    let ended = interview::run(&mut session, &mut prompter, &mut memory).unwrap();
    let mut said = String::from_utf8(out).unwrap();
    let _ = write!(said, "\n{ended:?}");
    (said, ended, memory)
}

#[test]
fn line_by_line_the_same_letters_work() {
    let lines = "\n9\n3\nb\n\n?\nn Wie dan?\nh\n-\nf\n2\n4\n99\nx\n\nBellen\n\n\n";
    insta::assert_snapshot!(plain(Mode::Joint, &["ecosystem", "enabling-system"], lines).0);
}

#[test]
fn line_by_line_everyones_answers_are_counted_and_told() {
    let lines = "3 4 4 5 2\n44444444\n1155\n?\n\n";
    insta::assert_snapshot!(plain(Mode::Tally, &["ecosystem"], lines).0);
}

#[test]
fn the_end_of_input_is_a_stop_before_the_review_and_the_end_after_it() {
    assert_eq!(plain(Mode::Joint, &["ecosystem"], "3\n4\n").1, Ended::Stopped);
    let (_, ended, memory) = plain(Mode::Joint, &["ecosystem"], "3\n4\n5");
    assert!(matches!(ended, Ended::Complete(_)));
    assert_eq!(memory.completed.unwrap().given(), 3);
    assert!(matches!(
        plain(Mode::Joint, &["ecosystem"], "3\nf\n").1,
        Ended::Complete(_)
    ));
}

#[test]
fn a_line_without_end_does_not_fill_the_memory() {
    let endless = format!("{}\n3\n4\n5\n", "n x".repeat(1_000_000));
    let (said, ended, _) = plain(Mode::Joint, &["ecosystem"], &endless);
    assert!(said.contains("hooguit 2000 tekens"), "{}", &said[..2000]);
    assert!(matches!(ended, Ended::Complete(_)));
}
