//! Questionnaires as others have them: scales from 0, labels at the ends, labels of a question's own, counting in reverse.

use ips::{
    answers,
    content::questionnaires,
    lang::Lang,
    profile::{self, Profile},
    questionnaire::Questionnaire,
    render::terminal,
    report::Report,
    scoring::WEAKEST,
    tally::{Answer, Mode, Tally},
};

use crate::common;

const QUESTIONNAIRES: [(&str, &str); 4] = [
    ("rapport", include_str!("cmd/scales.in/rapport.toml")),
    ("veilig", include_str!("cmd/scales.in/veilig.toml")),
    ("vaak", include_str!("cmd/scales.in/vaak.toml")),
    ("treden", include_str!("cmd/scales.in/treden.toml")),
];

fn all() -> impl Iterator<Item = Questionnaire> {
    let each = QUESTIONNAIRES.iter();
    each.flat_map(|(name, text)| Lang::ALL.map(|lang| questionnaires::read(name, text, lang).expect("it is sound")))
}

fn named(name: &str) -> &'static str {
    QUESTIONNAIRES.iter().find(|(known, _)| *known == name).unwrap().1
}

/// A meeting at which every question got this answer, as good as it can be or as bad as it can be.
fn meeting(asked: &Questionnaire, mode: Mode, best: bool) -> Profile {
    let mut profile = common::profile(mode, &[]);
    profile.responses = Profile::no_responses(asked);
    profile.questionnaire = asked.clone().as_kept();
    let points = asked.scale.points();
    for at in asked.places() {
        let highest = best != asked.question(at).reverse;
        let answer = Answer::Point(if highest { u32::try_from(points).unwrap() } else { 1 });
        let answers = vec![answer; if mode.counts() { 7 } else { 1 }];
        profile.response_mut(at).tally = Some(Tally::of(&answers, points));
    }
    profile
}

#[test]
fn a_team_without_a_fault_has_the_highest_score_and_its_opposite_the_lowest() {
    for asked in all() {
        let (lowest, highest) = asked.scale.numbers().into_inner();
        for (best, score) in [(true, highest), (false, lowest)] {
            for mode in [Mode::Joint, Mode::Tally] {
                let profile = meeting(&asked, mode, best);
                let scores = profile.scores(WEAKEST);
                assert_eq!(scores.overall, Some(ips::fraction::fraction(score, 1)), "{}", asked.id);
            }
        }
    }
}

#[test]
fn a_profile_keeps_how_its_questions_were_asked() {
    for asked in all() {
        for mode in [Mode::Joint, Mode::Tally] {
            let profile = meeting(&asked, mode, true);
            let text = profile.to_toml();
            let loaded = profile::read("x.toml", &text).unwrap();
            assert!(loaded.warnings.is_empty(), "{}", asked.id);
            assert_eq!(loaded.profile, profile);
            assert_eq!(loaded.profile.to_toml(), text);
        }
    }
}

#[test]
fn files_hold_the_numbers_that_people_see() {
    let asked = questionnaires::read("x", named("rapport"), Lang::Nl).unwrap();
    let text = meeting(&asked, Mode::Joint, true).to_toml();
    assert_eq!(
        (text.matches("answer = 10").count(), text.matches("answer = 0").count()),
        (2, 1)
    );
    assert!(
        text.contains("first = 0\npoints = 11\nscale = [\"heel slecht\", \"heel goed\"]"),
        "{text}"
    );
    let answers = |answer: &str| {
        let text = format!("questionnaire = \"rapport\"\n[answers]\n\"plan.clear\" = {answer}\n");
        let found = answers::read("x", &text, &asked).ok()?;
        found.values().next()?.tally.clone()?.single()
    };
    for (answer, point) in [("0", 1), ("10", 11), ("\"10\"", 11), ("\"0\"", 1), ("7", 8)] {
        assert_eq!(answers(answer), Some(Answer::Point(point)), "{answer}");
    }
    // Such a file is of all together or of one person: several answers to a question are none.
    for wrong in ["11", "-1", "\"11\"", "3.5", "\"3,5\"", "\"3 4 4\"", "\"3,4\""] {
        assert_eq!(answers(wrong), None, "{wrong}");
    }
}

