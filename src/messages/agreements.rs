//! What is said about agreements of earlier meetings: at the start of a meeting, and in `ips agreements`.

use super::messages;

messages! {
    agreement_of(number: usize, total: usize) {
        nl: "afspraak {number} van {total}",
        en: "agreement {number} of {total}",
    }
    follow_up_intro() {
        nl: "Eerst kijken jullie terug op de afspraken die nog open staan.",
        en: "First you look back at the agreements that are still open.",
    }
    still_open() { nl: "nog open", en: "still open" }
    choose_a_state() { nl: "Kies 1, 2 of 3.", en: "Choose 1, 2 or 3." }
    at_first_agreement() { nl: "Dit is de eerste afspraak.", en: "This is the first agreement." }
    follow_up_note() {
        nl: "Wat hielp, of wat zat in de weg? (leeg: geen toelichting)",
        en: "What helped, or what got in the way? (empty: no note)",
    }
    follow_up_note_again() {
        nl: "Wat hielp, of wat zat in de weg? (leeg: de toelichting blijft)",
        en: "What helped, or what got in the way? (empty: the note stays)",
    }
    no_such_meeting_day() {
        nl: "Typ de dag als 21-11-2026 of 21 nov.",
        en: "Type the day as 21-11-2026 or 21 nov.",
    }
    no_such_day() {
        nl: "Die dag bestaat niet. Typ de datum opnieuw, bijvoorbeeld over 6 weken, 15 jan of 15-1-2027.",
        en: "There is no such day. Type the date again, for example in 6 weeks, 15 jan or 15-1-2027.",
    }
    understood_day(date: &str) { nl: "Klaar: {date}.", en: "By: {date}." }
    new_day() {
        nl: "Wanneer is het dan klaar? (leeg: de dag blijft)",
        en: "When will it be done then? (empty: the day stays)",
    }
    new_day_label() { nl: "Nieuwe dag:", en: "New day:" }
    open_with_day() {
        nl: "2 15 jan is nog open, met een nieuwe dag",
        en: "2 15 jan is still open, with a new day",
    }
    still_agreed(what: &str) { nl: "Nog open: {what}", en: "Still open: {what}" }

    team_agreements(team: &str) { nl: "Afspraken van {team}", en: "Agreements of {team}" }
    open_heading() { nl: "Open", en: "Open" }
    done_heading() { nl: "Gedaan", en: "Done" }
    dropped_heading() { nl: "Losgelaten", en: "Dropped" }
    no_agreements() {
        nl: "Er zijn nog geen afspraken. Die maken jullie aan het eind van ips assess.",
        en: "There are no agreements yet. You make them at the end of ips assess.",
    }
    how_to_close(number: usize) {
        nl: "Klaar met een afspraak? Zeg het met het nummer: ips agreements --done {number}",
        en: "Done with an agreement? Say so with its number: ips agreements --done {number}",
    }
    how_to_add() {
        nl: "Nog iets afgesproken? Zeg wat, en over welk element: ips agreements --add \"wat\" --element 1",
        en: "Agreed on something more? Say what, and about which element: ips agreements --add \"what\" --element 1",
    }
    no_such_agreement(number: usize) {
        nl: "Afspraak {number} is er niet. Bekijk de nummers met: ips agreements",
        en: "There is no agreement {number}. See the numbers with: ips agreements",
    }
    change_what() {
        nl: "Wat verandert er aan de afspraak? Zeg het met --what, --who, --due of --element.",
        en: "What changes about the agreement? Say so with --what, --who, --due or --element.",
    }
    agreed_about_what(list: &str) {
        nl: "Waar gaat de afspraak over? Kies er een met --element, met het nummer of het begin van de titel:{list}",
        en: "What is the agreement about? Choose one with --element, by its number or the beginning of its title:{list}",
    }
    belongs_to(flag: &str, others: &str) {
        nl: "{flag} hoort bij {others}. Zet dat erbij.",
        en: "{flag} belongs to {others}. Add that.",
    }
    agreement_made(number: usize, file: &str) {
        nl: "Afspraak {number} is gemaakt. Bewaard: {file}",
        en: "Agreement {number} is made. Saved: {file}",
    }
    agreement_unchanged(number: usize, file: &str) {
        nl: "Afspraak {number} was al zo: {file} is niet veranderd.",
        en: "Agreement {number} was like that already: {file} is not changed.",
    }
    agreed_already(number: usize) {
        nl: "Die afspraak is er al: nummer {number}. Er is niets veranderd. Verander hem met: ips agreements --change {number}",
        en: "That agreement is there already: number {number}. Nothing was changed. Change it with: ips agreements --change {number}",
    }
    too_many_agreements(file: &str, limit: usize) {
        nl: "Er staan al {limit} afspraken in {file}; meer passen er niet in. Maak deze afspraak bij de volgende bijeenkomst.",
        en: "There are {limit} agreements in {file} already, and no more fit in. Make this one at the next meeting.",
    }
    also_in_draft(file: &str) {
        nl: "Let op: deze afspraak staat ook in {file}. Als jullie die bijeenkomst afronden, telt wat daar gekozen is.",
        en: "Note: this agreement is in {file} too. Once you finish that meeting, what is chosen there counts.",
    }
}
