//! The questionnaires that go deeper: asked from beginning to end, each on their own where they are about oneself, and named
//! where an element is among the lowest.

use std::path::Path;

use assert_cmd::assert::Assert;
use ips::{
    content::{questionnaires, sources},
    lang::Lang,
    render::markdown::escape,
    tally::Mode,
};

use crate::{common, program::ips};

const MEETING: [&str; 8] = [
    "assess",
    "--plain",
    "--team",
    "Noord",
    "--participants",
    "3",
    "--date",
    "2026-11-21",
];
/// Those that everyone answers for themselves.
const ON_PAPER: [&str; 2] = ["own-attitude", "family"];
const PROFILE: &str = "noord-2026-11-21.toml";

fn dir() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn said(assert: &Assert) -> (String, String) {
    let output = assert.get_output();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

/// `ips assess --plain` of three people with a questionnaire, who all answer alike: with fingers, or each on a sheet.
fn assess(dir: &Path, questions: &str, more: &[&str], count: usize) -> Assert {
    let mut command = ips(dir);
    command.args(MEETING).args(["--questions", questions]).args(more);
    let lines = if ON_PAPER.contains(&questions) {
        let sheets: Vec<String> = ["3", "4", "5"].map(|answer| answer.repeat(count) + "\n").into();
        sheets.concat() + "\nj\n"
    } else {
        "3 4 5\n".repeat(count)
    };
    command.write_stdin(lines).assert()
}

#[test]
fn each_is_asked_from_beginning_to_end_with_its_source_in_both_languages() {
    for id in questionnaires::ids().filter(|id| *id != questionnaires::DEFAULT) {
        for lang in Lang::ALL {
            let dir = dir();
            let questionnaire = questionnaires::questionnaire(id, lang).unwrap();
            // These questions everyone answers about themselves, on paper: the mode is known.
            let on_paper = ON_PAPER.contains(&id);
            let mode: &[&str] = if on_paper { &[] } else { &["--mode", "tally"] };
            let flags = [mode, &["--lang", lang.code()]].concat();
            let (shown, asked) = said(&assess(dir.path(), id, &flags, questionnaire.question_count()).success());
            for at in questionnaire.places().filter(|_| !on_paper) {
                assert!(asked.contains(&questionnaire.question(at).text), "{asked}");
            }
            assert!(shown.contains(PROFILE), "{shown}");
            assert!(!asked.contains(&lang.ask_mode()), "{asked}");
            let show = ips(dir.path()).args(["show", "--json", PROFILE]).assert().success();
            let show: serde_json::Value = serde_json::from_str(&said(&show).0).unwrap();
            assert_eq!(
                (&show["mode"], &show["overall"]),
                (&if on_paper { "ballots" } else { "tally" }.into(), &4.0.into())
            );
            let source = questionnaire.source.unwrap();
            for command in [
                &["questions", "--format", "md", "--questions", id][..],
                &["export", PROFILE],
            ] {
                let report = ips(dir.path()).args(command).args(["--lang", lang.code()]).assert();
                let report = said(&report.success()).0;
                assert!(report.contains(&escape(&lang.source_line(&source))), "{report}");
            }
        }
    }
}

#[test]
fn what_is_about_oneself_is_not_answered_together() {
    let dir = dir();
    std::fs::write(
        dir.path().join("a.toml"),
        "questionnaire = \"own-attitude\"\n[answers]\n\"motivation.time\" = 4\n",
    )
    .unwrap();
    let answers = ["--answers", "a.toml"];
    for more in [
        &["--mode", "joint"][..],
        &["--mode", "tally"],
        &answers,
        &[&answers[..], &["--mode", "joint"]].concat(),
        &[&answers[..], &["--mode", "tally"]].concat(),
    ] {
        let (_, said) = said(&assess(dir.path(), "own-attitude", more, 12).code(2));
        assert!(
            said.contains("voor zichzelf") && said.contains("--mode vellen"),
            "{said}"
        );
        assert_eq!(common::files(dir.path()), ["a.toml"], "nothing was begun");
    }
    // A file of answers is one person's.
    let counted = [&answers[..], &["--mode", "ballots"]].concat();
    assess(dir.path(), "own-attitude", &counted, 0).code(2);
    let alone = ips(dir.path())
        .args(&MEETING[..4])
        .args(&MEETING[6..])
        .args(&counted)
        .args(["--participants", "1"])
        .assert();
    alone.success();
    // Of any other questionnaire an answer file is the team's.
    std::fs::write(
        dir.path().join("a.toml"),
        "questionnaire = \"trust\"\n[answers]\n\"reliability.reach\" = 4\n",
    )
    .unwrap();
    assess(dir.path(), "trust", &answers, 0).success();
}

#[test]
fn nothing_of_a_sheet_is_on_disk_until_all_are_in_and_then_only_counts() {
    let dir = dir();
    let sheets = "123451234512\n543215432154\n";
    let run = |more: &[&str], lines: String| {
        let mut command = ips(dir.path());
        command
            .args(MEETING)
            .args(more)
            .args(["--questions", "own-attitude", "--lang", "nl"]);
        command.write_stdin(lines).assert()
    };
    let draft = || std::fs::read_to_string(dir.path().join("noord-2026-11-21.draft.toml")).unwrap();
    run(&[], sheets.to_owned() + "q\n").code(130);
    assert!(!draft().contains("votes"), "{}", draft());
    // The paper is the draft: all sheets are typed again. A fourth one asks whether the team has grown.
    let (shown, asked) = said(&run(&["--new"], sheets.repeat(2) + "j\n\nj\n\nq\n").success());
    assert!(asked.contains("Zijn jullie nu met 4?"), "{asked}");
    assert!(
        !asked.contains("12345") && !shown.contains("12345"),
        "no sheet is shown: {asked}"
    );
    let profile = std::fs::read_to_string(dir.path().join(PROFILE)).unwrap();
    assert!(
        profile.contains("participants = 4\n") && profile.contains("votes = [2, 0, 0, 0, 2]"),
        "{profile}"
    );
}

#[test]
fn a_question_of_our_own_is_marked_and_explained_once() {
    let dir = dir();
    let list = |id: &str, more: &str| {
        let listed = ips(dir.path()).args(["questions", "--questions", id, more]).assert();
        said(&listed.success()).0
    };
    for (id, own, marks) in [
        ("six-elements", 0, [0, 0]),
        ("trust", 13, [0, 1]),
        ("own-attitude", 8, [9, 1]),
        ("family", 12, [0, 1]),
    ] {
        let sentence = "van ips: ";
        for (more, mark) in [("--lang=nl", "*"), ("--format=md", "\\*")] {
            let text = list(id, more);
            assert_eq!(
                [text.matches(mark).count(), text.matches(sentence).count()],
                marks,
                "{text}"
            );
        }
        let json: serde_json::Value = serde_json::from_str(&list(id, "--json")).unwrap();
        let elements = json["elements"].as_array().unwrap().iter();
        let questions = elements.flat_map(|element| element["questions"].as_array().unwrap());
        assert_eq!(questions.filter(|question| question["own"] == true).count(), own);
    }
}

#[test]
fn the_lowest_elements_name_the_questionnaire_that_goes_deeper() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let name = "ips-groep-de-linde-2026-11-19.toml";
    for (lang, sentence) in [("nl", "Meer vragen: "), ("en", "More questions: ")] {
        let show = ips(&examples).args(["show", name, "--lang", lang]).assert().success();
        let (shown, _) = said(&show);
        // The other lowest element has none.
        assert_eq!(shown.matches(sentence).count(), 1, "{shown}");
        assert!(shown.contains("ips assess --questions boundary-crossing\n"), "{shown}");
        let export = ips(&examples).args(["export", name, "--lang", lang]).assert().success();
        let (report, _) = said(&export);
        let title = questionnaires::questionnaire("boundary-crossing", Lang::from_locale(lang).unwrap())
            .unwrap()
            .title;
        let line = format!("  - {sentence}{title} (ips assess --questions boundary-crossing)\n");
        assert_eq!(report.matches(&line).count(), 1, "{report}");
    }
}

