//! What is said about a team over many meetings.

use super::messages;

messages! {
    one_meeting_only() {
        nl: "Er is nog maar één bijeenkomst. Wat er verandert, zie je na de volgende.",
        en: "There is only one meeting so far. You will see what changes after the next.",
    }
    trend_title(team: &str) { nl: "Samenwerken in de tijd: {team}", en: "Working together over time: {team}" }
    trend_no_scores() {
        nl: "Er is nog geen enkele score: bij elk element gaven te weinig antwoorden een cijfer.",
        en: "There is no score yet: too few answers gave a number, for each of the elements.",
    }
    courses_heading() { nl: "Hoe het ging, per element", en: "How it went, for each element" }
    courses_legend() {
        nl: "◆ met een nummer: toen is er iets afgesproken over dit element. De afspraken staan onderaan.",
        en: "◆ with a number: something was agreed about this element then. The agreements are at the end.",
    }
    agreements_numbered(numbers: &str) { nl: "◆ {numbers} afgesproken", en: "◆ {numbers} agreed" }
    scores_by_meeting_heading() { nl: "De scores per bijeenkomst", en: "The scores of each meeting" }
    first_to_last(verdict: &str) { nl: "eerste → laatste: {verdict}", en: "first → last: {verdict}" }
    first_to_last_heading() { nl: "eerste → laatste", en: "first → last" }
    sparkline_legend(lowest: &str, highest: &str) { nl: "▁ is {lowest}, █ is {highest}", en: "▁ is {lowest}, █ is {highest}" }
    gap_legend(sign: &str) { nl: "{sign} is geen score", en: "{sign} is no score" }
    arrows_legend() {
        nl: "▲ ▼ duidelijk hoger of lager dan de vorige keer",
        en: "▲ ▼ clearly higher or lower than the time before",
    }
    arrows_over_gaps_legend() {
        nl: "▲ ▼ duidelijk hoger of lager dan de vorige keer met een score",
        en: "▲ ▼ clearly higher or lower than the time before with a score",
    }
    weakest_legend() { nl: "◂ laagst van die keer", en: "◂ lowest of that time" }
    newest_meetings_shown(shown: usize, total: usize) {
        nl: "Hier staan de cijfers van de nieuwste {shown} van {total} bijeenkomsten. Alle bijeenkomsten zie je in de blokjes.",
        en: "These are the numbers of the newest {shown} of {total} meetings. The blocks show all meetings.",
    }
    first_and_last_not_compared(questions: &str, reasons: &str) {
        nl: "Eerste en laatste keer: {questions} niet vergeleken ({reasons}).",
        en: "First and last time: {questions} not compared ({reasons}).",
    }
    participants_varied(fewest: u32, most: u32) {
        nl: "het aantal deelnemers wisselde ({fewest} tot {most})",
        en: "the number of participants varied ({fewest} to {most})",
    }
    steps_are_over_compared() {
        nl: "Een verschil gaat alleen over vragen die beide keren dezelfde waren en een score hadden. De scores van een keer gaan over alle vragen van die keer.",
        en: "A difference is only about questions that were the same both times and had a score. The scores of one time are about all questions of that time.",
    }
    mode_varied() {
        nl: "jullie antwoordden niet steeds op dezelfde manier",
        en: "you didn't always answer in the same way",
    }
    functions_varied() {
        nl: "er zaten niet steeds mensen met dezelfde functies",
        en: "it wasn't always people with the same roles",
    }
    kinds_varied() {
        nl: "Samen kiezen, vingers laten zien en een blad invullen meten niet hetzelfde. Tussen twee manieren moet een verschil daarom twee keer zo groot zijn.",
        en: "Choosing together, showing fingers and filling in a sheet don't measure the same. So between two ways a difference has to be twice as large.",
    }
    meetings_differ(what: &str) {
        nl: "Let op: {what}. Een verschil kan ook daardoor komen.",
        en: "Note: {what}. A difference can also come from that.",
    }
    both_varied(one: &str, other: &str) { nl: "{one}, en {other}", en: "{one}, and {other}" }
    some_on_one_day() {
        nl: "Let op: er zijn profielen van dezelfde dag bij.",
        en: "Note: some profiles are of the same day.",
    }
    left_out_of_trend(files: &str) {
        nl: "Niet meegenomen, want de vragenlijst of de schaal is een andere: {files}.",
        en: "Left out, because the questionnaire or the scale is another one: {files}.",
    }
}
