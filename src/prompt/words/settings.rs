//! What is said of the settings.

use crate::{
    lang::Lang,
    profile::{NOTE_CHARS, Profile, TEAM_CHARS},
    session::{Refusal, Session, SettingKind},
    tally::{MAX_PARTICIPANTS, Mode},
    text::safe,
};

/// Why a setting can't be so.
pub(crate) fn setting_refusal(lang: Lang, refusal: Refusal) -> String {
    match refusal {
        Refusal::BlankTeam => lang.blank_team(),
        Refusal::TeamTooLong => lang.team_too_long(TEAM_CHARS),
        Refusal::BadParticipants => lang.bad_participants(MAX_PARTICIPANTS),
        Refusal::FewerThanVotes(most) => lang.fewer_than_votes(most),
        Refusal::NoSuchMode => lang.no_such_mode(),
        Refusal::ModeStays => lang.mode_stays(),
        Refusal::FormsStay => lang.forms_stay(),
        Refusal::Personal => lang.personal_mode(),
        Refusal::NoSuchDay => lang.no_such_meeting_day(),
        Refusal::OtherRound(day) => lang.other_round(&lang.date(day)),
        Refusal::MixedRound(day) => lang.group_beside_whole(&lang.date(day)),
        Refusal::TooLong => lang.text_too_long_here(NOTE_CHARS),
        _ => lang.not_here(),
    }
}

/// What a setting is called.
pub(crate) fn setting(lang: Lang, kind: SettingKind) -> String {
    match kind {
        SettingKind::Team => lang.setting_team(),
        SettingKind::Date => lang.setting_date(),
        SettingKind::Participants => lang.setting_participants(),
        SettingKind::Mode => lang.setting_mode(),
        SettingKind::Functions => lang.setting_functions(),
    }
}

/// What a setting is now, in words.
pub(crate) fn setting_now(lang: Lang, session: &Session, kind: SettingKind) -> String {
    let profile = session.profile();
    match kind {
        SettingKind::Team => safe(&profile.team),
        SettingKind::Date => lang.date(profile.date),
        SettingKind::Participants => profile.participants.to_string(),
        SettingKind::Mode => mode(lang, profile.mode),
        SettingKind::Functions => profile.functions.as_deref().map_or_else(|| lang.setting_none(), safe),
    }
}

/// What a setting is now, as it can be mended.
pub(crate) fn setting_typed(session: &Session, kind: SettingKind) -> String {
    let profile = session.profile();
    match kind {
        SettingKind::Team => profile.team.clone(),
        // As people type a day, in either language.
        SettingKind::Date => profile.date.format("%-d-%-m-%Y").to_string(),
        // A number is typed anew.
        SettingKind::Participants | SettingKind::Mode => String::new(),
        SettingKind::Functions => profile.functions.clone().unwrap_or_default(),
    }
}

/// The most people of whom counts always tell who answered what.
const PAIR: u32 = 2;

/// The advice to answer together, for so few people.
pub(crate) fn better_together(lang: Lang, participants: u32) -> Option<String> {
    (participants <= PAIR).then(|| lang.better_together())
}

/// The same, where they don't; what each is asked about themselves can't be answered together.
pub(crate) fn better_together_than_now(lang: Lang, now: &Profile) -> Option<String> {
    let could = now.mode.counts() && !now.questionnaire.personal;
    better_together(lang, now.participants).filter(|_| could)
}

/// A way of answering, as it is chosen.
pub(crate) fn mode(lang: Lang, mode: Mode) -> String {
    match mode {
        Mode::Joint => lang.mode_joint_choice(),
        Mode::Tally => lang.mode_tally_choice(),
        Mode::Ballots => lang.mode_ballots_choice(),
        Mode::Merged => lang.answered_on_forms(),
    }
}
