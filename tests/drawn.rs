//! The profiles that the benchmarks draw are the same each time, and are what they are said to be.

use std::{fs, path::PathBuf, sync::LazyLock};

use ips::{profile::Profile, store::load};
use tempfile::TempDir;

#[path = "../benches/ratios/many.rs"]
mod many;

use many::{Beside, Many};

const MANY: Many = Many {
    profiles: 220,
    teams: 50,
    by_municipality: false,
};

/// Made once for all tests here, by one thread.
static MADE: LazyLock<(TempDir, Beside)> = LazyLock::new(|| {
    let one_by_one = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    one_by_one.expect("a thread").install(|| made(MANY))
});

fn made(many: Many) -> (TempDir, Beside) {
    let dir = TempDir::new().expect("a folder");
    let beside = many.make(dir.path()).expect("room on the disk");
    (dir, beside)
}

/// All files, by name.
fn files(dir: &TempDir) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(dir).into_iter();
    let paths = entries.map(|entry| entry.expect("an entry").into_path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    files.sort_by_key(|path| path.file_name().map(ToOwned::to_owned));
    files
}

#[test]
fn they_are_the_same_whoever_makes_them_and_where() {
    let (one_by_one, beside) = &*MADE;
    let (in_folders, again) = made(Many {
        by_municipality: true,
        ..MANY
    });
    assert_eq!(beside, &again);
    assert!(in_folders.path().join("Zwolle").is_dir());
    let (ones, others) = (files(one_by_one), files(&in_folders));
    assert_eq!(ones.len(), others.len());
    for (one, other) in ones.iter().zip(&others) {
        assert_eq!(one.file_name(), other.file_name());
        assert!(fs::read(one).unwrap() == fs::read(other).unwrap(), "{}", one.display());
    }
}

#[test]
fn they_have_the_answers_that_they_had() {
    let (dir, _) = &*MADE;
    let mut sum = 0_u64;
    for (stored, _) in files(dir).iter().filter_map(|path| load(path).ok()) {
        let responses = stored.profile.responses.iter().flatten();
        let counts = responses.filter_map(|response| response.tally.as_ref());
        let votes = counts.flat_map(|tally| tally.votes.iter().chain([&tally.dont_know, &tally.not_applicable]));
        sum = votes.fold(sum, |sum, &votes| sum.wrapping_mul(31).wrapping_add(votes.into()));
    }
    // What was measured on other ones can't be held against what is measured today.
    assert_eq!(sum, 17_034_963_414_954_999_112);
}

#[test]
fn they_are_sound_but_for_those_that_are_meant_to_be_broken() {
    let (dir, beside) = &*MADE;
    let (mut sound, mut found) = (Vec::<Profile>::new(), Beside::default());
    for path in files(dir) {
        let ends_in = |end: &str| path.to_string_lossy().ends_with(end);
        match load(&path) {
            Ok((stored, remarks)) => {
                assert!(remarks.is_empty(), "{}", path.display());
                sound.push(stored.profile);
            }
            Err(_) if ends_in(".draft.toml") => found.drafts += 1,
            Err(_) if ends_in("-planning.toml") => found.others += 1,
            Err(_) => found.broken += 1,
        }
    }
    found.copies = u32::try_from(sound.len()).expect("few") - MANY.profiles;
    assert_eq!(&found, beside);
    assert!(found.copies > 0 && found.drafts > 0 && found.broken > 0 && found.others > 0);
    let asked = |id: &str, version| {
        let asked = |profile: &&Profile| profile.questionnaire.id == id && profile.questionnaire.version == version;
        sound.iter().filter(asked).count()
    };
    let (first, second, trust) = (asked("six-elements", 1), asked("six-elements", 2), asked("trust", 1));
    assert!(
        first > second && second > trust && trust > 0,
        "{first} {second} {trust}"
    );
}
