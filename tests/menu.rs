//! `ips` alone in a real terminal: the menu, which comes back after each choice until nothing more is chosen.

use std::{fs, path::Path, process::Command};

use ips::tally::Mode;
use tempfile::TempDir;

use crate::common::{
    self, DRAFT, MEETING, PROFILE, files,
    window::{Terminal, in_shell, ips},
};

const ENTER: &str = "\r";
const ESC: &str = "\x1b";
const CTRL_C: &str = "\x03";
const ASKED: &str = "Wat wil je doen?";
const BACK: &str = "Enter terug naar het menu";
const ALONE: [&str; 0] = [];

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn with_profiles(days: &[&str]) -> TempDir {
    let dir = folder();
    for day in days {
        let mut profile = common::profile(Mode::Joint, &["4"; 24]);
        profile.date = day.parse().expect("a day");
        let name = format!("ips-groep-noord-{day}.toml");
        fs::write(dir.path().join(name), profile.to_toml()).expect("a profile");
    }
    dir
}

fn start(dir: &Path) -> Terminal {
    Terminal::run(ips(dir, &ALONE))
}

/// Chooses by what a choice says, and waits until that has its consequence.
fn choose(terminal: &mut Terminal, words: &str) {
    let menu = terminal.wait_for("Nummer:");
    let before = menu.split(words).next().filter(|before| before.len() < menu.len());
    let before = before.unwrap_or_else(|| panic!("{words} can't be chosen: {menu}"));
    let number = before.split_whitespace().next_back().expect("a number");
    terminal.send(number);
    terminal.wait_for(&format!("Nummer: {number}"));
    terminal.send(ENTER);
    let typed = format!("Nummer: {number}");
    terminal.wait_until("what was chosen", |shown, _| !shown.contains(&typed));
}

fn back(terminal: &mut Terminal) -> String {
    terminal.wait_for(BACK);
    terminal.send(ENTER);
    terminal.wait_for(ASKED)
}

fn assert_given_back(terminal: &Terminal) {
    assert!(
        !terminal.screen().alternate_screen(),
        "the screen before the program is back"
    );
    assert!(!terminal.screen().hide_cursor(), "the cursor can be seen");
    assert!(terminal.echoes(), "what is typed can be seen");
}

#[test]
fn from_an_empty_folder_to_an_opened_report() {
    let (dir, beside) = (folder(), folder());
    fs::write(beside.path().join("xdg-open"), "").expect("a program that opens nothing");
    let mut command = ips(dir.path(), &ALONE);
    command.env("PATH", beside.path().display().to_string() + ":/usr/bin:/bin");
    let mut terminal = Terminal::run(command);
    let menu = terminal.wait_for("Nummer:");
    assert!(menu.starts_with("ips hier is nog geen bijeenkomst bewaard"), "{menu}");
    assert!(!menu.contains("profiel") && !menu.contains("verslag"), "{menu}");
    choose(&mut terminal, "De vragen bekijken");
    terminal.wait_for("Enter verder q stoppen");
    terminal.send("q");
    back(&mut terminal);

    // Meanwhile someone else saves a profile here.
    let profile = common::profile(Mode::Joint, &["4"; 24]);
    fs::write(dir.path().join(PROFILE), profile.to_toml()).expect("a profile");
    choose(&mut terminal, "Hoe werkt dit?");
    let sections = terminal.wait_for("Nummer:");
    assert!(sections.contains("1 De avond in het kort"), "{sections}");
    choose(&mut terminal, "Privacy");
    terminal.wait_for("Enter verder q stoppen");
    terminal.send(ESC);
    terminal.wait_for(BACK);
    terminal.send(ENTER);
    // What else there is to read comes next.
    terminal.wait_for("Wat wil je lezen?");
    choose(&mut terminal, "Terug naar het menu");
    let menu = terminal.wait_for(ASKED);
    assert!(
        menu.starts_with("IPS-groep Noord vorige bijeenkomst: 21 november 2026"),
        "{menu}"
    );
    choose(&mut terminal, "Het verslag maken en openen");
    let report = "verslag-ips-groep-noord-2026-11-21.html";
    terminal.wait_for(&format!("Bewaard: {report}"));
    back(&mut terminal);
    choose(&mut terminal, "Een formulier voor de leden maken en openen");
    let form = "formulier-six-elements.txt";
    terminal.wait_for(&format!("Bewaard: {form}"));
    back(&mut terminal);
    assert_eq!(files(dir.path()), [form, PROFILE, report]);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    assert_given_back(&terminal);
}

