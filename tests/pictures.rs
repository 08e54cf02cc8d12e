//! Many teams in one picture, and one team beside others: the same numbers and sentences in every form, and nothing of what
//! isn't told.

use std::{fs, path::Path};

use chrono::Days;
use ips::{
    lang::Lang,
    overview::{Against, Overview},
    page::Page,
    render::{
        csv, html,
        terminal::{self, Look},
    },
    report::{
        against::AgainstReport,
        overview::{ElementLine, OverviewReport},
    },
    scoring::WEAKEST,
    tally::Mode,
};
use serde_json::Value;

use crate::{
    common,
    formats::{Form, pages},
    program::ips,
    teams,
};

const PLAIN: Look = Look {
    columns: Some(80),
    colour: false,
    plain: true,
};

fn picture(count: usize) -> Overview {
    teams::overview(count, &common::six_elements(Lang::Nl))
}

/// Pictures of few and of many teams, with names and without.
fn reports() -> Vec<OverviewReport> {
    let pictures = [
        picture(12),
        picture(3),
        picture(12).without_names(),
        picture(5).without_names(),
    ];
    let pictures = pictures.iter();
    let both = pictures.flat_map(|picture| Lang::ALL.map(|lang| OverviewReport::new(picture, lang)));
    both.collect()
}

fn figures(line: &ElementLine) -> Vec<&str> {
    let told = line.spread.five.iter().filter(|figure| figure.value.is_some());
    told.map(|figure| figure.text.as_str()).collect()
}

#[test]
fn every_page_has_the_same_numbers_and_sentences() {
    for report in reports() {
        for form in pages(&Page::of_overview(&report)) {
            form.says(&report.title);
            form.says(&report.questionnaire);
            let sentences = [&report.about].into_iter().chain(&report.left_out);
            let sentences = sentences.chain(&report.cautions).chain(&report.method);
            sentences.for_each(|sentence| form.says(sentence));
            for line in report.elements.iter().filter(|line| line.weakest.is_some()) {
                let title = format!("{} {}", line.letter, line.title);
                let weakest = line.weakest.map(|count| count.to_string());
                let told = figures(line);
                let row = [title.as_str()].into_iter().chain(told).chain(weakest.as_deref());
                form.has_row(&row.collect::<Vec<_>>());
            }
            for line in report.lowest.iter().chain(&report.divided) {
                form.says(&line.text);
            }
            for team in &report.standings {
                let scores = team.scores.iter().map(|line| line.score.text.as_str());
                let row = [team.name.as_str(), team.short_date.as_str()].into_iter().chain(scores);
                form.has_row(&row.collect::<Vec<_>>());
            }
        }
    }
}

#[cfg(feature = "office")]
#[test]
fn the_workbook_has_the_numbers_of_the_page_and_no_column_of_what_is_not_told() {
    for report in reports() {
        let bytes = ips::render::excel::of(&ips::render::Contents::Overview(Box::new(report.clone())));
        let form = Form::new("Excel", common::parts::excel(&bytes));
        form.says(&report.about);
        report.left_out.iter().for_each(|sentence| form.says(sentence));
        let heads = [
            (report.lang.lowest_column(), 0),
            (report.lang.median_column(), 2),
            (report.lang.highest_column(), 4),
        ];
        let texts: Vec<String> = common::parts::excel(&bytes).into_iter().map(|(_, text)| text).collect();
        for (head, place) in heads {
            let told = report
                .elements
                .iter()
                .any(|line| line.spread.five[place].value.is_some());
            assert_eq!(texts.contains(&head), told, "{head}");
        }
        assert_eq!(texts.contains(&report.lang.team_column()), !report.anonymous);
        for line in &report.elements {
            let numbers = line.spread.five.iter().filter_map(|figure| figure.value);
            let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
            let teams = line.spread.teams.to_string();
            let weakest = line.weakest.map(|count| count.to_string());
            let row = [line.title.as_str(), teams.as_str()].into_iter();
            let row = row.chain(numbers.iter().map(String::as_str)).chain(weakest.as_deref());
            form.has_row(&row.collect::<Vec<_>>());
        }
    }
}

#[test]
fn the_screen_and_its_words_have_the_numbers_of_the_page() {
    for report in reports() {
        for look in [Look::from(80), Look::from(40), PLAIN] {
            let shown = terminal::overview(&report, look);
            let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            for line in &report.elements {
                let median = line.spread.median();
                assert!(median.is_none_or(|median| shown.contains(&median.text)), "{shown}");
            }
            for sentence in report.cautions.iter().chain(&report.left_out).chain([&report.about]) {
                assert!(shown.contains(sentence.as_str()), "{sentence}");
            }
            let scores = report.standings.iter().flat_map(|team| &team.scores);
            for score in scores.filter(|line| line.band.is_some()) {
                assert!(shown.contains(&score.score.text), "{}", score.score.text);
            }
        }
    }
}

