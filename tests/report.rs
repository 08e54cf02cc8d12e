//! What reports say in words and rounded numbers: never something that the exact numbers contradict.

use chrono::Months;
use ips::{
    agreement::{Agreement, AgreementState},
    comparison::Comparison,
    lang::Lang,
    page::{Block, Page},
    profile::Profile,
    render::terminal::{self, Look},
    report::{Report, changes::Changes, trend::TrendReport},
    scoring::WEAKEST,
    tally::{Mode, Tally},
    text::width,
    trend::Trend,
};

use crate::common;

/// A profile whose elements' first questions have these counts and everything else is not applicable.
fn profile(counts: &[[u32; 5]]) -> Profile {
    let mut profile = common::profile(Mode::Tally, &["-"; 24]);
    profile.participants = 200;
    for (element, counts) in counts.iter().enumerate() {
        profile.response_mut((element, 0)).tally = Some(Tally {
            votes: counts.to_vec(),
            ..Tally::empty(5)
        });
    }
    profile
}

fn scores(profile: &Profile) -> Vec<String> {
    let report = Report::new(profile, &profile.scores(WEAKEST), Lang::Nl);
    report
        .elements
        .iter()
        .map(|element| element.score.text.clone())
        .collect()
}

#[test]
fn when_a_profile_was_corrected_is_said_beside_the_meeting() {
    let mut profile = profile(&[]);
    profile.corrected = profile.date.succ_opt();
    for (lang, said) in [
        (Lang::Nl, "ieder voor zich · aangepast op 22 november 2026"),
        (Lang::En, "each on their own · corrected on 22 November 2026"),
    ] {
        let report = common::report(&profile, lang);
        let shown = terminal::profile(
            &report,
            Look {
                columns: Some(120),
                colour: false,
                plain: false,
            },
        );
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(said), "{shown}");
    }
}

#[test]
fn what_was_agreed_stands_in_a_table_and_what_was_said_of_it_below() {
    let mut profile = common::profile(Mode::Joint, &["3"; 24]);
    let [first, second] = [0, 1].map(|element: usize| profile.questionnaire.elements[element].clone());
    profile.agreements = vec![
        Agreement {
            who: Some("de leerkracht".into()),
            due: Some("2026-11-01".into()),
            made: Some(profile.date - Months::new(2)),
            ..Agreement::new(first.id, "Samen eten")
        },
        Agreement {
            due: Some("gauw".into()),
            state: AgreementState::Done,
            note: Some("Het lukte.\nElke maand.".into()),
            ..Agreement::new(second.id, "Bellen")
        },
    ];
    let page = Page::of(&common::report(&profile, Lang::Nl));
    let at = page
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Table(table) if table.columns[0].title == "Afspraak"));
    let at = at.expect("a table");
    let [Block::Table(table), Block::List(below)] = &page.blocks[at..at + 2] else {
        panic!("{:?}", page.blocks);
    };
    let heads: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
    assert_eq!(heads, ["Afspraak", "Element", "Wie", "Klaar", "Stand"]);
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        (cells, row.cells[4].about.as_deref(), row.marked)
    });
    let state = Lang::Nl.state_overdue();
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            (
                vec!["Samen eten", &first.title, "de leerkracht", "1 november 2026", &state],
                Some("afgesproken op 21 september 2026"),
                true
            ),
            (vec!["Bellen", &second.title, "", "gauw", "gedaan"], None, false)
        ]
    );
    let below: Vec<_> = below
        .iter()
        .map(|item| (item.text.as_str(), item.strong, item.lines.join(" ")))
        .collect();
    assert_eq!(below, [("Bellen", true, "Het lukte. Elke maand.".to_owned())]);
}

#[test]
fn one_decimal_is_shown_and_two_for_all_where_one_would_hide_the_band_of_any() {
    // 2.95 is below the band that 3.0 would be in; 2.85 is not.
    let profile = profile(&[
        [0, 1, 19, 0, 0],
        [0, 3, 17, 0, 0],
        [0, 0, 0, 0, 9],
        [0, 0, 1, 19, 0],
        [0, 0, 3, 1, 0],
        [0, 0, 0, 4, 1],
    ]);
    assert_eq!(scores(&profile), ["2,95", "2,85", "5,00", "3,95", "3,25", "4,20"]);
    let profile = self::profile(&[[0, 3, 17, 0, 0], [0, 0, 0, 0, 9], [0, 0, 3, 1, 0], [0, 0, 0, 4, 1]]);
    assert_eq!(scores(&profile)[..4], ["2,9", "5,0", "3,3", "4,2"]);
}

#[test]
fn a_score_that_two_decimals_would_hide_gets_more() {
    let profile = profile(&[[0, 1, 199, 0, 0]]);
    assert_eq!(scores(&profile)[0], "2,995");
}

