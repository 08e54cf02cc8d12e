//! What is said during `ips assess`.

use super::{counted, messages};

messages! {
    question_of(number: usize, total: usize) {
        nl: "vraag {number} van {total}",
        en: "question {number} of {total}",
    }
    dont_know() { nl: "weet niet", en: "don't know" }
    not_applicable() { nl: "niet van toepassing", en: "not applicable" }
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
    plain_keys() {
        nl: "Typ een antwoord en Enter. Verder kan: ? weet niet, - niet van toepassing, n en een toelichting, b terug, h uitleg, f afronden, q bewaren en stoppen.",
        en: "Type an answer and Enter. You can also type: ? don't know, - not applicable, n and a note, b back, h help, f finish, q save and stop.",
    }
    key_explanations() {
        nl: "n     toelichting typen\nb     terug naar de vorige vraag\nf     afronden: niet alles hoeft een antwoord\nq     bewaren en stoppen; later gaan jullie hier verder\n↑ ↓   schuiven als niet alles past\nEnter verder, als er al een antwoord is",
        en: "n     type a note\nb     back to the question before\nf     finish: not everything needs an answer\nq     save and stop; go on from here later\n↑ ↓   scroll when not everything fits\nEnter go on, when there is an answer already",
    }
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

    keys_question() {
        nl: "n toelichting   b terug   h uitleg   f afronden   q bewaren en stoppen",
        en: "n note   b back   h help   f finish   q save and stop",
    }
    keys_question_answered() {
        nl: "Enter verder   n toelichting   b terug   h uitleg   f afronden   q stoppen",
        en: "Enter go on   n note   b back   h help   f finish   q stop",
    }
    keys_question_short() { nl: "n b h f q        h = uitleg", en: "n b h f q        h = help" }
    keys_question_answered_short() { nl: "Enter verder   n b h f q", en: "Enter go on   n b h f q" }
    keys_spread() {
        nl: "Enter verder   n toelichting   b opnieuw typen   h uitleg   q stoppen",
        en: "Enter go on   n note   b type again   h help   q stop",
    }
    keys_spread_short() { nl: "Enter verder   n b h q", en: "Enter go on   n b h q" }
    keys_text() { nl: "Enter bewaren   Esc sluiten", en: "Enter save   Esc close" }
    keys_help() { nl: "Enter sluit de uitleg", en: "Enter closes the help" }
    keys_review() {
        nl: "Enter afronden   b terug   q bewaren en stoppen",
        en: "Enter finish   b back   q save and stop",
    }
    keys_review_short() { nl: "Enter afronden   b terug   q stoppen", en: "Enter finish   b back   q stop" }
    keys_agreement() {
        nl: "Enter volgende regel   Esc overslaan   Ctrl-C bewaren en stoppen",
        en: "Enter next line   Esc skip   Ctrl-C save and stop",
    }
    keys_agreement_short() { nl: "Enter verder  Esc overslaan  Ctrl-C stop", en: "Enter go on  Esc skip  Ctrl-C stop" }
    keys_agreement_line() {
        nl: "Enter verder, leeg mag   Esc terug   Ctrl-C bewaren en stoppen",
        en: "Enter go on, may be empty   Esc back   Ctrl-C save and stop",
    }
    keys_agreement_line_short() { nl: "Enter verder  Esc terug  Ctrl-C stop", en: "Enter go on  Esc back  Ctrl-C stop" }

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
    save_again() {
        nl: "Enter probeert het opnieuw. Of typ een andere map. q stopt.",
        en: "Enter tries again. Or type another folder. q stops.",
    }
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
