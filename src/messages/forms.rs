//! What documents are called, and why one can't have a form that was asked for.

use super::messages;

messages! {
    report_document() { nl: "Een verslag", en: "a report" }
    report_file() { nl: "verslag", en: "report" }
    trend_document() { nl: "Het verloop", en: "the trend" }
    trend_file() { nl: "verloop", en: "trend" }
    agenda_document() { nl: "De agenda", en: "the agenda" }
    agenda_file() { nl: "agenda", en: "agenda" }
    questions_document() { nl: "De vragen", en: "the questions" }
    questions_file() { nl: "vragen", en: "questions" }
    guide_document() { nl: "De handleiding", en: "the guide" }
    guide_file() { nl: "handleiding", en: "guide" }
    short_guide_file() { nl: "kort", en: "short" }
    guide_contents() {
        nl: "Dit zijn de delen. Eén deel lees je met het nummer erachter: ips guide 3",
        en: "These are the parts. One part is read with its number behind it: ips guide 3",
    }
    contents() { nl: "Inhoud", en: "Contents" }
    unknown_section(typed: &str, list: &str) {
        nl: "De handleiding heeft geen deel {typed}. Kies er een, met het nummer of het begin van de titel:{list}",
        en: "The guide has no part {typed}. Choose one, by its number or the beginning of its title:{list}",
    }
    cannot_be(document: &str, form: &str, endings: &str, example: &str) {
        nl: "{document} als {form} kan ips niet maken. Kies {endings}: -o {example}",
        en: "ips can't make {document} as {form}. Choose {endings}: -o {example}",
    }
    not_for_a_terminal(example: &str) {
        nl: "Dit is geen tekst voor op het scherm. Bewaar het in een bestand: -o {example}",
        en: "This is no text for the screen. Save it in a file: -o {example}",
    }
    not_of_this_form(option: &str, file: &str, ending: &str) {
        nl: "{option} past niet bij {file}. Laat {option} weg, of geef het bestand een naam op .{ending}.",
        en: "{option} doesn't fit {file}. Leave {option} out, or give the file a name that ends in .{ending}.",
    }
    not_in_this_build(example: &str) {
        nl: "Deze ips is gemaakt zonder die vorm. Kies een andere, bijvoorbeeld -o {example}",
        en: "This ips was made without that form. Choose another, for example -o {example}",
    }
    excel_csv_is_csv() {
        nl: "--excel-csv hoort bij CSV. Laat de naam eindigen op .csv, of laat --excel-csv weg.",
        en: "--excel-csv belongs to CSV. Let the name end in .csv, or leave --excel-csv out.",
    }
}