#[test]
fn a_scale_that_cannot_be_is_refused_with_what_can() {
    let scale = "first = 0\npoints = 11\nlabels = [{ nl = \"heel slecht\", en = \"very bad\" }, { nl = \"heel goed\", en = \"very good\" }]";
    let own = "labels = [{ nl = \"nooit\", en = \"never\" }, { nl = \"altijd\", en = \"always\" }]";
    let text = named("rapport");
    for (was, is, said) in [
        (
            "first = 0",
            "first = 2",
            "scale.first moet een heel getal zijn van 0 tot en met 1.",
        ),
        ("first = 0", "first = -1", "scale.first moet een heel getal zijn"),
        ("first = 0", "first = \"0\"", "scale.first moet een heel getal zijn"),
        ("first = 0", "first = 1", "of 11 als hij bij 0 begint (first = 0)"),
        (
            "points = 11",
            "points = 12",
            "scale.points moet een heel getal zijn van 2 tot en met 11.",
        ),
        ("points = 11", "points = 1", "scale.points moet een heel getal zijn"),
        ("points = 11\n", "", "elements[1].questions[2].labels"),
        (
            scale,
            "first = 0\nlabels = []",
            "Een schaal heeft 2 tot en met 10 punten",
        ),
        (
            scale,
            "first = 0\nlabels = [\"nee\"]",
            "Een schaal heeft 2 tot en met 10 punten",
        ),
        (scale, "first = 0\npoints = 11\nlabels = []", "zet er 11 labels in"),
        (
            scale,
            "first = 0\npoints = 11\nlabels = [\"a\", \"b\", \"c\"]",
            "zet er 11 labels in",
        ),
        (scale, "first = 0\npoints = 11", "scale.labels ontbreekt"),
        (scale, "first = 0\npoints = 11\nlabels = \"nee\"", "scale.labels"),
        (own, "labels = []", "zet er 11 labels in"),
        (
            own,
            "labels = [\"a\", \"b\", \"c\"]",
            "elements[1].questions[2].labels: zet er 11 labels in",
        ),
        (own, "labels = [\"a\", \"\"]", "labels"),
        (own, "labels = [1, 2]", "labels"),
        (
            "reverse = true",
            "reverse = \"ja\"",
            "elements[1].questions[2].reverse moet true of false zijn.",
        ),
        ("reverse = true", "reverse = 1", "reverse moet true of false zijn."),
    ] {
        assert!(text.contains(was), "{was}");
        let changed = text.replace(was, is);
        match questionnaires::read("x.toml", &changed, Lang::Nl) {
            // Two labels without a number of points are a scale of two.
            Ok(asked) => assert_eq!((is, asked.scale.points()), ("", 2)),
            Err(problems) => {
                let all: Vec<String> = problems.iter().map(|problem| problem.text(Lang::Nl)).collect();
                assert!(all.join("\n").contains(said), "{is}: {all:?}");
            }
        }
    }
}

#[test]
fn a_profile_of_a_scale_that_cannot_be_is_refused() {
    let asked = questionnaires::read("x", named("rapport"), Lang::Nl).unwrap();
    let text = meeting(&asked, Mode::Tally, true).to_toml();
    for (was, is) in [
        ("first = 0", "first = 2"),
        ("first = 0\n", ""),
        ("points = 11", "points = 12"),
        ("points = 11", "points = 10"),
        ("points = 11\n", ""),
        ("scale = [\"heel slecht\", \"heel goed\"]", "scale = []"),
        ("labels = [\"nooit\", \"altijd\"]", "labels = [\"nooit\"]"),
        ("reverse = true", "reverse = 0"),
    ] {
        assert!(text.contains(was), "{was}");
        assert!(profile::read("x.toml", &text.replace(was, is)).is_err(), "{is}");
    }
}

#[test]
fn a_report_says_the_questions_own_answers_and_what_counts_in_reverse() {
    let said = |name: &str, mode: Mode, question: usize| {
        let asked = questionnaires::read(name, named(name), Lang::Nl).unwrap();
        let profile = meeting(&asked, mode, true);
        let report = Report::new(&profile, &profile.scores(WEAKEST), Lang::Nl);
        let line = &report.elements[0].questions[question];
        (line.score.text.clone(), line.counts.clone().unwrap_or_default())
    };
    let both = |score: &str, counts: &str| (score.to_owned(), counts.to_owned());
    let (written, kept) = ("4 ja, en ieder kent ze", "7 keer 4 ja, en ieder kent ze");
    assert_eq!(said("treden", Mode::Joint, 0), both(written, ""));
    assert_eq!(said("treden", Mode::Joint, 1), both("4", ""));
    assert_eq!(said("treden", Mode::Tally, 0), both("4,0", kept));
    assert_eq!(said("treden", Mode::Tally, 1), both("4,0", "7 keer 4"));
    assert_eq!(
        said("rapport", Mode::Joint, 1),
        both("10; 0 nooit, omgekeerd geteld", "")
    );
    assert_eq!(
        said("rapport", Mode::Tally, 1),
        both("10,0; omgekeerd geteld", "7 keer 0 nooit")
    );
    assert_eq!(said("veilig", Mode::Joint, 0), both("7; omgekeerd geteld", ""));
}

/// A questionnaire with this under `[scale]`, and this in its only question.
fn with_labels(scale: &str, question: &str) -> String {
    format!(
        "format = 1\nid = \"x\"\nversion = 1\ntitle = \"X\"\n\n[scale]\n{scale}\n\n[[elements]]\nid = \"e\"\ntitle = \"E\"\n\n\
         [[elements.questions]]\nid = \"q\"\ntext = \"Vraag?\"\n{question}\n"
    )
}

