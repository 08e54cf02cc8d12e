//! What can stand where someone presses Tab, and the pages for `man`: made of the same command line as the help.

use std::{collections::BTreeSet, fs, path::Path};

use ips::lang::Lang;

use crate::{
    common::{DRAFT, MEETING, files},
    program::ips,
};

const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");

/// What a shell is told when the last of these words is being typed.
fn told(dir: impl AsRef<Path>, lang: Lang, words: &[&str]) -> Vec<(String, String)> {
    let asked = ips(dir.as_ref())
        .args(words)
        .env("IPS_COMPLETE", words.len().to_string())
        .env("IPS_LANG", lang.code())
        .assert()
        .success();
    let out = String::from_utf8(asked.get_output().stdout.clone()).expect("text");
    let lines = out.lines().map(|line| line.split_once('\t').expect("a tab"));
    lines.map(|(value, help)| (value.to_owned(), help.to_owned())).collect()
}

/// The candidates alone.
/// Windows ends a folder's name in its own sign.
fn values(dir: impl AsRef<Path>, words: &[&str]) -> Vec<String> {
    let told = told(dir, Lang::Nl, words).into_iter();
    told.map(|(value, _)| value.replace(std::path::MAIN_SEPARATOR, "/"))
        .collect()
}

#[test]
fn the_commands_are_told_in_the_order_of_the_help_and_a_dutch_name_where_it_is_begun() {
    let all = values(EXAMPLES, &[""]);
    assert_eq!(all[..4], ["questions", "form", "merge", "assess"]);
    assert!(!all.iter().any(|one| one == "toon" || one.starts_with('-')), "{all:?}");
    assert_eq!(values(EXAMPLES, &["too"]), ["toon"]);
    for (lang, words) in [(Lang::Nl, "Maak een verslag"), (Lang::En, "Make a report")] {
        assert_eq!(
            told(EXAMPLES, lang, &["exp"]),
            [("export".to_owned(), words.to_owned())]
        );
    }
}

#[test]
fn a_file_is_a_profile_the_newest_first_and_told_by_its_team_and_day() {
    let english = told(EXAMPLES, Lang::En, &["show", "ips"]);
    let [newest, older] = english.as_slice() else {
        panic!("{english:?}");
    };
    assert_eq!(newest.0, "ips-groep-de-linde-2027-05-27.toml");
    assert_eq!(newest.1, "IPS-groep De Linde, 27 May 2027");
    assert_eq!(older.0, "ips-groep-de-linde-2026-11-19.toml");
    assert_eq!(values(EXAMPLES, &["show", ""])[2..], ["groepen/", "netwerk/"]);
    let in_folder = values(EXAMPLES, &["gap", "groepen/"]);
    assert!(
        in_folder.iter().all(|file| file.starts_with("groepen/")),
        "{in_folder:?}"
    );
    assert!(in_folder.len() > 1, "{in_folder:?}");
    assert_eq!(values(EXAMPLES, &["export", "--compare-with", "ips"]).len(), 2);
    // What reads other files too takes them all.
    assert!(values(EXAMPLES, &["merge", "verslag.x"]).contains(&"verslag.xlsx".to_owned()));
    assert!(values(EXAMPLES, &["show", "verslag.x"]).is_empty());
}

#[test]
fn names_and_ids_are_those_of_the_folder_and_the_questionnaire_that_are_typed() {
    let outside = tempfile::tempdir().expect("a folder");
    assert!(values(&outside, &["show", "--team", ""]).is_empty());
    for folder in [&["--dir", EXAMPLES][..], &[&format!("--dir={EXAMPLES}")]] {
        let words = [&["show"], folder, &["--team", "IPS"]].concat();
        assert_eq!(values(&outside, &words), ["IPS-groep De Linde"]);
    }
    assert_eq!(values(EXAMPLES, &["show", "--team=IPS"]), ["--team=IPS-groep De Linde"]);
    assert_eq!(values(EXAMPLES, &["card", "--element", "cul"]), ["culture"]);
    assert_eq!(
        values(EXAMPLES, &["assess", "--questions", "trust", "--elements", "reli"]),
        ["reliability"]
    );
    assert_eq!(
        values(EXAMPLES, &["assess", "--elements", "culture,low"]),
        ["culture,lowest"]
    );
    assert_eq!(
        values(EXAMPLES, &["sources", "--element", "trust.reli"]),
        ["trust.reliability"]
    );
    assert_eq!(values(EXAMPLES, &["questions", "--questions", "six"]), ["six-elements"]);
    assert_eq!(values(EXAMPLES, &["man", "bij"]), [""; 0]);
    assert_eq!(values(EXAMPLES, &["man", "as"]), ["assess"]);
    assert_eq!(
        values(EXAMPLES, &["completions", ""]),
        ["bash", "zsh", "fish", "powershell"]
    );
}

