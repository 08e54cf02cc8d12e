//! Hostile texts, numbers and files, in every place where one can come in.

mod mistakes;
mod numbers;
mod places;
#[cfg(unix)]
mod screen;
mod strange;
mod texts;

use std::panic::{AssertUnwindSafe, catch_unwind};

use ips::{
    profile::Profile,
    text::{safe, visible_lines},
};

pub use self::places::some;
use self::texts::{UNSEEN, texts};
use crate::{
    Case, common,
    formats::Plain,
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        quick("characters that can't be seen or act on a terminal", unseen),
        quick("a hostile text in every place of every output", every_output),
        #[cfg(unix)]
        quick("a hostile text on the full screen", screen::on_the_screen),
    ];
    cases.extend(places::cases());
    cases.extend(numbers::cases());
    cases.extend(strange::cases());
    cases.extend(mistakes::cases());
    cases
}

/// The sanitiser against a list that was copied from Unicode, since everything else takes its word for it.
fn unseen(tries: &mut Tries) {
    // The last two of each plane are no characters.
    let none = (0..=0x10).flat_map(|plane| [plane << 16 | 0xFFFE, plane << 16 | 0xFFFF]);
    let none: Vec<char> = none.filter_map(char::from_u32).collect();
    let is_unseen = |c: char| none.contains(&c) || UNSEEN.iter().any(|&(first, last)| (first..=last).contains(&c));
    let ranges = UNSEEN
        .iter()
        .flat_map(|&(first, last)| first..=last)
        .chain(none.iter().copied());
    let texts = ranges.map(|c| format!("a{c}b")).chain(texts());
    for text in texts {
        tries.count();
        for shown in visible_lines(&text).into_iter().chain([safe(&text)]) {
            let signs: Vec<char> = shown.chars().collect();
            let acting = (0..signs.len()).find(|&at| {
                let joins = signs[at] == '\u{200d}' && at > 0 && !signs[at - 1].is_ascii();
                is_unseen(signs[at]) && !joins
            });
            tries.expect(acting.is_none(), Harm::Raw, || {
                format!("{text:?} is shown with {:?}", acting.map(|at| signs[at]))
            });
        }
    }
}

/// Every text in every place when thorough; else every text in some places and every place with some texts.
fn every_output(tries: &mut Tries) {
    let texts = texts();
    let plain = Plain::new(tries);
    let rounds = match tries.thorough {
        true => texts.len(),
        false if cfg!(windows) => 1,
        false => 16,
    };
    for round in 0..rounds {
        let from = round * texts.len() / rounds;
        let turn = texts.iter().cycle().skip(from).take(plain.places());
        plain.check(tries, turn.map(String::as_str), round % 2 == 1);
    }
}

/// What a function of the library gives, unless it panics: that is a harm.
pub fn survives<T>(tries: &mut Tries, what: &str, run: impl FnOnce() -> T) -> Option<T> {
    let given = catch_unwind(AssertUnwindSafe(run));
    tries.expect(given.is_ok(), Harm::Panic, || what.to_owned());
    given.ok()
}

/// Looks at a profile that was accepted: it can be shown in every way, and comes back from its file as it was.
pub fn look_at(tries: &mut Tries, profile: &Profile, what: &str) {
    use ips::{
        comparison::Comparison,
        drawing::radar::Radar,
        lang::Lang,
        page::Page,
        profile::read,
        render::{csv, html, json, markdown, terminal},
        report::{
            Report,
            changes::Changes,
            explain::{Sums, explain},
            trend::TrendReport,
        },
        scoring::WEAKEST,
        trend::Trend,
    };
    survives(tries, what, || {
        let scores = profile.scores(WEAKEST);
        let report = common::report(profile, Lang::Nl);
        terminal::profile(&report, 80);
        explain(profile, &scores, WEAKEST, Sums::InWords, Lang::Nl);
        json::profile(profile, &scores);
        let comparison = Comparison::of(profile, profile, WEAKEST).ok();
        if let Some(comparison) = &comparison {
            json::changes(comparison);
            terminal::changes(&Changes::new(comparison, Lang::Nl), 80);
        }
        if let Ok(trend) = Trend::of(&[profile, profile], WEAKEST) {
            json::trend(&trend);
            terminal::trend(&TrendReport::new(&trend, Lang::Nl), 80);
        }
        let rows = csv::questions(
            &mut Vec::new(),
            profile,
            &scores,
            comparison.as_ref(),
            csv::Dialect::DutchExcel,
        );
        rows.expect("memory takes every row");
        let asked = Page::of_questions(&profile.questionnaire, Lang::Nl);
        markdown::page(&asked);
        html::page(&asked);
        let compared = comparison.map(|comparison| Report::compared(&comparison, Lang::Nl));
        for report in compared.iter().chain([&report]) {
            let page = Page::of(report);
            markdown::page(&page);
            html::page(&page);
            Radar::of(report).alone();
        }
    });
    let again = survives(tries, what, || {
        read("x", &profile.to_toml()).map(|loaded| loaded.profile)
    });
    tries.expect(
        again.is_none_or(|again| again.as_ref() == Ok(profile)),
        Harm::Lost,
        || format!("{what}: what was accepted doesn't come back from its own file"),
    );
}
