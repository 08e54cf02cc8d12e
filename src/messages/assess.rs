//! What is said during `ips assess`.

use super::{counted, messages};

messages! {
    question_of(number: usize, total: usize) {
        nl: "vraag {number} van {total}",
        en: "question {number} of {total}",
    }
    dont_know() { nl: "weet niet", en: "don't know" }
    not_applicable() { nl: "niet van toepassing", en: "not applicable" }
    not_asked() { nl: "niet gevraagd", en: "not asked" }
    not_answered() { nl: "niet beantwoord", en: "not answered" }
    times(count: u32, answer: &str) { nl: "{count} keer {answer}", en: "{count} chose {answer}" }
    of_participants(voters: u32, participants: u32) {
        nl: "{voters} van {participants} antwoorden",
        en: "{voters} of {participants} answers",
    }
    no_score_dont_know() {
        nl: "de meesten weten het niet: geen score",
        en: "most don't know: no score",
    }
    no_score_not_applicable() {
        nl: "voor de meesten niet van toepassing: geen score",
        en: "not applicable for most: no score",
    }
    mean_is(mean: &str) { nl: "gemiddeld {mean}", en: "mean {mean}" }
    advice_divided() {
        nl: "Verdeeld. Vraag eerst wie iets anders ziet, daarna pas verder.",
        en: "Divided. First ask who sees it differently, then go on.",
    }
    advice_few_differ() {
        nl: "Een of twee zien het anders. Vraag of iemand daar iets over wil zeggen.",
        en: "One or two see it differently. Ask if anyone wants to say something about it.",
    }
    answered_before(answer: &str) { nl: "Jullie antwoord: {answer}", en: "You answered: {answer}" }
    note_is(note: &str) { nl: "Toelichting: {note}", en: "Note: {note}" }
    invite_note(open: &str) { nl: "Noteer met n: {open}", en: "Note with n: {open}" }
    no_names() {
        nl: "Geen namen van kinderen of ouders.",
        en: "No names of children or parents.",
    }
    purpose() {
        nl: "De vragen zijn bedoeld om het gesprek te openen. Er zijn geen goede of foute antwoorden.",
        en: "The questions are meant to open the conversation. There are no right or wrong answers.",
    }
    how_to_answer() {
        nl: "Kies het antwoord dat nu het beste past. Weten jullie het niet? Kies het vraagteken. Past de vraag niet bij jullie? Kies het streepje. Praat gerust eerst; er loopt geen klok.",
        en: "Choose the answer that fits best now. Don't know? Choose the question mark. Doesn't the question fit you? Choose the dash. Talk first if you like; no clock is running.",
    }
    how_to_tally(spaced: &str, joined: &str) {
        nl: "Steek tegelijk vingers op. Typ alle antwoorden achter elkaar, bijvoorbeeld {spaced} of {joined}. Alleen de aantallen worden bewaard.",
        en: "Hold up your fingers at the same time. Type all answers in a row, for example {spaced} or {joined}. Only the counts are kept.",
    }
    plain_keys(keys: &str) {
        nl: "Typ een antwoord en Enter. Verder kan: ? weet niet, - niet van toepassing, {keys}.",
        en: "Type an answer and Enter. You can also type: ? don't know, - not applicable, {keys}.",
    }
    plain_keys_here(keys: &str) { nl: "Verder kan: {keys}.", en: "You can also type: {keys}." }
    show_fingers() { nl: "Steek tegelijk vingers op.", en: "Hold up your fingers at the same time." }
    type_answers() { nl: "Typ alle antwoorden:", en: "Type all answers:" }
    note_on_one_line() {
        nl: "Typ de toelichting achter de n, op dezelfde regel.",
        en: "Type the note behind the n, on the same line.",
    }
    note_label() { nl: "Toelichting:", en: "Note:" }
    choose_an_answer(points: usize) {
        nl: "Kies een antwoord: 1 tot en met {points}, ? of -.",
        en: "Choose an answer: 1 to {points}, ? or -.",
    }
    type_all_answers(points: usize, example: &str) {
        nl: "Typ van iedereen het antwoord: 1 tot en met {points}, ? of -. Bijvoorbeeld {example}.",
        en: "Type everyone's answer: 1 to {points}, ? or -. For example {example}.",
    }
    too_many_answers(given: usize, participants: usize) {
        nl: "Dat zijn {given} antwoorden voor {participants} deelnemers. Typ ze opnieuw.",
        en: "That's {given} answers for {participants} participants. Type them again.",
    }
    at_first_question() { nl: "Dit is de eerste vraag.", en: "This is the first question." }
    no_such_question(total: usize) {
        nl: "Typ een nummer van 1 tot en met {total}.",
        en: "Type a number from 1 to {total}.",
    }
    note_too_long(limit: usize) {
        nl: "Een toelichting heeft hooguit {limit} tekens. Maak de toelichting korter.",
        en: "A note has at most {limit} characters. Make it shorter.",
    }
    text_too_long_here(limit: usize) {
        nl: "Hier passen hooguit {limit} tekens. Maak de tekst korter.",
        en: "At most {limit} characters fit here. Make the text shorter.",
    }
    not_here() { nl: "Dat kan hier niet.", en: "That is not possible here." }

    key_go_on() { nl: "verder", en: "go on" }
    key_note() { nl: "toelichting", en: "note" }
    key_back() { nl: "terug", en: "back" }
    key_help() { nl: "uitleg", en: "help" }
    key_finish() { nl: "afronden", en: "finish" }
    key_stop() { nl: "bewaren en stoppen", en: "save and stop" }
    key_stop_brief() { nl: "stoppen", en: "stop" }
    key_stop_word() { nl: "stop", en: "stop" }
    key_type_again() { nl: "opnieuw typen", en: "type again" }
    key_scroll() { nl: "schuiven", en: "scroll" }
    key_choose() { nl: "kiezen", en: "choose" }
    key_choose_again() { nl: "anders kiezen", en: "choose again" }
    key_save() { nl: "bewaren", en: "save" }
    key_close() { nl: "sluiten", en: "close" }
    key_closes_help() { nl: "sluit de uitleg", en: "closes the help" }
    key_next_line() { nl: "volgende regel", en: "next line" }
    key_go_on_empty() { nl: "verder, leeg mag", en: "go on, may be empty" }
    key_skip() { nl: "overslaan", en: "skip" }
    key_skip_brief() { nl: "niets", en: "skip" }
    key_line_before() { nl: "vorige regel", en: "the line before" }
    key_save_again() { nl: "probeert het opnieuw", en: "tries again" }
    key_stops() { nl: "stopt", en: "stops" }
    plain_go_on() { nl: "een lege regel gaat verder", en: "an empty line goes on" }
    plain_note() { nl: "en een toelichting", en: "and a note" }
    explained_go_on() { nl: "verder, als er al een antwoord is", en: "go on, when there is an answer already" }
    explained_note() { nl: "toelichting typen", en: "type a note" }
    explained_back() { nl: "terug naar de vorige vraag", en: "back to the question before" }
    explained_type_again() { nl: "alle antwoorden opnieuw typen", en: "type all answers again" }
    explained_finish() {
        nl: "afronden: niet alles hoeft een antwoord",
        en: "finish: not everything needs an answer",
    }
    explained_stop() {
        nl: "bewaren en stoppen; later gaan jullie hier verder",
        en: "save and stop; go on from here later",
    }
    explained_scroll() { nl: "schuiven als niet alles past", en: "scroll when not everything fits" }
    explained_stop_anywhere() {
        nl: "stopt overal, ook midden in een tekst; wat er staat blijft bewaard",
        en: "stops anywhere, also halfway a text; what is there is kept",
    }
    esc_does_nothing() {
        nl: "Esc sluit hier niets. q bewaart en stopt.",
        en: "Esc closes nothing here. q saves and stops.",
    }

    review_summary(answered: usize, total: usize) {
        nl: "Overzicht: {answered} van {total} beantwoord.",
        en: "Overview: {answered} of {total} answered.",
    }
    review_prompt() {
        nl: "Een nummer gaat naar die vraag. Enter rondt af: daarna veranderen de antwoorden niet meer.",
        en: "A number goes to that question. Enter finishes: after that the answers don't change any more.",
    }
    review_number() { nl: "Nummer:", en: "Number:" }
    ideas() { nl: "Ideeën:", en: "Ideas:" }
    agreement_on(element: &str) { nl: "Afspraak over {element}", en: "Agreement on {element}" }
    agreement_what() { nl: "Wat spreken jullie af? (leeg: niets)", en: "What do you agree? (empty: nothing)" }
    agreement_who() { nl: "Wie doet het? (functie of voornaam)", en: "Who does it? (role or first name)" }
    agreement_due() { nl: "Wanneer is het klaar? (15 jan, +6w)", en: "When is it done? (15 jan, +6w)" }
    line_so_far(text: &str) {
        nl: "Jullie typten: {text}. Een lege regel laat dat zo, een - haalt het weg.",
        en: "You typed: {text}. An empty line leaves it so, a - takes it away.",
    }
    at_first_line() { nl: "Dit is de eerste regel.", en: "This is the first line." }
    or_another_folder() { nl: "Of typ een andere map.", en: "Or type another folder." }
    folder_label() { nl: "Map:", en: "Folder:" }

    ask_team() { nl: "Hoe heet jullie team?", en: "What is your team called?" }
    ask_which_team() { nl: "Welk team?", en: "Which team?" }
    another_team() { nl: "een ander team", en: "another team" }
    ask_participants() { nl: "Met hoeveel mensen zijn jullie?", en: "How many are you?" }
    ask_mode() { nl: "Hoe antwoorden jullie?", en: "How will you answer?" }
    mode_joint_choice() {
        nl: "samen: één antwoord per vraag",
        en: "together: one answer per question",
    }
    mode_tally_choice() {
        nl: "ieder voor zich: vingers opsteken en tellen",
        en: "each on their own: hold up fingers and count",
    }
    mode_help() {
        nl: "Typ 1 voor samen, 2 voor ieder voor zich.",
        en: "Type 1 for together, 2 for each on their own.",
    }
    blank_team() { nl: "Typ een naam.", en: "Type a name." }
    team_too_long(limit: usize) {
        nl: "Een naam heeft hooguit {limit} tekens.",
        en: "A name has at most {limit} characters.",
    }
    bad_participants(most: u32) {
        nl: "Typ een aantal van 1 tot en met {most}.",
        en: "Type a number from 1 to {most}.",
    }
    ask_resume(team: &str, date: &str, given: usize, total: usize) {
        nl: "Er is een concept van {team} van {date}: {given} van {total} beantwoord. Verdergaan?",
        en: "There is a draft of {team} of {date}: {given} of {total} answered. Go on?",
    }
    resume_yes() { nl: "ja, ga verder met het concept", en: "yes, go on with the draft" }
    resume_no() { nl: "nee, begin een nieuwe (het concept blijft staan)", en: "no, start a new one (the draft stays)" }
    several_drafts(file: &str) {
        nl: "Er zijn meer concepten van dit team. Jullie gaan verder met het nieuwste: {file}",
        en: "There are more drafts of this team. You go on with the newest: {file}",
    }
    saved_as(file: &str) { nl: "Bewaard: {file}", en: "Saved: {file}" }
    draft_saved(file: &str, dir: &str) {
        nl: "Gestopt. Alles is bewaard in {file}. Ga verder met: ips assess --resume{dir}",
        en: "Stopped. Everything is saved in {file}. Go on with: ips assess --resume{dir}",
    }
    stopped_before_start() {
        nl: "Gestopt. Er was nog niets te bewaren.",
        en: "Stopped. There was nothing to save yet.",
    }
    answers_taken(answered: usize, asked: usize) {
        nl: "{answered} van {asked} beantwoord.",
        en: "{answered} of {asked} answered.",
    }
}

counted! {
    meetings(n) {
        nl: "1 bijeenkomst" / "{n} bijeenkomsten",
        en: "1 meeting" / "{n} meetings",
    }
    participants(n) {
        nl: "1 deelnemer" / "{n} deelnemers",
        en: "1 participant" / "{n} participants",
    }
    questions(n) {
        nl: "1 vraag" / "{n} vragen",
        en: "1 question" / "{n} questions",
    }
}
