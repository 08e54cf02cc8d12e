//! What `README.md` and the texts beside it say: the worked sum is the program's own, and every link leads somewhere.

use std::{collections::HashSet, fmt::Write as _, fs, path::Path};

use ips::{content::questionnaires, lang::Lang};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::program::ips;

/// The element whose score the README reckons, in the example that it names.
const ELEMENT: &str = "enabling-system";
const PROFILE: &str = "ips-groep-de-linde-2027-05-27.toml";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sum as a table: the votes and scores are those that `ips show --json` tells of the example.
fn worked_sum() -> String {
    let ran = ips(&root().join("examples"))
        .args(["show", "--json", PROFILE])
        .assert()
        .success();
    let told: serde_json::Value = serde_json::from_slice(&ran.get_output().stdout).expect("JSON");
    let element = told["elements"].as_array().expect("elements").iter();
    let element = element
        .clone()
        .find(|element| element["id"] == ELEMENT)
        .expect("the element");
    let english = questionnaires::questionnaire("six-elements", Lang::En).expect("the questions");
    let english = english
        .elements
        .iter()
        .find(|element| element.id == ELEMENT)
        .expect("the element");
    let mut table = String::from("| Question | Answers | Sum |\n| --- | --- | --- |\n");
    let mut scores = Vec::new();
    for (question, text) in element["questions"]
        .as_array()
        .expect("questions")
        .iter()
        .zip(&english.questions)
    {
        let votes = question["votes"].as_array().expect("votes").iter();
        let votes = (1..).zip(votes.map(|count| count.as_u64().expect("a count")));
        let votes: Vec<(u64, u64)> = votes.filter(|(_, count)| *count > 0).collect();
        let sum: u64 = votes.iter().map(|(point, count)| point * count).sum();
        let count: u64 = votes.iter().map(|(_, count)| count).sum();
        let mut answers: Vec<String> = votes
            .iter()
            .map(|(point, count)| format!("{count} × {point}"))
            .collect();
        for (name, words) in [("dont_know", "don't know"), ("not_applicable", "not applicable")] {
            match question[name].as_u64().expect("a count") {
                0 => {}
                count => answers.push(format!("{count} × *{words}*")),
            }
        }
        let score = format!("{:.3}", question["score"].as_f64().expect("a score"));
        let answers = answers.join(", ");
        writeln!(table, "| {} | {answers} | {sum} ÷ {count} = {score} |", text.text).expect("memory");
        scores.push(score);
    }
    let total: f64 = scores.iter().map(|score| score.parse::<f64>().expect("a number")).sum();
    let score = element["score"].as_f64().expect("a score");
    writeln!(
        table,
        "| **{}** | {} = {total:.3} | {total:.3} ÷ {} = **{score:.2}** |",
        english.title,
        scores.join(" + "),
        scores.len()
    )
    .expect("memory");
    table
}

#[test]
fn the_worked_sum_is_that_of_the_example() {
    let readme = fs::read_to_string(root().join("README.md"))
        .expect("the README")
        .replace("\r\n", "\n");
    let (_, rest) = readme.split_once("<!-- sum -->\n").expect("where it begins");
    let (written, _) = rest.split_once("<!-- /sum -->").expect("where it ends");
    let reckoned = worked_sum();
    assert_eq!(
        written.trim(),
        reckoned.trim(),
        "this is what README.md should have:\n\n{reckoned}"
    );
}

#[test]
fn the_version_of_rust_that_is_asked_for_is_that_of_the_package() {
    for name in ["README.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root().join(name)).expect("a text");
        let asked = text
            .lines()
            .find(|line| line.starts_with("You need "))
            .expect("what is needed");
        let version = concat!(" ", env!("CARGO_PKG_RUST_VERSION"), " or newer");
        assert!(asked.contains(version), "{name}: {asked}");
    }
}

/// The headings of a text as a forge makes addresses of them, and where its links and pictures lead.
fn places(text: &str) -> (HashSet<String>, Vec<String>) {
    let (mut headings, mut links, mut heading) = (HashSet::new(), Vec::new(), None::<String>);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let words = heading.take().expect("a heading").to_lowercase();
                let kept = words
                    .chars()
                    .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
                headings.insert(kept.map(|c| if c == ' ' { '-' } else { c }).collect());
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                links.push(dest_url.into_string());
            }
            _ => {}
        }
    }
    (headings, links)
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_that_are_there() {
    for name in ["README.md", "CONTRIBUTING.md", "SECURITY.md", "examples/many-teams.md"] {
        let file = root().join(name);
        let text = fs::read_to_string(&file).expect("a text");
        let (_, links) = places(&text);
        for link in links.iter().filter(|link| !link.contains(':')) {
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() {
                file.clone()
            } else {
                file.with_file_name("").join(path)
            };
            assert!(target.exists(), "{name} leads to {link}, which isn't there");
            if !heading.is_empty() {
                let (headings, _) = places(&fs::read_to_string(&target).expect("a text"));
                assert!(
                    headings.contains(heading),
                    "{name} leads to {link}; there are {headings:?}"
                );
            }
        }
    }
}
