//! Two meetings of which not all can be compared: one number for one thing, in every form, table and picture.

use chrono::Months;
use ips::{
    comparison::Comparison,
    drawing::{line_chart::LineChart, radar::Radar},
    lang::Lang,
    page::Page,
    profile::Profile,
    render::{csv, html, json, markdown, terminal},
    report::{Report, changes::ChangeLine, trend::TrendReport},
    scoring::WEAKEST,
    tally::Mode,
    trend::Trend,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::common::{self, parts};

/// Then and now, as a form shows them; `None` where there is no number.
type Shown = Option<[String; 2]>;

/// The answers of one meeting, of which some questions have another text and some elements aren't asked.
#[derive(Clone, Debug)]
struct Evening {
    mode: Mode,
    answers: Vec<&'static str>,
    reworded: Vec<bool>,
    asked: Vec<bool>,
}

fn evening() -> impl Strategy<Value = Evening> {
    let joint = || prop::sample::select(vec!["1", "2", "3", "4", "5", "?", "-", ""]);
    let counted = || prop::sample::select(vec!["1 3 4", "3 3 4 5 5 5", "2 2 2", "5 4", "? ? 3", "- - 2", ""]);
    let reworded = || prop::collection::vec(prop::bool::weighted(0.1), 24);
    let asked = || prop::collection::vec(prop::bool::weighted(0.85), 6);
    let of = |mode, answers, reworded, asked| Evening {
        mode,
        answers,
        reworded,
        asked,
    };
    prop_oneof![
        (prop::collection::vec(joint(), 24), reworded(), asked()).prop_map(move |(a, r, e)| of(Mode::Joint, a, r, e)),
        (prop::collection::vec(counted(), 24), reworded(), asked()).prop_map(move |(a, r, e)| of(Mode::Tally, a, r, e)),
    ]
}

fn profile_of(evening: &Evening) -> Profile {
    let mut profile = common::profile(evening.mode, &evening.answers);
    let places: Vec<_> = profile.questionnaire.places().collect();
    for (at, _) in places.iter().zip(&evening.reworded).filter(|(_, reworded)| **reworded) {
        profile.questionnaire.elements[at.0].questions[at.1]
            .text
            .push_str(" Echt?");
    }
    let asked = profile.questionnaire.elements.iter().zip(&evening.asked);
    let asked: Vec<String> = asked
        .filter(|(_, asked)| **asked)
        .map(|(element, _)| element.id.clone())
        .collect();
    profile.ask_only(&asked);
    profile
}

/// A number as it is written in either language.
fn number(text: &str) -> Option<f64> {
    text.replace(',', ".").parse().ok()
}

/// That a form shows these numbers, each rounded to the decimals that it has there.
fn same(form: &str, shown: &[Shown], expected: &[Option<[f64; 2]>]) {
    assert_eq!(shown.len(), expected.len(), "{form}");
    for (shown, expected) in shown.iter().zip(expected) {
        let (Some(shown), Some(expected)) = (shown, expected) else {
            assert!(
                shown.is_none() && expected.is_none(),
                "{form}: {shown:?} is {expected:?}"
            );
            continue;
        };
        for (text, value) in shown.iter().zip(expected) {
            let decimals = text.split([',', '.']).nth(1).map_or(0, str::len);
            let near = 0.5 * 0.1_f64.powi(i32::try_from(decimals).unwrap()) + 1e-6;
            let number = number(text).unwrap_or_else(|| panic!("{form}: {text} is no number"));
            assert!((number - value).abs() <= near, "{form}: {text} is {value}");
        }
    }
}

/// The two numbers around an arrow, or behind a title.
fn pair(before: &str, after: &str) -> Shown {
    let shown = [before, after].map(|text| text.trim_matches([';', '.', ',']).to_owned());
    number(&shown[0]).and(number(&shown[1])).map(|_| shown)
}

/// The rows of the table below a heading: each title with what stands behind it.
fn rows(parts: Vec<parts::Part>, heading: &str, titles: &[&str]) -> Vec<Shown> {
    let said = parts.into_iter().filter(|(kind, _)| !kind.contains('@'));
    let texts: Vec<String> = said.map(|(_, text)| text.trim().to_owned()).collect();
    let texts: Vec<&String> = texts.iter().filter(|text| !text.is_empty()).collect();
    let start = texts.iter().position(|text| *text == heading).expect("what changed");
    let mut rest = &texts[start..];
    let row = |title: &&str| {
        let at = rest
            .iter()
            .position(|text| text == title)
            .expect("a row for each element");
        rest = &rest[at + 1..];
        pair(rest[0], rest[1])
    };
    titles.iter().map(row).collect()
}

/// The numbers of each element, as JSON has them over the compared questions, and those that aren't the profile's own.
fn expected(data: &Value) -> (Vec<Option<[f64; 2]>>, bool) {
    let elements = data["elements"].as_array().unwrap();
    let pair = |element: &Value, keys: [&str; 2]| {
        let [then, now] = keys.map(|key| element[key].as_f64());
        Some([then?, now?])
    };
    let compared: Vec<_> = elements
        .iter()
        .map(|element| pair(element, ["before", "after"]))
        .collect();
    let own = elements
        .iter()
        .map(|element| pair(element, ["score_before", "score_after"]));
    let partial = compared.iter().zip(own).any(|(one, own)| one.is_some() && *one != own);
    (compared, partial)
}

fn check(before: &Profile, after: &Profile, lang: Lang) {
    let comparison = Comparison::of(before, after, WEAKEST).unwrap();
    let data: Value = serde_json::from_str(&json::changes(&comparison)).unwrap();
    let (compared, partial) = expected(&data);
    let report = Report::compared(&comparison, lang);
    let changes = report.changes.as_ref().unwrap();
    // All together can differ where no element does: over fewer elements.
    let scoped = changes.scope.is_some();
    assert!(scoped || !partial);
    let scope = lang.only_compared();
    let heading = lang.changes_heading(&changes.before, &changes.after);
    let titles: Vec<&str> = changes.elements.iter().map(|line| line.title.as_str()).collect();

    let page = Page::of(&report);
    let text = markdown::page(&page);
    assert_eq!(text.contains(&scope), scoped, "{text}");
    same(
        "markdown",
        &rows(parts::markdown(text.as_bytes()), &heading, &titles),
        &compared,
    );
    let text = html::page(&page);
    assert_eq!(text.contains(&scope), scoped);
    same(
        "html",
        &rows(parts::html(text.as_bytes()), &heading, &titles),
        &compared,
    );

    let squeezed = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = terminal::changes(changes, 200);
    assert_eq!(squeezed(shown.clone()).contains(&scope), scoped, "{shown}");
    let row = |line: &ChangeLine| {
        // A title can be cut there, but not its beginning.
        let title: String = line.title.chars().take(20).collect();
        let row = shown.lines().find(|text| text.trim_start().starts_with(&title));
        let words: Vec<&str> = row.expect("a row").split_whitespace().collect();
        let arrow = words.iter().position(|word| *word == "→").expect("an arrow");
        pair(words[arrow - 1], words[arrow + 1])
    };
    same(
        "terminal",
        &changes.elements.iter().map(row).collect::<Vec<_>>(),
        &compared,
    );

    let look = terminal::Look {
        columns: None,
        colour: false,
        plain: true,
    };
    let said = terminal::changes(changes, look);
    let capital = scope[..1].to_uppercase() + &scope[1..];
    assert_eq!(said.contains(&capital), scoped, "{said}");
    let fact = |line: &ChangeLine| {
        let fact = said.lines().find(|text| text.starts_with(&line.title)).expect("a fact");
        let words: Vec<&str> = fact[line.title.len()..].split_whitespace().collect();
        let numbers: Vec<&str> = words
            .into_iter()
            .filter(|word| number(word.trim_matches(',')).is_some())
            .collect();
        line.is_compared().then(|| pair(numbers[0], numbers[1])).flatten()
    };
    same(
        "plain",
        &changes.elements.iter().map(fact).collect::<Vec<_>>(),
        &compared,
    );

    drawn(&report, &compared, scoped);
    rows_of_questions(&comparison, &data);
    #[cfg(feature = "office")]
    {
        let word = ips::render::word::page(&page);
        same("word", &rows(parts::word(&word), &heading, &titles), &compared);
        workbook(&report, &compared, scoped);
    }
}

/// The radar draws and says what is compared and nothing else; where nothing is, it is that of now alone.
fn drawn(report: &Report, compared: &[Option<[f64; 2]>], scoped: bool) {
    let radar = Radar::of(report);
    let alone = radar.alone();
    assert_eq!(alone.contains(&report.lang.only_compared()), scoped, "{alone}");
    let description = radar.description();
    let any = compared.iter().any(Option::is_some);
    assert_eq!(radar.is_compared(), any);
    let axes = report.elements.iter().zip(&radar.axes);
    if !any {
        let now: Vec<Option<f64>> = report.elements.iter().map(|line| line.score.share).collect();
        assert_eq!(radar.series[0].shares, now);
        assert!(axes.into_iter().all(|(line, axis)| axis.score == line.score.text));
        return;
    }
    let mut said = Vec::new();
    for (place, (line, axis)) in axes.enumerate() {
        let behind = &description[description.find(&line.title).unwrap() + line.title.len()..];
        let words: Vec<&str> = behind.split_whitespace().take(4).collect();
        said.push(if axis.score.contains('→') {
            pair(words[1], words[3])
        } else {
            None
        });
        let share = |which: usize| compared[place].map(|numbers| (numbers[which] - 1.0) / 4.0);
        for (which, series) in radar.series.iter().enumerate() {
            let near = match (series.shares[place], share(which)) {
                (Some(drawn), Some(share)) => (drawn - share).abs() < 1e-5,
                (drawn, share) => drawn.is_none() && share.is_none(),
            };
            assert!(near, "{:?} of {compared:?}", radar.series);
        }
    }
    same("radar", &said, &compared[..radar.axes.len()]);
    if radar.missing().is_none() {
        let dots = alone.matches("<circle").count();
        let two_for_the_key = 2;
        assert_eq!(dots, 2 * compared.iter().flatten().count() + two_for_the_key);
    }
}

/// A team's course has its own scores in every picture, and the whole over the compared questions in its table.
fn follow(meetings: &[&Profile], lang: Lang) {
    let trend = Trend::of(meetings, WEAKEST).unwrap();
    let data: Value = serde_json::from_str(&json::trend(&trend)).unwrap();
    let report = TrendReport::new(&trend, lang);
    let score = |meeting: usize, element: usize| data["meetings"][meeting]["elements"][element]["score"].as_f64();
    for (place, chart) in LineChart::all(&report).iter().take(report.elements.len()).enumerate() {
        for (meeting, stop) in chart.stops.iter().enumerate() {
            let drawn = stop.score.share.map(|share| 1.0 + 4.0 * share);
            assert_eq!(drawn.is_some(), score(meeting, place).is_some());
            assert!(
                drawn
                    .zip(score(meeting, place))
                    .is_none_or(|(drawn, score)| (drawn - score).abs() < 1e-5)
            );
        }
    }
    let whole = data["whole"]["elements"].as_array().unwrap();
    let compared: Vec<Option<[f64; 2]>> = whole
        .iter()
        .map(|element| Some([element["before"].as_f64()?, element["after"].as_f64()?]))
        .collect();
    let last = meetings.len() - 1;
    let own = |place: usize| Some([score(0, place)?, score(last, place)?]);
    let partial = (0..)
        .zip(&compared)
        .any(|(place, one)| one.is_some() && *one != own(place));
    let page = Page::of_trend(&report);
    let heading = lang.changes_heading(&report.meetings[0].date, &report.meetings[last].date);
    let titles: Vec<&str> = report.elements.iter().map(|line| line.title.as_str()).collect();
    let text = markdown::page(&page);
    let columns = text.contains(&format!("{} ({})", lang.then_heading(), lang.only_compared()));
    assert!(columns || !partial, "{text}");
    same(
        "markdown",
        &rows(parts::markdown(text.as_bytes()), &heading, &titles),
        &compared,
    );
    same(
        "html",
        &rows(parts::html(html::page(&page).as_bytes()), &heading, &titles),
        &compared,
    );
}

/// CSV has each question's numbers as JSON has them.
fn rows_of_questions(comparison: &Comparison<'_>, data: &Value) {
    let mut bytes = Vec::new();
    let (after, scores) = (comparison.after, &comparison.after_scores);
    csv::questions(&mut bytes, after, scores, Some(comparison), csv::Dialect::Plain).unwrap();
    let cells = parts::csv(&bytes, b',');
    let column = |name: &str| {
        let cells = cells.iter().filter(move |(column, _)| column == name);
        cells.map(|(_, cell)| cell.clone()).collect::<Vec<String>>()
    };
    let [ids, then, now] = ["question", "before", "after"].map(column);
    let elements = data["elements"].as_array().unwrap();
    let questions: Vec<&Value> = elements
        .iter()
        .flat_map(|element| element["questions"].as_array().unwrap())
        .collect();
    for (index, id) in ids.iter().enumerate() {
        let question = questions.iter().find(|question| question["id"] == id.as_str());
        let said = |key: &str| question.map(|question| question[key].as_f64().unwrap());
        assert_eq!(
            [number(&then[index]), number(&now[index])],
            [said("before"), said("after")]
        );
    }
}

/// Both sheets have the same numbers, and the chart points at cells that hold them.
#[cfg(feature = "office")]
fn workbook(report: &Report, compared: &[Option<[f64; 2]>], scoped: bool) {
    let lang = report.lang;
    let bytes = ips::render::excel::workbook(report);
    let cells = parts::excel(&bytes);
    let cell = |sheet: &str, row: usize, column: usize, kind: &str| {
        let place = format!("{sheet} {row},{column} {kind}");
        let found = cells.iter().find(|(where_, _)| *where_ == place);
        found.map(|(_, text)| text.clone())
    };
    let sheet = |name: &str, columns: [usize; 2], elements: usize| {
        let row = |row: usize| {
            let numbers = columns.map(|column| cell(name, row, column, "number"));
            let [before, after] = numbers;
            before.zip(after).map(|(before, after)| [before, after])
        };
        let numbers: Vec<Shown> = (1..=elements).map(row).collect();
        // The scores themselves are over all questions.
        for column in columns
            .into_iter()
            .filter(|column| (name, *column) != (&lang.elements_sheet(), 1))
        {
            let head = cell(name, 0, column, "text").unwrap();
            assert_eq!(head.contains(&lang.only_compared()), scoped, "{head}");
        }
        numbers
    };
    let count = report.elements.len();
    // The scores of now stand there once, where all of them are compared as they are.
    let elements = lang.elements_sheet();
    let once = cell(&elements, 0, 7, "text").is_none();
    let now = if once { 1 } else { 7 };
    let scores: Vec<Option<f64>> = report.elements.iter().map(|element| element.score.value).collect();
    let as_compared = compared
        .iter()
        .zip(&scores)
        .all(|(pair, own)| pair.is_some() == own.is_some());
    assert!(!once || (as_compared && !scoped), "{scores:?} {compared:?}");
    same("elements", &sheet(&elements, [6, now], count), &compared[..count]);
    same(
        "differences",
        &sheet(&lang.difference_column(), [1, 2], compared.len()),
        compared,
    );
    let charts = parts::files(&bytes).into_iter();
    let charts = charts.filter(|(name, _)| name.starts_with("xl/charts/chart"));
    for (_, content) in charts {
        let text = String::from_utf8(content).unwrap();
        let points_at = |column: &str| text.contains(&format!("!${column}$2:"));
        let any = compared.iter().any(Option::is_some);
        assert_eq!(["B", "G", "H"].map(points_at), [!any || once, any, any && !once]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_form_shows_the_same_numbers_then_and_now(before in evening(), after in evening()) {
        let (before, mut after) = (profile_of(&before), profile_of(&after));
        after.date = before.date + Months::new(6);
        for lang in Lang::ALL {
            check(&before, &after, lang);
            follow(&[&before, &after], lang);
        }
    }
}

#[test]
fn what_cannot_be_compared_is_not_drawn() {
    let before = common::profile(Mode::Joint, &["2"; 24]);
    let mut after = common::profile(Mode::Joint, &["4"; 24]);
    for question in &mut after.questionnaire.elements[1].questions {
        question.text.push_str(" Echt?");
    }
    check(&before, &after, Lang::Nl);
    let radar = |after: &Profile| {
        let comparison = Comparison::of(&before, after, WEAKEST).unwrap();
        Radar::of(&Report::compared(&comparison, Lang::Nl))
    };
    assert_eq!(radar(&after).axes[1].score, "niet te vergelijken");
    assert_eq!(
        [0, 1].map(|series: usize| radar(&after).series[series].shares[1]),
        [None; 2]
    );
    for question in after
        .questionnaire
        .elements
        .iter_mut()
        .flat_map(|element| &mut element.questions)
    {
        question.text.push_str(" Nu?");
    }
    check(&before, &after, Lang::Nl);
    assert_eq!(radar(&after).series.len(), 1, "only now is drawn");
}
