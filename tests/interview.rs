//! The interview as one loop: what is asked in which order, what is kept when, and what happens when saving fails.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use ips::{
    agreement::{Agreement, AgreementState},
    fault::Fault,
    interview::{self, Ended, Keeper},
    lang::Lang,
    profile::{Profile, State},
    prompt::{Lines, PipedLines, SaveReply, scripted::Scripted},
    session::{Pace, Past, Reply, Session, Setting},
    store::{Disk, DraftFile, Kept},
    tally::{Mode, Tally},
};

use crate::common;

/// Keeps everything in memory; fails as often as it is told to.
#[derive(Default)]
struct Memory {
    kept: Vec<Profile>,
    /// How many saves succeed before the failures.
    good: usize,
    failures: usize,
    moved_to: Option<PathBuf>,
    /// The rounds that were let go of when it was kept last.
    replaced: Vec<Profile>,
}

impl Memory {
    /// The profile as it was kept last, if it is complete.
    fn completed(&self) -> Option<&Profile> {
        self.kept.last().filter(|kept| !kept.is_draft())
    }
}

impl Keeper for Memory {
    fn keep(&mut self, profile: &Profile, replaced: &[Profile]) -> Result<(), Fault> {
        if self.kept.len() >= self.good && self.failures > 0 {
            self.failures -= 1;
            return Err(Fault::failed(|_| "the disk is full".into()));
        }
        self.kept.push(profile.clone());
        self.replaced = replaced.to_vec();
        Ok(())
    }

    fn keep_elsewhere(&mut self, dir: &Path, profile: &Profile) -> Result<(), Fault> {
        self.moved_to = Some(dir.to_owned());
        self.keep(profile, &[])
    }
}

#[test]
fn a_round_that_the_team_lets_go_of_is_named_to_who_keeps_the_profile() {
    let answers = ["333333"; 24];
    let mut round = common::profile(Mode::Tally, &answers);
    round.date = round.date - chrono::Days::new(7);
    let answers = || (0..3).map(|_| Reply::Answer(Tally::parse("3333335", Mode::Tally, 7, 5).unwrap()));
    let end = [Reply::Continue, Reply::Continue, Reply::Continue];
    for agrees in [true, false] {
        let known = round.clone();
        let past = Past::new(false, move |_| vec![known.clone()]);
        let mut session = Session::new(draft(Mode::Tally, &["ecosystem"]), past, Pace::Lines);
        // Else the team moves its meeting to another day.
        let other_day = round.date + chrono::Days::new(28);
        let elsewhere = vec![Reply::Back, Reply::Set(Setting::Date(other_day)), Reply::Continue];
        let decides = if agrees { vec![Reply::Continue] } else { elsewhere };
        let replies = decides.into_iter().chain(answers()).chain(end.clone());
        let mut prompter = Scripted::new(replies.chain([Reply::Continue]));
        let mut memory = Memory::default();
        let ended = interview::run(&mut session, &mut prompter, &mut memory);
        assert_eq!(ended, Ok(Ended::Complete), "{}", prompter.transcript);
        let asked = prompter.transcript.lines().next().unwrap();
        assert!(asked.starts_with("Sure(Replace)"), "{asked}");
        assert_eq!(memory.replaced.len(), usize::from(agrees));
    }
}

/// A session of a team that knows of no earlier meeting.
fn session(profile: Profile, pace: Pace) -> Session {
    Session::new(profile, Past::default(), pace)
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
    let mut session = session(
        draft(Mode::Joint, &["culture", "enabling-system", "ecosystem"]),
        Pace::Pages,
    );
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
        // The overview finishes by a key of its own, asked once more; first the team goes to a question and to none.
        Reply::Overview,
        Reply::GoTo(9),
        joint("4"),
        Reply::Overview,
        Reply::GoTo(99),
        Reply::Finish,
        Reply::Back,
        Reply::Continue,
        Reply::Skip,
        Reply::Overview,
        Reply::Finish,
        Reply::Continue,
        // The profile, what to talk about, and the agreements: on any element, and changed.
        Reply::Continue,
        Reply::Continue,
        Reply::GoTo(1),
        line(" Elke maand "),
        Reply::Back,
        line("Elke maand bellen"),
        line(""),
        line("31-2"),
        line("voor de zomer"),
        Reply::GoTo(0),
        line("Doelen op het bord"),
        line("IB'er"),
        line(""),
        Reply::GoTo(7),
        line(""),
        Reply::Back,
        line("Doelen aan de muur"),
        Reply::Back,
        Reply::Back,
        Reply::GoTo(8),
        Reply::Continue,
    ]);
    let mut prompter = Scripted::new(replies);
    let mut memory = Memory::default();
    let ended = interview::run(&mut session, &mut prompter, &mut memory).unwrap();
    assert_eq!(ended, Ended::Complete);
    insta::assert_snapshot!(format!(
        "{}\n{}",
        prompter.transcript,
        memory.completed().unwrap().to_toml()
    ));
}

