//! The answers of many profiles as rows: what each column is, and what is said of the folders that they come from.

use super::messages;

messages! {
    answers_document() { nl: "De antwoorden uit een map", en: "the answers of a folder" }
    answers_file() { nl: "antwoorden", en: "answers" }
    answers_title() { nl: "Antwoorden van teams, een rij per vraag", en: "Answers of teams, a row for each question" }

    only_of_folder(flag: &str) {
        nl: "{flag} hoort bij een map met profielen, zoals ips export teams -o antwoorden.csv. Noem een map, of laat {flag} weg.",
        en: "{flag} belongs to a folder of profiles, as in ips export teams -o answers.csv. Name a folder, or leave {flag} out.",
    }
    not_of_folder(flag: &str) {
        nl: "{flag} hoort bij één profiel, en dit is een map. Laat {flag} weg, of noem een profiel.",
        en: "{flag} belongs to one profile, and this is a folder. Leave {flag} out, or name a profile.",
    }
    not_a_folder_too(file: &str) {
        nl: "{file} is geen map. Noem alleen mappen, of één profiel.",
        en: "{file} is no folder. Name folders only, or one profile.",
    }
    one_profile_at_a_time(file: &str) {
        nl: "Een verslag gaat over één profiel, en {file} is er te veel. Noem één profiel, of alleen mappen.",
        en: "A report is about one profile, and {file} is one too many. Name one profile, or folders only.",
    }
    opens_what_is_saved() {
        nl: "De antwoorden van een map hebben voor --open een naam nodig: -o antwoorden.csv",
        en: "For --open the answers of a folder need a name: -o answers.csv",
    }
    changed_while_reading(file: &str) {
        nl: "{file} is veranderd terwijl ips las. Het staat er niet bij; begin opnieuw om het mee te nemen.",
        en: "{file} changed while ips was reading. It isn't there; begin again to have it.",
    }

    column_profile() {
        nl: "Het bestand van het profiel, vanaf de map die is opgegeven",
        en: "The profile's file, from the folder that was named",
    }
    column_folder() {
        nl: "De map van dat bestand, vanaf de map die is opgegeven; een punt is die map zelf",
        en: "The folder of that file, from the folder that was named; a dot is that folder itself",
    }
    column_team() { nl: "De naam van het team", en: "The team's name" }
    column_group() {
        nl: "De groep van het team, als ouders of bestuur; leeg is het hele team",
        en: "The group of the team, such as parents or board; empty is the whole team",
    }
    column_date() { nl: "De dag van de bijeenkomst", en: "The day of the meeting" }
    column_newest() {
        nl: "Of dit het nieuwste profiel is van dit team of deze groep, in deze map en voor dit beeld",
        en: "Whether it is the newest profile of this team or group, in this folder and for this picture",
    }
    column_mode() {
        nl: "Hoe het team antwoordde: samen één antwoord (joint), ieder voor zich met vingers (tally), op papier (ballots) of op een formulier (merged)",
        en: "How the team answered: one answer together (joint), each on their own with fingers (tally), on paper (ballots) or on forms (merged)",
    }
    column_participants() { nl: "Met hoeveel mensen het team was", en: "How many took part" }
    column_questionnaire() { nl: "De vragenlijst", en: "The questionnaire's id" }
    column_questionnaire_version() { nl: "De versie van de vragenlijst", en: "The questionnaire's version" }
    column_picture() {
        nl: "Bij welk beeld van ips overview het hoort: wie hetzelfde gevraagd is, heeft hetzelfde nummer; 1 komt het meest voor",
        en: "The picture of ips overview that it is in: who was asked the same has the same number; 1 is the commonest",
    }
    column_language() { nl: "De taal van de vragen", en: "The language of the questions" }
    column_scale_first() { nl: "Het laagste cijfer van de schaal", en: "The lowest number of the scale" }
    column_scale_points() { nl: "Hoeveel cijfers de schaal heeft", en: "How many numbers the scale has" }
    column_element() { nl: "Het element van de vraag", en: "The id of the question's element" }
    column_element_title() { nl: "Hoe het element heet", en: "The element's title" }
    column_element_score() {
        nl: "De score van het element; leeg als er te weinig antwoorden zijn",
        en: "The element's score; empty with too few answers",
    }
    column_element_band() {
        nl: "Wat die score betekent: sterk (strong), bespreken (discuss), eerst bespreken (discuss-first)",
        en: "What that score means: strong, to discuss, to discuss first",
    }
    column_element_weakest() {
        nl: "Of het element bij de laagste van dit profiel hoort",
        en: "Whether the element is among the lowest of this profile",
    }
    column_element_often_unknown() {
        nl: "Of het team het bij dit element vaak niet weet",
        en: "Whether the team often doesn't know of this element",
    }
    column_question() { nl: "De vraag: het element, een punt, de vraag", en: "The question's full id: element, dot, question" }
    column_text() { nl: "De tekst van de vraag", en: "The question's text" }
    column_reverse() {
        nl: "Of eens zijn hier ongunstig is: de score telt dan vanaf het andere eind",
        en: "Whether agreeing is bad: then the score counts from the other end",
    }
    column_asked() { nl: "Of de vraag deze keer gesteld is", en: "Whether it was asked at this meeting" }
    column_outcome() {
        nl: "Wat de antwoorden zijn: een score (scored), vooral niet van toepassing (not-applicable), te vaak weet niet (dont-know) of geen antwoord (unanswered)",
        en: "What the answers come to: a score, mostly not applicable, too often don't know, or no answer",
    }
    column_score() { nl: "De score van de vraag, als die er is", en: "The question's score, if it has one" }
    column_numbers() { nl: "Hoeveel cijfers er gegeven zijn; leeg als dat niet gedeeld is", en: "How many numbers were given; empty where that wasn't shared" }
    column_votes(number: u32) {
        nl: "Hoe vaak een {number} gegeven is; leeg als de schaal geen {number} heeft, of als het niet gedeeld is",
        en: "How often {number} was given; empty where the scale has no {number}, or where it wasn't shared",
    }
    column_dont_know() { nl: "Hoe vaak weet niet gegeven is; leeg als het niet gedeeld is", en: "How often don't know was given; empty where it wasn't shared" }
    column_not_applicable() { nl: "Hoe vaak niet van toepassing gegeven is; leeg als het niet gedeeld is", en: "How often not applicable was given; empty where it wasn't shared" }
    column_median() { nl: "Het middelste cijfer, zoals gegeven", en: "The middle of the numbers, as they were given" }
    column_divided() { nl: "Of het team verdeeld is over de vraag", en: "Whether the team is divided on the question" }
    column_differ() {
        nl: "Hoeveel mensen het anders zien, als het team niet verdeeld is; leeg als het niet gedeeld is",
        en: "How many see it differently, where the team isn't divided; empty where it wasn't shared",
    }
    column_thin() {
        nl: "Of minder dan de helft van de deelnemers een cijfer gaf",
        en: "Whether fewer than half of those who took part gave a number",
    }
    column_note() { nl: "De toelichting bij de vraag", en: "The note to the question" }
}
