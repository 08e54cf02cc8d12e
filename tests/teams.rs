//! Many made-up teams, the same ones each time.

use chrono::{Days, NaiveDate};
use ips::{
    overview::{Overview, Standing},
    profile::Profile,
    questionnaire::Questionnaire,
    scoring::WEAKEST,
    tally::Mode,
};

use crate::common;

/// Names as such teams have them.
const NAMES: [&str; 12] = [
    "IPS-groep Noord",
    "Samen in Zuid",
    "Onderwijs-zorgteam De Vlinder",
    "Kernteam Oosterpark",
    "Wijkteam Jeugd Westerkwartier",
    "Integraal Kindcentrum De Ontdekking",
    "Brugfunctie Binnenstad",
    "Ondersteuningsteam ’t Kompas",
    "IPS-groep Waterrijk",
    "Samenwerkingsverband Passend Onderwijs Heuvelland, team Midden",
    "Netwerk Lindenholt",
    "Team Jong Veenwijk",
];

/// The meetings of so many teams, newest first by chance; every fourth leaves an element that it doesn't know.
pub fn profiles(count: usize, questionnaire: &Questionnaire) -> Vec<Profile> {
    let mut chance = 20_260_521_u64;
    let mut next = |below: usize| {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(chance >> 33).unwrap() % below
    };
    let points = questionnaire.scale.points();
    let mut team = |number: usize| {
        let mode = Mode::WORDS[next(3)].1;
        let level = next(points) / 2;
        let unknown = number % 4 == 3;
        let elements = questionnaire.elements.iter().enumerate();
        let answers = elements.flat_map(|(index, element)| {
            let own = level + index % 3;
            let mut vote = || (1 + usize::midpoint(own, next(points))).min(points).to_string();
            let answers = element.questions.iter().map(|_| match mode {
                _ if unknown && index == 1 => "?".to_owned(),
                Mode::Joint => vote(),
                _ => [(); 7].map(|()| vote()).join(" "),
            });
            answers.collect::<Vec<_>>()
        });
        let answers: Vec<String> = answers.collect();
        let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
        let mut profile = common::profile_of(questionnaire.clone(), mode, &answers);
        let name = NAMES[number % NAMES.len()];
        profile.team = if number < NAMES.len() {
            name.to_owned()
        } else {
            format!("{name} {}", number / NAMES.len() + 1)
        };
        profile.date = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + Days::new(next(240) as u64);
        profile
    };
    (0..count).map(&mut team).collect()
}

/// Their picture.
pub fn overview(count: usize, questionnaire: &Questionnaire) -> Overview {
    let standings = profiles(count, questionnaire).into_iter().map(|profile| {
        let scores = profile.scores(WEAKEST);
        Standing::new(profile.team, profile.date, profile.participants, profile.mode, &scores)
    });
    Overview::of(questionnaire.clone(), standings.collect())
}
