//! Profiles of many teams, drawn: the same ones each time, on any machine, whatever the number of threads.
//!
//! # How a team is drawn
//! Shares are parts of the scale. A team has a level, each question makes it easier or harder for all teams, and each member
//! deviates from that; at each meeting it all goes up a little or down. A few don't know, a few find that it doesn't apply. Some
//! answers have a note and most meetings end with agreements. A team meets four times a year, with the newest meeting in 2027.
//!
//! Most teams are asked the six elements, one in eight in English. One in twelve has a second version of it, in which a question
//! says something else, and one meeting in forty is about `trust`.
//!
//! Beside the profiles that were asked for lies what lies in a real folder: drafts, copies under the names that clouds give,
//! and files that can't be used.

use std::{
    fs, io,
    ops::Add,
    path::{Path, PathBuf},
};

use chrono::{Days, NaiveDate};
use fastrand::Rng;
use ips::{
    agreement::{Agreement, AgreementState, Due},
    content::questionnaires::{DEFAULT, questionnaire},
    lang::Lang,
    profile::{Profile, State},
    questionnaire::Questionnaire,
    store::profile_name,
    tally::{Answer, Mode, Tally},
};
use rayon::prelude::*;

/// The days between two meetings of a team.
const BETWEEN: u64 = 91;

const MUNICIPALITIES: [&str; 12] = [
    "Almere",
    "Assen",
    "Emmen",
    "IJsselstein",
    "Meppel",
    "Súdwest-Fryslân",
    "Steenwijkerland",
    "Urk",
    "Veenendaal",
    "Weert",
    "Zeist",
    "Zwolle",
];

const NEIGHBOURHOODS: [&str; 8] = [
    "De Linde",
    "Noord",
    "’t Zand",
    "Centrum",
    "West",
    "Coöperatie Zuid",
    "Haven",
    "Nieuwland",
];

const NOTES: [[&str; 2]; 6] = [
    ["We kennen elkaar nog maar net.", "We have only just met."],
    [
        "Twee scholen doen mee, de derde nog niet; daar gaan we in januari langs.",
        "Two schools take part, the third doesn't yet; we will go there in January.",
    ],
    [
        "Dit verschilt per dag: \"het hangt ervan af wie er is\".",
        "It differs by day: \"it depends on who is there\".",
    ],
    [
        "Ouders zitten er nog niet bij.\nVolgende keer wel.",
        "No parents here yet.\nNext time they will be.",
    ],
    [
        "De één zegt: dat doen we al. De ander merkt er niets van.",
        "One says: we do so already. Another sees nothing of it.",
    ],
    ["Bespreken met de wethouder.", "To discuss with the alderman."],
];

const AGREEMENTS: [[&str; 3]; 5] = [
    [
        "Op één blad zetten wie wat mag beslissen",
        "jeugdconsulent",
        "volgende bijeenkomst",
    ],
    [
        "Ouders vragen wat zij merken van onze samenwerking",
        "IB'er en pedagogisch coach",
        "+6w",
    ],
    [
        "Elke bijeenkomst één doel kiezen en op het bord zetten",
        "gespreksleider",
        "+3w",
    ],
    ["De wethouder uitnodigen", "wijkagent", "over twee maanden"],
    ["Een ochtend met elkaar meelopen", "", ""],
];

/// What is to be made.
#[derive(Clone, Copy)]
pub struct Many {
    /// How many finished, sound profiles.
    pub profiles: u32,
    /// Of how many teams; the first ones have a meeting more where it doesn't come out even.
    pub teams: u32,
    /// Whether each municipality has a folder of its own.
    pub by_municipality: bool,
}

/// What lies beside the profiles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Meetings that weren't finished.
    pub drafts: u32,
    /// The same profile again, under another name.
    pub copies: u32,
    /// Files named as profiles that can't be used: cut off, with votes for a point that isn't there, of a newer program, with a broken letter.
    pub broken: u32,
    /// Files in TOML that are something else.
    pub others: u32,
}

impl Add for Beside {
    type Output = Beside;

    fn add(self, other: Beside) -> Beside {
        Beside {
            drafts: self.drafts + other.drafts,
            copies: self.copies + other.copies,
            broken: self.broken + other.broken,
            others: self.others + other.others,
        }
    }
}

