//! The words of the command line itself.

use super::messages;
use crate::lang::Lang;
use crate::tally::MAX_PARTICIPANTS;

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
    see_help() { nl: "Zie: ips --help", en: "See: ips --help" }
    did_you_mean(suggestion: &str) { nl: "Bedoel je {suggestion}?", en: "Do you mean {suggestion}?" }
}

impl Lang {
    /// What a command (`id` empty) or one of its arguments does.
    ///
    /// Returns an empty text for an unknown one; a test holds that against the whole command line.
    #[expect(clippy::too_many_lines, reason = "one list")]
    pub fn help_text(self, command: &str, id: &str) -> String {
        let (nl, en) = match (command, id) {
            ("ips", "") => (
                "Kijk met je team hoe jullie samenwerken, spreek iets af, en zie de volgende keer of het bewoog.",
                "Look with your team at how you work together, agree on something, and see next time whether it moved.",
            ),
            ("ips", "after") => (
                "De avond:\n  ips assess                    de vragen, samen\n  ips show                      het profiel\n  ips export -o verslag.html    het verslag (ook .docx, .xlsx, .png, …)\n  ips agenda -o agenda.html     de agenda voor de volgende keer\n  ips diff                      de volgende keer: wat is er veranderd?\n  ips trend                     na een paar keer: hoe loopt het?",
                "The evening:\n  ips assess                    the questions, together\n  ips show                      the profile\n  ips export -o report.html     the report (also .docx, .xlsx, .png, …)\n  ips agenda -o agenda.html     the agenda for the next time\n  ips diff                      next time: what has changed?\n  ips trend                     after a few times: how is it going?",
            ),
            ("questions", "") => (
                "Laat zien wat er gevraagd wordt; ook om te printen",
                "Show what will be asked; also to print",
            ),
            ("assess", "") => (
                "Loop met het team de vragen langs en bewaar het profiel",
                "Walk the team through the questions and save the profile",
            ),
            ("show", "") => (
                "Laat een profiel zien: de score per element, met de laagste gemarkeerd",
                "Show a profile: the score per element, with the lowest marked",
            ),
            ("diff", "") => (
                "Vergelijk twee profielen: wat is er echt veranderd?",
                "Compare two profiles: what really changed?",
            ),
            ("trend", "") => (
                "Volg een team over alle bijeenkomsten, element voor element",
                "Follow a team over all its meetings, element by element",
            ),
            ("agenda", "") => (
                "Maak de agenda van de volgende bijeenkomst, met een werkvorm",
                "Make the agenda of the next meeting, with a way of working",
            ),
            ("export", "") => ("Maak een verslag", "Make a report"),
            ("agreements", "") => (
                "Laat zien wat het team heeft afgesproken, of zet een afspraak op gedaan",
                "Show what the team agreed, or mark an agreement as done",
            ),
            ("agreements", "date") => (
                "De dag waarop je kijkt welke datum voorbij is, als 2026-11-21; anders vandaag",
                "The day that tells what is past its date, as 2026-11-21; else today",
            ),
            (_, "done") => ("Deze afspraak is gedaan", "This agreement is done"),
            (_, "dropped") => ("Deze afspraak laten jullie los", "You drop this agreement"),
            (_, "open") => ("Deze afspraak is (weer) open", "This agreement is open (again)"),
            (_, "note") => (
                "Een toelichting bij --done, --dropped of --open",
                "A note with --done, --dropped or --open",
            ),
            (_, "due") => (
                "Bij --open: wanneer het nu klaar is, als 15 jan, 15-1-2027 of +6w",
                "With --open: by when it will be done now, as 15 jan, 15-1-2027 or +6w",
            ),
            ("card", "") => (
                "Laat één vraag zien om het gesprek te openen",
                "Show one question to open the conversation",
            ),
            ("sources", "") => (
                "Laat hulpmiddelen, literatuur en praktijk zien, en waar ze bij helpen",
                "Show tools, literature and practice, and what they help with",
            ),
            ("check", "") => (
                "Kijk of vragenlijsten, profielen, antwoorden en werkvormen in orde zijn",
                "Check whether questionnaires, profiles, answers and ways of working are sound",
            ),
            (_, "lang") => ("De taal: nl of en", "The language: nl or en"),
            (_, "help") => ("Laat deze uitleg zien", "Show this help"),
            (_, "version") => ("Laat de versie zien", "Show the version"),
            (_, "dir") => (
                "De map met de profielen (anders IPS_DIR, anders deze map)",
                "The folder with the profiles (else IPS_DIR, else this folder)",
            ),
            (_, "team") => ("De naam van het team", "The team's name"),
            ("check", "questions") => (
                "De vragenlijst waar antwoorden bij horen: een ingebouwde of een bestand",
                "The questionnaire that answers belong to: a built-in one or a file",
            ),
            (_, "questions") => (
                "De vragenlijst: een ingebouwde of een bestand",
                "The questionnaire: a built-in one or a file",
            ),
            (_, "output") => ("Bewaar in dit bestand", "Save in this file"),
            (_, "force") => (
                "Vervang het bestand als het er al is",
                "Replace the file if it is there already",
            ),
            (_, "json") => ("Als JSON, voor andere programma's", "As JSON, for other programs"),
            (_, "markdown") => ("Als Markdown, om te printen", "As Markdown, to print"),
            ("check", "files") => ("Bestanden, of mappen met bestanden", "Files, or folders with files"),
            ("diff", "files") => (
                "Twee profielen; zonder: de twee nieuwste uit de map",
                "Two profiles; without: the two newest of the folder",
            ),
            ("trend", "files") => (
                "De profielen; zonder: alle uit de map",
                "The profiles; without: all of the folder",
            ),
            (_, "file") => (
                "Het profiel; zonder: het nieuwste uit de map",
                "The profile; without: the newest of the folder",
            ),
            (_, "weakest") => (
                "Hoeveel elementen als laagste gelden: 2 als je niets kiest",
                "How many elements count as lowest: 2 if you don't choose",
            ),
            (_, "explain") => ("Laat de som achter elk getal zien", "Show the sum behind each number"),
            (_, "compare_with") => (
                "Een ouder profiel: laat zien wat er veranderde",
                "An older profile: show what changed",
            ),
            ("agenda", "format") => (
                "De vorm, als de naam van het bestand die niet zegt: markdown, html of docx",
                "The form, if the file's name doesn't tell: markdown, html or docx",
            ),
            (_, "format") => (
                "De vorm, als de naam van het bestand die niet zegt: markdown, html, docx, xlsx, csv, json, svg of png",
                "The form, if the file's name doesn't tell: markdown, html, docx, xlsx, csv, json, svg or png",
            ),
            (_, "excel_csv") => (
                "CSV zoals Excel het hier leest: met puntkomma's en een komma in getallen",
                "CSV as a Dutch Excel reads it: with semicolons, and commas in numbers",
            ),
            ("agenda", "date") => (
                "De dag van deze bijeenkomst, als 2026-11-21; anders zo veel --weeks na het nieuwste profiel",
                "The day of this meeting, as 2026-11-21; else so many --weeks after the newest profile",
            ),
            (_, "weeks") => (
                "Hoeveel weken er tussen twee bijeenkomsten zitten: 6 als je niets kiest",
                "How many weeks there are between two meetings: 6 if you don't choose",
            ),
            (_, "minutes") => (
                "Hoeveel minuten jullie hebben: 90 als je niets kiest",
                "How many minutes you have: 90 if you don't choose",
            ),
            (_, "question") => (
                "De vraag die een van jullie inbrengt, zonder namen van kinderen of ouders",
                "The question that one of you brings in, without names of children or parents",
            ),
            ("agenda", "not") => (
                "Sla deze werkvorm over: own-expertise, reflection-questions, what-is-needed, constellation, why-and-what, differences of through-others-eyes",
                "Skip this way of working: own-expertise, reflection-questions, what-is-needed, constellation, why-and-what, differences or through-others-eyes",
            ),
            (_, "date") => (
                "De dag van de bijeenkomst, als 2026-11-21; anders vandaag",
                "The day of the meeting, as 2026-11-21; else today",
            ),
            (_, "participants") => ("Met hoeveel mensen jullie zijn", "How many you are"),
            (_, "mode") => (
                "samen (joint): één antwoord; tellen (tally): ieder steekt vingers op",
                "together (joint): one answer; count (tally): everyone holds up fingers",
            ),
            (_, "functions") => (
                "Wie erbij zijn, naar functie, zonder namen: \"IB'er, wijkagent\"",
                "Who is there, by function, without names: \"teacher, police officer\"",
            ),
            (_, "elements") => (
                "Vraag alleen deze elementen, met komma's ertussen",
                "Ask only these elements, with commas between them",
            ),
            ("card", "element") => (
                "Een vraag bij dit element, als culture; zonder: bij het laagste",
                "A question on this element, as culture; without: on the lowest",
            ),
            ("card", "not") => (
                "Niet deze vraag, als culture.trust; mag vaker",
                "Not this question, as culture.trust; can be given again",
            ),
            ("sources", "element") => (
                "Alleen wat bij dit element helpt, als culture of trust.reliability",
                "Only what helps with this element, as culture or trust.reliability",
            ),
            (_, "plain") => (
                "Regel voor regel: voor schermlezers en voor andere programma's",
                "Line by line: for screen readers and for other programs",
            ),
            (_, "review") => (
                "Kijk eerst terug op de open afspraken, ook met --plain of --answers",
                "First look back at the open agreements, also with --plain or --answers",
            ),
            (_, "answers") => (
                "Vraag niets: neem de antwoorden uit dit bestand",
                "Ask nothing: take the answers from this file",
            ),
            (_, "resume") => ("Ga verder met het concept", "Go on with the draft"),
            (_, "new") => (
                "Begin een nieuwe, ook als er een concept is",
                "Start another, also when there is a draft",
            ),
            _ => ("", ""),
        };
        self.pick(nl, en).to_owned()
    }

