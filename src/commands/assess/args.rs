//! What `ips assess` takes.

use std::path::PathBuf;

use crate::{
    commands::{
        args::TeamArgs,
        flags::{About, Example, Explained, flags},
        values::{self, TypedDay},
    },
    lang::Lang,
    tally::{MAX_PARTICIPANTS, Mode},
};

flags! {
    pub struct AssessArgs {
        ..team: TeamArgs,
        #[arg(long, value_parser = values::day)]
        date: Option<TypedDay> {
            value: "DAG" / "DAY",
            nl: "De dag van de bijeenkomst, als 21-11-2026 of 21 nov (de dichtstbijzijnde); anders vandaag",
            en: "The day of the meeting, as 21-11-2026 or 21 nov (the nearest one); else today",
        },
        #[arg(long, value_parser = values::number(1..=MAX_PARTICIPANTS))]
        participants: Option<u32> {
            value: "AANTAL" / "NUMBER",
            nl: "Met hoeveel mensen jullie zijn",
            en: "How many you are",
        },
        #[arg(long, value_parser = values::mode)]
        mode: Option<Mode> {
            value: "MANIER" / "MODE",
            nl: "samen ({joint}): één antwoord; tellen ({tally}): ieder steekt vingers op; vellen ({ballots}): ieder vult een vel in",
            en: "together ({joint}): one answer; count ({tally}): everyone holds up fingers; sheets ({ballots}): everyone fills in a sheet",
            joint: |_| Mode::Joint.word(),
            tally: |_| Mode::Tally.word(),
            ballots: |_| Mode::Ballots.word(),
        },
        #[arg(long, value_parser = values::words)]
        functions: Option<String> {
            value: "FUNCTIES" / "ROLES",
            nl: "Wie erbij zijn, naar functie, zonder namen: \"IB'er, wijkagent\"",
            en: "Who is there, by function, without names: \"teacher, police officer\"",
        },
        #[arg(long)]
        questions: Option<PathBuf> {
            value: "ID|BESTAND" / "ID|FILE",
            nl: "De vragenlijst: een ingebouwde of een bestand",
            en: "The questionnaire: a built-in one or a file",
        },
        #[arg(long, value_delimiter = ',')]
        elements: Vec<String> {
            value: "A,B" / "A,B",
            nl: "Vraag alleen deze elementen, met komma's ertussen, als culture of 2,5; {lowest}: de laagste van de vorige keer",
            en: "Ask only these elements, with commas between them, as culture or 2,5; {lowest}: the lowest of last time",
            lowest: |lang: Lang| lang.lowest_elements(),
        },
        #[arg(long)]
        review: bool {
            nl: "Kijk eerst terug op de open afspraken, ook met --plain of --answers",
            en: "First look back at the open agreements, also with --plain or --answers",
        },
        #[arg(long, conflicts_with_all = ["resume", "new", "elements"])]
        answers: Option<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "Vraag niets: neem de antwoorden uit dit bestand",
            en: "Ask nothing: take the answers from this file",
        },
        #[arg(long, conflicts_with = "new")]
        resume: bool {
            nl: "Ga verder met het concept",
            en: "Go on with the draft",
        },
        #[arg(long, num_args = 0..=1, conflicts_with_all = ["resume", "new", "answers", "review", "date", "participants", "mode", "functions", "elements"])]
        reopen: Option<Option<PathBuf>> {
            value: "BESTAND" / "FILE",
            nl: "Verbeter een bewaard profiel, of maak het af; zonder bestand het nieuwste",
            en: "Correct a saved profile, or finish it; without a file the newest",
        },
        #[arg(long, conflicts_with = "reopen")]
        replace: bool {
            nl: "Laat deze keer de antwoorden vervangen die ieder minder dan vier weken ervoor op dezelfde vragen gaf",
            en: "Let this time replace the answers that everyone gave to the same questions less than four weeks before",
        },
        #[arg(long)]
        new: bool {
            nl: "Begin een nieuwe, ook als er een concept is",
            en: "Start another, also when there is a draft",
        },
    }
}

impl Explained for AssessArgs {
    const ABOUT: About = About {
        nl: "Loop met het team de vragen langs en bewaar het profiel",
        en: "Walk the team through the questions and save the profile",
        examples: [
            Example {
                line: "ips assess",
                nl: "Eerst een paar vragen over het team, dan de vragenlijst",
                en: "First a few questions about the team, then the questionnaire",
            },
            Example {
                line: "ips assess --team \"IPS-groep Noord\" --participants 8 --mode tally",
                nl: "Met acht mensen, die ieder vingers opsteken",
                en: "With eight people, who each hold up fingers",
            },
        ],
    };
}
