//! Forms that came back, merged by the built program. `tests/merged` has the results of one team as Microsoft Forms, Google Forms,
//! a spreadsheet by hand and `LibreOffice` save them; `make.py` there made them.

use std::{fmt::Write as _, fs, path::Path};

use assert_cmd::assert::Assert;
use ips::{
    agreement::Agreement,
    profile::{self, Profile, State},
    tally::{Answer, Mode, Tally},
};

use crate::{
    common::{self, PROFILE, files},
    program::ips,
};

/// The results of seven members, in their plainest form: the questions by their ids, the answers as they are typed.
const ANSWERS: &str = include_str!("merged/answers.csv");

/// `ips merge` of these files, named from the folder.
fn merge(dir: &Path, files: &[&str], more: &[&str]) -> Assert {
    let day = ["--team", "IPS-groep Noord", "--date", "2026-11-21"];
    ips(dir).arg("merge").args(files).args(day).args(more).assert()
}

fn stderr(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

fn read(dir: &Path, file: &str) -> Profile {
    profile::read(file, &fs::read_to_string(dir.join(file)).unwrap())
        .unwrap()
        .profile
}

/// What a form of text has at its top.
const CODE: &str = "Code: six-elements 1 88766175";

/// The rows of the plainest form, each a member.
fn members() -> Vec<Vec<Option<Answer>>> {
    let rows = ANSWERS.lines().skip(1);
    let answer = |cell: &str| Tally::parse(cell, Mode::Joint, 1, 5).ok()?.single();
    rows.map(|row| row.split(',').map(answer).collect()).collect()
}

/// What members send back: an answer file each, the first with a note.
fn answer_files(dir: &Path) -> Vec<String> {
    let ids: Vec<&str> = ANSWERS.lines().next().unwrap().split(',').collect();
    let rows = ANSWERS.lines().skip(1).enumerate();
    let names = rows.map(|(number, row)| {
        let quoted = |cell: &str| {
            if cell.parse::<u32>().is_ok() {
                cell.to_owned()
            } else {
                format!("\"{cell}\"")
            }
        };
        let given = ids.iter().zip(row.split(',')).filter(|(_, cell)| !cell.is_empty());
        let lines = given.map(|(id, cell)| format!("\"{id}\" = {}\n", quoted(cell)));
        let note = format!("[notes]\n\"culture.trust\" = \"Van lid {}\"\n", 9 - number);
        let lines: String = lines.collect();
        let text = format!("questionnaire = \"six-elements\"\nform = \"lid {number}\"\n[answers]\n{lines}{note}");
        let name = format!("lid-{number}.toml");
        fs::write(dir.join(&name), text).unwrap();
        name
    });
    names.collect()
}

#[test]
fn every_form_of_the_same_results_becomes_the_same_profile_which_is_right() {
    let merged = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/merged");
    let mut texts = Vec::new();
    for name in files(&merged) {
        match Path::new(&name).extension().and_then(|ending| ending.to_str()) {
            Some("csv") => {}
            Some("xlsx") if cfg!(feature = "office") => {}
            _ => continue,
        }
        let dir = tempfile::tempdir().unwrap();
        merge(dir.path(), &[merged.join(&name).to_str().unwrap()], &[]).success();
        texts.push((name, fs::read_to_string(dir.path().join(PROFILE)).unwrap()));
    }
    assert!(texts.len() >= 3);
    for (name, text) in &texts {
        assert_eq!(*text, texts[0].1, "{name}");
    }
    is_right(&profile::read(PROFILE, &texts[0].1).unwrap().profile);
}

/// Whether a profile has what the members answered, question by question.
fn is_right(profile: &Profile) {
    let members = members();
    assert_eq!(
        (profile.mode, profile.participants as usize),
        (Mode::Merged, members.len())
    );
    for (place, at) in profile.questionnaire.places().enumerate() {
        let given: Vec<Answer> = members.iter().filter_map(|member| member[place]).collect();
        assert_eq!(
            profile.response(at).tally,
            Some(Tally::of(&given, 5)),
            "question {place}"
        );
    }
}

#[test]
fn a_table_is_read_in_whichever_code_and_with_whichever_separator() {
    let google = include_str!("merged/google.csv");
    let utf16 = |text: &str| -> Vec<u8> {
        format!("\u{FEFF}{text}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect()
    };
    for bytes in [
        format!("\u{FEFF}{google}").into_bytes(),
        utf16(google),
        utf16(&ANSWERS.replace(',', "\t")),
        format!("sep=;\r\n{}", ANSWERS.replace(',', ";").replace('\n', "\r\n")).into_bytes(),
    ] {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("x.CSV"), bytes).unwrap();
        merge(dir.path(), &["x.CSV"], &[]).success();
        assert_eq!(read(dir.path(), PROFILE).participants, 7);
    }
}

#[test]
fn answer_files_and_a_table_count_together_and_neither_order_nor_names_make_a_difference() {
    let dir = tempfile::tempdir().unwrap();
    let mut names = answer_files(dir.path());
    let head: String = ANSWERS
        .lines()
        .take(1)
        .chain(ANSWERS.lines().skip(6))
        .map(|row| row.to_owned() + "\n")
        .collect();
    fs::write(dir.path().join("uitslag.csv"), head).unwrap();
    names.splice(5.., ["uitslag.csv".to_owned()]);
    let mut files: Vec<&str> = names.iter().map(String::as_str).collect();
    let said = stderr(&merge(dir.path(), &files, &[]).success());
    assert!(
        said.contains("Formulieren met toelichtingen: 5. Die zijn niet bewaard"),
        "{said}"
    );
    assert!(
        said.contains("De formulieren zelf bevatten nog wat ieder antwoordde"),
        "{said}"
    );
    let first = fs::read_to_string(dir.path().join(PROFILE)).unwrap();
    assert!(!first.contains("Van lid"));
    fs::remove_file(dir.path().join(PROFILE)).unwrap();
    files.reverse();
    fs::rename(dir.path().join("lid-1.toml"), dir.path().join("zoë.txt")).unwrap();
    let place = files.iter().position(|file| *file == "lid-1.toml").unwrap();
    files[place] = "zoë.txt";
    merge(dir.path(), &files, &[]).success();
    assert_eq!(fs::read_to_string(dir.path().join(PROFILE)).unwrap(), first);
    merge(dir.path(), &files, &[]).failure().code(1);
    fs::remove_file(dir.path().join(PROFILE)).unwrap();
    merge(dir.path(), &files, &["--with-notes"]).success();
    let trust = read(dir.path(), PROFILE).questionnaire.find("culture.trust").unwrap();
    let note = read(dir.path(), PROFILE).response(trust).note.clone().unwrap();
    assert_eq!(
        note.lines().collect::<Vec<_>>(),
        ["5", "6", "7", "8", "9"].map(|lid| format!("Van lid {lid}"))
    );
}

/// A member's answers as a mail that was answered: the whole form quoted, an answer behind each mark.
fn mail(row: &str) -> String {
    let answers = row.split(',').enumerate();
    let answers = answers.map(|(place, cell)| format!("> Antwoord {}: {cell}\n", place + 1));
    let answers: String = answers.collect();
    format!(
        "Hoi, hierbij!\n\nOp 20 nov schreef Ria:\n> {CODE}\n>\n{answers}> === Einde van het formulier ===\n-- \nZoë\n"
    )
}

#[test]
fn files_mails_and_rows_count_together_and_each_is_found_sound() {
    let dir = tempfile::tempdir().unwrap();
    let mut names = answer_files(dir.path());
    let rows: Vec<&str> = ANSWERS.lines().collect();
    for number in [3, 4] {
        names[number] = format!("mail-{number}.txt");
        fs::write(dir.path().join(&names[number]), mail(rows[number + 1])).unwrap();
        ips(dir.path()).args(["check", &names[number]]).assert().success();
    }
    ips(dir.path()).args(["check", &names[0]]).assert().success();
    names.truncate(5);
    names.push("uitslag.csv".into());
    fs::write(dir.path().join("uitslag.csv"), [rows[0], rows[6], rows[7]].join("\n")).unwrap();
    let named: Vec<&str> = names.iter().map(String::as_str).collect();
    merge(dir.path(), &named, &[]).success();
    is_right(&read(dir.path(), PROFILE));
    fs::write(
        dir.path().join("mail-3.txt"),
        mail(rows[4]).replace("six-elements 1", "six-elements 2"),
    )
    .unwrap();
    ips(dir.path()).args(["check", "mail-3.txt"]).assert().failure().code(1);
}

#[test]
fn whatever_is_wrong_is_named_and_nothing_is_saved() {
    let dir = tempfile::tempdir().unwrap();
    let names = answer_files(dir.path());
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    write(
        "ander.toml",
        "questionnaire = \"trust\"\n[answers]\n\"reliability.keep\" = 3\n",
    );
    write(
        "ouder.toml",
        "questionnaire = \"six-elements\"\nversion = 7\n[answers]\n\"culture.trust\" = 3\n",
    );
    write(
        "fout.toml",
        "questionnaire = \"six-elements\"\n[answers]\n\"culture.trust\" = 9\n\"culture.love\" = 3\n",
    );
    write("leeg.toml", "questionnaire = \"six-elements\"\n[answers]\n");
    write("tekst.txt", "Hoi, hierbij.");
    write("uitslag.csv", "Naam\nZoë\n");
    fs::write(dir.path().join("oud.xls"), b"\xD0\xCF\x11\xE0\0\0").unwrap();
    fs::write(dir.path().join("kapot.xlsx"), b"PK\x03\x04\0\0").unwrap();
    fs::write(dir.path().join("antwoord.docx"), b"PK\x03\x04\0\0").unwrap();
    fs::write(dir.path().join("mail.msg"), b"\xD0\xCF\x11\xE0\0\0").unwrap();
    write("formulier.HTML", "<!DOCTYPE html>\n<p>Antwoord 1: 3</p>");
    fs::create_dir(dir.path().join("map")).unwrap();
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let coded = format!(
        "Subject: Re\nContent-Transfer-Encoding: Quoted-Printable\n\n{}",
        mail(ANSWERS.lines().nth(1).unwrap())
    );
    fs::write(dir.path().join("mail.eml"), coded).unwrap();
    let before = files(dir.path());
    for (file, words) in [
        ("ander.toml", "ander.toml, regel 1"),
        ("ouder.toml", "ouder.toml, regel 2"),
        ("fout.toml", "fout.toml, regel 3, kolom 19"),
        ("fout.toml", "fout.toml, regel 4"),
        ("leeg.toml", "leeg.toml: hier staat geen enkel antwoord"),
        ("tekst.txt", "tekst.txt"),
        ("uitslag.csv", "uitslag.csv: boven geen enkele kolom"),
        ("oud.xls", "oud.xls is geen tekstbestand"),
        #[cfg(feature = "office")]
        ("kapot.xlsx", "kapot.xlsx: dit is geen Excel-bestand"),
        (
            "antwoord.docx",
            "antwoord.docx kan ips niet lezen, want het is geen gewone tekst",
        ),
        ("mail.eml", "mail.eml kan ips niet lezen, want het is geen gewone tekst"),
        ("mail.msg", "mail.msg kan ips niet lezen, want het is geen gewone tekst"),
        ("formulier.HTML", "formulier.HTML is een webpagina"),
        ("weg.html", "weg.html kan niet gelezen worden"),
        ("weg.toml", "weg.toml kan niet gelezen worden"),
        ("map", "map is een map. Noem de bestanden zelf"),
        ("geen*.toml", "Geen bestand heet als geen*.toml"),
        ("lid-0.toml", "Dit bestand noem je twee keer: lid-0.toml"),
    ] {
        let said = stderr(&merge(dir.path(), &[&all[..], &[file]].concat(), &[]).failure());
        assert!(said.contains(words), "{file}: {said}");
        assert_eq!(files(dir.path()), before, "{file}");
    }
    let bad = ["ander.toml", "ouder.toml", "fout.toml", "tekst.txt", "uitslag.csv"];
    let said = stderr(&merge(dir.path(), &[&all[..], &bad].concat(), &[]).failure().code(1));
    assert!(bad.iter().all(|file| said.contains(file)), "all at once: {said}");
    assert!(
        !said.contains("Zoë") && !said.contains("hierbij"),
        "nothing of a file: {said}"
    );
}

#[test]
fn a_form_that_was_cut_off_or_left_half_open_counts_and_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let mut names = answer_files(dir.path());
    let whole = mail(ANSWERS.lines().nth(1).unwrap());
    let cut_off = whole.split_once("Antwoord 12").unwrap().0;
    fs::write(dir.path().join("mail.txt"), cut_off).unwrap();
    names[0] = "mail.txt".to_owned();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let said = stderr(&merge(dir.path(), &names, &[]).success());
    assert!(
        said.contains("Niet alles ingevuld: lid-1.toml (23 van 24), ")
            && said.contains(", mail.txt (8 van 24). Dat mag."),
        "{said}"
    );
    assert_eq!(read(dir.path(), PROFILE).participants, 7);
}

