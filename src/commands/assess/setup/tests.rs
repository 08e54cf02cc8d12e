use std::path::Path;

use super::*;
use crate::{
    profile::{State, TEAM_CHARS},
    prompt::scripted::Scripted,
};

fn script(typed: &[&str]) -> Scripted {
    Scripted {
        inquiries: typed.iter().map(|text| Inquired::Typed((*text).to_owned())).collect(),
        ..Scripted::default()
    }
}

fn setup(prompter: &mut Scripted) -> Setup<'_, Scripted> {
    Setup {
        prompter,
        lang: Lang::Nl,
        offers: true,
        asked: 0,
    }
}

fn known<'f>(teams: &[&'f str]) -> Known<'f> {
    Known {
        profiles: &[],
        drafts: &[],
        teams: teams.to_vec(),
    }
}

/// A profile of a team with so many participants, who held up fingers.
fn profile(team: &str, participants: u32, state: State) -> Profile {
    Profile {
        team: team.into(),
        ..Profile::unanswered(Lang::Nl, Mode::Tally, participants, state)
    }
}

#[test]
fn a_name_is_asked_again_until_it_fits_and_stays_there_to_be_mended() {
    let long = "n".repeat(TEAM_CHARS + 1);
    let mut prompter = script(&["", &long, " Noord "]);
    assert_eq!(
        setup(&mut prompter).team(&known(&[])).unwrap().as_deref(),
        Some("Noord")
    );
    assert!(
        prompter.transcript.contains(&format!("[{long}] <- Typed(\" Noord \")")),
        "{}",
        prompter.transcript
    );
}

#[test]
fn a_known_team_is_chosen_by_its_number_or_spelled_as_it_is_known() {
    for (typed, team) in [
        (&["2"][..], "Zuid"),
        (&["x", "9", "1"], "Noord"),
        (&["3", "zuid"], "Zuid"),
        (&["3", "West"], "West"),
    ] {
        let asked = setup(&mut script(typed)).team(&known(&["Noord", "Zuid"]));
        assert_eq!(asked.unwrap().as_deref(), Some(team));
    }
}

#[test]
fn from_the_name_of_another_team_the_way_back_leads_to_the_list() {
    let mut prompter = script(&["2"]);
    prompter.inquiries.extend([Inquired::Back, Inquired::Typed("1".into())]);
    let asked = setup(&mut prompter).team(&known(&["Noord"]));
    assert_eq!(asked.unwrap().as_deref(), Some("Noord"));
    let before = |line: &str| line.contains("(before)");
    let before: Vec<bool> = prompter.transcript.lines().map(before).collect();
    assert_eq!(before, [false, true, false], "{}", prompter.transcript);
}

#[test]
fn enter_takes_what_was_so_last_time_and_there_is_a_way_back() {
    let profiles = [("Zuid", 4), ("Noord", 9)].map(|(team, participants)| {
        let profile = profile(team, participants, State::Complete);
        Head::of(Path::new("p.toml"), &profile)
    });
    let known = Known {
        profiles: &profiles,
        drafts: &[],
        teams: vec!["Noord", "Zuid"],
    };
    let mut prompter = script(&["1", "8"]);
    // Enter alone gives what is known.
    prompter.inquiries.push_back(Inquired::Back);
    prompter.inquiries.extend([Inquired::Back, Inquired::Typed("2".into())]);
    prompter
        .inquiries
        .extend(["4", "2"].map(|text| Inquired::Typed(text.into())));
    let begins = setup(&mut prompter).begins(&Given::default(), &known).unwrap();
    let Begins::Meeting(meeting) = begins else {
        panic!("there is no draft")
    };
    assert_eq!((meeting.team.as_str(), meeting.participants), ("Zuid", 4));
    let known: Vec<&str> = prompter
        .transcript
        .lines()
        .map(|line| {
            let (_, rest) = line.rsplit_once(" [").expect("what is known");
            rest
        })
        .collect();
    assert_eq!(
        known,
        [
            "1] <- Typed(\"1\")",
            "9] <- Typed(\"8\")",
            "2] <- Back",
            "8] <- Back",
            "1] <- Typed(\"2\")",
            "4] <- Typed(\"4\")",
            "2] <- Typed(\"2\")",
        ]
    );
}

#[test]
fn a_draft_of_the_team_is_offered_and_going_on_with_it_ends_the_questions() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("noord-2026-11-21.draft.toml");
    let draft = profile("Noord", 9, State::draft());
    std::fs::write(&path, draft.to_toml()).unwrap();
    let drafts = [Head::of(&path, &draft)];
    let known = Known {
        profiles: &[],
        drafts: &drafts,
        teams: vec!["Noord"],
    };
    let begins = setup(&mut script(&["1", "1"]))
        .begins(&Given::default(), &known)
        .unwrap();
    assert!(matches!(begins, Begins::Draft(_)));
    let given = Given {
        new: true,
        ..Given::default()
    };
    let begins = setup(&mut script(&["1", "7", "1"])).begins(&given, &known).unwrap();
    assert!(matches!(begins, Begins::Meeting(_)));
}

#[test]
fn a_number_is_typed_anew_and_what_is_missing_at_the_end_of_the_input_is_named() {
    let mut prompter = script(&["0", "7"]);
    assert_eq!(setup(&mut prompter).participants(None).unwrap(), Some(7));
    assert!(
        prompter.transcript.contains("[] <- Typed(\"7\")"),
        "{}",
        prompter.transcript
    );
    assert_eq!(
        setup(&mut script(&["4", "tally"])).mode(None, 7).unwrap(),
        Some(Mode::Tally)
    );
    let fault = setup(&mut script(&["4"])).mode(None, 7).unwrap_err();
    assert!(fault.to_string().contains("--mode"), "{fault}");
}
