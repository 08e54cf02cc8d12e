//! What a command costs inside the program: reading a profile, scoring it, comparing two, and making each report.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ips::{
    comparison::Comparison,
    messages::Lang,
    profile::{self, Profile},
    report::{Report, changes::Changes, json, markdown, page::Page, terminal},
    scoring::WEAKEST,
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
    let report = Report::new(&after, &scores, Lang::Nl);
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
    criterion.bench_function("export as Markdown", |bencher| {
        bencher.iter(|| markdown::page(&Page::of(black_box(&report))));
    });
    criterion.bench_function("show as JSON", |bencher| {
        bencher.iter(|| json::profile(black_box(&after), &scores));
    });
}

criterion_group!(benches, commands);
criterion_main!(benches);