    /// The name of an argument's value in the help.
    pub fn value_name(self, id: &str) -> String {
        let (nl, en) = match id {
            "lang" => ("TAAL", "LANGUAGE"),
            "dir" => ("MAP", "FOLDER"),
            "team" => ("NAAM", "NAME"),
            "date" | "due" => ("DAG", "DAY"),
            "done" | "dropped" | "open" => ("NUMMER", "NUMBER"),
            "note" => ("TEKST", "TEXT"),
            "participants" | "weakest" | "weeks" | "minutes" => ("AANTAL", "NUMBER"),
            "mode" => ("MANIER", "MODE"),
            "functions" => ("FUNCTIES", "ROLES"),
            "questions" => ("ID|BESTAND", "ID|FILE"),
            "elements" => ("A,B", "A,B"),
            "element" => ("ELEMENT", "ELEMENT"),
            "format" => ("VORM", "FORM"),
            "question" => ("VRAAG", "QUESTION"),
            "not" => ("ID", "ID"),
            _ => ("BESTAND", "FILE"),
        };
        self.pick(nl, en).to_owned()
    }

    /// What an argument's value can be, as the end of "give …".
    pub fn allowed_values(self, id: &str) -> String {
        let participants = format!(
            "{} {MAX_PARTICIPANTS}",
            self.pick("een getal van 1 tot en met", "a number from 1 to")
        );
        let (nl, en) = match id {
            "lang" => ("nl of en", "nl or en"),
            "date" => (
                "een bestaande dag met het jaar voorop, als 2026-11-21",
                "a day that exists with the year first, as 2026-11-21",
            ),
            "participants" => (participants.as_str(), participants.as_str()),
            "weakest" => ("een getal van 1 tot en met 100", "a number from 1 to 100"),
            "mode" => ("samen (joint) of tellen (tally)", "together (joint) or count (tally)"),
            "team" => ("een naam van 1 tot en met 200 tekens", "a name of 1 to 200 characters"),
            "done" | "dropped" | "open" => (
                "het nummer van een afspraak, zoals ips agreements het laat zien",
                "the number of an agreement, as ips agreements shows it",
            ),
            "weeks" => ("een getal van 1 tot en met 52", "a number from 1 to 52"),
            "minutes" => ("een getal van 30 tot en met 480", "a number from 30 to 480"),
            "functions" | "question" | "note" | "due" => (
                "een tekst van 1 tot en met 2000 tekens",
                "a text of 1 to 2000 characters",
            ),
            "format" => (
                "markdown, html, docx, xlsx, csv, json, svg of png",
                "markdown, html, docx, xlsx, csv, json, svg or png",
            ),
            _ => ("een andere waarde", "another value"),
        };
        self.pick(nl, en).to_owned()
    }
}