#[test]
fn a_new_group_beside_others_is_named_with_them() {
    let dir = tempfile::tempdir().unwrap();
    let names = answer_files(dir.path());
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let said = |group: &str, day: &str| {
        let more = ["--team", "Noord", "--group", group, "--date", day];
        let merged = ips(dir.path()).arg("merge").args(&names).args(more).assert();
        stderr(&merged.success())
    };
    assert!(!said("ouders", "2026-01-01").contains("nieuwe groep"), "the first");
    assert!(!said("Ouders", "2026-03-01").contains("nieuwe groep"), "the same again");
    let mistyped = said("oudres", "2026-03-01");
    assert!(
        mistyped.contains("oudres is een nieuwe groep. Dit team had al: ouders."),
        "{mistyped}"
    );
}

#[test]
fn a_small_group_is_taken_where_that_was_chosen() {
    let dir = tempfile::tempdir().unwrap();
    let names = answer_files(dir.path());
    let three: Vec<&str> = names.iter().take(3).map(String::as_str).collect();
    merge(dir.path(), &three, &[]).failure().code(1);
    merge(dir.path(), &three, &["--group", "ouders"]).failure().code(1);
    merge(dir.path(), &three, &["--min-group", "3"]).failure().code(2);
    merge(dir.path(), &three[..2], &["--group", "ouders", "--min-group", "2"])
        .failure()
        .code(2);
    merge(dir.path(), &three, &["--group", "ouders", "--min-group", "4"])
        .failure()
        .code(1);
    let said = stderr(&merge(dir.path(), &three, &["--group", "ouders", "--min-group", "3"]).success());
    assert!(
        said.contains("kleine groep, met 3 formulieren") && said.contains("Wie bij ouders hoort"),
        "{said}"
    );
    assert_eq!(
        read(dir.path(), "ips-groep-noord-ouders-2026-11-21.toml")
            .group
            .as_deref(),
        Some("ouders")
    );
}

