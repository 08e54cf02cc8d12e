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
    not_together() {
        nl: "Deze vragen gaan over jezelf. Daarom antwoordt ieder voor zich, en niet het team samen. Kies: --mode tally",
        en: "These questions are about yourself. So each answers on their own, and not the team together. Choose: --mode tally",
    }
    more_questions(questionnaire: &str) {
        nl: "Meer vragen: {questionnaire}",
        en: "More questions: {questionnaire}",
    }
}
