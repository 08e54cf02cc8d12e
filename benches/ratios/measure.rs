//! What is measured, subject by subject.

use std::{
    env, fs,
    path::Path,
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

use crate::{
    evening,
    many::Many,
    process::{self, Words, in_turns, is_there, median, timed, watched},
    table::{
        self,
        Goal::{AtLeast, AtMost, None as Told},
        Row,
    },
};

/// The program that does nothing.
const NOTHING: &str = "/bin/true";

const PROFILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/examples/ips-groep-de-linde-2027-05-27.toml"
);

const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/ratios/parse.py");

/// A team meets so often.
const MEETINGS: u32 = 5;

/// The most memory that a picture of no teams may take, and what each team may add, in bytes.
const MEMORY: (u64, u64) = (40_000_000, 500);

/// What someone asked for.
pub struct Wanted {
    /// The largest number of profiles.
    pub profiles: u32,
    /// The program to measure.
    pub program: String,
    /// Whether the program is built from nothing too, whole and lean.
    pub builds: bool,
    /// Whether a time that isn't met is a failure.
    pub are_times_judged: bool,
}

/// Measures everything and prints the table.
pub fn all(wanted: &Wanted) -> ExitCode {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ratios");
    // What an earlier run left may be of other profiles.
    let _ = fs::remove_dir_all(&dir);
    let mut rows = start_and_reports(wanted);
    rows.extend(pictures(wanted, &dir));
    rows.extend(one_team(wanted, &dir));
    rows.extend(answers(wanted, &dir));
    rows.extend(sizes(wanted, &dir));
    let _ = fs::remove_dir_all(&dir);
    table::print(&rows);
    if rows.iter().any(|row| row.fails(wanted.are_times_judged)) {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// So many rounds where times are judged, else one, which only shows that it runs.
fn rounds(wanted: &Wanted, judged: usize) -> usize {
    if wanted.are_times_judged { judged } else { 0 }
}

fn words(program: &str, arguments: &[&str]) -> Words {
    [program]
        .iter()
        .chain(arguments)
        .map(|word| (*word).to_owned())
        .collect()
}

fn start_and_reports(wanted: &Wanted) -> Vec<Row> {
    let ips = |arguments: &[&str]| words(&wanted.program, arguments);
    let export = |format| ips(&["export", PROFILE, "--format", format]);
    let [nothing, version, show, html, markdown, csv] = in_turns(
        rounds(wanted, 200),
        &[
            words(NOTHING, &[]),
            ips(&["--version"]),
            ips(&["show", PROFILE]),
            export("html"),
            export("markdown"),
            export("csv"),
        ],
    );
    let mut rows = vec![
        Row::ratio("`ips --version`", version, "`true`", nothing, AtMost(1.8)),
        Row::ratio("`ips show FILE`", show, "`true`", nothing, AtMost(3.0)),
    ];
    for (format, taken) in [("HTML", html), ("Markdown", markdown), ("CSV", csv)] {
        rows.push(Row::ratio(
            format!("report as {format}"),
            taken,
            "`ips show FILE`",
            show,
            AtMost(3.0),
        ));
    }
    for (name, format) in [("Word", "docx"), ("Excel", "xlsx"), ("PNG", "png")] {
        let cpu = (0..=rounds(wanted, 20)).map(|_| watched(&export(format)).cpu).collect();
        rows.push(Row::time(
            format!("report as {name}, of one core"),
            median(cpu),
            Duration::from_millis(50),
        ));
    }
    rows
}

/// The picture of a tenth and a hundredth of the teams, and of all of them.
fn pictures(wanted: &Wanted, dir: &Path) -> Vec<Row> {
    let sizes = [100, 10, 1].map(|part| wanted.profiles / part);
    let folders = sizes.map(|size| dir.join(size.to_string()));
    for (profiles, folder) in sizes.iter().zip(&folders) {
        let many = Many {
            profiles: *profiles,
            teams: profiles / MEETINGS,
            by_municipality: true,
        };
        many.make(folder).expect("room on the disk");
    }
    let overview = |folder: &Path| words(&wanted.program, &["overview", &folder.to_string_lossy(), "--json"]);
    let [few, more, all] = folders;
    let [few_taken, more_taken, taken, bare] = in_turns(
        rounds(wanted, 5),
        &[overview(&few), overview(&more), overview(&all), floor("bare", &all)],
    );
    let [few, more, profiles] = sizes;
    let picture = format!("`ips overview`, {profiles} profiles");
    let mut rows = vec![Row::ratio(&picture, taken, "bare `toml`", bare, AtMost(2.0))];
    if is_there(&["python3", "-c", "import tomllib"]) {
        let python = timed(&words("python3", &[PYTHON, &all.to_string_lossy()]));
        rows.push(Row::faster(
            &picture,
            taken,
            "Python, parsing only",
            python,
            AtLeast(5.0),
        ));
    } else {
        rows.push(Row::told("the same in Python", "no tomllib here"));
    }
    for (size, size_taken) in [(few, few_taken), (more, more_taken)] {
        let (what, among) = (format!("a profile of {profiles}"), format!("one of {size}"));
        rows.push(Row::ratio(
            what,
            taken / profiles,
            &among,
            size_taken / size,
            AtMost(1.25),
        ));
    }
    let teams = profiles / MEETINGS;
    let most = MEMORY.0 + MEMORY.1 * u64::from(teams);
    let what = format!("memory for {profiles} profiles of {teams} teams");
    rows.push(Row::bytes(what, watched(&overview(&all)).peak, most));
    rows
}

/// This program again, as one of the floors.
fn floor(name: &str, folder: &Path) -> Words {
    let task = [name.to_owned(), folder.to_string_lossy().into_owned()];
    process::myself("--floor").chain(task).collect()
}

/// One team in the folder of many.
fn one_team(wanted: &Wanted, dir: &Path) -> Vec<Row> {
    let many = Many {
        profiles: wanted.profiles.min(10_000),
        teams: wanted.profiles.min(10_000) / 10,
        by_municipality: false,
    };
    let folder = dir.join("cloud");
    many.make(&folder).expect("room on the disk");
    let team = "IPS-groep De Linde Emmen 2";
    let show = words(
        &wanted.program,
        &["show", "--dir", &folder.to_string_lossy(), "--team", team],
    );
    let [show, whole, reader] = in_turns(
        rounds(wanted, 7),
        &[show, floor("whole", &folder), floor("reader", &folder)],
    );
    let what = format!("`ips show --team NAME`, {} profiles", many.profiles);
    vec![
        Row::ratio(&what, show, "parsing all on one core", whole, AtMost(0.25)),
        Row::ratio(&what, show, "reading all on one core", reader, Told),
    ]
}

fn answers(wanted: &Wanted, dir: &Path) -> Vec<Row> {
    let folder = dir.join("evening");
    fs::create_dir_all(&folder).expect("room on the disk");
    let (mut all, mut worst) = (evening::Times::default(), evening::Times::default());
    for _ in 0..=rounds(wanted, 4) {
        let held = evening::held(&wanted.program, &folder);
        worst.answers.extend(held.answers.iter().max());
        worst.saves.extend(held.saves.iter().max());
        all.answers.extend(held.answers);
        all.saves.extend(held.saves);
    }
    let row = |what: &str, times: evening::Times, goal| {
        Row::ratio(what, median(times.answers), "a bare save", median(times.saves), goal)
    };
    vec![
        row("an answer in `ips assess`", all, AtMost(1.5)),
        row("the slowest of 24 answers", worst, AtMost(1.5)),
    ]
}

fn sizes(wanted: &Wanted, dir: &Path) -> Vec<Row> {
    let size = |program: &Path| fs::metadata(program).expect("the program").len();
    let mut rows = Vec::new();
    // One that is built to be debugged is larger.
    if !cfg!(debug_assertions) || wanted.program != env!("CARGO_BIN_EXE_ips") {
        rows.push(Row::bytes("the program", size(Path::new(&wanted.program)), 10_000_000));
    }
    if wanted.builds {
        let built = |features: &[&str]| {
            let target = dir.join("build");
            let start = Instant::now();
            let mut cargo = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
            cargo
                .args(["build", "--release", "--locked", "--quiet", "--jobs", "2"])
                .args(features);
            let status = cargo.arg("--target-dir").arg(&target).status().expect("cargo");
            assert!(status.success(), "it builds");
            let taken = start.elapsed();
            let size = size(&target.join("release/ips"));
            fs::remove_dir_all(&target).expect("it was just made");
            (taken, size)
        };
        let (taken, _) = built(&[]);
        let (_, lean) = built(&["--no-default-features"]);
        rows.push(Row::bytes("the program without charts and office", lean, 3_000_000));
        rows.push(Row::time("building it from nothing", taken, Duration::from_mins(4)));
    }
    rows.push(Row::told("packages that it is built from", crates().to_string()));
    rows
}

/// How many packages the program is built from, itself counted.
fn crates() -> usize {
    let mut cargo = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
    cargo.args([
        "tree",
        "--locked",
        "--edges",
        "normal,build",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    let told = cargo
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo")
        .stdout;
    let told = String::from_utf8_lossy(&told);
    let mut packages: Vec<&str> = told.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    packages.sort_unstable();
    packages.dedup();
    packages.len()
}
