//! The Markdown that is exported, read back by a `CommonMark` parser: any text is there, and nothing more than text.

use std::sync::LazyLock;

use ips::{
    agreement::{Agreement, AgreementState},
    comparison::Comparison,
    lang::Lang,
    page::Page,
    profile::Profile,
    render::markdown,
    report::Report,
    scoring::WEAKEST,
    tally::Mode,
    text::{safe, visible, visible_lines},
};
use proptest::prelude::*;

use crate::common::{
    self,
    parts::{Part, markdown as markdown_parts},
};

fn hostile_profile(text: &str, note: &str) -> Profile {
    let mut profile = common::profile(Mode::Tally, &["3 4 4 5 ? - 2", "111", "5 1 1 5", "", "-"]);
    profile.team = text.into();
    profile.functions = Some(text.into());
    profile.questionnaire.elements[0].title = text.into();
    profile.questionnaire.elements[0].questions[0].text = text.into();
    // Not at the start of the label, where a number would be its own.
    profile.questionnaire.scale.labels[0] = Some(format!("label {}", safe(text)));
    profile.questionnaire.source = Some(text.into());
    profile.response_mut((0, 0)).note = Some(note.into());
    profile.agreements.push(Agreement {
        who: Some(text.into()),
        due: Some(text.into()),
        state: AgreementState::Open,
        ..Agreement::new("shared-vision", text)
    });
    profile
}

fn export(profile: &Profile) -> String {
    let comparison = Comparison::of(profile, profile, WEAKEST).unwrap();
    markdown::page(&Page::of(&Report::compared(&comparison, Lang::Nl)))
}

/// Words that no sentence of a report holds: in the place of a text, and of a note, which keeps its lines.
const PLAIN: [&str; 2] = ["Gewoontekst", "Gewoonnotitie"];

/// Asserts that a report with this text everywhere has the same parts as one with an ordinary word, with the text in its
/// place: nothing is lost, split or given a meaning.
fn check(text: &str) {
    static ORDINARY: LazyLock<Vec<Part>> =
        LazyLock::new(|| markdown_parts(export(&hostile_profile(PLAIN[0], PLAIN[1])).as_bytes()));
    let found = markdown_parts(export(&hostile_profile(text, text)).as_bytes());
    let (line, lines) = (safe(text), visible_lines(text).join("\n"));
    let expected = ORDINARY.iter().map(|(kind, plain)| {
        let filled_in = plain.replace(PLAIN[0], &line).replace(PLAIN[1], &lines);
        (kind.clone(), filled_in.trim().to_owned())
    });
    assert_eq!(found, expected.collect::<Vec<Part>>(), "{text:?}");
}

#[test]
fn an_ordinary_report_reads_well() {
    const ORDINARY: &str = "Gewone tekst, zoals “dit” & dat";
    insta::assert_snapshot!(export(&hostile_profile(ORDINARY, ORDINARY)));
}

proptest! {
    #[test]
    fn any_text_stays_text(text in "[-#*_`~|\\\\<>&!\\[\\]()=+.0-9a-z \n\"':$^{}]{1,25}|\\PC{1,20}|.{1,20}") {
        prop_assume!(!text.trim().is_empty() && !visible(&text).trim().is_empty());
        check(&text);
    }
}
