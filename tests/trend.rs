//! A team over many meetings: the same numbers, marks and sentences in every form, and what its charts draw.

use chrono::Months;
use ips::{
    agreement::{Agreement, AgreementState},
    lang::Lang,
    page::Page,
    profile::Profile,
    render::{html, json, markdown, terminal},
    report::{
        changes::Changes,
        trend::{PointLine, TrendReport},
    },
    scoring::WEAKEST,
    tally::Mode,
    trend::Trend,
};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::common::{self, parts};

/// A meeting, so many months after the first; one answer for each element, a key each.
fn meeting(months: u32, answers: &str) -> Profile {
    let answers: Vec<&str> = common::each(answers)
        .into_iter()
        .flat_map(|answer| [answer; 4])
        .collect();
    let mut profile = common::profile(Mode::Joint, &answers);
    profile.date = profile.date + Months::new(months);
    profile
}

/// Five meetings with gaps: an element without a score at one, and a meeting without any.
fn meetings() -> [Profile; 5] {
    let mut meetings = [
        meeting(0, "323451"),
        meeting(2, "32?452"),
        meeting(4, "??????"),
        meeting(7, "425352"),
        meeting(8, "2253?2"),
    ];
    meetings[1].participants = 9;
    for (meeting, what) in [(0, "Samen eten"), (3, "Bellen")] {
        meetings[meeting].agreements.push(Agreement {
            who: Some("de voorzitter".into()),
            state: AgreementState::Open,
            ..Agreement::new(meetings[meeting].questionnaire.elements[1].id.clone(), what)
        });
    }
    meetings
}

fn trend_of(meetings: &[Profile]) -> Trend<'_> {
    Trend::of(&meetings.iter().collect::<Vec<_>>(), WEAKEST).unwrap()
}

/// What a reader finds of each form, in order.
fn read(parts: Vec<parts::Part>) -> Vec<String> {
    let said = parts.into_iter().filter(|(kind, _)| !kind.contains('@'));
    let texts = said.map(|(_, text)| text.trim().to_owned());
    texts.filter(|text| !text.is_empty()).collect()
}

/// A score between the signs that JSON gives it, in the order of a page and of the terminal.
fn marked(point: &PointLine, data: &Value, lang: Lang) -> (String, String) {
    let score = data["score"].as_f64();
    let shown = point.score.text.replace(lang.pick(',', '.'), ".").parse::<f64>().ok();
    let same = match (score, shown) {
        (Some(score), Some(shown)) => (score - shown).abs() < 0.051,
        (score, shown) => score.is_none() && shown.is_none() && point.score.text == "–",
    };
    assert!(same, "{} is {data}", point.score.text);
    let arrow = match data["change"].as_f64() {
        Some(change) if data["clear"] == true && change > 0.0 => "▲",
        Some(_) if data["clear"] == true => "▼",
        _ => "",
    };
    let weakest = if data["weakest"] == true { "◂" } else { "" };
    let words = [weakest, arrow, &point.score.text];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    (words.join(" "), format!("{arrow}{}{weakest}", point.score.text))
}

#[test]
fn every_form_has_the_same_numbers_marks_and_sentences() {
    let meetings = meetings();
    let trend = trend_of(&meetings);
    let data: Value = serde_json::from_str(&json::trend(&trend)).unwrap();
    for lang in Lang::ALL {
        let report = TrendReport::new(&trend, lang);
        let page = Page::of_trend(&report);
        let shown = terminal::trend(&report, 200);
        let pages = [
            read(parts::markdown(markdown::page(&page).as_bytes())),
            read(parts::html(html::page(&page).as_bytes())),
        ];
        let mut signs = String::new();
        for (place, line) in report.elements.iter().enumerate() {
            let points = (0..).zip(&line.points);
            let points = points
                .map(|(index, point): (usize, _)| marked(point, &data["meetings"][index]["elements"][place], lang));
            let (cells, words): (Vec<String>, Vec<String>) = points.unzip();
            signs += &words.concat();
            let row = [std::slice::from_ref(&line.title), &cells].concat();
            for page in &pages {
                let found = page.windows(row.len()).any(|texts| texts == row);
                assert!(found, "{row:?} in {page:#?}");
            }
            let verdict = &line.whole.as_ref().unwrap().verdict;
            // A title can be cut there, but not its beginning.
            let title: String = line.title.chars().take(20).collect();
            let beside = |text: &&str| text.trim().starts_with(&title) && text.contains(words[0].as_str());
            let text = shown.lines().find(beside).expect("the element's row");
            let numbers: Vec<&str> = text.split_whitespace().collect();
            assert!(
                numbers.windows(words.len()).any(|texts| texts == words),
                "{words:?} in {text}"
            );
            assert!(text.trim_end().ends_with(verdict.as_str()), "{verdict} in {text}");
            let clear = !line.whole.as_ref().unwrap().arrow.is_empty();
            assert_eq!(data["whole"]["elements"][place]["clear"], clear);
        }
        assert!(["▲", "▼", "◂", "–"].iter().all(|sign| signs.contains(sign)), "{signs}");
        let agreed = report.meetings.iter().flat_map(|meeting| &meeting.agreements);
        let sentences = [&report.head, &report.signs, &report.cautions].into_iter().flatten();
        let sentences: Vec<&String> = sentences
            .chain(&report.not_compared)
            .chain(agreed.map(|agreement| &agreement.what))
            .collect();
        // Sentences are broken over lines on a terminal.
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        for sentence in sentences {
            for form in pages.iter().map(|page| page.join("\n")).chain([shown.clone()]) {
                assert!(form.contains(sentence.as_str()), "{sentence} in {form}");
            }
        }
        for page in &pages {
            for sentence in [
                lang.trend_title(&report.team),
                lang.source_line(report.source.as_ref().unwrap()),
            ] {
                assert!(page.contains(&sentence), "{sentence} in {page:#?}");
            }
        }
    }
}

