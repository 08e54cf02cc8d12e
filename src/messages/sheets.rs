//! What is said while the sheets of a team are typed.

use super::messages;

messages! {
    sheet_of(number: usize, participants: u32) {
        nl: "vel {number} van {participants}",
        en: "sheet {number} of {participants}",
    }
    how_to_sheet(total: usize) {
        nl: "Typ van één vel de {total} antwoorden achter elkaar: een teken per vraag. Een vraagteken (?) is weet niet, een streepje (-) is niet van toepassing, een punt is niets ingevuld.",
        en: "Type the {total} answers of one sheet in a row: a character for each question. A question mark (?) is don't know, a dash (-) is not applicable, a full stop is nothing filled in.",
    }
    ten_unspaced(ten: char) { nl: "Zonder spaties is een 10 een {ten}.", en: "Without spaces a 10 is a {ten}." }
    ten_is(ten: char) { nl: "Een 10 typ je als {ten}.", en: "Type a 10 as {ten}." }
    sheets_stay_secret() {
        nl: "Bewaard wordt pas als alle vellen getypt zijn, en dan alleen de aantallen.",
        en: "Nothing is kept until all sheets are typed, and then only the counts.",
    }
    sheets_are_typed_again() {
        nl: "Maar de vellen zijn nog niet geteld. Houd ze bij elkaar: de volgende keer typ je ze opnieuw.",
        en: "But the sheets aren't counted yet. Keep them together: next time you type them again.",
    }
    sheet_label() { nl: "Vel:", en: "Sheet:" }
    sheet_typed(sheets: usize, participants: u32) {
        nl: "{sheets} van {participants} vellen getypt.",
        en: "{sheets} of {participants} sheets typed.",
    }
    all_sheets_typed(sheets: usize) {
        nl: "{sheets} van {sheets} vellen getypt. Nu Enter.",
        en: "{sheets} of {sheets} sheets typed. Now Enter.",
    }
    plain_all_sheets_typed(sheets: usize) {
        nl: "{sheets} van {sheets} vellen getypt. Een lege regel gaat verder; nog een vel kan ook.",
        en: "{sheets} of {sheets} sheets typed. An empty line goes on; one more sheet is possible too.",
    }
    sheet_length(typed: usize, total: usize) {
        nl: "Aantal antwoorden: {typed}. Het vel heeft {total} vragen. Typ het vel opnieuw.",
        en: "Number of answers: {typed}. The sheet has {total} questions. Type the sheet again.",
    }
    sheet_letters(lowest: u32, highest: u32) {
        nl: "Op een vel staat per vraag {lowest} tot en met {highest}, ?, - of een punt. Typ het vel opnieuw.",
        en: "For each question a sheet has {lowest} to {highest}, ?, - or a full stop. Type the sheet again.",
    }
    type_a_sheet() { nl: "Typ eerst een vel.", en: "First type a sheet." }
    no_sheet_yet() { nl: "Er is nog geen vel getypt.", en: "No sheet is typed yet." }
}
