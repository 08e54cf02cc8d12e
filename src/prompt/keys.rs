//! The keys of every page, a table each, in the order in which they are shown.
//!
//! What a page and the plain lines listen to, the keys at the bottom of a page, the explanation and the sentence that sums
//! them up line by line are all made from these tables. So a key that works is shown, and one more key is one more row.

mod binding;

pub(crate) use binding::{Binding, Does, Key, Keys, explanations, footer, pressed, summary, typed};

use self::binding::{key, plain};
use crate::{
    agreement::{AgreementField, AgreementState},
    lang::Lang,
    session::{Doubt, Session},
};

const GO_ON: Binding = key(Key::Enter, Does::GoOn, Lang::key_go_on)
    .explained(Lang::explained_go_on)
    .plain("", Lang::plain_go_on);
const NOTE: Binding = key(Key::Char('n'), Does::Note, Lang::key_note)
    .explained(Lang::explained_note)
    .plain("n", Lang::plain_note);
const BACK: Binding = key(Key::Char('b'), Does::Back, Lang::key_back)
    .explained(Lang::explained_back)
    .plain("b", Lang::key_back);
/// Out of what was opened: people press Esc as well as `b`.
const OUT: Binding = key(Key::Esc, Does::Back, Lang::key_back)
    .also(&[Key::Char('b')])
    .plain("b", Lang::key_back);
const SKIP: Binding = key(Key::Char('s'), Does::Skip, Lang::key_skip)
    .explained(Lang::explained_skip)
    .plain("s", Lang::key_skip);
const OVERVIEW: Binding = key(Key::Char('o'), Does::Overview, Lang::key_overview)
    .explained(Lang::explained_overview)
    .plain("o", Lang::key_overview);
const SETTINGS: Binding = key(Key::Char('i'), Does::Settings, Lang::key_settings)
    .explained(Lang::explained_settings)
    .plain("i", Lang::key_settings);
const HELP: Binding = key(Key::Char('h'), Does::Help, Lang::key_help).plain("h", Lang::key_help);
const STOP: Binding = key(Key::Char('q'), Does::Stop, Lang::key_stop)
    .brief(Lang::key_stop_brief)
    .explained(Lang::explained_stop)
    .plain("q", Lang::key_stop);
/// Sheets that were typed are kept only when they are counted.
const STOP_SHEETS: Binding = key(Key::Char('q'), Does::Stop, Lang::key_stop_brief)
    .explained(Lang::explained_stop_sheets)
    .plain("q", Lang::key_stop_brief);
/// Where everything is saved already.
const END: Binding = key(Key::Char('q'), Does::Stop, Lang::key_stop_brief).plain("q", Lang::key_stop_brief);
/// Where letters are text.
const STOP_TYPING: Binding = key(Key::Stop, Does::Stop, Lang::key_stop)
    .brief(Lang::key_stop_word)
    .plain("q", Lang::key_stop);

const UNANSWERED: Keys = &[NOTE, BACK, SKIP, OVERVIEW, SETTINGS, HELP, STOP, TO_REVIEW];
const ANSWERED: Keys = &[GO_ON, NOTE, BACK, OVERVIEW, SETTINGS, HELP, STOP, TO_REVIEW];
/// Only line by line: on the screen that is on the overview.
const TO_REVIEW: Binding = plain("f", Does::Finish, Lang::key_finish);
/// A question that was chosen on the overview.
const VISITED: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_back)
        .also(&[Key::Esc, Key::Char('b'), Key::Char('o')])
        .explained(Lang::explained_visit)
        .plain("", Lang::plain_go_back),
    NOTE,
    plain("b", Does::Back, Lang::key_back),
    SETTINGS,
    HELP,
    STOP,
];

/// A question: only one with an answer can be passed, and one that was chosen on the overview leads back.
pub fn question(session: &Session, index: usize) -> Keys {
    match session.answered(index) {
        _ if session.visits() => VISITED,
        Some(_) => ANSWERED,
        None => UNANSWERED,
    }
}

/// Everyone's answers.
pub(crate) const SPREAD: Keys = &[
    GO_ON,
    NOTE,
    key(Key::Char('b'), Does::Back, Lang::key_type_again).explained(Lang::explained_type_again),
    SETTINGS,
    HELP,
    STOP,
];

/// The counts of a question that came on sheets.
pub(crate) const COUNTS: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_back)
        .also(&[Key::Esc, Key::Char('b')])
        .explained(Lang::explained_visit),
    NOTE,
    SETTINGS,
    HELP,
    STOP,
];

