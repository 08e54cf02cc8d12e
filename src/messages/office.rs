//! What reports in Word and Excel have names for beside what every report says: styles, sheets and columns.

use super::messages;

messages! {
    not_in_this_picture(characters: &str) {
        nl: "Deze tekens kan het plaatje niet laten zien: {characters}. In de tekst staan ze wel.",
        en: "The picture can't show these characters: {characters}. The text does have them.",
    }
    answers_style() { nl: "Antwoorden", en: "Answers" }
    elements_sheet() { nl: "Elementen", en: "Elements" }
    questions_sheet() { nl: "Vragen", en: "Questions" }
    about_sheet() { nl: "Over dit verslag", en: "About this report" }
    about_score_column() { nl: "Waar de score over gaat", en: "What the score is about" }
    scored_column() { nl: "Met score", en: "With a score" }
    questions_column() { nl: "Vragen", en: "Questions" }
    agreed_column() { nl: "Afgesproken op", en: "Agreed on" }
    what_column() { nl: "Afspraak", en: "Agreement" }
    who_column() { nl: "Wie", en: "Who" }
    due_column() { nl: "Klaar", en: "By" }
    about_column() { nl: "Wat", en: "What" }
    content_column() { nl: "Inhoud", en: "Content" }
    team_row() { nl: "Team", en: "Team" }
    day_row() { nl: "Datum", en: "Date" }
    meeting_row() { nl: "Bijeenkomst", en: "Meeting" }
    present_row() { nl: "Aanwezig", en: "Present" }
    compared_row() { nl: "Vergeleken met", en: "Compared with" }
    questionnaire_row() { nl: "Vragenlijst", en: "Questionnaire" }
    source_row() { nl: "Bron van de vragen", en: "Source of the questions" }
    scale_row() { nl: "Schaal", en: "Scale" }

    small_print_style() { nl: "Kleine letters", en: "Small print" }
    table_text_style() { nl: "Tabeltekst", en: "Table text" }
    table_head_style() { nl: "Tabelkop", en: "Table head" }
    report_table_style() { nl: "Verslagtabel", en: "Report table" }
    fill_in_style() { nl: "Invulregel", en: "Line to fill in" }
    figure_style() { nl: "Afbeelding", en: "Figure" }
}
