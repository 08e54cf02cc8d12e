//! What is wrong in a file: each sentence says what is allowed.

use super::messages;

messages! {
    at_place(line: usize, column: usize) {
        nl: ", regel {line}, kolom {column}",
        en: ", line {line}, column {column}",
    }
    broken_letter() {
        nl: "Hier staat een letter die niet goed bewaard is. Typ die opnieuw in een editor, zoals Kladblok, en bewaar het bestand met codering UTF-8.",
        en: "A letter here was not saved well. Type it again in an editor, such as Notepad, and save the file with encoding UTF-8.",
    }
    stops_in_letter() {
        nl: "Het bestand houdt hier op, midden in een letter: er is iets weggevallen. Vraag het bestand opnieuw op.",
        en: "The file stops here, within a letter: something got lost. Ask for the file again.",
    }
    old_code(file: &str) {
        nl: "{file} is bewaard in een oude codering: Windows-1252. Lezen gaat, veranderen niet. Open het in een editor, zoals Kladblok, kijk of alle letters kloppen, en bewaar het met codering UTF-8.",
        en: "{file} is saved in an old code: Windows-1252. It can be read, but not changed. Open it in an editor, such as Notepad, look whether all letters are right, and save it with encoding UTF-8.",
    }
    at_lines(lines: &str, last: &str) { nl: ", regel {lines} en {last}", en: ", lines {lines} and {last}" }
    and_more_lines(more: usize) { nl: " (en nog {more})", en: " (and {more} more)" }
    not_toml() {
        nl: "Dit is geen geldige TOML. Kijk of hier een aanhalingsteken, een haakje of een = ontbreekt.",
        en: "This is not valid TOML. Check whether a quote, a bracket or an = is missing here.",
    }
    backslash() {
        nl: "Een \\ heeft in een tekst tussen \" en \" een eigen betekenis. Schrijf \\\\ of /, of zet de tekst tussen enkele aanhalingstekens: '.",
        en: "A \\ has a meaning of its own in a text between \" and \". Write \\\\ or /, or put the text in single quotes: '.",
    }
    bad_name() {
        nl: "Deze naam klopt niet. Een naam heeft alleen letters zonder accent, cijfers, - en _, of staat tussen aanhalingstekens.",
        en: "This name is not right. A name has only letters without accents, digits, - and _, or stands in quotes.",
    }
    behind_value() {
        nl: "Achter deze waarde staat nog iets. Haal het weg, of zet er een # voor als het een opmerking is.",
        en: "There is something behind this value. Remove it, or put a # before it if it is a comment.",
    }
    colon_for_equals() {
        nl: "Hier staat een : waar een = hoort. Maak er een = van.",
        en: "Here is a : where an = belongs. Make it an =.",
    }
    curly_quote() {
        nl: "Dit aanhalingsteken is krom. Typ rechte aanhalingstekens voor en achter de tekst: \".",
        en: "This quote is curly. Type straight quotes before and behind the text: \".",
    }
    decimal_comma() {
        nl: "Een getal heeft een punt en geen komma. Schrijf bijvoorbeeld 3.5.",
        en: "A number has a point and no comma. Write 3.5, for example.",
    }
    double_key() {
        nl: "Deze naam staat hier twee keer. Haal er één weg.",
        en: "This name stands here twice. Remove one.",
    }
    double_table() {
        nl: "Deze naam tussen [ en ] stond al eerder. Haal deze regel weg en zet wat eronder staat daarbij, of schrijf bij een lijst [[naam]].",
        en: "This name between [ and ] was there before. Remove this line and put what is below it there, or write [[name]] for a list.",
    }
    extra_bracket() {
        nl: "Dit haakje past hier niet. Haal het weg, of zet het haakje ervoor dat erbij hoort.",
        en: "This bracket doesn't fit here. Remove it, or put the bracket before it that belongs to it.",
    }
    header_brackets() {
        nl: "De haakjes om deze naam kloppen niet. Schrijf [naam], of [[naam]] als het er meer kunnen zijn.",
        en: "The brackets around this name are not right. Write [name], or [[name]] if there can be more of them.",
    }
    long_dash() {
        nl: "Dit is een lang streepje. Typ een kort streepje: -.",
        en: "This is a long dash. Type a short one: -.",
    }
    no_comma() {
        nl: "Voor deze waarde ontbreekt een komma. Zet die ertussen.",
        en: "A comma is missing before this value. Put it in between.",
    }
    no_equals() {
        nl: "Hier ontbreekt een =. Zet die tussen de naam en de waarde, of zet een # voor de regel als het een opmerking is.",
        en: "An = is missing here. Put it between the name and the value, or put a # before the line if it is a comment.",
    }
    no_opening_quote() {
        nl: "Voor deze tekst ontbreekt een aanhalingsteken. Zet het ervoor.",
        en: "A quote is missing before this text. Put it there.",
    }
    no_value() {
        nl: "Hier staat achter de = niets. Vul een waarde in, of haal de regel weg.",
        en: "There is nothing behind the = here. Fill in a value, or remove the line.",
    }
    not_a_value() {
        nl: "Dit is geen waarde. Een tekst staat tussen aanhalingstekens; een getal is als 3.5, een dag als 2026-11-21, en ja of nee is true of false.",
        en: "This is no value. A text stands in quotes; a number is as 3.5, a day as 2026-11-21, and yes or no is true or false.",
    }
    open_bracket() {
        nl: "Dit haakje wordt niet gesloten. Zet achter het laatste dat erbij hoort een ] bij een [, of een }} bij een {{.",
        en: "This bracket is not closed. Behind the last that belongs to it, put a ] for a [, or a }} for a {{.",
    }
    open_long_text() {
        nl: "Deze tekst begint met drie aanhalingstekens en wordt niet gesloten. Zet er ook drie achter.",
        en: "This text begins with three quotes and is not closed. Put three behind it too.",
    }
    open_quote() {
        nl: "Deze tekst wordt op deze regel niet gesloten. Zet er een aanhalingsteken achter; een tekst van meer regels begint en eindigt met drie.",
        en: "This text is not closed on this line. Put a quote behind it; a text of several lines begins and ends with three.",
    }
    quotes_in_text() {
        nl: "Een aanhalingsteken binnen een tekst sluit die. Schrijf daar \\\", of gebruik binnen de tekst enkele: '.",
        en: "A quote within a text closes it. Write \\\" there, or use single ones within the text: '.",
    }
    stray_comma() {
        nl: "Hier hoort geen komma. Haal hem weg; een lijst staat tussen [ en ].",
        en: "No comma belongs here. Remove it; a list stands between [ and ].",
    }
    two_versions() {
        nl: "Hier staan twee versies in één bestand, tussen <<<<<<<, ======= en >>>>>>>. Kies er één, en haal de andere en deze drie regels weg.",
        en: "Here are two versions in one file, between <<<<<<<, ======= and >>>>>>>. Choose one, and remove the other and these three lines.",
    }
    unseen_character() {
        nl: "Hier staat een teken dat je niet ziet, of een bijzondere spatie. Haal het weg, en typ een gewone spatie als die er hoort.",
        en: "Here is a character that can't be seen, or a special space. Remove it, and type a plain space if one belongs there.",
    }
    missing_key(key: &str) { nl: "{key} ontbreekt.", en: "{key} is missing." }
    unknown_key(key: &str) {
        nl: "{key} is hier onbekend. Kijk of het goed gespeld is, of haal het weg.",
        en: "{key} is unknown here. Check whether it is spelled right, or remove it.",
    }
    not_a_text(key: &str) { nl: "{key} moet een tekst tussen aanhalingstekens zijn.", en: "{key} has to be a text in quotes." }
    blank_text(key: &str) { nl: "{key} is leeg. Vul een tekst in.", en: "{key} is empty. Fill in a text." }
    text_too_long(key: &str, limit: usize) {
        nl: "{key} heeft meer dan {limit} tekens. Maak de tekst korter.",
        en: "{key} has more than {limit} characters. Make the text shorter.",
    }
    not_an_integer(key: &str, low: u32, high: u32) {
        nl: "{key} moet een heel getal zijn van {low} tot en met {high}.",
        en: "{key} has to be a whole number from {low} to {high}.",
    }
    not_a_decimal(key: &str) {
        nl: "{key} moet een getal zijn, bijvoorbeeld 3.5.",
        en: "{key} has to be a number, for example 3.5.",
    }
    not_a_flag(key: &str) { nl: "{key} moet true of false zijn.", en: "{key} has to be true or false." }
    not_a_date(key: &str) {
        nl: "{key} moet een bestaande dag zijn, als 2026-11-21.",
        en: "{key} has to be a day that exists, as 2026-11-21.",
    }
    not_a_choice(key: &str, choices: &str) {
        nl: "{key} moet een van deze woorden zijn: {choices}.",
        en: "{key} has to be one of these words: {choices}.",
    }
    not_a_list(key: &str) { nl: "{key} moet een lijst zijn: [ … ].", en: "{key} has to be a list: [ … ]." }
    too_many_entries(key: &str, limit: usize) {
        nl: "{key} komt meer dan {limit} keer voor. Laat er een paar weg.",
        en: "{key} is there more than {limit} times. Leave some out.",
    }
    not_a_table(key: &str) { nl: "{key} moet een tabel zijn.", en: "{key} has to be a table." }
    more_problems(count: usize) { nl: "En nog {count} problemen.", en: "And {count} more problems." }

    more_with_check(count: usize, file: &str) {
        nl: "En nog {count}: zie ips check {file}",
        en: "And {count} more: see ips check {file}",
    }
    newer_questionnaire() {
        nl: "Deze vragenlijst is voor een nieuwere versie van ips. Haal de nieuwe versie op.",
        en: "This questionnaire is for a newer version of ips. Get the new version.",
    }
    newer_profile() {
        nl: "Dit profiel is gemaakt met een nieuwere versie van ips. Haal de nieuwe versie op; het bestand blijft zoals het is.",
        en: "This profile was made with a newer version of ips. Get the new version; the file stays as it is.",
    }
    no_elements() {
        nl: "Er is geen element. Zet er minstens één [[elements]] in.",
        en: "There is no element. Put at least one [[elements]] in.",
    }
    no_questions(key: &str) {
        nl: "{key} ontbreekt: een element heeft minstens één vraag.",
        en: "{key} is missing: an element has at least one question.",
    }
    bands_outside_scale(lowest: u32, highest: u32) {
        nl: "De grenzen moeten oplopen: {lowest}, discuss, strong, {highest}. Gelijk mag ook.",
        en: "The bounds have to go up: {lowest}, discuss, strong, {highest}. Equal is fine too.",
    }
    scale_size() {
        nl: "Een schaal heeft 2 tot en met 10 punten, of 11 als hij bij 0 begint (first = 0). Zet het laagste label eerst.",
        en: "A scale has 2 to 10 points, or 11 if it begins at 0 (first = 0). Put the lowest label first.",
    }
    wrong_label_count(key: &str, points: usize) {
        nl: "{key}: zet er {points} labels in, één per punt, of alleen die van het laagste en het hoogste punt.",
        en: "{key}: put {points} labels in it, one for each point, or only those of the lowest and the highest point.",
    }
    label_says_otherwise(key: &str, said: u32, number: u32) {
        nl: "Let op: in {key} begint dit label met {said}, maar het telt als {number}. Het eerste label is het laagste; begint de schaal bij 0, zet dan first = 0 erboven.",
        en: "Note: in {key} this label begins with {said}, but it counts as {number}. The first label is the lowest; if the scale begins at 0, put first = 0 above it.",
    }
    labels_go_down(key: &str, first: u32, last: u32, lowest: u32) {
        nl: "Let op: {key} loopt af, van {first} naar {last}. Het eerste label is het laagste: het telt als {lowest}. Zet ze andersom.",
        en: "Note: {key} goes down, from {first} to {last}. The first label is the lowest: it counts as {lowest}. Turn them around.",
    }
    unknown_reference() {
        nl: "Deze bron staat niet onder [references].",
        en: "This source is not listed under [references].",
    }
    too_many_words(key: &str, limit: usize) {
        nl: "{key} heeft meer dan {limit} woorden. Laat er een paar weg.",
        en: "{key} has more than {limit} words. Leave some out.",
    }
    word_not_in_text(key: &str) {
        nl: "{key} staat in geen vraag en in geen titel van een element. Schrijf het woord zoals het daar staat.",
        en: "{key} stands in no question and in no element's title. Write the word as it stands there.",
    }
    bad_id(key: &str) {
        nl: "{key} mag alleen kleine letters, cijfers en streepjes hebben, hooguit 60.",
        en: "{key} may only have small letters, digits and hyphens, at most 60.",
    }
    bad_full_id(key: &str) {
        nl: "{key} moet de id van een element en die van een vraag hebben, met een punt ertussen, zoals culture.roles.",
        en: "{key} has to have the id of an element and that of a question with a dot between them, such as culture.roles.",
    }
    double_id(key: &str) { nl: "{key} komt al eerder voor. Kies een andere id.", en: "{key} was used before. Choose another id." }
    no_language(key: &str) {
        nl: "{key} heeft een tekst in nl of en nodig.",
        en: "{key} needs a text in nl or en.",
    }

    cut_off(lines: usize) {
        nl: "Dit profiel is niet compleet: het stopt na regel {lines}. Vraag het bestand opnieuw op, of ga verder met het concept: ips assess --resume",
        en: "This profile is not complete: it stops after line {lines}. Ask for the file again, or go on with the draft: ips assess --resume",
    }
    wrong_vote_count(key: &str, points: usize) {
        nl: "{key} moet {points} aantallen hebben: één per punt van de schaal.",
        en: "{key} has to have {points} counts: one for each point of the scale.",
    }
    too_many_votes(key: &str, participants: u32) {
        nl: "{key}: er zijn meer antwoorden dan de {participants} deelnemers.",
        en: "{key}: there are more answers than the {participants} participants.",
    }
    not_an_answer(key: &str, lowest: u32, highest: u32) {
        nl: "{key} moet een getal zijn van {lowest} tot en met {highest}, \"?\" of \"-\".",
        en: "{key} has to be a number from {lowest} to {highest}, \"?\" or \"-\".",
    }
    shared_is_toml(file: &str) {
        nl: "{file}: een profiel om te delen heeft een naam die op .toml eindigt.",
        en: "{file}: a profile to share has a name that ends in .toml.",
    }
    shared_in_name() { nl: "gedeeld", en: "shared" }
    named_as_own_profile(file: &str, other: &str) {
        nl: "{file} is een naam voor een profiel van het team zelf. Kies een andere, zoals {other}.",
        en: "{file} is a name for a profile of the team itself. Choose another one, such as {other}.",
    }
    too_few_took_part(participants: &str, fewest: u32) {
        nl: "Dit profiel is van {participants}. Delen kan vanaf {fewest}: met minder is te raden wie wat antwoordde. Vertel zelf wat jullie kwijt willen, of geef een volgende keer samen één antwoord.",
        en: "This profile is of {participants}. Sharing takes {fewest}: with fewer it could be guessed who answered what. Tell them yourselves what you want to share, or give one answer together next time.",
    }
    share_once() {
        nl: "Deel een bijeenkomst één keer: wie twee versies naast elkaar legt, kan zien wat iemand antwoordde.",
        en: "Share a meeting once: from two versions side by side it could be told what someone answered.",
    }
    not_a_shared_answer(key: &str) {
        nl: "{key} kan in een gedeeld profiel alleen \"?\" of \"-\" zijn.",
        en: "{key} can only be \"?\" or \"-\" in a shared profile.",
    }
    shared_draft() {
        nl: "Een gedeeld profiel kan niet half af zijn. Haal shared weg.",
        en: "A shared profile can't be unfinished. Remove shared.",
    }
    no_element_asked(key: &str) {
        nl: "{key} noemt geen element. Zet er minstens één id in.",
        en: "{key} names no element. Put at least one id in.",
    }
    unknown_element_in(key: &str) {
        nl: "{key} noemt een element dat er niet is.",
        en: "{key} names an element that isn't there.",
    }
    recomputed() {
        nl: "De scores in dit bestand horen niet bij de antwoorden. De opnieuw berekende scores tellen.",
        en: "The scores in this file don't belong to the answers. The recomputed scores count.",
    }
    other_questionnaire_in_answers(found: &str, wanted: &str) {
        nl: "Deze antwoorden horen bij vragenlijst {found}, niet bij {wanted}. Kies met --questions de goede.",
        en: "These answers belong to questionnaire {found}, not to {wanted}. Choose the right one with --questions.",
    }
    other_version_in_answers(found: u32, wanted: u32) {
        nl: "Deze antwoorden horen bij versie {found} van de vragenlijst, niet bij versie {wanted}. Kies met --questions de vragenlijst waarmee het formulier gemaakt is.",
        en: "These answers belong to version {found} of the questionnaire, not to version {wanted}. Choose with --questions the questionnaire that the form was made with.",
    }
    answers_missing() {
        nl: "Het aantal antwoorden klopt niet: er is iets weggevallen. Vraag het bestand opnieuw op.",
        en: "The number of answers is not right: something got lost. Ask for the file again.",
    }
    unknown_question(id: &str, questionnaire: &str) {
        nl: "{id} is geen vraag van {questionnaire}. Zie ips questions --json voor de ids.",
        en: "{id} is not a question of {questionnaire}. See ips questions --json for the ids.",
    }
}