#[test]
fn rows_of_teams_have_their_scores_and_no_formula() {
    let mut overview = picture(3);
    overview.standings[0].team = "=1+1".into();
    overview.standings[1].folder = Some("wijk-west".into());
    let mut rows = Vec::new();
    csv::teams(&mut rows, &overview).unwrap();
    let rows = String::from_utf8(rows).unwrap();
    let lines: Vec<&str> = rows.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(
        lines[0].starts_with("team,folder,date,mode,participants,shared-vision,culture,"),
        "{rows}"
    );
    assert!(lines[1].starts_with("'=1+1,,2026-"), "{rows}");
    assert!(lines[2].contains(",wijk-west,2026-"), "{rows}");
    let score = overview.standings[2].score(0).unwrap();
    let score = ips::fraction::plain(&score).to_string();
    assert!(lines[3].contains(&format!(",7,{score},")), "{rows}");
}

#[test]
fn a_page_of_more_teams_than_fit_on_paper_says_where_they_are() {
    let tables = |count| {
        let report = OverviewReport::new(&picture(count), Lang::Nl);
        html::page(&Page::of_overview(&report))
            .matches("<table class=\"heat-map")
            .count()
    };
    assert_eq!(tables(40), 1);
    assert_eq!(tables(41), 0);
    let report = OverviewReport::new(&picture(41), Lang::Nl);
    for form in pages(&Page::of_overview(&report)) {
        form.says(&Lang::Nl.no_teams_on_page(41));
    }
}

#[test]
fn a_picture_without_names_tells_no_team_in_any_form() {
    let named = picture(12);
    let names: Vec<String> = named.standings.iter().map(|standing| standing.team.clone()).collect();
    let overview = named.without_names();
    let report = OverviewReport::new(&overview, Lang::Nl);
    let page = html::page(&Page::of_overview(&report));
    let shown = terminal::overview(&report, 200) + &terminal::overview(&report, PLAIN) + &page;
    for name in names {
        assert!(!shown.contains(&name), "{name}");
    }
    assert!(!shown.contains("class=\"whisker\""));
    let few = OverviewReport::new(&picture(5).without_names(), Lang::Nl);
    assert!(!html::page(&Page::of_overview(&few)).contains("<svg"));
    assert!(!terminal::overview(&few, 80).contains("··"));
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("teams")).unwrap();
    for (number, profile) in teams::profiles(2, &common::six_elements(Lang::Nl)).iter().enumerate() {
        std::fs::write(folder.path().join(format!("teams/{number}.toml")), profile.to_toml()).unwrap();
    }
    let refused = ips(folder.path())
        .args(["overview", "teams", "--anonymous", "-o", "teams.csv"])
        .assert()
        .code(2);
    assert!(String::from_utf8_lossy(&refused.get_output().stderr).contains("--anonymous"));
}

/// Of few teams nothing that their answers come to is told without names: not which elements are low, nor where they are divided.
#[test]
fn a_picture_of_few_teams_without_names_is_the_same_whatever_they_answered() {
    let all = picture(12);
    let told = |standings: &[ips::overview::Standing]| {
        let overview = Overview::of(all.questionnaire.clone(), standings.to_vec()).without_names();
        let report = OverviewReport::new(&overview, Lang::Nl);
        let page = Page::of_overview(&report);
        let mut json = Vec::new();
        ips::render::json::overview(&mut json, &overview, Lang::Nl).unwrap();
        let mut said = [Look::from(80), Look::from(40), PLAIN]
            .map(|look| terminal::overview(&report, look))
            .to_vec();
        said.extend([html::page(&page), ips::render::markdown::page(&page)]);
        said.push(String::from_utf8(json).unwrap());
        #[cfg(feature = "office")]
        said.push(format!(
            "{:?}",
            common::parts::excel(&ips::render::excel::of(&ips::render::Contents::Overview(Box::new(
                report.clone()
            ))))
        ));
        said
    };
    let few = told(&all.standings[..7]);
    assert_eq!(few, told(&all.standings[5..]));
    assert_ne!(told(&all.standings[..8]), told(&all.standings[4..]));
}