#[test]
fn each_flag_has_what_it_can_be_and_no_more() {
    for (words, expected) in [
        (&["show", "--lang", ""][..], &["nl", "en"][..]),
        (&["show", "--dir", "g"], &["groepen/"]),
        (&["overview", "g"], &["groepen/"]),
        (&["man", "-o", "g"], &["groepen/"]),
        (&["show", "--dir", "verslag"], &[]),
        (&["man", "-o", "verslag"], &[]),
        (&["show", "--dir", "groepen", "--group", "le"], &["leiding"]),
        (
            &["assess", "--reopen", "ips-groep-de-linde-2026"],
            &["ips-groep-de-linde-2026-11-19.toml"],
        ),
        (&["assess", "--reopen", "verslag"], &[]),
        (&["assess", "--mode", ""], &["joint", "tally", "ballots"]),
        (&["assess", "--answers", "an"], &["answers.toml"]),
        (&["assess", "--answers", "verslag"], &[]),
        (&["questions", "--questions", "an"], &["answers.toml"]),
        (&["questions", "--questions", "verslag"], &[]),
        (&["card", "--not", "culture.t"], &["culture.trust"]),
        (&["agenda", "--not", "thr"], &["through-others-eyes"]),
        (&["check", "verslag.x"], &["verslag.xlsx"]),
    ] {
        assert_eq!(values(EXAMPLES, words), expected, "{words:?}");
    }
    let help = |words: &[&str]| told(EXAMPLES, Lang::Nl, words).remove(0).1;
    assert_eq!(
        help(&["questions", "--questions", "trust"]),
        "Drie ingrediënten van vertrouwen"
    );
    assert_eq!(
        help(&["show", "--dir", "groepen", "--group", "le"]),
        "IPS-groep De Linde"
    );
    assert_eq!(
        help(&["show", "groepen/ips-groep-de-linde-l"]),
        "IPS-groep De Linde, leiding, 20 mei 2027"
    );
}

#[test]
fn the_forms_of_a_command_are_those_in_its_help() {
    let mut with_forms = 0;
    for command in values(EXAMPLES, &["man", ""]) {
        let help = ips(EXAMPLES.as_ref()).args(["help", &command]).assert().success();
        let help = String::from_utf8_lossy(&help.get_output().stdout).into_owned();
        let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some((_, said)) = words.split_once("niet zegt: ") else {
            continue;
        };
        let forms = values(EXAMPLES, &[&command, "--format", ""]);
        let (last, others) = forms.split_last().expect("a form");
        let listed = format!("{} of {last} ", others.join(", "));
        assert!(said.starts_with(&listed), "{command}: {forms:?}: {said}");
        with_forms += 1;
    }
    assert_eq!(with_forms, 8);
}

#[test]
fn the_folder_is_the_one_that_a_command_would_take() {
    let outside = tempfile::tempdir().expect("a folder");
    let asked = |set: &mut dyn FnMut(&mut assert_cmd::Command)| {
        let mut command = ips(outside.path());
        set(&mut command);
        let asked = command.assert().success();
        String::from_utf8_lossy(&asked.get_output().stdout).into_owned()
    };
    let team = "IPS-groep De Linde\t\n";
    assert_eq!(
        asked(&mut |command| {
            command
                .args(["show", "--team", ""])
                .env("IPS_COMPLETE", "3")
                .env("IPS_DIR", EXAMPLES);
        }),
        team
    );
    // Windows' older PowerShell leaves out a word that is empty.
    assert_eq!(
        asked(&mut |command| {
            command
                .args(["show", "--team"])
                .env("IPS_COMPLETE", "3")
                .env("IPS_DIR", EXAMPLES);
        }),
        team
    );
    if cfg!(unix) {
        assert_eq!(
            asked(&mut |command| {
                let words = ["show", "--dir", "~/examples", "--team", ""];
                command
                    .args(words)
                    .env("IPS_COMPLETE", "5")
                    .env("HOME", env!("CARGO_MANIFEST_DIR"));
            }),
            team
        );
    }
}

