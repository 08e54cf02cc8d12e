//! An attack on what members are promised: whoever reads all profiles that are in the folder now, knows their own answers and
//! who took part, tries everything that the others could have answered. Where their answers to a question differ, each of them
//! could have given each of those, and no two answers are tied to one person.
//!
//! Each scenario says what the folder holds by the rules of the program, by its own functions, and what it would hold without
//! the rule that guards it: there the attack has to find an answer, or it would prove nothing.

mod worlds;

use std::{collections::HashMap, hash::Hash};

use chrono::Days;
use ips::{
    content::questionnaires,
    gap::Gap,
    lang::Lang,
    merging::{self, Form, Rules},
    overview::{Overview, Standing},
    profile::{Profile, Response, State},
    questionnaire::{At, Questionnaire},
    render::json,
    rounds,
    scoring::WEAKEST,
    session::{Pace, Past, Reply, Session},
    tally::{Answer, Mode, Tally},
};

use self::worlds::{Band, Counts, Leak, POINTS, QUESTIONS, Reader, Sight, attack};
use crate::common;

/// Two elements of a question each, so that a round can ask the one without the other.
const LIST: &str = r#"format = 1
id = "list"
version = 1
title = "List"
[scale]
labels = ["no", "partly", "yes"]
[[elements]]
id = "a"
title = "First"
[[elements.questions]]
id = "q"
text = "Does it go well?"
[[elements]]
id = "b"
title = "Second"
[[elements.questions]]
id = "q"
text = "Do we talk?"
"#;

const PLACES: [At; QUESTIONS] = [(0, 0), (1, 0)];

/// A round before what its people answered is in it.
struct Round {
    mode: Mode,
    /// How many days after the first.
    day: u64,
    /// Whether each question is asked.
    asks: [bool; QUESTIONS],
    /// Of which group of the team it is, if it is of one.
    group: Option<&'static str>,
}

impl Round {
    const fn new(mode: Mode, day: u64) -> Round {
        Round {
            mode,
            day,
            asks: [true, true],
            group: None,
        }
    }

    const fn of_group(day: u64, group: &'static str) -> Round {
        Round {
            group: Some(group),
            ..Round::new(Mode::Merged, day)
        }
    }
}

fn list() -> Questionnaire {
    questionnaires::read("list.toml", LIST, Lang::En).unwrap()
}

/// A round without answers yet.
fn unanswered(round: &Round, bands: &[Band], index: usize, list: &Questionnaire) -> Profile {
    let mut profile = common::profile_of(list.clone(), round.mode, &[]);
    profile.date = profile.date + Days::new(round.day);
    profile.group = round.group.map(str::to_owned);
    let there = bands.iter().filter(|band| band.rounds.contains(&index));
    profile.participants = there.map(|band| band.people).sum();
    let ids: Vec<String> = PLACES
        .iter()
        .zip(round.asks)
        .filter(|(_, asks)| *asks)
        .map(|(at, _)| list.elements[at.0].id.clone())
        .collect();
    profile.ask_only(&ids);
    profile
}

/// What everyone in a round answered to a question.
fn told(bands: &[Band], answered: &[Counts], round: usize) -> Tally {
    let mut tally = Tally::empty(POINTS);
    for (band, counts) in bands.iter().zip(answered) {
        if band.rounds.contains(&round) {
            for (vote, count) in tally.votes.iter_mut().zip(counts) {
                *vote += count;
            }
        }
    }
    tally
}

/// Everything that a profile tells, in few bytes: the file has nothing else but what is the same in every world.
fn told_by(profile: &Profile) -> impl Hash + Eq + use<> {
    let answers = PLACES.map(|at| {
        let response = profile.response(at);
        let votes = response.tally.as_ref().map(|tally| tally.votes.clone());
        (votes, format!("{:?}", response.shared))
    });
    (
        profile.date,
        profile.group.clone(),
        profile.mode.word(),
        profile.participants,
        profile.shared,
        profile.asked_only.clone(),
        answers,
    )
}

