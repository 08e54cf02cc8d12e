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
    advice_some_differ(count: u32) {
        nl: "{count} van jullie zien het anders. Vraag of iemand daar iets over wil zeggen.",
        en: "{count} of you see it differently. Ask if anyone wants to say something about it.",
    }
    answered_before(answer: &str) { nl: "Jullie antwoord: {answer}", en: "You answered: {answer}" }
    note_is(note: &str) { nl: "Toelichting: {note}", en: "Note: {note}" }
    invite_note(open: &str) { nl: "Noteer met n: {open}", en: "Note with n: {open}" }
    no_names() {
        nl: "Geen namen van kinderen of ouders, en niet wie wat antwoordde.",
        en: "No names of children or parents, and not who answered what.",
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
    hand_signs() {
        nl: "Weet je het niet? Maak een vuist. Past de vraag niet bij jullie? Kruis je armen.",
        en: "Don't know? Make a fist. Doesn't the question fit you? Cross your arms.",
    }
    words_heading() { nl: "Moeilijke woorden:", en: "Hard words:" }
    word_means(word: &str, means: &str) { nl: "{word}: {means}.", en: "{word}: {means}." }
    plain_keys(keys: &str) {
        nl: "Typ een antwoord en Enter. Verder kan: een vraagteken (?) voor weet niet, een streepje (-) voor niet van toepassing, {keys}.",
        en: "Type an answer and Enter. You can also type: a question mark (?) for don't know, a dash (-) for not applicable, {keys}.",
    }
    plain_keys_here(keys: &str) { nl: "Verder kan: {keys}.", en: "You can also type: {keys}." }
    show_fingers() { nl: "Steek tegelijk vingers op.", en: "Hold up your fingers at the same time." }
    type_answers() { nl: "Typ alle antwoorden:", en: "Type all answers:" }
    note_on_one_line() {
        nl: "Typ de toelichting achter de n, op dezelfde regel. n en een streepje (-) haalt de toelichting weg.",
        en: "Type the note behind the n, on the same line. n and a dash (-) takes the note away.",
    }
    note_label() { nl: "Toelichting:", en: "Note:" }
    choose_an_answer(lowest: u32, highest: u32) {
        nl: "Kies een antwoord: {lowest} tot en met {highest}, een vraagteken (?) of een streepje (-).",
        en: "Choose an answer: {lowest} to {highest}, a question mark (?) or a dash (-).",
    }
    type_all_answers(lowest: u32, highest: u32, example: &str) {
        nl: "Typ van iedereen het antwoord: {lowest} tot en met {highest}, een vraagteken (?) of een streepje (-). Bijvoorbeeld {example}.",
        en: "Type everyone's answer: {lowest} to {highest}, a question mark (?) or a dash (-). For example {example}.",
    }
    at_first_question() { nl: "Dit is de eerste vraag.", en: "This is the first question." }
    no_such_number(total: usize) {
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
    key_skip() { nl: "later", en: "skip" }
    key_overview() { nl: "overzicht", en: "overview" }
    key_settings() { nl: "groep", en: "group" }
    key_first_open() { nl: "naar de eerste open vraag", en: "to the first open question" }
    key_first_open_brief() { nl: "eerste open", en: "first open" }
    key_finish_open() { nl: "afronden zonder de open vragen", en: "finish without the open questions" }
    key_to_profile() { nl: "naar het profiel", en: "to the profile" }
    key_to_topics() { nl: "hier kan het gesprek over gaan", en: "what you can talk about" }
    key_to_topics_brief() { nl: "gesprek", en: "talk" }
    key_to_agreements() { nl: "afspraken", en: "agreements" }
    key_ready() { nl: "klaar", en: "ready" }
    key_yes() { nl: "ja", en: "yes" }
    key_remove() { nl: "weghalen", en: "take away" }
    key_keep() { nl: "laten staan", en: "keep" }
    key_all_sheets() { nl: "dat waren alle vellen", en: "those were all sheets" }
    key_all_sheets_brief() { nl: "klaar", en: "ready" }
    key_last_sheet() { nl: "vorig vel opnieuw", en: "last sheet again" }
    key_all_in() { nl: "ja, tel ze", en: "yes, count them" }
    key_replace() { nl: "vervangen", en: "replace" }
    key_other_day() { nl: "een andere dag", en: "another day" }
    key_another_sheet() { nl: "nog een vel", en: "another sheet" }
    plain_go_back() { nl: "een lege regel gaat terug", en: "an empty line goes back" }
    plain_keep() { nl: "een lege regel laat hem staan", en: "an empty line keeps it" }
    plain_ready() { nl: "een lege regel als jullie klaar zijn", en: "an empty line when you are ready" }
    plain_all_sheets() { nl: "een lege regel na het laatste vel", en: "an empty line after the last sheet" }
    key_line_before() { nl: "vorige regel", en: "the line before" }
    key_save_again() { nl: "probeert het opnieuw", en: "tries again" }
    key_stops() { nl: "stopt", en: "stops" }
    plain_go_on() { nl: "een lege regel gaat verder", en: "an empty line goes on" }
    plain_note() { nl: "en een toelichting", en: "and a note" }
    explained_go_on() { nl: "verder, als er al een antwoord is", en: "go on, when there is an answer already" }
    explained_note() { nl: "toelichting typen", en: "type a note" }
    explained_skip() { nl: "deze vraag later", en: "this question later" }
    explained_overview() {
        nl: "overzicht van alle vragen: kies er een met het nummer",
        en: "overview of all questions: choose one by its number",
    }
    explained_settings() {
        nl: "team, dag, deelnemers en functies veranderen",
        en: "change team, day, participants and roles",
    }
    explained_visit() { nl: "terug naar waar jullie waren", en: "back to where you were" }
    explained_all_sheets() { nl: "alle vellen zijn getypt", en: "all sheets are typed" }
    explained_last_sheet() { nl: "het laatste vel opnieuw typen", en: "type the last sheet again" }
    explained_back() { nl: "terug naar de vorige vraag", en: "back to the question before" }
    explained_type_again() { nl: "alle antwoorden opnieuw typen", en: "type all answers again" }
    explained_stop_sheets() {
        nl: "stoppen; vellen die niet geteld zijn, typ je dan opnieuw",
        en: "stop; sheets that aren't counted are typed again then",
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
    open_of(open: usize, total: usize) { nl: "{open} van {total} open", en: "{open} of {total} open" }
    open_question() { nl: "open", en: "open" }
    number_to_question() { nl: "Nummer: naar die vraag.", en: "Number: to that question." }
    review_prompt() {
        nl: "Een nummer gaat naar die vraag. Een lege regel rondt af.",
        en: "A number goes to that question. An empty line finishes.",
    }
    review_prompt_open() {
        nl: "Een nummer gaat naar die vraag. Een lege regel rondt af zonder de open vragen; q bewaart ze voor een andere dag.",
        en: "A number goes to that question. An empty line finishes without the open questions; q keeps them for another day.",
    }
    typed_first() {
        nl: "Er staan al antwoorden. Enter neemt ze, Esc haalt ze weg.",
        en: "There are answers typed. Enter takes them, Esc takes them away.",
    }
    number_label() { nl: "Nummer:", en: "Number:" }
    key_that_question() { nl: "naar die vraag", en: "to that question" }
    key_counts() { nl: "alle antwoorden", en: "all answers" }
    key_change() { nl: "veranderen", en: "change" }
    no_names_of_anyone() {
        nl: "Functies, geen namen: \"IB'er, wijkagent\".",
        en: "Roles, no names: \"teacher, police officer\".",
    }
    key_number() { nl: "Nummer", en: "Number" }
    answer_of(number: usize, answer: &str) { nl: "Vraag {number}: {answer}", en: "Question {number}: {answer}" }
    last_time(answer: &str) { nl: "vorige keer {answer}", en: "last time {answer}" }
    last_time_mean(mean: &str) { nl: "vorige keer gemiddeld {mean}", en: "last time a mean of {mean}" }
    b_changes_it() { nl: "b om te veranderen", en: "b to change it" }
    mean_short(mean: &str) { nl: "gemiddeld {mean}", en: "mean {mean}" }
    no_score_yet() { nl: "geen score", en: "no score" }

    settings_heading() { nl: "Wie, wanneer en hoe", en: "Who, when and how" }
    setting_team() { nl: "Team", en: "Team" }
    setting_date() { nl: "Dag van de bijeenkomst", en: "Day of the meeting" }
    setting_participants() { nl: "Aantal deelnemers", en: "Number of participants" }
    setting_mode() { nl: "Manier van antwoorden", en: "Way of answering" }
    setting_functions() { nl: "Functies, zonder namen", en: "Roles, without names" }
    now_so_many(value: u32) { nl: "nu {value}", en: "now {value}" }
    setting_none() { nl: "niet ingevuld", en: "not filled in" }
    settings_prompt() {
        nl: "Typ een nummer met wat het moet zijn, bijvoorbeeld 3 8 voor acht deelnemers.",
        en: "Type a number with what it should be, for example 3 8 for eight participants.",
    }

    sure_finish(n: usize) {
        nl: "Er zijn nog vragen open: {n}. Nu afronden? Met q bewaren jullie ze voor een andere dag.",
        en: "There are still open questions: {n}. Finish now? With q you keep them for another day.",
    }
    sure_grown(n: u32) { nl: "Zijn jullie nu met {n}?", en: "Are there {n} of you now?" }
    sure_remove() { nl: "Deze afspraak weghalen?", en: "Take this agreement away?" }
    sure_all_sheets(sheets: usize, participants: u32) {
        nl: "{sheets} van {participants} vellen getypt. Was dat alles? Daarna kun je geen vel meer veranderen.",
        en: "{sheets} of {participants} sheets typed. Was that all? After that no sheet can be changed.",
    }
    sure_replace(days: &str) {
        nl: "Op {days} beantwoordden jullie deze vragen ook. Naast elkaar verraden de twee keren soms wat één van jullie antwoordde. Daarom gaan de antwoorden van toen weg, zodra deze keer bewaard is. Toelichtingen en afspraken blijven, en ook antwoorden op vragen die nu niet komen. Vervangen?",
        en: "On {days} you answered these questions too. Side by side the two times may show what one of you answered. So the answers of then go, once this time is saved. Notes and agreements stay, and so do answers to questions that aren't asked now. Replace them?",
    }
    group_beside_whole(day: &str) {
        nl: "Op {day} antwoordde ook het hele team, of een groep ervan. Naast elkaar verraden die twee soms wat één van jullie antwoordde. Dus dit kan niet.",
        en: "On {day} the whole team answered too, or a group of it. Side by side those two may show what one of you answered. So this isn't possible.",
    }
    other_round(day: &str) {
        nl: "Op {day} beantwoordden jullie deze vragen ook. Naast elkaar verraden de twee keren soms wat één van jullie antwoordde. Dus dit kan niet.",
        en: "On {day} you answered these questions too. Side by side the two times may show what one of you answered. So this isn't possible.",
    }
    say_how_many(participants: u32, given: u32) {
        nl: "Jullie zijn met {participants}. Zijn jullie nu met meer? Typ p {given} en dan de antwoorden opnieuw.",
        en: "There are {participants} of you. Are there more now? Type p {given} and then the answers again.",
    }
    plain_participants() { nl: "p 8 voor acht deelnemers", en: "p 8 for eight participants" }


    agreements_title() { nl: "Afspraken", en: "Agreements" }
    made_so_far(n: usize) { nl: "al gemaakt: {n}", en: "made so far: {n}" }
    what_is_next_about() {
        nl: "Waarover is de volgende afspraak?",
        en: "What is the next agreement about?",
    }
    has_agreement() { nl: "al een afspraak", en: "has an agreement" }
    number_agrees() {
        nl: "Typ een nummer: van een element voor een afspraak daarover, of van een afspraak om die te veranderen.",
        en: "Type a number: that of an element to agree on it, or that of an agreement to change it.",
    }
    agreement_changed(element: &str) { nl: "Afspraak over {element} veranderen", en: "Change the agreement on {element}" }
    not_kept_yet() {
        nl: "Nog niet bewaard. Enter bewaart; nog een keer Esc gooit het weg.",
        en: "Not saved yet. Enter saves it; Esc again throws it away.",
    }
    change_agreement(what: &str) { nl: "{what}: veranderen of weghalen", en: "{what}: change or remove" }
    known(value: &str) { nl: "(Enter: {value})", en: "(Enter: {value})" }
    ideas() { nl: "Ideeën:", en: "Ideas:" }
    agreement_on(element: &str) { nl: "Afspraak over {element}", en: "Agreement on {element}" }
    agreement_what() { nl: "Wat spreken jullie af?", en: "What do you agree?" }
    agreement_what_new() { nl: "Wat spreken jullie af? (leeg: niets)", en: "What do you agree? (empty: nothing)" }
    agreement_what_made() { nl: "Wat spreken jullie af? (leeg: weghalen)", en: "What do you agree? (empty: remove it)" }
    agreement_who() { nl: "Wie doet het? (functie of voornaam)", en: "Who does it? (role or first name)" }
    agreement_due() { nl: "Wanneer is het klaar? (zoals 15 jan)", en: "When is it done? (such as 15 jan)" }
    line_so_far(text: &str) {
        nl: "Jullie typten: {text}. Een lege regel laat dat zo, een - haalt het weg.",
        en: "You typed: {text}. An empty line leaves it so, a - takes it away.",
    }
    no_such_mode() {
        nl: "Typ 1 voor samen, 2 voor vingers, 3 voor vellen.",
        en: "Type 1 for together, 2 for fingers, 3 for sheets.",
    }
    fewer_than_votes(most: u32) {
        nl: "Er zijn al {most} antwoorden op één vraag. Typ een aantal vanaf {most}.",
        en: "There are already {most} answers to one question. Type a number from {most} on.",
    }
    mode_stays() {
        nl: "Er zijn al antwoorden: de manier van antwoorden blijft nu zo.",
        en: "There are answers already: the way of answering stays as it is.",
    }
    forms_stay() {
        nl: "Dit profiel is gemaakt van formulieren. Van de instellingen verander je hier alleen de functies. Klopt iets anders niet? Haal het profiel weg en doe ips merge opnieuw.",
        en: "This profile was made of forms. Of the settings you only change the roles here. Is something else wrong? Remove the profile and do ips merge again.",
    }
    personal_mode() {
        nl: "Deze vragen beantwoordt ieder voor zichzelf, op een eigen vel. Kies vellen.",
        en: "Everyone answers these questions for themselves, on a sheet of their own. Choose sheets.",
    }
    counts_stay() {
        nl: "Deze antwoorden gaf ieder op een vel of formulier. Ze veranderen niet meer.",
        en: "Everyone gave these answers on a sheet or a form. They don't change any more.",
    }
    no_more_agreements(limit: usize) {
        nl: "Er staan al {limit} afspraken in het profiel; meer passen er niet in. Maak deze afspraak bij de volgende bijeenkomst.",
        en: "There are {limit} agreements in the profile already, and no more fit in. Make this one at the next meeting.",
    }
    carried_on() {
        nl: "Deze afspraak staat ook in een latere bijeenkomst. Verander de afspraak daar: ips agreements --change",
        en: "A later meeting has this agreement too. Change it there: ips agreements --change",
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
    mode_ballots_choice() {
        nl: "ieder op papier: de vellen typ je daarna over",
        en: "each on paper: the sheets are typed afterwards",
    }
    better_together() {
        nl: "Zijn jullie met één of twee? Antwoord dan liever samen: anders is te zien wie wat antwoordde.",
        en: "Are there one or two of you? Then it is better to answer together: otherwise it shows who answered what.",
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
    cannot_open(file: &str) {
        nl: "Openen lukt niet. Het bestand is wel bewaard. Open het zelf: {file}",
        en: "It can't be opened. The file is saved all the same. Open it yourself: {file}",
    }
    not_in_picture(characters: &str) {
        nl: "Deze tekens kan het plaatje niet laten zien: {characters}. Een SVG of HTML kan dat wel.",
        en: "The picture can't show these characters: {characters}. An SVG or HTML can.",
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
