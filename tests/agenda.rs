//! The agenda of a meeting: the same in every form, with the sources' words, and safe with any question; and the file of
//! ways of working.

use chrono::{Days, NaiveDate};
use ips::{
    agenda::{Agenda, MINUTES, Occasion, Part, WEEKS, proposed},
    agreement::{Agreement, AgreementState, Due},
    agreements,
    cli::{self, Parsed},
    content::{
        activities::{self, built_in},
        questionnaires,
    },
    lang::Lang,
    page::Page,
    profile::Profile,
    render::{html, markdown},
    report::{AgreementLine, Report, agenda::AgendaReport},
    scoring::WEAKEST,
    tally::Mode,
    text::visible,
};

use crate::{
    common::{self, parts},
    program::ips,
};

/// A profile with lowest and divided questions, and agreements that are due before, at and after the next meeting.
fn ordinary() -> Profile {
    let answers = "333? 3432 15151 4 444- 24 34 ? 5 5 3 4 3 3 2 2 2 3 4 4 4 ? ? ?";
    let mut profile = common::profile(Mode::Tally, &answers.split(' ').collect::<Vec<_>>());
    profile.functions = Some("IB'er, wijkagent".into());
    let next = proposed(profile.date, WEEKS);
    let days = [next - Days::new(1), next, next + Days::new(1)];
    let words = Some(Due::Words("gauw".into()));
    let due = days.into_iter().map(|day| Some(Due::Day(day))).chain([words, None]);
    for (number, due) in due.enumerate() {
        let element = profile.questionnaire.elements[1].id.clone();
        profile.agreements.push(Agreement {
            who: due.is_some().then(|| "de voorzitter".into()),
            due,
            ..Agreement::new(element, format!("Afspraak {number}"))
        });
    }
    profile
}

/// A profile in which nothing stands out, without agreements or functions.
fn level() -> Profile {
    common::profile(Mode::Tally, &["3"; 24])
}

/// The agenda of a profile's next meeting.
fn report(profile: &Profile, lang: Lang, question: Option<&str>) -> (Agenda, AgendaReport) {
    let report = Report::new(profile, &profile.scores(WEAKEST), lang);
    let date = proposed(profile.date, WEEKS);
    let open = agreements::of([profile]);
    let open: Vec<AgreementLine> = open.iter().map(|entry| AgreementLine::of(entry, date, lang)).collect();
    let occasion = Occasion {
        meetings: &[profile.date],
        date,
        weeks: WEEKS,
        minutes: MINUTES,
        skipped: &[],
        agreed: !open.is_empty(),
        to_talk: AgendaReport::has_talk(&report),
    };
    let agenda = Agenda::of(&occasion, &built_in(lang)).unwrap();
    let report = AgendaReport::new(&agenda, report, open, question);
    (agenda, report)
}

/// An agenda with all of its parts.
#[cfg(feature = "office")]
pub fn page(lang: Lang) -> Page {
    Page::of_agenda(&report(&ordinary(), lang, None).1)
}

/// What a reader finds in each form, in order: the name of the form and its texts.
fn forms(report: &AgendaReport) -> Vec<(&'static str, Vec<String>)> {
    let page = Page::of_agenda(report);
    let forms = [
        ("Markdown", parts::markdown(markdown::page(&page).as_bytes())),
        ("HTML", parts::html(html::page(&page).as_bytes())),
        #[cfg(feature = "office")]
        ("Word", parts::word(&ips::render::word::page(&page))),
        #[cfg(feature = "office")]
        (
            "OpenDocument",
            parts::open_text(&ips::render::odf::document::page(&page)),
        ),
    ];
    let texts = forms.into_iter().map(|(name, parts)| {
        let said = parts.into_iter().filter(|(kind, _)| !kind.contains('@'));
        let said = said.map(|(_, text)| text.trim().to_owned());
        (name, said.filter(|text| !text.is_empty()).collect())
    });
    texts.collect()
}