#[test]
fn the_forms_in_a_folder_become_a_profile() {
    let dir = folder();
    fs::create_dir(dir.path().join("terug")).expect("a folder");
    for points in 1..=5 {
        let form =
            format!("questionnaire = \"six-elements\"\nform = \"{points}\"\n[answers]\n\"culture.trust\" = {points}\n");
        fs::write(dir.path().join(format!("terug/{points}.toml")), form).expect("a form");
    }
    let mut terminal = start(dir.path());
    choose(&mut terminal, "Ingevulde formulieren samenvoegen");
    for (question, line) in [
        ("In welke map staan de formulieren?", "terug"),
        ("Hoe heet jullie team?", "De Linde"),
    ] {
        terminal.wait_for(question);
        terminal.send(line);
        terminal.wait_for(line);
        terminal.send(ENTER);
    }
    // What comes next is chosen, not typed.
    let said = terminal.wait_for(BACK);
    assert!(said.contains("Bewaard:") && !said.contains("Volgende stap"), "{said}");
    let menu = back(&mut terminal);
    assert!(menu.starts_with("De Linde vorige bijeenkomst: "), "{menu}");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_meeting_that_was_stopped_is_the_first_choice_and_the_menu_comes_back_after_it() {
    let dir = folder();
    let mut terminal = Terminal::start(dir.path(), &MEETING);
    terminal.wait_for("vraag 1 van 24");
    terminal.send("3");
    terminal.wait_for("vraag 2 van 24");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 130);

    let mut terminal = start(dir.path());
    terminal.wait_for("1 Verder met de bijeenkomst van 21 november 2026 (vraag 2 van 24)");
    terminal.send(ENTER);
    terminal.wait_for("n toelichting");
    terminal.send("4");
    terminal.wait_for("vraag 3 van 24");
    // Ctrl-C stops what was chosen, and not the menu.
    terminal.send(CTRL_C);
    terminal.wait_for(&format!("Alles is bewaard in {DRAFT}"));
    let menu = back(&mut terminal);
    assert!(menu.contains("(vraag 3 van 24)"), "{menu}");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    assert_given_back(&terminal);
}

#[test]
fn the_menu_says_of_a_folder_with_only_a_broken_profile_that_it_cannot_be_read() {
    let dir = folder();
    fs::write(dir.path().join(PROFILE), "kapot").expect("a file");
    let mut terminal = start(dir.path());
    let menu = terminal.wait_for("Nummer:");
    assert!(menu.starts_with("ips wat hier bewaard is, is niet te lezen"), "{menu}");
    assert!(menu.contains(PROFILE), "{menu}");
}

#[test]
fn the_menu_stays_after_an_error_and_after_a_command_that_is_killed() {
    let dir = with_profiles(&["2026-11-21"]);
    let mut terminal = start(dir.path());
    terminal.wait_for("Nummer:");
    fs::remove_file(dir.path().join(PROFILE)).expect("the profile");
    choose(&mut terminal, "Het profiel laten zien");
    terminal.wait_for("geen profiel");
    let menu = back(&mut terminal);
    assert!(menu.contains("hier is nog geen bijeenkomst bewaard"), "{menu}");

    choose(&mut terminal, "Een nieuwe bijeenkomst beginnen");
    terminal.wait_for("Ctrl-C stoppen");
    let menu = terminal.process.pid().to_string();
    let children = fs::read_to_string(format!("/proc/{menu}/task/{menu}/children")).expect("what the menu runs");
    let child = children.split_whitespace().next().expect("what the menu runs");
    let killed = Command::new("kill").args(["-s", "KILL", child]).status().expect("kill");
    assert!(killed.success());
    // On the screen now: it was printed before too.
    terminal.wait_for(BACK);
    terminal.send(ENTER);
    terminal.wait_for("Nummer:");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
    assert_given_back(&terminal);
}