/// The rounds as they come, one after the other, and what is in the folder at the end.
type Keep = fn(Vec<Profile>) -> Vec<Profile>;

/// What is made of the profiles of a folder and read too: a text with everything in it.
type Export = fn(&[Profile]) -> String;

/// By the rules: a round replaces those before it that it can't stand beside, and one that would mix groups and the whole team
/// isn't begun.
fn by_the_rules(rounds: Vec<Profile>) -> Vec<Profile> {
    let mut folder: Vec<Profile> = Vec::new();
    for mut round in rounds {
        if folder.iter().any(|earlier| rounds::mixes(&round, earlier)) {
            continue;
        }
        let left = folder.iter().filter_map(|earlier| rounds::replace(earlier, &mut round));
        folder = left.collect();
        folder.push(round);
    }
    folder
}

/// Without a rule every round stays.
fn all_stay(rounds: Vec<Profile>) -> Vec<Profile> {
    rounds
}

/// Rounds, and who took part in which of them.
struct Scenario {
    rounds: Vec<Round>,
    /// The people, where there are so many of the largest band.
    bands: fn(u32) -> Vec<Band>,
}

impl Scenario {
    /// What is found by who reads every profile in the folder, where the largest band has so many people.
    fn found(&self, others: u32, keep: Keep) -> Option<Leak> {
        self.attacked(others, Reader::First, keep, |folder| {
            folder.iter().map(told_by).collect::<Vec<_>>()
        })
    }

    /// What is found by who reads only what was made of the profiles.
    fn found_in(&self, export: Export, reader: Reader, others: u32, keep: Keep) -> Option<Leak> {
        self.attacked(others, reader, keep, export)
    }

    fn attacked<S: Hash + Eq>(
        &self,
        others: u32,
        reader: Reader,
        keep: Keep,
        seen: impl Fn(&[Profile]) -> S,
    ) -> Option<Leak> {
        let (list, bands) = (list(), (self.bands)(others));
        let rounds = self.rounds.iter().enumerate();
        let empty: Vec<Profile> = rounds
            .map(|(index, round)| unanswered(round, &bands, index, &list))
            .collect();
        attack(&bands, reader, |world| {
            let mut filled = empty.clone();
            for (index, profile) in filled.iter_mut().enumerate() {
                for ((at, asks), answered) in PLACES.iter().zip(self.rounds[index].asks).zip(world) {
                    profile.response_mut(*at).tally = asks.then(|| told(&bands, answered, index));
                }
            }
            let folder = keep(filled);
            let shown = PLACES.map(|at| {
                let tells = |round: &Profile| {
                    let mut same = folder.iter().filter(|profile| profile.date == round.date);
                    same.any(|profile| profile.response(at).is_answered())
                };
                (0..empty.len()).filter(|index| tells(&empty[*index])).collect()
            });
            Sight {
                seen: seen(&folder),
                shown,
            }
        })
    }

    /// The attack finds nothing by the rules, however many take part up to seven, and an answer without them.
    fn is_guarded(&self, keep: Keep, without: Keep) {
        let few: u32 = (self.bands)(0).iter().map(|band| band.people).sum();
        for others in 1..=MOST - few {
            let leak = self.found(others, keep);
            assert!(leak.is_none(), "{others} others: {leak:?}");
        }
        assert!(self.found(2, without).is_some(), "nothing is found without the rule");
    }
}

/// The most people of a scenario.
const MOST: u32 = 7;

const fn band(people: u32, rounds: &'static [usize]) -> Band {
    Band { people, rounds }
}

/// The reader and others are in both rounds; one is in the second only.
fn one_late(others: u32) -> Vec<Band> {
    vec![band(1, &[0, 1]), band(others, &[0, 1]), band(1, &[1])]
}

/// One is in the first round only, another in the second, or the same one with other answers.
fn one_swapped(others: u32) -> Vec<Band> {
    vec![band(1, &[0, 1]), band(others, &[0, 1]), band(1, &[0]), band(1, &[1])]
}

fn two(first: Mode, second: Mode, bands: fn(u32) -> Vec<Band>) -> Scenario {
    Scenario {
        rounds: vec![Round::new(first, 0), Round::new(second, 3)],
        bands,
    }
}

