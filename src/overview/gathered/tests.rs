//! What is gathered while profiles come, against the same reckoned afterwards with all of them at hand.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    sync::LazyLock,
};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::{
    fraction::{Fraction, fraction},
    lang::Lang,
    overview::{Distribution, Overview},
    scoring::{Band, WEAKEST},
    tally::{Answer, Tally},
};

/// A file that is drawn: of which team, on which day, asked what, and how it was answered.
#[derive(Clone, Debug)]
struct Draw {
    folder: u32,
    name: String,
    number: Option<u32>,
    team: &'static str,
    day: u64,
    asked: usize,
    shared: bool,
    /// The answer to all questions of each element.
    answers: Vec<u32>,
}

const TEAMS: [&str; 4] = ["Noord", " nOORD ", "Zuid", "Oost"];

/// What is asked, as profiles carry it, with which of them have the same words: those in both languages, another title, other
/// words, another version, another questionnaire.
static ASKED: LazyLock<Vec<(Profile, &str)>> = LazyLock::new(|| {
    let own = |lang| Profile::answered(lang, 3, &[]);
    let changed = |change: &dyn Fn(&mut Questionnaire)| {
        let mut profile = own(Lang::Nl);
        change(&mut profile.questionnaire);
        profile
    };
    vec![
        (own(Lang::Nl), "nl"),
        (own(Lang::En), "en"),
        (changed(&|asked| asked.title = "Een andere titel".into()), "nl"),
        (
            changed(&|asked| asked.elements[0].questions[0].text.push('!')),
            "other words",
        ),
        (changed(&|asked| asked.version = 2), "version 2"),
        (changed(&|asked| asked.id = "trust".into()), "other id"),
        (changed(&|asked| asked.scale.strong = fraction(9, 2)), "other bands"),
    ]
});

impl Draw {
    fn profile(&self) -> Profile {
        let mut profile = ASKED[self.asked].0.clone();
        profile.team = self.team.into();
        profile.date = self.date();
        profile.shared = self.shared;
        for (element, question) in profile.questionnaire.places().collect::<Vec<_>>() {
            let point = self.answers[element];
            let answer = if point == 0 {
                Answer::DontKnow
            } else {
                Answer::Point(point)
            };
            profile.response_mut((element, question)).tally = Some(Tally::one(answer, 5));
        }
        profile
    }

    fn date(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap() + Days::new(self.day)
    }

    fn team_key(&self) -> String {
        self.team.trim().to_lowercase()
    }
}

fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let file = (
        0..3_u32,
        0..TEAMS.len(),
        0..4_u64,
        prop_oneof![3 => 0..1_usize, 4 => 0..ASKED.len()],
        prop_oneof![(1..3_u32).prop_map(Some), Just(None)],
        0..3_u32,
        prop::bool::weighted(0.3),
        prop::collection::vec(0..=5_u32, 6),
    );
    let draw = file.prop_map(|(folder, team, day, asked, number, odd, shared, answers)| {
        let team = TEAMS[team];
        let slug = team.trim().to_lowercase();
        let name = match number {
            Some(number) => format!("{slug}-2026-11-{}-{number}.toml", 21 + day),
            None => format!("{slug} van dag {day} ({}).toml", 10_u32.pow(odd)),
        };
        Draw {
            folder,
            name,
            number,
            team,
            day,
            asked,
            shared,
            answers,
        }
    });
    prop::collection::vec(draw, 1..24).prop_map(|draws| {
        let mut names = HashSet::new();
        draws
            .into_iter()
            .filter(|draw| names.insert((draw.folder, draw.name.clone())))
            .collect()
    })
}

fn picture(draws: &[Draw], all: bool, folder_of: impl Fn(u32) -> u32) -> Overview {
    let wanted = Wanted {
        all,
        weakest: WEAKEST,
        ..Wanted::default()
    };
    let mut gathered = Gathered::new(wanted);
    for draw in draws {
        let profile = draw.profile();
        let standing = Standing::new(
            profile.team.clone(),
            profile.date,
            7,
            profile.mode,
            &profile.scores(WEAKEST),
        );
        let found = Found {
            folder: folder_of(draw.folder),
            name: &draw.name,
            claim: Claim::of(draw.shared, draw.number.is_some()),
            number: draw.number.unwrap_or(1),
        };
        gathered.add(found, &profile, standing);
    }
    let mut folders = vec![PathBuf::new(); 3];
    for folder in 0..3 {
        folders[folder_of(folder) as usize] = ["net", &format!("map {folder}"), "teams"].iter().collect();
    }
    gathered.overview(None, Lang::Nl, &folders).expect("there is a profile")
}

/// Everything that is told of a picture, to be held against another.
fn told(overview: &Overview) -> String {
    format!("{overview:#?}")
}

