//! What reports say: `show`, `diff`, `export`, `questions`.

use chrono::{Datelike as _, NaiveDate};

use super::messages;
use crate::lang::Lang;

const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Lang {
    /// A day in words: `21 november 2026`.
    pub fn date(self, date: NaiveDate) -> String {
        let month = self.pick(MONTHS_NL, MONTHS_EN)[date.month0() as usize];
        format!("{} {month} {}", date.day(), date.year())
    }

    /// A day in short, and its year: `21 nov`, `2026`.
    pub fn short_date(self, date: NaiveDate) -> (String, String) {
        let month = &self.pick(MONTHS_NL, MONTHS_EN)[date.month0() as usize][..3];
        let month = if month == "maa" { "mrt" } else { month };
        (format!("{} {month}", date.day()), date.year().to_string())
    }
}

messages! {
    answered_jointly() { nl: "samen beantwoord", en: "answered together" }
    answered_by_tally() { nl: "ieder voor zich", en: "each on their own" }
    answered_on_sheets() { nl: "ieder op papier", en: "each on paper" }
    answered_on_forms() { nl: "ieder op een formulier", en: "each on a form" }
    corrected_on(date: &str) { nl: "aangepast op {date}", en: "corrected on {date}" }
    shared_profile() { nl: "gedeeld profiel", en: "shared profile" }
    too_few_to_share(fewest: u32) { nl: "niet gedeeld: minder dan {fewest} getallen", en: "not shared: fewer than {fewest} numbers" }
    gave_a_number(numbers: u32) { nl: "{numbers} keer een getal", en: "{numbers} times a number" }
    how_shared(counted: u32, fewest: u32) {
        nl: "Dit profiel is gedeeld. Van een vraag met minder dan {counted} getallen staan de antwoorden er niet in. Bij minder dan {fewest} is er ook geen score; die vraag telt als niet beantwoord.",
        en: "This profile was shared. Of a question with fewer than {counted} numbers the answers aren't in it. With fewer than {fewest} there is no score either; that question counts as not answered.",
    }
    band_strong() { nl: "sterk", en: "strong" }
    band_discuss() { nl: "bespreken", en: "discuss" }
    band_discuss_first() { nl: "eerst bespreken", en: "discuss first" }
    weakest() { nl: "laagst", en: "lowest" }
    divided() { nl: "verdeeld", en: "divided" }
    few_differ() { nl: "een of twee zien het anders", en: "one or two see it differently" }
    some_differ(count: u32) {
        nl: "{count} van jullie zien het anders",
        en: "{count} of you see it differently",
    }
    mostly_dont_know() { nl: "de meesten weten het niet", en: "most don't know" }
    scored_of(answered: usize, asked: usize) {
        nl: "{answered} van {asked} met een score",
        en: "{answered} of {asked} with a score",
    }
    often_unknown() { nl: "jullie weten het vaak niet", en: "you often don't know" }
    numbers_of(numbers: u32, participants: u32) {
        nl: "{numbers} van {participants}",
        en: "{numbers} of {participants}",
    }
    answered_of(answered: usize, asked: usize) {
        nl: "{answered} van {asked} beantwoord",
        en: "{answered} of {asked} answered",
    }
    rests_on_one() { nl: "rust op één vraag", en: "rests on one question" }
    nothing_stands_out() {
        nl: "Geen element springt eruit. Kies zelf waar jullie over willen praten.",
        en: "No element stands out. Choose for yourselves what to talk about.",
    }
    all_equally_low() {
        nl: "Geen element springt eruit: alle scores zijn gelijk. Kies zelf waar jullie over willen praten.",
        en: "No element stands out: all scores are equal. Choose for yourselves what to talk about.",
    }
    equally_low(titles: &str) {
        nl: "Geen element springt eruit. Even laag: {titles}. Kies zelf waar jullie over willen praten.",
        en: "No element stands out. Equally low: {titles}. Choose for yourselves what to talk about.",
    }
    nearly_weakest(titles: &str, last: &str) {
        nl: "{titles} ligt vlak boven {last}. Dat scheelt bijna niets.",
        en: "{titles} is just above {last}. That hardly differs.",
    }
    all_nearly_weakest(titles: &str, last: &str) {
        nl: "{titles} liggen vlak boven {last}. Dat scheelt bijna niets.",
        en: "{titles} are just above {last}. That hardly differs.",
    }
    too_few_elements() {
        nl: "Er zijn te weinig antwoorden om een laagste element aan te wijzen.",
        en: "There are too few answers to point out a lowest element.",
    }
    too_few_asked() {
        nl: "Er is te weinig gevraagd om een laagste element aan te wijzen.",
        en: "Too little was asked to point out a lowest element.",
    }
    all_elements() { nl: "Alle elementen samen", en: "All elements together" }
    talk_heading() { nl: "Hier kan het gesprek over gaan", en: "What to talk about" }
    divided_heading() { nl: "Hier denken jullie het meest verschillend over", en: "Where your views differ most" }
    agreements_heading() { nl: "Afspraken", en: "Agreements" }
    who_does(who: &str) { nl: "wie: {who}", en: "who: {who}" }
    done_by(due: &str) { nl: "klaar: {due}", en: "by: {due}" }
    state_overdue() { nl: "open, datum voorbij", en: "open, past its date" }
    made_on(date: &str) { nl: "afgesproken op {date}", en: "agreed on {date}" }
    state_open() { nl: "open", en: "open" }
    state_done() { nl: "gedaan", en: "done" }
    state_dropped() { nl: "losgelaten", en: "dropped" }
    draft_so_far(answered: usize, asked: usize) {
        nl: "CONCEPT, nog niet af: {answered} van {asked} vragen beantwoord",
        en: "DRAFT, not finished: {answered} of {asked} questions answered",
    }
    draft_open_heading() { nl: "Nog open", en: "Still open" }
    draft_goes_on(command: &str) { nl: "Verder gaan: {command}", en: "To go on: {command}" }
    draft_without_json() {
        nl: "Van een concept is er geen JSON. Maak het eerst af met: ips assess --resume",
        en: "There is no JSON of a draft. Finish it first with: ips assess --resume",
    }
    other_questionnaire_too(command: &str) {
        nl: "Met een andere vragenlijst: {command}",
        en: "With another questionnaire: {command}",
    }
    next_step_first() {
        nl: "Volgende stap: ips export -o verslag.html",
        en: "Next step: ips export -o report.html",
    }
    next_step(command: &str) { nl: "Volgende stap: {command}", en: "Next step: {command}" }
    report_name() { nl: "verslag", en: "report" }

    then_heading() { nl: "toen", en: "then" }
    now_heading() { nl: "nu", en: "now" }
    clearly_higher() { nl: "duidelijk hoger", en: "clearly higher" }
    clearly_lower() { nl: "duidelijk lager", en: "clearly lower" }
    no_clear_difference() { nl: "geen duidelijk verschil", en: "no clear difference" }
    one_question_moved() { nl: "één vraag bewoog", en: "one question moved" }
    no_lead(along: usize, against: usize) {
        nl: "{along} die kant op, {against} andersom",
        en: "{along} that way, {against} the other way",
    }
    clear_from(limit: &str) {
        nl: "Een verschil is duidelijk vanaf {limit}, als minstens twee vragen die kant op gingen.",
        en: "A difference is clear from {limit}, if at least two questions moved that way.",
    }
    clear_from_with_lead(limit: &str, lead: usize) {
        nl: "Een verschil is duidelijk vanaf {limit}, als minstens {lead} vragen meer die kant op gingen dan andersom.",
        en: "A difference is clear from {limit}, if at least {lead} more questions moved that way than the other way.",
    }
    too_few_to_compare() { nl: "niet te vergelijken", en: "not comparable" }
    only_asked_now() { nl: "alleen nu gevraagd", en: "only asked now" }
    only_asked_then() { nl: "alleen toen gevraagd", en: "only asked then" }
    weakest_both() { nl: "laagst toen en nu", en: "lowest then and now" }
    weakest_before() { nl: "laagst toen", en: "lowest then" }
    weakest_after() { nl: "laagst nu", en: "lowest now" }
    over_questions(compared: usize, asked: usize) {
        nl: "over {compared} van {asked} vragen",
        en: "over {compared} of {asked} questions",
    }
    moved_heading() { nl: "Vragen die het meest bewogen", en: "Questions that moved most" }
    not_compared(questions: &str, reasons: &str) {
        nl: "Niet vergeleken: {questions} ({reasons}).",
        en: "Not compared: {questions} ({reasons}).",
    }
    not_compared_heading() { nl: "Niet vergeleken", en: "Not compared" }
    reason_text_changed() { nl: "tekst veranderd", en: "text changed" }
    reason_reverse_changed() { nl: "telt nu andersom", en: "counts the other way now" }
    reason_labels_changed() { nl: "andere antwoordkeuzes", en: "other answers to choose from" }
    reason_only_before() { nl: "alleen toen gevraagd", en: "only asked then" }
    reason_only_after() { nl: "alleen nu gevraagd", en: "only asked now" }
    reason_scored_before() { nl: "alleen toen een score", en: "a score only then" }
    reason_scored_after() { nl: "alleen nu een score", en: "a score only now" }
    reason_never_asked() { nl: "beide keren niet gevraagd", en: "not asked either time" }
    reason_never_scored() { nl: "beide keren zonder score", en: "no score either time" }
    caution(before: &str, after: &str) {
        nl: "Let op: toen {before}; nu {after}. Een verschil kan ook daardoor komen.",
        en: "Note: then {before}; now {after}. A difference can also come from that.",
    }
    rounded_off(by: &str) {
        nl: "Getallen zijn afgerond; een verschil kan daardoor {by} anders lijken.",
        en: "Numbers are rounded, so a difference can look {by} off.",
    }
    over_elements(compared: usize, all: usize) {
        nl: "over {compared} van {all} elementen",
        en: "over {compared} of {all} elements",
    }
    only_what_is_compared() {
        nl: "Toen en nu gaan alleen over vragen die beide keren dezelfde waren en een score hadden. Daardoor kan een getal anders zijn dan de score van die keer.",
        en: "Then and now are only about questions that were the same both times and had a score. So a number can differ from the score of that time.",
    }
    only_compared() { nl: "alleen over vergeleken vragen", en: "only over compared questions" }
    kinds_differ() {
        nl: "Samen kiezen, vingers laten zien en een blad invullen meten niet hetzelfde. Daarom moet een verschil hier twee keer zo groot zijn.",
        en: "Choosing together, showing fingers and filling in a sheet don't measure the same. So a difference has to be twice as large here.",
    }
    labels_differ() {
        nl: "Let op: de woorden bij de cijfers van de schaal zijn veranderd. Een verschil kan ook daardoor komen.",
        en: "Note: the words for the numbers of the scale have changed. A difference can also come from that.",
    }
    thin_compared(questions: &str) {
        nl: "Let op: minder dan de helft gaf een cijfer bij {questions}. Dan zegt een verschil weinig.",
        en: "Note: fewer than half gave a number for {questions}. Then a difference says little.",
    }
    and_more_of_these(count: usize) { nl: "en nog {count}", en: "and {count} more" }
    same_day() {
        nl: "Let op: beide profielen zijn van dezelfde dag.",
        en: "Note: both profiles are of the same day.",
    }
    agreed_on(date: &str) { nl: "Afgesproken op {date}", en: "Agreed on {date}" }

    radar_title(team: &str) { nl: "Hoe {team} samenwerkt", en: "How {team} works together" }
    radar_too_few() { nl: "Een radar heeft minstens drie elementen nodig.", en: "A radar needs at least three elements." }
    radar_too_many() {
        nl: "Met meer dan twaalf elementen is een radar niet te lezen.",
        en: "With more than twelve elements a radar can't be read.",
    }
    radar_bars() { nl: "Daarom staan hier balken.", en: "So these are bars." }
    radar_no_scores() { nl: "Er zijn nog geen scores om te tekenen.", en: "There are no scores to draw yet." }
    report_title(team: &str) { nl: "Samenwerken: {team}", en: "Working together: {team}" }
    there_were(functions: &str) { nl: "Aanwezig: {functions}", en: "Present: {functions}" }
    scores_heading() { nl: "De elementen", en: "The elements" }
    element_column() { nl: "Element", en: "Element" }
    score_column() { nl: "Score", en: "Score" }
    meaning_column() { nl: "Betekenis", en: "Meaning" }
    remark_column() { nl: "Opmerking", en: "Remark" }
    question_column() { nl: "Vraag", en: "Question" }
    counted_in_reverse() { nl: "omgekeerd geteld", en: "counted in reverse" }
    note_column() { nl: "Toelichting", en: "Note" }
    answer_column() { nl: "Antwoord", en: "Answer" }
    difference_column() { nl: "Verschil", en: "Difference" }
    questions_heading() { nl: "De vragen", en: "The questions" }
    notes_heading() { nl: "Toelichtingen", en: "Notes" }
    changes_heading(before: &str, after: &str) {
        nl: "Wat veranderde: {before} → {after}",
        en: "What changed: {before} → {after}",
    }
    lowest_to_highest(lowest: &str, highest: &str) {
        nl: "{lowest} tot en met {highest}",
        en: "{lowest} to {highest}",
    }
    scale_line(labels: &str) { nl: "De schaal: {labels}.", en: "The scale: {labels}." }
    source_line(source: &str) { nl: "Bron van de vragen: {source}.", en: "Source of the questions: {source}." }
    meant_for_talk() {
        nl: "Dit verslag is bedoeld om het gesprek te openen, niet om te oordelen.",
        en: "This report is meant to open the conversation, not to judge.",
    }

    built_in(ids: &str) { nl: "Ingebouwde vragenlijsten: {ids}", en: "Built-in questionnaires: {ids}" }
    sound_questionnaire(file: &str, labels: &str) {
        nl: "{file}: vragenlijst in orde. {labels}",
        en: "{file}: questionnaire is sound. {labels}",
    }
    lowest_label(lowest: &str, highest: &str) {
        nl: "Laagste: {lowest}; hoogste: {highest}.",
        en: "Lowest: {lowest}; highest: {highest}.",
    }
    sound_profile(file: &str) { nl: "{file}: profiel in orde.", en: "{file}: profile is sound." }
    sound_draft(file: &str) { nl: "{file}: concept in orde.", en: "{file}: draft is sound." }
    sound_answers(file: &str) { nl: "{file}: antwoorden in orde.", en: "{file}: answers are sound." }
}