#[test]
fn a_draft_can_be_named_too_behind_the_profiles() {
    let folder = tempfile::tempdir().expect("a folder");
    ips(folder.path())
        .args(MEETING)
        .arg("--plain")
        .write_stdin("4\n")
        .assert()
        .code(130);
    assert_eq!(files(folder.path()), [DRAFT]);
    assert_eq!(values(&folder, &["show", "ips"]), [DRAFT]);
}

#[test]
fn what_a_line_or_a_screen_cannot_show_is_not_proposed() {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = fs::read_to_string(format!("{EXAMPLES}/ips-groep-de-linde-2027-05-27.toml")).expect("a profile");
    for (file, team) in [
        ("a.toml", r"Team \u001b[31m"),
        ("b.toml", r"Team \u202e"),
        ("c.toml", "Team C"),
    ] {
        let other = profile.replace("\"IPS-groep De Linde\"", &format!("\"{team}\""));
        fs::write(folder.path().join(file), other).expect("a file");
    }
    assert_eq!(values(&folder, &["show", "--team", ""]), ["Team C"]);
    let told = told(&folder, Lang::Nl, &["show", "a"]);
    assert_eq!(told, [("a.toml".to_owned(), "Team ␛[31m, 27 mei 2027".to_owned())]);
}

#[test]
fn a_place_that_cannot_be_is_no_trouble() {
    let folder = tempfile::tempdir().expect("a folder");
    for place in ["3", "18446744073709551615"] {
        let asked = ips(folder.path())
            .arg("show")
            .env("IPS_COMPLETE", place)
            .assert()
            .success();
        assert!(asked.get_output().stdout.is_empty(), "{place}");
    }
    // What doesn't ask for that is a command as any.
    for other in ["", "bash", "-1"] {
        let shown = ips(folder.path())
            .arg("--version")
            .env("IPS_COMPLETE", other)
            .assert()
            .success();
        assert!(shown.get_output().stdout.starts_with(b"ips "), "{other}");
    }
}

#[test]
fn every_command_has_a_page_in_every_language_and_none_is_replaced_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let save = |more: &[&str]| ips(folder.path()).args(["man", "-o", "man"]).args(more).assert();
    let saved = save(&[]).success();
    let told = String::from_utf8_lossy(&saved.get_output().stderr).into_owned();
    assert_eq!(told.trim_end(), Lang::Nl.pages_saved(2 * (1 + 18), "man"));
    let [english, dutch] = ["man/man1", "man/nl/man1"].map(|section| files(&folder.path().join(section)));
    assert_eq!(english, dutch);
    let commands: BTreeSet<String> = values(EXAMPLES, &["man", ""]).into_iter().collect();
    let pages = commands.iter().map(|command| format!("ips-{command}.1"));
    let pages: BTreeSet<String> = pages.chain(["ips.1".to_owned()]).collect();
    assert_eq!(english.into_iter().collect::<BTreeSet<_>>(), pages);

    let page = folder.path().join("man/nl/man1/ips-show.1");
    fs::write(&page, "mine").expect("a page");
    fs::remove_file(folder.path().join("man/man1/ips.1")).expect("a page");
    save(&[]).failure();
    assert_eq!(fs::read_to_string(&page).expect("a page"), "mine");
    assert!(!folder.path().join("man/man1/ips.1").exists(), "all or nothing");
    save(&["--force"]).success();
    assert!(folder.path().join("man/man1/ips.1").exists());
}

