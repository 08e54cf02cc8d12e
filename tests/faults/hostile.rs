//! Hostile texts, numbers and files, in every place where one can come in.

mod mistakes;
mod numbers;
mod places;
#[cfg(unix)]
mod screen;
mod strange;
mod texts;

use std::{
    collections::HashSet,
    panic::{AssertUnwindSafe, catch_unwind},
};

use ips::{
    profile::Profile,
    text::{safe, visible_lines},
};

pub use self::places::some;
pub use self::texts::texts;
use crate::{
    Case, alike, common,
    formats::Plain,
    quick,
    tries::{Harm, Tries},
};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        quick("characters that can't be seen or act on a terminal", unseen),
        alike("a hostile text in every place of every output", every_output),
        #[cfg(unix)]
        quick("a hostile text on the full screen", screen::on_the_screen),
    ];
    cases.extend(places::cases());
    cases.extend(numbers::cases());
    cases.extend(strange::cases());
    cases.extend(mistakes::cases());
    cases
}

/// The sanitiser against Unicode's own data, since everything else takes its word for it.
fn unseen(tries: &mut Tries) {
    let unseen: HashSet<char> = texts::unseen().into_iter().collect();
    let emoji: HashSet<char> = texts::emoji().into_iter().collect();
    // Whether a sign that can't be seen does something here: it belongs to an emoji, or joins behind an Indic virama.
    let acts = |before: char, c: char, after: Option<char>| match c {
        '\u{fe0e}' | '\u{fe0f}' if before.is_ascii() => emoji.contains(&before) && after == Some('\u{20e3}'),
        '\u{fe0e}' | '\u{fe0f}' => emoji.contains(&before),
        '\u{200d}' if after.is_some_and(|after| !after.is_ascii() && emoji.contains(&after)) => {
            before == '\u{fe0f}' || !before.is_ascii() && emoji.contains(&before)
        }
        '\u{200c}' | '\u{200d}' => before == '\u{94d}',
        _ => false,
    };
    let mut each: Vec<char> = unseen.iter().copied().collect();
    each.sort_unstable();
    let around = each.iter().flat_map(|c| {
        [("a", "b"), ("😀", "😀"), ("1", "\u{20e3}"), ("क\u{94d}", "क"), ("", "")]
            .map(|(before, after)| format!("{before}{c}{c}{after} {before}{c}{after}"))
    });
    for text in around.chain(texts()) {
        tries.count();
        for shown in visible_lines(&text).into_iter().chain([safe(&text)]) {
            let signs: Vec<char> = shown.chars().collect();
            let hidden = (0..signs.len()).find(|&at| {
                unseen.contains(&signs[at]) && (at == 0 || !acts(signs[at - 1], signs[at], signs.get(at + 1).copied()))
            });
            tries.expect(hidden.is_none(), Harm::Raw, || {
                format!("{text:?} is shown with {:?}", hidden.map(|at| signs[at]))
            });
        }
    }
}

/// Every text in every place when thorough; else every text in some places and every place with some texts.
fn every_output(tries: &mut Tries) {
    let texts = texts();
    let plain = Plain::new(tries);
    let rounds = if tries.thorough { texts.len() } else { 8 };
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
        report::{Report, changes::Changes, explain::Explanation, trend::TrendReport},
        scoring::WEAKEST,
        trend::Trend,
    };
    survives(tries, what, || {
        let scores = profile.scores(WEAKEST);
        let report = common::report(profile, Lang::Nl);
        terminal::profile(&report, 80);
        terminal::explanation(&Explanation::of(profile, &scores, Lang::Nl), 80);
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