/// That a form says these, each behind the one before.
fn says_in_order(name: &str, texts: &[String], sentences: &[String]) {
    // A form may hold words together.
    let apart = |text: &str| text.replace('\u{a0}', " ");
    let mut rest = texts.iter();
    for sentence in sentences {
        let found = rest.any(|text| apart(text).contains(&apart(sentence)));
        assert!(found, "{name} doesn't say there: {sentence}\n{texts:#?}");
    }
}

#[test]
fn every_form_says_the_same_in_the_same_order() {
    for lang in Lang::ALL {
        for (profile, question) in [(ordinary(), None), (level(), Some("Wat nu?"))] {
            let (agenda, report) = report(&profile, lang, question);
            let mut said = vec![lang.agenda_title(&report.team), report.head.join(" · ")];
            for line in &report.parts {
                said.push(line.title.clone());
                match line.part {
                    Part::Welcome => {
                        let functions = report.functions.iter();
                        said.extend(functions.map(|who| lang.there_were_on(&report.profile_date, who)));
                    }
                    Part::Agreements if report.agreements.is_empty() => said.push(lang.no_open_agreements()),
                    Part::Agreements => {
                        for line in &report.agreements {
                            said.push(line.what.clone());
                            said.extend(line.who.iter().chain(&line.due).cloned());
                        }
                    }
                    Part::Question => {
                        said.extend([Lang::Nl.central_question(), lang.central_question_source()]);
                        said.extend(report.question.clone());
                    }
                    Part::Activity => {
                        said.extend([report.activity.purpose.clone(), report.activity.needs.clone()]);
                        said.extend(report.activity.steps.iter().map(|(text, _)| text.clone()));
                        said.push(report.activity.source.clone());
                    }
                    Part::Talk => {
                        if report.to_talk {
                            said.extend(report.about_weakest.clone());
                        } else {
                            said.push(lang.time_to_the_question(&report.profile_date));
                        }
                        let lowest = report.talk.iter().flat_map(|topic| &topic.questions);
                        said.extend(lowest.map(|question| question.text.clone()));
                        said.extend(report.divided.iter().map(|question| question.text.clone()));
                        said.extend([lang.slow_down(), lang.look_for_need(), lang.advice_source()]);
                    }
                    Part::Closing => said.push(lang.next_meeting(&report.next)),
                }
            }
            for (name, texts) in forms(&report) {
                says_in_order(name, &texts, &said);
                let all = texts.concat();
                for (_, minutes) in &report.activity.steps {
                    assert!(all.contains(&format!("({minutes})")), "{name}: {minutes}");
                }
            }
            let weekday = lang.pick(
                ["vrijdag 1 januari 2027", "vrijdag 12 februari 2027"],
                ["Friday 1 January 2027", "Friday 12 February 2027"],
            );
            assert_eq!(report.head[0].to_lowercase(), weekday[0].to_lowercase());
            assert_eq!(report.next, weekday[1]);
            assert_eq!(agenda.next, NaiveDate::from_ymd_opt(2027, 2, 12).unwrap());
        }
    }
}

#[test]
fn an_agenda_reads_well() {
    for lang in Lang::ALL {
        let (_, report) = report(&ordinary(), lang, None);
        let page = markdown::page(&Page::of_agenda(&report));
        insta::assert_snapshot!(format!("an_agenda_{}", lang.code()), page);
    }
}

#[test]
fn the_central_question_is_the_sources_character_for_character() {
    let source = include_str!("source/central-question.nl.txt").trim_end();
    assert_eq!(Lang::Nl.central_question(), source);
    assert_ne!(Lang::En.central_question(), source);
    for lang in Lang::ALL {
        let (_, report) = report(&level(), lang, None);
        for (name, texts) in forms(&report) {
            assert!(texts.iter().any(|text| text == source), "{name}");
            assert!(texts.iter().any(|text| text.contains("Schuman, 2023")), "{name}");
            let translated = texts.iter().any(|text| text.contains(&Lang::En.central_question()));
            assert_eq!(translated, lang == Lang::En, "{name}");
        }
    }
}

