//! What the shells of Windows hand on as it was typed, where others have looked at it.

use std::path::Path;

use assert_cmd::Command;

use crate::common::prepare;

/// What a command says in the folder with the examples, and how it ends.
fn said(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ips"));
    prepare(&mut command, &Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"));
    let output = Command::from_std(command).args(arguments).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_star_stands_for_files_and_folders_in_every_command_that_takes_them() {
    let [first, second] = [
        "ips-groep-de-linde-2026-11-19.toml",
        "ips-groep-de-linde-2027-05-27.toml",
    ];
    let groups = ["leiding-2027-05-20", "medewerkers-2027-05-13", "ouders-2027-05-18"]
        .map(|group| format!("groepen/ips-groep-de-linde-{group}.toml"));
    let groups = groups.each_ref().map(String::as_str);
    for (command, typed, meant) in [
        (&["show"][..], "*linde-2026*", &[first][..]),
        (&["show"], "*LINDE-2026*.toml", &[first]),
        (&["card"], "*2027-05-2?.toml", &[second]),
        (&["agenda"], "*2027-05-2?.toml", &[second]),
        (&["export"], "*linde-2027*", &[second]),
        (&["diff"], "ips-groep-*.toml", &[first, second]),
        (&["trend"], "ips-groep-*.toml", &[first, second]),
        (&["gap"], "groepen/*", &groups),
        (&["check"], "groepen/*.toml", &groups),
        (&["check"], "g*", &["groepen"]),
        (&["overview"], "net*", &["netwerk"]),
        (&["export"], "net*", &["netwerk"]),
        (&["merge", "--team", "Noord"], "ips-groep-*.toml", &[first, second]),
    ] {
        let typed = said(&[command, &[typed]].concat());
        let meant = said(&[command, meant].concat());
        assert_eq!(
            typed.0,
            Some(i32::from(command[0] == "merge")),
            "{command:?}: {}",
            typed.2
        );
        // The separator of a folder stands there as it was typed.
        let same = |said: String| said.replace('\\', "/");
        assert_eq!(same(typed.1), same(meant.1), "{command:?}");
        assert_eq!(same(typed.2), same(meant.2), "{command:?}");
    }
}

#[test]
fn a_star_that_stands_for_nothing_or_for_too_much_is_told() {
    for (arguments, code, words) in [
        (&["show", "geen*"][..], 1, "Geen bestand heet als geen*."),
        (
            &["show", "ips-groep*"],
            2,
            "2 bestanden heten als ips-groep*. Noem er één.",
        ),
        (&["diff", "groepen/*"], 2, "twee profielen"),
        (&["overview", "geen*"], 1, "Geen map heet als geen*."),
        (&["overview", "*.toml"], 1, "Geen map heet als *.toml."),
    ] {
        let (ended, _, told) = said(arguments);
        assert_eq!(ended, Some(code), "{arguments:?}");
        assert!(told.contains(words), "{arguments:?}: {told}");
    }
}

/// Elsewhere a quote at the end of a word was typed.
#[cfg(not(windows))]
#[test]
fn a_quote_is_mended_for_windows_alone() {
    let (_, _, told) = said(&["show", "geen.toml\""]);
    assert!(told.contains("geen.toml\""), "{told}");
}

/// What Windows itself does with a command line and a name.
#[cfg(windows)]
mod windows {
    use std::{fs, os::windows::process::CommandExt as _, path::Path, process::Command};

    use crate::common::{files, prepare};

    /// How a command line ends that is handed on as it stands there, and what it says.
    fn ended(dir: &Path, line: &str) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ips"));
        prepare(&mut command, dir);
        let output = command.raw_arg(line).output().expect("it runs");
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    }

    #[test]
    fn a_folder_in_quotes_may_end_in_a_backslash() {
        let dir = tempfile::tempdir().unwrap();
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/groepen");
        let folder = dir.path().join("map met spatie");
        fs::create_dir(&folder).unwrap();
        for file in files(&examples) {
            fs::copy(examples.join(&file), folder.join(&file)).unwrap();
        }
        for line in [
            r#"gap --dir "map met spatie\""#,
            r#"check "map met spatie\""#,
            r#"overview --group leiding "map met spatie\""#,
        ] {
            assert_eq!(
                ended(dir.path(), line).0,
                Some(0),
                "{line}: {}",
                ended(dir.path(), line).1
            );
        }
        let (code, said) = ended(dir.path(), r#"gap --dir "map met spatie\" --json"#);
        assert!(
            code == Some(2) && said.contains("aan het eind van de map weg"),
            "{said}"
        );
    }

    #[test]
    fn the_name_of_a_device_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        for line in [
            "guide -o con.html",
            "guide --format html -o NUL",
            "guide -o com1.docx --force",
            "show aux.toml",
            "check NUL",
            "merge --team Noord aux.txt",
        ] {
            let (code, said) = ended(dir.path(), line);
            assert!(
                code == Some(1) && said.contains("een apparaat") && !said.contains("--dir"),
                "{line}: {code:?} {said}"
            );
        }
        assert!(files(dir.path()).is_empty());
    }
}
