//! The words of the pages for `man` that the help doesn't have: the headings that such pages have in each language.

use super::messages;

messages! {
    manual_title() { nl: "Gebruikersopdrachten", en: "User Commands" }
    manual_name() { nl: "NAAM", en: "NAME" }
    manual_synopsis() { nl: "OVERZICHT", en: "SYNOPSIS" }
    manual_description() { nl: "BESCHRIJVING", en: "DESCRIPTION" }
    manual_version() { nl: "VERSIE", en: "VERSION" }
    manual_environment() { nl: "OMGEVING", en: "ENVIRONMENT" }
    manual_variables() {
        nl: "IPS_DIR\tDe map met de profielen, als --dir er niet staat.
IPS_LANG\tDe taal, als --lang er niet staat: nl of en. Zonder: de taal van het systeem, of Nederlands.
ACCESSIBLE\tAls hier 1 staat: alles in woorden, regel voor regel, zoals met --plain. TERM=dumb doet hetzelfde.
NO_COLOR\tAls hier iets staat: geen kleur.",
        en: "IPS_DIR\tThe folder with the profiles, where --dir isn't given.
IPS_LANG\tThe language, where --lang isn't given: nl or en. Without: that of the system, or Dutch.
ACCESSIBLE\tIf it is 1: everything in words, line by line, as with --plain. TERM=dumb does the same.
NO_COLOR\tIf it has a value: no colour.",
    }
    manual_exit() { nl: "AFSLUITSTATUS", en: "EXIT STATUS" }
    manual_codes() {
        nl: "0\tGedaan.
1\tNiet gelukt: een bestand klopt niet, of iets kan niet bewaard worden.
2\tDe opdracht klopt niet.
130\tGestopt; wat er is ingevuld is bewaard als concept.",
        en: "0\tDone.
1\tFailed: a file isn't right, or something can't be saved.
2\tThe command line isn't right.
130\tStopped; what was filled in is saved as a draft.",
    }
    manual_see_also() { nl: "ZIE OOK", en: "SEE ALSO" }
    pages_saved(pages: usize, folder: &str) {
        nl: "{pages} bladzijden bewaard in {folder}.",
        en: "{pages} pages saved in {folder}.",
    }
}
