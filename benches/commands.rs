//! What a command costs inside the program: reading a profile, scoring it, comparing two, and making each report.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
#[cfg(feature = "charts")]
use ips::drawing::png;
#[cfg(feature = "office")]
use ips::render::{excel, word};
use ips::{
    comparison::Comparison,
    drawing::radar::Radar,
    lang::Lang,
    page::Page,
    profile::{self, Profile},
    render::{csv, html, json, markdown, terminal},
    report::{Report, changes::Changes, trend::TrendReport},
    scoring::WEAKEST,
    trend::Trend,
};

const BEFORE: &str = include_str!("../examples/ips-groep-de-linde-2026-11-19.toml");
const AFTER: &str = include_str!("../examples/ips-groep-de-linde-2027-05-27.toml");

fn read(text: &str) -> Profile {
    profile::read("profile.toml", text)
        .expect("the examples are sound")
        .profile
}

fn commands(criterion: &mut Criterion) {
    let (before, after) = (read(BEFORE), read(AFTER));
    let scores = after.scores(WEAKEST);
    criterion.bench_function("read a profile", |bencher| bencher.iter(|| read(black_box(AFTER))));
    criterion.bench_function("write a profile", |bencher| {
        bencher.iter(|| black_box(&after).to_toml());
    });
    criterion.bench_function("score a profile", |bencher| {
        bencher.iter(|| black_box(&after).scores(WEAKEST));
    });
    criterion.bench_function("show: read, score, report, render", |bencher| {
        bencher.iter(|| {
            let profile = read(black_box(AFTER));
            terminal::profile(&Report::new(&profile, &profile.scores(WEAKEST), Lang::Nl), 80)
        });
    });
    criterion.bench_function("diff: compare, report, render", |bencher| {
        bencher.iter(|| {
            let comparison = Comparison::of(black_box(&before), &after, WEAKEST).expect("one team");
            terminal::changes(&Changes::new(&comparison, Lang::Nl), 80)
        });
    });
    criterion.bench_function("show as JSON", |bencher| {
        bencher.iter(|| json::profile(black_box(&after), &scores));
    });
}

/// Each from the file's text to the report's bytes, as `show` above, so that they can be held against it.
fn exports(criterion: &mut Criterion) {
    let mut bench = |name: &str, render: &dyn Fn(&Report) -> Vec<u8>| {
        criterion.bench_function(&format!("export as {name}: read, score, report, render"), |bencher| {
            bencher.iter(|| {
                let profile = read(black_box(AFTER));
                render(&Report::new(&profile, &profile.scores(WEAKEST), Lang::Nl))
            });
        });
    };
    bench("Markdown", &|report| markdown::page(&Page::of(report)).into_bytes());
    bench("HTML", &|report| html::page(&Page::of(report)).into_bytes());
    bench("SVG", &|report| Radar::of(report).alone().into_bytes());
    #[cfg(feature = "charts")]
    bench("PNG", &|report| png::of_svg(&Radar::of(report).alone()));
    #[cfg(feature = "office")]
    bench("Word", &|report| word::page(&Page::of(report)));
    #[cfg(feature = "office")]
    bench("Excel", &excel::workbook);
    criterion.bench_function("export as CSV: read, score, write", |bencher| {
        bencher.iter(|| {
            let profile = read(black_box(AFTER));
            let mut out = Vec::new();
            csv::questions(&mut out, &profile, &profile.scores(WEAKEST), None, csv::Dialect::Plain).expect("memory");
            out
        });
    });
}

fn trend(criterion: &mut Criterion) {
    let profiles: Vec<Profile> = (0..60)
        .map(|month| Profile {
            date: chrono::NaiveDate::from_ymd_opt(2027 + month / 12, 1 + month.unsigned_abs() % 12, 21).expect("a day"),
            ..read(AFTER)
        })
        .collect();
    criterion.bench_function("trend of 60 meetings: follow, report, render as HTML", |bencher| {
        bencher.iter(|| {
            let profiles: Vec<&Profile> = black_box(&profiles).iter().collect();
            let trend = Trend::of(&profiles, WEAKEST).expect("one team");
            html::page(&Page::of_trend(&TrendReport::new(&trend, Lang::Nl)))
        });
    });
}

criterion_group!(benches, commands, exports, trend);
criterion_main!(benches);
