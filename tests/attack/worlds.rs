//! Everything that people could have answered, and what of it somebody can tell apart.
//!
//! Files keep counts for each question by itself, and rules look at nothing else. So of people who took part in the same rounds
//! it makes no difference who of them gave which answer, and how the answers to one question go with those to the other: all
//! ways to hand the answers out look the same. A world is therefore, for each question and each such band of people, how often
//! each answer was given; all answer sheets are in one of the worlds, and each world has some.

use std::{collections::HashMap, hash::Hash};

/// How many answers there are to a question.
pub const POINTS: usize = 3;

/// How many questions there are.
pub const QUESTIONS: usize = 2;

/// People who took part in the same rounds, with the same answers each time.
#[derive(Clone, Copy)]
pub struct Band {
    /// How many.
    pub people: u32,
    /// The rounds.
    pub rounds: &'static [usize],
}

/// How often each answer was given.
pub type Counts = [u32; POINTS];

/// What each band answered to each question: whoever reads it all is the first band.
pub type World<'w> = [&'w [Counts]; QUESTIONS];

/// What somebody sees, and which answers are in it.
pub struct Sight<S> {
    /// Everything that can be read.
    pub seen: S,
    /// For each question, the rounds whose answers are in what is read.
    pub shown: [Vec<usize>; QUESTIONS],
}

/// An answer that follows from what is seen, where it was promised not to.
#[derive(Debug)]
#[expect(dead_code, reason = "it is read where a test fails")]
pub struct Leak {
    /// What everyone answered: for each question, what each band did.
    pub answered: [Vec<Counts>; QUESTIONS],
    /// Of somebody of which band it follows.
    pub band: usize,
    /// What that person could have answered, judged by what others did, and yet can't have: an answer to each question, from 0.
    pub impossible: [usize; QUESTIONS],
}

/// What the reader answered.
#[derive(Clone, Copy)]
pub enum Reader {
    /// The first answer to each question: where nothing but counts is looked at, and whether they are equal, no answer differs from
    /// another.
    First,
    /// Anything: where something is reckoned from the answers.
    Any,
}

/// Tries all that could have been answered. Where the answers of the others differ, each of them should be able to have given
/// each of those, to either question and to both: gives the first answer for which that isn't so.
pub fn attack<S: Hash + Eq>(bands: &[Band], reader: Reader, see: impl Fn(&World<'_>) -> Sight<S>) -> Option<Leak> {
    assert_eq!(bands[0].people, 1, "the reader");
    let answered = all_answered(bands, reader);
    let mut sights: Vec<(Sight<usize>, World<'_>)> = Vec::new();
    let mut groups: HashMap<(&[Counts; QUESTIONS], S), usize> = HashMap::new();
    let readers: Vec<[Counts; QUESTIONS]> = answered
        .iter()
        .flat_map(|one| answered.iter().map(|other| [one[0], other[0]]))
        .collect();
    let worlds = answered
        .iter()
        .flat_map(|one| answered.iter().map(move |other| [&one[..], &other[..]]));
    // For each that can be told apart, the answers that somebody of a band can have given to both questions.
    let mut possible: Vec<Vec<[[bool; POINTS]; POINTS]>> = Vec::new();
    for (world, reader) in worlds.zip(&readers) {
        let sight = see(&world);
        let fresh = groups.len();
        let group = *groups.entry((reader, sight.seen)).or_insert(fresh);
        if group == possible.len() {
            possible.push(vec![[[false; POINTS]; POINTS]; bands.len()]);
        }
        for (band, can) in possible[group].iter_mut().enumerate() {
            for (first, second) in pairs() {
                can[first][second] |= world[0][band][first] > 0 && world[1][band][second] > 0;
            }
        }
        let shown = sight.shown;
        sights.push((Sight { seen: group, shown }, world));
    }
    sights.iter().find_map(|(sight, world)| {
        let can = &possible[sight.seen];
        (1..bands.len()).find_map(|band| {
            let impossible = promised(bands, world, &sight.shown, band)
                .into_iter()
                .find(|(first, second)| !matches_any(&can[band], *first, *second))?;
            Some(Leak {
                answered: world.map(<[Counts]>::to_vec),
                band,
                impossible: [impossible.0, impossible.1].map(|answer| answer.unwrap_or(POINTS)),
            })
        })
    })
}

/// The pairs of answers that each of a band should be able to have given: to a question that isn't shown any.
fn promised(
    bands: &[Band],
    world: &World<'_>,
    shown: &[Vec<usize>; QUESTIONS],
    band: usize,
) -> Vec<(Option<usize>, Option<usize>)> {
    let mut pairs = Vec::new();
    let [first, second] = [0, 1].map(|question| {
        let rounds = shown[question]
            .iter()
            .filter(|round| bands[band].rounds.contains(round));
        let others: Vec<Vec<usize>> = rounds.map(|round| others(bands, world[question], *round)).collect();
        others
    });
    let differ = |answers: &[usize]| answers.len() > 1;
    for one in &first {
        for other in &second {
            if differ(one) || differ(other) {
                pairs.extend(
                    one.iter()
                        .flat_map(|one| other.iter().map(|other| (Some(*one), Some(*other)))),
                );
            }
        }
    }
    pairs.extend(
        first
            .iter()
            .filter(|one| differ(one))
            .flatten()
            .map(|one| (Some(*one), None)),
    );
    pairs.extend(
        second
            .iter()
            .filter(|other| differ(other))
            .flatten()
            .map(|other| (None, Some(*other))),
    );
    pairs
}

/// What the others in a round answered.
fn others(bands: &[Band], answered: &[Counts], round: usize) -> Vec<usize> {
    let there = bands
        .iter()
        .zip(answered)
        .skip(1)
        .filter(|(band, _)| band.rounds.contains(&round));
    let there: Vec<&Counts> = there.map(|(_, counts)| counts).collect();
    let given = |answer: &usize| there.iter().any(|counts| counts[*answer] > 0);
    (0..POINTS).filter(given).collect()
}

fn matches_any(can: &[[bool; POINTS]; POINTS], first: Option<usize>, second: Option<usize>) -> bool {
    let fits = |wanted: Option<usize>, answer: usize| wanted.is_none_or(|wanted| wanted == answer);
    pairs().any(|(one, other)| fits(first, one) && fits(second, other) && can[one][other])
}

fn pairs() -> impl Iterator<Item = (usize, usize)> {
    (0..POINTS).flat_map(|one| (0..POINTS).map(move |other| (one, other)))
}

/// All that the bands can have answered to one question.
fn all_answered(bands: &[Band], reader: Reader) -> Vec<Vec<Counts>> {
    let mut all: Vec<Vec<Counts>> = match reader {
        Reader::First => vec![vec![[1, 0, 0]]],
        Reader::Any => counts_of(1).into_iter().map(|counts| vec![counts]).collect(),
    };
    for band in &bands[1..] {
        let of_band = counts_of(band.people);
        let longer = all
            .iter()
            .flat_map(|before: &Vec<Counts>| of_band.iter().map(|counts| [before.as_slice(), &[*counts]].concat()));
        all = longer.collect();
    }
    all
}

/// All ways in which so many people can answer.
fn counts_of(people: u32) -> Vec<Counts> {
    let first = 0..=people;
    let all = first.flat_map(|first| (0..=people - first).map(move |second| [first, second, people - first - second]));
    all.collect()
}