#[test]
fn what_makes_a_picture_less_certain_is_said() {
    let six = common::six_elements(Lang::Nl);
    let of = |change: fn(usize, &mut ips::overview::Standing)| {
        let mut standings = teams::overview(6, &six).standings;
        for (number, standing) in standings.iter_mut().enumerate() {
            standing.mode = Mode::Joint;
            standing.date = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
            change(number, standing);
        }
        OverviewReport::new(&Overview::of(six.clone(), standings), Lang::Nl).cautions
    };
    assert_eq!(of(|_, _| {}), Vec::<String>::new());
    let modes = of(|number, standing| standing.mode = Mode::WORDS[number % 2].1);
    assert_eq!(modes, [Lang::Nl.modes_between("3 samen beantwoord, 3 ieder voor zich")]);
    let near = of(|number, standing| standing.date = standing.date + Days::new(number as u64 * 36));
    assert_eq!(near, Vec::<String>::new());
    let far = of(|number, standing| standing.date = standing.date + Days::new(number as u64 * 37));
    assert_eq!(far, [Lang::Nl.far_apart(6)]);
    let few = OverviewReport::new(&picture(4), Lang::Nl).cautions;
    assert_eq!(few[0], Lang::Nl.few_teams(4));
    assert!(
        !OverviewReport::new(&picture(5), Lang::Nl)
            .cautions
            .contains(&Lang::Nl.few_teams(5))
    );
}

#[test]
fn on_a_terminal() {
    let report = OverviewReport::new(&picture(12), Lang::Nl);
    let unnamed = OverviewReport::new(&picture(5).without_names(), Lang::En);
    insta::assert_snapshot!(format!(
        "{}\n=====\n{}\n=====\n{}",
        terminal::overview(&report, 80),
        terminal::overview(&OverviewReport::new(&picture(3), Lang::Nl), 40),
        terminal::overview(&unnamed, 80),
    ));
}

/// The first of the teams beside the others of so many.
fn beside(count: usize) -> (Against, ips::profile::Profile) {
    let six = common::six_elements(Lang::Nl);
    let own = teams::profiles(1, &six).remove(0);
    let against = Against::of(&own, &own.scores(WEAKEST), &teams::overview(count, &six)).unwrap();
    (against, own)
}

#[test]
fn a_team_beside_others_is_not_one_of_them() {
    let (against, own) = beside(9);
    assert_eq!(against.teams, 8);
    let scores = own.scores(WEAKEST);
    for (index, element) in against.elements.iter().enumerate() {
        let overview = picture(9);
        let others = overview.standings.iter().filter(|standing| standing.team != own.team);
        let others: Vec<_> = others.filter_map(|standing| standing.score(index)).collect();
        let own = scores.elements[index].score.as_ref().unwrap();
        assert_eq!(element.own.as_ref(), Some(own));
        assert_eq!(element.others.teams, others.len());
        assert_eq!(element.lower, others.iter().filter(|score| *score < own).count());
        assert_eq!(element.higher, others.iter().filter(|score| *score > own).count());
    }
    let six = common::six_elements(Lang::Nl);
    assert!(Against::of(&own, &scores, &teams::overview(1, &six)).is_none());
    let mut other = six.clone();
    other.id = "eigen".into();
    assert!(Against::of(&own, &scores, &teams::overview(9, &other)).is_none());
}

#[test]
fn a_team_beside_others_on_a_terminal() {
    let shown = |count, lang, look: Look| {
        let (against, own) = beside(count);
        terminal::against(&AgainstReport::new(&against, &own, lang), look)
    };
    insta::assert_snapshot!(format!(
        "{}\n=====\n{}\n=====\n{}",
        shown(9, Lang::Nl, 80.into()),
        shown(4, Lang::En, 40.into()),
        shown(9, Lang::Nl, PLAIN),
    ));
}

#[test]
fn show_against_a_folder_says_the_same_in_json_and_in_words() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let show = |flags: &[&str]| {
        let own = ["show", "netwerk/ips-groep-de-kreek-2026-09-08.toml"];
        let ran = ips(&examples).args(own).args(flags).assert().success();
        String::from_utf8(ran.get_output().stdout.clone()).unwrap()
    };
    let data: Value = serde_json::from_str(&show(&["--against", "netwerk", "--json"])).unwrap();
    assert_eq!(data["against"]["teams"], 7);
    let words = show(&["--against", "netwerk", "--plain"]);
    for element in data["against"]["elements"].as_array().unwrap() {
        let counts = [&element["lower"], &element["higher"]].map(|count| count.as_u64().unwrap());
        let [lower, higher] = counts.map(|count| usize::try_from(count).unwrap());
        assert!(words.contains(&Lang::Nl.lower_and_higher(lower, higher)), "{words}");
    }
    let alone = ips(&examples)
        .args(["show", "ips-groep-de-linde-2027-05-27.toml", "--against", "."])
        .args(["--json"])
        .assert()
        .success();
    let alone: Value = serde_json::from_slice(&alone.get_output().stdout).unwrap();
    assert_eq!(alone["against"]["teams"], 8);
}