#[test]
fn a_late_form() {
    two(Mode::Merged, Mode::Merged, one_late).is_guarded(by_the_rules, all_stay);
}

#[test]
fn a_form_that_is_left_out_later() {
    let one_gone = |others| vec![band(1, &[0, 1]), band(others, &[0, 1]), band(1, &[0])];
    two(Mode::Merged, Mode::Merged, one_gone).is_guarded(by_the_rules, all_stay);
}

#[test]
fn a_swapped_form() {
    two(Mode::Merged, Mode::Merged, one_swapped).is_guarded(by_the_rules, all_stay);
}

#[test]
fn sheets_or_fingers_and_then_forms() {
    for first in [Mode::Tally, Mode::Ballots] {
        two(first, Mode::Merged, one_late).is_guarded(by_the_rules, all_stay);
    }
}

#[test]
fn three_rounds() {
    // Each is close to the one before; the third is four weeks after the first, which is gone by then.
    let bands = |others| {
        vec![
            band(1, &[0, 1, 2]),
            band(others, &[0, 1, 2]),
            band(1, &[1, 2]),
            band(1, &[2]),
        ]
    };
    let rounds = [0, 14, 28].map(|day| Round::new(Mode::Ballots, day));
    let scenario = Scenario {
        rounds: rounds.into(),
        bands,
    };
    scenario.is_guarded(by_the_rules, all_stay);
}

#[test]
fn some_elements_and_then_others() {
    for (first, second) in [
        ([true, true], [false, true]),
        ([true, false], [true, true]),
        ([true, false], [false, true]),
    ] {
        let mut scenario = two(Mode::Ballots, Mode::Merged, one_late);
        (scenario.rounds[0].asks, scenario.rounds[1].asks) = (first, second);
        let share = first.iter().zip(second).any(|(first, second)| *first && second);
        assert!(scenario.found(3, by_the_rules).is_none());
        assert_eq!(scenario.found(3, all_stay).is_some(), share, "{first:?} {second:?}");
    }
}

/// The first round left its second question open, and is opened again once the second round has answers to it.
fn answered_afterwards(may: bool) -> Keep {
    fn opened(rounds: Vec<Profile>) -> (Profile, Vec<Profile>, Reply) {
        let [whole, second] = <[Profile; 2]>::try_from(rounds).unwrap();
        let answer = whole.response(PLACES[1]).tally.clone().unwrap();
        let mut first = whole;
        first.response_mut(PLACES[1]).tally = None;
        let folder = by_the_rules(vec![first.clone(), second]);
        assert_eq!(folder.len(), 2, "they share no question");
        (first, folder, Reply::Answer(answer))
    }
    fn by_the_session(rounds: Vec<Profile>) -> Vec<Profile> {
        let (first, mut folder, answer) = opened(rounds);
        let beside = folder[1].clone();
        let past = Past::new(false, move |_| vec![beside.clone()]);
        let day = first.date + Days::new(9);
        let mut session = Session::reopened(first, past, Pace::Lines, day);
        let _ = session.apply(Reply::GoTo(1));
        let _ = session.apply(answer);
        folder[0] = session.profile().clone();
        folder
    }
    fn by_nobody(rounds: Vec<Profile>) -> Vec<Profile> {
        let (_, mut folder, answer) = opened(rounds);
        let Reply::Answer(answer) = answer else { unreachable!() };
        folder[0].response_mut(PLACES[1]).tally = Some(answer);
        folder
    }
    if may { by_nobody } else { by_the_session }
}

#[test]
fn the_whole_team_beside_a_group_of_it() {
    // All but one are in the group, whichever comes first.
    let whole_first = |others| vec![band(1, &[0, 1]), band(others, &[0, 1]), band(1, &[0])];
    for (first, second, bands) in [
        (None, Some("workers"), whole_first as fn(u32) -> Vec<Band>),
        (Some("workers"), None, one_late),
    ] {
        let mut scenario = two(Mode::Merged, Mode::Merged, bands);
        (scenario.rounds[0].group, scenario.rounds[1].group) = (first, second);
        scenario.is_guarded(by_the_rules, all_stay);
    }
}

