//! What reports in Word and Excel have names for beside what every report says: styles, sheets and columns.

use super::messages;

messages! {
    small_print_style() { nl: "Kleine letters", en: "Small print" }
    table_text_style() { nl: "Tabeltekst", en: "Table text" }
    table_head_style() { nl: "Tabelkop", en: "Table head" }
    report_table_style() { nl: "Verslagtabel", en: "Report table" }
    figure_style() { nl: "Afbeelding", en: "Figure" }
}