/// A folder with the teams of the example of many teams.
fn network() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/netwerk");
    for file in fs::read_dir(example).unwrap().map(|entry| entry.unwrap().path()) {
        fs::copy(&file, folder.path().join(file.file_name().unwrap())).unwrap();
    }
    folder
}

const OWN: &str = "ips-groep-de-kreek-2026-09-08.toml";

#[test]
fn show_against_a_folder_names_what_it_cannot_read_there() {
    let folder = network();
    fs::write(folder.path().join("half.toml"), "format = 1\nteam = \"Half\"\n").unwrap();
    let ran = ips(folder.path())
        .args(["show", OWN, "--against", ".", "--json"])
        .assert()
        .success();
    let told = String::from_utf8(ran.get_output().stderr.clone()).unwrap();
    assert!(told.contains("half.toml"), "{told}");
    assert!(told.contains(&Lang::Nl.skipped_counted(1)), "{told}");
    let data: Value = serde_json::from_slice(&ran.get_output().stdout).unwrap();
    assert_eq!(data["against"]["teams"], 7);
}

#[test]
fn another_version_is_told_with_what_shows_it_and_that_works() {
    let folder = network();
    let own = folder.path().join(OWN);
    let newer = fs::read_to_string(&own)
        .unwrap()
        .replace("\nversion = 1\n", "\nversion = 2\n");
    fs::write(&own, newer).unwrap();
    let overview = |flags: &[&str]| ips(folder.path()).arg("overview").args(flags).assert();
    let ran = overview(&["--plain"]).success();
    let [out, err] = [&ran.get_output().stdout, &ran.get_output().stderr].map(|text| String::from_utf8_lossy(text));
    assert!(err.contains("--questions six-elements@2"), "{err}");
    assert!(out.contains(", versie 2 (1 profiel)"), "{out}");

    for (named, version, teams) in [
        ("six-elements@2", 2, 1),
        ("six-elements@1", 1, 7),
        ("six-elements", 1, 7),
    ] {
        let ran = overview(&["--questions", named, "--json"]).success();
        let data: Value = serde_json::from_slice(&ran.get_output().stdout).unwrap();
        assert_eq!(
            (&data["questionnaire_version"], &data["teams"]),
            (&version.into(), &teams.into()),
            "{named}"
        );
    }
    let ran = overview(&["--questions", "six-elements@3"]).failure();
    let err = String::from_utf8_lossy(&ran.get_output().stderr);
    assert!(
        err.contains(&Lang::Nl.none_of_questionnaire("six-elements@3", "six-elements")),
        "{err}"
    );
}

#[test]
fn what_is_not_there_is_told_with_what_helps() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("leeg")).unwrap();
    std::fs::create_dir(folder.path().join("teams")).unwrap();
    for (number, profile) in teams::profiles(2, &common::six_elements(Lang::Nl)).iter().enumerate() {
        std::fs::write(folder.path().join(format!("teams/{number}.toml")), profile.to_toml()).unwrap();
    }
    let said = |arguments: &[&str]| {
        let refused = ips(folder.path()).args(arguments).assert().failure();
        String::from_utf8_lossy(&refused.get_output().stderr).into_owned()
    };
    // Of days only where some were given.
    for command in ["overview", "export"] {
        assert!(!said(&[command, "leeg"]).contains("--from"), "{command}");
        assert!(
            said(&[command, "leeg", "--to", "1-9-2026"]).contains("--from"),
            "{command}"
        );
    }
    let unknown = said(&["overview", "teams", "--questions", "zomaar"]);
    assert!(
        unknown.contains("In de mappen staan profielen met: six-elements."),
        "{unknown}"
    );
    assert_eq!(said(&["export", "nergens"]), "De map nergens bestaat niet.\n");
}

/// Whoever reads Markdown sees no drawing to explain.
#[test]
fn a_drawing_is_explained_only_where_it_is() {
    let page = Page::of_overview(&OverviewReport::new(&picture(12), Lang::Nl));
    let legend = Lang::Nl.spread_legend();
    assert!(html::page(&page).contains(&legend));
    assert!(!ips::render::markdown::page(&page).contains(&legend));
}
