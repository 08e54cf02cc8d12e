//! What is said of forms that came back, and of their merging.

use super::messages;

messages! {
    in_row(row: usize, what: &str) { nl: "rij {row}: {what}", en: "row {row}: {what}" }
    row_of_file(file: &str, row: usize) { nl: "rij {row} van {file}", en: "row {row} of {file}" }

    form_has_no_answer() {
        nl: "hier staat geen enkel antwoord. Laat dit formulier weg, of vraag het lid om het in te vullen.",
        en: "there is no answer here at all. Leave this form out, or ask the member to fill it in.",
    }
    form_twice(first: &str) {
        nl: "dit is hetzelfde formulier als {first}. Laat er één weg.",
        en: "this is the same form as {first}. Leave one out.",
    }
    form_changed(first: &str) {
        nl: "dit formulier is er twee keer, met andere antwoorden: ook in {first}. Vraag het lid welke geldt, en laat de andere weg.",
        en: "this form is there twice, with other answers: in {first} too. Ask the member which one counts, and leave the other out.",
    }
    forms_are_the_same(first: &str) {
        nl: "dezelfde antwoorden als {first}. Is het één formulier? Laat er dan één weg. Zijn het er twee? Gebruik dan --allow-same.",
        en: "the same answers as {first}. Is it one form? Then leave one out. Are they two? Then use --allow-same.",
    }
    too_few_forms(count: usize, at_least: usize) {
        nl: "Aantal formulieren: {count}. Er zijn er minstens {at_least} nodig, want anders is te raden wie wat antwoordde. Wacht op meer formulieren, of beantwoord de vragen samen met: ips assess",
        en: "Number of forms: {count}. At least {at_least} are needed, since it can be guessed otherwise who answered what. Wait for more forms, or answer the questions together with: ips assess",
    }
    too_many_forms(count: usize, most: u32) {
        nl: "Aantal formulieren: {count}. Dat kunnen er hooguit {most} zijn.",
        en: "Number of forms: {count}. There can be {most} at most.",
    }
    notes_too_long(id: &str, length: usize, most: usize) {
        nl: "De toelichtingen bij {id} zijn samen {length} tekens; dat mogen er {most} zijn. Kort ze in de formulieren in, of laat --with-notes weg.",
        en: "The notes on {id} have {length} characters together; there can be {most}. Shorten them in the forms, or leave --with-notes out.",
    }

    not_an_excel_file() {
        nl: "dit is geen Excel-bestand (.xlsx), of het is beschadigd. Download de resultaten opnieuw, of bewaar ze als .csv.",
        en: "this is no Excel file (.xlsx), or it is damaged. Download the results again, or save them as .csv.",
    }
    no_excel_in_this_build() {
        nl: "deze ips is gemaakt zonder Excel. Bewaar de resultaten als .csv.",
        en: "this ips was made without Excel. Save the results as .csv.",
    }
    too_much_in_table() {
        nl: "hier staat veel meer in dan antwoorden van een team. Bewaar alleen het blad met de antwoorden, als .csv of als nieuw .xlsx-bestand.",
        en: "there is far more in it than the answers of a team. Save only the sheet with the answers, as .csv or as a new .xlsx file.",
    }
    results_on_two_sheets() {
        nl: "op meer dan één blad staan vragen. Bewaar alleen het blad met de antwoorden, als .csv of als nieuw .xlsx-bestand.",
        en: "more than one sheet has questions. Save only the sheet with the answers, as .csv or as a new .xlsx file.",
    }
    no_questions_in_table(id: &str) {
        nl: "boven geen enkele kolom staat een vraag van vragenlijst {id}. Zet boven elke kolom de vraag, woord voor woord. Een andere vragenlijst kies je met --questions.",
        en: "no column has a question of questionnaire {id} at its head. Put the question above each column, word for word. Choose another questionnaire with --questions.",
    }
    head_is_almost_a_question(row: usize, column: &str, id: &str) {
        nl: "rij {row}, kolom {column}: hier staat bijna de vraag {id}, maar niet precies. Zet de vraag er woord voor woord. Is het een oudere versie van de vragenlijst? Geef die met --questions.",
        en: "row {row}, column {column}: this is almost the question {id}, but not quite. Put the question there word for word. Is it an older version of the questionnaire? Give that one with --questions.",
    }
    question_has_two_columns(row: usize, first: &str, column: &str, id: &str) {
        nl: "rij {row}, kolom {column}: de vraag {id} staat ook boven kolom {first}. Haal één van de twee kolommen weg.",
        en: "row {row}, column {column}: the question {id} is at the head of column {first} too. Take one of the two columns away.",
    }
    cells_are_no_answers(rows: &str, column: &str, id: &str, allowed: &str) {
        nl: "rij {rows}, kolom {column} ({id}): dit is geen antwoord. Zet er {allowed}.",
        en: "row {rows}, column {column} ({id}): this is no answer. Put {allowed} there.",
    }
    allowed_in_cell(lowest: u32, highest: u32, labels: &str) {
        nl: "een getal van {lowest} tot en met {highest}, of {labels}; ? is weet niet, - is niet van toepassing, leeg is niets ingevuld",
        en: "a number from {lowest} to {highest}, or {labels}; ? is don't know, - is not applicable, empty is nothing filled in",
    }
}
