//! What is said where groups stand side by side.

use super::{counted, messages};

messages! {
    nothing_mirrors(questionnaires: &str) {
        nl: "Deze profielen gaan over verschillende vragenlijsten: {questionnaires}. Naast elkaar kan alleen wat hetzelfde vraagt, of een vragenlijst waarvan de vragen die van de andere spiegelen. Kies profielen van één vragenlijst.",
        en: "These profiles are of different questionnaires: {questionnaires}. Only what asks the same can stand side by side, or a questionnaire whose questions mirror those of the other. Choose profiles of one questionnaire.",
    }
    gap_needs_two() {
        nl: "Naast elkaar zetten kan vanaf twee groepen. Noem hun profielen: ips gap medewerkers.toml ouders.toml",
        en: "Side by side takes at least two groups. Name their profiles: ips gap workers.toml parents.toml",
    }
    same_group_twice(file: &str) {
        nl: "Dit is twee keer hetzelfde profiel: {file}. Noem van elke groep één profiel.",
        en: "This is the same profile twice: {file}. Name one profile of each group.",
    }
    gap_has_too_many(most: usize) {
        nl: "Meer dan {most} groepen naast elkaar is niet te lezen. Kies er hoogstens {most}.",
        en: "More than {most} groups side by side can't be read. Choose {most} at most.",
    }

    gap_document() { nl: "Groepen naast elkaar", en: "groups side by side" }
    gap_file() { nl: "naast-elkaar", en: "side-by-side" }
    gap_title() { nl: "Groepen naast elkaar", en: "Groups side by side" }
    gap_whole_team() { nl: "het hele team", en: "the whole team" }
    gap_title_of(team: &str) { nl: "Groepen naast elkaar: {team}", en: "Groups side by side: {team}" }
    gap_about() {
        nl: "Een verschil is een reden om met elkaar te praten. Het zegt niet wie gelijk heeft: iedereen kijkt vanaf een andere plek.",
        en: "A difference is a reason to talk to each other. It doesn't say who is right: everyone looks from another place.",
    }
    gap_mirrored() {
        nl: "Niet iedereen kreeg dezelfde vragen. Daarom staan hier alleen de vragen die elkaar spiegelen: wat de een van zichzelf vindt, naast wat de ander ervan merkt. De scores gaan alleen over deze vragen.",
        en: "Not everyone got the same questions. So only the questions that mirror each other stand here: what the one thinks of itself, beside what the other notices of it. The scores are about these questions only.",
    }
    gap_groups_heading() { nl: "De groepen", en: "The groups" }
    gap_group_column() { nl: "Groep", en: "Group" }
    gap_letter_column() { nl: "Letter", en: "Letter" }
    gap_letter_is(letter: &str) { nl: "letter {letter}", en: "letter {letter}" }
    gap_elements_heading() { nl: "Hoe de groepen kijken, per element", en: "How the groups see it, for each element" }
    gap_dots_legend() {
        nl: "Elke stip met een letter is de score van die groep. Een vlak erachter: daar zit een duidelijk verschil.",
        en: "Each dot with a letter is that group's score. An area behind them: there is a clear difference.",
    }
    gap_strip_legend() {
        nl: "Elke letter staat op de score van die groep.",
        en: "Each letter stands at that group's score.",
    }
    gap_clear() { nl: "duidelijk verschil", en: "clear difference" }
    gap_joint() { nl: "groot, maar een van de twee antwoordde samen", en: "large, but one of the two answered together" }
    gap_few(enough: u32) {
        nl: "groot, maar een van de twee is met minder dan {enough} mensen",
        en: "large, but one of the two is fewer than {enough} people",
    }
    gap_between(one: &str, other: &str) { nl: "tussen {one} en {other}", en: "between {one} and {other}" }
    gap_difference_is(difference: &str, between: &str) { nl: "verschil {difference} {between}", en: "difference {difference} {between}" }
    gap_over(compared: usize, means: &str) {
        nl: "het verschil gaat over {compared} van de vragen: {means}",
        en: "the difference is over {compared} of the questions: {means}",
    }
    gap_often_unknown(elements: &str) { nl: "weet het vaak niet bij {elements}", en: "often doesn't know about {elements}" }
    gap_group_unknown(group: &str) { nl: "{group} weet het vaak niet", en: "{group} often doesn't know" }
    gap_of_group(group: &str, said: &str) { nl: "{group}: {said}", en: "{group}: {said}" }
    gap_talk_heading() { nl: "Hier kijken jullie anders", en: "Where you see it differently" }
    gap_ask_each_other() {
        nl: "Vraag elkaar: waaraan merk je dat? Wat zie jij dat ik niet zie?",
        en: "Ask each other: what makes you notice that? What do you see that I don't?",
    }
    gap_none_clear() {
        nl: "Bij geen enkel element is er een duidelijk verschil. Praat over de vragen hieronder, of kies zelf.",
        en: "No element has a clear difference. Talk about the questions below, or choose for yourselves.",
    }
    gap_questions_apart_heading() { nl: "Vragen die het verst uit elkaar liggen", en: "Questions that are furthest apart" }
    gap_unknown_heading() { nl: "Wat een groep niet weet en een ander wel", en: "What one group doesn't know and another does" }
    gap_all_questions_heading() { nl: "Alle vragen", en: "All questions" }
    gap_signs() {
        nl: "– is geen score. Weet niet: minder dan de helft gaf een cijfer. Een verschil is het grootste tussen twee groepen, en alleen bij een element duidelijk of niet.",
        en: "– is no score. Don't know: fewer than half gave a number. A difference is the largest between two groups, and only for an element clear or not.",
    }
    gap_between_column() { nl: "Tussen", en: "Between" }
    gap_clear_column() { nl: "Duidelijk", en: "Clear" }
    gap_wording(group: &str, text: &str) { nl: "vraag aan {group}: {text}", en: "question to {group}: {text}" }
    gap_wording_column(letter: &str) { nl: "Vraag aan {letter}", en: "Question to {letter}" }
    yes() { nl: "ja", en: "yes" }
    gap_elements_sheet() { nl: "Elementen", en: "Elements" }
    gap_about_sheet() { nl: "Over de groepen", en: "About the groups" }

    gap_caution_teams() {
        nl: "Let op: de profielen zijn van verschillende teams.",
        en: "Note: the profiles are of different teams.",
    }
    gap_caution_kinds() {
        nl: "Let op: samen kiezen, vingers laten zien en een blad invullen meten niet hetzelfde. Een verschil kan ook daardoor komen.",
        en: "Note: choosing together, showing fingers and filling in a sheet don't measure the same. A difference can also come from that.",
    }
    gap_caution_joint(groups: &str) {
        nl: "Samen antwoorden geeft één antwoord per vraag. Daarom heet een verschil met {groups} hier niet duidelijk, hoe groot het ook is.",
        en: "Answering together gives one answer to a question. So a difference with {groups} isn't called clear here, however large it is.",
    }
    gap_caution_few(groups: &str, enough: u32) {
        nl: "Bij minder dan {enough} mensen weegt één antwoord zwaar. Daarom heet een verschil met {groups} hier niet duidelijk, hoe groot het ook is.",
        en: "With fewer than {enough} people one answer weighs much. So a difference with {groups} isn't called clear here, however large it is.",
    }
    gap_caution_far_apart(first: &str, last: &str) {
        nl: "Let op: tussen het eerste en het laatste profiel zit veel tijd ({first} tot {last}). Een verschil kan ook daardoor komen.",
        en: "Note: there is much time between the first and the last profile ({first} to {last}). A difference can also come from that.",
    }
    gap_caution_scale(groups: &str) {
        nl: "Let op: niet iedereen antwoordde op dezelfde schaal. {groups}: zonder stip. Tussen twee schalen staat er geen verschil.",
        en: "Note: not everyone answered on the same scale. {groups}: without a dot. Between two scales there is no difference.",
    }
    gap_caution_labels() {
        nl: "Let op: de woorden bij de cijfers van de schaal zijn niet overal hetzelfde.",
        en: "Note: the words for the numbers of the scale aren't the same everywhere.",
    }
    gap_caution_thin() {
        nl: "Let op: waar achter een score bijvoorbeeld 2 van 8 staat, gaf minder dan de helft een cijfer. Dan zegt een verschil weinig.",
        en: "Note: where 2 of 8, for example, stands behind a score, fewer than half gave a number. Then a difference says little.",
    }

    gap_how_scores() {
        nl: "Een score van een groep is het gemiddelde van zijn vragen met een score; minstens de helft moet er een hebben.",
        en: "A group's score is the mean of its questions with a score; at least half must have one.",
    }
    gap_how_difference() {
        nl: "Een verschil gaat over de vragen waar beide groepen een score voor hebben, als dat bij beide minstens de helft is. Het grootste verschil van alle paren telt.",
        en: "A difference is over the questions that both groups have a score for, if those are at least half for both. The largest difference of all pairs counts.",
    }
    gap_how_clear(limit: &str, enough: u32) {
        nl: "Duidelijk is een verschil vanaf {limit}, als beide groepen met minstens {enough} mensen zijn en ieder voor zich antwoordde. Dat is onze eigen afspraak, geen statistiek.",
        en: "A difference is clear from {limit}, if both groups are at least {enough} people and everyone answered on their own. That is our own convention, no statistics.",
    }

    explain_gap_limit(points: usize, steps: usize, limit: &str) {
        nl: "De grens: een schaal van {points} punten is {steps} lang; een kwart daarvan is {limit}.",
        en: "The limit: a scale of {points} points is {steps} long; a quarter of that is {limit}.",
    }
    explain_gap_least_limit(points: usize, part: &str, limit: &str) {
        nl: "De grens: een kwart van een schaal van {points} punten is {part}. Dat is te weinig, dus geldt de kleinste grens: {limit}.",
        en: "The limit: a quarter of a scale of {points} points is {part}. That is too little, so the smallest limit holds: {limit}.",
    }
    explain_gap_side(group: &str, sum: &str) { nl: "{group}. {sum}", en: "{group}. {sum}" }
    explain_gap_difference(high: &str, low: &str, difference: &str) {
        nl: "Verschil: {high} min {low} is {difference}.",
        en: "Difference: {high} minus {low} is {difference}.",
    }
    explain_gap_clear(limit: &str) {
        nl: "Duidelijk: dat is {limit} of meer, en beide groepen zijn groot genoeg en antwoordden ieder voor zich.",
        en: "Clear: that is {limit} or more, and both groups are large enough and everyone answered on their own.",
    }
    explain_gap_under(limit: &str) { nl: "Niet duidelijk: dat is minder dan {limit}.", en: "Not clear: that is less than {limit}." }
    explain_gap_joint() {
        nl: "Niet duidelijk: een van de twee antwoordde samen, en dat is één antwoord per vraag.",
        en: "Not clear: one of the two answered together, and that is one answer to a question.",
    }
    explain_gap_few(enough: u32) {
        nl: "Niet duidelijk: een van de twee is met minder dan {enough} mensen.",
        en: "Not clear: one of the two is fewer than {enough} people.",
    }
    explain_gap_not_compared() {
        nl: "Geen verschil: geen twee groepen hebben een score voor minstens de helft van dezelfde vragen.",
        en: "No difference: no two groups have a score for at least half of the same questions.",
    }
    explain_gap_furthest(one: &str, other: &str) {
        nl: "Het verst uit elkaar: {one} en {other}.",
        en: "Furthest apart: {one} and {other}.",
    }
    choice_gap(team: &str) { nl: "De groepen van {team} naast elkaar zetten en openen", en: "Put the groups of {team} side by side and open it" }
}

counted! {
    groups(n) { nl: "1 groep" / "{n} groepen", en: "1 group" / "{n} groups" }
}