/// The files that are no copies.
fn counting(draws: &[Draw]) -> Vec<&Draw> {
    let id = |draw: &Draw| &ASKED[draw.asked].0.questionnaire.id;
    let counts = |draw: &&Draw| {
        let same = draws.iter().filter(|other| {
            (other.folder, other.day, other.team_key(), id(other)) == (draw.folder, draw.day, draw.team_key(), id(draw))
        });
        let mut same: Vec<&Draw> = same.collect();
        if draw.shared && same.iter().any(|other| !other.shared) {
            return false;
        }
        same.retain(|other| other.shared == draw.shared);
        let first = same.iter().min_by_key(|other| (other.name.len(), &other.name)).unwrap();
        draw.number.is_some() || (same.iter().all(|other| other.number.is_none()) && first.name == draw.name)
    };
    draws.iter().filter(counts).collect()
}

/// By the book: `(n − 1) · p` from the lowest, and between two scores by how far it lies between them.
fn by_the_book(mut scores: Vec<Fraction>) -> Distribution {
    scores.sort();
    let at = |quarters: usize| {
        let place = fraction(quarters * scores.len().checked_sub(1)?, 4);
        let below = place.floor();
        let index = usize::try_from(below.to_integer()).unwrap();
        let step = scores
            .get(index + 1)
            .map_or_else(|| fraction(0, 1), |next| next - &scores[index]);
        Some(&scores[index] + step * (place - below))
    };
    Distribution {
        teams: scores.len(),
        lowest: at(0),
        q1: at(1),
        median: at(2),
        q3: at(3),
        highest: at(4),
    }
}

/// The profiles that count, by what makes one picture.
fn pictures<'d>(counting: &[&'d Draw]) -> Vec<Vec<&'d Draw>> {
    let mut by_words: BTreeMap<&str, Vec<&Draw>> = BTreeMap::new();
    for draw in counting {
        by_words.entry(ASKED[draw.asked].1).or_default().push(draw);
    }
    let teams = |draws: &[&Draw]| {
        draws
            .iter()
            .map(|draw| (draw.folder, draw.team_key()))
            .collect::<BTreeSet<_>>()
            .len()
    };
    let rank = |draws: &Vec<&Draw>| {
        let asked = |draw: &&Draw| format!("{:?}", ASKED[draw.asked].0.questionnaire);
        let words = draws.iter().map(asked).min().unwrap_or_default();
        let questionnaire = draws.first().map(|draw| &ASKED[draw.asked].0.questionnaire);
        let id = questionnaire.map_or("", |questionnaire| &questionnaire.id);
        let version = questionnaire.map_or(0, |questionnaire| questionnaire.version);
        (Reverse(teams(draws)), id, Reverse(version), Reverse(draws.len()), words)
    };
    // The two wordings in Dutch: the commonest makes one picture with the English one.
    let mut dutch: Vec<Vec<&Draw>> = ["nl", "other words"]
        .iter()
        .filter_map(|words| by_words.remove(words))
        .collect();
    dutch.sort_by_key(rank);
    let english = by_words.remove("en").unwrap_or_default();
    match dutch.first_mut() {
        Some(first) => first.extend(english),
        None => dutch.push(english),
    }
    let mut pictures: Vec<Vec<&Draw>> = dutch.into_iter().chain(by_words.into_values()).collect();
    pictures.retain(|draws| !draws.is_empty());
    pictures.sort_by_key(rank);
    pictures
}