#[test]
fn a_marked_and_an_unmarked_element_never_look_the_same() {
    // 3.25 and 3.30 would both be 3,3; the lowest two are marked.
    let profile = profile(&[
        [0, 0, 3, 1, 0],
        [0, 0, 7, 3, 0],
        [9, 0, 0, 0, 0],
        [0, 0, 0, 9, 0],
        [0, 0, 0, 9, 0],
        [0, 0, 0, 9, 0],
    ]);
    assert_eq!(scores(&profile)[..3], ["3,25", "3,30", "1,00"]);
}

#[test]
fn a_change_just_below_the_threshold_does_not_look_like_one() {
    let before = common::profile(Mode::Tally, &["3"; 24]);
    let mut after = before.clone();
    for (at, votes) in [((1, 0), [0, 0, 0, 1, 0]), ((1, 1), [0, 0, 0, 1, 0])] {
        after.response_mut(at).tally.as_mut().unwrap().votes = votes.to_vec();
    }
    let line = |after: &Profile| {
        let comparison = Comparison::of(&before, after, WEAKEST).unwrap();
        Changes::new(&comparison, Lang::Nl).elements[1].clone()
    };
    assert_eq!(
        (line(&after).difference.text.as_str(), line(&after).verdict.as_str()),
        ("+0,4", "geen duidelijk verschil")
    );
    for (at, votes) in [
        ((1, 0), [0, 0, 0, 20, 0]),
        ((1, 1), [0, 0, 0, 20, 0]),
        ((1, 2), [0, 0, 13, 7, 0]),
    ] {
        after.response_mut(at).tally.as_mut().unwrap().votes = votes.to_vec();
    }
    // (1 + 1 + 0.35) / 5 = 0.47
    assert_eq!(
        (line(&after).difference.text.as_str(), line(&after).arrow),
        ("+0,47", "")
    );
}

#[test]
fn what_moved_is_named_as_the_reason_why_a_change_is_not_clear() {
    for (mode, moved, difference, remark) in [
        (Mode::Tally, 1, "+0,5", "één vraag bewoog"),
        (Mode::Joint, 2, "+1,0", "2 die kant op, 0 andersom"),
    ] {
        let before = common::profile(mode, &["3"; 24]);
        let mut after = before.clone();
        for question in 0..moved {
            after.response_mut((0, question)).tally.as_mut().unwrap().votes = vec![0, 0, 0, 0, 1];
        }
        let comparison = Comparison::of(&before, &after, WEAKEST).unwrap();
        let line = &Changes::new(&comparison, Lang::Nl).elements[0];
        assert_eq!(
            (line.difference.text.as_str(), line.verdict.as_str()),
            (difference, "geen duidelijk verschil")
        );
        assert_eq!(line.remarks, [remark]);
    }
}

#[test]
fn a_compared_question_to_which_few_gave_a_number_is_named() {
    let before = common::profile(Mode::Tally, &["3 3 3 3"; 24]);
    let mut after = before.clone();
    after.response_mut((0, 0)).tally.as_mut().unwrap().votes = vec![0, 0, 0, 0, 1];
    let comparison = Comparison::of(&before, &after, WEAKEST).unwrap();
    let changes = Changes::new(&comparison, Lang::Nl);
    let question = "Weten we wat beter samenwerken oplevert voor jeugdigen en ouders?";
    assert_eq!(changes.moved[0].title, format!("{question} (nu 1 van 7)"));
    let caution = Lang::Nl.thin_compared(&format!("“{question}” (nu 1 van 7)"));
    assert!(changes.cautions.contains(&caution));
}

#[test]
fn reports_fit_every_width_and_hold_nothing_that_acts_on_a_terminal() {
    let mut profile = common::profile(Mode::Tally, &["1 1 5 5 3 ? -"; 24]);
    let hostile = "\u{1b}]0;x\u{7}\u{9b}31m\r\u{202E}naam ".repeat(6);
    profile.team = hostile.clone();
    profile.functions = Some(hostile.clone());
    profile.questionnaire.elements[0].title = hostile.clone();
    profile.questionnaire.elements[1].questions[0].text = hostile;
    let comparison = Comparison::of(&profile, &profile, WEAKEST).unwrap();
    let trend = Trend::of(&[&profile; 9], WEAKEST).unwrap();
    for columns in [20, 30, 40, 59, 60, 80, 120, 200] {
        let report = common::report(&profile, Lang::Nl);
        let shown = [
            terminal::profile(&report, columns),
            terminal::changes(&Changes::new(&comparison, Lang::Nl), columns),
            terminal::trend(&TrendReport::new(&trend, Lang::Nl), columns),
            terminal::questions(&profile.questionnaire, Lang::Nl, columns),
        ];
        for text in shown {
            for line in text.lines() {
                assert!(width(line) <= columns, "{columns}: {line:?}");
                assert!(!line.chars().any(ips::text::is_unsafe), "{line:?}");
            }
        }
    }
}

/// A text without what sets colours and bold.
fn without_colour(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, style)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        let (numbers, after) = style
            .split_once('m')
            .expect("a colour, and nothing else that steers a terminal");
        assert!(numbers.chars().all(|c| c.is_ascii_digit() || c == ';'), "{numbers:?}");
        rest = after;
    }
    plain + rest
}