/// Two groups of which nobody is in both; the answers of the first come once more with a late form.
fn of_groups() -> Scenario {
    Scenario {
        rounds: vec![
            Round::of_group(0, "workers"),
            Round::of_group(1, "parents"),
            Round::of_group(2, "workers"),
        ],
        bands: |others| vec![band(1, &[0, 2]), band(others, &[0, 2]), band(1, &[2]), band(2, &[1])],
    }
}

#[test]
fn groups_beside_each_other() {
    let both_stay: Keep = |rounds| {
        let folder = by_the_rules(rounds);
        assert_eq!(folder.len(), 2, "one round of each group");
        folder
    };
    let leak = of_groups().found(2, both_stay);
    assert!(leak.is_none(), "{leak:?}");
    assert!(of_groups().found(1, all_stay).is_some());
    // So it is with what stands in the document of the groups side by side.
    let side_by_side: Export = |folder| {
        let named: Vec<_> = folder
            .iter()
            .map(|profile| (profile, profile.date.to_string()))
            .collect();
        json::gap(&Gap::of(&named).unwrap())
    };
    let leak = of_groups().found_in(side_by_side, Reader::First, 1, both_stay);
    assert!(leak.is_none(), "{leak:?}");
    assert!(of_groups().found_in(side_by_side, Reader::First, 1, all_stay).is_some());
}

#[test]
fn a_profile_that_was_made_to_be_shared() {
    let scenario = two(Mode::Merged, Mode::Merged, one_late);
    // It was made of the first round and is still in the folder, where it counts as what is left of that round.
    let made_before: Keep = |rounds| {
        let [first, second] = <[Profile; 2]>::try_from(rounds).unwrap();
        let shared = first.to_share().unwrap();
        let folder = by_the_rules(vec![first, shared, second]);
        assert_eq!(folder.len(), 1);
        folder
    };
    let is_kept: Keep = |rounds| {
        let [first, second] = <[Profile; 2]>::try_from(rounds).unwrap();
        vec![first.to_share().unwrap(), second]
    };
    let leak = scenario.found(4, made_before);
    assert!(leak.is_none(), "{leak:?}");
    assert!(scenario.found(4, is_kept).is_some());
    // Who was sent both can subtract them: the first has to be thrown away there too.
    let both_sent: Keep = |rounds| rounds.iter().map(|round| round.to_share().unwrap()).collect();
    assert!(scenario.found(4, both_sent).is_some());
}

#[test]
fn a_swapped_form_beside_what_was_shared() {
    // The sums can be the same where the answers aren't.
    let made_before: Keep = |rounds| {
        let [first, second] = <[Profile; 2]>::try_from(rounds).unwrap();
        let shared = first.to_share().unwrap();
        by_the_rules(vec![first, shared, second])
    };
    let leak = two(Mode::Merged, Mode::Merged, one_swapped).found(3, made_before);
    assert!(leak.is_none(), "{leak:?}");
}

#[test]
fn a_profile_that_is_opened_again() {
    for mode in [Mode::Tally, Mode::Ballots, Mode::Merged] {
        let mut scenario = two(mode, Mode::Merged, one_late);
        scenario.rounds[1].asks = [false, true];
        for others in [2, 3] {
            let leak = scenario.found(others, answered_afterwards(false));
            assert!(leak.is_none(), "{mode:?}: {leak:?}");
        }
        assert!(scenario.found(2, answered_afterwards(true)).is_some());
    }
}

/// The picture of all meetings in the folder, as if each were a team.
fn picture(folder: &[Profile]) -> Overview {
    let standings = folder.iter().map(|profile| {
        let scores = profile.scores(WEAKEST);
        Standing::new(
            profile.team.clone(),
            profile.date,
            profile.participants,
            profile.mode,
            &scores,
        )
    });
    Overview::of(folder[0].questionnaire.clone(), standings.collect())
}

