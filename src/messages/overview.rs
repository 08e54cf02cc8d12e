//! What is said about many teams in one picture.

use super::{counted, messages};

messages! {
    overview_title(teams: &str) { nl: "Samenwerken: het beeld van {teams}", en: "Working together: the picture of {teams}" }
    meetings_of_teams(meetings: &str, teams: &str) { nl: "{meetings} van {teams}", en: "{meetings} of {teams}" }
    overview_about() {
        nl: "Teams keken zelf hoe zij samenwerken. Dit beeld helpt om daar samen over te praten. Het is geen ranglijst: de teams staan op naam.",
        en: "Teams looked at how they work together themselves. This picture helps to talk about that together. It is no ranking: the teams stand by name.",
    }
    overview_about_unnamed() {
        nl: "Teams keken zelf hoe zij samenwerken. Dit beeld helpt om daar samen over te praten. Het is geen ranglijst.",
        en: "Teams looked at how they work together themselves. This picture helps to talk about that together. It is no ranking.",
    }
    unnamed_picture() {
        nl: "Dit beeld noemt geen teams, en ook niet de laagste en de hoogste score.",
        en: "This picture names no teams, nor the lowest and the highest score.",
    }
    unnamed_and_few(enough: usize) {
        nl: "Hoe teams ervoor staan, staat er pas vanaf {enough} teams met een score: bij minder is een team te herkennen.",
        en: "How teams stand is only told from {enough} teams with a score: with fewer a team could be recognised.",
    }

    spread_heading() { nl: "Hoe de scores liggen, per element", en: "How the scores lie, for each element" }
    spread_legend() {
        nl: "De lijn loopt van het team met de laagste tot het team met de hoogste score. In het blok ligt de middelste helft van de teams; de dikke streep is het midden. Op de achtergrond staat hoeveel teams daar liggen.",
        en: "The line runs from the team with the lowest to the team with the highest score. The box holds the middle half of the teams; the thick stroke is the middle. The background tells how many teams lie there.",
    }
    spread_legend_unnamed() {
        nl: "In het blok ligt de middelste helft van de teams; de dikke streep is het midden. Op de achtergrond staat hoeveel teams daar liggen.",
        en: "The box holds the middle half of the teams; the thick stroke is the middle. The background tells how many teams lie there.",
    }
    spread_not_told() { nl: "te weinig teams met een score", en: "too few teams with a score" }
    median_is(median: &str) { nl: "midden {median}", en: "middle {median}" }
    half_between(q1: &str, q3: &str) { nl: "de middelste helft ligt tussen {q1} en {q3}", en: "the middle half lies between {q1} and {q3}" }
    all_between(lowest: &str, highest: &str) { nl: "alle teams tussen {lowest} en {highest}", en: "all teams between {lowest} and {highest}" }
    weakest_in(count: usize, teams: usize) {
        nl: "bij {count} van {teams} laagst",
        en: "lowest in {count} of {teams}",
    }
    teams_in_band(count: usize, band: &str) { nl: "{band}: {count}", en: "{band}: {count}" }
    unknown_in(count: usize) { nl: "{count} weten het vaak niet", en: "{count} often don't know" }
    scored_by(teams: usize, all: usize) { nl: "{teams} van {all} met een score", en: "{teams} of {all} with a score" }

    teams_with_score_column() { nl: "Teams", en: "Teams" }
    lowest_column() { nl: "Laagste", en: "Lowest" }
    quarter_column() { nl: "Kwart", en: "Quarter" }
    median_column() { nl: "Midden", en: "Middle" }
    three_quarters_column() { nl: "Driekwart", en: "Three quarters" }
    highest_column() { nl: "Hoogste", en: "Highest" }
    weakest_column() { nl: "Laagst bij", en: "Lowest in" }
    unknown_column() { nl: "Weten het vaak niet", en: "Often don't know" }
    divided_column() { nl: "Verdeeld", en: "Divided" }
    numbers_heading() { nl: "De cijfers per element", en: "The numbers of each element" }

    lowest_questions_heading() { nl: "Vragen die overal laag liggen", en: "Questions that are low everywhere" }
    divided_questions_heading() { nl: "Vragen waar teams verdeeld over zijn", en: "Questions that teams are divided on" }
    count_of(count: usize, all: usize) { nl: "{count} van {all}", en: "{count} of {all}" }
    divided_in(count: usize, teams: usize) {
        nl: "verdeeld bij {count} van {teams}",
        en: "divided in {count} of {teams}",
    }

    teams_heading() { nl: "De teams naast elkaar", en: "The teams side by side" }
    no_teams_on_page(teams: usize) {
        nl: "De tabel met alle {teams} teams past hier niet. Hij staat in Excel en CSV: ips overview -o beeld.xlsx",
        en: "The table of all {teams} teams doesn't fit here. Excel and CSV have it: ips overview -o picture.xlsx",
    }
    map_legend(none: &str) {
        nl: "De letters zijn de elementen hierboven. Hoe voller de kleur, hoe eerder je erover praat; {none} is geen score.",
        en: "The letters are the elements above. The fuller the colour, the sooner you talk about it; {none} is no score.",
    }
    rows_are_teams() {
        nl: "Een beeld zonder namen heeft geen rijen met teams, en CSV is die rijen. Kies een andere vorm, zoals -o beeld.xlsx, of laat --anonymous weg.",
        en: "A picture without names has no rows of teams, and CSV is those rows. Choose another form, such as -o picture.xlsx, or leave out --anonymous.",
    }
    beside_others(others: &str) { nl: "Jullie naast {others}", en: "You beside {others}" }
    about_beside() {
        nl: "Om over te praten: wat doen anderen anders, en wat kunnen jullie van elkaar leren? Het is geen ranglijst en geen cijfer.",
        en: "To talk about: what do others do differently, and what can you learn from each other? It is no ranking and no mark.",
    }
    few_others(teams: usize) {
        nl: "Let op: dit zijn weinig andere teams ({teams}). Het zegt dan weinig.",
        en: "Note: these are few other teams ({teams}). It says little then.",
    }
    no_others(folder: &str) {
        nl: "In {folder} staat geen ander team met dezelfde vragenlijst. Naast elkaar zetten kan alleen met dezelfde vragen.",
        en: "There is no other team with the same questionnaire in {folder}. Only the same questions can stand side by side.",
    }
    draft_without_against() {
        nl: "Een concept is nog niet af. Maak de bijeenkomst eerst af, en zet het profiel dan naast andere teams.",
        en: "A draft isn't finished. Finish the meeting first, and then see the profile beside other teams.",
    }
    own_column() { nl: "Jullie", en: "You" }
    half_column() { nl: "Middelste helft", en: "Middle half" }
    lower_column() { nl: "Lager", en: "Lower" }
    higher_column() { nl: "Hoger", en: "Higher" }
    own_score_is(score: &str) { nl: "jullie {score}", en: "you {score}" }
    own_score_missing() { nl: "jullie hebben geen score", en: "you have no score" }
    others_median_is(median: &str) { nl: "het midden van de anderen is {median}", en: "the middle of the others is {median}" }
    lower_and_higher(lower: usize, higher: usize) {
        nl: "van de anderen {lower} lager en {higher} hoger",
        en: "of the others {lower} lower and {higher} higher",
    }
    team_column() { nl: "Team", en: "Team" }
    folder_column() { nl: "Map", en: "Folder" }
    date_column() { nl: "Datum", en: "Date" }
    participants_column() { nl: "Deelnemers", en: "Participants" }
    mode_column() { nl: "Hoe beantwoord", en: "How answered" }
    teams_sheet() { nl: "Teams", en: "Teams" }
    picture_sheet() { nl: "Beeld", en: "Picture" }
    about_picture_sheet() { nl: "Over dit beeld", en: "About this picture" }
    shades_legend(first: &str, discuss: &str, strong: &str) {
        nl: "{first} eerst bespreken, {discuss} bespreken, {strong} sterk",
        en: "{first} discuss first, {discuss} discuss, {strong} strong",
    }
    strip_legend() {
        nl: "─ alle teams, ▒ de middelste helft, █ het midden",
        en: "─ all teams, ▒ the middle half, █ the middle",
    }
    unnamed_strip_legend() { nl: "▒ de middelste helft, █ het midden", en: "▒ the middle half, █ the middle" }

    few_teams(count: usize) {
        nl: "Let op: dit zijn weinig teams ({count}). Eén team bepaalt dan veel van het beeld.",
        en: "Note: these are few teams ({count}). One team then makes much of the picture.",
    }
    no_teams_scored() {
        nl: "Geen enkel team heeft een score: te weinig antwoorden gaven een cijfer.",
        en: "No team has a score: too few answers gave a number.",
    }
    modes_between(modes: &str) {
        nl: "Let op: de teams antwoordden op verschillende manieren ({modes}). Die meten niet hetzelfde: een verschil kan ook daardoor komen.",
        en: "Note: the teams answered in different ways ({modes}). Those don't measure the same: a difference can also come from that.",
    }
    mode_of_teams(count: usize, mode: &str) { nl: "{count} {mode}", en: "{count} {mode}" }
    far_apart(months: usize) {
        nl: "Let op: tussen de eerste en de laatste bijeenkomst zitten {months} maanden. Bij een team kan het nu anders zijn.",
        en: "Note: between the first and the last meeting lie {months} months. With a team it can be different now.",
    }
    other_questionnaires(others: &str) {
        nl: "Niet meegenomen, want de vragenlijst is een andere: {others}.",
        en: "Left out, because the questionnaire is another one: {others}.",
    }
    profiles_of(title: &str, profiles: &str) { nl: "{title} ({profiles})", en: "{title} ({profiles})" }
    profiles_of_version(title: &str, version: u32, profiles: &str) {
        nl: "{title}, versie {version} ({profiles})",
        en: "{title}, version {version} ({profiles})",
    }

    how_teams_count() {
        nl: "Elk team telt één keer, met zijn nieuwste bijeenkomst, en even zwaar. Een gemiddelde van teams rekenen we niet uit.",
        en: "Each team counts once, with its newest meeting, and with the same weight. We reckon no mean of teams.",
    }
    how_meetings_count() {
        nl: "Elke bijeenkomst telt één keer en even zwaar. Een gemiddelde van teams rekenen we niet uit.",
        en: "Each meeting counts once and with the same weight. We reckon no mean of teams.",
    }
    how_quartiles() {
        nl: "We zetten de scores op volgorde van laag naar hoog. Het midden is de mediaan; kwart en driekwart zijn de kwartielen. Ligt zo'n punt tussen twee teams, dan nemen we een score daartussen, naar verhouding.",
        en: "We order the scores from low to high. The middle is the median; quarter and three quarters are the quartiles. Where such a point lies between two teams, we take a score between them, in proportion.",
    }
    how_weakest_in() {
        nl: "Laagst bij: zo vaak is dit een van de laagste elementen van het team zelf. Dat is een volgorde en geen oordeel: ook een sterk element kan laagst zijn.",
        en: "Lowest in: so often this is one of the team's own lowest elements. That is an order and no judgement: a strong element can be lowest too.",
    }
}

counted! {
    other_teams(n) { nl: "1 ander team" / "{n} andere teams", en: "1 other team" / "{n} other teams" }
    teams(n) { nl: "1 team" / "{n} teams", en: "1 team" / "{n} teams" }
}
