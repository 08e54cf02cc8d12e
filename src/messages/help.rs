//! The words of the command line itself.

use super::messages;
use crate::lang::Lang;

messages! {
    usage_heading() { nl: "Gebruik", en: "Usage" }
    commands_heading() { nl: "Opdrachten", en: "Commands" }
    arguments_heading() { nl: "Wat je meegeeft", en: "Arguments" }
    options_heading() { nl: "Opties", en: "Options" }
    command_value() { nl: "OPDRACHT", en: "COMMAND" }
    options_value() { nl: "[OPTIES]", en: "[OPTIONS]" }
    unknown_argument(argument: &str) { nl: "{argument} is onbekend.", en: "{argument} is unknown." }
    unknown_command(command: &str) { nl: "De opdracht {command} bestaat niet.", en: "There is no command {command}." }
    missing_argument(argument: &str) { nl: "Er ontbreekt iets: {argument}.", en: "Something is missing: {argument}." }
    conflicting_arguments(one: &str, other: &str) {
        nl: "{one} en {other} gaan niet samen. Kies er één.",
        en: "{one} and {other} don't go together. Choose one.",
    }
    given_twice(argument: &str) {
        nl: "{argument} staat er twee keer. Geef het één keer.",
        en: "{argument} is there twice. Give it once.",
    }
    missing_value(argument: &str) {
        nl: "Bij {argument} hoort een waarde.",
        en: "{argument} needs a value.",
    }
    bad_value(argument: &str, allowed: &str) {
        nl: "De waarde van {argument} kan niet. Geef {allowed}.",
        en: "The value of {argument} is not possible. Give {allowed}.",
    }
    not_utf8() { nl: "Er staat een teken in dat niet gelezen kan worden.", en: "There is a character that can't be read." }
    wrong_command_line() { nl: "Deze opdracht klopt niet.", en: "This command is not right." }
    see_help(command: &str) { nl: "Zie: {command}", en: "See: {command}" }
    did_you_mean(suggestion: &str) { nl: "Bedoel je {suggestion}?", en: "Do you mean {suggestion}?" }

    about_ips() {
        nl: "Kijk met je team hoe jullie samenwerken, spreek iets af, en zie de volgende keer of het bewoog.",
        en: "Look with your team at how you work together, agree on something, and see next time whether it moved.",
    }
    evening() {
        nl: "De avond:
  ips assess                    de vragen, samen
  ips show                      het profiel
  ips export -o verslag.html    het verslag (ook .docx, .xlsx, .png, …)
  ips agenda -o agenda.html     de agenda voor de volgende keer
  ips diff                      de volgende keer: wat is er veranderd?
  ips trend                     na een paar keer: hoe loopt het?
  ips agreements                tussendoor: wat jullie afspraken

Typ alleen ips voor een menu met wat je nu kunt doen.
Meer over een opdracht: ips help show",
        en: "The evening:
  ips assess                    the questions, together
  ips show                      the profile
  ips export -o report.html     the report (also .docx, .xlsx, .png, …)
  ips agenda -o agenda.html     the agenda for the next time
  ips diff                      next time: what has changed?
  ips trend                     after a few times: how is it going?
  ips agreements                in between: what you agreed

Type just ips for a menu of what you can do now.
More about a command: ips help show",
    }
    examples_heading() { nl: "Voorbeelden", en: "Examples" }
    help_help() { nl: "Laat deze uitleg zien", en: "Show this help" }
    help_version() { nl: "Laat de versie zien; met --verbose ook wat erin zit", en: "Show the version; with --verbose also what is in it" }
    version_details(system: &str, parts: &str, questionnaires: &str) {
        nl: "Systeem: {system}. Onderdelen: {parts}.
Vragenlijsten, met hun versie: {questionnaires}.
Licentie: MIT of Apache 2.0, naar keuze.
De licenties van wat erin zit: ips sources --licences",
        en: "System: {system}. Parts: {parts}.
Questionnaires, with their version: {questionnaires}.
Licence: MIT or Apache 2.0, at your choice.
The licences of what is in it: ips sources --licences",
    }

    allowed_name(limit: usize) { nl: "een naam van 1 tot en met {limit} tekens", en: "a name of 1 to {limit} characters" }
    allowed_text(limit: usize) { nl: "een tekst van 1 tot en met {limit} tekens", en: "a text of 1 to {limit} characters" }
    allowed_number(low: u32, high: u32) { nl: "een getal van {low} tot en met {high}", en: "a number from {low} to {high}" }
    allowed_day() {
        nl: "een bestaande dag, als 21-11-2026, 21 nov of \"over 6 weken\"",
        en: "a day that exists, as 21-11-2026, 21 nov or \"in 6 weeks\"",
    }
    allowed_mode(joint: &str, tally: &str, ballots: &str) {
        nl: "samen ({joint}), tellen ({tally}) of vellen ({ballots})",
        en: "together ({joint}), count ({tally}) or sheets ({ballots})",
    }
    allowed_agreement() {
        nl: "het nummer van een afspraak, zoals ips agreements het laat zien",
        en: "the number of an agreement, as ips agreements shows it",
    }
    allowed_other() { nl: "een andere waarde", en: "another value" }
}

impl Lang {
    /// Sums up what can be chosen: `a, b of c`.
    pub fn one_of(self, choices: &[&str]) -> String {
        summed_up(choices, self.pick("of", "or"))
    }

    /// Sums up what goes together: `a, b en c`.
    pub fn all_of(self, parts: &[&str]) -> String {
        summed_up(parts, self.pick("en", "and"))
    }
}

fn summed_up(parts: &[&str], before_last: &str) -> String {
    match parts {
        [first @ .., before, last] => {
            let both = format!("{before} {before_last} {last}");
            [first, &[both.as_str()]].concat().join(", ")
        }
        _ => parts.concat(),
    }
}
