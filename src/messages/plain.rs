//! What reports say in words where they are listened to, in place of signs, bars and columns.

use super::messages;

messages! {
    score_is(score: &str) { nl: "score {score}", en: "score {score}" }
    id_is(id: &str) { nl: "Id: {id}", en: "Id: {id}" }
    no_score() { nl: "geen score", en: "no score" }
    then_is(score: &str) { nl: "toen {score}", en: "then {score}" }
    now_is(score: &str) { nl: "nu {score}", en: "now {score}" }
    difference_is(difference: &str) { nl: "verschil {difference}", en: "difference {difference}" }
    plus(number: &str) { nl: "plus {number}", en: "plus {number}" }
    minus(number: &str) { nl: "min {number}", en: "minus {number}" }
    compared_days(before: &str, after: &str) {
        nl: "Toen is {before}, nu is {after}.",
        en: "Then is {before}, now is {after}.",
    }
    changes_since(before: &str) { nl: "Wat veranderde sinds {before}", en: "What changed since {before}" }
    from_to(first: &str, last: &str) { nl: "van {first} tot en met {last}", en: "from {first} to {last}" }
    scale_from_to(lowest: &str, highest: &str) {
        nl: "De schaal loopt van {lowest} tot {highest}.",
        en: "The scale runs from {lowest} to {highest}.",
    }
    higher_than_before() { nl: "duidelijk hoger dan de vorige keer", en: "clearly higher than the time before" }
    lower_than_before() { nl: "duidelijk lager dan de vorige keer", en: "clearly lower than the time before" }
    higher_than_before_with_score() {
        nl: "duidelijk hoger dan de vorige keer met een score",
        en: "clearly higher than the time before with a score",
    }
    lower_than_before_with_score() {
        nl: "duidelijk lager dan de vorige keer met een score",
        en: "clearly lower than the time before with a score",
    }
    weakest_that_time() { nl: "laagst van die keer", en: "lowest of that time" }
    first_to_last_is(verdict: &str) {
        nl: "Van de eerste naar de laatste keer: {verdict}.",
        en: "From the first time to the last: {verdict}.",
    }
    agreement_is(what: &str) { nl: "Afspraak: {what}", en: "Agreement: {what}" }
    agreement_number(number: usize, what: &str) { nl: "Afspraak {number}: {what}", en: "Agreement {number}: {what}" }
    about_element(element: &str) { nl: "over: {element}", en: "about: {element}" }
    own_question() { nl: "eigen vraag van ips", en: "a question by ips itself" }
    room_to_write(what: &str) { nl: "Zelf invullen: {what}", en: "To fill in: {what}" }
}
