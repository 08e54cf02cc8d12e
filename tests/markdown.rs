//! The Markdown that is exported, read back by a `CommonMark` parser: every text is there, and nothing more than text.

mod common;

use ips::{
    comparison::Comparison,
    messages::Lang,
    profile::{Agreement, AgreementState, Profile},
    report::{Report, changes::Changes, markdown},
    scoring::WEAKEST,
    tally::Mode,
    text::{visible, visible_lines},
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The text of each block of a Markdown document, and the tags in it.
fn parsed(markdown: &str) -> (Vec<String>, Vec<String>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    let (mut blocks, mut tags) = (vec![String::new()], Vec::new());
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => blocks.last_mut().unwrap().push_str(&text),
            Event::Start(tag) => {
                tags.push(format!("{tag:?}"));
                if !matches!(tag, Tag::Strong) {
                    blocks.push(String::new());
                }
            }
            Event::End(TagEnd::Strong) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => blocks.push(String::new()),
            other => tags.push(format!("{other:?}")),
        }
    }
    blocks.retain(|block| !block.is_empty());
    (blocks, tags)
}

fn hostile_profile(text: &str) -> Profile {
    let mut profile = common::profile(Mode::Tally, &["3 4 4 5 ? - 2", "111", "5 1 1 5", "", "-"]);
    profile.team = text.into();
    profile.functions = Some(text.into());
    profile.questionnaire.elements[0].title = text.into();
    profile.questionnaire.elements[0].questions[0].text = text.into();
    profile.questionnaire.scale.labels[0] = text.into();
    profile.questionnaire.source = Some(text.into());
    profile.response_mut((0, 0)).note = Some(text.into());
    profile.agreements.push(Agreement {
        element: "shared-vision".into(),
        what: text.into(),
        who: Some(text.into()),
        due: Some(text.into()),
        state: AgreementState::Open,
    });
    profile
}

fn export(profile: &Profile) -> String {
    let comparison = Comparison::of(profile, profile, WEAKEST).unwrap();
    let changes = Changes::new(&comparison, Lang::Nl);
    markdown::profile(
        &Report::new(profile, &profile.scores(WEAKEST), Lang::Nl),
        Some(&changes),
    )
}

/// A word that no sentence of a report holds.
const PLAIN: &str = "Gewoontekst";

/// Asserts that a report with this text everywhere has the same parts as one with an ordinary word, with the text in its
/// place: nothing is lost, split or given a meaning.
fn check(text: &str) {
    let (plain, plain_tags) = parsed(&export(&hostile_profile(PLAIN)));
    let (blocks, tags) = parsed(&export(&hostile_profile(text)));
    assert_eq!(tags, plain_tags, "{text:?}");
    let shown = visible(text.trim()).into_owned();
    let mut expected: Vec<String> = Vec::new();
    let mut before_note = None;
    for block in plain {
        if block == "Toelichtingen" {
            before_note = Some(1);
        }
        match before_note {
            Some(0) if block.trim() == PLAIN => {
                expected.extend(visible_lines(text));
                before_note = None;
                continue;
            }
            Some(count) if block.trim() == PLAIN => before_note = Some(count - 1),
            _ => {}
        }
        expected.push(block.replace(PLAIN, &shown));
    }
    let trimmed = |blocks: &[String]| blocks.iter().map(|block| block.trim().to_owned()).collect::<Vec<_>>();
    assert_eq!(trimmed(&blocks), trimmed(&expected), "{text:?}");
}

#[test]
fn an_ordinary_report_reads_well() {
    insta::assert_snapshot!(export(&hostile_profile("Gewone tekst, zoals “dit” & dat")));
}

#[test]
fn whatever_is_in_a_text_it_stays_text() {
    for text in [
        "# kop",
        ":---",
        "a\n:-",
        "a | b\n:-: | -",
        "## kop ##",
        "- lijst",
        "* lijst",
        "+ lijst",
        "1. lijst",
        "1) lijst",
        "> citaat",
        "---",
        "===",
        "***",
        "___",
        "```",
        "~~~",
        "    code",
        "a | b",
        "|",
        "\\",
        "\\|",
        "a\\",
        "`code`",
        "**vet**",
        "_schuin_",
        "~~weg~~",
        "[link](javascript:alert(1))",
        "![plaatje](http://x/y.png)",
        "<script>alert(1)</script>",
        "<!-- -->",
        "<a@b.nl>",
        "<http://x.nl>",
        "&lt;",
        "&#60;",
        "&amp;",
        "[^1]",
        "[ ] taak",
        "[x]: http://x",
        "$x$",
        "regel een\nregel twee",
        "regel\n# kop\n---\n| a |",
        "=HYPERLINK(\"x\")",
        "]]>",
        "a  \nb",
        "\u{1b}[31mrood",
        "\u{202E}om",
        "a\tb",
        "😀 ✓",
        "1986. Een jaar",
        "#",
        "-",
        "+",
        "=",
        "…",
        "!",
        "![",
        "*",
        "**",
        "a*b*c",
        "http://x.nl/a_b_c",
    ] {
        check(text);
    }
}

proptest! {
    #[test]
    fn any_text_stays_text(text in "[-#*_`~|\\\\<>&!\\[\\]()=+.0-9a-z \n\"':$^{}]{1,25}|\\PC{1,20}|.{1,20}") {
        prop_assume!(!text.trim().is_empty() && !visible(&text).trim().is_empty());
        check(&text);
    }
}