#[test]
fn an_earlier_round_is_replaced_only_where_that_was_said() {
    let dir = tempfile::tempdir().unwrap();
    let names = answer_files(dir.path());
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut earlier = common::profile(Mode::Tally, &["333333"; 24]);
    earlier.date = earlier.date - chrono::Days::new(7);
    earlier.agreements = vec![Agreement::new("culture", "Bij elkaar op bezoek gaan")];
    let before = dir.path().join("ips-groep-noord-2026-11-14.toml");
    fs::write(&before, earlier.to_toml()).unwrap();
    let said = stderr(&merge(dir.path(), &all, &[]).failure().code(1));
    assert!(
        said.contains("Op 14 november 2026") && said.contains("--replace"),
        "{said}"
    );
    assert!(before.is_file() && !dir.path().join(PROFILE).exists());
    let said = stderr(&merge(dir.path(), &all, &["--replace"]).success());
    assert!(said.contains("De antwoorden van 14 november 2026"), "{said}");
    assert!(!before.exists());
    assert_eq!(
        read(dir.path(), PROFILE).agreements[0].what,
        "Bij elkaar op bezoek gaan"
    );
    // As a kill behind the saving leaves it.
    fs::write(&before, earlier.to_toml()).unwrap();
    let saved = fs::read(dir.path().join(PROFILE)).unwrap();
    merge(dir.path(), &all, &[]).failure().code(1);
    merge(dir.path(), &all, &["--replace"]).success();
    assert!(!before.exists());
    assert_eq!(fs::read(dir.path().join(PROFILE)).unwrap(), saved);
}

