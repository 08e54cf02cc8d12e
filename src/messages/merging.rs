//! What is said of forms that came back, and of their merging.

use super::messages;

messages! {
    in_row(row: usize, what: &str) { nl: "rij {row}: {what}", en: "row {row}: {what}" }
    row_of_file(file: &str, row: usize) { nl: "rij {row} van {file}", en: "row {row} of {file}" }

    form_has_no_answer() {
        nl: "hier staat geen enkel antwoord. Laat dit formulier weg, of vraag het lid om het in te vullen.",
        en: "there is no answer here at all. Leave this form out, or ask the member to fill it in.",
    }
    form_twice(first: &str) {
        nl: "dit is hetzelfde formulier als {first}. Laat er één weg.",
        en: "this is the same form as {first}. Leave one out.",
    }
    form_changed(first: &str) {
        nl: "dit formulier is er twee keer, met andere antwoorden: ook in {first}. Vraag het lid welke geldt, en laat de andere weg.",
        en: "this form is there twice, with other answers: in {first} too. Ask the member which one counts, and leave the other out.",
    }
    forms_are_the_same(first: &str) {
        nl: "dezelfde antwoorden als {first}. Is het één formulier? Laat er dan één weg. Zijn het er twee? Gebruik dan --allow-same.",
        en: "the same answers as {first}. Is it one form? Then leave one out. Are they two? Then use --allow-same.",
    }
    form_of_other_group(group: &str) {
        nl: "dit formulier is gemaakt voor groep {group}. Laat het weg, of voeg de formulieren van die groep apart samen, met --group.",
        en: "this form was made for group {group}. Leave it out, or merge the forms of that group on their own, with --group.",
    }
    too_few_forms(count: usize, at_least: usize) {
        nl: "Aantal formulieren: {count}. Er zijn er minstens {at_least} nodig, want anders is te raden wie wat antwoordde. Wacht op meer formulieren, of beantwoord de vragen samen, met “ips assess”.",
        en: "Number of forms: {count}. At least {at_least} are needed, since it can be guessed otherwise who answered what. Wait for more forms, or answer the questions together, with “ips assess”.",
    }
    too_many_forms(count: usize, most: u32) {
        nl: "Aantal formulieren: {count}. Dat kunnen er hooguit {most} zijn.",
        en: "Number of forms: {count}. There can be {most} at most.",
    }
    notes_too_long(id: &str, length: usize, most: usize) {
        nl: "De toelichtingen bij {id} zijn samen {length} tekens; dat mogen er {most} zijn. Kort ze in de formulieren in, of laat --with-notes weg.",
        en: "The notes on {id} have {length} characters together; there can be {most}. Shorten them in the forms, or leave --with-notes out.",
    }

    same_form_twice(file: &str) {
        nl: "Dit bestand noem je twee keer: {file}. Laat het één keer weg.",
        en: "You name this file twice: {file}. Leave it out once.",
    }
    folder_of_forms(dir: &str, all: &str) {
        nl: "{dir} is een map. Noem de bestanden zelf, of allemaal tegelijk met een sterretje: “{all}”.",
        en: "{dir} is a folder. Name the files themselves, or all at once with a star: “{all}”.",
    }
    profile_is_no_form(file: &str) {
        nl: "{file} is een profiel en geen ingevuld formulier. Laat het weg.",
        en: "{file} is a profile and no form that was filled in. Leave it out.",
    }
    page_is_no_form(file: &str) {
        nl: "{file} is een webpagina: daar staan geen antwoorden in. Is het het formulier zelf? Vraag dan om het bestand dat het formulier aan het eind bewaart. Is het een mail? Kopieer de tekst naar een nieuw bestand in Kladblok, en bewaar dat als .txt.",
        en: "{file} is a web page: it holds no answers. Is it the form itself? Then ask for the file that the form saves at its end. Is it a mail? Copy its text to a new file in Notepad, and save that as .txt.",
    }
    document_is_no_form(file: &str) {
        nl: "{file} kan ips niet lezen, want het is geen gewone tekst. Open het, kopieer alles naar een nieuw bestand in Kladblok, en bewaar dat als .txt.",
        en: "ips can’t read {file}, since it is no plain text. Open it, copy all of it to a new file in Notepad, and save that as .txt.",
    }
    nothing_merged() {
        nl: "Er is niets samengevoegd of bewaard.",
        en: "Nothing was merged or saved.",
    }
    merged_before(file: &str) {
        nl: "Deze formulieren zijn al samengevoegd, in {file}. Er is niets veranderd.",
        en: "These forms were merged already, in {file}. Nothing was changed.",
    }
    rounds_in_use(team: &str) {
        nl: "Een ander venster voegt nu formulieren van {team} samen. Wacht tot dat klaar is, en begin opnieuw.",
        en: "Another window is merging forms of {team} now. Wait until it is done, and start again.",
    }

    small_group(participants: u32) {
        nl: "Let op: dit is een kleine groep, met {participants} formulieren. Wie zijn eigen antwoorden kent, kan die van de anderen sneller raden. Deel dit profiel alleen met wie het nodig heeft.",
        en: "Note: this is a small group, with {participants} forms. Whoever knows their own answers can guess those of the others sooner. Share this profile only with those who need it.",
    }
    each_in_one_group(group: &str) {
        nl: "Let op: ips ziet niet wie wat invulde. Wie bij {group} hoort, mag niet ook in een andere groep van dit team meetellen.",
        en: "Note: ips doesn't see who filled in what. Whoever belongs to {group} must not count in another group of this team too.",
    }
    new_group(group: &str, others: &str) {
        nl: "{group} is een nieuwe groep. Dit team had al: {others}. Is de naam verkeerd getypt? Haal dit profiel dan weg, en voeg opnieuw samen met de goede naam.",
        en: "{group} is a new group. This team had: {others}. Is the name mistyped? Then remove this profile, and merge again with the right name.",
    }
    notes_left_out(forms: usize) {
        nl: "Formulieren met toelichtingen: {forms}. Die zijn niet bewaard, want aan de woorden is soms te zien wie ze schreef. Bewaar ze met --with-notes, als iedereen dat goed vindt.",
        en: "Forms with notes: {forms}. They were not kept, since the words may show who wrote them. Keep them with --with-notes, if everyone agrees to that.",
    }
    notes_tell_who() {
        nl: "Let op: de toelichtingen staan in het profiel. Aan de woorden is soms te zien wie ze schreef. Lees ze na, ook op namen van kinderen en ouders.",
        en: "Note: the notes are in the profile. The words may show who wrote them. Read them over, also for names of children and parents.",
    }
    some_of(some: usize, all: usize) { nl: "{some} van {all}", en: "{some} of {all}" }
    forms_incomplete(forms: &str) {
        nl: "Niet alles ingevuld: {forms}. Dat mag. Is een formulier onderweg afgekapt? Vraag het dan opnieuw op, en voeg ze nog een keer samen.",
        en: "Not all filled in: {forms}. That is fine. Was a form cut off on its way? Then ask for it again, and merge them once more.",
    }
    questions_without_column(file: &str, missing: &str) {
        nl: "{file}: geen kolom voor {missing}.",
        en: "{file}: no column for {missing}.",
    }
    columns_not_used(columns: &str) { nl: "Niet gebruikt: kolom {columns}.", en: "Not used: column {columns}." }
    rounds_replaced(days: &str) {
        nl: "De antwoorden van {days} op dezelfde vragen zijn weg: deze keer komt ervoor in de plaats.",
        en: "The answers of {days} to the same questions are gone: this time takes their place.",
    }
    forms_hold_answers() {
        nl: "In het profiel staan alleen aantallen. De formulieren zelf bevatten nog wat ieder antwoordde. Verwijder ze als je ze niet meer nodig hebt, ook uit je mail, uit je downloads en uit het online formulier.",
        en: "The profile has counts only. The forms themselves still hold what each member answered. Delete them when you no longer need them, from your mail, your downloads and the online form too.",
    }

    not_an_excel_file() {
        nl: "dit is geen Excel-bestand (.xlsx), of het is beschadigd. Download de resultaten opnieuw, of bewaar ze als .csv.",
        en: "this is no Excel file (.xlsx), or it is damaged. Download the results again, or save them as .csv.",
    }
    no_excel_in_this_build() {
        nl: "deze ips is gemaakt zonder Excel. Bewaar de resultaten als .csv.",
        en: "this ips was made without Excel. Save the results as .csv.",
    }
    too_much_in_table() {
        nl: "hier staat veel meer in dan antwoorden van een team. Bewaar alleen het blad met de antwoorden, als .csv of als nieuw .xlsx-bestand.",
        en: "there is far more in it than the answers of a team. Save only the sheet with the answers, as .csv or as a new .xlsx file.",
    }
    results_on_two_sheets() {
        nl: "op meer dan één blad staan vragen. Bewaar alleen het blad met de antwoorden, als .csv of als nieuw .xlsx-bestand.",
        en: "more than one sheet has questions. Save only the sheet with the answers, as .csv or as a new .xlsx file.",
    }
    no_questions_in_table(id: &str) {
        nl: "boven geen enkele kolom staat een vraag van vragenlijst {id}. Zet boven elke kolom de vraag, woord voor woord. Een andere vragenlijst kies je met --questions.",
        en: "no column has a question of questionnaire {id} at its head. Put the question above each column, word for word. Choose another questionnaire with --questions.",
    }
    head_is_almost_a_question(row: usize, column: &str, id: &str) {
        nl: "rij {row}, kolom {column}: hier staat bijna de vraag {id}, maar niet precies. Zet de vraag er woord voor woord. Is het een oudere versie van de vragenlijst? Geef die met --questions.",
        en: "row {row}, column {column}: this is almost the question {id}, but not quite. Put the question there word for word. Is it an older version of the questionnaire? Give that one with --questions.",
    }
    question_has_two_columns(row: usize, first: &str, column: &str, id: &str) {
        nl: "rij {row}, kolom {column}: de vraag {id} staat ook boven kolom {first}. Haal één van de twee kolommen weg.",
        en: "row {row}, column {column}: the question {id} is at the head of column {first} too. Take one of the two columns away.",
    }
    cells_are_no_answers(rows: &str, column: &str, id: &str, allowed: &str) {
        nl: "rij {rows}, kolom {column} ({id}): dit is geen antwoord. Een antwoord is {allowed}.",
        en: "row {rows}, column {column} ({id}): this is no answer. An answer is {allowed}.",
    }
    allowed_in_cell(lowest: u32, highest: u32, labels: &str) {
        nl: "een getal van {lowest} tot en met {highest}, of een van deze woorden: {labels}. Of ? voor weet niet, of - voor niet van toepassing",
        en: "a number from {lowest} to {highest}, or one of these words: {labels}. Or ? for don't know, or - for not applicable",
    }
}
