//! What is said to someone at a terminal who didn't ask for it: below a long text, and by `ips` alone.

use super::messages;

messages! {
    menu_question() { nl: "Wat wil je doen?", en: "What do you want to do?" }
    menu_question_plain() {
        nl: "Wat wil je doen? Typ een nummer. Een lege regel is 1, q stopt.",
        en: "What do you want to do? Type a number. An empty line is 1, q stops.",
    }
    menu_team() { nl: "Welk team?", en: "Which team?" }
    menu_team_plain() {
        nl: "Welk team? Typ een nummer. Een lege regel is 1, q stopt.",
        en: "Which team? Type a number. An empty line is 1, q stops.",
    }
    menu_group() { nl: "Welk team of welke groep?", en: "Which team or group?" }
    menu_group_plain() {
        nl: "Welk team of welke groep? Typ een nummer. Een lege regel is 1, q stopt.",
        en: "Which team or group? Type a number. An empty line is 1, q stops.",
    }
    menu_section() { nl: "Wat wil je lezen?", en: "What do you want to read?" }
    menu_section_plain() {
        nl: "Wat wil je lezen? Typ een nummer. Een lege regel is 1, q stopt.",
        en: "What do you want to read? Type a number. An empty line is 1, q stops.",
    }
    guide_in_parts() { nl: "de handleiding, in delen", en: "the guide, in parts" }
    menu_number(last: usize) { nl: "Kies een nummer van 1 tot en met {last}.", en: "Choose a number from 1 to {last}." }
    menu_esc() { nl: "Esc sluit hier niets. q stopt.", en: "Esc closes nothing here. q stops." }
    key_first_choice() { nl: "is 1", en: "is 1" }
    nothing_here_yet() { nl: "hier is nog geen bijeenkomst bewaard", en: "no meeting is saved here yet" }
    nothing_readable_here() { nl: "wat hier bewaard is, is niet te lezen", en: "what is saved here can't be read" }
    folder_not_read() { nl: "deze map is niet te lezen", en: "this folder can't be read" }
    first_meeting_open() { nl: "de eerste bijeenkomst is nog niet af", en: "the first meeting isn't finished yet" }
    last_meeting(date: &str) { nl: "vorige bijeenkomst: {date}", en: "last meeting: {date}" }
    several_teams_here() { nl: "meer teams in deze map", en: "several teams in this folder" }
    several_groups_here() { nl: "meer teams of groepen in deze map", en: "several teams or groups in this folder" }
    choice_resume(date: &str, place: &str) {
        nl: "Verder met de bijeenkomst van {date} ({place})",
        en: "Go on with the meeting of {date} ({place})",
    }
    choice_new() { nl: "Een nieuwe bijeenkomst beginnen", en: "Begin a new meeting" }
    choice_show() { nl: "Het profiel laten zien", en: "Show the profile" }
    choice_diff() { nl: "Vergelijken met de vorige keer", en: "Compare with last time" }
    choice_trend() { nl: "Het verloop over alle bijeenkomsten laten zien", en: "Show the course over all meetings" }
    choice_export() { nl: "Het verslag maken en openen", en: "Make the report and open it" }
    choice_agenda() {
        nl: "De agenda voor de volgende keer maken en openen",
        en: "Make the agenda for the next time and open it",
    }
    choice_agreements() { nl: "De afspraken bekijken", en: "Look at the agreements" }
    choice_agree() { nl: "Een afspraak toevoegen", en: "Add an agreement" }
    agreement_about() { nl: "Waar gaat de afspraak over?", en: "What is the agreement about?" }
    choice_correct() { nl: "Een profiel verbeteren", en: "Correct a profile" }
    choice_questions() { nl: "De vragen bekijken", en: "Look at the questions" }
    choice_sheet() {
        nl: "De vragen op papier maken en openen",
        en: "Make the questions on paper and open them",
    }
    choice_form() {
        nl: "Een formulier voor de leden maken en openen",
        en: "Make a form for the members and open it",
    }
    choice_merge() { nl: "Ingevulde formulieren samenvoegen", en: "Merge the forms that came back" }
    ask_forms() {
        nl: "In welke map staan de formulieren? (of welk bestand; leeg: niets)",
        en: "In which folder are the forms? (or which file; empty: nothing)",
    }
    ask_forms_of(whose: &str) {
        nl: "In welke map staan de formulieren van {whose}? (of welk bestand; leeg: niets)",
        en: "In which folder are the forms of {whose}? (or which file; empty: nothing)",
    }
    nothing_in_folder() {
        nl: "In die map staat niets. Typ een andere map, of sleep hem hierheen.",
        en: "There is nothing in that folder. Type another one, or drag it here.",
    }
    no_forms_there() { nl: "Dat is er niet. Typ de map, of sleep hem hierheen.", en: "That isn't there. Type the folder, or drag it here." }
    choice_guide() { nl: "Hoe werkt dit?", en: "How does this work?" }
    choice_whole_guide() {
        nl: "De hele handleiding maken en openen",
        en: "Make the whole guide and open it",
    }
    choice_back() { nl: "Terug naar het menu", en: "Back to the menu" }
    choice_other_team() { nl: "Een ander team", en: "Another team" }
    choice_other_group() { nl: "Een ander team of een andere groep", en: "Another team or group" }
    choice_new_team() { nl: "Een nieuw team: een bijeenkomst beginnen", en: "A new team: begin a meeting" }
    cannot_start(reason: &str) { nl: "Dit kan niet starten: {reason}.", en: "This can't start: {reason}." }
    keys_to_menu() { nl: " Enter terug naar het menu", en: " Enter back to the menu" }
    pager_keys() { nl: " Enter verder   q stoppen", en: " Enter go on   q stop" }
}