#[test]
fn the_new_keys_are_checked_like_all_others() {
    let text = questionnaires::text("trust").unwrap();
    let text = text.replacen("\nown = true", "\nown = \"ja\"", 1);
    let text = text.replacen("[scale]", "personal = 1\n[scale]", 1);
    let text = text.replacen("id = \"competence\"", "id = \"competence\"\ndeeper = \"nergens\"", 1);
    let problems = questionnaires::read("lijst.toml", &text, Lang::Nl).unwrap_err();
    let said: Vec<String> = problems.iter().map(|problem| problem.text(Lang::Nl)).collect();
    let ends = [
        "personal moet true of false zijn.",
        "elements[1].questions[1].own moet true of false zijn.",
        "elements[2].deeper moet een van deze woorden zijn: six-elements, trust, own-attitude, boundary-crossing, family.",
    ];
    assert_eq!(said.len(), ends.len(), "{said:?}");
    for (said, end) in said.iter().zip(ends) {
        assert!(said.starts_with("lijst.toml, regel ") && said.ends_with(end), "{said}");
    }
}

#[test]
fn tools_and_literature_are_listed_for_all_elements_or_for_one() {
    let dir = dir();
    let list = |more: &[&str]| said(&ips(dir.path()).arg("sources").args(more).assert().success()).0;
    for lang in Lang::ALL {
        let all = list(&["--lang", lang.code()]);
        for heading in [lang.tools_heading(), lang.literature_heading(), lang.practice_heading()] {
            assert_eq!(
                all.lines().filter(|line| *line == format!(" {heading}")).count(),
                1,
                "{all}"
            );
        }
        for source in sources::built_in(lang) {
            // Long lines are wrapped, addresses stay whole.
            let words = |text: &str| text.split_whitespace().collect::<String>();
            assert!(words(&all).contains(&words(&source.citation)) && words(&all).contains(&words(&source.note)));
            assert!(source.url.iter().all(|url| all.lines().any(|line| line.trim() == url)));
        }
    }
    let culture = list(&["--element", "culture"]);
    assert_eq!(culture, list(&["--element", "six-elements.culture"]));
    assert!(
        culture.contains("Samenwerkingsspel") && !culture.contains("monitoraoj"),
        "{culture}"
    );
    let one = list(&["--element", "trust.reliability"]);
    assert!(
        one.contains("Trust and power") && !one.contains("Hulpmiddelen"),
        "{one}"
    );
    for wrong in ["iets", "trust.culture", "reliability.trust", ""] {
        let refused = ips(dir.path()).args(["sources", "--element", wrong]).assert().code(2);
        let (_, said) = said(&refused);
        assert!(said.contains("culture") && said.contains("trust.reliability"), "{said}");
    }
}

