//! How often chance alone looks like a change, and how often a real one is noticed: `cargo bench --bench rates`.
//!
//! The rules that say *duidelijk*, *laagst* and *verdeeld* have limits that somebody chose. This draws teams of which is known
//! what is the case, lets the program's own rules judge them, and prints how often those are right.
//!
//! # How a team is drawn
//! Lengths are steps on five points; on another scale a step is as large a part of it. A team has seven members and is asked the
//! six elements. Each question has a level, anywhere in the middle half of the scale, and each member a view of it, which
//! deviates from the level. On a day a member's answer is the point nearest to that view and the mood of the day; a shared answer
//! is the point nearest to the mean of all views and the turn that the talk takes ([`Day`]). Views stay the same unless a table
//! says otherwise. A team sounds a little better when it answers together than with fingers, and a little worse on a secret sheet
//! ([`lean`]). Deviations are sums of twelve even ones, which is nearly normal.
//!
//! How much answers change from day to day was measured for none of these questionnaires. So there are two days, and the first
//! table says what each means: the share of answers that come out otherwise while nothing changed.

use std::{env, sync::LazyLock, thread};

use chrono::NaiveDate;
use fastrand::Rng;
use ips::{
    comparison::{Comparison, ElementChange},
    content::questionnaires::{DEFAULT, questionnaire},
    fraction::plain,
    lang::Lang,
    profile::{Profile, State},
    questionnaire::{Questionnaire, Scale},
    scoring::{Spread, WEAKEST},
    tally::{
        Answer, Mode,
        Mode::{Ballots, Joint, Merged, Tally},
        Tally as Counts,
    },
};

/// In so many parts, each drawn by itself, so that the same teams come whatever the machine.
const PARTS: u32 = 8;
const TEAMS: u32 = 20_000;

const PEOPLE: u32 = 7;

/// How far the members' views lie from the level.
const VIEWS: f64 = 0.8;

/// How much an answer changes by the day it is given.
struct Day {
    name: &'static str,
    /// That of one member.
    mood: f64,
    /// A shared one.
    turn: f64,
}

const DAYS: [Day; 2] = [
    Day {
        name: "steady",
        mood: 0.3,
        turn: 0.2,
    },
    Day {
        name: "lively",
        mood: 0.5,
        turn: 0.35,
    },
];

/// How much better than with fingers a team sounds.
fn lean(mode: Mode) -> f64 {
    match mode {
        Joint => 0.2,
        Tally => 0.0,
        Ballots | Merged => -0.2,
    }
}

/// Two meetings: how each was answered, and the points of the scale.
type Pair = (Mode, Mode, u32);

const PAIRS: [Pair; 11] = [
    (Tally, Tally, 5),
    (Ballots, Ballots, 5),
    (Joint, Joint, 5),
    (Joint, Tally, 5),
    (Tally, Ballots, 5),
    (Joint, Ballots, 5),
    (Tally, Tally, 2),
    (Tally, Tally, 3),
    (Tally, Tally, 10),
    (Joint, Joint, 3),
    (Joint, Joint, 10),
];

fn main() {
    // `cargo test` only sees that it runs.
    let teams = if env::args().any(|argument| argument == "--bench") {
        TEAMS
    } else {
        40
    };
    println!("{teams} teams of {PEOPLE}, each time. On the left what a day is, or how the two meetings were answered.");
    otherwise(teams);
    by_chance(teams);
    noticed(teams);
    lowest(teams);
    divided(teams);
}

/// What the days mean.
fn otherwise(teams: u32) {
    table(
        "Answers that come out otherwise while nothing changed",
        &["member's", "shared"],
    );
    for day in &DAYS {
        let shares = shares(teams, |rng| {
            let view = level(rng) + steps(VIEWS) * deviation(rng);
            [day.mood, day.turn].map(|size| {
                let mut on_a_day = || point(view + steps(size) * deviation(rng), 5);
                on_a_day() != on_a_day()
            })
        });
        row(day.name, &shares);
    }
}

/// Nothing changed: how often is something said to have?
fn by_chance(teams: u32) {
    let columns = ["steady: limit alone", "clear", "lively: limit alone", "clear"];
    table("Nothing changed, and at least one element is said to have", &columns);
    for pair in PAIRS {
        let found = DAYS.each_ref().map(|day| {
            shares(teams, |rng| {
                let judged = compared(pair, day, 0.0, rng);
                [
                    judged.iter().any(|one| one.limit_alone),
                    judged.iter().any(|one| one.clear),
                ]
            })
        });
        row(&words(pair), found.as_flattened());
    }
}