#[test]
fn a_picture_of_many_teams() {
    let scenario = two(Mode::Merged, Mode::Merged, one_late);
    let named: Export = |folder| format!("{:?}", picture(folder));
    let anonymous: Export = |folder| format!("{:?}", picture(folder).without_names());
    for export in [named, anonymous] {
        let leak = scenario.found_in(export, Reader::Any, 1, by_the_rules);
        assert!(leak.is_none(), "{leak:?}");
    }
    assert!(scenario.found_in(named, Reader::Any, 1, all_stay).is_some());
    // Of few teams nothing is told without their names: that is a guard by itself, and it holds where the other doesn't.
    let leak = scenario.found_in(anonymous, Reader::Any, 1, all_stay);
    assert!(leak.is_none(), "{leak:?}");
}

#[test]
fn what_is_not_promised() {
    // From four weeks on two rounds stand beside each other: who changed their mind about nothing can be told.
    let mut scenario = two(Mode::Merged, Mode::Merged, one_late);
    scenario.rounds[1].day = rounds::DAYS;
    assert!(scenario.found(2, by_the_rules).is_some());
    scenario.rounds[1].day = rounds::DAYS - 1;
    assert!(scenario.found(2, by_the_rules).is_none());
}

/// The same sheets as forms that came back.
fn merged(sheets: &[[usize; QUESTIONS]]) -> Profile {
    let forms = sheets.iter().enumerate().map(|(number, sheet)| {
        let answers = PLACES.iter().zip(sheet).map(|(at, answer)| {
            let answer = Answer::Point(u32::try_from(*answer).unwrap() + 1);
            let response = Response {
                tally: Some(Tally::one(answer, POINTS)),
                ..Response::default()
            };
            (*at, response)
        });
        Form {
            group: None,
            file: format!("{number}.txt"),
            row: None,
            id: Some(number.to_string()),
            answers: answers.collect(),
        }
    });
    let empty = unanswered(&Round::new(Mode::Merged, 0), &[band(3, &[0])], 0, &list());
    let rules = Rules {
        at_least: merging::AT_LEAST_CHOSEN,
        allow_same: true,
        with_notes: false,
    };
    merging::merge(empty, &forms.collect::<Vec<_>>(), rules).unwrap()
}

/// What the attack rests on: whoever held which sheet, and whatever answers stood together on one, the file is the same.
#[test]
fn a_file_tells_how_often_each_answer_was_given_and_nothing_else() {
    let mut files: HashMap<Vec<Vec<u32>>, Profile> = HashMap::new();
    let answers: Vec<[usize; QUESTIONS]> = (0..POINTS)
        .flat_map(|one| (0..POINTS).map(move |other| [one, other]))
        .collect();
    let empty = Profile {
        state: State::draft(),
        ..unanswered(&Round::new(Mode::Ballots, 0), &[band(3, &[0])], 0, &list())
    };
    for sheets in answers.iter().flat_map(|a| {
        answers
            .iter()
            .flat_map(|b| answers.iter().map(|c| [*a, *b, *c]))
            .collect::<Vec<_>>()
    }) {
        let mut session = Session::new(empty.clone(), Past::default(), Pace::Lines);
        for sheet in sheets {
            let typed = sheet.map(|answer| Some(Answer::Point(u32::try_from(answer).unwrap() + 1)));
            let _ = session.apply(Reply::Sheet(typed.into()));
        }
        // Once more, since it asks whether those were all.
        let _ = session.apply(Reply::Continue);
        let _ = session.apply(Reply::Continue);
        let counts = (0..QUESTIONS).map(|question| {
            let mut counts = vec![0; POINTS];
            for sheet in &sheets {
                counts[sheet[question]] += 1;
            }
            counts
        });
        let profile = session.profile();
        assert_eq!(profile.given(), QUESTIONS);
        assert_eq!(merged(&sheets).responses, profile.responses);
        let same = files.entry(counts.collect()).or_insert_with(|| profile.clone());
        assert_eq!(same, profile);
    }
    // Ten ways in which three people can answer one question.
    assert_eq!(files.len(), 100);
}