#[test]
fn a_stop_at_the_menu_gives_the_terminal_back() {
    for (stop, code) in [
        ("q", 0),
        ("Q", 0),
        (CTRL_C, 130),
        ("INT", 130),
        ("TERM", 130),
        ("HUP", 130),
    ] {
        let dir = folder();
        let mut terminal = start(dir.path());
        terminal.wait_for("Nummer:");
        // Neither a key without a meaning nor a number that isn't there does anything.
        terminal.send("\x1b[1;5Dx");
        terminal.wait_for("Kies een nummer van 1 tot en met 6.");
        terminal.send("77");
        terminal.wait_for("Nummer: 77");
        terminal.send(ENTER);
        terminal.wait_for("Kies een nummer van 1 tot en met 6. Nummer: Enter");
        // The window of a double click stays until q.
        terminal.send(ESC);
        terminal.wait_for("Esc sluit hier niets. q stopt. Nummer: Enter");
        if stop.len() > 1 {
            terminal.signal(stop);
        } else {
            terminal.send(stop);
        }
        assert_eq!(terminal.exit_code(), code, "{stop:?}");
        assert_given_back(&terminal);
        assert!(files(dir.path()).is_empty());
    }
}

#[test]
fn every_choice_can_be_seen_in_a_small_window() {
    let dir = with_profiles(&["2026-11-21", "2027-01-15", "2027-03-05"]);
    for (columns, rows) in [(80, 24), (60, 20), (40, 15)] {
        let mut terminal = Terminal::run(in_shell(dir.path(), &crate::reading::once_sized(columns, rows), &ALONE));
        terminal.set_size(columns, rows);
        let mut seen = terminal.wait_for("Nummer:");
        assert!(seen.contains("IPS-groep Noord"), "{seen}");
        if seen.contains('▼') {
            terminal.send_and_see("\x1b[6~");
            seen.push_str(&terminal.words());
        }
        for number in 1..=10 {
            assert!(
                seen.contains(&format!(" {number} ")),
                "{number} in {columns}x{rows}: {seen}"
            );
        }
        assert!(!seen.contains('…'), "{seen}");
        terminal.send("q");
        assert_eq!(terminal.exit_code(), 0);
    }
}

#[test]
fn no_window_is_too_small_for_the_menu() {
    let dir = with_profiles(&["2026-11-21"]);
    for (columns, rows) in [(1, 1), (2, 2), (1, 24), (80, 1), (5, 5)] {
        let mut terminal = Terminal::run(in_shell(dir.path(), &crate::reading::once_sized(columns, rows), &ALONE));
        terminal.set_size(columns, rows);
        terminal.wait_until("a page", |_, frames| frames.drawn > 0);
        terminal.send_and_see("9");
        terminal.send("q");
        assert_eq!(terminal.exit_code(), 0, "{columns}x{rows}");
        assert_given_back(&terminal);
    }
}

