//! What a form says that a member fills in alone, and what is said of one that came back.

use super::messages;

messages! {
    answer_mark() { nl: "Antwoord", en: "Answer" }
    note_mark() { nl: "Toelichting", en: "Note" }
    code_mark() { nl: "Code", en: "Code" }
    group_mark() { nl: "Groep", en: "Group" }
    of_all() { nl: "van", en: "of" }

    no_form() {
        nl: "Dit is geen ingevuld formulier: er staat nergens “Antwoord 1:”. Kies een ander bestand, of vraag het formulier opnieuw op.",
        en: "This is no form that was filled in: “Answer 1:” stands nowhere. Choose another file, or ask for the form again.",
    }
    no_code(mark: &str, code: &str) {
        nl: "De regel met de code van het formulier is weg. Hoort het formulier bij deze vragenlijst, zet dan bovenaan: {mark}: {code}",
        en: "The line with the form’s code is gone. If the form belongs to this questionnaire, put at the top: {mark}: {code}",
    }
    other_form(code: &str) {
        nl: "Dit formulier hoort bij een andere vragenlijst, of bij een andere versie: de code moet {code} zijn. Kies met --questions de vragenlijst waarmee het formulier gemaakt is.",
        en: "This form belongs to another questionnaire, or to another version: the code has to be {code}. Choose with --questions the questionnaire that the form was made with.",
    }
    nothing_filled_in() {
        nl: "In dit formulier is geen enkele vraag beantwoord. Vraag het opnieuw op, of laat het bestand weg.",
        en: "No question is answered in this form. Ask for it again, or leave the file out.",
    }
    unreadable_answer(number: usize, lowest: u32, highest: u32) {
        nl: "Het antwoord op vraag {number} is niet te lezen. Typ één getal van {lowest} tot en met {highest}, ? (weet niet) of - (n.v.t.). Een uitleg hoort achter “Toelichting {number}:”.",
        en: "The answer to question {number} can’t be read. Type one number from {lowest} to {highest}, ? (don’t know) or - (not applicable). An explanation goes behind “Note {number}:”.",
    }
    two_answers(number: usize) {
        nl: "Bij vraag {number} staat nog een antwoord, en het is een ander. Laat er één staan.",
        en: "Question {number} has another answer here, and it differs. Leave one.",
    }
    two_notes(number: usize) {
        nl: "Bij vraag {number} staat nog een toelichting, en het is een andere. Laat er één staan.",
        en: "Question {number} has another note here, and it differs. Leave one.",
    }
    note_of_question_too_long(number: usize, limit: usize) {
        nl: "De toelichting bij vraag {number} is te lang: hooguit {limit} tekens. Maak haar korter.",
        en: "The note to question {number} is too long: at most {limit} characters. Make it shorter.",
    }
    no_such_question(number: usize, count: usize) {
        nl: "Vraag {number} is er niet: de vragenlijst heeft {count} vragen. Haal het antwoord weg, of kies met --questions een andere vragenlijst.",
        en: "There is no question {number}: the questionnaire has {count} questions. Take the answer away, or choose another questionnaire with --questions.",
    }
}