#[test]
fn a_page_says_what_the_help_says_in_one_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = |words: &[&str]| -> String {
        let shown = ips(folder.path()).args(words).assert().success();
        String::from_utf8(shown.get_output().stdout.clone()).expect("text")
    };
    for command in values(EXAMPLES, &["man", ""]) {
        let (page, help) = (text(&["man", &command]), text(&["help", &command]).replace('-', r"\-"));
        let flags = help.split_whitespace().filter(|word| word.starts_with(r"\-\-"));
        for flag in flags.map(|flag| flag.trim_end_matches(|c: char| !c.is_alphanumeric())) {
            assert!(page.contains(flag), "{flag} in:\n{page}");
        }
        for english in ["NAME\n", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "SEE"] {
            assert!(!page.contains(&format!(".SH {english}")), "{english} in:\n{page}");
        }
        // Their lines stay as they are.
        assert!(page.contains(".SH VOORBEELDEN\n.nf\n"), "{page}");
        assert!(page.ends_with(".SH \"ZIE OOK\"\n\\fBips\\fR(1)\n"), "{page}");
        // A page of its own, whichever of its names is typed.
        assert!(
            page.contains(&format!(".TH IPS-{} 1 ", command.to_uppercase())),
            "{page}"
        );
    }
    assert_eq!(text(&["man", "toon"]), text(&["man", "show"]));
    ips(folder.path()).args(["man", "shwo"]).assert().code(2);
}

#[test]
fn the_page_of_ips_itself_tells_what_no_command_tells() {
    let folder = tempfile::tempdir().expect("a folder");
    for (lang, headings) in [
        (
            Lang::Nl,
            "NAAM OVERZICHT BESCHRIJVING OPTIES OPDRACHTEN VERSIE DE_AVOND OMGEVING AFSLUITSTATUS",
        ),
        (
            Lang::En,
            "NAME SYNOPSIS DESCRIPTION OPTIONS COMMANDS VERSION THE_EVENING ENVIRONMENT EXIT_STATUS",
        ),
    ] {
        let shown = ips(folder.path())
            .args(["man", "--lang", lang.code()])
            .assert()
            .success();
        let page = String::from_utf8_lossy(&shown.get_output().stdout).into_owned();
        let found = page.lines().filter_map(|line| line.strip_prefix(".SH "));
        let found: Vec<String> = found
            .map(|heading| heading.replace(['"', '\\'], "").replace(' ', "_"))
            .collect();
        assert_eq!(found.join(" "), headings);
        for said in [lang.manual_variables(), lang.manual_codes()] {
            for (word, means) in said.lines().filter_map(|line| line.split_once('\t')) {
                let fact = format!(
                    ".TP\n\\fB{word}\\fR\n{}\n",
                    means.replace('-', r"\-").replace('\'', r"\*(Aq")
                );
                assert!(page.contains(&fact), "{fact} in:\n{page}");
            }
        }
        let more = lang.pick(
            "Meer over een opdracht: ips help show",
            "More about a command: ips help show",
        );
        assert!(page.contains(&format!(".PP\n{more}\n.SH ")), "{page}");
        let title = lang.manual_title();
        let title = if title.contains(' ') {
            format!("\"{title}\"")
        } else {
            title
        };
        let foot = format!("\"ips {}\" {title}\n", env!("CARGO_PKG_VERSION"));
        assert!(page.contains(&foot), "{foot} in:\n{page}");
    }
}

/// The day is written down, so that two builds make the same pages: it goes with the version.
#[test]
fn the_day_on_the_pages_is_that_of_the_release() {
    let folder = tempfile::tempdir().expect("a folder");
    let shown = ips(folder.path()).arg("man").assert().success();
    let page = String::from_utf8_lossy(&shown.get_output().stdout).into_owned();
    let (_, day) = page.split_once(".TH IPS 1 ").expect("a heading");
    let day = day.split_whitespace().next().expect("a day");
    let released = format!("## [{}] - ", env!("CARGO_PKG_VERSION"));
    match include_str!("../CHANGELOG.md").split_once(&released) {
        Some((_, rest)) => assert!(rest.starts_with(day), "src/commands/man/page.rs has {day}"),
        None => assert!(day.parse::<chrono::NaiveDate>().is_ok(), "{day}"),
    }
}
