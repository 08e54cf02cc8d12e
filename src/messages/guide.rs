//! What is said of the guide.

use super::messages;

messages! {
    unknown_guide_format(file: &str) {
        nl: "De handleiding als {file} kan ips niet maken. Kies .html, .docx of .md: -o handleiding.html",
        en: "ips can't make the guide like {file}. Choose .html, .docx or .md: -o guide.html",
    }
    word_guide_on_terminal() {
        nl: "Een handleiding in Word is geen tekst voor op het scherm. Bewaar hem in een bestand: -o handleiding.docx",
        en: "A guide in Word is no text for the screen. Save it in a file: -o guide.docx",
    }
}