#[test]
fn a_skipped_question_a_latecomer_and_another_name_are_kept_before_the_next_question() {
    let mut session = session(draft(Mode::Tally, &["ecosystem"]), Pace::Pages);
    let tally = |typed| Reply::Answer(Tally::parse(typed, Mode::Tally, 9, 5).unwrap());
    let mut prompter = Scripted::new([
        Reply::Skip,
        tally("34343434"),
        Reply::Back,
        tally("34343434"),
        Reply::Continue,
        Reply::Continue,
        Reply::Settings,
        Reply::Set(Setting::Team("IPS-groep Zuid".into())),
        Reply::Set(Setting::Participants(7)),
        Reply::Set(Setting::Mode(Mode::Joint)),
        Reply::Set(Setting::Functions("IB'er".into())),
        Reply::Back,
        tally("5"),
        Reply::Continue,
        Reply::Continue,
        Reply::Stop,
    ]);
    let mut memory = Memory::default();
    let ended = interview::run(&mut session, &mut prompter, &mut memory).unwrap();
    assert_eq!(ended, Ended::Stopped);
    insta::assert_snapshot!(prompter.transcript);
    let last = memory.kept.last().unwrap();
    assert_eq!(
        (last.team.as_str(), last.participants, last.given()),
        ("IPS-groep Zuid", 8, 2)
    );
    assert_eq!(last.functions.as_deref(), Some("IB'er"));
}

#[test]
fn sheets_are_kept_only_as_counts_once_all_are_in() {
    let mut session = session(draft(Mode::Ballots, &["ecosystem"]), Pace::Pages);
    let _ = session.apply(Reply::Settings);
    let _ = session.apply(Reply::Set(Setting::Participants(2)));
    let _ = session.apply(Reply::Back);
    let sheet = |typed| Reply::Sheet(Tally::sheet(typed, 5).unwrap());
    let mut prompter = Scripted::new([
        Reply::Continue,
        sheet("34"),
        sheet("345"),
        sheet("111"),
        Reply::Back,
        sheet("5?."),
        sheet("2-4"),
        Reply::Continue,
        Reply::Continue,
        Reply::Continue,
        Reply::GoTo(2),
        Reply::Note("weinig verschil".into()),
        Reply::Back,
        Reply::Continue,
        Reply::Stop,
    ]);
    let mut memory = Memory::default();
    let ended = interview::run(&mut session, &mut prompter, &mut memory).unwrap();
    assert_eq!(ended, Ended::Complete);
    insta::assert_snapshot!(prompter.transcript);
    let given: Vec<usize> = memory.kept.iter().map(Profile::given).collect();
    assert_eq!(
        given,
        [0, 3, 3, 3],
        "more participants; then the counts, a note and the end"
    );
    let votes = &memory
        .completed()
        .unwrap()
        .response((5, 0))
        .tally
        .as_ref()
        .unwrap()
        .votes;
    assert_eq!(*votes, [0, 1, 1, 0, 1]);
}

