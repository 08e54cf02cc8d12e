//! What a form says that a member fills in alone, and what is said of one that came back.

use super::messages;

messages! {
    answer_mark() { nl: "Antwoord", en: "Answer" }
    note_mark() { nl: "Toelichting", en: "Note" }
    code_mark() { nl: "Code", en: "Code" }
    group_mark() { nl: "Groep", en: "Group" }
    of_all() { nl: "van", en: "of" }

    form_title(title: &str) { nl: "Formulier: {title}", en: "Form: {title}" }
    how_to_reply() {
        nl: "Zo doe je mee: kies Beantwoorden in je mail en laat deze tekst staan. Typ achter elk “Antwoord” één getal of teken. Stuur de mail dan terug.",
        en: "How to take part: choose Reply in your mail and leave this text as it is. Behind each “Answer” type one number or sign. Then send the mail back.",
    }
    note_in_reply() {
        nl: "Achter “Toelichting” mag je iets opschrijven. Het hoeft niet.",
        en: "Behind “Note” you may write something. You don’t have to.",
    }
    what_becomes_of_answers() {
        nl: "Wat er met je antwoorden gebeurt: ze zijn vertrouwelijk, niet anoniem. Wie je formulier terugkrijgt, ziet wat je invulde. Daarna wordt alleen bewaard hoe vaak elk antwoord gegeven is. Antwoordt iedereen hetzelfde, of iedereen op één na, dan kan iemand aan die aantallen zien wat jij antwoordde. Een toelichting komt alleen in het verslag als wie de formulieren verzamelt daarvoor kiest; aan je woorden kan iemand je herkennen.",
        en: "What becomes of your answers: they are confidential, not anonymous. Whoever gets your form back sees what you filled in. After that it is only kept how often each answer was given. If everyone answers the same, or everyone but one, someone can see from those counts what you answered. A note only gets into the report if whoever collects the forms chooses so; your words may tell that they are yours.",
    }
    in_the_note(open: &str) { nl: "Voor de toelichting: {open}", en: "For the note: {open}" }
    end_of_form() { nl: "Einde van het formulier", en: "End of the form" }

    form_goes_into_a_mail() {
        nl: "Bewaar dit formulier met -o formulier.txt, en plak de tekst in een mail. Met -o formulier.html wordt het een pagina.",
        en: "Save this form with -o form.txt, and paste the text into a mail. With -o form.html it becomes a page.",
    }
    form_document() { nl: "Een formulier", en: "a form" }
    form_file() { nl: "formulier", en: "form" }
    form_of_group(group: &str) { nl: "Groep: {group}", en: "Group: {group}" }
    form_needs_scripts() {
        nl: "Dit formulier werkt hier niet: je telefoon of mailprogramma laat het wel zien, maar voert het niet uit. Bewaar het bestand en open het op een computer, in een browser. Of vraag om het formulier als tekst: dat vul je in als antwoord op een mail.",
        en: "This form doesn’t work here: your phone or mail program shows it, but doesn’t run it. Save the file and open it on a computer, in a browser. Or ask for the form as text: you fill that in as a reply to a mail.",
    }
    before_you_begin() { nl: "Voordat je begint", en: "Before you begin" }
    one_at_a_time(count: usize) {
        nl: "Je krijgt {count} vragen, één voor één. Kies bij elke vraag één antwoord. Terug en overslaan kan altijd.",
        en: "You get {count} questions, one at a time. Choose one answer for each. You can always go back or skip one.",
    }
    by_keyboard() {
        nl: "Met het toetsenbord: typ het getal van je antwoord, ? voor weet niet of - voor n.v.t. Met Enter ga je verder.",
        en: "By keyboard: type the number of your answer, ? for don’t know or - for not applicable. Enter goes on.",
    }
    nothing_is_sent() {
        nl: "Dit formulier verstuurt niets. Je antwoorden blijven in deze browser tot je ze wist. Aan het eind bewaar je een bestand, en dat stuur je zelf op. Je naam wordt niet gevraagd.",
        en: "This form sends nothing. Your answers stay in this browser until you wipe them. At the end you save a file, and send it yourself. Your name isn’t asked.",
    }
    answers_kept_here() {
        nl: "In deze browser staan al antwoorden op dit formulier. Zijn ze van jou, ga dan verder. Anders: wis ze eerst.",
        en: "This browser holds answers to this form already. If they are yours, go on. Otherwise wipe them first.",
    }
    wipe_answers() { nl: "Mijn antwoorden wissen", en: "Wipe my answers" }
    wipe_kept() { nl: "Wissen en opnieuw beginnen", en: "Wipe and begin again" }
    sure_to_wipe() {
        nl: "Alle antwoorden op dit formulier uit deze browser wissen? Dat kan niet ongedaan gemaakt worden.",
        en: "Wipe all answers to this form from this browser? That can’t be undone.",
    }
    answers_wiped() { nl: "Je antwoorden zijn uit deze browser gewist.", en: "Your answers are wiped from this browser." }
    begin_form() { nl: "Beginnen", en: "Begin" }
    resume_form() { nl: "Verder waar ik was", en: "Go on where I was" }
    go_on_in_form() { nl: "Volgende", en: "Next" }
    go_back_in_form() { nl: "Terug", en: "Back" }
    to_review() { nl: "Naar het overzicht", en: "To the overview" }
    note_if_you_like() { nl: "Toelichting (hoeft niet)", en: "Note (if you like)" }
    place_in_form(number: &str, count: usize) {
        nl: "Vraag {number} van {count}",
        en: "Question {number} of {count}",
    }
    review_answers() { nl: "Je antwoorden", en: "Your answers" }
    all_is_answered() {
        nl: "Je hebt alle vragen beantwoord. Kies een vraag om je antwoord te veranderen.",
        en: "You answered all questions. Choose one to change your answer.",
    }
    some_are_open(open: &str) {
        nl: "Nog open: {open}. Dat mag. Kies een vraag om die te beantwoorden of te veranderen.",
        en: "Still open: {open}. That is fine. Choose a question to answer or change it.",
    }
    with_note() { nl: "met toelichting", en: "with a note" }
    done_with_answers() { nl: "Klaar met invullen", en: "Done filling in" }
    send_your_answers() { nl: "Stuur je antwoorden op", en: "Send your answers" }
    save_and_send() {
        nl: "Bewaar het bestand met je antwoorden, en stuur het in een mail naar wie je dit formulier gaf.",
        en: "Save the file with your answers, and send it in a mail to whoever gave you this form.",
    }
    save_file() { nl: "Bestand bewaren", en: "Save the file" }
    or_copy() {
        nl: "Lukt dat niet? Kopieer dan deze tekst, en plak hem in de mail.",
        en: "Doesn’t that work? Then copy this text, and paste it into the mail.",
    }
    text_to_copy() { nl: "Je antwoorden als tekst", en: "Your answers as text" }
    copy_text() { nl: "Tekst kopiëren", en: "Copy the text" }
    then_wipe() {
        nl: "Verstuurd? Wis dan je antwoorden uit deze browser, zeker als anderen hem ook gebruiken. Gooi het bewaarde bestand ook weg.",
        en: "Sent? Then wipe your answers from this browser, above all if others use it too. Delete the saved file as well.",
    }
    file_saved_as(file: &str) {
        nl: "Bewaard als {file}, in de map met downloads.",
        en: "Saved as {file}, in the folder with downloads.",
    }
    text_copied() { nl: "De tekst is gekopieerd.", en: "The text is copied." }
    text_not_copied() {
        nl: "Kopiëren lukt hier niet vanzelf. De tekst is gekozen: kopieer hem met Ctrl+C, of houd hem ingedrukt.",
        en: "Copying doesn’t work by itself here. The text is selected: copy it with Ctrl+C, or press and hold it.",
    }
    nothing_is_kept() {
        nl: "Deze browser bewaart je antwoorden niet. Laat dit venster open tot je klaar bent.",
        en: "This browser doesn’t keep your answers. Leave this window open until you are done.",
    }

    no_form() {
        nl: "Dit is geen ingevuld formulier: er staat nergens “Antwoord 1:”. Kies een ander bestand, of vraag het formulier opnieuw op.",
        en: "This is no form that was filled in: “Answer 1:” stands nowhere. Choose another file, or ask for the form again.",
    }
    no_code(mark: &str, code: &str) {
        nl: "De regel met de code van het formulier is weg. Hoort het formulier bij deze vragenlijst, zet dan bovenaan “{mark}: {code}”.",
        en: "The line with the form’s code is gone. If the form belongs to this questionnaire, put “{mark}: {code}” at the top.",
    }
    other_form(code: &str) {
        nl: "Dit formulier hoort bij een andere vragenlijst, of bij een andere versie: de code moet {code} zijn. Kies met --questions de vragenlijst waarmee het formulier gemaakt is.",
        en: "This form belongs to another questionnaire, or to another version: the code has to be {code}. Choose with --questions the questionnaire that the form was made with.",
    }
    nothing_filled_in() {
        nl: "In dit formulier is geen enkele vraag beantwoord. Vraag het opnieuw op, of laat het bestand weg.",
        en: "No question is answered in this form. Ask for it again, or leave the file out.",
    }
    unreadable_answer(number: usize, lowest: u32, highest: u32) {
        nl: "Het antwoord op vraag {number} is niet te lezen. Typ één getal van {lowest} tot en met {highest}, ? (weet niet) of - (n.v.t.). Een uitleg hoort achter “Toelichting {number}:”.",
        en: "The answer to question {number} can’t be read. Type one number from {lowest} to {highest}, ? (don’t know) or - (not applicable). An explanation goes behind “Note {number}:”.",
    }
    two_answers(number: usize) {
        nl: "Bij vraag {number} staat nog een antwoord, en het is een ander. Laat er één staan.",
        en: "Question {number} has another answer here, and it differs. Leave one.",
    }
    two_notes(number: usize) {
        nl: "Bij vraag {number} staat nog een toelichting, en het is een andere. Laat er één staan.",
        en: "Question {number} has another note here, and it differs. Leave one.",
    }
    note_of_question_too_long(number: usize, limit: usize) {
        nl: "De toelichting bij vraag {number} is te lang: hooguit {limit} tekens. Maak haar korter.",
        en: "The note to question {number} is too long: at most {limit} characters. Make it shorter.",
    }
    no_such_question(number: usize, count: usize) {
        nl: "Vraag {number} is er niet: de vragenlijst heeft {count} vragen. Haal het antwoord weg, of kies met --questions een andere vragenlijst.",
        en: "There is no question {number}: the questionnaire has {count} questions. Take the answer away, or choose another questionnaire with --questions.",
    }
}