#[test]
fn a_label_that_seems_to_count_for_another_number_is_told_once() {
    const FIVE: &str = "labels = [\"a\", \"b\", \"c\", \"d\", \"e\"]";
    for (scale, question, said) in [
        (FIVE, "", 0),
        (r#"labels = ["1 a", "2", "3. c", "4: d", "e"]"#, "", 0),
        // A place too far: the first is enough.
        (r#"labels = ["0 a", "1 b", "2 c"]"#, "", 1),
        ("first = 0\nlabels = [\"0 a\", \"1 b\", \"2 c\"]", "", 0),
        ("first = 0\nlabels = [\"1 a\", \"2 b\", \"3 c\"]", "", 1),
        // The best first: that is told of all of them, also where a number is right.
        (r#"labels = ["3 a", "2 b", "1 c"]"#, "", 1),
        (r#"labels = ["a", "2 b", "1 c"]"#, "", 1),
        (r#"labels = ["a", "b", "2 c"]"#, "", 1),
        // Not the number of a label.
        (r#"labels = ["2x per week", "5% of minder", "1,5 uur"]"#, "", 0),
        (r#"labels = ["1/2", "3.5", "10e"]"#, "", 0),
        // The ends only.
        ("points = 10\nlabels = [\"1 a\", \"10 b\"]", "", 0),
        ("points = 10\nlabels = [\"1 a\", \"5 b\"]", "", 1),
        ("first = 0\npoints = 11\nlabels = [\"0 a\", \"10 b\"]", "", 0),
        // In one of the languages.
        (r#"labels = [{ nl = "a", en = "2 a" }, "b"]"#, "", 1),
        // Of a question's own.
        (FIVE, r#"labels = ["1 a", "5 b"]"#, 0),
        (FIVE, r#"labels = ["2 a", "5 b"]"#, 1),
        (FIVE, r#"labels = ["5 a", "1 b"]"#, 1),
    ] {
        let text = with_labels(scale, question);
        let asked = questionnaires::read("x.toml", &text, Lang::Nl).expect("it is sound");
        let doubts = ips::questionnaire::doubts("x.toml", &text, &asked.scale.numbers());
        assert_eq!(doubts.len(), said, "{scale} {question}");
    }
    // That a scale goes down is said of all its labels at once.
    let told = |labels: &str| {
        let text = with_labels(labels, "");
        ips::questionnaire::doubts("x.toml", &text, &(1..=3))[0].text(Lang::Nl)
    };
    let down = told(r#"labels = ["3 a", "2 b", "1 c"]"#);
    assert!(
        down.contains(&Lang::Nl.labels_go_down("scale.labels", 3, 1, 1)),
        "{down}"
    );
    let other = told(r#"labels = ["a", "2 b", "1 c"]"#);
    assert!(
        other.contains(&Lang::Nl.label_says_otherwise("scale.labels", 1, 3)),
        "{other}"
    );
}

#[test]
fn bands_lie_on_the_scale_wherever_it_begins() {
    let from_nought = "first = 0\npoints = 11\nlabels = [\"a\", \"b\"]";
    let read = |scale: &str| questionnaires::read("x.toml", &with_labels(scale, ""), Lang::Nl);
    let own = read(from_nought).expect("it is sound").scale;
    let [strong, discuss] = [(15, 2_u32), (5, 1)].map(|(number, of)| ips::fraction::fraction(number, of));
    assert_eq!((own.strong, own.discuss), (strong, discuss));
    for (bands, is_sound) in [
        ("strong = 10.0\ndiscuss = 0.0", true),
        ("strong = 10.5\ndiscuss = 5.0", false),
        ("strong = 4.0\ndiscuss = 5.0", false),
    ] {
        let found = read(&format!("{from_nought}\n\n[bands]\n{bands}"));
        assert_eq!(found.is_ok(), is_sound, "{bands}");
    }
}

#[test]
fn labels_for_the_ends_are_those_of_the_ends() {
    let text = with_labels(
        "points = 10\nlabels = [\"laag\", \"hoog\"]",
        r#"labels = ["nooit", "altijd"]"#,
    );
    let asked = questionnaires::read("x.toml", &text, Lang::Nl).expect("it is sound");
    for (labels, ends) in [
        (&asked.scale.labels, ["laag", "hoog"]),
        (asked.question((0, 0)).labels.as_ref().unwrap(), ["nooit", "altijd"]),
    ] {
        let there: Vec<(usize, &str)> = (1..)
            .zip(labels)
            .filter_map(|(point, label)| Some((point, label.as_deref()?)))
            .collect();
        assert_eq!((labels.len(), there), (10, vec![(1, ends[0]), (10, ends[1])]));
    }
}

#[test]
fn what_counts_in_reverse_says_so_behind_its_question() {
    let asked = questionnaires::read("x", named("rapport"), Lang::Nl).unwrap();
    let mut profile = meeting(&asked, Mode::Tally, true);
    let wait = profile.questionnaire.find("contact.wait").unwrap();
    profile.response_mut(wait).tally = Some(Tally::of(&[Answer::Point(10); 7], 11));
    let report = Report::new(&profile, &profile.scores(WEAKEST), Lang::Nl);
    let shown = terminal::profile(&report, 80);
    let line = "\n     1,0  Hoe vaak wacht een gezin op ons? (omgekeerd geteld)\n";
    assert!(shown.contains(line), "{shown}");
}