#[cfg(feature = "office")]
#[test]
fn in_word_steps_are_numbered_and_quotations_and_lines_have_a_style() {
    let (_, report) = report(&ordinary(), Lang::En, None);
    let page = Page::of_agenda(&report);
    let bytes = ips::render::word::page(&page);
    let parts = parts::word(&bytes);
    let of_style = |style: &str| {
        let found = parts.iter().filter(|(kind, text)| kind == style && !text.is_empty());
        found.map(|(_, text)| text.as_str()).collect::<Vec<_>>()
    };
    let steps = report.activity.steps.iter();
    let steps: Vec<String> = steps
        .flat_map(|(text, minutes)| [text.clone(), format!(" ({minutes})")])
        .collect();
    assert_eq!(of_style("ListNumber"), steps);
    assert_eq!(of_style("Quote"), [Lang::Nl.central_question()]);
    assert_eq!(of_style("FillIn bold").len(), 6);
    let files = parts::files(&bytes);
    let file = |name: &str| {
        let (_, content) = files.iter().find(|(file, _)| file == name).unwrap();
        String::from_utf8_lossy(content).into_owned()
    };
    let (document, styles) = (file("word/document.xml"), file("word/styles.xml"));
    for style in ["ListNumber", "Quote", "FillIn"] {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    // The quotation is in Dutch in an English agenda.
    let quoted = document.find("<w:pStyle w:val=\"Quote\">").unwrap();
    assert!(
        document[quoted..]
            .starts_with("<w:pStyle w:val=\"Quote\"></w:pStyle></w:pPr><w:r><w:rPr><w:lang w:val=\"nl-NL\">")
    );
    // Each line to write on, of which the question has two.
    assert_eq!(document.matches("<w:tab>").count(), 7);
}

#[test]
fn in_a_browser_a_quotation_has_its_language_and_lines_are_left_to_the_eye() {
    let (_, report) = report(&ordinary(), Lang::En, None);
    let page = html::page(&Page::of_agenda(&report));
    assert_eq!(page.matches("<blockquote><p lang=\"nl\">").count(), 1);
    assert_eq!(page.matches("<span class=\"line\" aria-hidden=\"true\">").count(), 7);
    assert_eq!(page.matches("<td class=\"room\"").count(), 5 + 4 * 3);
    assert!(!page.contains("<script"));
}

#[test]
fn an_agreement_whose_day_is_before_the_meeting_says_so() {
    let (_, report) = report(&ordinary(), Lang::Nl, None);
    let past: Vec<bool> = report.agreements.iter().map(|agreement| agreement.overdue).collect();
    assert_eq!(past, [true, false, false, false, false]);
    for (name, texts) in forms(&report) {
        let said = texts.iter().filter(|text| text.contains(&Lang::Nl.past_its_date()));
        assert_eq!(said.count(), 1, "{name}");
    }
}

#[test]
fn without_anything_that_stands_out_the_question_gets_the_time() {
    let minutes = |profile: &Profile| {
        let (agenda, _) = report(profile, Lang::Nl, None);
        let of = |part: Part| agenda.parts.iter().find(|(known, _)| *known == part).unwrap().1;
        [of(Part::Agreements), of(Part::Question), of(Part::Talk)]
    };
    assert_eq!(minutes(&ordinary()), [10, 10, 15]);
    assert_eq!(minutes(&level()), [0, 30, 0]);
    let (_, report) = report(&level(), Lang::Nl, None);
    let titles: Vec<&str> = report.parts.iter().map(|line| line.title.as_str()).collect();
    assert_eq!(titles[1], "2. Open afspraken");
    assert_eq!(titles[4], "5. Hoe we samenwerken");
}

#[test]
fn a_question_can_be_any_text() {
    for question in [
        "# Een *kop* | [link](https://example.org) <b>vet</b> &amp; $x$",
        "- geen lijst",
        "1. ook niet",
        "</p><script>alert(1)</script>",
        "regel een\nregel twee",
        "\u{202E}omgekeerd\u{200B} \u{1b}[31mrood",
        "]]> {{ }} %s \\",
    ] {
        let (_, report) = report(&ordinary(), Lang::Nl, Some(question));
        let (_, plain) = self::report(&ordinary(), Lang::Nl, Some("Wq"));
        for ((name, texts), (_, plain)) in forms(&report).into_iter().zip(forms(&plain)) {
            let filled_in = plain.iter().map(|text| text.replace("Wq", &visible(question)));
            assert_eq!(texts, filled_in.collect::<Vec<_>>(), "{name}");
        }
    }
}

#[test]
fn every_way_of_working_is_complete_in_both_languages() {
    let [nl, en] = Lang::ALL.map(built_in);
    assert_eq!(nl.len(), 7, "a prime number");
    for (nl, en) in nl.iter().zip(&en) {
        assert_eq!((&nl.id, nl.own), (&en.id, en.own));
        let texts = |activity: &activities::Activity| {
            let steps = activity.steps.iter().map(|step| step.text.clone());
            let head = [&activity.title, &activity.purpose, &activity.needs].map(Clone::clone);
            head.into_iter().chain(steps).collect::<Vec<_>>()
        };
        assert_eq!(nl.steps.len(), en.steps.len());
        assert!((3..=5).contains(&nl.steps.len()), "{}", nl.id);
        assert!(texts(nl).iter().zip(&texts(en)).all(|(nl, en)| nl != en), "{}", nl.id);
        assert!(!nl.source.is_empty());
    }
}

#[test]
fn every_problem_of_a_file_is_reported_with_its_place() {
    let text = r#"format = 1
extra = 1
[references]
a = "Een bron"
[[activities]]
id = "Een"
title = "Titel"
purpose = ""
reference = "b"
own = "ja"
[[activities]]
id = "twee"
title = { de = "Titel" }
purpose = "Doel"
needs = "niets"
reference = "a"
[[activities.steps]]
text = "Doe iets."
minutes = 0
"#;
    let problems = activities::read("vormen.toml", text, Lang::Nl).unwrap_err();
    let lines: Vec<String> = problems.iter().map(|problem| problem.text(Lang::En)).collect();
    insta::assert_snapshot!("problems_of_ways_of_working", lines.join("\n"));
    let newer = activities::read("x", "format = 2\nactivities = 3", Lang::Nl).unwrap_err();
    assert_eq!(
        newer[0].text(Lang::Nl).split(": ").nth(1),
        Some(Lang::Nl.newer_activities().as_str())
    );
    let none = activities::read("x", "format = 1", Lang::Nl).unwrap_err();
    assert_eq!(none.len(), 1);
    assert!(!activities::looks_like_activities("format = 1"));
}

#[test]
fn the_help_names_every_way_of_working() {
    for lang in Lang::ALL {
        let arguments = ["ips", "agenda", "--help"].map(Into::into);
        let Ok(Parsed::Text(help)) = cli::parse(arguments.into(), lang) else {
            panic!("the help");
        };
        let listed = help.split("--not <").nth(1).unwrap().split("--date").next().unwrap();
        for activity in built_in(lang) {
            assert!(listed.contains(&activity.id), "{} in {listed}", activity.id);
        }
    }
}

#[test]
fn the_folder_and_a_named_file_give_the_same_agenda_and_other_teams_do_not_count() {
    let dir = tempfile::tempdir().unwrap();
    let save = |name: &str, profile: &Profile| std::fs::write(dir.path().join(name), profile.to_toml()).unwrap();
    let made = |arguments: &[&str]| {
        let mut command = ips(dir.path());
        let output = command
            .arg("agenda")
            .args(arguments)
            .assert()
            .success()
            .get_output()
            .clone();
        String::from_utf8(output.stdout).unwrap()
    };
    let activity = |agenda: &str| {
        let title = agenda.lines().find(|line| line.contains("Werkvorm: ")).unwrap();
        title.split(['·', ':']).nth(1).unwrap().trim().to_owned()
    };
    let [first, second, third] = [0, 1, 2].map(|turn| built_in(Lang::Nl)[turn].title.clone());
    let newest = ordinary();
    let mut older = newest.clone();
    older.date = newest.date - Days::new(42);
    save("nieuw.toml", &newest);
    assert_eq!(activity(&made(&[])), second);
    save("ips-groep-noord-2026-10-10.toml", &older);
    let mut other = older.clone();
    other.team = "Zuid".into();
    other.date = newest.date - Days::new(20);
    save("zuid-2026-11-01.toml", &other);
    let team = ["--team", "ips-groep  noord"];
    let agenda = made(&team);
    assert_eq!(activity(&agenda), third);
    assert_eq!(made(&["nieuw.toml"]), agenda);
    // What came after a named profile isn't there yet; the evening of the first profile is the first meeting.
    assert_eq!(activity(&made(&["ips-groep-noord-2026-10-10.toml"])), second);
    assert_eq!(
        activity(&made(&["ips-groep-noord-2026-10-10.toml", "--date", "2026-10-10"])),
        first
    );
    assert_eq!(
        made(&["nieuw.toml", "--date", "2027-01-01", "--minutes", "90", "--weeks", "6"]),
        agenda
    );
    ips(dir.path())
        .args(["agenda", "-o", "a.html"])
        .args(team)
        .assert()
        .success();
    ips(dir.path())
        .args(["agenda", "-o", "a.html"])
        .args(team)
        .assert()
        .code(1);
}

#[test]
fn the_next_meeting_comes_after_the_last_one_whatever_that_was_about() {
    let dir = tempfile::tempdir().unwrap();
    let asked = level();
    let trust = questionnaires::questionnaire("trust", Lang::Nl).unwrap();
    let mut later = common::profile_of(trust, Mode::Joint, &["3"; 24]);
    later.date = asked.date + Days::new(14);
    for (name, profile) in [("1.toml", &asked), ("2.toml", &later)] {
        std::fs::write(dir.path().join(name), profile.to_toml()).unwrap();
    }
    let made = ips(dir.path())
        .args(["agenda", "--questions", "six-elements"])
        .assert()
        .success();
    let agenda = String::from_utf8_lossy(&made.get_output().stdout).into_owned();
    // Six weeks after a Saturday, the 5th of December: the Friday before.
    assert!(agenda.to_lowercase().contains("vrijdag 15 januari 2027"), "{agenda}");
}

#[test]
fn open_agreements_of_all_meetings_come_on_the_agenda_as_they_stand_now() {
    let dir = tempfile::tempdir().unwrap();
    let newest = ordinary();
    let mut older = newest.clone();
    older.date = newest.date - Days::new(42);
    older.agreements.truncate(1);
    older.agreements[0].what = "Van de eerste keer".into();
    older.agreements.push(Agreement::new("culture", "Toen nog open"));
    let mut newest = newest;
    newest.agreements[0].state = AgreementState::Done;
    newest.agreements[2].state = AgreementState::Dropped;
    newest.agreements.push(Agreement {
        made: Some(older.date),
        state: AgreementState::Done,
        ..Agreement::new("culture", "Toen nog open")
    });
    for (name, profile) in [("1.toml", &older), ("2.toml", &newest)] {
        std::fs::write(dir.path().join(name), profile.to_toml()).unwrap();
    }
    let made = |arguments: &[&str]| {
        let mut command = ips(dir.path());
        let output = command
            .arg("agenda")
            .args(arguments)
            .assert()
            .success()
            .get_output()
            .clone();
        let text = String::from_utf8(output.stdout).unwrap();
        let rows = text
            .lines()
            .filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
        let rows = rows
            .map(str::to_owned)
            .filter(|what| !["Afspraak", "---", "Wat we afspreken", ""].contains(&what.as_str()));
        rows.collect::<Vec<_>>()
    };
    // The first due first, and what has no day last.
    let now = ["Van de eerste keer", "Afspraak 1", "Afspraak 3", "Afspraak 4"];
    assert_eq!(made(&[]), now);
    assert_eq!(made(&["2.toml"]), now);
    assert_eq!(made(&["1.toml"]), ["Van de eerste keer", "Toen nog open"]);
}