/// Without a word nothing goes, and what is left isn't replaced again by what they leave open.
#[test]
fn an_earlier_round_stays_with_what_these_forms_do_not_answer() {
    let dir = tempfile::tempdir().unwrap();
    let asked = ["culture.trust", "culture.roles"];
    let names: Vec<String> = (0..7).map(|number| format!("{number}.toml")).collect();
    for (number, name) in names.iter().enumerate() {
        let mut form = format!("questionnaire = \"six-elements\"\nform = \"{number}\"\n[answers]\n");
        for id in asked {
            writeln!(form, "\"{id}\" = {}", 1 + number % 5).unwrap();
        }
        fs::write(dir.path().join(name), form).unwrap();
    }
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let before = "ips-groep-noord-2026-11-14.toml";
    let mut earlier = common::profile(Mode::Tally, &["333333"; 24]);
    earlier.date = earlier.date - chrono::Days::new(7);
    fs::write(dir.path().join(before), earlier.to_toml()).unwrap();
    merge(dir.path(), &all, &[]).failure().code(1);
    let said = stderr(&merge(dir.path(), &all, &["--replace"]).success());
    assert!(said.contains("De antwoorden van 14 november 2026"), "{said}");
    assert_eq!(read(dir.path(), before).given(), 24 - asked.len());
    let said = stderr(&merge(dir.path(), &all, &["--replace"]).failure().code(1));
    assert!(
        said.contains("al samengevoegd, in ips-groep-noord-2026-11-21.toml"),
        "{said}"
    );
    // Beside what is left of it they stand without a word.
    fs::remove_file(dir.path().join(PROFILE)).unwrap();
    let said = stderr(&merge(dir.path(), &all, &[]).success());
    assert!(!said.contains("14 november"), "{said}");
    assert_eq!(read(dir.path(), before).given(), 24 - asked.len());
}