impl Many {
    /// Makes them in a folder, which is made if it isn't there.
    pub fn make(self, dir: &Path) -> io::Result<Beside> {
        let asked = Asked::new();
        for municipality in MUNICIPALITIES {
            fs::create_dir_all(self.folder(dir, municipality))?;
        }
        let made = (0..self.teams).into_par_iter().map(|number| {
            let mut beside = Beside::default();
            let meetings = self.profiles / self.teams + u32::from(number < self.profiles % self.teams);
            let mut team = Team::drawn(number, &asked);
            let folder = self.folder(dir, team.municipality);
            for back in (0..meetings).rev() {
                let profile = team.meeting(back);
                let (name, text) = (profile_name(&profile.whose(), profile.date, 1), profile.to_toml());
                fs::write(folder.join(&name), &text)?;
                beside = beside + team.lay_beside(&folder, &profile, &name, &text)?;
            }
            Ok(beside)
        });
        made.try_reduce(Beside::default, |one, other| Ok(one + other))
    }

    fn folder(self, dir: &Path, municipality: &str) -> PathBuf {
        if self.by_municipality {
            dir.join(municipality)
        } else {
            dir.to_owned()
        }
    }
}

/// What teams are asked, by language: the six elements, its second version, and trust.
struct Asked([[Questionnaire; 3]; 2]);

impl Asked {
    fn new() -> Asked {
        Asked(Lang::ALL.map(|lang| {
            let built_in = |id| questionnaire(id, lang).expect("it is built in").as_kept();
            let mut second = built_in(DEFAULT);
            second.version = 2;
            let text = lang.pick(
                "Merken jeugdigen en ouders wat we samen doen?",
                "Do young people and parents notice what we do together?",
            );
            second.elements[0].questions[0].text = text.into();
            [built_in(DEFAULT), second, built_in("trust")]
        }))
    }
}

/// One team over its meetings.
struct Team<'a> {
    rng: Rng,
    asked: &'a [Questionnaire; 3],
    lang: Lang,
    municipality: &'static str,
    name: String,
    mode: Mode,
    /// Which of the first two it is asked.
    version: usize,
    level: f64,
}