#[test]
fn colour_never_changes_the_text() {
    let before = common::profile(Mode::Joint, &common::each("34?-45434345431212313454"));
    let after = common::profile(Mode::Joint, &common::each("551143555554454532111???"));
    let report = Report::new(&before, &before.scores(WEAKEST), Lang::Nl);
    let comparison = Comparison::of(&before, &after, WEAKEST).unwrap();
    let changes = Changes::new(&comparison, Lang::Nl);
    let trend = Trend::of(&[&before, &after, &before], WEAKEST).unwrap();
    let trend = TrendReport::new(&trend, Lang::Nl);
    for columns in [20, 40, 60, 70, 80, 200] {
        let shown = |colour| {
            let look = Look {
                columns: Some(columns),
                colour,
                plain: false,
            };
            [
                terminal::profile(&report, look),
                terminal::changes(&changes, look),
                terminal::trend(&trend, look),
            ]
        };
        for (plain, coloured) in shown(false).into_iter().zip(shown(true)) {
            assert!(coloured.contains('\u{1b}') && !plain.contains('\u{1b}'));
            assert_eq!(without_colour(&coloured), plain, "{columns}");
        }
    }
}

#[test]
fn bars_use_the_room_and_titles_are_whole_where_they_fit() {
    let profile = common::profile(Mode::Joint, &["5"; 24]);
    let report = common::report(&profile, Lang::Nl);
    let bar = |columns: usize| {
        let text = terminal::profile(&report, columns);
        let longest = text.lines().map(|line| line.matches('█').count()).max();
        (
            longest.unwrap(),
            text.contains("niveaus van uitvoering, beleid en bestuur"),
        )
    };
    assert_eq!([bar(40), bar(80), bar(200)], [(0, false), (21, false), (60, true)]);
    let text = terminal::profile(&report, 200);
    let beside_bars = |line: &&str| line.contains('█');
    assert!(
        text.lines()
            .filter(|line| !beside_bars(line))
            .all(|line| width(line) <= 100)
    );
}

#[test]
fn a_profile_at_60_and_at_40_columns() {
    let profile = common::profile(
        Mode::Joint,
        &[
            "4", "3", "3", "4", "2", "3", "4", "3", "2", "4", "4", "5", "4", "3", "2", "2", "3", "3", "3", "?", "-",
            "4", "5", "4",
        ],
    );
    let report = common::report(&profile, Lang::Nl);
    insta::assert_snapshot!(format!(
        "{}\n=====\n{}",
        terminal::profile(&report, 60),
        terminal::profile(&report, 40)
    ));
}

#[test]
fn a_trend_at_80_60_and_40_columns() {
    let meeting = |months, answers: &[&str; 24]| {
        let mut profile = common::profile(Mode::Joint, answers);
        profile.date = profile.date + Months::new(months);
        profile
    };
    let mut profiles = [
        meeting(0, &["3"; 24]),
        meeting(3, &["2"; 24]),
        meeting(6, &["?"; 24]),
        meeting(9, &["4"; 24]),
    ];
    profiles[1].response_mut((1, 0)).tally = Some(Tally::parse("5", Mode::Joint, 7, 5).unwrap());
    profiles[3].participants = 9;
    profiles[0].agreements.push(Agreement {
        who: Some("IB'er".into()),
        due: Some("2027-01-15".into()),
        state: AgreementState::Done,
        ..Agreement::new("culture", "Elke bijeenkomst één doel kiezen en op het bord zetten")
    });
    let trend = Trend::of(&profiles.each_ref(), WEAKEST).unwrap();
    let shown = |lang, columns| terminal::trend(&TrendReport::new(&trend, lang), columns);
    insta::assert_snapshot!(format!(
        "{}\n=====\n{}\n=====\n{}",
        shown(Lang::Nl, 80),
        shown(Lang::En, 60),
        shown(Lang::Nl, 40)
    ));
}

#[test]
fn numbers_that_are_not_the_scores_themselves_are_explained() {
    let profile = common::profile(Mode::Joint, &["3"; 24]);
    let mut before = common::profile(Mode::Joint, &["2"; 24]);
    let changes = |before: &Profile| Changes::new(&Comparison::of(before, &profile, WEAKEST).unwrap(), Lang::Nl);
    assert_eq!(changes(&before).partial, None);
    assert!(changes(&before).overall.unwrap().remarks.is_empty());
    // A mean of 2.0 over what is compared, but a score that has a 5 in it.
    before.questionnaire.elements[1].questions[0].text = "Wat we vroeger vroegen?".into();
    before.response_mut((1, 0)).tally.as_mut().unwrap().votes = vec![0, 0, 0, 0, 1];
    let explained = changes(&before);
    assert!(
        explained
            .partial
            .is_some_and(|sentence| explained.cautions.contains(&sentence))
    );
    for question in &mut before.questionnaire.elements[2].questions {
        question.text.push_str(" Nu?");
    }
    assert_eq!(changes(&before).overall.unwrap().remarks, ["over 5 van 6 elementen"]);
}