#[test]
fn a_merged_profile_that_is_opened_again_takes_notes_and_agreements_alone() {
    let dir = tempfile::tempdir().unwrap();
    let names = answer_files(dir.path());
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    merge(dir.path(), &all, &[]).success();
    let before = read(dir.path(), PROFILE);
    let settings = "i\n1 IPS-groep Zuid\n2 1-12-2026\n3 9\n4 1\n5 IB'er\n\n";
    let lines = "n Besproken op 3 december.\n\n\n1\nElkaar bellen\nallen\n1-2-2027\n\n";
    let reopened = ["assess", "--plain", "--reopen", PROFILE];
    let lines = format!("{settings}1\n3\n{lines}");
    let said = stderr(&ips(dir.path()).args(reopened).write_stdin(lines).assert());
    let after = read(dir.path(), PROFILE);
    assert!(said.contains("Dat kan hier niet."), "{said}");
    assert_eq!(
        said.matches("Dit profiel is gemaakt van formulieren.").count(),
        4,
        "{said}"
    );
    let kept = |profile: &Profile| (profile.team.clone(), profile.date, profile.participants, profile.mode);
    assert_eq!(
        (kept(&after), after.functions.as_deref()),
        (kept(&before), Some("IB'er"))
    );
    let notes = after
        .responses
        .iter()
        .flatten()
        .filter(|response| response.note.is_some());
    assert_eq!((notes.count(), after.agreements.len()), (1, 1), "{said}");
    for at in before.questionnaire.places() {
        assert_eq!(after.response(at).tally, before.response(at).tally);
    }
}

#[test]
fn beside_a_meeting_of_a_group_that_is_not_finished_the_whole_team_is_not_merged() {
    let dir = tempfile::tempdir().unwrap();
    let names = answer_files(dir.path());
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut parents = common::profile(Mode::Tally, &["333333"; 24]);
    (parents.group, parents.state) = (Some("ouders".into()), State::draft());
    let draft = "ips-groep-noord-ouders-2026-11-21.draft.toml";
    fs::write(dir.path().join(draft), parents.to_toml()).unwrap();
    let said = stderr(&merge(dir.path(), &all, &[]).failure().code(1));
    assert!(
        said.contains(draft) && said.contains("Het hele team naast een groep"),
        "{said}"
    );
    assert!(!dir.path().join(PROFILE).exists());
    // Groups stand beside each other.
    merge(dir.path(), &all, &["--group", "leiding"]).success();
}

#[cfg(unix)]
#[test]
fn a_device_or_a_pipe_is_refused_and_a_link_is_the_file_that_it_leads_to() {
    let dir = tempfile::tempdir().unwrap();
    let names = answer_files(dir.path());
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    std::os::unix::fs::symlink("lid-0.toml", dir.path().join("link.toml")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", dir.path().join("zero.toml")).unwrap();
    let said = |file: &str| stderr(&merge(dir.path(), &[&all[..], &[file]].concat(), &[]).failure());
    assert!(said("/dev/zero").contains("geen gewoon bestand"));
    assert!(said("zero.toml").contains("geen gewoon bestand"));
    assert!(said("link.toml").contains("twee keer"));
    merge(dir.path(), &[&all[1..], &["link.toml"]].concat(), &[]).success();
}