/// The same line by line.
pub(crate) const VISITED_COUNTS: Keys = &[
    plain("", Does::GoOn, Lang::plain_go_back),
    plain("b", Does::Back, Lang::key_back),
    plain("n", Does::Note, Lang::plain_note),
    plain("h", Does::Help, Lang::key_help),
    plain("q", Does::Stop, Lang::key_stop),
];

/// One member's sheet.
pub(crate) const BALLOT: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_all_sheets)
        .brief(Lang::key_all_sheets_brief)
        .explained(Lang::explained_all_sheets)
        .plain("", Lang::plain_all_sheets),
    key(Key::Char('b'), Does::Back, Lang::key_last_sheet)
        .explained(Lang::explained_last_sheet)
        .plain("b", Lang::key_last_sheet),
    SETTINGS,
    HELP,
    STOP_SHEETS,
];

/// The explanation: any key closes it.
pub(crate) const EXPLANATION: Keys = &[key(Key::Enter, Does::GoOn, Lang::key_closes_help)];

/// What works on every page, and is told in the explanation only.
pub(crate) const EVERYWHERE: Keys = &[
    key(Key::Up, Does::GoOn, Lang::key_scroll).explained(Lang::explained_scroll),
    key(Key::Stop, Does::Stop, Lang::key_stop).explained(Lang::explained_stop_anywhere),
];

/// How an agreement can stand when a team looks back at it, by the key that says so.
pub(crate) const STATES: [(char, AgreementState); 3] = [
    ('1', AgreementState::Done),
    ('2', AgreementState::Open),
    ('3', AgreementState::Dropped),
];

const FOLLOW_UP: Keys = &[GO_ON, BACK, SETTINGS, STOP];

/// An agreement that the team looks back at; only one at which it has done so can be passed.
pub fn follow_up(looked_back: bool) -> Keys {
    if looked_back { FOLLOW_UP } else { &FOLLOW_UP[1..] }
}

/// A note to a question.
pub(crate) const NOTE_TEXT: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_save),
    key(Key::Esc, Does::Back, Lang::key_close),
];

/// What is typed about an agreement that the team looks back at: a new day, a note.
pub(crate) const FOLLOW_UP_TEXT: Keys = &[
    // The question itself says what an empty line does.
    key(Key::Enter, Does::GoOn, Lang::key_go_on),
    key(Key::Esc, Does::Back, Lang::key_back).plain("b", Lang::key_choose_again),
    plain("q", Does::Stop, Lang::key_stop),
];

const OVERVIEW_OPEN: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_first_open)
        .brief(Lang::key_first_open_brief)
        .explained(Lang::key_first_open),
    key(Key::Char('f'), Does::Finish, Lang::key_finish_open)
        .brief(Lang::key_finish)
        .explained(Lang::key_finish_open),
    OUT.explained(Lang::explained_visit),
    SETTINGS,
    HELP,
    STOP,
];
const OVERVIEW_DONE: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_to_profile).explained(Lang::key_to_profile),
    OUT.explained(Lang::explained_visit),
    SETTINGS,
    HELP,
    STOP,
];

/// The overview: with open questions Enter leads to the first of them.
pub(crate) fn overview(session: &Session) -> Keys {
    if session.open().is_empty() || session.counts_stay() {
        OVERVIEW_DONE
    } else {
        OVERVIEW_OPEN
    }
}

/// The overview line by line, when it was opened at a question that waits.
pub(crate) const PEEK: Keys = &[
    plain("", Does::Back, Lang::plain_go_back),
    plain("b", Does::Back, Lang::key_back),
    SETTINGS,
    HELP,
    STOP,
];

/// The overview line by line, after the last question.
pub(crate) const REVIEW: Keys = &[plain("", Does::Finish, Lang::key_finish), BACK, SETTINGS, HELP, STOP];

/// The settings, which are chosen by number.
pub(crate) const SETTINGS_LIST: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_ready)
        .also(&[Key::Esc, Key::Char('b'), Key::Char('i')])
        .plain("", Lang::plain_ready),
    plain("b", Does::Back, Lang::key_back),
    STOP,
];

/// A setting being typed.
pub(crate) const SETTING_TEXT: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_save),
    key(Key::Esc, Does::Back, Lang::key_back),
    key(Key::Stop, Does::Stop, Lang::key_stop_brief),
];

