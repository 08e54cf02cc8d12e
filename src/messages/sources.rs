//! What is said about tools, literature and practice.

use super::messages;

messages! {
    tools_heading() { nl: "Hulpmiddelen", en: "Tools" }
    literature_heading() { nl: "Literatuur", en: "Literature" }
    practice_heading() { nl: "Uit de praktijk", en: "From practice" }
    sources_heading() { nl: "Hulpmiddelen en literatuur", en: "Tools and literature" }
    helps_with(elements: &str) { nl: "Helpt bij: {elements}", en: "Helps with: {elements}" }
    sources_of_one() {
        nl: "Alleen bij één element, met wat er tussen haakjes staat: ips sources --element culture",
        en: "For one element only, with what stands in brackets: ips sources --element culture",
    }
    sound_sources(file: &str) { nl: "{file}: hulpmiddelen en literatuur in orde.", en: "{file}: tools and literature are sound." }
    newer_sources() {
        nl: "Dit bestand is voor een nieuwere versie van ips. Haal de nieuwe versie op.",
        en: "This file is for a newer version of ips. Get the new version.",
    }
    not_an_address(key: &str) {
        nl: "{key} moet een webadres zijn, als https://monitoraoj.nl/, zonder spaties of haakjes.",
        en: "{key} has to be a web address, as https://monitoraoj.nl/, without spaces or brackets.",
    }
    unknown_helped(key: &str) {
        nl: "{key} noemt een element dat er niet is. Schrijf vragenlijst.element, als trust.reliability.",
        en: "{key} names an element that isn't there. Write questionnaire.element, as trust.reliability.",
    }
}
