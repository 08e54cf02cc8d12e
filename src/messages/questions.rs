//! What is said about questionnaires: whose words a question has, who can answer it, and which one goes deeper.

use super::messages;

messages! {
    all_own_questions() {
        nl: "Deze vragen zijn eigen vragen van ips: ze staan niet zo in de bron.",
        en: "These questions are by ips itself: the source doesn't have them like this.",
    }
    own_questions(mark: &str) {
        nl: "{mark} Een eigen vraag van ips: die staat niet zo in de bron.",
        en: "{mark} A question by ips itself: the source doesn't have it like this.",
    }
    own_labels(labels: &str) { nl: "De antwoorden: {labels}.", en: "The answers: {labels}." }
    counts_in_reverse() {
        nl: "Deze vraag telt omgekeerd: laag antwoorden is gunstig.",
        en: "This question counts in reverse: a low answer is favourable.",
    }
    how_to_fill_in() { nl: "Zet bij elke vraag één kruisje.", en: "Tick one box for each question." }
    not_applicable_in_short() { nl: "n.v.t.", en: "not applicable" }
    team_and_date() { nl: "Team en datum", en: "Team and date" }
    not_together() {
        nl: "Deze vragen beantwoordt ieder voor zichzelf, op een eigen vel. Kies: --mode vellen",
        en: "Everyone answers these questions for themselves, on a sheet of their own. Choose: --mode ballots",
    }
    answers_are_of_one() {
        nl: "Een antwoordbestand is van één persoon, of van jullie samen (--mode samen). Laat ips anders de antwoorden van ieder vragen: zonder --answers.",
        en: "An answer file is of one person, or of all of you together (--mode joint). Otherwise let ips ask for everyone's answers: without --answers.",
    }
    more_questions(questionnaire: &str) {
        nl: "Meer vragen: {questionnaire}",
        en: "More questions: {questionnaire}",
    }
}
