//! How numbers came about, in words that ask for no calculator: `--explain`, and *Hoe we rekenen* under each report.

use super::messages;
use crate::lang::Lang;

/// The first places in words.
const PLACES: [[&str; 2]; 10] = [
    ["eerste", "first"],
    ["tweede", "second"],
    ["derde", "third"],
    ["vierde", "fourth"],
    ["vijfde", "fifth"],
    ["zesde", "sixth"],
    ["zevende", "seventh"],
    ["achtste", "eighth"],
    ["negende", "ninth"],
    ["tiende", "tenth"],
];

impl Lang {
    /// A place in an order, from 1: `derde`.
    pub fn nth(self, place: usize) -> String {
        match place.checked_sub(1).and_then(|index| PLACES.get(index)) {
            Some([nl, en]) => self.pick(nl, en).to_string(),
            None => self.pick(format!("{place}e"), format!("number {place}")),
        }
    }
}

messages! {
    about(number: &str) { nl: "ongeveer {number}", en: "about {number}" }
    explain_order_heading() { nl: "Van laag naar hoog", en: "From low to high" }
    explain_one_lowest(scored: usize) {
        nl: "Nummer 1 heet laagst. Meer mogen het er hier niet zijn: nooit meer dan de helft van de {scored} elementen met een score.",
        en: "Number 1 is called lowest. No more may be here: never more than half of the {scored} elements with a score.",
    }
    explain_lowest(marked: usize, marks: usize, scored: usize) {
        nl: "De {marked} laagste heten laagst: de eerste {marks} en wat daarmee gelijk is. Het zijn er nooit meer dan de helft van de {scored} elementen met een score.",
        en: "The {marked} lowest are called lowest: the first {marks} and what ties with them. There are never more than half of the {scored} elements with a score.",
    }
    explain_tie_left_out(equal: usize, place: usize, scored: usize) {
        nl: "Op plaats {place} staan er {equal} gelijk. Met die erbij zou meer dan de helft van de {scored} laagst heten. Daarom heet alleen laagst wat daaronder ligt.",
        en: "At place {place} {equal} are equal. With those, more than half of the {scored} would be called lowest. So only what lies below them is.",
    }
    explain_none_lowest(equal: usize, place: usize, scored: usize) {
        nl: "Op plaats {place} staan er {equal} gelijk: meer dan de helft van de {scored} elementen met een score. Daarom springt er geen uit.",
        en: "At place {place} {equal} are equal: more than half of the {scored} elements with a score. So none stands out.",
    }
    explain_overall_missing() {
        nl: "Geen score, want minder dan de helft van de elementen heeft er een.",
        en: "No score, because fewer than half of the elements have one.",
    }
    explain_only_element() {
        nl: "Het enige element met een score, dus er is geen laagste.",
        en: "The only element with a score, so there is no lowest.",
    }
    explain_place(nth: &str, scored: usize) {
        nl: "De {nth} van laag naar hoog, van {scored} elementen",
        en: "The {nth} from low to high, of {scored} elements",
    }
    explain_shared_place(nth: &str, scored: usize) {
        nl: "Gedeeld {nth} van laag naar hoog, van {scored} elementen",
        en: "Tied for {nth} from low to high, of {scored} elements",
    }
    explain_nearly_lowest() {
        nl: "niet bij de laagste, maar dat scheelt bijna niets",
        en: "not among the lowest, but that is by hardly anything",
    }
    explain_not_lowest() { nl: "niet bij de laagste", en: "not among the lowest" }
    explain_mean(count: usize, total: &str, mean: &str) {
        nl: "De {count} scores hieronder zijn opgeteld {total}; gedeeld door {count}: {mean}.",
        en: "The {count} scores below add up to {total}; divided by {count}: {mean}.",
    }
    explain_only_score(mean: &str) {
        nl: "Er is één score, en dus is dit die score: {mean}.",
        en: "There is one score, so this is that score: {mean}.",
    }
    explain_strong(score: &str, strong: &str) { nl: "{score} is {strong} of hoger", en: "{score} is {strong} or higher" }
    explain_discuss(score: &str, discuss: &str, strong: &str) {
        nl: "{score} is {discuss} of hoger en lager dan {strong}",
        en: "{score} is {discuss} or higher and lower than {strong}",
    }
    explain_discuss_first(score: &str, discuss: &str) {
        nl: "{score} is lager dan {discuss}",
        en: "{score} is lower than {discuss}",
    }
    explain_often_unknown(unknown: usize, asked: usize) {
        nl: "Jullie weten het vaak niet: bij {unknown} van {asked} vragen is er daarom geen score. Dat is minstens de helft, en minstens twee.",
        en: "You often don't know: {unknown} of {asked} questions have no score because of that. That is at least half, and at least two.",
    }
    explain_not_asked() { nl: "Dit is deze keer niet gevraagd.", en: "This was not asked this time." }
    explain_none_applicable() {
        nl: "Geen enkele vraag is van toepassing, dus er is geen score.",
        en: "None of the questions is applicable, so there is no score.",
    }
    explain_too_few_scores(answered: usize, asked: usize) {
        nl: "Vragen met een score: {answered} van {asked}. Dat is minder dan de helft: dan krijgt het element er geen, en hoort het niet bij de laagste.",
        en: "Questions with a score: {answered} of {asked}. That is fewer than half: so the element has none, and isn't among the lowest.",
    }
    explain_enough_scores(answered: usize, asked: usize) {
        nl: "Vragen met een score: {answered} van {asked}. De helft is genoeg.",
        en: "Questions with a score: {answered} of {asked}. Half is enough.",
    }
    explain_answers(answers: &str, total: u32, count: u32, mean: &str) {
        nl: "{answers} is samen {total}; gedeeld door {count}: {mean}.",
        en: "{answers}: together {total}; divided by {count}: {mean}.",
    }
    explain_sum(total: u32, count: u32, mean: &str) {
        nl: "Samen {total}; gedeeld door {count}: {mean}. De antwoorden zelf zijn niet gedeeld.",
        en: "Together {total}; divided by {count}: {mean}. The answers themselves weren't shared.",
    }
    explain_divided_shared() {
        nl: "Verdeeld: zo staat het in het gedeelde profiel.",
        en: "Divided: so the shared profile says.",
    }
    explain_not_applicable_shared() {
        nl: "Meer dan de helft vindt dat dit niet van toepassing is. Hoeveel is niet gedeeld.",
        en: "More than half say that it doesn't apply. How many wasn't shared.",
    }
    explain_dont_know_shared() {
        nl: "Te weinig gaven een getal, want veel weten het niet. Hoeveel is niet gedeeld.",
        en: "Too few gave a number, because many don't know. How many wasn't shared.",
    }
    explain_not_shared(fewest: u32) {
        nl: "Minder dan {fewest} gaven een getal. Daarom is van deze vraag niets gedeeld.",
        en: "Fewer than {fewest} gave a number. So nothing of this question was shared.",
    }
    explain_reversed(lowest: u32, highest: u32, both: u32, given: &str, score: &str) {
        nl: "Omgekeerd geteld: {lowest} plus {highest} is {both}; min {given}: {score}.",
        en: "Counted in reverse: {lowest} plus {highest} is {both}; minus {given}: {score}.",
    }
    explain_left_out(answers: &str) { nl: "Niet meegeteld: {answers}.", en: "Not counted: {answers}." }
    explain_not_divided(median: &str, distance: &str, limit: &str) {
        nl: "Niet verdeeld: de antwoorden liggen gemiddeld {distance} af van het middelste, {median} (de grens is {limit}).",
        en: "Not divided: on average the answers lie {distance} from the middle one, {median} (the limit is {limit}).",
    }
    explain_all_equal() { nl: "Niet verdeeld: alle getallen zijn gelijk.", en: "Not divided: all numbers are equal." }
    explain_few_differ(median: &str, far: &str, distance: &str, limit: &str) {
        nl: "Een of twee zien het anders: {far} of meer punten van het middelste antwoord, {median}. Niet verdeeld: de antwoorden liggen daar gemiddeld {distance} vandaan (de grens is {limit}).",
        en: "One or two see it differently: {far} or more points from the middle answer, {median}. Not divided: on average the answers lie {distance} from it (the limit is {limit}).",
    }
    explain_some_differ(count: u32, median: &str, far: &str, distance: &str, limit: &str) {
        nl: "{count} van jullie zien het anders: {far} of meer punten van het middelste antwoord, {median}. Niet verdeeld: de antwoorden liggen daar gemiddeld {distance} vandaan (de grens is {limit}).",
        en: "{count} of you see it differently: {far} or more points from the middle answer, {median}. Not divided: on average the answers lie {distance} from it (the limit is {limit}).",
    }
    explain_thin(numbers: u32, participants: u32) {
        nl: "Getallen: {numbers} van {participants} deelnemers. Dat is minder dan de helft, dus deze score rust op weinig antwoorden.",
        en: "Numbers: {numbers} of {participants} participants. That is fewer than half, so this score rests on few answers.",
    }
    explain_divided(median: &str, total: &str, count: u32, distance: &str, limit: &str) {
        nl: "Verdeeld: het middelste antwoord is {median}, en de antwoorden liggen daar samen {total} vandaan. Gedeeld door {count} is dat {distance}: meer dan {limit}.",
        en: "Divided: the middle answer is {median}, and the answers lie {total} from it together. Divided by {count} that is {distance}: more than {limit}.",
    }
    explain_not_applicable(not_applicable: u32, voters: u32) {
        nl: "{not_applicable} van {voters} vinden dit niet van toepassing: meer dan de helft. De vraag telt niet mee.",
        en: "{not_applicable} of {voters} say that this isn't applicable: more than half. The question doesn't count.",
    }
    explain_not_applicable_together() {
        nl: "Niet van toepassing: de vraag telt niet mee.",
        en: "Not applicable: the question doesn't count.",
    }
    explain_dont_know(numbers: u32, rest: u32) {
        nl: "Getallen: {numbers} van {rest}. Dat is minder dan de helft, dus geen score. De anderen weten het niet.",
        en: "Numbers: {numbers} of {rest}. That is fewer than half, so no score. The others don't know.",
    }
    explain_dont_know_together() {
        nl: "Jullie weten het niet, dus geen score. De vraag telt wel mee bij hoeveel er een score hebben.",
        en: "You don't know, so no score. The question does count in how many have a score.",
    }
    explain_not_answered() { nl: "Niet beantwoord, dus geen score.", en: "Not answered, so no score." }
    explain_limit_heading() { nl: "Wanneer een verschil duidelijk heet", en: "When a difference is called clear" }
    explain_base(points: usize, steps: usize, base: &str) {
        nl: "De schaal heeft {points} punten, dus {steps} stappen. Een achtste daarvan is {base}: gemiddeld {base} per antwoord. Dat is een afspraak van ips, geen statistiek.",
        en: "The scale has {points} points, so {steps} steps. An eighth of those is {base}: {base} for each answer on average. That is a convention of ips, no statistic.",
    }
    explain_least_base(points: usize, eighth: &str, base: &str) {
        nl: "De schaal heeft {points} punten. Een achtste van de stappen daartussen is {eighth}. Dat is te weinig: de grens is nooit lager dan {base}. Dat is een afspraak van ips, geen statistiek.",
        en: "The scale has {points} points. An eighth of the steps between them is {eighth}. That is too little: the limit is never lower than {base}. That is a convention of ips, no statistic.",
    }
    explain_kinds_differ(then: &str, now: &str, base: &str, limit: &str) {
        nl: "Toen {then}, nu {now}: dat meet anders. Daarom is de grens twee keer {base}: {limit}.",
        en: "Then {then}, now {now}: that measures differently. So the limit is two times {base}: {limit}.",
    }
    explain_both_joint(base: &str, limit: &str) {
        nl: "Jullie antwoordden beide keren samen. Eén antwoord per vraag weegt zwaar, dus de grens is anderhalf keer {base}: {limit}.",
        en: "You answered together both times. One answer to each question weighs much, so the limit is one and a half times {base}: {limit}.",
    }
    explain_lead() {
        nl: "Eén antwoord van allen samen weegt zwaar. Daarom moeten er zoveel vragen meer die kant op gaan dan andersom.",
        en: "One answer of all together weighs much. So that many more questions have to move that way than the other way.",
    }
    explain_verdict(verdict: &str) { nl: "Uitkomst: {verdict}.", en: "Outcome: {verdict}." }
    explain_then(sum: &str) { nl: "Toen. {sum}", en: "Then. {sum}" }
    explain_now(sum: &str) { nl: "Nu. {sum}", en: "Now. {sum}" }
    explain_higher(high: &str, low: &str, by: &str) {
        nl: "Het verschil: {high} min {low} is {by} hoger.",
        en: "The difference: {high} minus {low} is {by} higher.",
    }
    explain_lower(high: &str, low: &str, by: &str) {
        nl: "Het verschil: {high} min {low} is {by} lager.",
        en: "The difference: {high} minus {low} is {by} lower.",
    }
    explain_no_difference(mean: &str) {
        nl: "Het verschil: geen, het was en is {mean}.",
        en: "The difference: none, it was and is {mean}.",
    }
    explain_clear(limit: &str, along: usize, needed: usize) {
        nl: "Dat is {limit} of meer, en er gingen {along} vragen die kant op (minstens {needed} nodig): duidelijk.",
        en: "That is {limit} or more, and {along} questions moved that way (at least {needed} needed): clear.",
    }
    explain_clear_lead(limit: &str, along: usize, against: usize, lead: usize) {
        nl: "Dat is {limit} of meer, en er gingen {along} vragen die kant op en {against} andersom (minstens {lead} meer nodig): duidelijk.",
        en: "That is {limit} or more, and {along} questions moved that way and {against} the other way (at least {lead} more needed): clear.",
    }
    explain_under_limit(limit: &str) {
        nl: "Dat is minder dan {limit}: niet duidelijk.",
        en: "That is less than {limit}: not clear.",
    }
    explain_one_question(limit: &str, needed: usize) {
        nl: "Dat is {limit} of meer, maar er gingen te weinig vragen die kant op (minstens {needed} nodig): niet duidelijk.",
        en: "That is {limit} or more, but too few questions moved that way (at least {needed} needed): not clear.",
    }
    explain_no_lead(limit: &str, along: usize, against: usize, lead: usize) {
        nl: "Dat is {limit} of meer, maar er gingen {along} vragen die kant op en {against} andersom (minstens {lead} meer nodig): niet duidelijk.",
        en: "That is {limit} or more, but {along} questions moved that way and {against} the other way (at least {lead} more needed): not clear.",
    }
    explain_moves(compared: usize, up: usize, down: usize) {
        nl: "Vergeleken vragen: {compared}. Omhoog: {up}. Omlaag: {down}.",
        en: "Compared questions: {compared}. Up: {up}. Down: {down}.",
    }
    explain_too_few_compared(compared: usize) {
        nl: "Te vergelijken vragen: {compared}. Dat is minder dan de helft van toen of van nu, en dan is er geen verschil te geven.",
        en: "Questions that can be compared: {compared}. That is fewer than half of then or of now, so no difference can be given.",
    }
    explain_since(date: &str, before: &str, after: &str) {
        nl: "Vergeleken met {date}: toen {before}, nu {after}.",
        en: "Compared with {date}: then {before}, now {after}.",
    }
    explain_step(limit: &str, verdict: &str) { nl: "De grens is {limit}: {verdict}.", en: "The limit is {limit}: {verdict}." }

    how_heading() { nl: "Hoe we rekenen", en: "How we reckon" }
    how_joint_questions(lowest: &str, highest: &str) {
        nl: "De score van een vraag is het getal dat jullie samen kozen, van {lowest} tot {highest}. Weet niet geeft geen score; n.v.t. telt niet mee.",
        en: "A question's score is the number that you chose together, from {lowest} to {highest}. Don't know gives no score; n/a doesn't count.",
    }
    how_counted_questions(lowest: &str, highest: &str) {
        nl: "De score van een vraag is het gemiddelde van de getallen die jullie gaven, van {lowest} tot {highest}. Weet meer dan de helft het niet, dan is er geen score.",
        en: "A question's score is the mean of the numbers that you gave, from {lowest} to {highest}. Where more than half don't know, there is no score.",
    }
    how_reversed(ends: u32) {
        nl: "Telt een vraag omgekeerd, dan is de score {ends} min die uitkomst.",
        en: "For a question that counts in reverse the score is {ends} minus that.",
    }
    how_elements() {
        nl: "De score van een element is het gemiddelde van zijn vragen met een score, als minstens de helft er een heeft. Voor alle elementen samen gaat het net zo.",
        en: "An element's score is the mean of its questions with a score, if at least half have one. It goes the same way for all elements together.",
    }
    how_lowest_one() {
        nl: "Laagst heet het element met de laagste score. Dat is een volgorde en geen oordeel: ook een sterk element kan laagst zijn.",
        en: "Lowest is the element with the lowest score. That is an order and no judgement: a strong element can be lowest too.",
    }
    how_lowest(count: usize) {
        nl: "Laagst heten de {count} elementen met de laagste score en wat daarmee gelijk is, samen hooguit de helft. Dat is een volgorde en geen oordeel: ook een sterk element kan laagst zijn.",
        en: "Lowest are the {count} elements with the lowest score and what ties with them, together at most half. That is an order and no judgement: a strong element can be lowest too.",
    }
    how_bands(discuss: &str, strong: &str) {
        nl: "Sterk is {strong} of hoger, bespreken {discuss} of hoger, eerst bespreken alles daaronder.",
        en: "Strong is {strong} or higher, discuss {discuss} or higher, discuss first all below that.",
    }
    how_bands_by_us() { nl: "Die grenzen zijn een afspraak van ips.", en: "Those limits are a convention of ips." }
    how_bands_by_questionnaire() {
        nl: "Die grenzen staan in de vragenlijst.",
        en: "Those limits are those of the questionnaire.",
    }
    how_together() {
        nl: "Jullie gaven samen één antwoord per vraag. Hoe verschillend jullie erover denken, is hier niet te zien.",
        en: "You gave one answer together to each question. How differently you see it can't be seen here.",
    }
    how_divided(limit: &str) {
        nl: "Verdeeld: de antwoorden liggen gemiddeld meer dan {limit} af van het middelste antwoord (een grens bij benadering, uit Burke & Dunlap 2002, Organizational Research Methods 5(2), 159-172).",
        en: "Divided: the answers lie more than {limit} from the middle answer on average (an approximate limit, from Burke & Dunlap 2002, Organizational Research Methods 5(2), 159-172).",
    }
    how_divided_on_two_points(limit: &str) {
        nl: "Verdeeld: de antwoorden liggen gemiddeld meer dan {limit} af van het middelste antwoord (een afspraak van ips, naar Burke & Dunlap 2002, Organizational Research Methods 5(2), 159-172).",
        en: "Divided: the answers lie more than {limit} from the middle answer on average (a convention of ips, after Burke & Dunlap 2002, Organizational Research Methods 5(2), 159-172).",
    }
    how_change_is_ours() {
        nl: "Dat is een afspraak van ips, geen statistiek. Alleen vragen die beide keren een score hebben, tellen mee.",
        en: "That is a convention of ips, no statistic. Only questions with a score both times count.",
    }
}
