//! What is said beside scores: what is nearly lowest, equally low, often unknown, seen differently by some, and rests on few.

use ips::{
    agenda::{Agenda, MINUTES, Occasion, Part, WEEKS},
    content::activities::built_in,
    lang::Lang,
    page::Page,
    profile::Profile,
    render::{plain, terminal},
    report::{Report, agenda::AgendaReport},
    tally::{Mode, Tally},
};

use crate::common;

/// A profile of a hundred people whose elements have these scores, in hundredths: of the first question, to which the rest
/// doesn't apply.
fn scored(hundredths: [u32; 6]) -> Profile {
    let mut profile = common::profile(Mode::Tally, &["-"; 24]);
    profile.participants = 100;
    for (element, score) in hundredths.into_iter().enumerate() {
        let mut votes = vec![0; 5];
        votes[score as usize / 100 - 1] = 100 - score % 100;
        if !score.is_multiple_of(100) {
            votes[score as usize / 100] = score % 100;
        }
        profile.response_mut((element, 0)).tally = Some(Tally {
            votes,
            ..Tally::empty(5)
        });
    }
    profile
}

/// A profile of eight people that all gave a 4 to every question, but for the ones that are named.
fn counted(but: &[(&str, &str)]) -> Profile {
    let mut profile = common::profile(Mode::Tally, &["4 4 4 4 4 4 4"; 24]);
    profile.participants = 8;
    for (id, typed) in but {
        let at = profile.questionnaire.find(id).expect("a question of the six elements");
        profile.response_mut(at).tally = Some(Tally::parse(typed, Mode::Tally, 8, 5).unwrap());
    }
    profile
}

/// An agenda for the next meeting after a profile.
fn agenda(report: Report) -> AgendaReport {
    let lang = report.lang;
    let occasion = Occasion {
        meetings: &[report.day],
        date: report.day,
        weeks: WEEKS,
        minutes: MINUTES,
        skipped: &[],
        agreed: false,
        to_talk: AgendaReport::has_talk(&report),
    };
    let agenda = Agenda::of(&occasion, &built_in(lang)).expect("a way of working");
    AgendaReport::new(&agenda, report, Vec::new(), None)
}

#[test]
fn what_is_said_of_the_lowest_fits_them() {
    for (hundredths, said) in [
        ([200, 317, 400, 400, 450, 500], None),
        (
            [200, 317, 318, 400, 450, 500],
            Some(
                "Regie op de samenwerking op alle niveaus van uitvoering, beleid en bestuur ligt vlak boven Cultuur van samenwerken. Dat scheelt bijna niets.",
            ),
        ),
        ([200, 317, 327, 400, 450, 500], None),
        (
            [200, 317, 400, 318, 317, 500],
            Some(
                "Lerende cyclus: zicht op de vooruitgang ligt vlak boven Cultuur van samenwerken en Faciliterend stelsel. Dat scheelt bijna niets.",
            ),
        ),
        (
            [200, 317, 400, 326, 450, 318],
            Some(
                "Werken in één ecosysteem en Lerende cyclus: zicht op de vooruitgang liggen vlak boven Cultuur van samenwerken. Dat scheelt bijna niets.",
            ),
        ),
        ([170, 300, 300, 300, 300, 300], None),
        (
            [300, 300, 300, 300, 300, 300],
            Some("Geen element springt eruit: alle scores zijn gelijk. Kies zelf waar jullie over willen praten."),
        ),
        (
            [400, 300, 400, 300, 300, 300],
            Some(
                "Geen element springt eruit. Even laag: Cultuur van samenwerken, Lerende cyclus: zicht op de vooruitgang, Faciliterend stelsel en Werken in één ecosysteem. Kies zelf waar jullie over willen praten.",
            ),
        ),
    ] {
        let report = common::report(&scored(hundredths), Lang::Nl);
        assert_eq!(report.about_weakest.as_deref(), said, "{hundredths:?}");
        // Two scores of which one alone is marked never look the same.
        for (one, other) in report.elements.iter().zip(&report.elements[1..]) {
            assert!(
                one.weakest == other.weakest || one.score.text != other.score.text,
                "{hundredths:?}"
            );
        }
    }
}

/// Shared vision is often unknown and, with the rest of it, the lowest; ecosystem is often unknown, direction is low.
const OFTEN_UNKNOWN: [(&str, &str); 7] = [
    ("shared-vision.benefit", "?"),
    ("shared-vision.time", "4 ? ? ? ? ? ? ?"),
    ("shared-vision.know-practice", "1 1 1"),
    ("ecosystem.beyond-own", "?"),
    ("ecosystem.all-parties", "?"),
    ("direction.drivers", "22222222"),
    ("culture.trust", "4 4 4 4 4 2 2 2"),
];

#[test]
fn what_a_team_often_doesnt_know_comes_first_and_each_element_once() {
    let report = common::report(&counted(&OFTEN_UNKNOWN), Lang::Nl);
    let talk = report.talk.iter();
    let talk: Vec<_> = talk
        .map(|topic| {
            let questions = topic.questions.iter().map(|line| (line.scored, line.score.as_str()));
            (
                topic.element.as_str(),
                topic.why.is_some(),
                questions.collect::<Vec<_>>(),
            )
        })
        .collect();
    let unknown = (false, "de meesten weten het niet");
    assert_eq!(
        talk,
        [
            ("shared-vision", true, vec![unknown, unknown, (true, "1,0; 3 van 8")]),
            ("ecosystem", true, vec![unknown, unknown]),
            ("direction", false, vec![(true, "2,0")]),
        ]
    );
    let about: Vec<&[String]> = report.elements.iter().map(|line| line.about.as_slice()).collect();
    let [often, half, third] = [
        "jullie weten het vaak niet",
        "2 van 4 met een score",
        "1 van 3 met een score",
    ];
    assert_eq!(
        (about[0], about[5]),
        (
            &[half, often].map(str::to_owned)[..],
            &[third, often].map(str::to_owned)[..]
        )
    );
}

