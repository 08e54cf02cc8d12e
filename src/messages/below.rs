//! What is said while every profile below folders is read, and of what can't be used there.

use super::{counted, messages};

messages! {
    files_read() { nl: "Gelezen", en: "Read" }
    reading_profiles() { nl: "Even geduld: alle profielen worden gelezen.", en: "One moment: all profiles are being read." }
    name_not_readable(file: &str) {
        nl: "De naam van {file} heeft tekens die niet te lezen zijn. Geef het bestand een andere naam.",
        en: "The name of {file} has characters that can't be read. Give the file another name.",
    }
    nothing_below(folders: &str) {
        nl: "In {folders} en de mappen daaronder staat geen profiel. Noem de map waar de mappen van de teams in staan.",
        en: "There is no profile in {folders} or the folders below it. Name the folder that has the teams' folders in it.",
    }
    look_at_the_period() {
        nl: "Of kijk of --from en --to goed staan.",
        en: "Or look whether --from and --to are right.",
    }
    carried_in_folders(known: &str) {
        nl: "\nIn de mappen staan profielen met: {known}.",
        en: "\nThe folders have profiles with: {known}.",
    }
    none_of_questionnaire(id: &str, known: &str) {
        nl: "Geen van de profielen heeft de vragenlijst {id}. Wel: {known}.",
        en: "None of the profiles has the questionnaire {id}. There is: {known}.",
    }
    other_picture(title: &str, profiles: &str, id: &str) {
        nl: "Niet meegeteld: {profiles} met de vragenlijst \"{title}\". Bekijk die apart met --questions {id}.",
        en: "Not counted: {profiles} with the questionnaire \"{title}\". See those apart with --questions {id}.",
    }
    other_version(title: &str, version: u32, profiles: &str, id: &str) {
        nl: "Niet meegeteld: {profiles} met een andere versie van de vragenlijst \"{title}\": versie {version}. Bekijk die apart met --questions {id}@{version}.",
        en: "Not counted: {profiles} with another version of the questionnaire \"{title}\": version {version}. See those apart with --questions {id}@{version}.",
    }
    other_wording(title: &str, version: u32, profiles: &str) {
        nl: "Niet meegeteld: {profiles} met andere vragen in dezelfde vragenlijst (\"{title}\", versie {version}). Met --from en --to kijk je naar een andere tijd.",
        en: "Not counted: {profiles} with other questions in the same questionnaire (\"{title}\", version {version}). With --from and --to you look at another time.",
    }
    other_groups_below(folders: &str, groups: &str) {
        nl: "Wat je vraagt staat niet in {folders}. Wel profielen van groepen: {groups}. Kies er een met --group \"NAAM\". Of laat --group weg, voor de teams als geheel.",
        en: "What you ask for isn't in {folders}. There are profiles of groups: {groups}. Choose one with --group \"NAME\". Or leave out --group, for the teams as a whole.",
    }
    no_groups_below(folders: &str) {
        nl: "In {folders} en de mappen daaronder staan geen profielen van een groep. Laat --group weg.",
        en: "There are no profiles of a group in {folders} or the folders below it. Leave out --group.",
    }
    teams_of_one_name(team: &str, folders: &str) {
        nl: "Team \"{team}\" staat in meer mappen ({folders}). Die tellen als verschillende teams. Is het er één? Zet de profielen dan bij elkaar in één map.",
        en: "Team \"{team}\" is in several folders ({folders}). They count as different teams. Are they one? Then put their profiles together in one folder.",
    }
    skipped_is_wrong() {
        nl: "Met --strict moet alles te lezen zijn. Herstel wat hierboven staat, of laat --strict weg.",
        en: "With --strict everything has to be readable. Repair what is named above, or leave out --strict.",
    }
    period_ends_first() {
        nl: "--from komt na --to. Geef eerst de vroegste dag.",
        en: "--from comes after --to. Give the earliest day first.",
    }
    overview_document() { nl: "Een overzicht", en: "an overview" }
    overview_file() { nl: "overzicht", en: "overview" }
}

counted! {
    profiles_counted(n) {
        nl: "1 profiel" / "{n} profielen",
        en: "1 profile" / "{n} profiles",
    }
    skipped_counted(n) {
        nl: "1 bestand of map telt niet mee." / "{n} bestanden of mappen tellen niet mee.",
        en: "1 file or folder doesn't count." / "{n} files or folders don't count.",
    }
    copies_counted(n) {
        nl: "1 bestand is een kopie en telt niet mee." / "{n} bestanden zijn kopieën en tellen niet mee.",
        en: "1 file is a copy and doesn't count." / "{n} files are copies and don't count.",
    }
    of_groups_counted(n) {
        nl: "1 profiel is van een groep van een team en telt niet mee. Kies een groep met --group." / "{n} profielen zijn van groepen van teams en tellen niet mee. Kies een groep met --group.",
        en: "1 profile is of a group of a team and doesn't count. Choose a group with --group." / "{n} profiles are of groups of teams and don't count. Choose a group with --group.",
    }
    outside_group_counted(n) {
        nl: "1 profiel is van een andere groep of van een heel team en telt niet mee." / "{n} profielen zijn van andere groepen of van hele teams en tellen niet mee.",
        en: "1 profile is of another group or of a whole team and doesn't count." / "{n} profiles are of other groups or of whole teams and don't count.",
    }
    drafts_counted(n) {
        nl: "1 bijeenkomst is nog niet af en telt niet mee." / "{n} bijeenkomsten zijn nog niet af en tellen niet mee.",
        en: "1 meeting isn't finished yet and doesn't count." / "{n} meetings aren't finished yet and don't count.",
    }
    names_in_several_folders(n) {
        nl: "1 teamnaam staat in meer mappen: dat telt als verschillende teams." / "{n} teamnamen staan in meer mappen: die tellen als verschillende teams.",
        en: "1 team's name is in several folders: those count as different teams." / "{n} teams' names are in several folders: those count as different teams.",
    }
}