#[test]
fn every_answer_and_note_is_kept_before_the_next_thing_is_asked() {
    let mut session = session(draft(Mode::Joint, &["ecosystem"]), Pace::Pages);
    let mut prompter = Scripted::new([joint("3"), Reply::Note("b".into()), joint("4"), Reply::Stop]);
    let mut memory = Memory::default();
    assert_eq!(
        interview::run(&mut session, &mut prompter, &mut memory).unwrap(),
        Ended::Stopped
    );
    let given: Vec<usize> = memory.kept.iter().map(Profile::given).collect();
    assert_eq!(given, [1, 1, 2]);
    assert_eq!(memory.kept.last(), Some(session.profile()));
    assert_eq!(memory.completed(), None);
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
    let mut session = session(draft, Pace::Pages);
    let looks_back = |state, due: &str, note: &str| Reply::FollowedUp {
        state,
        due: due.into(),
        note: Some(note.into()),
    };
    let mut prompter = Scripted::new([
        looks_back(AgreementState::Done, "", "gezellig"),
        Reply::Back,
        Reply::Continue,
        looks_back(AgreementState::Open, "31-2", ""),
        looks_back(AgreementState::Open, "15 jan", ""),
        joint("1"),
        joint("2"),
        joint("1"),
        Reply::Continue,
        Reply::Continue,
        Reply::Continue,
        Reply::GoTo(5),
        line("Nieuwe kaart"),
        line(""),
        line("+6w"),
        Reply::Continue,
    ]);
    let mut memory = Memory::default();
    let _ = interview::run(&mut session, &mut prompter, &mut memory).unwrap();
    let done: Vec<usize> = memory.kept.iter().map(|draft| draft.state.followed_up()).collect();
    assert_eq!(done[..3], [1, 2, 2]);
    assert_eq!(memory.kept[0].agreements[0].note.as_deref(), Some("gezellig"));
    let completed = memory.completed().unwrap();
    assert_eq!(completed.agreements[1].due, Some("2027-01-15".into()));
    let stands: Vec<_> = completed
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
fn line_by_line_an_empty_line_keeps_the_note_of_an_earlier_meeting() {
    let (_, _, memory) = plainly(with_agreements(), "1\n\n2\n\n3\n4\n5\n\n");
    let agreements = &memory.completed().unwrap().agreements;
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
    // A b goes back a line, at the first one to the agreement before, and at the first of those to nowhere.
    let lines = "\nb\n\nb\n\nBelen\nb\nBellen\nIB\n31-2\nb\nIB'er\n15 jan\n";
    let (said, _, memory) = plainly(draft, lines);
    assert_eq!(said.matches("Dit is de eerste regel.").count(), 1, "{said}");
    assert!(
        said.contains("Die dag bestaat niet.") && said.contains("Klaar: 15 januari 2027."),
        "{said}"
    );
    assert!(said.contains("b vorige regel"), "{said}");
    let agreed = memory.completed().unwrap().clone().agreements.remove(0);
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

/// From the overview to the list of agreements, and to the first line of one about the culture.
fn to_an_agreement() -> [Reply; 4] {
    [Reply::Continue, Reply::Continue, Reply::Continue, Reply::GoTo(1)]
}

#[test]
fn an_agreement_is_kept_in_the_profile_line_by_line() {
    let mut session = session(one_to_agree_on(), Pace::Pages);
    let lines = [line("Bellen"), line("IB"), Reply::LineSoFar("1 ma".into()), Reply::Stop];
    let mut memory = Memory::default();
    let mut prompter = Scripted::new(to_an_agreement().into_iter().chain(lines));
    let ended = interview::run(&mut session, &mut prompter, &mut memory).unwrap();
    assert_eq!(ended, Ended::Complete);
    assert!(
        memory.kept.iter().all(|kept| !kept.is_draft()),
        "the profile from the overview on"
    );
    let typed = |kept: &Profile| {
        let agreement = kept.agreements.get(1)?;
        let due = agreement.due.clone().map(|due| due.word());
        Some((agreement.what.clone(), agreement.who.clone(), due))
    };
    let kept: Vec<_> = memory.kept.iter().map(typed).collect();
    let words = |who: Option<&str>, due: Option<&str>| {
        Some(("Bellen".to_owned(), who.map(str::to_owned), due.map(str::to_owned)))
    };
    assert_eq!(
        kept,
        [
            None,
            words(None, None),
            words(Some("IB"), None),
            words(Some("IB"), Some("1 ma"))
        ]
    );
}

/// A profile of which the second agreement was stopped at halfway.
fn stopped_halfway(so_far: &str, line: usize) -> Profile {
    let mut session = session(one_to_agree_on(), Pace::Pages);
    let before = [Reply::Line("Bellen".into()), Reply::Line(String::new())];
    let so_far = [Reply::LineSoFar(so_far.into())];
    let replies = to_an_agreement()
        .into_iter()
        .chain(before.into_iter().take(line))
        .chain(so_far);
    for reply in replies {
        let _ = session.apply(reply);
    }
    session.profile().clone()
}

/// Opens a saved profile again the day after, line by line.
fn reopened(profile: &Profile, lines: &str) -> (String, Profile) {
    let day = profile.date.succ_opt().unwrap();
    let mut session = Session::reopened(profile.clone(), Past::default(), Pace::Lines, day);
    let (said, ended, memory) = in_lines(&mut session, lines, Lang::Nl);
    assert_eq!(ended, Ended::Complete, "{said}");
    let last = memory.kept.last().unwrap_or(profile);
    assert_eq!(session.profile(), last, "what was changed is kept");
    (said, session.profile().clone())
}

#[test]
fn line_by_line_an_agreement_stopped_at_halfway_is_changed_in_the_reopened_profile() {
    let stopped = stopped_halfway("de wij", 1);
    let agreed = |lines: &str| {
        let (said, profile) = reopened(&stopped, lines);
        let changed = profile != stopped;
        assert_eq!(
            profile.corrected,
            changed.then(|| stopped.date.succ_opt().unwrap()),
            "{said}"
        );
        let agreed = profile.agreements.into_iter().nth(1);
        (
            said,
            agreed.map(|agreed| (agreed.what, agreed.who, agreed.due.map(|due| due.word()))),
        )
    };
    let given = |what: &str, who: &str, due: Option<&str>| {
        let who = Some(who.to_owned()).filter(|who| !who.is_empty());
        Some((what.to_owned(), who, due.map(str::to_owned)))
    };
    for untouched in [
        "",
        "\n",
        "\n\n",
        "\n8\n",
        "\n8\n\n\n\n",
        "\n8\n-\n\n",
        "q\n",
        "\n8\nq\n",
    ] {
        assert_eq!(agreed(untouched).1, given("Bellen", "de wij", None), "{untouched:?}");
    }
    let (said, kept) = agreed("\n8\n\n\n15 jan\n");
    assert_eq!(kept, given("Bellen", "de wij", Some("2027-01-15")));
    assert!(
        said.contains("Jullie typten: de wij. Een lege regel laat dat zo"),
        "{said}"
    );
    assert_eq!(
        agreed("\n8\n\nde wijkagent\n\n").1,
        given("Bellen", "de wijkagent", None)
    );
    assert_eq!(agreed("\n8\n\n-\n\n").1, given("Bellen", "", None));
    assert_eq!(agreed("\n8\nMailen\nb\n\n\n").1, given("Mailen", "de wij", None));
    assert_eq!(agreed("\n8\n-\nj\n").1, None, "nothing is agreed after all");
}

#[test]
fn line_by_line_the_end_of_input_takes_a_day_that_does_not_exist_as_it_was_typed() {
    let (said, profile) = reopened(&stopped_halfway("31-2", 2), "\n8\n\n\n\n");
    assert!(said.contains("Die dag bestaat niet."), "{said}");
    let agreed = &profile.agreements[1];
    assert_eq!((&*agreed.what, agreed.due.clone()), ("Bellen", Some("31-2".into())));
}

#[test]
fn a_reopened_profile_is_kept_at_each_change_and_only_then() {
    let profile = Profile {
        state: State::Complete,
        asked_only: None,
        ..one_to_agree_on()
    };
    let day = profile.date.succ_opt().unwrap();
    let mut session = Session::reopened(profile.clone(), Past::default(), Pace::Pages, day);
    let mut prompter = Scripted::new([
        Reply::GoTo(2),
        joint("4"),
        Reply::GoTo(2),
        joint("2"),
        Reply::GoTo(3),
        Reply::Note("toch anders".into()),
        Reply::Back,
        Reply::Continue,
        Reply::Stop,
    ]);
    let mut memory = Memory::default();
    let ended = interview::run(&mut session, &mut prompter, &mut memory).unwrap();
    assert_eq!(ended, Ended::Complete);
    assert_eq!(memory.kept.len(), 2, "the same answer again is no change");
    assert!(
        memory
            .kept
            .iter()
            .all(|kept| kept.corrected == Some(day) && !kept.is_draft())
    );
    insta::assert_snapshot!(prompter.transcript);
}

#[test]
fn a_script_that_is_too_short_names_the_question() {
    let mut session = session(draft(Mode::Joint, &["ecosystem"]), Pace::Pages);
    let fault = interview::run(&mut session, &mut Scripted::new([joint("3")]), &mut Memory::default()).unwrap_err();
    assert!(fault.to_string().contains("2 ecosystem.all-parties"), "{fault}");
}

#[test]
fn a_failed_save_can_be_tried_again_or_moved_elsewhere_without_losing_the_answer() {
    let mut session = session(draft(Mode::Joint, &["ecosystem"]), Pace::Pages);
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
    let mut session = session(draft(Mode::Joint, &["ecosystem"]), Pace::Pages);
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
fn a_failed_save_while_completing_leaves_the_draft_and_can_be_tried_again() {
    for (saves, kept) in [
        (vec![SaveReply::Again], 1),
        (vec![SaveReply::Elsewhere("usb".into())], 1),
        (vec![SaveReply::Again, SaveReply::GiveUp], 0),
    ] {
        let gives_up = saves.contains(&SaveReply::GiveUp);
        let mut session = session(one_to_agree_on(), Pace::Pages);
        let mut prompter = Scripted::new([Reply::Continue, Reply::Stop]);
        prompter.saves = saves.into();
        let mut memory = Memory {
            failures: if gives_up { 9 } else { 1 },
            ..Memory::default()
        };
        let ended = interview::run(&mut session, &mut prompter, &mut memory);
        assert_eq!(ended.is_err(), gives_up, "{ended:?}");
        assert_eq!(memory.kept.len(), kept);
        assert_eq!(memory.completed().is_some(), !gives_up);
    }
}

#[test]
fn a_failed_save_of_an_agreement_leaves_the_profile_that_is_saved_already() {
    for (failures, agreements) in [(1, 2), (9, 1)] {
        let mut session = session(one_to_agree_on(), Pace::Pages);
        let replies = to_an_agreement().into_iter().chain([line("Bellen"), Reply::Stop]);
        let mut prompter = Scripted::new(replies);
        prompter.saves = [SaveReply::Again].into();
        let mut memory = Memory {
            good: 1,
            failures,
            ..Memory::default()
        };
        let ended = interview::run(&mut session, &mut prompter, &mut memory);
        assert_eq!(ended.is_ok(), failures == 1, "{ended:?}");
        assert_eq!(memory.completed().unwrap().agreements.len(), agreements);
    }
}

#[test]
fn the_profile_is_saved_beside_the_draft_which_then_goes() {
    let dir = tempfile::tempdir().unwrap();
    let profile = draft(Mode::Joint, &["ecosystem"]);
    let mut file = Kept::Draft(DraftFile::create(&Disk, dir.path(), &profile).unwrap());
    let mut session = session(profile, Pace::Pages);
    let replies = [joint("3"), joint("4"), joint("2"), Reply::Continue, Reply::Stop];
    let ended = interview::run(&mut session, &mut Scripted::new(replies), &mut file).unwrap();
    assert_eq!(ended, Ended::Complete);
    assert_eq!(file.path(), dir.path().join("ips-groep-noord-2026-11-21.toml"));
    drop(file);
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
    in_lines(&mut session(draft, Pace::Lines), lines, Lang::Nl)
}

fn in_lines(session: &mut Session, lines: &str, lang: Lang) -> (String, Ended, Memory) {
    let mut out = Vec::new();
    let mut memory = Memory::default();
    let mut prompter = Lines::new(PipedLines(lines.as_bytes()), &mut out, lang, None);
    let ended = interview::run(session, &mut prompter, &mut memory).unwrap();
    let mut said = String::from_utf8(out).unwrap();
    let _ = write!(said, "\n{ended:?}");
    (said, ended, memory)
}

/// The draft of an evening in a language about two elements of the six.
fn draft_in(lang: Lang, mode: Mode) -> Profile {
    let mut draft = draft(mode, &["enabling-system", "ecosystem"]);
    draft.questionnaire = common::six_elements(lang);
    for element in &mut draft.questionnaire.elements {
        element.suggestions.clear();
    }
    draft
}

/// A second meeting: a look back with a new day, a latecomer, a question that is skipped, a name that is mended, an answer
/// that is corrected by way of the overview, and agreements on the weakest and on any other element.
const STEERED: &str = "b\n\n9\n3\nb\n2 31-2\n2 15 jan\nnog even\n1 15 jan\n1\n\n\
    34343434\np 999\np 8\n34343434\ns\n\
    i\n9 x\n2 31-2\n3 7\n4 1\n1 IPS-Groep Noord\n5 IB'er\n\n\
    o\n1\n1155\n1 1 1\nb\nb\n444\n555\n555\n555\n\
    2\ns\nx\n\n\n\
    Elke week\nIB'er\n+6w\n4\nEten\n\n\n99\n8\n-\n\nSamen eten\n\nzomer\n\n";

#[test]
fn line_by_line_a_team_steers_its_evening() {
    for lang in Lang::ALL {
        let draft = draft_in(lang, Mode::Tally);
        let earlier = Profile {
            date: draft.date - chrono::Days::new(42),
            state: State::Complete,
            agreements: with_agreements().agreements,
            ..answered(draft.clone(), "3 3 4")
        };
        let past = Past::new(true, move |_| vec![earlier.clone()]);
        let mut session = Session::new(draft, past, Pace::Lines);
        let (said, ended, memory) = in_lines(&mut session, STEERED, lang);
        assert_eq!(ended, Ended::Complete, "{said}");
        assert_eq!(memory.completed(), Some(session.profile()));
        insta::assert_snapshot!(format!("line_by_line_a_team_steers_its_evening_{}", lang.code()), said);
    }
}

/// The same draft with this answer to every question.
fn answered(mut draft: Profile, typed: &str) -> Profile {
    let asked = draft
        .questionnaire
        .places()
        .filter(|at| matches!(at.0, 4 | 5))
        .collect::<Vec<_>>();
    for at in asked {
        draft.response_mut(at).tally = Some(Tally::parse(typed, draft.mode, 7, 5).unwrap());
    }
    draft
}

#[test]
fn line_by_line_a_sheet_of_ten_points_says_how_ten_is_typed() {
    for (points, told) in [(9, 0), (10, 2)] {
        let mut draft = draft_in(Lang::Nl, Mode::Ballots);
        draft.questionnaire.scale.labels = (1..=points).map(|point| Some(format!("label {point}"))).collect();
        let mut session = session(draft, Pace::Lines);
        let (said, _, _) = in_lines(&mut session, "x\n", Lang::Nl);
        assert_eq!(said.matches("Een 10 typ je als 0.").count(), told, "{said}");
    }
}

#[test]
fn line_by_line_a_note_can_be_taken_away() {
    for (mode, lines) in [
        (Mode::Joint, "n ja\nn\nn -\nq\n"),
        (Mode::Ballots, "123451\n\nj\n1\nn ja\nn\nn -\n\nq\n"),
    ] {
        let mut session = session(draft_in(Lang::Nl, mode), Pace::Lines);
        let (said, _, _) = in_lines(&mut session, lines, Lang::Nl);
        assert!(
            said.contains("Toelichting: ja") && said.contains("haalt de toelichting weg"),
            "{said}"
        );
        let at = session.at(0);
        assert_eq!(session.profile().response(at).note, None);
    }
}

#[test]
fn line_by_line_what_no_sheet_has_an_answer_to_is_not_for_another_day() {
    let mut session = session(draft_in(Lang::Nl, Mode::Ballots), Pace::Lines);
    let (said, ended, _) = in_lines(&mut session, "12345.\n\nj\n\n", Lang::Nl);
    assert_eq!(ended, Ended::Complete, "{said}");
    assert!(said.contains("(open)") && !said.contains("andere dag"), "{said}");
}

#[test]
fn line_by_line_sheets_are_typed_counted_and_looked_at() {
    let lines = "b\n34\n345345\nx\n111111\nb\n\nb\ni\n3 2\n\n1?-.55\n\nj\n1\nh\nn een opmerking\n\n\nq\n";
    for lang in Lang::ALL {
        let mut session = session(draft_in(lang, Mode::Ballots), Pace::Lines);
        let (said, ended, memory) = in_lines(&mut session, lines, lang);
        assert_eq!(ended, Ended::Complete, "{said}");
        assert_eq!(memory.completed(), Some(session.profile()));
        insta::assert_snapshot!(format!("line_by_line_sheets_{}", lang.code()), said);
    }
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
    for stops in ["3\n4\n", "3\no\n", "3\ni\n", "3\no\n1"] {
        assert_eq!(plain(Mode::Joint, &["ecosystem"], stops).1, Ended::Stopped, "{stops:?}");
    }
    let (_, ended, memory) = plain(Mode::Joint, &["ecosystem"], "3\n4\n5");
    assert_eq!(ended, Ended::Complete);
    assert_eq!(memory.completed().unwrap().given(), 3);
    for ends in ["3\nf\n", "3\nf\n2\n", "3\nf\n\n2\n", "3\nf\n\n2\nBellen\n"] {
        assert_eq!(plain(Mode::Joint, &["ecosystem"], ends).1, Ended::Complete, "{ends:?}");
    }
}

#[test]
fn a_line_without_end_does_not_fill_the_memory() {
    let endless = format!("{}\n3\n4\n5\n", "n x".repeat(1_000_000));
    let (said, ended, _) = plain(Mode::Joint, &["ecosystem"], &endless);
    assert!(said.contains("hooguit 2000 tekens"), "{}", &said[..2000]);
    assert_eq!(ended, Ended::Complete);
}