impl Team<'_> {
    fn drawn(number: u32, asked: &Asked) -> Team<'_> {
        let mut rng = Rng::with_seed(u64::from(number));
        let lang = if rng.u8(..8) == 0 { Lang::En } else { Lang::Nl };
        let place = number as usize;
        let municipality = MUNICIPALITIES[place % MUNICIPALITIES.len()];
        let neighbourhood = NEIGHBOURHOODS[place / MUNICIPALITIES.len() % NEIGHBOURHOODS.len()];
        let mode = match rng.u8(..20) {
            0..3 => Mode::Joint,
            3..8 => Mode::Ballots,
            _ => Mode::Tally,
        };
        Team {
            lang,
            municipality,
            mode,
            asked: lang.pick(&asked.0[0], &asked.0[1]),
            name: format!("IPS-groep {neighbourhood} {municipality} {number}"),
            version: usize::from(rng.u8(..12) == 0),
            level: 0.6 + 0.1 * deviation(&mut rng),
            rng,
        }
    }

    /// The next meeting, which is so many before the newest one.
    fn meeting(&mut self, before_newest: u32) -> Profile {
        let newest = NaiveDate::from_ymd_opt(2027, 4, 1).expect("a day that exists") + Days::new(self.rng.u64(..90));
        let is_about_trust = self.rng.u8(..40) == 0;
        let questionnaire = self.asked[if is_about_trust { 2 } else { self.version }].clone();
        let mut profile = Profile {
            team: self.name.clone(),
            group: None,
            date: newest - Days::new(BETWEEN * u64::from(before_newest)),
            corrected: None,
            mode: self.mode,
            shared: false,
            participants: self.rng.u32(4..=12),
            functions: (self.rng.u8(..3) == 0).then(|| "IB'er, jeugdconsulent, wijkagent".to_owned()),
            responses: Profile::no_responses(&questionnaire),
            questionnaire,
            asked_only: None,
            agreements: Vec::new(),
            state: State::Complete,
        };
        self.level = (self.level + 0.02 * deviation(&mut self.rng)).clamp(0.1, 0.95);
        for (place, at) in profile
            .questionnaire
            .places()
            .collect::<Vec<_>>()
            .into_iter()
            .enumerate()
        {
            let level = self.level + eased(place);
            let people = if self.mode.counts() { profile.participants } else { 1 };
            let answers: Vec<Answer> = (0..people).map(|_| self.answer(level)).collect();
            let points = profile.questionnaire.scale.points();
            let note = (self.rng.u8(..12) == 0).then(|| self.rng.choice(NOTES).expect("there are some"));
            let response = profile.response_mut(at);
            response.tally = Some(Tally::of(&answers, points));
            response.note = note.map(|[nl, en]| self.lang.pick(nl, en).to_owned());
        }
        for _ in 0..self.rng.usize(..4) {
            let agreement = self.agreement(&profile);
            profile.agreements.push(agreement);
        }
        profile
    }

    /// What one person answers, or all together.
    fn answer(&mut self, level: f64) -> Answer {
        match self.rng.u8(..50) {
            0..2 => Answer::DontKnow,
            2 => Answer::NotApplicable,
            _ => {
                let place = (level + 0.17 * deviation(&mut self.rng)) * 4.0;
                Answer::Point(
                    (1..5)
                        .take_while(|&point| place >= f64::from(point) - 0.5)
                        .last()
                        .unwrap_or(0)
                        + 1,
                )
            }
        }
    }

    fn agreement(&mut self, profile: &Profile) -> Agreement {
        let element = self.rng.choice(&profile.questionnaire.elements).expect("it has some");
        let [what, who, due] = self.rng.choice(AGREEMENTS).expect("there are some");
        Agreement {
            who: (!who.is_empty()).then(|| who.to_owned()),
            due: (!due.is_empty()).then(|| Due::typed(due, profile.date).expect("a day or words")),
            state: self.rng.choice(AgreementState::WORDS).expect("there are some").1,
            ..Agreement::new(&element.id, what)
        }
    }

    /// Lays beside a profile, now and then, something else that a folder may have.
    fn lay_beside(&mut self, folder: &Path, profile: &Profile, name: &str, text: &str) -> io::Result<Beside> {
        let mut beside = Beside::default();
        let stem = name.trim_end_matches(".toml");
        match self.rng.u16(..1000) {
            0..10 => {
                beside.copies = 1;
                let copy = ["{} (1).toml", "{}-LAPTOP.toml", "{} - Kopie.toml"][self.rng.usize(..3)];
                fs::write(folder.join(copy.replace("{}", stem)), text)?;
            }
            10..15 => {
                beside.drafts = 1;
                let mut draft = profile.clone();
                draft.date = profile.date + Days::new(1);
                draft.state = State::draft();
                let last = draft.responses.last_mut().expect("there are elements");
                for response in last {
                    response.tally = None;
                }
                let name = profile_name(&draft.whose(), draft.date, 1).replace(".toml", ".draft.toml");
                fs::write(folder.join(name), draft.to_toml())?;
            }
            15..20 => {
                beside.broken = 1;
                let bytes = match self.rng.u8(..4) {
                    0 => text.as_bytes()[..text.len() / 2].to_vec(),
                    1 => text
                        .replace("votes = [", "votes = [1, ")
                        .replace("answer = ", "answer = 9")
                        .into_bytes(),
                    2 => text.replace("format = 1\n", "format = 99\n").into_bytes(),
                    _ => [text.as_bytes(), b"# Cre\xc3\xabr\xff\n"].concat(),
                };
                fs::write(folder.join(profile_name(&profile.whose(), profile.date, 2)), bytes)?;
            }
            20..25 => {
                beside.others = 1;
                fs::write(
                    folder.join(format!("{stem}-planning.toml")),
                    "[planning]\nroom = \"2.14\"\n",
                )?;
            }
            _ => (),
        }
        Ok(beside)
    }
}

/// How much easier a question is for everyone, by its place.
fn eased(place: usize) -> f64 {
    0.12 * deviation(&mut Rng::with_seed(place as u64))
}

/// Mostly within 1 of nothing.
fn deviation(rng: &mut Rng) -> f64 {
    (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0
}