/// Whether the team is done although questions are open.
const SURE_FINISH: Keys = &[
    key(Key::Char('j'), Does::GoOn, Lang::key_finish)
        .also(&[Key::Char('y')])
        .plain("j", Lang::key_finish),
    OUT,
    STOP,
];
/// Whether the team has grown.
const SURE_GROWN: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_yes)
        .also(&[Key::Char('j'), Key::Char('y')])
        .plain("j", Lang::key_yes),
    key(Key::Char('b'), Does::Back, Lang::key_type_again)
        .also(&[Key::Esc, Key::Char('n')])
        .plain("b", Lang::key_type_again),
    STOP,
];
const SURE_REMOVE: Keys = &[
    key(Key::Char('j'), Does::GoOn, Lang::key_remove)
        .also(&[Key::Char('y')])
        .plain("j", Lang::key_remove),
    key(Key::Esc, Does::Back, Lang::key_keep)
        .also(&[Key::Char('b'), Key::Char('n')])
        .plain("", Lang::plain_keep),
    END,
];
const SURE_ALL_SHEETS: Keys = &[
    key(Key::Char('j'), Does::GoOn, Lang::key_all_in)
        .also(&[Key::Char('y')])
        .plain("j", Lang::key_all_in),
    key(Key::Char('b'), Does::Back, Lang::key_another_sheet)
        .also(&[Key::Esc, Key::Char('n')])
        .plain("b", Lang::key_another_sheet),
    STOP_SHEETS,
];

/// Whether an earlier round is replaced.
const SURE_REPLACE: Keys = &[
    key(Key::Char('j'), Does::GoOn, Lang::key_replace)
        .also(&[Key::Char('y')])
        .plain("j", Lang::key_replace),
    key(Key::Char('b'), Does::Back, Lang::key_other_day)
        .also(&[Key::Esc, Key::Char('n')])
        .plain("b", Lang::key_other_day),
    STOP,
];

/// What is asked once more.
pub(crate) fn sure(doubt: Doubt) -> Keys {
    match doubt {
        Doubt::Finish => SURE_FINISH,
        Doubt::Grown => SURE_GROWN,
        Doubt::Remove(_) => SURE_REMOVE,
        Doubt::AllSheets => SURE_ALL_SHEETS,
        Doubt::Replace => SURE_REPLACE,
    }
}

pub(crate) const PROFILE: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_to_topics).brief(Lang::key_to_topics_brief),
    OUT,
    key(Key::Char('o'), Does::Overview, Lang::key_overview),
    SETTINGS,
    END,
];

pub(crate) const TOPICS: Keys = &[key(Key::Enter, Does::GoOn, Lang::key_to_agreements), OUT, END];

/// What the next agreement is about.
pub(crate) const AGREEMENTS: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_ready).plain("", Lang::plain_ready),
    OUT,
    SETTINGS,
    END,
];

/// The first line of an agreement: without it there is none.
const AGREEMENT_WHAT: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_next_line).brief(Lang::key_go_on),
    key(Key::Esc, Does::Back, Lang::key_back),
    plain("b", Does::Back, Lang::key_line_before),
    plain("h", Does::Help, Lang::key_help),
    STOP_TYPING,
];

/// The other lines of an agreement.
const AGREEMENT_LINE: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_go_on_empty).brief(Lang::key_go_on),
    key(Key::Esc, Does::Back, Lang::key_back).plain("b", Lang::key_line_before),
    plain("h", Does::Help, Lang::key_help),
    STOP_TYPING,
];

/// A line of an agreement.
pub fn agreement(field: AgreementField) -> Keys {
    match field {
        AgreementField::What => AGREEMENT_WHAT,
        AgreementField::Who | AgreementField::When => AGREEMENT_LINE,
    }
}

/// Saving failed; what is typed otherwise is a folder.
pub(crate) const CANNOT_SAVE: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_save_again).plain("", Lang::key_save_again),
    key(Key::Char('q'), Does::Stop, Lang::key_stops).plain("q", Lang::key_stops),
];

/// What can be done now.
pub(crate) const MENU: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_first_choice),
    key(Key::Char('q'), Does::Stop, Lang::key_stop_brief),
];

/// What is asked first before the first question.
const FIRST_INQUIRY: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_go_on),
    key(Key::Stop, Does::Stop, Lang::key_stop_brief).plain("q", Lang::key_stop_brief),
];

/// What is asked after that.
const INQUIRY: Keys = &[
    key(Key::Enter, Does::GoOn, Lang::key_go_on),
    key(Key::Esc, Does::Back, Lang::key_back).plain("b", Lang::key_back),
    key(Key::Stop, Does::Stop, Lang::key_stop_brief).plain("q", Lang::key_stop_brief),
];

/// Something that is asked before the first question.
pub(crate) fn inquiry(has_before: bool) -> Keys {
    if has_before { INQUIRY } else { FIRST_INQUIRY }
}

#[cfg(test)]
mod tests;
