//! What a disk can't do, and what was saved where: told once.

use super::messages;

messages! {
    disk_without_locks() {
        nl: "Deze schijf kan een bestand niet op slot zetten. Werk er met één programma tegelijk aan.",
        en: "This disk can't lock a file. Work on it with one program at a time.",
    }
    disk_without_modes() {
        nl: "Op deze schijf kan ips niet instellen wie een bestand mag lezen. Let zelf op wie bij deze map kan.",
        en: "On this disk ips can't set who may read a file. Check yourself who can get at this folder.",
    }
    disk_without_sync() {
        nl: "Deze schijf zegt niet wanneer iets er echt op staat. Zet de computer pas uit als je klaar bent, en werp een stick eerst uit.",
        en: "This disk doesn't say when something is really on it. Turn the computer off only when you are done, and eject a stick first.",
    }
    disk_without_place() {
        nl: "Deze schijf kan een nieuw bestand niet in één keer neerzetten. Valt juist dan de stroom uit, dan kan er een leeg bestand staan. Gooi dat weg en bewaar opnieuw.",
        en: "This disk can't put a new file in its place in one step. If the power goes just then, an empty file may stand there. Throw it away and save again.",
    }
    left_behind(file: &str) {
        nl: "Wat eerder bewaard was, staat ook nog in {file}.",
        en: "What was saved before is still in {file} too.",
    }
    unsettled(file: &str, reason: &str) {
        nl: "{file} is bewaard, maar het is niet zeker dat het er na een stroomstoring nog staat: {reason}.",
        en: "{file} is saved, but it is not certain that it is still there after a power cut: {reason}.",
    }
    save_it_again() {
        nl: "Bewaar het nog eens, of kies een andere map met --dir.",
        en: "Save it again, or choose another folder with --dir.",
    }
    draft_stays(file: &str) {
        nl: "{file} kon niet weggehaald worden. Het profiel is bewaard: gooi dit concept zelf weg.",
        en: "{file} could not be removed. The profile is saved: throw this draft away yourself.",
    }
    round_stays(file: &str) {
        nl: "{file} kon niet weggehaald worden. Gooi het zelf weg: naast de nieuwe keer verraadt het soms wat één van jullie antwoordde.",
        en: "{file} could not be removed. Throw it away yourself: beside the new time it may show what one of you answered.",
    }
    copy_of_round(file: &str) {
        nl: "In {file} stonden andere antwoorden van de keer die vervangen is. Ook die zijn weg.",
        en: "{file} held other answers of the time that was replaced. Those are gone too.",
    }
    draft_of_round(file: &str) {
        nl: "{file} is een concept met andere antwoorden op dezelfde vragen. Gooi het weg: naast deze keer verraadt het soms wat één van jullie antwoordde.",
        en: "{file} is a draft with other answers to the same questions. Throw it away: beside this time it may show what one of you answered.",
    }
    lock_of_another(file: &str) {
        nl: "{file} is het slot van iemand anders, en jij mag er niet bij. Werkt die persoon er niet meer aan? Haal het slot dan weg.",
        en: "{file} is someone else's lock, and you are not allowed to use it. Do they no longer work on it? Then remove the lock.",
    }
    not_a_lock(file: &str) {
        nl: "{file} is geen gewoon bestand. Op die plek maakt ips een slot. Haal het weg, of kies een andere map met --dir.",
        en: "{file} is not an ordinary file. In that place ips makes a lock. Remove it, or choose another folder with --dir.",
    }
}