#[test]
fn nobody_knows_and_nobody_was_asked_are_told_apart() {
    let everything = common::profile(Mode::Joint, &["?"; 24]);
    let mut some = common::profile(Mode::Joint, &["4"; 4]);
    some.ask_only(&["shared-vision".to_owned()]);
    for (profile, topics) in [(everything, 6), (some, 0)] {
        let report = common::report(&profile, Lang::Nl);
        assert_eq!(report.talk.len(), topics);
        let agenda = agenda(report);
        assert_eq!(agenda.to_talk, topics > 0);
        let minutes = agenda.parts.iter().find(|line| line.part == Part::Talk).unwrap();
        assert_eq!(minutes.title.contains("minuten"), topics > 0, "{}", minutes.title);
    }
}

#[test]
fn every_form_says_what_a_profile_has_to_say() {
    let profile = counted(&OFTEN_UNKNOWN);
    for (lang, words) in [
        (
            Lang::Nl,
            [
                "jullie weten het vaak niet",
                "3 van 8",
                "3 van jullie zien het anders",
                "1,0; 3 van 8",
            ],
        ),
        (
            Lang::En,
            [
                "you often don't know",
                "3 of 8",
                "3 of you see it differently",
                "1.0; 3 of 8",
            ],
        ),
    ] {
        let report = common::report(&profile, lang);
        let [unknown, few, differ, score] = words;
        let page = format!("{:?}", Page::of(&report));
        let whole = plain::report(&report, None);
        for (name, text) in [("page", &page), ("plain report", &whole)] {
            for said in [unknown, few, differ, score] {
                assert!(text.contains(said), "{name} doesn't say {said}: {text}");
            }
        }
        let shown = terminal::profile(&report, 100);
        let in_words = plain::profile(&report, None);
        let agenda = format!("{:?}", Page::of_agenda(&agenda(report)));
        for (name, text) in [("show", &shown), ("plain", &in_words), ("agenda", &agenda)] {
            for said in [unknown, score.strip_suffix(few).unwrap(), few] {
                assert!(text.contains(said), "{name} doesn't say {said}: {text}");
            }
        }
    }
}

#[test]
fn an_agenda_never_says_that_nothing_stands_out_where_something_does() {
    let low = scored([170, 300, 300, 300, 300, 300]);
    let level = scored([300; 6]);
    let hair = scored([200, 317, 318, 400, 450, 500]);
    let nothing = |agenda: &AgendaReport| Lang::Nl.time_to_the_question(&agenda.profile_date);
    for (profile, stands_out) in [(low, true), (level, false), (hair, true)] {
        let agenda = agenda(common::report(&profile, Lang::Nl));
        let page = format!("{:?}", Page::of_agenda(&agenda));
        assert_eq!(
            (agenda.to_talk, page.contains(&nothing(&agenda))),
            (stands_out, !stands_out)
        );
        let said = agenda
            .about_weakest
            .iter()
            .any(|sentence| page.contains(sentence.as_str()));
        assert_eq!(said, stands_out && agenda.about_weakest.is_some());
    }
}

#[test]
fn too_few_scores_to_compare_are_told_with_why() {
    let asked_of_all = |score: &str| common::profile(Mode::Joint, &[score; 4]);
    let mut chosen = asked_of_all("3");
    chosen.ask_only(&[chosen.questionnaire.elements[0].id.clone()]);
    let all = common::profile(Mode::Joint, &["3"; 24]);
    let [one, asked, none_marked] = [(&asked_of_all("3"), 2), (&chosen, 2), (&all, 0)].map(|(profile, weakest)| {
        let scores = profile.scores(weakest);
        Report::new(profile, &scores, Lang::Nl)
            .about_weakest
            .expect("it is told")
    });
    assert_ne!(one, asked, "one was answered, and one was asked");
    assert_eq!(none_marked, Lang::Nl.nothing_stands_out());
}

#[test]
fn how_a_report_reckons_fits_the_scale_and_what_was_asked_for() {
    let all = common::profile(Mode::Tally, &["3 3 4"; 24]);
    let method = |profile: &Profile, weakest: usize| {
        Report::new(profile, &profile.scores(weakest), Lang::Nl)
            .method
            .join(" ")
    };
    assert!(method(&all, 2).contains(&Lang::Nl.how_lowest(2)));
    assert!(method(&all, 1).contains(&Lang::Nl.how_lowest_one()));
    let mut own = all.clone();
    assert!(method(&own, 2).contains(&Lang::Nl.how_bands_by_us()));
    own.questionnaire.scale.strong = ips::fraction::fraction(9, 2);
    assert!(method(&own, 2).contains(&Lang::Nl.how_bands_by_questionnaire()));
}

#[test]
fn of_many_questions_that_nobody_knows_or_that_are_equally_low_a_few_are_named() {
    for answer in ["?", "2"] {
        let profile = common::profile(Mode::Joint, &[vec![answer; 4], vec!["4"; 20]].concat());
        let report = common::report(&profile, Lang::Nl);
        assert_eq!(report.talk[0].questions.len(), 3, "{answer}");
    }
}
