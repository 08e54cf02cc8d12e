//! A team's evening in a real terminal: what it answers, and what has to hold when it ends.

use std::{fs, path::Path};

use ips::{
    agreement::Agreement,
    profile::{self, Profile, State},
    tally::Mode,
};

use crate::{
    common::{self, DRAFT, PROFILE, each},
    program::{command, files, lines, panicked, run},
    tries::{Harm, Tries},
    window::Terminal,
};

pub use crate::common::ANSWERS;
pub const ENTER: &str = "\r";
pub const CTRL_C: &str = "\x03";
pub const ESC: &str = "\x1b";
/// Enter that was also the last key: F2 before it, which means nothing, makes it no repeat of a held key.
pub const ENTER_AGAIN: &str = "\x1bOQ\r";

/// What is seen on the pages after the last question.
pub const OVERVIEW: &str = "24 van 24 beantwoord";
pub const AT_PROFILE: &str = "Enter gesprek";
pub const AT_TOPICS: &str = "Enter afspraken";
pub const AT_AGREEMENTS: &str = "Waarover is de volgende afspraak?";

/// From the overview to the list of agreements on the full screen; the profile is saved on the way.
pub fn to_agreements(terminal: &mut Terminal) {
    for page in [OVERVIEW, AT_PROFILE, AT_TOPICS] {
        terminal.wait_for(page);
        terminal.send(ENTER_AGAIN);
    }
    terminal.wait_for(AT_AGREEMENTS);
}

/// From there to the end.
pub fn ends(terminal: &mut Terminal) {
    terminal.wait_for(AT_AGREEMENTS);
    terminal.send(ENTER_AGAIN);
}

/// The number of questions.
pub const ALL: usize = ANSWERS.len();

/// The first answers as a draft.
pub fn draft(mode: Mode, answered: usize) -> Profile {
    let mut profile = common::profile(mode, &each(&ANSWERS[..answered]));
    profile.state = State::draft();
    profile
}

/// Puts a draft in the folder, as a stopped evening leaves it.
pub fn leave_draft(dir: &Path, mode: Mode, answered: usize) {
    fs::write(dir.join(DRAFT), draft(mode, answered).to_toml()).expect("a draft");
}

/// The same, of a team that has yet to look back at two agreements of an earlier meeting.
pub fn leave_draft_to_look_back(dir: &Path, mode: Mode, answered: usize) {
    let mut draft = draft(mode, answered);
    let agreements = ["Samen eten", "Kaart maken"].map(|what| Agreement {
        made: draft.date.pred_opt(),
        ..Agreement::new("culture", what)
    });
    draft.agreements = agreements.into();
    fs::write(dir.join(DRAFT), draft.to_toml()).expect("a draft");
}

/// A profile or draft of the folder.
pub fn read(dir: &Path, file: &str) -> Profile {
    let text = fs::read_to_string(dir.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let read = profile::read(file, &text).unwrap_or_else(|problems| panic!("{file} is not sound: {problems:?}"));
    read.profile
}

/// Checks that a profile or draft holds exactly the first answers.
pub fn holds(tries: &mut Tries, what: &str, dir: &Path, file: &str, mode: Mode, answered: usize) {
    let tallies = |profile: &Profile| -> Vec<_> {
        let places = profile.questionnaire.places();
        places.map(|at| profile.response(at).tally.clone()).collect()
    };
    let (given, kept) = (draft(mode, answered), read(dir, file));
    tries.expect(
        tallies(&given) == tallies(&kept) && given.mode == kept.mode,
        Harm::Lost,
        || {
            format!(
                "{what}: {file} doesn't hold the {answered} answers: {:?}",
                tallies(&kept)
            )
        },
    );
}

/// Goes on with the draft, line by line, and checks that the profile then holds every answer.
pub fn goes_on(tries: &mut Tries, what: &str, dir: &Path, mode: Mode, answered: usize) {
    let left = read(dir, DRAFT);
    let follow_ups = left.carried_over().len() - left.state.followed_up();
    let rest = "1\n\n".repeat(follow_ups) + &lines(&ANSWERS[answered..]);
    let ran = run(tries, &mut command(dir, ["assess", "--plain", "--resume"]), rest);
    tries.expect(ran.code == Some(0), Harm::Lost, || {
        format!("{what}: the draft can't be gone on with: {}", ran.stderr)
    });
    if ran.code == Some(0) {
        holds(tries, what, dir, PROFILE, mode, ALL);
    }
}

/// Checks that the terminal is as it was, and that nobody panicked on it.
pub fn given_back(tries: &mut Tries, what: &str, terminal: &mut Terminal) {
    let screen = terminal.screen();
    let back = !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste();
    tries.expect(back && terminal.echoes(), Harm::Wrong, || {
        let screen = terminal.screen();
        let (alternate, cursor) = (screen.alternate_screen(), screen.hide_cursor());
        let echoes = terminal.echoes();
        format!(
            "{what}: the terminal isn't given back: alternate screen {alternate}, hidden cursor {cursor}, echo {echoes}"
        )
    });
    let printed = terminal.printed();
    tries.expect(!panicked(&printed), Harm::Panic, || format!("{what}: {printed}"));
}

/// Checks that nothing but these files is in the folder: no lock, no temporary file.
pub fn only(tries: &mut Tries, what: &str, dir: &Path, expected: &[&str]) {
    let found = files(dir);
    tries.expect(found == expected, Harm::Wrong, || {
        format!("{what}: in the folder are {found:?}, not {expected:?}")
    });
}

/// Opens a saved profile again and leaves it as it is: it is whole, and nobody holds it.
pub fn reopens(tries: &mut Tries, what: &str, dir: &Path) {
    let before = fs::read(dir.join(PROFILE)).expect("the profile");
    let ran = run(tries, &mut command(dir, ["assess", "--plain", "--reopen"]), "q\n");
    let same = fs::read(dir.join(PROFILE)).is_ok_and(|after| after == before);
    tries.expect(ran.code == Some(0) && same, Harm::Lost, || {
        format!("{what}: the profile can't be opened again: {}", ran.stderr)
    });
}
