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
    no_such_agreement(number: usize) {
        nl: "Afspraak {number} is er niet. Bekijk de nummers met: ips agreements",
        en: "There is no agreement {number}. See the numbers with: ips agreements",
    }
    change_what() {
        nl: "Welke afspraak? Zeg erbij: --done, --dropped of --open met het nummer.",
        en: "Which agreement? Add --done, --dropped or --open with its number.",
    }
    also_in_draft(file: &str) {
        nl: "Let op: deze afspraak staat ook in {file}. Als jullie die bijeenkomst afronden, telt wat daar gekozen is.",
        en: "Note: this agreement is in {file} too. Once you finish that meeting, what is chosen there counts.",
    }
    due_while_open() {
        nl: "Een nieuwe datum past alleen bij een open afspraak. Gebruik --due samen met --open en het nummer.",
        en: "A new date only fits an open agreement. Use --due together with --open and the number.",
    }
}