#[test]
fn a_copy_has_no_say_in_which_of_two_wordings_is_shown() {
    let draw = |team, asked, shared| Draw {
        folder: 0,
        name: format!("{team}-2026-11-21-1{}.toml", if shared { "-gedeeld" } else { "" }),
        number: Some(1),
        team,
        day: 0,
        asked,
        shared,
        answers: vec![3; 6],
    };
    let (nl, other_title, other_words) = (0, 2, 3);
    let mut draws = vec![draw("Oost", nl, false), draw("Zuid", other_words, false)];
    let without = picture(&draws, false, |folder| folder);
    // By the words of its title this one comes before both.
    draws.push(draw("Zuid", other_title, true));
    let with = picture(&draws, false, |folder| folder);
    assert_eq!((without.copies, with.copies), (0, 1));
    assert_eq!(with.questionnaire, without.questionnaire);
    assert_eq!(with.standings[0].team, without.standings[0].team);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_picture_is_what_a_plain_reckoning_makes_of_it(draws in draws(), all: bool) {
        let overview = picture(&draws, all, |folder| folder);
        let counting = counting(&draws);
        let mut pictures = pictures(&counting);
        let shown = pictures.remove(0);
        let id = |draw: &Draw| &ASKED[draw.asked].0.questionnaire.id;
        let of_id = |draws: &[&Draw]| draws.iter().filter(|draw| id(draw) == id(shown[0])).count();
        let copies = draws.iter().filter(|draw| id(draw) == id(shown[0])).count() - of_id(&counting);
        prop_assert_eq!((overview.profiles, overview.copies), (shown.len(), copies));
        let others: Vec<usize> = overview.others.iter().map(|other| other.profiles).collect();
        prop_assert_eq!(others, pictures.iter().map(Vec::len).collect::<Vec<_>>());

        let mut meetings = shown.clone();
        meetings.sort_by_key(|draw| (draw.date(), draw.number.unwrap_or(1), &draw.name));
        if !all {
            let newest: BTreeMap<_, &Draw> = meetings.iter().map(|draw| ((draw.folder, draw.team_key()), *draw)).collect();
            meetings = newest.into_values().collect();
        }
        prop_assert_eq!(overview.teams, meetings.len());
        let scores: Vec<_> = meetings.iter().map(|draw| draw.profile().scores(WEAKEST)).collect();
        for (index, element) in overview.elements.iter().enumerate() {
            let of_element: Vec<_> = scores.iter().map(|scores| &scores.elements[index]).collect();
            let all: Vec<Fraction> = of_element.iter().filter_map(|element| element.score.clone()).collect();
            prop_assert_eq!(&element.distribution, &by_the_book(all));
            let band = |band| of_element.iter().filter(|element| element.band == Some(band)).count();
            let bands = [Band::Strong, Band::Discuss, Band::DiscussFirst].map(band);
            prop_assert_eq!(element.bands, Some(bands));
            let weakest = scores.iter().filter(|scores| scores.is_weakest(index)).count();
            prop_assert_eq!(element.weakest, Some(weakest));
            let unknown = of_element.iter().filter(|element| element.is_often_unknown()).count();
            prop_assert_eq!(element.often_unknown, Some(unknown));
            for (place, question) in element.questions.iter().enumerate() {
                let scores = of_element.iter().filter_map(|element| element.questions[place].outcome.score().cloned());
                prop_assert_eq!(&question.distribution, &by_the_book(scores.collect()));
            }
        }
        let mut standings: Vec<_> = meetings.iter().zip(&scores).map(|(draw, scores)| {
            let several = meetings.iter().any(|other| other.team_key() == draw.team_key() && other.folder != draw.folder);
            let folder = several.then(|| ["map ".into(), draw.folder.to_string()].concat());
            let scores: Vec<_> = scores.elements.iter().map(|element| element.score.clone()).collect();
            (draw.team_key(), folder, draw.date(), draw.number.unwrap_or(1), draw.name.clone(), draw.team, scores)
        }).collect();
        standings.sort();
        prop_assert_eq!(overview.standings.len(), standings.len());
        for (standing, (_, folder, date, .., team, scores)) in overview.standings.iter().zip(standings) {
            prop_assert_eq!((&*standing.team, standing.date), (team, date));
            let found = standing.folder.as_ref().map(|folder| folder.split(['/', '\\']).next().unwrap_or_default().to_owned());
            prop_assert_eq!(found, folder);
            let found: Vec<_> = (0..6).map(|element| standing.score(element)).collect();
            prop_assert_eq!(found, scores);
        }
    }

    #[test]
    fn neither_the_order_of_files_nor_the_numbers_of_folders_matter(
        (draws, shuffled) in draws().prop_flat_map(|draws| (Just(draws.clone()), Just(draws).prop_shuffle())),
        all: bool,
        turn in 0..3_u32,
    ) {
        let one = picture(&draws, all, |folder| folder);
        let other = picture(&shuffled, all, |folder| (folder + turn) % 3);
        prop_assert_eq!(told(&one), told(&other));
    }

    #[test]
    fn without_names_nothing_is_left_to_tell_a_team_apart(draws in draws()) {
        let overview = picture(&draws, false, |folder| folder).without_names();
        let told = told(&overview);
        for team in ["oord", "OORD", "Zuid", "Oost"] {
            prop_assert!(!told.contains(&format!("\"{team}")), "{told}");
        }
        for element in &overview.elements {
            let few = element.distribution.teams < super::super::ENOUGH_TEAMS;
            prop_assert_eq!(element.bands.is_none(), few);
            let questions = element.questions.iter().map(|question| &question.distribution);
            for distribution in questions.chain([&element.distribution]) {
                prop_assert_eq!((&distribution.lowest, &distribution.highest), (&None, &None));
                let few = distribution.teams < super::super::ENOUGH_TEAMS;
                for value in [&distribution.q1, &distribution.median, &distribution.q3] {
                    prop_assert_eq!(value.is_none(), few);
                    prop_assert!(value.iter().all(|value| (value.clone() * fraction(10, 1)).is_integer()));
                }
            }
        }
    }
}