#[test]
fn a_file_of_sources_reports_everything_that_is_wrong_with_it() {
    let text = r#"
format = 1
soort = "x"

[[sources]]
id = "een"
kind = "boek"
citation = "Een"
url = "www.nji.nl"
note = "Iets."
helps = ["trust.reliability", "trust.nergens", "nergens.culture", "culture"]

[[sources]]
id = "een"
kind = "tool"
note = { de = "Etwas." }
"#;
    let dir = dir();
    std::fs::write(dir.path().join("bronnen.toml"), text).unwrap();
    let (_, said) = said(&ips(dir.path()).args(["check", "bronnen.toml"]).assert().code(1));
    insta::assert_snapshot!(said);
    assert!(sources::looks_like_sources(text));
}

#[test]
fn a_report_names_tools_first_and_nothing_twice() {
    let answers = "4 4 4 4  1 1 1 1 1  4 4 4 4 4  2 2 2 2  4 4 4  4 4 4";
    let profile = common::profile(Mode::Joint, &answers.split_whitespace().collect::<Vec<_>>());
    let report = common::report(&profile, Lang::Nl);
    let all = sources::built_in(Lang::Nl);
    let of = |id: &str| all.iter().find(|source| source.id == id);
    let named: Vec<Vec<&str>> = report
        .talk
        .iter()
        .map(|topic| topic.sources.iter().map(|source| source.citation.as_str()).collect())
        .collect();
    // The reflection tool helps with both.
    let expected = [["reflection-tool", "collaboration-game"], ["monitor", "jonkman-2021"]];
    assert_eq!(
        named,
        expected.map(|ids| ids.map(|id| of(id).unwrap().citation.as_str()))
    );
}