/// All questions of one element went up by a real change: how often is that said?
fn noticed(teams: u32) {
    const SIZES: [f64; 4] = [0.5, 0.75, 1.0, 1.5];
    let columns = SIZES.map(|size| format!("{size} up"));
    table(
        "One element really went up by so many steps of five, and is said to have (lively)",
        &columns.each_ref().map(String::as_str),
    );
    for pair in PAIRS {
        let found = SIZES.map(|size| {
            let [share] = shares(teams / 10, |rng| {
                let judged = &compared(pair, &DAYS[1], size, rng)[0];
                [judged.clear && judged.change > 0.0]
            });
            share
        });
        row(&words(pair), &found);
    }
}

/// One element is really the lowest, all others are equal: is it marked?
fn lowest(teams: u32) {
    let columns = ["it is marked", "it alone", "nothing is", "nearly"];
    table(
        "One element is really lower by so many steps of five (lively)",
        &columns,
    );
    for mode in [Tally, Joint] {
        for lower in [0.0, 0.5, 1.0] {
            let shares = shares(teams, |rng| {
                let mut profile = blank(mode, 5, 1);
                let level = |_: &mut Rng, element| 0.6 - if element == 0 { steps(lower) } else { 0.0 };
                let team = Team::drawn(&profile, rng, level);
                team.answer(&mut profile, &DAYS[1], 0.0, rng);
                let scores = profile.scores(WEAKEST);
                [
                    scores.is_weakest(0),
                    scores.weakest == [0],
                    scores.weakest.is_empty(),
                    scores.nearly_weakest.contains(&0),
                ]
            });
            row(&format!("{}, {lower} lower", mode.word()), &shares);
        }
    }
}

/// Some of the members see a question otherwise: is that said?
fn divided(teams: u32) {
    let columns = ["divided", "k differ"];
    table(
        "So many of seven members see it two steps of five lower (lively, fingers)",
        &columns,
    );
    for points in [2, 3, 5, 10] {
        for others in 0..4 {
            let shares = shares(teams, |rng| {
                let answers: Vec<Answer> = (0..PEOPLE)
                    .map(|member| {
                        let view = if member < others { 0.25 } else { 0.75 };
                        Answer::Point(point(view + steps(DAYS[1].mood) * deviation(rng), points))
                    })
                    .collect();
                let mut profile = blank(Tally, points, 1);
                profile.response_mut((0, 0)).tally = Some(Counts::of(&answers, points as usize));
                let question = &profile.scores(WEAKEST).elements[0].questions[0];
                [question.spread == Spread::Divided, question.differ() > 0]
            });
            row(&format!("{points} points, {others} of them"), &shares);
        }
    }
}

/// What the rules say of one element.
struct Judged {
    change: f64,
    clear: bool,
    /// Whether it would be clear if it took no more than an eighth of the scale and two questions that moved that way.
    limit_alone: bool,
}

impl Judged {
    fn of(element: &ElementChange, points: u32) -> Judged {
        let change = element
            .change
            .as_ref()
            .map_or(0.0, |change| plain(&change.difference()));
        let moved_with_it = if change > 0.0 {
            element.weighed.up
        } else {
            element.weighed.down
        };
        Judged {
            change,
            clear: element.weighed.is_clear(),
            limit_alone: change.abs() >= steps(0.5) * f64::from(points - 1) && moved_with_it >= 2,
        }
    }
}

/// A team at two meetings, between which its first element went up by so many steps.
fn compared((before, after, points): Pair, day: &Day, up: f64, rng: &mut Rng) -> Vec<Judged> {
    let (mut before, mut after) = (blank(before, points, 1), blank(after, points, 9));
    let team = Team::drawn(&before, rng, |rng, _| level(rng));
    team.answer(&mut before, day, 0.0, rng);
    team.answer(&mut after, day, up, rng);
    let comparison = Comparison::of(&before, &after, WEAKEST).expect("one team and one questionnaire");
    let elements = comparison.elements.iter();
    elements.map(|element| Judged::of(element, points)).collect()
}

/// What the members of a team think: per element, per question, the view of each, as a part of the scale.
struct Team(Vec<Vec<Vec<f64>>>);

impl Team {
    /// A team whose questions have the levels that are told for their element.
    fn drawn(profile: &Profile, rng: &mut Rng, level: impl Fn(&mut Rng, usize) -> f64) -> Team {
        let elements = profile.questionnaire.elements.iter().enumerate();
        let drawn = elements.map(|(place, element)| {
            let questions = element.questions.iter().map(|_| {
                let level = level(rng, place);
                (0..PEOPLE).map(|_| level + steps(VIEWS) * deviation(rng)).collect()
            });
            questions.collect()
        });
        Team(drawn.collect())
    }