#[test]
fn only_signs_that_are_used_are_explained() {
    let lang = Lang::Nl;
    let steady = [meeting(0, "333333"), meeting(1, "333333")];
    assert_eq!(TrendReport::new(&trend_of(&steady), lang).signs, [""; 0]);
    let moved = [meeting(0, "223333"), meeting(1, "443333")];
    let signs = TrendReport::new(&trend_of(&moved), lang).signs;
    assert_eq!(signs, [lang.arrows_legend(), lang.weakest_legend()]);
    let empty = [meeting(0, "??????")];
    let report = TrendReport::new(&trend_of(&empty), lang);
    assert_eq!(report.head.len(), 4, "{:?}", report.head);
    assert!(terminal::trend(&report, 200).contains(&lang.trend_no_scores()));
    let page = html::page(&Page::of_trend(&report));
    assert!(page.contains(&lang.trend_no_scores()) && !page.contains("<svg"));
}

/// Checks each chart on the page of these meetings.
fn charts(meetings: &[Profile], check: impl Fn(ElementRef<'_>)) {
    let page = html::page(&Page::of_trend(&TrendReport::new(&trend_of(meetings), Lang::Nl)));
    let page = Html::parse_document(&page);
    let selector = Selector::parse("figure svg").unwrap();
    let charts: Vec<_> = page.select(&selector).collect();
    assert_eq!(charts.len(), 7);
    charts.into_iter().for_each(check);
}

fn found<'a>(chart: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    chart.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn a_line_goes_from_one_meeting_to_the_next_and_never_over_a_gap() {
    let meetings = meetings();
    charts(&meetings, |chart| {
        let across = |place: &str| place.split(',').next().unwrap().to_owned();
        let ticks: Vec<String> = found(chart, ".axis")
            .iter()
            .map(|tick| across(tick.attr("d").unwrap().trim_start_matches('M')))
            .collect();
        assert_eq!(ticks.len(), meetings.len());
        let dots: Vec<usize> = found(chart, "circle")
            .iter()
            .map(|dot| ticks.iter().position(|tick| tick == dot.attr("cx").unwrap()).unwrap())
            .collect();
        let line = found(chart, ".line")[0].attr("d").unwrap();
        let pieces: Vec<usize> = line
            .split('M')
            .skip(1)
            .map(|piece| {
                let ends: Vec<usize> = piece
                    .split('L')
                    .map(|place| ticks.iter().position(|tick| *tick == across(place)).unwrap())
                    .collect();
                assert_eq!(ends, [ends[0], ends[0] + 1], "{line}");
                ends[0]
            })
            .collect();
        let expected = dots.windows(2).filter(|two| two[0] + 1 == two[1]).map(|two| two[0]);
        assert_eq!(pieces, expected.collect::<Vec<_>>());
    });
}

#[test]
fn the_labels_of_a_chart_do_not_repeat() {
    let same: Vec<Profile> = (0..12).map(|months| meeting(months, "333333")).collect();
    // The first is the lowest and the highest too; between it and the last nothing changed.
    for (meetings, labels) in [(&same[..], 2), (&same[..8], 8), (&same[..1], 1)] {
        charts(meetings, |chart| {
            let scores = found(chart, "text.small");
            assert_eq!(scores.len(), labels);
            let mut places: Vec<_> = scores.iter().map(|score| score.attr("x")).collect();
            places.dedup();
            assert_eq!(places.len(), labels);
            let days = found(chart, "text.point").into_iter().skip(2);
            assert_eq!(days.count(), meetings.len().min(2));
        });
    }
}

#[test]
fn what_makes_meetings_hard_to_compare_is_told_and_nothing_else() {
    type Change = fn(&mut Profile);
    let said = |change_before: Change, change_after: Change| {
        let mut meetings = [meeting(0, "323451"), meeting(2, "323452")];
        change_before(&mut meetings[0]);
        change_after(&mut meetings[1]);
        let trend = trend_of(&meetings);
        let both = [
            TrendReport::new(&trend, Lang::Nl).cautions,
            Changes::new(trend.whole.as_ref().unwrap(), Lang::Nl).cautions,
        ];
        both.map(|cautions| cautions.join("\n"))
    };
    let lang = Lang::Nl;
    let cases: [(Change, Change, [String; 2]); 6] = [
        (
            |_| {},
            |after| after.participants = 5,
            [lang.participants_varied(5, 7), "5 deelnemers".into()],
        ),
        (
            |_| {},
            |after| after.mode = Mode::Tally,
            [lang.mode_varied(), lang.kinds_differ()],
        ),
        (
            |_| {},
            |after| after.mode = Mode::Ballots,
            [lang.kinds_varied(), lang.kinds_differ()],
        ),
        (
            |before| before.functions = Some("wijkagent".into()),
            |after| after.functions = Some("leerkracht".into()),
            [lang.functions_varied(), "leerkracht".into()],
        ),
        (
            |_| {},
            |after| after.questionnaire.scale.labels[4] = Some("altijd".into()),
            [lang.labels_differ(), lang.labels_differ()],
        ),
        (
            |before| before.date = before.date + Months::new(2),
            |_| {},
            [lang.some_on_one_day(), lang.same_day()],
        ),
    ];
    let nothing = said(|_| {}, |_| {});
    for (change_before, change_after, told) in cases {
        let found = said(change_before, change_after);
        for ((found, told), nothing) in found.iter().zip(&told).zip(&nothing) {
            assert!(found.contains(told) && !nothing.contains(told), "{told}: {found}");
        }
    }
}
