//! Why a command could not do what was asked, and what to do next.

use super::messages;

messages! {
    cannot_read(file: &str, reason: &str) {
        nl: "{file} kan niet gelezen worden: {reason}. Kijk of de naam en de map kloppen.",
        en: "{file} can't be read: {reason}. Check whether the name and the folder are right.",
    }
    stuck_behind_a_folder() {
        nl: "Windows leest een \\ vlak voor een \" als één teken, en plakt wat erachter staat eraan vast. Laat de \\ aan het eind van de map weg.",
        en: "Windows reads a \\ right before a \" as one character, and sticks what follows to it. Leave the \\ at the end of the folder out.",
    }
    no_file_is_like(pattern: &str) {
        nl: "Geen bestand heet als {pattern}. Kijk of de map en de naam kloppen.",
        en: "No file is called as {pattern}. Check whether the folder and the name are right.",
    }
    no_folder_is_like(pattern: &str) {
        nl: "Geen map heet als {pattern}. Kijk of de naam klopt.",
        en: "No folder is called as {pattern}. Check whether the name is right.",
    }
    several_files_are_like(pattern: &str, files: usize) {
        nl: "{files} bestanden heten als {pattern}. Noem er één.",
        en: "{files} files are called as {pattern}. Name one of them.",
    }
    cannot_save(file: &str, reason: &str) {
        nl: "{file} kan niet bewaard worden: {reason}.",
        en: "{file} can't be saved: {reason}.",
    }
    what_was_there_stays() { nl: "Wat er al stond, is er nog.", en: "What was there is still there." }
    is_a_link(link: &str, target: &str) {
        nl: "{link} is een koppeling (link) naar {target}. Daar schrijft ips niet doorheen; er is niets veranderd. Noem het bestand zelf.",
        en: "{link} is a link to {target}. ips doesn't write through it; nothing was changed. Name the file itself.",
    }
    owner_may_not_read(file: &str) {
        nl: "{file} is nu van jou alleen: wie het eerst had, kan het misschien niet meer lezen. Moet dat wel? Geef die persoon dan leesrechten op het bestand.",
        en: "{file} is yours alone now: whoever had it first may not be able to read it any more. Should they? Then allow that person to read the file.",
    }
    choose_another_folder() { nl: "Kies een andere map met --dir.", en: "Choose another folder with --dir." }
    choose_another_place() { nl: "Kies een andere plek met -o.", en: "Choose another place with -o." }
    no_such_folder(folder: &str) {
        nl: "De map {folder} bestaat niet.",
        en: "The folder {folder} doesn't exist.",
    }
    make_the_folder() {
        nl: "Maak die map, of kies een andere plek met -o.",
        en: "Make that folder, or choose another place with -o.",
    }
    cannot_print(reason: &str) { nl: "De uitvoer kan niet geschreven worden: {reason}.", en: "The output can't be written: {reason}." }
    cannot_ask(reason: &str) {
        nl: "De vragen kunnen niet meer gesteld worden: {reason}. Wat beantwoord was, is bewaard.",
        en: "The questions can't be asked any more: {reason}. What was answered is saved.",
    }
    line_not_utf8() {
        nl: "In een regel staat een letter die niet als UTF-8 bewaard is. Wat beantwoord was, is bewaard. Bewaar de andere regels als UTF-8, en ga verder met: ips assess --resume",
        en: "A line has a letter that is not saved as UTF-8. What was answered is saved. Save the other lines as UTF-8, and go on with: ips assess --resume",
    }
    terminal_unusable(reason: &str) {
        nl: "Dit venster is niet geschikt: {reason}. Gebruik Windows Terminal, of kies --plain. Wat beantwoord was, is bewaard.",
        en: "This window is not suitable: {reason}. Use Windows Terminal, or choose --plain. What was answered is saved.",
    }
    reason_not_found() { nl: "het bestaat niet", en: "it does not exist" }
    reason_permission() { nl: "je hebt er geen rechten voor", en: "you are not allowed to" }
    reason_open_elsewhere() {
        nl: "je hebt er geen rechten voor, of het staat open in een ander programma",
        en: "you are not allowed to, or it is open in another program",
    }
    reason_bad_name() { nl: "die naam kan niet", en: "that name is not possible" }
    reason_device_name() {
        nl: "Windows gebruikt die naam voor een apparaat, kies een andere",
        en: "Windows uses that name for a device, choose another one",
    }
    reason_exists() { nl: "het bestaat al", en: "it exists already" }
    reason_disk_full() { nl: "de schijf is vol", en: "the disk is full" }
    reason_read_only() { nl: "de schijf is alleen om te lezen", en: "the disk is read-only" }
    reason_too_large() { nl: "het bestand zou te groot worden", en: "the file would become too large" }
    reason_is_folder() { nl: "het is een map", en: "it is a folder" }
    reason_not_a_file() { nl: "het is geen gewoon bestand", en: "it is not an ordinary file" }
    reason_not_a_folder() { nl: "het is geen map", en: "it is not a folder" }
    reason_system(code: i32) { nl: "het systeem geeft fout {code}", en: "the system gives error {code}" }
    reason_unknown() { nl: "het systeem weigert", en: "the system refuses" }

    not_an_ordinary_file(file: &str) {
        nl: "{file} is geen gewoon bestand. Kies een bestand.",
        en: "{file} is not an ordinary file. Choose a file.",
    }
    file_too_large(file: &str) {
        nl: "{file} is groter dan 1 MB en kan geen bestand van ips zijn. Kies een ander bestand.",
        en: "{file} is larger than 1 MB and can't be a file of ips. Choose another file.",
    }
    not_text(file: &str) {
        nl: "{file} is geen tekstbestand. Kies een ander bestand, of bewaar het opnieuw als UTF-8.",
        en: "{file} is not a text file. Choose another file, or save it again as UTF-8.",
    }
    not_a_profile(file: &str) {
        nl: "{file} is geen profiel van ips. Een profiel wordt gemaakt met: ips assess",
        en: "{file} is not a profile of ips. A profile is made with: ips assess",
    }
    is_a_draft(file: &str) {
        nl: "{file} is een concept. Maak het eerst af met ips assess --resume, of bekijk het met: ips show {file}",
        en: "{file} is a draft. Finish it first with ips assess --resume, or look at it with: ips show {file}",
    }
    this_folder() { nl: "deze map", en: "this folder" }
    folder(dir: &str) { nl: "de map {dir}", en: "the folder {dir}" }
    only_a_draft(file: &str) {
        nl: "Er is alleen een concept. Maak het eerst af met ips assess --resume, of bekijk het met: ips show {file}",
        en: "There is only a draft. Finish it first with ips assess --resume, or look at it with: ips show {file}",
    }
    several_teams(list: &str) {
        nl: "Er staan profielen van meer teams in deze map: {list}. Kies er een met --team \"NAAM\".",
        en: "There are profiles of several teams in this folder: {list}. Choose one with --team \"NAME\".",
    }
    no_profile(dir: &str) {
        nl: "Er staat nog geen profiel in {dir}. Maak er een met: ips assess. Of kies een map met --dir.",
        en: "There is no profile in {dir} yet. Make one with: ips assess. Or choose a folder with --dir.",
    }
    no_readable_profile(dir: &str, path: &str) {
        nl: "Geen bestand in {dir} is als profiel te lezen. Wat er mis is, zegt: ips check {path}",
        en: "No file in {dir} can be read as a profile. What is wrong is told by: ips check {path}",
    }
    not_all_read(dir: &str) {
        nl: "Niet elk bestand in {dir} kan gelezen worden: misschien staat daarin wat je zoekt. Los dat eerst op, of kies een andere map met --dir.",
        en: "Not every file in {dir} can be read: perhaps one of them holds what you look for. Mend that first, or choose another folder with --dir.",
    }
    copies_left_out(copies: &str, counts: &str) {
        nl: "Kopie van {counts}, telt niet mee: {copies}.",
        en: "Copy of {counts}, doesn't count: {copies}.",
    }
    shared_left_out(shared: &str, counts: &str) {
        nl: "{shared} is gemaakt van {counts} om te delen, en telt niet mee.",
        en: "{shared} was made of {counts} to be shared, and doesn't count.",
    }
    is_shared(file: &str) {
        nl: "{file} is een gedeeld profiel: daarin verandert niets meer. Gebruik het profiel van het team zelf.",
        en: "{file} is a shared profile: nothing changes in it any more. Use the team's own profile.",
    }
    copies_named(copy: &str, counts: &str) {
        nl: "{copy} en {counts} zijn van dezelfde bijeenkomst. Je noemt ze allebei, dus je ziet ze naast elkaar.",
        en: "{copy} and {counts} are of the same meeting. You name both, so you see them side by side.",
    }
    copy_differs(copy: &str, counts: &str, free: &str) {
        nl: "{copy} en {counts} zijn van dezelfde bijeenkomst, maar verschillen. {counts} telt. Was het een andere bijeenkomst, noem het eerste bestand dan {free}.",
        en: "{copy} and {counts} are of the same meeting, but differ. {counts} counts. If it was another meeting, name the first file {free}.",
    }
    is_a_folder(file: &str) {
        nl: "{file} is een map. Geef een bestand, of geef de map met --dir.",
        en: "{file} is a folder. Give a file, or give the folder with --dir.",
    }
    profiles_at_hand(folder: &str, list: &str) {
        nl: "De profielen in {folder}:{list}",
        en: "The profiles in {folder}:{list}",
    }
    newest_profiles_at_hand(folder: &str, list: &str, more: usize) {
        nl: "De nieuwste profielen in {folder}:{list}\n   en nog {more}",
        en: "The newest profiles in {folder}:{list}\n   and {more} more",
    }
    only_groups(team: &str, list: &str) {
        nl: "Van “{team}” zijn er alleen profielen van groepen: {list}. Kies er een met --group \"NAAM\".",
        en: "Of “{team}” there are only profiles of groups: {list}. Choose one with --group \"NAME\".",
    }
    no_profile_of_group(group: &str, team: &str, known: &str) {
        nl: "Er is geen profiel van groep “{group}” van “{team}”. Wel van: {known}. Kijk of de naam klopt.",
        en: "There is no profile of group “{group}” of “{team}”. There is one of: {known}. Check the name.",
    }
    whole_team() { nl: "het hele team (zonder --group)", en: "the whole team (without --group)" }
    no_profile_of_team(team: &str, dir: &str, known: &str) {
        nl: "Er staat geen profiel van “{team}” in {dir}. Wel van: {known}. Kijk of de naam klopt, of kies een map met --dir.",
        en: "There is no profile of “{team}” in {dir}. There is one of: {known}. Check the name, or choose a folder with --dir.",
    }
    one_profile_only() {
        nl: "Er is maar één profiel van dit team met deze vragenlijst. Vergelijken kan na de volgende bijeenkomst.",
        en: "There is only one profile of this team with this questionnaire. Comparing is possible after the next meeting.",
    }
    one_profile_of_this_one(id: &str, count: usize, other: &str, command: &str) {
        nl: "Er is maar één profiel van dit team met vragenlijst {id}. Met {other} zijn er {count}. Kies die met: {command}",
        en: "There is only one profile of this team with questionnaire {id}. There are {count} with {other}. Choose those with: {command}",
    }
    no_profile_of_questionnaire(id: &str, known: &str) {
        nl: "Er is geen profiel van dit team met vragenlijst {id}. Wel met: {known}.",
        en: "There is no profile of this team with questionnaire {id}. There is one with: {known}.",
    }
    questions_beside_file() {
        nl: "--questions kiest uit de profielen van de map. Laat het weg als je zelf een bestand noemt.",
        en: "--questions chooses from the profiles of the folder. Leave it out when you name a file yourself.",
    }
    two_files_to_compare() {
        nl: "Geef twee profielen om te vergelijken, of geen: dan de twee nieuwste uit de map.",
        en: "Give two profiles to compare, or none: then the two newest of the folder.",
    }
    same_profile_twice(file: &str) {
        nl: "Dit is twee keer hetzelfde profiel: {file}. Geef profielen van verschillende bijeenkomsten.",
        en: "This is the same profile twice: {file}. Give profiles of different meetings.",
    }
    other_group(before: &str, after: &str) {
        nl: "Deze profielen zijn van twee groepen: {before} en {after}. Wat er veranderde, zie je binnen één groep. Zet groepen naast elkaar met: ips gap",
        en: "These profiles are of two groups: {before} and {after}. What changed is seen within one group. Put groups side by side with: ips gap",
    }
    other_team(before: &str, after: &str) {
        nl: "Deze profielen zijn van twee teams: {before} en {after}. Is het hetzelfde team, maak dan de naam in beide bestanden gelijk.",
        en: "These profiles are of two teams: {before} and {after}. If it is the same team, make the name in both files the same.",
    }
    other_questionnaire(before: &str, after: &str) {
        nl: "Deze profielen horen bij twee vragenlijsten: {before} en {after}. Vergelijk profielen van dezelfde vragenlijst.",
        en: "These profiles belong to two questionnaires: {before} and {after}. Compare profiles of the same questionnaire.",
    }
    other_scale() {
        nl: "Deze profielen hebben een andere schaal. De cijfers zijn niet te vergelijken.",
        en: "These profiles have another scale. The numbers can't be compared.",
    }
    mistake_in_program() {
        nl: "Er ging iets mis in ips zelf: dat ligt niet aan jou. Meld wat je deed, als het weer gebeurt. Wat beantwoord was, is bewaard; ga verder met: ips assess --resume",
        en: "Something went wrong in ips itself: that isn't your fault. Report what you did, if it happens again. What was answered is saved; go on with: ips assess --resume",
    }
    wrong_clock() {
        nl: "De klok van deze computer staat niet goed: op een dag vóór 1970 of na het jaar 9999. Zet de datum van de computer goed en begin opnieuw.",
        en: "The clock of this computer is wrong: it is set to a day before 1970 or after the year 9999. Set the date of the computer right and start again.",
    }
    or_give_the_day() {
        nl: "Of geef zelf de dag, met het jaar erbij: --date 21-11-2026.",
        en: "Or give the day yourself, with its year: --date 21-11-2026.",
    }
    draft_in_use() {
        nl: "Een ander venster werkt al aan dit concept. Ga daar verder, of sluit het eerst.",
        en: "Another window is working on this draft. Go on there, or close it first.",
    }
    profile_in_use(file: &str) {
        nl: "Een ander venster werkt aan {file}. Ga daar verder, of sluit het eerst. Er is niets veranderd.",
        en: "Another window is working on {file}. Go on there, or close it first. Nothing was changed.",
    }
    changed_meanwhile(file: &str) {
        nl: "{file} is intussen veranderd of weggehaald door een ander programma. Daarom is jullie laatste wijziging niet bewaard. Begin opnieuw: dan telt het bestand zoals het nu is.",
        en: "{file} was changed or taken away by another program in the meantime. So your last change is not saved. Start again: then the file counts as it is now.",
    }
    is_input(file: &str) {
        nl: "{file} is een bestand waar ips mee werkt, zoals een profiel of een vragenlijst. Het blijft zoals het is. Kies een andere naam.",
        en: "{file} is a file that ips works with, such as a profile or a questionnaire. It stays as it is. Choose another name.",
    }
    file_exists(file: &str) {
        nl: "{file} bestaat al en blijft zoals het is. Kies een andere naam, of gebruik --force om het te vervangen.",
        en: "{file} exists already and stays as it is. Choose another name, or use --force to replace it.",
    }

    ask_replace(file: &str) { nl: "{file} bestaat al. Vervangen?", en: "{file} exists already. Replace it?" }
    yes_or_no() { nl: "j of n (Enter is nee)", en: "y or n (Enter is no)" }
    stays_as_it_is(file: &str) { nl: "{file} blijft zoals het is.", en: "{file} stays as it is." }

    no_terminal() {
        nl: "Hier kan ips geen vragen stellen: dit is geen venster om in te typen. Gebruik Windows Terminal, of geef de antwoorden met --plain of --answers BESTAND.",
        en: "ips can't ask questions here: this is not a window to type in. Use Windows Terminal, or give the answers with --plain or --answers FILE.",
    }
    missing_flag(flag: &str) {
        nl: "{flag} ontbreekt. Geef het mee, want hier kan ips er niet naar vragen.",
        en: "{flag} is missing. Give it, because ips can't ask for it here.",
    }
    draft_exists(team: &str) {
        nl: "Er is al een concept van {team}. Ga ermee verder met --resume, of begin een nieuw met --new.",
        en: "There is a draft of {team} already. Go on with it with --resume, or start another with --new.",
    }
    replaces_rounds(days: &str) {
        nl: "Op {days} zijn deze vragen ook beantwoord. Naast elkaar verraden de twee keren soms wat één van jullie antwoordde. Met --replace gaan de antwoorden van toen weg, zodra deze keer bewaard is; toelichtingen en afspraken blijven. Of kies een andere dag met --date.",
        en: "On {days} these questions were answered too. Side by side the two times may show what one of you answered. With --replace the answers of then go, once this time is saved; notes and agreements stay. Or choose another day with --date.",
    }
    later_round(file: &str, day: &str) {
        nl: "In {file} zijn deze vragen ook beantwoord, later: op {day}. Naast elkaar verraden de twee keren soms wat één van jullie antwoordde. Kies een andere dag met --date. Of haal dat bestand weg, als deze keer moet blijven.",
        en: "In {file} these questions were answered too, later: on {day}. Side by side the two times may show what one of you answered. Choose another day with --date. Or remove that file, if this time is the one to stay.",
    }
    mixes_groups(file: &str, whose: &str, day: &str) {
        nl: "In {file} staan antwoorden van {whose}, van {day}. Het hele team naast een groep ervan verraadt soms wat één van jullie antwoordde. Binnen vier weken antwoordt een team dus in groepen, ieder met --group, of als geheel. Kies een andere dag met --date. Of haal dat bestand weg, als deze keer moet blijven.",
        en: "{file} has answers of {whose}, of {day}. The whole team beside a group of it may show what one of you answered. So within four weeks a team answers in groups, each with --group, or as a whole. Choose another day with --date. Or remove that file, if this time is the one to stay.",
    }
    round_meanwhile(file: &str) {
        nl: "Intussen is {file} bewaard, met antwoorden op dezelfde vragen. Begin opnieuw: dan vraagt ips wat er blijft. Met een concept ga je verder met --resume.",
        en: "Meanwhile {file} was saved, with answers to the same questions. Start again: then ips asks what stays. Go on with a draft with --resume.",
    }
    nothing_changed(file: &str) {
        nl: "Er is niets veranderd in {file}",
        en: "Nothing was changed in {file}",
    }
    no_draft() {
        nl: "Er is hier geen concept om mee verder te gaan. Begin met: ips assess",
        en: "There is no draft here to go on with. Start with: ips assess",
    }
    drafts_of_several_teams(list: &str) {
        nl: "Er zijn concepten van meer teams of groepen: {list}. Kies er een met --team \"NAAM\", en een groep ook met --group \"NAAM\".",
        en: "There are drafts of several teams or groups: {list}. Choose one with --team \"NAME\", and a group with --group \"NAME\" too.",
    }
    contradicts_draft(flag: &str) {
        nl: "{flag} past niet bij het concept. Laat het weg om verder te gaan: tijdens de bijeenkomst verander je dit met i. Of begin een nieuw met --new.",
        en: "{flag} doesn't fit the draft. Leave it out to go on: during the meeting you change this with i. Or start another with --new.",
    }
    draft_of_other_group() {
        nl: "Er is geen concept van deze groep, wel van een andere of van het hele team. Kijk of --group klopt, of begin een nieuw met --new.",
        en: "There is no draft of this group, but there is one of another or of the whole team. Check --group, or start another with --new.",
    }
    asks_something_else(flag: &str) {
        nl: "{flag} past niet bij het concept: dat houdt de vragen waarmee het begon. Laat het weg om verder te gaan, of begin een nieuw met --new.",
        en: "{flag} doesn't fit the draft: that keeps the questions it began with. Leave it out to go on, or start another with --new.",
    }
    lowest_elements() { nl: "laagste", en: "lowest" }
    no_lowest_yet(known: &str) {
        nl: "Er is nog geen eerdere bijeenkomst van dit team waar jullie alle elementen van deze vragenlijst bespraken. Laat --elements weg, of kies uit: {known}.",
        en: "There is no earlier meeting of this team yet at which you went through all elements of this questionnaire. Leave --elements out, or choose from: {known}.",
    }
    no_lowest_then(date: &str, known: &str) {
        nl: "Op {date} sprong er geen element uit. Laat --elements weg, of kies uit: {known}.",
        en: "On {date} no element stood out. Leave --elements out, or choose from: {known}.",
    }
    unknown_element(typed: &str, list: &str) {
        nl: "Dit element is er niet: {typed}. Kies er een, met het nummer, de naam tussen haakjes of het begin van de titel:{list}",
        en: "There is no such element: {typed}. Choose one, by its number, its name in brackets or the beginning of its title:{list}",
    }
    unknown_questionnaire(typed: &str, list: &str) {
        nl: "Vragenlijst {typed} is niet ingebouwd en er is geen bestand met die naam. Geef een bestand, of kies er een, met het nummer, de naam tussen haakjes of het begin van de titel:{list}",
        en: "Questionnaire {typed} is not built in and there is no file of that name. Give a file, or choose one, by its number, its name in brackets or the beginning of its title:{list}",
    }
    several_begin_so(typed: &str, list: &str) {
        nl: "Er beginnen er meer met ‘{typed}’. Typ meer letters, of het nummer:{list}",
        en: "More than one begins with ‘{typed}’. Type more letters, or the number:{list}",
    }
    check_needs_questionnaire(id: &str) {
        nl: "Deze antwoorden horen bij vragenlijst {id}, die niet ingebouwd is. Geef de vragenlijst met --questions BESTAND.",
        en: "These answers belong to questionnaire {id}, which is not built in. Give it with --questions FILE.",
    }
    nothing_to_check(dir: &str) {
        nl: "In {dir} staat geen .toml-bestand.",
        en: "There is no .toml file in {dir}.",
    }
    not_given(id: &str) { nl: "{id}: geen antwoord.", en: "{id}: no answer." }
}