    /// Has the team answer everything, with the first element so many steps higher than it was.
    fn answer(&self, profile: &mut Profile, day: &Day, up: f64, rng: &mut Rng) {
        let (mode, points) = (profile.mode, *profile.questionnaire.scale.numbers().end());
        for (place, (responses, views)) in profile.responses.iter_mut().zip(&self.0).enumerate() {
            let moved = steps(lean(mode) + if place == 0 { up } else { 0.0 });
            for (response, views) in responses.iter_mut().zip(views) {
                let answers: Vec<Answer> = match mode {
                    Joint => {
                        let shared = views.iter().sum::<f64>() / f64::from(PEOPLE);
                        vec![Answer::Point(point(
                            shared + moved + steps(day.turn) * deviation(rng),
                            points,
                        ))]
                    }
                    Tally | Ballots | Merged => views
                        .iter()
                        .map(|view| Answer::Point(point(view + moved + steps(day.mood) * deviation(rng), points)))
                        .collect(),
                };
                response.tally = Some(Counts::of(&answers, points as usize));
            }
        }
    }
}

/// A profile without answers, of a day in a month.
fn blank(mode: Mode, points: u32, month: u32) -> Profile {
    static ELEMENTS: LazyLock<Questionnaire> =
        LazyLock::new(|| questionnaire(DEFAULT, Lang::En).expect("the default questionnaire is built in"));
    let mut questionnaire = ELEMENTS.clone();
    let (strong, discuss) = Scale::default_bands(1, points as usize);
    questionnaire.scale = Scale {
        first: 1,
        labels: vec![Some("a step".into()); points as usize],
        strong,
        discuss,
    };
    Profile {
        team: "Noord".into(),
        group: None,
        date: NaiveDate::from_ymd_opt(2027, month, 21).expect("a day that exists"),
        corrected: None,
        mode,
        shared: false,
        participants: PEOPLE,
        functions: None,
        responses: Profile::no_responses(&questionnaire),
        questionnaire,
        asked_only: None,
        agreements: Vec::new(),
        state: State::Complete,
    }
}

/// Steps on five points as a part of a scale.
fn steps(count: f64) -> f64 {
    count / 4.0
}

/// Somewhere in the middle half of a scale.
fn level(rng: &mut Rng) -> f64 {
    0.25 + 0.5 * rng.f64()
}

/// Mostly within 1 of nothing.
fn deviation(rng: &mut Rng) -> f64 {
    (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0
}

/// The point of a scale, from 1, that is nearest to a part of it.
fn point(part: f64, points: u32) -> u32 {
    let place = part.clamp(0.0, 1.0) * f64::from(points - 1);
    (2..=points)
        .rev()
        .find(|&point| place >= f64::from(point) - 1.5)
        .unwrap_or(1)
}

/// For which share of the teams each is so.
fn shares<const N: usize>(teams: u32, is_so: impl Fn(&mut Rng) -> [bool; N] + Sync) -> [f64; N] {
    let part = |seed| {
        let mut rng = Rng::with_seed(u64::from(seed));
        let mut counts = [0_u32; N];
        for _ in 0..teams / PARTS {
            for (count, so) in counts.iter_mut().zip(is_so(&mut rng)) {
                *count += u32::from(so);
            }
        }
        counts
    };
    let counts = thread::scope(|scope| {
        let parts: Vec<_> = (0..PARTS).map(|seed| scope.spawn(move || part(seed))).collect();
        let parts = parts.into_iter().map(|part| part.join().expect("it ends"));
        parts.fold([0; N], |sums: [u32; N], counts| {
            std::array::from_fn(|at| sums[at] + counts[at])
        })
    });
    counts.map(|count| f64::from(count) / f64::from(teams))
}

fn words((before, after, points): Pair) -> String {
    format!("{} and {}, {points} points", before.word(), after.word())
}

fn table(title: &str, columns: &[&str]) {
    println!("\n{title}");
    let columns: Vec<String> = columns.iter().map(|column| format!("{column:>22}")).collect();
    println!("{:<30}{}", "", columns.concat());
}

fn row(name: &str, shares: &[f64]) {
    let cells: Vec<String> = shares
        .iter()
        .map(|share| format!("{:>20.1} %", share * 100.0))
        .collect();
    println!("{name:<30}{}", cells.concat());
}