#[test]
fn of_several_teams_one_is_chosen_first() {
    let dir = with_profiles(&["2026-11-21"]);
    let mut other = common::profile(Mode::Joint, &["2"; 24]);
    other.team = "--Zuid".into();
    fs::write(dir.path().join("zuid-2026-11-21.toml"), other.to_toml()).expect("a profile");
    let mut terminal = start(dir.path());
    terminal.wait_for("Welk team?");
    choose(&mut terminal, "--Zuid");
    terminal.wait_for("--Zuid vorige bijeenkomst");
    choose(&mut terminal, "Het profiel laten zien");
    let shown = terminal.wait_for("Enter");
    assert!(shown.contains("--Zuid · 21 november 2026"), "{shown}");
    if !shown.contains(BACK) {
        terminal.send("q");
    }
    back(&mut terminal);
    choose(&mut terminal, "Ingevulde formulieren samenvoegen");
    terminal.wait_for("In welke map staan de formulieren van --Zuid?");
    terminal.send("nergens");
    terminal.wait_for("nergens");
    terminal.send(ENTER);
    terminal.wait_for("Dat is er niet.");
    terminal.send(CTRL_C);
    terminal.wait_for("--Zuid vorige bijeenkomst");
    choose(&mut terminal, "Een ander team");
    choose(&mut terminal, "IPS-groep Noord");
    terminal.wait_for("IPS-groep Noord vorige bijeenkomst");
    // The folder of one team isn't there for the next.
    choose(&mut terminal, "Ingevulde formulieren samenvoegen");
    let asked = terminal.wait_for("In welke map staan de formulieren van IPS-groep Noord?");
    assert!(!asked.contains("nergens"), "{asked}");
    terminal.send(ENTER);
    terminal.wait_for("IPS-groep Noord vorige bijeenkomst");
    choose(&mut terminal, "Een ander team");
    terminal.wait_for("Welk team?");
    // A new one isn't chosen from those that are there.
    choose(&mut terminal, "Een nieuw team");
    terminal.wait_for("Hoe heet jullie team?");
    terminal.send("Oost");
    terminal.wait_for("team? Oost");
    terminal.send(ENTER);
    terminal.wait_for("Met hoeveel mensen");
    terminal.send(CTRL_C);
    terminal.wait_for(BACK);
    terminal.send(ENTER);
    terminal.wait_for("Welk team?");
    // One that is known all the same is spelled as it is.
    choose(&mut terminal, "Een nieuw team");
    terminal.wait_for("Hoe heet jullie team?");
    terminal.send("IPS-GROEP noord");
    terminal.wait_for("team? IPS-GROEP noord");
    terminal.send(ENTER);
    for (asked, typed) in [("Met hoeveel mensen", "6"), ("Hoe antwoorden jullie?", "1")] {
        terminal.wait_for(asked);
        terminal.send(typed);
        terminal.send(ENTER);
    }
    assert!(terminal.wait_for("vraag 1 van").starts_with("IPS-groep Noord"));
    terminal.send("q");
    terminal.wait_for(BACK);
    terminal.send(ENTER);
    terminal.wait_for("Welk team?");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_team_and_a_group_of_it_are_chosen_apart() {
    let dir = with_profiles(&["2026-11-21"]);
    let mut group = common::profile(Mode::Joint, &["2"; 24]);
    group.group = Some("--ouders".into());
    fs::write(dir.path().join("noord-ouders-2026-11-21.toml"), group.to_toml()).expect("a profile");
    let mut terminal = start(dir.path());
    terminal.wait_for("Welk team of welke groep?");
    choose(&mut terminal, "IPS-groep Noord (--ouders)");
    terminal.wait_for("IPS-groep Noord (--ouders) vorige bijeenkomst");
    choose(&mut terminal, "Het profiel laten zien");
    let shown = terminal.wait_for("Enter");
    assert!(
        shown.contains("IPS-groep Noord (--ouders) · 21 november 2026"),
        "{shown}"
    );
    if !shown.contains(BACK) {
        terminal.send("q");
    }
    back(&mut terminal);
    choose(&mut terminal, "Een ander team of een andere groep");
    terminal.wait_for("Welk team of welke groep?");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_terminal_without_pages_gets_the_menu_as_plain_lines() {
    for (name, value) in [("TERM", "dumb"), ("ACCESSIBLE", "1")] {
        let dir = with_profiles(&["2026-11-21"]);
        let mut command = ips(dir.path(), &ALONE);
        command.env(name, value);
        let mut terminal = Terminal::run(command);
        terminal.wait_for("1 Een nieuwe bijeenkomst beginnen");
        terminal.wait_for("q stopt.");
        terminal.send("0\r");
        terminal.wait_for("Kies een nummer van 1 tot en met 10.");
        terminal.send("2\r");
        terminal.wait_printed("Werken in één ecosysteem");
        terminal.wait_until("the menu again", |shown, _| shown.ends_with("q stopt."));
        assert!(!terminal.printed().contains("Enterverder"));
        terminal.send("q\r");
        assert_eq!(terminal.exit_code(), 0);
        assert!(terminal.echoes());
    }
}
